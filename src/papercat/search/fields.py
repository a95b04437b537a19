"""The fields of a paper by the names that people give them, and what orders papers by them."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from rapidfuzz import process

from papercat.models import Author, Paper
from papercat.models.paper import FIELDS
from papercat.text.fold import fold

By = str | Callable[[Paper], Any]

ALIASES = {"author": "authors", "keyword": "keywords", "journal": "venue", "note": "comment"}
_SEVERAL = ("authors", "keywords", "inferred", "cut", "variants", "sources")  # a paper has any number of these


def field_of(name: str, others: Iterable[str] = ()) -> str:
    """Give the field of a paper that a name means.

    Raises:
        TypeError: papers have no such field; the nearest one is named.

    >>> field_of("author"), field_of("year")
    ('authors', 'year')
    >>> field_of("autor")
    Traceback (most recent call last):
    TypeError: papers have no field 'autor'; did you mean author?
    """
    if name in ALIASES or name in FIELDS:
        return ALIASES.get(name, name)
    near = process.extractOne(str(name), [*ALIASES, *FIELDS, *others], score_cutoff=60)
    raise TypeError(f"papers have no field {name!r}; " + (f"did you mean {near[0]}?" if near else f"they have {', '.join(FIELDS)}"))


def named(field: str) -> str:
    """Give the name that people use for a field."""
    return next((alias for alias, name in ALIASES.items() if name == field), field)


def group(papers: Sequence[Paper], by: By) -> list[tuple[Hashable, list[int]]]:
    """Give values with the places of the papers that have them: in the order of values if they have one, else as they are met; none last.

    Raises:
        TypeError: papers have no such field, or a value cannot be a key.

    >>> group([Paper(title="A", year=2023), Paper(title="B"), Paper(title="C", year=2022)], "year")
    [(2022, [2]), (2023, [0]), (None, [1])]
    """
    values = _values_of(by)
    found: dict[Hashable, list[int]] = defaultdict(list)
    for place, paper in enumerate(papers):
        for value in dict.fromkeys(values(paper)) or (None,):
            found[value].append(place)
    nothing = found.pop(None, [])
    try:
        groups = sorted(found.items(), key=lambda one: _comparable(one[0]))
    except TypeError:
        groups = list(found.items())
    return [*groups, (None, nothing)] if nothing else groups


def _values_of(by: By) -> Callable[[Paper], Iterable[Hashable]]:
    if not isinstance(by, str):
        _wants_function(by)
        return lambda paper: (by(paper),)
    name = field_of(by)
    if name == "authors":
        return lambda paper: (author.inverted for author in paper.authors)
    if name in _SEVERAL:
        return lambda paper: getattr(paper, name)
    return lambda paper: (getattr(paper, name),)


def in_order(papers: Sequence[Paper], by: Sequence[By], reverse: bool | Sequence[bool]) -> list[int]:  # noqa: FBT001  as sorted() has it
    """Give the places of papers in the order of what they are sorted by; what has no value comes last.

    Raises:
        TypeError: papers have no such field.
        ValueError: as many answers to `reverse` as fields were not given.

    >>> in_order([Paper(title="A", year=2023), Paper(title="B"), Paper(title="C", year=2022)], ["year"], reverse=True)
    [0, 2, 1]
    """
    backwards = [reverse] * len(by) if isinstance(reverse, bool) else list(reverse)
    if len(backwards) != len(by):
        raise ValueError(f"{len(by)} to sort by, but reverse says {len(backwards)} times")
    places = list(range(len(papers)))
    # sorting is stable: the least important goes first
    for one, is_backwards in reversed([*zip(map(_value_of, by), backwards, strict=True)]):
        values = [one(paper) for paper in papers]
        known = [place for place in places if values[place] is not None]
        nothing = [place for place in places if values[place] is None]
        places = [*sorted(known, key=lambda place: _comparable(values[place]), reverse=is_backwards), *nothing]
    return places


def _value_of(by: By) -> Callable[[Paper], Any]:
    if not isinstance(by, str):
        _wants_function(by)
        return by
    name = field_of(by)
    return lambda paper: getattr(paper, name) or None


def _wants_function(by: object) -> None:
    if not callable(by):
        raise TypeError(f"{by!r} is neither the name of a field nor a function that takes a paper")


def _comparable(value: Any) -> Any:  # noqa: ANN401  any value of a field, or of a function of the user's
    if isinstance(value, str):
        return fold(value), value
    if isinstance(value, Author):
        return _comparable(value.family or value.literal), _comparable(value.given or "")
    if isinstance(value, tuple):
        return tuple(map(_comparable, value))
    return value
