"""Records resolved: which are one paper, which may be, what was refused, and the papers that come of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from papercat.decisions import Decision
from papercat.dedup.candidates import ALL, Among
from papercat.dedup.clusters import Clusters, Pair, Refusal, cluster, in_order
from papercat.dedup.faces import contradicting
from papercat.dedup.forest import Forest
from papercat.dedup.linkage import Progress, find_pairs
from papercat.dedup.merges import Merge, merge
from papercat.dedup.score import SAME_BITS
from papercat.dedup.settlement import Settled, settle
from papercat.dedup.view import View
from papercat.dedup.weights import Level
from papercat.models import Paper


class Terms(NamedTuple):
    """On what terms records are joined.

    Attributes:
        same: "record" or "work".
        decisions: of a person.
        maybe: whether to join what may be one paper, too.
    """

    same: Level = "work"
    decisions: tuple[Decision, ...] = ()
    maybe: bool = False


_USUAL = Terms()


class Resolution(NamedTuple):
    """What is known of records when they were compared.

    Attributes:
        records: in the order of the catalog.
        views: what was compared of each.
        same: the level.
        pairs: those that are or may be one paper, by places in `records`.
        clusters: what was joined, and what was refused.
        settled: what a person decided.
    """

    records: tuple[Paper, ...]
    views: tuple[View, ...]
    same: Level
    pairs: tuple[Pair, ...]
    clusters: Clusters
    settled: Settled

    def merges(self) -> dict[int, Merge]:
        """Join what is one paper; under the place of its first record."""
        return {found.members[0]: self._merge(found.members, found.pairs) for found in self.clusters.clusters}

    def _merge(self, members: Sequence[int], pairs: Iterable[Pair]) -> Merge:
        place = {member: i for i, member in enumerate(members)}
        local = [pair._replace(a=place[pair.a], b=place[pair.b]) for pair in pairs]
        return merge([self.records[member] for member in members], local, self.same)

    def open(self) -> Iterator[tuple[Pair, Refusal | None]]:
        """Give the pairs that are left to a person, one for each two papers, the surest; with the refusal, if it was refused."""
        cluster_of = {place: found.members[0] for found in self.clusters.clusters for place in found.members}
        decided = {frozenset(cluster_of.get(place, place) for place in pair) for pair in self.settled.apart}
        refusals = {(refusal.pair.a, refusal.pair.b): refusal for refusal in self.clusters.refused}
        best: dict[frozenset[int], Pair] = {}
        for pair in in_order(self.views, self.pairs):
            ends = frozenset(cluster_of.get(place, place) for place in (pair.a, pair.b))
            if len(ends) == 2 and ends not in decided:
                best.setdefault(ends, pair)
        yield from ((pair, refusals.get((pair.a, pair.b))) for pair in best.values())


def resolve(
    records: Sequence[Paper],
    terms: Terms = _USUAL,
    *,
    known: Iterable[Pair] = (),
    among: Among = ALL,
    progress: Progress | None = None,
) -> Resolution:
    """Find the pairs, heed what a person decided, and join.

    Args:
        records: the papers as they were read.
        terms: on which they are joined.
        known: pairs that were found before among the old records.
        among: which pairs are to be found.
        progress: is called with the work done and all work.

    >>> twins = [Paper(arxiv="2212.09251"), Paper(title="Sleeper Agents"), Paper(arxiv="2212.09251", year=2022)]
    >>> [found.members for found in resolve(twins).clusters.clusters]
    [(0, 2)]

    Raises:
        InputError: decisions contradict each other.
    """
    records = tuple(records)
    settled = settle(terms.decisions, records)
    found = find_pairs(records, terms.same, among=among, progress=progress)
    pairs = tuple(sorted((*known, *found.pairs)))
    sure = tuple(pair._replace(bits=max(pair.bits, SAME_BITS)) for pair in pairs) if terms.maybe else pairs
    clusters = _clustered(records, found.views, sure, terms.same, settled)
    return Resolution(records, found.views, terms.same, pairs, clusters, settled)


def _clustered(records: Sequence[Paper], views: Sequence[View], pairs: Sequence[Pair], same: Level, settled: Settled) -> Clusters:
    """Join; what a person decided comes before what an earlier merge kept."""
    together = Forest()
    for one, other in settled.together:
        together.join(one, other)
    against = [pair for pair in contradicting(records, views, pairs, same) if together.root(pair[0]) != together.root(pair[1])]
    clusters = cluster(views, pairs, same, must=settled.together, cannot=[*settled.apart, *against])
    said = {(min(pair), max(pair)) for pair in settled.apart}
    refused = (one._replace(decided=(min(one.one, one.other), max(one.one, one.other)) in said) for one in clusters.refused)
    return clusters._replace(refused=tuple(refused))


def components(pairs: Iterable[Pair]) -> list[list[Pair]]:
    """Part pairs into groups that hang together, in the order of their first pairs.

    >>> components([Pair(0, 1, 9.0), Pair(4, 5, 8.0), Pair(1, 2, 3.0)])
    [[Pair(a=0, b=1, bits=9.0), Pair(a=1, b=2, bits=3.0)], [Pair(a=4, b=5, bits=8.0)]]
    """
    pairs, forest = list(pairs), Forest()
    for pair in pairs:
        forest.join(pair.a, pair.b)
    groups: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups[forest.root(pair.a)].append(pair)
    return list(groups.values())
