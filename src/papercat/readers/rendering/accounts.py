"""What is told of a rendered document, in the characters of its source."""

import re
from collections.abc import Iterator
from dataclasses import replace

from papercat.models import Issue
from papercat.readers.draft import Draft
from papercat.text.document import Document

_SIGN = re.compile(r"(?:#{1,6}|\*)[ \t]+")  # stands for a tag


def left_out(document: Document) -> Iterator[Issue]:
    """Tell what is not of the page.

    >>> from papercat.readers.rendering import render
    >>> page = Document("a.html", "<nav><ul><li>Home<li>People</ul></nav><p>Bai, Y. Constitutional AI. 2022.</p>")
    >>> [issue.raw for issue in left_out(render(page).bare)]
    ['<nav><ul><li>Home<li>People</ul></nav>']
    """
    for place in document.source.left_out if document.source else ():
        source, raw = Draft(document).source("page", place), document.given[slice(*place)]
        yield Issue(code="page-furniture", message="left out as a part of the site: its navigation or its foot", source=source, raw=raw)


def as_written(document: Document, issue: Issue) -> Issue:
    """Give an issue the characters of the source, where it has those that are shown."""
    if document.source is None or not issue.source or not issue.raw:
        return issue
    start, end = issue.source.start - document.base, issue.source.end - document.base
    if document.text[start:end] != issue.raw:
        return issue
    sign = _SIGN.match(issue.raw)
    return replace(issue, raw=document.source.text[start + (sign.end() if sign else 0) : end])
