"""YAML: CSL-YAML, hayagriva, CFF and lists of papers, entry by entry."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import choose
from papercat.readers.tree import yaml
from papercat.text.document import Document

HAYAGRIVA = """# a library
zygos:
    type: Article
    author:
        - Prekas, George
        - Kogias, Marios
    title:
        value: "{ZygOS}: Achieving Low Tail Latency"
        verbatim: true
    date: 2017-10
    page-range: 325-341
    serial-number:
        doi: 10.1145/3132747.3132780
    parent:
        - type: Proceedings
          title: Proceedings of the 26th Symposium on Operating Systems Principles
          publisher: Association for Computing Machinery

donne:
    type: Book
    title: The "Anniversaries"
    author: Donne, John
    editor: ["Stringer, Gary A.", "Pebworth, Ted-Larry"]
    volume: 6
    date: 1995
"""
CSL = """---
references:
- id: sleeper
  type: article-journal
  title: 'Sleeper Agents: Training'
  author:
  - family: Hubinger
    given: Evan
  - {family: Geijn, given: Robert L., non-dropping-particle: van de}
  issued:
    year: 2024
    month: 1
  container-title: Nature
  DOI: 10.1000/182
- id: second
  title: >-
    A title on
    two lines
  author: {literal: OpenAI}
  issued: 2021-03-05
...
"""
CFF = """cff-version: 1.2.0
message: If you use this software, please cite it.
title: papercat
authors:
  - family-names: Geijn
    given-names: Robert L.
    name-particle: van de
    orcid: https://orcid.org/0000-0002-1825-0097
  - name: OpenAI
doi: 10.5281/zenodo.2548653
date-released: 2021-07-18
preferred-citation:
  type: article
  title: The paper
  authors:
    - family-names: Hubinger
      given-names: Evan
  year: 2024
  journal: Nature
  start: 1
  end: 9
"""

LIST = """- title: A
  authors: [Evan Hubinger, Yuntao Bai]
  year: 2024
- title: B
  authors: Ethan Perez and Sam Ringer
  year: 2022
"""

FILES: list[tuple[str, str, list[dict[str, Any]]]] = [
    (
        "hayagriva",
        HAYAGRIVA,
        [
            {
                "type": "inproceedings",
                "authors": ["Prekas, George", "Kogias, Marios"],
                "title": "ZygOS: Achieving Low Tail Latency",
                "year": 2017,
                "month": 10,
                "pages": "325-341",
                "doi": "10.1145/3132747.3132780",
                "venue": "Proceedings of the 26th Symposium on Operating Systems Principles",
                "publisher": "Association for Computing Machinery",
            },
            {"type": "book", "title": 'The "Anniversaries"', "authors": ["Donne, John"], "volume": "6", "year": 1995},
        ],
    ),
    (
        "CSL",
        CSL,
        [
            {
                "type": "article",
                "title": "Sleeper Agents: Training",
                "authors": ["Hubinger, Evan", "van de Geijn, Robert L."],
                "year": 2024,
                "month": 1,
                "venue": "Nature",
                "doi": "10.1000/182",
            },
            {"title": "A title on two lines", "authors": ["OpenAI"], "year": 2021, "month": 3},
        ],
    ),
    (
        "CFF",
        CFF,
        [
            {
                "title": "papercat",
                "authors": ["van de Geijn, Robert L.", "OpenAI"],
                "doi": "10.5281/zenodo.2548653",
                "year": 2021,
                "month": 7,
            },
            {
                "type": "article",
                "title": "The paper",
                "authors": ["Hubinger, Evan"],
                "year": 2024,
                "venue": "Nature",
                "pages": "1–9",
            },
        ],
    ),
    (
        "a list",
        LIST,
        [
            {"title": "A", "authors": ["Hubinger, Evan", "Bai, Yuntao"], "year": 2024},
            {"title": "B", "authors": ["Perez, Ethan", "Ringer, Sam"], "year": 2022},
        ],
    ),
]


def told(paper: pc.Paper) -> dict[str, Any]:
    """Give the fields of a paper, its authors as texts."""
    fields = {name: value for name, value in paper.to_dict().items() if name not in ("sources", "extra")}
    return fields | ({"authors": [author.inverted for author in paper.authors]} if paper.authors else {})


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case[1:], id=case[0]) for case in FILES])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_files_are_read(text: str, expected: list[dict[str, Any]], ends: str) -> None:
    cat = pc.parse(text.replace("\n", ends))
    assert cat.inputs[0].format == "tree"
    assert [told(paper) for paper in cat] == expected
    assert cat.receipt().unread == ()


def test_values_know_their_places() -> None:
    paper = pc.parse(HAYAGRIVA)[0]
    by_field = {source.field: HAYAGRIVA[source.start : source.end] for source in paper.sources}
    assert by_field["doi"] == "10.1145/3132747.3132780"
    assert by_field["title"] == "{ZygOS}: Achieving Low Tail Latency"


def test_places_count_characters() -> None:
    text = "a:\n  type: Article\n  title: 🦜 Žižek\n  date: 2021-03-05\n"
    (paper,) = pc.parse(text)
    assert {text[source.start : source.end] for source in paper.sources if source.field == "year"} == {"2021-03-05"}


def test_an_alias_is_its_anchor() -> None:
    text = "a:\n  type: Article\n  title: A\n  author: &us [Evan Hubinger, Yuntao Bai]\n  editor: *us\n  date: 2021\n"
    (paper,) = pc.parse(text)
    assert [author.inverted for author in paper.authors] == ["Hubinger, Evan", "Bai, Yuntao"]


def test_the_key_of_an_entry_is_kept() -> None:
    assert [paper.extra["key"] for paper in pc.parse(HAYAGRIVA)] == ["zygos", "donne"]


def test_what_stands_beside_the_references_is_kept() -> None:
    cat = pc.parse(CSL.replace("---\n", "---\ntitle: My thesis\nauthor: Me\n").replace("...\n", "nocite: '@*'\n...\n"))
    assert [paper.title for paper in cat] == ["Sleeper Agents: Training", "A title on two lines"]
    assert [("My thesis" in issue.raw, "nocite" in issue.raw, issue.code) for issue in cat.issues] == [
        (True, False, "block-kept"),
        (False, True, "block-kept"),
    ]
    assert [dict(paper.extra) for paper in cat] == [{"key": "sleeper"}, {"issued": "2021-03-05", "key": "second"}]
    assert cat.receipt().unread == ()


def test_the_text_of_a_page_behind_its_references_is_kept() -> None:
    cat = pc.parse(CSL.replace("...\n", "---\n\n# A page\n\nWith text.\n"))
    assert len(cat) == 2
    assert [("With text." in issue.raw, issue.code) for issue in cat.issues] == [(True, "block-kept")]
    assert cat.receipt().unread == ()


def test_a_broken_entry_costs_itself() -> None:
    cat = pc.parse(HAYAGRIVA.replace("date: 2017-10", "date: 2017-10\n   - 3"))
    assert [paper.title for paper in cat] == ['The "Anniversaries"']
    assert [issue.code for issue in cat.issues] == ["entry-broken"]
    assert cat.receipt().unread == ()


@pytest.mark.parametrize("end", range(0, len(HAYAGRIVA), 13))
def test_a_cut_never_raises(end: int) -> None:
    text = HAYAGRIVA[:end]
    assert "".join(text[span.start : span.end] for span in pc.parse(text, format="tree").receipt()) == text


def test_without_pyyaml_an_issue_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "_YAML", None)
    cat = pc.parse(HAYAGRIVA)
    assert len(cat) == 0
    assert [(issue.code, "papercat[yaml]" in issue.message) for issue in cat.issues] == [("file-skipped", True)]


@pytest.mark.parametrize(
    "text",
    [
        "title: My page\nauthor: Me\ndate: 2024-01-01\nlayout: post\n",
        "---\ntitle: My page\nauthor: Me\n---\n\nHello.\n",
        "Title: A\nAuthors: B, C\nYear: 2020\n\nTitle: D\nAuthors: E\nYear: 2021\n",
        "services:\n  web:\n    image: nginx\n    type: a\n",
        "- [ ] title: buy milk\n- [x] year: 2020\n",
    ],
)
def test_other_text_with_colons_is_not_taken(text: str) -> None:
    assert choose(Document("a.yml", text)) != "tree"


BOMB = "a:\n  title: T\n  author: B\n  a0: &a0 [x, x]\n" + "".join(
    f"  a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 30)
)
HOSTILE = [
    ("aliases", BOMB),
    ("brackets", "a:\n  title: " + "[" * 50_000),
    ("braces", "a:\n  title: x\n  y: " + "{a: " * 20_000),
    ("dashes", "- title: A\n" + "- " * 20_000),
    ("controls", "a:\n  title: \x00\ud800\n  author: b\n"),
    ("blanks", " " * 50_000 + "a"),
    ("an alias of itself", "a:\n  title: &a [*a]\n  author: b\n"),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in HOSTILE])
def test_hostile_text_is_survived(text: str) -> None:
    cat = pc.parse(text, format="tree")
    assert sum(cat.receipt().totals["text"].values()) == len(text)


@given(st.text(alphabet="-: \n[]{}&*'\"#|>a1title", max_size=150))
def test_any_text_is_accounted_for(text: str) -> None:
    document = "a:\n  title: A\n  type: Article\n" + text
    cat = pc.parse(document, format="tree")
    assert "".join(document[span.start : span.end] for span in cat.receipt()) == document


JOSS = """---
title: 'Gala: A Python package for galactic dynamics'
tags:
  - Python
  - dynamics
authors:
  - name: Adrian M. Price-Whelan
    orcid: 0000-0003-0872-7098
    affiliation: "1, 2"
affiliations:
 - name: Princeton University
   index: 1
date: 13 August 2017
bibliography: paper.bib
---

# Summary

The forces on stars, galaxies, and dark matter.
"""
STREAM = """title: Sleeper Agents
authors:
- Evan Hubinger
- family: Tong
  given: Meg
---
---
title: "Honest: \\"Agents\\""
authors: [Jesse Mu]
---
"""


def test_the_head_of_an_article_is_its_paper() -> None:
    cat = pc.parse(JOSS)
    [paper] = cat
    assert (paper.title, paper.year) == ("Gala: A Python package for galactic dynamics", 2017)
    assert [author.inverted for author in paper.authors] == ["Price-Whelan, Adrian M."]
    assert [issue.code for issue in cat.issues] == ["block-kept"]
    assert not cat.receipt().unread


def test_documents_of_a_stream_are_papers() -> None:
    cat = pc.parse(STREAM)
    assert [(paper.title, [author.inverted for author in paper.authors]) for paper in cat] == [
        ("Sleeper Agents", ["Hubinger, Evan", "Tong, Meg"]),
        ('Honest: "Agents"', ["Mu, Jesse"]),
    ]
    assert not cat.issues


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Publications\nauthor: Me\n---\n",
        "---\nauthors:\n- Me\n---\ntitle: A\n",
        "---\ntitle: A\nauthors:\n- [Me\n---\ntitle: B\nauthors:\n- You\n---\n",
    ],
    ids=["the head of a page", "authors of no title", "broken"],
)
def test_what_is_no_stream_of_papers(text: str) -> None:
    assert not yaml.is_papers(text)


def test_without_pyyaml_a_stream_is_read_by_lines_or_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "_YAML", None)
    [paper] = pc.parse('---\ntitle: "Sleeper Agents"\nauthors:\n  - "Evan Hubinger"\n---\n')
    assert (paper.title, paper.authors[0].inverted) == ("Sleeper Agents", "Hubinger, Evan")
    cat = pc.parse(JOSS)
    assert [(issue.code, "papercat[yaml]" in issue.message) for issue in cat.issues] == [("file-skipped", True)]


PUBLICATIONS = """# _data/publications.yml
# newest first
- title: "Sleeper Agents: Training Deceptive LLMs"
  authors: "Evan Hubinger, Carson Denison"
  year: 2024
  selected: true
  abstract: >-
    Humans are capable of
    strategically deceptive behavior.

- title: Constitutional AI
  authors: ["Yuntao Bai", "Saurav Kadavath"]
  year: 2022
  arxiv: '2212.08073'

# before that
- title: Discovering Language Model Behaviors
  authors:
    - Ethan Perez
    - Sam Ringer
  # as printed
  doi: 10.18653/v1/2023.findings-acl.847
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_comments_hide_no_list_of_papers(ends: str) -> None:
    catalog = pc.parse(PUBLICATIONS.replace("\n", ends))
    assert [[author.inverted for author in paper.authors] for paper in catalog] == [
        ["Hubinger, Evan", "Denison, Carson"],
        ["Bai, Yuntao", "Kadavath, Saurav"],
        ["Perez, Ethan", "Ringer, Sam"],
    ]
    assert catalog[0].abstract == "Humans are capable of strategically deceptive behavior."
    assert (catalog[1].arxiv, catalog[2].doi) == ("2212.08073", "10.18653/v1/2023.findings-acl.847")
    assert not catalog.receipt().unread
