"""The mapping that cannot change."""

import pickle
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.models import FrozenMap
from papercat.models.line import are_plain, check_line

WORDS = st.text("abcÀé中- <&", min_size=1, max_size=5).filter(str.strip)
TEXTS = st.dictionaries(WORDS, WORDS, max_size=5)


@given(TEXTS)
def test_it_is_the_mapping_that_it_was_made_of(items: dict[str, str]) -> None:
    frozen = FrozenMap(items)
    assert frozen == items
    assert list(frozen) == list(items)
    assert len(frozen) == len(items)
    assert isinstance(frozen, Mapping)
    assert pickle.loads(pickle.dumps(frozen)) == frozen  # noqa: S301


@given(st.lists(st.text(st.sampled_from("aé \u0301\u200b\n\x00\ud800中"), max_size=3), max_size=3))
def test_what_is_plain_together_is_a_line_each(texts: list[str]) -> None:
    if are_plain(texts):
        for text in texts:
            check_line(text)


def test_plain_texts_are_met() -> None:
    assert are_plain(["arxiv-version", "2", "a b"])
    assert not any(map(are_plain, (["a", ""], ["a", " "], ["a\n"], ["é"])))


@given(TEXTS)
def test_order_is_kept_and_does_not_count(items: dict[str, str]) -> None:
    backwards = FrozenMap(dict(reversed(items.items())))
    assert backwards == FrozenMap(items)
    assert hash(backwards) == hash(FrozenMap(items))


@given(TEXTS, TEXTS)
def test_a_union_is_that_of_dicts_and_leaves_both_alone(one: dict[str, str], other: dict[str, str]) -> None:
    frozen = FrozenMap(one)
    assert frozen | other == one | other
    assert frozen == one


def test_it_does_not_change_with_what_it_was_made_of() -> None:
    items = {"note": "accepted"}
    frozen = FrozenMap(items)
    items["note"] = "refused"
    assert frozen["note"] == "accepted"


def test_it_takes_no_item() -> None:
    with pytest.raises(TypeError):
        FrozenMap()["note"] = "accepted"  # type: ignore[index]
    with pytest.raises(AttributeError):
        FrozenMap().note = "accepted"  # type: ignore[attr-defined]


def test_a_missing_key_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        FrozenMap({"note": "accepted"})["school"]
    assert FrozenMap().get("school") is None


@pytest.mark.parametrize("text", ["", " ", "a\nb", "a\x00", "re\u0301sume\u0301"])
def test_what_no_text_of_a_paper_can_be_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        FrozenMap({"note": text})
