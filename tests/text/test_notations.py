"""Each notation is read where it is one, and left where it is something else."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.text.accents import Order, accent_order, fix_accents
from papercat.text.characters import fix_characters, fix_look_alikes, fix_wide_forms
from papercat.text.context import ADDRESS, MATH, found, outside
from papercat.text.entities import ENTITY, _open, _whole, fix_entities
from papercat.text.escapes import _BACKSLASH_U, _BACKSLASH_X, _OCTAL, fix_backslashes, fix_code_points, fix_percent
from papercat.text.mail import fix_encoded_words, fix_quoted_printable, fix_utf7

Repair = Callable[[str], str]

READ = [
    (fix_entities, "Ga&scaron;i&#263;", "Gašić"),
    (fix_entities, "&amp;amp;lt;b&amp;gt;", "<b>"),
    (fix_entities, "Mu&ntildeoz, Jos&eacute, &Oslashstein", "Muñoz, José, Østein"),
    (fix_entities, "Gu&ethmundsd&oacutettir, &THORNorsteinn", "Guðmundsdóttir, Þorsteinn"),
    (fix_entities, "Ko&#263ak, Ng&#7909y", "Koćak, Ngụy"),
    (fix_entities, "don&#146;t &#150; and &#x92;", "don’t – and ’"),
    (fix_entities, "AT&amp T, a &lt b", "AT& T, a < b"),
    (fix_entities, "M&UUML;ller M&UUML;LLER &EACUTE;mile Ren&EACUTE; RO&SCARON;&CCARON;ka", "Müller MÜLLER Émile René ROščka"),
    (fix_percent, "Jos%C3%A9%20Mu%C3%B1oz%2C A.", "José Muñoz, A."),
    (fix_percent, "G%F6del and G%f6del", "Gödel and Gödel"),
    (fix_percent, "%D6zt%FCrk", "Öztürk"),
    (fix_percent, "O%E2%80%99Neil", "O’Neil"),
    (fix_percent, "%u0141ukasz %ud83d%ude00", "Łukasz 😀"),
    (fix_backslashes, r"Micha\u0142 Micha\\u0142 Micha\u{142} \U0001F600 \ud83d\ude00", "Michał Michał Michał 😀 😀"),
    (fix_backslashes, r"Hlav\xc3\xa1\xc4\x8dkov\xc3\xa1 G\xf6del", "Hlaváčková Gödel"),
    (fix_backslashes, r"Stanis\305\202aw Ren\351", "Stanisław René"),
    (fix_backslashes, r"AT\u0026T", "AT&T"),
    (fix_code_points, "Stanis<U+0142>aw <U+1F600>", "Stanisław 😀"),
    (fix_quoted_printable, "Stanis=C5=82aw=20Jastrz=C4=\n=99bski", "Stanisław Jastrzębski"),
    (fix_quoted_printable, "M=FCller", "Müller"),
    (fix_encoded_words, "=?UTF-8?Q?Micha=C5=82_Kosi=C5=84ski?=", "Michał Kosiński"),
    (fix_encoded_words, "=?iso-8859-2?b?TWljaGGz?= <m@example.org>", "Michał <m@example.org>"),
    (fix_encoded_words, "=?utf-8?q?Micha=C5?=\n =?utf-8?q?=82?=", "Michał"),
    (fix_encoded_words, "=?gb2312?B?yMvIy8n6?=", "人人生"),
    (fix_utf7, "Micha+AUI- Jos+AOk, Adri+AOA", "Michał José, Adrià"),
    (fix_utf7, "Ph+AbABoQ-ng", "Phương"),
    (fix_wide_forms, "Ningbo，China", "Ningbo,China"),
    (fix_look_alikes, "Kаtеrinа Hlаváčkоvá, Ао", "Katerina Hlaváčková, Ao"),
    (fix_characters, "a\u200b b\ufeff\u202ac\u202c\x00 \u00adx", "a bc x"),
    (fix_characters, "mono\u00ad\nsemantic", "monosemantic"),
    (fix_characters, "\ud83d\ude00\ud83d", "😀"),
]  # fmt: skip

KEPT = [
    (fix_entities, "AT&T; R&D; &foo; &; &#; &#x; &copy &reg BTC&ETH rose&thorn a&b &ouml=1 ?q&eacute=2 &#99999999; item &#12"),
    (fix_entities, "https://example.org/?a=1&eacute&lt=3"),
    (fix_percent, "100%20, 95%CI, 20%body%fat, LV%EF, %FEV1, 50%decrease, %%, %d, %E9 and %C3"),
    (fix_percent, "www.example.org/Jos%C3%A9 10.1002/abc%C3%A9 mailto:a%C3%A9@b example.org/%C3%A9"),
    (fix_backslashes, r"\upsilon \u{g} \u g \uface \xi \xbar \ddot{x} \101 \\200 \305 C:\x64\users \1\2\3 \u000a \u005c"),
    (fix_backslashes, r"the map $\xc3\xa9 \u0142$"),
    (fix_code_points, "U+0142, <U+>, <U+D800>, <U+0000>, <U+110000>, <u+0142>"),
    (fix_quoted_printable, "E=mc2 x=20 k=C3 n=DE A=E9B x=DEt == =\n =3D"),
    (fix_encoded_words, "=?a?=, =?x?q?=FF?=, =?utf-8?q?=FF?=, =?utf-8?b?!!?=, =?punycode?q?a?=, =?utf-8?q?a=00?="),
    (fix_utf7, "C++ A+B +AND- +ALL- HER2+positive- x+AAAA- MEG+AMI-based 5+APY- a+b+c +-"),
    (fix_wide_forms, "大型语言模型（ＡＩ）， ＧＰＴ"),
    (fix_look_alikes, "Роса, Дзюба о LLM, XLM и BERT, кВт"),
    (fix_look_alikes, "оно А."),
    (fix_characters, "می\u200cخواهم \u200fab 👩\u200d💻 ภาษา\u200bไทย\tx\ny"),
]  # fmt: skip


@pytest.mark.parametrize(("repair", "text", "expected"), READ, ids=[f"{case[0].__name__} {case[1]!a}" for case in READ])
def test_a_notation_is_read(repair: Repair, text: str, expected: str) -> None:
    assert repair(text) == expected
    assert repair(expected) == expected


@pytest.mark.parametrize(("repair", "text"), KEPT, ids=[f"{case[0].__name__} {ascii(case[1])[:40]}" for case in KEPT])
def test_what_is_none_stays(repair: Repair, text: str) -> None:
    assert repair(text) == text


@pytest.mark.parametrize("repair", dict.fromkeys(case[0] for case in KEPT))
@given(text=st.text(st.characters(exclude_categories=())))
def test_any_text_is_read_without_an_error(repair: Repair, text: str) -> None:
    repair(text)


ORDERS = [
    ("Katerina Hlav´aˇckov´a", Order("before", ""), "Katerina Hlaváčková"),
    ("Katerina Hlava´cˇkova´", Order("after", ""), "Katerina Hlaváčková"),
    ("Katerina Hlav´ aˇ ckov´ a", Order("before, blank", ""), "Katerina Hlaváčková"),
    ("Garc ´ıa, G ¨odel", Order("blank, before", ""), "García, Gödel"),
    ("Mu˜noz and Mu˜niz", Order("before", ""), "Muñoz and Muñiz"),
    ("Mun˜oz", Order("after", ""), "Muñoz"),
    ("Fran¸cois", Order("", "before"), "François"),
    ("Franc¸ois and Jir´ı", Order("before", "after"), "François and Jirí"),
    ("Nicol`o and Mich`ele", Order("before", ""), "Nicolò and Michèle"),
    ("´Etienne", Order("before", ""), "Étienne"),
    ("Piotr Ba´nski", Order("before", ""), "Piotr Bański"),
]  # fmt: skip
NO_ACCENTS = (
    *("don´t", "it´s", "l´homme", "O´Brien", "D´Angelo", "Google´s", "the boys´ club", "the ´word´ is", "`code` and `more`", "``TeX''"),
    *("20˚C", "a ˜ b", "DEGREEˆ2", "RationaleˆVT", "´", "e ´", "´ 5", "¨Η ανατροφή¨", "x`y", "f´(x)"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "order", "expected"), ORDERS, ids=[case[0] for case in ORDERS])
def test_the_order_of_accents_is_told_by_their_letters(text: str, order: Order, expected: str) -> None:
    assert accent_order(text) == order
    assert fix_accents(text, order) == expected


@pytest.mark.parametrize("text", NO_ACCENTS)
def test_other_signs_are_no_accents(text: str) -> None:
    assert accent_order(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Toma´s Izo", "Tomás Izo", marks=pytest.mark.xfail(strict=True, reason="by itself, ´s can be a possessive")),
        pytest.param("The´ophile", "Théophile", marks=pytest.mark.xfail(strict=True, reason="eó is as common as éo")),
        pytest.param("Yiˇgitcan", "Yiǧitcan", marks=pytest.mark.xfail(strict=True, reason="ǧ alone is too rare to speak for an order")),
    ],
)
def test_one_name_can_have_too_little_evidence(text: str, expected: str) -> None:
    order = accent_order(text)
    assert order
    assert fix_accents(text, order) == expected


@given(
    st.lists(st.sampled_from("& &amp &lt &eacute &#233 &#xe9 &eth &copy &copy; ; = x é https://a.org/ 10.1000/ \n".split(" "))).map("".join)
)
def test_entities_are_read_as_if_addresses_were_always_looked_for(text: str) -> None:
    slow, before = text, ""
    for _ in range(4):
        before, slow = slow, outside(ENTITY.sub(_whole, slow), _open)
        if slow == before:
            break
    assert fix_entities(text) == slow


SIGNS = "a|b.|/|//|http:|HTTPS://|www.|Www| |\n|\u3000|$|doi:|DOI:|10.1234/|a.org/|-|:|: |\u017f|\u0131|5|\\|ftp://|.".split("|")


ADDRESS_OR_MATH = re.compile(f"{ADDRESS.pattern}|{MATH.pattern}", re.IGNORECASE)


@pytest.mark.parametrize(("math", "kept"), [(False, ADDRESS), (True, ADDRESS_OR_MATH)], ids=["addresses", "math"])
@given(text=st.lists(st.sampled_from(SIGNS), max_size=16).map("".join))
def test_addresses_are_found_as_by_their_pattern(kept: re.Pattern[str], text: str, *, math: bool) -> None:
    assert list(found(text, math=math)) == [match.span() for match in kept.finditer(text)]


@pytest.mark.parametrize(
    ("pattern", "plain"),
    [
        (_BACKSLASH_U, r"(?:\\{1,4}(?:u[0-9A-Fa-f]{4}|U000[0-9A-Fa-f]{5}|u\{[0-9A-Fa-f]{3,6}\}))+"),
        (_BACKSLASH_X, r"(?:\\{1,4}x[0-9A-Fa-f]{2})+"),
        (_OCTAL, r"(?<!\\)(?:\\{1,2}[0-3][0-7]{2})+"),
    ],
    ids=["u", "x", "octal"],
)
@given(text=st.lists(st.sampled_from(r"\ \\ u 0142 x c3 \303 \266 U00010000 u{1f600} { 7 a \u0142 \xc5".split()), max_size=9).map("".join))
def test_patterns_that_begin_with_one_backslash_find_what_the_plain_ones_do(pattern: re.Pattern[str], plain: str, text: str) -> None:
    assert [match.span() for match in pattern.finditer(text)] == [match.span() for match in re.finditer(plain, text)]
