"""papercat's own JSON: what `Catalog.write("papers.json")` writes, and CSL items that it wrote."""

import json
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any

from pydantic import ValidationError

from papercat import csl
from papercat.identifiers import parse_orcid
from papercat.models import Author, Issue, Paper
from papercat.models.line import check_line
from papercat.models.paper import FIELDS
from papercat.readers.draft import Draft
from papercat.readers.objects import NOTHING, ends, members, objects
from papercat.text.clean import clean
from papercat.text.document import Document, Place

_DECODER = json.JSONDecoder()
_BLANKS = " \t\r\n"
_SAMPLE = 200_000  # characters; the first record decides
# Of a paper one of these is known; `url` and `type` alone are said of anything.
_SAYING = frozenset({"title", "authors", "abstract", "arxiv", "doi", "extra"})
_PARTS = {field.name for field in fields(Author)}


def sniff(document: Document) -> float:
    """Say how likely a document is a JSON list, or lines, of papers.

    >>> sniff(Document("papers.json", '[{"title": "Constitutional AI", "year": 2022}]'))
    0.9
    """
    text = document.text[:_SAMPLE].lstrip("\ufeff" + _BLANKS)
    if text.replace(" ", "").strip() == "[]":
        return 0.9
    begin = text.find("{")
    if begin < 0 or text[:begin].strip("[" + _BLANKS):
        return 0.0
    values = {name: value for name, value, _ in members(text, _DECODER, begin)}
    known = [(name, value) for name, value in values.items() if name in FIELDS]
    count = len(values)
    if csl.is_ours(values):
        return 0.9
    if not known or _SAYING.isdisjoint(values) or any(_holds_objects(value) for name, value in values.items() if name not in FIELDS):
        return 0.0
    return 0.9 if len(known) == count and all(_is_ours(*one) for one in known) else 0.4


def _holds_objects(value: object) -> bool:
    """Tell what holds papers itself, so that the object around it is a list with a title."""
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(one, dict) for one in value))


def _is_ours(name: str, value: object) -> bool:
    """Tell a field as papercat writes it; other programs have the names, but their authors are texts."""
    if name == "authors":
        return isinstance(value, list) and all(isinstance(one, dict) and set(one) <= _PARTS for one in value)
    return not isinstance(value, list | dict) or name in ("keywords", "inferred", "cut", "variants", "sources", "extra")


__all__ = ["ends", "read", "reading", "sniff"]


def reading() -> Callable[[Document], Iterator[Paper | Issue]]:
    """Give what reads the pieces of a file one after the other: each object stands for itself."""
    return read


def read(document: Document) -> Iterator[Paper | Issue]:
    """Read the objects one by one: a broken one costs itself, not the rest.

    >>> [paper.year for paper in read(Document("p.json", '[{"title": "A", "year": 2022}, {"title": "B"}]'))]
    [2022, None]
    """
    if document.text.strip(NOTHING) == "":
        whole = Place(0, len(document.text))
        yield Issue(code="file-empty", message="a list without papers", source=Draft(document).source("record", whole), raw=document.text)
    for value, _, place in objects(document.text, _DECODER):
        if isinstance(value, dict):
            yield from _paper(document, value, place)
        else:
            raw = document.text[slice(*place)]
            source = Draft(document).source("record", place)
            yield Issue(code="entry-broken", message="not a JSON object; kept as it stands", source=source, raw=raw)


def _paper(document: Document, value: dict[str, Any], place: Place) -> Iterator[Paper | Issue]:
    draft = Draft(document)
    draft.cover("record", place)
    value = csl.fields(value) if csl.is_ours(value) else value
    known = {name: value[name] for name in FIELDS if name in value}
    paper = _valid(known)
    if paper is None:
        known, value = _with_orcids(known, value, draft, place)
        known = _mended(known, draft, place)
        paper = _valid(known)
    sources = paper.sources if paper else ()
    for name in FIELDS:
        one = getattr(paper, name) if paper else known.get(name)
        if one not in (None, "", [], {}) and one and name not in ("sources", "extra"):
            draft.set(name, one)
    extra = dict((paper.extra if paper else known.get("extra")) or {}) | _labelled(value)
    if extra:
        draft.extra |= extra
    # places of an earlier reading; in a file of this name they are no places of this text
    draft.keep_sources(replace(one, name=f"{one.name} (earlier)") if one.name == document.name else one for one in sources)
    yield from draft.finish()


def _valid(fields: dict[str, Any]) -> Paper | None:
    try:
        return Paper.from_dict(fields)
    except (ValidationError, RecursionError):
        return None


def _with_orcids(fields: dict[str, Any], value: dict[str, Any], draft: Draft, place: Place) -> tuple[dict[str, Any], dict[str, Any]]:
    """Bring the iDs of authors into form; what is none costs itself, and is kept among what the paper has no field for."""
    people, left = fields.get("authors"), []
    if not isinstance(people, list):
        return fields, value
    authors = []
    for one in people:
        said = one.get("orcid") if isinstance(one, dict) else None
        found = parse_orcid(said) if isinstance(said, str) else None
        if said is not None and not found:
            left.append(said)
            draft.add_issue("field-invalid", f"orcid left out: {_dumped(said)[:60]} is no ORCID iD; kept in extra", "authors", place)
        authors.append({**one, "orcid": found.id if found else None} if said is not None else one)
    return {**fields, "authors": authors}, {**value, "authors.orcid": left} if left else value


def _mended(fields: dict[str, Any], draft: Draft, place: Place) -> dict[str, Any]:
    """Compose the texts of a paper that the model refuses, and make text of what stands in `extra`; what else is wrong stays."""
    mended = {}
    for name, value in fields.items():
        try:
            mended[name] = _composed(value)
            changed = mended[name] != value
        except RecursionError:
            mended[name], changed = value, False
        if changed:
            draft.add_issue("characters-normalized", f"{name} brought to Unicode's form NFC", name, place)
    extra = mended.get("extra") or {}
    if isinstance(extra, dict):
        mended["extra"] = texts = {_label(name): _text(one) for name, one in extra.items()}
        for name in [name for name, text in texts.items() if not text]:
            del texts[name]
            draft.add_issue("field-invalid", f"{name} of extra left out: nothing that can be seen", "extra", place)
    else:
        draft.add_issue("field-invalid", "extra left out: no names with values", "extra", place)
        del mended["extra"]
    return mended


def _text(value: object) -> str:
    """Make a text of a value in `extra`, as it is if it can be one."""
    if not isinstance(value, str):
        return _dumped(value)
    try:
        check_line(value)
    except ValueError:
        return clean(value)[0]
    return value


def _composed(value: Any) -> Any:  # noqa: ANN401  any JSON
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [_composed(one) for one in value]
    return {_composed(name): _composed(one) for name, one in value.items()} if isinstance(value, dict) else value


def _labelled(value: dict[str, Any]) -> dict[str, str]:
    """Write what a paper has no field for as text, under its own label."""
    return {_label(name): _dumped(value[name]) or '""' for name in value if name not in FIELDS}


def _label(name: str) -> str:
    return clean(name)[0] or "unnamed"


def _dumped(value: object) -> str:
    try:
        return clean(json.dumps(value, ensure_ascii=False))[0]
    except RecursionError:
        return "nested too deep"
