"""What a person decided about pairs of records or of names, as it stands in a file: which are the same, which are different."""

import csv
import io
import os
import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from pathlib import Path, PurePath
from typing import NamedTuple

from papercat.errors import InputError
from papercat.models import Issue, Source
from papercat.text.cells import guarded, unguarded
from papercat.text.decode import decode
from papercat.text.document import writable
from papercat.text.lines import line_starts

DECISION, ONE, OTHER = COLUMNS = ("decision", "id 1", "id 2")
# As people and spreadsheets write it, in the languages of the files that we saw.
_WORDS = {
    "same": "same yes y true 1 x ja j oui o si sí sì s wahr vrai verdadero vero merge merged join joined duplicate duplicates dup equal",
    "different": "different no n false 0 nein non não nao diff distinct separate falsch faux falso other unequal",
    "": "? ?? - maybe perhaps unsure unknown open todo later skip unclear",
}
_ANSWERS = {word: answer for answer, words in _WORDS.items() for word in words.split()} | {
    "": "",
    "the same": "same",
    "not same": "different",
    "not the same": "different",
    "keep apart": "different",
    "not sure": "",
}
_DELIMITERS = (",", ";", "\t", "|")
_MOST_BEFORE = 20  # lines in which the names of the columns are looked for
_MARKS = re.compile(r"^'+|[.!]+$")


class Decision(NamedTuple):
    """Two records, or two names, that a person holds to be the same, or different.

    Attributes:
        one: the id of a record; or a name, `Maxwell, Tim`, wherever it stands, or on one paper, `Maxwell, Tim @ 2401.05566`, or the ORCID
            iD of a person.
        other: that of the other.
        same: whether they are one paper, or one person's.
        source: where that stands, or None.
    """

    one: str
    other: str
    same: bool
    source: Source | None = None

    def __str__(self) -> str:
        place = f" ({self.source})" if self.source else ""
        return f"{self.one} and {self.other}: {'same' if self.same else 'different'}{place}"


Decisions = str | os.PathLike[str] | Iterable[Decision] | None


class Row(NamedTuple):
    """A line of a table of decisions, as it stands.

    Attributes:
        cells: by the names of the columns.
        line: its number, from 1.
    """

    cells: Mapping[str, str]
    line: int


def read_answer(text: str) -> str | None:
    """Read what a person put into the column of decisions: "same", "different", "" for nothing yet, None for what is no answer.

    >>> [read_answer(text) for text in ("Yes", " SAME ", "n", "'no.", "", "?", "WAHR", "17 pages")]
    ['same', 'same', 'different', 'different', '', '', 'same', None]
    """
    return _ANSWERS.get(_MARKS.sub("", " ".join(text.split()).casefold()).strip())


def take(given: Decisions) -> tuple[tuple[Decision, ...], tuple[Issue, ...]]:
    """Take decisions as they are given, or read the file of that name, and say which lines of it are none.

    Raises:
        InputError: as `read_decisions`.
        OSError: the file cannot be read.
        TypeError: it is neither a file nor decisions.
    """
    if not isinstance(given, str | os.PathLike):
        told = tuple(given or ())
        for one in told:
            if not isinstance(one, Decision):
                raise TypeError(f"decisions are a file of them or `Decision`s, not {type(one).__name__}")
        return told, ()
    path = Path(given)
    return read_decisions(path.read_bytes(), writable(path.as_posix()))


def write_decisions(decisions: Iterable[Decision]) -> str:
    r"""Write a table of decisions, which `read_decisions` takes back.

    >>> write_decisions([Decision("Maxwell, Tim", "Maxwell, Timothy", same=True)])
    'decision,id 1,id 2\nsame,"Maxwell, Tim","Maxwell, Timothy"\n'
    """
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(COLUMNS)
    for one in decisions:
        rows.writerow(("same" if one.same else "different", guarded(one.one), guarded(one.other)))
    return table.getvalue()


def read_decisions(data: bytes, name: str) -> tuple[tuple[Decision, ...], tuple[Issue, ...]]:
    r"""Read a table of decisions, in CSV with any delimiter or as TOML, and say which lines are none.

    >>> data = b"decision;id 1;id 2\nyes;arxiv:2401.05566;doi:10.1109/cbms\nperhaps so;arxiv:2212.09251;arxiv:2310.13548\n"
    >>> decisions, issues = read_decisions(data, "review.csv")
    >>> print(decisions[0])
    arxiv:2401.05566 and doi:10.1109/cbms: same (review.csv:2)
    >>> print(issues[0])
    review.csv:3: decision-unread: 'perhaps so' is neither same nor different; nothing is decided

    Raises:
        InputError: the file is not a table with the columns decision, id 1 and id 2, or breaks the rules of its format.
    """
    text = decode(data).text.lstrip("\ufeff")
    if PurePath(name).suffix.lower() == ".toml":
        return tuple(_from_toml(text, name)), ()
    _, _, rows = read_table(text, name)
    decisions, issues = [], []
    for row in rows:
        found = _from_row(row, name)
        if isinstance(found, Issue):
            issues.append(found)
        elif found:
            decisions.append(found)
    return tuple(decisions), tuple(issues)


def _from_row(row: Row, name: str) -> Decision | Issue | None:
    source = Source(name=name, line=row.line, start=0, end=0, field="decision")
    given = row.cells.get(DECISION, "")
    one, other = (unguarded(row.cells.get(column, "").strip()) for column in (ONE, OTHER))
    answer = read_answer(given)
    if answer == "":
        return None
    if answer is None:
        message = f"{given[:60]!r} is neither same nor different; nothing is decided"
    elif not (one and other):
        message = "an id is missing, so nobody knows which records are meant"
    elif one == other:
        message = f"{one} stands on both sides"
        if answer == "same":
            return None
    else:
        return Decision(one, other, answer == "same", source)
    return Issue(code="decision-unread", message=message, source=source, raw=given)


def read_table(text: str, name: str) -> tuple[str, list[str], list[Row]]:
    """Read a table: its delimiter, the names of its columns as they stand, and its rows; lines above the names are left out.

    Raises:
        InputError: no line has the names decision, id 1 and id 2, or a quote is not closed.
    """
    lines = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(lines.split("\n", _MOST_BEFORE)[:_MOST_BEFORE]):
        for delimiter in _DELIMITERS:
            names = _names(line, delimiter)
            if set(COLUMNS) <= set(names):
                below = lines.split("\n", number + 1)[number + 1 :]
                return delimiter, names, list(_rows("".join(below), names, delimiter, number + 2, name))
    raise InputError(
        f"{name}: no line with the columns {', '.join(map(repr, COLUMNS))}; papercat writes such a file with review", name=name
    )


def _names(line: str, delimiter: str) -> list[str]:
    try:
        return [_column(cell) for cell in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error:  # a cell of more than 131,072 characters is no name
        return []


def _column(cell: str) -> str:
    return " ".join(cell.replace("_", " ").split()).casefold().lstrip("'\ufeff")


def _rows(text: str, names: Sequence[str], delimiter: str, first: int, name: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise InputError(f"{name}:{first + line}: not a row of a table: {error}", name=name) from None
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield Row(dict(zip(names, cells, strict=False)), first + line)


def _from_toml(text: str, name: str) -> Iterator[Decision]:
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # also a number of 5,000 digits, and lists in lists in lists
        raise InputError(f"{name}: not TOML: {error}", name=name) from None
    places = _Places(text, name)
    for word, groups in table.items():
        answer = read_answer(word)
        if not answer or not isinstance(groups, list) or not all(_is_group(group) for group in groups):
            raise InputError(f'{name}: {word!r} is not as in same = [["arxiv:2212.09251", "doi:10.1109/cbms"]]', name=name)
        for group in groups:
            pairs = pairwise(group) if answer == "same" else combinations(group, 2)
            yield from (Decision(one, other, answer == "same", places.of(one)) for one, other in pairs)


def _is_group(group: object) -> bool:
    return isinstance(group, list) and len(group) > 1 and all(isinstance(one, str) and one.strip() for one in group)


class _Places:
    """Where words stand in a file, each looked for behind the one before, so that all of them take linear time."""

    def __init__(self, text: str, name: str) -> None:
        self._text, self._name = text, name
        self._starts = line_starts(text)
        self._last = 0

    def of(self, word: str) -> Source:
        start = self._text.find(word, self._last)
        self._last = start = self._last if start < 0 else start
        line = bisect_right(self._starts, start)
        return Source(name=self._name, line=line, start=start, end=start + len(word), field="decision")
