r"""AsciiDoc as Asciidoctor shows it (https://docs.asciidoctor.org/asciidoc/latest/): its links, headings and texts that are set apart."""

import re

from papercat.readers.page.labels import is_leading
from papercat.readers.rendering.items import join_items, part_items
from papercat.text.document import JOINER, Link, Place, unsigned
from papercat.text.lines import blank_out

_SETTING = re.compile(r"^(?::!?[\w-]{1,40}!?:(?:[ \t].*)?|\[[^\[\]\n]{0,200}\]|//(?!/).*|/{4,}|-{4,}|={4,}|\*{4,}|\+)[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^(={1,6})(?=[ \t]+\S)", re.MULTILINE)
# The words of a link can be wrapped; "^" behind them opens a window.
_LINK = re.compile(r"(?P<macro>\blink:)?(?P<address>(?(macro)|https?://)[^\s\[\]<>\"]{1,600})\[(?P<words>[^\[\]]{1,600})\]")
_ITALIC = re.compile(r"(?<![\w_])(_{1,2})(?=[^\s_])([^_\n]{1,300}(?:\n[^_\n]{1,300})?)(?<=[^\s_])\1(?!\w)")
_BOLD = re.compile(r"(?<![\w*\n])(\*)(?=[^\s*])([^*\n]{1,300}(?:\n[^*\n]{1,300})?)(?<=[^\s*])\1(?![\w*])")
_SURE = re.compile(r"\blink:[^\s\[\]]{1,600}\[[^\[\]]|^={1,6}[ \t]+\S|^:[\w-]{2,40}:(?=[ \t]|$)", re.MULTILINE)
_LEAST = 2


def is_asciidoc(text: str) -> bool:
    r"""Tell AsciiDoc by its links and headings.

    >>> is_asciidoc("== 2016\n\nlink:https://arxiv.org/abs/2212.08073[Constitutional AI]. 2022."), is_asciidoc("See https://arxiv.org [1]")
    (True, False)
    """
    if "[" not in text or ("://" not in text and "link:" not in text):
        return False
    return len(_SURE.findall(text)) >= _LEAST and _LINK.search(text) is not None


def show(text: str, *, marked: bool) -> tuple[str, list[Link]]:
    r"""Give AsciiDoc as it is seen, and its links.

    >>> show("== 2022\n\nBai, Y. link:https://arxiv.org/abs/2212.08073[Constitutional AI]. _arXiv_.", marked=False)[0].replace(JOINER, "|")
    '## 2022\n\nBai, Y. ||||||||||||||||||||||||||||||||||||||Constitutional AI|. |arXiv|.'
    """
    links = [Link(link.start("words"), Place(*link.span("address"))) for link in _LINK.finditer(text)]
    text = join_items(blank_out(_SETTING, text))
    text = _HEADING.sub(lambda signs: "#" * len(signs[0]), text)
    text = _LINK.sub(lambda link: _linked(link, marked=marked), text)
    if marked:
        return text, links
    text = part_items(text)
    return _BOLD.sub(_plain, _ITALIC.sub(_plain, text)), links


def _plain(mark: re.Match[str]) -> str:
    return unsigned(mark[1], mark[2])


def _linked(link: re.Match[str], *, marked: bool) -> str:
    words, size = link["words"], len(link[0])
    if marked and link["macro"]:
        return f"[{words}]({link['address']})".rjust(size)
    if not marked and is_leading(words):
        return " " * size
    return f"{words}{JOINER}".rjust(size, JOINER)
