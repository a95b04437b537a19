"""Whether two names can be one person's."""

import re
from collections.abc import Iterable, Sequence

from papercat.text.fold import fold

_WORD = re.compile(r"[a-z0-9]+")


def compatible(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two names, each (family, given), can be the same person's: initials fit, accents and case aside.

    >>> compatible(("Bowman", "S."), ("Bowman", "Samuel R.")), compatible(("Bowman", "S."), ("Bowman", "Sam"))
    (True, True)
    >>> compatible(("Zhang", "Shuo"), ("Zhang", "Shuofei")), compatible(("Lukosiute", ""), ("Lukošiūtė", "Kamilė"))
    (False, True)
    """
    if _plain(one[0]) != _plain(other[0]):
        return False
    pairs = zip(_WORD.findall(fold(one[1])), _WORD.findall(fold(other[1])), strict=False)
    return all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in pairs)


def same_people(ours: Iterable[str], theirs: Iterable[str]) -> float:
    """Give the share of family names that two author lists have in common, counted on the shorter one.

    >>> same_people(["Perez", "Ringer", "Lukošiūtė"], ["Lukosiute", "Perez"])
    1.0
    """
    one, other = ({_plain(name) for name in names} for names in (ours, theirs))
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def _plain(name: str) -> str:
    # a name in a script that has no ASCII form is compared as it is
    return fold(name).replace(" ", "") or name.casefold()
