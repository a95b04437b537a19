"""The line in which databases say where a paper stands: journal, volume, issue, pages and year in one."""

import re
from collections.abc import Iterator

from papercat.text.document import Document, Place

_MONTH = r"(?:Spring|Summer|Fall|Autumn|Winter|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?)"
_WHEN = rf"(?:{_MONTH}(?:[-/ ]{_MONTH})?\s(?:\d{{1,2}},?\s)?)?(?P<year>(?:1[5-9]|20)\d\d)"
_VOLUME = r"(?P<volume>\d[\w./-]{0,9})(?:\((?P<issue>[^\s:;]{1,20}(?:\s[\w.]{1,10}){0,2})\))?"
_PAGES = r"(?P<pages>[A-Za-z]{0,3}\d[\w+]{0,15}(?:\s?[-–,]\s?[A-Za-z]{0,3}\d\w{0,10})?)"
_KINDS = tuple(
    re.compile(pattern)
    for pattern in (
        # "Ecohydrology.   8(6):1048-1064, September 2015."
        rf"\s*(?P<venue>\S[^;]{{2,200}}?)\.\s+{_VOLUME}:\s?{_PAGES},\s{_WHEN}",
        # "American Journal Of Industrial Medicine June 2015;58(6):688-696", "Gene. 2016 Jan 15;576(1 Pt 3):466-75"
        rf"\s*(?P<venue>\S[^;]{{2,200}}?)\.?\s{_WHEN}(?:\s[A-Z][a-z]{{2}}(?:\s\d{{1,2}})?)?;\s?{_VOLUME}(?::\s?{_PAGES})?",
        # "Behavioural and Cognitive Psychotherapy. Vol.43(5), Sep 2015, pp. 623-634."
        rf"\s*(?P<venue>\S[^;]{{2,200}}?)[.,]\s?[Vv]ol\.?\s?{_VOLUME},\s?(?:no\.?\s?\d{{1,5}},\s?)?{_WHEN}(?:,\spp?\.\s{_PAGES})?",
    )
)
_ROLES = {"venue": "venue", "volume": "volume", "issue": "issue", "pages": "pages", "year": "date"}


def parts(document: Document, place: Place) -> Iterator[tuple[str, Place]]:
    """Give the roles and the places of what such a line says; nothing where it is of no known form.

    >>> page = Document("a", "Ecohydrology.   8(6):1048-1064, September 2015.")
    >>> [(role, page.text[start:end]) for role, (start, end) in parts(page, Place(0, len(page.text)))]
    [('venue', 'Ecohydrology'), ('volume', '8'), ('issue', '6'), ('pages', '1048-1064'), ('date', '2015')]
    """
    text = document.text[place.start : min(place.end, place.start + 400)]
    found = next((match for kind in _KINDS if (match := kind.match(text))), None)
    for name, role in _ROLES.items() if found else ():
        if found and found[name]:
            start, end = found.span(name)
            yield role, Place(place.start + start, place.start + end)
