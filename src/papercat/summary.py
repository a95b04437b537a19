"""What a run did, for the person who ran it and for programs."""

from collections import defaultdict
from collections.abc import Iterator
from math import isfinite
from typing import Any

from papercat.catalog import Catalog
from papercat.catalog.linkage import REFUSED
from papercat.models import KINDS, Issue
from papercat.receipt import UNREAD
from papercat.text.phrases import plural, shortened

_EXAMPLE = 110  # characters of an example
_HEADINGS = {
    "repaired": "repaired",
    "inferred": "inferred, worth a look",
    "dropped": "left out",
    "kept": "kept aside",
    "refused": "could not be read",
    "noted": "noted",
}
_MAX_MERGES = 10  # that are explained; all of them are in Catalog.merges
_MAX_UNTITLED = 10  # papers that are listed by name
_WIDTH = 30  # of the column of codes


def as_text(read: Catalog, result: Catalog, target: str | None) -> str:
    """Tell a person what was read, repaired, joined and left to look at, and where the result is."""
    parts = (_inputs(read), _issues(result), _merges(result), _left(result), _target(result, target))
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
    for one in read.inputs:
        unread = sum(label == UNREAD for label in one.labels)
        rest = (
            "every character accounted for"
            if not unread
            else f"{_count(unread, 'passage')} unread, kept as {'an issue' if unread == 1 else 'issues'}"
        )
        rest = "not read, kept as an issue" if one.format == "unknown" else rest
        yield f"{one.name}: {one.format}, {_count(one.papers, 'paper')}, {_count(one.length, 'character')}, {rest}"


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
    if result.merges:
        yield f"\njoined: {sum(len(one.members) for one in result.merges)} records of {_count(len(result.merges), 'paper')}"
    for one in result.merges[:_MAX_MERGES]:
        yield from ("  " + line for line in one.explain().splitlines())
    if len(result.merges) > _MAX_MERGES:
        yield f"  … and {len(result.merges) - _MAX_MERGES} more"
    doubtful = [issue.message for issue in result.issues if issue.code == "maybe-duplicate"]
    refused = sum(REFUSED in message for message in doubtful)
    if len(doubtful) > refused:
        yield f"\nmay be one paper: {_count(len(doubtful) - refused, 'pair')}, left apart; --review FILE lists them for you to decide"
    if refused:
        yield f"\nrefused: {_count(refused, 'join')} that other records contradict; --review FILE lists them for you to decide"


def _count(number: int, what: str) -> str:
    return f"{number:,} {plural(number, what)}"


def _left(result: Catalog) -> Iterator[str]:
    untitled = [(key, paper) for key, paper in zip(result.keys, result, strict=True) if not paper.title]
    if untitled:
        yield f"\nleft for you: {len(untitled)} without a title (none is made up)"
    for key, paper in untitled[:_MAX_UNTITLED]:
        yield f"  {key}: {_short(paper.abstract or paper.label)[:80]}"
    if len(untitled) > _MAX_UNTITLED:
        yield f"  … and {len(untitled) - _MAX_UNTITLED} more"


def _target(result: Catalog, target: str | None) -> Iterator[str]:
    if target:
        yield f"\n{_count(len(result), 'paper')} written to {target}"
    else:
        yield f"\n{_count(len(result), 'paper')}; -o FILE writes {'it' if len(result) == 1 else 'them'}"


def _short(text: str) -> str:
    return shortened(text, _EXAMPLE)
