"""Telling a line of names from prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.names import likeness

NAMES = [
    "Sharma, Mrinank, Tong, Meg, O'Hara, Clare",
    "Perez, Ethan",
    "Shyamolima, null, Debnath, null",
    "Ng, A., Jordan, M. I.",
    "van Beethoven, Ludwig, de la Cruz, Juan",
    "King, Martin Luther, Jr., Tong, Meg",
    "Lukošiūtė, Kamilė, Garriga-Alonso, Adrià",
    "Aad, Georges, ATLAS Collaboration",
    "Иванов, Иван, Петров, Пётр",
    "王, 伟, 李, 娜",
]
PROSE = [
    "",
    ",",
    "Constitutional AI: Harmlessness from AI Feedback",
    "Specific versus General Principles for Constitutional AI",
    "Beyond the Imitation Game: Quantifying and extrapolating the capabilities of language models",
    "We first build a dataset, GlobalOpinionQA, comprised of questions and answers.",
    "Human feedback is commonly utilized to finetune AI assistants.",
    "Deep learning, attention, and transformers",
    "31 pages, 26 figures",
    "For few-shot examples and prompts, see https://github.com/anthropics",
    "natural language processing, deep learning",
    "Dans cet article, nous montrons que les modèles apprennent, par exemple, à traduire",
]


@pytest.mark.parametrize("text", NAMES, ids=[text[:30] for text in NAMES])
def test_names_look_like_names(text: str) -> None:
    assert likeness(text) > 0.4


@pytest.mark.parametrize("text", PROSE, ids=[text[:30] for text in PROSE])
def test_prose_does_not(text: str) -> None:
    assert likeness(text) <= 0.0


@pytest.mark.xfail(reason="a list of nouns with capitals has the form of a list of names", strict=True)
@pytest.mark.parametrize("text", ["Paris, London, New York", "Cats, Dogs, Horses, Cows"])
def test_a_list_of_other_things_does_not_look_like_names(text: str) -> None:
    assert likeness(text) <= 0.0


WORDS = [
    *"Perez Ethan null Jr. III A. é 王 Ph.D. 的 the 1".split(),
    *["ATLAS Collaboration", "van der Waals", "M. I.", "", " "],
]


@given(st.text() | st.lists(st.sampled_from(WORDS), max_size=60).map(", ".join))
def test_likeness_is_a_number_between_its_bounds(text: str) -> None:
    assert -2.0 <= likeness(text) <= 1.0


@pytest.mark.parametrize("piece", ["Perez, Ethan, ", "van ", "A.", ",", "Jr., ", "ATLAS Collaboration, ", "x Jr ", "A a-"])
def test_a_long_text_is_looked_at(piece: str) -> None:
    likeness(piece * (200_000 // len(piece)))
