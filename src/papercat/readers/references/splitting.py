"""Cutting a text into its references: by their numbers, by blank lines and indentation, by how each begins and the one before it ends.

What counts is decided for the whole list.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from papercat.readers.layout import Layout, Row
from papercat.readers.references.bibitems import Bibliography
from papercat.readers.references.numbers import find_marks
from papercat.readers.references.outline import LEAD, Span, find_ends, find_headings
from papercat.readers.references.signs import Mark
from papercat.text.document import Document, Place

# How a reference begins: `Family, G.`, `FAMILY, Given`, `Family GG,`, `G. Family`, `Given Family,` or `Given Family and`, `———.`
_WORD = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’‘-][^\W\d_]+)*"
_PARTICLE = r"(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|ter|ten|zu|al|bin|ibn|af)[ -]|d['’]|l['’]|O['’]){0,3}"
_INITIALS = r"(?:[^\W\d_a-z]\.?[ -]{0,2}){1,4}"
# What stands for the authors of the reference above (Chicago 18, 13.72; MLA 9, 5.126), or once for each of them.
_SAME = r"(?:[—–―_-]{3,30}|——|[\u2e3a\u2e3b]|—(?=\.)|—(?:,?\s(?:and\s|&\s)?—){1,20})"
SAME = re.compile(rf"{_SAME}(?=\s?[.,(\[]|\s)[.,]?")
BEGINNING = re.compile(
    rf"""(?:[(\[]?(?:1[5-9]|20)\d\d[a-z]?[)\]]?[.,:;]?\s+)?{_PARTICLE}(?:
        {_WORD}(?:[ ]{_PARTICLE}{_WORD}){{0,2}},\s(?:
            {_INITIALS}(?:[.,;:&(]|and\b|et\b|y\b|\s\()
          | {_WORD}(?:[.,;]|\s(?:{_WORD}|{_INITIALS})[.,;]|\s(?:and|et|y|und|&)\s)
        )
      | {_WORD}(?:[ ]{_PARTICLE}{_WORD}){{0,2}}\s[A-ZÀ-Þ](?:[A-ZÀ-Þ]|-[A-ZÀ-Þ]|\.\s?-?[A-ZÀ-Þ]){{0,3}}\.?(?:[,.;:]|\s\(|\s(?:and|et|&)\s)
      | {_INITIALS}{_PARTICLE}{_WORD}(?:\s{_PARTICLE}{_WORD}){{0,2}}(?:[,.:;]|\s(?:and|et|und|y|&)\s|\s\()
      | {_WORD}(?:\s(?:{_PARTICLE}{_WORD}|[A-Z]\.)){{1,3}}(?:[,.:;]|\s(?:and|et|und|y|&)\s|\s\()
      | {_SAME}\s?[.,]
    )""",
    re.VERBOSE,
)
_GOES_ON = re.compile(
    r"\W*(?:[a-zß-öø-ÿ\d]|In\b|https?:|Proceedings|Proc\b|Journal|Transactions|Conference|Association|Press\b|Vol\b|pp\b|pages\b|doi|DOI|arXiv)"
)
HEADING = re.compile(
    r"\#{1,6}\s+\S.{0,200}|(?:\d{1,2}\.?\s+|[IVX]+\.\s+)?(?:(?:selected|list of|recent|refereed|peer[- ]reviewed|journal|conference)\s+)*"
    r"(?:references?(?: cited)?|bibliography|works cited|literature(?: cited)?|publications?|(?:articles|papers|books|book chapters|"
    r"preprints|theses|reports)|literatur(?:verzeichnis)?|veröffentlichungen|publikationen|bibliographie|références(?: bibliographiques)?|"
    r"bibliografía|referencias(?: bibliográficas)?|bibliografia|referências(?: bibliográficas)?|riferimenti(?: bibliografici)?|literatura|"
    r"[^\W\d_][^\d\n.:]{3,50}\d{1,5}[ ]documents?|"  # of HAL: "Communication dans un congrès7 documents"
    r"список литературы|литература|参考文献|參考文獻|참고문헌)\s*:?|(?:19|20)\d\d\s*:?",
    re.IGNORECASE,
)
_ENDED = re.compile(r"(?:[.?!…]|\d|[)\]”\"»/⟩]|https?://\S+|10\.\d{4,}/\S+)[\s\u200b\u2060\ufeff]*\Z")
_OPEN = re.compile(r"(?:[,;:&(–-]|\b(?:and|et|und|y|of|the|for|in|on|de|des|a|an))[\s]*\Z")
YEAR = re.compile(r"(?<![\d.:/-])(?:1[5-9]|20)\d\d[a-z]?(?![\d/])")
_COMPLETE = re.compile(rf"{YEAR.pattern}|https?://|10\.\d{{4,}}/|in press|n\.d\.|forthcoming", re.IGNORECASE)
# Where a reference is glued to the one before it, without a blank, or with what a line's end became: a tab, several blanks.
_GLUE = re.compile(
    r"(?<=[.\d)\]/”\"»⟩])(?:[ ]{2,9}|[ ]{0,9}\t[ \t]{0,9})?"
    r"(?=[^\W\d_a-zß-öø-ÿ][^\W\d_]{1,30}(?:['’‘-][^\W\d_]{1,30}){0,2}(?:,| [^\W\d_a-zß-öø-ÿ]))"
)
_TITLED = re.compile(r"[^“”\"\d]{3,200}[.,]\s[“\"](?=\w)")  # names, and a title in quotes
_QUOTE = re.compile(r"[”\"]")
# Bits that a line begins a reference.
_AFTER_BLANK, _NOT_AFTER_BLANK = 5.0, -1.0
_FLUSH, _INDENTED = 8.0, -12.0
_IS_ENDED, _IS_NOT_ENDED, _IS_OPEN = 1.0, -2.0, -5.0
_UNWRAPPED_IN_WRAPPED, _UNWRAPPED, _IS_WRAPPED = 2.5, 3.0, -2.0
_BEGINS, _GOES = 2.5, -5.0
_INCOMPLETE, _IS_HEADING = -4.0, 16.0
_UNNUMBERED = -5.0  # in a list with numbers
_LINES = 12  # of a reference; more are rare
_MARKED = 0.3  # of the blocks of a list with numbers begin with one
_SHORTEST = 30  # characters of a reference
_DEEPEST = 40  # characters before a line that is quoted
_REACH = 600  # characters of a reference within which its year stands


class Piece(NamedTuple):
    """A piece of a document that is to be one reference.

    Attributes:
        place: its characters, without the number.
        number: the place of its number, or None.
        glued: it was cut off the one before it, without a line's end between them.
    """

    place: Place
    number: Place | None = None
    glued: bool = False


def pieces(document: Document, layout: Layout) -> list[Piece]:
    r"""Cut a document into what are to be its references.

    >>> from papercat.readers.layout import lay_out
    >>> page = Document("r.txt", "1. Xu F. One. J. 2001;1:2-3.\n2. Roth D. Two\nthree. J. 2002;1:2.3. Li H. Four. J. 2003.")
    >>> [page.text[slice(*piece.place)] for piece in pieces(page, lay_out(page))]
    ['Xu F. One. J. 2001;1:2-3.', 'Roth D. Two\nthree. J. 2002;1:2.', 'Li H. Four. J. 2003.']
    """
    rows = layout.rows
    starts = [row.number.start if row.number else row.place.start for row in rows]
    if not rows:
        return []
    blocks = 1 + sum(row.after_blank for row in rows)
    marks = find_marks(document.text, starts, max(2, int(_MARKED * blocks), len(rows) // _LINES), [row.text for row in rows])
    if len(marks) > 1 or (marks and blocks == 1):
        return list(_numbered(document, layout, starts, marks))
    return [part for piece in _by_lines(document, layout, starts) for part in _unglued(document.text, piece)]


def _numbered(document: Document, layout: Layout, starts: Sequence[int], marks: Sequence[Mark]) -> Iterator[Piece]:
    """End each reference where the next number begins, or before what stands between the two; that is pieces too."""
    text, rows, at_start = document.text, layout.rows, frozenset(starts)
    above = bisect_right(starts, marks[0].start) - 1
    yield from (Piece(_trimmed(text, start, row.place.end)) for start, row in zip(starts[:above], rows, strict=False))
    if starts[above] < marks[0].start:
        yield Piece(_trimmed(text, starts[above], marks[0].start))
    indents = [_indent(text, start) for start in starts]
    spans = [_span(mark, behind, starts, indents) for mark, behind in zip_longest(marks, marks[1:])]
    # between the items of a list in LaTeX nothing stands
    is_known = isinstance(document, Bibliography)
    ends = [span.end for span in spans] if is_known else find_ends(rows, indents, spans, is_wrapped=layout.is_wrapped)
    for mark, behind, span, end in zip(marks, [*marks[1:], None], spans, ends, strict=True):
        last = span.end if behind and behind.start not in at_start else end  # what is glued to it goes with it
        stop = min(rows[last - 1].place.end, behind.start if behind else len(text))
        piece = Piece(_trimmed(text, mark.end, stop), Place(*mark), glued=mark.start not in at_start)
        yield from _without_unnumbered(document, layout, starts, piece)
        yield from _by_lines(document, layout, starts, range(last, span.end))


def _span(mark: Mark, behind: Mark | None, starts: Sequence[int], indents: Sequence[int]) -> Span:
    """Give the rows of an entry up to the next mark; one within a row begins behind the end of the entry."""
    row = bisect_right(starts, mark.start) - 1
    first = bisect_right(starts, mark.end) - 1  # the number may stand above it
    end = bisect_left(starts, behind.start) if behind else len(starts)
    return Span(first, max(end, first + 1), indents[row])


def _without_unnumbered(document: Document, layout: Layout, starts: Sequence[int], piece: Piece) -> Iterator[Piece]:
    """Cut off headings behind a reference with a number, and references without one, in lines of their own: both are complete."""
    text, rows, (begin, end) = document.text, layout.rows, piece.place
    number, is_complete = piece.number, False
    for i in range(bisect_right(starts, begin), bisect_left(starts, end)):
        is_complete = is_complete or bool(_COMPLETE.search(rows[i - 1].text))
        begins = BEGINNING.match(rows[i].text) and YEAR.search(text, starts[i], min(starts[i] + _REACH, end))
        is_quoted = begins and _is_quoted(document, starts[i]) and not _is_quoted(document, starts[i - 1])
        if not is_quoted and (not is_complete or not (begins or HEADING.fullmatch(rows[i].text))):
            continue
        if is_quoted or _UNNUMBERED + _break_bits(rows[i - 1], rows[i], is_wrapped=layout.is_wrapped, has_blanks=False) > 0:
            yield Piece(_trimmed(text, begin, rows[i - 1].place.end), number, glued=piece.glued and number is not None)
            begin, number, is_complete = starts[i], None, False
    yield Piece(_trimmed(text, begin, end), number, glued=piece.glued and number is not None)


def _is_quoted(document: Document, start: int) -> bool:
    """Tell a line of a quotation, whose sign is not shown: below the name of a method, the paper that it is from."""
    lead = document.given[max(start - _DEEPEST, 0) : start].rpartition("\n")[2].strip()
    return document.source is not None and bool(lead) and not lead.strip(">")


def _trimmed(text: str, start: int, end: int) -> Place:
    piece = text[start:end]
    return Place(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def _by_lines(document: Document, layout: Layout, starts: Sequence[int], among: range | None = None) -> Iterator[Piece]:
    """Cut lines without marks, all or some, by how each begins and the one before it ends."""
    if among is not None and not among:
        return
    text = document.text
    rows, starts = (layout.rows, starts) if among is None else (layout.rows[among.start : among.stop], starts[among.start : among.stop])
    indents = [_indent(text, start) for start in starts]
    flush = _flush(indents)
    blank_share = sum(row.after_blank for row in rows[1:]) / max(len(rows) - 1, 1)
    begin, is_complete = 0, False
    headings = find_headings(rows)
    for i, (before, row) in enumerate(pairwise(rows), 1):
        is_complete = is_complete or bool(_COMPLETE.search(before.text))
        bits = (
            _IS_HEADING
            if not headings.isdisjoint((i - 1, i))
            else _break_bits(before, row, is_wrapped=layout.is_wrapped, has_blanks=blank_share > 0.05)
        )
        bits += 0.0 if flush is None else _FLUSH if indents[i] == flush else _INDENTED
        bits += 0.0 if is_complete else _INCOMPLETE
        if bits > 0:
            yield Piece(_trimmed(text, starts[begin], before.place.end))
            begin, is_complete = i, False
    yield Piece(_trimmed(text, starts[begin], rows[-1].place.end))


def _break_bits(before: Row, row: Row, *, is_wrapped: bool, has_blanks: bool) -> float:
    """Weigh whether a reference begins with a row."""
    if HEADING.fullmatch(before.text) or HEADING.fullmatch(row.text) or (LEAD.fullmatch(before.text) and _is_dated(row.text)):
        return _IS_HEADING
    bits = _AFTER_BLANK if row.after_blank else _NOT_AFTER_BLANK if has_blanks else 0.0
    bits += (
        _IS_OPEN if _OPEN.search(before.text, max(0, len(before.text) - 12)) else _IS_ENDED if _ENDED.search(before.text) else _IS_NOT_ENDED
    )
    bits += _IS_WRAPPED if row.wrapped else _UNWRAPPED_IN_WRAPPED if is_wrapped else _UNWRAPPED
    return bits + (_BEGINS if BEGINNING.match(row.text) else _GOES if _GOES_ON.match(row.text) else 0.0)


def _is_dated(line: str) -> bool:
    """Tell a line in which a reference begins and is dated, so that the words with a colon above it are none of it: `Also these:`."""
    return bool(BEGINNING.match(line) and YEAR.search(line))


def _indent(text: str, start: int) -> int:
    at = start
    while at and text[at - 1] in " \t\u00a0":
        at -= 1
    return sum(4 if sign == "\t" else 1 for sign in text[at:start])


def _flush(indents: Sequence[int]) -> int | None:
    """Tell the indentation that begins a reference, if lines are indented in two ways: that of the first line."""
    kinds = sorted(set(indents))
    if len(kinds) != 2 or indents.count(kinds[1]) < 2 or indents.count(kinds[0]) < 2:
        return None
    return indents[0]


def _unglued(text: str, piece: Piece) -> Iterator[Piece]:
    """Cut a piece where another reference is glued to it: behind a complete one the beginning of another, and the year or title of each."""
    start, end = piece.place
    years = [match.start() for match in YEAR.finditer(text, start, end)]
    begin = start
    for match in _GLUE.finditer(text, start, end):
        at = match.end()
        number = bisect_left(years, at)
        has_years = number > bisect_left(years, begin) and number < len(years) and years[number] < at + _REACH
        has_titles = _TITLED.match(text, at, end) and _QUOTE.search(text, max(begin, at - _REACH), at)
        if (has_years or has_titles) and at > begin + _SHORTEST and BEGINNING.match(text, at, min(at + _REACH, end)):
            yield Piece(_trimmed(text, begin, at), glued=begin != start)
            begin = at
    yield Piece(_trimmed(text, begin, end), piece.number, glued=begin != start)
