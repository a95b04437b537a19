"""Formatted references, as they stand at the end of a paper, in a CV or on a page, in any style.

The text is cut into references first, the style of the list is found from the whole list, then each is cut into its parts by
the likeliest sequence of labels.
"""

from bisect import bisect_right
from collections.abc import Generator, Iterator
from itertools import takewhile

from papercat.models import Author, Issue, Paper
from papercat.readers.draft import Draft, furniture_issues
from papercat.readers.layout import lay_out
from papercat.readers.notices import is_notice
from papercat.readers.references.authors import manner
from papercat.readers.references.bibitems import Bibliography, as_list, unframed
from papercat.readers.references.dashes import dashed
from papercat.readers.references.likeness import is_reference, share
from papercat.readers.references.lines import Line, settle, weigh
from papercat.readers.references.lists import partings, style
from papercat.readers.references.markdown import unmarked
from papercat.readers.references.reading import record
from papercat.readers.references.splitting import Piece, pieces
from papercat.text.document import Document, Place

_BATCH = 500  # references that are judged together; a longer list has its style in each part of it
_SNIFF = 20_000  # characters
_OF_ITEMS = 0.9  # no other reader knows LaTeX's lists
_MOST_HOLES = 9  # page numbers and running heads within one reference


def sniff(document: Document) -> float:
    """Say how likely a document is a list of references, or one.

    >>> sniff(Document("r.txt", "Rusert, J. (2024). VertAttack. Proceedings of NAACL, 12(3), 1–20.")) > 0.5
    True
    >>> sniff(Document("a.txt", "We test in 2024 whether Rusert, J. was right."))
    0.0
    """
    if is_notice(document.text):
        return 0.0
    sample = Document(document.name, document.text[:_SNIFF]) if len(document.text) > _SNIFF else document
    listed = as_list(sample)
    if isinstance(listed, Bibliography):
        return max(share(listed), _OF_ITEMS)
    return share(unmarked(sample, keeps_emphasis=True), is_shown=sample.source is not None)


def read(document: Document) -> Iterator[Paper | Issue]:
    """Cut the references, find the style of the list, read each."""
    document = as_list(document)
    if isinstance(document, Bibliography):
        source = document
        document, frame = unframed(document)
        yield from (_framing(source, place) for place in frame)
    document, told = dashed(unmarked(document))
    yield from told
    layout = document.once(lay_out)
    yield from furniture_issues(document, layout.furniture)
    batch: list[tuple[Piece, Line]] = []
    above: tuple[Author, ...] = ()
    for piece in pieces(document, layout):
        if not is_reference(document, piece):
            yield _other(document, piece)
            continue
        batch.append((piece, weigh(document, piece.place, piece.number, _inside(layout.furniture, piece.place))))
        if len(batch) == _BATCH:
            above = yield from _read(document, batch, above)
            batch = []
    yield from _read(document, batch, above)


def parse_reference(text: str) -> Paper | None:
    """Read one reference, for other readers and for the shell; None if nothing is known of it.

    >>> paper = parse_reference("Koolen C, van Cranenburgh A. These are not the Stereotypes You are Looking For. TALN. 2017;12(3):1-20.")
    >>> paper.title, [author.family for author in paper.authors], paper.year, paper.pages
    ('These are not the Stereotypes You are Looking For', ['Koolen', 'Cranenburgh'], 2017, '1-20')
    """
    document = unmarked(Document("reference", text))
    return next((one for one in read_reference(document, Place(0, len(text))) if isinstance(one, Paper)), None)


def read_reference(document: Document, place: Place) -> Iterator[Paper | Issue]:
    """Read the reference that stands in a place of a document."""
    yield from record(document, weigh(document, place))


def _read(
    document: Document, batch: list[tuple[Piece, Line]], above: tuple[Author, ...]
) -> Generator[Paper | Issue, None, tuple[Author, ...]]:
    """Read references, the first behind one with the authors `above`; return those of the last."""
    lines = [line for _, line in batch]
    usual = style(lines)
    if usual:
        signs = partings(lines)
        lines = [settle(line, usual, signs) for line in lines]
    how = manner(document, lines)
    for (piece, _), line in zip(batch, lines, strict=True):
        for one in record(document, line, how, glued=piece.glued, above=above):
            above = one.authors if isinstance(one, Paper) else above
            yield one
    return above


def _inside(furniture: list[Place], piece: Place) -> tuple[Place, ...]:
    first = bisect_right(furniture, piece)
    return tuple(takewhile(lambda one: one.end <= piece.end, furniture[first : first + _MOST_HOLES]))


def _framing(source: Bibliography, place: Place) -> Issue:
    told = "left out: what stands around the list of references"
    return Issue(code="page-furniture", message=told, source=Draft(source).source("page", place), raw=source.given[slice(*place)])


def _other(document: Document, piece: Piece) -> Issue:
    draft = Draft(document)
    place = Place(piece.number.start if piece.number else piece.place.start, piece.place.end)
    text = document.clean(piece.place)[0]
    if len(text) < 80:
        return Issue(code="heading", message=f"kept as a heading: {text}", source=draft.source("heading", place), raw=text)
    return Issue(code="block-kept", message="kept as it stands: no reference", source=draft.source("block", place), raw=text)
