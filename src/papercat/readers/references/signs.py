"""The signs that begin the entries of a list without counting them: labels, codes, bullets, the names of styles."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

_LABEL = re.compile(r"\[[^\W\d_][\w+&.,’'*: -]{0,40}\]\s+")
# `[J4]`, `(C12)`, `P3.`: of the kinds of papers in a curriculum, which says more before them.
_CODE = re.compile(r"(?:\[[A-Z]{1,3}-?\d{1,3}\]|\([A-Z]{1,3}-?\d{1,3}\)|[A-Z]{1,2}-?\d{1,3}[.:)])\s+(?=\S)")
# What a window headed "Cite" gives: one paper in every style that it knows, each under its name.
_STYLE = re.compile(
    r"(?:MLA|APA|Chicago|Harvard|Vancouver|IEEE|AMA|ACS|ACM|ISO 690|Turabian|NLM|Nature)(?: \d{1,2}(?:th|st|nd|rd)?)?"
    r"(?:\t|:\s|[ ]{2,}|:?\s*\n)\s*"
)
_ITEM = re.compile(r"1[.)][ \t]+(?=\S)")  # Markdown counts by itself (https://spec.commonmark.org/0.31.2/#list-items): each may be 1.
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,60}\]:[ \t]+(?=\S)")  # of Markdown: `[^df-pn]: 長井歩, & 今井浩. (2002). ...`
# Set off by emphasis, of which `markdown.unmarked` leaves word joiners: `* **Ref 1 (Review):** Matthew Gentzkow, ...`.
_SET_OFF = re.compile(
    r"(?:[*+-][ \t]+)?(?P<sign>\u2060{1,3}|\*{1,3}|_{1,2})(?=[^\s*_\u2060])[^\u2060*_\n]{1,40}(?::(?P=sign)|(?P=sign):)[ \t]+(?=\S)"
)
_ROUND = frozenset("•▪●◦‣○■□►➢✓⁃\uf0b7\uf0a7")  # they begin entries and part nothing; the last two are Word's, of its font of symbols
_BULLETS = _ROUND | frozenset("·∙*–—-o")  # Word's second level has an o
_FIRST = re.compile(r"(\S{1,12})\s+(?=\S)")
_SIGNS = _BULLETS | {"\ufffd"}  # a sign that is lost at the head of so many lines was a bullet


class Mark(NamedTuple):
    """The sign that a reference begins with.

    Attributes:
        start: its first character.
        end: the first character of the reference.
    """

    start: int
    end: int


def find_signs(text: str, starts: Sequence[int], least: int, shown: Sequence[str]) -> list[Mark]:
    """Find the signs of a list, none if it has none.

    Args:
        text: the document.
        starts: where its lines begin, blanks aside.
        least: fewer codes or bullets are none of a list.
        shown: the lines as they are to be read, for a bullet can be damaged as any other sign.

    >>> text = "Week 1\\n&bull; Smith J. One. 2001.\\n&bull; Xu F. Two. 2002."
    >>> [text[mark.start : mark.end] for mark in find_signs(text, [0, 7, 34], 2, text.replace("&bull;", "•").split("\\n"))]
    ['&bull; ', '&bull; ']
    """
    for pattern in (_ITEM, _FOOTNOTE, _SET_OFF, _LABEL, _CODE, _STYLE):
        found = [match for start in starts if (match := pattern.match(text, start))]
        if pattern is _CODE and len(found) >= least:
            return _with_glued(text, found, _CODE)
        is_whole = pattern in (_ITEM, _FOOTNOTE, _SET_OFF)
        if pattern is not _CODE and (len(found) >= least if is_whole else len(found) > 1 and found[0].start() == starts[0]):
            return [Mark(*match.span()) for match in found]
    return _bullets(text, starts, least, shown)


def _bullets(text: str, starts: Sequence[int], least: int, shown: Sequence[str]) -> list[Mark]:
    """Find the bullets of a list, all of one sign."""
    heads = [(start, line[:1]) for start, line in zip(starts, shown, strict=True) if line[1:2].isspace() and line[:1] in _SIGNS]
    if len({sign for _, sign in heads}) != 1 or len(heads) < least:
        return []
    found = [match for start, _ in heads if (match := _FIRST.match(text, start))]
    written = Counter(match[1] for match in found).most_common(1)[0][0] if found else ""
    if heads[0][1] in _ROUND:
        return _with_glued(text, found, re.compile(rf"{re.escape(written)}\s+(?=\S)"))
    return [Mark(*match.span()) for match in found]


def _with_glued(text: str, found: Sequence[re.Match[str]], form: re.Pattern[str]) -> list[Mark]:
    """Take also the signs that are glued to the entry before them: no blank is between."""
    begin = found[0].start()
    glued = (match.span() for match in form.finditer(text, begin) if match.start() > begin and not text[match.start() - 1].isspace())
    return [Mark(*span) for span in sorted({*glued, *(match.span() for match in found)})]
