"""Citation keys: readable, ASCII, unique, and the same whatever the order."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat import Author, Paper, Source
from papercat.keys import citation_keys

PEREZ = (Author(family="Perez", given="Ethan"),)
KEYS = [
    (Paper(title="Discovering Language Model Behaviors", year=2022, authors=PEREZ), "perez2022discovering"),
    (Paper(title="Discovering Language Model Behaviors", authors=PEREZ), "perezdiscovering"),
    (Paper(title="The Capacity for Moral Self-Correction", year=2023, authors=(Author(family="Ganguli"),)), "ganguli2023capacity"),
    (Paper(title="On the “Why” of a Thing", year=2020, authors=PEREZ), "perez2020thing"),
    (Paper(title="Ümläute & Ørsted", year=2020, authors=(Author(family="Lukošiūtė"),)), "lukosiute2020umlaute"),
    (Paper(title="Sleeper Agents", year=2024, authors=(Author(family="O'Hara"),)), "ohara2024sleeper"),
    (Paper(title="Sleeper Agents", year=2024, authors=(Author(family="Hatfield-Dodds"),)), "hatfielddodds2024sleeper"),
    (Paper(title="Symphony", authors=(Author(family="Beethoven", particle="van"),)), "beethovensymphony"),
    (Paper(title="Search for It", year=2012, authors=(Author(literal="ATLAS Collaboration"),)), "atlascollaboration2012search"),
    (Paper(title="深度学习", year=2020, authors=(Author(family="王"),)), "wang2020shen"),
    (Paper(title="Sleeper Agents", year=2024), "anon2024sleeper"),
    (Paper(year=2022, authors=PEREZ), "perez2022"),
    (Paper(arxiv="2212.09251", year=2022), "arxiv221209251"),
    (Paper(arxiv="hep-th/9711200"), "arxivhepth9711200"),
    (Paper(doi="10.1109/cbms.2019.00091"), "doi101109cbms201900091"),
    (Paper(abstract="We analyze the type of learned optimization."), "anonwe"),
    (Paper(title="?!", authors=(Author(family="…"),), arxiv="2212.09251"), "arxiv221209251"),
    (Paper(), "anonuntitled"),
]
# Few stems, so that many papers share one.
ALIKE = st.builds(
    Paper,
    title=st.sampled_from(["Sleeper Agents", "The Sleeper", "Sleeper a", None, "Sleeper b"]),
    year=st.sampled_from([2024, None]),
    authors=st.sampled_from([(), PEREZ]),
    abstract=st.sampled_from([None, "Humans are capable."]),
    comment=st.sampled_from([None, "updated"]),
)


@pytest.mark.parametrize(("paper", "key"), KEYS, ids=[key for _, key in KEYS])
def test_a_key_tells_author_year_and_title(paper: Paper, key: str) -> None:
    assert citation_keys([paper]) == (key,)


def test_papers_of_one_stem_get_a_letter_each() -> None:
    papers = [Paper(title=f"Sleeper {number}", authors=PEREZ, year=2024) for number in range(30)]
    keys = citation_keys(papers)
    assert set(keys) == {f"perez2024sleeper{letter}" for letter in [*"abcdefghijklmnopqrstuvwxyz", "aa", "ab", "ac", "ad"]}


def test_a_letter_never_makes_the_key_of_another_paper() -> None:
    papers = [Paper(title="Sleeper"), Paper(title="Sleeper", comment="twice"), Paper(title="Sleepera"), Paper(title="Sleeperb")]
    assert len(set(citation_keys(papers))) == 4
    assert citation_keys(papers)[2:] == ("anonsleepera", "anonsleeperb")


def test_a_very_long_name_makes_no_very_long_key() -> None:
    assert len(citation_keys([Paper(title="Sleeper" * 100, authors=(Author(literal="Very" * 100),), year=2020)])[0]) < 80


@given(st.lists(st.from_type(Paper) | ALIKE, max_size=8))
def test_keys_are_ascii_and_unique(papers: list[Paper]) -> None:
    keys = citation_keys(papers)
    assert len(keys) == len(papers) == len(set(keys))
    assert all(re.fullmatch("[a-z0-9]+", key) for key in keys)


@given(st.lists(ALIKE, max_size=8, unique=True), st.randoms())
def test_keys_do_not_hang_on_the_order(papers: list[Paper], random: st.DataObject) -> None:
    keys = dict(zip(papers, citation_keys(papers), strict=True))
    shuffled = sorted(papers, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert dict(zip(shuffled, citation_keys(shuffled), strict=True)) == keys


@given(st.lists(ALIKE, max_size=6, unique=True), st.from_type(Paper))
def test_a_paper_of_another_stem_changes_no_key(papers: list[Paper], other: Paper) -> None:
    more = citation_keys([*papers, other])
    if not any(
        key.startswith(citation_keys([other])[0]) or citation_keys([other])[0].startswith(key[:-1]) for key in citation_keys(papers)
    ):
        assert more[:-1] == citation_keys(papers)


def test_copies_are_told_apart_by_their_places() -> None:
    copies = [Paper(title="Sleeper", sources=(Source(name="page.txt", line=1, start=place, end=place),)) for place in (200, 9, 30)]
    keys = dict(zip(copies, citation_keys(copies), strict=True))
    assert dict(zip(copies[::-1], citation_keys(copies[::-1]), strict=True)) == keys
    assert sorted(keys.values()) == ["anonsleepera", "anonsleeperb", "anonsleeperc"]


def test_the_keys_of_the_dumps(one: pc.Catalog) -> None:
    assert "perez2022discovering" in one.keys
    assert {key for key in one.keys if key.startswith("arxiv")} == {
        f"arxiv{(paper.arxiv or '').replace('.', '')}" for paper in one if not paper.title
    }
