"""Names of people and organisations: reading lists of them, and comparing two."""

from papercat.names.bibtex import parse_bibtex, parse_bibtex_list, split_bibtex
from papercat.names.dialects import DIALECTS, Dialect, parse_names
from papercat.names.double import with_double_families
from papercat.names.each import parse_each, parse_family_first, stands_for_others
from papercat.names.extended import is_extended
from papercat.names.families import are_family_lists
from papercat.names.human import parse_human
from papercat.names.initials import (
    compatible,
    dot_all,
    dot_indexed,
    dot_initials,
    is_plain_initials,
    is_short,
    join_initials,
    space_all,
    space_initials,
)
from papercat.names.likeness import likeness
from papercat.names.messy import parse_messy
from papercat.names.name import LEFT_OUT, Name, NameList
from papercat.names.pairs import pair, plain_pair, plain_pairs, split_commas
from papercat.names.swaps import are_swapped
from papercat.names.words import NULLS

__all__ = [
    "DIALECTS",
    "LEFT_OUT",
    "NULLS",
    "Dialect",
    "Name",
    "NameList",
    "are_family_lists",
    "are_swapped",
    "compatible",
    "dot_all",
    "dot_indexed",
    "dot_initials",
    "is_extended",
    "is_plain_initials",
    "is_short",
    "join_initials",
    "likeness",
    "pair",
    "parse_bibtex",
    "parse_bibtex_list",
    "parse_each",
    "parse_family_first",
    "parse_human",
    "parse_messy",
    "parse_names",
    "plain_pair",
    "plain_pairs",
    "space_all",
    "space_initials",
    "split_bibtex",
    "split_commas",
    "stands_for_others",
    "with_double_families",
]
