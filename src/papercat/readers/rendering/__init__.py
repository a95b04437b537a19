"""Documents that people keep as source, HTML first, as a browser shows them, with every character at its place.

Block tags become line breaks, what breaks a line within a block becomes blanks, and so do comments, scripts and attributes; so all places
and lines are those of the source, and so are the characters that it is told of.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from papercat.readers.front import front_matter
from papercat.readers.rendering import asciidoc, org, restructured, tex
from papercat.readers.rendering.hypertext import Page
from papercat.text.document import Document, Link, Place, Source

_SAMPLE = 200_000  # characters
_BLOCK = re.compile(r"<(?:p|li|dt|dd|div|tr|td|br|h[1-6]|ul|ol|section|article)\b[^<>]*>", re.IGNORECASE)
_PAGE = re.compile(r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
# Markdown, outside of tags: bullets, headings, links, strong text.
_MARKDOWN = re.compile(r"^[ \t]{0,3}(?:[-*+][ \t]|\d{1,3}\.[ \t]|#{1,6}[ \t])|\]\([^()\s]+\)|\*\*\S", re.MULTILINE)
_LEAST = 3  # tags that break lines
_SPARSE = 0.1  # of the lines have such a tag: less is text with a tag here and there


class Views(NamedTuple):
    """A document as it is seen: with the marks of its texts, which the reader of pages knows, and bare."""

    marked: Document
    bare: Document


class _Source(NamedTuple):
    """A language of markup: how it is told, and how it is shown, with the places of addresses that are not."""

    is_it: Callable[[str], bool]
    show: Callable[..., tuple[str, list[Link]]]


_SOURCES = (
    _Source(org.is_org, org.show),
    _Source(restructured.is_restructured, restructured.show),
    _Source(tex.is_tex, tex.show),
    _Source(asciidoc.is_asciidoc, asciidoc.show),
)


def render(document: Document) -> Views | None:
    r"""Give a document as a viewer shows it; None where it is no source that is known.

    >>> page = "<ul>\n<li>Bai, Y.\n  <b>Constitutional\nAI</b><br>arXiv\n<li>Hubinger, E.\n</ul>"
    >>> render(Document("a.html", page)).marked.text
    '     \n\n* Bai, Y.   <b>Constitutional AI</b>   \narXiv  \n* Hubinger, E.    \n\n'
    """
    text = document.text
    front = front_matter(text)
    begin = front.end if front else 0
    body = text[begin:]
    if _is_hypertext(body):
        return _rendered_page(document, begin, body)
    source = next((one for one in _SOURCES if one.is_it(body[:_SAMPLE])), None)
    if not source:
        return None
    (seen, _), (bare, links) = source.show(body, marked=True), source.show(body, marked=False)
    marked = replace(document, text=text[:begin] + seen, source=Source(document.given))
    return Views(marked, replace(document, text=text[:begin] + bare, source=Source(document.given, _links(links, begin))))


def _rendered_page(document: Document, begin: int, body: str) -> Views:
    page = Page(body, is_mixed=not _PAGE.match(body) and len(_MARKDOWN.findall(body[:_SAMPLE])) >= _LEAST).read()
    head = document.text[:begin]
    source = Source(document.given, left_out=tuple(_moved(place, begin) for place in page.left_out), has_wraps=page.is_mixed)
    marked = replace(document, text=head + page.shown(marked=True), source=source)
    bare = replace(document, text=head + page.shown(marked=False), source=source._replace(links=_links(page.links, begin)))
    return Views(marked, bare)


def _links(links: list[Link], by: int) -> tuple[Link, ...]:
    return tuple(Link(link.start + by, _moved(link.place, by)) for link in sorted(links))


def _moved(place: Place, by: int) -> Place:
    return Place(place.start + by, place.end + by)


def _is_hypertext(text: str) -> bool:
    sample = text[:_SAMPLE]
    count = len(_BLOCK.findall(sample)) if "<" in sample else 0
    return count >= _LEAST and count >= _SPARSE * sample.count("\n")
