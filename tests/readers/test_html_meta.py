"""Pages of papers, saved as HTML, whose head says what they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import choose
from papercat.text.document import Document

HEAD = """<!doctype html><html><head>
<meta charset="utf-8"><title>Deep learning | Nature</title>
<meta name="citation_title" content="Deep <i>learning</i> for R&amp;D"/>
<meta name="citation_author" content="LeCun, Yann"><meta name="citation_author_institution" content="New York University">
<meta content='D&#39;Angelo, Yoshua' name='citation_author'>
<meta name="citation_journal_title" content="Nature"><meta name="citation_publication_date" content="2015/05/27">
<meta name="citation_volume" content="521"><meta name="citation_firstpage" content="436"><meta name="citation_lastpage" content="444">
<meta name="citation_doi" content="10.1038/NATURE14539"><meta name="citation_issn" content="1476-4687">
<meta name="citation_abstract" content="&lt;p&gt;Deep learning allows&lt;/p&gt; models."><meta name="og:title" content="x">
<meta name="citation_reference" content="citation_title=Another; citation_author=A Nobody">
</head><body><h1>Deep learning</h1><p>Cited by: Smith, J. (2001). A study of things. Journal of Things, 3(2), 1-9.</p>"""
NO_PAGES = [
    "<html><head><meta name='citation_title' content='x'></head><body>What a day!</body></html>",
    "<html><head><meta name='og:title' content='x'><meta name='author' content='y'></head></html>",
    "Write <code>citation_title</code>, citation_author, citation_doi and citation_date for Google Scholar.",
    "",
]


def test_the_head_is_read_and_the_rest_is_told() -> None:
    cat = pc.parse(HEAD)
    assert ([one.format for one in cat.inputs], [issue.code for issue in cat.issues]) == (["html-meta"], ["page-furniture"])
    paper = cat[0]
    assert (paper.title, [author.inverted for author in paper.authors]) == ("Deep learning for R&D", ["LeCun, Yann", "D'Angelo, Yoshua"])
    assert (paper.venue, paper.volume, paper.pages, paper.doi) == ("Nature", "521", "436–444", "10.1038/nature14539")
    assert (paper.year, paper.month, paper.abstract) == (2015, 5, "Deep learning allows models.")
    assert dict(paper.extra) == {"publication_date": "2015/05/27", "issn": "1476-4687"}
    assert str(paper.source_of("title")) == "text:3"
    assert not cat.receipt().unread


def test_each_page_of_a_file_is_a_paper() -> None:
    assert [paper.title for paper in pc.parse(HEAD + HEAD.replace("R&amp;D", "all"))] == ["Deep learning for R&D", "Deep learning for all"]


@pytest.mark.parametrize("text", NO_PAGES)
def test_what_is_no_page_of_a_paper(text: str) -> None:
    assert choose(Document("a.html", text)) != "html-meta"


PIECES = [
    "<meta ",
    'name="citation_title" ',
    "name='citation_author' ",
    'content="A, B"',
    "content='&lt;'",
    ">",
    '"',
    "'",
    "x",
    "\n",
    "<p>",
]


@given(st.lists(st.sampled_from(PIECES)))
def test_every_character_is_accounted_for(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert sum(span.end - span.start for span in pc.parse(text, format="html-meta").receipt()) == len(text)


@pytest.mark.parametrize("piece", ['<meta "', "<meta name='x' ", '<meta name="citation_title" content="', "<i "])
def test_nothing_takes_long(piece: str) -> None:
    assert len(pc.parse(piece * 20_000, format="html-meta")) == 0
