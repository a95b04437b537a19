"""The order of names that the lists of a document share, which helps with the list that does not tell its own."""

from collections import Counter
from collections.abc import Sequence

from papercat.names import are_family_lists, parse_messy, plain_pairs
from papercat.names.ways import FAMILIES


def name_order(lists: Sequence[str]) -> str:
    """Name the order that most lists of names have, "" if there is none.

    >>> name_order(["Evan Hubinger, Meg Tong", "Yuntao Bai, Jared Kaplan", "Perez, Ethan"])
    'natural'
    >>> name_order(["Posani, Bussi", "Sacco, Bussi, Sanguinetti*", "Zhang*, Dolcetti, Tyrchan, De Maria, Bussi", "Silva*, Bussi"])
    'families'
    """
    if are_family_lists(lists):
        return FAMILIES
    orders = Counter("inverted" if plain_pairs(text) else parse_messy(text).order for text in lists)
    order, count = orders.most_common(1)[0] if orders else ("", 0)
    return order if count > len(lists) / 2 else ""
