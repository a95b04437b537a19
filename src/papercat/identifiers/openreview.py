"""Ids of OpenReview's forums, each a paper with its reviews."""

import re
from collections.abc import Iterator

from papercat.identifiers.identifier import Identifier, address_start, in_visible, whole

# Nothing in the form of B1QRgziT- tells that it is an id, so it must be named.
_FOUND = re.compile(
    r"(?:openreview\.net/(?:forum|pdf|attachment|revisions|references/pdf)/?(?:\?|%3F)(?:[\w%.-]{1,40}=[\w%.,~@/-]{0,80}&(?:amp;)?){0,4}id(?:=|%3D)|openreview\s?:\s?)"
    r"(?P<id>[A-Za-z0-9_-]{6,16})(?![A-Za-z0-9_-])"
)


def parse_openreview(text: str) -> Identifier | None:
    """Read a text that is the address of a forum, or "openreview:" and its id, and nothing else.

    >>> parse_openreview("https://openreview.net/forum?id=B1QRgziT-&noteId=HJzLdjR9FX").id
    'B1QRgziT-'
    >>> parse_openreview("B1QRgziT-") is None
    True
    """
    return whole(text, find_openreview)


def find_openreview(text: str) -> Iterator[Identifier]:
    """Find the addresses of OpenReview's forums in a running text.

    >>> [found.id for found in find_openreview("(https://openreview.net/pdf?id=rJXMpikCZ), openreview.net/group?id=ICLR.cc/2019")]
    ['rJXMpikCZ']
    """
    return in_visible(text, _find)


def _find(text: str) -> Iterator[Identifier]:
    if "openreview" in text:
        for match in _FOUND.finditer(text):
            yield Identifier("openreview", match["id"], min(match.start(), address_start(text, match.start("id"))), match.end())
