r"""BibTeX cut into blocks by place: usual entries at a glance, rarer ones by bibtexparser, broken ones by `mending`.

To the grammar one rule is added: no block reaches over a line that begins another one. It bounds what a lost brace can swallow, and it
is the rule of bibtexparser's splitter too, to which the tests pin this module.
"""

import re
from collections.abc import Iterator

from papercat.readers.bibtex.grammar import (
    ALONE,
    CLOSERS,
    CLOSING,
    FIELD,
    KEY,
    MORE,
    NAME,
    OPENING,
    Block,
    Field,
    Head,
    Scar,
    close_brace,
    field_of,
)
from papercat.readers.bibtex.labels import KNOWN_TYPES, ROLES
from papercat.readers.bibtex.mending import mend
from papercat.readers.bibtex.parsed import parse
from papercat.text.document import Place

AT_MISSING = "the @ before it is missing"
# A line that begins an entry but for its `@`: a type of BibTeX's styles, a key, and a field.
_HEADLESS = re.compile(
    rf"(?<![^\n\r])[ \t]*(article|book|booklet|conference|in(?:book|collection|proceedings)|manual|(?:masters|phd)?thesis|misc|online|"
    rf"proceedings|(?:tech)?report|unpublished)\{{[^\s,={{}}]{{0,100}},\s{{0,20}}(?={NAME}[ \t]*=[ \t]*[{{\"\d])",
    re.IGNORECASE,
)
_NO_ENTRIES = frozenset(("comment", "preamble", "string"))
_NAMES = frozenset(ROLES) | {"crossref", "xdata", "editor", "school", "institution", "organization", "series", "isbn", "issn"}
_INDENT = 64  # blanks before the `@` of a line that begins a block
_NOT_BLANK = re.compile(r"[^\s\u200b\u2060\ufeff](?:.*[^\s\u200b\u2060\ufeff])?", re.DOTALL)


def cut(text: str) -> Iterator[Block]:
    """Cut a file into its blocks and what stands between them, in order.

    >>> for block in cut("Dear all,\\n@misc{bai2022, title = {Constitutional AI}}\\n@string{acl = {ACL}}"):
    ...     print(block.kind, block.key, block.place[:], [field.name for field in block.fields])
    text  (0, 9) []
    entry bai2022 (10, 53) ['title']
    string  (54, 74) ['acl']
    """
    place = 0
    for heads, limit in _regions(text):
        for head, stop in zip(heads, [*(head.start for head in heads[1:]), limit], strict=True):
            if head.start < place or _is_call(head):
                continue
            yield from _between(text, place, head.start)
            block = _block(text, head, stop, limit)
            place = block.place.end
            yield block
    yield from _between(text, place, len(text))


def _regions(text: str) -> Iterator[tuple[list[Head], int]]:
    """Give the heads from one line that begins a block to the next, and where that is."""
    heads: list[Head] = []
    for match in OPENING.finditer(text):
        if match.start() and text[match.start() - 1].isalnum():
            continue
        head = Head(_seen(match[1]).lower(), match[2], match.start(), match.end())
        if heads and _begins_line(text, head.start):
            yield heads, head.start
            heads = []
        heads.append(head)
    if heads:
        yield heads, len(text)


def _is_call(head: Head) -> bool:
    """Tell what programs write: `@dataclass(frozen=True)`; few write entries with parentheses, and none of a type of their own."""
    return head.bracket == "(" and head.type not in KNOWN_TYPES and head.type not in _NO_ENTRIES


def _seen(word: str) -> str:
    return word if word.isascii() else "".join(char for char in word if char.isprintable())


def _begins_line(text: str, place: int) -> bool:
    before = text[max(place - _INDENT, 0) : place].rstrip(" \t\ufeff")
    return not before or before[-1] in "\n\r"


def _between(text: str, start: int, end: int) -> Iterator[Block]:
    """Give what stands between blocks, and entries in it whose `@` was lost."""
    found = _HEADLESS.search(text, start, end)
    while found:
        yield from _text(text, start, found.start(1))
        following = _HEADLESS.search(text, found.end(), end)
        block = mend(text, Head(found[1].lower(), "{", found.start(1), found.end(1) + 1), following.start() if following else end)
        yield block._replace(scars=(Scar(AT_MISSING, Place(*found.span(1))), *block.scars))
        start, found = block.place.end, following
    yield from _text(text, start, end)


def _text(text: str, start: int, end: int) -> Iterator[Block]:
    if start < end and (seen := _NOT_BLANK.search(text, start, end)):
        yield Block("text", "", "", Place(*seen.span()))


def _block(text: str, head: Head, stop: int, limit: int) -> Block:
    if head.type in {"comment", "preamble"}:
        end = close_brace(text, head.end, limit, 1) if head.bracket == "{" else text.find(")", head.end, limit) + 1
        # bibtex takes only the word @comment for one and reads the entries behind it
        return Block(head.type, head.type, "", Place(head.start, end or _trimmed(text, head.end, stop)))
    return _entry(text, head, limit) or parse(text, head, limit) or mend(text, head, limit)


def is_foreign(block: Block) -> bool:
    """Tell what is written as an entry and is none: no type that is known, and no field of a paper.

    >>> [is_foreign(next(cut(text))) for text in ("@code{a, b = {c}}", "@code{a, title = {C}}", "@misc{a, b = {c}}")]
    [True, False, False]
    """
    is_known = block.kind != "entry" or block.type in KNOWN_TYPES or not block.fields
    return not is_known and _NAMES.isdisjoint(_seen(field.name).lower() for field in block.fields)


def _trimmed(text: str, start: int, stop: int) -> int:
    return start + len(text[start:stop].rstrip())


def _entry(text: str, head: Head, limit: int) -> Block | None:
    """Read an entry that is well formed; None for any other."""
    kind = "string" if head.type == "string" else "entry"
    found = None if kind == "string" else KEY.match(text, head.end, limit)
    if kind == "entry" and not found:
        alone = ALONE.match(text, head.end, limit)
        is_well = alone and alone[2] == CLOSERS[head.bracket]
        return Block(kind, head.type, alone[1], Place(head.start, alone.end())) if alone and is_well else None
    place, fields = found.end() if found else head.end, list[Field]()
    while field := FIELD.match(text, place, limit):
        which = field.lastindex or 0
        fields.append(field_of((field[1], *field.span(which), ("", "", "{", '"', "")[which])))
        place = field.end()
    closing = CLOSING.match(text, place, limit)
    if not closing or closing[1] != CLOSERS[head.bracket] or MORE.match(text, closing.end(), limit):
        return None
    return Block(kind, head.type, found[1] if found else "", Place(head.start, closing.end()), tuple(fields))
