r"""Formulas as a line of Unicode, for programs that have no TeX: `$L^p(\mathbb{R}^n)$` is Lᵖ(ℝⁿ).

Scripts are Unicode's own where it has all of their letters, and stand behind `^` or `_` elsewhere. The letters of alphabets are those of
Unicode's block Mathematical Alphanumeric Symbols, save upright, bold and italic, which a title may as well print in its own font.
"""

import re
import unicodedata
from functools import cache

from papercat.latex.soundness import ACCENTS, ALPHABETS, FUNCTIONS, LIMITS, OTHER_NAMES, SIZES, SPACES, SWITCHES, WORDS
from papercat.latex.symbols import LOWERED, RAISED, double_struck, symbols

# a blank behind a command only ends it, unless what follows shows that it was meant: `\beta > 0`, `A \to B`
_TOKEN = re.compile(r"(?<= )\\([A-Za-z]+)\*?|\\([A-Za-z]+)\*?(?:[ \t]+(?=[\w\\{]))?|\\(.)|(.)", re.DOTALL)
# Unicode 15: letters that are modifiers or subscripts; capitals that have none are left out
_HIGH = dict(
    zip("abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθφχ*", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᵠᵡ*", strict=True)
)
_HIGH |= RAISED | {"′": "′", "†": "†", "−": "⁻", "∗": "*", "⋆": "⋆", "∘": "°"}
_DEEP = dict(zip("aehijklmnoprstuvxβγρφχ", "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", strict=True)) | LOWERED | {"−": "₋"}
_ALPHABET = {"mathcal": "SCRIPT", "mathscr": "SCRIPT", "mathfrak": "FRAKTUR"}
_FRACTIONS = frozenset("frac dfrac tfrac cfrac".split())
_NAMES = {
    "to": "→", "gets": "←", "dots": "…", "ldots": "…", "cdots": "⋯", "dotsc": "…", "colon": ":", "lbrace": "{", "rbrace": "}", "le": "≤",
    "ge": "≥", "ne": "≠", "neg": "¬", "backslash": "\\", "lvert": "|", "rvert": "|", "vert": "|", "Vert": "‖", "lVert": "‖", "rVert": "‖",
    "iff": "⟺", "implies": "⟹", "bmod": "mod", "epsilon": "ϵ", "phi": "ϕ", "imath": "ı", "jmath": "ȷ", "not": "\u0338",
}  # fmt: skip
_NOTHING = frozenset("mathop mathbin mathrel mathord mathopen mathclose mathpunct underbrace overbrace phantom substack".split())
_NOTHING |= SIZES | LIMITS | SWITCHES
_GAP, _NO_GAP = re.compile(r"\s+"), re.compile(r"(?<=[(\[{])\s+|\s+(?=[)\]},(^_])|(?<=[a-z]) +$")
_SIMPLE = re.compile(r"[\w°′]*|[^\w\s]")
_DEEPEST = 12


def to_line(inner: str) -> str | None:
    r"""Write a formula, given without its dollars, as a line of Unicode; None where a command has no counterpart.

    >>> to_line(r"\mathcal{O}(\sqrt{n+1})"), to_line(r"L^p(\mathbb R^n)"), to_line(r"\ell_\infty"), to_line(r"\frac{a+b}{2}")
    ('𝒪(√(n+1))', 'Lᵖ(ℝⁿ)', 'ℓ_∞', '(a+b)/2')
    >>> to_line(r"\shorthand{x}") is None
    True
    """
    tokens = [(match[1] or match[2], match[3], match[4]) for match in _TOKEN.finditer(inner)]
    try:
        text, _ = _run(tokens, 0, 0)
    except _NoLineError:
        return None
    return unicodedata.normalize("NFC", _GAP.sub(" ", _NO_GAP.sub("", text)))


class _NoLineError(Exception):
    """Stop at what a line cannot show."""


_Tokens = list[tuple[str | None, str | None, str | None]]


def _run(tokens: _Tokens, place: int, depth: int) -> tuple[str, int]:
    """Write up to the brace that closes."""
    if depth > _DEEPEST:
        raise _NoLineError
    out = list[str]()
    while place < len(tokens) and tokens[place][2] != "}":
        sign = tokens[place][2]
        if sign in ("^", "_"):
            text, place = _one(tokens, place + 1, depth)
            out.append(_script(sign, text))
        elif sign == "'":
            out.append("′")
            place += 1
        else:
            text, place = _one(tokens, place, depth)
            out.append(text)
    return "".join(out), place


def _one(tokens: _Tokens, place: int, depth: int) -> tuple[str, int]:
    """Write one thing: a group, a command with its arguments, or a character."""
    if place >= len(tokens):
        raise _NoLineError
    name, escaped, char = tokens[place]
    if name is not None:
        return _command(name, tokens, place + 1, depth)
    if escaped is not None:
        return {",": "", ";": " ", ":": " ", "!": "", "|": "‖"}.get(escaped, escaped), place + 1
    if char == "{":
        text, end = _run(tokens, place + 1, depth + 1)
        return text, end + 1
    if char in ("}", "$", "^", "_"):
        raise _NoLineError
    return {"-": "−", "~": " ", "\n": " "}.get(char or "", char or ""), place + 1


def _command(name: str, tokens: _Tokens, place: int, depth: int) -> tuple[str, int]:
    if (char := _characters().get(name)) is not None:
        return char, place
    if name in _NOTHING:
        return "", place
    if name in FUNCTIONS:
        return f" {name} ", place
    if name in WORDS or name in ALPHABETS or name in OTHER_NAMES:
        text, place = _one(tokens, place, depth + 1)
        return _in_alphabet(OTHER_NAMES.get(name, name), text), place
    if name in ACCENTS:
        text, place = _one(tokens, place, depth + 1)
        return (text[0] + ACCENTS[name] + text[1:] if len(text) == 1 else text), place
    if name == "sqrt":
        text, place = _one(tokens, place, depth + 1)
        return f"√{_enclosed(text)}", place
    if name in _FRACTIONS:
        above, place = _one(tokens, place, depth + 1)
        below, place = _one(tokens, place, depth + 1)
        return f"{_enclosed(above)}/{_enclosed(below)}", place
    raise _NoLineError


def _script(sign: str, text: str) -> str:
    table = _HIGH if sign == "^" else _DEEP
    small = [table.get(char) for char in text.replace(" ", "")]
    if all(small):
        return "".join(map(str, small))
    return f"{sign}{text}" if len(text) == 1 else f"{sign}({text})"


def _enclosed(text: str) -> str:
    return text if _SIMPLE.fullmatch(text) else f"({text})"


def _in_alphabet(name: str, text: str) -> str:
    if name == "mathbb":
        return "".join(double_struck().get(char, char) for char in text)
    style = _ALPHABET.get(name)
    return "".join(_styled(style, char) for char in text) if style else text


def _styled(style: str, char: str) -> str:
    if not (char.isascii() and char.isalpha()):
        return char
    size = "CAPITAL" if char.isupper() else "SMALL"
    for prefix in (f"MATHEMATICAL {style}", "BLACK-LETTER" if style == "FRAKTUR" else style):
        try:
            return unicodedata.lookup(f"{prefix} {size} {char.upper()}")
        except KeyError:
            continue
    return char


@cache
def _characters() -> dict[str, str]:
    found = {name: char for name, char in symbols().items() if not name.startswith("text") and name not in SPACES}
    return found | dict.fromkeys(SPACES, " ") | _NAMES
