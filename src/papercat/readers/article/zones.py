"""The parts of a paper's text: what stands above its abstract, the abstract, what follows it, and the text itself."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from papercat.identifiers import find_identifiers
from papercat.readers.article import headings
from papercat.readers.article.cover import cover_end, find_cover, read_cover
from papercat.readers.article.imprint import Told
from papercat.readers.article.lines import NAMES, PERHAPS, PLACE, TEXT, VENUE, is_furniture, kind_of
from papercat.readers.article.thesis import Thesis, find_thesis
from papercat.readers.layout import ends_sentence
from papercat.text.document import Document, Place
from papercat.text.lines import Line, has_blank_line, split_lines

_SAMPLE = 30_000  # characters; the abstract of one paper stands at its beginning
_MOST_ABOVE = 90  # lines
_LEAST, _PROSE = 80, 60  # characters of an abstract; of a line of text that is no heading
_MOST = 12_000  # characters of an abstract
_LEAST_UNHEADED, _SHORT = 250, 24  # characters of an abstract that no word heads; of a line that is none of it
_LOOKED_AT = 5  # lines
_FEW_ABOVE, _MOST_BELOW = 3, 40  # lines above an abstract that comes first; below it, of title and authors
_LONG_KEYWORDS, _BEHIND, _LONG = 4, 6, 200  # lines; lines behind the keywords, and characters of one


class Zones(NamedTuple):
    """Where the parts of a paper's text stand.

    Attributes:
        head: the lines above the abstract.
        heading: the word for the abstract.
        abstract: the lines of it.
        values: what follows it and has a role.
        text: what follows these, up to the list of references; None if nothing does.
        is_sure: keywords or a first section follow the abstract, as in no list.
        is_named: the word is one that heads abstracts alone, unlike "Summary".
        below: the lines behind the abstract.
        is_headed: there is such a word.
        skipped: what stands between a cover and the abstract: the same once more.
    """

    head: Sequence[Line]
    heading: Place
    abstract: list[Place]
    values: list[Told]
    text: Place | None
    is_sure: bool
    is_named: bool
    below: Sequence[Line] = ()
    is_headed: bool = True
    skipped: Place | None = None


def find_zones(document: Document) -> Zones | None:
    r"""Find the parts of a paper's text; None where a document is none.

    >>> text = "Sleeper Agents\nEvan Hubinger\nAbstract\nHumans are capable of strategically deceptive behavior: behaving "
    >>> zones = find_zones(Document("a.txt", text + "helpfully in most situations.\nKeywords: backdoors\n1 Introduction\nMore."))
    >>> [line.text for line in zones.head], zones.values[0][:2], zones.text is not None
    (['Sleeper Agents', 'Evan Hubinger'], ('keywords', 'keywords'), True)
    """
    text = document.text[:_SAMPLE]
    lines = split_lines(text)
    at = find_cover(lines)
    inner = _zones(document, text, lines)
    if not at and (thesis := find_thesis(text, lines)):
        return _of_thesis(document, lines, thesis, inner)
    return _covered(document, text, lines, at, inner) if at else inner


def _of_thesis(document: Document, lines: Sequence[Line], thesis: Thesis, inner: Zones | None) -> Zones:
    """Take title, author and year from the title page of a thesis, the abstract from behind it."""
    start, end = max(line.end for line in thesis.head), lines[thesis.end - 1].end
    if inner is None or not inner.is_headed or inner.heading.start < end:
        return Zones(thesis.head, Place(end, end), [], thesis.values, _rest(document.text, lines, thesis.end), is_sure=True, is_named=True)
    values = [*thesis.values, *inner.values]
    return inner._replace(head=thesis.head, values=values, is_sure=True, below=(), skipped=Place(start, inner.heading.start))


def _covered(document: Document, text: str, lines: Sequence[Line], at: int, inner: Zones | None) -> Zones:
    """Take title and names from the cover of a paper, the abstract from the paper behind it."""
    end = cover_end(text, lines, at)
    values = list(read_cover(lines[at + 1 : end]))
    stop = Place(lines[end - 1].end, lines[end - 1].end)
    if inner is None or inner.heading.start < stop.start:
        return Zones(lines[:at], stop, [], values, _rest(document.text, lines, end), is_sure=True, is_named=True)
    skipped = Place(stop.end, inner.heading.start)
    return inner._replace(head=lines[:at], values=[*values, *inner.values], is_sure=True, is_headed=True, below=(), skipped=skipped)


def _zones(document: Document, text: str, lines: Sequence[Line]) -> Zones | None:
    found = _headings(lines)
    if not found:
        return _unheaded(document, text, lines)
    at, begin, called = found[0]
    heading = Place(lines[at].start, lines[at].start + begin)
    first = _abstract_start(lines, at if begin < len(lines[at].text) else at + 1)
    end = _abstract_end(text, lines, first)
    places = [Place(max(line.start, heading.end if number == at else 0), line.end) for number, line in enumerate(lines[first:end], first)]
    if at <= _FEW_ABOVE and (turned := _turned(document, text, lines, at, end)):
        return turned
    if not 0 < at <= _MOST_ABOVE or sum(place.end - place.start for place in places) < _LEAST:
        return _unheaded(document, text, lines)
    if sum(word == called for _, _, word in found) > 1:
        return None  # an abstract of each of several papers
    is_sure = end < len(lines) and headings.OF_A_PAPER.match(lines[end].text) is not None
    below = lines[end:]
    values, end = _keywords(lines, end)
    values += _ids(lines[end:])
    return Zones(lines[:at], heading, places, values, _rest(document.text, lines, end), is_sure, called in headings.NAMED, below)


def _turned(document: Document, text: str, lines: Sequence[Line], at: int, end: int) -> Zones | None:
    """Find the parts of a sheet that has the abstract first, title and authors below it, as the papers of banks have."""
    begin = next((number for number in range(end, min(len(lines), end + _MOST_BELOW)) if headings.BEGIN.match(lines[number].text)), 0)
    kinds = [kind_of(line.text) for line in lines[end:begin]]
    if TEXT not in kinds[:2] or not {NAMES, PERHAPS} & set(kinds) or any(len(line.text) > _LONG for line in lines[end:begin]):
        return None
    if end < at + 2 or not has_blank_line(text[lines[end - 1].end : lines[end].start]):
        return None
    places = [Place(line.start, line.end) for line in lines[at + 1 : end]]
    if sum(place.end - place.start for place in places) < _LEAST_UNHEADED:
        return None
    values, last = _keywords(lines, begin)
    head = [*lines[:at], *lines[end:begin]]
    heading, rest = Place(lines[at].start, lines[at].end), _rest(document.text, lines, last)
    return Zones(head, heading, places, values, rest, is_sure=True, is_named=True, below=lines[begin:])


def _unheaded(document: Document, text: str, lines: Sequence[Line]) -> Zones | None:
    """Find the parts where no word stands above the abstract: it is the prose above keywords or the first section, if there is any."""
    at = next((number for number, line in enumerate(lines[:_MOST_ABOVE]) if headings.BEGIN.match(line.text)), 0)
    if not at:
        return _addressed(document, text, lines)
    first, last = _prose_above(text, lines, at)
    places = [Place(line.start, line.end) for line in lines[first:last]]
    values, end = _keywords(lines, at)
    start = lines[first].start
    head = [*lines[:first], *lines[last:at]]
    return Zones(
        head,
        Place(start, start),
        places,
        values,
        _rest(document.text, lines, end),
        is_sure=True,
        is_named=False,
        below=lines[at:],
        is_headed=False,
    )


def _prose_above(text: str, lines: Sequence[Line], at: int) -> tuple[int, int]:
    """Give the lines of the prose above one, but for what stands between; none where it is short or a table of contents."""
    last = at
    while last > 1 and _is_aside(lines[last - 1].text):
        last -= 1
    first = last
    while first > 1 and _is_of_abstract(text, lines, first, last):
        first -= 1
    is_short = sum(line.end - line.start for line in lines[first:last]) < _LEAST_UNHEADED
    return (last if is_short or any(headings.LEADER in line.text for line in lines[first:last]) else first), last


def _addressed(document: Document, text: str, lines: Sequence[Line]) -> Zones | None:
    """Find the parts where nothing heads the abstract or follows it: prose below numbered addresses, or below names with such numbers."""
    for number, line in enumerate(lines[1 : headings.MOST_ADDRESSES], 1):
        if len(line.text) < _PROSE or headings.BULLET.match(line.text) or not _may_be_above(lines[number - 1].text):
            continue
        end = number + 1
        while end < len(lines) and not has_blank_line(text[lines[end - 1].end : lines[end].start]):
            end += 1
        if lines[end - 1].end - line.start < _LEAST_UNHEADED or not ends_sentence(lines[end - 1].text) or kind_of(line.text) != TEXT:
            continue
        places = [Place(line.start, line.end) for line in lines[number:end]]
        start, rest = Place(line.start, line.start), _rest(document.text, lines, end)
        return Zones(lines[:number], start, places, [], rest, is_sure=False, is_named=False, below=lines[end:], is_headed=False)
    return None


def _may_be_above(text: str) -> bool:
    """Tell what may stand above an abstract: an address with its number, names with such numbers."""
    is_marked = headings.MARKED.search(text) is not None and not headings.LONG_NUMBER.search(text)
    is_address = headings.ADDRESS.match(text) is not None
    kind = (
        kind_of(text) if is_marked or is_address else ""
    )  # few lines begin as an address does, and to weigh one takes a thousand times as long
    return is_marked if kind == NAMES else is_address and kind in (PLACE, TEXT)


def _is_aside(text: str) -> bool:
    """Tell a line between an abstract and the first section: an id, codes of a classification, what a site says."""
    return headings.ASIDE.match(text.strip()) is not None or is_furniture(text) or len(text.strip()) < _SHORT


def _is_of_abstract(text: str, lines: Sequence[Line], first: int, last: int) -> bool:
    """Tell whether the line before goes on as prose does, with no empty line between."""
    line = lines[first - 1]
    is_apart = first < last and has_blank_line(text[line.end : lines[first].start])
    return not is_apart and (len(line.text) > _LONG or kind_of(line.text) in (TEXT, PLACE, VENUE, PERHAPS)) and len(line.text) > _SHORT


def _headings(lines: Sequence[Line]) -> list[tuple[int, int, str]]:
    """List where an abstract begins: the line, how many of its characters are the heading, and the word."""
    found: list[tuple[int, int, str]] = []
    for number, line in enumerate(lines):
        bare = line.text.strip()
        if len(bare) < 24 and (match := headings.ABSTRACT.fullmatch(bare)):
            found.append((number, len(line.text), "".join(match["word"].casefold().split())))
        elif match := headings.INLINE.match(line.text) or headings.INLINE_HAN.match(line.text):
            found.append((number, match.end(), match["word"].casefold()))
    return [one for place, one in enumerate(found) if not place or one[0] > found[place - 1][0] + 1]  # "Abstract" above "Summary"


def _abstract_start(lines: Sequence[Line], first: int) -> int:
    """Find the first line of an abstract, behind what a site or a publisher puts below its heading."""
    while first < len(lines) - 1 and (
        is_furniture(lines[first].text)
        or headings.HISTORY.match(lines[first].text)
        or headings.ABSTRACT.fullmatch(lines[first].text.strip())
    ):
        first += 1
    return first


def _abstract_end(text: str, lines: Sequence[Line], first: int) -> int:
    """Find the line behind an abstract: the first that is no prose and no heading within it."""
    if first >= len(lines):
        return first
    begin = lines[first].start
    is_spaced = _is_spaced(text, lines, first)
    for number in range(first, len(lines)):
        line, bare = lines[number], lines[number].text.strip()
        if line.end - begin > _MOST:
            return number
        if number == first or (
            headings.WITHIN.fullmatch(bare)
            and number + 1 < len(lines)
            and not headings.SECTION.match(bare)
            and _has_prose(lines, number + 1)
        ):
            continue
        if headings.END.fullmatch(bare) or (
            headings.SECTION.fullmatch(bare) and number + 1 < len(lines) and headings.END.fullmatch(lines[number + 1].text.strip())
        ):
            return number
        is_set_off = has_blank_line(text[lines[number - 1].end : line.start])
        if is_furniture(bare) or (is_set_off and len(bare) < _PROSE and not (is_spaced and bare[:1].islower())):
            return number
    return len(lines)


def _is_spaced(text: str, lines: Sequence[Line], first: int) -> bool:
    """Tell a text with an empty line behind every line, as viewers of documents give it."""
    some = lines[first : first + _LOOKED_AT]
    apart = sum(has_blank_line(text[one.end : two.start]) for one, two in pairwise(some))
    return len(some) == _LOOKED_AT and apart == len(some) - 1 and all(len(line.text) < _LONG for line in some)


def _has_prose(lines: Sequence[Line], number: int) -> bool:
    return len(lines[number].text) > _PROSE


def _keywords(lines: Sequence[Line], at: int) -> tuple[list[Told], int]:
    """Take the keywords behind an abstract, and give the line behind them."""
    match = headings.KEYWORDS.match(lines[at].text) if at < len(lines) else None
    if not match:
        return [], at
    start, end = lines[at].start + match.end(), at + 1
    places = [Place(start, lines[at].end)] if start < lines[at].end else []
    while end < min(len(lines), at + _LONG_KEYWORDS) and _goes_on(places, lines, end):
        places.append(Place(lines[end].start, lines[end].end))
        end += 1
    return [Told("keywords", "keywords", places)] if places else [], end


def _ids(lines: Sequence[Line]) -> Iterator[Told]:
    """Find the DOI that stands behind an abstract, before the text begins."""
    for line in lines[:_BEHIND]:
        if len(line.text) > _LONG or headings.END.fullmatch(line.text.strip()):
            return
        for one in find_identifiers(line.text):
            if one.kind == "doi":
                yield Told("doi", "doi", [Place(line.start + one.start, line.start + one.end)])
                return


def _goes_on(places: Sequence[Place], lines: Sequence[Line], number: int) -> bool:
    bare = lines[number].text.strip()
    if headings.END.fullmatch(bare) or headings.SECTION.fullmatch(bare):
        return False
    return not places or lines[number - 1].text.rstrip().endswith((",", ";", "-", "·")) or bare[:1].islower()


def _rest(text: str, lines: Sequence[Line], end: int) -> Place | None:
    """Give the place of the text itself, up to what it cites."""
    if end >= len(lines):
        return None
    start = lines[end].start
    references = headings.REFERENCES.search(text, start)
    stop = references.start() if references else len(text.rstrip())
    return Place(start, stop) if stop > start else None
