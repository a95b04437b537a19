"""One plain form of a text for keys and comparison.

The only place that imports unidecode, which is under the GPL: a program that must not carry it replaces `to_ascii` alone.
"""

import re
from functools import lru_cache

_NOT_KEY = re.compile(r"[^a-z0-9]+")


def to_ascii(text: str) -> str:
    """Write a text in ASCII letters.

    >>> to_ascii("Kamilė Lukošiūtė")
    'Kamile Lukosiute'
    """
    if text.isascii():
        return text
    from unidecode import unidecode  # noqa: PLC0415  a table of 0.2 MB, needed for few texts

    # a lone surrogate is no letter; unidecode would warn
    return unidecode(text.encode("utf-8", "ignore").decode("utf-8"), errors="ignore")


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Fold case, accents and punctuation, leaving words of letters and digits with one blank between.

    >>> fold("Discovering Language Model Behaviors, with “Model-Written” Évaluations")
    'discovering language model behaviors with model written evaluations'
    """
    return _NOT_KEY.sub(" ", to_ascii(text).lower()).strip()
