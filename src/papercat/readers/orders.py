"""The order of names that the lists of a document share, which helps with the list that does not tell its own."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from papercat.names import are_family_lists, are_swapped, parse_messy, plain_pairs
from papercat.names.ways import FAMILIES, INVERTED, SWAPPED


def name_order(lists: Sequence[str]) -> str:
    """Name the order that most lists of names have, "" if there is none.

    >>> name_order(["Evan Hubinger, Meg Tong", "Yuntao Bai, Jared Kaplan", "Perez, Ethan"])
    'natural'
    >>> name_order(["Posani, Bussi", "Sacco, Bussi, Sanguinetti*", "Zhang*, Dolcetti, Tyrchan, De Maria, Bussi", "Silva*, Bussi"])
    'families'
    >>> name_order(["Giorgia, Dato; Eugenio, Saccà; Alessandro, Spadaro", "Martina, Frau", "Sheldon, Skaggs; Terry, Powis"])
    'swapped'
    """
    if are_family_lists(lists):
        return FAMILIES
    read = list(map(_read, lists))
    order, count = Counter(order for order, _ in read).most_common(1)[0] if read else ("", 0)
    if count <= len(lists) / 2:
        return ""
    is_swapped = order == INVERTED and are_swapped(chain.from_iterable(pairs for order, pairs in read if order == INVERTED))
    return SWAPPED if is_swapped else order


def _read(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Give the order of a list, and its pairs of family and given names as they stand."""
    if pairs := plain_pairs(text):
        return INVERTED, list(zip(*pairs, strict=True))
    found = parse_messy(text)
    return found.order, [(name.family, name.given) for name in found.names if name.family and name.given]
