"""Where a table begins, what its columns are, and how sure that is."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from papercat.readers.table.cells import Cell, Row
from papercat.readers.table.columns import SKIP, Column, has_misfit, infer_columns, is_header, read_columns, unnamed
from papercat.text.document import Document

_FIRST_ROWS = 15  # a header is looked for in
_LONGEST_LABEL = 120  # characters of a header before it is clean
_SAMPLE = 40  # rows of values
_MOST = 0.9  # of the rows of a table without a header have as many cells as most
_LEAST = 0.5  # of the rows of one with a header
_TELLING = frozenset({"authors", "doi", "arxiv", "abstract"})  # one of these stands beside the titles of papers
_DRAWN = 0.95  # sure: more than a list of references is of lines that look like some
# Columns of names, of titles and of years, in rows of one width: none of 1,285 lists that are no tables has them.
_WHO_WHAT_WHEN, _WHOLE = frozenset({"title", "authors", "year"}), 0.9
_BULLETS = ("- ", "* ", "+ ", "• ")


class Head(NamedTuple):
    """What the first rows of a table tell.

    Attributes:
        header: the number of the row with the headers, -1 if there is none.
        columns: what stands in them.
        sure: 0 to 1, how sure it is that this is a table of papers.
    """

    header: int
    columns: tuple[Column, ...]
    sure: float


def find_head(document: Document, rows: Sequence[Row]) -> Head | None:
    """Find the header of some rows, or say what the columns are without one; None if they are no table of papers.

    >>> from papercat.readers.table.delimited import find_rows
    >>> page = Document("a.csv", "# exported today\\nAuthors,Title,Year\\nAda Lovelace,Notes,1843")
    >>> find_head(page, list(find_rows(page.text, ","))).header
    1
    """
    number = find_header(document, rows)
    return _named(document, rows, number) if number >= 0 else _nameless(document, rows)


def find_header(document: Document, rows: Sequence[Row]) -> int:
    """Give the number of the row that is a header, -1 if there is none."""
    for number, row in enumerate(rows[:_FIRST_ROWS]):
        texts = labels_of(document, row)
        if texts and is_header(texts):
            return number
    return -1


def labels_of(document: Document, row: Row) -> list[str]:
    """Give the cells of a row clean, if they can be headers: two or more, and none of them long."""
    if len(row.cells) < 2 or any(cell.end - cell.start > _LONGEST_LABEL for cell in row.cells):
        return []
    return texts_of(document, row)


def texts_of(document: Document, row: Row) -> list[str]:
    """Give the cells of a row clean."""
    return [(document.clean(cell.place) if cell.raw is None else document.clean_text(cell.raw))[0].strip('"') for cell in row.cells]


def _named(document: Document, rows: Sequence[Row], number: int) -> Head | None:
    header, values = labels_of(document, rows[number]), rows[number + 1 :][:_SAMPLE]
    width = len(header)
    sizes = Counter(len(row.cells) for row in values)
    samples = [texts_of(document, row) for row in values]
    longer = [sample for sample in samples if len(sample) == width + 1]
    if len(longer) > _LEAST * len(values) and all(sample[0].isdecimal() for sample in longer) and any(sample[-1] for sample in longer):
        # R's write.table puts no header over the numbers of the rows
        header, width = ["", *header], width + 1
    columns = read_columns(header, [sample for sample in samples if len(sample) == width])
    known = len({column.role for column in columns} - {"", SKIP})
    # rows may end where their last value stands
    least = 2 if known > 2 else max(2, width - 1)
    near = sum(count for size, count in sizes.items() if least <= size <= width + 1)
    if values and near < _LEAST * len(values):
        return None
    return Head(number, columns, 0.97 if known > 2 and values else 0.85 if known > 2 or values else 0.5)


def _nameless(document: Document, rows: Sequence[Row]) -> Head | None:
    """Say what the columns are by what stands in them; the first row may be a header in words that nobody knows."""
    some = [row for row in rows[:_SAMPLE] if len(row.cells) > 1]
    width, count = Counter(len(row.cells) for row in some).most_common(1)[0] if some else (0, 0)
    if count < max(2, _MOST * len(some), _LEAST * len(rows[:_SAMPLE])):
        return None
    texts = [texts_of(document, row) for row in some if len(row.cells) == width]
    columns = infer_columns(unnamed(width), texts[1:])
    if "title" not in {column.role for column in columns}:
        columns = infer_columns(unnamed(width), texts)  # of three rows one short title is too many
    roles = {column.role for column in columns} - {"", SKIP}
    is_drawn = _is_drawn(document, rows[:_SAMPLE], width)
    is_list = sum(document.text.startswith(_BULLETS, row.place.start) for row in some) > _LEAST * len(some)
    if is_list or "title" not in roles or (roles.isdisjoint(_TELLING) and not (is_drawn and "year" in roles)):
        return None
    sure = _DRAWN if is_drawn else _WHOLE if roles.issuperset(_WHO_WHAT_WHEN) else 0.5 + 0.1 * min(len(roles), 4)
    if len(some[0].cells) == width and has_misfit(columns, texts[0]):
        columns = tuple(column._replace(label=text or column.label) for column, text in zip(columns, texts[0], strict=True))
        return Head(0, columns, sure)
    columns = infer_columns(unnamed(width), texts)
    return Head(-1, columns, sure) if "title" in {column.role for column in columns} else None


def _is_drawn(document: Document, rows: Sequence[Row], width: int) -> bool:
    """Tell rows that a program wrote: all of one width, with quotes around cells that hold the separator."""
    of_one_width = width > len(("title", "year")) and all(len(row.cells) == width for row in rows)
    return of_one_width and any(_is_quoted(document, cell) for row in rows for cell in row.cells)


def _is_quoted(document: Document, cell: Cell) -> bool:
    around = document.text[max(cell.start - 1, 0) : cell.end + 1].strip()
    return len(around) > 2 and around[0] == around[-1] == '"' and "," in around
