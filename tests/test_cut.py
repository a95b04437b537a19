"""A list of authors that stops before its end: every reader knows it, every format says it, and a fuller list takes its place."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat import Author, Catalog, Paper

VASWANI, SHAZEER = Author(family="Vaswani", given="Ashish"), Author(family="Shazeer", given="Noam")
TITLE = "Attention is all you need"
CUT = Paper(title=TITLE, authors=(VASWANI, SHAZEER), year=2017, type="misc", cut=("authors",))
WHOLE = replace(CUT, authors=(VASWANI, SHAZEER, Author(family="Parmar", given="Niki")), cut=())
FORMATS = ("bibtex", "csl", "ris", "csv", "json", "jsonl")
TEXTS = {
    "bibtex": "@misc{v17, title={Attention is all you need}, author={Vaswani, Ashish and Shazeer, Noam and others}, year=2017}",
    "bibtex, et al.": "@misc{v17, title={Attention is all you need}, author={Vaswani, Ashish and Shazeer, Noam et al.}, year=2017}",
    "ris": "TY  - JOUR\nTI  - Attention is all you need\nAU  - Vaswani, Ashish\nAU  - Shazeer, Noam\nAU  - et al.\nPY  - 2017\nER  - \n",
    "csl": '[{"type": "article", "title": "Attention is all you need", "author": [{"family": "Vaswani", "given": "Ashish"}, '
    '{"family": "Shazeer", "given": "Noam"}, {"literal": "others"}]}]',
    "csv": 'title,authors,year\nAttention is all you need,"Vaswani, Ashish; Shazeer, Noam; et al.",2017\n',
    "references": "Vaswani, A., Shazeer, N., et al. (2017). Attention is all you need. NeurIPS, 30(1), 5998–6008.\n",
    "labelled": "Title: Attention is all you need\nAuthors: Vaswani, Ashish; Shazeer, Noam; et al.\nYear: 2017\n",
}
NO_MARKS = [
    "TY  - JOUR\nTI  - On marks\nAU  - Others, John\nAU  - Al, Et\nER  - \n",
    "@misc{o, title={On marks}, author={Others, John and Al, Etty}}",
    '[{"type": "book", "title": "On marks", "author": [{"family": "A", "given": "B"}, {"family": "Others", "given": "John"}]}]',
]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_list_that_stops_is_known_to_the_paper_and_told(text: str) -> None:
    cat = pc.parse(text)
    assert [(len(paper.authors), paper.cut) for paper in cat] == [(2, ("authors",))]
    assert [issue.code for issue in cat.issues].count("authors-cut") == 1
    assert str(cat[0]).startswith("Vaswani, Shazeer et al. ")


@pytest.mark.parametrize("text", NO_MARKS)
def test_a_name_that_looks_like_the_mark_is_a_name(text: str) -> None:
    cat = pc.parse(text)
    assert [(len(paper.authors) > 0, paper.cut, cat.issues) for paper in cat] == [(True, (), ())]


def test_the_mark_alone_is_nobody() -> None:
    cat = pc.parse("TY  - JOUR\nTI  - Sleeper Agents\nAU  - et al.\nER  - \n")
    assert (cat[0].authors, cat[0].cut, [issue.code for issue in cat.issues]) == ((), (), ["authors-cut"])


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_says_it_and_gives_it_back(format_: str) -> None:
    for paper in (CUT, WHOLE):
        back = pc.parse(Catalog([paper]).dumps(format_))[0]
        assert (back.authors, back.cut) == (paper.authors, paper.cut)
    assert not [issue for issue in Catalog([CUT]).check(format_) if "cut" in issue.raw]


def test_a_cap_and_a_cut_are_one_mark() -> None:
    text = Catalog([replace(WHOLE, cut=("authors",))]).to_bibtex(max_authors=1)
    assert "{Vaswani, Ashish and others}" in text


def test_a_full_list_takes_the_place_of_one_that_stops() -> None:
    papers = [CUT, replace(CUT, year=None), WHOLE]
    assert [(paper.authors, paper.cut) for paper in Catalog(papers).dedup(maybe="merge")] == [(WHOLE.authors, ())]
    assert [paper.cut for paper in Catalog([CUT, CUT]).dedup(maybe="merge")] == [("authors",)]
    assert [paper.cut for paper in Catalog([CUT, Paper(title=TITLE, year=2017)]).dedup(maybe="merge")] == [("authors",)]


@given(st.permutations([CUT, replace(CUT, venue="NeurIPS"), WHOLE]))
def test_the_order_of_the_records_does_not_matter(papers: list[Paper]) -> None:
    assert [paper.cut for paper in Catalog(papers).dedup(maybe="merge")] == [()]
