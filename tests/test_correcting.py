"""What a person corrects: it is checked, told, kept beside the old value, and no other record overrules it."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

import papercat as pc
from papercat import Author, Catalog, Paper
from papercat.models import FrozenMap, Variant

HUBINGER, DENISON = Author(family="Hubinger", given="Evan"), Author(family="Denison", given="Carson")
TITLE = "Sleeper Agents: Training Deceptive LLMs that Persist Through Safety Training"
AGENTS = Paper(title=TITLE, authors=(HUBINGER,), year=2014, arxiv="2401.05566", cut=("authors",), inferred=("year",))
SPEECH = Paper(title="Towards Understanding Sycophancy", year=2023, extra=FrozenMap({"key": "sharma23", "note": "read"}))
CAT = Catalog([AGENTS, SPEECH])

FORMS: list[tuple[dict[str, Any], str, object]] = [
    ({"year": 2024}, "year", 2024),
    ({"title": "Sleeper\n  Agents "}, "title", "Sleeper Agents"),
    ({"publisher": "E\u0301ditions"}, "publisher", "Éditions"),
    ({"authors": "Hubinger, Evan; Denison, Carson"}, "authors", (HUBINGER, DENISON)),
    ({"authors": "Evan Hubinger and Carson Denison"}, "authors", (HUBINGER, DENISON)),
    ({"authors": ["Hubinger, Evan", DENISON]}, "authors", (HUBINGER, DENISON)),
    ({"authors": None}, "authors", ()),
    ({"author": "Denison, Carson"}, "authors", (DENISON,)),
    ({"doi": "https://doi.org/10.48550/ARXIV.2401.05566"}, "doi", "10.48550/arxiv.2401.05566"),
    ({"arxiv": "arXiv:2310.13548v3"}, "arxiv", "2310.13548"),
    ({"arxiv": None}, "arxiv", None),
    ({"journal": "Nature"}, "venue", "Nature"),
    ({"keywords": "safety; deception"}, "keywords", ("safety", "deception")),
    ({"keywords": ["safety"]}, "keywords", ("safety",)),
    ({"type": "Article"}, "type", "article"),
]
MISTAKES: list[tuple[str, object, dict[str, Any], type[Exception], str]] = [
    ("no such key", "hubinger1999", {"year": 2024}, pc.PaperNotFoundError, "no paper with key 'hubinger1999'"),
    ("a place too far", 9, {"year": 2024}, IndexError, "there are 2"),
    ("no place", 1.5, {"year": 2024}, TypeError, "not with float"),
    ("a paper of another catalog", Paper(title="x"), {"year": 2024}, ValueError, "no paper of this catalog"),
    ("no such field", 0, {"yaer": 2024}, TypeError, "did you mean year?"),
    ("a year that is none", 0, {"year": 20024}, ValidationError, "year"),
    ("a DOI that is none", 0, {"doi": "see above"}, ValueError, "'see above' is no DOI"),
    ("an id that is none", 0, {"arxiv": "2413.05566"}, ValueError, "is no arXiv id"),
    ("what papercat keeps", 0, {"sources": ()}, TypeError, "papercat keeps 'sources' itself"),
    ("a field among labels", 0, {"extra": {"title": "x"}}, TypeError, "correct(which, title=…)"),
    ("an empty title", 0, {"title": " "}, ValidationError, "title"),
    ("a number for authors", 0, {"authors": [7]}, ValidationError, "authors"),
]


@pytest.mark.parametrize(("values", "field", "expected"), FORMS)
def test_values_may_have_the_forms_that_people_give(values: dict[str, Any], field: str, expected: object) -> None:
    paper = CAT.correct(0, **values)[0]
    assert getattr(paper, field) == expected
    assert paper.by_hand[:1] == (field,)
    assert str(paper.source_of(field)) == "by hand"


@pytest.mark.parametrize(("which", "values", "error", "told"), [one[1:] for one in MISTAKES], ids=[one[0] for one in MISTAKES])
def test_a_mistake_is_told_and_changes_nothing(which: object, values: dict[str, Any], error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=re.escape(told)):
        CAT.correct(which, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize("which", [0, -2, "2401.05566", "https://arxiv.org/abs/2401.05566", "hubinger2014sleeper", AGENTS])
def test_a_paper_is_named_in_any_way(which: str | int | Paper) -> None:
    better = CAT.correct(which, year=2024)
    assert [paper.year for paper in better] == [2024, 2023]
    assert better[1] is SPEECH


def test_nothing_is_lost_and_all_is_told() -> None:
    better = CAT.correct(0, year=2024, authors=(HUBINGER, DENISON)).correct(0, year=2025).correct(1, extra={"note": None, "shelf": "7"})
    assert (better[0].year, better[0].cut, better[0].inferred) == (2025, (), ())
    assert {(one.field, one.value) for one in better[0].variants} >= {("year", "2014"), ("year", "2024"), ("authors", "Hubinger, Evan")}
    assert better[1].extra == {"key": "sharma23", "shelf": "7"}
    assert better[1].variants == (Variant(field="note", value="read"),)
    assert [issue.code for issue in better.issues] == ["fixed-by-user"] * 5
    assert better.issues[0].message == "year of hubinger2014sleeper: 2024 in the place of 2014, as you said"
    assert {one.value for one in better.correct(0, year=2014)[0].variants if one.field == "year"} == {"2024", "2025"}
    assert Catalog([AGENTS, SPEECH]) == CAT


def test_what_is_right_already_changes_nothing() -> None:
    better = CAT.correct(0, year=2024)
    assert better.correct(0, year=2024) is better
    assert CAT.correct(0) is CAT


def test_the_old_key_leads_to_the_paper() -> None:
    better = CAT.correct("hubinger2014sleeper", year=2024)
    assert better.keys == ("hubinger2024sleeper", "sharma23")
    assert better.key_map["hubinger2014sleeper"] == "hubinger2024sleeper"
    assert better.correct("hubinger2014sleeper", month=1)[0].month == 1
    assert CAT.correct("sharma23", year=2024).keys == CAT.keys


def test_it_is_saved_with_the_catalog() -> None:
    better = CAT.correct(0, year=2024, title="Sleeper Agents")
    for format_ in ("jsonl", "json"):
        back = pc.parse(better.dumps(format_))
        assert (back[0].by_hand, back[0].variants, str(back[0].source_of("year"))) == (("year", "title"), better[0].variants, "by hand")
    assert pc.parse(better.dumps("jsonl")) == better
    assert Catalog.from_records(better.to_dicts())[0] == better[0]


RECORDS = [
    replace(AGENTS, extra=FrozenMap({"id": "a"})),
    replace(AGENTS, year=2023, venue="arXiv", extra=FrozenMap({"id": "b"})),
    replace(AGENTS, title=TITLE.upper(), year=2014, extra=FrozenMap({"id": "c"})),
]


@given(st.permutations(RECORDS), st.integers(0, 2))
def test_no_other_record_overrules_it(records: list[Paper], place: int) -> None:
    one = Catalog(records).correct(place, year=2024, authors="Hubinger, E.; Denison, C.", extra={"shelf": "7"}).dedup()
    assert [(paper.year, str(paper.authors[0]), paper.extra["shelf"]) for paper in one] == [(2024, "E. Hubinger", "7")]
    assert set(one[0].by_hand) == {"year", "authors", "shelf"}
    assert one.dedup() == one


def test_it_stays_when_a_joined_paper_is_joined_with_more() -> None:
    one = Catalog(RECORDS[:2]).dedup().correct("2401.05566", year=2024, doi=None, venue=None)
    for more in (one.dedup(), (one + Catalog(RECORDS[2:])).dedup(), one.add(RECORDS[2:]), (one + one).dedup()):
        assert [(paper.year, paper.venue) for paper in more] == [(2024, None)]
        assert not [issue for issue in more.issues if issue.code == "merge-conflict" and "year" in issue.message]


def test_of_two_corrections_the_other_is_kept_beside() -> None:
    cat = Catalog(RECORDS[:2]).correct(0, year=2020).correct(1, year=2021)
    paper = cat.dedup()[0]
    assert {str(paper.year), *(one.value for one in paper.variants if one.field == "year")} >= {"2020", "2021"}


def test_a_file_that_is_kept_by_hand_gets_it(tmp_path: Path) -> None:
    refs = tmp_path / "refs.bib"
    refs.write_text(
        "% mine\n@article{h14, title={Sleper Agents}, author={Hubinger, Evan and others}, year=2014, journal={X}}\n", encoding="utf-8"
    )
    cat = pc.read(refs).correct("h14", title="Sleeper Agents", year=2024, authors=[HUBINGER, DENISON], type="misc")
    update = cat.write(refs, update=True)
    assert update.changed == ("h14",)
    assert refs.read_text(encoding="utf-8") == (
        "% mine\n@misc{h14, title={Sleeper Agents}, author={Hubinger, Evan and Denison, Carson}, year=2024, journal={X}}\n"
    )
    assert {issue.code for issue in update.issues} == {"value-changed"}
