"""Lists of family names alone: `Smith, Jones & Lee`, `Fremont, Dreossi, Ghosh, and Seshia`.

One list hardly tells them from pairs of a family and a given name; the lists of a document tell together.
"""

from collections.abc import Iterable, Sequence

from papercat.names.cjk import is_cjk
from papercat.names.name import Name
from papercat.names.others import without_others
from papercat.names.parts import split_parts
from papercat.names.tokens import AND, COMMA, HARD, Part
from papercat.names.ways import FAMILIES, FIRST, INVERTED, givenness
from papercat.names.words import NULLS, PARTICLES, is_block, is_brand, is_group, is_initials, is_suffix

# Bits, the mean over a list: how much each second word looks like a given name; the first of a pair is a family name either way. Of
# 25,646 lists of the ACL Anthology written as pairs and cut behind a family name, and of the family names of 40,000 papers alone, are
# taken for family names: at 0.0 11 and 93 of 100 (the odd word may stand anywhere, so both ways to pair must tell); of whole pairs, at
# -1.0, 0.2 and 52. Behind "and" one word more is no pair, whatever the words are. In a document of such lists 2.0 keeps
# 99.2 of 100 lists of two family names, and 49 of 100 pairs that stand among them.
_PARTED, _ODD, _EVEN, _USUAL = 0.4, 0.0, -1.0, 2.0
# Bits that lists together must have. Of documents of lists from the ACL Anthology, 600 of each kind, are taken for family names: of 3
# lists of family names 70 of 100 (84 where "and" stands before the last), of 5 92 (99), of 10 and more 99.8 (100); of pairs, names in
# their natural order and families with initials none.
_LEAST = 8.0
_LEAST_TURNED = 0.0  # the same against pairs the wrong way round, which are rare
# Commas part an odd number of words, which are no pairs unless a name of one word is among them; a word by itself, as before "and".
_NO_PAIRS, _ALONE = 6.0, 2.0
_MOST_WORDS = 0.2  # of the parts have more than one word: "Colombi Ciacchi"; of names in their natural order nearly all


def are_only_families(parts: Sequence[Part], order: str = "") -> bool:
    """Tell a list that has family names and no given names, from one of pairs.

    Args:
        parts: the list.
        order: the order of the other lists of the document, as `NameList.order` has it.

    >>> for text in ("Sutton, Precup, Singh", "Freund, Yoav, Schapire", "Bengio, Courville & Vincent", "Hinton, Geoffrey and Mausam"):
    ...     are_only_families(split_parts(text).parts)
    True
    False
    True
    False
    """
    is_usual = order == FAMILIES
    if order in (INVERTED, FIRST) or not all(map(_is_family if is_usual else _is_one_word, parts)):
        return False
    if len(parts) < 2:
        return is_usual and not is_group(parts[0].words)
    *inner, last = ["mark" if part.before == HARD and part.sign else part.before for part in parts[1:]]
    if not {COMMA, "mark"}.issuperset(inner) or last not in (COMMA, "mark", AND) or (last == AND and not inner and not is_usual):
        return False
    is_parted = last == AND or "mark" in (*inner, last)
    least = _USUAL if is_usual else _PARTED if is_parted else _ODD if len(parts) % 2 else _EVEN
    told = [givenness(part.words[-1:]) for part in (parts[:-1] if last == AND else parts)]
    return all(sum(given) <= least * len(given) for given in (told[1::2], told[2::2] if len(told) % 2 else []))


def are_family_lists(lists: Iterable[str]) -> bool:
    """Tell the lists of a document that shows of each author the family name alone; no one list could.

    >>> are_family_lists(["Fremont, Dreossi, Ghosh", "Han & Ren", "Estrela et al.", "Posani, Bussi", "Silva, Bussi, Zhang"])
    True
    >>> are_family_lists(["Hubinger, Evan", "Bai, Yuntao, Perez, Ethan", "Brown, Tom", "Madonna, Ciccone, Louise"])
    False
    """
    told = [split_parts(without_others(text)[0]).parts for text in lists]
    size = sum(map(len, told))
    long = sum(not _is_one_word(part) for parts in told for part in parts)
    if long > _MOST_WORDS * size:
        return False
    return sum(_bits(parts, 1) for parts in told) > _LEAST and sum(_bits(parts, 0) for parts in told) > _LEAST_TURNED


def _bits(parts: Sequence[Part], given: int) -> float:
    """Weigh how much a list speaks for family names alone; one with many parts of several words says nothing.

    Args:
        parts: the list.
        given: which half of a pair would be the given name, 1 or, were they turned, 0.
    """
    if sum(not _is_one_word(part) for part in parts) > _MOST_WORDS * len(parts):
        return 0.0
    runs: list[list[Part]] = []
    for part in parts:
        if runs and part.before == COMMA:
            runs[-1].append(part)
        else:
            runs.append([part])
    if len(runs) > 1 and all(len(run) == 2 for run in runs):
        return -_NO_PAIRS  # "Tong, Meg; Mu, Jesse"
    return sum(_run_bits(run, given) for run in runs)


def _run_bits(run: Sequence[Part], given: int) -> float:
    if len(run) == 1:
        return _ALONE
    return _NO_PAIRS * (len(run) % 2) - sum(givenness(part.words[-1:]) for part in run[given::2])


def families_of(parts: Sequence[Part]) -> tuple[Name, ...]:
    """Make the names of such a list.

    >>> [name[:3] for name in families_of(split_parts("van Rossum, Warsaw & Colombi Ciacchi").parts)]
    [('Rossum', None, 'van'), ('Warsaw', None, None), ('Colombi Ciacchi', None, None)]
    """
    return tuple(map(_name, parts))


def _name(part: Part) -> Name:
    if is_group(part.words) or is_brand(part.words[0]):
        return Name(literal=" ".join(part.words))
    size = next((place for place, word in enumerate(part.words) if word not in PARTICLES), len(part.words) - 1)
    return Name(" ".join(part.words[size:]), particle=" ".join(part.words[:size]) or None)


def _is_one_word(part: Part) -> bool:
    *before, word = part.words
    return PARTICLES.issuperset(before) and _is_family(part) and not (is_group(part.words) or is_brand(word))


def _is_family(part: Part) -> bool:
    """Tell what can be a family name, of several words too, or an organisation among such."""
    word = part.words[-1]
    if part.whole or len(word) < 2 or not word[0].isupper() or is_cjk(word):
        return False
    return not any(is_initials(word) or is_block(word) or is_suffix(word) or word in NULLS for word in part.words)
