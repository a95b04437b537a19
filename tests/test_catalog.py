"""The catalog: a sequence of papers that can be asked, cut, joined and shown."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat import Author, Catalog, Paper

PEREZ = Paper(
    title="Discovering Language Model Behaviors with Model-Written Evaluations",
    authors=(Author(family="Perez", given="Ethan"), Author(family="Lukošiūtė", given="Kamilė")),
    arxiv="2212.09251",
    year=2022,
)
SHARMA = Paper(
    title="Towards Understanding Sycophancy", authors=(Author(family="Sharma", given="Mrinank"), Author(family="Bowman", given="Samuel R."))
)
ATLAS = Paper(title="Observation of a new particle", authors=(Author(literal="ATLAS Collaboration"),), doi="10.1016/j.physletb.2012.08.020")
BEETHOVEN = Paper(title="Symphony No. 5", authors=(Author(family="Beethoven", given="Ludwig", particle="van"),), year=1808)
OLD = Paper(arxiv="hep-th/9711200", year=1998)
CATALOG = Catalog([PEREZ, SHARMA, ATLAS, BEETHOVEN, OLD])
SPELLINGS = [
    ("2212.09251", PEREZ),
    ("arXiv:2212.09251v2", PEREZ),
    ("https://arxiv.org/abs/2212.09251", PEREZ),
    ("10.48550/arXiv.2212.09251", PEREZ),
    ("perez2022discovering", PEREZ),
    ("hep-th/9711200", OLD),
    ("HEP-TH/9711200v3", OLD),
    ("arxivhepth9711200", OLD),
    ("10.1016/j.physletb.2012.08.020", ATLAS),
    ("https://doi.org/10.1016/J.PHYSLETB.2012.08.020", ATLAS),
    ("doi:10.1016/j.physletb.2012.08.020", ATLAS),
]
BY: list[tuple[str | Author, list[Paper]]] = [
    ("Perez, Ethan", [PEREZ]),
    ("Ethan Perez", [PEREZ]),
    ("perez, e.", [PEREZ]),
    ("Perez", [PEREZ]),
    ("E. Perez", [PEREZ]),
    ("Lukosiute, Kamile", [PEREZ]),
    ("K. Lukošiūtė", [PEREZ]),
    ("Bowman, S. R.", [SHARMA]),
    ("Samuel R. Bowman", [SHARMA]),
    ("van Beethoven, Ludwig", [BEETHOVEN]),
    ("Ludwig van Beethoven", [BEETHOVEN]),
    ("ATLAS Collaboration", [ATLAS]),
    (Author(literal="ATLAS Collaboration"), [ATLAS]),
    (Author(family="Perez"), [PEREZ]),
    (Author(family="Beethoven", given="L.", particle="van"), [BEETHOVEN]),
    ("Perez, Sam", []),
    ("Bowman, T.", []),
    ("Sharma, Samuel", []),
    ("Ethan", []),
    ("", []),
    (" ", []),
    (",", []),
]


# -- a sequence


def test_it_is_a_sequence_of_papers() -> None:
    assert isinstance(CATALOG, Sequence)
    assert len(CATALOG) == 5
    assert list(CATALOG) == [PEREZ, SHARMA, ATLAS, BEETHOVEN, OLD]
    assert next(reversed(CATALOG)) == OLD
    assert (CATALOG[0], CATALOG[-1]) == (PEREZ, OLD)
    assert PEREZ in CATALOG
    assert Paper() not in CATALOG
    assert (CATALOG.index(SHARMA), CATALOG.count(SHARMA)) == (1, 1)
    assert not Catalog()


@pytest.mark.parametrize("place", [5, -6, 100])
def test_no_paper_stands_there(place: int) -> None:
    with pytest.raises(IndexError):
        CATALOG[place]


@given(st.slices(5))
def test_a_slice_is_a_catalog_of_that_part(part: slice) -> None:
    cut = CATALOG[part]
    assert isinstance(cut, Catalog)
    assert list(cut) == list(CATALOG)[part]


def test_a_part_keeps_its_own_issues_and_the_inputs(one: Catalog, seeds: Catalog) -> None:
    imitation = one.where(lambda paper: str(paper.title).startswith("Beyond the Imitation Game"))
    # the heading in line 1 is about no paper
    assert {issue.source.line for issue in imitation.issues if issue.source} == {1, 21}
    assert [issue for issue in seeds.issues if issue.code == "given-name-missing"] == [
        issue for issue in imitation.issues if issue.code == "given-name-missing"
    ]
    assert imitation.inputs == one.inputs
    assert imitation.merges == ()
    assert one.where(lambda paper: paper.arxiv == "2212.09251").merges == one.merges


def test_adding_catalogs_keeps_everything(seeds: Catalog) -> None:
    both = seeds + CATALOG
    assert both.papers == seeds.papers + CATALOG.papers
    assert both.issues == seeds.issues
    assert both.inputs == seeds.inputs
    assert (Catalog() + CATALOG, CATALOG + Catalog()) == (CATALOG, CATALOG)
    assert sum([CATALOG, seeds], Catalog()) == CATALOG + seeds


def test_catalogs_compare_and_hash_by_their_papers() -> None:
    assert Catalog(list(CATALOG)) == CATALOG
    assert hash(Catalog(list(CATALOG))) == hash(CATALOG)
    backwards = CATALOG[::-1]
    assert backwards != CATALOG
    assert list(CATALOG) != CATALOG


def test_no_operation_changes_the_catalog() -> None:
    before = CATALOG.papers
    CATALOG.dedup(), CATALOG.find("perez"), CATALOG.by("Perez"), CATALOG[1:], CATALOG + CATALOG, CATALOG.to_bibtex()
    assert CATALOG.papers is before


# -- looking up


@pytest.mark.parametrize(("key", "paper"), SPELLINGS, ids=[key for key, _ in SPELLINGS])
def test_a_paper_is_found_by_key_and_by_id_in_any_spelling(key: str, paper: Paper) -> None:
    assert CATALOG[key] is paper
    assert CATALOG.get(key) is paper


@pytest.mark.parametrize("key", ["", "nothing", "2212.09252", "10.1016/other", "Perez2022", "\ud800", "0", "title"])
def test_what_is_not_there_is_none_or_an_error(key: str) -> None:
    assert CATALOG.get(key) is None
    with pytest.raises(pc.PaperNotFoundError) as caught:
        CATALOG[key]
    assert isinstance(caught.value, KeyError)
    assert caught.value.key == key
    assert str(caught.value).startswith("no paper with key")


@pytest.mark.parametrize(
    ("key", "suggestion"),
    [("2212.09252", "2212.09251"), ("perez2022discoverin", "perez2022discovering"), ("hep-th/9711201", "hep-th/9711200")],
)
def test_the_error_names_what_comes_near(key: str, suggestion: str) -> None:
    with pytest.raises(pc.PaperNotFoundError, match="did you mean") as caught:
        CATALOG[key]
    assert caught.value.suggestions[0] == suggestion
    assert suggestion in str(caught.value)


def test_the_error_names_nothing_where_nothing_comes_near() -> None:
    with pytest.raises(pc.PaperNotFoundError) as caught:
        CATALOG["zzzz"]
    assert caught.value.suggestions == ()
    assert str(caught.value) == "no paper with key 'zzzz'"


def test_of_two_records_with_one_id_the_first_is_given() -> None:
    twin = Paper(arxiv="2212.09251", comment="updated")
    assert Catalog([PEREZ, twin])["2212.09251"] is PEREZ
    assert Catalog([twin, PEREZ])["2212.09251"] is twin


@pytest.mark.parametrize(("author", "papers"), BY, ids=[str(author) or "nothing" for author, _ in BY])
def test_papers_by_an_author(author: str | Author, papers: list[Paper]) -> None:
    assert list(CATALOG.by(author)) == papers


def test_where_takes_any_test(one: Catalog) -> None:
    assert len(one.where(lambda paper: paper.year == 2023)) == 3
    assert one.where(lambda _: True) == one
    assert one.where(lambda _: False) == Catalog()
    assert len(one.by("Bowman, S.").where(lambda paper: "sycophancy" in str(paper.title).lower())) == 1


# -- writing


@pytest.mark.parametrize(("name", "begin"), [("refs.bib", "@"), ("refs.BIB", "@"), ("refs.json", "[")])
def test_a_suffix_tells_the_format(tmp_path: Path, name: str, begin: str) -> None:
    CATALOG.write(tmp_path / name)
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert text.startswith(begin)
    assert len(pc.read(tmp_path / name)) == len(CATALOG)
    assert "\r" not in text
    assert text.endswith("\n")


def test_a_format_overrules_the_suffix(tmp_path: Path) -> None:
    CATALOG.write(tmp_path / "refs.txt", format="json")
    CATALOG.write(str(tmp_path / "refs.json"), format="bibtex")
    assert (tmp_path / "refs.txt").read_text(encoding="utf-8") == CATALOG.to_json()
    assert (tmp_path / "refs.json").read_text(encoding="utf-8") == CATALOG.to_bibtex()


@pytest.mark.parametrize(("name", "format_"), [("refs.docx", None), ("refs", None), ("refs.bib", "docx")])
def test_an_unknown_format_is_refused_before_anything_is_written(tmp_path: Path, name: str, format_: str | None) -> None:
    with pytest.raises(pc.OutputError, match="known are bibtex") as caught:
        CATALOG.write(tmp_path / name, format_)
    assert isinstance(caught.value, ValueError)
    assert list(tmp_path.iterdir()) == []


def test_plain_values(one: Catalog) -> None:
    assert [Paper.from_dict(values) for values in one.to_dicts()] == list(one)
    assert json.loads(one.to_json()) == one.to_dicts()
    assert (one.dumps(), one.dumps("json")) == (one.to_bibtex(), one.to_json())
    with pytest.raises(pc.OutputError):
        one.dumps("docx")


# -- showing


def test_a_repr_is_one_short_line(one: Catalog) -> None:
    assert repr(Catalog()) == "<Catalog: 0 papers, 0 issues>"
    assert repr(Catalog([PEREZ])) == "<Catalog: 1 paper, 0 issues>"
    assert repr(one) == f"<Catalog: 16 papers, 1 merged, {len(one.issues)} issues>"


def test_the_table_of_a_notebook_is_escaped_and_small(one: Catalog) -> None:
    shown = (one + Catalog([Paper(title="<script>alert('x')</script> & more", authors=(Author(family="<b>Perez</b>"),))]))._repr_html_()
    assert "<script>" not in shown
    assert "<b>Perez" not in shown
    assert "&lt;script&gt;" in shown
    assert "(untitled) arXiv:1906.01820" in shown
    assert "http" not in shown.replace("https://www.evals", "")
    many = Catalog([PEREZ] * 1000)._repr_html_()
    assert many.count("<tr>") == 21
    assert "first 20 shown" in many
    assert len(many) < 20_000


def test_every_public_name_shows_itself_on_one_line(one: Catalog) -> None:
    for thing in (
        one,
        one[0],
        one[0].sources[0],
        one.issues[0],
        one.merges[0],
        one.receipt(),
        one.find("sycophancy")[0],
        one[8].authors[0],
    ):
        assert len(repr(thing).splitlines()) == 1
    for thing in (one, one[3], one.merges[0], one.receipt()):
        assert thing._repr_html_().startswith("<")
