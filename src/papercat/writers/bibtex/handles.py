"""Citation keys that no program stumbles over."""

import re
from collections.abc import Sequence

# Each of these makes a program refuse the file or read another key; see docs/explain/export.md. Other letters than ASCII, and signs such
# as ! ? @ < $ &, are changed by single programs only, and stand in files that people have: they stay.
BREAKS = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff,{}%#\"'()=\\~]+")


def safe_keys(keys: Sequence[str]) -> list[str]:
    r"""Write a hyphen for what cannot stand in a key; a key that would then repeat another gets a number.

    >>> safe_keys(["perez2022", "bad key{}", "bad-key", "bad,key", ""])
    ['perez2022', 'bad-key-2', 'bad-key', 'bad-key-3', 'entry']
    """
    if not any(BREAKS.search(key) or not key for key in keys):
        return list(keys)
    taken = {key for key in keys if key and not BREAKS.search(key)}
    return [_safe(key, taken) for key in keys]


def _safe(key: str, taken: set[str]) -> str:
    if key and not BREAKS.search(key):
        return key
    stem = name = BREAKS.sub("-", key).strip("-") or "entry"
    number = 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    taken.add(name)
    return name
