"""Tagged formats: a tag a line with its value, a record after the other; what each tag means stands in a table."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from functools import lru_cache

from papercat.models import Issue, Paper
from papercat.readers.tagged.blocks import read_blocks, share
from papercat.readers.tagged.catalogs import BIBLIOSCAPE, COCHRANE, CODED, COPAC, CSA, INSPEC, SCIFINDER, SPACED
from papercat.readers.tagged.cutter import cut, find_fields
from papercat.readers.tagged.format import Format, lined
from papercat.readers.tagged.medline import MEDLINE
from papercat.readers.tagged.mixed import parts
from papercat.readers.tagged.org import is_org, read_org
from papercat.readers.tagged.ovid import OVID, OVID_LABELS
from papercat.readers.tagged.pubmed import is_pubmed, read_pubmed
from papercat.readers.tagged.quoted import Quoted, is_quoted, quoted_lines, unquoted
from papercat.readers.tagged.redif import REDIF
from papercat.readers.tagged.refer import ADS, REFER
from papercat.readers.tagged.refworks import REFWORKS
from papercat.readers.tagged.results import is_results, read_results
from papercat.readers.tagged.ris import RIS, RIS_SMALL, RIS_TIGHT
from papercat.readers.tagged.shown import is_shown, read_shown
from papercat.readers.tagged.values import end_with_stops, papers
from papercat.readers.tagged.wos import WOS
from papercat.text.document import Document

_SNIFF = 200_000  # characters
_TAIL = 100_000  # characters that are looked at first for the last record of a piece
_SURE_OF_BLOCKS = 0.91  # labels that people use stand in other formats too; abstracts between ids have 0.9
_SURE_OF_BOTH = 0.95  # an outline of Org, records of PubMed
_LABELLED = 0.1  # of the lines open with a known label; of wrapped blocks with long abstracts 0.18, of other pages with a title none
# Of two signs that are as sure the first counts.
FORMATS: tuple[Format, ...] = (
    RIS,
    RIS_TIGHT,
    RIS_SMALL,
    MEDLINE,
    WOS,
    ADS,
    REFER,
    REFWORKS,
    OVID,
    OVID_LABELS,
    BIBLIOSCAPE,
    INSPEC,
    CSA,
    SCIFINDER,
    REDIF,
    COPAC,
    COCHRANE,
    CODED,
    SPACED,
)


# How the records of formats begin that people put into one file.
_MARKS = {"TY  - ": RIS, "PMID- ": MEDLINE, "FN ": WOS, "PT ": WOS, "%0 ": REFER, "%R ": ADS, "RT ": REFWORKS}


def sniff(document: Document) -> float:
    r"""Say how likely a document is of a tagged format.

    >>> sniff(Document("export.ris", "TY  - JOUR\nTI  - Sleeper Agents\nER  - \n"))
    0.95
    """
    form = find_format(document)
    if form and form.sure > _SURE_OF_BLOCKS:
        return form.sure
    head = document.text[:_SNIFF]
    if is_org(head) or is_pubmed(head) or is_shown(head) or is_results(head):
        return _SURE_OF_BOTH
    return _SURE_OF_BLOCKS if share(document) > _LABELLED else form.sure if form else 0.0


def read(document: Document) -> Iterator[Paper | Issue]:
    r"""Cut the records by place, then read the fields of each by the table of the format.

    >>> next(read(Document("export.ris", "TY  - JOUR\nTI  - Sleeper Agents\nAU  - Hubinger, Evan\nER  - \n"))).title
    'Sleeper Agents'
    """
    return _read(document, find_format(document))


def ends(text: str) -> int:
    r"""Say up to where a text holds whole records: before the last that has a start mark, nowhere in a format that has none.

    >>> ends("TY  - JOUR\nTI  - A\nER  - \nTY  - BOOK\nTI  - ")
    26
    """
    form = find_format(Document("", text))
    begin, size = len(text), _TAIL
    while form and form.starts and begin > 0:
        begin, size = text.rfind("\n", 0, max(len(text) - size, 0)) + 1, 8 * size
        starts = [field.start for field in find_fields(Document("", text[begin:]), form) if field.tag in form.starts]
        if starts:
            return begin + starts[-1]
    return 0


def reading() -> Callable[[Document], Iterator[Paper | Issue]]:
    """Give what reads the pieces of a file one after the other, by the format of the first."""
    found: list[Format | None] = []

    def read_piece(document: Document) -> Iterator[Paper | Issue]:
        if not found:
            found.append(find_format(document))
        return _read(document, found[0])

    return read_piece


def _read(document: Document, form: Format | None) -> Iterator[Paper | Issue]:
    if is_org(document.text[:_SNIFF]):
        yield from read_org(document)
        return
    if is_pubmed(document.text[:_SNIFF]):
        yield from read_pubmed(document)
        return
    if is_shown(document.text[:_SNIFF]):
        yield from read_shown(document)
        return
    if is_results(document.text[:_SNIFF]):
        yield from read_results(document)
        return
    if not form or (form.sure <= _SURE_OF_BLOCKS and share(document) > _LABELLED):
        yield from read_blocks(document)
        return
    if is_quoted(document.text[:_SNIFF]):
        document = Quoted(**{field.name: getattr(document, field.name) for field in fields(document)})
    for part, its_form in parts(document, form, _MARKS):
        records = list(cut(part, its_form)) if its_form.mark else cut(part, its_form)
        has_stops = isinstance(records, list) and end_with_stops(part, its_form, [found for _, found in records])
        found_form = replace(its_form, has_stops=True) if has_stops else its_form
        for place, found in records:
            yield from papers(part, found_form, part.with_breaks(place) if isinstance(part, Quoted) else place, found)


def find_format(document: Document) -> Format | None:
    """Give the format whose sign the document has; None for blocks of labels, and for anything else."""
    return _format_of(document.text[:_SNIFF])


@lru_cache(maxsize=1)  # `sniff` and `read` ask for the same document
def _format_of(text: str) -> Format | None:
    if is_quoted(text):
        text = "\n".join(unquoted(line.text) for line in quoted_lines(text))
    text = lined(text)
    return max((form for form in FORMATS if form.sign.search(text)), key=lambda form: form.sure, default=None)
