"""Initials without full stops, as Google Scholar, PubMed and Vancouver style write them, in the form of CSL and BibTeX."""

import re

_PLAIN = re.compile(r"[^\W\d_]{1,4}(?:[-\u2010\u2011 ][^\W\d_]{1,4})*")


def is_plain_initials(given: str) -> bool:
    """Tell a given name that is capitals without a full stop.

    >>> [name for name in ("CM", "J-P", "A J", "Cm", "ŠA", "C. M.", "Jan M") if is_plain_initials(name)]
    ['CM', 'J-P', 'A J', 'ŠA']
    """
    return given.isupper() and _PLAIN.fullmatch(given) is not None


def dot_initials(given: str) -> str:
    """Write a full stop behind each initial.

    >>> [dot_initials(name) for name in ("CM", "S", "J-P", "A J", "Jan", "C. M.")]
    ['C. M.', 'S.', 'J.-P.', 'A. J.', 'Jan', 'C. M.']
    """
    if not is_plain_initials(given):
        return given
    parts = re.split(r"([-\u2010\u2011 ])", given)
    return "".join(" ".join(f"{letter}." for letter in part) if part.isalpha() else part for part in parts)
