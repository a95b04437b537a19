"""Maps the functions that the scorers call to papercat's public API, and does nothing else.

PYTHONPATH=tests/bench python PATH/score.py run --call adapter:read --dumps PATH/dumps --preds build/preds
"""

from collections.abc import Sequence
from typing import Any

import papercat as pc
from papercat.dedup import cluster, find_pairs
from papercat.identifiers import find_arxiv, find_doi
from papercat.names import Dialect, parse_names
from papercat.text.clean import clean


def read(data: bytes) -> list[dict[str, Any]]:
    """Read the bytes of a dump."""
    return [{**paper.to_dict(), "arxiv_id": paper.arxiv, "authors": list(map(_author, paper.authors))} for paper in pc.parse(data)]


def _author(author: pc.Author) -> dict[str, Any]:
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


def clusters(records: Sequence[dict[str, Any]], same: str) -> list[int]:
    """Label records, equal ones alike; there is one level so far."""
    del same
    papers = [_paper(record) for record in records]
    labels = list(range(len(papers)))
    for found in cluster(papers, find_pairs(papers)):
        for place in found.members:
            labels[place] = found.members[0]
    return labels


def _paper(record: dict[str, Any]) -> pc.Paper:
    text = {name: clean(str(record.get(name) or ""))[0] for name in ("title", "abstract", "venue")}
    names = [clean(name)[0] for name in str(record.get("authors") or "").split(";")]
    known = {**text, "doi": doi(str(record.get("doi") or "")), "authors": [{"literal": name} for name in names if name]}
    return pc.Paper.from_dict({name: value for name, value in known.items() if value})
