"""The pattern of a page: the kind of each piece, found for the whole page at once, until the page agrees.

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

from papercat.readers.page.features import features, weigh
from papercat.readers.page.kinds import HEADING, STATES, evidence
from papercat.readers.page.pieces import BLANK, BREAKS, LINE, STACK, WRAP, Piece
from papercat.readers.page.prices import AFTER_ABSTRACT, FIRST, GOES_ON, NAMES_FIRST, OPENING, OTHER, STARTS, TEXT_FIRST, USUAL, Fees, price
from papercat.readers.page.separators import YEAR
from papercat.readers.page.venues import read_date

_SIZE = len(STATES)
_ABSTRACT = STARTS.index(STATES.index("B"))
# Where so many lists are set off, and so few titles for each of them, names are above.
_LEAST_LISTS, _SET_OFF, _UNTITLED = 3, 0.5, 0.5
_SAMPLE, _ANOTHER = 400, 3.0  # pieces that tell the order of fields; bits by which another order must be likelier than the usual one
_PASSES = 2  # with what the page told; a third gains .1 % at a tenth of the time
_STRENGTH, _SMOOTH, _MOST = 0.8, 3.0, 4.0  # of what the page tells: weight, records' worth of doubt, bits
_EVEN = 1.0 / _SIZE
Learned = dict[tuple[str, str], list[float]]
Order = list[list[float]]
_NOTHING = [0.0] * _SIZE


class _Lesson(NamedTuple):
    """What a page tells: of steps from a kind over a separator, of forms of markup, and of what its first piece is."""

    steps: Learned
    forms: Learned
    begin: list[float]


_UNTAUGHT = _Lesson({}, {}, _NOTHING)


class _Page(NamedTuple):
    """The pieces of a page, what each can be, and what the steps to all but the first cost."""

    pieces: Sequence[Piece]
    bits: Sequence[list[float]]
    fees: Sequence[Fees]


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
    page = _Page(pieces, bits, [price(last, piece) for last, piece in pairwise(pieces)])
    order, kinds = _first_reading(page)
    described = features(pieces)
    for _ in range(_PASSES):
        last = kinds
        weighed = _Page(pieces, [[*map(add, own, told)] for own, told in zip(bits, weigh(described, last), strict=True)], page.fees)
        kinds = _best(weighed, _learn(pieces, last), order)[1]
        if kinds == last:
            break
    return kinds


def _first_reading(page: _Page) -> tuple[Order, str]:
    """Read a page in the order of fields that is likeliest, before it has told anything."""
    score, first = _best(page, _UNTAUGHT, USUAL)
    if _begins_with_names(page.pieces, first):
        other, path = _best(page, _UNTAUGHT, NAMES_FIRST)
        if other > score:
            return NAMES_FIRST, path
    is_whole = len(page.pieces) <= _SAMPLE
    sample = page if is_whole else _Page(page.pieces[:_SAMPLE], page.bits[:_SAMPLE], page.fees[: _SAMPLE - 1])
    usual = score if is_whole else _best(sample, _UNTAUGHT, USUAL)[0]
    other, path = _best(sample, _UNTAUGHT, TEXT_FIRST)
    if other <= usual + _ANOTHER:
        return USUAL, first
    return TEXT_FIRST, path if is_whole else _best(page, _UNTAUGHT, TEXT_FIRST)[1]


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


def _learn(pieces: Sequence[Piece], kinds: str) -> _Lesson:
    """Learn from a reading what follows what behind which separator, and what each form is."""
    steps: dict[tuple[str, str], Counter[str]] = {}
    forms: dict[tuple[str, str], Counter[str]] = {}
    before = HEADING
    for piece, kind in zip(pieces, kinds, strict=True):
        if kind.isupper() or piece.before != WRAP:
            steps.setdefault((before, _sep(piece)), Counter())[kind] += 1
            if piece.form:
                forms.setdefault((piece.form, _sep(piece)), Counter())[kind] += 1
        before = kind.upper() if kind != STATES[OTHER] else before
    learned = {key: _weights(counts) for key, counts in steps.items()}
    # the records of a page are a circle: what follows its last piece begins it
    begin = learned.get((before, _sep(pieces[0])), _NOTHING)
    return _Lesson(learned, {key: _weights(counts) for key, counts in forms.items()}, begin)


def _sep(piece: Piece) -> str:
    """Name a separator as the pattern tells it: a break that can be a wrap is a line's end as any other."""
    before = LINE if piece.before == WRAP else piece.before
    return f"{before}+" if piece.opens else before


def _weights(counts: Counter[str]) -> list[float]:
    """Weigh each state by how often it was there; of going on, which is a matter of wraps at a line's end, nothing is learned."""
    total = counts.total() + _SMOOTH
    odds = (log2((counts[state] + _SMOOTH * _EVEN) / total / _EVEN) for state in STATES)
    return [_STRENGTH * max(-_MOST, min(_MOST, bits)) for bits in odds]


class _Steps(NamedTuple):
    """What all steps over one separator cost: to begin a field, by the main states before and of it, to go on with one, to stand aside."""

    begin: list[list[float]]
    onward: list[float]
    aside: list[float]


def _best(page: _Page, lesson: _Lesson, order: Order) -> tuple[float, str]:
    """Find the most likely sequence of kinds, and how many bits speak for it."""
    scores = list(map(add, FIRST, _spread(list(map(add, page.bits[0], lesson.begin)))))
    known: dict[tuple[str, bool], _Steps] = {}
    passed: list[tuple[list[float], _Steps, Fees]] = []
    for piece, own, fees in zip(page.pieces[1:], page.bits[1:], page.fees, strict=True):
        key = _sep(piece), piece.before == WRAP
        steps = known.get(key) or known.setdefault(key, _steps(piece, lesson, order))
        passed.append((scores, steps, fees))
        formed = lesson.forms.get((piece.form, key[0])) if piece.form else None
        scores = list(map(add, _advance(scores, steps, fees), _spread(list(map(add, own, formed)) if formed else own)))
    state = max(range(len(scores)), key=scores.__getitem__)
    path = [state]
    for before in reversed(passed):
        path.append(_came(*before, path[-1]))
    return max(scores), "".join(STATES[min(state, OTHER)] for state in reversed(path))


def _spread(own: list[float]) -> list[float]:
    """Give the weight of what stands aside to each state of it: behind a title, names, a text, a venue, a date, a heading."""
    return own + own[OTHER:] * (len(STARTS) - 1)


def _steps(piece: Piece, lesson: _Lesson, order: Order) -> _Steps:
    """Add what the page tells of the steps over a separator to what they usually cost."""
    sep = _sep(piece)
    told = [lesson.steps.get((STATES[last], sep), _NOTHING) for last in STARTS]
    usual = OPENING if piece.opens else order
    begin = [[cost + row[to] for cost, to in zip(costs, STARTS, strict=True)] for costs, row in zip(usual, told, strict=True)]
    begin[_ABSTRACT] = [cost + AFTER_ABSTRACT.get(sep, 0.0) for cost in begin[_ABSTRACT]]
    onward = [0.0 if piece.before == WRAP else row[to] for row, to in zip(told, GOES_ON, strict=False)]
    return _Steps(begin, onward, [row[OTHER] for row in told])


def _tops(scores: list[float], hold: float) -> list[float]:
    """Give the best of each main state, the one that goes on with it, and what stands aside behind it."""
    title, title_on, authors, authors_on, abstract, abstract_on, venue, venue_on, date, heading, *aside = scores
    behind_title, behind_authors, behind_abstract, behind_venue, behind_date, behind_heading = aside
    return [
        max(title, title_on, behind_title + hold),
        max(authors, authors_on, behind_authors + hold),
        max(abstract, abstract_on, behind_abstract + hold),
        max(venue, venue_on, behind_venue + hold),
        max(date, behind_date + hold),
        max(heading, behind_heading + hold),
    ]


def _advance(scores: list[float], steps: _Steps, fees: Fees) -> list[float]:
    tops, begin = _tops(scores, fees.hold), fees.begin
    rows = [[top + cost for cost in costs] for top, costs in zip(tops, steps.begin, strict=True)]
    title, authors, abstract, venue, date, heading = map(max, *rows)
    on = [top + cost + more for top, cost, more in zip(tops, fees.onward, steps.onward, strict=False)]
    aside = [top + cost + fees.aside for top, cost in zip(tops, steps.aside, strict=True)]
    begun = title + begin, on[0], authors + begin, on[1], abstract + begin, on[2], venue + begin, on[3], date + begin, heading + begin
    return [*begun, *aside]


def _came(scores: list[float], steps: _Steps, fees: Fees, state: int) -> int:
    """Find the state from which another was best reached."""
    if state >= OTHER:
        main = state - OTHER
    elif state in GOES_ON:
        main = GOES_ON.index(state)
    else:
        to = STARTS.index(state)
        reached = [top + costs[to] for top, costs in zip(_tops(scores, fees.hold), steps.begin, strict=True)]
        main = reached.index(max(reached))
    start, aside = STARTS[main], OTHER + main
    onward = start + 1 if main < len(GOES_ON) else start
    best = start if scores[start] >= scores[onward] else onward
    return best if scores[best] >= scores[aside] + fees.hold else aside
