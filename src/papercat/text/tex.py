"""The TeX that stands in pasted text: accents and escaped signs. Math and other commands stay as they are."""

import re
import unicodedata

_ACCENTS = {
    '"': "\u0308", "”": "\u0308", "“": "\u0308", "'": "\u0301", "’": "\u0301", "`": "\u0300", "‘": "\u0300",
    "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307", "u": "\u0306", "v": "\u030c", "H": "\u030b",
    "c": "\u0327", "d": "\u0323", "b": "\u0331", "k": "\u0328", "r": "\u030a",
}  # fmt: skip
_SYMBOLS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å",
    "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "th": "þ", "TH": "Þ", "ng": "ŋ",
}  # fmt: skip
_MATH = re.compile(r"(\$[^$]*\$)")
_BARE_ACCENT = re.compile(r"""\\(["'`^~=.”“’‘])\ ?(?:\{(\\?[^\W\d_])\}|(\\[ij](?![a-z])|[^\W\d_]))""")
_LETTER_ACCENT = re.compile(r"\\([uvHcdbkr])(?:\{(\\?[^\W\d_])\}|\ (\\[ij](?![a-z])|[^\W\d_](?![^\W\d_])))")
_SYMBOL = re.compile(rf"\\({'|'.join(sorted(_SYMBOLS, key=len, reverse=True))})(?:\{{\}}|(?![A-Za-z])\ ?)")
_BRACED = re.compile(r"\{([^\W\d_])\}")
_COMMAND = re.compile(r"\\[A-Za-z]+\*?\s*")
_TOKEN = re.compile(r"\\[A-Za-z]+\*?\s*|\\.|[{}]|[^\\{}]+|\\", re.DOTALL)
_LITERALS = {r"\$": "$", r"{\textbraceleft}": "{", r"{\textbraceright}": "}", r"\{": "{", r"\}": "}"}
_LITERAL = re.compile(r"\\\$|\{\\textbrace(?:left|right)\}|\\[{}]")
_SIGN = re.compile(r"(?<!\\)\\([&%#_])")


def fix_tex(text: str) -> str:
    r"""Read TeX accents, letters and escaped signs outside math.

    >>> fix_tex(r"Sch{\"u}tz, J{\"o}rg and Miguel {\'A}ngel, 29.6\%, $\alpha\_1$")
    'Schütz, Jörg and Miguel Ángel, 29.6%, $\\alpha\\_1$'
    >>> fix_tex(r"Kuty{\l}owski, \emph{monosemantic}")
    'Kutyłowski, \\emph{monosemantic}'
    """
    if "\\" not in text:
        return text
    parts = _MATH.split(text)
    parts[::2] = [_outside_math(part) for part in parts[::2]]
    return "".join(parts)


def fix_braces(text: str) -> str:
    r"""Take away braces that only protect, as BibTeX values have them; those of commands and of math stay.

    >>> fix_braces(r"Behaviors of {LLMs} with \emph{monosemantic} {N}eurons, $x_{1}$, 5\$ and {\textbraceleft}")
    'Behaviors of LLMs with \\emph{monosemantic} Neurons, $x_{1}$, 5$ and {'
    """
    parts = _MATH.split(text) if text.count("$") - text.count("\\$") > 1 else [text]
    parts[::2] = [_without_braces(part) if "{" in part or "}" in part else part for part in parts[::2]]
    parts[::2] = [_LITERAL.sub(lambda m: _LITERALS[m[0]], part) for part in parts[::2]]
    return "".join(parts)


def _without_braces(text: str) -> str:
    out: list[str] = []
    kept: list[bool] = []
    for token in _TOKEN.finditer(text):
        if token[0] == "{":
            # the argument of a command, or a group that a command begins
            before = out[-1] if out else ""
            kept.append(bool(_COMMAND.fullmatch(before)) or bool(_COMMAND.match(text, token.end())))
        is_kept = kept[-1] if kept and token[0] in "{}" else token[0] not in "{}"
        if token[0] == "}" and kept:
            kept.pop()
        if is_kept:
            out.append(token[0])
    return "".join(out)


def _outside_math(text: str) -> str:
    if "\\" not in text:
        return text
    marked = _LETTER_ACCENT.sub(_accent, _BARE_ACCENT.sub(_accent, text))
    marked = _SYMBOL.sub(lambda m: "{" + _SYMBOLS[m[1]] + "}", marked)
    # one letter in braces is what the two steps above leave of {\"o} and of \l{}
    plain = _BRACED.sub(r"\1", _BRACED.sub(r"\1", marked)) if marked != text else marked
    return _SIGN.sub(r"\1", plain)


def _accent(match: re.Match[str]) -> str:
    letter = (match[2] or match[3]).lstrip("\\")
    composed = unicodedata.normalize("NFC", letter + _ACCENTS[match[1]])
    return "{" + composed + "}" if len(composed) == 1 else match[0]
