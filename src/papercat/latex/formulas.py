r"""Formulas: where math begins and ends in a text, and the formula that is only one symbol.

Math is left as it stands. Only `$\alpha$`, a formula of one symbol, is that symbol; so that the formula `$\alpha$` of a title is
told from its letter α, it is written `$\alpha{}$`, which TeX sets alike. What is no ASCII within a formula is written as
`{\ensuremath{\alpha}}`.
"""

import re
from collections.abc import Iterator

from papercat.latex.symbols import double_struck, math_spellings, symbols

# a formula goes no further than to where another one could begin, so that a text of nothing but openings costs no more than its length
_FORMULA = re.compile(
    r"\$\$(?!\$)[^$\\]*(?:\\.[^$\\]*)*\$\$|\$(?!\$)[^$\\]*(?:\\.[^$\\]*)*\$"
    r"|\\\((?!\\\))[^$\\]*(?:\\[^()\[\]][^$\\]*)*\\\)|\\\[(?!\\\])[^$\\]*(?:\\[^()\[\]][^$\\]*)*\\\]",
    re.DOTALL,
)
_OPENING = re.compile(r"\$|\\.", re.DOTALL)
_SCRIPTED = re.compile(r"\\[A-Za-z]|[\^_]")
_SIGNS = frozenset("<>|")  # typed between dollars so that old font encodings set them; `symbol` gives the sign
_BLANKS = " \t\n\r\f\v"
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_SYMBOL = re.compile(r"\s*\\(?:mathbb\s*(?:\{\s*([A-Z])\s*\}|([A-Z]))|([A-Za-z]+)|([|#%&]))\s*")
_GUARDED = re.compile(r"(.*?)((?:\{\})*)", re.DOTALL)
_SPELLED = re.compile(r"\{\\ensuremath\{(\\(?:[A-Za-z]+(?:\{\w+\})?))\}\}")
_NUMBERED = re.compile(r"\\symbol\{(\d+)\}")
# what cannot stand in math: a comment, a parameter, a tab, an empty line
_NO_MATH = re.compile(r"(?<!\\)(?:\\\\)*[%#&]|\n\s*\n|\\ensuremath")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def formula_end(text: str, start: int) -> int | None:
    r"""Say where the formula that begins at a place ends, or None where the dollar is one of money.

    Blanks stand on both inner sides or on neither, braces pair, and a number is no formula before another number.

    >>> formula_end("from $10 to $20", 5), formula_end("$ e=m_c^2 $", 0), formula_end("$k$-means", 0), formula_end(r"\(x^2\)", 0)
    (None, 11, 3, 7)
    """
    match = _FORMULA.match(text, start)
    if not match:
        return None
    _, inner, _ = split(match[0])
    is_money = _is_digit(inner[:1]) and _is_digit(text[match.end() : match.end() + 1])
    # `from $ \mathbb{R}$ to $ \mathbb{C}_+$` is typed so in titles of arXiv; an amount has neither command nor script
    is_lopsided = (inner[0] in _BLANKS) != (inner[-1] in _BLANKS) and not _SCRIPTED.search(inner)
    return None if is_money or is_lopsided or not inner.strip(_BLANKS) or not _is_balanced(inner) else match.end()


def _is_digit(char: str) -> bool:
    return char.isascii() and char.isdigit()


def _is_balanced(text: str) -> bool:
    depth = 0
    for token in _BRACE.finditer(text):
        depth += (token[0] == "{") - (token[0] == "}")
        if depth < 0:
            return False
    return depth == 0


def split(formula: str) -> tuple[str, str, str]:
    r"""Part a formula from its delimiters.

    >>> split("$$x$$"), split(r"\(x\)")
    (('$$', 'x', '$$'), ('\\(', 'x', '\\)'))
    """
    width = 2 if formula.startswith(("$$", "\\")) else 1
    return formula[:width], formula[width:-width], formula[-width:]


def symbol(inner: str) -> str | None:
    r"""Give the character where a formula is one symbol.

    >>> symbol(r"\alpha"), symbol(r"\mathbb R"), symbol("<"), symbol(r"\ell_1"), symbol("K")
    ('α', 'ℝ', '<', None, None)
    """
    match = _SYMBOL.fullmatch(inner)
    if not match:
        return "−" if inner == "-" else inner if inner in _SIGNS else None
    if match[1] or match[2]:
        return double_struck()[match[1] or match[2]]
    char = symbols().get(match[3]) if match[3] else None
    return char if char and len(char) == 1 and not char.isspace() else None


def read(formula: str) -> str:
    r"""Read a formula: one symbol as its character, all else as it stands.

    >>> read(r"$\alpha$"), read(r"$\ell_1$"), read(r"$\infty{}$"), read(r"${\ensuremath{\beta}}^3$")
    ('α', '$\\ell_1$', '$\\infty$', '$β^3$')
    """
    opening, inner, closing = split(formula)
    match = _GUARDED.fullmatch(inner)
    if match and opening != "$$" and (char := symbol(match[1])):
        if not match[2]:
            return char
        inner = inner[:-2]
    if "\\ensuremath" in inner:
        inner = _SPELLED.sub(_read_spelled, inner)
    return opening + inner + closing


def _read_spelled(match: re.Match[str]) -> str:
    number = _NUMBERED.fullmatch(match[1])
    char = code_point(int(number[1])) if number else symbol(match[1])
    return char or match[0]


def code_point(number: int) -> str | None:
    """Give the character of a number, or None where there is none.

    >>> code_point(29579), code_point(0xD800), code_point(10**9)
    ('王', None, None)
    """
    return chr(number) if number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else None


def write(formula: str) -> str | None:
    r"""Write a formula in ASCII so that `read` gives it back, or None where TeX would not take it for one.

    >>> write(r"$\infty$"), write("$β^3$"), write(r"$\ell_1$"), write("$100% & $")
    ('$\\infty{}$', '${\\ensuremath{\\beta}}^3$', '$\\ell_1$', None)
    """
    opening, inner, closing = split(formula)
    if _NO_MATH.search(inner):
        return None
    if inner.isascii() and "\\" not in inner and inner != "-" and inner not in _SIGNS:
        return formula
    coded = _NOT_ASCII.sub(_spell, inner)
    match = _GUARDED.fullmatch(coded)
    if match and opening != "$$" and symbol(match[1]):
        coded += "{}"
    written = opening + coded + closing
    return written if formula_end(written, 0) == len(written) and read(written) == formula else None


def _spell(match: re.Match[str]) -> str:
    latex = math_spellings().get(match[0]) or rf"\symbol{{{ord(match[0])}}}"
    return rf"{{\ensuremath{{{latex}}}}}"


def formulas(text: str) -> Iterator[tuple[int, int]]:
    r"""Find the formulas of a plain text; a dollar behind a backslash begins none.

    >>> text = r"Adapt-$\infty$ for $5"
    >>> [text[slice(*place)] for place in formulas(text)]
    ['$\\infty$']
    """
    place = 0
    while token := _OPENING.search(text, place):
        end = None if token[0][1:] not in ("", "(", "[") else formula_end(text, token.start())
        if end:
            yield token.start(), end
        place = end or token.end()
