"""Abstracts run together: abstract, perhaps a comment, then `arXiv:ID` with the next abstract glued to it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from papercat.identifiers import Identifier, find_arxiv
from papercat.models import Issue, Paper
from papercat.readers.draft import Draft, furniture_issues
from papercat.readers.layout import Layout, Row, ends_sentence, lay_out, take_numbers
from papercat.text.document import Document, Place

_LINE_END = re.compile(r"[ \t\u00a0\u200b\u2060\ufeff]*(?:[\r\n\v\f\u2028\u2029]|\Z)")
_LINE_START = re.compile(r"(?:\A|[\r\n\v\f\u2028\u2029])[\s\u200b\u2060\ufeff]*\Z")
_BREAK = re.compile(r"[\r\n\v\f\u2028\u2029]")
_OPENERS = "([{<“‘\"'/@-–"
_PAGES = re.compile(r"\b\d+\s*(?:\+\s*\d+\s*)?(?:pages?|pp\b|figures?|figs?\b|tables?)|\b(?:pages?|figures?)\b.*\d", re.IGNORECASE)
_STATUS = re.compile(
    r"\b(?:accepted|published|submitted|to appear|presented|in proceedings|proceedings of|conference|workshop|journal|"
    r"camera[- ]ready|preprint|pre-print|version|revised|revision|typos?|corrected|updated?|thesis|ph\.?d|latex|revtex|"
    r"code|data|dataset|supplementary|see|talk|lecture|in french|in russian|withdrawn|comments?|pacs|msc|ams)\b",
    re.IGNORECASE,
)
_STAMP = re.compile(r"(?:v\d{1,2})?\s{1,3}\[[a-z-]{2,12}(?:\.[A-Za-z-]{2,12})?\]\s{1,3}\d{1,2} [A-Z][a-z]{2}")  # "[cs.CL] 2 Aug 2023"
_ENOUGH_FOR_COMMENT = 2.0  # of the weights in `_comment_likeness`; set on the comments of the dumps with this shape
_MOST_PARAGRAPHS = 3  # for each id: 1.6 at most in 34 dumps of this shape, 7 to 34 on pages where some records have an id
_SNIFF = 200_000  # characters
_SHORT = 120  # characters; an abstract is longer
_LONG = 400  # characters; a comment is seldom longer, the last paragraph of an abstract seldom shorter


def sniff(document: Document) -> float:
    """Say how likely a document is abstracts between arXiv ids.

    >>> sniff(Document("a.txt", "We test a hypothesis.\\narXiv:2302.00805As language models scale, they develop."))
    0.9
    """
    text = document.text[:_SNIFF]
    marks = _marks(text)
    if not marks or all(_STAMP.match(text, mark.end) for mark in marks):  # the side of a page of one paper
        return 0.0
    sample = Document(document.name, text) if len(text) < len(document.text) else document
    if not _are_abstracts(sample, marks):
        return 0.0
    if _is_glued(text, marks):
        return 0.9
    # ids that stand apart, with an abstract's length of text for each
    return 0.5 if len(text) >= _SHORT * len(marks) else 0.0


def read(document: Document) -> Iterator[Paper | Issue]:
    r"""Cut at the ids, then part each piece into abstract and comment.

    >>> order, paper, year = read(Document("a.txt", "We test a hypothesis.\n31 pages\narXiv:2302.00805"))
    >>> paper.abstract, paper.comment, paper.arxiv
    ('We test a hypothesis.', '31 pages', '2302.00805')
    """
    marks = _marks(document.text)
    layout = lay_out(document)
    yield from furniture_issues(document, layout.furniture)
    id_first = _id_comes_first(document.text, marks)
    if marks:
        yield _order_issue(document, marks, id_first=id_first)
    ends = [row.place.end for row in layout.rows]
    pieces = [(_rows_in(layout, ends, document, piece), mark) for piece, mark in _pieces(document.text, marks, id_first=id_first)]
    take_numbers(document, [rows[0] for rows, _ in pieces if rows])
    for rows, mark in pieces:
        draft = Draft(document)
        _add_text(draft, rows, is_wrapped=layout.is_wrapped)
        if mark:
            place = Place(mark.start, mark.end)
            draft.cover("arxiv", place)
            draft.add_arxiv(mark, place, read_year=True)
        yield from draft.finish()


def _are_abstracts(document: Document, marks: list[Identifier]) -> bool:
    """Tell abstracts, of sentences, from lines of titles and names, of which some have an id."""
    rows = document.once(lay_out).rows
    if sum(not row.wrapped for row in rows) > _MOST_PARAGRAPHS * len(marks):
        return False
    before_ids = (document.text[max(0, mark.start - _SHORT) : mark.start].rstrip() for mark in marks)
    return any(ends_sentence(row.text) for row in rows) or any(map(ends_sentence, before_ids))


def _marks(text: str) -> list[Identifier]:
    """Find the ids that end or begin a record; one cited in a sentence has a blank or a bracket on a side."""
    found = list(find_arxiv(text, marked=True, floats=True))
    strict = [mark for mark in found if _stands_apart(text, mark)]
    if strict and _is_glued(text, strict):
        return strict
    known = set(strict)
    loose = [mark for mark in found if mark in known or (_at_line_start(text, mark) and _after_sentence(text, mark))]
    return loose or strict


def _stands_apart(text: str, mark: Identifier) -> bool:
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    ends_line = bool(_LINE_END.match(text, mark.end))
    if _at_line_start(text, mark):
        return ends_line or not _is_behind(after)
    return not before.isspace() and before not in _OPENERS and (ends_line or after.isupper())


def _is_behind(sign: str) -> bool:
    """Tell what stands behind an id within a text, and begins no abstract."""
    return sign.isspace() or sign in ".,;:)]}/-"


def _at_line_start(text: str, mark: Identifier) -> bool:
    return bool(_LINE_START.search(text[max(0, mark.start - 40) : mark.start])) and (
        mark.start < 40 or bool(_BREAK.search(text, mark.start - 40, mark.start))
    )


def _after_sentence(text: str, mark: Identifier) -> bool:
    before = text[max(0, mark.start - 200) : mark.start].rstrip()
    return not before or ends_sentence(before) or "\n\n" in text[max(0, mark.start - 4) : mark.start]


def _is_glued(text: str, marks: list[Identifier]) -> bool:
    glued = sum(not _LINE_END.match(text, mark.end) and not _is_behind(text[mark.end : mark.end + 1]) for mark in marks)
    return glued >= 0.5 * (len(marks) - 1) and (len(marks) > 1 or glued == 1 or bool(text[: marks[0].start].strip()))


def _id_comes_first(text: str, marks: list[Identifier]) -> bool:
    # In the middle of the text both orders look alike; its two ends tell. A file cut at both ends is read as the
    # common order, abstract first.
    return bool(marks) and not text[: marks[0].start].strip("\ufeff \t\r\n") and bool(text[marks[-1].end :].strip())


def _order_issue(document: Document, marks: list[Identifier], *, id_first: bool) -> Issue:
    where = "before" if id_first else "after"
    why = "the text begins with an id" if id_first else "the text does not begin with an id and end with an abstract"
    return Issue(
        code="id-before-abstract" if id_first else "abstract-before-id",
        message=f"each id is taken to stand {where} its abstract: {why}",
        source=Draft(document).source("arxiv", Place(marks[0].start, marks[0].end)),
        raw=document.text[marks[0].start : marks[0].end],
    )


def _pieces(text: str, marks: list[Identifier], *, id_first: bool) -> Iterator[tuple[Place, Identifier | None]]:
    """Pair each id with the text before it, or after it; what is left over at an end has none."""
    starts = [0, *(mark.end for mark in marks)]
    ends = [*(mark.start for mark in marks), len(text)]
    owners: list[Identifier | None] = [None, *marks] if id_first else [*marks, None]
    yield from ((Place(start, end), owner) for start, end, owner in zip(starts, ends, owners, strict=True))


def _rows_in(layout: Layout, ends: Sequence[int], document: Document, piece: Place) -> list[Row]:
    """Give the rows of a piece, the first and the last cut at its ends; `ends` are those of all rows."""
    rows = []
    for number in range(bisect_right(ends, piece.start), len(ends)):
        row = layout.rows[number]
        start, end = max(row.place.start, piece.start), min(row.place.end, piece.end)
        if row.place.start >= piece.end:
            break
        if start < end and document.text[start:end].strip():
            rows.append(row if (start, end) == row.place else _cut(document, row, Place(start, end)))
    return rows


def _cut(document: Document, row: Row, place: Place) -> Row:
    """Give a piece of a row; of one that is shown as it stands, a piece is too."""
    is_exact = row.text == document.text[slice(*row.place)]
    text = document.text[slice(*place)].strip() if is_exact else document.show(*place)
    return Row(place, text, None, row.after_blank, row.wrapped)


def _add_text(draft: Draft, rows: list[Row], *, is_wrapped: bool) -> None:
    draft.cover("number", *(row.number for row in rows if row.number))
    cut = _comment_start(rows, is_wrapped=is_wrapped)
    if rows[:cut]:
        draft.add("abstract", *(row.place for row in rows[:cut]))
    if rows[cut:]:
        draft.add("comment", *(row.place for row in rows[cut:]))


def _comment_start(rows: list[Row], *, is_wrapped: bool) -> int:
    """Find the row where the comment begins: behind a sentence's end, or at a break that is no wrap."""
    for i in range(max(_last_rows(rows), 1), len(rows)):
        ended = ends_sentence(rows[i - 1].text)
        if rows[i].wrapped and not ended:
            continue
        need = _ENOUGH_FOR_COMMENT + 2.5 * rows[i].wrapped + 1.0 * (not ended) + 1.0 * (is_wrapped and i == 1)
        if _comment_likeness(" ".join(row.text for row in rows[i:])) >= need:
            return i
    return len(rows)


def _last_rows(rows: list[Row]) -> int:
    """Find the first of the last rows that together are short enough for a comment."""
    length = 0
    for i in range(len(rows) - 1, -1, -1):
        length += len(rows[i].text) + 1
        if length > 2 * _LONG:
            return i + 1
    return 0


def _comment_likeness(text: str) -> float:
    ended, begins = ends_sentence(text), text[:1]
    weight = 3.0 * bool(_PAGES.search(text[:80])) + 1.5 * bool(_STATUS.search(text)) + 1.5 * ("http" in text or "www." in text)
    weight += 1.0 * (not ended) + 1.0 * (begins.islower() or begins.isdigit()) + 0.5 * (len(text) < 150) + 0.5 * (len(text) < 60)
    return weight - 3.0 * (len(text) > _LONG) - 1.5 * (ended and begins.isupper())
