"""TOML: lists of papers, and the heads of Hugo's pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import choose
from papercat.readers.tree import toml
from papercat.text.document import Document

LISTED = """# publications
title = "Papers"

[[publication]]
title = "Sleeper Agents"
authors = ["Evan Hubinger", "Carson Denison"]
year = 2024
abstract = \"\"\"
Humans are capable of
strategically deceptive behavior.\"\"\"

[publication.links]
arxiv = "https://arxiv.org/abs/2401.05566"

[[publication]] # a classic
title = 'Learning representations by back-propagating errors'
authors = "David E. Rumelhart, Geoffrey E. Hinton, and Ronald J. Williams"
date = 1986-10-09
"""
NAMED = """[papers.hubinger2024]
title = "Sleeper Agents"
authors = [{name = "Evan Hubinger"}, {name = "Carson Denison"}]
year = 2024
abstract = "Humans are capable of strategically deceptive behavior."
[papers.rumelhart1986]
title = "Learning representations by back-propagating errors"
year = "1986"
[[papers.rumelhart1986.authors]]
family = "Rumelhart"
given = "David E."
"""


@pytest.mark.parametrize("text", [LISTED, NAMED, LISTED.replace("\n", "\r\n")], ids=["list", "names", "CRLF"])
def test_tables_are_papers(text: str) -> None:
    assert choose(Document("a.txt", text)) == "tree"
    first, second = pc.parse(text)
    assert (first.title, first.year) == ("Sleeper Agents", 2024)
    assert [author.inverted for author in first.authors] == ["Hubinger, Evan", "Denison, Carson"]
    assert first.abstract == "Humans are capable of strategically deceptive behavior."
    assert (second.title, second.year) == ("Learning representations by back-propagating errors", 1986)
    assert second.authors[0].inverted == "Rumelhart, David E."


def test_the_head_of_a_page_of_hugo_is_a_paper() -> None:
    text = '+++\ntitle = "Sleeper Agents"\ndate = 2024-01-10\nauthors = ["Evan Hubinger"]\n+++\nSome words about it.\n'
    [paper] = pc.parse(text)
    assert (paper.title, paper.year, paper.month, paper.authors[0].inverted) == ("Sleeper Agents", 2024, 1, "Hubinger, Evan")


def test_a_broken_table_costs_itself() -> None:
    catalog = pc.parse(LISTED.replace("year = 2024", "year = two"))
    assert [paper.year for paper in catalog] == [1986]
    assert "entry-broken" in {issue.code for issue in catalog.issues}


@pytest.mark.parametrize(
    "text",
    [
        '[project]\nname = "papercat"\nversion = "1.0"\nauthors = [{name = "A"}]\ndescription = "Papers"\nkeywords = ["papers"]\n',
        '[site]\ntitle = "Home"\nurl = "https://example.org"\n',
        "[1]\nEvan Hubinger. Sleeper Agents. 2024.\n",
        '+++\ntitle = "We moved"\ndraft = false\n+++\nHello.\n',
        "",
    ],
)
def test_settings_are_no_papers(text: str) -> None:
    assert not toml.is_papers(text)


@pytest.mark.parametrize("text", ["+++\n" * 20, "+++\n+++\n", '[[p]]\ntitle = "A"\nyear = ' + "[" * 200 + "1" + "]" * 200])
def test_hostile_tables_are_left(text: str) -> None:
    assert not toml.is_papers(text)
    assert not [paper for paper in pc.parse(text, format="tree") if paper.year]


@given(st.text(alphabet="[]p.=\"'title\n\r#{}1+\ud800\0", max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert list(toml.records(f'[[p]]\ntitle = "A"\nyear = 1\n[[p]]\ntitle = "B"\nyear = 1\n{text}'))
