r"""What was read and written is read again as it was: TeX in titles, formulas, scripts and signs."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.latex import to_unicode

# Titles of TMLR, ICML, NeurIPS, AISTATS and of journals, as their pages and interfaces have them.
TITLES = [
    r"ReNovo: Retrieval-Based \emph{De Novo} Mass Spectrometry Peptide Sequencing",
    r"Adapt-$\infty$: Scalable Continual Multimodal Instruction Tuning via Dynamic Data Selection",
    "ML$^2$-GCL: Manifold Learning Inspired Lightweight Graph Contrastive Learning",
    "Disentangled Style Domain for Implicit $z$-Watermark Towards Copyright Protection",
    "Top-$k$ Combinatorial Bandits with Full-Bandit Feedback",
    "Enhanced $H$-Consistency Bounds",
    "Adaptively Robust and Sparse $K$-means Clustering",
    "A Direct tilde(O)(1/epsilon) Iteration Parallel Algorithm for Optimal Transport",
    "Solving Sparse & High-Dimensional-Output Regression via Compression",
    "Replica-Exchange Nosé-Hoover Dynamics for Bayesian Learning on Large Datasets",
    "Over-parameterized Model Optimization with Polyak-Łojasiewicz Condition",
    r"\textit{In vivo} imaging of \textit{C. elegans} at 10 µm",
    "$^{13}$C NMR of Fe$^{3+}$ in α-Al$_2$O$_3$ and H₂O",
    r"Multipliers from \(H^s_2(\mathbb{R}^n)\) into \(H^{-t}_2(\mathbb{R}^n)\)",
    r"On a theorem of \cite{CNR} for \mymacro{x} and $\mymacro{x}$",
    "50% off: the costs of $5 and #1 in C# & F_1 ~ {sets}",
    "“Why Should I Trust You?”: Explaining the Predictions of ‘Any’ Classifier -- or --- none",
]
PIECES = [
    r"\emph{De Novo}",
    r"\textsc{BERT}",
    r"\textsuperscript{th}",
    "$x_1^{2}$",
    r"\(L^p\)",
    "$$ E=mc^2 $$",
    "M_{CDM}",
    "x^{2}",
    r"\cite{KR}",
]
WORDS = ["of", "LLMs", "Bayesian", "a", "É.", "α", "(T5)", "&", "5%", "--", "–", "‘b’", '"q"', "<", "{", "}", "C#", "~"]


def again(title: str, **options: object) -> str | None:
    """Read a title, write its paper, and read that again."""
    first = pc.parse(json.dumps([{"title": title, "authors": ["Ethan Perez"], "year": 2022}]))
    second = pc.parse(first.dumps("bibtex", **options), format="bibtex")
    assert (len(first), len(second)) == (1, 1)
    assert second[0].title == first[0].title
    return second[0].title


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("profile", ["unicode", "latex"])
def test_a_real_title_comes_back(title: str, profile: str) -> None:
    assert again(title, profile=profile) == title
    assert again(title, profile=profile, biblatex=True) == title


@given(st.lists(st.sampled_from([*PIECES, *WORDS]), min_size=2, max_size=8).map(" ".join).filter(lambda title: re.search(r"\w", title)))
def test_any_title_comes_back(title: str) -> None:
    again(title)


def test_a_bib_is_read_again_as_it_was() -> None:
    entries = "".join(f"@article{{k{place}, title = {{{title}}}, journal = {{Nature}}}}\n" for place, title in enumerate(TITLES[:7]))
    cat = pc.parse(entries)
    assert cat[0].title == "ReNovo: Retrieval-Based De Novo Mass Spectrometry Peptide Sequencing", "of a .bib the words"
    assert [one.title for one in pc.parse(cat.to_bibtex())] == [one.title for one in cat]


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"\emph{in vivo{}}", r"\emph{in vivo}"),
        (r"\emph{in vivo}", "in vivo"),
        (r"\emph{\LaTeX{} of it}", "LaTeX of it"),
        (r"\emph{\'E. coli{}} \textit{b}", r"\emph{É. coli} b"),
        (r"\emph{a{}", "a"),
        (r"\underline{a{}}", "a"),
        (r"\textsuperscript{2{}}", r"\textsuperscript{2}"),
    ],
)
def test_an_empty_group_keeps_a_font(latex: str, text: str) -> None:
    assert to_unicode(latex) == text
