"""The evidence that two records are one paper, field by field, in bits."""

import re
from typing import NamedTuple

from rapidfuzz import fuzz

from papercat.models import Paper
from papercat.names import same_people
from papercat.text.fold import fold

# A pair is held to be one paper from SAME_BITS on and shown to a person from MAYBE_BITS on. Among a thousand records a pair
# is a duplicate about once in 2**10 pairs of one block, so 15 bits leave odds of 2**5 = 32 to 1, 8 bits about even.
SAME_BITS = 15.0
MAYBE_BITS = 8.0
CONTRADICTION = -15.0  # one field that speaks so strongly against it forbids the join, whatever the others say
_NO = -100.0  # no other evidence outweighs it
_RENAMED = -10.0
_NUMBER = re.compile(r"\d+|\b(?:i{1,3}|iv|v|vi{0,3})\b")
_NEAR_TITLE = (
    95.0  # rapidfuzz ratio, 0 to 100; twins that differ by a word can reach 97 ("… in vivo", "… in vitro") and are told by the word
)
_SAME_WORD = 70.0  # a word with one wrong letter in four reaches 75; vivo and vitro 67, clonidine and nicotine 59
_NEAR_ABSTRACT = 90.0
_SAME_AUTHORS, _FEW_AUTHORS = 0.6, 0.2  # shares of the shorter author list


class Evidence(NamedTuple):
    """What one field says.

    Attributes:
        field: its name.
        told: what agreed or not, for a person.
        bits: how much more likely that is for one paper than for two, log2; below 0 it speaks against.
    """

    field: str
    told: str
    bits: float


def compare(a: Paper, b: Paper) -> tuple[Evidence, ...]:
    """Weigh every field that both records have; a field that one lacks says nothing.

    >>> one = Paper(title="Discovering Language Model Behaviors", arxiv="2212.09251")
    >>> [evidence.field for evidence in compare(one, Paper(arxiv="2212.09251"))]
    ['arxiv']
    """
    ids = (_ids("arxiv", a.arxiv, b.arxiv), _ids("doi", a.doi, b.doi))
    texts = (_titles(a, b), _authors(a, b), _abstracts(a, b), _years(a, b))
    found = tuple(evidence for evidence in (*ids, *texts) if evidence)
    if a.arxiv and a.arxiv == b.arxiv:
        # papers are renamed between versions: with one id nothing speaks strongly against it, only two things together
        return tuple(evidence._replace(bits=max(evidence.bits, _RENAMED)) for evidence in found)
    return found


def _ids(field: str, a: str | None, b: str | None) -> Evidence | None:
    if not a or not b:
        return None
    if a == b:
        return Evidence(field, f"both {a}", 30.0)
    # one paper has one arXiv id; of DOIs it may have one for the preprint and one for the article
    return Evidence(field, f"{a} and {b}", _NO if field == "arxiv" else -4.0)


def _titles(a: Paper, b: Paper) -> Evidence | None:
    if not a.title or not b.title:
        return None
    one, other = fold(a.title), fold(b.title)
    if _NUMBER.findall(one) != _NUMBER.findall(other):
        return Evidence("title", "other numbers", _NO)
    alike = fuzz.ratio(one, other)
    swapped = _swapped(one.split(), other.split())
    if swapped:
        return Evidence("title", f"{swapped[0]} and {swapped[1]}", -20.0)
    if alike < _NEAR_TITLE:
        return Evidence("title", f"{alike:.0f} % alike", -20.0 if alike < 70 else -8.0)
    # each word of a title is worth about two bits; "Editorial" alone proves little
    bits = min(2.0 * len(one.split()), 14.0) - (100 - alike)
    return Evidence("title", "equal" if one == other else f"{alike:.0f} % alike", bits)


def _swapped(one: list[str], other: list[str]) -> tuple[str, str] | None:
    """Give the one word in which two titles differ, if it is another word and no misspelling: mice and rats."""
    pairs = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    return pairs[0] if len(one) == len(other) and len(pairs) == 1 and fuzz.ratio(*pairs[0]) < _SAME_WORD else None


def _authors(a: Paper, b: Paper) -> Evidence | None:
    if not a.authors or not b.authors:
        return None
    share = same_people(_families(a), _families(b))
    few = min(len(a.authors), len(b.authors))
    if share >= _SAME_AUTHORS:
        return Evidence("authors", f"{share:.0%} of {few} shared", min(4.0 + few, 12.0) * share)
    return Evidence("authors", f"{share:.0%} of {few} shared", _NO if share < _FEW_AUTHORS else -6.0)


def _families(paper: Paper) -> list[str]:
    return [author.family or author.literal or "" for author in paper.authors]


def _abstracts(a: Paper, b: Paper) -> Evidence | None:
    if not a.abstract or not b.abstract:
        return None
    one, other = fold(a.abstract), fold(b.abstract)
    alike = 100.0 if one == other else fuzz.ratio(one, other, score_cutoff=60)
    if alike < _NEAR_ABSTRACT:
        return Evidence("abstract", "different", -6.0)
    # short ones ("No abstract available.") prove little
    bits = min(min(len(one), len(other)) / 8, 20.0)
    return Evidence("abstract", "equal" if one == other else f"{alike:.0f} % alike", bits)


def _years(a: Paper, b: Paper) -> Evidence | None:
    if not a.year or not b.year:
        return None
    apart = abs(a.year - b.year)
    if apart <= 1:
        return Evidence("year", f"{a.year} and {b.year}" if apart else f"both {a.year}", 2.0 if apart == 0 else 0.5)
    # a preprint may wait for years; its inferred year says little
    return Evidence("year", f"{a.year} and {b.year}", -1.0 if "year" in a.inferred + b.inferred else -5.0 * min(apart - 1, 3))
