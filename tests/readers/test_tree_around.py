"""What JSON says around a paper, and shapes of services that say it in their own way."""

import json
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc

SLEEPER = {"title": "Sleeper Agents", "authors": ["Evan Hubinger", "Carson Denison"]}
LECUN = {"title": "Deep Learning", "authors": "Yann LeCun", "venue": "Nature"}


Value = Mapping[str, object] | Sequence[object]


def years(value: Value, indent: int | None = None) -> list[tuple[str | None, int | None]]:
    return [(paper.title, paper.year) for paper in pc.parse(json.dumps(value, indent=indent))]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(
    "value",
    [
        {"2024": [SLEEPER], "2015": [LECUN]},
        {"papers": {"2024": [SLEEPER], "2015": [LECUN]}},
        [{"year": 2024, "papers": [SLEEPER]}, {"year": "2015", "papers": [LECUN]}],
        {"NeurIPS 2024": [SLEEPER], "Nature 2015": [LECUN]},
    ],
)
def test_the_year_of_a_list_is_that_of_its_papers(value: Value, indent: int | None) -> None:
    assert years(value, indent=indent) == [("Sleeper Agents", 2024), ("Deep Learning", 2015)]


def test_a_year_of_its_own_counts_and_a_list_without_one_ends_it() -> None:
    assert years({"2024": [{**SLEEPER, "year": 2023}], "others": [LECUN]}) == [("Sleeper Agents", 2023), ("Deep Learning", None)]


def test_the_id_that_a_paper_stands_under_is_its_own() -> None:
    arxiv, doi, key = pc.parse(json.dumps({"2401.05566": SLEEPER, "10.1038/nature14539": LECUN, "bai2022": {**LECUN, "title": "B"}}))
    assert (arxiv.arxiv, doi.doi, key.extra["id"]) == ("2401.05566", "10.1038/nature14539", "bai2022")


@pytest.mark.parametrize("value", [{"paper": SLEEPER}, {"0": SLEEPER, "1": LECUN}, {"results": [SLEEPER]}, [{"id": "x", "paper": SLEEPER}]])
def test_names_of_shells_and_numbers_of_rows_are_no_ids(value: Value) -> None:
    assert pc.parse(json.dumps(value))[0].extra.get("id") in (None, "x")


def test_one_author_beside_all_of_them_is_kept_as_that() -> None:
    entry = {**SLEEPER, "author": "Carson Denison", "authors": [{"name": "Evan Hubinger"}, {"name": "Carson Denison"}]}
    (paper,) = pc.parse(json.dumps([entry]))
    assert [author.family for author in paper.authors] == ["Hubinger", "Denison"]
    assert paper.extra["author"] == "Carson Denison"


def test_hal_and_orcid_are_read_by_their_names() -> None:
    hal = {"docid": "1", "title_s": ["Déplacement de Knight"], "authFullName_s": ["Jacques Friedel"], "publicationDateY_i": 1955}
    (paper,) = pc.parse(json.dumps({"response": {"docs": [hal | {"doiId_s": "10.1051/jphysrad:01955001606044400", "page_s": "444-445"}]}}))
    assert (paper.title, paper.authors[0].inverted, paper.year, paper.pages) == (
        "Déplacement de Knight",
        "Friedel, Jacques",
        1955,
        "444-445",
    )
    ids = {"external-id": [{"external-id-type": "doi", "external-id-value": "10.1038/nature14539"}]}
    work = {
        "put-code": 1,
        "title": {"title": {"value": "Deep Learning"}},
        "external-ids": ids,
        "publication-date": {"year": {"value": "2015"}},
    }
    (paper,) = pc.parse(json.dumps({"group": [{"external-ids": ids, "work-summary": [work]}]}))
    assert (paper.title, paper.year, paper.doi) == ("Deep Learning", 2015, "10.1038/nature14539")


def test_the_year_at_the_end_of_a_venue_counts_where_no_other_does() -> None:
    (paper,) = pc.parse(json.dumps([{**SLEEPER, "venue": "In Proceedings of the 41st ICML (ICML), 2024."}]))
    assert (paper.year, paper.venue) == (2024, "In Proceedings of the 41st ICML (ICML), 2024.")
    (paper,) = pc.parse(json.dumps([{**SLEEPER, "venue": "ICML 2024", "year": 2023}]))
    assert paper.year == 2023


def test_links_with_names_lead_to_the_paper_or_to_something_else() -> None:
    links = [{"label": "Code", "url": "https://github.com/a/b"}, {"label": "Paper", "url": "https://arxiv.org/abs/2401.05566"}]
    (paper,) = pc.parse(json.dumps([{**SLEEPER, "year": 2024, "links": links}]))
    assert (paper.url, paper.arxiv) == ("https://arxiv.org/abs/2401.05566", "2401.05566")
    assert "github" in paper.extra["links"]


LOOSE = """[
  // newest first
  {"title": "Sleeper Agents", "authors": ["Evan Hubinger",], "url": "https://arxiv.org/abs/2401.05566",},
  {"title": "A, ] and }", "year": 2022, /* , */ },
  {"title": "broken, "authors": []},
  {"title": "Last", "year": 2020,},
]"""


def test_commas_too_many_and_comments_are_read_over() -> None:
    cat = pc.parse(LOOSE)
    assert [(paper.title, paper.arxiv, paper.year) for paper in cat] == [
        ("Sleeper Agents", "2401.05566", None),
        ("A, ] and }", None, 2022),
        ("Last", None, 2020),
    ]
    assert [issue.code for issue in cat.issues] == ["entry-mended", "entry-broken", "text-unread"]
    assert cat.issues[2].raw == "[\n  // newest first"


def test_what_is_broken_beside_a_comma_too_many_costs_itself_alone() -> None:
    rows = [f'{{"title": "Paper {number}", "year": 2020, "authors": ["Evan Hubinger",],}}' for number in range(50)]
    rows[20] = '{"title": "broken, "year": 2020},'
    assert [paper.title for paper in pc.parse("\n".join(rows))] == [f"Paper {number}" for number in range(50) if number != 20]


PIECES = [
    "{",
    "}",
    "[",
    "]",
    '"title": "A"',
    '"2024": ',
    '"year": 2024',
    ",",
    "//",
    "/*",
    "*/",
    "\n",
    '"',
    "\\",
    '{"title": "A", "year": 1}',
]


@given(st.lists(st.sampled_from(PIECES)))
def test_every_character_is_accounted_for(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert sum(span.end - span.start for span in pc.parse(text, format="tree").receipt()) == len(text)


@pytest.mark.parametrize("piece", ['{"a": "', '{"title": "A",}', '\\"', '{"2024": [', "//", "/*", '{"title": "A", "year": 1,]'])
def test_nothing_takes_long(piece: str) -> None:
    pc.parse('[{"title": "' + piece * 20_000, format="tree")
