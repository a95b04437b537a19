"""CSV, for spreadsheets: a row for each paper, a column for each field, and `extra.LABEL` for each label of `extra`."""

import csv
import io
from collections.abc import Iterator, Sequence

from papercat.keys import citation_keys
from papercat.models import Issue, Paper
from papercat.text.cells import guarded
from papercat.writers.losses import losses as _losses

_COLUMNS = (
    "key",
    "type",
    "title",
    "authors",
    "year",
    "month",
    "venue",
    "volume",
    "issue",
    "pages",
    "publisher",
    "doi",
    "arxiv",
    "url",
    "keywords",
    "comment",
    "abstract",
)
_MARK = "\ufeff"  # without it Excel takes UTF-8 for cp1252, and "Lukošiūtė" becomes "LukoÅ¡iÅ«tÄ—"


def dumps(papers: Sequence[Paper], *, keys: Sequence[str] | None = None) -> str:
    """Write papers as CSV with a byte order mark; names as `Family, Given; Family, Given`.

    A cell that a spreadsheet would take for a formula gets an apostrophe, which reading takes off again.

    >>> header, row = dumps([Paper(title="=1+1", year=2022, keywords=("alignment", "safety"))]).splitlines()
    >>> header[:23], row
    ('\\ufeffkey,type,title,authors', "anon20221,,'=1+1,,2022,,,,,,,,,,alignment; safety,,")
    """
    return "".join(chunks(papers, keys=keys))


def chunks(papers: Sequence[Paper], *, keys: Sequence[str] | None = None) -> Iterator[str]:
    """Write papers one after the other, behind a line with the names of the columns."""
    labels = sorted({label for paper in papers for label in paper.extra})
    yield _MARK + _row([*_COLUMNS, *(f"extra.{label}" for label in labels)])
    for key, paper in zip(keys or citation_keys(papers), papers, strict=True):
        yield _row([key, *(_cell(paper, name) for name in _COLUMNS[1:]), *(paper.extra.get(label, "") for label in labels)])


def losses(paper: Paper) -> Iterator[Issue]:
    """Say what a table has no column for."""
    return _losses(paper, "CSV", (*_COLUMNS, "sources"), paper.extra)


def _cell(paper: Paper, name: str) -> str:
    if name == "authors":
        return "; ".join(author.inverted for author in paper.authors)
    if name == "keywords":
        return "; ".join(paper.keywords)
    return str(getattr(paper, name) or "")


def _row(cells: Sequence[str]) -> str:
    row = io.StringIO()
    csv.writer(row, lineterminator="\n").writerow(map(guarded, cells))
    return row.getvalue()
