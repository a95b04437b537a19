"""One entry of BibTeX as a record."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from papercat.models import Issue, Paper
from papercat.models.paper import FIELDS
from papercat.readers.bibtex.authors import take_authors
from papercat.readers.bibtex.grammar import Block
from papercat.readers.bibtex.inheritance import Entries, Parents, inherited, missing
from papercat.readers.bibtex.labels import EPRINT_KINDS, HOMES, NUMBERED, ROLES, TYPES, VERBATIM
from papercat.readers.bibtex.values import PAIRS, Macros, content, is_text, plain, plain_pages, plain_text
from papercat.readers.record import Record
from papercat.text.document import Document, Place, place_of
from papercat.text.months import MONTHS

UNKNOWN = "tex-unknown"
_ADDRESS = re.compile(r"https?://|www\.")
_SHOWN_IN_NOTE = re.compile(r"arXiv:(\S+?)(?:\. (.*))?", re.DOTALL)  # the same where the venue stands in howpublished
_SHOWN_ID = re.compile(r"arXiv:\s?(\S+)(?: \[[\w.-]+\])?")  # written so that styles print an id which they do not know
_ADDRESS_ALONE = re.compile(r"\s*(?:https?://|www\.)\S+\s*")
_MONTH = re.compile(rf"(?<![a-z])(?:{'|'.join(MONTHS)})[a-z]*", re.IGNORECASE)
_BRACKET = re.compile(r"[{(]")  # behind the type, which may hold the key
_ENCLOSED = frozenset('{"')
_REFERRING = frozenset(("crossref", "xdata"))
_ONLY_MONTH = re.compile(r"\s*(?:[A-Za-z]{3,9}\.?|\d{1,2})\s*")


@dataclass(slots=True)
class _Entry:
    """An entry on its way into a record."""

    document: Document
    block: Block
    macros: Macros
    record: Record


def read_entry(document: Document, block: Block, macros: Macros, parents: Parents, pairs: Sequence[str] = PAIRS) -> Iterator[Paper | Issue]:
    """Give the paper of an entry, and what was odd about it; `pairs` are the pairs of signs that the file has of those of LaTeX.

    >>> from papercat.readers.bibtex.blocks import cut
    >>> page = Document("refs.bib", "@misc{bai2022, title = {Constitutional {AI}}, month = dec}")
    >>> paper, = read_entry(page, next(cut(page.text)), {"dec": "dec"}, dict)
    >>> paper.title, paper.month, dict(paper.extra)
    ('Constitutional AI', 12, {'key': 'bai2022'})
    """
    record = Record(document, block.place)
    record.draft.keeps_initials = True  # a .bib is its owner's own hand, and is written back as it is
    entry = _Entry(document, block, macros, record)
    _take_head(entry)
    for name, value, place in block.told:
        if value and not value.isspace():
            _take(entry, name, value, place, is_own=False)
    seen, text, may_be_plain = set[str](), document.text, not document.fixes
    for field in block.fields:
        written, start, end, form = field
        name, role, is_usual = _label(written)
        place = place_of((start, end))
        if is_usual and form in _ENCLOSED and name not in seen:
            value = text[start:end]
            shown = (plain_text(value, pairs) or (plain_pages(value) if role == "pages" else None)) if may_be_plain else None
            if shown or is_text(value, pairs):
                seen.add(name)
                record.add(role, name, place, text=shown)
                continue
        value = content(text, field, macros)
        if not value or value.isspace():
            continue
        if name in seen:
            message = f"{name} stands more than once; what the first does not say is kept in extra"
            record.draft.add_issue("field-repeated", message, name, place)
        seen.add(name)
        _take(entry, name, value, place, is_own=form in _ENCLOSED)
    if not _REFERRING.isdisjoint(seen):
        _inherit(entry, parents())
    for scar in block.scars:
        code = "block-kept" if scar.is_scrap else "entry-mended"
        record.draft.add_issue(code, f"in the entry {block.key!r}: {scar.told}", "record", scar.place)
    yield from record.finish()


class _Label(NamedTuple):
    """What the name of a field says: itself in small letters, its role, and whether that depends on nothing else."""

    name: str
    role: str
    is_usual: bool


@lru_cache(maxsize=4096)
def _label(name: str) -> _Label:
    # signs of no width stand in names too, in files that went through a page
    small = name.lower() if name.isascii() else "".join(char for char in name.lower() if char.isprintable())
    role = ROLES.get(small, "")
    return _Label(small, role, role not in {"authors", "month"} and small not in {*_BY_CONTENT, "note"})


def _take_head(entry: _Entry) -> None:
    kind = TYPES.get(entry.block.type, entry.block.type)
    is_word = kind.isascii() and kind.isalpha()
    entry.record.draft.set("type", kind if is_word else "misc")
    start, key, text = entry.block.place.start, entry.block.key, entry.document.text
    if not is_word:
        entry.record.add("", "entrytype", Place(start, start + 1 + len(kind)), raw=kind)
    if key:
        start = max(text.find(key, bracket.end() if (bracket := _BRACKET.search(text, start)) else start), start)
        entry.record.add("", "key", Place(start, start + len(key)))


def _take(entry: _Entry, name: str, value: str, place: Place, *, is_own: bool) -> None:
    """Take one value; `is_own` says that it stands in its place as it is."""
    role = ROLES.get(name, "")
    if role == "authors":
        if entry.record.draft.get("authors"):
            entry.record.add("", name, place, raw=plain(value)[0])
        else:
            take_authors(entry.record.draft, entry.document, value, place)
        return
    text, unknown = plain(value, is_verbatim=name in VERBATIM)
    for command in unknown:
        entry.record.draft.add_issue(UNKNOWN, f"nobody knows {command}; kept in {name} as it stands", HOMES.get(role, role or name), place)
    if name in _BY_CONTENT:
        role = _BY_CONTENT[name](entry, text)
    if name == "note" and (shown := _SHOWN_IN_NOTE.fullmatch(text)) and shown[1] in _eprints(entry):
        text, is_own, role = shown[2] or "", False, role if shown[2] else "skip"
    if role == "month" and not _ONLY_MONTH.fullmatch(text) and (month := _MONTH.search(text)):
        # "10~jan" and "July 10--15": the day has no field of its own
        entry.record.add("", name, place, raw=text)
        text, is_own = month[0], False
    if is_own and text is value:
        entry.record.add(role, name, place)
    else:
        entry.record.add(role, name, place, raw=text)


def _number_role(entry: _Entry, text: str) -> str:
    del text
    return "" if entry.block.type in NUMBERED else "issue"


def _eprint_role(entry: _Entry, text: str) -> str:
    """Tell an arXiv id from that of another archive, which the entry names."""
    values = [field for field in entry.block.fields if field.name.lower() in EPRINT_KINDS]
    kinds = {content(entry.document.text, field, entry.macros).strip().lower() for field in values}
    return "arxiv" if not kinds or "arxiv" in kinds or "arxiv" in text.lower() else ""


def _archive_role(entry: _Entry, text: str) -> str:
    del entry
    # what an arXiv id is written back with says nothing of its own
    return "skip" if text.strip().lower() == "arxiv" else ""


def _eprints(entry: _Entry) -> set[str]:
    fields = (field for field in entry.block.fields if field.name.lower() == "eprint")
    return {content(entry.document.text, field, entry.macros).strip() for field in fields}


def _howpublished_role(entry: _Entry, text: str) -> str:
    """Tell an address from a venue of no known kind, and both from the arXiv id that the entry has as its eprint."""
    if match := _SHOWN_ID.fullmatch(text):
        return "skip" if match[1] in _eprints(entry) else "venue"
    if not _ADDRESS.search(text):
        return "venue"
    return "url" if _ADDRESS_ALONE.fullmatch(text) and not entry.record.has("url") else ""


# Fields whose role depends on what stands in them, or beside them.
_BY_CONTENT = {
    "number": _number_role, "eprint": _eprint_role, "archiveprefix": _archive_role, "eprinttype": _archive_role,
    "howpublished": _howpublished_role,
}  # fmt: skip


def _inherit(entry: _Entry, entries: Entries) -> None:
    """Take what other entries share with this one; it is inferred, and told."""
    record, taken = entry.record, dict[tuple[str, str], list[str]]()
    for one in inherited(entry.document.text, entry.block, entries, entry.macros):
        role = ROLES.get(one.name, "")
        if not one.value.strip() or (role and record.has(role)):
            continue
        _take(entry, one.name, one.value, _referring(entry), is_own=False)
        taken.setdefault((one.by, one.key), []).append(HOMES.get(role, role or one.name))
    homes = dict.fromkeys(name for names in taken.values() for name in names if name in FIELDS)
    record.draft.set("inferred", tuple(homes))
    for (by, key), names in taken.items():
        told = f"{', '.join(names)}: taken from the entry {key!r}, to which {by} refers"
        record.draft.add_issue("field-inherited", told, "record", entry.block.place)
    for by, key in missing(entry.document.text, entry.block, entries, entry.macros):
        told = f"{by} refers to {key!r}, which is no entry of this file, or of a later piece of it; nothing was taken from there"
        record.draft.add_issue("parent-missing", told, by, _referring(entry))


def _referring(entry: _Entry) -> Place:
    return next(Place(field.start, field.end) for field in entry.block.fields if _label(field.name).name in _REFERRING)
