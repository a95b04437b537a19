"""What a page of Markdown says of itself is no paper, and is no part of one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.front import front_matter

FRONT = "---\ntitle: Publications\nauthor: Ethan Perez\ndate: 2022-01-03\ntags:\n  - alignment\nlayout: page\n---\n"
REFERENCES = (
    "Perez, E., Ringer, S. (2022). Discovering Language Model Behaviors with Model-Written Evaluations. arXiv:2212.09251.\n\n"
    "Hubinger, E., Denison, C. (2024). Sleeper Agents: Training Deceptive LLMs. arXiv:2401.05566.\n"
)
BIBTEX = "@misc{hubinger2024, title = {Sleeper Agents}, author = {Hubinger, Evan}, year = 2024}\n"


@pytest.mark.parametrize("body", [REFERENCES, BIBTEX])
@pytest.mark.parametrize("front", [FRONT, "\ufeff" + FRONT, FRONT.replace("\n", "\r\n"), FRONT.replace("page\n---", "page\n...")])
def test_a_page_is_read_as_without_its_front(front: str, body: str) -> None:
    plain, cat = pc.parse(body), pc.parse(f"{front}\n{body}")
    assert len(plain) > 0
    assert [paper.to_dict() | {"sources": ()} for paper in cat] == [paper.to_dict() | {"sources": ()} for paper in plain]
    told = next(issue for issue in cat.issues if issue.code == "heading")
    assert told.raw.strip("\ufeff") == front.strip("\ufeff\r\n")
    source = cat[0].sources[0]
    assert source.line > front.count("\n")
    assert source.start >= len(front)


@pytest.mark.parametrize("body", ["", "\n", "\nThis page is about me, and about what I do.\n"])
def test_a_page_about_a_person_is_no_paper(body: str) -> None:
    assert not len(pc.parse(f"{FRONT}{body}")) or not body.strip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "---\n---\ntext",
        "title: Sleeper Agents\n---\ntext",
        "---\ntitle: Sleeper Agents\nno value here\n---\ntext",
        "---\ntitle: Sleeper Agents\nauthor: Evan Hubinger\n---\n",
        "---\ntitle: Sleeper Agents\nauthor: Evan Hubinger\nvenue: arXiv\n---\n\nHumans are capable of deceptive behaviour.\n",
        "---\ntitle: Sleeper Agents\nauthor: Evan Hubinger\nabstract: Humans are capable.\n---\n\n# Introduction\n",
        "---\ntitle: Sleeper Agents\nauthor: Evan Hubinger\n---\ntitle: Constitutional AI\nauthor: Yuntao Bai\n---\n",
        "--- \n\nPerez, E. (2022). Discovering.\n---\n",
    ],
)
def test_what_is_a_record_or_no_front_is_left(text: str) -> None:
    assert front_matter(text) is None


def test_records_between_lines_of_dashes_are_read() -> None:
    rows = (("Sleeper Agents", "Evan Hubinger"), ("Constitutional AI", "Yuntao Bai"))
    text = "---\n" + "".join(f"title: {title}\nauthors: {name}\nyear: 2022\n---\n" for title, name in rows)
    assert [paper.title for paper in pc.parse(text)] == ["Sleeper Agents", "Constitutional AI"]


@given(
    st.lists(st.sampled_from(["---\n", "...\n", "a: b\n", "title: A\n", "\n", "  - c\n", "text\n", "\ufeff", "\r", "\ud800"])).map("".join)
)
def test_any_text_is_looked_at(text: str) -> None:
    place = front_matter(text)
    assert place is None or (0 <= place.start < place.end <= len(text) and text[place.end :].strip())
