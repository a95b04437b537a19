"""Cut a document into tagged fields, and these into records, by place alone."""

from collections.abc import Iterator, Sequence

from papercat.readers.tagged.format import Field, Format
from papercat.readers.tagged.quoted import Quoted, quoted_lines
from papercat.text.document import Document, Place, place_of
from papercat.text.lines import Line, has_blank_line, split_lines

# What may stand among the signs of a tag without anyone seeing it: BOM, zero-width characters, soft hyphens.
_UNSEEN = frozenset("\ufeff\u200b\u200c\u200d\u2060\u00ad")
_UNSEEN_SIGNS = "".join(sorted(_UNSEEN))
_OPENING = 12  # characters; no tag is longer with its dash and blanks
# Fields that a record has but once: where one comes again behind an empty line, another record begins.
_ONCE = frozenset("title abstract year date type doi arxiv".split())
_MANY = _ONCE | {"author", "authors", "venue"}
_SPACED = 0.6  # of the fields have an empty line before them: empty lines part nothing
HEAD = ""  # the tag of a line between records

Cut = tuple[Place, Sequence[Field]]


def cut(document: Document, form: Format) -> Iterator[Cut]:
    r"""Give the place and the fields of each record.

    A record ends at its end mark, where the next begins, or where behind an empty line comes again what it already has.
    """
    fields = find_fields(document, form)
    starts = (form.starts or frozenset({HEAD})) & {field.tag for field in fields}
    spaced = sum(field.after_blank for field in fields) > _SPACED * len(fields)
    chunks = {} if spaced else _chunks(fields)
    record: list[Field] = []
    seen: set[str] = set()
    head: int | None = None
    ready: Cut | None = None
    for number, field in enumerate(fields):
        if record and (record[-1].tag in form.ends or _begins(field, chunks.get(number, ()), seen, form, starts)):
            if ready:
                yield ready
            ready, record, seen, head = _record(record, head), [], set(), None
        if field.tag == HEAD:
            head = field.start if head is None else head
            continue
        record.append(field)
        seen.add(field.tag)
    if record and ready:
        yield ready
    if record:
        yield _record(record, head)
    elif ready:
        # what stands behind the last record says no more than that
        place, last = ready
        yield Place(place.start, fields[-1].lines[-1].end), last


def _begins(field: Field, chunk: Sequence[str], seen: set[str], form: Format, starts: frozenset[str]) -> bool:
    """Tell whether a field begins another record than the open one."""
    if field.tag == HEAD or field.tag in starts:
        return True
    if chunk:
        again = _ONCE if starts else _MANY
        return any(tag in seen and form.roles.get(tag) in again for tag in chunk)
    return not starts and field.tag in seen and form.roles.get(field.tag) == "title"


def _record(fields: list[Field], head: int | None) -> Cut:
    return Place(fields[0].start if head is None else head, fields[-1].lines[-1].end), fields


def _chunks(fields: Sequence[Field]) -> dict[int, list[str]]:
    """List the tags between two empty lines, by the number of the first."""
    chunks: dict[int, list[str]] = {}
    chunk: list[str] = []
    for number, field in enumerate(fields):
        if field.after_blank or field.tag == HEAD:
            chunk = chunks[number] = []
        chunk.append(field.tag)
    return chunks


def find_fields(document: Document, form: Format) -> list[Field]:
    """Find the fields; a line without a tag goes on with the one before, and lines between records are told by the form."""
    fields: list[Field] = []
    is_open, end = False, 0
    for line in quoted_lines(document.text) if isinstance(document, Quoted) else split_lines(document.text):
        if form.head and not (is_open and form.ends) and form.head.match(line.text.lstrip(_UNSEEN_SIGNS)):
            fields.append(Field(HEAD, [Place(line.start, line.end)], line.start, after_blank=False))
            is_open = False
        elif found := opening(line, form):
            tag, start = found
            is_apart = line.start - end > 1 and has_blank_line(document.text[end : line.start])
            fields.append(Field(tag, [place_of((start, line.end))], line.start, is_apart))
            is_open = tag not in form.ends
        elif is_open:
            fields[-1].lines.append(place_of((line.start, line.end)))
        end = line.end
    return fields


def opening(line: Line, form: Format) -> tuple[str, int] | None:
    """Read the tag of a line and the place where its value begins."""
    match = form.tag.match(line.text)
    if match:
        return match[1].upper() if form.is_small else match[1], line.start + match.end()
    if not line.text[:_OPENING].isascii():
        return _unseen_opening(line, form)
    loose = form.loose.match(line.text) if form.loose else None
    if loose and (tag := loose[1].upper()) in form.roles:
        return tag, line.start + loose.end()
    return None


def _unseen_opening(line: Line, form: Format) -> tuple[str, int] | None:
    """Read a tag among characters that nobody sees."""
    places = [place for place, char in enumerate(line.text[:_OPENING]) if char not in _UNSEEN]
    shown = "".join(line.text[place] for place in places).replace("\u00a0", " ")
    match = form.tag.match(shown) or (form.loose.match(shown) if form.loose else None)
    if not match or (match.re is form.loose and match[1].upper() not in form.roles):
        return None
    tag = match[1].upper() if form.is_small or match.re is form.loose else match[1]
    return tag, line.start + (places[match.end()] if match.end() < len(places) else min(_OPENING, len(line.text)))
