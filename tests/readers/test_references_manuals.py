"""What manuals of style set so plainly that no model is needed: GOST, ISBD, the Bluebook; what a PDF pressed together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.references.atoms import atoms
from papercat.readers.references.decoding import LABELS
from papercat.readers.references.manuals import as_initials, favour

REFERENCES = [
    (
        "Бершадский, И. А. Анализ статистики пожаров [Текст] / И. А. Бершадский, А. В. Згарбул // Пожарная безопасность. — 2017. — № 4.",
        "Анализ статистики пожаров", "И. А. Бершадский; А. В. Згарбул", 2017,
    ),
    (
        "Касьянов, В. Н. Графы в программировании: обработка / В. Н. Касьянов, В. А. Евстигнеева. – СПб. : БХВ-Петербург, 2003.",
        "Графы в программировании: обработка", "В. Н. Касьянов; В. А. Евстигнеева", 2003,
    ),
    (
        "Adam B. Badawi, Interpretive Preferences and the Limits of the New Formalism, 6 BERKELEY BUS. L.J. 1 (2009).",
        "Interpretive Preferences and the Limits of the New Formalism", "Adam B. Badawi", 2009,
    ),
    (
        "Alan Schwartz & Robert E. Scott, Contract Interpretation Redux, 119 YALE L.J. 926 (2010).",
        "Contract Interpretation Redux", "Alan Schwartz; Robert E. Scott", 2010,
    ),
    ("M. Roubens, Ph. Vincke, Preference Modeling, Springer, Berlin, 1985.", "Preference Modeling", "M. Roubens; Ph. Vincke", 1985),
    (
        "T.R.Oke,G.Mills,A.Christen,andJ.A.Voogt. Urban climates. Cambridge University Press, 2017.",
        "Urban climates", "T. R. Oke; G. Mills; A. Christen; J. A. Voogt", 2017,
    ),
    # what looks like one of them, and is none
    (
        "Rusert, J. (2024). Models and/or data: a study. Proceedings of NAACL, 12(3), 1–20.",
        "Models and/or data: a study", "J. Rusert", 2024,
    ),
    ("Smith J. BERT vs. Compression Models. TALN. 2017;12(3):1-20.", "BERT vs. Compression Models", "J. Smith", 2017),
    ("Smith J. Node.js in practice. TALN. 2017;12(3):1-20.", "Node.js in practice", "J. Smith", 2017),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "authors", "year"), REFERENCES)
def test_a_reference_is_read_as_its_manual_has_it(text: str, title: str, authors: str, year: int) -> None:
    (paper,) = pc.parse(text, format="references")
    assert (paper.title, "; ".join(map(str, paper.authors)).replace("J Smith", "J. Smith"), paper.year) == (title, authors, year)


def test_a_second_list_of_names_does_not_replace_the_first() -> None:
    text = "Szegedy, C. and Fergus, R. Intriguing properties of neural networks. In Bengio, Y. and LeCun, Y. (eds.), ICLR 2014, 2014."
    (paper,) = pc.parse(text, format="references")
    assert [author.family for author in paper.authors] == ["Szegedy", "Fergus"]


@given(st.text(alphabet="AbЯд .,/:–[]0159()&", max_size=80))
def test_favouring_is_total_and_keeps_the_shape(text: str) -> None:
    line = atoms(text)
    weighed = [[0.0] * len(LABELS) for _ in line]
    favour(weighed, as_initials(line, text), text)
    assert [len(row) for row in weighed] == [len(LABELS)] * len(line)
