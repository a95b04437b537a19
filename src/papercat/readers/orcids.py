"""ORCID iDs beside a list of authors: whose each is.

Web of Science writes `Carberry, Josiah/0000-0002-1825-0097; …`, biblatex annotates a list by the places of names, `1="0000-…"; 2="0000-…"`,
and tables have as many iDs as authors, some of them empty. An iD is given to a person only where no other could be meant.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from papercat.identifiers import find_orcid, parse_orcid
from papercat.names import Name, parse_each
from papercat.orcids import Authors, owners, placed
from papercat.readers.value import Value
from papercat.text.document import Place

_SEPARATORS = (";", "|", "\n", ",")
_ANNOTATED = re.compile(r"\s*(\d{1,4})\s*=\s*[\"{]?([^\"{};]{16,60})[\"}]?\s*")
_SHAPE = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3,4}[Xx]?")
_AROUND = " \t\r\n;,/|:()[]"
_LABEL = re.compile(r"\(?\borcid(?:\s?id)?\b\)?\Z", re.IGNORECASE)


class Claims:
    """Which author of a record has which iD, while the record is read.

    Attributes:
        by_place: the iDs, by the places of the names among the values of the record.
        places: where they stand.
    """

    __slots__ = ("by_place", "places")

    def __init__(self) -> None:
        """Begin without any."""
        self.by_place: dict[int, str] = {}
        self.places: list[Place] = []

    def claim(self, author: int, text: str, places: Iterable[Place] = ()) -> bool:
        """Take the iD of the author at a place, if it is one and the author has no other; say whether it was taken."""
        found = parse_orcid(text)
        if found is None or author < 0 or self.by_place.setdefault(author, found.id) != found.id:
            return False
        self.places += places
        return True


def claimed(orcids: Mapping[int, str], names: Sequence[Value]) -> Iterator[Value]:
    """Give iDs as values beside those of the names, for names that are no authors of the record."""
    for place, orcid in orcids.items():
        value = names[place]
        shown = " ".join(filter(None, value.name[:5])) if value.name else ""
        yield Value("", f"{value.label}.orcid", value.places, f"{shown}: {orcid}" if shown else orcid)


def assign(authors: Authors, text: str) -> tuple[Authors, bool]:
    """Give authors the iDs that a text has for them, and say whether all of them are used; who has another one keeps it.

    >>> from papercat.models import Author
    >>> authors = (Author(family="Carberry", given="J."), Author(family="Natarajan", given="S."))
    >>> found, is_all = assign(authors, "Natarajan, Sukumar/0000-0001-5831-1678; Carberry, Josiah S./0000-0002-1825-0097")
    >>> [author.orcid for author in found], is_all
    (['0000-0002-1825-0097', '0000-0001-5831-1678'], True)
    >>> found, is_all = assign(authors, "0000-0002-1825-0097")
    >>> [author.orcid for author in found], is_all
    ([None, None], False)
    """
    told = _by_place(text, len(authors))
    is_all = told is not None
    if told is None:
        named = list(_named(text))
        places = owners(authors, [name for name, _ in named])
        told = {place: orcid for place, (_, orcid) in zip(places, named, strict=True) if place is not None}
        is_all = bool(named) and len(told) == len(named) and not is_broken(text)
    free = {place: orcid for place, orcid in told.items() if authors[place].orcid in (None, orcid)}
    return placed(authors, free), is_all and len(free) == len(told)


def is_broken(text: str) -> bool:
    """Tell a text with something that looks like an iD and is none.

    >>> is_broken("Carberry, Josiah/0000-0002-1825-0097"), is_broken("Carberry, Josiah/0000-0002-1825-0098"), is_broken("H-2008-2012")
    (False, True, False)
    """
    return len(_SHAPE.findall(text)) > sum(1 for _ in find_orcid(text))


def _by_place(text: str, count: int) -> dict[int, str] | None:
    """Read iDs that say by their places whose they are: annotations of biblatex, or as many as there are authors; None for another text."""
    parts = text.split(";")
    if annotated := [match for part in parts if (match := _ANNOTATED.fullmatch(part))]:
        told = {int(match[1]) - 1: found.id for match in annotated if (found := parse_orcid(match[2]))}
        is_whole = len(told) == sum(bool(part.strip()) for part in parts) and all(0 <= place < count for place in told)
        return told if is_whole else None
    for separator in _SEPARATORS:
        cells = [cell.strip() for cell in text.split(separator)]
        listed = {place: one.id for place, cell in enumerate(cells) if (one := parse_orcid(cell))}
        if len(cells) == count and listed and len(listed) == sum(map(bool, cells)):
            return listed
    return None


def _named(text: str) -> Iterator[tuple[Name | None, str]]:
    """Give each iD of a text with the name before it."""
    done = 0
    for found in find_orcid(text):
        before = _LABEL.sub("", text[done : found.start].strip(_AROUND)).strip(_AROUND)
        names = parse_each([" ".join(before.split())]) if before and len(before) < 200 else ()
        yield (names[0] if names else None), found.id
        done = found.end
