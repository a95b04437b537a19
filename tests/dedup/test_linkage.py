"""The run: the same pairs as the slow way, on one core and two, in any order, and no blow-up on hostile input."""

import gc
import multiprocessing
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from itertools import combinations
from random import Random
from typing import Any

import pytest

from papercat import Author, Paper
from papercat.dedup import MAYBE_BITS, SAME_BITS, Among, Found, Pair, View, cap, cluster, find_pairs, keys, match, plan, prep
from papercat.dedup.blocks import pairs as pairs_of_block
from papercat.dedup.cores import cores, spread

WORDS = "language models mice rats learning vivo vitro resistant sensitive tumours editorial alignment scaling laws human feedback".split()
FAMILIES = "Perez Ringer Lukošiūtė Nguyen Chen Bai Kadavath Askell".split()
TITLE = "Discovering Language Model Behaviors with Model-Written Evaluations"
PEREZ = (Author(family="Perez", given="Ethan"), Author(family="Ringer", given="Sam"))


def records(seed: int, count: int = 60) -> list[Paper]:
    """Make papers of few words and people, so that they agree and differ in every way."""
    random = Random(seed)  # noqa: S311  chance makes records, no secrets
    made: list[Paper] = []
    for _ in range(count):
        known: dict[str, Any] = {"title": " ".join(random.sample(WORDS, random.randint(1, 6))).capitalize()}
        known["authors"] = [{"family": name} for name in random.sample(FAMILIES, random.randint(0, 3))]
        known |= {"year": random.randint(2019, 2023), "volume": str(random.randint(1, 3)), "pages": f"{random.randint(1, 9)}-20"}
        if made and random.random() < 0.6:
            known = {**random.choice(made).to_dict(), **dict(random.sample(sorted(known.items()), random.randint(0, 2)))}
        made.append(Paper.from_dict({name: value for name, value in known.items() if random.random() < 0.9}))
    return made


def weigh(one: View, other: View) -> float:
    return match(one, other, "work") if one <= other else match(other, one, "work")


def slow_pairs(views: Sequence[View]) -> dict[tuple[int, int], float]:
    """Find pairs in the obvious way: a dict of blocks, every pair of a block, copies with the first of their kind."""
    first: dict[View, int] = {}
    copies = {(first[view], place) for place, view in enumerate(views) if first.setdefault(view, place) != place}
    blocks: dict[str, list[int]] = {}
    for view, place in first.items():
        for key in keys(view):
            blocks.setdefault(key, []).append(place)
    found = copies | {pair for key, places in blocks.items() for pair in pairs_of_block(views, places, key)}
    weighed = {(a, b): weigh(views[a], views[b]) for a, b in found}
    return {pair: bits for pair, bits in weighed.items() if bits >= MAYBE_BITS}


def as_dict(found: Found) -> dict[tuple[int, int], float]:
    return {(pair.a, pair.b): pair.bits for pair in found.pairs}


def groups(found: Found) -> set[frozenset[tuple[View, int]]]:
    """Give the clusters by what their members say, a number for each copy."""
    told = []
    for one in cluster(found.views, found.pairs).clusters:
        views = [found.views[place] for place in one.members]
        told.append(frozenset((view, views[:at].count(view)) for at, view in enumerate(views)))
    return {*told}


@pytest.mark.parametrize("seed", range(12))
def test_the_same_pairs_as_the_slow_way(seed: int) -> None:
    found = find_pairs(records(seed))
    assert as_dict(found) == slow_pairs(found.views)
    assert any(pair.bits >= SAME_BITS for pair in found.pairs)


@pytest.mark.parametrize("seed", range(12))
def test_clusters_as_if_every_pair_were_compared(seed: int) -> None:
    found = find_pairs(records(seed))
    views = found.views
    everything = [Pair(a, b, weigh(views[a], views[b])) for a, b in combinations(range(len(views)), 2)]
    assert {one.members for one in cluster(views, found.pairs).clusters} == {one.members for one in cluster(views, everything).clusters}


@pytest.mark.parametrize("seed", range(4))
def test_two_processes_find_what_one_finds(seed: int) -> None:
    papers = records(seed, 600)
    one, two = (find_pairs(papers, processes=processes) for processes in (1, 2))
    assert one == two
    assert plan(papers, processes=2) == one.plan
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_records_does_not_matter(seed: int) -> None:
    papers = records(seed, 200)
    mixed = Random(seed).sample(papers, len(papers))  # noqa: S311
    ours, theirs = find_pairs(papers), find_pairs(mixed)
    assert groups(ours) == groups(theirs)
    assert ours.plan == theirs.plan


def test_views_do_as_well_as_papers() -> None:
    papers = records(1)
    assert find_pairs(list(map(prep, papers))) == find_pairs(papers)


@pytest.mark.parametrize("seed", range(6))
def test_new_records_are_compared_with_the_old_and_each_other(seed: int) -> None:
    papers, old = records(seed, 200), 120
    whole, later, before = find_pairs(papers), find_pairs(papers, among=Among(old)), find_pairs(papers[:old])
    assert as_dict(later) == {pair: bits for pair, bits in as_dict(whole).items() if pair[1] >= old}
    assert later.plan.pairs < whole.plan.pairs
    assert groups(later._replace(pairs=(*before.pairs, *later.pairs))) == groups(whole)


def test_two_catalogs_are_compared_across_only() -> None:
    one, copy, other = (
        Paper(title=TITLE, authors=PEREZ),
        Paper(title=TITLE.upper(), authors=PEREZ),
        Paper(title=f"{TITLE}!", authors=PEREZ, year=2022),
    )
    found = find_pairs([one, copy, other, one], among=Among(2, new=False))
    assert [(pair.a, pair.b) for pair in found.pairs] == [(0, 2), (0, 3), (1, 2), (1, 3)]


# -- bad input: right answers, and the pairs are counted

SLEEPER = Paper(title="Sleeper Agents: Training Deceptive LLMs", authors=(Author(family="Hubinger", given="Evan"),), year=2024)
CROWD = tuple(Author(family=f"Aad{number}", given="G.") for number in range(3_000))
DIGITS = [f"Crystal structure of compound {number:05} at low temperature" for number in range(10_000)]
COLLISIONS = [f"Search for {what} in collisions with the detector, {number}" for number in range(25) for what in WORDS[:20]]
BAD: list[tuple[str, Callable[[], Sequence[Paper | View]], float, int]] = [
    ("nothing", list, 0, 0),
    ("one paper", lambda: [SLEEPER], 0, 0),
    ("100,000 copies of one paper", lambda: [prep(SLEEPER)] * 100_000, 0, 1),
    ("nothing but an id, each another", lambda: [Paper(arxiv=f"2212.{number:05}") for number in range(1, 2_000)], 0, 0),
    ("nothing but an id, twice", lambda: [Paper(arxiv=f"2212.{number:05}") for number in range(1, 1_000)] * 2, 0, 999),
    ("nothing known", lambda: [Paper(year=2022)] * 1_000, 0, 0),
    ("titles that differ by one digit", lambda: [Paper(title=title, authors=PEREZ) for title in DIGITS], 6, 0),
    ("one column of a journal", lambda: [Paper(title="Editorial", venue="Nature", volume=str(n)) for n in range(5_000)], 2, 0),
    ("a column that says nothing else", lambda: [Paper(title="Editorial")] * 5_000, 0, 0),
    (
        "a column by volume and issue",
        lambda: [
            Paper(title="Editorial", venue="Blood", volume=str(n // 12), issue=str(n % 12 + 1), year=1900 + n // 120) for n in range(5_000)
        ],
        10,
        0,
    ),
    (
        "front matter",
        lambda: [Paper(title="Front Matter", venue=f"Proceedings of the {n}th Workshop", year=1980 + n % 40) for n in range(2_000)],
        52,
        0,
    ),
    ("a collaboration of 3,000", lambda: [Paper(title=title, authors=CROWD, year=2012) for title in COLLISIONS[:500]], 30, 0),
]


@pytest.mark.parametrize(("make", "most", "clusters"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_bad_input_makes_few_pairs(make: Callable[[], Sequence[Paper | View]], most: float, clusters: int) -> None:
    found = find_pairs(make())
    assert found.plan.pairs <= most * found.plan.records
    assert len(cluster(found.views, found.pairs).clusters) == clusters


def test_the_plan_says_what_is_cut() -> None:
    papers = [Paper(title="Editorial", venue="Nature", volume=str(number)) for number in range(5_000)]
    told = plan(papers)
    assert (told.records, told.copies, told.cuts, told.cut[0][:2]) == (5_000, 0, 1, ("=title editorial", 5_000))
    assert str(told).endswith("1 blocks were cut, the largest 'title editorial' of 5,000 records")
    assert told == find_pairs(papers).plan


def test_copies_in_a_crowd_are_still_joined() -> None:
    # 200 records of one DOI, which two sources give each twice
    abstracts = [Paper(title=f"Abstract {number} of the meeting", doi="10.1182/blood", venue=f"Day {number}") for number in range(200)]
    assert len({prep(paper) for paper in abstracts}) == 200 > cap("=doi 10.1182/blood")
    found = find_pairs([*abstracts, *abstracts])
    assert {(number, number + 200) for number in range(200)} <= {*as_dict(found)}


# -- several processes


def test_progress_goes_up_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    find_pairs(records(1, 500), progress=lambda done, total: told.append((done, total)), processes=2)
    assert {total for _, total in told} == {1_000}
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1] == (1_000, 1_000)


@pytest.mark.parametrize("at", [1, 300, 501, 1_000])
def test_ctrl_c_leaves_nothing_behind(at: int) -> None:
    def stop(done: int, _: int) -> None:
        if done >= at:
            raise KeyboardInterrupt

    papers = records(1, 500)
    with pytest.raises(KeyboardInterrupt):
        find_pairs(papers, progress=stop, processes=2)
    assert not multiprocessing.active_children()
    assert gc.isenabled()
    assert papers == records(1, 500)


def test_what_a_lost_worker_leaves_is_done_here() -> None:
    parent = os.getpid()

    def job(number: int) -> int:
        if number == 2 and os.getpid() != parent:
            os._exit(1)
        return number**2

    assert dict(spread(job, 9, 2)) == {number: number**2 for number in range(9)}


def test_an_error_of_a_job_reaches_the_caller() -> None:
    with pytest.raises(ZeroDivisionError):
        dict(spread(lambda number: 1 // (number - 3), 9, 2))
    assert not multiprocessing.active_children()


def test_beside_other_threads_one_process_does_it() -> None:
    release = threading.Event()
    thread = threading.Thread(target=release.wait)
    thread.start()
    try:
        assert cores() == 1
        assert dict(spread(lambda _: os.getpid(), 4, 2)) == dict.fromkeys(range(4), os.getpid())
    finally:
        release.set()
        thread.join()


def test_a_daemon_has_no_children(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("papercat.dedup.cores.current_process", lambda: type("Daemon", (), {"daemon": True}))
    assert cores() == 1


def test_a_script_needs_no_guard() -> None:
    code = """if True:
        from papercat import Paper
        from papercat.dedup import find_pairs
        papers = [Paper(title="A title", arxiv=f"2212.{number % 400 + 1:05}") for number in range(800)]
        print(len(find_pairs(papers, processes=2).pairs))
    """
    done = subprocess.run([sys.executable, "-"], input=code, capture_output=True, text=True, check=True, timeout=60)
    assert (done.stdout, done.stderr) == ("400\n", "")
