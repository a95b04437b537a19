"""Family names of two words in lists that have nothing but initials for given names: `H. Murrieta Bello` among `J. Nivre`."""

from collections.abc import Sequence

from papercat.names.name import Name
from papercat.names.words import is_initials

# Names of the list that have initials and nothing else for a given name, where none has another. Of 99 distinct names of bibliographies
# and indexes with as many beside them, a word behind the initials belongs to the family name in 98, and of 85 with fewer in 67. On the
# title pages of arXiv, where each author is printed as on the paper, of 9 hardly one is so, and 8 have fewer beside them.
_LEAST = 3


def with_double_families(names: Sequence[Name], *, is_short: bool = False) -> tuple[Name, ...]:
    """Give what stands spelled out behind initials to the family name, in a list in natural order whose given names are initials.

    Args:
        names: the list.
        is_short: the document shortens all given names, so that the list need not tell.

    >>> from papercat.names.human import parse_human
    >>> texts = ("M. Bollmann", "R. Aralikatte", "H. Murrieta Bello", "A. Villanova del Moral", "A. Søgaard")
    >>> found = [parse_human(text) for text in texts]
    >>> [name[:2] for name in with_double_families(found)[2:4]]
    [('Murrieta Bello', 'H.'), ('Villanova del Moral', 'A.')]
    >>> [name[:2] for name in with_double_families(found[2:])][0]
    ('Bello', 'H. Murrieta')
    """
    places = [_initials(name.given or "") for name in names]
    counts = [len((name.given or "").split()) for name in names]
    plain = sum(0 < place == count for place, count in zip(places, counts, strict=True))
    if not any(0 < place < count for place, count in zip(places, counts, strict=True)):
        return tuple(names)
    is_told = plain >= _LEAST and not any(count and not place for place, count in zip(places, counts, strict=True))
    return tuple(_divided(name, place) for name, place in zip(names, places, strict=True)) if is_short or is_told else tuple(names)


def _initials(given: str) -> int:
    """Count the words that a given name is shortened to, at its head."""
    words = given.split()
    return next((place for place, word in enumerate(words) if not (is_initials(word) or word.endswith("."))), len(words))


def _divided(name: Name, place: int) -> Name:
    words = (name.given or "").split()
    if not 0 < place < len(words):
        return name
    family = " ".join(filter(None, (*words[place:], name.particle, name.family)))
    return name._replace(given=" ".join(words[:place]), family=family, particle=None)
