"""YAML as homepages have it: papers in sections, and the heads of pages."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import choose
from papercat.readers.tree.sections import sections
from papercat.text.document import Document

pytest.importorskip("yaml")

BY_YEAR = """- year: 2024
  papers:
    - title: Sleeper Agents
      authors: Evan Hubinger, Carson Denison
      venue: arXiv
- year: 2015
  papers:
    - title: Deep Learning
      authors: Yann LeCun
      venue: Nature
"""
UNDER_YEARS = """# _data/publications.yml
2024:
- title: Sleeper Agents
  authors: Evan Hubinger, Carson Denison
  venue: arXiv
2015:
- title: Deep Learning
  authors: Yann LeCun
  venue: Nature
"""
BY_KIND = """preprints:
  - title: "Sleeper Agents"
    authors: <strong>Evan Hubinger</strong>, Carson Denison
    year: 2024
journal:
  - name: 'Deep Learning'
    authors: Yann LeCun
    conference: Nature
    year: '2015'
#  - name: 'Not to be read'
#    authors: Nobody
"""
DASH_ALONE = """-
  title: Sleeper Agents
  authors:
    - Evan Hubinger
    - Carson Denison
  year: 2024
-
  title: Deep Learning
  authors: [Yann LeCun]
  year: 2015
"""
PYBTEX = """entries:
  hubinger2024:
    type: article
    author:
      - first: Evan
        last: Hubinger
      - first: Carson
        last: Denison
    title: Sleeper Agents
    year: '2024'
  lecun2015:
    type: article
    author:
      - first: Yann
        last: LeCun
    title: Deep Learning
    year: 2015
"""
SHAPES = [BY_YEAR, UNDER_YEARS, BY_KIND, DASH_ALONE, PYBTEX]


@pytest.mark.parametrize("text", SHAPES)
def test_the_papers_of_every_section_are_read(text: str) -> None:
    cat = pc.parse(text)
    assert cat.inputs[0].format == "tree"
    assert [(paper.title, [author.family for author in paper.authors], paper.year) for paper in cat] == [
        ("Sleeper Agents", ["Hubinger", "Denison"], 2024),
        ("Deep Learning", ["LeCun"], 2015),
    ]
    assert not [issue for issue in cat.issues if issue.code != "author-marks"]
    assert not cat.receipt().unread


def test_a_year_of_its_own_counts_before_that_of_the_section() -> None:
    text = BY_YEAR.replace("      venue: Nature", "      venue: Nature\n      year: 2014")
    assert [paper.year for paper in pc.parse(text)] == [2024, 2014]


def test_an_item_that_says_less_than_its_neighbours_is_a_paper_too() -> None:
    text = "- name: A\n  authors: Yann LeCun\n  venue: Nature\n  year: 2015\n- name: B\n  authors: Yuntao Bai\n"
    assert [paper.title for paper in pc.parse(text)] == ["A", "B"]


def test_what_a_paper_holds_is_no_paper_of_its_own() -> None:
    inner = "    references:\n      - title: B\n        authors: Yuntao Bai\n        year: 2014\n"
    text = "main:\n  - title: A\n    authors: Yann LeCun\n    year: 2015\n" + inner
    assert [text[slice(*one.place)][4:12] for one in sections(text)] == ["title: A"]


# info.yaml of papis: a paper a document, with the papers that it cites
PAPIS = """author: Iwata, Shohei and Ishii, Soh
citations:
- author: N. F. Mott
  title: Modern Theory of Solids
  year: '1940'
doi: 10.2320/matertrans.46.1100
journal: MATERIALS TRANSACTIONS
title: Ab Initio All-Electron GW Calculation
year: 2005
"""


def test_a_document_that_is_a_paper_holds_those_that_it_cites() -> None:
    cat = pc.parse(PAPIS)
    assert [(paper.title, paper.year) for paper in cat] == [("Ab Initio All-Electron GW Calculation", 2005)]
    both = pc.parse(f"{PAPIS}---\n{PAPIS}")
    assert [paper.doi for paper in both] == ["10.2320/matertrans.46.1100"] * 2
    assert not both.issues


def test_a_name_beside_a_given_name_is_the_family_name() -> None:
    text = "turing:\n  type: article\n  title: On Computable Numbers\n  author:\n  - name: Turing\n    given-name: A. M.\n"
    assert [author.inverted for author in pc.parse(text)[0].authors] == ["Turing, A. M."]
    text = '[{"title": "A", "year": 1937, "authors": [{"name": "Alan Turing", "given": "Alan"}]}]'
    assert [author.inverted for author in pc.parse(text)[0].authors] == ["Turing, Alan"]


NO_PAPERS = [
    "title: Publikace\nfilter:\n  all: Zobrazit\n  by_date: Publikace z roku\n  year: Rok\n",
    "name: CI\non: push\njobs:\n  test:\n    steps:\n      - name: Check out\n        uses: actions/checkout@v4\n",
    "info:\n  title: An API\n  version: 1.0.0\n  description: It is one\npaths:\n  /papers:\n    get:\n      summary: x\n      tags: [a]\n",
    "main:\n  - title: About\n    url: /about/\n  - title: Contact\n    url: /contact/\n",
]


@pytest.mark.parametrize("text", NO_PAPERS)
def test_other_yaml_is_left_alone(text: str) -> None:
    assert choose(Document("a.yml", text)) != "tree"


def test_the_head_of_a_page_about_a_paper_is_read() -> None:
    head = "---\ntitle: \"Sleeper Agents\"\ncollection: publications\ndate: 2024-01-10\nvenue: 'arXiv'\n---\nIt persists.\n"
    (paper,) = cat = pc.parse(head)
    assert (paper.title, paper.venue, paper.year, paper.month) == ("Sleeper Agents", "arXiv", 2024, 1)
    assert [(issue.code, issue.raw.strip()) for issue in cat.issues] == [("block-kept", "It persists.")]


def test_where_a_paper_stands_may_be_said_in_markdown() -> None:
    (paper,) = pc.parse("---\ntitle: A\nauthors:\n- Yann LeCun\ndate: '2015-05-27'\npublication: In *Nature*\npage: https://a.b\n---\n")
    assert (paper.venue, paper.pages, paper.extra["page"]) == ("Nature", None, "https://a.b")


@pytest.mark.parametrize(
    "text", ["---\ntitle: Gala\ndate: 2024-01-10\ntags: [news]\n---\nWe won.\n", "---\ntitle: Home\nlayout: page\n---\n"]
)
def test_the_head_of_another_page_is_none(text: str) -> None:
    assert choose(Document("a.md", text)) != "tree"


PIECES = ["- ", "  ", "title: A", "authors: B", "year: 2024", "\n", "2024:", "#", "main:", "\r", "\t", "---", ">", '"']


@given(st.lists(st.sampled_from(PIECES)))
def test_every_character_is_accounted_for(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert sum(span.end - span.start for span in pc.parse(text, format="tree").receipt()) == len(text)


@given(st.lists(st.sampled_from(PIECES)))
def test_sections_are_in_order_and_apart(pieces: list[str]) -> None:
    places = [one.place for one in sections("".join(pieces))]
    assert all(one.end <= other.start for one, other in pairwise(places))
