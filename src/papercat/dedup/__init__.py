"""Finding and joining records of one paper: block, compare, score, cluster, merge. Evidence adds up in bits (log2)."""

from papercat.dedup.clusters import Cluster, Pair, cluster, find_pairs
from papercat.dedup.evidence import MAYBE_BITS, SAME_BITS, Evidence, compare
from papercat.dedup.merges import Merge, merge

__all__ = [
    "MAYBE_BITS",
    "SAME_BITS",
    "Cluster",
    "Evidence",
    "Merge",
    "Pair",
    "cluster",
    "compare",
    "find_pairs",
    "merge",
]
