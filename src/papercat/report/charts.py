"""Drawings as inline SVG: papers by year, and who wrote with whom."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

from papercat.models import Paper
from papercat.report.markup import tag, text
from papercat.text.fold import fold
from papercat.text.phrases import counted

_HEIGHT, _COLUMN = 110, 22  # pixels
_MOST_PEOPLE = 40  # with more, nobody can read the names
_MOST_OF_ONE = 100  # authors of a paper that count as having written together; a collaboration of 3,000 says nothing
_SIDE = 520  # pixels of the graph
_STEPS = 120  # of the layout; from about 100 on nothing moves

Point = tuple[float, float]


def years(papers: Sequence[Paper]) -> str:
    """Draw how many papers are of each year; those without a year are told beside it.

    >>> years([Paper(title="Sleeper Agents", year=2024), Paper(title="Constitutional AI")]).count("<rect")
    1
    """
    known = Counter(paper.year for paper in papers if paper.year)
    unknown = len(papers) - sum(known.values())
    note = tag("p", text(f"{unknown:,} without a year"), class_="quiet") if unknown else ""
    if not known:
        return note
    span = _span(known)
    most = max(known.values())
    bars = [_column(place, year, known.get(year, 0), most) for place, year in enumerate(span)]
    return tag("svg", *bars, width=_COLUMN * len(span), height=_HEIGHT + 36, role="img", aria_label="papers by year") + note


def _span(known: Mapping[int, int]) -> list[int]:
    """Give every year from the first to the last; where they are too far apart, only those with papers."""
    first, last = min(known), max(known)
    return list(range(first, last + 1)) if last - first < 60 else sorted(known)


def _column(place: int, year: int, count: int, most: int) -> str:
    height = _HEIGHT * count / most
    x, y = place * _COLUMN, 14 + _HEIGHT - height
    bar = tag("rect", tag("title", f"{year}: {count:,}"), x=x + 2, y=f"{y:.1f}", width=_COLUMN - 4, height=f"{height:.1f}", class_="bar")
    number = tag("text", f"{count:,}", x=x + _COLUMN / 2, y=f"{y - 3:.1f}", class_="number") if count else ""
    label = tag("text", f"’{year % 100:02d}", x=x + _COLUMN / 2, y=_HEIGHT + 28, class_="number")
    return (bar if count else "") + number + label


def coauthors(papers: Sequence[Paper]) -> str:
    """Draw the authors with most papers as dots, with a line between two who wrote together.

    >>> from papercat.models import Author
    >>> bai, kadavath = Author(family="Bai", given="Yuntao"), Author(family="Kadavath", given="Saurav")
    >>> coauthors([Paper(title="Constitutional AI", authors=(bai, kadavath))]).count("<line")
    1
    """
    names, counts, ties = _people(papers)
    if not ties:
        return ""
    tied = {who for pair in ties for who in pair}
    chosen = sorted(tied, key=lambda who: (-counts[who], who))[:_MOST_PEOPLE]
    inner = {pair: count for pair, count in ties.items() if pair[0] in chosen and pair[1] in chosen}
    at = layout(sorted(chosen), inner)
    lines = [_line(at[a], at[b], count) for (a, b), count in sorted(inner.items())]
    dots = [_dot(at[who], names[who], counts[who]) for who in sorted(chosen)]
    rest = len(counts) - len(chosen)
    note = tag("p", f"{len(chosen)} of {len(counts):,} names, those with most papers who wrote with others", class_="quiet") if rest else ""
    box = f"0 0 {_SIDE} {_SIDE}"
    return tag("svg", *lines, *dots, viewBox=box, width=_SIDE, height=_SIDE, role="img", aria_label="who wrote with whom") + note


def _people(papers: Sequence[Paper]) -> tuple[dict[str, str], Counter[str], Counter[tuple[str, str]]]:
    """Give the names by their folded form, their papers, and how often two of them come together."""
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    ties: Counter[tuple[str, str]] = Counter()
    for paper in papers:
        forms = {fold(str(author)): str(author) for author in paper.authors}
        names |= {form: min(name, names.get(form, name)) for form, name in forms.items()}
        counts.update(forms.keys())
        if len(forms) <= _MOST_OF_ONE:
            ties.update(combinations(sorted(forms), 2))
    return names, counts, ties


def layout(people: Sequence[str], ties: Mapping[tuple[str, str], int]) -> dict[str, Point]:
    """Find a place for each, near to those one is tied to: Fruchterman and Reingold (1991), from a circle, so always the same.

    >>> places = layout(["a", "b", "c"], {("a", "b"): 3})
    >>> math.dist(places["a"], places["b"]) < math.dist(places["a"], places["c"])
    True
    """
    turn = 2 * math.pi / max(len(people), 1)
    at = {who: (math.cos(turn * place), math.sin(turn * place)) for place, who in enumerate(people)}
    ideal = 1.6 / math.sqrt(max(len(people), 1))
    for step in range(_STEPS):
        at = _moved(at, ties, ideal, 0.15 * (1 - step / _STEPS))
    return _fitted(at)


def _moved(at: Mapping[str, Point], ties: Mapping[tuple[str, str], int], ideal: float, most: float) -> dict[str, Point]:
    force = {who: [0.0, 0.0] for who in at}
    for a, b in combinations(at, 2):
        (ax, ay), (bx, by) = at[a], at[b]
        apart = math.dist(at[a], at[b]) or 1e-6
        strength = ideal**2 / apart**2
        if (a, b) in ties:
            strength -= min(ties[a, b], 4) * apart / ideal / 2
        for who, sign in ((a, 1), (b, -1)):
            force[who][0] += sign * strength * (ax - bx)
            force[who][1] += sign * strength * (ay - by)
    moved = {}
    for who, (x, y) in at.items():
        fx, fy = force[who][0] - 0.3 * x, force[who][1] - 0.3 * y  # what is tied to nobody stays in sight
        size = math.hypot(fx, fy) or 1e-6
        share = min(size, most) / size
        moved[who] = (x + fx * share, y + fy * share)
    return moved


def _fitted(at: Mapping[str, Point]) -> dict[str, Point]:
    """Bring the places into the drawing, with room for the names."""
    reach = max((max(abs(x), abs(y)) for x, y in at.values()), default=1.0) or 1.0
    half = _SIDE / 2
    return {who: (half + x / reach * (half - 70), half + y / reach * (half - 20)) for who, (x, y) in at.items()}


def _line(a: Point, b: Point, count: int) -> str:
    ends = {"x1": f"{a[0]:.0f}", "y1": f"{a[1]:.0f}", "x2": f"{b[0]:.0f}", "y2": f"{b[1]:.0f}"}
    return tag("line", **ends, class_="tie", stroke_width=min(count, 6))


def _dot(at: Point, name: str, count: int) -> str:
    told = tag("title", text(f"{name}: {counted(count, 'paper')}"))
    x, y = f"{at[0]:.0f}", f"{at[1]:.0f}"
    return tag("circle", told, cx=x, cy=y, r=f"{3 + math.sqrt(count):.1f}", class_="who") + tag(
        "text", text(name), x=x, y=f"{at[1] - 7 - math.sqrt(count):.0f}", class_="name"
    )
