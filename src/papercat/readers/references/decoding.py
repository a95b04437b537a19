"""The likeliest parts of a reference: a sequence of labels, each with its price in bits (Viterbi's algorithm).

A. J. Viterbi, IEEE Trans. Inf. Theory 13, 1967; the weights are those of a linear-chain model, J. Lafferty, A. McCallum and
F. Pereira, Conditional random fields, ICML 2001.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from papercat.readers.references.atoms import Atom
from papercat.readers.references.traits import Group, features, junction

# Authors, date, title, container, editors, volume, issue, pages, publisher, place, note, id. A small letter goes on with the capital one.
STARTS = "ADTCEVIPULNX"
LABELS = STARTS + STARTS.lower()
_SIZE, _ID = len(STARTS), STARTS.index("X")
DATA = "weights.txt"
_NEVER = -1e9
_BEAM = 24.0  # bits; a reading that is so far behind is given up
Vector = tuple[float, ...]
Bonus = Callable[[str, str, str], float]


class Model:
    """The weights, in bits: of each feature for each label, and of each step from one label to the next."""

    def __init__(self, weights: Mapping[str, Vector], steps: Mapping[tuple[str, str], float]) -> None:
        """Take the weights."""
        self._weights = weights
        self._known: dict[Group, Vector] = {}
        self.steps = {(a, b): steps.get((a, b), 0.0) for a in LABELS for b in LABELS}

    def _vector(self, group: Group) -> Vector:
        vector = self._known.get(group)
        if vector is None:
            rows = [row for feature in group if (row := self._weights.get(feature))]
            vector = tuple(map(sum, zip(*rows, strict=True))) if rows else ()
            if len(self._known) > 200_000:
                self._known.clear()
            self._known[group] = vector
        return vector

    def emissions(self, line: Sequence[Atom], end: str) -> list[list[float]]:
        """Weigh every label for every atom."""
        found: list[list[float]] = []
        for groups, atom in zip(features(line, end), line, strict=True):
            rows = [row for group in groups if (row := self._vector(group))]
            total: list[float] = [_NEVER] * len(LABELS) if atom.kind or not rows else list(map(sum, zip(*rows, strict=True)))
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


def decode(weighed: Sequence[Sequence[float]], line: Sequence[Atom], weights: Model, bonus: Bonus | None = None) -> str:
    """Find the likeliest labels of a line, one character for each atom.

    Args:
        weighed: what `Model.emissions` gave.
        line: the atoms.
        weights: the model.
        bonus: bits for a step from one part to the next over what stands between them, as the other references of a list have it.
    """
    if not line:
        return ""
    steps = weights.steps
    alive = {label: weighed[0][i] for i, label in enumerate(STARTS)}
    back: list[dict[str, str]] = []
    for number in range(1, len(line)):
        least = max(alive.values()) - _BEAM
        gap = junction(line[number].gap)
        now: dict[str, float] = {}
        came: dict[str, str] = {}
        for last, reach in alive.items():
            if reach < least:
                continue
            for i, label in enumerate(STARTS):
                bits = reach + weighed[number][i] + steps[last, label] + (bonus(last.upper(), gap, label) if bonus else 0.0)
                if bits > now.get(label, 2 * _NEVER):
                    now[label], came[label] = bits, last
            on = last.lower()
            bits = reach + weighed[number][_SIZE + STARTS.index(last.upper())] + steps[last, on]
            if bits > now.get(on, 2 * _NEVER):
                now[on], came[on] = bits, last
        alive = now
        back.append(came)
    label = max(alive, key=alive.__getitem__)
    path = [label]
    for came in reversed(back):
        path.append(came[path[-1]])
    return "".join(reversed(path))
