"""What brings records together: what keys survive, and that a crowded block stays cheap."""

import os
import subprocess
import sys
from collections import Counter
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papercat import Author, Paper
from papercat.dedup import View, cap, finer, keys, prep
from papercat.dedup.blocks import CAPS, EXACT, LOOSE, centre, longest, pairs
from papercat.dedup.sums import checksums, sums

PEREZ, RINGER, LUKOSIUTE = (
    Author(family="Perez", given="Ethan"),
    Author(family="Ringer", given="Sam"),
    Author(family="Lukošiūtė", given="K."),
)
BEHAVIORS = "Discovering Language Model Behaviors with Model-Written Evaluations"
SCALE = (
    "As language models (LMs) scale, they develop many novel behaviors, good and bad, exacerbating the need to evaluate how they behave."
)
FULL = Paper(title=BEHAVIORS, authors=(PEREZ, RINGER, LUKOSIUTE), abstract=SCALE, arxiv="2212.09251", year=2022)

MEET: list[tuple[str, Paper]] = [
    ("the title alone", Paper(title=BEHAVIORS)),
    ("in capitals, without punctuation", Paper(title=BEHAVIORS.upper().replace("-", " "))),
    ("the id alone", Paper(arxiv="2212.09251")),
    ("the abstract alone", Paper(abstract=SCALE)),
    ("the abstract cut short", Paper(abstract=SCALE[:100])),
    ("the beginning misspelt", Paper(title=BEHAVIORS.replace("Discovering", "Discoverng"))),
    ("the end misspelt", Paper(title=BEHAVIORS.replace("Evaluations", "Evalutions"))),
    ("other words at both ends", Paper(title=f"On {BEHAVIORS} at scale")),
    ("a section's name before it", Paper(title=f"Findings: {BEHAVIORS}")),
    ("its beginning, by its people", Paper(title="Discovering Behaviors", authors=(PEREZ,))),
]
MISS: list[tuple[str, Paper]] = [
    ("nothing known", Paper()),
    ("the same year and people", Paper(year=2022, authors=FULL.authors)),
    ("another paper of theirs", Paper(title="Red Teaming Language Models with Language Models", authors=(PEREZ,), year=2022)),
    ("a short abstract", Paper(abstract="No abstract available.")),
]

WORDS = st.sampled_from("mice rats in vivo learning a of the editorial deep reinforcement Ünïcödé 第一 \ud800 12 ii".split(" "))
TEXTS = st.lists(WORDS, max_size=8).map(" ".join)
VIEWS = st.builds(
    View,
    **{name: TEXTS for name in View._fields if name not in ("year", "digest")},
    year=st.sampled_from([0, 1999, 2000]),
    digest=st.integers(0, 3),
)


@given(VIEWS)
def test_sums_are_those_of_the_keys(view: View) -> None:
    assert Counter(sums(view)) == Counter(checksums(keys(view)))


@given(st.lists(st.sampled_from("a an ann and deep learning rats mice cats vivo".split()), max_size=9))
def test_the_longest_words_are_found_as_among_all(words: list[str]) -> None:
    assert longest(" ".join(words)) == sorted({*words}, key=lambda word: (-len(word), word))[:3]


@pytest.mark.parametrize(("paper"), [paper for _, paper in MEET], ids=[told for told, _ in MEET])
def test_a_damaged_record_keeps_a_key(paper: Paper) -> None:
    assert {*keys(prep(FULL))} & {*keys(prep(paper))}


@pytest.mark.xfail(strict=True, reason="both ends and the two longest words misspelt: no key is left")
def test_a_record_damaged_everywhere_keeps_a_key() -> None:
    worn = Paper(title=BEHAVIORS.replace("Evaluations", "Evalutions").replace("cover", "cver"), authors=(PEREZ,))
    assert {*keys(prep(FULL))} & {*keys(prep(worn))}


@pytest.mark.parametrize(("paper"), [paper for _, paper in MISS], ids=[told for told, _ in MISS])
def test_what_has_nothing_in_common_shares_no_key(paper: Paper) -> None:
    assert not {*keys(prep(FULL))} & {*keys(prep(paper))}


def test_records_without_title_meet_by_people_and_volume() -> None:
    watson = Author(family="Watson", given="Richard T.")
    one = Paper(title="Creating and Sustaining a Global Community of Scholars", authors=(watson,), year=1994, volume="18")
    assert {*keys(prep(one))} & {*keys(prep(Paper(authors=(watson,), volume="18")))}


@given(VIEWS)
def test_keys_are_plain_strings_each_once(view: View) -> None:
    found = keys(view)
    assert len({*found}) == len(found) <= 16
    assert {key[0] for key in found} <= {EXACT, LOOSE}
    assert all(cap(key) == CAPS[key[0]] and isinstance(more, str) for key in found for more in finer(view, key))


def test_keys_are_the_same_in_every_process() -> None:
    code = "from test_blocks import FULL; from papercat.dedup import keys, prep; print(keys(prep(FULL)))"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([os.path.dirname(__file__), *sys.path])}  # noqa: PTH120
    seeds = [
        subprocess.run([sys.executable, "-c", code], env={**env, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True)  # noqa: S603
        for seed in ("1", "2")
    ]
    assert seeds[0].stdout == seeds[1].stdout == f"{keys(prep(FULL))}\n"


@pytest.mark.parametrize("key", ["=title x", "~end x"])
def test_a_block_up_to_its_cap_is_compared_in_full(key: str) -> None:
    views = [prep(Paper(title=f"Growth {number}")) for number in range(cap(key))]
    assert {*pairs(views, range(len(views)), key)} == {*combinations(range(len(views)), 2)}


@pytest.mark.parametrize(("key", "most"), [("=title editorial", 1), ("~words editorial", 0)])
def test_a_crowded_block_without_further_evidence_is_dropped_or_a_star(key: str, most: int) -> None:
    views = [prep(Paper(title="Editorial", venue=f"Journal {number:04}")) for number in range(5_000)]
    assert len({*pairs(views, range(5_000), key)}) == most * 4_999


def test_a_crowded_block_is_divided_by_what_else_is_known() -> None:
    views = [prep(Paper(title="Editorial", year=1900 + number % 100, volume=str(number), pages="1-2")) for number in range(1_000)]
    found = {*pairs(views, range(1_000), "=title editorial")}
    same_year = {pair for pair in combinations(range(1_000), 2) if views[pair[0]].year == views[pair[1]].year}
    assert same_year < found
    assert len(found) <= len(same_year) + 999


@settings(max_examples=25, deadline=None)  # blocks are large
@given(
    st.lists(VIEWS, min_size=2, max_size=70, unique=True), st.sampled_from(["=title x", "~words x y"]), st.randoms(use_true_random=False)
)
def test_the_order_of_a_block_does_not_matter(views: list[View], key: str, random: Random) -> None:
    mixed = random.sample(views, len(views))
    ours, theirs = ({frozenset((some[a], some[b])) for a, b in pairs(some, range(len(some)), key)} for some in (views, mixed))
    assert ours == theirs
    assert views[centre(views, range(len(views)))] == mixed[centre(mixed, range(len(mixed)))]
