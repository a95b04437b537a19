"""Lists of family names alone, told from pairs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.names import are_family_lists, parse_messy

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


@pytest.mark.parametrize(
    "lists",
    [
        ["Fremont, Dreossi, Ghosh", "Han & Ren", "Estrela et al.", "Sutton, Precup, Singh"],
        ["Posani, Bussi", "Sacco, Bussi, Sanguinetti*", "Zhang*, Dolcetti, Tyrchan, De Maria, Bussi", "Silva*, Bussi"],
        ["Dreossi and Jha", "Fremont and Seshia", "Dreossi, Ghosh, and Yue"],
    ],
)
def test_lists_tell_together(lists: list[str]) -> None:
    assert are_family_lists(lists)
    found = [name for text in lists for name in parse_messy(text, order="families").names]
    assert all(name.family and not name.given for name in found)


@pytest.mark.parametrize(
    "lists",
    [
        ["Hubinger, Evan", "Bai, Yuntao; Brown, Tom", "Perez, Ethan"],
        ["Evan Hubinger, Meg Tong", "Tom Brown", "Ethan Perez"],
        ["Hubinger E, Tong M", "Brown T", "Perez E"],
        ["Hubinger, Evan and Tong, Meg", "Brown, Tom", "Perez, Ethan and Bai, Yuntao"],
        ["Smith, Jones"],
        ["OpenAI", "DeepMind", "Anthropic"] * 4,
        ["Plato", "Mausam", "Aristotle"],
        [],
    ],
)
def test_lists_with_given_names_are_no_families(lists: list[str]) -> None:
    assert not are_family_lists(lists)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("De Maria, Colombi Ciacchi", ["De Maria", "Colombi Ciacchi"]),
        ("Han & Ren", ["Han", "Ren"]),
        ("Estrela et al.", ["Estrela"]),
        ("Dreossi, Anthropic", ["Dreossi", "Anthropic"]),
        ("Brown, Jennifer", ["Jennifer Brown"]),
        ("E. Gaume, V. Bain", ["E. Gaume", "V. Bain"]),
    ],
)
def test_among_family_names_alone(text: str, names: list[str]) -> None:
    """Where the other lists of a document are such; a list of another kind is still read as what it is."""
    shown = [
        " ".join(filter(None, (name.given, name.particle, name.family or name.literal)))
        for name in parse_messy(text, order="families").names
    ]
    assert shown == names


@given(st.text(alphabet="ABcd ,&;*.\ud800é"))
def test_it_is_total(text: str) -> None:
    found = parse_messy(text, order="families")
    assert found.order != "families" or all(name.family for name in found.names)
