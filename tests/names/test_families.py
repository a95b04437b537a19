"""Lists of family names alone, told from pairs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.names import parse_messy

ONLY_FAMILIES = [
    "Sutton, Precup, Singh",
    "Bengio, Courville & Vincent",
    "Fremont, Dreossi, Ghosh, Yue, Sangiovanni-Vincentelli, and Seshia",
    "Dreossi*, Fremont*, Ghosh*, Kim, Ravanbakhsh, Vazquez-Chanlatte, and Seshia",
    "van Rossum, Warsaw & Coghlan",
    "Pääkkönen, Hakkarainen",
]
OTHERS = [
    "Roth, Dan",
    "Roth, Dan, Mausam",
    "Hinton, Geoffrey and Mausam",
    "Langlais, Philippe and Simard",
    "Li, Wei",
    "Madonna, Perez, Ethan",
    "Sutton, R., Precup, D., Singh, S.",
    "Sutton R, Precup D, Singh S",
    "Food and Agriculture Organization, OpenAI, Anthropic",
    "Roth, Dan; Zelenko, Dmitry",
]


@pytest.mark.parametrize("text", ONLY_FAMILIES)
def test_family_names_alone_are_a_name_each(text: str) -> None:
    found = parse_messy(text)
    assert found.order == "families"
    assert [name.given for name in found.names] == [None] * (text.count(",") + 1 + (" & " in text))
    assert not any(name.literal for name in found.names)


@pytest.mark.parametrize("text", OTHERS)
def test_pairs_and_others_are_not(text: str) -> None:
    assert parse_messy(text).order != "families"


def test_the_other_lists_of_a_document_tell() -> None:
    unknown = "Kleppe, Claeyssens, Veldhoen, Mahey"
    assert parse_messy(unknown).order == "inverted"
    assert parse_messy(unknown, order="families").order == "families"
    assert parse_messy("Sutton, Precup, Singh", order="inverted").order == "inverted"


@given(st.text(alphabet="ABcd ,&;*.\ud800é"))
def test_it_is_total(text: str) -> None:
    found = parse_messy(text, order="families")
    assert found.order != "families" or all(name.family for name in found.names)
