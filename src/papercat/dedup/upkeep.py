"""What was done to a paper after its records were joined: a key to keep, names of people. Joining once more must not undo it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from papercat.dedup.merges import Merge
from papercat.dedup.standing import lead
from papercat.models import Paper, Variant

_KEY = "key"  # of `Paper.extra` and its variants, and in `Paper.inferred` where it was made and not read


def kept_up(merges: Iterable[Merge], before: Sequence[Merge]) -> Iterator[Merge]:
    """Give merges with what was done to the papers of earlier ones.

    Of the same records comes the same paper. Of these and further ones comes another, which keeps the citation key that was given.

    >>> from papercat.dedup.merges import merge
    >>> records = [Paper(title="Sleeper Agents"), Paper(title="Sleeper Agents", year=2024)]
    >>> once = merge(records, [])
    >>> given = replace(once, paper=replace(once.paper, extra={"key": "agents"}, inferred=("key",)))
    >>> more = merge([*records, Paper(title="Sleeper Agents", arxiv="2401.05566")], [])
    >>> [dict(one.paper.extra) for one in kept_up([once, more], [given])]
    [{'key': 'agents'}, {'key': 'agents'}]
    """
    if not before:
        yield from merges
        return
    known = {frozenset(one.members): one.paper for one in before}
    owners = {member: one for one in before for member in one.members}
    for one in merges:
        paper = known.get(frozenset(one.members))
        if paper is None:
            earlier = {id(owner): owner for member in one.members if (owner := owners.get(member))}
            paper = _with_key(one.paper, [owner for owner in earlier.values() if _is_given(owner)])
        yield one if paper is one.paper else replace(one, paper=paper)


def _is_given(one: Merge) -> bool:
    """Say whether a paper has a key that none of its records has."""
    return one.paper.extra.get(_KEY) not in (None, *(member.extra.get(_KEY) for member in one.members))


def _with_key(paper: Paper, earlier: Sequence[Merge]) -> Paper:
    """Give a paper the key of the leading one of those that were joined into it; the other keys become variants."""
    if not earlier:
        return paper
    leading = min((one.paper for one in earlier), key=lambda one: (_KEY in one.inferred, *lead(one), one.extra[_KEY]))
    keys = {variant.value for one in earlier for variant in one.paper.variants if variant.field == _KEY}
    keys |= {one.extra[_KEY] for one in (paper, *(one.paper for one in earlier)) if _KEY in one.extra}
    variants = {*paper.variants, *(Variant(field=_KEY, value=key) for key in keys)} - {Variant(field=_KEY, value=leading.extra[_KEY])}
    return replace(
        paper,
        extra=paper.extra | {_KEY: leading.extra[_KEY]},
        inferred=(*(name for name in paper.inferred if name != _KEY), *(name for name in leading.inferred if name == _KEY)),
        variants=tuple(sorted(variants, key=lambda one: (one.field, one.value))),
    )
