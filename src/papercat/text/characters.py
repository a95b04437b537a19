"""Characters that cannot be seen, or that stand for others: controls, ligatures, wide forms, look-alikes."""

import re
from typing import NamedTuple

from papercat.text.context import beside

# A control character of 80-9F is a byte of cp1252 that was read as latin-1: \x85 is an ellipsis, \x92 an apostrophe.
_CP1252 = {byte: char for byte in range(0x80, 0xA0) if (char := bytes((byte,)).decode("cp1252", "ignore"))}
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_TABLE = str.maketrans(_LIGATURES | {chr(byte): char for byte, char in _CP1252.items()})
_IN_TABLE = frozenset(map(chr, _TABLE))
_CONTROLS = frozenset(map(chr, (*range(9), *range(0x0E, 0x20), 0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFFFE, 0xFFFF)))
# Marks of direction are needed where letters run from right to left, joiners where letters join or emoji do.
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ANYWHERE = "\u2060-\u2064\ufeff"
_INVISIBLE = re.compile(f"[\u200b-\u200d\u180e{_ANYWHERE}{_DIRECTIONS}]")
_INVISIBLE_SET = frozenset(map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF, 0x61C, 0x180E)))
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Arabic to Mongolian hold the scripts that join letters; emoji are joined by U+200D, with U+FE0F before it at times.
_JOINED = re.compile("[\u0600-\u08ff\u0900-\u0dff\u0e80-\u109f\u1780-\u18af\ufe0f\u2600-\u27bf\U0001f000-\U0001faff]")
# Thai, Lao, Burmese and Khmer have no blanks between words; U+200B says where a line may break
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_SOFT_HYPHEN = re.compile(r"\(cid:173\)\s?|\u00ad\s*")  # PDF's soft hyphen, with the line break or blank behind it
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_C1 = re.compile("[\x80-\x9f]")
# beside a word, or between two for a dash; an apostrophe before the endings of English, and behind a letter of French and Irish
_QUOTE = re.compile(
    r"[\x84\x85\x91\x93-\x97\x99](?<![^\W\d_].)|[\x85\x92\x94-\x97\x99](?![^\W\d_])"
    r"|\x92(?=(?:s|t|d|m|ll|re|ve)(?![^\W\d_]))|(?<![^\W\d_])(?<=[DLOdl])\x92|(?<=\w)[\x96\x97](?=\d)"
)
CJK = "[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uff66-\uffdc\U00020000-\U0003134f]"
_CJK = re.compile(CJK)
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# Cyrillic letters that look as Latin ones do in most fonts (Unicode's confusables.txt lists them as such)
_LOOK_ALIKES = str.maketrans("аеорсухіјѕԁһАВЕІЈКМНОРСТХЅ", "aeopcyxijsdhABEIJKMHOPCTXS")
_TWINS = frozenset(map(chr, _LOOK_ALIKES))
_CYRILLIC = re.compile("[\u0400-\u052f]")
_WORD = re.compile(r"(?:[^\W\d_]|\ufffd)+")
LATIN = r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"
_LATIN = re.compile(LATIN)
# Latin letters without a twin in Cyrillic say that the word is Latin
_SURELY_LATIN = re.compile(r"[bfgklmnqrtuvwzDFGLNQRUVWYZ\u00c0-\u024f]")

CHARACTERS = frozenset("\u00ad(") | _CONTROLS | _INVISIBLE_SET | frozenset(map(chr, _CP1252)) | frozenset(_LIGATURES)
SURROGATES = frozenset(map(chr, range(0xD800, 0xE000)))
NO_BREAK = frozenset("\u00a0\u2007\u202f")
WIDE = frozenset(map(chr, _WIDE))
TWINS = _TWINS
QUOTES = frozenset("\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99")


class Removed(NamedTuple):
    """What `fix_characters` finds: a name for one, a name for several, and a pattern."""

    one: str
    many: str
    pattern: re.Pattern[str]


REMOVED = (
    Removed("soft hyphen", "soft hyphens", _SOFT_HYPHEN),
    Removed("invisible character", "invisible characters", _INVISIBLE),
    Removed("byte of cp1252", "bytes of cp1252", re.compile("[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f]")),
    Removed("control character", "control characters", re.compile("[\x00-\x08\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d\ud800-\udfff\ufffe\uffff]")),
    Removed("ligature", "ligatures", re.compile("[ﬀ-ﬆ]")),
)


_FEW = 200  # characters, of which a set takes no longer


def signs_in(text: str, others: bytes) -> set[str]:
    r"""Give the different characters of a text; `others` of ASCII, for which nobody asks, may be left out.

    Of 200,000 characters that takes a tenth of the time of a set of all.

    >>> sorted(signs_in("Hlav´aˇckov´a " * 20, b"Hackov ")), signs_in("\ud800" * 200, b"")
    (['l', '´', 'ˇ'], {'\ud800'})
    """
    if len(text) < _FEW:
        return set(text)
    return set(text.encode("utf-8", "surrogatepass").translate(None, others).decode("utf-8", "surrogatepass"))


def fix_characters(text: str) -> str:
    r"""Take out invisible and control characters, and open ligatures.

    Joiners stay between letters that join and in emoji, marks of direction in text with letters that run from right to
    left, and a break without width in scripts without blanks.

    >>> fix_characters("con\ufb01dence trans\u200bformer combi(cid:173) nées it\x92s \ud83e\udd17")
    'confidence transformer combinées it’s 🤗'
    >>> fix_characters("می\u200cخواهم") == "می\u200cخواهم"
    True
    """
    if "(cid:" in text or "\u00ad" in text:
        text = _SOFT_HYPHEN.sub("", text)
    if text.isascii() and text.isprintable():
        return text
    letters = set(text)
    if not letters.isdisjoint(SURROGATES):
        text = _SURROGATE.sub("", _PAIR.sub(_whole, text))
    if not letters.isdisjoint(_CONTROLS):
        text = text.translate(_NO_CONTROLS)
    if not letters.isdisjoint(_INVISIBLE_SET):
        is_right_to_left = bool(_RIGHT_TO_LEFT.search(text))
        text = _INVISIBLE.sub(lambda m: _needed(m, is_right_to_left=is_right_to_left), text)
    return text if letters.isdisjoint(_IN_TABLE) else text.translate(_TABLE)  # which looks at every character by itself


def fix_quotes(text: str) -> str:
    r"""Read quotes and dashes of cp1252 among controls, if all controls of the text stand where prose has such marks.

    The same bytes are letters in the tables of the Macintosh and of DOS (\x92 is í, \x94 ö), and then stand inside words.

    >>> fix_quotes("the model\x92s \x93stated\x94 reasoning\x85"), fix_quotes("M\x94ller")
    ('the model’s “stated” reasoning…', 'M\x94ller')
    """
    return _C1.sub(lambda m: _TABLE[ord(m[0])], text) if all(_QUOTE.match(text, m.start()) for m in _C1.finditer(text)) else text


def fix_no_break(text: str) -> str:
    r"""Make plain blanks of those that no line may break at.

    >>> fix_no_break("Sharma,\u00a0Mrinank")
    'Sharma, Mrinank'
    """
    return text.replace("\u00a0", " ").replace("\u2007", " ").replace("\u202f", " ")


def fix_wide_forms(text: str) -> str:
    """Make ASCII of full-width letters and signs in a text without Chinese, Japanese or Korean letters.

    >>> fix_wide_forms("Ｇöｄｅｌ， Ｋｕｒｔ"), fix_wide_forms("大型语言模型（ＡＩ）")
    ('Gödel, Kurt', '大型语言模型（ＡＩ）')
    """
    return text if _CJK.search(text) else text.translate(_WIDE)


def fix_look_alikes(text: str) -> str:
    """Make Latin letters of the Cyrillic ones that look the same, in words that are Latin.

    A word is Latin if it has a Latin letter without a Cyrillic twin. Where the text has no letter that is surely
    Cyrillic, so are all words, if one of them was mixed.

    >>> fix_look_alikes("Kаtеrinа Hlаváčkоvá"), fix_look_alikes("роcа в HTML, Дзюба о LLM")
    ('Katerina Hlaváčková', 'роcа в HTML, Дзюба о LLM')
    """
    if not _LATIN.search(text):
        return text
    is_cyrillic = any(char not in _TWINS for char in set(_CYRILLIC.findall(text)))
    if is_cyrillic:
        return _WORD.sub(_latin, text)
    is_mixed = any(_CYRILLIC.search(word) and _LATIN.search(word) for word in _WORD.findall(text))
    return text.translate(_LOOK_ALIKES) if is_mixed else text


_NO_CONTROLS = dict.fromkeys(map(ord, _CONTROLS))


def _whole(match: re.Match[str]) -> str:
    return match[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def _needed(match: re.Match[str], *, is_right_to_left: bool) -> str:
    char = match[0]
    before, after = beside(match)
    if char in "\u200c\u200d":
        return char if _JOINED.match(before) else ""
    if char == "\u200b":
        return char if _UNSPACED.match(before) and _UNSPACED.match(after) else ""
    is_direction = char not in "\u180e\ufeff" and not "\u2060" <= char <= "\u2064"
    return char if is_direction and is_right_to_left else ""


def _latin(match: re.Match[str]) -> str:
    word = match[0]
    is_latin = _SURELY_LATIN.search(word) and all(char in _TWINS for char in _CYRILLIC.findall(word))
    return word.translate(_LOOK_ALIKES) if is_latin else word
