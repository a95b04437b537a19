"""Lines of a text with their places."""

import re
from collections.abc import Callable
from functools import partial
from itertools import accumulate, count
from operator import add
from typing import NamedTuple

# CR, LF, CRLF and the Unicode and page breaks end a line; U+0085 does not, for in text that was decoded wrongly it is
# a byte of some letter ("Ã\x85" is Å). A page copied as text often mixes several of them in one file.
_BREAK = re.compile(r"\r\n|[\r\n\v\f\u2028\u2029]")
_NO_BREAK = re.compile(r"[^\r\n]")
_RARE = "\r\v\f\u2028\u2029"


class Line(NamedTuple):
    """A line that is not empty: `text == document[start:end]`, without its line break."""

    start: int
    end: int
    text: str


_line_of: Callable[[tuple[int, int, str]], Line] = partial(tuple.__new__, Line)  # half the time of `Line(…)`


def split_lines(text: str) -> list[Line]:
    r"""Cut a text into its lines that are not blank.

    >>> [line.text for line in split_lines("Askell, Amanda\r\n\r\nConstitutional AI\r")]
    ['Askell, Amanda', 'Constitutional AI']
    """
    if _is_plain(text):
        pieces = text.split("\n")
        starts = list(map(add, accumulate(map(len, pieces[:-1]), initial=0), count()))
    else:
        pieces, starts = _BREAK.split(text), [0, *(m.end() for m in _BREAK.finditer(text))]
    return [_line_of((start, start + len(line), line)) for start, line in zip(starts, pieces, strict=True) if line and not line.isspace()]


def line_starts(text: str) -> list[int]:
    r"""List where each line begins, blank ones counted.

    >>> line_starts("a\r\n\nb")
    [0, 3, 4]
    """
    if _is_plain(text):
        return list(map(add, accumulate(map(len, text.split("\n")[:-1]), initial=0), count()))
    return [0, *(m.end() for m in _BREAK.finditer(text))]


def has_blank_line(gap: str) -> bool:
    r"""Tell whether what stands between two lines holds an empty one.

    >>> has_blank_line("\n"), has_blank_line("\r\n \r\n")
    (False, True)
    """
    return len(_BREAK.findall(gap)) > 1


def blanked(text: str) -> str:
    r"""Give as many blanks as a text has characters, with its line breaks where they are.

    >>> blanked("#+TITLE: A\r\nB")
    '          \r\n '
    """
    return _NO_BREAK.sub(" ", text)


def blank_out(pattern: re.Pattern[str], text: str) -> str:
    r"""Give blanks for all that a pattern finds, so that every other character keeps its place.

    >>> blank_out(re.compile(r"#.*"), "#+TITLE: A\nSleeper Agents")
    '          \nSleeper Agents'
    """
    return pattern.sub(lambda found: blanked(found[0]), text)


def _is_plain(text: str) -> bool:
    # most texts have no break but LF, and then plain splitting is many times as fast
    return not any(rare in text for rare in _RARE)
