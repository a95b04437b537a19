"""BibTeX and biblatex as people have them: whole entries at a glance, broken ones mended, the rest kept as it stands."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial

from papercat.models import Issue, Paper
from papercat.readers.bibtex.authors import decoded_name
from papercat.readers.bibtex.blocks import cut, is_foreign
from papercat.readers.bibtex.entries import UNKNOWN, read_entry
from papercat.readers.bibtex.grammar import OPENING, Block
from papercat.readers.bibtex.inheritance import Entry, keep, parents_of
from papercat.readers.bibtex.values import Macros, define, macros_of, pairs_in
from papercat.readers.draft import Draft
from papercat.text.document import Document

__all__ = ["decoded_name", "ends", "read", "read_blocks", "reading", "sniff"]

_STRING = re.compile(r"@[ \t]*string\b", re.IGNORECASE)
_SAMPLE = 20_000  # characters behind the first entry; enough to see what the file is
_LATEST = 200_000  # where the first entry may begin
# Below this share of entries, a text is something else that cites itself: whoever is sure of the rest reads it first.
_LEAST = 0.02
_TOLD = {
    "entry": "an entry in which nothing stands; kept as it stands",
    "broken": "not an entry that can be read; kept as it stands",
    "xdata": "fields that other entries share; kept as it stands",
}


def sniff(document: Document) -> float:
    """Say how likely a document is BibTeX: how much of its beginning is entries.

    >>> sniff(Document("refs.bib", "@misc{perez2022, title = {Discovering}}"))
    0.95
    >>> sniff(Document("mail.txt", "Write to ethan@example.org (Ethan)"))
    0.0
    """
    found = [block for block in cut(document.text[:_SAMPLE]) if block.kind != "text" and not is_foreign(block)]
    if not found and OPENING.search(document.text, _SAMPLE, _LATEST):
        found = [block for block in cut(document.text[:_LATEST]) if block.kind != "text" and not is_foreign(block)][:1]
    if not any(block.fields for block in found):
        return 0.0
    share = sum(block.place.end - block.place.start for block in found) / min(len(document.text), _SAMPLE)
    return 0.95 if share > _LEAST else 0.75


def ends(text: str) -> int:
    """Say up to where a text holds whole entries: before the last that begins a line.

    >>> ends("@misc{a, title = {A}}\\n@misc{b, ti"), ends("@misc{a, title = {A}}\\n@home and")
    (22, 0)
    """
    place = len(text)
    while (place := max(text.rfind("\n@", 0, place), text.rfind("\r@", 0, place))) > 0:
        if OPENING.match(text, place + 1):
            return place + 1
    return 0


def reading() -> Callable[[Document], Iterator[Paper | Issue]]:
    """Give what reads the pieces of a file one after the other, and knows the abbreviations and the books of earlier ones."""
    return partial(_read, macros=macros_of("", ()), kept={})


def read(document: Document) -> Iterator[Paper | Issue]:
    """Read each entry; comments, preambles, definitions and what stands between entries become issues.

    >>> text = "@article{a, author = {van Beethoven, Ludwig and {OpenAI Team}}, journal = {Nature}, year = 2020}"
    >>> next(read(Document("refs.bib", text))).authors[1]
    Author(literal='OpenAI Team')
    """
    return _read(document, macros_of("", ()))


def read_blocks(document: Document) -> Iterator[tuple[Block, list[Paper | Issue]]]:
    """Give each block of a file, with what `read` makes of it.

    >>> [(block.kind, len(found)) for block, found in read_blocks(Document("refs.bib", "Mine:\\n@misc{a, title = {Sleeper Agents}}"))]
    [('text', 1), ('entry', 1)]
    """
    return _read_blocks(document, macros_of("", ()))


def _read(document: Document, macros: Macros, kept: dict[str, Entry] | None = None) -> Iterator[Paper | Issue]:
    return _counted(one for _, found in _read_blocks(document, macros, kept) for one in found)


def _counted(found: Iterable[Paper | Issue]) -> Iterator[Paper | Issue]:
    """Tell a command that nobody knows once, where it stands first, and in how many fields: a file with macros of its own has hundreds."""
    unknown: dict[str, tuple[Issue, int]] = {}
    for one in found:
        if isinstance(one, Issue) and one.code == UNKNOWN:
            told = one.message.partition(";")[0]
            first, count = unknown.get(told, (one, 0))
            unknown[told] = first, count + 1
        else:
            yield one
    for told, (first, count) in unknown.items():
        yield first if count == 1 else replace(first, message=f"{told}; kept as it stands in {count} fields, of which this is the first")


def _read_blocks(document: Document, macros: Macros, kept: dict[str, Entry] | None = None) -> Iterator[tuple[Block, list[Paper | Issue]]]:
    text = document.text
    if _STRING.search(text):
        # a definition counts from where it stands, but people also put them at the end
        macros |= macros_of(text, cut(text)) | macros
    pairs = pairs_in(text)
    # a file is cut once more for the first entry that refers to another one
    parents = cache(lambda: (kept or {}) | parents_of(text, cut(text)))
    for block in cut(text):
        if kept is not None and block.kind == "entry":
            keep(text, block, kept)
        if is_foreign(block):
            text_of_others = block._replace(kind="text", type="")
            yield text_of_others, [_kept(document, text_of_others)]
            continue
        if block.kind == "entry" and block.type != "xdata" and not _is_empty(text, block):
            yield block, list(read_entry(document, block, macros, parents, pairs))
            continue
        if block.kind == "string":
            define(text, block, macros)
        yield block, [_kept(document, block)]


def _is_empty(text: str, block: Block) -> bool:
    return all(not text[field.start : field.end].strip() for field in block.fields)


def _kept(document: Document, block: Block) -> Issue:
    told = _TOLD.get(block.type) or _TOLD.get(block.kind, "kept as it stands: no entry")
    code = "entry-broken" if block.kind == "broken" else "block-kept"
    source = Draft(document).source("record", block.place)
    return Issue(code=code, message=told, source=source, raw=document.text[block.place.start : block.place.end])
