r"""arXiv's mails, monthly lists and `.abs` files: a header of labelled fields between two `\\`, perhaps an abstract, a footer.

    \\
    arXiv:2303.00763
    Date: Wed, 1 Mar 2023 19:00:02 GMT   (3197kb,D)

    Title: Census of Gaseous Satellites around Local Spiral Galaxies
    Authors: Jingyao Zhu and Mary E Putman
    Categories: astro-ph.GA
    \\
      We present a search …
    \\ ( https://arxiv.org/abs/2303.00763 ,  3197kb)

The fields are those of arXiv's metadata (https://info.arxiv.org/help/prep.html) and of its mails since 1991, which had `Paper:` for
the id and `Subj-class:` for subjects.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from papercat.models import Issue, Paper
from papercat.readers.arxiv.byline import BLANK_LINE
from papercat.readers.arxiv.entry import Entry
from papercat.readers.arxiv.ids import ID, NUMBER
from papercat.readers.arxiv.marks import Kind, Table, strongest
from papercat.readers.arxiv.visible import Visible
from papercat.text.document import Place

_RULER = r"(?:(?<![-=_%])[-=_%]{20,}(?![-=_%]))"
_ID_LINE = (
    rf"(?:arXiv|Paper)(?: ?\(\*?cross-listing\*?\))?:\s?(?P<own>{ID})(?:\s{{0,4}}\(\*?cross-listing\*?\))?"
    r"(?=\s{0,8}(?:From|Date|Title|Authors?|Subject|Replaced|replaced|figures? added|part added)\b)"
)
# The `\\` before an id may be gone, but then a date or a sender must follow.
START = re.compile(
    rf"(?:{_RULER}\s{{0,8}}){{0,3}}{NUMBER}?(?:\\\\\s{{0,8}}{_ID_LINE}|{_ID_LINE}(?=\s{{0,8}}(?:From: |Date: |replaced with)))".replace(
        "(?P<own>", "(?:"
    )
)
_OPENING = re.compile(r"\\(?=\\)|arXiv|Paper")  # in each match of START, which is looked for ten times as long
_ID = re.compile(_ID_LINE)
_LABELS = {
    "Title": "title",
    "Authors?": "authors",
    "Date(?: ?\\(v1\\))?": "date",
    "Date ?\\((?:revised|v\\d{1,2})[^()\n]{0,12}\\)": "",
    "replaced with revised version|figures? added|part added": "",
    "Comments?": "comment",
    "DOI": "doi",
    "Categories|Category|Subj-class|Subject|Keywords": "",
    "Report-(?:no|num)|Journal-(?:ref|reference)": "",
    "(?:MSC|ACM|PACS)-(?:class|num|no)": "",
    "From|Submitter|Proxy|License|Notes?|Supersedes": "",
    "Abstract": "abstract",
}
_TABLE = Table(
    [
        Kind("id", _ID, "arxiv", label="arXiv"),
        *(
            Kind(
                words,
                re.compile(rf"(?P<label>{words.replace('-', '[-‐‑–]')})" + r"(?: ?:|(?:(?<=version)|(?<=added))(?= ))"),
                "skip",
                role,
                is_word=True,
            )
            for words, role in _LABELS.items()
        ),
    ]
)
# behind the last field; a TeX break within a title has one blank before it
_HEADER_END = re.compile(r"(?:(?<=[\r\n\v\f\u2028\u2029])[ \t]{0,8}|(?<=\S)|(?<=\s\s))\\\\(?=\s|\(|\Z)")
# … but in a text that has become one line every one has
_LOOSE_END = re.compile(r"(?<=\s)\\\\(?=\s|\Z)")
_ADDRESS = rf"\(\s{{0,4}}(?:(?P<url>https?://[^\s()]{{1,80}})|(?:arXiv:)?{ID})\s{{0,4}},\s{{0,4}}[^()\r\n]{{1,24}}\)"
_FOOTER = re.compile(rf"\\\\(?:\s{{0,4}}{_ADDRESS}|(?=\s{{0,8}}(?:{_RULER}|\Z)))|{_RULER}")
_LONE_END = re.compile(rf"{_FOOTER.pattern}|(?<=[\r\n\v\f\u2028\u2029])\\\\(?=[ \t]{{0,8}}(?:[\r\n]|\Z))")
_RULERS = re.compile(rf"(?:\s|{_RULER}|\\\\(?!\s{{0,8}}(?:arXiv|Paper)))*")


class _Parts(NamedTuple):
    """Where the parts of a record stand."""

    header: Place
    abstract: Place
    end: int
    url: Place


def has_mail(text: str) -> bool:
    r"""Tell a text in which a mail begins, as `START` finds it.

    >>> has_mail("\\\\\narXiv:0704.0001\nDate: Mon, 2 Apr 2007\n"), has_mail("We test a hypothesis.\narXiv:2302.00805As language models")
    (True, False)
    """
    return any(START.match(text, opening.start()) for opening in _OPENING.finditer(text))


def starts_of(text: str) -> list[int]:
    """Give where the mails of a text begin."""
    return [match.start() for match in START.finditer(text)] if has_mail(text) else []


def mail_end(text: str, start: int, end: int) -> int:
    """Find where the record ends that begins at a place, the rulers behind it counted.

    >>> mail_end("\\\\\\\\\\narXiv:0704.0001\\nTitle: A\\n\\\\\\\\\\n  We.\\n\\\\\\\\\\n" + 20 * "-" + "\\nFri, 3 Mar", 0, 71)
    61
    """
    rulers = _RULERS.match(text, _parts(text, start, end).end, end)
    return rulers.end() if rulers else end


def read_mail(page: Visible, start: int, end: int) -> Iterator[Paper | Issue]:
    r"""Read the record that stands at a place.

    >>> from papercat.text.document import Document
    >>> text = "\\\\\nPaper: hep-th/9711200\nTitle: The Large N Limit\nAuthor: Juan M. Maldacena\n\\\\\n  We show.\n\\\\\n"
    >>> paper = next(read_mail(Visible(Document("m.txt", text)), 0, len(text)))
    >>> paper.title, paper.arxiv, paper.abstract
    ('The Large N Limit', 'hep-th/9711200', 'We show.')
    """
    parts = _parts(page.text, start, end)
    entry = Entry(page, start, end)
    marks = strongest(_TABLE.find(page.text, *parts.header))
    ends = [*(mark.start for mark in marks[1:]), parts.header.end]
    for mark, stop in zip(marks, ends, strict=True):
        if mark.kind.own == "arxiv":
            entry.add("arxiv", "arXiv", *mark.match.span("own"))
            continue
        entry.add(mark.kind.follows, mark.match["label"], mark.end, stop)
    entry.add("abstract", "abstract", *parts.abstract)
    entry.add("url", "url", *parts.url)
    yield from entry.finish()


def _parts(text: str, start: int, end: int) -> _Parts:
    first = _ID.search(text, start, end)
    begin, after = first.span() if first else (start, start)
    stop = _HEADER_END.search(text, after, end) or _LOOSE_END.search(text, after, end)
    if not stop:
        return _without_rulers(text, Place(begin, end))
    footer = _FOOTER.match(text, stop.start(), end) or _LONE_END.search(text, stop.end(), end)
    abstract = Place(stop.end(), max(footer.start(), stop.end())) if footer else Place(stop.end(), end)
    url = Place(*footer.span("url")) if footer and footer["url"] else Place(end, end)
    return _Parts(Place(begin, stop.start()), abstract, footer.end() if footer else end, url)


def _without_rulers(text: str, record: Place) -> _Parts:
    """Part a record that lost its rulers, or its end: what stands behind an empty line under the last field is the abstract."""
    marks = strongest(_TABLE.find(text, *record))
    blank = BLANK_LINE.search(text, marks[-1].end, record.end) if marks and marks[-1].kind.follows != "date" else None
    stop = blank.start() if blank else record.end
    return _Parts(Place(record.start, stop), Place(stop, record.end), record.end, Place(record.end, record.end))
