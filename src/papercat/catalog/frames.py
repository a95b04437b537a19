"""A catalog as a data frame, and a catalog of the records that another library holds."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, Self

from papercat.catalog.holding import Holding
from papercat.errors import MissingExtraError
from papercat.models import Issue, Paper, building
from papercat.readers.rows import read_rows
from papercat.writers.columns import KINDS, STRUCTS, columns


class Frames(Holding):
    """Frames and records; a part of `Catalog`."""

    def to_pandas(self) -> Any:  # noqa: ANN401  pandas is an extra
        """Give a pandas DataFrame with a column for each field of a paper, under the citation keys as index.

        Authors, keywords, extra, variants and sources are lists. `Catalog.from_records` makes the same papers of it.

        Raises:
            MissingExtraError: pandas is not installed (`pip install 'papercat[pandas]'`).
        """
        try:
            import pandas as pd  # noqa: PLC0415  # pyright: ignore[reportMissingImports]
        except ImportError as error:
            raise MissingExtraError("pandas", "pandas") from error
        found = columns(self.keys, self.papers)
        dtypes = {"text": "string", "number": "Int64"}
        index = pd.Index(found.pop("key"), name="key", dtype="object")
        return pd.DataFrame({name: pd.Series(values, index, dtypes.get(KINDS[name], "object"), name) for name, values in found.items()})

    def to_polars(self) -> Any:  # noqa: ANN401  polars is an extra
        """Give a polars DataFrame with the citation keys and a column for each field of a paper.

        Authors, variants and sources are lists of structs, `extra` a list of keys and values. The types are the same whatever the papers
        have. `Catalog.from_records` makes the same papers of it.

        Raises:
            MissingExtraError: polars is not installed (`pip install 'papercat[polars]'`).
        """
        try:
            import polars as pl  # noqa: PLC0415  # pyright: ignore[reportMissingImports]
        except ImportError as error:
            raise MissingExtraError("polars", "polars") from error
        plain = {"text": pl.String, "number": pl.Int64, "texts": pl.List(pl.String)}
        types = {kind: {name: plain[part] for name, part in parts.items()} for kind, parts in STRUCTS.items()}
        found: dict[str, Any] = dict(columns(self.keys, self.papers))
        found |= {name: _lists(pl, found[name], types[kind]) for name, kind in KINDS.items() if kind in types}
        return pl.DataFrame(
            found, schema_overrides={"key": pl.String} | {name: plain[kind] for name, kind in KINDS.items() if kind in plain}
        )

    @classmethod
    def from_records(cls, records: object, *, name: str = "records") -> Self:
        """Make a catalog of what another library holds, one paper a row; a column may have any name that tables have for a field.

        Rows that `to_dicts`, `to_pandas` or `to_polars` gave become the same papers. Other text is cleaned as text in a file is. A column
        that nobody knows goes to `extra`; a row that cannot be read is an issue with its number, from 1, as the line.

        Args:
            records: papers, dicts or named tuples; a data frame of pandas or polars, or anything with `to_dict("records")`; a dict of
                columns; anything that gives Arrow data (`__arrow_c_stream__`: a pyarrow table, a DuckDB relation), which wants polars or
                pyarrow.
            name: what the sources of the papers and the issues call it.

        Raises:
            TypeError: it holds no records; a text is for `parse`.
            ValueError: the columns of a dict differ in length.
            MissingExtraError: Arrow data, and neither polars nor pyarrow is installed.

        >>> from papercat import Catalog
        >>> row = {"Document Title": "Sleeper Agents", "Authors": "Hubinger, Evan; Denison, Carson", "Year": 2024, "Track": "Oral"}
        >>> cat = Catalog.from_records([row, None])
        >>> print(cat[0], dict(cat[0].extra))
        Hubinger, Denison (2024) Sleeper Agents {'Track': 'Oral'}
        >>> print(cat.issues[-1])
        records:2: entry-broken: no record with names and values, but NoneType; kept as it stands
        >>> Catalog.from_records(cat.to_dicts()) == cat
        True
        """
        with building():
            found = list(read_rows(_rows(records), name))
        papers = (one for one in found if isinstance(one, Paper))
        return cls(papers, issues=(one for one in found if isinstance(one, Issue)))


def _lists(pl: Any, rows: Sequence[Sequence[Mapping[str, Any]]], types: Mapping[str, Any]) -> Any:  # noqa: ANN401  polars is an extra
    """Make a column of lists of structs: by its members as columns, which takes a third of what polars needs for the same of dicts."""
    flat = [one for row in rows for one in row]
    members = pl.DataFrame({name: [one.get(name) for one in flat] for name in types}, schema=types).to_struct("all")
    numbers = [number for number, row in enumerate(rows) for _ in row]
    filled = pl.DataFrame({"row": numbers, "all": members}, schema_overrides={"row": pl.UInt32}).group_by("row", maintain_order=True).all()
    every = pl.DataFrame({"row": range(len(rows))}, schema={"row": pl.UInt32})
    return every.join(filled, on="row", how="left").sort("row")["all"].fill_null([])


def _rows(records: Any) -> Iterable[object]:  # noqa: ANN401  any object may hold records
    """Find the rows in what holds them."""
    if isinstance(records, str | bytes):
        raise TypeError("from_records takes records; parse() reads a text, read() a file")
    if isinstance(records, Mapping):
        return _of_columns(records) if records and all(map(_is_column, records.values())) else [records]
    if hasattr(records, "columns") and hasattr(records, "to_dicts"):  # polars
        return list(records.to_dicts())
    if hasattr(records, "columns") and hasattr(records, "to_dict"):  # pandas, and who has its manner
        return list(records.to_dict("records"))
    if hasattr(records, "__arrow_c_stream__"):
        return _of_arrow(records)
    if isinstance(records, Iterable):
        return records
    raise TypeError(f"{type(records).__name__} holds no records: give dicts, papers, a data frame, Arrow data or a dict of columns")


def _is_column(value: object) -> bool:
    return hasattr(value, "tolist") or hasattr(value, "to_list") or (isinstance(value, Sequence) and not isinstance(value, str | bytes))


def _of_columns(columns: Mapping[Any, Sequence[Any]]) -> list[dict[Any, Any]]:
    lengths = {name: len(column) for name, column in columns.items()}
    if len(set(lengths.values())) > 1:
        raise ValueError(f"columns of different lengths: {', '.join(f'{name} {length}' for name, length in lengths.items())}")
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _of_arrow(records: Any) -> list[dict[str, Any]]:  # noqa: ANN401  anything with __arrow_c_stream__
    try:
        import pyarrow as pa  # noqa: PLC0415  # pyright: ignore[reportMissingImports]
    except ImportError:
        try:
            import polars as pl  # noqa: PLC0415  # pyright: ignore[reportMissingImports]
        except ImportError as error:
            raise MissingExtraError("polars", "polars", "Arrow data") from error
        return list(pl.DataFrame(records).to_dicts())
    table = pa.RecordBatchReader.from_stream(records).read_all()
    return list(chain.from_iterable(batch.to_pylist() for batch in table.to_batches()))
