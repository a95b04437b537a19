"""Which names are compared at all: those that share a key, so that no time goes with the square of a family's size."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from papercat.people.forms import Form, is_full
from papercat.people.nicknames import roots
from papercat.people.relations import relate

MOST = 60  # names of one block that are all compared with each other
FEW = 20  # families with one given name
LONGEST = 120  # letters of a name that is looked at for slips and for parts that come and go; an abstract taken for a name has more
_LEAST = 4  # letters of a word that may have a slip


def candidates(forms: Sequence[Form]) -> Iterator[tuple[int, int, str]]:
    """Give each pair of names that can be one person's, with how they differ.

    >>> from papercat.models import Author
    >>> from papercat.people.forms import form
    >>> names = [form(Author(family=f, given=g)) for f, g in (("Maxwell", "Tim"), ("Maxwell", "Timothy"), ("Lan", "Man"), ("Man", "Lan"))]
    >>> list(candidates(names))
    [(0, 1, 'nickname'), (2, 3, 'swapped')]
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(forms):
        for key in dict.fromkeys(_keys(one)):
            blocks[key].append(number)
    pairs = {pair for key, places in blocks.items() if 1 < len(places) <= (FEW if key[:6] == "given " else MOST) for pair in _pairs(places)}
    pairs.update(_initials(forms))
    for a, b in sorted(pairs):
        kind = relate(forms[a], forms[b])
        if kind and kind != "equal":
            yield a, b, kind


def _pairs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((a, b) for i, a in enumerate(places) for b in places[i + 1 :])


def _keys(one: Form) -> Iterator[str]:
    """Give the blocks of a name: what another form of it has in common with it."""
    yield " ".join(sorted(one.words))
    yield " ".join(sorted((one.first, one.surname)))
    if len(one.first) + len(one.surname) > LONGEST:
        return
    if not one.given:
        yield f"family {one.surname}"
        return
    yield from _given(one)
    yield from _parts(one)
    yield from _slips(one)


def _given(one: Form) -> Iterator[str]:
    """Give the family name with each given name, and with the names for which it is short."""
    for word in filter(is_full, one.given):
        yield f"{one.surname} {word}"
        for root in sorted(roots().get(word, ())):
            yield f"{one.surname} is {root}"
    if len(one.given[0]) > 1:
        yield f"{one.surname} from {one.given[0][:2]}"
        yield f"given {one.first}"


def _parts(one: Form) -> Iterator[str]:
    """Give the first given name with each other word of the name, for family names that come and go."""
    if len(one.words) > 2:
        yield from (f"{one.given[0]} and {word}" for word in one.words[1:] if len(word) > 2)
    else:
        yield f"{one.given[0]} and {one.surname}"


def _slips(one: Form) -> Iterator[str]:
    """Give the name with each letter of one part left out: two slips of one word share such a rest."""
    if len(one.first) >= _LEAST:
        for rest in _rests(one.first):
            yield f"{one.surname} ~{rest}"
        if len(one.surname) >= _LEAST:
            for rest in _rests(one.surname):
                yield f"~{rest} {one.first}"


def _rests(word: str) -> Iterator[str]:
    yield word
    yield from (word[:i] + word[i + 1 :] for i in range(len(word)))


def _initials(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Pair initials with the full names of the family that begin so."""
    letters: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(forms):
        if one.given:
            letters[one.surname, one.given[0][0]].append(number)
    for places in letters.values():
        short = [number for number in places if forms[number].given[0][-1] == "."]
        for number in short:
            for other in places[: 8 * MOST]:
                if other != number:
                    yield min(number, other), max(number, other)
