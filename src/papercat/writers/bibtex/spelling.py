r"""The text of a field as BibTeX and TeX want it, for each profile.

A text is text: a backslash in it is printed as one, so that no field reaches `\input` or `\csname`. TeX all the same is what readers take
for it: accents and escaped signs (`fix_tex`), sound formulas, a font command around plain words (`\emph{in vivo}`), and braces around
words with a capital (`{BERT}`), which only protect.

Which spelling is best was measured letter by letter: docs/explain/export.md.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from papercat.latex.addresses import has_address
from papercat.latex.encoding import CLUSTER, spelling_table
from papercat.latex.fonts import FONTS, write_font
from papercat.latex.formulas import formulas, split, write
from papercat.latex.linear import to_line
from papercat.latex.pasted import fix_tex
from papercat.latex.soundness import OTHER_NAMES, is_sound
from papercat.writers.bibtex.titles import CLOSE

_BRACES = {"{": r"{\textbraceleft}", "}": r"{\textbraceright}"}
# `$<$` is read by all, and `<` alone is ¡ in old fonts and in one parser; `{`}` by all, and of `{\textasciigrave}` pandoc makes nothing
_UNICODE = {
    **{sign: f"\\{sign}" for sign in "&%#_$"}, "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}", "`": "{`}", "<": "$<$", ">": "$>$",
    "\ufffd": r"{\symbol{65533}}",  # LuaTeX stops at the character itself
    **_BRACES, "\\": r"{\textbackslash}",
}  # fmt: skip
_LATEX = {"<": "$<$", ">": "$>$", "|": "$|$", "\ufffd": r"{\symbol{65533}}"}
# Words of Greek are no formulas, and the horn and hook of Vietnamese stand in no encoding that documents have: as they are, LuaLaTeX sets
# them, and pdflatex with the encodings LGR and T5.
_RAW = re.compile(
    "[\u0370-\u03ff\u1f00-\u1fff]{3,}|[\u01a0\u01a1\u01af\u01b0]"
    "|[\u1ea2\u1ea3\u1ea8\u1ea9\u1eb2\u1eb3\u1eba\u1ebb\u1ec2\u1ec3\u1ec8\u1ec9\u1ece\u1ecf\u1ed4\u1ed5\u1eda-\u1ee3\u1ee6-\u1ef1\u1ef6\u1ef7]"
)
_ASCII = {'"': '{"}', "|": "$|$"} | _UNICODE | {"`": r"{\textasciigrave}"}
_SIGN = re.compile("[\\\\{}$&%#_~^`<>\ufffd]")
_ASCII_SIGN = re.compile(r"[\\{}$&%#_~^`<>|\"]")
# a pattern that begins with letters is found at half the cost of `in` and of a set of letters at a tenth
_RUNS = {"-": re.compile("--+"), "'": re.compile("''+"), ",": re.compile(",,+")}
_HYPHENS, _QUOTES, _COMMAS = (run.search for run in _RUNS.values())
_MOST_FORMULAS = 8192  # $n$ and $k$ stand in every other abstract
# A cluster is one character in nearly every text, and then is found much quicker.
_LONGER = re.compile("[-‐–—'”,][-‐–—'”,]|[\u0300-\u036f\u1ab0-\u1aff\u1dc4-\u1dff\u20d0-\u20ff]")
_SINGLE = re.compile(r"[^\x00-\x21'-;=?-\[\]a-z]")
_MAYBE_RAW = re.compile("[\u01a0-\u01b0\u0370-\u03ff\u1ea2-\u1fff]")  # found at a fifth of the cost
_RAW_PIECE = re.compile(f"({_RAW.pattern})")
KEPT = re.compile(rf"\\(?P<font>{'|'.join(FONTS)})\{{(?P<words>[^{{}}\\$]+)\}}|(?<![\\_^])(?<![_^]{CLOSE})\{{(?P<word>[\w’'.& -]+)\}}")
# braces behind a command nobody knows, `\cite{KR}`, are its own
_COMMAND, _LONGEST_COMMAND = re.compile(r"\\[A-Za-z]{1,40}\*?(?:\[[^\][{}\\]{0,60}\])?[ \t]?\Z"), 105
_BRACE = re.compile(r"[{}]")
# Unicode's noncharacters, which XML and some parsers refuse; they show as the replacement character. Models refuse control characters.
UNWRITABLE = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_RENAMED = re.compile(rf"\\({'|'.join(OTHER_NAMES)})(?![A-Za-z])")
# an address stays as it is but for what would end the value, or be run by TeX
_NOT_ADDRESS = re.compile(r"[\\{}^\s]")  # TeX reads `^^5c` as a backslash
_FOREIGN = re.compile(r"[^\x21-\x7e]")
_NOT_ASCII_ADDRESS = re.compile(r"[^!-\[\]_-z|~]")


class Speller(NamedTuple):
    """How one profile writes.

    Attributes:
        text: writes a text.
        title: writes a text in which formulas are kept from being lowered.
        address: writes what is no text but an address or an id.
    """

    text: Callable[[str], str]
    title: Callable[[str], str]
    address: Callable[[str], str]


@cache
def speller(profile: str) -> Speller:
    r"""Give what writes the fields of a profile.

    >>> text = "Nguyễn & Łukasz: “{a}” of $L^2$ <5 %"
    >>> for name in ("latex", "unicode", "no-tex"):
    ...     print(speller(name).title(text))
    Nguy{\~{\^e}}n \& {\L}ukasz: ``\{a\}'' of {$L^2$} $<$5 \%
    Nguyễn \& Łukasz: “\{a\}” of {$L^2$} $<$5 \%
    Nguyễn \& Łukasz: “\{a\}” of L² $<$5 \%
    """
    plain = _latex if profile == "latex" else _unicode
    formula = _in_line if profile == "no-tex" else _in_tex

    def text(value: str) -> str:
        return _spelled(value, plain, formula)

    def title(value: str) -> str:
        return _spelled(value, plain, _guarded if formula is _in_tex else formula)

    return Speller(text, title, _ascii_address if profile == "latex" else _address)


def _spelled(value: str, plain: Callable[[str], str], formula: Callable[[str], str | None]) -> str:
    is_ascii = value.isascii()
    if not is_ascii:
        value = UNWRITABLE.sub("\ufffd", value)
    if not has_sign(value) and not has_run(value):
        return value if is_ascii else plain(value)
    if "\\" in value:
        value = fix_tex(value)
    if "$" not in value and "\\(" not in value and "\\[" not in value:
        return _beside(value, plain)
    out, place = list[str](), 0
    for start, end in formulas(value):
        written = formula(value[start:end])
        if written is not None:
            out += [_beside(value[place:start], plain), written]
            place = end
    return "".join([*out, _beside(value[place:], plain)])


def has_sign(text: str) -> bool:
    r"""Look for one of ``\{}$&%#_~^`<>|"``; fifteen looks for one sign cost a long text a tenth of one look for fifteen."""
    return (
        "\\" in text or "{" in text or "}" in text or "$" in text or "&" in text or "%" in text or "#" in text or "_" in text
        or "~" in text or "^" in text or "`" in text or "<" in text or ">" in text or "|" in text or '"' in text
    )  # fmt: skip


def has_run(text: str) -> bool:
    """Look for two hyphens, quotes or commas, which TeX joins."""
    return bool(("-" in text and _HYPHENS(text)) or ("'" in text and _QUOTES(text)) or ("," in text and _COMMAS(text)))


@lru_cache(maxsize=_MOST_FORMULAS)
def _in_tex(formula: str) -> str | None:
    if not is_sound(split(formula)[1]):
        return None
    return write(_RENAMED.sub(lambda name: f"\\{OTHER_NAMES[name[1]]}", formula) if "\\" in formula else formula)


def _guarded(formula: str) -> str | None:
    written = _in_tex(formula)
    return None if written is None else f"{{{written}}}"


def _in_line(formula: str) -> str | None:
    line = to_line(split(formula)[1])
    return None if line is None else _paired(line, _unicode)


def _beside(text: str, plain: Callable[[str], str]) -> str:
    """Write what stands beside formulas."""
    if "{" not in text and "}" not in text:
        return plain(text)
    out, place = list[str](), 0
    for kept in KEPT.finditer(text):
        if kept["word"] and (not protects(kept["word"]) or _COMMAND.search(text[max(kept.start() - _LONGEST_COMMAND, 0) : kept.start()])):
            continue
        out.append(_paired(text[place : kept.start()], plain))
        out.append(write_font(kept["font"], plain(kept["words"])) if kept["font"] else f"{{{plain(kept['word'])}}}")
        place = kept.end()
    return "".join([*out, _paired(text[place:], plain)])


def protects(word: str) -> bool:
    """Say whether braces around something only protect its capitals."""
    return word != word.lower()


def _paired(text: str, plain: Callable[[str], str]) -> str:
    r"""Write braces that pair as `\{` and `\}`, which 13 of 14 programs read, and lone ones by name: bibtex counts every brace."""
    if "{" not in text or "}" not in text:
        return plain(text)
    opened, pairs = list[int](), set[int]()
    for brace in _BRACE.finditer(text):
        if brace[0] == "{":
            opened.append(brace.start())
        elif opened:
            pairs |= {opened.pop(), brace.start()}
    out, place = list[str](), 0
    for at in sorted(pairs):
        out += [plain(text[place:at]), f"\\{text[at]}"]
        place = at + 1
    return "".join([*out, plain(text[place:])])


def _unicode(text: str) -> str:
    return _apart(_replaced(text, _UNICODE, _SIGN))


def _replaced(text: str, table: dict[str, str], signs: re.Pattern[str]) -> str:
    """Write signs as a table says; where no spelling of one holds another, one after the other, which is a third of the cost."""
    if "\\" in text or "{" in text or "}" in text or "$" in text:
        return signs.sub(lambda match: table[match[0]], text)
    for sign, spelling in table.items():
        if sign in text and sign not in "\\{}$":
            text = text.replace(sign, spelling)
    return text


def _apart(text: str) -> str:
    """Keep signs apart that TeX would join."""
    for sign, run in _RUNS.items():
        if sign in text and run.search(text):
            text = run.sub(_kept_apart, text)
    return text


def _latex(text: str) -> str:
    if text.isascii():
        return _apart(_replaced(text, _ASCII, _ASCII_SIGN))
    table = spelling_table(True, has_address(text))  # noqa: FBT003  a key of its cache

    def spell(match: re.Match[str]) -> str:
        cluster = match[0]
        return _LATEX.get(cluster) or table[cluster]

    clusters = CLUSTER if _LONGER.search(text) else _SINGLE
    if not (_MAYBE_RAW.search(text) and _RAW.search(text)):
        return clusters.sub(spell, text)
    pieces = _RAW_PIECE.split(text)
    pieces[::2] = [clusters.sub(spell, piece) for piece in pieces[::2]]
    return "".join(pieces)


def _kept_apart(match: re.Match[str]) -> str:
    return "{}".join(match[0])


def _address(text: str) -> str:
    return _NOT_ADDRESS.sub(_in_percent, text) if _NOT_ADDRESS.search(text) else text


def _ascii_address(text: str) -> str:
    return _FOREIGN.sub(_in_percent, _address(text)) if _NOT_ASCII_ADDRESS.search(text) else text


def _in_percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))
