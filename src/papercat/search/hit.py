"""A paper that answers a query, with the reason."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import NamedTuple, overload

from rapidfuzz import process
from rapidfuzz.distance import OSA

from papercat.models import Paper
from papercat.text.fold import fold_once
from papercat.text.html import table
from papercat.text.phrases import counted

# How much a word tells, by the field that has it: people look for titles and authors. In this order fields are looked at.
WEIGHTS = {
    "title": 1.0,
    "authors": 1.0,
    "arxiv": 1.0,
    "doi": 1.0,
    "year": 0.9,
    "venue": 0.8,
    "keywords": 0.7,
    "comment": 0.4,
    "abstract": 0.4,
}
_FACTS = ("authors", "arxiv", "doi", "year", "venue", "keywords")
_PROSE = ("comment", "abstract")
_LEAST = 4  # letters of a word that may have a typo
_LONG = 8  # letters of one that may have two
_ROWS = 20  # of hits in a notebook


class Spelling(NamedTuple):
    """A word that papers have, for one of the query.

    Attributes:
        word: as the papers have it.
        closeness: 1 if it is the word itself, less if that is its beginning or nearly so.
    """

    word: str
    closeness: float


Spellings = Mapping[str, Sequence[Spelling]]


@dataclass(frozen=True)
class Hit:
    """A paper that answers a query.

    Attributes:
        paper: the paper.
        score: 0 to 1, how well it fits: the share of what the query tells that the paper has, or how like its title the query is.
        spellings: the words of papers that were taken for each word of the query; nothing means the word itself.

    >>> from papercat import parse
    >>> hit = parse("Constitutional AI\\nBai, Yuntao\\nAs AI systems become more capable.").find("bai constitutionl")[0]
    >>> hit.matched
    {'bai': 'authors', 'constitutionl': 'title'}
    """

    paper: Paper
    score: float
    spellings: Spellings = field(default_factory=dict, repr=False, compare=False)
    by_id: tuple[str, str] | None = field(default=None, repr=False, compare=False)

    def __repr__(self) -> str:
        return f"Hit(paper={self.paper!r}, score={self.score:.2f})"

    @cached_property
    def matched(self) -> dict[str, str]:
        """Say which word of the query was found in which field: {"sycophancy": "title"}; an id as it was found, with its kind."""
        if self.by_id:
            kind, number = self.by_id
            return {number: kind}
        found = {word: name for word, (name, _) in explain(self.paper, self.spellings).items()}
        left = [word for word in self.spellings if word not in found]
        return {word: name for word in self.spellings if (name := found.get(word) or (_near(self.paper, word) if word in left else None))}


class Hits(Sequence[Hit]):
    """The hits of a query, the best first; a hit is looked for when it is asked for, so the first costs no more than itself.

    >>> from papercat import parse
    >>> hits = parse("Constitutional AI\\nBai, Yuntao\\nAs AI systems become more capable.").find("bai constitutionl")
    >>> hits[0].paper.title, len(hits), hits[1:]
    ('Constitutional AI', 1, [])
    """

    def __init__(self, hits: Iterable[Hit] = ()) -> None:
        """Take hits in their order, the first at once."""
        self._known: list[Hit] = []
        self._coming = iter(hits)
        self._look_for(1)

    @overload
    def __getitem__(self, place: int) -> Hit: ...
    @overload
    def __getitem__(self, place: slice) -> list[Hit]: ...
    def __getitem__(self, place: int | slice) -> Hit | list[Hit]:
        last = place.stop if isinstance(place, slice) else place
        is_behind = isinstance(place, slice) and min(place.start or 0, place.step or 1) < 0
        self._look_for(None if last is None or last < 0 or is_behind else last + 1)
        if not isinstance(place, slice) and not -len(self._known) <= place < len(self._known):
            raise IndexError(f"no hit at place {place}: there are {len(self._known)}")
        return self._known[place]

    def __len__(self) -> int:
        self._look_for(None)
        return len(self._known)

    def __iter__(self) -> Iterator[Hit]:
        place = 0
        while True:
            self._look_for(place + 1)
            if place >= len(self._known):
                return
            yield self._known[place]
            place += 1

    def __bool__(self) -> bool:
        return next(iter(self), None) is not None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Hits | list) and list(self) == list(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __reduce__(self) -> tuple[type["Hits"], tuple[list[Hit]]]:
        return Hits, (list(self),)

    def __repr__(self) -> str:
        return f"Hits({list(self)!r})"

    def _repr_html_(self) -> str:
        rows = [(f"{hit.score:.2f}", str(hit.paper), _told(hit)) for hit in self[:_ROWS]]
        return table(counted(len(self), "hit"), ("score", "paper", "matched"), rows)

    def _look_for(self, number: int | None) -> None:
        if number is None or number > len(self._known):
            self._known += islice(self._coming, None if number is None else number - len(self._known))


def _told(hit: Hit) -> str:
    return ", ".join(f"{word} in {name}" for word, name in hit.matched.items())


def explain(paper: Paper, spellings: Spellings) -> dict[str, tuple[str, float]]:
    """Say for each word of a query which field of a paper has it, and how much that counts, 0 to 1.

    >>> paper = Paper(title="Sleeper Agents", year=2024)
    >>> explain(paper, {"agnets": [Spelling("agents", 0.5)], "2024": [Spelling("2024", 1.0)], "goals": []})
    {'agnets': ('title', 0.5), '2024': ('year', 0.9)}
    """
    best: dict[str, tuple[str, float]] = {}
    for name, text in texts_of(paper):
        weight = WEIGHTS[name]
        wanted = [word for word in spellings if best.get(word, ("", 0.0))[1] < weight]
        own = frozenset(fold_once(text).split()) if wanted and text else frozenset[str]()
        for word in wanted if own else ():
            closeness = max((one.closeness for one in spellings[word] or (Spelling(word, 1.0),) if one.word in own), default=0.0)
            if closeness * weight > best.get(word, ("", 0.0))[1]:
                best[word] = name, closeness * weight
    return best


def texts_of(paper: Paper) -> Iterator[tuple[str, str]]:
    """Give the fields of a paper in which words are looked for, as texts, those that tell most first."""
    yield "title", paper.title or ""
    yield "authors", " ".join(map(str, paper.authors))
    yield "arxiv", paper.arxiv or ""
    yield "doi", paper.doi or ""
    yield "year", str(paper.year or "")
    yield "venue", paper.venue or ""
    yield "keywords", " ".join(paper.keywords)
    yield "comment", paper.comment or ""
    yield "abstract", paper.abstract or ""


def facts(paper: Paper) -> str:
    """Give the fields but title and prose as one folded text."""
    return fold_once(" ".join(text for name, text in texts_of(paper) if text and name in _FACTS))


def prose(paper: Paper) -> str:
    """Give abstract and comment as one folded text."""
    return fold_once(" ".join(text for name, text in texts_of(paper) if text and name in _PROSE))


def _near(paper: Paper, word: str) -> str | None:
    """Name the field that has a word that is spelt nearly so: a title was found as a whole, its words were not."""
    if len(word) < _LEAST:
        return None
    most = 1 if len(word) < _LONG else 2
    for name, text in texts_of(paper):
        own = fold_once(text).split() if name in ("title", "authors") else []
        if any(one.startswith(word) for one in own) or process.extractOne(word, own, scorer=OSA.distance, score_cutoff=most):
            return name
    return None
