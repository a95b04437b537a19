"""Telling a line that is a list of names from prose."""

import re
from functools import lru_cache

from papercat.names.pairs import split_commas
from papercat.names.words import NULLS, OTHERS, SUFFIXES

# Words that prose and titles have and names do not (function words of the languages that abstracts come in).
_FUNCTION_WORDS = frozenset(
    (
        "a an and the of in on for with to from by at as is are we our this that these it its via using towards toward "
        "into how what when can do does be or not under over between through their un une et les des pour dans sur par "
        "au aux une est nous ce cette und der die das mit für eine ein zur im auf"
    ).split()
)
# "de", "la", "e", "y", "du", "van" stand in names as well and speak for neither.
_NAME_WORD = re.compile(r"[^\W\d_][\w'’`.\u2010\u2011-]*", re.UNICODE)
_PROSE = re.compile(r"[.!?]\s+[^\W\d_]{2,}\s+[^\W\d_]+\s|[:?!;=<>{}$%@/]|\d")
_MAX_MEAN_PART = 30  # characters between commas; of the ACL Anthology's lists the one with the longest names has 24.5
_SAMPLE = 80  # characters of a long list's head, and as many of its middle, tell what it is
_MAX_PARTS_PER_WORD = 5  # "Ramírez, César Ferri de la Cruz": more words than this between commas are not a name


def likeness(text: str) -> float:
    """Weigh how much a line looks like `Family, Given, …` rather than like prose: above 0 it does, 1 is as good as sure.

    >>> round(likeness("Sharma, Mrinank, Tong, Meg, O'Hara, Clare"), 1)
    1.0
    >>> likeness("We first build a dataset, GlobalOpinionQA, comprised of questions and answers.") < 0
    True
    >>> likeness("Specific versus General Principles for Constitutional AI") < 0
    True
    """
    commas = text.count(",")
    if not commas or len(text) > _MAX_MEAN_PART * (commas + 1):
        return -1.0
    parts = [part for part in split_commas(_sample(text)) if part]
    if len(parts) < 2:
        return -1.0
    scores = [_part_likeness(part) for part in parts]
    # a long list may hold an odd part, a short one none; the commonest failure of prose is one long part
    return sum(scores) / len(scores) - 0.5 * (min(scores) < -0.5 and len(parts) < 8)


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = text.find(",", len(text) // 2) + 1
    pieces = (text[:_SAMPLE], text[middle : middle + _SAMPLE])
    return ",".join(piece[: piece.rfind(",") if "," in piece else None] for piece in pieces)


def _is_plain(words: list[str]) -> bool:
    # the quick answer for most names: few capitalized words, none of them one of prose
    return len(words) < 5 and all(
        word[0].isupper() and (word.isalpha() or word.rstrip(".").isalpha()) and word.lower() not in _FUNCTION_WORDS for word in words
    )


@lru_cache(maxsize=16_384)  # names come again and again
def _part_likeness(part: str) -> float:
    if not part:
        return 0.0
    if part in NULLS or part.lower() in SUFFIXES or part.casefold() in OTHERS:
        return 1.0
    words = part.split()
    if _is_plain(words):
        return 1.0
    if len(words) > _MAX_PARTS_PER_WORD or _PROSE.search(part):
        return -1.0
    plain = [word.casefold() for word in words]
    if any(word in _FUNCTION_WORDS for word in plain[:-1]) or (len(plain) > 1 and plain[-1] in _FUNCTION_WORDS):
        return -1.0
    good = sum(1 for word in words if _NAME_WORD.fullmatch(word) and not word[0].islower())
    if good == 0 and len(words) > 1:
        return -0.8
    # "learning" alone is not a name, but "bell hooks" and "danah" are: a lower-case part is weak evidence against
    return good / len(words) if good else -0.4
