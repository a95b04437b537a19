r"""Tables drawn with signs: of Markdown (GitHub's specification, section 4.10), Org mode and the consoles of databases.

| Title | Year |        +-------+------+
|-------|------|        | Title | Year |
| Notes | 1843 |        +-------+------+
"""

import re
from collections.abc import Iterator

from papercat.readers.table.cells import Cell, Row
from papercat.text.document import Place
from papercat.text.lines import Line, split_lines

_RULER = re.compile(r"[|+]?[ \t]*[:=-][-=:+| \t]*")
_RULER_LINE = re.compile(r"(?:\A|[\r\n\v\f\u2028\u2029])[ \t]{0,9}[|+]?[ \t]{0,9}:?[-=]+:?[ \t]{0,99}[|+]")
_PIPE = re.compile(r"(?<!\\)\|")
_LINK = re.compile(
    r"!?\[([^\[\]]{0,1000})\]\([ ]?<?([^()\s<>]{0,2000}(?:\([^()\s]{0,200}\)[^()\s<>]{0,200}){0,4})>?(?:[ ]{1,4}\"[^\"]{0,300}\")?[ ]?\)"
)
_STRONG = re.compile(r"(\*\*\*|\*\*|\*|__|~~|`)(?=\S)(.{1,300}?)(?<=\S)\1")
_WIDE = re.compile(r"[*_`~\[\\<]")
_MOST_LINES = 60  # of a row that was wrapped
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def find_tables(text: str) -> Iterator[list[Row]]:
    r"""Find the rows of each table; a ruler below its first row says that it is one.

    Rows stay rows where a blank line or a page number stands between them, or where they are wrapped.

    >>> [rows] = find_tables("Read in 2023:\n\n| Title | Year |\n|---|---|\n| **Notes** | 1843 |")
    >>> [[cell.raw or "" for cell in row.cells] for row in rows], rows[0].is_header
    ([['', ''], ['Notes', '']], True)
    """
    lines = split_lines(text) if has_ruler(text) else []
    place = 0
    while place < len(lines) - 1:
        if _is_header(text, lines, place):
            rows, place = _table(text, lines, place)
            yield rows
        else:
            place += 1


def has_ruler(text: str) -> bool:
    r"""Tell a text that may hold a drawn table.

    >>> has_ruler("| Title |\n|-------|"), has_ruler("Title | Year")
    (True, False)
    """
    return bool(_RULER_LINE.search(text))


def _is_ruler(line: Line) -> bool:
    return bool(_RULER.fullmatch(line.text.strip()))


def _is_next(before: Line, line: Line) -> bool:
    return line.start - before.end <= len("\r\n")


def _is_header(text: str, lines: list[Line], place: int) -> bool:
    line, after = lines[place], lines[place + 1]
    return "|" in line.text and not _is_ruler(line) and _is_ruler(after) and not text[line.end : after.start].strip("\r\n")


def _table(text: str, lines: list[Line], place: int) -> tuple[list[Row], int]:
    """Read the rows from a header on; those lines that only draw belong to the row before them, or to the first."""
    above = place > 0 and _is_ruler(lines[place - 1]) and _is_next(lines[place - 1], lines[place])
    header = lines[place]
    rows = [_row(text, lines[place - above].start, header, header, is_header=True)]
    size, last = _bars(header), header
    place += 1
    while place < len(lines):
        line = lines[place]
        if not _is_next(last, line) and place + 1 < len(lines) and _is_header(text, lines, place):
            break
        end = place
        if _is_ruler(line):
            rows[-1] = rows[-1]._replace(place=Place(rows[-1].place.start, line.end))
        elif "|" in line.text and (found := _whole(lines, place, size, is_next=_is_next(last, line))) is not None:
            end = found
            rows.append(_row(text, line.start, line, lines[end]))
        last = lines[end]
        place = end + 1
    return rows, place


def _whole(lines: list[Line], place: int, size: int, *, is_next: bool) -> int | None:
    """Give the last line of the row that begins with a line; None if it begins none."""
    bars, end = _bars(lines[place]), place
    is_boxed = lines[place].text.lstrip().startswith("|")
    for line in lines[place + 1 : place + _MOST_LINES] if is_boxed else ():
        if bars >= size or bars + _bars(line) > size or not _is_next(lines[end], line):
            break
        end += 1
        bars += _bars(line)
    if bars == size:
        return end
    return place if is_next and (is_boxed or bars > 0) else None


def _bars(line: Line) -> int:
    return len(_PIPE.findall(line.text)) if "\\|" in line.text else line.text.count("|")


def _row(text: str, start: int, first: Line, last: Line, *, is_header: bool = False) -> Row:
    return Row(Place(start, last.end), tuple(_cells(text, first.start, last.end)), is_header=is_header)


def _cells(text: str, start: int, end: int) -> Iterator[Cell]:
    bars = [bar.start() for bar in _PIPE.finditer(text, start, end)]
    pieces = list(zip([start, *(bar + 1 for bar in bars)], [*bars, end], strict=True))
    if bars and not text[slice(*pieces[0])].strip():
        pieces = pieces[1:]
    if len(pieces) > 1 and not text[slice(*pieces[-1])].strip():
        pieces = pieces[:-1]
    yield from (_cell(text, start, end) for start, end in pieces)


def _cell(text: str, start: int, end: int) -> Cell:
    content = text[start:end]
    bare = content.strip()
    start += len(content) - len(content.lstrip())
    if not _WIDE.search(bare):
        return Cell(start, start + len(bare))
    links = tuple(Place(start + link.start(2), start + link.end(2)) for link in _LINK.finditer(bare) if link[2])
    shown = _BREAK.sub("\n", _LINK.sub(r"\1", bare)).replace("\\|", "|")
    return Cell(start, start + len(bare), _STRONG.sub(r"\2", shown), links)
