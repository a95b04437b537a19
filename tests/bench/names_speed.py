"""Time the readers of names beside those of other packages, on the same names, in one run: ratios of CPU time, not seconds, count.

python tests/bench/names_speed.py [copies]

The names are those of data/raw, written in the forms that each dialect is for. What is not installed is left out.
"""

import re
import statistics
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

import papercat as pc
from papercat.writers.bibtex.spelling import speller

RAW = Path(__file__).parents[2] / "data" / "raw"
ROUNDS = 7
TEX = {"\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0304": "=", "\u0307": ".", "\u0308": '"'}
Reader = Callable[[str], object]


class Contest(NamedTuple):
    """Readers of one kind of text, ours first."""

    title: str
    texts: Sequence[str]
    readers: dict[str, Callable[[], Reader]]


# -- the texts


def authors() -> list[pc.Author]:
    """Give the people of data/raw, each once."""
    return list(dict.fromkeys(author for paper in pc.read(RAW) for author in paper.authors if author.given))


def fields(write: Callable[[pc.Author], str], size: int = 5) -> list[str]:
    """Write author fields of BibTeX, five names each."""
    names = list(map(write, authors()))
    return [" and ".join(names[start : start + size]) for start in range(0, len(names), size)]


def in_braces(author: pc.Author) -> str:
    """Write a name with its family name in braces, as some databases export all of theirs."""
    escape = speller("unicode").text
    return f"{{{escape(str(author.family))}}}, {escape(str(author.given))}"


def in_tex(author: pc.Author) -> str:
    """Write a name with accents in TeX."""
    return re.sub("(.)([\u0300-\u030c])", lambda m: f"{{\\{TEX.get(m[2], 'v ')}{m[1]}}}", unicodedata.normalize("NFD", str(author)))


def as_people_write() -> list[str]:
    """Write names in the forms that nameparser's manual shows: titles, suffixes, nicknames, inverted ones."""
    forms = ("{0}", "{1}, {2}", "{0}", "Dr. {0}", "{0} Jr.", "{0}", "{1}, {2}, III", "{0}, Ph.D.")
    return [form.format(author, author.family, author.given) for form, author in zip(cycle(forms), authors(), strict=False)]


# -- the readers, found when they are asked for


def _papercat(function: str) -> Reader:
    return getattr(import_module("papercat.names"), function)  # type: ignore[no-any-return]


def _bibtexparser() -> Reader:
    names = import_module("bibtexparser.middlewares.names")
    return lambda text: [names.parse_single_name_into_parts(name, strict=False) for name in names.split_multiple_persons_names(text)]


def _pybtex() -> Reader:
    person = import_module("pybtex.database").Person
    split = import_module("pybtex.bibtex.utils").split_name_list
    return lambda text: [person(name) for name in split(text)]


def _nameparser() -> Reader:
    human = import_module("nameparser").HumanName

    def read(text: str) -> object:
        name = human(text)
        return name.first, name.last  # should it wait until it is asked

    return read


def contests() -> Iterable[Contest]:
    """List who is to read what."""
    bibtex = {"papercat": lambda: _papercat("parse_bibtex_list"), "bibtexparser": _bibtexparser, "pybtex": _pybtex}
    yield Contest("bibtex, Family, Given", fields(lambda author: author.inverted), bibtex)
    yield Contest("bibtex, Given Family", fields(str), bibtex)
    yield Contest("bibtex, Given Family, accents in TeX", fields(in_tex), bibtex)
    yield Contest("bibtex, {Family}, Given", fields(in_braces), bibtex)
    human = {"papercat": lambda: _papercat("parse_human"), "nameparser": _nameparser}
    yield Contest("human", as_people_write(), human)


# -- timing


def seconds(read: Reader, texts: Sequence[str]) -> float:
    """Give the CPU time of reading all texts once."""
    begin = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - begin


def run(contest: Contest, copies: int) -> None:
    """Let all read in turns, and print the medians."""
    texts = list(contest.texts) * copies
    readers: dict[str, Reader] = {}
    for name, find in contest.readers.items():
        try:
            readers[name] = find()
        except (ImportError, AttributeError) as error:
            print(f"{contest.title}: {name} left out: {error}")
    times: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(ROUNDS):
        for name, read in readers.items():
            times[name].append(seconds(read, texts))
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    print(f"{contest.title}: {len(texts):,} texts, {sum(map(len, texts)) / 1e6:.2f} MB")
    for name, took in medians.items():
        ratio = f"{took / medians['papercat']:6.1f} x papercat" if "papercat" in medians else ""
        print(f"  {name:14} {took / len(texts) * 1e6:8.1f} us a text {ratio}")


def main() -> None:
    """Run all contests."""
    copies = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    for contest in contests():
        run(contest, copies)


if __name__ == "__main__":
    main()
