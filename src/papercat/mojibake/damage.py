"""Repair of text whose bytes were read with another codec than they were written with, whole bytes lost on the way included.

`Mindermann, Sรถren` is Sören: its bytes C3 B6 were read as TIS-620. The codecs are decided once for a document, because a
single word has too little evidence, and each word is then restored by itself. Where a byte is gone only the letters whose
UTF-8 form fits remain, and `lost.infer` chooses among them.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from papercat.mojibake import marks, spelling, swaps
from papercat.mojibake.diagnosis import UTF8, Damage
from papercat.mojibake.gaps import fill
from papercat.mojibake.quiet import is_quiet
from papercat.mojibake.runs import weigh
from papercat.mojibake.sequences import Gap, Pieces, codec_table, decode_utf8, peel, raw, unwind

ENOUGH_BITS = 5.0
# Codecs this close in the evidence of their bytes are told apart by the spelling of what they give: cp1250 and iso8859_2
# tie on every letter whose second byte is above 9F (48.9 % of names right by order alone, 98 % by spelling).
_CLOSE = 4.0
# An inferred letter is taken from this probability on. Below, the damaged word stays and says so. From
# here on 95 of 100 inferred words are right (docs/explain/repair.md has the curve); the least sure of data/raw has 0.65.
ENOUGH_PROBABILITY = 0.6
# Where a mark stands for a letter, nothing of its bytes is left. Of 284 words of names 0.66 are claimed at 0.8, 0.925 of them right
# (0.6: 0.85 and 0.871; 0.9: 0.50 and 0.979).
ENOUGH_FOR_MARKS = 0.8
_MAX_LAYERS = 3
# From here on the bytes alone decide, and no other explanation is tried.
_CERTAIN_BITS = 24.0
# What the spelling of the odd words has to gain, in bits, where whole bytes are lost and the rest proves little: BogunoviÄ.
ENOUGH_GAIN = 6.0
_MOST_GUESSED = 12  # words whose lost letters are tried with each codec
_SAMPLE = 200_000  # characters; a verdict needs no more
_TOKEN = re.compile(r"[^ ,;\t\r\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
CONTROLS = "latin-1"  # agrees with cp1252 on all letters; its bytes 80-9F are control characters, which copying drops
# Two characters beyond ASCII together, or one that is not of the Latin script: what is left of a sequence.
_STRUCTURED = re.compile("[^\x00-\x7f]{2}|[^\x00-\u024f\u1e00-\u1eff]")
_ASCII_BLANK = bytes((*(b" " * 0x80), *range(0x80, 0x100)))
_NBSP_LEAD = 0xC2
_CUT = re.compile("(?<=[^\x00-\x7f])\u00a0(?=[a-z])")  # MÃ\u00a0rquez
# Codecs with holes among 80-9F, or none but control characters there, in which UTF-8 loses bytes.
_LOSING = ("cp1252", CONTROLS, "iso8859_2", "cp1250", "iso8859_11", "cp874", "cp1251", "cp1253", "cp1254")
_PROSE = frozenset("\u00a0’‘”“…–—»«")  # beside letters these are no sign of damage
# Byte C2 in the codecs: a layer below it has control characters.
_SECOND_LAYER = re.compile("[ÂВ¬┬Βยб\ufffd]")


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
    >>> diagnose("Dvoøák, Petr")[::3]
    ('cp1252', 'cp1250')
    >>> diagnose("Mindermann, Sören") is None, diagnose("รถไฟฟ้าสายสีแดง") is None
    (True, True)
    """
    if text.isascii():
        return None
    sample = text[:_SAMPLE]
    return None if is_quiet(sample) else verdict(sample)


def verdict(sample: str) -> Damage | None:
    """Weigh every explanation of a text that has not been cleared as healthy.

    >>> verdict("Micha³ Kosiñski").story
    'cp1250 that had been read as cp1252'
    """
    if marks.ESCAPED.search(sample):
        return Damage("ascii", 1, ENOUGH_BITS)
    layered = _with_controls(_layered(sample), sample)
    if layered and layered.bits >= _CERTAIN_BITS:
        return layered
    words = swaps.odd_words(sample)
    if layered and not _helps(layered, swaps.words(sample)):
        layered = None
    found = [damage for damage in (layered, swaps.find(sample)) if damage]
    found += [damage for damage in _guesses(sample) if _gain(words, damage) >= ENOUGH_GAIN] if words else []
    return max(found, key=lambda damage: _spelled(words, damage), default=None)


def _with_controls(damage: Damage | None, text: str) -> Damage | None:
    """Choose latin-1 where it explains the gaps: cp1252 shows 27 of the bytes 80-9F, latin-1 none."""
    if damage is None or damage.codec != "cp1252" or damage.layers > 1:
        return damage
    words = swaps.odd_words(text)
    return max(damage, damage._replace(codec=CONTROLS), key=lambda one: _spelled(words, one))


def _helps(damage: Damage, words: Sequence[str]) -> bool:
    """Tell whether the words that a verdict changes are better for it: bytes of Tomáš\u00a0M and of HÅØYA fit by chance."""
    changed = [word for word in words if _best_reading(word, damage) != word]
    if any(spelling.is_strange(word, _PROSE) or _CUT.search(word) for word in changed):
        return True
    return not changed or _spelled(changed, damage) > sum(map(spelling.bits, changed))


def _guesses(text: str) -> Iterator[Damage]:
    """List verdicts for which bytes alone say too little: letters were lost, and what they were is a guess."""
    yield from (Damage(codec, 1, ENOUGH_BITS) for codec in _LOSING)
    if marks.found(text):
        yield Damage("ascii", marks.width(text), ENOUGH_BITS, "")


def _layered(text: str) -> Damage | None:
    """Find the single-byte codec that UTF-8 was read with, and how many times."""
    if not _STRUCTURED.search(_beyond_ascii(text)):
        return None
    again = (False, True) if _SECOND_LAYER.search(text) else (False,)
    found = [damage for controls in again if (damage := _outer(text, controls=controls))]
    return max(found, key=lambda damage: damage.layers, default=None)


def _beyond_ascii(text: str) -> str:
    """Give the different runs of characters beyond ASCII: a text has a hundred times as many characters."""
    return b" ".join(set(text.encode("utf-8", "surrogatepass").translate(_ASCII_BLANK).split())).decode("utf-8", "surrogatepass")


def _outer(text: str, *, controls: bool) -> Damage | None:
    # a control character is what a byte of the next layer looks like, and nothing where there is no next layer
    close = [weight for weight in weigh(text, controls=controls) if weight.bits >= ENOUGH_BITS]
    found = [Damage(codec, 1, bits) for codec, bits in close if bits >= close[0].bits - _CLOSE]
    words = swaps.words(text) if len(found) > 1 else []
    best = max(found, key=lambda damage: _spelled(words, damage), default=None)
    if best is None:
        return None
    once = peel(text, best.codec)
    deeper = _layered(once) if once != text and not once.isascii() else None
    if deeper is None or deeper.codec != best.codec:
        return None if controls else best
    return best._replace(layers=min(deeper.layers + 1, _MAX_LAYERS))


def _gain(words: Sequence[str], damage: Damage) -> float:
    """Weigh what a verdict makes of some words against what they are, in bits."""
    return sum(_worth(word, damage) for word in words[:_MOST_GUESSED])


def _worth(word: str, damage: Damage) -> float:
    # IRMÃ is a word in capitals, and no lead byte whose fellow was lost
    reading = _best_reading(word, damage) if spelling.is_strange(word) else word
    return swaps.gain(word, reading) if reading != word else 0.0


def _spelled(words: Sequence[str], damage: Damage) -> float:
    """Price the spelling of words as a verdict would restore them."""
    return sum(spelling.bits(_best_reading(word, damage)) for word in words)


def _best_reading(word: str, damage: Damage) -> str:
    return _settle(word, _read(word, "", damage)[0], damage, frozenset()).after


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
        change = _settle(before, pieces, damage, known)
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
    for token in set(_TOKEN.findall(text)):
        pieces: Pieces = [token] if token.isascii() else _read(token, "", damage)[0]
        if all(isinstance(piece, str) for piece in pieces):
            words.update(_WORD.findall("".join(map(raw, pieces))))
    return frozenset(words)


def _read(token: str, after: str, damage: Damage) -> tuple[Pieces, int]:
    if not damage.wrote:
        return marks.pieces(token, damage.layers), 0
    if damage.codec == "ascii":
        return [marks.unescape(token)], 0
    if damage.codec in swaps.WIDE and "\ufffd" in token and damage.wrote == UTF8:
        parts = marks.RUN.findall(token)
        return marks.pieces("".join(swaps.read(part, UTF8, damage.codec) or part for part in parts), 2), 0
    if damage.wrote != UTF8 or damage.codec in swaps.WIDE:
        return [swaps.restore(token, damage.wrote, damage.codec, swaps.needed(damage.bits, mixed=damage.mixed))], 0
    # the innermost layer may have lost bytes, the outer ones were whole
    for _ in range(damage.layers - 1):
        token = peel(token, damage.codec)
    pieces = unwind(token, damage.codec)
    return _with_space(pieces, token[-1:], after, damage.codec)


def _with_space(pieces: Pieces, end: str, after: str, codec: str) -> tuple[Pieces, int]:
    # Byte A0 was shown as a no-break space and copied as a plain one: "Adriร ," is Adrià. Before one single space and a
    # word nothing tells whether the space is that byte, so its letter is one candidate more.
    last = pieces[-1] if pieces else ""
    if (
        isinstance(last, str)
        and last[-1:] == end  # and no character that was restored: a dash has the byte of a lead in mac_roman
        and not end.isascii()
        and not spelling.is_latin(last[-1])
        and 0xC2 < codec_table(codec).get(last[-1], 0) < 0xE0
    ):
        last = Gap(last[-1], ())  # a codec that loses no byte
        pieces = [*pieces[:-1], str(pieces[-1])[:-1], last]
    if (
        isinstance(last, str)
        and after.startswith(" ")
        and len(last) > 1
        and last[-2].islower()
        and codec_table(codec).get(last[-1]) == _NBSP_LEAD
    ):
        return [*pieces[:-1], last[:-1]], 0  # "namedÂ stones": a no-break space, and a plain one for its second byte
    if not isinstance(last, Gap) or not after.startswith((" ", "\xa0")) or len(last.raw) != 1:
        return pieces, 0
    letter = decode_utf8(bytes((codec_table(codec)[last.raw], 0xA0)))
    if letter is None or not letter.isalpha():
        return pieces, 0
    if after[1:2] in ("", " ", ",", ";", ".", ")"):
        return [*pieces[:-1], letter], 1
    if len(pieces) == 1:
        # "Å koda" is Škoda, for no initial stands before a small letter; "Ã quele" can be "à quele" as well
        return [letter], int(letter.isupper() and after[1:2].islower())
    return [*pieces[:-1], Gap(last.raw, (*last.candidates, letter))], 0


def _were_parted(pieces: Pieces, known: frozenset[str]) -> bool:
    """Tell a mark between words that the document has elsewhere by themselves: it stands for a blank, and is no letter.

    Excel writes no-break spaces that R's `read.csv` cannot read; `Air pollution\ufffdin adult peripheral blood` is in a list of papers
    in which `pollution` and `in` stand whole.
    """
    words = [_WORD.findall(piece) if isinstance(piece, str) else [] for piece in pieces]
    gaps = [place for place, piece in enumerate(pieces) if isinstance(piece, Gap)]
    beside = [(words[place - 1][-1:], words[place + 1][:1]) if 0 < place < len(pieces) - 1 else ([], []) for place in gaps]
    return all(left and right and len(left[0]) > 1 < len(right[0]) and {left[0], right[0]} <= known for left, right in beside)


def _settle(before: str, pieces: Pieces, damage: Damage, known: frozenset[str]) -> Change:
    if all(isinstance(piece, str) for piece in pieces):
        return Change("restored", before, "".join(map(raw, pieces)))
    text, probability, runner_up = fill(tuple(pieces), known)
    enough = ENOUGH_PROBABILITY if damage.wrote else ENOUGH_FOR_MARKS
    # a capital inside a small word, or a letter never seen in its place, is the best of the wrong ones: the byte that was lost
    # is not among those that the codec loses
    sound = not spelling.has_odd_capital(text) and spelling.worst(text) > spelling.LEAST
    is_blank = not damage.wrote and _were_parted(pieces, known)
    kind = "inferred" if probability >= enough and sound and not is_blank else "kept"
    return Change(kind, before, text, probability, runner_up)
