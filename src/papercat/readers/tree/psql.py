r"""Rows of a data base, a value on each line: as `psql` shows them after `\x`, and `mysql` behind `\G`."""

import re
from collections.abc import Iterator

from papercat.readers.tree.node import Node, key_of
from papercat.readers.tree.shape import is_paper
from papercat.text.document import Place

# https://www.postgresql.org/docs/current/app-psql.html, "expanded"; https://dev.mysql.com/doc/refman/8.4/en/mysql-commands.html, "ego"
_ROW = re.compile(r"(?:-\[ RECORD \d{1,9} \][-+]*|\*{10,40} \d{1,9}\. row \*{10,40})")
_VALUE = re.compile(r"^([^\W\d][\w ]{0,62}?)( {0,62}) \|(?: |$)|^ {0,63}([^\W\d]\w{0,62}): ?", re.MULTILINE)
_WRAPPED = re.compile(r"(?<![ \t])[ \t]*(?:\+[ \t]*)?(?:\r\n|\n|\r) {1,80}(?:\. {0,80})?\| ?")
_MEMBER = re.compile(r'"((?:[^"\\]|\\.)*)"|([^",{}]+)', re.DOTALL)  # of an array, https://www.postgresql.org/docs/current/arrays.html
_ESCAPED = re.compile(r"\\([\\\"])")
_SAMPLE = 20_000
_ENDED = re.compile(r"^(?:\(\d{1,9} rows?\)|\d{1,9} rows? in set\b|[\w.-]{1,64}[=-][>#] )", re.MULTILINE)  # a count, a prompt
_OBJECT = re.compile(r'\{\s{0,9}"[^"\\]*" ?:')
_NULLS = frozenset({"", "NULL", "∅", "(null)"})


def is_rows(text: str) -> bool:
    r"""Tell rows that are papers.

    >>> is_rows("-[ RECORD 1 ]---\ntitle | Sleeper Agents\nyear  | 2024\n"), is_rows("-[ RECORD 1 ]---\nname | a\nsize | 3\n")
    (True, False)
    """
    first = _ROW.search(text, 0, _SAMPLE)
    return first is not None and is_paper(map(key_of, _labels(text[first.start() : first.start() + _SAMPLE])))


def records(text: str) -> Iterator[Node]:
    r"""Give the rows.

    >>> said = "*************************** 1. row ***************************\n  title: Sleeper Agents\nauthors: Evan Hubinger\n"
    >>> [[(part.label, part.text) for part in node.parts] for node in records(said)]
    [[('title', 'Sleeper Agents'), ('authors', 'Evan Hubinger')]]
    """
    rows = list(_ROW.finditer(text))
    labels = _labels(text)
    value = re.compile("|".join(rf"({re.escape(head)})" for head in labels.values())) if labels else _VALUE
    for number, row in enumerate(rows):
        end = rows[number + 1].start() if number + 1 < len(rows) else len(text)
        ended = _ENDED.search(text, row.end(), end) if number + 1 == len(rows) else None
        place = Place(row.start(), ended.start() if ended else end)
        yield Node("", "", place, None, tuple(_values(text, Place(row.end(), place.end), value, list(labels))))


def _labels(text: str) -> dict[str, str]:
    """Find the names of the columns, each with the blanks and the sign behind it: with these a value begins even where a break is lost."""
    rows = list(_ROW.finditer(text[:_SAMPLE]))
    if not rows:
        return {}
    is_psql = text.startswith("-", rows[0].start())
    found = [one for one in _VALUE.finditer(text, rows[0].end(), _SAMPLE) if bool(one[1]) == is_psql]
    width = max((len(one[1] + one[2]) for one in found if one[1]), default=0)
    return {one[1] or one[3]: f"{one[1]:<{width}} |" if is_psql else f"{one[3]}: " for one in found}


def _values(text: str, place: Place, value: re.Pattern[str], labels: list[str]) -> Iterator[Node]:
    found = list(value.finditer(text, *place))
    for number, one in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else place.end
        label = labels[(one.lastindex or 1) - 1]
        said = text[one.end() : end]
        begin = one.end() + len(said) - len(said.lstrip())
        spot = Place(begin, begin + len(said.strip()))
        yield from _nodes(label, _WRAPPED.sub("\n", said).strip(), spot)


def _nodes(label: str, text: str, place: Place) -> Iterator[Node]:
    key = key_of(label)
    is_array = text.startswith("{") and text.endswith("}") and not _OBJECT.match(text)
    members = [_ESCAPED.sub(r"\1", one[1]) if one[1] is not None else one[2] for one in _MEMBER.finditer(text[1:-1])] if is_array else []
    if members:
        yield from (Node(key, label, place, one.strip(), (), is_member=True) for one in members if one.strip() not in _NULLS)
    elif text not in _NULLS:
        yield Node(key, label, place, text)
