"""The three dialects by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.names import DIALECTS, Dialect, parse_names

TEXT = "van der Berg, Jan and Ada Lovelace"


@pytest.mark.parametrize(
    ("dialect", "text", "families"),
    [
        ("bibtex", "van der Berg, Jan and Ada Lovelace", ["Berg", "Lovelace"]),
        ("messy", "van der Berg, Jan and Ada Lovelace", ["Berg", "Lovelace"]),
        ("messy", "Senturk IF, Doe JA", ["Senturk", "Doe"]),
        ("human", "Ada Lovelace", ["Lovelace"]),
        ("human", "Vargas Llosa, Mario", ["Vargas Llosa"]),
        ("human", "", []),
        ("messy", "", []),
        ("bibtex", "", []),
    ],
)
def test_a_dialect_reads(dialect: Dialect, text: str, families: list[str]) -> None:
    assert [name.family for name in parse_names(text, dialect).names] == families


def test_what_is_left_out_is_told_in_every_dialect() -> None:
    told = {dialect: parse_names("Dr. Ada Lovelace", dialect) for dialect in ("human", "messy")}
    assert "Dr." in str(told["human"].names[0].notes)
    assert told["messy"].dropped == ("Dr.",)


def test_messy_is_the_default() -> None:
    assert parse_names("Senturk IF, Doe JA") == parse_names("Senturk IF, Doe JA", "messy")


def test_there_is_no_other_dialect() -> None:
    with pytest.raises(KeyError, match="no dialect 'klingon'; known are bibtex, human, messy"):
        parse_names("Ada Lovelace", "klingon")  # type: ignore[arg-type]  # what a caller without types can do


@pytest.mark.parametrize("dialect", DIALECTS)
@given(text=st.text())
def test_any_text_is_read(dialect: Dialect, text: str) -> None:
    assert isinstance(parse_names(text, dialect).names, tuple)
