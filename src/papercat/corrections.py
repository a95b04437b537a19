"""What a person corrected in a paper: the right value in its field, the old one beside it, and a source that says by whom."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from papercat import orcids
from papercat.models import Author, FrozenMap, Paper, Source, Variant
from papercat.models.source import BY_HAND

# what papercat keeps of a paper, and nobody else
KEPT = frozenset(("extra", "inferred", "cut", "variants", "sources"))
_NOTHING: Mapping[str, str | None] = MappingProxyType({})


def corrected(paper: Paper, values: Mapping[str, Any], extra: Mapping[str, str | None] = _NOTHING) -> Paper:
    """Give a paper with other values; what stood there is a variant, and the source of each is a person.

    Args:
        paper: the paper; it stays as it is.
        values: by the names of fields, None for nothing.
        extra: by label, None to leave it out.

    Raises:
        pydantic.ValidationError: a value that no paper can have.

    >>> paper = corrected(Paper(title="Sleeper Agents", year=2014), {"year": 2024})
    >>> paper.year, paper.variants, str(paper.source_of("year"))
    (2024, (Variant(field='year', value='2014'),), 'by hand')
    >>> corrected(paper, {"year": 2024}) is paper
    True
    """
    before = {name: getattr(paper, name) for name in values}
    values = {name: _filled(paper, name, value) for name, value in values.items()}
    names = [*(name for name, value in values.items() if value != before[name])]
    labels = [label for label, text in extra.items() if text != paper.extra.get(label)]
    if not (names or labels):
        return paper
    kept = {label: text for label, text in {**paper.extra, **{label: extra[label] for label in labels}}.items() if text is not None}
    made = replace(paper, **{name: values[name] for name in names}, extra=FrozenMap(kept))
    changed = {*names, *labels}
    lost = orcids.left_out(made.authors, paper.authors) if "authors" in names else ()
    olds = [(orcids.VARIANT, text) for text in lost]
    olds += [(name, text) for name in names if (text := text_of(before[name]))] + [(n, paper.extra[n]) for n in labels if n in paper.extra]
    return replace(
        made,
        inferred=tuple(name for name in paper.inferred if name not in changed),
        cut=tuple(name for name in paper.cut if name not in changed),
        variants=_variants(made, olds, changed),
        sources=(*(one for one in paper.sources if one.line or one.field not in changed), *map(_source, [*names, *labels])),
    )


def carried(paper: Paper, others: Iterable[Paper]) -> Paper:
    """Give what was made of records the values that a person corrected in any of them, the last one where two differ.

    >>> record = corrected(Paper(title="Sleeper Agents", year=2014), {"year": 2024})
    >>> carried(Paper(title="Sleeper Agents", year=2014, arxiv="2401.05566"), [record]).year
    2024
    """
    for other in others:
        if by_hand := other.by_hand:
            values = {name: getattr(other, name) for name in by_hand if hasattr(other, name)}
            if "authors" in values:
                values["authors"] = orcids.passed(values["authors"], paper.authors)
            paper = corrected(paper, values, {label: other.extra.get(label) for label in by_hand if label not in values})
            missing = [name for name in by_hand if name not in paper.by_hand]  # they were right before
            paper = replace(paper, sources=(*paper.sources, *map(_source, missing))) if missing else paper
    return paper


def text_of(value: object) -> str:
    """Write a value as variants keep it; "" for none.

    >>> text_of((Author(family="Perez", given="Ethan"), Author(family="Ringer"))), text_of(2024), text_of(None)
    ('Perez, Ethan; Ringer', '2024', '')
    """
    if isinstance(value, tuple):
        return "; ".join(one.inverted if isinstance(one, Author) else str(one) for one in value)
    return "" if value is None else str(value)


def _filled(paper: Paper, name: str, value: object) -> object:
    """Give the empty value of a field for None."""
    return () if value is None and isinstance(getattr(paper, name), tuple) else value


def _source(field: str) -> Source:
    return Source(name=BY_HAND, line=0, start=0, end=0, field=field)


def _variants(made: Paper, olds: Iterable[tuple[str, str]], changed: Iterable[str]) -> tuple[Variant, ...]:
    """Add the old values, and leave out what is the value now."""
    now = {(name, text_of(getattr(made, name, None)) or made.extra.get(name, "")) for name in changed}
    found = {(one.field, one.value) for one in made.variants} | set(olds)
    return tuple(Variant(field=field, value=value) for field, value in sorted(found - now))
