"""All kinds of identifiers at once."""

from collections.abc import Callable, Iterator

from papercat.errors import no_text
from papercat.identifiers.acl import find_acl, parse_acl
from papercat.identifiers.arxiv import find_arxiv, parse_arxiv
from papercat.identifiers.doi import find_doi, parse_doi
from papercat.identifiers.identifier import Identifier, Kind
from papercat.identifiers.isbn import find_isbn, parse_isbn
from papercat.identifiers.openreview import find_openreview, parse_openreview
from papercat.identifiers.orcid import find_orcid, parse_orcid
from papercat.identifiers.pubmed import find_pmcid, find_pmid, parse_pmcid, parse_pmid

_FINDERS: tuple[Callable[[str], Iterator[Identifier]], ...] = (
    find_arxiv, find_doi, find_openreview, find_acl, find_pmcid, find_pmid, find_orcid, find_isbn,
)  # fmt: skip
_PARSERS: dict[Kind, Callable[[str], Identifier | None]] = {
    "arxiv": parse_arxiv,
    "doi": parse_doi,
    "openreview": parse_openreview,
    "acl": parse_acl,
    "pmcid": parse_pmcid,
    "orcid": parse_orcid,
    "isbn": parse_isbn,
    "pmid": parse_pmid,  # any number may be one, so it comes last
}


def find_identifiers(text: str) -> Iterator[Identifier]:
    """Find the identifiers of all kinds in a running text, in their order, none inside another.

    The DOI of an arXiv paper (10.48550/arXiv.…) is its arXiv id. A number inside a DOI belongs to the DOI.

    Raises:
        TypeError: it is no text.

    >>> text = "doi:10.48550/arXiv.1706.03762, https://doi.org/10.1007/978-3-030-02671-4_7; ISBN 0-306-40615-2, PMID: 26861819"
    >>> [(found.kind, found.id) for found in find_identifiers(text)]
    [('arxiv', '1706.03762'), ('doi', '10.1007/978-3-030-02671-4_7'), ('isbn', '9780306406157'), ('pmid', '26861819')]
    """
    if not isinstance(text, str):
        raise no_text("find_identifiers", text)
    ranked = [(found.start, rank, found) for rank, find in enumerate(_FINDERS) for found in find(text)]
    kept: list[tuple[int, int, Identifier]] = []
    for start, rank, found in sorted(ranked, key=lambda one: (one[0], _rank(*one[1:]))):
        if kept and start < kept[-1][2].end:
            if _rank(rank, found) >= _rank(*kept[-1][1:]):
                continue
            kept.pop()
        kept.append((start, rank, found))
    return (found for _, _, found in kept)


def _rank(rank: int, found: Identifier) -> int:
    # a kind goes before those behind it in the table; an arXiv id that only its form tells goes last
    return rank if found.marked or found.kind != "arxiv" else len(_FINDERS)


def parse_identifier(text: str) -> Identifier | None:
    """Read a text that is one identifier, of whatever kind, and nothing else.

    >>> [parse_identifier(text).kind for text in ("hep-th/9711200", "10.1000/182", "0-306-40615-2", "PMC4908318", "26861819")]
    ['arxiv', 'doi', 'isbn', 'pmcid', 'pmid']
    >>> parse_identifier("see 10.1000/182") is None
    True
    """
    return next((found for parse in _PARSERS.values() if (found := parse(text))), None)
