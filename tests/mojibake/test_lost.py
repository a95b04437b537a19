from math import prod
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papercat.mojibake.lost import Inference, candidates, infer, plain

ENOUGH = 0.6  # the floor of `damage.ENOUGH_PROBABILITY`


def lose(name: str, letter: str) -> Inference:
    """Lose one byte of the first `letter` of a name, and infer it again."""
    left, right = name.split(letter, 1)
    return infer([left, candidates(letter)[0], right])


# The first ten are the names of the user's listing; the others are researchers' names in the same alphabets.
NAMES = [
    ("Bartłomiej", "ł"), ("Özyurt", "Ö"), ("Karakaş", "ş"), ("Kamilė", "ė"), ("Kocoń", "ń"), ("Lukošiūtė", "ė"),
    ("Michał", "ł"), ("Miłkowski", "ł"), ("Swędrowski", "ę"), ("Şenel", "Ş"), ("Stankevičiūtė", "č"), ("Dvořák", "ř"),
    ("Ștefan", "Ș"), ("Erdoğan", "ğ"), ("Kovačević", "č"), ("Łukasz", "Ł"), ("Erdős", "ő"), ("Nguyễn", "ễ"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "letter"), NAMES)
def test_names_come_back(name: str, letter: str) -> None:
    answer = lose(name, letter)
    assert answer.text == name
    assert answer.probability >= ENOUGH


# Where the lists say little, or know both, the answer must not be sure of itself.
@pytest.mark.parametrize(
    ("name", "letter"),
    [("Łącki", "ą"), ("Mușat", "ș"), ("Božič", "č"), ("Nėdellec", "ė"), ("Ivančić", "ć"), ("Xoł", "ł"), ("Qxzė", "ė")],
)
def test_thin_evidence_is_not_sure(name: str, letter: str) -> None:
    assert lose(name, letter).probability < 0.9


@pytest.mark.xfail(strict=True, reason="Slovene and Czech -ič are thin beside Serbian -ić in the lists")
@pytest.mark.parametrize("name", ["Hajič", "Vičič"])
def test_slovene_endings(name: str) -> None:
    left, gap = name[:-1], candidates("č")[0]
    assert infer([left, gap]).text == name


def test_case_follows_the_place() -> None:
    gap = candidates("Ş")[0]
    assert infer([gap, "enel"]).text == "Şenel"
    assert infer([gap, "ENEL"]).text == "ŞENEL"
    assert infer(["Karaka", gap]).text == "Karakaş"
    assert infer(["KARAKA", gap]).text == "KARAKAŞ"
    assert infer(["Anna-", gap, "ucja"]).text == "Anna-Łucja"


def test_known_words_decide() -> None:
    gap = candidates("ł")[0]
    alone = infer(["Koco", gap])
    told = infer(["Koco", gap], known={"Kocoł", "Smith"})
    assert alone.text == "Kocoń"
    assert told.text == "Kocoł"
    assert told.probability > 0.95
    assert told.runner_up == "Kocoń"


def test_a_known_word_without_accents_tells_the_base_letter() -> None:
    gap = candidates("ł")[0]
    alone, told = infer(["Koco", gap]), infer(["Koco", gap], known=["Kocon"])
    assert told.text == "Kocoń"
    assert told.probability > alone.probability


def test_several_gaps() -> None:
    e, l_ = candidates("ę")[0], candidates("ł")[0]
    assert infer(["Łu", l_, "awa Sw", e, "drowski"]).text.endswith("Swędrowski")
    assert infer(["Stankevi", candidates("č")[0], "iūt", candidates("ė")[0]]).text == "Stankevičiūtė"


def test_nothing_to_choose() -> None:
    assert infer([]) == Inference("", 1.0, None)
    assert infer(["Smith"]) == Inference("Smith", 1.0, None)
    assert infer(["Smit", ()]) == Inference("Smit", 1.0, None)
    assert infer(["Smit", ("h",)]) == Inference("Smith", 1.0, None)


LETTERS = st.one_of(st.sampled_from("łńřśşčćęėğăĄÖÜŠs"), st.characters())
GAP = st.lists(st.one_of(LETTERS, st.text(max_size=2)), max_size=6).map(tuple)
PATTERN = st.lists(st.one_of(st.text(st.one_of(st.sampled_from("abkońz -'"), st.characters()), max_size=6), GAP), max_size=9)


@settings(max_examples=200, deadline=None)
@given(PATTERN, st.lists(st.text(max_size=8), max_size=3))
def test_total_and_within_the_pattern(pattern: list[str | tuple[str, ...]], known: list[str]) -> None:
    answer = infer(pattern, known)
    assert 0.0 < answer.probability <= 1.0
    assert answer.text != answer.runner_up
    starts = {0}
    for part in pattern:
        options = (part,) if isinstance(part, str) else part or ("",)
        starts = {at + len(o) for at in starts for o in options if answer.text.startswith(o, at)}
    assert len(answer.text) in starts


@given(st.characters(categories=["Lu", "Ll", "Lo"], min_codepoint=0x80))
def test_candidates_hold_the_letter(letter: str) -> None:
    assert all(letter in some for some in candidates(letter))


def test_many_gaps_stay_bounded() -> None:
    begin = perf_counter()
    answer = infer(["a", candidates("ł")[0]] * 12)
    assert perf_counter() - begin < 2.0
    assert 0.0 < answer.probability < prod([0.9] * 3)


def test_plain_folds_case_and_accents() -> None:
    assert plain("ŞENEL") == plain("Senel") == "senel"
    assert plain("\ud800") == "\ud800"
