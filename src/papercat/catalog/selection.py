"""A part of a catalog, or all of it in another order: by a test, by an author, by fields."""

from collections.abc import Callable, Hashable, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Self, TypedDict, Unpack

from papercat.catalog.community import Community
from papercat.models import Author, Paper
from papercat.people import Person
from papercat.search import conditions, group, in_order

Test = Callable[[Paper], bool]
By = str | Callable[[Paper], Any]

Text = str | Callable[[Any], object] | None
Number = int | tuple[int | None, int | None] | AbstractSet[int | None] | range | list[int] | Callable[[Any], object] | None
Names = str | AbstractSet[str] | list[str] | tuple[str, ...]


class Wanted(TypedDict, total=False):
    """What papers can be asked for, by the names of their fields and those that people give them."""

    title: Text
    author: str | Author | Person | Callable[[Any], object] | None
    authors: str | Author | Person | Callable[[Any], object] | None
    abstract: Text
    arxiv: Text
    doi: Text
    year: Number
    month: Number
    venue: Text
    journal: Text
    volume: Text
    issue: Text
    pages: Text
    publisher: Text
    url: Text
    comment: Text
    note: Text
    keyword: Text
    keywords: Text
    type: Text
    extra: Text
    inferred: Text
    cut: Text
    variants: Text
    sources: Text
    has: Names
    lacks: Names


class Selection(Community):
    """Choosing and ordering; a part of `Catalog`."""

    def by(self, author: str | Author | Person) -> Self:
        """Give the papers of a person: `Family, Given`, `Given Family`, initials, with or without accents, or an ORCID iD.

        Whoever bears the name is meant, with all papers, also those under another name. Of an organisation it is the name. One of `people`
        is that person alone; a person of another catalog is whoever bears one of the names.

        Raises:
            TypeError: it is neither name nor person.

        >>> from papercat import read
        >>> cat = read("data/raw").dedup()
        >>> len(cat.by("Bowman, S.")), len(cat.by("Bowman, T."))
        (7, 0)
        >>> cat.by("Tim Maxwell") == cat.by("Maxwell, Timothy"), len(cat.by("Kamile Lukosuite"))
        (True, 3)
        >>> cat.by(cat.people[0])
        <Catalog: 10 papers, 1 merged, 40 issues>
        """
        return self._at(self._places_of(author))

    def _is_by(self, author: str | Author | Person) -> Test:
        papers = {id(self.papers[place]) for place in self._places_of(author)}
        return lambda paper: id(paper) in papers

    def _places_of(self, who: str | Author | Person) -> list[int]:
        """Give the places of the papers of whoever is meant."""
        if isinstance(who, str | Author):
            return self.people.places(who)
        if not isinstance(who, Person):
            raise TypeError(f"author cannot be asked for {who!r}: give a name, an Author or one of cat.people")
        if self.people.at(*who.mentions[0]) == who:
            return sorted({place for place, _ in who.mentions})
        return sorted({place for name in who.forms for place in self.people.places(name)})

    def where(self, test: Test | None = None, /, **wanted: Unpack[Wanted]) -> Self:
        """Give the papers that pass a test and have what is wanted.

        Args:
            test: a function that takes a paper.
            **wanted: for a text field (`title`, `venue`, `abstract`, `publisher`, `comment`, `keyword`, `extra`) words that stand in it one
                after the other, accents and case aside; for `year` and `month` a number, two of which either may be None (`(2020, None)`:
                from 2020 on), or a set, list or range; `author` as for `by`; `arxiv` and `doi` in any spelling; `type`, `volume`, `issue`
                and `pages` as they are; `has` and `lacks` the names of fields. None stands for what is not known, and a function tests
                the value of the field.

        Raises:
            TypeError: a field that papers do not have, or a value that it cannot be asked for; the nearest field is named.

        >>> from papercat import read
        >>> cat = read("data/raw").dedup()
        >>> len(cat.where(year=(2022, 2023))), len(cat.where(author="Bowman, S.", title="language models", has=("authors", "abstract")))
        (5, 3)
        >>> len(cat.where(lambda paper: len(paper.authors) > 30, lacks="arxiv"))
        6
        """
        if test is not None and not callable(test):
            raise TypeError(f"where takes a function of a paper, or fields by name, as where(title=…), not {test!r}; find takes words")
        tests = [*([test] if test else []), *conditions(dict(wanted), self._is_by)]
        return self._at(place for place, paper in enumerate(self.papers) if all(passes(paper) for passes in tests))

    def group_by(self, by: By) -> dict[Hashable, Self]:
        """Give the papers in groups, those with equal values in one catalog each, by that value; what has none comes last, under None.

        A paper with several values stands in several groups: `group_by("author")`, `group_by("keyword")`.

        Args:
            by: the name of a field, or a function that takes a paper.

        Raises:
            TypeError: papers have no such field; the nearest one is named.

        >>> from papercat import read
        >>> cat = read("data/raw").dedup()
        >>> {year: len(papers) for year, papers in cat.group_by("year").items()}
        {2019: 1, 2020: 1, 2022: 2, 2023: 3, None: 9}
        """
        return {value: self._at(places) for value, places in group(self.papers, by)}

    def sort_by(self, *by: By, reverse: bool | Sequence[bool] = False) -> Self:
        """Give the papers in order; those with equal values stay as they are, those without a value come last either way.

        Args:
            *by: names of fields or functions that take a paper, the most important first. Texts are compared without accents, case
                and signs, authors by family names.
            reverse: the highest first; for several fields maybe one answer each.

        Raises:
            TypeError: papers have no such field; the nearest one is named.
            ValueError: as many answers as fields were not given.

        >>> from papercat import read
        >>> cat = read("data/raw").dedup()
        >>> [paper.year for paper in cat.sort_by("year", "title", reverse=(True, False))[:4]]
        [2023, 2023, 2023, 2022]
        """
        for one in by:
            if isinstance(one, str) and one.startswith("-"):
                raise TypeError(f"{one!r} is no field: sort_by({one[1:]!r}, reverse=True) begins with the highest")
        return self._at(in_order(self.papers, by, reverse))
