"""Names of people and organisations: reading lists of them, and comparing two."""

from papercat.names.compare import compatible, same_people
from papercat.names.inverted import likeness, pair, parse_inverted, plain_pairs, split_inverted
from papercat.names.name import Name, NameList

__all__ = [
    "Name",
    "NameList",
    "compatible",
    "likeness",
    "pair",
    "parse_inverted",
    "plain_pairs",
    "same_people",
    "split_inverted",
]
