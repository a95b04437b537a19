"""From papers to text. A writer is a module with `chunks(papers)`; a new format is one module and one line in `WRITERS`."""

from collections.abc import Callable, Iterator
from typing import Protocol

from papercat.writers import bibtex, csl, csv, html, json, markdown, ris


class Writer(Protocol):
    """What a writer module offers."""

    @property
    def chunks(self) -> Callable[..., Iterator[str]]:
        """Write papers piece by piece: `chunks(papers, keys=…, …)`, under their citation keys, with the options of the format."""
        ...


WRITERS: dict[str, Writer] = {
    "bibtex": bibtex,
    "csl": csl,
    "csv": csv,
    "html": html,
    "json": json,
    "markdown": markdown,
    "ris": ris,
}
SUFFIXES = {
    ".bib": "bibtex",
    ".csl.json": "csl",
    ".csv": "csv",
    ".html": "html",
    ".json": "json",
    ".md": "markdown",
    ".ris": "ris",
}
