r"""The commands of fonts around a name: people set their own in bold, `{\bf Jarad Niemi}`, wherever TeX will print it."""

import re

from papercat.text.fix import Step

_OLD = r"\{\\(?:bf|bfseries|it|itshape|em|sc|scshape|sl|rm|tt|sf|boldmath)(?:\s+|(?=\\))(?P<old>[^{}\\]*)\}"
_NEW = r"\\(?:textbf|textit|emph|textsc|textsl|textrm|texttt|textsf|underline|uline|mathbf)\s?\{(?P<new>[^{}\\]*)\}"
_FONT = re.compile(f"{_OLD}|{_NEW}")


def without_fonts(text: str) -> tuple[str, list[Step]]:
    r"""Take off the commands of fonts in a list of names, and tell it.

    >>> without_fonts(r"Will Landau, {\bf Jarad Niemi}, and \textbf{Dan Nettleton}")[0]
    'Will Landau, Jarad Niemi, and Dan Nettleton'
    >>> without_fonts(r"{\'E}mile Zola and {\bf \'E. Zola}")
    ("{\\'E}mile Zola and {\\bf \\'E. Zola}", [])
    """
    if "{" not in text or not (first := _FONT.search(text)):
        return text, []
    shown = first["old"] or first["new"] or ""
    step = Step("tex-decoded", f"TeX read as text: {first[0]!r} as {shown!r}", first[0])
    return _FONT.sub(lambda match: match["old"] or match["new"] or "", text), [step]
