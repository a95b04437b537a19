"""What a person's decisions mean in a catalog: which of its records are together, which apart."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from papercat.decisions import Decision
from papercat.dedup.identity import Directory
from papercat.errors import InputError
from papercat.models import Issue, Paper


class Settled(NamedTuple):
    """Decisions as pairs of places in a catalog.

    Attributes:
        together: pairs that are one paper.
        apart: pairs that are two.
        issues: decisions that mean no record of the catalog, or no two.
    """

    together: tuple[tuple[int, int], ...]
    apart: tuple[tuple[int, int], ...]
    issues: tuple[Issue, ...]


def settle(decisions: Iterable[Decision], papers: Sequence[Paper]) -> Settled:
    """Find the records that decisions are about, with their exact copies.

    >>> papers = [Paper(arxiv="2401.05566"), Paper(title="Sleeper Agents")]
    >>> settle([Decision("arxiv:2401.05566", "#" + "0" * 16, same=True)], papers).issues[0].code
    'decision-unmatched'

    Raises:
        InputError: decisions contradict each other; it names them.
    """
    decisions = tuple(dict.fromkeys(decisions))
    if not decisions:
        return Settled((), (), ())
    directory = Directory(papers)
    found: dict[bool, dict[tuple[int, int], Decision]] = {True: {}, False: {}}
    issues = []
    for decision in decisions:
        ours, theirs = directory.places(decision.one), directory.places(decision.other)
        trouble = _trouble(decision, ours, theirs, directory)
        if trouble:
            issues.append(trouble)
        elif decision.same:
            found[True].update(((min(pair), max(pair)), decision) for pair in pairwise(dict.fromkeys((*ours, *theirs))))
        else:
            # copies are held together, so that one of each says it for all
            found[False][min(ours[0], theirs[0]), max(ours[0], theirs[0])] = decision
    _check(found[True], found[False])
    return Settled(tuple(found[True]), tuple(found[False]), tuple(issues))


def _trouble(decision: Decision, ours: tuple[int, ...], theirs: tuple[int, ...], directory: Directory) -> Issue | None:
    missing = [name for name, places in ((decision.one, ours), (decision.other, theirs)) if not places]
    if missing:
        shared = [name for name in missing if directory.is_shared(name)]
        told = f"several papers have {shared[0]}" if shared else f"there is no paper {missing[0]}"
    elif set(ours) & set(theirs) and not decision.same:
        told = f"{decision.one} and {decision.other} are one record"
    else:
        return None
    return Issue(code="decision-unmatched", message=f"{told}; nothing is decided", source=decision.source, raw=str(decision))


def _check(together: Mapping[tuple[int, int], Decision], apart: Mapping[tuple[int, int], Decision]) -> None:
    """Raise an error if a chain of decisions joins what another holds apart."""
    neighbours: dict[int, list[tuple[int, Decision]]] = defaultdict(list)
    for (a, b), decision in together.items():
        neighbours[a].append((b, decision))
        neighbours[b].append((a, decision))
    for (a, b), decision in apart.items():
        chain = _chain(neighbours, a, b) if a in neighbours and b in neighbours else []
        if chain:
            told = "; ".join(str(one) for one in dict.fromkeys(chain))
            name = decision.source.name if decision.source else "decisions"
            raise InputError(f"decisions contradict each other: {decision}; but {told}", name=name)


def _chain(neighbours: Mapping[int, list[tuple[int, Decision]]], start: int, end: int) -> list[Decision]:
    """Give the decisions on the shortest way from one record to another, [] if there is none."""
    came: dict[int, tuple[int, Decision] | None] = {start: None}
    queue = deque([start])
    while queue and end not in came:
        place = queue.popleft()
        for other, decision in neighbours[place]:
            if other not in came:
                came[other] = (place, decision)
                queue.append(other)
    chain, step = [], came.get(end)
    while step:
        chain.append(step[1])
        step = came[step[0]]
    return chain[::-1]
