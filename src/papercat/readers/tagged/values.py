"""From the fields of a record to a paper: what each tag is follows from the table of its format."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from html import unescape
from itertools import pairwise

from papercat.identifiers import find_orcid
from papercat.models import Issue, Paper
from papercat.names import NULLS, Name, dot_all, pair, parse_family_first
from papercat.names.words import is_credential, is_suffix
from papercat.readers.record import Record
from papercat.readers.tagged.format import NAMES, Field, Format
from papercat.readers.tagged.sources import parts
from papercat.text.clean import plain_line
from papercat.text.document import Document, Place

Row = tuple[str, Field]

_OTHERS = frozenset(("editor", "=editor", "=investigator"))  # whose iD may follow
_ORCID_LABEL = re.compile(r"\A\s*orcid:?\s*", re.IGNORECASE)
_RANKED = frozenset("title abstract venue date year url doi arxiv volume issue pages first-page publisher type".split())
_WHOLE_DOI = re.compile(r"\s*(?:doi:?\s*|https?://(?:dx\.)?doi\.org/)?10\.\d{4,9}/\S+\s*\Z", re.IGNORECASE)
_WHOLE_ARXIV = re.compile(r"\s*(?:e-?print:?\s+)?arxiv:\s*\S+\s*\Z", re.IGNORECASE)
# roles of tags in which exporters put an id that has a field of its own
_MAY_BE_ID = frozenset(("comment", "first-page", "issue", "pages"))
_ENTITY_OR_END = re.compile(r"&#?\w{1,31};|[;；]")
_LONGEST_ID = 200  # characters
_LONGEST_NAME = 3  # commas; what has more is a list of names
_CJK = "\u2e80"  # from here on a whole name may be one word
_SHORT = re.compile(r"\s*(\S+(?:[ \t]\S+){0,5})[ \t]([A-Z]{1,3}(?:-[A-Z])?)(?:[ \t](Jr|Sr|2nd|3rd|[45]th|II|III|IV))?\.?\s*")
_NO_SHORT = frozenset(",;；")
_STOP = re.compile(r"\.(?:\s+|\Z)")
_NO_STOPS = frozenset(",;；")  # where these part names, full stops do not
_CLOSING = re.compile(r"(?<![.\s])\.\s*\Z")
_ENDED = 0.8  # of the titles
# Behind the last name of a list, where initials have no full stops: the only one of the line, behind a word that is no "Jr", or a second.
_LIST_STOP = re.compile(r"(?:\A[^.]*|[^\W\d_]{3}|\.)(\.)\s*\Z")
_AGAIN = {"comment": "note", "url": "url"}  # of several all may be wanted; a .bib has them as note-2, url-2
_CONNECTORS = frozenset("and or to vs versus und oder bzw. et ou y o e".split())
_AND = re.compile(r"\s(?:and|&)\s")


def papers(document: Document, form: Format, place: Place, fields: Sequence[Field]) -> Iterator[Paper | Issue]:
    """Make the paper of a record."""
    record = Record(document, place)
    record.initials = dot_all if form.is_bare or form.is_undotted else None
    record.draft.keeps_initials = not form.is_messy  # what a program has exported is written back as it is
    rows = _rows(document, form, fields)
    names = [field for role, field in rows if role in NAMES]
    keywords = sum(role == "keyword" for role, _ in rows)
    is_list = len(names) == 1 and _is_list(document, names[0])
    has_author = False
    said = Counter[str]()
    for role, field in rows:
        said[role] += 1
        if role == "orcid":
            _add_orcid(document, record, field, has_author=has_author)
            continue
        has_author = role in NAMES or (has_author and role not in _OTHERS)
        if role in NAMES:
            _add_names(document, record, form, "authors" if is_list else role, field)
        elif role == "type":
            _add_type(document, record, form, field)
        elif role == "keyword":
            _add_keywords(document, record, form, field, is_only=keywords == 1)
        else:
            _add_value(document, record, form, role, _renamed(field, role, said[role]))
    if form.source:
        _add_sources(document, record, form, fields)
    yield from record.finish()


def _renamed(field: Field, role: str, number: int) -> Field:
    return field._replace(tag=f"{_AGAIN[role]}-{number}") if number > 1 and role in _AGAIN else field


def _rows(document: Document, form: Format, fields: Sequence[Field]) -> list[Row]:
    """Give each field its role; those for one field of a paper come in the order of the table."""
    tags = {field.tag for field in fields}
    roles = _roles(document, form, fields)
    rows = []
    for field in fields:
        role = roles.get(field.tag, "")
        if field.tag in form.shorts and form.shorts[field.tag] in tags:
            role = "short-author" if roles.get(form.shorts[field.tag]) in NAMES else "skip"  # an editor is no author, by any name
        elif not role or role[0] == "=" or role in _MAY_BE_ID or field.tag in form.routes:
            role = _routed(document, form, role, field)
        rows.append((role, field))
    if form.instead:
        known = {role for role, _ in rows}
        rows = [(other if (other := form.instead.get(field.tag)) and other not in known else role, field) for role, field in rows]
    ranks = form.ranks
    rows.sort(key=lambda row: ranks.get(row[1].tag, 0) if row[0] in _RANKED else 0)
    return rows


def _roles(document: Document, form: Format, fields: Sequence[Field]) -> Mapping[str, str]:
    if not form.by_type:
        return form.roles
    said = next((_shown(document, field).lower() for field in fields if form.roles.get(field.tag) == "type"), "")
    other = form.by_type.get(form.types.get(said, ""))
    return {**form.roles, **other} if other else form.roles


def _routed(document: Document, form: Format, role: str, field: Field) -> str:
    """Look for an id that stands under a tag for something else, and for what the format has to say of a value."""
    text = _shown(document, field)
    if field.tag in form.routes and (other := form.routes[field.tag](text)) is not None:
        return other
    if (not role or role[0] == "=" or role in _MAY_BE_ID) and len(text) < _LONGEST_ID:
        if "10." in text and _WHOLE_DOI.match(text):
            return "doi"
        if ":" in text and _WHOLE_ARXIV.match(text):
            return "arxiv"
    return role


def _shown(document: Document, field: Field) -> str:
    start, end = field.lines[0]
    return document.text[start:end].strip()


def _add_value(document: Document, record: Record, form: Format, role: str, field: Field) -> None:
    role, label = ("", role[1:]) if role[:1] == "=" else (role, field.tag)
    if field.tag in form.each and len(field.lines) > 1:
        if role:
            for place in field.lines:
                record.add(role, label, place)
            return
        record.add("", label, *field.lines, raw="; ".join(document.text[start:end].strip() for start, end in field.lines))
        return
    places = _joined(field)
    mark = form.mark.search(document.text, *places[-1]) if form.mark and role == "title" else None
    if mark:
        record.add("", "titlemark", Place(mark.start(), places[-1].end))
        places = [Place(places[0].start, mark.start())]
    stop = _CLOSING.search(document.text, *places[-1]) if form.has_stops and role == "title" else None
    if stop:
        record.draft.cover("title", Place(stop.start(), places[-1].end))
        places = [*places[:-1], Place(places[-1].start, stop.start())]
    record.add(role, label, *places, raw=None if mark or stop else _unfilled(document, form, field))


def end_with_stops(document: Document, form: Format, records: Sequence[Sequence[Field]]) -> bool:
    """Tell whether nearly all titles of a document end with a full stop, which is the format's then.

    Titles that end with another mark say nothing; one title alone says nothing either.
    """
    ends = [field.lines[-1] for fields in records for field in fields if form.roles.get(field.tag) == "title"]
    ended = [document.text[slice(*place)].rstrip()[-1:] for place in ends]
    told = [end for end in ended if end and end not in "?!]"]
    return len(told) > 1 and told.count(".") > _ENDED * len(told)


def _joined(field: Field) -> list[Place]:
    """Give lines that follow each other as one place."""
    return field.lines if len(field.lines) == 1 else [Place(field.lines[0].start, field.lines[-1].end)]


def _unfilled(document: Document, form: Format, field: Field) -> str | None:
    """Join lines where a hyphen at the end belongs to the word, as the formats that fill lines never cut one."""
    if not form.is_filled or len(field.lines) == 1:
        return None
    if not any(_may_cut(document.text[end - 1 : end]) for _, end in field.lines[:-1]):
        return None
    lines = [document.text[start:end].strip() for start, end in field.lines]
    if not any(line.endswith("-") for line in lines[:-1]):
        return None
    return "".join(line + _gap(line, after) for line, after in pairwise([*lines, ""]))


def _may_cut(last: str) -> bool:
    return last == "-" or last.isspace()


def _gap(line: str, after: str) -> str:
    """Say what parts two lines: nothing behind a hyphen, but a blank in `pre- and postoperative`."""
    is_cut = line.endswith("-") and line[-2:-1].isalnum() and after.partition(" ")[0] not in _CONNECTORS
    return "" if is_cut else " "


def _is_list(document: Document, field: Field) -> bool:
    text = _shown(document, field)
    return len(field.lines) == 1 and (bool(_AND.search(text)) or text.count(",") > _LONGEST_NAME) and ";" not in text


def _add_names(document: Document, record: Record, form: Format, role: str, field: Field) -> None:
    lines = field.lines if field.tag in form.each else _joined(field)
    is_short = field.tag in form.initials and not form.is_messy and document.is_healthy
    if not is_short and not form.is_messy and all(_is_inverted(document.text[start:end]) for start, end in lines):
        record.add_each(role, field.tag, lines)
        return
    for line in lines:
        shown = document.text[line.start : line.end]
        if is_short and (name := _plain_short(shown)):
            record.add(role, field.tag, line, name=name)
        elif _is_inverted(shown) and not form.is_messy:
            record.add(role, field.tag, line)
        else:
            stopped = _stopped(document, line) if form.is_messy else []
            read = parse_family_first([document.clean(place)[0].replace(".", "") for place in stopped])
            for place, name in zip(stopped, read, strict=True):
                record.add(role, field.tag, place, name=name)
            for place in _parts(document, _unstopped(document, record, form, line)) if not stopped else ():
                if form.is_messy:
                    _add_marked(document, record, role, field.tag, place)
                else:
                    record.add(role, field.tag, place, name=_name(document, record, form, field.tag, place))


def _is_inverted(line: str) -> bool:
    """Tell a line that is one name, family name first, as nearly every one is."""
    return "," in line and ";" not in line and "；" not in line


@lru_cache(maxsize=16_384)  # each author of a field stands in many records
def _plain_short(text: str) -> Name | None:
    """Read a family name and initials in which nothing is to be repaired."""
    found = _SHORT.fullmatch(text) if _NO_SHORT.isdisjoint(text) and plain_line(text) else None
    return pair(" ".join(found[1].split()), found[2])._replace(suffix=found[3]) if found else None


def _name(document: Document, record: Record, form: Format, tag: str, place: Place) -> Name | None:
    """Read a name whose parts the format tells."""
    if document.text.find(",", *place) >= 0:
        return None
    if tag in form.initials and (found := _SHORT.fullmatch(document.text, *place)):
        text, steps = document.clean(Place(*found.span(1)))
        if not text:
            return None  # nothing that can be seen
        record.draft.note("authors", steps, (place,))
        return pair(text, found[2])._replace(suffix=found[3])
    return _single(document, record, place)


def _single(document: Document, record: Record, place: Place) -> Name | None:
    """Read one word alone as a family name, for in these formats the family name stands first; in capitals it is an organisation."""
    if document.text.find(" ", place.start + 1, place.end) >= 0:
        return None
    text, steps = document.clean(place)
    is_word = bool(text) and text[0] < _CJK and text.replace("-", "").replace("'", "").replace("’", "").isalnum()
    if not is_word or (text.isupper() and len(text) > 1) or text in NULLS:
        return None
    record.draft.note("authors", steps, (place,))
    return Name(family=text)


def _add_marked(document: Document, record: Record, role: str, tag: str, place: Place) -> None:
    """Add a name without the degrees and the marks of affiliations behind it."""
    text = document.text[place.start : place.end]
    words = [(match.start(), match.end(), match[0].strip(",")) for match in re.finditer(r"\S+", text)]
    end = len(words)
    while end > 1 and (not any(map(str.isalpha, words[end - 1][2])) or is_credential(words[end - 1][2], beside=True)):
        end -= 1
    if end < 2 and "," in text:
        end = len(words)
    kept = Place(place.start, place.start + len(text[: words[end - 1][1]].rstrip(","))) if words else place
    record.add(role, tag, kept)
    if text[kept.end - place.start :].strip():
        left = Place(kept.end, place.end)
        record.draft.cover("authors", left)
        told = f"left out of the list of authors: {document.text[left.start : left.end].strip(', ')!r}"
        record.draft.add_issue("author-marks", told, "authors", left)


def _add_orcid(document: Document, record: Record, field: Field, *, has_author: bool) -> None:
    """Take the iD of the author whose name stands before it; that of an editor, or an id of another kind, is kept."""
    place = _joined(field)[0]
    text = document.text[slice(*place)]
    if has_author and (next(find_orcid(text), None) or "orcid" in text.lower()):
        record.identify("orcid", place, raw=_ORCID_LABEL.sub("", text))
    else:
        record.add("", "orcid", place)


def _add_sources(document: Document, record: Record, form: Format, fields: Sequence[Field]) -> None:
    """Add what the line of the source says and nothing else does."""
    known = {role for role in ("venue", "volume", "issue", "pages", "date") if record.has(role)}
    for field in fields:
        if field.tag in form.source:
            for role, place in parts(document, _joined(field)[0]):
                if role not in known:
                    record.add(role, field.tag, place)
                    known.add(role)


def _parts(document: Document, place: Place) -> Iterator[Place]:
    """Cut a line with several names at the semicolons that are not part of an entity."""
    start, end = place
    text = document.text
    if text.find(";", start, end) < 0 and text.find("；", start, end) < 0:
        yield place
        return
    for match in _ENTITY_OR_END.finditer(text, start, end):
        if len(match[0]) == 1:
            if text[start : match.start()].strip():
                yield Place(start, match.start())
            start = match.end()
    if text[start:end].strip():
        yield Place(start, end)


def _unstopped(document: Document, record: Record, form: Format, line: Place) -> Place:
    """Leave out the full stop that ends a list of names, as in `Lin, Zhaojiang; Fung, Pascale.` of Ovid."""
    found = _LIST_STOP.search(document.text[slice(*line)]) if form.is_bare else None
    if not found:
        return line
    kept = Place(line.start, line.start + found.start(1))
    record.draft.cover("authors", Place(kept.end, line.end))
    return kept


def _stopped(document: Document, line: Place) -> list[Place]:
    """Cut a line of names whose full stops part them, family name first: `Le Tallec Marc. Villaneau Jeanne.`; [] for any other line."""
    text = document.text[slice(*line)].rstrip()
    if not text.endswith(".") or not _NO_STOPS.isdisjoint(unescape(text)):
        return []
    places: list[Place] = []
    start = 0
    for match in _STOP.finditer(text):
        piece = Place(line.start + start, line.start + match.start())
        if places and (match.start() - start < 2 or is_suffix(text[start : match.start()])):
            places[-1] = Place(places[-1].start, piece.end)  # another initial
        else:
            places.append(piece)
        start = match.end()
    return places


def _add_type(document: Document, record: Record, form: Format, field: Field) -> None:
    """Take a type that the table knows; of several the first, and one that says little is kept as it stands too."""
    known = form.types.get(_shown(document, field).lower())
    places = _joined(field)
    if known and not record.has("type"):
        record.add("type", field.tag, *places, raw=known)
    if not known or known == "misc":
        record.add("", field.tag, *places)
    else:
        record.add("skip", field.tag, *places)


def _add_keywords(document: Document, record: Record, form: Format, field: Field, *, is_only: bool) -> None:
    lines = field.lines if field.tag in form.each else _joined(field)
    is_list = is_only and len(lines) == 1 and _shown(document, field).count(",") > 1
    for place in lines:
        is_many = is_list or document.text.find(";", *place) >= 0
        record.add("keywords" if is_many else "keyword", field.tag, place)
