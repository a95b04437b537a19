"""What stands between the entries of a list with marks, and is none of them: headings, remarks, the lines around the list.

An entry ends where its last line ends; how many lines it has, and how they go on, is learnt from the whole list. What stands behind
that, before the next mark, belongs to the document: `Week 3: Methods`, `Recommended:`, `2021`, `No class on Thursday.`
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from papercat.readers.layout import Row, ends_sentence
from papercat.text.months import MONTHS

# Lines that go on: they begin small, or with what stands within a reference and never begins a line of its own.
_GOES_ON = re.compile(
    r"\W{0,3}(?:[a-zß-öø-ÿ]|In:?\s|https?:|www\.|doi\b|DOI\b|arXiv:|[Vv]ol\b|[Pp]p\b|(?!(?:19|20)\d\d-)\d+\s?[-–(:]\s?\d)"
)
_GOES_ON_BEHIND_BLANK = re.compile(r"\W{0,3}(?:[a-zß-öø-ÿ]|https?:|doi\b|arXiv:)")
_IS_OPEN = re.compile(r"(?:[,;:&(–-]|\b(?:and|et|und|y|of|the|for|in|on|de|des|a|an))\s*\Z")
_DIGITS = re.compile(r"\d+")
_HEAD = re.compile(r"(\W{0,3}\w+)[\s.:]{0,3}0\b|(\w+(?: \w+)?):")  # "Week 0", "Jan. 0", "Further reading:"
_LONGEST = 100  # characters of a heading
LEAD = re.compile(r"[^\W\d_][^\d.,;:()\[\]\"“]{2,60}:\s*")  # words with a colon behind them, and no signs of a reference
_COUNTED = re.compile(r"\W{0,4}(?P<word>[^\W\d_]{3,12}(?: [^\W\d_]{2,12})?) (?P<count>\d{1,2})(?=\s?[:.(–—-]|\s{2}|\s?\Z)")
_MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]{{0,6}}\.?"
DAY = re.compile(
    rf"\W{{0,4}}(?:[^\W\d_]{{2,9}}[.,]{{0,2}} )?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}\.? {_MONTH})(?=\s?[:,(–—-]|\s{{2}}|\s?\Z)",
    re.IGNORECASE,
)
_SINGLE = 0.3  # of the entries of a list have one line each: then a second line of others is none of theirs
_SPACED = 0.8  # of the lines have an empty one before them: then these tell nothing
_DEEPER = 1  # blanks


class Span(NamedTuple):
    """The rows from the one that an entry begins in to the next one's.

    Attributes:
        first: the number of the row in which the entry begins.
        end: of the row in which the next one begins.
        indent: the blanks before the mark.
    """

    first: int
    end: int
    indent: int


def find_ends(rows: Sequence[Row], indents: Sequence[int], spans: Sequence[Span], *, is_wrapped: bool) -> list[int]:
    """Find for each entry of a list the row behind its last.

    >>> from papercat.text.document import Place
    >>> lines = ("Roth D. One. J. 2001.", "Week 2: Methods", "Xu F. Two. J. 2002.", "Li H. Three. J. 2003.")
    >>> rows = [Row(Place(0, 0), text) for text in lines]
    >>> find_ends(rows, [0] * 4, [Span(0, 2, 0), Span(2, 3, 0), Span(3, 4, 0)], is_wrapped=False)
    [1, 3, 4]
    """
    is_spaced = sum(row.after_blank for row in rows[1:]) > _SPACED * (len(rows) - 1)
    single = sum(span.end - span.first == 1 for span in spans) >= _SINGLE * len(spans)

    def goes_on(at: int) -> bool:
        pattern = _GOES_ON_BEHIND_BLANK if rows[at].after_blank else _GOES_ON
        return bool(_IS_OPEN.search(rows[at - 1].text[-12:]) or pattern.match(rows[at].text))

    def ends(span: Span, at: int) -> bool:
        row = rows[at]
        if row.after_blank and not is_spaced and not goes_on(at):
            return True
        if indents[at] > span.indent + _DEEPER and indents[at] > 0:
            return False
        return not row.wrapped and (indents[at] < span.indent or ((is_wrapped or single) and not goes_on(at)))

    found = [next((at for at in range(span.first + 1, span.end) if ends(span, at)), span.end) for span in spans]
    return _at_known(rows, spans, found)


def _at_known(rows: Sequence[Row], spans: Sequence[Span], ends: Sequence[int]) -> list[int]:
    """End entries also before lines with the form of what stands behind others: a full line may stand above a heading."""
    forms = Counter(form for span, end in zip(spans, ends, strict=True) for row in rows[end : span.end] if (form := _form(row.text)))
    out: list[int] = []
    for span, end in zip(spans, ends, strict=True):
        known = (at for at in range(span.first + 1, end) if forms[_form(rows[at].text)] and ends_sentence(rows[at - 1].text))
        out.append(next(known, end))
    return out


def _form(text: str) -> str:
    """Give what a heading has in common with its like, "" for a line of another kind."""
    bare = _DIGITS.sub("0", text)
    found = _HEAD.match(bare)
    return bare if bare == "0" else (found[1] or found[2] or "") if found else ""


def find_headings(rows: Sequence[Row]) -> frozenset[int]:
    """Find the rows that head parts of a document by counting them, by a day each, or by words with a colon that come again.

    >>> from papercat.text.document import Place
    >>> lines = ("Week 1: Foundations", "Required:", "Roth D. One. J. 2001.", "Week 2: Methods", "Required:", "Xu F. Two. J. 2002.")
    >>> sorted(find_headings([Row(Place(0, 0), text) for text in lines]))
    [0, 1, 3, 4]
    """
    short = [(number, row.text) for number, row in enumerate(rows) if len(row.text) <= _LONGEST and not row.wrapped and row.number is None]
    days = [number for number, text in short if DAY.match(text)]
    leads = Counter(text for _, text in short if LEAD.fullmatch(text))
    found = {number for number, text in short if leads[text] > 1} | set(days if len(days) > 1 else ())
    counted: dict[str, list[tuple[int, int]]] = {}
    for number, text in short:
        if match := _COUNTED.match(text):
            counted.setdefault(match["word"].casefold(), []).append((number, int(match["count"])))
    for numbers in counted.values():
        steps = [after - value for (_, value), (_, after) in pairwise(numbers)]
        found |= {number for number, _ in numbers} if steps and set(steps) == {1} else set()
    return frozenset(found)
