"""What is known of a text as a whole, and what is made of its pieces."""

import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.text.document import Document, Place

DAMAGED = "Mindermann, Sรถren, Schรผtze, Hinrich, Lukoลกiลซtฤ, Kamilฤ, Miลkowski, Piotr"
REPAIRED = "Mindermann, Sören, Schütze, Hinrich, Lukošiūtė, Kamilė, Miłkowski, Piotr"
ANY = st.text(st.characters(exclude_categories=()))


def whole(text: str, fixes: Mapping[str, str] | None = None) -> tuple[str, list[str]]:
    text, steps = Document("page.txt", text, fixes=fixes or {}).clean(Place(0, len(text)))
    return text, [step.code for step in steps]


def test_damage_is_decided_on_the_whole_document() -> None:
    # one word alone proves nothing: ร is a Thai letter
    assert whole("ร")[0] == "ร"
    document = Document("page.txt", f"{DAMAGED}\nAdriร , Garriga-Alonso")
    assert document.clean(Place(len(DAMAGED) + 1, len(document.text)))[0] == "Adrià, Garriga-Alonso"


def test_each_repair_is_a_step() -> None:
    text, codes = whole(DAMAGED)
    assert text == REPAIRED
    assert codes == ["bytes-restored"] * 2 + ["bytes-inferred"] * 3


def test_a_step_keeps_the_word_and_says_how_sure_it_is() -> None:
    _, steps = Document("page.txt", DAMAGED).clean(Place(0, len(DAMAGED)))
    assert steps[0] == ("bytes-restored", "'Sรถren' read as 'Sören': UTF-8 that had been read as iso8859_11", "Sรถren")
    assert steps[-1].message.startswith("'Miลkowski' has lost a byte; inferred 'Miłkowski' with probability 0.")


def test_what_the_user_knows_comes_first() -> None:
    text = f"{DAMAGED}, Karakaล, Beytullah"
    assert whole(text, {"Karakaล": "Karakaş"}) == (
        f"{REPAIRED}, Karakaş, Beytullah",
        ["fixed-by-user", *["bytes-restored"] * 2, *["bytes-inferred"] * 3],
    )


@pytest.mark.parametrize(
    ("text", "fixes", "fixed"),
    [
        ("null, Mausam", {"null": "None"}, "None, Mausam"),
        ("nullify", {"null": "None"}, "nullify"),
        ("annul", {"null": "None"}, "annul"),
        ("Bai, Bai", {"Bai": "Bái"}, "Bái, Bái"),
        ("a.c abc", {"a.c": "x"}, "x abc"),
        ("path", {"path": r"C:\new\1"}, r"C:\new\1"),
        ("untouched", {}, "untouched"),
    ],
)
def test_fixes_are_words_as_they_stand(text: str, fixes: dict[str, str], fixed: str) -> None:
    assert whole(text, fixes)[0] == fixed


def test_pieces_are_cleaned_as_lines() -> None:
    text = "We propose pre-\njunk\ntraining of state-of-\nthe-art models"
    document = Document("page.txt", text)
    first, junk = text.index("junk"), text.index("training")
    assert document.clean(Place(0, first - 1), Place(junk, len(text)))[0] == "We propose pretraining of state-of-the-art models"


def test_a_hyphen_is_judged_by_the_words_of_the_document() -> None:
    text = "a multi-\ntask setting; multi-task learning"
    assert whole(text)[0] == "a multi-task setting; multi-task learning"
    assert whole("a multi-\ntask setting")[0] == "a multitask setting"


def test_no_place_is_no_text() -> None:
    assert Document("page.txt", "abc").clean() == ("", [])


@given(text=ANY)
def test_any_text_becomes_one_clean_line(text: str) -> None:
    cleaned, _ = whole(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned == " ".join(cleaned.split())


@given(text=ANY, cut=st.integers(0, 30))
def test_showing_a_piece_first_changes_nothing(text: str, cut: int) -> None:
    one, other = Document("a", text), Document("a", text)
    other.show(0, cut)
    assert one.clean(Place(0, cut)) == other.clean(Place(0, cut)) == other.clean(Place(0, cut))


@given(text=st.text(st.sampled_from("ab\n\r\v\f\u2028\u2029\x85 ")))
def test_lines_are_counted_from_one(text: str) -> None:
    document = Document("a", text)
    places = range(len(text))
    breaks = [i + 1 for i, char in enumerate(text) if char in "\n\r\v\f\u2028\u2029" and text[i : i + 2] != "\r\n"]
    assert [document.line(place) for place in places] == [1 + sum(end <= place for end in breaks) for place in places]


def test_the_listing_is_repaired_once(raw: Path) -> None:
    once, codes = whole((raw / "askell-listing.txt").read_text(encoding="utf-8"))
    assert codes
    assert whole(once) == (once, [])
    assert not any("\u0e00" <= char < "\u0e80" for char in once)


def test_the_abstracts_are_healthy(raw: Path) -> None:
    assert Document("a", (raw / "abstracts-with-ids.txt").read_text(encoding="utf-8")).damage is None


# Sentences with accents, quotes and whole words of other scripts: nothing but blanks and composition may change.
HEALTHY = {
    "Thai": "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกัน รถไฟฟ้าสายสีแดง ฤดูร้อน",
    "Greek": "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην «αξιοπρέπεια»…",
    "Russian": "Все люди рождаются свободными и равными в своём достоинстве. «Война и мир» РОССИЯ»",
    "Ukrainian": "Всі люди народжуються вільними і рівними. П’ятниця, ґанок, їжак",
    "Chinese": "人人生而自由，在尊严和权利上一律平等。",
    "Japanese": "すべての人間は、生れながらにして自由であり、かつ、尊厳と権利とについて平等である。",
    "Korean": "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.",
    "Arabic": "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق.",
    "Hebrew": "כל בני אדם נולדו בני חורין ושווים בערכם ובזכויותיהם. צה״ל",
    "Vietnamese": "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền.",
    "French capitals": "LIBERTÉ» ÉGALITÉ» «FRATERNITÉ» L’ÉTÉ À LA UNIVERSITÉ… CAFÉ”",
    "German": "Alle Menschen sind frei und gleich an Würde geboren. „Größe“, »Übermut«, MÜNCHEN“",
    "Polish": "Wszyscy ludzie rodzą się wolni i równi. ZAŻÓŁĆ GĘŚLĄ JAŹŃ… „Łódź”",
    "Turkish": "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. İSTANBUL, IŞIK",
    "Norwegian": "Alle mennesker er født frie. SMÅ… BLÅ’ RÅD» Ærlig Øystein",
    "Icelandic": "Hver maður er borinn frjáls og jafn öðrum. ÍSLAND» „Þ“ Ðe",
}


@pytest.mark.parametrize("text", HEALTHY.values(), ids=HEALTHY)
def test_healthy_text_stays(text: str) -> None:
    assert whole(text) == (text, [])


@pytest.mark.parametrize("text", HEALTHY.values(), ids=HEALTHY)
def test_letters_taken_apart_are_put_together(text: str) -> None:
    assert whole(unicodedata.normalize("NFD", text)) == (text, [])


def test_what_is_found_once_is_found_for_each_function_and_document() -> None:
    asked = list[str]()

    def words(document: Document) -> list[str]:
        asked.append(document.text)
        return document.text.split()

    page, other = Document("a", "Sleeper Agents"), Document("b", "Constitutional AI")
    assert page.once(words) is page.once(words) != other.once(words)
    assert page.once(lambda one: len(one.text)) == len(page.text)
    assert asked == [page.text, other.text]
