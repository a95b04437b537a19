"""ORCID iDs of authors, which pass from one list of names to another: an iD is given to a person only where no other could be meant."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from papercat.models import Author
from papercat.names import Name, compatible
from papercat.text.fold import fold

VARIANT = "authors-orcid"  # the variant of a paper that keeps an iD which none of its authors has
_MOST = 60  # authors of one family and paper with whom initials are compared; of 3,000 with one name nobody can tell
Authors = tuple[Author, ...]


@lru_cache(maxsize=16_384)  # each author of a field stands in many records
def identified(author: Author, orcid: str) -> Author:
    """Give an author an iD; the same author is one object.

    >>> identified(Author(family="Carberry", given="Josiah"), "0000-0002-1825-0097").orcid
    '0000-0002-1825-0097'
    """
    return author if author.orcid == orcid else replace(author, orcid=orcid)


def placed(authors: Authors, orcids: Mapping[int, str]) -> Authors:
    """Give some authors, by their places, the iDs that they have."""
    if not orcids:
        return authors
    return tuple(identified(author, orcids[place]) if place in orcids else author for place, author in enumerate(authors))


def passed(authors: Authors, before: Authors) -> Authors:
    """Give authors who have no iD those of another list of the same paper.

    >>> carberry = Author(family="Carberry", given="Josiah", orcid="0000-0002-1825-0097")
    >>> passed((Author(family="Perez", given="E."), Author(family="Carberry", given="J.")), (carberry,))[1].orcid
    '0000-0002-1825-0097'
    """
    known = [author for author in before if author.orcid]
    if not known:
        return authors
    places = owners(authors, known)
    given = {place: one.orcid for place, one in zip(places, known, strict=True) if place is not None and one.orcid}
    return placed(authors, {place: orcid for place, orcid in given.items() if not authors[place].orcid})


def told(authors: Iterable[Author]) -> dict[str, str]:
    """Give the iDs of a list, each with how a variant keeps it.

    >>> told([Author(family="Carberry", given="Josiah", orcid="0000-0002-1825-0097"), Author(literal="Anthropic")])
    {'0000-0002-1825-0097': 'Carberry, Josiah: 0000-0002-1825-0097'}
    """
    return {author.orcid: f"{author.inverted}: {author.orcid}" for author in authors if author.orcid}


def left_out(authors: Iterable[Author], before: Iterable[Author]) -> list[str]:
    """Give the iDs of another list that no author has, as variants keep them."""
    known = told(authors)
    return [shown for orcid, shown in told(before).items() if orcid not in known]


def owners(authors: Sequence[Author], names: Sequence[Name | Author | None]) -> list[int | None]:
    """Give for each name the place of the author who bears it, None where that is nobody, several could, or another name claims them too.

    >>> authors = (Author(family="Zhang", given="Yu"), Author(family="Zhang", given="Yang"), Author(family="Perez", given="E."))
    >>> owners(authors, [Name("Zhang", "Y."), Name("Zhang", "Yang"), Name("Pérez", "Ethan")])
    [None, 1, 2]
    """
    families, wholes = defaultdict[str, list[int]](list), defaultdict[tuple[str, str], list[int]](list)
    for place, author in enumerate(authors):
        family = _family(author)
        families[family].append(place)
        wholes[family, fold(author.given or "")].append(place)
    fitting = [_fitting(authors, families, wholes, name) if name else [] for name in names]
    claims = Counter(places[0] for places in fitting if len(places) == 1)
    return [places[0] if len(places) == 1 and claims[places[0]] == 1 else None for places in fitting]


def _fitting(
    authors: Sequence[Author], families: Mapping[str, list[int]], wholes: Mapping[tuple[str, str], list[int]], name: Name | Author
) -> list[int]:
    """Give the places of the authors whom a name fits: those of just this name, or else all with whose name it goes together."""
    family, given = _family(name), name.given or ""
    if same := wholes.get((family, fold(given))):
        return same
    relatives = families.get(family, []) if given else []
    if len(relatives) > _MOST:
        return []
    return [place for place in relatives if (other := authors[place].given) and compatible(other, given)]


def _family(name: Name | Author) -> str:
    text = f"{name.particle or ''} {name.family or name.literal or ''}"
    return fold(text).replace(" ", "") or text.casefold()
