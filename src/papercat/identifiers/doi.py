"""Digital object identifiers (ISO 26324; syntax as in the DOI Handbook, section 2.2)."""

import re

# What a model accepts, in the syntax of Rust, which checks it: prefix, slash, suffix without blanks, in lower case, for DOIs
# compare without case.
PATTERN = r"^10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\p{Lu}\p{C}]+$"
_SICI = r"\(SICI\)[^\s\"{}|\\^`\x00-\x1f\x7f-\x9f]+"  # of the 1990s, with angle brackets inside (ANSI/NISO Z39.56)
_SUFFIX = r"[^\s\"<>{}|\\^`\x00-\x1f\x7f-\x9f\u200b-\u200f\u2060\ufeff\ud800-\udfff]+"
_DOI = re.compile(rf"\b10\.[0-9]{{4,9}}(?:\.[0-9]+)*/(?:{_SICI}|{_SUFFIX})", re.IGNORECASE)
_TAIL = ".,;:!?'\"»”’*_"
_PAIRS = {")": "(", "]": "["}


def find_doi(text: str) -> str | None:
    """Find the first DOI of a running text, without the prose that follows it.

    >>> find_doi("Published in at http://dx.doi.org/10.1214/10-STS328 the Statistical Science")
    '10.1214/10-sts328'
    >>> find_doi("(see doi:10.1016/S0140-6736(05)17705-4).")
    '10.1016/s0140-6736(05)17705-4'
    >>> find_doi("10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2")
    '10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2'
    >>> find_doi("section 10.1 of the report") is None
    True
    """
    match = _DOI.search(text)
    doi = _trim(match[0]).lower() if match else ""
    return doi if not doi.endswith("/") and doi else None


def parse_doi(text: str) -> str | None:
    """Read a text that is a DOI in any spelling and nothing else.

    >>> parse_doi("https://doi.org/10.1109/CBMS.2019.00091")
    '10.1109/cbms.2019.00091'
    >>> parse_doi("10.1109") is None
    True
    """
    bare = re.sub(r"^(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)", "", text.strip(), flags=re.IGNORECASE)
    found = find_doi(bare)
    return found if found and found == bare.lower() else None


def _trim(doi: str) -> str:
    counts = {sign: doi.count(sign) for pair in _PAIRS.items() for sign in pair}
    end = len(doi)
    while end:
        last = doi[end - 1]
        unpaired = last in _PAIRS and counts[last] > counts[_PAIRS[last]]
        if last not in _TAIL and not unpaired:
            break
        if last in counts:
            counts[last] -= 1
        end -= 1
    return doi[:end]
