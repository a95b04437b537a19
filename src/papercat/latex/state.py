"""A field of LaTeX while it is read: what is put out, the accents that wait for a letter, the braces that are open."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from papercat.latex.accents import MARKS, SPACING, put

_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
# accents and changes within one another; nobody stacks more, and each level reads its letters once more
DEEPEST = 12


class Group(NamedTuple):
    """An open brace: where in the output it began, what its text becomes, or what closes it where it stays."""

    start: int
    change: Callable[[str], str] | None = None
    closing: str = ""


@dataclass(slots=True)
class State:
    """A field that is being read.

    Attributes:
        place: up to where it was read.
        keep: where a brace begins an argument of an unknown command.
        word: where the last command ended.
        changes: how many open groups have a change.
        single: how many single quotes are open.
    """

    latex: str
    keep_math: bool = False
    place: int = 0
    keep: int = -1
    word: int = -1
    changes: int = 0
    single: int = 0
    out: list[str] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    accents: list[str] = field(default_factory=list)
    change: Callable[[str], str] | None = None
    unknown: dict[str, None] = field(default_factory=dict)
    pairs: dict[int, int] | None = None


def emit(state: State, text: str) -> None:
    """Put a text out, with the accents that wait for a letter."""
    if state.accents:
        marked = put("".join(MARKS[name] for name in reversed(state.accents)), text)
        if marked is None:
            if not text.strip():
                return
            drop_accents(state)
        else:
            text = marked
            state.accents.clear()
    if state.change and text.strip():
        text = state.change(text.lstrip()[0]) + text.lstrip()[1:]
        state.change = None
    state.out.append(text)


def drop_accents(state: State) -> None:
    """Leave the accents that wait for a letter as commands."""
    for name in state.accents:
        keep(state, name)
    state.accents.clear()


def keep(state: State, name: str, gap: str = "") -> None:
    """Leave a command as it stands, and tell it; a group that it begins keeps its braces, so that it ends where it ended."""
    state.unknown[f"\\{name}"] = None
    if state.groups and state.groups[-1] == Group(len(state.out)):
        state.groups[-1] = Group(len(state.out), closing="}")
        state.out.append("{")
    state.out.append(f"\\{name}{gap}")


def raw(state: State) -> str | None:
    """Take the argument that stands in braces as it is, up to the end where they do not close."""
    if not state.latex.startswith("{", state.place):
        return None
    if state.pairs is None:
        state.pairs = _pairs(state.latex)
    start, end = state.place + 1, state.pairs.get(state.place, len(state.latex))
    state.place = end + 1
    return state.latex[start:end]


def _pairs(latex: str) -> dict[int, int]:
    opened, pairs = list[int](), dict[int, int]()
    for token in _BRACE.finditer(latex):
        if token[0] == "{":
            opened.append(token.start())
        elif token[0] == "}" and opened:
            pairs[opened.pop()] = token.start()
    return pairs


def open_group(state: State, start: int) -> None:
    """Open the brace at a place."""
    accents, change = state.accents, state.change
    state.accents, state.change = [], None
    if start == state.keep:
        state.groups.append(Group(len(state.out), closing="}"))
        state.out.append("{")
    elif state.changes >= DEEPEST or not (accents or change):
        state.groups.append(Group(len(state.out)))
        for name in accents:
            keep(state, name)
    else:
        state.changes += 1
        state.groups.append(Group(len(state.out), _accenting(state, accents) if accents else change))


def _accenting(state: State, accents: list[str]) -> Callable[[str], str]:
    def accented(text: str) -> str:
        marked = put("".join(MARKS[name] for name in reversed(accents)), text)
        if marked is None and not text.strip() and len(accents) == 1 and accents[0] in SPACING:
            return SPACING[accents[0]]
        if marked is None:
            state.unknown.update({f"\\{name}": None for name in accents})
            return "".join(f"\\{name}" for name in accents) + f"{{{text}}}"
        return marked

    return accented


def close_group(state: State, group: Group, *, closed: bool) -> None:
    """Close a group: by a brace, or at the end of the field."""
    if group.change:
        state.changes -= 1
        text = group.change("".join(state.out[group.start :]))
        del state.out[group.start :]
        state.out.append(text)
    elif closed and group.closing:
        state.out.append(group.closing)
        state.keep = state.place
