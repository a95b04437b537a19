"""Dates that say more than a year and a month: a day, or when it ended."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from papercat.text.months import MONTH, MONTHS

# Where readers keep the whole text of a date: BibTeX, Crossref and CSL, RIS, MEDLINE, OpenAlex, Semantic Scholar.
LABELS = ("date", "issued", "published", "DA", "PY", "DP", "publication_date", "publicationDate", "month")
_DATED = frozenset((*LABELS, "year"))
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_NAMED = re.compile(
    rf"(?:(\d{{4}})\s+)?({'|'.join(MONTHS)})[a-z]*\.?\s+(\d{{1,2}})(?!\d)", re.IGNORECASE
)  # `2020 Feb 15`; a month of BibTeX: `jun 2`
_MONTH_ALONE = re.compile(rf"\d{{4}}\s+{MONTH}|{MONTH},?\s+\d{{4}}", re.IGNORECASE)
# What biblatex takes (ISO 8601-2, level 0 and signs of doubt): `1997-10/1997-11`, `2001/2002`, `2019-05~`, `2020/`
_POINT = r"\d{4}(?:-\d\d(?:-\d\d)?)?[?~%]?"
_BIBLATEX = re.compile(rf"{_POINT}(?:/(?:{_POINT}|\.\.)?)?")


def day_of(texts: Iterable[str], year: int | None, month: int | None) -> int | None:
    """Give the day that one of several texts adds to a year and a month; None if none does, or says another month.

    >>> day_of(["2023-03-15"], 2023, 3), day_of(["2020 Feb 15"], 2020, 2), day_of(["jun 2"], 2019, 6)
    (15, 15, 2)
    >>> day_of(["2023-03-15"], 2023, 4), day_of(["2010-02-30"], 2010, 2), day_of(["1997-10/1997-11"], 1997, 10)
    (None, None, None)
    """
    if year is None or month is None:
        return None
    for text in texts:
        iso, named = _ISO.match(text), _NAMED.match(text)
        found = iso.groups() if iso else (named[1] or year, MONTHS.index(named[2].lower()) + 1, named[3]) if named else None
        if found and (int(found[0]), int(found[1])) == (year, month) and _is_day(year, month, int(found[2])):
            return int(found[2])
    return None


def whole_date(extra: Mapping[str, str], year: int | None, month: int | None) -> str:
    """Write a year and a month as biblatex does, with the day or the end that the labels of a paper know besides.

    >>> whole_date({"date": "1997-10/1997-11"}, 1997, 10), whole_date({"DP": "2020 Feb 15"}, 2020, 2)
    ('1997-10/1997-11', '2020-02-15')
    >>> whole_date({"date": "2023-03-15"}, 2024, 3), whole_date({"date": "2020-05-uu"}, 2020, 5), whole_date({}, 2022, None)
    ('2024-03', '2020-05', '2022')
    """
    plain = f"{year}-{month:02}" if month else str(year)
    if _DATED.isdisjoint(extra):
        return plain  # as of nearly every paper
    for label in ("date", "issued", "year"):
        text = extra.get(label, "").strip()
        if "/" in text and text.startswith(plain) and _BIBLATEX.fullmatch(text):
            return text
    day = day_of(texts_of(extra), year, month)
    return f"{plain}-{day:02}" if day else plain


def for_biblatex(text: str, year: int | None, month: int | None) -> str:
    """Write a date as biblatex takes it: the text itself where it cannot be put so, "" where it says no more than year and month.

    >>> for_biblatex("2021-08-12", 2021, 8), for_biblatex("2021 August 12", 2021, 8), for_biblatex("2021 Aug", 2021, 8)
    ('2021-08-12', '2021-08-12', '')
    >>> for_biblatex("2021 Spring", 2021, None)
    '2021 Spring'
    """
    if _BIBLATEX.fullmatch(text):
        return text
    if month and _MONTH_ALONE.fullmatch(text):
        return ""
    day = day_of([text], year, month)
    return f"{year}-{month:02}-{day:02}" if day else text


def texts_of(extra: Mapping[str, str]) -> list[str]:
    """List the texts of the date that the labels of a paper hold."""
    return [] if _DATED.isdisjoint(extra) else [extra[label] for label in LABELS if label in extra]


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
