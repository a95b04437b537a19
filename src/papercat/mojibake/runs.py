"""What runs of high characters say for damage: how likely each is as UTF-8 that was read with a single-byte codec."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from papercat.mojibake.sequences import CODECS, PUNCTUATION, RUN, Gap, codec_table, is_plausible, leads, sequences

# Evidence that a run of letters is damaged UTF-8, in bits. By chance a run of two high characters is a well-formed
# sequence about once in 2**6, of three once in 2**9; a run that is none speaks for healthy text.
_WHOLE = {2: 6.0, 3: 9.0, 4: 12.0, 6: 18.0}
_GAP_IN_WORD, _GAP, _MISFIT = 3.0, -2.0, -3.0
# A letter of another script proves less, for more combinations give one; a run of them proves as much as a Latin letter.
_SYMBOL = re.compile("[\u00a0-\u00bf\u00d7\u00f7\u2000-\u2bff\ufb00-\ufb06\uff00-\uff5e\U0001f300-\U0001faff]")
_OTHER_SCRIPT = {2: 1.5, 3: 3.0, 4: 3.0, 6: 18.0}
# A word of another script that a codec of a third one spells out: each letter proves as much as by itself, from the third on.
_LETTER_OF_WORD, _SHORTEST_WORD = 3.0, 3
_SCRIPTS = (
    ("À", "ɏ", "Latin"), ("\u1e00", "\u1eff", "Latin"), ("Ͱ", "\u03ff", "Greek"), ("Ѐ", "ԯ", "Cyrillic"), ("\u0590", "\u05ff", "Hebrew"),
    ("\u0600", "\u06ff", "Arabic"), ("\u0900", "\u097f", "Devanagari"), ("\u0e00", "\u0e7f", "Thai"), ("\u3040", "\u9fff", "CJK"),
    ("\uac00", "\ud7a3", "Hangul"),
)  # fmt: skip
_CASE_BREAK = re.compile("[a-zß-öø-ÿа-яёα-ω][A-ZÀ-ÖØ-ÞА-ЯЁΑ-Ω]")
# Punctuation such as a dash by itself, in a codec whose letters are of another script.
_FOREIGN_PUNCTUATION = 5.0
# A capital and a closing mark at the end of a word are healthy as they stand: LIBERTÉ», BLÅ’.
_PAIR = 2
_CLOSING = frozenset("»”’…›“‘—–")
_SHORT_RUN = 16  # characters of a run that is remembered; longer ones are sentences, which do not come again

Runs = Counter[tuple[str, bool, bool]]


class Weight(NamedTuple):
    """The evidence for one codec, log2."""

    codec: str
    bits: float


def weigh(text: str, *, controls: bool = False) -> list[Weight]:
    """Weigh every codec, the best first; where two explain a text equally well in their order of preference.

    Args:
        text: Any text.
        controls: Whether a sequence may be a control character, which is a byte of the next layer.

    >>> weigh("Mindermann, Sรถren")[0]
    Weight(codec='iso8859_11', bits=6.0)
    """
    runs = Counter((run[0], _in_word(text, run), _is_capitals_end(text, run)) for run in RUN.finditer(text))
    return sorted((Weight(codec, _weigh(runs, codec, controls=controls)) for codec in CODECS), key=lambda weight: -weight.bits)


def _is_capitals_end(text: str, run: re.Match[str]) -> bool:
    if len(run[0]) != _PAIR or run[0][-1] not in _CLOSING or not run[0][0].isupper():
        return False
    return not text[run.start() - 1 : run.start()].islower() and not text[run.end() : run.end() + 1].isalpha()


def _in_word(text: str, run: re.Match[str]) -> bool:
    return text[run.start() - 1 : run.start()].isalpha() or text[run.end() : run.end() + 1].isalpha()


def _weigh(runs: Runs, codec: str, *, controls: bool) -> float:
    """Add up what the runs of high characters say for a codec."""
    bits = 0.0
    for (run, in_word, healthy), count in runs.items():
        if not healthy:
            bits += count * (_known_worth if len(run) <= _SHORT_RUN else _worth)(run, in_word, codec, controls)
    return bits


def _worth(run: str, in_word: bool, codec: str, controls: bool) -> float:  # noqa: FBT001  as a cache wants it
    """Weigh one run."""
    if leads(codec).isdisjoint(run):
        return _MISFIT * len(run)  # as of the sentences of another script, in most codecs: no sequence begins in it
    found = list(sequences(run, codec_table(codec), codec, controls=controls))
    foreign = _is_foreign(codec)
    if foreign and not in_word and _is_word(found, codec):
        return _LETTER_OF_WORD * len(found)
    together = sum(isinstance(piece, str) and length > 1 for piece, length in found) > 1
    return sum(_bits(*one, foreign=foreign, in_word=in_word, together=together) for one in found)


_known_worth = lru_cache(maxsize=65_536)(_worth)  # most runs are one letter of a few hundred, for 17 codecs with controls and without


def _is_word(found: Sequence[tuple[str | Gap, int]], codec: str) -> bool:
    """Tell whether a run is nothing but whole sequences that make a word of one script, after a second layer or at once.

    РњРѕСЃРєРІР° is Москва.
    """
    if len(found) < _SHORTEST_WORD or any(isinstance(piece, Gap) or length == 1 for piece, length in found):
        return False
    word = "".join(map(str, (piece for piece, _ in found)))
    scripts = {_script(char) for char in word if char not in PUNCTUATION}
    if len(scripts) == 1 and "" not in scripts and not _CASE_BREAK.search(word):
        return True
    return RUN.fullmatch(word) is not None and _is_word(list(sequences(word, codec_table(codec), codec)), codec)


def _script(char: str) -> str:
    return next((name for first, last, name in _SCRIPTS if first <= char <= last), "")


def _is_foreign(codec: str) -> bool:
    # the commonest lead byte is no Latin letter in it, so damage shows as something that has no place in a Latin word
    lead = bytes((0xC3,)).decode(codec)
    return not lead.isalpha() or ord(lead) > 0x24F


def _bits(piece: str | Gap, length: int, *, foreign: bool, in_word: bool, together: bool) -> float:
    """Weigh one sequence: how much more likely it is in damaged text than in healthy text, log2."""
    if isinstance(piece, Gap):
        if "\ufffd" in piece.raw:
            return 0.0  # the mark of a byte that could not be shown: nothing speaks against damage
        return (_GAP_IN_WORD if in_word else 0.0) if foreign else _GAP
    if length == 1:
        return _MISFIT
    if foreign and not in_word:
        # a whole word in another script: Thai รถ is "car" and no damaged ö
        return _FOREIGN_PUNCTUATION if piece in PUNCTUATION else 0.0
    return _WHOLE[length] if together or is_plausible(piece) or piece < "\xa0" or _SYMBOL.fullmatch(piece) else _OTHER_SCRIPT[length]
