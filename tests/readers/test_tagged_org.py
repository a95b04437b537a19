"""Outlines of Org whose headlines are papers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.tagged.org import is_org

TWO = """#+TITLE: Reading list

* Papers
** TODO Sleeper Agents: Training Deceptive LLMs
:PROPERTIES:
:AUTHOR: Evan Hubinger and Carson Denison
:YEAR: 2024
:END:
*** Abstract
Humans are capable of strategically deceptive behavior.

** TODO Discovering Language Model Behaviors
:PROPERTIES:
:AUTHOR: Ethan Perez and Sam Ringer
:YEAR: 2022
:END:
*** Abstract
As language models scale, they develop many novel behaviors.
"""
READ = [
    "Sleeper Agents: Training Deceptive LLMs | Hubinger, Evan; Denison, Carson | 2024 | Humans are capable",
    "Discovering Language Model Behaviors | Perez, Ethan; Ringer, Sam | 2022 | As language models",
]


def told(text: str) -> list[str]:
    cat = pc.parse(text)
    assert not cat.receipt().unread
    return [f"{paper.title} | {names(paper)} | {paper.year} | {' '.join(str(paper.abstract).split()[:3])}" for paper in cat]


def names(paper: pc.Paper) -> str:
    return "; ".join(author.inverted for author in paper.authors)


WAYS = {
    "states": TWO,
    "other states": TWO.replace("TODO", "READING", 1).replace("TODO", "DONE"),
    "no states": TWO.replace("TODO ", ""),
    "priorities": TWO.replace("TODO ", "TODO [#A] "),
    "tags": TWO.replace("LLMs\n", "LLMs   :ml:to_read:\n").replace("Behaviors\n", "Behaviors :ml:\n"),
    "no sections": TWO.replace("* Papers\n", "").replace("** ", "* "),
    "small letters": TWO.replace(":AUTHOR:", ":author:").replace(":YEAR:", ":year:"),
    "tabs and blanks": TWO.replace(": ", ":\t  "),
    "set in": TWO.replace("\n:", "\n   :"),
    "planning": TWO.replace("\n:PROPERTIES:", "\nSCHEDULED: <2024-01-12 Fri>\n:PROPERTIES:"),
    "lists of terms": TWO.replace(":END:\n*** Abstract\n", ":END:\n- Abstract :: "),
    "numbered": TWO.replace("** TODO S", "1. ** TODO S").replace("** TODO D", "2. ** TODO D"),
    "wrapped titles": TWO.replace("Training ", "Training\n").replace("Language ", "Language\n"),
    "wrapped names": TWO.replace(" and ", " and\n"),
    "lost breaks": TWO.replace("\n:PROP", ":PROP").replace(":END:\n", ":END:").replace("\n:YEAR", ":YEAR"),
    "CR": TWO.replace("\n", "\r"),
    "BOM": "\ufeff" + TWO,
}


@pytest.mark.parametrize("text", WAYS.values(), ids=WAYS)
def test_a_way_of_writing_it_makes_no_difference(text: str) -> None:
    assert told(text) == READ


def test_what_is_no_field_is_kept_under_its_name() -> None:
    text = (
        TWO.replace("** TODO S", "** TODO [#A] S")
        .replace("LLMs\n", "LLMs :ml:\n", 1)
        .replace(":YEAR: 2024", ":YEAR: 2024\n:CUSTOM_ID: hub24")
    )
    text = text.replace("** TODO D", "*** Shelf\nRead again.\n** TODO D")
    paper = pc.parse(text)[0]
    assert dict(paper.extra) == {"state": "TODO", "priority": "A", "CUSTOM_ID": "hub24", "Shelf": "Read again."}
    assert paper.keywords == ("ml",)


def test_a_headline_without_a_paper_is_a_heading() -> None:
    cat = pc.parse(TWO.replace("** TODO D", "** Someday\nCall the dentist.\n** TODO D").replace("*** Abstract", "*** Summary"))
    assert len(cat) == 2
    assert [issue.code for issue in cat.issues] == 3 * ["heading"]


@pytest.mark.parametrize(
    "title", ["BERT Rediscovers the Classical NLP Pipeline", "DONE", "[#A] star", "Attention :is: all you need", "2 * 3 is 6", "READ-BAD"]
)
def test_a_title_stays_whole(title: str) -> None:
    [paper] = pc.parse(f"* {title}\n:PROPERTIES:\n:AUTHOR: Ian Tenney\n:YEAR: 2019\n:END:\n")
    assert paper.title == title.removeprefix("[#A] ")


@pytest.mark.parametrize(
    "text",
    ["* Title\n:PROPERTIES:\n:END:\n", ":PROPERTIES:\n:AUTHOR: A\n:YEAR: 2024\n:END:\n", "* Title\nAuthor: A\nYear: 2024\n", ""],
    ids=["an empty drawer", "no headline", "no drawer", "nothing"],
)
def test_what_is_no_outline_of_papers(text: str) -> None:
    assert not is_org(text)


PIECES = [
    "* TODO ",
    "** A",
    "*** Abstract",
    "\n",
    ":PROPERTIES:",
    ":END:",
    ":AUTHOR: ",
    "Evan Hubinger",
    ":YEAR: 2024",
    "#+TITLE: x",
    " :a:b:",
    "- t :: v",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_every_outline_is_read_whole(text: str) -> None:
    assert not pc.parse("* A\n:PROPERTIES:\n:AUTHOR: B C\n:YEAR: 2024\n:END:\n" + text).receipt().unread
