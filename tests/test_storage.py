"""A catalog as JSON lines: everything comes back, and a file that is not whole is read like any other."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat import Catalog, Decision, Paper
from papercat.catalog.storage import MARK, restore

AGENTS = Paper(title="Sleeper Agents: Training Deceptive LLMs", arxiv="2401.05566", year=2024)


def everything(cat: Catalog) -> tuple[object, ...]:
    return cat.papers, cat.issues, cat.inputs, cat.merges, cat.decisions


def test_the_users_catalog_comes_back(seeds: Catalog, tmp_path: Path) -> None:
    cat = seeds.dedup(decisions=[Decision("2212.09251", "2307.11768", same=False)])
    cat.write(tmp_path / "all.jsonl")
    again = pc.read(tmp_path / "all.jsonl")
    assert everything(again) == everything(cat)
    assert list(again.receipt()) == list(cat.receipt())
    assert [one.explain() for one in again.merges] == [one.explain() for one in cat.merges]
    assert again.key_map == cat.key_map


@given(papers=st.lists(st.from_type(Paper), max_size=4))
def test_any_papers_come_back(papers: list[Paper]) -> None:
    cat = Catalog(papers)
    assert everything(pc.parse(cat.dumps("jsonl"))) == everything(cat)


def test_a_merge_that_a_person_decided_comes_back() -> None:
    cat = Catalog([AGENTS, Paper(title="Other words", doi="10.1109/cbms.2019.00091")])
    joined = cat.dedup(decisions=[Decision("2401.05566", "10.1109/cbms.2019.00091", same=True)])
    assert len(joined) == 1
    assert everything(pc.parse(joined.dumps("jsonl"))) == everything(joined)


def test_two_catalogs_in_one_folder_are_one(seeds: Catalog, tmp_path: Path) -> None:
    seeds[:3].write(tmp_path / "a.jsonl")
    seeds[3:].write(tmp_path / "b.jsonl")
    assert pc.read(tmp_path).papers == seeds.papers


def test_it_is_read_piece_by_piece(seeds: Catalog, tmp_path: Path) -> None:
    seeds.write(tmp_path / "all.jsonl")
    assert list(pc.iter_read(tmp_path / "all.jsonl")) == [*seeds.papers, *seeds.issues]


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[:-20],
        lambda text: text.replace('"version": 1', '"version": 2'),
        lambda text: text.replace('"title"', '"titel"', 1),
        lambda text: text.replace("\n", "\n[]\n", 1),
        lambda text: text.replace("2401", "24O1", 1),
        lambda _: MARK + "}",
        lambda _: MARK,
    ],
    ids=["cut", "of another version", "an unknown field", "a line that is none", "an id that is none", "the mark alone", "half a mark"],
)
def test_what_is_not_whole_is_no_catalog_and_loses_nothing(damage: object) -> None:
    assert callable(damage)
    text = damage(Catalog([AGENTS]).dumps("jsonl"))
    assert restore(text) is None
    cat = pc.parse(text, name="all.jsonl")
    assert all(paper.title != "Sleeper Agents: Training Deceptive LLMs" or paper.sources for paper in cat)
    assert cat.inputs[0].length == len(text)


def test_a_format_that_is_named_decides(seeds: Catalog) -> None:
    text = seeds[:2].dumps("jsonl")
    assert pc.parse(text, format="json").inputs[0].format == "json"


@pytest.mark.parametrize("known", [{"issue": "5"}, {"year": 2024}, {}])
def test_a_paper_of_which_one_thing_is_known_comes_back(known: dict[str, object]) -> None:
    cat = Catalog([Paper.from_dict(known), AGENTS])
    assert everything(pc.parse(cat.dumps("jsonl"))) == everything(cat)


def test_a_file_whose_name_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.bib")
    try:
        path.write_text("@misc{a, title = {Sleeper Agents}, year = 12}\n junk\n", "utf-8")
    except OSError:
        pytest.skip("this system has no such names")
    cat = pc.read(path)
    assert cat.issues
    assert cat.inputs[0].name.endswith(r"caf\udce9.bib")
    cat.write(tmp_path / "all.jsonl")
    assert everything(pc.read(tmp_path / "all.jsonl")) == everything(cat)
    cat.report(tmp_path / "report.html")
    assert pc.Catalog([AGENTS]).write(path, update=True).added
    assert list(pc.iter_read(path))[:1] == [pc.read(path)[0]]


def test_a_decision_that_is_no_text_comes_back(tmp_path: Path) -> None:
    cat = Catalog([AGENTS]).dedup(decisions=[Decision("\ud800", "2401.05566", same=False)])
    cat.write(tmp_path / "all.jsonl")
    assert everything(pc.read(tmp_path / "all.jsonl")) == everything(cat)
