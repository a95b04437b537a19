"""The reader of arXiv's texts as a whole: which documents it takes, and that it takes any."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import arxiv
from papercat.text.document import Document

MAIL = (
    "\\\\\narXiv:0704.0001\nDate: Mon, 2 Apr 2007 19:18:42 GMT   (443kb)\n\nTitle: Calculation\nAuthors: C. Bal\\'azs\n\\\\\n  We.\n\\\\\n"
)
LISTED = "[1]  arXiv:1706.03762 [pdf, other]\nTitle: Attention\nAuthors: Ashish Vaswani\nSubjects: Machine Learning (cs.LG)\n"
PAGE = (
    "Computer Science > Machine Learning\narXiv:1706.03762 (cs)\n[Submitted on 12 Jun 2017]\nAttention\nAshish Vaswani, Noam Shazeer\n"
    "View PDF\nThe dominant models.\nComments:\t15 pages\nCite as:\tarXiv:1706.03762 [cs.LG]\nSubmission history\nFrom: A [view email]\n"
    "[v1] Mon, 12 Jun 2017 17:57:34 UTC (1 KB)\nView a PDF of the paper titled Attention, by Ashish Vaswani and Noam Shazeer\n"
)
ALL = f"{MAIL}{'-' * 78}\n{LISTED}\n{PAGE}"

STRANGERS = [
    "",
    "We test a hypothesis.\narXiv:2302.00805As language models scale, they develop many behaviors.\narXiv:2212.09251",
    "Constitutional AI\nBai, Yuntao, Kadavath, Saurav\nAs AI systems become more capable.",
    "@article{a, title = {A}, eprint = {1706.03762}, archivePrefix = {arXiv}, primaryClass = {cs.CL}}",
    "TY  - JOUR\nTI  - Attention\nAU  - Vaswani, Ashish\nER  - \n",
    '{"id": "1706.03762", "title": "Attention", "authors": "Ashish Vaswani", "categories": "cs.CL"}',
    "[1] A. Vaswani et al. Attention is all you need. arXiv:1706.03762 [cs.CL], 2017.",
    "Title: Attention\nAuthors: Ashish Vaswani\nAbstract: The dominant models.\nSubjects: Physics\n",
    "Physics\nTitle: Attention\nAuthors: Ashish Vaswani\n",
    "As they say in arXiv:1706.03762 (cs), attention is all you need.",
    "Total of 15 entries\nFri, 3 Mar 2023\nView PDF\n",
]


@pytest.mark.parametrize("text", STRANGERS, ids=range(len(STRANGERS)))
def test_texts_of_others_are_not_taken(text: str) -> None:
    assert arxiv.sniff(Document("a.txt", text)) < 0.3


@pytest.mark.parametrize("text", [MAIL, LISTED, PAGE, ALL])
def test_texts_of_arxiv_are(text: str) -> None:
    assert arxiv.sniff(Document("a.txt", text)) >= 0.9
    assert pc.parse(text).inputs[0].format == "arxiv"


def test_all_kinds_stand_in_one_file() -> None:
    cat = pc.parse(ALL)
    assert [paper.title for paper in cat] == ["Calculation", "Attention", "Attention"]
    assert not cat.receipt().unread


def tiles(text: str) -> bool:
    spans = list(pc.parse(text, format="arxiv").receipt())
    return all(before.end == span.start for before, span in pairwise(spans)) and "".join(text[s.start : s.end] for s in spans) == text


@pytest.mark.parametrize("cut", range(0, len(ALL), 7))
def test_a_file_that_is_cut_is_read_up_to_there(cut: int) -> None:
    for text in (ALL[:cut], ALL[cut:]):
        assert tiles(text)


def pieces(text: str, size: int) -> Iterator[str]:
    """Cut a text as a stream does: what is whole is read, the rest waits for more."""
    rest, place = "", 0
    while place < len(text):
        rest, place = rest + text[place : place + size], place + size
        end = arxiv.ends(rest)
        yield rest[:end]
        rest = rest[end:]
    yield rest


@pytest.mark.parametrize("size", [40, 150, 1000])
def test_a_large_file_is_read_in_pieces(size: int) -> None:
    text = "".join(MAIL.replace("0001", f"00{number}") for number in range(10, 30)) + LISTED + LISTED.replace("[1]", "[2]")
    read = arxiv.reading()
    titles = [one.title for piece in pieces(text, size) for one in read(Document("a", piece)) if isinstance(one, pc.Paper)]
    assert titles == [paper.title for paper in pc.parse(text)]


SIGNS = ["\n", "\\\\", "-" * 30, "Title:", "[1] ", "\u200b", "(cid:173) ", "\x00", "\ud800", "▽ More", "total of 5 entries", "> ", "\n> "]
WORDS = st.lists(st.sampled_from([*ALL.split(" "), *SIGNS]), max_size=60)


@given(WORDS.map(" ".join) | st.text())
def test_any_text_is_read_and_accounted_for(text: str) -> None:
    assert tiles(text)
