"""Reference lists: in the order and the words of a style, with every sign of the text as it is."""

import builtins
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat import Author, Catalog, Paper
from papercat.errors import MissingExtraError, OutputError
from papercat.writers import Writer, html, markdown

BAI = Paper(title="Constitutional AI", authors=(Author(family="Bai", given="Yuntao"),), arxiv="2212.08073", year=2022)
KELLER = Paper(
    title="A*-search & <b>graphs</b> with $x_1$",
    authors=(Author(family="Keller", given="Max"), Author(family="Geijn", given="Robert", particle="van de")),
    year=2010,
    venue="Proceedings of the [First] Conference",
    type="inproceedings",
    pages="1–9",
)


LINES = st.text("<>&;/ab*_'\"!-", min_size=1).filter(str.strip).map(str.strip)


def listed(writer: Writer, papers: list[Paper], **options: str) -> str:
    return "".join(writer.chunks(papers, **options))


class Text(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_list_is_in_the_order_of_the_style() -> None:
    lines = listed(markdown, [KELLER, BAI]).splitlines()
    assert [line[:7] for line in lines] == ["- Bai, ", "- Kelle"]
    assert "https://arxiv.org/abs/2212.08073" in lines[0]


def test_ieee_numbers_in_the_order_of_the_catalog() -> None:
    first, second = listed(markdown, [KELLER, BAI], style="ieee").splitlines()
    assert first.startswith("- [1] ")
    assert "M. Keller and R. van de Geijn" in first
    assert "Y. Bai" in second


def test_signs_of_the_text_are_no_markup() -> None:
    shown = Text(listed(html, [KELLER]))
    assert "A*-search & <b>graphs</b> with $x_1$" in shown.text
    assert set(shown.tags) <= {"ul", "li", "i"}
    assert r"A\*-search \& \<b\>graphs\</b\> with \$x\_1\$" in listed(markdown, [KELLER])


@given(title=LINES, family=LINES)
def test_every_sign_is_as_it_is(title: str, family: str) -> None:
    paper = Paper(title=title, authors=(Author(family=family),), year=2010)
    assert set(Text(listed(html, [paper])).tags) <= {"ul", "li", "i"}


def test_no_tag_of_a_title_is_one_of_the_page() -> None:
    shown = Text(listed(html, [Paper(title="<script>alert(1)</script> &lt;b&gt;", year=2010)]))
    assert shown.tags == ["ul", "li"]
    assert "<script>alert(1)</script> &lt;b&gt;" in shown.text


def test_a_style_that_is_not_there_is_told() -> None:
    with pytest.raises(OutputError, match=r"^no CSL style 'no-such-style'; styles are named"):
        listed(markdown, [BAI], style="no-such-style")


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: object, **options: object) -> object:
        if name.startswith("citeproc"):
            raise ImportError(name)
        return real(name, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match=r"papercat\[styles\]"):
        listed(markdown, [BAI])


def test_no_papers() -> None:
    assert listed(markdown, []) == ""
    assert Text(listed(html, [])).text.strip() == ""


def test_what_no_style_prints_is_told() -> None:
    paper = Paper(title="Constitutional AI", abstract="As AI systems become more capable", year=2022)
    told = ["a reference list has no place for abstract of 'Constitutional AI'"]
    assert [issue.message for issue in Catalog([paper]).check("markdown")] == told
    assert [issue.message for issue in Catalog([paper]).check("html")] == told
    assert Catalog([BAI, KELLER]).check("html") == ()
