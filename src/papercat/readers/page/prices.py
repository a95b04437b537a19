"""What each step from a piece of a page to the next one costs, in bits: to begin a field, to go on with one, or to stand aside.

The tables were set by hand on pages that were looked at; that a line can stand aside, and the third order, on pages with all words
of buttons taken out of `labels` and `interface`: there records were right in 80 % without, in 96 % with both and `strays`.
"""

from typing import NamedTuple

from papercat.readers.layout import ends_sentence
from papercat.readers.page.kinds import NEVER, STATES
from papercat.readers.page.names import LEADING
from papercat.readers.page.pieces import BLANK, EDGE, HARD, LINE, STACK, WRAP, Piece
from papercat.readers.page.separators import BAR, BY, CLOSED, COLON, COMMA, DASH, DOT, GLUE, OPEN, QUOTED, RUN_ON, TAB, WITHIN, YEAR

# By the places of the main states, those that begin a field; those of the first four have one that goes on behind them.
OTHER = STATES.index("F")
STARTS = [i for i, state in enumerate(STATES) if state.isupper() and i != OTHER]
GOES_ON = [i for i, state in enumerate(STATES) if state.islower()]
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
# The same where a piece of the text stands between title and authors: T B A V Y, as nature.com lists what it found.
_TEXT_FIRST = {
    "T": {"T": -4.5, "A": -2.0, "B": 0.0, "V": -2.5, "Y": -1.5, "H": -4.0},
    "A": {"T": -0.5, "A": -6.0, "B": -4.0, "V": 0.0, "Y": -0.5, "H": -2.5},
    "B": {"T": -2.0, "A": 0.0, "B": -4.0, "V": -2.0, "Y": -2.0, "H": -2.0},
    "V": {"T": 0.0, "A": -3.0, "B": -3.0, "V": -2.5, "Y": 0.0, "H": -2.0},
    "Y": {"T": 0.0, "A": -2.5, "B": -3.0, "V": -0.5, "Y": -1.0, "H": -2.0},
    "H": {"T": 0.0, "A": -3.0, "B": -4.0, "V": -4.0, "Y": -1.5, "H": -0.5},
}
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
    QUOTED: (-9.0, -9.0, -3.0, -9.0, 0.0),
    CLOSED: (-9.0, -4.0, 0.0, -0.5, 0.0),
    RUN_ON: (-9.0, -9.0, -9.0, -9.0, 0.0),
}
# To stand aside, as buttons and counts do; behind another separator, or between what that parts, hardly anything does.
_ASIDE = {LINE: 0.0, BLANK: 0.0, HARD: 0.0, EDGE: -1.0, BAR: -1.0, TAB: 0.0}
_NO_ASIDE = -4.0
_OPENED_ASIDE = -3.0  # nor do lines with a number or a bullet
_IN_LINE = frozenset({EDGE, DOT, DASH, COLON, COMMA, OPEN, YEAR})
_AFTER_ABSTRACT = -6.0  # a field within the line of an abstract
_OPENED_ON, _OPENED_BY_WRAP = -6.0, -2.5  # a bullet that begins a line to which a wrap leads can be a dash or a number of the text
_COMMA_ENDS = 4.0  # a list of names goes on behind a line that ends with a comma
_SMALL_BEGINS = -4.0  # few fields begin with a small letter behind a line that ends no sentence
_SMALL_GOES_ON = 3.0  # … and titles go on so on the next line
_LEADS_ON = -7.0  # no field begins behind a line that ends with "of"
_LINE, _NO_SENTENCE = 100, -3.0  # characters; a text hardly goes on behind a sentence with a shorter line that is none
_BEHIND_LINK = -4.0  # the text of a link is a field as a whole
_LINE_ENDS = frozenset({LINE, WRAP})


def _rows(table: dict[str, dict[str, float]]) -> list[list[float]]:
    return [[table[STATES[last]][STATES[to]] for to in STARTS] for last in STARTS]


USUAL, NAMES_FIRST, TEXT_FIRST = _rows(_NEXT), _rows(_NAMES_FIRST), _rows(_TEXT_FIRST)
OPENING = [[_OPENED[STATES[to]] for to in STARTS]] * len(STARTS)
FIRST = (
    [_FIRST.get(state, NEVER) for state in STATES[:OTHER]] + [NEVER] * 5 + [0.0]
)  # at the top of a page what stands aside follows a heading
AFTER_ABSTRACT = dict.fromkeys(_IN_LINE, _AFTER_ABSTRACT)


class Fees(NamedTuple):
    """What two neighbours cost: to go on with T, A, B, V, to begin a field, to stand aside, and to have stood aside before."""

    onward: list[float]
    begin: float
    aside: float
    hold: float


def price(last: Piece, piece: Piece) -> Fees:
    """Price the steps from a piece to the next.

    >>> from papercat.text.document import Place
    >>> of, agents = (Piece(Place(0, 0), text, "line") for text in ("Weakly supervised discourse segmentation of", "Sleeper Agents"))
    >>> price(of, agents).begin, price(agents, of).begin
    (-7.0, 0.0)
    """
    *onward, usual = _PARTED[piece.before]
    if piece.opens:
        on = _OPENED_BY_WRAP if piece.before == WRAP else _OPENED_ON
        onward, begin = [one + on for one in onward], 0.0
    else:
        begin = usual + _change(last, piece, onward)
    aside = _ASIDE.get(piece.before, _NO_ASIDE) + _OPENED_ASIDE * piece.opens + min(0.0, begin - usual)
    return Fees(onward, begin, aside, 0.0 if piece.before in _ASIDE else _NO_ASIDE)


def _change(last: Piece, piece: Piece, onward: list[float]) -> float:
    """Change the prices of going on by what stands at the break, and say by what that of beginning changes."""
    begin = 0.0
    if last.text.endswith((",", ";")) and piece.before in (LINE, WRAP, BLANK):
        onward[1] += _COMMA_ENDS
    if piece.before in (LINE, BLANK) and len(piece.text) < _LINE and ends_sentence(last.text) and not ends_sentence(piece.text):
        onward[2] += _NO_SENTENCE
    if last.url and piece.before == EDGE:
        onward[0] += _BEHIND_LINK
    if piece.before in _LINE_ENDS and last.text.rpartition(" ")[2] in LEADING:
        begin += _LEADS_ON
    if (
        piece.text[:1].islower()
        and not piece.text.startswith("by ")
        and piece.before != CLOSED
        and last.text[-1:] not in (".", "?", "!", ":")
    ):
        begin += _SMALL_BEGINS
        onward[0] += _SMALL_GOES_ON * (piece.before == LINE)
    return begin
