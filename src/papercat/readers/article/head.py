"""Title, authors, dates, ids and the journal's line out of what stands above an abstract."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from papercat.identifiers import find_identifiers
from papercat.readers.article.bylines import continues, join_lines, leading_name, part_letters
from papercat.readers.article.citation import cite, is_cited
from papercat.readers.article.furniture import is_type, keywords_end, keywords_place, note_end
from papercat.readers.article.lines import (
    CITATION,
    FURNITURE,
    ID,
    MAIL,
    NAMES,
    PERHAPS,
    PLACE,
    PUBLISHED,
    TEXT,
    VALUE,
    VENUE,
    kind_of,
    may_be_name,
    names_of,
    value_of,
)
from papercat.readers.layout import ends_sentence
from papercat.readers.page.names import LEADING, nameness
from papercat.text.document import Document, Place
from papercat.text.lines import Line, has_blank_line

_TOLD = frozenset(PUBLISHED.split("|"))
_BELOW_VENUES = frozenset({"aims and scope", "aims and scope submit manuscript"})  # Springer
_ENOUGH, _LONG = 5, 7  # words of a title, at least; of a line that is no address
_NAMED, _LATER = 3.0, 1.0  # for names below a title; against one far down
_TYPED = 2.5  # for what kind of article it is, above a title
_NOTE, _KEYWORDS, _BYLINE = "note", "keywords", "byline"  # further kinds; the last is a name with an address behind it
_BETWEEN = frozenset({FURNITURE, VALUE, ID, VENUE, CITATION, _NOTE, _KEYWORDS})  # what may stand between a title and its authors
_SURE = 0.5  # of `nameness`
_LIST = "list"  # of names
_BEGINS = 12  # letters of a list of names
_LONGEST = 180  # characters of a line that ends as a sentence does, and is no title
_PROSE, _MOST_PROSE = 60, 6  # characters of a line; of such lines, the title's and a note's among them
_GOING_ON = frozenset("with in on for from to using under via through among between".split())  # words that no line of names begins with
_ACRONYM = re.compile(r"[A-Za-z]{2,6}")
_WRAPPED = 30  # characters; a title's line that goes on in the next one is longer


class Head(NamedTuple):
    """What stands above an abstract.

    Attributes:
        title: its lines.
        authors: theirs.
        names: what these say, one list.
        values: role, label and places of what else there is.
        furniture: what belongs to the page.
        is_typed: what kind of article it is stands above the title.
        papers: how often names stand below a text: more than once in a list of papers.
    """

    title: list[Place]
    authors: list[Place]
    names: str
    values: list[tuple[str, str, list[Place]]]
    furniture: list[Place]
    papers: int
    is_typed: bool = False


def read_head(document: Document, lines: Sequence[Line]) -> Head:
    """Read what stands above an abstract.

    >>> from papercat.text.lines import split_lines
    >>> text = "Article\\nSupport-vector networks\\nCorinna Cortes & Vladimir Vapnik\\n74k Accesses"
    >>> head = read_head(Document("a.txt", text), split_lines(text))
    >>> [text[slice(*place)] for place in head.title], head.names, len(head.furniture)
    (['Support-vector networks'], 'Corinna Cortes & Vladimir Vapnik', 2)
    """
    shown = [document.show(line.start, line.end) for line in lines]
    kinds = _kinds(document.text, lines, shown)
    title = _title(document.text, lines, shown, kinds)
    authors = _authors(shown, kinds, title[-1] + 1) if title else []
    title = _uncut(title, shown, kinds)
    byline = _byline(lines, authors, kinds)
    values, furniture = _rest(document, lines, kinds, {*title, *authors}, " ".join(shown[number] for number in title))
    below = [text for text, kind in zip(shown, kinds, strict=True) if kind in (PLACE, TEXT)]
    return Head(
        [_without_note(document.text, _place(lines[number])) for number in title],
        [name for name, _ in byline],
        join_lines([part_letters(names_of(document.show(*name)), below) for name, _ in byline]),
        [*values, *(("", "affiliation", [rest]) for _, rest in byline if rest)],
        furniture,
        _papers(shown, kinds),
        bool(title) and any(is_type(text.strip(" •·")) for text in shown[: title[0]]),
    )


def _byline(lines: Sequence[Line], authors: Sequence[int], kinds: Sequence[str]) -> list[tuple[Place, Place | None]]:
    """Give the place of the names of each line of authors, and of what stands behind them where that is where they work."""
    places: list[tuple[Place, Place | None]] = []
    for number in authors:
        line = lines[number]
        span = leading_name(line.text) if kinds[number] == _BYLINE else None
        name = Place(line.start + span[0], line.start + span[1]) if span else _place(line)
        places.append((name, Place(name.end, line.end) if span else None))
    return places


def _rest(
    document: Document, lines: Sequence[Line], kinds: Sequence[str], taken: set[int], title: str
) -> tuple[list[tuple[str, str, list[Place]]], list[Place]]:
    """Part what is neither title nor authors: values, and what belongs to the page, to which the title belongs that is said again."""
    values: list[tuple[str, str, list[Place]]] = []
    furniture: list[Place] = []
    known: set[str] = set()
    for number, line in enumerate(lines):
        if number in taken:
            continue
        if kinds[number] == FURNITURE or (title and _letters(document.show(line.start, line.end)) == _letters(title)):
            furniture.append(_place(line))
        else:
            values += _values(document, _place(line), kinds[number], known)
    return values, furniture


def _without_note(text: str, place: Place) -> Place:
    """Leave out the sign of a footnote behind a title."""
    return Place(place.start, place.start + len(text[slice(*place)].rstrip(" \t*∗†‡§¶“")))


def _papers(shown: Sequence[str], kinds: Sequence[str]) -> int:
    """Count the papers that a head tells of: lists of names below a text; prose is the abstract of another one."""
    said: set[str] = set()
    kinds = [PLACE if kind == NAMES and "," in text and _is_said(text, said) else kind for text, kind in zip(shown, kinds, strict=True)]
    core = [
        _LIST if kind == NAMES and "," in text else kind for text, kind in zip(shown, kinds, strict=True) if kind in (NAMES, TEXT, PERHAPS)
    ]
    below = sum(one in (TEXT, PERHAPS) and two == _LIST for one, two in pairwise(core))
    prose = sum(kind == TEXT and len(text) > _PROSE for text, kind in zip(shown, kinds, strict=True))
    is_prose = any(kind == TEXT and len(text) > _LONGEST and ends_sentence(text) for text, kind in zip(shown, kinds, strict=True))
    return below + (prose > _MOST_PROSE) + 2 * is_prose


def _is_said(text: str, said: set[str]) -> bool:
    """Tell a list of names that has been said before, by how it begins."""
    begin = _letters(names_of(text))[:_BEGINS]
    is_again = begin in said
    said.add(begin)
    return is_again


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text)).casefold()


def _place(line: Line) -> Place:
    return Place(line.start, line.end)


def _kinds(source: str, lines: Sequence[Line], shown: Sequence[str]) -> list[str]:
    """Say what each line is: by itself, and by those around it."""
    often = {text for text, count in Counter(shown).items() if count > 1}
    kinds = [kind_of(text) for text in shown]
    for number, text in enumerate(shown):
        of_several = text in often and kinds[number] in (NAMES, TEXT, PERHAPS) and len(text) < _WRAPPED
        is_spelt_out = kinds[number] == TEXT and _ACRONYM.fullmatch(text) and kinds[number + 1 : number + 2] == [PLACE]  # in the next line
        kinds[number] = PLACE if of_several or is_spelt_out else kinds[number]
    for number, kind in enumerate(kinds[1:], 1):
        if kind in (PLACE, VENUE, PERHAPS) and is_type(shown[number - 1]) and not shown[number - 1].islower():
            kinds[number] = TEXT  # a title that speaks of research
    _set_notes(source, lines, kinds)
    _set_bylines(lines, shown, kinds)
    _set_stacked(shown, kinds)
    for number, text in enumerate(shown):
        after = shown[number + 1] if number + 1 < len(shown) else ""
        if kinds[number] in (TEXT, NAMES, PERHAPS, PLACE, VENUE) and (is_cited(after) or after.lower() in _BELOW_VENUES):
            kinds[number] = VENUE
        elif not 0 < number < len(shown) - 1 or kinds[number] not in (TEXT, PERHAPS):
            continue
        elif kinds[number - 1] in (NAMES, PERHAPS) and kinds[number + 1] == MAIL:
            kinds[number] = PLACE
        elif kinds[number + 1] in (PLACE, MAIL) and may_be_name(text) and kinds[number - 1] != PERHAPS:
            kinds[number] = PERHAPS  # an author whom no list knows
    return kinds


def _set_bylines(lines: Sequence[Line], shown: Sequence[str], kinds: list[str]) -> None:
    """Set the kind of lines of a name with its address, and of one above an ORCID iD."""
    for number, kind in enumerate(kinds):
        if kind in (PLACE, MAIL, TEXT) and number and leading_name(lines[number].text):
            kinds[number] = _BYLINE
            continue
        goes_on = kind == TEXT and number and kinds[number - 1] in (NAMES, PERHAPS) and continues(shown[number])
        is_marked = kind in (TEXT, PERHAPS) and "orcid" in "".join(shown[number + 1 : number + 2]).lower() and may_be_name(shown[number])
        kinds[number] = NAMES if goes_on or is_marked else kind


def _set_stacked(shown: Sequence[str], kinds: list[str]) -> None:
    """Set the kind of places that look a little like names, each below the one name of its line, where others stand so."""
    alone = [kind in (NAMES, PERHAPS) and "," not in text for text, kind in zip(shown, kinds, strict=True)]
    stacked = {number for number in range(1, len(kinds)) if alone[number - 1] and kinds[number] == PLACE}
    for number in range(1, len(kinds) if stacked else 0):
        if kinds[number] == NAMES and alone[number - 1] and "," in shown[number] and nameness(shown[number]) <= _SURE:
            kinds[number] = PLACE


def _set_notes(source: str, lines: Sequence[Line], kinds: list[str]) -> None:
    """Set the kind of notes that go on over lines."""
    number = 0
    while number < len(lines):
        end = keywords_end(lines, number)
        kind, end = (_KEYWORDS, end) if end > number else (_NOTE, note_end(source, lines, number))
        kinds[number:end] = [kind if old not in (VALUE, ID) or kind == _NOTE else old for old in kinds[number:end]]
        number = max(end, number + 1)


def _title(text: str, lines: Sequence[Line], shown: Sequence[str], kinds: Sequence[str]) -> list[int]:
    """Find the lines of the title: among texts of several lines the first that has names below it and is long enough for one."""
    runs = _runs(text, lines, shown, kinds)
    if not runs:
        names = [number for number, kind in enumerate(kinds) if kind in (NAMES, PERHAPS)]
        return names[: len(names) > 1]  # the title looks like names
    return max(runs, key=lambda run: _titleness(run, shown, kinds) - _LATER * run[0] / len(lines))


def _uncut(title: list[int], shown: Sequence[str], kinds: Sequence[str]) -> list[int]:
    """Give the line above that says a title as a whole, where it is the end of that one: a page broke it in two."""
    said = _letters("".join(shown[number] for number in title))
    above = range(title[0]) if title else ()
    whole = [
        number for number in above if kinds[number] == TEXT and _letters(shown[number]).endswith(said) and _letters(shown[number]) != said
    ]
    return whole[:1] or title


def _titleness(run: Sequence[int], shown: Sequence[str], kinds: Sequence[str]) -> float:
    words = " ".join(shown[number] for number in run).split()
    is_typed = run[0] > 0 and is_type(shown[run[0] - 1])
    aside = _BETWEEN | {TEXT} if is_typed else _BETWEEN  # a title of a journal's article may stand there in three languages
    below = next((kind for kind in kinds[run[-1] + 1 :] if kind not in aside), "")
    return _NAMED * (below in (NAMES, PERHAPS, _BYLINE)) + _TYPED * is_typed + min(len(words), _ENOUGH) / 2


def _runs(text: str, lines: Sequence[Line], shown: Sequence[str], kinds: Sequence[str]) -> list[list[int]]:
    """Gather lines of text that go on from one to the next."""
    runs: list[list[int]] = []
    for number, kind in enumerate(kinds):
        before = number - 1
        goes_on = (
            runs
            and runs[-1][-1] == before
            and (
                len(shown[before]) > _WRAPPED
                or shown[before].endswith((":", "-"))
                or (shown[number][:1].islower() and (" " in shown[number] or kinds[number + 1 : number + 2] == [NAMES]))
            )
            and not has_blank_line(text[lines[before].end : lines[number].start])
            and shown[before] != shown[number]
        )
        if goes_on and (kind == TEXT or (kind in (NAMES, PERHAPS, PLACE) and _is_last_of_title(shown[before], shown[number]))):
            runs[-1].append(number)
        elif kind == TEXT:
            runs.append([number])
    return runs


def _is_last_of_title(before: str, text: str) -> bool:
    """Tell words that look like a name from one: the line before them ends with a small word, or they begin with one."""
    if "," not in text and text.partition(" ")[0] in _GOING_ON:
        return True
    if before.endswith(":") and before.isupper() and text.isupper():
        return True
    return "," not in text and nameness(text) < _SURE and (before.endswith(":") or before.rpartition(" ")[2] in LEADING)


def _authors(shown: Sequence[str], kinds: Sequence[str], start: int) -> list[int]:
    """Find the lines of names below a title, up to a text that is longer than an address; one that is said twice counts once."""
    found: dict[str, int] = {}
    for number in range(start, len(shown)):
        if kinds[number] in (NAMES, PERHAPS, _BYLINE):
            span = leading_name(shown[number]) if kinds[number] == _BYLINE else None
            name = shown[number][slice(*span)] if span else names_of(shown[number])
            found.setdefault(_letters(name), number)
        elif kinds[number] == TEXT and found and shown[number].count(" ") >= _LONG:
            break
    return list(found.values())


def _values(document: Document, place: Place, kind: str, known: set[str]) -> list[tuple[str, str, list[Place]]]:
    """Give what a line says under roles; each id counts once."""
    values: list[tuple[str, str, list[Place]]] = []
    raw = document.text[slice(*place)]
    if kind == VALUE:
        match = value_of(raw)
        label = match["label"].lower() if match else "date"
        told = Place(place.start + match.start("value"), place.end) if match else place
        return [("date" if label in _TOLD else "", label, [told])]
    if kind == _KEYWORDS:
        return [("keywords" if "," in raw or ";" in raw else "keyword", "keywords", [keywords_place(raw, place)])]
    if kind == VENUE:
        return [("venue", "venue", [place])]
    ids = [one for one in find_identifiers(raw) if str(one) not in known]
    known.update(map(str, ids))
    if kind == CITATION:
        values += [(role, role, [Place(place.start + start, place.start + end)]) for role, start, end in cite(raw)]
    values += [
        (one.kind if one.kind in ("doi", "arxiv") else "", str(one.kind), [Place(place.start + one.start, place.start + one.end)])
        for one in ids
    ]
    if not values:
        label = {PLACE: "affiliation", MAIL: "e-mail", NAMES: "names", ID: "id", CITATION: "citation", _NOTE: "note"}.get(kind, "line")
        values.append(("", label, [place]))
    return values
