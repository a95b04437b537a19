"""Papers by what a person types: by an id, by a title as a whole, else by words in any field, rarer ones weighing more."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain, islice, pairwise
from math import log2

from rapidfuzz import fuzz

from papercat.models import Paper
from papercat.search.hit import WEIGHTS, Hit, Hits, Spelling, Spellings, explain, facts, prose
from papercat.search.ids import ids_of
from papercat.search.postings import Postings
from papercat.search.query import Query, read_query
from papercat.search.titles import Match, Titles
from papercat.text.fold import fold_once

_BEGINNING, _TYPO = 0.8, 0.7  # of an exact word's weight
_ONE_WORD = 0.9  # of the weight of two words, for the one that is written together
_SHORTEST_TWO, _LONGEST_TWO = 6, 40  # letters of two words that are written together
_LOOKED_AT = 200  # titles that have two words, for one in which they stand together
_MIN_BEGINNING = 3  # letters; shorter ones begin too many words
_BEGINNINGS = 20  # words that begin so, of those that most papers have
_IS_TITLE = 0.84  # of the letters: the query is that title
_HAS_WORDS = 0.95  # of the likeness by words alone: the title has all words of the query
_ENOUGH_WORDS = 3  # that a title has and that are no mere coincidence
_COINCIDENCE = 3  # words of a title that may stand in any query
_LONGEST_TITLE = 1000  # letters
_POSTINGS = 20_000  # papers that have the rarest words; with them alone a citation takes 20 ms of 100,000 papers, with all words 430
_WEIGHED = 64  # papers that are weighed by field at a time
_OUTSIDE_PROSE = 0.5  # the least that a word counts in another field
_LIKE_TITLE = 0.2  # of a score is the likeness to the title as a whole, the rest is the share of the words


class Index:
    """The words of a catalog's papers; each part is made when a query first needs it."""

    def __init__(self, papers: Sequence[Paper]) -> None:
        """Take the papers; a place in them is what the parts know of a paper."""
        self._papers = papers

    def find(self, query: str, limit: int | None = 10) -> Hits:
        """Rank the papers that answer a query.

        Raises:
            TypeError: the query is no text.
            ValueError: the limit is negative.

        >>> index = Index([Paper(title="Towards Understanding Sycophancy in Language Models"), Paper(title="Sleeper Agents")])
        >>> [(hit.paper.title, hit.matched) for hit in index.find("sicophancy", 5)]
        [('Towards Understanding Sycophancy in Language Models', {'sicophancy': 'title'})]
        """
        asked = self._parted(read_query(query))
        if limit is not None and limit < 0:
            raise ValueError(f"limit is {limit}; give 0 or more, or None for all")
        return Hits(islice(self._hits(asked), limit))

    def _hits(self, asked: Query) -> Iterator[Hit]:
        """Give each paper once, and none a higher score than the one before."""
        seen: set[int] = set()
        least = 1.0
        for place, hit in self._answers(asked):
            if place not in seen:
                seen.add(place)
                yield hit if hit.score <= least else replace(hit, score=least)
                least = min(least, hit.score)

    def _answers(self, asked: Query) -> Iterator[tuple[int, Hit]]:
        """Give papers by id, by title, by words, the best of each first."""
        for found in asked.ids():
            yield from ((place, Hit(self._papers[place], 1.0, by_id=found)) for place in self.by_id.get(found, ()))
        match = self._titles.find(asked.text) if asked.words and len(asked.text) <= _LONGEST_TITLE else None
        if match is None:
            yield from self._by_words(asked)
            return
        # a letter that differs is one lost and one wrong
        like = Hit(self._papers[match.place], max(0.0, 2 * match.likeness - 1), dict.fromkeys(asked.words, ()))
        if self._is_title(asked, match):
            yield match.place, like
            yield from self._by_words(asked)
        else:
            yield from self._with_title(match, like, self._by_words(asked))

    def _with_title(self, match: Match, like: Hit, others: Iterator[tuple[int, Hit]]) -> Iterator[tuple[int, Hit]]:
        """Give the paper whose title may be meant before those that answer less well."""
        is_to_come = match.is_whole and like.score > 0
        for place, hit in others:
            if is_to_come and hit.score < like.score:
                yield match.place, like
                is_to_come = False
            yield place, hit
        if is_to_come:
            yield match.place, like

    def _is_title(self, asked: Query, match: Match) -> bool:
        """Tell whether a query is the title that it is like, and nothing in it speaks of another field."""
        title = fold_once(self._papers[match.place].title or "")
        left = set(asked.words).difference(title.split())
        if match.is_whole and match.likeness >= _IS_TITLE:
            return not any(word in self._facts for word in left)
        if match.likeness < _HAS_WORDS:
            return False
        return len(asked.words) >= _ENOUGH_WORDS or not any(word in self._facts for word in asked.words)

    def _parted(self, asked: Query) -> Query:
        """Part words that no paper has and that are two words of a title, one behind the other: "pretraining" for "pre-training"."""
        parts = {word: found for word in asked.words if (found := self._halves(word))}
        if not parts:
            return asked
        words = tuple(dict.fromkeys(half for word in asked.words for half in parts.get(word, (word,))))
        return asked._replace(text=" ".join(chain.from_iterable(parts.get(word, (word,)) for word in asked.text.split())), words=words)

    def _halves(self, word: str) -> tuple[str, str] | None:
        titles = self._titles.postings
        if not _SHORTEST_TWO <= len(word) <= _LONGEST_TWO or word in titles:
            return None
        halves = ((word[:cut], word[cut:]) for cut in range(2, len(word) - 1) if word[:cut] in titles and word[cut:] in titles)
        found = next((both for both in halves if self._stand_together(*both)), None)
        return found if found and not self._is_known(word) else None  # asked last: it makes the other indexes

    def _stand_together(self, first: str, second: str) -> bool:
        both = set(self._titles.places(first)).intersection(self._titles.places(second))
        titles = (fold_once(self._papers[place].title or "") for place in islice(both, _LOOKED_AT))
        return any(f" {first} {second} " in f" {title} " for title in titles)

    def _is_known(self, word: str) -> bool:
        return any(word in layer for layer in (self._titles.postings, self._facts, self._prose))

    # -- by words

    def _by_words(self, asked: Query) -> Iterator[tuple[int, Hit]]:
        """Rank by words: first the papers that have all of them outside of their prose, then all that have some."""
        exact = {word: (Spelling(word, 1.0),) for word in asked.words}
        if asked.words and all(self._titles.postings.size(word) + self._facts.size(word) for word in asked.words):
            yield from self._ranked(asked, exact, self._having_all(asked.words), all_words=True)
        joined = self._joined(asked.words)
        spellings = {word: (*self._spellings(word), *joined.get(word, ())) for word in asked.words}
        yield from self._ranked(asked, spellings, self._having_some(spellings))

    def _spellings(self, word: str) -> Iterator[Spelling]:
        """Give the words that a word stands for: itself, else those that it begins, else those that are spelt nearly so."""
        layers = (self._titles.postings, self._facts, self._prose)
        if self._is_known(word):
            yield Spelling(word, 1.0)
            return
        begun = [other for layer in layers for other in layer.beginning(word, _BEGINNINGS)] if len(word) >= _MIN_BEGINNING else []
        if begun:
            yield from (Spelling(other, _BEGINNING) for other in dict.fromkeys(begun))
            return
        near = dict.fromkeys(other for layer in layers for other in layer.near(word))
        yield from (Spelling(other, _TYPO * fuzz.ratio(word, other) / 100) for other in near)

    def _joined(self, words: Sequence[str]) -> dict[str, list[Spelling]]:
        """Give for two words of a query the one that titles have in their place: "pretraining" for "pre training"."""
        found: dict[str, list[Spelling]] = defaultdict(list)
        for first, second in pairwise(words):
            if len(first + second) >= _SHORTEST_TWO and first + second in self._titles.postings:
                for word in (first, second):
                    found[word].append(Spelling(first + second, _ONE_WORD))
        return found

    def _having_all(self, words: Iterable[str]) -> list[int]:
        """Give the papers that have all words in title or facts, and others if they are few; the shortest titles first."""
        found: dict[int, None] = {}
        for number, word in enumerate(sorted(words, key=lambda word: self._titles.postings.size(word) + self._facts.size(word))):
            if number and len(found) <= _WEIGHED:
                break
            places = chain(self._titles.places(word), self._facts.texts(word))
            found = dict.fromkeys(filter(found.__contains__, places) if number else places)
        return list(found)

    def _having_some(self, spellings: Spellings) -> list[int]:
        """Give the papers that have words of the query, those with the most and rarest first.

        Words that very many papers have are left to the weighing of those that have a rarer one.
        """
        scores: dict[int, float] = {}
        looked_at = 0
        for word in sorted(spellings, key=lambda word: self._count(spellings[word])):
            if scores and looked_at + self._count(spellings[word]) > _POSTINGS:
                break
            bits, best = self._bits(spellings[word]), dict[int, float]()
            for spelling in spellings[word]:
                for places, weight in self._places(spelling.word):
                    for place in places:
                        best[place] = max(best.get(place, 0.0), weight * spelling.closeness)
            looked_at += len(best)
            for place, closeness in best.items():
                scores[place] = scores.get(place, 0.0) + bits * closeness
        return sorted(scores, key=lambda place: (-scores[place], place))

    def _places(self, word: str) -> Iterator[tuple[Iterable[int], float]]:
        """Give the papers that have a word, by layer, with what the layer counts."""
        yield self._titles.places(word), WEIGHTS["title"]
        yield self._facts.texts(word), WEIGHTS["year"]
        yield self._prose.texts(word), WEIGHTS["abstract"]

    def _count(self, spellings: Sequence[Spelling]) -> int:
        layers = (self._titles.postings, self._facts, self._prose)
        return sum(layer.size(spelling.word) for spelling in spellings for layer in layers)

    def _bits(self, spellings: Sequence[Spelling]) -> float:
        """Say how much a word tells: the rarer, the more."""
        return log2(1 + (1 + len(self._papers)) / (1 + self._count(spellings)))

    def _ranked(self, asked: Query, spellings: Spellings, places: Sequence[int], *, all_words: bool = False) -> Iterator[tuple[int, Hit]]:
        """Weigh papers field by field, some at a time, and give the best first."""
        bits = {word: self._bits(spellings[word]) for word in asked.words}
        for start in range(0, len(places), _WEIGHED):
            hits: list[tuple[float, int]] = []
            for place in places[start : start + _WEIGHED]:
                found = explain(self._papers[place], spellings)
                if not all_words or all(found.get(word, ("", 0.0))[1] >= _OUTSIDE_PROSE for word in asked.words):
                    hits.append((self._score(asked, bits, found, place), place))
            for score, place in sorted(hits, key=lambda hit: (-hit[0], hit[1])):
                yield place, Hit(self._papers[place], score, spellings)

    def _score(self, asked: Query, bits: Mapping[str, float], found: Mapping[str, tuple[str, float]], place: int) -> float:
        """Give the share of what the query tells that a paper has, less if words are missing, more if it is like the title."""
        share = sum(bits[word] * credit for word, (_, credit) in found.items()) / sum(bits.values())
        had = (1 + len(found) / len(asked.words)) / 2
        title = fold_once(self._papers[place].title or "")
        like = fuzz.token_sort_ratio(asked.text[:_LONGEST_TITLE], title) / 100
        own = title.split()
        if len(own) > _COINCIDENCE:  # in a citation stands more than the title
            like = max(like, sum(map(asked.words.__contains__, own)) / len(own))
        return min((1 - _LIKE_TITLE) * share * had + _LIKE_TITLE * like, 1.0)

    # -- the parts

    @cached_property
    def _titles(self) -> Titles:
        return Titles([paper.title for paper in self._papers])

    @cached_property
    def _facts(self) -> Postings:
        return Postings(map(facts, self._papers))

    @cached_property
    def _prose(self) -> Postings:
        return Postings(map(prose, self._papers))

    @cached_property
    def by_id(self) -> dict[tuple[str, str], list[int]]:
        """The places of the papers that have an id, by its kind and itself."""
        places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, paper in enumerate(self._papers):
            for one in ids_of(paper):
                places[one].append(place)
        return dict(places)
