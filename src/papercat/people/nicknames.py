"""Which given names are short for which: evidence that two names are one person's, never proof."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def roots() -> Mapping[str, frozenset[str]]:
    """Give for each given name, and for each nickname, the full names that it can stand for.

    >>> sorted(roots()["bill"]), "timothy" in roots()["tim"], roots().get("shuo")
    (['bill', 'robert', 'will', 'william', 'willis'], True, None)
    """
    lines = files("papercat.people").joinpath("data", "nicknames.txt").read_text("ascii").splitlines()
    found: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        name, *short = line.split()
        for word in (name, *short):
            found[word].add(name)
    return {word: frozenset(names) for word, names in found.items()}


def is_nickname(one: str, other: str) -> bool:
    """Tell whether one given name is short for the other, or both for a third.

    >>> is_nickname("tim", "timothy"), is_nickname("bill", "will"), is_nickname("shuo", "shuofei")
    (True, True, False)
    """
    return not roots().get(one, frozenset()).isdisjoint(roots().get(other, ()))
