"""What an entry takes from another one: `crossref` from the book that it is a part of, `xdata` from a store of shared fields.

The rules are those of bibtex.web (missing fields are taken) and of the biblatex manual, section 2.4.1 and appendix B (a title of a
book is the book title of its parts), kept to what a part shares with its whole: an id, an abstract or a page is not shared.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from papercat.readers.bibtex.grammar import Block, Field
from papercat.readers.bibtex.values import Macros, content

_SHARED = frozenset("""
booktitle booksubtitle maintitle journal journaltitle year date month volume number issue series publisher address location editor
organization institution school venue eventdate eventtitle edition isbn issn
""".split())  # fmt: skip
# Parts by the author of the whole; those of collections and proceedings are not.
_OF_ONE_AUTHOR = frozenset(("inbook", "bookinbook", "suppbook"))
_RENAMED = {"title": "booktitle", "subtitle": "booksubtitle"}
_NEVER = frozenset(("crossref", "xref", "xdata", "key", "ids", "label", "options", "entryset", "related"))
_MOST = 16  # entries in a chain


class Inherited(NamedTuple):
    """One field taken from another entry: its name here, the field there, the label it was asked for under, and the key of the entry."""

    name: str
    field: Field
    by: str
    key: str


Entries = Mapping[str, Block]


def parents_of(text: str, blocks: Iterable[Block]) -> dict[str, Block]:
    """Gather the entries by their keys, if any entry refers to another one.

    >>> from papercat.readers.bibtex.blocks import cut
    >>> text = "@inproceedings{a, crossref = {b}} @proceedings{b, title = {ACL}}"
    >>> sorted(parents_of(text, cut(text))), parents_of("@misc{a, title = {A registry}}", [])
    (['a', 'b'], {})
    """
    small = text.lower()
    if "crossref" not in small and "xdata" not in small:
        return {}
    entries: dict[str, Block] = {}
    for block in blocks:
        if block.kind == "entry" and block.key:
            entries.setdefault(block.key.lower(), block)
    return entries


def inherited(text: str, block: Block, entries: Entries, macros: Macros) -> Iterator[Inherited]:
    """Give what an entry takes from those that it names; of a field that several have, the nearest one's."""
    known = {field.name.lower() for field in block.fields}
    known |= {"journal"} if "journaltitle" in known else {"journaltitle"} if "journal" in known else set()
    known |= {"date"} if "year" in known else {"year", "month"} if "date" in known else set()
    seen, chain = {block.key.lower()}, [block]
    for child in chain:
        for by, key in _references(text, child, macros):
            parent = entries.get(key.lower())
            if parent is None or key.lower() in seen or len(chain) >= _MOST:
                continue
            seen.add(key.lower())
            chain.append(parent)
            # its book title is a better one than its title
            for field in sorted(parent.fields, key=lambda field: field.name.lower() in _RENAMED):
                name = _name_here(field.name.lower(), by, block.type)
                if name and name not in known:
                    known.add(name)
                    yield Inherited(name, field, by, key)


def _references(text: str, block: Block, macros: Macros) -> Iterator[tuple[str, str]]:
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
