"""Where people work: alone in a piece, or behind names with a comma, `Jesse Mu, Meg Tong, and Tom Brown, VMware Research; …`."""

import re
from collections import Counter
from collections.abc import Iterable

from papercat.names.lexicon import is_known
from papercat.names.workplaces import placeness
from papercat.readers.page.names import nameness

_ITEM = re.compile(r",\s+")
_AND = re.compile(r"(?:and|&|et|und|y|e)\s")
_OFTEN = 2  # lists that end a group with the same words
_SHARE = 0.4  # of the groups with several parts end with a place, where that is the habit of a page
_MOST = 0.6  # … and all groups do where so many surely do
_LIKE_NAMES = 0.5  # of `nameness`
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
    people = {item for items in groups for item in items[:-1]}  # who stands before another name elsewhere is nobody's place
    ends = [(items, items[-1]) for items in groups if len(items) > 1 and _is_natural(items[0]) and _may_be_place(items[-1])]
    ends = [(items, end) for items, end in ends if end not in people]
    counts = Counter(end for _, end in {(items[0], items[-1]) for items, _ in ends})
    places = {end for items, end in ends if _AND.match(items[-2]) or placeness(end) > 0 or (counts[end] >= _OFTEN and not _is_name(end))}
    told = sum(end in places for _, end in ends)
    if told < max(_OFTEN, _SHARE * len(ends)):
        return frozenset()
    return frozenset(end for _, end in ends) if told > _MOST * len(ends) else frozenset(places)


def _may_be_place(item: str) -> bool:
    """Tell what may be a place from the last name of a list, and from what has its place in brackets."""
    return not item.endswith(")") and not _AND.match(item)


def _is_natural(item: str) -> bool:
    """Tell a name with its given name first from half an inverted one."""
    return " " in item and nameness(item) > 0


def _is_name(item: str) -> bool:
    return nameness(item) >= _LIKE_NAMES or all(map(is_known, item.split()))


def set_aside(text: str, places: frozenset[str]) -> str:
    """Put the places of a list in brackets, as other pages have them.

    >>> set_aside("Jesse Mu and Meg Tong, Purdue University; Tom Brown, Google", frozenset({"Purdue University", "Google"}))
    'Jesse Mu and Meg Tong (Purdue University); Tom Brown (Google)'
    """
    if not places:
        return text
    groups = []
    for group in text.split(";"):
        head, comma, last = group.rstrip(" .").rpartition(", ")
        groups.append(f"{head} ({last})" if comma and last in places else group)
    return ";".join(groups)
