"""Records that another library holds: a data frame, an Arrow table, dicts, columns of values. One record is one row.

A row that papercat gave itself is taken as it is. Another with values in values is read as JSON, and a flat one as the row of a table,
whose columns may have any name that `readers.table.labels` knows.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from itertools import islice
from typing import Any, NamedTuple

from pydantic import ValidationError

from papercat.models import Author, Issue, Paper
from papercat.models.paper import FIELDS
from papercat.readers import tree
from papercat.readers.draft import Draft
from papercat.readers.table.cells import Cell, Row
from papercat.readers.table.columns import Column, read_columns
from papercat.readers.table.papers import read_row
from papercat.text.document import Document, Place

_SAMPLE = 60  # rows that tell what the columns are
_DEEPEST = 20  # values in values; what is deeper is written as it shows itself
_NO_VALUE = frozenset({"NAType", "NaTType"})  # how pandas marks what is missing
_KEY = "key"  # the column with the citation key that papercat adds to a frame
_PARTS = frozenset(Author.__dataclass_fields__)
_TELLING = frozenset({"title", "doi", "arxiv"})  # one of them as a text makes a paper of any row
_ALL = frozenset(FIELDS)
_TEXTS = ("title", "abstract", "venue", "publisher", "comment")


class _Record(NamedTuple):
    """A row.

    Attributes:
        given: as it came.
        values: plain, without what is missing; None if it has no names.
        place: its line in the document.
    """

    given: object
    values: dict[str, Any] | None
    place: Place


def read_rows(rows: Iterable[object], name: str = "records") -> Iterator[Paper | Issue]:
    """Read rows one by one; what cannot be one is an issue with its number as the line.

    >>> row = {"Article Title": "Sleeper Agents", "Author(s)": "Hubinger, Evan; Denison, Carson", "Year": 2024.0, "Track": None}
    >>> [paper.title for paper in read_rows([row, 7]) if isinstance(paper, Paper)]
    ['Sleeper Agents']
    >>> [str(issue) for issue in read_rows([row, 7]) if isinstance(issue, Issue)][-1]
    'records:2: entry-broken: no record with names and values, but int; kept as it stands'
    """
    given = list(rows)
    plain = [_named(row) for row in given]
    lines = [
        json.dumps(values, ensure_ascii=False) if values is not None else repr(row).replace("\n", " ")
        for row, values in zip(given, plain, strict=True)
    ]
    document = Document(name, "\n".join(lines))
    records, start = [], 0
    for row, values, line in zip(given, plain, lines, strict=True):
        records.append(_Record(row, values, Place(start, start + len(line))))
        start += len(line) + 1
    yield from _read(document, records)


def _read(document: Document, records: Sequence[_Record]) -> Iterator[Paper | Issue]:
    is_ours = any(_is_marked(record) for record in records)
    columns = _columns([record.values for record in records if record.values])
    for record in records:
        if isinstance(record.given, Paper):
            yield record.given
        elif record.values is None:
            told = f"no record with names and values, but {type(record.given).__name__}; kept as it stands"
            yield _issue(document, record, "entry-broken", told)
        elif not record.values and record.given and not is_ours:
            yield _issue(document, record, "block-kept", "a row in which nothing stands")
        elif paper := _own(document, record.values, is_ours=is_ours):
            yield paper
        else:
            found = list(_foreign(document, record, columns))
            yield from found or [_issue(document, record, "block-kept", "a row that says nothing of a paper")]


def _issue(document: Document, record: _Record, code: str, told: str) -> Issue:
    source = Draft(document).source("record", record.place)
    return Issue(code=code, message=told, source=source, raw=document.text[slice(*record.place)])


# -- papercat's own


def _is_marked(record: _Record) -> bool:
    """Tell a row that only papercat writes: it has every field as a column, or authors in parts, sources, extra."""
    if isinstance(record.given, Mapping) and _ALL.issubset(record.given):
        return True
    values = record.values or {}
    authors = values.get("authors")
    is_parted = isinstance(authors, list) and authors and all(isinstance(one, dict) and set(one) <= _PARTS for one in authors)
    return set(values) <= {*FIELDS, _KEY} and bool(is_parted or isinstance(values.get("extra"), dict | list) or "sources" in values)


def _own(document: Document, values: Mapping[str, Any], *, is_ours: bool) -> Paper | None:
    """Give the paper of a row in papercat's own shape; text of others that would be cleaned is left to be read."""
    fields = {name: value for name, value in values.items() if name != _KEY or not is_ours}
    if not set(fields) <= set(FIELDS):
        return None
    extra = fields.get("extra")
    if isinstance(extra, list) and all(isinstance(one, dict) and set(one) == {"key", "value"} for one in extra):
        fields["extra"] = {one["key"]: one["value"] for one in extra}
    if not is_ours and any(document.clean_text(text)[0] != text for name in _TEXTS if isinstance(text := fields.get(name), str)):
        return None
    try:
        return Paper.from_dict(fields)
    except (ValidationError, RecursionError):
        return None


# -- others'


def _foreign(document: Document, record: _Record, columns: Mapping[str, Column]) -> Iterator[Paper | Issue]:
    values = record.values or {}
    found = list(tree.read(document.piece(record.place))) if _is_deep(values) else []
    has_text = any(isinstance(value, str) and columns[label].role in _TELLING for label, value in values.items())
    if found and (any(isinstance(one, Paper) for one in found) or not has_text):
        yield from found
        return
    cells = tuple(Cell(*record.place, raw=_text(value)) for value in values.values())
    if cells:
        yield from read_row(document, Row(record.place, cells), [columns[label] for label in values])


def _columns(rows: Sequence[Mapping[str, Any]]) -> dict[str, Column]:
    labels = list(dict.fromkeys(label for row in rows for label in row))
    samples = [[_text(row.get(label, "")) for label in labels] for row in islice(rows, _SAMPLE)]
    return dict(zip(labels, read_columns(labels, samples), strict=True)) if labels else {}


def _is_deep(values: Mapping[str, Any]) -> bool:
    return any(
        isinstance(value, dict) or (isinstance(value, list) and any(isinstance(one, dict | list) for one in value))
        for value in values.values()
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


# -- plain values


def _named(row: object) -> dict[str, Any] | None:
    names = getattr(row, "_fields", None)
    if isinstance(row, tuple) and names:  # a named tuple
        row = dict(zip(names, row, strict=True))
    if isinstance(row, Paper):
        return {}
    if not isinstance(row, Mapping):
        return None
    plain = {str(name): _plain(value) for name, value in row.items()}
    return {name: value for name, value in plain.items() if value is not None and value not in ("", [], {})}


def _plain(value: Any, depth: int = 0) -> Any:  # noqa: ANN401  any value of any library
    """Make a value that JSON has; None of what is missing."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return None if value != value else int(value) if value.is_integer() else value  # noqa: PLR0124  NaN
    if type(value).__name__ in _NO_VALUE:
        return None
    if depth > _DEEPEST:
        return str(value)
    if isinstance(value, Mapping):
        plain = {str(name): _plain(one, depth + 1) for name, one in value.items()}
        return {name: one for name, one in plain.items() if one is not None}
    if hasattr(value, "tolist"):  # numpy's numbers and arrays, polars' series have to_list
        return _plain(value.tolist(), depth + 1)
    if isinstance(value, Iterable) and not isinstance(value, bytes):
        return [_plain(one, depth + 1) for one in value]
    # midnight is no time
    return value.isoformat().removesuffix("T00:00:00") if isinstance(value, date | time) else str(value)
