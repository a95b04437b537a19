"""From a document to papers and issues. A reader is a module with `sniff(document)` and `read(document)`.

A new format is one new module and one line in `READERS`.
"""

from collections.abc import Callable, Iterator
from typing import Protocol, runtime_checkable

from papercat.models import Issue, Paper
from papercat.readers import (
    abstracts,
    arxiv,
    bbl,
    bibtex,
    html_bib,
    html_meta,
    ids,
    json,
    listing,
    page,
    references,
    table,
    tagged,
    tree,
    wikitext,
)
from papercat.text.document import Document


class Reader(Protocol):
    """What a reader module offers."""

    def sniff(self, document: Document) -> float:
        """Say how likely, 0 to 1, a document is of this format."""
        ...

    def read(self, document: Document) -> Iterator[Paper | Issue]:
        """Read every record, never raising for what stands in the document."""
        ...


@runtime_checkable
class PieceReader(Reader, Protocol):
    """What a reader offers whose records do not need the whole document: large files are read in pieces."""

    def ends(self, text: str) -> int:
        """Say up to where a text that goes on holds whole records, 0 if nowhere."""
        ...

    def reading(self) -> Callable[[Document], Iterator[Paper | Issue]]:
        """Give a `read` that remembers what earlier pieces said: abbreviations, the head of a table."""
        ...


READERS: dict[str, Reader] = {
    "abstracts": abstracts,
    "arxiv": arxiv,
    "bbl": bbl,
    "bibtex": bibtex,
    "html-bib": html_bib,
    "html-meta": html_meta,
    "ids": ids,
    "json": json,
    "listing": listing,
    "page": page,
    "references": references,
    "table": table,
    "tagged": tagged,
    "tree": tree,
    "wikitext": wikitext,
}
# They read text without marks, and are asked where no other reader is clear: of 918 dumps every one with marks has 0.85 or more from the
# reader of its format, every other one 0 from all of them.
_BY_LOOK = ("abstracts", "listing", "page", "references")
_CLEAR = 0.85
# Below this no reader is trusted with a document; a listing of one record scores 0.4.
SURE_ENOUGH = 0.3


def choose(document: Document, least: float = SURE_ENOUGH) -> str | None:
    """Name the format of a document by its content, None if no reader knows it so well.

    >>> choose(Document("a.txt", "Constitutional AI\\nBai, Yuntao, Kadavath, Saurav\\nAs AI systems become more capable."))
    'listing'
    >>> choose(Document("b.txt", "What a day!")) is None
    True
    """
    scores = {name: reader.sniff(document) for name, reader in READERS.items() if name not in _BY_LOOK}
    if max(scores.values()) < _CLEAR:
        scores |= {name: READERS[name].sniff(document) for name in _BY_LOOK}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= least else None
