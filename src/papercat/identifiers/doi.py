"""Digital object identifiers (ISO 26324; syntax as in the DOI Handbook, section 2.2)."""

import re
from collections.abc import Iterator, Sequence

from papercat.identifiers.doi_end import cut
from papercat.identifiers.doi_signs import LONGEST, read_signs
from papercat.identifiers.identifier import Identifier, address_start, in_visible, label_start, whole

# What a model accepts, in the syntax of Rust, which checks it: prefix, slash, suffix without blanks, in lower case, for DOIs
# compare without case.
PATTERN = r"^10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\p{Lu}\p{C}]+$"
# The slash may be encoded for an address (%2F, also twice), for JSON (\/) or for HTML.
_PREFIX = re.compile(r"10\.[1-9][0-9]{3,8}(?:\.[0-9]{1,9}){0,4}(?:/|\\/|%(?:25)*2[Ff]|&#(?:47|x2[Ff]);)")
_LABEL = re.compile(r"(?:info:|urn:)?doi(?:\W{0,16}|\.org/)\Z", re.IGNORECASE)
_ENCODED = re.compile(r"%[0-9A-Fa-f]{2}\Z")
# 10.2019/11.2019 is rather two months than a DOI, and 10.2019/20 an academic year.
_DATES = re.compile(r"10\.(?:19|20)[0-9]{2}/(?:(?:[0-9]{1,2}\.)?(?:19|20)[0-9]{2}|[0-9]{1,2})")

# Most DOIs: nothing in them is encoded, and no page of a site ends with a digit, nor a word of prose; bioRxiv's may have a version.
_USUAL = re.compile(
    r"(https?://(?:dx\.)?doi\.org/)?(10\.(?!1101/|64898/)[1-9][0-9]{3,8}/(?:v[0-9]/)?(?:[A-Za-z0-9]+[._-])*[A-Za-z0-9]*[0-9])"
)


def parse_doi(text: str) -> Identifier | None:
    """Read a text that is a DOI in any spelling and nothing else; an address may go on with what belongs to its site.

    >>> parse_doi("https://doi.org/10.1109/CBMS.2019.00091").id
    '10.1109/cbms.2019.00091'
    >>> parse_doi("https://dx.doi.org/10.2307%2F1990888").id
    '10.2307/1990888'
    >>> parse_doi("https://onlinelibrary.wiley.com/doi/full/10.1111/j.1468-0297.2009.02267.x?af=R").id
    '10.1111/j.1468-0297.2009.02267.x'
    >>> parse_doi("10.1109") is None
    True
    """
    usual = _USUAL.fullmatch(text)
    if usual and not _DATES.fullmatch(usual[2]):
        return Identifier("doi", usual[2].lower(), 0, len(text), marked=bool(usual[1]))
    return whole(text, find_doi, end=_REST)


def find_doi(text: str) -> Iterator[Identifier]:
    """Find the DOIs of a running text, without the prose, the markup or the rest of an address that follows them.

    >>> [found.id for found in find_doi("at http://dx.doi.org/10.1214/10-STS328 the (see doi:10.1016/S0140-6736(05)17705-4).")]
    ['10.1214/10-sts328', '10.1016/s0140-6736(05)17705-4']
    >>> [found.id for found in find_doi("10.1002/(SICI)1097-0258(19980815)17:15&lt;1661::AID-SIM968&gt;3.0.CO;2-2 Abstract")]
    ['10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2']
    >>> [found.id for found in find_doi("10.1007/978-3-030-02671-4\\\\_7; 10.7717/peerj.4375/figures/1#p. Section 10.1/a, IP 10.0.0.1/24")]
    ['10.1007/978-3-030-02671-4_7', '10.7717/peerj.4375']
    """
    return in_visible(text, _find) if "10." in text or not text.isascii() else iter(())


_REST = re.compile(r"(?:/(?:-/)?[A-Za-z][\w-]*(?:/[\w.-]*)*|/[0-9]{5,}|\.[a-z][\w.+-]*|v[0-9]+[\w.+-]*)*/?(?:[?#&]\S*)?")


def _find(text: str) -> Iterator[Identifier]:
    floor, place = 0, text.find("10.")
    while place >= 0:
        match = _PREFIX.match(text, place)
        after = place + 3
        if match and _may_begin(text, place):
            suffix, places = read_signs(text, match.end())
            while len(suffix) >= LONGEST:  # a run of signs that is too long for a DOI holds none
                match = None
                suffix, places = read_signs(text, places[-1])
            found = _found(text, match, suffix, places, floor) if match else None
            if found:
                yield found
                floor = found.end
            after = found.end if found else match.end() if match else places[-1]
        place = text.find("10.", after)


def _may_begin(text: str, place: int) -> bool:
    """Say whether what stands before is neither a longer number nor a word."""
    before = text[max(0, place - 3) : place]
    if before[-1:] == ".":
        return not before[-2:-1].isdigit()
    return not before[-1:].isalnum() or before.lower() == "doi" or _ENCODED.fullmatch(before) is not None


def _found(text: str, match: re.Match[str], suffix: str, places: Sequence[int], floor: int) -> Identifier | None:
    begin = match.start()
    prefix = re.match(r"[0-9.]+", match[0])
    head = f"{prefix[0] if prefix else ''}/"
    kept = cut(head, suffix)
    if not kept:
        return None
    end = places[len(kept)]
    start, marked = _start(text, begin, floor)
    bare = head + kept.lower()
    is_alone = begin == 0 and end == len(text)
    if not marked and (_DATES.fullmatch(bare) or not (is_alone or any(sign.isdigit() for sign in kept))):
        return None
    return Identifier("doi", bare, start, end, marked)


def _start(text: str, begin: int, floor: int) -> tuple[int, bool]:
    """Find where a label or an address begins that the DOI goes on with, and say whether there is one."""
    start = address_start(text, begin, floor)
    label = label_start(text, start, _LABEL, floor)
    return start if label is None else label, label is not None or start < begin
