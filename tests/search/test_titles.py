"""The paper that a damaged title is of: the quick way beside the slow and obvious one."""

import random
import string
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from papercat.search.postings import Postings
from papercat.search.titles import Titles
from papercat.text.fold import fold_once

# real titles, some of them short, some alike
TITLES = """
Attention Is All You Need
Attention is not Explanation
Attention is not not Explanation
Deep Residual Learning for Image Recognition
Deep Learning
Deep contextualized word representations
BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding
RoBERTa: A Robustly Optimized BERT Pretraining Approach
Language Models are Few-Shot Learners
Language Models are Unsupervised Multitask Learners
Neural Machine Translation by Jointly Learning to Align and Translate
Neural Machine Translation of Rare Words with Subword Units
Effective Approaches to Attention-based Neural Machine Translation
Translation
Sequence to Sequence Learning with Neural Networks
Convolutional Sequence to Sequence Learning
GloVe: Global Vectors for Word Representation
Efficient Estimation of Word Representations in Vector Space
Distributed Representations of Words and Phrases and their Compositionality
Adam: A Method for Stochastic Optimization
Dropout: A Simple Way to Prevent Neural Networks from Overfitting
Long Short-Term Memory
Generative Adversarial Nets
Auto-Encoding Variational Bayes
Bleu: a Method for Automatic Evaluation of Machine Translation
ROUGE: A Package for Automatic Evaluation of Summaries
Scaling Laws for Neural Language Models
Training Compute-Optimal Large Language Models
Training language models to follow instructions with human feedback
Constitutional AI: Harmlessness from AI Feedback
Towards Understanding Sycophancy in Language Models
Discovering Language Model Behaviors with Model-Written Evaluations
Sleeper Agents: Training Deceptive LLMs that Persist Through Safety Training
Concrete Problems in AI Safety
Risks from Learned Optimization in Advanced Machine Learning Systems
A Mathematical Theory of Communication
Computing Machinery and Intelligence
The Relational Model for Database Management
Unskilled and unaware of it
Les dérivations du français
""".strip().splitlines()
QUERIES: list[tuple[str, str]] = [
    # typos, one in each word too
    ("atention is all you need", "Attention Is All You Need"),
    ("atetnion iz alll you ned", "Attention Is All You Need"),
    ("Dep Lerning", "Deep Learning"),
    ("Deep Lerniing", "Deep Learning"),
    ("deeplearning", "Deep Learning"),
    ("Trasnlation", "Translation"),
    ("lon gshort term memry", "Long Short-Term Memory"),
    ("les derivation du francais", "Les dérivations du français"),
    # words lost, in another order, too many
    ("Machine Translation by Learning to Align", "Neural Machine Translation by Jointly Learning to Align and Translate"),
    ("Recognition Image for Learning Residual Deep", "Deep Residual Learning for Image Recognition"),
    ("not explanation is attention", "Attention is not Explanation"),
    ("Sequence Learning with Convolutional Sequence", "Convolutional Sequence to Sequence Learning"),
    # half of it, cut in a word
    ("BERT: Pre-training of Deep Bidir", "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding"),
    ("Neural Machine Translation of R", "Neural Machine Translation of Rare Words with Subword Units"),
    ("Words and Phrases and their Compositionality", "Distributed Representations of Words and Phrases and their Compositionality"),
    # one that is alike comes second
    ("Attention is not not Explanation", "Attention is not not Explanation"),
    ("Language Models are Few Learners", "Language Models are Few-Shot Learners"),
]
ALL = Titles(TITLES)


def best(query: str, titles: Titles = ALL) -> str | None:
    match = titles.find(fold_once(query))
    return TITLES[match.place] if match else None


@pytest.mark.parametrize(("query", "title"), QUERIES, ids=[query for query, _ in QUERIES])
def test_a_damaged_title_is_found(query: str, title: str) -> None:
    assert best(query) == title


@pytest.mark.parametrize("query", ["", "zzzz qqqq", "x", "123456789", "z" * 300])
def test_what_is_no_title_finds_none(query: str) -> None:
    assert best(query) is None


@pytest.mark.parametrize("title", TITLES)
def test_a_title_finds_itself_and_is_wholly_alike(title: str) -> None:
    match = ALL.find(fold_once(title))
    assert match is not None
    assert (TITLES[match.place], match.likeness, match.is_whole) == (title, 1.0, True)


def typo(text: str, rng: random.Random) -> str:
    place, letter = rng.randrange(len(text)), rng.choice(string.ascii_lowercase)
    damaged = (
        text[:place] + letter + text[place + 1 :],
        text[:place] + text[place + 1 :],
        text[:place] + letter + text[place:],
        text[:place] + text[place : place + 2][::-1] + text[place + 2 :],
    )
    return rng.choice(damaged)


def lost(text: str, rng: random.Random) -> str:
    words = text.split()
    gone = rng.randrange(len(words)) if len(words) > 2 else -1
    return " ".join(word for place, word in enumerate(words) if place != gone)


def shuffled(text: str, rng: random.Random) -> str:
    return " ".join(rng.sample(text.split(), len(text.split())))


def whole_scan(query: str) -> str:
    """Compare with every title: the slow and obvious way."""
    return max(TITLES, key=lambda title: max(fuzz.ratio(query, fold_once(title)), fuzz.token_sort_ratio(query, fold_once(title))))


@pytest.mark.parametrize(
    "damage", [typo, lambda text, rng: typo(typo(text, rng), rng), lost, shuffled], ids=["one", "two", "lost", "shuffled"]
)
@given(title=st.sampled_from(TITLES), rng=st.randoms(use_true_random=False))
def test_the_index_finds_what_a_scan_of_all_titles_finds(
    damage: Callable[[str, random.Random], str], title: str, rng: random.Random
) -> None:
    query = fold_once(damage(title, rng))
    wanted = whole_scan(query)
    if query and max(fuzz.ratio(query, fold_once(title)), fuzz.token_sort_ratio(query, fold_once(title))) >= 75:
        found = best(query)
        # of two that are as good either may come first
        likeness = [max(fuzz.ratio(query, fold_once(one)), fuzz.token_sort_ratio(query, fold_once(one))) for one in (wanted, str(found))]
        has_all = set(query.split()) <= set(fold_once(str(found)).split())
        assert found in (wanted, title) or likeness[0] - likeness[1] < 3 or has_all


@given(st.lists(st.text(alphabet="abc é-", max_size=12), max_size=8), st.text(alphabet="abc é-", max_size=12))
def test_any_titles_can_be_asked_for_any_text(titles: list[str], query: str) -> None:
    match = Titles(titles).find(fold_once(query))
    assert match is None or (0 <= match.place < len(titles) and 0 < match.likeness <= 1)
    if fold_once(query) in map(fold_once, titles) and fold_once(query):
        assert match is not None
        assert fold_once(titles[match.place]) == fold_once(query)


def test_the_order_of_titles_does_not_matter() -> None:
    backwards = Titles(TITLES[::-1])
    for query, title in QUERIES:
        match = backwards.find(fold_once(query))
        assert match is not None
        assert TITLES[::-1][match.place] == title


# -- the words


WORDS = sorted({word for title in TITLES for word in fold_once(title).split()})
POSTINGS = Postings(map(fold_once, TITLES))


def test_every_word_knows_its_titles_in_order() -> None:
    assert len(POSTINGS) == len(WORDS)
    for word in WORDS:
        wanted = [number for number, title in enumerate(TITLES) if word in fold_once(title).split()]
        assert list(POSTINGS.texts(word)) == wanted
        assert list(POSTINGS.texts(word, 5, 20)) == [number for number in wanted if 5 <= number < 20]
        assert [number for number in range(len(TITLES)) if POSTINGS.has(word, number)] == wanted
    assert not list(POSTINGS.texts("nowhere"))
    assert "nowhere" not in POSTINGS


@pytest.mark.parametrize("start", ["a", "re", "trans", "q", "zz"])
def test_beginnings_are_those_of_a_scan(start: str) -> None:
    assert sorted(POSTINGS.beginning(start, 100)) == [word for word in WORDS if word.startswith(start)]


@given(st.sampled_from([word for word in WORDS if 4 <= len(word) <= 12]), st.randoms(use_true_random=False))
def test_a_word_with_one_typo_finds_its_neighbours_as_a_scan_does(word: str, rng: random.Random) -> None:
    damaged = typo(word, rng)
    half = len(damaged) // 2
    near = POSTINGS.near(damaged)
    least = min((OSA.distance(damaged, other) for other in near), default=9)
    assert all(OSA.distance(damaged, other) == least <= (1 if len(damaged) < 8 else 2) for other in near)
    if len(damaged) >= 4 and (word.startswith(damaged[:half]) or word.endswith(damaged[half:])) and OSA.distance(damaged, word) == 1:
        # of more than four as near, four are given
        assert word in near or len(near) == 4 or least == 0


@pytest.mark.parametrize("word", ["", "a", "abc", "learning" * 20])
def test_words_too_short_or_too_long_have_no_neighbours(word: str) -> None:
    assert POSTINGS.near(word) == []


def test_numbers_of_a_word_rise() -> None:
    assert all(one < other for word in WORDS for one, other in pairwise(POSTINGS.texts(word)))
