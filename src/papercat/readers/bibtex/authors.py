"""The author field: BibTeX's grammar of names, and what people write in its place."""

import re
from collections.abc import Iterable
from functools import lru_cache

from pydantic import ValidationError

from papercat.latex import to_unicode
from papercat.models import Author
from papercat.names import Name, NameList, is_extended, parse_bibtex_list
from papercat.readers.bibtex.values import has_latex
from papercat.readers.draft import Draft, as_author
from papercat.readers.remarks import says_more
from papercat.text.clean import clean, plain_line
from papercat.text.document import Document, Place

ORGANISATION = "not in braces; read as the name of an organisation"
_MOST_TOLD = 20  # odd names of one list; each is told with the whole list
_ENGLISH = frozenset(("at", "for", "of", "on", "the"))
_AND = re.compile(r"\sand\s", re.IGNORECASE)
_SUFFIX = re.compile(
    r"\s*(?:[js]r\.?|junior|senior|[ivx]{1,4}\.?|\d(?:st|nd|rd|th)|ph\.?\s?d\.?|m\.?\s?d\.?|esq\.?|e\.\s?v\.?|inc\.?)\s*", re.IGNORECASE
)
_LIST_SIGN = re.compile(r";|(?<!\\)&(?!amp;|#)|\\&")
# by which all names of a list are read in another way
_OF_A_LIST = re.compile(r"[;&]|(?<![\w.])-|-(?!\w)|\A\s*and\s|\sand\s*\Z", re.IGNORECASE)
_GROUP = re.compile(r"\{[^{}]*\}")
# A name of letters and TeX's accents: what it is depends on nothing that stands beside it, and no repair but that of TeX knows its signs.
_ACCENTED = re.compile(r"(?:[A-Za-z ,.'\"\\{}~^`-]|(?<=\\)=(?![0-9A-F]{2}))*")
_HEALTHY = {"bytes": None, "accents": None}


def take_authors(draft: Draft, document: Document, value: str, place: Place) -> None:
    """Read an author field into a record; what was odd about it is told."""
    if authors := _usual(document, value):
        draft.cover("authors", place)
        draft.set("authors", authors)
        return
    if is_foreign(value):
        told = "the names are not joined by 'and', as BibTeX wants it; read as a list in another form"
        draft.add_issue("name-malformed", told, "authors", place)
        draft.add_names((place,), raw=to_unicode(value))
        return
    source = draft.source("authors", place)
    draft.cover("authors", place)
    text, steps = document.clean_text(value)
    # LaTeX is no damage here
    if steps:
        draft.note("authors", [step for step in steps if step.code != "tex-decoded"], (place,))
    found = _parsed(text)
    is_text = not has_latex(text)
    names = [name if is_text and name.family else decoded_name(name) for name in found.names]
    names = [_whole(name) if name.particle else name for name in names]
    draft.set_authors(names, source)
    if found.others:
        draft.add_issue("authors-cut", says_more(found.others), "authors", place)
    notes = [f"in the list of authors: {note}" for note in dict.fromkeys(found.notes)]
    notes += [f"{name.family or name.literal or ''!r}: {note}" for name in names for note in name.notes]
    for message in notes[:_MOST_TOLD]:
        draft.add_issue("name-malformed", message, "authors", place)
    if len(notes) > _MOST_TOLD:
        draft.add_issue("name-malformed", f"and {len(notes) - _MOST_TOLD} more names of this list", "authors", place)


def _usual(document: Document, value: str) -> tuple[Author, ...] | None:
    """Read a list of names in which nothing is odd, as nearly every list is: what takes longer finds the same, name by name."""
    if not value.isascii() or "\\" in value:
        authors = _each(document, value)
        if authors:
            return authors
    text, steps = document.clean_text(value)
    if any(step.code != "tex-decoded" for step in steps) or (text != value and is_foreign(value)):
        return None
    return _all(map(_author, " ".join(text.split()).split(" and ")))


def _each(document: Document, value: str) -> tuple[Author, ...] | None:
    """Read names that are clean by themselves, or but for TeX's accents: the same people come again, and are read once."""
    if not document.is_healthy or document.accent_order:
        return None
    if "\n" in value:
        value = " ".join(value.split()) if value.isascii() else value
        if "- " in value:
            return None  # perhaps a word that the end of a line has cut
    return _all(map(_clean_author, value.split(" and ")))


def _all(authors: Iterable[Author | None]) -> tuple[Author, ...] | None:
    found = list(authors)
    named = tuple(filter(None, found))
    return named if len(named) == len(found) else None


@lru_cache(maxsize=65_536)
def _clean_author(raw: str) -> Author | None:
    text = plain_line(raw)
    if text is None and _ACCENTED.fullmatch(raw):
        text, steps = clean(raw, verdicts=_HEALTHY)
        if any(step.code != "tex-decoded" for step in steps):
            return None
    return _author(text) if text else None


@lru_cache(maxsize=65_536)
def _author(text: str) -> Author | None:
    """Make the author of a name without LaTeX, suffix and anything else that counts for the whole list or is told."""
    if has_latex(text) or _OF_A_LIST.search(text) or text.count(",") > 1:
        return None
    found = parse_bibtex_list(text)
    name = found.names[0] if len(found.names) == 1 else Name()
    if not name.family or name != Name(*name[:3]) or found != NameList((name,)) or (name.particle and _whole(name) is not name):
        return None
    try:
        return as_author(name)
    except ValidationError:
        return None


def _parsed(text: str) -> NameList:
    """Parse a list; where its braces do not pair, each name by itself, so that a lost one does not swallow the names behind it."""
    if text.count("{") == text.count("}"):
        return parse_bibtex_list(text)
    lists = [parse_bibtex_list(name) for name in _AND.split(text)]
    return NameList(
        tuple(name for one in lists for name in one.names), lists[-1].others, tuple(note for one in lists for note in one.notes)
    )


def _whole(name: Name) -> Name:
    """Take a name with an English word for its particle as that of an organisation: University of Oslo."""
    if _ENGLISH.issuperset(str(name.particle).split()):
        literal = " ".join(part for part in (name.given, name.particle, name.family) if part)
        return Name(literal=literal, notes=(*name.notes, ORGANISATION))
    return name


def is_foreign(value: str) -> bool:
    r"""Tell an author field that is no BibTeX: its names stand between semicolons, ampersands or commas.

    A name of BibTeX has no more than two commas, and of three parts the middle one is a suffix.

    >>> is_foreign("Brown, R. G.; Smith, G. A."), is_foreign("Chambers, J. M., Cleveland, W. S., Kleiner, B.")
    (True, True)
    >>> is_foreign("King, Jr., Martin Luther and Perez, Ethan"), is_foreign("{Barnes; Noble, Inc., and, Sons}"), is_foreign("Li, Wei")
    (False, False, False)
    """
    if ";" not in value and "&" not in value and all(name.count(",") < 2 for name in value.split(" and ")):
        return False  # as nearly every list is
    bare = _without_groups(value)
    if _LIST_SIGN.search(bare):
        return True
    return any(map(_is_list, _AND.split(bare)))


def _without_groups(value: str) -> str:
    while "{" in value and (shorter := _GROUP.sub("x", value)) != value:
        value = shorter
    return value


def _is_list(name: str) -> bool:
    if is_extended(name):
        return False
    parts = name.strip(" ,").split(",")
    if len(parts) == 2 and name.rstrip().endswith(","):
        return all(" " in part.strip() for part in parts)  # "Ethan Perez, Sam Ringer, and …"
    if len(parts) < 3 or _SUFFIX.fullmatch(parts[1]):
        return False
    return len(parts) > 3 or " " in parts[0].strip() or " " in parts[1].strip()


def decoded_name(name: Name) -> Name:
    """Read the LaTeX in the parts of a name."""
    return _decoded(*name[:5])._replace(notes=name.notes)


@lru_cache(maxsize=65_536)
def _decoded(family: str | None, given: str | None, particle: str | None, suffix: str | None, literal: str | None) -> Name:
    family, given, particle, suffix, literal = (
        part and (clean(to_unicode(part))[0] or None) for part in (family, given, particle, suffix, literal)
    )
    if family:
        return Name(family, given, particle, suffix)
    return Name(literal=literal or " ".join(part for part in (particle, given, suffix) if part) or None)
