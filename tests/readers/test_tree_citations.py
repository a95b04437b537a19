"""Whole citations as values of YAML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import choose
from papercat.readers.tree import citations
from papercat.text.document import Document

KEYED = """---
rumelhart1986:
  year: 1986
  citation: "Rumelhart, D. E., Hinton, G. E. (1986). Learning representations by back-propagating errors. Nature, 323, 533-536."
rusert2024:
  url: https://aclanthology.org/2024.naacl-long.25
  citation: 'Rusert, J. (2024). VertAttack: Taking Advantage of Text Classifiers’ Horizontal Vision. Proceedings of NAACL.'
"""
FOLDED = """- citation: >
    Rumelhart, D. E., Hinton, G. E., & Williams, R. J. (1986). Learning representations by
    back-propagating errors. Nature, 323, 533-536.
  pdf: a.pdf
- citation: >
    Rusert, J. (2024). VertAttack: Taking Advantage of Text Classifiers’ Horizontal Vision.
    Proceedings of NAACL, 12(3), 1-20.
"""


@pytest.mark.parametrize("text", [KEYED, FOLDED, FOLDED.replace("\n", "\r\n")], ids=["in quotes", "folded", "CRLF"])
def test_citations_are_read_as_references(text: str) -> None:
    assert choose(Document("a.yml", text)) == "tree"
    first, second = pc.parse(text)
    assert (first.title, first.year) == ("Learning representations by back-propagating errors", 1986)
    assert first.authors[0].inverted == "Rumelhart, D. E."
    assert (second.title, second.year) == ("VertAttack: Taking Advantage of Text Classifiers’ Horizontal Vision", 2024)


@pytest.mark.parametrize(
    "text",
    [
        "- citation: A day in spring is a lovely thing to write about\n- citation: And another one comes after it, we hope\n",
        "- title: Sleeper Agents\n  citation: 'Rusert, J. (2024). VertAttack. Proceedings of NAACL, 12(3), 1-20.'\n" * 2,
        "",
    ],
)
def test_other_values_are_left(text: str) -> None:
    assert not citations.is_list(text)


@given(st.text(alphabet="citaon: >|-'\"\n\r\tA1.\ud800\0", max_size=80))
def test_places_stay(text: str) -> None:
    text = f"- citation: {text}\n- citation: 'Rusert, J. (2024). VertAttack. Proceedings of NAACL.'"
    told = citations.alone(Document("a", text)).text
    assert len(told) == len(text)
    assert all(one in (" ", other) for one, other in zip(told, text, strict=True))
