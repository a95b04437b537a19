"""Marks: the labels and fixed phrases that arXiv's texts are made of, found where lines were glued, too.

A label such as `Authors:` is a word of English as well. It counts at the start of a line; where a record has none there,
glued to the text before it; and in a text that has become one line, behind a single blank.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby, islice
from typing import NamedTuple

_LINE_START = re.compile(r"(?:\A|[\r\n\v\f\u2028\u2029])[ \t\u00a0]*\Z")
_LOOK_BACK = 40  # characters; no line of arXiv's is indented further
_MOST = 20  # labels of a kind in a record; the rest is text
AT_LINE_START, GLUED, IN_LINE = 3, 2, 1


class Kind(NamedTuple):
    """A kind of mark.

    Attributes:
        name: of the kind.
        pattern: what it looks like; its group `own` holds a value.
        own: the role of what it holds.
        follows: the role of the text behind it.
        label: of both, for what has no field of its own.
        is_word: it is a word that may stand in any text.
    """

    name: str
    pattern: re.Pattern[str]
    own: str = "skip"
    follows: str = "skip"
    label: str = ""
    is_word: bool = False


class Mark(NamedTuple):
    """A mark in a text."""

    kind: Kind
    match: re.Match[str]
    strength: int

    @property
    def start(self) -> int:
        """Give the place of its first character."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Give the place after its last."""
        return self.match.end()


class Table:
    """Kinds of marks, looked for together.

    Attributes:
        kinds: of two that begin at one place the first counts.

    >>> titles = Table([Kind("title", re.compile("Title:"), follows="title", is_word=True)])
    >>> [mark.strength for mark in titles.find("Title: A Study of the Title: and More")]
    [3, 1]
    """

    def __init__(self, kinds: Sequence[Kind], begins: re.Pattern[str] | None = None) -> None:
        """Take the kinds; every mark begins where `begins` finds something, which is looked for first: that is faster by far."""
        self.kinds = tuple(kinds)
        # without groups a pattern is passed over by its first character, which makes the search four times as fast
        self._any = re.compile("|".join(_bare(kind.pattern.pattern) for kind in kinds))
        self._begins = begins or self._any

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Mark]:
        """Find the marks of a piece of text, in order."""
        marks: list[Mark] = []
        stop = len(text) if end is None else end
        while begin := self._begins.search(text, start, stop):
            place = begin.start()
            found = self._any.match(text, place, stop)
            start = found.end() if found else place + 1
            if found:
                known = ((kind, match) for kind in self.kinds if (match := kind.pattern.match(text, place, stop)))
                marks += (Mark(kind, match, _strength(text, place)) for kind, match in islice(known, 1))
        return marks


def strongest(marks: Iterable[Mark]) -> list[Mark]:
    """Leave out the words of one record that are no labels: there is a surer one of the kind, or others stand at the start of lines.

    >>> table = Table([Kind(word, re.compile(word + ":"), is_word=True) for word in ("Title", "Comments")])
    >>> [mark.start for mark in strongest(table.find("Title: On the Title: and Comments: of pages"))]
    [0]
    """
    marks = list(marks)
    words = [mark for mark in marks if mark.kind.is_word]
    least = GLUED if any(mark.strength == AT_LINE_START for mark in words) else IN_LINE
    kept = []
    for _, group in groupby(sorted(words, key=lambda mark: mark.kind.name), key=lambda mark: mark.kind.name):
        same = list(group)
        best = max(mark.strength for mark in same)
        if best >= least:
            kept += [mark for mark in same if mark.strength == best][: _MOST if best == AT_LINE_START else 1]
    return sorted([*(mark for mark in marks if not mark.kind.is_word), *kept], key=lambda mark: mark.start)


def _bare(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def _strength(text: str, place: int) -> int:
    before = text[max(place - _LOOK_BACK, 0) : place]
    if _LINE_START.search(before) and (place < _LOOK_BACK or not before.isspace() or "\n" in before or "\r" in before):
        return AT_LINE_START
    if before[-1:].isspace():
        return GLUED if before[-2:].isspace() else IN_LINE
    return 0 if before[-1:] in "-‐‑–_/(\"'“‘" else GLUED
