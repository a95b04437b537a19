r"""Objects as programs write them: JavaScript's and TypeScript's literals, what Python prints, JSON within the lines of a log.

`export const papers = [{title: 'A', authors: ['B']}]`, `[{'title': 'A', 'year': None}]`, `Paper(title='A')`, `INFO saved: {"title": "A"}`.
Values are read one sign after the other, with a stack: what cannot be read costs the objects that are open there, and reading goes on
behind it. Nothing is ever evaluated.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from papercat.readers.tree.node import Node, key_of
from papercat.readers.tree.shape import LISTS, is_paper_within, keys_of, weigh
from papercat.text.document import Place

_SAMPLE = 20_000  # characters that are looked at to know a text
_SHARE = 0.5  # of them that objects must be: a page that shows an object as an example is a page
_DEEPEST = 60
_SURELY = 3.5  # a title and authors, as in `shape`
_SAID = re.compile(r"title[\"']?[ \t]*[:=][ \t\r\n]*[fru]?[\"'`\[{(]", re.IGNORECASE)
_OPENING = re.compile(r"[{\[]|(?<![\w.])[A-Za-z_][\w.]{0,80}\(")
_TOKEN = re.compile(
    r"(?P<blank>[\s;]+|//[^\r\n]*|\#[^\r\n]*|/\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/|\Z))"
    r'|(?P<string>[bBfFrRuU]{0,2}(?:"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\''
    r"|\"[^\"\\\r\n]*(?:\\(?:\r\n|.)[^\"\\\r\n]*)*\"|'[^'\\\r\n]*(?:\\(?:\r\n|.)[^'\\\r\n]*)*'|`[^`\\]*(?:\\.[^`\\]*)*`))"
    r"|(?P<call>[A-Za-z_$][\w.$]{0,80}\()|(?P<word>[+-]?[\w$.][\w$.+-]{0,400})|(?P<sign>[{}\[\]():=,+])",
    re.DOTALL,
)
_ESCAPE = re.compile(
    r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|(\r\n|.))", re.DOTALL
)  # ECMAScript, 12.9.4; Python's language reference, 2.4.1
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "b": "", "f": "\n", "v": "\n", "0": "", "\n": "", "\r\n": "", "\r": ""}
_NOTHING = frozenset({"None", "null", "undefined", "NaN", "nan"})
_CLOSES = {"{": "}", "[": "]", "(": ")"}
_DATES = ("date", "datetime", "Timestamp")
_LAST = 0x10FFFF


@dataclass(slots=True)
class _Level:
    """A bracket that is not closed yet, with the name and the value that are being read."""

    sign: str
    start: int
    called: str = ""
    parts: list[Node] = field(default_factory=list)
    label: str | None = None
    texts: list[str] = field(default_factory=list)
    spot: Place | None = None
    inner: list[Node] | None = None  # of a value in brackets


def is_papers(text: str) -> bool:
    """Tell a text that is papers as a program writes them, and little else.

    >>> is_papers("export const papers = [\\n  { title: 'Sleeper Agents', year: 2024 },\\n];")
    True
    >>> is_papers("@article{a, title = {Sleeper Agents}, year = 2024}"), is_papers("const page = { title: 'Home', intro: 'Hello' };")
    (False, False)
    """
    text = text[:_SAMPLE]
    if not _SAID.search(text):
        return False
    places = [node.place for node in records(text)]
    return bool(places) and sum(place.end - place.start for place in places) >= _SHARE * len(text)


def records(text: str) -> Iterator[Node]:
    """Give the objects that are papers, wherever they stand.

    >>> said = "INFO saved {'title': 'Sleeper ' 'Agents', 'year': 2024}\\nPaper(title='Constitutional AI', authors=['Yuntao Bai'])"
    >>> [[part.text for part in node.parts] for node in records(said)]
    [['Sleeper Agents', '2024'], ['Constitutional AI', 'Yuntao Bai']]
    """
    at = 0
    while opened := _OPENING.search(text, at):
        stack = [_Level("[", opened.start())]
        at = _read(text, opened.start(), stack)
        for level in stack:
            for node in [*level.parts, *(level.inner or ())]:
                yield from _papers(node)


def _read(text: str, at: int, stack: list[_Level]) -> int:
    """Read one value in brackets, and say where it ends, or where it cannot be read; what has been read is in the stack."""
    while found := _TOKEN.match(text, at):
        is_read = _take(found, stack)
        at = found.end()
        if not is_read or len(stack) == 1:
            _close_value(stack[-1])
            return at
    return at + 1


def _take(found: re.Match[str], stack: list[_Level]) -> bool:
    """Take one sign, and say whether it can stand there."""
    level, kind, said = stack[-1], found.lastgroup, found[0]
    if kind == "blank" or said == "+":
        return True
    if kind == "string":
        return _add_text(level, found)
    if kind == "word":
        return _add_word(level, said, Place(*found.span()))
    if kind == "call" or said in _CLOSES:
        stack.append(_Level(said[-1], found.start(), said[:-1]))
        return len(stack) <= _DEEPEST and level.inner is None and not level.texts
    if said in ":=":
        return _name_value(level, said)
    _close_value(level)
    if said == ",":
        return True
    return _CLOSES[level.sign] == said and _close(stack, found.end())


def _add_text(level: _Level, found: re.Match[str]) -> bool:
    said = found[0]
    bare = said.lstrip("bBfFrRuU")
    width = 3 if bare[:3] in ('"""', "'''") else 1
    begin = found.end() - len(bare) + width
    text = bare[width:-width]
    is_raw = "r" in said[: len(said) - len(bare)].lower()
    level.spot = Place(level.spot.start, found.end()) if level.spot else Place(begin, found.end() - width)
    level.texts.append(text if is_raw or "\\" not in text else _unescaped(text))
    return level.inner is None


def _add_word(level: _Level, said: str, place: Place) -> bool:
    if level.texts or level.inner is not None:
        return said in ("as", "const", "satisfies") or said[:1].isupper()  # what TypeScript says of a value
    if said == "new":
        return True
    level.spot, level.texts = place, [said]
    return True


def _name_value(level: _Level, sign: str) -> bool:
    """Take what was read as the name of the value that comes: a colon in braces, an equals sign in a call."""
    if level.label is not None or not level.texts or sign != {"{": ":", "(": "="}.get(level.sign):
        return False
    level.label, level.texts, level.spot = "".join(level.texts), [], None
    return True


def _close_value(level: _Level) -> None:
    """Give the value that was read its name."""
    label = level.label or ""
    if level.inner is not None:
        level.parts += (node._replace(key=key_of(label) if label else "", label=label) for node in level.inner)
    elif level.spot and level.texts:
        text = "".join(level.texts)
        is_exact = len(level.texts) == 1 and len(text) == level.spot.end - level.spot.start
        if text not in _NOTHING:
            is_member = level.sign == "[" or not label
            level.parts.append(Node(key_of(label) if label else "", label, level.spot, text, (), is_member, is_exact))
    level.label, level.texts, level.spot, level.inner = None, [], None, None


def _close(stack: list[_Level], end: int) -> bool:
    """Make a value of what stood in brackets: an object, a list of values, a date, or what a call is given."""
    level, outer = stack.pop(), stack[-1]
    place = Place(level.start, end)
    is_list = not any(part.label for part in level.parts)
    if level.called.rpartition(".")[2] in _DATES and level.parts and is_list:
        told = "-".join((part.text or "").zfill(2) for part in level.parts[:3])
        outer.inner = [Node("", "", place, told)]
    elif not is_list:
        outer.inner = [Node("", "", place, None, tuple(level.parts), is_member=outer.sign == "[")]
    elif level.called and len(level.parts) == 1:
        outer.inner = [level.parts[0]._replace(is_member=outer.sign == "[")]  # Author('Evan Hubinger')
    elif outer.sign == "[" and len(stack) > 1:
        outer.inner = [Node("", "", place, None, tuple(level.parts), is_member=True)]
    else:
        outer.inner = [part._replace(is_member=True) for part in level.parts]
    if len(stack) == 1:
        _close_value(outer)
    return True


def _papers(node: Node) -> Iterator[Node]:
    """Give the papers of a value, from the outside: an object that only has a title may be what stands around a list of them."""
    if is_paper_within(node) and not (weigh(keys_of(node)) < _SURELY and _holds_papers(node)):
        yield node._replace(key="", label="", is_member=False)
        return
    for part in node.parts:
        yield from _papers(part)


def _holds_papers(node: Node) -> bool:
    return any(part.key in LISTS and part.parts and is_paper_within(part) for part in node.parts)


def _unescaped(text: str) -> str:
    """Read the escapes of a string, as both languages have them.

    >>> _unescaped("Ga\\\\xebl \\\\u{1F600} don\\\\'t")
    "Gaël 😀 don't"
    """
    told = _ESCAPE.sub(_sign, text)
    return told.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if not told.isascii() else told


def _sign(found: re.Match[str]) -> str:
    number = next((one for one in found.groups()[:4] if one), None)
    if number is None:
        return _CONTROLS.get(found[5], found[5])
    return chr(int(number, 16)) if int(number, 16) <= _LAST else found[0]
