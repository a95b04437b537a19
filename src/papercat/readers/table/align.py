"""Rows that have not as many cells as the header: which cell belongs to which column."""

from collections.abc import Iterator, Sequence

from papercat.readers.table.cells import Cell
from papercat.readers.table.columns import Column
from papercat.readers.table.content import AUTHORS, fits, has_form, names_likeness
from papercat.text.document import Document

_WIDEST = 100  # columns; in a wider table each way to align a row costs too much
_TEXTS = frozenset({"title", "authors", "full-names", "abstract", "keywords", "venue", "comment", ""})
_LIKELY = {"title": 0.15, "abstract": 0.15}  # where an unquoted separator stands, if nothing else tells

Aligned = tuple[Sequence[Cell | None], Sequence[Column], str]


def align(document: Document, cells: Sequence[Cell], columns: Sequence[Column]) -> Aligned:
    """Give the cells, the columns that they stand in, as many, and what was done.

    >>> page = Document("a.csv", "Ada Lovelace,Notes, by the translator,1843")
    >>> columns = [Column("authors", "Author"), Column("title", "Title"), Column("year", "Year")]
    >>> cells, _, told = align(page, [Cell(0, 12), Cell(13, 18), Cell(19, 37), Cell(38, 42)], columns)
    >>> [cell.text(page) for cell in cells], told
    (['Ada Lovelace', 'Notes, by the translator', '1843'], '4 cells for 3 columns: 2 cells joined as Title')
    """
    told = f"{len(cells)} cells for {len(columns)} columns"
    if len(cells) < len(columns):
        return _spread(document, cells, columns, told)
    bare = _without_empty_ends(document, cells, len(columns))
    is_whole = len(bare) == len(columns)
    texts = [cell.text(document) for cell in bare]
    joined = _joined(document, cells, columns, told) if len(cells) <= _WIDEST else None
    if joined and not (is_whole and _fit(columns, texts) >= _fit(columns, [cell.text(document) if cell else "" for cell in joined[0]])):
        return joined
    more = [Column("", f"column {number}") for number in range(len(columns) + 1, len(bare) + 1)]
    return bare, [*columns, *more], "" if is_whole else f"{told}: those at the end are kept in extra"


def _without_empty_ends(document: Document, cells: Sequence[Cell], width: int) -> Sequence[Cell]:
    end = len(cells)
    while end > width and not cells[end - 1].text(document).strip():
        end -= 1
    return cells[:end]


def _spread(document: Document, cells: Sequence[Cell], columns: Sequence[Column], told: str) -> Aligned:
    """Find where cells are missing: at the end, if no other place fits more of them."""
    texts, gap = [cell.text(document) for cell in cells], len(columns) - len(cells)
    places = range(len(cells), -1, -1) if len(columns) <= _WIDEST else [len(cells)]
    best = max(places, key=lambda place: (_fit(columns[:place], texts[:place]) + _fit(columns[place + gap :], texts[place:]), place))
    spread = [*cells[:best], *[None] * gap, *cells[best:]]
    return spread, columns, told if best == len(cells) else f"{told}: taken to be missing before {columns[best + gap].label}"


def _joined(document: Document, cells: Sequence[Cell], columns: Sequence[Column], told: str) -> Aligned | None:
    """Find the cell that the separator stands in: where the others fit their columns, and its pieces begin with a blank."""
    texts, more = [cell.text(document) for cell in cells], len(cells) - len(columns)
    ways = list(_ways(texts, columns, more))
    if not ways:
        return None
    _, is_sure, place = max(ways)
    if not is_sure:
        return None
    whole = Cell(cells[place].start, cells[place + more].end)
    return [*cells[:place], whole, *cells[place + more + 1 :]], columns, f"{told}: {more + 1} cells joined as {columns[place].label}"


def _ways(texts: Sequence[str], columns: Sequence[Column], more: int) -> Iterator[tuple[float, bool, int]]:
    for place, column in enumerate(columns):
        if column.role in _TEXTS:
            pieces = texts[place + 1 : place + more + 1]
            blanks = all(text.startswith(" ") for text in pieces) and all(texts[place : place + more])
            fit = _fit(columns[:place], texts[:place]) + _fit(columns[place + 1 :], texts[place + more + 1 :])
            formed = any(has_form(other.role) for other in columns[place + 1 :])
            known = _LIKELY.get(column.role, 0.1 * (column.role != ""))
            yield fit + blanks + known + _names(columns, texts, place, more), bool(blanks or (formed and fit > 0)), place


def _names(columns: Sequence[Column], texts: Sequence[str], place: int, more: int) -> float:
    """Weigh whether the authors look like names when the cells from a place on are joined."""
    authors = next((number for number, column in enumerate(columns) if column.role == AUTHORS), None)
    if authors is None:
        return 0.0
    first, last = authors + more * (authors > place), authors + more * (authors >= place)
    return 0.3 * names_likeness(", ".join(texts[first : last + 1]))


def _fit(columns: Sequence[Column], texts: Sequence[str]) -> int:
    """Count the values of a form that stand in their columns, less those that do not."""
    formed = [(column.role, text.strip()) for column, text in zip(columns, texts, strict=False) if has_form(column.role) and text.strip()]
    return sum(1 if fits(role, text) else -1 for role, text in formed)
