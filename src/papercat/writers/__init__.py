"""From papers to text. A writer is a module with `dumps(papers)`; a new format is one module and one line in `WRITERS`."""

from collections.abc import Sequence
from typing import Protocol

from papercat.models import Paper
from papercat.writers import bibtex, json


class Writer(Protocol):
    """What a writer module offers."""

    def dumps(self, papers: Sequence[Paper]) -> str:
        """Write papers as one text that ends with a line break."""
        ...


WRITERS: dict[str, Writer] = {"bibtex": bibtex, "json": json}
SUFFIXES = {".bib": "bibtex", ".json": "json"}
