"""The names of a reference, read as those of its list: in one order, with initials written in one way."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from papercat.models import Issue
from papercat.names import Name, NameList, are_family_lists, dot_initials, parse_messy, with_double_families
from papercat.names.ways import FAMILIES, FIRST, INVERTED, NATURAL
from papercat.readers.draft import Draft
from papercat.readers.references.lines import Line
from papercat.readers.references.parts import parts
from papercat.readers.remarks import list_issues, says_more
from papercat.text.document import Document, Place

_SAMPLE = 50  # references that tell how the names of a list are written
_FEW = 3  # lists of names; fewer tell nothing
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.[-\u2010\u2011 ]?)+")
_GLUED = re.compile(r"(?<=[^\W\d_]\.)(?=[^\W\d_]{1,2}\.)")
_NEARLY_ALL = 0.9  # of the given names of a list; a name that was read wrongly is no initial
_LONGEST_FAMILY = 5  # words, particles counted
_MOST = 0.5  # of the lists of names are in one order


class Manner(NamedTuple):
    """How the names of a list are written.

    Attributes:
        order: as `NameList.order` has it, "" if the list does not tell.
        dotted: whether initials have full stops, None if the list does not tell.
        short: all given names are initials, so that the blanks between them are the style's.
    """

    order: str = ""
    dotted: bool | None = None
    short: bool = False


def manner(document: Document, lines: Sequence[Line]) -> Manner:
    """Find how the names of a list are written; one reference or two tell nothing."""
    told = [dot for line in lines for dot in _dots(line)]
    dotted = sum(told) * 2 > len(told) if told else None
    if len(lines) < _FEW:
        return Manner(dotted=None if dotted is False else dotted)
    texts = [text for line in lines[:_SAMPLE] if (text := _list(document, line))]
    is_bare = are_family_lists(texts)
    lists = [_parse(text, is_bare=is_bare) for text in texts]
    given = [name.given for found in lists for name in found.names if name.given]
    short = sum(_INITIALS.match(one) is not None for one in given) > _NEARLY_ALL * len(given)
    return Manner(FAMILIES if is_bare else _order(lists), dotted, short)


def _parse(text: str, *, is_bare: bool) -> NameList:
    """Read a list of names that is family names alone only where those of the document are."""
    found = parse_messy(text)
    return found if is_bare or found.order != FAMILIES else parse_messy(text, order=FIRST)


def _order(lists: Sequence[NameList]) -> str:
    """Name the order of most lists; one inverted name tells too, as in MLA's style, which names no third author."""
    orders = Counter(found.order for found in lists if len(found.names) > 1 and found.order)
    orders[FIRST if orders[FIRST] > orders[INVERTED] else INVERTED] += sum(
        found.order == INVERTED for found in lists if len(found.names) == 1
    )
    order, count = orders.most_common(1)[0] if orders else ("", 0)
    return order if count > _MOST * orders.total() else ""


def _list(document: Document, line: Line) -> str:
    """Give the names of a reference as they stand there, "" if it has none."""
    found = (part for part in parts(line.shown.text, line.atoms, line.labels) if part.label == "A")
    return next((document.clean(*line.shown.places(part.start, part.end))[0] for part in found), "")


def _dots(line: Line) -> Iterator[bool]:
    """Tell of each initial in a list of names, the last word of it aside, whether a full stop follows it."""
    text, labels = line.shown.text, line.labels
    for i, atom in enumerate(line.atoms[:-1]):
        if labels[i] in "Aa" and labels[i + 1] == "a" and len(atom.text) == 1:
            yield text[atom.end : atom.end + 1] == "."


def add_authors(document: Document, draft: Draft, places: Sequence[Place], how: Manner, families: frozenset[str] = frozenset()) -> None:
    """Read the names of a reference into its draft; family names that are known tell where those of several words begin."""
    text, steps = document.clean(*places)
    draft.note("authors", steps, places)
    draft.cover("authors", *places)
    found = _as_usual(parse_messy(text, order=how.order), how)
    source = draft.source("authors", places[0])
    draft.set_authors([_with_family(_named(name, found, how), families) for name in found.names], source)
    for issue in _issues(found, draft, places[0]):
        draft.add_issue(issue.code, issue.message, "authors", places[0])


def _as_usual(found: NameList, how: Manner) -> NameList:
    """Read the names of a list as those of a document that shortens all given names: what is spelled out is a family name."""
    if not how.short or found.order not in (NATURAL, INVERTED):
        return found
    if found.order == NATURAL:
        return found._replace(names=with_double_families(found.names, is_short=True))
    is_told = any(name.given and _INITIALS.match(name.given) for name in found.names)
    return found._replace(names=tuple(one for name in found.names for one in _unpaired(name))) if is_told else found


def _unpaired(name: Name) -> list[Name]:
    """Take a pair without initials for two family names: `Kobus, Yvon & Damnati, G.`."""
    if not name.given or not name.family or _INITIALS.match(name.given) or " " in name.given:
        return [name]
    return [name._replace(given=None), Name(family=name.given)]


def _with_family(name: Name, families: frozenset[str]) -> Name:
    """Cut a name where one of the family names begins."""
    words = " ".join(filter(None, (name.given, name.particle, name.family))).split()
    places = range(max(1, len(words) - _LONGEST_FAMILY), len(words)) if families else ()
    place = next((place for place in places if " ".join(words[place:]) in families), 0)
    if not place or not name.family:
        return name
    particles = next((count for count, word in enumerate(words[place:]) if not word.islower()), 0)
    family, particle = " ".join(words[place + particles :]), " ".join(words[place : place + particles])
    return name._replace(given=" ".join(words[:place]), family=family, particle=particle or None)


def _issues(found: NameList, draft: Draft, place: Place) -> Iterable[Issue]:
    source = draft.source("authors", place)
    if found.others:
        yield Issue(code="authors-cut", message=says_more(found.others), source=source)
    yield from list_issues(found, source)


def _named(name: Name, found: NameList, how: Manner) -> Name:
    """Write a name as its list has it: a name alone where family names come first is one, initials have full stops."""
    order = found.order if len(found.names) > 1 else how.order or found.order
    if name.odd and name.literal and " " not in name.literal and order in ("inverted", "block"):
        return name._replace(family=name.literal, literal=None)
    if how.dotted is False and order == "block" and name.given:
        return name._replace(given=dot_initials(name.given))
    if how.short and name.given and _INITIALS.fullmatch(name.given):
        return name._replace(given=_GLUED.sub(" ", name.given))
    return name
