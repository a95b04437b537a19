"""Lists that lost all that stood between their names: `Przyklenk K.Kloner R. A.`, `JimenezF.NicoliniH.`."""

import re
from functools import lru_cache

from papercat.names.human import inverted, parse_human
from papercat.names.name import Name
from papercat.names.words import CONJUNCTIONS, PARTICLES, is_group

_SMALL, _CAPITAL, _ANY = "[^\\W\\d_A-ZÀ-ÖØ-Þ]", "[A-ZÀ-ÖØ-ÞĀ-Ž]", "[^\\W\\d_]"
_INITIAL = rf"{_CAPITAL}{_SMALL}?\."
# What only a list without separators has: a word that goes on with an initial, an initial that goes on with a word.
_GLUE = re.compile(rf"{_SMALL}['’]?{_CAPITAL}{_SMALL}?\.|\.(?:{_ANY}['’]?{_ANY})(?!{_ANY}?\.)")
# Behind the full stop of an initial a word begins the next name, unless it is an initial of two letters: `IvanovYu.A.`, `K. Zh.`
_NEXT = re.compile(rf"(?<=\.)\s?(?={_ANY}['’]?{_ANY})(?!{_ANY}{{1,2}}\.|(?:III?|IV|Jr|Sr)\b)")
_NAME = re.compile(rf"({_ANY}[^.]*?{_ANY}['’]?)\s?((?:{_INITIAL}[ -]?)+?)\s?((?:Jr|Sr)\.?|III?|IV)?")
_NO_STOP = re.compile(rf"([^.]*{_SMALL}['’]?)({_CAPITAL})")
_STOPS = re.compile(r"\.{2,}")
# Of 84,910 such lists of three reviews (Hair et al. 2023) 99 % are names with initials throughout. The others have an organisation among
# them, or were cut at their ends.
_LEFT = 1 / 3  # pieces that are no family name with initials, for each one that is
_LONG = 1 / 2  # family names of several words; where each has a given name before it, the list is in natural order


def unparted(text: str) -> tuple[Name, ...]:
    """Read a list of family names with initials between which nothing stands; any other list gives ().

    >>> [name[:2] for name in unparted("Tan A.Schulze A.O'Donnell C. P.Davis P. G.")]
    [('Tan', 'A.'), ('Schulze', 'A.'), ("O'Donnell", 'C. P.'), ('Davis', 'P. G.')]
    >>> [name[:2] for name in unparted("GardenD.L.KempN.BashirZ.I.")]
    [('Garden', 'D.L.'), ('Kemp', 'N.'), ('Bashir', 'Z.I.')]
    >>> unparted("Hubert L.Dreyfus"), unparted("Tan A., Schulze A."), unparted("Tan A. Schulze A.")
    ((), (), ())
    """
    if "." not in text or not _PARTED.isdisjoint(text) or not _GLUE.search(text):
        return ()
    pieces = _NEXT.split(_STOPS.sub(".", text) if ".." in text else text)
    found = [_with_initials(piece) for piece in pieces]
    names = [name for name in found if name]
    if len(pieces) - len(names) > _LEFT * len(names) or not CONJUNCTIONS.isdisjoint(text.split()):
        return ()
    if sum(_is_long(name) for name in names) > _LONG * len(names):
        return ()
    return tuple(name or _other(piece) for name, piece in zip(found, pieces, strict=True))


_PARTED = frozenset(",;&{}()[]<>|/+*\n0123456789，；、")


@lru_cache(maxsize=65_536)  # the names of a field come again and again
def _with_initials(piece: str) -> Name | None:
    found = _NAME.fullmatch(piece) or _NO_STOP.fullmatch(piece)
    if not found:
        return None
    family, given, *behind = found.groups("")
    words = family.split()
    if PARTICLES.issuperset(words) or (len(words) > 1 and is_group(words)):
        return None
    return inverted(words, given.split(), "".join(behind))


def _is_long(name: Name) -> bool:
    family = name.family or ""
    return " " in family and sum(word.lower() not in PARTICLES for word in family.split()) > 1


def _other(piece: str) -> Name:
    words = piece.split()
    return Name(literal=piece) if len(words) == 1 or is_group(words) else parse_human(piece)
