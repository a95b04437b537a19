"""One plain form of a text for keys and comparison.

The only place that imports unidecode, which is under the GPL: a program that must not carry it replaces `_letter` alone.
"""

import re
from functools import lru_cache

_BEYOND_ASCII = re.compile(r"([^\x00-\x7f]+)")
# Where a text is long and its letters beyond ASCII are few, it pays to leave the rest alone: titles 4.0 x as fast as with
# unidecode, without this 3.0 x (tests/bench/text.py).
_LONG = 40
_DENSE = 1.2  # bytes of UTF-8 for a character
# small letters and digits; everything else is a blank
_KEY = "".join(chr(code).lower() if chr(code).isalnum() else " " for code in range(128)).encode().ljust(256)


# Characters and what they are in ASCII, filled as they are met; a single letter stands as its number, which is quicker, and
# a plain dict translates a third faster than one with __missing__.
_LETTERS: dict[int, int | str] = {code: code for code in range(128)}


def to_ascii(text: str) -> str:
    """Write a text in ASCII letters.

    >>> to_ascii("Kamilė Lukošiūtė")
    'Kamile Lukosiute'
    """
    if text.isascii():
        return text
    if len(text) < _LONG or len(text.encode("utf-8", "surrogatepass")) > _DENSE * len(text):
        return _translated(text)
    parts = _BEYOND_ASCII.split(text)
    parts[1::2] = map(_run, parts[1::2])
    return "".join(parts)


def _translated(text: str) -> str:
    written = text.translate(_LETTERS)
    if written.isascii():
        return written
    for char in set(written):
        if ord(char) not in _LETTERS:
            letter = _letter(char)
            _LETTERS[ord(char)] = ord(letter) if len(letter) == 1 else letter
    return text.translate(_LETTERS)


_run = lru_cache(maxsize=4096)(_translated)  # few letters between ASCII, again and again the same


def _letter(char: str) -> str:
    from unidecode import unidecode  # noqa: PLC0415  a table of 0.2 MB, needed for few texts

    # a lone surrogate is no letter; unidecode would warn
    return "" if "\ud800" <= char <= "\udfff" else unidecode(char, errors="ignore")


def fold_once(text: str) -> str:
    """Fold as `fold` does, and keep no memory of it: for texts that are met once.

    >>> fold_once("Lukošiūtė, K.")
    'lukosiute k'
    """
    # bytes, for they are translated twice as fast as letters
    folded = (text if text.isascii() else to_ascii(text)).encode("ascii", "ignore").translate(_KEY).decode().strip()
    return " ".join(folded.split()) if "  " in folded else folded


fold_last = lru_cache(maxsize=8)(fold_once)  # for what several ask of one record after another


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Fold case, accents and punctuation, leaving words of letters and digits with one blank between.

    >>> fold("Discovering Language Model Behaviors, with “Model-Written” Évaluations")
    'discovering language model behaviors with model written evaluations'
    """
    return fold_once(text)
