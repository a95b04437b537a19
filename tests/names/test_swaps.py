"""Lists of pairs the wrong way round, which all lists of a document tell."""

import pytest

import papercat as pc
from papercat.names import parse_messy
from papercat.readers.orders import name_order

# A programme of archaeologists, as printed.
LISTS = [
    "Giorgia, Dato; Eugenio, Saccà; Alessandro, Spadaro",
    "Martina, Frau; Valerio, De Luca",
    "Jaime, Molina; Carolina, Frías; Javier, Muñoz; Laia, Fabregat; Alejandro, Martín; Daniel, Tejerina",
    "Sheldon, Skaggs; Hadja, Jalloh; George, Micheletti; Terry, Powis",
]


def turned(lists: list[str]) -> list[str]:
    return ["; ".join(", ".join(reversed(name.split(", "))) for name in text.split("; ")) for text in lists]


def test_all_lists_tell() -> None:
    assert (name_order(LISTS), name_order(turned(LISTS))) == ("swapped", "inverted")


@pytest.mark.parametrize("text", LISTS[1:2])
def test_one_list_tells_nothing(text: str) -> None:
    assert name_order([text]) == "inverted"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Martina, Frau; Valerio, De Luca", ["Frau, Martina", "De Luca, Valerio"]),
        ("Jan, de Vries", ["de Vries, Jan"]),
        ("Martina Frau, Valerio De Luca", ["Frau, Martina", "De Luca, Valerio"]),
        ("OpenAI", ["OpenAI"]),
    ],
)
def test_pairs_are_turned_and_nothing_else(text: str, names: list[str]) -> None:
    found = parse_messy(text, order="swapped").names
    assert [
        ", ".join(filter(None, (f"{name.particle or ''} {name.family or name.literal}".strip(), name.given))) for name in found
    ] == names


def test_a_column_that_is_the_wrong_way_round_is_told() -> None:
    rows = "\n".join(
        f'"{title}","{names}",2021' for title, names in zip(("Satrianum", "Virtual Tour", "Villa", "Pacbitun"), LISTS, strict=True)
    )
    cat = pc.parse(f"Title,Authors,Year\n{rows}\n")
    assert [author.family for author in cat[0].authors] == ["Dato", "Saccà", "Spadaro"]
    assert [issue.code for issue in cat.issues].count("name-order-inferred") == len(LISTS)
