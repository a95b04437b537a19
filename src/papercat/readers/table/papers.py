"""From the cells of a row to a paper."""

import re
from collections.abc import Callable, Iterator, Sequence

from papercat.identifiers import find_arxiv
from papercat.models import Issue, Paper
from papercat.names import Name, dot_indexed, space_initials
from papercat.readers.occasions import occasion
from papercat.readers.record import Record
from papercat.readers.table.align import align
from papercat.readers.table.cells import Cell, Row
from papercat.readers.table.columns import Column
from papercat.readers.table.content import AUTHORS
from papercat.readers.table.labels import FAMILY, FULL_NAMES, GIVEN, NOTES, Label, read_type
from papercat.readers.table.values import (
    Item,
    find_items,
    find_names,
    find_words,
    is_nothing,
    lines_as_list,
    whole_number,
)
from papercat.text.cells import unguarded
from papercat.text.document import Document, Place

_COUNTED = frozenset({"volume", "issue", "first-page", "last-page", "pages", "month", "year"})
_LEADING = frozenset({"title", "url", "doi", "arxiv", "id"})  # columns whose links lead to the paper itself
_MONTH = re.compile(r"\s*[^\W\d_]{3,9}\.?\s*")
# as R writes a .bib as a table; a set of names with values is none
_BRACED = re.compile(r"\{(?!\s*[\"'])(?:[^{}]|\{[^{}]*\})*\}")
_ADDRESS = re.compile(r"\s*(?:https?://|www\.)", re.IGNORECASE)
_BEHIND_NAMES = re.compile(r"[^\W\d_][.*†]*,?\s*\(((?:19|20)\d\d)\)[.,]?\s*\Z")  # "Olivier Morin and Alexey Koshevoy (2024)."
_SPLITTER = re.compile(r"\s*[;|\n]\s*")


def read_row(document: Document, row: Row, columns: Sequence[Column]) -> Iterator[Paper | Issue]:
    """Make the paper of a row.

    >>> page = Document("a.csv", "Goals Misgeneralize;Langosco, Lauro;2022")
    >>> columns = [Column("title", "Title"), Column("authors", "Author"), Column("year", "Year")]
    >>> paper = next(read_row(page, Row(Place(0, 40), (Cell(0, 19), Cell(20, 35), Cell(36, 40))), columns))
    >>> paper.title, paper.authors[0].inverted, paper.year
    ('Goals Misgeneralize', 'Langosco, Lauro', 2022)
    """
    record = Record(document, row.place)
    told = row.mended
    cells: Sequence[Cell | None] = row.cells
    if len(cells) != len(columns):
        cells, columns, why = align(document, row.cells, columns)
        told = "; ".join(filter(None, (told, why)))
    shown = [(column, _unguarded(document, _unbraced(document, cell, column))) for column, cell in zip(columns, cells, strict=True) if cell]
    filled = [(column, cell) for column, cell in shown if cell.text(document).strip()]
    filled = _with_pages_once(filled)
    for column, cell in sorted(filled, key=lambda pair: (pair[0].rank, pair[0].role != FULL_NAMES, pair[0].number or 0)):
        if column.role not in (FAMILY, GIVEN):
            _add(document, record, column, cell)
    _add_parts(document, record, filled)
    _add_occasion(document, record, filled)
    for column, cell in filled:
        for place in cell.links:
            is_home = column.role in _LEADING
            record.add("url" if is_home else "", "link" if is_home else f"{column.label} link", place)
    if told:
        record.draft.add_issue("row-mended", told, "record", row.place)
    yield from record.finish()


def _unguarded(document: Document, cell: Cell) -> Cell:
    """Leave out the apostrophe that keeps a spreadsheet from calculating a cell."""
    text = cell.text(document)
    bare = unguarded(text)
    if bare == text:
        return cell
    return cell._replace(start=cell.start + 1) if cell.raw is None else cell._replace(raw=bare)


def _unbraced(document: Document, cell: Cell, column: Column) -> Cell:
    """Leave out the braces of BibTeX around all of a cell; around authors they say that these are one name."""
    text = cell.text(document)
    if text[:1] != "{" or "author" in column.role or not _BRACED.fullmatch(text):
        return cell
    return cell._replace(start=cell.start + 1, end=cell.end - 1) if cell.raw is None else cell._replace(raw=text[1:-1])


def _with_pages_once(filled: list[tuple[Column, Cell]]) -> list[tuple[Column, Cell]]:
    """Take the pages from one place: from first and last page before a number of the article, and else from the range."""
    ranks = [column.rank for column, _ in filled if column.role == "pages"]
    is_split = any(column.role == "first-page" for column, _ in filled)
    if not ranks or not is_split:
        return filled
    others = ("first-page", "last-page") if 0 in ranks else ("pages",)
    return [(column._replace(role="") if column.role in others else column, cell) for column, cell in filled]


def _add(document: Document, record: Record, column: Column, cell: Cell) -> None:
    """Take one value as its column says."""
    text, role = cell.text(document), column.role
    if is_nothing(text) or (role == "url" and cell.links):
        record.add("skip", column.label, cell.place)
    elif role in _ADDERS:
        _ADDERS[role](record, column, cell, text)
    elif role in _COUNTED and (whole := whole_number(text)):
        record.add(role, column.label, cell.place, raw=whole)
    else:
        record.add(role, column.label, cell.place, raw=cell.raw)


def _add_type(record: Record, column: Column, cell: Cell, text: str) -> None:
    kind = Label("") if record.has("type") else read_type(text)
    if kind.role:
        record.add("type", column.label, cell.place, raw=kind.role)
    if not kind.role or kind.rank:
        record.add("", column.label, cell.place, raw=cell.raw)


def _add_notes(record: Record, column: Column, cell: Cell, text: str) -> None:
    if not record.has("arxiv") and (found := next(find_arxiv(text, marked=True), None)):
        record.add("arxiv", column.label, cell.place, raw=str(found))
    record.add("", column.label, cell.place, raw=cell.raw)


def _add_occasion(document: Document, record: Record, filled: Sequence[tuple[Column, Cell]]) -> None:
    """Take the date at the end of a venue, or the year behind the authors, where no other column has one."""
    for column, cell in filled:
        text = cell.text(document)
        if record.has("year", "date"):
            return
        if column.role == "venue" and (date := occasion(text)):
            record.add("date", column.label, cell.place, raw=text[date.start : date.end])
        elif column.role == AUTHORS and (year := _BEHIND_NAMES.search(text)):
            record.add("date", column.label, cell.place, raw=year[1])


def _add_date(record: Record, column: Column, cell: Cell, text: str) -> None:
    role = "month" if _MONTH.fullmatch(text) else "" if _ADDRESS.match(text) else "date"  # "data" is a date, or what a paper is about
    record.add(role, column.label, cell.place, raw=cell.raw)


def _add_list(record: Record, column: Column, cell: Cell, text: str) -> None:
    is_authors = column.role in ("authors", FULL_NAMES)
    one, many = ("author", "authors") if is_authors else ("keyword", "keywords")
    named = find_names(text) if is_authors else []
    items = named or find_items(text) or (find_words(text) if one == "keyword" else [])
    for item in items:
        _add_item(record, one, column, cell, item)
    if named:
        record.add("", column.label, cell.place, raw=cell.raw)
    if not items:
        record.order = column.order if is_authors else record.order
        read = (lines_as_list(text) or space_initials(text) or dot_indexed(text)) if is_authors else None
        record.add(one if column.number is not None else many, column.label, cell.place, raw=read or cell.raw)


def _add_editors(record: Record, column: Column, cell: Cell, text: str) -> None:
    """Take the names of a list one by one, each an editor by whatever word its column says it."""
    role, label = column.role, column.role
    if items := find_items(text):
        for item in items:
            _add_item(record, role, column._replace(label=label), cell, item)
        return
    for name in filter(None, map(str.strip, text.split(";"))):
        record.add(role, label, cell.place, raw=name)


def _add_item(record: Record, role: str, column: Column, cell: Cell, item: Item) -> None:
    if cell.raw is None and item.raw is None:
        record.add(role, column.label, Place(cell.start + item.start, cell.start + item.end))
    else:
        record.add(role, column.label, cell.place, raw=(cell.raw or "")[item.start : item.end] if item.raw is None else item.raw)


_ADDERS: dict[str, Callable[[Record, Column, Cell, str], None]] = {
    **dict.fromkeys(("authors", FULL_NAMES, "keywords"), _add_list),
    "editor": _add_editors,
    "date": _add_date,
    "type": _add_type,
    NOTES: _add_notes,
}


def _add_parts(document: Document, record: Record, filled: Sequence[tuple[Column, Cell]]) -> None:
    """Join given and family names that stand in columns of their own, for one author each or for all."""
    parts = [(column, cell) for column, cell in filled if column.role in (FAMILY, GIVEN)]
    for number in sorted({column.number or 0 for column, _ in parts}):
        some = {column.role: cell for column, cell in reversed(parts) if (column.number or 0) == number}
        label = next(column.label for column, _ in parts if (column.number or 0) == number)
        texts = {role: _clean(document, record, cell) for role, cell in some.items()}
        families, givens = (_SPLITTER.split(texts.get(role, "")) for role in (FAMILY, GIVEN))
        if len(families) != len(givens):
            families, givens = [texts.get(FAMILY, "")], [texts.get(GIVEN, "")]
        for family, given in zip(families, givens, strict=True):
            name = Name(family, given or None) if family else Name(literal=given)
            record.add("author", label, *(cell.place for cell in some.values()), name=name)


def _clean(document: Document, record: Record, cell: Cell) -> str:
    text, steps = document.clean(cell.place) if cell.raw is None else document.clean_text(cell.raw)
    record.draft.note("authors", steps, [cell.place])
    return "" if is_nothing(text) else text
