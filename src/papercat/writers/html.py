"""A reference list in HTML, in any CSL style."""

from collections.abc import Iterator, Sequence
from html import escape

from papercat.models import Paper
from papercat.writers import styled
from papercat.writers.styled import losses

__all__ = ["chunks", "losses"]

_NOTATION = styled.Notation(
    signs={"&": "&amp;", "<": "&lt;", ">": "&gt;"},
    marks={
        "Italic": ("<i>", "</i>"),
        "Oblique": ("<i>", "</i>"),
        "Bold": ("<b>", "</b>"),
        "Underline": ("<u>", "</u>"),
        "Superscript": ("<sup>", "</sup>"),
        "Subscript": ("<sub>", "</sub>"),
        "SmallCaps": ('<span style="font-variant:small-caps">', "</span>"),
    },
    item=lambda key, text: f'<li id="{escape(key)}">{text}</li>\n',
    begin='<ul class="references">\n',
    end="</ul>\n",
)


def chunks(
    papers: Sequence[Paper], *, keys: Sequence[str] | None = None, style: str = styled.STYLE, locale: str = "en-US"
) -> Iterator[str]:
    """Write a list, an item for each paper with its citation key as id; `styled.listing` says what it raises."""
    return styled.listing(_NOTATION, papers, keys, style, locale)
