"""Well-formed entries of the rarer kinds, joined values and braces of many layers, as bibtexparser's splitter cuts them."""

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from papercat.readers.bibtex.grammar import BARE, JOINT, KEY, NAME, Block, Field, Head, close_brace, close_quote
from papercat.text.document import Place

if TYPE_CHECKING:
    from bibtexparser.model import Field as ParsedField

# without a handler of the program's own, the library would print its warnings, which come as issues here
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())

_NAME = re.compile(NAME)
_LONGEST = 20_000  # characters of an entry; the splitter takes time for each, and a longer one has lost its end


def parse(text: str, head: Head, limit: int) -> Block | None:
    """Read an entry with bibtexparser; None for one that it refuses, or that is not all that stands there.

    >>> text = '@misc{a, title = "Sleeper" # { Agents}, note = {{{{x}}}}}'
    >>> [(field.name, text[field.start : field.end], field.form) for field in parse(text, Head("misc", "{", 0, 6), len(text)).fields]
    [('title', '"Sleeper" # { Agents}', '#'), ('note', '{{{x}}}', '{')]
    >>> parse("@misc{a, title = {A", Head("misc", "{", 0, 6), 19) is None
    True
    """
    key = KEY.match(text, head.end, limit)
    if not key or limit - head.start > _LONGEST:
        return None
    from bibtexparser.model import Entry  # noqa: PLC0415  40 ms that few files need
    from bibtexparser.splitter import Splitter  # noqa: PLC0415

    blocks = Splitter(text[head.start : limit]).split().blocks
    found = blocks[0] if len(blocks) == 1 else None
    if not isinstance(found, Entry) or not found.raw or not text.startswith(found.raw, head.start):
        return None
    place, fields = key.end(), list[Field]()
    for one in found.fields:
        field = _field(text, one, place, limit)
        if field is None:
            return None
        fields.append(field)
        place = field.end
    return Block("entry", head.type, found.key, Place(head.start, head.start + len(found.raw)), tuple(fields))


def _field(text: str, field: "ParsedField", place: int, limit: int) -> Field | None:
    # the splitter lets pass what bibtex would not: names with blanks, values that go on behind their end
    begin = text.find(field.key, place, limit)
    start = text.find(field.value, begin + len(field.key), limit)
    end = start + len(field.value)
    if begin < 0 or start < 0 or not _NAME.fullmatch(field.key) or text[place:begin].strip(' \t\r\n,}"'):
        return None
    ends = list(_ends(text, start, end))
    if not ends or ends[-1] != end:
        return None
    return Field(field.key, start, end, "#") if len(ends) > 1 else _single(field.key, text, start, end)


def _single(name: str, text: str, start: int, end: int) -> Field:
    is_wrapped = text[start] in '{"'
    return Field(name, start + is_wrapped, end - is_wrapped, text[start] if is_wrapped else "")


def _ends(text: str, start: int, limit: int) -> Iterator[int]:
    """Give where each part of a value ends that is whole: in braces, in quotation marks, or bare."""
    while start < limit:
        bare = BARE.match(text, start, limit)
        end = bare.end() if bare else close_brace(text, start, limit) if text[start] == "{" else close_quote(text, start, limit)
        if end is None or (not bare and text[start] not in '{"'):
            return
        yield end
        joint = JOINT.match(text, end, limit)
        if not joint:
            return
        start = joint.end()
