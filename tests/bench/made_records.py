# ruff: noqa: S311  chance makes records here, no secrets
"""Records made up by the million, with the duplicates and the false friends that people have, and the truth beside them.

Words are those of the documentation and of data/raw, as often as they stand there, and rare ones from the lists of names; so frequent
words are frequent, and the keys of `dedup` crowd as they do on real titles (`dedup_speed.py` prints both). The same seed makes the
same records on every machine.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import NamedTuple

from papercat import Author, Paper
from papercat.names.lexicon import levels

ROOT = Path(__file__).parents[2]
FIELDS, PHRASES = 60, 300
SMALL = "of the in for and with on by from to a using".split()
OPENINGS = ("In this paper, we", "The aim of this study was to", "Background:", "We", "This paper", "OBJECTIVE:", "")
COLUMNS = ("Editorial", "Letter to the Editor", "Book Reviews", "Front Matter", "Editor's Notes", "Reply")
COPIES = (0, 0, 0, 0, 0, 0, 0, 1, 1, 2)  # more records of a paper: 0.4 each, so that 0.29 of all records are repeats
ACCENTS = str.maketrans("aeiouncs", "áéíöüñçš")


class Stock(NamedTuple):
    """What records are made of."""

    words: list[str]
    weights: list[float]
    names: list[str]
    name_weights: list[float]
    venues: list[str]
    phrases: list[list[str]]


@cache
def stock() -> Stock:
    """Read the words of the repository and the lists of names."""
    texts = [path.read_text(encoding="utf-8") for folder in ("docs", "data/raw") for path in sorted((ROOT / folder).rglob("*.[mt][dx]*"))]
    counts = Counter(word for text in texts for word in re.findall(r"[a-z]{4,}", text.lower()))
    names = [name for name in sorted(levels()) if len(name) > 3]
    Random(5).shuffle(names)
    words = sorted(counts, key=lambda word: (-counts[word], word))
    # Zipf's law, for beyond the first hundred words the counts of so small a text are chance; names flatter, as censuses have them
    weights = list(accumulate(1 / (rank + 20) for rank in range(len(words))))
    name_weights = list(accumulate(1 / (rank + 300) ** 0.8 for rank in range(len(names))))
    some = Random(6).choices(words, cum_weights=weights, k=3 * 400)
    venues = [f"Journal of {a.title()} {b.title()} {c.title()}" for a, b, c in zip(some[::3], some[1::3], some[2::3], strict=True)]
    return Stock(words, weights, names, name_weights, venues, [_phrases(words, weights, Random(field)) for field in range(FIELDS)])


def _phrases(words: list[str], weights: list[float], random: Random) -> list[str]:
    """Make the phrases of a field, such as *machine translation*; half of the titles have one of its first twenty."""
    some = [word for word in random.choices(words, cum_weights=weights, k=9 * PHRASES) if len(word) > 5]
    return [" ".join(some[place : place + random.choice((2, 2, 3))]) for place in range(0, 3 * PHRASES, 3)]


def records(count: int, seed: int = 0) -> tuple[list[Paper], list[int]]:
    """Give papers and for each the number of what it is a record of; in an order of no meaning."""
    random = Random(seed)
    found: list[tuple[Paper, int]] = []
    for number, work in enumerate(works(random)):
        found += [(paper, number) for paper in work]
        if len(found) >= count:
            break
    found = found[:count]
    random.shuffle(found)
    return [paper for paper, _ in found], [truth for _, truth in found]


def works(random: Random) -> Iterator[list[Paper]]:
    """Give the records of one work after the other; now and then one that resembles the last."""
    while True:
        paper = _paper(random)
        yield [paper, *(_again(paper, random) for _ in range(random.choice(COPIES)))]
        if random.random() < 0.06:
            yield [random.choice(FRIENDS)(paper, random)]


def _paper(random: Random) -> Paper:
    made = stock()
    title = random.choice(COLUMNS) if random.random() < 0.003 else _title(random)
    year = random.randint(1975, 2025)
    first = random.randint(1, 900)
    has_doi, has_abstract = random.random() < 0.6, random.random() < 0.7
    return Paper(
        title=title,
        authors=tuple(_author(random) for _ in range(min(30, 1 + int(random.expovariate(0.3))))),
        abstract=_abstract(random) if has_abstract else None,
        year=year,
        venue=random.choice(made.venues),
        volume=str(year - 1960 + random.randint(0, 40)),
        issue=str(random.randint(1, 12)),
        pages=f"{first}–{first + random.randint(3, 20)}",
        doi=f"10.{random.randint(1000, 9999)}/{random.choice('abcdefghij')}.{year}.{random.randint(1, 99_999_999)}" if has_doi else None,
    )


def _title(random: Random) -> str:
    made = stock()
    length = 3 + min(12, int(random.expovariate(0.25)))
    words = random.choices(made.words, cum_weights=made.weights, k=length)
    if random.random() < 0.5:
        words[random.randrange(length)] = random.choice(made.names)
    phrases = random.choice(made.phrases)
    for _ in range(random.choice((1, 1, 2))):
        words.insert(
            random.choice((0, len(words), random.randrange(length))), phrases[min(PHRASES - 1, int(random.paretovariate(0.5)) - 1)]
        )
    for _ in range(length // 2):
        words.insert(random.randint(1, len(words) - 1), random.choice(SMALL))
    if length > 7 and random.random() < 0.4:
        words[2] += ":"
    return " ".join(words).capitalize()


def _author(random: Random) -> Author:
    made = stock()
    family = random.choices(made.names, cum_weights=made.name_weights)[0].capitalize()
    if random.random() < 0.1:
        place = random.randrange(1, len(family))
        family = family[:place] + family[place].translate(ACCENTS) + family[place + 1 :]
    return Author(family=family, given=random.choice(made.names).capitalize())


def _abstract(random: Random) -> str:
    made = stock()
    words = random.choices(made.words, cum_weights=made.weights, k=random.randint(90, 180))
    return f"{random.choice(OPENINGS)} {' '.join(words)}.".strip()


# -- the same paper once more


def _again(paper: Paper, random: Random) -> Paper:
    """Give another record of a paper, as another source has it."""
    for change in random.choices(CHANGES, cum_weights=CHANGE_WEIGHTS, k=random.choice((1, 1, 2, 3))):
        paper = change(paper, random)
    return paper


def _misspelt(paper: Paper, random: Random) -> Paper:
    title = list(paper.title or "")
    for _ in range(random.choice((1, 1, 2))):
        place = random.randrange(1, len(title) - 1) if len(title) > 3 else 0
        if place and title[place].isalpha() and title[place + 1].isalpha():
            title[place : place + 1] = random.choice(([], [title[place]] * 2, [random.choice("aeioustr")]))
    return replace(paper, title="".join(title).strip()) if paper.title else paper


def _plain(paper: Paper, random: Random) -> Paper:
    del random
    back = {ord(accented): plain for plain, accented in zip("aeiouncs", "áéíöüñçš", strict=True)}
    return replace(paper, authors=tuple(replace(author, family=str(author.family).translate(back)) for author in paper.authors))


def _reordered(paper: Paper, random: Random) -> Paper:
    return replace(paper, authors=tuple(random.sample(paper.authors, len(paper.authors))))


def _initials(paper: Paper, random: Random) -> Paper:
    del random
    return replace(paper, authors=tuple(replace(author, given=f"{str(author.given)[0]}.") for author in paper.authors))


def _capitals(paper: Paper, random: Random) -> Paper:
    return replace(paper, title=random.choice((str.upper, str.title))(str(paper.title)))


def _sparse(paper: Paper, random: Random) -> Paper:
    for field in random.sample(("abstract", "doi", "venue", "volume", "issue", "pages", "year"), 3):
        paper = Paper.from_dict({name: value for name, value in paper.to_dict().items() if name != field})
    return paper


def _few(paper: Paper, random: Random) -> Paper:
    del random
    return replace(paper, authors=paper.authors[:3])


def _preprint(paper: Paper, random: Random) -> Paper:
    year = (paper.year or 2016) - random.randint(0, 1)
    if year < 2015:  # ids of four digits, or older ones, would make no difference
        return paper
    number = f"{year % 100:02}{random.randint(1, 12):02}.{random.randint(1, 99_999):05}"
    return replace(paper, arxiv=number, year=year, venue="arXiv", volume=None, issue=None, pages=None, doi=None)


def _half(paper: Paper, random: Random) -> Paper:
    if paper.abstract and paper.doi and random.random() < 0.5:
        return Paper(abstract=paper.abstract, doi=paper.doi, year=paper.year)
    return replace(paper, abstract=None, doi=None, pages=None, volume=None)


def _same(paper: Paper, random: Random) -> Paper:
    del random
    return paper


def _cut_short(paper: Paper, random: Random) -> Paper:
    del random
    head = str(paper.title).partition(":")[0]
    return replace(paper, title=head) if len(head) > 25 else paper


Change = Callable[[Paper, Random], Paper]
CHANGES: tuple[Change, ...] = (_misspelt, _plain, _reordered, _initials, _capitals, _sparse, _few, _preprint, _half, _same, _cut_short)
CHANGE_WEIGHTS = list(accumulate((3, 1, 1, 3, 2, 3, 1, 1, 1, 1, 1)))

# -- another paper that resembles it


def _part(paper: Paper, random: Random) -> Paper:
    return _elsewhere(replace(paper, title=f"{paper.title}. Part II"), random)


def _twin(paper: Paper, random: Random) -> Paper:
    words = str(paper.title).split()
    longest = max(range(len(words)), key=lambda place: len(words[place]))
    words[longest] = random.choice(stock().names)
    return _elsewhere(replace(paper, title=" ".join(words)), random)


def _next_one(paper: Paper, random: Random) -> Paper:
    """Give another paper of the same people."""
    return replace(_paper(random), authors=paper.authors, year=paper.year, venue=paper.venue)


def _column(paper: Paper, random: Random) -> Paper:
    return replace(_paper(random), title=random.choice(COLUMNS), venue=paper.venue, abstract=None, doi=None)


def _elsewhere(paper: Paper, random: Random) -> Paper:
    other = _paper(random)
    return replace(paper, abstract=other.abstract, doi=other.doi, pages=other.pages, volume=other.volume, issue=other.issue)


FRIENDS: tuple[Change, ...] = (_part, _twin, _next_one, _column)
