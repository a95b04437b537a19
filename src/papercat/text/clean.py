"""From a raw slice of a document to the text of a field: every repair of `fix`, TeX, and one line."""

import re
from collections.abc import Collection, Iterable

from papercat.latex import fix_tex
from papercat.text.fix import REPAIRS, Repair, Step, Verdicts, is_plain, is_plain_line, is_unsuspicious, settle

# the letter before is asked behind the hyphen: a search for one character is ten times as fast as one for what stands before it
_CUT_WORD = re.compile(r"-(?<=[^\W\d_]-)[ \t]*(?:\r\n|[\r\n\v\f\u2028\u2029])\s*(?=[^\W\d_])")
_WORD_BEFORE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\Z")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_LONGEST_WORD = 64  # characters on each side of a hyphen that are looked at
_LINE_ENDS = frozenset("\n\r\v\f\u2028\u2029")
_BLANKS = frozenset(" \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u1680\u2028\u2029\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))
# CJK text has no blanks, so a line break in it is nothing
_CJK = re.compile("[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]")
_CJK_BREAK = re.compile("(?<=[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef])\\s*[\r\n]+\\s*(?=[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef])")


def clean(raw: str, words: Collection[str] = (), verdicts: Verdicts | None = None) -> tuple[str, list[Step]]:
    r"""Make one line of clean text: what `fix` does, then hyphenation, TeX accents and blanks.

    Args:
        raw: A piece of a document.
        words: Words of the same document: they decide whether a hyphen at a line's end belongs to the word.
        verdicts: What was decided for all of the document, by the names of repairs.

    Returns:
        The text, and what was done, told.

    >>> clean("Ga&scaron;i&#263;, Milica")[0]
    'Gašić, Milica'
    >>> clean("recurrent neural pre-\ndictions of state-of-\nthe-art\u00a0models")[0]
    'recurrent neural predictions of state-of-the-art models'
    """
    is_healthy = raw.isascii() or (verdicts and not verdicts["bytes"])
    is_line = raw.isprintable()
    line = raw if is_line else raw.replace("\n", " ").replace("\r", " ").replace("\t", " ")
    if (is_line or line.isprintable()) and ((verdicts is None and is_plain(raw)) or (is_healthy and is_unsuspicious(raw))):
        if line is raw:
            return (" ".join(raw.split()) if "  " in raw else raw.strip()), []
        if not (_CUT_WORD.search(raw) or (not raw.isascii() and _CJK.search(raw) and _CJK_BREAK.search(raw))):
            return " ".join(line.split()), []
    fixed = settle(raw, FIELD_REPAIRS, {**(verdicts or {}), "hyphens": (words,)})
    return fixed.text, [step for applied in fixed.plan for step in applied.steps]


def plain_line(raw: str) -> str | None:
    """Clean one line that has nothing to repair, in a healthy document as by itself; None for any other.

    >>> plain_line(" Pérez-Ortiz,  Juan"), plain_line("Ga&scaron;i&#263;"), plain_line("Tong,\\nMeg")
    ('Pérez-Ortiz, Juan', None, None)
    """
    if not (is_plain_line(raw) or (raw.isprintable() and is_unsuspicious(raw))):
        return None
    return " ".join(raw.split()) if "  " in raw else raw.strip()


def plain_text(raw: str) -> str | None:
    """Clean a text of one line or several that has nothing to repair, in any document; None for any other.

    >>> plain_text(" Constitutional AI:\\n  Harmlessness"), plain_text("state-of-\\nthe-art"), plain_text("R&D")
    ('Constitutional AI: Harmlessness', None, None)
    """
    if not raw.isascii():
        return None
    if "\n" not in raw and "\r" not in raw and "\t" not in raw:
        return (" ".join(raw.split()) if "  " in raw else raw.strip()) if is_plain_line(raw) else None
    line = raw.replace("\n", " ").replace("\r", " ").replace("\t", " ")
    if not is_plain_line(line) or _CUT_WORD.search(raw):
        return None
    line = line.strip()
    return " ".join(line.split()) if "  " in line else line


def fix_hyphens(text: str, words: Collection[str] = ()) -> str:
    r"""Join words that were cut at the end of a line.

    The hyphen stays where the word is known with it, or where it cannot be a cut: before a capital, in a chain.

    >>> fix_hyphens("question answer-\ning in Hindi-\nEnglish state-of-\nthe-art")
    'question answering in Hindi-English state-of-the-art'
    """
    return _CUT_WORD.sub(lambda m: _hyphen(m, words), text)


def fix_blanks(text: str) -> str:
    r"""Make every run of blanks and line breaks one space.

    >>> fix_blanks(" Sharma,\u00a0Mrinank \r\n")
    'Sharma, Mrinank'
    """
    return " ".join(text.split())


def one_line(text: str) -> str:
    r"""Make one line of ASCII text as `fix_blanks` does; where nothing but single line feeds has to go, in a quarter of the time.

    >>> one_line("  Large language\nmodels\n"), one_line("Large \nlanguage\r\n\x1emodels")
    ('Large language models', 'Large language models')
    """
    line = text.strip().replace("\n", " ")
    return line if "  " not in line and line.isprintable() else fix_blanks(text)


def fix_line_breaks(text: str) -> str:
    r"""Take out line breaks within Chinese and Japanese text.

    >>> fix_line_breaks("大型语言\n模型")
    '大型语言模型'
    """
    return _CJK_BREAK.sub("", text)


def _hyphen(cut: re.Match[str], words: Collection[str]) -> str:
    """Say what stands between the two halves of a word: a hyphen or nothing."""
    text = cut.string
    before = _WORD_BEFORE.search(text[max(0, cut.start() - _LONGEST_WORD) : cut.start()])
    after = _WORD_AFTER.match(text, cut.end(), cut.end() + _LONGEST_WORD)
    left, right = (match[0] if match else "" for match in (before, after))
    whole, hyphened = left + right, f"{left}-{right}"
    if whole in words or whole.lower() in words:
        return ""
    return "-" if hyphened in words or "-" in left or not right[0].islower() or len(left) == 1 else ""


def _tell_hyphens(row: Repair, before: str, after: str, words: Collection[str]) -> Iterable[Step]:
    del after, words
    cuts = list(_CUT_WORD.finditer(before))
    if cuts:
        many = "1 word" if len(cuts) == 1 else f"{len(cuts)} words"
        shown = before[max(0, cuts[0].start() - 12) : cuts[0].end() + 8]
        yield Step(row.code, f"joined {many} that a line's end had cut, the first in {shown!r}", before)


# What makes one line of a text, behind the repairs that leave its lines; TeX comes last, for it is damaged as other text is.
FIELD_REPAIRS = (
    *REPAIRS,
    Repair("hyphens", "words-joined", "", _LINE_ENDS, fix_hyphens, tell=_tell_hyphens),
    Repair("line-breaks", "", "", _LINE_ENDS, fix_line_breaks),
    Repair("blanks", "", "", _BLANKS, fix_blanks),
    Repair("tex", "tex-decoded", "TeX read as text", frozenset("\\"), fix_tex),
)
