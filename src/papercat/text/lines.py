"""Lines of a text with their places."""

import re
from bisect import bisect_right
from typing import NamedTuple

# CR, LF, CRLF and the Unicode and page breaks end a line; U+0085 does not, for in text that was decoded wrongly it is
# a byte of some letter ("Ã\x85" is Å). A page copied as text often mixes several of them in one file.
_LINE = re.compile(r"[^\r\n\v\f\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\v\f\u2028\u2029]")


class Line(NamedTuple):
    """A line that is not empty: `text == document[start:end]`, without its line break."""

    start: int
    end: int
    text: str


def split_lines(text: str) -> list[Line]:
    r"""Cut a text into its lines that are not blank.

    >>> [line.text for line in split_lines("Askell, Amanda\r\n\r\nConstitutional AI\r")]
    ['Askell, Amanda', 'Constitutional AI']
    """
    return [Line(m.start(), m.end(), m[0]) for m in _LINE.finditer(text) if not m[0].isspace()]


def line_starts(text: str) -> list[int]:
    r"""List where each line begins, blank ones counted, for `line_number`.

    >>> line_starts("a\r\n\nb")
    [0, 3, 4]
    """
    return [0, *(m.end() for m in _BREAK.finditer(text))]


def line_number(starts: list[int], place: int) -> int:
    """Give the number of the line, from 1, that holds a character.

    >>> line_number([0, 3, 4], 4)
    3
    """
    return bisect_right(starts, place)
