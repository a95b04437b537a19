import re
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.names import lexicon
from papercat.names.lexicon import givenness, is_known, languages

DATA = files("papercat.names").joinpath("data")
BUILDERS = Path(__file__).parents[2] / "src/papercat/names/data"

GIVEN = "Maria István Hiroshi Minjun Xiaoming Abdul Priya Olga Hans Jean José Kamilė Wojciech Siobhán Aino Mehmet".split()
FAMILY = "García Wang Nguyễn Kim Nagy Kowalski Müller Smith Singh Sato Fernández Peeters Virtanen Öztürk Jørgensen O'Brien".split()
BOTH = ["Martin", "Ali", "Thomas", "Kim"]


@pytest.mark.parametrize("word", GIVEN)
def test_given_names(word: str) -> None:
    assert givenness(word) > 1
    assert is_known(word)


@pytest.mark.parametrize("word", FAMILY)
def test_family_names(word: str) -> None:
    assert givenness(word) < -1
    assert is_known(word)


@pytest.mark.parametrize("word", BOTH)
def test_names_of_both_kinds_are_not_far_from_nought(word: str) -> None:
    assert abs(givenness(word)) < 3


@pytest.mark.parametrize("word", ["", "-", "'", "qqqqxz", "42", "β-decay", "王", "\ud800", "\0", "…", "\u0301"])
def test_no_evidence_is_nought(word: str) -> None:
    assert givenness(word) == 0
    assert not is_known(word)
    assert languages(word) == frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller", "Muller"),
        ("ŁUKASZ", "lukasz"),
        ("O’Brien", "OBRIEN"),
        ("Min-Jun", "Minjun"),
        ("Mari\u0301a", "María"),
        ("Min\u2010Jun", "Min-Jun"),
        ("García-López", "LÓPEZ-GARCÍA"),
    ],
)
def test_spellings_of_one_word(one: str, other: str) -> None:
    assert givenness(one) == givenness(other) != 0
    assert languages(one) == languages(other)


def test_parts_of_an_unlisted_pair_are_averaged() -> None:
    assert givenness("Nagy-Singh") == (givenness("Nagy") + givenness("Singh")) / 2
    assert givenness("Nagy-Qqqxz") == givenness("Nagy")
    assert not is_known("Nagy-Qqqxz")


@pytest.mark.parametrize(
    ("word", "tags"),
    [
        ("Nguyen", {"vi"}),
        ("Fernández", {"es"}),
        ("Tanaka", {"ja"}),
        ("Szabó", {"hu"}),
        ("Zhang", {"zh"}),
        ("Hyun-Woo", {"ko"}),
        ("Smith", set()),
        ("Jan", set()),
        ("Anna", set()),
    ],
)
def test_languages(word: str, tags: set[str]) -> None:
    assert languages(word) == tags


@given(st.text())
def test_every_text_has_an_answer(text: str) -> None:
    assert -lexicon.BOUND <= givenness(text) <= lexicon.BOUND
    assert is_known(text) or "-" in lexicon.plain(text) or givenness(text) == 0
    assert languages(text) <= set(lexicon.TAGS)


@given(st.sampled_from(sorted(lexicon.levels())))
def test_case_does_not_count(word: str) -> None:
    assert givenness(word) == givenness(word.upper()) == givenness(word.title()) == lexicon.levels()[word]
    assert is_known(word)


@pytest.mark.parametrize("piece", ["a", "-", "'", "é", "\u0301", "a-", "García-", "\ud800", "\0", "İ"])
def test_long_words(piece: str) -> None:
    word = piece * (1_000_000 // len(piece))
    assert -lexicon.BOUND <= givenness(word) <= lexicon.BOUND
    assert languages(word) == frozenset()


def test_the_data_is_whole() -> None:
    words, levels, tags = lexicon.texts()
    assert len(words) == len(levels) == len(tags) > 100_000
    assert words == sorted(set(words))
    assert all(re.fullmatch("[a-z]{2,}", word) for word in words)
    assert sum(level > 0 for level in lexicon.levels().values()) > 40_000
    assert sum(level < 0 for level in lexicon.levels().values()) > 40_000
    assert {tag for tags in lexicon.tags().values() for tag in tags} == set(lexicon.TAGS)


def test_the_data_is_small() -> None:
    assert len(DATA.joinpath(lexicon.DATA).read_bytes()) < 450_000


def test_every_source_is_stated_with_version_and_licence() -> None:
    stated = DATA.joinpath("SOURCES.md").read_text("utf-8")
    keys = re.findall(r"^\| `([\w-]+)` \|.*\| [\d.+, dfsg-]+ \|.*(?:MIT|CC0|CC BY|public domain|open data|Apache)", stated, re.MULTILINE)
    readers = re.findall(r'"([\w-]+)": \w+(?=,)', (BUILDERS / "build_words.py").read_text("utf-8").split("READERS", 1)[1].split("}", 1)[0])
    counters = re.findall(r'"([\w-]+)": \w+(?=,)', (BUILDERS / "counts.py").read_text("utf-8").split("COUNTERS", 1)[1].split("}", 1)[0])
    assert len(keys) == len(set(keys)) == len(readers) + len(counters)
    assert set(keys) == {*readers, *counters}


def test_every_package_that_is_fetched_is_stated() -> None:
    stated = DATA.joinpath("SOURCES.md").read_text("utf-8")
    script = (BUILDERS / "build_words.py").read_text("utf-8").split('"""')[1]
    fetched = re.findall(r"(\S+?)(?:==|(?<=\w)@)(\d[\d.]+)", script)
    assert len(fetched) == 7
    for name, version in fetched:
        assert name.rsplit("language", 1)[-1] in stated
        assert version in stated
