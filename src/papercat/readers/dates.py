"""The date of a record: its year, and its month where that is said."""

import re
from functools import lru_cache
from typing import NamedTuple

from papercat.text.months import MONTHS

_YEAR = re.compile(r"(?<!\d)(?:(?:1[4-9]|20)\d\d|2100)(?!\d)")
_ISO = re.compile(r"\s*(\d{4})[-/.](\d{1,2})(?!\d)")
_MONTH = re.compile(r"(?<![^\W\d_])(" + "|".join(MONTHS) + r")[a-z]*", re.IGNORECASE)


class Date(NamedTuple):
    """A year, and a month from 1 to 12, or 0 where none is said."""

    year: int
    month: int


@lru_cache(maxsize=4096)  # the papers of a file are of few years
def read_date(text: str) -> Date | None:
    """Read a date in digits or with the name of one month; None if no year is in it.

    >>> read_date("2021-03-05"), read_date("5 March 2021"), read_date("Mar-Apr 2021"), read_date("in press")
    (Date(year=2021, month=3), Date(year=2021, month=3), Date(year=2021, month=0), None)
    """
    found = _YEAR.search(text)
    if not found:
        return None
    iso, named = _ISO.match(text), _MONTH.findall(text)
    month = int(iso[2]) if iso else MONTHS.index(named[0].lower()) + 1 if len(named) == 1 else 0
    return Date(int(found[0]), month if 1 <= month <= len(MONTHS) else 0)


def read_month(text: str) -> tuple[int, bool]:
    """Read a month, 0 if the text is none, and say whether the text says no more than that.

    >>> read_month("sep"), read_month("MAR 5"), read_month("11"), read_month("Spring")
    ((9, True), (3, False), (11, True), (0, False))
    """
    named = _MONTH.match(text)
    month = MONTHS.index(named[1].lower()) + 1 if named else int(text) if text.isdecimal() and len(text) < 3 else 0
    return (month, not named or named.end() == len(text)) if 1 <= month <= len(MONTHS) else (0, False)
