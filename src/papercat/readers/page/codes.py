"""Codes that open the rows of a page, as conferences number what they accepted: "806: ", "P1-01  "."""

import re
from collections.abc import Sequence
from dataclasses import replace

from papercat.readers.layout import Row
from papercat.readers.page.venues import YEARS
from papercat.text.document import Document, Place

# A colon, two blanks or a tab part a code from its title; a number alone needs the colon.
_CODE = re.compile(r"(?:(?P<prefix>[A-Z]{1,4})\d{0,2}[-–.]?\d{1,4}(?::[ \t]+|[ \u00a0]{2,}|\t)|(?P<bare>\d{1,5}):[ \t]+)(?=\S)")
_OFTEN = 3  # rows
_MOST_YEARS = 0.8  # of the numbers are years: then they date what follows, and number nothing


def open_codes(document: Document, rows: Sequence[Row]) -> list[Row]:
    r"""Take the codes that open several rows, each another one, for list numbers.

    >>> from papercat.readers.layout import lay_out
    >>> page = Document("a", "806: Sleeper Agents\nEvan Hubinger\n1451: Constitutional AI\nYuntao Bai\n595: GPT-3\nTom Brown")
    >>> [row.text for row in open_codes(page, lay_out(page).rows) if row.number]
    ['Sleeper Agents', 'Constitutional AI', 'GPT-3']
    """
    series: dict[str, dict[int, re.Match[str]]] = {}
    for number, row in enumerate(rows):
        if row.number is None and (match := _CODE.match(document.text, *row.place)):
            series.setdefault(match["prefix"] or "", {})[number] = match
    codes = {number: match for found in series.values() if _are_codes([*found.values()]) for number, match in found.items()}
    return [_opened(document, row, codes[number]) if number in codes else row for number, row in enumerate(rows)]


def _are_codes(found: Sequence[re.Match[str]]) -> bool:
    """Tell codes, of which hardly one comes again, from years and from words of a page."""
    years = sum(match["bare"] is not None and int(match["bare"]) in YEARS for match in found)
    return len({match[0] for match in found}) >= max(_OFTEN, _MOST_YEARS * len(found)) and years < _MOST_YEARS * len(found)


def _opened(document: Document, row: Row, code: re.Match[str]) -> Row:
    place = Place(code.end(), row.place.end)
    return replace(row, place=place, text=document.show(*place), number=Place(*code.span()), wrapped=False)
