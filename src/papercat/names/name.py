"""What the readers of names give: the parts of one name, and the names of a list."""

from typing import NamedTuple

LEFT_OUT = "left out"  # how a note begins that tells what is no part of a name


class Name(NamedTuple):
    """The parts of one name.

    Attributes:
        family: the family name.
        given: given names or initials.
        particle: what CSL calls a non-dropping particle.
        suffix: "Jr.", "III".
        literal: an organisation, or a name without parts.
        null: the list says "null" for a part of it, or for all.
        odd: it did not come as a pair of family and given name.
        notes: what was wrong with it, in words.
    """

    family: str | None = None
    given: str | None = None
    particle: str | None = None
    suffix: str | None = None
    literal: str | None = None
    null: bool = False
    odd: bool = False
    notes: tuple[str, ...] = ()


class NameList(NamedTuple):
    """The names of a list.

    Attributes:
        names: in the order of the list.
        others: the words with which the list says that there are more, "et al.", or nothing.
        notes: what was wrong with the list, in words; what was wrong with a name is told there.
        dropped: what was left out, as it stood: marks, affiliations, degrees, titles.
        order: "natural", "inverted", "block" (Senturk IF), "first" (the first inverted, the rest natural), "reversed" (family name
            first without a comma), "swapped" (pairs the wrong way round: given name, comma, family name) or "families" (no given
            names at all); "" where the dialect has but one.
    """

    names: tuple[Name, ...]
    others: str = ""
    notes: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    order: str = ""
