"""Names with nothing but a blank between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.names.runs import split_run

RUNS = [
    "Richard S. Sutton | Doina Precup | Satinder Singh",
    "RM Schek | JM Taboas | SJ Hollister | PH Krebsbach",
    "Jun Xu | Mukesh Singhal",
    "Vincenzo Lombardo | Leonardo Lesmo",
    "Nguyễn Thị Minh Khai",
    "Nguyen Thi Thu Trang",
    "Juan Q. Xavier de la Vega III",
    "Bhavani Shankar",
    "عبد الله بن عبد العزيز",
    "Ada",
]


@pytest.mark.parametrize("run", RUNS)
def test_a_run_is_cut(run: str) -> None:
    assert " | ".join(" ".join(name) for name in split_run(run.replace(" |", "").split()).names) == run


@pytest.mark.xfail(reason="four given names or two people: the words look the same", strict=True)
@pytest.mark.parametrize("run", ["Md Fahim Faysal Khan", "Maria Fernanda Bacelar do Nascimento", "Ana Marie | Juan Carlos"])
def test_a_run_that_does_not_tell(run: str) -> None:
    assert " | ".join(" ".join(name) for name in split_run(run.replace(" |", "").split()).names) == run


@given(st.lists(st.sampled_from(["Ada", "J.", "van", "de", "Lovelace", "III", "王", "X", "a", "Nguyễn", "1"]), min_size=1, max_size=30))
def test_no_word_is_lost(words: list[str]) -> None:
    names = split_run(words).names
    assert [word for name in names for word in name] == words
    assert all(names)
