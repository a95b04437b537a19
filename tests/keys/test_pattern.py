"""The pattern language: what each word says, and what is no pattern."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat import Author, Paper, PatternError
from papercat.keys import citation_keys, parse_pattern
from papercat.keys.words import ALIASES, WORDS

PEREZ = Paper(
    title="Discovering Language Model Behaviors with Model-Written Evaluations",
    authors=tuple(Author(family=family, given="X.") for family in ("Perez", "Ringer", "Lukošiūtė", "Nguyen", "Chen")),
    year=2023,
    month=7,
    venue="Findings of the Association for Computational Linguistics",
    arxiv="2212.09251",
    doi="10.18653/v1/2023.findings-acl.847",
    keywords=("language models", "safety"),
    type="inproceedings",
)
BEETHOVEN = Paper(title="An die ferne Geliebte", authors=(Author(family="Beethoven", particle="van", given="Ludwig"),), year=1816)
ATLAS = Paper(title="Observation of a new particle", authors=(Author(literal="ATLAS Collaboration"),), year=2012, arxiv="hep-th/9711200")
LI = Paper(title="深度学习", authors=(Author(family="李", given="航"), Author(family="Иванов", given="Иван")), year=2020)
NOBODY = Paper(title="Ōmu to “Alpha” — 100 %", year=2001)
KEYS = [
    (PEREZ, "{auth}{year}{shorttitle}", "Perez2023DiscoveringLanguageModel"),
    (PEREZ, "{auth:lower}{year}{veryshorttitle:lower}", "perez2023discovering"),
    (PEREZ, "{auth:upper}{yy}", "PEREZ23"),
    (PEREZ, "{auth(3)}{shortyear}{month}", "Per2307"),
    (PEREZ, "{authors(2)}:{year}", "PerezRingerEtAl:2023"),
    (PEREZ, "{authors}", "PerezRingerLukosiuteNguyenChen"),
    (PEREZ, "{authEtAl}_{year}", "PerezEtAl_2023"),
    (PEREZ, "{authorLast}", "Chen"),
    (PEREZ, "{authorsAlpha}{yy}", "PRL+23"),
    (PEREZ, "{title:10}", "Discoverin"),
    (PEREZ, "{shorttitle(4):abbr}", "DLMB"),
    (PEREZ, "{shorttitle(2):lower:capitalize}", "DiscoveringLanguage"),
    (PEREZ, "{venue:abbr}{year}", "FACL2023"),
    (PEREZ, "{journal}", "FindingsAssociationComputationalLinguistics"),
    (PEREZ, "{arxiv}", "2212.09251"),
    (PEREZ, "arXiv:{eprint}", "arXiv:2212.09251"),
    (PEREZ, "{doi}", "10.18653/v1/2023.findings-acl.847"),
    (PEREZ, "{keyword(2)}{keyword(9)}{type}", "safetyinproceedings"),
    (PEREZ, "{doi|arxiv}/{ title | auth : lower : 4 }".replace(" ", ""), "10.18653/v1/2023.findings-acl.847/disc"),
    (BEETHOVEN, "{auth}{year}{shorttitle(1)}", "Beethoven1816ferne"),
    (BEETHOVEN, "{authEtAl}{authorsAlpha}{arxiv|doi|year}", "BeethovenBee1816"),
    (BEETHOVEN, "{title}", "AndieferneGeliebte"),
    (ATLAS, "{auth:lower}{yy}", "atlascollaboration12"),
    (ATLAS, "{arxiv}", "hep-th/9711200"),
    (LI, "{authEtAl}{year}{shorttitle:lower}", "LiIvanov2020shenduxue"),
    (LI, "{authorsAlpha}", "LI"),
    (NOBODY, "{auth}{year}{shorttitle}", "anon2001OmuAlpha100"),
    (NOBODY, "{auth:upper:2}{title:abbr}", "ANOtA1"),
    (NOBODY, "{venue|auth|title}", "OmutoAlpha100"),
    (NOBODY, "{auth}{year}", "anon2001omu"),
    (Paper(arxiv="2212.09251", year=2022), "{auth}{year}", "arxiv221209251"),
    (Paper(year=2022), "{auth}{month}", "anon2022untitled"),
]
BAD = [
    ("", 0, "no word that tells"),
    ("abc", 0, "no word that tells"),
    ("{letters}", 0, "no word that tells"),
    ("{auth", 0, "not closed"),
    ("{auth}}", 6, "not opened"),
    ("{{auth}}", 0, "not closed"),
    ("{}", 1, "a word is missing"),
    ("{auth|}", 6, "a word is missing"),
    ("{auth:}", 6, "no modifier ''"),
    ("{autor}", 1, "no word 'autor'; did you mean author"),
    ("{year}{auth|titel}", 12, "did you mean title"),
    ("{Auth}", 1, "did you mean auth"),
    ("{foo}", 1, "no word 'foo'; known are auth, authors, "),
    ("{auth} {year}", 6, "' ' cannot stand in a key"),
    ("{auth}é", 6, "'é' cannot stand"),
    ("{auth},{year}", 6, "',' cannot stand"),
    ("{auth:uper}", 6, "no modifier 'uper'; did you mean upper"),
    ("{auth:1234}", 6, "no modifier '1234'"),
    ("{year(2)}", 1, "year takes no number"),
    ("{title()}", 1, "title takes no number"),
    ("{shorttitle()}", 1, "the number is missing"),
    ("{shorttitle(x)}", 1, "no word 'shorttitle(x)'"),
    ("{letters}{auth}{letters}", 16, "more than once"),
    ("{auth|letters}", 1, "stands alone"),
]


@pytest.mark.parametrize(("paper", "pattern", "key"), KEYS, ids=[f"{pattern} {key}" for _, pattern, key in KEYS])
def test_a_pattern_says_what_its_words_say(paper: Paper, pattern: str, key: str) -> None:
    assert citation_keys([paper], pattern) == (key,)


def test_every_word_stands_in_the_table_above() -> None:
    used = " ".join(pattern for _, pattern, _ in KEYS)
    assert [word for word in WORDS if f"{word}" not in used and word != "letters"] == []
    assert set(ALIASES.values()) <= set(WORDS)


@pytest.mark.parametrize(("pattern", "place", "told"), BAD, ids=[pattern for pattern, *_ in BAD])
def test_what_is_no_pattern_is_said_with_its_place(pattern: str, place: int, told: str) -> None:
    with pytest.raises(PatternError) as error:
        parse_pattern(pattern)
    assert error.value.place == place
    assert told in str(error.value)
    assert f"key pattern {pattern!r}, character {place + 1}: " in str(error.value)
    assert isinstance(error.value, ValueError)


@given(st.text() | st.text("{}()|:authyearletters0123456789 ", max_size=30), st.from_type(Paper))
def test_any_text_is_a_pattern_or_an_error(pattern: str, paper: Paper) -> None:
    try:
        head, tail = parse_pattern(pattern).stem(paper)
    except PatternError as error:
        assert 0 <= error.place <= len(pattern)  # noqa: PT017  either may come
    else:
        assert (head + tail).isascii()
        assert head + tail
