"""arXiv's web pages as text: the page of an abstract, lists of new papers, and search results, each in its old and new layout.

What a page says stands behind labels and fixed phrases; title and authors stand behind nothing at all in most layouts, but
`View a PDF of the paper titled …, by …` says both again, so that they are told apart even where their lines were glued.
"""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from string import ascii_uppercase, digits
from typing import NamedTuple

from papercat.models import Issue, Paper
from papercat.readers.arxiv.byline import BLANK_LINE, Byline, part_byline, part_titled
from papercat.readers.arxiv.entry import Entry
from papercat.readers.arxiv.ids import ID, NUMBER, SUBJECT, TAG
from papercat.readers.arxiv.marks import Kind, Mark, Table, strongest
from papercat.readers.arxiv.visible import Visible
from papercat.readers.draft import Draft
from papercat.text.document import Place

_GROUPS = (
    "Astrophysics|Computer Science|Condensed Matter|Economics|Electrical Engineering and Systems Science|"
    "General Relativity and Quantum Cosmology|High Energy Physics - (?:Experiment|Lattice|Phenomenology|Theory)|Mathematical Physics|"
    "Mathematics|Nonlinear Sciences|Nuclear (?:Experiment|Theory)|Physics|Quantitative (?:Biology|Finance)|Quantum Physics|Statistics"
)
_DAYS = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_DAY = rf"{_DAYS},? {{1,2}}[0-9]{{1,2}} [A-Z][a-z]{{2}} [0-9]{{2,4}}"
_FORMATS = r"\[\s{0,4}(?:pdf|ps|html|abs|txt|tex|src|dvi|other|format)\b[a-z ,\n\t]{0,40}\]"
_STATE = r"(?:\s{0,4}\((?:cross-list|replaced|cross-listing|new)[^()]{0,40}\))?"
_SUBJECTS = rf"[A-Z][^();\n]{{2,60}}(?:\n[^();\n]{{2,60}})?\({SUBJECT}\)(?:;\s{{0,4}}[A-Z][^();]{{2,60}}\({SUBJECT}\)){{0,12}}"
_DAY_HEADING = rf"(?:(?<=[\r\n])[ \t]{{0,8}}{_DAY}(?=[ \t]{{0,8}}[\r\n])|{_DAY}(?=\s{{0,8}}(?:\(showing|{NUMBER}arXiv:)))"
_SECTION = (
    r"(?:New submissions|Cross-lists|Cross submissions|Replacements|Replacement submissions)"
    rf"(?= for {_DAYS}|\s?\(showing|\s{{1,8}}{NUMBER}arXiv:)"
)
_COUNT = r"(?:\[\s?total of [0-9,]+ entries|Total of [0-9,]+ (?:entries|results|papers)|Showing [0-9,\u2013-]+ of [0-9,]+)"
# [1] arXiv:2303.01494 (cross-list from cs.LG) [pdf, other], in search results with subjects behind; old copies have no formats
_LISTED = (
    rf"{NUMBER}{{0,2}}arXiv:\s?(?P<own>{ID}){_STATE}\s{{0,4}}{_FORMATS}"
    rf"(?P<subjects>(?:\s{{1,8}}{TAG}){{0,8}})|"
    rf"{NUMBER}{{1,2}}arXiv:\s?(?:{ID}){_STATE}(?=\s{{0,8}}Title:)"
)
_LONG_DATE = r"[0-9]{1,2} [A-Z][a-z]{2,8},? [0-9]{4}"
_ANNOUNCED = rf"{_LONG_DATE}(?:;\s?v[0-9]{{1,2}} submitted {_LONG_DATE})?(?:;\s?originally announced [A-Z][a-z]{{2,8}} [0-9]{{4}})?\.?"
_VERSION_DATE = rf"{_DAY} [0-9:]{{5,8}} (?:UTC|GMT)(?:\s{{0,4}}\([^()\n]{{1,20}}\))?"
_PHRASES = (
    Kind("entry", re.compile(_LISTED), "entry", "byline", "arXiv"),
    # the page of an abstract, from its top
    Kind(
        "group",
        re.compile(
            rf"{NUMBER}?(?:{_GROUPS})(?:\s{{0,4}}(?:>|&gt;)\s{{0,4}}[A-Z][^\n>]{{2,60}}?)?\s{{0,40}}"
            rf"(?=(?:\*\*)?arXiv:\s?{ID}(?:\*\*)?\s?\(|[\[(]\s?Submitted on|Title:)"
        ),
        follows="byline",
    ),
    Kind("id", re.compile(rf"{NUMBER}?(?:\*\*)?arXiv:\s?(?P<own>{ID})(?:\*\*)?\s{{0,4}}\({SUBJECT}\)"), "arxiv", "byline", "arXiv"),
    Kind(
        "submitted",
        re.compile(r"[\[(]\s{0,4}(?P<own>Submitted on\s(?:[^()\[\]]|\([^()]{0,60}\)){6,180})[\])]"),
        "date",
        "byline",
        "Submitted",
    ),
    Kind(
        "view", re.compile(r"View PDF(?:\s{0,8}HTML \(experimental\))?(?:\s{0,8}TeX Source)?(?:\s{0,8}Other Formats)?"), follows="abstract"
    ),
    Kind("html", re.compile(r"(?:HTML|PDF) \(experimental\)"), follows="abstract"),
    Kind("cite", re.compile(rf"Cite as:\s{{0,40}}(?P<own>arXiv:\s?{ID})(?:\s{{0,4}}\[{SUBJECT}\])?"), "arxiv", label="Cite as"),
    Kind(
        "version",
        re.compile(rf"\(or\s{{0,40}}(?P<own>arXiv:\s?{ID})(?:\s{{0,4}}\[{SUBJECT}\])?\s{{0,4}}for this version\)"),
        "arxiv",
        label="Cite as",
    ),
    Kind("arxiv-doi", re.compile(rf"(?P<own>https?://doi\.org/10\.48550/arXiv\.{ID})"), "", label="arXiv DOI"),
    Kind("focus", re.compile(r"(?:Focus|Hover) to learn more")),
    Kind("issued", re.compile(r"arXiv-issued DOI via DataCite(?:\s\(pending registration\))?|DOI\(s\) linking to related resources")),
    Kind("history", re.compile(r"Submission history")),
    Kind("from", re.compile(r"From:\s{0,40}(?P<own>[^\[\]\n]{1,80}?)\s{0,4}\[?\s?view email\b\s?\]?"), "", label="From"),
    Kind(
        "dated",
        re.compile(rf"(?:\*\*)?\[(?P<label>v[0-9]{{1,2}})\](?:\*\*)?\s{{0,40}}(?P<own>{_VERSION_DATE})"),
        "history",
    ),
    Kind("titled", re.compile(r"View a PDF of the paper titled\s"), follows="titled"),
    Kind(
        "tail",
        re.compile(
            r"Full-text links:|Access Paper:|Download:(?=\s{0,8}(?:PDF|PostScript|Other))|Current browse context:?|"
            r"References & Citations|BibTeX formatted citation|Bibliographic and Citation Tools|"
            r"Which authors of this paper are endorsers|Link back to:|view license|Bookmark\s?\(what is this|"
            r"export BibTeX citation|About arXivLabs"
        ),
        follows="tail",
    ),
    # lists and search results
    Kind("listed", re.compile(rf"Subjects?:\s{{0,40}}(?P<own>{_SUBJECTS})"), "", "listed", "Subjects"),
    Kind("doi", re.compile(r"(?<=\s)doi\s{1,4}(?P<own>10\.[0-9]{4,9}/\S{1,120})"), "doi", "byline", "doi"),
    Kind("more", re.compile(r"▽ More"), follows="abstract"),
    Kind("less", re.compile(r"△ Less")),
    Kind("announced", re.compile(rf"Submitted (?P<own>{_ANNOUNCED})"), "date", label="Submitted"),
    Kind(
        "not-shown",
        re.compile(
            r"\([0-9]{1,5} (?:additional|more) authors? not shown\)(?:\s{1,8}You must enable JavaScript to view entire author list\.?)?"
        ),
    ),
    Kind("heading", re.compile(rf"{_DAY_HEADING}|{_SECTION}|{_COUNT}|Links to:|About\s{{1,4}}Help"), follows="heading"),
)
_LABELS = {
    "Titles?": "title",
    "Authors?": "authors",
    "Abstract": "abstract",
    "Comments?": "comment",
    "Subjects?": "",
    "Related DOI|DOI": "doi",
    "Journal(?:-| )(?:ref|reference)": "",
    "Report(?:-| )(?:no|number|num)": "",
    "(?:MSC|ACM|PACS)(?:-| )(?:class|classes|Class|numbers)": "",
}
# A pattern of plain alternatives is found at the speed of a plain search; all marks together take twenty times as long.
_BEGINS = re.compile(
    "|".join((*ascii_uppercase, *digits, r"\[", r"\(", r"\*\*", "▽", "△", "arXiv", "http", "doi", "view", "export"))
    + r"| (?<=[\r\n] )|\t(?<=[\r\n]\t)"  # the day above a list
)
_TABLE = Table(
    [*_PHRASES, *(Kind(words, re.compile(rf"(?P<label>{words}) ?:"), "skip", role, is_word=True) for words, role in _LABELS.items())],
    _BEGINS,
)
_SURE = frozenset("id entry cite version titled dated submitted".split())
_STARTERS = {"group": 0, "id": 1, "submitted": 2}
_ENDERS = frozenset({"dated", "cite", "titled"})  # what a paper has behind its title
_RESTARTERS = frozenset({"listed", "cite", "Titles?", "Comments?"})  # with which a paper begins that was not copied from its top
_FIELDS = frozenset("cite listed version dated announced".split())
_FURNITURE = {"tail": "page-furniture", "heading": "heading"}
_LONGEST_FOOT = 1500  # characters; arXiv's has 600
_LONGEST_SHOWN = 60  # characters of a passage in a message


class Piece(NamedTuple):
    """One paper of a page, with its marks."""

    marks: list[Mark]
    end: int


def find_pieces(text: str, start: int, end: int) -> list[Piece]:
    """Find the papers of a page.

    >>> text = "[1] arXiv:1706.03762 [pdf]\\nTitle: A\\n[2] arXiv:1810.04805 [pdf]\\nTitle: B"
    >>> [len(piece.marks) for piece in find_pieces(text, 0, len(text))]
    [2, 2]
    """
    groups: list[list[Mark]] = []
    seen: set[str] = set()
    for mark in _TABLE.find(text, start, end):
        if _begins(seen, mark):
            groups.append([])
            seen = set()
        if groups:
            groups[-1].append(mark)
            seen.add(mark.kind.name)
    sure = [group for group in groups if any(mark.kind.name in _SURE for mark in group)]
    ends = [*(group[0].start for group in sure[1:]), end]
    return [Piece(group, stop) for group, stop in zip(sure, ends, strict=True)] if sure else []


def _begins(seen: AbstractSet[str], mark: Mark) -> bool:
    """Tell whether a paper begins with a mark, by the kinds of marks since the last paper began."""
    name = mark.kind.name
    if not seen:
        return name == "entry" or name in _STARTERS or (name in _RESTARTERS and mark.strength > 1) or name in _ENDERS
    if name in _STARTERS:
        return not seen.isdisjoint(_ENDERS | {"entry"}) or any(_STARTERS.get(one, -1) >= _STARTERS[name] for one in seen)
    return name == "entry" or (name in _RESTARTERS and "dated" in seen and "tail" not in seen)


def read_piece(page: Visible, piece: Piece) -> Iterator[Paper | Issue]:
    """Read one paper of a page.

    >>> from papercat.text.document import Document
    >>> text = "arXiv:1706.03762 (cs)\\n[Submitted on 12 Jun 2017]\\nAttention Is All You Need\\n"
    >>> text += "Ashish Vaswani, Noam Shazeer\\nView PDF\\nThe dominant"
    >>> paper = next(read_piece(Visible(Document("p.txt", text)), find_pieces(text, 0, len(text))[0]))
    >>> paper.title, len(paper.authors), paper.abstract, paper.year
    ('Attention Is All You Need', 2, 'The dominant', 2017)
    """
    marks = _without_false_furniture(strongest(piece.marks))
    ends = [*(mark.start for mark in marks[1:]), piece.end]
    outside = next((number for number, mark in enumerate(marks) if mark.kind.follows in _FURNITURE), len(marks))
    end = marks[outside].start if outside < len(marks) else piece.end
    reading = _Reading(page, Entry(page, marks[0].start, end))
    for number, (mark, stop) in enumerate(zip(marks, ends, strict=True)):
        if number < outside or mark.kind.name == "titled":
            reading.take(mark, stop)
    yield from reading.finish()
    if outside < len(marks):
        yield leave_out(page, _FURNITURE[marks[outside].kind.follows], end, _furniture_end(page.text, marks[-1].end, piece.end))


def _without_false_furniture(marks: list[Mark]) -> list[Mark]:
    """Leave out phrases of the foot of a page that stand before a field: they are text, as `Download:` in a comment."""
    fields = [number for number, mark in enumerate(marks) if mark.kind.is_word or mark.kind.name in _FIELDS]
    last = max(fields, default=-1)
    return [mark for number, mark in enumerate(marks) if number > last or mark.kind.follows not in _FURNITURE]


def _furniture_end(text: str, start: int, end: int) -> int:
    """Find where the rest of a page ends; what is longer than the foot of a page is something else."""
    blank = BLANK_LINE.search(text, start, end) if end - start > _LONGEST_FOOT else None
    return blank.start() if blank else end


def leave_out(page: Visible, code: str, start: int, end: int) -> Issue:
    """Say of a passage that it belongs to no paper."""
    place = page.reach(start, end)
    raw = page.document.text[slice(*place)]
    told = "kept as the heading of the list" if code == "heading" else "left out as belonging to the page"
    source = Draft(page.document).source("page", place)
    return Issue(code=code, message=f"{told}: {raw[:_LONGEST_SHOWN]!r}", source=source, raw=raw)


class _Reading:
    """One paper while its marks are gone through."""

    def __init__(self, page: Visible, entry: Entry) -> None:
        self._text, self._entry = page.text, entry
        self._spans: dict[str, list[Place]] = {"byline": [], "title": [], "titled": [], "abstract": []}
        self._is_listed = False
        self._is_cut = False

    def take(self, mark: Mark, stop: int) -> None:
        """Take a mark with the text behind it."""
        kind = mark.kind
        label = mark.match.groupdict().get("label") or kind.label
        self._is_listed |= kind.name == "entry"
        self._is_cut |= kind.name == "more"
        if kind.own != "skip":
            own = mark.match.span("own") if kind.name != "entry" else mark.match.span()
            self._entry.add({"entry": "arxiv", "history": "date"}.get(kind.own, kind.own), label, *own)
        if kind.name == "entry" and mark.match["subjects"]:
            self._entry.add("", "Subjects", *mark.match.span("subjects"))
        if any(map(str.isalnum, self._text[mark.end : stop])):
            self._follow(kind.follows, label, mark.end, stop)

    def _follow(self, role: str, label: str, start: int, stop: int) -> None:
        if role == "listed":
            role = "abstract" if self._is_listed else ""
        if role in self._spans:
            self._spans[role].append(Place(start, stop))
        else:
            self._entry.add("" if role == "skip" else role, label, start, stop)

    def finish(self) -> Iterator[Paper | Issue]:
        """Part title and authors, and give the paper."""
        titled = self._spans["titled"]
        title, authors = part_titled(self._text, *titled[0]) if titled else (Place(0, 0), Place(0, 0))
        self._part(self._text[slice(*title)])
        for role, place in (("title", title), ("authors", authors)):
            self._entry.add("skip" if self._entry.has(role) else role, "", *place)
        self._take_abstract()
        yield from self._entry.finish()

    def _part(self, title: str) -> None:
        """Part what stands behind a label `Title:`, or behind none, where the authors have no label."""
        first, *others = [*self._spans["title"], *self._spans["byline"]] or [Place(0, 0)]
        has_rest = not self._spans["abstract"] and not self._is_listed
        parts = Byline(first, Place(0, 0), Place(0, 0))
        if not self._entry.has("authors"):
            parts = part_byline(self._text, *first, title, has_rest=has_rest)
            start, end = parts.authors
            if start < end and not title and not self._text[start - 1].isspace():
                self._entry.notice("records-glued", "taken for authors that are glued to their title", "authors", start, end)
        self._entry.add("title", "Title", *parts.title)
        self._entry.add("authors", "Authors", *parts.authors)
        self._entry.add("abstract", "Abstract", *parts.rest)
        for place in others:
            self._entry.add("", "", *place)

    def _take_abstract(self) -> None:
        """Take the abstract; of search results that show its beginning and then all of it, the whole counts."""
        if self._is_cut and len(self._spans["abstract"]) > 1:
            self._entry.add("skip", "", *self._spans["abstract"].pop(0))
        elif self._is_cut and self._spans["abstract"]:
            told = "the page shows no more than a piece of the abstract"
            self._entry.notice("abstract-cut", told, "abstract", *self._spans["abstract"][0])
        for place in self._spans["abstract"]:
            self._entry.add("abstract", "Abstract", *place)
