"""Pages whose titles and names stand in one line: found by what the names are, and never where there are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.layout import lay_out
from papercat.readers.page.runons import cut_run_ons
from papercat.text.document import Document

# Of the proceedings of NeurIPS and ICLR, as their lists are copied: title and authors in one line.
PAPERS = (
    ("Language Models are Few-Shot Learners", "Tom Brown, Benjamin Mann, Nick Ryder, Melanie Subbiah"),
    ("Attention is All you Need", "Ashish Vaswani, Noam Shazeer, Niki Parmar, Jakob Uszkoreit"),
    ("Deep reinforcement learning from human preferences", "Paul Christiano, Jan Leike, Tom Brown"),
    ("Learning to summarize with human feedback", "Nisan Stiennon, Long Ouyang, Jeffrey Wu, Daniel Ziegler"),
    ("Concrete Problems in AI Safety", "Dario Amodei, Chris Olah, Jacob Steinhardt"),
    ("Auto-Encoding Variational Bayes", "Diederik P. Kingma, Max Welling"),
)
HEAD = "NeurIPS Proceedings\nEdited by: M. Ranzato and A. Beygelzimer\n"
NEVER = {
    "sentences": "Yesterday I met Tom Brown, Jan Leike and Chris Olah.\nThey work with Dario Amodei, Jack Clark and others.\n"
    "We thank Paul Christiano, Long Ouyang, and Jeffrey Wu for their comments.\n",
    "a programme of imports": "from collections import Counter, OrderedDict, deque\nfrom typing import Iterator, Sequence, Mapping\n"
    "from pathlib import Path, PurePath, WindowsPath\nfrom itertools import chain, pairwise, groupby\n",
    "titles and names on lines of their own": "".join(f"{title}\n{names}\n" for title, names in PAPERS),
    "titles with commas": "Faithful, Useful, and Harmless Assistants\nSupply, Demand, and Deadlines in Markets\n"
    "Networks, Geography, and Social Factors\nMeasure, Predict, and Control\n",
    "lists of names": "\n".join(names for _, names in PAPERS),
}


def rows_of(text: str) -> list[str]:
    page = Document("a.txt", text)
    return [row.text for row in cut_run_ons(page, lay_out(page).rows)[0]]


def told(papers: pc.Catalog) -> list[tuple[str, str]]:
    return [(paper.title or "", ", ".join(map(str, paper.authors))) for paper in papers]


@pytest.mark.parametrize("sign", [" ", " – ", " | ", " / "], ids=["nothing", "a dash", "a bar", "a slash"])
@pytest.mark.parametrize("bullet", ["", "• ", "1. "], ids=["bare", "bullets", "a number"])
def test_names_are_cut_off_their_title(sign: str, bullet: str) -> None:
    page = "".join(f"{bullet}{title}{sign}{names}\n" for title, names in PAPERS)
    if bullet == "1. ":
        page = "".join(f"{number}. {title}{sign}{names}\n" for number, (title, names) in enumerate(PAPERS, 1))
    assert told(pc.parse(page)) == list(PAPERS)


def test_what_nothing_tells_but_the_names_is_an_issue() -> None:
    bare, parted = (pc.parse("".join(f"{title}{sign}{names}\n" for title, names in PAPERS)) for sign in (" ", " – "))
    assert [issue.code for issue in bare.issues].count("records-glued") == len(PAPERS)
    assert "records-glued" not in [issue.code for issue in parted.issues]


def test_the_head_of_the_page_is_no_paper() -> None:
    page = HEAD + "".join(f"{title} {names}\n" for title, names in PAPERS)
    assert told(pc.parse(page)) == list(PAPERS)


def test_lines_that_were_wrapped_or_lost_their_break_are_cut_alike() -> None:
    text = "".join(f"{title} {names}\n" for title, names in PAPERS)
    wrapped = text.replace("Niki Parmar, ", "Niki Parmar,\n").replace("human preferences", "human\npreferences")
    assert told(pc.parse(text.replace("Uszkoreit\nDeep", "UszkoreitDeep"))) == list(PAPERS)
    assert told(pc.parse(wrapped))[:1] == list(PAPERS)[:1]


@pytest.mark.parametrize("text", NEVER.values(), ids=NEVER.keys())
def test_other_pages_stay_as_they_are(text: str) -> None:
    assert rows_of(text) == [row.text for row in lay_out(Document("a.txt", text)).rows]


def test_a_programme_is_no_list_of_papers() -> None:
    assert not len(pc.parse(NEVER["a programme of imports"]))


@pytest.mark.xfail(strict=True, reason="names with a few small words between them are weighed as a list")
def test_sentences_about_people_are_no_papers() -> None:
    assert not len(pc.parse(NEVER["sentences"]))


def test_a_title_without_names_keeps_its_words() -> None:
    page = "".join(f"{title} {names}\n" for title, names in PAPERS[:3]) + "Scaling Laws for Neural Language Models\n"
    assert told(pc.parse(page))[-1] == ("Scaling Laws for Neural Language Models", "")


LINES = st.lists(
    st.one_of(
        st.sampled_from([f"{title} {names}" for title, names in PAPERS]),
        st.text(alphabet="aA ,;()–.•\n\0\ud800é", max_size=30),
    ),
    max_size=12,
).map("\n".join)


@given(LINES)
def test_nothing_is_lost_or_turned(text: str) -> None:
    page = Document("a.txt", text)
    rows = lay_out(page).rows
    places = [row.place for row in cut_run_ons(page, list(rows))[0]]
    assert places == sorted(places)
    held = {i for place in places for i in range(*place) if text[i].isalnum()}
    assert held == {i for row in rows for i in range(*row.place) if text[i].isalnum()}
