"""A table written column by column, as pandas writes one: `{"title": {"0": "A", "1": "B"}, "year": {"0": 2020, "1": 2021}}`."""

from papercat.readers.tree.keys import GENERIC
from papercat.readers.tree.node import Node

# of these a paper has one: as many as titles, they are those of as many papers
_SINGLE = frozenset({"year", "date", "doi", "arxiv", "abstract", "id", "url"})
_LEAST = 2  # rows


def rows(node: Node) -> list[Node]:
    """Give the rows of a table that is written by columns, nothing for any other object.

    >>> from papercat.text.document import Place
    >>> here = Place(0, 1)
    >>> cells = {"title": "AB", "year": "12"}
    >>> parts = tuple(Node(key, key, here, text, (), is_member=True) for key, texts in cells.items() for text in texts)
    >>> [[part.text for part in row.parts] for row in rows(Node("", "", here, None, parts))]
    [['A', '1'], ['B', '2']]
    """
    if any(part.text is not None and not part.is_member for part in node.parts):
        return []  # a value of its own, as nearly every record has and no column is
    columns: dict[str, list[Node]] = {}
    for part in node.parts:
        columns.setdefault(part.key, []).append(part)
    if not any(GENERIC.get(key) == "title" for key in columns):
        return []
    return _indexed(node, columns) or _listed(node, columns)


def _indexed(node: Node, columns: dict[str, list[Node]]) -> list[Node]:
    """Give the rows of columns whose cells have numbers."""
    if not all(len(found) == 1 and found[0].parts and _is_numbered(found[0]) for found in columns.values()):
        return []
    by_row: dict[str, list[Node]] = {}
    for (column,) in columns.values():
        for cell in column.parts:
            by_row.setdefault(cell.label, []).append(cell._replace(key=column.key, label=column.label))
    return [node._replace(parts=tuple(cells)) for cells in by_row.values()]


def _is_numbered(column: Node) -> bool:
    return all(cell.label.isdecimal() for cell in column.parts)


def _listed(node: Node, columns: dict[str, list[Node]]) -> list[Node]:
    """Give the rows of columns that are lists of one length."""
    lengths = {len(found) for found in columns.values()}
    is_table = len(lengths) == 1 and lengths.pop() >= _LEAST and any(GENERIC.get(key) in _SINGLE for key in columns)
    if not is_table or not all(cell.is_member for found in columns.values() for cell in found):
        return []
    cells = zip(*columns.values(), strict=True)
    return [node._replace(parts=tuple(cell._replace(is_member=False) for cell in row)) for row in cells]
