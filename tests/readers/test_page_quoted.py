"""Titles in quotation marks, with names before them in their line, as programmes and homepages of other fields than ours set them."""

import pytest

import papercat as pc
from papercat.readers.page.quotes import quoted_end, within_quotes
from papercat.readers.page.separators import CLOSED, QUOTED, cuts

# Of political science and sociology; the last name is in no list of names.
PAPERS = (
    ("Bowling Alone: America's Declining Social Capital", "Robert Putnam"),
    ("The Strength of Weak Ties", "Mark Granovetter"),
    ("Two Dogmas of Empiricism", "Willard Van Orman Quine"),
    ("Political Bubbles. Financial Crises and the Failure of American Democracy", "Nolan McCarty"),
    ("Structural Holes: The Social Structure of Competition", "Ronald Burt"),
)
READ = [(title, (name,)) for title, name in PAPERS]


def read(page: str) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(paper.title, tuple(map(str, paper.authors))) for paper in pc.parse(page)]


@pytest.mark.parametrize("marks", ["“{}”", "“{} ”", '"{}"'])
@pytest.mark.parametrize("role", ["advisor", "Advisor", "thesis supervisor"])
def test_who_advised_a_thesis_is_no_author_of_it(marks: str, role: str) -> None:
    lines = [f"{name}, {marks.format(title)} (Paul Lazarsfeld, {role})" for title, name in PAPERS]
    assert read("\n\n".join(lines)) == READ


def test_names_and_quoted_titles_above_their_abstracts() -> None:
    """From the proceedings of NeurIPS 2020 and of ACL 2022 and 2023."""
    papers = (
        ("Language Models are Few-Shot Learners", "Tom Brown et Benjamin Mann"),
        ("Probing for the Usage of Grammatical Number", "Karim Lasri et Tiago Pimentel"),
        ("Discovering Behaviors. Model-Written Evaluations", "Ethan Perez et Sam Ringer"),
    )
    text = "À partir d’une enquête ethnographique, le travail des enseignants dans un collège urbain est analysé. " * 3
    lines = [f"  • {names}, « {title} », Education et sociétés, n°36, 2015 - p. 103-117.\n    Résumé : {text}" for title, names in papers]
    cat = pc.parse("Articles\n\n" + "\n\n".join(lines))
    assert [(paper.title, " et ".join(map(str, paper.authors)), paper.year) for paper in cat] == [(*one, 2015) for one in papers]
    assert all(paper.abstract for paper in cat)


def test_what_is_said_of_a_film_is_no_paper_among_quoted_titles() -> None:
    days = ("September 18th", "September 25th", "October 9th", "October 16th", "October 23rd")
    lines = [
        f"{day}: “{title}”{', chapter 1, section 5 to 7' * (n == 1)} – {name}"
        for n, (day, (title, name)) in enumerate(zip(days, PAPERS, strict=True))
    ]
    assert read("\n\n".join([*lines[:3], "October 2nd: Screening of “Primer”, dir. Shane Carruth", *lines[3:]])) == READ


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Karim Lasri and Tiago Pimentel, “Probing for Usage”", [("Karim Lasri and Tiago Pimentel", QUOTED)]),
        ("“The Strength of Weak Ties”, chapter 2", [("“The Strength of Weak Ties”", CLOSED)]),
        ("Why Models Fail, “Hallucinate” and Lie", []),
        ("Weak Ties, “Strong Ties", []),
    ],
)
def test_what_parts_names_from_a_title_in_quotation_marks(line: str, expected: list[tuple[str, str]]) -> None:
    start = 0
    found = []
    for stop, begin, name in cuts(line, 0, len(line)):
        found.append((line[start:stop], name))
        start = begin
    assert found == expected


def test_french_marks_hold_a_blank() -> None:
    line = "« Sur quelques techniques », Education et sociétés"
    end = quoted_end(line, 0, len(line))
    assert line[slice(*within_quotes(line, 0, end))] == "Sur quelques techniques"
