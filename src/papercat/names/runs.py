"""Names with nothing but a blank between them."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from papercat.names.cut import Trait, cut, look
from papercat.names.lexicon import is_known, languages
from papercat.names.words import is_suffix

# Bits, by the words of a name that are neither initials nor particles.
_LENGTH = (-9.0, -9.0, 0.0, -1.0, -4.5)
_EACH_MORE = -5.0
_LATE_INITIALS = -6.0  # initials behind two given names, or for a second time
_SPLIT = -2.0  # that nothing but a blank parts two names
_NOT_GIVEN, _FOUR = -1.0, -2.5  # the second does not begin with a known given name or an initial; there are but four words
_GIVEN = 1.0
_FOREIGN = -6.0
# Bits, against two names in a part, where commas part the other names. In a list of three and more without marks and degrees no comma was
# lost either: of 7,405 lists of the ACL Anthology 15 more keep a name of five words whole ("Somnath Basu Roy Chowdhury"), none fewer, and
# of GROBID's 674, which came from PDFs, one is lost; in their other lists -2 loses more than it wins. Initials begin a name as before.
PARTED, CLEAN = -1.0, -6.0
_LONGEST = 7  # words of one name in a run of several


class Run(NamedTuple):
    """Names read from a run of words.

    Attributes:
        names: the words of each.
        bits: the evidence for this reading.
    """

    names: tuple[tuple[str, ...], ...]
    bits: float


def split_run(words: Sequence[str], *, parted: float = 0.0, at_initials: bool = False) -> Run:
    """Cut a run of words into names in natural order (dynamic programming, linear in the words).

    Args:
        words: of one name or several.
        parted: bits for each cut, where the list parts its other names by commas.
        at_initials: cut before initials alone.

    >>> [" ".join(name) for name in split_run("Richard S. Sutton Doina Precup Satinder Singh".split()).names]
    ['Richard S. Sutton', 'Doina Precup', 'Satinder Singh']
    >>> [len(split_run("Somnath Basu Roy Chowdhury".split(), parted=parted).names) for parted in (0.0, PARTED, CLEAN)]
    [2, 2, 1]
    """
    cut_run = _split_run if len(words) <= _LONGEST else _split_run.__wrapped__
    return cut_run(tuple(words), parted=parted, at_initials=at_initials)


@lru_cache(maxsize=16_384)  # a name is weighed in each order that its list can have, and comes again in other lists
def _split_run(words: tuple[str, ...], *, parted: float, at_initials: bool) -> Run:
    traits = look(words)
    whole = name_bits(traits)
    if len(words) < 4:
        return Run((words,), whole)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(words) + 1):
        starts = range(max(0, end - _LONGEST), end)
        best.append(
            max(
                (
                    best[start][0]
                    + name_bits(traits[start:end])
                    - (max(0.0, traits[end - 1].bits) if end - start < len(words) else 0.0)
                    + (_split_bits(traits[start], is_four=len(words) == 4, parted=parted, at_initials=at_initials) if start else 0.0),
                    start,
                )
                for start in starts
            )
        )
    if best[-1][0] <= whole:
        return Run((words,), whole)
    names: list[tuple[str, ...]] = []
    end = len(words)
    while end:
        start = best[end][1]
        names.append(words[start:end])
        end = start
    return Run(tuple(names[::-1]), best[-1][0])


def _split_bits(first: Trait, *, is_four: bool, parted: float, at_initials: bool) -> float:
    if (first.particle and first.text.islower()) or is_suffix(first.text) or (at_initials and not first.initial):
        return float("-inf")
    unlike = 0.0 if first.bits >= _GIVEN else _FOUR if is_four else _NOT_GIVEN
    if first.text[0] >= "\u0590" and not is_known(first.text):
        unlike += _FOREIGN  # nothing is known of the names of its script
    return _SPLIT + unlike + (max(parted, PARTED) if first.initial else parted)


def name_bits(traits: Sequence[Trait]) -> float:
    """Weigh words as one name in natural order."""
    while len(traits) > 1 and is_suffix(traits[-1].text):
        traits = traits[:-1]
    if len(traits) == 1:
        return _LENGTH[1] - max(0.0, traits[0].bits)
    if all("vi" in languages(trait.text) or trait.particle for trait in traits):
        return max(_LENGTH[3], cut(traits).bits)
    core = sum(not trait.initial and not (trait.particle and place) for place, trait in enumerate(traits))
    size = min(max(core, 1), len(_LENGTH) - 1)
    if core <= 1 and (traits[0].initial or (len(traits) > 1 and traits[-1].particle)):
        size = 2
    bits = _LENGTH[size] + _EACH_MORE * max(0, core - len(_LENGTH) + 1)
    return bits + _LATE_INITIALS * _late(traits) + cut(traits).bits


def _late(traits: Sequence[Trait]) -> int:
    """Count the groups of initials that stand where a single name has none."""
    groups, late, names = 0, 0, 0
    for before, trait in zip((None, *traits), traits, strict=False):
        if not trait.initial:
            names += not trait.particle
        elif before is None or not before.initial:
            groups += 1
            late += groups > 1 or names > 1
    return late
