"""Pages in Chinese, Japanese and Korean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.layout import lay_out
from papercat.readers.page.eastern import (
    HEADING,
    blanks,
    cut_last_names,
    has_sentence,
    has_volume,
    is_eastern_button,
    is_noun,
    join_subtitles,
)
from papercat.readers.page.names import nameness
from papercat.text.document import Document

# Of 自然言語処理, 情報処理学会論文誌 and 電子通信学会論文誌; of 计算机研究与发展 and 电子科技大学学报.
RESULTS = """並列構造の検出に基づく長い日本語文の構文解析
黒橋 禎夫, 長尾 眞
自然言語処理 1(1), 35-57, 1994

チャンキングの段階適用による日本語係り受け解析
工藤 拓, 松本 裕治
情報処理学会論文誌 43(6), 1834-1842, 2002

位置ずれに影響されないパターン認識機構の神経回路のモデル―ネオコグニトロン―
福島 邦彦
電子通信学会論文誌A 62(10), 658-665, 1979
"""
ISSUE = """国际刊号:ISSN 1000-1239
当期目录

    2016年, 第53卷, 第2期 刊出日期:2016-02-01 上一期    下一期
    论文
    知识表示学习研究进展
    刘知远, 孙茂松, 林衍凯
    2016 (2):  247-261.  doi: 10.7544/issn1000-1239.2016.20160020
    摘要 ( 427 )   HTML ( 40 )   PDF(14304KB) ( 366 )
    相关文章 | 计量指标
    知识图谱技术综述
    徐增林, 盛泳潘, 贺丽荣
    2016 (4):  589-606.  doi: 10.3969/j.issn.1001-0548.2016.04.012
    摘要 ( 317 )   HTML ( 20 )   PDF(5544KB) ( 116 )
"""
GRANT = """世界で最小の同期プロトコルの開発と多次元アレイへの応用
研究課題/領域番号 21500023
研究種目
基盤研究(C)
応募区分一般
研究代表者
梅尾 博司  大阪電気通信大学, 情報通信工学部, 教授 (80132356)
研究期間 (年度) 2009 – 2011
配分額 *注記
"""


def test_results_of_a_library_have_titles_without_blanks() -> None:
    papers = pc.parse(RESULTS)
    assert [paper.title for paper in papers] == RESULTS.split("\n")[::4]
    assert [paper.year for paper in papers] == [1994, 2002, 1979]
    assert [paper.venue for paper in papers] == ["自然言語処理", "情報処理学会論文誌", "電子通信学会論文誌A"]
    assert [[author.family for author in paper.authors] for paper in papers] == [["黒橋", "長尾"], ["工藤", "松本"], ["福島"]]


def test_an_issue_of_a_journal_has_buttons_and_heads_that_are_no_papers() -> None:
    papers = pc.parse(ISSUE)
    assert [paper.title for paper in papers] == ["知识表示学习研究进展", "知识图谱技术综述"]
    assert [len(paper.authors) for paper in papers] == [3, 3]


def test_a_record_of_a_grant_gives_no_paper() -> None:
    assert len(pc.parse(GRANT)) == 0


def test_references_with_quoted_titles_are_not_a_page() -> None:
    lines = (
        '1. **Ihm, S. Y., Lee, J. H., & Park, Y. H. (2019)**. "Skip-gram-KR: Korean Word Embedding." *IEEE Access*, 7, 39948-39961.',
        '2. **최병서, 이익훈, 이상구 (2020)**. "한국어 형태소 분석기." *정보과학회논문지*, 47.1, 70-77.',
        '3. **우윤희, 김현희 (2020)**. "딥러닝 기반 답변 가능 청원 예측." *정보처리학회논문지*, 9.2, 45-52.',
    )
    papers = pc.parse("\n\n".join(lines))
    assert [paper.year for paper in papers] == [2019, 2020, 2020]


def test_a_subtitle_is_a_part_of_the_title_and_a_last_name_is_none() -> None:
    page = (
        "広津柳浪「変目伝」論\n  ―「人は美目より心」に託した伝吉―\n平田恵美子\n林和泉掾版『釈教歌仙』について 本多潤子\n"
        "遠藤周作『わたしが・棄てた・女』論\n  ―吉岡努の内面に着目して―\n大城早月"
    )
    papers = pc.parse(page)
    assert [paper.title for paper in papers] == [
        "広津柳浪「変目伝」論 ―「人は美目より心」に託した伝吉―",
        "林和泉掾版『釈教歌仙』について",
        "遠藤周作『わたしが・棄てた・女』論 ―吉岡努の内面に着目して―",
    ]
    assert [str(paper.authors[0]) for paper in papers] == ["平田恵美子", "潤子 本多", "早月 大城"]


@pytest.mark.parametrize(
    "row",
    ["林和泉掾版『釈教歌仙』について 基礎研究", "長い日本語文の構文解析 黒橋禎夫 長尾眞", "構文解析 黒橋禎夫", "Deep Learning 黒橋禎夫"],
)
def test_what_is_no_title_with_one_name_behind_it_stays_whole(row: str) -> None:
    page = Document("a", row)
    assert len(cut_last_names(page, lay_out(page).rows)) == 1


@pytest.mark.parametrize("text", ["研究課題", "相关文章", "计量指标", "研究代表者", "情報通信工学部"])
def test_a_noun_is_no_name(text: str) -> None:
    assert is_noun(text)
    assert nameness(text) < 0


@pytest.mark.parametrize("text", ["黒橋禎夫", "刘知远", "平田恵美子", "盛泳潘", "陳暁静", "나승훈"])
def test_a_name_is_no_noun(text: str) -> None:
    assert not is_noun(text)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("摘要 ( 79 )   PDF(1953KB) ( 44 )", True),
        ("原文보기 | 초록보기", True),
        ("主办单位:中国气象局", True),
        ("摘要生成综述", False),
        ("", False),
        ("PDF", False),
    ],
)
def test_buttons(text: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_eastern_button(text) == is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2020年, 第36卷, 第6期", True),
        ("第 32 号", True),
        ("目 次", True),
        ("参考文献", True),
        ("第97号が発刊されました。", False),
        ("論文の書き方", False),
    ],
)
def test_heads(text: str, is_one: bool) -> None:  # noqa: FBT001
    assert (HEADING.match(text) is not None) == is_one


@given(st.text(alphabet="研究論文一二三 ―-第号()（）PDF摘要。다.가나あいう\n\x00\ud800\u3000", max_size=80))
def test_any_text_is_taken(text: str) -> None:
    page = Document("a", text)
    rows = lay_out(page).rows
    shown = "".join(row.text for row in rows)
    for change in (join_subtitles, cut_last_names):
        assert "".join("".join(row.text for row in change(page, rows)).split()) == "".join(shown.split())
    assert blanks(text) >= text.count(" ")
    assert all(isinstance(found, bool) for found in (has_volume(text), has_sentence(text), is_eastern_button(text), is_noun(text)))
