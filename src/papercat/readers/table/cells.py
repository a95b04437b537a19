"""Rows of cells, each with its place in the document, whatever kind of table they stand in."""

from typing import NamedTuple

from papercat.text.document import Document, Place


class Cell(NamedTuple):
    """What stands in one cell.

    Attributes:
        start: its first character, quotes left out.
        end: the place after its last.
        raw: what the place holds, where the format writes it in other characters (doubled quotes, markup), else None.
        links: where the addresses stand that it leads to.
    """

    start: int
    end: int
    raw: str | None = None
    links: tuple[Place, ...] = ()

    @property
    def place(self) -> Place:
        """Give where it stands."""
        return Place(self.start, self.end)

    def text(self, document: Document) -> str:
        """Give what it holds, not cleaned.

        >>> Cell(6, 12).text(Document("a.csv", "title,Claude"))
        'Claude'
        """
        return document.text[self.start : self.end] if self.raw is None else self.raw


class Row(NamedTuple):
    """The cells of one row.

    Attributes:
        place: all that belongs to it.
        cells: from left to right.
        is_header: the format itself says that it is one.
        mended: what was wrong with it as a row of its format, "" if nothing was.
    """

    place: Place
    cells: tuple[Cell, ...]
    is_header: bool = False
    mended: str = ""
