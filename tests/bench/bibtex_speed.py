"""Time BibTeX to validated papers beside bibtexparser: its bare splitter, and it with its LaTeX and name middlewares, in one run.

python tests/bench/bibtex_speed.py [file.bib ...]

Without files, the papers of data/raw are written with the fields that an export has, in UTF-8 and in LaTeX. Entries are numbered, so that
no cache knows a whole one; names repeat as they do in a bibliography.
"""

import logging
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors, SplitNameParts
from bibtexparser.splitter import Splitter

import papercat as pc
from papercat.models import building
from papercat.readers import bibtex
from papercat.text.document import Document

RAW = Path(__file__).parents[2] / "data" / "raw"
ROUNDS = 3
SIZE = 3_000_000  # characters; fixed costs, as of the lexicon, are below a per cent then
SMALL = 60_000  # what the middlewares are given


def export(*, latex: bool, abstracts: bool) -> str:
    """Write the papers of data/raw as a program does that exports a bibliography."""
    spell = pc.to_latex if latex else str
    return "\n".join(entry(paper, spell, abstracts=abstracts) for paper in pc.read(RAW) if paper.title)


def entry(paper: pc.Paper, spell: Callable[[str], str], *, abstracts: bool) -> str:
    """Write one entry."""
    fields = {
        "title": spell(paper.title or ""),
        "author": spell(" and ".join(author.inverted for author in paper.authors[:6])),
        "journal": "Transactions of the Association for Computational Linguistics",
        "year": str(paper.year or 2022),
        "volume": "12",
        "pages": "101--119",
        "publisher": "MIT Press",
        "doi": "10.1162/tacl.a.00638",
        "url": "https://aclanthology.org/2022.tacl-1.6",
    }
    if abstracts:
        fields["abstract"] = spell(paper.abstract or "")
    inner = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@article{{key%d,\n{inner}}}\n"


def repeated(text: str, size: int) -> str:
    """Repeat entries up to a size, each with a key of its own."""
    parts = text.split("key%d")
    copies = max(size // len(text), 1)
    numbered = ("".join(f"{part}key{copy}x{number}" for number, part in enumerate(parts[:-1])) + parts[-1] for copy in range(copies))
    return "\n".join(numbered)


def seconds(job: Callable[[], object]) -> float:
    """Give the median CPU time of some calls."""
    took = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        job()
        took.append(time.process_time() - begin)
    return statistics.median(took)


def read(text: str) -> list[object]:
    """Read papers and issues, without the account of every character."""
    with building():
        return list(bibtex.read(Document("bench.bib", text)))


def compare(label: str, text: str, part: str) -> None:
    """Print the times of one text and of a part of it, per megabyte, and what they are to each other."""
    size, small = len(text) / 1e6, len(part) / 1e6
    middlewares = [LatexDecodingMiddleware(), SeparateCoAuthors(), SplitNameParts()]
    ours, whole = seconds(lambda: read(text)) / size, seconds(lambda: pc.parse(text)) / size
    splitter = seconds(lambda: Splitter(text).split()) / size
    theirs = seconds(lambda: parse_string(part, append_middleware=middlewares)) / small
    print(f"{label}: {size:.1f} MB, {text.count('@article'):,} entries")
    for name, took in (("papercat reader", ours), ("papercat.parse", whole), ("bare splitter", splitter), ("with middlewares", theirs)):
        ratios = f"{splitter / took:8.2f} x splitter {theirs / took:7.1f} x middlewares"
        print(f"  {name:18}{took * 1e3:9.0f} ms a MB {1 / took:7.1f} MB/s {ratios}")


def main() -> None:
    """Compare on the files named, or on an export of data/raw."""
    logging.disable(logging.CRITICAL)
    if len(sys.argv) > 1:
        for name in sys.argv[1:]:
            text = Path(name).read_text(encoding="utf-8")
            compare(name, text * max(SIZE // len(text), 1), text[:SMALL])
        return
    for latex in (False, True):
        for abstracts in (False, True):
            text = export(latex=latex, abstracts=abstracts)
            label = f"{'LaTeX' if latex else 'UTF-8'}, {'with' if abstracts else 'without'} abstracts"
            compare(label, repeated(text, SIZE), repeated(text, SMALL))


if __name__ == "__main__":
    main()
