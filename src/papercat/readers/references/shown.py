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
_MARKS, _LONGEST_MARK = frozenset('“”„«»‘‚‹›"'), len("&#x201C;")
_BEFORE, _BEHIND = re.compile(r"[“”„«»‘‚‹›\"(\[]{0,3}"), re.compile(r"[.,?!;:)\]“”«»’‹›\"]{0,4}\Z")
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff]+")


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
        start = match.start()
        for own, shown in _pieces(document, raw, text):
            head = _same(own, shown)
            tail = _same(own[::-1], shown[::-1], min(len(own), len(shown)) - head)
            runs.append(_Run(at, len(shown), start, start + len(own), head, tail))
            at, start = at + len(shown), start + len(own)
        texts.append(text if cut or not texts else " " + text)
        at += 1
    return Shown("".join(texts), tuple(runs) or (_Run(0, 0, place.start, place.start, 0, 0),), holes)


def _pieces(document: Document, raw: str, text: str) -> list[tuple[str, str]]:
    """Part quotation marks from a word that a repair changed, so that each has its place: `&ldquo;T&acirc;ches`, `Mise.â€\x9d`."""
    before, behind = _BEFORE.match(text), _BEHIND.search(text)
    if raw == text or _MARKS.isdisjoint(text) or not before or not behind:
        return [(raw, text)]
    found = []
    begin, end = before.end(), behind.start()
    if 0 < begin < end and (size := _size(document, raw, text[:begin], text[begin:])):
        found.append((raw[:size], text[:begin]))
        raw, text, end = raw[size:], text[begin:], end - begin
    if 0 < end < len(text) and (size := _size(document, raw, text[:end], text[end:], back=True)):
        return [*found, (raw[:size], text[:end]), (raw[size:], text[end:])]
    return [*found, (raw, text)]


def _size(document: Document, raw: str, head: str, tail: str, *, back: bool = False) -> int:
    """Count the characters that became the head of a word, 0 if it cannot be parted."""
    most = min(_LONGEST_MARK * len(tail if back else head), len(raw) - 1)
    sizes = range(len(raw) - 1, len(raw) - 1 - most, -1) if back else range(1, most + 1)
    return next((size for size in sizes if _word(document, raw[:size]) == head and _word(document, raw[size:]) == tail), 0)


def _word(document: Document, raw: str) -> str:
    return _UNSEEN.sub("", document.clean_text(raw)[0])


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
