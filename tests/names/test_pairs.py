"""The fast path for lists of pairs, and the slow way as its oracle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.names import pair, parse_each, parse_family_first, parse_human, parse_messy, plain_pairs, split_commas
from papercat.names.pairs import _is_plain, _is_plain_part, are_families, pairs_with_and, plain_pair
from papercat.names.words import without_stop

FAMILIES = [
    *"Perez Ringer Tong Mu Ng Li O'Hara O’Brien McDonald LeCun Hatfield-Dodds Lukošiūtė".split(),
    *"Nguyễn Wang Kim He Jun Yufeng Müller d'Alembert Иванов Παπαδόπουλος Silva Ma Do By Great R".split(),
    *["de la Cruz", "van der Waals", "von Neumann", "Van Dam", "Vargas Llosa", "'t Hooft"],
]
GIVEN = [
    *"Ethan Sam Meg Jesse Ada Yann Zac Kamilė Minh Xiao Jean-Pierre Jean Luc Иван Μαρία A. J.-P. M Li Yan Chen".split(),
    "Samuel R.",
    "J. R. R.",
    "Dante degli",
    "Guido van",
    "Mohamed El Bachir",
    "Paulo Augusto de Lima",
    "Thi Minh Khai",
    "Mary Ann",
    "null",
]
PAIRS = st.lists(st.tuples(st.sampled_from(FAMILIES), st.sampled_from(GIVEN)), min_size=1, max_size=12)
PLAIN = [
    "Tong, Meg, Mu, Jesse",
    "Perez, Ethan",
    "de la Cruz, Juan, van der Waals, Johannes",
    "Ng, A., Jordan, M. I.",
    "Vargas Llosa, Mario, Tong, Meg, Mu, Jo",
    "Tong, Meg, Debnath, null",
]
NOT_PLAIN = [
    "",
    "Tong",
    "null, Mausam",
    "King, Martin Luther, Jr.",
    "Tong, Meg,, Mu",
    "Meg Tong, Jesse Mu",
    "john smith, jane doe",
    "bell hooks, danah boyd",
    "van den Berg M, de Vries J",
    "Senturk IF, Doe JA",
    "ATLAS Collaboration, Aad",
    "Tong, Meg and Mu, Jesse",
    "Tong, Meg; Mu, Jesse",
    "Tong, Meg, Mu, et al.",
    "Shekokar, Dr. Narendra",
    "Smith, John PhD",
    "Smith, John.",
    "L’ Homme, Marie",
    "Tufis, Radu - Gabriel",
    "-, Mausam",
    "王伟, 李娜",
    "Tong1, Meg",
]


@pytest.mark.parametrize("text", PLAIN)
def test_pairs_are_plain(text: str) -> None:
    families, given = plain_pairs(text) or ([], [])
    assert ", ".join(f"{one}, {other}" for one, other in zip(families, given, strict=True)) == text


@pytest.mark.parametrize("text", NOT_PLAIN)
def test_any_other_list_is_not(text: str) -> None:
    assert plain_pairs(text) is None


@given(PAIRS)
def test_the_fast_path_gives_what_the_slow_way_gives(pairs: list[tuple[str, str]]) -> None:
    text = ", ".join(f"{family}, {given}" for family, given in pairs)
    if plain := plain_pairs(text):
        assert [pair(family, given) for family, given in zip(*plain, strict=True)] == list(parse_messy(text).names)


@given(PAIRS.filter(lambda pairs: are_families([family for family, _ in pairs])))
def test_nearly_all_lists_of_pairs_take_the_fast_path(pairs: list[tuple[str, str]]) -> None:
    assert plain_pairs(", ".join(f"{family}, {given}" for family, given in pairs)) is not None


@given(st.text(alphabet="ab ,"))
def test_commas_cut_as_the_obvious_way_does(text: str) -> None:
    assert split_commas(text) == [part.strip() for part in text.split(",")]


@given(st.text())
def test_any_text_is_looked_at(text: str) -> None:
    plain = plain_pairs(text)
    assert plain is None or len(plain[0]) == len(plain[1])


@given(st.lists(st.tuples(st.sampled_from(FAMILIES), st.sampled_from([name for name in GIVEN if name != "null"])), min_size=1, max_size=4))
def test_names_one_by_one_are_the_same_at_one_go(people: list[tuple[str, str]]) -> None:
    texts = [f"{family}, {given}" for family, given in people]
    assert parse_each(texts) == tuple(parse_human(text) for text in texts)


@given(
    st.text(st.sampled_from("aBé中 ,.-'’1")) | st.lists(st.sampled_from([*FAMILIES, *GIVEN, "Jr.", "PhD", ".", "'", "and"])).map(", ".join)
)
def test_a_list_is_plain_where_its_parts_are(text: str) -> None:
    parts = split_commas(text)
    if all(map(_is_plain_part, parts)) and not without_stop(parts[-1])[1]:
        assert _is_plain(text)


@given(PAIRS)
def test_pairs_with_and_are_read_as_the_long_way_does(names: list[tuple[str, str]]) -> None:
    quick = pairs_with_and(" and ".join(f"{family}, {given}" for family, given in names))
    # semicolons go the long way, which takes four given names for those of two people
    is_long = any(given.count(" ") > 2 for _, given in names)
    assert not quick or is_long or quick == parse_messy("; ".join(f"{family}, {given}" for family, given in names)).names


@pytest.mark.parametrize(
    "text",
    [
        "Tong, Meg",
        "Tong and Mu",
        "Meg Tong, Jesse Mu and Ethan Perez, Sam Ringer",
        "Freund, Y., and Schapire, R. E.",
        "Liu, D. w and Yang, H.",
        "Food and Agriculture Organization, Rome and Mu, Jesse",
        "Tong, Meg and others",
        "King, Martin Luther, Jr. and Mu, Jesse",
        "null, Meg and Mu, J.",
        "v Pawel, J. and Mu, Jesse",
        "Berman, S. Suyenobu B. Naliboff B. D. Bueller J. and Mayer, E. A.",
        "Tong, Meg1 and Mu, Jesse2",
        "Tong, PhD and Mu, MSc",
    ],
)
def test_other_lists_go_the_long_way(text: str) -> None:
    assert pairs_with_and(text) == ()


ODD = ["Perez , Ethan", "Perez,Ethan", "Tong", "et al., X", "王, 伟", "Smith, Jr.", "x, others", "Doe,  J", "Ng, A,", "Kim, Jun*", ""]


@given(texts=st.lists(st.tuples(st.sampled_from(FAMILIES), st.sampled_from(GIVEN)).map(", ".join) | st.sampled_from(ODD), max_size=8))
def test_a_pair_that_is_plain_by_itself_is_read_so_among_others(texts: list[str]) -> None:
    alone = [plain_pair(text) for text in texts]
    plain = [text for text, found in zip(texts, alone, strict=True) if found]
    assert list(parse_each(plain)) == [pair(*found) for found in alone if found]


@pytest.mark.parametrize(
    ("texts", "families"),
    [
        (["Le Tallec Marc", "Villaneau Jeanne", "Syssau-Vaccarella Arielle"], ["Le Tallec", "Villaneau", "Syssau-Vaccarella"]),
        (["Klüwer T", "van der Berg AB"], ["Klüwer", "van der Berg"]),
        (["Hervey Aaron S.", "Curry John F."], ["Hervey", "Curry"]),
        (["Orasmaa", "Laur Sven"], ["Orasmaa", "Laur"]),
        (["", "null"], [None, None]),
    ],
)
def test_names_with_the_family_name_first(texts: list[str], families: list[str]) -> None:
    assert [" ".join(filter(None, (name.particle, name.family))) or None for name in parse_family_first(texts)] == families
