"""Abstracts run together, their arXiv ids glued to the next or before their own."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.abstracts import sniff
from papercat.text.document import Document

ONE = "We test a hypothesis about large language models, and we find that it holds in most of the cases that we study here."
TWO = "As language models scale, they develop many novel behaviors, good and bad, exacerbating the need to evaluate how they behave."
THREE = "Hidden Markov models are popular. We show how they can be learned from little data, and where they fail in practice."
IDS = ("2302.00805", "2212.09251", "1805.00899")
Record = tuple[str | None, str | None, str | None]
ALL: list[Record] = [(ONE, None, IDS[0]), (TWO, None, IDS[1]), (THREE, None, IDS[2])]


def records(text: str | bytes, reader: str | None = None) -> list[Record]:
    cat = pc.parse(text, format=reader)
    assert cat.inputs[0].format == "abstracts"
    return [(paper.abstract, paper.comment, paper.arxiv) for paper in cat]


A, B, C = (f"arXiv:{one}" for one in IDS)
GLUED = f"{ONE}\n{A}{TWO}\n{B}{THREE}\n{C}"
SAME: list[tuple[str, str | bytes]] = [
    ("ids glued to the next abstract", GLUED),
    ("a line break at the end", GLUED + "\n"),
    ("ids glued to their own abstract", f"{ONE}{A}\n{TWO}{B}\n{THREE}{C}"),
    ("ids on lines of their own", f"{ONE}\n{A}\n{TWO}\n{B}\n{THREE}\n{C}\n"),
    ("blank lines between records", f"{ONE}\n{A}\n\n{TWO}\n{B}\n\n{THREE}\n{C}\n"),
    ("blank lines between fields", f"{ONE}\n\n{A}\n\n{TWO}\n\n{B}\n\n{THREE}\n\n{C}\n"),
    ("ids first, glued", f"{A}{ONE}\n{B}{TWO}\n{C}{THREE}"),
    ("ids first, on lines of their own", f"{A}\n{ONE}\n{B}\n{TWO}\n{C}\n{THREE}\n"),
    ("ids first, blank lines", f"{A}\n{ONE}\n\n{B}\n{TWO}\n\n{C}\n{THREE}\n"),
    ("CRLF", GLUED.replace("\n", "\r\n")),
    ("CR", GLUED.replace("\n", "\r")),
    ("UTF-8 with a mark", GLUED.encode("utf-8-sig")),
    ("UTF-16", GLUED.encode("utf-16")),
    ("UTF-16 without a mark", GLUED.encode("utf-16-be")),
    ("a mark in a string", "\ufeff" + GLUED),
    ("capitals", GLUED.replace("arXiv:", "ARXIV:")),
    ("a blank in the id", GLUED.replace("arXiv:", "arXiv: ")),
    ("addresses", f"{ONE}\n{A}\n{TWO}\n{B}\n{THREE}\n{C}\n".replace("arXiv:", "https://arxiv.org/abs/")),
    ("one line", GLUED.replace("\n", "")),
    ("wrapped", "\n".join(textwrap.fill(line, 72) for line in GLUED.splitlines())),
    ("numbered", f"1. {ONE}\n{A}\n2. {TWO}\n{B}\n3. {THREE}\n{C}\n"),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in SAME])
def test_records_are_read_however_the_ids_stand(text: str | bytes) -> None:
    assert records(text) == ALL


@pytest.mark.parametrize(("text", "code"), [(GLUED, "abstract-before-id"), (f"{A}{ONE}\n{B}{TWO}", "id-before-abstract")])
def test_the_order_that_was_found_is_said(text: str, code: str) -> None:
    assert [issue.code for issue in pc.parse(text).issues if issue.kind == "noted"] == [code]


def test_the_year_follows_from_the_id_and_says_so() -> None:
    cat = pc.parse(GLUED)
    assert [(paper.year, paper.month) for paper in cat] == [(2023, 2), (2022, 12), (2018, 5)]
    assert {paper.inferred for paper in cat} == {("year", "month")}
    assert [issue.code for issue in cat.issues].count("year-inferred") == 3


MARKS: list[tuple[str, str, str | None]] = [
    ("arXiv:2302.00805v2", "2302.00805", "2"),
    ("arXiv:2212.09251v13", "2212.09251", "13"),
    ("arXiv:hep-th/9711200", "hep-th/9711200", None),
    ("arXiv:hep-th/9711200v3", "hep-th/9711200", "3"),
    ("arXiv:math.GT/0309136", "math.GT/0309136", None),
    ("arXiv:cs/0112017", "cs/0112017", None),
    ("arXiv:0704.0001", "0704.0001", None),
    ("arXiv:1412.6572", "1412.6572", None),
    ("arXiv:1501.00001", "1501.00001", None),
]  # fmt: skip


@pytest.mark.parametrize(("mark", "arxiv", "version"), MARKS, ids=[mark for mark, _, _ in MARKS])
def test_ids_of_all_ages_are_read(mark: str, arxiv: str, version: str | None) -> None:
    for text in (f"{ONE}\n{mark}{TWO}\n{B}", f"{ONE}\n{mark}\n{TWO}\n{B}", f"{mark}\n{ONE}\n{B}\n{TWO}"):
        cat = pc.parse(text)
        assert [paper.arxiv for paper in cat] == [arxiv, IDS[1]]
        assert cat[0].extra.get("arxiv-version") == version
        assert [paper.abstract for paper in cat] == [ONE, TWO]


DIGITS: list[tuple[str, str, str]] = [
    ("arXiv:2302.0080531 experiments show it. ", "2302.00805", "31 experiments show it. "),
    ("arXiv:1402.03622022 was a year. ", "1402.0362", "2022 was a year. "),
    ("arXiv:1806.106392. We investigate. ", "1806.10639", "2. We investigate. "),
]


@pytest.mark.parametrize(("glued", "arxiv", "begin"), DIGITS, ids=[arxiv for _, arxiv, _ in DIGITS])
def test_digits_glued_to_an_id_belong_to_the_abstract(glued: str, arxiv: str, begin: str) -> None:
    assert records(f"{ONE}\n{glued}{TWO}\n{B}") == [(ONE, None, arxiv), (begin + TWO, None, IDS[1])]


def test_digits_glued_to_a_version_belong_to_the_abstract() -> None:
    assert records(f"{ONE}\n{A}v22022 was a year. {TWO}\n{B}")[1] == (f"2022 was a year. {TWO}", None, IDS[1])


COMMENTS = (
    "31 pages",
    "12 pages, 3 figures",
    "Accepted at NeurIPS 2023",
    "For few-shot examples and prompts, see https://github.com/anthropics/DecompositionFaithfulnessPaper",
    "preprint, work in progress, code to follow",
    "updated to add missing acknowledgements",
    "ICML 2023 camera-ready version",
)


@pytest.mark.parametrize("comment", COMMENTS)
def test_a_comment_is_told_from_the_abstract(comment: str) -> None:
    assert records(f"{ONE}\n{comment}\n{A}{TWO}\n{B}") == [(ONE, comment, IDS[0]), (TWO, None, IDS[1])]


PARAGRAPHS = (
    "We also release the data and the code of all the experiments, so that others can build on what was found here and go on.",
    "In a second study of 12 participants we show that the finding holds for people, too, and that it does not depend on age.",
)


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_a_second_paragraph_is_no_comment(paragraph: str) -> None:
    assert records(f"{ONE}\n{paragraph}\n{A}{TWO}\n{B}")[0] == (f"{ONE} {paragraph}", None, IDS[0])


CITED = (
    "It extends arXiv:1906.01820 and arXiv:1412.6572.",
    "It extends (arXiv:1906.01820).",
    "See https://arxiv.org/abs/1906.01820 for more.",
    "Compare [arXiv:1906.01820v3], which came first.",
)


@pytest.mark.parametrize("sentence", CITED)
def test_an_id_cited_in_an_abstract_begins_no_record(sentence: str) -> None:
    assert records(f"{ONE} {sentence}\n{A}{TWO}\n{B}{THREE}\n{C}") == [(f"{ONE} {sentence}", None, IDS[0]), *ALL[1:]]


ABSENT: list[tuple[str, str, list[Record]]] = [
    ("an abstract", f"{ONE}\n{A}\n{B}{THREE}\n{C}", [ALL[0], (None, None, IDS[1]), ALL[2]]),
    ("the last id", f"{ONE}\n{A}{TWO}\n{B}{THREE}", [*ALL[:2], (THREE, None, None)]),
    ("all but one", f"{ONE}\n{A}", ALL[:1]),
    ("all but one, id first", f"{A}\n{ONE}", ALL[:1]),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case[1:], id=case[0]) for case in ABSENT])
def test_what_is_absent_is_absent(text: str, expected: list[Record]) -> None:
    assert records(text) == expected


@pytest.mark.parametrize(("mark", "arxiv"), [("arXiv:804.1664", "0804.1664"), ("arXiv:1808.0229", "1808.02290")])
def test_an_id_that_lost_zeros_is_completed_and_said(mark: str, arxiv: str) -> None:
    cat = pc.parse(f"{ONE}\n{mark}{TWO}\n{B}{THREE}\n{C}")
    assert [paper.arxiv for paper in cat] == [arxiv, *IDS[1:]]
    assert [issue.raw for issue in cat.issues if issue.code == "id-completed"] == [mark]


def test_tex_is_read_but_for_math_and_commands() -> None:
    raw = r"Neurons are ``features'' of Schr{\"o}dinger. Such \emph{monosemantic} neurons, $\alpha\_1$, at 29.6\% help."
    text = r"Neurons are ``features'' of Schrödinger. Such \emph{monosemantic} neurons, $\alpha\_1$, at 29.6% help."
    cat = pc.parse(f"{raw}\n{A}{TWO}\n{B}")
    assert cat[0].abstract == text
    assert [issue.code for issue in cat.issues if issue.kind == "repaired"] == ["tex-decoded"]


REFERENCES = f"[1] Perez et al. {A}, 2022.\n[2] Hubinger et al. {B}, 2024.\n"
PROSE = ("", "What a day!", ONE, f"{ONE} It extends {A}.", f"{ONE} See {A} and {B}.", REFERENCES)


@pytest.mark.parametrize("text", PROSE, ids=range(len(PROSE)))
def test_prose_that_cites_is_no_list_of_abstracts(text: str) -> None:
    assert sniff(Document("a", text)) < 0.3


TEXTS = st.lists(st.sampled_from([ONE, TWO, THREE]), min_size=2, max_size=6)


@given(texts=TEXTS, number=st.integers(1, 9), id_first=st.booleans(), newline=st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_records_come_back_in_order(texts: list[str], number: int, id_first: bool, newline: str) -> None:  # noqa: FBT001  Hypothesis gives it by name
    ids = [f"2212.0925{(number + i) % 10}" for i in range(len(texts))]
    parts = ((f"arXiv:{one}", text) if id_first else (text, f"arXiv:{one}") for one, text in zip(ids, texts, strict=True))
    text = newline.join(newline.join(pair) for pair in parts)
    assert records(text, "abstracts") == [(text, None, one) for one, text in zip(ids, texts, strict=True)]


@given(pieces=st.lists(st.sampled_from([ONE, TWO, A, B, "31 pages", "\n", "\n\n", " ", "arXiv:804.1664", "hep-th/9711200"]), max_size=12))
def test_any_order_of_pieces_loses_nothing(pieces: list[str]) -> None:
    cat = pc.parse("".join(pieces), format="abstracts")
    assert sum(span.end - span.start for span in cat.receipt()) == len("".join(pieces))
    assert cat.receipt().unread == ()
