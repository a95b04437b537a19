"""How two names can be one person's: labelled pairs, most of them people of whom the ACL Anthology knows several names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.models import Author
from papercat.people.forms import Form, form, readings
from papercat.people.relations import BITS, TOLD, relate


def named(name: str) -> Form:
    family, _, first = name.partition(", ")
    found = form(Author(family=family, given=first or None))
    assert found
    return found


KINDS = [
    ("Maxwell, Tim", "Maxwell, Timothy", "nickname"),
    ("Dolan, Bill", "Dolan, William B.", "nickname"),
    ("Lukošiūtė, Kamilė", "Lukosiute, Kamile", "equal"),
    ("Lukošiūtė, Kamilė", "Lukosuite, Kamile", "family-misspelt"),
    ("El Showk, Sheer", "Showk, Sheer El", "boundary"),
    ("Ovesdotter Alm, Cecilia", "Alm, Cecilia Ovesdotter", "boundary"),
    ("Schütze, Hinrich", "Schuetze, Hinrich", "equal"),
    ("Müller, Jörg", "Mueller, Joerg", "equal"),
    ("Tsujii, Jun’ichi", "Tsujii, Junichi", "equal"),
    ("Dai, Xin-Yu", "Dai, Xinyu", "equal"),
    ("Peters, Matthew E.", "Peters, Matthew", "middle"),
    ("Bowman, S.", "Bowman, Samuel R.", "initials"),
    ("Bowman, SR", "Bowman, Samuel R.", "initials"),
    ("Boitet, Ch.", "Boitet, Christian", "initials"),
    ("Lan, Man", "Man, Lan", "swapped"),
    ("Nguyen, Minh Le", "Minh, Le Nguyen", "boundary"),
    ("Zhao, Wayne Xin", "Zhao, Xin", "dropped"),
    ("Tsai, Richard Tzong-Han", "Tsai, Tzong-Han Richard", "turned"),
    ("Hovy, Ed", "Hovy, Eduard", "cut"),
    ("Nakashole, Ndapa", "Nakashole, Ndapandula", "cut"),
    ("Langlais, Philippe", "Langlais, Phillippe", "misspelt"),
    ("Benamara, Farah", "Benamara Zitoune, Farah", "family-part"),
    ("Esplà, Miquel", "Esplà-Gomis, Miquel", "family-part"),
    ("Abate, Solomon Teferra", "Teferra, Solomon", "words"),
    ("Nyberg, 3rd, Eric H.", "Nyberg, Eric", "middle"),
    ("Kann, Katharina", "von der Wense, Katharina", "family"),
    ("王, 伟", "Wang, Wei", "equal"),
    ("Zhang, Wei", "Zhang, Wei-Nan", "syllable"),
    ("Wang, Lucy", "Wang, Lucy Lu", "middle"),
    ("Zahran, Ahmed", "Mahran, Ahmed", "family"),
    # two people
    ("Zhang, Shuo", "Zhang, Shuofei", None),
    ("Bowman, Samuel", "Bowman, Sarah", None),
    ("Bowman, T.", "Bowman, Samuel R.", None),
    ("Chen, Anna", "Chen, Anqi", None),
    ("Wang, Wei", "Wang, Wen", None),
    ("Smith, David A.", "Smith, David B.", "middle-other"),
    ("Gupta, Deepa", "Gupta, Deepak", "respelt"),
    ("Li, Wei", "Lin, Wei", None),
    ("Perez, Ethan", "Ringer, Sam", None),
]


@pytest.mark.parametrize(("one", "other", "kind"), KINDS)
def test_names_differ_so(one: str, other: str, kind: str | None) -> None:
    assert relate(named(one), named(other)) == kind


@pytest.mark.parametrize(("one", "other", "kind"), KINDS)
def test_which_name_comes_first_does_not_matter(one: str, other: str, kind: str | None) -> None:
    assert relate(named(other), named(one)) == kind


def test_every_kind_has_bits_and_words() -> None:
    assert BITS.keys() == TOLD.keys()
    assert {kind for _, _, kind in KINDS if kind} <= BITS.keys()


WORDS = st.text(st.sampled_from("abWxé.-' ’王\u0308"), min_size=1, max_size=8).filter(lambda text: any(map(str.isalpha, text)))


@given(WORDS, WORDS, WORDS, WORDS)
def test_any_two_names_have_a_relation_or_none(one: str, first: str, other: str, second: str) -> None:
    a, b = readings(f"{one},{first}"), readings(f"{other},{second}")
    if a and b:
        assert relate(a[0], b[0]) == relate(b[0], a[0])
        assert relate(a[0], a[0]) == "equal"


@given(st.text(max_size=30))
def test_any_text_is_read_as_a_name_or_none(text: str) -> None:
    assert all(one.family and one.surname for one in readings(text))
