"""The sources of programs and logs hold no papers, but for what somebody wrote there as a whole."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.programs import is_program

PYTHON = '''"""Read the titles | authors | years of papers."""

import re
from pathlib import Path

_TITLE = re.compile(r"\\w+")


def read(path: Path) -> list[str]:
    """Give `Attention Is All You Need` by Ashish Vaswani, Noam Shazeer, Niki Parmar (2017).

    | title | authors | year |
    |---|---|---|
    | Attention Is All You Need | Ashish Vaswani, Noam Shazeer | 2017 |
    """
    return _TITLE.findall(path.read_text())
'''
JAVASCRIPT = """const title = "Deep learning";
const fs = require("fs");

function authors(paper) {
  return paper.authors.map((author) => `${author.given} ${author.family}`).join(", ");
}

module.exports = { authors };
"""
HEADER = """/* Yann LeCun, Yoshua Bengio, Geoffrey Hinton. Deep learning. Nature 521, 436-444 (2015). */
#ifndef PAPER_H
#define PAPER_H
#include <stddef.h>

extern int paper_year(const char *title, size_t length);
#endif
"""
SHELL = """#!/usr/bin/env bash
for file in *.bib; do
  if [ -s "$file" ]; then
    grep -c 'title' "$file"
  fi
done
"""
LOG = "".join(
    f"2024-05-12 10:00:0{second},001 INFO fetch: {title}\n"
    for second, title in enumerate(
        ["Deep learning, Yann LeCun 2015", "Sleeper Agents, Evan Hubinger 2024", "Adam, Diederik Kingma 2014", "done"]
    )
)
SYSLOG = "".join(f"May 12 10:00:0{second} host reader[12]: read Deep learning by Yann LeCun\n" for second in range(5))


@pytest.mark.parametrize("text", [PYTHON, JAVASCRIPT, HEADER, SHELL, LOG, SYSLOG, PYTHON.replace("\n", "\r\n")])
def test_a_program_holds_no_papers(text: str) -> None:
    cat = pc.parse(text)
    assert is_program(text)
    assert not len(cat)
    assert [(issue.code, "program" in issue.message) for issue in cat.issues] == [("file-skipped", True)]


ENTRY = "@article{lecun2015deep,\n  title = {Deep learning},\n  author = {LeCun, Yann and Bengio, Yoshua},\n  year = {2015}\n}\n"
MODULE = """import {a} from "./a"
import {b} from "./b"

export const papers = [
  {title: "Deep learning", authors: ["Yann LeCun"], year: 2015},
  {title: "Sleeper Agents", authors: ["Evan Hubinger"], year: 2024},
]
"""


@pytest.mark.parametrize(
    "text",
    [
        PYTHON + f'\n\nBIB = """\n{ENTRY}"""\n',
        HEADER.replace("#endif", f"/* Please cite\n{ENTRY}*/\n#endif"),
        MODULE,
        "".join(f'2024-05-12 10:00:0{n},001 INFO saved: {{"title": "Deep learning", "authors": ["Yann LeCun"]}}\n' for n in range(5)),
    ],
)
def test_what_is_written_there_as_a_whole_stays(text: str) -> None:
    assert is_program(text)
    assert pc.parse(text)[0].title == "Deep learning"


REFERENCES = "LeCun, Y., Bengio, Y., & Hinton, G. (2015). Deep learning. Nature, 521, 436-444.\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        REFERENCES * 3,
        f"# Papers\n\n```python\nimport re\nimport os\ndef read():\n    return 1\n```\n\n## References\n\n{REFERENCES * 3}",
        ENTRY * 3,
        "class struggle in the city\nimport of goods\nreturn of the native\nif on a winter's night a traveler\nfor whom the bell tolls\n",
        "[2024-05-12 10:00] Ada: read this, INFO in the paper\n[2024-05-12 10:01] Ben: https://arxiv.org/abs/1706.03762\n",
        "\\documentclass{article}\n\\begin{document}\n\\end{document}\n",
        Path("data/raw/askell-listing.txt").read_text(encoding="utf-8", errors="replace"),
    ],
)
def test_what_is_no_program(text: str) -> None:
    assert not is_program(text)


def test_the_user_decides() -> None:
    assert len(pc.parse(PYTHON.replace("    |", "|"), format="table"))


@given(st.lists(st.sampled_from([*PYTHON.split("\n"), *LOG.split("\n"), "```", "/*", "*/", "\0", "\ud800", "x" * 300]), max_size=30))
def test_total(lines: list[str]) -> None:
    assert is_program("\n".join(lines)) in (True, False)
