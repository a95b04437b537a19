"""Time the main job beside json.loads of the same records and a plain str.split, in one run: ratios, not seconds, count.

python tests/bench/speed.py [megabytes]
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import papercat as pc

RAW = Path(__file__).parents[2] / "data" / "raw"
ROUNDS = 5


def healthy(name: str) -> str:
    """Give a dump without damage: what papercat reads in it, written back in the dump's own form."""
    if name == "abstracts":
        return (RAW / "abstracts-with-ids.txt").read_text(encoding="utf-8")
    papers = pc.read(RAW / "askell-listing.txt")
    rows = (
        (paper.title, ", ".join(author.inverted for author in paper.authors if author.given), paper.abstract)
        for paper in papers
    )
    return "Askell, Amanda\n" + "\n".join(str(field) for row in rows for field in row) + "\n"


def distinct(text: str, copies: int) -> str:
    """Repeat a dump with other names each time, so that no cache of names helps: each family name gets a number in letters."""
    out = []
    for copy in range(copies):
        mark = "".join(chr(ord("a") + int(digit)) for digit in str(copy))
        out.append(
            "\n".join(line.replace(", ", f"{mark}, ") if likely_names(line) else line for line in text.splitlines())
        )
    return "\n".join(out) + "\n"


def likely_names(line: str) -> bool:
    """Tell the author lines of the listing: hardly anything between their commas."""
    return line.count(",") > 5 and len(line) < 14 * line.count(",")


def seconds(job: Callable[[], object]) -> float:
    """Give the CPU time of one call."""
    begin = time.process_time()
    job()
    return time.process_time() - begin


def compare(label: str, text: str) -> None:
    """Print medians and ratios for one text."""
    data = json.dumps(pc.parse(text).to_dicts(), ensure_ascii=False)
    jobs: dict[str, Callable[[], object]] = {
        "papercat.parse": lambda: pc.parse(text),
        "json.loads": lambda: json.loads(data),
        "str.split": lambda: [line.split(", ") for line in text.split("\n")],
    }
    times = {name: statistics.median(seconds(job) for _ in range(ROUNDS)) for name, job in jobs.items()}
    print(f"{label}: {len(text) / 1e6:.1f} MB, {len(pc.parse(text)):,} papers")
    for name, took in times.items():
        print(
            f"  {name:16} {took * 1e3:8.0f} ms {len(text) / 1e6 / took:8.1f} MB/s {took / times['json.loads']:6.2f} x json.loads"
        )


def growth() -> None:
    """Print the cost of building one record at two sizes, and what a model costs."""

    def build(count: int) -> float:
        from papercat.models import building

        def job() -> object:
            with building():
                return [
                    pc.Paper(title=f"Title {i}", authors=(pc.Author(family="Perez", given="Ethan"),), year=2022)
                    for i in range(count)
                ]

        return seconds(job) / count

    small, large = build(10_000), build(600_000)
    print(f"one record at 10,000: {small * 1e6:.2f} us, at 600,000: {large * 1e6:.2f} us, ratio {large / small:.2f}")


def main() -> None:
    """Run all comparisons."""
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    for name in ("listing", "abstracts"):
        text = healthy(name)
        copies = max(1, int(megabytes * 1e6 / len(text)))
        compare(f"{name}, repeated", text * copies)
        if name == "listing":
            compare(f"{name}, other names in each copy", distinct(text, copies))
    damaged = (RAW / "askell-listing.txt").read_text(encoding="utf-8")
    compare("listing, damaged", damaged * max(1, int(megabytes * 1e6 / len(damaged))))
    growth()


if __name__ == "__main__":
    main()
