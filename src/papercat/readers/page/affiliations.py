"""Affiliations on lines of their own below names: with the numbers that stand behind those, or with the words of universities."""

import re
from collections.abc import Iterator, Sequence

from papercat.names.workplaces import placeness
from papercat.readers.page.names import nameness
from papercat.readers.page.pieces import BREAKS, Piece

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹˒", "0123456789,")
_MARKS = re.compile(r"(?<=[^\W\d_])\d{1,2}(?:\s?,\s?\d{1,2}){0,5}(?=[\s,;]|\Z)")  # "Tilman Beck1,3, Ji-Ung Lee2"
_NUMBERED = re.compile(r"(\d{1,2})\s?(?=[^\W\d_])")
_MOST_LINES, _LONGEST = 12, 300  # below one list; characters
_OFTEN = 2  # lists with such a line below make it the habit of a page
_NAMES = 0.5  # of `nameness`


def settle_affiliations(pieces: Sequence[Piece]) -> None:
    """Take for affiliations the numbered lines below names with these numbers, and lines of universities where a page has several.

    >>> from papercat.text.document import Place
    >>> lines = "Tilman Beck1, Ji-Ung Lee2", "1 Microsoft Research Asia", "2 Google Research", "We investigate label suggestions."
    >>> pieces = [Piece(Place(0, 0), text, "line") for text in lines]
    >>> settle_affiliations(pieces)
    >>> [piece.label for piece in pieces]
    ['', 'affiliation', 'affiliation', '']
    """
    places: list[Piece] = []
    for number, piece in enumerate(pieces):
        names = piece.text.translate(_RAISED)
        if piece.fixed or nameness(names) <= _NAMES:
            continue
        below = list(_below(pieces, number))
        numbers = {one for match in _MARKS.finditer(names) for one in re.findall(r"\d+", match[0])}
        for one in below if numbers else ():
            found = _NUMBERED.match(one.text.translate(_RAISED))
            if not found or found[1] not in numbers:
                break
            _settle(one)
        places += [one for one in below[:1] if not one.fixed and placeness(one.text) > 0]
    for one in places if len(places) >= _OFTEN else ():
        _settle(one)


def _below(pieces: Sequence[Piece], number: int) -> Iterator[Piece]:
    """Give the lines below one, each of which is a single piece."""
    for at in range(number + 1, min(number + 1 + _MOST_LINES, len(pieces))):
        after = pieces[at + 1].before if at + 1 < len(pieces) else pieces[at].before
        if pieces[at].before not in BREAKS or after not in BREAKS or len(pieces[at].text) > _LONGEST:
            return
        yield pieces[at]


def _settle(piece: Piece) -> None:
    piece.fixed, piece.label, piece.role = "value", "affiliation", ""
