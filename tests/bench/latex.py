"""Time to_unicode and to_latex beside pylatexenc, in one run: ratios, not seconds, count.

python tests/bench/latex.py
"""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped,import-not-found,unused-ignore]
from pylatexenc.latexencode import UnicodeToLatexEncoder  # type: ignore[import-untyped,import-not-found,unused-ignore]

import papercat as pc

RAW = Path(__file__).parents[2] / "data" / "raw"
ROUNDS = 5
COPIES = 3


def seconds(job: Callable[[], object]) -> float:
    """Give the CPU time of one call."""
    begin = time.process_time()
    job()
    return time.process_time() - begin


def compare(label: str, texts: list[str], ours: Callable[[str], str], theirs: Callable[[str], str]) -> None:
    """Print medians and their ratio; ours reads each text many times over, for a clock that ticks coarsely."""
    many = texts * (20 * COPIES)
    own = statistics.median(seconds(lambda: [ours(text) for text in many]) for _ in range(ROUNDS)) / (20 * COPIES)
    other = statistics.median(seconds(lambda: [theirs(text) for text in texts * COPIES]) for _ in range(ROUNDS)) / COPIES
    size = sum(map(len, texts))
    print(f"{label:46} {len(texts):5} texts {size / own / 1e6:7.1f} MB/s, pylatexenc {size / other / 1e6:6.2f} MB/s, {other / own:6.1f} x")


def main() -> None:
    """Compare on real titles and names, without LaTeX and with."""
    papers = pc.read(RAW)
    plain = [paper.title for paper in papers if paper.title] + [str(author) for paper in papers for author in paper.authors]
    plain = [text for text in dict.fromkeys(plain) if text.isascii() and pc.to_latex(text) == text]
    accented = [text for text in dict.fromkeys(str(author) for paper in papers for author in paper.authors) if not text.isascii()]
    mixed = [f"Top-$k$ by {one} \\& {other}: 5 % -- “All”" for one, other in zip(accented, reversed(accented), strict=True)]
    latex = [pc.to_latex(text) for text in accented + mixed]
    abstracts = [paper.abstract for paper in papers if paper.abstract and pc.to_latex(paper.abstract) == paper.abstract]
    read, write = LatexNodes2Text(math_mode="verbatim").latex_to_text, UnicodeToLatexEncoder(unknown_char_policy="keep").unicode_to_latex
    compare("to_unicode, titles and names without LaTeX", plain, pc.to_unicode, read)
    compare("to_unicode, abstracts without LaTeX", abstracts, pc.to_unicode, read)
    compare("to_unicode, names and titles with LaTeX", latex, pc.to_unicode, read)
    compare("to_latex, titles and names in ASCII", plain, pc.to_latex, write)
    compare("to_latex, names and titles with accents", accented + mixed, pc.to_latex, write)


if __name__ == "__main__":
    main()
