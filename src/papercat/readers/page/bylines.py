"""The line that search engines set below a title: names with initials, a dash, where and when, a dash and who serves it.

`R Müller, L Jian… - Proceedings of ACL, 2019 - aclanthology.org`. Its form tells what its parts are, whether a list knows the names or
not, where lines around it are wrapped, and where a site cut them; and where a page has such lines no dash parts a title from names.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from papercat.names import is_plain_initials
from papercat.names.words import PARTICLES, is_suffix
from papercat.readers.layout import Row
from papercat.readers.page.interface import is_host
from papercat.readers.page.labelled import Label
from papercat.readers.page.labels import is_button
from papercat.text.document import Document

_DASH = re.compile(r"(?:…|\.\.\.)?(?P<dash>\s+[-–—]\s+)")
_YEARS = r"(?:1[5-9]|20)\d\d"
_DATED = re.compile(
    rf"(?:(?P<venue>\S.{{0,300}}),\s{{1,3}})?(?P<year>{_YEARS})(?:\s+[-–—]\s+(?P<host>\S[^\n]{{0,60}}?))?(?:\s+[-–—])?\s*\Z", re.DOTALL
)
_SERVED = re.compile(r"(?:(?P<venue>\S.{0,300})\s+[-–—]\s+)?(?P<year>(?!))?(?P<host>\S+)\s*\Z", re.DOTALL)
_BARE = re.compile(r"(?P<venue>\S.{0,300}?)(?P<year>(?!))?(?P<host>(?!))?(?:\s+[-–—])?\s*\Z", re.DOTALL)
_FEWEST = 3  # such lines make a page of results; then those without year and host are such too
_MORE = 2  # rows that one goes on in, where a mail or a narrow window wrapped it
_MOST_WORDS = 4  # behind the initials of a name
_MANY = 4  # names, of which one may be something else
_OPEN_END = re.compile(r"[\s,]*(?:…|\.\.\.)\s*\Z")


class Byline(NamedTuple):
    """Such a line: the numbers of its first row and of the one behind its last, where its dash stands, and what stands behind that."""

    first: int
    end: int
    dash: re.Match[str]
    tail: re.Match[str]

    @property
    def is_sure(self) -> bool:
        """Tell one that ends with a year or a host."""
        return bool(self.tail["year"] or self.tail["host"])


def mark_bylines(document: Document, rows: Sequence[Row]) -> tuple[list[Row], list[Label]]:
    r"""Give the rows with those of a byline as one line, and labels where the parts of each begin.

    >>> from papercat.readers.layout import lay_out
    >>> lines = "Sleeper Agents", "E Hubinger, C Denison… - arXiv preprint, 2024 - arxiv.org"
    >>> page = Document("a", "\n".join(lines * 3))
    >>> [(label.name, page.text[label.end :][:6]) for label in mark_bylines(page, lay_out(page).rows)[1]][:4]
    [('authors', 'E Hubi'), ('venue', 'arXiv '), ('year', '2024 -'), ('host', 'arxiv.')]
    """
    found = _find(document, rows)
    if sum(one.is_sure for one in found) < _FEWEST:
        return list(rows), []
    above = {after.first - 1 for before, after in pairwise(found) if before.end == after.first}  # titles that look so
    bylines = [one for one in found if one.end - 1 not in above]
    out = list(rows)
    for one in bylines:
        for number in range(one.first, one.end):
            out[number] = replace(out[number], wrapped=number > one.first, after_blank=out[number].after_blank and number == one.first)
        if one.end < len(out):
            out[one.end] = replace(out[one.end], wrapped=False)
    return out, [label for one in bylines for label in _labels(rows[one.first].place.start, one)]


def are_short(text: str) -> bool:
    """Tell names with initials before each, as search engines shorten them.

    >>> are_short("WG Qu, W Oh, A Pinsonneault…"), are_short("J Van Nooten, M de Lhoneux"), are_short("IT governance"), are_short("GPT 3")
    (True, True, False, False)
    """
    parts = [part for part in re.split(r"[,;]\s+", _OPEN_END.sub("", text.strip())) if part]
    told = sum(map(_is_short, parts))
    return bool(parts) and told >= len(parts) - (len(parts) >= _MANY)


def _is_short(name: str) -> bool:
    first, *rest = name.replace(".", " ").split() or [""]
    if len(first) == 1 and len(rest) > 1 and is_plain_initials(rest[0]):
        first, *rest = rest  # "M R. Costa-jussà"
    family = [word for word in rest if not (is_suffix(word) or word in PARTICLES)]
    return is_plain_initials(first) and 0 < len(family) <= _MOST_WORDS and all(word[0].isupper() and word[-1].isalpha() for word in family)


def _find(document: Document, rows: Sequence[Row]) -> list[Byline]:
    found: list[Byline] = []
    for number, row in enumerate(rows):
        dash = _DASH.search(document.text, *row.place) if row.text[:1].isupper() else None
        if dash and are_short(document.show(row.place.start, dash.start())) and (one := _whole(document, rows, number, dash)):
            found.append(one)
    return found


def _whole(document: Document, rows: Sequence[Row], number: int, dash: re.Match[str]) -> Byline | None:
    """Find where a byline ends: with its row, or where it wraps with one of the next."""
    begin, last = dash.end("dash"), number
    for form in (_DATED, _SERVED):
        for end in range(number, min(number + 1 + _MORE, len(rows))):
            if end > number and not _may_go_on(rows[end]):
                break
            tail = form.match(document.text, begin, rows[end].place.end)
            if tail and (tail["year"] or is_host(tail["host"])):
                return Byline(number, end + 1, dash, tail)
    bare = _BARE.match(document.text, begin, rows[last].place.end)
    return Byline(number, last + 1, dash, bare) if bare else None


def _may_go_on(row: Row) -> bool:
    return row.wrapped and not row.after_blank and not row.number and not is_button(row.text)


def _labels(start: int, one: Byline) -> Iterator[Label]:
    """Give where each part begins, with what stands between it and the one before."""
    yield Label(start, start, "authors", "authors")
    end = one.dash.start("dash")
    for name in ("venue", "year", "host"):
        if one.tail[name]:
            label = "publisher" if name == "host" and not is_host(one.tail[name]) else name
            yield Label(end, one.tail.start(name), label, "" if label == "host" else label)
            end = one.tail.end(name)
