"""Where names stand by the habit of a page: one below the other, or before a colon.

Publishers' tables of contents, ResearchGate and libraries give each author a line; programmes and news set `Names: Title`.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from papercat.readers.layout import Row
from papercat.readers.page.names import nameness
from papercat.readers.page.pieces import BLANK, BREAKS, LINE, STACK, WRAP, Piece
from papercat.text.document import Document, Place

_COLON = re.compile(r"(?<=[^\W\d]):[ \t\u00a0]+(?=\S)")
_FARTHEST = 400  # characters of names before a colon
_LED = 0.4  # of the rows begin with names and a colon
_LONGEST = 40  # characters of a name
_FEW = 3  # lines of a stack, its first aside: so many names below a title are no accident
_WORDS = 5  # of a name; "Jordan Lee Boyd-Graber" has three
_LEAST, _MEAN, _LIST = -0.5, 0.1, 0.5  # of `nameness`: of each line, of a stack, and of names in one line


def settle_stacks(pieces: Sequence[Piece]) -> None:
    """Mark the names that stand below others, where a page has names in stacks and not in lists.

    >>> from papercat.text.document import Place
    >>> lines = "Sleeper Agents: Training Deceptive LLMs", "Evan Hubinger", "Carson Denison", "Jesse Mu", "Monte MacDiarmid"
    >>> pieces = [Piece(Place(0, 0), text, "line") for text in lines]
    >>> settle_stacks(pieces)
    >>> [piece.before for piece in pieces]
    ['line', 'line', 'stack', 'stack', 'stack']
    """
    at_work = {id(piece) for piece, after in pairwise(pieces) if after.label == "affiliation" and after.before not in BREAKS}
    runs = list(_runs([piece for piece in pieces if piece.label != "affiliation"], at_work))
    stacks = [run for run in runs if (len(run) > _FEW and _are_names(run)) or (run[1:] and all(id(piece) in at_work for piece in run))]
    lists = sum("," in piece.text.rstrip(",") and nameness(piece.text) > _LIST for piece in pieces if not piece.fixed)
    if not stacks or lists > len(stacks):
        return
    for run in runs:
        for piece in run[1:]:
            piece.before = STACK


def _runs(pieces: Sequence[Piece], at_work: AbstractSet[int]) -> Iterator[list[Piece]]:
    """Give the runs of lines that each can be one name; those behind which it is said where they work are."""
    run: list[Piece] = []
    for piece, after in zip(pieces, [*(piece.before for piece in pieces[1:]), LINE], strict=False):
        may_be = not piece.fixed and piece.before in BREAKS and after in BREAKS and (id(piece) in at_work or _may_be_name(piece.text))
        if run and not (may_be and piece.before not in (BLANK, WRAP) and not piece.opens):
            yield run
            run = []
        run += [piece] if may_be else []
    if run:
        yield run


def _are_names(run: list[Piece]) -> bool:
    return sum(nameness(piece.text.rstrip(",;")) for piece in run[1:]) > _MEAN * (len(run) - 1)


def _may_be_name(text: str) -> bool:
    text = text.rstrip(",; ")
    return len(text) <= _LONGEST and text.count(" ") < _WORDS and text[-1:] not in ".?!:" and "," not in text and nameness(text) > _LEAST


def cut_names(document: Document, rows: list[Row]) -> list[Row]:
    """Cut the rows of a page behind names that a colon ends, where most lines are so.

    >>> lines = "Evan Hubinger, Jesse Mu and Meg Tong: Sleeper Agents", "Tom Brown, Amanda Askell and Jared Kaplan: GPT-3"
    >>> page = Document("a.txt", "\\n".join([*lines, "Yuntao Bai: Constitutional AI"]))
    >>> from papercat.readers.layout import lay_out
    >>> [page.text[slice(*row.place)] for row in cut_names(page, lay_out(page).rows)][4:]
    ['Yuntao Bai:', 'Constitutional AI']
    """
    colons = [_COLON.search(document.text, row.place.start, min(row.place.end, row.place.start + _FARTHEST)) for row in rows]
    if sum(colon is not None for colon in colons) <= _LED * len(rows):
        return rows
    likely = [nameness(document.show(row.place.start, colon.start())) if colon else -1.0 for row, colon in zip(rows, colons, strict=True)]
    begun = sum(not row.wrapped for row in rows)
    if sum(one > _LIST for one in likely) <= max(_LED * begun, 1):
        return rows
    out: list[Row] = []
    for row, colon, names in zip(rows, colons, likely, strict=True):
        if colon is None or names <= 0:
            out.append(row)
            continue
        first, rest = Place(row.place.start, colon.start() + 1), Place(colon.end(), row.place.end)
        out.append(replace(row, place=first, text=document.show(*first)))
        out.append(Row(rest, document.show(*rest), glued=True))
    return out
