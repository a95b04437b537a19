"""One reference of a list, before its labels are final."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from papercat.names.cjk import is_whole
from papercat.readers.references.atoms import Atom, atoms
from papercat.readers.references.bibitems import Bibliography
from papercat.readers.references.decoding import LABELS, Style, decode, model
from papercat.readers.references.manuals import as_initials, favour
from papercat.readers.references.shown import Shown, show
from papercat.readers.references.traits import junction
from papercat.readers.references.words import CLASSES
from papercat.text.document import JOINER, Document, Place

MOST_ATOMS = 2000  # a longer text is no reference; what is beyond is kept as its rest
# GB/T 7714 sets the kind of a work behind its title: [J] a journal, [M] a book, [C] proceedings, [EB/OL] a page, and so on.
_MARK = re.compile(r"(?:[.．。][ ]?|\A)(?P<title>[^.．。]*)\[(?:[JMCDRNPSAGZ]|DB|CP|EB)(?:/(?:OL|CD|MT|DK))?\]")
# The Information Processing Society of Japan sets a colon behind the names: `住井英二郎, 立沢秀晃: バッファ溢れ攻撃`.
_HAN = r"[\u3400-\u9fff々]{2,7}"
_HAN_NAMES = re.compile(rf"(?P<names>{_HAN}(?:\s?[,，、・]\s?{_HAN}){{0,20}})\s?[:：]\s?(?=\S)")
_HAN_NAME = re.compile(_HAN)
_OF_SUBJECTS = tuple("論论法性化的系会學学館庁省部習习")  # ends of what has a subtitle, and of no given name
_IS_TITLE = 12.0  # bits, for the title and the parts behind it
_PARTED = 12.0  # bits
_LONGEST = 3000  # characters that are looked at
# Of a word, where the marks of a text that is set apart are not shown.
_OPENS, _CLOSES = re.compile(rf"[^\w{JOINER}]*{JOINER}"), re.compile(rf"{JOINER}[^\w{JOINER}]*\Z")
_LEAST_SET = 3  # words that are set apart: fewer are a name, or a term within a title
_SET = 6.0  # bits, that a part begins with a text that is set apart, and another behind it; of 4 to 8 the best on four folders of pages


class Line(NamedTuple):
    """A reference before its labels are final.

    Attributes:
        place: where it stands, without its number.
        number: the place of its number, or None.
        shown: its text.
        atoms: the words of it.
        weighed: the bits of each label for each of them.
        labels: the likeliest, by itself.
    """

    place: Place
    number: Place | None
    shown: Shown
    atoms: list[Atom]
    weighed: list[list[float]]
    labels: str


def weigh(document: Document, place: Place, number: Place | None = None, holes: tuple[Place, ...] = ()) -> Line:
    """Read a reference by itself; `holes` in it belong to the page."""
    shown = show(document, place, holes)
    line = atoms(shown.text)[:MOST_ATOMS]
    end = shown.text[line[-1].end :][:8] if line else ""
    weighed = model().emissions(as_initials(line, shown.text), end)
    if mark := _MARK.search(shown.text, 0, _LONGEST):
        _favour_title(weighed, line, mark)
    favour(weighed, line, shown.text)
    if (head := _HAN_NAMES.match(shown.text)) and all(map(_is_han_name, _HAN_NAME.findall(head["names"]))):
        _favour_names(weighed, line, head.end("names"))
    if isinstance(document, Bibliography):
        _part_at(weighed, line, shown, document.blocks(place))
    if JOINER in document.text[slice(*place)]:
        _favour_set(weighed, line, _set_apart(document, shown))
    return Line(place, number, shown, line, weighed, decode(weighed, line, model()))


def settle(line: Line, style: Style, partings: frozenset[str] = frozenset()) -> Line:
    """Read a reference again as one of its list; no part goes on over the signs that part them all."""
    half = len(LABELS) // 2
    weighed = [
        [*row[:half], *(bits - _PARTED for bits in row[half:])] if junction(atom.gap) in partings else row
        for row, atom in zip(line.weighed, line.atoms, strict=True)
    ]
    return line._replace(labels=decode(weighed, line.atoms, model(), style))


def _is_han_name(word: str) -> bool:
    return is_whole(word) and not word.endswith(_OF_SUBJECTS)


def _favour_names(weighed: list[list[float]], line: list[Atom], end: int) -> None:
    """Take what stands before a place for names, and what stands behind it for the title."""
    name, title, half = LABELS.index("A"), LABELS.index("T"), len(LABELS) // 2
    count = sum(atom.start < end for atom in line)
    for at, row in enumerate(weighed[:count]):
        row[name + (half if at else 0)] += _IS_TITLE
    if count < len(line):
        weighed[count][title] += _IS_TITLE


def _set_apart(document: Document, shown: Shown) -> Iterator[tuple[int, int]]:
    """Give where texts of some words begin and end, in the line, that are in italics or bold."""
    first = -1
    for i, run in enumerate(shown.runs):
        word = document.text[run.start : run.end]
        if _OPENS.match(word):
            first = i
        if first >= 0 and _CLOSES.search(word):
            if i - first + 1 >= _LEAST_SET:
                yield shown.runs[first].shown, run.shown + run.size
            first = -1


def _part_at(weighed: list[list[float]], line: list[Atom], shown: Shown, blocks: Iterator[int]) -> None:
    """Let no part go on over the beginning of a block."""
    starts, at = [shown.places(atom.start, atom.end)[0].start for atom in line], 0
    for block in blocks:
        at = bisect_left(starts, block, at)
        for row in weighed[at : at + 1]:
            row[len(LABELS) // 2 :] = [bits - _PARTED for bits in row[len(LABELS) // 2 :]]


def _lead(line: list[Atom], first: int) -> int:
    """Count the words that lead to a venue: `in *Software Security*`, `submitted to *IEEE Systems Journal*`."""
    before = [atom.text.lower() for atom in line[max(first - 2, 0) : first]]
    if len(before) > 1 and before[0] in CLASSES["undated"] and before[1] in ("to", "for"):
        return 2
    return int(bool(before) and before[-1] in CLASSES["in"])


def _favour_set(weighed: list[list[float]], line: list[Atom], spans: Iterator[tuple[int, int]]) -> None:
    """Let a part begin with a text that is set apart, and another behind it."""
    starts = [atom.start for atom in line]
    half = len(LABELS) // 2
    for span in spans:
        first, behind = (bisect_left(starts, place) for place in span)
        if lead := _lead(line, first):
            first -= lead
            for label in (0, half):
                weighed[first][LABELS.index("T") + label] -= _SET
        for at in {first, behind} - {0, len(line)}:
            weighed[at][half:] = [bits - _SET for bits in weighed[at][half:]]


def _favour_title(weighed: list[list[float]], line: list[Atom], mark: re.Match[str]) -> None:
    """Take what stands before the mark of a kind for a title, and the mark for a note; behind it another part begins."""
    title, note = LABELS.index("T"), LABELS.index("N")
    is_first, behind = True, False
    for row, atom in zip(weighed, line, strict=True):
        if mark.start("title") <= atom.start < mark.end("title"):
            row[title if is_first else title + len(LABELS) // 2] += _IS_TITLE
            is_first = False
        elif mark.end("title") <= atom.start < mark.end():
            row[note] += _IS_TITLE
            row[title + len(LABELS) // 2] -= _IS_TITLE
            behind = True
        elif behind:
            row[note + len(LABELS) // 2] -= _IS_TITLE
            behind = False
