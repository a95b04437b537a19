"""Who wrote the papers of a catalog."""

from dataclasses import replace
from functools import cached_property
from typing import Self

from papercat.catalog.holding import Holding
from papercat.decisions import Decisions, take
from papercat.people import People, unify


class Community(Holding):
    """The people; a part of `Catalog`."""

    @cached_property
    def people(self) -> People:
        """Who is who: the people behind the names on the papers, those with most papers first.

        >>> from papercat import read
        >>> maxwell = read("data/raw").dedup().people.by("Maxwell, Timothy")[0]
        >>> [name.inverted for name in maxwell.forms]
        ['Maxwell, Tim', 'Maxwell, Timothy']
        """
        return People(self.papers)

    def unify_people(self, decisions: Decisions = ()) -> Self:
        """Write the best form of each person's name wherever another stands, the fullest, with its accents.

        What was on a paper is kept in its variant `authors-printed`, every name that was rewritten is an issue `name-unified`, and
        two people who may be one are told as `maybe-same-person`. Doing it twice changes nothing.

        Args:
            decisions: what a person knows better: a CSV file with the columns decision, id 1 and id 2, or a list of `Decision`.

        Raises:
            InputError: the file of decisions is no such table, or they contradict each other.
            OSError: the file cannot be read.

        >>> from papercat import Author, Catalog, Paper
        >>> short, longer = Author(family="Maxwell", given="Tim"), Author(family="Maxwell", given="Timothy")
        >>> cat = Catalog([Paper(title="Sleeper Agents", authors=(short,)), Paper(title="Sycophancy", authors=(longer,))])
        >>> [str(paper.authors[0]) for paper in cat.unify_people()]
        ['Timothy Maxwell', 'Timothy Maxwell']
        """
        told, unread = take(decisions)
        people = People(self.papers, told) if told else self.people
        papers, issues = unify(self.papers, people)
        better = dict(zip(self.papers, papers, strict=True)) if self.merges else {}
        merges = (replace(one, paper=better.get(one.paper, one.paper)) for one in self.merges)
        told_once = dict.fromkeys((*self.issues, *unread, *issues))
        return type(self)(papers, issues=told_once, inputs=self.inputs, merges=merges, decisions=self.decisions)
