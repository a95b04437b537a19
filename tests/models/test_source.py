"""Sources that readers put together: the same as pydantic makes, and refused where it refuses."""

import pickle
from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from papercat.models import Paper, Source, claims_of, placed
from papercat.readers.draft import Draft
from papercat.text.document import Document, Place

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


@given(
    text=st.text("ab\n", min_size=1, max_size=60),
    base=st.tuples(st.integers(0, 50), st.integers(0, 5)),
    claims=st.lists(st.tuples(st.integers(0, 59), st.integers(0, 60), st.sampled_from(["title", "authors", "record"])), min_size=1),
)
def test_sources_that_are_made_when_asked_for_are_those_made_at_once(
    text: str, base: tuple[int, int], claims: list[tuple[int, int, str]]
) -> None:
    document = Document("a.txt", text, base=base[0], base_line=base[1])
    draft = Draft(document)
    draft.set("title", "A")
    for start, end, field in claims:
        draft.cover(field, Place(start, end))
    at_once = tuple(draft.source(field, Place(start, end)) for start, end, field in claims)
    paper, twin = (one for _ in range(2) for one in draft.finish() if isinstance(one, Paper))
    assert list(claims_of(twin, "a.txt")) == [(one.start, one.end, one.field) for one in at_once]
    assert list(claims_of(twin, "b.txt")) == []
    assert paper == pickle.loads(pickle.dumps(twin)) == Paper(title="A", sources=at_once)  # noqa: S301  made here
    assert (hash(paper), paper.to_dict(), paper.sources) == (hash(twin), twin.to_dict(), at_once)
    assert list(claims_of(paper, "a.txt")) == list(claims_of(twin, "a.txt"))
    assert replace(paper, year=2022) == Paper(title="A", sources=at_once, year=2022)


def test_the_sources_of_a_paper_cannot_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Paper(title="A").sources = ()  # type: ignore[misc]


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


@pytest.mark.parametrize("place", [(-1, 0, 0), (1, -1, 0), (1, 0, -1)])
def test_a_place_that_cannot_be_is_refused(place: tuple[int, int, int]) -> None:
    with pytest.raises(ValidationError):
        placed("a.txt", *place, "title")


def test_a_source_cannot_change() -> None:
    with pytest.raises(AttributeError):
        placed("a.txt", 1, 0, 7, "title").line = 2  # type: ignore[misc]


def test_other_kinds_of_text_are_given_to_pydantic() -> None:
    assert placed(Word("a.txt"), 1, 0, 7, "title") == Source(name="a.txt", line=1, start=0, end=7, field="title")
