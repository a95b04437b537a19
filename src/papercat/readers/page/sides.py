"""On which side of a sign the names of a page stand: `Title by Names`, `Title – Names – Venue`, `Names: Title`.

Names that no list knows, and a single family name, do not show in one line. But a page parts title and names by one sign: where it does
so in most lines, names stand there in the others too.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from papercat.readers.layout import Row
from papercat.readers.page.names import PROSE_WORDS, nameness
from papercat.readers.page.quotes import quoted_end

# A sign, and where names stand of it: before the first, behind the last, or between the last two.
Side = tuple[str, str]
LEFT, RIGHT, MIDDLE = "left", "right", "middle"
OWN = ("", "own")  # the lists of its names have lines of their own
APART = frozenset({OWN, ("", "apart")})  # all of its names have, and it is known in which lines they are
_SIGNS = {
    "by": re.compile(r"\s+[Bb]y:?\s+(?=[^\W\d_a-zà-ÿ]|d[ei]\s|v[ao]n\s)"),
    "dash": re.compile(r"\s+[-–—]{1,3}\s+"),
    "colon": re.compile(r":\s+"),
    "quoted": re.compile(r"[,:]\s+(?=[“«„\"])"),
}
_SIDES = {"by": (RIGHT,), "dash": (LEFT, MIDDLE, RIGHT), "colon": (LEFT,), "quoted": (LEFT,)}
_LONGEST = 400  # characters of a line that has title and names
_LOOKED_AT = 300  # rows
_LEAST, _SURE, _NEARLY_ALL = 3, 0.4, 0.75  # lines with names there, and of all with the sign those that surely have them, and that can
_NAMES = 0.3  # of `nameness`: more names than not
_SEVERAL, _HARDLY = 0.5, 0.25  # of `nameness`: several names for sure; for each list with a line of its own so many that share one
_MOST_WORDS = 4  # of one name
_PART = re.compile(r"\s*[,;]\s*(?:(?:and|&)\s+)?|\s+(?:and|&|und|et|y|e)\s+")
_OPEN_END = re.compile(r"[\s,]*\bet\.? al\b\.?\s*\Z")
_WORD = re.compile(r"(?:[^\W\d_a-zà-ÿ](?:[^\W\d_]|['’.-])*|d[aeiu]l?|von|van|der|den|la|le|af|bin|al|ibn|el|ter|ten|zu)")
NICKNAME = re.compile(r"\s[“\"][A-ZÀ-Þ]\w{1,12}[”\"]\s")  # Ruhao “Amy” Wen
_SENTENCE = re.compile(r"(?<=[^\W\d_]{2})\.\s|\s+\(")


def find_sides(rows: Sequence[Row]) -> frozenset[Side]:
    r"""Find the signs of a page that part its names from what else is in their line.

    >>> from papercat.readers.layout import lay_out
    >>> from papercat.text.document import Document
    >>> lines = "Two Concepts of Liberty by Isaiah Berlin", "Moral Beliefs by Philippa Foot", "Counting by Sevens by Holly Sloan"
    >>> page = Document("a.txt", "\n".join([*lines, "Pyrrhus and Cineas by Simone de Beauvoir"]))
    >>> find_sides(lay_out(page).rows)
    frozenset({('by', 'right')})
    """
    can, sure, all_ = Counter[Side](), Counter[Side](), Counter[str]()
    for row in rows[:_LOOKED_AT]:
        for sign, parts in _split(row).items():
            all_[sign] += 1
            for side in _SIDES[sign]:
                names = _on(side, parts)
                if may_be_names(names):
                    can[sign, side] += 1
                    sure[sign, side] += nameness(names) > _NAMES
    found = frozenset(
        side for side, count in can.items()
        if sure[side] >= max(_LEAST, _SURE * all_[side[0]]) and count >= _NEARLY_ALL * all_[side[0]]
    )  # fmt: skip
    return found | {OWN} if not found and _are_own(rows[:_LOOKED_AT]) else found


def _are_own(rows: Sequence[Row]) -> bool:
    """Tell whether lists of names have lines of their own on a page, and hardly one shares its line with something else."""
    own = inline = 0
    for row in rows:
        if is_list(row.text):
            own += 1
        else:
            inline += any(is_list(part) for parts in _split(row).values() for part in parts)
    return own >= _LEAST and inline <= _HARDLY * own


def is_list(text: str) -> bool:
    """Tell several names.

    >>> is_list("Evan Hubinger, Jesse Mu"), is_list("Jesse Mu"), is_list("Chaos, Order")
    (True, False, False)
    """
    return len(text) < _LONGEST and bool(_PART.search(text)) and nameness(text) > _SEVERAL


def part_rows(rows: Sequence[Row], sides: frozenset[Side]) -> list[Row]:
    """Take no break for a wrap where the lines on both sides have a title and names each: short lists seem to be wrapped."""
    if not sides:
        return list(rows)
    whole = [any(sign in found and may_be_names(_on(side, found[sign])) for sign, side in sides) for found in map(_split, rows)]
    parted = [False, *(before and here for before, here in pairwise(whole))]
    return [replace(row, wrapped=False) if row.wrapped and is_parted else row for row, is_parted in zip(rows, parted, strict=False)]


def _split(row: Row) -> dict[str, list[str]]:
    """Part a row at each sign that it has, behind a title in quotation marks."""
    if len(row.text) > _LONGEST:
        return {}
    start = quoted_end(row.text, 0, len(row.text))
    found = {sign: pattern.split(row.text[start:]) for sign, pattern in _SIGNS.items()}
    return {sign: parts for sign, parts in found.items() if len(parts) > 1}


def _on(side: str, parts: Sequence[str]) -> str:
    if side == LEFT:
        return parts[0].lstrip(" -*•·0123456789:.–")
    return ends(parts[-1]) if side == RIGHT else parts[-2] if len(parts) > 2 else ""


def ends(text: str) -> str:
    """Give names without the sentence or the bracket behind them; an initial ends no sentence.

    >>> ends("J. L. Mackie. Mind, 1955"), ends("Isaiah Berlin (1958)")
    ('J. L. Mackie', 'Isaiah Berlin')
    """
    return _SENTENCE.split(text, maxsplit=1)[0].rstrip(" )")


def may_be_names(text: str) -> bool:
    """Tell what is set as names are, known or not: words with capitals and particles, few between two commas.

    >>> may_be_names("Simone de Beauvoir"), may_be_names("Estrela et al."), may_be_names("a study of names"), may_be_names("GPT 3")
    (True, True, False, False)
    """
    if nameness(text) > _NAMES:
        return True
    bare = _OPEN_END.sub("", NICKNAME.sub(" ", text)).strip(" .,;…")
    parts = _PART.split(bare)
    return bool(bare) and len(bare) < _LONGEST and all(map(_may_be_name, parts)) and (len(parts) > 1 or bare != text or " " in bare)


def _may_be_name(part: str) -> bool:
    words = part.split()
    return 0 < len(words) <= _MOST_WORDS and all(
        _WORD.fullmatch(word) and word.lower() not in PROSE_WORDS - {"der", "la", "le"} for word in words
    )
