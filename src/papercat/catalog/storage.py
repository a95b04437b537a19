"""A catalog as JSON lines, with everything that it holds, and back.

The first line is a mark. Then each line is a paper as `Paper.to_dict` gives it, or an object with one name: an issue, an input with its
account of every character, a merge with its records and pairs, a decision.
"""

import json
import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from math import inf
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from papercat.decisions import Decision
from papercat.dedup import Merge, Pair
from papercat.models import Issue, Paper, Source
from papercat.receipt import Input

if TYPE_CHECKING:
    from papercat.catalog.holding import Holding

MARK = '{"papercat": "catalog"'
_VERSION = 1
_ARRAYS = ("ends", "starts")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Held(NamedTuple):
    """What stood in a file, as `Catalog` takes it."""

    papers: tuple[Paper, ...]
    issues: tuple[Issue, ...]
    inputs: tuple[Input, ...]
    merges: tuple[Merge, ...]
    decisions: tuple[Decision, ...]


def lines(catalog: "Holding") -> Iterator[str]:
    """Write a catalog line by line."""
    yield f'{MARK}, "version": {_VERSION}, "papers": {len(catalog.papers)}}}\n'
    for paper in catalog.papers:
        yield _line(paper.to_dict())
    issues = TypeAdapter(Issue)
    for issue in catalog.issues:
        yield _line({"issue": issues.dump_python(issue, mode="json", exclude_defaults=True)})
    for one in catalog.inputs:
        yield _line({"input": {**vars(one), **{name: list(getattr(one, name)) for name in _ARRAYS}}})
    places = {id(paper): place for place, paper in enumerate(catalog.papers)}
    for merge in catalog.merges:
        yield _line({"merge": _merged(merge, places)})
    for told in catalog.decisions:
        yield _line({"decision": {**told._asdict(), "source": told.source and asdict(told.source)}})


def restore(text: str) -> Held | None:
    """Give what a catalog held that wrote a text; None for a text that no catalog wrote, or that is not whole.

    >>> from papercat import Catalog
    >>> held = restore("".join(lines(Catalog([Paper(title="Sleeper Agents", year=2024)]))))
    >>> held.papers[0].year, restore('[{"title": "Sleeper Agents"}]')
    (2024, None)
    """
    if not text.startswith(MARK):
        return None
    try:
        head, *rows = [json.loads(line) for line in text.split("\n") if line]
        return _held(head, rows)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, ValidationError, RecursionError):
        return None


def _held(head: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> Held | None:
    count = head.get("papers")
    if head.get("version") != _VERSION or not isinstance(count, int) or not 0 <= count <= len(rows):
        return None
    # told by their places: a paper of which only the number of its issue is known has that one name, too
    papers = [Paper.from_dict(row) for row in rows[:count]]
    found: dict[str, list[Any]] = {name: [] for name in _MAKERS}
    for row in rows[count:]:
        ((name, value),) = row.items()
        found[name].append(_MAKERS[name](value, papers))
    return Held(tuple(papers), *(tuple(found[name]) for name in _MAKERS))


def _line(value: Mapping[str, Any]) -> str:
    line = json.dumps(value, ensure_ascii=False)
    # a lone surrogate, which the message about a decision can hold, is no UTF-8
    return (json.dumps(value) if _SURROGATE.search(line) else line) + "\n"


def _merged(merge: Merge, places: Mapping[int, int]) -> dict[str, Any]:
    place = places.get(id(merge.paper))
    return {
        "paper": merge.paper.to_dict() if place is None else place,
        "members": [paper.to_dict() for paper in merge.members],
        "pairs": [[pair.a, pair.b, None if pair.bits == inf else pair.bits] for pair in merge.pairs],
        "same": merge.same,
    }


def _issue(value: Mapping[str, Any], _: list[Paper]) -> Issue:
    issue: Issue = TypeAdapter(Issue).validate_python(value)
    return issue


def _input(value: Mapping[str, Any], _: list[Paper]) -> Input:
    arrays = {name: array("Q", value[name]) for name in _ARRAYS}
    return Input(**{**value, **arrays, "labels": tuple(value["labels"])})


def _merge(value: Mapping[str, Any], papers: list[Paper]) -> Merge:
    paper = value["paper"]
    return Merge(
        papers[paper] if isinstance(paper, int) else Paper.from_dict(paper),
        tuple(map(Paper.from_dict, value["members"])),
        tuple(Pair(a, b, inf if bits is None else bits) for a, b, bits in value["pairs"]),
        value["same"],
    )


def _decision(value: Mapping[str, Any], _: list[Paper]) -> Decision:
    return Decision(**{**value, "source": Source(**value["source"]) if value["source"] else None})


_MAKERS = {"issue": _issue, "input": _input, "merge": _merge, "decision": _decision}
