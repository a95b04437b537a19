"""The report: one file, everything escaped, what differs marked, and small."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat import Author, Issue, Paper, Source
from papercat.dedup import Group, Pair
from papercat.report import render
from papercat.report.charts import coauthors, layout, years
from papercat.report.duplicates import differences

MAX_BYTES = 1_000_000


class Elements(HTMLParser):
    """The tags of a page and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.handlers: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action", "xlink:href", "data")]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_users_dumps_are_on_a_page(one: pc.Catalog, tmp_path: Path) -> None:
    one.report(tmp_path / "report.html")
    page = Elements((tmp_path / "report.html").read_text(encoding="utf-8"))
    assert "Towards Understanding Sycophancy in Language Models" in page.text
    assert "data/raw/askell-listing.txt:26" in page.text.replace(str(Path(__file__).parents[2]) + "/", "")
    assert all(address.startswith("#") for address in page.addresses)
    assert page.tags.count("script") == 1


@given(papers=st.lists(st.from_type(Paper), max_size=3))
def test_no_paper_puts_an_element_on_the_page(papers: list[Paper]) -> None:
    plain = Paper(title="Sleeper Agents", abstract="Humans", authors=(Author(family="Bai"), Author(family="Ndousse")), year=2022)
    known = set(
        Elements(
            render([plain], ["key"], _issues("x"), [Group((plain, plain), (Pair(0, 1, 9.0),), "maybe", refusals=("not joined",))])
        ).tags
    )
    cases = [Group((paper, paper), (Pair(0, 1, 9.0),), "same", refusals=(paper.label,)) for paper in papers]
    page = Elements(render(papers, [paper.label for paper in papers], _issues(*(paper.label for paper in papers)), cases, "a</title>"))
    assert set(page.tags) <= known | {"mark", "i", "b", "h3", "line", "circle", "text"}
    assert page.tags.count("script") == 1
    assert page.handlers == []
    assert all(address.startswith("#") for address in page.addresses)


def _issues(*texts: str) -> list[Issue]:
    source = Source(name="a<b>.txt", line=1, start=0, end=1)
    return [Issue(code="block-kept", message=text, source=source, raw=text) for text in texts]


def test_a_thousand_papers_take_less_than_a_megabyte(seeds: pc.Catalog) -> None:
    papers = [paper for paper in seeds if paper.abstract] * 100
    papers = papers[:1000]
    issues = list(seeds.issues) * 50
    page = render(papers, ["srivastava2022beyond"] * len(papers), issues)
    assert len(page.encode()) < MAX_BYTES


DIFFERENCES = [
    ("Sleeper Agents", "Sleeper Agents", "Sleeper Agents"),
    ("Sleeper Agents", "Sleeping Agents", "<mark>Sleeping</mark> Agents"),
    ("", "Sleeper", "<mark>Sleeper</mark>"),
    ("a b c", "a c", "a c"),
    ("in vivo", "in <b>vitro", "in <mark>&lt;b&gt;vitro</mark>"),
]


@pytest.mark.parametrize(("known", "value", "shown"), DIFFERENCES)
def test_what_differs_is_marked(known: str, value: str, shown: str) -> None:
    assert differences(known, value) == shown


def test_a_drawing_of_years_counts_each(seeds: pc.Catalog) -> None:
    drawn = years(seeds.papers)
    assert drawn.count("<rect") == len({paper.year for paper in seeds if paper.year})
    assert "without a year" in drawn


def test_years_far_apart_make_no_wide_drawing() -> None:
    papers = [Paper(title="Philosophical Transactions", year=1665), Paper(title="Sleeper Agents", year=2024)]
    assert years(papers).count("<text") == 4


def test_a_collaboration_draws_no_net() -> None:
    crowd = tuple(Author(family=f"Author{number}") for number in range(3000))
    assert coauthors([Paper(title="Observation of a new particle", authors=crowd)]) == ""


def test_a_layout_is_always_the_same(seeds: pc.Catalog) -> None:
    assert coauthors(seeds.papers) == coauthors(tuple(reversed(seeds.papers)))


def test_names_keep_apart() -> None:
    people = [f"p{number}" for number in range(40)]
    places = layout(people, {(a, b): 1 for a in people for b in people if a < b})
    assert len({(round(x), round(y)) for x, y in places.values()}) == len(people)


def test_an_empty_catalog_has_a_page() -> None:
    page = Elements(render((), ()))
    assert "Papers" in page.text
    assert page.tags.count("tr") == 1
