r"""LaTeX of a field read as text: accents, symbols, ligatures, braces. Formulas and addresses stay; unknown commands too, and are told."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from papercat.latex import commands
from papercat.latex.accents import MARKS, SPACING, put
from papercat.latex.addresses import ADDRESS, has_address, linked, read_address
from papercat.latex.formulas import code_point, formula_end, read
from papercat.latex.symbols import symbols

_SPECIAL = re.compile(r"[\\{}$~`]|--|''|,,|\^\^")
_TOKENS = (
    r"\\(?P<word>[A-Za-z]+)\*?(?P<gap>[ \t]*(?:\n[ \t]*)?)",
    r"\\(?P<sign>.?)",
    r"(?P<hyphen>(?<!-)\{\}-\{\}(?!-))",  # how U+2010 is written: TeX and other programs see the hyphen of the keyboard
    r"(?P<brace>[{}])",
    r"(?P<dollar>\$)",
    r"(?P<ligature>-{2,}|``|''|`|[?!]`(?!`)|(?<!\w),,(?!\s)|~)",
    r"(?P<apostrophe>')",
    r"\^\^(?P<code>\^\^[0-9a-f]{4}|[0-9a-f]{2})",
)
_TOKEN = re.compile("|".join(_TOKENS), re.DOTALL)
_TOKEN_OR_ADDRESS = re.compile("|".join((ADDRESS, *_TOKENS)), re.DOTALL)
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
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
# accents and changes within one another; nobody stacks more, and each level reads its letters once more
_DEEPEST = 12


class Decoded(NamedTuple):
    r"""A text read from LaTeX, and what could not be read.

    Attributes:
        text: what LaTeX would set, as Unicode in its composed form.
        unknown: the commands that stand in the text as they stood in LaTeX, each once, with their backslash.
    """

    text: str
    unknown: tuple[str, ...]


class _Group(NamedTuple):
    """An open brace: where in the output it began, what its text becomes, or what closes it where it stays."""

    start: int
    change: Callable[[str], str] | None = None
    closing: str = ""


@dataclass(slots=True)
class _State:
    """A field that is being read.

    Attributes:
        place: up to where it was read.
        keep: where a brace begins an argument of an unknown command.
        word: where the last command ended.
        changes: how many open groups have a change.
        single: how many single quotes are open.
    """

    latex: str
    keep_math: bool = False
    place: int = 0
    keep: int = -1
    word: int = -1
    changes: int = 0
    single: int = 0
    out: list[str] = field(default_factory=list)
    groups: list[_Group] = field(default_factory=list)
    accents: list[str] = field(default_factory=list)
    change: Callable[[str], str] | None = None
    unknown: dict[str, None] = field(default_factory=dict)
    pairs: dict[int, int] | None = None


def to_unicode(latex: str, *, keep_math: bool = False) -> str:
    r"""Read the LaTeX of a BibTeX field as text.

    A formula stays as it stands unless it is one symbol; unknown commands stay too, and `decode` tells them.

    Args:
        latex: the value of a field, without the braces or quotation marks around it.
        keep_math: leave every formula as it stands, one of a single symbol too.

    >>> to_unicode(r"Nguy{\~{\^e}}n, Hru\v{s}ka \& {\O}stvang: {LLMs} and $\ell_1$-norms---an {\em $\alpha$-overview}")
    'Nguyễn, Hruška & Østvang: LLMs and $\\ell_1$-norms—an α-overview'
    >>> to_unicode(r"See \url{http://example.org/~a_b--c} and \cite{knuth}")
    'See http://example.org/~a_b--c and \\cite{knuth}'
    """
    return decode(latex, keep_math=keep_math).text


def decode(latex: str, *, keep_math: bool = False) -> Decoded:
    r"""Read the LaTeX of a BibTeX field as `to_unicode` does, and tell which commands it could not read.

    >>> decode(r"Poincar\'{e} by \shorthand{JMLR}, 5\% off")
    Decoded(text='Poincaré by \\shorthand{JMLR}, 5% off', unknown=('\\shorthand',))
    """
    if not _SPECIAL.search(latex) and not has_address(latex):
        return Decoded(latex if latex.isascii() else unicodedata.normalize("NFC", latex), ())
    state = _State(latex, keep_math=keep_math)
    tokens = _TOKEN_OR_ADDRESS if has_address(latex) else _TOKEN
    while token := tokens.search(latex, state.place):
        if token.start() > state.place:
            _emit(state, latex[state.place : token.start()])
        state.place = token.end()
        _READERS[str(token.lastgroup)](state, token)
    if state.place < len(latex):
        _emit(state, latex[state.place :])
    _drop_accents(state)
    while state.groups:
        _close(state, state.groups.pop(), closed=False)
    return Decoded(unicodedata.normalize("NFC", "".join(state.out)), tuple(state.unknown))


def _emit(state: _State, text: str) -> None:
    """Put a text out, with the accents that wait for a letter."""
    if state.accents:
        marked = put("".join(MARKS[name] for name in reversed(state.accents)), text)
        if marked is None:
            if not text.strip():
                return
            _drop_accents(state)
        else:
            text = marked
            state.accents.clear()
    if state.change and text.strip():
        text = state.change(text.lstrip()[0]) + text.lstrip()[1:]
        state.change = None
    state.out.append(text)


def _drop_accents(state: _State) -> None:
    for name in state.accents:
        _keep(state, name)
    state.accents.clear()


def _keep(state: _State, name: str, gap: str = "") -> None:
    """Leave a command as it stands, and tell it; a group that it begins keeps its braces, so that it ends where it ended."""
    state.unknown[f"\\{name}"] = None
    if state.groups and state.groups[-1] == _Group(len(state.out)):
        state.groups[-1] = _Group(len(state.out), closing="}")
        state.out.append("{")
    state.out.append(f"\\{name}{gap}")


def _read_word(state: _State, token: re.Match[str]) -> None:
    name, gap = str(token["word"]), str(token["gap"])
    state.word = token.end()
    char = symbols().get(name)
    if char is not None:
        _emit(state, char)
    elif name in MARKS:
        _wait(state, name)
    elif name in commands.SILENT or (name in commands.WORDS and state.latex.startswith("{", state.place)):
        state.change = None
    else:
        _read_argument(state, name, gap)


def _wait(state: _State, name: str) -> None:
    if len(state.accents) < _DEEPEST:
        state.accents.append(name)
    else:
        _drop_accents(state)
        _keep(state, name)


def _read_argument(state: _State, name: str, gap: str) -> None:
    if name in commands.CHANGES:
        state.change = commands.CHANGES[name]
        return
    if name == "not":
        _negate(state)
    elif name in commands.ADDRESSES and (argument := _raw(state)) is not None:
        _read_link(state, name, argument)
    elif name in commands.MEANINGS and (meaning := _meaning(state, name)):
        _emit(state, meaning)
    elif name in commands.UNPRINTED | commands.SECOND and state.latex.startswith("{", state.place):
        width = str(_raw(state))
        _emit(state, "\u200b" if (name, width) == ("hspace", "0pt") else "")
    elif name == "verb" and state.place < len(state.latex):
        _read_verbatim(state)
    else:
        _read_unknown(state, name, gap)


def _read_unknown(state: _State, name: str, gap: str) -> None:
    _drop_accents(state)
    start = state.place - len(gap)
    option = _OPTION.match(state.latex, start)
    _keep(state, name, gap + (option[0] if option and not gap else ""))
    state.place = option.end() if option and not gap else state.place
    state.keep = state.place


def _negate(state: _State) -> None:
    match = _NEGATED.match(state.latex, state.place)
    char = (symbols().get(match[1]) if match[1] else match[2]) if match else None
    if match and char:
        state.place = match.end()
        _emit(state, unicodedata.normalize("NFC", f"{char}\u0338"))
    else:
        _keep(state, "not")


def _raw(state: _State) -> str | None:
    """Take the argument that stands in braces as it is, up to the end where they do not close."""
    if not state.latex.startswith("{", state.place):
        return None
    if state.pairs is None:
        state.pairs = _pairs(state.latex)
    start, end = state.place + 1, state.pairs.get(state.place, len(state.latex))
    state.place = end + 1
    return state.latex[start:end]


def _pairs(latex: str) -> dict[int, int]:
    opened, pairs = list[int](), dict[int, int]()
    for token in _BRACE.finditer(latex):
        if token[0] == "{":
            opened.append(token.start())
        elif token[0] == "}" and opened:
            pairs[opened.pop()] = token.start()
    return pairs


def _meaning(state: _State, name: str) -> str | None:
    start = state.place
    argument = _raw(state)
    if argument is None and name in ("char", "mathbb", "Bbb"):
        match = (_TEX_NUMBER if name == "char" else _CAPITAL).match(state.latex, state.place)
        argument, state.place = (match[0], match.end()) if match else (None, start)
    meaning = None if argument is None else commands.MEANINGS[name](argument)
    if meaning is None:
        state.place = start
    return meaning


def _read_link(state: _State, name: str, argument: str) -> None:
    address = read_address(argument)
    if name == "href" and state.latex.startswith("{", state.place) and state.changes < _DEEPEST:
        state.change = partial(linked, address)
    else:
        _emit(state, address)


def _read_verbatim(state: _State) -> None:
    start, mark = state.place + 1, state.latex[state.place]
    end = state.latex.find(mark, start)
    if end < 0:
        _keep(state, "verb")
    else:
        _emit(state, state.latex[start:end])
        state.place = end + 1


def _read_sign(state: _State, token: re.Match[str]) -> None:
    sign = str(token["sign"])
    if sign in ("(", "[") and (end := formula_end(state.latex, token.start())):
        _read_formula(state, token.start(), end)
    elif sign in MARKS:
        _wait(state, sign)
    elif sign == "\\":
        _read_line_break(state, token)
    elif sign in _SIGNS:
        _emit(state, _SIGNS[sign])
    else:
        _drop_accents(state)
        _keep(state, sign)


def _read_line_break(state: _State, token: re.Match[str]) -> None:
    if _DOUBLED.match(state.latex, token.end() - 1):
        state.place = token.end() - 1
        return
    match = _LINE_BREAK.match(state.latex, state.place)
    state.place = match.end() if match else state.place
    _emit(state, "\n")


def _read_brace(state: _State, token: re.Match[str]) -> None:
    if token[0] == "{":
        _open(state, token.start())
    elif state.groups:
        _drop_accents(state)
        _close(state, state.groups.pop(), closed=True)


def _read_hyphen(state: _State, token: re.Match[str]) -> None:
    if state.accents or token.start() in (state.keep, state.word):
        # the first braces belong to a command
        state.place = token.start() + 1
        _open(state, token.start())
    else:
        _emit(state, "\u2010")


def _open(state: _State, start: int) -> None:
    accents, change = state.accents, state.change
    state.accents, state.change = [], None
    if start == state.keep:
        state.groups.append(_Group(len(state.out), closing="}"))
        state.out.append("{")
    elif state.changes >= _DEEPEST or not (accents or change):
        state.groups.append(_Group(len(state.out)))
        for name in accents:
            _keep(state, name)
    else:
        state.changes += 1
        state.groups.append(_Group(len(state.out), _accenting(state, accents) if accents else change))


def _accenting(state: _State, accents: list[str]) -> Callable[[str], str]:
    def accented(text: str) -> str:
        marked = put("".join(MARKS[name] for name in reversed(accents)), text)
        if marked is None and not text.strip() and len(accents) == 1 and accents[0] in SPACING:
            return SPACING[accents[0]]
        if marked is None:
            state.unknown.update({f"\\{name}": None for name in accents})
            return "".join(f"\\{name}" for name in accents) + f"{{{text}}}"
        return marked

    return accented


def _close(state: _State, group: _Group, *, closed: bool) -> None:
    if group.change:
        state.changes -= 1
        text = group.change("".join(state.out[group.start :]))
        del state.out[group.start :]
        state.out.append(text)
    elif closed and group.closing:
        state.out.append(group.closing)
        state.keep = state.place


def _read_dollar(state: _State, token: re.Match[str]) -> None:
    end = formula_end(state.latex, token.start())
    if end is None:
        _emit(state, "$")
    else:
        _read_formula(state, token.start(), end)


def _read_formula(state: _State, start: int, end: int) -> None:
    formula = state.latex[start:end]
    _emit(state, formula if state.keep_math else read(formula))
    state.place = end


def _read_ligature(state: _State, token: re.Match[str]) -> None:
    ligature = token[0]
    state.single += ligature == "`"
    if ligature.startswith("-"):
        dashes, rest = divmod(len(ligature), 3)
        _emit(state, "—" * dashes + ("", "-", "–")[rest])
    else:
        _emit(state, _LIGATURES[ligature])


def _read_apostrophe(state: _State, token: re.Match[str]) -> None:
    # an apostrophe is the closing quote only where one was opened: d'Alembert keeps his as it is typed
    closes = state.single > 0 and not state.latex[token.end() : token.end() + 1].isalnum()
    state.single -= closes
    _emit(state, "’" if closes else "'")


def _read_code(state: _State, token: re.Match[str]) -> None:
    _emit(state, code_point(int(str(token["code"]).lstrip("^"), 16)) or token[0])


def _read_address(state: _State, token: re.Match[str]) -> None:
    _emit(state, read_address(token[0]))


_READERS: dict[str, Callable[[_State, re.Match[str]], None]] = {
    "gap": _read_word, "sign": _read_sign, "brace": _read_brace, "hyphen": _read_hyphen, "dollar": _read_dollar, "ligature": _read_ligature,
    "apostrophe": _read_apostrophe, "code": _read_code, "address": _read_address,
}  # fmt: skip
