r"""Org as Emacs exports it (https://orgmode.org/worg/org-syntax.html): settings and drawers are blanks, headlines are headings."""

import re

from papercat.readers.rendering.items import join_items, part_items
from papercat.text.document import JOINER, Link, Place, unsigned
from papercat.text.lines import blank_out

_SETTING = re.compile(
    r"^[ \t]*\#\+BEGIN_(?P<block>EXPORT|HTML|LATEX|COMMENT)\b(?:.*\n){1,60}?[ \t]*\#\+END_(?P=block)\b.*$"
    r"|^[ \t]*:PROPERTIES:[ \t]*\n(?:[ \t]*:.*\n){0,60}?[ \t]*:END:[ \t]*$"
    r"|^[ \t]*(?:\#\+\w+(?:\[[^\]\n]{0,80}\])?(?::.*|_.*)?|\#[ \t].*|\#)$",
    re.MULTILINE | re.IGNORECASE,
)
_HARD = re.compile(r"\\\\[ \t]*$", re.MULTILINE)
_HEADLINE = re.compile(r"^(\*{1,6})(?=[ \t]+\S)", re.MULTILINE)
_LINK = re.compile(r"\[\[([^\[\]\s]{1,600})\](?:\[([^\[\]]{1,600})\])?\]")
_ITALIC = re.compile(r"(?<![\w/:*])(/)(?=\S)([^/\n]{1,300}(?:\n[^/\n]{1,300})?)(?<=\S)(/)(?![\w/])")
_BOLD = re.compile(
    r"(?<![\w*\n])(\*)(?=\S)([^*\n]{1,300}(?:\n[^*\n]{1,300})?)(?<=\S)(\*)(?![\w*])|^(\*)(?=[^\s*])([^*\n]{1,300})(?<=\S)(\*)(?![\w*])",
    re.MULTILINE,
)
_SURE = re.compile(
    r"^[ \t]*\#\+(?:TITLE|AUTHOR|OPTIONS|BEGIN_\w+|STARTUP|DATE|EMAIL|LANGUAGE|HTML\w*|SETUPFILE|EXPORT\w*)\b|\[\[[^\[\]\s]{1,600}\]\[",
    re.MULTILINE | re.IGNORECASE,
)
_LEAST = 2


def is_org(text: str) -> bool:
    r"""Tell Org by its settings and links.

    >>> is_org("#+TITLE: Publications\n* 2024\n- [[https://arxiv.org/abs/2401.05566][Sleeper Agents]]\n"), is_org("* Sleeper Agents\n")
    (True, False)
    """
    return ("#+" in text or "[[" in text) and len(_SURE.findall(text)) >= _LEAST


def show(text: str, *, marked: bool) -> tuple[str, list[Link]]:
    r"""Give Org as it is seen, and its links.

    >>> show("* 2024\n/NeurIPS/ \\\\\n*Sleeper Agents*", marked=True)[0]
    '# 2024\n_NeurIPS_ \\\\\n*Sleeper Agents*'
    """
    links = [Link(link.start(2), Place(*link.span(1))) for link in _LINK.finditer(text) if link[2]]
    text = join_items(blank_out(_SETTING, text))
    text = _HEADLINE.sub(lambda stars: "#" * len(stars[0]), text)
    if not marked:
        text = part_items(text)
        text = blank_out(_HARD, text)
        text = _BOLD.sub(lambda bold: unsigned("*", bold[2] or bold[5]), text)
    text = _ITALIC.sub(lambda sign: f"_{sign[2]}_" if marked else unsigned("/", sign[2]), text)
    return _LINK.sub(lambda link: _linked(link, marked=marked), text), links


def _linked(link: re.Match[str], *, marked: bool) -> str:
    if not link[2]:
        return f"  {link[1]}  "
    return link[0] if marked else f"{JOINER * (len(link[1]) + 4)}{link[2]}{JOINER * 2}"
