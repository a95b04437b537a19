"""Codes that open the rows of a page, as conferences number what they accepted: "806: ", "P1-01  ", and series their papers: "2021-04 "."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from papercat.readers.layout import Row
from papercat.readers.page.venues import YEARS
from papercat.text.document import Document, Place
from papercat.text.months import MONTHS

# A colon, two blanks or a tab part a code from its title; a number alone needs the colon.
_CODE = re.compile(
    r"(?:(?P<prefix>[A-Z]{1,4})\d{0,2}[-–.]?\d{1,4}(?::[ \t]+|[ \u00a0]{2,}|\t)|(?P<bare>\d{1,5}):[ \t]+"
    r"|(?P<dated>(?:19|20)\d\d[-/.]\d{1,4}):?[ \t]+)(?=\S)"
)
_DATED, _COUNTED = "of a year", "counted"
# A number with one blank alone, and words that say what is counted: "- 1883 Corporate Tax Policy", "Journal Article 2: Whitchurch, E. R."
_COUNT = re.compile(
    r"(?:[-*•·]\s+)?(?:(?P<number>\d{1,5})[ \t]+(?=[A-ZÀ-Þ\"“„«])"
    r"|(?P<words>(?:\w{3,12} )?(?:article|paper|study|source|reading|talk|presentation|reference)) (?P<of>\d{1,3})[:.][ \t]+(?=\S))",
    re.IGNORECASE,
)
# A day, perhaps with its hours and what is on: "September 18th: ", "July 11, 9:30 - 10:30 - Keynote “".
_CLOCK = r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?"
_DAY = re.compile(
    rf"(?:[-*•·]\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?)?"
    rf"(?:(?:{'|'.join(MONTHS)})[a-z]{{0,7}}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{'|'.join(MONTHS)})[a-z]{{0,7}}\.?)"
    rf"(?:,?\s+(?:19|20)\d\d)?(?:,?\s+{_CLOCK}(?:\s?[-–—]\s?{_CLOCK})?)?(?::\s+|\s+[-–—]\s+)"
    r"(?:(?:keynote|invited talk|talk|lecture|paper)\s+(?=[\"“„«]))?(?=\S)",
    re.IGNORECASE,
)
_OFTEN = 3  # rows
_STEADY = 0.8  # of the steps from one number to the next are one up, or one down
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
            series.setdefault(match["prefix"] or (_DATED if match["dated"] else ""), {})[number] = match
    codes = {number: match for found in series.values() if _are_codes([*found.values()]) for number, match in found.items()}
    codes = _days(document, rows) or codes or _counts(document, rows)
    return [_opened(document, row, codes[number]) if number in codes else row for number, row in enumerate(rows)]


def _are_codes(found: Sequence[re.Match[str]]) -> bool:
    """Tell codes, of which hardly one comes again, from years and from words of a page."""
    years = sum(match["bare"] is not None and int(match["bare"]) in YEARS for match in found)
    return len({match[0] for match in found}) >= max(_OFTEN, _MOST_YEARS * len(found)) and years < _MOST_YEARS * len(found)


def _opened(document: Document, row: Row, code: re.Match[str]) -> Row:
    place = Place(code.end(), row.place.end)
    return replace(
        row,
        place=place,
        text=document.show(*place),
        number=Place(row.number.start if row.number else code.start(), code.end()),
        wrapped=False,
    )


def _days(document: Document, rows: Sequence[Row]) -> dict[int, re.Match[str]]:
    """Find the days that open rows, where several do: a title alone may begin with one, as "September 11: Aftermath" does."""
    found = {number: match for number, row in enumerate(rows) if (match := _DAY.match(document.text, *row.place))}
    return found if len({match[0].casefold() for match in found.values()}) >= _OFTEN else {}


def _counts(document: Document, rows: Sequence[Row]) -> dict[int, re.Match[str]]:
    """Find the numbers that open rows and count them, up or down, one by one: "100 Years of …" does not."""
    series: dict[str, dict[int, re.Match[str]]] = {}
    for number, row in enumerate(rows):
        if row.number is None and (match := _COUNT.match(document.text, *row.place)):
            series.setdefault((match["words"] or _COUNTED).casefold(), {})[number] = match
    return {number: match for words, found in series.items() if _is_counted(words, found) for number, match in found.items()}


def _is_counted(words: str, found: Mapping[int, re.Match[str]]) -> bool:
    values = [int(match["number"] or match["of"]) for match in found.values()]
    steps = [after - value for value, after in pairwise(values)]
    if words != _COUNTED:
        return len(steps) > 0 and set(steps) == {1}
    is_years = sum(value in YEARS for value in values) >= _MOST_YEARS * len(values)
    return len(values) >= _OFTEN and not is_years and max(steps.count(1), steps.count(-1)) >= _STEADY * len(steps)
