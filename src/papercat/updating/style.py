"""How a person writes entries: line breaks, indents, equals signs, delimiters, so that what is added looks like what is there."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from papercat.readers.bibtex.grammar import ALONE, KEY, OPENING, Block

_BREAK = re.compile(r"\r\n|\n|\r")


class Spot(NamedTuple):
    """Where a field stands with all that belongs to it: from its name to behind what closes its value."""

    name: int
    equals: int
    value: int
    end: int


class Style(NamedTuple):
    """How the fields of an entry are written.

    Attributes:
        lead: what stands before the name of a field: a line break and an indent, and a comma if it begins a line.
        before: what stands between the name and the equals sign.
        after: what stands behind the equals sign.
        column: where all equals signs of the entry stand in their lines, 0 if they do not agree.
        opening: `{` or `"`.
        case: what is done to names: "", "upper" or "title".
        is_comma_first: a comma begins a line and does not end one.
        has_last_comma: a comma stands behind the last value.
        close: what stands before the bracket that closes the entry.
    """

    lead: str = "\n  "
    before: str = " "
    after: str = " "
    column: int = 0
    opening: str = "{"
    case: str = ""
    is_comma_first: bool = False
    has_last_comma: bool = True
    close: str = "\n"

    def field(self, name: str, value: str, *, is_bare: bool) -> str:
        """Write a field.

        >>> Style(column=12, opening='"').field("doi", "10.18653/v1/2023.findings-acl.847", is_bare=False)
        'doi       = "10.18653/v1/2023.findings-acl.847"'
        """
        name = {"upper": name.upper(), "title": name.capitalize()}.get(self.case, name)
        indent = len(_BREAK.split(self.lead)[-1])
        before = " " * max(self.column - indent - len(name), 1) if self.column else self.before
        return f"{name}{before}={self.after}{value if is_bare else self.delimited(value)}"

    def delimited(self, value: str) -> str:
        """Put a value between the person's signs, in braces where quotation marks do not do."""
        return f'"{value}"' if self.opening == '"' and '"' not in value else f"{{{value}}}"

    def entry(self, kind: str, key: str, fields: Sequence[str]) -> str:
        """Write an entry of fields that were written by `field`."""
        comma = self.lead if self.is_comma_first else f",{self.lead}"
        last = "," if self.has_last_comma and not self.is_comma_first else ""
        return f"@{kind}{{{key}{comma}{comma.join(fields)}{last}{self.close}}}"


def spots(text: str, block: Block) -> list[Spot]:
    """Give where the fields of a well-formed entry stand."""
    found, place = list[Spot](), body(text, block)
    for field in block.fields:
        inset = int(field.form in ("{", '"'))
        name = text.find(field.name, place, field.start)
        equals = text.find("=", name + len(field.name), field.start)
        place = field.end + inset
        found.append(Spot(name, equals, field.start - inset, place))
    return found


def body(text: str, block: Block) -> int:
    """Give the place behind the key of an entry and its comma, where the fields begin."""
    opening = OPENING.match(text, block.place.start)
    start = opening.end() if opening else block.place.start
    if key := KEY.match(text, start, block.place.end):
        return key.end()
    alone = ALONE.match(text, start, block.place.end)
    return alone.end(1) if alone else start


def newline(text: str) -> str:
    r"""Name the line break that a text has most of.

    >>> newline("a\r\nb\r\nc\n"), newline("a")
    ('\r\n', '\n')
    """
    found = _BREAK.findall(text)
    return max(("\n", "\r\n", "\r"), key=found.count)


def style_of(text: str, block: Block) -> Style:
    r"""See how an entry is written.

    >>> from papercat.readers.bibtex.blocks import cut
    >>> style_of(text := '@misc{bai22,\n\tTitle = "Constitutional AI",\n\tYear  = 2022\n}', next(cut(text)))[:6]
    ('\n\t', '  ', ' ', 7, '"', 'title')
    """
    places = spots(text, block)
    if not places:
        return Style(lead=f"{newline(text)}  ", close=newline(text))
    last, end = places[-1], block.place.end - 1
    gap = text[places[-2].end if len(places) > 1 else body(text, block) : last.name]
    start, comma, blank = gap.rpartition(",")
    is_comma_first = bool(comma and _BREAK.search(start) and not _BREAK.search(blank))
    tail = text[last.end : end]
    names = [field.name for field in block.fields]
    opening = next((field.form for field in reversed(block.fields) if field.form in ("{", '"')), "{")
    return Style(
        lead=gap if is_comma_first else blank,
        before=text[last.name + len(names[-1]) : last.equals],
        after=text[last.equals + 1 : last.value],
        column=_column(text, places, names),
        opening=opening,
        case=_case(names),
        is_comma_first=is_comma_first,
        has_last_comma="," in tail,
        close=tail.replace(",", ""),
    )


def _case(names: Sequence[str]) -> str:
    """Say with what capitals most names are written."""
    if 2 * sum(map(str.isupper, names)) > len(names):
        return "upper"
    return "title" if 2 * sum(name[:1].isupper() for name in names) > len(names) else ""


def _column(text: str, places: Sequence[Spot], names: Sequence[str]) -> int:
    """Give where the equals signs stand in their lines, if they agree though the names do not."""
    if len({len(name) for name in names}) < 2:
        return 0
    columns = {place.equals - max(text.rfind("\n", 0, place.name), text.rfind("\r", 0, place.name)) - 1 for place in places}
    return columns.pop() if len(columns) == 1 else 0
