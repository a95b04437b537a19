import re
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.mojibake import lexicon

DATA = files("papercat.mojibake").joinpath("data")
BUILDER = Path(__file__).parents[2] / "src/papercat/mojibake/data/build_lexicon.py"


def test_the_data_is_small() -> None:
    assert len(DATA.joinpath(lexicon.DATA).read_bytes()) < 1_000_000


def test_every_source_is_stated_with_version_and_licence() -> None:
    stated = DATA.joinpath("SOURCES.md").read_text("utf-8")
    rows = re.findall(r"^\| `([\w-]+)` \|.*\| ([\d.+, dfsg-]+) \|.*(?:MIT|BSD|CC0|CC BY)", stated, re.MULTILINE)
    readers = re.findall(r'"([\w-]+)": \w+(?=,)', BUILDER.read_text("utf-8").split("READERS", 1)[1].split("}", 1)[0])
    assert len(readers) == 12
    assert {key for key, _ in rows} == set(readers)


def test_every_package_that_is_fetched_is_stated() -> None:
    stated = DATA.joinpath("SOURCES.md").read_text("utf-8")
    script = BUILDER.read_text("utf-8").split('"""')[1]
    for name, version in re.findall(r"(\S+?)(?:==|(?<=\w)@)(\d[\d.]+)", script):
        assert name.rsplit("language", 1)[-1] in stated
        assert version in stated


@pytest.mark.parametrize("name", ["Michał", "Kamilė", "Şenel", "Dvořák", "Kovačević", "Erdoğan", "Ștefan"])
def test_names_are_known(name: str) -> None:
    assert lexicon.weight(name) > 0
    assert lexicon.weight(name.upper()) == lexicon.weight(name)


@pytest.mark.parametrize("name", ["", "Smith", "Mițhał", "Karaka\u0159", "\ud800"])
def test_what_no_list_has_weighs_nothing(name: str) -> None:
    assert lexicon.weight(name) == 0


def test_popular_names_weigh_more() -> None:
    assert lexicon.weight("Michał") > lexicon.weight("Kocoń")


@given(st.text(max_size=12), st.text(max_size=12), st.lists(st.text(min_size=1, max_size=2), min_size=1, unique=True))
def test_chances_are_a_distribution(left: str, right: str, letters: list[str]) -> None:
    odds = lexicon.chances(left, right, letters)
    assert list(odds) == letters
    assert sum(odds.values()) == pytest.approx(1)
    assert min(odds.values()) > 0


def test_company_tells_the_alphabet() -> None:
    romanian, lithuanian = lexicon.chances("mihăi", "ă", "ăėł"), lexicon.chances("šiūl", "", "ăėł")
    assert romanian["ė"] < 0.01
    assert lithuanian["ė"] > 0.9
