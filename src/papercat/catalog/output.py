"""What a catalog gives to others: text in a format, plain values, a file, a receipt."""

import os
from pathlib import Path
from typing import Any

from papercat.catalog.holding import Holding
from papercat.errors import OutputError
from papercat.receipt import Receipt
from papercat.writers import SUFFIXES, WRITERS


class Output(Holding):
    """Writing; a part of `Catalog`."""

    def to_bibtex(self) -> str:
        """Write the papers as BibTeX."""
        return WRITERS["bibtex"].dumps(self.papers)

    def to_json(self) -> str:
        """Write the papers as JSON, which `read` and `parse` take back."""
        return WRITERS["json"].dumps(self.papers)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Give each paper as a dict of plain values, without what is not known."""
        return [paper.to_dict() for paper in self.papers]

    def write(self, path: str | os.PathLike[str], format: str | None = None) -> None:  # noqa: A002
        """Write a file; its suffix tells the format, `.bib` or `.json`, unless `format` does.

        Raises:
            OutputError: no writer for the suffix or format.
            OSError: the file cannot be written.
        """
        text = self.dumps(output_format(path, format))
        Path(path).write_text(text, encoding="utf-8", newline="\n")

    def dumps(self, format: str = "bibtex") -> str:  # noqa: A002
        """Write the papers in a format, "bibtex" or "json".

        Raises:
            OutputError: no writer of that name.
        """
        return WRITERS[output_format("", format)].dumps(self.papers)

    def receipt(self) -> Receipt:
        """Account for every character of every input: which field of which paper, which issue, or a separator."""
        return Receipt(self.inputs, zip(self.keys, self.papers, strict=True))


def output_format(path: str | os.PathLike[str], format: str | None = None) -> str:  # noqa: A002
    """Name the writer for a path.

    Raises:
        OutputError: there is none.

    >>> output_format("refs.bib")
    'bibtex'
    """
    name = format or SUFFIXES.get(Path(path).suffix.lower(), "")
    if name not in WRITERS:
        what = f"format {format!r}" if format else f"a file name that ends in {Path(path).suffix!r}"
        raise OutputError(f"no writer for {what}; known are {', '.join(WRITERS)} ({', '.join(SUFFIXES)})")
    return name
