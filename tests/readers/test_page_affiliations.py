"""Affiliations below names, and codes of a list above its titles, as books of abstracts have them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.page.affiliations import settle_affiliations
from papercat.readers.page.interface import is_pressed
from papercat.readers.page.pieces import Piece
from papercat.text.document import Place

# From the proceedings of ACL 2022 and 2023; the affiliations are made.
PAPERS = (
    ("Language Models are Few-Shot Learners", ("Tom Brown", "Benjamin Mann", "Nick Ryder")),
    ("Discovering Language Model Behaviors with Model-Written Evaluations", ("Ethan Perez", "Sam Ringer")),
    ("Should a Chatbot be Sarcastic? Understanding User Preferences", ("Silviu Vlad Oprea", "Steven Wilson", "Walid Magdy")),
    ("Probing for the Usage of Grammatical Number", ("Karim Lasri", "Tiago Pimentel", "Alessandro Lenci")),
)
PROSE = (
    "We study how models of language behave as they grow, and which of their habits come from the data that they were trained on. "
    "Our experiments with four families of models show that most habits grow with size. We discuss what follows for their use."
)


def book(marks: str = "123") -> str:
    """Make a book of abstracts: a code, a title, names with marks, the affiliations that these mean, an abstract."""
    records = [
        f"P-{number:02}\n{title}\n\n{', '.join(map(str.__add__, names, marks))}\n"
        f"{marks[0]} University of Cambridge\n{marks[1]} Google Research\n\n{PROSE}\n"
        for number, (title, names) in enumerate(PAPERS, 1)
    ]
    return "BOOK OF ABSTRACTS\n\nORAL PRESENTATIONS\n\n" + "\n".join(records)


def test_names_with_numbers_are_read_without() -> None:
    assert [(paper.title, tuple(map(str, paper.authors))) for paper in pc.parse(book())] == list(PAPERS)


@pytest.mark.xfail(strict=True, reason="the byte that is a raised 2 in one code page is an accented y in another: Mann² becomes Manný")
def test_names_with_raised_numbers_are_read_without() -> None:
    assert [tuple(map(str, paper.authors)) for paper in pc.parse(book("¹²³"))] == [names for _, names in PAPERS]


@pytest.mark.parametrize("marks", ["123", "¹²³"])
def test_numbered_affiliations_are_no_papers(marks: str) -> None:
    papers = pc.parse(book(marks))
    assert [(paper.title, len(paper.authors)) for paper in papers] == [(title, len(names)) for title, names in PAPERS]
    assert all(paper.abstract and paper.extra["affiliation"] == f"{marks[0]} University of Cambridge" for paper in papers)


def test_numbered_lines_below_names_without_these_numbers_are_none() -> None:
    lines = "Tom Brown1, Benjamin Mann2", "3 Ways of Reading a Table", "1984"
    pieces = [Piece(Place(0, 0), text, "line") for text in lines]
    settle_affiliations(pieces)
    assert not any(piece.fixed for piece in pieces)


def test_titles_with_universities_are_none() -> None:
    lines = (
        "Tom Brown, Benjamin Mann",
        "University Rankings as Seen by Students",
        "Nick Ryder, Ethan Perez",
        "How a University Teaches",
    ) * 2
    pieces = [Piece(Place(0, 0), text, "line") for text in lines]
    settle_affiliations(pieces)
    assert not any(piece.fixed for piece in pieces)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Previous Issue", True),
        ("Oral Presentations", True),
        ("Free Full Text from Publisher", True),
        ("Next Sentence Prediction", False),
        ("Report Generation", False),
        ("Analyzing Citation Reports", False),
    ],
)
def test_pagers_and_heads_of_books_are_pressed(text: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_pressed(text) == is_one


@given(st.lists(st.text(alphabet="Tom Brwn¹2, UiveǴsty&1")))
def test_any_pieces_are_settled(texts: list[str]) -> None:
    pieces = [Piece(Place(0, 0), text, "line") for text in texts]
    settle_affiliations(pieces)
    assert [piece.text for piece in pieces] == texts
