"""Which words of a title keep their capitals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat import Paper
from papercat.writers.bibtex import chunks
from papercat.writers.bibtex.titles import CLOSE, OPEN, is_name_in, protected

SHOWN = str.maketrans(OPEN + CLOSE, "{}")
TITLES = [
    ("Discovering Language Model Behaviors", "Discovering Language Model Behaviors"),
    ("LLMs and GPT-4", "{LLMs} and {GPT-4}"),
    ("On the arXiv", "On the {arXiv}"),
    ("The McCandlish Scale", "The {McCandlish} Scale"),
    ("Measuring mRNA and pH in T5", "Measuring {mRNA} and {pH} in {T5}"),
    ("BERT: Pre-training of Deep Bidirectional Transformers", "{BERT}: Pre-training of Deep Bidirectional Transformers"),
    ("A Bayesian View of Monte Carlo Methods", "A {Bayesian} View of {Monte} {Carlo} Methods"),
    ("Voting in New York City and in New Ways", "Voting in {New} {York} {City} and in New Ways"),
    ("Alzheimer's Disease in Non-English Texts", "{Alzheimer's} Disease in {Non-English} Texts"),
    ("K-Means and C", "{K-Means} and {C}"),
    ("A Plan B for A", "A Plan {B} for A"),
    ("Italian Sign Language", "{Italian} {Sign} {Language}"),
    ("On the Sign of the Language", "On the Sign of the Language"),
    ("an attack on the library of Alexandria", "an attack on the library of {Alexandria}"),
    ("Cross-Lingual Transfer: A Survey", "Cross-Lingual Transfer: A Survey"),
    ("Loss of $O(N)$ in MLPs", "Loss of $O(N)$ in {MLPs}"),
    (r"Spaces \(L^P(X) and Y\), $$ M (N) $$ and MLPs", r"Spaces \(L^P(X) and Y\), $$ M (N) $$ and {MLPs}"),
    ("RCD$(K,N)$ spaces", "{RCD}$(K,N)$ spaces"),
    (r"\emph{LLM} agents of the {BERT} family", r"\emph{LLM} agents of the {BERT} family"),
    ("STUDIES OF ENGLISH AND GPT-2 MODELS", "STUDIES OF {E}NGLISH AND {GPT-2} MODELS"),
    ("", ""),
    ("?!", "?!"),
]
EVIDENCE = [
    ("Sleeper Agents at Anthropic", "We of Anthropic train agents.", "Sleeper Agents at {Anthropic}"),
    ("Sleeper Agents at Anthropic", "Anthropic trains agents.", "Sleeper Agents at Anthropic"),
    ("Features of Golden Gates", "We find Golden ones, and golden too.", "Features of Golden Gates"),
    ("Models of Direct Preference", "We train with Direct Preference Optimization (DPO).", "Models of Direct Preference"),
    ("LEARNING WITH CLIP", "We clip models.", "LEARNING WITH CLIP"),
    ("LEARNING WITH CLIP", "We train CLIP.", "LEARNING WITH {CLIP}"),
]


@pytest.mark.parametrize(("title", "written"), TITLES, ids=[title for title, _ in TITLES])
def test_words_with_a_case_of_their_own_are_braced_one_by_one(title: str, written: str) -> None:
    assert protected(title).translate(SHOWN) == written


@pytest.mark.parametrize(("title", "abstract", "written"), EVIDENCE, ids=[f"{title}: {abstract[:20]}" for title, abstract, _ in EVIDENCE])
def test_the_abstract_is_evidence(title: str, abstract: str, written: str) -> None:
    assert protected(title, abstract).translate(SHOWN) == written


def test_braces_can_be_left_out() -> None:
    assert "{BERT}" not in "".join(chunks([Paper(title="The BERT Model")], braces=False))


WORDS = st.sampled_from(
    ["BERT", "Bayesian", "of", "Learning", "New", "York", "$K$", "{LLM}", r"\emph{GPT}", "A:", "-", "(T5)", "“Nice”", "{", "É"]
)


@given(st.lists(WORDS | st.text(max_size=6), max_size=8).map(" ".join), st.text(max_size=40))
def test_marks_are_all_that_is_added(title: str, abstract: str) -> None:
    title = title.replace(OPEN, "").replace(CLOSE, "")
    marked = protected(title, abstract)
    assert marked.replace(OPEN, "").replace(CLOSE, "") == title
    depth = 0
    for char in marked:
        depth += (char == OPEN) - (char == CLOSE)
        assert depth in (0, 1)
    assert depth == 0


@given(st.lists(st.sampled_from("BERT Bayesian of Learning New York A: - (T5) Anthropic learning".split()), max_size=8))
def test_the_quick_way_and_the_slow_one_agree(words: list[str]) -> None:
    title, abstract = " ".join(words), "We of Anthropic."
    assert protected(f"{title} $x$", abstract) == f"{protected(f'{title} 0', abstract)[:-2]} $x$"


def test_long_words_and_texts_cost_no_more_than_their_length() -> None:
    assert protected("W" * 200_000).count(OPEN) == 1
    assert is_name_in("Ab", " Ab" * 50_000) in (True, False)
