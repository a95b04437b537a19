"""Who is who in a list of papers: split by evidence, joined by evidence."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from papercat.decisions import Decision
from papercat.errors import InputError
from papercat.identifiers import parse_orcid
from papercat.models import Paper
from papercat.models.evidence import Evidence
from papercat.people.commonness import Commonness, prior
from papercat.people.forms import readings
from papercat.people.joining import STRANGE, Join, join, others
from papercat.people.mentions import Mention, Mentions
from papercat.people.profiles import Profile, weigh
from papercat.people.relations import BITS, TOLD, relate
from papercat.people.splitting import split
from papercat.text.fold import fold

APART = -100.0  # bits; no other evidence outweighs them


class Identity:
    """The people of some papers, as groups of mentions.

    Attributes:
        source: the names and where they stand.
        unmatched: decisions that mean no name of these papers.
    """

    def __init__(self, papers: Sequence[Paper], decisions: Sequence[Decision] = ()) -> None:
        """Find out who is who."""
        self.source = Mentions(papers)
        self._common = Commonness(self.source.forms)
        told = [
            (decision, _meant(self.source, papers, decision.one), _meant(self.source, papers, decision.other)) for decision in decisions
        ]
        met = [row for row in told if row[1] and row[2]]
        self.unmatched = tuple(decision for decision, one, other in told if not (one and other))
        for sign, (_, one, other) in enumerate((row for row in met if not row[0].same), 1):
            for mentions, number in ((one, sign), (other, -sign)):
                for mention in mentions:
                    self.source.signs.setdefault(mention, set()).add(number)
        groups = [group for name in range(len(self.source.forms)) for group in split(self.source, name, self._common)]
        self._groups, self._links, self._joined = join(self.source, groups, self._common, _together(groups, met))
        self._check(met)

    def _check(self, told: Iterable[tuple[Decision, Sequence[Mention], Sequence[Mention]]]) -> None:
        for decision, one, other in told:
            if not decision.same and self._place[one[0]] == self._place[other[0]]:
                raise InputError(
                    f"the decisions contradict each other: {decision.one} and {decision.other} are different, and the same",
                    name="decisions",
                )

    @cached_property
    def _place(self) -> dict[Mention, int]:
        return {mention: place for place in self._groups.places() for mention in self._groups.groups[place].mentions}

    @cached_property
    def people(self) -> list[list[Mention]]:
        """Give the mentions of each person."""
        return [self._groups.groups[place].mentions for place in self._groups.places()]

    @cached_property
    def maybe(self) -> list[tuple[Mention, Mention, float]]:
        """Give the pairs of people who may be one, each by a mention, with the evidence in bits, the surest first."""
        found: dict[tuple[int, int], float] = {}
        for link in self._links:
            pair = self._groups.find(link.a), self._groups.find(link.b)
            found.setdefault((min(pair), max(pair)), link.bits)
        groups = self._groups.groups
        return [(groups[a].mentions[0], groups[b].mentions[0], bits) for (a, b), bits in found.items() if not groups[a].is_apart(groups[b])]

    @cached_property
    def joins(self) -> dict[int, list[Join]]:
        """Give for each person, by place, what was joined and why."""
        found: dict[int, list[Join]] = defaultdict(list)
        for one in self._joined:
            found[self._place[one.one]].append(one)
        return found

    def why(self, mention: Mention) -> list[Join]:
        """Give what was joined to be the person of a mention."""
        return self.joins.get(self._place[mention], [])

    def explain(self, one: Mention, other: Mention) -> tuple[Evidence, ...]:
        """Weigh two people, each given by a mention: their names, how common these are, and what their papers share."""
        a, b = (self._groups.groups[self._place[mention]] for mention in (one, other))
        if not a.papers.isdisjoint(b.papers):
            return (Evidence("paper", "one paper names both", APART),)
        if a.is_apart(b):
            return (Evidence("decision", "said to be different", APART),)
        return (*self._names(a, b), *weigh(a, b, self.source))

    def _names(self, a: Profile, b: Profile) -> tuple[Evidence, ...]:
        forms = self.source.forms
        kinds = [
            (BITS[kind], kind, forms[x], forms[y]) for x in sorted(a.names) for y in sorted(b.names) if (kind := relate(forms[x], forms[y]))
        ]
        if not kinds:
            is_one = not a.orcids.isdisjoint(b.orcids)
            return (Evidence("name", "names that no one person has", STRANGE if is_one else APART),)
        bits, kind, one, other = max(kinds)
        expected = self._common.named(one) if kind == "equal" else others(kind, one, other, self._common, 0)
        return (
            Evidence("name", TOLD[kind], bits),
            Evidence("commonness", f"{expected:.2g} others expected by chance", prior(expected)),
        )


def _meant(source: Mentions, papers: Sequence[Paper], told: str) -> list[Mention]:
    """Give the mentions that a decision means: a name, a name @ a paper, or an ORCID iD."""
    name, at, paper = told.partition(" @ ")
    if orcid := parse_orcid(name):
        return [mention for mentions in source.mentions for mention in mentions if source.orcids.get(mention) == orcid.id]
    keys = {one.key for one in readings(name)}
    found = [mention for number, one in enumerate(source.forms) if one.key in keys for mention in source.mentions[number]]
    if not at:
        return found
    return [
        mention
        for mention in found
        if paper.strip() in _ids(papers[mention.paper]) or fold(paper) == fold(papers[mention.paper].title or "\0")
    ]


def _ids(paper: Paper) -> tuple[str, ...]:
    return tuple(text for text in (paper.arxiv, paper.doi) if text)


def _together(groups: Sequence[Profile], told: Iterable[tuple[Decision, Sequence[Mention], Sequence[Mention]]]) -> list[tuple[int, int]]:
    pairs = [[*one, *other] for decision, one, other in told if decision.same]
    if not pairs:
        return []
    place = {mention: number for number, group in enumerate(groups) for mention in group.mentions}
    return [(place[mentions[0]], place[mention]) for mentions in pairs for mention in mentions[1:]]
