"""What a person is shown: groups, their verdict and probability, and why; pairs between catalogs; papers added later."""

from collections.abc import Sequence
from dataclasses import replace
from math import inf
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import papercat as pc
from papercat import Author, Catalog, Paper, Source
from papercat.decisions import Decision
from papercat.dedup import (
    MAYBE_BITS,
    SAME_BITS,
    Found,
    Groups,
    Level,
    Pair,
    Resolution,
    evidence,
    find_groups,
    find_pairs,
    match,
    prep,
    probability,
    resolve,
)
from papercat.dedup.candidates import Among
from papercat.dedup.groups import weakest
from papercat.dedup.identity import fingerprint
from papercat.dedup.linkage import Progress
from papercat.dedup.resolution import Terms
from papercat.dedup.waterfall import answer, percent, waterfall
from papercat.models import Variant

PEREZ, RINGER, BAI = (Author(family=name) for name in ("Perez", "Ringer", "Bai"))
BEHAVIORS = "Discovering Language Model Behaviors with Model-Written Evaluations"
CONSTITUTION = "Constitutional AI: Harmlessness from AI Feedback"
SCALE = (
    "As language models (LMs) scale, they develop many novel behaviors, good and bad, exacerbating the need to evaluate how they behave. "
    "Prior work creates evaluations with crowdwork (which is time-consuming and expensive) or existing data sources."
)
FULL = Paper(title=BEHAVIORS, authors=(PEREZ, RINGER), abstract=SCALE, arxiv="2212.09251", year=2022)
ARTICLE = replace(FULL, arxiv=None, doi="10.18653/v1/2023.findings-acl.847", year=2023, venue="Findings of ACL")
OTHER = Paper(title=CONSTITUTION, authors=(BAI,), arxiv="2212.08073", year=2022)
MAYBE, SURE = (SAME_BITS + MAYBE_BITS) / 2, SAME_BITS + 20

RECORDS = st.builds(
    Paper,
    title=st.sampled_from([None, BEHAVIORS, BEHAVIORS.upper(), f"{BEHAVIORS} 2", CONSTITUTION, "Editorial"]),
    authors=st.sampled_from([(), (PEREZ,), (PEREZ, RINGER), (BAI,)]),
    abstract=st.sampled_from([None, SCALE]),
    arxiv=st.sampled_from([None, None, "2212.09251", "2212.08073"]),
    doi=st.sampled_from([None, None, "10.1109/cbms"]),
    year=st.sampled_from([None, 2022, 2023]),
    comment=st.sampled_from([None, "31 pages"]),
)


def placed(papers: Sequence[Paper]) -> list[Paper]:
    return [
        replace(paper, sources=(Source(name="page.txt", line=number + 1, start=number, end=number + 1),))
        for number, paper in enumerate(papers)
    ]


def resolved(papers: Sequence[Paper], *pairs: tuple[int, int, float]) -> Resolution:
    """Join papers by the given pairs and no others."""
    return resolve(papers, known=[Pair(*pair) for pair in pairs], among=Among(old=len(papers)))


# -- groups


def test_groups_that_are_the_same_come_before_those_that_may_be() -> None:
    papers = placed([FULL, OTHER, ARTICLE, replace(OTHER, arxiv=None), Paper(title="Sleeper Agents")])
    groups = find_groups(resolved(papers, (0, 2, SURE), (1, 3, MAYBE)))
    assert [(group.verdict, group.papers) for group in groups] == [("same", (papers[0], papers[2])), ("maybe", (papers[1], papers[3]))]
    assert find_groups(resolved(papers, (0, 2, SURE), (1, 3, MAYBE)), maybe=False) == groups[:1]
    assert (len(groups), repr(groups)) == (2, "<Groups: 1 same, 1 maybe>")
    assert (groups[0].bits, groups[1].bits) == (SURE, MAYBE)
    assert groups[1].probability == probability(MAYBE)


def test_what_may_belong_to_a_joined_paper_is_shown_with_all_its_records() -> None:
    papers = placed([FULL, ARTICLE, replace(ARTICLE, authors=())])
    same, maybe = find_groups(resolved(papers, (0, 1, SURE), (0, 2, MAYBE - 1), (1, 2, MAYBE)))
    assert same.papers == tuple(papers[:2])
    assert maybe.papers == tuple(papers)
    assert maybe.bits == MAYBE  # the weakest link that is needed, of two the surer one
    assert {(pair.a, pair.b) for pair in maybe.pairs} == {(0, 1), (1, 2)}


def test_what_hangs_together_by_doubts_is_one_group() -> None:
    papers = placed([FULL, ARTICLE, OTHER, Paper(title="Sleeper Agents")])
    (group,) = find_groups(resolved(papers, (0, 1, MAYBE), (1, 2, MAYBE)))
    assert (len(group.papers), group.verdict) == (3, "maybe")


def test_a_refused_join_says_which_records_contradict_it() -> None:
    ends = [FULL, replace(FULL, arxiv="1906.01820")]
    papers = placed([*ends, replace(FULL, arxiv=None)])
    groups = find_groups(resolved(papers, (0, 2, SURE), (1, 2, SURE - 1)))
    assert [group.verdict for group in groups] == ["same", "maybe"]
    assert groups[1].probability == 0.5
    (told,) = groups[1].refusals
    assert "page.txt:1" in told
    assert "page.txt:2" in told
    assert told in groups[1].explain()
    assert told in groups[1]._repr_html_().replace("&#x27;", "'")


def test_a_value_that_an_earlier_merge_kept_contradicts() -> None:
    before = replace(FULL, arxiv=None, variants=(Variant(field="arxiv", value="1906.01820"),))
    for papers in ([before, FULL], [FULL, before]):
        assert len(Catalog(papers).dedup()) == 2
        (group,) = Catalog(papers).duplicates()
        assert (group.verdict, len(group.refusals)) == ("maybe", 1)
        # but a person may say so
        told = [Decision(fingerprint(before), fingerprint(FULL), same=True)]
        assert len(Catalog(papers).dedup(decisions=told)) == 1
    agreeing = replace(FULL, arxiv=None, variants=(Variant(field="year", value="2023"), Variant(field="note", value="x")))
    assert len(Catalog([agreeing, FULL]).dedup()) == 1


def test_the_weakest_link_counts() -> None:
    assert weakest([Pair(0, 1, 30.0), Pair(1, 2, 9.0), Pair(0, 2, 20.0)]) == 20.0
    assert weakest([]) == inf


# -- why


def test_the_waterfall_adds_up_to_the_bits() -> None:
    rows = waterfall(FULL, ARTICLE, "work")
    assert rows[-1][3] == pytest.approx(match(prep(FULL), prep(ARTICLE), "work"))
    assert sum(bits for _, _, bits, _ in rows) == pytest.approx(rows[-1][3])
    assert [row[0] for row in rows] == [part.field for part in evidence(prep(FULL), prep(ARTICLE), "work")]


@given(RECORDS, RECORDS, st.sampled_from(["record", "work"]))
def test_any_two_papers_are_explained(a: Paper, b: Paper, same: Level) -> None:
    (group,) = find_groups(resolved([a, b], (0, 1, MAYBE)))
    told = replace(group, level=same).explain()
    assert all(field in told for field, *_ in waterfall(a, b, same))
    assert f"{MAYBE:.1f} bits" in told


@pytest.mark.parametrize(("bits", "told"), [(inf, "100 %"), (100.0, "> 99.99 %"), (0.0, "50 %"), (-100.0, "< 0.01 %"), (-inf, "< 0.01 %")])
def test_a_probability_is_never_rounded_to_certainty(bits: float, told: str) -> None:
    assert percent(bits) == told


def test_three_answers() -> None:
    assert [answer(bits) for bits in (inf, SAME_BITS, SAME_BITS - 0.1, MAYBE_BITS, MAYBE_BITS - 0.1, -inf)] == [
        "same",
        "same",
        "maybe",
        "maybe",
        "different",
        "different",
    ]


def test_html_is_escaped_and_small() -> None:
    hostile = "<script>alert('x')</script>" + "& more " * 500
    papers = placed([replace(FULL, title=hostile, abstract=hostile, venue=hostile, authors=(Author(literal=hostile.strip()),))] * 50)
    papers = [replace(paper, sources=(replace(paper.sources[0], name="<b>page</b>"),)) for paper in papers]
    groups = find_groups(resolved(papers, *((0, number, SURE) for number in range(1, 50))))
    for shown in (groups._repr_html_(), groups[0]._repr_html_()):
        assert "<script>" not in shown
        assert "<b>page" not in shown
        assert "&lt;script&gt;" in shown
        assert len(shown) < 30_000
    assert len(groups[0].explain().splitlines()) < 200
    assert len(repr(groups[0])) < 200
    assert len(str(groups)) < 200


def test_groups_are_a_sequence() -> None:
    papers = placed([FULL, ARTICLE, OTHER, replace(OTHER, arxiv=None)])
    groups = find_groups(resolved(papers, (0, 1, SURE), (2, 3, MAYBE)))
    assert isinstance(groups[:1], Groups)
    assert next(reversed(groups)) == groups[-1]
    assert hash(groups) == hash(find_groups(resolved(papers, (0, 1, SURE), (2, 3, MAYBE))))
    assert groups != list(groups)
    assert not Groups([])
    assert len(str(Groups(list(groups) * 30)).splitlines()) == 21


# -- catalogs


def test_duplicates_join_nothing(seeds: Catalog) -> None:
    groups = seeds.duplicates()
    assert len(groups) == 1
    assert groups[0].verdict == "same"
    assert len(seeds) == 17
    # the joined catalog remembers its records
    assert seeds.dedup().duplicates() == groups
    assert Catalog(seeds.dedup(), merges=seeds.dedup().merges).duplicates()[0].papers == groups[0].papers


def test_levels() -> None:
    papers = placed([FULL, ARTICLE])
    assert len(Catalog(papers).dedup("work")) == 1
    assert len(Catalog(papers).dedup("work").dedup("record")) == len(Catalog(papers).dedup("record"))
    for call in (Catalog(papers).dedup, Catalog(papers).duplicates, lambda same: Catalog(papers).add([], same)):
        with pytest.raises(ValueError, match="'work' or 'record'"):
            call("paper")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="'keep' or 'merge'"):
        Catalog(papers).dedup(maybe="drop")  # type: ignore[arg-type]


def test_what_may_be_one_paper_is_merged_where_asked_for() -> None:
    maybe = [Decision(fingerprint(FULL), fingerprint(OTHER), same=True)]
    papers = placed([FULL, OTHER, ARTICLE])
    kept = resolve(papers, Terms(), known=[Pair(0, 2, MAYBE)], among=Among(old=3))
    merged = resolve(papers, Terms(maybe=True), known=[Pair(0, 2, MAYBE)], among=Among(old=3))
    assert kept.clusters.clusters == ()
    assert [one.members for one in merged.clusters.clusters] == [(0, 2)]
    assert len(Catalog(papers).dedup(decisions=maybe)) <= 2


@settings(max_examples=150, deadline=None)
@given(st.lists(RECORDS, max_size=7), st.integers(0, 7), st.integers(0, 7), st.sampled_from(["record", "work"]))
def test_adding_gives_what_joining_all_at_once_gives(papers: list[Paper], cut: int, second: int, level: Level) -> None:
    records = placed(papers)
    at_once = Catalog(records).dedup(level)
    cut, second = sorted((cut, second))
    one_by_one = Catalog(records[:cut]).dedup(level).add(records[cut:second]).add(Catalog(records[second:]))
    assert one_by_one == at_once
    assert one_by_one.merges == at_once.merges
    assert set(one_by_one.issues) == set(at_once.issues)
    # of joined parts, too
    assert Catalog(records[:cut]).dedup(level).add(Catalog(records[cut:]).dedup(level)) == at_once


@settings(max_examples=150, deadline=None)
@given(st.lists(RECORDS, max_size=7), st.integers())
def test_the_order_of_records_changes_no_group(papers: list[Paper], seed: int) -> None:
    records = placed(papers)
    shuffled = list(records)
    Random(seed).shuffle(shuffled)  # noqa: S311  an order, no secret

    def groups(catalog: Catalog) -> set[tuple[str, frozenset[Paper], float]]:
        return {(group.verdict, frozenset(group.papers), round(group.probability, 9)) for group in catalog.duplicates()}

    assert groups(Catalog(shuffled)) == groups(Catalog(records))
    assert set(Catalog(shuffled).dedup()) == set(Catalog(records).dedup())


def test_adding_compares_no_old_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    old = Catalog(placed([replace(FULL, arxiv=None, year=None, comment=f"copy {number}") for number in range(30)])).dedup()
    seen: list[int] = []

    def counted(records: Sequence[Paper], same: Level, *, among: Among, progress: Progress | None) -> Found:
        found = find_pairs(records, same, among=among, progress=progress)
        seen.append(found.plan.pairs)
        return found

    monkeypatch.setattr("papercat.dedup.resolution.find_pairs", counted)
    old.add([OTHER])
    assert seen == [0]


def test_links_between_catalogs() -> None:
    ours, theirs = Catalog(placed([OTHER, FULL, FULL])), Catalog([ARTICLE, Paper(title="Sleeper Agents"), ARTICLE])
    links = ours.link(theirs)
    assert {(link.papers[0].sources[0].line, link.papers[1]) for link in links} == {(2, ARTICLE), (3, ARTICLE)}
    assert all(link.verdict == "same" for link in links)
    assert list(ours.link([])) == list(Catalog().link(theirs)) == []
    assert len(links) > 1
    (link,) = ours.link(theirs, one_to_one=True)
    assert link.papers[1] == ARTICLE
    decided = [Decision(fingerprint(FULL), fingerprint(ARTICLE), same=False)]
    assert len(Catalog([FULL]).link([ARTICLE], decisions=decided)) == 0
    told = [Decision(fingerprint(OTHER), fingerprint(ARTICLE), same=True)]
    (first, *_) = Catalog([OTHER, FULL]).link([ARTICLE], decisions=told)
    assert (first.papers, first.probability) == ((OTHER, ARTICLE), 1.0)


def test_old_keys_lead_to_new_ones() -> None:
    entries = (
        f"@misc{{p22, title={{{BEHAVIORS}}}, eprint={{2212.09251}}, author={{Perez, Ethan}}}}",
        f"@misc{{acl, title={{{BEHAVIORS}}}, eprint={{2212.09251}}, year=2023}}",
        f"@misc{{bai, title={{{CONSTITUTION}}}}}",
    )
    cat = pc.parse("\n".join(entries))
    joined = cat.dedup()
    assert len(joined) == 2
    new = joined.keys[0]
    assert {joined.key_map[key] for key in ("p22", "acl", *cat.keys[:2])} == {new}
    assert set(joined.key_map.values()) == set(joined.keys)
    assert dict(cat.key_map) == {**dict(zip(cat.keys, cat.keys, strict=True)), **dict(zip(("p22", "acl", "bai"), cat.keys, strict=True))}


def test_a_key_of_two_papers_leads_nowhere() -> None:
    cat = pc.parse(f"@misc{{x, title={{{BEHAVIORS}}}}}") + pc.parse(f"@misc{{x, title={{{CONSTITUTION}}}}}")
    joined = cat.dedup()
    assert "x" not in joined.key_map or "x" in joined.keys


# -- bad input


@pytest.mark.parametrize("papers", [[], [FULL], [Paper()], [Paper()] * 5, [Paper(arxiv="2212.09251")], [Paper(year=2022)] * 3])
def test_there_is_little_to_join(papers: list[Paper]) -> None:
    cat = Catalog(placed(papers))
    assert cat.dedup() == cat
    assert list(cat.duplicates(maybe=False)) == []
    assert cat.add([]) == cat
    assert list(cat.link([])) == []
    assert len(cat.key_map) <= len(papers)


def test_a_hundred_thousand_copies_are_one() -> None:
    joined = Catalog([FULL] * 100_000).dedup()
    assert joined.papers == (FULL,)
    assert len(joined.merges[0].members) == 100_000
    assert len(joined.merges[0].explain()) < 10_000
    assert joined.dedup() == joined


def test_progress_is_told_and_a_stop_leaves_all_as_it_was() -> None:
    cat = Catalog(placed([FULL, ARTICLE, OTHER]))
    told: list[tuple[int, int]] = []
    cat.dedup(progress=lambda done, total: told.append((done, total)))
    assert told
    assert all(0 <= done <= total for done, total in told)

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    papers = cat.papers
    with pytest.raises(KeyboardInterrupt):
        cat.dedup(progress=stop)
    assert cat.papers is papers
    assert cat.merges == ()
    assert len(cat.dedup()) == 2
