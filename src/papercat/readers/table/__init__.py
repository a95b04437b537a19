"""Tables of papers: CSV and its kin, Markdown, HTML; a header in any of many languages, or none.

A column that nobody knows goes to `extra` under its header. A table in an Excel workbook comes here as tab-separated text.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from papercat.models import Issue, Paper
from papercat.names.ways import INVERTED
from papercat.readers.draft import Draft
from papercat.readers.orders import name_order
from papercat.readers.table import delimited, hypertext, markdown
from papercat.readers.table.cells import Row
from papercat.readers.table.columns import SKIP, Column, is_header, read_columns
from papercat.readers.table.content import AUTHORS
from papercat.readers.table.heads import Head, find_head, find_header, labels_of, texts_of
from papercat.readers.table.labels import FULL_NAMES
from papercat.readers.table.papers import read_row
from papercat.text.document import Document, Place

_SAMPLE = 100_000  # characters that tell the separator
_SAMPLE_ROWS = 60
_SNIFF = 200_000  # characters
_OTHERS = ("[", "{", "<", "@", "%")  # JSON, XML, BibTeX and EndNote begin so, and no table
_LEAST_DRAWN = 0.3  # of a text are its tables; else it is a page with tables in it
_BLANKS = "\ufeff\u200b\u2060 \t\r\n\v\f\x1c\x1d\x1e\u2028\u2029"


class _Table(NamedTuple):
    """A table in a document: what its columns are, its header, if it has one, its other rows, and their separator, if they have one."""

    head: Head
    header: Row | None
    rows: Iterable[Row]
    sep: str = ""


def sniff(document: Document) -> float:
    r"""Say how likely a document is a table of papers.

    >>> sniff(Document("a.csv", "Authors;Titel;Jahr\nLovelace, Ada;Notes;1843"))
    0.97
    >>> sniff(Document("a.csv", "city;country\nLondon;England"))
    0.0
    """
    text = document.text[:_SNIFF]
    drawn = list(_drawn(document, text))
    if drawn:
        share = sum(row.place.end - row.place.start for table in drawn for row in table.rows) / len(text.strip())
        return max(table.head.sure for table in drawn) * (1.0 if share >= _LEAST_DRAWN else share)
    found = _delimited(document)
    return found.head.sure if found else 0.0


def read(document: Document) -> Iterator[Paper | Issue]:
    r"""Read the rows of every table.

    >>> text = 'Title,Authors,Year,Track\n"Goals, misread",Ada Lovelace|Charles Babbage,1843,Oral'
    >>> told, paper = read(Document("a.csv", text))
    >>> paper.title, [str(author) for author in paper.authors], paper.year, dict(paper.extra)
    ('Goals, misread', ['Ada Lovelace', 'Charles Babbage'], 1843, {'Track': 'Oral'})
    >>> told.message
    'columns read: Title as title, Authors as authors, Year as year; kept in extra: Track'
    """
    yield from reading()(document)


def ends(text: str) -> int:
    r"""Say up to where a text holds whole rows: behind the last line break that is not in quotes; a drawn table needs all of it.

    >>> ends('Title,Year\n"Goals\nand plans",2022\n"Sleeper\nAgents')
    34
    """
    if text.lstrip(_BLANKS).startswith("<") or markdown.has_ruler(text[:_SNIFF]):
        return 0
    break_ = "\n" if "\n" in text else "\r"
    quotes, end = text.count('"'), len(text)
    while (place := text.rfind(break_, 0, end)) >= 0:
        quotes -= text.count('"', place, end)
        if quotes % 2 == 0:
            return place + 1
        end = place
    return 0


def reading() -> Callable[[Document], Iterator[Paper | Issue]]:
    """Give what reads the pieces of a file one after the other, and remembers the columns that the first one told."""
    return _Reading().read


class _Reading:
    """The reading of a file, with what its columns are."""

    def __init__(self) -> None:
        self._sep = ""
        self._columns: tuple[Column, ...] = ()

    def read(self, document: Document) -> Iterator[Paper | Issue]:
        """Read a piece."""
        if self._columns:
            rows = delimited.find_rows(document.text, self._sep, 0, len(self._columns))
            self._columns = yield from _rows(document, self._columns, rows)
            return
        drawn = list(_drawn(document, document.text))
        place = 0
        for table in drawn or filter(None, [_delimited(document)]):
            for row in chain([table.header] if table.header else [], table.rows if drawn else ()):
                yield from _left(document, place, row.place.start)
                place = max(place, row.place.end)
            yield from _told(document, table.head.columns, table.header)
            first = list(islice(rows := iter(table.rows), _SAMPLE_ROWS))
            columns = yield from _rows(document, _with_orders(document, table.head.columns, first), chain(first, rows))
            self._sep, self._columns = table.sep, columns if table.sep else ()
        if drawn:
            yield from _left(document, place, len(document.text))


def _drawn(document: Document, text: str) -> Iterator[_Table]:
    """Find the tables that tags or rulers draw, if they have a header that is known."""
    finders = [hypertext.find_tables] if "<table" in text.lower() or "<tr" in text.lower() else [markdown.find_tables]
    for rows in chain.from_iterable(find(text) for find in finders):
        head = find_head(document, rows)
        if head and head.header >= 0 and not any(column.inferred for column in head.columns):
            yield _Table(head, rows[head.header], rows[head.header + 1 :])


def _delimited(document: Document) -> _Table | None:
    """Find the separator under which the text is a table, and where it begins."""
    text = document.text
    sep, start = delimited.find_sep_line(text)
    start = start or len(text) - len(text.lstrip(_BLANKS))
    if text.startswith(_OTHERS, start):
        return None
    found: list[tuple[tuple[float, int, int], str, Head, list[Row]]] = []
    for one in [sep] if sep else [one for one in delimited.SEPARATORS if one in text[: start + _SAMPLE]]:
        rows = _first_rows(document, one, start)
        if head := find_head(document, rows):
            known = len({column.role for column in head.columns})
            found.append(((head.sure, known, -rows[max(head.header, 0)].place.start), one, head, rows))
    if not found:
        return None
    _, sep, head, rows = max(found, key=lambda way: way[0])
    if head.header < 0:
        return _Table(head, None, delimited.find_rows(text, sep, start, len(head.columns)), sep)
    header = rows[head.header]
    every = delimited.find_rows(text, sep, header.place.start, len(head.columns), headed=True)
    # the line that names the separator belongs to the header
    header = header._replace(place=Place(0, header.place.end)) if head.header == 0 else header
    return _Table(head, header, islice(every, 1, None), sep)


def _first_rows(document: Document, sep: str, start: int) -> list[Row]:
    """Give the first rows under a separator, those behind a header mended."""
    sample = document.text[: start + _SAMPLE]
    rows = list(islice(delimited.find_rows(sample, sep, start), _SAMPLE_ROWS))
    number = find_header(document, rows)
    if number >= 0:
        place, width = rows[number].place, len(rows[number].cells)
        rows[number:] = islice(delimited.find_rows(sample, sep, place.start, width, headed=True), _SAMPLE_ROWS)
    if len(sample) < len(document.text) and len(rows) > 1 and rows[-1].place.end == len(sample):
        rows.pop()  # it may be cut
    return rows


def _with_orders(document: Document, columns: tuple[Column, ...], rows: Sequence[Row]) -> tuple[Column, ...]:
    """Say of the columns with authors in which order their names stand, by the first rows.

    That most are pairs tells nothing: `E. Gaume, V. Bain, P. Bernardara` stands among lists like `Tsanis, I.K., Jacob, D.`
    """
    texts = [texts_of(document, row) if len(row.cells) == len(columns) else [] for row in rows]
    return tuple(
        column._replace(order=_order([row[place] for row in texts if row and "," in row[place]]))
        if column.role in (AUTHORS, FULL_NAMES)
        else column
        for place, column in enumerate(columns)
    )


def _order(lists: Sequence[str]) -> str:
    order = name_order(lists) if len(lists) > 1 else ""
    return "" if order == INVERTED else order


def _rows(document: Document, columns: tuple[Column, ...], rows: Iterable[Row]) -> Generator[Paper | Issue, None, tuple[Column, ...]]:
    """Read rows; give what the columns are at the end, for a header may come again."""
    for row in rows:
        again = _header_again(document, row, columns)
        if again:
            columns = columns if again == [column.label for column in columns] else read_columns(again, [])
            yield from _told(document, columns, row)
        elif not row.cells or _is_note(document, row, columns):
            yield from _left(document, *row.place)
        else:
            yield from read_row(document, row, columns)
    return columns


def _header_again(document: Document, row: Row, columns: Sequence[Column]) -> list[str]:
    """Give the labels of a row that is a header again: two tables stand in one file."""
    texts = labels_of(document, row)
    return texts if texts and (texts == [column.label for column in columns] or is_header(texts, within=True)) else []


def _is_note(document: Document, row: Row, columns: Sequence[Column]) -> bool:
    """Tell a line that is no row: one cell in a table of several columns, and not under the title."""
    filled = [place for place, cell in enumerate(row.cells) if cell.text(document).strip()]
    is_title = filled and filled[0] < len(columns) and columns[filled[0]].role == "title" and len(row.cells) > 1
    return len(columns) > 2 and len(filled) < 2 and not is_title


def _told(document: Document, columns: Sequence[Column], header: Row | None) -> Iterator[Issue]:
    """Say how each column is read."""
    known = [f"{column.label} as {column.role}" for column in columns if column.role not in ("", SKIP)]
    unknown = [column.label for column in columns if not column.role]
    told = f"columns read: {', '.join(known) or 'none'}" + (f"; kept in extra: {', '.join(unknown)}" if unknown else "")
    source = Draft(document).source("header", header.place) if header else None
    raw = document.text[slice(*header.place)] if header else ""
    yield Issue(code="columns-read", message=told, source=source, raw=raw)
    if guessed := [f"{column.label} as {column.role}" for column in columns if column.inferred]:
        yield Issue(code="columns-inferred", message=f"told by what stands in the columns: {', '.join(guessed)}", source=source)


def _left(document: Document, start: int, end: int) -> Iterator[Issue]:
    """Keep what stands beside the rows."""
    raw = document.text[start:end]
    if bare := raw.strip(_BLANKS):
        source = Draft(document).source("block", Place(start, end))
        yield Issue(code="block-kept", message=f"no row of the table; kept as it stands: {bare[:60]!r}", source=source, raw=raw)
