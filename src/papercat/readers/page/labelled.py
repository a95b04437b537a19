"""Labelled values of a page: where a label stands, at the head of a line, glued to what is before it, or in a chain of labels."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from papercat.readers.layout import Row, ends_sentence
from papercat.readers.page.labels import ABSTRACT, CITATIONS, ROLES, is_button, role_of
from papercat.readers.page.names import nameness

_COLON = re.compile(r"(?:\*\*|__)?\s?[:：](?:\*\*|__)?(?!//|\d\d\b)")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_LONGEST = 34  # characters of a label
_WORDS = "|".join(sorted((re.escape(word).replace(r"\ ", r"\s{1,3}") for word in ROLES), key=len, reverse=True))
_ENDS = re.compile(rf"(?<![^\W\d_])({_WORDS})\Z|(?<=[^\W_])(?-i:(?=[A-Z]))({_WORDS})\Z", re.IGNORECASE)
_TABBED = re.compile(rf"({_WORDS})\t\s*(?=\S)", re.IGNORECASE)
_ANY = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(?:[ /&-][^\W\d_]+){0,3}(?=:\s)")
_BOLD = re.compile(r"(?:[-*+•]\s+)?\*\*([A-ZÀ-Þ][^\n*:]{1,30}?)(?::\*\*|\*\*:)(?=\s)")  # as notes mark their labels, behind bullets
_HEAD = re.compile(r"[\s>*_#•·|-]*\Z")
_BARE_ABSTRACT = re.compile(r"(?:Abstract|ABSTRACT|Résumé)[:.]?")
_BARE_AUTHORS, _NAMES = re.compile(r"(?:Authors?|AUTHORS?|Auteurs|Autoren|Autores)"), -0.5  # of `nameness`: no prose
_BARE_SENTENCE, _SENTENCE = re.compile(r"Name Change Policy", re.IGNORECASE), 40  # characters
_PERSON = re.compile(r"\*?([^\n(),:]{5,40}?)\*?\s?(\()[^()\n]{2,120}, [^()\d\n]{2,40}\)[,;]?\s*\Z")
_WIDE_ABSTRACT = re.compile(r"Abstract\s+(?=[A-ZÀ-Þ\"“])")
_OFTEN = 3  # times: then a word before a colon is a label, though no table has it
_PROSE = 70  # characters; "Abstract" above a shorter line is a button
_LONG = 200  # characters; what begins with "Abstract" and is longer is no title
# Labels that no title begins with; others count where they come again.
_SURE = CITATIONS | frozenset(
    (
        "abstract|authors|title|doi|keywords|url|pmid|published in|publication date|anthology id|index terms|journal reference|"
        "cite as|tldr|name change policy|edited by|published|chair|session chair|venue|journal|arxiv id|tl;dr|pages|publisher"
    ).split("|")
)


class Label(NamedTuple):
    """A label in the text: it stands at `start`, its value begins at `end`."""

    start: int
    end: int
    name: str
    role: str


def find_labels(text: str, rows: list[Row]) -> list[Label]:
    """Find the labels of a page.

    >>> from papercat.text.document import Place
    >>> text = "We show it.Anthology ID:P19-1001Volume:FindingsMonth:July"
    >>> [label.name for label in find_labels(text, [Row(Place(0, len(text)), text)])]
    ['Anthology ID', 'Volume', 'Month']
    """
    found = [label for row, after in zip_longest(rows, rows[1:]) for label in _in_row(text, row, after)]
    counts = Counter(label.name.lower() for label in found)
    glued = sum(label.start > 0 and not text[label.start - 1].isspace() for label in found)
    kept = [label for label in found if label.name.lower() in _SURE or counts[label.name.lower()] > 1 or glued > 2]
    bold = {label.name.lower() for label in found if text[label.start : label.start + 2] == "**"}
    often = sum(counts[name] >= _OFTEN for name in bold)
    once = [label for label in found if label.name.lower() in bold and counts[label.name.lower()] < _OFTEN] if often >= _OFTEN else []
    kept = [label for label in kept if label.name.lower() in ROLES or counts[label.name.lower()] >= _OFTEN]
    return sorted({*_workplaces(text, rows), *kept, *once, *_below_others(rows, found, kept)})


def is_labelled(text: str) -> bool:
    """Tell a line that begins with a label that nothing else begins with.

    >>> is_labelled("Abstract: We show it."), is_labelled("Constitutional AI: Harmlessness from AI Feedback")
    (True, False)
    """
    label = text[:_LONGEST].partition(":")
    return bool(label[1]) and " ".join(label[0].lower().split()) in _SURE


def _below_others(rows: Sequence[Row], found: Sequence[Label], kept: Sequence[Label]) -> Iterator[Label]:
    """Find the known labels that stand but once, at the head of a line right below one with a label that counts."""
    counted, labels = {label.start for label in kept}, {label.start: label for label in found if label.name.lower() in ROLES}
    is_labelled = False
    for row in rows:
        start = row.place.start
        goes_on = is_labelled and not row.after_blank and (start in labels or row.wrapped)
        if goes_on and start in labels and start not in counted:
            yield labels[start]
        is_labelled = goes_on or start in counted


def _workplaces(text: str, rows: list[Row]) -> list[Label]:
    """Find where people work, in brackets behind each, where a page gives many of them a line: `Jesse Mu (Anthropic, United States)`."""
    found = [match for row in rows if (match := _PERSON.match(text, *row.place))]
    if sum(nameness(match[1]) > 0 for match in found) <= max(_OFTEN, len(found) // 2):
        return []
    return [Label(match.start(2), match.start(2) + 1, "affiliation", "") for match in found]


def _in_row(text: str, row: Row, after: Row | None) -> Iterator[Label]:
    head = _at_head(text, row, after)
    if head:
        yield head
    last = head.start if head and head.name == "Abstract" else -1
    for colon in _COLON.finditer(text, head.end if head else row.place.start, row.place.end):
        label = _before(text, row, colon, last=last)
        if label:
            last = label.start
            yield label


def _at_head(text: str, row: Row, after: Row | None) -> Label | None:
    """Read a label that begins a row with no colon behind it, or with one that no table has."""
    start, end = row.place
    if found := ABSTRACT.match(text, start, end) or (_WIDE_ABSTRACT.match(text, start, end) if end - start > _LONG else None):
        return Label(start, found.end(), "Abstract", "abstract")
    if _BARE_ABSTRACT.fullmatch(text, start, end) and after and len(after.text) > _PROSE:
        return Label(start, end, "Abstract", "abstract")
    if _BARE_AUTHORS.fullmatch(text, start, end) and after and nameness(after.text) > _NAMES and not is_button(after.text):
        return Label(start, end, "Authors", "authors")
    if (found := _BARE_SENTENCE.fullmatch(text, start, end)) and after and (ends_sentence(after.text) or len(after.text) > _SENTENCE):
        return Label(start, end, found[0], role_of(found[0]))
    if found := _TABBED.match(text, start, end):
        return Label(start, found.end(), found[1], role_of(found[1]))
    if (found := _BOLD.match(text, start, end)) and found[1].lower() not in ROLES:
        return Label(found.start(1) - 2, found.end(), found[1], "")
    found = _ANY.match(text, start, end)
    return Label(start, found.end() + 1, found[0], "") if found and found[0].lower() not in ROLES else None


def _before(text: str, row: Row, colon: re.Match[str], *, last: int) -> Label | None:
    """Read the label that ends at a colon, if one does and may stand there."""
    floor = max(row.place.start - _LONGEST, colon.start() - _LONGEST, last + 1, 0)
    shown = text[floor : colon.start()].translate(_INVISIBLE)
    match = _ENDS.search(shown)
    if not match:
        return None
    name = match[1] or match[2]
    begin = _place_of(text, colon.start(), len(shown) - match.start())
    is_head = bool(_HEAD.fullmatch(text, row.place.start, begin)) if begin >= row.place.start else row.wrapped
    is_glued = begin > row.place.start and text[begin].isupper() and _is_glued(text, begin, last)
    is_chained = last >= 0 and text[begin].isupper() and colon.start() - last < 300
    is_parted = text[begin].isupper() and text[row.place.start : begin].rstrip(" \t\u00a0")[-1:] in tuple("|•·")
    if not (is_head or is_glued or is_chained or is_parted):
        return None
    return Label(begin, colon.end(), " ".join(name.split()), role_of(name))


def _place_of(text: str, end: int, size: int) -> int:
    """Give the place from which so many characters that show stand before an end."""
    begin = end
    while size:
        begin -= 1
        size -= ord(text[begin]) not in _INVISIBLE
    return begin


def _is_glued(text: str, begin: int, last: int) -> bool:
    """Tell a label that follows a word at once; behind a slash it must be an address that ends there."""
    before = text[begin - 1]
    return (not before.isspace() and before not in "(/[-*_") or (before == "/" and last >= 0 and "://" in text[last:begin])
