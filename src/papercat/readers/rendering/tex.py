r"""Lists in LaTeX as they are set (Leslie Lamport, LaTeX: A Document Preparation System, section C.6): `\item \emph{arXiv}`.

Accents and formulas stay, for the cleaning reads them.
"""

import re

from papercat.readers.page.labels import is_leading
from papercat.text.document import JOINER, Link, Place

_BEGIN, _END = re.compile(r"\\begin\s?\{document\}"), re.compile(r"\\end\s?\{document\}")
_HREF = re.compile(r"\\href\s?\{([^{}\s]{1,600})\}\s?\{([^{}]{1,600})\}")
_TOKEN = re.compile(
    r"(?P<kept>\\[&%$#_{}]|\$[^$\n]{1,200}\$|\{\\[`'^\"~=.uvHtcdbkr]\s?\{?\\?[A-Za-z]{1,2}\}?\}|\\[`'^\"~=.uvHtcdbkr]\s?\{\\?[A-Za-z]{1,2}\}"
    r"|\{\\(?:aa|AA|ae|AE|oe|OE|o|O|l|L|ss|i|j)\}|\\(?:aa|AA|ae|AE|oe|OE|o|O|l|L|ss|i|j)\{\})"
    r"|(?P<comment>%[^\n]*\n?[ \t]*)"
    r"|(?P<head>\\(?:(?:sub){0,2}section|chapter|part|paragraph)\*?\s?(?:\[[^\]\n]{0,100}\])?\{)(?P<title>[^{}\n]{1,200})\}"
    r"|(?P<item>\\(?:item(?:\[[^\]\n]{0,80}\])?|cv(?:line|item|listitem|entry|itemwithcomment)(?=\{))(?![A-Za-z]))"
    r"|(?P<block>\\(?:begin|end)\s?\{[A-Za-z*]{1,30}\}(?:\[[^\]\n]{0,200}\])?|\\(?:par|newpage|clearpage|medskip|bigskip|smallskip|hrule)(?![A-Za-z]))"
    r"|(?P<hard>\\\\\*?(?:\[[^\]\n]{0,20}\])?|\\(?:newline|linebreak)(?![A-Za-z]))"
    r"|(?P<linked>\\href\s?\{(?P<target>[^{}\s]{1,600})\}\s?\{(?P<named>[^{}]{1,600})\})"
    r"|(?P<set>(?:\\(?:emph|text(?:it|bf|sl|sc))\s?\{|\{\\(?:em|it|bf|sl|sc|itshape|bfseries)\s))(?P<text>[^{}]{1,500})\}"
    r"|(?P<command>\\(?:emph|text(?:it|bf|sl|sc|tt|rm|up|normal)|url|path|doi|enquote|underline|mbox|cv\w+)\s?(?=\{)"
    r"|\\(?:em|it|bf|sl|sc|tt|rm|small|large|itshape|bfseries|normalfont|noindent|footnotesize|centering|hfill|newblock)(?![A-Za-z])"
    r"|\\(?:v|h)space\*?\{[^{}\n]{0,30}\}|\\(?:label|ref|cite|vskip)\{[^{}\n]{0,80}\}|\\[,;!/ ]|~)"
    r"|(?P<quotes>``|'')|(?P<empty>\n[ \t]*\n\s*)|(?P<wrap>\n[ \t]*)|(?P<brace>[{}])"
)
_ITEM = re.compile(r"\\(?:item|cvitem|cvline|cventry|cvlistitem)(?![A-Za-z])")
_SURE = re.compile(r"\\(?:begin\s?\{|textbf\s?\{|emph\s?\{|href\s?\{|documentclass|(?:sub)?section\*?\{|textit\s?\{)|\{\\(?:em|it|bf)\s")
_LEAST = 2
# Where no items are: lines that begin with a command that sets titles and names apart.
_SET = re.compile(r"^[ \t]*\\(?:(?:sub)?section\*?|textbf|textit|textsl|textsc|emph)\s?\{", re.MULTILINE)
_LEAST_SET = 3


def is_tex(text: str) -> bool:
    r"""Tell a list in LaTeX, but no bibliography, which another reader knows.

    >>> is_tex("\\begin{itemize}\n\\item \\textbf{Bai, Y.} A.\n\\item B.\n\\end{itemize}"), is_tex(r"\bibitem{a} {\em A} {\em B}")
    (True, False)
    """
    if "\\bibitem" in text or not _SURE.search(text):
        return False
    return len(_ITEM.findall(text)) >= _LEAST or len(_SET.findall(text)) >= _LEAST_SET


def show(text: str, *, marked: bool) -> tuple[str, list[Link]]:
    r"""Give a list in LaTeX as it is set, and its links.

    >>> show("\\begin{itemize}\n\\item Bai, Y.\n\\emph{Constitutional\nAI}, 2022.\n\\end{itemize}", marked=True)[0]
    '              \n \n*    Bai, Y. \u2060\u2060\u2060\u2060\u2060_Constitutional AI_, 2022.             \n'
    """
    begin, end = _BEGIN.search(text), _END.search(text)
    start, stop = begin.end() if begin else 0, end.start() if end else len(text)
    links = [Link(link.start(2), Place(*link.span(1))) for link in _HREF.finditer(text, start, stop)]
    shown = _TOKEN.sub(lambda token: _shown(token, marked=marked), text[start : max(stop, start)])
    return _empty(text[:start]) + shown + _empty(text[max(stop, start) :]), links


def _empty(text: str) -> str:
    return " " * (len(text) - 1) + "\n" if text else ""


def _shown(token: re.Match[str], *, marked: bool) -> str:
    """Give a token of LaTeX as it is seen, in as many characters."""
    size, whole = len(token[0]), token[0]
    if token["kept"]:
        return whole
    if token["title"]:
        return "\n\n# ".rjust(len(token["head"])) + token["title"] + "\n"
    if token["item"]:
        return "\n*".ljust(size) if marked else "\n".ljust(size)
    if token["linked"]:
        return _linked(token, marked=marked)
    if token["text"]:
        sign = "_" if marked and "_" not in token["text"] else JOINER
        return sign.rjust(size - len(token["text"]) - 1, JOINER) + token["text"].replace("\n", " ") + sign
    if token["quotes"]:
        return " “" if whole == "``" else "” "
    if token["brace"]:
        before, after = token.string[token.start() - 1 : token.start()], token.string[token.end() : token.end() + 1]
        return JOINER if before.isalnum() and after.isalnum() else " "
    if token["empty"]:
        return whole
    return ("\n" if token["block"] or token["hard"] else " ").rjust(size)


def _linked(token: re.Match[str], *, marked: bool) -> str:
    words = token["named"]
    if marked:
        return token[0]
    if is_leading(words):
        return " " * len(token[0])
    return f"{words}{JOINER}".rjust(len(token[0]), JOINER)
