"""RIS, which EndNote, Zotero, Mendeley, RefWorks and every database take.

Tags are those of the revision of 2011, https://en.wikipedia.org/wiki/RIS_(file_format).
"""

import re
from collections.abc import Iterator, Sequence

from papercat.keys import citation_keys
from papercat.models import Author, Issue, Paper
from papercat.models.contributors import apart, together
from papercat.text.dates import day_of, texts_of
from papercat.writers.losses import losses as _losses

_TYPES = {
    "article": "JOUR",
    "book": "BOOK",
    "booklet": "PAMP",
    "collection": "EDBOOK",
    "conference": "CPAPER",
    "dataset": "DATA",
    "inbook": "CHAP",
    "incollection": "CHAP",
    "inproceedings": "CPAPER",
    "manual": "RPRT",
    "mastersthesis": "THES",
    "online": "ELEC",
    "patent": "PAT",
    "phdthesis": "THES",
    "proceedings": "CONF",
    "report": "RPRT",
    "software": "COMP",
    "techreport": "RPRT",
    "thesis": "THES",
    "unpublished": "UNPB",
}
_EXTRAS = {
    "accession": "AN",
    "address": "CY",
    "affiliation": "AD",
    "database": "DB",
    "edition": "ET",
    "institution": "PB",
    "isbn": "SN",
    "issn": "SN",
    "language": "LA",
    "location": "CY",
    "note": "N1",
    "school": "PB",
    "series": "T3",
    "shorttitle": "ST",
    "url": "UR",
    "urldate": "Y2",
}
_PEOPLE = {"editor": "A2", "translator": "A4"}
_TAG = re.compile(r"(?!TY|ER)[A-Z][A-Z0-9]")  # a label that came from a RIS file goes back there, but for what parts records
_ONCE_MORE = re.compile("-[0-9]+$")
_RANGE = re.compile(r"\s*[-–—]+\s*")
_HOLDS = frozenset("title authors abstract arxiv doi year venue volume issue pages publisher url comment keywords type sources".split())


def chunks(papers: Sequence[Paper], *, keys: Sequence[str] | None = None) -> Iterator[str]:
    """Write papers as records of RIS, the citation key as `ID`, an arXiv id as `AN`.

    >>> paper = Paper(title="Sleeper Agents", authors=(Author(family="Hubinger", given="Evan"),), arxiv="2401.05566", year=2024)
    >>> print("".join(chunks([paper])), end="")
    TY  - UNPB
    ID  - hubinger2024sleeper
    TI  - Sleeper Agents
    AU  - Hubinger, Evan
    PY  - 2024
    AN  - arXiv:2401.05566
    ER  -
    """
    for key, paper in zip(keys or citation_keys(papers), papers, strict=True):
        yield "".join(f"{tag}  - {text}\n" for tag, text in _lines(paper, key) if text) + "ER  - \n"


def leaves(label: str, paper: Paper) -> bool:
    """Say that a label of `extra` has no tag."""
    return label != "key" and not _tag(label, paper)


def losses(paper: Paper) -> Iterator[Issue]:
    """Say what RIS has no place for."""
    held = [label for label in paper.extra if not leaves(label, paper)]
    holds = _HOLDS | {"month"} if paper.year else _HOLDS
    holds |= {"cut"} if paper.cut == ("authors",) else set()
    return _losses(paper, "RIS", holds, held, ("orcid",))


def _lines(paper: Paper, key: str) -> Iterator[tuple[str, str | None]]:
    yield "TY", _type(paper)
    yield "ID", key
    yield "TI", paper.title
    yield from (("AU", _name(author)) for author in paper.authors)
    yield "AU", "et al." if "authors" in paper.cut else None
    yield "PY", _as_read(paper, "PY", str(paper.year)) if paper.year else None
    yield "DA", _date(paper)
    yield "T2", paper.venue
    yield "VL", paper.volume
    yield "IS", paper.issue
    first, *last = _RANGE.split(paper.pages or "", maxsplit=1)
    yield "SP", first
    yield "EP", last[0] if last else None
    yield "PB", paper.publisher
    yield "DO", paper.doi
    yield "AN", paper.arxiv and f"arXiv:{paper.arxiv}"
    yield "UR", paper.url
    yield from (("KW", word) for word in paper.keywords)
    yield "N1", paper.comment
    yield from _extras(paper)
    yield "AB", paper.abstract


def _date(paper: Paper) -> str | None:
    """Write `2024/01/10/`, as much of it as is known besides the year."""
    if not (paper.year and paper.month):
        return None
    day = day_of(texts_of(paper.extra), paper.year, paper.month)
    month = f"{paper.year}/{paper.month:02}/"
    return f"{month}{day:02}/" if day else _as_read(paper, "DA", f"{month}/")


def _as_read(paper: Paper, tag: str, text: str) -> str:
    """Give what a RIS file said under a tag, if it says the same and more: `2019///Spring` for a year."""
    said = paper.extra.get(tag, "")
    return said if said.startswith(text.rstrip("/")) else text


def _extras(paper: Paper) -> Iterator[tuple[str, str]]:
    for label, text in together(paper.extra).items():
        tag = _tag(label, paper)
        if tag in _PEOPLE.values() and tag != label:
            yield from ((tag, name) for name in apart(text))
        elif tag and not (paper.year and (label == "PY" or (label == "DA" and paper.month))):
            yield tag, text


def _tag(label: str, paper: Paper) -> str:
    """Give the tag of a label, also of one that says the same once more, `issn-2`; "" for none."""
    name = _ONCE_MORE.sub("", label)
    if _TAG.fullmatch(name):
        return name
    tag = _PEOPLE.get(name.lower()) or _EXTRAS.get(name.lower(), "")
    return "" if tag == "PB" and paper.publisher else tag


def _type(paper: Paper) -> str:
    if paper.type is None or paper.type == "misc":
        return "JOUR" if paper.venue and paper.volume else "UNPB" if paper.arxiv and not paper.venue else "GEN"
    return _TYPES.get(paper.type, "GEN")


def _name(author: Author) -> str:
    """Write `Family, Given, Suffix`; a comma says that an organisation is no person."""
    if author.literal:
        return f"{author.literal},"
    family = f"{author.particle} {author.family}" if author.particle else str(author.family)
    if author.suffix:
        return f"{family}, {author.given or ''}, {author.suffix}"
    return f"{family}, {author.given}" if author.given else f"{family},"
