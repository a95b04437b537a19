r"""Names as BibTeX reads them: `particle Family, Suffix, Given`, joined by `and`.

Braces stand where BibTeX would cut a name otherwise than it is known: around a family name with a small first letter (biber takes `hooks,
bell` for one name), around a part with a comma or the word `and`, and around a name that has no parts.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from papercat.models import Author
from papercat.writers.bibtex.titles import CLOSE, OPEN

_AND = re.compile(r"(?:^|\s)(?:and|others)(?:\s|$)", re.IGNORECASE)
_PARTS = re.compile(r"[\s-]+")  # bibtex and citation-js take `al-Rfou` for a particle and a name, and `Cerdà-i-Cucó` too
# biber makes the initial of a name that begins with such a group an unpaired brace, which stops TeX
_GROUPED = re.compile(r"\{\\(text[a-z]+)\}")
_CUTTING = re.compile(r"\b(?:[aA][nN][dD]|[oO]thers)\b")
_MAYBE_CUTTING = re.compile(r"[aAoO](?:[nN][dD]|thers)\b")  # a pattern that begins with a set is found at a fifth of the cost
_ASCII_LETTER = re.compile(r"[A-Za-z]")
_LETTER = re.compile(r"[^\W\d_]")
_MOST_KNOWN, _LONGEST_KNOWN = 4096, 60  # family names, many of which stand in a bibliography more than once
_JOINED = ("'", "’", "-")  # behind these a particle stands without a blank: d'Alembert, 't Hooft has one


def people(authors: Sequence[Author], spell: Callable[[str], str], most: int | None = None, *, is_cut: bool = False) -> str:
    r"""Write an author field.

    Args:
        authors: the names, in their order.
        spell: writes text for a field.
        most: how many to write before `and others`.
        is_cut: whether there are others whom nobody knows.

    >>> people([Author(family="Perez", given="Ethan"), Author(literal="Barnes and Noble")], str)
    'Perez, Ethan and {Barnes and Noble}'
    >>> people([Author(family="hooks", given="bell"), Author(family="Alembert", particle="d'", given="Jean"), Author(family="Li")], str, 2)
    "{hooks}, bell and d'Alembert, Jean and others"
    """
    shown = authors if most is None or len(authors) <= most else authors[:most]
    names = _written(shown)
    text = " and ".join(names)
    # a formula or a command never reaches from one part of a name into another
    is_plain = "$" not in text and "\\" not in text
    written = spell(text) if is_plain else " and ".join(", ".join(map(spell, name.split(", "))) for name in names)
    if OPEN in written:
        written = written.replace(OPEN, "{").replace(CLOSE, "}")
    if "{\\text" in written:
        written = _GROUPED.sub(r"\\\1{}", written)
    return f"{written} and others" if is_cut or shown is not authors else written


def _written(authors: Sequence[Author]) -> list[str]:
    """Write names at a glance, and those with more care that need it."""
    names = [
        f"{family}, {author.given}"
        if (family := author.family)
        and family.isalpha()
        and family[0].isupper()
        and author.given
        and not author.particle
        and not author.suffix
        else ""
        for author in authors
    ]
    # every comma is one of those between family and given name, and no name has a word that BibTeX cuts at
    text, left = " ".join(names), names.count("")
    if text.count(",") == len(names) - left and not (_MAYBE_CUTTING.search(text) and _CUTTING.search(text)):
        return [name or person(author) for author, name in zip(authors, names, strict=True)] if left else names
    pairs = zip(authors, names, strict=True)
    return [name if name.count(",") == 1 and not _CUTTING.search(name) else person(author) for author, name in pairs]


def person(author: Author) -> str:
    """Write one name, with `OPEN` and `CLOSE` for braces.

    >>> shown = str.maketrans(OPEN + CLOSE, "{}")
    >>> [person(Author(family=name)).translate(shown) for name in ("Mausam", "El Showk", "others")]
    ['Mausam', '{El Showk}', '{others}']
    >>> person(Author(family="King", given="Martin Luther", suffix="Jr.")).translate(shown)
    'King, Jr., Martin Luther'
    """
    if author.literal is not None:
        return f"{OPEN}{author.literal}{CLOSE}"
    family = str(author.family)
    if not author.given:
        # without a comma the last word alone would be the family name; a comma at the end is refused by some
        is_cut = author.suffix or author.particle or " " in family or "," in family or _AND.search(family)
        return f"{OPEN}{author}{CLOSE}" if is_cut else family
    written = _family(family) if len(family) <= _LONGEST_KNOWN else _family.__wrapped__(family)
    if author.particle:
        is_joined = author.particle.endswith(_JOINED) and " " not in family and family[:1].isupper()
        written = f"{author.particle}{'' if is_joined else ' '}{written}"
    parts = (written, author.suffix and _part(author.suffix), _part(author.given))
    return ", ".join(part for part in parts if part)


@lru_cache(maxsize=_MOST_KNOWN)
def _family(text: str) -> str:
    words = _PARTS.split(text)
    is_cut = "," in text or _AND.search(text) or any(map(_is_small, words)) or (len(words) > 1 and any(map(_looks_small, words)))
    return f"{OPEN}{text}{CLOSE}" if is_cut else text


def _is_small(word: str) -> bool:
    letter = _LETTER.search(word)
    return bool(letter and letter[0].islower())


def _looks_small(word: str) -> bool:
    """Say whether bibtex takes a word for a particle, since it skips the bytes of a letter that is not ASCII: of Żyła it sees yła."""
    letter = _ASCII_LETTER.search(word)
    return not word.isascii() and bool(letter and letter[0].islower())


def _part(text: str) -> str:
    return f"{OPEN}{text}{CLOSE}" if "," in text or _AND.search(text) else text
