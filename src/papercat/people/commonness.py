"""How many people of a catalog would bear a name by chance: what is known of names, and what the catalog shows."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import log2

from papercat.names.lexicon import languages
from papercat.people.forms import Form, first, is_full

KNOWN = 500.0  # names of a catalog that weigh as much as the shares that are shipped
LETTER = 0.06  # of the people of a family, those whose given names begin with one letter; a sixteenth
LETTERS = LETTER / 8  # with one letter and then another
_MOST = 2.0**-8  # people at least, so that no name proves more than 8 bits
_ORDER = ("zh", "ko", "vi", "ja", "hu", "es")  # of a family name that is at home in several traditions


@cache
def shares(kind: str) -> Mapping[str, float]:
    """Give the share of people who bear each of the commonest names, "family" or "given", where it is commonest.

    >>> round(shares("family")["wang"], 2), round(shares("given")["michael"], 2), "kadavath" in shares("family")
    (0.07, 0.03, False)
    """
    for line in files("papercat.people").joinpath("data", "shares.txt").read_text("ascii").splitlines():
        name, *cells = line.split()
        if name == kind:
            return {word: 2.0 ** (-int(steps) / 4) for word, steps in (cell.split(":") for cell in cells)}
    return {}


@cache
def tradition(family: str) -> str:
    """Name the tradition of a family name, "" for all that have no tag: given names are common within one.

    >>> tradition("wang"), tradition("nguyen"), tradition("maxwell")
    ('zh', 'vi', '')
    """
    found = languages(family)
    return next((tag for tag in _ORDER if tag in found), "")


def prior(bearers: float) -> float:
    """Say in bits what it is worth that two names agree, if so many others would bear the name by chance.

    >>> prior(0.25) > 1.9, prior(8.0) < -2.9
    (True, True)
    """
    return -log2(bearers + _MOST)


class Commonness:
    """The names of a catalog, counted once each: how many given names go with a family name, and the reverse."""

    def __init__(self, forms: Iterable[Form]) -> None:
        """Count distinct names whose first given name is written out."""
        self._names: Counter[str] = Counter()
        self._families: Counter[str] = Counter()
        self._given: Counter[tuple[str, str]] = Counter()
        for one in forms:
            if one.given and not is_full(one.given[0]):
                continue
            home = tradition(one.family[-1])
            self._names[home] += 1
            self._families[one.surname] += 1
            for given in {one.first, *one.given[:1]}:  # Xinyu and Xin-Yu count as one, and Peter F. as Peter too
                self._given[home, given] += 1

    def family(self, one: Form) -> float:
        """Count the people with a family name, and those who are known to be many."""
        return self._families[one.surname] + KNOWN * shares("family").get(one.family[-1], 0.0)

    def bearers(self, one: Form, given: str) -> float:
        """Expect so many people with a family and a given name, if the two were independent.

        >>> from papercat.models import Author
        >>> from papercat.people.forms import form
        >>> wang, maxwell = (form(Author(family=f, given=g)) for f, g in (("Wang", "Wei"), ("Maxwell", "Timothy")))
        >>> few = Commonness([wang, maxwell])
        >>> few.bearers(wang, "wei") > 20 * few.bearers(maxwell, "timothy")
        True
        """
        home = tradition(one.family[-1])
        with_given = self._given[home, given] + KNOWN * shares("given").get(given, 0.0)
        return self.family(one) * with_given / (self._names[home] + KNOWN)

    def named(self, one: Form) -> float:
        """Expect so many people with just this name, initials too."""
        if one.given and is_full(one.given[0]):
            return self.bearers(one, one.first if len(one.given) > 1 else first(one))
        return self.family(one) * (1.0 if not one.given else LETTER if len(one.given) == 1 else LETTERS)
