r"""Lists of ids and of addresses that hold one, as people keep what they want to read: a DOI, an arXiv id, a link to PubMed on a line.

There is nothing else to know of such a paper; joined with other records it is found there. A short note that no other reader knows, with
an id in its sentences, tells of that paper too.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from papercat.identifiers import Identifier, find_identifiers, parse_identifier
from papercat.models import Issue, Paper
from papercat.readers.draft import Draft
from papercat.text.document import Document, Place
from papercat.text.lines import split_lines

_LOOKED_AT = 20_000  # characters that tell what a document is
_BLANKS = "\ufeff \t\f"
_LIST_MARK = re.compile(r"\s*(?:[-*•+–]\s+|\[?\d{1,4}[.)\]]\s+|\[[ xX]?\]\s*)*")
_WORD = re.compile(r"[^\s,;|<>\"']+")
# comments, links to elsewhere, and the name of the column that the ids were copied from
_OTHER = re.compile(r"[\s*+-]*(?:#|//|%|https?://\S+\s*\Z|(?:doi|arxiv(?: id)?|pmid|pmcid|isbn|id|url|link)s?\s*:?\s*\Z)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://(?!(?:dx\.|www\.)?(?:doi|arxiv)\.org/)", re.IGNORECASE)
_KINDS = frozenset(("arxiv", "doi", "pmid", "pmcid", "isbn", "acl", "openreview"))
_NOTE, _NOTED = 1_500, 0.31  # characters; sniffed, which is enough where no other reader knows a text
_CODE = re.compile(r"[{}]|[;=]\s*$|^\s*(?:#!|//|/\*|import |from \S+ import |def |class |<\w)|\t\d", re.MULTILINE)
_MARKED = ("pmid", "isbn")  # a bare number can be anything


class _Found(NamedTuple):
    """An id, and where it stands."""

    id: Identifier
    place: Place


def sniff(document: Document) -> float:
    """Say how likely a document is a list of ids.

    >>> sniff(Document("a.txt", "10.1038/nature14539\\nhttps://arxiv.org/abs/2212.09251v2\\n"))
    0.9
    >>> sniff(Document("a.txt", "See 10.1038/nature14539\\n2212.09251\\n")), sniff(Document("a.txt", "31986264\\n31978945\\n"))
    (0.31, 0.0)
    """
    return _list_likeness(document) or (_NOTED if _of_note(document) else 0.0)


def _list_likeness(document: Document) -> float:
    known = others = 0
    head = document.text[:_LOOKED_AT]
    for line in split_lines(head if len(head) < _LOOKED_AT else head[: head.rfind("\n") + 1]):
        if found := _ids(line.text, 0):
            known += len(found)
        elif _OTHER.match(line.text):
            others += 1
        elif line.text.strip(_BLANKS):
            return 0.0  # as nearly every document, at its first line
    return 0.9 if 0 < known >= others else 0.0


def read(document: Document) -> Iterator[Paper | Issue]:
    """Read a paper of each id; a line without one is kept as it stands.

    >>> for paper in read(Document("a.txt", "1. 10.1038/NATURE14539\\n2. https://arxiv.org/abs/2212.09251v2\\n3. PMID: 31986264\\n")):
    ...     print(paper.doi or paper.arxiv or dict(paper.extra)) if isinstance(paper, Paper) else None
    10.1038/nature14539
    2212.09251
    {'pmid': '31986264'}
    """
    if not _list_likeness(document) and (noted := _of_note(document)):
        for found in noted:
            yield from _paper(document, found)
        return
    for line in split_lines(document.text):
        for found in _ids(line.text, line.start):
            yield from _paper(document, found)


def _of_note(document: Document) -> Sequence[_Found]:
    """Give the ids in the sentences of a short note, each once; none of a longer text, and none of a program or of data."""
    text = document.text
    if len(text) > _NOTE or _CODE.search(text):
        return ()
    found = {str(one): _Found(one, Place(one.start, one.end)) for one in find_identifiers(text) if one.kind in _KINDS - {*_MARKED}}
    return tuple(found.values())


def _paper(document: Document, found: _Found) -> Iterator[Paper | Issue]:
    draft = Draft(document)
    kind, place = found.id.kind, found.place
    text = document.text[slice(*place)]
    if kind == "arxiv":
        draft.add_arxiv(found.id, place, text, read_year=True)
    elif kind == "doi":
        draft.set("doi", found.id.id)
    else:
        draft.extra[kind] = found.id.id
    if _ADDRESS.match(text):
        draft.set("url", text)
    draft.cover(kind, place)
    yield from draft.finish()


def _ids(line: str, start: int) -> Sequence[_Found]:
    """Give the ids of a line that holds nothing else."""
    begin = _LIST_MARK.match(line.replace("\ufeff", " "))
    at = begin.end() if begin else 0
    text = line[at:].strip(" \t\f,;.<>\"'")
    if not text:
        return ()
    at = line.index(text, at)
    if whole := _id(text):
        return (_Found(whole, Place(start + at, start + at + len(text))),)
    found: list[_Found] = []
    for word in _WORD.finditer(line, at):
        one = _id(word[0])
        if one is None:
            return ()
        found.append(_Found(one, Place(start + word.start(), start + word.end())))
    return found


def _id(text: str) -> Identifier | None:
    found = parse_identifier(text) if len(text) < 2_000 else None
    if found is None or found.kind not in _KINDS or (found.kind in _MARKED and text.replace("-", "").isalnum()):
        return None
    return found
