"""New entries, written as the others of the file are, and put where they belong."""

import re
from bisect import bisect_right
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, NamedTuple

from papercat.keys import free_key
from papercat.models import Issue, Paper, Source
from papercat.readers.bibtex.grammar import Block
from papercat.text.document import Document
from papercat.text.fold import fold
from papercat.updating.changes import Value, written
from papercat.updating.entries import Entry, ids, is_same_work, works
from papercat.updating.rewriting import Edit, like
from papercat.updating.style import Style, newline, style_of

_SORTED = 3  # entries; fewer are in order by chance
_BREAK = re.compile(r"\r\n|\n|\r")


class Additions(NamedTuple):
    """New entries: their keys, what to write where, and what is to be said of them."""

    keys: tuple[str, ...]
    edits: tuple[Edit, ...]
    issues: tuple[Issue, ...]


def additions(document: Document, entries: Sequence[Entry], new: Sequence[tuple[str, Paper]], options: Mapping[str, Any]) -> Additions:
    """Write new entries behind the last one, or in the order of their keys where the file is in that order.

    A paper whose id, or title and authors, an entry of the file has is no new one. A key that the file has is given letters.
    """
    text = document.text
    known = _known(entries)
    titles = {fold(entry.paper.title): entry for entry in entries if entry.paper and entry.paper.title}
    taken = {entry.block.key.lower() for entry in entries}
    kinds, style, gap = _manner(text, entries)
    order = _order(entries)
    keys, issues, pieces = list[str](), list[Issue](), dict[int, list[str]]()
    for key, paper in sorted(new, key=lambda pair: pair[0].lower()) if order else new:
        if twin := _twin(known, paper):
            issues.append(_issue(document, paper, f"{paper.label[:60]!r} is not added: {twin.block.key!r} is that paper", twin.block))
            continue
        own = free_key(key, paper, taken)
        taken.add(own.lower())
        keys.append(own)
        if alike := titles.get(fold(paper.title or "")):
            issues.append(_issue(document, paper, f"{own!r} is new, and {alike.block.key!r} has the same title", alike.block))
        # behind the last entry, or the last of those that come before it; -1 is before the first
        after = bisect_right(order, own.lower()) - 1 if order else len(entries) - 1
        pieces.setdefault(after, []).append(_entry(written(paper, own, options), own, style, kinds))
    return Additions(tuple(keys), tuple(_edit(text, entries, after, found, gap) for after, found in pieces.items()), tuple(issues))


def _known(entries: Sequence[Entry]) -> dict[Hashable, Entry]:
    found: dict[Hashable, Entry] = {}
    for entry in entries:
        for name in (*ids(entry.paper), *works(entry.paper)) if entry.paper else ():
            found.setdefault(name, entry)
    return found


def _twin(known: Mapping[Hashable, Entry], paper: Paper) -> Entry | None:
    """Give the entry with an id of a paper, or with its title and authors."""
    same = next((known[one] for one in ids(paper) if one in known), None)
    return same or next((known[one] for one in works(paper) if one in known and is_same_work(known[one].paper, paper)), None)


def _issue(document: Document, paper: Paper, message: str, block: Block) -> Issue:
    source = Source(name=document.name, line=document.line(block.place.start), start=block.place.start, end=block.place.end)
    return Issue(code="maybe-duplicate", message=message, source=source, raw=paper.label)


def _manner(text: str, entries: Sequence[Entry]) -> tuple[str, Style, str]:
    """See how the last whole entry of the file is written, and what stands between entries."""
    whole = [entry.block for entry in entries if len(entry.block.fields) > 1 and not entry.block.scars]
    style = style_of(text, whole[-1]) if whole else Style(lead=f"{newline(text)}  ", close=newline(text))
    gap = newline(text) * 2
    if len(entries) > 1:
        between = text[entries[-2].block.place.end : entries[-1].block.place.start]
        gap = between if _BREAK.search(between) and between.isspace() else gap
    start = whole[-1].place.start + 1 if whole else 0
    return text[start : start + len(whole[-1].type)] if whole else "", style, gap


def _entry(made: tuple[str, Mapping[str, Value]], key: str, style: Style, model: str) -> str:
    kind, values = made
    return style.entry(like(model, kind), key, [style.field(one.name, one.text, is_bare=one.is_bare) for one in values.values()])


def _order(entries: Sequence[Entry]) -> list[str]:
    """Give the keys of a file that is in the order of its keys; none of any other."""
    keys = [entry.block.key.lower() for entry in entries]
    return keys if len(keys) >= _SORTED and keys == sorted(keys) else []


def _edit(text: str, entries: Sequence[Entry], after: int, found: Sequence[str], gap: str) -> Edit:
    if not entries:
        before = "" if not text or text.isspace() else "" if text.endswith(gap) else newline(text) if text.endswith(("\n", "\r")) else gap
        return Edit(len(text), len(text), before + gap.join(found) + newline(text))
    if after < 0:
        place = entries[0].block.place.start
        return Edit(place, place, "".join(f"{one}{gap}" for one in found))
    end = entries[after].block.place.end
    # a note behind the entry on its line is its own
    line_end = _BREAK.search(text, end)
    rest = text[end : line_end.start() if line_end else len(text)]
    place = end + len(rest) if "@" not in rest else end
    return Edit(place, place, "".join(f"{gap}{one}" for one in found))
