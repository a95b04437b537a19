"""Write Korean names in Latin letters, as their bearers do."""

import unicodedata
from collections.abc import Iterator
from itertools import product

INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h".split()
VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
FINALS = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split()
FIRST, LAST = "가", "힣"
# Besides the Revised Romanization people write names as they sound to English ears: 준 Jun or Joon, 성 Seong or Sung, 현 Hyeon or Hyun.
USUAL_VOWELS = {"eo": "u", "yeo": "you", "u": "oo", "eu": "u"}
USUAL_INITIALS = {"g": "k", "r": "l"}
USUAL = {
    "hyeon": "hyun",
    "gyeong": "kyung",
    "geun": "keun",
    "u": "woo",
    "seong": "sung",
    "yeong": "young",
    "i": "lee",
    "bak": "park",
    "choe": "choi",
}


def letters(syllable: str) -> tuple[str, str, str]:
    """Take a syllable apart: initial, vowel, final.

    >>> letters("현")
    ('h', 'yeo', 'n')
    """
    place = ord(syllable) - ord(FIRST)
    parts = INITIALS[place // 588], VOWELS[place % 588 // 28], FINALS[place % 28]
    return parts[0].strip("-"), parts[1], parts[2].strip("-")


def spellings(syllable: str) -> list[str]:
    """Give the spellings of one syllable, the official one first."""
    initial, vowel, final = letters(syllable)
    plain = initial + vowel + final
    usual = USUAL_INITIALS.get(initial, initial) + USUAL_VOWELS.get(vowel, vowel) + final
    return list(dict.fromkeys([plain, USUAL.get(plain, usual), initial + USUAL_VOWELS.get(vowel, vowel) + final]))


def romanized(name: str) -> Iterator[str]:
    """Give the spellings of a name of one syllable or two; nothing for any other.

    >>> list(romanized("민준"))
    ['minjun', 'minjoon']
    """
    name = unicodedata.normalize("NFC", name)
    if 0 < len(name) < 3 and all(FIRST <= c <= LAST for c in name):
        yield from map("".join, product(*map(spellings, name)))
