"""Accents that a PDF set down beside their letters: `P´erez`, `Pe´rez`, `P´ erez`, `P ´erez`.

On which side they stand is the same in all of a document, and told by which letters come out: of `Hlav´aˇckov´a` one
order makes á, č and á, the other ǎ and two letters that are none.
"""

import re
import unicodedata
from functools import partial
from typing import NamedTuple

from papercat.text.characters import signs_in
from papercat.text.context import beside

_MARKS = {
    "`": "\u0300", "ˋ": "\u0300", "´": "\u0301", "ˊ": "\u0301", "ˆ": "\u0302", "˜": "\u0303", "¯": "\u0304", "˘": "\u0306",
    "˙": "\u0307", "¨": "\u0308", "˚": "\u030a", "˝": "\u030b", "ˇ": "\u030c", "¸": "\u0327", "˛": "\u0328",
}  # fmt: skip
ACCENTS = frozenset(_MARKS) - {"`"}
_NO_ACCENTS = bytes(byte for byte in range(0x80) if byte != ord("`"))
_ABOVE, _BELOW = "`ˋ´ˊˆ˜¯˘˙¨˚˝ˇ", "¸˛"
_LETTER = "[A-Za-zıȷ]"
# A grave accent in ASCII is a quote in code and TeX, unless it stands behind a letter, and a quote where one opens.
_GRAVE = re.compile(r"`(?<=[A-Za-z]`)(?!`)")
_OPENING = re.compile(r"(?<![^\W\d_])[`´'][^\W\d_]")
_CLOSING = re.compile(r"(?<=[^\W\d_])[`´'](?![^\W\d_])")
_BARE = str.maketrans("ıȷ", "ij")
_SAMPLE = 200_000  # characters; a verdict needs no more
# How much a letter speaks for an order, by how common it is in names; a letter of no name speaks against it.
_WEIGHTS = {
    **dict.fromkeys("ñçğ", 4.0),
    **dict.fromkeys("áéíóúàèìòùâêîôûãäöüčšžřăāēīūżėåůőűşąęįų", 3.0),
    **dict.fromkeys("õëïćńśźěňţō", 2.0),
    **dict.fromkeys("ýťďġċ", 1.5),
    **dict.fromkeys("ņļķģŗ", 1.0),
    **dict.fromkeys("ŕĺĉĝĥĵŝŵŷĕĭŏŭĩũÿǎǐǒǔǧǩẽỹǫ", 0.5),
    "i̇": 3.0,
}
_NO_LETTER = -1.0
ENOUGH = 1.0
_VOWELS = frozenset("aeiouyAEIOUY")
# An acute accent is typed for an apostrophe: don´t, it´s, l´homme, O´Brien
_CONTRACTION = re.compile(r"[´`](?:s|t|ll|re|ve|d|m)(?![^\W\d_])")
_ELISION = re.compile(r"(?<![^\W\d_])(?:[dljmnstc]|qu)´")
# What stands before and behind a letter, with a bar for the letter itself, and what that adds to its weight
_AROUND = tuple(
    (letters, re.compile(pattern, re.IGNORECASE), bonus)
    for letters, pattern, bonus in (
        ("í", r".?\|[ao][sz]?(?![^\W\d_])", 1.0),  # María, Díaz, Ríos
        ("é", r".?\|(?:a|e(?![^\W\d_]))", 1.0),  # Béatrice, Josée
        ("ć", r"[aeiou]\|(?![^\W\d_])", 2.0),  # Bogunović
        ("ń", r".?\|(?:sk|cz)", 2.0),  # Bański
        ("ś", r".?\|[nwclmtp]", 2.0),  # Wiśniewski
        ("ź", r".?\|[nwdl]", 2.0),  # Woźniak
        ("ćńśź", r".\|[aeiouy]", -1.0),
        ("ņļķģŗŕĺĉĝĥĵŝċġ", r"[b-df-hj-np-tv-z]\||.?\|[b-df-hj-np-tv-z]", -3.0),  # M¸ller and Kˆhler are bytes in the Macintosh's table
        ("şţç", r"(?![^\W\d_])[^|]?\|[b-df-hj-np-sv-z]", -3.0),  # S¸mb¸l
        ("ëï", r"[aeiou]\|", 2.0),  # Noël, Raphaël
        ("äö", r".?\|e", -2.0),
        ("ä", r".?\|u", 1.0),  # Läubli
        ("ü", r"[ae]\|", -1.0),
        ("ż", r".?\|[aeiouy]", 0.5),  # Błażej
        ("ě", r"[^bpvmndtf]\|", -2.0),  # Czech has it behind these alone
    )
)
_NEXT_WORD = re.compile(r" (?!(?:de|da|do|dos|del|di|van|von|la|le|and|et|und)\b)[a-z]")
_NAME_BEFORE = re.compile(r"(?<![^\W\d_])[A-Z][^\W\d_]{0,30}\Z")


class Order(NamedTuple):
    """On which side of its letter an accent stands.

    Attributes:
        above: the order of the accents above letters, a key of `ORDERS`, or "" if there is none.
        below: the same of cedillas and ogoneks, which TeX sets behind the letter.
    """

    above: str
    below: str


ORDERS = {
    "before": "(?P<mark>[{}])(?P<letter>" + _LETTER + ")",
    "after": "(?P<letter>" + _LETTER + ")(?P<mark>[{}])",
    "before, blank": "(?P<mark>[{}]) (?P<letter>" + _LETTER + ")",
    "blank, before": "(?<=[^\\W\\d_]) (?P<mark>[{}])(?P<letter>" + _LETTER + ")",
}
_FINDERS = {(order, marks): re.compile(form.format(marks)) for order, form in ORDERS.items() for marks in (_ABOVE, _BELOW)}


def accent_order(text: str) -> Order | None:
    """Decide on which side of their letters the accents of a document stand; None if they are no accents.

    >>> accent_order("Katerina Hlav´aˇckov´a"), accent_order("Franc¸ois P´erez")
    (Order(above='before', below=''), Order(above='before', below='after'))
    >>> accent_order("don´t, it´s, l´homme, O´Brien, 20˚C, ¨quoted¨, `code`") is None
    True
    """
    sample = text[:_SAMPLE]
    letters = signs_in(sample, _NO_ACCENTS)
    if letters.isdisjoint(ACCENTS) and not _GRAVE.search(sample):
        return None
    above, below = (_vote(sample, marks) if not letters.isdisjoint(marks) else "" for marks in (_ABOVE, _BELOW))
    return Order(above, below) if above or below else None


def fix_accents(text: str, order: Order) -> str:
    """Put accents on their letters.

    >>> fix_accents("Garc´ıa M´arquez, Franc¸ois, don´t", Order("before", "after"))
    'García Márquez, François, don´t'
    >>> fix_accents("Hlav´ aˇ ckov´ a", Order("before, blank", "")), fix_accents("K. G ¨odel", Order("blank, before", ""))
    ('Hlaváčková', 'K. Gödel')
    """
    for style, marks in ((order.above, _ABOVE), (order.below, _BELOW)):
        if style:
            text = _FINDERS[style, marks].sub(partial(_joined, order=style), text)
    return text


def _vote(text: str, marks: str) -> str:
    """Choose the order that makes the best letters, or none."""
    has_quotes = bool(_OPENING.search(text) and _CLOSING.search(text))
    total = sum(text.count(mark) for mark in marks)
    scores = {order: _score(text, order, marks, total, has_quotes=has_quotes) for order in ORDERS}
    best = max(scores, key=lambda order: scores[order])
    return best if scores[best] >= ENOUGH else ""


def _score(text: str, order: str, marks: str, total: int, *, has_quotes: bool) -> float:
    found = list(_FINDERS[order, marks].finditer(text))
    weights = [_weight(match, order) for match in found if _is_evidence(match, order, has_quotes=has_quotes)]
    # what the order leaves over speaks against it
    return sum(weights) + _NO_LETTER * (total - len(found))


def _is_evidence(match: re.Match[str], order: str, *, has_quotes: bool) -> bool:
    """Leave out what can as well be an apostrophe or a quote."""
    text, place = match.string, match.start("mark")
    if _CONTRACTION.match(text, place) or _ELISION.match(text, place - 1) or _ELISION.match(text, place - 2):
        return False
    before, after = text[max(0, place - 1) : place], text[place + 1 : place + 2]
    if match["mark"] not in "`´" or (before.isalpha() and after.isalpha()):
        return True
    if has_quotes or (match["mark"] == "`" and not before.isalpha()) or (before == "s" and match["letter"] not in _VOWELS):
        return False
    return order != "after" or before in _VOWELS or before in "cnz"


def _weight(match: re.Match[str], order: str) -> float:
    """Weigh the letter that an order makes, in its word."""
    letter = _composed(match)
    before, after = beside(match)
    if _is_byte(match):
        return _NO_LETTER
    if order == "blank, before":
        place = match.start()
        if letter.isupper() or not _NAME_BEFORE.search(match.string, max(0, place - 32), place):
            return _NO_LETTER
    # "DEGREEˆ2", "RationaleˆVT", "O´Brien": a power, a name made of two, an apostrophe
    is_inner = after.isupper() and (letter.islower() or match.string[match.end() + 1 : match.end() + 2].islower())
    if order == "after" and (after.isdigit() or is_inner):
        return _NO_LETTER
    if letter.isupper() and (before.islower() or (before.isalpha() and after.islower())):
        return _NO_LETTER
    return _WEIGHTS.get(letter.lower(), _NO_LETTER) + _context(letter.lower(), before, after, match, order)


def _context(letter: str, before: str, after: str, match: re.Match[str], order: str) -> float:
    """Raise or lower the weight of a letter where its neighbours are those of names that have it, or of none."""
    bonus = next(
        (
            bonus
            for letters, pattern, bonus in _AROUND
            if letter in letters and pattern.match(before + "|" + match.string[match.end() : match.end() + 3])
        ),
        0.0,
    )
    if order == "after" and _NEXT_WORD.match(match.string, match.end()):
        bonus -= 1.0  # in a list of names a small letter seldom begins a word
    if order == "before" and before == " " and after.isalpha() and match["letter"].islower() and _follows_name(match):
        bonus -= 1.0
    return bonus


def _is_byte(match: re.Match[str]) -> bool:
    # "CÃ´te", "r√´le": a byte of a letter that was read with another codec, behind its lead byte, which Ł is in no codec
    place = match.start("mark")
    before = match.string[max(0, place - 1) : place]
    return not before.isascii() and before != "Ł" and unicodedata.category(before) != "Ll"


def _follows_name(match: re.Match[str]) -> bool:
    place = match.start() - 1
    return place > 0 and bool(_NAME_BEFORE.search(match.string, max(0, place - 32), place))


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match["letter"].translate(_BARE) + _MARKS[match["mark"]])


def _joined(match: re.Match[str], order: str) -> str:
    if _weight(match, order) <= 0 or (order != "after" and _CONTRACTION.match(match.string, match.start("mark"))):
        return match[0]
    return _composed(match)
