"""Where the parts of one line can be cut: between title, authors, venue and year that stand in one line."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from papercat.readers.page.labels import is_button
from papercat.readers.page.names import nameness
from papercat.readers.page.paragraphs import Around
from papercat.readers.page.quotes import behind_title, quoted_end
from papercat.readers.page.sides import APART, LEFT, MIDDLE, OWN, RIGHT, Side, ends, is_list, may_be_names
from papercat.readers.page.venues import venueness

# Names of separators, which the pattern of a page is told by.
DOT, YEAR, DASH, COLON, COMMA, BAR, TAB, BY, OPEN, GLUE = "dot", "year", "dash", "colon", "comma", "bar", "tab", "by", "open", "glue"
MONTH = "month"  # before a date with its month, behind names: from there on it is a year's
DATED, BEHIND = "dated", "behind"  # before a year in brackets between names and a title, and behind it: "Hadlington, L. (2018) End-user …"
RUN_ON = "run on"  # names behind a title, with nothing between
QUOTED = "quoted"  # names before a title in quotation marks
CLOSED = "closed"  # what is behind the comma that follows one
LINK = "link"  # before an address that ends the line
WITHIN = "within"  # Songyang Zhang in Nature
_LONGEST = 700  # characters of a line that is more than prose
_PROSE = 300  # characters; longer lines are mostly prose
_MOST_SENTENCES = 5  # in a line that is more
CUT = re.compile(
    # what a separator begins with, or what stands behind one that is nothing: of most characters of a line no more is asked
    r"(?=[\s|‖.,:;(A-ZÀ-Þ\d\[h])(?:"
    r"(?P<tab>\s*\t\s*)"
    r"|(?P<bar>\s*[|‖]\s*|\s+[·•∙⋅]\s+)"
    r"|(?P<dot>(?<=[^\W_]{2})(?<!\bvs)(?<!\b[VNvn]ol)(?<!\b[Nn]o)(?<!\bpp)(?<!\bProc)(?<!\bal)(?<!\bSt)(?<!\bJr)(?<!\bM[drs])(?<!\bDr)(?<!\bProf)(?<!\b[TCPSY]h)(?<!\bConf)(?<!\bInt)(?<!\bPhys)(?<!\bRev)(?<!\bLett)(?<!\bChem)(?<!\bMath)(?<!\bAppl)(?<!\bNucl)(?<!\bAstron)(?<!\bAstrophys)\.\s+(?=[^\W\d_a-zà-ÿ]|[\d\"“«„(]|[a-z][A-Z])"
    r"|(?<=[)\]}\"”’»?!0-9;])\.\s+(?=[^\W_a-zà-ÿ]|[\"“«(])|(?<=[?!])\s+(?=[^\W\d_a-zà-ÿ]))"
    r"|(?P<year>,?\s+(?=(?:19|20)\d\d:(?:\s?[\dA-Za-z]{0,6}\d|\s*\Z))|,\s*(?=(?:19|20)\d\d[a-z]?(?:\.?\s*\Z|[.;:,]\s|\s[-–—]\s))|\s*\((?=(?:19|20)\d\d[a-z]?\)(?:[.,:]|\s*\Z)))"
    r"|(?P<dated>\s*\((?=(?:19|20)\d\d[a-z]?\)\s+[^\W\d_a-zà-ÿ]))|(?P<behind>(?<=\d\d\d\d\))\s+(?=[^\W\d_a-zà-ÿ]))"
    r"|(?P<month>,\s+(?=(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s(?:19|20)\d\d(?:\s*\Z|[.;:,]\s)))"
    r"|(?P<dash>\s+[-–—]{1,3}\s+)"
    r"|(?P<link>:?\s+(?=https?://\S+(?:\s\([^()\s]{1,20}\))?\s*\Z))"
    r"|(?P<colon>:\s+)"
    r"|(?P<by>\s+[Bb]y:?\s+(?=[^\W\d_a-zà-ÿ]))"
    r"|(?P<within>\s+in\s+(?=[A-ZÀ-Þ]))"
    r"|(?P<open>\s+\((?=[^()]{3,200}\)?\.?\Z)|\s+\[(?=(?:[Pp]ublished|[Ss]ubmitted|[Aa]ccepted)\s[^\[\]]{2,60}\]?\Z))"
    r"|(?P<comma>[,;]\s+(?=(?:[Ii]n:?\s+)?(?:[A-Z][\w.]+\s){0,3}?(?:Proc|Findings|Journal|Transactions|Conference|Workshop|Advances|Annals|arXiv|IEEE|ACM|PMLR|Springer)))"
    r"|(?P<glue>(?<=\d{4})(?=[A-ZÀ-Þ][^\W\d_])|(?<=[a-zà-ÿ]{2})(?<!\bMac)(?<!\bFitz)(?<!\bVan)(?=[A-ZÀ-Þ][^\W\d_]*[^\WA-Z\d_][\s,:-])|(?<=[a-zà-ÿ)\]][.?!:])(?=[A-ZÀ-Þ][^\W\d_]*\s)"
    r"|(?<=[\w)\].,])(?=https?://\S)|(?<=[^\W\d_])(?=\d{1,2}:\d\d\s?[-–])|(?<=[\w)])(?=\[[A-Za-z]{0,3}\d{1,4}\]\s*\Z)))"
)
_SENTENCE = re.compile(r"[a-zà-ÿ)][.!?]\s+[A-ZÀ-Þ]")
_CITED = re.compile(r"(?:19|20)\d\d(?:\s[A-Z][a-z]{2}(?:[-\s]\w{1,3})?)?;")  # PubMed: "Nature. 2020 Jan 5;12(3):4-6."
_NUMBERS, _BLANK = re.compile(r"\d[\d,]{0,8}\*?(?:\s+\d[\d,]{0,8}\*?){1,3}"), re.compile(r"\s+")
_YEAR_ENDS = re.compile(r"\b(?:19|20)\d\d\b[^a-z]{0,25}\Z")
_GLUED_SENTENCE = re.compile(r"[^\W\d_A-Z][)\"”’]?[.!?…](?=[^\W\d_a-z][^\s.]*[\s:-][^\s])")
_GLUED_TO_ADDRESS = re.compile(r"https?://\S{1,200}?(?:\.pdf|/)(?=[A-ZÀ-Þ\"“«][^\s/]*\s)")
# "Submission Number: 6915An Open-Source Toolbox"
_GLUED_TO_NUMBER = re.compile(r"\d{1,7}(?=[A-ZÀ-Þ]\w{0,30}[a-zà-ÿ]\w{0,30}(?:[\s:-]+[^\s:-]+){2})")
_IN_BRACKET = re.compile(r"(?:19|20)\d\d[a-z]?\)")
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
_YEAR_ALONE = re.compile(r"\s*(?:19|20)\d\d")  # Google Scholar: "T Brown - Advances in neural …, 2020 - proceedings.neurips.cc"
_TITLE = 250  # characters
_KNOWN_WORDS = 0.35  # of `nameness`: what words alone have that all are names somewhere, as in the title "Be My Mate: Simulating …"
_LIKE_NAMES, _NAMES = 0.3, 0.5  # of `nameness`: more names than not, and names that nothing else has to tell
_PLACED = 1.2  # of `venueness`
_BRIEF = 150  # characters; a longer line can be a text of several sentences
_SURE = frozenset({TAB, BAR, YEAR, COMMA, LINK})
_BETWEEN = frozenset({DASH, COLON, BY, WITHIN, OPEN})  # signs that names are parted by from what else is in their line
_AS = {MONTH: YEAR, DATED: YEAR, BEHIND: DOT}
_TRAILING = frozenset({DASH, BY, BAR})  # where a line ends with one, it is no part of what is before it
_BEFORE_QUOTED = re.compile(r"[,:]\s+(?=[“«„\"])")
_BEHIND_QUOTED = re.compile(r"(?:,\s+|\s*(?P<dash>[—–])\s*(?=[A-ZÀ-Þ]))(?=\S)")
_DASH = re.compile(r"\s[-–—]{1,3}\s")


class Quoted(NamedTuple):
    """A title in quotation marks: where what is before it stops, where it starts, and the place behind it."""

    stop: int
    start: int
    end: int


def cuts(text: str, start: int, end: int, around: Around | None = None) -> Iterator[tuple[int, int, str]]:
    """Give the places where a line can be cut: where a part stops, where the next begins, and what is between.

    Where a line may go on in others by wraps, what is `around` it tells what stands on both sides of a separator.

    >>> line = "Neuropsychology of Adults. Neuropsychology 2004: 1-9"
    >>> [(line[:stop][-6:], line[begin:][:6], name) for stop, begin, name in cuts(line, 0, len(line))]
    [('Adults', 'Neurop', 'dot'), ('hology', '2004: ', 'year')]
    """
    if _NUMBERS.fullmatch(text, start, end):
        yield from ((match.start(), match.end(), TAB) for match in _BLANK.finditer(text, start, end))
        return
    if end - start > _PROSE and _is_prose(text, start, end):
        yield from ((place, place, GLUE) for place in glued_end(text, start, end))
        return
    last, limit = around[:2] if around and around.end - around.start <= _PROSE else (start, end)
    sides = around.sides if around else frozenset()
    begin = quoted_end(text, last, limit)
    if quoted := _quoted(text, last, limit, sides) if begin == last else None:
        if start < quoted.stop < end:
            yield quoted.stop, quoted.start, QUOTED
        last, begin = quoted.start, quoted.end
    if begin > last and (behind := _BEHIND_QUOTED.match(text, begin, end)) and begin < end and _is_behind(text, last, behind, end):
        yield begin, behind.end(), DASH if behind["dash"] else CLOSED
        last = begin = behind.end()
    for match in CUT.finditer(text, begin, limit):
        name = match.lastgroup or ""
        if match.start() >= end:
            return
        if name in _SURE or _holds(text, last, match, limit, sides):
            last = match.end()
            if start < match.start() and (match.end() < end or name in _TRAILING):
                yield match.start(), min(match.end(), end), _AS.get(name, name)


def _is_behind(text: str, start: int, behind: re.Match[str], end: int) -> bool:
    """Tell what stands behind a title in quotation marks from the rest of one that begins with a word in them, `»textklang« – Towards`."""
    return not behind["dash"] or " " in text[start : behind.start()] or _is_dash("", text[behind.end() : end], frozenset())


def _quoted(text: str, start: int, end: int, sides: frozenset[Side]) -> Quoted | None:
    """Find a title in quotation marks behind names and a comma."""
    match = _BEFORE_QUOTED.search(text, start, min(end, start + _PROSE))
    left = text[start : match.start()].strip(" -*•·") if match else ""
    if not match or not (nameness(left) > _LIKE_NAMES or ((QUOTED, LEFT) in sides and may_be_names(left))):
        return None
    closed = quoted_end(text, match.end(), end)
    return Quoted(match.start(), match.end(), closed) if closed > match.end() else None


def glued_end(text: str, start: int, end: int) -> list[int]:
    """Find where a title is glued to the end of an abstract: the last sentence that follows another without a blank.

    >>> glued_end("We show it. It works.Sleeper Agents", 0, 35)
    [21]
    """
    places = [match.end() for match in _GLUED_SENTENCE.finditer(text, max(start, end - _TITLE), end)]
    return [places[-1]] if places and not _SENTENCE.search(text, places[-1], end) else []


def value_end(text: str, start: int, end: int) -> int:
    """Give the place in a value where an address or a number ends and a title is glued to it; 0 if there is none.

    >>> value_end("6915An Open-Source Toolbox", 0, 26), value_end("6915", 0, 4)
    (4, 0)
    """
    match = _GLUED_TO_ADDRESS.match(text, start, end) or _GLUED_TO_NUMBER.match(text, start, end)
    return match.end() if match else 0


def _is_prose(text: str, start: int, end: int) -> bool:
    """Tell a long line that is an abstract from one that is a whole record, which ends with a year."""
    if end - start > _LONGEST or sum(1 for _ in _SENTENCE.finditer(text, start, end)) > _MOST_SENTENCES:
        return True
    return not _YEAR_ENDS.search(text, end - 30, end)


def _holds(text: str, last: int, match: re.Match[str], end: int, sides: frozenset[Side]) -> bool:
    """Tell a separator from the same sign inside a field."""
    name, left, right = match.lastgroup, text[last : match.start()], text[match.end() : end]
    if name == DOT and (_CITED.match(text, match.end(), end) or _is_within(left, right)):
        return False
    if OWN in sides and not _holds_apart(name or "", left, right, sides):
        return False
    if name in (MONTH, DATED):
        return nameness(left) > _LIKE_NAMES
    if name == BEHIND:
        return _IN_BRACKET.fullmatch(left) is not None
    if name == COLON:
        return nameness(left) > _KNOWN_WORDS or ((COLON, LEFT) in sides and may_be_names(left))
    if name == WITHIN:
        return ("," in left or " and " in left) and nameness(left) > _NAMES
    if name == BY:
        return nameness(ends(right)) > _LIKE_NAMES or ((BY, RIGHT) in sides and may_be_names(ends(right)))
    if name == DASH:
        return _is_dash(left, _DASH.split(right, maxsplit=1)[0], sides)
    if name == GLUE:
        return _is_glue(text, last, match.start(), end, are_apart=sides == APART)
    return name != OPEN or _is_bracket(match, right.rstrip(" .)"))


def _is_within(left: str, right: str) -> bool:
    """Tell a sign within brackets: "Craig Stewart (Univ. Grenoble Alpes, CNRS)"."""
    return left.rfind("(") > left.rfind(")") and ")" in right


def _holds_apart(name: str, left: str, right: str, sides: frozenset[Side]) -> bool:
    """Tell a separator on a page whose names have lines of their own: where names are not, or a venue with its year follows."""
    if name == DOT and _is_whole(left, right):
        told = (venueness(right) > _PLACED) + (_DATED.search(right) is not None)
        return told > (venueness(left) > _PLACED)
    return name not in _BETWEEN or (sides != APART and _is_parted(name, left, right))


def _is_whole(left: str, right: str) -> bool:
    """Tell a line with no names in it that is no text of several sentences: a brief one, or a venue with a full stop in its name."""
    return (len(left) + len(right) < _BRIEF or venueness(left) > _PLACED) and not (is_list(left) or is_list(right))


def _is_parted(name: str, left: str, right: str) -> bool:
    """Tell a sign between fields where the names of a page have lines of their own: several names are on one side, or no names at all."""
    if name in (DASH, OPEN):
        return is_list(left) or is_list(right) or venueness(right) > _PLACED or _YEAR_ALONE.fullmatch(left) is not None
    return is_list(ends(right) if name == BY else left)


def _is_bracket(match: re.Match[str], inside: str) -> bool:
    """Tell a bracket of names or of a venue."""
    return (
        bool(behind_title(inside)) or nameness(inside) > _LIKE_NAMES or (venueness(inside) > 2 and " " in inside) or match[0].endswith("[")
    )


def _is_dash(left: str, right: str, sides: frozenset[Side]) -> bool:
    """Tell a dash between fields: one of them is a year, names, or a venue."""
    if _YEAR_ALONE.fullmatch(left) or max(nameness(left), nameness(right), venueness(right) / 4) > _LIKE_NAMES:
        return True
    is_middle = (DASH, MIDDLE) in sides
    return ((is_middle or (DASH, LEFT) in sides) and may_be_names(left)) or ((is_middle or (DASH, RIGHT) in sides) and may_be_names(right))


def _is_glue(text: str, last: int, place: int, end: int, *, are_apart: bool) -> bool:
    """Tell two fields without a break between them from a word with a capital inside: one of the two is names."""
    if text[place - 1].isdigit() or text[place : place + 1].isdigit() or text[place] == "[" or text.startswith("http", place):
        return True
    before = text[last:place]
    if is_button(before) and not before.isalpha():  # "Cited by 12Sleeper Agents", and not NewAge or FreeLing
        return True
    left, right = nameness(text[last:place]), nameness(text[place:end])
    return not are_apart and (left > _NAMES) != (right > _NAMES) and nameness(text[last:end]) < _NAMES
