"""Names that lost what stood between them: `Andy SmithTom Weber`."""

import re
from collections.abc import Iterator, Sequence

from papercat.names.lexicon import givenness, is_known
from papercat.names.tokens import HARD, WORD, Token
from papercat.names.words import CONJUNCTIONS, PARTICLES

# capitals and small letters take turns in Latin Extended-A: Č is U+010C, č U+010D
_CAPITALS = "A-ZÀ-ÖØ-Þ" + "".join(letter for letter in map(chr, range(0x100, 0x17E)) if letter.isupper())
_INNER = re.compile(rf"(?<=[^\W\d_])(?=[{_CAPITALS}])")
# They stand before a capital within one family name: McDonald, LaCivita, DeVito, VanDerBeek, FitzGerald.
_PREFIXES = PARTICLES | frozenset("mc mac fitz o' o’ d' d’ di vander vande ver saint lo li".split())
# Bits, twice the halved ones of a list: that a word is rather a given than a family name.
_SURE, _MAYBE = 2.0, -0.5


def unglued(found: Sequence[Token]) -> tuple[list[Token], list[str]]:
    """Cut words of which the first half ends a name and the second begins one; the notes say which.

    Where one word of a list tells so, the others need tell less.

    >>> found, notes = unglued([Token(WORD, word) for word in "Andy SmithTom Weber".split()])
    >>> [token.text for token in found if token.kind == WORD], notes
    (['Andy', 'Smith', 'Tom', 'Weber'], ["cut 'SmithTom' in two"])
    >>> unglued([Token(WORD, word) for word in "Danilo LaCivita Smith".split()])[1]
    []
    """
    places = {place: list(_cuts(found, place)) for place, token in enumerate(found) if token.kind == WORD and _INNER.search(token.text[1:])}
    if not any(bits >= _SURE for cuts in places.values() for bits, _ in cuts):
        return list(found), []
    whole: list[Token] = []
    notes: list[str] = []
    for place, token in enumerate(found):
        bits, cut = max(places.get(place, ()), default=(float("-inf"), 0))
        if bits < _MAYBE:
            whole.append(token)
            continue
        whole += [Token(WORD, token.text[:cut]), Token(HARD, ""), Token(WORD, token.text[cut:])]
        notes.append(f"cut {token.text!r} in two")
    return whole, notes


def _cuts(found: Sequence[Token], place: int) -> Iterator[tuple[float, int]]:
    """Weigh each inner capital of a word that stands between words."""
    word = found[place].text
    if not 0 < place < len(found) - 1 or found[place - 1].kind != WORD or found[place + 1].kind != WORD:
        return
    if found[place - 1].text.lower() in CONJUNCTIONS or found[place + 1].text.lower() in CONJUNCTIONS or is_known(word):
        return
    start = 0
    for match in _INNER.finditer(word, 1):
        cut = match.start()
        left, right, piece = word[:cut], word[cut:], word[start:cut]
        start = cut
        if not piece[-1].islower() or piece.lower() in _PREFIXES or left.lower() in _PREFIXES or len(left) < 2:
            continue
        if right[1:] in ("", "."):
            yield _SURE, cut
        elif right[1].islower():
            yield givenness(right) - max(0.0, givenness(left)) / 2, cut
