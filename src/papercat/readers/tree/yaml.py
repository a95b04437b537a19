"""YAML as nodes, record by record: CSL-YAML, hayagriva, CFF, and lists of papers.

A file is cut at its entries first, so that a broken one costs itself. PyYAML's events are read rather than its values: they know their
places, leave numbers and dates as they are written, and build nothing that an alias could multiply.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, NamedTuple

from papercat.readers.tree.node import Node, key_of
from papercat.readers.tree.sections import PUBLISHED, Section, sections, starts_as_yaml
from papercat.readers.tree.slips import show, without_slips
from papercat.text.document import Place

try:
    import yaml as pyyaml
except ImportError:  # an extra of its own: papercat[yaml]
    pyyaml = None

_YAML: Any = pyyaml
_LONE_CR = re.compile(r"\r(?!\n)")  # a break for YAML, but not for the patterns below; the places stay
_SAYING = re.compile(r"^[ \t]*(?!(?:references|bibliography|publications|papers|items|entries)[ \t]*:)[^\s#][^\n:]*:", re.MULTILINE)
_CFF = re.compile(r"^cff-version[ \t]*:", re.MULTILINE)
_ENTRY = re.compile(r"^([^\s#\-'\"{}\[\]][^\n\r:]*|\"[^\"\n\r]*\"|'[^'\n\r]*')[ \t]*:(?=[ \t\r\n]|\Z)", re.MULTILINE)
_ITEM = re.compile(r"^([ \t]*)-[ \t]+(?=\S)", re.MULTILINE)
_TYPED = re.compile(r"^[ \t]+(?:type|title|author|authors)[ \t]*:", re.MULTILINE)
_TITLE = re.compile(r"^[ \t]*(?:-[ \t]+)?[\"']?title[\"']?[ \t]*:", re.MULTILINE)
_EVIDENCE = re.compile(r"^[ \t]*(?:-[ \t]+)?[\"']?(?:authors?|issued|year|date|doi|DOI|container-title|type)[\"']?[ \t]*:", re.MULTILINE)
_LISTS = frozenset({"references", "bibliography", "publications", "papers", "items", "entries"})
_SAMPLE = 200_000  # characters
_MOST_NODES = 100_000  # in one entry, aliases counted as often as they stand there
_DEEPEST = 100  # levels
# YAML 1.2, production 1: no other character may stand in a stream
_REFUSED = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEAD = re.compile(r"(?:\ufeff|[ \t]*(?:(?:---|\.\.\.)[ \t]*)?(?:\r\n|\n|\r))*(?:---[ \t]+)?")
_TAIL = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_LINE = re.compile(r"[^\n\r]*(?:\r\n|\n|\r)?")
_COMMENT = re.compile(r"^[ \t\ufeff]*#[^\n]*", re.MULTILINE)  # as "# _data/publications.yml" at the head of a file
# what a section says of itself, but for its year
_VALUED = re.compile(r"^[ \t]*(?:-[ \t]+)?(?!year[ \t]*:)[^\s#:-][^\n:]*:[ \t]+[^\s#]", re.MULTILINE)
_OPENED = re.compile(r"[\ufeff \t\r\n]*---[ \t]*(?:\r\n|\n)")
_DATES = frozenset(("year", "date", "issued", "published", "publicationdate", "pubdate"))
_MARKS = "-. \t\r\n\ufeff"
# the papers of a stream name their authors in a list; the head of a page that is no paper says `author: Me`
_STREAMED = re.compile(r"^title[ \t]*:[ \t]*\S", re.MULTILINE)
_AUTHORED = re.compile(r"^authors?[ \t]*:[ \t]*(?:\[|(?:\r\n|\n)[ \t]*-[ \t])", re.MULTILINE)
_NESTED = re.compile(r"^authors?[ \t]*:[ \t]*(?:\r\n|\n)[ \t]*-[ \t]+\w{1,20}:[ \t]", re.MULTILINE)  # no reader of lines knows these
_MOST_TRIED = 20  # documents; where one of them is no YAML, a reader of lines loses less
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Cut(NamedTuple):
    """One entry, or a piece that could not be read as one.

    Attributes:
        node: the entry, None where it is broken.
        place: where it stands.
        fault: what is wrong, in words, also where the entry could be read; nothing where it is no entry at all.
    """

    node: Node | None
    place: Place
    fault: str = ""


def is_there() -> bool:
    """Say whether PyYAML is installed."""
    return _YAML is not None


def is_papers(text: str) -> bool:
    """Tell YAML that lists papers from other text with colons.

    >>> is_papers("harry:\\n  type: Chapter\\n  title: A\\n"), is_papers("- title: A\\n  year: 2022\\n")
    (True, True)
    >>> is_papers("# publications.yml\\n- title: A\\n  year: 2022\\n"), is_papers("# News\\n- title: we moved\\n- mail: new\\n")
    (True, False)
    >>> is_papers("title: My page\\nauthor: Me\\n"), is_papers("---\\ntitle: Gala\\nauthors:\\n  - name: Adrian Price-Whelan\\n---\\n")
    (False, True)
    """
    text = _LONE_CR.sub("\n", text)
    if _CFF.search(text) or (_TAIL.search(text) and _is_stream(text)) or _front(text):
        return True
    return _is_list(text) or (starts_as_yaml(text) and _is_sound(text, [one.place for one in sections(text) if one.kind != "name"]))


def _is_sound(text: str, places: Sequence[Place]) -> bool:
    """Tell whether most of some entries are YAML, as `- Title: A: B` of a list for people is not."""
    tried = places[:_MOST_TRIED]
    if not is_there():
        return bool(tried)
    return 2 * sum(map(partial(_is_node, text), tried)) > len(tried)


def _is_node(text: str, place: Place) -> bool:
    try:
        return _node(text, place) is not None
    except _YAML.YAMLError:
        return False


def _is_list(text: str) -> bool:
    """Tell a list of papers, or papers with a name each, at the margin."""
    if not _TITLE.search(text) or not _EVIDENCE.search(text):
        return False
    item = _ITEM.search(text)
    entry = _ENTRY.search(text)
    if item and not _COMMENT.sub("", text[: item.start()]).strip(_MARKS):
        return bool(re.match(r"[\"']?[\w-]+[\"']?:", text[item.end() : item.end() + 80]))
    if any(one[1] in _LISTS and _ITEM.match(text, _line_after(text, one.end())) for one in _ENTRY.finditer(text)):
        return True
    return bool(entry and _TYPED.match(text, _line_after(text, entry.end())))


def records(text: str) -> Iterator[Cut]:
    """Cut YAML into its entries.

    >>> [cut.node.parts[1].text for cut in records("a:\\n  title: First\\nb:\\n  title: [\\nc:\\n  title: Third\\n") if cut.node]
    ['First', 'Third']
    """
    text = _LONE_CR.sub("\n", text)
    done = 0
    within = {} if _CFF.search(text) else {one.place: one for one in _sections(text)}
    for entry in [front] if (front := _front(text)) else list(within) or _entries(text):
        head = text[done : entry.start]
        if (_VALUED if within else _SAYING).search(head):  # what a page of Markdown says of itself beside its references
            yield Cut(None, Place(done, entry.start))
            done = entry.start
        begin, end = _bounds(text, entry)
        # behind the marks that end the YAML of a page its text begins
        place = Place(done, end if text[end : entry.end].strip(_MARKS) else entry.end)
        done = place.end
        node, fault = _mended(text, Place(begin, end))
        if node is None and fault:
            yield Cut(None, place, fault)
            continue
        year = within[entry].year if entry in within else None
        yield from (Cut(_dated(one, text, year), one.place, fault) for one in _papers(node, place))
    if text[done:].strip(_MARKS):
        yield Cut(None, Place(done, len(text)))


def _sections(text: str) -> list[Section]:
    """Find the papers of a file that has them in sections, none where they stand at the margin."""
    if _TAIL.search(text) and _is_stream(text[:_SAMPLE]):
        return []
    found = sections(text)
    # at the margin the cut is by names and dashes alone, whatever stands behind them
    return [] if all(text[one.place.start] not in " \t" for one in found) and _is_list(text[:_SAMPLE]) else found


def _dated(node: Node, text: str, year: Place | None) -> Node:
    """Give a paper the year of its section, where it says none."""
    if year is None or any(part.key in _DATES for part in node.parts):
        return node
    return node._replace(parts=(*node.parts, Node("year", "year", year, text[slice(*year)], is_exact=True)))


def _front(text: str) -> Place | None:
    """Find the head of a page about one paper, as in the folder `_publications` of a homepage; a page of another kind names no venue."""
    opened = _OPENED.match(text)
    closed = _TAIL.search(text, opened.end()) if opened else None
    if not opened or not closed:
        return None
    head = Place(opened.end(), closed.start())
    said = {key_of(entry[1]) for entry in _ENTRY.finditer(text, *head)}
    return Place(opened.start(), closed.end()) if "title" in said and said & PUBLISHED else None


def _is_stream(text: str) -> bool:
    """Tell documents that are a paper each, as the heads of notes and of articles in Markdown are."""
    titled = [place for place in _documents(text) if _STREAMED.search(text, *place)][:_MOST_TRIED]
    if not titled or not _AUTHORED.search(text, *titled[0]):
        return False
    if not is_there():
        return bool(_NESTED.search(text, *titled[0]))
    try:
        return all(_node(text, place) for place in titled[:-1] or titled)
    except _YAML.YAMLError:
        return False


def _documents(text: str) -> Iterator[Place]:
    """Part a stream at the lines that end or begin a document."""
    start = done = 0
    held: Place | None = None
    for begin, end in [*(mark.span() for mark in _TAIL.finditer(text)), (len(text), len(text))]:
        if text[done:begin].strip(_MARKS):
            if held:
                yield held
            held, start = Place(start, begin), begin
        done = end
    if held:
        yield Place(held.start, len(text))


def _papers(node: Node | None, place: Place) -> Iterator[Node]:
    """Give the paper of an entry, which has its name beside it or stands in a list."""
    parts = node.parts if node else ()
    if node and len(parts) == 1 and parts[0].parts and parts[0].label:
        named = Node("key", "key", Place(place.start, parts[0].place.start), parts[0].label)
        yield parts[0]._replace(place=place, parts=(named, *parts[0].parts))
    elif node and parts and all(not part.label and part.parts for part in parts):
        yield from (part._replace(place=place if len(parts) == 1 else part.place) for part in parts)
    elif node:
        yield node._replace(place=place)


def _entries(text: str) -> Iterator[Place]:
    """Find where each entry stands: it begins at the margin, or behind the dash of a list."""
    if _CFF.search(text):  # one work, whose references are in it
        yield Place(0, len(text))
        return
    if _TAIL.search(text) and _is_stream(text[:_SAMPLE]):
        yield from (place for place in _documents(text) if _STREAMED.search(text, *place))
        return
    entries = list(_ENTRY.finditer(text))
    named = next((entry for entry in entries if entry[1] in _LISTS), None)
    items = list(_ITEM.finditer(text, named.end() if named else 0)) if named or not entries else []
    stop = len(text)
    if items:
        stop = next((entry.start() for entry in entries if entry.start() > items[0].start()), stop)
        starts = [item.start() for item in items if item[1] == items[0][1] and item.start() < stop]
    else:
        starts = [entry.start() for entry in entries] or [0]
    for start, end in zip(starts, [*starts[1:], stop], strict=True):
        yield Place(start, end)


def _line_after(text: str, place: int) -> int:
    match = _LINE.match(text, place)
    return match.end() if match else place


class _Level(NamedTuple):
    """A mapping or a list that is not closed yet."""

    is_list: bool
    label: str
    anchor: str | None
    start: int
    parts: list[Node]
    name: list[str]  # of the next value, once it has been read


def _mended(text: str, place: Place) -> tuple[Node | None, str]:
    """Read one entry, with the slips that people make in it where it is no YAML without them; give what is wrong with it."""
    try:
        return _node(text, place), ""
    except _YAML.YAMLError as error:
        fault = f"not YAML: {getattr(error, 'problem', None) or 'broken'}"
    for mended in without_slips(text[slice(*place)]):
        with suppress(_YAML.YAMLError):
            return _node(text, place, mended), fault
    return None, fault


def _node(text: str, place: Place, mended: str = "") -> Node | None:
    """Read one entry, from its mended text if there is one."""
    begin, piece = place.start, _REFUSED.sub("\ufffd", mended or text[slice(*place)])
    tree = _Tree(text)
    for event in _YAML.parse(piece, Loader=getattr(_YAML, "CSafeLoader", _YAML.SafeLoader)):
        spot = Place(begin + event.start_mark.index, begin + event.end_mark.index)
        if isinstance(event, _YAML.ScalarEvent):
            tree.add_scalar(show(event.value) if mended else event.value, event.style, event.anchor, spot)
        elif isinstance(event, _YAML.AliasEvent):
            tree.add_alias(event.anchor, spot)
        elif isinstance(event, _YAML.MappingStartEvent | _YAML.SequenceStartEvent):
            tree.open(event.anchor, spot, is_list=isinstance(event, _YAML.SequenceStartEvent))
        elif isinstance(event, _YAML.MappingEndEvent | _YAML.SequenceEndEvent):
            tree.close(spot.end)
    found = tree.stack[0].parts
    return found[0] if len(found) == 1 else Node("", "", place, None, tuple(found)) if found else None


def _bounds(text: str, place: Place) -> Place:
    """Leave the marks of documents around an entry out."""
    head = _HEAD.match(text, *place)
    begin = head.end() if head and head.end() < place.end else place.start
    tail = _TAIL.search(text, begin, place.end)
    return Place(begin, tail.start() if tail else place.end)


class _Tree:
    """Makes nodes of events."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.stack = [_Level(is_list=True, label="", anchor=None, start=0, parts=[], name=[])]
        self._anchors: dict[str, Node] = {}
        self._count = 0

    def add_scalar(self, value: str, style: str | None, anchor: str | None, spot: Place) -> None:
        inner = Place(spot.start + 1, spot.end - 1) if style in ("'", '"') else spot
        is_exact = _REFUSED.sub("\ufffd", self._text[slice(*inner)]) == value
        node = Node("", "", inner, self._text[slice(*inner)], is_exact=True) if is_exact else Node("", "", spot, value)
        if anchor:
            self._anchors[anchor] = node
        if not self.stack[-1].is_list and not self.stack[-1].name:
            self.stack[-1].name.append(value)
        else:
            self._add(None if not style and value in _NULLS else node)  # libyaml gives "" where PyYAML gives None

    def add_alias(self, anchor: str, spot: Place) -> None:
        known = self._anchors.get(anchor)
        self._count += _size(known) if known else 0
        self._add(known if known and self._count < _MOST_NODES else Node("", "", spot, f"*{anchor}"))

    def open(self, anchor: str | None, spot: Place, *, is_list: bool) -> None:
        if len(self.stack) > _DEEPEST:
            raise _YAML.YAMLError("nested too deep")
        label = self.stack[-1].name.pop() if self.stack[-1].name else ""
        self.stack.append(_Level(is_list, label, anchor, spot.start, [], []))

    def close(self, end: int) -> None:
        level = self.stack.pop()
        node = Node("", "", Place(level.start, end), None, tuple(level.parts))
        if level.anchor:
            self._anchors[level.anchor] = node
        if level.label:
            self.stack[-1].name.append(level.label)
        self._add(node if node.parts or not level.is_list else None)

    def _add(self, node: Node | None) -> None:
        level = self.stack[-1]
        label = level.name.pop() if level.name else ""
        key = key_of(label) if label else ""
        if node is not None and not level.is_list and node.parts and all(part.is_member for part in node.parts):
            # the members of a list follow one another under its name
            level.parts.extend(part._replace(key=key, label=label) for part in node.parts)
        elif node is not None:
            level.parts.append(node._replace(key=key, label=label, is_member=level.is_list))


def _size(node: Node) -> int:
    return 1 + sum(map(_size, node.parts))
