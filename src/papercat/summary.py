"""What a run did, for the person who ran it and for programs."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import isfinite
from typing import Any

from papercat.catalog import Catalog
from papercat.catalog.linkage import REFUSED
from papercat.models import KINDS, Issue
from papercat.receipt import UNREAD, Input
from papercat.text.phrases import counted, shortened, some
from papercat.writers import left_out

NOT_READ = "unknown"  # the format of a file that no reader read
_EXAMPLE = 110  # characters of an example
_HEADINGS = {
    "repaired": "repaired",
    "inferred": "inferred, worth a look",
    "dropped": "left out",
    "kept": "kept aside",
    "refused": "could not be read",
    "noted": "noted",
}
_MAX_MERGES = 3  # that are explained, the least sure ones; all of them are in Catalog.merges
_MAX_LINES = 25  # of an explanation: two or three comparisons
_MAX_NAMED = 10  # papers, keys or labels that are listed by name
_MAX_INPUTS = 30  # files that are listed; of more, as of a folder of programs, some of those that were read and of those that were not
_WIDTH = 30  # of the column of codes


def as_text(  # noqa: PLR0913  what each says has a default
    read: Catalog, result: Catalog, target: str | None, *, review: str = "", notes: Sequence[str] = (), writer: str = ""
) -> str:
    """Tell a person what was read, repaired, joined and left to look at, and where the result is.

    Args:
        read: what was read.
        result: what came of it.
        target: where that was written.
        review: the table that was written for a person to decide in.
        notes: lines about further files.
        writer: the format that it was written in.
    """
    joined = (_merges(result), _doubts(result, review))
    parts = (
        _inputs(read),
        iter(notes),
        _issues(result),
        *joined,
        _left(result),
        _keys(result),
        _unwritten(result, writer),
        _target(len(read), len(result), target),
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def as_data(read: Catalog, result: Catalog, target: str | None) -> dict[str, Any]:
    """Tell a program the same, as JSON values."""
    return {
        "inputs": [
            {
                "name": one.name,
                "format": one.format,
                "encoding": one.encoding,
                "characters": one.length,
                "papers": one.papers,
            }
            for one in read.inputs
        ],
        "issues": [
            {
                "code": issue.code,
                "kind": issue.kind,
                "message": issue.message,
                "at": str(issue.source or ""),
                "raw": issue.raw,
            }
            for issue in result.issues
        ],
        "merges": [
            {
                "title": one.paper.label,
                "records": len(one.members),
                "bits": one.bits if isfinite(one.bits) else None,
                "explanation": one.explain(),
            }
            for one in result.merges
        ],
        "papers_read": len(read),
        "papers": len(result),
        "untitled": [result.keys[place] for place, paper in enumerate(result) if not paper.title],
        "output": target,
    }


def _inputs(read: Catalog) -> Iterator[str]:
    is_much = len(read.inputs) > _MAX_INPUTS
    shown = [one for kind in (True, False) for one in [one for one in read.inputs if (one.format == NOT_READ) is kind][:_MAX_NAMED]]
    places = set(map(id, shown))
    yield from map(_input, (one for one in read.inputs if not is_much or id(one) in places))
    if is_much:
        rest = [one for one in read.inputs if id(one) not in places]
        papers, skipped = sum(one.papers for one in rest), sum(one.format == NOT_READ for one in rest)
        yield f"… and {counted(len(rest), 'file')} more: {counted(papers, 'paper')}, {skipped:,} not read; --json lists them"


def _input(one: Input) -> str:
    unread = sum(label == UNREAD for label in one.labels)
    rest = (
        "every character accounted for"
        if not unread
        else f"{counted(unread, 'passage')} unread, kept as {'an issue' if unread == 1 else 'issues'}"
    )
    rest = "not read, kept as an issue" if one.format == NOT_READ else rest
    return f"{one.name}: {one.format}, {counted(one.papers, 'paper')}, {counted(one.length, 'character')}, {rest}"


def _issues(result: Catalog) -> Iterator[str]:
    groups: dict[str, list[Issue]] = defaultdict(list)
    for issue in result.issues:
        groups[issue.code].append(issue)
    for kind, heading in _HEADINGS.items():
        codes = sorted(code for code in groups if KINDS.get(code, "noted") == kind)
        if codes:
            yield f"\n{heading}:"
        for code in codes:
            first = groups[code][0]
            yield f"  {len(groups[code]):>4}  {code:<{_WIDTH}} {first.source or ''}"
            yield f"        {_short(first.message)}"


def _merges(result: Catalog) -> Iterator[str]:
    more = len(result.merges) - _MAX_MERGES
    if result.merges:
        told = f"{sum(len(one.members) for one in result.merges):,} records of {counted(len(result.merges), 'paper')}"
        yield f"\njoined: {told}{'; the least sure:' if more > 0 else ''}"
    for one in sorted(result.merges, key=lambda one: one.bits)[:_MAX_MERGES] if more > 0 else result.merges:
        lines = one.explain().splitlines()
        yield from ("  " + line for line in lines[:_MAX_LINES])
        if len(lines) > _MAX_LINES:
            yield f"  … and {len(lines) - _MAX_LINES} more lines"
    if more > 0:
        yield f"  … and {more:,} more; --report FILE shows them"


def _doubts(result: Catalog, review: str) -> Iterator[str]:
    doubtful = [issue.message for issue in result.issues if issue.code == "maybe-duplicate"]
    refused = sum(REFUSED in message for message in doubtful)
    lists = f"decide in {review}, and give it to --decisions" if review else "--review FILE lists them for you to decide"
    if len(doubtful) > refused:
        yield f"\nmay be one paper: {counted(len(doubtful) - refused, 'pair')}, left apart; {lists}"
    if refused:
        yield f"\nrefused: {counted(refused, 'join')} that other records contradict; {lists}"
    if review and not doubtful:
        yield f"\nmay be one paper: none; nothing is to be decided in {review}"


def _left(result: Catalog) -> Iterator[str]:
    untitled = [
        (f"{key} ({paper.source_of() or 'made here'})", paper) for key, paper in zip(result.keys, result, strict=True) if not paper.title
    ]
    if untitled:
        yield f"\nleft for you: {len(untitled)} without a title (none is made up)"
    for key, paper in untitled[:_MAX_NAMED]:
        yield f"  {key}: {shortened(paper.abstract or paper.label, 80)}"
    if len(untitled) > _MAX_NAMED:
        yield f"  … and {len(untitled) - _MAX_NAMED} more"


def _keys(result: Catalog) -> Iterator[str]:
    """Tell which keys are not as they were read: a manuscript may cite them."""
    read = [(paper.extra.get("key"), key, paper) for key, paper in zip(result.keys, result, strict=True) if "key" not in paper.inferred]
    changed = [(old, key, paper.source_of() or "made here") for old, key, paper in read if old and old != key]
    if changed:
        yield f"\nkeys: {len(changed)} spelt anew, for another paper has the key too, or a program could not read it"
    yield from (f"  {_short(old)} ({source}) is now {key}" for old, key, source in changed[:_MAX_NAMED])
    if len(changed) > _MAX_NAMED:
        yield f"  … and {len(changed) - _MAX_NAMED} more"


def _unwritten(result: Catalog, writer: str) -> Iterator[str]:
    """Tell what of the papers the file has no place for, label by label; `Catalog.check` says it paper by paper."""
    left = Counter(label for paper in result if paper.extra for label in left_out(writer, paper))
    if left:
        labels = [f"{label} of {counted(count, 'paper')}" for label, count in left.most_common()]
        yield f"\nnot written, for the format has no place for it: {some(labels, _MAX_NAMED)}; --format jsonl keeps all"


def _target(records: int, papers: int, target: str | None) -> Iterator[str]:
    told = counted(papers, "paper") + (f" of {counted(records, 'record')}" if records != papers else "")
    yield f"\n{told} written to {target}" if target else f"\n{told}; -o FILE writes {'it' if papers == 1 else 'them'}"


def _short(text: str) -> str:
    return shortened(text, _EXAMPLE)
