"""CSV, for spreadsheets: a row for each paper, a column for each field, and `extra.LABEL` for each label of `extra`.

A column `orcids` stands behind them where any author has an ORCID iD.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from functools import lru_cache

from papercat.keys import citation_keys
from papercat.models import Author, Issue, Paper
from papercat.names import Name, parse_names
from papercat.text.cells import guarded
from papercat.writers.keywords import keyword_text
from papercat.writers.losses import losses as _losses
from papercat.writers.orcids import orcid_text

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


def chunks(papers: Sequence[Paper], *, keys: Sequence[str] | None = None) -> Iterator[str]:
    """Write papers as CSV with a byte order mark, behind a line with the names of the columns; people as `Family, Given; Family, Given`.

    A cell that a spreadsheet would take for a formula gets an apostrophe, which reading takes off again.

    >>> header, row = chunks([Paper(title="=1+1", year=2022, keywords=("alignment", "safety"))])
    >>> header[:23], row
    ('\\ufeffkey,type,title,authors', "anon20221,,'=1+1,,2022,,,,,,,,,,alignment; safety,,\\n")
    """
    keys = keys or citation_keys(papers)
    labels = sorted({label for paper in papers for label in paper.extra})
    if all(paper.extra.get("key", key) == key for key, paper in zip(keys, papers, strict=True)):
        labels = [label for label in labels if label != "key"]  # the first column has it
    has_orcids = any(author.orcid for paper in papers for author in paper.authors)
    columns = [*_COLUMNS, *["orcids"] * has_orcids]
    yield _MARK + _row([*columns, *(f"extra.{label}" for label in labels)])
    for key, paper in zip(keys, papers, strict=True):
        yield _row([key, *(_cell(paper, name) for name in columns[1:]), *(paper.extra.get(label, "") for label in labels)])


def losses(paper: Paper) -> Iterator[Issue]:
    """Say what a table has no column for."""
    return _losses(paper, "CSV", (*_COLUMNS, "sources", *["cut"] * (paper.cut == ("authors",))), paper.extra)


def _cell(paper: Paper, name: str) -> str:
    if name == "authors":
        return "; ".join([*map(_name, paper.authors), *["et al."] * ("authors" in paper.cut)])
    if name == "orcids":
        return orcid_text(paper.authors)
    if name == "keywords":
        return keyword_text(paper.keywords, "; ")
    return str(getattr(paper, name) or "")


def _name(author: Author) -> str:
    """Write a name; braces keep an organisation whole that would be read as people, or as a person, and a name of one part.

    >>> _name(Author(literal="Barnes and Noble, Inc.")), _name(Author(literal="World Health Organization"))
    ('{Barnes and Noble, Inc.}', 'World Health Organization')
    >>> _name(Author(family="王小明")), _name(Author(family="王", given="小明"))
    ('{王小明}', '王, 小明')
    """
    whole = author.literal or ("" if author.given or author.suffix else author.inverted)
    return f"{{{whole}}}" if whole and not _is_read_whole(whole) else author.inverted


@lru_cache(maxsize=4096)
def _is_read_whole(text: str) -> bool:
    found = parse_names(text)
    return "{" in text or (found.names[:1] == (Name(literal=text),) and len(found.names) == 1 and not found.others)


def _row(cells: Sequence[str]) -> str:
    row = io.StringIO()
    csv.writer(row, lineterminator="\n").writerow(map(guarded, cells))
    return row.getvalue()
