"""From a document to papers and issues. A reader is a module with `sniff(document)` and `read(document)`.

A new format is one new module and one line in `READERS`.
"""

from collections.abc import Callable, Iterator
from typing import Protocol, runtime_checkable

from papercat.models import Issue, Paper
from papercat.readers import (
    abstracts,
    article,
    arxiv,
    bbl,
    bibtex,
    html_bib,
    html_data,
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
from papercat.readers.front import body_of
from papercat.readers.layout import lay_out
from papercat.readers.page.marks import has_marks
from papercat.readers.programs import has_entries, is_program
from papercat.readers.rendering import Views, render
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
    "article": article,
    "arxiv": arxiv,
    "bbl": bbl,
    "bibtex": bibtex,
    "html-bib": html_bib,
    "html-data": html_data,
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
_BY_LOOK = ("abstracts", "article", "listing", "page", "references")
_CLEAR = 0.85
# Below this no reader is trusted with a document; a listing of one record scores 0.4.
SURE_ENOUGH = 0.3
# Of a document that is rendered: so sure of references, and so near to the reader of pages, that they are no fields of a page; marks
# of a page count for its reader, so that only one that is much surer is asked before it. Set on seven pages of HTML and eight of other
# sources, in all of which it names the reader that reads most.
_REFERENCES, _NEAR, _FAR = 0.6, 0.1, 0.3


def choose(document: Document, least: float = SURE_ENOUGH) -> str | None:
    """Name the format of a document by its content, None if no reader knows it so well.

    >>> choose(Document("a.txt", "Constitutional AI\\nBai, Yuntao, Kadavath, Saurav\\nAs AI systems become more capable."))
    'listing'
    >>> choose(Document("b.txt", "What a day!")) is None
    True
    """
    if is_program(document.text):
        return _in_program(document, least)
    scores = _by_marks(document)
    if max(scores.values()) < _CLEAR:
        scores |= _by_look(document)
    return _of_lines(document, scores, least)


def choose_view(document: Document) -> tuple[str | None, Document]:
    """Name the format of a document, and give the document as it is to be read: as it is, or as a viewer shows it.

    >>> page = "<ul><li>Bai, Y. <i>Constitutional AI</i>. arXiv, 2022.<li>Hubinger, E. <i>Sleeper Agents</i>. arXiv, 2024.</ul>"
    >>> choose_view(Document("a.html", page))[0]
    'references'
    """
    if is_program(document.text):
        return _in_program(document), document
    scores = _by_marks(body := body_of(document))
    if max(scores.values()) >= _CLEAR:
        return _best(scores), document
    if (views := render(document)) and (name := _of_views(views)):
        return name, _view(views, name)
    return _of_lines(body, scores | _by_look(body)), document


def _of_lines(document: Document, scores: dict[str, float], least: float = SURE_ENOUGH) -> str | None:
    """Name the best reader; what stands in lines that are references, and have no marks of fields, is theirs."""
    best = _best(scores, least)
    if best == "page" and scores["references"] >= _REFERENCES and scores["page"] < _CLEAR:
        return "page" if document.once(lay_out).is_wrapped or has_marks(document.text) else "references"
    return best


def _in_program(document: Document, least: float = SURE_ENOUGH) -> str | None:
    """Name the reader of what stands whole in a program: entries of BibTeX, objects of data."""
    return _best({"bibtex": bibtex.sniff(document) if has_entries(document.text) else 0.0, "tree": tree.sniff(document)}, least)


def _of_views(views: Views) -> str | None:
    """Name the reader of a rendered document: of references, of a page, or what else knows it."""
    marked, bare = map(body_of, views)
    shown = {name: READERS[name].sniff(marked if name == "page" else bare) for name in _BY_LOOK}
    cited, paged = shown["references"], shown["page"]
    if cited >= _REFERENCES and (cited >= paged - _NEAR or cited >= page.sniff(bare) + _NEAR):
        return "references"
    if paged >= SURE_ENOUGH and max(shown["listing"], shown["abstracts"]) < paged + _FAR:
        return "page"
    return _best(shown)


def view_for(name: str, document: Document) -> Document:
    """Give a document as a reader wants it."""
    views = render(document) if name in _BY_LOOK else None
    return _view(views, name) if views else document


def _view(views: Views, name: str) -> Document:
    return views.marked if name == "page" else views.bare


def _by_marks(document: Document) -> dict[str, float]:
    return {name: reader.sniff(document) for name, reader in READERS.items() if name not in _BY_LOOK}


def _by_look(document: Document) -> dict[str, float]:
    return {name: READERS[name].sniff(document) for name in _BY_LOOK}


def _best(scores: dict[str, float], least: float = SURE_ENOUGH) -> str | None:
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= least else None
