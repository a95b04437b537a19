"""The text of one paper: its page at a publisher or an archive, or the text that a program took out of its PDF.

Neither repeats anything, so there is no pattern to learn; but nearly all have the same order: what the site says, title, authors with
their addresses, "Abstract", the abstract, and the text itself, which is left out. What the paper cites is left to the other readers.
"""

import re
from collections.abc import Iterator, Sequence

from papercat.models import Issue, Paper
from papercat.readers.article.head import Head, read_head
from papercat.readers.article.headings import JEL, WORK
from papercat.readers.article.imprint import tell
from papercat.readers.article.markup import bare
from papercat.readers.article.zones import Zones, find_zones
from papercat.readers.draft import Draft
from papercat.readers.record import Record
from papercat.text.document import Document, Place
from papercat.text.lines import Line

# A text, and keywords or a first section behind the abstract, make it sure: no list of papers has those.
_SURE = 0.86
# Sniffed with title and authors, and without the authors. `page` gives 0.52 for one record, 0.62 for two and 0.72 for three.
_WHOLE, _NAMELESS = 0.7, 0.4
# An abstract under its own word, below names with their addresses: `page` gives 0.82 for the bylines of six authors, one to a line.
_HEADED = 0.84
_OF_PAPERS, _OF_AUTHORS = frozenset({"doi", "arxiv", "venue", "volume"}), frozenset({"affiliation", "e-mail"})
_OMITTED = re.compile(r",\s?(?:…|\.\.\.|\. \. \.)\s")  # Nature shows the first authors and the last
_LABELLED, _LABELS = re.compile(r"[A-Z][\w-]{1,30}: ?\S"), 3
_LEFT_OUT = "the text of the paper, which is left out"


def sniff(document: Document) -> float:
    """Say how likely a document is the text of one paper: a title and authors above the only abstract.

    >>> page = "Highly accurate protein structure prediction with AlphaFold\\nJohn Jumper, Richard Evans\\nAbstract\\n"
    >>> page += "Proteins are essential to life, and understanding their structure can facilitate a mechanistic understanding of them."
    >>> sniff(Document("a.txt", page)), sniff(Document("b.txt", "Abstract art\\nA page about painting."))
    (0.7, 0.0)
    """
    document = bare(document)
    zones = find_zones(document)
    if not zones:
        return 0.0
    head = read_head(document, zones.head)
    if not head.title or head.papers > 1 or _is_labelled(zones.head):
        return 0.0
    if not zones.is_headed:
        return _sniff_unheaded(zones, head)
    if not (zones.is_sure or head.is_typed or _tells(head)) and not (zones.is_named and head.authors):
        return 0.0  # notes with a summary
    if not head.authors:
        return _NAMELESS
    return _SURE if zones.is_sure else _HEADED if _tells(head) else _WHOLE


def _sniff_unheaded(zones: Zones, head: Head) -> float:
    """Say how likely a text is one paper where no word heads its abstract."""
    is_marked = any(JEL.match(line.text) for line in zones.below[:1]) or any(WORK.match(line.text) for line in zones.head)
    is_numbered = not zones.is_sure and any(map(str.isdigit, head.names))
    if not head.authors or not (_tells(head) or is_numbered or is_marked):
        return 0.0
    return _HEADED if is_marked else _WHOLE


def _is_labelled(lines: Sequence[Line]) -> bool:
    """Tell fields with their labels, as the metadata of software are written."""
    labelled = sum(_LABELLED.match(line.text) is not None for line in lines)
    return labelled >= _LABELS and labelled > len(lines) / 2


def _tells(head: Head) -> bool:
    """Tell what stands above papers alone: an id, a journal, where the authors work."""
    return any(role in _OF_PAPERS or label in _OF_AUTHORS for role, label, _ in head.values)


def read(document: Document) -> Iterator[Paper | Issue]:
    """Read the paper, and keep what is not of it as issues.

    >>> page = "Support-vector networks\\nCorinna Cortes and Vladimir Vapnik\\nAbstract\\nThe support-vector network is a new learning "
    >>> page += "machine for two-group classification problems. It maps inputs to a very high-dimension space.\\n1 Introduction\\nMore."
    >>> paper, *issues = read(Document("a.txt", page))
    >>> paper.title, [author.family for author in paper.authors], paper.abstract[:26], [issue.code for issue in issues]
    ('Support-vector networks', ['Cortes', 'Vapnik'], 'The support-vector network', ['page-furniture', 'full-text'])
    """
    document = bare(document)
    zones = find_zones(document)
    if not zones:
        return
    head = read_head(document, zones.head)
    ends = [place.end for told in zones.values for place in told.places] + [line.end for line in zones.head[-1:]]
    record = Record(document, Place(0, max([zones.heading.end, *(place.end for place in zones.abstract), *ends])))
    _fill(record, head, zones)
    yield from record.finish()
    draft = Draft(document)
    for place in (place for place in [*head.furniture, zones.heading, zones.skipped] if place and place.end > place.start):
        draft.add_issue("page-furniture", f"left out as a part of the page: {document.text[slice(*place)].strip()[:60]}", "page", place)
    if zones.text:
        draft.add_issue("full-text", _LEFT_OUT, "full-text", zones.text)
    yield from draft.finish()


def _fill(record: Record, head: Head, zones: Zones) -> None:
    for role, label, places in head.values:
        record.add(role, label, *places)
    record.add("title", "title", *head.title)
    if head.authors:
        record.draft.add_names(head.authors, raw=head.names)
        if _OMITTED.search(head.names):
            record.draft.add_issue("authors-cut", "authors are left out of the middle of the list", "authors", head.authors[0])
    if zones.abstract:
        record.add("abstract", "abstract", *zones.abstract)
    known = {role for role, _, _ in head.values} | {told.role for told in zones.values}
    for told in (*zones.values, *tell(zones.head, zones.below, known)):
        record.add(told.role, told.label, *told.places, raw=told.raw)
