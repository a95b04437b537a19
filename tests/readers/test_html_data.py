"""COinS and JSON-LD in pages of HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import html_data
from papercat.text.document import Document

ARTICLE = (
    "ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&amp;rft.genre=article&amp;rft.atitle=Highly%20accurate%20protein"
    "%20structure%20prediction%20with%20AlphaFold&amp;rft.jtitle=Nature&amp;rft.volume=596&amp;rft.issue=7873&amp;rft.spage=583&amp;rft.epage=589"
    "&amp;rft.date=2021-08&amp;rft.aulast=Jumper&amp;rft.aufirst=John&amp;rft.au=John%20Jumper&amp;rft.au=Richard%20Evans"
    "&amp;rft_id=info%3Adoi%2F10.1038%2Fs41586-021-03819-2&amp;rft.issn=0028-0836"
)
# As Wikipedia writes it: the first author in parts, the others whole.
WIKIPEDIA = (
    "ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Abook&amp;rft.genre=book&amp;rft.btitle=The+Elements+of+Statistical+Learning"
    "&amp;rft.pub=Springer&amp;rft.date=2009&amp;rft.isbn=978-0-387-84858-7&amp;rft.aulast=Hastie&amp;rft.aufirst=Trevor"
    "&amp;rft.au=Tibshirani%2C+Robert&amp;rfr_id=info%3Asid%2Fen.wikipedia.org%3ALinear+regression"
)
CHAPTER = (
    "rft_val_fmt=info:ofi/fmt:kev:mtx:book&amp;rft.genre=bookitem&amp;rft.atitle=Overview&amp;rft.btitle=The Elements&amp;rft.aulast=Hastie"
    "&amp;rft.auinit=T&amp;rft_id=https://doi.org/10.1007/978-0-387-84858-7_2"
)
SPANS = [
    (
        ARTICLE,
        ("Highly accurate protein structure prediction with AlphaFold", ["Jumper, John", "Evans, Richard"], "Nature", 2021),
        ("article", "596", "7873", "583–589", "10.1038/s41586-021-03819-2"),
    ),
    (
        WIKIPEDIA,
        ("The Elements of Statistical Learning", ["Hastie, Trevor", "Tibshirani, Robert"], None, 2009),
        ("book", None, None, None, None),
    ),
    (CHAPTER, ("Overview", ["Hastie, T"], "The Elements", None), ("incollection", None, None, None, "10.1007/978-0-387-84858-7_2")),
]


def page(*titles: str, quote: str = '"', around: str = "<li>Some text {}</li>") -> str:
    spans = (f"<span class={quote}Z3988{quote} title={quote}{title}{quote}></span>" for title in titles)
    return "<html><body><ul>" + "".join(around.format(span) for span in spans) + "</ul></body></html>"


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize(("title", "head", "where"), SPANS, ids=["Zotero", "Wikipedia", "a chapter"])
def test_a_span_is_a_paper(title: str, head: tuple[object, ...], where: tuple[object, ...], quote: str) -> None:
    cat = pc.parse(page(title, quote=quote))
    (paper,) = cat
    assert (paper.title, [author.inverted for author in paper.authors], paper.venue, paper.year) == head
    assert (paper.type, paper.volume, paper.issue, paper.pages, paper.doi) == where
    assert ([one.format for one in cat.inputs], cat.receipt().unread) == (["html-data"], ())


def test_each_span_counts_once() -> None:
    assert [paper.title for paper in pc.parse(page(ARTICLE, WIKIPEDIA, ARTICLE))] == [head[0] for _, head, _ in SPANS[:2]]
    names = pc.parse(page(WIKIPEDIA.replace("Tibshirani", "Hastie")))[0].authors
    assert [name.inverted for name in names] == ["Hastie, Robert"], "the first author is among the others"


JSON_LD = """<html><head><title>Highly accurate protein structure prediction with AlphaFold | Nature</title>
<script type="application/ld+json">{"mainEntity":{"headline":"Highly accurate protein structure prediction with AlphaFold",
"datePublished":"2021-07-15T00:00:00Z","pageStart":"583","pageEnd":"589","sameAs":"https://doi.org/10.1038/s41586-021-03819-2",
"isPartOf":{"name":"Nature","volumeNumber":"596","@type":["Periodical","PublicationVolume"]},
"author":[{"name":"John Jumper","url":"http://orcid.org/0000-0001-6169-6580","@type":"Person"},{"name":"Richard Evans","@type":"Person"}],
"@type":"ScholarlyArticle"},"@context":"https://schema.org","@type":"WebPage"}</script></head><body><h1>Welcome</h1></body></html>"""


def test_json_ld_of_a_page_is_read() -> None:
    cat = pc.parse(JSON_LD)
    (paper,) = cat
    assert (paper.title, paper.venue, paper.year, paper.volume) == (SPANS[0][1][0], "Nature", 2021, "596")
    assert (paper.pages, paper.doi, [author.orcid for author in paper.authors]) == (
        "583–589",
        SPANS[0][2][4],
        ["0000-0001-6169-6580", None],
    )
    place = paper.source_of("title")
    assert place is not None
    assert (paper.title or "?") in JSON_LD[place.start : place.end]
    assert not cat.receipt().unread


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<p>Deep learning</p>",
        '<span class="Z3988" title="ctx_ver=Z39.88-2004"></span>',
        '<span class="Z3988">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A"}</script>',
        '<script type="application/ld+json">{"@type": "ScholarlyArticle"',
        page(ARTICLE) + "<ul>" + "<li>Names. Title. Venue, 2020.</li>" * 40 + "</ul>",
    ],
)
def test_what_is_no_page_with_data(text: str) -> None:
    assert html_data.sniff(Document("a", text)) == 0


PIECES = [
    "<span class=Z3988",
    ' title="',
    "rft.atitle=A&amp;",
    "rft.au=%ff",
    '">',
    "<script",
    ' type="application/ld+json">',
    "</script",
    "{",
    "}",
]


@given(st.lists(st.sampled_from([*PIECES, '"@type": "ScholarlyArticle"', "<", "\ud800"]), max_size=30).map("".join))
def test_total(text: str) -> None:
    assert not pc.parse(text, format="html-data").receipt().unread
