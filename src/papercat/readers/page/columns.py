"""What a page tells by repeating itself: columns of numbers, and words that come again and again."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from papercat.readers.layout import Row, ends_sentence
from papercat.readers.page.affiliations import settle_affiliations
from papercat.readers.page.interface import is_told
from papercat.readers.page.labels import is_button
from papercat.readers.page.names import nameness
from papercat.readers.page.pieces import BLANK, BREAKS, LINE, WRAP, Piece
from papercat.readers.page.records import HEADING
from papercat.readers.page.recurring import is_subjects
from papercat.readers.page.separators import COLON, COMMA, DASH, DOT, WITHIN, YEAR
from papercat.readers.page.stacks import settle_stacks
from papercat.readers.page.venues import YEARS, read_date, venueness

_NARROW, _WIDE, _SLACK, _FULL = 50, 120, 10, 0.1  # characters; of the lines of a wrapped page so many are as wide as they can be
_NEAR = 5  # pieces at most between a title and what is ticked above it: its kind and whether it is open
_USUAL = 100  # characters: without buttons a page of single lines has longer ones
_MOST_ABOVE = 30  # pieces that may stand above the head of a table
# The heads of the columns of papers, as Google Scholar's profiles and listings of repositories have them.
_CELL = re.compile(
    r"(?:document |article |paper )?titles?|articles?|papers?|authors?|"
    r"cited by|citations|year|date|venue|journal|publication|conference|source|pages|doi",
    re.IGNORECASE,
)
_CELLS = re.compile(rf"(?:(?:{_CELL.pattern})(?:[\s|/·]+|\Z)){{1,9}}", re.IGNORECASE)
_HEAD = re.compile(r"(?:(?:document )?title|article|paper)\b", re.IGNORECASE)
_NAMES = 0.5  # of `nameness`
_CODE = re.compile(r"([A-Z]{1,3}(?:\d{0,2}[-–.])?)\d{1,4}")
_PLACED = re.compile(r"#(\d{1,5})")  # INSPIRE's number of a result, below its title
_HEADED = re.compile(r"h[1-6]")
_FACET = re.compile(r"[A-ZÀ-Þ][^\d()\n]{1,40} \((?!(?:19|20)\d\d\))\d{1,3}(?:,?\d{3}){0,2}\)")
_YEARS = 0.8  # of the numbers of a column are years: then it is a column of years
_WITHIN_PROSE = frozenset({DOT, COLON, COMMA, DASH, WITHIN})  # what comes again behind these is a word as "We", and no button
_DIGITS = re.compile(r"\d+")
_LONGEST = 7  # digits of the number of a list
_OFTEN, _SHORT, _WORDS = 3, 40, 4  # times, characters, words: what comes again so often and is so short is furniture


def settle(pieces: list[Piece]) -> list[Piece]:
    """Settle what single pieces do not tell: counts are furniture, and so is what stands there again and again."""
    _settle_table(pieces)
    _settle_numbers(pieces)
    for before, piece in pairwise(pieces):
        piece.opens = piece.opens or before.fixed == "number"
    _settle_subjects(pieces)
    _settle_facets(pieces)
    _settle_repeated(pieces)
    _settle_announced(pieces)
    _settle_ended(pieces)
    _settle_hosts(pieces)
    _settle_told(pieces)
    settle_affiliations(pieces)
    settle_stacks(pieces)
    _settle_sizes(pieces)
    _count(pieces)
    return pieces


def _settle_table(pieces: Sequence[Piece]) -> None:
    """Take what stands above the head of a table for headings; behind it a line set as a heading opens a row."""
    above, rows = _find_head(pieces)
    for piece in pieces[:above]:
        if piece.fixed not in ("furniture", "number"):
            piece.fixed = HEADING
    for piece in pieces[above:rows]:
        piece.fixed = "furniture"
    for piece in pieces[rows:] if rows else ():
        words = piece.form.split()
        if words and _HEADED.fullmatch(words[0]):
            piece.form, piece.opens = "row", True


def _find_head(pieces: Sequence[Piece]) -> tuple[int, int]:
    """Find the head of a table near the top of a page, in one line or cell by cell: where it begins and ends, 0 and 0 if there is none."""
    for number, piece in enumerate(pieces[:_MOST_ABOVE]):
        if not _CELLS.fullmatch(piece.text):
            continue
        end = number
        while end < len(pieces) and _CELLS.fullmatch(pieces[end].text):
            end += 1
        cells = " ".join(one.text for one in pieces[number:end])
        if _HEAD.match(cells) and len(_CELL.findall(cells)) > 1 and not any(map(_is_list, pieces[:number])):
            return number, end
    return 0, 0


def _is_list(piece: Piece) -> bool:
    """Tell names of authors: where they stand above the head of a table, so do papers."""
    return "," in piece.text and nameness(piece.text) > _NAMES


def _settle_numbers(pieces: Sequence[Piece]) -> None:
    numbers: dict[tuple[str, str], list[Piece]] = {}
    dates = _dates(pieces)
    for number, piece in enumerate(pieces):
        if number in dates:
            continue
        if not piece.fixed and piece.text.rstrip("*").isdecimal():
            after = pieces[number + 1].before if number + 1 < len(pieces) else LINE
            numbers.setdefault((piece.before, after), []).append(piece)
    _settle_codes(pieces)
    _settle_placed(pieces)
    for column in numbers.values():
        if _counts_up(column):
            for piece in column:
                piece.fixed, piece.opens = "number", True
            continue
        years = sum(_is_year(piece.text) for piece in column)
        for piece in column:
            if not _is_year(piece.text) or years < _YEARS * len(column):
                piece.fixed = "furniture"


def _settle_codes(pieces: Sequence[Piece]) -> None:
    """Take codes on lines of their own for numbers of the list, as books of abstracts have them, where they count up: S2-01, S2-02."""
    series: dict[str, list[Piece]] = {}
    for piece, after in zip(pieces, [*(piece.before for piece in pieces[1:]), LINE], strict=False):
        may_be = not piece.fixed or piece.role == "pages"  # as which "S2-01" is read
        if may_be and piece.before in BREAKS and after in BREAKS and (match := _CODE.fullmatch(piece.text)):
            series.setdefault(match[1], []).append(piece)
    for prefix, codes in series.items():
        if _rise([int(piece.text[len(prefix) :]) for piece in codes]):
            for piece in codes:
                piece.fixed, piece.opens, piece.label, piece.role = "number", True, "", ""


def _rise(values: Sequence[int]) -> bool:
    """Tell numbers of a list, of which some can be missing."""
    return len(values) >= _OFTEN and all(one < two for one, two in pairwise(values))


def _settle_placed(pieces: Sequence[Piece]) -> None:
    """Take numbers with their sign, alone on lines and counting up, for the list's; below titles they open nothing."""
    alone = [
        (piece, after)
        for piece, after in pairwise(pieces)
        if not piece.fixed and piece.before in BREAKS and after.before in BREAKS and _PLACED.fullmatch(piece.text)
    ]
    if not _rise([int(piece.text[1:]) for piece, _ in alone]):
        return
    below = sum(nameness(after.text) > _NAMES for _, after in alone) > len(alone) / 2
    for piece, _ in alone:
        piece.fixed, piece.opens = ("furniture", False) if below else ("number", True)


def _dates(pieces: Sequence[Piece]) -> set[int]:
    """Find the years that stand where other records of the page have a date with its month, or behind a venue: they are no counts."""
    behind = Counter(
        before.fixed for before, piece in pairwise(pieces) if not piece.fixed and not piece.text.isdecimal() and read_date(piece.text)
    )
    usual = behind.most_common(1)[0][0] if behind else ""
    return {
        number
        for number, (before, piece) in enumerate(pairwise(pieces), 1)
        if not piece.fixed
        and _is_year(piece.text)
        and before.fixed == usual
        and not before.text.isdecimal()
        and (behind or venueness(before.text) > 0)
    }


def _counts_up(column: Sequence[Piece]) -> bool:
    """Tell the numbers of a list."""
    values = [int(piece.text) for piece in column if piece.text.isdecimal() and len(piece.text) < _LONGEST]
    return len(values) == len(column) >= _OFTEN and values == list(range(values[0], values[0] + len(values))) and values[0] < 2


def _is_year(text: str) -> bool:
    return text.isascii() and len(text) == 4 and int(text) in YEARS if text.isdecimal() else False


def _settle_repeated(pieces: Sequence[Piece]) -> None:
    counts = Counter(piece.text for piece in pieces if not piece.fixed and piece.before not in _WITHIN_PROSE)
    often = {text for text, count in counts.items() if count >= _OFTEN and _may_be_furniture(text)}
    for piece in pieces:
        if not piece.fixed and piece.text in often and piece.before not in _WITHIN_PROSE:
            piece.fixed = "furniture"


def _settle_announced(pieces: Sequence[Piece]) -> None:
    """Take lines that say the line of a title again behind the same words for what is ticked: `Select article Constitutional AI`."""
    words: dict[str, list[Piece]] = {}
    for number, piece in enumerate(pieces):
        below = pieces[number + 1 : number + 1 + _NEAR] if not piece.fixed and piece.before in BREAKS else ()
        for after in below:
            if not after.fixed and after.before in BREAKS and piece.text.endswith(f" {after.text}"):
                words.setdefault(piece.text.removesuffix(after.text), []).append(piece)
                break
    for lines in words.values():
        for piece in lines if len(lines) >= _OFTEN else ():
            piece.fixed = "furniture"


def _settle_facets(pieces: Sequence[Piece]) -> None:
    """Take lines one below the other that end with a count in brackets for what a search can be narrowed to: `Journals (1,219)`."""
    facets = [not piece.fixed and piece.before in BREAKS and _FACET.fullmatch(piece.text) is not None for piece in pieces]
    for piece, before, here, after in zip(pieces, [False, *facets], facets, [*facets[1:], False], strict=False):
        if here and (before or after):
            piece.fixed = "furniture"


def _settle_ended(pieces: Sequence[Piece]) -> None:
    """Take off the sign that all lists of names of a page end with; where most are followed by other names they go on."""
    ended = [
        (piece, after)
        for piece, after in pairwise(pieces)
        if piece.text.endswith(";") and not piece.fixed and nameness(piece.text) > _NAMES
    ]
    last = [piece for piece, after in ended if after.before != WRAP and nameness(after.text) <= 0]
    if len(last) >= _OFTEN and len(last) > len(ended) / 2:
        for piece in last:
            piece.text = piece.text.rstrip("; ")


def _may_be_furniture(text: str) -> bool:
    """Tell a short word of a page, or a sentence that a page says of each paper, from names, venues and what has a number."""
    if nameness(text) > 0 or venueness(text) >= 0:
        return False
    return ends_sentence(text) if len(text) >= _SHORT else text.count(" ") < _WORDS and not any(map(str.isdigit, text))


def _settle_subjects(pieces: Sequence[Piece]) -> None:
    """Take lines of fields of study for the keywords of their papers, where a page has several."""
    lines = [piece for piece in pieces if not piece.fixed and is_subjects(piece.text)]
    for piece in lines if len(lines) > 1 else ():
        piece.fixed, piece.label, piece.role = "value", "fields of study", "keywords"


def _settle_hosts(pieces: Sequence[Piece]) -> None:
    """Take what stands behind venue, year and a dash at the end of a line for the publisher, as Google Scholar has it."""
    for before, piece, after in zip(pieces, pieces[1:], [*pieces[2:], None], strict=False):
        ends = after is None or after.before in BREAKS
        if ends and not piece.fixed and piece.before == DASH and before.before == YEAR and read_date(before.text):
            piece.fixed, piece.label, piece.role = "value", "publisher", "publisher"


def _settle_told(pieces: Sequence[Piece]) -> None:
    """Take what a service says to its reader for furniture, to the end of its paragraph."""
    is_inside = False
    for piece in pieces:
        is_inside = is_inside and piece.before not in (BLANK, LINE)
        if is_inside or (not piece.fixed and is_told(piece.text)):
            is_inside = True
            piece.fixed = "furniture"


def _settle_sizes(pieces: Sequence[Piece]) -> None:
    """Measure each piece with the lines that go on from it by wraps, up to names and what another sign opens."""
    size = 0
    for piece, after in zip(reversed(pieces), [None, *reversed(pieces[1:])], strict=False):
        goes_on = after is not None and not after.fixed and not after.opens and after.before == WRAP
        size = len(piece.text) + (size if goes_on and after is not None and nameness(after.text) <= _NAMES else 0)
        piece.size = size


def _count(pieces: Sequence[Piece]) -> None:
    """Count how often each piece stands on its page, whatever its numbers."""
    masked = [_DIGITS.sub("0", piece.text).lower() for piece in pieces]
    counts = Counter(masked)
    for piece, text in zip(pieces, masked, strict=True):
        piece.times, piece.key = counts[text], text


def mark_wraps(rows: list[Row]) -> list[Row]:
    """Mark breaks that can be wraps in a page of short lines, whose width only some lines tell.

    `layout` wants most lines of a text to be full; the lines of a list are short, and only the long ones were wrapped.
    """
    if any(row.wrapped for row in rows):
        return rows
    sizes = [len(row.text) for row in rows]
    width = max(sizes, default=0)
    full = sum(size > width - _SLACK for size in sizes)
    text = len(rows) if width > _USUAL else sum(not (row.text.isdecimal() or is_button(row.text)) for row in rows)
    if not _NARROW <= width <= _WIDE or full < max(_OFTEN, _FULL * text):
        return rows
    return [*rows[:1], *(replace(row, wrapped=_has_no_room(before, row, width)) for before, row in pairwise(rows))]


def _has_no_room(before: Row, row: Row, width: int) -> bool:
    return not row.after_blank and row.number is None and len(row.text.partition(" ")[0]) > width - len(before.text) - 1
