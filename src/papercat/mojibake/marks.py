"""Marks where letters were: U+FFFD, and the surrogates in which Python keeps bytes that it could not read."""

import re
from functools import cache

from papercat.mojibake import lexicon, spelling
from papercat.mojibake.sequences import Gap, Pieces

ESCAPED = re.compile("[\udc80-\udcff]")
_MARK = "\ufffd"
RUN = re.compile("\ufffd+|[^\ufffd]+")
_IN_WORD = re.compile("(?<=[^\\W\\d_])\ufffd+|\ufffd+(?=[^\\W\\d_])")


def found(text: str) -> bool:
    """Tell whether a text has marks in words.

    >>> found("Schottm\ufffdller"), found("\ufffd")
    (True, False)
    """
    return _MARK in text and _IN_WORD.search(text) is not None


def unescape(token: str) -> str:
    r"""Read bytes that stand as surrogates, as UTF-8 or else as cp1252.

    >>> unescape("Mu\udcc3\udcb1oz"), unescape("Mu\udcf1oz")
    ('Muñoz', 'Muñoz')
    """
    data = token.encode("utf-8", "surrogateescape" if ESCAPED.search(token) else "surrogatepass")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return ESCAPED.sub(_as_western, token)


def _as_western(byte: re.Match[str]) -> str:
    code = ord(byte[0]) - 0xDC00
    return bytes((code,)).decode("cp1252", "ignore") or chr(code)


def width(text: str) -> int:
    """Tell how many marks stand for a letter: 2, one for each byte, where no run of them is odd.

    >>> width("Schottm\ufffdller"), width("Schottm\ufffd\ufffdller")
    (1, 2)
    """
    return 1 if any(len(run[0]) % 2 for run in _IN_WORD.finditer(text)) else 2


def pieces(token: str, marks: int = 1) -> Pieces:
    """Make the marks of each letter a gap.

    Args:
        token: A word.
        marks: How many stand for a letter.

    >>> [piece if isinstance(piece, str) else piece.raw for piece in pieces("Schottm\ufffd\ufffdller", 2)]
    ['Schottm', '��', 'ller']
    """
    if not found(token):
        return [token]
    return [piece for run in RUN.findall(token) for piece in (_gaps(run, marks) if run[0] == _MARK else [run])]


def _gaps(run: str, marks: int) -> Pieces:
    return [Gap(run[i : i + marks], letters()) for i in range(0, len(run), marks)]


@cache
def letters() -> tuple[str, ...]:
    """List the letters of the lexicon, small and capital.

    >>> "ü" in letters() and "Š" in letters()
    True
    """
    small = [c for c in lexicon.tables().windows[""][::2] if spelling.is_latin(c)]
    return tuple(dict.fromkeys(small + [c.upper() for c in small if len(c.upper()) == 1]))
