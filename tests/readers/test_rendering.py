"""Documents kept as source: what is shown of them, and that every character keeps its place."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.rendering import Views, render
from papercat.readers.rendering.asciidoc import _LINK, is_asciidoc
from papercat.readers.rendering.asciidoc import _SURE as SURE_ASCIIDOC
from papercat.readers.rendering.org import _SURE as SURE_ORG
from papercat.readers.rendering.org import is_org
from papercat.readers.rendering.restructured import _SURE as SURE_RESTRUCTURED
from papercat.readers.rendering.restructured import is_restructured
from papercat.receipt import MARKUP, digest
from papercat.text.document import JOINER, Document

# What is added so that a snippet is a page: three tags that break lines.
AROUND = "<div></div><p></p><br>"


def views(text: str) -> Views:
    found = render(Document("a", text))
    assert found is not None
    for view in found:
        assert len(view.text) == len(text)
        assert view.given == text
    return found


def lines(text: str) -> list[str]:
    """List what is to be seen, each line with single blanks."""
    return [line for line in (" ".join(line.replace(JOINER, "").split(" ")).strip() for line in text.splitlines()) if line]


def squeezed(text: str) -> list[str]:
    return [
        " ".join(line.split()) if "\t" not in line else "\t".join(" ".join(cell.split()) for cell in line.split("\t"))
        for line in lines(text)
    ]


PAGES = [
    ("a break within a block is a blank", "<p>Constitutional\n   AI</p><p>Bai</p>", ["Constitutional AI", "Bai"]),
    ("items that nothing closes", "<ol><li>Bai, Y.\n2022<LI>Hubinger, E.</ol>Else", ["* Bai, Y. 2022", "* Hubinger, E.", "Else"]),
    ("a line break", "<p>Sleeper Agents<br/>Hubinger<BR>2024</p>", ["Sleeper Agents", "Hubinger", "2024"]),
    ("headings", "<h2>2024</h2><p>Sleeper Agents</p>", ["## 2024", "Sleeper Agents"]),
    ("marks stay, without what they do not say", '<p><b class="x">Bai</b>, <i>arXiv</i></p>', ["<b >Bai</b>, <i>arXiv</i>"]),
    ("a link keeps its address", '<p><a id=3 href="https://a.org/b" >Bai</a></p>', ['<a href="https://a.org/b" >Bai</a>']),
    ("of marks within each other the inmost", "<p>By <b><i>Bai</i></b>, 2022</p>", ["By <i>Bai</i>, 2022"]),
    ("a link before the marks in it", "<p>By <a href=x.pdf><b>Bai</b></a>, 2022</p>", ["By <a href=x.pdf> Bai</a>, 2022"]),
    ("a mark around blocks is none", "<b><p>Bai</p><p>Else</p></b>", ["Bai", "Else"]),
    ("a raised sign is of its word", "<p>H<sub>2</sub>O</p>", ["H2O"]),
    ("signs that are no tags", "<p>p < 0.05 and a<b, x > y</p>", ["p < 0.05 and a<b, x > y"]),
    ("entities stay for the cleaning", "<p>R&amp;D&nbsp;2022</p>", ["R&amp;D&nbsp;2022"]),
    ("comments, also of Internet Explorer", "<!--[if IE]><p>no</p><![endif]--><p>Bai<!-- or > not --></p>", ["Bai"]),
    ("a comment that nothing ends", "<p>Bai</p><!-- 2022", ["Bai", "2022"]),
    ("what nobody sees", "<head><title>x</title></head><p>Bai</p><script>a<b</script><style>p {}</style>", ["Bai"]),
    ("an attribute with signs of tags", '<p title="a > b">Bai <img alt="<p>"> 2022</p>', ["Bai 2022"]),
    ("a section of signs", "<p>Bai</p><![CDATA[ x ]]><p>2022</p>", ["Bai", "2022"]),
    ("cells", "<table><tr><td>Bai<td>2022<tr><td>Perez<td></table>", ["Bai\t2022", "Perez"]),
    ("a line within a small cell", "<table><tr><td>Camporese<br>UNIPD<td>Thalwegs</table>", ["Camporese\tUNIPD\tThalwegs"]),
    ("cells that are pages", "<table><tr><td>1<td>Bai<br>2022<br>arXiv</table>", ["1", "Bai", "2022", "arXiv"]),
    ("blocks that are set", "<pre>Bai\n  2022</pre>", ["Bai", "2022"]),
]  # fmt: skip


@pytest.mark.parametrize(("page", "expected"), [pytest.param(page, expected, id=name) for name, page, expected in PAGES])
def test_a_page_is_shown_as_a_browser_does(page: str, expected: list[str]) -> None:
    assert squeezed(views(page + AROUND).marked.text) == expected


def test_a_page_of_markdown_keeps_its_own_lines() -> None:
    text = "## Papers\n\n- [Bai](x.org)\n  2022\n- [Perez](y.org)\n\n<div>\n<p>Sleeper\nAgents</p>\n</div>\n<br>\n"
    assert squeezed(views(text).marked.text) == ["## Papers", "- [Bai](x.org)", "2022", "- [Perez](y.org)", "Sleeper Agents"]


def test_navigation_is_left_out_and_told() -> None:
    page = '<div class="nav"><ul><li>Home<li>People</ul></div><p>Bai, Y. (2022). Constitutional AI. arXiv.</p><footer>Contact</footer>'
    assert squeezed(views(page).bare.text) == ["Bai, Y. (2022). Constitutional AI. arXiv."]
    told = [issue for issue in pc.parse(page).issues if issue.code == "page-furniture"]
    assert [issue.raw for issue in told] == ['<div class="nav"><ul><li>Home<li>People</ul></div>', "<footer>Contact</footer>"]


def test_what_has_years_is_no_navigation() -> None:
    page = f'<div class="menu"><ul>{"".join(f"<li>Bai, {year}" for year in (2020, 2021, 2022))}</ul></div>'
    assert len(lines(views(page).bare.text)) == 3


def test_a_bare_page_has_neither_marks_nor_buttons() -> None:
    page = '<ul><li>Bai, Y. <i>Constitutional AI</i>. [<a href="https://arxiv.org/abs/2212.08073">PDF</a>]<li>Else</ul>'
    bare = views(page).bare
    assert squeezed(bare.text) == ["Bai, Y. Constitutional AI.", "Else"]
    assert bare.source is not None
    assert [page[slice(*link.place)] for link in bare.source.links] == ["https://arxiv.org/abs/2212.08073"]


ORG = [
    ("#+TITLE: Publications\n* 2024\n[[https://a.org][Agents]], /NeurIPS/", ["# 2024", "[[https://a.org][Agents]], _NeurIPS_"]),
    ("#+TITLE: x\n#+OPTIONS: toc:nil\n- *Heron*, Ramsay,\n  IFL 2023.\n- *Cloaca*", ["- *Heron*, Ramsay, IFL 2023.", "- *Cloaca*"]),
    ("#+TITLE: x\n#+BEGIN_HTML\n<small>\n#+END_HTML\nLiam O'Connor \\\\\n*Types*", ["Liam O'Connor \\\\", "*Types*"]),
    ("#+TITLE: x\n#+DATE: y\n# a remark\nsee [[https://a.org/b/c]] or a/b/c", ["see https://a.org/b/c or a/b/c"]),
]
RST = [
    ("| :t:`Scenic`.\n| PLDI. [`paper <https://a.org>`_]", ["*Scenic*.", "PLDI. [paper](https://a.org)"]),
    (
        "Papers\n======\n\n.. _a:\n\n* **T** by A,\n  2020 `link <https://a.org>`__\n",
        ["Papers", "* **T** by A, 2020 [link](https://a.org)"],
    ),
    (".. note::\n   :class: x\n\n:download:`PDF <a/b.pdf>` ``code``", ["[PDF](a/b.pdf) ``code``"]),
    (".. _x: https://a.org\n.. [Bai22] Bai, Y. 2022.\n.. image:: a.png", ["[Bai22] Bai, Y. 2022."]),
]
TEX = [
    ("\\begin{list}\n\\item Bai, Y.\n\\emph{AI},\n2022. % more\n\\item \\textbf{Tong}\n\\end{list}", ["* Bai, Y. _AI_, 2022.", "* _Tong_"]),
    ("\\section{Papers}\n\\cvitem{2020}{5\\% of \\'Etudes}\n\\cvitem{2021}{Tong}", ["# Papers", "* 2020 5\\% of \\'Etudes", "* 2021 Tong"]),
    ("\\documentclass{a}\n\\begin{document}\n\\item ``A'' \\\\ {B}io\n\\item C\\end{document}x", ["* “A”", "Bio", "* C"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*ORG, *RST, *TEX])
def test_other_sources_are_shown_as_their_viewers_do(text: str, expected: list[str]) -> None:
    assert squeezed(views(text).marked.text) == expected


NONE = [
    "", "What a day!", "a < b and b > c", "Constitutional AI<br>Yuntao Bai\n" + "A line.\n" * 40, "* Sleeper Agents\n* Constitutional AI\n",
    "`code` and | more", "\\bibitem{a} {\\em A}\n\\bibitem{b} B", "*a* and _b_ and [c](https://d.org)", "@misc{a, title={<i>A</i>}}",
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_source_is_left_alone(text: str) -> None:
    assert render(Document("a", text)) is None


SAVED = """<!doctype html>
<html><head><title>Publications</title><script>if (a < b) {}</script></head>
<body><nav><a href="/">Home</a></nav>
<h1>Publications</h1>
<h2>2024</h2>
<ul>
  <li>
    <a href="https://arxiv.org/abs/2401.05566">Sleeper Agents: Training Deceptive
      LLMs</a><br>
    <b>Evan Hubinger</b>, Carson Denison, Jesse Mu<br>
    <i>Preprint</i>, 2024
  </li>
  <li>
    <a href="https://arxiv.org/abs/2212.08073">Constitutional AI: Harmlessness from
      AI Feedback</a><br>
    Yuntao Bai, Saurav Kadavath, <b>Evan Hubinger</b><br>
    <i>arXiv</i>, 2022
  </li>
</ul>
<footer>Powered by Jekyll</footer></body></html>
"""
CITED = """<div class="csl-bib-body">
  <div class="csl-entry">Frye, Christopher, and Ilya Feige. 2021. “Shapley Explainability on the Data Manifold.” <i>ICLR</i>.
    <a href="https://arxiv.org/abs/2006.01272">https://arxiv.org/abs/2006.01272</a>.</div>
  <div class="csl-entry">Owen, Art B. 2014. “Sobol’ Indices and
    Shapley Value.” <i>SIAM/ASA Journal on Uncertainty Quantification</i>. <a href="https://doi.org/10.1137/130936233">PDF</a></div>
</div>
"""
LISTED = "#+TITLE: Publications\n#+BEGIN_HTML\n<p>\n#+END_HTML\n" + "\n".join(
    f"{names} \\\\\n*{title}* \\\\\n/{venue}/ \\\\\n[[https://arxiv.org/abs/{arxiv}][Available from arXiv]]\n"
    for names, title, venue, arxiv in (
        ("Evan Hubinger, Carson Denison", "Sleeper Agents", "Preprint, 2024", "2401.05566"),
        ("Yuntao Bai, Saurav Kadavath", "Constitutional AI", "arXiv, 2022", "2212.08073"),
    )
)


SLEEPER, CONSTITUTIONAL = "Sleeper Agents: Training Deceptive LLMs", "Constitutional AI: Harmlessness from AI Feedback"
READ = [
    (SAVED, "page", [(SLEEPER, "Hubinger", 2024, "2401.05566"), (CONSTITUTIONAL, "Bai", 2022, "2212.08073")]),
    (
        CITED,
        "references",
        [
            ("Shapley Explainability on the Data Manifold", "Frye", 2021, "2006.01272"),
            ("Sobol’ Indices and Shapley Value", "Owen", 2014, None),
        ],
    ),
    (LISTED, "page", [("Sleeper Agents", "Hubinger", 2024, "2401.05566"), ("Constitutional AI", "Bai", 2022, "2212.08073")]),
]


@pytest.mark.parametrize(("text", "form", "expected"), READ)
def test_a_source_is_read_as_what_it_shows(text: str, form: str, expected: list[tuple[str, str, int, str | None]]) -> None:
    cat = pc.parse(text)
    assert cat.inputs[0].format == form
    assert [(paper.title, paper.authors[0].family, paper.year, paper.arxiv) for paper in cat] == expected


@pytest.mark.parametrize("text", [SAVED, CITED, LISTED])
def test_accounts_are_of_the_source(text: str) -> None:
    cat = pc.parse(text)
    spans = list(cat.receipt())
    assert [span.start for span in spans] == [0, *(span.end for span in spans[:-1])]
    assert (spans[-1].end, cat.inputs[0].digest) == (len(text), digest(text))
    assert not cat.receipt().unread
    assert any(span.what == MARKUP for span in spans)
    for paper in cat:
        (title,) = [source for source in paper.sources if source.field == "title"]
        assert text[title.start : title.end].split() == str(paper.title).split()
        assert title.line == text.count("\n", 0, title.start) + 1
    for issue in cat.issues:
        if issue.code in ("heading", "page-furniture", "block-kept") and issue.source:
            assert issue.raw in text


def test_an_address_behind_a_button_is_read() -> None:
    assert pc.parse(CITED)[1].doi == "10.1137/130936233"


def test_files_are_read_so_in_every_way(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(SAVED, encoding="utf-8")
    whole = pc.read(tmp_path)
    assert [one for one in pc.iter_read(tmp_path) if isinstance(one, pc.Paper)] == list(whole)
    assert [paper.title for paper in pc.parse(SAVED, format="page")] == [paper.title for paper in whole]


PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<li>",
            "<ul>",
            "</ul>",
            "<a href='x'>",
            '<a href="',
            "</a>",
            "<b>",
            "</b>",
            "<td>",
            "<tr>",
            "<table>",
            "<br>",
            "<h3>",
        ),
        *("<!--", "-->", "<pre>", "</pre>", "<nav>", "</nav>", "<div class=menu>", "</div>", "<script>", "</script>", "<span class=tag>"),
        *("</span>", "<", ">", "a", "Bai, Y.", " ", "\n", "é", "\ud800", "\0", "&amp;", "2022", "**x**", "[a](b)", "- ", "[[a][b]]", "/i/"),
        *("#+TITLE: x\n", "\\\\\n", "`a <b>`_", ".. x::\n", "| ", "\\item ", "\\emph{", "}", "\\href{a}{b}", "\\section{a}", "%"),
    ]
)
SIGNS = " \n\t*#_[]()“”" + JOINER  # stand for markup


@given(st.lists(PIECES, max_size=60).map("".join))
def test_every_character_keeps_its_place(text: str) -> None:
    for view in render(Document("a", text + AROUND)) or ():
        assert len(view.text) == len(text + AROUND)
        assert all(shown in sign + SIGNS for shown, sign in zip(view.text, text, strict=False))
    spans = list(pc.parse(text + AROUND).receipt())
    assert sum(span.end - span.start for span in spans) == len(text + AROUND)


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<li>", "<ul>", "</ul>", "<b>", "</b>", "<br>", "a ", "Bai", "\n", "<td>", "<tr>"]), max_size=40
    )
)
def test_what_is_shown_shows_itself(parts: list[str]) -> None:
    found = render(Document("a", "".join(parts) + AROUND))
    assert found is not None
    assert render(Document("a", found.bare.text)) is None


# Signs of Org, AsciiDoc and reStructuredText, whole and in parts.
SOURCES = "#+TITLE:|#+begin_src|[[a][|[[|#+|== A|link:a[|https://a[b]|[|:toc:|link:|`a <b>`_|>`_|.. _a:|.. image::|..|:t:`a|:`|`|\n|\t| |a"


@given(st.lists(st.sampled_from(SOURCES.split("|")), max_size=8))
def test_a_source_has_one_of_the_signs_that_are_looked_for_first(parts: list[str]) -> None:
    text = "".join(parts)
    assert is_org(text) == (len(SURE_ORG.findall(text)) > 1)
    assert is_restructured(text) == (len(SURE_RESTRUCTURED.findall(text)) > 1)
    assert is_asciidoc(text) == (len(SURE_ASCIIDOC.findall(text)) > 1 and _LINK.search(text) is not None)
