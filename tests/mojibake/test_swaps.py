"""Bytes of one table that were read with another are read again; healthy words that look like it stay."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.mojibake import swaps
from papercat.mojibake.damage import diagnose, repair, verdict
from papercat.mojibake.diagnosis import Damage
from papercat.mojibake.quiet import _SPLITS, is_quiet
from papercat.mojibake.sequences import CODECS, codec_table
from papercat.mojibake.swaps import _tokens

# (written with, read with, a name of public scholarship): each alone, as a field stands in a table
ALONE = [
    ("cp1250", "cp1252", "Dvořák"), ("cp1250", "cp1252", "Marko Kovačević"), ("cp1250", "cp1252", "Michał Kosiński"),
    ("iso8859_2", "latin-1", "Radek Novotný Dušan Kovačević"), ("cp1254", "cp1252", "Ayşe Yıldız"), ("cp1252", "cp1250", "João Conceição"),
    ("mac_roman", "cp1252", "José Gómez"), ("cp1252", "mac_roman", "Jürgen Müller"), ("cp437", "cp1252", "José Gómez"),
    ("cp850", "cp1252", "Björn Gómez"), ("cp1252", "cp437", "José Gómez"), ("cp1252", "cp850", "François Müller"),
    ("cp1252", "cp874", "José Gómez"), ("cp1252", "gbk", "Jürgen Müller"), ("utf-8", "gbk", "José Gómez"),
    ("utf-8", "cp932", "José Gómez"), ("utf-8", "cp949", "José Gómez"), ("utf-8", "big5", "José Gómez"),
    ("cp1252", "cp1251", "Jürgen Müller"),
    ("cp1252", "cp1253", "Jürgen Müller"), ("cp1252", "koi8_r", "Jürgen Müller"), ("cp852", "cp1252", "Kovačević"),
]  # fmt: skip


@pytest.mark.parametrize(("wrote", "codec", "name"), ALONE)
def test_a_name_alone_is_read_again(wrote: str, codec: str, name: str) -> None:
    raw = name.encode(wrote).decode(codec)
    damage = diagnose(raw)
    assert damage is not None
    assert repair(raw, damage)[0] == name


# Words that another table makes a name of, or nearly, and that are what they are.
HEALTHY = [
    "Kyôsuke", "Alëna Aksënova", "Mauá", "Welß", "Žorga", "Janiça", "Sørensen, Søren", "Loïc", "Màrquez", "Esplà-Gomis", "Bannò",
    "Grieβhaber", "Grießhaber", "Mаchine", "pêcher", "Alþingi", "Dessì", "N×N", "O(nˆ6)", "25 µm", "5 °C", "“quoted”", "Smith³",
    "©Springer", "Nº 5", "C/EBPß", "Mª José", "γcat", "OSLα", "u-μP", "Tony毛", "Python编程", "與Eigen-MLLR", "T恤", "far—so", "isn’t",
    "l’été", "D’Angelo", "Col·lecció",
    "Müller\u00a0et\u00a0al.", "LIBERTÉ»", "IRMÃ", "HÅØYA ER BLÅØYD", "a radius of 10 Å—", "Elaine\u00a0Çelik",
]  # fmt: skip


@pytest.mark.parametrize("text", HEALTHY)
def test_what_looks_like_another_table_stays(text: str) -> None:
    assert diagnose(text) is None


FIELDS = [
    "王伟", "李娜", "毛泽东", "蔡英文", "佐藤健", "タナカ", "김민준", "이서연", "Дмитрий Иванов", "Ольга Ёлкина",
    "Їжакевич Ґалаґан", "РОССИЯ",
    "Ђорђе Петровић",
    "Παπαδόπουλος", "Γιώργος Σεφέρης", "ΟΎΖΟ", "Ὀδυσσεύς", "สมชาย ใจดี", "เธอ", "محمد أحمد", "יעל כהן", "रमेश कुमार",
    "Nguyễn Văn Ánh", "Trần Thị Thuỷ", "Şükrü Güneş", "Łukasz Żółw", "Þórður", "Ærø", "Çelik", "Ōta", "Ólöf", "Ægir", "東京大学Tokyo",
]  # fmt: skip


@pytest.mark.parametrize("field", FIELDS)
def test_a_healthy_field_stays_by_itself(field: str) -> None:
    assert diagnose(field) is None
    assert verdict(field) is None


LINE = "Dvořák, Müller, Kovačević, Novák, Šipka, Žižka, Černý, Łukasz, Wójcik, Gómez, Szabó"


@pytest.mark.parametrize(
    ("wrote", "codec"), [("cp1250", "cp1252"), ("iso8859_2", "latin-1"), ("cp1250", "mac_roman"), ("mac_latin2", "cp1250")]
)
def test_the_verdict_on_a_line_carries_the_words_that_say_little(wrote: str, codec: str) -> None:
    raw = LINE.encode(wrote).decode(codec)
    damage = diagnose(raw)
    assert damage is not None
    assert not damage.mixed
    assert repair(raw, damage)[0] == LINE


@pytest.mark.parametrize("token", ["1–9", "—", "“", "12…"])
def test_a_sign_by_itself_is_no_letter_whatever_the_verdict(token: str) -> None:
    assert repair(token, Damage("cp1250", 1, 40.0, "mac_latin2"))[0] == token


def test_one_damaged_name_among_healthy_ones_is_read_by_itself() -> None:
    raw = "Sørensen, Bjørn, Gaëlle, Inès, Hélène, François, Æsa, Søren, Jørgensen, Stankoviæ"
    damage = diagnose(raw)
    assert damage is not None
    assert damage.mixed
    assert repair(raw, damage)[0] == raw.replace("æ", "ć")


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Mu\udcc3\udcb1oz", "Muñoz"), ("Mu\udcf1oz", "Muñoz"), ("hello â\x98ºí\xa0½í¸\x98", "hello ☺😘"), ("two вЂ“ three", "two – three"),
        ("РњРѕСЃРєРІР°", "Москва"), ("Âµm and Ã¶", "µm and ö"), ("â\x9d¤", "❤"), ("MichaÃ\x85Â\x82 Nowak", "Michał Nowak"),
    ],
)  # fmt: skip
def test_bytes_that_stand_as_something_else_are_read(raw: str, name: str) -> None:
    damage = diagnose(raw)
    assert damage is not None
    assert repair(raw, damage)[0] == name


def test_marks_are_filled_where_names_tell_and_kept_where_not() -> None:
    raw = "Jos\ufffd Hern\ufffdndez, Lorr\ufffd"
    damage = diagnose(raw)
    assert damage is not None
    text, changes = repair(raw, damage)
    assert text == "José Hernández, Lorr\ufffd"
    assert [change.kind for change in changes] == ["inferred", "inferred", "kept"]


TEXTS = st.lists(st.sampled_from([*"MülerDvoøák³¸“—’ ,éÃ©谩ﾃ\u00a0\ufffd\udcc3รถРС", "Müller", "Stankoviæ"])).map("".join) | st.text(
    st.characters(exclude_categories=())
)


CYRILLIC = "Дмитрий Иванов, Мария Кузнецова, Олег Соколов"


@pytest.mark.parametrize(
    ("wrote", "codec"),
    [("cp1251", "cp1252"), ("koi8_r", "cp1252"), ("cp866", "cp1251"), ("koi8_r", "cp1251"), ("cp1251", "mac_roman"), ("cp1251", "cp866")],
)
def test_cyrillic_in_another_table_is_read_again(wrote: str, codec: str) -> None:
    raw = CYRILLIC.encode(wrote).decode(codec)
    damage = diagnose(raw)
    assert damage is not None
    assert repair(raw, damage)[0] == CYRILLIC


@pytest.mark.parametrize("layers", [1, 2])
@pytest.mark.parametrize("text", ["Проблемы обработки естественного языка", "Иванов Пётр, Сидорова Мария"])
def test_cyrillic_that_went_through_its_table_comes_back_with_the_byte_it_lost(text: str, layers: int) -> None:
    raw = text
    for _ in range(layers):
        raw = raw.encode().decode("cp1251", "replace")  # it has no byte 98, the end of И
    damage = diagnose(raw)
    assert damage is not None
    assert damage.layers == layers
    assert repair(raw, damage)[0] == text


def test_greek_in_the_western_table_is_read_again() -> None:
    raw = "Γιώργος Σεφέρης".encode("cp1253").decode("cp1252")
    damage = diagnose(raw)
    assert damage is not None
    assert repair(raw, damage)[0] == "Γιώργος Σεφέρης"


@pytest.mark.parametrize(
    "text",
    ["ÄÖÜ", "ÀÉÎ", "áéíóú", "àáâãäåæçèé", "ÀÁÂÃÄÅÆÇÈÉ", "ÁÉÍÓÖŐÚÜŰ", "ãåéíïñ", "дМИТРИЙ", "кОНФЕРЕНЦИЯ", "пРИВЕТ всем", "ФБГУ МГУ", "СССР"],
)
def test_letters_without_a_word_and_slips_of_the_shift_key_stay(text: str) -> None:
    assert diagnose(text) is None


@given(text=TEXTS)
def test_what_is_quiet_has_no_verdict(text: str) -> None:
    if is_quiet(text):
        assert verdict(text) is None


@given(text=TEXTS, pair=st.sampled_from(swaps.PAIRS))
def test_a_reading_goes_back_to_the_same_bytes(text: str, pair: tuple[float, str, str]) -> None:
    _, wrote, codec = pair
    reading = swaps.read(text, wrote, codec)
    if reading is not None and codec in swaps.WIDE:
        assert reading.encode(wrote).decode(codec) == text


@given(text=TEXTS)
def test_a_word_that_was_read_again_is_not_odd_any_more(text: str) -> None:
    damage = diagnose(text)
    if damage and damage.wrote not in ("", "utf-8"):
        changed = [change for change in repair(text, damage)[1] if len(change.before) < swaps.LONGEST]
        assert all(swaps.gain(change.before, change.after) > -swaps.MOST_CARRIED for change in changed)


# what `quiet._SPLITS` say, by looking back from each place
SLOW_SPLITS = (
    re.compile(r"(?<=[^\W\d_])\u00a0(?=[a-z])"),
    re.compile("(?<=[A-Za-z])[–—…“”‘](?=[a-z])"),
    re.compile("(?<=[b-df-hj-np-tv-z]{2})’(?=[a-su-z])"),
)


@given(st.text(st.sampled_from("aAbcétu1 \u00a0–—…“”‘’")))
def test_a_mark_is_found_from_itself_as_from_what_stands_before_it(text: str) -> None:
    assert [bool(split.search(text)) for split in _SPLITS] == [bool(split.search(text)) for split in SLOW_SPLITS]


@given(token=st.text(st.characters(max_codepoint=0x500)), codec=st.sampled_from(CODECS))
def test_letters_are_read_one_by_one(token: str, codec: str) -> None:
    table = {char: bytes((byte,)).decode("cp1250", "ignore") for char, byte in codec_table(codec).items()}
    read = [char if char.isascii() else table.get(char, "") for char in token]
    assert swaps.read(token, "cp1250", codec) == ("".join(read) if all(read) else None)


@given(st.text(alphabet=st.sampled_from("aé, ;\t\r\nß\u00a0\u2028ø³"), max_size=40))
def test_a_text_is_split_into_tokens_as_a_pattern_does_it(text: str) -> None:
    assert list(_tokens(text)) == [token for token in re.findall(r"[^ ,;\t\r\n]+", text) if not token.isascii()]
