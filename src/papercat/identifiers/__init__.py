"""Identifiers in running text: found, normalized, refused where they cannot be."""

from papercat.identifiers.arxiv import ArxivId, arxiv_ids, parse_arxiv
from papercat.identifiers.doi import find_doi, parse_doi

__all__ = ["ArxivId", "arxiv_ids", "find_doi", "parse_arxiv", "parse_doi"]
