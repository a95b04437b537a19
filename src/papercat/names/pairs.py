"""The flat list `Family, Given, Family, Given, …` that is pairs and nothing else, as exporters write it: the fast path of `messy`."""

from collections.abc import Sequence
from functools import lru_cache

from papercat.names.cjk import is_cjk, is_whole
from papercat.names.human import inverted
from papercat.names.name import Name
from papercat.names.words import (
    CREDENTIALS,
    GROUP_WORDS,
    NULLS,
    OTHERS,
    PARTICLES,
    ROLES,
    SINGLE_LETTER_PARTICLES,
    SUFFIXES,
    TITLES,
    without_stop,
)

# a list of an even number of parts with none of these words, in lower case, is pairs and nothing else
_SPECIAL_WORDS = GROUP_WORDS | SUFFIXES | TITLES | ROLES | {"and", "&", "und"}
_DEGREES = CREDENTIALS | {"PhD", "Ph.D.", "MSc", "M.Sc.", "M.D.", "DPhil", "MPhil"}
_MOST_INITIALS = 3  # letters: "van den Berg MCJ"
# blanks within a name, hyphens and full stops that stand alone
_ALONE = (" -", " .", "- ", "' ", "’ ", "-,", "..", ",.", "-.", "'.", "’.")
_PARTICLE_BEGINS = frozenset("abcdefghijklmnopqrstuvwxyz'’")
_MOST_WORDS = 5
_MOST_BLANKS = 1 / 3  # of the family names may have a blank; of ACL's lists of natural order all parts have


def split_commas(text: str) -> list[str]:
    """Cut a flat list at its commas.

    >>> split_commas("Tong, Meg,, Mu, Jesse,")
    ['Tong', 'Meg', '', 'Mu', 'Jesse', '']
    """
    if text.count(",") == text.count(", ") and "  " not in text and " ," not in text and text.isprintable():
        parts = text.split(", ")
        parts[0], parts[-1] = parts[0].lstrip(), parts[-1].rstrip()
        return parts if len(parts) > 1 else [text.strip()]
    return [part.strip() for part in text.split(",")]


def plain_pairs(text: str, *, is_usual: bool = False) -> tuple[list[str], list[str]] | None:
    """Give family and given names of a list that is pairs and nothing else, as nearly all are; None for any other.

    Where it `is_usual` in the document, names of several words and initials are no reason for doubt.

    >>> plain_pairs("Tong, Meg, Mu, Jesse")
    (['Tong', 'Mu'], ['Meg', 'Jesse'])
    >>> plain_pairs("null, Mausam") is plain_pairs("Tong") is plain_pairs("King, Martin Luther, Jr.") is None
    True
    """
    parts = split_commas(text)
    if not (all(map(_is_plain_part, parts)) and not without_stop(parts[-1])[1]) and not _is_plain(text):
        return None
    families, given = parts[::2], parts[1::2]
    if len(parts) % 2 or "" in parts or not NULLS.isdisjoint(families) or parts[-1].casefold() in OTHERS:
        return None
    if not is_usual and not are_families(families):
        return None
    if is_cjk(text) and sum(map(is_whole, parts)) * 2 > len(parts):
        return None
    return families, given


def plain_pair(text: str) -> tuple[str, str] | None:
    """Give family and given name of a text that is one plain pair whatever other pairs stand beside it; None for any other.

    >>> plain_pair("Armentano-Oller, Carme"), plain_pair("Perez, III"), plain_pair("Mausam, null"), plain_pair("Tong")
    (('Armentano-Oller', 'Carme'), None, None, None)
    """
    family, comma, given = text.partition(", ")
    if not comma or text.count(",") != 1 or " ," in text or "  " in text:
        return None
    if not (_is_plain_part(family) and _is_plain_part(given)) or without_stop(given)[1]:
        return None
    if family in NULLS or given in NULLS or given.casefold() in OTHERS:
        return None
    return None if is_cjk(text) and is_whole(family) and is_whole(given) else (family, given)


def pairs_with_and(text: str) -> tuple[Name, ...]:
    """Read `Family, Given and Family, Given` where all parts are plain; any other list gives ().

    Of 17,400 such lists of labelled sets all but one are read as by the long way, in a tenth of its time.

    >>> [name[:2] for name in pairs_with_and("Tong, Meg and Mu, Jesse")]
    [('Tong', 'Meg'), ('Mu', 'Jesse')]
    >>> pairs_with_and("Meg Tong, Jesse Mu and Ethan Perez, Sam Ringer"), pairs_with_and("Freund, Y., and Schapire, R.")
    ((), ())
    """
    if " and " not in text:
        return ()
    found = [name.split(", ") for name in text.split(" and ")]
    if any(len(parts) != 2 or parts[0] in NULLS or not all(map(_is_plain_half, parts)) for parts in found):
        return ()
    if not are_families([family for family, _ in found]):
        return ()
    return tuple(pair(family, given) for family, given in found)


@lru_cache(maxsize=65_536)
def _is_plain_half(part: str) -> bool:
    # a small letter by itself is a mark, and many words are several names: "Berman, S. Suyenobu B. Naliboff B. D. Bueller J."
    words = part.split()
    return (
        _is_plain_part(part)
        and "," not in part
        and len(words) <= _MOST_WORDS
        and not any(len(word) == 1 and word.islower() for word in words)
    )


@lru_cache(maxsize=65_536)  # the names of a field come again and again; each is looked at once
def _is_plain_part(part: str) -> bool:
    """Tell a part that is plain whatever stands around it: where all are, so is the list."""
    if part.isalpha():  # one word, as most are
        return part not in _DEGREES and part.lower() not in _SPECIAL_WORDS
    return any(map(str.isalpha, part)) and _is_plain(f" {part} ")


def _is_plain(text: str) -> bool:
    """Tell a text of names alone: letters and what joins them, no word that is no name."""
    letters = text.replace(",", "").replace(" ", "")
    if not (letters.isalpha() or letters.replace(".", "").replace("-", "").replace("'", "").replace("’", "").isalpha()):
        return False
    if any(pair in text for pair in _ALONE) or without_stop(text)[1]:
        return False
    spaced = text.replace(",", " ")
    return _SPECIAL_WORDS.isdisjoint(spaced.lower().split()) and _DEGREES.isdisjoint(spaced.split())


def are_families(names: Sequence[str]) -> bool:
    """Tell every second part of a list of pairs from that of a list in natural order.

    >>> are_families(["Tong", "de la Cruz", "Mu", "Vargas Llosa"]), are_families(["Meg Tong", "Juan de la Cruz"])
    (True, False)
    """
    return sum(" " in name and _is_whole(name) for name in names) <= _MOST_BLANKS * len(names)


def _is_whole(name: str) -> bool:
    words = name.split()
    if words[0] in SINGLE_LETTER_PARTICLES:
        return True  # an initial in a text of small letters: `y ioannidis , m livny`
    return words[0] not in PARTICLES or (words[-1].isupper() and len(words[-1]) <= _MOST_INITIALS)


def pair(family: str, given: str) -> Name:
    """Make a name of a plain pair; a particle is parted from the family name.

    >>> pair("de la Cruz", "Juan")[:3], pair("Debnath", "null")[:3]
    (('Cruz', 'Juan', 'de la'), ('Debnath', None, None))
    """
    if given in NULLS:
        return inverted(family.split(), [])._replace(null=True)
    if " " in given and given.rsplit(" ", 1)[1] in PARTICLES:
        # "Alighieri, Dante degli"
        return inverted(family.split(), given.split())
    # names with a particle begin with a small letter or an apostrophe
    if family[0] not in _PARTICLE_BEGINS:
        return Name(family, given)
    words = family.split()
    place = 0
    while place < len(words) - 1 and words[place] in PARTICLES:
        place += 1
    return Name(" ".join(words[place:]), given, " ".join(words[:place]) or None)
