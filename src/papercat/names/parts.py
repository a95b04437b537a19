"""Cut a list of names into parts: what stands between two separators, without the marks that printers add."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from papercat.names.blanks import close_blanks
from papercat.names.cjk import is_cjk, unpadded, whole_names
from papercat.names.glued import unglued
from papercat.names.groups import joined_groups, set_off_groups
from papercat.names.lexicon import givenness
from papercat.names.tokens import AND, BRACED, COMMA, DEGREE, HARD, MARK, NOTE, WORD, Part, Token, tokens
from papercat.names.words import (
    CONJUNCTIONS,
    PARTICLES,
    ROLES,
    SINGLE_LETTER_PARTICLES,
    TITLES,
    is_block,
    is_credential,
    is_initials,
    is_suffix,
    is_title,
)

_LEAD = re.compile(
    r"\s*(?:(?:(?:written|edited|compiled|translated|prepared)\s+)?by\s*:?|authors?(?:\(s\))?\s*:"
    r"|(?:(?:joint|jointly|joint\s+work|together|in\s+collaboration)\s+)?with)\s+",
    re.IGNORECASE,
)
_FOREIGN_LEAD = re.compile(r"\s*(?:von|par|door|por|di)\s+(?=([^\s,]+)\s+[^\s,])", re.IGNORECASE)
_MEMBER = re.compile(r" ?,? ?(?:(?:senior|student|life|associate) )?(?:member|fellow) ?,? ?([A-Z]{3,5})\b", re.IGNORECASE)


_ORCID = frozenset({"ID", "iD", "ORCID"})  # its icon, copied as text
_GLUED_AND = frozenset(letter + "and" for letter in "abcdefgh")  # the mark of an affiliation: "Gary Morgan aand Naomi Cocks"
_SHORT_AND = frozenset({"e", "i", "y", "и", "та", "і"})
_CAPITAL_SUFFIXES = frozenset({"JR", "SR"})  # initials as well
_SPOKEN = frozenset({"dr", "prof", "professor", "mr", "mrs", "ms", "dipl-ing"})


class Parts(NamedTuple):
    """A list cut into its parts.

    Attributes:
        parts: in order.
        dropped: marks, affiliations, degrees and titles that were left out.
        notes: what was repaired, in words.
    """

    parts: tuple[Part, ...]
    dropped: tuple[str, ...]
    notes: tuple[str, ...] = ()


@lru_cache(maxsize=64)  # lists tell their order together, then each is read; a list can have thousands of names, so few are kept
def split_parts(text: str) -> Parts:
    """Cut a list at its separators.

    >>> parts, dropped, _ = split_parts("Jouni K Seppaen 3 , Sisko Anttila 2 ,4 and Sakari Knuutila *, 1")
    >>> [" ".join(part.words) for part in parts], dropped
    (['Jouni K Seppaen', 'Sisko Anttila', 'Sakari Knuutila'], ('3', '2', '4', '*', '1'))
    """
    dropped: list[str] = []
    text, lead = _without_lead(text)
    dropped += lead
    if "ember" in text or "ellow" in text:
        dropped += (match[0].strip(" ,") for match in _MEMBER.finditer(text))
        text = _MEMBER.sub(";", text)
    text, notes = close_blanks(set_off_groups(text))
    found, cut = unglued(list(tokens(text)))
    notes += cut
    judged = list(_judge(found))
    dropped += [token.text for token in judged if token.kind in (MARK, DEGREE, NOTE)]
    parts = tuple(_without_repeated(joined_groups(_parts(judged)), dropped))
    return Parts(parts, tuple(dropped), tuple(notes))


def _without_repeated(parts: Iterable[Part], dropped: list[str]) -> Iterator[Part]:
    """Leave out what stands behind every name: `Xinhua Li, SPE, Robert Lee, SPE`, `David Hong, M. D.`."""
    parts = list(parts)
    single = Counter(
        part.words[0] for part in parts if len(part.words) == 1 and _is_capitals(part.words[0]) and not is_suffix(part.words[0])
    )
    after = COMMA
    last: Part | None = None
    for part in parts:
        repeated = len(part.words) == 1 and single[part.words[0]] > 1
        degree = 1 < len(part.words) < 4 and all(map(is_initials, part.words)) and is_credential("".join(part.words))
        if last and part.before == COMMA and (repeated or degree) and _is_whole_name(last.words):
            dropped.append(" ".join(part.words))
            after = HARD
            continue
        last = part if after == COMMA or part.before != COMMA else part._replace(before=HARD)
        after = COMMA
        yield last


def _is_capitals(word: str) -> bool:
    return word.isupper() and word.isalpha() and 1 < len(word) < 6


def _is_whole_name(words: Sequence[str]) -> bool:
    return len(words) > 1 and not is_initials(words[-1]) and (is_initials(words[0]) or givenness(words[0]) > 1)


def _without_lead(text: str) -> tuple[str, list[str]]:
    match = _LEAD.match(text)
    if match and match[0].strip() == "BY" and not text[match.end() :].partition(" ")[0].isupper():
        return text, []  # the initials of "BY Poon"
    if not match:
        match = _FOREIGN_LEAD.match(text)
        # "von Neumann, John" is a name, "Von ANTON LANG" says by whom
        shouted = match and match[1].isupper() and match[0].strip() in ("Von", "Par", "By")
        if not match or not (shouted or is_initials(match[1]) or givenness(match[1]) > 0):
            return text, []
    return text[match.end() :], [match[0].strip()]


def _judge(tokens: Sequence[Token]) -> Iterator[Token]:
    """Say which words are none: conjunctions, titles, degrees, letters that stand for an affiliation."""
    ends = [*tokens[1:], Token(HARD, "")][: len(tokens)]
    cased = any(char.isupper() for token in tokens for char in token.text[:1])
    shouted = [(token.text, after.kind) for token, after in zip(tokens, ends, strict=True) if token.text.isupper()]
    degrees = {text for text, after in shouted if after != WORD and is_credential(text, beside=True)}
    last, run, behind = HARD, 0, 0  # the kind before; words of this part so far, and of the one before the comma
    for place, (token, following) in enumerate(zip(tokens, ends, strict=True)):
        kind, text = token
        if kind == WORD and cased and run and text in _GLUED_AND and following.text[:1].isupper():
            yield Token(MARK, text[0])
            kind, text = WORD, text[1:]
        if kind == WORD and text in _SHORT_AND and run and _joins(tokens, place, run, behind):
            kind = AND
        if kind == WORD:
            size = run or (behind if last == COMMA else 0)
            is_mark = cased and len(text) == 1 and text.islower() and _is_mark(text, last, following, size)
            if text in degrees and last == COMMA and behind > 1 and _begins_name(tokens[place + 1 : place + 3]):
                kind = DEGREE
            else:
                kind = MARK if is_mark else _kind_of_word(text, last, following, size, is_begun=run > 0)
        if kind == WORD:
            run += 1
        elif kind != NOTE:
            run, behind = 0, run
        last = last if kind in (COMMA, HARD) and last in (MARK, DEGREE) else kind
        yield Token(kind, text)


def _begins_name(after: Sequence[Token]) -> bool:
    """Tell the name behind a degree, where the comma was lost: `Koji Ogata, MD Kenji Kubota, MD`; but `H He, JD Choi, MD`."""
    return len(after) > 1 and all(token.kind == WORD for token in after)


def _joins(tokens: Sequence[Token], place: int, run: int, behind: int) -> bool:
    """Tell `Juan Pérez y María García` from `José Ortega y Gasset`."""
    after = tokens[place + 1 : place + 3]
    if run < 2 or len(after) < 2 or any(token.kind != WORD for token in after):
        return False
    return tokens[place].text in "иіта" or givenness(after[0].text) > (1 if behind else 2) or is_initials(after[0].text)


def _kind_of_word(text: str, last: str, following: Token, size: int, *, is_begun: bool) -> str:
    low = text.lower()
    before_word = following.kind == WORD
    if (
        low in CONJUNCTIONS
        and following.text != "zu"
        and _is_conjunction(text, low, before_word=before_word, is_begun=is_begun or last == COMMA)
    ):
        return AND
    if before_word and low.rstrip(".") in _SPOKEN and is_title(text, following.text):
        return MARK
    if not any(char.isalpha() or not char.isprintable() for char in text) or (text in _ORCID and size > 1 and not before_word):
        return NOTE
    if size > 1 and last == COMMA and not before_word and (low in TITLES or low in ("esq", "esq.")):
        return DEGREE
    if low in ROLES or (low == "by" and before_word and not is_begun and not _are_initials(text, following)):
        return MARK
    if last == DEGREE and (is_credential(text, beside=True) or (not before_word and _looks_like_degree(text))):
        return DEGREE
    if size > 1 and is_credential(text, beside=(last == COMMA and not _are_initials(text, following)) or is_credential(following.text)):
        return DEGREE
    return WORD


def _are_initials(text: str, following: Token) -> bool:
    """Tell two or three capitals before a family name from a degree: "H He, JD Choi"."""
    name = following.text
    plain = text.isupper() and text.isalpha() and len(text) < 4
    return plain and following.kind == WORD and name[:1].isupper() and not name.isupper() and not is_credential(name, beside=True)


def _is_mark(letter: str, last: str, following: Token, size: int) -> bool:
    # a letter of an affiliation; e, i and y also join the two family names of a person
    return letter not in "eiy" or last != WORD or (size > 0 and following.kind != WORD)


def _looks_like_degree(text: str) -> bool:
    # ScM, MStat, CMFC, MRCGP: capitals within a short word, behind a degree that is known
    return 2 < len(text) < 7 and text.isalpha() and sum(map(str.isupper, text)) > 1


def _is_conjunction(text: str, low: str, *, before_word: bool, is_begun: bool) -> bool:
    if low in ("and", "&", "und", "+"):
        return True
    # E and Y are initials, and e, i, y stand within Portuguese, Catalan and Spanish names
    return before_word and is_begun and len(low) > 1 and (text.islower() or low == "et")


def _parts(tokens: Iterable[Token]) -> Iterator[Part]:
    words: list[str] = []
    before, sign = HARD, ""
    for kind, text in tokens:
        if kind == WORD:
            words.append(text)
            continue
        if kind == NOTE or (kind == BRACED and not text[1:-1].split()):  # of "{}" nothing is left
            continue
        if words:
            yield from _at_suffixes(words, before, sign)
            words, before, sign = [], COMMA, ""
        if kind == BRACED:
            yield Part(tuple(text[1:-1].split()), HARD, whole=True)
            before = COMMA
        elif kind != COMMA:
            before, sign = (AND, text) if kind == AND else (HARD, text if kind == MARK else "")
    if words:
        yield from _at_suffixes(words, before, sign)


def _turned(words: Sequence[str]) -> Sequence[str]:
    """Put the particles of `Berg M van den` before the family name."""
    end = len(words)
    while end > 2 and words[end - 1].islower() and words[end - 1] in PARTICLES - SINGLE_LETTER_PARTICLES:
        end -= 1
    if end == len(words) or not (is_initials(words[end - 1]) or is_block(words[end - 1])) or is_initials(words[0]):
        return words
    return [*words[end:], *words[:end]]


def _at_suffixes(words: Sequence[str], before: str, sign: str) -> Iterator[Part]:
    """Cut behind a suffix that other words follow: `WRIGHT, JR. WALTER F. O. MARASAS`."""
    start = 0
    words = _turned(words)
    if is_cjk(words[0]) and whole_names(whole := unpadded(words)):
        words = whole
        yield from (Part((word,), HARD if place else before, sign="" if place else sign) for place, word in enumerate(words))
        return
    if len(words) == 2 and words[0] in _CAPITAL_SUFFIXES and words[1].istitle():  # "GJ Thorn, JR King"
        yield Part(tuple(words), before, sign=sign)
        return
    for place, word in enumerate(words[:-1]):
        if is_suffix(word) and (place - start > 1 or (place == start == 0 and before == COMMA)) and not is_suffix(words[place + 1]):
            yield Part(tuple(words[start : place + 1]), HARD if start else before, sign="" if start else sign)
            start = place + 1
    yield Part(tuple(words[start:]), HARD if start else before, sign="" if start else sign)
