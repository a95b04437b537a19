"""The stages of reading a reference: numbers, the readable line and its places, atoms, parts."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.layout import lay_out
from papercat.readers.references.atoms import atoms
from papercat.readers.references.numbers import find_marks
from papercat.readers.references.parts import parts
from papercat.readers.references.shown import show
from papercat.readers.references.splitting import BEGINNING, HEADING, pieces
from papercat.text.document import Document, Place
from papercat.text.lines import line_starts

MARKS = [
    ("[1] A\n[2] B\n[3] C", ["[1] ", "[2] ", "[3] "]),
    ("1. A\n2. B\n3. C", ["1. ", "2. ", "3. "]),
    ("(1) A\n(2) B", ["(1) ", "(2) "]),
    ("23) A\n24) B", ["23) ", "24) "]),
    ("[3] A\n[2] B\n[1] C", ["[3] ", "[2] ", "[1] "]),
    ("1. 1. A\n2. 2. B", ["1. 1. ", "2. 2. "]),
    ("[1] A. 2001.[2] B. 2002.\n[3] C", ["[1] ", "[2] ", "[3] "]),
    ("1. A. 2001;1:2-3.2. B. 2002.\n3. C", ["1. ", "2. ", "3. "]),
    ("[1] A\n[3] B\n[4] C", ["[1] ", "[3] ", "[4] "]),
    ("[1] A\n[2] B\n[1] C\n[2] D", ["[1] ", "[2] ", "[1] ", "[2] "]),
    ("[1] A\n[2] B\n[1] in a line that was wrapped\n[3] C", ["[1] ", "[2] ", "[3] "]),
    ("[ABC+99] A\n[Knu84] B", ["[ABC+99] ", "[Knu84] "]),
    ("• A\n• B", ["• ", "• "]),
    ("Vaswani A. Attention. 2017.\n2017. A year begins this line.\n2018. And this.", []),
    ("Shannon C.\n379. A page number begins this line.", []),
    ("plain\nlines", []),
]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_marks(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in find_marks(text, line_starts(text))] == expected


@pytest.mark.parametrize(
    "text",
    [
        "LeCun, Y., Bengio, Y., & Hinton, G. (2015). Deep",
        "LeCun Y, Bengio Y, Hinton G. Deep",
        "Y. LeCun, Y. Bengio, and",
        "Yann LeCun, Yoshua Bengio, and",
        "LECUN, Yann, BENGIO, Yoshua",
        "van der Maaten, L. (2008)",
        "O’Reilly, T. 2005.",
        "C.E. Shannon, A mathematical",
        "Shannon, Claude E. 1948.",
        "———. 2007. Archaeology",
        "2015. Yann LeCun, Yoshua Bengio, and",
    ],
)
def test_beginnings_of_references(text: str) -> None:
    assert BEGINNING.match(text)


@pytest.mark.parametrize(
    "text",
    ["language understanding. In Proceedings", "of the Association for", "1–20. https://doi.org/10.1038/nature14539", "(2015). Deep"],
)
def test_what_begins_none(text: str) -> None:
    assert not BEGINNING.match(text)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("References", True),
        ("7. Bibliographie", True),
        ("参考文献", True),
        ("2021", True),
        ("Publications", True),
        ("Reference counting in C", False),
    ],
)
def test_headings(text: str, *, is_one: bool) -> None:
    assert bool(HEADING.fullmatch(text)) is is_one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nature. 2015;521(7553):436-44.", ["Nature", "2015", "521", "7553", "436-44"]),
        ("doi:10.1038/nature14539. arXiv:1706.03762v5", ["doi:10.1038/nature14539", "arXiv:1706.03762v5"]),
        ("O’Reilly T, van 't Hoff J.-P.", ["O’Reilly", "T", "van", "t", "Hoff", "J", "P"]),
        ("see https://example.org/a_(b). Next", ["see", "https://example.org/a_(b)", "Next"]),
        ("<i>Nature</i> 521", ["Nature", "521"]),
        ("", []),
    ],
)
def test_atoms(text: str, expected: list[str]) -> None:
    assert [atom.text for atom in atoms(text)] == expected


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        ("LeCun, Y. (2015). “Deep learning.” Nature", "AaDTtC", ["LeCun, Y.", "2015", "Deep learning", "Nature"]),
        ("Xu F. What is C++? Why? In: Nature", "AaTttTCc", ["Xu F", "What is C++? Why?", "Nature"]),
        (
            "“Why should I trust you?” Explaining. KDD (Vol. 2), pp. 1-2",
            "TtttttCVvPp",
            ["“Why should I trust you?” Explaining", "KDD", "2", "1-2"],
        ),
        ("Roth D. The (un)known (draft). J", "AaTtttC", ["Roth D", "The (un)known (draft)", "J"]),
    ],
)
def test_parts_have_their_signs_and_no_others(text: str, labels: str, expected: list[str]) -> None:
    assert [text[part.start : part.end] for part in parts(text, atoms(text), labels, dotted=None if ", Y." in text else False)] == expected


@given(st.text(max_size=60))
def test_a_readable_line_knows_where_its_characters_stand(text: str) -> None:
    document = Document("t", text)
    line = show(document, Place(0, len(text)))
    for start in range(len(line.text)):
        places = line.places(start, start + 1)
        assert all(0 <= place.start <= place.end <= len(text) for place in places)
    ends = [atom.end for atom in atoms(line.text)]
    assert ends == sorted(ends)


@given(
    st.lists(
        st.sampled_from(["[1] ", "[2] ", "3. ", "Xu F, Li H. ", "2001", ". ", "\n", "\n\n", "    ", "Nature. ", "1-2.", "\f- 2 -\n"]),
        max_size=14,
    ).map("".join)
)
def test_pieces_are_apart_and_in_order(text: str) -> None:
    document = Document("t", text)
    found = pieces(document, lay_out(document))
    places = [place for piece in found for place in (piece.number, piece.place) if place]
    assert all(one.start <= one.end for one in places)
    assert all(one.end <= other.start for one, other in itertools.pairwise(places))


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("See Jinan Zhou and Jiaxin Li", "Jinan Zhou and Jiaxin Li"),
        ("Cf. Scott Barton", "Scott Barton"),
        ("See also Katie Hoemann", "Katie Hoemann"),
        ("See Noah A. Smith", "Noah A. Smith"),
        ("See Abigail, Liu Peter", "See Abigail, Liu Peter"),
        ("See A, Liu PJ", "See A, Liu PJ"),
        ("See Abigail and Liu Peter", "See Abigail and Liu Peter"),
        ("Seeger Matthias Wolf", "Seeger Matthias Wolf"),
    ],
)
def test_the_signal_of_a_footnote_is_no_name(written: str, names: str) -> None:
    line = atoms(written)
    assert [written[part.start : part.end] for part in parts(written, line, "A" + "a" * (len(line) - 1))] == [names]


# A paper in LaTeX, with items as IEEEtran and REVTeX write them
PAPER = r"""% Generated by IEEEtran.bst
\documentclass{article}
\begin{document}
As shown in \cite{leinaas1977}. See Laughlin, R. B. 1983. A thing. Journal of X, 3(4):1--10.
\begin{thebibliography}{9}
\providecommand{\url}[1]{#1}
\bibitem{wilczek1982}
\BIBentryALTinterwordspacing
F.~Wilczek, ``Quantum mechanics of fractional-spin particles,'' \emph{Phys. Rev. Lett.}, vol.~49, pp. 957--959, 1982.
\BIBentrySTDinterwordspacing
\bibitem [{\citenamefont {Leinaas}\ and\ \citenamefont {Myrheim}(1977)}]{leinaas1977}%
  \BibitemOpen
  \bibfield  {author} {\bibinfo {author} {\bibfnamefont {J.~M.}\ \bibnamefont {Leinaas}}\ and\ \bibinfo {author} {\bibfnamefont
  {J.}~\bibnamefont {Myrheim}},\ }\bibfield  {title} {\bibinfo {title} {On the theory of identical particles},\ }\href
  {https://doi.org/10.1007/BF02727953} {\bibfield  {journal} {\bibinfo  {journal} {Nuovo Cimento B}\ }\textbf {\bibinfo {volume} {37}},\
  \bibinfo {pages} {1} (\bibinfo {year} {1977})}\BibitemShut {NoStop}%
\end{thebibliography}
\end{document}
"""


def test_the_list_of_a_paper_in_latex_is_read_and_nothing_of_the_paper() -> None:
    wilczek, leinaas = cat = pc.parse(PAPER)
    assert (wilczek.title, wilczek.venue, wilczek.year) == ("Quantum mechanics of fractional-spin particles", "Phys. Rev. Lett", 1982)
    assert [author.inverted for paper in cat for author in paper.authors] == ["Wilczek, F.", "Leinaas, J. M.", "Myrheim, J."]
    assert (leinaas.title, leinaas.doi, leinaas.year) == ("On the theory of identical particles", "10.1007/bf02727953", 1977)
    assert [paper.extra["key"] for paper in cat] == ["wilczek1982", "leinaas1977"]
    assert [issue.code for issue in cat.issues] == ["page-furniture", "page-furniture"]
    assert not cat.receipt().unread


def test_pages_that_cite_a_paper_are_none_of_its_own() -> None:
    text = "J. Devlin, M.-W. Chang, and K. Toutanova. BERT: Pre-training of deep transformers. In NAACL-HLT, 2019. 2, 5"
    (paper,) = pc.parse(text, format="references")
    assert (paper.year, paper.pages, paper.extra["rest"]) == (2019, None, "2, 5")
