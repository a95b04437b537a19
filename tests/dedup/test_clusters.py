"""Which records end up together: surest first, no contradiction, what a person decided, and order does not matter."""

from itertools import pairwise
from math import inf
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat import Author, Paper
from papercat.dedup import SAME_BITS, Cluster, Pair, Refusal, View, cluster, contradicts, prep
from papercat.dedup import clusters as room

BEHAVIORS = "Discovering Language Model Behaviors with Model-Written Evaluations"
PEREZ = (Author(family="Perez", given="Ethan"),)
ONE, BARE, TWO = (prep(Paper(title=BEHAVIORS, authors=PEREZ, arxiv=number)) for number in ("2212.09251", None, "2401.05566"))
SURE = SAME_BITS + 10


def members(views: list[View], pairs: list[Pair], must: list[tuple[int, int]] | None = None) -> list[tuple[int, ...]]:
    return [found.members for found in cluster(views, pairs, must=must or ()).clusters]


def test_two_ids_contradict_each_other() -> None:
    assert contradicts(ONE, TWO, "work")


def test_a_chain_does_not_join_what_contradicts_itself() -> None:
    found = cluster([ONE, BARE, TWO], [Pair(0, 1, SURE + 1), Pair(1, 2, SURE)])
    assert found.clusters == (Cluster((0, 1), (Pair(0, 1, SURE + 1),)),)
    assert found.refused == (Refusal(Pair(1, 2, SURE), 0, 2, decided=False),)


def test_the_surest_pair_joins_first() -> None:
    assert members([ONE, BARE, TWO], [Pair(0, 1, SURE), Pair(1, 2, SURE + 1)]) == [(1, 2)]


def test_an_unsure_pair_joins_nothing() -> None:
    assert cluster([BARE, BARE], [Pair(0, 1, SAME_BITS - 0.1)]) == ((), ())


def test_a_label_is_the_smallest_place() -> None:
    assert members([BARE] * 6, [Pair(4, 5, SURE), Pair(0, 3, SURE), Pair(3, 4, SURE)]) == [(0, 3, 4, 5)]


def test_what_a_person_joins_is_joined_whatever_it_says() -> None:
    found = cluster([ONE, TWO], [], must=[(1, 0)])
    assert found.clusters == (Cluster((0, 1), (Pair(0, 1, inf),)),)


def test_what_a_person_keeps_apart_stays_apart_through_chains() -> None:
    found = cluster([BARE] * 4, [Pair(0, 1, SURE), Pair(1, 2, SURE), Pair(2, 3, SURE)], cannot=[(3, 0)])
    assert all(not {0, 3} <= {*one.members} for one in found.clusters)
    assert [(one.one, one.other, one.decided) for one in found.refused] in ([(0, 3, True)], [(3, 0, True)])


def test_where_decisions_contradict_each_other_it_is_told() -> None:
    found = cluster([BARE] * 3, [], must=[(0, 1), (1, 2)], cannot=[(0, 2)])
    assert [one.members for one in found.clusters] == [(0, 1)]
    assert [one.decided for one in found.refused] == [True]


def test_a_copy_is_no_news_to_its_group() -> None:
    # a person has joined what contradicts itself; a copy of one half still belongs to it
    assert members([ONE, TWO, ONE], [Pair(0, 2, SURE)], must=[(0, 1)]) == [(0, 1, 2)]


FORMS = ["discourse parsing with tree kernels", "discourse parsingg with tree kernels", "discourse par sing with tree kernels"]


def spelt(*titles: str) -> list[View]:
    """Make a record of each title, by one author."""
    return [BARE._replace(title=title) for title in titles]


def test_two_misspellings_of_one_title_are_no_contradiction() -> None:
    views = spelt(*FORMS)
    assert contradicts(views[1], views[2], "work")
    assert members(views, [Pair(0, 1, SURE), Pair(0, 2, SURE)]) == [(0, 1, 2)]
    others = [views[0], views[1], views[2]._replace(people="bai:yuntao")]
    assert members(others, [Pair(0, 1, SURE + 1), Pair(0, 2, SURE)]) == [(0, 1)]  # other people are, whatever the spelling


def test_two_numbers_or_two_words_are_a_contradiction() -> None:
    for ends in (("", " 2", " 3"), ("", " in rats", " in mice")):
        views = spelt(*(FORMS[0] + end for end in ends))
        assert members(views, [Pair(0, 1, SURE + 1), Pair(0, 2, SURE)]) == [(0, 1)], ends


@given(st.permutations(range(6)), st.lists(st.sampled_from([SURE, SURE + 1]), min_size=5, max_size=5))
def test_the_order_of_misspellings_does_not_matter(order: list[int], bits: list[float]) -> None:
    views = [view._replace(venue=str(place)) for place, view in enumerate(spelt(*FORMS, *FORMS[::-1]))]
    pairs = [Pair(a, b, one) for (a, b), one in zip(pairwise(range(6)), bits, strict=True)]
    mixed = [views[place] for place in order]
    moved = [Pair(*sorted((order.index(a), order.index(b))), one) for a, b, one in pairs]  # type: ignore[call-arg]
    expected = {frozenset(views[place] for place in one) for one in members(views, pairs)}
    assert {frozenset(mixed[place] for place in one) for one in members(mixed, moved)} == expected


def test_nothing_and_itself() -> None:
    assert cluster([], []) == ((), ())
    assert cluster([BARE], [Pair(0, 0, SURE)]) == ((), ())


VIEWS = [
    prep(Paper(title=f"{BEHAVIORS}{end}", year=year, authors=PEREZ)) for end in ("", ". Part 1", ". Part 2") for year in (None, 2010, 2022)
]
PAIRS = st.builds(
    lambda ends, bits: Pair(min(ends), max(ends), bits),
    st.tuples(st.integers(0, 11), st.integers(0, 11)),
    st.sampled_from([SAME_BITS - 1, SAME_BITS, SURE, SURE + 1]),
)


@given(st.lists(PAIRS, unique_by=lambda pair: pair[:2], max_size=30), st.randoms(use_true_random=False))
def test_the_order_of_records_and_pairs_does_not_matter(pairs: list[Pair], random: Random) -> None:
    views = [*VIEWS, *VIEWS[:3]]
    # ties between copies go by place, so each is made a record of its own
    views = [view._replace(venue=f"{place}") for place, view in enumerate(views)]
    where = random.sample(range(12), 12)
    mixed = [views[where.index(place)] for place in range(12)]
    moved = [Pair(*sorted((where[a], where[b])), bits) for a, b, bits in random.sample(pairs, len(pairs))]  # type: ignore[call-arg]
    ours, theirs = cluster(views, pairs), cluster(mixed, moved)
    assert {frozenset(views[place] for place in one.members) for one in ours.clusters} == {
        frozenset(mixed[place] for place in one.members) for one in theirs.clusters
    }
    assert len(ours.refused) == len(theirs.refused)


@given(st.lists(PAIRS, unique_by=lambda pair: pair[:2], max_size=30))
def test_no_cluster_contradicts_itself_and_what_was_refused_says_why(pairs: list[Pair]) -> None:
    views = [*VIEWS, *VIEWS[:3]]
    found = cluster(views, pairs)
    label = {place: one.members for one in found.clusters for place in one.members}
    direct = {frozenset((views[pair.a], views[pair.b])) for pair in pairs if pair.bits >= SAME_BITS}
    for one in found.clusters:
        asked = {(a, b) for a in one.members for b in one.members if a < b and frozenset((views[a], views[b])) not in direct}
        assert not any(contradicts(views[a], views[b], "work") for a, b in asked)
        assert len(one.pairs) == len(one.members) - 1
        assert {place for pair in one.pairs for place in pair[:2]} == {*one.members}
    for refusal in found.refused:
        assert contradicts(views[refusal.one], views[refusal.other], "work")
        assert label.get(refusal.pair.a) != label.get(refusal.pair.b) or refusal.pair.a not in label


@pytest.mark.parametrize(("forms", "most"), [(1, 0), (2_000, 45 * 2_000)])
def test_questions_grow_with_the_records(monkeypatch: pytest.MonkeyPatch, forms: int, most: int) -> None:
    asked = []
    monkeypatch.setattr(room, "contradicts", lambda *views: asked.append(views))
    views = [BARE._replace(venue=f"form {place % forms}") for place in range(2_000)]
    pairs = [Pair(a, b, SURE) for a, b in pairwise(range(2_000))]
    assert members(views, pairs) == [tuple(range(2_000))]
    assert len(asked) <= most
