"""Citation keys: patterns for them, the rule by which no two papers share one, and what old keys became."""

from papercat.keys.history import had_key, keep, key_map, pinned
from papercat.keys.pattern import DEFAULT, Pattern, parse_pattern
from papercat.keys.unique import citation_keys, free_key, safe

__all__ = ["DEFAULT", "Pattern", "citation_keys", "free_key", "had_key", "keep", "key_map", "parse_pattern", "pinned", "safe"]
