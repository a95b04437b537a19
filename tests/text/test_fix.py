"""Damaged text is repaired, told and repaired again by its plan; healthy text is left alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.text.characters import signs_in
from papercat.text.clean import clean
from papercat.text.fix import (
    _SUSPICIOUS,
    _SUSPICIOUS_IN_ASCII,
    REPAIRS,
    Applied,
    apply_plan,
    fix,
    fix_and_explain,
    is_plain,
    is_unsuspicious,
    settle,
)

ANY = st.text(st.characters(exclude_categories=()))
# What each notation is made of, whole and in pieces, to be thrown together in any order.
TOKENS = (
    *("&", "amp;", "&amp;", "&lt;", "&#233;", "&#xe9;", "&eacute"),
    *("&EACUTE;", "&copy", "&Atilde;", "&copy;", "&#", ";", "&#146;", "&#37;"),
    *("%", "%C5%84", "%25C5%2584", "%25", "%F6", "%20", "%u0144", "%ud83d", "C5", "84", "%2", "%e9"),
    *("\\", "\\u0144", "\\xc5\\x84", "\\xc5", "\\x84", "\\305\\204", "\\u005c", "\\u0026"),
    *("\\u{144}", "\\'e", "\\%", "{", "}", "$", "x", "u"),
    *("<U+", "0144", ">", "<U+0144>", "<U+00C3>", "=C5=84", "="),
    *("=\n", "=3D", "=E9", "=?utf-8?q?=C5=84?=", "=?", "?=", "=?utf-8?b?xYQ=?=", "?q?"),
    *("+AUQ-", "+", "AUQ", "-", "+AMMA-qQ-", "´", "`", "¨", "ˇ", "¸"),
    *("´e", "e´", "ı", "\u0301", "\u0300", "e", "c", "S", "z", "k", " "),
    *("Ã", "©", "Ã©", "Ã\xad", "ร", "รถ", "ล", "\xa0", "\xad"),
    *("(cid:", "173)", "\u200b", "\u200d", "\u202a", "\ufeff", "\x00", "\x85", "\ud83d", "\ude00"),
    *("ﬁ", "Ａ", "，", "а", "о", "Д", "大", "ا", "\u1fef", "\u1ffd"),
    *("\u212a", "\n", "\r\n", "-\n", "https://a.org/", "10.1/x", "1", "A", "é", "ü"),
)  # fmt: skip
SOUP = st.lists(st.sampled_from(TOKENS), max_size=14).map("".join)

HEALTHY = [
    "Constitutional AI: Harmlessness from AI Feedback",
    "100%20 of the cases, 50% of R&D at AT&T, p < 0.05 & q > 1; 5%fat",
    r"the map $\upsilon\colon x\mapsto \xi\%$ and Altu\u{g}, \"Ust\"un, \textbf{x}\\2",
    r"C:\users\x64\305 and \\server\share",
    "https://example.org/?a=1&copy=2&lt=3 and https://example.org/Jos%C3%A9?q=%E9 and doi:10.1002/(SICI)1%3C3::AID%C3%A9",
    "E=mc2, x=20, k=C3, n=BE; a==b, ?=x, =?a?=",
    "C++, A+B, HER2+positive-cell, Multi+AND-gate",
    "don´t, it´s, l´homme, O´Brien, D´Angelo, 20˚C, the ´word´, ¨quoted¨, `code`, ``TeX'' and `a la carte'",
    "DEGREEˆ2 and RationaleˆVT, a ˜ b, 5˚",
    "Η ¨ανατροφή¨ δυστυχώς από τους προπονητές",
    "Роса в HTML, Дзюба о LLM, кВт, Яндекс XLM",
    "Tất cả mọi người đều được tự do và bình đẳng về nhân phẩm; Nguyễn Thị Hòa, Trần Hưng Đạo",
    "Ру\ufffd\ufffdкий",
    "大型语言模型（ＡＩ），及其应用：ＧＰＴ",
    "می\u200cخواهم, क्\u200dष, 👩\u200d💻, ภาษา\u200bไทย, שלום \u200eABC\u200f",
    "Dan Ştefănescu, Ayşe, Kárášjohka, Nguyễn, Ōe, ﷺ",
    "don’t “quote” – and — so… £5 §3 ©2020 ±1 µm",
    "a line\nand another\n\n\tindented  twice",
    "+1-555-0100, =5, %d %s %1, &c. &, <U+> <U+12345678>, =?, \\u \\x \\9",
]  # fmt: skip

REPAIRED: list[tuple[str, str, list[str]]] = [
    ("Mu&ntildeoz and &EACUTE;ric", "Muñoz and Éric", ["entities"]),
    ("S&Atilde;&para;ren", "Sören", ["entities", "bytes"]),
    ("S&amp;Atilde;&amp;para;ren", "Sören", ["entities", "bytes"]),
    ("&lt;U+0142&gt;ukasz", "łukasz", ["entities", "code-points"]),
    ("\\u0026eacute;tat", "état", ["backslashes", "entities"]),
    ("Jos%25C3%25A9", "José", ["percent"]),
    ("Garc´\u0131a", "García", ["accents"]),
    ("con\ufb01dence\u200b", "confidence", ["characters"]),
    ("Bai,\u00a0Yuntao\nand", "Bai, Yuntao\nand", ["no-break-spaces"]),
    ("So\u0308ren", "Sören", ["compose"]),
    ("Ｇöｄｅｌ", "Gödel", ["wide-forms"]),
    ("Mаchine", "Machine", ["look-alikes"]),
    ("=?utf-8?q?Micha=C5=82?=", "Michał", ["encoded-words"]),
    ("Micha=C5=82", "Michał", ["quoted-printable"]),
    ("Micha+AUI-", "Michał", ["utf-7"]),
    ("smile \ud83d\ude00", "smile 😀", ["characters"]),
]  # fmt: skip


@pytest.mark.parametrize("text", HEALTHY)
def test_healthy_text_stays(text: str) -> None:
    assert fix_and_explain(text) == (text, ())


@pytest.mark.parametrize(("text", "fixed", "names"), REPAIRED, ids=[ascii(case[0]) for case in REPAIRED])
def test_each_damage_is_repaired_by_its_step(text: str, fixed: str, names: list[str]) -> None:
    got = fix_and_explain(text)
    assert got.text == fixed == fix(text)
    assert [step.name for step in got.plan] == names


@given(text=ANY | SOUP)
def test_fixed_text_is_fixed(text: str) -> None:
    once = fix(text)
    assert fix(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(text=ANY | SOUP)
def test_cleaned_text_is_clean(text: str) -> None:
    once = clean(text)[0]
    assert clean(once)[0] == once


@given(text=ANY | SOUP)
def test_a_plan_does_again_what_was_done(text: str) -> None:
    fixed = fix_and_explain(text)
    assert fixed.text == fix(text) == apply_plan(text, fixed.plan)
    assert all(step.message and step.raw for applied in fixed.plan for step in applied.steps)


@given(text=SOUP)
def test_what_changes_is_told(text: str) -> None:
    fixed = fix_and_explain(text)
    assert (fixed.text == text) or fixed.plan
    silent = {"compose", "no-break-spaces"}
    assert all(applied.steps or applied.name in silent for applied in fixed.plan)


@given(text=st.text(st.characters(max_codepoint=127)) | SOUP)
def test_plain_text_needs_no_repair(text: str) -> None:
    if is_plain(text):
        assert settle(text, REPAIRS) == (text, ())


@given(text=ANY | SOUP | st.text(st.sampled_from("аоДaeЖéǎ 大，Ａ。あx")))
def test_the_quick_look_finds_all_that_the_rows_find(text: str) -> None:
    rows = [repair for repair in REPAIRS if repair.name != "bytes"]
    if is_unsuspicious(text):
        assert settle(text, rows) == (text, ())


def test_a_plan_of_one_text_repairs_another() -> None:
    plan = fix_and_explain("Katerina Hlav´aˇckov´a, S&ouml;ren").plan
    assert apply_plan("Mar´ın &amp; P´erez", plan) == "Marín & Pérez"


def test_a_plan_with_an_unknown_step_is_refused() -> None:
    with pytest.raises(KeyError):
        apply_plan("a", [Applied("no-such-step", (), ())])


def test_names_of_repairs_are_their_own() -> None:
    names = [repair.name for repair in REPAIRS]
    assert len(set(names)) == len(names)


def test_notations_nested_without_end_cost_no_time() -> None:
    text = "é"
    for _ in range(9):
        text = text.replace("&", "\\u0026").replace("é", "&eacute;").replace("\\", "&#92;")
    assert fix(fix(text)) == fix(text)


UNITS = (
    *("&", "&amp;", "&#", "&e", "&eacute", "%", "%C5", "%25"),
    *("%C5%84", "%u0144", "\\", "\\u", "\\u0144", "\\x", "\\xc5", "\\3", "\\305"),
    *("=?", "=?utf-8?q?", "=?utf-8?q?a?= ", "=C5", "=C5=84", "=\n", "=", "+"),
    *("+A", "+AUQ-", "<U+", "<U+0144", "<U+0144>", "´", "´e", "e´", "a `"),
    *("e\u0301", "\u0301", "\ud800", "\udc00", "\ud83d\ude00", "\x00", "\xad "),
    *("(cid:", "\u200d", "\u202a", "Ａ", "а", "aа", "aа ", "Д а"),
    *("http://", "10.1234/", "a.b/", "www.", "$", "$\\u", "Ã", "Ã©", "ร", "a-", "a.", "-\n", "\xa0"),
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_much_of_one_thing_is_fixed(unit: str) -> None:
    # a megabyte of each was measured by hand: 0.1 to 14 s; what is not linear does not end with a tenth of it either
    text = (unit * 100_000)[:100_000]
    assert fix(text) == fix(fix(text))


@given(st.text(st.sampled_from("aZ1 %=&+`\\\x02\x1f<U#(;.-\n"), max_size=10))
def test_what_is_suspicious_in_ascii_is_suspicious_in_any_text(text: str) -> None:
    assert bool(_SUSPICIOUS_IN_ASCII.search(text)) == bool(_SUSPICIOUS.search(text))


@given(text=SOUP, others=st.sampled_from([b"", b"acS ", bytes(range(128))]), times=st.sampled_from([1, 60]))
def test_the_signs_of_a_long_text_are_those_of_a_set(text: str, others: bytes, times: int) -> None:
    asked_for = {char for char in text * times if char not in others.decode("ascii")}
    assert asked_for <= signs_in(text * times, others) <= set(text * times)
