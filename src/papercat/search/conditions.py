"""What a paper is asked for, field by field: tests that `Catalog.where` puts together."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from papercat.identifiers import parse_arxiv, parse_doi
from papercat.models import Paper, Variant
from papercat.search.fields import field_of, named
from papercat.text.fold import fold

Test = Callable[[Paper], bool]

_NUMBERS = ("year", "month")
_PARSERS = {"arxiv": parse_arxiv, "doi": parse_doi}
_AS_THEY_ARE = ("type", "volume", "issue", "pages")


def conditions(wanted: Mapping[str, object], by: Callable[[Any], Test]) -> Iterator[Test]:
    """Make a test of each name with its value; `by` makes that of an author.

    Raises:
        TypeError: a field that papers do not have, or a value that it cannot be asked for.

    >>> paper = Paper(title="Sleeper Agents", year=2024)
    >>> [test(paper) for test in conditions({"year": (2020, None), "title": "AGENTS", "has": "abstract"}, by=print)]
    [True, True, False]
    """
    for name, value in wanted.items():
        if name in ("has", "lacks"):
            names = [field_of(one) for one in ([value] if isinstance(value, str) else _listed(name, value))]
            yield from (_has(one, there=name == "has") for one in names)
        else:
            yield _condition(field_of(name, ("has", "lacks")), value, by)


def _condition(name: str, value: object, by: Callable[[Any], Test]) -> Test:
    if value is None:
        return _has(name, there=False)
    if callable(value):
        return lambda paper: bool(value(getattr(paper, name)))
    if name == "authors":
        return by(value)  # who refuses what is no author
    if name in _NUMBERS:
        return _in_range(name, value)
    if not isinstance(value, str):
        raise _unfit(name, value)
    if name in _PARSERS:
        found = _PARSERS[name](value)
        return lambda paper: getattr(paper, name) == (found.id if found else value)
    if name in _AS_THEY_ARE:
        return lambda paper: getattr(paper, name) == value
    return _has_words(name, value)


def _has(name: str, *, there: bool) -> Test:
    return lambda paper: bool(getattr(paper, name)) == there


def _in_range(name: str, value: object) -> Test:
    """Test a number: one, from one to another, or one of some."""
    if isinstance(value, int):
        return lambda paper: getattr(paper, name) == value
    if isinstance(value, tuple) and len(value) == 2:
        low, high = value
        if not all(one is None or isinstance(one, int) for one in value):
            raise _unfit(name, value)
        return lambda paper: (
            (number := getattr(paper, name)) is not None and (low is None or low <= number) and (high is None or number <= high)
        )
    if isinstance(value, AbstractSet | range | list):
        some: Container[Any] = value
        return lambda paper: getattr(paper, name) in some
    raise _unfit(name, value)


def _has_words(name: str, value: str) -> Test:
    """Test whether words stand in a text one after the other; a script that has no ASCII form is compared as it is."""
    words = f" {fold(value)} "
    if not words.strip():
        return lambda paper: any(value.casefold() in text.casefold() for text in _texts(paper, name)) if value.strip() else True
    return lambda paper: any(words in f" {fold(text)} " for text in _texts(paper, name))


def _texts(paper: Paper, name: str) -> Sequence[str]:
    value = getattr(paper, name)
    if isinstance(value, Mapping):
        return tuple(value.values())
    if isinstance(value, tuple):
        return tuple(one.value if isinstance(one, Variant) else str(one) for one in value)
    return (value,) if value else ()


def _listed(name: str, value: object) -> Sequence[str]:
    if isinstance(value, AbstractSet | list | tuple) and all(isinstance(one, str) for one in value):
        return list(value)
    raise TypeError(f"{name}= is the name of a field, or some of them, not {value!r}")


def _unfit(name: str, value: object) -> TypeError:
    wants = "a number, two of which either may be None, a set, a list or a range" if name in _NUMBERS else "a text"
    return TypeError(f"{named(name)} cannot be asked for {value!r}: give {wants}, None for what is not known, or a function")
