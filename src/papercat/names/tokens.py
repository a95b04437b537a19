"""What a list of names is made of: words, separators, brackets, marks and addresses."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from papercat.names.words import GROUP_WORDS

COMMA, AND, HARD, WORD, MARK, DEGREE, NOTE, BRACED = "comma", "and", "hard", "word", "mark", "degree", "note", "braced"
_KIND = {"label": MARK, "space": NOTE, "bracket": NOTE, "address": NOTE, "other": NOTE}

# Raised and lowered letters and digits, which Python counts as letters (Smith¹, Doeᵃ).
_RAISED = "¹²³⁰-⁹₀-₉ᵃ-ᶻⁿⁱºʰʲʳʷʸˡˢˣ"
_LETTER = rf"[^\W\d_{_RAISED}]"
# Accents, points and vowel signs, which it does not: whole blocks of South and South-East Asia, digits and stops aside.
_SIGN = (
    r"[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0"
    r"\u07eb-\u07f3\u0816-\u082d\u0859-\u085b\u08ca-\u0963\u0971-\u0dff\u0e00-\u0e4e\u0e81-\u0ece\u0f00\u0f18-\u0f39\u0f3e-\u109f"
    r"\u135d-\u135f\u1700-\u17d3\u17dd\u180b-\u180d\u18a9\u1920-\u193b\u1a17-\u1a7f\u1ab0-\u1b44\u1b80-\u1bf3\u1c24-\u1c37\u1cd0-\u1cff"
    r"\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\u3099\u309a\ua66f-\ua67d\ua802-\ua827\ua880-\ua8f1\ua926-\ua953\ua980-\ua9c0\uaa29-\uaa4d"
    r"\uaab0-\uaaef\uabe3-\uabed\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f]"
)
_GROUP = "(?i:" + "|".join(sorted(word for word in GROUP_WORDS if word.isalpha())) + r")\b"
_BEFORE_GROUP = rf"[\d/]{{0,3}}\s{{1,3}}{_GROUP}"
_SMALL, _CAPITAL, _ID = "[a-zß-öø-ÿ]", "[A-ZÀ-Þ]", r"\d{4}-\d{4}-\d{4}-\d{3}[\dXx]"
# A word keeps its dots, hyphens and apostrophes, and a digit that a letter follows (OCR), or that is part of an organisation's name
# (COVID-19, NA62 Collaboration); behind a small letter and before a capital a digit is a mark (Devlin1Ming-Wei).
# TeX's spaces (`M. Finger,\, Jr.`, `J.\ P.`) part nothing.
# Only the pieces that need it ignore the case: with the flag for all the pattern takes three times as long to compile.
_TOKEN = re.compile(
    rf"""
      (?P<braced>\{{[^{{}}]*\}})
    | (?P<space>(?<=[.,])\\[,;:!\ ])
    | (?P<bracket>\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])
    | (?P<address>(?i:https?://[^\s,;]+|www\.[^\s,;]+
        |(?:\bview\ )?\borcid\ profile(?-i:(?![a-z]))|\borcid(?:\.org/\S{{0,40}}|\ ?id\b)?:?\s*(?:{_ID})?)
        |[\w.+-]{{1,64}}@[\w.-]{{1,255}}|{_ID})
    | (?P<label>\b[^\W\d_]{{4,}}:(?!\S)|(?i:\be-?mails?:
        |\be-mails?\b|\bet\.?\s{{1,3}}al\b\.?|\b(?:corresponding|presenting)\s{{1,3}}authors?\b))
    | (?P<hard>[;；؛|•·—\n\r\v\f\u2028\u2029]+|(?<=\s)/(?=\s)|(?<=[\u3400-\u9fff])[・·](?=[\u3400-\u9fff])
        |(?<={_SMALL})/(?={_CAPITAL}))
    | (?P<comma>[,，、،﹐])
    | (?P<mark>[*†‡§¶\#∥‖⁎∗✉☆★♦◊{_RAISED}°ʈ$=<>(){{}}\[\]\\^_]+
        |\d+(?!{_LETTER}|{_BEFORE_GROUP})|(?<!{_LETTER})\d+(?=[A-Z][a-z])|(?<={_SMALL})\d+(?={_CAPITAL}(?:{_SMALL}|\.))|\d+(?=(?i:and|und|et)\b))
    | (?P<word>(?:{_LETTER}|{_SIGN}|\d(?={_BEFORE_GROUP}|{_SMALL})|(?<!{_SMALL})\d(?={_LETTER})|(?<=[A-Z]-)\d{{1,2}}\b|(?<=[A-Z])ª
        |/(?![A-ZÀ-Þ][a-z])|[.'’‘`´ʼ"~&+:!?…\u00ad\u2010-\u2013-])+)
    | (?P<other>\S)
    """,
    re.VERBOSE,
)


class Part(NamedTuple):
    """Words that no separator parts.

    Attributes:
        words: one or more.
        before: what stands before it: COMMA can part a family name from a given one, AND and HARD only two names.
        whole: it stood in braces and is one name.
        sign: the word between the two names, "and", "&", "und", or the mark behind the first; or nothing.
    """

    words: tuple[str, ...]
    before: str
    whole: bool = False
    sign: str = ""


class Token(NamedTuple):
    """A piece of a list.

    Attributes:
        kind: WORD, COMMA, AND, HARD, BRACED, MARK or DEGREE (left out, part two names) or NOTE (left out, parts nothing).
        text: the piece.
    """

    kind: str
    text: str


def tokens(text: str) -> Iterator[Token]:
    """Cut a text into its pieces; blanks alone are left out.

    >>> [token.text for token in tokens("Ada Lovelace*, (London) Devlin1Ming-Wei")]
    ['Ada', 'Lovelace', '*', ',', '(London)', 'Devlin', '1', 'Ming-Wei']
    """
    for match in _TOKEN.finditer(text):
        kind, piece = _kind(match), match[0]
        bare = piece.strip(":!?/+") if kind == WORD and piece != "+" else piece
        if not bare or bare == piece:
            yield Token(kind, piece)
            continue
        place = piece.index(bare)
        ends = (Token(NOTE, piece[:place]), Token(WORD, bare), Token(NOTE, piece[place + len(bare) :]))
        yield from (token for token in ends if token.text)


def _kind(match: re.Match[str]) -> str:
    kind = match.lastgroup or NOTE
    if kind == "other":
        # a control character holds the place of a name, which the model then refuses; a mark of direction means nothing
        category = unicodedata.category(match[0])
        return WORD if category.startswith("C") and category != "Cf" else NOTE
    return _KIND.get(kind, kind)
