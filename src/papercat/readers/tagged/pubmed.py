r"""PubMed's "Abstract (text)": numbered records of paragraphs that end with their ids, as the site shows, saves and mails them.

The paragraphs are told by what begins them and by their place; what lost an empty line or a line break is cut where the next one begins.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from papercat.models import Issue, Paper
from papercat.names import dot_all, dot_indexed
from papercat.names.ways import BLOCK
from papercat.readers.draft import furniture_issues
from papercat.readers.layout import Row, ends_sentence, lay_out
from papercat.readers.orders import name_order
from papercat.readers.record import Record
from papercat.readers.tagged.format import AT, lined
from papercat.readers.tagged.items import beginning, parted
from papercat.text.document import Document, Place
from papercat.text.lines import split_lines

_NUMBER = r"(?:\[?\d{1,5}[\].]\s{1,4}){1,2}"
# a journal has no full stop within its name, and the source is one paragraph
_VENUE = r"(?P<venue>[^\s;.](?:[^&;.\n]|\.(?=\S)|\n(?!\s{0,99}\n)|&(?:#?\w{1,8};)?){1,200}?)"
_WHEN = r"(?P<date>(?:1[89]|20)\d\d(?:\s[A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?)?(?:\s\d{1,2}(?:-\d{1,2})?)?)"
_WHERE = (
    r"(?P<volume>[A-Z]?\d[\w.]{0,9}(?:\s(?:Suppl|Pt)\.?\s?\w{0,5})?)?(?:\((?P<issue>[^()\n]{1,30})\))?"
    r"(?::\s?(?P<pages>[\w.]{1,20}(?:-\w{1,12})?))?(?:;\s(?:author\sreply|discussion)\s[\w-]{1,20})?"
)
_PAGES = r"(?::(?P<pages3>[\w.]{1,20}))?"  # "2024 Oct 21:2024.10.17.618926", of a preprint
_UNDATED = r"(?P<volume2>\d{1,5})(?:\((?P<issue2>[^()\n]{1,30})\))?:(?P<pages2>[\w.]{1,12}(?:-\w{1,12})?)"
_BEHIND = r"\s+(?:doi:\s*(?P<doi>10\.\d{4,9}/\S+?)\.(?=\s|\Z)|(?:Epub|eCollection|Print)\s[^.]{4,20}\.|Online\sahead\sof\sprint\.)"
# "1. Nucleic Acids Res. 2023 Feb 12;56(3):125-141. doi: 10.1093/nar/gkad123. Epub 2023 Jan 5."
_SOURCE = re.compile(rf"\ufeff?(?:{_NUMBER})?{_VENUE}\.\s+(?:{_WHEN}(?:;{_WHERE}|{_PAGES})|{_UNDATED})\.(?:{_BEHIND}){{0,4}}")
# "In: StatPearls [Internet]. Treasure Island (FL): StatPearls Publishing; 2025 Jan–. 2023 Nov 25."
_BOOK = re.compile(
    rf"In:\s{{1,4}}(?P<venue>\S[^.;]{{1,160}})\.\s+(?:[^:;.]{{2,80}}:\s{{1,4}}(?P<publisher>[^;:.]{{2,80}});\s)?"
    rf"(?:1[89]|20)\d\d[^;.]{{0,20}}\.(?:\s+{_WHEN}\.)?"
)
_FOUND_IN = ("venue", "publisher", "date", "volume", "issue", "pages", "volume2", "issue2", "pages2", "pages3", "doi")
_SAID = {name: name.rstrip("23") for name in _FOUND_IN}
_NUMBERED = re.compile(_NUMBER)
_FIRST = re.compile(rf"{AT}\s{{0,9}}{_NUMBER}|^{_NUMBER}")
_LAST = re.compile(r"PMID:\s{0,2}\d{1,8}(?:\s{1,3}\[[^\[\]\n]{3,40}\])?")
_ID = re.compile(r"(?P<label>DOI|PMCID|PMID):\s{0,3}(?P<value>\S+)")
# what begins a paragraph of another kind, wherever it stands
_PARTS = {
    "address": re.compile(r"Author information:"),
    "rights": re.compile(r"(?:Copyright\s|©|\(c\)\s)"),
    "interest": re.compile(r"Conflict of interest statement:"),
    "relation": re.compile(r"(?:Comment|Erratum|Update|Republished|Retraction|Expression of concern) (?:in|on|of|from|for)\b"),
    "group": re.compile(r"Collaborators(?:\(\d{1,4}\))?:\s"),
    "language": re.compile(r"\[Article in [A-Z][^\[\]]{2,80}\]"),
    "book": re.compile(r"In:\s"),
    "ids": re.compile(r"(?:DOI|PMCID|PMID):\s"),
}
_KEPT = {
    "address": "affiliation",
    "rights": "copyright",
    "interest": "conflict of interest",
    "relation": "related",
    "group": "collaborators",
}
_IN = re.compile(r"\n\s{0,9}(?=In:\s)")
_HEADS = frozenset(("title", "language", "book"))  # behind which, and before the abstract, the authors may stand
# where a line break was lost
_GLUED = re.compile(
    r"(?<=\S)\s*(?=Author information:|(?:DOI|PMCID|PMID):\s|Conflict of interest statement:|Copyright\s©"
    r"|(?<!Copyright)(?<!Copyright\s)©\s?(?:19|20)\d\d)"
    r"|(?<=Author information:)\s*(?=\S)"
)
_NAME = re.compile(r"[^\W\d_][^\s,;:]*(?:\s[^\s,;:]+){0,5}\.?")
_MARKS = re.compile(r"\((?:\d{1,3}|[#*†‡§])\)|[*†‡§]")
_LISTS = 40  # of names that are compared
_OPENING = 700  # characters in which the source ends
_RECORDS = 12  # that are looked at
_LINES = 2  # of a record between its source and its ids; a "Summary" has none


@dataclass(slots=True)
class _Part:
    """A paragraph of a record: its kind, a word of `_PARTS`, "title", "authors" or "abstract", and its lines."""

    kind: str
    rows: list[Row] = field(default_factory=list)

    @property
    def places(self) -> list[Place]:
        """Where it stands."""
        return [row.place for row in self.rows]


def is_pubmed(text: str) -> bool:
    r"""Tell records of paragraphs, the first a numbered source and the last the ids.

    >>> is_pubmed("1. Gene. 2016 Jan 15;576(1):466-75.\n\nA title.\n\nTong M(1).\n\nPMID: 26528\n")
    True
    >>> is_pubmed("1. Tong M. A title. Gene. 2016 Jan 15;576(1):466-75.\nPMID: 26528\n")
    False
    """
    done, found = 0, []
    text = lined(text) if "PMID:" in text else ""
    for last, _ in zip(_LAST.finditer(text), range(_RECORDS), strict=False):
        found.append(_is_record(text[done : last.start()]))
        done = last.end()
    return 2 * sum(found) > len(found)


def _is_record(text: str) -> bool:
    number = _FIRST.search(text)
    source = _source(text, number.end(), number.end() + _OPENING) if number else None
    lines = split_lines(text[source.end() :]) if source else []
    return sum(not _PARTS["ids"].match(line.text) for line in lines) >= _LINES


def read_pubmed(document: Document) -> Iterator[Paper | Issue]:
    r"""Read the records one after the other.

    >>> text = "1. Gene. 2016 Jan 15;576(1):466-75.\n\nSleeper\nAgents.\n\nTong MK.\n\nWe show it.\n\nPMID: 26528\n"
    >>> paper, dotted = read_pubmed(Document("a", text))
    >>> paper.title, paper.authors[0].inverted, paper.venue, paper.year, paper.abstract
    ('Sleeper Agents', 'Tong, M. K.', 'Gene', 2016, 'We show it.')
    """
    layout = lay_out(document)
    yield from furniture_issues(document, layout.furniture)
    records = list(_records(document, layout.rows))
    starts = [beginning(rows[0]) for rows in records]
    read = [_read(document, rows) for rows in records]
    lists = [document.clean(*part.places)[0] for _, parts in read for part in parts if part.kind == "authors"][:_LISTS]
    order = name_order(lists)
    for (source, parts), start, end in zip(read, starts, [*starts[1:], len(document.text)], strict=True):
        yield from _paper(document, Place(start, end), order, source, parts)


def _records(document: Document, rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Part the rows where a number begins a line behind the ids."""
    record: list[Row] = []
    is_done = False
    for row in rows:
        for one in parted(document, row, _cuts(document.text, row)):
            is_numbered = one.number or _NUMBERED.match(document.text, *one.place)
            # the ids above may be taken for the foot of a page
            if is_numbered and record and (is_done or _SOURCE.match(document.text, one.place.start, one.place.start + _OPENING)):
                yield record
                record, is_done = [], False
            record.append(one)
            is_done = is_done or bool(_LAST.match(one.text))
    if record:
        yield record


def _cuts(text: str, row: Row) -> list[Place]:
    """Find where a row must be cut, and the blanks there."""
    cuts = [Place(*match.span()) for match in _GLUED.finditer(text, *row.place)]
    ends = [match.end() for match in _LAST.finditer(text, *row.place)]
    return sorted({*cuts, *(Place(end, end) for end in ends if _NUMBERED.match(text, end, row.place.end))})


def _read(document: Document, rows: Sequence[Row]) -> tuple[re.Match[str] | None, list[_Part]]:
    """Read the source, and part what stands below it."""
    start = rows[0].place.start
    source = _source(document.text, start, min(start + _OPENING, rows[-1].place.end))
    if source and source.re is _BOOK:  # which stands below the title
        number = _NUMBERED.match(document.text, *rows[0].place)
        end = number.end() if number else start
    else:
        end = source.end() if source else next((row.place.start for row in rows[1:] if row.after_blank), rows[0].place.end)
    below: list[Row] = []
    for row in rows:
        if row.place.end > end:
            below += parted(document, row, [Place(end, end)])[1:] if row.place.start < end else [row]
    return source, list(_parts(below))


def _source(text: str, start: int, end: int) -> re.Match[str] | None:
    """Find where a record says that it appeared: before its title, or a chapter in a paragraph below it."""
    return _SOURCE.match(text, start, end) or next(
        (found for place in _IN.finditer(text, start, end) if (found := _BOOK.match(text, place.end(), end))), None
    )


def _parts(rows: Sequence[Row]) -> Iterator[_Part]:
    """Part the rows into paragraphs and say what each is."""
    part = _Part("title")
    has_names, has_blanks = False, any(row.after_blank for row in rows)
    for row in rows:
        kind = next((kind for kind, sign in _PARTS.items() if sign.match(row.text)), "") or _next_kind(
            part, row, has_names=has_names, has_blanks=has_blanks
        )
        has_names |= kind == "authors"
        if kind != part.kind or (kind == "ids" and part.rows):
            if part.rows:
                yield part
            part = _Part(kind)
        part.rows.append(row)
    if part.rows:
        yield part


def _next_kind(part: _Part, row: Row, *, has_names: bool, has_blanks: bool) -> str:
    """Say what a row is that nothing marks, from the paragraph above it."""
    is_ended = bool(part.rows) and (row.after_blank or ends_sentence(part.rows[-1].text))
    if not is_ended:
        return part.kind
    if part.kind in _HEADS and not has_names and (part.kind == "title" or row.after_blank):
        return "authors" if _is_names(row.text) else "abstract"
    if part.kind == "authors":
        return "authors" if not row.after_blank and _is_names(row.text) else "abstract"
    if part.kind == "address":
        goes_on = has_blanks and not row.after_blank  # "Electronic address: name@example.org." behind a full stop
        return "address" if goes_on or row.text.startswith(("(", "Electronic address:")) else "abstract"
    return "abstract" if row.after_blank or part.kind == "ids" else part.kind


def _is_names(text: str) -> bool:
    """Tell a line of names.

    >>> _is_names("Handa K, Clapper M, Boyle J, Wang R, Yang"), _is_names("We show it, and more, too."), _is_names("Eduard Hovy(1).")
    (True, False, True)
    """
    names = [name.strip() for name in _MARKS.sub("", text).rstrip(" ,.").split(",")]
    if len(_MARKS.findall(text)) * 2 > len(names):
        return True
    return all(_NAME.fullmatch(name) for name in names) and sum(name[:1].isupper() for name in names) * 2 > len(names)


def _paper(document: Document, place: Place, order: str, source: re.Match[str] | None, parts: Sequence[_Part]) -> Iterator[Paper | Issue]:
    record = Record(document, place)
    if not source and not parts:
        record.draft.add_issue("heading", "kept as a heading: a number alone", "heading", place)
    record.order, record.initials = order, dot_all if order == BLOCK else None
    for name, value in source.groupdict().items() if source else ():
        if source and value:
            record.add(_SAID[name], _SAID[name], Place(*source.span(name)))
    told = {"ids", "book"} if source and source.re is _BOOK else {"ids"}
    for kind in dict.fromkeys(part.kind for part in parts if part.kind not in told):
        places = [one for part in parts if part.kind == kind for one in part.places]
        if kind in ("title", "authors"):
            places = without_stop(document.text, places)
            record.add(kind, kind, *places, raw=dotted(document, record, places) if kind == "authors" else None)
        else:
            record.add("abstract" if kind == "abstract" else "", _KEPT.get(kind, kind), *places)
    for part in parts:
        if part.kind == "ids":
            _add_ids(document, record, part.places)
    yield from record.finish()


def dotted(document: Document, record: Record, places: Sequence[Place]) -> str | None:
    """Write `Kumar S(1), Stecher G(2)` with full stops and without the marks of addresses; None for names of another form."""
    text = document.clean(*places)[0]
    people, *bodies = _MARKS.sub("", text).removesuffix(".").split("; ")
    written = dot_indexed(people)
    if not written:
        return None
    whole = Place(places[0].start, places[-1].end)
    record.draft.add_issue(
        "initials-dotted", f"initials written with full stops: {text.split(',')[0]} as {written.split(',')[0]}", "authors", whole
    )
    if marks := list(dict.fromkeys(_MARKS.findall(text))):
        record.draft.add_issue("author-marks", f"left out of the list of authors: {', '.join(map(repr, marks))}", "authors", whole)
    # who signs as a body stands behind the people; "Investigating and Research Team" is one name
    return "; ".join([written, *(dot_indexed(body) or f"{{{body}}}" for body in bodies)])


def without_stop(text: str, places: Sequence[Place]) -> list[Place]:
    """Leave out the full stop that PubMed puts behind every title and every list of names."""
    *others, (start, end) = places
    is_stop = text[start:end].endswith(".") and not text[start:end].endswith("..")
    return [*others, Place(start, end - is_stop)]


def _add_ids(document: Document, record: Record, places: Sequence[Place]) -> None:
    match = _ID.match(document.text, places[0].start, places[-1].end)
    if match:
        record.add("doi" if match["label"] == "DOI" else "", match["label"].lower(), Place(*match.span("value")))
    else:
        record.add("", "ids", *places)
