"""The page of one paper, saved as HTML: what its head says in `citation_title` and the like.

Publishers write these for Google Scholar, https://scholar.google.com/intl/en/scholar/inclusion.html (Highwire Press tags), and Zotero reads
them too. The rest of the page is left out, and told.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from papercat.models import Issue, Paper
from papercat.readers.draft import Draft
from papercat.readers.record import Record
from papercat.text.document import Document, Place

_SAMPLE = 200_000
_QUOTED = r"(?:\"[^\"]{0,50000}\"|'[^']{0,50000}')"
_META = re.compile(rf"<meta\b[^<>\"']*(?:{_QUOTED}[^<>\"']*){{1,12}}>", re.IGNORECASE)
_NAME = re.compile(r"\b(?:name|property)\s*=\s*[\"']?citation_(\w+)", re.IGNORECASE)
_CONTENT = re.compile(rf"\bcontent\s*=\s*({_QUOTED})", re.IGNORECASE)
_INLINE = re.compile(r"</?(?:i|b|em|strong|sub|sup|span|a|u|tt|code)(?:\s[^<>]*)?>", re.IGNORECASE)
_MARKUP = re.compile(r"</?(?:p|div|br|li|ul|ol|h\d|section|jats:\w+)(?:\s[^<>]*)?/?>", re.IGNORECASE)
# What a tag means: a role of `papercat.readers.record`; what is not here goes to `extra`.
_ROLES = {
    "title": "title",
    "author": "author",
    "authors": "authors",
    "abstract": "abstract",
    "journal_title": "venue",
    "conference_title": "venue",
    "conference": "venue",
    "inbook_title": "venue",
    "book_title": "venue",
    "publication_date": "date",
    "date": "date",
    "cover_date": "date",
    "year": "year",
    "online_date": "date",
    "volume": "volume",
    "issue": "issue",
    "firstpage": "first-page",
    "lastpage": "last-page",
    "doi": "doi",
    "arxiv_id": "arxiv",
    "publisher": "publisher",
    "keywords": "keywords",
    "keyword": "keyword",
    "public_url": "url",
    "abstract_html_url": "url",
    "fulltext_html_url": "url",
    "editor": "editor",
}
_AROUND = frozenset(
    ("reference", "fulltext_world_readable", "author_institution", "author_email", "author_orcid")
)  # of no paper, or of an author
_LEAST = 2  # tags besides the title


class _Tag(NamedTuple):
    """A tag: its name behind `citation_`, and where its value stands."""

    name: str
    place: Place


def sniff(document: Document) -> float:
    """Say how likely a document is the page of a paper.

    >>> head = '<meta name="citation_title" content="Deep learning"><meta name="citation_author" content="LeCun, Yann">'
    >>> sniff(Document("a.html", f'<html>{head}<meta content="10.1038/nature14539" name="citation_doi">'))
    0.86
    """
    names = [tag.name for tag in _tags(document.text[:_SAMPLE])]
    return 0.86 if "title" in names and sum(name in _ROLES for name in names) > _LEAST else 0.0


def read(document: Document) -> Iterator[Paper | Issue]:
    """Read the paper of a page, or of each of several.

    >>> text = '<meta name="citation_title" content="R&amp;D"><meta name="citation_publication_date" content="2015/05/27">'
    >>> paper = next(read(Document("a.html", text)))
    >>> paper.title, paper.year, dict(paper.extra)
    ('R&D', 2015, {'publication_date': '2015/05/27'})
    """
    groups: list[list[_Tag]] = []
    for tag in _tags(document.text):
        if tag.name == "title" or not groups:
            groups.append([])
        groups[-1].append(tag)
    for tags in groups:
        record = Record(document, Place(tags[0].place.start, tags[-1].place.end))
        for tag in tags:
            role = "skip" if tag.name in _AROUND else _ROLES.get(tag.name, "")
            record.add(role, tag.name, tag.place, raw=_text(document.text[slice(*tag.place)]))
        yield from record.finish()
    whole = Place(0, len(document.text))
    yield Issue(
        code="page-furniture", message="left out as a part of the page: all but its metadata", source=Draft(document).source("page", whole)
    )


def _text(value: str) -> str:
    """Read a value as text, in which markup is written with entities or bare."""
    return _MARKUP.sub(" ", _INLINE.sub("", unescape(value)))


def _tags(text: str) -> Iterator[_Tag]:
    for meta in _META.finditer(text):
        name, content = _NAME.search(meta[0]), _CONTENT.search(meta[0])
        if name and content and content[1][1:-1].strip():
            start = meta.start() + content.start(1) + 1
            yield _Tag(name[1].lower(), Place(start, start + len(content[1]) - 2))
