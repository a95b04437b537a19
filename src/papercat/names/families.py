"""Lists of family names alone: `Smith, Jones & Lee`, `Fremont, Dreossi, Ghosh, and Seshia`."""

from collections.abc import Sequence

from papercat.names.cjk import is_cjk
from papercat.names.name import Name
from papercat.names.tokens import AND, COMMA, HARD, Part
from papercat.names.ways import FAMILIES, INVERTED, givenness
from papercat.names.words import NULLS, PARTICLES, is_block, is_brand, is_group, is_initials, is_suffix

# Bits, the mean over a list: how much each second word looks like a given name; the first of a pair is a family name either way. Of
# 25,646 lists of the ACL Anthology written as pairs and cut behind a family name, and of the family names of 40,000 papers alone, are
# taken for family names: at 0.0 11 and 93 of 100 (the odd word may stand anywhere, so both ways to pair must tell); of whole pairs, at
# -1.0, 0.2 and 52. Behind "and" one word more is no pair, whatever the words are.
_PARTED, _ODD, _EVEN = 0.4, 0.0, -1.0


def are_only_families(parts: Sequence[Part], order: str = "") -> bool:
    """Tell a list that has family names and no given names, from one of pairs.

    Args:
        parts: the list.
        order: the order of the other lists of the document, as `NameList.order` has it.

    >>> from papercat.names.parts import split_parts
    >>> for text in ("Sutton, Precup, Singh", "Freund, Yoav, Schapire", "Bengio, Courville & Vincent", "Hinton, Geoffrey and Mausam"):
    ...     are_only_families(split_parts(text).parts)
    True
    False
    True
    False
    """
    if len(parts) < 2 or order == INVERTED or not all(map(_is_one_word, parts)):
        return False
    *inner, last = ["mark" if part.before == HARD and part.sign else part.before for part in parts[1:]]
    if not {COMMA, "mark"}.issuperset(inner) or last not in (COMMA, "mark", AND) or (last == AND and not inner):
        return False
    is_parted = last == AND or "mark" in (*inner, last)
    least = _PARTED if is_parted else _ODD if order == FAMILIES or len(parts) % 2 else _EVEN
    told = [givenness(part.words[-1:]) for part in (parts[:-1] if last == AND else parts)]
    return all(sum(given) <= least * len(given) for given in (told[1::2], told[2::2] if len(told) % 2 else []))


def families_of(parts: Sequence[Part]) -> tuple[Name, ...]:
    """Make the names of such a list.

    >>> from papercat.names.parts import split_parts
    >>> [name[:3] for name in families_of(split_parts("van Rossum, Warsaw & Coghlan").parts)]
    [('Rossum', None, 'van'), ('Warsaw', None, None), ('Coghlan', None, None)]
    """
    return tuple(Name(part.words[-1], particle=" ".join(part.words[:-1]) or None) for part in parts)


def _is_one_word(part: Part) -> bool:
    *before, word = part.words
    if part.whole or len(word) < 2 or not word[0].isupper() or not PARTICLES.issuperset(before) or is_cjk(word):
        return False
    return not (is_initials(word) or is_block(word) or is_suffix(word) or is_group(part.words) or is_brand(word) or word in NULLS)
