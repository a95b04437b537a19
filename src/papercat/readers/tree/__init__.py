"""Trees: JSON, JSON lines, XML and YAML of any shape, read along tables of paths; a table for each known format.

A record is an object or an element; what stands between records is kept as an issue. A shape that no table knows is read by the names
of its values.
"""

from collections.abc import Callable, Iterator

from papercat.models import Issue, Paper
from papercat.readers.objects import ends as ends_of_objects
from papercat.readers.tree import marc, mnemonic
from papercat.readers.tree.reader import read, sniff
from papercat.text.document import Document

__all__ = ["ends", "read", "reading", "sniff"]


def ends(text: str) -> int:
    """Say up to where a text holds whole records of MARC or objects of JSON that begin a line; 0 for XML, YAML and an object around all.

    >>> ends('{"title": "A"}\\n{"title": "B"}\\n{"ti'), ends("<records>\\n<record>")
    (29, 0)
    """
    if marc.is_marc(text):
        return marc.ends(text)
    if mnemonic.is_mnemonic(text):
        return mnemonic.ends(text)
    return ends_of_objects(text) if text.lstrip(" \t\r\n,\ufeff")[:1] in ("{", "[") else 0


def reading() -> Callable[[Document], Iterator[Paper | Issue]]:
    """Give what reads the pieces of a file one after the other: each object stands for itself."""
    return read
