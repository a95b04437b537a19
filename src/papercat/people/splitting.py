"""One name, several people: which mentions of a name belong together."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from papercat.people.commonness import Commonness, prior
from papercat.people.mentions import Mention, Mentions
from papercat.people.partition import Partition
from papercat.people.profiles import Profile, bits, weigh

# People who would bear a name by chance. Of names with fewer all mentions are one person's: no co-author is needed.
RARE = 0.05
SAME = 0.0  # bits from which two groups of one name are one person's
MOST_COMPARED = 40  # groups of one name that are all compared; of more, the largest


def split(source: Mentions, name: int, common: Commonness) -> list[Profile]:
    """Group the mentions of one name by people: by ORCID iDs, by shared co-authors, the rarest first, then by all that the papers say."""
    mentions = source.mentions[name]
    bearers = common.named(source.forms[name])
    is_told = bool(source.signs) and any(mention in source.signs for mention in mentions)
    is_told = is_told or (bool(source.orcids) and len({source.orcids.get(mention) for mention in mentions} - {None}) > 1)
    if len({mention.paper for mention in mentions}) == 1 or (bearers < RARE and not is_told):
        return [Profile(source, name, mentions)]
    return _gather(source, name, mentions, prior(bearers))


def _gather(source: Mentions, name: int, mentions: Sequence[Mention], start: float) -> list[Profile]:
    by_paper: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:  # a list that repeats a name means one person
        by_paper[mention.paper].append(mention)
    people = Partition(Profile(source, name, group) for group in by_paper.values())
    for places in _identified(people.groups):
        for place in places[1:]:
            if not people.groups[people.find(places[0])].is_apart(people.groups[people.find(place)]):
                people.join(places[0], place)
    for places in _beside(source, people.groups):
        for place in places[1:]:
            if _weigh(source, people, start, places[0], place) >= SAME:
                people.join(places[0], place)
    _compare(source, people, start)
    return [people.groups[place] for place in people.places()]


def _identified(groups: Sequence[Profile]) -> Iterable[list[int]]:
    """Give the groups that have one ORCID iD."""
    having: dict[str, list[int]] = defaultdict(list)
    for place, group in enumerate(groups):
        for orcid in group.orcids:
            having[orcid].append(place)
    return (having[orcid] for orcid in sorted(having))


def _beside(source: Mentions, groups: Sequence[Profile]) -> list[list[int]]:
    """Give the groups beside whom each co-author stands, the rarest co-author first."""
    having: dict[int, list[int]] = defaultdict(list)
    for place, group in enumerate(groups):
        for number in group.beside:
            having[number].append(place)
    return [having[number] for number in sorted(having, key=lambda number: (source.together[number], number))]


def _weigh(source: Mentions, people: Partition, start: float, one: int, other: int) -> float:
    a, b = people.groups[people.find(one)], people.groups[people.find(other)]
    return start + bits(weigh(a, b, source)) if a is not b and not (a.is_apart(b) or a.differs(b)) else SAME - 1


def _compare(source: Mentions, people: Partition, start: float) -> None:
    """Join the largest groups, the surest pair first, until no pair is sure."""
    left = sorted(people.places(), key=lambda place: (-len(people.groups[place].mentions), place))[:MOST_COMPARED]
    scores = {(a, b): _weigh(source, people, start, a, b) for i, b in enumerate(left) for a in left[:i]}
    while scores:
        (one, other), best = max(scores.items(), key=lambda item: (item[1], (-item[0][0], -item[0][1])))
        if best < SAME:
            return
        people.join(one, other)
        kept, gone = people.find(one), ({one, other} - {people.find(one)}).pop()
        scores = {pair: score for pair, score in scores.items() if gone not in pair}
        for pair in [pair for pair in scores if kept in pair]:
            scores[pair] = _weigh(source, people, start, *pair)
