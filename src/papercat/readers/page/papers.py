"""From records to papers: names, venues, dates, ids and addresses of one record, and the issues for what is no part of any."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from papercat.identifiers import find_identifiers
from papercat.models import Author, Issue, Paper
from papercat.names import dot_initials, is_plain_initials, parse_messy
from papercat.readers.draft import Draft
from papercat.readers.headings import Dated, take_year
from papercat.readers.orders import name_order
from papercat.readers.page.citations import Citation, fill, find_citation, is_same
from papercat.readers.page.marks import unmark
from papercat.readers.page.numbers import take_doi, take_numbers
from papercat.readers.page.pieces import STACK
from papercat.readers.page.quotes import within_quotes
from papercat.readers.page.records import (
    ADDRESS,
    FURNITURE,
    NUMBER,
    VALUE,
    Part,
    are_quoted,
    are_titled,
    split_records,
    stops,
)
from papercat.readers.page.separators import DOT, OPEN, RUN_ON
from papercat.readers.page.snippets import SNIPPET, is_cut
from papercat.readers.page.strays import odd_records
from papercat.readers.page.venues import CITED, read_date, years_in
from papercat.readers.page.workplaces import find_workplaces, set_aside
from papercat.readers.page.years import years_of
from papercat.readers.record import Record
from papercat.text.document import Document, Place

_NOTE = re.compile(
    r"\(\s*\\?[*∗†‡§¶=]+\s*:?[^()]{0,80}\)|\((?:equal\s+contribution|co-first authors?|corresponding author)[^()]{0,40}\)", re.IGNORECASE
)
# Authors that a site leaves out of the middle of a list: Semantic Scholar, SpringerLink; at its end the list itself is read so.
_OMITTED = re.compile(r"(?:,\s*|\s+)(?:\+\s?\d{1,4}\s(?:authors?|more|others)|\.\.\.|…|\[[.…]{1,3}\])(?:\s*,\s*|\s+)(?=[^\W\d_])")
_DATED = re.compile(r"((?:19|20)\d\d)[,;]\s+(?=\d|vol|no|pp?\b|art)", re.IGNORECASE)
_INITIAL_ENDS = re.compile(r"(?:\b[^\W\d_]|\b[JS]r|\bal)\.\s*\Z")
# As DSpace lists: "(Elsevier, 2020-09) Sjöblom, Eetu; Creutz, Mathias".
_ISSUED = re.compile(r"\((?:(?P<publisher>[^()\n]{2,80}),\s)?(?P<date>(?:19|20)\d\d(?:-\d\d){0,2})\)\s+(?=\S)")
_SUBMITTED = frozenset({"submitted", "submitted on"})  # arXiv, OpenReview; of a paper that says nothing else it is the year
_NUMBERED = re.compile(r"((?:19|20)\d\d)[-/.]\d{1,4}:?[ \t]")  # as series number their papers
_IN_BRACKETS = re.compile(r"\(?((?:[^()]|\([^()]*\))*)\)\.?")  # a list within brackets, of which a line can have one
_HEADED = re.compile(r"(?:indent )?h\d")  # a form: set as a heading
_NEARLY_ALL = 0.8  # of the given names of a page
_SAMPLE = 40  # lists that tell the order of the names of the page
_TOLD_CUT = "the page shows a piece of the abstract; kept as its snippet"
_ROLES = {"T": "title", "B": "abstract"}


class Habits(NamedTuple):
    """What holds for all records of a page.

    Attributes:
        order: of names, "" where the page does not tell.
        has_stops: the full stop behind a title is the page's.
        lists_stop: so is the one behind a list of names.
        has_quotes: so are the quotation marks around one.
        has_initials: given names are initials without full stops.
        has_snippets: what it shows of abstracts are mostly pieces of them.
        places: where people work, which stands behind names with a comma alone.
    """

    order: str
    has_stops: bool
    lists_stop: bool
    has_quotes: bool
    has_initials: bool
    has_snippets: bool
    places: frozenset[str]


def make_papers(document: Document, parts: Sequence[Part]) -> Iterator[Paper | Issue]:
    """Make the papers of the parts of a page, and the issues."""
    for part in parts:
        if part.kind == FURNITURE or (part.kind == VALUE and part.pieces[0].role == "page"):
            yield _left_out(document, part)
    records = list(split_records(parts))
    has_titles, odd = are_titled(records), odd_records(records)
    habits = _habits(document, [part for number, record in enumerate(records) if number not in odd for part in record])
    citations = [find_citation(document, [part.pieces[0] for part in record]) for record in records]
    are_papers = [
        citation is not None or (number not in odd and _is_paper(record, has_titles=has_titles))
        for number, (record, citation) in enumerate(zip(records, citations, strict=True))
    ]
    years = years_of(document, records, are_papers)
    for record, citation, is_paper, dated in zip(records, citations, are_papers, years, strict=True):
        if is_paper:
            yield from _paper(document, record, habits, citation, dated)
        else:
            yield from (_heading(document, part) for part in record if part.kind not in (FURNITURE, NUMBER))


def _is_paper(record: Sequence[Part], *, has_titles: bool) -> bool:
    kinds = {part.kind for part in record} - {FURNITURE, NUMBER}
    return bool(kinds & set("TAB")) and not (kinds == {"A"} and has_titles)


def _habits(document: Document, parts: Sequence[Part]) -> Habits:
    """Find what holds for all records of a page."""
    lists = sample_lists(document, parts)
    places = find_workplaces(document.clean_text(_bare_names(document, part))[0] for part in parts if part.kind == "A")
    lists = [set_aside(text, places) for text in lists]
    order = name_order(lists) if len(lists) > 1 else ""
    has_stop = stops(lists)
    bare = [text.rstrip(".") if has_stop else text for text in lists]
    names = [name.given for text in bare for name in parse_messy(text, order=order).names if name.given]
    has_initials = sum(map(is_plain_initials, names)) > _NEARLY_ALL * len(names)
    titles = list(_titles(parts))
    return Habits(
        order,
        stops(titles),
        has_stop,
        are_quoted(["".join(piece.text for piece in part.pieces) for part in parts if part.kind == "T"]),
        has_initials,
        _shows_snippets(parts),
        places,
    )


def _shows_snippets(parts: Sequence[Part]) -> bool:
    cut = [part.kind == VALUE or is_cut(part.pieces[0].text, part.pieces[-1].text) for part in parts if _shows_text(part)]
    return sum(cut) > len(cut) / 2


def _shows_text(part: Part) -> bool:
    return part.kind == "B" or (part.kind == VALUE and part.pieces[0].role == SNIPPET)


def sample_lists(document: Document, parts: Sequence[Part]) -> list[str]:
    """Give the first lists of names of a page, clean."""
    lists = [part for part in parts if part.kind == "A"][:_SAMPLE]
    return [document.clean_text(_bare_names(document, part))[0] for part in lists]


def _titles(parts: Sequence[Part]) -> Iterator[str]:
    """Give the end of each title, with the full stop that parts it from what follows in its line."""
    for part, after in zip_longest(parts, parts[1:]):
        if part.kind == "T":
            yield part.pieces[-1].text + "." * (after is not None and after.pieces[0].before == DOT)


def _bare_names(document: Document, part: Part) -> str:
    """Give a list of names without markup, notes and what ends it."""
    if len(part.pieces) > 1 and (part.pieces[1].fixed == VALUE or part.pieces[1].before == STACK):
        raw = "; ".join(unmark(document.text[slice(*piece.place)]).rstrip(",; ") for piece in part.pieces)
    else:
        raw = _raw(document, part)
    bare = _OMITTED.sub(", ", _NOTE.sub(" ", raw)).rstrip(" :,;")
    within = _IN_BRACKETS.fullmatch(bare)
    return within[1] if within else bare


def _left_out(document: Document, part: Part) -> Issue:
    place = part.place
    raw = document.text[slice(*place)]
    told = f"left out as a part of the page: {raw.strip()[:60]}"
    return Issue(code="page-furniture", message=told, source=Draft(document).source("page", place), raw=raw)


def _heading(document: Document, part: Part) -> Issue:
    source = Draft(document).source("heading", part.place)
    text = document.clean(part.place)[0]
    return Issue(code="heading", message=f"kept as the heading of the list: {text}", source=source, raw=text)


def _paper(
    document: Document, record: Sequence[Part], habits: Habits, citation: Citation | None, dated: Dated | None
) -> Iterator[Paper | Issue]:
    parts = [part for part in record if part.kind != FURNITURE and not (part.kind == VALUE and part.pieces[0].role == "page")]
    if citation and (notes := _notes(parts, citation)):
        yield from (_heading(document, part) for part in notes)
        parts = [part for part in parts if part not in notes]
    made = Record(document, Place(min(part.place.start for part in record), max(part.place.end for part in record)))
    for part in parts:
        if part.kind != NUMBER:
            _TAKERS[part.kind](document, made, part, habits)
    if not made.has("date", "year"):
        _take_year(document, made, parts)
    if citation:
        yield from fill(document, made, citation, _text([part for part in parts if part.kind == "T"]))
    if dated and not made.has("date", "year"):
        take_year(made.draft, dated)
    yield from made.finish()


def _notes(parts: Sequence[Part], citation: Citation) -> list[Part]:
    """Find the words of somebody's notes, headed in their own words, where the paper is cited below."""
    titles = [part for part in parts if part.kind == "T"]
    if not titles or any(not _HEADED.match(part.pieces[0].form) for part in titles) or is_same(_text(titles), citation.paper.title or ""):
        return []
    return [part for part in parts if part.kind in "TABVY"]


def _text(parts: Sequence[Part]) -> str:
    return "".join(piece.text for part in parts for piece in part.pieces)


def _places(document: Document, part: Part) -> list[Place]:
    """Give the places of a field: pieces of one line are one place, with what parts them."""
    places: list[Place] = []
    many = len(part.pieces) > 1
    for piece in part.pieces:
        for place in ((many and piece.mark) or piece.place, *piece.more):
            end = place.end + (piece.before == OPEN and piece is not part.pieces[0] and document.text[place.end : place.end + 1] == ")")
            if places and not _is_break(document.text[places[-1].end : place.start]):
                places[-1] = Place(places[-1].start, end)
            else:
                places.append(place)
    return places


def _is_break(gap: str) -> bool:
    return any(sign in gap for sign in "\n\r\v\f\u2028\u2029")


def _raw(document: Document, part: Part) -> str:
    return unmark("\n".join(document.text[slice(*place)] for place in _places(document, part)))


def _take_text(document: Document, made: Record, part: Part, habits: Habits) -> None:
    places, role = _places(document, part), _ROLES[part.kind]
    if part.kind == "T" and (last := places[-1]).end - last.start > 1:
        is_style = habits.has_stops or part.pieces[0].form.endswith(("bold", "italic", "link"))
        if document.text[last.end - 1 : last.end] in (",", *("." * is_style)):
            places[-1] = Place(last.start, last.end - 1)
    if part.kind == "T" and habits.has_quotes:
        places = _within_quotes(document.text, places)
    if part.kind == "B" and habits.has_snippets:
        made.add("", "snippet", *places)
        return
    raw = "\n".join(document.text[slice(*place)] for place in places)
    bare = unmark(raw) if any(piece.raw is not None or piece.mark for piece in part.pieces) else raw
    if part.kind == "B" and habits.has_snippets:
        made.draft.add_issue("abstract-cut", _TOLD_CUT, SNIPPET, places[0])
        made.add("", SNIPPET, *places, raw=None if bare == raw else bare)
        return
    made.add(role, role, *places, raw=None if bare == raw else bare)
    for piece in part.pieces:
        if piece.url:
            made.add("url", "url", piece.url)


def _within_quotes(text: str, places: list[Place]) -> list[Place]:
    """Leave out the quotation marks around a title, and the full stop or comma that is theirs."""
    first, last = places[0], places[-1]
    begin, end = within_quotes(text, first.start, last.end)
    if (begin, end) == (first.start, last.end) or end <= last.start or begin >= first.end:
        return places
    return [Place(begin, end)] if len(places) == 1 else [Place(begin, first.end), *places[1:-1], Place(last.start, end)]


def _take_names(document: Document, made: Record, part: Part, habits: Habits) -> None:
    if made.draft.get("authors"):
        made.add("", "authors", *_places(document, part))
        return
    places = _places(document, part)
    places[0] = _behind_date(document, made, places[0])
    bare = set_aside(_bare_names(document, part), habits.places, lambda text: document.clean_text(text)[0])
    if habits.lists_stop and (habits.has_initials or not _INITIAL_ENDS.search(bare)):
        bare = bare.rstrip(".")
    made.draft.add_names(places, raw=bare, order=habits.order)
    if part.pieces[0].before == RUN_ON:
        made.draft.add_issue("records-glued", "taken for authors that are glued to their title", "authors", places[0])
    if _OMITTED.search(_raw(document, part)):
        made.draft.add_issue("authors-cut", "authors are left out of the middle of the list", "authors", places[0])
    if habits.has_initials:
        authors = made.draft.get("authors")
        made.draft.rewrite_authors(map(_dotted, authors if isinstance(authors, tuple) else ()), places[0])
    for piece in part.pieces:
        if piece.url:
            made.add("", "author-url", piece.url)


def _behind_date(document: Document, made: Record, place: Place) -> Place:
    """Take publisher and date in brackets before names, and give where these begin."""
    issued = _ISSUED.match(document.text, *place)
    if not issued:
        return place
    if issued["publisher"]:
        made.add("publisher", "publisher", Place(*issued.span("publisher")))
    made.add("date", "date", Place(*issued.span("date")))
    return Place(issued.end(), place.end)


def _dotted(author: Author) -> Author:
    """Write the initials of a name with full stops; words behind them belong to the family name, for no given name is written out."""
    given, _, family = (author.given or "").partition(" ")
    if family and author.family and not author.particle and is_plain_initials(given) and not is_plain_initials(author.given or ""):
        return replace(author, given=dot_initials(given), family=f"{family} {author.family}")
    return replace(author, given=dot_initials(author.given)) if author.given else author


def _take_venue(document: Document, made: Record, part: Part, habits: Habits) -> None:
    del habits
    places = _places(document, part)
    if cited := CITED.match(document.text, part.pieces[0].place.start, places[-1].end):
        _take_cited(document, made, cited, places[-1].end)
        return
    if dated := _DATED.match(document.text, *places[0]):  # Scopus: "Neurocomputing, 2011, 27(5), pp. 860–871"
        made.add("year", "year", Place(*dated.span(1)))
        places[0] = Place(dated.end(1), places[0].end)
    if all(piece.raw is None for piece in part.pieces):
        places = take_numbers(document, made, take_doi(document, made, places))
    if not dated or document.text[places[0].start : places[-1].end].strip(" ,;."):
        made.add("venue", "venue", *places)


def _take_cited(document: Document, made: Record, cited: re.Match[str], end: int) -> None:
    """Take a venue with all that PubMed says behind it."""
    for role in ("venue", "date", "volume", "issue", "pages"):
        if cited[role]:
            made.add(role, role, Place(*cited.span(role)))
    rest = Place(cited.end(), end)
    found = next(find_identifiers(document.text[slice(*rest)]), None)
    if found and found.kind == "doi":
        made.add("doi", "doi", Place(rest.start + found.start, rest.start + found.end))
    elif document.text[slice(*rest)].strip():
        made.add("", "citation", rest)


def _take_date(document: Document, made: Record, part: Part, habits: Habits) -> None:
    del habits
    place = part.place
    date, pages = read_date(part.pieces[0].text) or ("", "")
    raw = document.text[slice(*place)]
    begin = raw.find(date)
    made.add("date", "date", Place(place.start + begin, place.start + begin + len(date)) if begin >= 0 else place, raw=date)
    if pages:
        begin = raw.rfind(pages)
        made.add("pages", "pages", Place(place.start + begin, place.start + begin + len(pages)) if begin >= 0 else place, raw=pages)


def _take_value(document: Document, made: Record, part: Part, habits: Habits) -> None:
    del habits
    piece = part.pieces[0]
    if not piece.text and not piece.more:
        return
    role = piece.role
    if role == "volume" and any(map(str.isalpha, piece.text)):
        role = "venue"
    places = _places(document, part)
    if role == SNIPPET:
        made.draft.add_issue("abstract-cut", _TOLD_CUT, SNIPPET, places[0])
        role = ""
    made.add(role, piece.label, *places)


def _take_address(document: Document, made: Record, part: Part, habits: Habits) -> None:
    del habits
    piece = part.pieces[0]
    place = piece.url or piece.place
    text = document.text[slice(*place)]
    found = next(find_identifiers(text), None)
    if found and found.kind in ("arxiv", "doi") and not made.has(found.kind):
        made.add(found.kind, found.kind, place)
        if text.startswith("http") and not made.has("url"):
            made.add("url", "url", place)
    elif re.match(r"\W*(?:https?:|www\.)", text):
        made.add("url", piece.text if piece.url else "url", place)
    else:
        made.add("id", "id", place)


def _take_year(document: Document, made: Record, parts: Sequence[Part]) -> None:
    """Take the year that the venue tells, where it is one, or when the paper was submitted."""
    values = [part for part in parts if part.kind == VALUE]
    venues = [part for part in parts if part.kind == "V" or (part.kind == VALUE and part.pieces[0].role == "venue")]
    for part in [*venues, *(part for part in values if part.pieces[0].label.lower() in _SUBMITTED)]:
        text = document.text[slice(*part.place)]
        years = years_in(text)
        if len(years) == 1:
            begin = part.place.start + text.find(years[0])
            made.add("year", "year", Place(begin, begin + 4))
            return
    if dated := _NUMBERED.match(document.text, min(part.place.start for part in parts)):
        made.add("year", "year", Place(*dated.span(1)))


_TAKERS = {
    "T": _take_text,
    "B": _take_text,
    "A": _take_names,
    "V": _take_venue,
    "Y": _take_date,
    VALUE: _take_value,
    ADDRESS: _take_address,
}
