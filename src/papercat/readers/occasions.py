"""Dates that stand at the end of a venue: `ACL 2020`, `TALN'2013`, `Proceedings of the 9th Global Wordnet Conference, Jul 2018`."""

import re
from typing import NamedTuple

from papercat.text.months import MONTHS

_MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]{{0,7}}\.?"
# Behind a comma it is no part of the name; behind a month the comma may be missing.
_APART = re.compile(
    rf"(?:,\s?(?P<date>(?:{_MONTH}\s(?:\d{{1,2}},?\s)?)?(?:19|20)\d\d)|\s\((?P<in>(?:{_MONTH}\s)?(?:19|20)\d\d)\))\s?\Z", re.IGNORECASE
)
_NAMED = re.compile(r"[^\W\d_]\w{0,40}[ '’-]{0,2}(?P<date>(?:19|20)\d\d)\Z")
# A book series counts its volumes by such numbers.
_SERIES = re.compile(r"lecture notes|lncs|lnai|ccis|proc\.? spie|ceur", re.IGNORECASE)
_TAIL = 60  # characters that are looked at


class Occasion(NamedTuple):
    """A date at the end of a venue.

    Attributes:
        name: where the name of the venue ends.
        start: where the date begins.
        end: the place behind it.
    """

    name: int
    start: int
    end: int


def occasion(venue: str) -> Occasion | None:
    """Find the date at the end of a venue, which is also a part of its name unless a comma or brackets part them.

    >>> occasion("ACL 2020"), occasion("Marseille Workshop, Aug 2022")
    (Occasion(name=8, start=4, end=8), Occasion(name=18, start=20, end=28))
    >>> occasion("Lecture Notes in Computer Science 1999"), occasion("Nature"), occasion("2020")
    (None, None, None)
    """
    text = venue.rstrip()
    first = max(len(text) - _TAIL, 0)
    if apart := _APART.search(text, first):
        return Occasion(len(text[: apart.start()].rstrip()), *apart.span("date" if apart["date"] else "in")) if apart.start() else None
    named = _NAMED.search(text, first)
    if not named or _SERIES.search(text):
        return None
    return Occasion(len(text), *named.span("date"))
