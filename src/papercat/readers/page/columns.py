"""What a page tells by repeating itself: columns of numbers, and words that come again and again."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from papercat.readers.layout import Row
from papercat.readers.page.names import nameness
from papercat.readers.page.pieces import LINE, WRAP, Piece
from papercat.readers.page.records import HEADING
from papercat.readers.page.separators import COLON, COMMA, DASH, DOT, WITHIN
from papercat.readers.page.stacks import settle_stacks
from papercat.readers.page.venues import venueness

_NARROW, _WIDE, _SLACK, _FULL = 50, 120, 10, 0.1  # characters; of the lines of a wrapped page so many are as wide as they can be
_MOST_ABOVE = 30  # pieces that may stand above the head of a table
# The heads of the columns of papers, as Google Scholar's profiles and listings of repositories have them.
_CELL = re.compile(
    r"titles?|articles?|papers?|authors?|cited by|citations|year|date|venue|journal|publication|conference|source|pages|doi", re.IGNORECASE
)
_CELLS = re.compile(rf"(?:(?:{_CELL.pattern})(?:[\s|/·]+|\Z)){{1,9}}", re.IGNORECASE)
_HEAD = re.compile(r"(?:title|article|paper)\b", re.IGNORECASE)
_NAMES = 0.5  # of `nameness`
_HEADED = re.compile(r"h[1-6]")
_YEARS = 0.8  # of the numbers of a column are years: then it is a column of years
_WITHIN_PROSE = frozenset({DOT, COLON, COMMA, DASH, WITHIN})  # what comes again behind these is a word as "We", and no button
_LONGEST = 7  # digits of the number of a list
_OFTEN, _SHORT = 3, 40  # times, characters: what comes again so often and is so short is furniture


def settle(pieces: list[Piece]) -> list[Piece]:
    """Settle what single pieces do not tell: counts are furniture, and so is what stands there again and again."""
    _settle_table(pieces)
    _settle_numbers(pieces)
    for before, piece in pairwise(pieces):
        piece.opens = piece.opens or before.fixed == "number"
    _settle_repeated(pieces)
    settle_stacks(pieces)
    _settle_sizes(pieces)
    return pieces


def _settle_table(pieces: Sequence[Piece]) -> None:
    """Take what stands above the head of a table for headings; behind it a line set as a heading opens a row."""
    above, rows = _find_head(pieces)
    for piece in pieces[:above]:
        if piece.fixed not in ("furniture", "number"):
            piece.fixed = HEADING
    for piece in pieces[above:rows]:
        piece.fixed = "furniture"
    for piece in pieces[rows:] if rows else ():
        words = piece.form.split()
        if words and _HEADED.fullmatch(words[0]):
            piece.form, piece.opens = "row", True


def _find_head(pieces: Sequence[Piece]) -> tuple[int, int]:
    """Find the head of a table near the top of a page, in one line or cell by cell: where it begins and ends, 0 and 0 if there is none."""
    for number, piece in enumerate(pieces[:_MOST_ABOVE]):
        if not _CELLS.fullmatch(piece.text):
            continue
        end = number
        while end < len(pieces) and _CELLS.fullmatch(pieces[end].text):
            end += 1
        cells = " ".join(one.text for one in pieces[number:end])
        if _HEAD.match(cells) and len(_CELL.findall(cells)) > 1 and not any(map(_is_list, pieces[:number])):
            return number, end
    return 0, 0


def _is_list(piece: Piece) -> bool:
    """Tell names of authors: where they stand above the head of a table, so do papers."""
    return "," in piece.text and nameness(piece.text) > _NAMES


def _settle_numbers(pieces: Sequence[Piece]) -> None:
    numbers: dict[tuple[str, str], list[Piece]] = {}
    for number, piece in enumerate(pieces):
        if not piece.fixed and piece.text.rstrip("*").isdecimal():
            after = pieces[number + 1].before if number + 1 < len(pieces) else LINE
            numbers.setdefault((piece.before, after), []).append(piece)
    for column in numbers.values():
        if _counts_up(column):
            for piece in column:
                piece.fixed, piece.opens = "number", True
            continue
        years = sum(_is_year(piece.text) for piece in column)
        for piece in column:
            if years < _YEARS * len(column) or not _is_year(piece.text):
                piece.fixed = "furniture"


def _counts_up(column: Sequence[Piece]) -> bool:
    """Tell the numbers of a list."""
    values = [int(piece.text) for piece in column if piece.text.isdecimal() and len(piece.text) < _LONGEST]
    return len(values) == len(column) >= _OFTEN and values == list(range(values[0], values[0] + len(values))) and values[0] < 2


def _is_year(text: str) -> bool:
    return text.isascii() and len(text) == 4 and 1900 <= int(text) <= 2030 if text.isdecimal() else False


def _settle_repeated(pieces: Sequence[Piece]) -> None:
    counts = Counter(piece.text for piece in pieces if not piece.fixed and len(piece.text) < _SHORT and piece.before not in _WITHIN_PROSE)
    often = {
        text
        for text, count in counts.items()
        if count >= _OFTEN and text.count(" ") < 4 and nameness(text) <= 0 and venueness(text) < 0 and not any(map(str.isdigit, text))
    }
    for piece in pieces:
        if not piece.fixed and piece.text in often and piece.before not in _WITHIN_PROSE:
            piece.fixed = "furniture"


def _settle_sizes(pieces: Sequence[Piece]) -> None:
    """Measure each piece with the lines that go on from it by wraps, up to names and what another sign opens."""
    size = 0
    for piece, after in zip(reversed(pieces), [None, *reversed(pieces[1:])], strict=False):
        goes_on = after is not None and not after.fixed and not after.opens and after.before == WRAP
        size = len(piece.text) + (size if goes_on and after is not None and nameness(after.text) <= _NAMES else 0)
        piece.size = size


def mark_wraps(rows: list[Row]) -> None:
    """Find breaks that can be wraps in a page of short lines, whose width only some lines tell.

    `layout` wants most lines of a text to be full; the lines of a list are short, and only the long ones were wrapped.
    """
    if any(row.wrapped for row in rows):
        return
    sizes = [len(row.text) for row in rows]
    width = max(sizes, default=0)
    full = sum(size > width - _SLACK for size in sizes)
    if not _NARROW <= width <= _WIDE or full < max(_OFTEN, _FULL * len(rows)):
        return
    for before, row in pairwise(rows):
        room = width - len(before.text) - 1
        row.wrapped = not row.after_blank and row.number is None and len(row.text.partition(" ")[0]) > room
