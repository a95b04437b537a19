"""Which of several spellings of one text is the best: whole, undamaged, with its accents and its capitals."""

import re
from collections.abc import Iterable
from functools import lru_cache

from papercat.mojibake.quiet import is_quiet
from papercat.text.fix import fix, is_plain, is_unsuspicious
from papercat.text.fold import fold

# what no repair can read: a lost letter, a spreadsheet's error, TeX or markup that was left
_LOST = re.compile(
    r"\ufffd|(?<=[^\W\d_])\?(?=[^\W\d_])|#(?:NAME|REF|VALUE|N/A|DIV/0|NUM|NULL)[?!]?|\\[a-z'`^\"~=.]|</?[a-z]{1,6}>", re.IGNORECASE
)
_TRAILING = re.compile(r"[\s.,;:]+$")
_BRACKETS = re.compile(r"^\s*\[.*\][\s.]*(?:\[\w+\][\s.]*)?$")
_LOUD = 0.6  # share of capitals from which a text shouts; of titles in Title Case 0.1 to 0.25 of the letters are
_INNER = re.compile(r"\B[^\W\d_]")  # letters that do not begin a word
_MAX_CACHED = 4096


@lru_cache(maxsize=_MAX_CACHED)
def is_damaged(text: str) -> bool:
    """Tell text that was damaged on its way, whether a repair would read it or not.

    >>> [is_damaged(text) for text in ("Lukoลกiลซtฤ", "M?ller", "Gr&uuml;n", "#NAME?", "Lukošiūtė", "Really?")]
    [True, True, True, True, False, False]
    """
    if _LOST.search(text):
        return True
    return not (is_plain(text) or (is_unsuspicious(text) and is_quiet(text))) and fix(text) != text


def best_form(texts: Iterable[str]) -> str:
    """Choose among spellings that say the same: undamaged, with accents and capitals, without what stands around them.

    The choice is the same in any order, and that of a choice and a third is that of all three.

    >>> best_form(["SLEEPER AGENTS.", "Sleeper agents", "Sleeper Agents"])
    'Sleeper Agents'
    >>> best_form(["Lukosiute", "Lukošiūtė", "Lukoลกiลซtฤ", "LUKOŠIŪTĖ"])
    'Lukošiūtė'
    """
    texts = set(texts)
    return texts.pop() if len(texts) == 1 else min(texts, key=_rank)


def fullest(texts: Iterable[str]) -> str:
    """Choose the undamaged text that says most, and its best form.

    >>> fullest(["As AI systems become more…", "As AI systems become more capable", "AS AI SYSTEMS BECOME MORE CAPABLE"])
    'As AI systems become more capable'
    """
    texts = set(texts)
    if len(texts) == 1:
        return texts.pop()
    return min(texts, key=lambda text: (is_damaged(text), -len(fold(text).replace(" ", "")), _rank(text)))


def says_the_same(one: str, other: str) -> bool:
    """Tell whether two texts differ in case, accents, blanks and signs alone.

    >>> says_the_same("Müller-Lyer", "muller lyer"), says_the_same("vivo", "vitro"), says_the_same("模型", "智能")
    (True, False, False)
    """
    return bare(one) == bare(other)


def bare(text: str) -> str:
    """Give what two spellings of one text have in common."""
    return fold(text).replace(" ", "") or text.casefold()


@lru_cache(maxsize=_MAX_CACHED)
def _rank(text: str) -> tuple[object, ...]:
    """Give what the spellings of one text are ordered by, the best first."""
    letters = [char for char in text if char.isalpha()]
    capitals = sum(map(str.isupper, letters))
    is_cased = any(char.lower() != char.upper() for char in letters)
    return (
        is_damaged(text),
        _BRACKETS.match(text) is not None,
        is_cased and not 0 < capitals <= _LOUD * len(letters),
        -sum(not char.isascii() for char in letters),
        -sum(letter.isupper() for letter in _INNER.findall(text)),  # BERT before Bert, LLMs before Llms
        _TRAILING.search(text) is not None,
        -capitals,  # titles as they are printed
        len(text),
        text,
    )
