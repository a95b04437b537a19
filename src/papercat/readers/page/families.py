"""Pages that show of each author the family name alone: `Fremont, Dreossi, Ghosh`, `Han & Ren`, `Estrela et al.`."""

import re
from collections.abc import Sequence

_SEPARATOR = re.compile(r"\s*[,;]\s*(?:(?:and|&|und|et|y|e)\s+(?!al\b))?|\s+(?:and|&|und|et|y|e)\s+(?!al\b)")
_OPEN_END = re.compile(r"[\s,;]*(?:\bet\.?\s?al\b\.?|…|\.\.+|\band \d+ others)\s*\Z")
_FAMILY = re.compile(r"(?:(?:d[aeiu]l?|von|van|der|den|la|le|af|bin|al|el|ter|ten|zu|'t)\s){0,3}[^\W\d_a-zà-ÿ](?:[^\W\d_]|['’-])+")
_LEAST = 3  # lists of two names or more
# Of the lists have a number of names that pairs of family and given name cannot have, or two without a comma.
_ODD = 0.2


def are_families(lists: Sequence[str]) -> bool:
    """Tell lists of family names alone from lists of `Family, Given`, which have two words for each name.

    >>> are_families(["Fremont, Dreossi, Ghosh", "Han & Ren", "Estrela et al."])
    True
    >>> are_families(["Hubinger, Evan", "Bai, Yuntao, Perez, Ethan", "Brown, Tom"]), are_families(["Fremont, Dreossi, Ghosh"])
    (False, False)
    """
    parts = [_names(text) for text in lists]
    if len(parts) < _LEAST or not all(_FAMILY.fullmatch(name) for names in parts for name in names):
        return False
    odd = sum(len(names) % 2 == 1 or (len(names) == 2 and "," not in text) for names, text in zip(parts, lists, strict=True))
    return odd > _ODD * len(parts) and any(len(names) > 1 for names in parts)


def _names(text: str) -> list[str]:
    return [name for name in _SEPARATOR.split(_OPEN_END.sub("", text).strip(" .,;")) if name]


def apart(text: str) -> str:
    """Part family names so that no two are taken for one name.

    >>> apart("Muller, Algavi & Borenstein"), apart("Estrela et al.")
    ('Muller; Algavi; Borenstein', 'Estrela et al.')
    """
    end = _OPEN_END.search(text)
    return "; ".join(_names(text)) + (text[end.start() :] if end else "")
