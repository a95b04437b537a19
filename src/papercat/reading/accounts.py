"""Every character of a document is held to account: what a reader leaves another looks at, and what is left then is an issue."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter

from papercat.inputs.archives import PACKED
from papercat.models import Issue, Paper, Source
from papercat.readers import READERS, choose
from papercat.readers.programs import is_program
from papercat.readers.rendering.accounts import as_written, left_out
from papercat.receipt import SEPARATOR, UNREAD, Claim, share_out, with_markup
from papercat.text.decode import WORKBOOK, is_binary
from papercat.text.document import Document, Place

Read = Callable[[Document], Iterator[Paper | Issue]]
_EVERY = 200  # records between two calls of a progress function
# What a reader leaves is looked at by the others: a shorter piece is no record, and a guess is not enough.
_WORTH_A_LOOK, _SURE = 80, 0.8  # characters; of `sniff`
_KEPT = frozenset({UNREAD, "block-kept"})
NO_FORMAT, A_PROGRAM = "text of no known format", "the source of a program, or a log, with no BibTeX and no records in it"
# The first characters of files that people have beside their metadata, and what to do with them.
_OFFICE, _COMPRESSED = "an office document or a program; save it as text", "packed as papercat does not unpack it; unpack it first"
_NO_TEXT = {
    "%PDF-": "a PDF; papercat reads the text that pdftotext makes of it",
    **dict.fromkeys(("PK\3\4", "\u4b50\u0403"), _OFFICE),  # the same four bytes read as cp1252 and as UTF-16
    **dict.fromkeys(("7z\xbc\xaf'\x1c", "Rar!\x1a\x07", "(\xb5/\xfd", "\x1f\x9d"), _COMPRESSED),  # 7z, RAR, Zstandard, compress
}
_LIKE_PATH = re.compile(r"\S*[/\\.]\S{1,250}")  # `parse("refs.bib")`, where `read` was meant


def accounted(
    document: Document, read_all: Read, chosen: str | None, step: Callable[[Paper], None] | None = None
) -> tuple[list[Paper], list[Issue], list[Claim]]:
    """Read a document, with an issue for all that no record has.

    `chosen` names the reader, whose leavings the others look at; None where the user said which one is to read.
    """
    papers, issues = _records(document, read_all, step)
    issues += left_out(document)
    spans = share_out(document.name, document.text, papers, issues, document.base)
    has_rest = not _KEPT.isdisjoint(map(itemgetter(2), spans))  # as hardly any document
    if has_rest and chosen is not None and _look_again(document, chosen, spans, papers, issues):
        spans = share_out(document.name, document.text, papers, issues, document.base)
    issues = [*map(partial(as_written, document), issues)]
    if has_rest:
        issues += (_unread(document, start, end) for start, end, what in spans if what == UNREAD)
    return papers, issues, with_markup(spans, document)


def _records(document: Document, read_all: Read, step: Callable[[Paper], None] | None = None) -> tuple[list[Paper], list[Issue]]:
    papers: list[Paper] = []
    issues: list[Issue] = []
    for one in read_all(document):
        if isinstance(one, Issue):
            issues.append(one)
            continue
        papers.append(one)
        if step and len(papers) % _EVERY == 0:
            step(one)
    return papers, issues


def _look_again(document: Document, chosen: str, spans: Sequence[Claim], papers: list[Paper], issues: list[Issue]) -> bool:
    """Read what one reader left, where another is sure of it: a page above a block of BibTeX, RIS behind a list."""
    read_more = False
    for start, end in _left(spans):
        piece = document.piece(Place(start, end))
        other = choose(piece, _SURE) if end - start >= _WORTH_A_LOOK else None
        if other is None or other == chosen:
            continue
        found, noticed = _records(piece, READERS[other].read)
        if found:
            # what is in a third format is left by both: a list, RIS and BibTeX in one file
            _look_again(piece, other, share_out(piece.name, piece.text, found, noticed, piece.base), found, noticed)
            begin, stop = document.base + start, document.base + end
            papers += found
            issues[:] = [one for one in issues if not (one.code in _KEPT and one.source and begin <= one.source.start < stop)]
            issues += noticed
            papers.sort(key=_place_of)
            read_more = True
    return read_more


def _left(spans: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """Join neighbouring spans that no record has."""
    for is_left, group in groupby(spans, lambda span: span[2] in _KEPT or span[2] == SEPARATOR):
        joined = list(group)
        if is_left and any(what in _KEPT for _, _, what in joined):
            yield joined[0][0], joined[-1][1]


def _place_of(paper: Paper) -> int:
    return min((source.start for source in paper.sources), default=0)


def _unread(document: Document, start: int, end: int) -> Issue:
    base = document.base
    source = Source(name=document.name, line=document.line(start), start=base + start, end=base + end, field=UNREAD)
    raw = document.given[start:end]
    return Issue(code=UNREAD, message=f"belongs to no record; kept here: {raw[:60]!r}", source=source, raw=raw)


def unreadable(document: Document) -> Iterator[Issue]:
    """Say why nobody reads a document."""
    if not document.text.strip():
        # why a workbook is empty, or what cannot be unpacked, is told with its encoding
        if document.encoding not in (WORKBOOK, PACKED):
            yield Issue(code="file-empty", message=f"{document.name}: nothing stands in it")
        return
    told = "not a text file" if is_binary(document.text) else A_PROGRAM if is_program(document.text) else NO_FORMAT
    told = next((what for mark, what in _NO_TEXT.items() if document.text.startswith(mark)), told)
    if document.encoding == "str" and _LIKE_PATH.fullmatch(document.text):
        told += "; to read a file, give its path to read()"
    source = Source(name=document.name, line=1, start=0, end=len(document.text), field="file")
    yield Issue(code="file-skipped", message=f"{document.name}: {told}", source=source, raw=document.text[:200])
