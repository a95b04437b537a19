"""JSON and JSON lines as nodes, record by record."""

import json
import re
from collections.abc import Iterator, Sequence

from papercat.readers.objects import LONGEST, NOTHING, members, objects, value_places
from papercat.readers.tree.node import Node, key_of, node_of
from papercat.readers.tree.shape import SHELLS, has_record, is_record
from papercat.text.document import Place, place_of
from papercat.text.lines import blanked

# Strings, which stay as they are, and what only JavaScript and JSON5 allow: comments, and commas before a closing bracket.
_STRING = r'"[^"\\]*(?:\\(?:.|\Z)[^"\\]*)*(?:"|\Z)'
_COMMENT = re.compile(_STRING + r"|//[^\r\n]*|/\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/|\Z)", re.DOTALL)
_COMMA = re.compile(_STRING + r"|,(?=[ \t\r\n]*[}\]])", re.DOTALL)
_SIGNS = re.compile(_STRING + r"|[{}\[\],]", re.DOTALL)
_OPEN = re.compile(r"[ \t\r\n]*([{\[])[ \t\r\n\[]*")

_TEXTS = frozenset({str})
_DEEPEST = 60  # levels of a value; Crossref's deepest has seven


class Pairs(list[tuple[str, object]]):
    """The names and values of an object, with those that come twice."""


def _nothing(name: str) -> None:
    del name  # NaN and Infinity are no values


# numbers stay as they are written: 1703.10 is an arXiv id, and no number is too long for a text
DECODER = json.JSONDecoder(object_pairs_hook=Pairs, parse_float=str, parse_int=str, parse_constant=_nothing, strict=False)


def strict(text: str) -> str:
    """Write blanks for what only JavaScript and JSON5 allow, so that every place stays what it was.

    >>> strict('[{"title": "A,]", "year": 2022,}, {"title": "B"}, /* new */]')
    '[{"title": "A,]", "year": 2022 }, {"title": "B"}           ]'
    """
    for loose in (_COMMENT, _COMMA):
        text = loose.sub(lambda found: found[0] if found[0][0] == '"' else blanked(found[0]), text)
    return text


def records(text: str) -> Iterator[tuple[Node | None, Place]]:
    """Cut a JSON text into nodes of its records; what is no object that can be read is given as None.

    >>> [node.parts[0].text for node, _ in records('{"message": {"items": [{"title": "A", "DOI": 1}, {"title": "B"}]}}')]
    ['A', 'B']
    """
    for value, begin, place in objects(text, DECODER, _first_record):
        try:
            yield (_node(text, begin, place, value) if isinstance(value, Pairs) else None), place
        except RecursionError:
            yield None, place


def mended(text: str, place: Place) -> Iterator[tuple[Node | None, Place]]:
    """Cut what stands in a place as `records` does, after `strict`; nothing where that changes nothing.

    >>> [node.parts[0].text for node, _ in mended('[{"title": "A"}, {"title": "B",}]', Place(15, 33)) if node]
    ['B']
    """
    piece = text[slice(*place)]
    changed = strict(piece)
    if changed == piece:
        return
    for node, inner in records(changed):
        yield node and _shifted(node, place.start), Place(inner.start + place.start, inner.end + place.start)


def cut_off(text: str, place: Place) -> Node | None:
    """Read the object that a text breaks off in, as far as its last value that ends; None if there is none.

    >>> text = '[{"title": "A", "year": 2022}, {"title": "B", "authors": ["Ada Lovel'
    >>> [(part.label, part.text) for part in cut_off(text, Place(31, len(text))).parts]
    [('title', 'B')]
    """
    depth, stop, begin = 0, -1, text.find("{", *place)
    for match in _SIGNS.finditer(text, begin, place.end) if begin >= 0 else ():
        sign = match[0]
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(sign, 0)
        if sign == "," and depth == 1:
            stop = match.start()
    if stop < 0 or depth < 1:
        return None
    node = next((node for node, _ in records(text[begin:stop] + "}") if node), None)
    return _shifted(node, begin)._replace(place=place) if node else None


def _shifted(node: Node, by: int) -> Node:
    start, end = node.place
    return node._replace(place=Place(start + by, end + by), parts=tuple([_shifted(part, by) for part in node.parts]))


def _node(text: str, begin: int, place: Place, pairs: Pairs) -> Node:
    """Make the node of an object; its own values know their places."""
    parts: list[Node] = []
    for (label, value), (start, end) in zip(pairs, value_places(text, begin, pairs, DECODER), strict=True):
        if type(value) is str and text[start] == '"':
            inner = place_of((start + 1, end - 1))
            parts.append(node_of((key_of(label), label, inner, value, (), False, len(value) == end - start - 2)))
        elif value is not None:
            parts += nodes(label, value, place_of((start, end)))
    return Node("", "", place, None, tuple(parts))


def nodes(label: str, value: object, place: Place, depth: int = 0, *, is_member: bool = False) -> list[Node]:
    """Make the nodes of a value: one, one for each member of a list, none of null.

    Raises:
        RecursionError: it is nested too deep to be of a paper.
    """
    if not isinstance(value, list):
        return [] if value is None else [Node(key_of(label), label, place, _scalar(value), (), is_member)]
    if depth > _DEEPEST:
        raise RecursionError("nested too deep")
    is_object = isinstance(value, Pairs)
    is_list = not is_object and not is_member  # a list in a list is one of its members
    if not is_object and _TEXTS.issuperset(map(type, value)):  # a name in three parts, keywords
        inner = label if is_list else ""
        key = key_of(inner)
        parts = [node_of((key, inner, place, one, (), True, False)) for one in value]
        return parts if is_list else [node_of((key_of(label), label, place, None, tuple(parts), is_member, False))]
    named: Sequence[tuple[str, object]] = value if is_object else [(label if is_list else "", one) for one in value]
    parts = []
    for name, one in named:
        if type(one) is str:  # as most are
            parts.append(node_of((key_of(name), name, place, one, (), not is_object, False)))
        elif type(one) is list and not is_object and _TEXTS.issuperset(map(type, one)):
            texts = tuple([node_of(("", "", place, text, (), True, False)) for text in one])
            parts.append(node_of((key_of(name), name, place, None, texts, True, False)))
        elif one is not None:
            parts += nodes(name, one, place, depth + 1, is_member=not is_object)
    return parts if is_list else [node_of((key_of(label), label, place, None, tuple(parts), is_member, False))]


def _scalar(value: object) -> str:
    return value if isinstance(value, str) else "true" if value else "false"


def _first_record(value: object, text: str, place: int) -> int:
    """Say where the first record begins in an object that is none itself but holds some; -1 for a record."""
    if value is None:
        return _first_in_broken(text, place)
    if not isinstance(value, Pairs) or is_record(value) or not has_record(value):
        return -1
    return next((text.index("{", spot.start) for _, one, spot in members(text, DECODER, place, LONGEST) if has_record([("", one)])), -1)


def _first_in_broken(text: str, place: int) -> int:
    # an object too long or not whole: records are in the value that cannot be decoded, if what stands before says nothing of a paper
    known = Pairs()
    for label, value, spot in members(text, DECODER, place, LONGEST):
        if value is not None or spot.end > spot.start:
            known.append((label, value))
            if has_record([("", value)]):
                return text.index("{", spot.start)
            continue
        opened = _OPEN.match(text, spot.start)
        holds_objects = opened is not None and opened[1] == "[" and text.startswith("{", opened.end())
        is_list = opened is not None and (holds_objects or (opened[1] == "{" and key_of(label) in SHELLS))
        return opened.end() - (opened[0].endswith("{")) if opened and is_list and not is_record(known) else -1
    return -1


def is_blank(text: str) -> bool:
    """Tell a list without members."""
    return not text.strip(NOTHING)
