"""Documents that people write: entries of a list below headings that say week, section, kind or year, with remarks between."""

import pytest

import papercat as pc
from papercat.models import Paper
from papercat.readers.headings import year_of
from papercat.readers.layout import lay_out
from papercat.readers.references.outline import find_headings
from papercat.text.document import Document

# Of the ACL Anthology, and as syllabi and curricula write them.
AGENTS = "Elazar, Yanai, and Yoav Goldberg. 2018. “Adversarial Removal of Demographic Attributes from Text Data.” EMNLP."
BIASES = "Koolen, Corina, and Andreas van Cranenburgh. 2017. “These are not the Stereotypes You are Looking For.” EthNLP."
LABELS = "Plank, Barbara. 2022. “The Problem of Human Label Variation.” EMNLP: 10671–10682."
TITLES = [
    "Adversarial Removal of Demographic Attributes from Text Data",
    "These are not the Stereotypes You are Looking For",
    "The Problem of Human Label Variation",
]
SYLLABUS = f"""READING LIST

Week 1: Introduction
Required:
• {AGENTS}
• {BIASES}
No class on Thursday.

Week 2: Annotation
Required:
• {LABELS} (skim)
** Response paper due **
"""
CURRICULUM = """Publications

2022
• Plank, B. “The Problem of Human Label Variation,” EMNLP, 10671-10682.

2018
• Elazar, Y. & Goldberg, Y. “Adversarial Removal of Demographic Attributes from Text Data,” EMNLP, 11-21.
• Koolen, C. & van Cranenburgh, A. “These are not the Stereotypes You are Looking For,” Literary and Linguistic Computing, 12(3), 1-20.

In press
• Hovy, D. & Prabhumoye, S. “Five sources of bias in natural language processing,” Language and Linguistics Compass, 15(8), e12432.
"""


def without_bullets(text: str) -> str:
    return text.replace("• ", "")


def counted_anew(text: str) -> str:
    lines, number = [], 0
    for line in text.split("\n"):
        number = number + 1 if line.startswith("•") else 0 if line else number
        lines.append(f"{number}. {line[2:]}" if line.startswith("•") else line)
    return "\n".join(lines)


WAYS = {
    "bullets": SYLLABUS,
    "bullets in HTML's notation": SYLLABUS.replace("•", "&bull;"),
    "bullets read with a wrong codec": SYLLABUS.replace("“", "â€œ").replace("”", "â€\x9d").replace("•", "â€¢"),
    "bullets of Word's second level": SYLLABUS.replace("• ", "    o "),
    "no marks": without_bullets(SYLLABUS),
    "numbers of each week": counted_anew(SYLLABUS),
    "lost line breaks": SYLLABUS.replace("\n• K", "• K"),
    "days": SYLLABUS.replace("Week 1:", "Jan. 9 ").replace("Week 2:", "Jan. 16 "),
}


@pytest.mark.parametrize("text", WAYS.values(), ids=WAYS)
def test_what_stands_between_entries_is_none_of_them(text: str) -> None:
    cat = pc.parse(text)
    assert [paper.title for paper in cat] == TITLES
    assert [paper.year for paper in cat] == [2018, 2017, 2022]
    assert [paper.venue for paper in cat] == ["EMNLP", "EthNLP", "EMNLP"]
    assert {issue.code for issue in cat.issues} <= {"heading", "records-glued", "mojibake-repaired", "text-repaired", "mojibake"}
    assert not cat.receipt().unread


def test_a_year_in_a_heading_counts_for_the_entries_below() -> None:
    cat = pc.parse(CURRICULUM)
    assert [paper.year for paper in cat] == [2022, 2018, 2018, None]
    assert [paper.inferred for paper in cat] == [("year",)] * 3 + [()]
    told = [issue for issue in cat.issues if issue.code == "field-inherited"]
    assert [(issue.raw, issue.source and issue.source.line) for issue in told] == [("2022", 3), ("2018", 6), ("2018", 6)]
    assert not cat.receipt().unread


def test_a_year_of_its_own_counts_before_that_of_the_heading() -> None:
    text = (
        f"2023\n• {AGENTS}\n• {BIASES}\n• {LABELS}\n• Hovy, Dirk. “Five sources of bias.” Language and Linguistics Compass 15(8): 1–10.\n"
    )
    assert [paper.year for paper in pc.parse(text)] == [2018, 2017, 2022, None]  # of a course in 2023


HOMEPAGE = """Publications

2022

The Problem of Human Label Variation
Barbara Plank
[pdf] [code]

2018

Adversarial Removal of Demographic Attributes from Text Data
Yanai Elazar, Yoav Goldberg
[pdf]

Language Independent Authorship Attribution
Corina Koolen, Andreas van Cranenburgh
[pdf] [bib]
"""


def years(papers: pc.Catalog) -> list[tuple[str | None, int | None]]:
    def of(paper: Paper) -> tuple[str | None, int | None]:
        return paper.authors[0].family, paper.year

    return list(map(of, papers))


@pytest.mark.parametrize("text", [HOMEPAGE, HOMEPAGE.replace("2022\n\n", "2022\n").replace("2018\n\n", "2018\n")])
def test_a_page_has_years_above_its_groups(text: str) -> None:
    assert years(pc.parse(text)) == [("Plank", 2022), ("Elazar", 2018), ("Koolen", 2018)]


def test_dates_of_records_are_no_headings() -> None:
    text = (
        HOMEPAGE.replace("\n2022\n", "")
        .replace("\n2018\n", "")
        .replace("[pdf]", "2018\n[pdf]")
        .replace(" [bib]", "")
        .replace(" [code]", "")
    )
    cat = pc.parse(text)
    assert years(cat) == [("Plank", 2018), ("Elazar", 2018), ("Koolen", 2018)]
    assert "field-inherited" not in {issue.code for issue in cat.issues}


NOTES = """Papers for this term:

1. Entity, Relation, and Event Extraction (David Wadden, Ulme Wennberg and Yi Luan, 2019) – Good overview.
2. HL Dataset: Visually-grounded Descriptions (Michele Cafagna et al., 2023) https://arxiv.org/abs/2302.12189
   Nice ablations, but only English data.
3. Tighter Loop Bound Analysis (Technical report) (Pavel Čadek, Jan Strejček, 2014)
4. 1985 Opinion Survey of Managers (Curt Hartog and Martin Herbert, 1986)

Cheers
"""


@pytest.mark.parametrize("text", [NOTES, NOTES.replace("1. ", "- ").replace("2. ", "- ").replace("3. ", "- ").replace("4. ", "- ")])
def test_names_in_brackets_behind_a_title_that_looks_like_names(text: str) -> None:
    cat = pc.parse(text)
    assert [(paper.title, [author.family for author in paper.authors], paper.year) for paper in cat] == [
        ("Entity, Relation, and Event Extraction", ["Wadden", "Wennberg", "Luan"], 2019),
        ("HL Dataset: Visually-grounded Descriptions", ["Cafagna"], 2023),
        ("Tighter Loop Bound Analysis (Technical report)", ["Čadek", "Strejček"], 2014),
        ("1985 Opinion Survey of Managers", ["Hartog", "Herbert"], 1986),
    ]
    assert cat[1].arxiv == "2302.12189"
    assert not cat.receipt().unread


def test_the_days_of_a_reading_group_are_none_of_its_titles() -> None:
    cat = pc.parse(
        "Reading group 2024\n\n- 12 Jan: Sleeper Agents: Training Deceptive Models (Evan Hubinger et al., 2024)\n"
        "- 19 Jan: Constitutional AI (Yuntao Bai and Saurav Kadavath, 2022)\n- 26 Jan: no meeting\n"
        "- 2 Feb: Discovering Language Model Behaviors (Ethan Perez, Sam Ringer, 2022)\n"
    )
    titles = ["Sleeper Agents: Training Deceptive Models", "Constitutional AI", "Discovering Language Model Behaviors"]
    assert [paper.title for paper in cat] == titles
    assert cat[0].extra["rest"] == "12 Jan"
    assert not cat.receipt().unread


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2024", 2024),
        ("## 2024:", 2024),
        ("— 1998 —", 1998),
        ("Publications in 2023", 2023),
        ("2021 (4 papers)", 2021),
        ("Journal articles, 2020", 2020),
        ("Preprint 2024", 0),
        ("Published 2024", 0),
        ("Fall 2024", 0),
        ("Jan. 12, 2024", 0),
        ("2019–2021", 0),
        ("NeurIPS 2024", 0),
    ],
)
def test_years_of_headings(text: str, year: int) -> None:
    assert year_of(text) == year


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Week 1: A\nx\nWeek 2: B\ny", [0, 2]),
        ("Sitzung 3\nx\nSitzung 4\ny\nSitzung 5\nz", [0, 2, 4]),
        ("12 January: A\nx\n19 January: B", [0, 2]),
        ("Further reading:\nx\nFurther reading:\ny", [0, 2]),
        ("Nature 12: 3\nx\nNature 40: 7", []),
        ("Required:\nx", []),
        ("May 68 and after\nx\nMarch on", []),
    ],
)
def test_headings_are_counted_or_dated_or_come_again(text: str, expected: list[int]) -> None:
    assert sorted(find_headings(lay_out(Document("a", text)).rows)) == expected


def test_one_link_in_a_list_of_papers_makes_no_abstracts() -> None:
    text = (
        "The Problem of Human Label Variation\nBarbara Plank\n\nSleeper Agents: Training Deceptive Models\nEvan Hubinger, Jesse Mu\n"
        "https://arxiv.org/abs/2401.05566\n\nAdversarial Removal of Demographic Attributes\nYanai Elazar, Yoav Goldberg\n\n"
        "The Stereotypes You are Looking For\nCorina Koolen, Andreas van Cranenburgh\n"
    )
    cat = pc.parse(text)
    assert [paper.authors[0].family for paper in cat] == ["Plank", "Hubinger", "Elazar", "Koolen"]
    assert [paper.arxiv for paper in cat] == [None, "2401.05566", None, None]


def test_a_title_alone_in_its_block_is_a_paper() -> None:
    papers = [
        (
            "The Problem of Human Label Variation: Opportunities for Data and Modeling",
            "Barbara Plank\nhttps://doi.org/10.18653/v1/2022.emnlp-main.731",
        ),
        ("Sleeper Agents: Training Deceptive Models that Persist", "Evan Hubinger, Jesse Mu, Carson Denison"),
        ("Adversarial Removal of Demographic Attributes from Text Data", "Yanai Elazar, Yoav Goldberg"),
        ("Constitutional AI: Harmlessness from Feedback", "Yuntao Bai, Meg Tong\nhttps://arxiv.org/abs/2212.08073"),
    ]
    alone = "The power of an intellectual account: developing stories of the digital age"
    blocks = [f"{title}\n{names}" for title, names in papers]
    cat = pc.parse("\n\n".join([*blocks[:2], alone, *blocks[2:]]))
    assert [paper.title for paper in cat] == [papers[0][0], papers[1][0], alone, papers[2][0], papers[3][0]]
    assert [len(paper.authors) for paper in cat] == [1, 3, 0, 2, 2]


def test_bullets_of_other_sections_do_not_hide_the_publications() -> None:
    cat = pc.parse(
        "Curriculum Vitae\n\nEducation\n• PhD in Linguistics, University of Groningen, 2016\n• MA in English, Zagreb, 2011\n\n"
        f"Publications\n\n• {AGENTS}\n• {BIASES}\n• {LABELS}\n\nTeaching\n• Introduction to Statistics (undergraduate, fall 2021)\n"
        "• Corpora and their uses (graduate, spring 2022)\n• Program committee: ACL 2020, EMNLP 2021\n"
    )
    assert [paper.title for paper in cat] == TITLES
    assert not cat.receipt().unread
