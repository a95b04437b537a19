"""Organisations that have a comma, "and" or a number in their name, and those that somebody writes for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from papercat.names.lexicon import is_known
from papercat.names.tokens import AND, COMMA, Part
from papercat.names.words import CONJUNCTIONS, GROUP_WORDS, is_group, is_initials

_SEGMENT = re.compile(r"(?:[^,;；{}\[\]()\n]|\([^(){}]*\))+")
# "M. Floris for the ALICE Collaboration": physicists speak for an experiment, physicians for the group of their study.
_SPEAKS_FOR = re.compile(r"(?:\b(?:and )?on behalf of|\bfor the|\brepresenting the)\s", re.IGNORECASE)
_MAY_HAVE = re.compile(rf"\d|{_SPEAKS_FOR.pattern}", re.IGNORECASE)
# A number of the name, and no mark of an affiliation: 1000 Genomes, GBD 2019, 7-Year, UK10K, 23andMe, COVID-19.
_OWN_NUMBER = re.compile(r"\d{3,4}|\d+-[A-Z]\w+|[A-Z]+\d+[A-Z]+|\d+[a-z]+[A-Z]\w*|[A-Z]+-?\d+")
_MARKS = " 0123456789*†‡§¶"


def set_off_groups(text: str) -> str:
    """Put braces around an organisation with a number of its own, and one that the name before it speaks for.

    >>> set_off_groups("Adam Auton, 1000 Genomes Project Consortium"), set_off_groups("A. Khorana 1, ATLAS Collaboration 2")
    ('Adam Auton, {1000 Genomes Project Consortium}', 'A. Khorana 1, ATLAS Collaboration 2')
    >>> set_off_groups("M. Floris for the ALICE Collaboration")
    'M. Floris ;{for the ALICE Collaboration}'
    """
    return _SEGMENT.sub(_set_off, text) if _MAY_HAVE.search(text) and is_group(re.split(r"\W+", text)) else text


def _set_off(segment: re.Match[str]) -> str:
    whole = segment[0].rstrip(_MARKS)
    speaks = _SPEAKS_FOR.search(whole)
    if speaks and "(" not in whole[: speaks.start()].rpartition(")")[2] and is_group(whole[speaks.end() :].split()):
        start = speaks.start()
    elif is_group(whole.split()[-2:]):
        start = _own_start(whole)
    else:
        start = len(whole)
    if start == len(whole) or whole.lstrip().startswith("("):
        return segment[0]
    before = segment[0][:start]
    return f"{before}{';' * bool(before.strip())}{{{whole[start:]}}}{segment[0][len(whole) :]}"


def _own_start(whole: str) -> int:
    """Find where an organisation with numbers of its own begins: behind the last "and" before them; at the end, if it has none."""
    numbered = list(re.finditer(r"\S*\d\S*", whole))
    if not numbered or not all(_OWN_NUMBER.fullmatch(word[0]) for word in numbered):
        return len(whole)
    before = [word for word in re.finditer(r"\S+", whole[: numbered[0].start()]) if word[0] in CONJUNCTIONS]
    start = before[-1].end() if before else 0
    return start + len(whole[start:]) - len(whole[start:].lstrip())


def joined_groups(parts: Iterable[Part]) -> Iterator[Part]:
    """Join an organisation that has "and" in its name.

    >>> fao = [Part(("Food",), "hard"), Part(("Agriculture", "Organization"), AND, sign="and"), Part(("Ada", "Lovelace"), COMMA)]
    >>> [" ".join(part.words) for part in joined_groups(fao)]
    ['Food and Agriculture Organization', 'Ada Lovelace']
    """
    last: Part | None = None
    for part in _series(list(parts)):
        if last and part.before == AND and _is_one_group(last, part.words):
            last = last._replace(words=(*last.words, part.sign, *part.words))
            continue
        if last:
            yield last
        last = part
    if last:
        yield last


def _series(parts: Sequence[Part]) -> Iterator[Part]:
    """Join `National Academies of Sciences, Engineering, and Medicine`."""
    place = 0
    while place < len(parts):
        part = parts[place]
        end = place + 1
        while _is_head(part.words) and end < len(parts) and parts[end].before == COMMA and _is_thing(parts[end].words):
            end += 1
        if end > place + 1 and end < len(parts) and parts[end].before == AND and _is_thing(parts[end].words):
            words = [*part.words]
            for other in parts[place + 1 : end]:
                words[-1] += ","
                words += other.words
            part = part._replace(words=tuple(words))
        else:
            end = place + 1
        yield part
        place = end


def _is_thing(words: Sequence[str]) -> bool:
    return len(words) == 1 and not is_initials(words[0]) and not is_known(words[0])


def _is_head(words: Sequence[str]) -> bool:
    low = [word.lower() for word in words]
    return any(a in GROUP_WORDS and b in ("of", "for") for a, b in pairwise(low))


def _is_one_group(part: Part, other: Sequence[str]) -> bool:
    one = part.words
    if _is_head(one) or _is_whole_group(one):
        return (
            is_group(other) and len(other) == 1
            if _is_whole_group(one)
            else len(other) == 1 or is_group(other) or not any(map(is_known, other))
        )
    # "Doe, A., & The ATLAS Collaboration" are two
    return len(one) == 1 and part.before != COMMA and not is_initials(one[0]) and is_group(other) and len(other) > 1 and other[0] != "The"


def _is_whole_group(words: Sequence[str]) -> bool:
    return len(words) > 1 and is_group(words) and not _is_head(words)
