"""What the words of a key pattern say of a paper, in ASCII.

The names are those that JabRef ("Customize the citation key generator") and Better BibTeX ("Citation keys") have in common, where they do.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from papercat.models import Author, Paper
from papercat.text.fold import to_ascii

# Words that a title begins with and that tell nothing of it.
_SMALL = frozenset(
    ("a an the on of in for to and from with towards toward by at how why what is are do does can une un le la les der die das").split()
)
_WORD = re.compile(r"[A-Za-z0-9]+")
_NOT_WORD = re.compile(r"[^A-Za-z0-9]+")
_NOT_ID = re.compile(r"[^A-Za-z0-9:.+/_*;-]+")
_LONGEST = (
    30  # letters of one word; no family name and no title word of 102,797 papers of the ACL Anthology that is written as one is longer
)
_MOST = 12  # words of a title or names of a list; what is longer is no key
ANONYMOUS = "anon"


class Word(NamedTuple):
    """One word of the pattern language.

    Attributes:
        give: its ASCII words for a paper and a number.
        number: what stands for the number where none is given; None for a word that takes none.
        is_telling: it says which paper, not only when.
        is_author: without authors it is `anon`.
    """

    give: Callable[[Paper, int], Sequence[str]]
    number: int | None = None
    is_telling: bool = True
    is_author: bool = False


def title_words(text: str | None) -> list[str]:
    """Give the telling words of a title.

    >>> title_words("The Capacity for Moral Self-Correction in Large Language Models")
    ['Capacity', 'Moral', 'Self', 'Correction', 'Large', 'Language', 'Models']
    """
    return list(_telling(text or ""))


def _telling(text: str) -> Iterator[str]:
    return (word[:_LONGEST] for found in _WORD.finditer(to_ascii(text)) if (word := found[0]).lower() not in _SMALL)


def _words(text: str) -> list[str]:
    return [word[:_LONGEST] for word in _WORD.findall(to_ascii(text))]


def _bare(text: str) -> str:
    written = to_ascii(text)
    return written if written.isalnum() else _NOT_WORD.sub("", written)


def _family(author: Author) -> str:
    return _bare(author.family or author.literal or "")[:_LONGEST]


def _families(authors: Sequence[Author], most: int = _MOST) -> list[str]:
    return list(islice((name for author in authors[:_MOST] if (name := _family(author))), most))


def _auth(paper: Paper, number: int) -> list[str]:
    # the first who can be written, for a name can be made of signs
    first = _families(paper.authors, 1)
    return [name[:number] for name in first] if number else first


def _author_last(paper: Paper, _: int) -> list[str]:
    return _families(paper.authors[-1:])


def _authors(paper: Paper, number: int) -> list[str]:
    names = _families(paper.authors)
    shown = names[: number or _MOST]
    return [*shown, "EtAl"] if names and len(paper.authors) > len(shown) else shown


def _auth_et_al(paper: Paper, _: int) -> list[str]:
    return _authors(paper, 2 if len(paper.authors) <= 2 else 1)  # one, two, or many


def _alpha(paper: Paper, _: int) -> list[str]:
    """Make the label of BibTeX's style alpha: three letters of one author, one of each of four, else three and a plus."""
    names = _families(paper.authors)
    if len(names) == 1:
        return [names[0][:3]]
    many = len(paper.authors) > 4  # alpha.bst, FUNCTION {format.lab.names}
    return ["".join(name[0] for name in names[: 3 if many else 4]) + "+" * many] if names else []


def _number(value: int | None, width: int) -> list[str]:
    return [f"{value:02d}"[-width:]] if value else []


def _first_titles(paper: Paper, number: int) -> list[str]:
    return list(islice(_telling(paper.title or ""), number))


def _identifier(text: str | None) -> list[str]:
    written = _NOT_ID.sub("", to_ascii(text or ""))
    return [written] if written else []


WORDS: dict[str, Word] = {
    "auth": Word(_auth, 0, is_author=True),
    "authors": Word(_authors, 0, is_author=True),
    "authEtAl": Word(_auth_et_al, is_author=True),
    "authorLast": Word(_author_last, is_author=True),
    "authorsAlpha": Word(_alpha, is_author=True),
    "year": Word(lambda paper, _: _number(paper.year, 4), is_telling=False),
    "yy": Word(lambda paper, _: _number(paper.year, 2), is_telling=False),
    "month": Word(lambda paper, _: _number(paper.month, 2), is_telling=False),
    "title": Word(lambda paper, _: _words(paper.title or "")[:_MOST]),
    "shorttitle": Word(_first_titles, 3),
    "veryshorttitle": Word(_first_titles, 1),
    "venue": Word(lambda paper, _: title_words(paper.venue)[:_MOST]),
    "keyword": Word(lambda paper, number: _words(paper.keywords[number - 1])[:_MOST] if 0 < number <= len(paper.keywords) else [], 1),
    "arxiv": Word(lambda paper, _: _identifier(paper.arxiv)),
    "doi": Word(lambda paper, _: _identifier(paper.doi)),
    "type": Word(lambda paper, _: _words(paper.type or ""), is_telling=False),
    "letters": Word(lambda *_: [], is_telling=False),  # the place of the letters that tell apart; `pattern` puts them in
}
# Other names of the same, from JabRef and Better BibTeX.
ALIASES = {"shortyear": "yy", "journal": "venue", "booktitle": "venue", "fulltitle": "title", "eprint": "arxiv", "author": "auth"}
MODIFIERS: dict[str, Callable[[Sequence[str]], Sequence[str]]] = {
    "lower": lambda words: [word.lower() for word in words],
    "upper": lambda words: [word.upper() for word in words],
    "capitalize": lambda words: [word[:1].upper() + word[1:] for word in words],
    "abbr": lambda words: [word[:1] for word in words],
}


def last_resort(paper: Paper) -> str:
    """Name a paper of which a pattern knows nothing: by an id, else by a word of its title or abstract.

    >>> last_resort(Paper(arxiv="1906.01820")), last_resort(Paper(abstract="We analyze the type of learned optimization.", year=2019))
    ('arxiv190601820', 'anon2019we')
    """
    if number := paper.arxiv or paper.doi:
        return f"{'arxiv' if paper.arxiv else 'doi'}{_bare(number)}".lower()
    # an abstract can be long, and its first words are enough
    word = next(iter(title_words(paper.title) or title_words((paper.abstract or "")[:200]) or ["untitled"]))
    return f"{ANONYMOUS}{paper.year or ''}{word}".lower()
