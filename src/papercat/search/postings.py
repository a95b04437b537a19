"""Which texts have a word: two arrays and a dict, so that a million titles need little room."""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from itertools import count, islice

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORTEST = 4  # letters; a shorter word has too many neighbours
_LONGEST = 40  # letters; what is longer is no word
_LONG = 8  # letters that may hold two typos; in 7 letters two make another word ("parsing", "passing")
_MOST = 4  # neighbours of a word
_LAST = "\x7f"  # sorts behind every letter of a folded word


class Postings:
    """The words of some texts, each with the numbers of the texts that have it, in their order."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take the words of folded texts.

        >>> postings = Postings(["sleeper agents", "agents and goals"])
        >>> list(postings.texts("agents")), list(postings.texts("sleepers"))
        ([0, 1], [])
        """
        numbers: defaultdict[str, int] = defaultdict(count().__next__)
        words, sizes = array("I"), array("I")
        for text in texts:
            own = dict.fromkeys(text.split())
            words.extend(map(numbers.__getitem__, own))
            sizes.append(len(own))
        self._numbers = dict(numbers)
        self._starts = _starts(words, len(numbers))
        self._texts = _shared_out(words, sizes, self._starts)

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, word: str) -> bool:
        return word in self._numbers

    def span(self, word: str) -> tuple[int, int]:
        """Say from where to where the texts of a word stand; two equal places if there are none."""
        number = self._numbers.get(word)
        return (0, 0) if number is None else (self._starts[number], self._starts[number + 1])

    def size(self, word: str) -> int:
        """Count the texts that have a word."""
        start, end = self.span(word)
        return end - start

    def texts(self, word: str, low: int = 0, high: int | None = None) -> "array[int]":
        """Give the texts that have a word, those from `low` to before `high`."""
        start, end = self.narrowed(word, low, high)
        return self._texts[start:end]

    def at(self, start: int, end: int) -> "array[int]":
        """Give the texts that stand from one place to before another."""
        return self._texts[start:end]

    def among(self, texts: Iterable[int], start: int, end: int) -> list[int]:
        """Give those of some texts that stand from one place to before another."""
        every = self._texts
        places = ((text, bisect_left(every, text, start, end)) for text in texts)
        return [text for text, place in places if place < end and every[place] == text]

    def narrowed(self, word: str, low: int = 0, high: int | None = None) -> tuple[int, int]:
        """Say where the texts from `low` to before `high` stand that have a word."""
        start, end = self.span(word)
        if high is not None:
            end = bisect_left(self._texts, high, start, end)
        return (bisect_left(self._texts, low, start, end) if low else start), end

    def has(self, word: str, text: int) -> bool:
        """Tell whether a text has a word."""
        start, end = self.span(word)
        place = bisect_left(self._texts, text, start, end)
        return place < end and self._texts[place] == text

    def beginning(self, start: str, most: int) -> list[str]:
        """Give the words that begin so, those that most texts have first.

        >>> Postings(["sleeper agents", "sleep and agents", "sleeper"]).beginning("slee", 5)
        ['sleeper', 'sleep']
        """
        return sorted(self._begun(start), key=lambda word: (-self.size(word), word))[:most]

    def near(self, word: str) -> list[str]:
        """Give the words that are spelt nearly so: one letter wrong, missing, too many or swapped with its neighbour, two in long words.

        A single typo leaves one half of the word whole, so only words that share a half are compared.

        >>> Postings(["learning translation"]).near("lerning"), Postings(["learning translation"]).near("translatoin")
        (['learning'], ['translation'])
        """
        if not _SHORTEST <= len(word) <= _LONGEST:
            return []
        half = len(word) // 2
        words = list(dict.fromkeys([*self._begun(word[:half]), *self._ended(word[half:])]))
        most = 1 if len(word) < _LONG else 2
        found = process.extract(word, words, scorer=OSA.distance, score_cutoff=most, limit=2 * _MOST)
        return [other for other, distance, _ in found if distance == found[0][1]][:_MOST]

    def _begun(self, start: str) -> list[str]:
        first = bisect_left(self._words, start)
        return self._words[first : bisect_left(self._words, start + _LAST, first)]

    def _ended(self, end: str) -> list[str]:
        def turned(place: int) -> str:
            return self._words[place][::-1]

        first = bisect_left(self._backwards, end[::-1], key=turned)
        last = bisect_left(self._backwards, end[::-1] + _LAST, first, key=turned)
        return [self._words[place] for place in self._backwards[first:last]]

    @cached_property
    def _words(self) -> list[str]:
        return sorted(self._numbers)

    @cached_property
    def _backwards(self) -> "array[int]":
        return array("I", sorted(range(len(self)), key=lambda place: self._words[place][::-1]))


def _starts(words: "array[int]", size: int) -> "array[int]":
    """Say where the texts of each word begin, and where the last end."""
    starts = array("I", bytes(4 * (size + 1)))
    for word in words:
        starts[word + 1] += 1
    total = 0
    for word, number in enumerate(starts):
        total += number
        starts[word] = total
    return starts


def _shared_out(words: "array[int]", sizes: "array[int]", starts: "array[int]") -> "array[int]":
    """Give the texts, those of one word behind those of another."""
    free, texts = starts[:], array("I", bytes(4 * len(words)))
    each = iter(words)
    for text, size in enumerate(sizes):
        for word in islice(each, size):
            place = free[word]
            texts[place] = text
            free[word] = place + 1
    return texts
