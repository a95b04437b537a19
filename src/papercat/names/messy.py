"""Lists of names in any format: the format is found from the whole list, not name by name.

Each name of a list is read in every way that it can be, each way with its evidence in bits, and the cheapest sequence of
names is found under each format (dynamic programming, linear in the parts); the format with the most bits is the list's.
"""

from collections.abc import Sequence

from papercat.names.cjk import is_whole, parse_cjk, whole_list
from papercat.names.cut import is_particle
from papercat.names.double import with_double_families
from papercat.names.families import are_only_families, families_of
from papercat.names.flat import flat_list
from papercat.names.human import inverted, make, natural, trailing
from papercat.names.name import Name, NameList
from papercat.names.others import without_others
from papercat.names.pairs import are_families, pairs_with_and
from papercat.names.parts import split_parts
from papercat.names.runs import CLEAN, PARTED, split_run
from papercat.names.swaps import swapped
from papercat.names.tokens import AND, COMMA, Part
from papercat.names.unparted import unparted
from papercat.names.ways import (
    BLOCK,
    FAMILIES,
    FIRST,
    INVERTED,
    NATURAL,
    ORDER_BITS,
    ORDERS,
    REVERSED,
    SINGLE,
    STRANGER,
    SWAPPED,
    Way,
    block_place,
    givenness,
    ways_to_read,
)
from papercat.names.words import NULL_FAMILIES, NULLS, is_brand, is_group, is_initials, is_suffix, without_stop

# Bits.
_INVERTED_SEGMENTS = 8.0  # every segment between separators that are no comma has two parts
# The other lists of the document are in this order. On 918 rendered dumps 8 reads 5 of 8,677 lists wrong that 12 reads right, all of them
# with a name alone ("Mubarak, Abdelali A" among lists like "Klüwer T, Uszkoreit H"); none is lost.
_USUAL_ORDER = 12.0
_STRANGER_TO_ALL = -18.0  # a pair in a list that is in another order, which is the document's: rather its two halves are two names
_FIRST_DOUBLE = -3.0  # "Janara Christensen, Mausam, Stephen Soderland" is no Janara Christensen whose given name is Mausam
_SHORTENED = -10.0  # a name alone costs 9: "Lewis, L. Mo, M.-C. de Marneffe, Sun, and M. White"
_LATER = 1e-6  # where nothing tells which part is the odd one, it is the last: a list that was cut
_UNPARTED = "nothing stands between the names"

_ELLIPSIS = ("...", "…", ". . .")  # in the middle: of more than twenty authors APA shows the first nineteen and the last
_NO_WAY = Way("", 0, float("-inf"))


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
    is_free = not (one_each or given_names or family_names)
    if order == SWAPPED:
        return swapped(parse_messy(text, given_names, family_names, order=INVERTED))
    if is_free and order in ("", NATURAL) and (whole := flat_list(text)):
        return NameList(with_double_families(whole), order=NATURAL)
    text, others = without_others(text)
    if whole := unparted(text):
        return NameList(whole, others, (_UNPARTED,), (), BLOCK)
    if is_free and order != FAMILIES and (whole := pairs_with_and(text)):
        return NameList(whole, others, (), (), INVERTED)
    text, stop = without_stop(text)
    parts, dropped, notes = split_parts(text)
    if not parts:
        return NameList((), others, notes, (*dropped, *stop))
    others = others or next((sign for sign in _ELLIPSIS if sign in text and not {"…", ".", "..."}.isdisjoint(dropped)), "")
    names, kind = _without_halves(parts, order, may_be_families=is_free)
    if names:
        return NameList(names, others, notes, (*dropped, *stop), kind)
    parted = _parted(parts, is_clean=not dropped)
    ways = _ways(parts, given_names, family_names, parted=parted, one_each=one_each)
    pairs = [[way for way in here if way.kind == INVERTED] for here in ways]
    orders = [] if not one_each and order in ("", INVERTED) and _is_plain(parts) else _orders(ways)
    readings = [_read(ways, one, _USUAL_ORDER * (one == order), is_usual=one == order) for one in orders] or [_read(pairs, INVERTED)]
    if not one_each and _is_all_pairs(parts):
        readings.append(_read(pairs, INVERTED, _INVERTED_SEGMENTS + _USUAL_ORDER * (order == INVERTED)))
    _, chosen, order = max(readings, key=lambda reading: reading[0])
    made: list[Name] = []
    place = 0
    for way in chosen:
        made += _make(parts[place : place + way.size], way.kind, parted=parted, one_each=one_each)
        place += way.size
    return NameList(with_double_families(made) if order == NATURAL else tuple(made), others, notes, (*dropped, *stop), order)


def _ways(
    parts: Sequence[Part], given_names: frozenset[str], family_names: frozenset[str], *, parted: float, one_each: bool
) -> list[list[Way]]:
    """List the ways to read each name, by the part that it begins with."""
    ways = [list(ways_to_read(parts[i : i + 3], given_names, family_names, parted=parted, one_each=one_each)) for i in range(len(parts))]
    if one_each:
        return [[way for way in here if way.kind != INVERTED] for here in ways]
    if sum(map(_is_shortened, parts)) > 1:
        return [_without_pairs(here, parts[i + 1 : i + 2]) for i, here in enumerate(ways)]
    return ways


def _is_shortened(part: Part) -> bool:
    """Tell a name in natural order whose given names are initials; `J. Edgar` may be given names."""
    *before, last = part.words
    is_short = bool(before) and is_initials(before[0]) and all(is_initials(word) or is_particle(word) for word in before)
    return is_short and len(last) > 1 and not is_initials(last) and (is_particle(before[-1]) or givenness((last,)) <= 0)


def _without_pairs(ways: Sequence[Way], behind: Sequence[Part]) -> list[Way]:
    """Weigh names whose given names would be a shortened name, in a list that has another such."""
    if not behind or not _is_shortened(behind[0]):
        return list(ways)
    return [way._replace(bits=way.bits + _SHORTENED) if way.kind == INVERTED else way for way in ways]


def _without_halves(parts: Sequence[Part], order: str, *, may_be_families: bool) -> tuple[tuple[Name, ...], str]:
    """Make the names of a list whose parts are one name each and of one word, and give its order: in Chinese, say, or family names."""
    if all(len(part.words) == 1 for part in parts) and (whole := whole_list([part.words[0] for part in parts])):
        return whole, ""
    return (families_of(parts), FAMILIES) if may_be_families and are_only_families(parts, order) else ((), "")


def _parted(parts: Sequence[Part], *, is_clean: bool) -> float:
    """Weigh whether a separator was lost: hardly where commas part three names and more, and "and" the last, and nothing is left out."""
    if not any(part.before in (COMMA, AND) for part in parts):
        return 0.0
    between = [part.before for part in parts[1:]]
    is_clean = is_clean and len(between) > 1 and between[-1] in (COMMA, AND) and set(between[:-1]) == {COMMA}
    return CLEAN if is_clean else PARTED


def _orders(ways: Sequence[Sequence[Way]]) -> list[str]:
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
    return are_families(texts[::2]) and sum(map(is_whole, texts)) * 2 <= len(texts)


def _is_all_pairs(parts: Sequence[Part]) -> bool:
    """Tell a list of which each segment between separators that are no comma has two parts: `Roth, Dan; Zelenko, Dmitry`."""
    sizes: list[int] = []
    for part in parts:
        if part.before != COMMA:
            sizes.append(0)
        sizes[-1] += not all(map(is_suffix, part.words))
    return len(sizes) > 1 and set(sizes) == {2}


def _read(ways: Sequence[Sequence[Way]], order: str, bonus: float = 0.0, *, is_usual: bool = False) -> tuple[float, list[Way], str]:
    """Find the cheapest sequence of names under one format."""
    size = len(ways)
    best: list[tuple[float, Way]] = [(ORDER_BITS[order] + bonus, _NO_WAY), *[(float("-inf"), _NO_WAY)] * size]
    for i, here in enumerate(ways):
        for way in here:
            reach = best[i][0] + way.bits + _fit(way, order, i, is_usual=is_usual) + (i * _LATER if way.kind == SINGLE else 0.0)
            if reach > best[i + way.size][0]:
                best[i + way.size] = (reach, way)
    chosen: list[Way] = []
    end = size
    while end:
        way = best[end][1]
        if not way.size:
            return float("-inf"), [], order
        chosen.append(way)
        end -= way.size
    return best[size][0], chosen[::-1], order


def _fit(way: Way, order: str, place: int, *, is_usual: bool) -> float:
    kind = way.kind
    if kind == SINGLE:
        return 0.0
    if order == FIRST and place == 0:
        return (_FIRST_DOUBLE if way.double else 0.0) if kind == INVERTED else STRANGER
    if order == FIRST:
        order = NATURAL
    if kind == REVERSED and order != REVERSED:
        return float("-inf")
    if kind == order:
        return 0.0
    return _STRANGER_TO_ALL if is_usual and kind == INVERTED else STRANGER


def _make(parts: Sequence[Part], kind: str, *, parted: float, one_each: bool) -> list[Name]:
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
        place = block_place(words)
        return [inverted(words[:place], words[place:], ", ".join([*behind, *filter(None, [suffix])]))]
    names = [natural(name) for name in split_run(words, parted=parted, at_initials=bool(parted) and one_each).names]
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
