"""One reference of a list, before its labels are final."""

import re
from typing import NamedTuple

from papercat.readers.references.atoms import Atom, atoms
from papercat.readers.references.decoding import LABELS, Style, decode, model
from papercat.readers.references.shown import Shown, show
from papercat.readers.references.traits import junction
from papercat.text.document import Document, Place

MOST_ATOMS = 2000  # a longer text is no reference; what is beyond is kept as its rest
# GB/T 7714 sets the kind of a work behind its title: [J] a journal, [M] a book, [C] proceedings, [EB/OL] a page, and so on.
_MARK = re.compile(r"(?:[.．。][ ]?|\A)(?P<title>[^.．。]*)\[(?:[JMCDRNPSAGZ]|DB|CP|EB)(?:/(?:OL|CD|MT|DK))?\]")
_IS_TITLE = 12.0  # bits, for the title and the parts behind it
_PARTED = 12.0  # bits
_LONGEST = 3000  # characters that are looked at


class Line(NamedTuple):
    """A reference before its labels are final.

    Attributes:
        place: where it stands, without its number.
        number: the place of its number, or None.
        shown: its text.
        atoms: the words of it.
        weighed: the bits of each label for each of them.
        labels: the likeliest, by itself.
    """

    place: Place
    number: Place | None
    shown: Shown
    atoms: list[Atom]
    weighed: list[list[float]]
    labels: str


def weigh(document: Document, place: Place, number: Place | None = None, holes: tuple[Place, ...] = ()) -> Line:
    """Read a reference by itself; `holes` in it belong to the page."""
    shown = show(document, place, holes)
    line = atoms(shown.text)[:MOST_ATOMS]
    end = shown.text[line[-1].end :][:8] if line else ""
    weighed = model().emissions(line, end)
    if mark := _MARK.search(shown.text, 0, _LONGEST):
        _favour_title(weighed, line, mark)
    return Line(place, number, shown, line, weighed, decode(weighed, line, model()))


def settle(line: Line, style: Style, partings: frozenset[str] = frozenset()) -> Line:
    """Read a reference again as one of its list; no part goes on over the signs that part them all."""
    half = len(LABELS) // 2
    weighed = [
        [*row[:half], *(bits - _PARTED for bits in row[half:])] if junction(atom.gap) in partings else row
        for row, atom in zip(line.weighed, line.atoms, strict=True)
    ]
    return line._replace(labels=decode(weighed, line.atoms, model(), style))


def _favour_title(weighed: list[list[float]], line: list[Atom], mark: re.Match[str]) -> None:
    """Take what stands before the mark of a kind for a title, and the mark for a note; behind it another part begins."""
    title, note = LABELS.index("T"), LABELS.index("N")
    is_first, behind = True, False
    for row, atom in zip(weighed, line, strict=True):
        if mark.start("title") <= atom.start < mark.end("title"):
            row[title if is_first else title + len(LABELS) // 2] += _IS_TITLE
            is_first = False
        elif mark.end("title") <= atom.start < mark.end():
            row[note] += _IS_TITLE
            row[title + len(LABELS) // 2] -= _IS_TITLE
            behind = True
        elif behind:
            row[note + len(LABELS) // 2] -= _IS_TITLE
            behind = False
