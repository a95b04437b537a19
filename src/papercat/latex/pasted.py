r"""The TeX of pasted text, read more carefully than a whole LaTeX field."""

import re
from functools import lru_cache

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
    return _letter(match[0])


@lru_cache(maxsize=4096)  # a language has few of them
def _letter(snippet: str) -> str:
    """Read what stands for one letter."""
    read = to_unicode(snippet.translate(_ROUND))
    return read if len(read) == 1 else snippet
