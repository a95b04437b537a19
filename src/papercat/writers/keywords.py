"""Keywords as one text."""

from collections.abc import Sequence


def keyword_text(words: Sequence[str], separator: str = ", ") -> str:
    """Write keywords with commas between them, or with semicolons where one has a comma, as those of MeSH do.

    A semicolon behind a lone keyword with a comma says that it is one: who reads the text parts it at commas only where there is none.

    >>> keyword_text(("alignment", "safety")), keyword_text(("Cell Line, Tumor", "Mice", "Mice, Inbred BALB C"))
    ('alignment, safety', 'Cell Line, Tumor; Mice; Mice, Inbred BALB C')
    >>> keyword_text(("Cell Line, Tumor",))
    'Cell Line, Tumor;'
    """
    if not any("," in word for word in words):
        return separator.join(words)
    return "; ".join(words) + ";" * (len(words) == 1)
