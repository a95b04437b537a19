"""Exports of several databases that were put into one file."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from papercat.readers.tagged.format import Format
from papercat.text.document import Document, Place


def parts(document: Document, form: Format, marks: Mapping[str, Format]) -> Iterator[tuple[Document, Format]]:
    """Part a document where the marks of another format begin; most documents are one part.

    Args:
        document: of which one format is known.
        form: that format.
        marks: how records of formats begin, each on a line of its own.
    """
    text = document.text
    begun = ((match.start(), marks[match[1]]) for match in _opening(tuple(marks)).finditer(text))
    found = [(place + 1, other) for place, other in begun if other.sign.match(text, place)]
    if all(other is form for _, other in found):
        yield document, form
        return
    start, before = 0, _first(text, form, marks)
    for place, other in sorted(found, key=lambda mark: mark[0]):
        if other is not before:
            if text[start:place].strip():
                yield document.piece(Place(start, place)), before
            start, before = place, other
    yield document.piece(Place(start, len(text))), before


def _first(text: str, form: Format, marks: Mapping[str, Format]) -> Format:
    """Name the format that a text begins with."""
    return next((other for mark, other in marks.items() if text.lstrip("\ufeff\r\n ").startswith(mark)), form)


@cache
def _opening(marks: tuple[str, ...]) -> re.Pattern[str]:
    # one search for a line feed is faster than one for each mark
    return re.compile(f"\n({'|'.join(map(re.escape, marks))})")
