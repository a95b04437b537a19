"""Formatted references, as they stand at the end of a paper, in a CV or on a page, in any style.

The text is cut into references first, the style of the list is found from the whole list, then each is cut into its parts by
the likeliest sequence of labels.
"""

from bisect import bisect_right
from collections.abc import Generator, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from papercat.models import Author, Issue, Paper
from papercat.readers.draft import Draft, furniture_issues
from papercat.readers.headings import Dated, Heading, are_of, years_above
from papercat.readers.layout import lay_out
from papercat.readers.notices import is_notice
from papercat.readers.references.authors import manner
from papercat.readers.references.bibitems import Bibliography, as_list, unframed
from papercat.readers.references.bracketed import as_bracketed
from papercat.readers.references.dashes import dashed
from papercat.readers.references.likeness import SHORT, judge, share
from papercat.readers.references.lines import Line, settle, weigh
from papercat.readers.references.lists import partings, style
from papercat.readers.references.markdown import unmarked
from papercat.readers.references.reading import Around, record, said_year
from papercat.readers.references.splitting import Piece, pieces
from papercat.text.document import Document, Place
from papercat.text.lines import has_blank_line

_BATCH = 500  # references that are judged together; a longer list has its style in each part of it
_SNIFF = 20_000  # characters
_OF_ITEMS = 0.9  # no other reader knows LaTeX's lists
_GAP = 80  # characters between two lines, at most, that tell whether one of them is empty
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
    batch: list[_Entry] = []
    above: tuple[Author, ...] = ()
    found = pieces(document, layout)
    others = [None if is_one else _heading(document, piece) for piece, is_one in zip(found, judge(document, found), strict=True)]
    for piece, other, dated in zip(found, others, years_above(others), strict=True):
        if other:
            yield _other(document, other)
            continue
        batch.append(_Entry(piece, weigh(document, piece.place, piece.number, _inside(layout.furniture, piece.place)), dated))
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


class _Entry(NamedTuple):
    """A reference, and the year above it."""

    piece: Piece
    line: Line
    dated: Dated | None


def _read(document: Document, batch: Sequence[_Entry], above: tuple[Author, ...]) -> Generator[Paper | Issue, None, tuple[Author, ...]]:
    """Read references, the first behind one with the authors `above`; return those of the last."""
    lines = [entry.line for entry in batch]
    usual = style(lines)
    if usual:
        signs = partings(lines)
        lines = as_bracketed([settle(line, usual, signs) for line in lines])
    how = manner(document, lines)
    is_dated = are_of([(entry.dated, said_year(line)) for entry, line in zip(batch, lines, strict=True)])
    for entry, line in zip(batch, lines, strict=True):
        for one in record(document, line, how, Around(entry.piece.glued, above, entry.dated if is_dated else None)):
            above = one.authors if isinstance(one, Paper) else above
            yield one
    return above


def _inside(furniture: list[Place], piece: Place) -> tuple[Place, ...]:
    first = bisect_right(furniture, piece)
    return tuple(takewhile(lambda one: one.end <= piece.end, furniture[first : first + _MOST_HOLES]))


def _framing(source: Bibliography, place: Place) -> Issue:
    told = "left out: what stands around the list of references"
    return Issue(code="page-furniture", message=told, source=Draft(source).source("page", place), raw=source.given[slice(*place)])


def _heading(document: Document, piece: Piece) -> Heading:
    place = Place(piece.number.start if piece.number else piece.place.start, piece.place.end)
    before = document.text[max(piece.place.start - _GAP, 0) : piece.place.start]
    return Heading(place, document.clean(piece.place)[0], not before.strip() or has_blank_line(before[len(before.rstrip()) :]))


def _other(document: Document, heading: Heading) -> Issue:
    draft, (place, text, _) = Draft(document), heading
    if len(text) < SHORT:
        return Issue(code="heading", message=f"kept as a heading: {text}", source=draft.source("heading", place), raw=text)
    return Issue(code="block-kept", message="kept as it stands: no reference", source=draft.source("block", place), raw=text)
