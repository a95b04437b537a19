"""References in Markdown: what marks a text is none of it, and parts it from its neighbours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.references import parse_reference
from papercat.readers.references.markdown import unmarked
from papercat.readers.rendering.tex import is_tex
from papercat.text.document import JOINER, Document

QUOTED = """\
1. IJCAI'19 DAEGC

   > Chun Wang, Shirui Pan, and Chengqi Zhang. Attributed graph clustering: A deep attentional embedding approach. In IJCAI, 2019.

2. WWW'20 SDCN

   > Deyu Bo, Xiao Wang, and Peng Cui. Structural deep clustering network. In Proceedings of WWW, pages 1400–1410. ACM, 2020.
"""
NUMBERED = """\
## References

- [1] L. Bernstein, Zur Lösung der diophantischen Gleichung m/n = 1/x + 1/y + 1/z, J. Reine Angew. Math. 211 (1962), 1–10.
- [2] M. R. Obláth, Sur l’équation diophantienne 4/n = 1/x 1 + 1/x 2 + 1/x 3, Mathesis 59 (1950), 308–316.
"""
ITALIC = """\
Kelly, J. L. (1956). A new interpretation of information rate.
*Bell System Technical Journal* 35(4), 917–926.

Cover, T. M. and Thomas, J. A. (2006). *Elements of Information Theory* (2nd ed.). Wiley.

Diaconis, P. (1988). *Group Representations in Probability and Statistics*.
IMS Lecture Notes.
"""
TEX = r"""
\textbf{J. Alda, J. Guasch and S. Peñaranda: \textit{Exploring B-physics anomalies at colliders}}\\
arXiv:2110.12240 [hep-ph]\\
Proceedings to EPS-HEP2021, PoS(EPS-HEP2021)494

\textbf{J. Alda, J. Guasch and S. Peñaranda: \textit{Using Machine Learning techniques in phenomenological studies in flavour physics}}\\
arXiv:2109.07405 [hep-ph], 2021

\textbf{J. Alda, A. W. M. Guerrera, S. Peñaranda and S. Rigolin: \textit{Leptonic Meson Decays into Invisible ALP}}\\
arXiv:2111.02536 [hep-ph], 2021
"""
UNDATED = r"""
\begin{itemize}
\item C. Waight and C. A. Kitts, ``A functional indoor testbed for multirobot adaptive navigation,'' in \textit{Proc. ASME IDETC}, 2025.
\item C. Waight and C. A. Kitts, ``Adaptive navigation of multirobot systems to critical points in 2D vector fields,''
submitted to \textit{IEEE Systems Journal}.
\end{itemize}
"""


@pytest.mark.parametrize(
    ("text", "titles", "families"),
    [
        (
            QUOTED,
            ["Attributed graph clustering: A deep attentional embedding approach", "Structural deep clustering network"],
            ["Wang", "Bo"],
        ),
        (
            NUMBERED,
            ["Zur Lösung der diophantischen Gleichung m/n = 1/x + 1/y + 1/z", "Sur l’équation diophantienne 4/n = 1/x 1 + 1/x 2 + 1/x 3"],
            ["Bernstein", "Obláth"],
        ),
        (
            ITALIC,
            [
                "A new interpretation of information rate",
                "Elements of Information Theory",
                "Group Representations in Probability and Statistics",
            ],
            ["Kelly", "Cover", "Diaconis"],
        ),
        (
            TEX,
            [
                "Exploring B-physics anomalies at colliders",
                "Using Machine Learning techniques in phenomenological studies in flavour physics",
                "Leptonic Meson Decays into Invisible ALP",
            ],
            ["Alda"] * 3,
        ),
        (
            UNDATED,
            [
                "A functional indoor testbed for multirobot adaptive navigation",
                "Adaptive navigation of multirobot systems to critical points in 2D vector fields",
            ],
            ["Waight"] * 2,
        ),
    ],
    ids=["quoted", "numbered", "italic", "tex", "undated"],
)
def test_marks_are_no_part_of_a_reference(text: str, titles: list[str], families: list[str]) -> None:
    """Titles and first authors are read without the marks around them."""
    papers = pc.parse(text)
    assert [paper.title for paper in papers] == titles
    assert [paper.authors[0].family for paper in papers] == families


@pytest.mark.parametrize(
    "text",
    [
        "Vaswani*, A., Shazeer*, N. 2017. One.",
        "2 * 3 * 4",
        "https://example.org/a_b_c and _x",
        "snake_case_name",
        "- Vaswani, A. 2017.",
        r"\*not italic\*",
    ],
)
def test_signs_that_mark_nothing_stay(text: str) -> None:
    """A star behind a name, a product, an address: none of them is emphasis."""
    assert unmarked(Document("a.md", text)).text == text


@given(st.text(alphabet="*_> -[1].Aé\n\\", max_size=60))
def test_every_character_keeps_its_place(text: str) -> None:
    """What is shown has the length of the input, differs from it by blanks alone, and needs no second pass."""
    shown = unmarked(Document("a.md", text))
    assert len(shown.text) == len(text)
    assert all(one == other or one in (" ", JOINER) for one, other in zip(shown.text, text, strict=True))
    assert unmarked(shown).text == shown.text


def test_lines_of_latex_without_items() -> None:
    """Three lines that begin with a command are LaTeX; a word in italics in a text is not."""
    assert is_tex(TEX)
    assert not is_tex("We show that \\textit{a priori} bounds hold.\nThe \\emph{cost} is low.\nThe \\textbf{end}.")


JAPANESE = """\
[14] Wagner, D., Foster, J., Brewer, E. and Aiken, A.: A first step towards automated detection of buffer overrun vulnerabilities, \
in *Network and Distributed System Security Symposium, NDSS 2000*, 1999, pp. 3–17.

[16] 住井英二郎: 暗号化通信の spi 計算による形式的検証, コンピュータソフトウェア, Vol.20, No.6(2003), pp. 75–84.

[18] 脇田建: バッファ溢れ攻撃とその防御, コンピュータソフトウェア, Vol.19, No.1(2002), pp. 49–63.
"""


def test_a_colon_ends_names_in_han() -> None:
    """Names before a colon are the authors, and what is in italics behind "in" is no part of a title."""
    papers = pc.parse(JAPANESE)
    assert [paper.title for paper in papers] == [
        "A first step towards automated detection of buffer overrun vulnerabilities",
        "暗号化通信の spi 計算による形式的検証",
        "バッファ溢れ攻撃とその防御",
    ]
    assert [len(paper.authors) for paper in papers] == [4, 1, 1]


@pytest.mark.parametrize("title", ["深層学習: 基礎から応用まで", "情報処理学会: 六十年の歩み", "計算複雑性: 入門"])
def test_a_colon_behind_a_subject_ends_no_names(title: str) -> None:
    """A subject with a subtitle is no list of names."""
    paper = parse_reference(f"{title}, コンピュータソフトウェア, Vol.19, No.1(2002), pp. 49–63.")
    assert paper is None or not paper.authors


def test_footnotes_begin_with_their_labels() -> None:
    cat = pc.parse(
        "The graph history[^ghi] interacts with the thresholds[^deep-dfpn] of the search.\n\n"
        "[^ghi]: Kishimoto, A., & Müller, M. (2004, July). A general solution to the graph history interaction problem. In AAAI (Vol. 4).\n"
        "[^deep-dfpn]: Song, Z., Iida, H., & van den Herik, J. (2016). Deep df-pn and Its Application to Connect6.\n"
    )
    assert [(paper.title, len(paper.authors), paper.year) for paper in cat] == [
        ("A general solution to the graph history interaction problem", 2, 2004),
        ("Deep df-pn and Its Application to Connect6", 3, 2016),
    ]
