"""What a catalog holds: a sequence of papers that never changes."""

import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING, Self

from papercat.decisions import Decision
from papercat.dedup.merges import Merge
from papercat.errors import no_attribute
from papercat.keys import citation_keys
from papercat.models import Issue, Paper, Source
from papercat.models.words import OF_CATALOGS
from papercat.receipt import Input

_HELD = frozenset(("papers", "issues", "inputs", "merges", "decisions"))


class Holding(Sequence[Paper]):
    """The papers, issues, inputs, merges and decisions; a part of `Catalog`."""

    papers: tuple[Paper, ...]
    issues: tuple[Issue, ...]
    inputs: tuple[Input, ...]
    merges: tuple[Merge, ...]
    decisions: tuple[Decision, ...]

    def __init__(
        self,
        papers: Iterable[Paper] = (),
        *,
        issues: Iterable[Issue] = (),
        inputs: Iterable[Input] = (),
        merges: Iterable[Merge] = (),
        decisions: Iterable[Decision] = (),
    ) -> None:
        """Take papers that were made elsewhere, with what is known of their reading.

        Raises:
            TypeError: something is no paper, or is one and no list of them; `from_records` takes dicts, `parse` a text.
        """
        if isinstance(papers, Paper):
            raise TypeError("a catalog takes several papers; of one it is Catalog([paper])")
        vars(self).update(papers=tuple(papers), issues=tuple(issues))
        vars(self).update(inputs=tuple(inputs), merges=tuple(merges), decisions=tuple(decisions))
        for one in self.papers:
            if not isinstance(one, Paper):
                found = type(one).__name__
                raise TypeError(f"a catalog holds papers, not {found}: from_records() takes dicts, parse() a text, read() files")

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse to change what the catalog holds: keys, indexes and the hash were made of it.

        Raises:
            AttributeError: it is one of the attributes of a catalog.
        """
        if name in _HELD or (name[0] != "_" and hasattr(type(self), name)):
            raise AttributeError(f"a catalog never changes, so {name} cannot be set; make another one: Catalog(papers)")
        super().__setattr__(name, value)

    def __delattr__(self, name: str) -> None:
        """Refuse to drop what the catalog holds.

        Raises:
            AttributeError: it is one of the attributes of a catalog.
        """
        if name in _HELD:
            raise AttributeError(f"a catalog never changes, so {name} cannot be deleted")
        super().__delattr__(name)

    if not TYPE_CHECKING:  # type checkers know the attributes

        def __getattr__(self, name: str) -> object:
            raise no_attribute(self, name, OF_CATALOGS)

    def __len__(self) -> int:
        return len(self.papers)

    def __iter__(self) -> Iterator[Paper]:
        return iter(self.papers)

    def index(self, value: object, start: int = 0, stop: int | None = None) -> int:
        """Give the place of a paper.

        Raises:
            ValueError: it is no paper of the catalog, or a key, with which the catalog itself is asked.

        >>> from papercat import Catalog
        >>> papers = Paper(title="Sleeper Agents"), Paper(title="Sycophancy")
        >>> Catalog(papers).index(papers[1])
        1
        """
        places = range(len(self))[start:stop]
        found = next((place for place in places if self.papers[place] == value), None)
        if found is None:
            instead = "; cat[key] gives a paper, cat.keys.index(key) its place" if isinstance(value, str) else ""
            raise ValueError(f"{value!r} is no paper of this catalog{instead}")
        return found

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The citation key of each paper, in their order."""
        return citation_keys(self.papers)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Holding) and self.papers == other.papers

    def __hash__(self) -> int:
        return hash(self.papers)

    def __add__(self, other: "Holding") -> Self:
        if not isinstance(other, Holding):
            return NotImplemented
        own: dict[str, list[Input]] = defaultdict(list)
        for one in self.inputs:
            own[one.name].append(one)
        is_shared = [one in own.get(one.name, ()) for one in other.inputs]
        known = _told(self.issues, compress(other.inputs, is_shared))
        return type(self)(
            self.papers + other.papers,
            issues=(*self.issues, *(issue for issue in other.issues if issue not in known)),
            inputs=(*self.inputs, *(one for one, known_here in zip(other.inputs, is_shared, strict=True) if not known_here)),
            merges=self.merges + other.merges,
            decisions=dict.fromkeys(self.decisions + other.decisions),
        )

    def __radd__(self, other: int) -> Self:
        if not isinstance(other, int) or other != 0:  # sum() begins with 0
            return NotImplemented
        return self

    def _at(self, places: Iterable[int]) -> Self:
        """Take the papers at some places, in that order, with what was noticed about them and about no paper."""
        places = tuple(places)
        kept, papers = set(places), tuple(self.papers[place] for place in places)
        owned = zip(self.issues, self._owners, strict=True)
        issues = (issue for issue, owners in owned if not owners or not kept.isdisjoint(owners))
        own = set(map(id, papers))
        merges = (one for one in self.merges if id(one.paper) in own)
        return type(self)(papers, issues=issues, inputs=self.inputs, merges=merges, decisions=self.decisions)

    @cached_property
    def _owners(self) -> tuple[tuple[int, ...], ...]:
        """The places of the papers that each issue is about."""
        if not self.issues:
            return ()
        places = _Places(self.papers)
        return tuple(places.owners(issue.source) if issue.source else () for issue in self.issues)


def _told(issues: Iterable[Issue], shared: Iterable[Input]) -> frozenset[Issue]:
    """Give the issues about inputs that two catalogs share, as parts of one catalog do: they are told, and account for, once."""
    names = {one.name for one in shared}
    return frozenset(issue for issue in issues if not issue.source or issue.source.name in names) if names else frozenset()


class _Places:
    """Where papers stand in their inputs, each from its first field to its last; a smaller place in between is the paper's."""

    def __init__(self, papers: Iterable[Paper]) -> None:
        found: dict[str, dict[tuple[int, int], list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, paper in enumerate(papers):
            for name in {source.name for source in paper.sources}:
                places = [(source.start, source.end) for source in paper.sources if source.name == name]
                found[name][min(places)[0], max(end for _, end in places)].append(number)
        self._spans = {name: sorted(spans) for name, spans in found.items()}
        self._numbers = found

    def owners(self, source: Source) -> tuple[int, ...]:
        """Give the numbers of the papers that a place belongs to; none if it stands between papers."""
        spans = self._spans.get(source.name, [])
        before = bisect_right(spans, (source.start, sys.maxsize)) - 1
        is_within = before >= 0 and source.end <= spans[before][1]
        return tuple(self._numbers[source.name][spans[before]]) if is_within else ()
