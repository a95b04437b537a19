"""Every byte string has a reading, and what was guessed or broken is said."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.text.decode import decode, is_binary

TEXT = "Mindermann, Sören\nLukošiūtė, Kamilė\n大型语言模型 😀\n"
LATIN = "Mindermann, Sören, Garriga-Alonso, Adrià – “l’été”"
ENGLISH = "Constitutional AI: Harmlessness from AI Feedback\nBai, Yuntao, Kadavath, Saurav\n"

CASES: list[tuple[str, bytes, str, str]] = [
    ("nothing", b"", "", "utf-8"),
    ("ascii", ENGLISH.encode("ascii"), ENGLISH, "utf-8"),
    ("utf-8", TEXT.encode(), TEXT, "utf-8"),
    ("utf-8 with a mark", codecs.BOM_UTF8 + TEXT.encode(), TEXT, "utf-8-sig"),
    ("utf-16 little", codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), TEXT, "utf-16"),
    ("utf-16 big", codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), TEXT, "utf-16"),
    ("utf-32 little", codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), TEXT, "utf-32"),
    ("utf-32 big", codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), TEXT, "utf-32"),
    ("a mark and nothing", codecs.BOM_UTF16_LE, "", "utf-16"),
    ("line ends as they are", b"a\r\nb\rc\n", "a\r\nb\rc\n", "utf-8"),
    ("damaged names are text", "Mindermann, Sรถren".encode(), "Mindermann, Sรถren", "utf-8"),
    ("a zero now and then", b"Bai\x00, Yuntao", "Bai\x00, Yuntao", "utf-8"),
]
GUESSED: list[tuple[str, bytes, str, str]] = [
    ("cp1252", LATIN.encode("cp1252"), LATIN, "cp1252"),
    ("latin-1", b"S\xf6ren", "Sören", "cp1252"),
    ("the five bytes that cp1252 lacks", b"\xf6\x81\x8d\x8f\x90\x9d", "ö\x81\x8d\x8f\x90\x9d", "cp1252"),
    ("utf-16 little without a mark", ENGLISH.encode("utf-16-le"), ENGLISH, "utf-16-le"),
    ("utf-16 big without a mark", ENGLISH.encode("utf-16-be"), ENGLISH, "utf-16-be"),
    ("utf-16 with accents without a mark", LATIN.encode("utf-16-le"), LATIN, "utf-16-le"),
]
BROKEN: list[tuple[str, bytes, str, str]] = [
    ("one stray byte in utf-8", "Sören, Adrià, Kamilė ".encode() + b"\xf6", "Sören, Adrià, Kamilė ö", "utf-8"),
    ("utf-8 cut in a character", "Sören, Adrià, Kamilė".encode()[:-1], "Sören, Adrià, KamilÄ", "utf-8"),
    ("a mark that lies", codecs.BOM_UTF8 + b"S\xf6ren", "Sören", "cp1252"),
    ("utf-16 cut in a character", codecs.BOM_UTF16_LE + ENGLISH.encode("utf-16-le")[:-1], ENGLISH[:-1] + "\ufffd", "utf-16"),
]


@pytest.mark.parametrize(("data", "text", "encoding"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_what_is_plain_is_read_without_a_note(data: bytes, text: str, encoding: str) -> None:
    assert decode(data)[:3] == (text, encoding, "")


@pytest.mark.parametrize(("data", "text", "encoding"), [pytest.param(*case[1:], id=case[0]) for case in GUESSED])
def test_a_guess_is_said(data: bytes, text: str, encoding: str) -> None:
    found = decode(data)
    assert found[:2] == (text, encoding)
    assert f"read as {encoding}" in found.note
    assert found.code == "encoding-guessed"


@pytest.mark.parametrize(("data", "text", "encoding"), [pytest.param(*case[1:], id=case[0]) for case in BROKEN])
def test_what_is_broken_is_read_with_a_note(data: bytes, text: str, encoding: str) -> None:
    found = decode(data)
    assert found[:2] == (text, encoding)
    assert found.note


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_may_be_cut_in_a_character(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)[:-1]).text.startswith(ENGLISH[:-1])


@pytest.mark.xfail(strict=True, reason="UTF-16 without a mark is known by its zero bytes, and Chinese has none")
def test_chinese_in_utf_16_without_a_mark() -> None:
    text = "大型语言模型在许多任务上表现出色"
    assert decode(text.encode("utf-16-le")).text == text


@given(data=st.binary())
def test_any_bytes_have_a_reading(data: bytes) -> None:
    found = decode(data)
    assert bool(found.text) or not data.lstrip(b"\xef\xbb\xbf\xff\xfe\x00")
    assert found.encoding


@given(text=st.text())
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_what_bears_a_mark_comes_back(encoding: str, text: str) -> None:
    # a mark in front of a mark is a character of the text
    assert decode(text.encode(encoding)).text == text


@given(data=st.binary().filter(lambda data: decode(data).encoding == "cp1252" and not data.startswith(b"\xef\xbb\xbf")))
def test_no_two_bytes_fall_together_in_cp1252(data: bytes) -> None:
    assert len(decode(data).text) == len(data)


TEXTS = (
    "Constitutional AI",
    "Mindermann, Sรถren",
    "大型语言模型",
    "a\tb\r\nc\fd",
    "\x1b[1mbold\x1b[0m in a terminal",
    "x" * 999 + "\x00",
    "",
)
BINARIES = ("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00", "PK\x03\x04\x14\x00\x00\x00\x08\x00", "\x00" * 8, "%PDF-1.4\x00\x01\x02\x03")


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_text_is_not_taken_for_a_picture(text: str) -> None:
    assert not is_binary(text)


@pytest.mark.parametrize("text", BINARIES, ids=range(len(BINARIES)))
def test_pictures_and_archives_are_no_text(text: str) -> None:
    assert is_binary(text)
