"""ORCID iDs of people, with their check sign (https://support.orcid.org, "Structure of the ORCID Identifier")."""

import re
from collections.abc import Iterator

from papercat.identifiers.checksum import orcid_check
from papercat.identifiers.identifier import Identifier, address_start, in_visible, label_start, whole

_DASH = "[-\u2010\u2011\u2012\u2013\u2212]"
_DASHED = re.compile(rf"000[09](?:{_DASH}[0-9]{{4}}){{2}}{_DASH}[0-9]{{3}}[0-9Xx](?![0-9A-Za-z])")
_LOOSE = re.compile(rf"000[09](?:(?:{_DASH}|\s)?[0-9]{{4}}){{2}}(?:{_DASH}|\s)?[0-9]{{3}}[0-9Xx](?![0-9])")
_LABEL = re.compile(r"orcid(?:\s?id)?(?:\.org/|\W{0,6})\Z", re.IGNORECASE)
# How an iD is written once it is normalized; `is_orcid` also asks its block and its check sign.
PATTERN = r"^000[09](?:-[0-9]{4}){2}-[0-9]{3}[0-9X]$"
_NORMAL = re.compile(PATTERN)
# The blocks of ISNI numbers that are kept for ORCID; others are those of institutions and of people in libraries.
_BLOCKS = (("0000000150000007", "0000000350000001"), ("0009000000000000", "0009001000000000"))


def parse_orcid(text: str) -> Identifier | None:
    """Read a text that is an ORCID iD in any spelling and nothing else.

    >>> parse_orcid("https://orcid.org/0000-0002-1694-233x").id
    '0000-0002-1694-233X'
    >>> parse_orcid("0000000218250097").id, parse_orcid("0000-0002-1825-0098") is None
    ('0000-0002-1825-0097', True)
    """
    return whole(text, find_orcid, label="orcid:")


def is_orcid(text: str) -> bool:
    """Tell an iD as it is normalized, with its dashes and nothing around it.

    >>> is_orcid("0000-0002-1825-0097"), is_orcid("0000-0002-1825-0098"), is_orcid("https://orcid.org/0000-0002-1825-0097")
    (True, False, False)
    """
    return _NORMAL.fullmatch(text) is not None and _is_one(text.replace("-", ""))


def find_orcid(text: str) -> Iterator[Identifier]:
    """Find the ORCID iDs of a running text whose check sign is right; without a label they need their dashes.

    >>> [found.id for found in find_orcid("Josiah Carberry (0000-0002-1825-0097), ISNI 0000 0001 2103 2683")]
    ['0000-0002-1825-0097']
    """
    return in_visible(text, _find)


def _find(text: str) -> Iterator[Identifier]:
    floor, place = 0, text.find("000")
    while place >= 0:
        found = _found(text, place, floor)
        if found:
            yield found
            floor = found.end
        place = text.find("000", max(floor, place + 1))


def _found(text: str, place: int, floor: int) -> Identifier | None:
    if text[place + 3 : place + 4] not in ("0", "9") or (place and text[place - 1].isdigit()):
        return None
    match = _LOOSE.match(text, place)
    if not match or not _is_one(bare := "".join(sign for sign in match[0].upper() if sign.isascii() and sign.isalnum())):
        return None
    label = label_start(text, place, _LABEL, floor)
    if label is None and (not _DASHED.match(text, place) or (place and (text[place - 1].isalnum() or text[place - 1] in "-_"))):
        return None
    start = min(place if label is None else label, address_start(text, place, floor))
    return Identifier("orcid", "-".join(bare[i : i + 4] for i in range(0, 16, 4)), start, match.end(), label is not None)


def _is_one(bare: str) -> bool:
    return any(first <= bare <= last for first, last in _BLOCKS) and orcid_check(bare[:15]) == bare[15]
