"""The pattern of a page: the kind of each piece, found for the whole page at once, twice.

The first time each piece speaks for itself, and what may follow what has the usual price. Then the page tells: what followed
what behind which separator, and what each form of markup was. With that the most likely sequence is found again, so that a
title that looks like names is still a title where the page has titles. (A. J. Viterbi, IEEE Trans. Inf. Theory 13, 1967;
training by the best path: B.-H. Juang and L. R. Rabiner, IEEE Trans. ASSP 38, 1990.)
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import log2
from operator import add
from typing import NamedTuple

from papercat.readers.page.kinds import NEVER, STATES, evidence
from papercat.readers.page.names import LEADING
from papercat.readers.page.pieces import BLANK, BREAKS, EDGE, HARD, LINE, STACK, WRAP, Piece
from papercat.readers.page.separators import BAR, BY, COLON, COMMA, DASH, DOT, GLUE, OPEN, RUN_ON, TAB, WITHIN, YEAR
from papercat.readers.page.venues import read_date

_SIZE = len(STATES)
_LEAST = NEVER / 2  # what is below cannot be
# What may follow what when a new field begins, in bits; the usual record is T A V Y B.
_NEXT = {
    "T": {"T": -4.5, "A": 0.0, "B": -3.0, "V": -1.5, "Y": -1.0, "H": -4.0},
    "A": {"T": -0.5, "A": -6.0, "B": -0.5, "V": 0.0, "Y": -1.0, "H": -2.5},
    "B": {"T": 0.0, "A": -6.0, "B": -4.0, "V": -2.0, "Y": -2.0, "H": -2.0},
    "V": {"T": 0.0, "A": -2.0, "B": -0.5, "V": -2.5, "Y": 0.0, "H": -2.0},
    "Y": {"T": 0.0, "A": -1.5, "B": -1.5, "V": -1.0, "Y": -1.0, "H": -2.0},
    "H": {"T": 0.0, "A": -3.0, "B": -4.0, "V": -4.0, "Y": -1.5, "H": -0.5},
}
# The same where names stand above their title, as libraries and repositories export lists: A T B, A T V Y.
_NAMES_FIRST = {
    "T": {"T": -4.5, "A": -4.0, "B": 0.0, "V": 0.0, "Y": -1.0, "H": -4.0},
    "A": {"T": 0.0, "A": -6.0, "B": -4.0, "V": -4.0, "Y": -1.0, "H": -2.5},
    "B": {"T": -3.0, "A": 0.0, "B": -4.0, "V": -2.0, "Y": -2.0, "H": -2.0},
    "V": {"T": -3.0, "A": 0.0, "B": -0.5, "V": -2.5, "Y": 0.0, "H": -2.0},
    "Y": {"T": -1.5, "A": 0.0, "B": -1.5, "V": -1.0, "Y": -1.0, "H": -2.0},
    "H": {"T": -3.0, "A": 0.0, "B": -4.0, "V": -4.0, "Y": -1.5, "H": -0.5},
}
# Where so many lists are set off, and so few titles for each of them, names are above.
_LEAST_LISTS, _SET_OFF, _UNTITLED = 3, 0.5, 0.5
_FIRST = {"T": 0.0, "A": -1.5, "B": -6.0, "V": -2.5, "Y": -3.0, "H": 0.0}
# A piece that a number or a bullet opens begins a record, whatever was before.
_OPENED = {"T": 0.0, "A": -0.5, "B": -5.0, "V": -4.0, "Y": -3.0, "H": -2.0}
# Behind a separator: the price of going on with a field T, A, B, V, and of beginning another.
_PARTED = {
    LINE: (-6.0, -4.0, -2.0, -5.0, 0.0),
    WRAP: (0.0, 0.0, 0.0, 0.0, -2.5),
    BLANK: (-9.0, -8.0, -4.0, -9.0, 0.0),
    STACK: (-9.0, 1.0, -9.0, -9.0, -3.0),
    HARD: (-8.0, -6.0, -5.0, -7.0, 0.5),
    EDGE: (-3.0, -3.0, -1.0, -3.0, 0.0),
    DOT: (-2.0, -4.0, 0.0, -0.5, -0.5),
    YEAR: (-2.5, -6.0, -0.5, -1.5, 0.0),
    DASH: (-1.5, -3.0, 0.0, -1.0, -0.5),
    COLON: (-1.0, -4.0, 0.0, -1.0, -3.0),
    COMMA: (-1.5, -4.0, 0.0, -0.5, 0.0),
    BAR: (-4.0, 0.0, -3.0, -3.0, 0.0),
    TAB: (-5.0, -5.0, -5.0, -5.0, 0.0),
    BY: (-1.0, -4.0, 0.0, -1.0, 0.0),
    WITHIN: (0.0, -5.0, 0.0, 0.0, 0.0),
    OPEN: (-0.5, -2.0, 0.0, -0.5, -0.5),
    GLUE: (-1.0, -1.0, 0.0, -1.0, -1.5),
    RUN_ON: (-9.0, -9.0, -9.0, -9.0, 0.0),
}
_IN_LINE = frozenset({EDGE, DOT, DASH, COLON, COMMA, OPEN, YEAR})
_AFTER_ABSTRACT = -6.0  # a field within the line of an abstract
_OPENED_BY_WRAP = 2.5  # a bullet that begins a line to which a wrap leads can be a dash or a number of the text
_COMMA_ENDS = 4.0  # a list of names goes on behind a line that ends with a comma
_SMALL_BEGINS = -4.0  # few fields begin with a small letter behind a line that ends no sentence
_LEADS_ON = -7.0  # no field begins behind a line that ends with "of"
_LINE_ENDS = frozenset({LINE, WRAP})
_STRENGTH, _SMOOTH, _MOST = 0.8, 3.0, 4.0  # of what the page tells: weight, records' worth of doubt, bits
# The same by the places of the main states, those that begin a field; those of the first four have one that goes on behind them.
_STARTS = [i for i, state in enumerate(STATES) if state.isupper()]
_BEGINNING = [[_NEXT[STATES[last]][STATES[to]] for to in _STARTS] for last in _STARTS]
_BELOW_NAMES = [[_NAMES_FIRST[STATES[last]][STATES[to]] for to in _STARTS] for last in _STARTS]
_OPENING = [[_OPENED[STATES[to]] for to in _STARTS]] * len(_STARTS)
_GOES_ON = [i for i, state in enumerate(STATES) if state.islower()]
_ABSTRACT = _STARTS.index(STATES.index("B"))
_EVEN = 1.0 / _SIZE
Learned = dict[tuple[str, str], list[float]]
_NOTHING = [0.0] * _SIZE


class _Lesson(NamedTuple):
    """What a page tells: of steps from a kind over a separator, of forms of markup, and of what its first piece is."""

    steps: Learned
    forms: Learned
    begin: list[float]


_UNTAUGHT = _Lesson({}, {}, _NOTHING)


def find_kinds(pieces: Sequence[Piece]) -> str:
    """Find the most likely kinds of all pieces, a letter of `STATES` each.

    >>> from papercat.text.document import Place
    >>> page = ("Deep Sentence Generation", "S Mille, R Carlini", "Seeing the Le Sun", "L Wanner")
    >>> find_kinds([Piece(Place(0, 0), text, "line") for text in page])
    'TATA'
    """
    if not pieces:
        return ""
    after = [*map(_after, pieces[1:]), LINE]
    bits = [evidence(piece, sep) for piece, sep in zip(pieces, after, strict=True)]
    score, first = _best(pieces, bits, _UNTAUGHT, _BEGINNING)
    order = _BEGINNING
    if _begins_with_names(pieces, first):
        other, path = _best(pieces, bits, _UNTAUGHT, _BELOW_NAMES)
        if other > score:
            first, order = path, _BELOW_NAMES
    steps, forms = _learn(pieces, first)
    # the records of a page are a circle: what follows its last piece begins it
    return _best(pieces, bits, _Lesson(steps, forms, steps.get((first[-1].upper(), _sep(pieces[0])), _NOTHING)), order)[1]


def _begins_with_names(pieces: Sequence[Piece], kinds: str) -> bool:
    """Tell whether the names of a page may stand on a line above their titles: they are set off, and titles are not."""
    fresh = Counter[str]()
    for piece, after, kind in zip(pieces, pieces[1:], kinds, strict=False):
        if kind in "TA" and not piece.fixed and (piece.before == BLANK or piece.opens):
            fresh[kind] += after.before in (LINE, STACK)
    return fresh["A"] >= _LEAST_LISTS and fresh["A"] > _SET_OFF * kinds.count("A") and fresh["T"] < _UNTITLED * fresh["A"]


def _after(piece: Piece) -> str:
    """Name what parts a piece from the one before it: before a date of the same line it is as good as the comma before a year."""
    return YEAR if piece.before not in BREAKS and read_date(piece.text) else piece.before


def _learn(pieces: Sequence[Piece], kinds: str) -> tuple[Learned, Learned]:
    """Learn from a reading what follows what behind which separator, and what each form is."""
    steps: dict[tuple[str, str], Counter[str]] = {}
    forms: dict[tuple[str, str], Counter[str]] = {}
    before = "H"
    for piece, kind in zip(pieces, kinds, strict=True):
        if kind.isupper() or piece.before != WRAP:
            steps.setdefault((before, _sep(piece)), Counter())[kind] += 1
            if piece.form:
                forms.setdefault((piece.form, _sep(piece)), Counter())[kind] += 1
        before = kind.upper()
    return {key: _weights(counts) for key, counts in steps.items()}, {key: _weights(counts) for key, counts in forms.items()}


def _sep(piece: Piece) -> str:
    """Name a separator as the pattern tells it: a break that can be a wrap is a line's end as any other."""
    before = LINE if piece.before == WRAP else piece.before
    return f"{before}+" if piece.opens else before


def _weights(counts: Counter[str]) -> list[float]:
    """Weigh each state by how often it was there; of going on, which is a matter of wraps at a line's end, nothing is learned."""
    total = counts.total() + _SMOOTH
    odds = (log2((counts[state] + _SMOOTH * _EVEN) / total / _EVEN) for state in STATES)
    return [_STRENGTH * max(-_MOST, min(_MOST, bits)) for bits in odds]


class _Way(NamedTuple):
    """The prices of all steps to a piece: of beginning a field, by the main states before and of it, and of going on with one."""

    prices: list[list[float]]
    told: list[list[float]]
    begin: list[float]
    onward: list[float]
    more: list[float]


def _best(pieces: Sequence[Piece], bits: Sequence[list[float]], lesson: _Lesson, order: list[list[float]]) -> tuple[float, str]:
    """Find the most likely sequence of kinds, and how many bits speak for it."""
    steps, forms, begin = lesson
    scores = [_FIRST.get(state, NEVER) + bits[0][i] + begin[i] for i, state in enumerate(STATES)]
    told: dict[str, _Told] = {}
    passed: list[tuple[list[float], _Way]] = []
    for (last, piece), own in zip(pairwise(pieces), bits[1:], strict=True):
        sep = _sep(piece)
        formed = forms.get((piece.form, sep)) if piece.form else None
        way = _way(last, piece, told.get(sep) or told.setdefault(sep, _told(sep, steps)), order)
        passed.append((scores, way))
        scores = list(map(add, _advance(scores, way), map(add, own, formed) if formed else own))
    state = max(range(_SIZE), key=scores.__getitem__)
    path = [state]
    for before, way in reversed(passed):
        path.append(_came(before, way, path[-1]))
    return max(scores), "".join(STATES[state] for state in reversed(path))


_Told = tuple[list[list[float]], list[float]]


def _told(sep: str, steps: Learned) -> _Told:
    """Give what the page tells of the steps over a separator: to begin a field, and to go on."""
    rows = [steps.get((STATES[last], sep), _NOTHING) for last in _STARTS]
    return [[row[to] for to in _STARTS] for row in rows], [row[to] for row, to in zip(rows, _GOES_ON, strict=False)]


def _way(last: Piece, piece: Piece, told: _Told, order: list[list[float]]) -> _Way:
    onward, begin = _prices(last, piece)
    begins = [begin] * len(_STARTS)
    if piece.before in _IN_LINE and not piece.opens:
        begins[_ABSTRACT] += _AFTER_ABSTRACT
    return _Way(_OPENING if piece.opens else order, told[0], begins, onward, _NOTHING if piece.before == WRAP else told[1])


def _tops(scores: list[float]) -> list[float]:
    """Give the better of each main state and the one that goes on with it."""
    title, title_on, authors, authors_on, abstract, abstract_on, venue, venue_on, date, heading = scores
    return [max(title, title_on), max(authors, authors_on), max(abstract, abstract_on), max(venue, venue_on), date, heading]


def _advance(scores: list[float], way: _Way) -> list[float]:
    tops = _tops(scores)
    rows = [
        [top + begin + price + more for price, more in zip(prices, told, strict=True)]
        for top, begin, prices, told in zip(tops, way.begin, way.prices, way.told, strict=True)
        if top >= _LEAST
    ]
    title, authors, abstract, venue, date, heading = map(max, *rows) if len(rows) > 1 else rows[0]
    on = [top + price + more if top >= _LEAST else 2 * NEVER for top, price, more in zip(tops, way.onward, way.more, strict=False)]
    return [title, on[0], authors, on[1], abstract, on[2], venue, on[3], date, heading]


def _came(scores: list[float], way: _Way, state: int) -> int:
    """Find the state from which another was best reached."""
    if state in _GOES_ON:
        main = _GOES_ON.index(state)
    else:
        to = _STARTS.index(state)
        reached = [
            top + begin + prices[to] + told[to] if top >= _LEAST else 2 * NEVER
            for top, begin, prices, told in zip(_tops(scores), way.begin, way.prices, way.told, strict=True)
        ]
        main = reached.index(max(reached))
    start = _STARTS[main]
    return start if start >= _STARTS[4] or scores[start] >= scores[start + 1] else start + 1


def _prices(last: Piece, piece: Piece) -> tuple[list[float], float]:
    """Price going on with T, A, B, V, and beginning another field, at a piece."""
    *onward, begin = _PARTED[piece.before]
    if piece.opens:
        return [price - (_OPENED_BY_WRAP if piece.before == WRAP else 6.0) for price in onward], 0.0
    if last.text.endswith((",", ";")) and piece.before in (LINE, WRAP, BLANK):
        onward[1] += _COMMA_ENDS
    if piece.before in _LINE_ENDS and last.text.rpartition(" ")[2] in LEADING:
        begin += _LEADS_ON
    if piece.text[:1].islower() and not piece.text.startswith("by ") and last.text[-1:] not in (".", "?", "!", ":"):
        begin += _SMALL_BEGINS
        onward[0] += 3.0 * (piece.before == LINE)
    return onward, begin
