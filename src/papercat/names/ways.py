"""The ways to read the next name of a list, and what speaks for each."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from papercat.names.cjk import is_cjk, is_whole
from papercat.names.cut import CAPITALS, INITIAL, is_particle, is_vietnamese, look
from papercat.names.human import trailing
from papercat.names.runs import split_run
from papercat.names.tokens import COMMA, Part
from papercat.names.words import NULLS, SINGLE_LETTER_PARTICLES, is_block, is_brand, is_group, is_initials, is_suffix

# The orders of a list, and the ways to read one name.
NATURAL, INVERTED, BLOCK, REVERSED, FIRST, SINGLE = "natural", "inverted", "block", "reversed", "first", "single"
FAMILIES = "families"  # no list is weighed under it: its names tell
SWAPPED = "swapped"  # nor under this: pairs that the lists of a document show to stand the wrong way round
ORDERS = (NATURAL, INVERTED, BLOCK, FIRST, REVERSED)
# Bits.
ORDER_BITS = {NATURAL: 0.0, INVERTED: 0.0, BLOCK: 0.0, FIRST: -2.0, REVERSED: -6.0}
STRANGER = -8.0  # a name in another format than its list
_MONONYM, _GROUP = -9.0, 3.0
_ARTICLES = frozenset({"the", "The", "for"})  # "the ASDEX Upgrade Team" is no author ASDEX beside a team
FAMILY_WORDS = (0.0, 0.0, -4.5, -9.0, -13.0)  # of the family name before a comma, particles aside
GIVEN_WORDS = (0.0, -0.5, -1.0, -3.0, -6.0, -9.0)
_INITIALS_BEHIND = 2.0
_INITIAL_BEHIND = -1.0
_INITIAL_IN_FAMILY = -8.0  # "S. Alvarez-Vidal, Campo, C. Olalla-Soler": no family name begins with one
_GIVEN_SURELY = 0.5
_VIETNAMESE = 8.0  # the accents of the language, and one of its family names first
_BLOCK_DOTTED, _BLOCK_PLAIN = 6.0, 4.0
_KNOWN = 3.0  # a part that elsewhere in the document is a given or a family name


class Way(NamedTuple):
    """One way to read the next name of a list: an order, how many parts it takes, and the bits for it."""

    kind: str
    size: int  # parts that it takes
    bits: float
    double: bool = False  # several words stand before the comma


def ways_to_read(
    parts: Sequence[Part], given_names: frozenset[str], family_names: frozenset[str], *, parted: float, one_each: bool
) -> Iterator[Way]:
    """List the ways in which a name can begin with the first of these parts."""
    first = parts[0]
    words = first.words
    if first.whole or is_group(words) or (len(words) == 1 and (is_brand(words[0]) or is_whole(words[0]))):
        yield Way(SINGLE, 1, _GROUP)
        if words[0] in _ARTICLES or (first.whole and len(words) != 1):
            return
    if len(words) == 1:
        yield Way(SINGLE, 1, _MONONYM - (_known(words, given_names) and _KNOWN))
    else:
        suffixed = len(parts) > 1 and _is_inner(parts[1]) and all(map(is_suffix, parts[1].words))
        block = block_place(words)
        # "Kavya G" in a list of natural order: the name of the father, or of the place, stands behind as an initial
        bits = split_run(words, parted=parted, at_initials=bool(parted) and one_each).bits
        yield Way(NATURAL, 2 if suffixed else 1, max(bits, _INITIAL_BEHIND) if block and not is_initials(words[0]) else bits)
        if (bits := reversed_bits(words)) > STRANGER:
            yield Way(REVERSED, 1, bits)
        if block:
            yield Way(BLOCK, 2 if suffixed else 1, _block_bits(words, block))
    if len(parts) < 2 or not _is_inner(parts[1]) or _are_two(words, parts[1].words):
        return
    second = parts[1].words
    if all(map(is_suffix, second)):
        if len(parts) > 2 and _is_inner(parts[2]) and not all(map(is_suffix, parts[2].words)):
            yield Way(INVERTED, 3, inverted_bits(words, parts[2].words) + 2.0)
        return
    bits = inverted_bits(words, second)
    bits += _KNOWN * (_known(words, family_names) + _known(second, given_names) - _known(words, given_names) - _known(second, family_names))
    yield Way(INVERTED, 2, bits, double=sum(not is_particle(word) for word in words) > 1)
    if len(parts) > 2 and _is_inner(parts[2]) and all(map(is_suffix, parts[2].words)):
        yield Way(INVERTED, 3, bits + 2.0)


def _are_two(words: Sequence[str], second: Sequence[str]) -> bool:
    """Tell a whole name beside another: in Chinese or Japanese letters and in Latin ones, `FeiCheng, 黒橋禎夫`; `y ioannidis, m livny`."""
    if len(words) > 1 or len(second) > 1:
        # no family name begins with the y of `Ortega y Gasset`
        is_initial = len(words) == 2 == len(second) and words[0] in SINGLE_LETTER_PARTICLES
        return is_initial and len(second[0]) == 1 < len(second[1])
    one, other = words[0], second[0]
    return is_cjk(one) != is_cjk(other) and is_whole(one if is_cjk(one) else other)


def _known(words: Sequence[str], names: frozenset[str]) -> int:
    return bool(names) and " ".join(words) in names


def _is_inner(part: Part) -> bool:
    return part.before == COMMA and not part.whole and not is_group(part.words)


@lru_cache(maxsize=65_536)
def inverted_bits(family: tuple[str, ...], given: tuple[str, ...]) -> float:
    """Weigh whether words are a family name and others the given names to it."""
    if given[0] in NULLS or family[0] in NULLS:
        return 0.0
    given, family = (tuple(trailing(words)[0]) if len(words) > 1 else words for words in (given, family))
    core = sum(not is_particle(word) for word in family[:-1]) + 1
    bits = FAMILY_WORDS[min(core, 4)] + GIVEN_WORDS[min(len(given), 5)]
    bits += givenness(given) - givenness(family) + _INITIAL_IN_FAMILY * (len(family) > 1 and look(family)[0].initial)
    return bits + (_INITIALS_BEHIND if all(is_initials(word) or is_block(word) for word in given) else 0.0)


def givenness(words: tuple[str, ...]) -> float:
    """Weigh whether words are given names."""
    # one initial says as much as three
    traits = look(words)
    return sum(trait.bits for trait in traits if not trait.initial) + INITIAL * any(trait.initial for trait in traits)


def reversed_bits(words: tuple[str, ...]) -> float:
    """Weigh whether a name without a comma has its family name first."""
    traits = look(words)
    spelled = sum(not trait.initial for trait in traits)
    vietnamese = is_vietnamese(words)
    if traits[0].initial or spelled < 2 or len(words) > (5 if vietnamese else 3):
        return -20.0
    if vietnamese:
        return _VIETNAMESE
    if traits[-1].initial and traits[1].bits < _GIVEN_SURELY:
        return -20.0  # "Diez Ibarbia P" has two family names
    told = CAPITALS if traits[0].shouted and not any(trait.shouted for trait in traits[1:]) else 0.0
    return told + sum(trait.bits for trait in traits[1:]) - traits[0].bits


def block_place(words: Sequence[str]) -> int:
    """Find where the initials at the end of a name begin; 0 if there are none."""
    words = trailing(words, degrees=False)[0]
    place = len(words)
    while place > 1 and is_initials(words[place - 1]):
        place -= 1
    if place == len(words) and place > 1 and is_block(words[-1]) and not _is_shouted(words[:-1]):
        place -= 1
    return place if place < len(words) else 0


def _is_shouted(words: Sequence[str]) -> bool:
    return all(word.isupper() for word in words)


def _block_bits(words: Sequence[str], place: int) -> float:
    words = trailing(words, degrees=False)[0]
    dotted = all("." in word for word in words[place:])
    core = sum(not is_particle(word) for word in words[: place - 1]) + 1
    family = look(tuple(words[:place]))
    strange = sum(trait.initial for trait in family)
    bits = _BLOCK_DOTTED if dotted else _BLOCK_PLAIN
    return bits + FAMILY_WORDS[min(core, 4)] - 4.0 * strange - sum(trait.bits for trait in family if not trait.initial)
