"""Time pages and lists of references beside json.loads of the same papers, in one run, at two sizes: ratios, not seconds, count.

python tests/bench/page_speed.py [papers]
"""

import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import papercat as pc

RAW = Path(__file__).parents[2] / "data" / "raw"
ROUNDS, SMALL = 3, 10  # calls of which the median counts; the first size is so many times smaller
_MOST_AUTHORS = 8


class Row(NamedTuple):
    """A paper to print: no two have the same title or list of names, so that nothing that was kept of one line helps with the next."""

    number: int
    title: str
    names: tuple[tuple[str, str], ...]
    year: int

    @property
    def natural(self) -> str:
        """Give the names as a page has them."""
        return ", ".join(f"{given} {family}" for family, given in self.names)

    @property
    def inverted(self) -> str:
        """Give the names as APA has them."""
        return ", ".join(f"{family}, {_initials(given)}" for family, given in self.names)


def rows(count: int) -> list[Row]:
    """Make papers of the words of the titles and of the names in the user's dumps."""
    chance = random.Random(count)  # noqa: S311  chance makes records here, no secrets
    papers = pc.read(RAW)
    words = sorted({word for paper in papers for word in (paper.title or "").split() if word.isalpha()})
    families = sorted({author.family for paper in papers for author in paper.authors if author.family and author.given})
    given = sorted({author.given for paper in papers for author in paper.authors if author.family and author.given})
    made = []
    for number in range(1, count + 1):
        title = " ".join(chance.sample(words, chance.randint(5, 9)))
        names = [(chance.choice(families), chance.choice(given)) for _ in range(chance.randint(2, _MOST_AUTHORS))]
        made.append(Row(number, title[0].upper() + title[1:], tuple(names), 1990 + number % 35))
    return made


def _initials(given: str) -> str:
    return " ".join(f"{word[0]}." for word in given.split())


def _apa(row: Row) -> str:
    return f"{row.inverted} ({row.year}). {row.title}. Computational Linguistics, {row.number % 40 + 1}(3), {row.number}–{row.number + 9}."


def _numbered(row: Row) -> str:
    return f"[{row.number}] {row.natural}. {row.year}. {row.title}. In Proceedings of the ACL, pages {row.number}–{row.number + 9}."


def _profile(row: Row) -> str:
    return f"{row.title}\n{row.natural}\nComputational Linguistics {row.number % 40 + 1} (3), {row.number}-{row.number + 9}, {row.year}\n"


def _programme(row: Row) -> str:
    hour, quarter = divmod(row.number, 4)
    return f"{9 + hour % 8}:{quarter * 15:02}–{9 + (hour + quarter // 3) % 8}:{(quarter + 1) % 4 * 15:02} {row.title}\n{row.natural}\n"


def _awesome(row: Row) -> str:
    return f"- [{row.title}](https://aclanthology.org/P{row.year % 100:02}-{row.number:04}) - {row.natural}, *ACL {row.year}*"


STYLES: dict[str, Callable[[Row], str]] = {
    "references, APA": _apa,
    "references, numbered": _numbered,
    "profile page": _profile,
    "programme": _programme,
    "list in Markdown": _awesome,
}


def seconds(job: Callable[[], object]) -> float:
    """Give the CPU time of one call, the median of some."""

    def one() -> float:
        begin = time.process_time()
        job()
        return time.process_time() - begin

    return statistics.median(one() for _ in range(ROUNDS))


def compare(label: str, show: Callable[[Row], str], made: Sequence[Row]) -> None:
    """Print what reading a page costs, beside json.loads of what was read."""
    text = "\n".join(map(show, made)) + "\n"
    papers = pc.parse(text)
    data = json.dumps(papers.to_dicts(), ensure_ascii=False)
    took, plain = seconds(lambda: pc.parse(text)), seconds(lambda: json.loads(data))
    size = len(text) / 1e6
    print(
        f"{label:22}{size:6.2f} MB {len(papers):6,} of {len(made):6,} papers {size / took:7.2f} MB/s"
        f" {took / len(made) * 1e6:7.0f} us a paper {took / plain:6.0f} x json.loads"
    )


def main() -> None:
    """Time each style at two sizes: the rates of both tell whether the time is linear."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    for label, show in STYLES.items():
        for size in (count // SMALL, count):
            compare(label, show, rows(size))


if __name__ == "__main__":
    main()
