r"""Commands of fonts around names, as in `publications.csv` of people who print it with LaTeX."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.fonts import without_fonts

LISTS = [
    (r"Will Landau, {\bf Jarad Niemi}, and Dan Nettleton", ["Landau", "Niemi", "Nettleton"]),
    (r"{\bf Jarad B. Niemi} and Mike West", ["Niemi", "West"]),
    (r"\textbf{Jarad Niemi}, Brad Carlin, and Jon Alexander", ["Niemi", "Carlin", "Alexander"]),
    (r"\underline{Niemi, Jarad}; West, Mike", ["Niemi", "West"]),
    (r"{\bfseries Niemi}, Jarad; West, Mike", ["Niemi", "West"]),
]


@pytest.mark.parametrize(("text", "families"), LISTS)
def test_a_font_is_no_part_of_a_name(text: str, families: list[str]) -> None:
    cat = pc.parse(f'Title;Authors;Year\nAdaptive mixture modelling;"{text}";2010\n')
    assert [author.family for author in cat[0].authors] == families
    assert [(issue.code, issue.source.field if issue.source else "") for issue in cat.issues] == [
        ("columns-read", "header"),
        ("tex-decoded", "authors"),
    ]


@pytest.mark.parametrize(
    "text", [r"{\'E}mile Zola", r"{\bf \'Emile Zola}", "{NASA} Team", r"\textbf{a {b} c}", r"\textbfseries{a}", "{bf X}"]
)
def test_what_is_no_font_stays(text: str) -> None:
    assert without_fonts(text) == (text, [])


@given(st.text(alphabet="\\{} bftextaz,\n"))
def test_it_is_total_and_adds_nothing(text: str) -> None:
    bare, steps = without_fonts(text)
    assert len(bare) <= len(text)
    assert bool(steps) == (bare != text)
