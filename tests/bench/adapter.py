"""Maps the functions that the scorers call to papercat's public API, and does nothing else.

PYTHONPATH=tests/bench python PATH/score.py run --call adapter:read --dumps PATH/dumps --preds build/preds
"""

from collections.abc import Sequence
from typing import Any

import papercat as pc
from papercat.dedup import cluster, find_pairs
from papercat.identifiers import arxiv_ids, find_doi
from papercat.text.clean import clean
from papercat.text.document import Document, Place


def read(data: bytes) -> list[dict[str, Any]]:
    """Read the bytes of a dump."""
    return [{**paper.to_dict(), "arxiv_id": paper.arxiv} for paper in pc.parse(data)]


def arxiv(text: str) -> str:
    """Find the first arXiv id."""
    return next((found.id for found in arxiv_ids(text)), "")


def doi(text: str) -> str:
    """Find the first DOI."""
    return find_doi(text) or ""


def fix(text: str) -> str:
    """Repair a text."""
    return Document("text", text).clean(Place(0, len(text)))[0]


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
    known = {**text, "doi": find_doi(str(record.get("doi") or "")), "authors": [{"literal": name} for name in names if name]}
    return pc.Paper.from_dict({name: value for name, value in known.items() if value})
