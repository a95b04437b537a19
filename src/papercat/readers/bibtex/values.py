r"""The values of fields: macros put in, parts joined, LaTeX read."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from papercat.latex import decode
from papercat.latex.addresses import read_address
from papercat.readers.bibtex.grammar import BARE, JOINT, Block, Field, close_brace, close_quote
from papercat.readers.bibtex.journals import JOURNALS
from papercat.text.fix import SIGNS_OF_A_LINE, is_plain_line
from papercat.text.months import MONTHS

# What LaTeX means something by; a search for each is faster than one pattern for all.
PAIRS = ("--", "''", ",,", "^^")
_SIGNS = ("{", "}", "\\", "$", "~", "`", *PAIRS)
_SINGLE = b"{}\\$~`"
_SINGLE_OR_CONTROL = _SINGLE + bytes(range(32)) + b"\x7f"
_SIGNS_TO_READ = SIGNS_OF_A_LINE + _SINGLE
_LONGEST_MACRO = 10_000  # characters
_SHORT = 64  # characters: years, journals and publishers come again and again
_ADDRESSED = re.compile(r"\\(?:url|href)\b|\A\s*\{.*\}\s*\Z", re.DOTALL)  # an address in a command, or in braces of its own
_PAGES = re.compile(r"([0-9]+)--([0-9]+)")  # nearly every entry has them

Macros = dict[str, str]


def macros_of(text: str, blocks: Iterable[Block]) -> Macros:
    """Gather the `@string` definitions of a file, beside the months, which every style defines.

    >>> from papercat.readers.bibtex.blocks import cut
    >>> text = '@string{acl = "ACL"} @string{proc = "Proceedings of " # acl}'
    >>> macros_of(text, cut(text))["proc"]
    'Proceedings of ACL'
    """
    macros = {month: month for month in MONTHS}
    for block in blocks:
        if block.kind == "string":
            define(text, block, macros)
    return macros


def define(text: str, block: Block, macros: Macros) -> None:
    """Take the definitions of a `@string`; one that grows by those before it, twice as long each time, stays as it is written."""
    for field in block.fields:
        value = content(text, field, macros)
        macros[field.name.lower()] = value if len(value) <= _LONGEST_MACRO else text[field.start : field.end]


def content(text: str, field: Field, macros: Mapping[str, str]) -> str:
    """Give what a field says, in LaTeX still.

    >>> from papercat.readers.bibtex.grammar import Field
    >>> content('"5~" # jan # { 2020}', Field("date", 0, 20, "#"), {"jan": "January"})
    '5~January 2020'
    """
    if field.form == "#":
        return "".join(_parts(text, field.start, field.end, macros))
    value = text[field.start : field.end]
    return value if field.form or value.isdecimal() else macros.get(value.lower(), value)


def _parts(text: str, place: int, end: int, macros: Mapping[str, str]) -> Iterator[str]:
    while place < end:
        close = {"{": close_brace, '"': close_quote}.get(text[place])
        if close:
            stop = close(text, place, end) or end
            yield text[place + 1 : stop - 1]
        else:
            bare = BARE.match(text, place, end)
            stop = bare.end() if bare else end
            yield macros.get(text[place:stop].lower(), text[place:stop])
        joint = JOINT.match(text, stop, end)
        place = joint.end() if joint else end


def pairs_in(text: str) -> tuple[str, ...]:
    """Give the pairs of signs by which LaTeX means something that stand in a text, and so can stand in a part of it.

    >>> pairs_in("@misc{perez2022, pages = {13387--13434}}")
    ('--',)
    """
    return tuple(filter(text.__contains__, PAIRS))


def has_latex(value: str) -> bool:
    """Say whether a value holds a sign that LaTeX means something by; without one it is text already."""
    return any(map(value.__contains__, _SIGNS))


def is_text(value: str, pairs: Iterable[str] = PAIRS) -> bool:
    """Say whether a value is text as it stands: one line that can be seen, and nothing of LaTeX; `pairs` are those that it can have.

    >>> is_text("Sleeper Agents"), is_text("13387--13434"), is_text("{BERT}"), is_text("Ä\\n")
    (True, False, False, False)
    """
    if value.isascii():
        is_line = len(value.encode("ascii").translate(None, _SINGLE_OR_CONTROL)) == len(value)
    else:
        is_line = value.isprintable() and _has_no_single(value.encode("utf-8"))
    return is_line and value != "" and not value.isspace() and not any(map(value.__contains__, pairs))


def plain_text(value: str, pairs: Iterable[str] = PAIRS) -> str | None:
    """Make clean text of a value that is text as it stands and has nothing to repair, in any document; None for any other.

    >>> plain_text(" Sleeper  Agents"), plain_text("13387--13434"), plain_text("R&D"), plain_text("Ä")
    ('Sleeper Agents', None, None, None)
    """
    return _short_text(value, tuple(pairs)) if len(value) <= _SHORT else _plain_text(value, pairs)


def _plain_text(value: str, pairs: Iterable[str]) -> str | None:
    if not is_plain_line(value, _SIGNS_TO_READ) or any(map(value.__contains__, pairs)):
        return None
    return (" ".join(value.split()) if "  " in value else value.strip()) or None


_short_text = lru_cache(maxsize=16_384)(_plain_text)


def plain_pages(value: str) -> str | None:
    """Read pages as nearly every entry has them, with TeX's dash between two numbers; None for any other value.

    >>> plain_pages("13387--13434"), plain_pages("1-9")
    ('13387–13434', None)
    """
    pages = _PAGES.fullmatch(value)
    return f"{pages[1]}–{pages[2]}" if pages else None


def _has_no_single(data: bytes) -> bool:
    return len(data.translate(None, _SINGLE)) == len(data)


def plain(value: str, *, is_verbatim: bool = False) -> tuple[str, tuple[str, ...]]:
    r"""Read a value as text, and tell the commands in it that nobody knows.

    The name of a journal may be one of the commands that ADS writes.

    >>> plain(r"Behaviors of {LLMs} by \shorthand{X}")
    ('Behaviors of LLMs by \\shorthand{X}', ('\\shorthand',))
    >>> plain(r"\apj"), plain(r"10.1007/3-540-45757-7\_52", is_verbatim=True)
    (('Astrophysical Journal', ()), ('10.1007/3-540-45757-7_52', ()))
    """
    if is_verbatim and not _ADDRESSED.search(value):
        return (read_address(value) if "\\" in value else value), ()
    if not has_latex(value):
        return _lines_joined(value), ()
    if pages := plain_pages(value):
        return pages, ()
    if not any(map(value.__contains__, _SIGNS[2:])) and "{}-{}" not in value:
        return _lines_joined(value.replace("{", "").replace("}", "")), ()  # braces that only protect
    read = decode(value)
    if read.unknown and (journal := JOURNALS.get(value.strip().strip("{}").strip())):
        return journal, ()
    return _lines_joined(read.text), read.unknown


def _lines_joined(text: str) -> str:
    # nearly every long value stands on several lines; what a hyphen or another script makes of them is left to the cleaning
    return " ".join(text.split()) if "\n" in text and text.isascii() and "-\n" not in text and "-\r" not in text else text
