r"""Reference lists in HTML that bibtex2html makes of a `.bib` file; lists that people write are read as a browser shows them.

bibtex2html (Jean-Christophe Filliâtre) writes each reference as a cell of a table, or as the definition of a list, in the form of a
BibTeX style: names with their initials tied by `&nbsp;`, the title, the venue in `<em>`, and links in brackets; the entries follow in
`<pre>`, or stand on a page of their own. Where a page has both, the entry is read, for it says more.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from papercat.models import Issue, Paper
from papercat.names import Name
from papercat.readers import bibtex
from papercat.readers.bibtex.blocks import cut
from papercat.readers.bibtex.grammar import OPENING
from papercat.readers.draft import Draft
from papercat.readers.record import Record
from papercat.text.document import Document, Place
from papercat.text.months import MONTHS

_SAMPLE = 200_000
_MADE = re.compile(r"class\s*=\s*[\"']?bibtexitem|bibtex2html", re.IGNORECASE)
_TAG = re.compile(r"<!--.{0,2000}?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_RAISED = re.compile(r"</?su[bp]\b", re.IGNORECASE)
_PRE = re.compile(r"<pre\b[^<>]*>(.*?)(?:</pre>|\Z)", re.IGNORECASE | re.DOTALL)
# signs of no width stand in markup too, where a page went through another program
_CELL = re.compile(r"<td\b[^<>]*\b" + r"[\u00ad\u200b-\u200f\u2060\ufeff]*".join("bibtexitem") + r"\b[^<>]*>", re.IGNORECASE)
_ENTRY = re.compile(r"<(?:li|dd)\b[^<>]*>", re.IGNORECASE)
# Where an item ends that nothing closes.
_ITEM_END = re.compile(r"</?(?:td|tr|li|dd|dt|dl|ol|ul|table|body|html)\b|<(?:pre|h[1-6]|hr)\b", re.IGNORECASE)
_ANCHOR = re.compile(r"<a\b[^<>]*?\b(?:name|id)\s*=\s*[\"']?([^\"'<>\s]+)", re.IGNORECASE)
_STRESSED = re.compile(r"<(em|i|cite)\b[^<>]*>(.{0,1000}?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_LINK = re.compile(r"<a\b[^<>]*?\bhref\s*=\s*[\"']?([^\"'<>\s]+)[^<>]*>(.{0,200}?)</a\s*>", re.IGNORECASE | re.DOTALL)
_LINKS = re.compile(r"\[(?:\s|&nbsp;|\xa0)*<a\b[^<>]*\bhref", re.IGNORECASE)
# how bibtex2html leads to an entry: `[&nbsp;<a href="refs_bib.html#key">bib</a>&nbsp;]`
_TO_ENTRY = re.compile(r"\[(?:\s|&nbsp;|\xa0){1,9}<a\b[^<>]*\bhref\b[^<>]*>\s*bib\s*</a", re.IGNORECASE)
_ABSTRACT = re.compile(r"<blockquote\b[^<>]*>(.*?)(?:</blockquote|\Z)", re.IGNORECASE | re.DOTALL)
_KEYWORDS = re.compile(r"\bKeywords:\s*", re.IGNORECASE)
_QUOTED = re.compile(r"(?:“|&ldquo;|&#8220;|&quot;|``|\")(.{2,500}?),?(?:”|&rdquo;|&#8221;|&quot;|''|\")", re.DOTALL)
# The end of a sentence. A letter and a full stop are an initial, and so is what a tie follows, which is six blanks here.
_STOP = re.compile(r"[.?!](?=\s)(?! {6})")
_INITIAL = re.compile(r"(?:^|[\s;.,\xa0-])[^\W\d_]{1}$|\b(?:jr|sr|st|dr)$", re.IGNORECASE)
_PERSON = re.compile(r"\b[^\W\d_]{1,2}\.(?:&nbsp;|\s|-)|,|\band\b|\beditors?\b")
_INITIALS = re.compile(r"((?:[^\W\d_]{1,2}\.[ -]?)+) ?([^\W\d_][^,]*?)(?:,? (Jr\.?|Sr\.?|II|III|IV))?")
_BETWEEN = re.compile(r",? and |, (?!(?:Jr|Sr|II|III|IV)\b)")
_EDITORS = re.compile(r",? editors?$")
_PARTICLE = re.compile(r"(?:(?!da |Da )[^\W\d_A-Z][^\W\d_A-Z]* )+(?=[^\W\d_])")
_BOOK = re.compile(r"\s*[^<>\n.]{1,300}\s*\.\s+[A-Z]")
_IN = re.compile(r"(?:^|(?<=[.?!]))\s*In:?\s*$")
_REST = re.compile(r"(.*?[.?!])\s+([^.?!]*\b(?:19|20)\d\d\b[^.?!]*\.?)\s*", re.DOTALL)
_YEAR = re.compile(r"(?<![\d:–-])(?:1[4-9]|20)\d\d(?![\d:–-])")
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})[a-z]*\b", re.IGNORECASE)
_NUMBERS = (
    ("volume", re.compile(r"\b(?:volume|vol\.)\s*(\w+)", re.IGNORECASE)),
    ("issue", re.compile(r"\b(?:number|no\.)\s*(\w+)", re.IGNORECASE)),
    ("pages", re.compile(r"\b(?:pages?|pp?\.)\s*(\w+(?:\s*(?:-+|–)\s*\w+)?)", re.IGNORECASE)),
)
_COLON = re.compile(r"(?<!\w)(\d+)(?:\(([\w/-]+)\))?:\s*(\w+(?:(?:-+|–)\w+)?)")  # 16(3):1-19
_ROLES = {"doi": "doi", "arxiv": "arxiv", "http": "url", "https": "url", "url": "url", "link": "url"}
_SAID = frozenset(("bib", "bibtex", "abstract"))
_FEWEST, _LONGEST = 2, 20_000  # references of a list that nothing marks as one; characters of each


class _Item(NamedTuple):
    """One reference: where it stands, and the name of the anchor before it."""

    place: Place
    key: str


def sniff(document: Document) -> float:
    """Say how likely a document is a list of references in HTML.

    >>> sniff(Document("refs.html", '<td class="bibtexitem">K.&nbsp;Zibrek. Is photorealism important? <em>TAP</em>, 2019.</td>'))
    0.97
    """
    text = document.text[:_SAMPLE]
    if "<" not in text or not _TAG.search(text):
        return 0.0
    if _MADE.search(text) or any(OPENING.search(text, *pre.span(1)) for pre in _PRE.finditer(text)):
        return 0.97
    return 0.85 if _TO_ENTRY.search(text) and _is_linked(text, list(_items(text))) else 0.0


def read(document: Document) -> Iterator[Paper | Issue]:
    """Read the entries in `<pre>`, then each reference that has none; tags and the rest of the page are told.

    >>> page = Document("refs.html", '<td class="bibtexitem">K.&nbsp;Zibrek and S.&nbsp;Martin. Is it? <em>TAP</em>, 16(3):1-19, 2019.')
    >>> (paper,) = read(page)
    >>> paper.title, paper.venue, paper.year, paper.pages, [author.family for author in paper.authors]
    ('Is it?', 'TAP', 2019, '1-19', ['Zibrek', 'Martin'])
    """
    text = document.text
    bare = _entries_alone(text)
    keys = {block.key.lower() for block in cut(bare) if block.kind == "entry"} if bare else set[str]()
    if keys:
        yield from bibtex.read(replace(document, text=bare))
    page = _bare(document)
    items = list(_items(text))
    is_list = bool(_MADE.search(text)) or _is_linked(text, items)
    done = 0
    for item in items:
        told = list(_page(document, done, item.place.start))
        yield from told
        place = Place(item.place.start if told else done, item.place.end)
        done = item.place.end
        if item.key.lower() in keys:
            yield _kept(document, place, f"a reference that the entry {item.key!r} says too")
        elif is_list and place.end - place.start <= _LONGEST and text[slice(*item.place)].strip():
            yield from _reference(page, text, item, place)
        else:
            yield _kept(document, place, "not a reference")
    yield from _page(document, done, len(text))


def _bare(document: Document) -> Document:
    """Give the page without its tags: they, and blanks that a tie stands for, would speak about how the page was damaged."""
    return replace(document, text=_blanked(document.text))


def _entries_alone(text: str) -> str:
    """Blank out what is not in `<pre>`, and the tags in it, so that all places stay: empty if no entry is left."""
    out, place = list[str](), 0
    for pre in _PRE.finditer(text):
        if OPENING.search(text, *pre.span(1)):
            out += (" " * (pre.start(1) - place), _blanked(pre[1]))
            place = pre.end(1)
    return "".join((*out, " " * (len(text) - place))) if out else ""


def _blanked(text: str) -> str:
    """Blank out tags and the ties of HTML, so that all places stay; a word with a raised part stays one."""
    bare = _TAG.sub(lambda tag: ("\u2060" if _RAISED.match(tag[0]) else " ") * len(tag[0]), text)
    return bare.replace("&nbsp;", "      ")


def _items(text: str) -> Iterator[_Item]:
    begin = _CELL if _CELL.search(text) else _ENTRY
    before = 0
    for item in begin.finditer(text):
        end = _ITEM_END.search(text, item.end())
        anchors = _ANCHOR.findall(text, before, item.start()) or _ANCHOR.findall(text, item.end(), end.start() if end else len(text))
        place = Place(item.end(), end.start() if end else len(text))
        yield _Item(place, anchors[-1] if anchors else "")
        before = place.end


def _is_linked(text: str, items: Sequence[_Item]) -> bool:
    """Tell a list of bibtex2html's without its mark: most references lead to their entries."""
    linked = sum(_TO_ENTRY.search(text, *item.place) is not None for item in items)
    return linked >= _FEWEST and 2 * linked > len(items)


def _reference(page: Document, marked: str, item: _Item, around: Place) -> Iterator[Paper | Issue]:
    """Read a reference: its words on the page without tags, its parts by the tags of the marked one."""
    place, record = item.place, Record(page, around)
    links, abstract = _LINKS.search(marked, *place), _ABSTRACT.search(marked, *place)
    end = min([found.start() for found in (links, abstract) if found], default=place.end)
    _take_main(record, page, _STRESSED.search(marked, place.start, end), Place(place.start, end))
    _take_links(record, marked, Place(end, abstract.start() if abstract else place.end))
    if abstract:
        _take_abstract(record, page, Place(*abstract.span(1)))
    if item.key:
        record.add("", "key", Place(around.start, around.start), raw=item.key)
    yield from record.finish()


def _take_main(record: Record, page: Document, stressed: re.Match[str] | None, place: Place) -> None:
    """Read names, title, venue and the rest of a reference."""
    quoted = _QUOTED.search(page.text, *place)
    if quoted and (not stressed or quoted.start() < stressed.start()) and _may_be_names(page.text[place.start : quoted.start()]):
        _take_names(record, page, Place(place.start, quoted.start()))
        _add(record, page, "title", Place(*quoted.span(1)))
        after = quoted.end()
    else:
        after = _take_sentences(record, page, Place(place.start, stressed.start() if stressed else place.end), is_all=not stressed)
    if stressed:
        _add(record, page, "venue" if record.has("title") else "title", Place(*stressed.span(2)))
        after = stressed.end()
    _take_rest(record, page, Place(after, place.end))


def _may_be_names(text: str) -> bool:
    # names end with a comma before a quoted title, not with a sentence
    bare = text.rstrip()
    return not bare or (bare.endswith((",", ".", ":")) and not next(_stops(bare, Place(0, len(bare) - 1)), 0))


def _take_sentences(record: Record, page: Document, place: Place, *, is_all: bool) -> int:
    """Read the names and the title that stand in sentences, and say where what is left begins."""
    text = page.text
    stop = _names_end(text, place)
    start = stop or place.start
    if stop:
        _take_names(record, page, Place(place.start, stop - 1))
    elif not is_all and (_PERSON.search(text, *place) or _BOOK.match(text, place.end)):
        # a book: its names, and its title stressed, with a full stop behind it
        _take_names(record, page, place)
        return place.end
    rest = _REST.fullmatch(text, start, place.end) if is_all else None
    lead = _IN.search(text, start, place.end)
    end = rest.end(1) if rest else lead.start() if lead else place.end
    _add(record, page, "title", Place(start, end))
    return rest.start(2) if rest else place.end


def _names_end(text: str, place: Place) -> int:
    """Give the place behind the names: the first sentence, if another one follows; 0 if none does, or if it asks."""
    stop = next(_stops(text, place), 0)
    return stop if stop and text[stop - 1] == "." and text[stop : place.end].strip() else 0


def _stops(text: str, place: Place) -> Iterator[int]:
    """Give the places behind sentences; the full stop of an initial ends none."""
    for stop in _STOP.finditer(text, *place):
        if text[stop.start()] != "." or not _INITIAL.search(text[max(stop.start() - 4, place.start) : stop.start()]):
            yield stop.end()


def _take_names(record: Record, page: Document, place: Place) -> None:
    """Read names as BibTeX's styles write them; where given names are initials, all behind them is the family name."""
    start, end = _trimmed(page.text, place)
    text, steps = page.clean(Place(start, end))
    names = [_INITIALS.fullmatch(name) for name in _BETWEEN.split(_EDITORS.sub("", text))]
    if not text or not all(names):
        record.add("authors", "authors", Place(start, end))
        return
    record.draft.note("authors", steps, (Place(start, end),))
    for name in filter(None, names):
        particle = _PARTICLE.match(name[2])
        family = name[2][particle.end() :] if particle else name[2]
        record.add(
            "author", "authors", Place(start, end), name=Name(family, name[1].strip(), particle[0].strip() if particle else None, name[3])
        )


def _take_rest(record: Record, page: Document, place: Place) -> None:
    """Read volume, issue, pages and date behind the venue; what else stands there is kept."""
    text = page.text
    years = list(_YEAR.finditer(text, *place))
    if years:
        record.add("year", "year", Place(*years[-1].span()))
        if month := _MONTH.search(text, place.start, years[-1].start()):
            record.add("month", "month", Place(*month.span()))
    if colon := _COLON.search(text, *place):
        for role, group in (("volume", 1), ("issue", 2), ("pages", 3)):
            if colon[group]:
                record.add(role, role, Place(*colon.span(group)))
    for role, pattern in _NUMBERS:
        if not record.has(role) and (found := pattern.search(text, *place)):
            record.add(role, role, Place(*found.span(1)))
    said = re.sub(r"(?:19|20)\d\d|[\W_]|&nbsp;", "", text[slice(*place)])
    if said and not said.isdigit():
        _add(record, page, "", place, label="imprint")


def _take_links(record: Record, text: str, place: Place) -> None:
    for link in _LINK.finditer(text, *place):
        name = re.sub(r"[\W_]+", " ", _blanked(link[2]).replace("&nbsp;", " ")).strip().lower()
        if name and name not in _SAID:
            record.add(_ROLES.get(name, ""), name, Place(*link.span(1)), raw=link[1])


def _take_abstract(record: Record, page: Document, place: Place) -> None:
    words = _KEYWORDS.search(page.text, *place)
    for role, start, end in (
        ("abstract", place.start, words.start() if words else place.end),
        ("keywords", words.end() if words else 0, place.end),
    ):
        if start and page.text[start:end].strip():
            record.add(role, role, Place(start, end))


def _add(record: Record, page: Document, role: str, place: Place, label: str = "") -> None:
    start, end = _trimmed(page.text, place)
    if start < end:
        record.add(role, label or role, Place(start, end))


def _trimmed(text: str, place: Place) -> Place:
    """Take off the signs at the ends of a piece that only part it from its neighbours."""
    start, end = place
    while start < end and (text[start].isspace() or text[start] in ",.;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    # one full stop: a title may end with one of its own
    return Place(
        start, end - 1 if end > start and text[end - 1] == "." and not _INITIAL.search(text[max(end - 4, start) : end - 1]) else end
    )


def _page(document: Document, start: int, end: int) -> Iterator[Issue]:
    """Tell the text of a page between its references; tags and numbers are marks of the next one, and entries are read elsewhere."""
    piece = document.text[start:end]
    for pre in _PRE.finditer(piece):
        piece = piece[: pre.start(1)] + " " * len(pre[1]) + piece[pre.end(1) :]
    if re.sub(r"[\W\d_]+", "", _blanked(piece)) or (end == len(document.text) and piece.strip()):
        yield _kept(document, Place(start, end), "not a reference")


def _kept(document: Document, place: Place, told: str) -> Issue:
    source = Draft(document).source("page", place)
    return Issue(code="block-kept", message=f"kept as it stands: {told}", source=source, raw=document.text[slice(*place)])
