"""A record of a tree while it is read: its values as text, and what has no field."""

import re
from collections.abc import Iterator, Sequence

from papercat.models import Issue, Paper
from papercat.readers.occasions import occasion
from papercat.readers.record import Record
from papercat.readers.tree.markup import flat, unmarked
from papercat.readers.tree.node import Node, branches, find, grouped, is_mixed, plain
from papercat.text.clean import one_line
from papercat.text.document import Document, Place

_VALUES = ("value", "text", "t", "content", "title", "name", "displayname", "abstract", "sectiontext", "description", "id", "url", "term")
_PARAGRAPHS = frozenset({"p", "sec", "div", "list"})
_CUT = re.compile(r"-(?<=\w-)[ \t]*[\r\n]+\s*(?=\w)")
_SIMILAR = {
    "author": ("author", "authors"),
    "authors": ("author", "authors"),
    "bare-author": ("author", "authors"),
    "spaced-author": ("author", "authors"),
    "date": ("date", "year"),
    "pages": ("pages", "first-page"),
}


class Entry:
    """The values of one record.

    Attributes:
        document: where it stands.
        record: what has a role.
        details: what else is known of people, by label: whose it is, and the value.
        names: of the authors.
        inner: nodes in it that are papers of their own.
    """

    def __init__(self, document: Document, place: Place) -> None:
        """Begin an empty record."""
        self.document = document
        self.record = Record(document, place)
        self.details: list[tuple[str, str, Node]] = []
        self.names: list[str] = []
        self.inner: list[Node] = []
        self._rest: list[tuple[str, Node]] = []
        self._venues: list[tuple[str, Place, str]] = []

    def has(self, role: str) -> bool:
        """Say whether there is a value of a role, or of one that says the same."""
        return self.record.has(*_SIMILAR.get(role, (role,)))

    def add(self, role: str, label: str, node: Node) -> None:
        """Take a value as text."""
        text = node.text if node.text is not None and "<" not in node.text else text_of(node)
        if role == "venue":
            self._venues.append((label, node.place, text))
        has_breaks = "\n" in text or "\r" in text
        if not node.is_exact or text is not node.text or (has_breaks and _CUT.search(text)):
            self.add_text(role, label, node.place, text)
        elif (has_breaks or "  " in text) and text.isascii():
            # plain text with breaks is brought into one line here: that costs a tenth of what looking for repairs does
            self.record.add(role, label, node.place, raw=one_line(text))
        else:
            self.record.add(role, label, node.place)

    def add_text(self, role: str, label: str, place: Place, text: str) -> None:
        """Take a text that was made of what stands in a place."""
        if "-" in text and ("\n" in text or "\r" in text):
            text = _CUT.sub("-", text)  # programs wrap these texts behind a hyphen that is there, and never put one in
        self.record.add(role, label, place, raw=one_line(text) if text.isascii() else text)

    def leave(self, label: str, nodes: Sequence[Node]) -> None:
        """Keep values that have no field."""
        self._rest += ((label, node) for node in nodes)

    def finish(self) -> Iterator[Paper | Issue]:
        """Give the paper, if anything is known of it, and the issues."""
        for label, nodes in grouped(self._rest).items():
            self._keep(label.removeprefix("@"), nodes)
        details: dict[str, list[tuple[str, Node]]] = {}
        for label, who, node in self.details:
            details.setdefault(label.removeprefix("@"), []).append((who, node))
        for label, found in details.items():
            told = "; ".join(f"{who}: {text}" if who else text for who, node in found if (text := text_of(node).strip()))
            if told:
                self.record.add("", label, found[0][1].place, raw=told)
        self._add_occasion()
        yield from self.record.finish()

    def _add_occasion(self) -> None:
        """Take the year at the end of a venue where nothing else says one, `CVPR 2022`."""
        for label, place, text in self._venues:
            if not self.record.has("year", "date") and (date := occasion(text.rstrip(". \t\r\n"))):
                self.record.add("date", label, place, raw=text[date.start : date.end])

    def _keep(self, label: str, nodes: Sequence[Node]) -> None:
        if len(nodes) == 1 and nodes[0].text is not None:
            if nodes[0].text.strip():
                self.add("", label, nodes[0])
            return
        text = plain(nodes)
        if text:
            self.record.add("", label, *dict.fromkeys(node.place for node in nodes), raw=text)


def text_of(node: Node) -> str:
    """Write a value as text: its own, or that of the part that is the value.

    >>> here = Place(0, 1)
    >>> text_of(Node("title", "title", here, None, (Node("value", "value", here, "Sleeper Agents"),)))
    'Sleeper Agents'
    """
    if node.text is not None:
        return unmarked(node.text)
    if is_mixed(node) or any(part.key in _PARAGRAPHS for part in node.parts):
        return flat(node)
    value = find(node, *_VALUES)
    if value is not None:
        return text_of(value)
    inner = [part for part in branches(node) if part.parts or part.text]
    return " ".join(filter(None, map(flat, inner)))
