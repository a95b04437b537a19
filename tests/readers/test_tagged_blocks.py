"""Blocks of labels and values as people write and paste them, and reports of ProQuest."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import tagged
from papercat.readers.tagged.items import is_rule, known, label
from papercat.readers.tagged.labels import ROLES, SECTIONS
from papercat.readers.tagged.labels import TYPES as KINDS
from papercat.text.document import Document

TWO = (
    "Title: Sleeper Agents\nAuthors: Evan Hubinger, Carson Denison\nYear: 2024\n"
    "\nTitle: Honest Agents\nAuthors: Jesse Mu, Meg Tong\nYear: 2023\n"
)
READ = ["Sleeper Agents | Hubinger, Evan; Denison, Carson | 2024", "Honest Agents | Mu, Jesse; Tong, Meg | 2023"]


def told(text: str) -> list[str]:
    cat = pc.parse(text)
    assert not cat.receipt().unread
    return [f"{paper.title} | {'; '.join(author.inverted for author in paper.authors)} | {paper.year}" for paper in cat]


WAYS = {
    "clean": TWO,
    "no empty lines": TWO.replace("\n\n", "\n"),
    "empty lines everywhere": TWO.replace("\n", "\n\n"),
    "rulers": TWO.replace("\n\n", "\n-----\n"),
    "rulers and empty lines": "=====\n" + TWO.replace("\n\n", "\n\n=====\n\n"),
    "small letters": TWO.replace("Title", "title").replace("Authors", "authors").replace("Year", "year"),
    "capitals": TWO.replace("Title", "TITLE").replace("Authors", "AUTHORS").replace("Year", "YEAR"),
    "bold": TWO.replace("Title:", "**Title:**").replace("Authors:", "**Authors**:").replace("Year:", "**Year:**"),
    "lists": TWO.replace("Title", "- Title").replace("Authors", "- Authors").replace("Year", "- Year"),
    "numbers": TWO.replace("Title: S", "1. Title: S").replace("Title: H", "2. Title: H"),
    "numbers in brackets": TWO.replace("Title: S", "[1] Title: S").replace("Title: H", "[2] Title: H"),
    "headings": "### Paper 1\n" + TWO.replace("\n\n", "\n\n### Paper 2\n"),
    "numbered documents": "Document 1 of 2\n\n" + TWO.replace("\n\n", "\n____\n\nDocument 2 of 2\n\n"),
    "tabs": TWO.replace(": ", ":\t"),
    "no blank": TWO.replace(": ", ":"),
    "blanks before the colon": TWO.replace(": ", " : "),
    "wide colons": TWO.replace(": ", "："),
    "equals signs": TWO.replace(": ", " = "),
    "values below": TWO.replace("Year: ", "Published: ").replace("202", "May 202").replace(": ", ":\n"),
    "braces": TWO.replace("Title", "{Title}").replace("Authors", "{Authors}").replace("Year", "{Year}"),
    "other order": TWO.replace(
        "Title: Sleeper Agents\nAuthors: Evan Hubinger, Carson Denison", "Authors: Evan Hubinger, Carson Denison\nTitle: Sleeper Agents"
    ).replace("Title: Honest Agents\nAuthors: Jesse Mu, Meg Tong", "Authors: Jesse Mu, Meg Tong\nTitle: Honest Agents"),
    "CR": TWO.replace("\n", "\r"),
    "BOM": "\ufeff" + TWO,
    "German": TWO.replace("Title", "Titel").replace("Authors", "Autoren").replace("Year", "Jahr"),
    "French": TWO.replace("Title", "Titre").replace("Authors", "Auteurs").replace("Year", "Année"),
    "Spanish": TWO.replace("Title", "Título").replace("Authors", "Autores").replace("Year", "Año"),
    "Russian": TWO.replace("Title", "Название").replace("Authors", "Авторы").replace("Year", "Год"),
    "Chinese": TWO.replace("Title: ", "题目：").replace("Authors: ", "作者：").replace("Year: ", "年份："),
    "Japanese": TWO.replace("Title", "タイトル").replace("Authors", "著者").replace("Year", "発行年"),
    "Korean": TWO.replace("Title", "제목").replace("Authors", "저자").replace("Year", "연도"),
    "quotes and lists of YAML": TWO.replace("Title: ", 'title: "')
    .replace("Agents", 'Agents"')
    .replace("\n\n", "\n---\n")
    .replace("Authors: ", 'authors:\n  - "')
    .replace(", ", '"\n  - "')
    .replace("\nYear", '"\nyear'),
    "lists of YAML without quotes": TWO.replace("Authors: ", "Authors:\n- ").replace(", ", "\n- "),
    "lists in brackets": TWO.replace("Authors: ", "Authors: [").replace("\nYear", "]\nYear"),
    "lists of quotes in brackets": TWO.replace("Authors: ", 'Authors: ["').replace(", ", '", "').replace("\nYear", '"]\nYear'),
    "texts of YAML": TWO.replace("Title: ", "Title: >-\n  "),
    "titles as headings": TWO.replace("Title: ", "## "),
    "titles as headings below one": "# Papers\n\n" + TWO.replace("Title: ", "## "),
    "titles as headings above empty lines": TWO.replace("Title: ", "### ").replace("Agents\n", "Agents\n\n"),
    "titles as headings, a lost break": TWO.replace("Title: ", "## ").replace("2024\n\n## ", "2024 ## "),
    "damaged labels": TWO.replace("Title", "TÃ­tulo").replace("Authors", "Autores").replace("Year", "AÃ±o"),
    "a label for each author": TWO.replace("Authors: Evan Hubinger, ", "Author: Evan Hubinger\nAuthor: ").replace(
        "Authors: Jesse Mu, ", "Author: Jesse Mu\nAuthor: "
    ),
}


@pytest.mark.parametrize("text", WAYS.values(), ids=WAYS)
def test_a_way_of_writing_it_makes_no_difference(text: str) -> None:
    assert told(text) == READ


def test_a_year_alone_below_its_label() -> None:
    assert told(TWO.replace(": ", ":\n")) == READ


def test_a_lost_line_break_between_records_is_found_and_told() -> None:
    text = "Title: A one\nAuthors: Jesse Mu\nAbstract: We show it.Title: A two\nAuthors: Meg Tong\nAbstract: It holds.\n"
    cat = pc.parse(text)
    assert [(paper.title, paper.abstract) for paper in cat] == [("A one", "We show it."), ("A two", "It holds.")]
    assert [issue.code for issue in cat.issues] == ["records-glued"]
    assert not cat.receipt().unread


def test_a_record_without_a_title_is_a_record() -> None:
    text = TWO + "\nAuthors: Sam Bowman\nYear: 2022\n\nTitle: Last\nAuthors: Amanda Askell\nYear: 2021\n"
    assert told(text) == [*READ, "None | Bowman, Sam | 2022", "Last | Askell, Amanda | 2021"]


def test_the_parts_of_an_abstract_are_no_labels() -> None:
    (paper,) = pc.parse(
        "Title: A trial\nAuthors: Jesse Mu, Meg Tong\nAbstract: Background: we did.\n"
        "Methods: we tried.\n\nResults: it worked.\nKeywords: trial, error\nYear: 2020\n"
    )
    assert paper.abstract == "Background: we did. Methods: we tried. Results: it worked."
    assert (paper.keywords, paper.year, dict(paper.extra)) == (("trial", "error"), 2020, {})


def test_a_line_of_a_wrapped_text_is_no_label() -> None:
    text = (
        "Title: A framework for things that learn from other things\nAuthors: Jesse Mu\n"
        "Abstract: We present a system that learns from examples of a kind and then\n"
        "Transformers: these are the models that we use in all of the experiments that\nwe did here and that "
        "we will do in the time that comes, as far as we can\nsee it from here.\nYear: 2024\n"
    )
    (paper,) = pc.parse(text)
    assert str(paper.abstract).endswith("see it from here.")
    assert (paper.year, dict(paper.extra)) == (2024, {})


def test_an_unknown_label_is_kept_under_its_own_name() -> None:
    (paper,) = pc.parse("Title: Sleeper Agents\nAuthors: Evan Hubinger\nProject: Alignment\nYear: 2024\nOpen reviews: 3\n")
    assert dict(paper.extra) == {"Project": "Alignment", "Open reviews": "3"}


def test_what_stands_above_the_first_record_is_no_title() -> None:
    cat = pc.parse("My reading list\n\n" + TWO)
    assert [paper.title for paper in cat] == ["Sleeper Agents", "Honest Agents"]
    assert [(issue.code, issue.raw.strip()) for issue in cat.issues] == [("heading", "My reading list")]


def test_a_line_above_the_first_label_of_a_numbered_block_is_the_title() -> None:
    text = (
        "1. Innovation races\nDate: 2005-11-07\nBy: Uwe Cantner\nAbstract: We study.\n"
        "\n2. Patent races\nDate: 2004\nBy: Torsten Weiland\nAbstract: We look.\n"
    )
    cat = pc.parse(text, format="tagged")
    assert [(paper.title, paper.year) for paper in cat] == [("Innovation races", 2005), ("Patent races", 2004)]


REPORT = """____________________________________________________________

Report Information from ProQuest

____________________________________________________________

Table of contents

1. Entrenchment and the paradox

2. Diversity: Why we cooperate

____________________________________________________________

Document 1 of 2

Entrenchment and the paradox

Author: Dorst, Chris; Swanson, Noel Waldron

http://search.proquest.com/docview/1548716365

Abstract: Little attention has been paid.

The second paragraph says more.

Title: Entrenchment and the paradox

Publication year: 2014

____________________________________________________________

Document 2 of 2

Diversity: Why we cooperate

Author: Bruner, Justin Pearce

Degree: Ph.D.

Publication year: 2013
"""


def test_a_report_of_proquest() -> None:
    assert told(REPORT) == [
        "Entrenchment and the paradox | Dorst, Chris; Swanson, Noel Waldron | 2014",
        "Diversity: Why we cooperate | Bruner, Justin Pearce | 2013",
    ]
    first, second = pc.parse(REPORT)
    assert (first.abstract, first.url) == (
        "Little attention has been paid. The second paragraph says more.",
        "http://search.proquest.com/docview/1548716365",
    )
    assert dict(second.extra) == {"Degree": "Ph.D."}


def test_chinese_exporters() -> None:
    note = "{Reference Type}: Journal Article\n{Title}: 计算机辅助导航技术\n{Author}: 潘紫麟;刘庆鹏;\n{Journal}: 医学综述\n{Year}: 2021\n\n"
    cnki = (
        "SrcDatabase-来源库: 期刊\nTitle-题名: 参考文献管理\nAuthor-作者: 余敏;朱江;\n"
        "Source-文献来源: 现代情报\nSummary-摘要: 介绍了\nYear-年: 2009\n"
    )
    (first,), (second,) = pc.parse(note), pc.parse(cnki)
    assert (first.title, len(first.authors), first.venue, first.type) == ("计算机辅助导航技术", 2, "医学综述", "article")
    assert (second.title, len(second.authors), second.venue, second.abstract, second.year) == (
        "参考文献管理",
        2,
        "现代情报",
        "介绍了",
        2009,
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [("Title: A", "Title"), ("  - **Authors**: B", "Authors"), ("arXiv：1", "arXiv"), ("at 10:30 we met", None), ("see http://a.org", None),
     ("a very long line of many words that says: nothing", None), ("Title", None), ("title = {A}", None), ("", None)],
)  # fmt: skip
def test_a_label_is_told_from_a_sentence(text: str, name: str | None) -> None:
    assert label(text) == name


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("-----", True), ("* * *", True), ("Document 3 of 10", True), ("[4]", True), ("### Paper 2", True), ("--", False),
     ("1984 is a book", False), ("Year: 2020", False)],
)  # fmt: skip
def test_a_rule_parts_records(text: str, is_one: bool) -> None:  # noqa: FBT001  it is what is expected
    assert is_rule(text) is is_one


def test_the_tables_are_in_lower_case_and_without_overlap() -> None:
    assert all(name == name.casefold() for name in [*ROLES, *SECTIONS, *KINDS])
    assert known("Methods") is None
    assert known("AUTHOR(S)") == "authors"


@pytest.mark.parametrize("end", range(0, len(REPORT), 7))
def test_a_report_cut_anywhere_is_accounted_for(end: int) -> None:
    for text in (REPORT[:end], REPORT[end:]):
        cat = pc.parse(text, format="tagged")
        assert sum(span.end - span.start for span in cat.receipt()) == len(text)


@given(
    text=st.lists(
        st.sampled_from(
            [
                "Title",
                "Authors",
                "Foo",
                "Abstract",
                ": ",
                ":",
                "：",
                "\n",
                "\n\n",
                "-----\n",
                "Document 1 of 2\n",
                "1. ",
                "A b",
                "2020",
                "**",
                "x" * 90,
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_any_blocks_are_read_and_accounted_for(text: str) -> None:
    cat = pc.parse(text, format="tagged")
    assert sum(span.end - span.start for span in cat.receipt()) == len(text)
    assert 0.0 <= tagged.sniff(Document("a", text)) <= 1.0


def test_only_a_title_that_is_all_in_quotes_loses_them() -> None:
    text = 'Title: "Why Should I Trust You?": Explaining\nAuthors: Sameer Singh\n\nTitle: "Nature", a Reply\nAuthors: Jesse Mu\n'
    assert [paper.title for paper in pc.parse(text)] == ['"Why Should I Trust You?": Explaining', '"Nature", a Reply']


def test_a_line_break_that_was_lost_in_a_list_costs_no_name() -> None:
    text = 'title: "Ablation"\nauthors:\n  - "Evan Hubinger"  - "Meg Tong"\n  - "Jesse Mu"\nyear: 2024\n'
    assert told(text) == ["Ablation | Hubinger, Evan; Tong, Meg; Mu, Jesse | 2024"]


def test_a_label_as_programs_write_them_is_one() -> None:
    text = "title: Sleeper Agents\nauthors: Evan Hubinger\npublication_types: 1\npublishDate: 2024-01-12\nyear: 2024\n"
    [paper] = pc.parse(text)
    assert [author.inverted for author in paper.authors] == ["Hubinger, Evan"]
    assert dict(paper.extra) == {"publication_types": "1", "publishDate": "2024-01-12"}


def test_a_heading_with_a_colon_is_a_title() -> None:
    text = "## BERT: Pre-training\n**Authors:** Jacob Devlin\n**Year:** 2019\n\n## Title: GPT\n**Authors:** Alec Radford\n**Year:** 2018\n"
    assert told(text) == ["BERT: Pre-training | Devlin, Jacob | 2019", "GPT | Radford, Alec | 2018"]


DIGEST = """\
# Must Reads

**Generated:** 2024-01-15

---

## 1. Sleeper Agents: Training Deceptive LLMs that Persist Through Safety Training

**Source:** arXiv
**Date:** 2024-01-10

**Why it matters:** Safety training may only hide what it was to remove.

**Link:** [abstract](https://arxiv.org/abs/2401.05566)

---

## 4. Constitutional AI: Harmlessness from AI Feedback

**Source:** arXiv
**Date:** 2022-12-15

**Link:** <https://arxiv.org/abs/2212.08073>
"""


def test_digests_have_their_titles_in_headings_and_links_to_papers() -> None:
    cat = pc.parse(DIGEST)
    assert [(paper.title, paper.year, paper.arxiv) for paper in cat] == [
        ("Sleeper Agents: Training Deceptive LLMs that Persist Through Safety Training", 2024, "2401.05566"),
        ("Constitutional AI: Harmlessness from AI Feedback", 2022, "2212.08073"),
    ]
    assert cat[0].extra["Why it matters"] == "Safety training may only hide what it was to remove."


def test_news_with_links_to_anything_are_no_papers() -> None:
    assert not pc.parse(re.sub(r"https://\S+?(?=[)>])", "https://example.org/news", DIGEST))
