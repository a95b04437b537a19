"""The likeliest parts of a reference: a sequence of labels, each with its price in bits (Viterbi's algorithm).

A. J. Viterbi, IEEE Trans. Inf. Theory 13, 1967; the weights are those of a linear-chain model, J. Lafferty, A. McCallum and
F. Pereira, Conditional random fields, ICML 2001.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, reduce
from importlib.resources import files
from operator import add, getitem, sub

from papercat.readers.references.atoms import Atom
from papercat.readers.references.traits import GROUPS, Group, Key, junction, settings

# Authors, date, title, container, editors, volume, issue, pages, publisher, place, note, id. A small letter goes on with the capital one.
STARTS = "ADTCEVIPULNX"
LABELS = STARTS + STARTS.lower()
_SIZE, _ID = len(STARTS), STARTS.index("X")
DATA = "weights.txt"
_NEVER = -1e9
BEAM = 24.0  # bits; a reading that is so far behind is given up
_LOST = float("-inf")
_MOST_KNOWN = 32_768  # vectors of each kind that are kept
_ROUNDED = 1e-3  # bits; sums that differ by less are compared in full
Vector = tuple[float, ...]
_NOTHING: Vector = (0.0,) * len(LABELS)
Rows = Sequence[Sequence[float]]


class Steps:
    """The prices of the steps to the beginning of a part, in bits, over certain signs.

    Attributes:
        rows: from each of `LABELS` to each of `STARTS`.
        more: what the style of a list adds to them.
    """

    __slots__ = ("_ahead", "more", "rows")

    def __init__(self, rows: Rows, more: Rows) -> None:
        """Take the prices."""
        self.rows, self.more = rows, more
        self._ahead: dict[int, list[float]] = {}

    def near(self, reach: Sequence[float], best: float) -> list[int]:
        """List the labels that can be the best before some beginning; the others are too far behind the `best` to catch up."""
        last = reach.index(best)
        ahead = self._ahead.get(last) or self._compare(last)
        least = best - _ROUNDED
        return [label for label, bits in enumerate(map(add, reach, ahead)) if bits > least]

    def _compare(self, last: int) -> list[float]:
        """Measure how much more each label can gain by its next step than one of them."""
        whole = [list(map(add, row, more)) for row, more in zip(self.rows, self.more, strict=True)]
        self._ahead[last] = ahead = [max(map(sub, row, whole[last])) for row in whole]
        return ahead

    def with_style(self, more: Rows) -> "Steps":
        """Add what the style of a list says of the same signs, by the kinds of both parts."""
        return Steps(self.rows, [*more, *more])


Style = Callable[[str], Steps]
_Passed = tuple[list[float], Steps, list[int]]


class _Vectors(dict[Key, Vector]):
    """What some groups of features say of each label, by what they depend on; made when it is first asked for."""

    def __init__(self, weights: Mapping[str, Vector], groups: Callable[..., tuple[Group, ...]]) -> None:
        super().__init__()
        self._weights, self._groups = weights, groups

    def __missing__(self, key: Key) -> Vector:
        if len(self) > _MOST_KNOWN:
            self.clear()
        said = [_added(self._weights.get(feature, _NOTHING) for feature in group) for group in self._groups(*key)]
        self[key] = vector = _added(said)
        return vector


def _added(rows: Iterable[Vector]) -> Vector:
    return reduce(lambda one, other: tuple(map(add, one, other)), rows, _NOTHING)


class Model:
    """The weights, in bits: of each feature for each label, and of each step from one label to the next."""

    def __init__(self, weights: Mapping[str, Vector], steps: Mapping[tuple[str, str], float]) -> None:
        """Take the weights."""
        self._vectors = [_Vectors(weights, groups) for groups in GROUPS]
        rows = [[steps.get((last, label), 0.0) for label in STARTS] for last in LABELS]
        self.steps = Steps(rows, [[0.0] * _SIZE] * len(LABELS))
        self.from_start = [steps.get((label, label.lower()), 0.0) for label in STARTS]
        self.from_middle = [steps.get((label, label), 0.0) for label in STARTS.lower()]

    def emissions(self, line: Sequence[Atom], end: str) -> list[list[float]]:
        """Weigh every label for every atom."""
        found: list[list[float]] = []
        for keys, atom in zip(settings(line, end), line, strict=True):
            if atom.kind:
                total = [_NEVER] * len(LABELS)
            else:
                near, far, joint, classes, around = map(getitem, self._vectors, keys)
                total = [a + b + c + d + e for a, b, c, d, e in zip(near, far, joint, classes, around, strict=True)]
            total[_ID], total[_SIZE + _ID] = 0.0 if atom.kind else _NEVER, _NEVER
            found.append(total)
        return found


@cache
def model() -> Model:
    """Read the weights, once."""
    text = files("papercat.readers.references").joinpath("data", DATA).read_text(encoding="utf-8")
    weights: dict[str, Vector] = {}
    steps: dict[tuple[str, str], float] = {}
    for line in text.splitlines():
        name, _, rest = line.partition("\t")
        if line.startswith("#") or not rest:
            continue
        pairs = {pair[0]: int(pair[1:]) / 10 for pair in rest.split(" ")}
        if name.startswith(">"):
            steps |= {(name[1], label): bits for label, bits in pairs.items()}
        else:
            weights[name] = tuple(pairs.get(label, 0.0) for label in LABELS)
    return Model(weights, steps)


def decode(weighed: Sequence[Sequence[float]], line: Sequence[Atom], weights: Model, style: Style | None = None) -> str:
    """Find the likeliest labels of a line, one character for each atom.

    Of the labels before an atom hardly ever more than one or two can be the best before any beginning of a part; only they are tried.

    Args:
        weighed: what `Model.emissions` gave.
        line: the atoms.
        weights: the model.
        style: the prices of the steps over what stands between two atoms, as the other references of a list have them.
    """
    if not line:
        return ""
    reach = [*weighed[0][:_SIZE], *[_LOST] * _SIZE]
    passed: list[_Passed] = []
    for atom, own in zip(line[1:], weighed[1:], strict=True):
        steps = style(junction(atom.gap)) if style else weights.steps
        best = max(reach)
        least = best - BEAM
        reach = [bits if bits >= least else _LOST for bits in reach]
        near = steps.near(reach, best)
        passed.append((reach, steps, near))
        reach = [*_begun(reach, own, steps, near), *_gone_on(reach, own, weights)]
    return "".join(map(LABELS.__getitem__, _path(reach, passed, weighed, weights)))


def _begun(reach: Sequence[float], own: Sequence[float], steps: Steps, near: Sequence[int]) -> list[float]:
    """Weigh every beginning of a part, from the best label before it."""
    rows = []
    for last in near:
        bits = reach[last]
        rows.append([bits + weight + price + more for price, more, weight in zip(steps.rows[last], steps.more[last], own, strict=False)])
    return rows[0] if len(rows) == 1 else list(map(max, *rows))


def _gone_on(reach: Sequence[float], own: Sequence[float], weights: Model) -> list[float]:
    """Weigh every part that goes on, from its beginning or its middle."""
    rows = zip(own[_SIZE:], reach, weights.from_start, reach[_SIZE:], weights.from_middle, strict=False)
    return [
        first if (first := start + weight + price) >= (later := middle + weight + more) else later
        for weight, start, price, middle, more in rows
    ]


def _path(reach: Sequence[float], passed: Sequence[_Passed], weighed: Sequence[Sequence[float]], weights: Model) -> list[int]:
    """Go back from the best label of the last atom, by the numbers of the labels."""
    label = max(range(len(LABELS)), key=reach.__getitem__)
    path = [label]
    for (before, steps, near), own in zip(reversed(passed), reversed(weighed), strict=False):
        weight, part = own[label], label - _SIZE
        if part < 0:
            bits = [before[last] + weight + steps.rows[last][label] + steps.more[last][label] for last in near]
            label = near[bits.index(max(bits))]
        elif before[part] + weight + weights.from_start[part] >= before[label] + weight + weights.from_middle[part]:
            label = part
        path.append(label)
    return path[::-1]
