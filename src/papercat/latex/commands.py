r"""What the commands of a field do that are neither accents nor characters: which let their words stay, and which say nothing.

Sources: the LaTeX kernel (`source2e`), hyperref, url, csquotes, babel's quotation marks, and the sorting tricks of `btxdoc`.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial

from papercat.latex.accents import put
from papercat.latex.formulas import code_point, symbol
from papercat.latex.symbols import LOWERED, RAISED, dingbat

# The words of their argument stay.
WORDS = frozenset("""
emph textbf textit textsl textsc texttt textrm textsf textup textmd textnormal textlf textulc textsw text mbox hbox fbox makebox framebox
underline uline uwave sout mathrm mathbf mathit mathsf mathtt mathnormal mathcal mathscr mathfrak mathbfit boldsymbol bm operatorname
mkbibemph mkbibbold mkbibitalic smash centerline bibinfo
""".split())  # fmt: skip
# They say nothing, and the blanks behind them go too.
SILENT = frozenset("""
em it bf sl sc rm tt sf itshape bfseries slshape scshape rmfamily sffamily ttfamily upshape mdseries normalfont selectfont cal mit
tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge displaystyle textstyle scriptstyle
relax protect null unskip ignorespaces leavevmode nobreak allowbreak xspace strut break nolinebreak hfill hfil sloppy fussy centering
newblock bgroup egroup begingroup endgroup noindent boldmath unboldmath negthinspace
""".split())  # fmt: skip
# Their argument is no text: a length, a colour, a language, or a key to sort by that is printed nowhere (`btxdoc`, section 4).
UNPRINTED = frozenset("""
hspace vspace hskip vskip color selectlanguage noopsort SortNoop sortnoop NOOP phantom hphantom vphantom label index penalty fontsize
""".split())  # fmt: skip
# Their first argument is no text, their second one is.
SECOND = frozenset("textcolor foreignlanguage raisebox parbox colorbox scalebox resizebox".split())
ADDRESSES = frozenset(("url", "path", "nolinkurl", "href", "doi"))


def raise_all(text: str, small: Mapping[str, str]) -> str | None:
    """Put each character of a text up or down, or say that one cannot be.

    >>> raise_all("10", RAISED), raise_all("th", RAISED)
    ('¹⁰', None)
    """
    digits = [small.get(char) for char in text]
    return "".join(map(str, digits)) if text and all(digits) else None


def _quoted(left: str, right: str) -> Callable[[str], str]:
    return lambda text: f"{left}{text}{right}"


# What becomes of the text of an argument.
CHANGES: Mapping[str, Callable[[str], str]] = {
    "textsuperscript": lambda text: raise_all(text, RAISED) or text,
    "textsubscript": lambda text: raise_all(text, LOWERED) or text,
    "uppercase": str.upper, "MakeUppercase": str.upper, "MakeTextUppercase": str.upper,
    "lowercase": str.lower, "MakeLowercase": str.lower, "MakeTextLowercase": str.lower,
    "enquote": _quoted("“", "”"), "mkbibquote": _quoted("“", "”"), "textquote": _quoted("“", "”"),
    "mkbibparens": _quoted("(", ")"), "mkbibbrackets": _quoted("[", "]"),
    "textcircled": lambda text: put("\u20dd", text) or text,
}  # fmt: skip
_NUMBER = re.compile(r"\s*(?:\"([0-9A-Fa-f]{1,6})|'([0-7]{1,7})|`\\?(.)|(\d{1,7}))\s*", re.DOTALL)


def number(text: str) -> int | None:
    r"""Read a number as TeX writes it: decimal, `"hexadecimal`, `'octal`, or a character behind a grave accent.

    >>> number('"738B'), number("'101"), number("`A"), number("233"), number("x")
    (29579, 65, 65, 233, None)
    """
    match = _NUMBER.fullmatch(text)
    if not match:
        return None
    hexadecimal, octal, char, decimal = match.groups()
    return ord(char) if char else int(hexadecimal, 16) if hexadecimal else int(octal, 8) if octal else int(decimal)


def _numbered(text: str, meaning: Callable[[int], str | None]) -> str | None:
    found = number(text)
    return None if found is None else meaning(found)


def _ensured(text: str) -> str | None:
    return symbol(text) or (f"${text}$" if text.strip() and "$" not in text else None)


# What an argument stands for that is no text; None where it stands for nothing known.
MEANINGS: Mapping[str, Callable[[str], str | None]] = {
    **dict.fromkeys(("symbol", "char"), partial(_numbered, meaning=code_point)),
    "ding": partial(_numbered, meaning=dingbat), "ensuremath": _ensured,
    "mathbb": lambda text: symbol(rf"\mathbb{{{text}}}") or text, "Bbb": lambda text: symbol(rf"\mathbb{{{text}}}") or text,
}  # fmt: skip
