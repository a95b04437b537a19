"""How the names of a column of authors are written, which its lists tell together and one of them may not."""

import re
from collections.abc import Sequence

from papercat.names import Name
from papercat.names.human import inverted
from papercat.names.lexicon import givenness
from papercat.names.parts import split_parts
from papercat.names.ways import NATURAL
from papercat.names.words import is_block
from papercat.readers.orders import name_order

FAMILIES = "families"  # nothing but family names: "Posani, Bussi*"
SAMPLE = 60  # rows that tell
_LEAST = 3  # lists
# Lists of pairs have an even number of parts but for a name alone; of lists of families every other one is odd.
_ODD = 0.25
_LONG = 0.2  # of the parts have two words: De Maria, Colombi Ciacchi; of names in their natural order nearly all
_GIVEN = 0.2  # of the words are given names elsewhere: 0.07 of 91 families of one such column, 0.42 of the words of pairs
_COMMAS = re.compile(r"[^;|&\n]+,[^;|&\n]+")
_WITH_AND = re.compile(r"\s(?:and|et|und|y|e)\s", re.IGNORECASE)


def manner(lists: Sequence[str]) -> str:
    """Say how most lists of a column are written: `FAMILIES`, the natural order, or "".

    That the others are pairs tells nothing: `E. Gaume, V. Bain, P. Bernardara` stands among lists like `Tsanis, I.K., Jacob, D.`

    >>> manner(["Posani, Bussi", "Sacco, Bussi, Sanguinetti*", "Zhang*, Dolcetti, Tyrchan, De Maria, Bussi", "Silva*, Bussi"])
    'families'
    >>> manner(["Burak Öz, Fei Wu", "Sen Yang, Burak Öz, Fei Wu, Fan Zhang", "Data Always, Hasu"])
    'natural'
    >>> manner(["Perez, Ethan", "Hubinger, Evan, Denison, Carson"])
    ''
    """
    told = [text for text in lists if "," in text]
    if are_families(told):
        return FAMILIES
    return NATURAL if len(told) > 1 and name_order(told) == NATURAL else ""


def are_families(lists: Sequence[str]) -> bool:
    """Tell lists of family names alone from pairs of a family and a given name."""
    if len(lists) < _LEAST or not all(_COMMAS.fullmatch(text) and not _WITH_AND.search(text) for text in lists):
        return False
    parts = [[part.words for part in split_parts(text).parts] for text in lists]
    words = [some for of_one in parts for some in of_one]
    odd = sum(len(of_one) % 2 for of_one in parts if len(of_one) > 1)
    is_long = sum(len(some) > 1 for some in words) > _LONG * len(words)
    if odd < 2 or odd < _ODD * len(lists) or is_long:
        return False
    single = [word for some in words for word in some]
    return not any(map(is_block, single)) and sum(givenness(word) > 1 for word in single) < _GIVEN * len(single)


def families(text: str) -> tuple[list[Name], tuple[str, ...]]:
    """Read a list of family names; give them and the marks that were left out.

    >>> names, left_out = families("Silva*, De Maria, van der Kamp")
    >>> [name[:3] for name in names], left_out
    ([('Silva', None, None), ('De Maria', None, None), ('Kamp', None, 'van der')], ('*',))
    """
    parts, dropped, _ = split_parts(text)
    return [inverted(list(part.words), [], "") for part in parts], dropped
