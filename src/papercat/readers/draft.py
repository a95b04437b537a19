"""A record while it is read."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from papercat.identifiers import Identifier
from papercat.models import Author, FrozenMap, Issue, Paper, Places, Source, at_places, placed
from papercat.names import (
    LEFT_OUT,
    NULLS,
    Name,
    NameList,
    is_short,
    pair,
    parse_messy,
    plain_pair,
    plain_pairs,
    space_all,
    stands_for_others,
)
from papercat.orcids import identified
from papercat.readers.fonts import without_fonts
from papercat.readers.remarks import list_issues, name_issues, says_more
from papercat.readers.tags import without_tags
from papercat.text.clean import plain_line
from papercat.text.document import Document, Place
from papercat.text.fix import Step

# What is noticed of a field that goes on where the text stops: the paper keeps it, for a list of authors without it would be untrue.
_CUT = {"authors-cut": "authors", "abstract-cut": "abstract"}
_MARKED = ("title", "abstract", "venue")  # fields that publishers send with tags
_GLUED_STOP = re.compile(r"\.(?=[^\W\d_])")
_NO_PAPER = frozenset({"inferred", "cut", "type"})  # fields that say nothing of a paper by themselves


class Draft:
    """The fields of one record, with their places and what was noticed; `finish` makes the paper of it.

    Attributes:
        extra: what has no field, by label.
        covered: places that are known to hold something and are no sources yet: where each begins and ends, and what stands there.
        keeps_initials: the names are left as they are written, with or without blanks between initials.
    """

    keeps_initials = False

    def __init__(self, document: Document) -> None:
        """Begin an empty record."""
        self._document = document
        self._name = document.name
        self.extra: dict[str, str] = {}
        self._values: dict[str, Any] = {}
        self._sources: list[Source] = []
        self.covered: list[tuple[int, int, str]] = []
        self._issues: list[Issue] = []

    def add(self, field: str, *places: Place, raw: str | None = None) -> None:
        """Clean what stands in the places, or the `raw` text that they hold in other characters, and take it as a field."""
        text, steps = self._document.clean(*places) if raw is None else self._document.clean_text(raw)
        if steps:
            self.note(field, steps, places)
        if text:
            self._values[field] = text
        self.cover(field, *places)

    def add_names(
        self,
        places: Sequence[Place],
        given_names: frozenset[str] = frozenset(),
        family_names: frozenset[str] = frozenset(),
        *,
        order: str = "",
        raw: str | None = None,
    ) -> None:
        """Read an author list; names from elsewhere in the document help with an odd one, and so does the order of its other lists."""
        text = self._clean_names(places, raw)
        pairs = plain_pairs(text, is_usual=order == "inverted") if order in ("", "inverted") else None
        try:
            if pairs:
                self._values["authors"] = tuple(map(_paired, *pairs))
                if not NULLS.isdisjoint(pairs[1]):
                    self._issues += name_issues(map(pair, *pairs), self._last)
                return
        except ValidationError:
            pass  # one of them cannot be a name; told below
        found = parse_messy(text, given_names, family_names, order=order)
        self._take_list(found, found.names)

    def add_natural_names(self, places: Sequence[Place], *, raw: str | None = None) -> None:
        """Read an author list in which a comma stands between two names and never within one; a word alone is a family name."""
        found = parse_messy(self._clean_names(places, raw), one_each=True)
        self._take_list(found, [name._replace(family=name.literal, literal=None) if name.odd else name for name in found.names])

    def set_authors(self, names: Sequence[Name], source: Source, orcids: Mapping[int, str] = MappingProxyType({})) -> None:
        """Take parsed names, with the iDs of some by their places; one that cannot be a name costs itself, not the list."""
        if any(name.null or name.odd for name in names):
            self._issues += name_issues(names, source)
        authors = []
        for place, name in enumerate(names):
            try:
                if any(name[:5]):
                    authors.append(as_author(name, orcids.get(place)))
            except ValidationError as error:
                shown = " ".join(part for part in name[:5] if part)
                told = f"author left out: {_reason(error)}"
                self._issues.append(Issue(code="field-invalid", message=told, source=source, raw=shown))
        if authors:
            self._values["authors"] = tuple(authors)

    def ends_list(self, text: str | None, place: Place) -> bool:
        """Say whether the last name of a list, as it stands in the place if the text is None, stands for people not named, and tell it."""
        text = self._document.text[slice(*place)] if text is None else text
        if not stands_for_others(text):
            return False
        self.add_issue("authors-cut", says_more(text.strip()), "authors", place)
        self.cover("authors", place)
        return True

    def tell_left_out(self, names: Sequence[Name], places: Sequence[Place]) -> None:
        """Tell what was left out of names that stand in a place each: titles, the name in other letters."""
        for name, place in zip(names, places, strict=True):
            for note in name.notes:
                if note.startswith(LEFT_OUT):
                    self.add_issue("author-marks", f"{note} of {name.family or name.literal or ''!r}", "authors", place)

    def write_initials(self, form: Callable[[Sequence[str]], list[str]], place: Place) -> None:
        """Bring the given names of all authors into a form, and tell it."""
        authors: tuple[Author, ...] = self._values.get("authors", ())
        given_names = form([author.given or "" for author in authors])
        self.rewrite_authors([replace(author, given=given or None) for author, given in zip(authors, given_names, strict=True)], place)

    def rewrite_authors(self, formed: Iterable[Author], place: Place) -> None:
        """Take the authors with their initials in another form, and tell it, if any has changed."""
        authors: tuple[Author, ...] = self._values.get("authors", ())
        formed = tuple(formed)
        changed = next((f"{old} as {new}" for old, new in zip(authors, formed, strict=True) if old != new), None)
        if changed:
            self._values["authors"] = formed
            self.add_issue("initials-dotted", f"initials written with full stops: {changed}", "authors", place)

    def _space_initials(self) -> None:
        """Put blanks between initials, where the list has nothing but initials and some have none, and tell it."""
        authors: Any = self._values.get("authors")
        if not isinstance(authors, tuple) or not all(isinstance(author, Author) for author in authors):
            return  # what a record says there is none; the model tells
        if any(author.given and _GLUED_STOP.search(author.given) for author in authors) and is_short([one.given or "" for one in authors]):
            places = self.covered or [(source.start, source.end, source.field) for source in self._sources]
            start, end, _ = next((place for place in places if place[2] == "authors"), places[-1] if places else (0, 0, ""))
            self.write_initials(space_all, Place(start, end))

    def _take_off_tags(self) -> None:
        """Read markup in the values of a format that has none, and tell it."""
        for field in _MARKED:
            text = self._values.get(field)
            if isinstance(text, str) and "<" in text and (bare := without_tags(text)) and bare != text:
                self._values[field] = bare
                place = next((Place(start, end) for start, end, what in self.covered if what == field), Place(0, 0))
                self._issues.append(
                    Issue(code="markup-removed", message=f"tags were taken off the {field}", source=self.source(field, place), raw=text)
                )

    def add_arxiv(self, found: Identifier, place: Place, raw: str = "", *, read_year: bool = False) -> None:
        """Take an arXiv id with its version, if none is known yet.

        Args:
            found: the id.
            place: where it stands.
            raw: how it is written, if the place does not hold just that.
            read_year: take also the year and month that it tells.
        """
        if found.completed:
            told = f"{raw or self._document.text[slice(*place)]} was stored as a number; read as {found.id}"
            self.add_issue("id-completed", told, "arxiv", place)
        if self._values.get("arxiv"):
            return
        self._values["arxiv"] = found.id
        if found.version:
            self.extra["arxiv-version"] = str(found.version)
        if read_year:
            self._values |= {"year": found.year, "month": found.month, "inferred": ("year", "month")}
            told = f"year {found.year} and month {found.month} follow from arXiv:{found.id}"
            self.add_issue("year-inferred", told, "arxiv", place)

    def get(self, field: str) -> object:
        """Give what is known of a field, or None."""
        return self._values.get(field)

    def set(self, field: str, value: object) -> None:
        """Take a value that was made elsewhere."""
        self._values[field] = value

    def keep_sources(self, sources: Iterable[Source]) -> None:
        """Take over where an earlier reading found the fields."""
        self._settle()
        self._sources += sources

    def cover(self, field: str, *places: Place) -> None:
        """Say what stands in the places."""
        for start, end in places:
            self.covered.append((start, end, field))

    def add_issue(self, code: str, message: str, field: str, place: Place) -> None:
        """Notice something about a place."""
        raw = self._document.text[place.start : place.end]
        self._issues.append(Issue(code=code, message=message, source=self.source(field, place), raw=raw))

    def source(self, field: str, place: Place) -> Source:
        """Name a place of the document."""
        start, end = place
        line, base = self._document.line(start), self._document.base
        return placed(self._name, line, base + start, base + end, field)

    def note(self, field: str, steps: Iterable[Step], places: Sequence[Place]) -> None:
        """Keep repairs as issues."""
        last: dict[str, int] = {}
        for step in steps:
            source = self._at(field, step, places, last.get(step.raw, 0))
            last[step.raw] = source.end
            self._issues.append(Issue(code=step.code, message=step.message, source=source, raw=step.raw))

    def finish(self) -> Iterator[Paper | Issue]:
        """Give the paper, if anything is known of it, and the issues. A bad field costs the field."""
        if not self.keeps_initials:
            self._space_initials()
        self._take_off_tags()
        values = dict(self._values)
        if self.extra:
            values["extra"] = _frozen(self.extra)
        if self._issues and (cut := dict.fromkeys(field for issue in self._issues if (field := _CUT.get(issue.code)) in values)):
            values["cut"] = tuple(cut)
        while True:
            try:
                paper = Paper(**values)
            except ValidationError as error:
                self._refuse(values, error)
                continue
            break
        self._give_sources(paper)
        if not values.keys() <= _NO_PAPER:
            yield paper
        yield from self._issues

    @property
    def _last(self) -> Source:
        """The place that was covered last."""
        if not self.covered:
            return self._sources[-1]
        start, end, field = self.covered[-1]
        return self.source(field, Place(start, end))

    def _give_sources(self, paper: Paper) -> None:
        if self._sources:
            self._settle()
            at_places(paper, tuple(self._sources))
        elif self.covered:
            at_places(paper, self._places())

    def _settle(self) -> None:
        """Make sources of the places that were covered."""
        if self.covered:
            self._sources += self._places().sources()
            self.covered.clear()

    def _places(self) -> Places:
        document, lines = self._document, self._document.starts
        starts, ends, fields = zip(*self.covered, strict=True)
        first, last = bisect_right(lines, min(starts)), bisect_right(lines, max(starts))
        return Places(self._name, document.base, document.base_line + first, tuple(lines[first:last]), starts, ends, fields)

    def _refuse(self, values: dict[str, Any], error: ValidationError) -> None:
        self._settle()
        field = _blamed(values, error)
        raw = str(values.pop(field))
        source = next((source for source in self._sources if source.field == field), self._sources[0] if self._sources else None)
        reason = _reason(error)
        self._issues.append(Issue(code="field-invalid", message=f"{field} left out: {reason}", source=source, raw=raw))

    def _clean_names(self, places: Sequence[Place], raw: str | None) -> str:
        text, steps = self._document.clean(*places) if raw is None else self._document.clean_text(raw)
        text, fonts = without_fonts(text)
        self.note("authors", [*steps, *fonts], places)
        self.cover("authors", *places)
        return text

    def _take_list(self, found: NameList, names: Sequence[Name]) -> None:
        self.set_authors(names, self._last)
        if found.others:
            self._issues.append(Issue(code="authors-cut", message=says_more(found.others), source=self._last, raw=found.others))
        self._issues += list_issues(found, self._last)

    def _at(self, field: str, step: Step, places: Sequence[Place], after: int) -> Source:
        # the piece that holds the damaged text, and the text itself where it stands there as it is; a word that comes twice
        # is looked for behind its first place
        for start, end in places:
            found = self._document.text.find(step.raw, max(start, after), end)
            if found >= 0 and step.raw:
                return self.source(field, Place(found, found + len(step.raw)))
        return self.source(field, places[0])


def _frozen(extra: dict[str, str]) -> Mapping[str, str]:
    """Make what a paper holds of values without a field; what cannot be held is left to the model, which says why."""
    try:
        return FrozenMap(extra)
    except ValueError:
        return extra


def as_author(name: Name, orcid: str | None = None) -> Author:
    """Make the author of a name, and of an iD if it has one; the same name with the same iD is one object.

    Raises:
        pydantic.ValidationError: the name has no part, or one that nobody can see.
    """
    author = _author(*name[:5])
    return identified(author, orcid) if orcid else author


@lru_cache(maxsize=65_536)
def _author(
    family: str | None,
    given: str | None,
    particle: str | None = None,
    suffix: str | None = None,
    literal: str | None = None,
) -> Author:
    return Author(family=family, given=given, particle=particle, suffix=suffix, literal=literal)


@lru_cache(maxsize=65_536)
def _paired(family: str, given: str) -> Author:
    return _author(*pair(family, given)[:5])


@lru_cache(maxsize=65_536)
def told_author(name: Name) -> Author | None:
    """Make the author of a name that a format tells, of which there is nothing to say."""
    try:
        return None if name.null or name.odd or not any(name[:5]) else as_author(name)
    except ValidationError:
        return None


@lru_cache(maxsize=65_536)
def plain_author(raw: str) -> Author | None:
    """Make the author of a line that is `Family, Given` and nothing else; None for one that its neighbours or its document decide about.

    >>> plain_author("Armentano-Oller, Carme"), plain_author("Ga&scaron;i&#263;, M.") is plain_author("Perez, III") is None
    (Author(family='Armentano-Oller', given='Carme'), True)
    """
    text = plain_line(raw)
    parts = plain_pair(text) if text else None
    try:
        return _paired(*parts) if parts else None
    except ValidationError:
        return None


def _blamed(values: dict[str, Any], error: ValidationError) -> str:
    """Name the field that an error is about."""
    places = error.errors()[0]["loc"]
    if places and str(places[0]) in values:
        return str(places[0])
    # a check of the paper as a whole does not say; by itself only the bad field fails
    return next((field for field, value in values.items() if not _is_valid(field, value)), next(iter(values)))


def _is_valid(field: str, value: object) -> bool:
    try:
        Paper.from_dict({field: value})
    except ValidationError:
        return False
    return True


def _reason(error: ValidationError) -> str:
    first = error.errors()[0]
    # a pattern tells a person nothing
    return "nothing that can be seen, or not well formed" if first["type"] == "string_pattern_mismatch" else first["msg"]


def furniture_issues(document: Document, places: Iterable[Place]) -> Iterator[Issue]:
    """Say what was left out as belonging to the page."""
    for place in places:
        raw = document.text[place.start : place.end]
        told = f"left out as a page number, a running head or what surrounds a mail: {raw.strip()[:60]}"
        yield Issue(code="page-furniture", message=told, source=Draft(document).source("page", place), raw=raw)
