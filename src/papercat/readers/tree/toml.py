"""TOML as nodes, table by table: lists of papers of homepages, and the heads of pages that Hugo reads.

A file is cut at the heads of its tables first, so that a broken one costs itself; each is read by Python's own `tomllib`.
"""

import re
import tomllib
from collections.abc import Iterator
from itertools import pairwise

from papercat.readers.tree.json import Pairs, nodes
from papercat.readers.tree.keys import GENERIC
from papercat.readers.tree.node import Node, key_of
from papercat.readers.tree.shape import is_paper
from papercat.text.document import Place

_PART = r"(?:[\w-]{1,80}|\"[^\"\r\n]{1,200}\"|'[^'\r\n]{1,200}')"
_HEAD = re.compile(
    rf"^[ \t]*\[{{1,2}}[ \t]*({_PART}(?:[ \t]*\.[ \t]*{_PART}){{0,9}})[ \t]*\]{{1,2}}[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)", re.MULTILINE
)
_STEP = re.compile(_PART)
_NAME = re.compile(r"^[ \t]*([\w-]{1,80}|\"[^\"\r\n]{1,200}\")[ \t]*=[ \t]*(?=\S)", re.MULTILINE)
_FRONT = re.compile(
    r"\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*(?=[\r\n]|\Z)", re.DOTALL | re.MULTILINE
)  # https://gohugo.io/content-management/front-matter/
_LONE_CR = re.compile(r"\r\n?")
_SAMPLE = 20_000
_TELLING = frozenset("authors year venue doi arxiv volume pages".split())  # a site has a title, an address and a description too


def is_papers(text: str) -> bool:
    r"""Tell TOML that lists papers, or is the head of a page about one.

    >>> is_papers('[[publication]]\ntitle = "Sleeper Agents"\nyear = 2024\n'), is_papers('[project]\nname = "papercat"\nversion = "1"\n')
    (True, False)
    """
    text = text[:_SAMPLE]
    if not _HEAD.search(text) and not _FRONT.match(text):
        return False
    return any(node is not None and any(GENERIC.get(part.key) in _TELLING for part in node.parts) for node, _ in records(text))


def records(text: str) -> Iterator[tuple[Node | None, Place]]:
    """Give the tables that are papers; None for one that names what papers have and is no TOML.

    >>> [node and node.parts[0].text for node, _ in records('[[p]]\\ntitle = "A"\\nyear = 1\\n[[p]]\\ntitle = "B"\\nyear = ?\\n')]
    ['A', None]
    """
    for place in _tables(text):
        node = _node(text, place)
        if node is None or is_paper(part.key for part in node.parts):
            yield node, place


def _tables(text: str) -> Iterator[Place]:
    """Find the tables whose names are those of a paper, each with those within it."""
    front = _FRONT.match(text)
    if front:
        yield Place(*front.span())
        return
    heads = list(_HEAD.finditer(text))
    ends = [*(head.start() for head in heads[1:]), len(text)]
    held: tuple[list[str], int] | None = None
    for head, end in zip(heads, ends, strict=True):
        path = _STEP.findall(head[1])
        if held and len(path) > len(held[0]) and path[: len(held[0])] == held[0]:
            continue
        if held:
            yield Place(held[1], head.start())
        names = {key_of(one[1].strip('"')) for one in _NAME.finditer(text, head.end(), end)}
        held = (path, head.start()) if is_paper(names) else None
    if held:
        yield Place(held[1], len(text.rstrip()))


def _node(text: str, place: Place) -> Node | None:
    piece = text[slice(*place)]
    head, front = _HEAD.match(piece), _FRONT.match(piece)
    begin, end = front.span(1) if front else (head.end() if head else 0, len(piece))
    names = {one[1].strip('"'): one for one in reversed(list(_NAME.finditer(piece, begin, end)))}
    starts = sorted(one.start() for one in names.values())
    following = dict(pairwise([*starts, end]))
    parts: list[Node] = []
    try:
        said = tomllib.loads(_relative(_LONE_CR.sub("\n", piece[begin:end]), len(_STEP.findall(head[1])) if head else 0))
        for label, value in said.items():
            found = names.get(label)
            spot = Place(place.start + found.end(), place.start + following[found.start()]) if found else place
            parts += nodes(label, _plain(value), spot)
    except (RecursionError, ValueError):
        return None
    return Node("", "", place, None, tuple(parts))


def _relative(text: str, depth: int) -> str:
    """Name the tables in a table as it sees them."""
    return _HEAD.sub(lambda found: found[0].replace(found[1], ".".join(_STEP.findall(found[1])[depth:]), 1), text)


def _plain(value: object) -> object:
    """Make the values of TOML those of JSON, numbers and dates as texts."""
    if isinstance(value, dict):
        return Pairs((name, _plain(one)) for name, one in value.items())
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value if isinstance(value, str | bool) else str(value)
