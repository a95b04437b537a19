"""Remarks on the names of a list: which stand alone or lack a part, what was left out, repaired or inferred."""

from collections.abc import Iterable, Iterator

from papercat.models import Issue, Source
from papercat.names import Name, NameList


def says_more(told: str) -> str:
    """Say that a list has more authors than it names.

    >>> says_more("et al.")
    "the list says 'et al.': there are authors that it does not name"
    """
    return f"the list says {told!r}: there are authors that it does not name"


def name_issues(names: Iterable[Name], source: Source) -> Iterator[Issue]:
    """Say which names of a list have no given name, stand without a pair, or look like one name cut in two."""
    before: Name | None = None
    for name in names:
        shown = name.family or name.literal or ""
        if name.null:
            told = (
                f"{shown!r} has no {'given' if name.family else 'family'} name: the list says null"
                if shown
                else "the list says null for a name"
            )
            yield Issue(code="given-name-missing" if name.family else "name-null", message=told, source=source, raw=shown or "null")
        if name.odd:
            told = f"{shown!r} stands alone in the list, without a given or a family name; kept as one name"
            yield Issue(code="name-unpaired", message=told, source=source, raw=shown)
        if before and before.family and name.family and before.null and name.null:
            told = f"{before.family!r} and {shown!r} are neighbours without given names: perhaps one person, cut in two"
            yield Issue(code="neighbours-without-given-names", message=told, source=source, raw=f"{before.family}, {shown}")
        before = name


_ORDERS = {
    "reversed": "the names of this list look like given names in second place; read as family name first",
    "swapped": "the names of all lists look like given names before their commas; read as given name first",
}


def list_issues(found: NameList, source: Source) -> Iterator[Issue]:
    """Say what was left out of a list of names, repaired in it and inferred of it."""
    if found.dropped:
        shown = ", ".join(map(repr, found.dropped[:5])) + (", …" if len(found.dropped) > 5 else "")
        told = f"left out of the list of authors: {shown}"
        yield Issue(code="author-marks", message=told, source=source, raw=" ".join(found.dropped))
    for note in found.notes:
        yield Issue(code="name-malformed", message=f"in the list of authors: {note}", source=source)
    if found.order == "families":
        yield Issue(code="given-name-missing", message="the list has family names and no given names", source=source)
    if found.order in _ORDERS:
        yield Issue(code="name-order-inferred", message=_ORDERS[found.order], source=source)
