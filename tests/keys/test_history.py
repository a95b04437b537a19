"""Keys that were: pinned ones, and the map from old to new."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat import Author, Paper
from papercat.keys import citation_keys, pinned
from papercat.keys import key_map as whole_map
from papercat.models import FrozenMap, Variant

HUBINGER = Paper(title="Sleeper Agents", year=2024, authors=(Author(family="Hubinger", given="Evan"),), arxiv="2401.05566")
READ = replace(HUBINGER, extra=FrozenMap({"key": "sleeper"}))


def key_map(papers: Sequence[Paper], keys: Sequence[str], members: Mapping[Paper, Sequence[Paper]] | None = None) -> dict[str, str]:
    """Give the keys that changed; all others must lead to themselves."""
    found = whole_map(papers, keys, members)
    assert {key: found[key] for key in keys} == dict(zip(keys, keys, strict=True))
    return {old: new for old, new in found.items() if old not in keys}


def test_a_pattern_makes_the_keys_that_were_not_read() -> None:
    kept = pinned([READ, HUBINGER], "{auth}{yy}")
    assert citation_keys(kept) == ("sleeper", "Hubinger24")
    assert kept[0] is READ
    assert kept[1].inferred == ("key",)


def test_another_pattern_makes_them_again_and_keeps_what_they_were() -> None:
    first = pinned([READ, HUBINGER], "{auth}{yy}")
    second = pinned(first, "{veryshorttitle}")
    assert citation_keys(second) == ("sleeper", "Sleeper-y")
    assert [variant.value for variant in second[1].variants] == ["Hubinger24", "hubinger2024sleeper"]
    assert key_map(second, citation_keys(second)) == {"Hubinger24": "Sleeper-y", "hubinger2024sleeper": "Sleeper-y"}


def test_all_can_be_made_anew() -> None:
    kept = pinned([READ], "{auth}{yy}", anew=True)
    assert citation_keys(kept) == ("Hubinger24",)
    assert key_map(kept, citation_keys(kept)) == {"sleeper": "Hubinger24"}
    assert kept[0].inferred == ("key",)


def test_a_key_that_no_program_bears_is_mapped() -> None:
    paper = replace(HUBINGER, extra=FrozenMap({"key": "schütze 2020"}))
    assert key_map([paper], citation_keys([paper])) == {"schütze 2020": "schutze2020"}
    kept = pinned([paper], anew=True)
    assert key_map(kept, citation_keys(kept)) == dict.fromkeys(("schütze 2020", "schutze2020"), "hubinger2024sleeper")


def test_a_merge_maps_the_keys_of_its_members() -> None:
    one = pc.parse("@misc{a, title = {Sleeper Agents}, eprint = {2401.05566}}")
    other = pc.parse("@misc{b24, title = {Sleeper Agents}, eprint = {2401.05566}, year = 2024}")
    joined = (one + other + pc.Catalog([HUBINGER])).dedup()
    assert len(joined) == 1
    (now,) = joined.keys
    assert joined.key_map == dict.fromkeys(("a", "b24", "hubinger2024sleeper"), now)
    assert now in ("a", "b24")


def test_a_map_goes_through_merges_of_merges() -> None:
    halves = [replace(READ, extra=FrozenMap({"key": key})) for key in "abc"]
    middle, whole = replace(halves[0], comment="two"), replace(halves[0], comment="three")
    members = {middle: halves[:2], whole: [middle, halves[2]]}
    assert key_map([whole], ["a"], members) == {"b": "a", "c": "a"}
    assert key_map([whole], ["a"], {whole: [whole, halves[1]]}) == {"b": "a"}


def test_a_key_that_two_had_and_one_that_is_in_use_are_not_mapped() -> None:
    twins = [replace(HUBINGER, title=title, extra=FrozenMap({"key": "a"})) for title in ("One", "Two")]
    keys = citation_keys(twins)
    assert "a" in keys
    assert key_map(twins, keys) == {}
    assert "a" not in key_map(twins, ["b", "c"])


@given(st.lists(st.from_type(Paper), max_size=5))
def test_a_map_leads_to_keys_that_are_there_from_keys_that_are_not(papers: list[Paper]) -> None:
    kept = pinned(papers, "{veryshorttitle}{yy}", anew=True)
    keys = citation_keys(kept)
    found = key_map(kept, keys)
    assert set(found.values()) <= set(keys)
    assert key_map(papers, citation_keys(papers)).keys() <= {paper.extra.get("key", "") for paper in papers}


@given(st.lists(st.from_type(Paper), max_size=5))
def test_pinning_twice_changes_nothing_more(papers: list[Paper]) -> None:
    once = pinned(papers)
    assert pinned(once) == once


def test_a_variant_says_what_a_key_was() -> None:
    assert pinned([HUBINGER], "{auth}")[0].variants == (Variant(field="key", value="hubinger2024sleeper"),)
