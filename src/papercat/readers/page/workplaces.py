"""Where people work: alone in a piece, or behind names with a comma, `Jesse Mu, Meg Tong, and Tom Brown, VMware Research; …`."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from papercat.names.lexicon import is_known
from papercat.names.workplaces import placeness
from papercat.readers.page.names import nameness

_ITEM = re.compile(r",\s+")
_AND = re.compile(r"(?:and|&|et|und|y|e)\s")
_INNER_AND = re.compile(r"\s(?:and|&|et|und)\s")
_GROUP = re.compile(r";|(?:&#?\w{1,8};|[^;])+")  # the semicolon of an entity ends none
_ACRONYM = re.compile(r"\s\([A-Z]{2,8}\)\Z")  # behind the name that it is short for
_NO_BRACKETS = str.maketrans("()", "[]")
_MOST_ITEMS = 5  # parts of a place: a laboratory, its institute, a town, a state, a country
_OFTEN = 2  # lists that end a group with the same words
_SHARE = 0.4  # of the groups with several parts end with a place, where that is the habit of a page
_MOST = 0.6  # … and all groups do where so many surely do
_LIKE_NAMES = 0.3  # of `nameness`; two known words, or with letters that are not of English, have 0.35
_SURELY, _PROSE = 1.0, -3.0  # of `placeness`, for a piece that may be anything else: of its beginning, of all of it


def is_workplace(text: str) -> bool:
    """Tell a place of work from the one word that may be a name, from names with their places, and from prose: it begins with the place.

    >>> is_workplace("Emory University, Atlanta, GA"), is_workplace("Mu Li, Emory University"), is_workplace("College")
    (True, False, False)
    >>> is_workplace("Joint Research Centre of the European Commission, particularly focusing on the limitations of the input data.")
    False
    """
    return " " in text.strip() and ";" not in text and placeness(text.partition(",")[0]) >= _SURELY and placeness(text) > _PROSE


def find_workplaces(lists: Iterable[str]) -> frozenset[str]:
    """Find what ends groups of names on a page and is no name, where that is the page's habit; nothing where it is not.

    >>> lists = "Jesse Mu and Meg Tong, Purdue University; Tom Brown, Google", "Ethan Perez, Purdue University", "Yuntao Bai, Google"
    >>> sorted(find_workplaces(lists))
    ['Google', 'Purdue University']
    >>> find_workplaces(["Mu, Jesse; Tong, Meg", "Brown, Tom; Tong, Meg"])
    frozenset()
    >>> find_workplaces(["Akshay Gadre, Fan Yi, Swarun Kumar", "Diana Zhang, Swarun Kumar", "Fan Yi, Swarun Kumar, Anthony Rowe"])
    frozenset()
    """
    groups = [_ITEM.split(group.strip(" .")) for text in lists for group in text.split(";")]
    cut = [(items[:at], ", ".join(items[at:])) for items, at in zip(groups, _cuts(groups), strict=True)]
    people = {item for names, _ in cut for item in names}  # who stands before another name elsewhere is nobody's place
    ends = [(names, end) for names, end in cut if names and _is_natural(names[0]) and _may_be_place(end) and end not in people]
    counts = Counter(end for _, end in {(names[0], end) for names, end in ends})
    places = {
        end
        for names, end in ends
        if _AND.match(names[-1]) or placeness(end) > 0 or (counts[end] >= _OFTEN and (", " in end or not _is_name(end)))
    }
    told = sum(end in places for _, end in ends)
    if told < max(_OFTEN, _SHARE * len(ends)):
        return frozenset()
    return frozenset(end for _, end in ends) if told > _MOST * len(ends) else frozenset(places)


def _cuts(groups: Sequence[Sequence[str]]) -> Iterator[int]:
    """Find before which item of each group its place begins: a place has commas too, behind "and" and its name, or as other groups show.

    >>> groups = [["Jesse Mu and Meg Tong", "INSA Lyon", "CNRS"], ["Fan Yi", "INSA Lyon", "CNRS"], ["Yi Bai", "MIT University", "USA"]]
    >>> list(_cuts([*groups, ["Jesse Mu", "Fan Yi", "MIT University"]]))
    [1, 1, 1, 2]
    """
    tails = Counter(tail for _, tail in {(items[0], tail) for items in groups for _, tail in _tails(items)})
    behind = {", ".join(items[at:]) for items in groups if (at := _behind_and(items)) and len(items) > at >= len(items) - _MOST_ITEMS}
    known = {
        tail
        for tail in behind.union(tail for tail, count in tails.items() if count >= _OFTEN)
        if placeness(tail) > 0
        and (not _is_name(tail.partition(",")[0]) or (tails[tail] >= _OFTEN and (tail in behind or tail.count(",") > 1)))
    }
    for items in groups:
        found = (at for at, tail in _tails(items) if tail in known or placeness(items[at]) > 0)
        yield next(found, len(items) - 1)


def _tails(items: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Give what may be a place with commas, the longest first."""
    for at in range(max(1, len(items) - _MOST_ITEMS), len(items) - 1):
        yield at, ", ".join(items[at:])


def _behind_and(items: Sequence[str]) -> int:
    """Give the number of the item behind the last name of a list that ends with "and" and a name, 0 where none does."""
    return next((at for at, item in enumerate(items, 1) if _AND.match(item) or (_INNER_AND.search(item) and nameness(item) > 0)), 0)


def _may_be_place(item: str) -> bool:
    """Tell what may be a place from the last name of a list, and from what has its place in brackets."""
    bracket = _ACRONYM.search(item)
    return not _AND.match(item) and (placeness(item[: bracket.start()]) > 0 if bracket else not item.endswith(")"))


def _is_natural(item: str) -> bool:
    """Tell a name with its given name first from half an inverted one."""
    return " " in item and nameness(item) > 0


def _is_name(item: str) -> bool:
    return nameness(item) >= _LIKE_NAMES or all(map(is_known, item.split()))


def set_aside(text: str, places: frozenset[str], clean: Callable[[str], str] = str) -> str:
    """Put the places of a list in brackets, as other pages have them.

    Args:
        text: the list.
        places: clean, what ends its groups and is no name.
        clean: makes a part of the list so.

    >>> set_aside("Jesse Mu and Meg Tong, Purdue University; Tom Brown, Google", frozenset({"Purdue University", "Google"}))
    'Jesse Mu and Meg Tong (Purdue University); Tom Brown (Google)'
    """
    return "".join(_with_bracket(group, places, clean) for group in _GROUP.findall(text)) if places else text


def _with_bracket(group: str, places: frozenset[str], clean: Callable[[str], str]) -> str:
    bare = group.rstrip(" .")
    for comma in list(_ITEM.finditer(bare))[-_MOST_ITEMS:]:
        place = bare[comma.end() :]
        if ", ".join(_ITEM.split(clean(place))) in places:
            return f"{bare[: comma.start()]} ({place.translate(_NO_BRACKETS)})"
    return group
