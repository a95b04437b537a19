r"""Text written as the LaTeX of a BibTeX field, in ASCII, so that TeX sets it and `to_unicode` gives it back."""

import re
import unicodedata
from functools import cache

from papercat.errors import no_text
from papercat.latex.accents import take_apart
from papercat.latex.addresses import has_address
from papercat.latex.formulas import formulas, write
from papercat.latex.symbols import LETTERS, spellings

_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc4-\u1dff\u20d0-\u20ff"
# Runs of dashes, quotes and commas make ligatures.
CLUSTER = re.compile(rf"[-‐–—]+|['”]{{2,}}|,{{2,}}|[A-Za-z][{_MARKS}]+|[^\x00-\x7f][{_MARKS}]*|[\\{{}}$&%#_~^\"<>|`]")
_SPECIAL = re.compile(r"[^\x00-\x21'-;=?-\[\]a-z]|--|''|,,")
_MOST_CLUSTERS, _LONGEST_CLUSTER = 8192, 8  # of a cache: all of CJK must not stay in memory for ever
_HYPHEN = "{}-{}"
_RUNS = {"‐": _HYPHEN, "–": "--", "—": "---", "”": "''", "'": r"{\textquotesingle}"}
# an address keeps its dashes and tildes when it is read, so beside one they are spelled
_JOINED = {"–": r"{\textendash}", "—": r"{\textemdash}", "\u00a0": r"{\nobreakspace}"}


def to_latex(text: str, *, keep_foreign: bool = False) -> str:
    r"""Write a text for a BibTeX field, in ASCII.

    Formulas stay as they stand. All else is text: a backslash or a brace in it comes out as one. An accented letter is one group,
    `{\'e}`, which bibtex takes for one letter.

    Args:
        text: the text, with formulas between dollars.
        keep_foreign: leave as it is what LaTeX has no command for (Chinese, Cyrillic, emoji), for biber, LuaTeX and other programs
            that read UTF-8. Otherwise it is written by its number, `{\symbol{29579}}`, which LuaTeX and XeTeX set if their font has it.

    Raises:
        TypeError: it is no text.

    >>> to_latex("Nguyễn & Łukasz: 5% – “$K$-means”")
    "Nguy{\\~{\\^e}}n \\& {\\L}ukasz: 5\\% -- ``$K$-means''"
    >>> to_latex("王 on ℝ"), to_latex("王 on ℝ", keep_foreign=True)
    ('{\\symbol{29579}} on {$\\mathbb{R}$}', '王 on {$\\mathbb{R}$}')
    """
    if not isinstance(text, str):
        raise no_text("to_latex", text)
    if not _SPECIAL.search(text):
        return text
    table = spelling_table(keep_foreign, has_address(text))

    def spell(match: re.Match[str]) -> str:
        return table[match[0]]

    if "$" not in text and "\\(" not in text and "\\[" not in text:
        return CLUSTER.sub(spell, text)
    pieces, place = list[str](), 0
    for start, end in formulas(text):
        formula = write(text[start:end])
        if formula is not None:
            pieces += [CLUSTER.sub(spell, text[place:start]), formula]
            place = end
    return "".join([*pieces, CLUSTER.sub(spell, text[place:])])


class Table(dict[str, str]):
    """Clusters of `CLUSTER` and how they are written, filled as they are met."""

    def __init__(self, *, keep_foreign: bool, has_address: bool) -> None:
        """Begin with nothing known."""
        super().__init__()
        self.keep_foreign, self.has_address = keep_foreign, has_address

    def __missing__(self, cluster: str) -> str:
        if len(self) >= _MOST_CLUSTERS:
            self.clear()
        written = _spelled(cluster, keep_foreign=self.keep_foreign, has_address=self.has_address)
        if len(cluster) <= _LONGEST_CLUSTER:
            self[cluster] = written
        return written


@cache
def spelling_table(keep_foreign: bool, has_address: bool) -> Table:  # noqa: FBT001  a key of the cache
    """Give the table for one kind of text; see `to_latex`."""
    return Table(keep_foreign=keep_foreign, has_address=has_address)


def _spelled(cluster: str, *, keep_foreign: bool, has_address: bool) -> str:
    if cluster[-1] in _RUNS or cluster[-1] in "-,":
        return _run(cluster, has_address=has_address)
    if has_address and cluster in _JOINED:
        return _JOINED[cluster]
    spelling = _cluster(cluster)
    if spelling or keep_foreign:
        return spelling or cluster
    if len(cluster) > 1:
        return "".join(_spelled(char, keep_foreign=False, has_address=has_address) for char in cluster)
    return cluster if cluster.isascii() else rf"{{\symbol{{{ord(cluster)}}}}}"


def _run(signs: str, *, has_address: bool = False) -> str:
    r"""Write signs that TeX would join so that each is read by itself.

    >>> _run("–-"), _run("---"), _run("'”"), _run("-")
    ('--{}-', '-{}-{}-', "{\\textquotesingle}''", '-')
    """
    ways = _RUNS | _JOINED if has_address else _RUNS
    written = [ways.get(sign, sign) for sign in signs]
    return "".join(one if one.endswith("}") and one != _HYPHEN else f"{one}{{}}" for one in written[:-1]) + written[-1]


def _cluster(cluster: str) -> str | None:
    r"""Write a letter with its marks, or a sign; None where LaTeX has no command for it.

    >>> _cluster("é"), _cluster("ữ"), _cluster("ǿ"), _cluster("王")
    ("{\\'e}", '{\\~{\\uhorn}}', "{\\'{\\o}}", None)
    """
    composed = unicodedata.normalize("NFC", cluster)
    if found := spellings().get(composed):
        return found
    parts = take_apart(composed)
    if parts is None:
        return None
    letter, accents = parts
    if letter in LETTERS:
        latex = rf"{{\{LETTERS[letter]}}}"
    elif letter.isascii() and letter.isalpha():
        latex = letter
    else:
        return None
    for accent in reversed(accents):
        latex = rf"{{\{accent}{' ' if accent.isalpha() and latex[0] != '{' else ''}{latex}}}"
    return latex
