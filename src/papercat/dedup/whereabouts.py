"""Whereabouts: what the year, the journal, the volume, the issue and the pages say, one by one and together.

One part of a place errs easily, two seldom; so a place is weighed as a whole. The weights are counted as in `weights`.
"""

import math
from typing import NamedTuple

from papercat.dedup.people import shared_people
from papercat.dedup.titles import GUEST, editors_column
from papercat.dedup.venues import is_another_venue, of_society, same_venue, venue_type
from papercat.dedup.view import View
from papercat.dedup.weights import Level, Relation, Said, is_column, is_copy, worth


class _Signs(NamedTuple):
    """What each part of a place says: 1 same, -1 other, 0 nothing."""

    venue: int
    volume: int
    issue: int
    page: int


_VENUE_ALONE, _NOWHERE = _Signs(1, 0, 0, 0), _Signs(0, 0, 0, 0)


def _is_shifted(a: View, b: View) -> bool:
    """Tell whether volume and issue stand in the fields of issue and pages."""
    return not a.volume and bool(a.issue) and a.issue == b.volume and a.page == b.issue


def _signs(a: View, b: View) -> _Signs:
    venue = (1 if same_venue(a.venue, b.venue) else -1) if a.venue and b.venue else 0
    if _is_shifted(a, b) or _is_shifted(b, a):
        return _Signs(venue, 1, 0, 0)
    page = 0 if not a.page or not b.page or _is_early(a) or _is_early(b) else 1 if same_page(a, b) else -1
    issue = _sign(a.issue, b.issue)
    if issue < 0 and not _is_other_issue(a, b):
        issue = 0
    return _Signs(venue, _sign(a.volume, b.volume), issue, page)


_LONGEST_ISSUE = 2  # digits; a longer number runs on over the years, or counts the records of an export


def place(a: View, b: View, same: Level, relation: Relation) -> list[Said]:
    """Weigh where and when the papers stand, and what the parts of it say together."""
    signs = _signs(a, b)
    is_named = same == "work" and not is_column(a, b) and bool(a.people and b.people)
    is_loose = is_named and (_is_unplaced(a) or _is_unplaced(b))
    is_vague = is_named and not is_loose and not (a.page and b.page)
    is_one_issue = signs.venue > 0 and signs.volume > 0 and signs.issue > 0
    found = [_vague_years(a, b, signs) if is_vague else _years(a, b, same, is_loose=is_loose, is_here=is_one_issue)]
    is_loose = is_loose or is_vague
    found += _parts(a, b, signs, is_loose=is_loose)
    is_undated = not (a.year and b.year)
    if (relation[0] == "longer" and relation[1] >= _CUT) or (relation[0] == "within" and is_undated and relation[1] <= _A_WORD):
        bits, told = _cut_title(a, b, signs, is_preprint=same == "work" and "preprint" in (a.kind, b.kind))
        found.append(("place", told, bits))
    if signs == _VENUE_ALONE and a.year and a.year == b.year:
        bits, told = _in_one_year(a, b, relation)
        found.append(("place", told, bits))
    if signs == _NOWHERE and relation[0] == "equal" and _is_one_title(a, b):
        found.append(("place", "one long title of one year", 6.0))
    if a == b and a.title and a.people and a.venue:
        found.append(("place", "copies in every field", 6.0))
    if is_one_issue and is_column(a, b) and signs.page >= 0 and relation[0] in ("equal", "spelling", "longer"):
        is_told = (a.people and b.people) or (_is_editors(a.title) and _is_editors(b.title))
        found.append(("place", "the column of one issue", 17.0 if is_told else 8.0))
    elif is_one_issue and not (a.title and b.title) and a.people and b.people:
        found.append(("place", "authors who share one issue", 9.0))
    elif is_one_issue and relation[0] == "equal" and signs.page >= 0 and not (a.people and b.people):
        found.append(("place", "one title in one issue", 4.0))
    elif not is_loose:
        bits, told = _together(a, b, signs, same, relation)
        found.append(("place", told, bits))
    return found


def at_most(a: View, b: View) -> float:
    """Give bits that `place` does not exceed, in a tenth of its time; infinitely many where nothing tells at once.

    It tells where volume or issue are other ones, as those of most pairs are that meet over a column, or on a page of one year.
    """
    if not (a.volume and b.volume) or (a.volume == b.volume and not _is_other_issue(a, b)):
        return math.inf
    most = _MOST if a.page and b.page and same_page(a, b) else _MOST - _MOST_PAGES
    return most + _OTHER_ISSUE if a.title == b.title and is_column(a, b) and not is_copy(a, b) else most


def _is_other_issue(a: View, b: View) -> bool:
    return bool(a.issue and b.issue) and a.issue != b.issue and max(len(a.issue), len(b.issue)) <= _LONGEST_ISSUE


_MOST_PAGES = 11.0  # bits
_MOST = 2.0 + 2.0 + 4.0 + _MOST_PAGES + 6.0  # of year, venue, volume, pages and a title that was cut, in two issues
_OTHER_ISSUE = -24.0


def _parts(a: View, b: View, signs: _Signs, *, is_loose: bool) -> list[Said]:
    """Weigh venue, volume, issue and pages, each by itself."""
    found = []
    if signs.venue > 0:
        found.append(("venue", "same", 2.0))
    elif signs.venue:
        bits = 0.0 if signs.page > 0 else -4.0 if not is_loose else _ANOTHER if _is_another(a, b) else 0.0
        found.append(("venue", "other", bits))
    if signs.volume:
        told = _both(a.volume or a.issue, b.volume or b.issue)
        found.append(("volume", told, 4.0 if signs.volume > 0 else -1.0 if is_loose else -4.0))
    if signs.issue > 0:
        found.append(("issue", a.issue, 3.5 if signs.volume > 0 else 1.0))
    elif signs.issue:
        found.append(("issue", _both(a.issue, b.issue), 0.0 if is_loose else -1.0))
    if signs.page:
        found.append(("pages", _both(a.page, b.page), _pages(a, b, signs, is_loose=is_loose)))
    return found


def _is_another(a: View, b: View) -> bool:
    """Tell whether two venues stand for one paper; what its meeting heard a society prints in its newsletter, in that year."""
    return is_another_venue(a.venue, b.venue) and not (a.year and a.year == b.year and of_society(a.venue, b.venue))


def _in_one_year(a: View, b: View, relation: Relation) -> tuple[float, str]:
    """Weigh titles of one venue and year of which nothing more is known."""
    if relation[0] not in ("equal", "longer"):
        return 0.0, ""
    if not is_column(a, b):
        return (4.0, "one title in one venue and year") if relation[0] == "equal" else (0.0, "")
    if a.people and b.people and GUEST.search(a.title) and GUEST.search(b.title):
        return 9.0, "guests of one venue and year"
    # counted on DBLP and the ACM's library: 5 of 5 are one
    are_several = min(a.people.count(";"), b.people.count(";")) >= _SEVERAL - 1
    if relation[0] == "equal" and are_several and shared_people(*sorted((a.people, b.people)))[0] >= _SEVERAL:
        return 6.0, "several writers of one venue and year"
    return 0.0, ""


_SEVERAL = 3


def _is_one_title(a: View, b: View) -> bool:
    """Tell a long title of one year where one of the records has no authors, and no place of both is known.

    In ten labelled sets 9 pairs are one and 1 is two.
    """
    if bool(a.people) == bool(b.people) or not a.year or a.year != b.year or a.kind or b.kind:
        return False
    return worth(a, b) > _LONG_TITLE and not (a.digest and b.digest)


_LONG_TITLE = 16  # bits


def _is_editors(title: str) -> bool:
    """Tell the editor's own column, of which an issue has one, from an editorial, which others write, too."""
    return editors_column(title) is not None and not title.startswith("editorial")


def _both(one: str, other: str) -> str:
    return one if one == other else f"{one} and {other}"


_ANOTHER = -8.0  # bits, where a meeting and a journal, or two venues of known letters, stand for one paper
_CUT = 5.0  # bits less than an equal title, where one goes on with words of its own
_A_WORD = 10.0  # bits less, where one has a word more within


def _cut_title(a: View, b: View, signs: _Signs, *, is_preprint: bool) -> tuple[float, str]:
    """Weigh a title that goes on with the same authors: in one year it was cut, in another one it is the next paper.

    Counted on nine labelled sets, with two authors or more in common: of one year and no other pages 287 are one and 6 two, of other
    years 2 and 71, and where a year is missing 38 and 14. With a single author, on halves of the sets, 26 and 1 of one year.
    """
    if not a.people or not b.people:
        return 0.0, ""
    is_enough = worth(a, b) > _ENOUGH
    if not a.year or not b.year:
        return _cut_undated(a, b, signs, is_enough=is_enough), "a title that was cut"
    is_alone = ";" not in a.people + b.people
    if not is_alone and (";" not in a.people or ";" not in b.people):
        return 0.0, ""
    if a.year != b.year and not is_preprint:
        return 0.0 if is_alone else -8.0, "a title that goes on in another year"
    if signs.page < 0 or (is_alone and not is_enough):
        return 0.0, ""
    return (4.0 if is_alone else 6.0) if a.year == b.year else 1.5, "a title that was cut"


def _cut_undated(a: View, b: View, signs: _Signs, *, is_enough: bool) -> float:
    """Weigh a title that goes on where a year is missing: long, with all authors in common and no other venue 97 are one and 1 two."""
    if signs.page < 0:
        return 0.0
    shared, few, _ = shared_people(*sorted((a.people, b.people)))
    is_here = signs.venue >= 0 or not is_another_venue(a.venue, b.venue)
    if is_enough and is_here and shared >= _MOST_SHARED * few:
        return 6.0 if few > 1 else 4.0
    return 1.5 if few > 1 else 0.0


_MOST_SHARED = 0.8  # of the authors of the shorter list; the others may be misread
_ENOUGH = 12  # bits of a title, so that one author makes it likely that it was cut


def _pages(a: View, b: View, signs: _Signs, *, is_loose: bool) -> float:
    if signs.page < 0:
        return -1.0 if is_loose else -3.0
    if a.last and a.last == b.last and (signs.volume >= 0 or signs.venue >= 0):
        return _MOST_PAGES
    # one page in two volumes is a coincidence
    return 8.0 if signs.volume >= 0 else 2.0


def _together(a: View, b: View, signs: _Signs, same: Level, relation: Relation) -> tuple[float, str]:
    """Weigh what the parts of a place say together: one of them errs easily, two seldom."""
    venue, volume, issue, page = signs
    if is_copy(a, b):
        return 0.0, ""
    if is_column(a, b) and (volume < 0 or issue < 0):
        return _OTHER_ISSUE, "a column in another issue"
    if page > 0 and venue < 0 and volume < 0:
        return -16.0, "the same pages of another volume elsewhere"
    if page > 0:
        return (-16.0, "another volume and issue") if volume < 0 and issue < 0 and a.last != b.last else (0.0, "")
    if venue < 0 and volume <= 0:
        return _elsewhere(a, b, same)
    if page < 0:
        return _other_pages(a, b, signs, same, relation)
    if issue < 0 and volume:
        return (-16.0, "another volume and issue") if volume < 0 else (-4.0, "another issue")
    return 0.0, ""


def _elsewhere(a: View, b: View, same: Level) -> tuple[float, str]:
    if a.volume or b.volume or a.page or b.page:
        return (-36.0 if same == "record" else -16.0), "published elsewhere"
    is_other = bool(a.year and b.year and a.year != b.year) or is_another_venue(a.venue, b.venue)
    return (-14.0, "another meeting or journal") if is_other else (0.0, "")


def _other_pages(a: View, b: View, signs: _Signs, same: Level, relation: Relation) -> tuple[float, str]:
    venue, volume, issue, _ = signs
    if volume >= 0 and relation[0] in ("spelling", "longer", "within") and relation[1] and a.last and b.last:
        return -25.0, "another title on other pages"
    if a.kind == b.kind == "abstract":
        return (-20.0 if volume > 0 else -36.0), "abstracts on other pages"
    if volume < 0:
        is_surely = venue <= 0 or "abstract" in (a.kind, b.kind) or _is_note_of(a, b) or _is_note_of(b, a)
        return (-36.0 if issue < 0 else -20.0 if is_surely else -6.0), "another volume"
    if volume > 0 and same == "record" and (_is_next(a, b) or _is_next(b, a)):
        return -24.0, "printed one after the other"
    if issue <= 0 and a.year and b.year and a.year != b.year and same == "record" and not _is_number(a.page):
        return -8.0, "another year and other pages"
    if issue < 0:
        return -20.0, "another issue and other pages"
    if not volume and ("abstract" in (a.kind, b.kind) or (a.page[-1].isalpha() and b.page[-1].isalpha())):
        return -30.0, "abstracts on other pages"
    return (-8.0, "another journal and other pages") if venue < 0 else (0.0, "")


def _is_note_of(a: View, b: View) -> bool:
    """Tell the single page of an abstract from the pages of an article. Counted on halves of nine sets: two of two are two papers."""
    return not a.last and _size(b) > _NOTE


def _is_next(a: View, b: View) -> bool:
    """Tell whether one paper begins where the other ends: the parts of a series are printed so."""
    return min(_size(a), _size(b)) > 1 and int(a.last) + 1 == int(b.page)


def _size(view: View) -> int:
    """Count the pages of a paper, 0 where they are not told."""
    return int(view.last) - int(view.page) + 1 if view.page.isdecimal() and view.last.isdecimal() else 0


_NOTE = 4  # pages, at most


def _years(a: View, b: View, same: Level, *, is_loose: bool, is_here: bool) -> Said:
    if not a.year or not b.year:
        return ("year", "", 0.0)
    apart = abs(a.year - b.year)
    told = f"{a.year} and {b.year}" if apart else str(a.year)
    if apart == 0:
        return ("year", told, 2.0)
    if is_loose:
        # a preprint may wait for years
        return ("year", told, -1.0 if apart <= 3 else -6.0 if apart <= 5 else -16.0)
    is_here = is_here or bool(
        a.page and a.page == b.page and (_sign(a.volume, b.volume) > 0 or _sign(a.last, b.last) > 0 or _is_number(a.page))
    )
    if same == "work":
        return ("year", told, -1.0 if apart == 1 else -8.0 if is_here else -10.0)
    return ("year", told, (-1.0 if apart == 1 else -8.0) if is_here else -5.0 if apart == 1 else -36.0)


def _vague_years(a: View, b: View, signs: _Signs) -> Said:
    """Weigh years where one place is without pages: a citation errs by a year, and a journal prints years later what a meeting heard."""
    apart = abs(a.year - b.year) if a.year and b.year else -1
    if apart <= 0:
        return ("year", str(a.year) if not apart else "", 2.0 if not apart else 0.0)
    if a.doi and a.doi == b.doi:
        return ("year", f"{a.year} and {b.year}", -1.0)
    bits = (-2.5, -6.0, -16.0) if signs.venue >= 0 else (-12.0 if _is_extended(a, b) else -3.0, -20.0, -20.0)
    return ("year", f"{a.year} and {b.year}", bits[0 if apart == 1 else 1 if apart <= _YEARS else 2])


_YEARS = 5  # that a citation may err


def _is_extended(a: View, b: View) -> bool:
    """Tell whether one of two other venues is a journal, in which the paper of a meeting is printed again."""
    return (venue_type(a.venue) == "journal") != (venue_type(b.venue) == "journal")


def is_elsewhere(a: View, b: View) -> bool:
    """Tell whether two records give two places that have nothing in common: years apart, in other journals, on other pages."""
    venue, volume, _, page = _signs(a, b)
    if _is_unplaced(a) or _is_unplaced(b):
        return False
    apart = abs(a.year - b.year) if a.year and b.year else 0
    return venue < 0 and volume <= 0 and page <= 0 and apart > (0 if page or _is_extended(a, b) else 1) and a.kind == b.kind


def same_page(a: View, b: View) -> bool:
    """Tell whether the first pages are one, whatever is lost of them: `S108` and `108`, `148-156` and `148156`."""
    one, other = a.page, b.page
    if one == other:
        return True
    if one.isdigit() and other.isdigit():
        is_near = a.last == b.last != "" and abs(int(one) - int(other)) <= _MISTAKEN
        return is_near or one + a.last == other or other + b.last == one
    return (one[0].isdigit() or other[0].isdigit()) and one.lstrip(_LETTERS) == other.lstrip(_LETTERS)


_MISTAKEN = 2  # pages by which a first page is wrong where the last one is right
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _sign(one: str, other: str) -> int:
    return 0 if not one or not other else 1 if one == other else -1


def _is_number(page: str) -> bool:
    """Tell the number of an article, which its updates keep: `cd006828`."""
    return page[:1].isalpha() and len(page) > 5


def _is_early(view: View) -> bool:
    """Tell whether a record is from before the paper had a volume: its pages begin with 1."""
    return view.page == "1" and not view.volume


def _is_unplaced(view: View) -> bool:
    return not (view.page or view.venue) or view.kind == "preprint"
