"""One value of a tree, whatever notation it was written in: JSON, XML and YAML give the same nodes."""

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from papercat.text.document import Place

_MAX_LABEL = 80  # characters; a longer name of a value is text that stands in the wrong place


class Node(NamedTuple):
    """A value with its name.

    A list has no node of its own: its members follow one another under its name, as XML repeats an element.

    Attributes:
        key: the name in small letters and digits alone, `@` before an attribute's; "" for text between elements.
        label: the name as the file has it.
        place: where the value stands.
        text: of a value without parts, None where there are parts.
        parts: what is in it.
        is_member: it is a member of a list.
        is_exact: what stands in the place is the text, character by character.
    """

    key: str
    label: str
    place: Place
    text: str | None
    parts: tuple["Node", ...] = ()
    is_member: bool = False
    is_exact: bool = False


# Makes a node of all its parts in half the time of `Node(…)`: a record has fifty.
node_of: Callable[[tuple[str, str, Place, str | None, tuple[Node, ...], bool, bool]], Node] = partial(tuple.__new__, Node)


@lru_cache(maxsize=8192)
def key_of(label: str) -> str:
    r"""Reduce a name to its small letters and digits, without the prefix of a namespace.

    >>> [key_of(label) for label in ("container-title", "dc:title", "con\u2060tainer_Title", "@IdType", "#text", "Año")]
    ['containertitle', 'title', 'containertitle', '@idtype', 'text', 'ano']
    """
    folded = unicodedata.normalize("NFKD", label[:_MAX_LABEL]).casefold()
    mark = "@" if folded.startswith("@") else ""
    letters = "".join(sign for sign in folded.rpartition(":")[2] if sign.isalnum())
    return mark + letters or "".join(sign for sign in folded if sign.isalnum()) or label[:_MAX_LABEL]


def branches(node: Node) -> Iterator[Node]:
    """Give the parts that are no attributes and no text between them."""
    return (part for part in node.parts if part.key and part.key[0] != "@")


def is_mixed(node: Node) -> bool:
    """Tell whether text stands between the parts of a node."""
    return any(not part.key and part.text and not part.text.isspace() for part in node.parts)


def find(node: Node, *keys: str) -> Node | None:
    """Give the first part under one of some names; an earlier name counts more."""
    if not node.parts:
        return None
    by_key: dict[str, Node] = {}
    for part in node.parts:
        by_key.setdefault(part.key, part)
    return next((by_key[key] for key in keys if key in by_key), None)


def plain(nodes: Sequence[Node]) -> str:
    """Write values that have no field as one text: as they are, joined by semicolons, or as JSON where they have parts.

    >>> issn = [Node("issn", "ISSN", Place(0, 1), text) for text in ("1552-4469", "1552-4450")]
    >>> plain(issn), plain([Node("link", "link", Place(0, 1), None, tuple(issn[:1]))])
    ('1552-4469; 1552-4450', '{"ISSN": "1552-4469"}')
    """
    if all(node.text is not None for node in nodes):
        return "; ".join(node.text for node in nodes if node.text and not node.text.isspace())
    values = [value for node in nodes if (value := _value(node)) not in ("", {}, [])]
    if all(isinstance(value, str) for value in values):
        return "; ".join(map(str, values))
    return json.dumps(values if len(values) > 1 else values[0], ensure_ascii=False) if values else ""


def _value(node: Node) -> object:
    if node.text is not None:
        return node.text.strip()
    if node.parts and all(part.is_member and not part.key for part in node.parts):
        return [_value(part) for part in node.parts]
    values: dict[str, list[object]] = {}
    for part in node.parts:
        value = _value(part)
        if value not in ("", {}, []):
            values.setdefault(part.label, []).append(value)
    if "" in values and all(label == "" or part.key[:1] == "@" for label, part in ((part.label, part) for part in node.parts)):
        # text with attributes: 1552-4469 (Electronic)
        text = " ".join(map(str, values.pop("")))
        return f"{text} ({'; '.join(str(one) for found in values.values() for one in found)})" if values else text
    return {label: found if len(found) > 1 else found[0] for label, found in values.items()}


def grouped(nodes: Iterable[tuple[str, Node]]) -> dict[str, list[Node]]:
    """Bring values of one label together."""
    groups: dict[str, list[Node]] = {}
    for label, node in nodes:
        groups.setdefault(label, []).append(node)
    return groups
