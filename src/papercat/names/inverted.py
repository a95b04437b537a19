"""The flat list `Family, Given, Family, Given, …`, as exporters write it.

A comma stands between names as well as inside them, so the list is cut by what each part can be: a mononym, a
collaboration or a suffix takes another number of parts than two, and the parts around it tell where.
"""

import re
from typing import NamedTuple

from papercat.names.name import Name, NameList

# As programs write "nothing". The spelling counts: Nan is a given name (Su, Nan), nan and NaN are none.
_NULLS = frozenset({"null", "NULL", "Null", "none", "None", "NONE", "nan", "NaN", "N/A", "n/a", "undefined", "nil", "<NA>"})
_NULL_FAMILIES = _NULLS - {"Null", "None"}  # Null is a family name as well (Null, Jan)
_OTHERS = frozenset({"et al.", "et al", "et. al.", "and others", "others", "...", "…"})
_TRAILING_SUFFIX = re.compile(r"(?P<given>.+\S)\s+(?P<suffix>[JjSs]r\.?|II|III|IV)$")
_GROUP_WORDS = frozenset(
    (
        "collaboration collaborations consortium team group committee association society organization organisation "
        "network initiative investigators project laboratory institute university foundation council agency center "
        "centre inc inc. llc ltd ltd. gmbh"
    ).split()
)
_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv 2nd 3rd".split())
# a list of an even number of parts with none of these words, in lower case, is pairs and nothing else
_SPECIAL_WORDS = _GROUP_WORDS | _SUFFIXES
_INITIAL = re.compile(r"(?:^|[\s-])[^\W\d_]\.")  # B. Ryan, Samuel R., J.-P.
# Words before a family name that CSL calls non-dropping particles, in lower case as they stand in most names.
_PARTICLE = re.compile(
    r"(?P<particle>(?:(?:van|von|vom|zu|zur|de|del|della|der|den|des|du|di|da|dos|das|do|la|las|le|los|lo|ten|ter|te|"
    r"op|af|av|al|el|bin|ibn|ben|y|e|'t|’t|in)\s+)+)(?=\S)"
)
_PARTICLE_BEGINS = frozenset("abcdefghijklmnopqrstuvwxyz'’")
# Words that prose and titles have and names do not (function words of the languages that abstracts come in).
_FUNCTION_WORDS = frozenset(
    (
        "a an and the of in on for with to from by at as is are we our this that these it its via using towards toward "
        "into how what when can do does be or not under over between through their un une et les des pour dans sur par "
        "au aux une est nous ce cette und der die das mit für eine ein zur im auf"
    ).split()
)
# "de", "la", "e", "y", "du", "van" stand in names as well and speak for neither.
_NAME_WORD = re.compile(r"[^\W\d_][\w'’`.\u2010\u2011-]*", re.UNICODE)
_PROSE = re.compile(r"[.!?]\s+[^\W\d_]{2,}\s+[^\W\d_]+\s|[:?!;=<>{}$%@/]|\d")
_MAX_MEAN_PART = 30  # characters between commas; of the ACL Anthology's lists the one with the longest names has 24.5
_SAMPLE = 80  # characters of a long list's head, and as many of its middle, tell what it is
_MAX_PARTS_PER_WORD = 5  # "Ramírez, César Ferri de la Cruz": more words than this between commas are not a name


def likeness(text: str) -> float:
    """Weigh how much a line looks like `Family, Given, …` rather than like prose: above 0 it does, 1 is as good as sure.

    >>> round(likeness("Sharma, Mrinank, Tong, Meg, O'Hara, Clare"), 1)
    1.0
    >>> likeness("We first build a dataset, GlobalOpinionQA, comprised of questions and answers.") < 0
    True
    >>> likeness("Specific versus General Principles for Constitutional AI") < 0
    True
    """
    commas = text.count(",")
    if not commas or len(text) > _MAX_MEAN_PART * (commas + 1):
        return -1.0
    parts = [part for part in split_inverted(_sample(text)) if part]
    if len(parts) < 2:
        return -1.0
    scores = [_part_likeness(part) for part in parts]
    # a long list may hold an odd part, a short one none; the commonest failure of prose is one long part
    return sum(scores) / len(scores) - 0.5 * (min(scores) < -0.5 and len(parts) < 8)


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = text.find(",", len(text) // 2) + 1
    pieces = (text[:_SAMPLE], text[middle : middle + _SAMPLE])
    return ",".join(piece[: piece.rfind(",") if "," in piece else None] for piece in pieces)


def split_inverted(text: str) -> list[str]:
    """Cut a flat list at its commas.

    >>> split_inverted("Tong, Meg,, Mu, Jesse,")
    ['Tong', 'Meg', '', 'Mu', 'Jesse', '']
    """
    if text.count(",") == text.count(", ") and "  " not in text and " ," not in text:
        return text.strip().split(", ")
    return [part.strip() for part in text.split(",")]


def parse_inverted(text: str, given_names: frozenset[str] = frozenset(), family_names: frozenset[str] = frozenset()) -> NameList:
    """Read a flat list; names seen in pairs elsewhere in the document help to place an odd part.

    >>> [name.family for name in parse_inverted("Lukošiūtė, Kamilė, Showk, Sheer El").names]
    ['Lukošiūtė', 'Showk']
    >>> parse_inverted("Mausam, null, Garima, null").names[0]
    Name(family='Mausam', given=None, particle=None, suffix=None, literal=None, null=True, odd=False)
    >>> [name.literal for name in parse_inverted("Aad, Georges, ATLAS Collaboration, Abbott, Brad").names]
    [None, 'ATLAS Collaboration', None]
    >>> [(name.family, name.suffix) for name in parse_inverted("King, Martin L., Jr., Tong, Meg").names]
    [('King', 'Jr.'), ('Tong', None)]
    """
    pairs = plain_pairs(text)
    if pairs:
        return NameList(tuple(map(pair, *pairs)), plain=True)
    parts = [part for part in split_inverted(text) if part]
    others = parts.pop() if parts and parts[-1].casefold() in _OTHERS else ""
    if len(parts) % 2 or _has_special(text):
        return NameList(tuple(_align(parts, given_names, family_names)), others=others)
    return NameList(tuple(map(_pair, parts[::2], parts[1::2])), others=others)


def plain_pairs(text: str) -> tuple[list[str], list[str]] | None:
    """Give family and given names of a list that is pairs and nothing else, as nearly all are; None for any other.

    >>> plain_pairs("Tong, Meg, Mu, Jesse")
    (['Tong', 'Mu'], ['Meg', 'Jesse'])
    >>> plain_pairs("Mausam, null") is plain_pairs("Tong") is plain_pairs("King, Martin Luther, Jr.") is None
    True
    """
    parts = split_inverted(text)
    families, given = parts[::2], parts[1::2]
    if len(parts) % 2 or "" in parts or _has_special(text) or not _NULLS.isdisjoint(parts) or parts[-1].casefold() in _OTHERS:
        return None
    return families, given


def pair(family: str, given: str) -> Name:
    """Make a name of a plain pair; a particle is parted from the family name.

    >>> pair("de la Cruz", "Juan")
    Name(family='Cruz', given='Juan', particle='de la', suffix=None, literal=None, null=False, odd=False)
    """
    # names with a particle begin with a small letter or an apostrophe
    return _pair(family, given) if family[0] in _PARTICLE_BEGINS else Name(family, given)


def _has_special(text: str) -> bool:
    return not _SPECIAL_WORDS.isdisjoint(text.replace(",", " ").lower().split())


def _is_group(part: str) -> bool:
    return not _GROUP_WORDS.isdisjoint(part.lower().split())


def _pair(family: str, given: str, suffix: str | None = None) -> Name:
    if family in _NULL_FAMILIES:
        known = suffix if given in _NULLS else f"{given} {suffix}" if suffix else given
        return Name(literal=known, null=True)
    if given in _NULLS:
        return Name(family=family, suffix=suffix, null=True)
    trailing = None if suffix else _TRAILING_SUFFIX.match(given)
    if trailing:
        given, suffix = trailing["given"], trailing["suffix"]
    match = _PARTICLE.match(family)
    if match and match.end() < len(family):
        return Name(family[match.end() :], given, match["particle"].strip(), suffix)
    return Name(family, given, None, suffix)


def _single(part: str) -> Name:
    if part in _NULL_FAMILIES:
        return Name(null=True)
    return Name(literal=part, odd=not _is_group(part))


def _align(parts: list[str], given_names: frozenset[str], family_names: frozenset[str]) -> list[Name]:
    """Find the cheapest cut into pairs, triples with a suffix, and single names (dynamic programming, linear)."""
    size = len(parts)
    traits = [_Traits(_is_group(part), part.lower() in _SUFFIXES, _givenness(part, given_names, family_names)) for part in parts]
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * size
    for i in range(size):
        here = best[i][0]
        for length, cost in _cuts(traits[i : i + 3]):
            # where nothing tells which part is the odd one, it is the last: a list that was cut
            reach = here + cost - (i * _LATER if length == 1 else 0.0)
            if reach < best[i + length][0]:
                best[i + length] = (reach, length)
    names: list[Name] = []
    end = size
    while end:
        length = best[end][1]
        names.append(_make(parts[end - length : end]))
        end -= length
    return names[::-1]


_LATER = 1e-6


class _Traits(NamedTuple):
    """What a part looks like by itself; `given` is above 0 for a given name, below for a family name."""

    group: bool
    suffix: bool
    given: float


def _givenness(part: str, given_names: frozenset[str], family_names: frozenset[str]) -> float:
    if part in _NULLS:
        return 1.0
    initials = 0.5 if "." in part and _INITIAL.search(part) else 0.0
    return initials + 0.7 * (part in given_names) - 0.7 * (part in family_names)


def _cuts(traits: list[_Traits]) -> list[tuple[int, float]]:
    """Price the ways in which a name can begin with the first of these parts: (how many it takes, cost)."""
    one = traits[0]
    cuts = [(1, 0.0 if one.group else 3.0 + max(one.given, 0.0) + one.suffix)]
    if len(traits) > 1:
        two = traits[1]
        wrong = one.group or one.suffix or two.group or two.suffix
        cuts.append((2, 6.0 if wrong else 1.0 + one.given - two.given))
    if len(traits) > 2 and (traits[1].suffix or traits[2].suffix):
        cuts.append((3, 0.0))
    return cuts


def _make(parts: list[str]) -> Name:
    if len(parts) == 1:
        return _single(parts[0])
    if len(parts) == 2:
        return _pair(*parts)
    if parts[1].lower() in _SUFFIXES:
        return _pair(parts[0], parts[2], parts[1])
    return _pair(parts[0], parts[1], parts[2])


def _is_plain(words: list[str]) -> bool:
    # the quick answer for most names: few capitalized words, none of them one of prose
    return len(words) < 5 and all(
        word[0].isupper() and (word.isalpha() or word.rstrip(".").isalpha()) and word.lower() not in _FUNCTION_WORDS for word in words
    )


def _part_likeness(part: str) -> float:
    if not part:
        return 0.0
    if part in _NULLS or part.lower() in _SUFFIXES or part.casefold() in _OTHERS:
        return 1.0
    words = part.split()
    if _is_plain(words):
        return 1.0
    if len(words) > _MAX_PARTS_PER_WORD or _PROSE.search(part):
        return -1.0
    plain = [word.casefold() for word in words]
    if any(word in _FUNCTION_WORDS for word in plain[:-1]) or (len(plain) > 1 and plain[-1] in _FUNCTION_WORDS):
        return -1.0
    good = sum(1 for word in words if _NAME_WORD.fullmatch(word) and not word[0].islower())
    if good == 0 and len(words) > 1:
        return -0.8
    # "learning" alone is not a name, but "bell hooks" and "danah" are: a lower-case part is weak evidence against
    return good / len(words) if good else -0.4
