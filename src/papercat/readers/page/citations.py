"""A whole reference under a label of a page, as sites offer it to be copied: what it says where the page itself does not."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from papercat.models import Issue, Paper
from papercat.readers.page.labels import CITATIONS
from papercat.readers.page.pieces import Piece
from papercat.readers.record import Record
from papercat.readers.references import read_reference
from papercat.text.document import Document, Place

FIELDS = ("title", "authors", "venue", "volume", "issue", "pages", "publisher", "year", "month", "doi", "arxiv", "url")
# As the ACL Anthology cites informally: "Title (Strich et al., EACL 2026)", in Markdown with a link around the title.
_INFORMAL = re.compile(
    r"\s*\[?(?P<title>[^\n]{5,400}?)(?:\]\(https?://[^()\s]{1,300}\))?\s\((?P<names>[^(),\n]{2,80}),\s(?P<venue>[^(),\n]{2,60}\b(?P<year>(?:19|20)\d\d))\)\.?\s*"
)
_SHORTEST, _LONGEST = 30, 3000  # characters
_ALIKE = 20  # letters; where a citation shortens a title, so many are the same


class Citation(NamedTuple):
    """A reference under a label, and what was noticed when it was read."""

    paper: Paper
    issues: list[Issue]


def find_citation(document: Document, pieces: Sequence[Piece]) -> Citation | None:
    """Find the fullest reference under the labels of a record; what is no reference, as an id of arXiv, is none.

    >>> text = "Evan Hubinger and Jesse Mu. 2024. Sleeper Agents. In Proceedings of the First Workshop on Safety, pages 1–9."
    >>> cited = find_citation(Document("a", text), [Piece(Place(0, len(text)), text, "line", fixed="value", label="Cite (ACL)")])
    >>> cited.paper.title, cited.paper.pages, len(cited.paper.authors)
    ('Sleeper Agents', '1–9', 2)
    """
    places = [Place(piece.place.start, max(place.end for place in (piece.place, *piece.more))) for piece in pieces if is_citation(piece)]
    found = (_read(document, place) for place in places if _SHORTEST < place.end - place.start < _LONGEST)
    return max((one for one in found if one), key=lambda one: (bool(one.paper.authors), len(one.paper.sources)), default=None)


def is_citation(piece: Piece) -> bool:
    """Tell whether a piece stands under a label of citations."""
    return piece.fixed == "value" and piece.label.lower() in CITATIONS


def fill(document: Document, made: Record, citation: Citation, title: str) -> Iterator[Issue]:
    """Take from a citation what a record has not, if it is of the same title; give the issues of what was taken."""
    if title and not is_same(title, citation.paper.title or ""):
        return
    has_date = made.has("date", "year")
    taken = {field for field in FIELDS if not made.has(field) and not made.draft.get(field)}
    taken -= {"year", "month"} if has_date else set()
    taken -= {"volume", "issue", "pages"} if made.has("first-page", "pages") else set()
    for source in citation.paper.sources:
        place = Place(source.start - document.base, source.end - document.base)
        if source.field == "authors" and "authors" in taken:
            made.draft.set("authors", citation.paper.authors)
            made.draft.cover("authors", place)
        elif source.field in taken:
            made.add(source.field, source.field, place)
    yield from (issue for issue in citation.issues if issue.source and issue.source.field in taken & {"authors"})


def _read(document: Document, place: Place) -> Citation | None:
    """Read a reference; one without a title, a year and names or a venue is none."""
    informal = _INFORMAL.fullmatch(document.text, *place)
    found = list(_informal(document, place, informal) if informal else read_reference(document, place))
    paper = next((one for one in found if isinstance(one, Paper)), None)
    if not paper or not paper.title or not paper.year or not (paper.authors or paper.venue):
        return None
    return Citation(paper, [one for one in found if isinstance(one, Issue)])


def _informal(document: Document, place: Place, match: re.Match[str]) -> Iterator[Paper | Issue]:
    """Take title, venue and year; one family name of several is no list of authors."""
    made = Record(document, place)
    for role in ("title", "venue", "year"):
        made.add(role, role, Place(*match.span(role)))
    yield from made.finish()


def is_same(one: str, other: str) -> bool:
    """Tell the same title, perhaps shortened.

    >>> is_same("Sleeper Agents", "sleeper agents."), is_same("Sleeper Agents", "Constitutional AI")
    (True, False)
    """
    left, right = sorted((_letters(one), _letters(other)), key=len)
    return left == right or (len(left) >= _ALIKE and right.startswith(left))


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
