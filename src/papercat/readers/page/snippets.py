"""Pieces of the abstract that a page of results shows below each paper: `… that shows where the words were found …`, or a `TLDR`.

They are no abstract and no paper. Where they begin and end is told by their dots, and, for those without any, by what stands above
them: a line of names with where and when it appeared, as the snippets with dots have it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from papercat.readers.layout import Row, ends_sentence
from papercat.readers.page.labelled import Label, is_labelled
from papercat.readers.page.labels import is_button
from papercat.readers.page.names import nameness
from papercat.text.document import Document, Place

SNIPPET, TLDR = "snippet", "TLDR"
_DOTS = re.compile(r"\s*(?:…|\.\.\.)\s*(?=[^\W_]|[(\"“«‘'])")
_ENDS = re.compile(r"(?:…|\.\.\.)\s*\Z")
_GLUED = re.compile(r"(?<=\b(?:19|20)\d\d)(?=(?:…|\.\.\.)\s[^\W_])")  # behind a year, where a break was lost
_SHORT_OF = re.compile(r"TL;?DR\s*:?\s*(?=[A-ZÀ-Þ\"“]|\Z)")  # Semantic Scholar
_MORE = re.compile(r"(?<=[.!?…])\s*\(?(?:Expand|Collapse|[Ss]how (?:[Mm]ore|[Ll]ess)|[Rr]ead [Mm]ore|[Mm]ore|[Ll]ess)\)?\s*\Z")
_OPENS = re.compile(r"(?:\[[A-Z]{3,8}\]|\d{1,4}[.)]\s|\[\d{1,4}\]|[-*•]\s)")
_BYLINE = re.compile(r"\s[-–—·|]\s|\s?…")
# Google Scholar's line of names, venue, year and host, and what it has below its snippet.
_SERVED = re.compile(r"\s[-–—]\s[^\n]{0,200}?(?:\b(?:19|20)\d\d|(?:[\w-]{1,40}\.){1,4}[a-z]{2,8})\s*\Z")
_FOOT = re.compile(r"(?:[☆\s]|Save\s|Cite\s){0,9}(?:Cited by \d|Related articles|All \d{1,5} versions)")
_MOST_ROWS = 12  # of one snippet; Google's are two lines, wrapped narrow four or five
_FEW = 2  # snippets with dots make a page of results
_LEAST = 40  # characters: a snippet without dots in front is as long as a line
_LONG = 100  # characters of prose that ends with dots; titles that a site cuts are shorter
_NAMES = 0.3  # of `nameness`


def mark_snippets(document: Document, rows: Sequence[Row], bylines: frozenset[int] = frozenset()) -> tuple[list[Row], list[Label]]:
    """Give the rows with those of a snippet as lines that go on, and a label where each snippet begins; `bylines` are the starts of none.

    >>> from papercat.readers.layout import lay_out
    >>> lines = "Sleeper Agents", "E Hubinger, C Denison… - arXiv preprint, 2024", "… we train models that", "write secure code …", "Cite"
    >>> page = Document("a", "\\n".join(lines * 2))
    >>> rows, labels = mark_snippets(page, lay_out(page).rows)
    >>> [row.wrapped for row in rows][:5], [label.name for label in labels]
    ([False, False, False, True, False], ['snippet', 'snippet'])
    """
    out = list(_cut(document, rows))
    begun = sum(_DOTS.match(row.text) is not None for row in out)
    ended = sum(_is_ended(row) for row in out)
    labels: list[Label] = []
    at = 0
    while at < len(out):
        label, end = _snippet(out, at, begun, ended)
        if label and not any(row.place.start in bylines for row in out[at:end]):
            labels.append(label)
            for number in range(at + 1, end):
                out[number].wrapped, out[number].after_blank = True, False
            if end < len(out):
                out[end].wrapped = False
        at = max(end, at + 1)
    return out, labels


def _cut(document: Document, rows: Sequence[Row]) -> Iterator[Row]:
    """Cut rows before dots that follow a word at once, and before a button behind a sentence."""
    for row in rows:
        glued = _GLUED.search(document.text, *row.place)
        more = _MORE.search(document.text, *row.place)
        edges = [row.place.start, *(match.start() for match in (glued, more) if match), row.place.end]
        if len(edges) == 2:
            yield row
            continue
        for number, (start, end) in enumerate(pairwise(edges)):
            place = Place(start, end)
            part = replace(row, place=place, text=document.show(*place))
            yield replace(part, number=None, glued=True, wrapped=False, after_blank=False) if number else part


def _snippet(rows: Sequence[Row], at: int, begun: int, ended: int) -> tuple[Label | None, int]:
    """Find the snippet that begins with a row, and where it ends."""
    row = rows[at]
    place = row.place
    if found := _SHORT_OF.match(row.text):
        whole = found.end() == len(row.text)
        end = _end(rows, at + 1 if whole else at)
        if whole and end == at + 1:
            return None, at + 1
        return Label(place.start, place.end if whole else place.start + found.end(), TLDR, ""), end
    if begun >= _FEW and (_DOTS.match(row.text) or _follows_byline(rows, at)):
        return Label(place.start, place.start, SNIPPET, SNIPPET), _end(rows, at)
    if end := _below_result(rows, at):
        return Label(place.start, place.start, SNIPPET, SNIPPET), end
    if ended >= _FEW and (end := _ends_with_dots(rows, at)):
        return Label(place.start, place.start, SNIPPET, SNIPPET), end
    return None, at + 1


def _end(rows: Sequence[Row], at: int) -> int:
    """Find where a snippet ends that begins with a row: behind its dots, before a button, else behind its first sentence."""
    stop = at
    while stop < min(len(rows), at + _MOST_ROWS) and (stop == at or _may_go_on(rows[stop])):
        stop += 1
    for ends in (_ENDS.search, ends_sentence):
        for number in range(at, stop):
            if ends(rows[number].text):
                return number + 1
    return min(stop, at + 1)


def _may_go_on(row: Row) -> bool:
    begins = _OPENS.match(row.text) or _DOTS.match(row.text) or is_button(row.text) or is_labelled(row.text)
    return not (row.after_blank or row.number or begins)


def _is_ended(row: Row) -> bool:
    return len(row.text) >= _LEAST and _ENDS.search(row.text) is not None and not _is_byline(row)


def _ends_with_dots(rows: Sequence[Row], at: int) -> int:
    """Find the end of prose that dots cut, between the title and the names of a record or below them; 0 where there is none."""
    if not at or rows[at].wrapped or not _may_go_on(rows[at]) or is_button(rows[at - 1].text):
        return 0
    end = at + 1
    while end < min(len(rows), at + _MOST_ROWS) and rows[end].wrapped and not _ENDS.search(rows[end - 1].text):
        end += 1
    size = sum(len(row.text) for row in rows[at:end])
    return end if _is_ended(rows[end - 1]) and size >= _LONG and nameness(rows[at].text) <= 0 else 0


def _follows_byline(rows: Sequence[Row], at: int) -> bool:
    """Tell a line below one of names and a venue that is the last of its record but for buttons."""
    row = rows[at]
    if not at or len(row.text) < _LEAST or not _may_go_on(row) or row.wrapped or not _is_byline(rows[at - 1]):
        return False
    end = _end(rows, at)
    return _ENDS.search(rows[end - 1].text) is not None


def _below_result(rows: Sequence[Row], at: int) -> int:
    """Find the end of what stands between a line of names, venue, year and host and the buttons of Google Scholar; 0 elsewhere."""
    if (
        not at
        or len(rows[at].text) < _LEAST
        or not _may_go_on(rows[at])
        or not _is_byline(rows[at - 1])
        or not _SERVED.search(rows[at - 1].text)
    ):
        return 0
    end = at + 1
    while end < min(len(rows), at + _MOST_ROWS) and not _FOOT.match(rows[end].text):
        if not _may_go_on(rows[end]):
            return 0
        end += 1
    return end if end < len(rows) and _FOOT.match(rows[end].text) else 0


def _is_byline(row: Row) -> bool:
    head = _BYLINE.split(row.text, maxsplit=1)
    return len(head) > 1 and nameness(head[0]) > _NAMES


def is_cut(begin: str, end: str) -> bool:
    """Tell by its first and last line a piece of an abstract from one that is whole.

    >>> is_cut("… we train models", "that write secure code."), is_cut("We train models.", "They write code.")
    (True, False)
    """
    return _DOTS.match(begin) is not None or _ENDS.search(end) is not None


def outside(labels: Sequence[Label], rows: Sequence[Row], snippets: Sequence[Label]) -> Iterator[Label]:
    """Give the labels that stand in no snippet, as a word of one with a colon seems to be."""
    begins = {label.start for label in snippets}
    left = iter(labels)
    label = next(left, None)
    is_inside = False
    for row in rows:
        is_inside = row.place.start in begins or (is_inside and row.wrapped)
        while label and label.start < row.place.end:
            if not is_inside:
                yield label
            label = next(left, None)
