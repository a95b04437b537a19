"""Issues and places."""

from typing import Any

import pytest
from pydantic import ValidationError

from papercat import Issue, Source
from papercat.models import KINDS

LINE_12 = Source(name="askell-listing.txt", line=12, start=9000, end=9085, field="title")


@pytest.mark.parametrize("code", KINDS)
def test_every_code_is_a_well_formed_one(code: str) -> None:
    assert Issue(code=code, message="seen").kind == KINDS[code]


def test_a_code_of_another_reader_is_noted() -> None:
    assert Issue(code="page-torn", message="seen").kind == "noted"


@pytest.mark.parametrize("code", ["", "Heading", "bytes_lost", "-heading", "heading-", "a--b", "heading\n", "überschrift", "a b", "a1"])
def test_a_code_in_another_manner_is_refused(code: str) -> None:
    with pytest.raises(ValidationError):
        Issue(code=code, message="seen")


def test_an_issue_is_told_with_its_place() -> None:
    assert str(Issue(code="heading", message="kept", source=LINE_12)) == "askell-listing.txt:12: heading: kept"
    assert str(Issue(code="heading", message="kept")) == "heading: kept"


def test_equal_issues_are_one() -> None:
    assert len({Issue(code="heading", message="kept", source=LINE_12), Issue(code="heading", message="kept", source=LINE_12)}) == 1


@pytest.mark.parametrize(
    "values",
    [{"line": -1}, {"start": -1}, {"end": -1}, {"line": "one"}, {"start": None}],
    ids=["line below 0", "start below 0", "end below 0", "a word", "none"],
)
def test_a_place_that_cannot_be_is_refused(values: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Source(**{"name": "page.txt", "line": 1, "start": 0, "end": 0, **values})
