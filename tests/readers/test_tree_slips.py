"""YAML as people write it by hand, with what YAML does not take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.tree.slips import show, without_slips

ATTENTION = "- title: Attention Is All You Need\n  authors: Ashish Vaswani, Noam Shazeer\n  year: 2017\n"
SLIPS = [
    ("- title: BERT: Pre-training\n  authors: Jacob Devlin\n  year: 2019\n", "BERT: Pre-training"),
    ("- title: BERT: Pre-training\n  authors:\n    - Jacob Devlin\n    - Ming-Wei Chang\n  year: 2019\n", "BERT: Pre-training"),
    ("- title: 'BERT: Pre-training\n  authors: Jacob Devlin\n  year: 2019\n", "'BERT: Pre-training"),
    ("- title: 'BERT' and Pre-training\n  authors: Jacob Devlin\n  year: 2019\n", "'BERT' and Pre-training"),
    ("- title: [Re] BERT and Pre-training\n  authors: Jacob Devlin\n  year: 2019\n", "[Re] BERT and Pre-training"),
    ("- title: BERT and Pre-training\n  authors: **Jacob Devlin**\n  year: 2019\n", "BERT and Pre-training"),
    ("- title: @BERT, Pre-training\n  authors: Jacob Devlin\n  year: 2019\n", "@BERT, Pre-training"),
    ("- title: `BERT`: Pre-training\n  authors: Jacob Devlin\n  year: 2019\n", "`BERT`: Pre-training"),
]


@pytest.mark.parametrize(("text", "title"), SLIPS)
def test_an_entry_with_a_slip_is_read_and_told(text: str, title: str) -> None:
    cat = pc.parse(ATTENTION + text + ATTENTION.replace("Attention", "Memory"))
    assert [paper.title for paper in cat] == ["Attention Is All You Need", title, "Memory Is All You Need"]
    assert (cat[1].authors[0].inverted, cat[1].year) == ("Devlin, Jacob", 2019)
    (told,) = (issue for issue in cat.issues if issue.code == "entry-mended")
    assert told.source
    assert (told.source.line, told.raw) == (4, text)
    source = cat[1].source_of("title")
    assert source
    assert (ATTENTION + text)[source.start : source.end] == title


def test_tabs_stand_for_blanks_before_a_line() -> None:
    cat = pc.parse("papers:\n\t- title: Attention Is All You Need\n\t  authors: Ashish Vaswani, Noam Shazeer\n\t  year: 2017\n")
    assert [(paper.title, len(paper.authors), paper.year) for paper in cat] == [("Attention Is All You Need", 2, 2017)]


def test_what_cannot_be_mended_is_kept() -> None:
    cat = pc.parse(ATTENTION + "- title: BERT\n   authors: Jacob Devlin\n year: 2019\n" + ATTENTION)
    assert [paper.title for paper in cat] == ["Attention Is All You Need"] * 2
    assert [issue.code for issue in cat.issues] == ["entry-broken"]


@pytest.mark.parametrize(
    "text", [ATTENTION, "a: 'b: c'\n", "- [a, b]\n", "links:\n  - text: arXiv\n", "time: 12:30\n", "a: &x 1\nb: *x\n", ""]
)
def test_sound_yaml_has_no_slips(text: str) -> None:
    assert list(without_slips(text)) in ([], [text])


@given(st.text(alphabet="ab:'\"[]{}*&- \t\n#|@\ue03a"))
def test_hiding_keeps_the_length_and_is_undone(text: str) -> None:
    for mended in without_slips(text):
        assert len(mended) == len(text)
        assert show(mended).replace("\t", " ") == text.replace("\t", " ")
