"""Time the repair and the folding of text beside ftfy and unidecode, in one run: ratios, not seconds, count.

python tests/bench/text.py

ftfy is no dependency; without it its rows are left out.
"""

import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

from unidecode import unidecode

import papercat as pc
from papercat.text.fold import to_ascii

RAW = Path(__file__).parents[2] / "data" / "raw"
ROUNDS = 5
NAMES = "Jürgen Schmidhuber, Piotr Miłkowski, Kamilė Lukošiūtė, Sören Mindermann, Hervé Jégou, Tomáš Mikolov, Kyunghyun Cho, Ilya Sutskever"
OTHER = {
    "Vietnamese": "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền.",
    "Russian": "Все люди рождаются свободными и равными в своём достоинстве и правах.",
    "Chinese": "人人生而自由，在尊严和权利上一律平等。",
}


def seconds(job: Callable[[str], object], texts: Sequence[str]) -> float:
    """Give the least CPU time of some rounds over all texts."""
    times = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        for text in texts:
            job(text)
        times.append(time.process_time() - begin)
    return min(times)


def row(label: str, ours: Callable[[str], object], theirs: Callable[[str], object] | None, texts: Sequence[str]) -> None:
    """Print the speed of a function, and how many times as fast as another it is."""
    took = seconds(ours, texts)
    size = sum(map(len, texts)) / 1e6
    ratio = f"{seconds(theirs, texts) / took:8.1f} x" if theirs else ""
    print(f"  {label:44} {size / took:9.1f} million characters/s {ratio}")


def healthy() -> dict[str, list[str]]:
    """Give healthy texts: what papercat reads in the dumps, names, and other scripts."""
    papers = [*pc.read(RAW / "askell-listing.txt"), *pc.read(RAW / "abstracts-with-ids.txt")]
    fields = [text for paper in papers for text in (paper.title, paper.abstract) if text]
    names = [" ".join(filter(None, (author.given, author.family))) for paper in papers for author in paper.authors]
    beyond = [text for text in (*fields, *names) if not text.isascii()]
    return {
        "fields beyond ASCII": beyond * 20,
        "names, 130 characters": [NAMES] * 500,
        "names, 100,000 characters": [f"{NAMES}; " * 750],
        **{name: [text] * 500 for name, text in OTHER.items()},
    }


def main() -> None:
    """Run all comparisons."""
    ftfy = __import__("ftfy").fix_text if find_spec("ftfy") else None
    ascii_text = (RAW / "abstracts-with-ids.txt").read_text(encoding="utf-8").encode("ascii", "ignore").decode()
    plain = "".join(char for char in ascii_text if char not in "&%\\=+`(<")
    print("fix, healthy text; the last column is against ftfy.fix_text")
    row("ASCII, 10 MB", pc.fix, None, [plain * (10_000_000 // len(plain))])
    row("ASCII, lines", pc.fix, ftfy, plain.splitlines())
    texts = healthy()
    for label, some in texts.items():
        row(label, pc.fix, ftfy, some)
    print("to_ascii; the last column is against unidecode.unidecode")
    for label, some in texts.items():
        row(label, to_ascii, unidecode, some)


if __name__ == "__main__":
    main()
