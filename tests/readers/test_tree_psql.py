r"""Rows of a data base, as `psql` shows them after `\x` and `mysql` behind `\G`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import choose
from papercat.readers.tree import psql
from papercat.text.document import Document

PSQL = r"""library=> SELECT title, authors, pub_year, doi FROM papers;
-[ RECORD 1 ]-------------------------------------------
title    | Sleeper Agents: Training Deceptive LLMs that +
         | Persist Through Safety Training
authors  | {"Evan Hubinger","Carson Denison",Anthropic}
pub_year | 2024
doi      |
-[ RECORD 2 ]-------------------------------------------
title    | Learning representations by back-propagating errors
authors  | {"David E. Rumelhart"}
pub_year | 1986
doi      | 10.1038/323533a0

(2 rows)

library=> \q
"""
MYSQL = """*************************** 1. row ***************************
   title: Sleeper Agents: Training Deceptive LLMs that Persist Through Safety Training
 authors: Evan Hubinger, Carson Denison, Anthropic
pub_year: 2024
     doi: NULL
*************************** 2. row ***************************
   title: Learning representations by back-propagating errors
 authors: David E. Rumelhart
pub_year: 1986
     doi: 10.1038/323533a0
2 rows in set (0.00 sec)
"""
GLUED = PSQL.replace("}\npub_year", "}pub_year", 1).replace("\n-[ RECORD 2", "-[ RECORD 2")


@pytest.mark.parametrize("text", [PSQL, MYSQL, GLUED, PSQL.replace("\n", "\r\n")], ids=["psql", "mysql", "without breaks", "CRLF"])
def test_rows_are_papers(text: str) -> None:
    assert choose(Document("a.txt", text)) == "tree"
    first, second = pc.parse(text)
    assert first.title == "Sleeper Agents: Training Deceptive LLMs that Persist Through Safety Training"
    assert [author.inverted for author in first.authors] == ["Hubinger, Evan", "Denison, Carson", "Anthropic"]
    assert (first.year, first.doi) == (2024, None)
    assert [author.inverted for author in second.authors] == ["Rumelhart, David E."]
    assert (second.year, second.doi) == (1986, "10.1038/323533a0")


@pytest.mark.parametrize(
    "text",
    ["-[ RECORD 1 ]---\nname | papers\nsize | 3\n", "title | year\nSleeper Agents | 2024\n", "*** 1. row ***\ntitle: A\nyear: 1\n", ""],
)
def test_rows_of_something_else_are_left(text: str) -> None:
    assert not psql.is_rows(text)


@given(st.text(alphabet='-[ RECORD1]|+.title\n\r{},"\\:*\ud800\0', max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert list(psql.records(f"-[ RECORD 1 ]-\ntitle | A\nyear  | 1\n{text}"))
