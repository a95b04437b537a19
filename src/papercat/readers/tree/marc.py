r"""MARC as libraries exchange it (ISO 2709, `.mrc`): a leader, a directory of tags, fields parted by control characters.

The nodes are those of MARCXML, so that one table reads both. The lengths and offsets of the directory count bytes of the file as it was
written; a file that was decoded, or edited, has others, and the separators alone are as sure. They are read in the order of the offsets.
https://www.loc.gov/marc/specifications/specrecstruc.html
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from papercat.readers.tree.node import Node
from papercat.readers.tree.xml import Cut
from papercat.text.document import Place

_RECORD_END, _FIELD_END, _SUBFIELD = "\x1d", "\x1e", "\x1f"
# the length, the status, six signs of the kind, two indicators and two signs for a code in MARC 21 and UNIMARC, the base, the entry map
_BEFORE_MAP = 22  # signs of the leader up to where the pattern ends
_LEADER = re.compile(r"\s{0,8}\d{5}[a-z0-9 |]{5}22[\d ]{5}[^\x1d-\x1f]{3}45")
_LEADER_SIZE = 24  # characters
_ENTRY = re.compile(r"([0-9A-Za-z]{3})\d{4}(\d{5})")
_INDICATORS = ("ind1", "ind2")
_FEWEST = 2  # signs of a data field: its indicators


def is_marc(text: str) -> bool:
    r"""Tell records of MARC by the first leader.

    >>> is_marc("01527pam a2200421 cc4500001001000000\x1e987805282\x1e\x1d"), is_marc("01527 pages are printed")
    (True, False)
    """
    return _LEADER.match(text) is not None and _FIELD_END in text


def ends(text: str) -> int:
    r"""Say up to where a text holds whole records.

    >>> ends("00026nam a2200025 c 4500\x1e\x1d00026nam")
    26
    """
    return text.rfind(_RECORD_END) + 1


def records(text: str) -> Iterator[Cut]:
    r"""Give each record, and what is none.

    >>> text = "00072nam a2200049 c 4500100002000000245002200020\x1e1 \x1faTeschl, Gerald\x1f4aut\x1e10\x1faMathematik\x1e\x1d"
    >>> [cut.node.parts[1].parts[0].text for cut in records(text) if cut.node]
    ['100']
    """
    places = [0, *(match.end() for match in re.finditer(_RECORD_END, text))]
    if not text[places[-1] :].strip("\x1a\x00 \t\r\n") and len(places) > 1:
        places.pop()  # blanks and an end mark of the file belong to the last record
    places.append(len(text))
    for start, end in pairwise(places):
        found = _LEADER.match(text, start, end)
        node = _record(text, found.end() - _BEFORE_MAP, end) if found else None
        is_cut = node is not None and _RECORD_END not in text[start:end]
        yield Cut(node, Place(start, end), "the record does not end; read as far as it goes" if is_cut else "", is_record=node is not None)


def _record(text: str, start: int, end: int) -> Node | None:
    ends = [match.start() for match in re.finditer(f"[{_FIELD_END}{_RECORD_END}]", text[start:end])]
    bounds = [start + place for place in ends]
    if not bounds:
        return None
    leader = Place(start, min(start + _LEADER_SIZE, bounds[0]))
    entries = [match.groups() for match in _ENTRY.finditer(text, leader.end, bounds[0])]
    tags = [tag for tag, _ in sorted(entries, key=lambda entry: entry[1])]
    fields = [Place(one + 1, other) for one, other in pairwise([*bounds, end])]
    known = [_field(tag, text, place) for tag, place in zip(tags, fields, strict=False)]
    unnamed = [_leaf("field", text, place) for place in fields[len(tags) :] if text[slice(*place)].strip(_RECORD_END + "\x1a\x00 \t\r\n")]
    return Node("record", "record", Place(start, end), None, (_leaf("leader", text, leader), *known, *unnamed))


def _field(tag: str, text: str, place: Place) -> Node:
    start, end = place
    named = Node("@tag", "tag", place, tag)
    first = text.find(_SUBFIELD, start, end)
    if first < 0:
        return Node("controlfield", "controlfield", place, None, (named, _leaf("", text, place)))
    signs = text[start : start + _FEWEST] if first - start >= _FEWEST else "  "
    marks = tuple(Node(f"@{name}", name, place, sign) for name, sign in zip(_INDICATORS, signs, strict=True))
    bounds = [first, *(first + 1 + match.start() for match in re.finditer(_SUBFIELD, text[first + 1 : end])), end]
    inner = (_subfield(text, Place(one + 1, other)) for one, other in pairwise(bounds) if other - one > 1)
    return Node("datafield", "datafield", place, None, (named, *marks, *inner))


def _subfield(text: str, place: Place) -> Node:
    code = Node("@code", "code", place, text[place.start])
    inner = Place(place.start + 1, place.end)
    return Node("subfield", "subfield", inner, None, (code, _leaf("", text, inner)))


def _leaf(name: str, text: str, place: Place) -> Node:
    return Node(name, name, place, text[slice(*place)], is_exact=True)
