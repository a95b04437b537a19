"""Cut a document into tagged fields, and these into records, by place alone."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from operator import itemgetter

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
# Fields of one line, behind which a line with the tag of nobody is one of its own.
_SHORT = frozenset("year date doi arxiv id url volume issue pages first-page last-page type keyword author authors".split())
_SPACED = 0.6  # of the fields have an empty line before them: empty lines part nothing
_TAG, _AFTER_BLANK = itemgetter(0), itemgetter(3)
HEAD = ""  # the tag of a line between records

Cut = tuple[Place, Sequence[Field]]
_field_of: Callable[[tuple[str, list[Place], int, bool]], Field] = partial(tuple.__new__, Field)  # half the time of `Field(…)`


def cut(document: Document, form: Format) -> Iterator[Cut]:
    r"""Give the place and the fields of each record.

    A record ends at its end mark, where the next begins, or where behind an empty line comes again what it already has.
    """
    fields = find_fields(document, form)
    starts = (form.starts or frozenset({HEAD})) & {*map(_TAG, fields)}
    spaced = sum(map(_AFTER_BLANK, fields)) > _SPACED * len(fields)
    record: list[Field] = []
    seen: set[str] = set()
    head: int | None = None
    ready: Cut | None = None
    for number, field in enumerate(fields):
        tag = field.tag
        if record and (record[-1].tag in form.ends or tag == HEAD or tag in starts):
            is_new = True
        elif record and field.after_blank and not spaced:
            is_new = _comes_again(_chunk(fields, number), seen, form.roles, _ONCE if starts else _MANY)
        else:
            is_new = not starts and tag in seen and form.roles.get(tag) == "title"
        if is_new:
            if ready:
                yield ready
            ready, record, seen, head = _record(record, head), [], set(), None
        if tag == HEAD:
            head = field.start if head is None else head
            continue
        record.append(field)
        seen.add(tag)
    if record and ready:
        yield ready
    if record:
        yield _record(record, head)
    elif ready:
        # what stands behind the last record says no more than that
        place, last = ready
        yield Place(place.start, fields[-1].lines[-1].end), last


def _chunk(fields: Sequence[Field], number: int) -> Iterator[str]:
    """Give the tags from a field that stands behind an empty line up to the next empty line."""
    yield fields[number].tag
    for field in islice(fields, number + 1, None):
        if field.after_blank or field.tag == HEAD:
            return
        yield field.tag


def _comes_again(chunk: Iterable[str], seen: set[str], roles: Mapping[str, str], once: frozenset[str]) -> bool:
    """Tell whether some fields have again what a record has but once, so that another begins with them."""
    return any(tag in seen and roles.get(tag) in once for tag in chunk)


def _record(fields: list[Field], head: int | None) -> Cut:
    return Place(fields[0].start if head is None else head, fields[-1].lines[-1].end), fields


def find_fields(document: Document, form: Format) -> list[Field]:
    """Find the fields; a line without a tag goes on with the one before, and lines between records are told by the form."""
    fields: list[Field] = []
    text, match, is_small, names = document.text, form.tag.match, form.is_small, form.names
    is_open, end, last = False, 0, ""
    for line in quoted_lines(text) if isinstance(document, Quoted) else split_lines(text):
        start, stop, shown = line
        found = match(shown)
        opened = (found[1].upper() if is_small else found[1], start + found.end()) if found else _other_opening(line, form, last)
        if form.head and not (is_open and form.ends) and form.head.match(shown.lstrip(_UNSEEN_SIGNS)):
            fields.append(Field(HEAD, [Place(start, stop)], start, after_blank=False))
            is_open, last = False, ""
        elif opened:
            tag, begin = opened
            is_apart = start - end > 1 and (text.startswith("\n\n", end) or has_blank_line(text[end:start]))
            if tag == last and tag in names and not is_apart:
                fields[-1].lines.append(place_of((begin, stop)))
            else:
                fields.append(_field_of((tag, [place_of((begin, stop))], start, is_apart)))
                is_open, last = tag not in form.ends, tag
        elif is_open:
            fields[-1].lines.append(place_of((start, stop)))
        end = stop
    return fields


def _other_opening(line: Line, form: Format, last: str) -> tuple[str, int] | None:
    """Read a tag that is not written as the format has it."""
    if not line.text[:_OPENING].isascii():
        return _unseen_opening(line, form)
    if form.stray and form.roles.get(last) in _SHORT and (stray := form.stray.match(line.text)):
        return stray[1], line.start + stray.end()
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
