"""Codes and numbers that a page gives its papers: before their titles, and below them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.layout import lay_out
from papercat.readers.page.codes import open_codes
from papercat.readers.page.columns import settle
from papercat.readers.page.kinds import STATES, evidence
from papercat.readers.page.pieces import Piece
from papercat.text.document import Document, Place

# From the proceedings of NeurIPS 2020 and of ACL 2022 and 2023; the affiliations are made.
PAPERS = (
    ("Language Models are Few-Shot Learners", ("Tom Brown", "Benjamin Mann", "Nick Ryder")),
    ("Discovering Language Model Behaviors with Model-Written Evaluations", ("Ethan Perez", "Sam Ringer")),
    ("Should a Chatbot be Sarcastic? Understanding User Preferences", ("Silviu Vlad Oprea", "Steven Wilson", "Walid Magdy")),
    ("Probing for the Usage of Grammatical Number", ("Karim Lasri", "Tiago Pimentel", "Alessandro Lenci")),
)


def opened(*heads: str) -> list[str]:
    page = Document("a", "\n".join(f"{head}{title}\n{', '.join(names)}" for head, (title, names) in zip(heads, PAPERS, strict=False)))
    return [row.text for row in open_codes(page, lay_out(page).rows) if row.number]


@pytest.mark.parametrize(
    "heads",
    [
        ("806: ", "1451: ", "595: ", "12: "),
        ("P1-01  ", "P1-02  ", "P2-03  ", "P2-04  "),
        ("A1\t", "A2\t", "A3\t", "A4\t"),
        ("ID12: ", "ID7: ", "ID9: ", "ID31: "),
        ("- 1883 ", "- 1882 ", "- 1881 ", "- 1880 "),  # as a series counts down
        ("Journal Article 1: ", "Journal Article 2: ", "Journal Article 3: ", "Journal Article 4: "),
        ("September 18th: ", "September 25th: ", "October 2nd: ", "October 9th: "),
        ("July 11, 9:00 - 9:30 - ", "July 11, 9:30 - 10:00 - ", "July 11, 10:00 - 10:30 - ", "July 12, 9:00 - 9:30 - "),
        ("Monday, 3 May: ", "Monday, 10 May: ", "17 May: ", "24 May 2021: "),
    ],
)
def test_codes_before_titles_are_numbers_of_the_list(heads: tuple[str, ...]) -> None:
    assert opened(*heads) == [title for title, _ in PAPERS]


@pytest.mark.parametrize(
    "heads",
    [
        ("806: ", "1451: ", "", ""),  # too few
        ("2020: ", "2021: ", "2022: ", "2023: "),  # years
        ("BERT: ", "GPT: ", "MELD: ", "CLIP: "),  # no number
        ("GPT-3: ", "GPT-3: ", "GPT-3: ", "GPT-3: "),  # one name
        ("10:30 ", "11:00 ", "11:30 ", "12:00 "),  # times
        ("GPT-1 ", "GPT-2 ", "GPT-3 ", "GPT-4 "),  # one blank
        ("100 ", "12 ", "3 ", "50 "),  # numbers that do not count
        ("2020 ", "2021 ", "2022 ", "2023 "),  # years that do
        ("September 11: ", "September 11: ", "September 11: ", "September 11: "),  # one day
        ("Part 1: ", "Part 2: ", "Part 3: ", "Part 4: "),  # of something, and no paper
    ],
)
def test_what_else_begins_titles_is_left_there(heads: tuple[str, ...]) -> None:
    assert not opened(*heads)


def test_accepted_papers_with_affiliations_and_stars() -> None:
    names = ["; ".join(f"{name} (Charles University, Prague){'*' * (not n)}" for n, name in enumerate(names)) for _, names in PAPERS]
    page = "Accepted Papers\n\n" + "\n".join(
        f"{code}: {title}\n{line}" for code, (title, _), line in zip((806, 1451, 595, 12), PAPERS, names, strict=True)
    )
    assert [(paper.title, tuple(map(str, paper.authors))) for paper in pc.parse(page)] == list(PAPERS)


@pytest.mark.parametrize("is_below", [True, False])
def test_numbers_with_a_sign_stand_above_titles_or_below(*, is_below: bool) -> None:
    records = ((title, f"#{n}") if is_below else (f"#{n}", title) for n, (title, _) in enumerate(PAPERS, 1))
    page = "4 results\ncite all\nMost Recent\n" + "\n".join(
        f"{first}\n{second}\n{', '.join(names)}\npdf\ncite\nclaim\nreference search"
        for (first, second), (_, names) in zip(records, PAPERS, strict=True)
    )
    assert [(paper.title, tuple(map(str, paper.authors))) for paper in pc.parse(page)] == list(PAPERS)


def test_numbers_with_a_sign_that_do_not_count_up_are_left() -> None:
    pieces = [Piece(Place(0, 0), text, "line") for text in ("#9", "Probing", "#3", "Honesty", "#7", "Debate")]
    assert not any(piece.fixed for piece in settle(pieces))


@pytest.mark.parametrize(
    ("text", "is_heading"),
    [
        ("Week 2 (Nov 24): Introduction and overview", True),
        ("Lecture 3: Word representations", True),
        ("Week by Week: Tracking Elections on Twitter", False),
        ("Class 2 Integrons in the Wild", False),
        ("Reading List Generation from Scholarly Abstracts", False),
    ],
)
def test_weeks_of_a_course_head_its_readings(*, text: str, is_heading: bool) -> None:
    bits = evidence(Piece(Place(0, 0), text, "blank"), "blank")
    assert (STATES[max(range(len(STATES)), key=bits.__getitem__)] == "H") is is_heading


@given(st.text(alphabet="P12:- \t\n#Aa", max_size=80))
def test_total_and_nothing_is_dropped(text: str) -> None:
    page = Document("a", text)
    rows = lay_out(page).rows
    for row, after in zip(rows, open_codes(page, rows), strict=True):
        assert after.place.end == row.place.end
        assert after.number in (row.number, Place(row.place.start, after.place.start))


def test_days_of_a_reading_group_are_no_part_of_its_titles() -> None:
    """Essays, numbered and dated, under headings of blocks."""
    days = ("September 18th", "September 25th", "October 9th", "October 16th")
    lines = [f"{n}. {day}: “{title}” – {names[0]}" for n, (day, (title, names)) in enumerate(zip(days, PAPERS, strict=True), 1)]
    page = "\n\n".join(["Reading Group", "Block 1: Language", *lines[:2], "Block 2: Society", *lines[2:]])
    assert [(paper.title, tuple(map(str, paper.authors))) for paper in pc.parse(page)] == [(title, names[:1]) for title, names in PAPERS]
