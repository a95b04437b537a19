"""Cyrillic and Greek words whose bytes were read with another table: `Äìèòðèé` is Дмитрий, `дНЙФТЙК` is Дмитрий too.

KOI8-R has its small letters where cp1251 has its capitals, so the case of a word tells these two apart; where it does not, the
frequency of letters does.
"""

import re

# The letters of Russian and of Greek in the order of their frequency in running text, as handbooks of ciphers give it.
_BY_FREQUENCY = ("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґўђјљњћџѓќѕ", "αοιετσνηυρπκμλωςδγθίόχάέύήφβξώζψϊϋΐΰ")
_CASE = re.compile("[А-ЯЁІЇЄҐЎЂЈЉЊЋЏ]?[а-яёіїєґўђјљњћџ]+|[А-ЯЁІЇЄҐЎ]{3,}|[Α-ΩΆ-Ώ]?[α-ωά-ώϊϋ]+|[Α-ΩΆ-Ώ]{3,}")
_WORD = re.compile(r"[^\W\d_]+")
SWAPPED = re.compile("(?<![^\\W\\d_])[а-яё][А-ЯЁ]{2,}(?![^\\W\\d_])")  # дНЙФТЙК
_ASCII_LETTER = re.compile("[A-Za-z]")
# What a word brings, in bits, for each letter above the fourth: healthy words of the Latin script have ASCII letters too, but a
# list of letters (ÄÖÜ, áéíóú) has none. A word in capitals brings less: cp1251 shows the small letters of KOI8-R so.
EACH, SHORT, MOST, CAPITALS = 3.0, 4, 10.0, 4.0
RANK = 0.15  # bits for each place in the order of frequency, where only that tells two tables apart
# Bits for each place where both are Cyrillic; a word whose case is healthy as it stands needs a verdict on its text besides.
RANK_WITHIN, HEALTHY_CASE = 2.0, 8.0


def gain(token: str, reading: str) -> float | None:
    """Weigh a reading in the Cyrillic or Greek script; None where it is no such thing.

    >>> gain("Äìèòðèé", "Дмитрий") > 5, gain("дНЙФТЙК", "Дмитрий") > 5
    (True, True)
    >>> gain("Müller", "Mьller") is None
    True
    """
    words = _WORD.findall(reading)
    if not words or not all(map(_CASE.fullmatch, words)) or _ASCII_LETTER.search(token + reading):
        return None
    if any(char > "\x7f" and not char.isalpha() for char in reading):
        return None
    if any(len(word) > SHORT and list(word) == sorted(word) for word in (token.lower(), *map(str.lower, words))):
        return -MOST  # àáâãäåæçèé is a list of letters
    if _is_foreign(token):
        doubt = 0.0 if SWAPPED.search(token) else HEALTHY_CASE
        return min(MOST, RANK_WITHIN * (_mean_rank(token) - _mean_rank(reading))) - doubt
    letters = max(map(len, words))
    return min(MOST, max(0.0, EACH * (letters - SHORT))) - RANK * _mean_rank(reading) - (CAPITALS if reading.isupper() else 0.0)


def _is_foreign(token: str) -> bool:
    return token.isalpha() and all("Ͱ" <= char <= "ӿ" for char in token)


def _mean_rank(word: str) -> float:
    ranks = [_rank(char) for char in word.lower() if char.isalpha()]
    return sum(ranks) / max(1, len(ranks))


def _rank(char: str) -> int:
    return next((order.index(char) for order in _BY_FREQUENCY if char in order), len(_BY_FREQUENCY[0]))
