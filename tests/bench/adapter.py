"""Maps the functions that the scorers call to papercat's public API, and does nothing else.

PYTHONPATH=tests/bench python PATH/score.py run --call adapter:read --dumps PATH/dumps --preds build/preds
"""

import re
from collections.abc import Sequence
from typing import Any, Literal
from unicodedata import normalize

import papercat as pc
from papercat.dedup import cluster, find_pairs
from papercat.identifiers import find_arxiv, find_doi
from papercat.names import Dialect, Name, parse_names
from papercat.people import Mention, People
from papercat.text.clean import clean


def read(data: bytes) -> list[dict[str, Any]]:
    """Read the bytes of a dump."""
    return [{**paper.to_dict(), "arxiv_id": paper.arxiv, "authors": list(map(_author, paper.authors))} for paper in pc.parse(data)]


def _author(author: pc.Author | Name) -> dict[str, Any]:
    # the gold knows no literal names: its word for a name of one part is family
    parts = {"family": author.family or author.literal, "given": author.given, "particle": author.particle, "suffix": author.suffix}
    return {part: text for part, text in parts.items() if text}


def authors(text: str, dialect: Dialect = "messy") -> list[dict[str, Any]]:
    """Read a list of names."""
    return [{**name._asdict(), "name": name.literal} for name in parse_names(text, dialect).names]


def arxiv(text: str) -> str:
    """Find the first arXiv id."""
    return str(next(find_arxiv(text, unissued=True), ""))


def doi(text: str) -> str:
    """Find the first DOI."""
    return str(next(find_doi(text), ""))


def fix(text: str) -> str:
    """Repair a text."""
    return pc.fix(text)


def to_unicode(latex: str) -> str:
    """Read a LaTeX field."""
    return pc.to_unicode(latex)


def to_latex(text: str) -> str:
    """Write a LaTeX field."""
    return pc.to_latex(text)


def clusters(records: Sequence[dict[str, Any]], same: Literal["record", "work"]) -> list[int]:
    """Label records, equal ones alike."""
    papers = [_paper(record) for record in records]
    labels = list(range(len(papers)))
    found_pairs = find_pairs(papers, same, processes=1)
    for found in cluster(found_pairs.views, found_pairs.pairs, same).clusters:
        for place in found.members:
            labels[place] = found.members[0]
    return labels


_FIELDS = (("title", "title"), ("abstract", "abstract"), ("venue", "venue"), ("volume", "volume"), ("issue", "number"), ("pages", "pages"))
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def _paper(record: dict[str, Any]) -> pc.Paper:
    known: dict[str, Any] = {field: text for field, name in _FIELDS if (text := _text(record.get(name) or "", field))}
    known["authors"] = _people(record.get("authors") or "")
    if record.get("doi") and (found := doi(record["doi"])):
        known["doi"] = found
    if record.get("arxiv_id") and (number := next(find_arxiv(record["arxiv_id"], unissued=True), None)):
        known["arxiv"] = number.id
    if year := _YEAR.search(record.get("year") or ""):
        known["year"] = int(year[0])
    if kind := re.sub("[^a-z]", "", (record.get("type") or "").lower()):
        known["type"] = kind
    return pc.Paper(**known)


def _text(raw: str, field: str) -> str:
    if field == "abstract":
        # no mojibake of an abstract is repaired: that costs more than all the rest, and its ends are compared by plain letters
        return normalize("NFC", " ".join(_CONTROLS.sub(" ", raw).split()))
    return " ".join(raw.split()) if raw.isascii() and raw.isprintable() and "&" not in raw else clean(raw)[0]


def _people(raw: str) -> tuple[pc.Author, ...]:
    return tuple(pc.Author(**_author(name)) for name in parse_names(_text(raw, "authors")).names if any(name[:5]))


def people(papers: Sequence[dict[str, Any]]) -> list[list[int]]:
    """Label the authors of each paper, those who are one person alike."""
    named: dict[tuple[str, str], pc.Author] = {}
    found = People(_dated(paper, [_named(author, named) for author in paper["authors"]]) for paper in papers)
    label = {mention: number for number, person in enumerate(found.mentions) for mention in person}
    # a name without a letter is nobody's
    return [
        [label.get(Mention(place, author), -1 - place) for author in range(len(paper["authors"]))] for place, paper in enumerate(papers)
    ]


def _named(author: dict[str, Any], known: dict[tuple[str, str], pc.Author]) -> pc.Author:
    key = (str(author.get("given") or ""), str(author["family"]))
    if key not in known:
        given, family = (clean(text)[0] for text in key)
        known[key] = pc.Author(family=family, given=given or None)
    return known[key]


def _dated(paper: dict[str, Any], authors: list[pc.Author]) -> pc.Paper:
    title, venue = (clean(str(paper.get(name) or ""))[0] or None for name in ("title", "venue"))
    return pc.Paper(title=title, venue=venue, year=int(paper["year"]), authors=tuple(authors))
