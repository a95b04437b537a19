"""Lines of a text with their places."""

import re
from itertools import accumulate
from typing import NamedTuple

# CR, LF, CRLF and the Unicode and page breaks end a line; U+0085 does not, for in text that was decoded wrongly it is
# a byte of some letter ("Ã\x85" is Å). A page copied as text often mixes several of them in one file.
_BREAK = re.compile(r"\r\n|[\r\n\v\f\u2028\u2029]")
_RARE = "\r\v\f\u2028\u2029"


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
    lines = []
    for start, line in zip(line_starts(text), _cut(text), strict=True):
        if line and not line.isspace():
            lines.append(Line(start, start + len(line), line))
    return lines


def line_starts(text: str) -> list[int]:
    r"""List where each line begins, blank ones counted.

    >>> line_starts("a\r\n\nb")
    [0, 3, 4]
    """
    if _is_plain(text):
        return list(accumulate((len(line) + 1 for line in text.split("\n")[:-1]), initial=0))
    return [0, *(m.end() for m in _BREAK.finditer(text))]


def has_blank_line(gap: str) -> bool:
    r"""Tell whether what stands between two lines holds an empty one.

    >>> has_blank_line("\n"), has_blank_line("\r\n \r\n")
    (False, True)
    """
    return len(_BREAK.findall(gap)) > 1


def _is_plain(text: str) -> bool:
    # most texts have no break but LF, and then plain splitting is many times as fast
    return not any(rare in text for rare in _RARE)


def _cut(text: str) -> list[str]:
    return text.split("\n") if _is_plain(text) else _BREAK.split(text)
