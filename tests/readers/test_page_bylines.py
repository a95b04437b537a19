"""Lines of names, venue, year and host, as search engines set them below titles."""

import textwrap

import pytest

import papercat as pc

# Real papers; venues cut and hosts as Google Scholar shows them.
PAGE = """The strategic value of IT insourcing - An IT-enabled business process perspective
WG Qu, W Oh, A Pinsonneault - The Journal of Strategic …, 2010 - Elsevier
Save Cite Cited by 97 Related articles All 6 versions

Jump To Hyperspace: Comparing Euclidean and Hyperbolic Loss Functions for Hierarchical Multi-Label Text Classification
J Van Nooten, W Daelemans - 2025 - aclanthology.org
Save Cite Cited by 2 Related articles

[PDF] A PropBank for Portuguese: the CINTIL-PropBank
A Branco, C Carvalheiro, S Pereira, S Silveira… - 2012 - academia.edu
Save Cite Cited by 33 Related articles

Spectral Probing
M Müller-Eberstein, R van der Goot, B Plank - Proceedings of EMNLP
Save Cite Related articles
"""
TITLES = [
    "The strategic value of IT insourcing - An IT-enabled business process perspective",
    "Jump To Hyperspace: Comparing Euclidean and Hyperbolic Loss Functions for Hierarchical Multi-Label Text Classification",
    "A PropBank for Portuguese: the CINTIL-PropBank",
    "Spectral Probing",
]


def test_its_form_tells_what_its_parts_are() -> None:
    cat = pc.parse(PAGE, format="page")
    assert [paper.title for paper in cat] == TITLES
    assert [[author.family for author in paper.authors] for paper in cat] == [
        ["Qu", "Oh", "Pinsonneault"],
        ["Van Nooten", "Daelemans"],
        ["Branco", "Carvalheiro", "Pereira", "Silveira"],
        ["Müller-Eberstein", "Goot", "Plank"],
    ]
    assert [paper.year for paper in cat] == [2010, 2025, 2012, None]
    assert [paper.venue for paper in cat] == ["The Journal of Strategic …", None, None, "Proceedings of EMNLP"]
    assert [paper.extra.get("host") for paper in cat] == [None, "aclanthology.org", "academia.edu", None]
    assert cat[0].publisher == "Elsevier"
    assert not any(issue.code == "text-unread" for issue in cat.issues)


@pytest.mark.parametrize("width", [60, 79])
def test_it_wraps(width: int) -> None:
    wrapped = "\n".join("\n".join(textwrap.wrap(line, width)) for line in PAGE.split("\n"))
    cat = pc.parse(wrapped, format="page")
    assert [paper.title for paper in cat] == TITLES
    assert [paper.year for paper in cat] == [2010, 2025, 2012, None]


def test_two_of_them_make_no_page_of_results() -> None:
    records = PAGE.split("\n\n")
    (paper,) = pc.parse(records[0], format="page")
    assert (paper.year, len(paper.authors)) == (2010, 3)


def test_a_brief_record_is_no_stray() -> None:
    brief = "\n\nEditorial Introduction\nV Zwass - Journal of Management Information …, 2005 - JSTOR\nSave Cite Related articles\n"
    cat = pc.parse(PAGE + brief, format="page")
    assert [paper.title for paper in cat] == [*TITLES, "Editorial Introduction"]
