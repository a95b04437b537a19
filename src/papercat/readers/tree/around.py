r"""What JSON says around a paper: the id or the key that it stands under, and the year of the list that it is in.

`{"2401.05566": {"title": …}, …}` and `{"2024": [{"title": …}], …}` are as common as lists, and so is `{"year": 2024, "papers": […]}`.
"""

import re
from collections.abc import Iterable, Iterator

from papercat.readers.tree.keys import GENERIC
from papercat.readers.tree.node import Node, key_of
from papercat.readers.tree.shape import LISTS, SHELLS
from papercat.text.document import Place

_LONGEST = 2_000  # characters before a paper that are looked at
_OPENED = re.compile(r'"([^"\\]{1,200})"[ \t\r\n]*:[ \t\r\n]*([\[{])')
_OWN = re.compile(r'[ \t\r\n]*"[^"\\]{0,200}"[ \t\r\n]*:[ \t\r\n"]*')
_YEAR = re.compile(r'"(?:[^"\\]{0,80}[ _-])?((?:19|20)\d\d)"[ \t\r\n]*:[ \t\r\n]*\[|"[Yy]ear"[ \t\r\n]*:[ \t\r\n]*"?((?:19|20)\d\d)\b')
_PLACE = re.compile(r"\d{1,6}")  # in a list that a data frame was made of


def named(text: str, nodes: Iterable[tuple[Node | None, Place, bool]]) -> Iterator[tuple[Node | None, Place, bool]]:
    """Add to each paper what stands before it.

    >>> from papercat.readers.tree.json import records
    >>> text = '{"2024": {"a1": {"title": "A", "year": 2023}}, "2022": [{"title": "B"}]}'
    >>> [[part.text for part in node.parts] for node, _, _ in named(text, ((*one, False) for one in records(text))) if node]
    [['A', '2023', 'a1'], ['B', '2022']]
    """
    year: Place | None = None
    done = 0
    for node, place, is_mended in nodes:
        last, done = done, place.end
        if node is None or not node.parts:
            yield node, place, is_mended
            continue
        begin = max(last, node.parts[0].place.start - _LONGEST)
        opened = list(_OPENED.finditer(text, begin, node.parts[0].place.start))
        if opened:
            said = [found for found in _YEAR.finditer(text, begin, node.parts[0].place.start) if found.start() <= opened[-1].start()]
            year = Place(*said[-1].span(said[-1].lastindex or 0)) if said else None if opened[-1][2] == "[" else year
        yield node._replace(parts=(*node.parts, *_around(text, node, opened, year))), place, is_mended


def _around(text: str, node: Node, opened: list[re.Match[str]], year: Place | None) -> Iterator[Node]:
    keys = {part.key for part in node.parts}
    own = opened[-1] if opened and opened[-1][2] == "{" else None
    if own and "id" not in keys and _OWN.fullmatch(text, own.end(), node.parts[0].place.start):
        is_list = key_of(own[1]) in SHELLS | LISTS or own[1] in GENERIC
        if not is_list and not _PLACE.fullmatch(own[1]):
            yield Node("id", "id", Place(*own.span(1)), own[1], is_exact=True)
    if year and not any(GENERIC.get(key, "").removesuffix("?") in ("year", "date") for key in keys):
        yield Node("year", "year", year, text[slice(*year)], is_exact=True)
