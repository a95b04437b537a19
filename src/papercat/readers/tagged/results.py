r"""PubMed's list of results, as it is pasted from the site, mailed or saved as "Summary", and Europe PMC's.

Each record has a line that says where it stands and, behind it, `PMID:`; these two are found first. Above them stand title and authors,
below them perhaps a few lines of the abstract, and between two records the buttons of the page. In a summary a record is one paragraph.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import chain, pairwise, takewhile
from typing import NamedTuple

from papercat.models import Issue, Paper
from papercat.names import dot_all
from papercat.names.ways import BLOCK
from papercat.readers.draft import furniture_issues
from papercat.readers.layout import find_printed
from papercat.readers.record import Record
from papercat.readers.tagged.pubmed import dotted, without_stop
from papercat.text.document import Document, Place
from papercat.text.lines import Line, has_blank_line, split_lines

_MONTH = r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}|Spring|Summer|Autumn|Fall|Winter)"
_YEAR = r"(?:1[89]|20)\d\d"
_DATE = rf"(?P<date>{_YEAR}(?:-{_YEAR})?(?:\s{_MONTH}(?:\s\d{{1,2}})?(?:[-/](?:{_MONTH})?(?:\s?\d{{1,2}})?)?)?)"
# no journal of PubMed's has the end of a sentence within its name; a title may end with a question
_VENUE = r"(?P<venue>\w(?:[^;.?!]|[.?!](?=\S)){1,160}?)"
_NUMBERS = r"(?P<volume>[\w/-]{1,12}(?:\s(?:Suppl|Pt|Spec)\.?(?:\s\w{1,6}){0,2})?)?(?:\((?P<issue>[^()\n]{1,40})\))?"
_STATUS = (
    r"(?:\s{0,4}(?P<status>(?:(?:Epub|eCollection|Print|Online|Collection)\b[^.]{0,40}\.?\s{0,4}){1,3}"
    r"(?:(?:Erratum|Comment|Update|Retraction|Republished|Expression)\b[^\n]{0,300})?))?"
)
PUBMED = re.compile(
    rf"{_VENUE}\.\s{{1,3}}{_DATE}(?:;\s?{_NUMBERS})?(?::\s?(?P<pages>[^;\n]{{1,40}}?))?(?:;\s[^.;]{{3,60}})?\."
    r"(?:\s{1,4}doi:\s{0,3}(?P<doi>10\.\d{4,9}/\S+?)\.?(?=\s|\Z))?"
    r"(?:\s{1,4}(?P<status>(?:(?:Epub|eCollection|Print|Online|Collection)\b[^.]{0,40}\.?\s{0,4}){1,3}))?"
    r"(?:\s{0,4}(?P<related>(?:Erratum|Comment|Update|Retraction|Republished|Expression|Corrected)\s[^\n]{0,300}(?:\n\S[^\n]{0,300}){0,9}))?"
    r"(?:\s{1,4}(?P<language>[A-Z][a-z]{3,20}(?:,\s[A-Z][a-z]{3,20})?)\.)?\s{0,4}\Z"
)
# What stands between the names and `PMID:` says where, whatever it looks like: "Disability and rehabilitation. Assistive technology. 2011
# Mar 8;6(5):440-452.", a journal alone, a date alone.
_BETWEEN = re.compile(
    rf"(?:(?P<venue>(?!{_YEAR}\s|{_YEAR}\.|doi:|Epub)[^\W_].{{1,300}}?)(?:\.{{1,2}}\s{{1,3}}(?={_YEAR}|doi:|Epub)|\.{{0,2}}\s{{0,4}}\Z))?"
    rf"(?:{_DATE}(?:;\s?{_NUMBERS})?(?::\s?(?P<pages>[^;\n]{{1,40}}?))?(?:;\s[^.;]{{3,60}})?\.)?"
    rf"(?:\s{{0,4}}doi:\s{{0,3}}(?P<doi>10\.\d{{4,9}}/\S+?)\.?(?=\s|\Z))?{_STATUS}\s{{0,4}}\Z",
    re.DOTALL,
)
# a summary's journal with no date: "Proc Natl Acad Sci U S A." or "BMJ Open. doi: 10.5281/zenodo.1177459."
_UNDATED = re.compile(rf"{_VENUE}\.(?:\s{{1,4}}doi:\s{{0,3}}(?P<doi>10\.\d{{4,9}}/\S+?)\.?(?=\s|\Z))?{_STATUS}\s{{0,4}}\Z")
# "2023 Nov 25. In: StatPearls [Internet]. Treasure Island (FL): StatPearls Publishing; 2025 Jan–."
_BOOK = re.compile(
    rf"{_DATE}\.\s{{1,4}}In:\s{{1,4}}(?P<venue>\S[^.;\n]{{1,160}})\."
    r"\s(?:[^:;.]{2,80}:\s{1,4}(?P<publisher>[^;:.]{2,80});\s)?[^;]{0,60}\Z"
)
# "Nature, 596(7873):583-589, 15 Jul 2021"
_EUROPE = re.compile(
    rf"(?P<venue>\w[^;\n]{{1,160}}?),\s{_NUMBERS}(?::\s?(?P<pages>[^;,\n]{{1,40}}?))?,\s"
    rf"(?P<date>(?:\d{{1,2}}\s)?{_MONTH}\s{_YEAR})\.?\s{{0,4}}\Z"
)
_SOURCES, _SOURCES_OF_SUMMARIES = (PUBMED, _BOOK, _EUROPE), (PUBMED, _BOOK, _UNDATED)
_PMID = re.compile(r"(?:Cited by:?\s?[\d,]{0,9}\s?(?:articles?)?\s?\|\s?)?PMID:\s{0,3}(?P<pmid>\d{1,8})(?!\d)")
_PMCID = re.compile(r"[\s;|.]{0,4}PMCID:\s{0,3}(?P<pmcid>PMC\d{1,9})\b")
_FLAG = re.compile(r"[^\s.|;\[\]][^.|;\[\]]{2,60}")
_REST = re.compile(r"[^\r\n\v\f\u2028\u2029]*")
_SIGNS = re.compile(r"[ .;]{0,9}")
_ACCESS = re.compile(r"free\b|no abstract", re.IGNORECASE)
# lines of the page between two records
PUBMED_FURNITURE = re.compile(
    r"\s*(?:\[?\d{1,5}[\].]?|"
    r"(?:\d{1,5}\s+)?(?:cite|share|save|email|send to|comment in|references|review|clinical trial|expand)(?:\s+share)?|"
    r"select item \d{1,9}|affiliations?(?: expand)?|(?:see all )?[\"“]?(?:similar|related|cited by|free)\b[\w \"”]{0,30}\.?|"
    r"no abstract available\.?|\[pubmed - [^\]\n]{3,40}\]|item in clipboard|add to \w{1,20}(?: \w{1,20})?|read article for free.{0,40})\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s{0,4}\[?\d{1,5}[\].:]\s{1,4}(?=\S)")
_JUNIOR = re.compile(r"(?:Jr|Sr|2nd|3rd|[4-9]th|I{1,3}|IV)\.?")
_OTHERS = re.compile(r"(?:et al|…|\.{2,3})\.?")
_LONG_WORD = 3  # letters; a shorter word in small ones may belong to a name, as "van", "de", "al"
# Who signs as a body, "GBD 2019 Diseases and Injuries Collaborators", has one of these words, and no small ones but these.
_BODY = re.compile(
    r"\b(?:Group|Collaborat(?:ors?|ion|ive)|Consortium|Committee|Investigators|Society|Network|Team|Association|Initiative|Panel|Council|"
    r"College|Academy|Federation|Foundation|Institute|Organi[sz]ation|Task Force|Program(?:me)?|Alliance|Centers?)\b"
)
_SMALL = frozenset("of and for the in on to de du la et und der".split())
_STOP = re.compile(r"[.?!…。][\])\"'”’]{0,3}\s*\Z")
_ENDS = re.compile(r"(?<=[.?!\]])\s+")
_UP = 3  # lines over which a source goes on at most, in mails
_FULL = 45  # characters; a shorter line did not end because it was full
_TITLE = 500  # characters; a longer one has another record in it
# What is in longer lines and of no record: a page of one paper with its abstract and those that are like it has more, by ten of them.
_BUTTON, _FOREIGN, _AROUND = 60, 0.25, 350  # characters; of those of the records; characters


class _Anchor(NamedTuple):
    """Where a record says its source and its ids, and the numbers of the first and last of these lines."""

    source: re.Match[str]
    pmid: re.Match[str]
    first: int
    last: int


class _Above(NamedTuple):
    """The lines above ids, up to the record before, and the place where the last of them ends."""

    lines: Sequence[Line]
    end: int


class _Entry(NamedTuple):
    """A record: the lines of its title, of its authors, and of what stands below it; of the page around it."""

    anchor: _Anchor
    title: Sequence[Line]
    authors: Sequence[Line]
    below: Sequence[Line]
    furniture: Sequence[Line]


def is_results(text: str) -> bool:
    r"""Tell a list of results: sources that `PMID:` follows, and hardly a long line beside their records.

    >>> is_results("Cancer statistics, 2020.\nSiegel RL, Miller KD, Jemal A.\nCA Cancer J Clin. 2020 Jan;70(1):7-30.\nPMID: 31912902")
    True
    >>> is_results("We know of PMID: 31912902 that it is a report.")
    False
    """
    return "PMID:" in text and (bool(_summary(text)) or _is_list(text))


def read_results(document: Document) -> Iterator[Paper | Issue]:
    r"""Read the records one after the other.

    >>> text = "Cancer statistics, 2020.\nSiegel RL, Jemal A.\nCA Cancer J Clin. 2020 Jan;70(1):7-30.\nPMID: 31912902 Free article."
    >>> paper, dotted = read_results(Document("a", text))
    >>> paper.title, paper.authors[0].inverted, paper.venue, paper.pages, dict(paper.extra)["pmid"]
    ('Cancer statistics, 2020', 'Siegel, R. L.', 'CA Cancer J Clin', '7-30', '31912902')
    """
    if entries := _summary(document.text):
        yield from chain.from_iterable(_paper(document, one) for one in entries)
        return
    lines, printed = _unprinted(document.text)
    entries = _entries(document.text, lines)
    yield from furniture_issues(document, [Place(line.start, line.end) for line in chain(printed, *(one.furniture for one in entries))])
    yield from chain.from_iterable(_paper(document, one) for one in entries)


def _is_list(text: str) -> bool:
    lines, _ = _unprinted(text)
    entries = _entries(text, lines)
    known = {line.start for one in entries for line in (*one.title, *one.authors, *one.below, *one.furniture)}
    known |= {line.start for one in entries for line in lines[one.anchor.first : one.anchor.last + 1]}
    foreign = sum(len(line.text) for line in lines if line.start not in known and len(line.text) > _BUTTON)
    ours = sum(len(line.text) for line in lines if line.start in known)
    is_whole = 2 * len(entries) > sum(1 for _ in _PMID.finditer(text))  # ids stand in lists of references, too
    return is_whole and all(one.title for one in entries) and foreign <= _FOREIGN * ours + _AROUND


def _unprinted(text: str) -> tuple[list[Line], list[Line]]:
    """Give the lines of a page, and apart from them those that a browser printed around it."""
    lines = split_lines(text)
    printed = find_printed(lines)
    return [line for i, line in enumerate(lines) if i not in printed], [lines[i] for i in sorted(printed)]


def _summary(text: str) -> list[_Entry]:
    """Read records of one paragraph each, authors, title, source and ids; none if any is not so."""
    entries: list[_Entry] = []
    done = 0
    for pmid in _PMID.finditer(text):
        start = done + len(text[done : pmid.start()]) - len(text[done : pmid.start()].lstrip(" \t\r\n;.\ufeff"))
        entry = _of_paragraph(text, start, pmid)
        if entry is None:
            return []
        entries.append(entry)
        done = _behind(text, pmid.end())
    return [] if text[done:].strip(" \t\r\n.;") else entries


def _behind(text: str, end: int) -> int:
    more = _PMCID.match(text, end)
    return more.end() if more else end


def _of_paragraph(text: str, start: int, pmid: re.Match[str]) -> _Entry | None:
    number = _NUMBER.match(text, start, pmid.start())
    begin = number.end() if number else start
    whole = text[begin : pmid.start()]
    if len(whole) > 8 * _TITLE or re.search(r"\n\s*\n", whole.strip()):
        return None
    cuts = [begin + match.end() for match in _ENDS.finditer(whole)]
    forms = _SOURCES_OF_SUMMARIES if number else _SOURCES_OF_SUMMARIES[:2]  # a number says that a record begins there
    source = next((found for form in forms for cut in cuts if (found := form.match(text, cut, pmid.start()))), None)
    names = next((cut for cut in cuts if _are_names(text[begin:cut]) or _is_body(text[begin:cut])), begin)
    if source is None or (names == begin and not number) or not names < source.start() <= names + _TITLE:
        return None
    title, authors = _lines(text, names, source.start()), _lines(text, begin, names)
    furniture = _lines(text, start, begin) if number else []
    return _Entry(_Anchor(source, pmid, 0, 0), title, authors, (), furniture)


def _lines(text: str, start: int, end: int) -> list[Line]:
    return [Line(start + line.start, start + line.end, line.text) for line in split_lines(text[start:end])]


def _entries(text: str, lines: Sequence[Line]) -> list[_Entry]:
    """Share out the lines between the anchors: to the title and the authors above each, to what stands below the one before."""
    anchors = list(_anchors(text, lines))
    if not any(anchor.source["date"] for anchor in anchors):
        return []
    bounds = [-1, *(anchor.last for anchor in anchors)]
    above = [_above(text, lines[last + 1 : anchor.first]) for last, anchor in zip(bounds, anchors, strict=False)]
    tails = [*(rest for rest, *_ in above[1:]), _tail(text, lines[bounds[-1] + 1 :])]
    entries = []
    for anchor, (rest, title, authors), below in zip(anchors, above, tails, strict=True):
        first = [line for line in rest if anchor is anchors[0] and PUBMED_FURNITURE.fullmatch(line.text)]
        furniture = [*first, *(line for line in below if PUBMED_FURNITURE.fullmatch(line.text))]
        entries.append(_Entry(anchor, title, authors, [line for line in below if not PUBMED_FURNITURE.fullmatch(line.text)], furniture))
    return _without_numbers(entries)


def _without_numbers(entries: list[_Entry]) -> list[_Entry]:
    """Take the numbers off titles, where most have one and they count up."""
    found = [match for one in entries if one.title and (match := _NUMBER.match(one.title[0].text))]
    values = [int("".join(filter(str.isdigit, match[0]))) for match in found]
    if len(found) < 2 or 2 * len(found) <= len(entries) or any(after <= before for before, after in pairwise(values)):
        return entries
    return [_without_number(one) for one in entries]


def _without_number(entry: _Entry) -> _Entry:
    number = _NUMBER.match(entry.title[0].text) if entry.title else None
    if number is None:
        return entry
    line, *more = entry.title
    cut = line.start + number.end()
    head, rest = Line(line.start, cut, number[0]), Line(cut, line.end, line.text[number.end() :])
    return entry._replace(title=[rest, *more], furniture=[head, *entry.furniture])


def _anchors(text: str, lines: Sequence[Line]) -> Iterator[_Anchor]:
    """Find each line of ids with a source above it, or before it in its line: what stands below names, or what has the form of one."""
    starts = [line.start for line in lines]
    last = -1
    for pmid in _PMID.finditer(text):
        at = bisect_right(starts, pmid.start()) - 1
        end = bisect_right(starts, pmid.end()) - 1  # the number may stand on the next line
        is_behind = bool(text[lines[at].start : pmid.start()].strip())
        above = _Above(lines[last + 1 : at + is_behind], pmid.start() if is_behind else lines[max(at - 1, 0)].end)
        found = _by_form(text, above, is_behind=is_behind)
        if found is None or not (found[1] and _are_names(above.lines[found[1] - 1].text)):
            found = _below_names(text, above) or found
        if found and found[1] + last >= 0:
            yield _Anchor(found[0], pmid, found[1] + last + 1, end)
            last = end


def _by_form(text: str, above: _Above, *, is_behind: bool) -> tuple[re.Match[str], int] | None:
    """Find what has the form of a source in the last lines above ids, and the number of its first line."""
    for first in range(len(above.lines) - 1, max(len(above.lines) - 1 - _UP, -1) - is_behind, -1):
        source = next((found for form in _SOURCES if (found := form.match(text, _begin(above.lines[first]), above.end))), None)
        if source:
            return source, first
    return None


def _below_names(text: str, above: _Above) -> tuple[re.Match[str], int] | None:
    """Find what stands between names and ids, and the number of its first line."""
    size = len(above.lines)
    names = next((at for at in range(size - 1, max(size - 2 - _UP, 0), -1) if _are_names(above.lines[at].text)), None)
    if names is None:
        return None
    first = names + 1 + (names + 2 < size and _is_rest(above.lines[names].text, above.lines[names + 1].text))
    if not above.lines[first - 1].text.rstrip().endswith("."):
        return None  # a reference that was wrapped behind a name
    source = _BETWEEN.match(text, _begin(above.lines[first]) if first < size else above.end, above.end)
    return (source, first) if source else None


def _begin(line: Line) -> int:
    return line.start + len(line.text) - len(line.text.lstrip())


def _is_rest(names: str, text: str) -> bool:
    """Tell the rest of a list of names, which ends with a full stop as PubMed's do."""
    return not names.rstrip().endswith(".") and text.rstrip().endswith(".")


def _above(text: str, lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line], Sequence[Line]]:
    """Part what stands above a source: what belongs to the record before and to the page, the title, the authors."""
    buttons = [place for place, line in enumerate(lines) if PUBMED_FURNITURE.fullmatch(line.text)]
    begin = buttons[-1] + 1 if buttons else 0
    at = len(lines)
    if at - 1 > begin and not _are_names(lines[at - 1].text):
        at -= _is_body(lines[at - 1].text) or (_are_names(lines[at - 2].text) and _is_rest(lines[at - 2].text, lines[at - 1].text))
    while at - 1 > begin and _are_names(lines[at - 1].text):
        at -= 1
    top = at - 1
    while top > begin and _goes_on(text, lines[top - 1], lines[top]):
        top -= 1
    return (lines, (), ()) if top < begin else (lines[:top], lines[top:at], lines[at:])


def _goes_on(text: str, line: Line, after: Line) -> bool:
    """Tell a line that ended where it was full."""
    return not _STOP.search(line.text) and len(line.text) >= _FULL and not has_blank_line(text[line.end : after.start])


def _tail(text: str, lines: Sequence[Line]) -> list[Line]:
    """Give what stands below the last record: buttons, and a paragraph up to a line that ends as a sentence does."""
    tail: list[Line] = list(takewhile(lambda line: PUBMED_FURNITURE.fullmatch(line.text), lines))
    snippet: list[Line] = []
    for line in lines[len(tail) :]:
        is_apart = has_blank_line(text[snippet[-1].end : line.start]) if snippet else len(line.text) < _BUTTON
        if is_apart or PUBMED_FURNITURE.fullmatch(line.text):
            break
        snippet.append(line)
        if _STOP.search(line.text):
            break
    return tail + snippet


def _are_names(text: str) -> bool:
    """Tell a line of names as PubMed writes them.

    >>> _are_names("Kasiske BL, van der Berg AB, Moller KR Jr, et al."), _are_names("Kidney donation and risk of ESRD.")
    (True, False)
    """
    names = [name.strip() for name in re.split(r"[,;]", unescape(text).strip().removesuffix(".")) if name.strip()]
    told = sum(_OTHERS.fullmatch(name) is not None or _is_name(name) for name in names)
    return bool(names) and 2 * told > len(names)


def _is_name(text: str) -> bool:
    words = text.split()[:8]
    if len(words) > 2 and _JUNIOR.fullmatch(words[-1]):
        words = words[:-1]
    *family, initials = words or [""]
    # "É" read with the wrong codec is a capital and a sign
    is_short = 0 < len(initials) <= 4 and initials.isupper() and initials[0].isalpha() and not any(map(str.isdigit, initials))
    return bool(family) and is_short and all(word[0].isupper() or len(word) <= _LONG_WORD or "'" in word or "’" in word for word in family)


def _is_body(text: str) -> bool:
    return bool(_BODY.search(text)) and all(word[0].isupper() or word in _SMALL for word in re.findall(r"[^\W\d_]{2,}", text))


def _paper(document: Document, entry: _Entry) -> Iterator[Paper | Issue]:
    record = Record(document, _place(document.text, entry))
    record.order, record.initials = BLOCK, dot_all
    for kind, lines in (("title", entry.title), ("authors", entry.authors)):
        if lines:
            places = without_stop(document.text, [_stripped(line) for line in lines])
            record.add(kind, kind, *places, raw=dotted(document, record, places) if kind == "authors" else None)
    add_source(record, entry.anchor.source)
    _add_ids(document, record, entry.anchor)
    if entry.below:
        record.add("", "snippet", *map(_stripped, entry.below))
    yield from record.finish()


def _place(text: str, entry: _Entry) -> Place:
    """Give the place of a record, with its number and the full stop behind its ids."""
    anchor = entry.anchor
    parts = [*entry.title, *entry.authors, *entry.below, *(() if anchor.last else entry.furniture)]
    behind = _behind(text, anchor.pmid.end())
    match = (_REST if anchor.last else _SIGNS).match(text, behind)
    end = match.end() if match else behind
    return Place(min([anchor.source.start(), *(line.start for line in parts)]), max([end, *(line.end for line in parts)]))


def add_source(record: Record, source: re.Match[str]) -> None:
    """Take what a source says, by the names of its groups."""
    for name, value in source.groupdict().items():
        start, end = source.span(name)
        if value and name in ("status", "related", "language"):
            record.add("", name, Place(start, start + len(value.rstrip(". \r\n"))))
        elif value:
            record.add(name, name, Place(start, end))


def _add_ids(document: Document, record: Record, anchor: _Anchor) -> None:
    text = document.text
    record.add("", "pmid", Place(*anchor.pmid.span("pmid")))
    if more := _PMCID.match(text, anchor.pmid.end()):
        record.add("", "pmcid", Place(*more.span("pmcid")))
    for flag in _flags(text, _behind(text, anchor.pmid.end())) if anchor.last else ():
        record.add("", "access" if _ACCESS.match(text, flag.start) else "kind", flag)


def _flags(text: str, start: int) -> Iterator[Place]:
    """Give what PubMed says behind the ids, in their line: `Free PMC article.`, `Review.`, `[PubMed - indexed for MEDLINE]`."""
    rest = _REST.match(text, start)
    for match in _FLAG.finditer(text, start, rest.end() if rest else start):
        yield Place(match.start(), match.start() + len(match[0].rstrip()))


def _stripped(line: Line) -> Place:
    return Place(line.start + len(line.text) - len(line.text.lstrip()), line.start + len(line.text.rstrip()))
