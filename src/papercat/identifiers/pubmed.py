"""PubMed's ids of records (PMID) and PubMed Central's of articles (PMCID)."""

import re
from collections.abc import Iterator

from papercat.identifiers.identifier import Identifier, address_start, in_visible, whole

# A PMID is a plain number, so it must be named. "PMID- 30449820" is MEDLINE's own label.
_PMID = re.compile(
    r"(?:PMID(?:[:=#\s-]|%3A){0,4}|\bpub ?med(?:\s?(?:PMID|ids?))?\s?[:=#]\s?|\binfo:pmid/|"
    r"(?P<site>pubmed\.ncbi\.nlm\.nih\.gov/|nlm\.nih\.gov/(?:m/)?pubmed/|list_uids=|europepmc\.org/(?:article|abstract)/MED/|\bpubmed/))"
    r"(?P<id>[1-9][0-9]{0,7})(?![0-9])",
    re.IGNORECASE,
)
# The first PMCIDs have five digits. Of fewer, or without PMC before them, they must be named.
_PMCID = re.compile(
    r"(?:(?:PMC ?IDs?[:=#\s-]{0,4}(?:PMC)?|"
    r"(?P<site>(?:/pmc/articles/|pmc\.ncbi\.nlm\.nih\.gov/articles/|europepmc\.org/articles?/(?:PMC/)?)(?:PMC)?))"
    r"(?P<named>[1-9][0-9]{0,7})|(?<![A-Za-z0-9])PMC(?P<bare>[1-9][0-9]{4,7}))(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_PMID_SIGNS = ("pmid", "pubmed", "pub med", "list_uids", "/med/")


def parse_pmid(text: str) -> Identifier | None:
    """Read a text that is a PMID and nothing else.

    >>> parse_pmid("PMID: 26861819").id, parse_pmid("26861819").id, parse_pmid("https://pubmed.ncbi.nlm.nih.gov/26861819/").id
    ('26861819', '26861819', '26861819')
    """
    return whole(text, find_pmid, label="pmid:")


def find_pmid(text: str) -> Iterator[Identifier]:
    """Find the PMIDs of a running text; a number must be named one.

    >>> [found.id for found in find_pmid("2018;67:335-344. PMID: 29459511 [PubMed - in process] PMCID: PMC4908318")]
    ['29459511']
    """
    return in_visible(text, _pmids)


def parse_pmcid(text: str) -> Identifier | None:
    """Read a text that is a PMCID and nothing else.

    >>> parse_pmcid("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC4908318/").id
    'PMC4908318'
    """
    return whole(text, find_pmcid)


def find_pmcid(text: str) -> Iterator[Identifier]:
    """Find the PMCIDs of a running text.

    >>> [found.id for found in find_pmcid("free text: PMC4908318; the PMC2 gene; PMCID: 13901")]
    ['PMC4908318', 'PMC13901']
    """
    return in_visible(text, _pmcids)


def _pmids(text: str) -> Iterator[Identifier]:
    lowered = text.lower()
    if any(sign in lowered for sign in _PMID_SIGNS):
        for match in _PMID.finditer(text):
            yield Identifier("pmid", match["id"], _start(text, match), match.end())


def _pmcids(text: str) -> Iterator[Identifier]:
    if "pmc" in text.lower():
        for match in _PMCID.finditer(text):
            yield Identifier("pmcid", f"PMC{match['named'] or match['bare']}", _start(text, match), match.end(), match["bare"] is None)


def _start(text: str, match: re.Match[str]) -> int:
    return min(match.start(), address_start(text, match.start("site"))) if match["site"] else match.start()
