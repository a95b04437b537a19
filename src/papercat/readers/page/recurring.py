"""Lines that come again below each record of a page: buttons and fields of study, where a lost break glued one to its neighbour."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from papercat.readers.layout import Row
from papercat.readers.page.labels import is_button
from papercat.readers.page.venues import venueness
from papercat.text.document import Document, Place

# The fields of study of Semantic Scholar.
_FIELDS = frozenset(
    (
        "agricultural and food sciences|art|biology|business|chemistry|computer science|economics|education|engineering|"
        "environmental science|geography|geology|history|law|linguistics|materials science|mathematics|medicine|"
        "philosophy|physics|political science|psychology|sociology"
    ).split("|")
)
_LONGEST = 40  # characters of a button
_COUNT = re.compile(r"[\d,.]+k?")
_MOST_HEADS = 6  # buttons that one row begins with
_BRACKETED = re.compile(r"(?<=[^\s\[(])(?=\[(?:PDF|HTML|BOOK|CITATION|DOC|B|C)\](?:\[|\s))")
_CLOSED = re.compile(r"[a-zA-Z]\](?=[A-ZÀ-Þ])")
_DIGIT = re.compile(r"\d")  # counts differ from record to record
_OFTEN, _MOST = 2, 200  # times; different lines, each of which is looked for at the head and end of every row


def is_subjects(text: str) -> bool:
    """Tell the fields of study that a site puts a paper in.

    >>> is_subjects("Computer Science, Linguistics"), is_subjects("Computer Science and Linguistics")
    (True, False)
    """
    return all(part.strip().lower() in _FIELDS for part in text.split(",")) if len(text) < 4 * _LONGEST else False


def cut_recurring(document: Document, rows: Sequence[Row]) -> list[Row]:
    r"""Cut rows where what comes again and again is glued to what is before or behind it.

    >>> from papercat.readers.layout import lay_out
    >>> page = Document("a", "Sleeper Agents\nSave\nAlert\nConstitutional AI\nSave\nAlert\nSave\nAlertDebate as Alignment")
    >>> [row.text for row in cut_recurring(page, lay_out(page).rows)][6:]
    ['Save', 'Alert', 'Debate as Alignment']
    """
    texts = [row.text for row in rows]
    counts = dict(Counter(text for text in texts if len(text) < 4 * _LONGEST and not _DIGIT.search(text)).most_common(_MOST))
    subjects = {text for text, count in counts.items() if count >= _OFTEN and is_subjects(text)}
    often = {text for text in counts if len(text) <= _LONGEST and is_button(text)}
    steps = {(_kind(one), two) for one, two in pairwise(texts) if two in often}
    heads = _any_of(often | subjects, r"(?=[^\s,;:.])")
    tails = _any_of(often, r"\Z", r"(?<=[\d.)\]…])"), _any_of(subjects, r"\Z", r"(?<=[^\W\d_A-Z])")
    out: list[Row] = []
    for row in rows:
        for part in _cut(document, row, _bracketed(document.text, row)):
            for one in _cut(document, part, _tail(document.text, part, tails)):
                out += _without_heads(document, one, heads, (out[-1].text if out else "", steps, often, subjects))
    return out


def _bracketed(text: str, row: Row) -> list[int]:
    """Give the places before a mark in brackets, and behind buttons in brackets that a word is glued to: `[pdf] [bibtex]Sleeper Agents`."""
    behind = [match.end() for match in _CLOSED.finditer(text, *row.place) if is_button(text[row.place.start : match.end()])]
    return sorted({*(match.start() for match in _BRACKETED.finditer(text, *row.place)), *behind[-1:]})


_Known = tuple[str, set[tuple[str, str]], set[str], set[str]]


def _without_heads(document: Document, row: Row, heads: re.Pattern[str] | None, known: _Known) -> Iterator[Row]:
    """Cut what comes again off the head of a row, as long as it stands where it usually does."""
    before, steps, often, subjects = known
    for _ in range(_MOST_HEADS):
        match = heads.match(document.text, *row.place) if heads else None
        if not match:
            break
        head, rest = match[0], document.text[match.end() : row.place.end].strip()
        is_usual = (_kind(before), head) in steps or rest in often or (head in subjects and venueness(rest) > 0)
        if not is_usual or (rest[:1].islower() and rest not in often):
            break
        first, row = _cut(document, row, [match.end()])
        yield first
        before = head
    yield row


def _tail(text: str, row: Row, tails: Sequence[re.Pattern[str] | None]) -> list[int]:
    found = (tail.search(text, *row.place) for tail in tails if tail)
    return [match.start() for match in found if match and match.start() > row.place.start][:1]


def _cut(document: Document, row: Row, places: Sequence[int]) -> list[Row]:
    if not places:
        return [row]
    edges = [row.place.start, *places, row.place.end]
    out: list[Row] = []
    for begin, end in pairwise(edges):
        part = replace(row, place=Place(begin, end), text=document.show(begin, end))
        out.append(replace(part, number=None, glued=True, wrapped=False, after_blank=False) if out else part)
    return out


def _kind(text: str) -> str:
    """Name what stands before a button: a count as any other, another button by its words."""
    return "0" if _COUNT.fullmatch(text) else text


def _any_of(texts: set[str], after: str, before: str = "") -> re.Pattern[str] | None:
    longest = sorted(texts, key=len, reverse=True)
    return re.compile(f"{before}(?:{'|'.join(map(re.escape, longest))}){after}") if texts else None
