"""Fill the gaps of a damaged word: punctuation follows from its place, letters from what is known about names."""

import unicodedata
from functools import lru_cache

from papercat.mojibake.lost import Inference, infer
from papercat.mojibake.sequences import PUNCTUATION, Gap, Pieces, raw

_MAX_GAPS, _MAX_WORD = 8, 60  # of a word whose letters are inferred; a longer one is no name
_BY_PLACE = 0.9  # how sure a mark of punctuation is, by its place alone


@lru_cache(maxsize=4096)
def fill(damaged: tuple[str | Gap, ...], known: frozenset[str]) -> Inference:
    """Fill every gap of a word; a damaged word often comes again.

    Args:
        damaged: Its pieces.
        known: Words of the same document.

    >>> fill(("Micha", Gap("ล", ("ł", "ş", "ř"))), frozenset()).text
    'Michał'
    """
    pieces: Pieces = list(damaged)
    pieces = [_punctuation(pieces, i) if isinstance(p, Gap) else p for i, p in enumerate(pieces)]
    if not any(isinstance(piece, Gap) for piece in pieces):
        return Inference("".join(map(raw, pieces)), _BY_PLACE, None)
    start, end = _letters(pieces)
    if sum(isinstance(piece, Gap) for piece in pieces) > _MAX_GAPS or sum(len(raw(piece)) for piece in pieces[start:end]) > _MAX_WORD:
        return Inference("".join(map(raw, pieces)), 0.0, None)
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
    return Inference(wrap("{}", guess.text), guess.probability, runner_up)


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
