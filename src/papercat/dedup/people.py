"""Authors as a set of people: family names with initials, whatever their order and however they are cut."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from papercat.dedup.words import COMMON_FAMILIES, ORGANISATIONS
from papercat.models import Author
from papercat.text.fold import fold, fold_once, to_ascii

_MOST = 16  # authors of a list that are kept; of two lists of one paper the first are the same
_WORDS = 4  # of a person's name; an organisation's has more, mostly
_NULLS = frozenset(
    ("unknown", "anonymous", "anon", "et al", "na", "n a", "none", "null", "nan", "no authors listed", "no author", "others", "")
)
# What a search engine took for family names where it found a collection of papers: `ACM's Anthology, Platinum Edition`.
_COLLECTIONS = frozenset(("anthology", "edition"))
_MANY = 3  # authors; a collection stands for all of them


def people(authors: Sequence[Author]) -> str:
    """Write authors as `family:given given`, `;` between.

    >>> people((Author(family="Lukošiūtė", given="Kamilė"), Author(family="Berg", given="J.", particle="van den")))
    'lukosiute:kamile;berg:j'
    """
    found = _plain(authors) or [_person(author) for author in authors]
    if len(found) > _MOST or len({*found}) < len(found) or "" in found:
        found = [person for person in dict.fromkeys(found) if person][:_MOST]
    return ";".join(found)


def _plain(authors: Sequence[Author]) -> list[str]:
    """Write all of a list at once, in a third of the time, where its family names are plain words; else give nothing."""
    text = ";".join([f"{author.family or ' '}:{author.given or ''}" for author in authors])
    text = (text if text.isascii() else to_ascii(_latin(text))).encode("ascii", "ignore").translate(_KEY).decode()
    if " " in text:
        text = " ".join(text.split()).replace(": ", ":").replace(" ;", ";")
    found = text.split(";")
    is_plain = len(found) == len(authors) and _PLAIN.fullmatch(text) and _NOBODY.isdisjoint(found)
    if len(authors) < _MANY and ("anthology:" in text or "edition:" in text):
        return []
    return found if is_plain else []


def _latin(text: str) -> str:
    """Read letters of Latin-1 among Latin ones that were taken for Cyrillic.

    >>> _latin("gќting:r;simщon:j;Дмитрий:щ")
    'güting:r;siméon:j;Дмитрий:щ'
    """
    if "?" in text:
        text = _LOST.sub("", text)
    return _AMONG_LATIN.sub(lambda found: found[0].encode("iso8859_5").decode("latin-1"), text)


_LOST = re.compile(r"[ãÃ]\?(?=[a-z])")  # the second byte of a letter in UTF-8
_AMONG_LATIN = re.compile("[а-яёђ-ќўџЖ](?:(?<=[a-zA-Z].)|(?=[a-z]{2}))")  # of ISO 8859-5
# small letters, digits and the two signs; everything else is a blank
_KEY = "".join(chr(code).lower() if chr(code).isalnum() or chr(code) in ":;" else " " for code in range(128)).encode().ljust(256)
_PLAIN = re.compile(r"[a-z]{2,}:[a-z0-9 ]*(?:;[a-z]{2,}:[a-z0-9 ]*)*")
_NOBODY = frozenset(f"{name}:" for name in _NULLS)


def _person(author: Author) -> str:
    if author.family and author.family.lower() in _COLLECTIONS:
        return ""
    return _named_person(author.family, author.given or "") if author.family else _literal(author.literal or "")


def _named_person(family: str, given: str) -> str:
    name = _family(family)
    if not name.endswith(":"):
        return f"{name}:{_given(given)}" if name and given else ""
    if len(name) == len("x:") and len(given.strip(" .")) < 2:
        return ""  # initials that were cut off their family name tell nobody
    return name + _given(given) if given else name


@lru_cache(maxsize=65_536)
def _family(name: str) -> str:
    """Fold a family name and write a colon behind it; where it is nobody's, there is none."""
    folded = fold_once(name if name.isascii() else _latin(name))
    return folded if folded in _NULLS else f"{folded.replace(' ', '')}:"


_given = lru_cache(maxsize=65_536)(fold_once)


@lru_cache(maxsize=131_072)
def _literal(name: str) -> str:
    """Write a name that was not cut into parts: of a few words, none of them of an organisation, the last is the family name."""
    words = fold(name).split()
    if 1 < len(words) <= _WORDS and len(words[-1]) > 1 and ORGANISATIONS.isdisjoint(words) and not any(map(str.isdigit, name)):
        return _named_person(words[-1], " ".join(words[:-1]))
    return _named_person(name, "")


def shared_people(one: str, other: str) -> tuple[float, int, float]:
    """Say how many people two lists have in common, how many the shorter one has, and how many bits that is worth.

    >>> shared_people("perez:ethan;ringer:sam", "ringer:s;lukosiute:kamile;perez:e")[:2]
    (2.0, 2)
    """
    if one == other:
        return _all_shared(one)
    ours, theirs = _named(one), dict(_named(other))
    few = min(len(ours), len(theirs))
    shared = worth = 0.0
    left = []
    for family, given in ours.items():
        if family not in theirs:
            left.append((family, given))
            continue
        found, is_one = theirs[family], True
        if given[:1] == found[:1] or _fits(given, found):
            del theirs[family]
        else:
            # brothers and sisters, in another order
            key = next((twin for twin in (family.rstrip("'"), f"{family}'") if twin in theirs and _fits(given, theirs[twin])), family)
            found = theirs.pop(key)
            # family names alone: `Koehn, Knight` was read as one person
            is_one = (
                key != family
                or given in theirs
                or found in ours
                or _has_initials(found, given, ours)
                or _has_initials(given, found, theirs)
            )
        if is_one:
            shared += 1
            worth += _worth(family, given, found, is_first=not worth)
        else:
            shared += _OTHER_GIVEN
    rest = []
    for family, given in left:
        name = _variant(family, given, theirs)
        if name is not None:
            del theirs[name]
            shared += 1
            worth += 6.0 if not worth else 1.5
        else:
            rest.append((family, given))
    if len(rest) > 1 and (turned := _turned(rest, [name for name in theirs.items() if name[1]])):
        shared += turned
        worth += _TURNED * turned
    return shared, few, worth


@lru_cache(maxsize=1024)
def _all_shared(people: str) -> tuple[float, int, float]:
    """Say what `shared_people` says of a list and itself."""
    names = _named(people)
    worth = 0.0
    for family, given in names.items():
        worth += _worth(family, given, given, is_first=not worth)
    return float(len(names)), len(names), worth


@lru_cache(maxsize=1024)  # the pairs of a record follow each other
def _named(people: str) -> Mapping[str, str]:
    """Give the given names by family name; of two with one family name the second gets a mark."""
    found: dict[str, str] = {}
    for name in people.split(";"):
        family, _, given = name.partition(":")
        while family in found:
            family += "'"
        found[family] = given
    return found


def _has_initials(glued: str, given: str, names: Mapping[str, str]) -> bool:
    """Tell initials that were run together of several authors, the last of them this one's: `pag mecca` of `p atzeni, g mecca`."""
    if not 1 < len(glued) <= _GLUED or not glued.isalpha() or glued[-1] != given[:1]:
        return False
    return {*glued[:-1]} <= {part[:1] for name in names.items() for part in name}


_GLUED = 5  # letters
_VOWELS = frozenset("aeiouy ")
_OTHER_GIVEN = 0.4  # a person: one family, other given names


def _worth(family: str, given: str, other: str, *, is_first: bool) -> float:
    """Say what a name in common is worth: the first is, where it is rare, one author in a hundred; who shares one shares others."""
    base = 4.0 if family in COMMON_FAMILIES or len(family) < 4 else 7.0
    if given and other:
        base += 3.0 if len(given) > 2 and len(other) > 2 and _first(given) == _first(other) else 1.0
    return base if is_first else base / 2.75


def _first(given: str) -> str:
    return given.partition(" ")[0]


def _fits(given: str, other: str) -> bool:
    """Tell whether two lists of given names can be one person's, in any order."""
    if not given or not other or given[0] == other[0]:
        return True
    ours, theirs = given.split(), other.split()
    if any(word[0] == theirs[0][0] for word in ours) or any(word[0] == ours[0][0] for word in theirs):
        return True
    # initials of several authors, run together: `hwc zaniolo` for `h wang, c zaniolo`
    return (given[0] in other and _VOWELS.isdisjoint(other)) or (other[0] in given and _VOWELS.isdisjoint(given))


def _variant(family: str, given: str, names: Mapping[str, str]) -> str | None:
    """Give the first of several names that can be this person's."""
    begin, end = family[:1], family[-1:]
    for name, first in names.items():
        # without any of it no two names are one's; people of other papers have none
        may_be = name[:1] == begin or name[-1:] == end or family in first or name in given or len(name) > _LONG < len(family)
        if may_be and _is_variant(family, given, name, first):
            return name
    return None


def _is_variant(family: str, given: str, other: str, first: str) -> bool:
    """Tell whether two names of other families can be one person's: a particle, a typing error, or the parts swapped."""
    if len(family) > 2 and len(other) > 2:
        if family.endswith(other) or other.endswith(family) or family.startswith(other) or other.startswith(family):
            return True
        if family[0] == other[0] and (fuzz.ratio(family, other, score_cutoff=_NEAR) or sorted(family) == sorted(other)):
            return True
        if min(len(family), len(other)) >= _WHOLE and fuzz.ratio(family, other, score_cutoff=_NEARER):
            return True
    if len(family) > _LONG and len(other) > _LONG and (family in other or other in family):
        return True  # of an organisation, with and without where it is
    if len(given) < _LEAST and len(first) < _LEAST:
        return False  # initials alone
    if len(given) + len(family) > _WHOLE and f"{given}{family}".replace(" ", "") == f"{first}{other}".replace(" ", ""):
        return True  # cut elsewhere: `Daniel Barbar á`
    return _is_among(family, first) or _is_among(other, given)


def _is_among(family: str, given: str) -> bool:
    """Tell whether a family name stands among given names, one letter too long at most: `r vingraleka watchman`."""
    words = given.split()
    return len(family) > 2 and (family in words or (len(family) > _LEAST + 1 and family in [word[:-1] for word in words]))


def _turned(ours: Sequence[tuple[str, str]], theirs: Sequence[tuple[str, str]]) -> int:
    """Count the names of lists of which one has given names for the family names: `s sarawagi, r agrawal`, `s sunita, a rakesh`."""
    few, rest = sorted((ours, theirs), key=len)
    others = iter(rest)  # in order, of a longer list some
    return len(few) if len(few) > 1 and all(any(_is_turned(one, other) for other in others) for one in few) else 0


def _is_turned(one: tuple[str, str], other: tuple[str, str]) -> bool:
    (family, given), (name, first) = one, other
    if not given or not first:
        return False
    if 1 in (len(family.rstrip("'")), len(name.rstrip("'"))):  # an initial that was read as a family name
        return family[:1] == name[:1] and given[:1] == first[:1]
    return family[:1] == first[:1] and given[:1] == name[:1]


_TURNED = 2.5  # bits; the two letters of a name are right by chance once in 200 times, and one list in 100 is turned
_LONG = 10  # letters; a longer name is an organisation's, or one that few share
_WHOLE = 8  # letters of a whole name
_LEAST = 3  # letters
_NEAR = 80  # rapidfuzz ratio, 0 to 100; one letter in five
_NEARER = 87  # one in eight, of a long name its first one, too
