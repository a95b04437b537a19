"""What the references of a list tell about each other: its style."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import log2

from papercat.readers.references.decoding import STARTS, Steps, Style, model
from papercat.readers.references.lines import Line
from papercat.readers.references.traits import junction

_CHANCE = 0.05  # of a step from one part to another over given signs, where nothing is known of the style
_MOST, _LEAST = 3.0, -2.0  # bits
_FEW = 3  # references; fewer tell no style
# Signs that part nothing within a field; where each reference has as many of one, it parts the fields.
_PARTING = frozenset((" - ", " / ", " // ", " | ", "; "))
_LEAST_PARTED, _MOST_OF = 2, 0.8


def style(lines: Sequence[Line]) -> Style | None:
    """Learn the style of a list: how often which part follows which over what signs. None where the list is too short.

    The bits of a step are the odds of it in this list against its chance in any, so a style that no manual has counts as well.
    """
    if len(lines) < _FEW:
        return None
    steps, leaves = Counter[tuple[str, str, str]](), Counter[str]()
    for line in lines:
        for i in range(1, len(line.atoms)):
            if line.labels[i].isupper():
                step = (line.labels[i - 1].upper(), junction(line.atoms[i].gap), line.labels[i])
                steps[step] += 1
                leaves[step[0]] += 1
    bits = {step: _bits(count, leaves[step[0]]) for step, count in steps.items()}
    never = {label: _bits(0, count) for label, count in leaves.items()}

    @cache
    def over(gap: str) -> Steps:
        rows = [[bits.get((last, gap, label), never.get(last, 0.0)) for label in STARTS] for last in STARTS]
        return model().steps.with_style(rows)

    return over


def _bits(count: int, of: int) -> float:
    return max(_LEAST, min(_MOST, log2((count + _CHANCE) / (of + 1) / _CHANCE)))


def partings(lines: Sequence[Line]) -> frozenset[str]:
    """Find the signs that stand between the parts of every reference: nearly all have as many of them, two or more."""
    if len(lines) < _FEW:
        return frozenset()
    counts = [Counter(sign for atom in line.atoms if (sign := junction(atom.gap)) in _PARTING) for line in lines]
    usual = {sign: Counter(count[sign] for count in counts).most_common(1)[0] for sign in _PARTING}
    return frozenset(sign for sign, (count, often) in usual.items() if count >= _LEAST_PARTED and often > _MOST_OF * len(lines))
