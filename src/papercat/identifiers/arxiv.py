"""arXiv identifiers, new and old.

The rules are arXiv's own (https://info.arxiv.org/help/arxiv_identifier.html): `YYMM.number` since April 2007, with four
digits up to 1412 and five from 1501 on; before, `archive/YYMMnumber` with three digits for the number; `vN` is a version.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|"
    "funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|"
    "plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con"
)
_MONTH = r"(?:0[1-9]|1[0-2])"


def _number(digits: int) -> str:
    # numbers begin with 1
    return "(?:" + "|".join(f"{'0' * i}[1-9][0-9]{{{digits - 1 - i}}}" for i in range(digits)) + ")"


_FOUR = rf"(?:07(?:0[4-9]|1[0-2])|(?:0[89]|1[0-4]){_MONTH})\.{_number(4)}"
_FIVE = rf"(?:1[5-9]|[2-9][0-9]){_MONTH}\.{_number(5)}"
_STAMP = rf"(?:91(?:0[7-9]|1[0-2])|9[2-9]{_MONTH}|0[0-6]{_MONTH}|070[1-3])"  # from July 1991 to March 2007
_OLD = rf"(?:{_ARCHIVES})(?:\.[A-Z]{{2}})?/{_STAMP}{_number(3)}"
# What a model accepts: the bare id. Version and prefix are the parser's to cut.
PATTERN = rf"^(?:{_FOUR}|{_FIVE}|{_OLD})$"
_ID = re.compile(rf"(?P<id>{_FOUR}|{_FIVE}|{_OLD})(?:v(?P<version>[1-9][0-9]?))?")
_BEFORE = r"(?:https?://)?(?:www\.|export\.)?|(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s?)?10\.48550/"
_BETWEEN = r"arxiv(?:\.org/(?:abs|pdf|html)/|\.|\s?:?\s?)"
_WHOLE = re.compile(rf"(?:{_BEFORE})(?:{_BETWEEN})?{_ID.pattern}", re.IGNORECASE)
# The name is looked for first, in the spellings that people use: a plain search is a hundred times as fast as the pattern.
_SPELLINGS = ("arXiv", "arxiv", "ArXiv", "Arxiv", "ARXIV")
_MARKED = re.compile(rf"{_BETWEEN}{_ID.pattern}", re.IGNORECASE)
_LEADING = re.compile(rf"(?:{_BEFORE})\Z", re.IGNORECASE)
_LONGEST_LEAD = 40  # characters before the name that can belong to the id
# An id that went through a spreadsheet as a number lost its zeros at both ends: 804.1664, 1808.0229.
_FLOAT = re.compile(r"(?P<month>[0-9]{3,4})\.(?P<number>[0-9]{1,5})(?![0-9])")
_MARKED_FLOAT = re.compile(rf"{_BETWEEN}{_FLOAT.pattern}", re.IGNORECASE)
_FIRST_FIVE = 1501  # YYMM of the first id with five digits


class ArxivId(NamedTuple):
    """An arXiv id found in a text.

    Attributes:
        id: bare, without prefix and version, as `Paper.arxiv` has it.
        version: its number, or None.
        start: the place of its first character, the prefix counted.
        end: the place after its last.
        completed: the id had lost zeros, which were put back.
    """

    id: str
    version: int | None
    start: int
    end: int
    completed: bool = False

    @property
    def year(self) -> int:
        """Give the year that the id was given out."""
        two = int(self._stamp[:2])
        return 1900 + two if two > 90 else 2000 + two

    @property
    def month(self) -> int:
        """Give the month, 1 to 12."""
        return int(self._stamp[2:4])

    @property
    def _stamp(self) -> str:
        return self.id.rpartition("/")[2]


def parse_arxiv(text: str) -> ArxivId | None:
    """Read a text that is an arXiv id in any spelling and nothing else.

    >>> parse_arxiv("https://arxiv.org/abs/2212.09251v2")[:2]
    ('2212.09251', 2)
    >>> parse_arxiv("hep-th/9711200").year
    1997
    >>> parse_arxiv("2213.09251") is parse_arxiv("1412.12345") is None  # month 13; five digits before 2015
    True
    """
    text = text.strip().removesuffix(".pdf")
    match = _WHOLE.fullmatch(text)
    return _found(match, text, 0) if match else None


def arxiv_ids(text: str, *, floats: bool = False) -> Iterator[ArxivId]:
    """Find the arXiv ids of a running text that are marked as such; `floats` also those that lost zeros.

    Four digits or five follow from the month, so an id ends where it must when prose with a digit is glued to it.

    >>> [found.id for found in arxiv_ids("arXiv:1806.106392. We investigate; see also arXiv:1402.0362The 2022 task")]
    ['1806.10639', '1402.0362']
    >>> [(found.id, found.completed) for found in arxiv_ids("arXiv:804.1664Musician Maker", floats=True)]
    [('0804.1664', True)]
    """
    for place in _places(text):
        match = _MARKED.match(text, place)
        if match:
            yield _found(match, text, _lead(text, place))
        elif floats and (match := _MARKED_FLOAT.match(text, place)) and (whole := complete(match["month"], match["number"])):
            yield ArxivId(whole, None, _lead(text, place), match.end(), completed=True)


def _places(text: str) -> list[int]:
    """Find where the archive is named."""
    places = []
    for spelling in _SPELLINGS:
        place = text.find(spelling)
        while place >= 0:
            places.append(place)
            place = text.find(spelling, place + len(spelling))
    return sorted(places)


def _lead(text: str, place: int) -> int:
    """Find where an address begins that ends in the name."""
    if text[place - 1 : place] not in ("/", "."):
        return place
    match = _LEADING.search(text, max(0, place - _LONGEST_LEAD), place)
    return match.start() if match else place


def complete(month: str, number: str) -> str | None:
    """Put back the zeros that a spreadsheet took: before the year, behind the number.

    >>> complete("804", "1664"), complete("1808", "0229"), complete("1313", "1")
    ('0804.1664', '1808.02290', None)
    """
    month = month.zfill(4)
    whole = f"{month}.{number.ljust(4 if int(month) < _FIRST_FIVE else 5, '0')}"
    return whole if _ID.fullmatch(whole) else None


def _found(match: re.Match[str], text: str, start: int) -> ArxivId:
    version = match["version"]
    end = match.end()
    if version and text[end : end + 1].isdigit():
        # prose with a digit is glued to it; few papers have ten versions
        version, end = version[0], match.start("version") + 1
    # the archive is written in lower case, its subject class in upper
    archive, slash, number = match["id"].rpartition("/")
    head, dot, subject = archive.lower().partition(".")
    return ArxivId(f"{head}{dot}{subject.upper()}{slash}{number}", int(version) if version else None, start, end)
