"""Tables of contents and programmes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.layout import lay_out
from papercat.readers.page.contents import cut_contents
from papercat.text.document import Document

# Of T. Ingold (ed.), Companion Encyclopedia of Anthropology, Routledge 1994.
BOOK = (
    "CONTENTS Preface ix PART I: HUMANITY 1 1. Introduction to humanity Tim Ingold 3 2. Humanity and animality Tim Ingold 14 "
    "3. The evolution of early hominids Phillip V. Tobias 33 4. Human evolution: the last one million years Clive Gamble 79 "
    "5. The origins and evolution of language Philip Lieberman 108 PART II: CULTURE 327 6. Introduction to culture Tim Ingold 329"
)
# Of NeurIPS 2020, ACL 2022 and 2023; times and rooms are made.
PROGRAMME = (
    "[1] SESSION LANGUAGE MODELS Room: A Time: 8:00 AM - 9:30 AM Participants: 8:00 Tom Brown and Benjamin Mann—Language Models are "
    "Few-Shot Learners 8:15 Ethan Perez—Discovering Language Model Behaviors with Model-Written Evaluations 8:30 Silviu Vlad Oprea and "
    "Walid Magdy—Should a Chatbot be Sarcastic? [2] SYMPOSIUM GRAMMAR Room: B 8:45 Karim Lasri, Tiago Pimentel and Alessandro Lenci—"
    "Probing for the Usage of Grammatical Number"
)
LEADERS = """目次
並列構造の検出に基づく長い日本語文の構文解析……………黒橋禎夫・長尾眞… 35
チャンキングの段階適用による日本語係り受け解析……………工藤拓・松本裕治… 57
総目録(2010)……………………………………… 99
"""
CHINESE = """目 录
知识表示学习研究进展…………刘知远 孙茂松 林衍凯 谢若冰(247)
深度学习的昨天、今天和明天…………余 凯 贾 磊 陈雨强 徐 伟(1799)
知识图谱技术综述…………徐增林 盛泳潘 贺丽荣 王雅芳(589)
"""


def pairs(text: str) -> list[tuple[str | None, list[str]]]:
    return [(paper.title, [author.family or author.literal or "" for author in paper.authors]) for paper in pc.parse(text)]


def test_a_table_of_contents_that_lost_its_breaks() -> None:
    assert pairs(BOOK) == [
        ("Introduction to humanity", ["Ingold"]),
        ("Humanity and animality", ["Ingold"]),
        ("The evolution of early hominids", ["Tobias"]),
        ("Human evolution: the last one million years", ["Gamble"]),
        ("The origins and evolution of language", ["Lieberman"]),
        ("Introduction to culture", ["Ingold"]),
    ]


def test_a_programme_that_lost_its_breaks() -> None:
    assert pairs(PROGRAMME) == [
        ("Language Models are Few-Shot Learners", ["Brown", "Mann"]),
        ("Discovering Language Model Behaviors with Model-Written Evaluations", ["Perez"]),
        ("Should a Chatbot be Sarcastic?", ["Oprea", "Magdy"]),
        ("Probing for the Usage of Grammatical Number", ["Lasri", "Pimentel", "Lenci"]),
    ]


def test_names_stand_behind_leaders() -> None:
    assert pairs(LEADERS) == [
        ("並列構造の検出に基づく長い日本語文の構文解析", ["黒橋", "長尾眞"]),
        ("チャンキングの段階適用による日本語係り受け解析", ["工藤拓", "松本"]),
    ]
    assert [next(author.given for author in paper.authors) for paper in pc.parse(CHINESE)] == ["知远", "凯", "增林"]


@pytest.mark.parametrize(
    "text",
    [
        BOOK.replace(" 14 ", " 40 "),  # the pages do not rise
        BOOK.replace("2. Humanity", "7. Humanity"),  # the numbers do not count up
        PROGRAMME.replace("Ethan Perez—", ""),  # a time without names
        "We ran 1. a test, 2. a trial, 3. a check and 4. a proof. " * 8,
        "Deep Learning ... Large Models ... and so on",
    ],
)
def test_what_does_not_count_up_stays_whole(text: str) -> None:
    page = Document("a", text)
    assert len(cut_contents(page, lay_out(page).rows)[0]) == len(lay_out(page).rows)


@given(st.text(alphabet="12345678 .:…·—AbcDe\n黒橋長尾・(){}[]\x00\ud800", max_size=400))
def test_nothing_is_cut_away_but_told_lines(text: str) -> None:
    page = Document("a", text)
    rows = lay_out(page).rows
    places = [row.place for row in cut_contents(page, rows)[0]]
    assert places == sorted(places)
    assert all(start <= end <= len(text) for start, end in places)
    list(pc.parse(text, format="page"))
