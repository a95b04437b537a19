r"""MARC as MarcEdit and catalogues write it for people (`.mrk`): a field a line.

`=245  10$aMathematik /$cGerald Teschl.`

The nodes are those of MARCXML, so that one table reads both. https://www.loc.gov/marc/makrbrkr.html: a tag, two blanks, two indicators, in
which a backslash is a blank, and signs that would mean something else by name: `{dollar}`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from papercat.readers.tree.node import Node
from papercat.readers.tree.xml import Cut
from papercat.text.document import Place

_SAMPLE = 20_000  # characters; a record with an abstract has 3,000
_FEWEST = 3  # fields
_FIELD = re.compile(
    r"(?:\A|(?<=[\r\n]))[ \t\ufeff\u200b\u2060]{0,8}=(LDR|[0-9][0-9A-Z]{2})(?:[ \t\u00a0]{1,8}(?=[^ \t\u00a0\r\n])|(?=[ \t]*(?:[\r\n]|\Z)))"
)
_LEADERS = frozenset(("LDR", "000"))
_CONTROL = "00"  # the tags of fields without indicators begin so
_INDICATORS = re.compile(r"(?:[0-9\\# ]{2})?(?=\$)")
_SUBFIELD = re.compile(r"\$([a-z0-9])")
_SIGNS = {"{dollar}": "$", "{lcub}": "{", "{rcub}": "}", "{bsol}": "\\"}
_SIGN = re.compile("|".join(map(re.escape, _SIGNS)))


def is_mnemonic(text: str) -> bool:
    r"""Tell the form by its first fields.

    >>> is_mnemonic("=LDR  00000naa a2200000 i 4500\n=001  990266379\n=245  10$aMathematik"), is_mnemonic("=LDR  is a field")
    (True, False)
    """
    found = list(_FIELD.finditer(text[:_SAMPLE]))
    return len(found) >= _FEWEST and found[0][1] in _LEADERS and not text[: found[0].start()].strip("\ufeff \t\r\n")


def records(text: str) -> Iterator[Cut]:
    r"""Give each record.

    >>> text = "=LDR  00000naa a2200000 i 4500\n=001  9\n=100  1\\$aTeschl, Gerald\n=245  10$aMathematik /$cGerald Teschl.\n"
    >>> [[part.parts[0].text for part in cut.node.parts[1:]] for cut in records(text) if cut.node]
    [['001', '100', '245']]
    """
    fields = list(_FIELD.finditer(text))
    starts = [number for number, field in enumerate(fields) if field[1] in _LEADERS]
    done = 0
    for first, last in pairwise([*starts, len(fields)]):
        own = fields[first:last]
        ends = [*(field.start() for field in own[1:]), fields[last].start() if last < len(fields) else len(text)]
        place = Place(done, ends[-1])
        done = place.end
        yield Cut(Node("record", "record", place, None, tuple(_fields(text, own, ends))), place, is_record=True)


def ends(text: str) -> int:
    r"""Say up to where a text holds whole records: before the last leader.

    >>> ends("=LDR  a\n=001  1\n=LDR  b\n")
    16
    """
    leaders = [field.start() for field in _FIELD.finditer(text) if field[1] in _LEADERS]
    return leaders[-1] if leaders else 0


def _fields(text: str, fields: Sequence[re.Match[str]], ends: Sequence[int]) -> Iterator[Node]:
    for field, end in zip(fields, ends, strict=True):
        tag, place = field[1], Place(field.end(), end)
        named = Node("@tag", "tag", place, tag)
        marks = _INDICATORS.match(text, *place)
        if tag in _LEADERS:
            yield _leaf("leader", text, place)
        elif tag.startswith(_CONTROL) or not marks:
            yield Node("controlfield", "controlfield", place, None, (named, _leaf("", text, place)))
        else:
            yield Node("datafield", "datafield", place, None, (named, *_subfields(text, Place(marks.end(), end))))


def _subfields(text: str, place: Place) -> Iterator[Node]:
    codes = list(_SUBFIELD.finditer(text, *place))
    for code, end in zip(codes, [*(code.start() for code in codes[1:]), place.end], strict=True):
        inner = Place(code.end(), end)
        yield Node("subfield", "subfield", inner, None, (Node("@code", "code", inner, code[1]), _leaf("", text, inner)))


def _leaf(name: str, text: str, place: Place) -> Node:
    raw = text[slice(*place)]
    shown = _SIGN.sub(lambda sign: _SIGNS[sign[0]], raw)
    return Node(name, name, place, shown, is_exact=shown is raw or shown == raw)
