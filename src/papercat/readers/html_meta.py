"""The page of one paper, saved as HTML: what its head says in `citation_title` and the like.

Publishers write these for Google Scholar, https://scholar.google.com/intl/en/scholar/inclusion.html (Highwire Press tags, with `bepress_`
before them in repositories of that house), and Zotero reads them too. Where they say nothing of a field, what PRISM, Dublin Core and
EPrints say of it counts: Atypon's sites write titles and authors in Dublin Core alone. The rest of the page is left out, and told.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import NamedTuple

from papercat.models import Issue, Paper
from papercat.readers.draft import Draft
from papercat.readers.record import Record
from papercat.text.document import Document, Place

_SAMPLE = 200_000
_QUOTED = r"(?:\"[^\"]{0,50000}\"|'[^']{0,50000}')"
_META = re.compile(rf"<meta\b[^<>\"']*(?:{_QUOTED}[^<>\"']*){{1,12}}>", re.IGNORECASE)
_NAME = re.compile(r"\b(?:name|property)\s*=\s*[\"']?(citation_|prism\.|dc\.|dcterms\.|eprints\.|bepress_citation_)([\w.]+)", re.IGNORECASE)
_CONTENT = re.compile(rf"\bcontent\s*=\s*({_QUOTED})", re.IGNORECASE)
_HEAD = re.compile(r"<head[\s>]", re.IGNORECASE)
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
    "cover_date": "date",
    "date": "date",
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
_PRISM = {
    "publicationname": "venue",
    "publicationdate": "date",
    "volume": "volume",
    "number": "issue",
    "startingpage": "first-page",
    "endingpage": "last-page",
    "doi": "doi",
}
_DUBLIN_CORE = {
    "title": "title",
    "creator": "author",
    "creator.personalname": "author",
    "contributor.author": "author",
    "date": "date",
    "issued": "date",
    "date.issued": "date",
    "description": "abstract",
    "abstract": "abstract",
    "publisher": "publisher",
    "subject": "keywords",
    "identifier.doi": "doi",
    "source": "venue",
    "source.volume": "volume",
    "source.issue": "issue",
}
_EPRINTS = {
    "title": "title",
    "creators_name": "author",
    "abstract": "abstract",
    "date": "date",
    "publication": "venue",
    "volume": "volume",
    "number": "issue",
    "pagerange": "pages",
    "publisher": "publisher",
}
# By what stands before the name, the first that says something of a role before the others.
_FAMILIES = {
    "citation_": _ROLES,
    "bepress_citation_": _ROLES,
    "prism.": _PRISM,
    "eprints.": _EPRINTS,
    "dc.": _DUBLIN_CORE,
    "dcterms.": _DUBLIN_CORE,
}
_HIGHWIRE = ("citation_", "bepress_citation_")
_AROUND = frozenset(("reference", "fulltext_world_readable", "author_institution", "author_email"))  # of no paper, or of an author
_ORCID = "author_orcid"  # of the author before it
# Of several dates the first: when it went online may be half a century later (HAL, Springer).
_DATES = ("publication_date", "cover_date", "date", "year", "online_date")
# What has no field of a paper goes under the name that BibTeX and `papercat.writers` know.
_LABELS = {"dissertation_institution": "school", "technical_report_institution": "institution", "technical_report_number": "number"}
_LIKE = {"authors": "author", "year": "date", "keyword": "keywords"}  # roles that say the same
_MANY_AUTHORS = ";"  # in one `citation_author`
_LEAST = 3  # tags with the title


class _Tag(NamedTuple):
    """A tag: what stands before its name, its name, and where its value stands."""

    family: str
    name: str
    place: Place

    @property
    def role(self) -> str:
        """Say what the tag means, "" if no field."""
        return _FAMILIES[self.family].get(self.name, "")


def sniff(document: Document) -> float:
    """Say how likely a document is the page of a paper.

    >>> head = '<meta name="citation_title" content="Deep learning"><meta name="citation_author" content="LeCun, Yann">'
    >>> sniff(Document("a.html", f'<html>{head}<meta content="10.1038/nature14539" name="citation_doi">'))
    0.98
    """
    text = document.text[:_SAMPLE]
    tags = list(_tags(text)) if "<meta" in text or "<META" in text else []
    roles = [tag.role for tag in tags]
    if "title" not in roles or sum(map(bool, roles)) < _LEAST:
        return 0.0
    if any(tag.family in _HIGHWIRE and tag.name == "title" for tag in tags):
        return 0.98  # above a page with an entry in it, as the ACL Anthology and USENIX have
    return 0.86 if "author" in roles and sum(map(bool, roles)) > _LEAST else 0.0


def read(document: Document) -> Iterator[Paper | Issue]:
    """Read the paper of a page, or of each of several.

    >>> text = '<meta name="citation_publication_date" content="2015/05/27"><meta name="citation_title" content="R&amp;D">'
    >>> paper = next(read(Document("a.html", text)))
    >>> paper.title, paper.year, dict(paper.extra)
    ('R&D', 2015, {'publication_date': '2015/05/27'})
    """
    for tags in _pages(document.text):
        record = Record(document, Place(tags[0].place.start, tags[-1].place.end))
        for tag, role in _told(tags):
            if tag.name == _ORCID:
                record.identify(tag.name, tag.place)
                continue
            raw = _text(document.text[slice(*tag.place)])
            several = role == "author" and _MANY_AUTHORS in raw
            record.add("authors" if several else role, _LABELS.get(tag.name, tag.name), tag.place, raw=raw)
        yield from record.finish()
    whole = Place(0, len(document.text))
    yield Issue(
        code="page-furniture", message="left out as a part of the page: all but its metadata", source=Draft(document).source("page", whole)
    )


def _pages(text: str) -> Iterator[list[_Tag]]:
    """Give the tags of each page: a head begins one, and another title where the one before it has authors already."""
    page: list[_Tag] = []
    title, end = "", 0
    for tag in _tags(text):
        said = text[slice(*tag.place)].strip() if tag.role == "title" and tag.family in _HIGHWIRE else ""
        another = said and title and said != title and any(one.role == "author" for one in page)
        if page and (another or _HEAD.search(text, end, tag.place.start)):
            yield page
            page, title = [], ""
        page.append(tag)
        title, end = said or title, tag.place.end
    if page:
        yield page


def _told(tags: Sequence[_Tag]) -> Iterator[tuple[_Tag, str]]:
    """Give the tags of a page that say something of the paper, each with its role: of two families that say the same, the first.

    >>> places = iter(Place(0, at) for at in range(9))
    >>> tags = [_Tag(f, n, next(places)) for f, n in (("dc.", "creator"), ("citation_", "title"), ("dc.", "title"), ("dc.", "format"))]
    >>> [(tag.family + tag.name, role) for tag, role in _told(tags)]
    [('dc.creator', 'author'), ('citation_title', 'title')]
    """
    families = list(_FAMILIES)
    best: dict[str, str] = {}
    for tag in sorted(tags, key=lambda tag: families.index(tag.family)):
        best.setdefault(_LIKE.get(tag.role, tag.role), tag.family)
    dates = [tag for tag in tags if _LIKE.get(tag.role, tag.role) == "date" and tag.family == best["date"]]
    date = min(dates, key=lambda tag: _DATES.index(tag.name) if tag.name in _DATES else 0, default=None)
    for tag in tags:
        is_of_page = tag.name in _AROUND or tag.family not in _HIGHWIRE
        if tag.role and tag.family == best[_LIKE.get(tag.role, tag.role)]:
            yield tag, tag.role if tag is date or tag not in dates else ""
        elif not tag.role and not is_of_page:
            yield tag, ""


def _text(value: str) -> str:
    """Read a value as text, in which markup is written with entities or bare."""
    return _MARKUP.sub(" ", _INLINE.sub("", unescape(value)))


def _tags(text: str) -> Iterator[_Tag]:
    for meta in _META.finditer(text):
        name, content = _NAME.search(meta[0]), _CONTENT.search(meta[0])
        if name and content and content[1][1:-1].strip():
            start = meta.start() + content.start(1) + 1
            yield _Tag(name[1].lower(), name[2].lower(), Place(start, start + len(content[1]) - 2))
