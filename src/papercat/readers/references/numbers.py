"""The numbers of a list, or other signs: which at the start of its references are them, decided for the whole list."""

import re
from collections.abc import Iterable, Iterator, Sequence

from papercat.readers.references.signs import Mark, find_signs

_BLANKS = r"[\s\u200b\u2060\ufeff]+"
_NUMBER_FIRST = r"\d{1,4}(?:[.)]\s|[A-Za-z]|[ -][^\W\d_]|,\d{3})"  # as titles begin too: "5. 1985 Opinion Survey", "7. 3D models"
# The forms of a number, each at the start of a line or, glued to the reference before it, within one. What stands before is asked behind
# the first digit: a search for a digit is ten times as fast as one for what stands before it.
_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\[[ ]?(\d{1,4})[ ]?\]",
        rf"(\d(?<![\d(–-]\d)\d{{0,3}})\.(?={_BLANKS}(?:[^\s\d]|{_NUMBER_FIRST})|[A-Z][a-z])",
        r"\((\d{1,4})\)",
        r"(\d(?<![\d(\[.,–-]\d)\d{0,3})\)(?=\s)",
        r"(\d(?<![\d.(–-]\d)\d{0,3})(?=\t|[ ]{2,}\S)",
        r"(\d(?<![\d.,(–-]\d)\d{0,2})(?=[ ][A-ZÀ-Þ][\w'’-]+,? [A-Z])",
    )
)
_LINE_START_ONLY = 4  # forms from here on count at line starts alone
# As theses of Northern universities number their papers: "III\tCórdoba, J.-R., …"; a heading with such a number is shorter.
_ROMAN = re.compile(r"([IVX](?<![^\W\d_][IVX])[IVX]{0,6})(?=(?:\t|[ ]{2,})[ ]*\S[^\n]{30})")
_ROMANS = {
    f"{ten}{one}": 10 * i + j for i, ten in enumerate(("", "X", "XX")) for j, one in enumerate(" I II III IV V VI VII VIII IX".split(" "))
}
_AGAIN = re.compile(r"[\s\u200b\u2060\ufeff]*(?:\[(\d{1,4})\]|\((\d{1,4})\)|(\d{1,4})[.)](?=\s))[\s\u200b\u2060\ufeff]*")
_DIGITS = re.compile(r"\d+")
# what ends a reference without a full stop, so that the number glued to it cannot be told from it but by the count of the list
_ADDRESS = re.compile(r"(?:\b10\.\d{4,9}/|arXiv:|https?://)\S{1,300}?\.(?=\s+[^\W\d_])", re.IGNORECASE)
_STOPPED = 1  # the form of a number with a full stop
_BEHIND = re.compile(r"[\s\u200b\u2060\ufeff]*")
_END_BEFORE = re.compile(r"[.?!)\]\d\w/”\"][\s]*\Z")
_MOST_MISSING = 4  # numbers that a list may lose in one place
_NEAR = 6  # numbers within which the second of a list stands
_YEARS = range(1450, 2100)  # no list begins with such a number
_ANEW = 2  # times more than so often a 1 begins a line where each part of a list is counted by itself


def find_marks(text: str, starts: Sequence[int], least: int = 2, shown: Sequence[str] = ()) -> list[Mark]:
    """Find the marks of the references of a list, none if it has none.

    Args:
        text: the document.
        starts: where its lines begin, blanks aside.
        least: fewer are no numbers of a list, unless it has one reference.
        shown: the lines as they are to be read, if they are not as they stand there.

    >>> text = "[1] Smith J. One. 2001.[2] Xu F. Two. 2002."
    >>> [text[mark.start : mark.end] for mark in find_marks(text, [0])]
    ['[1] ', '[2] ']
    """
    chains = [_chain(text, form, frozenset(starts), is_inner=i < _LINE_START_ONLY) for i, form in enumerate(_FORMS)]
    best = max(*chains, _roman(text, frozenset(starts)), key=len)
    if best is chains[_STOPPED]:
        best = [*_with_glued(text, best)]
    if len(best) >= least:
        return [_whole(text, start, end) for start, end in best]
    if signs := find_signs(text, starts, least, shown or [text[start : start + 2] for start in starts]):
        return signs
    return [_whole(text, *span) for span in best if span[0] == starts[0]] if starts else []


def _whole(text: str, start: int, end: int) -> Mark:
    """Take the blanks behind a number to it, and a second number (`[3] 3. Ruder S`)."""
    behind = _BEHIND.match(text, end)
    end = behind.end() if behind else end
    again, number = _AGAIN.match(text, end), _DIGITS.search(text, start, end)
    return Mark(start, again.end() if again and number and again[again.lastindex or 0] == number[0] else end)


def _roman(text: str, starts: frozenset[int]) -> list[tuple[int, int]]:
    r"""Take the Roman numbers that count up from I, at line starts or glued to the reference before.

    >>> text = "I\tRivas, C. (2009) On spaces of group orderings.II\tGupta, A. (2017) What and How ISR Publishes."
    >>> [text[slice(*span)] for span in _roman(text, frozenset({0}))], _roman("I\tArticles\nII\tBooks", frozenset({0, 11}))
    (['I', 'II'], [])
    """
    chain: list[tuple[int, int]] = []
    last = 0
    for match in _ROMAN.finditer(text):
        start, value = match.start(), _ROMANS.get(match[1], 0)
        is_outside = start in starts
        most = _MOST_MISSING if is_outside and last else 1
        if last < value <= last + most and (is_outside or (last and _END_BEFORE.search(text, max(0, start - 4), start))):
            chain.append(match.span())
            last = value
    return chain


def _chain(text: str, form: re.Pattern[str], starts: frozenset[int], *, is_inner: bool) -> list[tuple[int, int]]:
    found = [(match.start(), match.end(), int(match[1]), match.start() in starts) for match in form.finditer(text)]
    outer = {value for _, _, value, at_start in found if at_start}
    if not outer:
        return []
    up = _rising(_candidates(text, found, outer, is_inner=is_inner))
    down = _rising([(start, end, -value, outside) for start, end, value, outside in found if outside])
    return max(up, down, key=len)


def _with_glued(text: str, chain: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give the numbers of a chain, and those it lacks where an address ends with them: `arXiv:1507.052954. Louis A`, between 3 and 5."""
    behind = [*((start, int(text[start : end - 1])) for start, end in chain[1:]), (len(text), 0)]
    for (start, end), (stop, following) in zip(chain, behind, strict=False):
        yield start, end
        number = int(text[start : end - 1]) + 1
        for address in _ADDRESS.finditer(text, end, stop) if number != following else ():
            at = address.end() - 1 - len(str(number))
            if text.startswith(str(number), at) and text[at - 1].isdecimal():
                yield at, address.end()
                number += 1


def _candidates(
    text: str, found: Iterable[tuple[int, int, int, bool]], outer: set[int], *, is_inner: bool
) -> Iterator[tuple[int, int, int, bool]]:
    for start, end, value, outside in found:
        if outside or (is_inner and value not in outer and _END_BEFORE.search(text, max(0, start - 4), start)):
            yield start, end, value, outside


def _rising(found: Iterable[tuple[int, int, int, bool]]) -> list[tuple[int, int]]:
    """Take the numbers that count up by one; at line starts some may be missing, and another list may begin with 1 and 2."""
    rows = list(found)
    begins_anew = sum(outside and value == 1 for _, _, value, outside in rows) > _ANEW
    chain: list[tuple[int, int]] = []
    last: int | None = None
    for at, (start, end, value, outside) in enumerate(rows):
        if (
            (last is None and outside and abs(value) not in _YEARS)
            or (last is not None and (value == last + 1 or (outside and last < value <= last + _MOST_MISSING)))
            or (last is not None and outside and value == 1 and (begins_anew or (last > 1 and _goes_on(rows[at + 1 : at + _NEAR]))))
        ):
            chain.append((start, end))
            last = value
    return chain


def _goes_on(behind: Sequence[tuple[int, int, int, bool]]) -> bool:
    """Tell the first number of another list: the next at a line's start is 2, or another 1, or there is none."""
    return next((value for _, _, value, outside in behind if outside), 1) in (1, 2)
