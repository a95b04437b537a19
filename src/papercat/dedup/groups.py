"""Groups of records that are or may be one paper, with the reasons, for a person to look at."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import inf
from typing import Literal, overload

from papercat.dedup.clusters import Pair, Refusal, in_order
from papercat.dedup.forest import Forest
from papercat.dedup.resolution import Resolution, components
from papercat.dedup.score import MAYBE_BITS, SAME_BITS, match, probability
from papercat.dedup.waterfall import percent, told_pairs, told_verdict, waterfall, where
from papercat.dedup.weights import Level
from papercat.models import Paper
from papercat.text.html import table
from papercat.text.phrases import shortened

Verdict = Literal["same", "maybe"]
_SHOWN = 4  # records of a group beside each other, and pairs of it, in a notebook
_LISTED = 20  # groups in a notebook and in a shell
_COMPARED = ("title", "authors", "year", "venue", "volume", "issue", "pages", "doi", "arxiv", "abstract")
_EVEN = 0.5
_CUT = 300  # characters of a cell


@dataclass(frozen=True)
class Group:
    """Records that are one paper, or may be.

    Attributes:
        papers: the records, in the order of the catalog.
        pairs: the comparisons that hold them together, the surest first; `a` and `b` are places in `papers`.
        verdict: "same", or "maybe" where a person should look.
        level: "record" or "work".
        refusals: why sure pairs were not joined, a sentence each.
    """

    papers: tuple[Paper, ...]
    pairs: tuple[Pair, ...]
    verdict: Verdict
    level: Level = "work"
    refusals: tuple[str, ...] = ()

    @property
    def bits(self) -> float:
        """Give the evidence of the weakest pair that is needed to hold the group together."""
        return weakest(self.pairs)

    @property
    def probability(self) -> float:
        """Give the probability that the whole group is one paper, as its weakest link has it.

        It is 1 where a person said so, and even where sure pairs contradict each other.
        """
        return _EVEN if self.refusals else 1.0 if self.bits == inf else probability(self.bits)

    def explain(self) -> str:
        """Tell in a small table, for each pair, which field agreed, how many bits that is, and their sum.

        >>> from papercat.dedup.resolution import resolve
        >>> papers = [Paper(title="Sleeper Agents", arxiv="2401.05566"), Paper(arxiv="2401.05566")]
        >>> group, = find_groups(resolve(papers))
        >>> print(group.explain().splitlines()[0])
        same: 2 records of Sleeper Agents
        """
        head = f"{self.verdict}: {len(self.papers)} records of {_label(self.papers)[:100]}"
        return "\n".join([head, *told_pairs(self.papers, self.pairs, self.level), *self.refusals])

    def __repr__(self) -> str:
        return f"<Group: {self.verdict}, {len(self.papers)} records, probability {percent(self.bits)}: {_label(self.papers)[:60]}>"

    def _repr_html_(self) -> str:
        head = f"{self.verdict}, probability {percent(self.bits)}"
        more = f", the first {_SHOWN} of {len(self.papers):,} records" if len(self.papers) > _SHOWN else ""
        papers = self.papers[:_SHOWN]
        names = ["", *(f"record {number + 1}" for number in range(len(papers)))]
        rows = [(field, *cells) for field in _COMPARED if any(cells := [_cell(paper, field) for paper in papers])]
        sides = table(head + more, names, [*rows, ("where", *map(where, papers))])
        return sides + "".join(self._waterfalls()) + "".join(f"<p>{escape(refusal)}</p>" for refusal in self.refusals)

    def _waterfalls(self) -> Iterator[str]:
        for pair in self.pairs[:_SHOWN]:
            caption = f"record {pair.a + 1} and record {pair.b + 1}: {told_verdict(pair.bits)}"
            rows = waterfall(self.papers[pair.a], self.papers[pair.b], self.level)
            yield table(
                caption,
                ("field", "what agreed", "bits", "sum"),
                [(field, told, f"{bits:+.1f}", f"{sum_:+.1f}") for field, told, bits, sum_ in rows],
            )


class Groups(Sequence[Group]):
    """Groups in the order of their first records, those that are the same before those that may be."""

    def __init__(self, groups: Iterable[Group]) -> None:
        """Take groups."""
        self._groups = tuple(groups)

    def __len__(self) -> int:
        return len(self._groups)

    @overload
    def __getitem__(self, which: int) -> Group: ...
    @overload
    def __getitem__(self, which: slice) -> "Groups": ...
    def __getitem__(self, which: int | slice) -> "Group | Groups":
        """Give the group at a place, or a part of the groups."""
        return Groups(self._groups[which]) if isinstance(which, slice) else self._groups[which]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Groups) and self._groups == other._groups

    def __hash__(self) -> int:
        return hash(self._groups)

    def __repr__(self) -> str:
        same = sum(group.verdict == "same" for group in self)
        return f"<Groups: {same} same, {len(self) - same} maybe>"

    def __str__(self) -> str:
        more = [f"… and {len(self) - _LISTED} more"] if len(self) > _LISTED else []
        return "\n".join([*(repr(group)[1:-1] for group in self[:_LISTED]), *more])

    def _repr_html_(self) -> str:
        more = f", the first {_LISTED} shown" if len(self) > _LISTED else ""
        rows = [(group.verdict, percent(group.bits), str(len(group.papers)), _label(group.papers)) for group in self[:_LISTED]]
        return table(repr(self)[1:-1] + more, ("verdict", "probability", "records", "title"), rows)


def find_groups(resolution: Resolution, *, maybe: bool = True) -> Groups:
    """Give the groups of records that are one paper, then those that may be.

    A group that may be one paper has whole papers in it: the records of each, joined, and the pairs between them that are open.
    """
    of_first = {found.members[0]: found.members for found in resolution.clusters.clusters}
    first_of = {place: first for first, members in of_first.items() for place in members}
    joined = {found.members[0]: found.pairs for found in resolution.clusters.clusters}
    same = [_group(resolution, members, joined[first], "same") for first, members in of_first.items()]
    if not maybe:
        return Groups(same)
    links, refusals = {}, {}
    for pair, refusal in resolution.open():
        link = _ends(pair, first_of)
        links[link] = pair
        if refusal:
            refusals[link] = refusal
    open_ = []
    for group in components(links):
        firsts = sorted({place for link in group for place in (link.a, link.b)})
        members = sorted(place for first in firsts for place in of_first.get(first, (first,)))
        refused = [refusals[link] for link in group if link in refusals]
        against = [Pair(one.one, one.other, _match(resolution, one)) for one in refused]
        inner = [pair for first in firsts for pair in joined.get(first, ())]
        told = tuple(_told(resolution, one) for one in refused)
        open_.append((members, _group(resolution, members, [*(links[link] for link in group), *against, *inner], "maybe", told)))
    return Groups([*same, *(group for _, group in sorted(open_, key=lambda one: one[0]))])


def find_links(resolution: Resolution, ours: int, *, maybe: bool = True, one_to_one: bool = False) -> Groups:
    """Give the pairs between the first so many records and the rest, the surest first; pairs that a person decided are first.

    Records that share a paper in the other catalog are each a pair with it; if `one_to_one`, only the surest of them.
    """
    apart = {(min(pair), max(pair)) for pair in resolution.settled.apart}
    together = [Pair(min(pair), max(pair), inf) for pair in resolution.settled.together]
    decided = {(pair.a, pair.b) for pair in together}
    found = [pair for pair in resolution.pairs if (pair.a, pair.b) not in decided]
    least = MAYBE_BITS if maybe else SAME_BITS
    across = [pair for pair in (*together, *found) if pair.a < ours <= pair.b and pair.bits >= least and (pair.a, pair.b) not in apart]
    ordered = in_order(resolution.views, across)
    across = list(_one_to_one(ordered)) if one_to_one else ordered
    return Groups(_group(resolution, (pair.a, pair.b), [pair], "same" if pair.bits >= SAME_BITS else "maybe") for pair in across)


def _one_to_one(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Leave out each pair of which a record has a partner already; what a person decided stays."""
    partnered: set[int] = set()
    for pair in pairs:
        if pair.bits == inf or partnered.isdisjoint(pair[:2]):
            partnered.update(pair[:2])
            yield pair


def _ends(pair: Pair, first_of: dict[int, int]) -> Pair:
    one, other = sorted((first_of.get(pair.a, pair.a), first_of.get(pair.b, pair.b)))
    return Pair(one, other, pair.bits)


def _group(
    resolution: Resolution, members: Sequence[int], pairs: Iterable[Pair], verdict: Verdict, refusals: tuple[str, ...] = ()
) -> Group:
    place = {member: number for number, member in enumerate(members)}
    local = (pair._replace(a=place[pair.a], b=place[pair.b]) for pair in pairs)
    papers = tuple(resolution.records[member] for member in members)
    return Group(papers, tuple(local), verdict, resolution.same, refusals)


def _match(resolution: Resolution, refusal: Refusal) -> float:
    return match(resolution.views[refusal.one], resolution.views[refusal.other], resolution.same)


def _told(resolution: Resolution, refusal: Refusal) -> str:
    one, other = (
        f"{resolution.records[place].label[:60]!r} ({where(resolution.records[place])})" for place in (refusal.one, refusal.other)
    )
    return f"not joined: {one} and {other} contradict each other"


def weakest(pairs: Iterable[Pair]) -> float:
    """Give the bits of the weakest pair that is needed to hold the records together, the surest pairs taken first.

    >>> weakest([Pair(0, 1, 9.0), Pair(1, 2, 20.0), Pair(0, 2, 3.0)])
    9.0
    """
    forest = Forest()
    return min((pair.bits for pair in sorted(pairs, key=lambda pair: -pair.bits) if forest.join(pair.a, pair.b)), default=inf)


def _label(papers: Sequence[Paper]) -> str:
    titled = [paper for paper in papers if paper.title] or list(papers)
    return titled[0].label


def _cell(paper: Paper, field: str) -> str:
    value = getattr(paper, field)
    text = "; ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")
    return shortened(text, _CUT)
