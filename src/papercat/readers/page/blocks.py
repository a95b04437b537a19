"""Blocks of a page, each with one paper: what stands alone in one is the title of a paper of which nothing else is known."""

from collections.abc import Sequence

from papercat.readers.page.eastern import blanks
from papercat.readers.page.records import Part
from papercat.readers.page.venues import venueness

_ALL = 0.9  # of the titles of a page are set off: then its records are blocks
_LONGEST = 250  # characters: of 102,797 titles in the ACL Anthology 102 are longer
_FEW, _WORDS = 4, 3  # titles that tell; blanks in a title that is no name of a venue


def settle_blocks(parts: Sequence[Part]) -> None:
    """Take a venue or a short text with a block for itself for a title, where blocks begin with titles and lists stand below them.

    >>> from papercat.readers.page.pieces import BLANK, Piece
    >>> from papercat.text.document import Place
    >>> parts = [Part(kind, [Piece(Place(0, 0), "The power of an account", before)]) for kind, before in [("T", BLANK), ("A", "line")] * 5]
    >>> parts.insert(4, Part("V", [Piece(Place(0, 0), "The power of an account", BLANK)]))
    >>> settle_blocks(parts)
    >>> "".join(part.kind for part in parts)
    'TATATTATATA'
    """
    core = [part for part in parts if part.kind in "TABVYH"]
    titles = [part.is_fresh for part in core if part.kind == "T"]
    if len(titles) < _FEW or sum(titles[1:]) < _ALL * (len(titles) - 1):
        return
    if any(part.is_fresh for part in core if part.kind == "A"):
        return
    for part, after in zip(core, [*core[1:], None], strict=True):
        if part.kind in "VB" and part.is_fresh and (after is None or after.is_fresh) and _may_be_title(part):
            part.kind = "T"


def _may_be_title(part: Part) -> bool:
    text = part.pieces[0].text
    is_line = len(part.pieces) == 1 and len(text) <= _LONGEST and not text.endswith(".")
    return is_line and blanks(text) >= _WORDS and venueness(text) <= 0
