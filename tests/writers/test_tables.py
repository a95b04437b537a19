"""RIS and CSV: the fields they hold come back, what they do not hold is told, and no cell is a formula."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat import Author, Paper
from papercat.models import FrozenMap, Variant
from papercat.text.cells import guarded, unguarded
from papercat.writers import csv as as_csv
from papercat.writers import ris

HUBINGER = Paper(
    title="Sleeper Agents: Training Deceptive LLMs",
    authors=(
        Author(family="Hubinger", given="Evan"),
        Author(family="Lukošiūtė", given="Kamilė"),
        Author(family="Geijn", given="Robert", particle="van de"),
        Author(family="King", given="Martin Luther", suffix="Jr."),
        Author(literal="OpenAI Team"),
    ),
    abstract="Humans are capable of strategically deceptive behavior.",
    arxiv="2401.05566",
    doi="10.48550/arxiv.2401.05566",
    year=2024,
    month=1,
    venue="Journal of Machine Learning Research",
    volume="25",
    issue="3",
    pages="1–9",
    publisher="JMLR",
    url="https://jmlr.org/papers/v25.html",
    comment="updated to add missing acknowledgements",
    keywords=("deception", "safety"),
    type="article",
)


def read(text: str, name: str) -> list[Paper]:
    return [replace(paper, sources=()) for paper in pc.parse(text, name=name)]


def test_ris_holds_a_paper() -> None:
    assert read("".join(ris.chunks([HUBINGER])), "refs.ris") == [
        replace(HUBINGER, extra=FrozenMap({"key": "hubinger2024sleeper", "DA": "2024/01//"}))
    ]


def test_csv_holds_a_paper() -> None:
    assert read("".join(as_csv.chunks([HUBINGER])), "refs.csv") == [replace(HUBINGER, extra=FrozenMap({"key": "hubinger2024sleeper"}))]


def test_labels_come_back() -> None:
    paper = replace(HUBINGER, extra=FrozenMap({"isbn": "978-0-262-03561-3", "note": "second note", "L1": "paper.pdf"}))
    [from_csv] = read("".join(as_csv.chunks([paper])), "refs.csv")
    assert dict(from_csv.extra) == {"key": "hubinger2024sleeper", **paper.extra}
    [from_ris] = read("".join(ris.chunks([paper])), "refs.ris")
    assert {"978-0-262-03561-3", "paper.pdf"} <= set(from_ris.extra.values())


@given(papers=st.lists(st.from_type(Paper), min_size=1, max_size=3))
def test_one_record_for_each_paper(papers: list[Paper]) -> None:
    assert "".join(ris.chunks(papers)).count("\nER  - \n") == len(papers)
    assert len(list(csv.reader(io.StringIO("".join(as_csv.chunks(papers)))))) == len(papers) + 1


@given(papers=st.lists(st.from_type(Paper), min_size=1, max_size=3))
def test_no_cell_is_a_formula(papers: list[Paper]) -> None:
    for row in csv.reader(io.StringIO("".join(as_csv.chunks(papers)).removeprefix("\ufeff"))):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@given(text=st.text(st.sampled_from("'=+-@a \t\r")))
def test_a_guard_comes_off(text: str) -> None:
    assert unguarded(guarded(text)) == text


LOSSES = [
    (replace(HUBINGER, inferred=("year",)), "RIS has no place for inferred of 'Sleeper Agents: Training Deceptive LLMs'"),
    (
        replace(HUBINGER, variants=(Variant(field="year", value="2023"),)),
        "RIS has no place for variants of 'Sleeper Agents: Training Deceptive LLMs'",
    ),
    (replace(HUBINGER, extra=FrozenMap({"pmid": "1"})), "RIS has no place for extra['pmid'] of 'Sleeper Agents: Training Deceptive LLMs'"),
    (Paper(title="Sleeper Agents", month=1), "RIS has no place for month of 'Sleeper Agents'"),
]


@pytest.mark.parametrize(("paper", "told"), LOSSES)
def test_ris_says_what_it_cannot_hold(paper: Paper, told: str) -> None:
    assert [issue.message for issue in ris.losses(paper)] == [told]


def test_what_is_held_is_no_loss() -> None:
    assert [*ris.losses(HUBINGER), *as_csv.losses(replace(HUBINGER, extra=FrozenMap({"pmid": "1"})))] == []


def test_a_record_cannot_be_broken_out_of() -> None:
    hostile = Paper(title="ER  - TY  - JOUR", extra=FrozenMap({"TY": "GEN", "ER": "x"}), keywords=("a",))
    assert len(read("".join(ris.chunks([hostile, hostile])), "refs.ris")) == 2


def test_an_option_that_there_is_not_is_refused_before_writing() -> None:
    with pytest.raises(pc.OutputError, match="ris has no option 'colour'"):
        pc.Catalog([HUBINGER]).check("ris", colour="red")


@pytest.mark.parametrize(
    "kind", "article book booklet inproceedings manual misc online phdthesis report software thesis techreport".split()
)
def test_csv_gives_every_entry_type_back(kind: str) -> None:
    [paper] = read("".join(as_csv.chunks([replace(HUBINGER, type=kind)])), "refs.csv")
    assert (paper.type, dict(paper.extra)) == (kind, {"key": "hubinger2024sleeper"})


@pytest.mark.parametrize(
    "name", ["Barnes and Noble, Inc.", "Brown, Tom and Mann, Benjamin", "周志华", "ATLAS Collaboration", "R&D; Labs", "OpenAI"]
)
def test_csv_makes_no_people_of_an_organisation(name: str) -> None:
    authors = (Author(family="Perez", given="Ethan"), Author(literal=name), Author(family="King", given="Martin Luther", suffix="Jr."))
    assert [paper.authors for paper in read("".join(as_csv.chunks([replace(HUBINGER, authors=authors)])), "refs.csv")] == [authors]
    assert [paper.authors for paper in read("".join(as_csv.chunks([replace(HUBINGER, authors=authors[1:2])])), "refs.csv")] == [
        authors[1:2]
    ]
