"""Keys that a catalog keeps, and what manuscripts cite of it."""

from pathlib import Path

import pytest

import papercat as pc

BIB = """
@misc{bai22, title = {Constitutional AI}, author = {Bai, Yuntao}, year = 2022, eprint = {2212.08073}}
@misc{perez22, title = {Red Teaming Language Models}, author = {Perez, Ethan}, year = 2022}
@misc{askell21, title = {A General Language Assistant}, author = {Askell, Amanda}, year = 2021}
"""


@pytest.fixture
def cat() -> pc.Catalog:
    """Read a small bibliography."""
    return pc.parse(BIB)


def test_what_is_cited_comes_in_the_order_of_citation(cat: pc.Catalog, tmp_path: Path) -> None:
    (tmp_path / "paper.tex").write_text("\\cite{askell21}\n\\cite{bai22, askell21}\n", "utf-8")
    found = cat.cited_in(tmp_path / "paper.tex")
    assert found.keys == ("askell21", "bai22")
    assert found.issues == ()


def test_nocite_of_all_gives_all_the_cited_ones_first(cat: pc.Catalog, tmp_path: Path) -> None:
    (tmp_path / "paper.tex").write_text("\\nocite{*}\\cite{askell21}", "utf-8")
    assert cat.cited_in(tmp_path / "paper.tex").keys == ("askell21", "bai22", "perez22")


MISSING = [
    ("perez23", "no paper has that key; did you mean perez22?"),
    ("Bai22", "the key of that paper is bai22"),
    ("askell2021general", "no paper has that key; did you mean askell21?"),
    ("zzz", "no paper has that key"),
    ("arXiv:2212.08073", "the key of that paper is bai22"),
]


@pytest.mark.parametrize(("key", "told"), MISSING)
def test_a_missing_key_is_told_with_its_place_and_what_may_be_meant(key: str, told: str, cat: pc.Catalog, tmp_path: Path) -> None:
    (tmp_path / "paper.tex").write_text(f"\n\n as \\cite{{{key}}} \\cite{{{key}}}", "utf-8")
    (issue,) = cat.cited_in(tmp_path / "paper.tex").issues
    assert (issue.code, issue.message, issue.raw) == ("citation-missing", f"{key!r} is cited, and {told}", key)
    assert str(issue.source) == f"{(tmp_path / 'paper.tex').as_posix()}:3"


def test_a_figure_is_no_paper(cat: pc.Catalog, tmp_path: Path) -> None:
    (tmp_path / "paper.md").write_text("See @fig-one, @tbl:two, @sec-three and @bai22.", "utf-8")
    assert cat.cited_in(tmp_path / "paper.md").issues == ()


def test_a_part_keeps_the_keys_that_its_papers_have_in_the_whole(tmp_path: Path) -> None:
    papers = [pc.Paper(title=f"Model {number}", year=2020, month=number) for number in (1, 2)]
    cat = pc.Catalog(papers)
    second = cat.keys[1]
    assert second != "anon2020model"
    (tmp_path / "paper.tex").write_text(f"\\cite{{{second}}}", "utf-8")
    found = cat.cited_in(tmp_path / "paper.tex")
    assert found.keys == (second,)
    assert f"@misc{{{second}," in found.to_bibtex()


def test_a_former_key_finds_its_paper_and_says_so(cat: pc.Catalog, tmp_path: Path) -> None:
    (tmp_path / "paper.tex").write_text("\\cite{bai22}", "utf-8")
    found = cat.with_keys("{auth}{year}", anew=True).cited_in(tmp_path / "paper.tex")
    assert found.keys == ("Bai2022",)
    assert [issue.message for issue in found.issues] == ["'bai22' is cited, and the key of that paper is Bai2022"]


def test_a_manuscript_follows_new_keys(cat: pc.Catalog, tmp_path: Path) -> None:
    new = cat.with_keys("{auth}{year}", anew=True)
    text = pc.rename_citations(r"\cite{bai22,perez22}", new.key_map)
    assert text == r"\cite{Bai2022,Perez2022}"
    (tmp_path / "paper.tex").write_text(text, "utf-8")
    assert new.cited_in(tmp_path / "paper.tex").issues == ()


def test_with_keys_goes_along_with_merges() -> None:
    twice = pc.parse(BIB + "@misc{b, title = {Constitutional AI}, eprint = {2212.08073}}").dedup()
    new = twice.with_keys("{auth}", anew=True)
    assert new.key_map == {"bai22": "Bai", "b": "Bai", "perez22": "Perez", "askell21": "Askell"} | {key: key for key in new.keys}
    assert len(new.merges) == 1
    assert new.merges[0].paper in new.papers
    assert new.where(lambda paper: paper.year == 2021).keys == ("Askell",)
    assert new.with_keys("{veryshorttitle}").keys == ("Constitutional", "Red", "General")


RECORDS = """
@misc{title = {Sleeper Agents: Training Deceptive LLMs}, author = {Hubinger, Evan}, eprint = {2401.05566}}
@misc{title = {Sleeper Agents: Training Deceptive LLMs}, author = {Hubinger, E.}, eprint = {2401.05566}, year = 2024}
@misc{title = {Constitutional AI}, author = {Bai, Yuntao}}
"""


def test_a_key_that_was_given_after_a_merge_stays_through_the_next(tmp_path: Path) -> None:
    keyed = pc.parse(RECORDS).dedup().with_keys("{authEtAl}:{shorttitle}")
    assert keyed.keys == ("Hubinger:SleeperAgentsTraining", "Bai:ConstitutionalAI")
    assert keyed.dedup() == keyed
    assert keyed.dedup().merges == keyed.merges
    third = pc.parse("@article{h24, title = {Sleeper Agents: Training Deceptive LLMs}, author = {Hubinger, Evan}, eprint = {2401.05566}}")
    more = pc.parse("@misc{red, title = {Red Teaming Language Models}, author = {Perez, Ethan}, year = 2022}")
    grown = keyed.add([*third, *more])
    assert grown.keys == (*keyed.keys, "red")
    assert grown == (keyed + third + more).dedup()
    assert grown.key_map["h24"] == grown.key_map["hubinger2024sleeper"] == keyed.keys[0]
    keyed.write(tmp_path / "all.jsonl")
    assert pc.read(tmp_path / "all.jsonl").dedup() == keyed


def test_a_key_that_was_made_before_a_merge_is_made_again_after_it() -> None:
    joined = pc.parse(RECORDS).with_keys("{auth}").dedup()
    assert joined.with_keys("{shorttitle}").keys == ("SleeperAgentsTraining", "ConstitutionalAI")


def test_a_key_that_was_read_comes_before_one_that_was_made() -> None:
    named = RECORDS.replace("@misc{title", "@misc{h24, title", 1).replace("year = 2024", "year = 2024, journal = {Nature}, volume = 1")
    assert pc.parse(named).dedup().keys[0] == pc.parse(named).with_keys("{auth}").dedup().keys[0] == "h24"


def test_names_that_were_unified_after_a_merge_stay_through_the_next() -> None:
    short, longer = (pc.Author(family="Maxwell", given=given) for given in ("Tim", "Timothy"))
    agents = [pc.Paper(title="Sleeper Agents", authors=(short,), arxiv="2401.05566", year=year) for year in (None, 2024)]
    unified = pc.Catalog([*agents, pc.Paper(title="Sycophancy", authors=(longer,))]).dedup().unify_people()
    assert [paper.authors for paper in unified] == [(longer,), (longer,)]
    assert unified.dedup() == unified
    assert unified.add([pc.Paper(title="Red Teaming Language Models", year=2022)])[:2] == unified
