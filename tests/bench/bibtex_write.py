"""Time papers to BibTeX beside bibtexparser's writer and pybtex's, in one run; memory while a file is written piece by piece.

python tests/bench/bibtex_write.py [entries]

The papers of data/raw are repeated up to the number of entries, each title and abstract with a number of its own, so that no cache knows a
whole one. bibtexparser and pybtex are given the same strings as they are: the first encodes nothing, the second what its codec knows.
"""

import logging
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field

import papercat as pc
from papercat.writers import bibtex

RAW = Path(__file__).parents[2] / "data" / "raw"
ENTRIES = 100_000
AUTHORS = 6  # of a paper; those of data/raw have 78 on average, which no bibliography has
FEW = 2_000  # what pybtex is given, which takes a millisecond for each
_NAMES = ("title", "year", "abstract", "arxiv", "doi", "url", "venue", "volume", "pages", "publisher", "comment")


def papers(count: int) -> list[pc.Paper]:
    """Repeat the papers of data/raw, each copy with a number."""
    known = [replace(paper, authors=paper.authors[:AUTHORS]) for paper in pc.read(RAW) if paper.title]
    return [numbered(known[place % len(known)], place) for place in range(count)]


def numbered(paper: pc.Paper, number: int) -> pc.Paper:
    """Give a paper a number, and an id and a DOI if it has none, as an export has them."""
    arxiv = paper.arxiv or f"1501.{number % 90_000 + 1:05}"
    doi = f"10.48550/arxiv.{number}"
    abstract = f"{paper.abstract} {number}" if paper.abstract else None
    named = replace(paper, title=f"{paper.title} {number}", arxiv=paper.arxiv or arxiv, doi=doi, year=2010 + number % 10)
    journal = "Transactions of the Association for Computational Linguistics"
    return replace(
        named, abstract=abstract, venue=journal, volume="12", pages="101–119", publisher="MIT Press", url=f"https://doi.org/{doi}"
    )


def strings(paper: pc.Paper) -> dict[str, str]:
    """Give the fields of a paper as other writers want them."""
    fields = {name: str(value) for name in _NAMES if (value := getattr(paper, name))}
    return {"author": " and ".join(author.inverted for author in paper.authors)} | fields


def written(papers: Sequence[pc.Paper], **options: Any) -> str:
    """Give the text that papercat writes."""
    return "".join(bibtex.chunks(papers, **options))


def seconds(job: Callable[[], object]) -> float:
    """Give the CPU time of a call."""
    begin = time.process_time()
    job()
    return time.process_time() - begin


def library(many: list[pc.Paper]) -> Library:
    """Make what bibtexparser writes."""
    entries = [
        Entry("misc", f"k{place}", [Field(name, value) for name, value in strings(paper).items()]) for place, paper in enumerate(many)
    ]
    return Library(list(entries))


def pybtex_data(few: list[pc.Paper]) -> Any:
    """Make what pybtex writes."""
    database = import_module("pybtex.database")
    made = {}
    for place, paper in enumerate(few):
        fields = strings(paper)
        people = [database.Person(name) for name in fields.pop("author").split(" and ")]
        made[f"k{place}"] = database.Entry("misc", fields=list(fields.items()), persons={"author": people})
    return database.BibliographyData(entries=made)


def peak(many: list[pc.Paper], keys: list[str]) -> float:
    """Give the megabytes that writing piece by piece needs beside the papers."""
    tracemalloc.start()
    for _ in bibtex.chunks(many, keys=keys, profile="latex"):
        pass
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 1e6


def compare(label: str, many: list[pc.Paper]) -> None:
    """Print what each writer needs for one entry, and what it is to ours."""
    count = len(many)
    keys = [f"k{place}" for place in range(count)]
    data = library(many)
    took = {f"papercat, {name}": seconds(partial(written, many, keys=keys, profile=name)) for name in bibtex.PROFILES}
    took["papercat, latex, and making keys"] = seconds(partial(written, many, profile="latex"))
    took["bibtexparser"] = seconds(partial(write_string, data))
    took["bibtexparser, nothing but joining"] = seconds(partial(write_string, data, unparse_stack=[]))
    try:
        some = pybtex_data(many[:FEW])
        took["pybtex"] = seconds(partial(some.to_string, "bibtex")) / min(FEW, count) * count
    except ImportError:
        print("pybtex is not installed")
    latex = took["papercat, latex"]
    print(f"{count:,} entries {label}, CPU time")
    for name, spent in took.items():
        print(f"  {name:36}{spent / count * 1e6:8.1f} µs an entry {spent / latex:7.1f} x papercat's latex")


def main() -> None:
    """Compare."""
    logging.disable(logging.CRITICAL)
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES
    many = papers(count)
    compare("with abstracts", many)
    compare("without abstracts", [replace(paper, abstract=None) for paper in many])
    few = many[: count // 10]
    print(f"memory beside the papers, piece by piece: {peak(few, [f'k{place}' for place in range(len(few))]):.1f} MB")


if __name__ == "__main__":
    main()
