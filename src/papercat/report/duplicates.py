"""Records that are or may be one paper, side by side, with what differs and what each field says."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from papercat.dedup import Group, Pair
from papercat.dedup.waterfall import percent, told_verdict, waterfall, where
from papercat.models import Paper
from papercat.models.paper import FIELDS
from papercat.report.markup import row, tag, text
from papercat.text.phrases import shortened

_NOT_SHOWN = frozenset({"sources", "inferred", "cut", "variants", "extra"})
_MANY, _PAIRS = 12, 4  # records and pairs of one group; more are counted
_WORDS = 250  # of a value; an abstract has about as many, and more words make the page long
_BAR = 60  # pixels for the strongest evidence


def cases(groups: Sequence[Group]) -> str:
    """Show groups one below the other.

    >>> one, other = Paper(title="Sleeper Agents"), Paper(title="Sleeper Agents.", year=2024)
    >>> shown = cases([Group((one, other), (Pair(0, 1, 9.0),), "maybe")])
    >>> "<mark>Agents.</mark>" in shown, shown.count("<details")
    (True, 1)
    """
    return "".join(map(_case, groups))


def _case(group: Group) -> str:
    label = next((paper.title for paper in group.papers if paper.title), group.papers[0].label)
    told = f"{len(group.papers):,} records, probability {percent(group.bits)}"
    head = tag("summary", tag("b", text(shortened(label, 120))), " ", tag("span", text(told), class_="quiet"))
    refused = (tag("p", text(one)) for one in group.refusals)
    shown = (_side_by_side(group.papers[:_MANY]), _more(group), *refused, *(_pair(group, pair) for pair in group.pairs[:_PAIRS]))
    is_open = {"open": ""} if group.verdict == "maybe" else {}
    return tag("details", head, *shown, class_=f"case {group.verdict}", **is_open)


def _more(group: Group) -> str:
    rest = len(group.papers) - _MANY
    return tag("p", f"and {rest:,} more records", class_="quiet") if rest > 0 else ""


def _side_by_side(records: Sequence[Paper]) -> str:
    head = row(("", *(text(where(record)) for record in records)), "th")
    return tag("div", tag("table", tag("thead", head), tag("tbody", *_rows(records))), class_="wide")


def _rows(records: Sequence[Paper]) -> Iterator[str]:
    for field in FIELDS:
        values = [_shown(record, field) for record in records]
        if field not in _NOT_SHOWN and any(values):
            yield row((text(field), *_marked(values)))


def _marked(values: Sequence[str]) -> Iterator[str]:
    """Mark in each value the words that the first one does not have, and in the first what the second has not."""
    first, *others = values
    yield differences(others[0], first) if others and others[0] else text(first)
    for value in others:
        yield differences(first, value) if first else text(value)


def differences(known: str, value: str) -> str:
    """Write a value with marks around the words that another one does not have in their place.

    >>> differences("Constitutional AI from Feedback", "Constitutional AI: from Feedback")
    'Constitutional <mark>AI:</mark> from Feedback'
    """
    before, words = known.split()[:_WORDS], value.split()
    rest, words = len(words) > _WORDS, words[:_WORDS]
    parts = []
    for block in Indel.opcodes(before, words):
        piece = text(" ".join(words[block.dest_start : block.dest_end]))
        if piece:
            parts.append(piece if block.tag == "equal" else tag("mark", piece))
    return " ".join(parts) + (" …" if rest else "")


def _pair(group: Group, pair: Pair) -> str:
    """Show what each field says of two records of a group, and what that is together."""
    evidence = waterfall(group.papers[pair.a], group.papers[pair.b], group.level)
    most = max((abs(bits) for _, _, bits, _ in evidence), default=1.0) or 1.0
    rows = [row((text(field), text(told), f"{bits:+.1f}", _bar(bits, most), f"{total:+.1f}")) for field, told, bits, total in evidence]
    caption = tag("caption", text(f"record {pair.a + 1} and record {pair.b + 1}: {told_verdict(pair.bits)}"))
    return tag(
        "table", caption, tag("thead", row(("field", "what it says", "bits", "", "sum"), "th")), tag("tbody", *rows), class_="evidence"
    )


def _bar(bits: float, most: float) -> str:
    width = _BAR * min(abs(bits) / most, 1.0)
    x = _BAR if bits >= 0 else _BAR - width
    inner = tag("rect", x=f"{x:.1f}", y=2, width=f"{width:.1f}", height=8, class_="for" if bits >= 0 else "against")
    return tag("svg", inner, width=2 * _BAR, height=12, role="img", aria_label=f"{bits:+.1f} bits")


def _shown(record: Paper, field: str) -> str:
    value = getattr(record, field)
    if field == "authors":
        return "; ".join(author.inverted for author in record.authors)
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")
