"""A reference list in Markdown, in any CSL style."""

from collections.abc import Iterator, Sequence

from papercat.models import Paper
from papercat.writers import styled
from papercat.writers.styled import losses

__all__ = ["chunks", "losses"]

_NOTATION = styled.Notation(
    # https://spec.commonmark.org/0.31.2/#backslash-escapes, of those what can mean something within a paragraph
    signs={sign: f"\\{sign}" for sign in "\\`*_[]<>#|~$&"},
    marks={
        "Italic": ("*", "*"),
        "Oblique": ("*", "*"),
        "Bold": ("**", "**"),
        "Superscript": ("<sup>", "</sup>"),
        "Subscript": ("<sub>", "</sub>"),
    },
    item=lambda _, text: f"- {text}\n",
)


def chunks(
    papers: Sequence[Paper], *, keys: Sequence[str] | None = None, style: str = styled.STYLE, locale: str = "en-US"
) -> Iterator[str]:
    """Write a list, an item for each paper; `styled.listing` says what it raises."""
    return styled.listing(_NOTATION, papers, keys, style, locale)
