"""What one asks of a catalog: a paper by its place, its key or its id, and papers by what a person types."""

from functools import cached_property
from operator import index
from typing import Self, SupportsIndex, TypeVar, overload

from rapidfuzz import fuzz, process

from papercat.catalog.holding import Holding
from papercat.errors import PaperNotFoundError
from papercat.identifiers import parse_identifier
from papercat.models import Paper
from papercat.search import Hits, Index

_Else = TypeVar("_Else")
_NEAR = 75  # rapidfuzz ratio: of eight letters two may be wrong


class Lookup(Holding):
    """Looking up; a part of `Catalog`."""

    @overload
    def __getitem__(self, which: SupportsIndex | str) -> Paper: ...
    @overload
    def __getitem__(self, which: slice) -> Self: ...
    def __getitem__(self, which: SupportsIndex | str | slice) -> Paper | Self:
        """Give the paper at a place, under a citation key or with an id in any spelling, or a part of the catalog.

        Raises:
            PaperNotFoundError: no paper has that key or id; it names the nearest ones.
            IndexError: no paper stands at that place.
            TypeError: it is neither place, slice nor text.

        >>> from papercat import read
        >>> cat = read("data/raw/askell-listing.txt")
        >>> cat["perezdiscovering"].title, len(cat[-2:]), cat[::-1][0] is cat[-1]
        ('Discovering Language Model Behaviors with Model-Written Evaluations', 2, True)
        """
        if isinstance(which, slice):
            return self._at(range(len(self))[which])
        if isinstance(which, str):
            found = self.get(which)
            if found is None:
                raise PaperNotFoundError(which, self._near(which))
            return found
        try:
            return self.papers[index(which)]
        except TypeError:
            raise TypeError(f"a catalog is asked with a place, a slice, a key or an id, not with {type(which).__name__}") from None
        except IndexError:
            raise IndexError(f"no paper at place {which!r}: there are {len(self)}, from place 0") from None

    def __contains__(self, value: object) -> bool:
        return self.get(value) is not None if isinstance(value, str) else value in self.papers

    @overload
    def get(self, key: str) -> Paper | None: ...
    @overload
    def get(self, key: str, default: _Else) -> Paper | _Else: ...
    def get(self, key: str, default: object = None) -> object:
        """Give the paper under a citation key, or with an id in any spelling; if there is none, None or what is given instead.

        Ids are those of `arxiv` and `doi`, and those that stand in a paper's address or in `extra`: PMID, PMCID, ISBN, ACL Anthology.

        Raises:
            TypeError: it is no text.

        >>> from papercat import parse
        >>> cat = parse("We test a hypothesis.\\narXiv:2302.00805As language models scale, they develop.\\narXiv:2212.09251")
        >>> cat.get("https://arxiv.org/abs/2302.00805v1") is cat[0], cat.get("nothing")
        (True, None)
        """
        if not isinstance(key, str):
            raise TypeError(f"a paper is got by its key or id, a text, not by {type(key).__name__}; cat[0] gives the first")
        place = self._place(key)
        return default if place is None else self.papers[place]

    def find(self, query: str, limit: int | None = 10) -> Hits:
        """Rank the papers by how well title, authors, year, venue, ids and abstract fit what a person types.

        Words may be in any order, cut short or misspelt; a title may have lost words or half of itself; an id may be in any spelling, alone
        or in a whole citation. Each hit has its `score` (0 to 1) and says what `matched`.

        Args:
            query: what a person types; all but its first 10,000 characters and 64 words is left out.
            limit: give so many hits at most; None for all. A hit costs nothing before it is asked for.

        Raises:
            TypeError: the query is no text.
            ValueError: the limit is negative.

        >>> from papercat import read
        >>> cat = read("data/raw").dedup()
        >>> hit = cat.find("askell moral self corection")[0]
        >>> print(hit.paper)
        Ganguli, Askell et al. The Capacity for Moral Self-Correction in Large Language Models
        >>> hit.matched
        {'askell': 'authors', 'moral': 'title', 'self': 'title', 'corection': 'title'}
        >>> cat.find("see https://arxiv.org/pdf/2212.09251v2.pdf")[0].matched
        {'2212.09251': 'arxiv'}
        """
        return self._index.find(query, limit)

    def _place(self, key: str) -> int | None:
        place = self._by_key.get(key.strip().casefold())
        if place is None and (found := parse_identifier(key)):
            place = next(iter(self._index.by_id.get((found.kind, found.id), ())), None)
        return place

    def _near(self, key: str) -> list[str]:
        names = [*self._by_key, *(number for _, number in self._index.by_id)]
        return [
            name
            for name, _, _ in process.extract(key.casefold(), list(dict.fromkeys(names)), scorer=fuzz.ratio, limit=3, score_cutoff=_NEAR)
        ]

    @cached_property
    def _index(self) -> Index:
        return Index(self.papers)

    @cached_property
    def _by_key(self) -> dict[str, int]:
        return {key: place for place, key in reversed([*enumerate(self.keys)])}
