"""What an entry is to say that it does not say yet, and what it says otherwise than the catalog.

The person's entry and the catalog's paper are both written by the same writer; what differs between the two texts is what changed.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from papercat.models import Paper
from papercat.models.paper import FIELDS
from papercat.readers.bibtex.blocks import cut
from papercat.readers.bibtex.grammar import Block, Field, close_brace
from papercat.readers.bibtex.labels import HOMES, ROLES
from papercat.text.fold import fold
from papercat.text.months import MONTHS
from papercat.writers.bibtex import chunks

# Names of one thing, beside those that one role of a reader tells.
_SAME = {
    "eprinttype": "archiveprefix",
    "eprintclass": "primaryclass",
    "school": "institution",
    "organization": "institution",
    "location": "address",
}
_NOT_ADDED = frozenset({"key"})  # what styles sort by where there is no author; a person's file has it if it needs it
_ORCIDS = "orcids"  # which biblatex writes in another form than Web of Science
_FIELDS = {"venue", "title", "abstract", "arxiv", "doi", "volume", "issue", "pages", "publisher", "url", "comment", "year", "month"}


class Value(NamedTuple):
    """A value as the writer gives it: the name of its field, its text without delimiters, and whether it needs none."""

    name: str
    text: str
    is_bare: bool


class Change(NamedTuple):
    """One thing to do with an entry, or to leave.

    Attributes:
        group: what it is about, whatever its field is called.
        value: what the catalog says.
        said: what the entry says, as the writer would write it; empty if nothing.
        field: the field of the entry that says something else, None if there is none.
        is_clear: the field alone says it, so that it can be replaced.
        is_kept: what the entry says stays, for the catalog knows it as another reading.
    """

    group: str
    value: Value
    said: str
    field: Field | None
    is_clear: bool
    is_kept: bool


def group_of(name: str) -> str:
    """Name what a field is about.

    >>> group_of("journaltitle"), group_of("Date"), group_of("series")
    ('venue', 'year', 'series')
    """
    small = name.lower()
    role = ROLES.get(small, "")
    return HOMES.get(role, role) or _SAME.get(small, small)


def written(paper: Paper, key: str, options: Mapping[str, Any] = MappingProxyType({})) -> tuple[str, dict[str, Value]]:
    """Write a paper, and give the type of its entry and its fields by what they are about.

    >>> written(Paper(title="Sleeper Agents", month=1, year=2024), "hubinger")[1]["month"]
    Value(name='month', text='jan', is_bare=True)
    """
    text = "".join(chunks([paper], keys=[key], **options))
    block = next(block for block in cut(text) if block.kind == "entry")
    found: dict[str, Value] = {}
    for field in block.fields:
        group, value = group_of(field.name), Value(field.name, text[field.start : field.end], field.form == "")
        # the first of a group is the paper's own and any other comes from `extra`, but for the day that `extra` knows of a year
        if group not in found or (found[group].name, field.name) == ("date", "year"):
            found[group] = value
    return block.type, found


def changes(text: str, block: Block, before: Paper | None, after: Paper, options: Mapping[str, Any]) -> Iterator[Change]:
    """Give what an entry lacks of a paper, or says otherwise.

    Args:
        text: the file.
        block: the entry.
        before: what the entry says.
        after: what the catalog says.
        options: of the writer.
    """
    said = written(before, block.key, options)[1] if before else {}
    fields: dict[str, list[Field]] = {}
    for field in block.fields:
        fields.setdefault(group_of(field.name), []).append(field)
    has_date = any(field.name.lower() == "date" for field in block.fields)
    for group, value in written(after, block.key, options)[1].items():
        if (group in said and said[group].text == value.text) or group in _NOT_ADDED:
            continue
        own = fields.get(group, [])
        filled = [field for field in own if text[field.start : field.end].strip()]
        is_kept = before is not None and _is_known(group, before, after)
        if filled:
            # what nobody could read, "to appear" as a year, the person may still mean
            raw = said[group].text if group in said else text[filled[0].start : filled[0].end]
            is_clear = len(own) == 1 and group in said and (group != _ORCIDS or filled[0].name.lower() == value.name)
            yield Change(group, value, raw, filled[0], is_clear, is_kept)
        elif group in said:
            # it stands in another entry, or in another field: nobody can say where to put it
            yield Change(group, value, said[group].text, None, is_clear=False, is_kept=is_kept)
        elif group != "month" or not has_date:
            yield Change(group, value, "", own[0] if own else None, is_clear=True, is_kept=False)


def _is_known(group: str, before: Paper, after: Paper) -> bool:
    """Say whether the catalog holds what the entry says beside what it chose, and no person corrected it there."""
    by_hand = {name if name in FIELDS else group_of(name) for name in after.by_hand}
    if group in by_hand or (group == "year" and "month" in by_hand):
        return False
    known = {variant.value for variant in after.variants}
    if group == "authors":
        return "; ".join(author.inverted for author in before.authors) in known
    if group == _ORCIDS:
        return any(f"{author.inverted}: {author.orcid}" in known for author in before.authors if author.orcid)
    if group == "keywords":
        return set(before.keywords) < set(after.keywords)  # a merge joins them
    said = [getattr(before, group)] if group in _FIELDS else [text for name, text in before.extra.items() if group_of(name) == group]
    return any(str(value) in known for value in said if value)


def says_the_same(one: str, other: str) -> bool:
    """Say whether two texts differ in nothing but case, accents, signs and blanks."""
    return fold(one) == fold(other) != ""


def fill(value: Value, field: Field, raw: str, told: Mapping[str, Value]) -> str:
    """Give what to write for a value where a person's field stands: a date is a date, and what was in braces of its own is again."""
    if field.name.lower() == "date" and value.name == "year":
        month = told.get("month")
        return (
            f"{value.text}-{_MONTHS[month.text]:02d}" if month and month.text in _MONTHS and len(raw.strip()) > len("2024") else value.text
        )
    if field.name.lower() == "year" and value.name == "date":
        return value.text[:4]
    if _is_whole_group(raw) and not _is_whole_group(value.text):
        return f"{{{value.text}}}"
    return value.text


_MONTHS = {name: number for number, name in enumerate(MONTHS, 1)}


def _is_whole_group(text: str) -> bool:
    return text.startswith("{") and close_brace(text, 0, len(text)) == len(text)
