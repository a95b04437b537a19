"""Where every character of every input went."""

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from operator import itemgetter, le, lt
from typing import NamedTuple
from zlib import crc32

from papercat.models import Issue, Paper, claims_of
from papercat.text.document import Document
from papercat.text.phrases import counted

SEPARATOR, MARKUP, UNREAD = "separator", "markup", "text-unread"
# what str.split takes for blanks, and characters that cannot be seen at all
_BLANK = "".join(map(chr, (*range(9, 14), *range(28, 33), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200C), 0x2028, 0x2029, 0x202F, 0x205F)))
_BLANK += "\u2060\u3000\ufeff"

Claim = tuple[int, int, str]
_FIELDS_OF_A_RECORD = 64  # that a record is looked for behind; no format has more


class Span(NamedTuple):
    """A run of characters of one input that went to one place.

    Attributes:
        name: the input.
        line: the line that it begins on, from 1.
        start: its first character, from 0.
        end: the place after its last.
        what: a field of a paper, "separator", "markup", or the code of the issue that keeps it.
        key: the citation key of the paper that has it, None where no paper of the catalog does.
    """

    name: str
    line: int
    start: int
    end: int
    what: str
    key: str | None


@dataclass(frozen=True)
class Input:
    """One file or text that was read, and how its characters were shared out.

    Attributes:
        name: the file, or the name that was given to the text.
        format: the reader's name, or "unknown".
        encoding: the codec, "str" for a text that was given as such.
        length: characters after decoding.
        ends: the end of each span; each begins where the one before ends.
        labels: what stands in each.
        starts: where each line begins.
        papers: how many were read in it.
        digest: a checksum of the text, by which an update sees whether a file is still what was read.

    16 bytes a span and 8 a line.
    """

    name: str
    format: str
    encoding: str
    length: int
    ends: "array[int]"
    labels: tuple[str, ...]
    starts: "array[int]"
    papers: int
    digest: int = 0

    def __repr__(self) -> str:
        return f"<Input: {self.name}, {self.format}, {self.encoding}, {self.length:,} characters, {self.papers:,} papers>"

    @classmethod
    def of(cls, document: Document, reader: str, spans: Sequence[Claim], papers: int) -> "Input":
        """Keep how a document was shared out."""
        ends, labels = array("Q", map(_END, spans)), tuple(map(_LABEL, spans))
        starts, length = array("Q", document.starts), len(document.text)
        return cls(document.name, reader, document.encoding, length, ends, labels, starts, papers, digest(document.given))


def digest(text: str) -> int:
    """Give a checksum of a text.

    >>> digest("@misc{bai2022}") == digest("@misc{bai2023}")
    False
    """
    return crc32(text.encode("utf-8", "surrogatepass"))


def share_out(name: str, text: str, papers: Iterable[Paper], issues: Iterable[Issue], base: int = 0) -> list[Claim]:
    """Give every character of a text to the field, the issue or the separator that has it: spans that tile the text.

    A text that begins at the character `base` of its input has sources that count from there; its spans count from 0.

    >>> from papercat.models import Source
    >>> share_out("a", "A title\\n\\n???", [Paper(title="A title", sources=(Source(name="a", line=1, start=0, end=7, field="title"),))], [])
    [(0, 7, 'title'), (7, 9, 'separator'), (9, 12, 'text-unread')]
    """
    claims = [claim for paper in papers for claim in claims_of(paper, name)]
    if base:
        claims = [(start - base, end - base, field) for start, end, field in claims]
    fields = [claim for claim in claims if claim[2] != "record"]
    records = _outermost([claim for claim in claims if claim[2] == "record"])
    kept = [(issue.source.start - base, issue.source.end - base, issue.code) for issue in issues if issue.source]
    spans = _fill([], fields, len(text))
    spans = _fill(spans, [claim for claim in kept if not _is_within(claim, spans)], len(text))
    if _stand_apart(records, len(text)):
        return _with_records(spans, records, text)
    return _with_gaps(_fill(spans, records, len(text)), text)


def with_markup(spans: Sequence[Claim], document: Document) -> list[Claim]:
    r"""Tell separators that are tags and the like in the input, of which a viewer shows nothing.

    >>> from papercat.text.document import Source
    >>> page = Document("a.html", "A   \n    title", source=Source("A<br> <i>title"))
    >>> with_markup([(0, 1, "title"), (1, 9, "separator"), (9, 14, "title")], page)
    [(0, 1, 'title'), (1, 9, 'markup'), (9, 14, 'title')]
    """
    if document.source is None:
        return list(spans)
    written = document.source.text
    return [
        (start, end, MARKUP) if what == SEPARATOR and written[start:end].strip(_BLANK) else (start, end, what) for start, end, what in spans
    ]


class Receipt:
    """The account of all inputs of a catalog: iterate it for the spans, print it for the totals."""

    def __init__(self, inputs: Iterable[Input], papers: Iterable[tuple[str, Paper]]) -> None:
        """Take the inputs, and the papers with their citation keys."""
        self.inputs = tuple(inputs)
        owners: dict[str, list[tuple[int, int, str]]] = {one.name: [] for one in self.inputs}
        for key, paper in papers:
            for source in paper.sources:
                owners.setdefault(source.name, []).append((source.start, source.end, key))
        self._owners = {name: sorted(places) for name, places in owners.items()}

    def __iter__(self) -> Iterator[Span]:
        for one in self.inputs:
            start = 0
            for end, label in zip(one.ends, one.labels, strict=True):
                yield Span(one.name, bisect_right(one.starts, start), start, end, label, self._owner(one.name, start, end))
                start = end

    def _owner(self, name: str, start: int, end: int) -> str | None:
        places = self._owners[name]
        before = bisect_right(places, start, key=lambda place: place[0]) - 1
        # a field first, or the whole record that it stands in, which begins a few fields before
        near = places[max(before - _FIELDS_OF_A_RECORD, 0) : before + 1]
        return next((key for begin, stop, key in reversed(near) if begin <= start and end <= stop), None)

    @property
    def totals(self) -> dict[str, Counter[str]]:
        """Count the characters of each input by where they went."""
        totals: dict[str, Counter[str]] = {}
        for one in self.inputs:
            totals.setdefault(one.name, Counter()).update(_counts(one))
        return totals

    @property
    def unread(self) -> tuple[Span, ...]:
        """List what no reader could place; it is kept in the issues."""
        return tuple(span for span in self if span.what == UNREAD)

    def __repr__(self) -> str:
        size = sum(one.length for one in self.inputs)
        lost = sum(_counts(one)[UNREAD] for one in self.inputs)
        return f"<Receipt: {size:,} characters of {counted(len(self.inputs), 'input')}, {lost:,} unread>"

    def __str__(self) -> str:
        return "\n".join(line for one in self.inputs for line in _lines(one))

    def _repr_html_(self) -> str:
        return f"<pre>{escape(str(self))}</pre>"


def _counts(one: Input) -> Counter[str]:
    counts = Counter[str]()
    for start, end, label in zip([0, *one.ends], one.ends, one.labels, strict=False):
        counts[label] += end - start
    return counts


def _lines(one: Input) -> Iterator[str]:
    yield f"{one.name} ({one.format}, {one.encoding}): {one.length:,} characters"
    for what, count in _counts(one).most_common():
        yield f"  {what:24}{count:>12,} {100 * count / max(one.length, 1):6.2f} %"


_START, _END, _LABEL = itemgetter(0), itemgetter(1), itemgetter(2)


def _in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Sort claims by their places, those of one place as they come: two sorts by a number take a quarter of the time of one by a pair."""
    return sorted(sorted(claims, key=_END), key=_START)


def _fill(taken: list[Claim], claims: Sequence[Claim], length: int) -> list[Claim]:
    """Add claims where nothing is taken yet; earlier ones first, each cut to what is free."""
    rows = _in_order(claims)
    if not rows:
        return taken
    if not taken:
        return _first_of_all(rows, length)
    out: list[Claim] = []
    free, rest = 0, iter(rows)
    claim = next(rest, None)
    for block in [*taken, (length, length, "")]:
        begin, stop, label = block
        while claim and claim[0] < begin:
            start, end, what = claim
            first, last = max(free, start), min(begin, end)
            if first < last:
                out.append((first, last, what))
                free = last
            if end > stop and stop < length:
                claim = (stop, end, what)
                break
            claim = next(rest, None)
        if label:
            out.append(block)
        free = stop  # what is taken is in order, and nothing of this level reaches beyond it
    return out


def _outermost(records: Iterable[Claim]) -> list[Claim]:
    """Sort places of records without those that stand in another one: what says nothing of a paper counts as its record too."""
    out: list[Claim] = []
    reached = -1
    for claim in _in_order(records):
        if claim[1] > reached:
            out.append(claim)
            reached = claim[1]
    return out


def _is_within(claim: Claim, spans: Sequence[Claim]) -> bool:
    """Tell a claim that one of some spans in order holds, as most issues stand in the field that they are about."""
    before = bisect_right(spans, claim[0], key=_START) - 1
    return before >= 0 and claim[1] <= spans[before][1]


def _first_of_all(rows: Iterable[Claim], length: int) -> list[Claim]:
    """Cut claims in order to what those before them leave, as `_fill` does where nothing is taken; hardly any has to be cut."""
    out: list[Claim] = []
    free = 0
    for row in rows:
        start, end, what = row
        if free <= start < end <= length:
            out.append(row)
            free = end
            continue
        first, last = max(free, start), min(end, length)
        if first < last:
            out.append((first, last, what))
            free = last
    return out


def _stand_apart(claims: Sequence[Claim], length: int) -> bool:
    """Tell claims in order that do not overlap, as those of records hardly ever do."""
    starts, ends = list(map(_START, claims)), list(map(_END, claims))
    return all(map(lt, starts, ends)) and all(map(le, ends, [*starts[1:], length])) and all(start >= 0 for start in starts[:1])


def _with_records(spans: list[Claim], records: Sequence[Claim], text: str) -> list[Claim]:
    """Give what is between spans to the records that it stands in, which is nearly always one: `_fill` and `_with_gaps` in one go."""
    out: list[Claim] = []
    place, rest = 0, iter([*records, (len(text), len(text) + 1, "")])
    first, last, what = next(rest)
    for span in [*spans, (len(text), len(text), "")]:
        start = span[0]
        if first <= place < start <= last:  # nearly always
            out.append((place, start, what))
            place = start
        while place < start:
            while last <= place:
                first, last, what = next(rest)
            if first <= place:
                end = min(last, start)
                out.append((place, end, what))
            else:
                end = min(first, start)
                out += _gap(text, place, end)
            place = end
        out.append(span)
        place = span[1]
    out.pop()
    return out


def _with_gaps(spans: list[Claim], text: str) -> list[Claim]:
    out: list[Claim] = []
    place = 0
    for span in spans:
        if span[0] > place:
            out += _gap(text, place, span[0])
        out.append(span)
        place = span[1]
    out += _gap(text, place, len(text))
    return out


def _gap(text: str, start: int, end: int) -> list[Claim]:
    inner = text[start:end]
    if inner == "\n" or not inner.strip(_BLANK):
        return [(start, end, SEPARATOR)] if inner else []
    first = start + len(inner) - len(inner.lstrip(_BLANK))
    last = end - (len(inner) - len(inner.rstrip(_BLANK)))
    parts = [(start, first, SEPARATOR), (first, last, UNREAD), (last, end, SEPARATOR)]
    return [part for part in parts if part[0] < part[1]]
