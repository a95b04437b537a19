"""A page of HTML with papers in it for programs: COinS, and schema.org's JSON-LD.

COinS is OpenURL in the title of an empty span (ANSI/NISO Z39.88-2004, https://archive.is/20120907020437/http://ocoins.info/): Zotero,
Wikipedia and library catalogues write it. The page around it is left out, and told.
"""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qsl

from papercat.models import Issue, Paper
from papercat.readers import tree
from papercat.readers.draft import Draft
from papercat.readers.record import Record
from papercat.text.document import Document, Place

_SAMPLE = 200_000
_SPAN = re.compile(r"<span\b[^<>]{0,200}\bZ3988\b[^<>]{0,20000}>", re.IGNORECASE)
_TITLE = re.compile(r"\btitle\s{0,3}=\s{0,3}(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b[^<>]{0,200}\bapplication/ld\+json\b[^<>]{0,200}>", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script", re.IGNORECASE)
_SCHOLARLY = re.compile(r"\"@type\"\s*:\s*(?:\[[^\]\[]{0,200})?\"(?:https?://schema\.org/)?(?:Medical)?ScholarlyArticle\"")
_ITEM = re.compile(r"<li[\s>]", re.IGNORECASE)
# Of a list with many more items than spans most is said by nothing but its text, which other readers know.
_MOST_ITEMS, _FREE = 3, 10
_SURE = 0.9
# The keys of OpenURL's formats for journals, books and dissertations, without `rft.`, and Dublin Core's.
_ROLES = {
    "atitle": "title",
    "jtitle": "venue",
    "stitle": "venue?",
    "date": "date",
    "volume": "volume",
    "issue": "issue",
    "spage": "first-page",
    "epage": "last-page",
    "pages": "pages",
    "pub": "publisher",
    "publisher": "publisher",
    "inst": "school",
    "description": "abstract",
    "subject": "keyword",
    "source": "venue",
    "genre": "type",
    "type": "type",
}
_OF_AUTHORS = frozenset(("au", "aucorp", "creator", "aulast", "aufirst", "auinit", "auinit1", "auinitm"))
_TYPES = {"bookitem": "incollection", "proceeding": "inproceedings", "preprint": "misc", "report": "techreport", "unknown": ""}
_IDS = (("info:doi/", "doi"), ("info:pmid/", "pmid"), ("info:arxiv/", "arxiv"), ("http", "url"))


def sniff(document: Document) -> float:
    """Say how likely a document is a page with papers for programs.

    >>> coins = '<span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft.atitle=Deep+learning&amp;rft.au=Yann+LeCun"></span>'
    >>> sniff(Document("a.html", f"<p>{coins}</p>")), sniff(Document("b.html", "<p>Deep learning</p>"))
    (0.9, 0.0)
    """
    text = document.text[:_SAMPLE]
    spans = sum("title" in dict(pairs) or "atitle" in dict(pairs) or "btitle" in dict(pairs) for _, pairs in _spans(text))
    if spans and len(_ITEM.findall(text)) <= _FREE + _MOST_ITEMS * spans:
        return _SURE
    return _SURE if any(True for _ in _scripts(text)) else 0.0


def read(document: Document) -> Iterator[Paper | Issue]:
    """Read the paper of each span, or of each script where the page has no spans.

    >>> coins = '<span class="Z3988" title="rft.atitle=Deep+learning&amp;rft.au=Yann+LeCun&amp;rft.date=2015"></span>'
    >>> paper, _ = read(Document("a.html", f"<p>{coins}</p>"))
    >>> paper.title, paper.authors[0].inverted, paper.year
    ('Deep learning', 'LeCun, Yann', 2015)
    """
    seen = set[tuple[tuple[str, str], ...]]()
    for place, pairs in _spans(document.text):
        if tuple(pairs) not in seen:  # pages repeat them for their lists of tools
            seen.add(tuple(pairs))
            yield from _paper(document, place, pairs)
    if not seen:
        for place in _scripts(document.text):
            yield from tree.read(document.piece(place))
    told = "left out as a part of the page: all but its metadata"
    yield Issue(code="page-furniture", message=told, source=Draft(document).source("page", Place(0, len(document.text))))


def _spans(text: str) -> Iterator[tuple[Place, list[tuple[str, str]]]]:
    """Give the place and the pairs of each COinS, without the `rft.` of their keys."""
    for span in _SPAN.finditer(text) if "Z3988" in text or "z3988" in text else ():
        title = _TITLE.search(span[0])
        if title:
            group = 1 if title[1] is not None else 2
            start, end = (span.start() + at for at in title.span(group))
            pairs = parse_qsl(unescape(title[group]), errors="replace")
            yield Place(start, end), [(key.removeprefix("rft."), " ".join(value.split())) for key, value in pairs if value.strip()]


def _scripts(text: str) -> Iterator[Place]:
    """Give where JSON-LD with a scholarly article stands."""
    done = 0
    while begin := _SCRIPT.search(text, done):
        end = _SCRIPT_END.search(text, begin.end())
        if not end:
            return
        done = end.end()
        if _SCHOLARLY.search(text, begin.end(), end.start()):
            yield Place(begin.end(), end.start())


def _paper(document: Document, place: Place, pairs: list[tuple[str, str]]) -> Iterator[Paper | Issue]:
    known = dict(pairs)
    if not {"title", "atitle", "btitle"} & set(known):
        return
    record = Record(document, place)
    for name in _authors(pairs):
        record.add("author", "au", place, raw=name)
    for key, value in pairs:
        role, shown = _role(key, value, known)
        if role != "skip" and shown:
            record.add(role, "id" if key in ("rft_id", "identifier") else key, place, raw=shown)
    yield from record.finish()


def _role(key: str, value: str, known: dict[str, str]) -> tuple[str, str]:
    """Say what a pair means, a role of `papercat.readers.record`, "" for `extra`, and its value."""
    if key in ("title", "btitle"):
        return (
            "title" if "atitle" not in known and not (key == "title" and "btitle" in known) else "venue" if "jtitle" not in known else "",
            value,
        )
    if key in ("rft_id", "identifier"):
        return next(
            ((role, value.removeprefix(sign) if sign != "http" else value) for sign, role in _IDS if value.startswith(sign)), ("", value)
        )
    if key == "genre":
        return "type", _TYPES.get(value, value)
    if key in _OF_AUTHORS or key.startswith(("ctx_", "url_", "rfr_", "rft_")):
        return "skip", value
    return _ROLES.get(key, "").removesuffix("?"), value


def _authors(pairs: list[tuple[str, str]]) -> list[str]:
    """List the authors; the first is also said in parts, and not always among the others."""
    names = [value for key, value in pairs if key in ("au", "aucorp", "creator")]
    known = dict(reversed(pairs))
    family = known.get("aulast", "")
    given = known.get("aufirst") or known.get("auinit") or " ".join(filter(None, (known.get("auinit1"), known.get("auinitm"))))
    if family and not any(family in name for name in names):
        return [f"{family}, {given}" if given else family, *names]
    return names
