"""The lines of a pasted page: which are page furniture, which carry a list number, which break was only a wrap."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from papercat.text.document import Document, Place
from papercat.text.lines import Line, has_blank_line, split_lines

_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(?:\[(\d{1,4})\]|\((\d{1,4})\)|(\d{1,4})[.)]|(?:#|[A-Z]{1,3}-?)(\d{1,4})(?:[.:)](?=\s)|(?=\t)))\s+(?=\S)")
_DIGITS = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?…。．][)\]\"'”’»}$]*\Z")
_MAX_WIDTH = 160  # characters; text that is wrapped wider than this was not wrapped for reading
_MIN_LINES = 5
_ONWARD_SHARE = 0.6  # of the lines that go on with a small letter so many are full
_FULL_SHARE = 0.45  # of the lines of a wrapped text so many are as full as their next word allows; lists have under 0.2


@dataclass(slots=True)
class Row:
    """One line and what its surroundings say of it.

    Attributes:
        place: its characters, without the list number.
        text: those, readable.
        number: the place of its list number, None if it has none that counts.
        after_blank: an empty line stands before it.
        wrapped: the break before it can be a mere wrap: its first word had no room on the line before.
        glued: it was cut off the row before it.
    """

    place: Place
    text: str
    number: Place | None = None
    after_blank: bool = False
    wrapped: bool = False
    glued: bool = False


@dataclass(slots=True)
class Layout:
    """The rows of a document, and the lines that belong to the page rather than to the text."""

    rows: list[Row]
    furniture: list[Place]
    is_wrapped: bool


def lay_out(document: Document) -> Layout:
    """Look at the lines of a document.

    >>> page = Document("p.txt", "1. Constitutional AI\\nBai, Yuntao\\n2. Sleeper Agents\\nHubinger, Evan")
    >>> [(row.text, bool(row.number)) for row in lay_out(page).rows][:2]
    [('Constitutional AI', True), ('Bai, Yuntao', False)]
    """
    lines = split_lines(document.text)
    furniture = _furniture(document.text, lines)
    rows = [_row(document, line) for line in lines if line.start not in furniture]
    take_numbers(document, rows)
    width = _width(rows)
    _mark_breaks(document, rows, furniture, width)
    return Layout(rows, [Place(line.start, line.end) for line in lines if line.start in furniture], width is not None)


def find_furniture(text: str) -> list[Place]:
    r"""Find the lines that belong to the page: page numbers, and running heads and feet beside them.

    >>> find_furniture("learned from\n\n1\nProceedings of the 5th Workshop, pages 1-9\n\nlittle data.")
    [Place(start=14, end=15), Place(start=16, end=58)]
    """
    lines = split_lines(text)
    starts = _furniture(text, lines)
    return [Place(line.start, line.end) for line in lines if line.start in starts] if starts else []


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends as a sentence does.

    >>> ends_sentence("more powerful language models.”"), ends_sentence("Constitutional AI")
    (True, False)
    """
    return bool(_SENTENCE_END.search(text, max(len(text) - 8, 0)))


def _row(document: Document, line: Line) -> Row:
    start = line.start + len(line.text) - len(line.text.lstrip())
    end = line.start + len(line.text.rstrip())
    return Row(Place(start, end), document.show(start, end))


def _furniture(text: str, lines: list[Line]) -> set[int]:
    """Find page numbers, and running heads and feet: what stands beside a page number and comes again."""
    numbers = {i for i, line in enumerate(lines) if _PAGE_NUMBER.fullmatch(line.text) and _is_page_number(text, lines, i)}
    if not numbers:
        return set()
    beside = {j for i in numbers for j in (i - 1, i + 1) if 0 <= j < len(lines) and len(lines[j].text) < _MAX_WIDTH}
    forms = Counter(_DIGITS.sub("0", lines[j].text.strip()) for j in beside - numbers)
    heads = {j for j in beside - numbers if forms[_DIGITS.sub("0", lines[j].text.strip())] > 1 or _is_running_head(lines[j].text)}
    return {lines[i].start for i in numbers | heads}


def _is_page_number(text: str, lines: list[Line], i: int) -> bool:
    """Tell a page number from a title such as 1984: it is set off by dashes, an empty line, a page break or a running head."""
    line = lines[i]
    before = text[lines[i - 1].end if i else 0 : line.start]
    after = text[line.end : lines[i + 1].start if i + 1 < len(lines) else len(text)]
    set_off = any("\f" in gap or has_blank_line(gap) for gap in (before, after))
    heads = [lines[j].text for j in (i - 1, i + 1) if 0 <= j < len(lines)]
    return set_off or not line.text.strip().isdecimal() or any(map(_is_running_head, heads))


def _is_running_head(text: str) -> bool:
    return bool(re.match(r"(?:Proceedings|Transactions|Journal|Preprint|Under review|Published as|arXiv:\S+ \[)\b.*\d", text.strip()))


def take_numbers(document: Document, rows: list[Row]) -> None:
    """Take list numbers off the rows, where they count up from the first one.

    >>> page = Document("p.txt", "1. Hidden Markov models are popular.")
    >>> row = Row(Place(0, 36), page.text)
    >>> take_numbers(page, [row])  # one number alone is part of the text
    >>> row.text
    '1. Hidden Markov models are popular.'
    """
    found = [(row, match) for row in rows if (match := _NUMBER.match(document.text, row.place.start, row.place.end))]
    due = None
    chain: list[tuple[Row, re.Match[str]]] = []
    for row, match in found:
        value = int(match[match.lastindex or 1])
        if value == due or (due is None and value in (0, 1)):
            chain.append((row, match))
            due = value + 1
    if len(chain) < 2:
        return
    for row, match in chain:
        row.number = Place(row.place.start, match.end())
        row.place = Place(match.end(), row.place.end)
        row.text = document.show(*row.place)


def _width(rows: list[Row]) -> int | None:
    """Measure the width that a text was wrapped at, None if it was not."""
    # lines that go on in the next one tell most; where a script has no small letters, all lines must do
    onward = [(row, after) for row, after in pairwise(rows) if goes_on(row.text, after.text)]
    for pairs, least, share in ((onward, 2, _ONWARD_SHARE), (list(pairwise(rows)), _MIN_LINES, _FULL_SHARE)):
        if len(pairs) < least:
            continue
        width = sorted(_size(row) for row, _ in pairs)[int(0.9 * (len(pairs) - 1))]
        full = sum(_no_room(row, after, width) for row, after in pairs)
        if 30 <= width <= _MAX_WIDTH and full > share * len(pairs):
            return width
    return None


def goes_on(text: str, after: str) -> bool:
    """Tell whether a line goes on in the next one: it ends no sentence, and the next begins with a small letter.

    >>> goes_on("We show that recurrent neural pre-", "dictions improve.")
    True
    """
    return after[:1].islower() and not ends_sentence(text) and not after.lower().startswith("arxiv")


def _size(row: Row) -> int:
    """Measure a row with the list number that stood on its line."""
    return len(row.text) + (row.place.start - row.number.start if row.number else 0)


def _no_room(row: Row, after: Row, width: int) -> bool:
    return _size(row) + 1 + len(after.text.partition(" ")[0]) > width


def _mark_breaks(document: Document, rows: list[Row], furniture: set[int], width: int | None) -> None:
    for before, row in pairwise(rows):
        end, start = before.place.end, row.place.start
        if start - end > 1 and document.text[end:start] != "\r\n":
            across_page = any(end <= place < start for place in furniture)
            row.after_blank = not across_page and has_blank_line(document.text[end:start])
        row.wrapped = width is not None and row.number is None and not row.after_blank and _no_room(before, row, width)
