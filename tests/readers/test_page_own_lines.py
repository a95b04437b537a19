"""Pages whose lists of names have lines of their own, and what sites set around them."""

import pytest

import papercat as pc

# Real papers, as IEEE Xplore shows what it found.
HEAD = """Showing 1-4 of 12,071 results for
language ×
Filters Applied:
2000 - 2025 ×
Conferences (857)
Journals (1,343)
Early Access Articles (37)
Select All on Page
Sort By: Relevance
"""
PAPERS = {
    "Review - IT-Dependent Strategic Initiatives and Sustained Competitive Advantage - A Review and Synthesis of the Literature": (
        ["Piccoli", "Ives"], "Gabriele Piccoli; Blake Ives;", "MIS Quarterly", 2005,
    ),
    "Me, My Self, and I(T) - Conceptualizing Information Technology Identity and its Implications": (
        ["Carter", "Grover"], "Michelle Carter; Varun Grover;", "MIS Quarterly", 2015,
    ),
    "DELA Project: Document-level Machine Translation Evaluation": (
        ["Castilho", "Popović"], "Sheila Castilho; Maja Popović;", "Proceedings of the 22nd Annual Conference of the EAMT", 2020,
    ),
    "Haven or hell? Telework, flexibility and family in the e-society - a Marxist analysis": (
        ["Greenhill", "Wilson"], "Anita Greenhill; Melanie Wilson;", "European Journal of Information Systems", 2006,
    ),
}  # fmt: skip
FOOT = "1\n2\n3\n>\nNeed Help?\nUS & Canada: +1 800 678 4333\nWorldwide: +1 732 981 0060\n"


def _page(sign: str = ";") -> str:
    records = (
        f"{title}\n{names.rstrip(';') + (sign if sign == ';' else '')}\n{venue}\nYear: {year} | Journal Article | Publisher: IEEE\n"
        f"Cited by: Papers ({len(title)})\nAbstract\nHTML\nPDF\n"
        for title, (_, names, venue, year) in PAPERS.items()
    )
    return HEAD + "\n".join(records) + FOOT


@pytest.mark.parametrize("sign", [";", ""])
def test_no_dash_colon_or_stop_parts_a_title_from_names(sign: str) -> None:
    cat = pc.parse(_page(sign), format="page")
    assert [paper.title for paper in cat] == [*PAPERS]
    assert [[author.family for author in paper.authors] for paper in cat] == [families for families, *_ in PAPERS.values()]
    assert [paper.venue for paper in cat] == [venue for *_, venue, _ in PAPERS.values()]
    assert [paper.year for paper in cat] == [year for *_, year in PAPERS.values()]


def test_titles_are_parted_from_their_venues_still() -> None:
    names = ["Tom Kocmi, Ondřej Bojar", "Hendra Setiawan, Haizhou Li, Min Zhang", "Elizabeth Clark, Asli Celikyilmaz, Noah A. Smith"]
    titles = [
        "Efficiently Reusing Old Models Across Languages via Transfer Learning",
        "Learning Phrase Translation using Level of Detail Approach",
        "Findings of a Sentence Mover: Automatic Evaluation for Multi-Sentence Texts",
    ]
    page = "\n\n".join(f"{one}:\n{title}. Proceedings of ACL 2020: 1-9" for one, title in zip(names, titles, strict=True))
    cat = pc.parse(page, format="page")
    assert [paper.title for paper in cat] == titles
    assert {paper.year for paper in cat} == {2020}


FORUM = """Go to ICLR {year} Conference homepage
{title}
{names}
{status}: 12 Apr {year}, Last Modified: 14 Dec {year}ICLR {year} posterReaders: EveryoneShow BibtexShow Revisions
TL;DR: We study it
Abstract: We show that it works, and that what was known before of the languages of the world did not suffice (Hinton and Roweis 2003).
{label}
Add:
Public Comment
Filter by reply type...
Search keywords...
"""
FORUMS = [
    (
        "Seq2SeqPy: A Lightweight and Customizable Toolkit",
        "Raheel Qader, François Portet, Cyril Labbe",
        2020,
        "One-sentence Summary: A toolkit.",
    ),
    ("Evaluating Distributional Properties of Tagsets", "Markus Dickinson, Charles Jochim", 2021, "Supplementary Material:  zip"),
    ("Relationality and Offensive Speech: A Research Agenda", "Razvan Amironesei, Mark Diaz", 2023, "Primary Area: datasets"),
]


@pytest.mark.parametrize("status", ["Submitted", "Published"])
@pytest.mark.parametrize("sign", ["\n", ""])
def test_labels_that_stand_once_and_buttons_are_no_text(status: str, sign: str) -> None:
    page = sign.join(FORUM.format(year=year, title=title, names=names, status=status, label=label) for title, names, year, label in FORUMS)
    cat = pc.parse(page, format="page")
    assert [(paper.title, paper.year) for paper in cat] == [(title, year) for title, _, year, _ in FORUMS]
    assert {(paper.abstract or "")[-22:] for paper in cat} == {"Hinton and Roweis 2003)."[-22:]}


def test_a_page_whose_lines_end_with_carriage_returns_is_not_tagged() -> None:
    page = "WACV 2025 open access\n" + "\n".join(f"{title}\n{names}\n[pdf]\n[bibtex]" for title, names, *_ in FORUMS)
    assert [paper.title for paper in pc.parse(page.replace("\n", "\r"))] == [title for title, *_ in FORUMS]


def test_the_first_record_may_stand_right_below_the_head() -> None:
    first = "xLiD-Lexica: Cross-lingual Linked Data Lexica\nLei Zhang, Michael Färber, Achim Rettinger\n[pdf] [bibtex]"
    others = [f"{title}\n{names}\n[pdf] [bibtex]" for title, names, *_ in FORUMS]
    cat = pc.parse(
        "CVPR 2024 open access\nDay 1: 2024-06-10\n"
        + "\n\n".join([first, *(f"{word} {one}" for word in ("On", "Again on", "Still on") for one in others)])
    )
    assert cat[0].title == "xLiD-Lexica: Cross-lingual Linked Data Lexica"


def test_a_grave_accent_of_tex_is_no_mark_of_markdown() -> None:
    page = "\n\n".join(f"{title}\n{names}, Charles Teiss{{\\`e}}dre" for title, names, *_ in FORUMS)
    assert {paper.authors[-1].family for paper in pc.parse(page, format="page")} == {"Teissèdre"}


@pytest.mark.parametrize("end", ["Submission Number: 6915", "[pdf] [bibtex]"])
def test_titles_that_are_glued_to_a_number_or_to_buttons(end: str) -> None:
    page = "".join(f"{title}\n{names}\nKeywords: a, b\n{end}" + "\n" * (n == 1) for n, (title, names, *_) in enumerate([*FORUMS, *FORUMS]))
    assert [paper.title for paper in pc.parse(page, format="page")] == [title for title, *_ in [*FORUMS, *FORUMS]]
