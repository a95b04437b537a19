"""The run: from papers to the pairs that are or may be one, on one core or several, with a plan of the work before it begins."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import NamedTuple, TypeAlias

from papercat.dedup.candidates import ALL, Among, Candidates, Cut, Floats, Numbers, Part, Sorter, candidates, copies
from papercat.dedup.clusters import Pair
from papercat.dedup.cores import cores, spread
from papercat.dedup.score import MAYBE_BITS, match, may_be_one
from papercat.dedup.view import View, prep
from papercat.dedup.weights import Level
from papercat.models import Paper, building

Progress: TypeAlias = Callable[[int, int], None]
_CHUNK = 4096  # records that are prepared together
_WORTH_IT = 20_000  # records; below it, about a second, starting a second process gains little
_PLACE = (1 << 32) - 1


class Plan(NamedTuple):
    """The work that finding pairs takes, known before any two records are compared.

    Attributes:
        records: how many there are.
        copies: those that say exactly what an earlier one says; they are joined to it without further comparisons.
        keys: of all records; two that share one are in a block.
        pairs: to be compared, each once.
        cuts: the number of blocks that were too large for all their pairs.
        cut: the largest of them.
    """

    records: int
    copies: int
    keys: int
    pairs: int
    cuts: int
    cut: tuple[Cut, ...]

    def __str__(self) -> str:
        each = max(self.records, 1)
        told = (
            f"{self.records:,} records, {self.copies:,} of them copies: {self.keys / each:.1f} keys and {self.pairs / each:.1f} pairs each"
        )
        if not self.cut:
            return told
        return f"{told}; {self.cuts:,} blocks were cut, the largest {self.cut[0].key[1:]!r} of {self.cut[0].records:,} records"


class Found(NamedTuple):
    """What was found.

    Attributes:
        pairs: that are or may be one paper, in the order of their places.
        plan: what was compared.
        views: of the records, for `cluster`.
    """

    pairs: tuple[Pair, ...]
    plan: Plan
    views: tuple[View, ...]


class _Ready(NamedTuple):
    """Records prepared, and what of them is to be compared."""

    views: tuple[View, ...]
    first: dict[int, int]
    candidates: Candidates

    @property
    def plan(self) -> Plan:
        """Count the work."""
        pairs = sum(map(len, self.candidates.slices))
        return Plan(len(self.views), len(self.first), self.candidates.keys, pairs, self.candidates.cuts, self.candidates.cut)


def plan(records: Sequence[Paper | View], *, among: Among = ALL, processes: int | None = None) -> Plan:
    """Count the pairs that `find_pairs` would compare.

    >>> print(plan([Paper(title="Sleeper Agents"), Paper(title="Sleeper agents: deceptive LLMs")]))
    2 records, 0 of them copies: 4.0 keys and 0.5 pairs each
    """
    with building():
        return _ready(records, among, processes or _fitting(len(records)), _say_nothing).plan


def find_pairs(
    records: Sequence[Paper | View],
    same: Level = "work",
    *,
    among: Among = ALL,
    progress: Progress | None = None,
    processes: int | None = None,
) -> Found:
    """Compare the records that share a key, and give the pairs that are or may be one paper.

    The result does not depend on the order of the records nor on the number of processes. An exact copy stands for all of its kind:
    each is paired with the first one only.

    Args:
        records: papers, or their views where they are at hand.
        same: whether preprint and article are one ("work") or two ("record").
        among: which pairs count, where some records have been compared before.
        progress: is called with the work done and all work, in records, each counted twice.
        processes: that work at once; by default the cores at hand, if there is enough to do; one where no process can be forked safely.

    >>> from papercat.models import Author
    >>> one = Paper(title="Sleeper Agents", authors=(Author(family="Hubinger"),), arxiv="2401.05566")
    >>> found = find_pairs([one, Paper(title="Constitutional AI"), Paper(title="Sleeper agents.", arxiv="2401.05566")])
    >>> [(pair.a, pair.b) for pair in found.pairs], found.plan.pairs
    ([(0, 2)], 1)
    """
    count, processes = len(records), processes or _fitting(len(records))

    def tell(done: int) -> None:
        if progress:
            progress(done, 2 * count)

    with building():
        ready = _ready(records, among, processes, tell)
        pairs = [*_compared(ready, same, processes, lambda share: tell(count + int(share * count))), *_copies_of(ready, same, among)]
    if not among.new:
        pairs += _for_copies(pairs, ready.first)
    tell(2 * count)
    return Found(tuple(sorted(pairs)), ready.plan, ready.views)


def _say_nothing(_: int) -> None:
    return


def _fitting(count: int) -> int:
    return cores() if count >= _WORTH_IT else 1


def _ready(records: Sequence[Paper | View], among: Among, processes: int, tell: Callable[[int], None]) -> _Ready:
    """Prepare the records, take their keys, and bring them together."""
    sorter = Sorter.of(len(records))
    size = max(1, min(_CHUNK, len(records) // (4 * processes)))
    starts = range(0, len(records), size)

    def job(number: int) -> tuple[list[View], list[Part]]:
        start = starts[number]
        views = [one if isinstance(one, View) else prep(one) for one in records[start : start + size]]
        return views, sorter.share(views, start)

    chunks: list[list[View]] = [[]] * len(starts)
    parts = sorter.empty()
    done = 0
    with closing(spread(job, len(starts), processes)) as results:
        for number, (views, shared) in results:
            chunks[number] = views
            for part, more in zip(parts, shared, strict=True):
                part.extend(more)
            done += len(views)
            tell(done)
    ready = tuple(view for chunk in chunks for view in chunk)
    first = copies(ready, among)
    return _Ready(ready, first, candidates(ready, parts, first, among))


def _compared(ready: _Ready, same: Level, processes: int, tell: Callable[[float], None]) -> Iterator[Pair]:
    views, slices = ready.views, ready.candidates.slices

    def job(number: int) -> tuple[Numbers, Floats]:
        found, weights = array("Q"), array("d")
        for pair in slices[number]:
            one, other = views[pair >> 32], views[pair & _PLACE]
            if not may_be_one(one, other):
                continue
            # in the order of what they say, so that the bits are the same to the last digit whichever came first
            bits = match(one, other, same, MAYBE_BITS) if one <= other else match(other, one, same, MAYBE_BITS)
            if bits >= MAYBE_BITS:
                found.append(pair)
                weights.append(bits)
        return found, weights

    total, done = max(1, sum(map(len, slices))), 0
    with closing(spread(job, len(slices), processes)) as results:
        for number, (found, weights) in results:
            yield from (Pair(pair >> 32, pair & _PLACE, bits) for pair, bits in zip(found, weights, strict=True))
            done += len(slices[number])
            tell(done / total)


def _copies_of(ready: _Ready, same: Level, among: Among) -> Iterator[Pair]:
    if not among.new:
        return
    kinds = {place: match(ready.views[place], ready.views[place], same) for place in set(ready.first.values())}
    for place, first in ready.first.items():
        if place >= among.old and kinds[first] >= MAYBE_BITS:
            yield Pair(first, place, kinds[first])


def _for_copies(pairs: Sequence[Pair], first: dict[int, int]) -> list[Pair]:
    """Give each copy the pairs of the first of its kind, where copies are not paired with it."""
    copies: dict[int, list[int]] = {}
    for place, one in first.items():
        copies.setdefault(one, []).append(place)
    return [
        Pair(min(copy, other), max(copy, other), bits)
        for a, b, bits in pairs
        for one, other in ((a, b), (b, a))
        for copy in copies.get(one, ())
    ]
