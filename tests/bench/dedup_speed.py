"""What finding duplicates costs, on made records of known truth, and beside bib-dedupe and Splink where they are installed.

python tests/bench/dedup_speed.py                      10,000 and 100,000 records: time, memory, pairs, growth, precision and recall
python tests/bench/dedup_speed.py growth 1000000       other sizes; a million takes a few minutes and 6 GB, most of it the papers
python tests/bench/dedup_speed.py peers [SIZES]        the same records with the others: 10,000 with bib-dedupe, 100,000 with Splink as well
python tests/bench/dedup_speed.py cores                one process and all cores
python tests/bench/dedup_speed.py recall FOLDER        what is compared at all, of labelled sets: NAME.jsonl.gz, a `cluster` in each record
"""

import gzip
import json
import math
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any, NamedTuple

from dedup_peers import Row, as_row, installed  # type: ignore[import-not-found,import-untyped,unused-ignore]
from made_records import records  # type: ignore[import-not-found,import-untyped,unused-ignore]

from papercat import Paper
from papercat.dedup import Plan, View, cluster, find_pairs, keys, prep
from papercat.dedup.blocks import pairs as pairs_of_block
from papercat.models import building

SIZES = 10_000, 100_000
PEER_SIZES = {"bib-dedupe": (10_000,), "splink": (10_000, 100_000)}
PAGE = os.sysconf("SC_PAGE_SIZE")


class Run(NamedTuple):
    """One measurement: CPU seconds and bytes beyond the papers themselves, the plan, and the label of each record."""

    records: int
    finding: float
    clustering: float
    memory: int
    plan: Plan
    labels: list[int]

    @property
    def seconds(self) -> float:
        """Give the CPU time of all of it."""
        return self.finding + self.clustering


def run(papers: Sequence[Paper], processes: int = 1) -> Run:
    """Find and cluster, from papers to labels."""
    before = resident()
    start = time.process_time()
    found = find_pairs(papers, "work", processes=processes)
    middle = time.process_time()
    clusters = cluster(found.views, found.pairs, "work").clusters
    end = time.process_time()
    labels = list(range(len(papers)))
    for members, _ in clusters:
        for place in members:
            labels[place] = members[0]
    return Run(len(papers), middle - start, end - middle, peak() - before, found.plan, labels)


def resident() -> int:
    """Give the bytes that the process holds now."""
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123  a file of the system
        return int(file.read().split()[1]) * PAGE


def peak() -> int:
    """Give the most bytes that it ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def right(truth: Sequence[int], labels: Sequence[object]) -> tuple[float, float]:
    """Give precision and recall over all pairs."""
    together, meant, given = (count_pairs(Counter(some)) for some in (zip(truth, labels, strict=True), truth, labels))
    return together / max(given, 1), together / max(meant, 1)


def count_pairs(counts: Counter[Any]) -> int:
    """Count the pairs in groups of these sizes."""
    return sum(math.comb(count, 2) for count in counts.values())


def growth(sizes: Sequence[int]) -> None:
    """Print what a record costs at several sizes."""
    runs = []
    for size in sizes:
        with building():
            papers, truth = records(size)
        one = run(papers)
        precision, recall = right(truth, one.labels)
        costs = one.finding * 1e6 / size, one.clustering * 1e6 / size, one.memory / size
        print(one.plan)
        print("  {:.1f} us finding + {:.1f} us clustering, {:.0f} bytes a record".format(*costs))
        print(f"  precision {precision:.4f}, recall {recall:.4f}", flush=True)
        runs.append(one)
        del papers, truth
    for small, large in pairwise(runs):
        told = (exponent(small, large, lambda one: one.seconds), exponent(small, large, lambda one: one.plan.pairs))
        print(f"{small.records:,} to {large.records:,}: time grows as n^{told[0]:.2f}, pairs as n^{told[1]:.2f}")


def exponent(small: Run, large: Run, cost: Callable[[Run], float]) -> float:
    """Say how a cost grows: 1 in proportion to the records, 2 as their pairs."""
    return math.log(cost(large) / cost(small)) / math.log(large.records / small.records)


def cores(size: int = 100_000) -> None:
    """Print the time on the clock with one process and with all cores, and whether the labels are the same."""
    papers, _ = records(size)
    labels = []
    for processes in (1, len(os.sched_getaffinity(0))):
        start = time.perf_counter()
        labels.append(run(papers, processes).labels)
        print(f"{processes} processes: {time.perf_counter() - start:.1f} s")
    print("the same labels" if labels[0] == labels[-1] else "OTHER LABELS")


def recall(folder: str) -> None:
    """Print the share of the labelled pairs that are compared, and how many clusters no comparison can bring together."""
    to_paper = import_module("adapter")._paper  # noqa: SLF001  of this folder
    for path in sorted(Path(folder).glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        views = [prep(to_paper(row)) for row in rows]
        compared = compared_pairs(views)
        truth: dict[str, list[int]] = {}
        for place, row in enumerate(rows):
            truth.setdefault(row["cluster"], []).append(place)
        first = {view: place for place, view in reversed([*enumerate(views)])}
        told = [(first[views[a]], first[views[b]]) for places in truth.values() for a, b in combinations(places, 2)]
        hit = sum(a == b or (min(a, b), max(a, b)) in compared for a, b in told)
        left = sum(parts({first[views[place]] for place in places}, compared) - 1 for places in truth.values())
        each, share = len(compared) / len(rows), hit / max(len(told), 1)
        print(f"{path.name:30}{len(rows):7,} records {each:6.2f} pairs each, {share:.4f} of the duplicates, out of reach {left}")


def compared_pairs(views: Sequence[View]) -> set[tuple[int, int]]:
    """Give the pairs that are compared, in the obvious way."""
    first = {view: place for place, view in reversed([*enumerate(views)])}
    blocks: dict[str, list[int]] = {}
    for place in sorted(first.values()):
        for key in keys(views[place]):
            blocks.setdefault(key, []).append(place)
    return {pair for key, places in blocks.items() for pair in pairs_of_block(views, places, key)}


def parts(places: set[int], compared: set[tuple[int, int]]) -> int:
    """Count the parts into which records fall that are joined by what is compared."""
    label = {place: place for place in places}
    for a, b in combinations(sorted(places), 2):
        if (a, b) in compared and label[a] != label[b]:
            label = {place: label[a] if one == label[b] else one for place, one in label.items()}
    return len({*label.values()})


# -- the others


def peers(*sizes: int) -> None:
    """Print the CPU time and the accuracy of the others on the same records."""
    for name, peer in installed().items():
        for size in sizes or PEER_SIZES[name]:
            with building():
                papers, truth = records(size)
            ours = run(papers)
            told = "precision {:.4f}, recall {:.4f}"
            print(f"{size:,} records: papercat {ours.seconds * 1e6 / size:.0f} us a record, {told.format(*right(truth, ours.labels))}")
            seconds, labels = peer([row_of(number, paper) for number, paper in enumerate(papers)])
            times, correct = seconds / ours.seconds, told.format(*right(truth, labels))
            print(f"  {name} {seconds * 1e6 / size:.0f} us a record, {times:.0f} x as much, {correct}", flush=True)


def row_of(number: int, paper: Paper) -> Row:
    """Write a paper in the words of BibTeX."""
    names = " and ".join(author.inverted for author in paper.authors)
    known = {"title": paper.title, "author": names, "abstract": paper.abstract, "journal": paper.venue, "doi": paper.doi}
    return as_row(number, **known, volume=paper.volume, number=paper.issue, pages=paper.pages, year=str(paper.year or ""))


def main() -> None:
    """Run what is asked for."""
    what, *sizes = [*sys.argv[1:], "growth"] if len(sys.argv) < 2 else sys.argv[1:]
    jobs: dict[str, Callable[[], None]] = {
        "growth": lambda: growth(tuple(map(int, sizes)) or SIZES),
        "peers": lambda: peers(*map(int, sizes)),
        "cores": cores,
        "recall": lambda: recall(*sizes),
    }
    jobs[what]()


if __name__ == "__main__":
    main()
