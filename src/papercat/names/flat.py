"""The short way for a plain list in natural order, as most lists are."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from papercat.names.human import natural
from papercat.names.name import Name
from papercat.names.runs import split_run
from papercat.names.ways import FAMILY_WORDS, GIVEN_WORDS, ORDER_BITS, REVERSED, STRANGER, givenness, reversed_bits
from papercat.names.words import CONJUNCTIONS, GROUP_WORDS, NULLS, PARTICLES, ROLES, SUFFIXES, TITLES


class _Plain(NamedTuple):
    """A name in natural order that is plain whatever stands around it, and the bits of each way to read its words.

    Attributes:
        name: its parts.
        natural: the bits of reading it so.
        reversed: those of reading it with the family name first.
        given: those that its words are given names, which a comma before it would need.
        size: its words.
    """

    name: Name
    natural: float
    reversed: float
    given: float
    size: int


_CAPITALISED = "[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿăąćčďđęěğłńňőřśšşťţůűźżž]+"
_PLAIN_NAME = re.compile(rf"(?:(?:[A-Z]\.?|{_CAPITALISED}(?:-{_CAPITALISED})?) ){{1,2}}{_CAPITALISED}(?:-{_CAPITALISED})?")
# what is more, or something else, than a part of a name; single letters are initials
_SPECIAL = frozenset("by par door por al alii alia others author authors esq".split()) | {word.lower() for word in NULLS}
_SPECIAL |= PARTICLES | CONJUNCTIONS | SUFFIXES | GROUP_WORDS | TITLES | ROLES
_SPECIAL = frozenset(word for word in _SPECIAL if len(word) > 1)


def flat_list(text: str) -> tuple[Name, ...]:
    """Read `Given Family, Given Family and Given Family` where each part is plain and natural order wins by far; any other list gives ().

    Two neighbours as two names must weigh more than as one with a comma within it; then no order but the natural one can win, for every
    other reading of a list has its price on top.

    >>> [name[:2] for name in flat_list("Evan Hubinger, C. Denison and Jesse Mu")]
    [('Hubinger', 'Evan'), ('Denison', 'C.'), ('Mu', 'Jesse')]
    >>> flat_list("Hubinger, Evan"), flat_list("Guido van Rossum, Evan Hubinger"), flat_list("Zhang Wei, Li Na")
    ((), (), ())
    """
    sign = " and " if " and " in text else " & "
    head, _, last = text.rpartition(sign)
    found = [_plain(part) for part in ([*head.removesuffix(",").split(", "), last] if head else last.split(", "))]
    plain = [one for one in found if one]
    if len(plain) < len(found) or sum(max(one.reversed - one.natural, STRANGER / 2) for one in plain) >= -ORDER_BITS[REVERSED]:
        return ()
    for one, other in pairwise(plain):
        inverted = FAMILY_WORDS[one.size] + GIVEN_WORDS[other.size] + other.given - one.given
        if inverted >= one.natural + other.natural:
            return ()
    return tuple(one.name for one in plain)


@lru_cache(maxsize=65_536)
def _plain(text: str) -> _Plain | None:
    if not _PLAIN_NAME.fullmatch(text):
        return None
    words = tuple(text.split(" "))
    if not _SPECIAL.isdisjoint(text.lower().split(" ")):
        return None
    return _Plain(natural(words), split_run(words).bits, reversed_bits(words), givenness(words), len(words))
