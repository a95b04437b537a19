"""What a word in a list of names can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.names.words import is_block, is_brand, is_credential, is_group, is_initials, is_suffix, without_stop


@pytest.mark.parametrize("word", ["J.", "J", "J.-P.", "T.J.W.", "Yu.", "J-P", "Á.", "И.", "И.И."])
def test_initials(word: str) -> None:
    assert is_initials(word)


@pytest.mark.parametrize("word", ["", "Jo", "St.", "Jr.", "Dr.", "JA", "j", "smith.", "1", "王伟", "...", "-"])
def test_no_initials(word: str) -> None:
    assert not is_initials(word)


@pytest.mark.parametrize(
    ("word", "block"), [("IF", True), ("J-P", True), ("TJWX", True), ("ABCDE", False), ("Ng", False), ("W.", False), ("", False)]
)
def test_capitals_that_can_be_initials(word: str, *, block: bool) -> None:
    assert is_block(word) is block


@pytest.mark.parametrize(
    ("word", "suffix"), [("Jr", True), ("Sr.", True), ("III", True), ("iv", True), ("V", False), ("Ivy", False), ("", False)]
)
def test_suffixes(word: str, *, suffix: bool) -> None:
    assert is_suffix(word) is suffix


@pytest.mark.xfail(reason="SR and JR in capitals are read as suffixes in the lists of PubMed", strict=True)
def test_a_suffix_in_capitals_can_be_initials() -> None:
    assert not is_suffix("SR")


@pytest.mark.parametrize(
    ("word", "alone", "beside"),
    [
        ("PhD", True, True),
        ("Ph.D.", True, True),
        ("MD", False, True),
        ("M.D.", True, True),
        ("MS", False, True),
        ("Ma", False, False),
        ("", False, False),
    ],
)
def test_degrees_need_company_where_they_can_be_initials(word: str, *, alone: bool, beside: bool) -> None:
    assert (is_credential(word), is_credential(word, beside=True)) == (alone, beside)


@pytest.mark.parametrize(
    "text",
    [
        "ATLAS Collaboration",
        "Centers for Disease Control",
        "Gemini Team",
        "Universität Wien",
        "Google Inc.",
        "SIMPLEX GmbH",
        "Uniwersytet Jagielloński",
        "Helsingin yliopisto",
        "Boğaziçi Üniversitesi",
    ],
)
def test_organisations(text: str) -> None:
    assert is_group(text.split())


@pytest.mark.parametrize(
    "text", ["William H. Press", "Ann Teamer", "Karl Bank", "Norman Church", "", "Jason Power", "Peter Hall", "Pere Coll"]
)
def test_people_are_no_organisations(text: str) -> None:
    assert not is_group(text.split())


@pytest.mark.parametrize(
    ("word", "brand"),
    [
        ("OpenAI", True),
        ("DeepSeek-AI", True),
        ("EleutherAI", True),
        ("McKAI", False),
        ("LaMAI", False),
        ("Kai", False),
        ("AI", False),
        ("", False),
    ],
)
def test_organisations_of_one_word(word: str, *, brand: bool) -> None:
    assert is_brand(word) is brand


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Smith, John.", "Smith, John"),
        ("Ada Lovelace. ", "Ada Lovelace"),
        ("Smith, J. A.", "Smith, J. A."),
        ("Smith, John, Jr.", "Smith, John, Jr."),
        ("Darwin, Chas.", "Darwin, Chas."),
        ("SMITH.", "SMITH."),
        ("", ""),
        (".", "."),
    ],
)
def test_the_full_stop_behind_a_list(text: str, left: str) -> None:
    assert without_stop(text)[0] == left


@given(st.text())
def test_any_word_is_looked_at(word: str) -> None:
    answers = [is_initials(word), is_block(word), is_suffix(word), is_credential(word), is_group([word]), is_brand(word)]
    assert all(isinstance(answer, bool) for answer in answers)


@given(st.text(alphabet="Smith. ,"))
def test_nothing_but_a_stop_is_left_out(text: str) -> None:
    left, dropped = without_stop(text)
    assert f"{left}{''.join(dropped)}" == (text.rstrip() if dropped else text)
