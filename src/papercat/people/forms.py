"""A name in the plain form in which names are compared."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from papercat.models import Author, Paper
from papercat.names.words import SUFFIXES
from papercat.text.fold import fold

PRINTED = "authors-printed"  # the variant in which a paper keeps its names when `unify` writes better ones
# Müller is written Mueller and Muller; the same letters go from "Samuel" too, in every name alike.
_UMLAUT = re.compile("(?<=[aou])e")
_BLOCK = 3  # capitals without stops that are initials, as in "Perez E", "Bowman SR"
_LONGEST, _MOST_WORDS = 500, 12  # characters and words of a name that is asked for
_ABBREVIATED = re.compile(r"\b([^\W\d_]{2,3})\.")


class Form(NamedTuple):
    """One way in which a name is written, without accents, case and punctuation.

    Attributes:
        family: its words, a particle with them.
        given: its words; one that is cut short ends with a full stop, as each initial does.
        surname: the family name as one word; a vowel's `e` is left out: Müller, Mueller and Muller are `muller`.
        first: the given names as one word.
    """

    family: tuple[str, ...]
    given: tuple[str, ...]
    surname: str
    first: str

    @property
    def key(self) -> str:
        """Give what two spellings of one name have in common, whatever their accents, case, hyphens and blanks."""
        return f"{self.surname}|{self.first}"

    @property
    def words(self) -> tuple[str, ...]:
        """Give the words of the whole name."""
        return self.given + self.family


def form(author: Author) -> Form | None:
    """Fold a name; an organisation, and a name without a letter, has no form.

    >>> form(Author(family="Lukošiūtė", given="Kamilė"))
    Form(family=('lukosiute',), given=('kamile',), surname='lukosiute', first='kamile')
    >>> form(Author(family="Brown", given="P. F.")).given, form(Author(family="Müller", given="Jörg")).key
    (('p.', 'f.'), 'muller|jorg')
    >>> form(Author(literal="Anthropic")) is None
    True
    """
    if author.family is None:
        return None
    family = f"{author.particle} {author.family}" if author.particle else author.family
    return _form(family, author.given or "")


@lru_cache(maxsize=65_536)
def _form(family: str, given: str) -> Form | None:
    words = fold(family).split()
    while len(words) > 1 and words[-1] in SUFFIXES:  # "Nyberg, 3rd" as a family name
        words.pop()
    if not words:
        return None
    names = tuple(_given(given, shouted=family.isupper()))
    return Form(tuple(words), names, _UMLAUT.sub("", "".join(words)), _UMLAUT.sub("", "".join(names)).replace(".", ""))


def _given(text: str, *, shouted: bool) -> Iterable[str]:
    short = {fold(match) for match in _ABBREVIATED.findall(text)} if "." in text else ()
    block = len(text) <= _BLOCK and text.isupper() and not shouted
    for word in (text if block else fold(text)).split():
        if block:
            yield from (f"{letter}." for letter in fold(word).replace(" ", ""))
        elif word not in SUFFIXES or len(word) == 1:
            yield f"{word}." if len(word) == 1 or word in short else word


def readings(name: str) -> list[Form]:
    """Give the ways to part a name into family and given: at its comma, or at each blank, or not at all.

    >>> [(one.surname, one.first) for one in readings("Sheer El Showk")]
    [('sheerelshowk', ''), ('elshowk', 'sheer'), ('showk', 'sheerel')]
    >>> [(one.surname, one.first) for one in readings("Bowman, S. R.")], readings(" , ")
    ([('bowman', 'sr')], [])
    """
    family, comma, given = name[:_LONGEST].partition(",")
    if comma:
        found = [_form(family, given)]
    else:
        words = family.split()[:_MOST_WORDS]
        found = [_form(" ".join(words[i:]), " ".join(words[:i])) for i in range(len(words))]
    return [one for one in found if one]


def is_full(word: str) -> bool:
    """Tell a given name that is written out from an initial: "samuel" from "s.".

    >>> is_full("samuel"), is_full("s."), is_full("ch.")
    (True, False, False)
    """
    return word[-1] != "."


def first(one: Form) -> str:
    """Give the first given name where it is written out, else all of them as one word."""
    return one.given[0] if one.given and is_full(one.given[0]) else one.first


def printed(paper: Paper) -> tuple[Author, ...]:
    """Give the authors as they stood on the paper, before better forms were written."""
    kept = next((variant.value for variant in paper.variants if variant.field == PRINTED), None)
    names = kept.split("; ") if kept else []
    if len(names) != len(paper.authors):
        return paper.authors
    pairs = zip(paper.authors, names, strict=True)
    return tuple(author if author.inverted == name else replace(uninverted(name), orcid=author.orcid) for author, name in pairs)


def uninverted(name: str) -> Author:
    """Read what `Author.inverted` wrote, a particle as a part of the family name.

    >>> uninverted("van Beethoven, Ludwig")
    Author(family='van Beethoven', given='Ludwig')
    """
    family, *rest = name.split(", ")
    return Author(family=family, given=rest[-1] if rest else None, suffix=rest[0] if len(rest) > 1 else None)
