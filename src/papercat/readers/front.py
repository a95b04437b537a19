"""Front matter: what a page of Markdown says of itself before its text, between two lines of dashes."""

import re
from collections.abc import Callable, Iterator

from papercat.models import Issue, Paper
from papercat.readers.draft import Draft
from papercat.text.document import Document, Place
from papercat.text.lines import split_lines

_LONGEST = 20_000  # characters; a page says less of itself
_NAMED = re.compile(r"([A-Za-z][\w-]{0,40})[ \t]{0,9}:(?:[ \t]|\Z)")
_INNER = re.compile(r"[ \t]+\S|-[ \t]|#|\s*\Z")  # a value on lines of its own, a comment, nothing
# By these a page says that it is one paper, as those of Jekyll's academicpages and Hugo's academic theme do.
_OF_A_PAPER = frozenset(
    "abstract affiliations doi arxiv eprint journal venue booktitle publication publication_types volume issue pages citation paperurl "
    "url_pdf references".split()
)


def front_matter(text: str) -> Place | None:
    r"""Find the front matter of a page; None where there is none, or where it is that of a paper.

    >>> front_matter("---\ntitle: Publications\nlayout: page\n---\n\nEvan Hubinger. Sleeper Agents. 2024.\n")
    Place(start=0, end=40)
    >>> front_matter("---\ntitle: Sleeper Agents\nvenue: arXiv\n---\n\nHumans are capable of …\n") is None
    True
    """
    if not text[:1_000].lstrip("\ufeff \t\r\n").startswith("---"):
        return None
    opening, *lines = split_lines(text[:_LONGEST])
    end = next((place for place, line in enumerate(lines) if line.text.rstrip() in ("---", "...")), 0)
    head, rest = lines[:end], lines[end + 1 :]
    names = [match[1] for line in head if (match := _NAMED.match(line.text))]
    is_block = opening.text.strip("\ufeff \t") == "---" and all(_NAMED.match(line.text) or _INNER.match(line.text) for line in head)
    if not names or not is_block or not _OF_A_PAPER.isdisjoint(map(str.lower, names)):
        return None
    after = next((line for line in rest if line.text.strip()), None)
    goes_on = _NAMED.match(after.text) if after else None
    # records that lines of dashes part say the same of themselves one after the other
    return None if after is None or (goes_on and goes_on[1] in names) else Place(opening.start, lines[end].end)


def body_of(document: Document) -> Document:
    """Give what stands behind the front matter of a page; a document without any as it is."""
    front = front_matter(document.text)
    return document.piece(Place(front.end, len(document.text))) if front else document


def behind_front(read: Callable[[Document], Iterator[Paper | Issue]]) -> Callable[[Document], Iterator[Paper | Issue]]:
    """Make a reader keep the front matter of a page, and read what stands behind it."""

    def read_body(document: Document) -> Iterator[Paper | Issue]:
        front = front_matter(document.text)
        if front:
            source, raw = Draft(document).source("heading", front), document.text[slice(*front)]
            yield Issue(code="heading", message="kept as what the page says of itself", source=source, raw=raw)
        yield from read(body_of(document))

    return read_body
