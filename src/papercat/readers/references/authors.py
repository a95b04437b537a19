"""The names of a reference, read as those of its list: in one order, with initials written in one way."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from papercat.models import Issue
from papercat.names import Name, NameList, dot_initials, parse_messy
from papercat.readers.draft import Draft, list_issues
from papercat.readers.references.lines import Line
from papercat.readers.references.parts import parts
from papercat.text.document import Document, Place

_SAMPLE = 50  # references that tell how the names of a list are written
_FEW = 3  # lists of names; fewer tell nothing
_MOST = 0.5  # of the lists of names are in one order


class Manner(NamedTuple):
    """How the names of a list are written.

    Attributes:
        order: as `NameList.order` has it, "" if the list does not tell.
        dotted: whether initials have full stops, None if the list does not tell.
    """

    order: str = ""
    dotted: bool | None = None


def manner(document: Document, lines: Sequence[Line]) -> Manner:
    """Find how the names of a list are written; one reference or two tell nothing."""
    told = [dot for line in lines for dot in _dots(line)]
    dotted = sum(told) * 2 > len(told) if told else None
    if len(lines) < _FEW:
        return Manner(dotted=None if dotted is False else dotted)
    orders = Counter(order for line in lines[:_SAMPLE] if (order := _order(document, line)))
    order, count = orders.most_common(1)[0] if orders else ("", 0)
    return Manner(order if count > _MOST * orders.total() else "", dotted)


def _order(document: Document, line: Line) -> str:
    """Tell the order of the names of a reference, if it has more than one."""
    for part in parts(line.shown.text, line.atoms, line.labels):
        if part.label == "A":
            found = parse_messy(document.clean(*line.shown.places(part.start, part.end))[0])
            return found.order if len(found.names) > 1 else ""
    return ""


def _dots(line: Line) -> Iterator[bool]:
    """Tell of each initial in a list of names, the last word of it aside, whether a full stop follows it."""
    text, labels = line.shown.text, line.labels
    for i, atom in enumerate(line.atoms[:-1]):
        if labels[i] in "Aa" and labels[i + 1] == "a" and len(atom.text) == 1:
            yield text[atom.end : atom.end + 1] == "."


def add_authors(document: Document, draft: Draft, places: Sequence[Place], how: Manner) -> None:
    """Read the names of a reference into its draft."""
    text, steps = document.clean(*places)
    draft.note("authors", steps, places)
    draft.cover("authors", *places)
    found = parse_messy(text, order=how.order)
    source = draft.source("authors", places[0])
    draft.set_authors([_named(name, found, how) for name in found.names], source)
    for issue in _issues(found, draft, places[0]):
        draft.add_issue(issue.code, issue.message, "authors", places[0])


def _issues(found: NameList, draft: Draft, place: Place) -> Iterable[Issue]:
    source = draft.source("authors", place)
    if found.others:
        told = f"the list ends with {found.others!r}: there are authors that it does not name"
        yield Issue(code="authors-cut", message=told, source=source)
    yield from list_issues(found, source)


def _named(name: Name, found: NameList, how: Manner) -> Name:
    """Write a name as its list has it: a name alone where family names come first is one, initials have full stops."""
    order = found.order if len(found.names) > 1 else how.order or found.order
    if name.odd and name.literal and " " not in name.literal and order in ("inverted", "block"):
        return name._replace(family=name.literal, literal=None)
    if how.dotted is False and order == "block" and name.given:
        return name._replace(given=dot_initials(name.given))
    return name
