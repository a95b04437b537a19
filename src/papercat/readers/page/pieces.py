"""The pieces of a page: a line, or what stands between the marks and separators of one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from papercat.identifiers import find_identifiers
from papercat.readers.layout import MAX_WIDTH, Row, ends_sentence
from papercat.readers.page.interface import is_host
from papercat.readers.page.labelled import Label
from papercat.readers.page.labels import is_button, is_leading
from papercat.readers.page.marks import Mark, find_marks, is_tags, unmark, without_break
from papercat.readers.page.names import is_listed, nameness
from papercat.readers.page.paragraphs import BULLET, Around, paragraph
from papercat.readers.page.quotes import behind_title
from papercat.readers.page.separators import BAR, BY, CLOSED, COLON, GLUE, OPEN, cuts, glued_end, value_end
from papercat.readers.page.sides import APART, LEFT, MIDDLE, RIGHT, Side, find_sides, may_be_names, part_rows
from papercat.readers.page.venues import read_date
from papercat.readers.page.workplaces import is_workplace
from papercat.text.document import Document, Place

# How a piece is parted from the one before it.
LINE, WRAP, BLANK, HARD, EDGE, STACK = "line", "wrap", "blank", "hard", "mark", "stack"
BREAKS = frozenset({LINE, WRAP, BLANK, HARD, STACK})
_NUMBER = re.compile(r"\[[A-Za-z]{0,3}\d{1,4}\]")
_PAGES = re.compile(r"(?:pp?\.|pages?)?\s?[A-Za-z]{0,2}\d{1,6}\s?[-–]{1,2}\s?[A-Za-z]{0,2}\d{1,6}\.?", re.IGNORECASE)
_SECTION = re.compile(r"(?:\d{1,2}\.?|I\.?)?\s{0,3}(?:introduction|einleitung|introducción)\W?", re.IGNORECASE)
_MAIL = re.compile(
    r"\W{0,3}(?:e-?mails?:?\s)?[\w.,{}|+ -]{1,200}@[\w.-]{2,60}\.[a-z]{2,8}(?:[\s,;]+[\w.+-]{1,60}@[\w.-]{2,60}\.[a-z]{2,8}){0,20}\W{0,2}",
    re.IGNORECASE,
)
# How chats head what somebody says: "Sam Bowman  10:26 AM", "#paper-reading".
_POSTED = re.compile(r"\S.{0,40}?\s{1,4}\d{1,2}:\d\d(?:\s?[AaPp][Mm])?|#[a-z][\w-]{1,80}")
_MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")
_RULE = re.compile(r"[\s>|:*_=~+–—-]+")
_ADDRESS = re.compile(
    r"[\[(<]?\s*(?:(?:doi|arxiv|pmid|pmcid|url|https?|link|pdf)\s?:\s*)?(?:https?://|www\.)\S+(?:\s\([^()\s]{1,20}\)|\s*[\])>])?"
    r"|(?:https?://(?:dx\.)?doi\.org/|doi\s?:?\s*)?10\.\d{4,9}/\S+|doi:\s*\d\S{0,9}/\S+|(?:arXiv\s+)?arXiv\s?:\s?\S+(?:\s\[[\w.-]+\])?|(?:PMID|PMCID|ISBN|ISSN)\s?:?\s?[\w-]+",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\W{0,6}(?:[*∗†‡§¶]+\s*[:=]?\s*)?(?:equal|joint|shared|co-?first|corresponding|presenting|these authors)\b.{0,60}", re.IGNORECASE
)
_LONG = 300  # characters; a line so long that does not begin with a mark is prose, and keeps its stars
_TITLE_WORDS = 4  # a link of so many words at the head of a line is a title, whatever the line says of it
_FIELD_EDGE = frozenset(".,;:|()–—-[]/·•")


@dataclass(slots=True)
class Piece:
    """A piece of a page, and what its surroundings say of it.

    Attributes:
        place: its characters.
        text: those, readable and without markup.
        before: how it is parted from the piece before.
        form: its markup, and how its line is set.
        raw: its text with no markup, None where the place holds it as it is.
        fixed: what it is by its form alone: "furniture", "address", "number", "value" of a label; or "".
        label: the label that it stands under.
        role: what the label says that it is.
        more: further places of a value.
        url: where the address of a link stands.
        opens: a list number, a bullet or a time stands before it.
        mark: its place with its markup, if it has any.
        outer: its place with what opens it and what ends its line.
        size: the characters of its text and of those that it may go on in, 0 where nobody measured them.
        times: how often the page has it, whatever its numbers.
        key: by what it is counted: its text in small letters, each number 0.
        named: it stands on that side of a sign where the names of its page do.
        is_text: it is in the middle of a text that a label heads.
    """

    place: Place
    text: str
    before: str
    form: str = ""
    raw: str | None = None
    fixed: str = ""
    label: str = ""
    role: str = ""
    more: list[Place] = field(default_factory=list)
    url: Place | None = None
    opens: bool = False
    mark: Place | None = None
    outer: Place | None = None
    size: int = 0
    times: int = 1
    key: str = ""
    named: bool = False
    is_text: bool = False


def cut_rows(document: Document, rows: list[Row], labels: list[Label], *, are_apart: bool = False) -> Iterator[Piece]:
    """Cut the rows of a page into pieces, in order; where its names `are_apart` no other line has any."""
    resume, is_text = 0, False  # so far, and whether rows go on in one another behind the label of an abstract
    last: Piece | None = None
    sides = APART if are_apart else find_sides(rows)
    rows = part_rows(rows, sides)
    for number, (row, here) in enumerate(_labelled(rows, labels)):
        before = _break(document, rows[number - 1] if number else None, row)
        start = row.place.start
        if last and last.fixed == "value" and _goes_on(last, row, before):
            start = here[0].start if here else row.place.end
            begin = max(row.place.start, resume)
            last.more += [_trim(document.text, begin, start)] if begin < start else []
        resume = here[-1].end if here else 0
        if start >= row.place.end:
            continue
        opened = last is not None and last.fixed == "number"
        around = paragraph(document.text, rows, number, sides)
        is_text = is_text and row.wrapped and not here
        if is_text and last and _runs_on(rows[number - 1], row):
            last = _text_of(document, Place(start, row.place.end), before)
            yield last
            continue
        found = list(_in_row(document, replace(row, place=Place(start, row.place.end)), here, before, around._replace(is_text=is_text)))
        is_text = is_text or (bool(here) and here[-1].role == "abstract")
        _widen(found, row)
        _tell_names(found, sides)
        for piece in found:
            piece.opens = piece.opens or opened
            opened = False
            yield piece
            last = piece


def _labelled(rows: list[Row], labels: list[Label]) -> Iterator[tuple[Row, list[Label]]]:
    """Give each row with the labels that begin in it."""
    at = 0
    for row in rows:
        here = []
        while at < len(labels) and labels[at].start < row.place.end:
            here.append(labels[at])
            at += 1
        yield row, here


def _tell_names(found: Sequence[Piece], sides: frozenset[Side]) -> None:
    """Say which pieces of a row stand where the names of the page do."""
    for piece, after in zip(found, [*found[1:], None], strict=True) if sides and found else ():
        before, behind = piece.before, after.before if after else ""
        told = {(before, RIGHT)} if not behind or before == BY else {(before, MIDDLE)} if before == behind else set()
        told |= {(behind, LEFT)} if piece is found[0] else set()
        piece.named = not told.isdisjoint(sides) and not piece.fixed and may_be_names(piece.text)


def _widen(found: list[Piece], row: Row) -> None:
    """Give the first and the last piece of a row what stands before and behind them."""
    if found:
        begin, end = row.number.start if row.number else row.place.start, row.place.end
        first, last = found[0], found[-1]
        first.outer = Place(begin, end if last is first else (first.mark or first.place).end)
        last.outer = Place(last.outer.start if last.outer else (last.mark or last.place).start, end)


def _runs_on(before: Row, row: Row) -> bool:
    """Tell a row of a wrapped text in the middle of a sentence."""
    return len(before.text) <= MAX_WIDTH and not ends_sentence(before.text) and not is_button(row.text)


def _text_of(document: Document, place: Place, before: str) -> Piece:
    """Take a row whole that is in the middle of a text."""
    raw = unmark(document.text[slice(*place)])
    kept = None if raw == document.text[slice(*place)] else raw
    return Piece(place, document.clean_text(raw)[0] if kept else document.show(*place), before, raw=kept, outer=place, is_text=True)


def _goes_on(value: Piece, row: Row, before: str) -> bool:
    """Tell whether a row belongs to the value of the label before it, as the address of a paper below "First Published: 2008" does not."""
    if value.role == "abstract" or (value.text and _ADDRESS.fullmatch(row.text) and next(find_identifiers(row.text), None)):
        return False
    return row.wrapped or (not value.text and before == LINE and not value.more)


def _break(document: Document, last: Row | None, row: Row) -> str:
    if last is None or row.after_blank:
        return BLANK
    if row.glued and document.text[last.place.end - 1 : last.place.end] == ":":
        return COLON
    if without_break(document.text, last.place.start, last.place.end) < last.place.end:
        return HARD
    return WRAP if row.wrapped else LINE


def _in_row(document: Document, row: Row, labels: list[Label], before: str, around: Around) -> Iterator[Piece]:
    start, end = row.place.start, without_break(document.text, *row.place)
    first = min(labels[0].start, end) if labels else end
    if first > start and document.text[start:first].strip(" *_-•#>|"):
        yield from _unlabelled(document, row, Place(start, first), before, around)
        before = EDGE
    for number, label in enumerate(labels):
        stop = labels[number + 1].start if number + 1 < len(labels) else end
        place = _trim(document.text, max(min(label.end, stop), start), max(stop, start), " \t|;•·,")
        rest = next(iter(glued_end(document.text, *place)), 0) if label.role == "abstract" else value_end(document.text, *place)
        value = Place(place.start, rest or place.end)
        opens = row.number is not None and not number
        yield Piece(value, document.show(*value), before, "label", fixed="value", label=label.name, role=label.role, opens=opens)
        if rest:
            yield from _unlabelled(document, row, Place(rest, place.end), GLUE, around)
        before = EDGE


def _trim(text: str, start: int, end: int, signs: str = " \t\u00a0") -> Place:
    while start < end and text[start] in signs:
        start += 1
    while end > start and text[end - 1] in signs:
        end -= 1
    return Place(start, end)


def _unlabelled(document: Document, row: Row, place: Place, before: str, around: Around) -> Iterator[Piece]:
    """Cut a row, or a part of one, without labels; one that goes on from a text begins with no number: "by Hinton and Roweis\n(2003)"."""
    text = document.text
    head = None if around.is_text else BULLET.match(text, *place)
    if head and head.end() >= place.end and head.end() > place.start and not (text[place.start] == "(" and read_date(text[slice(*place)])):
        is_number = not is_button(head[0])  # "[PDF]" alone is a button
        yield Piece(place, row.text, before, "number", fixed="number" if is_number else "furniture", opens=is_number)
        return
    start = head.end() if head and head.end() < place.end else place.start
    opens = row.number is not None or (head is not None and start > place.start and not head["head"])
    form = _form(document, row, head if start > place.start else None)
    shown = row.text if Place(start, place.end) == row.place else document.show(start, place.end)
    if is_tags(text[start : place.end]) or _RULE.fullmatch(text, start, place.end) or not shown.strip():
        yield Piece(place, shown, before, "tags", fixed="furniture", opens=opens)
        return
    around = around._replace(start=start) if around.start == place.start else around
    for number, piece in enumerate(_parts(document, Place(start, place.end), shown, around)):
        piece.form = f"{form} {piece.form}".strip()
        if not number:
            piece.before, piece.opens = before, opens
        yield piece


def _form(document: Document, row: Row, head: re.Match[str] | None) -> str:
    words = []
    begin = row.number.start if row.number else row.place.start
    if begin and document.text[begin - 1] in " \t\u00a0" and not row.glued:
        words.append("indent")
    if head:
        words += [f"h{len(head['head'])}"] if head["head"] else []
        words += ["time"] if head["time"] else ["bullet"] if head.end() > head.start() else []
    return " ".join(words)


def _parts(document: Document, place: Place, shown: str, around: Around) -> Iterator[Piece]:
    """Cut a line at its marks and separators; an author list stays whole, and so does prose."""
    marks = find_marks(document.text, *place)
    bare = document.clean_text(unmark(document.text[slice(*place)]))[0] if marks else shown
    if not marks and "\\" in bare:
        bare = document.clean_text(unmark(bare))[0]
    raw = unmark(document.text[slice(*place)])
    kept = None if raw == document.text[slice(*place)] else raw
    if _ADDRESS.fullmatch(bare):
        yield Piece(place, bare, LINE, "", kept, fixed="address")
    elif (is_button(bare) or is_host(bare)) and not any(mark.url for mark in marks):
        yield Piece(place, bare, LINE, "", kept, fixed="furniture")
    elif (
        nameness(bare) > 0.5
        and not _has_link(document.text, marks, place)
        and not (marks and _has_more(bare))
        and "\t" not in document.text[slice(*place)]
    ):
        yield from _names(document, place, bare, kept)
    elif not marks or (len(bare) > _LONG and marks[0].start > place.start):
        yield from _plain(document, place, shown, around)
    else:
        yield from _marked(document, place, marks)


def _has_link(text: str, marks: list[Mark], place: Place) -> bool:
    """Tell a line that is one link, to a paper and not to a person, or one with buttons behind the names."""
    if len(marks) == 1 and marks[0].url is not None and (marks[0].start, marks[0].end) == place:
        return True
    return any(mark.url is not None and is_button(text[mark.begin : mark.stop].strip("[]")) for mark in marks)


_MORE = frozenset({"glue", "year", "dot", "comma", "dash"})


def _has_more(text: str) -> bool:
    """Tell a list of names with a venue behind it."""
    return any(sep in _MORE for _, _, sep in cuts(text, 0, len(text)))


def _names(document: Document, place: Place, bare: str, raw: str | None) -> Iterator[Piece]:
    if raw is None and _has_more(bare):
        yield from _plain(document, place, bare)
    else:
        yield Piece(place, bare, LINE, "", raw)


def _plain(document: Document, place: Place, shown: str, around: Around | None = None) -> Iterator[Piece]:
    start, before = place.start, EDGE
    for stop, begin, name in cuts(document.text, *place, around):
        yield from _piece(document, _trim(document.text, start, stop), before)
        start, before = begin, name
    end = _trim(document.text, start, place.end)
    if before == OPEN and document.text[: end.end].endswith((")", ").")):
        end = Place(end.start, document.text.rindex(")", end.start, end.end))
    if end == place:
        yield _fixed(Piece(place, shown, before))
    else:
        yield from _piece(document, end, before)


def _piece(document: Document, place: Place, before: str) -> Iterator[Piece]:
    if place.start < place.end and (text := document.show(*place)):
        yield _fixed(Piece(place, text, before))


def _fixed(piece: Piece) -> Piece:
    """Say of a piece what its form alone tells."""
    if _ADDRESS.fullmatch(piece.text):
        piece.fixed = "address"
    elif _PAGES.fullmatch(piece.text) and not _MONTH.fullmatch(piece.text):
        piece.fixed, piece.label, piece.role = "value", "pages", "pages"
    elif label := "affiliation" if is_workplace(piece.text) else behind_title(piece.text, is_closed=piece.before == CLOSED):
        piece.fixed, piece.label = "value", label
    elif "@" in piece.text and _MAIL.fullmatch(piece.text):
        piece.fixed, piece.label = "value", "e-mail"
    elif _POSTED.fullmatch(piece.text):
        piece.fixed, piece.label, piece.role = "value", "posted by", "page"
    elif is_host(piece.text):
        piece.fixed, piece.label = "value", "host"
    elif _NUMBER.fullmatch(piece.text):
        piece.fixed, piece.opens = "number", True
    elif (
        is_button(piece.text)
        or _SECTION.fullmatch(piece.text)
        or _NOTE.fullmatch(piece.text)
        or not any(char.isalnum() for char in piece.text)
    ):
        piece.fixed = "furniture"
    return piece


def _marked(document: Document, place: Place, marks: list[Mark]) -> Iterator[Piece]:
    """Cut a line at those marks that are fields: they stand at its ends, beside a separator, or are buttons."""
    text, start = document.text, place.start
    inner: list[Mark] = []
    for mark in marks:
        if not _is_field(text, place, start, mark):
            inner.append(mark)
            continue
        yield from _between(document, Place(start, mark.start), inner)
        yield from _mark_piece(document, mark)
        start, inner = mark.end, []
    yield from _between(document, Place(start, place.end), inner)


def _is_field(text: str, place: Place, start: int, mark: Mark) -> bool:
    if mark.form in ("image", "tag"):
        return True
    before, after = text[start : mark.start].rstrip(), text[mark.end : place.end].lstrip()
    if mark.url and not before and start == place.start and text.count(" ", mark.begin, mark.stop) >= _TITLE_WORDS - 1:
        return True
    is_edge = not before or not after or before[-1] in _FIELD_EDGE or after[0] in _FIELD_EDGE or is_button(text[mark.begin : mark.stop])
    return is_edge and not is_listed(text[mark.begin : mark.stop], unmark(before), after)


def _between(document: Document, place: Place, inner: list[Mark]) -> Iterator[Piece]:
    before = BAR if "|" in document.text[place.start : place.start + 3] else EDGE
    whole, place = place, _trim(document.text, *place, " \t\u00a0[](),;|·•")
    inside = document.text[slice(*place)]
    if inside.count("(") > inside.count(")") and document.text[place.end : min(place.end + 1, whole.end)] == ")":
        place = Place(place.start, place.end + 1)
    if place.start >= place.end or not any(map(str.isalnum, document.text[slice(*place)])):
        return
    if inner:
        raw = unmark(document.text[slice(*place)])
        yield Piece(place, document.clean_text(raw)[0], before, "", raw)
        return
    rest = _lead(document.text, place)
    colon = ":" in document.text[place.start : rest.start]
    for number, piece in enumerate(_plain(document, rest, document.show(*rest))):
        piece.before = piece.before if number else COLON if colon else before
        yield piece


def _lead(text: str, place: Place) -> Place:
    while place.start < place.end and text[place.start] in ".:–—- ":
        place = Place(place.start + 1, place.end)
    return place


def _mark_piece(document: Document, mark: Mark) -> Iterator[Piece]:
    text, place = document.text, Place(mark.begin, mark.stop)
    raw = unmark(text[mark.begin : mark.stop])
    url = Place(*mark.url) if mark.url else None
    shown = document.clean_text(raw)[0]
    kept = None if raw == text[slice(*place)] else raw
    piece = Piece(place, shown, EDGE, mark.form, kept, url=url, mark=Place(mark.start, mark.end))
    if mark.form in ("image", "tag"):
        piece.place, piece.fixed = Place(mark.start, mark.end), "furniture"
    elif url and (is_leading(shown) or text.startswith("#", url.start)):
        piece.fixed = "address" if not text.startswith("#", url.start) else "furniture"
    else:
        _fixed(piece)
    yield piece
