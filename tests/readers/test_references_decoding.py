"""The decoder of references against the slow, obvious one: every label before every label."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papercat.readers.references import decoding
from papercat.readers.references.atoms import Atom, atoms
from papercat.readers.references.decoding import LABELS, STARTS, Steps, Style, decode, model
from papercat.readers.references.lines import weigh
from papercat.readers.references.lists import style
from papercat.readers.references.traits import junction
from papercat.text.document import Document, Place

LIST = (
    "Rusert, J. (2024). VertAttack: Taking advantage of text classifiers’ horizontal vision. Proceedings of NAACL, 12(3), 1–20.",
    "Hubinger, E., Denison, C., & Mu, J. (2024). Sleeper Agents. arXiv:2401.05566. https://arxiv.org/abs/2401.05566",
    "Bai, Y., Kadavath, S., & Kundu, S. (2022). Constitutional AI: Harmlessness from AI feedback (2nd ed.). New York: Anthropic.",
    "Shannon, C. E. (1948). A mathematical theory of communication. Bell System Technical Journal, 27(3), 379–423.",
)
_FEW = 1e-6  # bits: of two sequences as good as each other either will do


def slow(weighed: list[list[float]], line: list[Atom], usual: Style | None) -> float:
    """Give the bits of the best sequence."""
    reach = dict(zip(STARTS, weighed[0], strict=False))
    for atom, own in zip(line[1:], weighed[1:], strict=True):
        over = usual(junction(atom.gap)) if usual else model().steps
        reach = {label: told for label, told in reach.items() if told >= max(reach.values()) - decoding.BEAM}
        reach = {
            label: max(reach[last] + own[LABELS.index(label)] + _step(last, label, over) for last in reach if _can(last, label))
            for label in LABELS
            if any(_can(last, label) for last in reach)
        }
    return max(reach.values())


def _can(last: str, label: str) -> bool:
    return label.isupper() or last.lower() == label


def _step(last: str, label: str, over: Steps) -> float:
    number = LABELS.index(last)
    if label.isupper():
        return over.rows[number][STARTS.index(label)] + over.more[number][STARTS.index(label)]
    of_part = model().from_start if last.isupper() else model().from_middle
    return of_part[STARTS.index(label.upper())]


def bits(labels: str, weighed: list[list[float]], line: list[Atom], usual: Style | None) -> float:
    """Add up a sequence of labels."""
    total = weighed[0][LABELS.index(labels[0])]
    for number in range(1, len(line)):
        over = usual(junction(line[number].gap)) if usual else model().steps
        total += weighed[number][LABELS.index(labels[number])] + _step(labels[number - 1], labels[number], over)
    return total


def usual_style() -> Style:
    documents = [Document("r.txt", text) for text in LIST]
    found = style([weigh(one, Place(0, len(one.text))) for one in documents])
    assert found
    return found


@pytest.mark.parametrize("text", LIST)
@pytest.mark.parametrize("is_styled", [False, True])
def test_the_best_sequence_is_found(text: str, *, is_styled: bool) -> None:
    line = atoms(text)
    weighed, usual = model().emissions(line, "."), usual_style() if is_styled else None
    found = decode(weighed, line, model(), usual)
    assert bits(found, weighed, line, usual) == pytest.approx(slow(weighed, line, usual), abs=_FEW)


_WORDS = st.lists(
    st.sampled_from("Rusert, J. (2024) VertAttack in 12(3), 1–20. “A https://a.org/b and of Press: pp. — X".split()), max_size=14
)


@given(_WORDS, st.booleans())
@settings(max_examples=60)
def test_the_best_sequence_is_found_in_any_line(words: list[str], is_styled: bool) -> None:  # noqa: FBT001
    line = atoms(" ".join(words))
    weighed, usual = model().emissions(line, "."), usual_style() if is_styled else None
    found = decode(weighed, line, model(), usual)
    assert len(found) == len(line)
    if line:
        assert bits(found, weighed, line, usual) == pytest.approx(slow(weighed, line, usual), abs=_FEW)
