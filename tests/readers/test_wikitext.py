"""Citation templates of Wikipedia: what is one, where it ends, what its values say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.models import Issue, Paper
from papercat.readers import choose
from papercat.readers.wikitext import read, sniff
from papercat.text.document import Document

BAI = (
    '<ref name="Bai2022">{{Cite arXiv |last1=Bai |first1=Yuntao |last2=Kadavath |first2=Saurav '
    "|title=Constitutional AI |eprint=2212.08073 |year=2022}}</ref>"
)
PAGE = f"""== References ==
{BAI}
* {{{{cite journal
 | vauthors = Klüwer T, Uszkoreit H, Xu F
 | date     = August 2010
 | title    = Using ''syntactic'' and [[semantics|semantic]] relations
 | journal  = [[Coling]]
 | volume   = 3 | pages = 5–9
}}}}
"""


def papers(text: str) -> list[Paper]:
    return [one for one in read(Document("a.txt", text)) if isinstance(one, Paper)]


def test_page() -> None:
    assert choose(Document("a.txt", PAGE)) == "wikitext"
    first, second = papers(PAGE)
    assert [author.inverted for author in first.authors] == ["Bai, Yuntao", "Kadavath, Saurav"]
    assert (first.title, first.year, first.arxiv, first.type) == ("Constitutional AI", 2022, "2212.08073", "misc")
    assert [author.family for author in second.authors] == ["Klüwer", "Uszkoreit", "Xu"]
    assert (second.title, second.venue) == ("Using syntactic and semantic relations", "Coling")
    assert (second.year, second.month, second.volume, second.pages) == (2010, 8, "3", "5–9")


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ("last=Bai |first=Yuntao", ["Bai, Yuntao"]),
        ("author1=Bai, Yuntao |author2=Tong, Meg", ["Bai, Yuntao", "Tong, Meg"]),
        ("author=Yuntao Bai", ["Bai, Yuntao"]),
        ("author=Bai, Yuntao; Tong, Meg", ["Bai, Yuntao", "Tong, Meg"]),
        ("first2=Meg |last2=Tong |first1=Yuntao |last1=Bai", ["Bai, Yuntao", "Tong, Meg"]),
        ("author1-last=Bai |author1-first=Yuntao", ["Bai, Yuntao"]),
        ("surname=Bai |given=Yuntao |author-link=Yuntao Bai", ["Bai, Yuntao"]),
        ("last=R S |first=Dayanidhi", ["R S, Dayanidhi"]),
        ("last=[[Meg Tong|Tong]] |first=Meg", ["Tong, Meg"]),
        ('last=J{\\"{a}}schke |first=Robert', ["Jäschke, Robert"]),
        ("editor-last=Bai |editor-first=Yuntao", []),
    ],
)
def test_people(people: str, expected: list[str]) -> None:
    (paper,) = papers(f"{{{{cite journal |{people} |title=Sleeper Agents}}}}")
    assert ([author.inverted for author in paper.authors], paper.title) == (expected, "Sleeper Agents")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("A {{!}} B", "A | B"),
        ("What{{'}}s in a name<!-- sic -->", "What's in a name"),
        ("A study of {{lang|la|Homo sapiens}} brains", "A study of Homo sapiens brains"),
        ("``A Buster Keaton'' of words", "``A Buster Keaton'' of words"),
        ("The '''BERT''' of 'it'", "The BERT of 'it'"),
    ],
)
def test_markup(value: str, expected: str) -> None:
    (paper,) = papers(f"{{{{cite journal |title={value} |year=2020}}}}")
    assert paper.title == expected


def test_chapter() -> None:
    (paper,) = papers("{{cite book |chapter=Sleeper Agents |title=Safety |last=Tong |first=Meg}}")
    assert (paper.title, paper.venue) == ("Sleeper Agents", "Safety")


def test_what_is_never_closed_ends_before_the_next() -> None:
    cut = "{{cite journal |title=Sleeper Agents |year=2024\n" + BAI
    assert [paper.title for paper in papers(cut)] == ["Sleeper Agents", "Constitutional AI"]


def test_cut_list() -> None:
    (paper,) = papers("{{cite journal |last=Tong |first=Meg |display-authors=etal |title=Sleeper Agents}}")
    assert ([author.family for author in paper.authors], paper.cut) == (["Tong"], ("authors",))


def test_text_around_is_kept() -> None:
    (issue,) = (one for one in read(Document("a.txt", f"Models learn.{BAI}")) if isinstance(one, Issue))
    assert (issue.code, issue.raw) == ("block-kept", "Models learn.")
    cat = pc.parse(PAGE, format="wikitext")
    assert sum(span.end - span.start for span in cat.receipt()) == len(PAGE)


@pytest.mark.parametrize(
    "text",
    [
        "{{citation needed|date=May 2022}}",
        "{{cite journal}}",
        "{{cite journal|doi=10.1000/1}}",
        "@article{cite, title={A}}",
        "{{Infobox |title=A}}",
        "cite |title=A",
    ],
)
def test_not_one(text: str) -> None:
    assert sniff(Document("a.txt", text)) == 0.0


@given(
    st.lists(
        st.sampled_from(
            [
                "{{cite journal |",
                "title=",
                "last1=",
                "first1=",
                "first=",
                "{",
                "}",
                "}}",
                "[[",
                "]]",
                "|",
                "''",
                "\u200b",
                "\0",
                "\ud800",
                "a",
                "<!--",
                "\n",
            ]
        ),
        max_size=40,
    )
)
def test_total(pieces: list[str]) -> None:
    list(read(Document("a.txt", "".join(pieces))))


def test_many_open_braces() -> None:
    assert len(papers("{{cite web |title=[[<!--{" * 3000)) == 3000
