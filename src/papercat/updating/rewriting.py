"""The smallest pieces of an entry that have to be written anew."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from papercat.readers.bibtex.grammar import OPENING, Block, Field
from papercat.updating.changes import Value, fill
from papercat.updating.style import Style, body, newline, spots, style_of

_INSET = frozenset('{"')


class Edit(NamedTuple):
    """A piece of a text and what is to stand there."""

    start: int
    end: int
    text: str


def replace_value(text: str, field: Field, value: Value, told: Mapping[str, Value]) -> Edit:
    """Write another value between the person's own signs; `told` holds all that is known, for a date.

    >>> replace_value('year = "2023"', Field("year", 8, 12, '"'), Value("year", "2024", False), {})
    Edit(start=8, end=12, text='2024')
    """
    new = fill(value, field, text[field.start : field.end], told)
    if value.is_bare and not new.isdecimal() and field.form in _INSET:
        return Edit(field.start - 1, field.end + 1, new)
    if field.form == '"' and '"' in new:
        return Edit(field.start - 1, field.end + 1, f"{{{new}}}")
    is_plain = field.form in _INSET or value.is_bare or (field.form == "" and new.isdecimal() and new.isascii())
    return Edit(field.start, field.end, new if is_plain else f"{{{new}}}")


def add_fields(text: str, block: Block, values: Sequence[Value]) -> Edit:
    """Write more fields into an entry, as its others are written and so that no line of theirs is touched.

    They come last, or before the last one if no comma stands behind that.

    >>> from papercat.readers.bibtex.blocks import cut
    >>> add_fields(text := "@misc{a,\\n\\ttitle = {A},\\n}", next(cut(text)), [Value("year", "2024", False)])
    Edit(start=22, end=22, text='\\n\\tyear = {2024},')
    """
    style, places = style_of(text, block), spots(text, block)
    fields = [style.field(value.name, value.text, is_bare=value.is_bare) for value in values]
    if not places:
        return _first_fields(text, block, style, fields)
    last = places[-1]
    if style.is_comma_first:
        return Edit(last.end, last.end, "".join(f"{style.lead}{field}" for field in fields))
    if style.has_last_comma:
        place = text.index(",", last.end) + 1
        return Edit(place, place, "".join(f"{style.lead}{field}," for field in fields))
    return Edit(last.name, last.name, "".join(f"{field},{style.lead}" for field in fields))


def _first_fields(text: str, block: Block, style: Style, fields: Sequence[str]) -> Edit:
    place = body(text, block)
    comma = "" if text[place - 1] == "," else ","
    written = ",".join(f"{style.lead}{field}" for field in fields)
    return Edit(place, block.place.end - 1, f"{comma}{written},{newline(text)}")


def retype(text: str, block: Block, kind: str) -> Edit:
    """Write another type behind the `@`, with capitals as the old one has them."""
    opening = OPENING.match(text, block.place.start)
    start, end = opening.span(1) if opening else (block.place.start + 1, block.place.start + 1)
    return Edit(start, end, like(text[start:end], kind))


def like(model: str, kind: str) -> str:
    """Write a word with the capitals of another one.

    >>> like("Article", "book"), like("ARTICLE", "book"), like("InProceedings", "book")
    ('Book', 'BOOK', 'Book')
    """
    return kind.upper() if model.isupper() else kind.capitalize() if re.match("[A-Z]", model) else kind
