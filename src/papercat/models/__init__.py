"""What papercat knows: papers, authors, where they were read, and what was noticed. Frozen, validated, no I/O."""

from papercat.models.author import Author
from papercat.models.frozen import FrozenMap
from papercat.models.issue import KINDS, Issue
from papercat.models.paper import Paper, Variant, schema
from papercat.models.source import Source, placed, placed_all
from papercat.models.thrift import building

__all__ = ["KINDS", "Author", "FrozenMap", "Issue", "Paper", "Source", "Variant", "building", "placed", "placed_all", "schema"]
