"""The paper that a title is of: a title with typos, with words lost or in another order, or half of one."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import log2
from typing import Any, NamedTuple

from rapidfuzz import fuzz, process

from papercat.search.postings import Postings
from papercat.text.fold import fold_once

# The figures of this module were set on damaged titles of the ACL Anthology and of a review on depression, drawn with one seed, and
# checked on draws with others and on titles of seven other reviews: tests/bench/search.py, docs/explain/search.md.
_ALIKE = 0.88  # of the letters: it is the title, no other is looked for
_BEGUN = 0.97  # of the letters of a title's beginning
_ENOUGH = 0.86  # of a first answer; below it more titles are looked at
_SCANNED = 60  # letters; titles so short may have a typo in every word, so all of about their length are compared
_UNKNOWN = 5.0  # bits of a word that no title has: it may be a typo
# What a likeness of another kind than letter by letter is worth.
_OF_BEGINNING, _OF_ORDER, _OF_WORDS = 0.985, 0.98, 0.96
_OF_OTHER_WORDS = 0.95  # where a word of the query is in other titles and not in this one
_LIKE_ALL = 0.05  # of the likeness of the whole decides between titles with the same words
_BOTH = 40_000  # titles of one word that are laid beside those of another
_STEP = 12  # times as many titles of a word are looked up one by one rather than laid beside
_JUDGED = 64  # titles of those that have all the words


class Breadth(NamedTuple):
    """How many titles are looked at.

    Attributes:
        postings: of the rarest words, altogether.
        words: so many are looked at even if they have more, then in titles of about the length alone.
        titles: about so many are compared.
    """

    postings: int
    words: int
    titles: int


_NARROW, _WIDE, _WIDEST = Breadth(60, 1, 16), Breadth(2500, 4, 64), Breadth(25_000, 12, 160)


class Match(NamedTuple):
    """The title that comes nearest.

    Attributes:
        place: of its paper.
        likeness: 0 to 1.
        is_whole: all of the query is like all of the title, maybe in another order.
    """

    place: int
    likeness: float
    is_whole: bool


class _Asked(NamedTuple):
    """A query.

    Attributes:
        text: folded.
        words: each once, in order.
        bits: what each word tells.
        rarest: words that titles have, the rarest first, with how many have each.
    """

    text: str
    words: list[str]
    bits: dict[str, float]
    rarest: list[tuple[int, str]]


class Titles:
    """The titles of papers, by length, and their words; made once, asked often."""

    def __init__(self, titles: Sequence[str | None]) -> None:
        """Take the titles in the order of their papers."""
        folded = [fold_once(title or "") for title in titles]
        self._places = array("I", sorted(range(len(folded)), key=lambda place: len(folded[place])))
        self._texts = [folded[place] for place in self._places]
        self.postings = Postings(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def places(self, word: str) -> list[int]:
        """Give the papers that have a word in their title, those with the shortest titles first."""
        return [self._places[number] for number in self.postings.texts(word)]

    def find(self, query: str) -> Match | None:
        """Find the title that comes nearest to a folded query; None if none comes near.

        >>> titles = Titles(["Sleeper Agents", "Towards Understanding Sycophancy in Language Models", "Constitutional AI"])
        >>> titles.find("twoards understanding sycofancy"), titles.find("slepeer agnets").place, titles.find("zzzz") is None
        (Match(place=1, likeness=0.8..., is_whole=False), 0, True)
        """
        asked = self._asked(query)
        best: tuple[float, int, bool] = (0.0, -1, False)
        for numbers, enough in self._looks(asked):
            if numbers:
                best = max(best, self._judge(asked, numbers))
            if best[0] >= enough:
                break
        else:
            best = max(best, self._scan(asked, best[0]))
        return None if best[1] < 0 else Match(self._places[best[1]], min(best[0], 1.0), best[2])

    def _asked(self, query: str) -> _Asked:
        words = list(dict.fromkeys(query.split()))
        sizes = [(self.postings.size(word), word) for word in words]
        bits = {word: log2((len(self) + 1) / size) + 0.7 if size else _UNKNOWN for size, word in sizes}
        return _Asked(query, words, bits, sorted(one for one in sizes if one[0]))

    def _looks(self, asked: _Asked) -> Iterator[tuple[list[int], float]]:
        """Give titles to look at, few at first, each time with how good the best must be to end the search."""
        known = {word for _, word in asked.rarest}
        if known:
            yield self._having_some(asked, asked.rarest, _NARROW), _ALIKE
        by_words = known.issuperset(asked.words[:-1]) and known
        if by_words:  # nothing seems misspelt
            yield self._having_all(asked), _ENOUGH
        near = [other for word in asked.words if word not in known for other in self.postings.near(word)]
        words = sorted({*asked.rarest, *((self.postings.size(word), word) for word in near)})
        yield self._having_some(asked, words, _WIDE), _ENOUGH
        if known and not by_words:
            yield self._having_all(asked), _ENOUGH
        yield self._having_some(asked, words, _WIDEST), _ENOUGH

    def _having_some(self, asked: _Asked, words: Iterable[tuple[int, str]], breadth: Breadth) -> list[int]:
        """Give the titles that have most of the rarest words."""
        length, used = len(asked.text), 0
        parts: list[array[int]] = []
        slack = length // 20
        for size, word in words:
            if used + size <= breadth.postings:
                part = self.postings.texts(word)
            elif len(parts) >= breadth.words or (breadth is _NARROW and parts):
                break
            else:
                part = self.postings.texts(word, self._first(length - 2 - slack), self._first(length + 3 + slack))
            parts.append(part)
            used += len(part)
        if len(parts) < 2:
            return parts[0][: 4 * breadth.titles].tolist() if parts else []
        return self._commonest(Counter(number for part in parts for number in part), breadth.titles, length)

    def _commonest(self, counts: Counter[int], titles: int, length: int) -> list[int]:
        """Give the titles that have most words, of as good ones those of about the length."""
        if len(counts) <= titles:
            return list(counts)
        sizes = Counter(counts.values())
        least, good = max(sizes), 0
        while (good := good + sizes[least]) < titles // 2 and least > 1:
            least -= 1
        # those with the most words first: the judge looks at the first ones more closely
        found = sorted([number for number, has in counts.items() if has > least], key=lambda number: -counts[number])
        others = [number for number, has in counts.items() if has == least]
        if len(others) > 4 * titles:
            others.sort()
            middle = bisect_left(others, self._first(length))
            others = others[max(0, middle - 2 * titles) : middle + 2 * titles]
        return found + others

    def _first(self, length: int) -> int:
        """Give the first title that has so many letters."""
        return bisect_left(self._texts, length, key=len)

    def _having_all(self, asked: _Asked) -> list[int]:
        """Give the titles that have all words that any title has; the last word may be cut off."""
        last = asked.words[-1]
        whole = [word for _, word in asked.rarest if word != last] or [word for _, word in asked.rarest]
        low, high = self._first(len(asked.text) - 3), self._first(3 * len(asked.text) + 12)
        found = self._common(whole, low, high)
        if len(found) > _JUDGED:
            going_on = [number for number in found if asked.text in self._texts[number]]
            ended = [number for number in found if self.postings.has(last, number)] if len(going_on) <= _JUDGED else []
            found = [*going_on, *ended] or found
        if len(found) > _JUDGED:
            found = [number for number in found if self._texts[number].startswith(asked.text)] or found
        return sorted(set(found))[:_JUDGED]

    def _common(self, words: Sequence[str], low: int, high: int) -> list[int]:
        spans = sorted((end - start, start, end) for start, end in (self.postings.narrowed(word, low, high) for word in words))
        size, start, end = spans[0]
        found = self.postings.at(start, end).tolist() if size <= _BOTH else []
        for size, start, end in spans[1:]:
            if not found or (size > _BOTH and _STEP * len(found) > size):
                break
            if _STEP * len(found) > size:
                found = list(set(found).intersection(self.postings.at(start, end)))
            else:
                found = self.postings.among(found, start, end)
        return found

    def _judge(self, asked: _Asked, numbers: Sequence[int]) -> tuple[float, int, bool]:
        """Choose the title that is most like the query: letter by letter, by its beginning, by its words in any order, by its words."""
        texts = [self._texts[number] for number in numbers]
        whole = _best(asked.text, texts, fuzz.ratio)
        place, likeness = next(iter(whole.items()))
        # where every word is one that titles have, typos are not what differs: another title may have all of them
        if likeness >= _ALIKE and (len(asked.rarest) < len(asked.words) or asked.bits.keys() <= set(texts[place].split())):
            return likeness, numbers[place], True
        begun = _best(asked.text, [text[: len(asked.text)] for text in texts], fuzz.ratio)
        (place, likeness), *others = begun.items()
        if likeness >= _BEGUN and len(asked.words) > 2 and not (others and others[0][1] >= _BEGUN):
            return likeness * _OF_BEGINNING, numbers[place], False
        order = _best(asked.text, texts, fuzz.token_sort_ratio)
        (place, likeness), *others = order.items()
        if likeness >= _BEGUN and not (others and others[0][1] >= _BEGUN):
            return likeness * _OF_ORDER, numbers[place], True
        return self._weigh(asked, numbers, texts, (whole, begun, order))

    def _weigh(
        self, asked: _Asked, numbers: Sequence[int], texts: Sequence[str], kinds: tuple[dict[int, float], ...]
    ) -> tuple[float, int, bool]:
        whole, begun, order = kinds
        best: tuple[float, float, int, bool] = (0.0, 0.0, 0, False)
        total, is_known = sum(asked.bits.values()), len(asked.rarest) == len(asked.words)
        for place in dict.fromkeys((*whole, *begun, *order, *range(min(8, len(texts))))):
            like_all, had = max(whole.get(place, 0.0), order.get(place, 0.0) * _OF_ORDER), self._words_had(asked, texts[place]) / total
            if is_known and had < 1:
                like_all *= _OF_OTHER_WORDS
            likeness = max(like_all, begun.get(place, 0.0) * _OF_BEGINNING, had * _OF_WORDS)
            fine = likeness + _LIKE_ALL * fuzz.ratio(asked.text, texts[place]) / 100
            best = max(best, (fine, likeness, -numbers[place], like_all >= likeness))
        return best[1], -best[2], best[3]

    def _words_had(self, asked: _Asked, text: str) -> float:
        """Sum the bits of the words that a title has; the last may be cut off."""
        bits = sum(asked.bits[word] for word in asked.bits.keys() & text.split())
        last = asked.words[-1]
        return bits + asked.bits[last] if last not in self.postings and f" {last}" in text else bits

    def _scan(self, asked: _Asked, least: float) -> tuple[float, int, bool]:
        """Compare a short query with every title of about its length: a typo in each word leaves no word to look up."""
        length = len(asked.text)
        if length > _SCANNED:
            return 0.0, -1, False
        first = self._first(length - 3)
        texts = self._texts[first : self._first(length + 4)]
        found = process.extractOne(asked.text, texts, scorer=fuzz.ratio, score_cutoff=100 * max(least, 0.6))
        return (found[1] / 100, first + found[2], True) if found else (0.0, -1, False)


def _best(query: str, texts: Sequence[str], scorer: Callable[..., Any]) -> dict[int, float]:
    """Give the five texts that are most like a query, by place, the best first."""
    return {place: likeness / 100 for _, likeness, place in process.extract(query, texts, scorer=scorer, limit=5)}
