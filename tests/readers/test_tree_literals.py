"""Objects as programs write them: literals of JavaScript and Python, JSON within the lines of a log."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import choose
from papercat.readers.tree import literals
from papercat.text.document import Document

SLEEPER = ("Sleeper Agents", ["Hubinger, Evan", "Denison, Carson"], 2024)
BACK = ("Learning representations by back-propagating errors", ["Rumelhart, David E."], 1986)
WRITTEN = {
    "an array of TypeScript": """import { Paper } from './types';
export const papers: Paper[] = [
  // newest first
  { title: 'Sleeper Agents', authors: 'Evan Hubinger and Carson Denison', year: 2024, pdf: undefined },
  { title: "Learning representations by " + "back-propagating errors", authors: ['David E. Rumelhart'], year: '1986', },
] as const;
""",
    "a list in an object that has a title": """module.exports = {title: 'Papers', intro: `All`, publications: [
  {title: `Sleeper Agents`, authors: ['Evan Hubinger', 'Carson Denison'], date: new Date('2024-01-10')},
  {title: 'Learning representations by back\\u002dpropagating errors', authors: ['David E. Rumelhart'], year: 1986}]};
""",
    "what pprint prints": """>>> pprint(papers)
[{'authors': ['Evan Hubinger', 'Carson Denison'],
  'published': datetime.datetime(2024, 1, 10, 18, 1),
  'comment': None,
  'title': 'Sleeper Agents'},
 {'authors': ('David E. Rumelhart',),
  'title': 'Learning representations '
           'by back-propagating errors',
  'year': 1986}]
""",
    "data classes": "[Paper(title='Sleeper Agents', authors=[Author('Evan Hubinger'), Author(name='Carson Denison')], year=2024), "
    "Paper(title='Learning representations by back-propagating errors', authors=['David E. Rumelhart'], year=1986)]",
    "a log": """10:00:00 INFO [worker-1] Saved: {"title": "Sleeper Agents", "authors": "Evan Hubinger and Carson Denison", "year": 2024}
10:00:09 DEBUG "GET /works?page=1 HTTP/1.1" 200
10:00:10 INFO [worker-2] Saved: {"title": "Learning representations by back-propagating errors", """
    """"authors": [{"given": "David E.", "family": "Rumelhart"}], "year": 1986}
""",
}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_objects_are_read_in_whatever_language_they_are_written(text: str) -> None:
    assert choose(Document("a.txt", text)) == "tree"
    assert [(paper.title, [author.inverted for author in paper.authors], paper.year) for paper in pc.parse(text)] == [SLEEPER, BACK]


def test_a_broken_object_costs_itself() -> None:
    text = (
        "papers = [{'title': 'Sleeper Agents', 'year': 2024}, {'title': 'Broken' % 3, 'year': 2023}, {'title': 'Attention', 'year': 2017}]"
    )
    assert [paper.title for paper in pc.parse(text)] == ["Sleeper Agents", "Attention"]


@pytest.mark.parametrize(
    "text",
    [
        "@article{a, title = {Sleeper Agents}, author = {Evan Hubinger}, year = 2024}",
        '@article{a, title = "Sleeper Agents", author = "Evan Hubinger", year = 2024}',
        "const page = { title: 'Home', intro: 'Hello' };",
        "An entry looks like {title: 'A', year: 2024} in the file, " + "and there is much more to say about it. " * 5,
        "\\hypersetup{pdftitle={Sleeper Agents}, title='A'}",
        "{{cite journal |title=[A] |year=2024}}",
    ],
)
def test_what_is_no_list_of_objects_is_left_to_others(text: str) -> None:
    assert not literals.is_papers(text)


@given(st.text(alphabet="{}[]()'\"`:=,+\\/*# \nntitleyar1\ud800\0", max_size=80))
def test_any_text_is_read_to_its_end(text: str) -> None:
    places = [node.place for node in literals.records(f"[{{'title': 'A', 'year': 1}}, {text}")]
    assert places
    assert all(one.end <= other.start for one, other in pairwise(places))


def test_deep_brackets_are_no_trouble() -> None:
    text = "[" * 5_000 + "{'title': 'Sleeper Agents', 'year': 2024}"
    assert [node.parts[0].text for node in literals.records(text)] == ["Sleeper Agents"]
