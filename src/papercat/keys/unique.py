"""No two papers share a key, and which one has it follows from the papers, not from their order.

Of the papers whose pattern gives one stem, the oldest has it bare; each of the others has letters behind it that are made of its own title.
A pure function that gives readable keys cannot do more: of two papers, each of which would have the stem if it were alone, one must give
way. So a paper that comes later changes no key of one that was there, unless it is the older one of a stem (by date, id and title); then
it changes one key, that of the paper that had the stem bare. It has no letter to count, and so none moves.
A key that was read, or given by `pinned`, stays; only of two papers that were read with one key one gets letters.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from hashlib import blake2b
from itertools import chain, count

from papercat.keys.pattern import DEFAULT, parse_pattern
from papercat.models import Paper
from papercat.text.fold import fold, to_ascii

_UNSAFE = re.compile(r"[^A-Za-z0-9:.+/_*;-]+")  # of 38 characters that were tried with 11 programs, only these pass in all
_MOST_LETTERS = 4  # then numbers; 475,254 papers of one stem have room before
_LONGEST = 200  # characters of a key that was read


def citation_keys(papers: Sequence[Paper], pattern: str = DEFAULT) -> tuple[str, ...]:
    """Give each paper a key; one that was read with a key keeps it.

    Raises:
        PatternError: the pattern cannot be read.

    >>> perez = Paper(title="Discovering Language Model Behaviors", year=2022)
    >>> citation_keys([perez, Paper(arxiv="1906.01820"), Paper(title="Discovering Latent Knowledge", year=2022)])
    ('anon2022discovering', 'arxiv190601820', 'anon2022discovering-z')
    """
    made = parse_pattern(pattern)
    stems = [(read, "") if (read := read_key(paper)) else made.stem(paper) for paper in papers]
    shared: dict[str, list[int]] = defaultdict(list)
    for place, (head, tail) in enumerate(stems):
        shared[(head + tail).lower()].append(place)  # BibTeX takes a key in other case for the same one
    keys = [head + tail for head, tail in stems]
    taken = set(shared)
    numbers: Counter[str] = Counter()
    for name in sorted(name for name, places in shared.items() if len(places) > 1):
        for place in _ranked(shared[name], papers)[1:]:
            head, tail = stems[place]
            keys[place] = next(key for key in _candidates(head, tail, papers[place], numbers) if key.lower() not in taken)
            taken.add(keys[place].lower())
    return tuple(keys)


def free_key(key: str, paper: Paper, taken: Collection[str]) -> str:
    """Give a key that is not taken, in small letters: the key itself, else with the paper's letters behind it.

    >>> free_key("bai2022", Paper(title="Constitutional AI"), {"bai2022"})
    'bai2022f'
    """
    return next(one for one in chain([key], _candidates(key, "", paper, Counter())) if one.lower() not in taken)


def read_key(paper: Paper) -> str:
    """Give the key that a paper was read with, spelt so that every program can bear it; empty if there is none."""
    return safe(paper.extra["key"]) if "key" in paper.extra else ""


def safe(key: str) -> str:
    """Spell a key with the characters that every program reads in one; empty if nothing is left.

    >>> safe("Lukošiūtė 2022#a"), safe("DBLP:conf/acl/Perez22"), safe("*")
    ('Lukosiute2022a', 'DBLP:conf/acl/Perez22', '')
    """
    written = _UNSAFE.sub("", to_ascii(key))[:_LONGEST]
    # `*` alone is every entry of a file
    return written if any(map(str.isalnum, written)) else ""


def _candidates(head: str, tail: str, paper: Paper, numbers: Counter[str]) -> Iterator[str]:
    """Give keys with letters of the paper's own, few before many; `numbers` counts those who have the same ones."""
    # set off from a word: "model-s" is not "models"
    head = f"{head}-" if head[-1:].isalpha() and not tail else head
    letters = _letters(paper)
    yield from (f"{head}{letters[:length]}{tail}" for length in range(1, _MOST_LETTERS + 1))
    last = f"{head}{letters[:_MOST_LETTERS]}"
    for _ in count():
        numbers[last] += 1
        yield f"{last}{numbers[last] + 1}{tail}"


def _letters(paper: Paper) -> str:
    # the title is what all records of a paper agree in
    text = fold(paper.title or "") or paper.arxiv or paper.doi or fold((paper.abstract or "")[:1000]) or "".join(map(str, paper.authors))
    number = int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
    return "".join(chr(ord("a") + number // 26**digit % 26) for digit in range(_MOST_LETTERS))


def _ranked(places: Sequence[int], papers: Sequence[Paper]) -> list[int]:
    """Order papers by their age, and where it is not known or equal by what stands in them; those that were read with a key come first.

    >>> papers = [Paper(title="Sleeper Agents", year=2024), Paper(title="Sleeper Agents"), Paper(title="Sleeper Agents", year=2023)]
    >>> _ranked([0, 1, 2], papers)
    [2, 0, 1]
    """
    alike: dict[tuple[str | int, ...], list[int]] = defaultdict(list)
    for place in places:
        alike[_rank(papers[place])].append(place)
    # to look at all of a paper costs ten times as much, and few need it
    return [place for rank in sorted(alike) for place in _told_apart(alike[rank], papers)]


def _rank(paper: Paper) -> tuple[str | int, ...]:
    parts = (paper.arxiv, paper.doi, paper.title, paper.abstract, paper.venue, paper.pages, paper.comment)
    return ("key" not in paper.extra, paper.year or 9999, paper.month or 99, *(part or "\U0010ffff" for part in parts))


def _told_apart(places: list[int], papers: Sequence[Paper]) -> list[int]:
    return places if len(places) == 1 else sorted(places, key=lambda place: _all_of(papers[place]))


def _all_of(paper: Paper) -> tuple[str, ...]:
    authors = "; ".join(author.inverted for author in paper.authors)
    places = ", ".join(f"{source.name}:{source.start}" for source in paper.sources)
    return authors, repr(paper.to_dict()), places
