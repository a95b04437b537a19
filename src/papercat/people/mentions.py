"""Who is named where: every name on every paper, the names beside it, and what else the paper says."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from papercat.models import Paper
from papercat.people.forms import Form, form, is_full, printed
from papercat.text.fold import fold

MOST_BESIDE = 64  # co-authors of one paper that count: of a longer list those who recur most
_LEAST_WORD = 4  # letters of a title's word
_MOST_COMMON_WORD = 0.02  # share of the papers; a word in more of them is no topic


class Mention(NamedTuple):
    """A name on a paper, by the places of both."""

    paper: int
    author: int


class Mentions:
    """The names of a catalog's papers in an order that only their content decides.

    Attributes:
        forms: each name once, in its fullest form.
        mentions: where each stands.
        beside: for each paper the names beside which one is known, as numbers.
        together: how many papers have each of these.
        words, venues, years: of each paper.
        orcids: the ORCID iDs of mentions; one that a paper gives to two of its authors says nothing there.
        signs: what decisions say of mentions: those with a number and those with its negative are two people's.
    """

    def __init__(self, papers: Sequence[Paper]) -> None:
        """Take in all papers."""
        self.size = len(papers)
        self.signs: dict[Mention, set[int]] = {}
        self.orcids = _orcids(papers)
        self.forms: list[Form] = []
        self.mentions: list[list[Mention]] = []
        found = [[form(author) for author in printed(paper)] for paper in papers]
        self._number(papers, found)
        self.years = [paper.year for paper in papers]
        self.venues = [fold(_series(paper.venue)) if paper.venue else "" for paper in papers]
        self.words, self.titles = _topics(papers)

    def _number(self, papers: Sequence[Paper], found: list[list[Form | None]]) -> None:
        keys = [tuple(one.key for one in names if one) for names in found]
        ids = [tuple(author.orcid or "" for author in paper.authors) if self.orcids else () for paper in papers]
        self.order = sorted(range(len(papers)), key=lambda place: (_content(papers[place]), keys[place], ids[place]))
        numbers: dict[str, int] = {}
        for place in self.order:
            for author, one in enumerate(found[place]):
                if one is None:
                    continue
                number = numbers.setdefault(one.key, len(self.forms))
                if number == len(self.forms):
                    self.forms.append(one)
                    self.mentions.append([])
                elif len(one.words) != len(self.forms[number].words) or one != self.forms[number]:
                    self.forms[number] = max(one, self.forms[number], key=_fullness)
                self.mentions[number].append(Mention(place, author))
        self._stand_beside(len(papers))

    def _stand_beside(self, papers: int) -> None:
        known = _known_as(self.forms)
        numbers = {key: number for number, key in enumerate(sorted(set(known)))}
        self.known = [numbers[key] for key in known]
        beside: list[set[int]] = [set() for _ in range(papers)]
        for number, places in enumerate(self.mentions):
            for place, _ in places:
                beside[place].add(self.known[number])
        self.together = Counter(number for names in beside for number in names)
        self.beside = [self._recurring(names) for names in beside]

    def _recurring(self, names: set[int]) -> tuple[int, ...]:
        again = [number for number in names if self.together[number] > 1]
        return tuple(sorted(again, key=lambda number: (-self.together[number], number))[:MOST_BESIDE])


def _orcids(papers: Sequence[Paper]) -> dict[Mention, str]:
    found: dict[Mention, str] = {}
    for place, paper in enumerate(papers):
        said = [author.orcid for author in paper.authors]
        if any(said):
            counts = Counter(said)
            found |= {Mention(place, author): orcid for author, orcid in enumerate(said) if orcid and counts[orcid] == 1}
    return found


def _known_as(forms: Sequence[Form]) -> list[str]:
    """Give each name as others know it: family name and first given name, for an initial the only one that it can stand for."""
    firsts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in forms:
        if one.given and is_full(one.given[0]):
            firsts[one.surname, one.given[0][0]].add(one.given[0])
    known = []
    for one in forms:
        given = one.given[0] if one.given else ""
        meant = firsts.get((one.surname, given[:1]), ()) if given and not is_full(given) else ()
        known.append(f"{next(iter(meant)) if len(meant) == 1 else given}|{one.surname}")
    return known


def _fullness(one: Form) -> tuple[int, Form]:
    return len(one.words), one


def _content(paper: Paper) -> tuple[str, int, str, str, str]:
    return paper.title or "", paper.year or 0, paper.venue or "", paper.arxiv or "", paper.doi or ""


def _series(venue: str) -> str:
    """Leave out what changes from year to year: numbers, and what stands in brackets behind."""
    return "".join(char for char in venue.partition("(")[0] if not char.isdigit())


def _topics(papers: Sequence[Paper]) -> tuple[list[tuple[str, ...]], Counter[str]]:
    """Give the words of each title that few titles have, and how many titles have each."""
    words = [{word for word in fold(paper.title or "").split() if len(word) >= _LEAST_WORD} for paper in papers]
    counts = Counter(word for title in words for word in title)
    most = max(3.0, _MOST_COMMON_WORD * len(papers))
    return [tuple(sorted(word for word in title if 1 < counts[word] <= most)) for title in words], counts
