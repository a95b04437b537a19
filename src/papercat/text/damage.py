"""Repair of text that was UTF-8 and was read with another codec, whole bytes lost on the way included.

`Mindermann, Sรถren` is Sören: its bytes C3 B6 were read as TIS-620. The codec is decided once for a document, because a
single word has too little evidence, and each word is then restored by itself. Where a byte is gone only the letters whose
UTF-8 form fits remain, and `lost.infer` chooses among them.
"""

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from papercat.text.lost import infer
from papercat.text.sequences import CODECS, PUNCTUATION, RUN, Gap, Pieces, codec_table, decode_utf8, is_plausible, raw, sequences, unwind

# Evidence that a run of letters is damaged UTF-8, in bits. By chance a run of two high characters is a well-formed
# sequence about once in 2**6, of three once in 2**9; a run that is none speaks for healthy text.
_WHOLE = {2: 6.0, 3: 9.0, 4: 12.0}
_GAP_IN_WORD, _GAP, _MISFIT = 3.0, -2.0, -3.0
# A letter of another script proves less, for more combinations give one; a run of them proves as much as a Latin letter.
_SYMBOL = re.compile("[\u00a0-\u00bf\u00d7\u00f7\u2000-\u22ff\ufb00-\ufb06]")
_OTHER_SCRIPT = {2: 1.5, 3: 3.0, 4: 3.0}
# Punctuation such as a dash by itself, in a codec whose letters are of another script.
_FOREIGN_PUNCTUATION = 4.0
# A capital and a closing mark at the end of a word are healthy as they stand: LIBERTÉ», BLÅ’.
_CLOSING = frozenset("»”’…›“‘")
ENOUGH_BITS = 5.0
# An inferred letter is taken from this probability on. Below, the damaged word stays and says so. From
# here on 95 of 100 inferred words are right (docs/explain/repair.md has the curve); the least sure of data/raw has 0.66.
ENOUGH_PROBABILITY = 0.6
_MAX_LAYERS = 3
_SAMPLE = 200_000  # characters; a verdict needs no more
_TOKEN = re.compile(r"[^ ,;\t\r\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MAX_GAPS, _MAX_WORD = 8, 60  # of a word whose letters are inferred; a longer one is no name


class Damage(NamedTuple):
    """How a document was damaged.

    Attributes:
        codec: the one that its UTF-8 was wrongly read with.
        layers: how many times that happened.
        bits: the evidence, log2.
    """

    codec: str
    layers: int
    bits: float


class Change(NamedTuple):
    """What was done with one damaged word.

    Attributes:
        kind: "restored" (every byte was there), "inferred" (a byte was lost) or "kept" (too little evidence).
        before: the word as it stands in the text.
        after: the word as it was repaired, or the best guess where it was kept.
        probability: 1.0 unless inferred.
        runner_up: the second best reading of an inferred word.
    """

    kind: str
    before: str
    after: str
    probability: float = 1.0
    runner_up: str | None = None


def diagnose(text: str) -> Damage | None:
    """Decide with which codec a document was damaged, or that it is healthy.

    >>> diagnose("Mindermann, Sรถren, Schรผtze, Hinrich").codec
    'iso8859_11'
    >>> diagnose("Mindermann, Sören") is None, diagnose("รถไฟฟ้าสายสีแดง") is None
    (True, True)
    """
    if text.isascii():
        return None
    sample = text[:_SAMPLE]
    runs = Counter((run[0], _in_word(sample, run)) for run in RUN.finditer(sample))
    best = max((_weigh(runs, codec) for codec in CODECS), key=lambda damage: damage.bits)
    if best.bits < ENOUGH_BITS:
        return None
    once = "".join(raw(piece) for piece in unwind(sample, best.codec))
    deeper = diagnose(once) if once != sample else None
    if deeper is None or deeper.codec != best.codec or best.layers >= _MAX_LAYERS:
        return best
    return best._replace(layers=min(deeper.layers + 1, _MAX_LAYERS))


def repair(text: str, damage: Damage, known: frozenset[str] = frozenset()) -> tuple[str, list[Change]]:
    """Restore the damaged words of a text; `known` are other words of the same document.

    >>> damage = diagnose("Mindermann, Sรถren, Garriga-Alonso, Adriร , Miลkowski, Piotr")
    >>> repaired, changes = repair("Garriga-Alonso, Adriร , Miลkowski, Piotr", damage)
    >>> repaired
    'Garriga-Alonso, Adrià, Miłkowski, Piotr'
    >>> [(change.kind, change.before) for change in changes]
    [('restored', 'Adriร '), ('inferred', 'Miลkowski')]
    """
    out: list[str] = []
    changes: list[Change] = []
    place = 0
    for token in _TOKEN.finditer(text):
        if token[0].isascii() or token.start() < place:
            continue
        pieces, eaten = _read(token[0], text[token.end() : token.end() + 2], damage)
        before = text[token.start() : token.end() + eaten]
        change = _settle(before, pieces, known)
        out += (text[place : token.start()], before if change.kind == "kept" else change.after)
        place = token.end() + eaten
        if change.kind == "kept" or change.after != before:
            changes.append(change)
    out.append(text[place:])
    return "".join(out), changes


def vocabulary(text: str, damage: Damage) -> frozenset[str]:
    """List the words of a document that are whole once what can be restored is.

    >>> sorted(vocabulary("Lukoลกiลซtฤ, Noemรญ", Damage("iso8859_11", 1, 20.0)))
    ['Noemí']
    """
    words: set[str] = set()
    for token in _TOKEN.finditer(text):
        pieces: Pieces = [token[0]] if token[0].isascii() else _read(token[0], "", damage)[0]
        if all(isinstance(piece, str) for piece in pieces):
            words.update(_WORD.findall("".join(map(raw, pieces))))
    return frozenset(words)


def _read(token: str, after: str, damage: Damage) -> tuple[Pieces, int]:
    # the innermost layer may have lost bytes, the outer ones were whole
    for _ in range(damage.layers - 1):
        token = "".join(map(raw, unwind(token, damage.codec)))
    pieces = unwind(token, damage.codec)
    return _with_space(pieces, after, damage.codec)


def _with_space(pieces: Pieces, after: str, codec: str) -> tuple[Pieces, int]:
    # Byte A0 was shown as a no-break space and copied as a plain one: "Adriร ," is Adrià. Before one single space and a
    # word nothing tells whether the space is that byte, so its letter is one candidate more.
    last = pieces[-1] if pieces else ""
    if not isinstance(last, Gap) or not after.startswith((" ", "\xa0")) or len(last.raw) != 1:
        return pieces, 0
    letter = decode_utf8(bytes((codec_table(codec)[last.raw], 0xA0)))
    if letter is None or not letter.isalpha():
        return pieces, 0
    if after[1:2] in ("", " ", ",", ";", ".", ")"):
        return [*pieces[:-1], letter], 1
    if len(pieces) == 1:
        return [letter], 0
    return [*pieces[:-1], Gap(last.raw, (*last.candidates, letter))], 0


def _settle(before: str, pieces: Pieces, known: frozenset[str]) -> Change:
    if all(isinstance(piece, str) for piece in pieces):
        return Change("restored", before, "".join(map(raw, pieces)))
    text, probability, runner_up = _fill(tuple(pieces), known)
    kind = "inferred" if probability >= ENOUGH_PROBABILITY else "kept"
    return Change(kind, before, text, probability, runner_up)


@lru_cache(maxsize=4096)
def _fill(damaged: tuple[str | Gap, ...], known: frozenset[str]) -> tuple[str, float, str | None]:
    # Punctuation follows from its place, letters from what is known about names. A damaged word often comes again.
    pieces: Pieces = list(damaged)
    pieces = [_punctuation(pieces, i) if isinstance(p, Gap) else p for i, p in enumerate(pieces)]
    if not any(isinstance(piece, Gap) for piece in pieces):
        return "".join(map(raw, pieces)), 0.9, None
    start, end = _letters(pieces)
    if sum(isinstance(piece, Gap) for piece in pieces) > _MAX_GAPS or sum(len(raw(piece)) for piece in pieces[start:end]) > _MAX_WORD:
        return "".join(map(raw, pieces)), 0.0, None
    inner = [piece.candidates if isinstance(piece, Gap) else piece for piece in pieces[start:end]]
    head, tail = "".join(map(raw, pieces[:start])), "".join(map(raw, pieces[end:]))
    lead = _edge(inner[0], back=True) if isinstance(inner[0], str) else ""
    trail = _edge(inner[-1], back=False) if isinstance(inner[-1], str) else ""
    if isinstance(inner[0], str):
        inner[0] = inner[0][len(lead) :]
    if isinstance(inner[-1], str) and trail:
        inner[-1] = inner[-1][: -len(trail)]
    guess = infer([piece for piece in inner if piece], known)
    wrap = f"{head}{lead}{{}}{trail}{tail}".replace
    runner_up = wrap("{}", guess.runner_up) if guess.runner_up else None
    return wrap("{}", guess.text), guess.probability, runner_up


def _letters(pieces: Pieces) -> tuple[int, int]:
    places = [i for i, piece in enumerate(pieces) if isinstance(piece, Gap)]
    return max(places[0] - 1, 0), min(places[-1] + 2, len(pieces))


def _edge(text: str, *, back: bool) -> str:
    """Cut what is not part of the word from the outer end of a piece."""
    keep = len(text)
    letters = range(len(text) - 1, -1, -1) if back else range(len(text))
    for count, i in enumerate(letters):
        if not (text[i].isalpha() or unicodedata.combining(text[i]) or text[i] in "'’-"):
            keep = count
            break
    return text[: len(text) - keep] if back else text[keep:]


def _punctuation(pieces: Pieces, place: int) -> str | Gap:
    # E2 80 and a lost byte, most often a quote: "lโoral" is l’oral
    gap = pieces[place]
    if isinstance(gap, str) or not set(PUNCTUATION) & set(gap.candidates):
        return gap
    before = raw(pieces[place - 1])[-1:] if place else ""
    after = raw(pieces[place + 1])[:1] if place + 1 < len(pieces) else ""
    if before.isalpha() and after.isalpha():
        return _among(gap, "’")
    if before.isdigit() and after.isdigit():
        return _among(gap, "–")
    return gap


def _among(gap: Gap, letter: str) -> str | Gap:
    return letter if letter in gap.candidates else gap


def _in_word(text: str, run: re.Match[str]) -> bool:
    return text[run.start() - 1 : run.start()].isalpha() or text[run.end() : run.end() + 1].isalpha()


def _weigh(runs: Counter[tuple[str, bool]], codec: str) -> Damage:
    """Add up what the runs of high characters say for a codec."""
    foreign = _is_foreign(codec)
    bits = 0.0
    for (run, in_word), count in runs.items():
        if len(run) == 2 and run[-1] in _CLOSING and run[0].isupper():
            continue
        found = list(sequences(run, codec_table(codec), codec))
        together = sum(isinstance(piece, str) and length > 1 for piece, length in found) > 1
        bits += count * sum(_bits(*one, foreign=foreign, in_word=in_word, together=together) for one in found)
    return Damage(codec, 1, bits)


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
    return _WHOLE[length] if together or is_plausible(piece) or _SYMBOL.fullmatch(piece) else _OTHER_SCRIPT[length]
