"""Keys that papers had before, and what they became."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from papercat.keys.pattern import DEFAULT
from papercat.keys.unique import citation_keys
from papercat.models import FrozenMap, Paper, Variant

_KEY = "key"  # of `Paper.extra`, of its variants, and in `Paper.inferred` where it was made and not read


def pinned(papers: Sequence[Paper], pattern: str = DEFAULT, *, anew: bool = False) -> tuple[Paper, ...]:
    """Give each paper its key to keep, in `extra`; a key that it had before becomes a variant.

    Keys that were read stay, unless all are to be made `anew`; a key that was made before is made again.

    Raises:
        PatternError: the pattern cannot be read.

    >>> paper, = pinned([Paper(title="Sleeper Agents", year=2024)], "{veryshorttitle}{yy}")
    >>> dict(paper.extra), paper.variants
    ({'key': 'Sleeper24'}, (Variant(field='key', value='anon2024sleeper'),))
    """
    bare = [_without_key(paper) if anew or _KEY in paper.inferred else paper for paper in papers]
    before, after = citation_keys(papers), citation_keys(bare, pattern)
    return tuple(map(_with_key, papers, before, after, bare))


def keep(paper: Paper, key: str) -> Paper:
    """Give a paper the key that it has, to keep.

    >>> keep(Paper(title="Sleeper Agents"), "hubinger24").inferred
    ('key',)
    """
    if paper.extra.get(_KEY) == key:
        return paper
    return replace(paper, extra=paper.extra | {_KEY: key}, inferred=(*(name for name in paper.inferred if name != _KEY), _KEY))


def had_key(paper: Paper, before: str, after: str) -> Paper:
    """Give a paper with the key that it had as a variant, if it has another one now.

    >>> had_key(Paper(title="Sleeper Agents"), "hubinger23", "hubinger24").variants
    (Variant(field='key', value='hubinger23'),)
    """
    return paper if before == after else replace(paper, variants=_variants(paper, {before} - {after}))


def _variants(paper: Paper, keys: AbstractSet[str]) -> tuple[Variant, ...]:
    variants = {*paper.variants, *(Variant(field=_KEY, value=key) for key in keys)}
    return tuple(sorted(variants, key=lambda variant: (variant.field, variant.value)))


def _without_key(paper: Paper) -> Paper:
    if _KEY not in paper.extra:
        return paper
    return replace(paper, extra=FrozenMap({name: value for name, value in paper.extra.items() if name != _KEY}))


def _with_key(paper: Paper, before: str, after: str, bare: Paper) -> Paper:
    is_made = _KEY not in bare.extra
    if paper.extra.get(_KEY) == after and is_made == (_KEY in paper.inferred):
        return paper
    former = {before, paper.extra.get(_KEY, before)} - {after}
    inferred = tuple(name for name in paper.inferred if name != _KEY)
    return replace(
        paper,
        extra=bare.extra | {_KEY: after},
        inferred=(*inferred, _KEY) if is_made else inferred,
        variants=_variants(paper, former),
    )


def key_map(papers: Sequence[Paper], keys: Sequence[str], members: Mapping[Paper, Sequence[Paper]] | None = None) -> dict[str, str]:
    """Map each key that a paper had to the one that it has: as it was read, as it was made before a merge or for another pattern.

    A key that a paper has stays, and one that two papers had tells nothing and is left out.

    Args:
        papers: the papers as they are now.
        keys: their keys.
        members: what was joined into a paper.

    >>> halves = [Paper(title="Sleeper Agents", extra={"key": "hubinger24"}), Paper(title="Sleeper Agents", year=2024)]
    >>> whole = Paper(title="Sleeper Agents", year=2024, extra={"key": "hubinger24"})
    >>> key_map([whole], ["hubinger24"], {whole: halves})
    {'hubinger24': 'hubinger24', 'anon2024sleeper': 'hubinger24'}
    """
    joined = members or {}
    parts = [(part, key) for paper, key in zip(papers, keys, strict=True) for part in _parts(paper, joined)]
    records = [(part, key) for part, key in parts if part not in joined]
    found: dict[str, set[str]] = defaultdict(set)
    for part, key in parts:
        for old in _former(part):
            found[old].add(key)
    for old, (_, key) in zip(citation_keys([part for part, _ in records]), records, strict=True):
        found[old].add(key)
    clear = {old: next(iter(new)) for old, new in found.items() if len(new) == 1}
    return clear | {key: key for key in keys}


def _parts(paper: Paper, members: Mapping[Paper, Sequence[Paper]]) -> Iterator[Paper]:
    """Give a paper and all that was joined into it, step by step; a paper that came of itself once."""
    seen, waiting = {paper}, [paper]
    for one in waiting:
        yield one
        waiting += [part for part in members.get(one, ()) if part not in seen]
        seen.update(members.get(one, ()))


def _former(paper: Paper) -> Iterator[str]:
    if _KEY in paper.extra:
        yield paper.extra[_KEY]
    yield from (variant.value for variant in paper.variants if variant.field == _KEY)
