"""From a reference to a record: each part takes its role."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from papercat.models import Author, Issue, Paper
from papercat.readers.headings import Dated, take_year
from papercat.readers.occasions import occasion
from papercat.readers.record import Record
from papercat.readers.references.authors import Manner, add_authors
from papercat.readers.references.bibitems import Bibliography
from papercat.readers.references.lines import MOST_ATOMS, Line
from papercat.readers.references.parts import Part, parts
from papercat.readers.references.splitting import SAME, YEAR
from papercat.readers.references.words import CLASSES
from papercat.text.document import Document, Place

# The role of a part and, where papers have no field for it, its label in `extra`.
_ROLES = {
    "A": ("authors", "authors"), "D": ("date", "date"), "T": ("title", "title"), "C": ("venue", "venue"), "E": ("", "editor"),
    "V": ("volume", "volume"), "I": ("issue", "issue"), "P": ("pages", "pages"), "U": ("publisher", "publisher"), "L": ("", "place"),
    "N": ("", "rest"),
}  # fmt: skip
# behind the year that ends a reference
_CITING = re.compile(r"(?<=(?:19|20)\d\d)\.\s+(\d{1,2}(?:,\s{1,2}\d{1,2}){0,20})\.?\s*\Z")
_TAIL = 120  # characters
_PREPRINT = re.compile(r"Preprint at\s(?:https?://|10\.)")  # in the style of Nature, whose preprints have no venue
_HALF_TITLE = re.compile(r"(?:The|An?)\s[^.]{1,40},\s[a-z]")
_SLASH = re.compile(r"(?<!/)/\s?\Z")
_ALONE = Manner()
_WITH_ID = re.compile(r"\b10\.\d{4,9}/|arxiv\.org/", re.IGNORECASE)
_SEEN = re.compile(r"[^\s\u2060]")
_IDS = {"doi": "doi", "arxiv": "arxiv", "url": "url"}


class Around(NamedTuple):
    """What stands around a reference.

    Attributes:
        glued: it was cut off the reference before it.
        above: the authors of that one, for whom it may have a dash.
        dated: the heading that it stands below, if that says a year.
    """

    glued: bool = False
    above: tuple[Author, ...] = ()
    dated: Dated | None = None


_NOTHING = Around()


def record(document: Document, line: Line, how: Manner = _ALONE, around: Around = _NOTHING) -> Iterator[Paper | Issue]:
    """Make the paper of a reference.

    Args:
        document: where it stands.
        line: what was found of it.
        how: how the names of its list are written.
        around: what stands around it.
    """
    made = Record(document, line.place)
    found = parts(line.shown.text, line.atoms, line.labels, dotted=how.dotted)
    found = _whole_titles(line.shown.text, found)
    if not any(part.label == "D" for part in found):
        found = _dated(line.shown.text, found)
    if around.dated and not any(part.label == "D" and YEAR.search(line.shown.text, part.start, part.end) for part in found):
        take_year(made.draft, around.dated)
    same = SAME.match(line.shown.text)
    if same and not any(part.label == "A" for part in found):
        _take_over(made, line, same, around.above)
        found = [part for part in found if part.end > same.end()]
    found = _without_citings(line.shown.text, found)
    _take_parts(document, made, line, found, how)
    _add_links(made, document, line)
    if len(line.atoms) == MOST_ATOMS and line.atoms[-1].end < len(line.shown.text):
        made.add("", "rest", *line.shown.places(line.atoms[-1].end, len(line.shown.text)))
    if line.number:
        made.draft.cover("number", line.number)
        if isinstance(document, Bibliography) and (found_key := document.keys.get(line.number.start)):
            made.add("", "key", found_key[0], raw=found_key[1])
            made.draft.cover("record", Place(line.number.start, max(document.ends[line.number.start], line.place.end)))
    if around.glued:
        made.draft.add_issue("records-glued", "taken for a reference that is glued to the one before it", "record", line.place)
    yield from made.finish()


def said_year(line: Line) -> int:
    """Give the year that a reference says, 0 if it says none."""
    starts = (atom for atom, label in zip(line.atoms, line.labels, strict=False) if label in "Dd")
    found = next((year for atom in starts if (year := YEAR.match(line.shown.text, atom.start))), None)
    return int(found[0][:4]) if found else 0


def _take_parts(document: Document, made: Record, line: Line, found: list[Part], how: Manner) -> None:
    is_book = not any(part.label in "TVI" for part in found)
    whole = _responsible(line.shown.text, found)
    for part in found:
        places = line.shown.places(part.start, part.end)
        if part is whole:
            add_authors(document, made.draft, places, how, _families(document, line))
        elif part.label == "A" and whole and part.start < whole.start:
            made.draft.cover("authors", *places)
        elif part.label == "A":
            made.add("", "authors", *places)
        else:
            _add(made, line, part, is_book=is_book)


def _families(document: Document, line: Line) -> frozenset[str]:
    return document.families(line.number.start) if line.number and isinstance(document, Bibliography) else frozenset()


def _responsible(text: str, found: list[Part]) -> Part | None:
    """Find the list of names that counts: the first, or the one behind a slash and the title, which has all (GOST 7.1, ISBD area 1)."""
    lists = [part for part in found if part.label == "A"]
    behind = [part for part in lists[1:] if _SLASH.search(text, max(part.start - 4, 0), part.start)]
    return next(iter(behind or lists), None)


def _without_citings(text: str, found: list[Part]) -> list[Part]:
    """Take the numbers behind the year, which are the pages that cite the paper (LaTeX's `backref`), for a note: `In CVPR, 2019. 2, 5`."""
    citing = _CITING.search(text, max(len(text) - _TAIL, 0))
    pages = [int(one) for one in citing[1].split(",")] if citing else []
    if not citing or pages != sorted(set(pages)):
        return found
    start, end = citing.span(1)
    kept = [part._replace(end=min(part.end, citing.start())) for part in found if part.start < citing.start()]
    return [*kept, Part("N", start, end)]


def _whole_titles(text: str, found: list[Part]) -> list[Part]:
    """Give a title what is no other part: a year at its head where another is the date, what stands between it and `Preprint at`."""
    kept: list[Part] = []
    is_dated = any(part.label == "D" and text[part.start - 1 : part.start] == "(" for part in found)
    for part in found:
        before = kept[-1] if kept else part
        is_head = is_dated and text[max(before.start - 2, 0) : before.start] == ". "
        if before.label == "D" and part.label == "T" and is_head and text[before.end : part.start] == " ":
            kept[-1] = part._replace(start=before.start)  # `1985 Opinion Survey of MIS Managers. MIS Quarterly 10, 35–45 (1986)`
        elif before.label == "A" and part.label == "T" and _HALF_TITLE.match(text, before.start, part.start + 1):
            kept[-1] = part._replace(start=before.start)  # `The More, the Merrier? How the Number of Partners`
        elif _PREPRINT.match(text, part.start) and before.label == "C" and [one.label for one in kept[-2:]] == ["T", "C"]:
            kept[-2:] = [kept[-2]._replace(end=before.end), part]
        else:
            kept.append(part)
    return kept


def _dated(text: str, found: list[Part]) -> list[Part]:
    """Find the date of a reference that has none of its own: at the end of its venue, or the one of its pages that is a year."""
    for at, part in enumerate(found):
        if part.label == "C" and (date := occasion(text[part.start : part.end])):
            start, end = part.start + date.start, part.start + date.end
            return [*found[:at], part._replace(end=part.start + date.name), Part("D", start, end), *found[at + 1 :]]
    years = [part for part in found if part.label == "P" and YEAR.fullmatch(text[part.start : part.end].strip(" .,"))]
    if len(years) != 1:
        return found
    # `Physical Review E 39(3), 2022.`, `pages 859–866, Online, 2024.`
    return [part._replace(label="D") if part is years[0] else part for part in found]


def _take_over(made: Record, line: Line, same: re.Match[str], above: tuple[Author, ...]) -> None:
    """Take the authors of the reference above, for whom a dash stands, or one for each."""
    places = line.shown.places(*same.span())
    made.draft.cover("authors", *places)
    dashes = same[0].count("—") if "," in same[0][1:-1] or " " in same[0] else 0
    if above and dashes in (0, len(above)):
        made.draft.set("authors", above)
        made.draft.set("inferred", ("authors",))
        told = f"authors: taken from the reference above, for {same[0]!r} stands for them"
        made.draft.add_issue("field-inherited", told, "authors", places[0])
    else:
        told = f"{same[0]!r} stands for authors who are not those of the reference above"
        made.draft.add_issue("authors-cut", told, "authors", places[0])


def _add(made: Record, line: Line, part: Part, *, is_book: bool) -> None:
    role, label = (_IDS.get(part.kind, ""), part.kind) if part.kind else _ROLES[part.label]
    if role == "venue" and is_book:
        role, label = "title", "title"  # a book is no part of anything
    if part.label == "N" and _says_nothing(line, part):
        role = "skip"
    made.add(role, label, *line.shown.places(part.start, part.end))


def _add_links(made: Record, document: Document, line: Line) -> None:
    """Take the addresses behind the words of a reference, one with an id first; what they say the words may say too."""
    shown = "".join(line.shown.text.split())
    # behind its words stand links whose words are only pressed, and so blanks
    after = _SEEN.search(document.text, line.place.end)
    whole = Place(line.place.start, after.start() if after else len(document.text))
    links = [(place, document.given[slice(*place)]) for _, place in document.source.links_in(whole)] if document.source else []
    for place, address in sorted(links, key=lambda link: not _WITH_ID.search(link[1])):
        if not address.startswith("#") and address not in shown:
            made.add("url", "url", place, raw=address)


def _says_nothing(line: Line, part: Part) -> bool:
    """Tell words that only lead to an address: `Retrieved from`, `Available at`."""
    words = [atom.text.lower() for atom in line.atoms if part.start <= atom.start < part.end]
    return len(words) < 5 and all(word in CLASSES["access"] for word in words)
