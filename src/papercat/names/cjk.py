"""Names in Chinese, Japanese and Korean letters, which are written without a blank, family name first."""

import re
from collections.abc import Sequence

from papercat.names.name import Name

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff々]{2,6}")
_HANGUL = re.compile("[\uac00-\ud7af]{2,5}")
_FAMILY_FIRST = re.compile("[\u3041-\u3096\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]")
_ALL_FAMILY_FIRST = re.compile("[\u3400-\u9fff\uf900-\ufaff々\uac00-\ud7af]{2,4}")
# The two-letter family names that are borne today (Yuan Yida, 中国姓氏: 三百大姓, lists these among the first 400).
_TWO_HAN = frozenset(
    (
        "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 司徒 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 端木 夏侯 南宫 南宮 独孤 "
        "獨孤 长孙 長孫 宇文 呼延 轩辕 軒轅 百里 东郭 東郭 闻人 聞人"
    ).split()
)
_TWO_HANGUL = frozenset("남궁 황보 제갈 선우 독고 사공 서문 동방".split())
_GROUP_ENDINGS = (
    "大学",
    "大學",
    "学院",
    "學院",
    "研究所",
    "研究院",
    "公司",
    "会社",
    "會社",
    "协会",
    "協会",
    "協會",
    "委员会",
    "学会",
    "學會",
)
# The hundred commonest family names of China bear 85 of 100 people (Ministry of Public Security, 2020), in both spellings.
_ONE_HAN = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟"
    "秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤張劉陳楊黃趙吳孫馬羅鄭謝許韓鄧馮蕭蔣葉蘇呂盧鍾譚陸韋賈鄒閆龍賀顧龔萬錢嚴湯"
)

_PARTS_OF_NAME = 2


def parse_cjk(word: str) -> Name | None:
    """Part a name without a blank; None for what is no such name, or where nothing tells.

    >>> parse_cjk("王伟")[:2], parse_cjk("欧阳娜娜")[:2], parse_cjk("김민준")[:2]
    (('王', '伟'), ('欧阳', '娜娜'), ('김', '민준'))
    >>> parse_cjk("山田太郎")[:2], parse_cjk("東京大学") is None
    (('山田', '太郎'), True)
    """
    if _HANGUL.fullmatch(word):
        return _at(word, 2 if word[:2] in _TWO_HANGUL and len(word) > 2 else 1)
    if not _HAN.fullmatch(word) or word.endswith(_GROUP_ENDINGS):
        return None
    if word[:2] in _TWO_HAN and len(word) > 2:
        return _at(word, 2)
    if word[0] in _ONE_HAN and len(word) <= 3:
        return _at(word, 1)
    # four letters are two and two in Japan, where most family names have two
    return _at(word, 2) if len(word) == 4 else None


def is_cjk(word: str) -> bool:
    """Tell a word in the letters of names that have the family name first: Han, Hangul or Hiragana, not Katakana alone.

    >>> is_cjk("山田"), is_cjk("김"), is_cjk("スミス"), is_cjk("Yamada")
    (True, True, False, False)
    """
    return not word.isascii() and _FAMILY_FIRST.search(word) is not None


def is_whole(word: str) -> bool:
    """Tell a word that can be a whole name: three letters of Han are no family name but for a few, as 佐々木 is.

    >>> is_whole("船蔵颯"), is_whole("王伟"), is_whole("山田"), is_whole("Mausam")
    (True, True, False, False)
    """
    return parse_cjk(word) is not None or (len(word) > 2 and _HAN.fullmatch(word) is not None)


def unpadded(words: Sequence[str]) -> Sequence[str]:
    """Join the letters of names of two letters that are set as wide as those of three, in a run of names.

    >>> unpadded("余 凯 贾 磊 陈雨强 徐 伟".split())
    ['余凯', '贾磊', '陈雨强', '徐伟']
    >>> unpadded("余 凯".split()), unpadded("大場 司".split())
    (['余', '凯'], ['大場', '司'])
    """
    if len(words) <= _PARTS_OF_NAME or not any(len(word) == 1 for word in words):
        return words
    out, rest = list[str](), iter(words)
    for word in rest:
        given = next(rest, "") if len(word) == 1 else ""
        if len(word) == 1 and (word not in _ONE_HAN or len(given) != 1):
            return words
        out.append(word + given)
    return out


def whole_names(words: Sequence[str]) -> bool:
    """Tell a run of words each of which is a whole name, from the two halves of one.

    >>> whole_names("毛泽东 邓小平".split()), whole_names("山田 太郎".split()), whole_names("김 민준".split())
    (True, False, False)
    """
    if len(words) < 2 or not all(len(word) > 1 and _ALL_FAMILY_FIRST.fullmatch(word) for word in words):
        return False
    known = sum(map(_begins_with_family, words))
    return known == len(words) or (len(words) > 2 and 2 * known >= len(words))


def whole_list(words: Sequence[str]) -> tuple[Name, ...]:
    """Read the parts of a list as a whole name each, where most can be nothing else; () for any other list.

    >>> [name[:2] for name in whole_list("庞亮 兰艳艳 徐君".split())], whole_list("山田 太郎".split())
    ([('庞', '亮'), ('兰', '艳艳'), ('徐', '君')], ())
    """
    if len(words) < 2 or not all(len(word) > 1 and _ALL_FAMILY_FIRST.fullmatch(word) for word in words):
        return ()
    if sum(map(is_whole, words)) * 2 <= len(words):
        return ()
    is_chinese = any(word[0] in _ONE_HAN for word in words) and all(len(word) < 4 or word[:2] in _TWO_HAN for word in words)
    return tuple(parse_cjk(word) or (_at(word, 1) if is_chinese else Name(literal=word)) for word in words)


def _begins_with_family(word: str) -> bool:
    return len(word) == 3 if _HANGUL.fullmatch(word) else word[0] in _ONE_HAN or word[:2] in _TWO_HAN


def _at(word: str, place: int) -> Name:
    return Name(word[:place], word[place:])
