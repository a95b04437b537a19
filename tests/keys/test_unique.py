"""Citation keys: readable, ASCII, unique, and the same whatever the order."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat import Author, Paper, Source
from papercat.keys import citation_keys, free_key, pinned, safe
from papercat.models import FrozenMap

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
PATTERNS = ["{auth:lower}{year}{veryshorttitle:lower}", "{auth}{year}", "{year}{letters}:{authEtAl|venue}", "{title:upper:3}"]
# Few stems, so that many papers share one.
ALIKE = st.builds(
    Paper,
    title=st.sampled_from(["Sleeper Agents", "The Sleeper", "Sleeper a", None, "Sleeper b"]),
    year=st.sampled_from([2024, None]),
    authors=st.sampled_from([(), PEREZ]),
    abstract=st.sampled_from([None, "Humans are capable."]),
    comment=st.sampled_from([None, "updated"]),
    month=st.integers(1, 11),
)


@pytest.mark.parametrize(("paper", "key"), KEYS, ids=[key for _, key in KEYS])
def test_a_key_tells_author_year_and_title(paper: Paper, key: str) -> None:
    assert citation_keys([paper]) == (key,)


def test_papers_of_one_stem_get_a_letter_each() -> None:
    papers = [Paper(title=f"Sleeper {number}", authors=PEREZ, year=2024) for number in range(30)]
    keys = citation_keys(papers)
    assert len(set(keys)) == 30
    assert keys.count("perez2024sleeper") == 1
    assert all(re.fullmatch("perez2024sleeper(-[a-z]{1,2})?", key) for key in keys)


def test_letters_follow_a_year_and_are_set_off_from_a_word() -> None:
    models = [Paper(title=title, authors=PEREZ, year=2024) for title in ("Model A", "Model B", "Models")]
    assert sorted(citation_keys(models)) == ["perez2024model", "perez2024model-c", "perez2024models"]
    assert sorted(citation_keys(models[:2], "{auth}{year}")) == ["Perez2024", "Perez2024c"]
    assert sorted(citation_keys(models[:2], "{year}{letters}:{auth}")) == ["2024:Perez", "2024c:Perez"]


def test_a_hundred_thousand_copies_cost_no_more_than_others() -> None:
    keys = citation_keys([Paper(title="Sleeper")] * 2000)
    assert len(set(keys)) == 2000
    assert max(map(len, keys)) == len("anonsleeper-zmsp") + 4


def test_the_oldest_has_the_stem() -> None:
    papers = [Paper(title="Sleeper", year=2024, month=month, arxiv=arxiv) for month, arxiv in ((5, None), (1, "2401.05566"), (1, None))]
    assert citation_keys(papers)[1] == "anon2024sleeper"


READ = [
    ("perez22", "perez22"),
    ("DBLP:conf/acl/Perez22", "DBLP:conf/acl/Perez22"),
    ("Perez_etal.2022+x;y*", "Perez_etal.2022+x;y*"),
    ("perez 2022", "perez2022"),
    ("lukošiūtė2022", "lukosiute2022"),
    ("王2020", "Wang2020"),
    ("doe'2024#\\%~\"(=", "doe2024"),
]


@pytest.mark.parametrize(("read", "key"), READ, ids=[read for read, _ in READ])
def test_a_key_that_was_read_stays(read: str, key: str) -> None:
    assert citation_keys([Paper(title="Sleeper Agents", extra=FrozenMap({"key": read}))], "{title}") == (key,)
    assert safe(key) == key


@pytest.mark.parametrize("read", ["*", "---", "#", "{}"])
def test_a_key_of_signs_is_none(read: str) -> None:
    assert citation_keys([Paper(title="Sleeper Agents", extra=FrozenMap({"key": read}))]) == ("anonsleeper",)


def test_who_was_read_with_a_key_keeps_it_before_all_others() -> None:
    made, read = Paper(title="Sleeper", year=1990), Paper(title="Else", year=2024, extra=FrozenMap({"key": "anon1990sleeper"}))
    assert citation_keys([made, read]) == ("anon1990sleeper-s", "anon1990sleeper")


def test_bibtex_does_not_tell_cases_apart() -> None:
    papers = [Paper(title=title, extra=FrozenMap({"key": key})) for title, key in (("A", "Perez22"), ("B", "perez22"))]
    assert len({key.lower() for key in citation_keys(papers)}) == 2


def test_a_free_key_is_the_key_or_one_with_letters() -> None:
    paper = Paper(title="Constitutional AI")
    assert free_key("Bai2022", paper, set()) == "Bai2022"
    first = free_key("Bai2022", paper, {"bai2022"})
    assert re.fullmatch("Bai2022[a-z]", first)
    assert re.fullmatch("Bai2022[a-z]{2}", free_key("Bai2022", paper, {"bai2022", first.lower()}))


def test_a_letter_never_makes_the_key_of_another_paper() -> None:
    papers = [Paper(title="Sleeper"), Paper(title="Sleeper", comment="twice"), Paper(title="Sleepera"), Paper(title="Sleeperb")]
    assert len(set(citation_keys(papers))) == 4
    assert citation_keys(papers)[2:] == ("anonsleepera", "anonsleeperb")
    keys = citation_keys([Paper(title="A", year=2020), Paper(title="B", year=2020), Paper(title="H"), Paper(title="Z")], "{year|title}")
    assert len(set(keys)) == 4


def test_a_very_long_name_makes_no_very_long_key() -> None:
    assert len(citation_keys([Paper(title="Sleeper" * 100, authors=(Author(literal="Very" * 100),), year=2020)])[0]) < 80


@given(st.lists(st.from_type(Paper) | ALIKE, max_size=8), st.sampled_from(PATTERNS))
def test_keys_are_ascii_and_unique(papers: list[Paper], pattern: str) -> None:
    keys = citation_keys(papers, pattern)
    assert len(keys) == len(papers) == len({key.lower() for key in keys})
    assert all(re.fullmatch(r"[A-Za-z0-9:.+/_*;-]+", key) for key in keys)


@given(st.lists(ALIKE | st.from_type(Paper), max_size=8, unique=True), st.randoms(), st.sampled_from(PATTERNS))
def test_keys_do_not_hang_on_the_order(papers: list[Paper], random: st.DataObject, pattern: str) -> None:
    keys = dict(zip(papers, citation_keys(papers, pattern), strict=True))
    shuffled = sorted(papers, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert dict(zip(shuffled, citation_keys(shuffled, pattern), strict=True)) == keys


@given(st.lists(ALIKE, max_size=8, unique=True), ALIKE, st.sampled_from(PATTERNS))
def test_a_newer_paper_changes_no_key(papers: list[Paper], other: Paper, pattern: str) -> None:
    dated = [replace(paper, year=paper.year or 2023) for paper in papers]
    newer = replace(other, year=2024, month=12)
    assert citation_keys([*dated, newer], pattern)[:-1] == citation_keys(dated, pattern)


@given(st.lists(ALIKE, max_size=8, unique=True), ALIKE)
def test_an_older_paper_changes_at_most_the_bare_key_and_who_had_its_letters(papers: list[Paper], other: Paper) -> None:
    before = citation_keys(papers)
    after = citation_keys([*papers, other])[:-1]
    changed = [old for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) <= 2


@given(st.lists(st.from_type(Paper) | ALIKE, max_size=5), st.lists(ALIKE, max_size=5))
def test_pinned_keys_never_change(papers: list[Paper], others: list[Paper]) -> None:
    kept = pinned(papers)
    assert citation_keys(kept) == citation_keys(papers)
    assert citation_keys([*kept, *others], "{title}")[: len(kept)] == citation_keys(papers)


def test_copies_are_told_apart_by_their_places() -> None:
    copies = [Paper(title="Sleeper", sources=(Source(name="page.txt", line=1, start=place, end=place),)) for place in (200, 9, 30)]
    keys = dict(zip(copies, citation_keys(copies), strict=True))
    assert dict(zip(copies[::-1], citation_keys(copies[::-1]), strict=True)) == keys
    assert len(set(keys.values())) == 3


def test_the_keys_of_the_dumps(one: pc.Catalog) -> None:
    assert "perez2022discovering" in one.keys
    assert {key for key in one.keys if key.startswith("arxiv")} == {
        f"arxiv{(paper.arxiv or '').replace('.', '')}" for paper in one if not paper.title
    }
