"""Blanks that a PDF puts within a name."""

import re

from papercat.names.lexicon import givenness
from papercat.names.words import CONJUNCTIONS, PARTICLES

# a PDF that draws an accent by itself leaves a blank behind it: "Andreas Plü ckthun"
_CUT_LETTER = re.compile(
    r"(?<=[^\W\d_A-Za-z]) (?=([a-z]{2,})(?![a-z’']))(?!(?:" + "|".join(map(re.escape, sorted(PARTICLES | CONJUNCTIONS))) + r")\b)"
)
_CUT_WORD = re.compile(rf"(?<![^\W\d_])[^\W\d_]{{1,40}}{_CUT_LETTER.pattern}[a-z]+")
_SPACED_DOT = re.compile(r"(?<=[^\W\d_]) +\.(?=[\s,;]|[^\W\d_]\.|$)")
_SPACED_HYPHEN = re.compile(r"(?<=[^\W\d_])(?: +[-‐‑–] *| *[-‐‑–] +)(?=[^\W\d_])")
# "J. -P. Serre", as IEEE Xplore parts the initials of every such name
_SPACED_TIE = re.compile(r"(?<=(?<![^\W\d_])[^\W\d_]\.) +(?=[-‐‑][^\W\d_])")
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
# "John Smith - Jane Doe", but not "José Tovar - Cortés"
_DASH = re.compile(r"(?<= )([^\W\d_]{2,40}) [-–] (?=([^\W\d_]{2,40})[ .][^\W\d_])")
_GIVEN = 1.0  # bits
_SPACED_APOSTROPHE = re.compile(r"(?<![^\W\d_])([DOLdl]|[Dd][ae]ll|[Aa]ll) ?(['’]) ?(?=[^\W\d_])")
# "T.R.Oke,G.Mills,andJ.A.Voogt", of a PDF whose blanks are lost; the first letters of a name, so that "Tan A.Schulze B." is left
_GLUED_INITIALS = re.compile(r"((?:^|[,;&])\s?(?:and\b\s?)?(?:[^\W\d_a-z]\.[-\u2010]?){1,4})(?=[^\W\d_a-z][^\W\d_A-Z]{2})")
_GLUED_AND = re.compile(r"(?<=[,;])\s?and(?=(?:[^\W\d_a-z]\.){1,4}[^\W\d_a-z])")
_SPACED_DEGREE = re.compile(r"(?<=[,.] )(?:PH|Ph|ph)\.? D\b\.?")


def close_blanks(text: str) -> tuple[str, list[str]]:
    """Close the blanks within names; the notes say what else was changed.

    >>> close_blanks("Andreas Plü ckthun , F. García -Alvarado, Amal D' Souza, J . Sanz")[0]
    "Andreas Plückthun , F. García-Alvarado, Amal D'Souza, J. Sanz"
    >>> close_blanks("T.R.Oke,G.Mills,A.Christen,andJ.A.Voogt")[0]
    'T.R. Oke,G. Mills,A. Christen, and J.A. Voogt'
    >>> close_blanks("John Smith - Jane Doe, José Tovar - Cortés")[0]
    'John Smith; Jane Doe, José Tovar-Cortés'
    >>> close_blanks("J. -P. Serre, A. Borel -F. Bruhat")[0]
    'J.-P. Serre, A. Borel-F. Bruhat'
    """
    notes: list[str] = []
    if not text.isascii():
        notes += (f"joined {match[0]!r}, which a PDF's accent had cut" for match in _CUT_WORD.finditer(text))
        text = _CUT_LETTER.sub("", text)
    if "." in text:
        text = _SPACED_DEGREE.sub(lambda match: match[0].replace(" ", ""), _SPACED_DOT.sub(".", text))
        notes += ("left out a doubled full stop" for _ in _TWO_STOPS.finditer(text))
        text = _TWO_STOPS.sub(".", text)
        text = _GLUED_INITIALS.sub(r"\1 ", _GLUED_AND.sub(" and ", text))
    if "'" in text or "’" in text:
        text = _SPACED_APOSTROPHE.sub(r"\1\2", text)
    if "-" in text or "–" in text or "‐" in text:
        text = _DASH.sub(_read_dash, text)
        notes += (f"read {match[0]!r} as a hyphen" for match in _SPACED_HYPHEN.finditer(text) if "-" not in match[0])
        text = _SPACED_TIE.sub("", _SPACED_HYPHEN.sub("-", text))
    return text, notes


def _read_dash(match: re.Match[str]) -> str:
    parts_names = givenness(match[1]) < -_GIVEN and givenness(match[2]) > _GIVEN
    return f"{match[1]}; " if parts_names else match[0]
