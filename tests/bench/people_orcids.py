"""Who is who with ORCID iDs beside some names: python people_orcids.py FILE [SHARE [WRONG]].

FILE is the set of `people.py`. The curated people are given made iDs, which stand beside a SHARE of their mentions, drawn by a fixed seed;
a part WRONG of these stand beside any author of the paper, as publishers put some.
Prints pairwise precision and recall over all labelled mentions, and of those beside which no iD stands.
"""

import gzip
import json
import math
import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from papercat.identifiers.checksum import orcid_check
from papercat.models import Author, Paper
from papercat.people import Mention, People
from papercat.text.clean import clean

_FIRST = 25_000_000  # of the numbers behind "0000000", in the block of ORCID


def orcid(number: int) -> str:
    """Make an iD of a number."""
    digits = f"{_FIRST + number:015d}"
    whole = digits + orcid_check(digits)
    return "-".join(whole[i : i + 4] for i in range(0, 16, 4))


def paper(row: dict[str, Any], told: Sequence[str | None]) -> Paper:
    """Make a paper of a row."""
    title, venue = (clean(row.get(name) or "")[0] or None for name in ("title", "venue"))
    authors = tuple(
        Author(family=clean(one["family"])[0], given=clean(one.get("given") or "")[0] or None, orcid=said)
        for one, said in zip(row["authors"], told, strict=True)
    )
    return Paper(title=title, year=int(row["year"]), venue=venue, authors=authors)


def identified(rows: Sequence[dict[str, Any]], share: float, wrong: float) -> list[list[str | None]]:
    """Draw the mentions beside which an iD stands."""
    draw = random.Random(7)  # noqa: S311  nothing is secret
    numbers: dict[str, int] = {}
    told: list[list[str | None]] = []
    for row in rows:
        said: list[str | None] = [None] * len(row["authors"])
        for place, one in enumerate(row["authors"]):
            if "person" in one and draw.random() < share:
                there = draw.randrange(len(said)) if draw.random() < wrong else place
                said[there] = orcid(numbers.setdefault(one["person"], len(numbers)))
        told.append(said)
    return told


def report(name: str, rows: Sequence[tuple[str, int, str]]) -> None:
    """Print what pairs are right."""

    def pairs(*parts: int) -> int:
        return sum(math.comb(count, 2) for count in Counter(tuple(row[part] for part in parts) for row in rows).values())

    both, other = pairs(0, 1), pairs(0, 2)
    variants = (both - pairs(0, 1, 2)) / max(1, pairs(0) - other)
    print(f"{name}: {len(rows)} mentions, precision {both / max(1, pairs(1)):.4f}, recall {both / max(1, pairs(0)):.4f}, ", end="")
    print(f"of pairs that differ {variants:.4f}, precision of equal names {pairs(0, 1, 2) / max(1, pairs(1, 2)):.4f}")


def main(path: str, share: float = 0.3, wrong: float = 0.0) -> None:
    """Find out who is who, and score it."""
    with gzip.open(Path(path), "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    told = identified(rows, share, wrong)
    start = time.process_time()
    people = People(paper(row, said) for row, said in zip(rows, told, strict=True))
    found = {mention: number for number, mentions in enumerate(people.mentions) for mention in mentions}
    print(f"iDs beside {share:.0%}, {wrong:.0%} of them beside another author: CPU {time.process_time() - start:.1f} s")
    known = [
        (one["person"], found.get(Mention(place, author), -1), f"{one.get('given')}|{one['family']}", told[place][author])
        for place, row in enumerate(rows)
        for author, one in enumerate(row["authors"])
        if "person" in one
    ]
    report("all", [row[:3] for row in known])
    report("without an iD", [row[:3] for row in known if row[3] is None])


if __name__ == "__main__":
    main(sys.argv[1], *map(float, sys.argv[2:]))
