"""Which records are compared at all, and which end up together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from papercat.dedup.evidence import CONTRADICTION, MAYBE_BITS, SAME_BITS, Evidence, compare
from papercat.models import Paper
from papercat.text.fold import fold

_HEAD = 24  # letters of a title's or an abstract's ends that must agree for a comparison
_MAX_BLOCK = 100  # records; a larger block shares something that is no evidence, "Editorial" or a boilerplate sentence


class Pair(NamedTuple):
    """Two records by their places, with the evidence."""

    a: int
    b: int
    evidence: tuple[Evidence, ...]

    @property
    def bits(self) -> float:
        """Add up the evidence."""
        return sum(evidence.bits for evidence in self.evidence)


class Cluster(NamedTuple):
    """Records that are one paper, by their places, and the pairs that joined them."""

    members: tuple[int, ...]
    pairs: tuple[Pair, ...]


def find_pairs(papers: Sequence[Paper]) -> list[Pair]:
    """Compare the records that share a block, and give the pairs that are or may be one paper, surest first.

    >>> twins = [Paper(arxiv="2212.09251"), Paper(title="Sleeper Agents"), Paper(arxiv="2212.09251", year=2022)]
    >>> [(pair.a, pair.b, pair.bits) for pair in find_pairs(twins)]
    [(0, 2, 30.0)]
    """
    pairs = (Pair(a, b, compare(papers[a], papers[b])) for a, b in _candidates(papers))
    found = [pair for pair in pairs if pair.bits >= MAYBE_BITS]
    # ties go by what the records are, not by where they stand
    contents = {place: repr(papers[place].to_dict()) for pair in found for place in (pair.a, pair.b)}
    return sorted(found, key=lambda pair: (-pair.bits, *sorted((contents[pair.a], contents[pair.b]))))


def cluster(papers: Sequence[Paper], pairs: Iterable[Pair]) -> list[Cluster]:
    """Join sure pairs, surest first; a join of groups in which any two records contradict each other is refused."""
    group = {place: [place] for place in range(len(papers))}
    joined: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        one, other = group[pair.a], group[pair.b]
        if pair.bits < SAME_BITS or one is other or _contradict(papers, one, other):
            continue
        joined[one[0]] += [*joined.pop(other[0], []), pair]
        one += other
        for place in other:
            group[place] = one
    return [Cluster(tuple(sorted(group[first])), tuple(found)) for first, found in joined.items()]


def _contradict(papers: Sequence[Paper], one: Sequence[int], other: Sequence[int]) -> bool:
    # copies say the same, so each different record is asked once
    ours, theirs = ({_content(papers[place]): papers[place] for place in places} for places in (one, other))
    return any(_against(a, b) for a in ours.values() for b in theirs.values())


def _content(paper: Paper) -> tuple[object, ...]:
    return paper.title, paper.authors, paper.abstract, paper.arxiv, paper.doi, paper.year


def _against(a: Paper, b: Paper) -> bool:
    return any(evidence.bits < CONTRADICTION for one in _faces(a) for other in _faces(b) for evidence in compare(one, other))


def _faces(paper: Paper) -> Iterator[Paper]:
    """Give a paper as it is, and as it would be with each value that an earlier merge kept beside the chosen one."""
    yield paper
    for variant in paper.variants:
        if variant.field in ("title", "doi", "arxiv"):
            values: dict[str, Any] = {variant.field: variant.value}
            yield replace(paper, **values)


def _candidates(papers: Sequence[Paper]) -> list[tuple[int, int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, paper in enumerate(papers):
        for key in sorted(set(_keys(paper))):
            blocks[key].append(place)
    pairs: set[tuple[int, int]] = set()
    for places in blocks.values():
        pairs.update(_pairs(papers, places))
    return sorted(pairs)


def _keys(paper: Paper) -> Iterator[str]:
    """Give the blocks of a record: what a duplicate of it has in common with it."""
    if paper.arxiv:
        yield f"arxiv {paper.arxiv}"
    if paper.doi:
        yield f"doi {paper.doi}"
    for field, text in (("title", paper.title), ("abstract", paper.abstract)):
        if text:
            bare = fold(text).replace(" ", "")
            yield f"{field} head {bare[:_HEAD]}"
            yield f"{field} tail {bare[-_HEAD:]}"
            yield f"{field} long {' '.join(sorted(set(fold(text).split()), key=lambda word: (-len(word), word))[:3])}"


def _pairs(papers: Sequence[Paper], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(places) <= _MAX_BLOCK:
        yield from ((a, b) for i, a in enumerate(places) for b in places[i + 1 :])
        return
    # too many for all pairs: only records that are equal in their ids, title and abstract, each with the first of its kind
    first: dict[tuple[str | None, ...], int] = {}
    for place in places:
        paper = papers[place]
        alike = (paper.arxiv, paper.doi, fold(paper.title or ""), fold(paper.abstract or ""))
        if first.setdefault(alike, place) != place:
            yield first[alike], place
