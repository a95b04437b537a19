"""Lists of pairs that stand the wrong way round: `Giorgia, Dato; Eugenio, Saccà`."""

from collections.abc import Iterable

from papercat.names.human import inverted
from papercat.names.name import Name, NameList
from papercat.names.ways import INVERTED, SWAPPED, givenness

# Bits that the pairs of a document must have against their order. Of 20,000 documents of lists from the ACL Anthology that are the right
# way round 0.07 % of those with two lists have them, 0.04 % with three and none with five; of the same ones turned 75, 95 and 99.7 %.
_LEAST = 10.0


def are_swapped(names: Iterable[tuple[str, str]]) -> bool:
    """Tell from all pairs of a document, as they stand before and behind their commas, that given names stand first.

    >>> are_swapped([("Giorgia", "Dato"), ("Martina", "Frau"), ("Alessandro", "Spadaro"), ("Javier", "Muñoz"), ("Daniel", "Tejerina")])
    True
    >>> are_swapped([("Dato", "Giorgia"), ("Frau", "Martina"), ("Thomas", "Martin")]), are_swapped([("Javier", "Muñoz")])
    (False, False)
    """
    return sum(givenness(tuple(family.split())) - givenness(tuple(given.split())) for family, given in names) > _LEAST


def swapped(found: NameList) -> NameList:
    """Turn the pairs of a list that was read as pairs; any other is as it was.

    >>> swapped(NameList((Name("Valerio", "De Luca"), Name(literal="OpenAI")), order="inverted")).names[0][:2]
    ('De Luca', 'Valerio')
    """
    if found.order != INVERTED:
        return found
    return found._replace(names=tuple(map(_turned, found.names)), order=SWAPPED)


def _turned(name: Name) -> Name:
    if not (name.family and name.given):
        return name
    turned = inverted(name.given.split(), f"{name.family} {name.particle or ''}".split(), name.suffix or "")
    return turned._replace(notes=(*name.notes, *turned.notes))
