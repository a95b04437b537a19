"""What the papers of a group of mentions have in common with those of another: iDs, co-authors, years, venues, topics; in bits."""

from collections import Counter
from collections.abc import Iterable
from math import log2, sqrt

from papercat.models.evidence import Evidence
from papercat.people.mentions import Mention, Mentions

# Papers of one field: its people write together so many times more often than people at large.
FIELD = 8.0
ELSEWHERE = 1000  # papers that the catalog does not have, for a small one is no sample of the world
DAMPING = 0.6  # a second shared co-author says less than the first: they come together
MOST_SHARED = 16
LACK = 1.0  # bits against, times the root of the number of co-authors that could have been shared
MOST_LACK = 6.0
TOPIC = 0.25  # bits for each bit of a shared title word
MOST_TOPIC = 3.0
VENUE = 0.5
GAP = 8  # years without a paper that say nothing; a researcher's
GAP_BITS = 0.3  # for each further year
MOST_GAP = 8.0
# One iD is one person's, but publishers give some to the wrong author of a paper, and some people have two. As much as the price of another
# family name, so that the same iD and names which fit are enough, and two iDs leave hardly anything that would say `maybe`.
ORCID = 20.0


class Profile:
    """A group of mentions, taken for one person's."""

    __slots__ = ("beside", "first", "known", "last", "mentions", "names", "orcids", "papers", "shared", "signs", "venues", "words")

    def __init__(self, source: Mentions, name: int, mentions: Iterable[Mention]) -> None:
        """Gather what the papers say."""
        self.mentions = list(mentions)
        self.names = {name}
        self.first, self.last = 0, 0  # years; 0 where none is known
        self.papers = {mention.paper for mention in self.mentions}
        self.beside: Counter[int] = Counter()
        self.words: Counter[str] = Counter()
        self.venues: Counter[str] = Counter()
        self.signs = {sign for mention in self.mentions for sign in source.signs.get(mention, ())} if source.signs else set()
        self.orcids = {source.orcids[mention] for mention in self.mentions if mention in source.orcids} if source.orcids else set()
        self.known = {name} if self.orcids else set()  # the names beside which an iD stands
        own = source.known[name]
        years: list[int] = []
        self.shared = 0
        for place in self.papers:
            names = source.beside[place]
            self.beside.update(names)
            self.words.update(source.words[place])
            self.venues[source.venues[place]] += 1
            self.shared += len(names) > (own in names)
            year = source.years[place]
            if year:
                years.append(year)
        del self.beside[own], self.venues[""]
        if years:
            self.first, self.last = min(years), max(years)

    def is_apart(self, other: "Profile") -> bool:
        """Tell whether a paper names both, or a decision keeps them apart: then they are two people."""
        return not self.papers.isdisjoint(other.papers) or (bool(self.signs) and any(-sign in other.signs for sign in self.signs))

    def differs(self, other: "Profile") -> bool:
        """Tell whether both have ORCID iDs, and none in common: then nothing but a decision makes them one."""
        return bool(self.orcids) and bool(other.orcids) and self.orcids.isdisjoint(other.orcids)

    def absorb(self, other: "Profile") -> None:
        """Take in the mentions of another group."""
        self.mentions += other.mentions
        self.names |= other.names
        self.papers |= other.papers
        self.signs |= other.signs
        self.orcids |= other.orcids
        self.known |= other.known
        self.beside.update(other.beside)
        self.words.update(other.words)
        self.venues.update(other.venues)
        self.shared += other.shared
        if other.first:
            self.first, self.last = (min(self.first, other.first), max(self.last, other.last)) if self.first else (other.first, other.last)


def weigh(one: Profile, other: Profile, source: Mentions) -> tuple[Evidence, ...]:
    """Weigh what two groups of papers have in common."""
    said = (_orcid(one, other), _coauthors(one, other, source), _years(one, other), _topics(one, other, source), _venues(one, other))
    return tuple(found for found in said if found)


def bits(evidence: Iterable[Evidence]) -> float:
    """Add the evidence up."""
    return sum(one.bits for one in evidence)


def _orcid(one: Profile, other: Profile) -> Evidence | None:
    if not one.orcids or not other.orcids:
        return None
    if one.differs(other):
        return Evidence("orcid", "different ORCID iDs", -ORCID)
    return Evidence("orcid", f"both {min(one.orcids & other.orcids)}", ORCID)


def _coauthors(one: Profile, other: Profile, source: Mentions) -> Evidence | None:
    few, many = (one.beside, other.beside) if len(one.beside) <= len(other.beside) else (other.beside, one.beside)
    shared = [number for number in few if number in many]
    size = min(one.shared, other.shared)
    if not size:
        return None
    lack = min(MOST_LACK, LACK * sqrt(len(few)))
    if not shared:
        return Evidence("coauthors", "none shared", -lack)
    world = source.size + ELSEWHERE
    told = sorted((max(0.0, -log2(FIELD * source.together[number] * size / world)) for number in shared), reverse=True)
    found = sum(bit * DAMPING**rank for rank, bit in enumerate(told[:MOST_SHARED]))
    return Evidence("coauthors", f"{len(shared)} shared", found - lack)


def _years(one: Profile, other: Profile) -> Evidence | None:
    if not one.first or not other.first:
        return None
    gap = max(one.first, other.first) - min(one.last, other.last)
    if gap <= GAP:
        return None
    return Evidence("years", f"{gap} years apart", -min(MOST_GAP, GAP_BITS * (gap - GAP)))


def _topics(one: Profile, other: Profile, source: Mentions) -> Evidence | None:
    few, many = (one.words, other.words) if len(one.words) <= len(other.words) else (other.words, one.words)
    shared = sorted(word for word in few if word in many)
    if not shared:
        return None
    size = min(len(one.papers), len(other.papers))
    world = source.size + ELSEWHERE
    found = sum(max(0.0, -log2(FIELD * source.titles[word] * size / world)) for word in shared)
    return Evidence("topics", ", ".join(shared[:3]), min(MOST_TOPIC, TOPIC * found))


def _venues(one: Profile, other: Profile) -> Evidence | None:
    shared = one.venues.keys() & other.venues.keys()
    return Evidence("venues", f"{len(shared)} shared", VENUE) if shared else None
