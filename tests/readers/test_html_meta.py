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
    "<html><head><meta name='dc.title' content='Opening hours'><meta name='dc.date' content='2021'></head></html>",
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


def head(*tags: str, body: str = "") -> str:
    metas = "".join(f'<meta name="{name}" content="{content}">' for name, _, content in (tag.partition("=") for tag in tags))
    return f"<!DOCTYPE html><html><head>{metas}</head><body>{body}</body></html>"


# As the sites write them: ScienceDirect and Springer begin with the journal, IOP with the authors, HAL says first when it went online.
SPRINGER = head(
    "dc.title=On the theory of identical particles",
    "dc.description=The classical configuration space of a system of identical particles is examined.",
    "prism.publicationName=Il Nuovo Cimento B (1971-1996)",
    "prism.startingPage=1",
    "citation_journal_title=Il Nuovo Cimento B (1971-1996)",
    "citation_publisher=Società Italiana di Fisica",
    "citation_title=On the theory of identical particles",
    "citation_volume=37",
    "citation_publication_date=1977/01",
    "citation_online_date=2007/10/23",
    "citation_firstpage=1",
    "citation_lastpage=23",
    "citation_doi=10.1007/BF02727953",
    "citation_author=Leinaas, J. M.",
    "citation_author=Myrheim, J.",
)
HAL = head(
    "citation_language=fr",
    "citation_title=Déplacement de Knight dans les alliages",
    "DC.title=Déplacement de Knight dans les alliages",
    "citation_author=Jacques Friedel",
    "citation_online_date=2008/02/04",
    "citation_publication_date=1955",
)
ATYPON = head(
    "dc.Title=Polymer Grafting and Crystallization",
    "dc.Creator=Hong-Xia Guo",
    "dc.Creator=Andrey Milchev",
    "dc.Publisher=American Chemical Society",
    "dc.Date=December 8, 2000",
    "dc.Identifier=jp003647e",
    "citation_journal_title=The Journal of Physical Chemistry A",
)
SAYS_IT_ALL = [
    (SPRINGER, "On the theory of identical particles", ["Leinaas, J. M.", "Myrheim, J."], 1977, "Il Nuovo Cimento B (1971-1996)"),
    (HAL, "Déplacement de Knight dans les alliages", ["Friedel, Jacques"], 1955, None),
    (ATYPON, "Polymer Grafting and Crystallization", ["Guo, Hong-Xia", "Milchev, Andrey"], 2000, "The Journal of Physical Chemistry A"),
]


@pytest.mark.parametrize(("text", "title", "authors", "year", "venue"), SAYS_IT_ALL)
def test_a_page_is_one_paper_in_whatever_order_it_says_so(text: str, title: str, authors: list[str], year: int, venue: str | None) -> None:
    (paper,) = cat = pc.parse(text)
    assert cat.inputs[0].format == "html-meta"
    assert (paper.title, [author.inverted for author in paper.authors], paper.year, paper.venue) == (title, authors, year, venue)


def test_what_one_family_does_not_say_another_does() -> None:
    (paper,) = pc.parse(SPRINGER)
    assert (paper.abstract or "")[:11] == "The classic"
    assert (paper.doi, paper.volume, paper.pages, paper.month) == ("10.1007/bf02727953", "37", "1–23", 1)
    assert dict(paper.extra) == {"online_date": "2007/10/23"}


def test_a_title_in_two_languages_is_one_paper() -> None:
    text = head("citation_title=Vom Kriege", "citation_title=On War", "citation_author=Clausewitz, Carl von", "citation_date=1832")
    (paper,) = pc.parse(text)
    assert (paper.title, dict(paper.extra)) == ("Vom Kriege", {"title": "On War"})


def test_an_entry_in_the_page_is_not_read_again() -> None:
    entry = (
        "<pre>@inproceedings{rush-2021, title = {How Many Data Points is a Prompt Worth?}, author = {Rush, Alexander}, year = {2021}}</pre>"
    )
    text = head(
        "citation_title=How Many Data Points is a Prompt Worth?", "citation_author=Alexander Rush", "citation_date=2021", body=entry
    )
    assert [paper.title for paper in pc.parse(text)] == ["How Many Data Points is a Prompt Worth?"]


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
