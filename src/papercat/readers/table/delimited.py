r"""Text whose cells are parted by a sign: CSV (RFC 4180), TSV (also as IANA's text/tab-separated-values has it), `;` and `|`.

Python's csv module reads the same rows, but does not say where a cell stands, and one quote that is never closed costs it the rest
of a file. The tests pin this reader to it on all that its writer makes.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, cast

from papercat.readers.table.cells import Cell, Row
from papercat.readers.table.strangers import stranger_end
from papercat.text.document import Place

SEPARATORS = ("\t", ";", "|", ",")
_INVISIBLE = "\u200b\u2060\ufeff"
_BLANKS = _INVISIBLE + " \t\r\n\v\f\x1c\x1d\x1e\u2028\u2029"
_RARE = "\v\f\x1c\x1d\x1e\u2028\u2029"
# Excel takes the first line `sep=;` for a note of the separator.
_SEP_LINE = re.compile(r'[\ufeff"]*sep=(.|\\t)"?[ \t]*(?:\r\n|[\r\n])', re.IGNORECASE)
_FORMULA = re.compile(r'="(.*)"', re.DOTALL)  # ="0704.0001", which keeps Excel from reading a number
_NOWHERE = re.compile(r"(?!)")
_LONG = 40  # characters of a cell that may go on in the next line
_MOST_LINES = 12  # of one row whose cells have line breaks without quotes
_RESCANS = 3  # so often, on the average, may a character be read again to mend a row


class _Grammar(NamedTuple):
    """The patterns for one separator.

    Attributes:
        sep: the separator.
        quoted: a cell in quotes, and what ends it.
        bare: any text up to what ends a cell.
        opening: the quote that begins a cell.
        closing: a quote that can close one.
        break_: what ends a row.
        end: what ends a cell.
    """

    sep: str
    quoted: re.Pattern[str]
    bare: re.Pattern[str]
    opening: re.Pattern[str]
    closing: re.Pattern[str]
    break_: re.Pattern[str]
    end: re.Pattern[str]


@lru_cache(maxsize=32)
def _grammar(sep: str, ends: str) -> _Grammar:
    sign = re.escape(sep)
    blanks = rf"[ {_INVISIBLE}]*" if sep == "\t" else rf"[ \t{_INVISIBLE}]*"
    end = rf"({sign}|\r\n|[{ends}]|\Z)"
    return _Grammar(
        sep,
        re.compile(rf'{blanks}"([^"]*(?:""[^"]*)*)"{blanks}{end}'),
        re.compile(rf"([^{sign}{ends}]*){end}"),
        re.compile(rf'{blanks}"'),
        re.compile(rf'()"{blanks}{end}'),
        re.compile(rf"\r\n|[{ends}]"),
        re.compile(rf"(){end}"),
    )


def find_sep_line(text: str) -> tuple[str, int]:
    r"""Give the separator that a first line `sep=;` names, and where the table begins; "" and 0 if there is none.

    >>> find_sep_line("sep=;\r\ntitle;year")
    (';', 7)
    """
    match = _SEP_LINE.match(text)
    return ("\t" if match[1] == "\\t" else match[1], match.end()) if match else ("", 0)


def find_rows(text: str, sep: str, start: int = 0, width: int = 0, *, headed: bool = False) -> Iterator[Row]:
    r"""Cut a text into rows; those that are blank are left out, and a record of another format among them has no cells.

    Args:
        text: all of it.
        sep: the separator, one character.
        start: where the table begins.
        width: how many cells the rows have, where that is known: one with more or fewer is read again.
        headed: the first row is a header, which is read as it is.

    >>> text = 'title,year\r\n"Goals, ""plans""\nand acts",2024\r\n'
    >>> [[cell.raw or text[cell.start : cell.end] for cell in row.cells] for row in find_rows(text, ",")]
    [['title', 'year'], ['Goals, "plans"\nand acts', '2024']]
    """
    rows = _Rows(text, _grammar(sep, _ends(text, sep, start)))
    before: Row | None = None
    while start < len(text):
        if end := stranger_end(text, start):
            yield from [before] if before else []
            yield Row(Place(start, end), ())
            before, start, headed = None, end, False
            continue
        row, after = rows.read(start)
        if not headed and width > 1 and (len(row.cells) != width or row.mended):
            row, after = rows.mend(row, after, width)
        start, headed = after, False
        if before and width > 2 and rows.is_rest(before, row):
            before = _with_rest(before, row)
            continue
        if before:
            yield before
        before = row if len(row.cells) > 1 or text[slice(*row.place)].strip(_BLANKS) else None
    if before:
        yield before


def _ends(text: str, sep: str, start: int) -> str:
    """Say which characters end a row: rare ones only where nearly all that they part has as many cells as the first row."""
    rare = "".join(char for char in _RARE if char in text)
    if rare:
        pieces = re.split(f"[\r\n{rare}]", text[start : start + 200_000])
        counts = [piece.count(sep) for piece in pieces if piece.strip()]
        if counts and counts[0] and sum(count >= counts[0] for count in counts) > 0.9 * len(counts):
            return "\r\n" + rare
    return "\r\n"


class _Rows:
    """The rows of a text."""

    def __init__(self, text: str, grammar: _Grammar) -> None:
        self._text, self._grammar = text, grammar
        # where a closing quote was last looked for, and what was found: looked for anew each time, open quotes take quadratic time
        self._from, self._closing = len(text) + 1, _NOWHERE.match("")
        self._left = _RESCANS * len(text)

    def read(self, start: int, stop: int | None = None, *, loose: bool = True) -> tuple[Row, int]:
        """Read the row that begins at a place; give it and where the next one begins.

        Only if `loose`, a quote that does not do what the format wants opens a cell.
        """
        text, (sep, quoted, bare, *_) = self._text, self._grammar
        stop = len(text) if stop is None else stop
        place, cells, mended = start, list[Cell](), ""
        while True:
            if match := quoted.match(text, place, stop):
                cells.append(_quoted(text, *match.span(1)))
            else:
                # that matches anything
                match = cast("re.Match[str]", bare.match(text, place, stop))
                cell = Cell(*match.span(1))
                if loose and '"' in match[1] and (opening := self._grammar.opening.match(text, *match.span(1))):
                    cell, match = self._unclosed(opening.end(), stop, match)
                    mended = "a quote that is not closed as it should be"
                cells.append(cell)
            place = match.end()
            if match[2] != sep:
                return Row(Place(start, match.start(2)), tuple(cells), mended=mended), place

    def _unclosed(self, begin: int, stop: int, line: re.Match[str]) -> tuple[Cell, re.Match[str]]:
        """Read a cell whose quotes are not as they should be: up to a quote that can close it; give it and what ends it."""
        if closing := self._closing_quote(begin, stop):
            return _quoted(self._text, begin, closing.start()), closing
        is_cut = stop == len(self._text) and not self._grammar.break_.search(self._text, begin)
        if is_cut and (end := self._grammar.end.match(self._text, stop)):
            return _quoted(self._text, begin, stop), end
        # "Goals" and plans: a cell that begins with a word in quotes
        begin = line.start(1) if self._text.find('"', begin, line.end(1)) >= 0 else begin
        return Cell(begin, line.end(1)), line

    def mend(self, row: Row, after: int, width: int) -> tuple[Row, int]:
        """Read a row again that has too few or too many cells, or quotes that are not as they should be."""
        if self._left <= 0:
            return row, after
        self._left -= after - row.place.start
        return self._without_quotes(row, after, width) or self._joined(row, after, width) or (row, after)

    def is_rest(self, before: Row, row: Row) -> bool:
        """Tell a line without separators that goes on with the last cell of the row before it."""
        last = before.cells[-1]
        if len(row.cells) > 1 or len(before.cells) < 2 or last.end != before.place.end:
            return False
        rest, tail = self._text[slice(*row.place)].strip(_BLANKS), self._text[max(last.start, last.end - _LONG) : last.end]
        gap = self._text[before.place.end : row.place.start]
        is_open = len(tail) == _LONG and tail.rstrip(_BLANKS)[-1:] not in ".!?"
        return bool(rest) and gap in ("\n", "\r\n", "\r") and (rest[0].islower() or is_open)

    def _closing_quote(self, begin: int, stop: int) -> re.Match[str] | None:
        if stop < len(self._text):
            return self._grammar.closing.search(self._text, begin, stop)
        if not (self._from <= begin and (self._closing is None or begin <= self._closing.start())):
            self._from, self._closing = begin, self._grammar.closing.search(self._text, begin)
        return self._closing

    def _without_quotes(self, row: Row, after: int, width: int) -> tuple[Row, int] | None:
        """Read a row again that a quote made longer than its first line, or than a cell of it."""
        line = self._grammar.break_.search(self._text, *row.place)
        if not line and (len(row.cells) == width or not row.mended):
            return None
        stop, after = line.span() if line else (row.place.end, after)
        if line and len(row.cells) == width and len(self.read(after)[0].cells) < width:
            return None  # what stands behind the first line is no row of its own
        for loose in (True, False) if line else (False,):
            again, _ = self.read(row.place.start, stop, loose=loose)
            if len(again.cells) == width:
                return again._replace(mended="a quote that is never closed"), after
        return None

    def _joined(self, row: Row, after: int, width: int) -> tuple[Row, int] | None:
        """Join a row with the lines behind it that are the rest of it: a cell has line breaks and no quotes."""
        cells = row.cells
        for _ in range(_MOST_LINES):
            if len(cells) >= width or after >= len(self._text) or self._left <= 0 or stranger_end(self._text, after):
                return None
            rest, after = self.read(after)
            self._left -= rest.place.end - rest.place.start + 1
            if not self._goes_on(rest):
                return None
            cells = (*cells[:-1], Cell(cells[-1].start, rest.cells[0].end), *rest.cells[1:])
            if len(cells) == width:
                place = Place(row.place.start, rest.place.end)
                return Row(place, cells, mended="a line break in a cell without quotes"), after
        return None

    def _goes_on(self, rest: Row) -> bool:
        first = self._text[rest.cells[0].start : rest.cells[0].end].strip()
        return bool(first) and (first[0].islower() or len(rest.cells) == 1)


def _with_rest(before: Row, row: Row) -> Row:
    cells = (*before.cells[:-1], Cell(before.cells[-1].start, row.cells[0].end))
    return Row(Place(before.place.start, row.place.end), cells, mended="a line break in a cell without quotes")


def _quoted(text: str, begin: int, end: int) -> Cell:
    """Make a cell of what stands in quotes; ="1" within them is a formula that gives a text."""
    content = text[begin:end]
    if '"' not in content:
        return Cell(begin, end)
    content = content.replace('""', '"')
    formula = _FORMULA.fullmatch(content)
    return Cell(begin, end, formula[1] if formula else content)
