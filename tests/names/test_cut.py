"""Where the family name begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.names.cut import cut, is_particle, is_vietnamese, look

# a stroke stands before the family name
NAMES = [
    "Amanda | Askell",
    "Juan | de la Vega",
    "Abdelmajid | BEN HAMADOU",
    "Kiet Van | Nguyen",
    "Nicola | De Cao",
    "Benjamin | Van Durme",
    "Luc | de Raedt",
    "Mirella | De Sisto",
    "Maria do Socorro | Nunes",
    "José | Ortega y Gasset",
    "Jorge A. | Wagner Filho",
    "Seán | Ó Riada",
    "Venugopal | K R",
    "Vinod | P. M",
    "Kavya | G",
    "Hélène | DUBOIS",
    "María José | García López",
    "Mary Ann | Evans",
    "J. P. | Morgan",
    "محمد | بن سلمان",
]


@pytest.mark.parametrize("name", NAMES)
def test_the_family_name_begins_where_it_should(name: str) -> None:
    given, family = name.split(" | ")
    words = [*given.split(), *family.split()]
    place = cut(look(tuple(words))).place
    assert f"{' '.join(words[:place])} | {' '.join(words[place:])}" == name


@pytest.mark.xfail(reason="the family names are not in the lists, and nothing else tells", strict=True)
@pytest.mark.parametrize("name", ["Harish | Tayyar Madabushi", "Alessio | Palmero Aprosio", "Mario | Vargas Llosa"])
def test_a_family_name_of_two_words_that_looks_like_a_middle_name(name: str) -> None:
    given, family = name.split(" | ")
    assert cut(look((*given.split(), *family.split()))).place == len(given.split())


@pytest.mark.parametrize(
    ("words", "initials"),
    [
        ("RM Schek JM Taboas", [True, False, True, False]),
        ("LI WEI", [False, False]),
        ("HE Xing-lian", [False, False]),
        ("J. Sanz", [True, False]),
        ("Seán Ó Riada", [False, False, False]),
    ],
)
def test_initials_are_told_by_the_words_around(words: str, initials: list[bool]) -> None:
    assert [trait.initial for trait in look(tuple(words.split()))] == initials


@pytest.mark.parametrize(
    ("name", "vietnamese"),
    [("Phan Thị Kim Phúc", True), ("Lê Đức Thọ", True), ("Minh Lê Nguyễn", False), ("Nguyen Van An", False), ("Nguyễn", False)],
)
def test_vietnamese_order_needs_the_letters_and_a_family_name_first(name: str, *, vietnamese: bool) -> None:
    assert is_vietnamese(name.split()) is vietnamese


@pytest.mark.parametrize(("word", "particle"), [("von", True), ("Van", True), ("Vanna", False), ("Deng", False), ("", False)])
def test_particles(word: str, *, particle: bool) -> None:
    assert is_particle(word) is particle


@given(st.lists(st.text(min_size=1).filter(lambda word: not word.isspace()), min_size=2, max_size=12))
def test_any_words_are_cut_between_two_of_them(words: list[str]) -> None:
    assert 0 < cut(look(tuple(words))).place < len(words)
