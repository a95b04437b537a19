"""What stands around a find: addresses, ids and math, which no repair of a notation may touch, and the neighbours."""

import re
from collections.abc import Callable, Iterator

# A DOI may hold any sign that is no blank; a link ends at a blank too (RFC 3986 lets neither hold one).
ADDRESS = re.compile(
    r"(?:https?|ftp|file)://\S+|(?:mailto|urn|doi):\S+|\bwww\.\S+|\b10\.\d{4,9}/\S+|\b[\w-]{1,63}\.[a-z]{2,6}/\S+", re.IGNORECASE
)
MATH = re.compile(r"\$[^$]*\$")
# One of these stands in each address, and most words have none: to look at every word for one costs ten times as much.
_SIGN = re.compile(r"/|\$|:(?=\S)|w(?<=[wW]{3})(?=\.)|W(?<=[wW]{3})(?=\.)")
_BLANK = re.compile(r"\s")


def outside(text: str, repair: Callable[[str], str], *, math: bool = False) -> str:
    """Repair what stands outside of addresses, and of `math` if that is to stay too.

    >>> outside("a b https://a.org/a", str.upper), outside("a $b$", str.upper, math=True)
    ('A B https://a.org/a', 'A $b$')
    """
    parts: list[str] = []
    done = 0
    for start, end in found(text, math=math):
        parts += (repair(text[done:start]), text[start:end])
        done = end
    return "".join([*parts, repair(text[done:])])


def found(text: str, *, math: bool) -> Iterator[tuple[int, int]]:
    """Give where addresses stand, and `math`, as `finditer` of the patterns does; only words that can be an address are looked at.

    >>> list(found("at https://a.org/a, $a b$ or c/d", math=True))
    [(3, 19), (20, 25)]
    """
    done = looked = 0
    address: re.Match[str] | None = None  # the next one in the word that ends where it was `looked` last
    while sign := _SIGN.search(text, done):
        place = sign.start()
        if text[place] == "$":  # no address has one before its own sign
            match = MATH.match(text, place) if math else None
        else:
            if place >= looked:
                begin, looked = _word(text, done, place)
                address = ADDRESS.search(text, begin, looked)
            elif address and address.start() < done:
                address = ADDRESS.search(text, done, looked)
            dollar = text.find("$", place, address.start() if address else looked) if math else -1
            match = (MATH.match(text, dollar) if dollar >= 0 else None) or address
            place = looked - 1
        if match:
            yield match.span()
        done = match.end() if match else place + 1


def _word(text: str, floor: int, place: int) -> tuple[int, int]:
    """Find where a word begins, at the earliest at a floor, and where it ends."""
    begin = place
    while begin > floor and not text[begin - 1].isspace():
        begin -= 1
    behind = _BLANK.search(text, place)
    return begin, behind.start() if behind else len(text)


def beside(match: re.Match[str]) -> tuple[str, str]:
    """Give the characters before and behind a find, "" at an end of the text.

    >>> beside(re.search("b", "abc"))
    ('a', 'c')
    """
    return match.string[max(0, match.start() - 1) : match.start()], match.string[match.end() : match.end() + 1]
