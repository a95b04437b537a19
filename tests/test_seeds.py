"""The main job: the user's two dumps, against what a careful person reads in them."""

import json
import re
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import papercat as pc

GOLD: dict[str, Any] = json.loads((Path(__file__).parent / "cases" / "seeds.json").read_text(encoding="utf-8"))
WORDS: list[dict[str, Any]] = GOLD["words"]
PAPERS: list[dict[str, Any]] = GOLD["papers"]
MERGED = "2212.09251"
MERGED_TITLE = "Discovering Language Model Behaviors with Model-Written Evaluations"
DAMAGED = re.compile("[\u0e00-\u0e7f]")


def find(catalog: pc.Catalog, gold: dict[str, Any]) -> pc.Paper:
    (paper,) = catalog.where(lambda paper: paper.title == gold.get("title") and paper.arxiv == gold.get("arxiv"))
    return paper


def facts(paper: pc.Paper) -> dict[str, Any]:
    names = [author.inverted for author in paper.authors]
    abstract = paper.abstract or ""
    found = {"title": paper.title, "arxiv": paper.arxiv, "authors": len(names), "first": names[0] if names else None}
    found |= {"last": names[-1] if names else None, "opening": abstract[:40], "closing": abstract[-40:]}
    return {name: value for name, value in {**found, "comment": paper.comment}.items() if value is not None}


def places(catalog: pc.Catalog, word: str) -> list[pc.Issue]:
    return [issue for issue in catalog.issues if issue.code.startswith("bytes-") and issue.raw == word]


def of_code(catalog: pc.Catalog, code: str) -> list[pc.Issue]:
    return [issue for issue in catalog.issues if issue.code == code]


def in_any_order(catalog: pc.Catalog) -> set[tuple[Any, ...]]:
    return {(paper.title, paper.arxiv, paper.comment, paper.authors, paper.abstract) for paper in catalog}


def plain(paper: pc.Paper) -> dict[str, Any]:
    return {name: value for name, value in paper.to_dict().items() if name != "sources"}


@pytest.mark.parametrize("gold", PAPERS, ids=[str(gold.get("title") or gold["arxiv"])[:40] for gold in PAPERS])
def test_each_record_is_read_as_it_stands(seeds: pc.Catalog, gold: dict[str, Any]) -> None:
    assert facts(find(seeds, gold)) == gold


@pytest.mark.parametrize("title", GOLD["author_lists"], ids=[title[:40] for title in GOLD["author_lists"]])
def test_every_author_of_a_paper_in_order(seeds: pc.Catalog, title: str) -> None:
    assert [author.inverted for author in find(seeds, {"title": title}).authors] == GOLD["author_lists"][title]


def test_two_dumps_hold_17_papers_and_778_names(seeds: pc.Catalog) -> None:
    assert (len(seeds), sum(len(paper.authors) for paper in seeds)) == (17, 778)
    assert Counter(one.format for one in seeds.inputs) == {"listing": 1, "abstracts": 1}


def test_year_and_month_come_from_the_id_and_are_marked(seeds: pc.Catalog) -> None:
    dates = {paper.arxiv: (paper.year, paper.month, paper.inferred) for paper in seeds if paper.arxiv}
    assert dates["2307.11768"] == (2023, 7, ("year", "month"))
    assert dates["1906.01820"] == (2019, 6, ("year", "month"))
    assert len(of_code(seeds, "year-inferred")) == len(dates) == 7
    assert {(paper.year, paper.inferred) for paper in seeds if not paper.arxiv} == {(None, ())}


# -- damaged names


def test_the_table_of_damaged_words_is_whole(raw: Path) -> None:
    text = (raw / "askell-listing.txt").read_text(encoding="utf-8")
    tokens = Counter(token for token in re.split(r"[\s,]+", text) if DAMAGED.search(token))
    assert tokens == {str(word["damaged"]).rstrip(): word["times"] for word in WORDS}
    assert Counter(word["code"] for word in WORDS) == {"bytes-restored": 21, "bytes-inferred": 10}


@pytest.mark.parametrize("word", WORDS, ids=[str(word["right"]) for word in WORDS])
def test_a_damaged_word_comes_out_right_and_explained(seeds: pc.Catalog, word: dict[str, Any]) -> None:
    issues = places(seeds, word["damaged"])
    assert [issue.code for issue in issues] == [word["code"]] * int(word["times"])
    assert all(f"'{word['right']}'" in issue.message and issue.source for issue in issues)
    parts = (part for paper in seeds for author in paper.authors for part in (author.family, author.given))
    words = Counter(one for part in parts if part for one in part.split())
    assert words[word["right"]] == word["times"]


@pytest.mark.parametrize("word", [word for word in WORDS if word["code"] == "bytes-inferred"], ids=lambda word: str(word["right"]))
def test_an_inferred_word_names_its_runner_up(seeds: pc.Catalog, word: dict[str, Any]) -> None:
    for issue in places(seeds, word["damaged"]):
        runner_up = re.search(r"probability (?P<share>[01]\.\d\d); next best '(?P<other>[^']+)'", issue.message)
        assert runner_up
        assert runner_up["other"] != word["right"]
        assert len(runner_up["other"]) == len(word["right"])
        assert 0.5 < float(runner_up["share"]) < 1


def test_a_repair_says_where_the_damaged_word_stands(seeds: pc.Catalog, raw: Path) -> None:
    text = (raw / "askell-listing.txt").read_text(encoding="utf-8")
    sources = [issue.source for issue in seeds.issues if issue.code.startswith("bytes-")]
    assert all(source and DAMAGED.search(text[source.start : source.end]) for source in sources)
    assert len({source.start for source in sources if source}) == sum(word["times"] for word in WORDS) == len(sources)


def test_nothing_damaged_is_left_and_no_text_was_touched_without_need(seeds: pc.Catalog) -> None:
    assert not DAMAGED.search(repr(seeds.to_dicts()))
    assert not of_code(seeds, "bytes-lost")


def test_a_person_overrules_an_inference(raw: Path) -> None:
    catalog = pc.read(raw, fixes={"Karakaล": "Karakaş", "Kocoล": "Kocoł"})
    names = {author.inverted for paper in catalog for author in paper.authors}
    assert {"Kocoł, Jan", "Karakaş, Ayla"} <= names
    assert not {name for name in names if name.startswith("Kocoń")}
    assert not places(catalog, "Kocoล")
    assert {issue.raw for issue in of_code(catalog, "fixed-by-user")} == {"Karakaล", "Kocoล"}
    assert len(of_code(catalog, "bytes-inferred")) == 10


def test_a_fix_for_a_word_that_is_not_there_changes_nothing_and_is_told(raw: Path, seeds: pc.Catalog) -> None:
    catalog = pc.read(raw, fixes={"Lovelaล": "Lovelaş"})
    assert catalog == seeds
    (issue,) = set(catalog.issues) - set(seeds.issues)
    assert "Lovelaล" in issue.message


# -- names that are none


@pytest.mark.parametrize("family", ["Shyamolima", "Debnath"])
def test_null_is_no_given_name(seeds: pc.Catalog, family: str) -> None:
    authors = [author for paper in seeds for author in paper.authors if family in (author.family, author.literal)]
    assert [(author.given, author.suffix, str(author)) for author in authors] == [(None, None, family)]
    assert [issue.raw for issue in of_code(seeds, "given-name-missing") if family in issue.message] == [family]


def test_neighbours_without_given_names_are_told_and_kept(seeds: pc.Catalog) -> None:
    (issue,) = of_code(seeds, "neighbours-without-given-names")
    assert "Shyamolima" in issue.message
    assert "Debnath" in issue.message
    names = [str(author) for author in find(seeds, PAPERS[6]).authors]
    assert names.index("Debnath") == names.index("Shyamolima") + 1


def test_the_heading_is_kept_and_is_no_paper(seeds: pc.Catalog) -> None:
    (issue,) = of_code(seeds, "heading")
    assert (issue.raw, issue.source and issue.source.line) == (GOLD["heading"], 1)
    assert not seeds.where(lambda paper: paper.title == GOLD["heading"])
    assert [span.end - span.start for span in seeds.receipt() if span.what == "heading"] == [len(GOLD["heading"])]
    # Askell is an author of the papers that name her, and only once in each
    assert all(sum(author.family == "Askell" for author in paper.authors) <= 1 for paper in seeds)


# -- both dumps together


def test_two_halves_become_one_paper(one: pc.Catalog) -> None:
    assert len(one) == 16
    paper = one[MERGED]
    assert (paper.title, len(paper.authors), paper.arxiv) == (MERGED_TITLE, 63, MERGED)
    assert "https://github.com/anthropics/evals" in str(paper.comment)
    assert {Path(source.name).name for source in paper.sources} == {"askell-listing.txt", "abstracts-with-ids.txt"}
    (merge,) = one.merges
    assert merge.paper == paper
    assert [(member.title, member.arxiv) for member in merge.members] == [(None, MERGED), (MERGED_TITLE, None)]
    assert "abstract" in merge.explain()


def test_before_the_join_neither_half_knows_the_other(seeds: pc.Catalog) -> None:
    assert seeds[MERGED].title is None
    assert seeds[MERGED].authors == ()
    assert find(seeds, {"title": MERGED_TITLE}).comment is None


def test_six_papers_stay_untitled(one: pc.Catalog) -> None:
    untitled = {paper.arxiv for paper in one if paper.title is None}
    assert untitled == {gold["arxiv"] for gold in PAPERS if "arxiv" in gold} - {MERGED}
    assert len(untitled) == 6


def test_no_two_other_records_are_held_alike(one: pc.Catalog) -> None:
    assert not of_code(one, "maybe-duplicate")
    assert not of_code(one, "merge-conflict")
    assert all(not paper.variants for paper in one)


def test_a_join_loses_no_issue(seeds: pc.Catalog, one: pc.Catalog) -> None:
    assert one.issues == seeds.issues


@pytest.mark.parametrize("joined", [False, True], ids=["as read", "joined"])
def test_the_receipt_leaves_nothing_unread(seeds: pc.Catalog, one: pc.Catalog, raw: Path, *, joined: bool) -> None:
    receipt = (one if joined else seeds).receipt()
    assert receipt.unread == ()
    for name, counts in receipt.totals.items():
        assert counts.total() == len((raw / Path(name).name).read_text(encoding="utf-8"))
        assert set(counts) <= {"title", "authors", "abstract", "arxiv", "comment", "separator", "heading"}
    fields = {span.what for span in receipt if span.key}
    assert fields == {"title", "authors", "abstract", "arxiv", "comment"}
    assert {span.what for span in receipt if span.key is None} == {"separator", "heading"}


def test_separators_are_blank(seeds: pc.Catalog, raw: Path) -> None:
    texts = {one.name: (raw / Path(one.name).name).read_text(encoding="utf-8") for one in seeds.inputs}
    blanks = [texts[span.name][span.start : span.end] for span in seeds.receipt() if span.what == "separator"]
    assert blanks
    assert not [text for text in blanks if text.strip()]


def test_formats_are_found_by_content_whatever_the_name(raw: Path, tmp_path: Path, seeds: pc.Catalog) -> None:
    shutil.copy(raw / "askell-listing.txt", tmp_path / "a.bib")
    shutil.copy(raw / "abstracts-with-ids.txt", tmp_path / "b")
    catalog = pc.read(tmp_path)
    assert [one.format for one in catalog.inputs] == ["listing", "abstracts"]
    assert in_any_order(catalog) == in_any_order(seeds)


def test_the_order_of_files_does_not_matter(raw: Path, one: pc.Catalog) -> None:
    names = ["askell-listing.txt", "abstracts-with-ids.txt"]
    orders = [pc.read(*(raw / name for name in order)).dedup() for order in (names, names[::-1])]
    for catalog in orders:
        assert in_any_order(catalog) == in_any_order(one)
        assert set(catalog.keys) == set(one.keys)
        assert {key: catalog[key] for key in catalog.keys} == {key: one[key] for key in one.keys}
        assert set(catalog.issues) == set(one.issues)


def test_a_file_read_twice_is_joined_with_itself(raw: Path) -> None:
    catalog = pc.read(raw, raw).dedup()
    assert len(catalog) == 16
    assert all(not paper.variants for paper in catalog)


def test_the_bibliography_comes_back_as_it_went(one: pc.Catalog) -> None:
    back = pc.parse(one.to_bibtex(), name="refs.bib")
    assert in_any_order(back) == in_any_order(pc.parse(one.to_json()))
    written = pc.parse(one.to_json(), name="refs.json")
    assert [plain(paper) for paper in written] == [plain(paper) for paper in one]
    # where each field was first read is still known, behind its place in the new file
    assert [paper.sources[1:] for paper in written] == [paper.sources for paper in one]
    assert {source.name for paper in written for source in paper.sources[:1]} == {"refs.json"}
