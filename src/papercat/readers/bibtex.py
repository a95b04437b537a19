"""BibTeX files, split by bibtexparser and read field by field. What cannot be split is kept whole as an issue."""

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from papercat.identifiers import parse_arxiv, parse_doi
from papercat.latex import fix_braces, to_unicode
from papercat.models import Issue, Paper
from papercat.names import Name, parse_bibtex_list
from papercat.readers.draft import Draft
from papercat.text.clean import clean
from papercat.text.document import Document, Place

if TYPE_CHECKING:
    from bibtexparser.model import Entry

# without a handler of the program's own, the library would print its warnings, which come as issues here
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())

_ENTRY = re.compile(r"^[ \t\ufeff]*@[A-Za-z]+\s*[{(]", re.MULTILINE)
_PLAIN = {
    "title": "title", "abstract": "abstract", "volume": "volume", "number": "issue", "issue": "issue", "pages": "pages",
    "publisher": "publisher", "url": "url", "note": "comment", "comment": "comment",
    "journal": "venue", "journaltitle": "venue", "booktitle": "venue",
}  # fmt: skip
# under which name of a paper's field a source stands
_HOMES = _PLAIN | {"author": "authors", "eprint": "arxiv", "keyword": "keywords", "date": "year"}
_MONTHS = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
_STRINGS: dict[str, str] = dict(zip(_MONTHS, _MONTHS, strict=True))
_PART = re.compile(r'\s*(?:\{(?P<braced>.*)\}|"(?P<quoted>.*)"|(?P<bare>[^\s#{}"]+))\s*', re.DOTALL)


def sniff(document: Document) -> float:
    """Say how likely a document is BibTeX.

    >>> sniff(Document("refs.bib", "@misc{perez2022, title = {Discovering}}"))
    0.95
    """
    return 0.95 if _ENTRY.search(document.text[:200_000]) else 0.0


def ends(text: str) -> int:
    """Say up to where a text holds whole entries: before the last that begins a line.

    >>> ends("@misc{a, title = {A}}\\n@misc{b, ti")
    22
    """
    place = max(text.rfind("\n@"), text.rfind("\r@"))
    return place + 1


def reading() -> Callable[[Document], Iterator[Paper | Issue]]:
    """Give what reads the pieces of a file one after the other, and knows the abbreviations of earlier ones."""
    return partial(_read, strings=dict(_STRINGS))


def read(document: Document) -> Iterator[Paper | Issue]:
    """Read each entry; comments, preambles and broken entries become issues.

    >>> text = "@article{a, author = {van Beethoven, Ludwig and {OpenAI Team}}, journal = {Nature}, year = 2020}"
    >>> next(read(Document("refs.bib", text))).authors[1]
    Author(literal='OpenAI Team')
    """
    return _read(document, dict(_STRINGS))


def _read(document: Document, strings: dict[str, str]) -> Iterator[Paper | Issue]:
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock, String  # noqa: PLC0415
    from bibtexparser.splitter import Splitter  # noqa: PLC0415  40 ms that only .bib files need

    place = 0
    for found in Splitter(document.text).split().blocks:
        raw = found.raw or ""
        start = document.text.find(raw, place)
        if start < 0:
            continue
        place = start + len(raw)
        where = Place(start, place)
        # a key that is used twice stands for two entries, and a field that stands twice is kept twice
        block = found.ignore_error_block if isinstance(found, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock) else found
        if isinstance(block, String):
            strings[block.key.lower()] = _value(str(block.value), strings)
        if isinstance(block, Entry):
            yield from _entry(document, block, strings, where)
        else:
            broken = isinstance(block, ParsingFailedBlock)
            told = "not a whole entry; kept as it stands" if broken else "kept as it stands: no entry"
            yield _block_issue(document, "entry-broken" if broken else "block-kept", told, where)


def _entry(document: Document, entry: "Entry", strings: Mapping[str, str], where: Place) -> Iterator[Paper | Issue]:
    draft = Draft(document)
    kind = entry.entry_type.lower()
    draft.set("type", kind if kind.isascii() and kind.isalpha() else "misc")
    key, _ = clean(entry.key)
    extra = {"key": key} if key else {}
    taken: set[str] = set()
    for field in entry.fields:
        name, raw = field.key.lower(), str(field.value)
        place, value = _find(document, raw, where), _value(raw, strings)
        home = _HOMES.get(name, name)
        draft.cover(home, place)
        if name == "author" and home not in taken:
            _take_names(draft, value, place)
        elif home in taken or not _take(draft, name, value, place, extra):
            label = _put_aside(name, fix_braces(value), extra, again=name in taken)
            if label and name in taken:
                draft.add_issue("field-repeated", f"{name} stands more than once; this one is kept in extra as {label}", home, place)
        taken |= {home, name} if value.strip() else set()
    draft.set("extra", extra)
    draft.cover("record", where)
    yield from draft.finish()


def _put_aside(name: str, value: str, extra: dict[str, str], *, again: bool) -> str | None:
    """Keep in `extra` what papers have no field for, or what stands there once more, and say under which label."""
    (name, _), (text, _) = clean(name), clean(value)
    labels = (name if number == 1 else f"{name}-{number}" for number in count(2 if again else 1))
    if not text:
        return None
    label = next(label for label in labels if label not in extra)
    extra[label] = text
    return label


def _take_names(draft: Draft, value: str, place: Place) -> None:
    source = draft.source("authors", place)
    found = parse_bibtex_list(value)
    names = tuple(map(decoded_name, found.names))
    draft.set_authors(names, source)
    if found.others:
        draft.add_issue("authors-cut", f"the list ends with {found.others!r}: there are authors that it does not name", "authors", place)
    for note in found.notes:
        draft.add_issue("name-malformed", f"in the list of authors: {note}", "authors", place)
    for raw, name in zip(found.names, names, strict=True):
        for note in raw.notes:
            draft.add_issue("name-malformed", f"{name.family or name.literal or ''!r}: {note}", "authors", place)


def _take(draft: Draft, field: str, value: str, place: Place, extra: dict[str, str]) -> bool:
    """Read a field that papers have; say whether it was one."""
    if field == "howpublished" and not re.search(r"http|\\url|\\href", value):
        field = "journal"  # where a venue of no known kind is written
    if field in _PLAIN:
        text, steps = clean(value if field == "url" else fix_braces(clean(value)[0]))
        draft.note(field, steps, (place,))
        draft.set(_PLAIN[field], text or None)
    elif field in ("year", "date") and (match := re.search(r"\d{4}", value)):
        draft.set("year", int(match[0]))
    elif field == "month" and value.strip()[:3].lower() in _STRINGS:
        draft.set("month", _MONTHS.index(value.strip()[:3].lower()) + 1)
    elif field == "month" and value.strip().isdecimal() and 1 <= int(value.strip()[:3]) <= 12:
        draft.set("month", int(value))
    elif field == "doi" and (doi := parse_doi(value)):
        draft.set("doi", doi.id)
    elif field == "eprint" and (found := parse_arxiv(value)):
        draft.set("arxiv", found.id)
        if found.version:
            extra["arxiv-version"] = str(found.version)
    elif field in ("keywords", "keyword"):
        draft.set("keywords", tuple(word for part in re.split(r"[;,]", value) if (word := clean(fix_braces(part))[0])))
    else:
        # the prefix that an arXiv id is written back with says nothing of its own
        return field == "archiveprefix" and value.strip().lower() == "arxiv"
    return True


def decoded_name(name: Name) -> Name:
    """Read the LaTeX in the parts of a name."""
    family, given, particle, suffix, literal = (part and (clean(to_unicode(part))[0] or None) for part in name[:5])
    if family:
        return Name(family, given, particle, suffix)
    return Name(literal=literal or " ".join(part for part in (particle, given, suffix) if part) or None)


def _value(raw: str, strings: Mapping[str, str]) -> str:
    """Join the parts of a value: "…" # name # {…}."""
    return "".join(_part(part, strings) for part in _parts(raw))


def _parts(raw: str) -> Iterator[str]:
    depth, quoted, begin = 0, False, 0
    for i, char in enumerate(raw):
        depth += (char == "{") - (char == "}")
        quoted ^= char == '"' and depth == 0
        if char == "#" and depth == 0 and not quoted:
            yield raw[begin:i]
            begin = i + 1
    yield raw[begin:]


def _part(part: str, strings: Mapping[str, str]) -> str:
    match = _PART.fullmatch(part)
    if not match:
        return part.strip()
    if match["bare"] is None:
        return match["braced"] if match["braced"] is not None else match["quoted"]
    return strings.get(match["bare"].lower(), match["bare"])


def _find(document: Document, value: str, where: Place) -> Place:
    start = document.text.find(value, *where)
    return Place(start, start + len(value)) if start >= 0 and value else where


def _block_issue(document: Document, code: str, told: str, where: Place) -> Issue:
    raw = document.text[slice(*where)]
    return Issue(code=code, message=told, source=Draft(document).source("record", where), raw=raw)
