"""Letters that lost a byte: choose, among those whose UTF-8 form still fits, the one that names attest.

`Kamilė` read as TIS-620 and stripped of 80-9F leaves `Kamil`, a lead byte C4, and nothing else: the letter is one of
U+0100..U+011F. Which one is inferred, never known: the answer carries its probability and its runner-up, and a caller
keeps the damaged text where the evidence is thin.
"""

import math
import re
import sys
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from papercat.mojibake import lexicon

Part = tuple[str, ...]
Pattern = Sequence[str | Part]
Shares = Mapping[str, float]

# The model of letters weighs as much as one Polish surname in the lists (a name of a list of 100 weighs 1). Of 1, 0.3
# and 0.1 the last claims most of the letters of held-out lists at 0.99 (0.63 of 1,586), with 0.991 to 0.992 right.
MODEL_WEIGHT = 0.1
# Share of each answer that is spread evenly over all candidates: what no list knows. Held-out lists, 1,255 letters
# (`data/build_lexicon.py --measure`): of those claimed at 0.99 (0.59 of all; 0.63 with 0.008) 0.992 are right, at 0.95 0.986,
# at 0.9 0.982, at 0.7 0.960, at 0.6 0.954, and 0.913 of all.
DOUBT = 0.009
# A word that stands intact in the same document weighs more than what the lists know of it.
KNOWN_WEIGHT = 100.0
# The same word without its accents says which base letter it is, not which accent: it multiplies, and adds nothing.
FOLDED_FACTOR = 20.0
# Several gaps in one word: at most this many fillings are compared (two gaps take 1.4 ms); a gap beyond the sixth is
# filled by itself.
MOST_FILLINGS = 64
MOST_JOINT_GAPS = 6
MISSING = "\ufffd"
LETTERS = re.compile(r"[^\W\d_]+|[\W\d_]+")  # a run of letters, or of what is none
# Letters that no decomposition takes apart, as people write them without their stroke or dot.
BARRED = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})


class Inference(NamedTuple):
    """A filled pattern, with what speaks for it.

    Attributes:
        text: The pattern with every gap filled.
        probability: How likely this filling is, above 0 and at most 1.
        runner_up: The next best filling, or None if there is no other.
    """

    text: str
    probability: float
    runner_up: str | None


def candidates(letter: str) -> list[tuple[str, ...]]:
    """List the letters that could have stood where a letter lost one continuation byte in 80-9F.

    Args:
        letter: One letter beyond ASCII.

    Returns:
        One tuple for each byte of the letter that can be lost: all letters with the same other bytes.

    >>> "".join(candidates("Ş")[0][:8])
    'ŀŁłŃńŅņŇ'
    >>> candidates("š")
    []
    """
    data = letter.encode("utf-8", "surrogatepass")
    lost = [place for place in range(1, len(data)) if 0x80 <= data[place] <= 0x9F]
    return [tuple(_letters(data[:place], data[place + 1 :])) for place in lost]


def _letters(before: bytes, after: bytes) -> Iterator[str]:
    for byte in range(0x80, 0xA0):
        text = (before + bytes([byte]) + after).decode("utf-8", "ignore")
        if len(text) == 1 and text.isalpha():
            yield text


def infer(pattern: Pattern, known: Collection[str] = (), *, source: lexicon.Tables | None = None) -> Inference:
    """Fill the gaps of a damaged word with the letters that names attest.

    Args:
        pattern: Literal text and gaps in turn; a gap is the tuple of all that could stand there, in both cases.
        known: Intact words of the same document. Pass a frozenset where there are many, and many calls.
        source: Other tables than the shipped ones, to measure with.

    Returns:
        The best filling and the next best. A pattern without a gap is itself, with probability 1.

    >>> gap = ("Ł", "ł", "Ń", "ń", "Ř", "ř", "Ś", "ś", "Ş", "ş")
    >>> infer(["Micha", gap]).text
    'Michał'
    >>> infer(["Karaka", gap])[::2]
    ('Karakaş', 'Karakał')
    >>> infer(["Xyx", gap], known=["Xyxř"]).text
    'Xyxř'
    """
    parts = tuple((part,) if isinstance(part, str) else tuple(dict.fromkeys(part)) or ("",) for part in pattern)
    words = [_word(word, frozenset(known), source or lexicon.tables()) for word in _split(parts)]
    best = [max(shares, key=lambda text: (shares[text], text)) for shares in words]
    sure = math.prod(shares[text] for shares, text in zip(words, best, strict=True))
    # a product of many small numbers stays above 0, and one of rounded ones at 1
    return Inference("".join(best), min(1.0, max(sure, sys.float_info.min)), _swap(words, best))


def _swap(words: Sequence[Shares], best: Sequence[str]) -> str | None:
    """Find the next best filling: the best one, with the second choice in the one word where it costs least."""
    swaps = [
        (shares[text] / shares[best[place]], place, text)
        for place, shares in enumerate(words)
        for text in sorted(shares, key=lambda t: -shares[t])[:2]
        if text != best[place]
    ]
    if not swaps:
        return None
    _, place, text = max(swaps)
    return "".join([*best[:place], text, *best[place + 1 :]])


def _split(parts: Sequence[Part]) -> list[list[Part]]:
    """Cut a pattern into words, and what stands between them: each word is inferred by itself."""
    words: list[list[Part]] = [[]]
    for part in parts:
        pieces = [part] if len(part) > 1 else [(piece,) for piece in LETTERS.findall("".join(part))]
        for piece in pieces:
            separate = len(piece) == 1 and not piece[0].isalpha()
            words += [[piece], []] if separate else []
            words[-1] += [] if separate else [piece]
    return [word for word in words if word] or [[("",)]]


def _word(parts: Sequence[Part], known: frozenset[str], source: lexicon.Tables) -> Shares:
    """Give the fillings of one word and their probabilities."""
    choices = [_fitting(parts, place) for place in range(len(parts))]
    places = [place for place, options in enumerate(choices) if len(options) > 1]
    if not places:
        return {"".join(options[0] for options in choices): 1.0}
    fillings = _one_gap(choices, places[0], source) if len(places) == 1 else _joint(choices, places, source)
    return _attested(fillings, known, source)


def _fitting(parts: Sequence[Part], place: int) -> Part:
    """Keep the candidates whose case fits: a capital at the start of a word or among capitals, else a small letter."""
    literal = "".join(part[0] for part in parts if len(part) == 1)
    capital = place == 0 or (len(literal) > 1 and literal.isupper())
    kept = tuple(c for c in parts[place] if c == (_upper(c) if capital else lexicon.lower(c)))
    return kept if kept and len(parts[place]) > 1 else parts[place]


def _upper(letter: str) -> str:
    """Raise the case where that keeps the length: ß stays."""
    upper = letter.upper()
    return upper if len(upper) == len(letter) else letter


def _one_gap(choices: Sequence[Part], place: int, source: lexicon.Tables) -> Shares:
    """Fill one gap; every other part has one choice, or is written as missing."""
    texts = [options[0] if len(options) == 1 else MISSING for options in choices]
    left, right = "".join(texts[:place]), "".join(texts[place + 1 :])
    letters = {option: lexicon.lower(option) for option in choices[place]}
    odds = lexicon.chances(lexicon.lower(left), lexicon.lower(right), tuple(dict.fromkeys(letters.values())), source)
    return {left + option + right: odds[low] for option, low in letters.items()}


def _joint(choices: Sequence[Part], places: Sequence[int], source: lexicon.Tables) -> Shares:
    """Fill several gaps: each is weighed with the others filled, and the weights are multiplied.

    Only the likeliest of each gap are combined; gaps beyond the sixth take the likeliest alone.
    """
    shortened, lost_share = list(choices), 1.0
    width = max(2, int(MOST_FILLINGS ** (1 / len(places))))
    for number, place in enumerate(places):
        alone = _one_gap(shortened, place, source)
        options = dict(zip(choices[place], alone.values(), strict=True))
        kept = sorted(options, key=lambda c: -options[c])[: width if number < MOST_JOINT_GAPS else 1]
        lost_share *= sum(options[c] for c in kept)
        shortened[place] = tuple(kept)
    weigh = _given_the_others(shortened, source)
    logs = {filling: sum(weigh(filling, place) for place in places) for filling in product(*shortened)}
    top = max(logs.values())
    total = sum(math.exp(value - top) for value in logs.values())
    return {"".join(filling): lost_share * math.exp(value - top) / total for filling, value in logs.items()}


def _given_the_others(choices: Sequence[Part], source: lexicon.Tables) -> Callable[[tuple[str, ...], int], float]:
    """Make a function that tells how well one letter of a filling fits the rest of it; each rest is asked once."""
    asked: dict[tuple[str, ...], Shares] = {}

    def weigh(filling: tuple[str, ...], place: int) -> float:
        if len(choices[place]) == 1:
            return 0.0
        rest = (*filling[:place], MISSING, *filling[place + 1 :])
        if rest not in asked:
            asked[rest] = _one_gap([(c,) if i != place else choices[i] for i, c in enumerate(filling)], place, source)
        return math.log(max(asked[rest]["".join(filling)], sys.float_info.min))

    return weigh


def plain(text: str) -> str:
    """Fold case and accents; unlike `fold.fold` without a table of other scripts, and total on lone surrogates.

    >>> plain("Swędrowski"), plain("Łódź")
    ('swedrowski', 'lodz')
    """
    letters = unicodedata.normalize("NFD", lexicon.lower(text))
    return "".join(c for c in letters if not unicodedata.combining(c)).translate(BARRED)


def _attested(fillings: Shares, known: frozenset[str], source: lexicon.Tables) -> Shares:
    """Join the model of letters with the names of the lists and of the document, and leave room for doubt."""
    exact, folded = _known(known)
    names = {t: lexicon.weight(t, source) + KNOWN_WEIGHT * (lexicon.lower(t) in exact) for t in fillings}
    model = {t: p * (FOLDED_FACTOR if folded and plain(t) in folded else 1.0) for t, p in fillings.items()}
    room = MODEL_WEIGHT * sum(fillings.values()) / sum(model.values())
    total = sum(names.values()) + MODEL_WEIGHT
    return {t: (1 - DOUBT) * (names[t] + room * model[t]) / total + DOUBT / len(fillings) for t in fillings}


@lru_cache(maxsize=8)
def _known(words: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Lower the words of a document, and fold them."""
    return frozenset(map(lexicon.lower, words)), frozenset(map(plain, words))
