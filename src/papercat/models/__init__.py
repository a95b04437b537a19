"""What papercat knows: papers, authors, where they were read, and what was noticed. Frozen, validated, no I/O."""

from papercat.models.author import Author
from papercat.models.frozen import FrozenMap
from papercat.models.issue import KINDS, Issue
from papercat.models.paper import Paper, Variant, at_places, claims_of, schema
from papercat.models.source import Places, Source, placed
from papercat.models.thrift import building

__all__ = [
    "KINDS",
    "Author",
    "FrozenMap",
    "Issue",
    "Paper",
    "Places",
    "Source",
    "Variant",
    "at_places",
    "building",
    "claims_of",
    "placed",
    "schema",
]
