"""The faces of a paper that was joined before: what its records said, as far as the paper still knows."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from papercat.dedup.clusters import Pair
from papercat.dedup.score import SAME_BITS, contradicts
from papercat.dedup.view import View, prep
from papercat.dedup.weights import Level
from papercat.models import Paper

_TELLING = frozenset(("title", "arxiv", "doi", "venue", "volume", "pages", "year"))
_MOST = 24  # faces of a paper; those of Cora's 122 records of one work are more, and a few tell it as well


def faces(paper: Paper) -> Iterator[View]:
    """Give the views of a paper with each value in turn that an earlier merge kept beside the chosen one.

    >>> from papercat.models import Variant
    >>> paper = Paper(title="Sleeper Agents", year=2024, variants=(Variant(field="year", value="2023"), Variant(field="note", value="x")))
    >>> [view.year for view in faces(paper)]
    [2023]
    """
    for variant in [variant for variant in paper.variants if variant.field in _TELLING][:_MOST]:
        known: dict[str, Any] = {field: getattr(paper, field) for field in ("title", "authors", *_TELLING) if getattr(paper, field)}
        try:
            known[variant.field] = int(variant.value) if variant.field == "year" else variant.value
            yield prep(Paper(**known))
        except ValueError:  # no paper has that year or id: "forthcoming", which a reader kept in `extra` under the same name
            continue


def contradicting(records: Sequence[Paper], views: Sequence[View], pairs: Iterable[Pair], same: Level) -> Iterator[tuple[int, int]]:
    """Give the sure pairs of which a value that was kept in an earlier merge contradicts the other record."""
    for pair in pairs:
        if pair.bits < SAME_BITS or not (records[pair.a].variants or records[pair.b].variants):
            continue
        ours, theirs = (list(faces(records[place])) for place in (pair.a, pair.b))
        if any(contradicts(face, views[pair.b], same) for face in ours) or any(contradicts(face, views[pair.a], same) for face in theirs):
            yield pair.a, pair.b
