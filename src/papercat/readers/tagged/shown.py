r"""PubMed's results in its format "Abstract", as they are pasted from the site: source, title, authors, ids, and the abstract below them.

A page of one paper has the same lines and many more; `article` reads it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from papercat.models import Issue, Paper
from papercat.readers.draft import furniture_issues
from papercat.readers.record import Record
from papercat.readers.tagged.pubmed import without_stop
from papercat.readers.tagged.results import PUBMED, PUBMED_FURNITURE, add_source
from papercat.text.document import Document, Place
from papercat.text.lines import Line, split_lines

_IDS = re.compile(
    r"\s{0,9}PMID:\s?(?P<pmid>\d{1,8})(?:\s{1,4}PMCID:\s?(?P<pmcid>PMC\d{1,9}))?(?:\s{1,4}DOI:\s?(?P<doi>10\.\d{4,9}/\S{1,200}))?\s{0,9}"
)
_BEHIND_NAME = re.compile(r"\s{0,3}\.\s(?=(?:1[89]|20)\d\d)")  # the name of the journal is a button, and stands on a line of its own
_UP = 400  # lines of addresses, where they are unfolded
_WRAPPED = 3  # lines of a source at most
_LEAST, _MOST = 2, 0.5  # records, for one alone is a page; more of the ids than that have a record
_STATUS = re.compile(r"\s*(?:Epub|eCollection|Print|Online|Collection)\b")  # a source that goes on, of a list without abstracts
_ADDRESSES = re.compile(r"\s*affiliations?(?: (?:expand|collapse))?\s*", re.IGNORECASE)
_LANGUAGE = re.compile(r"\s*\[?(?:Article )?in [A-Z][a-z]{3,20}(?:,? (?:and )?[A-Z][a-z]{3,20})?\]?\s*")
_MARK = re.compile(r"(?:\s{0,3}#)?(?:\s{1,3}\d{1,3}){1,9}(?=\s{0,3}(?:[,;]|\Z))|\s{1,3}#(?=\s{0,3}(?:[,;]|\Z))")
# What stands below the ids, by the line that begins it; what none of them begins goes on with what is above it.
_BELOW = {
    "abstract": re.compile(r"\s*(?P<head>Abstract)\s*\Z"),
    "keywords": re.compile(r"\s*(?P<head>Keywords:)"),
    "copyright": re.compile(r"\s*(?:Copyright\b|©|\(c\)\s)"),
    "": re.compile(r"\s*(?P<head>PubMed Disclaimer|Figures?|(?:Similar|Related) articles|Cited by|LinkOut.{0,40})\s*\Z"),
    "conflict of interest": re.compile(r"\s*Conflict of interest statement"),
    "related": re.compile(r"\s*(?:Comment|Erratum|Update|Republished|Retraction|Expression of concern) (?:in|on|of|from|for)\s*\Z"),
    "trial": re.compile(r"\s*(?:Trial registration|ClinicalTrials\.gov)\b"),
    "access": re.compile(r"\s*(?:Free\b.{0,30}|No abstract available\.?)\s*\Z"),
}


class _Shown(NamedTuple):
    """A record: the numbers of its first line, of the first below its source, and of that with its ids; what is told of it."""

    first: int
    title: int
    last: int
    source: re.Match[str]
    ids: re.Match[str]


def is_shown(text: str) -> bool:
    r"""Tell several records, each with a source, a title and a line of ids below it.

    >>> one = "Nature\n. 2021 Aug;596(7873):583-589.\nA title\nJohn Jumper 1\nPMID: 34265844 PMCID: PMC8371605\nAbstract\nText.\n"
    >>> is_shown(one), is_shown(one + one)
    (False, True)
    """
    count = text.count("PMID:")
    return count >= _LEAST and len(_records(text, split_lines(text))) >= max(_LEAST, _MOST * count)


def read_shown(document: Document) -> Iterator[Paper | Issue]:
    r"""Read the records one after the other.

    >>> text = "Nature\n. 2021 Aug;596(7873):583-589.\nAlphaFold\nJohn Jumper # 1, Tim Green 2\nPMID: 34265844\nAbstract\nWe show it.\n"
    >>> paper, *_ = read_shown(Document("a", text))
    >>> paper.title, paper.authors[1].inverted, paper.venue, paper.pages, paper.abstract
    ('AlphaFold', 'Green, Tim', 'Nature', '583-589', 'We show it.')
    """
    lines = split_lines(document.text)
    records = _records(document.text, lines)
    starts = [_start(lines, records[0].first, 0)] if records else []
    starts += [_start(lines, one.first, before.last + 1) for before, one in pairwise(records)]
    for record, begin, end in zip(records, starts, [*starts[1:], len(lines)], strict=True):
        yield from furniture_issues(document, [_stripped(line) for line in lines[begin : record.first]])
        yield from _paper(document, record, lines[:end])


def _records(text: str, lines: Sequence[Line]) -> list[_Shown]:
    found: list[_Shown | None] = []
    above = 0
    for at, line in enumerate(lines):
        if ids := _IDS.fullmatch(text, line.start, line.end):
            found.append(_above(text, lines, max(above, at - _UP), at, ids))
            above = at + 1  # no line is looked at twice
    return [record for record in found if record]


def _above(text: str, lines: Sequence[Line], above: int, at: int, ids: re.Match[str]) -> _Shown | None:
    """Find the source above a line of ids, and at least a title between; right above the ids it stands in a list of results."""
    if any(PUBMED.match(text, lines[place].start, lines[at - 1].end) for place in range(max(at - _WRAPPED, above), at)):
        return None
    for place in range(at - 2, above - 1, -1):
        is_apart = place > above and _BEHIND_NAME.match(text, lines[place].start, lines[place].end)
        first = place - 1 if is_apart else place
        begin = lines[first].start + len(lines[first].text) - len(lines[first].text.lstrip())
        source = PUBMED.match(text, begin, lines[place].end)
        if source and not _STATUS.match(lines[place + 1].text):
            return _Shown(first, place + 1, at, source, ids)
    return None


def _start(lines: Sequence[Line], first: int, bound: int) -> int:
    """Give the line in which the page begins the record: the buttons and the kind of article above its source."""
    at = first
    while at > bound and (PUBMED_FURNITURE.fullmatch(lines[at - 1].text) or _is_kind(lines[at - 1].text)):
        at -= 1
    return at


def _is_kind(text: str) -> bool:
    return bool(re.fullmatch(r"\s*(?:[A-Z][a-z]+(?: [A-Z][a-z]+){0,3}|Comment|Meta-Analysis)\s*", text))


def _paper(document: Document, shown: _Shown, lines: Sequence[Line]) -> Iterator[Paper | Issue]:
    text = document.text
    record = Record(document, Place(lines[shown.first].start, lines[-1].end))
    add_source(record, shown.source)
    for name, value in shown.ids.groupdict().items():
        if value:
            record.add("doi" if name == "doi" else "", name, Place(*shown.ids.span(name)))
    title, *above = lines[shown.title : shown.last]
    record.add("title", "title", _stripped(title))
    furniture = _add_names(document, record, above)
    for label, places in _below(text, lines[shown.last + 1 :], furniture):
        record.add(
            label if label in ("abstract", "keywords") else "", label, *(without_stop(text, places) if label == "keywords" else places)
        )
    yield from record.finish()
    yield from furniture_issues(document, furniture)


def _add_names(document: Document, record: Record, lines: Sequence[Line]) -> list[Place]:
    """Take the authors, the language and the addresses between title and ids; give the places of buttons."""
    buttons = [place for place, line in enumerate(lines) if _ADDRESSES.fullmatch(line.text)]
    end = buttons[0] if buttons else len(lines)
    names = [_stripped(line) for line in lines[:end] if not _LANGUAGE.fullmatch(line.text)]
    if names:
        text = document.clean(*names)[0]
        people, *bodies = _MARK.sub("", text).split(";")
        raw = "; ".join([people.strip(" ,"), *(f"{{{body.strip()}}}" for body in bodies if body.strip())])
        record.add("authors", "authors", *names, raw=raw)
        if marks := list(dict.fromkeys(mark.strip() for mark in _MARK.findall(text))):
            place = Place(names[0].start, names[-1].end)
            record.draft.add_issue("author-marks", f"left out of the list of authors: {', '.join(map(repr, marks))}", "authors", place)
    for line in lines[:end]:
        if _LANGUAGE.fullmatch(line.text):
            record.add("", "language", _stripped(line))
    addresses = [_stripped(line) for place, line in enumerate(lines) if place > end and place not in buttons]
    if addresses:
        record.add("", "affiliation", *addresses)
    return [_stripped(lines[place]) for place in buttons]


def _below(text: str, lines: Sequence[Line], furniture: list[Place]) -> Iterator[tuple[str, list[Place]]]:
    """Part what stands below the ids by the lines that begin its parts; their words are of the page."""
    label, places = "rest", list[Place]()
    for line in lines:
        begun = next(((name, found) for name, sign in _BELOW.items() if (found := sign.match(line.text))), None)
        start = line.start
        if begun:
            if places and label:
                yield label, places
            elif places:
                furniture += places
            label, places = begun[0], []
            if head := begun[1].groupdict().get("head"):
                start = line.start + begun[1].end("head")
                furniture.append(Place(start - len(head), start))
        if text[start : line.end].strip():
            places.append(_stripped(Line(start, line.end, text[start : line.end])))
    if places and label:
        yield label, places
    elif places:
        furniture += places


def _stripped(line: Line) -> Place:
    return Place(line.start + len(line.text) - len(line.text.lstrip()), line.start + len(line.text.rstrip()))
