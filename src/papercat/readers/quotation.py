"""Text that a mail program passed on, with a sign before every line: `> TY  - JOUR`."""

import re
from dataclasses import replace

from papercat.text.document import Document, Source

_QUOTE = re.compile(r"(\r\n|[\r\n]|\A)((?:>[ \t\u00a0]?)+)")
_SAMPLE = 20_000  # characters
_MOST = 0.6  # of the lines are quoted; a wrapped mail has some whose rest is not


def without_quotes(document: Document) -> Document:
    r"""Give a document whose lines begin where the quoted ones did; every character keeps its place, so that accounts of them hold.

    >>> without_quotes(Document("mail", "> TY  - JOUR\r\n> TI  - Sleeper Agents\n>\n> ER  - ")).text
    '\ufeff\ufeffTY  - JOUR  \r\nTI  - Sleeper Agents \n  \nER  - '
    >>> without_quotes(Document("page", "Sleeper Agents\n> a note")).text
    'Sleeper Agents\n> a note'
    """
    sample = document.text[:_SAMPLE]
    if "\n>" not in sample and "\r>" not in sample:
        return document
    lines = [line for line in sample.splitlines() if line.strip()]
    if sum(line.startswith(">") for line in lines) <= _MOST * len(lines):
        return document
    return replace(document, text=_QUOTE.sub(_behind, document.text), source=Source(document.given))


def _behind(match: re.Match[str]) -> str:
    """Put a sign of quotation behind the line before it, as blanks; at the top it is what nobody sees."""
    return " " * len(match[2]) + match[1] if match[1] else "\ufeff" * len(match[2])
