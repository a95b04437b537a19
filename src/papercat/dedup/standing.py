"""Which record of a paper leads: the published one before the preprint, and of several the one that knows most of its place."""

import re

from papercat.models import Paper
from papercat.text.fold import fold

# Servers of preprints, as they stand where the name of a journal should; https://en.wikipedia.org/wiki/List_of_preprint_repositories
_SERVERS = re.compile(
    r"^(?:(?:the )?(?:arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|socarxiv|eartharxiv|engrxiv|techrxiv|edarxiv|lawarxiv|corr|ssrn|zenodo|hal"
    r"|repec|vixra|osf preprints?|preprints?(?: org)?|research square|authorea|social science research network"
    r"|computing research repository)\b.*"
    r"|.*\b(?:arxiv|preprint)\b.*|under review|submitted(?: to .*)?|in preparation|unpublished|manuscript)$"
)
# The registrants of DOIs that are given to preprints alone, from the servers' own pages.
_PREPRINT_DOI = re.compile(
    r"10\.(?:48550/|1101/(?:\d{4}\.\d\d\.\d\d\.|\d{6}$)|2139/ssrn|20944/preprints|21203/rs|26434/chemrxiv|31234/osf|31235/osf|31219/osf"
    r"|31222/osf|31223/|31224/osf|31228/osf|36227/techrxiv|22541/|64898/|7287/|6084/|5281/zenodo)"
)
_TYPES = (  # of BibTeX, those that say most first; the rest come behind
    ("article", "inproceedings", "incollection", "inbook", "book", "proceedings", "phdthesis", "mastersthesis", "thesis", "patent"),
    ("conference", "manual", "booklet", "techreport", "report"),
    ("unpublished", "online", "misc"),
)
_TYPE_RANK = {name: rank for rank, names in enumerate(_TYPES) for name in names}
_FRAME = ("venue", "volume", "issue", "pages", "doi", "year")


def is_server(venue: str | None) -> bool:
    """Tell the name of a server of preprints, or of a state before printing, from that of a journal or a book.

    >>> is_server("arXiv preprint arXiv:2212.09251"), is_server("CoRR"), is_server("Findings of ACL"), is_server(None)
    (True, True, False, False)
    """
    return bool(venue) and _SERVERS.match(fold(venue or "")) is not None


def is_preprint_doi(doi: str | None) -> bool:
    """Tell the DOI of a preprint.

    >>> is_preprint_doi("10.48550/arxiv.2212.09251"), is_preprint_doi("10.18653/v1/2023.findings-acl.847")
    (True, False)
    """
    return bool(doi) and _PREPRINT_DOI.match(doi or "") is not None


def standing(paper: Paper) -> int:
    """Say how far a record got: 2 published with volume or pages, 1 published, 0 a preprint or not known.

    >>> standing(Paper(arxiv="2212.09251", venue="arXiv")), standing(Paper(title="Sycophancy", venue="ACL", pages="1-9"))
    (0, 2)
    """
    if is_server(paper.venue) or not (paper.venue or (paper.doi and not is_preprint_doi(paper.doi))):
        return 0
    return 2 if paper.volume or paper.pages else 1


def type_rank(name: str) -> tuple[int, str]:
    """Order entry types: what says most first, and of those by name."""
    return _TYPE_RANK.get(name, 1), name


def lead(paper: Paper) -> tuple[int, int]:
    """Order records of one paper, the leading one first."""
    return -standing(paper), -sum(1 for field in _FRAME if getattr(paper, field) and field not in paper.inferred)
