"""Blocks: what a record has in common with a duplicate of it, as plain strings, and what is done with a block that is too large.

Everything is a function of one view, so that any engine can run it: group the records by `keys`, compare all pairs of a block that
is no larger than its `cap`, group the records of a larger one by `finer`, and compare the rest with the block's `centre`.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from papercat.dedup.titles import editors_column
from papercat.dedup.view import View

# A key begins with its class. Records of one exact key are likely one paper: the same id, the whole title, an end of the abstract.
# Those of a loose key are so now and then. Measured on eleven labelled sets (tests/bench/dedup_speed.py recall) and on 182,000
# titles of two fields: loose blocks of 10, 15 and 20 give 2.7, 3.4 and 4.1 pairs a record there; of the duplicates of 79,880 records
# on depression 4 are out of reach in each, of those of Cora 42, 40 and 40. Exact ones of 50 and 100 differ in nothing but pairs.
EXACT, LOOSE = "=", "~"
CAPS = {EXACT: 50, LOOSE: 15}
END = 20  # letters of a title's ends
_WORDS = 3  # the longest ones of a title; they are the rarest without a table of how frequent words are
OPENING = 6  # letters that a title begins with, beside its first author
PEOPLE = 3  # authors that stand for all of a list, beside a volume


def keys(view: View) -> tuple[str, ...]:
    """Give the blocks of a record: strings that a duplicate of it is likely to share, each once.

    >>> from papercat.dedup.view import prep
    >>> from papercat.models import Author, Paper
    >>> paper = Paper(title="Sleeper Agents", arxiv="2401.05566", authors=(Author(family="Hubinger", given="Evan"),))
    >>> keys(prep(paper))
    ('=arxiv 2401.05566', '=title sleeperagents', '~words sleeper agents', '~opening hubinger sleepe', '~author hubinger sleeper', \
'~author hubinger agents')
    """
    return (*_exact(view), *_of_title(view), *_of_place(view))


def _exact(view: View) -> list[str]:
    found = [f"=head {view.head}", f"=tail {view.tail}"] if view.head else []
    if view.arxiv:
        found.insert(0, f"=arxiv {view.arxiv}")
    if view.doi:
        found.insert(0, f"=doi {view.doi}")
    return found


def _of_title(view: View) -> list[str]:
    title = view.title
    if not title:
        return []
    letters, words = title.replace(" ", ""), longest(title)
    found = [f"=title {letters}", *[f"~words {one} {other}" for one, other in combinations(words, 2)]]
    if len(letters) >= END:
        found += f"~begin {letters[:END]}", f"~end {letters[-END:]}"
    if view.people:
        first = first_family(view)
        found += f"~opening {first} {letters[:OPENING]}", *[f"~author {first} {word}" for word in words[:2]]
    return found


def longest(title: str) -> list[str]:
    """Give the longest words of a title, each once, those of one length by the alphabet.

    >>> longest("deep learning for learning deep")
    ['learning', 'deep', 'for']
    """
    words = title.split()
    words.sort()
    words.sort(key=len, reverse=True)
    found = words[:_WORDS]
    # a set of all words takes longer than to sort them
    return found if len({*found}) == _WORDS else [*dict.fromkeys(words)][:_WORDS]


def _of_place(view: View) -> list[str]:
    volume, people = view.volume, view.people
    if not volume:
        return []
    found = [f"~page {volume} {view.page} {view.year}"] if view.page else []
    if view.issue and editors_column(view.title) is not None:
        found.append(f"~editor {volume} {view.issue}")
    if people:
        families = sorted([person.partition(":")[0] for person in people.split(";")])[:PEOPLE]
        found.append(f"~people {volume} {' '.join(families)}")
        if view.issue and not view.page:
            # nothing else tells where in the issue; a list may have a name too many, and a record no title
            found += [f"~writer {volume} {view.issue} {family}" for family in dict.fromkeys(families)]
    return found


def first_family(view: View) -> str:
    """Give the family name of the first author, "" if there is none."""
    return view.people.partition(";")[0].partition(":")[0]


def cap(key: str) -> int:
    """Say how many records a block may have, copies counted once, for all its pairs to be compared.

    >>> cap("=doi 10.1109/cbms"), cap("~end inforcementlearning")
    (50, 15)
    """
    return CAPS[key[0]]


def finer(view: View, key: str) -> tuple[str, ...]:
    """Say what tells the records of a crowded block apart, each a smaller block beside the key.

    The year alone does so only beside an exact key.

    >>> from papercat.dedup.view import prep
    >>> from papercat.models import Author, Paper
    >>> view = prep(Paper(title="Editorial", year=1988, volume="12", pages="3-4", authors=(Author(family="Dickson", given="G."),)))
    >>> finer(view, "=title editorial")
    ('year 1988', 'author dickson', 'page 12 3')
    >>> finer(view, "~words editorial")
    ('author dickson', 'page 1988 12 3')
    """
    first, page = first_family(view), f"{view.volume} {view.page}".strip()
    if key[0] == EXACT:
        told = (("year", str(view.year or "")), ("author", first), ("page", page))
        return tuple(f"{what} {value}" for what, value in told if value)
    found = [f"author {first}"] if first else []
    return (*found, f"page {view.year} {page}") if page else tuple(found)


def centre(views: Sequence[View], places: Iterable[int]) -> int:
    """Choose the record that says most, by what it says and not by where it stands."""
    return min(places, key=lambda place: (-sum(map(bool, views[place])), views[place], place))


def pairs(views: Sequence[View], places: Sequence[int], key: str) -> Iterator[tuple[int, int]]:
    """Give the pairs of a block that are compared, some of them twice; linear in the block above its cap.

    The records are given in ascending order, of exact copies one.
    """
    if len(places) <= cap(key):
        yield from combinations(places, 2)
        return
    for smaller in _smaller(views, places, key):
        if len(smaller) <= cap(key):
            yield from combinations(smaller, 2)
        else:
            yield from _star(views, smaller)
    if key[0] == EXACT:
        yield from _star(views, places)


def _smaller(views: Sequence[View], places: Iterable[int], key: str) -> Iterator[list[int]]:
    groups: dict[str, list[int]] = {}
    for place in places:
        for more in finer(views[place], key):
            groups.setdefault(more, []).append(place)
    return (group for group in groups.values() if len(group) > 1)


def _star(views: Sequence[View], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    middle = centre(views, places)
    return ((min(place, middle), max(place, middle)) for place in places if place != middle)
