"""All the ids that a paper has: its own fields, its address, and what stands in `extra` under the name of an id."""

from collections.abc import Iterator

from papercat.identifiers import find_identifiers
from papercat.models import Paper

_ARXIV = "10.48550/arxiv."  # arXiv's DOIs hold its ids
# Labels of an id in `extra`, folded to small letters, with what marks it in a text.
_LABELS = {
    "pmid": "PMID: ",
    "pubmedid": "PMID: ",
    "pmcid": "PMCID: ",
    "pmc": "PMCID: ",
    "isbn": "ISBN ",
    "eisbn": "ISBN ",
    "acl": "",
    "aclid": "",
    "openreview": "",
    "eprint": "arXiv:",
    "arxiv": "arXiv:",
    "doi": "doi:",
}


def ids_of(paper: Paper) -> Iterator[tuple[str, str]]:
    """Give kind and id of all ids that a paper has.

    >>> list(ids_of(Paper(arxiv="2212.09251", url="https://aclanthology.org/2023.findings-acl.847/", extra={"PMID": "26861819"})))
    [('arxiv', '2212.09251'), ('acl', '2023.findings-acl.847'), ('pmid', '26861819')]
    """
    if paper.arxiv:
        yield "arxiv", paper.arxiv
    if paper.doi:
        yield "doi", paper.doi
        if paper.doi.startswith(_ARXIV) and not paper.arxiv:
            yield "arxiv", paper.doi.removeprefix(_ARXIV)
    if paper.url:
        yield from ((str(one.kind), one.id) for one in find_identifiers(paper.url) if one.marked)
    for label, text in paper.extra.items():
        mark = _LABELS.get(label.lower().replace("-", "").replace("_", "").replace(" ", ""))
        if mark is not None:
            yield from ((str(one.kind), one.id) for one in find_identifiers(mark + text) if one.kind != "orcid")
