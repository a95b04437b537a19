"""A name on a paper."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Self

from pydantic import StringConstraints
from pydantic.dataclasses import dataclass

from papercat.errors import no_attribute
from papercat.identifiers.orcid import PATTERN, is_orcid
from papercat.models.line import STRICT, Text, check_composed
from papercat.models.words import OF_AUTHORS


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, config=STRICT)
class Author:
    """A name as it stands on one paper, in the words of CSL; who is who is another question.

    Attributes:
        family: the family name, without particle.
        given: given names or initials; None if the paper has none.
        particle: "van der", "de la", … (CSL's non-dropping particle).
        suffix: "Jr.", "III", …
        literal: an organisation or a name that has no parts; then it stands alone.
        orcid: the ORCID iD of whoever bears the name here, if the record says it: "0000-0002-1825-0097".

    Two authors are equal if their names and iDs are. `bare` is the name alone, for counting and comparing names.

    Raises:
        pydantic.ValidationError: neither family nor literal or both, blank text, control characters, text not in NFC, an iD in another
            spelling or with a wrong check sign.

    >>> print(Author(family="Lukošiūtė", given="Kamilė"))
    Kamilė Lukošiūtė
    >>> Author(family="Beethoven", given="Ludwig", particle="van").inverted
    'van Beethoven, Ludwig'
    >>> carberry = Author(family="Carberry", given="Josiah", orcid="0000-0002-1825-0097")
    >>> carberry == Author(family="Carberry", given="Josiah"), carberry.bare == Author(family="Carberry", given="Josiah")
    (False, True)
    """

    family: Text | None = None
    given: Text | None = None
    particle: Text | None = None
    suffix: Text | None = None
    literal: Text | None = None
    orcid: Annotated[str, StringConstraints(pattern=PATTERN)] | None = None

    def __post_init__(self) -> None:
        if (self.family is None) == (self.literal is None):
            raise ValueError("an author has either a family name or a literal name")
        if self.literal and (self.given or self.particle or self.suffix):
            raise ValueError("a literal name has no other parts")
        check_composed(self.family, self.given, self.particle, self.suffix, self.literal)
        if self.orcid and not is_orcid(self.orcid):
            raise ValueError(f"no ORCID iD, by its check sign or its block: {self.orcid!r}")

    @property
    def bare(self) -> Self:
        """Give the name alone, without the iD: itself, if there is none."""
        return self if self.orcid is None else replace(self, orcid=None)

    @property
    def inverted(self) -> str:
        """Write the name as BibTeX does, as in `van Beethoven, Ludwig`: particle and family, suffix, given."""
        if self.literal:
            return self.literal
        family = f"{self.particle} {self.family}" if self.particle else str(self.family)
        return ", ".join(part for part in (family, self.suffix, self.given) if part)

    def __repr__(self) -> str:
        parts = ((name, getattr(self, name)) for name in ("family", "given", "particle", "suffix", "literal", "orcid"))
        return f"Author({', '.join(f'{name}={text!r}' for name, text in parts if text)})"

    if not TYPE_CHECKING:  # type checkers know the attributes

        def __getattr__(self, name: str) -> object:
            raise no_attribute(self, name, OF_AUTHORS)

    def __str__(self) -> str:
        parts = (self.given, self.particle, self.family or self.literal, self.suffix)
        return " ".join(part for part in parts if part)
