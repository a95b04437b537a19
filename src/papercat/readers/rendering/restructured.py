r"""reStructuredText as Docutils shows it (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html)."""

import re

from papercat.readers.page.labels import is_leading
from papercat.readers.rendering.items import join_items, part_items
from papercat.text.document import JOINER, Link, Place, unsigned
from papercat.text.lines import blank_out

# Targets, directives with their options, comments; a citation keeps its text.
_EXPLICIT = re.compile(
    r"^[ \t]*\.\.[ \t]+(?:_[^\n]{0,300}|\|[^|\n]{1,80}\|.*|[\w:-]{1,40}::.*)(?:\n[ \t]+:[\w-]{1,40}:.*){0,30}$"
    r"|^[ \t]*\.\.[ \t]*$|^[ \t]*\.\.(?=[ \t]+\[)",
    re.MULTILINE,
)
_LINE_BLOCK = re.compile(r"^([ \t]*)\|(?=[ \t]|$)", re.MULTILINE)
_LINK = re.compile(
    r"(?:(?P<left>\[)(?=`[^`]{1,1000}`_{1,2}\]))?(?P<role>:[A-Za-z][\w:+-]{0,30}:)?`(?P<words>[^`<>]{0,400}?)(?P<between>\s?<)(?P<address>[^<>`\s]{1,600})(?P<end>>`_{0,2})(?(left)\])"
)
_UNDERLINE = re.compile(r"^([=~^\"'`#*+:.-])\1{2,}[ \t]*$", re.MULTILINE)
_ROLE = re.compile(r"(:[A-Za-z][\w:+-]{0,30}:)?(?<!`)`(?=[^\s`])([^`]{1,400})`(_{0,2})(?!`)")
_STRONG = re.compile(r"(\*{1,2})(?=\S)([^*\n]{1,400}(?:\n[^*\n]{1,400})?)(?<=\S)\1(?!\*)")
_ANONYMOUS = re.compile(r"^[ \t]*__(?=[ \t]+\S)", re.MULTILINE)
_SURE = re.compile(
    r"`[^`<>]{0,400}<[^<>`\s]{1,600}>`_|^[ \t]*\.\.[ \t]+(?:_[^\n:]{1,80}:|[\w-]{2,40}::)|:[a-z]{1,20}:`[^`\s]", re.MULTILINE
)
_SIGNS = (">`_", ".. ", "..\t", ":`")  # one of them stands in all that makes sure
_LEAST = 2


def is_restructured(text: str) -> bool:
    r"""Tell reStructuredText by its links, roles and directives.

    >>> is_restructured("| :t:`Scenic`. `paper <https://arxiv.org/abs/1809.09310>`_"), is_restructured("`code` and | more")
    (True, False)
    """
    return any(sign in text for sign in _SIGNS) and len(_SURE.findall(text)) >= _LEAST


def show(text: str, *, marked: bool) -> tuple[str, list[Link]]:
    r"""Give reStructuredText as it is seen, and its links.

    >>> show("| :t:`Scenic`.\n| PLDI 2019. `paper <https://arxiv.org/abs/1809.09310>`_", marked=True)[0]
    '  \u2060\u2060\u2060*Scenic*.\n  PLDI 2019. [paper](https://arxiv.org/abs/1809.09310)  '
    """
    links = [Link(link.start("words"), Place(*link.span("address"))) for link in _LINK.finditer(text)]
    text = join_items(blank_out(_UNDERLINE, blank_out(_EXPLICIT, text)))
    text = text if marked else part_items(text)
    text = _LINE_BLOCK.sub(lambda bar: f"{bar[1]} ", text)
    text = blank_out(_ANONYMOUS, text)
    text = _LINK.sub(lambda link: _linked(link, marked=marked), text)
    text = _ROLE.sub(lambda role: _role(role, marked=marked), text)
    return (text if marked else _STRONG.sub(lambda mark: unsigned(mark[1], mark[2]), text)), links


def _linked(link: re.Match[str], *, marked: bool) -> str:
    words, between, address, end = link.group("words", "between", "address", "end")
    left, right = " " * len((link["left"] or "") + (link["role"] or "")), " " * (len(end) - 1 + len(link["left"] or ""))
    if not words:
        return f"{left} {' ' * len(between)}{address} {right}"
    if marked and len(between) > 1:
        return f"{left}[{words}]({address}){right}"
    if not marked and is_leading(words):
        return " " * len(link[0])
    return f"{left} {words}".ljust(len(link[0]), JOINER)


def _role(role: re.Match[str], *, marked: bool) -> str:
    before, after = JOINER * len(role[1] or ""), JOINER * len(role[3])
    sign = "*" if marked and role[1] and "*" not in role[2] else JOINER
    return f"{before}{sign}{role[2]}{sign}{after}"
