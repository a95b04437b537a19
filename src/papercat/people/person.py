"""A person, and all the people of a catalog."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, overload

from rapidfuzz import fuzz, process

from papercat.decisions import Decision
from papercat.errors import no_text
from papercat.identifiers import parse_orcid
from papercat.models import Author, Paper
from papercat.models.evidence import Evidence
from papercat.people.best import best, forms_of
from papercat.people.forms import Form, form, printed, readings
from papercat.people.identity import Identity
from papercat.people.mentions import Mention
from papercat.people.relations import relate
from papercat.text.fold import fold
from papercat.text.html import table
from papercat.text.phrases import counted

Verdict = Literal["same", "maybe", "different"]
# How a name that is asked for can differ from one that a person bears; the second only where nobody bears the first.
_PLAINLY = frozenset({"equal", "middle", "initials", "missing"})
_NEARLY = frozenset({"nickname", "dropped", "turned", "boundary", "swapped", "cut", "misspelt", "family-misspelt", "family-part", "words"})
_NEAR = 75.0  # rapidfuzz ratio of two whole names
_ROWS = 20  # of a table in a notebook


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who wrote papers, under one name or several.

    Attributes:
        name: the best of the names: the fullest, with its accents.
        forms: every name as it stands on papers, without its iD, with the number of papers.
        papers: in the order of the catalog.
        mentions: where the names stand: places of a paper and of an author on it.
    """

    name: Author
    forms: dict[Author, int] = field(hash=False)
    papers: tuple[Paper, ...] = field(hash=False)
    mentions: tuple[Mention, ...]

    @property
    def years(self) -> tuple[int, int] | None:
        """Give the years of the first paper and of the last, where any is known."""
        known = [paper.year for paper in self.papers if paper.year]
        return (min(known), max(known)) if known else None

    @property
    def orcids(self) -> tuple[str, ...]:
        """Give the ORCID iDs that stand beside the names, that of most papers first; most people have none or one.

        >>> carberry = Author(family="Carberry", given="Josiah", orcid="0000-0002-1825-0097")
        >>> People([Paper(authors=(carberry,)), Paper(authors=(carberry.bare,))])[0].orcids
        ('0000-0002-1825-0097',)
        """
        papers = dict(zip(dict.fromkeys(place for place, _ in self.mentions), self.papers, strict=True))
        said = [papers[place].authors[author].orcid for place, author in self.mentions]
        counts = Counter(orcid for orcid in said if orcid)
        return tuple(sorted(counts, key=lambda orcid: (-counts[orcid], orcid)))

    def __str__(self) -> str:
        return str(self.name)

    def __repr__(self) -> str:
        return f"<Person: {self.name}, {counted(len(self.papers), 'paper')}, {counted(len(self.forms), 'name')}>"

    def _repr_html_(self) -> str:
        rows = [(name.inverted, str(count)) for name, count in self.forms.items()]
        return table(f"{self!r}"[1:-1], ("name", "papers"), rows)


class People(Sequence[Person]):
    """The people of a catalog: those with most papers first. Organisations are none.

    >>> maxwell, kadavath = (Author(family=f, given=g) for f, g in (("Maxwell", "Tim"), ("Kadavath", "Saurav")))
    >>> longer = Author(family="Maxwell", given="Timothy")
    >>> people = People([Paper(title="Sleeper Agents", authors=(maxwell, kadavath)), Paper(title="Sycophancy", authors=(kadavath, longer))])
    >>> people
    <People: 2 people under 3 names>
    >>> people.by("Maxwell, T.")[0].forms
    {Author(family='Maxwell', given='Tim'): 1, Author(family='Maxwell', given='Timothy'): 1}
    """

    def __init__(self, papers: Iterable[Paper], decisions: Iterable[Decision] = ()) -> None:
        """Find out who is who."""
        self._papers = tuple(papers)
        self._names = [printed(paper) for paper in self._papers]
        self._found = Identity(self._papers, tuple(decisions))
        self.unmatched = self._found.unmatched

    @property
    def mentions(self) -> Sequence[Sequence[Mention]]:
        """Give the places of each person's names, without making the people."""
        return self._found.people

    @cached_property
    def _people(self) -> tuple[Person, ...]:
        return tuple(sorted((self._person(mentions) for mentions in self._found.people), key=_order))

    def _person(self, mentions: Sequence[Mention]) -> Person:
        places = tuple(sorted(mentions))
        forms = forms_of(self._names[place][author].bare for place, author in places)
        papers = tuple(self._papers[place] for place in dict.fromkeys(place for place, _ in places))
        return Person(best(forms) if len(forms) > 1 else next(iter(forms)), forms, papers, places)

    @overload
    def __getitem__(self, which: int) -> Person: ...
    @overload
    def __getitem__(self, which: slice) -> tuple[Person, ...]: ...
    def __getitem__(self, which: int | slice) -> Person | tuple[Person, ...]:
        """Give a person, or several.

        Raises:
            TypeError: it is neither place nor slice, as a name is none: `by` and `find` take names.
        """
        if isinstance(which, str):
            raise TypeError(f"people have places, not keys: people.by({which!r}) gives who bears a name, people.find who bears one like it")
        return self._people[which]

    def __len__(self) -> int:
        return len(self._found.people)

    def __iter__(self) -> Iterator[Person]:
        return iter(self._people)

    @cached_property
    def _of(self) -> dict[Mention, Person]:
        return {mention: person for person in self._people for mention in person.mentions}

    @cached_property
    def _bearing(self) -> dict[Form, list[Person]]:
        found: dict[Form, list[Person]] = defaultdict(list)
        for person in self._people:
            for one in dict.fromkeys(form(name) for name in person.forms):
                if one:
                    found[one].append(person)
        return found

    @cached_property
    def _families(self) -> dict[str, list[Form]]:
        found: dict[str, list[Form]] = defaultdict(list)
        for one in self._bearing:
            for word in dict.fromkeys((one.surname, one.first, *one.family)):
                found[word].append(one)
        return found

    @cached_property
    def _identified(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = defaultdict(list)
        for person in self._people:
            for orcid in person.orcids:
                found[orcid].append(person)
        return found

    def at(self, paper: int, author: int) -> Person | None:
        """Give the person at a place of the catalog and of the author list; None for an organisation."""
        return self._of.get(Mention(paper, author))

    def by(self, name: str | Author) -> tuple[Person, ...]:
        """Give the people who bear a name, `Family, Given`, `Given Family`, initials, with or without accents, or who have an ORCID iD.

        Whoever bears the name itself, shorter or longer, comes before those who bear one like it: a short form, another order.

        Raises:
            TypeError: it is neither text nor `Author`.

        >>> people = People([Paper(authors=(Author(family="Bowman", given="Samuel R."), Author(family="Sharma", given="Mrinank")))])
        >>> [str(person) for name in ("Bowman, S.", "Sam Bowman", "Bowman, T.", "bowman") for person in people.by(name)]
        ['Samuel R. Bowman', 'Samuel R. Bowman', 'Samuel R. Bowman']
        """
        if not isinstance(name, str | Author):
            raise _no_name(name)
        orcid = _orcid(name)
        if orcid and (orcid in self._identified or isinstance(name, str)):
            return tuple(self._identified.get(orcid, ()))
        wanted = readings(name) if isinstance(name, str) else [one for one in [form(name)] if one]
        for kinds in (_PLAINLY, _NEARLY):
            found = {
                person.mentions: person
                for one in wanted
                for other in dict.fromkeys(near for word in (one.surname, one.first) for near in self._families.get(word, ()))
                if relate(one, other) in kinds
                for person in self._bearing[other]
            }
            if found:
                return tuple(sorted(found.values(), key=_order))
        return ()

    def places(self, name: str | Author) -> list[int]:
        """Give the places of the papers of those who bear a name, also under another one, or of an organisation.

        >>> papers = [Paper(authors=(Author(literal="Anthropic"),)), Paper(authors=(Author(family="Perez", given="Ethan"),))]
        >>> People(papers).places("anthropic"), People(papers).places("E. Perez")
        ([0], [1])
        """
        found = {place for person in self.by(name) for place, _ in person.mentions}
        literal = fold((name.literal or "") if isinstance(name, Author) else name)
        if literal:
            found.update(place for place, names in enumerate(self._names) if any(fold(one.literal or "") == literal for one in names))
        if orcid := _orcid(name):
            found.update(place for place, names in enumerate(self._names) if any(one.literal and one.orcid == orcid for one in names))
        return sorted(found)

    def find(self, name: str, limit: int = 10) -> list[Person]:
        """Rank the people whose names are or are like what a person types, typos and all.

        >>> people = People([Paper(authors=(Author(family="Lukošiūtė", given="Kamilė"), Author(family="Perez", given="Ethan")))])
        >>> people.find("kamile lukosuite")
        [<Person: Kamilė Lukošiūtė, 1 paper, 1 name>]
        """
        if not isinstance(name, str):
            raise no_text("find", name)
        found = {person.mentions: person for person in self.by(name)}
        names = {one: " ".join(one.words) for one in self._bearing}
        near = process.extract(fold(name[:200]), names, scorer=fuzz.token_sort_ratio, score_cutoff=_NEAR, limit=limit)
        for _, _, one in sorted(near, key=lambda hit: (-hit[1], hit[0])):
            found.update({person.mentions: person for person in self._bearing[one]})
        return list(found.values())[:limit]

    def coauthors(self, person: Person) -> dict[str, int]:
        """Count the papers that a person wrote with each other one, by their best names, the most frequent first."""
        total: Counter[str] = Counter()
        for place in dict.fromkeys(place for place, _ in person.mentions):
            found = [self.at(place, author) for author in range(len(self._names[place]))]
            others = {one.mentions: str(one) for one in found if one and one.mentions != person.mentions}
            total.update(others.values())
        return dict(sorted(total.items(), key=lambda item: (-item[1], item[0])))

    def explain(self, one: Person, other: Person) -> tuple[Evidence, ...]:
        """Say what speaks for two people being one, and against it, in bits by field.

        >>> people = People([Paper(title="A", authors=(Author(family="Zhang", given="Shuo"), Author(family="Zhang", given="Shuofei")))])
        >>> print(*people.explain(*people), sep="\\n")
        Evidence(field='paper', told='one paper names both', bits=-100.0)
        """
        return self._found.explain(one.mentions[0], other.mentions[0])

    def why(self, person: Person) -> str:
        """Tell in a small table why names were held to be one person's: each join with its evidence in bits.

        >>> tim, timothy = (Author(family="Maxwell", given=given) for given in ("Tim", "Timothy"))
        >>> people = People([Paper(title="Sleeper Agents", authors=(tim,)), Paper(title="Sycophancy", authors=(timothy,))])
        >>> print(people.why(people[0]))
        Timothy Maxwell
        Maxwell, Tim and Maxwell, Timothy: 2.1 bits
          name       a short form of the given name      -3.0
          commonness 0.028 others expected by chance     +5.1
        """
        lines = [str(person)]
        for one, other, evidence in self._found.why(person.mentions[0]):
            a, b = sorted(self._names[place][author].inverted for place, author in (one, other))
            lines.append(f"{a} and {b}: {sum(found.bits for found in evidence):.1f} bits")
            lines += (f"  {field:10} {told:32} {bits:+7.1f}" for field, told, bits in evidence)
        return "\n".join(lines)

    def verdict(self, one: Person, other: Person) -> Verdict:
        """Say whether two people are the same, maybe so, or different."""
        if one.mentions == other.mentions:
            return "same"
        return "maybe" if {one.mentions[0], other.mentions[0]} in self._maybes else "different"

    @cached_property
    def maybe(self) -> tuple[tuple[Person, Person, float], ...]:
        """The pairs that may be one person and were kept apart, with the evidence in bits, the surest first."""
        return tuple((self._of[one], self._of[other], bits) for one, other, bits in self._found.maybe)

    @cached_property
    def _maybes(self) -> list[set[Mention]]:
        return [{one.mentions[0], other.mentions[0]} for one, other, _ in self.maybe]

    def __repr__(self) -> str:
        return f"<People: {len(self)} people under {counted(len(self._found.source.forms), 'name')}>"

    def _repr_html_(self) -> str:
        rows = [
            (person.name.inverted, str(len(person.papers)), "; ".join(name.inverted for name in person.forms)) for person in self[:_ROWS]
        ]
        more = f", the first {_ROWS} shown" if len(self) > _ROWS else ""
        return table(f"{self!r}"[1:-1] + more, ("name", "papers", "names"), rows)


def _no_name(given: object) -> TypeError:
    return TypeError(f"people are asked for with a name or an Author, not with {type(given).__name__}")


def _orcid(name: str | Author) -> str:
    """Give the ORCID iD with which a person is asked for; "" if none."""
    if isinstance(name, Author):
        return name.orcid or ""
    found = parse_orcid(name)
    return found.id if found else ""


def _order(person: Person) -> tuple[int, str, list[str]]:
    return -len(person.papers), person.name.inverted, sorted(paper.label for paper in person.papers)
