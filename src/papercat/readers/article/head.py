"""Title, authors, dates, ids and the journal's line out of what stands above an abstract."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from papercat.identifiers import find_identifiers
from papercat.readers.article.citation import cite, is_cited
from papercat.readers.article.lines import (
    CITATION,
    FURNITURE,
    ID,
    MAIL,
    NAMES,
    PERHAPS,
    PLACE,
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

_TOLD = frozenset(
    (
        "published|published online|first published|publication date|date of publication|issue date|available online|online|epub|date|"
        "publicado|veröffentlicht"
    ).split("|")
)
_BELOW_VENUES = frozenset({"aims and scope", "aims and scope submit manuscript"})  # Springer
_ENOUGH, _LONG = 5, 7  # words of a title, at least; of a line that is no address
_NAMED, _LATER = 3.0, 1.0  # for names below a title; against one far down
_SURE = 0.5  # of `nameness`
_LIST = "list"  # of names
_LONGEST = 180  # characters of a line that ends as a sentence does, and is no title
_PROSE, _MOST_PROSE = 60, 6  # characters of a line; of such lines, the title's and a note's among them
_WRAPPED = 30  # characters; a title's line that goes on in the next one is longer


class Head(NamedTuple):
    """What stands above an abstract.

    Attributes:
        title: its lines.
        authors: theirs.
        names: what these say, one list.
        values: role, label and places of what else there is.
        furniture: what belongs to the page.
        papers: how often names stand below a text: more than once in a list of papers.
    """

    title: list[Place]
    authors: list[Place]
    names: str
    values: list[tuple[str, str, list[Place]]]
    furniture: list[Place]
    papers: int


def read_head(document: Document, lines: Sequence[Line]) -> Head:
    """Read what stands above an abstract.

    >>> from papercat.text.lines import split_lines
    >>> text = "Article\\nSupport-vector networks\\nCorinna Cortes & Vladimir Vapnik\\n74k Accesses"
    >>> head = read_head(Document("a.txt", text), split_lines(text))
    >>> [text[slice(*place)] for place in head.title], head.names, len(head.furniture)
    (['Support-vector networks'], 'Corinna Cortes & Vladimir Vapnik', 2)
    """
    shown = [document.show(line.start, line.end) for line in lines]
    kinds = _kinds(shown)
    title = _title(document.text, lines, shown, kinds)
    authors = _authors(shown, kinds, title[-1] + 1) if title else []
    whole = " ".join(shown[number] for number in title)
    values: list[tuple[str, str, list[Place]]] = []
    furniture: list[Place] = []
    known: set[str] = set()
    for number, line in enumerate(lines):
        place = Place(line.start, line.end)
        if number in title or number in authors:
            continue
        if kinds[number] == FURNITURE or (title and shown[number] == whole):
            furniture.append(place)
        else:
            values += _values(document, place, kinds[number], known)
    names = "; ".join(names_of(shown[number]).strip(" ,;") for number in authors)
    return Head(
        [_without_note(document.text, _place(lines[n])) for n in title],
        [_place(lines[n]) for n in authors],
        names,
        values,
        furniture,
        _papers(shown, kinds),
    )


def _without_note(text: str, place: Place) -> Place:
    """Leave out the sign of a footnote behind a title."""
    return Place(place.start, place.start + len(text[slice(*place)].rstrip(" \t*∗†‡§¶")))


def _papers(shown: Sequence[str], kinds: Sequence[str]) -> int:
    """Count the papers that a head tells of: lists of names below a text; prose is the abstract of another one."""
    core = [
        _LIST if kind == NAMES and "," in text else kind for text, kind in zip(shown, kinds, strict=True) if kind in (NAMES, TEXT, PERHAPS)
    ]
    below = sum(one in (TEXT, PERHAPS) and two == _LIST for one, two in pairwise(core))
    prose = sum(kind == TEXT and len(text) > _PROSE for text, kind in zip(shown, kinds, strict=True))
    is_prose = any(kind == TEXT and len(text) > _LONGEST and ends_sentence(text) for text, kind in zip(shown, kinds, strict=True))
    return below + (prose > _MOST_PROSE) + 2 * is_prose


def _place(line: Line) -> Place:
    return Place(line.start, line.end)


def _kinds(shown: Sequence[str]) -> list[str]:
    """Say what each line is: by itself, and by those around it."""
    often = {text for text, count in Counter(shown).items() if count > 1}
    kinds = [kind_of(text) for text in shown]
    for number, text in enumerate(shown):
        if text in often and kinds[number] in (NAMES, TEXT, PERHAPS) and len(text) < _WRAPPED:
            kinds[number] = PLACE  # of several authors
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


def _title(text: str, lines: Sequence[Line], shown: Sequence[str], kinds: Sequence[str]) -> list[int]:
    """Find the lines of the title: among texts of several lines the first that has names below it and is long enough for one."""
    runs = _runs(text, lines, shown, kinds)
    if not runs:
        names = [number for number, kind in enumerate(kinds) if kind in (NAMES, PERHAPS)]
        return names[: len(names) > 1]  # the title looks like names
    return max(runs, key=lambda run: _titleness(run, shown, kinds) - _LATER * run[0] / len(lines))


def _titleness(run: Sequence[int], shown: Sequence[str], kinds: Sequence[str]) -> float:
    words = " ".join(shown[number] for number in run).split()
    below = next((kind for kind in kinds[run[-1] + 1 :] if kind not in (FURNITURE, VALUE, ID, VENUE, CITATION)), "")
    return _NAMED * (below in (NAMES, PERHAPS)) + min(len(words), _ENOUGH) / 2


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
                or (shown[number][:1].islower() and " " in shown[number])
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
    """Tell words that look like a name from one: the line before them ends with a small word."""
    return "," not in text and nameness(text) < _SURE and before.rpartition(" ")[2] in LEADING


def _authors(shown: Sequence[str], kinds: Sequence[str], start: int) -> list[int]:
    """Find the lines of names below a title, up to a text that is longer than an address; one that is said twice counts once."""
    found: dict[str, int] = {}
    for number in range(start, len(shown)):
        if kinds[number] in (NAMES, PERHAPS):
            found.setdefault(shown[number], number)
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
        label = {PLACE: "affiliation", MAIL: "e-mail", NAMES: "names", ID: "id", CITATION: "citation"}.get(kind, "line")
        values.append(("", label, [place]))
    return values
