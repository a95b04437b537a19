"""References in Markdown (https://spec.commonmark.org) without its marks: quoted, numbered behind bullets, with titles in italics.

A text of the same length stands for the file, so that every place is that of the file.
"""

import re
from dataclasses import replace

from papercat.text.document import Document, Source, unsigned
from papercat.text.lines import blank_out

# `> `, and the bullet before a number that the list has already: `- [1] P. Erdős, ...`.
_LEAD = re.compile(r"^[ \t]*(?:>[ \t]?){1,3}|^[ \t]*[-*+](?=[ \t]+(?:\[\d{1,4}\]|\(?\d{1,3}[.)])\s)", re.MULTILINE)
# Emphasis opens before a letter and closes behind one or a stop; a star behind a name is a note of the page.
_EMPHASIS = re.compile(
    r"(?<![\w*\\/])(?P<sign>\*{1,3})(?=[^\s*])(?P<words>[^*\n]{1,300}(?:\n[^*\n]{1,300})?)(?<=[^\s*])(?P=sign)(?![\w*])"
    r"|(?<![\w\\/.:-])(?P<bar>_{1,2})(?=[^\s_])(?P<more>[^_\n]{1,300}(?:\n[^_\n]{1,300})?)(?<=[^\s_])(?P=bar)(?!\w)"
)
_SIGNS = re.compile(r"\*\S|_\S|^[ \t]*>|^[ \t]*[-*+][ \t]+[\[(\d]", re.MULTILINE)


def unmarked(document: Document, *, keeps_emphasis: bool = False) -> Document:
    r"""Give a text without the marks of Markdown, any other document, and one that is shown already, as it is.

    Args:
        document: the text.
        keeps_emphasis: leave the stars and bars, which speak for a page where its reader is chosen.

    >>> unmarked(Document("r.md", "> Kelly, J. L. (1956). A new\n> interpretation. *Bell System*")).text.replace("\u2060", "|")
    '  Kelly, J. L. (1956). A new\n  interpretation. |Bell System|'
    """
    if document.source is not None or not _SIGNS.search(document.text):
        return document
    text = blank_out(_LEAD, document.text)
    text = text if keeps_emphasis else _EMPHASIS.sub(_plain, text)
    return document if text == document.text else replace(document, text=text, source=Source(document.given))


def _plain(mark: re.Match[str]) -> str:
    return unsigned(mark["sign"] or mark["bar"], mark["words"] or mark["more"])
