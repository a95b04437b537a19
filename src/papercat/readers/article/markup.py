"""The text of a paper without the marks that a converter of PDFs set, every character at its place."""

import re
from dataclasses import replace
from itertools import pairwise

from papercat.text.document import JOINER, Document, Source
from papercat.text.lines import blank_out

_SAMPLE = 60_000  # characters; title, abstract and what stands around them are within
_IS_MARKED = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]|<!--|<(?:sup|a|span)\b|\*\*\S|\$\s{0,3}(?:\{\s{0,3}\}\s{0,3})?\^|!\[", re.MULTILINE)
# What shows nothing: comments, pictures (`pymupdf4llm` tells of those it left out), tags of a page's anatomy.
_GONE = re.compile(
    r"<!--(?:[^-<]|-(?!->)|<(?!!--)){0,2000}-->|!\[[^\[\]\n]{0,300}\]\([^()\s]{0,500}\)|\*\*==>[^\n]{0,200}<==\*\*|"
    r"</?(?:a|span|div|br|img|p|center|table|tr|td|body|html)\b[^<>\n]{0,500}>"
)
_LINE_SIGN = re.compile(r"^[ \t]{0,3}(?:#{1,6}|>)[ \t]{1,3}(?:-[ \t]{1,3})?", re.MULTILINE)
_LINK = re.compile(r"(?P<before>\[)(?P<text>[^\[\]\n]{1,300})(?P<after>\]\(<?[^()<>\s]{0,500}>?\))")
_ITALIC = re.compile(r"(?<![\w\\])(?P<before>_)(?P<text>[^\s_](?:[^_\n]{0,300}[^\s_])?)(?P<after>_)(?!\w)")
_SIGN = re.compile(r"\*{2,3}|</?su[bp]>|\\(?=[*_#\[\]()<>|~])")
# A mark of a footnote behind a name, as a tag and as TeX: "Rao<sup>a</sup>", "Lund, $^{1}$", "Zhu ${ }^{1, *}$".
_RAISED = re.compile(
    r"<sup>(?P<tag>[^<>\n]{1,40})</sup>|"
    r"\$\s{0,3}(?:\{\s{0,3}\}\s{0,3})?\^\s{0,3}\{(?P<tex>[^$\n]{1,80})\}\s{0,3}\$"
)
# The number of a line of a manuscript, in Markdown as an item of a list: "## 1 **A Cellular Basis", "- 17 but also in".
_LINE_NUMBER = re.compile(
    r"^[ \t]{0,3}(?:#{1,6}[ \t]|-[ \t])?[ \t]{0,3}(?P<number>\d{1,3})(?:[ \t]{1,8}(?=\S)(?=(?P<next>.))|[ \t]*$)", re.MULTILINE
)
_LEAST_COUNTING = 10
_NOTE = re.compile(r"(?:[\d\s,;*∗†‡§¶#+⁎]|[a-h](?![a-z])|\\(?:ast|dagger|ddagger|mathrm|star)\b|[{}])+")
_RAISE = str.maketrans("0123456789abcdefgh", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰ")


def bare(document: Document) -> Document:
    r"""Give a paper's text as it was before a program wrote Markdown of it; a text without such marks as it is.

    >>> text = "## **Boson Sampling from a Gaussian State**\n<!-- page 1 -->\nA. P. Lund, $^{1}$ and A. Laing<sup>2</sup>"
    >>> [line.strip() for line in bare(Document("a.md", text)).text.split("\n")]
    ['Boson Sampling from a Gaussian State', '', 'A. P. Lund,    ¹   and A. Laing     ²']
    """
    sample = document.text[:_SAMPLE]
    sample = _LINE_NUMBER.sub(lambda number: " " * len(number[0]), sample) if _is_numbered(sample) else sample
    if not _IS_MARKED.search(sample):
        return document if sample == document.text[:_SAMPLE] else _with(document, sample)
    text = _LINE_SIGN.sub(lambda sign: " " * len(sign[0]), blank_out(_GONE, sample))
    for paired in (_LINK, _ITALIC):
        text = paired.sub(_unpaired, text)
    text = _SIGN.sub(_sign, _RAISED.sub(_raised, text))
    return _with(document, text)


def _with(document: Document, sample: str) -> Document:
    return replace(document, text=sample + document.text[_SAMPLE:], source=document.source or Source(document.given))


def _is_numbered(sample: str) -> bool:
    r"""Tell a manuscript whose lines are numbered: the numbers count up, and lines begin in the midst of a sentence, as no list's do.

    >>> _is_numbered("\n".join(f"{number} and behaviour is" for number in range(1, 13)))
    True
    >>> _is_numbered("\n".join(f"{number} Ashish Vaswani. Attention Is All You Need." for number in range(1, 13)))
    False
    """
    found = [(int(mark["number"]), mark["next"] or "") for mark in _LINE_NUMBER.finditer(sample)]
    counting = sum(after[0] == before[0] + 1 for before, after in pairwise(found))
    return counting >= _LEAST_COUNTING and counting > len(found) / 2 and sum(after.islower() for _, after in found) >= len(found) / 4


def _raised(mark: re.Match[str]) -> str:
    """Raise the sign of a footnote; what else is raised stays as it is."""
    words = mark["tag"] or mark["tex"]
    if not _NOTE.fullmatch(words):
        return mark[0]
    signs = re.sub(r"\\[a-z]{3,7}|[{}]", lambda sign: " " * len(sign[0]), words).translate(_RAISE)
    start, end = mark.span("tag" if mark["tag"] else "tex")
    return " " * (start - mark.start()) + signs + " " * (mark.end() - end)


def _unpaired(mark: re.Match[str]) -> str:
    before = _filler(mark, mark.start("before"), mark.end("before"))
    return before + mark["text"] + _filler(mark, mark.start("after"), mark.end("after"))


def _sign(mark: re.Match[str]) -> str:
    return _filler(mark, *mark.span())


def _filler(mark: re.Match[str], start: int, end: int) -> str:
    """Give what stands for a sign: blanks at the edge of a word, nothing that is seen within one and before a full stop."""
    is_edge = mark.string[start - 1 : start].isspace() or start == 0 or mark.string[end : end + 1].isspace() or end == len(mark.string)
    return (" " if is_edge else JOINER) * (end - start)
