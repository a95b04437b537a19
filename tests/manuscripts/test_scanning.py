"""What is cited in LaTeX, Markdown and auxiliary files, and what only looks so."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat import UnknownFormatError, rename_citations
from papercat.manuscripts import Inclusion, citations
from papercat.manuscripts.scanning import SCANS

TEX = [
    (r"\cite{bai22}", "bai22"),
    (r"\cite{bai22,perez22, askell21 }", "bai22 perez22 askell21"),
    (r"\citep[see][p.~3]{bai22} \citet*{perez22} \Citeauthor{a} \citeyearpar[][]{b} \citealt{c}", "bai22 perez22 a b c"),
    (r"\autocite[12]{a} \Textcite{b} \footcitetext{c} \parencite*[x]{d} \smartcite{e} \fullcite{f} \citetitle{g}", "a b c d e f g"),
    (r"\parencites(see)(end)[1]{a}[cf.][2]{b}{c} {d}", "a b c d"),
    (r"\parencites{a}. {d}", "a"),
    (r"\cites{a}{b} \Autocites[1]{c}", "a b c"),
    (r"\volcite[see]{2}[33]{a} \pvolcites{1}[2]{b}[x]{3}{c}", "a b c"),
    (r"\textcquote[12]{a}{text} \foreigntextcquote{german}{b}[.]{Text} \bibentry{c}", "a b c"),
    (r"\nocite{*} \nocite{a,b}", "* a b"),
    (r"\mycite{a} \newcite{b} \shortcite{c} \citeA<e.g.>{d}", "a b c"),
    ("\\cite\n  [p. 3]%\n  {a,% the first\n b}", "a b"),
    (r"\cite[{see [1]}][]{a} \cite[\citep[2]{b}]{c}", "a c b"),
    (r"\footnote{see \cite{a}} {\bf \cite{b}} \emph{x} \cite{c} text {d}", "a b c"),
    (
        r"\cite{Doe:2020.x+y/z_w-1} \cite{müller20} \cite{王2020} \cite{DBLP:conf/acl/X}",
        "Doe:2020.x+y/z_w-1 müller20 王2020 DBLP:conf/acl/X",
    ),
    ("% \\cite{a}\n\\% \\cite{b} % \\cite{c}\r\n\\\\% \\cite{d}\n\\cite{e}", "b e"),
    ("\\begin{verbatim}\n\\cite{a}\n\\end{verbatim} \\cite{b}", "b"),
    ("\\begin{lstlisting}[x]\n\\cite{a} % \\end{verbatim}\n\\end{lstlisting}\\cite{b}\\begin{comment}\\cite{c}\\end{comment}", "b"),
    ("\\begin{verbatim} \\cite{a}", ""),
    (r"\verb|\cite{a}| \verb*+\cite{b}+ \lstinline[language=TeX]{\cite} \mintinline|\cite{c}| \cite{d}", "d"),
    ("\\verb|open \\cite{a}\n\\cite{b}", "a b"),
    (r"\url{http://example.org/%7Ea} \cite{a} \href{x%y}{\cite{b}}", "a b"),
    (r"\iffalse \cite{a} \ifx\x\y \cite{b} \fi \cite{c} \fi \cite{d} \iffalse\else\cite{e}\fi", "d e"),
    (r"\newif\iffoo \iffalse \newif\ifbar \cite{a} \fi \cite{b} \iff \cite{c}", "b c"),
    (r"\iffalse \cite{a} \iffalse \cite{b}", "a b"),
    (r"\cite{a} \end{document} \cite{b}", "a"),
    (r"\cite{a} \endinput \cite{b}", "a"),
    (r"\newcommand{\mycite}[1]{\cite{#1}} \def\see#1{\cite{#1}} \newcommand\citex[2][]{\cite[#1]{#2}} \cite{\last}", ""),
    (r"\citestyle{agsm} \setcitestyle{square} \citetext{see \citealp{a}} \DeclareCiteCommand{\x}{}{}{}{} \newcites{app}{More}", "a"),
    (r"\bibcite{a}{1} \ifciteseen{x}{y} \AtEveryCitekey{\clearfield{z}} \defcitealias{b}{Paper I} \citetalias{b} \excited", "b"),
    (r"\cite{} \cite{ , } \cite \cite[x] \cite{a \cite{b", ""),
    (r"\cite{smith 2020}", "smith_2020"),
]
MARKDOWN = [
    ("[@bai22]", "bai22"),
    ("[see @doe99, pp. 33-35; also @smith04, chap. 1; -@askell21]", "doe99 smith04 askell21"),
    ("@bai22 says; @perez22 [p. 3] -@x9, (@y) and @a.", "bai22 perez22 x9 y a"),
    ("@Foo_bar.baz. @Foo_bar--baz @{https://example.com/bib?name=foobar&date=2000} @{Foo_bar--baz}",
     "Foo_bar.baz Foo_bar https://example.com/bib?name=foobar&date=2000 Foo_bar--baz"),
    ("@doi:10.1000/xyz_1, @DBLP:conf/acl/X", "doi:10.1000/xyz_1 DBLP:conf/acl/X"),
    ("@2020doe @_x @müller20 @王2020", "2020doe _x müller20 王2020"),
    ("---\nnocite: |\n  @a, @b\n---\n", "a b"),
    ("---\nnocite: '@*'\n---", "*"),
    ("ethan@example.org \\@c", ""),
    ("`@a` ``@b ` @c`` @d ` @e", "d e"),
    ("```{r}\n@a\n```\n@b\n~~~~\n@c\n~~~\n@d\n~~~~\n@e", "b e"),
    ("```\n@a", ""),
    ("text\n\n    @decorator\n    def f(): @x\n\n@a\n    @b", "a b"),
    ("- item\n\n    @a goes on\n\n1. x\n\n    @b\n\ntext\n\n\t@c", "a b"),
    ("<!-- @a\n @b --> @c <!-- @d", "c d"),
    ("[x](https://x.org/@a) <https://x.org/@b> <@c>", "c"),
    (r"\cite{a} and \citep[see][p. 3]{b, c} `\cite{d}`", "a b c"),
    ("@a's @b) @c] @d, @e; @f: @g!", "a b c d e f g"),
]  # fmt: skip


def keys(text: str, kind: str) -> list[str]:
    return [one.key.replace(" ", "_") for one in citations(text, kind)]


@pytest.mark.parametrize(("text", "wanted"), TEX, ids=[text[:40] for text, _ in TEX])
def test_what_latex_cites(text: str, wanted: str) -> None:
    assert keys(text, "tex") == wanted.split()


@pytest.mark.parametrize(("text", "wanted"), MARKDOWN, ids=[text[:40] for text, _ in MARKDOWN])
def test_what_markdown_cites(text: str, wanted: str) -> None:
    assert keys(text, "markdown") == wanted.split()


def test_what_auxiliary_files_cite() -> None:
    aux = (
        "\\relax\n\\citation{a}\n\\citation{b,c}\n\\bibcite{a}{1}\n\\abx@aux@cite{0}{d}\n\\abx@aux@cite{e}\n\\citation{*}\n\\bibdata{refs}"
    )
    assert keys(aux, "aux") == ["a", "b", "c", "d", "e", "*"]
    bcf = '<bcf:citekey order="1" intorder="1">a&amp;b</bcf:citekey>\n<bcf:citekey order="0" nocite="1">*</bcf:citekey><bcf:citekey'
    assert keys(bcf, "bcf") == ["a&b", "*"]


INCLUSIONS = [
    (r"\input{a} \include{b/c} \subfile{d.tex} \input e \input{f g}", "a b/c d.tex e f_g"),
    (r"\import{sub/}{a} \subimport{sub}{b} \input{#1} \input{\jobname} \include{}", "sub/a sub/b"),
    (r"% \input{a}" + "\n" + r"\verb|\input{b}| \inputencoding{utf8} \includegraphics{c}", ""),
]


@pytest.mark.parametrize(("text", "wanted"), INCLUSIONS)
def test_what_latex_includes(text: str, wanted: str) -> None:
    assert [one.name.replace(" ", "_") for one in SCANS["tex"](text) if isinstance(one, Inclusion)] == wanted.split()


def test_an_unknown_format_is_an_error() -> None:
    with pytest.raises(UnknownFormatError, match="known are tex"):
        citations("", "docx")
    with pytest.raises(UnknownFormatError, match="known are tex, markdown"):
        rename_citations("", {}, "aux")


RENAMED = [
    ("tex", r"\cite[a]{a,b} % \cite{a}", {"a": "b", "b": "a"}, r"\cite[a]{b,a} % \cite{a}"),
    ("tex", r"a \cite{aa, a }\verb|\cite{a}|", {"a": "new"}, r"a \cite{aa, new }\verb|\cite{a}|"),
    ("markdown", "[@a; -@b, p. 3] `@a` me@a", {"a": "x:y", "b": "a"}, "[@x:y; -@a, p. 3] `@a` me@a"),
    ("markdown", r"@a @{b} \cite{a}", {"a": "x;y", "b": "c"}, r"@{x;y} @{c} \cite{x;y}"),
]


@pytest.mark.parametrize(("kind", "text", "names", "wanted"), RENAMED)
def test_only_what_is_cited_is_renamed(kind: str, text: str, names: Mapping[str, str], wanted: str) -> None:
    assert rename_citations(text, names, kind) == wanted


WORDS = ["\\cite", "\\parencites", "\\input", "\\verb", "\\iffalse", "\\fi", "\\begin{verbatim}", "<!--", "a1", "\ud800", "é"]
SOUP = st.lists(st.sampled_from([*"{}[]()%@`~-,;* \n\\", *WORDS]), max_size=30).map("".join)


@given(SOUP | st.text(), st.sampled_from(sorted(SCANS)))
def test_any_text_is_scanned_and_every_key_stands_where_it_is_said_to(text: str, kind: str) -> None:
    found = list(SCANS[kind](text))
    for one in found:
        assert text[one.start : one.end].strip().strip('"').endswith(one[0].rpartition("/")[2]) or kind == "bcf"


@given(SOUP, st.sampled_from(["tex", "markdown"]))
def test_renaming_to_the_same_name_changes_nothing(text: str, kind: str) -> None:
    assert rename_citations(text, {one.key: one.key for one in citations(text, kind) if one.key.isalnum()}, kind) == text


@given(SOUP)
def test_renaming_there_and_back_changes_nothing(text: str) -> None:
    there = rename_citations(text, {"a1": "zz9"})
    assert rename_citations(there, {"zz9": "a1"}) == text
    assert "a1" not in [one.key for one in citations(there)]
