"""What can be seen of an atom and around it: the features that the model weighs."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from papercat.names.lexicon import givenness, is_known
from papercat.readers.references.atoms import Atom
from papercat.readers.references.words import CLASSES

_YEAR = re.compile(r"(?:1[4-9]|20)\d\d[a-z]?(?:[-–/](?:\d\d|\d{4}))?\Z")
_RANGE = re.compile(r"[A-Za-z]?\d+[-‐‑–][A-Za-z]?\d+\Z")
_ROMAN = re.compile(r"[IVXLC]{2,}\Z|[ivxl]{2,}\Z")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_BLANKS = re.compile(r"\s+")
_QUOTES, _DASHES = "“”„«»‹›″＂「」『』《》‘’‚`´'", "–—―‐‑−"
_WIDE, _PLAIN = "（），。．：；、［］？！¿¡", "(),..:;,[]?!?!"
_SIGNS = str.maketrans(_QUOTES + _DASHES + _WIDE, '"' * len(_QUOTES) + "-" * len(_DASHES) + _PLAIN)
_LONGEST_GAP = 6
_CLOSERS = frozenset(")]}")


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

    >>> junction(", “"), junction(" – "), junction("。 ")
    (', "', ' - ', '. ')
    """
    return _BLANKS.sub(" ", gap.translate(_SIGNS))[:_LONGEST_GAP]


class _Around:
    """What has been seen of a reference before an atom."""

    __slots__ = ("depth", "heads", "quotes", "years")

    def __init__(self) -> None:
        self.depth = self.quotes = self.years = self.heads = 0

    def quoted(self) -> str:
        return f"{min(self.quotes, 3)}{'(' if self.depth > 0 else ''}"

    def pass_gap(self, gap: str) -> None:
        if not gap.isspace():
            self.depth = max(0, self.depth + sum(sign in "([{" for sign in gap) - sum(sign in _CLOSERS for sign in gap))
            self.quotes += gap.count('"')

    def pass_atom(self, kind: str, gap: str, text: str) -> None:
        self.years += kind == "y"
        self.heads += gap not in ("", " ") and text.lower() in CLASSES["in"]


def _bucket(number: int) -> str:
    return str(number) if number < 4 else "4" if number < 7 else "7" if number < 12 else "12"


# Groups of features that depend on few things, so that what each group says is added up only once.
Group = tuple[str, ...]


def features(line: Sequence[Atom], end: str) -> Iterator[tuple[Group, ...]]:
    """Give the features of each atom, in groups.

    Args:
        line: the atoms.
        end: what stands behind the last.
    """
    kinds = ["^", "^", *map(shape, line), "$", "$"]
    gaps = [*(junction(atom.gap) for atom in line), junction(end)]
    own = [("^",), *map(traits, line), ("$",)]
    around = _Around()
    size = len(line)
    for i, atom in enumerate(line):
        around.pass_gap(gaps[i])
        yield (
            own_group(own[i + 1]),
            near_group("b:", own[i]),
            near_group("c:", own[i + 2]),
            far_group(kinds[i], kinds[i + 4]),
            joint_group(kinds[i + 1], gaps[i], kinds[i + 2], gaps[i + 1], kinds[i + 3]),
            class_group(own[i + 1], gaps[i], gaps[i + 1]),
            around_group(_bucket(i), _bucket(size - i - 1), around.quoted(), min(around.years, 2), min(around.heads, 2)),
        )
        around.pass_atom(kinds[i + 2], gaps[i], atom.text)


@lru_cache(maxsize=8192)
def own_group(own: Group) -> Group:
    """Give the features of an atom's own traits."""
    return ("1", *("a:" + trait for trait in own))


@lru_cache(maxsize=8192)
def near_group(side: str, own: Group) -> Group:
    """Give the features of the traits of a neighbour."""
    return tuple(side + trait for trait in own)


@lru_cache(maxsize=8192)
def far_group(before: str, behind: str) -> Group:
    """Give the features of the atoms two places away."""
    return ("z:" + before, "d:" + behind)


@lru_cache(maxsize=65_536)
def joint_group(before: str, gap: str, kind: str, after: str, behind: str) -> Group:
    """Give the features of what stands on both sides of an atom."""
    signs = [f"g:{sign}" for sign in '.,:;()"[]?!-/' if sign in gap] + [f"h:{sign}" for sign in '.,:;()"[]?!-/' if sign in after]
    pairs = (f"g|{gap}", f"h|{after}", f"gs|{gap}|{kind}", f"sh|{kind}|{after}", f"{before}|{gap}|{kind}", f"{kind}|{after}|{behind}")
    return (*signs, *pairs, f"gh|{gap}|{kind}|{after}")


@lru_cache(maxsize=65_536)
def class_group(own: Group, gap: str, after: str) -> Group:
    """Give the features of an atom's classes with the signs beside it."""
    return tuple(f"{side}{trait}" for trait in own[1:] for side in (f"G|{gap}|", f"H|{after}|"))


@lru_cache(maxsize=8192)
def around_group(place: str, rest: str, quoted: str, years: int, heads: int) -> Group:
    """Give the features of where an atom stands."""
    return (f"p:{place}", f"r:{rest}", f"q:{quoted}", f"y:{years}", f"i:{heads}", f"qy:{quoted}|{years}|{heads}", f"yp:{years}|{place}")
