"""Catalogs as frames and records, and records of others as catalogs."""

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat import Author, Catalog, MissingExtraError, Paper
from papercat.models import FrozenMap, Source, Variant

PEREZ = Paper(
    title="Discovering Language Model Behaviors with Model-Written Evaluations",
    authors=(
        Author(family="Perez", given="Ethan"),
        Author(literal="Anthropic"),
        Author(family="Beethoven", given="Ludwig", particle="van"),
    ),
    arxiv="2212.09251",
    year=2022,
    month=12,
    keywords=("language models", "evaluation"),
    extra=FrozenMap({"arxiv-version": "1", "note": "x"}),
    inferred=("year",),
    variants=(Variant(field="title", value="Discovering behaviors"),),
    sources=(Source(name="a.txt", line=3, start=10, end=20, field="title"),),
)
OLD = Paper(arxiv="hep-th/9711200", extra=FrozenMap({"place": "Princeton"}))
BARE = Paper(title="Sleeper Agents")
CATALOG = Catalog([PEREZ, OLD, BARE, Paper()])
WORD = st.text(alphabet="abcé 学ß'\"\\,;{}[]", min_size=1, max_size=8).filter(lambda text: text.strip() != "")
NAMES = st.builds(Author, family=WORD, given=st.none() | WORD)
PAPERS = st.builds(
    Paper,
    title=st.none() | WORD,
    authors=st.lists(NAMES, min_size=1, max_size=3).map(tuple),
    year=st.none() | st.integers(1450, 2100),
    keywords=st.lists(WORD, max_size=2).map(tuple),
    extra=st.dictionaries(WORD, WORD, max_size=2).map(FrozenMap),
)


def by_pandas(cat: Catalog) -> Any:  # noqa: ANN401  a frame
    pytest.importorskip("pandas")
    return cat.to_pandas()


def by_polars(cat: Catalog) -> Any:  # noqa: ANN401  a frame
    pytest.importorskip("polars")
    return cat.to_polars()


def by_dicts(cat: Catalog) -> Any:  # noqa: ANN401  records
    return cat.to_dicts()


def by_columns(cat: Catalog) -> Any:  # noqa: ANN401  columns
    return by_polars(cat).to_dict(as_series=False)


def by_arrow(cat: Catalog) -> Any:  # noqa: ANN401  something of which only this is known
    frame = by_polars(cat)
    return SimpleStream(frame)


class SimpleStream:
    """What gives Arrow data and nothing else."""

    def __init__(self, frame: Any) -> None:  # noqa: ANN401  a frame
        self._frame = frame

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._frame.__arrow_c_stream__(requested_schema)


ROADS = [by_dicts, by_pandas, by_polars, by_columns, by_arrow]


@pytest.mark.parametrize("road", ROADS)
@pytest.mark.parametrize("cat", [CATALOG, Catalog([PEREZ]), Catalog([OLD]), Catalog([BARE])], ids=["all", "full", "id", "title"])
def test_papers_come_back_as_they_were(road: Callable[[Catalog], Any], cat: Catalog) -> None:
    back = Catalog.from_records(road(cat))
    assert back == cat
    assert back.issues == ()


@pytest.mark.parametrize("road", ROADS)
def test_the_papers_of_real_dumps_come_back(road: Callable[[Catalog], Any], one: Catalog) -> None:
    assert Catalog.from_records(road(one)) == one


@pytest.mark.parametrize("road", [by_dicts, by_pandas, by_polars])
def test_nothing_comes_back_from_nothing(road: Callable[[Catalog], Any]) -> None:
    assert Catalog.from_records(road(Catalog())) == Catalog()


@pytest.mark.parametrize("road", [by_dicts, by_pandas, by_polars])
@given(papers=st.lists(PAPERS, min_size=1, max_size=4))
def test_any_papers_come_back(road: Callable[[Catalog], Any], papers: list[Paper]) -> None:
    assert list(Catalog.from_records(road(Catalog(papers)))) == papers


def test_frames_have_the_same_columns_and_types_whatever_the_papers_have() -> None:
    polars = pytest.importorskip("polars")
    assert CATALOG.to_polars().schema == Catalog().to_polars().schema == Catalog([OLD]).to_polars().schema
    assert CATALOG.to_polars()["year"].dtype == polars.Int64
    pytest.importorskip("pandas")
    full, empty = CATALOG.to_pandas(), Catalog().to_pandas()
    assert list(full.columns) == list(empty.columns)
    assert list(full.dtypes) == list(empty.dtypes)
    assert list(full.index) == list(CATALOG.keys)
    assert full.loc["perez2022discovering", "year"] == 2022


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_a_library_that_is_not_there_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtraError, match=f"{name} is not installed: pip install 'papercat\\[{name}\\]'") as caught:
        getattr(CATALOG, f"to_{name}")()
    assert isinstance(caught.value, ImportError)
    assert caught.value.name == name


def test_arrow_data_wants_a_library_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = by_arrow(CATALOG)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert Catalog.from_records(stream) == CATALOG
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MissingExtraError, match="Arrow data wants polars"):
        Catalog.from_records(stream)


# -- what others hold


class Row(NamedTuple):
    Title: str
    Authors: str
    Year: int


AGENTS = {"title": "Sleeper Agents", "authors": ["Hubinger, Evan", "Denison, Carson"], "year": 2024}
PARTS = [{"family": "Hubinger", "given": "Evan"}, {"family": "Denison", "given": "Carson"}]
SHAPES: list[tuple[str, object]] = [
    ("own", {"title": "Sleeper Agents", "authors": PARTS, "year": 2024}),
    ("table", {"Article Title": "Sleeper Agents", "Author(s)": "Hubinger, Evan; Denison, Carson", "Year": "2024"}),
    ("german", {"Titel": "Sleeper Agents", "Verfasser": "Hubinger, Evan; Denison, Carson", "Jahr": 2024}),
    ("chinese", {"标题": "Sleeper Agents", "作者": "Evan Hubinger; Carson Denison", "年份": 2024}),
    ("float year", {"title": "Sleeper Agents", "authors": "Evan Hubinger and Carson Denison", "year": 2024.0, "abstract": float("nan")}),
    ("list", {"title": " Sleeper  Agents", "author": ["Evan Hubinger", "Carson Denison"], "date": dt.date(2024, 1, 10)}),
    ("tuple", Row("Sleeper Agents", "Hubinger, Evan; Denison, Carson", 2024)),
    ("csl", {"title": "Sleeper Agents", "author": PARTS, "issued": {"date-parts": [[2024]]}}),
]


@pytest.mark.parametrize("row", [row for _, row in SHAPES], ids=[name for name, _ in SHAPES])
def test_columns_of_any_name_are_known(row: object) -> None:
    (paper,) = Catalog.from_records([row])
    found = {"title": paper.title, "authors": [author.inverted for author in paper.authors], "year": paper.year}
    assert found == AGENTS


def test_columns_are_told_from_all_rows() -> None:
    rows = [
        {"Title": "Sleeper Agents"},
        {"Authors": "Hubinger, Evan", "Title": "Risks from Learned Optimization"},
        {"Track": "Oral", "Title": "A"},
    ]
    cat = Catalog.from_records(rows)
    assert [paper.title for paper in cat] == ["Sleeper Agents", "Risks from Learned Optimization", "A"]
    assert cat[1].authors == (Author(family="Hubinger", given="Evan"),)
    assert cat[2].extra == {"Track": "Oral"}


def test_papers_catalogs_dicts_and_columns_are_records() -> None:
    assert Catalog.from_records(CATALOG) == Catalog.from_records(list(CATALOG)) == Catalog.from_records(iter(CATALOG)) == CATALOG
    assert Catalog.from_records({"title": "Sleeper Agents"}) == Catalog([BARE])
    assert [paper.year for paper in Catalog.from_records({"title": ["A study", "B study"], "year": [2020, None]})] == [2020, None]
    assert Catalog.from_records(frame()) == Catalog([BARE])


def frame() -> object:
    """Make what has the manner of a pandas frame."""
    return SimpleNamespace(columns=["title"], to_dict=lambda _: [{"title": "Sleeper Agents"}])


BROKEN: list[tuple[object, str, int]] = [
    (None, "entry-broken", 0),
    (7, "entry-broken", 0),
    ("Sleeper Agents", "entry-broken", 0),
    (b"\xff", "entry-broken", 0),
    (["a", "b"], "entry-broken", 0),
    ({"title": None}, "block-kept", 0),
    ({"title": float("nan"), "authors": []}, "block-kept", 0),
    ({"authors": {"a": {"b": 1}}, "x": {}}, "block-kept", 0),
]


@pytest.mark.parametrize(("row", "code", "papers"), BROKEN, ids=[repr(row) for row, *_ in BROKEN])
def test_a_row_that_is_no_paper_is_an_issue_with_its_number(row: object, code: str, papers: int) -> None:
    cat = Catalog.from_records([{"title": "Sleeper Agents"}, row, {"title": "A study"}], name="frame")
    assert len(cat) == 2 + papers
    (issue,) = cat.issues
    assert issue.source is not None
    assert (issue.code, issue.source.name, issue.source.line) == (code, "frame", 2)
    assert issue.raw


def test_damaged_text_is_repaired_and_told_with_its_row() -> None:
    cat = Catalog.from_records([{"Title": "A"}, {"Title": "On accents", "Authors": "Mindermann, Sรถren; Lukoลกiลซtฤ, Kamilฤ"}])
    assert cat[1].authors[0].given == "Sören"
    assert {(issue.source.line if issue.source else 0) for issue in cat.issues} == {2}


def test_a_value_that_no_paper_can_have_is_kept() -> None:
    (paper,) = cat = Catalog.from_records([{"title": "Sleeper Agents", "year": 20244, "doi": "not one"}])
    assert paper.title == "Sleeper Agents"
    kept = [*paper.extra.values(), *(issue.raw for issue in cat.issues)]
    assert any("20244" in text for text in kept)
    assert any("not one" in text for text in kept)


@pytest.mark.parametrize("records", ["Sleeper Agents", b"x", 7, None, 1.5])
def test_what_holds_no_records_is_refused(records: object) -> None:
    with pytest.raises(TypeError):
        Catalog.from_records(records)


def test_columns_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="title 2, year 1"):
        Catalog.from_records({"title": ["A", "B"], "year": [2020]})


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.binary(max_size=3) | st.dates() | st.decimals(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4) | st.integers(), inner, max_size=3),
    max_leaves=6,
)
LABELS = st.sampled_from(["title", "Authors", "year", "doi", "Jahr", "x", "extra", "sources", "key", ""]) | st.text(max_size=5)


@given(st.lists(VALUES | st.dictionaries(LABELS, VALUES, max_size=4), max_size=4))
def test_any_rows_are_read_or_told(rows: list[object]) -> None:
    cat = Catalog.from_records(rows)
    lines = {issue.source.line for issue in cat.issues if issue.source}
    assert len(cat) + len(lines) >= len(rows) or any(isinstance(row, dict) for row in rows)
    cat.to_bibtex()


def test_values_that_hold_themselves_end() -> None:
    loop: list[object] = []
    loop.append(loop)
    assert len(Catalog.from_records([{"title": "Sleeper Agents", "loop": loop}])) == 1


def test_numbers_of_other_kinds_are_numbers() -> None:
    (paper,) = Catalog.from_records([{"title": "Sleeper Agents", "Year": Decimal(2024), "Volume": 3.0}])
    assert (paper.year, paper.volume) == (2024, "3")


def test_rows_can_come_one_by_one() -> None:
    def rows() -> Iterator[dict[str, str]]:
        yield {"title": "Sleeper Agents"}

    assert Catalog.from_records(rows()) == Catalog([BARE])
