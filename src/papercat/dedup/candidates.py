"""Which pairs are compared: the keys of many records brought together, without a table of all of them.

A key is kept as a number, of its checksums and the place of its record, in one of many parts of the whole; a part is sorted while it
is in the cache, and records of one key stand side by side. That takes 8 bytes a key, where a dict of lists takes some 200.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, pairwise, repeat
from typing import NamedTuple, TypeAlias

from papercat.dedup.blocks import CAPS, cap, keys, pairs
from papercat.dedup.sums import checksums, sums
from papercat.dedup.view import View

Numbers: TypeAlias = "array[int]"  # a string, for array takes no brackets when it runs
Floats: TypeAlias = "array[float]"
_PART = 1 << 16  # numbers of a part; sorted, they are 2.5 MB, of the size of a core's cache
_ROOM = 53 - 32  # bits of a float beside a checksum
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


class Sorter(NamedTuple):
    """How the keys of so many records are written as numbers and shared out.

    Attributes:
        scale: what a checksum is multiplied by, so that there is room for the place of a record.
        code: of the arrays that hold the numbers.
        parts: into which they are shared out.
    """

    scale: float
    code: str
    parts: int

    @classmethod
    def of(cls, records: int) -> "Sorter":
        """Choose the sizes for so many records."""
        bits = max(1, (records - 1).bit_length())
        parts = records * _KEYS // _PART + 1
        # floats are sorted three times as fast as whole numbers beyond 30 bits; they hold 53
        return cls(2.0**bits, "d", parts) if bits <= _ROOM else cls(1 << bits, "Q", parts)

    def empty(self) -> list[Floats]:
        """Make the parts, with nothing in them."""
        return [array(self.code) for _ in range(self.parts)]

    def numbers(self, views: Iterable[View], start: int) -> list[Floats]:
        """Write the keys of records as numbers, in ascending order, part by part."""
        found, scale = [*map(sums, views)], self.scale
        places = chain.from_iterable(map(repeat, range(start, start + len(found)), map(len, found)))
        ordered = sorted([one * scale + place for one, place in zip(chain.from_iterable(found), places, strict=True)])
        ends = [bisect_left(ordered, number * 2**32 // self.parts * scale) for number in range(self.parts)]
        return [array(self.code, ordered[start:end]) for start, end in pairwise([*ends, len(ordered)])]

    def blocks(self, part: Floats) -> Iterator[tuple[int, list[int]]]:
        """Give the checksum and the records of each key of a part that two or more have, in ascending order."""
        limit = int(self.scale)
        mask, before, block = limit - 1, -1, list[int]()
        for number in map(int, sorted(part)):  # of pieces that are in order
            if 0 <= number ^ before < limit:  # the same checksum; before the first number it is negative
                block = block or [before & mask]
                block.append(number & mask)
            elif block:
                yield before // limit, block
                block = []
            before = number
        if block:
            yield before // limit, block


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


def candidates(views: Sequence[View], parts: Sequence[Floats], first: Mapping[int, int], among: Among) -> Candidates:
    """Bring the records of each key together.

    Args:
        views: of the records.
        parts: their keys, as `Sorter.numbers` gives them.
        first: for each exact copy the place of the first of its kind, which stands for it.
        among: which pairs count.
    """
    sorter = Sorter.of(len(views))
    size = max(_SLICE[0], min(_SLICE[1], len(views) // _SLICE[0]))
    slices = [array("Q") for _ in range(0, len(views), size)]
    cut: list[Cut] = []
    old, new = among
    for part in parts:
        for checksum, block in sorter.blocks(part):
            places = [place for place in block if place not in first] if first else block
            found = combinations(places, 2) if len(places) <= _SMALL else _of_large(views, places, checksum, cut)
            if old or not new:
                found = [(a, b) for a, b in found if b >= old and (new or a < old)]
            for a, b in found:
                slices[a // size].append(a << 32 | b)
    largest = sorted(cut, key=lambda one: (-one.records, one.key))[:_TOLD]
    for number, some in enumerate(slices):
        slices[number] = array("Q", sorted(set(some)))
    return Candidates(slices, sum(map(len, parts)), len(cut), tuple(largest))


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
