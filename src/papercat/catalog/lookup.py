"""What one asks of a catalog: a paper by its key, papers by words, by author, by a test."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Self, overload

from rapidfuzz import process

from papercat.catalog.holding import Holding
from papercat.errors import PaperNotFoundError
from papercat.identifiers import parse_arxiv, parse_doi
from papercat.models import Author, Paper
from papercat.names import compatible
from papercat.search import Hit, Index


class Lookup(Holding):
    """Looking up; a part of `Catalog`."""

    @overload
    def __getitem__(self, which: int | str) -> Paper: ...
    @overload
    def __getitem__(self, which: slice) -> Self: ...
    def __getitem__(self, which: int | str | slice) -> Paper | Self:
        """Give the paper at a place, under a citation key or with an id in any spelling, or a part of the catalog.

        Raises:
            PaperNotFoundError: no paper has that key or id; it names the nearest ones.
            IndexError: no paper stands at that place.
        """
        if isinstance(which, slice):
            return self._only(self.papers[which])
        if isinstance(which, int):
            return self.papers[which]
        found = self.get(which)
        if found is None:
            near = process.extract(which, self._places.keys(), limit=3, score_cutoff=75)
            raise PaperNotFoundError(which, [key for key, _, _ in near])
        return found

    def get(self, key: str) -> Paper | None:
        """Give the paper under a citation key, or with an arXiv id or DOI in any spelling; None if there is none.

        >>> from papercat import parse
        >>> cat = parse("We test a hypothesis.\\narXiv:2302.00805As language models scale, they develop.\\narXiv:2212.09251")
        >>> cat.get("https://arxiv.org/abs/2302.00805v1") is cat[0], cat.get("nothing")
        (True, None)
        """
        spellings = (key, *(found.id for found in (parse_arxiv(key), parse_doi(key)) if found))
        place = next((self._places[spelling] for spelling in spellings if spelling in self._places), None)
        return None if place is None else self.papers[place]

    def find(self, query: str, limit: int = 10) -> list[Hit]:
        """Rank the papers by how well title, authors, year, venue, ids and abstract fit what a person types.

        Words may be in any order, cut short or misspelt. Each hit has its `score` (0 to 1) and says what `matched`.

        >>> from papercat import parse
        >>> cat = parse("Constitutional AI\\nBai, Yuntao\\nAs AI systems become more capable.")
        >>> cat.find("bai constitutionl")[0].matched
        {'bai': 'authors', 'constitutionl': 'title'}
        """
        return self._index.find(query, limit)

    def by(self, author: str | Author) -> Self:
        """Give the papers of an author: `Family, Given`, `Given Family`, initials, with or without accents.

        >>> from papercat import parse
        >>> cat = parse("Sycophancy\\nSharma, Mrinank, Bowman, Samuel R.\\nHuman feedback is commonly utilized.")
        >>> len(cat.by("Bowman, S.")), len(cat.by("S. R. Bowman")), len(cat.by("Bowman, T."))
        (1, 1, 0)
        """
        wanted = [_family_given(author)] if isinstance(author, Author) else list(_readings(author))
        return self.where(lambda paper: any(compatible(one, _family_given(name)) for name in paper.authors for one in wanted))

    def where(self, test: Callable[[Paper], bool]) -> Self:
        """Give the papers that pass a test.

        >>> from papercat import parse
        >>> cat = parse("We test a hypothesis.\\narXiv:2302.00805As language models scale.\\narXiv:2212.09251")
        >>> len(cat.where(lambda paper: paper.year == 2023))
        1
        """
        return self._only(paper for paper in self.papers if test(paper))

    @cached_property
    def _index(self) -> Index:
        return Index(self.papers)

    @cached_property
    def _places(self) -> dict[str, int]:
        names = ((name, place) for place, paper in enumerate(self.papers) for name in (paper.arxiv, paper.doi) if name)
        places: dict[str, int] = {}
        for name, place in (*zip(self.keys, range(len(self)), strict=True), *names):
            places.setdefault(name, place)
        return places


def _family_given(author: Author) -> tuple[str, str]:
    family = author.family or author.literal or ""
    return f"{author.particle} {family}" if author.particle else family, author.given or ""


def _readings(name: str) -> Iterator[tuple[str, str]]:
    """Give the ways to part a name into family and given: at its comma, or at each blank, or not at all."""
    family, comma, given = name.partition(",")
    if comma:
        yield family.strip(), given.strip()
        return
    words = name.split()
    yield from ((" ".join(words[i:]), " ".join(words[:i])) for i in range(len(words)))
