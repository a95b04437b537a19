"""One paper made of the records of one paper."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from papercat.dedup.clusters import Pair
from papercat.models import Author, FrozenMap, Paper, Variant
from papercat.models.paper import FIELDS
from papercat.text.fold import fold

_TEXTS = (
    "title",
    "abstract",
    "arxiv",
    "doi",
    "venue",
    "volume",
    "issue",
    "pages",
    "publisher",
    "url",
    "comment",
    "type",
)

_NOT_TOLD = ("sources", "inferred", "variants")


@dataclass(frozen=True)
class Merge:
    """Records that were joined, what came of it, and why.

    Attributes:
        paper: the result.
        members: the records, in the order of the catalog.
        pairs: the comparisons that joined them; `a` and `b` are places in `members`.
    """

    paper: Paper
    members: tuple[Paper, ...]
    pairs: tuple[Pair, ...]

    @property
    def bits(self) -> float:
        """Give the evidence of the weakest link."""
        return min(pair.bits for pair in self.pairs)

    def explain(self) -> str:
        """Tell in a small table which fields agreed and how much each says.

        >>> one = Paper(title="Sleeper Agents", arxiv="2401.05566")
        >>> print(merge([one, Paper(arxiv="2401.05566")], [Pair(0, 1, ())]).explain())
        Sleeper Agents
        record 1 (no source) and record 2 (no source): 0.0 bits
        only record 1 has: title
        """
        return "\n".join([self.paper.label, *(line for pair in self.pairs for line in self._told(pair)), *self._alone(), *self._variants()])

    def _told(self, pair: Pair) -> Iterable[str]:
        one, other = (f"record {place + 1} ({_where(self.members[place])})" for place in (pair.a, pair.b))
        yield f"{one} and {other}: {pair.bits:.1f} bits"
        for field, told, bits in pair.evidence:
            yield f"  {field:10} {told:32} {bits:+7.1f}"

    def _alone(self) -> Iterable[str]:
        """Say what each record alone brought."""
        for number, paper in enumerate(self.members):
            others = (other for other in self.members if other is not paper)
            known = {field for other in others for field in FIELDS if getattr(other, field)}
            alone = [field for field in FIELDS if getattr(paper, field) and field not in known and field not in _NOT_TOLD]
            if alone:
                yield f"only record {number + 1} has: {', '.join(alone)}"

    def _variants(self) -> Iterable[str]:
        return (f"also kept, {variant.field}: {variant.value[:80]}" for variant in self.paper.variants)

    def __repr__(self) -> str:
        return f"<Merge of {len(self.members)} records, {self.bits:.1f} bits: {self.paper.label[:60]}>"

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self.explain())}</pre>"


def merge(members: Sequence[Paper], pairs: Sequence[Pair]) -> Merge:
    """Join records: of each field the fullest value, the others kept as variants, and every source.

    What was read comes before what was inferred. The order of the members does not matter for the choice.

    >>> halves = [Paper(title="Sleeper Agents"), Paper(arxiv="2401.05566", comment="updated")]
    >>> merge(halves, []).paper.title, merge(halves, []).paper.comment
    ('Sleeper Agents', 'updated')
    """
    values: dict[str, Any] = {}
    variants = {variant for paper in members for variant in paper.variants}
    for field in _TEXTS:
        values[field], others = _choose({value for paper in members if (value := getattr(paper, field))})
        variants.update(Variant(field=field, value=other) for other in others)
    values["authors"], lists = _choose_authors({paper.authors for paper in members if paper.authors})
    variants.update(Variant(field="authors", value=_shown(names)) for names in lists)
    dated, undated = _choose_date(members)
    variants.update(undated)
    paper = replace(
        members[0],
        **values,
        **dated,
        keywords=tuple(dict.fromkeys(word for paper in sorted(members, key=_order) for word in paper.keywords)),
        extra=_extras(members, variants),
        variants=tuple(sorted(variants, key=lambda variant: (variant.field, variant.value))),
        sources=tuple(dict.fromkeys(source for paper in sorted(members, key=_order) for source in paper.sources)),
    )
    return Merge(paper, tuple(members), tuple(pairs))


def _order(paper: Paper) -> tuple[str, int, str]:
    first = paper.sources[0] if paper.sources else None
    return (first.name, first.start, repr(paper.to_dict())) if first else ("", 0, repr(paper.to_dict()))


def _where(paper: Paper) -> str:
    return str(paper.sources[0]) if paper.sources else "no source"


def _choose(values: Iterable[str]) -> tuple[str | None, list[str]]:
    """Take the fullest text: the longest, of equals the one with accents, then with capitals; say which differ from it."""
    ranked = sorted(values, key=lambda text: (-len(fold(text)), text.isascii(), text.isupper() or text.islower(), text))
    if not ranked:
        return None, []
    return ranked[0], [text for text in ranked[1:] if text != ranked[0]]


def _choose_authors(lists: Iterable[tuple[Author, ...]]) -> tuple[tuple[Author, ...], list[tuple[Author, ...]]]:
    ranked = sorted(lists, key=lambda names: (-len(names), -len(_shown(names)), _shown(names).isascii(), _shown(names)))
    return (ranked[0], ranked[1:]) if ranked else ((), [])


def _shown(names: Iterable[Author]) -> str:
    return "; ".join(author.inverted for author in names)


def _choose_date(members: Sequence[Paper]) -> tuple[dict[str, Any], set[Variant]]:
    """Take the year that was read before one that was inferred, the latest of several, and the month that goes with it."""
    years = {(paper.year, "year" in paper.inferred) for paper in members if paper.year}
    year, inferred = min(years, key=lambda pair: (pair[1], -pair[0]), default=(None, False))
    months = {(paper.month, "month" in paper.inferred, paper.year) for paper in members if paper.month}
    # of the chosen year, or where the year is not known, of none
    month, guessed, _ = min(
        (one for one in months if one[2] in (year, None)), key=lambda one: (one[1], -one[0]), default=(None, False, None)
    )
    told = {"year": inferred, "month": guessed}
    values = {"year": year, "month": month, "inferred": tuple(name for name, is_inferred in told.items() if is_inferred)}
    others = {Variant(field="year", value=str(other)) for other, _ in years if other != year}
    return values, others | {Variant(field="month", value=str(other)) for other, _, _ in months if other != month}


def _extras(members: Sequence[Paper], variants: set[Variant]) -> FrozenMap:
    names = sorted({name for paper in members for name in paper.extra})
    extra = {}
    for name in names:
        value, others = _choose({paper.extra[name] for paper in members if name in paper.extra})
        extra[name] = str(value)
        variants.update(Variant(field=name, value=other) for other in others)
    return FrozenMap(extra)
