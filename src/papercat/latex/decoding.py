r"""LaTeX of a field read as text: accents, symbols, ligatures, braces. Formulas and addresses stay; unknown commands too, and are told."""

import re
import unicodedata
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from papercat.errors import no_text
from papercat.latex import commands
from papercat.latex.accents import MARKS
from papercat.latex.addresses import ADDRESS, has_address, linked, read_address
from papercat.latex.fonts import stood
from papercat.latex.formulas import code_point, formula_end, read
from papercat.latex.state import DEEPEST, State, close_group, drop_accents, emit, keep, open_group, raw
from papercat.latex.symbols import symbols

# A pattern of alternatives that all begin with a letter or sign of their own is looked for at the speed of a plain search.
_SPECIAL = re.compile(r"\\|\{|\}|\$|~|`|--|''|,,|\^\^")
_TOKENS = (
    r"\\(?P<word>[A-Za-z]+)\*?(?P<gap>[ \t]*(?:\n[ \t]*)?)",
    r"\\(?P<sign>.?)",
    r"(?P<hyphen>(?<!-)\{\}-\{\}(?!-))",  # how U+2010 is written: TeX and other programs see the hyphen of the keyboard
    r"(?P<grave>\{`\})",  # how a grave accent by itself is written: programs without TeX read it, and TeX sets a quote
    r"(?P<brace>[{}])",
    r"(?P<dollar>\$)",
    r"(?P<ligature>-{2,}|``|''|`|[?!]`(?!`)|(?<!\w),,(?!\s)|~)",
    r"(?P<apostrophe>')",
    r"\^\^(?P<code>\^\^[0-9a-f]{4}|[0-9a-f]{2})",
)
_TOKEN = re.compile("|".join(_TOKENS), re.DOTALL)
_TOKEN_OR_ADDRESS = re.compile("|".join((ADDRESS, *_TOKENS)), re.DOTALL)
# How a token begins: to look for these and then for a token there takes a fiftieth of the time of looking for the token.
_BEGINS = r"\\|\{|\}|\$|~|`|'|\^\^|--|,,|\?`|!`"
_BEGIN, _BEGIN_OR_ADDRESS = re.compile(_BEGINS), re.compile(rf"http|ftp://|www\.|{_BEGINS}")
_SIGNS = {
    "&": "&", "%": "%", "#": "#", "_": "_", "$": "$", "{": "{", "}": "}", " ": " ", "\n": " ", "\t": " ", ",": "\u2009", ":": "\u205f",
    ";": "\u2004", "-": "", "/": "", "!": "", "@": "",
}  # fmt: skip
_LIGATURES = {"``": "“", "''": "”", "`": "‘", "?`": "¿", "!`": "¡", ",,": "„", "~": "\u00a0"}
# `AT\\&T` and `\\'{o}`: a backslash that was doubled on its way through a program; a line break is followed by a blank or a word
_DOUBLED = re.compile(r"""\\(?=[&%#_$]|["'`^~=.]\{\\?[A-Za-z]\})""")
_LINE_BREAK = re.compile(r"\*?(?:\[[^\]\\{}]{0,20}\])?[ \t]*\n?")
_OPTION = re.compile(r"\[[^\]\\{}]{0,200}\]")
_TEX_NUMBER = re.compile(r"\"[0-9A-F]{1,6}|'[0-7]{1,7}|`\\?.|\d{1,7}", re.DOTALL)
_NEGATED = re.compile(r"\s*(?:\\([A-Za-z]+)|([=<>]))")
_CAPITAL = re.compile("[A-Z]")


class Decoded(NamedTuple):
    r"""A text read from LaTeX, and what could not be read.

    Attributes:
        text: what LaTeX would set, as Unicode in its composed form.
        unknown: the commands that stand in the text as they stood in LaTeX, each once, with their backslash.
    """

    text: str
    unknown: tuple[str, ...]


def to_unicode(latex: str, *, keep_math: bool = False) -> str:
    r"""Read the LaTeX of a BibTeX field as text.

    A formula stays as it stands unless it is one symbol; unknown commands stay too, and `decode` tells them.

    Args:
        latex: the value of a field, without the braces or quotation marks around it.
        keep_math: leave every formula as it stands, one of a single symbol too.

    Raises:
        TypeError: it is no text.

    >>> to_unicode(r"Nguy{\~{\^e}}n, Hru\v{s}ka \& {\O}stvang: {LLMs} and $\ell_1$-norms---an {\em $\alpha$-overview}")
    'Nguyễn, Hruška & Østvang: LLMs and $\\ell_1$-norms—an α-overview'
    >>> to_unicode(r"See \url{http://example.org/~a_b--c} and \cite{knuth}")
    'See http://example.org/~a_b--c and \\cite{knuth}'
    """
    if not isinstance(latex, str):
        raise no_text("to_unicode", latex)
    return decode(latex, keep_math=keep_math).text


def decode(latex: str, *, keep_math: bool = False) -> Decoded:
    r"""Read the LaTeX of a BibTeX field as `to_unicode` does, and tell which commands it could not read.

    >>> decode(r"Poincar\'{e} by \shorthand{JMLR}, 5\% off")
    Decoded(text='Poincaré by \\shorthand{JMLR}, 5% off', unknown=('\\shorthand',))
    """
    if not _SPECIAL.search(latex) and not has_address(latex):
        return Decoded(latex if latex.isascii() else unicodedata.normalize("NFC", latex), ())
    state = State(latex, keep_math=keep_math)
    tokens, begin = (_TOKEN_OR_ADDRESS, _BEGIN_OR_ADDRESS) if has_address(latex) else (_TOKEN, _BEGIN)
    while token := _token(latex, state.place, tokens, begin):
        if token.start() > state.place:
            emit(state, latex[state.place : token.start()])
        state.place = token.end()
        _READERS[str(token.lastgroup)](state, token)
    if state.place < len(latex):
        emit(state, latex[state.place :])
    drop_accents(state)
    while state.groups:
        close_group(state, state.groups.pop(), closed=False)
    return Decoded(unicodedata.normalize("NFC", "".join(state.out)), tuple(state.unknown))


def _token(latex: str, place: int, tokens: re.Pattern[str], begin: re.Pattern[str]) -> re.Match[str] | None:
    """Find the first token from a place on, as `tokens.search` does."""
    while found := begin.search(latex, place):
        if token := tokens.match(latex, found.start()):
            return token
        place = found.start() + 1
    return None


def _read_word(state: State, token: re.Match[str]) -> None:
    name, gap = str(token["word"]), str(token["gap"])
    state.word = token.end()
    char = symbols().get(name)
    if char is not None:
        emit(state, char)
    elif name in MARKS:
        _wait(state, name)
    elif stood(name, state.latex, state.place):
        state.change = partial(_in_font, name)
    elif name in commands.SILENT or (name in commands.WORDS and state.latex.startswith("{", state.place)):
        state.change = None
    else:
        _read_argument(state, name, gap)


def _in_font(name: str, words: str) -> str:
    return rf"\{name}{{{words}}}"


def _wait(state: State, name: str) -> None:
    if len(state.accents) < DEEPEST:
        state.accents.append(name)
    else:
        drop_accents(state)
        keep(state, name)


def _read_argument(state: State, name: str, gap: str) -> None:
    if name in commands.CHANGES:
        state.change = commands.CHANGES[name]
        return
    if name == "not":
        _negate(state)
    elif name in commands.ADDRESSES and (argument := raw(state)) is not None:
        _read_link(state, name, argument)
    elif name in commands.MEANINGS and (meaning := _meaning(state, name)):
        emit(state, meaning)
    elif name in commands.UNPRINTED | commands.SECOND and state.latex.startswith("{", state.place):
        width = str(raw(state))
        emit(state, "\u200b" if (name, width) == ("hspace", "0pt") else "")
    elif name == "verb" and state.place < len(state.latex):
        _read_verbatim(state)
    else:
        _read_unknown(state, name, gap)


def _read_unknown(state: State, name: str, gap: str) -> None:
    drop_accents(state)
    start = state.place - len(gap)
    option = _OPTION.match(state.latex, start)
    keep(state, name, gap + (option[0] if option and not gap else ""))
    state.place = option.end() if option and not gap else state.place
    state.keep = state.place


def _negate(state: State) -> None:
    match = _NEGATED.match(state.latex, state.place)
    char = (symbols().get(match[1]) if match[1] else match[2]) if match else None
    if match and char:
        state.place = match.end()
        emit(state, unicodedata.normalize("NFC", f"{char}\u0338"))
    else:
        keep(state, "not")


def _meaning(state: State, name: str) -> str | None:
    start = state.place
    argument = raw(state)
    if argument is None and name in ("char", "mathbb", "Bbb"):
        match = (_TEX_NUMBER if name == "char" else _CAPITAL).match(state.latex, state.place)
        argument, state.place = (match[0], match.end()) if match else (None, start)
    meaning = None if argument is None else commands.MEANINGS[name](argument)
    if meaning is None:
        state.place = start
    return meaning


def _read_link(state: State, name: str, argument: str) -> None:
    address = read_address(argument)
    if name == "href" and state.latex.startswith("{", state.place) and state.changes < DEEPEST:
        state.change = partial(linked, address)
    else:
        emit(state, address)


def _read_verbatim(state: State) -> None:
    start, mark = state.place + 1, state.latex[state.place]
    end = state.latex.find(mark, start)
    if end < 0:
        keep(state, "verb")
    else:
        emit(state, state.latex[start:end])
        state.place = end + 1


def _read_sign(state: State, token: re.Match[str]) -> None:
    sign = str(token["sign"])
    if sign in ("(", "[") and (end := formula_end(state.latex, token.start())):
        _read_formula(state, token.start(), end)
    elif sign in MARKS:
        _wait(state, sign)
    elif sign == "\\":
        _read_line_break(state, token)
    elif sign in _SIGNS:
        emit(state, _SIGNS[sign])
    else:
        drop_accents(state)
        keep(state, sign)


def _read_line_break(state: State, token: re.Match[str]) -> None:
    if _DOUBLED.match(state.latex, token.end() - 1):
        state.place = token.end() - 1
        return
    match = _LINE_BREAK.match(state.latex, state.place)
    state.place = match.end() if match else state.place
    emit(state, "\n")


def _read_brace(state: State, token: re.Match[str]) -> None:
    if token[0] == "{":
        open_group(state, token.start())
    elif state.groups:
        drop_accents(state)
        close_group(state, state.groups.pop(), closed=True)


def _read_braced(state: State, token: re.Match[str], meant: str) -> None:
    if state.accents or token.start() in (state.keep, state.word):
        # the first braces belong to a command
        state.place = token.start() + 1
        open_group(state, token.start())
    else:
        emit(state, meant)


def _read_dollar(state: State, token: re.Match[str]) -> None:
    end = formula_end(state.latex, token.start())
    if end is None:
        emit(state, "$")
    else:
        _read_formula(state, token.start(), end)


def _read_formula(state: State, start: int, end: int) -> None:
    formula = state.latex[start:end]
    emit(state, formula if state.keep_math else read(formula))
    state.place = end


def _read_ligature(state: State, token: re.Match[str]) -> None:
    ligature = token[0]
    state.single += ligature == "`"
    if ligature.startswith("-"):
        dashes, rest = divmod(len(ligature), 3)
        emit(state, "—" * dashes + ("", "-", "–")[rest])
    else:
        emit(state, _LIGATURES[ligature])


def _read_apostrophe(state: State, token: re.Match[str]) -> None:
    # an apostrophe is the closing quote only where one was opened: d'Alembert keeps his as it is typed
    closes = state.single > 0 and not state.latex[token.end() : token.end() + 1].isalnum()
    state.single -= closes
    emit(state, "’" if closes else "'")


def _read_code(state: State, token: re.Match[str]) -> None:
    emit(state, code_point(int(str(token["code"]).lstrip("^"), 16)) or token[0])


def _read_address(state: State, token: re.Match[str]) -> None:
    emit(state, read_address(token[0]))


_READERS: dict[str, Callable[[State, re.Match[str]], None]] = {
    "gap": _read_word, "sign": _read_sign, "brace": _read_brace, "dollar": _read_dollar, "ligature": _read_ligature,
    "hyphen": partial(_read_braced, meant="\u2010"), "grave": partial(_read_braced, meant="`"),
    "apostrophe": _read_apostrophe, "code": _read_code, "address": _read_address,
}  # fmt: skip
