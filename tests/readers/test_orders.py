"""The order of names that the lists of a document share."""

from hypothesis import given
from hypothesis import strategies as st

from papercat.names import parse_messy, plain_pairs
from papercat.readers.orders import name_order

NAMES = st.sampled_from(
    "Hubinger, Evan|Meg Tong|de la Cruz, Juan|Li, Wei|Bai, Yuntao|Smith, J. A.|null, Mausam|Debnath, null|OpenAI, Team|Vargas Llosa, Mario|"
    "King, Jr., Martin|O'Hara, Clare|Wang, Tianshu".split("|")
)


@given(st.lists(NAMES, min_size=1, max_size=6).map(", ".join))
def test_plain_pairs_are_in_the_order_that_the_long_way_finds(text: str) -> None:
    assert not plain_pairs(text) or parse_messy(text).order == "inverted"


def test_most_lists_tell() -> None:
    assert name_order(["Hubinger, Evan, Tong, Meg", "Bai, Yuntao, Li, Wei", "Ethan Perez, Sam Ringer"]) == "inverted"
    assert not name_order([])
