r"""Where the papers stand in YAML that lists them in sections, as the pages of people and groups do.

`_data/publications.yml` has as many shapes as authors: a list by year, by kind, under `main:`, under the name of a journal. Its lines are
enough to see them: an item begins with a dash, its names stand in one column, and these names are those of a paper or not.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from papercat.readers.tree.keys import GENERIC
from papercat.readers.tree.node import key_of
from papercat.readers.tree.shape import LISTS, is_paper
from papercat.text.document import Place

_LINE = re.compile(r"[^\r\n]+")
_DASH = re.compile(r"-(?:[ \t]+|$)")
_NAME = re.compile(r"([\"']?)([^\s#\-'\"{}\[\]:][^:\"'\r\n]{0,60}?)\1[ \t]*:(?:[ \t]+|$)")
_YEAR = re.compile(r"[\"']?((?:19|20)\d\d)[\"']?[ \t]*(?:#.*)?$")
# Of which a paper says one: a menu and the news of a page have titles, addresses and dates too.
_TELLING = frozenset("authors year venue doi arxiv abstract volume pages".split())
# What is said of a publication alone, also in the templates academicpages, al-folio and Wowchemy (Hugo Blox)
PUBLISHED = frozenset("venue journal booktitle conference doi arxiv paperurl publicationtypes publication citation".split())
_MARK = re.compile(r"(?:---|\.\.\.)[ \t]*$")
_TAB = 8  # columns; YAML allows none, people write them


class Section(NamedTuple):
    """A paper in a list.

    Attributes:
        place: its lines.
        year: where the year stands that holds for its section, if one does.
        kind: "item" of a list, "name" for what stands under a name of its own, "document" for a document that is one paper.
    """

    place: Place
    year: Place | None
    kind: str = "item"


class _Item(NamedTuple):
    """An item of a list, or a name with values below it, that is not closed yet."""

    indentation: int
    column: list[int]  # of its names; none before the first is read
    start: int
    keys: set[str]
    years: list[Place]
    name: str | None  # None for the item of a list


def sections(text: str) -> list[Section]:
    r"""Find the items that are papers, at whatever depth; what stands in one is its own.

    >>> text = "2024:\n  - title: Sleeper Agents\n    authors: E. Hubinger\n2022:\n- title: Constitutional AI\n  authors: Y. Bai\n"
    >>> [text[slice(*one.year)] for one in sections(text)]
    ['2024', '2022']
    """
    stack: list[_Item] = [_document(0)]
    found: list[Section] = []
    for line in _LINE.finditer(text):
        shown = line[0].lstrip(" \t\ufeff")
        if not shown or shown.startswith("#"):
            continue
        if shown == line[0] and _MARK.match(shown):
            while stack:
                _close(stack, found, line.start())
            stack.append(_document(line.end()))
            continue
        indentation = len(line[0].expandtabs(_TAB)) - len(shown.expandtabs(_TAB)) if "\t" in line[0] else len(line[0]) - len(shown)
        dash = _DASH.match(shown)
        while stack and _is_closed(stack[-1], indentation, is_dash=dash is not None):
            _close(stack, found, line.start())
        _take(stack, line, shown, indentation, dash)
    while stack:
        _close(stack, found, len(text))
    return found


def _document(start: int) -> _Item:
    return _Item(-1, [0], start, set(), [], "")


def _is_closed(item: _Item, indentation: int, *, is_dash: bool) -> bool:
    """Tell whether a line ends an item: it is set in no further, but a list may begin in the column of its name."""
    return indentation < item.indentation or (indentation == item.indentation and (item.name is None or not is_dash))


def _take(stack: list[_Item], line: re.Match[str], shown: str, indentation: int, dash: re.Match[str] | None) -> None:
    column, rest = indentation, shown
    if dash:
        stack.append(_Item(indentation, [], line.start(), set(), [], None))
        column, rest = indentation + dash.end(), shown[dash.end() :]
    name = _NAME.match(rest)
    if not name:
        return
    behind = rest[name.end() :]
    own = stack[-1] if stack else None
    if own and (not own.column or own.column[0] == column):
        own.column[:] = [column]
        own.keys.add(key_of(name[2]))
        if key_of(name[2]) == "year" and (year := _YEAR.match(behind)):
            start = line.end() - len(behind) + year.start(1)
            own.years.append(Place(start, start + len(year[1])))
    if not behind.strip() or behind.startswith("#"):
        start = line.end() - len(rest) + name.start(2)
        years = [Place(start, start + len(name[2]))] if _YEAR.match(name[2]) else []
        stack.append(_Item(column, [], line.start(), set(), years, key_of(name[2])))


def _close(stack: list[_Item], found: list[Section], end: int) -> None:
    item = stack.pop()
    roles = {GENERIC.get(key, "").removesuffix("?") for key in item.keys} - {""}
    kind = _kind(item, stack)
    if kind == "document":
        is_one = "title" in item.keys and not item.keys.isdisjoint(PUBLISHED)
    else:
        is_one = (is_paper(item.keys) and not roles.isdisjoint(_TELLING)) or _is_like(roles, item, found)
    if kind and (is_one or (kind == "listed" and found and roles)):
        while found and found[-1].place.start >= item.start:
            found.pop()  # what a paper holds, its references or its other versions
        around = next((one.years[0] for one in reversed(stack) if one.years), None)
        found.append(Section(Place(item.start, end), around, "item" if kind == "listed" else kind))


def _kind(item: _Item, around: Sequence[_Item]) -> str:
    """Say what an item is: "listed" for a name in a list of papers, as pybtex writes it; "" for a name deeper down."""
    if not around:
        return "document"
    if item.name is None:
        return "item"
    if item.indentation == 0:
        return "name"
    return "listed" if len(around) == len(("document", "list")) and around[-1].name in LISTS and not around[-1].indentation else ""


def _is_like(roles: set[str], item: _Item, found: Sequence[Section]) -> bool:
    """Tell an item behind a paper that says less than that, but who wrote what."""
    return bool(found) and found[-1].place.end == item.start and roles >= {"title", "authors"}


def starts_as_yaml(text: str) -> bool:
    r"""Tell whether the first line that says something is a name or an item of YAML.

    >>> starts_as_yaml("# my papers\n---\nmain:\n"), starts_as_yaml("Dear all,\n- title: A\n")
    (True, False)
    """
    return next((bool(_DASH.match(one) or _NAME.match(one)) for one in _said(text)), False)


def _said(text: str) -> Iterator[str]:
    for line in _LINE.finditer(text):
        shown = line[0].strip(" \t\ufeff")
        if shown and not shown.startswith(("#", "---", "%")):
            yield shown
