"""UTF-8 that was read with a single-byte codec, cut into its sequences: whole letters, and gaps where a byte is lost."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple, TypeAlias

# In the order of preference where two explain a text equally well (cp1252 and latin-1 agree on most letters).
CODECS = (
    "cp1252",
    "iso8859_11",
    "cp874",
    "mac_roman",
    "cp437",
    "cp850",
    "cp1251",
    "cp1250",
    "iso8859_2",
    "cp1254",
    "cp1253",
    "koi8_r",
    "cp866",
    "cp852",
    "cp1255",
    "cp1256",
    "cp1257",
)
RUN = re.compile(r"[^\x00-\x7f]+")
# Latin Extended-B as far as Romanian, Vietnamese and Pinyin use it
_RARE_LATIN = "ƠơƯưǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜǦǧǨǩǪǫȘșȚț"
_SURROGATE_LEAD = 0xED
PUNCTUATION = "‘’“”–—"


class Gap(NamedTuple):
    """A letter of which a byte is lost: what is left of it, and the letters that it can have been."""

    raw: str
    candidates: tuple[str, ...]


Pieces: TypeAlias = list[str | Gap]


def raw(piece: str | Gap) -> str:
    """Give a piece as it stands in the damaged text."""
    return piece if isinstance(piece, str) else piece.raw


def unwind(text: str, codec: str, *, controls: bool = False) -> Pieces:
    """Undo one layer: whole sequences become letters, cut ones gaps, the rest stays.

    Args:
        text: Damaged text.
        codec: The one that its UTF-8 was read with.
        controls: Whether a sequence may be a control character, which is a byte of the next layer.

    >>> unwind("Sรถren", "iso8859_11")
    ['Sören']
    """
    table = codec_table(codec)
    pieces: Pieces = []
    place = 0
    for run in RUN.finditer(text):
        pieces.append(text[place : run.start()])
        pieces += (piece for piece, _ in sequences(run[0], table, codec, controls=controls))
        place = run.end()
    pieces.append(text[place:])
    return _merged(pieces)


def peel(text: str, codec: str) -> str:
    """Undo an outer layer of several: a cut sequence stays, unless it can be one letter only.

    >>> peel("ÃƒÂ¶", "cp1252")
    'Ã¶'
    """
    pieces = unwind(text, codec, controls=True)
    return "".join(piece.candidates[0] if isinstance(piece, Gap) and len(piece.candidates) == 1 else raw(piece) for piece in pieces)


def sequences(run: str, table: dict[str, int], codec: str, *, controls: bool = False) -> Iterator[tuple[str | Gap, int]]:
    """Cut a run of high characters into UTF-8 sequences: (letter or gap, characters used)."""
    i = 0
    while i < len(run):
        lead = table.get(run[i], 0)
        pair = _surrogates(bytes(table.get(c, 0) for c in run[i : i + 6])) if lead == _SURROGATE_LEAD else None
        if pair:
            yield pair, 6
            i += 6
            continue
        need = 1 if 0xC2 <= lead <= 0xDF else 2 if 0xE0 <= lead <= 0xEF else 3 if 0xF0 <= lead <= 0xF4 else 0
        j = i + 1
        while j < len(run) and j - i <= need and 0x80 <= table.get(run[j], 0) < 0xC0:
            j += 1
        letter = decode_utf8(bytes(table[c] for c in run[i:j])) if need and j - i == need + 1 else None
        letter = letter if letter and (_is_possible(letter) or (letter in table and (controls or letter >= "\xa0"))) else None
        if letter is None and need:
            if run[j : j + 1] == "\ufffd" and j - i <= need:
                j += 1
            letters = _candidates(run[i:j].rstrip("\ufffd"), codec, need)
            if letters:
                yield Gap(run[i:j], letters), j - i
                i = j
                continue
        if letter is None:
            j = i + 1
        yield letter or run[i:j], j - i
        i = j


def _surrogates(data: bytes) -> str | None:
    """Decode a pair of surrogates that were each written as UTF-8, as Java and MySQL do (CESU-8)."""
    try:
        return data.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeError:
        return None


@cache
def codec_table(codec: str) -> dict[str, int]:
    """Map each high character of a codec to its byte.

    >>> codec_table("iso8859_11")["ร"] == 0xC3
    True
    """
    # an undefined byte and the control character of its number stand for each other, as browsers have it
    table: dict[str, int] = {}
    for byte in range(0x80, 0x100):
        char = bytes((byte,)).decode(codec, "ignore")
        if char:
            table[char] = byte
    for byte in range(0x80, 0x100 if codec == "cp1257" else 0xA0):  # it has holes above 9F
        table.setdefault(chr(byte), byte)
    return table


@cache
def leads(codec: str) -> frozenset[str]:
    """Give the characters of a codec whose bytes begin a UTF-8 sequence.

    >>> "Ã" in leads("cp1252"), "¶" in leads("cp1252")
    (True, False)
    """
    return frozenset(char for char, byte in codec_table(codec).items() if 0xC2 <= byte <= 0xF4)


def is_plausible(char: str) -> bool:
    r"""Tell the letters that names in the Latin script are written with, and the punctuation of prose, from all others.

    >>> [is_plausible(char) for char in ("ø", "…", "ร", "\ud59d\u0578")]  # some bytes are two characters in a codec
    [True, True, False, False]
    """
    if len(char) > 1:
        return False
    return char in PUNCTUATION + "…" or (char.isalpha() and (ord(char) < 0x180 or char in _RARE_LATIN or 0x1E00 <= ord(char) < 0x1F00))


@lru_cache(maxsize=65_536)
def decode_utf8(data: bytes) -> str | None:
    """Decode the bytes of one letter; None if they are none."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _merged(pieces: Pieces) -> Pieces:
    """Join neighbouring strings."""
    merged: Pieces = []
    for is_text, group in groupby(pieces, lambda piece: isinstance(piece, str)):
        if is_text:
            merged += filter(None, ["".join(map(raw, group))])
        else:
            merged += group
    return merged


@lru_cache(maxsize=len(CODECS))
def _droppable(codec: str) -> tuple[int, ...]:
    # bytes that leave no visible character: undefined ones and control characters
    shown = (bytes((byte,)).decode(codec, "ignore") for byte in range(0x80, 0xC0))
    return tuple(b for b, c in zip(range(0x80, 0xC0), shown, strict=True) if not c or unicodedata.category(c) == "Cc")


@lru_cache(maxsize=4096)
def _candidates(left: str, codec: str, need: int) -> tuple[str, ...]:
    """List the letters whose UTF-8 form is what is left of one plus bytes that the codec drops."""
    table, lost = codec_table(codec), _droppable(codec)
    have = bytes(table[c] for c in left)
    missing = need + 1 - len(have)
    if need > 2 or missing > 2 or (missing == 2 and have[0] != 0xE2 and have[0] != 0xE1):
        return ()
    tails = [bytes((a,)) for a in lost] if missing == 1 else [bytes((a, b)) for a in lost for b in lost]
    bodies = (have + tail for tail in tails) if have[1:] == b"" or missing == 1 else ()
    # where the middle byte is the lost one: E2 80 A6 (…) with 80 dropped leaves E2 A6
    middles = (have[:1] + bytes((a,)) + have[1:] for a in lost) if missing == 1 and len(have) == 2 else ()
    letters = dict.fromkeys(filter(None, map(decode_utf8, (*bodies, *middles))))
    # where one byte alone can be lost, as 98 in cp1251, which is the end of И, any letter will do
    return tuple(filter(str.isalpha if len(lost) == 1 and len(letters) == 1 else is_plausible, letters))


def _is_possible(char: str) -> bool:
    # No text holds control characters, and African and phonetic letters (ɻ is what É» would be) are far rarer in it than a
    # capital before a quote. Accents that stand by themselves (ˇ ˘ ˙ ˚ ˛ ˜) come from PDFs.
    return char in _RARE_LATIN or "ˆ" <= char <= "˝" or not (0x80 <= ord(char) < 0xA0 or 0x180 <= ord(char) < 0x370)
