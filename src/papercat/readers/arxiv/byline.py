"""Where a title ends and its authors begin, on a page that has no labels for them."""

import re
from itertools import islice
from typing import NamedTuple

from papercat.names import likeness
from papercat.names.words import is_group
from papercat.text.document import Place
from papercat.text.lines import Line, split_lines

_BY = re.compile(r",\s{1,4}by\s{1,4}")
BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_OPENING = frozenset("([{<«“‘„¿¡@#\\")
_NAMES = 0.3  # of `likeness`: a line of names has about 1, one of a title below 0
_LIST = -0.9  # the same where a list must stand: "Can" and "An" are names as well as words
_FULL = 50  # characters of a line that was wrapped
_AND = re.compile(r"\s(?:and|&)\s")
_LONGEST_BYLINE_LINE = 160  # characters; a paragraph of an abstract that is not wrapped is longer
_INNER_CAPITAL = re.compile(r"(?:(?<=[^\W\d_A-ZÀ-ÖØ-Þ])|(?<=\S[?!)\]”’\"\d]))(?=[A-ZÀ-ÖØ-Þ])")
_SHORT_WORD = re.compile(r"(?:\A|,)\s{0,4}[^\W\d_]{1,5}\Z")  # before a capital it is half of a given name: HyoJung, MeiHua
_NAME_PREFIX = re.compile(r"(?<![^\W\d_])(?:Ma?c|D[eiu]|[LV]an?|L[ei]|Fitz|O|Al|El|Ben?|d[eiu]|[lv]an?|al|el)\Z")
_LONG_WORD = re.compile(r"[^\W\d_]{6}(?<=[^\W\d_A-ZÀ-ÖØ-Þ])[A-ZÀ-ÖØ-Þ]")  # … and so long it is the end of the title
_LOOK_BACK = 16  # characters
_MOST_CAPITALS = 20  # within the words of a line that are looked at
_LONGEST_NAME = 6  # words
_GOES_ON = re.compile(r"(?:[,;]|\b(?:and|et))\s*\Z")


class Byline(NamedTuple):
    """The parts of a text: title, authors, and what follows; an empty part ends where it begins."""

    title: Place
    authors: Place
    rest: Place


def part_titled(text: str, start: int, end: int) -> tuple[Place, Place]:
    """Part `TITLE, by AUTHOR and 7 other authors`, which ends before an empty line.

    >>> text = "A Study, by Ear, by Juan Maldacena and 7 other authors"
    >>> [text[slice(*place)] for place in part_titled(text, 0, len(text))]
    ['A Study, by Ear', 'Juan Maldacena and 7 other authors']
    """
    blank = BLANK_LINE.search(text, start, end)
    stop = blank.start() if blank else end
    by = list(_BY.finditer(text, start, stop))
    if not by:
        return Place(start, stop), Place(stop, stop)
    return Place(start, by[-1].start()), Place(by[-1].end(), stop)


def part_byline(text: str, start: int, end: int, title: str = "", *, has_rest: bool = False) -> Byline:
    """Part a title and its authors.

    Args:
        text: the visible text.
        start: where the title begins.
        end: where the authors end.
        title: the title, where the page says it again; with it the authors are found even if they are glued to it.
        has_rest: an abstract may follow the authors.

    >>> text = "On SLAMByron Boots, Geoff Gordon"
    >>> parts = part_byline(text, 0, len(text), "On SLAM")
    >>> text[slice(*parts.title)], text[slice(*parts.authors)]
    ('On SLAM', 'Byron Boots, Geoff Gordon')
    >>> text = "Sleeper Agents: Training\\nThat Persists\\nEvan Hubinger, Carson Denison\\n"
    >>> text[slice(*part_byline(text, 0, len(text)).authors)]
    'Evan Hubinger, Carson Denison\\n'
    """
    lines = [Line(start + line.start, start + line.end, line.text) for line in split_lines(text[start:end])]
    title_end = _end_of(text, start, end, title) or _begin_of_names(lines, has_rest=has_rest)
    if not title_end:
        paragraph = next((line.start for line in lines[1:] if len(line.text) > _LONGEST_BYLINE_LINE), end) if has_rest else end
        return Byline(Place(start, paragraph), Place(paragraph, paragraph), Place(paragraph, end))
    behind = [line for line in lines if line.end > title_end]
    stop = _names_end(behind, title_end, end) if has_rest else end
    return Byline(Place(start, title_end), Place(title_end, stop), Place(stop, end))


def _begin_of_names(lines: list[Line], *, has_rest: bool) -> int | None:
    """Find where the authors begin by what the lines look like."""
    first = _names_amid(lines) if has_rest else _first_names(lines)
    before = lines[first - 1 : first] if first and (first == len(lines) or len(lines[first - 1].text) > _FULL) else []
    glued = (line.start + cut for line in [*before, *lines[first : first + 1]] if (cut := _glue(line.text)))
    return next(glued, lines[first].start if first < len(lines) else None)


def _glue(text: str) -> int | None:
    """Find where names are glued to the end of a title: a list whose first name begins within a word, as `MemoryGerhard Ritschel, `.

    >>> text = "Learning LaTeX from MemoryGerhard Ritschel, Daniel Suess"
    >>> text[_glue(text):], _glue("LaTeX, iPhones and Learning"), _glue("John MacIntyre Smith, Jane DeVito")
    ('Gerhard Ritschel, Daniel Suess', None, None)
    """
    for cut in islice(_INNER_CAPITAL.finditer(text), _MOST_CAPITALS):
        rest = text[cut.start() :]
        name = _AND.split(rest.partition(",")[0])[0]
        is_name = 1 < len(name.split()) < _LONGEST_NAME and all(word[0].isupper() for word in name.split())
        is_name = is_name and not _LONG_WORD.search(name)
        is_inner = any(sign.search(text, max(cut.start() - _LOOK_BACK, 0), cut.start()) for sign in (_NAME_PREFIX, _SHORT_WORD))
        if is_name and not is_inner and "," in _AND.sub(",", rest) and _is_authors(rest):
            return cut.start()
    return None


def _end_of(text: str, start: int, end: int, title: str) -> int | None:
    """Find where a title ends that stands at a place, in other blanks and hyphens perhaps."""
    letters = [char for char in title if char.isalnum()]
    place = start
    for letter in letters:
        while place < end and not text[place].isalnum():
            place += 1
        if place >= end or text[place] != letter:
            return None
        place += 1
    while letters and place < end and not (text[place].isalnum() or text[place].isspace() or text[place] in _OPENING):
        place += 1
    return place if letters else None


def _first_names(lines: list[Line]) -> int:
    """Find the line that the authors begin on; behind the last if none can be theirs.

    The first line is the title's and the last the authors'; a line before the last is theirs if it is a list that goes on.
    """
    first = len(lines) - 1
    while first > 1 and _is_list(lines[first - 1].text):
        first -= 1
    return first if first > 0 and _is_authors(" ".join(line.text for line in lines[first:])) else len(lines)


def _is_list(text: str) -> bool:
    """Tell whether a line that is not the last is a list of names: surely, or so full of commas that no title is."""
    return likeness(text) > (_LIST if text.count(",") > 1 and len(text) > _FULL else _NAMES)


def _names_amid(lines: list[Line]) -> int:
    """Find the line that the authors begin on where an abstract follows: the first that is surely a list, or may be one."""
    behind = list(enumerate(lines))[1:]
    sure = (number for number, line in behind if "," in line.text and likeness(line.text) > _NAMES)
    perhaps = (number for number, line in behind if len(line.text) <= _LONGEST_BYLINE_LINE and _is_authors(line.text))
    return next(sure, next(perhaps, len(lines)))


def _is_authors(text: str) -> bool:
    """Tell whether a text can be a list of authors.

    >>> _is_authors("Xu Ma, Yuqian Zhou, Can Qin"), _is_authors("The ATLAS Collaboration"), _is_authors("for Large Language Models")
    (True, True, False)
    """
    # one name alone, or two with "and", have no comma to be told by
    listed = _AND.sub(", ", text.strip().rstrip(",;"))
    if "," in listed:
        return likeness(listed) > _LIST
    return likeness(f"{listed}, {listed}") > _NAMES or is_group(listed.split())


def _names_end(lines: list[Line], start: int, end: int) -> int:
    for number, line in enumerate(lines):
        shown = line.text if line.start >= start else line.text[start - line.start :]
        goes_on = number > 0 and bool(_GOES_ON.search(lines[number - 1].text))
        if not goes_on and number > 0 and (len(shown) > _LONGEST_BYLINE_LINE or not _is_authors(shown)):
            return line.start
    return end
