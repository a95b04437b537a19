"""Lines that go on in one another by wraps, and what opens a line: a bullet, a number, a time."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from papercat.readers.layout import Row
from papercat.readers.page.sides import Side

BULLET = re.compile(
    r"(?:>\s*)*(?:(?P<head>\#{1,6})\s+|[-*+•◦▪‣–·∙⋅●○■□▸►▶»✓✔❖➢]\s+(?:\[[ xX]\]\s+)?)?"
    r"(?:(?P<number>\[[A-Za-z]{0,3}\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.)](?=\s|\Z)|\#\d{1,5}[:.)]?(?=\s)|[A-Z]{1,3}-?\d{1,4}(?:[:.)](?=\s)|(?=\t)))\s*){0,2}"
    r"(?:(?P<time>\d{1,2}[:.]\d{2}\s*(?:[AaPp]\.?[Mm]\.?)?(?:\s*(?:[-–—]|to)\s*\d{1,2}[:.]\d{2}\s*(?:[AaPp]\.?[Mm]\.?)?)?)(?:[\s:]\s*[-–—]?\s*|\Z))?"
    r"(?:\[(?:PDF|HTML|BOOK|CITATION|DOC|B|C|期刊论文|会议论文|学位论文|[A-Z]{3,12}(?: [A-Z]{3,12})?)\]\s*){0,2}"
)
_NEAR = 3  # rows on each side that a line in many rows is looked for in


class Around(NamedTuple):
    """A row with those that it goes on in, from `start` to `end`, the sides of signs where names are, and whether a label heads it."""

    start: int
    end: int
    sides: frozenset[Side] = frozenset()
    is_text: bool = False


def paragraph(text: str, rows: Sequence[Row], number: int, sides: frozenset[Side] = frozenset()) -> Around:
    """Give the place of a row with those around it that it may go on in, or go on from, by wraps."""
    first = last = number
    while first and first > number - _NEAR and _is_wrapped(text, rows[first]):
        first -= 1
    while last + 1 < len(rows) and last < number + _NEAR and _is_wrapped(text, rows[last + 1]):
        last += 1
    return Around(rows[first].place.start, rows[last].place.end, sides)


def _is_wrapped(text: str, row: Row) -> bool:
    """Tell a row that goes on from the one before it: nothing opens it."""
    head = BULLET.match(text, *row.place) if row.wrapped else None
    return head is not None and head.end() == head.start()
