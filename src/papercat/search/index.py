"""A word index over the fields of papers: exact words, beginnings and typos, rarer words weighing more."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import log2
from typing import NamedTuple

from rapidfuzz import fuzz, process

from papercat.models import Paper
from papercat.text.fold import fold

# How much a word tells, by the field that has it: people look for titles and authors.
_WEIGHTS = {
    "title": 4.0,
    "authors": 4.0,
    "arxiv": 6.0,
    "doi": 6.0,
    "year": 3.0,
    "venue": 2.0,
    "keywords": 2.0,
    "comment": 1.0,
    "abstract": 1.0,
}
_BEGINNING, _TYPO = 0.7, 0.6  # of an exact word's weight
_TYPO_RATIO = 80.0  # rapidfuzz ratio: one wrong letter in five
_MIN_TYPO = 4  # letters; shorter words have too many neighbours
_MAX_WORDS = 64  # of a query; a pasted citation has fewer, a pasted file is cut


class Hit(NamedTuple):
    """A paper that answers a query.

    Attributes:
        paper: the paper.
        score: 0 to 1, the share of the query's weight that the paper has.
        matched: which word of the query was found in which field: {"sycophancy": "title"}.
    """

    paper: Paper
    score: float
    matched: dict[str, str]


class Index:
    """The words of a catalog's papers; made once, asked often."""

    def __init__(self, papers: Sequence[Paper]) -> None:
        """Take in every word of every paper."""
        self._papers = papers
        self._words: dict[str, dict[int, str]] = defaultdict(dict)
        for place, paper in enumerate(papers):
            for word, field in _words(paper):
                known = self._words[word].get(place)
                if known is None or _WEIGHTS[known] < _WEIGHTS[field]:
                    self._words[word][place] = field

    def find(self, query: str, limit: int) -> list[Hit]:
        """Rank the papers that have words of a query.

        >>> index = Index([Paper(title="Towards Understanding Sycophancy in Language Models"), Paper(title="Sleeper Agents")])
        >>> [(hit.paper.title, hit.matched) for hit in index.find("sicophancy", 5)]
        [('Towards Understanding Sycophancy in Language Models', {'sicophancy': 'title'})]
        """
        words = list(dict.fromkeys(fold(query[:10_000]).split()))[:_MAX_WORDS]
        scores: dict[int, float] = defaultdict(float)
        matched: dict[int, dict[str, str]] = defaultdict(dict)
        full = 0.0
        for word in words:
            found = self._matches(word)
            rarity = log2(1 + len(self._papers) / (1 + len(found)))
            full += rarity * 4.0
            for place, (closeness, field) in found.items():
                scores[place] += rarity * closeness * _WEIGHTS[field]
                matched[place][word] = field
        # a paper with all words of the query comes before one with a rare word many times over
        ranked = sorted(scores, key=lambda place: (-scores[place] * len(matched[place]), place))
        return [Hit(self._papers[place], min(scores[place] / full, 1.0), matched[place]) for place in ranked[:limit]]

    def _matches(self, word: str) -> dict[int, tuple[float, str]]:
        """Find the papers with a word, else with words that begin so, else with words that are spelt nearly so."""
        near = (
            [(word, 1.0)]
            if word in self._words
            else [(other, _BEGINNING) for other in self._words if len(word) > 2 and other.startswith(word)]
        )
        if not near and len(word) >= _MIN_TYPO:
            typos = process.extract(word, self._words.keys(), scorer=fuzz.ratio, score_cutoff=_TYPO_RATIO, limit=5)
            near = [(other, _TYPO * ratio / 100) for other, ratio, _ in typos]
        found: dict[int, tuple[float, str]] = {}
        for other, closeness in near:
            for place, field in self._words[other].items():
                found[place] = max(found.get(place, (0.0, field)), (closeness, field))
        return found


def _words(paper: Paper) -> Iterator[tuple[str, str]]:
    """Give every word of a paper with its field."""
    texts = {
        "title": paper.title,
        "abstract": paper.abstract,
        "venue": paper.venue,
        "comment": paper.comment,
        "arxiv": paper.arxiv,
    }
    texts |= {"doi": paper.doi, "year": str(paper.year or ""), "keywords": " ".join(paper.keywords)}
    texts["authors"] = " ".join(str(author) for author in paper.authors)
    for field, text in texts.items():
        for word in set(fold(text or "").split()):
            yield word, field
