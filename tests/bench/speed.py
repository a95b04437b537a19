"""Time the main job beside json.loads of the same records and a plain str.split, in one run: ratios, not seconds, count.

python tests/bench/speed.py [megabytes]
"""

import dataclasses
import json
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from textwrap import fill
from typing import Any

from made_records import records  # type: ignore[import-not-found,import-untyped,unused-ignore]
from pydantic import create_model

import papercat as pc
from papercat.models import building

RAW = Path(__file__).parents[2] / "data" / "raw"
ROUNDS = 5


def healthy(name: str) -> str:
    """Give a dump without damage: what papercat reads in it, written back in the dump's own form."""
    if name == "abstracts":
        return (RAW / "abstracts-with-ids.txt").read_text(encoding="utf-8")
    papers = pc.read(RAW / "askell-listing.txt")
    rows = ((paper.title, ", ".join(author.inverted for author in paper.authors if author.given), paper.abstract) for paper in papers)
    return "Askell, Amanda\n" + "\n".join(str(field) for row in rows for field in row) + "\n"


def distinct(text: str, copies: int) -> str:
    """Repeat a dump with other names each time, so that no cache of names helps: each family name gets a number in letters."""
    out = []
    for copy in range(copies):
        mark = "".join(chr(ord("a") + int(digit)) for digit in str(copy))
        out.append("\n".join(line.replace(", ", f"{mark}, ") if likely_names(line) else line for line in text.splitlines()))
    return "\n".join(out) + "\n"


def likely_names(line: str) -> bool:
    """Tell the author lines of the listing: hardly anything between their commas."""
    return line.count(",") > 5 and len(line) < 14 * line.count(",")


def varied(size: float) -> pc.Catalog:
    """Make some megabytes of papers of which no two are alike: six authors and an abstract, names and words as frequent as in life."""
    papers, _ = records(int(size * 1e6 / 700))
    names = (author for paper in cycle(papers) for author in paper.authors)
    whole = (paper for paper in papers if paper.abstract and paper.title)
    numbered = (replace(paper, arxiv=f"2{number // 90_000 + 1}01.{number % 90_000 + 1:05}") for number, paper in enumerate(whole))
    return pc.Catalog(replace(paper, authors=tuple(islice(names, 6))) for paper in numbered)


def as_ris(papers: pc.Catalog) -> str:
    """Write papers as RIS."""
    rows = []
    for paper in papers:
        rows += ["TY  - JOUR", f"TI  - {paper.title}", *(f"AU  - {author.inverted}" for author in paper.authors)]
        rows += [f"PY  - {paper.year or 2022}", f"AB  - {paper.abstract}"]
        rows += [f"{tag}  - {value}" for tag, value in (("JO", paper.venue), ("VL", paper.volume), ("DO", paper.doi)) if value]
        rows += ["ER  -", ""]
    return "\n".join(rows) + "\n"


def as_lines(papers: pc.Catalog) -> str:
    """Write papers as JSON lines, in the manner of arXiv's snapshot."""
    rows = []
    for paper in papers:
        names = [[author.family or author.literal, author.given or "", ""] for author in paper.authors]
        record = {"id": paper.arxiv, "submitter": "", "title": paper.title, "authors_parsed": names, "abstract": paper.abstract}
        rows.append(json.dumps(record, ensure_ascii=False))
    return "\n".join(rows) + "\n"


def as_snapshot(papers: pc.Catalog) -> str:
    """Write papers as the lines of arXiv's snapshot with all that they have: wrapped texts, the authors once more as a text, versions."""
    rows = []
    for paper in papers:
        shown = [f"{author.given} {author.family}" for author in paper.authors]
        record = {
            "id": paper.arxiv,
            "submitter": shown[0],
            "authors": f"{', '.join(shown[:-1])} and {shown[-1]}",
            "title": fill(str(paper.title), 72, subsequent_indent="  "),
            "comments": "12 pages, 3 figures",
            "journal-ref": paper.venue,
            "doi": paper.doi,
            "report-no": None,
            "categories": "cs.CL cs.AI",
            "license": "http://arxiv.org/licenses/nonexclusive-distrib/1.0/",
            "abstract": f"  {fill(str(paper.abstract), 80)}\n",
            "versions": [{"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"}],
            "update_date": "2008-11-26",
            "authors_parsed": [[author.family, author.given, ""] for author in paper.authors],
        }
        rows.append(json.dumps(record))
    return "\n".join(rows) + "\n"


def seconds(job: Callable[[], object]) -> float:
    """Give the CPU time of one call."""
    begin = time.process_time()
    job()
    return time.process_time() - begin


def compare(label: str, *texts: str, form: str | None = None) -> None:
    """Print medians and ratios for one text, or for several together; `form` names a format that its content would not tell."""
    data = [json.dumps(pc.parse(text, format=form).to_dicts(), ensure_ascii=False) for text in texts]
    jobs: dict[str, Callable[[], object]] = {
        "papercat.parse": lambda: [pc.parse(text, format=form) for text in texts],
        "json.loads": lambda: [json.loads(one) for one in data],
        "str.split": lambda: [line.split(", ") for text in texts for line in text.split("\n")],
    }
    times = {name: statistics.median(seconds(job) for _ in range(ROUNDS)) for name, job in jobs.items()}
    size = sum(map(len, texts)) / 1e6
    print(f"{label}: {size:.1f} MB, {sum(len(pc.parse(text, format=form)) for text in texts):,} papers")
    for name, took in times.items():
        rate, ratio = size / took, took / times["json.loads"]
        print(f"  {name:16} {took * 1e3:8.0f} ms {rate:8.1f} MB/s {ratio:6.2f} x json.loads")


def growth() -> None:
    """Print the cost of building one record at two sizes, and what a model costs."""

    def build(count: int) -> float:
        def job() -> object:
            with building():
                return [pc.Paper(title=f"Title {i}", authors=(pc.Author(family="Perez", given="Ethan"),), year=2022) for i in range(count)]

        return seconds(job) / count

    small, large = build(10_000), build(600_000)
    print(f"one record at 10,000: {small * 1e6:.2f} us, at 600,000: {large * 1e6:.2f} us, ratio {large / small:.2f}")


def memory(count: int = 100_000) -> None:
    """Print what papers hold beside plain BaseModels of the same fields, in bytes each."""
    person = create_model(
        "Person", family=(str | None, None), given=(str | None, None), particle=(str | None, None), suffix=(str | None, None)
    )
    place = create_model("Place", name=(str, ...), line=(int, ...), start=(int, ...), end=(int, ...), field=(str, "record"))
    fields = {field.name: (Any, None) for field in dataclasses.fields(pc.Paper)}
    plain = create_model("Plain", **fields)  # type: ignore[call-overload]

    def papercats() -> object:
        with building():
            return [record(i, pc.Paper, pc.Author, pc.Source) for i in range(count)]

    def base_models() -> object:
        return [record(i, plain, person, place) for i in range(count)]

    ours, theirs = (held(make) / count for make in (papercats, base_models))
    print(f"memory of {count:,} papers: {ours:.0f} bytes each, as BaseModels {theirs:.0f}, ratio {ours / theirs:.2f}")


def record(i: int, paper: Any, author: Any, source: Any) -> object:
    """Build one paper with two authors and three sources, all its own."""
    authors = tuple(author(family=f"Family{i}", given=f"Given{j}") for j in range(2))
    sources = tuple(source(name="a.txt", line=i + 1, start=1000 * i, end=1000 * i + j, field="title") for j in range(1, 4))
    return paper(title=f"Title number {i}", authors=authors, year=2022, arxiv=f"2212.{i % 99_999 + 1:05}", sources=sources)


def held(make: Callable[[], object]) -> int:
    """Measure the memory that a result holds, in bytes."""
    tracemalloc.start()
    result = make()
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del result
    return size


def main() -> None:
    """Run all comparisons."""
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    both = [healthy("listing"), healthy("abstracts")]
    copies = int(megabytes * 1e6 / sum(map(len, both)))
    compare("both dumps, repeated", *(text * copies for text in both))
    for name in ("listing", "abstracts"):
        text = healthy(name)
        copies = max(1, int(megabytes * 1e6 / len(text)))
        compare(f"{name}, repeated", text * copies)
        if name == "listing":
            # nobody has such names, so the text would be taken for no listing
            compare(f"{name}, other names in each copy", distinct(text, copies), form="listing")
    damaged = (RAW / "askell-listing.txt").read_text(encoding="utf-8")
    compare("listing, damaged", damaged * max(1, int(megabytes * 1e6 / len(damaged))))
    papers = pc.parse(healthy("listing"))
    for label, text in (("RIS", as_ris(papers)), ("JSON lines", as_lines(papers)), ("BibTeX", papers.to_bibtex())):
        compare(f"{label} of the listing, 78 authors a paper, repeated", text * max(1, int(megabytes * 1e6 / len(text))))
    papers = varied(megabytes)
    for label, text in (("RIS", as_ris(papers)), ("JSON lines", as_snapshot(papers)), ("BibTeX", papers.to_bibtex())):
        compare(f"{label}, six authors and an abstract, all different", text)
    growth()
    memory()


if __name__ == "__main__":
    main()
