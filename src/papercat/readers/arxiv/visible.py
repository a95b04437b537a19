"""A document as a person sees it: labels are found where invisible signs stand in them, and places are those of the document."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from heapq import merge
from itertools import accumulate, pairwise

from papercat.readers.layout import find_furniture
from papercat.text.document import Document, Place

# What pages put into long words so that they may break, and what a PDF leaves there.
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]|\\(cid:[0-9]{1,5}\\) ?")

_QUOTE = re.compile(r"^(?:> ?)+", re.MULTILINE)
_QUOTED = 0.6  # of the lines
_TARGET = r"\]\((?:https?://|/)[^()\s]{0,400}\)"
_MARKDOWN = re.compile(r"\]\((?:https?://arxiv\.org)?/(?:abs|pdf|html|search)/")
_LINK = re.compile(r"\]\((https?://(?!(?:[\w.-]{0,40}\.)?(?:arxiv|doi)\.org)[^()\s]{1,400})\)")
_MARKUP = re.compile(
    rf"\[(?=[^\[\]\n]{{0,300}}{_TARGET})|{_TARGET}|^[ \t]{{0,8}}(?:[=-]{{3,}}[ \t]{{0,8}}$|#{{1,6}}[ \t]|>[ \t])|\*\*", re.MULTILINE
)
_ROW = re.compile(r"^[ \t]{0,8}\|.*$", re.MULTILINE)
_BAR = re.compile(r"(?<!\S)\|(?:[ \t]{0,4}:?-{3,}:?[ \t]{0,4}\|)*(?!\S)")
_BREAKS = "\n\r\v\f\u2028\u2029"
_BLANKS = dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
# A line that comes again beside page numbers is taken for a running head, but these come again in every record.
_KNOWN = re.compile(
    r"\s{0,8}(?:\\\\|[-=_%]{20}|(?:[\[(]?[0-9]{1,5}[\]).] {0,4}){0,2}arXiv:|"
    r"View PDF|Submission history|[A-Z][A-Za-z-]{1,12}(?: [A-Za-z]{2,9})?: )"
)


class Visible:
    """A document, its text without what cannot be seen, and the lines that belong to a page rather than to the text.

    >>> page = Visible(Document("a.txt", "Categ(cid:173) ories: cs.CL"))
    >>> page.text, page.places(12, 17)
    ('Categories: cs.CL', (Place(start=22, end=27),))
    """

    def __init__(self, document: Document) -> None:
        """Look at a document."""
        self.document = document
        self.furniture = [place for place in find_furniture(document.text) if not _KNOWN.match(document.text, *place)]
        markup = _markup(document.text)
        self._is_marked = bool(markup)
        self._quotes = quotes = sorted([*_quotes(document.text), *markup])
        self._outside = list(merge(self.furniture, quotes))
        self._outside_starts = [place.start for place in self._outside]
        hidden = _hidden(document.text, self.furniture, quotes)
        self.text = _without(document.text, hidden).translate(_BLANKS)
        self._shifts = list(accumulate((end - start for start, end in hidden), initial=0))
        self._cuts = [start - shift for (start, _), shift in zip(hidden, self._shifts, strict=False)]

    def place(self, start: int, end: int) -> Place:
        """Give the place in the document of a piece of the visible text, blanks at its ends left out."""
        piece = self.text[start:end]
        start, end = start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
        if start >= end:
            return Place(self._origin(start), self._origin(start))
        return Place(self._origin(start), self._origin(end - 1) + 1)

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """Give the places of a piece without the page furniture in it; none for a blank one."""
        place = self.place(start, end)
        if place.start == place.end:
            return ()
        first = max(bisect_right(self._outside_starts, place.start) - 1, 0)
        last = bisect_right(self._outside_starts, place.end)
        return tuple(self._between(place, self._outside[first:last]))

    def written(self, places: Sequence[Place]) -> str | None:
        """Give what stands in places between signs of Markdown, as if those were not there; None where there are no such signs."""
        if not self._quotes or len(places) < 2:
            return None
        text = self.document.text
        gaps = [text[before.end : after.start] for before, after in pairwise(places)]
        joints = ["\n" if "\n" in gap else " " if any(map(str.isspace, gap)) else "" for gap in gaps]
        return "".join(text[slice(*place)] + joint for place, joint in zip(places, [*joints, ""], strict=True))

    def links(self, place: Place) -> list[Place]:
        """Find the addresses behind words of a record that lead away from arXiv."""
        return [Place(*match.span(1)) for match in _LINK.finditer(self.document.text, *place)] if self._is_marked else []

    def reach(self, start: int, end: int) -> Place:
        """Give the place of a whole record or heading: signs of quotation between its lines and before it are of it."""
        if not self._quotes:
            return self.place(start, end)
        return Place(*(one + self._shifts[bisect_left(self._cuts, one)] for one in (start, end)))

    def _between(self, place: Place, outside: Iterable[Place]) -> Iterable[Place]:
        start = place.start
        for one in (*outside, Place(place.end, place.end)):
            piece = self.document.text[start : one.start]
            if piece.strip():
                yield Place(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
            start = max(start, one.end)

    def _origin(self, place: int) -> int:
        return place + self._shifts[bisect_right(self._cuts, place)] if self._cuts else place


def _quotes(text: str) -> list[Place]:
    """Find the signs that a mail program sets before the lines of a mail that is passed on, if most lines have them."""
    quotes = [Place(*match.span()) for match in _QUOTE.finditer(text)] if "\n>" in text else []
    lines = text.count("\n") + 1
    return quotes if len(quotes) > _QUOTED * lines else []


def _markup(text: str) -> list[Place]:
    """Find the signs of Markdown in a page that a program made of HTML."""
    if not _MARKDOWN.search(text):
        return []
    bars = (Place(*bar.span()) for row in _ROW.finditer(text) for bar in _BAR.finditer(text, *row.span()))
    return sorted([*(Place(*match.span()) for match in _MARKUP.finditer(text)), *bars])


def _hidden(text: str, furniture: Iterable[Place], quotes: Iterable[Place]) -> list[Place]:
    """Find what is not seen, and the page furniture with the empty lines around it."""
    signs = [] if text.isascii() and "(cid:" not in text else [Place(*match.span()) for match in _HIDDEN.finditer(text)]
    out: list[Place] = []
    for place in merge(signs, quotes, (_with_blanks(text, *place) for place in furniture)):
        if out and place.start < out[-1].end:
            out[-1] = Place(out[-1].start, max(out[-1].end, place.end))
        else:
            out.append(place)
    return out


def _with_blanks(text: str, start: int, end: int) -> Place:
    # the line before it ends, and the line behind it keeps how far it is indented
    begin = start
    while begin > 0 and text[begin - 1].isspace():
        begin -= 1
    first = next((place for place in range(begin, start) if text[place] in _BREAKS), start)
    while end < len(text) and text[end].isspace():
        end += 1
    last = max((text.rfind(sign, start, end) for sign in _BREAKS), default=-1)
    return Place(min(first + 1, start), last + 1 if last >= 0 else end)


def _without(text: str, hidden: Iterable[Place]) -> str:
    pieces, place = [], 0
    for start, end in hidden:
        pieces.append(text[place:start])
        place = end
    return "".join([*pieces, text[place:]])
