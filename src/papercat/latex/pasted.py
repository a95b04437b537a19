r"""The TeX of pasted text, and the braces of BibTeX values: two readings more careful than that of a whole LaTeX field."""

import re

from papercat.latex.decoding import to_unicode
from papercat.latex.formulas import formulas
from papercat.latex.symbols import LETTERS

_ROUND = str.maketrans("”“’‘", '""\'`')  # the straight quotes of accents, made round by an editor
_NAME = "|".join(sorted(LETTERS.values(), key=len, reverse=True))
_LETTER = rf"(?:[^\W\d_]|\\(?:{_NAME})(?![A-Za-z]))"
_ACCENT = r"""(?:\\["'`^~=.”“’‘]\ ?|\\[uvHcdbkrh](?=\{|\ (?:\\|[^\W\d_](?![^\W\d_])))\ ?)"""
_ONE = rf"{_ACCENT}(?:\{{{_LETTER}\}}|{_LETTER})"
_TWO = rf"{_ACCENT}(?:\{{\{{?{_ONE}\}}?\}}|{_ONE})"
_SYMBOL = rf"\\(?:{_NAME})(?:\{{\}}|(?![A-Za-z])\ ?)"
_SNIPPET = rf"(?:{_ONE}|{_TWO}|{_SYMBOL})"
_PASTED = re.compile(rf"\\\\|\\(?P<sign>[&%#_])|\{{\{{{_SNIPPET}\}}\}}|\{{{_SNIPPET}\}}|{_SNIPPET}")
_MATH = re.compile(r"(\$[^$]*\$)")
_COMMAND = re.compile(r"\\[A-Za-z]+\*?\s*")
_TOKEN = re.compile(r"\\[A-Za-z]+\*?\s*|\\.|[{}]|[^\\{}]+|\\", re.DOTALL)
_LITERALS = {r"\$": "$", r"{\textbraceleft}": "{", r"{\textbraceright}": "}", r"\{": "{", r"\}": "}"}
_LITERAL = re.compile(r"\\\$|\{\\textbrace(?:left|right)\}|\\[{}]")


def fix_tex(text: str) -> str:
    r"""Read the TeX of running text that can be nothing else: accents, letters and escaped signs, outside math.

    Hyphens, quotes, tildes, braces and all other commands stay; `to_unicode` is for text that is LaTeX throughout.

    >>> fix_tex(r"Sch{\"u}tz, J{\"o}rg and Miguel {\'A}ngel, 29.6\%, $\alpha\_1$")
    'Schütz, Jörg and Miguel Ángel, 29.6%, $\\alpha\\_1$'
    >>> fix_tex(r"Kuty{\l}owski, \emph{monosemantic}")
    'Kutyłowski, \\emph{monosemantic}'
    """
    if "\\" not in text:
        return text
    pieces, place = list[str](), 0
    for start, end in formulas(text) if "$" in text or "\\(" in text or "\\[" in text else ():
        pieces += [_PASTED.sub(_read, text[place:start]), text[start:end]]
        place = end
    return "".join([*pieces, _PASTED.sub(_read, text[place:])])


def _read(match: re.Match[str]) -> str:
    if match["sign"] or match[0] == "\\\\":
        return match["sign"] or match[0]
    read = to_unicode(match[0].translate(_ROUND))
    return read if len(read) == 1 else match[0]


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
