"""What pages in Chinese, Japanese and Korean have of their own: words without blanks, subtitles between dashes, heads and buttons."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from papercat.readers.layout import Row
from papercat.text.document import Document, Place

_LETTER = re.compile("[\u3041-\u30ff\u3400-\u9fff々]")  # Hangul parts its words with blanks
_LETTERS_OF_WORD = 2  # of Chinese text 1.5, of Japanese about 2 (Sproat et al., Comput. Linguist. 22, 1996, 3)
_DASHES = "―—–‒─━〜～"
_SUBTITLE = re.compile(rf"[{_DASHES}-]{{1,3}}[^{_DASHES}\s-].{{1,200}}[{_DASHES}-]{{1,3}}")
# What heads a list: the volume of a journal, and its sections alone in a line.
HEADING = re.compile(
    r"(?:(?:19|20)\d\d\s?年)?[,，、\s]{0,3}第\s?\d{1,4}\s?[卷巻期号號][^。]{0,60}\Z|제\s?\d{1,4}\s?[권호][^.]{0,40}\Z|"
    r"(?:当期|當期|本期|封面|总)?\s?[目总]\s?[录錄次]\Z|目\s?차\Z|목\s?차\Z|"
    r"(?:論文|论文|研究論文|研究论文|研究報告|研究ノート|資料|総説|書評|彙報|原著|短報|報告|综述|評論|评论|논문|연구논문|서평|"
    r"参考文献|(?:平成|昭和|令和|大正|明治)\s?[\d元]{1,2}\s?年[^。]{0,12}|參考文獻|引用文献|文献|참고문헌|業績|研究業績|主要業績|著書|学会発表|연구실적)\s?(?:[(（][^()（）]{1,20}[)）])?\Z"
)
_WORDS = (
    "摘要|全文|引用|下载|收藏|导出|在线阅读|相关文章|计量指标|参考文献|数据和表|图表|附件|补充材料|推荐|阅读次数|被引|下载次数|"
    "多维度评价|可视化|上一期|下一期|抄録|本文|引用文献|被引用文献|関連論文|ダウンロード|共有|保存|原文|原文보기|초록|초록보기|원문보기|원문|"
    "인용|내보내기|PDF|HTML|XML|RichHTML|EPUB|DOI"
)
_BUTTONS = re.compile(rf"(?:(?:{_WORDS})(?:\s?[(（]\s?[\d.,]{{1,9}}\s?(?:[KMkm]?B)?\s?[)）])*[\s|｜/·:：]*){{1,12}}")
_VOLUME = re.compile(
    r"(?:第\s?)?\d{1,4}\s?[卷巻권]|第\s?\d{1,4}\s?[期号號]|제\s?\d{1,4}\s?호|(?:[学學][报報]|論文誌|学会誌|紀要|논문지|학회지)(?=[\s,，、\d(（]|\Z)"
)

# Words of two letters of Han or Hangul that no name holds: of headings, forms, institutions and titles.
_NOUN = re.compile(
    "研究|课题|課題|代表|大学|大學|学院|學院|学部|学科|分野|年度|期間|期间|区分|種目|情報|信息|基礎|基础|一般|目录|目錄|目次|相关|関連|"
    "文献|文獻|指标|指標|计量|計量|数据|資料|资料|论文|論文|题名|題名|作者|著者|摘要|要旨|关键|封面|紀要|报告|報告|方法|分析|技术|技術|理論|"
    "理论|系统|応用|应用|開発|开发|教授|講師|讲师|博士|教育|科学|科學|学会|學會|期刊|杂志|雑誌|学报|學報|机构|機関|基金|通信|工程|工学|社会|"
    "经济|経済|歴史|历史|文化|文学|政治|问题|問題|国际|国際|中国|日本|韓国|韩国|会議|会议|総説|综述|書評|评论|実験|实验|模型|学习|学習|算法|"
    "학회|논문|학술|연구|대학|정보|분석|학과|교수|발표|기반|목차|참고|문헌|초록|키워드|한국어|시스템"
)

_LAST_NAME = re.compile("[ \u3000]([\u3400-\u9fff々]{4})\\Z")  # two letters and two, as most names of Japan are
_NAMES = re.compile("[\u3400-\u9fff々]{1,4}(?:[ \u3000、，,・][\u3400-\u9fff々]{1,4}){0,20}\\Z")
_LEAST_OF_TITLE = 8  # letters
_SENTENCE = re.compile("。|(?<=[\uac00-\ud7af])[다요]\\.(?:\\s|\\Z)")


def has_sentence(text: str) -> bool:
    """Tell a text with a sentence that ends as those of Chinese, Japanese and Korean do.

    >>> has_sentence("논문 저자로 이름을 올렸다. 이번에 선정된"), has_sentence("나승훈, 이건일"), has_sentence("お知らせします。")
    (True, False, True)
    """
    return not text.isascii() and _SENTENCE.search(text) is not None


def is_heading(text: str) -> bool:
    """Tell what heads a list of papers: `目 次`, `第 32 号`, `参考文献`.

    >>> is_heading("目 次"), is_heading("研 究 報 告"), is_heading("目次の書き方")
    (True, True, False)
    """
    if text.isascii():
        return False
    words = text.split()
    return HEADING.match("".join(words) if all(len(word) == 1 for word in words) else text) is not None


def is_noun(word: str) -> bool:
    """Tell a word of letters of Han that is no name: what names of people never hold.

    >>> is_noun("研究課題"), is_noun("相关文章"), is_noun("黒橋禎夫"), is_noun("林文学")
    (True, True, False, True)
    """
    return not word.isascii() and _NOUN.search(word) is not None


# The imprint of a journal.
_IMPRINT = re.compile(
    r"(?:国际刊号|国内刊号|国内统一刊号|主办单位|主管单位|主办|主管|主编|邮发代号|刊出日期|出版日期|发行所|発行所|編集|발행처|발행인)\s?[:：].{0,60}"
)


def blanks(text: str) -> int:
    """Count the blanks of a text as if those of its words that nothing parts had one between them.

    >>> blanks("Deep Residual Learning"), blanks("知识图谱技术综述"), blanks("한국어 의존 구문 분석")
    (2, 3, 3)
    """
    count = text.count(" ")
    if text.isascii():
        return count
    return count + max(sum(1 for _ in _LETTER.finditer(text)) // _LETTERS_OF_WORD - 1, 0)


def is_eastern_button(text: str) -> bool:
    """Tell what is pressed on a page in Chinese, Japanese or Korean, and its counts.

    >>> is_eastern_button("摘要 ( 427 )   HTML ( 40 )   PDF(14304KB) ( 366 )"), is_eastern_button("摘要生成综述")
    (True, False)
    """
    return not text.isascii() and (_BUTTONS.fullmatch(text.strip()) or _IMPRINT.fullmatch(text.strip())) is not None


def has_volume(text: str) -> bool:
    """Tell a text that says in which volume or number of a journal something stands.

    >>> has_volume("정보과학회논문지 43권 5호"), has_volume("計量国語学 第12巻 第3号"), has_volume("知识图谱技术综述")
    (True, True, False)
    """
    return not text.isascii() and not text.endswith("。") and _VOLUME.search(text) is not None


def join_subtitles(document: Document, rows: Sequence[Row]) -> list[Row]:
    r"""Join a subtitle that stands between dashes in a line of its own to the title above it.

    >>> from papercat.readers.layout import lay_out
    >>> page = Document("a.txt", "広津柳浪「変目伝」論\n  ―「人は美目より心」に託した伝吉―\n平田恵美子")
    >>> [row.text for row in join_subtitles(page, lay_out(page).rows)]
    ['広津柳浪「変目伝」論 ―「人は美目より心」に託した伝吉―', '平田恵美子']
    """
    if document.text.isascii():
        return list(rows)
    out: list[Row] = []
    for row in rows:
        if out and not row.after_blank and row.number is None and _is_subtitle(row.text) and _LETTER.search(out[-1].text):
            place = Place(out[-1].place.start, row.place.end)
            out[-1] = replace(out[-1], place=place, text=f"{out[-1].text} {row.text}")
        else:
            out.append(row)
    return out


def cut_last_names(document: Document, rows: Sequence[Row]) -> list[Row]:
    """Cut a row where a blank parts a title from one name behind it, and the next row has no names.

    >>> from papercat.readers.layout import lay_out
    >>> page = Document("a.txt", "林和泉掾版『釈教歌仙』について 本多潤子")
    >>> [row.text for row in cut_last_names(page, lay_out(page).rows)]
    ['林和泉掾版『釈教歌仙』について', '本多潤子']
    """
    if document.text.isascii():
        return list(rows)
    out: list[Row] = []
    for row, after in zip_longest(rows, rows[1:]):
        last = _LAST_NAME.search(row.text)
        place = document.text.rfind(last[1], *row.place) if last and not is_noun(last[1]) and _is_long(row.text[: last.start()]) else -1
        if place < 0 or (after is not None and _NAMES.match(after.text) is not None):
            out.append(row)
            continue
        first, rest = Place(row.place.start, place), Place(place, row.place.end)
        out += [replace(row, place=first, text=document.show(*first).rstrip()), Row(rest, document.show(*rest), glued=True)]
    return out


def _is_long(text: str) -> bool:
    return sum(1 for _ in _LETTER.finditer(text)) >= _LEAST_OF_TITLE and " " not in text.strip() and "、" not in text[-_LEAST_OF_TITLE:]


def _is_subtitle(text: str) -> bool:
    return _SUBTITLE.fullmatch(text) is not None and _LETTER.search(text) is not None
