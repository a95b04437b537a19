"""Where people work, below their names or in brackets behind each: kept with the paper, and no paper of its own."""

from collections.abc import Mapping

import pytest

import papercat as pc

RECORDS = {
    "Sleeper Agents: Training Deceptive LLMs that Persist Through Safety Training": ("Evan Hubinger", "Carson Denison", "Jesse Mu"),
    "Towards Understanding Sycophancy in Language Models": ("Mrinank Sharma", "Meg Tong", "Tomasz Korbak"),
    "Measuring Faithfulness in Chain-of-Thought Reasoning": ("Tamera Lanham", "Anna Chen", "Ansh Radhakrishnan"),
    "The Capacity for Moral Self-Correction in Large Language Models": ("Deep Ganguli", "Amanda Askell", "Nicholas Schiefer"),
}
ABSTRACT = (
    "We study whether large language models can be trained to behave as their users wish, and find that what they were trained on before"
    " persists. Our results suggest that present methods are not enough."
)
WORKPLACES = "Anthropic", "University of Oxford", "Redwood Research", "Mila – Quebec AI Institute"


def found(page: str) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(paper.title, tuple(str(author) for author in paper.authors)) for paper in pc.parse(page, format="page")]


def abstracts_of(page: str) -> list[str | None]:
    return [paper.abstract for paper in pc.parse(page, format="page")]


def test_lines_with_the_marks_of_people_are_their_affiliations() -> None:
    page = "\n\n".join(
        f"{title}\n{', '.join(f'{name}{1 + number % 2}' for number, name in enumerate(names))}\n1 Anthropic\n2 NYU\n\n{ABSTRACT}"
        for title, names in RECORDS.items()
    )
    assert found(page) == list(RECORDS.items())
    assert abstracts_of(page) == [ABSTRACT] * len(RECORDS)
    assert {"1 Anthropic", "2 NYU"} <= set(pc.parse(page, format="page")[0].extra.values())


def test_a_line_where_the_others_have_an_institution_is_one() -> None:
    page = "\n\n".join(
        f"{title}\n{', '.join(names)}\n{place}\n\n{ABSTRACT}" for (title, names), place in zip(RECORDS.items(), WORKPLACES, strict=True)
    )
    told = page.replace("Anthropic\n", "Anthropic, University of Toronto\n")
    assert found(told) == list(RECORDS.items())


def test_a_title_with_an_institution_below_names_is_a_title() -> None:
    titles = [*RECORDS, "The University of Edinburgh's Submissions to the WMT19 News Translation Task"]
    names = [*RECORDS.values(), ("Rachel Bawden", "Nikolay Bogoychev", "Ulrich Germann")]
    page = "\n".join(f"{title}\n{', '.join(people)}" for title, people in zip(titles, names, strict=True))
    assert found(page) == list(zip(titles, names, strict=True))


def programme(records: Mapping[str, tuple[str, ...]]) -> str:
    talks = [
        "\n".join([f"{10 + number}:00", *(f"{name} (Anthropic, United States)" for name in names), title, f"ABSTRACT. {ABSTRACT}"])
        for number, (title, names) in enumerate(records.items())
    ]
    return "\n".join(["10:00-14:20 Session 1: Language models", *talks])


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_programme_of_easychair_gives_each_person_a_line(newline: str) -> None:
    assert found(programme(RECORDS).replace("\n", newline)) == list(RECORDS.items())


def test_the_head_of_a_page_of_results_is_no_paper() -> None:
    records = [f"{title}\n{', '.join(names)}\n2023\n\n{ABSTRACT}" for title, names in RECORDS.items()]
    assert found("\n\n".join(["Book of abstracts\nOral presentations", *records])) == list(RECORDS.items())


@pytest.mark.parametrize(
    "place", ["INSA Lyon, LIRIS, CNRS", "Instituto Superior Técnico, Universidade de Lisboa", "Technical University of Munich (TUM)"]
)
def test_places_with_commas_and_brackets(place: str) -> None:
    page = "\n\n".join(f"{title}\n{one}, {place}; {other} and {last}, {place}" for title, (one, other, last) in RECORDS.items())
    assert found(page) == list(RECORDS.items())


def test_a_full_stop_within_brackets_ends_no_title() -> None:
    page = "\n\n".join(
        f"{title}\n{one} (Univ. Grenoble Alpes, CNRS, LIG); {other}, {last} (KU Leuven)" for title, (one, other, last) in RECORDS.items()
    )
    assert found(page) == list(RECORDS.items())
