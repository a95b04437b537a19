"""The lines of a pasted page: which are page furniture, which carry a list number, which break was only a wrap."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from papercat.text.document import Document, Place
from papercat.text.lines import Line, has_blank_line, split_lines

_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"\s*(?:\[(\d{1,4})\]|\((\d{1,4})\)|(\d{1,4})[.)]|(?:#|[A-Z]{1,3}-?)(\d{1,4})(?:[.:)](?=\s)|(?=\t)))\s+(?=\S)")
# As browsers head and foot what they print: "https://pubmed.ncbi.nlm.nih.gov/?term=stroke   1/4", "12/03/2026, 10:41   stroke - Search".
_PRINTED = re.compile(r"\s*https?://\S+\s+\d{1,4}/\d{1,4}\s*")
_PRINTED_AT = re.compile(r"\s*\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s\d{1,2}:\d\d(?:\s?[AP]M)?\s*(?:(?<=\s\s)\S.{0,150})?")
_DIGITS = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?…。．][)\]\"'”’»}$]*\Z")
# RFC 5322, 3.6, and what mail programs show of it in English, German and French.
_MAIL_FIELD = re.compile(
    r"(?:From|Sender|To|Cc|Bcc|Reply-To|Date|Sent|Received|Subject|Message-ID|List-ID|In-Reply-To|References|Return-Path|"
    r"Von|An|Betreff|Gesendet|Datum|De|À|Objet|Envoyé)\s?:",
    re.IGNORECASE,
)
_SENDER = re.compile(r"(?:From|Sender|Von|De)\s?:(.*@)?", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:Subject|Betreff|Objet)\s?:", re.IGNORECASE)
_LEAST_FIELDS, _MOST_FIELDS = 3, 20
_SIGNED = 10  # lines at the end of a mail, in which its signature begins
_CENTRED = 20  # blanks before a page number in the text of a PDF, where the lines around it have fewer
MAX_WIDTH = 160  # characters; text that is wrapped wider than this was not wrapped for reading
_MIN_LINES = 5
_FALLING = 0.2  # of the page numbers of a text are below the one before: where files were joined
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
    width = _width(rows) if document.source is None or document.source.has_wraps else None
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
    head = _mail_head(lines)
    likely = [i for i, line in enumerate(lines) if _PAGE_NUMBER.fullmatch(line.text)]
    numbers = {i for i in likely if _is_set_off(text, lines, i)}
    bare = [i for i in likely if i not in numbers and _has_running_head(lines, i) and not _is_count(lines, i)]
    numbers |= set(bare) if _count_up([int(lines[i].text) for i in bare]) else set()
    numbers |= {i for i, line in enumerate(lines) if _PRINTED.fullmatch(line.text)}
    if not numbers:
        return head
    beside = {j for i in numbers for j in (i - 1, i + 1) if 0 <= j < len(lines) and _may_be_running(lines[j].text)}
    forms = Counter(_DIGITS.sub("0", lines[j].text.strip()) for j in beside - numbers)
    heads = {j for j in beside - numbers if forms[_DIGITS.sub("0", lines[j].text.strip())] > 1 or _is_running_head(lines[j].text)}
    return {lines[i].start for i in numbers | heads} | head


def _mail_head(lines: list[Line]) -> set[int]:
    """Find the header of a mail, which has a sender with an address or a subject, and its signature (RFC 3676, 4.3)."""
    head = list(takewhile(lambda line: _MAIL_FIELD.match(line.text), lines[:_MOST_FIELDS]))
    senders = [match for line in head if (match := _SENDER.match(line.text))]
    has_subject = any(_SUBJECT.match(line.text) for line in head)
    has_address = any(match[1] for match in senders)
    if not senders or not (has_subject or (has_address and len(head) >= _LEAST_FIELDS)):
        return set()
    last = lines[-_SIGNED:]
    signed = next((last[i:] for i, line in enumerate(last) if line.text.rstrip() == "--"), [])
    return {line.start for line in (*head, *signed)}


def _is_set_off(text: str, lines: list[Line], i: int) -> bool:
    """Tell a page number from a title such as 1984: it is set off by dashes, blanks, an empty line or a page break.

    A year behind an empty line is none: it is the heading of what was published then, and few journals have pages of such numbers.
    """
    line = lines[i]
    before = text[lines[i - 1].end if i else 0 : line.start]
    after = text[line.end : lines[i + 1].start if i + 1 < len(lines) else len(text)]
    set_off = any("\f" in gap or (has_blank_line(gap) and not _YEAR.fullmatch(line.text.strip())) for gap in (before, after))
    beside = [lines[j].text for j in (i - 1, i + 1) if 0 <= j < len(lines)]
    is_centred = _indent(line.text) >= _CENTRED > max(map(_indent, beside), default=0)
    return set_off or is_centred or not line.text.strip().isdecimal()


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _has_running_head(lines: list[Line], i: int) -> bool:
    return any(_is_running_head(lines[j].text) for j in (i - 1, i + 1) if 0 <= j < len(lines))


def _is_count(lines: list[Line], i: int) -> bool:
    """Tell a year below a venue, and one of several numbers one below the other."""
    return bool(_YEAR.fullmatch(lines[i].text.strip())) or any(
        lines[j].text.strip().isdecimal() for j in (i - 1, i + 1) if 0 <= j < len(lines)
    )


def _count_up(numbers: list[int]) -> bool:
    """Tell numbers of pages from what else stands below a venue, as ACM's counts of citations and downloads."""
    return sum(after <= before for before, after in pairwise(numbers)) <= _FALLING * (len(numbers) - 1)


def _may_be_running(text: str) -> bool:
    """Tell what may be a running head by its length; a year alone is the heading of a list."""
    return len(text) < MAX_WIDTH and not _YEAR.fullmatch(text.strip())


def _is_running_head(text: str) -> bool:
    is_named = re.match(r"(?:Proceedings|Transactions|Journal|Preprint|Under review|Published as|arXiv:\S+ \[)\b.*\d", text.strip())
    return bool(is_named or _PRINTED_AT.fullmatch(text))


def find_printed(lines: Sequence[Line]) -> set[int]:
    """Find the lines that a browser prints around a page: its address and the time, and the page number beside them."""
    printed = {i for i, line in enumerate(lines) if _PRINTED.fullmatch(line.text) or _PRINTED_AT.fullmatch(line.text)}
    beside = {j for i in printed for j in (i - 1, i + 1) if 0 <= j < len(lines)}
    return printed | {j for j in beside if _PAGE_NUMBER.fullmatch(lines[j].text)}


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
        if 30 <= width <= MAX_WIDTH and full > share * len(pairs):
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
    """Tell a row that is full, as it is read or as it is written, with its `&eacute;`."""
    size = max(_size(row), row.place.end - (row.number or row.place).start)
    return size + 1 + len(after.text.partition(" ")[0]) > width


def _mark_breaks(document: Document, rows: list[Row], furniture: set[int], width: int | None) -> None:
    for before, row in pairwise(rows):
        end, start = before.place.end, row.place.start
        if start - end > 1 and document.text[end:start] != "\r\n":
            across_page = any(end <= place < start for place in furniture)
            row.after_blank = not across_page and has_blank_line(document.text[end:start])
        row.wrapped = width is not None and row.number is None and not row.after_blank and _no_room(before, row, width)
