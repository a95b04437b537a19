"""Finding and joining records of one paper: block, compare, score, cluster, merge. Evidence adds up in bits (log2)."""

from papercat.dedup.blocks import cap, centre, finer, keys
from papercat.dedup.candidates import Among, Cut
from papercat.dedup.clusters import Cluster, Clusters, Pair, Refusal, cluster
from papercat.dedup.groups import Group, Groups, find_groups
from papercat.dedup.linkage import Found, Plan, find_pairs, plan
from papercat.dedup.merges import Merge, conflicts, merge
from papercat.dedup.resolution import Resolution, Terms, resolve
from papercat.dedup.score import MAYBE_BITS, SAME_BITS, contradicts, evidence, match, probability
from papercat.dedup.view import View, prep
from papercat.dedup.weights import Level
from papercat.models.evidence import Evidence

__all__ = [
    "MAYBE_BITS",
    "SAME_BITS",
    "Among",
    "Cluster",
    "Clusters",
    "Cut",
    "Evidence",
    "Found",
    "Group",
    "Groups",
    "Level",
    "Merge",
    "Pair",
    "Plan",
    "Refusal",
    "Resolution",
    "Terms",
    "View",
    "cap",
    "centre",
    "cluster",
    "conflicts",
    "contradicts",
    "evidence",
    "find_groups",
    "find_pairs",
    "finer",
    "keys",
    "match",
    "merge",
    "plan",
    "prep",
    "probability",
    "resolve",
]
