"""The years that head the groups of a page: they are dates of no record, and tell when what stands below appeared."""

import re
from collections.abc import Sequence
from itertools import pairwise

from papercat.readers.headings import Dated, Heading, are_of, year_of, years_above
from papercat.readers.page.pieces import BLANK, BREAKS, Piece
from papercat.readers.page.records import HEADING, Part
from papercat.readers.page.venues import years_in
from papercat.text.document import Document

_HEADED = re.compile(r"(?:indent )?h[1-6]")
_STEADY = 0.8  # of the steps from one year to the next go one way; a page can begin anew, with another kind of papers
_BARE = 8  # characters of a year without words, with what may be around it


def mark_years(pieces: Sequence[Piece]) -> None:
    """Take years that stand alone in lines of their own for headings, where they are set as such, or count down or up above groups.

    >>> from papercat.text.document import Place
    >>> lines = ("2024", "Sleeper Agents", "GPT-3", "2023", "Discovering Behaviors")
    >>> pieces = [Piece(Place(0, 0), text, BLANK if text[:2] == "20" else "line") for text in lines]
    >>> mark_years(pieces)
    >>> [piece.text for piece in pieces if piece.fixed]
    ['2024', '2023']
    """
    alone = [piece for number, piece in enumerate(pieces) if year_of(piece.text) and _is_alone(pieces, number)]
    told = [piece for piece in alone if _HEADED.match(piece.form) or len(piece.text) > _BARE]
    opening = [piece for piece in alone if piece.before == BLANK or piece.opens or piece is pieces[0]]
    if (
        len(opening) > 1
        and len(opening) == len(alone)
        and pieces[-1] is not alone[-1]
        and _are_steady([year_of(one.text) for one in alone])
    ):
        told = alone
    for piece in told:
        piece.fixed = HEADING


def _is_alone(pieces: Sequence[Piece], number: int) -> bool:
    """Tell a piece that has its line for itself, and is nothing by its label."""
    is_last = number + 1 == len(pieces)
    is_line = (not number or pieces[number].before in BREAKS) and (is_last or pieces[number + 1].before in BREAKS)
    return is_line and not pieces[number].label and not pieces[number].role


def _are_steady(years: Sequence[int]) -> bool:
    """Tell years of groups, which go one way, from those of records, which come again."""
    steps = [after - year for year, after in pairwise(years)]
    return 0 not in steps and max(sum(step > 0 for step in steps), sum(step < 0 for step in steps)) >= _STEADY * len(steps)


def years_of(document: Document, records: Sequence[Sequence[Part]], are_papers: Sequence[bool]) -> list[Dated | None]:
    """Give the year above each record of a page, None where none is or where the records say otherwise."""
    items = [None if is_paper else _heading(document, record) for record, is_paper in zip(records, are_papers, strict=True)]
    found = list(years_above(items))
    own = [_own_year(record) if dated else 0 for record, dated in zip(records, found, strict=True)]
    return found if are_of(list(zip(found, own, strict=True))) else [None] * len(found)


def _heading(document: Document, record: Sequence[Part]) -> Heading:
    head = next((part for part in record if part.kind == HEADING), None)
    part = head or record[0]
    return Heading(part.place, document.clean(part.place)[0], head is not None and part.is_fresh)


def _own_year(record: Sequence[Part]) -> int:
    years = {year for part in record if part.kind in "YV" for piece in part.pieces for year in years_in(piece.text)}
    return int(years.pop()) if len(years) == 1 else 0
