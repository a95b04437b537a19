"""Records that are made otherwise than nearly all of a page: what stands above, between and below its papers.

Interface text reads like papers: "Select All on Page" is a title, "Journal Search" names. But a page's records have the same
fields, set alike, with names that are known and titles of several words, and what the page says of itself has not. How
often each of these marks is there among the page's own records is weighed against how often strays have it.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log2

from papercat.readers.page.names import known_share
from papercat.readers.page.pieces import BLANK
from papercat.readers.page.quotes import is_quoted
from papercat.readers.page.records import ADDRESS, VALUE, Part

_FIELDS = ("A", "B", "V", "Y", VALUE, ADDRESS)
# How often strays have what records have, set by hand from the false records of the same pages.
_STRAY = {
    "A": 0.45, "B": 0.12, "V": 0.2, "Y": 0.15, VALUE: 0.15, ADDRESS: 0.15,
    "alike": 0.4, "known": 0.15, "several": 0.15, "wide": 0.35, "first": 0.5, "capital": 0.7, "ended": 0.3,
}  # fmt: skip
# How often papers of all pages have it, and so many records' worth of trust in that: of 9 lists none may be of one name by chance.
_USUAL = {"alike": 0.8, "known": 0.9, "several": 0.8, "wide": 0.9, "first": 0.8, "capital": 0.95, "ended": 0.1}
_TRUST, _DOUBT = 6.0, 1.0
# Bits for a record; at the head and the foot of a page, as far as strays go without a break, more is asked. Set on 78 kinds of pages
# read without any words of buttons: 90 -> 95.5 % of the records that were found are papers, 98.9 -> 98.4 % of the papers are found;
# on eight kinds that came later, with the words, 67 -> 90 %, and 97.7 % before and after.
_ODD, _AT_EDGE = -2.0, 1.0
_LEAST, _ROUNDS = 4, 4  # records that tell what is usual; times that it is found anew without the strays
_ENOUGH, _HEAD, _FOOT = 8, 5, 10  # of so many records the first and last parts are left out when the usual is first found
_WORDS = 3  # more are a title
_KNOWN = 0.25  # of `known_share`
_PAPERS, _NAMED = 4, 0.5  # records that are papers by themselves, and how much of `known_share` their names have
_ENDED, _LONG = 0.2, 100  # of the papers' titles end with a full stop, at most; characters of a sentence that is no title
_SAID_OF = re.compile(r"(?:[^\W\d_]+ ){1,3}“[^“”]{3,80}”,?(?: \w{1,12}\.?)?\Z")
_LISTED = (",", ";", " and ", " & ")
_Record = Sequence[Part]


def odd_records(records: Sequence[_Record]) -> frozenset[int]:
    """Find the records that are made otherwise than nearly all of a page, by their numbers.

    >>> from papercat.readers.page.pieces import Piece
    >>> from papercat.text.document import Place
    >>> def record(*texts):
    ...     return [Part(kind, [Piece(Place(0, 0), text, "line")]) for kind, text in zip("TAV", texts)]
    >>> papers = [record(f"Sleeper Agents That Persist {number}", "Evan Hubinger, Jesse Mu", "ACL 2024") for number in range(8)]
    >>> sorted(odd_records([record("Journal Search", "Select All"), *papers, record("Back to top")]))
    [0, 9]
    """
    core = {number: record for number, record in enumerate(records) if {part.kind for part in record} & set("TAB")}
    around = _around_quotes(core)
    core = {number: record for number, record in core.items() if number not in around}
    papers = frozenset(number for number, record in core.items() if _is_like_paper(record))
    found = _settled(core, _at_edges(list(core), papers)) | around
    if len(papers) < _PAPERS:
        return found
    if len(papers & found) > len(papers) / 2:  # the menu of a site can have more lines than the page has papers
        found = _settled(core, frozenset(core) - papers) | around
    if sum(_is_sentence(core[number]) for number in papers) <= _ENDED * len(papers):
        found |= {number for number, record in core.items() if _is_sentence(record) and all(part.kind != "A" for part in record)}
    return found


def _at_edges(order: Sequence[int], papers: frozenset[int]) -> frozenset[int]:
    """Give what stands above and below the papers of a page, or where few can be told, its first and last parts.

    Above the ten papers of an issue stand five lines of its journal's menu: were they usual, records without names would be.
    """
    if len(order) < _ENOUGH:
        return frozenset()
    if len(papers) >= _PAPERS:
        return frozenset(number for number in order if not min(papers) <= number <= max(papers))
    return frozenset([*order[: len(order) // _HEAD], *order[len(order) - len(order) // _FOOT :]])


def _around_quotes(core: Mapping[int, _Record]) -> frozenset[int]:
    """Find what is said of something in quotation marks, `Screening of “Primer”`, where most titles stand in them whole."""
    titles = {
        number: "".join(piece.text for piece in part.pieces) for number, record in core.items() for part in record if part.kind == "T"
    }
    quoted = sum(map(is_quoted, titles.values()))
    around = [number for number, title in titles.items() if _SAID_OF.match(title)]
    return frozenset(around) if quoted >= _LEAST and len(titles) - len(around) < 2 * quoted else frozenset()


def _is_sentence(record: _Record) -> bool:
    """Tell a long line that ends as a sentence, taken for a title: a text about a paper in several lines."""
    return any(
        part.pieces[-1].text.endswith(".") and sum(len(piece.text) for piece in part.pieces) > _LONG for part in record if part.kind == "T"
    )


def _settled(core: Mapping[int, _Record], out: frozenset[int]) -> frozenset[int]:
    """Find what is unlike the usual records, first without those that are `out`, until the same are found again."""
    order = list(core)
    last: frozenset[int] = frozenset()
    for _ in range(_ROUNDS):
        if len(core) - len(out) < _LEAST:
            return last if len(core) > 2 * len(last) else frozenset()
        last, out = out, _unlike(core, [core[number] for number in order if number not in out])
        if out == last:
            break
    return out


def _is_like_paper(record: _Record) -> bool:
    """Tell a record of a title of several words with known names, whatever the page's others are."""
    names = [piece.text for part in record if part.kind == "A" for piece in part.pieces]
    wide = any(sum(piece.text.count(" ") + 1 for piece in part.pieces) > _WORDS for part in record if part.kind == "T")
    return wide and bool(names) and known_share(names) > _NAMED


def _unlike(core: Mapping[int, _Record], usual: Sequence[_Record]) -> frozenset[int]:
    """Find the records that are unlike the usual ones."""
    settings = Counter(_setting(part) for record in usual for part in record if part.kind == "T")
    begins = Counter(_beginning(record) for record in usual)
    like = max(settings, key=settings.__getitem__, default=None), max(begins, key=begins.__getitem__)
    shares = _shares([_marks(record, *like) for record in usual])
    first = next(iter(core), 0)
    bits = {number: _bits(_marks(record, *like, is_first=number == first), shares) for number, record in core.items()}
    out = {number for number, one in bits.items() if one < _ODD}
    for edge in (list(bits), list(reversed(bits))):
        for number in edge:
            if bits[number] >= _AT_EDGE:
                break
            out.add(number)
    return frozenset(number for number in out if not _has_labelled_names(core[number]))


def _has_labelled_names(record: _Record) -> bool:
    """Tell a title with authors that a label or the form of their line tells, which no stray has: "Editorial Introduction" by V Zwass.

    A label with nobody beside it can be a link of a menu: "Authors", above "Affiliations" and "Award Winners".
    """
    told = [part.pieces[0] for part in record if part.kind == "A" and part.pieces[0].fixed == VALUE]
    return any(part.kind == "T" for part in record) and any(piece.text for piece in told)


def _marks(record: _Record, setting: object, beginning: object, *, is_first: bool = False) -> dict[str, bool]:
    """Say of a record which marks it has, of those that it can have; each first line of a page is set off."""
    kinds = {part.kind for part in record}
    marks = {kind: kind in kinds for kind in _FIELDS}
    titles = [part for part in record if part.kind == "T"]
    names = [piece.text for part in record if part.kind == "A" for piece in part.pieces]
    if titles:
        marks["capital"] = any(not part.pieces[0].text[:1].isdigit() and not part.pieces[0].text[:1].islower() for part in titles)
        marks["ended"] = any(part.pieces[-1].text.endswith(".") for part in titles)
        marks["wide"] = any(sum(piece.text.count(" ") + 1 for piece in part.pieces) > _WORDS for part in titles)
    if titles and not is_first:
        marks["alike"] = any(_setting(part) == setting for part in titles)
    if names:
        marks["known"] = known_share(names) > _KNOWN
        marks["several"] = len(names) > 1 or any(sign in names[0] for sign in _LISTED)
    begins = _beginning(record)
    if begins and not is_first:
        marks["first"] = begins == beginning
    return marks


def _setting(part: Part) -> tuple[str, bool, bool]:
    return part.pieces[0].form, part.pieces[0].opens, part.pieces[0].before == BLANK


def _beginning(record: _Record) -> tuple[str, bool] | None:
    return next(((part.kind, part.is_fresh) for part in record if part.kind in "TABVY"), None)


def _shares(marked: Sequence[Mapping[str, bool]]) -> dict[str, float]:
    """Measure how often the usual records have each mark."""
    has, can = Counter[str](), Counter[str]()
    for marks in marked:
        can.update(marks.keys())
        has.update(mark for mark, there in marks.items() if there)
    trust = {mark: _TRUST if mark in _USUAL else _DOUBT for mark in _STRAY}
    return {mark: (has[mark] + _USUAL.get(mark, 0.5) * trust[mark]) / (can[mark] + trust[mark]) for mark in _STRAY}


def _bits(marks: Mapping[str, bool], shares: Mapping[str, float]) -> float:
    """Add up what the marks of a record say for a paper of this page and against a stray."""
    return sum(
        log2(shares[mark] / _STRAY[mark]) if there else log2((1 - shares[mark]) / (1 - _STRAY[mark])) for mark, there in marks.items()
    )
