"""The flat list `Family, Given, Family, Given, …`, as exporters write it.

A comma stands between names as well as inside them, so the list is cut by what each part can be: a mononym, a
collaboration or a suffix takes another number of parts than two, and the parts around it tell where.
"""

import re
from typing import NamedTuple

# As programs write "nothing". The spelling counts: Nan is a given name (Su, Nan), nan and NaN are none.
_NULLS = frozenset({"null", "NULL", "Null", "none", "None", "NONE", "nan", "NaN", "N/A", "n/a", "undefined", "nil", "<NA>"})
_SUFFIX = re.compile(r"(?:jr|sr|II|III|IV|2nd|3rd)\.?", re.IGNORECASE)
_TRAILING_SUFFIX = re.compile(r"(?P<given>.+\S)\s+(?P<suffix>[JjSs]r\.?|II|III|IV)$")
_GROUP = re.compile(
    r"\b(?:collaboration|consortium|team|group|committee|association|society|organi[sz]ation|network|initiative|"
    r"investigators|project|laboratory|institute|university|foundation|council|agency|center|centre|inc|llc|ltd|gmbh)\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s-]?){1,4}")
# Words before a family name that CSL calls non-dropping particles, in lower case as they stand in most names.
_PARTICLE = re.compile(
    r"(?P<particle>(?:(?:van|von|vom|zu|zur|de|del|della|der|den|des|du|di|da|dos|das|do|la|las|le|los|lo|ten|ter|te|"
    r"op|af|av|al|el|bin|ibn|ben|y|e|'t|’t|in)\s+)+)(?=\S)"
)
# Words that prose and titles have and names do not (function words of the languages that abstracts come in).
_FUNCTION_WORDS = frozenset(
    "a an and the of in on for with to from by at as is are we our this that these it its via using towards toward into how what "
    "when can do does be or not under over between through their un une et les des pour dans sur par au aux une "
    "est nous ce cette und der die das mit für eine ein zur im auf".split()  # noqa: SIM905
)
# "de", "la", "e", "y", "du", "van" stand in names as well and speak for neither.
_NAME_WORD = re.compile(r"[^\W\d_][\w'’`.\u2010\u2011-]*", re.UNICODE)
_PROSE = re.compile(r"[.!?]\s+[^\W\d_]{2,}\s+[^\W\d_]+\s|[:?!;=<>{}$%@/]|\d")
_MAX_MEAN_PART = 30  # characters between commas; the longest list in the ACL Anthology has 17
_SAMPLE = 16  # parts from a long list's head, and as many from the rest, tell what it is
_MAX_PARTS_PER_WORD = 5  # "Ramírez, César Ferri de la Cruz": more words than this between commas are not a name


class Name(NamedTuple):
    """The parts of one name; `odd` says that it did not come as a pair of family and given name."""

    family: str | None = None
    given: str | None = None
    particle: str | None = None
    suffix: str | None = None
    literal: str | None = None
    null: bool = False
    odd: bool = False


class NameList(NamedTuple):
    """The names of a list, and its parts that are no name (blank ones)."""

    names: tuple[Name, ...]
    rest: tuple[str, ...] = ()


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
    parts = split_inverted(text)
    if len(parts) > 2 * _SAMPLE:
        parts = parts[:_SAMPLE] + parts[_SAMPLE :: len(parts) // _SAMPLE]
    scores = [_part_likeness(part) for part in parts]
    # a long list may hold an odd part, a short one none; the commonest failure of prose is one long part
    return sum(scores) / len(scores) - 0.5 * (min(scores) < -0.5 and len(parts) < 8)


def split_inverted(text: str) -> list[str]:
    """Cut a flat list at its commas.

    >>> split_inverted("Tong, Meg,, Mu, Jesse,")
    ['Tong', 'Meg', '', 'Mu', 'Jesse', '']
    """
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
    parts = split_inverted(text)
    parts = [part for part in parts if part]
    if len(parts) % 2 == 0 and not any(_GROUP.search(part) or _SUFFIX.fullmatch(part) for part in parts):
        pairs = zip(parts[::2], parts[1::2], strict=True)
        return NameList(tuple(_pair(family, given) for family, given in pairs))
    return NameList(tuple(_align(parts, given_names, family_names)))


def _pair(family: str, given: str, suffix: str | None = None) -> Name:
    if given in _NULLS:
        return Name(family=family, null=True)
    trailing = None if suffix else _TRAILING_SUFFIX.match(given)
    if trailing:
        given, suffix = trailing["given"], trailing["suffix"]
    match = _PARTICLE.match(family)
    if match and match.end() < len(family):
        return Name(family[match.end() :], given, match["particle"].strip(), suffix)
    return Name(family, given, None, suffix)


def _single(part: str) -> Name:
    return Name(literal=part, odd=not _GROUP.search(part))


def _align(parts: list[str], given_names: frozenset[str], family_names: frozenset[str]) -> list[Name]:
    """Find the cheapest cut into pairs, triples with a suffix, and single names (dynamic programming, linear)."""
    size = len(parts)
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * size
    for i in range(size):
        here = best[i][0]
        for length, cost in _cuts(parts, i, given_names, family_names):
            if here + cost < best[i + length][0]:
                best[i + length] = (here + cost, length)
    names: list[Name] = []
    end = size
    while end:
        length = best[end][1]
        names.append(_make(parts[end - length : end]))
        end -= length
    return names[::-1]


def _make(parts: list[str]) -> Name:
    if len(parts) == 1:
        return _single(parts[0])
    if len(parts) == 2:
        return _pair(*parts)
    if _SUFFIX.fullmatch(parts[1]):
        return _pair(parts[0], parts[2], parts[1])
    return _pair(parts[0], parts[1], parts[2])


def _cuts(parts: list[str], i: int, given_names: frozenset[str], family_names: frozenset[str]) -> list[tuple[int, float]]:
    """Price the ways in which a name can begin here: (how many parts it takes, cost)."""
    one = parts[i]
    cuts = [(1, 0.0 if _GROUP.search(one) else 4.0 if one in given_names or _SUFFIX.fullmatch(one) else 3.0)]
    if i + 1 < len(parts):
        cuts.append((2, _pair_cost(one, parts[i + 1], given_names, family_names)))
    if i + 2 < len(parts) and (_SUFFIX.fullmatch(parts[i + 1]) or _SUFFIX.fullmatch(parts[i + 2])):
        cuts.append((3, 0.0))
    return cuts


def _pair_cost(family: str, given: str, given_names: frozenset[str], family_names: frozenset[str]) -> float:
    if _GROUP.search(family) or _GROUP.search(given) or _SUFFIX.fullmatch(given):
        return 6.0
    cost = 1.0
    cost -= 0.5 * (bool(_INITIALS.fullmatch(given)) or given.partition(" ")[0] in given_names or given in _NULLS)
    cost += 1.0 * bool(_INITIALS.fullmatch(family) and "." in family)
    cost += 0.7 * (family in given_names and family not in family_names)
    cost += 0.7 * (given in family_names and given not in given_names)
    return cost - 0.4 * (family in family_names)


def _part_likeness(part: str) -> float:
    if not part:
        return 0.0
    if part in _NULLS or _SUFFIX.fullmatch(part):
        return 1.0
    words = part.split()
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
