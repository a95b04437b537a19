"""Joining the records of one paper."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Self

from papercat.catalog.holding import Holding
from papercat.dedup import SAME_BITS, Merge, cluster, find_pairs, merge
from papercat.models import Issue, Paper
from papercat.text.fold import fold


class Linkage(Holding):
    """Joining; a part of `Catalog`."""

    def dedup(self) -> Self:
        """Join the records of one paper; `merges` says which, and why, and what is not sure is an issue.

        Ids decide, else title or abstract that are nearly the same, if the authors agree. A value that loses is kept in
        `Paper.variants`. Order does not matter, and doing it twice changes nothing.
        """
        merged = self._dedup_once()
        # what was joined knows more than its parts, which may settle what was open
        return merged if len(merged) == len(self) else merged.dedup()

    def _dedup_once(self) -> Self:
        pairs = find_pairs(self.papers)
        clusters = {found.members[0]: found for found in cluster(self.papers, pairs)}
        gone = {place for found in clusters.values() for place in found.members[1:]}
        merges = {first: self._merge(found.members, found.pairs) for first, found in clusters.items()}
        together = {place: first for first, found in clusters.items() for place in found.members}
        apart = [pair for pair in pairs if together.get(pair.a, -1) != together.get(pair.b, -2)]
        issues = [*self.issues, *(issue for one in merges.values() for issue in _conflicts(one))]
        # a sure pair that others forbid is told when it is refused; what stays open, in the end
        told = [pair for pair in apart if pair.bits >= SAME_BITS or not clusters]
        issues += (_maybe(self.papers[pair.a], self.papers[pair.b], pair.bits) for pair in told)
        papers = (merges[i].paper if i in merges else paper for i, paper in enumerate(self.papers) if i not in gone)
        return type(self)(papers, issues=dict.fromkeys(issues), inputs=self.inputs, merges=(*self.merges, *merges.values()))

    def _merge(self, members: Sequence[int], pairs: Iterable[Any]) -> Merge:
        place = {member: i for i, member in enumerate(members)}
        local = [pair._replace(a=place[pair.a], b=place[pair.b]) for pair in pairs]
        return merge([self.papers[member] for member in members], local)


def _conflicts(one: Merge) -> Iterator[Issue]:
    known = {variant for member in one.members for variant in member.variants}
    source = one.paper.sources[0] if one.paper.sources else None
    for variant in one.paper.variants:
        kept_text = fold(str(getattr(one.paper, variant.field, None) or one.paper.extra.get(variant.field)))
        if variant not in known and fold(variant.value) != kept_text:
            kept = getattr(one.paper, variant.field, None) or one.paper.extra.get(variant.field)
            told = f"{variant.field} of {one.paper.label[:60]!r}: kept {str(kept)[:60]!r}, and {variant.value[:60]!r} as a variant"
            yield Issue(code="merge-conflict", message=told, source=source, raw=variant.value)


def _maybe(a: Paper, b: Paper, bits: float) -> Issue:
    sure = "were kept apart, for other records contradict it" if bits >= SAME_BITS else "may be one paper"
    told = f"{a.label[:60]!r} and {b.label[:60]!r} {sure}: {bits:.1f} bits"
    return Issue(code="maybe-duplicate", message=told, source=b.sources[0] if b.sources else None, raw=b.label)
