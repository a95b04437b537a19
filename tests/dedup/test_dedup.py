"""Joining the records of one paper: what joins, what must stay apart, and that order does not matter."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import papercat as pc
from papercat import Author, Catalog, Paper, Source
from papercat.dedup import MAYBE_BITS, SAME_BITS, Level, Pair, View, evidence, find_pairs, match, merge, prep
from papercat.models import FrozenMap, Variant

PEREZ, RINGER, BAI = (Author(family=name) for name in ("Perez", "Ringer", "Bai"))
BEHAVIORS = "Discovering Language Model Behaviors with Model-Written Evaluations"
SCALE = (
    "As language models (LMs) scale, they develop many novel behaviors, good and bad, exacerbating the need to evaluate how they behave. "
    "Prior work creates evaluations with crowdwork (which is time-consuming and expensive) or existing data sources."
)
CAPABLE = "As AI systems become more capable, we would like to enlist their help to supervise other AIs without any human labels."
FULL = Paper(title=BEHAVIORS, authors=(PEREZ, RINGER), abstract=SCALE, arxiv="2212.09251", year=2022)
MUSCLE = Paper(authors=(PEREZ, RINGER, BAI), year=2020)

ONE: list[tuple[str, Paper, Paper]] = [
    ("the same arXiv id and nothing else", Paper(arxiv="2212.09251"), Paper(arxiv="2212.09251")),
    ("the same arXiv id, halves", Paper(arxiv="2212.09251", abstract=SCALE), Paper(arxiv="2212.09251", title=BEHAVIORS)),
    ("the same arXiv id, renamed", FULL, replace(FULL, title="Model Behaviors", authors=())),
    ("the same DOI and title", Paper(doi="10.1109/cbms", title=BEHAVIORS), Paper(doi="10.1109/cbms", title=BEHAVIORS, abstract=SCALE)),
    ("title and authors", Paper(title=BEHAVIORS, authors=(PEREZ, RINGER)), Paper(title=BEHAVIORS, authors=(RINGER, PEREZ))),
    ("title in another case", Paper(title=BEHAVIORS, authors=(PEREZ,)), Paper(title=BEHAVIORS.lower(), authors=(PEREZ,))),
    ("title without hyphen", Paper(title=BEHAVIORS, authors=(PEREZ,)), Paper(title=BEHAVIORS.replace("-", " "), authors=(PEREZ,))),
    ("a letter wrong", Paper(title=BEHAVIORS, authors=(PEREZ, BAI)), Paper(title=BEHAVIORS.replace("Evalu", "Eval"), authors=(PEREZ, BAI))),
    ("the abstract alone", Paper(abstract=SCALE, title=BEHAVIORS, authors=(PEREZ,)), Paper(abstract=SCALE, arxiv="2212.09251")),
    (
        "accents lost",
        replace(FULL, arxiv=None, authors=(Author(family="Lukošiūtė"),)),
        replace(FULL, authors=(Author(family="Lukosiute"),)),
    ),
    ("preprint and article", FULL, replace(FULL, arxiv=None, doi="10.18653/v1/2023.findings-acl.847", year=2023)),
]
APART: list[tuple[str, Paper, Paper]] = [
    # a DOI may stand on fifty abstracts of a supplement
    ("one DOI and nothing else", Paper(doi="10.1109/cbms", title="A"), Paper(doi="10.1109/cbms", abstract=SCALE)),
    ("other arXiv ids", FULL, replace(FULL, arxiv="1906.01820")),
    ("parts of a series", replace(FULL, title=f"{BEHAVIORS} 1", arxiv=None), replace(FULL, title=f"{BEHAVIORS} 2", arxiv=None)),
    ("Roman parts", replace(FULL, title=f"{BEHAVIORS} I", arxiv=None), replace(FULL, title=f"{BEHAVIORS} II", arxiv=None)),
    ("one with a number", replace(FULL, arxiv=None), replace(FULL, title=f"{BEHAVIORS} 2", arxiv=None)),
    (
        "years in the title",
        Paper(title="Findings of the 2019 Conference on Translation"),
        Paper(title="Findings of the 2020 Conference on Translation"),
    ),
    ("other authors", Paper(title=BEHAVIORS, authors=(PEREZ, RINGER)), Paper(title=BEHAVIORS, authors=(BAI,))),
    ("a short title", Paper(title="Editorial"), Paper(title="Editorial")),
    ("no abstract", Paper(abstract="No abstract available."), Paper(abstract="No abstract available.")),
    ("a word apart", Paper(title="Growth of cells in vivo", authors=(PEREZ,)), Paper(title="Growth of cells in vitro", authors=(PEREZ,))),
    (
        "a word apart, all else alike",
        replace(MUSCLE, title="Effects of training on the growth of muscle cells of mice"),
        replace(MUSCLE, title="Effects of training on the growth of muscle cells of rats"),
    ),
    ("authors alone", Paper(authors=(PEREZ, RINGER), year=2022), Paper(authors=(PEREZ, RINGER), year=2022)),
    ("nothing known", Paper(year=2022), Paper(year=2022)),
    ("other papers", FULL, Paper(title="Constitutional AI: Harmlessness from AI Feedback", authors=(BAI,), abstract=CAPABLE)),
]

# Records that agree and contradict in every combination.
RECORDS = st.builds(
    Paper,
    title=st.sampled_from([None, BEHAVIORS, BEHAVIORS.upper(), f"{BEHAVIORS} 2", "Editorial"]),
    authors=st.sampled_from([(), (PEREZ,), (PEREZ, RINGER), (BAI,)]),
    abstract=st.sampled_from([None, SCALE, SCALE.replace("novel", "new"), CAPABLE, CAPABLE.replace("more ", "")]),
    arxiv=st.sampled_from([None, None, "2212.09251", "1906.01820"]),
    doi=st.sampled_from([None, None, "10.1109/cbms"]),
    year=st.sampled_from([None, 2022, 2023, 2019]),
    month=st.sampled_from([None, 12]),
    comment=st.sampled_from([None, "31 pages"]),
)


def placed(papers: Sequence[Paper]) -> list[Paper]:
    """Give each record a place of its own, as reading does."""
    return [
        replace(paper, sources=(Source(name="page.txt", line=number + 1, start=number, end=number + 1, field="title"),))
        for number, paper in enumerate(papers)
    ]


def groups(catalog: Catalog) -> set[frozenset[int]]:
    return {frozenset(source.start for source in paper.sources) for paper in catalog}


@pytest.mark.parametrize(("a", "b"), [case[1:] for case in ONE], ids=[case[0] for case in ONE])
def test_these_are_one_paper(a: Paper, b: Paper) -> None:
    assert len(Catalog([a, b]).dedup()) == 1
    assert len(Catalog([b, a]).dedup()) == 1


@pytest.mark.parametrize(("a", "b"), [case[1:] for case in APART], ids=[case[0] for case in APART])
def test_these_are_two(a: Paper, b: Paper) -> None:
    a, b = placed([a, b])
    assert Catalog([a, b]).dedup().papers == (a, b)
    assert Catalog([b, a]).dedup().papers == (b, a)


@pytest.mark.parametrize("title", ["Growth of muscle cells in", "Effects of training on the growth of human muscle cells in"])
def test_titles_that_differ_in_one_telling_word_are_two(title: str) -> None:
    assert len(Catalog([replace(MUSCLE, title=f"{title} {word}") for word in ("vivo", "vitro")]).dedup()) == 2


@settings(max_examples=600)  # what contradicts itself is rare
@given(st.lists(RECORDS, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(papers: list[Paper], random: Random) -> None:
    records = placed(papers)
    one = Catalog(records).dedup()
    random.shuffle(records)
    other = Catalog(records).dedup()
    assert groups(other) == groups(one)
    assert set(other) == set(one)
    assert {issue.message for issue in other.issues if issue.code == "merge-conflict"} == {
        issue.message for issue in one.issues if issue.code == "merge-conflict"
    }


@settings(max_examples=600)  # what contradicts itself is rare
@given(st.lists(RECORDS, max_size=6))
def test_doing_it_twice_changes_nothing(papers: list[Paper]) -> None:
    once = Catalog(placed(papers)).dedup()
    twice = once.dedup()
    assert twice.papers == once.papers
    assert twice.merges == once.merges


def test_joining_a_pair_that_a_group_refused_is_refused_again() -> None:
    records = placed(
        [
            Paper(arxiv="2212.09251"),
            Paper(arxiv="2212.09251", doi="10.1109/cbms", title=BEHAVIORS, authors=(PEREZ,)),
            Paper(doi="10.1109/cbms", title="Editorial", authors=(PEREZ,)),
        ]
    )
    once = Catalog(records).dedup()
    assert once.dedup().papers == once.papers


@given(st.lists(RECORDS, max_size=6))
def test_every_record_ends_in_one_paper_and_every_value_is_kept(papers: list[Paper]) -> None:
    records = placed(papers)
    joined = Catalog(records).dedup()
    assert sorted(place for group in groups(joined) for place in group) == list(range(len(records)))
    for paper in joined:
        kept = {(variant.field, variant.value) for variant in paper.variants}
        for source in paper.sources:
            record = records[source.start]
            for field in ("title", "abstract", "arxiv", "doi", "year", "month", "comment"):
                value = getattr(record, field)
                assert value is None or value == getattr(paper, field) or (field, str(value)) in kept
            names = "; ".join(author.inverted for author in record.authors)
            assert not names or record.authors == paper.authors or ("authors", names) in kept


@given(st.lists(RECORDS, min_size=2, max_size=6))
def test_no_joined_paper_has_two_arxiv_ids(papers: list[Paper]) -> None:
    for one in Catalog(placed(papers)).dedup().merges:
        assert len({member.arxiv for member in one.members if member.arxiv}) <= 1
        assert len(one.members) >= 2
        assert one.bits >= SAME_BITS


@given(RECORDS, RECORDS, st.sampled_from(["record", "work"]))
def test_evidence_goes_both_ways(a: Paper, b: Paper, same: Level) -> None:
    assert match(prep(a), prep(b), same) == pytest.approx(match(prep(b), prep(a), same))


def test_a_chain_with_a_contradiction_is_not_closed() -> None:
    middle = Paper(title=BEHAVIORS, authors=(PEREZ, RINGER), abstract=SCALE)
    ends = [replace(middle, arxiv="2212.09251"), replace(middle, arxiv="1906.01820")]
    results = []
    for records in permutations(placed([*ends, middle])):
        joined = Catalog(records).dedup()
        results.append(groups(joined))
        assert {paper.arxiv for paper in joined} >= {"2212.09251", "1906.01820"}
        assert len(joined) >= 2
        assert any(issue.code == "maybe-duplicate" for issue in joined.issues)
    assert all(found == results[0] for found in results)


def test_a_chain_without_one_is_closed() -> None:
    ends = Paper(arxiv="2212.09251", title=BEHAVIORS), Paper(doi="10.1109/cbms", abstract=SCALE)
    middle = Paper(arxiv="2212.09251", abstract=SCALE)
    for records in permutations([*ends, middle]):
        (paper,) = Catalog(records).dedup()
        assert (paper.title, paper.abstract, paper.arxiv, paper.doi) == (BEHAVIORS, SCALE, "2212.09251", "10.1109/cbms")


def test_a_doi_alone_joins_no_two_papers_under_it() -> None:
    supplement = "10.1016/s0022-510x(17)30001-1"
    titles = "Sleep apnoea after stroke in the elderly", "Gait training with a robot in Parkinson's disease"
    records = [{"doi": supplement}, *({"doi": supplement, "title": title} for title in titles)]
    for order in permutations(records):
        papers = pc.Catalog.from_records(order).dedup()
        assert sorted(str(paper.title) for paper in papers) == sorted(titles)


def test_the_source_of_a_value_is_where_the_chosen_one_was_read() -> None:
    lines = [("Attention Is All You Need", 1), ("attention is all you need", 2)]
    records = [
        Paper(title=title, arxiv="1706.03762", sources=(Source(name=f"{line}.ris", field="title", line=line, start=0, end=1),))
        for title, line in lines
    ]
    for order in permutations(records):
        (paper,) = pc.Catalog(order).dedup()
        assert paper.title == lines[0][0]
        assert str(paper.source_of("title")) == "1.ris:1"


def test_a_conflict_keeps_both_values_and_says_so() -> None:
    ours = Paper(arxiv="2212.09251", title="Model Behaviors", year=2022, comment="31 pages", abstract=SCALE)
    theirs = Paper(arxiv="2212.09251", title=BEHAVIORS, year=2023, comment="31 pages", abstract=SCALE, authors=(PEREZ,))
    for records in ([ours, theirs], [theirs, ours]):
        joined = Catalog(records).dedup()
        (paper,) = joined
        assert (paper.title, paper.year, paper.authors) == (BEHAVIORS, 2023, (PEREZ,))
        assert paper.variants == (Variant(field="title", value="Model Behaviors"), Variant(field="year", value="2022"))
        assert sorted(issue.raw for issue in joined.issues if issue.code == "merge-conflict") == ["2022", "Model Behaviors"]
        assert len(joined.issues) == 2


def test_what_was_read_comes_before_what_was_inferred() -> None:
    inferred = Paper(arxiv="2212.09251", year=2022, month=12, inferred=("year", "month"))
    read = Paper(arxiv="2212.09251", year=2023, month=7)
    for records in ([inferred, read], [read, inferred]):
        (paper,) = Catalog(records).dedup()
        assert (paper.year, paper.month, paper.inferred) == (2023, 7, ())


def test_a_known_month_is_not_lost() -> None:
    (paper,) = Catalog([Paper(arxiv="2212.09251", year=2022, month=11), Paper(arxiv="2212.09251", year=2022, month=12)]).dedup()
    assert {str(paper.month), *(variant.value for variant in paper.variants)} == {"11", "12"}


def test_of_two_author_lists_the_fuller_is_taken_and_the_other_kept() -> None:
    short, full = Author(family="Perez", given="E."), Author(family="Perez", given="Ethan")
    lists: list[tuple[Author, ...]] = [(short, RINGER), (full, RINGER), (RINGER,)]
    for order in permutations(lists):
        (paper,) = Catalog([Paper(arxiv="2212.09251", authors=authors) for authors in order]).dedup()
        assert paper.authors == (full, RINGER)
        assert [variant.value for variant in paper.variants] == ["Perez, E.; Ringer", "Ringer"]


def test_keywords_and_what_has_no_field_come_together() -> None:
    halves = [
        Paper(arxiv="2212.09251", keywords=("sycophancy",), extra=FrozenMap({"school": "Oslo"})),
        Paper(arxiv="2212.09251", keywords=("evaluation", "sycophancy"), extra=FrozenMap({"school": "Oslo", "note": "accepted"})),
    ]
    for records in (halves, halves[::-1]):
        (paper,) = Catalog(records).dedup()
        assert sorted(paper.keywords) == ["evaluation", "sycophancy"]
        assert paper.extra == {"school": "Oslo", "note": "accepted"}
        assert paper.variants == ()


def test_what_may_be_one_paper_is_told_and_kept_apart() -> None:
    joined = Catalog(
        placed([Paper(title="Growing Neural Cellular"), Paper(title="Growing neural cellular", authors=(PEREZ,), year=2020)])
    ).dedup()
    pairs = find_pairs(joined.papers).pairs
    assert not pairs or all(MAYBE_BITS <= pair.bits < SAME_BITS for pair in pairs)
    assert len([issue for issue in joined.issues if issue.code == "maybe-duplicate"]) == len(pairs)
    long = Catalog(placed([Paper(title="Specific versus General Principles"), Paper(title="Specific versus general principles")])).dedup()
    assert [issue.code for issue in long.issues] == ["maybe-duplicate"]
    assert len(long) == 2


def test_a_merge_explains_itself(one: pc.Catalog) -> None:
    (joined,) = one.merges
    told = joined.explain()
    assert told.splitlines()[0] == joined.paper.title
    assert f"{joined.bits:.1f} bits" in told
    for pair in joined.pairs:
        found = evidence(prep(joined.members[pair.a]), prep(joined.members[pair.b]), joined.same)
        assert all(f"  {field}" in told and f"{bits:+.1f}" in told for field, _, bits in found)
    assert "&" not in joined._repr_html_().replace("&#x27;", "").replace("&amp;", "")


def test_the_bits_of_a_merge_are_those_of_its_weakest_pair() -> None:
    assert merge([FULL, FULL, FULL], [Pair(0, 1, 30.5), Pair(1, 2, 16.0)]).bits == 16.0


def test_no_papers_and_one_paper() -> None:
    assert (Catalog().dedup(), Catalog([FULL]).dedup()) == (Catalog(), Catalog([FULL]))
    assert find_pairs([]).pairs == ()


# -- many records: the work is counted, not timed

MANY: list[tuple[str, Callable[[int], Paper], int]] = [
    ("copies of one paper", lambda _: FULL, 1),
    ("copies of an id", lambda _: Paper(arxiv="2212.09251"), 1),
    ("ids and nothing else", lambda number: Paper(arxiv=f"2212.{number + 1:05}"), 2000),
    ("years and nothing else", lambda number: Paper(year=1500 + number % 500), 2000),
    ("one title, another id each", lambda number: replace(FULL, arxiv=f"2212.{number + 1:05}"), 2000),
    ("volumes of a series", lambda number: Paper(title=f"{BEHAVIORS}, volume {number}"), 2000),
    ("one title that tells little", lambda _: Paper(title="Editorial"), 2000),
    ("one sentence as abstract", lambda number: Paper(title=f"Paper {number}", abstract="No abstract available."), 2000),
]


@pytest.mark.parametrize(("make", "left"), [case[1:] for case in MANY], ids=[case[0] for case in MANY])
def test_two_thousand_records_are_no_trouble(make: Callable[[int], Paper], left: int, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def counted(a: View, b: View, same: Level, *least: float) -> float:
        calls.append(1)
        return match(a, b, same, *least) if len(calls) < 20_000 else -99.0

    monkeypatch.setattr(import_module("papercat.dedup.linkage"), "match", counted)
    joined = Catalog(placed([make(number) for number in range(2000)])).dedup()
    assert len(calls) < 20_000
    assert len(joined) == left


@pytest.mark.parametrize(("field", "value"), [("year", "forthcoming"), ("year", "1066"), ("arxiv", "to appear"), ("doi", "none")])
def test_a_variant_that_no_paper_can_have_as_its_value_is_no_obstacle(field: str, value: str) -> None:
    kept = replace(FULL, variants=(Variant(field=field, value=value),))
    assert len(Catalog([kept, FULL]).dedup()) == 1


def test_a_year_that_is_no_year_survives_merge_after_merge() -> None:
    entries = (
        f"@misc{{{key}, title = {{{BEHAVIORS}}}, eprint = {{2212.09251}}, year = {year}}}"
        for key, year in (("a", "{forthcoming}"), ("b", "2022"))
    )
    once = pc.parse(" ".join(entries)).dedup()
    assert Variant(field="year", value="forthcoming") in once[0].variants
    again = (Catalog.from_records(once.to_dicts()) + Catalog([FULL])).dedup()
    assert len(again) == 1
    assert Variant(field="year", value="forthcoming") in again[0].variants
