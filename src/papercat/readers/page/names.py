"""How much a piece of a page looks like names of people: lists in any order and with any separator, and single names."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from papercat.names.cjk import parse_cjk, unpadded, whole_names
from papercat.names.lexicon import levels
from papercat.names.words import NULLS, OTHERS, PARTICLES, SUFFIXES
from papercat.readers.page.eastern import is_noun

_MARKS = re.compile(r"[*∗†‡§¶#^✉]+|\([^()]{0,60}\)|\(\\?[*∗†‡§¶=][^()]{0,60}\Z|\A[^()]{0,60}\)(?=,)|\\\*|(?<=[^\W\d_])\d(?:[,;]?\d){0,5}\b")
_MARK = re.compile(r"[*∗†‡§¶#^✉()\\\d]")  # what a mark holds
_SEPARATOR = re.compile(
    r"(?=[\s;|·•、，；,・])(?:\s*[;|·•、，；]\s*|(?<=[\u3400-\u9fff々])\s*・\s*(?=[\u3400-\u9fff])|\s*,\s*(?:(?:and|&)\s+)?|\s+(?:and|&|und|et|y|e)\s+|\s+(?:\.\.\.|…)\s+)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’`.\u2010\u2011-])*")
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.?[-\u2010\u2011]?){1,4}")
# A word beside initials with full stops: "Azanov B. K.", "Azanov, B. K.", "B. K. Azanov".
_BESIDE = re.compile(r"\b([A-ZÀ-ÞА-Я][^\W\d_]{1,30}),?\s[A-ZÀ-ÞА-Я]\.|\b[A-ZÀ-ÞА-Я]\.\s?([A-ZÀ-ÞА-Я][^\W\d_]{1,30})\b")
_CJK = re.compile("[\u3400-\u9fff\uf900-\ufaff々]{2,6}|[\u30a0-\u30ff・]{3,14}|[\uac00-\ud7af]{2,4}")
_OPEN_END = re.compile(r"[\s,;]*(?:\bet\.? al\b\.?|…|\.\.\.|\band \d+ (?:others|more)\b|\+\s?\d+ (?:authors?|more))\s*$", re.IGNORECASE)
_ET_AL, _OPEN = re.compile(r"\bet\.? al\b\.?\s*\Z"), 0.4  # at least so much has a family name before it
_OPEN_ENDS = ("al", "al.", "…", "...", "others", "more", "authors", "author")  # how it ends, all of it
# Before names: who wrote it, and on a person's own page with whom.
_LEAD = re.compile(r"(?:[Bb]y|with|(?i:joint|jointly|joint work|together|in collaboration|co-?authored) with)\s+(?=[^\W\d_a-z])")
_LED = 0.3
_LONGEST_NAME = 40  # characters; of the ACL Anthology's 100,000 names 12 are longer
# So many words of a list are looked up, and this share of them must be known; one in a list of so many names.
_FEW, _KNOWN, _MANY = 16, 0.3, 4
_MOST_WORDS = 6  # of one name
_SAMPLE, _TAIL = 200, 100  # characters of a long list's head and tail tell what it is
# Words of prose that no name has, so that the answer is quick for most lines.
PROSE_WORDS = frozenset(
    (
        "a an the of in on for with to from by at as is are we our this that these it its via using towards toward into how what when can "
        "do does be or not under over between through their un une les pour dans sur par au aux est nous ce cette der die das mit für eine "
        "ein im auf quarterly journal bulletin proceedings transactions magazine "
        "based learning model models language data analysis system systems method methods approach study neural networks"
    ).split()
)
# Small words that no title and no list of names ends with.
LEADING = frozenset(
    (
        "a an the of in on for with to from by at as and or via using towards toward into between through their its our "
        "un une le la les de des du et pour dans sur par au aux en der die das dem den des und für mit von zur zum im ein eine "
        "el los las del y para con por"
    ).split()
)
_NAMES_TOO = frozenset("an as at be by can das die do ein his im in is on par so system".split()) & PROSE_WORDS  # Bo An, Sarathi Das

_PARTICLES = PARTICLES - (PROSE_WORDS - {"der", "das", "les"})
_ARTICLES = PARTICLES | {"ul", "ur", "ud", "as", "az"}


@lru_cache(maxsize=16_384)  # a line is weighed when it is cut, and again with its page
def nameness(text: str) -> float:
    """Weigh how much a text looks like one or more names: 1 is as good as sure, below 0 it does not.

    >>> nameness("S Mille, R Carlini, A Burga"), nameness("Le Sun"), nameness("R Boujelbane")
    (1.0, 0.35, 0.7)
    >>> nameness("Atomic Spatial Processes") < 0, nameness("Object Detection, Instance Segmentation") < 0.5
    (True, True)
    >>> nameness("with Mark F. Demers"), nameness("with Applications") < 0
    (1.0, True)
    >>> nameness("Jeong, Soyeong and Park, Jong") > 0.5, nameness("田村光太郎") > 0.5
    (True, True)
    """
    if text[:1] == "(" and text.count("(") == 1 and text.endswith((")", ").")):
        text = text[1:]
    bare, least = _sample(text), -1.0
    if bare.rstrip()[-7:].lower().endswith(_OPEN_ENDS):
        least = _OPEN if _ET_AL.search(bare) else least
        bare = _OPEN_END.sub("", bare)
    if _MARK.search(bare):
        bare = _MARKS.sub(" ", bare)
    bare = bare.strip(" .,;:()")
    lead = _LEAD.match(bare)
    bare = bare[lead.end() :] if lead else bare
    parts = [part for part in _SEPARATOR.split(bare) if part]
    if not parts or len(bare) > _LONGEST_NAME * len(parts):
        return -1.0
    scores = [_part(part, len(parts)) for part in parts]
    score = sum(scores) / len(scores)
    if lead and score > 0:
        score = min(score + _LED, 1.0)
    if least > score > -least:
        return least
    if len(parts) > 1:
        return score - 0.5 * (min(scores) < -0.5 and len(parts) < 8) - 0.6 * (score > 0 and not _are_known(bare, len(parts)))
    return score


def is_listed(name: str, before: str, after: str) -> bool:
    """Tell one of a list of names, which a page sets off from those before and after it: its own author, or one with a link.

    >>> is_listed("Jared Kaplan", "Yuntao Bai,", ", Sam McCandlish"), is_listed("Constitutional AI", "Yuntao Bai,", ", arXiv")
    (True, False)
    """
    is_between = before.endswith((",", ";", " and", " &")) and (after[:1] in (",", ";") or after.startswith(("and ", "& ")))
    return is_between and name.count(" ") < _MOST_WORDS and nameness(name) > 0 and nameness(before) > 0


def _sample(text: str) -> str:
    """Take the head and the tail of a long list, cut at commas, or at semicolons where it has these."""
    if len(text) <= _SAMPLE + _TAIL:
        return text
    sign = ";" if ";" in text[:_SAMPLE] and ";" in text[-_TAIL:] else ","
    head, tail = text.rfind(sign, 0, _SAMPLE) + 1, text.find(sign, len(text) - _TAIL)
    return (text[:head] or text[:_SAMPLE]) + (text[tail + 1 :] if tail >= 0 else text[-_TAIL:])


def _are_known(text: str, size: int) -> bool:
    """Tell whether the lists have enough of the words of some names, initials counted; other letters than Latin they do not know."""
    if not text.isascii():
        return True
    known = levels()
    words = text.replace(",", " ").split()[:_FEW]
    return sum(word.lower() in known or _INITIALS.fullmatch(word) is not None for word in words) > (
        _KNOWN * len(words) if size < _MANY else 0
    )


def known_share(texts: Iterable[str]) -> float:
    """Measure how many of the words of some lists are names: in the lists of names, not of Latin letters, or beside initials.

    >>> known_share(["Evan Hubinger, Meg Tong"]), known_share(["Azanov B. K."]), known_share(["Document, Issue"])
    (0.75, 1.0, 0.0)
    """
    known = levels()
    lists = list(texts)
    words = Counter(chain.from_iterable(map(_WORD.findall, lists)))  # the same names come again and again
    beside = {word for text in lists if "." in text for pair in _BESIDE.findall(text) for word in pair}
    counts = {word: count for word, count in words.items() if not _INITIALS.fullmatch(word)}
    told = sum(count for word, count in counts.items() if word in beside or word.lower() in known or not word.isascii())
    return told / sum(counts.values()) if counts else 0.0


def _part(part: str, size: int) -> float:
    """Weigh one part of so many."""
    if part in NULLS or part.lower() in SUFFIXES or part.casefold() in OTHERS:
        return 0.5
    words = part.split()
    if not part.isascii() and (found := _eastern(part, words)):
        return found
    if len(words) > _MOST_WORDS or (len(words) > 1 and words[0] == "I" and words[1] not in PARTICLES and words[1][0].islower()):
        return -1.0  # "I still have Time(s)"
    initials = whole = 0
    for word in words:
        if word in _PARTICLES and len(words) > 1:
            continue
        if _INITIALS.fullmatch(word) and not (len(word) > 2 and word.lower() in PROSE_WORDS):
            initials += 1
        elif not _WORD.fullmatch(word) or _is_prose(word, words) or (word[0].islower() and word.isascii() and not _is_small(word, words)):
            return -1.0
        else:
            whole += 1
    alone = size == 1
    if initials and whole:
        return 1.0 if not alone else 0.7 if "." in part or _INITIALS.fullmatch(words[0]) else _single(words[0], size)
    if whole == 1 or not whole:
        return _single(part, size)
    return _whole_words(words) if alone else 1.0


def _eastern(part: str, words: list[str]) -> float:
    """Weigh a part in the letters of China, Japan and Korea; 0 where they do not tell."""
    if is_noun("".join(words)):
        return -1.0
    return 0.8 * bool(parse_cjk(part) or _CJK.fullmatch(part) or (len(words) > 1 and whole_names(unpadded(words))))


def _single(word: str, size: int) -> float:
    """Weigh a part of one word: half an inverted name, perhaps."""
    if size == 1:
        return -0.3
    return 0.7 if word.lower() in levels() else 0.4 if size >= _MANY else -0.3


def _is_prose(word: str, words: list[str]) -> bool:
    low = word.lower()
    return low in PROSE_WORDS and (low not in _NAMES_TOO or len(words) == 1)


def _is_small(word: str, words: list[str]) -> bool:
    """Tell a small word of a name, behind one that begins with a capital: Jae sung Park, Hamd ul-Moqeet Riaz."""
    return words[0][0].isupper() and (word in levels() or word.partition("-")[0] in _ARTICLES) and word is not words[0]


def _whole_words(words: list[str]) -> float:
    known = levels()
    if any(word.isupper() and len(word) > 2 for word in words) and not all(map(str.isupper, words)):
        return -0.4
    share = sum(word.lower() in known or not word.isascii() for word in words) / len(words)
    return 0.35 if share == 1 else 0.1 if share >= 0.5 else -0.4
