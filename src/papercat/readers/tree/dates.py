"""Dates in trees: a text, the parts under their names, or lists of numbers."""

import re

from papercat.readers.tree.markup import flat
from papercat.readers.tree.node import Node, branches, find
from papercat.text.months import MONTHS

_PARTS = {"year": "year y jahr annee", "month": "month m monat mois", "day": "day d tag jour"}
_PART_KEYS = {key: part for part, keys in _PARTS.items() for key in keys.split()} | {f"@{part}": part for part in _PARTS}
_TEXTS = ("raw", "literal", "medlinedate", "datetime", "value", "text", "date", "start", "@when", "@datetime", "@year")
_NUMBER = re.compile(r"\d+")


def date_text(node: Node) -> str:
    """Write a date as text: `2021-03-05`, `2021 Mar 5`, or as it stands.

    >>> from papercat.text.document import Place
    >>> here = Place(0, 1)
    >>> inner = Node("", "", here, None, tuple(Node("", "", here, text) for text in ("1966", "10", "19")))
    >>> date_text(Node("issued", "issued", here, None, (Node("dateparts", "date-parts", here, None, (inner,)),)))
    '1966-10-19'
    """
    if node.text is not None:
        return node.text
    lists = find(node, "dateparts")
    if lists is not None:
        first = next((part for part in lists.parts if part.parts), lists)
        return _joined([part.text or "" for part in first.parts] if first.parts else [first.text or ""])
    named = {_PART_KEYS[part.key]: flat(part).strip() for part in reversed(node.parts) if part.key in _PART_KEYS}
    if named.get("year"):
        return _joined([named["year"], named.get("month", ""), named.get("day", "")])
    text = find(node, *_TEXTS)
    if text is not None:
        return date_text(text) if text.parts else text.text or ""
    inner = [part for part in branches(node) if part.parts or part.text]
    return date_text(inner[0]) if inner and len(inner) == 1 else flat(node)


def _joined(parts: list[str]) -> str:
    year, month, day = [*parts, "", "", ""][:3]
    if month[:3].lower() in MONTHS and month.isalpha():
        month = str(MONTHS.index(month[:3].lower()) + 1)
    if _NUMBER.fullmatch(month):
        return "-".join(part for part in (year, month.zfill(2), day.zfill(2) if day else "") if part)
    return " ".join(part for part in (year, month, day) if part)
