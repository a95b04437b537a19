"""Tables that tags or rulers draw: HTML, Markdown, Org mode, the consoles of databases."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import table
from papercat.readers.table import hypertext, markdown
from papercat.text.document import Document

HTML = """<html><body><h1>Accepted</h1>
<table border="1"><thead><tr><th>Title</th><th>Authors</th><th>Year</th></tr></thead>
<tbody>
<tr><td><a href="https://doi.org/10.1000/182">Goals &amp; <i>plans</i></a></td>
<td>Ethan Perez<br>Sam Ringer</td><td rowspan="2">2022</td></tr>
<!-- <tr><td>Hidden</td></tr> -->
<tr><td>Sleeper Agents<td>Evan Hubinger
</table>
<p>See you there.</p></body></html>"""
MARKDOWN = r"""# Reading list

| Title | Authors | Year |
|:------|---------|-----:|
| [Goals \| plans](https://arxiv.org/abs/2212.09251) | Ethan Perez, Sam Ringer | 2022 |
| **Sleeper Agents** | Evan Hubinger | 2024 |

See you there.
"""
CONSOLE = """+----------------+----------------+------+
| title          | authors        | year |
+----------------+----------------+------+
| Goals          | Ethan Perez    | 2022 |
| Sleeper Agents | Evan Hubinger  | 2024 |
+----------------+----------------+------+
"""
ORG = "| Title | Year | DOI |\n|-------+------+-----|\n| Goals | 2022 | 10.1000/182 |\n"


def test_a_table_of_a_page() -> None:
    first, second = cat = pc.parse(HTML)
    assert (first.title, first.doi, first.url, first.year) == ("Goals & plans", "10.1000/182", "https://doi.org/10.1000/182", 2022)
    assert [author.inverted for author in first.authors] == ["Perez, Ethan", "Ringer, Sam"]
    assert (second.title, second.year, second.authors[0].family) == ("Sleeper Agents", 2022, "Hubinger")
    assert cat.inputs[0].format == "table"
    assert not cat.receipt().unread
    assert next(issue.raw for issue in cat.issues if issue.code == "block-kept") == "<html><body><h1>Accepted</h1>\n"


def test_a_table_of_markdown() -> None:
    first, second = cat = pc.parse(MARKDOWN)
    assert (first.title, first.arxiv, first.url, first.year) == ("Goals | plans", "2212.09251", "https://arxiv.org/abs/2212.09251", 2022)
    assert (second.title, second.year) == ("Sleeper Agents", 2024)
    assert not cat.receipt().unread
    assert [issue.raw.strip() for issue in cat.issues if issue.code == "block-kept"] == ["# Reading list", "See you there."]


@pytest.mark.parametrize(("text", "titles"), [(CONSOLE, ["Goals", "Sleeper Agents"]), (ORG, ["Goals"])])
def test_tables_drawn_with_signs(text: str, titles: list[str]) -> None:
    cat = pc.parse(text)
    assert [paper.title for paper in cat] == titles
    assert cat[0].year == 2022
    assert not cat.receipt().unread


def test_links_lead_to_the_paper_or_are_kept_under_their_column() -> None:
    text = "| Paper | Year | Link | Code |\n|--|--|--|--|\n| Goals | 2022 | [pdf](https://a.org/1) | [here](https://b.org/2) |\n"
    (paper,) = pc.parse(text)
    assert (paper.title, paper.year, paper.url) == ("Goals", 2022, "https://a.org/1")
    assert dict(paper.extra) == {"Code": "here", "Code link": "https://b.org/2"}


WRAPPED = """| Title | Authors | Year |
|---|---|---|
| Discovering Language Model Behaviors with
Model-Written Evaluations | Ethan Perez, Sam
Ringer | 2022 |

12

| Sleeper Agents | Evan Hubinger | 2024 |
| Goals | Yuntao Bai |
"""


def test_rows_that_are_wrapped_or_parted_by_a_page() -> None:
    cat = pc.parse(WRAPPED)
    assert [paper.title for paper in cat] == [
        "Discovering Language Model Behaviors with Model-Written Evaluations",
        "Sleeper Agents",
        "Goals",
    ]
    assert [paper.year for paper in cat] == [2022, 2024, None]
    assert [author.family for author in cat[0].authors] == ["Perez", "Ringer"]


def test_two_tables_of_one_page() -> None:
    text = "# 1\n\n| Title | Year |\n|---|---|\n| Goals | 2022 |\n\n# 2\n\n| Title | DOI |\n|---|---|\n| Sleeper Agents | 10.1/182 |\n"
    assert [paper.title for paper in pc.parse(text, format="table")] == ["Goals", "Sleeper Agents"]


def test_cells_that_take_several_columns_or_rows() -> None:
    text = (
        "<table><tr><th>Title<th>Year<th>DOI<tr><td colspan=2>A<td>10.1/1"
        "<tr><td rowspan=2>B<td>2020<td>10.1/2<tr><td>2021<td>10.1/3</table>"
    )
    (rows,) = hypertext.find_tables(text)
    assert [[cell.raw for cell in row.cells] for row in rows[1:]] == [["A", "", "10.1/1"], ["B", "2020", "10.1/2"], ["B", "2021", "10.1/3"]]


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><td>[1]</td><td>E. Perez. Goals, 2022.</td></tr></table>",
        "| a | b |\nno ruler below\n",
        "Title | Year\n---\n",
        "<p>Title, Year</p>",
        "| Package | Version |\n|---|---|\n| papercat | 1.0 |\n",
    ],
)
def test_what_is_no_table_of_papers(text: str) -> None:
    assert table.sniff(Document("a", text)) == 0


def test_a_page_with_a_small_table_is_left_to_others() -> None:
    prose = "We list below the papers that we have read this year, with some words on each of them. " * 20
    assert 0 < table.sniff(Document("a", prose + "\n\n" + ORG)) < 0.3


@pytest.mark.parametrize("whole", [HTML, MARKDOWN, CONSOLE])
def test_a_table_cut_at_any_place(whole: str) -> None:
    for end in range(0, len(whole), 3):
        cat = pc.parse(whole[:end], format="table")
        assert sum(span.end - span.start for span in cat.receipt()) == end


PIECES = [
    "<table>",
    "<tr>",
    "<td>",
    "<th rowspan=3>",
    "<td colspan='9'>",
    "</td>",
    "</tr>",
    "</table>",
    "<!--",
    "-->",
    "<br>",
    "Title",
    "Year",
]
SIGNS = ["|", "---", "\n", "+", ":-", "\\|", "Title", "[a](b)", "**", "`", "<br>", "\r\n", "="]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=2), max_size=30).map("".join))
@example("<td></table><td>")
def test_any_tags_make_rows_in_order(text: str) -> None:
    places = [row.place for rows in hypertext.find_tables(text) for row in rows]
    assert all(before.end <= after.start for before, after in pairwise(places))
    assert all(0 <= place.start < place.end <= len(text) for place in places)


@given(st.lists(st.sampled_from(SIGNS) | st.text(max_size=2), max_size=30).map("".join))
def test_any_signs_make_rows_in_order(text: str) -> None:
    places = [row.place for rows in markdown.find_tables(text) for row in rows]
    assert all(before.end <= after.start for before, after in pairwise(places))
    assert all(0 <= place.start < place.end <= len(text) for place in places)
