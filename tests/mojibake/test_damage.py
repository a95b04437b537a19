"""Damaged words are restored or inferred; healthy text in any language stays as it is."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.mojibake.damage import _STRUCTURED, _beyond_ascii, diagnose, repair, vocabulary
from papercat.mojibake.diagnosis import Damage
from papercat.mojibake.sequences import CODECS
from papercat.mojibake.swaps import PAIRS
from papercat.text.document import Document, Place

# Words of one page each, as their UTF-8 looks in another codec, and what they are.
NAMES = "Mindermann, Sören, Schütze, Hinrich, Garriga-Alonso, Adrià, Lukošiūtė, Gašić, Erlingsson, Úlfar"
RESTORED: list[tuple[str, str, str]] = [
    ("Thai", "Mindermann, Sรถren, Schรผtze, Hinrich", "Mindermann, Sören, Schütze, Hinrich"),
    (
        "Thai, a no-break space that was copied as a plain one",
        "Sรถren, Garriga-Alonso, Adriร , Ethan",
        "Sören, Garriga-Alonso, Adrià, Ethan",
    ),
    ("Western", "Mindermann, SÃ¶ren, SchÃ¼tze, Hinrich", "Mindermann, Sören, Schütze, Hinrich"),
    ("Western quotes", "the modelâ€™s â€œstatedâ€\x9d reasoning â€“ it is", "the model’s “stated” reasoning – it is"),
    ("Western, twice", "SÃƒÂ¶ren, SchÃƒÂ¼tze, Hinrich", "Sören, Schütze, Hinrich"),
    ("Cyrillic", "SГ¶ren, SchГјtze, Hinrich", "Sören, Schütze, Hinrich"),
    ("a Mac", "S√∂ren, Sch√ºtze, Hinrich", "Sören, Schütze, Hinrich"),
    ("DOS", "S├╢ren, Sch├╝tze, Hinrich", "Sören, Schütze, Hinrich"),
]
# Pieces of words whose second byte is gone: the letter follows from what names there are.
INFERRED: list[tuple[str, str]] = [
    ("Mindermann, Sรถren, Miลkowski, Piotr", "Mindermann, Sören, Miłkowski, Piotr"),
    ("Lukoลกiลซtฤ, Kamilฤ", "Lukošiūtė, Kamilė"),
    ("Mindermann, Sรถren, lโoral", "Mindermann, Sören, l’oral"),
]

# Sentences of the Universal Declaration of Human Rights and the like, with what could be taken for damage.
HEALTHY: list[tuple[str, str]] = [
    ("English with quotes", "The model’s “stated” reasoning – it isn’t ‘faithful’ … or is it—so far?"),
    ("mathematics", "α ≤ β, 5 µm ± 2 °C × 3, √2 ≈ 1.41, ∞ ≠ Ω, ½ + ¼, § 3 ¶ 2 † ‡ • € £"),
    ("Thai", "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ รถไฟฟ้าสายสีแดง ฤดูร้อน รร"),
    ("Thai words in English", "The Thai word รถ means car; ร and ล are letters; ฤดู is season."),
    ("Greek", "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα."),
    ("Greek capitals", "ΟΛΟΙ ΟΙ ΑΝΘΡΩΠΟΙ ΓΕΝΝΙΟΥΝΤΑΙ «ΕΛΕΥΘΕΡΟΙ» ΚΑΙ ΙΣΟΙ…"),
    ("Russian", "Все люди рождаются свободными и равными в своём достоинстве и правах. «Война и мир»"),
    ("Russian capitals", "ВСЕ ЛЮДИ РОЖДАЮТСЯ «СВОБОДНЫМИ» И РАВНЫМИ… РОССИЯ» СССР"),
    ("Ukrainian", "Всі люди народжуються вільними і рівними у своїй гідності та правах. П’ятниця, ґанок, їжак, Є."),
    ("Bulgarian", "Всички хора се раждат свободни и равни по достойнство и права."),
    ("Serbian", "Сва људска бића рађају се слободна и једнака у достојанству и правима. Њ Џ Ђ"),
    ("Chinese", "人人生而自由，在尊严和权利上一律平等。大型语言模型"),
    ("Japanese", "すべての人間は、生れながらにして自由であり、かつ、尊厳と権利とについて平等である。カタカナ"),
    ("Korean", "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다."),
    ("Arabic", "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق."),
    ("Hebrew", "כל בני אדם נולדו בני חורין ושווים בערכם ובזכויותיהם. צה״ל"),
    ("Hindi", "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।"),
    ("Vietnamese", "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền. Nguyễn Đức Ánh"),
    ("French", "Tous les êtres humains naissent libres et égaux en dignité et en droits. « Déjà vu », l’été, Œuvre, naïf"),
    ("French capitals", "LIBERTÉ» ÉGALITÉ» «FRATERNITÉ» L’ÉTÉ À LA UNIVERSITÉ… CAFÉ” ÎLE FORÊT’ NOËL— DÉJÀ"),
    ("one French capital", "LIBERTÉ»"),
    ("one French capital in English", "The project LIBERTÉ» was funded; so was CAFÉ” in Nice."),
    ("German", "Alle Menschen sind frei und gleich an Würde und Rechten geboren. „Größe“, »Übermut«, MÜNCHEN“ GRÜẞE"),
    ("Polish", "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności. ZAŻÓŁĆ GĘŚLĄ JAŹŃ… „Łódź”"),
    ("Turkish", "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. İSTANBUL, IŞIK, ÇAĞ, Göğüş"),
    ("Norwegian", "Alle mennesker er født frie og med samme menneskeverd. SMÅ… BLÅ’ RÅD» Ærlig Øystein"),
    ("Icelandic", "Hver maður er borinn frjáls og jafn öðrum að virðingu og réttindum. ÍSLAND» „Þ“ Ðe"),
    ("Spanish", "Todos los seres humanos nacen libres e iguales. ¿Qué? ¡Hola! NIÑO ESPAÑA» Nº 1ª «Í»"),
    ("Portuguese", "Todos os seres humanos nascem livres e iguais. SÃO PAULO, IRMÃ, MAÇÃ» LIÇÃO CORAÇÃO’ ÂMBITO"),
    ("Romanian", "Toate ființele umane se nasc libere și egale în demnitate. ÎNVĂȚĂ ĂÂÎȘȚ PĂMÂNT"),
    ("Czech", "Všichni lidé rodí se svobodní a sobě rovní. Příliš žluťoučký kůň. ŘEČ Š…"),
    ("Hungarian", "Minden emberi lény szabadon születik. Árvíztűrő tükörfúrógép ŐŰ"),
    ("Lithuanian", "Visi žmonės gimsta laisvi ir lygūs. Lukošiūtė, Kamilė, ĄČĘĖĮŠŲŪŽ"),
    ("Estonian", "Kõik inimesed sünnivad vabadena ja võrdsetena. ÕÄÖÜ JÕGI»"),
    ("Catalan", "Tots els éssers humans neixen lliures i iguals. Col·lecció paral·lela À"),
    ("Irish", "Saoláitear na daoine uile saor agus comhionann. Ó’Briain, Éire»"),
    ("names", NAMES),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "text"), [pytest.param(*case[1:], id=case[0]) for case in RESTORED])
def test_whole_bytes_are_restored(raw: str, text: str) -> None:
    damage = diagnose(raw)
    assert damage is not None
    repaired, changes = repair(raw, damage)
    assert repaired == text
    assert {change.kind for change in changes} == {"restored"}


@pytest.mark.parametrize(("raw", "text"), INFERRED, ids=[raw for raw, _ in INFERRED])
def test_lost_bytes_are_inferred_and_said(raw: str, text: str) -> None:
    damage = diagnose(raw)
    assert damage is not None
    repaired, changes = repair(raw, damage)
    assert repaired == text
    assert any(change.kind == "inferred" and 0 < change.probability < 1 for change in changes)


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in HEALTHY])
def test_healthy_text_is_healthy(text: str) -> None:
    assert diagnose(text) is None


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in HEALTHY])
def test_healthy_words_are_healthy_one_by_one(text: str) -> None:
    # beside ASCII alone, where nothing else in the document speaks for them
    assert [word for word in text.split() if diagnose(f"In this paper we study {word} and more.")] == []


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in HEALTHY])
def test_healthy_text_stays_beside_damaged_text(text: str) -> None:
    # ... as long as its words have nothing of the codec's letters
    damage = diagnose("Mindermann, Sรถren, Schรผtze, Hinrich")
    assert damage is not None
    if not any("\u0e00" <= char < "\u0e80" for char in text):
        assert repair(text, damage) == (text, [])


def test_a_given_name_with_two_accents_in_a_row_is_healthy() -> None:
    assert diagnose("In this paper by Urteaga, Íñigo and others") is None


@pytest.mark.parametrize(("word", "letter"), [("Ã©", "é"), ("Â°", "°"), ("Ã¶", "ö"), ("â€™", "’")])
def test_signs_that_no_language_puts_together_are_damage(word: str, letter: str) -> None:
    damage = diagnose(word)
    assert damage is not None
    assert repair(word, damage)[0] == letter


@pytest.mark.parametrize("codec", CODECS)
def test_what_a_codec_damaged_is_restored(codec: str) -> None:
    # what the codec has no character for stays as the control character of its number, as browsers have it
    raw = "".join(bytes((byte,)).decode(codec, "ignore") or chr(byte) for byte in NAMES.encode())
    if b"\xa0".decode(codec, "ignore") == "\u00a0":
        raw = raw.replace("\u00a0", " ")
    damage = diagnose(raw)
    assert damage is not None
    assert repair(raw, damage)[0] == NAMES


@pytest.mark.parametrize("codec", ["mac_roman", "cp437", "iso8859_11"])
def test_twice_damaged_is_twice_restored(codec: str) -> None:
    raw = "Mindermann, Sören, Schütze, Hinrich, Garriga-Alonso"
    for _ in range(2):
        raw = raw.encode().decode(codec)
    damage = diagnose(raw)
    assert damage is not None
    assert damage.layers == 2
    assert repair(raw, damage)[0] == "Mindermann, Sören, Schütze, Hinrich, Garriga-Alonso"


def test_the_listing_was_read_as_thai(raw: Path) -> None:
    damage = diagnose((raw / "askell-listing.txt").read_text(encoding="utf-8"))
    assert damage is not None
    assert (damage.codec, damage.layers) == ("iso8859_11", 1)
    assert damage.bits > 100


def test_words_of_a_document_are_the_whole_ones() -> None:
    damage = Damage("iso8859_11", 1, 20.0)
    assert vocabulary("Lukoลกiลซtฤ, Noemรญ, O’Hara, state-of-the-art", damage) == {"Noemí", "O’Hara", "state-of-the-art"}


# -- a word that is as good as nothing


def test_a_long_run_of_gaps_is_kept() -> None:
    raw = "ฤa" * 500
    assert repair(raw, Damage("iso8859_11", 1, 20.0))[0] == raw


def test_what_was_lost_stays_as_it_stands_where_names_do_not_tell() -> None:
    # a mononym that no list has: two letters fit
    raw = "Xฤqฤz"
    repaired, changes = repair(raw, Damage("iso8859_11", 1, 20.0))
    assert [(change.kind, change.before) for change in changes] == [("kept", raw)]
    assert repaired == raw


PIECES = st.lists(
    st.sampled_from(["a", "Sรถren", "ร", "ล", "ฤ", "Ã¶", "Ã", "ƒ", "Â", "€", "â", "\u00a0", " ", ",", "\ufffd", "é", "\ud800", "–"])
)


@pytest.mark.parametrize("layers", [1, 2, 3])
@pytest.mark.parametrize("codec", ["iso8859_11", "cp1252", "cp437"])
@given(text=PIECES.map("".join) | st.text(st.characters(exclude_categories=())))
def test_any_text_is_repaired_and_the_changes_replay(codec: str, layers: int, text: str) -> None:
    repaired, changes = repair(text, Damage(codec, layers, 20.0))
    replayed, place = "", 0
    for change in changes:
        found = text.index(change.before, place)
        replayed += text[place:found] + (change.before if change.kind == "kept" else change.after)
        place = found + len(change.before)
    assert replayed + text[place:] == repaired
    assert all(0 <= change.probability <= 1 for change in changes)


@given(text=st.text(st.characters(max_codepoint=127)))
def test_ascii_is_healthy(text: str) -> None:
    assert diagnose(text) is None
    assert repair(text, Damage("cp1252", 3, 20.0)) == (text, [])


@given(text=PIECES.map("".join) | st.text(st.characters(exclude_categories=())))
def test_any_text_has_a_verdict(text: str) -> None:
    damage = diagnose(text)
    if damage:
        swapped = (damage.wrote, damage.codec) in {pair[1:] for pair in PAIRS}
        assert swapped or damage.codec in {*CODECS, "ascii", "latin-1"}
        assert damage.layers in (1, 2, 3)
        vocabulary(text, damage)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Air pollution\ufffdin adult blood. We saw air pollution in children.", "pollution\ufffdin"),
        ("Air pollution\ufffdin adult peripheral blood.", "pollutioná"),  # nothing tells: inferred, with its probability
        ("Sch\ufffdtze, H. and Schmidt, J.", "Schütze"),
    ],
)
def test_a_mark_between_words_that_stand_whole_elsewhere_is_no_letter(text: str, shown: str) -> None:
    assert shown in Document("a", text).clean(Place(0, len(text)))[0]


@given(st.text(st.sampled_from("ab ,\n\x00\x7f\x85\xa0éöřรЖ大\ud800\udc00"), max_size=12))
def test_what_is_structured_is_told_by_what_stands_beyond_ascii(text: str) -> None:
    assert bool(_STRUCTURED.search(_beyond_ascii(text))) == bool(_STRUCTURED.search(text))


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("tools ‚Äî two", "tools — two"),
        ("pages 1 ‚Äì 9 and ‚Ä¶", "pages 1 – 9 and …"),
        ("the ‚Äúquoted‚Äù word", "the “quoted” word"),
        ("we show ‚Äî for the first time ‚Äî that J√∂rg", "we show — for the first time — that Jörg"),
    ],
)
def test_a_sign_that_was_restored_is_no_byte_of_another(damaged: str, text: str) -> None:
    """In mac_roman dashes and quotation marks have bytes that lead two of UTF-8; with the blank behind them they became Cyrillic."""
    damage = diagnose(damaged)
    assert damage
    assert repair(damaged, damage)[0] == text
