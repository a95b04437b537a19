"""Where every character of every input went."""

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from papercat.models import Issue, Paper
from papercat.text.document import Document

SEPARATOR, UNREAD = "separator", "text-unread"
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
        what: a field of a paper, "separator", or the code of the issue that keeps it.
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
        lines: the line that each begins on.
        labels: what stands in each.
        papers: how many were read in it.

    20 bytes a span.
    """

    name: str
    format: str
    encoding: str
    length: int
    ends: "array[int]"
    lines: "array[int]"
    labels: tuple[str, ...]
    papers: int

    @classmethod
    def of(cls, document: Document, reader: str, spans: Sequence[Claim], papers: int) -> "Input":
        """Keep how a document was shared out."""
        lines = array("L", document.lines([start for start, _, _ in spans]))
        ends, labels = array("Q", [end for _, end, _ in spans]), tuple(label for _, _, label in spans)
        return cls(document.name, reader, document.encoding, len(document.text), ends, lines, labels, papers)


def share_out(name: str, text: str, papers: Iterable[Paper], issues: Iterable[Issue], base: int = 0) -> list[Claim]:
    """Give every character of a text to the field, the issue or the separator that has it: spans that tile the text.

    A text that begins at the character `base` of its input has sources that count from there; its spans count from 0.

    >>> from papercat.models import Source
    >>> share_out("a", "A title\\n\\n???", [Paper(title="A title", sources=(Source(name="a", line=1, start=0, end=7, field="title"),))], [])
    [(0, 7, 'title'), (7, 9, 'separator'), (9, 12, 'text-unread')]
    """
    # a paper that papercat wrote and reads again also knows the places in the files that it was first read from
    sources = [source for paper in papers for source in paper.sources if source.name == name]
    fields = [(source.start - base, source.end - base, source.field) for source in sources if source.field != "record"]
    records = [(source.start - base, source.end - base, source.field) for source in sources if source.field == "record"]
    kept = [(issue.source.start - base, issue.source.end - base, issue.code) for issue in issues if issue.source]
    spans: list[Claim] = []
    for level in (fields, kept, records):
        spans = _fill(spans, level, len(text))
    return _with_gaps(spans, text)


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
            for end, line, label in zip(one.ends, one.lines, one.labels, strict=True):
                yield Span(one.name, line, start, end, label, self._owner(one.name, start, end))
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
        totals = {one.name: Counter[str]() for one in self.inputs}
        for span in self:
            totals[span.name][span.what] += span.end - span.start
        return totals

    @property
    def unread(self) -> tuple[Span, ...]:
        """List what no reader could place; it is kept in the issues."""
        return tuple(span for span in self if span.what == UNREAD)

    def __repr__(self) -> str:
        size = sum(one.length for one in self.inputs)
        lost = sum(span.end - span.start for span in self.unread)
        return f"<Receipt: {size:,} characters of {len(self.inputs)} input{'' if len(self.inputs) == 1 else 's'}, {lost:,} unread>"

    def __str__(self) -> str:
        return "\n".join(line for one in self.inputs for line in _lines(one))

    def _repr_html_(self) -> str:
        return f"<pre>{escape(str(self))}</pre>"


def _lines(one: Input) -> Iterator[str]:
    counts = Counter[str]()
    for start, end, label in zip([0, *one.ends], one.ends, one.labels, strict=False):
        counts[label] += end - start
    yield f"{one.name} ({one.format}, {one.encoding}): {one.length:,} characters"
    for what, count in counts.most_common():
        yield f"  {what:24}{count:>12,} {100 * count / max(one.length, 1):6.2f} %"


def _fill(taken: list[Claim], claims: Iterable[Claim], length: int) -> list[Claim]:
    """Add claims where nothing is taken yet; earlier ones first, each cut to what is free."""
    out: list[Claim] = []
    free, rest = 0, iter(sorted(claims, key=lambda claim: (claim[0], claim[1])))
    claim = next(rest, None)
    for block in [*taken, (length, length, "")]:
        while claim and claim[0] < block[0]:
            start, end = max(claim[0], free), min(claim[1], block[0])
            if start < end:
                out.append((start, end, claim[2]))
                free = end
            if claim[1] > block[1] and block[1] < length:
                claim = (block[1], claim[1], claim[2])
                break
            claim = next(rest, None)
        if block[2]:
            out.append(block)
        free = max(free, block[1])
    return out


def _with_gaps(spans: list[Claim], text: str) -> list[Claim]:
    out: list[Claim] = []
    place = 0
    for start, end, label in [*spans, (len(text), len(text), "")]:
        out += _gap(text, place, start)
        if label:
            out.append((start, end, label))
        place = end
    return out


def _gap(text: str, start: int, end: int) -> list[Claim]:
    inner = text[start:end]
    if not inner.strip(_BLANK):
        return [(start, end, SEPARATOR)] if inner else []
    first = start + len(inner) - len(inner.lstrip(_BLANK))
    last = end - (len(inner) - len(inner.rstrip(_BLANK)))
    parts = [(start, first, SEPARATOR), (first, last, UNREAD), (last, end, SEPARATOR)]
    return [part for part in parts if part[0] < part[1]]
