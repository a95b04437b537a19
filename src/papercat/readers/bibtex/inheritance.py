"""What an entry takes from another one: `crossref` from the book that it is a part of, `xdata` from a store of shared fields.

The rules are those of bibtex.web (missing fields are taken) and of the biblatex manual, section 2.4.1 and appendix B (a title of a
book is the book title of its parts), kept to what a part shares with its whole: an id, an abstract or a page is not shared.
A file that is read in pieces keeps the wholes of earlier ones; those of later ones cannot be known yet.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from papercat.readers.bibtex.grammar import Block
from papercat.readers.bibtex.values import Macros, content
from papercat.text.document import Place

_SHARED = frozenset("""
booktitle booksubtitle maintitle journal journaltitle year date month volume number issue series publisher address location editor
organization institution school venue eventdate eventtitle edition isbn issn
""".split())  # fmt: skip
# Parts by the author of the whole; those of collections and proceedings are not.
_OF_ONE_AUTHOR = frozenset(("inbook", "bookinbook", "suppbook"))
_RENAMED = {"title": "booktitle", "subtitle": "booksubtitle"}
_NEVER = frozenset(("crossref", "xref", "xdata", "key", "ids", "label", "options", "entryset", "related"))
_MOST = 16  # entries in a chain
# What has parts; dblp has 60,000 volumes of proceedings, of some 500 characters each.
_WHOLES = frozenset("book collection proceedings reference periodical xdata mvbook mvcollection mvproceedings mvreference".split())
_MOST_KEPT, _LONGEST_KEPT = 50_000, 5_000  # wholes of earlier pieces; characters of one


class Inherited(NamedTuple):
    """One field taken from another entry: its name here, its value, the label it was asked for under, and the key of the entry."""

    name: str
    value: str
    by: str
    key: str


class Entry(NamedTuple):
    """An entry, and the text in which it has its places."""

    text: str
    block: Block


Entries = Mapping[str, Entry]
Parents = Callable[[], Entries]  # of a file, by their keys: few files have entries that refer to others


def parents_of(text: str, blocks: Iterable[Block]) -> dict[str, Entry]:
    """Gather the entries of a file by their keys.

    >>> from papercat.readers.bibtex.blocks import cut
    >>> text = "@inproceedings{a, crossref = {b}} @proceedings{b, title = {ACL}}"
    >>> sorted(parents_of(text, cut(text)))
    ['a', 'b']
    """
    entries: dict[str, Entry] = {}
    for block in blocks:
        if block.kind == "entry" and block.key:
            entries.setdefault(block.key.lower(), Entry(text, block))
    return entries


def keep(text: str, block: Block, kept: dict[str, Entry]) -> None:
    """Keep an entry for the pieces of a file that come later, by itself, if others may be parts of it."""
    start, end = block.place
    if block.type not in _WHOLES or not block.key or end - start > _LONGEST_KEPT or len(kept) >= _MOST_KEPT:
        return
    fields = tuple(field._replace(start=field.start - start, end=field.end - start) for field in block.fields)
    kept.setdefault(block.key.lower(), Entry(text[start:end], block._replace(place=Place(0, end - start), fields=fields, scars=())))


def missing(text: str, block: Block, entries: Entries, macros: Macros) -> Iterator[tuple[str, str]]:
    """Give the labels and keys by which an entry refers to one that is not there."""
    return ((by, key) for by, key in _references(Entry(text, block), macros) if key and key.lower() not in entries)


def inherited(text: str, block: Block, entries: Entries, macros: Macros) -> Iterator[Inherited]:
    """Give what an entry takes from those that it names; of a field that several have, the nearest one's."""
    known = {field.name.lower() for field in block.fields}
    known |= {"journal"} if "journaltitle" in known else {"journaltitle"} if "journal" in known else set()
    known |= {"date"} if "year" in known else {"year", "month"} if "date" in known else set()
    seen, chain = {block.key.lower()}, [Entry(text, block)]
    for child in chain:
        for by, key in _references(child, macros):
            parent = entries.get(key.lower())
            if parent is None or key.lower() in seen or len(chain) >= _MOST:
                continue
            seen.add(key.lower())
            chain.append(parent)
            # its book title is a better one than its title
            for field in sorted(parent.block.fields, key=lambda field: field.name.lower() in _RENAMED):
                name = _name_here(field.name.lower(), by, block.type)
                if name and name not in known:
                    known.add(name)
                    yield Inherited(name, content(parent.text, field, macros), by, key)


def _references(entry: Entry, macros: Macros) -> Iterator[tuple[str, str]]:
    text, block = entry
    for field in block.fields:
        by = field.name.lower()
        if by == "xdata":
            yield from ((by, key.strip()) for key in content(text, field, macros).split(","))
        elif by == "crossref":
            yield by, content(text, field, macros).strip()


def _name_here(name: str, by: str, kind: str) -> str:
    if name in _NEVER:
        return ""
    if by == "xdata" or name in _SHARED or (name == "author" and kind in _OF_ONE_AUTHOR):
        return name
    return _RENAMED.get(name, "")
