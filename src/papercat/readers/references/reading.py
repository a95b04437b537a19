"""From a reference to a record: each part takes its role."""

from collections.abc import Iterator

from papercat.models import Issue, Paper
from papercat.readers.record import Record
from papercat.readers.references.authors import Manner, add_authors
from papercat.readers.references.lines import MOST_ATOMS, Line
from papercat.readers.references.parts import Part, parts
from papercat.readers.references.words import CLASSES
from papercat.text.document import Document

# The role of a part and, where papers have no field for it, its label in `extra`.
_ROLES = {
    "A": ("authors", "authors"), "D": ("date", "date"), "T": ("title", "title"), "C": ("venue", "venue"), "E": ("", "editor"),
    "V": ("volume", "volume"), "I": ("issue", "issue"), "P": ("pages", "pages"), "U": ("publisher", "publisher"), "L": ("", "place"),
    "N": ("", "rest"),
}  # fmt: skip
_ALONE = Manner()
_IDS = {"doi": "doi", "arxiv": "arxiv", "url": "url"}


def record(document: Document, line: Line, how: Manner = _ALONE, *, glued: bool = False) -> Iterator[Paper | Issue]:
    """Make the paper of a reference.

    Args:
        document: where it stands.
        line: what was found of it.
        how: how the names of its list are written.
        glued: it was cut off the reference before it.
    """
    made = Record(document, line.place)
    found = parts(line.shown.text, line.atoms, line.labels, dotted=how.dotted)
    is_book = not any(part.label in "TVI" for part in found)
    for part in found:
        if part.label == "A" and not made.draft.get("authors"):
            add_authors(document, made.draft, line.shown.places(part.start, part.end), how)
        else:
            _add(made, line, part, is_book=is_book)
    if len(line.atoms) == MOST_ATOMS and line.atoms[-1].end < len(line.shown.text):
        made.add("", "rest", *line.shown.places(line.atoms[-1].end, len(line.shown.text)))
    if line.number:
        made.draft.cover("number", line.number)
    if glued:
        made.draft.add_issue("records-glued", "taken for a reference that is glued to the one before it", "record", line.place)
    yield from made.finish()


def _add(made: Record, line: Line, part: Part, *, is_book: bool) -> None:
    role, label = (_IDS.get(part.kind, ""), part.kind) if part.kind else _ROLES[part.label]
    if role == "venue" and is_book:
        role, label = "title", "title"  # a book is no part of anything
    if part.label == "N" and _says_nothing(line, part):
        role = "skip"
    made.add(role, label, *line.shown.places(part.start, part.end))


def _says_nothing(line: Line, part: Part) -> bool:
    """Tell words that only lead to an address: `Retrieved from`, `Available at`."""
    words = [atom.text.lower() for atom in line.atoms if part.start <= atom.start < part.end]
    return len(words) < 5 and all(word in CLASSES["access"] for word in words)
