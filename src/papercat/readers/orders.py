"""The order of names that the lists of a document share, which helps with the list that does not tell its own."""

from collections import Counter
from collections.abc import Sequence

from papercat.names import parse_messy, plain_pairs


def name_order(lists: Sequence[str]) -> str:
    """Name the order that most lists of names have, "" if there is none.

    >>> name_order(["Evan Hubinger, Meg Tong", "Yuntao Bai, Jared Kaplan", "Perez, Ethan"])
    'natural'
    """
    orders = Counter("inverted" if plain_pairs(text) else parse_messy(text).order for text in lists)
    order, count = orders.most_common(1)[0] if orders else ("", 0)
    return order if count > len(lists) / 2 else ""
