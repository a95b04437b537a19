"""ISBNs of books, with ten digits or thirteen, with their check digit (ISO 2108)."""

import re
from collections.abc import Iterator

from papercat.identifiers.checksum import isbn10_check, isbn13_check
from papercat.identifiers.identifier import Identifier, address_start, in_visible, label_start, whole

_DASH = "[-\u2010\u2011\u2012\u2013\u2212]"
_GAP = rf"(?:{_DASH}|[ \u00a0])"
_LONG = re.compile(rf"97[89](?:{_GAP}?[0-9]){{10}}(?![0-9]|{_DASH}[0-9])")
_SHORT = re.compile(rf"[0-9](?:{_GAP}?[0-9]){{8}}{_GAP}?[0-9Xx](?![0-9]|{_DASH}[0-9])")
# Without a label an ISBN with ten digits needs its three dashes: group, publisher, title, check digit.
_DASHED = re.compile(rf"[0-9]{{1,5}}({_DASH})[0-9]{{1,7}}\1[0-9]{{1,6}}\1[0-9Xx](?![0-9A-Za-z])")
_DASHED_LONG = re.compile(rf"97[89]({_GAP})[0-9]{{1,5}}\1[0-9]{{1,7}}\1[0-9]{{1,6}}\1[0-9]|97[89]{_DASH}?[0-9]{{10}}")
_LABEL = re.compile(r"(?:urn:)?isbns?(?:[-\s]?1[03])?(?:\s?\([^()\n]{1,16}\))?\W{0,16}\Z", re.IGNORECASE)
# A label counts for a list: ISBN 0-306-40615-2, 978-0-306-40615-7 (pbk.).
_AND = re.compile(r"(?:\s?\([^()\n]{1,16}\))?(?:\s?[,;/&]\s?|\s(?:and|or)\s|\s)\Z")
_STARTS = re.compile(r"(?<![0-9A-Za-z])[0-9](?=(?:[- \u00a0\u2010-\u2013\u2212]?[0-9]){8})")


def parse_isbn(text: str) -> Identifier | None:
    """Read a text that is an ISBN and nothing else; its id has thirteen digits.

    >>> parse_isbn("0-306-40615-2").id, parse_isbn("ISBN-13: 978-0-306-40615-7").id
    ('9780306406157', '9780306406157')
    >>> parse_isbn("0-306-40615-3") is None
    True
    """
    return whole(text, find_isbn, label="isbn:")


def find_isbn(text: str) -> Iterator[Identifier]:
    """Find the ISBNs of a running text whose check digit is right; without a label only in the forms that tell them.

    >>> [found.id for found in find_isbn("ISBN 275940269X (pbk.), 978-0-8050-6909-9; call 1-800-555-0199")]
    ['9782759402694', '9780805069099']
    """
    return in_visible(text, _find)


def _find(text: str) -> Iterator[Identifier]:
    floor, goes_on = 0, False
    for match in _STARTS.finditer(text):
        place = match.start()
        if place < floor:
            continue
        label = label_start(text, place, _LABEL, floor)
        listed = goes_on and _AND.fullmatch(text[floor:place]) is not None
        found = _found(text, place, place if label is None else label, marked=label is not None or listed)
        goes_on = bool(found and found.marked)
        if found:
            if label is not None and text[place - 1] == "/":
                found = found._replace(start=min(found.start, address_start(text, place, floor)))
            yield found
            floor = found.end


def _found(text: str, place: int, start: int, *, marked: bool) -> Identifier | None:
    if not marked and place and text[place - 1] in "-_./\\+$#@=\u2010\u2011\u2013":
        return None
    for pattern, form in ((_LONG, _DASHED_LONG), (_SHORT, _DASHED)):
        match = pattern.match(text, place)
        if match and (bare := _thirteen(match[0])) and (marked or _tells(text, match, form)):
            return Identifier("isbn", bare, start, match.end(), marked)
    return None


def _tells(text: str, match: re.Match[str], form: re.Pattern[str]) -> bool:
    return form.fullmatch(match[0]) is not None and not text[match.end() : match.end() + 1].isalpha()


def _thirteen(text: str) -> str | None:
    """Give the thirteen digits of an ISBN, or nothing if its check digit is wrong."""
    bare = "".join(sign for sign in text.upper() if sign in "0123456789X")
    if len(bare) == 13:
        return bare if isbn13_check(bare[:12]) == bare[12] else None
    longer = f"978{bare[:9]}"
    return longer + isbn13_check(longer) if isbn10_check(bare[:9]) == bare[9] else None
