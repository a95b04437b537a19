"""CSL-JSON: what papercat writes comes back exactly, others can read it, and what somebody changes in it counts."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat import Author, Paper, csl
from papercat.models import FrozenMap
from papercat.writers import csl as as_csl

PEREZ = Paper(
    title="Discovering Language Model Behaviors",
    authors=(Author(family="Perez", given="Ethan"), Author(family="Geijn", given="Robert", particle="van de"), Author(literal="OpenAI")),
    arxiv="2212.09251",
    year=2022,
    month=12,
    inferred=("year", "month"),
    keywords=("evaluations; or not", "models, large"),
    extra=FrozenMap({"editor": "Bowman, Samuel R. and Askell, Amanda", "issn": "1234-5678", "key": "perez"}),
)
# The variables of the schema for input data, csl-data.json of CSL 1.0.2, as far as papercat writes them, and its types.
TEXTS = frozenset(
    "abstract archive chapter-number collection-title container-title DOI edition genre id ISBN ISSN issue keyword language note number "
    "page PMCID PMID publisher publisher-place title title-short type URL volume".split()
)
PEOPLE = frozenset("author editor translator".split())
PARTS = frozenset("family given non-dropping-particle suffix literal".split())
TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry "
    "entry-dictionary entry-encyclopedia figure graphic hearing interview legal_case legislation manuscript map motion_picture "
    "musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report "
    "review review-book software song speech standard thesis treaty webpage".split()
)


def written(*papers: Paper) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads("".join(as_csl.chunks(papers)))
    return items


def read(items: list[dict[str, Any]]) -> list[Paper]:
    return [replace(paper, sources=()) for paper in pc.parse(json.dumps(items), name="refs.csl.json")]


@given(papers=st.lists(st.from_type(Paper), max_size=3))
def test_what_was_written_comes_back(papers: list[Paper]) -> None:
    bare = [replace(paper, sources=()) for paper in papers]
    cat = pc.parse("".join(as_csl.chunks(bare)))
    # a paper of which nothing is known but what was inferred or what type it is, is none
    assert [replace(paper, sources=()) for paper in cat] == [paper for paper in bare if Paper() != replace(paper, inferred=(), type=None)]


@given(paper=st.from_type(Paper))
def test_items_keep_to_the_schema(paper: Paper) -> None:
    [item] = written(paper)
    assert {"id", "type"} <= set(item) <= TEXTS | PEOPLE | {"issued", "custom"}
    assert item["type"] in TYPES
    assert all(isinstance(item[name], str) for name in TEXTS & set(item))
    for person in (person for name in PEOPLE & set(item) for person in item[name]):
        assert person
        assert set(person) <= PARTS
        assert all(isinstance(text, str) for text in person.values())
    if "issued" in item:
        [[year, *months]] = item["issued"]["date-parts"]
        assert (year, *months) == ((paper.year, paper.month) if paper.month else (paper.year,))


def test_labels_with_a_variable_have_it() -> None:
    [item] = written(PEREZ)
    assert item["ISSN"] == "1234-5678"
    assert item["editor"] == [{"family": "Bowman", "given": "Samuel R."}, {"family": "Askell", "given": "Amanda"}]
    assert item["author"][1] == {"family": "Geijn", "given": "Robert", "non-dropping-particle": "van de"}
    assert read([item]) == [PEREZ]


CHANGES: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"title": "Another title"}, {"title": "Another title"}),
    ({"issued": {"date-parts": [[2023]]}}, {"year": 2023, "month": None}),
    ({"author": [{"family": "Ringer", "given": "Sam"}]}, {"authors": (Author(family="Ringer", given="Sam"),)}),
    ({"ISSN": "8765-4321"}, {"extra": PEREZ.extra | {"csl-ISSN": '"8765-4321"'}}),
    ({"type": "report"}, {"extra": PEREZ.extra | {"csl-type": '"report"'}}),
    ({"medium": "print"}, {"extra": PEREZ.extra | {"medium": '"print"'}}),
    ({"id": "mine"}, {"extra": FrozenMap({**PEREZ.extra, "key": '"mine"'})}),
]


@pytest.mark.parametrize(("change", "fields"), CHANGES)
def test_a_change_in_the_file_counts_or_is_kept(change: dict[str, Any], fields: dict[str, Any]) -> None:
    [item] = written(PEREZ)
    assert read([item | change]) == [replace(PEREZ, **fields)]


def test_what_others_wrote_is_no_item_of_ours() -> None:
    assert not csl.is_ours({"id": "a", "type": "book", "custom": {"short_id": "xyz"}})
    [paper] = read([{"id": "a", "type": "book", "title": "Superintelligence", "custom": {"short_id": "xyz"}}])
    assert (paper.title, paper.type) == ("Superintelligence", "book")


def test_a_capital_particle_is_kept() -> None:
    item = {
        "id": "a",
        "type": "article",
        "title": "Red Teaming",
        "author": [{"family": "Showk", "given": "Sheer", "non-dropping-particle": "El"}],
    }
    [paper] = read([item])
    assert paper.authors[0].inverted == "El Showk, Sheer"


def test_keys_are_those_of_the_catalog() -> None:
    cat = pc.Catalog([PEREZ, replace(PEREZ, title="Red Teaming Language Models")])
    assert [item["id"] for item in json.loads(cat.dumps("csl"))] == list(cat.keys)


def test_no_papers() -> None:
    assert list(as_csl.chunks([])) == ["[]\n"]
