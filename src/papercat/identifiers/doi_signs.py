"""The signs of a DOI's suffix as a text writes them: plain, or encoded for addresses, HTML, LaTeX or JSON."""

import re
from collections.abc import Sequence
from html import unescape

LONGEST = 512  # characters of a suffix; the longest of 1,764 DOIs in real exports has 39. It bounds the time
# ASCII without blanks, quotes, <>, {}, |, \, ^ and `. DOIs have no others in practice: Crossref has allowed only
# letters, digits and -._;()/ since 2008. So prose in another script may be glued to one.
_PLAIN = re.compile(rf"[!#'-;=?-\[\]_a-z~]{{1,{LONGEST}}}")
_CODED = re.compile(
    r"%(?:25)*(?P<hex>[0-9A-Fa-f]{2})"
    r"|(?P<entity>&(?:#[0-9]{2,3}|#[xX][0-9A-Fa-f]{2}|[A-Za-z]{2,8});)"
    r"|\\(?P<escaped>[_&%#/~$-])"
    r"|\{\\(?P<braced>[_&%#$])\}"
    r"|\{?\\text(?P<angle>less|greater)(?:\{\}|\b)\}?"
    r"|\$(?P<math>[<>])\$"
    r"|(?P<dash>[\u2010\u2011\u2013\u2212](?=[0-9A-Za-z(])(?!10\.[0-9]{4}))"  # typeset hyphens
    r"|(?P<open><(?=[0-9A-Za-z.]{0,12}:))"  # of a SICI
    r"|(?P<close>>(?=[0-9]\.[0-9]))"
    r"|(?P<itself>[&$%])"
)

_SIGN = re.compile(r"[!#-;<=>?-\[\]_a-z~]")


def read_signs(text: str, place: int) -> tuple[str, Sequence[int]]:
    """Read the suffix that begins at a place, decoded, with the place in the text of each of its signs and of its end.

    >>> read_signs("1990888%3Fx and", 0)[0], read_signs("978-3-030-02671-4{\\\\_}7}", 0)[0]
    ('1990888?x', '978-3-030-02671-4_7')
    """
    plain = _PLAIN.match(text, place)
    if plain and not _CODED.match(text, plain.end()):
        return plain[0], range(place, plain.end() + 1)
    signs: list[str] = []
    places: list[int] = []
    while len(signs) < LONGEST:
        step = _PLAIN.match(text, place)
        if step:
            signs += step[0]
            places += range(place, step.end())
        else:
            step = _CODED.match(text, place)
            sign = _decoded(step) if step else ""
            if not step or not sign:
                break
            signs.append(sign)
            places.append(place)
        place = step.end()
    return "".join(signs), [*places, place]


def _decoded(match: re.Match[str]) -> str:
    """Give the sign that is written in another way, or nothing if it is none that a DOI has."""
    kind = match.lastgroup
    if kind == "hex":
        sign = chr(int(match["hex"], 16))
    elif kind == "entity":
        sign = unescape(match[0])
    elif kind == "angle":
        sign = "<" if match["angle"] == "less" else ">"
    elif kind == "dash":
        sign = "-"
    else:
        sign = match[kind] if kind else ""
    return sign if _SIGN.fullmatch(sign) else ""
