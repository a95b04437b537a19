"""Identifiers in running text: found, normalized, refused where they cannot be."""

from papercat.identifiers.acl import find_acl, parse_acl
from papercat.identifiers.arxiv import find_arxiv, parse_arxiv
from papercat.identifiers.doi import find_doi, parse_doi
from papercat.identifiers.identifier import Identifier, Kind
from papercat.identifiers.isbn import find_isbn, parse_isbn
from papercat.identifiers.kinds import find_identifiers, parse_identifier
from papercat.identifiers.openreview import find_openreview, parse_openreview
from papercat.identifiers.orcid import find_orcid, is_orcid, parse_orcid
from papercat.identifiers.pubmed import find_pmcid, find_pmid, parse_pmcid, parse_pmid

__all__ = [
    "Identifier",
    "Kind",
    "find_acl",
    "find_arxiv",
    "find_doi",
    "find_identifiers",
    "find_isbn",
    "find_openreview",
    "find_orcid",
    "find_pmcid",
    "find_pmid",
    "is_orcid",
    "parse_acl",
    "parse_arxiv",
    "parse_doi",
    "parse_identifier",
    "parse_isbn",
    "parse_openreview",
    "parse_orcid",
    "parse_pmcid",
    "parse_pmid",
]
