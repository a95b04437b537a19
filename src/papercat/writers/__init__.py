"""From papers to text. A writer is a module with `chunks(papers)`; a new format is one module and one line in `WRITERS`."""

from collections.abc import Callable, Iterator
from typing import Protocol

from papercat.models import Paper
from papercat.models.contributors import together
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
_LEAVES: dict[str, Callable[[str, Paper], bool]] = {"bibtex": bibtex.leaves, "ris": ris.leaves}
SUFFIXES = {
    ".bib": "bibtex",
    ".csl.json": "csl",
    ".csv": "csv",
    ".html": "html",
    ".json": "json",
    ".md": "markdown",
    ".ris": "ris",
}


def left_out(name: str, paper: Paper) -> list[str]:
    """Name the labels of `extra` that a format has no place for; reference lists show what their style shows, and nothing is told of them.

    >>> left_out("bibtex", Paper(title="Sleeper Agents", extra={"arxiv:comment": "31 pages", "issn-2": "2220-4806"}))
    ['arxiv:comment']
    """
    leaves = _LEAVES.get(name)
    return [label for label in together(paper.extra) if leaves(label, paper)] if leaves else []
