"""What can be seen of an atom and around it: the features that the model weighs."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from papercat.names.lexicon import givenness, is_known
from papercat.readers.references.atoms import Atom
from papercat.readers.references.words import CLASSES

_YEAR = re.compile(r"(?:1[4-9]|20)\d\d[a-z]?(?:[-–/](?:\d\d|\d{4}))?\Z")
_RANGE = re.compile(r"[A-Za-z]?\d+[-‐‑–][A-Za-z]?\d+\Z")
_ROMAN = re.compile(r"[IVXLC]{2,}\Z|[ivxl]{2,}\Z")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_BLANKS = re.compile(r"\s+")
# A quote within quotes is one: `"'Requirements-Uncertainty' - Is it`
_TWO_QUOTES = re.compile(r"[\"“](?=['‘])|(?<=['’])[\"”]")
_QUOTES, _DASHES = "“”„«»‹›″＂「」『』《》‘’‚`´'", "–—―‐‑−"
_WIDE, _PLAIN = "（），。．：；、［］？！¿¡", "(),..:;,[]?!?!"
_SIGNS = str.maketrans(_QUOTES + _DASHES + _WIDE, '"' * len(_QUOTES) + "-" * len(_DASHES) + _PLAIN)
_LONGEST_GAP = 6
_HEADS = CLASSES["in"]


def shape(atom: Atom) -> str:
    """Name the shape of an atom.

    >>> [shape(Atom(text, 0, 0, "")) for text in ("J", "JAMA", "Smith", "neural", "2017a", "12", "1-20", "W17")]
    ['I', 'UU', 'C', 'l', 'y', 'd2', 'r', 'm']
    """
    return atom.kind or _shape(atom.text)


@lru_cache(maxsize=65_536)
def _shape(text: str) -> str:
    if text[0].isdigit():
        if _YEAR.match(text):
            return "y"
        if text.isdecimal():
            return f"d{min(len(text), 5)}"
        return "r" if _RANGE.match(text) else "dm"
    if not text.isalpha() and any(map(str.isdigit, text)):
        return "r" if _RANGE.match(text) else "m"
    if _CJK.match(text):
        return "J" if len(text) > 4 else "j"
    if text.islower():
        return "l"
    if text.isupper():
        return "I" if len(text) == 1 or text[1:2] in "-‐‑" else "UU" if len(text) < 5 else "U"
    return "C" if text[0].isupper() and text[1:].islower() else "M" if text[0].isupper() else "lM" if text[0].islower() else "o"


@lru_cache(maxsize=65_536)
def word_traits(text: str) -> tuple[str, ...]:
    """List the traits of a word by itself.

    >>> word_traits("Proceedings"), word_traits("Hinrich")
    (('C', 'meeting', 'nu'), ('C', 'ng'))
    """
    kind, low = _shape(text), text.lower()
    found = [kind, *(name for name, words in CLASSES.items() if low in words)]
    if _ROMAN.match(text):
        found.append("roman")
    if kind in ("C", "M", "U", "UU") and len(text) > 1:
        weight = givenness(text)
        found.append("ng" if weight > 1 else "nf" if weight < -1 else "nk" if is_known(text) else "nu")
    if kind == "l" and len(found) == 1:
        found.append("l-long" if len(text) > 3 else "l-short")
    return tuple(found)


def traits(atom: Atom) -> tuple[str, ...]:
    """List the traits of an atom by itself."""
    return (atom.kind,) if atom.kind else word_traits(atom.text)


@lru_cache(maxsize=16_384)
def junction(gap: str) -> str:
    """Bring what stands between two atoms to one form: quotes and dashes of any kind are alike.

    >>> junction(", “"), junction(" – "), junction("。 "), junction(", “'")
    (', "', ' - ', '. ', ', "')
    """
    if "'" in gap or "‘" in gap or "’" in gap:
        gap = _TWO_QUOTES.sub("", gap)
    return _BLANKS.sub(" ", gap.translate(_SIGNS))[:_LONGEST_GAP]


def _bucket(number: int) -> str:
    return str(number) if number < 4 else "4" if number < 7 else "7" if number < 12 else "12"


_BUCKETS = tuple(map(_bucket, range(13)))
_QUOTED = tuple((str(quotes), f"{quotes}(") for quotes in range(4))
# A group of features that depend on few things, and the things: so that what each group says is added up only once.
Group = tuple[str, ...]
Key = tuple[object, ...]


def features(line: Sequence[Atom], end: str) -> Iterator[tuple[Group, ...]]:
    """Give the features of each atom, in groups.

    Args:
        line: the atoms.
        end: what stands behind the last.
    """
    for keys in settings(line, end):
        yield tuple(group for make, key in zip(GROUPS, keys, strict=True) for group in make(*key))


def settings(line: Sequence[Atom], end: str) -> Iterator[tuple[Key, Key, Key, Key, Key]]:
    """Give what the features of each atom depend on, as `GROUPS` take it.

    Args:
        line: the atoms.
        end: what stands behind the last.
    """
    kinds = ["^", "^", *map(shape, line), "$", "$"]
    gaps = [*(junction(atom.gap) for atom in line), junction(end)]
    own = [("^",), *map(traits, line), ("$",)]
    depth = quotes = years = heads = 0
    size = len(line)
    for i, atom in enumerate(line):
        gap, after = gaps[i], gaps[i + 1]
        if gap not in ("", " ", ", ", ". "):
            depth = max(0, depth + sum(map(gap.count, "([{")) - sum(map(gap.count, ")]}")))
            quotes += gap.count('"')
        quoted = _QUOTED[min(quotes, 3)][depth > 0]
        place, rest = _BUCKETS[min(i, 12)], _BUCKETS[min(size - i - 1, 12)]
        kind = kinds[i + 2]
        yield (
            (own[i], own[i + 1], own[i + 2]),
            (kinds[i], kinds[i + 4]),
            (kinds[i + 1], gap, kind, after, kinds[i + 3]),
            (own[i + 1], gap, after),
            (place, rest, quoted, min(years, 2), min(heads, 2)),
        )
        years += kind == "y"
        heads += gap not in ("", " ") and atom.text.lower() in _HEADS


def _own_groups(before: Group, own: Group, behind: Group) -> tuple[Group, ...]:
    """Give the features of an atom's own traits, and of those of its neighbours."""
    return (
        ("1", *("a:" + trait for trait in own)),
        tuple("b:" + trait for trait in before),
        tuple("c:" + trait for trait in behind),
    )


def _far_groups(before: str, behind: str) -> tuple[Group, ...]:
    """Give the features of the atoms two places away."""
    return (("z:" + before, "d:" + behind),)


def _joint_groups(before: str, gap: str, kind: str, after: str, behind: str) -> tuple[Group, ...]:
    """Give the features of what stands on both sides of an atom."""
    signs = [f"g:{sign}" for sign in '.,:;()"[]?!-/' if sign in gap] + [f"h:{sign}" for sign in '.,:;()"[]?!-/' if sign in after]
    pairs = (f"g|{gap}", f"h|{after}", f"gs|{gap}|{kind}", f"sh|{kind}|{after}", f"{before}|{gap}|{kind}", f"{kind}|{after}|{behind}")
    return ((*signs, *pairs, f"gh|{gap}|{kind}|{after}"),)


def _class_groups(own: Group, gap: str, after: str) -> tuple[Group, ...]:
    """Give the features of an atom's classes with the signs beside it."""
    return (tuple(f"{side}{trait}" for trait in own[1:] for side in (f"G|{gap}|", f"H|{after}|")),)


def _around_groups(place: str, rest: str, quoted: str, years: int, heads: int) -> tuple[Group, ...]:
    """Give the features of where an atom stands."""
    return ((f"p:{place}", f"r:{rest}", f"q:{quoted}", f"y:{years}", f"i:{heads}", f"qy:{quoted}|{years}|{heads}", f"yp:{years}|{place}"),)


# By the place in what `settings` gives.
GROUPS: tuple[Callable[..., tuple[Group, ...]], ...] = (_own_groups, _far_groups, _joint_groups, _class_groups, _around_groups)
