"""Where a paper stands: the journal or book, volume, issue and first page, out of fields as messy as people have them."""

import re
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from papercat.models import Paper
from papercat.text.fold import fold
from papercat.text.months import MONTHS

_MONTHS = {month: str(number) for number, month in enumerate(MONTHS, 1)}
# A spreadsheet read 6-10 as a date.
_DATED = re.compile(r"^(?:0?(\d{1,2})-([a-z]{3})|([a-z]{3})-0?(\d{1,2}))$")
_PAGE = re.compile(r"(?<![a-z0-9])([a-z]{0,4}?)[ .]?0*(\d{1,9})([a-z]?)(?![a-z])")
_NUMBER = re.compile(r"\d+")
_ROMAN = re.compile(r"^(?=[ivxlc])(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$")
# A whole source line in the field of the journal, as Ovid writes it: `Brain Research.85 (1-2) ()(pp 68-74) 2011.Date of Publication: 2011.`
_SOURCE = re.compile(r"^(.*?)[. ](\d+)(?: [A-Za-z][^(]{0,40}?)?\s*(?:\(([^)]*)\))?[ ()]*\(pp\.? ([^)]*)\)")
_LONGEST = 400  # characters
_MEETING = re.compile(r"[.)]\s*Conference\b")  # Embase: `Pediatric Nephrology.Conference: 44th Annual Scientific Meeting`
_AFTER = re.compile(r"(?:[=:;(/\[]| [-–—] |\.\s*Conference|\.\d|, (?:vol|pp|pages|no|\d)).*$", re.IGNORECASE | re.DOTALL)
# Where a name was cut, as search engines do; the sign was cut from its ampersand in some sets of records.
_ELLIPSIS = re.compile(r"(?:…|\.\.\.|& ?hellip ?;)[\s,.;()]*")
CUT = "hellip"  # stands for the sign in a folded name
_NAMED_PROCEEDINGS = re.compile(r"^[^:]*: *proc", re.IGNORECASE)  # `Machine Learning: Proceedings of the Twelfth Conference`, no journal


class Place(NamedTuple):
    """Where a paper stands; "" is not known. `note` is what is said beside the numbers."""

    venue: str
    volume: str
    issue: str
    page: str
    last: str
    note: str


def place_of(paper: Paper) -> Place:
    """Read where a paper stands.

    >>> place_of(Paper(venue="Brain Research Bulletin.85 (1-2) ()(pp 68-74) 2011.Date of Publication: 2011.", issue="01-Feb"))
    Place(venue='brain research bulletin', volume='85', issue='1', page='68', last='74', note='85 01-Feb')
    >>> place_of(Paper(venue="Blood", volume="111 (4 MeetingAbstract)", pages="06-Oct"))[1:5]
    ('111', '4', '6', '10')
    """
    venue, volume, issue, pages = (paper.venue or "")[:_LONGEST], paper.volume or "", paper.issue or "", paper.pages or ""
    if "(pp" in venue:
        found = _SOURCE.match(venue)
        if found:
            venue = found[1]
            volume, issue, pages = volume or found[2], issue or found[3] or "", pages or found[4]
    if issue.startswith("pp ") and (not pages or pages == str(paper.year)):
        issue, pages = "", issue[3:]
    note = f"{volume} {issue}"
    if "(" in volume:
        volume, _, rest = volume.partition("(")
        issue = issue or rest
    elif ")" in volume:
        volume = ""
    if "Conference" in (paper.venue or "") and _MEETING.search(paper.venue or ""):
        note += " conference"
    first, last = pages_of(pages)
    if volume == str(paper.year):
        volume = ""  # nobody knew it
    name = venue_words(venue)
    if name.isdigit():  # a field too far: `5, (1990.) 2, 197-227`
        name, volume, issue = "", name, issue or volume
    # the same few numbers stand on a million records
    return Place(name, intern(_number(volume)), intern(_issue(issue)), intern(first), intern(last), note)


@lru_cache(maxsize=65_536)
def venue_words(venue: str) -> str:
    """Give the words of a journal's name, without what follows it."""
    if not venue:
        return ""
    if "…" in venue or "..." in venue or "hellip" in venue:
        venue = _ELLIPSIS.sub(f" {CUT} ", venue).strip()
        venue = venue.removeprefix(CUT)
    name = _AFTER.sub(" proceedings" if _NAMED_PROCEEDINGS.search(venue) else "", venue)
    return fold(name.replace("&", " and ").replace(".", " "))


def _number(text: str) -> str:
    if text.isdigit():
        return text.lstrip("0")
    found = _NUMBER.search(text)
    if found:
        return found[0].lstrip("0")
    word = text.strip(" .").lower()
    return str(_roman(word)) if word and _ROMAN.match(word) else ""


def _roman(word: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[letter] for letter in word]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))


@lru_cache(maxsize=4096)
def _issue(text: str) -> str:
    if not text:
        return ""
    dated = _DATED.match(text.lower())
    if dated and (dated[2] or dated[3]) in _MONTHS:
        return str(int(dated[1])) if dated[1] else _MONTHS[dated[3]]
    return _number(text)


_GLUED_SIZES, _GLUED_APART = (6, 8), 100  # digits, pages


def pages_of(text: str) -> tuple[str, str]:
    """Give the first page, with its letter, and the last one, "" where it is the same or not told."""
    if not text:
        return "", ""
    first, _, last = text.partition("-" if text.isascii() else "–")
    if len(text) < _PLAIN and first.isascii() and first.isdigit() and last.isascii() and last.isdigit():
        return _first_and_last("", first.lstrip("0") or "0", "", last.lstrip("0") or "0")
    low = text.lower()
    dated = _DATED.match(low)
    if dated and (dated[2] or dated[3]) in _MONTHS:
        return (str(int(dated[1])), _MONTHS[dated[2]]) if dated[1] else (_MONTHS[dated[3]], str(int(dated[4])))
    if "p" in low:
        low = low.replace("pages", "").replace("pp", "")
    found = _PAGE.findall(low)[:2]
    if not found:
        return "", ""
    letter, first, suffix = found[0]
    return _first_and_last(letter, first, suffix, found[1][1] if len(found) > 1 else "")


_PLAIN = 11  # characters of two numbers with a hyphen, as most pages are


def _first_and_last(letter: str, first: str, suffix: str, last: str) -> tuple[str, str]:
    if not (last or letter) and len(first) in _GLUED_SIZES:
        half = len(first) // 2
        if 0 < int(first[half:]) - int(first[:half]) < _GLUED_APART:
            first, last = first[:half], first[half:]  # 382391: the dash between them was lost
    if len(last) < len(first):
        last = last and first[: len(first) - len(last)] + last
    return letter + first + suffix, letter + last if last not in ("", first) else ""
