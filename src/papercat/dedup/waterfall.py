"""Why two records are held to be one, or not: the evidence as a small table, with the sum as it grows."""

from collections.abc import Iterator, Sequence
from math import inf

from papercat.dedup.clusters import Pair
from papercat.dedup.score import MAYBE_BITS, SAME_BITS, evidence, probability
from papercat.dedup.view import prep
from papercat.dedup.weights import Level
from papercat.models import Paper
from papercat.models.evidence import Evidence
from papercat.text.phrases import shortened

_MOST_PAIRS = 12  # of a group that are told in full
_TOLD = 44  # characters of what agreed


def weigh(a: Paper, b: Paper, same: Level) -> tuple[Evidence, ...]:
    """Weigh two papers field by field.

    >>> papers = Paper(title="Sleeper Agents", arxiv="2401.05566"), Paper(arxiv="2401.05566")
    >>> sum(part.bits for part in weigh(*papers, "work")) > SAME_BITS
    True
    """
    return evidence(prep(a), prep(b), same)


def answer(bits: float) -> str:
    """Give one of the three answers.

    >>> answer(40.0), answer((SAME_BITS + MAYBE_BITS) / 2), answer(-20.0)
    ('same', 'maybe', 'different')
    """
    return "same" if bits >= SAME_BITS else "maybe" if bits >= MAYBE_BITS else "different"


def percent(bits: float) -> str:
    """Write the probability of so many bits, never rounded up to 100 %.

    >>> percent(60.0), percent(-60.0), percent(inf)
    ('> 99.99 %', '< 0.01 %', '100 %')
    """
    share = 100 * probability(bits)
    if bits == inf:
        return "100 %"
    if share > 99.99:
        return "> 99.99 %"
    return "< 0.01 %" if share < 0.01 else f"{share:.2f}".rstrip("0").rstrip(".") + " %"


def where(paper: Paper) -> str:
    """Name the place of a record."""
    return str(paper.source_of() or "no source")


def told_pairs(papers: Sequence[Paper], pairs: Sequence[Pair], same: Level) -> Iterator[str]:
    """Tell of each pair its evidence, a line a field; of very many pairs the first."""
    for pair in pairs[:_MOST_PAIRS]:
        one, other = (f"record {place + 1} ({where(papers[place])})" for place in (pair.a, pair.b))
        yield f"{one} and {other}: {told_verdict(pair.bits)}"
        yield from (f"  {line}" for line in told_evidence(papers[pair.a], papers[pair.b], same))
    if len(pairs) > _MOST_PAIRS:
        yield f"… and {len(pairs) - _MOST_PAIRS:,} more pairs"


def told_verdict(bits: float) -> str:
    """Say in a few words what so many bits mean."""
    if bits in (inf, -inf):
        return "the same, as you decided" if bits > 0 else "different, as you decided"
    return f"{bits:.1f} bits, probability {percent(bits)}: {answer(bits)}"


def told_evidence(a: Paper, b: Paper, same: Level) -> Iterator[str]:
    """Write the evidence of two papers, a line a field: what agreed, bits, and the sum so far."""
    for field, told, bits, total in waterfall(a, b, same):
        yield f"{field:10} {told:{_TOLD}} {bits:+7.1f} {total:+7.1f}"


def waterfall(a: Paper, b: Paper, same: Level) -> list[tuple[str, str, float, float]]:
    """Give of each field its name, what agreed, its bits, and the sum up to it."""
    rows, total = [], 0.0
    for field, told, bits in weigh(a, b, same):
        total += bits
        rows.append((field, shortened(told, _TOLD), bits, total))
    return rows


def why(a: Paper, b: Paper, same: Level) -> str:
    """Say in one line what speaks for two records and what against.

    >>> why(Paper(title="Sleeper Agents", year=2024), Paper(title="Sleeper Agents", year=2019), "record").count("year")
    1
    """
    return "; ".join(f"{field} {told} ({bits:+.1f})".replace("  ", " ") for field, told, bits, _ in waterfall(a, b, same))
