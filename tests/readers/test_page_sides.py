"""Records of one line each: the sign that parts titles from names is told by all lines of a page, not by each for itself."""

from dataclasses import replace

import pytest

import papercat as pc
from papercat.readers.layout import Row, lay_out
from papercat.readers.page.sides import find_sides, part_rows
from papercat.text.document import Document, Place

# Essays of which some authors are in no list of names, and one has initials only.
ESSAYS = (
    ("Meaning, Communication and Representation", "John Searle"),
    ("Moral Beliefs", "Philippa Foot"),
    ("Evil and Omnipotence", "J. L. Mackie"),
    ("Pyrrhus and Cineas", "Simone de Beauvoir"),
    ("Self-Reliance", "R. W. Emerson"),
    ("Two Concepts of Liberty", "Isaiah Berlin"),
    ("Two Dogmas of Empiricism", "W. V. O. Quine"),
    ("What We Owe the Future", "William MacAskill"),
)
# Titles of which some hold the sign themselves.
ARTICLES = (
    ("Formal Scenario-Based Testing of Autonomous Vehicles", ("Fremont", "Kim", "Pant"), "ITSC"),
    ("Counterexample-Guided Data Augmentation", ("Dreossi", "Ghosh", "Yue"), "IJCAI"),
    ("VerifAI: A Toolkit for the Formal Design and Analysis of Systems", ("Dreossi",), "CAV"),
    ("Scenic: A Language for Scenario Specification and Scene Generation", ("Fremont",), "PLDI"),
    ("Semantic Adversarial Deep Learning", ("Dreossi", "Jha"), "CAV"),
    ("Universal Language Model Fine-tuning for Text Classification", ("Howard", "Ruder"), "ACL"),
)


@pytest.mark.parametrize(
    ("form", "opening", "closing"),
    [("{} by {}", "", ""), ("• {} by {}", '"', '"'), ("{} - {}", "", ""), ("{} — {}", "“", "”"), ("2021-0{n} {} by {}", "'", "'")],
)
def test_the_sign_of_most_lines_parts_the_others(form: str, opening: str, closing: str) -> None:
    """Essays, each with its author in its line."""
    lines = [form.format(f"{opening}{title}{closing}", name, n=n) for n, (title, name) in enumerate(ESSAYS, 1)]
    cat = pc.parse("\n".join(lines))
    assert [paper.title for paper in cat] == [title for title, _ in ESSAYS]
    assert [paper.authors[0].family for paper in cat] == [name.split()[-1] for _, name in ESSAYS]


def test_names_before_a_colon() -> None:
    """The titles hold colons too."""
    lines = [f"{10 + n}:00 {name}: {title}" for n, (title, name) in enumerate(ESSAYS)]
    lines[1] = "11:00 Philippa Foot: Virtues and Vices: Essays in Moral Philosophy"
    cat = pc.parse("\n".join(lines))
    assert [paper.authors[0].family for paper in cat] == [name.split()[-1] for _, name in ESSAYS]
    assert cat[1].title == "Virtues and Vices: Essays in Moral Philosophy"


def test_family_names_alone() -> None:
    """A digest: title, families or the first with et al., journal."""
    names = [
        " & ".join([", ".join(families[:-1]), families[-1]]) if len(families) > 1 else f"{families[0]} et al."
        for _, families, _ in ARTICLES
    ]
    lines = [f"{title} – {name} – {venue}" for (title, _, venue), name in zip(ARTICLES, names, strict=True)]
    cat = pc.parse("\n\n".join(lines))
    assert [paper.title for paper in cat] == [title for title, *_ in ARTICLES]
    assert [[str(author) for author in paper.authors] for paper in cat] == [list(families) for _, families, _ in ARTICLES]
    assert [paper.venue for paper in cat] == [venue for *_, venue in ARTICLES]


@pytest.mark.parametrize(
    "lines",
    [
        [title for title, *_ in ARTICLES],
        ["Learning by Doing", "Programming by Example", "Attention is All you Need", "Search by Meaning"],
        ["VerifAI: A Toolkit", "Scenic: A Language", "BERT: Pre-training of Transformers", "GPT: A Model"],
    ],
    ids=["titles", "by", "colons"],
)
def test_signs_of_titles_part_nothing(lines: list[str]) -> None:
    """Where no names stand beside a sign in most lines."""
    assert find_sides(lay_out(Document("a", "\n".join(lines))).rows) == frozenset()


@pytest.mark.parametrize("sign", ["•", "1.", "**", "[ ]", "—", "<b></b>", "[](x)", "![](x.png)", "- -", "©", "\ud800", "PDF"])
def test_a_line_that_holds_nothing_parts_none(sign: str) -> None:
    text = "".join(f"{title} by {name}\n{sign}\n" for title, name in ESSAYS)
    cat = pc.parse(text, format="page")
    assert sum(span.end - span.start for span in cat.receipt()) == len(text)


def test_who_sniffs_a_page_leaves_its_rows_as_others_want_them() -> None:
    text = "".join(f"{title} by {name}\n" if number != 4 else f"{title}\n" for number, (title, name) in enumerate(ESSAYS))
    rows = [Row(Place(place, place + 1), line, wrapped=True) for place, line in enumerate(text.splitlines())]
    before = [replace(row) for row in rows]
    parted = part_rows(rows, frozenset({("by", "right")}))
    assert rows == before
    assert any(row.wrapped != one.wrapped for row, one in zip(parted, rows, strict=True))
