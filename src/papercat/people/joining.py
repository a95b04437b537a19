"""Several names, one person: which groups of mentions are joined, the surest first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

from papercat.models.evidence import Evidence
from papercat.people.blocks import candidates
from papercat.people.commonness import LETTER, LETTERS, Commonness, prior
from papercat.people.forms import Form, first, is_full
from papercat.people.mentions import Mention, Mentions
from papercat.people.partition import Partition
from papercat.people.profiles import Profile, bits, weigh
from papercat.people.relations import BITS, TOLD, is_syllabic, relate

SAME = 1.0  # bits from which two groups are one person's
MAYBE = -3.0  # bits from which a person should look
MOST_GROUPS = 400  # pairs of groups of two names; if there are more, the names alone are no evidence
OVERLAP = 2  # years in which a person who changes the family name uses both
# Two names of one group that differ so contradict each other, whatever third name fits both.
CONTRADICTORY = frozenset({None, "middle-other", "respelt", "family"})
# What each round leaves for later: initials, until it is known for how many people they can stand; and another family name with the
# same given name, which is most often a colleague's: of 70 joined groups drawn at random 12 were wrong, all of this kind. It is never
# joined, only told. What was joined knows more than its parts, so initials have two rounds.
ROUNDS = (frozenset({"family", "initials", "missing"}), frozenset({"family"}), frozenset[str]())
NEVER = "family"
STRANGE = -20.0  # bits of names that nobody bears both of, where one ORCID iD stands beside them: a person should look
MOST_IDENTIFIED = 40  # groups of mentions with one iD that are all compared

Pair = tuple[int, int, str]


class Link(NamedTuple):
    """Two groups that are compared, by their places.

    Attributes:
        bits: the evidence for one person.
        kind: how their names differ.
        prior: how rare the names are, a part of the bits.
    """

    bits: float
    a: int
    b: int
    kind: str
    prior: float


class Join(NamedTuple):
    """Two groups that were joined, each by a mention, and why."""

    one: Mention
    other: Mention
    evidence: tuple[Evidence, ...]


def join(
    source: Mentions, groups: Iterable[Profile], common: Commonness, together: Iterable[tuple[int, int]] = ()
) -> tuple[Partition, list[Link], list[Join]]:
    """Join the groups that are one person's.

    Args:
        source: the mentions.
        groups: of one name each.
        common: how common names are.
        together: pairs of places of groups that are one person's by decision.

    Returns:
        The groups, some joined; the links that are left between people who may be one; and what was joined, and why.
    """
    people = Partition(groups)
    pairs = list(candidates(source.forms))
    having: dict[int, list[int]] = defaultdict(list)
    for place, group in enumerate(people.groups):
        for name in group.names:
            having[name].append(place)
    for one, other in together:
        people.join(one, other)
    links: list[Link] = []
    joined: list[Join] = []
    for link in _identified(source, people, common):
        if link.kind and not people.groups[people.find(link.a)].is_apart(people.groups[people.find(link.b)]):
            joined.append(_told(source, people, link))
            people.join(link.a, link.b)
    for later in ROUNDS:
        asked = [pair for pair in pairs if pair[2] not in later]
        links = sorted(_links(source, people, common, _now(people, having), asked), key=lambda link: (-link.bits, *link[1:]))
        for link in links:
            if link.bits >= SAME and link.kind != NEVER and _may_join(source, people, link):
                joined.append(_told(source, people, link))
                people.join(link.a, link.b)
    links += (link for link in _identified(source, people, common) if not link.kind)
    return people, [link for link in links if people.find(link.a) != people.find(link.b)], joined


def _identified(source: Mentions, people: Partition, common: Commonness) -> Iterator[Link]:
    """Link the groups that are apart and have one ORCID iD; where no name of one can be the other's the kind is empty.

    An iD that very many groups have says nothing: it was copied.
    """
    having: dict[str, list[int]] = defaultdict(list)
    for place in people.places():
        for orcid in people.groups[place].orcids:
            having[orcid].append(place)
    for orcid in sorted(having):
        places = having[orcid] if len(having[orcid]) <= MOST_IDENTIFIED else []
        for a, b in combinations(places, 2):
            one, other = people.groups[people.find(a)], people.groups[people.find(b)]
            if one is not other:
                yield _link(source, common, (a, one), (b, other))


def _link(source: Mentions, common: Commonness, a: tuple[int, Profile], b: tuple[int, Profile]) -> Link:
    (one, ours), (other, theirs) = a, b
    forms = source.forms
    kinds = [(BITS[kind], kind, x, y) for x in sorted(ours.names) for y in sorted(theirs.names) if (kind := relate(forms[x], forms[y]))]
    if not kinds:
        return Link(STRANGE + bits(weigh(ours, theirs, source)), one, other, "", 0.0)
    found, kind, x, y = max(kinds)
    rare = prior(others(kind, forms[x], forms[y], common, 0)) if kind != "equal" else prior(common.named(forms[x]))
    return Link(found + rare + bits(weigh(ours, theirs, source)), one, other, kind, rare)


def _told(source: Mentions, people: Partition, link: Link) -> Join:
    one, other = people.groups[people.find(link.a)], people.groups[people.find(link.b)]
    names = Evidence("name", TOLD[link.kind], BITS[link.kind])
    common = Evidence("commonness", f"{2**-link.prior:.2g} others expected by chance", link.prior)
    return Join(one.mentions[0], other.mentions[0], (names, common, *weigh(one, other, source)))


def _now(people: Partition, having: Mapping[int, Sequence[int]]) -> dict[int, list[int]]:
    return {name: sorted({people.find(place) for place in places}) for name, places in having.items()}


def _links(
    source: Mentions, people: Partition, common: Commonness, having: Mapping[int, Sequence[int]], pairs: Sequence[Pair]
) -> Iterator[Link]:
    rivals = _rivals(source, having, pairs)
    for x, y, kind in pairs:
        if len(having[x]) * len(having[y]) > MOST_GROUPS:
            continue
        rare = prior(others(kind, source.forms[x], source.forms[y], common, max(len(rivals[x]), len(rivals[y]))))
        least = SAME if kind == NEVER else MAYBE
        for a, b in product(having[x], having[y]):
            if a != b and not _differ(people.groups[a], people.groups[b], kind):
                found = BITS[kind] + rare + bits(weigh(people.groups[a], people.groups[b], source))
                if found >= least:
                    yield Link(found, min(a, b), max(a, b), kind, rare)


def _differ(one: Profile, other: Profile, kind: str) -> bool:
    """Tell two people whom a paper or a decision keeps apart, or who bore two family names in the same years."""
    return one.is_apart(other) or (kind == NEVER and min(one.last, other.last) - max(one.first, other.first) > OVERLAP)


def _rivals(source: Mentions, having: Mapping[int, Sequence[int]], pairs: Sequence[Pair]) -> Mapping[int, set[int]]:
    """Give for each name with initials the people for whom it can stand."""
    found: dict[int, set[int]] = defaultdict(set)
    for x, y, kind in pairs:
        if kind == "initials":
            for short, full in ((x, y), (y, x)):
                if is_full(source.forms[full].given[0]):
                    found[short].update(having[full])
    return found


def others(kind: str, one: Form, other: Form, common: Commonness, rivals: int) -> float:
    """Expect so many other people whose name differs so from one of these."""
    if kind == "missing":
        return common.family(one)
    if kind == "initials":
        share = LETTER if min(len(one.given), len(other.given)) == 1 else LETTERS
        return max(rivals - 1, 0) + share * common.family(one)
    counts = (common.bearers(one, first(one)), common.bearers(other, first(other)))
    return max(counts) if kind == "middle" else sum(counts)


def _may_join(source: Mentions, people: Partition, link: Link) -> bool:
    """Tell whether nothing forbids a join: a paper that names both, a decision, names that contradict each other."""
    a, b = people.find(link.a), people.find(link.b)
    one, other = people.groups[a], people.groups[b]
    if a == b or one.is_apart(other) or one.differs(other):
        return False
    return len(one.names) == len(other.names) == 1 or all(
        fits(source.forms[x], source.forms[y]) or _is_alias(source.forms, x, y, other) or _is_alias(source.forms, y, x, one)
        for x in one.names
        for y in other.names
    )


def _is_alias(forms: Sequence[Form], name: int, alias: int, bearer: Profile) -> bool:
    """Tell a name that contradicts only the other name of someone whose iD stands beside both: K. Kann, and Katharina von der Wense."""
    if alias not in bearer.known or len(bearer.known) < 2:
        return False
    return any(fits(forms[name], forms[known]) and not fits(forms[known], forms[alias]) for known in bearer.known - {alias})


def fits(one: Form, other: Form) -> bool:
    """Tell whether a group can have two names.

    >>> from papercat.models import Author
    >>> from papercat.people.forms import form
    >>> names = [form(Author(family="Smith", given=given)) for given in ("David", "David A.", "David B.")]
    >>> fits(names[0], names[1]), fits(names[1], names[2])
    (True, False)
    """
    kind = relate(one, other)
    if kind is None and one.surname != other.surname and not (is_syllabic(one) or is_syllabic(other)):
        return any(len(word) > 2 for word in set(one.words) & set(other.words))
    return kind not in CONTRADICTORY
