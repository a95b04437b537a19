"""Which pairs are compared: the keys of many records brought together, without a table of all of them.

A key is kept as its checksum beside the place of its record, in one of many parts of the whole; the keys of a part are brought together
in a table that fits the cache. That takes 8 bytes a key, where a dict of lists takes some 200.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple, TypeAlias

from papercat.dedup.blocks import CAPS, cap, keys, pairs
from papercat.dedup.sums import checksums, sums
from papercat.dedup.view import View

Numbers: TypeAlias = "array[int]"  # a string, for array takes no brackets when it runs
Floats: TypeAlias = "array[float]"
# Keys of a part. Of 100,000 records, us each to share out and bring together: 2.7 with 2**12 to 2**15 keys, 4.9 with 2**17, 7.6 with 2**20.
_PART = 1 << 14
_SMALL = min(CAPS.values())  # records; the pairs of a block that is no larger are all compared, whatever its key
_KEYS = 13  # a record has at most, but for few
_SLICE = 64, 4096  # records whose pairs are compared together, at least and at most
_TOLD = 20  # of the blocks that were cut


class Cut(NamedTuple):
    """A block that was too large for all its pairs.

    Attributes:
        key: what its records have in common.
        records: how many have it, copies counted once.
        pairs: how many of their pairs are compared.
    """

    key: str
    records: int
    pairs: int


class Among(NamedTuple):
    """Which pairs count: the first `old` records have been compared with each other, and `new` says whether the rest are to be."""

    old: int = 0
    new: bool = True


ALL = Among()


class Part(NamedTuple):
    """Keys that belong together: for each its checksum, and the place of the record that has it."""

    sums: Numbers
    places: Numbers

    def extend(self, more: "Part") -> None:
        """Take the keys of other records as well."""
        self.sums.extend(more.sums)
        self.places.extend(more.places)

    def blocks(self) -> Iterator[tuple[int, list[int]]]:
        """Give the checksum and the records of each key that two or more have, in ascending order."""
        first: dict[int, int] = {}
        more: dict[int, list[int]] = {}
        for one, place in zip(self.sums, self.places, strict=True):
            if one not in first:
                first[one] = place
            elif one in more:
                more[one].append(place)
            else:
                more[one] = [first[one], place]
        for one, places in more.items():
            places.sort()  # several processes give them in any order
            yield one, places


class Sorter(NamedTuple):
    """How the keys of so many records are shared out, by the first bits of their checksums.

    Attributes:
        shift: bits of a checksum behind these.
        parts: into which they are shared out.
    """

    shift: int
    parts: int

    @classmethod
    def of(cls, records: int) -> "Sorter":
        """Choose the sizes for so many records."""
        bits = (records * _KEYS // _PART).bit_length()
        return cls(32 - bits, 1 << bits)

    def empty(self) -> list[Part]:
        """Make the parts, with nothing in them."""
        return [Part(array("I"), array("I")) for _ in range(self.parts)]

    def share(self, views: Iterable[View], start: int) -> list[Part]:
        """Share out the keys of records, of which the first stands at a place."""
        parts, shift = self.empty(), self.shift
        add_sum, add_place = [part.sums.append for part in parts], [part.places.append for part in parts]
        for place, found in enumerate(map(sums, views), start):
            for one in found:
                number = one >> shift
                add_sum[number](one)
                add_place[number](place)
        return parts


class Candidates(NamedTuple):
    """What is compared.

    Attributes:
        slices: pairs of places as numbers, `a << 32 | b`, each once and in ascending order; the records `a` of a slice stand together.
        keys: of all records.
        cuts: the number of blocks that were too large for all their pairs.
        cut: the largest of them.
    """

    slices: list[Numbers]
    keys: int
    cuts: int
    cut: tuple[Cut, ...]


def candidates(views: Sequence[View], parts: Sequence[Part], first: Mapping[int, int], among: Among) -> Candidates:
    """Bring the records of each key together.

    Args:
        views: of the records.
        parts: their keys, as `Sorter.share` gives them.
        first: for each exact copy the place of the first of its kind, which stands for it.
        among: which pairs count.
    """
    size = max(_SLICE[0], min(_SLICE[1], len(views) // _SLICE[0]))
    slices = [array("Q") for _ in range(0, len(views), size)]
    cut: list[Cut] = []
    old, new = among
    for part in parts:
        for checksum, block in part.blocks():
            places = block if first.keys().isdisjoint(block) else [place for place in block if place not in first]
            if len(places) == 2:
                found: Iterable[tuple[int, int]] = ((places[0], places[1]),)
            else:
                found = combinations(places, 2) if len(places) <= _SMALL else _of_large(views, places, checksum, cut)
            if old or not new:
                found = [(a, b) for a, b in found if b >= old and (new or a < old)]
            for a, b in found:
                slices[a // size].append(a << 32 | b)
    largest = sorted(cut, key=lambda one: (-one.records, one.key))[:_TOLD]
    for number, some in enumerate(slices):
        slices[number] = array("Q", sorted(set(some)))
    return Candidates(slices, sum([len(part.sums) for part in parts]), len(cut), tuple(largest))


def _of_large(views: Sequence[View], places: Sequence[int], checksum: int, cut: list[Cut]) -> Iterable[tuple[int, int]]:
    told = keys(views[places[0]])
    key = told[[*checksums(told)].index(checksum)]
    if len(places) <= cap(key):
        return combinations(places, 2)
    found = set(pairs(views, places, key))
    cut.append(Cut(key, len(places), len(found)))
    return found


def copies(views: Sequence[View], among: Among) -> dict[int, int]:
    """Give for each exact copy the first of its kind; where only pairs across count, of its kind and side."""
    # a hash only brings them near each other, what is equal is asked of the views; so the result is the same in every process
    near = [hash(view.title) ^ view.digest for view in views]
    counts = Counter(near)
    first: dict[int, int] = {}
    kinds: dict[tuple[View, bool], int] = {}
    for place in [place for place, number in enumerate(near) if counts[number] > 1]:
        kind = kinds.setdefault((views[place], not among.new and place >= among.old), place)
        if kind != place:
            first[place] = kind
    return first
