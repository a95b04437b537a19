"""Cutting a list into parts: separators, and what printers add."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.names.blanks import close_blanks
from papercat.names.glued import unglued
from papercat.names.groups import joined_groups
from papercat.names.parts import split_parts
from papercat.names.tokens import AND, COMMA, HARD, WORD, Part, Token, tokens

# text, parts, what is left out
LISTS: list[tuple[str, list[str], list[str]]] = [
    ("Ada Lovelace", ["Ada Lovelace"], []),
    ("Ada Lovelace*, Alan Turing†", ["Ada Lovelace", "Alan Turing"], ["*", "†"]),
    ("John Smith¹, Jane Doeᵃ", ["John Smith", "Jane Doe"], ["¹", "ᵃ"]),
    ("John Smith^{1,2}", ["John Smith"], ["^{", "1", "2", "}"]),
    ("Jacob Devlin1Ming-Wei Chang2", ["Jacob Devlin", "Ming-Wei Chang"], ["1", "2"]),
    ("1John Smith, 2Jane Doe", ["John Smith", "Jane Doe"], ["1", "2"]),
    ("1. John Smith 2. Jane Doe", ["John Smith", "Jane Doe"], ["1", ".", "2", "."]),
    ("Bryan F. Staley 1and Morton Barlaz 2", ["Bryan F. Staley", "Morton Barlaz"], ["1", "2"]),
    ("Gary Morgan aand Naomi Cocks b", ["Gary Morgan", "Naomi Cocks"], ["a", "b"]),
    ("John Smith a,b, Jane Doe c", ["John Smith", "Jane Doe"], ["a", "b", "c"]),
    ("John Smith (MIT, Cambridge, MA), Jane Doe", ["John Smith", "Jane Doe"], ["(MIT, Cambridge, MA)"]),
    ("John Smith (1) ((1) MIT, (2) Harvard)", ["John Smith"], ["(1)", "((1) MIT, (2) Harvard)"]),
    ("John Smith <js@mit.edu>", ["John Smith"], ["<", "js@mit.edu", ">"]),
    ("John Smith E-mail: js@mit.edu", ["John Smith"], ["E-mail:", "js@mit.edu"]),
    ("John Smith https://orcid.org/0000-0002-1825-0097, Jane Doe", ["John Smith", "Jane Doe"], ["https://orcid.org/0000-0002-1825-0097"]),
    ("John Smith ORCID: 0000-0002-1825-0097, Jane Doe", ["John Smith", "Jane Doe"], ["ORCID: 0000-0002-1825-0097"]),
    ("View ORCID ProfileGraham Neubig, Jiateng Xie", ["Graham Neubig", "Jiateng Xie"], ["View ORCID Profile"]),
    ("Jiateng Xie, View ORCID Profile Graham Neubig", ["Jiateng Xie", "Graham Neubig"], ["View ORCID Profile"]),
    ("Jane View, John Profile", ["Jane View", "John Profile"], []),
    ("John Smith, corresponding author", ["John Smith"], ["corresponding author"]),
    ("John Smith, PhD, Jane Doe, MD, MPH", ["John Smith", "Jane Doe"], ["PhD", "MD", "MPH"]),
    ("John Smith, Esq.", ["John Smith"], ["Esq."]),
    ("Authors: John Smith", ["John Smith"], ["Authors:"]),
    ("By: John Smith; Jane Doe", ["John Smith", "Jane Doe"], ["By:"]),
    ("Edited by John Smith", ["John Smith"], ["Edited by"]),
    ("By, Tomas", ["By", "Tomas"], []),
    ("Smith et al., 2020", ["Smith"], ["et al.", "2020"]),
    ("John Smith/Jane Doe", ["John Smith", "Jane Doe"], []),
    ("John Smith / Jane Doe", ["John Smith", "Jane Doe"], []),
    ("John Smith - Jane Doe", ["John Smith", "Jane Doe"], []),
    ("José Tovar - Cortés", ["José Tovar-Cortés"], []),
    ("Juan Pérez y María García", ["Juan Pérez", "María García"], []),
    ("Mario Rossi e Giulia Bianchi", ["Mario Rossi", "Giulia Bianchi"], []),
    ("José Ortega y Gasset", ["José Ortega y Gasset"], []),
    ("Jordi Pujol i Soley", ["Jordi Pujol i Soley"], []),
    ("Пётр Петров и Анна Сидорова", ["Пётр Петров", "Анна Сидорова"], []),
    ("Karl-Theodor von und zu Guttenberg", ["Karl-Theodor von und zu Guttenberg"], []),
    ("Berg M van den, Vries J de", ["van den Berg M", "de Vries J"], []),
    ("محمد علي، أحمد حسن", ["محمد علي", "أحمد حسن"], []),
    ("สมชาย ใจดี, สมหญิง รักไทย", ["สมชาย ใจดี", "สมหญิง รักไทย"], []),
    ("राम शर्मा, सीता देवी", ["राम शर्मा", "सीता देवी"], []),
    ("王伟、李娜", ["王伟", "李娜"], []),
    ("王伟 李娜 张敏", ["王伟", "李娜", "张敏"], []),
    ("田中太郎・佐藤花子", ["田中太郎", "佐藤花子"], []),
    ("ジョン・スミス", ["ジョン スミス"], ["・"]),
    ("NA62 Collaboration, COVID-19 Genomics UK Consortium", ["NA62 Collaboration", "COVID-19 Genomics UK Consortium"], []),
    ("Simon & Schuster Inc.", ["Simon & Schuster Inc."], []),
    ("Centers for Disease Control and Prevention", ["Centers for Disease Control and Prevention"], []),
    (
        "National Academies of Sciences, Engineering, and Medicine",
        ["National Academies of Sciences, Engineering and Medicine"],
        [],
    ),
    ("The Institute of Electrical and Electronics Engineers", ["The Institute of Electrical and Electronics Engineers"], []),
    ("ATLAS Collaboration and CMS Collaboration", ["ATLAS Collaboration", "CMS Collaboration"], []),
    ("Doe, A., & The ATLAS Collaboration", ["Doe", "A.", "The ATLAS Collaboration"], []),
    ("University of Oxford and John Smith", ["University of Oxford", "John Smith"], []),
]
GLUED = [
    ("Andy SmithTom Weber", ["Andy Smith", "Tom Weber"]),
    ("Ian GoodfellowYoshua BengioAaron Courville", ["Ian Goodfellow", "Yoshua Bengio", "Aaron Courville"]),
    ("John McDonaldMary MacKay", ["John McDonald", "Mary MacKay"]),
    ("Yoav GoldbergO. Levy", ["Yoav Goldberg", "O. Levy"]),
    ("Kim WeberJean-Pierre Serre", ["Kim Weber", "Jean-Pierre Serre"]),
]
WHOLE = [
    "John McDonald Smith",
    "David MacKay Jones",
    "Danilo LaCivita Smith",
    "Rob DeVito Jones",
    "James VanDerBeek Junior",
    "Sean O'Brien Smith",
    "Conan O’Brien Smith",
    "SangKeun Lee",
    "Lee SangKeun Kim",
    "JinYeong Bak",
    "DeAndre Jordan Smith",
    "Karl FitzGerald Brown",
    "Yann LeCun Smith",
    "The OpenAI Team",
    "Google DeepMind Team",
]


def cut(text: str) -> list[str]:
    return [" ".join(part.words) for part in split_parts(text).parts]


@pytest.mark.parametrize(("text", "parts", "dropped"), LISTS, ids=[case[0][:40] for case in LISTS])
def test_a_list_is_cut(text: str, parts: list[str], dropped: list[str]) -> None:
    found = split_parts(text)
    assert [" ".join(part.words) for part in found.parts] == parts
    assert list(found.dropped) == dropped


@pytest.mark.parametrize(("text", "parts"), GLUED)
def test_names_that_lost_what_stood_between_them_are_cut(text: str, parts: list[str]) -> None:
    assert cut(text) == parts
    assert all("in two" in note for note in split_parts(text).notes)


@pytest.mark.parametrize("text", WHOLE)
def test_a_capital_within_a_name_is_no_place_to_cut(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.xfail(reason="the given names of the second are in no list", strict=True)
def test_a_glued_name_that_no_list_knows() -> None:
    assert cut("Tom WeberXqira Zed") == ["Tom Weber", "Xqira Zed"]


@pytest.mark.parametrize(
    ("text", "befores"),
    [
        ("Tong, Meg and Mu; Jo", [HARD, COMMA, AND, HARD]),
        ("A B\nC D", [HARD, HARD]),
        ("A B 1 C D", [HARD, HARD]),
        ("{A B}, C D", [HARD, COMMA]),
    ],
)
def test_a_part_knows_what_stands_before_it(text: str, befores: list[str]) -> None:
    assert [part.before for part in split_parts(text).parts] == befores


def test_braces_keep_a_name_whole() -> None:
    part = split_parts("{Barnes and Noble}").parts[0]
    assert part.whole
    assert part.words == ("Barnes", "and", "Noble")


def test_an_organisation_keeps_its_own_sign() -> None:
    parts = [Part(("Simon",), HARD), Part(("Schuster", "Inc."), AND, sign="&")]
    assert [part.words for part in joined_groups(parts)] == [("Simon", "&", "Schuster", "Inc.")]


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("Andreas Plü ckthun", "Andreas Plückthun"),
        ("Andreas Plü van Gogh", "Andreas Plü van Gogh"),
        ("F. García -Alvarado", "F. García-Alvarado"),
        ("J . Sanz", "J. Sanz"),
        ("D 'Amico", "D'Amico"),
        ("P.. Gossiaux", "P. Gossiaux"),
        ("Ada ... Babbage", "Ada ... Babbage"),
        ("", ""),
    ],
)
def test_blanks_of_a_pdf_are_closed(text: str, closed: str) -> None:
    assert close_blanks(text)[0] == closed


def test_what_is_not_a_blank_is_told() -> None:
    assert close_blanks("Lagar –Cavilla, P.. Gossiaux") == (
        "Lagar-Cavilla, P. Gossiaux",
        ["left out a doubled full stop", "read ' –' as a hyphen"],
    )


@given(st.text())
def test_tokens_are_the_text(text: str) -> None:
    assert [char for token in tokens(text) for char in token.text if not char.isspace()] == [char for char in text if not char.isspace()]


@given(st.lists(st.sampled_from(["Andy", "SmithTom", "McDonald", "WeberAnna", "O'BrienT.", "Weber", "and"]), max_size=9))
def test_cutting_glued_names_keeps_every_letter(words: list[str]) -> None:
    found, notes = unglued([Token(WORD, word) for word in words])
    assert "".join(token.text for token in found) == "".join(words)
    assert len(notes) == sum(token.kind == HARD for token in found)
