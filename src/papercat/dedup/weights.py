"""How much each field says, in bits, that two records are one paper.

m is how often a field agrees of one paper, u how often of two that share a block; the weight is log2(m / u) where it agrees and
log2((1 - m) / (1 - u)) where it does not. They were counted on pairs of equal titles in five
labelled sets (stroke, respiratory, diabetes, neuroimaging, digital_work: 5,800 of one paper, 300 of two), rounded, and looked at again on
depression, haematology, misq, cora and fuzzycat, where some were moved:

| of pairs with one title | one paper | two | bits |
|---|---|---|---|
| first page equal | 99 % | 1 % | 8, with the last page 11 |
| volume equal | 98 % | 8 % | 4 |
| year two or more apart | 0.04 % | 25 % | -34 with nothing else for it |
| venue and volume both other | 0.1 % | 80 % | -40 |
| no author in common | 0.2 % | 10 % | -24; -14 on one page, -34 on others |
"""

import re
from string import ascii_lowercase
from typing import Literal, TypeAlias

from papercat.dedup.around import behind_names, is_before_venue
from papercat.dedup.people import shared_people
from papercat.dedup.titles import editors_column, information
from papercat.dedup.venues import is_another_venue, same_venue
from papercat.dedup.view import View
from papercat.dedup.wording import NEAR_SLIP, title_relation

Level: TypeAlias = Literal["record", "work"]
Relation: TypeAlias = tuple[str, float, str]
Said: TypeAlias = tuple[str, str, float]  # `Evidence` without its names, which take ten times as long to make

_COLUMN = 5  # bits; a title that is worth no more stands over something new in every issue
_NEVER = -60.0  # no other evidence outweighs it
MOST_PEOPLE = 18.0
# Bits more: who write a paper together give the next one another title; of a work, which may stand in several places, more so: of the
# half of Cora that weights are set on, 108 of 111 pairs from 4 to 7 bits were one, where .98 and less was told.
_SAME_TITLE: dict[Level, float] = {"record": 2.0, "work": 4.0}
_WHOLE = 12  # bits; a title that is worth more tells a paper
_THIN = 9  # bits; a single author gives a title that is worth no more to several papers
# Bits less where one has a single author and the other more: a list that was cut, or another paper. Under one title of more than 12 bits,
# of one year, it was cut: 113 pairs and 7 in nine labelled sets and the ACL Anthology; of the next year 0 and 21.
_ALONE = 3.0


def relate(a: View, b: View) -> Relation:
    """Say how the titles stand to each other; "" where one has none."""
    if not a.title or not b.title:
        return "", 0.0, ""
    relation = title_relation(a.title, b.title)
    if relation[0] in OTHER_TITLES:
        return _columns(a, b) or _without_around(a, b, relation)
    return _without_around(a, b, relation) if relation[0] in ("longer", "within") and relation[1] > _HEADED else relation


def _without_around(a: View, b: View, relation: Relation) -> Relation:
    """Say how two titles stand to each other without what stands around one of them."""
    if is_before_venue(a, b) or is_before_venue(b, a):
        return "longer", 1.0, relation[2]
    one, other = behind_names(a, b)
    if not one:
        return relation
    name, cost, words = title_relation(one, other)
    return name, cost if name in OTHER_TITLES else cost + 1.0, words


# Bits more for a word that is not written alike, and less for one that is, of three authors or more: of pairs in ten labelled sets, of one
# venue and any year, 8 of 8 are one paper; of two authors 2 of 7, of words that are not alike 14 of 37.
_ANOTHER_WORD = 4.0
_TEAM = 3


def is_slip(a: View, b: View, relation: Relation) -> bool:
    """Tell whether a word of a title was mistaken: the same authors have one such title in one venue and year, on no two pages.

    Counted where a word of many is another one, which is written much like it: 8 of 8 pairs are one paper in nine labelled sets, and of
    102,797 papers of the ACL Anthology two pairs are like that, one of which is one paper in two volumes; with any other word 14 of 14,
    and 18.
    """
    if relation[0] != "swapped" or not relation[1] or a.kind or b.kind or is_column(a, b):
        return False
    if not (a.year and b.year):
        return relation[1] < NEAR_SLIP + _HEADED and _is_undated_slip(a, b)
    return _is_one_year(a, b) and _are_the_same(a, b)


def _is_undated_slip(a: View, b: View) -> bool:
    """Tell whether a word of a long title was mistaken in a citation without a year: the same authors, nothing of a place apart."""
    if worth(a, b) <= _WHOLE or not _is_nowhere_apart(a, b) or ";" not in a.people or ";" not in b.people:
        return False
    return _are_the_same(a, b)


def _is_nowhere_apart(a: View, b: View) -> bool:
    """Tell whether nothing of the places of two records tells them apart."""
    if a.venue and b.venue and is_another_venue(a.venue, b.venue):
        return False
    return not (_differ(a.volume, b.volume) or _differ(a.issue, b.issue) or (a.page and b.page) or (a.digest and b.digest))


def _columns(a: View, b: View) -> Relation | None:
    """Say how two names of the editor's column of one issue stand to each other, if one of the titles says nothing more."""
    if not (a.volume and a.volume == b.volume and a.issue and a.issue == b.issue):
        return None
    ours, theirs = editors_column(a.title), editors_column(b.title)
    if ours is None or theirs is None or (ours and theirs):
        return None
    return ("longer", 1.0, ours or theirs) if ours or theirs else ("equal", 0.0, "as names of the editor's column")


def worth(a: View, b: View) -> int:
    """Say how many bits it is worth that two records have one title, by the one that says less."""
    return min(information(a.title), information(b.title))


OTHER_TITLES = {
    "numbers": (-24.0, "other numbers"),
    "negation": (-24.0, "one denies what the other says"),
    "swapped": (-20.0, "other words"),
    "other": (-16.0, "other titles"),
}
_TOLD = {"equal": "equal", "spelling": "equal but for spelling", "longer": "one goes on", "within": "one has more words"}


def title(a: View, b: View, relation: Relation) -> Said:
    """Weigh the titles: the worth of the shorter one less what differs."""
    name, cost, words = relation
    if not name:
        return ("title", "", 0.0)
    words = f": {words}" if words.strip(" /") else ""
    if name not in OTHER_TITLES:
        # of one title without its blanks the other form tells what it is worth
        worths = information(a.title), information(b.title)
        worth_of = max(worths) if name == "equal" and a.title != b.title else min(worths)
        return ("title", _TOLD[name] + words, max(worth_of - cost, -8.0))
    bits, told = OTHER_TITLES[name]
    if a.digest and a.digest == b.digest:
        return ("title", f"{told} over one abstract{words}", -20.0 if name == "other" else -14.0)
    if _is_translated(a, b):
        # two short papers on one page have no last page
        return ("title", f"{told} on the same pages{words}", _translated(a, b))
    if a.doi and a.doi == b.doi and a.page and a.page == b.page:
        return ("title", f"{told} under one DOI{words}", -8.0)
    if a.doi and a.doi == b.doi and ";" in a.people and ";" in b.people and not (a.page and b.page) and name == "other":
        shared, few, _ = shared_people(*sorted((a.people, b.people)))
        return ("title", f"{told} under one DOI{words}", -12.0 if shared >= few else bits)
    if name == "swapped" and cost and _is_one_issue(a, b):
        return ("title", f"another word in one issue{words}", worth(a, b) - cost)
    if is_slip(a, b, relation):
        is_near = cost < NEAR_SLIP + _HEADED
        more = _ANOTHER_WORD if not is_near else -_ANOTHER_WORD if min(a.people.count(";"), b.people.count(";")) >= _TEAM - 1 else 0.0
        return ("title", f"another word in one venue and year{words}", worth(a, b) - cost - more)
    return ("title", told + words, bits)


def _is_one_issue(a: View, b: View) -> bool:
    """Tell whether two records give one issue of a journal, and no pages or abstracts to tell them apart."""
    is_here = a.volume and a.volume == b.volume and a.issue and a.issue == b.issue and a.venue and same_venue(a.venue, b.venue)
    return bool(is_here) and not (a.page and b.page) and not (a.digest and b.digest) and not (a.kind or b.kind)


def _is_translated(a: View, b: View) -> bool:
    """Tell whether two titles may be one in two languages: they stand on the same pages, and no abstract says otherwise."""
    if not (a.page and a.page == b.page) or (a.year and b.year and abs(a.year - b.year) > 1):
        return False
    if not (a.volume and a.volume == b.volume):
        is_meeting = not (a.volume or b.volume) and a.year == b.year and a.venue and same_venue(a.venue, b.venue)
        return bool(is_meeting) and _is_filled(a, b) and not (a.digest and b.digest)
    is_long = a.last == b.last and a.page.isdigit() and a.last.isdigit() and int(a.last) - int(a.page) >= _LONG
    return is_long or not (a.digest or b.digest)


def _translated(a: View, b: View) -> float:
    if not a.last or a.last != b.last:
        return -12.0
    return -1.0 if _is_filled(a, b) and a.people and b.people and same_venue(a.venue, b.venue) else -8.0


def _is_filled(a: View, b: View) -> bool:
    return a.last == b.last and a.page.isdigit() and a.last.isdigit() and int(a.last) - int(a.page) >= _SHORT


_SHORT = 4  # pages; of what fills as many no other paper of the same authors begins and ends on them
_LONG = 10  # pages; abstracts and letters are shorter, and no two papers fill the same ten
_ALIKE_KINDS = frozenset(("", "abstract", "preprint", "editorial", "book", "volume"))


def kinds(a: View, b: View, same: Level) -> Said:
    """Weigh what the records are: an erratum is not the article, a supplement not another one."""
    told = f"{a.kind or 'article'} and {b.kind or 'article'}"
    if a.kind == b.kind:
        is_other = a.kind == "supplement" and a.doi and b.doi and a.doi != b.doi and not is_version(a.doi, b.doi)
        return ("kind", "two supplements", -40.0) if is_other else ("kind", "", 0.0)
    if same == "work" and a.doi and (a.doi == b.doi or is_version(a.doi, b.doi)):
        return ("kind", told, 0.0)
    if {a.kind, b.kind} == _REVIEW and not _differ(a.doi, b.doi) and _is_one_year(a, b) and _are_the_same(a, b):
        return ("kind", "review, and perhaps review", 0.0)  # who reviews a book has not written it
    if {a.kind, b.kind} <= _ALIKE_KINDS:
        if {a.kind, b.kind} == {"abstract", "preprint"} and (_is_note(a) or _is_note(b)):
            return ("kind", told, -24.0)  # a server keeps what becomes an article
        is_other = "abstract" in (a.kind, b.kind) and (_differ(a.volume, b.volume) or _differ(a.page, b.page) or a.year != b.year)
        return ("kind", told, -16.0 if is_other and not is_copy(a, b) else 0.0)
    return ("kind", told, -4.0 if a.page and a.page == b.page and a.volume == b.volume else -40.0)


_REVIEW = frozenset(("review", ""))


def _are_the_same(a: View, b: View) -> bool:
    """Tell whether all authors of the shorter list are in the other one."""
    if not a.people or not b.people:
        return False
    shared, few, _ = shared_people(*sorted((a.people, b.people)))
    return shared >= few


def _is_note(view: View) -> bool:
    """Tell an abstract on a page or two from an article that stands in a supplement."""
    first, last = (page.strip(ascii_lowercase) for page in (view.page, view.last))
    return view.kind == "abstract" and bool(first) and (not last or int(last) - int(first) < _FEW_PAGES)


_FEW_PAGES = 2
_LIKE = frozenset(("equal", "spelling", "longer"))


def _is_around(a: View, b: View, relation: Relation) -> bool:
    """Tell whether a title has only what stands around it beside the other one; under a head the next year's paper may stand."""
    return relation[0] == "longer" and relation[1] <= _AROUND and (not (a.year and b.year) or a.year == b.year)


_SOME = 2.0  # bits
_AROUND = 2.0  # bits less for where a paper appeared, behind its title; what else a title goes on with costs more
_LONG_TITLE = 16  # bits; of 102,797 papers of the ACL Anthology 15 pairs with such a title have one venue and year, and no author in common
_HEADED = 3.0  # bits less for a head before a title or what a program glued to it; what says more costs 7


def people(a: View, b: View, same: Level, relation: Relation) -> Said:
    """Weigh the authors as sets of people."""
    if not a.people or not b.people:
        return ("authors", "", 0.0)
    shared, few, bits = shared_people(*sorted((a.people, b.people)))
    told = f"{shared:g} of {few} in common"
    if shared >= few / 2:
        is_alone = few == 1 and a.people.count(";") != b.people.count(";")
        is_title = relation[0] == "equal" or relation[:2] == ("spelling", 0.0) or _is_around(a, b, relation)
        alone = 0.0 if not is_alone or (is_title and worth(a, b) > _WHOLE and a.year in (0, b.year or a.year)) else _ALONE
        is_told = shared > 1 or (";" not in a.people + b.people and worth(a, b) > _THIN)
        more = _SAME_TITLE[same] if is_title and is_told and not (a.digest and b.digest) else 0.0
        return ("authors", told, min(bits * shared / few + more, MOST_PEOPLE) - alone)
    if shared > few / 5:
        # of pairs with one title 9 are one paper and 4 two, two of these with a short title
        is_told = relation[0] in _LIKE and relation[1] <= _HEADED and worth(a, b) > _WHOLE
        return ("authors", told, bits * shared / few + _SOME if is_told else 0.0)
    if relation[0] == "equal" and a.doi and a.doi == b.doi:
        return ("authors", told, -8.0)
    if relation[0] in _LIKE and relation[1] <= _HEADED and _is_one_issue(a, b) and worth(a, b) > _WHOLE:
        return ("authors", told, -6.0)  # no issue has one title twice: a list was read wrongly
    if relation[0] == "equal" and worth(a, b) > _LONG_TITLE and _is_one_year(a, b):
        return ("authors", told, -6.0)  # nor has a venue a long one twice in a year
    return ("authors", told, -14.0 if a.page and a.page == b.page else -34.0 if a.page and b.page else -24.0)


def _is_one_year(a: View, b: View) -> bool:
    """Tell whether two records give one venue and year, and nothing of a place to tell them apart."""
    is_here = a.year and a.year == b.year and a.venue and b.venue and same_venue(a.venue, b.venue)
    return bool(is_here) and _is_nowhere_apart(a, b)


def abstracts(a: View, b: View) -> Said:
    """Weigh the abstracts: all of them, or their first and last letters."""
    if not a.digest or not b.digest:
        return ("abstract", "", 0.0)
    if a.digest == b.digest:
        # as with a DOI: what says nothing else is of whichever the other one is
        return ("abstract", "equal", 26.0) if a.title and b.title else ("abstract", "equal, and one has no title", 36.0)
    begin, end = a.head == b.head, a.tail == b.tail
    if begin and end:
        return ("abstract", "begin and end alike", 20.0)
    if begin:
        return ("abstract", "begin alike", 12.0)
    return ("abstract", "end alike", 4.0) if end else ("abstract", "different", -3.0)


def ids(a: View, b: View, same: Level) -> list[Said]:
    """Weigh arXiv ids and DOIs: a paper has one arXiv id; one DOI may stand on many abstracts, and a paper may have two."""
    found = []
    if a.arxiv and b.arxiv:
        found.append(("arxiv", "same id", 36.0) if a.arxiv == b.arxiv else ("arxiv", f"{a.arxiv} and {b.arxiv}", _NEVER))
    if a.doi and b.doi:
        found.append(_dois(a, b, same))
    return found


def _dois(a: View, b: View, same: Level) -> Said:
    if a.doi == b.doi:
        # fifty abstracts may stand under one DOI; a record that says nothing else is of whichever the other one is
        return ("doi", "same", 12.0) if _is_told(a) and _is_told(b) else ("doi", "same, and all that one says", 36.0)
    if same == "work" and is_version(a.doi, b.doi):
        return ("doi", "one is a version or part of the other", 10.0)
    if is_column(a, b) and a.page != b.page:
        return ("doi", "other, under the title of a column", -16.0)
    return ("doi", "other", -4.0 if same == "record" or not a.people or not b.people else -1.0)


def _is_told(view: View) -> bool:
    """Tell whether a record says what tells it from another one under its DOI."""
    return bool(view.title or view.people or view.digest or view.page)


def is_version(one: str, other: str) -> bool:
    """Tell whether one DOI is the other one with a version or a part behind it, or two are versions of one.

    >>> is_version("10.6084/m9.figshare.12299333", "10.6084/m9.figshare.12299333.v1")
    True
    >>> is_version("10.1002/14651858.cd006828.pub2", "10.1002/14651858.cd006828.pub3")
    True
    """
    short, long = sorted((one, other), key=len)
    rest = long[len(short) :]
    if short and long.startswith(short) and (rest[:1] in (".", "/", "v") or (len(rest) == 1 and rest.isalpha())):
        return True
    bare = _VERSION.sub("", one)
    return bare != one and bare == _VERSION.sub("", other)


# As Cochrane, figshare and the servers of preprints number the versions of a record.
_VERSION = re.compile(r"(?:[./]?v|\.pub)\d{1,2}$")


def _differ(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def is_copy(a: View, b: View) -> bool:
    """Tell whether one DOI stands on one abstract: then only the places are badly written."""
    return bool(a.doi and a.doi == b.doi and a.digest and a.digest == b.digest)


def is_column(a: View, b: View) -> bool:
    """Tell whether the title of one record stands over something new in every issue."""
    return bool(a.title and b.title) and worth(a, b) <= _COLUMN
