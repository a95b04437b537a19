"""What lists of names know about a word of a name: is it rather a given or a family name, and from where?

The data file is written by `data/build_words.py` from openly licensed lists, named in `data/SOURCES.md`: censuses and
registers with their counts, and plain lists. It is read on first use.
"""

import zlib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from papercat.mojibake import lost

DATA = "words.z"
# Log2 odds in steps of a quarter, one character each; the level of no evidence is 'P'.
BOUND, STEPS, LEVEL_ZERO = 8, 4, ord("P")
# A set of tags is one character: a bit for each of these, above '@'.
TAGS, NO_TAGS = ("es", "hu", "ja", "ko", "vi", "zh"), ord("@")
NOT_LETTERS = str.maketrans(dict.fromkeys("'’.‘`\u00ad"))
PREFIX = 3
HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-"})


@cache
def texts() -> tuple[list[str], str, str]:
    """Read the data file, once: the words, and a character for the level and for the tags of each.

    A line is the beginning that some words share, `PREFIX` letters, and their ends: of 134,000 words 391 kB in 28 ms, where
    one word a line takes 462 kB and 22 ms, and with LZMA 362 kB and 39 ms.
    """
    packed = files("papercat.names").joinpath("data", DATA).read_bytes()
    lines, levels, tags = zlib.decompress(packed).decode("ascii").split("\0")
    words: list[str] = []
    for line in lines.split("\n"):
        start, *ends = line.split(" ")
        words += [start + end for end in ends]
    return words, levels, tags


@cache
def levels() -> Mapping[str, float]:
    """Give the log2 odds of given to family name for every word in the lists.

    >>> len(levels()) > 50_000
    True
    """
    odds_of = {chr(LEVEL_ZERO + step): step / STEPS for step in range(-BOUND * STEPS, BOUND * STEPS + 1)}
    words, codes, _ = texts()
    return dict(zip(words, map(odds_of.__getitem__, codes), strict=True))


@cache
def tags() -> Mapping[str, frozenset[str]]:
    """Give the tags of every word that has any."""
    sets = {chr(NO_TAGS + bits): frozenset(tag for i, tag in enumerate(TAGS) if bits >> i & 1) for bits in range(1, 1 << len(TAGS))}
    words, _, codes = texts()
    return {word: sets[code] for word, code in zip(words, codes, strict=True) if code in sets}


@lru_cache(maxsize=16_384)
def plain(word: str) -> str:
    """Fold case, accents and strokes, and leave out apostrophes and full stops.

    >>> plain("Łukasz"), plain("O’Brien"), plain("Nguyễn")
    ('lukasz', 'obrien', 'nguyen')
    """
    return lost.plain(word.translate(HYPHENS)).translate(NOT_LETTERS)


def givenness(word: str) -> float:
    """Weigh whether a word of a name is a given or a family name.

    Args:
        word: One word, any case, with or without its accents.

    Returns:
        The log2 odds of given to family name in the lists, in steps of a quarter from -8 to 8; 0 for a word that no list
        has. Up to 5 they are what is measured on lists held out; beyond, some 2.5 % stay wrong. A word with hyphens is
        looked up whole, and else by its parts, whose mean counts.

    >>> givenness("Maria") > 5, givenness("García") < -5, givenness("Martin")
    (True, True, 0.5)
    >>> givenness("Nguyễn") < -4, givenness("Min-jun") > 3, givenness("Kowalska-Nowak") < -5
    (True, True, True)
    >>> givenness("papercat"), givenness("")
    (0.0, 0.0)
    """
    found = levels().get(word.lower())
    return _folded(word) if found is None else found


@lru_cache(maxsize=16_384)
def _folded(word: str) -> float:
    key = plain(word)
    found = levels().get(key.replace("-", ""))
    if found is None and "-" in key:
        parts = [level for part in key.split("-") if (level := levels().get(part)) is not None]
        return sum(parts) / len(parts) if parts else 0.0
    return found or 0.0


def is_known(word: str) -> bool:
    """Tell whether any list has a word, or each part of one with hyphens.

    >>> is_known("Thomas"), is_known("Jean-Pierre"), is_known("papercat")
    (True, True, False)
    """
    key = plain(word)
    return key.replace("-", "") in levels() or (bool(key) and all(part in levels() for part in key.split("-")))


def languages(word: str) -> frozenset[str]:
    """Tell which traditions with an order of their own a word belongs to, where the lists say so clearly.

    Returns:
        Any of "es" (Spanish and Portuguese: two family names), "hu", "ja", "ko", "vi", "zh".

    >>> languages("Fernández"), languages("Nguyen"), languages("Smith")
    (frozenset({'es'}), frozenset({'vi'}), frozenset())
    """
    return tags().get(plain(word).replace("-", ""), frozenset())
