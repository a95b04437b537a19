"""A quick look that clears healthy text: most text is, and the slow questions are for the rest."""

import re
from functools import lru_cache

from papercat.mojibake import lexicon, spelling

# Scripts that are not Latin, with the typographic marks of prose.
_FOREIGN = "Ͱ-ϿЀ-ӿ\u0590-\u07ff\u0900-\u097f\u0e00-\u0e7f\u1f00-\u1fff\u3000-\u9fff\uac00-\ud7a3\uff00-\uff60"
_QUIET = re.compile(f"[\x00-\x7f{_FOREIGN}‘’“”„«»–—…№\u00a0]*")
# Beside Latin letters: other marks, or these between letters, can be letters that another table shows as marks.
_QUIET_BESIDE_LATIN = re.compile(f"[\x00-\x7f{_FOREIGN}‘’“”–—…\u00a0]*")
_MARKS = re.compile("[\u00a0–—…“”‘’]")
# what stands before is asked behind the mark: a search for a character is ten times as fast as one for what stands before it
_SPLITS = (
    re.compile(r"\u00a0(?<=[^\W\d_]\u00a0)(?=[a-z])"),
    re.compile("[–—…“”‘](?<=[A-Za-z].)(?=[a-z])"),
    re.compile("’(?<=[b-df-hj-np-tv-z]{2}’)(?=[a-su-z])"),
)
_MIXED = re.compile(f"(?<=[A-Za-z])[{_FOREIGN}]")
_MIXED_BACK = re.compile(f"[{_FOREIGN}](?=[A-Za-z])")
_LATIN = re.compile("[A-Za-z]")
# Where UTF-8 of another script was read with a codec of that script or of a third one, these pairs come again and again: the
# lead bytes of Cyrillic in cp1251, of Greek in cp1253, of Thai in TIS-620, each with a letter that does not follow it in words.
_PAIRS = re.compile("[РСΞΟเ](?:[ЂЃѓЉЊЌЋЏђљњќћџЎўЈҐЁЄЇІіґёєјЅѕї\u00a0ΆΈΉΊΌΎΏ]|(?:[ธน].เ){2}[ธน])")
_DASH = "вЂ"  # bytes E2 80 in cp1251: a dash or a quote
_CASE = re.compile("(?<=[а-яё])[А-ЯЁ]{2}")
# Letters beyond ASCII, no two of them together: no UTF-8 that was read with a single-byte codec is left to think of.
_ALONE = re.compile("(?:[\x00-\x7f]|[À-ÖØ-öø-ɏ\u1e00-\u1eff](?![^\x00-\x7f]))*")
# A syllable of Vietnamese, which has a blank behind each. No table of single bytes has the letters from Ạ to ỹ, so no damage makes them.
_SURELY_VIETNAMESE = re.compile("[Ạ-ỹ]")
_VOWELS = "aeiouyàáâãèéêìíòóôõùúýăĩũơưẠ-ỹ"
_SYLLABLE = f"(?:ngh?|nh|gh?|gi|kh|ch|th|tr|ph|qu|[bcdđhklmnprstvx])?[{_VOWELS}]{{1,3}}(?:ch|ng|nh|[cmnpt])?"
_VIETNAMESE_WORD = re.compile(f"[“‘(\"']*{_SYLLABLE}(?:[-/]{_SYLLABLE})*[”’)\"'.,;:!?]*", re.IGNORECASE)
# The share of a letter in its narrowest place, log2, from which on a word with it is not looked at: 1 of 64.
_COMMON = -6.0
_LONGEST = 60  # characters of a word that is remembered


def is_quiet(text: str) -> bool:
    """Tell whether a text shows no sign of damage at all; False proves nothing.

    >>> is_quiet("Дмитрий Иванов, Müller und Søren"), is_quiet("Mọi người đều sinh ra tự do."), is_quiet("Dvoøák")
    (True, True, False)
    """
    if not _LATIN.search(text):
        return _is_foreign(text)
    if _is_split(text) or "\x85" in text:  # NEL is a blank to str.split, and a byte of damaged text
        return False
    words = {word for word in set(text.split()) if not word.isascii()}
    if max(map(len, words), default=0) > _LONGEST:
        return _is_foreign(text)
    loud = [word for word in words if not is_quiet_word(word)]
    is_vietnamese = 2 * sum(_SURELY_VIETNAMESE.search(word) is not None for word in words) >= len(words)
    return not loud or (is_vietnamese and all(map(_VIETNAMESE_WORD.fullmatch, loud)))


@lru_cache(maxsize=32_768)
def is_quiet_word(word: str) -> bool:
    """Tell whether every character of a word is at home in its place.

    >>> is_quiet_word("“Müller”"), is_quiet_word("M¸ller")
    (True, False)
    """
    if _is_split(word):
        return False
    if len(word) < spelling.SHORT and all(map(spelling.is_latin, word[1:])) and word.isalpha():
        return True  # où, Bø
    places = [place for place, char in enumerate(word) if not char.isascii()]
    if all(_is_common(word[max(0, place - 1) : place], word[place], word[place + 1 : place + 2]) for place in places):
        return True
    if _SURELY_VIETNAMESE.search(word) and _VIETNAMESE_WORD.fullmatch(word):
        return True
    return _is_foreign(word) or (_ALONE.fullmatch(word) is not None and spelling.worst(word) > spelling.ODD)


def _is_split(text: str) -> bool:
    return _MARKS.search(text) is not None and any(split.search(text) for split in _SPLITS)


def _is_foreign(text: str) -> bool:
    if not _QUIET.fullmatch(text) or _DASH in text or _PAIRS.search(text) or _CASE.search(text):
        return False
    if not _LATIN.search(text):
        return True
    return not (not _QUIET_BESIDE_LATIN.fullmatch(text) or _is_split(text) or _MIXED.search(text) or _MIXED_BACK.search(text))


@lru_cache(maxsize=32_768)
def _is_common(left: str, char: str, right: str) -> bool:
    if char in spelling.ORDINAL:
        return not left.isalpha() and not right.isalpha()
    if not spelling.is_latin(char):
        if left.isalpha() and right.isalpha():
            return char == "’"
        return char in (spelling.CLOSING if left.isalpha() else spelling.OPENING)
    if char.isupper() and (left.islower() or (left.isupper() and right.islower())):
        return False
    near = (lexicon.lower(left) if left.isalpha() else "^") + (lexicon.lower(right) if right.isalpha() else "$")
    return spelling.place_share(lexicon.lower(char), near) >= _COMMON
