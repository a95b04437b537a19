r"""A BibTeX field is read as LaTeX would set it; what cannot be read stays, and is told."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.latex import Decoded, decode, to_latex, to_unicode
from papercat.latex.decoding import _BEGIN, _BEGIN_OR_ADDRESS, _TOKEN, _TOKEN_OR_ADDRESS, _token

ACCENTS: list[tuple[str, str]] = [
    (r"Poincar\'e and Poincar\'{e} and Poincar{\'e} and Poincar{\'{e}}", "Poincaré and Poincaré and Poincaré and Poincaré"),
    (r"Fran\c cois, Fran\c{c}ois, Fran{\c c}ois, {\c C}elik", "François, François, François, Çelik"),
    (r"Hru\v{s}ka, {\v S}ul\'{\i}k, {\'\i}, {\'{\i}}, {\'i}, \"{\i}, \u{\j}", "Hruška, Šulík, í, í, í, ï, j̆"),
    (r"Erd\H os, Erd{\H{o}}s", "Erdős, Erdős"),
    (r"Nguy{\~{\^e}}n, Nguy\~{\^{e}}n, L\'\^e", "Nguyễn, Nguyễn, Lế"),
    (r"\textcommabelow{s} {\textcommabelow T} {\uhorn} \horn{o} {\`{\ohorn}}", "ș Ț ư ơ ờ"),
    (r"\'{\O} \={\ae} \r a {\aa} \AA ngstr\"om", "Ǿ ǣ å å Ångström"),
    (r"\b{o} \t{oo} \d{\i} \.{\i} {\.I}stanbul", "o̱ o͡o ị i İstanbul"),
    (r"\' {e} \'  e", "é é"),
    (r"\c {cb}", "çb"),
    (r"\~{} \^{} \"{} \'{}", "~ ^ ¨ ´"),
    (r"\\'{o} AT\\&T", "ó AT&T"),  # backslashes doubled on their way through JSON
    (r"\textogonekcentered{\=O}", "Ǭ"),
    (r"\'\textalpha", "ά"),
]
SYMBOLS: list[tuple[str, str]] = [
    (r"{\O}stvang, {\L}ukasz, Stra{\ss}e, {\TH}{\'o}r, m\ae lstr\o m", "Østvang, Łukasz, Straße, Þór, mælstrøm"),
    (r"\copyright\ 2020, \copyright{} 2020, \texteuro5, \pounds 7", "© 2020, © 2020, €5, £7"),
    (r"a \& b, 5\%, \#1, x\_i, \$5, \{x\}", "a & b, 5%, #1, x_i, $5, {x}"),
    (r"\alpha-stable, \leq, \rightarrow, \Gamma", "α-stable, ≤, →, Γ"),
    (r"\textbackslash{} \textasciitilde{} \textasciicircum{} \textless \textbar", r"\ ~ ^ <|"),
    (r"CO\textsubscript{2}, H\textsubscript2O, 10\textsuperscript{-3}, 5\textsuperscript{th}", "CO₂, H₂O, 10⁻³, 5th"),
    ("\\symbol{233} \\symbol{\"738B} \\char65 \\char'102 \\char`\\% ^^e9 ^^^^738b", "é 王 A B % é 王"),
    (r"\ding{51} \not= \not\subset", "✓ ≠ ⊄"),
    (r"\glqq Wort\grqq{}, \enquote{word}, \guillemotleft mot\guillemotright", "„Wort“, “word”, «mot»"),
    (r"\cyrzh\cyri\CYRZH", "жиЖ"),
    (r"\ensuremath{\beta} \ensuremath{x_1}", "β $x_1$"),
    (r"\LaTeX{} and \TeX", "LaTeX and TeX"),
    (r"J.\,K. and a\ b~c", "J.\u2009K. and a b\u00a0c"),
]
LIGATURES: list[tuple[str, str]] = [
    ("pages 1--9 --- a test", "pages 1–9 — a test"),
    ("``features'' and `words' of O'Hara", "“features” and ‘words’ of O'Hara"),
    ("?`Que? !`Ole! ,,Wort''", "¿Que? ¡Ole! „Wort”"),
    ("one,, two", "one,, two"),
    (r"Self{-}Attention, \o{}-{}x, \~{}-{}, -{}-{}-", "Self-Attention, ø-x, ~-, ---"),
    ("Why?``Because''", "Why?“Because”"),
]
WORDS: list[tuple[str, str]] = [
    (r"\emph{De Novo} {\em a} {\it b} \textbf{c} \textsc{d} {\bfseries e}", "De Novo a b c d e"),
    ("{LLMs} and {{The} Case} of {N}eurons", "LLMs and The Case of Neurons"),
    (r"\relax a \protect b", "a b"),
    (r"{\noopsort{1973a}}1973", "1973"),
    (r"\MakeUppercase{abc} \textcolor{red}{warm}", "ABC warm"),
    (r"one\\two \\[2pt] three", "one\ntwo \nthree"),
    (r"hello\par world", "hello\n\nworld"),
    (r"Bayes\-ian", "Bayesian"),
    ("unclosed {brace", "unclosed brace"),
    ("unopened} brace", "unopened brace"),
    ("{" * 3 + "a", "a"),
    ("100% of all", "100% of all"),
]
MATH: list[tuple[str, str]] = [
    ("Einstein $ e=m_c^2 $", "Einstein $ e=m_c^2 $"),
    (r"$\ell_1$ and $O(\sqrt{n})$ and {$K$}", r"$\ell_1$ and $O(\sqrt{n})$ and $K$"),
    (r"$\alpha$ and {$\Delta$} and $\mathbb R$ and $\mathbb{F}$", "α and Δ and ℝ and 𝔽"),
    (r"$\infty{}$ and $\infty{}{}$", r"$\infty$ and $\infty{}$"),
    (r"\(x^2\) and $$x^2$$ and \(\alpha\)", r"\(x^2\) and $$x^2$$ and α"),
    ("from $10 to $20--30", "from $10 to $20–30"),
    (r"$\"u$", r"$\"u$"),
]
ADDRESSES: list[tuple[str, str]] = [
    (r"\url{http://example.org/~a_b--c%20d}", "http://example.org/~a_b--c%20d"),
    (r"https://example.org/~a\_b--c\%20d", "https://example.org/~a_b--c%20d"),
    (r"http://example.org/{\textasciitilde}a and http://example.org/$\sim$a", "http://example.org/~a and http://example.org/~a"),
    (r"\href{http://example.org}{the site}", "the site (http://example.org)"),
    (r"\href{http://example.org}{example.org}", "example.org"),
    (r"\url{http://unclosed.org", "http://unclosed.org"),
    (r"\verb|a_{b}|", "a_{b}"),
]
UNKNOWN: list[tuple[str, str, tuple[str, ...]]] = [
    (r"see \cite{Sch\"utz} for more", r"see \cite{Schütz} for more", ("\\cite",)),
    (r"\cite[p.~3]{a}{b} {c}", r"\cite[p.~3]{a}{b} c", ("\\cite",)),
    (r"{\foo}bar and \foo bar", r"{\foo}bar and \foo bar", ("\\foo",)),
    (r"\foo \bar \foo", r"\foo \bar \foo", ("\\foo", "\\bar")),
    (r"an accent over nothing \'", r"an accent over nothing \'", ("\\'",)),
    (r"\'1", r"\'1", ("\\'",)),
    (r"\'{1}", r"\'{1}", ("\\'",)),
    ("\\", "\\", ("\\",)),
    (r"\symbol{1114112}", r"\symbol{1114112}", ("\\symbol",)),
]
TABLES = [ACCENTS, SYMBOLS, LIGATURES, WORDS, MATH, ADDRESSES]


@pytest.mark.parametrize(("latex", "text"), [pytest.param(*row, id=row[0]) for table in TABLES for row in table])
def test_a_field_is_read(latex: str, text: str) -> None:
    assert decode(latex) == Decoded(unicodedata.normalize("NFC", text), ())
    assert to_unicode(latex) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(("latex", "text", "unknown"), UNKNOWN, ids=[row[0] for row in UNKNOWN])
def test_what_is_unknown_stays_and_is_told(latex: str, text: str, unknown: tuple[str, ...]) -> None:
    assert decode(latex) == Decoded(text, unknown)


DIFFERENT: list[tuple[str, str]] = [
    # where peers' tests contradict each other or TeX, and why papercat reads as it does
    ("s'il", "s'il"),  # one peer makes every apostrophe round; names are compared and searched with straight ones
    (r"50\\%", "50%"),  # a doubled backslash, not a line break with a comment behind it
    (r"\;", "\u2004"),  # a blank, as TeX has it; no semicolon
    (r"\textquotesingle", "'"),
    (r"\c ö", "o\u0327\u0308"),
]


@pytest.mark.parametrize(("latex", "text"), DIFFERENT)
def test_choices_between_peers(latex: str, text: str) -> None:
    assert to_unicode(latex) == unicodedata.normalize("NFC", text)


def test_every_formula_stays_where_it_is_asked_for() -> None:
    assert to_unicode(r"$\alpha$-rank of {\'e}", keep_math=True) == r"$\alpha$-rank of é"


SOUP = st.lists(
    st.sampled_from([*"{}\\$~`'\"-^%& ae1,?é", "\\'", "\\v ", "\\i", "\\foo", "\\url", "\\textsuperscript", "\\(", "\\)", "www.", "\\not"]),
    max_size=30,
).map("".join)


@given(SOUP | st.text(st.characters(exclude_categories=())))
def test_any_text_is_read(latex: str) -> None:
    text, unknown = decode(latex)
    assert all(command in text for command in unknown)


@given(st.text(st.characters(exclude_characters="\\{}$~`'-,^/.")))
def test_text_without_latex_stays(text: str) -> None:
    assert decode(text) == Decoded(unicodedata.normalize("NFC", text), ())


STARTS = st.sampled_from([*"{}-`?!,^", "\\", "ht", "tp://", "https://", "ftp://", "www", ".", "``", "''", "^^2a", "{}-{}", "{`}", ",,"])


@given(SOUP | st.lists(STARTS | SOUP, max_size=12).map("".join), st.integers(0, 12))
def test_a_token_is_found_where_a_search_for_it_finds_it(latex: str, place: int) -> None:
    for tokens, begin in ((_TOKEN, _BEGIN), (_TOKEN_OR_ADDRESS, _BEGIN_OR_ADDRESS)):
        quick, slow = _token(latex, place, tokens, begin), tokens.search(latex, place)
        assert (quick and quick.span(), quick and quick.lastgroup) == (slow and slow.span(), slow and slow.lastgroup)


NASTY = [
    *("{", "}", "\\", "$", "\\'", "\\'{", '\\"{', "{\\", "\\(", "\\({", "$$", "$a ", "x\\textsuperscript{", "\\url{", "\\foo{", "\\foo["),
    *(
        "{\\foo ",
        "`a'",
        "--",
        "~",
        "^^",
        "http://",
        "http://a.b/\\_",
        "\\ensuremath{",
        "\\href{a}{",
        "\\v ",
        "{\\em ",
        "\\verb|",
        "\ud800\0",
    ),
]


@pytest.mark.parametrize("unit", NASTY)
def test_a_megabyte_of_anything_is_read_and_written(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    assert "é" in decode(text + "é").text
    assert to_latex(text).isascii()


def test_groups_may_nest_as_deep_as_they_like() -> None:
    assert to_unicode("{" * 100_000 + "a" + "}" * 100_000) == "a"
    depth = 50_000
    text, unknown = decode("\\'{" * depth + "e" + "}" * depth)
    assert text.count("\\'") == depth
    assert unknown == ("\\'",)
    assert decode("\\href{a}{" * depth + "e" + "}" * depth).text.count("a") == depth
