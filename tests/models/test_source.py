"""Sources that readers put together: the same as pydantic makes, and refused where it refuses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from papercat.models import Source, placed, placed_all

VALUES = st.text() | st.integers() | st.booleans() | st.none() | st.floats() | st.sampled_from(["3", 3.0, b"a"])
NAMES = ("name", "line", "start", "end", "field")


class Word(str):
    """A text that is not of the class str itself."""

    __slots__ = ()


@given(name=st.text(), line=st.integers(1), start=st.integers(0), end=st.integers(0), field=st.text())
def test_a_source_is_the_same_either_way(name: str, line: int, start: int, end: int, field: str) -> None:
    here = placed(name, line, start, end, field)
    there = Source(name=name, line=line, start=start, end=end, field=field)
    assert here == there
    assert (hash(here), repr(here), str(here), type(here)) == (hash(there), repr(there), str(there), Source)


@given(name=st.text(), rows=st.lists(st.tuples(st.integers(-1), st.integers(-1), st.integers(-1), st.text())))
def test_many_sources_are_those_made_one_by_one(name: str, rows: list[tuple[int, int, int, str]]) -> None:
    columns = [list(column) for column in zip(*rows, strict=True)] or [[], [], [], []]
    try:
        expected = [placed(name, *row) for row in rows]
    except ValidationError:
        with pytest.raises(ValidationError):
            placed_all(name, *columns)
    else:
        assert placed_all(name, *columns) == expected


@given(values=st.tuples(*[VALUES] * 5))
def test_what_pydantic_refuses_is_refused_and_what_it_mends_is_mended(values: tuple[object, ...]) -> None:
    kwargs: dict[str, object] = dict(zip(NAMES, values, strict=True))
    try:
        expected = Source(**kwargs)  # type: ignore[arg-type]
    except ValidationError:
        with pytest.raises(ValidationError):
            placed(*values)  # type: ignore[arg-type]
    else:
        assert placed(*values) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize("place", [(0, 0, 0), (1, -1, 0), (1, 0, -1)])
def test_a_place_that_cannot_be_is_refused(place: tuple[int, int, int]) -> None:
    with pytest.raises(ValidationError):
        placed("a.txt", *place, "title")


def test_a_source_cannot_change() -> None:
    with pytest.raises(AttributeError):
        placed("a.txt", 1, 0, 7, "title").line = 2  # type: ignore[misc]


def test_other_kinds_of_text_are_given_to_pydantic() -> None:
    assert placed(Word("a.txt"), 1, 0, 7, "title") == Source(name="a.txt", line=1, start=0, end=7, field="title")
