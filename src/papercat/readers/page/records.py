"""From pieces and their kinds to records: which pieces are one field, where a record begins, what each value is."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from papercat.identifiers import find_identifiers
from papercat.readers.page.kinds import OTHER
from papercat.readers.page.labels import CITATIONS
from papercat.readers.page.pieces import BLANK, BREAKS, Piece
from papercat.readers.page.quotes import is_quoted
from papercat.text.document import Place

FURNITURE, ADDRESS, VALUE, NUMBER = "furniture", "address", "value", "number"
HEADING = "H"
_CORE = frozenset("TABVY")
# What tells that a kind begins the records: set off, first of the page, a title, behind buttons and labels, and next to what ends the page;
# what mostly stands within a line does not.
_FRESH, _LEADS, _IS_TITLE, _BEHIND, _FOLLOWS, _IN_LINE = 8.0, 3.0, 1.5, 4.0, 2.0, 8.0
# So many of the records are whole, and the last one is, if a kind begins them; one that is no title is set off as often.
_ALL = 0.9
_TOGETHER = 0.8  # of the names, or titles, so many have the other behind them, which then begins no record
_MANY = 0.5  # of the titles so many pieces of a kind must be there
_LIKE, _FEW = 0.75, 3  # of the titles are set alike, and more than so many
_QUOTED, _OFTEN = 0.2, 2  # of the titles stand in quotation marks, and so many: of 102,797 titles of the ACL Anthology 8 do
_LABELS = 50  # of one record, at most
_ENDS_WITH_STOP = 0.6  # of the titles: then the full stop is the page's, not the title's


@dataclass(slots=True)
class Part:
    """One field of a record, or something that stands between fields.

    Attributes:
        kind: a letter of the pattern, or "furniture", "address", "value".
        pieces: what it is made of.
    """

    kind: str
    pieces: list[Piece] = field(default_factory=list)

    @property
    def is_fresh(self) -> bool:
        """Tell whether it is set off from what is before it."""
        return self.pieces[0].opens or self.pieces[0].before == BLANK

    @property
    def place(self) -> Place:
        """Give where it stands."""
        places = [place for piece in self.pieces for place in (piece.outer or piece.mark or piece.place, *piece.more)]
        return Place(min(place.start for place in places), max(place.end for place in places))


def gather(pieces: Sequence[Piece], kinds: str) -> list[Part]:
    """Join the pieces of each field; kinds are for those pieces that the pattern decides."""
    parts: list[Part] = []
    letters = iter(kinds)
    for piece in pieces:
        if not in_pattern(piece):
            if parts and piece.fixed == HEADING and _is_more(parts[-1], HEADING, piece):
                parts[-1].pieces.append(piece)
            else:
                parts.append(Part(piece.fixed, [piece]))
            continue
        kind = next(letters)
        if kind == OTHER:
            parts.append(Part(ADDRESS if next(find_identifiers(piece.text), None) else FURNITURE, [piece]))
            continue
        if parts and _is_more(parts[-1], kind, piece):
            parts[-1].pieces.append(piece)
        elif kind.islower() and (whole := _open_part(parts, kind.upper())):
            whole.pieces.append(piece)
        else:
            parts.append(Part(kind.upper(), [piece]))
    return parts


def _is_more(part: Part, kind: str, piece: Piece) -> bool:
    """Tell whether a piece is more of the part before it: the next of several labelled authors, or the rest of a heading's line."""
    if kind != part.kind or kind not in "AH":
        return False
    return piece.before not in BREAKS if kind == "H" else piece.fixed == VALUE and part.pieces[0].label == piece.label


def in_pattern(piece: Piece) -> bool:
    """Tell whether the pattern decides what a piece is, rather than its form or its label."""
    return not piece.fixed or (piece.fixed == VALUE and piece.role in ("title", "authors", "abstract"))


def _open_part(parts: list[Part], kind: str) -> Part | None:
    """Find the field that a piece goes on with, behind buttons at most."""
    for part in reversed(parts[-_LABELS:]):
        if part.kind == kind:
            return part
        if part.kind in _CORE or part.kind == "H":
            return None
    return None


def first_kind(parts: Sequence[Part]) -> str:
    """Find the kind of field that the records of a page begin with."""
    core = [part for part in parts if part.kind in _CORE]
    if not core:
        return "T"
    counts = Counter(part.kind for part in core)
    least = _MANY * counts["T"]
    scores = _first_scores(parts, core, counts)
    likely = {kind: scores[kind] for kind in "TAVY" if counts[kind] > least or (kind == "T" and counts[kind])}
    best = max(likely, key=lambda kind: likely[kind]) if likely else "T"
    other = {"T": "A", "A": "T"}.get(best, "")
    return other if other in likely and (_are_ahead(core, counts, other, best) or _ends_whole(core, other)) else best


def _are_ahead(core: Sequence[Part], counts: Counter[str], kind: str, other: str) -> bool:
    """Tell whether titles follow names, or names titles, and not the other way round, as where a third field parts the records."""
    pairs = Counter((one.kind, after.kind) for one, after in pairwise(core))
    return pairs[kind, other] >= _TOGETHER * counts[kind] and pairs[other, kind] < _MANY * pairs[kind, other]


def _ends_whole(core: Sequence[Part], start: str) -> bool:
    """Tell whether nearly all records have the same, to the last, where a kind begins them: a heading above names makes none that has."""
    records: list[set[str]] = []
    for part in core:
        if not records or (part.kind in (start, "T") and not records[-1].isdisjoint((part.kind, "T"))):
            records.append(set())
        records[-1].add(part.kind)
    fresh = [part.is_fresh for part in core if part.kind == start]
    if start != "T" and sum(fresh) < _ALL * len(fresh):
        return False
    begun = Counter(frozenset(kinds) for kinds in records if start in kinds)
    most, count = begun.most_common(1)[0]
    return {"T", "A"} <= most <= records[-1] and count >= _ALL * begun.total()


def _first_scores(parts: Sequence[Part], core: Sequence[Part], counts: Counter[str]) -> dict[str, float]:
    """Score the kinds by what tells the first of a record: it is set off, it leads the page, and it follows what the page ends with."""
    fresh, in_line, behind = Counter[str](), Counter[str](), Counter[str]()
    for before, part in zip([None, *parts], parts, strict=False):
        if part.kind in _CORE:
            fresh[part.kind] += part.is_fresh or before is None or before.kind == HEADING
            behind[part.kind] += before is not None and before.kind in (FURNITURE, VALUE) and before.pieces[0].label != "affiliation"
            in_line[part.kind] += part.pieces[0].before not in BREAKS
    after_last = Counter(after.kind for one, after in pairwise(core) if one.kind == core[-1].kind != after.kind)
    next_kind = after_last.most_common(1)[0][0] if after_last else ""
    return {
        kind: _FRESH * fresh[kind] / counts[kind]
        + _BEHIND * behind[kind] / counts[kind]
        - _IN_LINE * (in_line[kind] > _MANY * counts[kind])
        + _LEADS * (core[0].kind == kind)
        + _FOLLOWS * (next_kind == kind)
        + _IS_TITLE * (kind == "T")
        for kind in counts
    }


def split_records(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """Cut the parts of a page into records; a heading is one by itself."""
    start, leads = first_kind(parts), _leads(parts)
    record: list[Part] = []
    seen = set[str]()  # the kinds of its fields
    loose: list[Part] = []  # what stands behind the fields of a record and may belong to the next one
    for part in parts:
        if part.kind == "H":
            yield from _given(record, loose)
            yield [part]
            record, seen, loose = [], set(), []
        elif part.kind not in _CORE:
            if not record and _comes_again(loose[-_LABELS:], part):
                yield from _given(record, loose)
                loose = []
            loose.append(part)
        elif _begins(part, seen, start):
            own, ahead = _share(loose, part, leads=leads or not record)
            yield from _given(record, own)
            record, seen, loose = [*ahead, part], {part.kind}, []
        else:
            record += [*loose, part]
            seen.add(part.kind)
            loose = []
    yield from _given(record, loose)


def _comes_again(loose: list[Part], part: Part) -> bool:
    """Tell a label that begins another record where citations are all that tells of one."""
    if part.kind != VALUE:
        return False
    labels = {one.pieces[0].label.lower() for one in loose if one.kind == VALUE}
    return part.pieces[0].label.lower() in labels and not labels.isdisjoint(CITATIONS)


def _given(record: list[Part], loose: list[Part]) -> Iterator[list[Part]]:
    if record or loose:
        yield [*record, *loose]


def _begins(part: Part, seen: set[str], start: str) -> bool:
    """Tell whether a field begins the next record: it is the first of its kind by the page's pattern, or the record has `seen` its like."""
    if not seen:
        return True
    if part.kind == start:
        return start in seen or "T" in seen or (start == "T" and "B" in seen)
    return part.kind == "T" and "T" in seen


def _leads(parts: Sequence[Part]) -> bool:
    """Tell whether addresses and values stand before the fields of their record: they do so before the first, and not behind the last."""
    kinds = [part.kind for part in parts if part.kind not in (FURNITURE, NUMBER)]
    while kinds and kinds[0] == "H":
        kinds.pop(0)
    return bool(kinds) and kinds[0] in (ADDRESS, VALUE) and kinds[-1] in _CORE


def _share(loose: list[Part], start: Part, *, leads: bool) -> tuple[list[Part], list[Part]]:
    """Share out what stands between the fields of two records: what is set off with the second belongs to it."""
    if leads or start.is_fresh:
        cut = 0 if leads else len(loose)
    else:
        cut = next((number for number in reversed(range(len(loose))) if loose[number].is_fresh), len(loose))
    return loose[:cut], loose[cut:]


def stops(titles: Sequence[str]) -> bool:
    """Tell whether the titles of a page end with a full stop that is none of theirs.

    >>> stops(["A study.", "Another study.", "Do we need it?"]), stops(["A study", "Another study."])
    (True, False)
    """
    ended = sum(title.endswith((".", "?", "!")) for title in titles)
    return any(title.endswith(".") for title in titles) and ended > _ENDS_WITH_STOP * len(titles) and len(titles) > 1


def are_quoted(titles: Sequence[str]) -> bool:
    """Tell whether titles of a page stand in quotation marks that are none of theirs.

    >>> are_quoted(["“Sleeper Agents”", "“Constitutional AI,”"]), are_quoted(["“Why Should I Trust You?”", "Sleeper Agents", "GPT-3"])
    (True, False)
    """
    quoted = sum(map(is_quoted, titles))
    return quoted >= _OFTEN and quoted > _QUOTED * len(titles)


def are_titled(records: Sequence[Sequence[Part]]) -> bool:
    """Tell whether nearly all records of a page have a title."""
    kinds = [{part.kind for part in record} for record in records]
    core = [one for one in kinds if one & set("TAB")]
    return sum("T" in one for one in core) > _LIKE * len(core) and len(core) > _FEW
