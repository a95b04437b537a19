"""What a catalog shows of itself, in a shell, in a notebook and on a page."""

import os

from papercat.catalog.linkage import Linkage
from papercat.models import Paper
from papercat.outputs import write_text
from papercat.report import render
from papercat.text.html import table
from papercat.text.phrases import counted, some

_ROWS, _NAMES = 20, 3  # of a catalog's table in a notebook, and of a paper's authors there


class Display(Linkage):
    """Showing; a part of `Catalog`."""

    def __repr__(self) -> str:
        merged = f", {len(self.merges)} merged" if self.merges else ""
        return f"<Catalog: {counted(len(self.papers), 'paper')}{merged}, {counted(len(self.issues), 'issue')}>"

    def _repr_html_(self) -> str:
        rows = [(key, *_row(paper)) for key, paper in zip(self.keys, self.papers[:_ROWS], strict=False)]
        more = f", the first {_ROWS} shown" if len(self) > _ROWS else ""
        return table(f"{self!r}"[1:-1] + more, ("key", "authors", "year", "title"), rows)

    def report(self, path: str | os.PathLike[str]) -> None:
        """Write a page for a person who must decide: one HTML file without a network, see the how-to page.

        Raises:
            OSError: the file cannot be written.

        >>> import tempfile
        >>> from papercat import read
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     read("data/raw").dedup().report(f"{folder}/report.html")
        """
        page = render(self.papers, self.keys, self.issues, self.duplicates(self._level), title=f"{self!r}"[1:-1])
        write_text(path, [page])


def _row(paper: Paper) -> tuple[str, str, str]:
    who = some([author.family or author.literal or "" for author in paper.authors], _NAMES)
    return who, str(paper.year or ""), paper.title or f"(untitled) {paper.label}"
