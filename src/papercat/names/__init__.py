"""Names of people and organisations: reading lists of them, and comparing two."""

from papercat.names.bibtex import parse_bibtex, parse_bibtex_list, split_bibtex
from papercat.names.compare import compatible, same_people
from papercat.names.dialects import DIALECTS, Dialect, parse_names
from papercat.names.each import parse_each
from papercat.names.human import parse_human
from papercat.names.initials import dot_all, dot_indexed, dot_initials, is_plain_initials, join_initials, space_all, space_initials
from papercat.names.likeness import likeness
from papercat.names.messy import parse_messy
from papercat.names.name import Name, NameList
from papercat.names.pairs import pair, plain_pair, plain_pairs, split_commas
from papercat.names.words import NULLS

__all__ = [
    "DIALECTS",
    "NULLS",
    "Dialect",
    "Name",
    "NameList",
    "compatible",
    "dot_all",
    "dot_indexed",
    "dot_initials",
    "is_plain_initials",
    "join_initials",
    "likeness",
    "pair",
    "parse_bibtex",
    "parse_bibtex_list",
    "parse_each",
    "parse_human",
    "parse_messy",
    "parse_names",
    "plain_pair",
    "plain_pairs",
    "same_people",
    "space_all",
    "space_initials",
    "split_bibtex",
    "split_commas",
]
