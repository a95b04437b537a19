"""A record of labelled values: what each becomes in a paper follows from its role, and what has no role goes to `extra`.

A reader of a format with labels only says where the values stand, and has a table from its labels to the roles:

| role | what the value is |
|---|---|
| title, abstract, venue, volume, issue, pages, publisher, comment | the text of that field |
| subtitle | is joined to the title |
| authors | a list of names in any format |
| author | one name; the order is found from all of the record |
| short-author | one name in a short form, which counts where there is no other |
| year, month | as said |
| date | year and perhaps month, `2021-03-05`, `2021 Mar`, `5 March 2021` |
| doi, arxiv | an id, perhaps with its address |
| id | an id of any kind, told by its form |
| url | an address; an id of arXiv or a DOI in it counts where the record has no other |
| first-page, last-page | are joined to pages |
| keywords, keyword | several, or one |
| type | a BibTeX entry type, mapped by the reader |
| editor | one name, kept in `extra` |
| orcid | the ORCID iD of the author before it, for `Record.identify` |
| orcids | ORCID iDs with the names or the places of the authors whose they are, or as many as there are authors |
| skip | says nothing of the paper, as the end mark of a record |
| "" | has no field: kept in `extra` under its label |

Of several values for one field the first counts and the others are kept in `extra`, unless they say the same.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any

from papercat.identifiers import Identifier, find_arxiv, find_doi, parse_arxiv, parse_doi, parse_identifier, parse_orcid
from papercat.models import Author, Issue, Paper
from papercat.names import Name, parse_each
from papercat.orcids import placed
from papercat.readers.dates import read_date, read_month
from papercat.readers.draft import Draft, plain_author, told_author
from papercat.readers.fonts import without_fonts
from papercat.readers.orcids import Claims, assign, claimed, is_broken
from papercat.readers.value import ADDRESS, Value, has_more, joined, plain_label, value_of
from papercat.text.clean import plain_text
from papercat.text.document import Document, Place
from papercat.text.fix import Step

TEXTS = ("title", "abstract", "venue", "volume", "issue", "pages", "publisher", "comment")
ROLES = frozenset(TEXTS) | frozenset(
    "subtitle authors author short-author year month date doi arxiv id url first-page last-page keywords keyword type editor orcid orcids "
    "skip".split()
)
_ARXIV_DOI = "10.48550/arxiv."
# "arXiv preprint arXiv:1706.03762 [cs.CL]" and no more, as a note
_SHOWN = re.compile(r"(?:arxiv (?:e-?prints?|preprint),? )?arxiv:\s?\S+(?: \[[\w.-]+\])?[.,]?", re.IGNORECASE)
_OF_DBLP = "abs/"  # in the volume of CoRR
# under a label that says arXiv a number is an id
_PARSERS: dict[str, Callable[[str], Identifier | None]] = {
    "arxiv": partial(parse_arxiv, floats=True),
    "doi": parse_doi,
    "id": parse_identifier,
}
_FINDERS: dict[str, Callable[[str], Iterator[Identifier]]] = {"arxiv": partial(find_arxiv, floats=True), "doi": find_doi}

# By which method the values of a role are taken.
_TAKERS = dict.fromkeys(TEXTS, "_take_text") | {
    "subtitle": "_take_subtitle",
    "authors": "_take_list",
    "author": "_take_names",
    "short-author": "_take_short",
    "date": "_take_date",
    "year": "_take_date",
    "month": "_take_month",
    "arxiv": "_take_ids",
    "doi": "_take_ids",
    "id": "_take_ids",
    "url": "_take_url",
    "first-page": "_take_pages",
    "last-page": "_take_pages",
    "keywords": "_take_keywords",
    "keyword": "_take_keywords",
    "type": "_take_type",
    "orcids": "_take_orcids",
    "skip": "_skip",
}
# In which order roles are taken: what has no field comes last.
_ORDER = {role: place for place, role in enumerate(_TAKERS)}


class Record:
    r"""The values of one record, gathered one by one; `finish` makes the paper of them.

    >>> page = Document("export.txt", "Titel: Sleeper Agents\nAutor: Hubinger, Evan\nSprache: en")
    >>> record = Record(page, Place(0, len(page.text)))
    >>> for role, label, *place in (("title", "Titel", 7, 21), ("author", "Autor", 29, 43), ("", "Sprache", 53, 55)):
    ...     record.add(role, label, Place(*place))
    >>> paper, *issues = record.finish()
    >>> paper.title, paper.authors[0].inverted, dict(paper.extra), issues
    ('Sleeper Agents', 'Hubinger, Evan', {'Sprache': 'en'}, [])
    """

    # What brings the initials of all authors into the form of CSL, where the format has a manner of its own: "Krutzik, Peter O".
    initials: Callable[[Sequence[str]], list[str]] | None = None
    # In which order most lists of names of the document are.
    order = ""
    _claims: Claims | None = None  # most records have no iDs

    def __init__(self, document: Document, place: Place) -> None:
        """Begin an empty record that stands in a place."""
        self._document, self._place = document, place
        self._values: dict[str, list[Value]] = {}  # by role
        self._kept: set[str] = set()
        self._numbers: dict[str, int] = {}  # of the last value under a label
        self.draft = Draft(document)
        self._extra, self._covered = self.draft.extra, self.draft.covered
        self._may_be_plain = not document.fixes

    def add(self, role: str, label: str, *places: Place, raw: str | None = None, name: Name | None = None, text: str | None = None) -> None:
        """Take one value under its label."""
        value = value_of((role, label, places or (self._place,), raw, name, text))
        if role in self._values:
            self._values[role].append(value)
        else:
            self._values[role] = [value]

    def identify(self, label: str, *places: Place, raw: str | None = None) -> bool:
        """Take the ORCID iD of the author added last, and say whether it was one; another text is kept under its label, and told."""
        text = self._document.text[slice(*places[0])] if raw is None else raw
        self._claims = self._claims or Claims()
        if self._claims.claim(len(self._values.get("author", ())) - 1, text, places):
            return True
        self.add("", label, *places, raw=raw)
        if text.strip() and not parse_orcid(text):
            self._tell_no_orcid(label, (places or (self._place,))[0])
        return False

    def _tell_no_orcid(self, label: str, place: Place) -> None:
        told = f"{label} left out: no ORCID iD, by its form or its check sign; kept in extra"
        self.draft.add_issue("field-invalid", told, "authors", place)

    def add_each(self, role: str, label: str, places: Iterable[Place]) -> None:
        """Take several values under one label, as `add` does one by one."""
        self._values.setdefault(role, []).extend([value_of((role, label, (place,), None, None, None)) for place in places])

    def has(self, *roles: str) -> bool:
        """Say whether there is a value of one of the roles."""
        return any(role in self._values for role in roles)

    def finish(self) -> Iterator[Paper | Issue]:
        """Give the paper, if anything is known of it, and the issues."""
        for role, take in _plan(tuple(self._values)):
            take(self, self._values[role])
        if not self.draft.get("arxiv"):
            self._find_arxiv()
        if self.initials:
            self.draft.write_initials(self.initials, self._place)
        self.draft.cover("record", self._place)
        yield from self.draft.finish()

    def _skip(self, values: Sequence[Value]) -> None:
        for value in values:
            self.draft.cover("record", *value.places)

    def _leave(self, values: Sequence[Value]) -> None:
        """Take values that have no field of a paper."""
        for value in values:
            self._keep(value)

    def _text(self, value: Value, field: str) -> str:
        """Clean a value, tell what it took, and cover its places."""
        _, _, places, raw, _, text = value
        if text is None and self._may_be_plain and (raw is not None or len(places) == 1):
            text = plain_text(self._document.text[slice(*places[0])] if raw is None else raw)  # as most are, in any document
        if text is None:
            text = self._noted(value, field)
        for start, end in places:
            self._covered.append((start, end, field))
        return text

    def _noted(self, value: Value, field: str) -> str:
        role, _, places, raw, _, _ = value
        if raw is not None:
            text, steps = self._document.clean_text(raw)
        else:
            text, steps = self._document.clean(*places) if role != "url" else self._address(value)
        text, fonts = without_fonts(text) if role == "author" else (text, [])
        if fonts or steps:
            self.draft.note(field, [*steps, *fonts], places)
        return text

    def _address(self, value: Value) -> tuple[str, list[Step]]:
        """Clean an address, which stands as it is where it is one, for "%2f" and "=20" in it are no escapes."""
        if ADDRESS.fullmatch(self._document.text, *value.places[0]) and len(value.places) == 1:
            return self._document.text[value.places[0].start : value.places[0].end].strip(), []
        return self._document.clean(*value.places)

    def _keep(self, value: Value, text: str | None = None) -> None:
        """Keep a value in `extra` under its label, numbered where it comes again."""
        text = self._text(value, value.label or "extra") if text is None else text
        label = plain_label(value.label) if self._may_be_plain else None
        if not label:
            label = self._document.clean_text(value.label)[0] or "unnamed"
        if text and (text not in self._kept or label not in self._extra):
            self._extra[self._free(label)] = text
            self._kept.add(text)

    def _free(self, label: str) -> str:
        """Number a label that is taken."""
        name = label
        while name in self._extra:
            self._numbers[label] = self._numbers.get(label, 1) + 1
            name = f"{label}-{self._numbers[label]}"
        return name

    def _take_text(self, values: Sequence[Value]) -> None:
        field = values[0].role
        for value in values:
            text = self._text(value, field)
            known = self.draft.get(field)
            if text and not known:
                self.draft.set(field, text)
            elif text != known:
                self._keep(value, text)

    def _take_subtitle(self, values: Sequence[Value]) -> None:
        for value in values:
            text, title = self._text(value, "title"), self.draft.get("title")
            if text and title and text not in str(title):
                self.draft.set("title", f"{title}{'' if str(title).endswith((':', '?', '!', '.')) else ':'} {text}")
            elif text and not title:
                self.draft.set("title", text)

    def _take_list(self, values: Sequence[Value]) -> None:
        first, *others = values
        self.draft.add_names(first.places, raw=first.raw, order=self.order)
        for value in others:
            self._keep(value)

    def _take_names(self, values: Sequence[Value]) -> None:
        orcids: Mapping[int, str] = {}
        if self._claims:
            orcids = self._claims.by_place
            self.draft.cover("authors", *self._claims.places)
        if self.draft.get("authors"):
            for value in (*values, *claimed(orcids, values)):
                self._keep(value)
            return
        last = values[-1]
        if self.draft.ends_list(last.raw if last.name is None else " ".join(filter(None, last.name[:5])), last.places[0]):
            values = values[:-1]
        if not values:
            return
        if authors := self._plain_authors(values):
            self.draft.cover("authors", *joined([place for value in values for place in value.places]))
            self.draft.set("authors", placed(authors, orcids))
            return
        texts = [value.name or self._noted(value, "authors") for value in values]
        read = iter(parse_each([text for text in texts if isinstance(text, str)]))
        names = [text if isinstance(text, Name) else next(read) for text in texts]
        self.draft.cover("authors", *joined([place for value in values for place in value.places]))
        self.draft.set_authors(names, self.draft.source("authors", values[0].places[0]), orcids)
        self.draft.tell_left_out(names, [value.places[0] for value in values])

    def _plain_authors(self, values: Sequence[Value]) -> tuple[Author, ...]:
        """Make authors of names of which each is plain by itself, as most are; () where one is not."""
        if not self._document.is_healthy:
            return ()
        text, authors = self._document.text, []
        for _, _, places, raw, name, _ in values:
            if raw is None and places[1:]:
                return ()
            start, end = places[0]
            author = plain_author(text[start:end] if raw is None else raw) if name is None else told_author(name)
            if author is None:
                return ()
            authors.append(author)
        return tuple(authors)

    def _take_orcids(self, values: Sequence[Value]) -> None:
        for value in values:
            text = self._text(value, "authors")
            authors: Any = self.draft.get("authors")
            found, is_all = assign(authors, text) if authors else ((), False)
            if found:
                self.draft.set("authors", found)
            if not is_all:
                self._keep(value, text)
            if is_broken(text):
                self._tell_no_orcid(value.label, value.places[0])

    def _take_short(self, values: Sequence[Value]) -> None:
        if not self.draft.get("authors"):
            self._take_names(values)
            return
        for value in values:
            self.draft.cover("authors", *value.places)

    def _take_date(self, values: Sequence[Value]) -> None:
        for value in values:
            text = self._text(value, "year")
            found = read_date(text)
            if not found or self.draft.get("year") not in (None, found.year):
                self._keep(value, text)
                continue
            self.draft.set("year", found.year)
            if found.month and not self.draft.get("month"):
                self.draft.set("month", found.month)
            if len(text) > len("2021-03"):
                self._keep(value, text)

    def _take_month(self, values: Sequence[Value]) -> None:
        for value in values:
            text = self._text(value, "month")
            month, is_all = read_month(text)
            if is_taken := bool(month) and self.draft.get("month") in (None, month):
                self.draft.set("month", month)
            if text and not (is_taken and is_all):
                self._keep(value, text)  # "MAR 5", "FEB 2011"

    def _take_ids(self, values: Sequence[Value]) -> None:
        for value in values:
            text = self._text(value, value.role)
            found = _PARSERS[value.role](text)
            if not found and value.role in _FINDERS:
                found = next(_FINDERS[value.role](text), None)
            kind = found.kind if found else ""
            if not found or kind not in ("arxiv", "doi") or self.draft.get(kind) not in (None, found.id):
                self._take_stray(value, text) if not found and ADDRESS.fullmatch(text) else self._keep(value, text)
                continue
            if found.id.startswith(_ARXIV_DOI) and (inner := parse_arxiv(found.id.removeprefix(_ARXIV_DOI))):
                self.draft.add_arxiv(inner._replace(version=None), value.places[0])
            if kind == "arxiv":
                self.draft.add_arxiv(found, value.places[0], text)
            else:
                self.draft.set("doi", found.id)
                if (low := text.lower()) != found.id and has_more(low, found.id):
                    self._keep(value, text)

    def _take_stray(self, value: Value, text: str) -> None:
        """Take an address that holds no id of the kind that its label says: that of the paper, where no other value is one."""
        if "url" in self._values or self.draft.get("url"):
            self._keep(value, text)
            return
        self.draft.set("url", text)
        self._take_address(value.places[0])

    def _take_url(self, values: Sequence[Value]) -> None:
        self._take_text(values)
        self._take_address(values[0].places[0])

    def _take_address(self, place: Place) -> None:
        """Take the ids that the address of the paper holds, where nothing else says them."""
        address = str(self.draft.get("url") or "")
        if not self.draft.get("arxiv") and (arxiv := next(find_arxiv(address, marked=True), None)):
            self.draft.add_arxiv(arxiv, place)
        if not self.draft.get("doi") and (doi := next(find_doi(address), None)) and not doi.id.startswith(_ARXIV_DOI):
            self.draft.set("doi", doi.id)

    def _find_arxiv(self) -> None:
        """Take the arXiv id that stands for a venue, as Google Scholar writes it, for a volume, as dblp does, or for a note."""
        for role in ("venue", "volume", "comment"):
            text = str(self.draft.get(role) or "")
            found = None
            if "arxiv" in text.lower() and (role == "venue" or _SHOWN.fullmatch(text)):
                found = next(find_arxiv(text, marked=True), None)
            elif role == "volume" and text.startswith(_OF_DBLP):
                found = parse_arxiv(text.removeprefix(_OF_DBLP))
            if found:
                self.draft.add_arxiv(found, self._values[role][0].places[0])

    def _take_pages(self, values: Sequence[Value]) -> None:
        for value in values:
            text, pages = self._text(value, "pages"), str(self.draft.get("pages") or "")
            if text and not pages:
                self.draft.set("pages", text)
            elif text and text != pages and value.role == "last-page" and not re.search(r"[-–]", pages):
                self.draft.set("pages", f"{pages}–{text}")

    def _take_keywords(self, values: Sequence[Value]) -> None:
        known = self.draft.get("keywords")
        words: dict[str, None] = dict.fromkeys(known if isinstance(known, tuple) else ())
        for value in values:
            text = self._text(value, "keywords")
            words |= dict.fromkeys([text] if value.role == "keyword" else re.split(r"\s*;\s*" if ";" in text else r"\s*,\s*", text))
        self.draft.set("keywords", tuple(filter(None, words)))

    def _take_type(self, values: Sequence[Value]) -> None:
        for value in values:
            text = self._text(value, "type")
            low = text.lower()
            if low.isascii() and low.isalpha() and not self.draft.get("type"):
                self.draft.set("type", low)
            elif text:
                self._keep(value, text)


@lru_cache(maxsize=4096)  # the records of a file have few combinations of roles
def _plan(roles: tuple[str, ...]) -> list[tuple[str, Callable[[Record, Sequence[Value]], None]]]:
    """Give the order in which roles are taken, and how each is."""
    ordered = sorted(roles, key=lambda role: _ORDER.get(role, len(_ORDER)))
    return [(role, getattr(Record, _TAKERS.get(role, "_leave"))) for role in ordered]
