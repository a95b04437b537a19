"""What stands behind a venue: a DOI, a volume with its issue, pages."""

import re
from collections.abc import Sequence

from papercat.readers.page.venues import read_date
from papercat.readers.record import Record
from papercat.text.document import Document, Place

_VOLUME = re.compile(r"[\s,]+(\d{1,4})\s?\((\d{1,4}(?:[-–]\d{1,4})?)\)(?:\s*[,:]\s*(?:pp?\.\s?)?(\d+(?:\s?[-–]{1,2}\s?\d+)?))?\s*\Z")
_DOI = re.compile(
    r"[\s;,.]*(?:\bdoi\s?:?\s*)?(?:https?://(?:dx\.)?doi\.org/)?\b(?P<doi>10\.\d{4,9}/\S+?)[.,;]?(?:\s+[-–—]\s+(?P<date>\S[^\n]{3,20}))?\s*\Z",
    re.IGNORECASE,
)
_PAGES = re.compile(r"[\s,(]+(?:pages?|pp\.?)\s?(\d+\s?[-–]{1,2}\s?\d+|\d+)\)?\s*\Z", re.IGNORECASE)


def take_doi(document: Document, made: Record, places: Sequence[Place]) -> list[Place]:
    """Take a DOI behind a venue, and give what is left of the places."""
    found = None if made.has("doi") else _DOI.search(document.text, *places[-1])
    if not found or not (rest := _before(places, found.start())):
        return list(places)
    made.add("doi", "doi", Place(*found.span("doi")))
    if found["date"]:
        made.add("date" if read_date(found["date"].rstrip()) else "", "date", Place(*found.span("date")))
    return rest


def take_numbers(document: Document, made: Record, places: Sequence[Place]) -> list[Place]:
    """Take volume, issue and pages off the end of a venue."""
    text, end = document.text, places[-1].end
    start = max(places[0].start, end - 40)
    pages = _PAGES.search(text, start, end)
    if pages and (rest := _before(places, pages.start())):
        made.add("pages", "pages", Place(*pages.span(1)))
        return rest
    volume = _VOLUME.search(text, start, end)
    if volume and (rest := _before(places, volume.start())):
        for number, role in enumerate(("volume", "issue", "pages"), 1):
            if volume[number]:
                made.add(role, role, Place(*volume.span(number)))
        return rest
    return list(places)


def _before(places: Sequence[Place], end: int) -> list[Place]:
    """Cut off what stands behind a character; nothing is left where all of it does."""
    return [Place(place.start, min(place.end, end)) for place in places if place.start < end]
