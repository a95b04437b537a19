"""Reference lists in HTML: bibtex2html's tables and lists, entries beside them, and pages that are none."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import choose
from papercat.readers.html_bib import read, sniff
from papercat.text.document import Document

HEAD = '<table>\n<tr valign="top">\n<td align="right" class="bibtexnumber">\n[<a name="{key}">1</a>]\n</td>\n<td class="bibtexitem">\n'
TAIL = '\n[&nbsp;<a href="refs_bib.html#{key}">bib</a>&nbsp;| \n<a href="http://dx.doi.org/10.1145/3349609">DOI</a>&nbsp;]\n</td>\n</tr></table>'
ZIBREK = (
    "K.&nbsp;Zibrek, S.&nbsp;Martin, and R.&nbsp;McDonnell.\n Is photorealism important for perception?\n"
    " <em>ACM Transactions on Applied Perception (TAP)</em>, 16(3):1-19, September 2019."
)


def page(*items: str) -> str:
    return "<html><body>" + "\n".join(f"{HEAD}{item}{TAIL}".replace("{key}", f"k{i}") for i, item in enumerate(items)) + "</body></html>"


def only(item: str) -> dict[str, Any]:
    """Read one reference without key, sources and links."""
    (paper,) = pc.parse(page(item))
    found = paper.to_dict()
    found["authors"] = [author.inverted for author in paper.authors]
    extra = {name: value for name, value in paper.extra.items() if name not in ("key", "imprint")}
    return {name: value for name, value in {**found, "extra": extra}.items() if value and name not in ("sources", "doi")}


# name, reference, what is read
REFERENCES: list[tuple[str, str, dict[str, Any]]] = [
    (
        "an article",
        ZIBREK,
        {
            "title": "Is photorealism important for perception?",
            "authors": ["Zibrek, K.", "Martin, S.", "McDonnell, R."],
            "year": 2019,
            "month": 9,
            "venue": "ACM Transactions on Applied Perception (TAP)",
            "volume": "16",
            "issue": "3",
            "pages": "1-19",
        },
    ),
    (
        "full names, in proceedings",
        "Katja Zibrek and Sean Martin. A study of faces. In <em>Proc. of SAP</em>, volume 2, pages 1-9, 2018. ACM.",
        {
            "title": "A study of faces",
            "authors": ["Zibrek, Katja", "Martin, Sean"],
            "venue": "Proc. of SAP",
            "volume": "2",
            "pages": "1-9",
            "year": 2018,
        },
    ),
    (
        "the IEEE's quotation marks",
        "A.&nbsp;Zhakatayev and H.&nbsp;A. Varol,\n &ldquo;Optimal Sensor Placement,&rdquo; in <em>SII</em>, Jan 2019, pp. 141-146.",
        {
            "title": "Optimal Sensor Placement",
            "authors": ["Zhakatayev, A.", "Varol, H. A."],
            "venue": "SII",
            "year": 2019,
            "month": 1,
            "pages": "141-146",
        },
    ),
    (
        "a family name of two words behind initials",
        "M.&nbsp;Santillán Cooper. A title. <em>V</em>, 2020.",
        {
            "title": "A title",
            "authors": ["Santillán Cooper, M."],
            "venue": "V",
            "year": 2020,
        },
    ),
    (
        "particles and small initials",
        "L.&nbsp;A.&nbsp;de Araujo and E.&nbsp;E.&nbsp;d.&nbsp;S.&nbsp;Matos. A title. <em>V</em>, 2020.",
        {
            "title": "A title",
            "authors": ["de Araujo, L. A.", "Matos, E. E. d. S."],
            "venue": "V",
            "year": 2020,
        },
    ),
    (
        "a book",
        "D.&nbsp;E. Knuth. <em>The TeXbook</em>. Addison-Wesley, 1984.",
        {"title": "The TeXbook", "authors": ["Knuth, D. E."], "year": 1984},
    ),
    (
        "a thesis",
        "A.&nbsp;Nobody. The art of it. PhD thesis, University of Oslo, 1999.",
        {
            "title": "The art of it",
            "authors": ["Nobody, A."],
            "year": 1999,
        },
    ),
    (
        "no year",
        "A.&nbsp;Nobody. The art of 2001 things. <em>V</em>.",
        {"title": "The art of 2001 things", "authors": ["Nobody, A."], "venue": "V"},
    ),
    (
        "a title that ends with a full stop",
        "A.&nbsp;Nobody. In vivo extrapolation.. <em>V</em>, 2016.",
        {
            "title": "In vivo extrapolation.",
            "authors": ["Nobody, A."],
            "venue": "V",
            "year": 2016,
        },
    ),
    (
        "a title of two sentences",
        "A.&nbsp;Nobody. Clitics. Which way? <em>V</em>, 2016.",
        {
            "title": "Clitics. Which way?",
            "authors": ["Nobody, A."],
            "venue": "V",
            "year": 2016,
        },
    ),
    (
        "a lowered sign",
        "A.&nbsp;Nobody. Of H<sub>2</sub>O. <em>V</em>, 2016.",
        {
            "title": "Of H2O",
            "authors": ["Nobody, A."],
            "venue": "V",
            "year": 2016,
        },
    ),
]


@pytest.mark.parametrize(("item", "expected"), [pytest.param(item, expected, id=name) for name, item, expected in REFERENCES])
def test_references_are_read(item: str, expected: dict[str, Any]) -> None:
    assert only(item) == expected


def test_links_are_read_and_everything_is_accounted_for() -> None:
    cat = pc.parse(page(ZIBREK, "A.&nbsp;Nobody. A title. <em>V</em>, 2020."))
    assert (cat.inputs[0].format, len(cat), cat[0].doi, cat[0].extra["key"]) == ("html-bib", 2, "10.1145/3349609", "k0")
    assert not cat.receipt().unread
    places = {source.field: page(ZIBREK)[source.start : source.end] for source in cat[0].sources}
    assert (places["title"], places["year"]) == ("Is photorealism important for perception?", "2019")


LIST = """<dl>
<dt>[<a name="a1">A1</a>]</dt>
<dd>Ethan Perez and Kamil&#279; Luko&scaron;i&#363;t&#279;. Discovering behaviors. In <em>Findings of ACL</em>, 2023.
[ <a href="refs_bib.html#a1">bib</a> ]
<blockquote><font size="-1">We test. It works.<p>Keywords: safety, evaluation</font></blockquote></dd>
<dt>[<a name="b2">2</a>]</dt><dd>Donald Knuth. <em>The TeXbook</em>. Addison-Wesley, 1984. [ <a href="x">bib</a> ]</dd>
</dl>
"""
ENTRY = '<pre>\n@book{<a href="refs.html#b2">b2</a>,\n title = {The {TeX}book &amp; more}, author={Donald E. Knuth}, year=1984}\n</pre>'


def test_a_list_with_abstracts_is_read() -> None:
    cat = pc.parse(LIST)
    assert [paper.title for paper in cat] == ["Discovering behaviors", "The TeXbook"]
    assert (cat[0].abstract, cat[0].keywords, cat[0].authors[1].family) == ("We test. It works.", ("safety", "evaluation"), "Lukošiūtė")
    assert not cat.receipt().unread


def test_an_entry_of_the_page_counts_instead_of_its_reference() -> None:
    cat = pc.parse(LIST + ENTRY)
    assert sorted(str(paper.title) for paper in cat) == ["Discovering behaviors", "The TeXbook & more"]
    assert "a reference that the entry 'b2' says too" in " ".join(issue.message for issue in cat.issues)
    assert not cat.receipt().unread


def test_a_page_of_entries_alone_is_read() -> None:
    cat = pc.parse(f"<html><h1>refs.bib</h1><a name='b2'></a>{ENTRY}</html>")
    assert (cat.inputs[0].format, cat[0].title, cat[0].extra["key"]) == ("html-bib", "The TeXbook & more", "b2")


def test_letters_that_were_damaged_are_restored_in_spite_of_the_ties() -> None:
    names = ["J.&nbsp;Mírovský", "F.&nbsp;Sánchez", "E.&nbsp;Besançon", "K.&nbsp;Lukošiūtė", "M.&nbsp;Gašić"]
    damaged = page(*(f"{name}. Étude des résultats. <em>Présenté à Orléans</em>, 2020." for name in names)).encode().decode("mac_roman")
    assert [paper.authors[0].family for paper in pc.parse(damaged)] == ["Mírovský", "Sánchez", "Besançon", "Lukošiūtė", "Gašić"]


OTHERS = [
    "", "What a day!", "a < b and b > c", "<p>Prose, 2020.</p>", "<ul><li>Home<li>Contact<li>Imprint 2020</ul>",
    "<table><tr><td>title</td><td>year</td></tr><tr><td>A</td><td>2020</td></tr></table>", "@misc{a, title={<em>A</em>}}",
    "<ul>" + '<li><b>Sleeper Agents</b><br>E. Hubinger<br><i>arXiv</i>, 2024 [<a href="a.pdf">pdf</a>] [<a href="a.bib">bib</a>]' * 3,
]  # fmt: skip


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_no_list_of_references(text: str) -> None:
    assert sniff(Document("a.html", text)) == 0


@pytest.mark.parametrize("end", range(0, 900, 23))
def test_a_page_cut_anywhere_is_accounted_for(end: int) -> None:
    text = (page(ZIBREK) + LIST + ENTRY)[:end]
    cat = pc.parse(text, format="html-bib")
    assert sum(span.end - span.start for span in cat.receipt()) == len(text)
    assert not cat.receipt().unread


PIECES = st.sampled_from(
    [
        '<td class="bibtexitem">',
        "</td>",
        "<li>",
        "<em>",
        "</em>",
        "A.&nbsp;B",
        ". ",
        ", ",
        "“",
        "”",
        "2020",
        '<a href="x">',
        "</a>",
        "[",
        "<pre>",
        "@misc{a,",
        "</pre>",
        "<blockquote>",
        "In ",
        "<",
        ">",
        "\n",
        "é",
        "<!--",
        "Jr.",
        " and ",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_wreck_of_a_page_is_read(text: str) -> None:
    assert all(one is not None for one in read(Document("a.html", text)))
    cat = pc.parse(text, format="html-bib")
    assert sum(span.end - span.start for span in cat.receipt()) == len(text)


def test_a_listing_of_the_user_is_not_taken(one: pc.Catalog) -> None:
    assert choose(Document("a.bib", one.to_bibtex())) == "bibtex"
