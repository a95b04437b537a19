"""What stands in a list of references and is no part of one: page numbers, and the braces of LaTeX within words."""

import pytest

import papercat as pc

PAGED = """REFERENCES
[1] D. P. Kingma and J. Ba, “Adam: A method for stochastic optimization,” arXiv
preprint arXiv:1412.6980, 2014.
{number}
[2] Y. LeCun, Y. Bengio, and G. Hinton, “Deep learning,” Nature, vol. 521, no. 7553,
pp. 436–444, 2015, doi: 10.1038/nature14539.
"""
ITEMS = r"""\bibitem{vaswani} A.~Vaswani and {\L}.~Kaiser, ``Attention is all you need,'' in \emph{Advances in NIPS}, 2017, pp. 5998--6008.
\bibitem{devlin} Jacob Devlin. \newblock {BERT}s: \emph{{P}re-training}. \newblock {\em NAACL}, 2019.
"""


@pytest.mark.parametrize("blanks", [41, 25])
def test_a_number_in_the_middle_of_a_page_is_no_part_of_a_reference(blanks: int) -> None:
    catalog = pc.parse(PAGED.format(number=" " * blanks + "12"))
    assert [(paper.year, dict(paper.extra)) for paper in catalog] == [(2014, {}), (2015, {})]
    assert [issue.raw.strip() for issue in catalog.issues if issue.code == "page-furniture"] == ["12"]
    assert not catalog.receipt().unread


def test_a_number_at_the_margin_may_be_a_part() -> None:
    assert not [issue for issue in pc.parse(PAGED.format(number="12")).issues if issue.code == "page-furniture"]


def test_no_sign_is_told_that_the_file_does_not_have() -> None:
    catalog = pc.parse(ITEMS)
    assert [paper.title for paper in catalog] == ["Attention is all you need", "BERTs: Pre-training"]
    assert [author.inverted for author in catalog[0].authors] == ["Vaswani, A.", "Kaiser, Ł."]
    assert not [issue for issue in catalog.issues if issue.code == "characters-normalized"]
    assert all("\u2060" not in issue.raw for issue in catalog.issues)
