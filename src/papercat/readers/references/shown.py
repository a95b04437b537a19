"""A piece of a document as one readable line, with the way back to the places of its characters."""

import re
from bisect import bisect_right
from itertools import chain, repeat
from typing import NamedTuple

from papercat.text.document import Document, Place

# No-break spaces can be bytes of a damaged letter ("à" as "Ã\xa0"), so only where nothing is damaged do they part words.
_WORD = re.compile(r"\S+")
_WORD_OF_DAMAGED = re.compile(r"[^ \t\n\r\v\f\u2028\u2029]+")
_LINE_END = re.compile(r"[ \t]*(?:\r\n|[\r\n\v\f\u2028\u2029])")
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff]+")
_OPENING = frozenset('“„«‘‹"')
_MOST_SIGNS = 9  # that one stands for: "&#x201C;"


class _Run(NamedTuple):
    """A word: where it stands in the line and in the document, and how much of it is the same at both ends."""

    shown: int
    size: int
    start: int
    end: int
    head: int
    tail: int


class Shown(NamedTuple):
    """A readable line.

    Attributes:
        text: the words, each repaired by itself, with one blank between them.
        runs: where each stands.
        holes: what stands between its words and belongs to the page.
    """

    text: str
    runs: tuple[_Run, ...]
    holes: tuple[Place, ...] = ()

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """Give the places in the document of some characters of the line; what a repair changed is taken whole."""
        begin, stop = self._back(start, is_end=False), self._back(end, is_end=True)
        inner = [hole for hole in self.holes if begin < hole.start and hole.end < stop]
        begins, stops = [begin, *(hole.end for hole in inner)], [*(hole.start for hole in inner), stop]
        return tuple(map(Place, begins, stops))

    def _back(self, at: int, *, is_end: bool) -> int:
        number = max(bisect_right(self.runs, at - is_end, key=lambda run: run.shown) - 1, 0)
        run = self.runs[number]
        inside = min(at - run.shown, run.size)
        if inside <= run.head:
            return run.start + inside
        if run.size - inside <= run.tail:
            return run.end - (run.size - inside)
        return run.end - run.tail if is_end else run.start + run.head


def show(document: Document, place: Place, holes: tuple[Place, ...] = ()) -> Shown:
    """Make the words of a piece readable, each by itself: enough to judge what they are, and every one keeps its place.

    >>> page = Document("r.txt", "Pag&egrave;s C.\\n  Premier  syst&egrave;me")
    >>> line = show(page, Place(0, len(page.text)))
    >>> line.text, [page.text[slice(*piece)] for piece in line.places(0, 7)]
    ('Pagès C. Premier système', ['Pag&egrave;s C'])
    """
    pattern = _WORD_OF_DAMAGED if document.damage else _WORD
    texts: list[str] = []
    runs: list[_Run] = []
    at = 0
    begins, stops = [place.start, *(hole.end for hole in holes)], [*(hole.start for hole in holes), place.end]
    for match in chain.from_iterable(map(pattern.finditer, repeat(document.text), begins, stops)):
        raw = match[0]
        text = raw if raw.isascii() and "&" not in raw and "\\" not in raw else _word(document, raw)
        if not text:
            continue
        cut = _is_cut(texts, text, document.text[runs[-1].end : match.start()] if runs else "")
        if cut:
            at -= 1
        if opened := _opened(document, raw, text):
            texts.append(text[0] if cut or not texts else " " + text[0])
            runs.append(_Run(at, 1, match.start(), match.start() + opened, 0, 0))
            raw, text, at, cut = raw[opened:], text[1:], at + 1, True
        head = _same(raw, text)
        tail = _same(raw[::-1], text[::-1], min(len(raw), len(text)) - head)
        runs.append(_Run(at, len(text), match.end() - len(raw), match.end(), head, tail))
        texts.append(text if cut or not texts else " " + text)
        at += len(text) + 1
    return Shown("".join(texts), tuple(runs) or (_Run(0, 0, place.start, place.start, 0, 0),), holes)


def _word(document: Document, raw: str) -> str:
    return _UNSEEN.sub("", document.clean_text(raw)[0])


def _opened(document: Document, raw: str, text: str) -> int:
    """Measure the sign of a quotation that opens a word, where it is damaged: what is behind it must have a place of its own."""
    if text[0] not in _OPENING or raw[0] == text[0]:
        return 0
    sizes = range(1, min(_MOST_SIGNS, len(raw)))
    return next((size for size in sizes if _word(document, raw[:size]) == text[0] and _word(document, raw[size:]) == text[1:]), 0)


def _is_cut(before: list[str], text: str, gap: str) -> bool:
    """Tell a word that a line's end cut, and an address."""
    if not before or not _LINE_END.match(gap):
        return False
    last = before[-1]
    return (last[-1:] == "-" and last[-2:-1].isalpha() and text[:1].islower()) or (
        last[-1:] in "/_" and "//" in last and not text[:1].isupper()
    )


def _same(one: str, other: str, most: int = 1 << 30) -> int:
    """Count the characters that two words share at their beginnings."""
    if one == other:
        return min(len(one), most)
    size = 0
    for a, b in zip(one, other, strict=False):
        if a != b or size >= most:
            break
        size += 1
    return size
