"""Bytes of one table that were read with another: `Dvoøák` is Dvořák, `M¸ller` Müller, `Schottm黮ler` Schottmüller.

Every byte is there, so each pair of tables gives one reading, and which reading is right is a question of spelling. The
pair is decided for the whole text, each word then for itself.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from papercat.mojibake import scripts, spelling
from papercat.mojibake.diagnosis import Damage
from papercat.mojibake.quiet import is_quiet_word
from papercat.mojibake.sequences import codec_table

# (written with, read with): pairs of tables as files come from Windows, a Mac, DOS and the tables of a country, in the order
# of preference where two give the same reading. What a rarer pair costs, in bits, stands before it.
PAIRS: tuple[tuple[float, str, str], ...] = (
    (0, "cp1250", "cp1252"), (0, "iso8859_2", "cp1252"), (0, "cp1254", "cp1252"), (0, "cp1252", "cp1250"), (0, "cp1252", "iso8859_2"),
    (0, "mac_roman", "cp1252"), (0, "cp1252", "mac_roman"), (1, "cp437", "cp1252"), (3, "cp850", "cp1252"), (1, "cp1252", "cp437"),
    (3, "cp1252", "cp850"), (0, "cp1252", "cp874"), (0, "utf-8", "gbk"), (0, "utf-8", "cp932"), (0, "utf-8", "cp949"),
    (0, "utf-8", "big5"), (0, "cp1252", "gbk"), (1, "cp1252", "cp932"), (1, "cp1252", "cp949"), (1, "cp1252", "big5"),
    (0, "cp1252", "cp1251"), (0, "cp1252", "cp1253"), (1, "cp1252", "koi8_r"), (1, "cp1252", "cp1255"), (1, "cp1252", "cp1256"),
    (3, "cp852", "cp1252"), (3, "cp1252", "cp1254"), (3, "cp852", "cp1250"), (3, "cp1250", "cp852"), (3, "iso8859_2", "cp1250"),
    (3, "cp1250", "iso8859_2"), (3, "mac_latin2", "cp1250"), (3, "cp1250", "cp1251"), (6, "mac_turkish", "cp1254"),
    (6, "cp857", "cp1254"), (3, "cp1250", "mac_roman"), (3, "cp1250", "cp437"), (3, "cp1252", "cp852"), (3, "cp1252", "cp866"),
    (3, "mac_roman", "cp1250"), (3, "cp1250", "gbk"), (3, "cp1254", "gbk"),
    (0, "cp1251", "cp1252"), (0, "koi8_r", "cp1252"), (1, "cp866", "cp1252"), (1, "cp1251", "mac_roman"), (0, "koi8_r", "cp1251"),
    (0, "cp1251", "koi8_r"), (0, "cp866", "cp1251"), (0, "cp1251", "cp866"), (0, "cp1253", "cp1252"),
    # ō for ô and ė for ë: one name proves nothing, for Japanese and Russian names are spelled both ways (Kyôsuke, Alëna)
    (12, "cp1257", "cp1252"), (12, "cp1252", "cp1257"),
)  # fmt: skip
WIDE = frozenset(("gbk", "cp932", "cp949", "big5"))
# What one word can say for or against a pair, in bits.
MOST_GAIN, MOST_LOSS = 16.0, -10.0
BEYOND = 0.5  # what is above the most counts by half, so that of two good readings the better one is taken: J‚r‚mie
# Letters for letters, and a word that no list has: of 6,836 names beyond ASCII as their papers print them, Mauá, Welß and
# Žorga were read as another word without it.
UNKNOWN = 4.0
# Letters for letters in a word that is no name: French pêcher is no Pęcher, the protein C/EBPß no C/EBPá.
NO_NAME = 6.0
# Signs that prose has between words, and a word in the wrong table instead of a letter: Col—n, F\u00a0bio, Cl…udia, Garc’a.
DOUBTFUL = re.compile(r"(?<=[A-Za-z])[–—…\u00a0](?=[a-z])|(?<=[b-df-hj-np-tv-z]{2})’(?=[a-su-z])")
# MÃ\u00a0rquez is no reading but UTF-8 in another damage: of UTF-8 read with cp1251 the Western table makes that.
_LEAD_AND_BLANK = re.compile("[Ã-ÅĂĹ]\u00a0(?=[a-z])")
# "XX中": of one ideograph two letters beyond ASCII, side by side, in what is no name.
IDEOGRAPH, TWO_FOREIGN = re.compile("[\u3400-\u9fff\uac00-\ud7af]"), re.compile("[^\x00-\x7f]{2}")
_ACRONYM = re.compile("[^a-z]*[A-Z]{2}[^a-z]*")  # C/EBPß
TWO_LATIN = re.compile("[A-Za-z].*[A-Za-z]")
_LETTER = re.compile(r"[^\W\d_]")
ENOUGH_LETTERS = re.compile("[A-Za-z].*[A-Za-z]|[^\x00-\x7f]{3}")  # of the Latin script; a sign by itself tells nothing
LONGEST = 60  # characters of a word; a longer one is no name
MOST_WORDS = 48  # distinct words that are looked at on each side: odd ones, and others


# From here on a pair is taken. Of 6,836 names beyond ASCII, each alone, as their papers print them, four reach it, and all
# four are damaged: Stankoviæ, Obradoviæ, Pavloviæ-Lažetiæ, Ińaki. The next is Kyôsuke at 4.0.
ENOUGH = 4.5
# A word among healthy ones that speak against its pair has to be surer by itself.
ENOUGH_ALONE = 9.0
# How far the verdict on a text carries a word that says little or nothing, in bits.
SHARE_OF_VERDICT, MOST_CARRIED = 0.25, 8.0


def find(text: str) -> Damage | None:
    """Find the pair of tables that explains the odd words of a text best.

    >>> find("Dvoøák, Petr").story
    'cp1250 that had been read as cp1252'
    >>> find("Sørensen, Søren") is None
    True
    """
    odd, others = _words(text)
    if not odd:
        return None
    gains = {pair: list(_gains(odd, *pair[1:])) for pair in PAIRS}
    weighed = (_damage(pair, [*alone, *_gains(others, *pair[1:])]) for pair, alone in gains.items())
    best = max(weighed, key=lambda damage: damage.bits)
    if best.bits >= ENOUGH:
        return best
    by_few = (_damage(pair, [bits for bits in alone if bits >= ENOUGH_ALONE]) for pair, alone in gains.items())
    best = max(by_few, key=lambda damage: damage.bits)
    return best._replace(mixed=True) if best.bits >= ENOUGH_ALONE else None


def restore(token: str, wrote: str, codec: str, need: float) -> str:
    """Read a token with the right table, if enough speaks for that.

    >>> restore("Dvoøák", "cp1250", "cp1252", 0.0), restore("Sørensen", "cp1250", "cp1252", 0.0)
    ('Dvořák', 'Sørensen')
    """
    reading = read(token, wrote, codec)
    return reading if reading is not None and reading != token and gain(token, reading) > need else token


def needed(bits: float, *, mixed: bool) -> float:
    """Say what a word has to bring by itself, given the verdict on its text, in bits."""
    return ENOUGH_ALONE if mixed else -min(MOST_CARRIED, bits * SHARE_OF_VERDICT)


def read(token: str, wrote: str, codec: str) -> str | None:
    """Give what a token is with the right table; None where it cannot be.

    >>> read("Schottm黮ler", "cp1252", "gbk")
    'Schottmüller'
    >>> read("Łódź", "cp1250", "cp1252") is None
    True
    """
    if codec not in WIDE:
        return _single(token, _table(wrote, codec))
    try:
        return token.encode(codec).decode(wrote)
    except UnicodeError:
        return None


@lru_cache(maxsize=8192)  # half of the pairs of tables read a word as another pair does
def gain(token: str, reading: str) -> float:
    """Weigh a reading against the token as it stands, in bits."""
    foreign = scripts.gain(token, reading)
    if foreign is not None:
        return foreign
    if not TWO_LATIN.search(token):
        # by itself a sign is more often what it looks like: pages 1–9 are no 1Ė9
        return MOST_LOSS if _LETTER.search(reading) and not _LETTER.search(token) else 0.0
    if _LEAD_AND_BLANK.search(reading) or spelling.is_strange(reading, frozenset(token)) or spelling.breaks_case(token, reading):
        return MOST_LOSS
    if IDEOGRAPH.search(token) and TWO_FOREIGN.search(reading) and not spelling.name_bits(reading):
        return MOST_LOSS
    bits = spelling.bits(reading) - spelling.bits(token)
    if not spelling.name_bits(reading) and not spelling.is_split(token):
        bits -= UNKNOWN
    if (token[:1].islower() or _ACRONYM.fullmatch(token)) and not spelling.is_strange(token):
        bits -= NO_NAME
    return MOST_GAIN + (bits - MOST_GAIN) * BEYOND if bits > MOST_GAIN else max(MOST_LOSS, bits)


def is_odd(token: str) -> bool:
    """Tell whether a token has a character that is out of place.

    >>> is_odd("Dvoøák"), is_odd("Dvořák"), is_odd("“Müller”")
    (True, False, False)
    """
    if is_quiet_word(token):
        return False
    return spelling.worst(token) <= spelling.ODD or DOUBTFUL.search(token) is not None or scripts.SWAPPED.search(token) is not None


def words(text: str) -> list[str]:
    """List distinct words beyond ASCII: the odd ones first, then as many others.

    >>> words("Dvoøák, Sørensen, Novák")
    ['Dvoøák', 'Sørensen', 'Novák']
    """
    odd, others = _words(text)
    return [*odd, *others]


def odd_words(text: str) -> list[str]:
    """List distinct words beyond ASCII in which a character is out of place.

    >>> odd_words("Dvoøák, Sørensen, Novák")
    ['Dvoøák']
    """
    return list(_words(text)[0])


@lru_cache(maxsize=4)
def _words(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    odd: dict[str, None] = {}
    others: dict[str, None] = {}
    for token in _tokens(text):
        if len(token) > LONGEST or not ENOUGH_LETTERS.search(token):
            continue
        group = odd if is_odd(token) else others
        if len(group) < MOST_WORDS:
            group[token] = None
        elif group is odd:
            break
    return tuple(odd), tuple(others)


def _tokens(text: str) -> Iterator[str]:
    """Give the tokens beyond ASCII; to replace what parts them and to split is four times as fast as a pattern."""
    for sign in ",;\t\r\n":
        text = text.replace(sign, " ")
    return (token for token in text.split(" ") if not token.isascii())


def _damage(pair: tuple[float, str, str], gains: Iterable[float]) -> Damage:
    cost, wrote, codec = pair
    return Damage(codec, 1, sum(gains) - cost, wrote)


def _gains(tokens: Iterable[str], wrote: str, codec: str) -> Iterator[float]:
    readings = ((token, read(token, wrote, codec)) for token in tokens)
    return (gain(token, reading) for token, reading in readings if reading is not None and reading != token)


def _single(token: str, table: dict[int, str]) -> str | None:
    return token.translate(table) if _high(token) <= table.keys() else None


@lru_cache(maxsize=1024)  # each word is read with every pair of tables
def _high(token: str) -> frozenset[int]:
    return frozenset(ord(char) for char in token if not char.isascii())


@cache
def _table(wrote: str, codec: str) -> dict[int, str]:
    pairs = ((char, bytes((byte,)).decode(wrote, "ignore")) for char, byte in codec_table(codec).items())
    return {ord(char): meant for char, meant in pairs if meant}
