"""Entries that are not well formed, read field by field: what is missing is guessed, and every guess is told.

The marks of a field are its name and equals sign at the beginning of a line, or behind a comma where the name is a known one. Where a
value has no end, the next such mark ends it.
"""

import re
from dataclasses import dataclass, field

from papercat.readers.bibtex.grammar import (
    ALONE,
    BARE,
    CLOSERS,
    JOINT,
    KEY,
    MORE,
    NAME,
    OPENING,
    Block,
    Field,
    Head,
    Scar,
    close_brace,
    close_quote,
)  # fmt: skip
from papercat.readers.bibtex.labels import ROLES
from papercat.text.document import Place

NEVER_CLOSED = "its end is missing"
COMMA_MISSING = "a comma is missing"
KEY_COMMA_MISSING = "the comma behind the key is missing"
BRACKET_TOO_MANY = "a closing bracket too many"
BRACKET_OTHER = "closed by the other kind of bracket"
VALUE_OPEN = "the value has no end of its own; read up to the next field"
VALUE_LOOSE = "the value stands in neither braces nor quotation marks"
EQUALS_MISSING = "the equals sign is missing"
NO_FIELD = "this is no field"

_BLANK = re.compile(r"[\s,;]*")
_PARTED = re.compile(r"[,;]")
_NAMED = re.compile(rf"({NAME})\s*(=)\s*")
_KEYLESS = re.compile(rf"\s*(?={NAME}\s*=)")
_KEY_ALONE = re.compile(rf"\s*([^\s,={{}}]+)\s+(?={NAME}\s*=)")
_KEY_OF_WORDS = re.compile(r"\s*([^,={}\"\r\n]{0,200}),")
_FOLLOWING = re.compile(rf"[ \t]*(?:[,;)}}\r\n%]|$|(?={NAME}[ \t]*=)|(?={OPENING.pattern}))")
_KNOWN = "|".join(sorted(ROLES, key=len, reverse=True))
_LOOSELY_NAMED = re.compile(rf"({_KNOWN})\s*(:?)\s*(?=[{{\"])", re.IGNORECASE)
# The beginning of the next field, where a value has no end of its own.
_NEXT = re.compile(
    rf"(?<=[\r\n])[ \t]*{NAME}[ \t]*=[ \t]*[{{\"\w]|,[ \t]*(?:{_KNOWN})[ \t]*=[ \t]*[{{\"\d]|(?<=[\r\n])[ \t]*[)}}][ \t]*(?=[\r\n]|$)",
    re.IGNORECASE,
)
_SCRAP = re.compile(r"%[^\r\n]*|[^,{}()@\r\n%]+|\{+|.", re.DOTALL)
_OTHERS_END = re.compile(r"[)}][ \t]*(?=[\r\n@]|$)")


@dataclass(slots=True)
class _Walk:
    """An entry that is being read.

    Attributes:
        place: up to where it was read.
        end: where the last thing that belongs to it ended.
        is_wary: a brace was lost, so that no value is let over the beginning of another field.
    """

    text: str
    limit: int
    place: int
    end: int
    is_wary: bool
    fields: list[Field] = field(default_factory=list)
    scars: list[Scar] = field(default_factory=list)


def mend(text: str, head: Head, limit: int) -> Block:
    """Read an entry, as far as it can be read, up to its end or that of the region that it stands in.

    >>> text = "@misc{a title = {Sleeper Agents} year = 2024"
    >>> found = mend(text, Head("misc", "{", 0, 6), len(text))
    >>> found.key, [text[one.start : one.end] for one in found.fields], [scar.told for scar in found.scars]
    ('a', ['Sleeper Agents', '2024'], ['the comma behind the key is missing', 'a comma is missing', 'its end is missing'])
    """
    key, walk = _walk(text, head, limit, is_wary=False)
    is_open = any(scar.told == NEVER_CLOSED for scar in walk.scars)
    if is_open and any(_NEXT.search(text, one.start, one.end) for one in walk.fields):
        # a value swallowed the fields behind it, and the end of the entry
        key, walk = _walk(text, head, limit, is_wary=True)
    kind = "string" if head.type == "string" else "entry" if walk.fields or not walk.scars else "broken"
    end = walk.end if kind != "broken" else head.end + len(text[head.end : walk.place].rstrip())
    return Block(kind, head.type, key, Place(head.start, end), tuple(walk.fields), tuple(walk.scars))


def _walk(text: str, head: Head, limit: int, *, is_wary: bool) -> tuple[str, _Walk]:
    walk = _Walk(text, limit, head.end, head.end, is_wary)
    key = "" if head.type == "string" else _read_key(walk)
    walk.end = walk.place
    while _step(walk, head):
        pass
    return key, walk


def _read_key(walk: _Walk) -> str:
    text, place, limit = walk.text, walk.place, walk.limit
    if found := KEY.match(text, place, limit):
        walk.place = found.end()
    elif found := ALONE.match(text, place, limit):
        walk.place = found.end(1)
    elif _KEYLESS.match(text, place, limit):
        return ""
    elif found := _KEY_ALONE.match(text, place, limit):
        walk.place = found.end()
        walk.scars.append(Scar(KEY_COMMA_MISSING, Place(*found.span(1))))
    elif found := _KEY_OF_WORDS.match(text, place, limit):
        walk.place = found.end()
    return found[1].strip().rstrip(";") if found else ""


def _step(walk: _Walk, head: Head) -> bool:
    """Read one field, scrap or end; say whether there may be more."""
    blank = _BLANK.match(walk.text, walk.place, walk.limit)
    before, walk.place = walk.place, blank.end() if blank else walk.place
    char = walk.text[walk.place : walk.place + 1] if walk.place < walk.limit else ""
    if not char or OPENING.match(walk.text, walk.place, walk.limit):
        _end_open(walk, head)
        return False
    if char in ")}":
        return _close(walk, head, char)
    if named := _NAMED.match(walk.text, walk.place, walk.limit) or _LOOSELY_NAMED.match(walk.text, walk.place, walk.limit):
        if walk.fields and before == walk.end and not _PARTED.search(walk.text, walk.fields[-1].end, walk.place):
            walk.scars.append(Scar(COMMA_MISSING, Place(before, walk.place)))
        if named[2] != "=":
            walk.scars.append(Scar(EQUALS_MISSING, Place(*named.span(1))))
        walk.place = named.end()
        _read_value(walk, named[1])
        walk.end = walk.place
        return True
    _read_scrap(walk)
    return True


def _end_open(walk: _Walk, head: Head) -> None:
    """End an entry that has no end: scraps behind its last field are not its own."""
    walk.scars = [scar for scar in walk.scars if not scar.is_scrap or scar.place.start < walk.end]
    walk.scars.append(Scar(NEVER_CLOSED, Place(head.start, head.end)))


def _close(walk: _Walk, head: Head, char: str) -> bool:
    place = Place(walk.place, walk.place + 1)
    is_own = char == CLOSERS[head.bracket]
    is_last = not MORE.match(walk.text, place.end, walk.limit)
    if is_own and is_last:
        walk.place = walk.end = place.end
        return False
    if is_last and not is_own and _OTHERS_END.match(walk.text, walk.place, walk.limit):
        walk.scars.append(Scar(BRACKET_OTHER, place))
        walk.place = walk.end = place.end
        return False
    walk.scars.append(Scar(BRACKET_TOO_MANY, place))
    walk.place = place.end
    return True


def _read_scrap(walk: _Walk) -> None:
    scrap = _SCRAP.match(walk.text, walk.place, walk.limit)
    start, walk.place = walk.place, scrap.end() if scrap else walk.limit
    last = walk.scars[-1] if walk.scars else None
    if last and last.is_scrap and not walk.text[last.place.end : start].strip(" \t,"):
        start = walk.scars.pop().place.start
    walk.scars.append(Scar(NO_FIELD, Place(start, walk.place), is_scrap=True))


def _read_value(walk: _Walk, name: str) -> None:
    text, start = walk.text, walk.place
    stop = walk.limit
    if walk.is_wary and (following := _NEXT.search(text, start, stop)):
        stop = following.start()
    count, form, end = 0, "", start
    while True:
        form, part = text[end : end + 1], _part_end(text, end, stop)
        if part is None:
            break
        count, end = count + 1, part
        joint = JOINT.match(text, end, stop)
        if not joint:
            break
        end = joint.end()
    if part is None or not _FOLLOWING.match(text, end, stop):
        _guess_end(walk, name)
        return
    walk.place = end
    if count > 1:
        walk.fields.append(Field(name, start, end, "#"))
    else:
        inset = int(form in '{"')
        walk.fields.append(Field(name, start + inset, end - inset, form if inset else ""))


def _part_end(text: str, start: int, limit: int) -> int | None:
    sign = text[start : start + 1] if start < limit else ""
    if sign == "{":
        return close_brace(text, start, limit)
    if sign == '"':
        return close_quote(text, start, limit)
    bare = BARE.match(text, start, limit)
    return bare.end() if bare else None


def _guess_end(walk: _Walk, name: str) -> None:
    """Take a value up to where the next field or the end of the entry seems to begin."""
    text, start = walk.text, walk.place
    following = _NEXT.search(text, start, walk.limit)
    stop = following.start() if following else walk.limit
    opened = text[start : start + 1] if start < walk.limit else ""
    if opened != "{":
        closed = close_brace(text, start, stop, 1)
        stop = closed - 1 if closed else stop
    walk.is_wary = walk.is_wary or opened in ("{", '"')
    walk.place = stop
    inset = int(opened in ("{", '"'))
    end = max(start + len(text[start:stop].rstrip(" \t\r\n,;")), start + inset)
    is_closed = end > start + inset and text[end - 1] == (CLOSERS.get(opened, opened) if inset else '"')
    end -= is_closed
    told = VALUE_OPEN if inset else VALUE_LOOSE
    walk.scars.append(Scar(told, Place(start, end)))
    walk.fields.append(Field(name, start + inset, end, opened if inset else "{"))
