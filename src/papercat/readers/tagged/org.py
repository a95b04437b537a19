r"""Org: an outline whose headlines are papers, each with what is known of it in a drawer of properties, as org-bibtex and org-ref write.

The syntax is that of https://orgmode.org/worg/org-syntax.html; what lost its line breaks is cut where a headline or a property begins.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from papercat.models import Issue, Paper
from papercat.readers.draft import furniture_issues
from papercat.readers.layout import Row, lay_out
from papercat.readers.tagged.blocks import Block, block_papers, usual_order
from papercat.readers.tagged.format import lined
from papercat.readers.tagged.items import Item, beginning, known, label, parted
from papercat.readers.tagged.labels import CORE
from papercat.text.document import Document, Place

# What people put before a headline: Org's own two, those of its manual, and of reading lists.
_STATES = (
    "TO-?DO|DONE|NEXT|WAIT|WAITING|HOLD|STARTED|IN-?PROGRESS|DOING|CANCELL?ED|DEFERRED|DELEGATED|SOMEDAY|MAYBE|LATER|PROJ|STRT|KILL|"
    "TO-?READ|READING|READ|UNREAD|SKIM|SKIMMED|SKIPPED|REREAD|REVIEW|REVIEWED|FINISHED"
)
_HEADLINE = re.compile(
    rf"(?P<stars>\*{{1,9}})[ \t\u00a0]+(?:(?P<state>{_STATES})[ \t\u00a0]+)?(?:\[#(?P<priority>\w)\][ \t\u00a0]+)?"
    r"(?:COMMENT[ \t]+)?(?P<title>\S.*)"
)
_TAGS = re.compile(r"[ \t\u00a0]+:((?:[\w@#%-]{1,40}:)+)\s*\Z")
_PROPERTY = re.compile(r"\s*:(?P<label>[^\W\d_][\w-]{0,38})\+?:(?:[ \t\u00a0]+|\Z)")
_DRAWER = re.compile(r"\s*:(?:PROPERTIES|END|LOGBOOK):\s*\Z", re.IGNORECASE)
_SETTING = re.compile(r"\s*(?:#\+\w+:|#\+(?:begin|end)_|(?:SCHEDULED|DEADLINE|CLOSED):\s*[<\[])", re.IGNORECASE)
_TERM = re.compile(r"\s*[-+][ \t]+(?P<label>[^\W\d_][^:\n]{0,30}?)[ \t]+::(?:[ \t]+|\Z)")
# where a line break was lost: at the bounds of a drawer, before a property in capitals, before a headline of two stars or with a state
_GLUED = re.compile(
    rf"(?<=\S)\s*(?=:PROPERTIES:|:END:|:[A-Z][A-Z_]{{1,20}}:[ \t])|(?<=[^\s*])\s*(?=\*{{2,9}} [^\W_]|\* (?:{_STATES}) )"
    r"|(?<=:PROPERTIES:)\s*(?=\S)|(?<=:END:)\s*(?=\S)"
)
_SIGN = re.compile(r"^[ \t]*(?:[\[(]?\d{1,4}[\]).]{1,2}[ \t]{1,4})?\*{1,9}[ \t].*(?:\n.*){0,4}?:PROPERTIES:", re.MULTILINE)
_VALUED = re.compile(r":([A-Za-z][\w-]{0,38}):[ \t]")
_SAMPLE = 400  # properties


class _Headline(NamedTuple):
    """A headline: how deep it is, and what stands in it before and behind its title."""

    level: int
    title: Place
    said: tuple[tuple[str, Place], ...]  # role or label, and where: its state, its priority, its tags


@dataclass(slots=True)
class _Entry:
    """A headline with what stands below it, up to the next headline.

    Attributes:
        start: where its line begins.
        head: its headline, None above the first.
        rows: of its title.
        items: its properties, and what its text says behind labels.
        text: the rows of its text.
        is_open: its drawer is still to come, so that a line is more of the title.
    """

    start: int
    head: _Headline | None = None
    rows: list[Row] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    text: list[Row] = field(default_factory=list)
    is_open: bool = False


def is_org(text: str) -> bool:
    r"""Tell an outline with papers in it: a headline has a drawer, and its properties say what papers have.

    >>> is_org("* DONE Sleeper Agents\n:PROPERTIES:\n:AUTHOR: Evan Hubinger\n:YEAR: 2024\n:END:\n")
    True
    >>> is_org("* DONE Call the dentist\n:PROPERTIES:\n:EFFORT: 0:10\n:END:\n")
    False
    """
    if ":PROPERTIES:" not in text or not _SIGN.search(text := lined(text)):
        return False
    labels = [match[1] for match, _ in zip(_VALUED.finditer(text), range(_SAMPLE), strict=False)]
    return len({role for name in labels if (role := known(name)) in CORE}) > 1


def read_org(document: Document) -> Iterator[Paper | Issue]:
    r"""Read the papers of an outline; a headline that is none is kept as a heading.

    >>> text = "* DONE Sleeper Agents  :ai:\n:PROPERTIES:\n:AUTHOR: Evan Hubinger\n:END:\n** Abstract\nHumans.\n"
    >>> [paper] = read_org(Document("a.org", text))
    >>> paper.title, paper.keywords, paper.abstract, paper.extra["state"]
    ('Sleeper Agents', ('ai',), 'Humans.', 'DONE')
    """
    layout = lay_out(document)
    yield from furniture_issues(document, layout.furniture)
    blocks = _outlined(document, layout.rows)
    order = usual_order(document, [item for block, _ in blocks for item in block.items])
    for block, place in blocks:
        yield from block_papers(document, block, place, order=order)


def _outlined(document: Document, rows: Sequence[Row]) -> list[tuple[Block, Place]]:
    """Give the block of each paper of an outline, and of each headline that is none."""
    entries = list(_entries(document, _unglued(document, rows)))
    ends = [*(entry.start for entry in entries[1:]), *(row.place.end for row in rows[-1:])]
    papers: list[tuple[Block, Place]] = []
    above: _Entry | None = None  # the paper that a headline below it may say more of
    for entry, end in zip(entries, ends, strict=True):
        place = Place(entry.start, end)
        if above and above.head and entry.head and entry.head.level > above.head.level and not _is_paper(entry):
            block, whole = papers.pop()
            block.items += _fields(document, entry)
            papers.append((block, Place(whole.start, end)))
            continue
        above = entry if _is_paper(entry) else None
        papers.append((Block(_items(entry)), place))
    return papers


def _is_paper(entry: _Entry) -> bool:
    return not {item.role for item in entry.items}.isdisjoint(CORE)


def _items(entry: _Entry) -> list[Item]:
    """Give the title of an entry and what is said of it."""
    notes = [Item("notes" if entry.head else "", "", entry.text, entry.text[0].place.start)] if entry.text else []
    if not entry.head:
        return [*entry.items, *notes]
    said = [Item(name, known(name) or "", [Row(place, "")], place.start) for name, place in entry.head.said]
    title = Item("", "", [Row(entry.head.title, ""), *entry.rows], entry.head.title.start)
    return [title, *said, *entry.items, *notes]


def _fields(document: Document, entry: _Entry) -> list[Item]:
    """Read a headline below a paper: `*** Abstract` is a label, any other one keeps its text under its name."""
    if not entry.head:
        return []
    name = document.show(*entry.head.title).strip().rstrip(":")
    rows = entry.text or [Row(Place(entry.head.title.end, entry.head.title.end), "")]
    return [*entry.items, Item(name, known(name) or "", rows, rows[0].place.start)]


def _entries(document: Document, rows: Iterable[Row]) -> Iterator[_Entry]:
    """Part the rows at the headlines."""
    entry: _Entry | None = None
    for row in rows:
        if headline := _headline(document, row):
            if entry:
                yield entry
            entry = _Entry(beginning(row), headline, is_open=True)
            continue
        entry = entry or _Entry(beginning(row))
        _take(document, entry, row)
    if entry:
        yield entry


def _take(document: Document, entry: _Entry, row: Row) -> None:
    """Take a row below a headline."""
    if _DRAWER.match(row.text):
        if entry.is_open and not entry.items:
            entry.rows, entry.text = entry.text, []  # a long title went on above the drawer
        entry.is_open = "END" not in row.text.upper()
    elif _SETTING.match(row.text):
        name = re.split(r"[:\s]", row.text.strip(" \t#+"), maxsplit=1)[0]
        entry.items.append(Item(name, "", [row], row.place.start))
    elif item := _item(document, row):
        entry.items.append(item)
    elif entry.items and entry.is_open:
        entry.items[-1].rows.append(row)  # a property that was wrapped
    else:
        entry.text.append(row)


def _item(document: Document, row: Row) -> Item | None:
    """Read a property, a term of a list, or a label with a colon that everybody knows."""
    match = _PROPERTY.match(document.text, *row.place) or _TERM.match(document.text, *row.place)
    if match:
        return Item(match["label"], known(match["label"]) or "", [row], match.end())
    name = label(row.text)
    if not name or known(name) not in CORE:
        return None
    colon = document.text.find(":", *row.place)
    return Item(name, known(name) or "", [row], colon + 1) if colon > 0 else None


def _headline(document: Document, row: Row) -> _Headline | None:
    match = _HEADLINE.match(document.text, *row.place)
    if not match:
        return None
    tags = _TAGS.search(document.text, match.start("title"), row.place.end)
    title = Place(match.start("title"), tags.start() if tags else row.place.end)
    said = [(name, Place(*match.span(name))) for name in ("state", "priority") if match[name]]
    start = tags.start(1) if tags else 0
    for tag in tags[1].split(":")[:-1] if tags else ():
        said.append(("keyword", Place(start, start + len(tag))))
        start += len(tag) + 1
    return _Headline(len(match["stars"]), title, tuple(said))


def _unglued(document: Document, rows: Iterable[Row]) -> Iterator[Row]:
    """Cut rows where a line break was lost."""
    for row in rows:
        is_plain = ":" not in row.text and "*" not in row.text
        yield from parted(document, row, [] if is_plain else [Place(*match.span()) for match in _GLUED.finditer(document.text, *row.place)])
