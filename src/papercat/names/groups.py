"""Organisations that have a comma or "and" in their name."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from papercat.names.lexicon import is_known
from papercat.names.tokens import AND, COMMA, Part
from papercat.names.words import GROUP_WORDS, is_group, is_initials


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
