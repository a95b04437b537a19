"""How likely a word is as it is spelled, in bits: for choosing between two readings of the same bytes.

The model is that of the lexicon: which letters beyond ASCII stand between which neighbours in lists of names. Signs and
letters of another script inside a Latin word have a fixed price, for no list knows them.
"""

import math
import re
from collections.abc import Iterable
from functools import lru_cache

from papercat.mojibake import lexicon

# Prices in bits. A letter of the lists costs 0 to 13 by its place; a sign or a letter of another script inside a word is
# dearer than the rarest letter.
LEAST = -13.0  # the dearest letter: one that was never seen in its place
SIGN_IN_WORD, SIGN_BESIDE_WORD, SIGN, CONTROL = -18.0, -9.0, -2.0, -18.0
FOREIGN = -20.0
CAPITAL_IN_WORD = -7.0
QUOTE, DASH, APOSTROPHE, MARK = -9.0, -3.0, -2.0, -1.0
OPENING, CLOSING = frozenset("“‘„‚«‹»›¿¡–—…•·§¶†‡\u00a0"), frozenset("”’“‘»›«‹–—…®™©†‡§¶·\u00a0ªº")
BETWEEN = {
    "’": APOSTROPHE, "‘": APOSTROPHE, "·": APOSTROPHE, "‐": 0.0, "\u2011": 0.0, "\u00ad": 0.0,
    "–": DASH, "—": DASH, "…": DASH, "\u00a0": DASH, "”": QUOTE, "“": QUOTE, "„": QUOTE,
}  # fmt: skip
ORDINAL = frozenset("ªº")
COMBINING = ("\u0300", "\u036f")
SHORT = 3  # letters; a shorter run beside a sign is a unit or a formula
LONGEST_ORDINAL = 3  # letters before it: Nº, Mª, Srª
# A character that costs this much is a reason to look for another reading.
ODD = -8.9
KNOWN_NAME = 0.02  # weight from which a name of the lists counts; the rarest surname of the longest list has 0.05
MOST_NAME_BITS = 8.0
_REACH = 16  # characters
_CASE_BREAK = re.compile("[a-zß-öø-ÿ](?=[A-Z])")
_WORD = re.compile(r"[^\W\d_]+")


def is_latin(char: str) -> bool:
    """Tell a letter of the Latin script beyond ASCII.

    >>> is_latin("ř"), is_latin("ạ"), is_latin("р"), is_latin("ª")
    (True, True, False, False)
    """
    return ("À" <= char < "\u0250" or "\u1e00" <= char < "\u1f00") and char not in "×÷"


def fit(token: str) -> float:
    """Price the characters beyond ASCII of one token, in bits; 0 is the best.

    Args:
        token: What stands between two blanks.

    >>> fit("Dvořák") > fit("Dvoøák") + 5, fit("Müller") > fit("M¸ller") + 5
    (True, True)
    """
    return sum(_price(token, place) for place, char in enumerate(token) if not char.isascii())


def name_bits(token: str) -> float:
    """Say how well the lists know the words of a token, in bits.

    >>> name_bits("Michał") > 5, name_bits("Micha³")
    (True, 0.0)
    """
    words = (word for word in _WORD.findall(token) if not word.isascii())
    return sum(min(MOST_NAME_BITS, math.log2(1 + lexicon.weight(word) / KNOWN_NAME)) for word in words)


def worst(token: str) -> float:
    """Price the character beyond ASCII that is most out of place.

    >>> worst("Dvoøák") < worst("Dvořák")
    True
    """
    return min((_price(token, place) for place, char in enumerate(token) if not char.isascii()), default=0.0)


def is_strange(token: str, stood: frozenset[str] = frozenset()) -> bool:
    """Tell whether a token has beyond ASCII what is no Latin letter in its case.

    Args:
        token: A reading of damaged text.
        stood: Characters that were there before, which the reading did not bring.

    >>> is_strange("Gómez"), is_strange("G¢mez"), is_strange("GÓmez"), is_strange("“Gómez”", frozenset("“”"))
    (False, True, True, False)
    """
    return any(not char.isascii() and _is_strange(token, place, char, stood) for place, char in enumerate(token))


def is_split(token: str) -> bool:
    """Tell whether a sign that is no mark of prose stands at a word, or a letter of another script inside it.

    >>> is_split("M¸ller"), is_split("Gabri‚"), is_split("Universit”ot"), is_split("Tony毛")
    (True, True, False, False)
    """
    return any(_splits(char, *_around(token, place)) for place, char in enumerate(token) if not char.isascii())


def _splits(char: str, before: str, after: str) -> bool:
    if is_latin(char) or COMBINING[0] <= char <= COMBINING[1] or (char in BETWEEN and before[-1:].isalpha() and after[:1].isalpha()):
        return False
    if char.isalpha() and not "ʰ" <= char < "Ͱ":
        return before[-1:].isalpha() and after[:1].isalpha()
    return sign(char, before, after) <= SIGN_BESIDE_WORD


def breaks_case(token: str, reading: str) -> bool:
    """Tell whether a reading puts a small letter before a capital where none was: 與Eigen is no äoEigen.

    >>> breaks_case("與Eigen", "äoEigen"), breaks_case("McKöln", "McKoln")
    (True, False)
    """
    return len(_CASE_BREAK.findall(reading)) > len(_CASE_BREAK.findall(token))


def has_odd_capital(token: str) -> bool:
    """Tell whether a capital stands inside a small word.

    >>> has_odd_capital("HernÁndez"), has_odd_capital("HERNÁNDEZ")
    (True, False)
    """
    return any(_is_odd_capital(c, _letters_before(_around(token, i)[0]), token[i + 1 : i + 2]) for i, c in enumerate(token) if is_latin(c))


def _is_strange(token: str, place: int, char: str, stood: frozenset[str]) -> bool:
    if is_latin(char):
        return char.isupper() and _is_odd_capital(char, _letters_before(_around(token, place)[0]), token[place + 1 : place + 2])
    return char not in stood


def _is_odd_capital(char: str, left: str, after: str) -> bool:
    # GÓmez, JosÈ; DÈsilets, but not DÉSILETS
    return char.isupper() and (left[-1:].islower() or (len(left) == 1 and left.isupper() and after.islower()))


@lru_cache(maxsize=16_384)
def bits(token: str) -> float:
    """Join both: the letters, and the names."""
    return fit(token) + name_bits(token)


def _around(token: str, place: int) -> tuple[str, str]:
    # as far as a window reaches, and a little more: a word of a megabyte takes no longer for each of its letters
    return token[max(0, place - _REACH) : place], token[place + 1 : place + 1 + _REACH]


def _price(token: str, place: int) -> float:
    char = token[place]
    before, after = _around(token, place)
    if is_latin(char):
        return _letter(char, _letters_before(before), _letters_after(after))
    if "\x80" <= char < "\xa0" or char == "\ufffd":
        return CONTROL
    if COMBINING[0] <= char <= COMBINING[1]:
        return 0.0
    if (char.isalpha() and char not in "ªºµ" and not "ʰ" <= char < "Ͱ") or "\u0e30" <= char < "\u0e50":
        return _foreign(char, before, after)
    return sign(char, before, after)


# Greek letters beside Latin ones are science (γcat, OSLα, u-μP), or ß as it is typed wrongly (Grieβhaber); Cyrillic ones that
# look Latin are a slip of the keyboard (Mаchine). Inside a small word they are damage all the same: JosΘ.
LOOKALIKE, LOOKALIKES = -4.0, frozenset("аеорсухіѕјАВЕКМНОРСТУХІЅЈβ")


def _foreign(char: str, before: str, after: str) -> float:
    if not _beside_latin(before[-1:], after[:1]):
        return 0.0
    inside = (before[-2:].isalpha() and before[-1:].islower()) or (before[-1:].isalpha() and after[:2].islower())
    lone_greek = "Ͱ" <= char <= "Ͽ" and not inside
    return LOOKALIKE if lone_greek or char in LOOKALIKES else FOREIGN


def _beside_latin(left: str, right: str) -> bool:
    return any((c.isascii() and c.isalpha()) or is_latin(c) for c in (left, right) if c)


def sign(char: str, before: str, after: str) -> float:
    """Price what is no letter, by what stands around it.

    >>> sign("³", "Micha", "") < sign("”", "Micha", "")
    True
    """
    left, right = before[-1:].isalpha(), after[:1].isalpha()
    if before[-1:].isdigit() or after[:1].isdigit() or (before[-1:].isupper() and after[:1].isupper()):
        return SIGN  # a formula: O(nˆ6), N×N
    if left and right:
        catalan = char != "·" or (before[-1:] + after[:1]).lower() == "ll"
        return BETWEEN.get(char, SIGN_IN_WORD) if catalan else SIGN_IN_WORD
    if not left and not right:
        return SIGN
    if max(len(_letters_before(before)), len(_letters_after(after))) < SHORT:
        return SIGN  # °C, µm
    if char in ORDINAL and len(_letters_before(before)) > LONGEST_ORDINAL:
        return SIGN_BESIDE_WORD
    return MARK if char in (CLOSING if left else OPENING) else SIGN_BESIDE_WORD


def _letters_before(text: str) -> str:
    start = len(text)
    while start and text[start - 1].isalpha():
        start -= 1
    return text[start:]


def _letters_after(text: str) -> str:
    end = 0
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[:end]


def _letter(char: str, left: str, right: str) -> float:
    low = lexicon.lower(char)
    odd = _is_odd_capital(char, left, right[:1])
    return max(LEAST, _share(low, lexicon.lower(left[-12:]), lexicon.lower(right[:12]))) + (CAPITAL_IN_WORD if odd else 0.0)


def place_share(letter: str, near: str) -> float:
    """Give log2 of the share of a letter among those seen between two neighbours.

    Args:
        letter: A small letter.
        near: The neighbours: the left one first, ^ and $ where the word ends.

    >>> place_share("ü", "ml") > place_share("¸", "ml")
    True
    """
    counts, total = _window(near, lexicon.tables())
    return math.log2(counts[letter] / total) if letter in counts else LEAST


@lru_cache(maxsize=16_384)
def _share(letter: str, left: str, right: str) -> float:
    """Give log2 of the share of a letter, among all beyond ASCII, in its place."""
    source = lexicon.tables()
    start = _known(_window("", source), letter, lexicon.UNSEEN, 1)
    chains = (_chain(chain, letter, start, source) for chain in lexicon.windows(left, right))
    return min(0.0, math.log2(start) + lexicon.WINDOW_POWER * sum(math.log2(share / start) for share in chains))


def _known(window: tuple[dict[str, float], float], letter: str, share: float, room: float) -> float:
    counts, total = window
    return (counts.get(letter, 0.0) + room * share) / (total + room)


def _chain(chain: Iterable[str], letter: str, share: float, source: lexicon.Tables) -> float:
    for name in chain:
        if name not in source.windows:
            break
        window = _window(name, source)
        share = _known(window, letter, share, lexicon.ROOM * len(window[0]))
    return share


@lru_cache(maxsize=16_384)
def _packed(packed: str) -> tuple[dict[str, float], float]:
    counts = {packed[i]: lexicon.from_level(packed[i + 1]) for i in range(0, len(packed), 2)}
    return counts, sum(counts.values())


def _window(name: str, source: lexicon.Tables) -> tuple[dict[str, float], float]:
    return _packed(source.windows.get(name, ""))
