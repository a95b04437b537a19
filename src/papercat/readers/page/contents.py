"""Tables of contents and programmes: leaders before names and pages, and lines that lost their breaks.

What is cut is what counts up: list numbers one by one, pages and times. Where they do not, a line stays whole.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from papercat.readers.layout import Row
from papercat.readers.page.names import nameness
from papercat.text.document import Document, Place

_LEADER = re.compile(
    r"[ \t\u3000]{0,3}(?:…(?:[ \t]?…)+|⋯{2,}|‥{2,}|・{4,}|·{4,}|．{4,}|\.{5,}|(?:\.[ \u00a0]){4,}\.?)[ \t\u3000…⋯‥・·．.]*"
)
_PAGE = re.compile(
    r"[ \t\u3000]{0,9}(?:…{1,9}[ \t]{0,9})?"
    r"(?P<page>[(（〔]?\s?(?:\d{1,4}(?:\s?[-–~～]\s?\d{1,4})?|[〇一二三四五六七八九十百]{1,5})\s?[)）〕]?)\s*\Z"
)
_LEAST, _SHARE = 2, 0.2  # rows with a leader that names stand behind, and of all rows
_LONG = 200  # characters of a line that may hold several records
_FEW = 4  # records of a line that lost its breaks
_NUMBERED = re.compile(r"(?<=\s)(\d{1,3})\.\s(?=[^\W\d_a-z])|\A(1)\.\s(?=[^\W\d_a-z])")
_PAGED = re.compile(r"(?<=[^\W\d] )\d{1,4}(?=\s+[A-Z]{2,}\b|\s+\d{1,3}\.\s|\s*\Z)")
_PAGE_BEFORE = re.compile(r"\s(\d{1,4})\s+(?:[A-Z][A-Z :]{0,99}\d{1,4}\s+)?\Z")
_TIMED = re.compile(r"(?<![-–] )(?<!\d)(\d{1,2}):(\d\d)\s(?=[^\W\d_a-z])(?![AP]M\b)")
_SESSION = re.compile(r"\[\d{1,4}\]\s(?=[A-Z]{2,}\b)")
_DASH = re.compile(r"(?<=[^\W\d_])\s?[—–]\s?(?=[^\W_])")
_NAMES = 0.3  # of `nameness`
_SHOUTED = re.compile(r"\b[A-ZÀ-Þ]{3,}\b")
_FARTHEST = 300  # characters of names before a dash


def cut_contents(document: Document, rows: Sequence[Row]) -> tuple[list[Row], str]:
    """Cut the rows of a table of contents; say by what lines were cut that had lost their breaks: "numbers", "times" or "".

    >>> from papercat.readers.layout import lay_out
    >>> page = Document("a.txt", "自然言語処理……………黒橋禎夫・長尾眞… 35\\n係り受け解析……………工藤拓・松本裕治… 57")
    >>> [row.text for row in cut_contents(page, lay_out(page).rows)[0] if row.text[0] != "…"]
    ['自然言語処理', '黒橋禎夫・長尾眞', '35', '係り受け解析', '工藤拓・松本裕治', '57']
    """
    out = [part for row in rows for part in _lines(document, row)]
    lost = "" if len(out) == len(rows) else "times" if sum(_TIMED.match(row.text) is not None for row in out) >= _FEW else "numbers"
    led = [_led(document, row) for row in out]
    named = [places for places in led if len(places) > 1 and nameness(_lowered(document.show(*places[1]))) > _NAMES]
    if len(named) >= max(_LEAST, _SHARE * len(out)):
        behind = [*(row.text for row in out[1:]), ""]
        out = [part for row, places, after in zip(out, led, behind, strict=True) for part in _entry(document, row, places, after)]
    return out, lost


def _lines(document: Document, row: Row) -> Iterator[Row]:
    """Cut a row that holds many records before the numbers or the times that count up in it."""
    if row.place.end - row.place.start < _LONG:
        yield row
        return
    starts = _numbers(document.text, row.place) or _times(document.text, row.place)
    for number, place in enumerate(_between(row.place, starts)):
        if _SESSION.match(document.text, *place) and number:
            continue  # the head of a session, with its room and its chairs: told as unread
        line = replace(row, place=place, text=document.show(*place).strip()) if starts else row
        if number:
            line = replace(line, number=None, wrapped=False, after_blank=False)
        yield from _timed(document, line) if starts and _TIMED.match(document.text, *place) else [line]


def _between(place: Place, starts: Sequence[int]) -> list[Place]:
    edges = [place.start, *(start for start in starts if start > place.start), place.end]
    return [Place(begin, end) for begin, end in pairwise(edges)]


def _numbers(text: str, place: Place) -> list[int]:
    """Find list numbers that count up from 1, each of which a page stands before, and the pages that end them."""
    due, chain = 1, list[int]()
    for match in _NUMBERED.finditer(text, *place):
        if int(match[match.lastindex or 1]) == due:
            chain.append(match.start())
            due += 1
    before = (_PAGE_BEFORE.search(text, max(start - _LONG, place.start), start) for start in chain[1:])
    pages = [int(found[1]) for found in before if found]
    if len(chain) < _FEW or len(pages) < len(chain) - 1 or pages != sorted(pages):
        return []
    return sorted({*chain, *(edge for found in _PAGED.finditer(text, chain[0], place.end) for edge in found.span() if edge < place.end)})


def _times(text: str, place: Place) -> list[int]:
    """Find the times of a programme, and the heads of its sessions."""
    times = [match.start() for match in _TIMED.finditer(text, *place)]
    dashed = sum(_dash(text, Place(*edges)) is not None for edges in pairwise([*times, place.end]))
    if len(times) < _FEW or dashed < len(times):
        return []
    return sorted([*times, *(match.start() for match in _SESSION.finditer(text, times[0], place.end))])


def _dash(text: str, place: Place) -> re.Match[str] | None:
    """Find the dash behind the names that a talk begins with."""
    head = _TIMED.match(text, *place)
    start = head.end() if head else place.start
    found = _DASH.search(text, start, min(place.end, start + _FARTHEST))
    return found if found and nameness(text[start : found.start()]) > 0 else None


def _timed(document: Document, row: Row) -> list[Row]:
    """Cut a talk `8:15 Name, Name and Name—Title` at its dash."""
    found = _dash(document.text, row.place)
    if not found:
        return [row]
    cut = [Place(row.place.start, found.start()), Place(*found.span()), Place(found.end(), row.place.end)]
    return [_piece(document, row, place, is_first=not number) for number, place in enumerate(cut)]


def _entry(document: Document, row: Row, places: Sequence[Place], after: str) -> Iterator[Row]:
    """Give the rows of an entry; one without anything but a page behind its leader, `Index …… 37`, is no paper and gives none."""
    if not places:
        yield row
    elif len(places) > 1 or nameness(after) > _NAMES:
        yield from _parts(document, row, places)


def _led(document: Document, row: Row) -> list[Place]:
    """Give where a leader stands in a row, and the names and the page behind it."""
    found = _LEADER.search(document.text, *row.place)
    if not found:
        return []
    page = _PAGE.search(document.text, found.end(), row.place.end)
    rest = Place(found.end(), page.start() if page else row.place.end)
    number = Place(*page.span("page")) if page else Place(row.place.end, row.place.end)
    return [Place(*found.span()), *([rest, number] if rest.start < rest.end else [])]


def _lowered(text: str) -> str:
    """Write words in capitals as names have them: `Kolawole Waziri OLAGBOYEGA`."""
    return _SHOUTED.sub(lambda word: word[0].capitalize(), text)


def _parts(document: Document, row: Row, places: Sequence[Place]) -> Iterator[Row]:
    """Give the rows of an entry: what stands before its leader, the leader, the names, the page."""
    edges = sorted({row.place.start, *(edge for place in places for edge in place), row.place.end})
    for number, edge in enumerate(pairwise(edges)):
        if not document.text[slice(*edge)].isspace():
            yield _piece(document, row, Place(*edge), is_first=not number)


def _piece(document: Document, row: Row, place: Place, *, is_first: bool) -> Row:
    start, end = place
    while start < end and document.text[start].isspace():
        start += 1
    while end > start and document.text[end - 1].isspace():
        end -= 1
    shown = document.show(start, end)
    if is_first:
        return replace(row, place=Place(start, end), text=shown)
    return Row(Place(start, end), shown)
