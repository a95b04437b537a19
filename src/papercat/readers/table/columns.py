"""What each column of a table is: its header says it, or where that is missing or strange, what stands in it."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from papercat.readers.table.content import AUTHORS, fits, has_form, infer_roles
from papercat.readers.table.labels import FAMILY, FULL_NAMES, NAME, Label, fold_label, read_labels
from papercat.readers.table.values import is_arxiv

SKIP = "skip"
# a header has one of these, and another that is known
_STRONG = frozenset({"title", "authors", FULL_NAMES, "abstract", "doi", "arxiv", FAMILY})
_EXTRA = "extra."  # papercat's own tables have a label of `extra` behind it
_LONGEST_LABEL = 80  # characters of a header
_LEAST_KNOWN = 0.25  # of a header's cells; of Lens's 35 columns 17 are known, of the 41 of Scopus 20
_SURE = 0.5  # of the cells of a header in the middle of a table
_ENOUGH = 5  # that are known make a header of any width
_WORKS = frozenset({"title", "paper", "papers", "article", "articles", "work"})
_NUMBERS = frozenset({"number", "numbers", "num", "no", "nr", "numero", "nummer", "numer", "номер", "号", "번호"})


class Column(NamedTuple):
    """One column.

    Attributes:
        role: a role of `readers.record`, or one of `labels`.
        label: its header, or "column 3".
        rank: the lower counts first.
        number: of several columns for one thing each, else None.
        inferred: the role follows from what stands in it.
        order: of the names in its lists, as `NameList.order` has it, "" where they do not tell.
    """

    role: str
    label: str
    rank: int = 0
    number: int | None = None
    inferred: bool = False
    order: str = ""


def is_header(texts: Sequence[str], *, within: bool = False) -> bool:
    """Tell a row of headers from one of values, more strictly `within` a table.

    >>> is_header(["Authors", "Title", "EID"]), is_header(["Title", "Owner"]), is_header(["Abstract", "Title of the book", "Ada Lovelace"])
    (True, False, False)
    """
    named = [text for text in texts if text]
    if len(named) < 2 or max(map(len, named)) > _LONGEST_LABEL:
        return False
    roles = {label.role for label in read_labels(list(texts))} - {""}
    known = sum(label.role != "" for label in read_labels(named))
    most = Counter(named).most_common(1)[0][1]
    share = _SURE if within else _LEAST_KNOWN if len(roles) < _ENOUGH else 0.0
    return len(roles) > 1 and bool(roles & _STRONG) and known >= share * len(named) and most <= max(1, len(named) // 4)


def read_columns(header: Sequence[str], samples: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """Say what each column is by its header; the values decide where that says too little.

    Args:
        header: the labels, clean.
        samples: some rows of values.

    >>> [column.role for column in read_columns(["", "Name", "Year"], [["0", "Ada Lovelace", "1843"], ["1", "Charles Babbage", "1832"]])]
    ['skip', 'authors', 'year']
    """
    is_titled = not _WORKS.isdisjoint(map(fold_label, header))
    labels = [_own(label, place, samples, is_titled=is_titled) for place, label in enumerate(read_labels(list(header)))]
    roles = {label.role for label in labels}
    columns = [
        Column(label.role, text or f"column {place + 1}", label.rank, label.number)
        for place, (text, label) in enumerate(zip(header, labels, strict=True))
    ]
    ranks = {role: min(label.rank for label in labels if label.role == role) for role in roles}
    columns = [column._replace(role="") if column.rank > 1 and ranks[column.role] < column.rank else column for column in columns]
    columns = [_index(column, text, place, samples) for place, (column, text) in enumerate(zip(columns, header, strict=True))]
    columns = [_without_volume(column, roles) for column in columns]
    columns = [_arxiv(column, place, samples) for place, column in enumerate(columns)]
    columns = [
        Column("", text.removeprefix(_EXTRA)) if text.startswith(_EXTRA) else column for column, text in zip(columns, header, strict=True)
    ]
    return tuple(columns) if "title" in {column.role for column in columns} else infer_columns(columns, samples)


def infer_columns(columns: Sequence[Column], samples: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """Give roles to columns that have none, by what stands in them, where no other column has that role."""
    known = {column.role for column in columns}
    if known & {FULL_NAMES, FAMILY, "author", "short-author"}:
        known.add(AUTHORS)
    free = [place for place, column in enumerate(columns) if not column.role]
    found = infer_roles([[row[place] if place < len(row) else "" for row in samples] for place in free])
    roles = dict(zip(free, found, strict=True))
    return tuple(
        column._replace(role=role, inferred=role != SKIP) if (role := roles.get(place, "")) and role not in known else column
        for place, column in enumerate(columns)
    )


def unnamed(width: int) -> tuple[Column, ...]:
    """Give columns of which nothing is known."""
    return tuple(Column("", f"column {number}") for number in range(1, width + 1))


def has_misfit(columns: Sequence[Column], row: Sequence[str]) -> bool:
    """Tell whether a row has a value that its column cannot have, and none that it must have: it is a header in words that nobody knows."""
    formed = [(column.role, text) for column, text in zip(columns, row, strict=False) if text and has_form(column.role)]
    told = {fits(role, text) for role, text in formed if role != "abstract" or not fits(role, text)}  # of which a label may have the length
    return told == {False}


def _own(label: Label, place: int, samples: Sequence[Sequence[str]], *, is_titled: bool) -> Label:
    """Read "Name" as what its values are: beside "Paper" it is no title."""
    if label.role != NAME:
        return label
    role = infer_roles([[row[place] if place < len(row) else "" for row in samples]])[0]
    return Label(AUTHORS if role == AUTHORS else "title", 2 if is_titled else 1)


def _index(column: Column, header: str, place: int, samples: Sequence[Sequence[str]]) -> Column:
    """Leave out the numbers of the rows that a data frame writes under no header."""
    if header and not header.startswith("Unnamed:"):
        return column
    values = [row[place] for row in samples if place < len(row)]
    is_index = all(value.isdecimal() and len(value) < 10 for value in values) and all(int(b) == int(a) + 1 for a, b in pairwise(values))
    return column._replace(role=SKIP) if is_index or not any(values) else column


def _arxiv(column: Column, place: int, samples: Sequence[Sequence[str]]) -> Column:
    """Tell a column of ids that are all arXiv's, perhaps without their outer zeros."""
    if column.role != "id":
        return column
    values = [row[place] for row in samples if place < len(row) and row[place]]
    return column._replace(role="arxiv") if values and all(map(is_arxiv, values)) else column


def _without_volume(column: Column, roles: set[str]) -> Column:
    """Tell the number of an issue, which has a volume beside it, from that of a row."""
    bare = column.label.strip().strip(".").casefold()
    return column._replace(role="") if column.role == "issue" and bare in _NUMBERS and "volume" not in roles else column
