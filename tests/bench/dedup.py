"""Score dedup on labelled sets, beside bib-dedupe and Splink where they are installed: python tests/bench/dedup.py FOLDER [--sets a,b]

FOLDER holds `NAME.jsonl.gz`, an object of raw strings a line (id, title, authors, year, venue, abstract, doi, arxiv_id, type, volume,
number, pages) with its gold `cluster`. `--half A` keeps the clusters whose ids have an even CRC-32, `--half B` the others: weights are set
on A alone. Printed for each set and program: pairwise precision, recall and F1, works wrongly merged, merges
that are missing, and CPU microseconds a record, all in one run on one machine.
"""

import argparse
import gzip
import json
import math
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any
from zlib import crc32

from dedup_peers import FIELDS, Peer, Row, as_row, installed  # type: ignore[import-not-found,import-untyped,unused-ignore]

WORKS = frozenset(("cora", "fuzzycat_a", "dblp_scholar"))  # labelled as works; the others as records

Record = dict[str, Any]
Labels = Sequence[Hashable]


def main() -> None:
    """Print a line for each set and program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sets", default="")
    parser.add_argument("--half", choices="AB", default="")
    args = parser.parse_args()
    names = args.sets.split(",") if args.sets else sorted(path.name.removesuffix(".jsonl.gz") for path in args.folder.glob("*.jsonl.gz"))
    print(f"{'set':16}{'program':12}{'records':>8}{'P':>9}{'R':>9}{'F1':>9}{'false':>7}{'missed':>7}{'us/rec':>9}")
    for name in names:
        with gzip.open(args.folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            records = [record for record in map(json.loads, lines) if args.half in ("", half(record["cluster"]))]
        gold = [record.pop("cluster") for record in records]
        for program, label in _programs():
            print(f"{name:16}{program:12}{_line(records, gold, label, 'work' if name in WORKS else 'record')}")


def half(cluster: object) -> str:
    """Say in which half of a set a cluster is, the same for ever."""
    return "AB"[crc32(str(cluster).encode()) & 1]


def _programs() -> Iterator[tuple[str, Callable[[list[Record], Any], Labels]]]:
    yield "papercat", import_module("adapter").clusters
    yield from ((name, _peer(peer)) for name, peer in installed().items())


def _line(records: list[Record], gold: Labels, label: Callable[[list[Record], Any], Labels], same: str) -> str:
    order = list(range(len(records)))
    random.Random(7).shuffle(order)  # noqa: S311  the order of input must not matter
    start = time.process_time()
    found = label([records[place] for place in order], same)
    spent = (time.process_time() - start) / len(records)
    return f"{len(records):8}{score([gold[place] for place in order], found)}{1e6 * spent:9.0f}"


def score(gold: Labels, found: Labels) -> str:
    """Compare two labellings, pair by pair and cluster by cluster."""
    both = Counter(zip(gold, found, strict=True))
    right, wanted, made = (sum(math.comb(count, 2) for count in counts.values()) for counts in (both, Counter(gold), Counter(found)))
    precision, recall = right / made if made else 1.0, right / wanted if wanted else 1.0
    f1 = 2 * right / (wanted + made) if wanted + made else 1.0
    by_found, by_gold = defaultdict(set), defaultdict(set)
    for one, other in both:
        by_found[other].add(one)
        by_gold[one].add(other)
    false, missed = (sum(len(labels) - 1 for labels in sides.values()) for sides in (by_found, by_gold))
    return f"{precision:9.4f}{recall:9.4f}{f1:9.4f}{false:7}{missed:7}"


def _peer(peer: Peer) -> Callable[[list[Record], Any], Labels]:
    def label(records: list[Record], same: str) -> Labels:
        del same  # they know records alone
        labels: Labels = peer([row_of(number, record) for number, record in enumerate(records)])[1]
        return labels

    return label


def row_of(number: int, record: Record) -> Row:
    """Write a record in the words of BibTeX, its texts as they are."""
    known = {name: record.get(name) for name in FIELDS if name not in ("author", "journal", "booktitle")}
    return as_row(number, author=record.get("authors"), journal=record.get("venue"), **known)


if __name__ == "__main__":
    main()
