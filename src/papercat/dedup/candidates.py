"""Which pairs are compared: the keys of many records brought together, without a table of all of them.

A key is kept as a number, of its checksums and the place of its record, in one of many parts of the whole; a part is sorted while it
is in the cache, and records of one key stand side by side. That takes 8 bytes a key, where a dict of lists takes some 200.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, repeat
from typing import NamedTuple, TypeAlias
from zlib import adler32, crc32

from papercat.dedup.blocks import CAPS, EXACT, LOOSE, keys, pairs
from papercat.dedup.view import View

Numbers: TypeAlias = "array[int]"  # a string, for array takes no brackets when it runs
_PART = 1 << 16  # numbers of a part; sorted, they are 2.5 MB, of the size of a core's cache
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
        bits: of a number, below its checksums, that hold the place of a record.
        shift: of checksums of 64 bits to give the number of a part.
        parts: of either class of keys.
    """

    bits: int
    shift: int
    parts: int

    @classmethod
    def of(cls, records: int) -> "Sorter":
        """Choose the sizes for so many records."""
        split = max(0, (records * _KEYS // _PART).bit_length())
        return cls(max(1, (records - 1).bit_length()), 64 - split, 1 << split)

    def empty(self) -> list[Numbers]:
        """Make the parts, with nothing in them."""
        return [array("Q") for _ in range(2 * self.parts)]

    def numbers(self, views: Iterable[View], start: int) -> list[Numbers]:
        """Write the keys of records as numbers: the parts of the exact keys, then those of the loose ones."""
        found = self.empty()
        keep, shift = ((1 << 64) - 1) ^ ((1 << self.bits) - 1), self.shift
        offsets = {EXACT: 0, LOOSE: self.parts}
        for place, view in enumerate(views, start):
            for key in keys(view):
                sums = checksums(key)
                found[offsets[key[0]] + (sums >> shift)].append(sums & keep | place)
        return found

    def blocks(self, part: Numbers) -> Iterator[tuple[int, list[int]]]:
        """Give the checksums, as far as they are kept, and the records of each key of a part that two or more have, in ascending order."""
        limit = 1 << self.bits
        mask, before, block = limit - 1, -1, list[int]()
        for number in sorted(part):
            if 0 <= number ^ before < limit:  # the same checksums; before the first number it is negative
                block = block or [before & mask]
                block.append(number & mask)
            elif block:
                yield before >> self.bits, block
                block = []
            before = number
        if block:
            yield before >> self.bits, block

    def key(self, view: View, sums: int) -> str:
        """Find the key of a record that has the checksums of a block."""
        return next(key for key in keys(view) if checksums(key) >> self.bits == sums)


def checksums(key: str) -> int:
    """Give 64 bits of a key, the same in every process.

    Of two checksums, for they are quick: 0.2 µs a key, and 0.45 with BLAKE2. Where they are equal by chance, a pair too many is
    compared: among a million records a few.
    """
    data = key.encode("utf-8", "surrogatepass")
    return crc32(data) << 32 | adler32(data)


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


def candidates(views: Sequence[View], parts: Sequence[Numbers], first: Mapping[int, int], among: Among) -> Candidates:
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
    for part, most in zip(parts, [*repeat(CAPS[EXACT], sorter.parts), *repeat(CAPS[LOOSE], sorter.parts)], strict=True):
        for sums, block in sorter.blocks(part):
            places = [place for place in block if place not in first] if first else block
            if len(places) <= most:
                found: Iterable[tuple[int, int]] = combinations(places, 2)
            else:
                key = sorter.key(views[places[0]], sums)
                found = set(pairs(views, places, key))
                cut.append(Cut(key, len(places), len(found)))
            for a, b in found:
                if b >= old and (new or a < old):
                    slices[a // size].append(a << 32 | b)
    largest = sorted(cut, key=lambda one: (-one.records, one.key))[:_TOLD]
    for number, some in enumerate(slices):
        slices[number] = array("Q", sorted(set(some)))
    return Candidates(slices, sum(map(len, parts)), len(cut), tuple(largest))
