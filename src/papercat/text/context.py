"""What stands around a find: addresses, ids and math, which no repair of a notation may touch, and the neighbours."""

import re
from collections.abc import Callable

# A DOI may hold any sign that is no blank; a link ends at a blank too (RFC 3986 lets neither hold one).
ADDRESS = re.compile(
    r"((?:https?|ftp|file)://\S+|(?:mailto|urn|doi):\S+|\bwww\.\S+|\b10\.\d{4,9}/\S+|\b[\w-]{1,63}\.[a-z]{2,6}/\S+)", re.IGNORECASE
)
ADDRESS_OR_MATH = re.compile(rf"{ADDRESS.pattern[:-1]}|\$[^$]*\$)", re.IGNORECASE)


def outside(kept: re.Pattern[str], text: str, repair: Callable[[str], str]) -> str:
    """Repair what stands outside of what a pattern finds; the pattern has one group around all of it.

    >>> outside(ADDRESS, "a b https://a.org/a", str.upper)
    'A B https://a.org/a'
    """
    parts = kept.split(text)
    parts[::2] = [repair(part) for part in parts[::2]]
    return "".join(parts)


def beside(match: re.Match[str]) -> tuple[str, str]:
    """Give the characters before and behind a find, "" at an end of the text.

    >>> beside(re.search("b", "abc"))
    ('a', 'c')
    """
    return match.string[max(0, match.start() - 1) : match.start()], match.string[match.end() : match.end() + 1]
