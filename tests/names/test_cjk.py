"""Names in Chinese, Japanese and Korean letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.names import parse_messy
from papercat.names.cjk import is_cjk, parse_cjk, whole_names


@pytest.mark.parametrize(
    ("word", "family", "given"),
    [
        ("王伟", "王", "伟"),
        ("毛泽东", "毛", "泽东"),
        ("歐陽修", "歐陽", "修"),
        ("司马相如", "司马", "相如"),
        ("山田太郎", "山田", "太郎"),
        ("김민준", "김", "민준"),
        ("남궁민", "남궁", "민"),
        ("선우", "선", "우"),
    ],
)
def test_a_name_is_parted(word: str, family: str, given: str) -> None:
    name = parse_cjk(word)
    assert name
    assert (name.family, name.given) == (family, given)


@pytest.mark.parametrize(
    "word", ["", "王", "東京大学", "清华大学", "北京大学", "スミス", "Wang", "王Wei", "中华人民共和国", "林太郎君様達"]
)
def test_what_is_no_such_name_or_does_not_tell_is_left(word: str) -> None:
    assert parse_cjk(word) is None


@pytest.mark.xfail(reason="the family name is not among the hundred that bear 85 of 100 people", strict=True)
def test_a_rare_family_name() -> None:
    assert parse_cjk("习近平") is not None


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("王伟 李娜 张敏", True),
        ("毛泽东 邓小平 习近平", True),
        ("김민준 이서연", True),
        ("山田 太郎", False),
        ("김 민준", False),
        ("王 伟", False),
        ("王伟", False),
        ("Wei Wang", False),
        ("", False),
    ],
)
def test_whole_names_are_told_from_halves(text: str, *, whole: bool) -> None:
    assert whole_names(text.split()) is whole


@given(st.text())
def test_any_word_is_looked_at(word: str) -> None:
    name = parse_cjk(word)
    assert name is None or f"{name.family}{name.given}" == word
    assert isinstance(is_cjk(word), bool)


@pytest.mark.parametrize(
    ("text", "others", "families"),
    [
        ("刘知远, 孙茂松, 林衍凯, 等", "等", ["刘", "孙", "林"]),  # GB/T 7714-2015
        ("徐增林，盛泳潘，贺丽荣，等．", "等", ["徐", "盛", "贺"]),
        ("刘知远等", "等", ["刘"]),
        ("黒橋禎夫, 長尾眞, 他", "他", ["黒橋", "長尾眞"]),
        ("黒橋禎夫ほか3名", "ほか3名", ["黒橋"]),
        ("나승훈, 이건일 외", "외", ["나", "이"]),
        ("나승훈 외 3명", "외 3명", ["나"]),
        ("나승훈 등", "등", ["나"]),
        ("서동등", "", ["서"]),  # the last syllable of a name
        ("工藤 拓", "", ["工藤"]),
    ],
)
def test_a_list_says_that_there_are_others(text: str, others: str, families: list[str]) -> None:
    found = parse_messy(text)
    assert (found.others, [name.family or name.literal for name in found.names]) == (others, families)
