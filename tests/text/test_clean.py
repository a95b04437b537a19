"""Each repair of a field does what its name says, says that it did it, and leaves healthy text alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.text.characters import fix_characters
from papercat.text.clean import FIELD_REPAIRS, clean, fix_blanks, fix_hyphens, one_line, plain_line, plain_text
from papercat.text.entities import fix_entities
from papercat.text.fix import _NO_SIGNS, is_plain, is_plain_line, settle

ANY = st.text(st.characters(exclude_categories=()))
DEBRIS = st.lists(
    st.sampled_from(
        [
            "&",
            "amp;",
            "&lt;",
            "&#233;",
            "&#xe9;",
            "&nbsp;",
            "#",
            "x41;",
            "\\",
            "'",
            "e",
            "{",
            "}",
            "$",
            "\xad",
            "(cid:",
            "173)",
            "ﬁ",
            "-\n",
            "\r\n",
            "\u200b",
            "\ufeff",
            "\x00",
            "\x85",
            "�",
            "é",
            "́",
            "`",
            "Ω",
            "한",
            "가",
            "あ",
            " ",
            "\t",
            "\xa0",
            "A",
            "word",
        ]
    )
).map("".join)

CLEANED: list[tuple[str, str, str, list[str]]] = [
    ("an entity", "Ga&scaron;i&#263;, Milica", "Gašić, Milica", ["entity-decoded"]),
    ("an entity escaped twice", "AT&amp;amp;T", "AT&T", ["entity-decoded"]),
    ("a hexadecimal entity", "S&#xF6;ren", "Sören", ["entity-decoded"]),
    ("an escaped comparison", "p &lt; 0.05", "p < 0.05", ["entity-decoded"]),
    ("a no-break entity", "Bai,&nbsp;Yuntao", "Bai, Yuntao", ["entity-decoded"]),
    ("a zero-width space", "trans\u200bformer", "transformer", ["characters-normalized"]),
    ("a byte order mark in the middle", "Constitutional\ufeff AI", "Constitutional AI", ["characters-normalized"]),
    ("marks of direction", "\u202aBai\u202c, Yuntao", "Bai, Yuntao", ["characters-normalized"]),
    ("a control character", "Sleeper\x00 Agents", "Sleeper Agents", ["characters-normalized"]),
    ("wide forms", "ＡＩ ｆｏｒ ａｌｌ", "AI for all", ["characters-normalized"]),
    ("an escaped letter", "Micha\\u0142", "Michał", ["escape-decoded"]),
    ("an accent of a PDF", "P´erez", "Pérez", ["accents-joined"]),
    ("TeX that hides an escape", r"Micha\%C5\%82", "Michał", ["tex-decoded", "escape-decoded"]),
    ("bytes of cp1252", "the model\x92s \x93stated\x94 reasoning\x85", "the model’s “stated” reasoning…", ["characters-normalized"]),
    ("half a surrogate pair", "Sleeper\ud83d Agents", "Sleeper Agents", ["characters-normalized"]),
    ("a ligature", "con\ufb01dence and e\ufb03ciency", "confidence and efficiency", ["characters-normalized"]),
    ("a soft hyphen", "mono\u00adsemantic", "monosemantic", ["characters-normalized"]),
    ("a soft hyphen at a line's end", "mono\u00ad\nsemantic", "monosemantic", ["characters-normalized"]),
    ("a soft hyphen of a PDF", "combi(cid:173) nations", "combinations", ["characters-normalized"]),
    ("TeX", r"Mindermann, S{\"o}ren", "Mindermann, Sören", ["tex-decoded"]),
    ("TeX within an entity", r"Sch&uuml;tze \&amp; Mindermann", "Schütze & Mindermann", ["entity-decoded", "tex-decoded"]),
    ("a word cut at a line's end", "recurrent neural pre-\ndictions", "recurrent neural predictions", ["words-joined"]),
    ("a compound at a line's end", "Hindi-\nEnglish", "Hindi-English", ["words-joined"]),
    ("blanks", "  Sharma, \t Mrinank\r\n", "Sharma, Mrinank", []),
    ("blanks of all kinds", "a\u00a0b\u2003c\u3000d\u2009e", "a b c d e", []),
    ("line breaks", "As AI systems\nbecome more\r\ncapable", "As AI systems become more capable", []),
    ("a line break in Chinese", "大型语言\n模型", "大型语言模型", []),
    ("letters taken apart", "So\u0308ren", "Sören", []),
    ("the sign of ångström", "5 \u212b", "5 Å", []),
    ("nothing", "", "", []),
    ("blanks alone", " \n\t", "", []),
]
KEPT: list[tuple[str, str]] = [
    ("plain", "Constitutional AI: Harmlessness from AI Feedback"),
    ("quotes and dashes", "The model’s “stated” reasoning – it isn’t ‘faithful’ — so far…"),
    ("an ampersand", "AT&T, R&D, Barnes & Noble; Q&A"),
    ("an ampersand before a word and a semicolon", "see &foo; and &; and &#; and &#x;"),
    ("an address with parameters", "https://example.org/?a=1&lt=2&copy=3"),
    ("math", r"$\alpha\_1$, $x_{1}$ and $a < b$"),
    ("a TeX command", r"Such \emph{monosemantic} neurons are of ``great'' help"),
    ("a path", r"C:\users\victor"),
    ("hyphens", "state-of-the-art multi-task learning, pre- and post-training"),
    ("signs", "5 µm ± 2 °C × 3 ≤ 4 ² ½ ™ ©"),
    ("other scripts", "大型语言模型 Модели نماذج מודלים मॉडल 모델 แบบจำลอง"),
    ("emoji", "🤗 Transformers"),
    ("wide forms beside Chinese", "ＡＩ大模型"),
    ("superscripts", "E=mc²"),
]


@pytest.mark.parametrize(("raw", "text", "codes"), [pytest.param(*case[1:], id=case[0]) for case in CLEANED])
def test_debris_goes_and_is_said(raw: str, text: str, codes: list[str]) -> None:
    cleaned, steps = clean(raw)
    assert cleaned == text
    assert [step.code for step in steps] == codes


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in KEPT])
def test_healthy_text_stays(text: str) -> None:
    assert clean(text) == (text, [])


@given(text=ANY | DEBRIS)
def test_any_text_becomes_one_clean_line(text: str) -> None:
    cleaned, steps = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned == " ".join(cleaned.split())
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in cleaned)
    assert all(step.message and step.raw for step in steps)


@given(text=ANY | DEBRIS.filter(lambda text: "&" not in text and "\\" not in text and "cid" not in text))
def test_clean_text_is_clean(text: str) -> None:
    cleaned = clean(text)[0]
    assert clean(cleaned)[0] == cleaned


@pytest.mark.parametrize("raw", [r"\\%", r"\\\\%", r"a\\\%", "\\\u1fefΩ"])
def test_clean_tex_is_clean(raw: str) -> None:
    cleaned = clean(raw)[0]
    assert clean(cleaned)[0] == cleaned


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("I&ntilde;igo", "Iñigo"),
        ("&amp;amp;", "&"),
        ("&amp;lt;", "<"),
        ("&lt;b&gt;", "<b>"),
        ("&#8217;", "’"),
        ("&#x2019;", "’"),
        ("&hellip;", "…"),
        ("&#0;", "\ufffd"),
        ("&#xD800;", "\ufffd"),
        ("&#99999999;", "&#99999999;"),
        ("&nosuch;", "&nosuch;"),
        ("AT&T", "AT&T"),
        ("R&D;", "R&D;"),
        ("&copy", "&copy"),
        ("fish&chips", "fish&chips"),
        ("&", "&"),
    ],
)
def test_entities_are_read_where_they_end(raw: str, text: str) -> None:
    assert fix_entities(raw) == text


@given(text=ANY.filter(lambda text: "&" not in text))
def test_text_without_an_ampersand_has_no_entities(text: str) -> None:
    assert fix_entities(text) == text


@given(text=ANY | DEBRIS)
def test_text_without_debris_has_its_characters(text: str) -> None:
    fixed = fix_characters(text)
    if "(cid:" not in fixed:
        assert fix_characters(fixed) == fixed
    assert not set(fixed) & set("\u00ad\u200b\ufeff\x00\ufb01\ud800")


@given(text=ANY)
def test_blanks_are_single(text: str) -> None:
    fixed = fix_blanks(text)
    assert fix_blanks(fixed) == fixed
    assert "".join(fixed.split()) == "".join(text.split())


HYPHENS: list[tuple[str, str, set[str]]] = [
    ("answer-\ning", "answering", set()),
    ("answer-\r\ning", "answering", set()),
    ("answer- \ning", "answering", set()),
    ("answer-\n  ing", "answering", set()),
    ("état-\nmajor", "étatmajor", set()),
    ("état-\nmajor", "état-major", {"état-major"}),
    ("multi-\ntask", "multi-task", {"multi-task"}),
    ("Multi-\ntask", "Multitask", {"multitask"}),
    ("state-of-\nthe-art", "state-of-the-art", set()),
    ("Hindi-\nEnglish", "Hindi-English", set()),
    ("Garriga-\nAlonso", "Garriga-Alonso", set()),
    ("x-\nray", "x-ray", set()),
    ("pre- and\npost-training", "pre- and\npost-training", set()),
    ("GPT-\n4", "GPT-\n4", set()),
    ("2020-\n2022", "2020-\n2022", set()),
    ("– a dash –\nhere", "– a dash –\nhere", set()),
    ("- a\n- list", "- a\n- list", set()),
    ("a paragraph-\n\nanother", "a paragraphanother", set()),
    ("no break", "no break", set()),
]


@pytest.mark.parametrize(("raw", "text", "words"), HYPHENS, ids=[ascii(raw) for raw, _, _ in HYPHENS])
def test_words_cut_at_a_line_end_are_joined(raw: str, text: str, words: set[str]) -> None:
    assert fix_hyphens(raw, words) == text


@given(text=st.text(st.sampled_from("abA-\n\r \t1é")))
def test_joining_takes_hyphens_and_blanks_alone(text: str) -> None:
    kept = [char for char in fix_hyphens(text) if char not in "-\n\r \t"]
    assert kept == [char for char in text if char not in "-\n\r \t"]


UNITS = (
    "a",
    "a-",
    "a-\n",
    "-\n",
    "&",
    "&amp;",
    "&#",
    "\\",
    "\\'",
    "\\'{a}",
    "{",
    "$",
    "(cid:173)",
    "\u00ad",
    " ",
    "\u3042\n",
    "각",
    "\ud800",
    "e\u0301",
)


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_a_megabyte_of_one_thing_is_cleaned(unit: str) -> None:
    text = (unit * 1_000_000)[:1_000_000]
    clean(f"{text}\nand so on")
    fix_entities(text)
    fix_characters(text)
    fix_blanks(text)


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_much_of_one_thing_is_joined(unit: str) -> None:
    fix_hyphens((unit * 1_000_000)[:1_000_000])


WORDS = st.sampled_from(
    ["We", "show", "näive", "state-of-", "the-art", "R&D", "&amp;", "pre-", "dictions", "大型", "语言", "\\'e", "Ã¶", "\u00a0", "- ", "x"]
)
GAPS = st.sampled_from([" ", "  ", "\n", "\r\n", "\n   ", "\t", "\r", "\u2003", "\x0b"])


@given(st.lists(st.tuples(WORDS, GAPS), max_size=12).map(lambda parts: "".join(word + gap for word, gap in parts)))
def test_lines_joined_at_one_go_are_what_the_repairs_make_of_them(raw: str) -> None:
    fixed = settle(raw, FIELD_REPAIRS, {"hyphens": ((),), "bytes": None})
    assert clean(raw, (), {"bytes": None}) == (fixed.text, [step for applied in fixed.plan for step in applied.steps])


@given(st.lists(st.tuples(WORDS, GAPS), max_size=6).map(lambda parts: "".join(word + gap for word, gap in parts)) | st.text(max_size=9))
def test_a_line_without_anything_to_repair_is_cleaned_as_it_always_is(raw: str) -> None:
    line = plain_line(raw)
    assert line is None or (line, []) == clean(raw, (), {"bytes": None}) == clean(raw)


RAW = st.lists(st.tuples(WORDS, GAPS), max_size=6).map(lambda parts: "".join(word + gap for word, gap in parts)) | st.text(max_size=9)


@given(RAW | st.text(st.sampled_from("a-\n\r\t\v <U+(cid:%&"), max_size=12))
def test_a_plain_text_is_cleaned_as_it_always_is(raw: str) -> None:
    assert is_plain_line(raw) == (is_plain(raw) and raw.isprintable())
    text = plain_text(raw)
    assert text is None or (text, []) == clean(raw)


@given(st.text(st.sampled_from("ab \n\r\t\v\x1e-"), max_size=12))
def test_one_line_is_what_all_blanks_are_made_of(text: str) -> None:
    assert one_line(text) == fix_blanks(text)


def test_no_letter_or_digit_is_a_sign() -> None:
    assert all(row.signs.isdisjoint(_NO_SIGNS.decode()) for row in FIELD_REPAIRS)
