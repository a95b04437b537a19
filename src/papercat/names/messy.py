"""Lists of names in any format: the format is found from the whole list, not name by name.

Each name of a list is read in every way that it can be, each way with its evidence in bits, and the cheapest sequence of
names is found under each format (dynamic programming, linear in the parts); the format with the most bits is the list's.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from papercat.names.cjk import is_whole, parse_cjk
from papercat.names.cut import CAPITALS, INITIAL, is_particle, is_vietnamese, look
from papercat.names.human import inverted, make, natural, trailing
from papercat.names.name import Name, NameList
from papercat.names.pairs import are_families, pairs_with_and
from papercat.names.parts import split_parts
from papercat.names.runs import split_run
from papercat.names.tokens import AND, COMMA, Part
from papercat.names.unparted import unparted
from papercat.names.words import NULL_FAMILIES, NULLS, is_block, is_brand, is_group, is_initials, is_suffix, without_stop

# The orders of a list, and the ways to read one name.
NATURAL, INVERTED, BLOCK, REVERSED, FIRST, SINGLE = "natural", "inverted", "block", "reversed", "first", "single"
ORDERS = (NATURAL, INVERTED, BLOCK, FIRST, REVERSED)
# Bits.
_ORDER = {NATURAL: 0.0, INVERTED: 0.0, BLOCK: 0.0, FIRST: -2.0, REVERSED: -6.0}
_INVERTED_SEGMENTS = 8.0  # every segment between separators that are no comma has two parts
_USUAL_ORDER = 8.0  # the other lists of the document are in this order
_STRANGER = -8.0  # a name in another format than its list
_FIRST_DOUBLE = -3.0  # "Janara Christensen, Mausam, Stephen Soderland" is no Janara Christensen whose given name is Mausam
_MONONYM, _GROUP = -9.0, 3.0
_FAMILY_WORDS = (0.0, 0.0, -4.5, -9.0, -13.0)  # of the family name before a comma, particles aside
_GIVEN_WORDS = (0.0, -0.5, -1.0, -3.0, -6.0, -9.0)
_INITIALS_BEHIND = 2.0
_INITIAL_BEHIND = -1.0
_GIVEN_SURELY = 0.5
_VIETNAMESE = 8.0  # the accents of the language, and one of its family names first
_BLOCK_DOTTED, _BLOCK_PLAIN = 6.0, 4.0
_KNOWN = 3.0  # a part that elsewhere in the document is a given or a family name
_LATER = 1e-6  # where nothing tells which part is the odd one, it is the last: a list that was cut
_UNPARTED = "nothing stands between the names"

_OTHERS_END = re.compile(
    r"[\s,;]*(?:\band\b|&|\+|\bet\b(?!\.?\s*al))?[\s,;]*"
    r"(et\.?\s*al(?:ii|ia)?\b\.?|(?:\b\d+\s+)?\bother(?:s|\s+authors)\b|\b\d+\s+more(?:\s+authors)?\b|\.\.\.|…)[\s.,;]*$",
    re.IGNORECASE,
)


class _Way(NamedTuple):
    """One way to read the next name of a list."""

    kind: str
    size: int  # parts that it takes
    bits: float
    double: bool = False  # several words stand before the comma


_NO_WAY = _Way("", 0, float("-inf"))


def parse_messy(
    text: str,
    given_names: frozenset[str] = frozenset(),
    family_names: frozenset[str] = frozenset(),
    *,
    order: str = "",
    one_each: bool = False,
) -> NameList:
    """Read a list of names in any format.

    Args:
        text: the list.
        given_names: parts that are given names elsewhere in the document; they help where the list does not tell.
        family_names: parts that are family names there.
        order: the order of the other lists of the document, as `NameList.order` has it; this one may still have another.
        one_each: the format says that a comma stands between two names and never within one, suffixes aside; so one that is
            missing must be told by an initial.

    >>> [name.family for name in parse_messy("Faruqui, Manaal, and Chris Dyer").names]
    ['Faruqui', 'Dyer']
    >>> [name[:2] for name in parse_messy("Klüwer T, Uszkoreit H, Xu F").names]
    [('Klüwer', 'T'), ('Uszkoreit', 'H'), ('Xu', 'F')]
    >>> [name[:2] for name in parse_messy("Jun Xu 1 Mukesh Singhal 2").names]
    [('Xu', 'Jun'), ('Singhal', 'Mukesh')]
    >>> [name.family or name.literal for name in parse_messy("Sudha, A. V. Gopala Rao", one_each=True).names]
    ['Sudha', 'Rao']
    >>> [name.family for name in parse_messy("Kenneth Chung Tak Chiu, S. V. Maleyev S. V. Grigoriev", one_each=True).names]
    ['Chiu', 'Maleyev', 'Grigoriev']
    """
    text, others = _without_others(text)
    if whole := unparted(text):
        return NameList(whole, others, (_UNPARTED,), (), BLOCK)
    if not (one_each or given_names or family_names) and (whole := pairs_with_and(text)):
        return NameList(whole, others, (), (), INVERTED)
    text, stop = without_stop(text)
    parts, dropped, notes = split_parts(text)
    if not parts:
        return NameList((), others, notes, (*dropped, *stop))
    parted = any(part.before in (COMMA, AND) for part in parts)
    ways = [list(_ways(parts[i : i + 3], given_names, family_names, parted=parted, one_each=one_each)) for i in range(len(parts))]
    if one_each:
        ways = [[way for way in here if way.kind != INVERTED] for here in ways]
    pairs = [[way for way in here if way.kind == INVERTED] for here in ways]
    orders = [] if not one_each and _is_plain(parts) else _orders(ways)
    readings = [_read(ways, one, _USUAL_ORDER * (one == order)) for one in orders] or [_read(pairs, INVERTED)]
    if not one_each and _is_all_pairs(parts):
        readings.append(_read(pairs, INVERTED, _INVERTED_SEGMENTS + _USUAL_ORDER * (order == INVERTED)))
    _, chosen, order = max(readings, key=lambda reading: reading[0])
    names: list[Name] = []
    place = 0
    for way in chosen:
        names += _make(parts[place : place + way.size], way.kind, parted=parted, one_each=one_each)
        place += way.size
    return NameList(tuple(names), others, notes, (*dropped, *stop), order)


def _without_others(text: str) -> tuple[str, str]:
    match = _OTHERS_END.search(text[-40:])
    if not match:
        return text, ""
    return text[: len(text) - (len(text[-40:]) - match.start())], match[1]


def _orders(ways: Sequence[Sequence[_Way]]) -> list[str]:
    """Leave out the orders that no name of the list can have, or none gains by."""
    kinds = {way.kind for here in ways for way in here if way.kind != REVERSED or way.bits > 0}
    return [order for order in ORDERS if order in kinds or (order == FIRST and kinds >= {INVERTED, NATURAL})] or [NATURAL]


def _is_plain(parts: Sequence[Part]) -> bool:
    """Tell a flat list of pairs: its parts are even, none is an organisation, a suffix or a null family, few families have several words.

    Without this rule a long list of names that stand the wrong way round (`Shaojie, He, Tianshu, Wang`) is read one part further on.
    """
    if len(parts) % 2 or any(part.before != COMMA for part in parts[1:]):
        return False
    if any(part.whole or is_group(part.words) or any(map(is_suffix, part.words)) for part in parts):
        return False
    if any(part.words[0] in NULLS for part in parts[::2]):
        return False
    texts = [" ".join(part.words) for part in parts]
    return are_families(texts[::2]) and not all(map(is_whole, texts))


def _is_all_pairs(parts: Sequence[Part]) -> bool:
    """Tell a list of which each segment between separators that are no comma has two parts: `Roth, Dan; Zelenko, Dmitry`."""
    sizes: list[int] = []
    for part in parts:
        if part.before != COMMA:
            sizes.append(0)
        sizes[-1] += not all(map(is_suffix, part.words))
    return len(sizes) > 1 and set(sizes) == {2}


def _read(ways: Sequence[Sequence[_Way]], order: str, bonus: float = 0.0) -> tuple[float, list[_Way], str]:
    """Find the cheapest sequence of names under one format."""
    size = len(ways)
    best: list[tuple[float, _Way]] = [(_ORDER[order] + bonus, _NO_WAY), *[(float("-inf"), _NO_WAY)] * size]
    for i, here in enumerate(ways):
        for way in here:
            reach = best[i][0] + way.bits + _fit(way, order, i) + (i * _LATER if way.kind == SINGLE else 0.0)
            if reach > best[i + way.size][0]:
                best[i + way.size] = (reach, way)
    chosen: list[_Way] = []
    end = size
    while end:
        way = best[end][1]
        if not way.size:
            return float("-inf"), [], order
        chosen.append(way)
        end -= way.size
    return best[size][0], chosen[::-1], order


def _fit(way: _Way, order: str, place: int) -> float:
    kind = way.kind
    if kind == SINGLE:
        return 0.0
    if order == FIRST and place == 0:
        return (_FIRST_DOUBLE if way.double else 0.0) if kind == INVERTED else _STRANGER
    if order == FIRST:
        order = NATURAL
    if kind == REVERSED and order != REVERSED:
        return float("-inf")
    return 0.0 if kind == order else _STRANGER


def _ways(
    parts: Sequence[Part], given_names: frozenset[str], family_names: frozenset[str], *, parted: bool, one_each: bool
) -> Iterator[_Way]:
    """List the ways in which a name can begin with the first of these parts."""
    first = parts[0]
    words = first.words
    if first.whole or is_group(words) or (len(words) == 1 and (is_brand(words[0]) or is_whole(words[0]))):
        yield _Way(SINGLE, 1, _GROUP)
    if len(words) == 1:
        yield _Way(SINGLE, 1, _MONONYM - (_known(words, given_names) and _KNOWN))
    else:
        suffixed = len(parts) > 1 and _is_inner(parts[1]) and all(map(is_suffix, parts[1].words))
        block = _block_place(words)
        # "Kavya G" in a list of natural order: the name of the father, or of the place, stands behind as an initial
        bits = split_run(words, parted=parted, at_initials=parted and one_each).bits
        yield _Way(NATURAL, 2 if suffixed else 1, max(bits, _INITIAL_BEHIND) if block and not is_initials(words[0]) else bits)
        if (bits := _reversed_bits(words)) > _STRANGER:
            yield _Way(REVERSED, 1, bits)
        if block:
            yield _Way(BLOCK, 2 if suffixed else 1, _block_bits(words, block))
    if len(parts) < 2 or not _is_inner(parts[1]):
        return
    second = parts[1].words
    if all(map(is_suffix, second)):
        if len(parts) > 2 and _is_inner(parts[2]) and not all(map(is_suffix, parts[2].words)):
            yield _Way(INVERTED, 3, _inverted_bits(words, parts[2].words) + 2.0)
        return
    bits = _inverted_bits(words, second)
    bits += _KNOWN * (_known(words, family_names) + _known(second, given_names) - _known(words, given_names) - _known(second, family_names))
    yield _Way(INVERTED, 2, bits, double=sum(not is_particle(word) for word in words) > 1)
    if len(parts) > 2 and _is_inner(parts[2]) and all(map(is_suffix, parts[2].words)):
        yield _Way(INVERTED, 3, bits + 2.0)


def _known(words: Sequence[str], names: frozenset[str]) -> int:
    return bool(names) and " ".join(words) in names


def _is_inner(part: Part) -> bool:
    return part.before == COMMA and not part.whole and not is_group(part.words)


@lru_cache(maxsize=65_536)
def _inverted_bits(family: tuple[str, ...], given: tuple[str, ...]) -> float:
    if given[0] in NULLS or family[0] in NULLS:
        return 0.0
    given, family = (tuple(trailing(words)[0]) if len(words) > 1 else words for words in (given, family))
    core = sum(not is_particle(word) for word in family[:-1]) + 1
    bits = _FAMILY_WORDS[min(core, 4)] + _GIVEN_WORDS[min(len(given), 5)]
    bits += _givenness(given) - _givenness(family)
    return bits + (_INITIALS_BEHIND if all(is_initials(word) or is_block(word) for word in given) else 0.0)


def _givenness(words: tuple[str, ...]) -> float:
    # one initial says as much as three
    traits = look(words)
    return sum(trait.bits for trait in traits if not trait.initial) + INITIAL * any(trait.initial for trait in traits)


def _reversed_bits(words: tuple[str, ...]) -> float:
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


def _block_place(words: Sequence[str]) -> int:
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
    return bits + _FAMILY_WORDS[min(core, 4)] - 4.0 * strange - sum(trait.bits for trait in family if not trait.initial)


def _make(parts: Sequence[Part], kind: str, *, parted: bool, one_each: bool) -> list[Name]:
    words = list(parts[0].words)
    suffix = " ".join(word for part in parts[1:] if all(map(is_suffix, part.words)) for word in part.words)
    if kind == INVERTED:
        given = next(part.words for part in parts[1:] if not all(map(is_suffix, part.words)))
        return [_nulls(inverted(words, given, suffix))]
    if kind == SINGLE:
        return [_single(parts[0])]
    if kind == REVERSED:
        return [make(words[1:], words[:1])]
    if kind == BLOCK:
        words, behind = trailing(words, degrees=False)
        place = _block_place(words)
        return [inverted(words[:place], words[place:], ", ".join([*behind, *filter(None, [suffix])]))]
    names = [natural(name) for name in split_run(words, parted=parted, at_initials=parted and one_each).names]
    return [*names[:-1], names[-1]._replace(suffix=suffix or names[-1].suffix)]


def _nulls(name: Name) -> Name:
    if name.family in NULL_FAMILIES:
        known = " ".join(part for part in (name.given, name.suffix) if part and part not in NULLS)
        return Name(literal=known or None, null=True)
    return name._replace(given=None, null=True) if name.given in NULLS else name


def _single(part: Part) -> Name:
    text = " ".join(part.words)
    if text in NULLS:
        return Name(null=True)
    asian = None if part.whole or len(part.words) > 1 else parse_cjk(text)
    return asian or Name(literal=text, odd=not (part.whole or is_group(part.words) or is_brand(text) or is_whole(text)))
