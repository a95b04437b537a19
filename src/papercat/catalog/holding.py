"""What a catalog holds: a sequence of papers that never changes."""

import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Self

from papercat.dedup import Merge
from papercat.keys import citation_keys
from papercat.models import Issue, Paper, Source
from papercat.receipt import Input


class Holding(Sequence[Paper]):
    """The papers, issues, inputs and merges; a part of `Catalog`."""

    def __init__(
        self,
        papers: Iterable[Paper] = (),
        *,
        issues: Iterable[Issue] = (),
        inputs: Iterable[Input] = (),
        merges: Iterable[Merge] = (),
    ) -> None:
        """Take papers that were made elsewhere, with what is known of their reading."""
        self.papers, self.issues = tuple(papers), tuple(issues)
        self.inputs, self.merges = tuple(inputs), tuple(merges)

    def __len__(self) -> int:
        return len(self.papers)

    def __iter__(self) -> Iterator[Paper]:
        return iter(self.papers)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The citation key of each paper, in their order."""
        return citation_keys(self.papers)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Holding) and self.papers == other.papers

    def __hash__(self) -> int:
        return hash(self.papers)

    def __add__(self, other: Self) -> Self:
        return type(self)(
            self.papers + other.papers,
            issues=self.issues + other.issues,
            inputs=self.inputs + other.inputs,
            merges=self.merges + other.merges,
        )

    def _only(self, papers: Iterable[Paper]) -> Self:
        """Keep some papers, with what was noticed about them and about no paper."""
        papers = tuple(papers)
        kept = set(papers)
        elsewhere = _Places(paper for paper in self.papers if paper not in kept)
        issues = (issue for issue in self.issues if issue.source is None or issue.source not in elsewhere)
        return type(self)(papers, issues=issues, inputs=self.inputs, merges=(one for one in self.merges if one.paper in kept))


class _Places:
    """Where some papers stand, each from its first field to its last; a smaller place in between is in it."""

    def __init__(self, papers: Iterable[Paper]) -> None:
        spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for paper in papers:
            for name in {source.name for source in paper.sources}:
                places = [(source.start, source.end) for source in paper.sources if source.name == name]
                spans[name].append((min(places)[0], max(end for _, end in places)))
        self._spans = {name: sorted(found) for name, found in spans.items()}

    def __contains__(self, source: Source) -> bool:
        spans = self._spans.get(source.name, [])
        before = bisect_right(spans, (source.start, sys.maxsize)) - 1
        return before >= 0 and source.end <= spans[before][1]
