r"""Citations and included files in LaTeX, as far as they can be told without running it.

A command cites if `cite` is in its name, as in those of LaTeX, natbib, biblatex and apacite and in most that people define, but for the
names below; so `\parencites(see)()[12]{a}[13]{b}` and `\mycite{c}` count. What a comment, a verbatim text or `\iffalse` hides does not.
Sources: the manuals of natbib 8.31, section 2; biblatex 3.19, section 3.9; csquotes 5.2, section 4; import 6.2; subfiles 2.2.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from papercat.manuscripts.citation import Citation, Inclusion

_TOKEN = re.compile(r"%[^\r\n]*|\\(?:[A-Za-z]+\*?|[\s\S]|\Z)|[{}\[\]]")
_BLANK = re.compile(r"(?:\s+|%[^\r\n]*)*")
_ROUND = re.compile(r"\([^()]{0,1000}\)")
_KEY = re.compile(r"%[^\r\n]*|[^\s,%](?:[^,%\r\n]*[^\s,%])?")
_NO_KEY = re.compile(r"[\\{}#~]")
_CITES = re.compile(r"cite", re.IGNORECASE)
# They set up how citations look, define commands that cite, or ask something.
_NO_CITES = re.compile(
    r"(?:if|at(?:every|next)|declare|set|def|bib|mk|provide|renew|print|blx)\w*|newcites|"
    r"cite(?:style|text|reset|track\w*|index\w*|name|punct|dash|form|left|mid|right|numfont|font|setup|pages|delim\w*|sort)",
    re.IGNORECASE,
)
# Others that cite, and how many arguments stand before the key.
_BEFORE = {
    "bibentry": 0, "textcquote": 0, "blockcquote": 0, "foreigntextcquote": 1, "foreignblockcquote": 1, "hyphentextcquote": 1,
    "hyphenblockcquote": 1, "hybridblockcquote": 1, "volcite": 1, "pvolcite": 1, "fvolcite": 1, "ftvolcite": 1, "svolcite": 1,
    "tvolcite": 1, "avolcite": 1, "volcites": 1, "pvolcites": 1, "fvolcites": 1, "svolcites": 1, "tvolcites": 1, "avolcites": 1,
}  # fmt: skip
_INCLUDES = {"input": 0, "include": 0, "subfile": 0, "subfileinclude": 0, "InputIfFileExists": 0, "import": 1, "subimport": 1,
             "includefrom": 1, "inputfrom": 1, "subincludefrom": 1, "subinputfrom": 1}  # fmt: skip
_BARE_INPUT = re.compile(r"[ \t]*([^\s{}\\%\[\]]+)")
_VERBATIM = re.compile(r"\s*\{(verbatim\*?|Verbatim\*?|BVerbatim|LVerbatim|lstlisting|minted|comment|filecontents\*?|tcblisting)\}")
_END = re.compile(r"\s*\{document\}")
_INLINE = frozenset(("verb", "lstinline", "mintinline", "Verb", "path", "url", "href", "nolinkurl"))
_LONGEST_INLINE = 2000  # characters of a verbatim piece; TeX wants it on one line
_CONDITIONS = re.compile(r"if(?!thenelse$|f$|then$)[A-Za-z@]*")


class _Token(NamedTuple):
    """A command, without its backslash and star, or a bracket."""

    name: str
    start: int
    end: int


class _Reading(NamedTuple):
    """A text, and for the place of each opening bracket that of the one that closes it."""

    text: str
    ends: Mapping[int, int]


def scan(text: str) -> Iterator[Citation | Inclusion]:
    r"""Give what a LaTeX text cites and includes, in its order.

    >>> text = r"\input{intro} as \citet*[see][p.~3]{bai22, perez22} say % \cite{old}"
    >>> [one[0] for one in scan(text)]
    ['intro', 'bai22', 'perez22']
    """
    tokens = list(_tokens(text))
    reading = _Reading(text, _pairs(tokens))
    place, is_closed = 0, True
    while place < len(tokens):
        token = tokens[place]
        if token.name == "endinput" or (token.name == "end" and _END.match(text, token.end)):
            return
        if token.name == "iffalse" and is_closed:
            end = _behind_condition(tokens, place)
            is_closed, place = end > place, max(place, end)
        elif token.name in _BEFORE or (_CITES.search(token.name) and not _NO_CITES.fullmatch(token.name)):
            yield from _citations(reading, token)
        elif token.name in _INCLUDES:
            yield from _inclusion(reading, token)
        place += 1


def _tokens(text: str) -> Iterator[_Token]:
    """Give the commands and brackets of a text, without what is a comment or verbatim."""
    place = 0
    while found := _TOKEN.search(text, place):
        place = found.end()
        if found[0][0] == "%":
            continue
        name = found[0].removeprefix("\\").rstrip("*") if len(found[0]) > 1 else found[0]
        if name == "begin" and (verbatim := _VERBATIM.match(text, place)):
            end = text.find(f"\\end{{{verbatim[1]}}}", verbatim.end())
            place = len(text) if end < 0 else end
        elif name in _INLINE:
            place = _behind_inline(text, place)
        elif len(name) > 1 or found[0] in "{}[]":
            yield _Token(name, found.start(), place)


def _behind_inline(text: str, place: int) -> int:
    r"""Give the place behind `\verb|..|` or `\lstinline[..]{..}`; the same place if it does not end on its line."""
    stop = min(place + _LONGEST_INLINE, len(text))
    line_end = text.find("\n", place, stop)
    stop = line_end if line_end >= 0 else stop
    start = place
    if text[start : start + 1] == "[":
        start = text.find("]", start, stop) + 1
    sign = text[start : start + 1]
    if start < place or not sign or sign.isspace() or sign.isalnum():
        return place
    end = text.find("}" if sign == "{" else sign, start + 1, stop)
    return place if end < 0 else end + 1


def _pairs(tokens: Iterable[_Token]) -> dict[int, int]:
    """Pair the brackets; a square one does not reach out of the braces that it stands in."""
    ends: dict[int, int] = {}
    opened: list[_Token] = []
    for token in tokens:
        if token.name in ("{", "["):
            opened.append(token)
        elif token.name == "}":
            while opened and opened[-1].name == "[":
                opened.pop()
        if opened and opened[-1].name + token.name in ("{}", "[]"):
            ends[opened.pop().start] = token.start
    return ends


def _behind_condition(tokens: Sequence[_Token], place: int) -> int:
    r"""Give the place of the `\fi` or `\else` that ends what `\iffalse` hides; -1 if nothing does."""
    depth = 0
    for at in range(place, len(tokens)):
        name = tokens[at].name
        if _CONDITIONS.fullmatch(name) and (at == place or tokens[at - 1].name != "newif"):
            depth += 1
        depth -= name == "fi"
        if depth == 0 or (depth == 1 and name == "else"):
            return at
    return -1


def _citations(reading: _Reading, token: _Token) -> Iterator[Citation]:
    is_many = token.name.lower().endswith("cites")
    place = token.end
    while True:
        start, place = _argument(reading, place, _BEFORE.get(token.name, 0), has_round=is_many)
        if start < 0:
            return
        for found in _KEY.finditer(reading.text, start, place):
            if found[0][0] != "%" and not _NO_KEY.search(found[0]):
                yield Citation(found[0], *found.span())
        place += 1
        if not is_many:
            return


def _argument(reading: _Reading, place: int, before: int, *, has_round: bool) -> tuple[int, int]:
    """Give where the argument in braces begins and ends that stands behind some others, and notes; -1 if there is none."""
    while True:
        place = _behind_blanks(reading.text, place)
        if has_round and (note := _ROUND.match(reading.text, place)):
            place = note.end()
            continue
        end = reading.ends.get(place)
        if end is None:
            return -1, place
        if reading.text[place] == "{":
            if not before:
                return place + 1, end
            before -= 1
        place = end + 1


def _behind_blanks(text: str, place: int) -> int:
    blank = _BLANK.match(text, place)
    return blank.end() if blank else place


def _inclusion(reading: _Reading, token: _Token) -> Iterator[Inclusion]:
    place = _behind_blanks(reading.text, token.end)
    if token.name == "input" and reading.text[place : place + 1] != "{":
        if bare := _BARE_INPUT.match(reading.text, token.end):
            yield Inclusion(bare[1], *bare.span(1))
        return
    folder = ""
    if _INCLUDES[token.name]:
        start, end = _argument(reading, place, 0, has_round=False)
        if start < 0:
            return
        folder, place = reading.text[start:end].strip().rstrip("/") + "/", end + 1
    start, end = _argument(reading, place, 0, has_round=False)
    name = reading.text[start:end].strip().strip('"') if start >= 0 else ""
    if name and not _NO_KEY.search(name):
        yield Inclusion(f"{folder}{name}" if folder != "/" else name, start, end)
