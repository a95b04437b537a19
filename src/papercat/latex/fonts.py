r"""Font commands that stood in a text: written with an empty group behind their words, `\emph{in vivo{}}`, which TeX sets as nothing.

Of a field of BibTeX `\emph{in vivo}` is read as its words. Pasted text keeps its commands, and what papercat wrote of one must be the same
text when it is read again, as a formula of one symbol is: see `formulas`.
"""

import re

FONTS = ("emph", "textit", "textbf", "textsc", "texttt", "textsf", "textsl", "textrm", "textup", "textsuperscript", "textsubscript")
_MOST = 400  # characters and groups of what a font is for: a title is shorter, and each command costs no more to look at
# letters stand in up to three groups: {\~{\uhorn}}
_STOOD = re.compile(rf"\{{(?:[^{{}}]|\{{(?:[^{{}}]|\{{[^{{}}]{{0,40}}\}}){{0,40}}\}}){{1,{_MOST}}}?\{{\}}\}}")
_FONTS = frozenset(FONTS)


def write_font(name: str, words: str) -> str:
    r"""Write a font command that a text has, with what was written of its words, so that it is read again.

    >>> write_font("emph", "in vivo")
    '\\emph{in vivo{}}'
    """
    argument = f"{{{words}{{}}}}"
    return rf"\{name}{argument}" if _STOOD.fullmatch(argument) else rf"\{name}{{{words}}}"


def stood(name: str, latex: str, place: int) -> bool:
    r"""Say whether a command is a font that stood in a text, by the argument that begins at a place.

    >>> stood("emph", r"{in vivo{}}", 0), stood("emph", r"{in vivo}", 0), stood("emph", r"{the {\LaTeX{}} of it}", 0)
    (True, False, False)
    """
    return name in _FONTS and _STOOD.match(latex, place) is not None
