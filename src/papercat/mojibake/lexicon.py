"""What lists of names know about letters beyond ASCII: whole names, and the letters around a gap.

The data file is written by `data/build_lexicon.py` from openly licensed lists, named in `data/SOURCES.md`. It holds
what damage can ask about: names with a letter beyond ASCII, and how often each such letter was seen between which
neighbours. It is read on first use: 0.5 MB, 90 ms.
"""

import math
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

DATA = "names.z"
# Log-scaled weights, one character each: level 0 is '!', eight levels double. 1/64 is below the weight of the rarest
# surname of the longest list (Polish: 10 / sqrt(9,000) / 2 = 0.05), so nothing is rounded away.
LEVEL_ZERO, LEVELS_PER_DOUBLING, LEAST_WEIGHT = ord("!"), 8, 1 / 64
NOTHING_SHARED = ord("A")
# How many letters a window reaches: the whole of most names, and an ending such as -iūtė or -escu.
NEAR_REACH, SIDE_REACH = 12, 6
# Back-off: each kind of letter seen in a window leaves this much room for the shorter window. Of 0.3, 1 and 3 the
# first is as often right on held-out lists and doubts least (at 3 only 6 % of the letters are claimed at 0.99).
ROOM = 0.3
# The chains are multiplied (each to this power, the prior taken out again). 0.5 each against the nearest letters alone:
# 0.864 to 0.839 of 4,072 held-out letters (a first draft); the company of other letters: 0.914 to 0.920 of 1,586.
WINDOW_POWER = 0.5
# Mass for a letter never seen in any list, against the sum of all weights of the letters asked about.
UNSEEN = 1e-5

Counts = Mapping[str, float]


class Tables(NamedTuple):
    """Names with their weights, and windows with the letters seen in them.

    Attributes:
        names: Lower-case name to a level character.
        windows: Window to letters, each followed by its level character.
    """

    names: Mapping[str, str]
    windows: Mapping[str, str]


@cache
def tables() -> Tables:
    """Read the data file, once.

    Returns:
        The names and the windows.

    >>> len(tables().names) > 40_000
    True
    """
    packed = files("papercat.mojibake").joinpath("data", DATA).read_bytes()
    names, levels, windows, letters = zlib.decompress(packed).decode("utf-8").split("\0")
    return Tables(
        dict(zip(whole_words(names), levels, strict=True)),
        dict(zip(whole_words(windows), letters.split("\n"), strict=True)),
    )


def whole_words(text: str) -> list[str]:
    r"""Read front-coded words: a letter says how many letters a word shares with the one before, A for none, B for one.

    Front coding makes the file a quarter smaller.

    >>> whole_words("Agašić\nEpar")
    ['gašić', 'gašipar']
    """
    words, last = list[str](), ""
    for word in text.split("\n"):
        last = last[: ord(word[0]) - NOTHING_SHARED] + word[1:]
        words.append(last)
    return words


@cache
def from_level(level: str) -> float:
    """Turn a level character back into a weight.

    >>> from_level("!"), from_level("Q")
    (0.015625, 1.0)
    """
    return LEAST_WEIGHT * math.pow(2.0, (ord(level) - LEVEL_ZERO) / LEVELS_PER_DOUBLING)


def weight(name: str, source: Tables | None = None) -> float:
    """Tell how well the lists attest one name word.

    A name of a long list weighs less than one of a short list, so that a language with 9,000 names in the lists does
    not drown one with 400; the weights of the languages that know a name add up.

    Args:
        name: One word, any case.
        source: Other tables than the shipped ones, to measure with.

    Returns:
        The weight, or 0 for a name that no list has.

    >>> weight("Michał") > weight("Michaś")
    True
    >>> weight("Micha\u015f")
    0.0
    """
    level = (source or tables()).names.get(lower(name))
    return from_level(level) if level else 0.0


def lower(text: str) -> str:
    """Lower the case, letter by letter, keeping the length.

    >>> lower("İnönü"), len("İ".lower())
    ('inönü', 2)
    """
    return text.replace("İ", "i").lower()


def near(left: str, right: str) -> Iterator[str]:
    """List the windows that grow by one letter on each side in turn.

    Args:
        left: Letters of the word before the gap, lower case.
        right: Letters after it.

    >>> list(near("koco", ""))
    ['o', 'o$', 'o$c', 'o$co', 'o$cok', 'o$cok^']
    """
    before, after = ("^" + left)[::-1], right + "$"
    turns = "".join(before[i : i + 1] + after[i : i + 1] for i in range(max(len(before), len(after))))
    return (turns[:size] for size in range(1, min(len(turns), NEAR_REACH) + 1))


def side(mark: str, letters: str) -> Iterator[str]:
    """List the windows that look to one side only, the nearest letter first.

    >>> list(side(">", "kas$"))
    ['>k', '>ka', '>kas', '>kas$']
    """
    return (mark + letters[:size] for size in range(1, min(len(letters), SIDE_REACH) + 1))


def company(letters: str) -> list[str]:
    """List the windows of one letter beyond ASCII anywhere else in the word: ă and ė are never in one name.

    >>> company("lukošiūt")
    ['&š', '&ū']
    """
    return ["&" + c for c in sorted(set(letters)) if not c.isascii()]


def windows(left: str, right: str) -> tuple[Iterable[str], ...]:
    """Give the chains of windows around a gap, each from short to long.

    >>> [list(chain)[:3] for chain in windows("kamil", "")]
    [['l', 'l$', 'l$i'], ['<l', '<li', '<lim'], ['>$']]
    """
    sides = side("<", ("^" + left)[::-1]), side(">", right + "$")
    return near(left, right), *sides, *([window] for window in company(left + right))


def seen(window: str, letters: Sequence[str], source: Tables) -> dict[str, float]:
    """Look up which of some letters were seen in a window.

    Args:
        window: One window; the empty one is the whole of the lists.
        letters: The letters asked about.
        source: The tables.

    Returns:
        Letter to weight, without those never seen there.
    """
    packed = source.windows.get(window, "")
    return {c: from_level(packed[i + 1]) for i in range(0, len(packed), 2) if (c := packed[i]) in letters}


def chances(left: str, right: str, letters: Sequence[str], source: Tables | None = None) -> dict[str, float]:
    """Weigh letters for a gap by what stands around it.

    Chains of ever longer windows each refine the plain frequency of the letters, and are then multiplied. The answer is
    not calibrated by itself: `lost.infer` joins it with the names and leaves room for doubt.

    Args:
        left: Lower-case letters of the same word before the gap.
        right: Those after it.
        letters: The lower-case letters that could stand there, without repeats.
        source: Other tables than the shipped ones, to measure with.

    Returns:
        Letter to probability; the probabilities add up to 1.

    >>> odds = chances("lukošiūt", "", ["ć", "č", "ę", "ė", "ě", "ğ"])
    >>> max(odds, key=odds.get), odds["ė"] > 0.99
    ('ė', True)
    """
    source = source or tables()
    start = _start(letters, source)
    chains = [_refine(start, chain, source) for chain in windows(left, right)]
    odds = {c: start[c] * math.prod(chain[c] / start[c] for chain in chains) ** WINDOW_POWER for c in letters}
    total = sum(odds.values())
    return {c: value / total for c, value in odds.items()}


def _start(letters: Sequence[str], source: Tables) -> dict[str, float]:
    """Give the plain share of each letter in the lists; a letter unknown to them keeps a little."""
    counts = seen("", letters, source)
    floor = UNSEEN * (sum(counts.values()) or 1.0)
    total = sum(counts.values()) + floor * len(letters)
    return {c: (counts.get(c, 0.0) + floor) / total for c in letters}


def _refine(start: Counts, chain: Iterable[str], source: Tables) -> Counts:
    """Let each longer window move the shares of the shorter one, as far as it has evidence."""
    shares, letters = start, tuple(start)
    for window in chain:
        if window not in source.windows:
            break
        counts = seen(window, letters, source)
        if not counts:
            continue
        room = ROOM * len(counts)
        total = sum(counts.values()) + room
        shares = {c: (counts.get(c, 0.0) + room * shares[c]) / total for c in letters}
    return shares
