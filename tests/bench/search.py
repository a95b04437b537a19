"""Look titles up beside rapidfuzz, tantivy and sqlite's FTS5: the same damaged titles, in one run, CPU time.

python tests/bench/search.py titles.jsonl.gz ... [--sizes 10000,100000] [--queries 200]

The files hold JSON lines with a "title" each. More titles than they have are made of them: two words in five are put in from other
titles. A query is a title with one typo, with three, with a quarter of its words lost, shuffled, or half of it. An answer is right if it
has the letters of the true title. What is not installed is left out; what takes more than a millisecond answers fewer queries.
"""

import argparse
import gc
import gzip
import json
import random
import sqlite3
import string
import time
import tracemalloc
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz, process

import papercat as pc
from papercat.text.fold import fold_once

PUT_IN = 0.4  # of the words of a made title come from others
LOST = 0.25  # of the words
SHORT = 6  # words; half of a shorter title may be any of many, so two thirds of its letters are taken
SLOW = 1e-3  # seconds
SEED = 20  # the thresholds were set with 7

Find = Callable[[str], int | None]
Rng = random.Random


class Query(NamedTuple):
    """A damaged title, with what was done to it."""

    kind: str
    text: str
    title: str


# -- titles and queries


def titles(paths: Sequence[str]) -> list[str]:
    """Read the titles of JSON lines, each once."""
    found: dict[str, str] = {}
    for path in paths:
        data = Path(path).read_bytes()
        for line in (gzip.decompress(data) if path.endswith(".gz") else data).decode().splitlines():
            title = " ".join("".join(filter(str.isprintable, json.loads(line).get("title") or "")).split())
            found.setdefault(fold_once(title), title)
    found.pop("", None)
    return list(found.values())


def grown(known: Sequence[str], size: int, rng: Rng) -> list[str]:
    """Give as many titles, made of those that are known where they are too few."""
    every = rng.sample(known, min(size, len(known)))
    seen, words = set(map(fold_once, every)), [word for title in known for word in title.split()]
    while len(every) < size:
        made = rng.choice(known).split()
        for place in rng.sample(range(len(made)), max(1, round(len(made) * PUT_IN))):
            made[place] = rng.choice(words)
        title = " ".join(made)
        if fold_once(title) not in seen:
            seen.add(fold_once(title))
            every.append(title)
    rng.shuffle(every)
    return every


def typo(text: str, rng: Rng) -> str:
    """Put in a wrong letter, leave one out, add one, or swap two."""
    place, letter, kind = rng.randrange(len(text)), rng.choice(string.ascii_lowercase), rng.randrange(4)
    before, own, after = text[:place], text[place], text[place + 1 :]
    return (before + letter + after, before + after, before + letter + own + after, before + after[:1] + own + after[1:])[kind] or text


def typos(text: str, rng: Rng) -> str:
    """Make three typos."""
    return typo(typo(typo(text, rng), rng), rng)


def lost(text: str, rng: Rng) -> str:
    """Leave out a quarter of the words."""
    words = text.split()
    gone = set(rng.sample(range(len(words)), max(1, int(len(words) * LOST)))) if len(words) > 2 else set()
    return " ".join(word for place, word in enumerate(words) if place not in gone)


def shuffled(text: str, rng: Rng) -> str:
    """Put the words in another order."""
    words = text.split()
    return " ".join(rng.sample(words, len(words)))


def half(text: str, rng: Rng) -> str:
    """Leave half of the words, or half of the letters, which may cut a word."""
    words = text.split()
    if len(words) < SHORT:
        return text[: max(1, len(text) * 2 // 3)]
    return " ".join(words[: (len(words) + 1) // 2]) if rng.random() < 0.5 else text[: len(text) // 2]


DAMAGES = {"one typo": typo, "three typos": typos, "words lost": lost, "shuffled": shuffled, "half": half}


def queries(every: Sequence[str], number: int, rng: Rng) -> list[Query]:
    """Damage as many titles in each way."""
    return [
        Query(kind, damage(title, rng), title) for kind, damage in DAMAGES.items() for title in rng.sample(every, min(number, len(every)))
    ]


# -- who looks them up


def by_papercat(every: Sequence[str]) -> Find:
    """Make a catalog; the papers themselves are not counted in what building takes."""
    cat = pc.Catalog(pc.Paper(title=title) for title in every)
    places = {id(paper): place for place, paper in enumerate(cat)}
    begin = time.process_time()
    cat.find(every[0], limit=1)
    BUILT["papercat"] = time.process_time() - begin
    cat.find("zzzzq qqqqz", limit=1)  # what only a typo needs

    def find(query: str) -> int | None:
        hits = cat.find(query, limit=1)
        return places[id(hits[0].paper)] if hits else None

    return find


def by_rapidfuzz(scorer: str) -> Callable[[Sequence[str]], Find]:
    """Compare with every title."""

    def make(every: Sequence[str]) -> Find:
        folded = list(map(fold_once, every))
        score = getattr(fuzz, scorer)

        def find(query: str) -> int | None:
            found = process.extractOne(fold_once(query), folded, scorer=score)
            return found[2] if found else None

        return find

    return make


def by_tantivy(every: Sequence[str]) -> Find:
    """Ask for any of the words, ranked by BM25."""
    tantivy = import_module("tantivy")
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("title", stored=False)
    builder.add_integer_field("place", stored=True)
    index = tantivy.Index(builder.build())
    begin = time.process_time()
    writer = index.writer(50_000_000, 1)
    for place, title in enumerate(every):
        writer.add_document(tantivy.Document(title=fold_once(title), place=place))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    BUILT["tantivy"] = time.process_time() - begin
    searcher = index.searcher()

    def find(query: str) -> int | None:
        text = fold_once(query)
        hits = searcher.search(index.parse_query(text, ["title"]), 1).hits if text else []
        return searcher.doc(hits[0][1])["place"][0] if hits else None

    return find


def by_fts5(every: Sequence[str]) -> Find:
    """Ask sqlite for any of the words, ranked by BM25."""
    base = sqlite3.connect(":memory:")
    begin = time.process_time()
    base.execute("create virtual table titles using fts5(title)")
    base.executemany("insert into titles(rowid, title) values (?, ?)", ((place, fold_once(title)) for place, title in enumerate(every)))
    BUILT["sqlite FTS5"] = time.process_time() - begin

    def find(query: str) -> int | None:
        words = " OR ".join(f'"{word}"' for word in fold_once(query).split())
        found = base.execute("select rowid from titles where titles match ? order by rank limit 1", (words,)).fetchone() if words else None
        return found[0] if found else None

    return find


BUILT: dict[str, float] = {}
FINDERS: dict[str, Callable[[Sequence[str]], Find]] = {
    "papercat": by_papercat,
    "tantivy": by_tantivy,
    "rapidfuzz ratio": by_rapidfuzz("ratio"),
    "rapidfuzz WRatio": by_rapidfuzz("WRatio"),
    "sqlite FTS5": by_fts5,
}


# -- measuring


def spread(asked: Sequence[Query], find: Find) -> list[Query]:
    """Take fewer queries of each kind for who is slow."""
    begin = time.process_time()
    for query in asked[:: max(1, len(asked) // 5)]:
        find(query.text)
    each = (time.process_time() - begin) / 5
    share = min(1.0, max(SLOW / each, 10 / max(1, len(asked) // len(DAMAGES))) * 4) if each > SLOW else 1.0
    kinds = (list(group) for _, group in groupby(asked, lambda query: query.kind))
    return [query for group in kinds for query in group[: max(1, round(len(group) * share))]]


def run(name: str, every: Sequence[str], asked: Sequence[Query]) -> None:
    """Let one look all up, and print how long it took and how often it was right."""
    try:
        find = FINDERS[name](every)
    except ImportError as error:
        print(f"  {name:17} left out: {error}")
        return
    right: dict[str, list[bool]] = defaultdict(list)
    taken = 0.0
    gc.collect()
    gc.freeze()  # a walk over a million papers would count as a look-up
    for query in spread(asked, find):
        begin = time.process_time()
        place = find(query.text)
        taken += time.process_time() - begin
        right[query.kind].append(place is not None and fold_once(every[place]) == fold_once(query.title))
    number = sum(map(len, right.values()))
    shares = {"all": sum(map(sum, right.values())) / number} | {kind: sum(hits) / len(hits) for kind, hits in right.items()}
    told = "  ".join(f"{kind} {share:.4f}" for kind, share in shares.items())
    built = f"built in {BUILT[name] / len(every) * 1e6:4.1f} us a title" if name in BUILT else ""
    print(f"  {name:17} {taken / number * 1e3:9.3f} ms  {told}  ({number} queries)  {built}", flush=True)


def memory(every: Sequence[str]) -> float:
    """Give the bytes of the index for each title, with what only a typo needs."""
    cat = pc.Catalog(pc.Paper(title=title) for title in every)
    tracemalloc.start()
    cat.find(every[0], limit=1)
    cat.find("zzzzq qqqqz", limit=1)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held / len(every)


def sizes(text: str) -> Iterator[int]:
    """Read a list of numbers."""
    return (int(one) for one in text.split(","))


def main() -> None:
    """Run all, size by size."""
    parser = argparse.ArgumentParser(description="Time the look-up of titles.")
    parser.add_argument("files", nargs="*")
    parser.add_argument("--sizes", default="10000,100000")
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    known = (
        titles(options.files)
        if options.files
        else [paper.title for paper in pc.read(Path(__file__).parents[2] / "data" / "raw") if paper.title]
    )
    for size in sizes(options.sizes):
        rng = Rng(SEED + size)
        every = grown(known, size, rng)
        asked = queries(every, options.queries, rng)
        print(f"{size:,} titles; the index of papercat holds {memory(every):.0f} bytes a title", flush=True)
        for name in FINDERS:
            if options.only in name:
                run(name, every, asked)


if __name__ == "__main__":
    main()
