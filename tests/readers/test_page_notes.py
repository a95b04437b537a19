"""Notes about papers: what somebody writes below a heading of his own, with the whole reference under one of his labels."""

import pytest

import papercat as pc

# From the proceedings of NeurIPS 2020 and of ACL 2022 and 2023.
PAPERS = (
    ("Language Models are Few-Shot Learners", "Brown, T.; Mann, B.; Ryder, N. 2020", "Advances in Neural Information Processing Systems"),
    ("Probing for the Usage of Grammatical Number", "Lasri, K.; Pimentel, T.; Lenci, A. 2022", "Proceedings of ACL"),
    ("Discovering Language Model Behaviors with Model-Written Evaluations", "Perez, E.; Ringer, S. 2023", "Findings of ACL"),
)
LABELS = ("What it does", "Results", "Why it matters")


def card(number: int, label: str, *, has_heading: bool = True) -> str:
    title, names, venue = PAPERS[number]
    notes = [f"- **{one}**: it is told here in a few words, and\n  goes on in the next line." for one in LABELS]
    head = f"### {names.split(',')[0]} and others on models ✔\n\n" if has_heading else ""
    once = "- **Metric**: one that no other card has.\n" if number == 1 else ""
    return f"{head}- **{label}**: {names}. {title}.\n  In: {venue}.\n{once}" + "\n".join(notes)


@pytest.mark.parametrize("label", ["Referência", "Reference", "Référence", "Referencia bibliográfica"])
def test_the_reference_is_read_and_the_notes_are_none(label: str) -> None:
    page = "## Cards\n\n" + "\n\n".join(card(number, label) for number in range(len(PAPERS)))
    papers = list(pc.parse(page))
    assert [(paper.title, paper.year) for paper in papers] == [(title, int(names[-4:])) for title, names, _ in PAPERS]
    assert [author.family for author in papers[1].authors] == ["Lasri", "Pimentel", "Lenci"]


def test_a_heading_that_is_the_title_stays_so() -> None:
    records = [f"### {title}\n\n- **Reference**: {names}. {title}. In: {venue}.\n- **Results**: good." for title, names, venue in PAPERS]
    assert [paper.title for paper in pc.parse("\n\n".join(records))] == [title for title, _, _ in PAPERS]
