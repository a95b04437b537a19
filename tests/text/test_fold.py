"""One plain form for keys and comparison."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unidecode import unidecode

from papercat.text.fold import fold, to_ascii

SAME: list[tuple[str, str]] = [
    ("Constitutional AI", "constitutional ai"),
    ("Kamilė Lukošiūtė", "kamile lukosiute"),
    ("Sören", "soren"),
    ("Piotr Miłkowski", "piotr milkowski"),
    ("Garriga-Alonso", "garriga alonso"),
    ("“Model-Written” Évaluations", "model written evaluations"),
    ("Don’t  —  stop", "don t stop"),
    ("Straße", "strasse"),
    ("GPT-4", "gpt 4"),
    ("  a\tb\n", "a b"),
    ("", ""),
    ("?!", ""),
    ("ﬁne", "fine"),
    ("ＡＩ", "ai"),
    ("Ω", "o"),
]


@pytest.mark.parametrize(("text", "folded"), SAME, ids=[text or "nothing" for text, _ in SAME])
def test_case_accents_and_marks_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


DIFFERENT = (("Zhang, Shuo", "Zhang, Shuofei"), ("GPT-3", "GPT-4"), ("Sören", "Soeren"), ("大", "小"))


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_differs_in_letters_stays_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(text=st.text(st.characters(exclude_categories=())))
def test_any_text_is_folded_once_and_for_all(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert folded.isascii()
    assert folded == " ".join(folded.split())
    assert all(char.isalnum() or char == " " for char in folded)


@given(text=st.text())
def test_case_and_order_of_composition_do_not_matter(text: str) -> None:
    assert fold(f" {text}.") == fold(text)


@given(text=st.text(st.characters(max_codepoint=127)))
def test_ascii_is_ascii(text: str) -> None:
    assert to_ascii(text) == text


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb", "\ue000", "\U000e0001"], ids=ascii)
def test_what_has_no_letters_in_ascii_is_left_out_without_a_warning(text: str) -> None:
    assert to_ascii(text) in ("", "ab")


# -- the table is unidecode's, letter by letter


def test_every_letter_is_written_as_unidecode_writes_it() -> None:
    letters = [chr(code) for code in (*range(0xD800), *range(0xE000, 0x10000), *range(0x1D400, 0x1D800))]
    assert [to_ascii(letter) for letter in letters] == [unidecode(letter) for letter in letters]
    assert to_ascii("".join(letters)) == unidecode("".join(letters))


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_is_written_as_unidecode_writes_it(text: str) -> None:
    assert to_ascii(text) == unidecode(text)
    assert to_ascii("a" * 40 + text) == unidecode("a" * 40 + text)
