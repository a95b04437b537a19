"""The update of a file: which entries get which fields, which are new, and what is told."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any, NamedTuple

from papercat.models import Issue, Paper, Source
from papercat.models.paper import FIELDS
from papercat.receipt import Input, digest
from papercat.text.document import Document, Place
from papercat.text.phrases import counted, shortened
from papercat.updating.additions import additions
from papercat.updating.changes import Change, Value, changes, says_the_same, written
from papercat.updating.dialect import is_biblatex
from papercat.updating.entries import Entry, match, read_entries
from papercat.updating.letters import Letters, read_letters
from papercat.updating.rewriting import Edit, add_fields, replace_value, retype

_SAID = [name for name in FIELDS if name not in ("sources", "inferred", "variants")]
KEPT, CHANGED = "value-kept", "value-changed"


@dataclass(frozen=True)
class Update:
    """What an update did with a file.

    Attributes:
        added: the keys of new entries.
        changed: the keys of entries that got a field or another value.
        issues: `value-changed` with what stood there before, `value-kept` with what the catalog says otherwise, and `maybe-duplicate` for a
            new entry with the title of another one.
        pieces: the new text of the file.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()
    pieces: tuple[bytes, ...] = field(default=(), repr=False, compare=False)

    def __repr__(self) -> str:
        return f"<Update: {len(self.added)} added, {len(self.changed)} changed, {counted(len(self.issues), 'issue')}>"


class _Origin(NamedTuple):
    """What the papers and the file have to do with each other.

    Attributes:
        is_known: the papers were read from something that is known.
        is_fresh: the file is what they were read from, as far as one can know.
        path: the file.
    """

    is_known: bool
    is_fresh: bool
    path: str

    def starts(self, paper: Paper) -> set[int]:
        """Give where the records of a paper begin in the file."""
        records = (source for source in paper.sources if source.field == "record")
        return {source.start for source in records if _real(source.name) == self.path} if self.is_fresh else set()

    def is_all_here(self, paper: Paper) -> bool:
        """Say whether a paper was read from the file as it is, and from nothing else."""
        return self.is_known and self.is_fresh and bool(paper.sources) and all(_real(one.name) == self.path for one in paper.sources)


def update(
    data: bytes,
    name: str,
    keyed: Sequence[tuple[str, Paper]],
    inputs: Iterable[Input] = (),
    options: Mapping[str, Any] = MappingProxyType({}),
) -> Update:
    r"""Bring the text of a BibTeX file up to date with papers.

    What the file lacks is added. What it says otherwise is changed if the paper was read from this file as it is now, and the other
    value is none that a merge set aside; else it stays. Nothing is taken out, and no key is changed.

    Args:
        data: what stands in the file.
        name: the file.
        keyed: what it is to hold: papers with their citation keys, which count for new entries only.
        inputs: what the papers were read from; they tell whether the file is still that.
        options: of the writer; fields and types are those of biblatex or of BibTeX as the file has them, if `biblatex` is not given.

    Raises:
        OutputError: the file is no text, or damaged so that it cannot be written back.

    >>> paper = Paper(title="Sleeper Agents", year=2024)
    >>> done = update(b"% mine\n@misc{sleeper,\n  title = {Sleeper {Agents}}, note={read}\n}\n", "refs.bib", [("sleeper", paper)])
    >>> print(b"".join(done.pieces).decode(), end="")
    % mine
    @misc{sleeper,
      title = {Sleeper {Agents}}, year={2024}, note={read}
    }
    """
    letters = read_letters(data, name)
    document = Document(name, letters.text, letters.codec)
    entries, papers = read_entries(document), [paper for _, paper in keyed]
    options = {"biblatex": is_biblatex(document.text, [entry.block for entry in entries]), **options}
    origin = _origin(document, inputs)
    found = match(entries, keyed, lambda paper: bool(origin.starts(paper)))
    edits, issues, changed = list[Edit](), list[Issue](), list[str]()
    for place, number in sorted(found.items(), key=lambda pair: pair[1]):
        entry, paper = entries[number], papers[place]
        case = _case(document, entry, paper, options, speaks=entry.block.place.start in origin.starts(paper))
        done = list(_edits(case))
        edits += done
        issues += _issues(case)
        changed += [entry.block.key] * bool(done)
    new = [place for place in range(len(papers)) if place not in found and not origin.is_all_here(papers[place])]
    added = additions(document, entries, [keyed[place] for place in new], options)
    edits += added.edits
    return Update(added.keys, tuple(changed), (*issues, *added.issues), tuple(_pieces(letters, edits)) if edits else (data,))


def _origin(document: Document, inputs: Iterable[Input]) -> _Origin:
    path = _real(document.name)
    known = {one.digest for one in inputs if _real(one.name) == path}
    return _Origin(bool(known), not known or digest(document.text) in known, path)


@lru_cache(maxsize=1024)
def _real(name: str) -> str:
    try:
        return os.path.realpath(name)
    except ValueError:  # a name that no file can have
        return name


class _Case(NamedTuple):
    """An entry and the paper that it is.

    Attributes:
        speaks: the paper was read from this entry as it is, so that what it says otherwise was changed by the user.
        found: what is to be done.
        told: all that the catalog says.
    """

    document: Document
    entry: Entry
    paper: Paper
    speaks: bool
    found: tuple[Change, ...]
    told: Mapping[str, Value]

    @property
    def is_broken(self) -> bool:
        """Say whether nobody can say what belongs to the entry."""
        return bool(self.entry.block.scars) or self.entry.block.kind == "broken"


def _case(document: Document, entry: Entry, paper: Paper, options: Mapping[str, Any], *, speaks: bool) -> _Case:
    if entry.paper and all(getattr(entry.paper, name) == getattr(paper, name) for name in _SAID):
        return _Case(document, entry, paper, speaks, (), {})
    found = changes(document.text, entry.block, entry.paper, paper, options)
    return _Case(document, entry, paper, speaks, tuple(found), written(paper, entry.block.key, options)[1])


def _edits(case: _Case) -> Iterator[Edit]:
    text, block = case.document.text, case.entry.block
    if case.is_broken:
        return
    for one in case.found:
        if one.field and _is_to_change(one, speaks=case.speaks):
            yield replace_value(text, one.field, one.value, case.told)
    if missing := [one.value for one in case.found if one.field is None and one.is_clear]:
        yield add_fields(text, block, missing)
    if case.speaks and _has_other_type(case.entry, case.paper):
        yield retype(text, block, str(case.paper.type))


def _issues(case: _Case) -> Iterator[Issue]:
    block = case.entry.block
    if not case.is_broken:
        yield from (issue for one in case.found if (issue := _told(case.document, case.entry, one, speaks=case.speaks)))
    elif case.found:
        told = f"the entry {block.key!r} is broken and stays as it is; the catalog knows more of it: mend it first"
        yield _issue(case.document, KEPT, told, block.place, ", ".join(one.group for one in case.found))


def _is_to_change(change: Change, *, speaks: bool) -> bool:
    return change.is_clear and (not change.said or (speaks and not change.is_kept))


def _has_other_type(entry: Entry, paper: Paper) -> bool:
    set_aside = {variant.value for variant in paper.variants if variant.field == "type" and "type" not in paper.by_hand}
    mine = entry.paper.type if entry.paper else None
    return paper.type is not None and mine not in (paper.type, None) and mine not in set_aside and entry.block.type == mine


def _told(document: Document, entry: Entry, change: Change, *, speaks: bool) -> Issue | None:
    """Say what stood there before, or what the catalog says otherwise; nothing of what is only added, or says the same in other signs."""
    place = Place(change.field.start, change.field.end) if change.field else entry.block.place
    raw, new = document.text[place.start : place.end], change.value.text
    if not change.said:
        return None
    if _is_to_change(change, speaks=speaks):
        told = f"{change.group} of {entry.block.key!r} was {_short(raw)!r} and is now {_short(new)!r}"
        return _issue(document, CHANGED, told, place, raw)
    if says_the_same(change.said, new):
        return None
    told = f"{change.group} of {entry.block.key!r} stays as it is; the catalog says {_short(new)!r}"
    return _issue(document, KEPT, told, place, new)


def _short(text: str) -> str:
    return shortened(text, 60)


def _issue(document: Document, code: str, message: str, place: Place, raw: str) -> Issue:
    source = Source(name=document.name, line=document.line(place.start), start=place.start, end=place.end)
    return Issue(code=code, message=message, source=source, raw=raw)


def _pieces(letters: Letters, edits: Iterable[Edit]) -> Iterator[bytes]:
    place = 0
    yield letters.mark
    for edit in sorted(edits, key=attrgetter("start", "end")):
        yield letters.bytes_of(place, edit.start)
        yield letters.encode(edit.text)
        place = edit.end
    yield letters.bytes_of(place, None)
