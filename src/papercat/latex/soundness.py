r"""Formulas that TeX sets without an error: which commands they may use, and how their parts must go together.

The commands are those of the LaTeX kernel, amsmath and amssymb that only set type. What is not in the tables is refused, so that no
formula reads a file, writes one, defines a macro or begins an environment.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from papercat.latex.symbols import greek, math_spellings, symbols

_TOKEN = re.compile(r"\\([A-Za-z]+)\*?|(\\.)|([{}^_])|('+)|([&%#$~\\\n])|(\s+)|(.)", re.DOTALL)
_WORD, _SIGN, _BRACE, _PRIME, _BAD, _BLANK, _CHAR = range(1, 8)
FUNCTIONS = frozenset("""
arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min Pr sec sin sinh sup
tan tanh injlim projlim bmod
""".split())  # fmt: skip
ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "check": "\u030c", "tilde": "\u0303", "widetilde": "\u0303", "acute": "\u0301", "grave": "\u0300",
    "dot": "\u0307", "ddot": "\u0308", "breve": "\u0306", "bar": "\u0304", "vec": "\u20d7", "mathring": "\u030a", "overline": "\u0305",
    "underline": "\u0332",
}  # fmt: skip
ALPHABETS = frozenset("mathrm mathbf mathit mathsf mathtt mathnormal mathcal mathbb mathfrak mathscr boldsymbol pmb".split())
WORDS = frozenset("text textrm textbf textit textsf texttt textsc textnormal textup mbox operatorname emph".split())
OTHER_NAMES = {"bm": "boldsymbol", "mathbbm": "mathbb", "mathds": "mathbb", "Bbb": "mathbb"}  # of packages that a document may not have
SWITCHES = frozenset("rm bf it sf tt cal displaystyle textstyle scriptstyle scriptscriptstyle mit".split())
SPACES = frozenset("quad qquad thinspace enspace nobreakspace space negthinspace".split())
_ONE = frozenset("sqrt mathop mathbin mathrel mathord mathopen mathclose mathpunct overrightarrow overleftarrow".split())
_ONE |= frozenset("underbrace overbrace phantom vphantom hphantom pmod substack".split())
_TWO = frozenset("frac dfrac tfrac cfrac binom dbinom tbinom stackrel overset underset".split())
SIZES = frozenset("left right middle big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm biggm".split())
_PLAIN = frozenset(
    "langle rangle lbrace rbrace lvert rvert lVert rVert vert Vert backslash colon dots ldots cdots dotsc dotsb dotsm".split()
)
_PLAIN |= frozenset("prime not imath jmath limits nolimits mid neg to gets le ge ne land lor owns setminus smallsetminus iff".split())
_PLAIN |= frozenset("times div pm cdot ast star circ bullet".split())
_PLAIN |= frozenset("implies varnothing square thicksim thickapprox varpropto perp parallel bigcirc iint iiint S P dag ddag".split())
_PLAIN |= frozenset("intercal dagger ddagger lbrack rbrack hslash hbar Box Diamond triangle prec succ bigl bigr".split())
_LIMITED = frozenset(
    "sum prod coprod int oint iint bigcap bigcup bigvee bigwedge bigoplus bigotimes lim limsup liminf max min sup inf".split()
)
LIMITS = frozenset(("limits", "nolimits"))
_BIG = frozenset("bigoplus bigotimes bigodot biguplus bigsqcup".split())
_SIGNS = frozenset(("\\,", "\\;", "\\:", "\\!", "\\ ", "\\{", "\\}", "\\|", "\\%", "\\&", "\\#", "\\_", "\\$", "\\/"))
_DEEPEST = 30  # TeX's own limit is 255 groups; no title nests ten


@cache
def _known() -> frozenset[str]:
    """Name the commands that take no argument."""
    in_math = {latex.lstrip("\\") for latex in math_spellings().values() if "{" not in latex}
    named = {name for name, char in symbols().items() if not name.startswith(("text", "cyr", "CYR")) and char in math_spellings()}
    letters = {name for name in greek() if name in in_math} | {"epsilon", "phi"}
    return frozenset(in_math | named | letters | FUNCTIONS | SWITCHES | SPACES | _PLAIN | _BIG)


@cache
def _arguments(name: str) -> int | None:
    """Say how many arguments a command takes; None where it is not known to be harmless."""
    if name in _known():
        return 0
    if name in ACCENTS or name in ALPHABETS or name in WORDS or name in OTHER_NAMES or name in _ONE:
        return 1
    return 2 if name in _TWO else None


@dataclass(slots=True)
class _Frame:
    """A group that is open.

    Attributes:
        waits: how many arguments are to come.
        lefts: how many `\\left` wait for their `\\right`.
        raised: the last thing has an exponent.
        lowered: the last thing has an index.
        over: the group has an `\\over`, of which there may be one.
        is_words: it stands in text, not in math.
    """

    waits: int = 0
    lefts: int = 0
    raised: bool = False
    lowered: bool = False
    over: bool = False
    is_words: bool = False


def is_sound(inner: str) -> bool:
    r"""Say whether TeX sets a formula, given without its dollars, without an error and without doing anything else.

    >>> is_sound(r"\mathcal{O}(\sqrt{n})"), is_sound(r"L^p(\mathbb R^n)"), is_sound("x_1_2"), is_sound(r"\input{x}"), is_sound("a & b")
    (True, True, False, False, False)
    """
    if inner.isalnum() and inner.isascii():
        return True
    state = _State()
    for token in _TOKEN.finditer(inner):
        kind = token.lastindex or 0
        if kind != _BLANK and (kind == _BAD or len(state.frames) > _DEEPEST or not _takes(state, token, kind)):
            return False
    outer = state.frames[0]
    return len(state.frames) == 1 and not (outer.waits or outer.lefts or state.is_sized)


@dataclass(slots=True)
class _State:
    """A formula while it is read.

    Attributes:
        frames: the groups that are open, the outermost first.
        last: the command before, or "".
        is_sized: a delimiter must follow, behind `\\left` or `\\big`.
    """

    frames: list[_Frame] = field(default_factory=lambda: [_Frame()])
    last: str = ""
    is_sized: bool = False


def _takes(state: _State, token: re.Match[str], kind: int) -> bool:
    if state.is_sized:
        state.is_sized = False
        return kind in (_CHAR, _SIGN) or (kind == _WORD and token[1] in _known())
    if state.frames[-1].is_words and token[0] != "}" and kind not in (_CHAR, _PRIME):
        return False
    is_good = _TAKERS[kind](state, token[1] or token[0])
    state.last = token[1] or ""
    return is_good


def _take_word(state: _State, name: str) -> bool:
    frame = state.frames[-1]
    if name in SIZES:
        frame.lefts += {"left": 1, "right": -1}.get(name, 0)
        state.is_sized, frame.raised, frame.lowered = True, False, False
        return frame.lefts >= (name == "middle") and not frame.waits
    if name == "over":
        was_over, frame.over, frame.raised, frame.lowered = frame.over, True, False, False
        return not (was_over or frame.waits or frame.lefts)
    if name in LIMITS:
        return state.last in _LIMITED
    count = _arguments(name)
    if count is not None:
        _take(frame, count, is_atom=name not in SPACES and name not in SWITCHES)
    return count is not None


def _take_brace(state: _State, sign: str) -> bool:
    frame = state.frames[-1]
    if sign in "^_":
        return _take_script(frame, sign)
    if sign == "{":
        state.frames.append(_Frame(is_words=state.last in WORDS))
        return True
    state.frames.pop()
    if not state.frames or frame.waits or frame.lefts:
        return False
    _take(state.frames[-1])
    return True


def _take_script(frame: _Frame, sign: str) -> bool:
    if frame.waits or (frame.raised if sign == "^" else frame.lowered):
        return False
    frame.waits = 1
    frame.raised, frame.lowered = frame.raised or sign == "^", frame.lowered or sign == "_"
    return True


def _take_prime(state: _State, _: str) -> bool:
    # a prime is an exponent: `x'^2` is one with it, `x^2'` is a second one
    return not (state.frames[-1].waits or state.frames[-1].raised)


def _take_sign(state: _State, sign: str) -> bool:
    _take(state.frames[-1])
    return sign in _SIGNS


def _take_char(state: _State, _: str) -> bool:
    _take(state.frames[-1])
    return True


_TAKERS: dict[int, Callable[[_State, str], bool]] = {
    _WORD: _take_word, _SIGN: _take_sign, _BRACE: _take_brace, _PRIME: _take_prime, _CHAR: _take_char,
}  # fmt: skip


def _take(frame: _Frame, arguments: int = 0, *, is_atom: bool = True) -> None:
    """Take one thing: as what a script or a command waits for, or as a new one that has no scripts yet."""
    if frame.waits:
        frame.waits += arguments - 1
    else:
        frame.waits = arguments
        frame.raised = frame.raised and not is_atom
        frame.lowered = frame.lowered and not is_atom
