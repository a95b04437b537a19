"""Pages where names follow their title in one line with nothing between: `Learning from K-NN Graphs Jonathan Root, Jing Qian`.

Which words are names is found for the whole page at once (Viterbi's algorithm over words and names): the lists know most words of
names and few of titles, commas part names, and lines end with them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from papercat.names.cut import look
from papercat.names.lexicon import is_known
from papercat.names.runs import name_bits
from papercat.names.words import CONJUNCTIONS, PARTICLES, is_initials, is_suffix
from papercat.readers.layout import Row
from papercat.readers.page.names import LEADING, PROSE_WORDS, nameness
from papercat.text.document import Document, Place

# Bits, fitted to 6,000 titles of the ACL Anthology with the first name of their authors behind them; of 6,000 others 97 % are cut at the
# right word. Of a word of a name: one that the lists know, another, one in capitals, initials, one with an accent.
_LISTED, _UNLISTED, _SHOUTED, _INITIAL, _ACCENT = 2.6, -4.4, -5.9, 2.0, 1.0
_LENGTHS, _LONGER = {2: 0.0, 3: -1.1}, -0.8  # of so many words, and of more
_BEHIND_SMALL = 2.0  # the title ends with a small word: then capitals begin names
# Bits, set by hand on 17 renderings of one page and checked on pages of other makers.
_WHOLE = 5.0  # words between two commas are one name
_BEGIN = -3.0  # of a list: most words of a page are no names
_UNLIKELY, _ALONE = -2.0, -9.0  # of a name between commas: of each word at least, and of a single word that is no name
_LINE_IN_TITLE, _SMALL_BEGINS = -7.0, -4.0
_SIGNS = 20  # characters of bullets and quotes before a title
_LONGEST = 6  # words of a name
_FEWEST, _SHARE = 3, 0.5  # lines with both, and of all lines that begin a title
_LEAST_WORDS = 2  # of a title
_LOOKED_AT = 60  # rows
_BY_INITIAL, _INITIALS_FIRST = -5.0, 0.1  # of the first name, where fewer of the others begin so
_LIST = 0.3  # of `nameness`: so much has a list of names
_HALF = -0.5  # of `nameness`: so much has a word that can be half of a name
_INNER = re.compile(r"(?<=[^\W\d_A-ZÀ-ÖØ-Þ]{2})(?=[A-ZÀ-ÖØ-Þ][^\W\d_A-ZÀ-ÖØ-Þ])")
_COMMAS = ",;，；、"
_WORDS = re.compile(r"\S+")
_NO_NAME = re.compile(r"[\d:?!()\[\]\"“”@/=+$]|['’]s\Z")
# What parts two words. Names that have a line of their own are found without this.
SPACE, GLUED, WRAPPED, BROKEN, PARTED = "space", "glued", "wrapped", "broken", "parted"
_BEGIN_TITLE = {BROKEN: 0.0, WRAPPED: -4.0, GLUED: -3.0}
_BEGIN_NAMES = {BROKEN: -6.0, GLUED: -1.0, PARTED: 3.0}
_IN_NAME = {BROKEN: -9.0, PARTED: -9.0, GLUED: -1.0}


class Word(NamedTuple):
    """A word of a page.

    Attributes:
        place: where it stands, with the signs around it.
        text: its letters, readable, without brackets and the comma behind it.
        gap: what is before it.
        ends: a comma stands behind it.
        closes: so does a bracket that is opened before it.
        row: the number of its row.
    """

    place: Place
    text: str
    gap: str
    ends: bool
    closes: bool
    row: int


class _Field(NamedTuple):
    """Words from the first up to before the last: of a title, or of names."""

    first: int
    last: int
    is_names: bool


class _Step(NamedTuple):
    """The best way to a place between words: its score, the place before, and whether that ends a name."""

    score: float
    last: int
    from_names: bool


_NO_STEP = _Step(-1e9, 0, from_names=False)


class Seams(NamedTuple):
    """Where titles begin on a page whose lines run on, where names do that nothing parts from them, and those behind a sign."""

    titles: frozenset[int] = frozenset()
    names: frozenset[int] = frozenset()
    parted: frozenset[int] = frozenset()


def cut_run_ons(document: Document, rows: list[Row], *, is_run_on: bool = False) -> tuple[list[Row], Seams]:
    r"""Cut the rows of a page between titles and names that nothing parts, where most lines are so; give where they begin.

    >>> from papercat.readers.layout import lay_out
    >>> lines = "Deep Anomaly Detectors Jonathan Root, Jing Qian", "Sleeper Agents in the Wild Evan Hubinger, Jesse Mu, Meg Tong"
    >>> page = Document("a.txt", "\n".join([*lines, "Language Models are Few-Shot Learners Tom Brown, Benjamin Mann"]))
    >>> [row.text for row in cut_run_ons(page, lay_out(page).rows)[0]][:4]
    ['Deep Anomaly Detectors', 'Jonathan Root, Jing Qian', 'Sleeper Agents in the Wild', 'Evan Hubinger, Jesse Mu, Meg Tong']
    """
    if not (is_run_on or _may_run_on(rows)):
        return rows, Seams()
    sample = list(_words(document, rows[:_LOOKED_AT]))
    if not _runs_on(sample, _fields(sample)):
        return rows, Seams()
    words = list(_words(document, rows))
    fields = _fields(words)
    return list(_cut(document, rows, words, fields)), _seams(words, fields)


def _runs_on(words: Sequence[Word], fields: Sequence[_Field]) -> bool:
    """Tell whether most titles of a page have names behind them in their line."""
    titles = sum(not one.is_names and one.last - one.first >= _LEAST_WORDS for one in fields)
    return sum(1 for _ in _behind_titles(words, fields)) > max(_FEWEST - 1, _SHARE * titles)


def _seams(words: Sequence[Word], fields: Sequence[_Field]) -> Seams:
    """Give where fields begin; what stands above the first title with names is a head, and begins no record."""
    names = [words[one.first] for one in _behind_titles(words, fields)]
    titles = [words[one.first].place.start for one in fields if not one.is_names]
    above = max((start for start in titles if start < names[0].place.start), default=0)
    parted = frozenset(word.place.start for word in names if word.gap == PARTED)
    run_on = frozenset(word.place.start for word in names) - parted
    return Seams(frozenset(start for start in titles if start >= above), run_on, parted)


def _behind_titles(words: Sequence[Word], fields: Sequence[_Field]) -> Iterator[_Field]:
    """Give the names that begin within a line."""
    return (one for one in fields[1:] if one.is_names and words[one.first].gap != BROKEN)


def _may_run_on(rows: Sequence[Row]) -> bool:
    """Tell quickly whether lines of a page can end with names that begin within them: they have commas, and names behind one."""
    return sum(map(_can_run_on, rows[:_LOOKED_AT])) >= _FEWEST


def _can_run_on(row: Row) -> bool:
    head, *parts = row.text.split(", ")
    return bool(parts) and head.count(" ") >= _LEAST_WORDS and nameness(head) < _LIST and any(nameness(part) > _HALF for part in parts)


def _words(document: Document, rows: Sequence[Row]) -> Iterator[Word]:
    """Give the words of some rows; signs alone are none, they part those around them."""
    for number, row in enumerate(rows):
        gap = WRAPPED if row.wrapped else BROKEN
        for match in _WORDS.finditer(document.text, *row.place):
            edges = [match.start(), *(match.start() + cut.start() for cut in _INNER.finditer(match[0])), match.end()]
            for start, end in pairwise(edges):
                word = _word(document, Place(start, end), gap, number)
                if any(map(str.isalnum, word.text)):
                    yield word
                    gap = GLUED
                elif gap not in (BROKEN, WRAPPED):
                    gap = PARTED
            gap = SPACE if gap == GLUED else gap


def _word(document: Document, place: Place, gap: str, row: int) -> Word:
    raw = document.text[slice(*place)]
    opens = raw[0] == "(" and ")" not in raw
    bare = raw.rstrip(_COMMAS)
    closes = bare.endswith((")", ").")) and "(" not in bare
    inner = Place(place.start + opens, place.start + len(bare.rstrip(").")) if closes else place.end)
    shown = document.text[slice(*inner)]
    if not shown.isascii() or "\\" in shown or "&" in shown:
        shown = document.show(*inner)
    gap = PARTED if opens and gap == SPACE else gap
    return Word(place, shown.rstrip(_COMMAS), gap, not closes and len(bare) < len(raw), closes, row)


def _fields(words: Sequence[Word]) -> list[_Field]:
    """Find the likeliest way to part all words into titles and names."""
    titles, names = [_Step(0.0, 0, from_names=False)], [_NO_STEP]
    by_initial = _BY_INITIAL * (not _begin_with_initials(words))
    for end in range(1, len(words) + 1):
        titles.append(_as_title(words, end - 1, titles[-1].score, names[-1].score))
        names.append(max(_as_names(words, end, titles, names, by_initial), default=_NO_STEP) if _may_end(words, end) else _NO_STEP)
    end, in_names, kinds = len(words), names[-1].score > titles[-1].score + _LINE_IN_TITLE, list[str]()
    while end:
        step = (names if in_names else titles)[end]
        kinds += ("A" if in_names else "T") * (end - step.last)
        end, in_names = step.last, step.from_names
    return _gathered(words, "".join(reversed(kinds)))


def _gathered(words: Sequence[Word], kinds: str) -> list[_Field]:
    """Gather the words of a field; a title does not go on behind a break that is no wrap."""
    starts = [i for i in range(len(words)) if not i or kinds[i] != kinds[i - 1] or (kinds[i] == "T" and words[i].gap == BROKEN)]
    return [_Field(first, last, kinds[first] == "A") for first, last in zip(starts, [*starts[1:], len(words)], strict=True)]


def _may_end(words: Sequence[Word], end: int) -> bool:
    """Tell whether a name can end before a word: a separator follows, or a break."""
    if end == len(words) or words[end - 1].ends or words[end - 1].closes:
        return True
    return words[end].gap != SPACE or words[end].text.lower() in CONJUNCTIONS


def _as_title(words: Sequence[Word], place: int, title: float, names: float) -> _Step:
    """Score a word as one of a title, which goes on or begins with it."""
    word = words[place]
    begin = _BEGIN_TITLE.get(word.gap, _NO_STEP.score) + _SMALL_BEGINS * word.text[:1].islower()
    onward = title + (_LINE_IN_TITLE if word.gap == BROKEN and place else 0.0)
    return max(_Step(names + begin, place, from_names=True), _Step(onward, place, from_names=False))


def _begin_with_initials(words: Sequence[Word]) -> bool:
    """Tell whether names behind commas begin with initials."""
    behind = [word.text for before, word in pairwise(words) if before.ends]
    return sum(map(is_initials, behind)) > _INITIALS_FIRST * len(behind)


def _as_names(words: Sequence[Word], end: int, titles: Sequence[_Step], names: Sequence[_Step], by_initial: float) -> Iterator[_Step]:
    """Score the names that end before a place, each with what is before it."""
    bits = 0.0
    texts: list[str] = []
    for first in range(end - 1, max(end - 2 - _LONGEST, -1), -1):
        word, before = words[first], words[first - 1] if first else None
        if texts and word.text.lower() in CONJUNCTIONS:
            yield _Step(_whole(bits, texts) + names[first].score, first, from_names=True)
            return
        if ((word.ends or word.closes) and texts and not is_suffix(texts[0])) or not _may_be_of_name(word.text):
            return
        bits += _word_bits(word.text)
        texts.insert(0, word.text)
        if before and before.ends:
            yield _Step(_whole(bits, texts) + names[first].score, first, from_names=True)
        if before and _may_begin(word, before) and (len(texts) > 1 or nameness(texts[0]) > 0):
            begin = _begin(word, before) + by_initial * is_initials(word.text)
            yield _Step(titles[first].score + bits + _shape(texts) + begin, first, from_names=False)
        bits += _IN_NAME.get(word.gap, 0.0)


def _whole(bits: float, texts: Sequence[str]) -> float:
    """Score words that separators set off as a name."""
    return max(bits, _UNLIKELY * len(texts)) + _WHOLE + _shape(texts)


def _shape(texts: Sequence[str]) -> float:
    """Score how words make one name, by their number and by what is known of given and family names."""
    if len(texts) == 1:
        return 0.0 if nameness(texts[0]) > 0 else _ALONE
    return name_bits(look(tuple(texts))) + _LENGTHS.get(len(texts), _LONGER)


def _may_begin(word: Word, before: Word) -> bool:
    """Tell whether a title can end before a list of names: not with a comma or a colon, not with "of" or an initial."""
    if word.text[0].islower() or before.ends or before.text.endswith(":"):
        return False
    return before.text not in LEADING and not (before.text.endswith(".") and is_initials(before.text))


def _begin(word: Word, before: Word) -> float:
    """Price a list of names that begins behind a title."""
    return _BEGIN + _BEGIN_NAMES.get(word.gap, 0.0) + _BEHIND_SMALL * before.text[:1].islower()


def _may_be_of_name(text: str) -> bool:
    if not text[:1].isalpha() or _NO_NAME.search(text):
        return False
    return not text[0].islower() or (text in PARTICLES and text not in PROSE_WORDS)


def _word_bits(text: str) -> float:
    if is_initials(text):
        return _INITIAL
    if text[0].islower():
        return 0.0
    if text.isupper() and text.isascii():
        return _SHOUTED
    return (_LISTED if is_known(text) else _UNLISTED if text.isascii() else 0.0) + _ACCENT * (not text.isascii())


def _cut(document: Document, rows: Sequence[Row], words: Sequence[Word], fields: Sequence[_Field]) -> Iterator[Row]:
    """Give a row for each title and its names, which may have stood in several, and the others as they were."""
    last_row = -1
    for one, after in zip(fields, [*fields[1:], None], strict=True):
        in_line = one.is_names and words[one.first].gap != BROKEN
        has_names = after is not None and after.is_names and words[after.first].gap != BROKEN
        begin, end = words[one.first].row, words[one.last - 1].row
        if in_line or has_names or words[one.first].gap == GLUED or begin == last_row:
            yield _row_of(document, rows[begin], Place(words[one.first].place.start, words[one.last - 1].place.end))
        else:
            yield from rows[begin : end + 1]
        last_row = end


def _row_of(document: Document, row: Row, place: Place) -> Row:
    """Make a row of a field; what stands before the first word of a row, as a bullet, stays with it."""
    before = Place(row.place.start, place.start)
    heads = before.end - before.start < _SIGNS and not any(map(str.isalnum, document.text[slice(*before)]))
    place = Place(row.place.start, place.end) if heads else place
    return Row(place, document.show(*place), row.number if heads else None, after_blank=row.after_blank and heads, glued=not heads)
