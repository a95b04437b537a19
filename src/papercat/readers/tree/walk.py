"""From the node of a record to a paper: a walk along the paths of a table.

What no path leads to is kept whole, under its label. `ROLE?` counts only where nothing else has the role, and of `ROLE|ROLE?` the
first counts that nothing else has. `extra` keeps a value, `records` are papers of their own; `values` and `authors` list the others.
"""

from collections.abc import Iterator
from typing import NamedTuple

from papercat.models import Issue, Paper
from papercat.readers.tree import authors, values
from papercat.readers.tree.entry import Entry
from papercat.readers.tree.node import Node
from papercat.readers.tree.table import KINDS, Branch
from papercat.text.document import Document

_TAKERS = values.TAKERS | authors.TAKERS


def walk(document: Document, node: Node, root: Branch, shells: frozenset[str]) -> Iterator[Paper | Issue | Node]:
    """Give the paper of a node, if anything is known of it, the issues, and the nodes in it that are papers of their own.

    Args:
        document: where it stands.
        node: a record.
        root: the table of its format.
        shells: names that add nothing to a path.
    """
    entry = Entry(document, node.place)
    weak: list[_Weak] = []
    _fill(_Walk(entry, shells, weak), node, root, "")
    for roles, label, nodes in weak:
        role = next((role for role in roles.removesuffix("?").split("|") if not entry.has(role)), "extra")
        _take(entry, role, label, nodes)
    yield from entry.finish()
    yield from entry.inner


class _Weak(NamedTuple):
    """Values that count only where there are no better ones."""

    roles: str
    label: str
    nodes: list[Node]


class _Walk(NamedTuple):
    """What holds on the way through one record."""

    entry: Entry
    shells: frozenset[str]
    weak: list[_Weak]


def _fill(walk: _Walk, node: Node, branch: Branch, prefix: str) -> None:
    groups: dict[str, list[Node]] = {}
    for part in node.parts:
        if part.key:
            groups.setdefault(branch.step(part) if branch.qualified else part.key, []).append(part)
    for step, nodes in groups.items():
        found, label = None if step in walk.shells else branch.steps.get(step), prefix + nodes[0].label
        is_kept = step[:1] != "@" or not (prefix or step == "@element")
        if nodes[0].text is not None and len(nodes) == 1:  # as most are
            _place(walk, found, label, nodes, is_kept=is_kept)
            continue
        leads_on = bool(found.steps) if found else step in walk.shells
        within = [one for one in nodes if one.parts and (not found or _leads_on(one, found))] if leads_on else []
        whole = [one for one in nodes if not any(one is other for other in within)] if within else nodes
        for one in within:
            _fill(walk, _without_kind(one) if "[" in step else one, found or branch, f"{label}." if found else prefix)
        if whole:
            _place(walk, found, label, whole, is_kept=is_kept)


def _place(walk: _Walk, found: Branch | None, label: str, nodes: list[Node], *, is_kept: bool) -> None:
    """Take what stands at the end of a path, or leave it where no path leads to it."""
    if found is None or found.role is None:
        if is_kept:
            walk.entry.leave(label, nodes)
    elif found.role.endswith("?"):
        walk.weak.append(_Weak(found.role, label, nodes))
    else:
        is_plain = nodes[0].text is not None and len(nodes) == 1
        _take(walk.entry, found.role, label, nodes if is_plain else [one for node in nodes for one in _unwrapped(node)])


def _without_kind(node: Node) -> Node:
    """Leave out what told the kind of a node: it has been read."""
    return node._replace(parts=tuple(part for part in node.parts if part.key not in KINDS))


def _leads_on(node: Node, branch: Branch) -> bool:
    """Tell whether a path goes on in a node."""
    return branch.role is None or any(branch.step(part) in branch.steps for part in node.parts)


def _unwrapped(node: Node) -> list[Node]:
    """Open an object that has nothing but a value, as OpenReview writes every one: `{"value": ["A", "B"]}`."""
    if node.parts and node.parts[0].key == "value" and all(part.key == "value" for part in node.parts):
        return [part._replace(key=node.key, label=node.label) for part in node.parts]
    return [node]


def _take(entry: Entry, role: str, label: str, nodes: list[Node]) -> None:
    if role == "extra":
        entry.leave(label, nodes)
    elif role == "records":
        entry.inner += nodes
    else:
        _TAKERS.get(role, values.take_text)(entry, role, label, nodes)
