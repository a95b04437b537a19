"""Clusters: which records end up together, of pairs that are sure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import inf
from typing import NamedTuple

from papercat.dedup.score import SAME_BITS, contradicts
from papercat.dedup.view import View
from papercat.dedup.weights import Level
from papercat.dedup.wording import title_relation
from papercat.models import building

# Different records of a group that are asked whether they contradict a join, first by content. A group of more is one work of many
# forms, of which any contradict each other if some do; with all asked, 10,000 forms of one title would take 5 * 10**7 questions.
_ASKED = 40


class Pair(NamedTuple):
    """Two records by their places, `a` before `b`, and the bits that they are one; what a person decided has infinitely many."""

    a: int
    b: int
    bits: float


class Cluster(NamedTuple):
    """Records that are one paper, by their places in ascending order, and the pairs that joined them, surest first."""

    members: tuple[int, ...]
    pairs: tuple[Pair, ...]


class Refusal(NamedTuple):
    """A sure pair that was not joined, for two members of its groups contradict each other.

    Attributes:
        pair: what would have joined them.
        one: a member of the group of `pair.a`.
        other: a member of the group of `pair.b`.
        decided: whether a person said that the two are different; else their records do.
    """

    pair: Pair
    one: int
    other: int
    decided: bool


class Clusters(NamedTuple):
    """What came of the pairs.

    Attributes:
        clusters: of two records or more, in the order of their first members.
        refused: joins that were refused, surest first.
    """

    clusters: tuple[Cluster, ...]
    refused: tuple[Refusal, ...]


class _Group(NamedTuple):
    """Records that were joined so far: their places, the numbers of the pairs that joined them, and some of what they say."""

    members: set[int]
    joins: list[int]
    faces: dict[View, int]


def cluster(
    views: Sequence[View],
    pairs: Iterable[Pair],
    same: Level = "work",
    *,
    must: Iterable[tuple[int, int]] = (),
    cannot: Iterable[tuple[int, int]] = (),
) -> Clusters:
    """Join sure pairs, surest first; a join of groups of which any two members contradict each other is refused.

    The order of records and pairs does not matter: ties go by what the records say. What a person decided comes first.

    Args:
        views: the records.
        pairs: by places in `views`; those below `SAME_BITS` join nothing.
        same: the level at which records contradict each other.
        must: pairs that are one paper, whatever the records say.
        cannot: pairs that are not, whatever joins them.

    >>> from papercat.dedup.view import prep
    >>> from papercat.models import Paper
    >>> views = [prep(Paper(title="Language Models", arxiv=number)) for number in ("2212.09251", None, "2401.05566")]
    >>> cluster(views, [Pair(0, 1, 20.0), Pair(1, 2, 19.0)]).clusters
    (Cluster(members=(0, 1), pairs=(Pair(a=0, b=1, bits=20.0),)),)
    >>> cluster(views, [Pair(0, 1, 20.0)], cannot=[(0, 1)]).refused
    (Refusal(pair=Pair(a=0, b=1, bits=20.0), one=0, other=1, decided=True),)
    """
    with building():
        apart = _apart(cannot)
        alone, others = _parted([*(Pair(min(one), max(one), inf) for one in must), *pairs], apart)
        ordered = in_order(views, others)
        groups, refused = _joined(views, ordered, same, apart)
        found = [Cluster(tuple(sorted(group.members)), tuple(ordered[join] for join in sorted(group.joins))) for group in groups]
        found += [Cluster(pair[:2], (pair,)) for pair in alone]
        return Clusters(tuple(sorted(found)), tuple(refused))


def _parted(pairs: Iterable[Pair], apart: Mapping[int, object]) -> tuple[list[Pair], list[Pair]]:
    """Part the sure pairs into those of two records that no other pair and no decision is about, and the rest.

    Nothing can speak against the former, which are half of all: they need no groups, and no order.
    """
    sure = {pair for pair in pairs if pair.bits >= SAME_BITS and pair.a != pair.b}
    uses = Counter([place for pair in sure for place in pair[:2]])
    uses.update([*apart])
    alone = [pair for pair in sure if uses[pair.a] == 1 == uses[pair.b]]
    return alone, [*sure.difference(alone)]


def _joined(views: Sequence[View], ordered: Sequence[Pair], same: Level, apart: dict[int, set[int]]) -> tuple[list[_Group], list[Refusal]]:
    groups: dict[int, _Group] = {}
    refused = []
    for number, pair in enumerate(ordered):
        one, other = [groups.get(place) or _Group({place}, [], {views[place]: place}) for place in pair[:2]]
        if one is other:
            continue
        against = _decided(one, other, apart) or (None if pair.bits == inf else _contradiction(views, pair, one, other, same))
        if against:
            refused.append(Refusal(pair, *against))
        else:
            _join(groups, one, other, number)
    different = {id(group): group for group in groups.values()}
    return [group for group in different.values() if len(group.members) > 1], refused


def in_order(views: Sequence[View], pairs: Iterable[Pair]) -> list[Pair]:
    """Sort pairs: the surest first, whatever the order of the records."""

    def order(pair: Pair) -> tuple[float, list[View], int, int]:
        return -pair.bits, sorted((views[pair.a], views[pair.b])), pair.a, pair.b

    return sorted(pairs, key=order)


def _apart(cannot: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    apart: dict[int, set[int]] = {}
    for one, other in cannot:
        apart.setdefault(one, set()).add(other)
        apart.setdefault(other, set()).add(one)
    return apart


def _join(groups: dict[int, _Group], one: _Group, other: _Group, number: int) -> None:
    small, large = (one, other) if len(one.members) <= len(other.members) else (other, one)
    moved = small.members if len(large.members) > 1 else small.members | large.members
    faces = dict(large.faces)
    for view, place in small.faces.items():
        faces[view] = min(place, faces.get(view, place))
    large.faces.clear()
    large.faces.update(faces if len(faces) <= _ASKED else dict(sorted(faces.items())[:_ASKED]))
    large.members.update(small.members)
    large.joins.extend((*small.joins, number))
    groups.update(dict.fromkeys(moved, large))


def _decided(one: _Group, other: _Group, apart: dict[int, set[int]]) -> tuple[int, int, bool] | None:
    """Give two members of which a person said that they are different."""
    if not apart:
        return None
    if len(one.members) <= len(other.members):
        found = [(place, enemy) for place in one.members for enemy in apart.get(place, ()) if enemy in other.members]
    else:
        found = [(enemy, place) for place in other.members for enemy in apart.get(place, ()) if enemy in one.members]
    return (*min(found), True) if found else None


def _contradiction(views: Sequence[View], pair: Pair, one: _Group, other: _Group, same: Level) -> tuple[int, int, bool] | None:
    """Give two members that contradict each other, beside the pair itself: its bits have weighed that.

    A copy of a member is no news to its group.
    """
    if len(one.members) == 1 == len(other.members):
        return None
    ours = [face for face in one.faces.items() if face[0] not in other.faces]
    theirs = [face for face in other.faces.items() if face[0] not in one.faces]
    known = views[pair.a], views[pair.b]
    asked = ((a, b, False) for view, a in ours for face, b in theirs if (view, face) != known and _are_two(view, face, known, same))
    return next(asked, None)


def _are_two(view: View, face: View, known: tuple[View, View], same: Level) -> bool:
    """Tell whether two members contradict each other, but for what differs in their titles as it does in those of the sure pair.

    `discourse parsees` and `discourse par ses` are each a misspelling of one title, and two titles to each other.
    """
    if not contradicts(view, face, same):
        return False
    one, other = known
    if title_relation(view.title, face.title)[0] not in _WORDED or not (_are_spelt_alike(view, one) and _are_spelt_alike(face, other)):
        return True
    title = min(one.title, other.title)  # whichever of the two comes first
    return contradicts(view._replace(title=title), face._replace(title=title), same)


_WORDED = frozenset(("swapped", "other"))  # titles of other numbers, or that deny each other, are two whatever joins them


def _are_spelt_alike(one: View, other: View) -> bool:
    return title_relation(one.title, other.title)[0] in ("equal", "spelling")
