r"""The grammar of BibTeX as patterns, and what is cut by it.

The rules are those of bibtex.web (Oren Patashnik, 1988), "Reading the database file(s)": a block begins with `@`, a type and `{` or `(`;
names have no blank and none of `"#%'(),={}`; braces count wherever they stand, a quotation mark ends its value outside of braces; `#`
joins parts.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from papercat.text.document import Place

NAME = r"[^\s=,{}()\"#%'@\\]{1,64}"
# Braces of no more than three layers are matched at once; deeper ones are counted. The patterns are unrolled, so that no text can be
# cut in two ways and a failure costs no more than a look.
_INNER = r"\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}"
_GROUP = rf"\{{[^{{}}]*(?:{_INNER}[^{{}}]*)*\}}"
_BARE = r"[^\s,{}()\"#=@%]+"
FIELD = re.compile(
    rf"[\s,]*({NAME})\s*=\s*(?:\{{([^{{}}]*(?:{_GROUP}[^{{}}]*)*)\}}|\"([^\"{{}}]*(?:{_GROUP}[^\"{{}}]*)*)\"|({_BARE}))\s*(?=[,)}}])"
)
# It begins with a sign, which is looked for at the speed of a plain search; a letter before it makes an address of it.
OPENING = re.compile(r"@[ \t]*([A-Za-z][\w+\xad\u200b-\u200d\u2060\ufeff-]{0,63})\s*([{(])")
KEY = re.compile(r"\s*([^\s,={}]*)\s*,")
ALONE = re.compile(r"\s*([^\s,={}()]*)\s*([})])")  # a key and nothing more
CLOSING = re.compile(r"[\s,]*([)}])")
# Behind the end of an entry, another field: then that was not its end.
MORE = re.compile(rf"[ \t]*(?:,\s*|[\r\n]\s*){NAME}[ \t]*=[ \t]*[{{\"\d]")
BARE = re.compile(_BARE)
JOINT = re.compile(r"\s*#\s*")
_BRACE = re.compile(r"[{}]")
_BRACE_OR_QUOTE = re.compile(r"[{}\"]")
CLOSERS = {"{": "}", "(": ")"}


class Field(NamedTuple):
    """One field of an entry.

    Attributes:
        name: as written.
        start: where its value begins, without the braces or quotation marks around it.
        end: where it ends.
        form: "{", '"' or "" for a value in braces, in quotation marks or bare; "#" for one that is joined of several.
    """

    name: str
    start: int
    end: int
    form: str


# Makes a field of its parts in half the time of `Field(…)`.
field_of: Callable[[tuple[str, int, int, str]], Field] = partial(tuple.__new__, Field)


class Scar(NamedTuple):
    """One thing that was wrong with an entry.

    Attributes:
        told: what, in words.
        place: where.
        is_scrap: what stands there is no part of a field.
    """

    told: str
    place: Place
    is_scrap: bool = False


class Told(NamedTuple):
    """A value that is spelt in another way than BibTeX's, given in LaTeX: the name of its field, itself, and where it stands."""

    name: str
    value: str
    place: Place


class Head(NamedTuple):
    """The beginning of a block: its type in small letters, its bracket, where it begins, and where what it holds does."""

    type: str
    bracket: str
    start: int
    end: int


class Block(NamedTuple):
    """A block of a file.

    Attributes:
        kind: "entry", "string", "preamble", "comment", "broken" for an entry without a field that can be read, or "text" for what
            stands between blocks.
        type: the word behind the `@`, in small letters.
        key: the citation key of an entry.
        place: all of it.
        fields: of an entry or a string.
        scars: what was wrong with it.
        told: values of a format that is like BibTeX.
    """

    kind: str
    type: str
    key: str
    place: Place
    fields: tuple[Field, ...] = ()
    scars: tuple[Scar, ...] = ()
    told: tuple[Told, ...] = ()


def close_brace(text: str, start: int, limit: int, depth: int = 0) -> int | None:
    """Give the place behind the brace that closes the one at `start`, or with a depth of 1 all that are open there.

    >>> close_brace("{a{b}c}d", 0, 8), close_brace("a}b", 0, 3, 1), close_brace("{a{b}", 0, 5)
    (7, 2, None)
    """
    for brace in _BRACE.finditer(text, start, limit):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    return None


def close_quote(text: str, start: int, limit: int) -> int | None:
    """Give the place behind the quotation mark that closes the one at `start`, outside of braces.

    >>> close_quote('"a{"}b"c', 0, 8)
    7
    """
    depth = 0
    for mark in _BRACE_OR_QUOTE.finditer(text, start + 1, limit):
        if mark[0] == '"' and depth <= 0:
            return mark.end()
        depth += (mark[0] == "{") - (mark[0] == "}")
    return None
