"""Tables of HTML pages (https://html.spec.whatwg.org/multipage/tables.html), also as Excel saves a sheet as a web page."""

import re
from collections.abc import Iterator

from papercat.readers.table.cells import Cell, Row
from papercat.text.document import Place

_TAG = re.compile(r"<!--|<(?P<end>/?)(?P<name>table|thead|tbody|tr|t[hd])\b(?P<rest>[^<>]*)>", re.IGNORECASE)
_INNER = re.compile(r"<!--[^<>]{0,1000}-->|<(?:/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,15})\b[^<>]*>")
_BREAKS = frozenset({"br", "p", "div", "li", "ul", "ol"})
_HREF = re.compile(r"""<a\b[^<>]*?\bhref\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))""", re.IGNORECASE)
_SPAN = re.compile(r"""\b(col|row)span\s*=\s*["']?([0-9]{1,3})""", re.IGNORECASE)
_MOST_SPAN = 50  # columns or rows; more is a mistake


class _Table:
    """The rows of a table, gathered tag by tag."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._free = start  # what stands behind this place belongs to no row yet
        self._start = -1  # of the row
        self._cell: re.Match[str] | None = None  # the tag of a cell that is not closed
        self._cells: list[tuple[Cell, str]] = []  # with the rest of their tags
        self._headers = 0
        self.rows: list[Row] = []
        self._hanging: dict[int, tuple[Cell, int]] = {}  # by column, the cells of rows above that hang down, and how far

    def take(self, tag: re.Match[str]) -> None:
        """Take a tag."""
        name, is_end = tag["name"].lower(), bool(tag["end"])
        self._close_cell(tag.start())
        if name not in ("td", "th"):
            self.close_row(tag.end() if name == "tr" and is_end else tag.start())
            self._start = tag.start() if name == "tr" and not is_end else -1
        elif not is_end:
            self._cell = tag
            self._headers += name == "th"
            self._start = tag.start() if self._start < 0 else self._start

    def close_row(self, end: int) -> None:
        """End a row, and the cell that is open in it."""
        self._close_cell(end)
        if self._cells:
            is_header = 2 * self._headers > len(self._cells)
            gap = self._text[self._free : self._start]
            start = self._start if _INNER.sub("", gap).strip() else self._free
            self.rows.append(Row(Place(start, end), tuple(self._spread()), is_header=is_header))
            self._free = end
        self._cells, self._headers = [], 0

    def finish(self, end: int) -> list[Row]:
        """End the table and give its rows."""
        if self.rows and not _INNER.sub("", self._text[self._free : end]).strip():
            self.rows[-1] = self.rows[-1]._replace(place=Place(self.rows[-1].place.start, end))
        return self.rows

    def _close_cell(self, end: int) -> None:
        if self._cell:
            self._cells.append((_cell(self._text, self._cell.end(), end), self._cell["rest"]))
            self._cell = None

    def _spread(self) -> Iterator[Cell]:
        """Put the cells into their columns: those of rows above may hang down, and one may take several columns."""
        place = 0
        for cell, rest in self._cells:
            yield from (above := list(self._from_above(place)))
            place += len(above)
            spans = {name.lower(): min(int(size), _MOST_SPAN) for name, size in _SPAN.findall(rest)}
            first, place = place, place + max(spans.get("col", 1), 1)
            for column in range(first, place):
                one = cell if column == first else Cell(cell.end, cell.end, "")
                if spans.get("row", 1) > 1:
                    self._hanging[column] = (one, spans["row"] - 1)
                yield one
        yield from self._from_above(place)

    def _from_above(self, place: int) -> Iterator[Cell]:
        while place in self._hanging:
            cell, rows = self._hanging.pop(place)
            if rows > 1:
                self._hanging[place] = (cell, rows - 1)
            yield cell
            place += 1


def find_tables(text: str) -> Iterator[list[Row]]:
    """Find the rows of each table; one that stands within another ends that.

    >>> [rows] = find_tables("<table><tr><th>Title<th>Year<tr><td><i>Notes</i> &amp; more<td>1843</table>")
    >>> [[cell.raw for cell in row.cells] for row in rows], rows[0].is_header
    ([['Title', 'Year'], ['Notes &amp; more', '1843']], True)
    """
    table = _Table(text, 0)
    for tag in _tags(text):
        table.take(tag)
        if tag["name"].lower() == "table":
            end = tag.end() if tag["end"] else tag.start()
            if table.rows:
                yield table.finish(end)
            table = _Table(text, end)
    table.close_row(len(text))
    if table.rows:
        yield table.finish(len(text))


def _tags(text: str) -> Iterator[re.Match[str]]:
    """Find the tags that make tables, but not in comments."""
    place, last = 0, text.rfind("-->")
    while tag := _TAG.search(text, place):
        place = tag.end()
        if tag["name"]:
            yield tag
        elif place <= last:
            place = text.find("-->", place)


def _cell(text: str, start: int, end: int) -> Cell:
    """Make a cell of what stands between tags: those within it go, and those that break lines become line breaks."""
    content = text[start:end]
    bare = content.strip()
    start += len(content) - len(content.lstrip())
    links = tuple(
        Place(start + link.start(group), start + link.end(group)) for link in _HREF.finditer(bare) if (group := link.lastindex or 0)
    )
    shown = _INNER.sub(_shown, re.sub(r"\s+", " ", bare)) if "<" in bare else bare
    return Cell(start, start + len(bare), shown.strip(), links)


def _shown(tag: re.Match[str]) -> str:
    return "\n" if (tag["name"] or "").lower() in _BREAKS else ""
