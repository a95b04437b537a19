"""What keys and comparisons need to know of a record, small and plain."""

import re
from typing import NamedTuple
from zlib import crc32

from papercat.dedup.kinds import kind_of
from papercat.dedup.people import people
from papercat.dedup.places import Place, place_of
from papercat.dedup.titles import bare_title
from papercat.models import Paper
from papercat.text.fold import fold

_TAG = re.compile(r"</?[A-Za-z]{1,6}/?>")
_NOT_LETTERS = bytes(code for code in range(256) if not chr(code).isalnum() or code > 127)
_SMALL = bytes(range(256)).lower()
_ENDS = 60  # letters of an abstract's head and tail
_LEAST_ABSTRACT = 80  # letters; below it is a note: "No abstract available."


class View(NamedTuple):
    """A record as it is compared. Every text is folded, "" and 0 are not known.

    Attributes:
        title: words with a blank between, without brackets and notes.
        kind: what the record is beside an article, "" for that: see `kinds`.
        people: `family:given given` for each author, `;` between.
        year: of publication.
        venue: words of the journal's or book's name.
        volume: its first number.
        issue: its first number.
        page: the first one, with its letter.
        last: the last one, "" where it is the same.
        doi: in lower case.
        arxiv: without version.
        head: the first letters of the abstract.
        tail: its last letters.
        digest: of all its letters, 32 bits.
    """

    title: str
    kind: str
    people: str
    year: int
    venue: str
    volume: str
    issue: str
    page: str
    last: str
    doi: str
    arxiv: str
    head: str
    tail: str
    digest: int


def prep(paper: Paper) -> View:
    """Make the view of a paper: pure, and the same in every process.

    >>> view = prep(Paper(title="[Effects of Clonidine on Pain]. [Spanish]", year=2010, pages="S200-S201"))
    >>> view.title, view.page, view.people
    ('effects of clonidine on pain', 's200', '')
    """
    title = bare_title(paper.title or "")
    place: Place = place_of(paper)
    if title == place.venue:
        title = ""  # a landing page: the name of the journal stands where the title should
    head, tail, digest = ends(paper.abstract or "")
    doi = paper.doi or ""
    return View(
        title,
        kind_of(paper, place.note),
        people(paper.authors),
        paper.year or 0,
        place.venue,
        place.volume,
        place.issue,
        place.page,
        place.last,
        doi,
        paper.arxiv or "",
        head,
        tail,
        digest,
    )


def ends(abstract: str) -> tuple[str, str, int]:
    """Give the head and the tail of an abstract and a digest of all of it, of its plain letters and digits."""
    if not abstract:
        return "", "", 0
    text = _TAG.sub("", abstract) if "<" in abstract else abstract
    # small letters first where some have none in ASCII: that of the Kelvin sign is k
    ascii_text = (text if text.isascii() else text.lower()).encode("ascii", "ignore")
    letters = ascii_text.translate(_SMALL, _NOT_LETTERS)
    if len(letters) < len(text) // 2:  # another script
        letters = fold(text).replace(" ", "").encode()
    if len(letters) < _LEAST_ABSTRACT:
        return "", "", 0
    return letters[:_ENDS].decode(), letters[-_ENDS:].decode(), crc32(letters)
