"""Citation keys: ASCII, unique, and the same whatever the order of the papers."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import count

from papercat.models import Paper
from papercat.text.fold import fold

# Words that a title begins with and that tell nothing of it.
_SMALL = frozenset(
    ("a an the on of in for to and from with towards toward by at how why what is are do does can une un le la les der die das").split()
)
_NOT_KEY = re.compile(r"[^a-z0-9]")


def citation_keys(papers: Sequence[Paper]) -> tuple[str, ...]:
    """Give each paper a key like `perez2022discovering`; papers that share one get a letter each.

    Which letter follows from the papers alone, so reordering them changes nothing.

    >>> perez = Paper(title="Discovering Language Model Behaviors", year=2022)
    >>> citation_keys([perez, Paper(arxiv="1906.01820")])
    ('anon2022discovering', 'arxiv190601820')
    """
    stems = [stem(paper) for paper in papers]
    shared: dict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(stems):
        shared[name].append(place)
    keys = list(stems)
    taken = set(stems)
    for name in sorted(name for name, places in shared.items() if len(places) > 1):
        letters = (f"{name}{_letters(number)}" for number in count())
        for place in sorted(shared[name], key=lambda place: _fingerprint(papers[place])):
            keys[place] = next(key for key in letters if key not in taken)
            taken.add(keys[place])
    return tuple(keys)


def stem(paper: Paper) -> str:
    """Make the key of a paper from what is known of it: first family name, year, first telling word of the title."""
    who = _bare((paper.authors[0].family or paper.authors[0].literal or "") if paper.authors else "")[:30]
    words = fold(paper.title or "").split()
    word = next((word for word in words if word not in _SMALL), "")[:30]
    if not who and not word and (number := paper.arxiv or paper.doi):
        return ("arxiv" if paper.arxiv else "doi") + _bare(number)
    if not who and not word:
        word = next((word for word in fold(paper.abstract or "").split() if word not in _SMALL), "untitled")[:30]
    return f"{who or 'anon'}{paper.year or ''}{word}"


def _bare(text: str) -> str:
    return _NOT_KEY.sub("", fold(text))


def _letters(number: int) -> str:
    name = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, 26)
        name = chr(ord("a") + digit) + name
    return name


def _fingerprint(paper: Paper) -> tuple[str, ...]:
    parts = (paper.title, paper.arxiv, paper.doi, paper.abstract, paper.venue, paper.pages, paper.comment)
    authors = "; ".join(author.inverted for author in paper.authors)
    places = ", ".join(f"{source.name}:{source.start}" for source in paper.sources)
    return (*(part or "" for part in parts), authors, repr(paper.to_dict()), places)
