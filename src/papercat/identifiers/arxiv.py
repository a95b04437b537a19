"""arXiv identifiers, new and old.

The rules are arXiv's own (https://info.arxiv.org/help/arxiv_identifier.html): `YYMM.number` since April 2007, with four
digits up to 1412 and five from 1501 on; before, `archive/YYMMnumber` with three digits for the number; `vN` is a version.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from heapq import merge

from papercat.identifiers import prose
from papercat.identifiers.identifier import Identifier, in_visible, whole

_ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|"
    "funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|"
    "plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con"
)
_MONTH = r"(?:0[1-9]|1[0-2])"


def _number(digits: int) -> str:
    # numbers begin with 1
    return "(?:" + "|".join(f"{'0' * i}[1-9][0-9]{{{digits - 1 - i}}}" for i in range(digits)) + ")"


_EARLY = rf"(?:07(?:0[4-9]|1[0-2])|(?:0[89]|1[0-4]){_MONTH})"
_FOUR = rf"{_EARLY}\.{_number(4)}"
_FIVE = rf"(?:1[5-9]|[2-9][0-9]){_MONTH}\.{_number(5)}"
_STAMP = rf"(?:91(?:0[7-9]|1[0-2])|9[2-9]{_MONTH}|0[0-6]{_MONTH}|070[1-3])"  # from July 1991 to March 2007
_ARCHIVE = rf"(?:{_ARCHIVES})(?:\.(?:[A-Z]{{2}}|[a-z]{{2,5}}-[a-z]{{2,4}}))?"  # math.GT, cond-mat.str-el
_OLD = rf"{_ARCHIVE}/{_STAMP}{_number(3)}"
# What a model accepts: the bare id. Version and prefix are the parser's to cut.
PATTERN = rf"^(?:{_FOUR}|{_FIVE}|{_OLD})$"
_VERSION = r"(?:v(?P<version>[1-9][0-9]?))?"
_ID = re.compile(rf"(?P<id>{_FOUR}|{_FIVE}|{_OLD}){_VERSION}", re.IGNORECASE)
_USUAL = re.compile(rf"(?P<id>{_FOUR}|{_FIVE}){_VERSION}")  # a value that is nothing but an id, as most are
_ARCHIVE_BEFORE = re.compile(rf"(?<![A-Za-z0-9-])(?:{_ARCHIVE}/)\Z", re.IGNORECASE)
_ARCHIVE_GLUED = re.compile(rf"(?:{_ARCHIVE}/)\Z", re.IGNORECASE)
_LONGEST_ARCHIVE = 24  # characters
# In a prose of 1 MB the pattern of an id is slow to look for. Where one may be, a dot or slash with digits stands.
_DOT, _SLASH = re.compile(r"\.[0-9]{4}"), re.compile(r"/[0-9]{7}")

_PATH = r"(?:abs|pdf|html|ps|src|tex|format|e-print|papers?|overview)"
_PART = r"(?:%(?:25)?(?:3A|2F|20)|[\W_]){0,4}"
_WORDS = rf"(?:{_PATH}|e-?prints?|pre-?prints?|ids?|identifiers?|no|nr|numbers?)"
_MARKS = re.compile(
    rf"(?:(?:arxiv|ar5iv|alphaxiv)(?:-vanity)?(?:\.(?:org|com))?(?:{_PART}{_WORDS}){{0,2}}{_PART}"
    r"|(?:huggingface\.co|hf\.co|emergentmind\.com)/papers/"  # sites that keep arXiv's ids
    r"|(?:xxx|lanl)\.lanl\.gov/(?:abs|pdf|ps)/"  # its address before 1998
    r"|(?<![\w./-])(?:\bcorr\W{1,3}(?:vol(?:ume|\.)?\s)?)?/?abs/"  # CoRR, vol. abs/1409.0473, as dblp cites
    r"|(?P<field>\be-?prints?\W{1,6}))\Z",  # BibTeX's field; INSPIRE's label
    re.IGNORECASE,
)
_LABEL = "arxiv:"
_LONGEST_MARK = 48  # characters
_SIGNS = ("xiv", "ar5iv", "abs/", "rint", "/papers/", "lanl")  # one of these stands in every mark
_LEAD = re.compile(
    r"(?:(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s?)?10\.48550/|(?:www|export|browse|lanl|ar5iv\.labs)\.|(?:api\.)?semanticscholar\.org/|scirate\.com/)\Z",
    re.IGNORECASE,
)
_HTTP_LEAD = re.compile(r"https?://[\w.-]{0,60}(?:/[\w.-]{1,20}){0,2}/?\Z", re.IGNORECASE)
_SERIES = re.compile(r"\b(?:arxiv (?:e-?prints?|preprints?),? (?:p\. )?|oai:)\Z", re.IGNORECASE)  # arXiv preprint arXiv:1706.03762
_HOST = re.compile(r"[a-z0-9]{5,8}(?:-vanity)?\.(?:org|com)/", re.IGNORECASE)
_LONGEST_LEAD = 80  # characters before the name that can belong to the id

# The name is looked for first, in the spellings that people use: a plain search is a hundred times as fast as the pattern.
# Rarer than what stands before it; a pattern of one text is found ten times as fast as one of three.
_XIV = tuple(map(re.compile, ("Xiv", "xiv", "XIV")))
_SPELLINGS = ("arXiv", "arxiv", "ArXiv", "Arxiv", "ARXIV")
# An id that went through a spreadsheet as a number lost its zeros at both ends: 804.1664, 1808.0229.
# A program that reckoned with it has it with all digits of a float of 64 bits, 16 or 17: 1703.0896899999998.
_FLOAT = re.compile(r"(?P<month>[0-9]{3,4})\.(?P<number>[0-9]{1,5}|[0-9]{12,15})(?![0-9])")
# A value of its own may have any number of digits, and the comma of another language: 1703.089690, 1703,0897.
_STORED = re.compile(r"(?P<month>[0-9]{3,4})[.,](?P<number>[0-9]{1,5}|[0-9]{6,20})")
_MOST_NOISE = Decimal("1e-8")  # of a number that was an id; a binary float of its size is exact to 5e-13
_MARKED_FLOAT = re.compile(rf"arxiv(?:\.org/(?:abs|pdf|html)/|\.|\s?:?\s?){_FLOAT.pattern}", re.IGNORECASE)
_BIBCODE = re.compile(r"arXiv(?P<month>[0-9]{4})(?P<number>[0-9]{5})[A-Z](?![0-9A-Za-z])")  # 2017arXiv170603762V
_MOST_DIGITS = 5
_FIRST_FIVE = 1501  # YYMM of the first id with five digits
_UNISSUED = re.compile(rf"\s*(?P<id>{_EARLY}\.[1-9][0-9]{{4}}){_VERSION}\s*")


def parse_arxiv(text: str, *, floats: bool = False) -> Identifier | None:
    """Read a text that is an arXiv id in any spelling and nothing else; `floats` also one that a program took for a number.

    >>> str(parse_arxiv("https://arxiv.org/abs/2212.09251v2"))
    '2212.09251v2'
    >>> parse_arxiv("hep-th/9711200").year
    1997
    >>> parse_arxiv("2213.09251") is parse_arxiv("1412.12345") is None  # month 13; five digits before 2015
    True
    >>> [parse_arxiv(text, floats=True).id for text in ("1605.039", "1703,0897", "1703.0896899999998")]
    ['1605.03900', '1703.08970', '1703.08969']
    """
    if usual := _USUAL.fullmatch(text):
        return Identifier("arxiv", usual["id"], 0, len(text), marked=False, version=int(usual["version"]) if usual["version"] else None)
    found = whole(text, partial(find_arxiv, floats=floats))
    match = _STORED.fullmatch(text.strip()) if floats and not found else None
    if match and (completed := complete(match["month"], match["number"])):
        lead = len(text) - len(text.lstrip())
        return Identifier("arxiv", completed, lead, lead + match.end(), marked=False, completed=True)
    return found


def find_arxiv(text: str, *, marked: bool = False, floats: bool = False, unissued: bool = False) -> Iterator[Identifier]:
    """Find the arXiv ids of a running text.

    Four digits or five follow from the month, so a marked id ends where it must when prose with a digit is glued to it.
    An unmarked one must stand free, and not like a decimal number: among others, with a unit or a currency.

    Args:
        text: any text.
        marked: only those with a label or in an address; for readers to whom a false hit costs more than a missed one.
        floats: also marked ones that lost zeros as numbers of a spreadsheet.
        unissued: also a text that is nothing but an id by arXiv's own grammar, which takes five digits for any month.

    >>> [found.id for found in find_arxiv("arXiv:1806.106392. We investigate; see also arXiv:1402.0362The 2022 task")]
    ['1806.10639', '1402.0362']
    >>> [str(found) for found in find_arxiv("as in 1706.03762v5 and [hep-th/9711200], at 1203.1234 GeV or 1234.5678")]
    ['1706.03762v5', 'hep-th/9711200']
    >>> [(found.id, found.completed) for found in find_arxiv("arXiv:804.1664Musician Maker", floats=True)]
    [('0804.1664', True)]
    """
    if not (floats or unissued or "arXiv" in text or _DOT.search(text) or _SLASH.search(text)) and text.isascii():
        return iter(())  # as in nearly every address
    return in_visible(text, partial(_find, marked=marked, floats=floats, unissued=unissued))


def complete(month: str, number: str) -> str | None:
    """Put back the zeros that a spreadsheet took: before the year, behind the number; round what has the digits of a float.

    >>> complete("804", "1664"), complete("1808", "0229"), complete("1313", "1"), complete("1703", "0896899999998")
    ('0804.1664', '1808.02290', None, '1703.08969')
    >>> complete("1703", "089689"), complete("1412", "12340")  # far from any id; five digits as people write them, before 2015
    (None, None)
    """
    month = month.zfill(4)
    size = 4 if int(month) < _FIRST_FIVE else 5
    stored = Decimal(f"{month}.{number}")
    near = round(stored, size)
    is_too_long = size < len(number) <= _MOST_DIGITS
    completed = f"{near:0{size + 5}}"
    return completed if not is_too_long and abs(near - stored) <= _MOST_NOISE and _ID.fullmatch(completed) else None


def _find(text: str, *, marked: bool, floats: bool, unissued: bool) -> Iterator[Identifier]:
    if unissued and (match := _UNISSUED.fullmatch(text)):
        yield _found(
            match, match.start("id"), match["version"], match.end("version") if match["version"] else match.end("id"), marked=False
        )
        return
    found = _each(text, marked=marked)
    yield from (_with_floats(text, list(found)) if floats else found)


def _each(text: str, *, marked: bool) -> Iterator[Identifier]:
    codes = list(_bibcodes(text))
    written = _written(text, marked=marked)
    return merge(written, codes, key=lambda one: one.start) if codes else written


def _bibcodes(text: str) -> Iterator[Identifier]:
    """Find the ids in the bibcodes of the Astrophysics Data System, where they have no dot."""
    for match in _BIBCODE.finditer(text) if "arXiv" in text else ():
        if one := parse_arxiv(f"{match['month']}.{match['number']}"):
            yield one._replace(start=match.start(), end=match.end("number"), marked=True)


def _written(text: str, *, marked: bool) -> Iterator[Identifier]:
    floor = 0
    for place in _places(text):
        begin = _begin(text, place, floor)
        match = _ID.match(text, begin) if begin is not None else None
        if match and (one := _marked(text, match, floor) or (None if marked else _unmarked(text, match))):
            yield one
            floor = one.end


def _places(text: str) -> Iterator[int]:
    # two patterns that begin with a letter are each found six times as fast as one that begins with either
    dots = (match.start() for match in _DOT.finditer(text))
    if "/" not in text:
        return dots
    return iter(sorted([*dots, *(match.start() for match in _SLASH.finditer(text))]))


def _begin(text: str, place: int, floor: int) -> int | None:
    """Find where an id would begin that has its dot, or its slash before digits, at a place."""
    if text[place] == ".":
        return place - 4 if place - floor >= 4 and text[place - 4 : place].isdigit() else None
    match = _ARCHIVE_GLUED.search(text[max(floor, place - _LONGEST_ARCHIVE) : place + 1])
    return place + 1 - len(match[0]) if match else None


def _marked(text: str, match: re.Match[str], floor: int) -> Identifier | None:
    start = _mark(text, match.start(), floor, is_new="/" not in match["id"])
    if start is None:
        return None
    version, end = _ends(text, match)
    return None if prose.is_cut(text, end) else _found(match, start, version, end)


def _mark(text: str, begin: int, floor: int, *, is_new: bool) -> int | None:
    """Find where the label or address begins that an id stands behind; a field's name does not belong to the id."""
    window = text[max(floor, begin - _LONGEST_MARK) : begin]
    lowered = window.lower()
    if lowered.endswith(_LABEL):  # most are written so, and a plain look is faster than the pattern
        return _lead(text, begin - len(_LABEL), floor)
    name = _MARKS.search(window) if any(sign in lowered for sign in _SIGNS) else None
    if not name and is_new and (archive := _ARCHIVE_BEFORE.search(window)):
        # hep-ph/1203.1234 mixes both schemes; arXiv's authors write so
        place = begin - len(archive[0])
        before = _mark(text, place, floor, is_new=False)
        return place if before is None and not prose.is_path(text, place) else before
    if not name:
        return None
    return begin if name.lastgroup == "field" else _lead(text, begin - len(name[0]), floor)


def _ends(text: str, match: re.Match[str]) -> tuple[str | None, int]:
    version, end = match["version"], match.end()
    if version and text[end : end + 1].isdigit():
        # prose with a digit is glued to it; few papers have ten versions
        return version[0], match.start("version") + 1
    return version, end


def _lead(text: str, place: int, floor: int) -> int:
    """Find where an address begins that goes on with the name."""
    before = text[place - 1 : place]
    if before in (" ", ":"):
        series = _SERIES.search(text[max(floor, place - _LONGEST_LEAD) : place])
        return place - len(series[0]) if series else place
    # the end of a sentence may be glued to the name, as in "we test.arXiv:", so a dot must be an address's
    if place <= floor or not (before == "/" or (before == "." and _HOST.match(text, place))):
        return place
    window = text[max(floor, place - _LONGEST_LEAD) : place]
    match = _HTTP_LEAD.search(window[begin:]) if (begin := window.rfind("http")) >= 0 else None
    match = match or _LEAD.search(window)
    return place - len(match[0]) if match else place


def _unmarked(text: str, match: re.Match[str]) -> Identifier | None:
    begin, end = match.span()
    is_new = "/" not in match["id"]
    if not prose.stands_free(text, begin, end) or (is_new and prose.is_number(text, begin, end, versioned=bool(match["version"]))):
        return None
    return _found(match, begin, match["version"], end, marked=False)


def _found(match: re.Match[str], start: int, version: str | None, end: int, *, marked: bool = True) -> Identifier:
    # the archive is written in lower case, its subject class in upper
    archive, slash, number = match["id"].rpartition("/")
    head, dot, subject = archive.lower().partition(".")
    bare = f"{head}{dot}{subject if '-' in subject else subject.upper()}{slash}{number}"
    issued = match.re is not _UNISSUED
    return Identifier("arxiv", bare, start, end, marked, int(version) if version else None, issued=issued)


def _with_floats(text: str, found: list[Identifier]) -> Iterator[Identifier]:
    """Add the ids that lost zeros, which stand where no whole one does, and those with the digits of a float."""
    whole_ones = {one.start for one in found}
    floats: list[Identifier] = []
    for place in _names(text):
        match = _MARKED_FLOAT.match(text, place)
        is_whole = match and len(match["number"]) <= _MOST_DIGITS and (place in whole_ones or _ID.match(text, match.start("month")))
        if match and not is_whole and (completed := complete(match["month"], match["number"])):
            floats.append(Identifier("arxiv", completed, _lead(text, place, 0), match.end(), completed=True))
    wrong = {one.start for one in floats}
    return iter(sorted([*(one for one in found if one.start not in wrong), *floats], key=lambda one: one.start))


def _names(text: str) -> list[int]:
    """Find where the archive is named."""
    ends = sorted(match.start() for pattern in _XIV for match in pattern.finditer(text))
    return [end - 2 for end in ends if end > 1 and text[end - 2 : end + 3] in _SPELLINGS]
