r"""Citation templates of Wikipedia: `{{cite journal |last1=Bai |first1=Yuntao |title=… |doi=…}}`, over one line or several.

The source of the words is the documentation of the templates (Help:Citation Style 1), whose parameters have aliases and numbers.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from papercat.models import Issue, Paper
from papercat.names import pair
from papercat.readers.draft import Draft
from papercat.readers.record import Record
from papercat.text.document import Document, Place

_OPENING = re.compile(
    r"\{\{\s{0,9}(?:cite[ _]{0,3}(?P<kind>[a-z]{2,20}(?:[ _-][a-z]{2,20}){0,3})|citation|vcite[0-9 ]{0,3}[a-z]{2,20})\s{0,9}(?=\|)",
    re.IGNORECASE,
)
# a link, a comment and what is written as it stands hold no bars
_TOKEN = re.compile(r"\[\[[^\[\]\n{}]{0,300}\]\]|<!--(?:[^-]|-(?!->)){0,500}-->|<nowiki>[^<]{0,500}</nowiki>|[{}|]")
_LABEL = re.compile(r"\s{0,40}([A-Za-z][A-Za-z0-9 _-]{0,40}?)\s{0,40}=\s{0,40}")
_TITLED = re.compile(r"\|\s{0,40}(?:title|chapter)\s{0,40}=\s{0,9}[^\s|}]", re.IGNORECASE)
_PERSON = re.compile(
    r"(?:author-?|contributor-?)?(?P<part>last|surname|family|first|given|author|contributor)(?P<number>\d{0,3})(?:-(?P<after>last|first|given|surname))?"
)
_IN_FRONT = re.compile(r"(?:<ref(?:\s[^<>/]{0,200})?>[ \t\r\n]{0,3}|[*#:;]{1,5}[ \t]{0,5})\Z")
_BEHIND = re.compile(r"[ \t]{0,3}[.,]?[ \t]{0,3}</ref>")
_SCRAP = re.compile(r"[^\s*#:;{}|]")
_NEAR = 250  # characters before a template in which its `<ref>` stands
_SAMPLE = 200_000  # characters in which the first template stands
_SURE = 0.93
# what the markup of a value shows
_SHOWN = (
    (re.compile(r"<!--(?:[^-]|-(?!->)){0,500}-->"), ""),
    (re.compile(r"</?nowiki\s{0,3}/?>"), ""),
    (re.compile(r"\[\[(?:[^\[\]|\n]{0,300}\|)?([^\[\]|\n]{0,300})\]\]"), r"\1"),
    (re.compile(r"\[https?://[^\s\[\]]{1,500} ([^\[\]\n]{1,300})\]"), r"\1"),
    (re.compile(r"\{\{\s?!\s?\}\}"), "|"),
    (re.compile(r"\{\{\s?(?:'|apos)\s?\}\}"), "'"),
    (re.compile(r"\{\{\s?(?:nbsp|space|thinsp)\s?\}\}"), " "),
    (re.compile(r"\{\{\s?(?:n|sn|spnd)dash\s?\}\}"), "–"),
    (re.compile(r"\{\{[a-z -]{1,30}\|(?:[a-z-]{2,12}\|)?([^{}|]{0,300})\}\}", re.IGNORECASE), r"\1"),
    # in pairs: two apostrophes alone are a quotation mark of LaTeX
    (re.compile(r"(?<!')('{2,3}|'{5})(?!')([^'\n]{1,300}(?:'[^'\n]{1,300}){0,5})\1(?!')"), r"\2"),
)
_MARKED = re.compile(r"\[\[|\[http|\{\{|''|<!--|nowiki")
_ROLES = {
    name: role
    for role, names in {
        "title": "title",
        "venue": "journal work website newspaper magazine periodical conference book-title encyclopedia encyclopaedia dictionary series",
        "year": "year",
        "date": "date publication-date",
        "volume": "volume",
        "issue": "issue number",
        "pages": "pages page pp at article-number",
        "publisher": "publisher institution",
        "doi": "doi",
        "arxiv": "arxiv eprint",
        "url": "url chapter-url",
        "abstract": "abstract quote",
        "authors": "vauthors authors",
        "editor": "editor editor1 editors veditors",
    }.items()
    for name in names.split()
}
_PART_OF_BOOK = ("chapter", "contribution", "article", "entry", "section")
_TYPES = {
    "journal": "article",
    "magazine": "article",
    "news": "article",
    "conference": "inproceedings",
    "book": "book",
    "encyclopedia": "incollection",
    "thesis": "phdthesis",
    "report": "techreport",
    "techreport": "techreport",
    "tech report": "techreport",
    "arxiv": "misc",
    "biorxiv": "misc",
    "ssrn": "misc",
    "web": "misc",
}
_GIVEN = frozenset(("first", "given"))
_CUT = re.compile(r"\s*et\W{0,3}al", re.IGNORECASE)
_SEVERAL = re.compile(r"[;；]|,[^,]*,|\sand\s")


class _Template(NamedTuple):
    """A template: what it cites, where it stands, and where its label and values do."""

    kind: str
    place: Place
    fields: list[tuple[str, Place]]


def sniff(document: Document) -> float:
    """Say how likely a document is of this format.

    >>> sniff(Document("a.txt", "* {{cite arXiv |last=Bai |first=Yuntao |title=Constitutional AI |eprint=2212.08073}}"))
    0.93
    >>> sniff(Document("a.txt", "Use {{citation needed|date=May 2022}} and {{cite journal|…}}."))
    0.0
    """
    opening = _OPENING.search(document.text, 0, _SAMPLE)
    return _SURE if opening and _TITLED.search(document.text, opening.end(), _SAMPLE) else 0.0


def read(document: Document) -> Iterator[Paper | Issue]:
    """Read each template; what stands around them is kept in issues.

    >>> paper, = read(Document("a.txt", "{{cite arXiv |last1=Bai |first1=Yuntao |title=[[Constitutional AI]] |eprint=2212.08073}}"))
    >>> paper.authors[0].inverted, paper.title, paper.arxiv
    ('Bai, Yuntao', 'Constitutional AI', '2212.08073')
    """
    done = 0
    for template in _templates(document.text):
        yield from _around(document, Place(done, template.place.start))
        yield from _paper(document, template)
        done = template.place.end
    yield from _around(document, Place(done, len(document.text)))


def _around(document: Document, place: Place) -> Iterator[Issue]:
    if _SCRAP.search(document.text, *place):
        source = Draft(document).source("record", place)
        yield Issue(
            code="block-kept", message="of the page, not of a citation; kept as it stands", source=source, raw=document.text[slice(*place)]
        )


def _templates(text: str) -> Iterator[_Template]:
    """Give the templates; one whose braces are never closed ends before the next."""
    openings = list(_OPENING.finditer(text))
    starts = [*(one.start() for one in openings), len(text)]
    for opening, (_, limit) in zip(openings, pairwise(starts), strict=True):
        bars, end = _bars(text, opening.end(), limit)
        inside = end - 2 if text.startswith("}}", end - 2) else end
        fields = [
            (label[1], Place(label.end(), behind))
            for start, behind in pairwise([*bars, inside])
            if (label := _LABEL.match(text, start + 1, behind))
        ]
        before = _IN_FRONT.search(text, max(opening.start() - _NEAR, 0), opening.start())
        after = _BEHIND.match(text, end, limit)
        place = Place(before.start() if before else opening.start(), after.end() if after else end)
        yield _Template((opening["kind"] or "").lower().replace("_", " "), place, fields)


def _bars(text: str, start: int, limit: int) -> tuple[list[int], int]:
    """Give the bars of a template that no brace holds, and where it ends: single braces count, for LaTeX ends in two as well."""
    bars, depth = list[int](), 2
    for token in _TOKEN.finditer(text, start, limit):
        if token[0] == "{":
            depth += 1
        elif token[0] == "}":
            depth -= 1
        elif token[0] == "|" and depth == 2:
            bars.append(token.start())
        if depth == 0:
            return bars, token.end()
    closed = text.rfind("}}", start, limit)
    return [bar for bar in bars if closed < 0 or bar < closed], closed + 2 if closed >= 0 else limit


def _paper(document: Document, template: _Template) -> Iterator[Paper | Issue]:
    """Make the paper of a template."""
    record = Record(document, template.place)
    if template.kind in _TYPES:
        record.add("type", "type", template.place, raw=_TYPES[template.kind])
    fields = [(label.lower().replace("_", "-"), _trimmed(document.text, place)) for label, place in template.fields]
    fields = [(label, place) for label, place in fields if place.start < place.end]
    in_book = template.kind != "journal" and any(label in _PART_OF_BOOK for label, _ in fields)
    people = [(label, place, match) for label, place in fields if (match := _PERSON.fullmatch(label))]
    _add_people(document, record, people)
    for label, place in fields:
        if not _PERSON.fullmatch(label):
            _add(document, record, label, place, in_book=in_book)
    yield from record.finish()


def _add(document: Document, record: Record, label: str, place: Place, *, in_book: bool) -> None:
    """Add a value that is no person."""
    text = document.text[slice(*place)]
    if label.startswith("display-author") and _CUT.match(text):
        record.add("author", label, place, raw="et al.")
        return
    role = _ROLES.get(label, "")
    if in_book and label in {"title", *_PART_OF_BOOK}:
        role = "venue" if label == "title" else "title"
    record.add(role, label, place, raw=_shown(text))


def _trimmed(text: str, place: Place) -> Place:
    """Leave out the blanks behind a value."""
    return Place(place.start, place.start + len(text[slice(*place)].rstrip()))


def _shown(text: str) -> str | None:
    """Give what the markup of a value shows, None where it has none."""
    if not _MARKED.search(text):
        return None
    for pattern, shown in _SHOWN:
        text = pattern.sub(shown, text)
    return text


def _add_people(document: Document, record: Record, people: Sequence[tuple[str, Place, re.Match[str]]]) -> None:
    """Add the authors in the order of their numbers; the parts of a name stand under labels of their own."""
    persons: dict[int, dict[str, tuple[str, Place]]] = {}
    for label, place, match in people:
        part = match["after"] or match["part"]
        person, half = persons.setdefault(int(match["number"] or 1), {}), "given" if part in _GIVEN else "family"
        if person.setdefault(half, (label, place)) != (label, place):
            record.add("", label, place)  # said twice
    for number in sorted(persons):
        _add_person(document, record, persons[number], is_only=len(persons) == 1)


def _add_person(document: Document, record: Record, parts: dict[str, tuple[str, Place]], *, is_only: bool) -> None:
    places = [place for _, place in parts.values()]
    raws = {part: _shown(document.text[slice(*place)]) for part, (_, place) in parts.items()}
    if len(parts) == 1:
        ((label, place),) = parts.values()
        (raw,) = raws.values()
        is_list = is_only and _SEVERAL.search(document.text[slice(*place)])
        record.add("authors" if is_list else "author", label, place, raw=raw)
        return
    family, given = (
        document.clean_text(raw)[0] if (raw := raws[part]) else document.clean(parts[part][1])[0] for part in ("family", "given")
    )
    if family and given:
        record.add("author", parts["family"][0], *places, name=pair(family, given))
    else:  # nothing that can be seen
        record.add("author", parts["family"][0], *places, raw=family or given)
