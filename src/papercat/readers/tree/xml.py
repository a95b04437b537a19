"""XML as nodes, record by record, as far as it goes: a tag that is missing costs its record, not the rest.

Written for metadata as people have it, which `xml.etree` refuses as a whole for one bare `&`, an entity of HTML, a control character,
an undeclared prefix or a lost end; and it tells no places. Definitions of entities are never read, so there is nothing to explode.
Tests compare the nodes with what `xml.etree` gives for text that it accepts.
"""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from papercat.readers.tree.node import Node, key_of, node_of
from papercat.text.document import Place, place_of

# XML 1.0, production 10: no `<` in the value of an attribute, so a quote that is not closed ends there.
_TAG = re.compile(r"<(/?)([^\s<>/\"'=&]+)((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)>")
_LOOSE = re.compile(r"<(/?)([^\s<>/\"'=&]+)([^<>]*)>")
_ATTRIBUTE = re.compile(r"([^\s=/\"'<>]+)\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)')")
_ENTITY = re.compile(r"&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_NAME = re.compile(r"[^\W\d]")
_DEEPEST = 100  # levels below a record; JATS with MathML has thirty
_SUBSET = "]>"  # the end of the definitions in a document type
_OTHERS = (("<!--", "-->", ""), ("<![CDATA[", "]]>", "cdata"), ("<?", "?>", ""), ("<!", ">", "doctype"))


class Token(NamedTuple):
    """A tag, or text between tags.

    Attributes:
        kind: "open", "close", "alone", "text", "cdata", "doctype", or "" for a comment or an instruction.
        name: of a tag.
        start: its first character.
        end: the place after its last.
        rest: attributes.
    """

    kind: str
    name: str
    start: int
    end: int
    rest: str = ""


_token_of: Callable[[tuple[str, str, int, int, str]], Token] = partial(tuple.__new__, Token)  # half the time of `Token(…)`


def tokens(text: str, start: int = 0) -> Iterator[Token]:
    """Cut XML into tags and text; every character is in one of them.

    >>> [(token.kind, token.name) for token in tokens("<a b='1'>p < 0.05<br/></a>")]
    [('open', 'a'), ('text', ''), ('alone', 'br'), ('close', 'a')]
    """
    done, place, missing = start, text.find("<", start), set[str]()
    while place >= 0:
        token = _other(text, place, missing) if text[place + 1 : place + 2] in ("!", "?") else _tag(text, place)
        if token is None:
            place = text.find("<", place + 1)
            continue
        if done < place:
            yield _token_of(("text", "", done, place, ""))
        yield token
        done = token.end
        place = text.find("<", done)
    if done < len(text):
        yield Token("text", "", done, len(text))


def _tag(text: str, place: int) -> Token | None:
    match = _TAG.match(text, place) or _LOOSE.match(text, place)
    if not match or not _NAME.match(match[2]):
        return None
    kind = "close" if match[1] else "alone" if match[3].endswith("/") else "open"
    return _token_of((kind, match[2], place, match.end(), match[3]))


def _other(text: str, place: int, missing: set[str]) -> Token | None:
    opening, closing, kind = next(row for row in _OTHERS if text.startswith(row[0], place))
    if kind == "doctype":
        closing = _doctype_end(text, place, missing)
    # what is not there once is not there further on: looked for once, however often it is opened
    end = -1 if closing in missing else text.find(closing, place + len(opening))
    if end < 0:
        missing.add(closing)
        return None
    return Token(kind, "", place, end + len(closing))


def _doctype_end(text: str, place: int, missing: set[str]) -> str:
    # an internal subset stands in brackets and holds tags of its own
    bracket = text.find("[", place, place + 500)
    if bracket < 0 or ">" in text[place:bracket] or _SUBSET in missing:
        return ">"
    if text.find(_SUBSET, bracket) >= 0:
        return _SUBSET
    missing.add(_SUBSET)
    return ">"


def unescape(text: str) -> str:
    """Read the entities of XML and of HTML once.

    >>> unescape("AT&amp;T, Fran&ccedil;ois &lt;i&gt; R&D &amp;amp;")
    'AT&T, François <i> R&D &amp;'
    """
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text


def attributes(text: str, place: Place) -> list[Node]:
    """Give the attributes of a tag, those of namespaces left out."""
    found = []
    for match in _ATTRIBUTE.finditer(text):
        name = match[1]
        if not name.startswith(("xmlns", "xsi:")):
            found.append(Node(f"@{key_of(name)}", name, place, unescape(match[2] if match[2] is not None else match[3])))
    return found


class _Open(NamedTuple):
    """An element that is not closed yet."""

    token: Token
    key: str
    parts: list[Node]
    is_built: bool


class Cut(NamedTuple):
    """A record, or what stands between two.

    Attributes:
        node: the record, None for what stands between.
        place: all of it.
        fault: what is wrong with it, in words.
        is_record: it is one, though it could not be read.
        is_open: the text breaks off in it.
    """

    node: Node | None
    place: Place
    fault: str = ""
    is_record: bool = False
    is_open: bool = False


class Builder:
    """Makes nodes of tokens: of records and of what holds for all records of a list, nothing of the rest."""

    def __init__(self, text: str, names: frozenset[str], context: frozenset[str]) -> None:
        """Begin with the names of elements that are records, and of those whose values hold for the records behind them."""
        self._text, self._names, self._context = text, names, context
        self._stack: list[_Open] = []
        self._open: Counter[str] = Counter()
        self._top = -1  # the depth of the record or the context that is built
        self._known: list[tuple[int, Node]] = []

    def records(self) -> Iterator[Cut]:
        """Give the records, and the places of text that stands in none."""
        for token in tokens(self._text):
            if token.kind in ("open", "alone"):
                yield from self._begin(token)
            elif token.kind == "close":
                yield from self._end(token)
            elif self._top >= 0 and token.kind:
                self._add_text(token)
            elif token.kind and (shown := self._text[token.start : token.end].strip()):
                fault = "defines entities; they are not read" if token.kind == "doctype" and "<!ENTITY" in shown else ""
                if token.kind != "doctype" or fault:
                    yield Cut(None, Place(token.start, token.end), fault)
        if self._top >= 0:
            yield from self._cut_off()

    def _cut_off(self) -> Iterator[Cut]:
        """Give the record that the text breaks off in, without text that nothing ends: it may be half a name."""
        top, end = self._stack[self._top], len(self._text)
        fault = f"<{top.token.name}> does not end"
        if top.key not in self._names:
            yield Cut(None, Place(top.token.start, end), f"{fault}; kept as it stands", is_record=True)
            return
        for one in self._stack[self._top :]:
            while one.parts and not one.parts[-1].key:
                one.parts.pop()
        for cut in self._close_to(self._top, end, f"{fault}; read up to where the text breaks off"):
            yield cut._replace(is_open=True)

    def _begin(self, token: Token) -> Iterator[Cut]:
        key = key_of(token.name)
        is_within = self._open["metadata"] or self._open["recorddata"]  # OAI and SRU hold the record of a library in one of their own
        if self._top >= 0 and key == self._stack[self._top].key and key in self._names and not is_within:
            fault = f"<{token.name}> begins before the one before it ends"
            yield from self._close_to(self._top, token.start, fault)
        if self._top < 0 and (key in self._names or key in self._context):
            self._top = len(self._stack)
        is_built = self._top >= 0 and len(self._stack) - self._top < _DEEPEST
        place = Place(token.start, token.end)
        parts = attributes(token.rest, place) if is_built and "=" in token.rest else []
        self._stack.append(_Open(token, key, parts, is_built))
        self._open[key] += 1
        if token.kind == "alone":
            yield from self._close_to(len(self._stack) - 1, token.end, "", Token("close", token.name, token.end, token.end))

    def _end(self, token: Token) -> Iterator[Cut]:
        key = key_of(token.name)
        if not self._open[key]:
            return
        depth = len(self._stack) - 1
        while self._stack[depth].key != key:
            depth -= 1
        yield from self._close_to(depth, token.end, "", token)

    def _close_to(self, depth: int, end: int, fault: str, token: Token | None = None) -> Iterator[Cut]:
        """Close every element down to a depth."""
        while len(self._stack) > depth:
            one = self._stack.pop()
            self._open[one.key] -= 1
            inner = place_of((one.token.end, token.start if token else end))
            is_top = len(self._stack) == self._top
            if is_top:
                yield from self._finish(one, _node(one, Place(one.token.start, end)), fault)
            elif one.is_built:
                self._stack[-1].parts.append(_node(one, inner))
            while self._known and self._known[-1][0] > len(self._stack):
                self._known.pop()

    def _finish(self, one: _Open, node: Node, fault: str) -> Iterator[Cut]:
        self._top = -1
        if one.key in self._names:
            yield Cut(node._replace(parts=(*node.parts, *(known for _, known in self._known))), node.place, fault)
        else:
            self._known.append((len(self._stack), node))

    def _add_text(self, token: Token) -> None:
        is_cdata = token.kind == "cdata"
        start, end = (token.start + 9, token.end - 3) if is_cdata else (token.start, token.end)
        raw = self._text[start:end]
        if raw:
            text = raw if is_cdata else unescape(raw)
            built = self._stack[-1] if self._stack[-1].is_built else next(one for one in reversed(self._stack) if one.is_built)
            built.parts.append(node_of(("", "", place_of((start, end)), text, (), False, text is raw or text == raw)))


def _node(one: _Open, place: Place) -> Node:
    """Make the node of an element that is closed; one that holds nothing but text is a leaf."""
    if len(one.parts) == 1 and not one.parts[0].key and one.parts[0].text and not one.parts[0].text.isspace():  # as most are
        leaf = one.parts[0]
        return node_of((one.key, one.token.name, leaf.place, leaf.text, (), False, leaf.is_exact))
    shown = [part for part in one.parts if part.key or (part.text and not part.text.isspace())]
    inner = [part for part in shown if not part.key.startswith("@")]
    if len(inner) <= 1 and all(not part.key for part in inner) and len(inner) == len(shown):
        return Node(one.key, one.token.name, place, inner[0].text if inner else "", ())
    if all(part.key for part in shown):
        return Node(one.key, one.token.name, place, None, tuple(shown))
    return Node(one.key, one.token.name, place, None, tuple(one.parts))
