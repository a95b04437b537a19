"""Papers as columns of plain values, for a data frame: one for each field, whatever the papers have."""

from collections.abc import Sequence
from typing import Any, Literal

from papercat.models import Paper
from papercat.models.paper import FIELDS

Kind = Literal["text", "number", "texts", "authors", "map", "variants", "sources"]

# What stands in each column; what is missing is None in the first two and an empty list in the others.
KINDS: dict[str, Kind] = {
    **dict.fromkeys(FIELDS, "text"),
    "year": "number",
    "month": "number",
    "keywords": "texts",
    "inferred": "texts",
    "cut": "texts",
    "authors": "authors",
    "extra": "map",
    "variants": "variants",
    "sources": "sources",
}
# The members of a struct, with those that are numbers.
STRUCTS: dict[str, dict[str, Kind]] = {
    "authors": dict.fromkeys(("family", "given", "particle", "suffix", "literal", "orcid"), "text"),
    "map": {"key": "text", "value": "text"},
    "variants": {"field": "text", "value": "text"},
    "sources": {"name": "text", "line": "number", "start": "number", "end": "number", "field": "text"},
}


def columns(keys: Sequence[str], papers: Sequence[Paper]) -> dict[str, list[Any]]:
    """Give the citation keys and the fields of papers as columns; `extra` is a list of keys and values, as Arrow writes a map.

    >>> found = columns(["perez2022"], [Paper(year=2022, extra={"Track": "Oral"})])
    >>> found["key"], found["year"], found["title"], found["authors"], found["extra"]
    (['perez2022'], [2022], [None], [[]], [[{'key': 'Track', 'value': 'Oral'}]])
    """
    rows = [paper.to_dict() for paper in papers]
    for row in rows:
        if "extra" in row:
            row["extra"] = [{"key": key, "value": value} for key, value in row["extra"].items()]
    return {"key": list(keys)} | {name: [row.get(name, nothing(name)) for row in rows] for name in FIELDS}


def nothing(name: str) -> Any:  # noqa: ANN401  None or a list of anything
    """Give what stands for a missing value in a column.

    >>> nothing("title"), nothing("keywords")
    (None, [])
    """
    return None if KINDS[name] in ("text", "number") else []
