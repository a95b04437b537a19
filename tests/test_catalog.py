"""The catalog: a sequence of papers that can be asked, cut, joined and shown."""

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat import Author, Catalog, Paper
from papercat.catalog.selection import Wanted
from papercat.models import FrozenMap
from papercat.models.paper import FIELDS
from papercat.search.fields import ALIASES

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


SPEECH = Paper(
    title="Learning to Understand Child-directed and Adult-directed Speech",
    authors=(
        Author(family="Gelderloos", given="Lieke"),
        Author(family="Chrupała", given="Grzegorz"),
        Author(family="Alishahi", given="Afra"),
    ),
    venue="Proceedings of ACL 2020",
    year=2020,
    month=7,
    type="inproceedings",
    keywords=("Machine Learning", "théorie"),
    abstract="Speech directed to children differs from adult-directed speech.",
    url="https://aclanthology.org/2020.acl-main.1/",
    extra=FrozenMap({"ISBN": "978-1-952148-25-5"}),
)
SHELF = Catalog([PEREZ, SHARMA, ATLAS, BEETHOVEN, OLD, SPEECH])
WHERE: list[tuple[dict[str, object], list[Paper]]] = [
    ({}, list(SHELF)),
    ({"year": 2022}, [PEREZ]),
    ({"year": (2000, None)}, [PEREZ, SPEECH]),
    ({"year": (None, 1998)}, [BEETHOVEN, OLD]),
    ({"year": (None, None)}, [PEREZ, BEETHOVEN, OLD, SPEECH]),
    ({"year": (2022, 2020)}, []),
    ({"year": {1998, 2020}}, [OLD, SPEECH]),
    ({"year": [2022]}, [PEREZ]),
    ({"year": range(1990, 2021)}, [OLD, SPEECH]),
    ({"year": None}, [SHARMA, ATLAS]),
    ({"year": lambda year: year is not None and year % 2 == 0}, [PEREZ, BEETHOVEN, OLD, SPEECH]),
    ({"month": 7}, [SPEECH]),
    ({"author": "Chrupala, G."}, [SPEECH]),
    ({"authors": Author(family="Perez")}, [PEREZ]),
    ({"author": "Chrupala, G.", "year": (None, 2019)}, []),
    ({"author": None}, [OLD]),
    ({"title": "child directed"}, [SPEECH]),
    ({"title": "LEARNING TO"}, [SPEECH]),
    ({"title": "model-written evaluations"}, [PEREZ]),
    ({"title": "evaluation"}, []),
    ({"title": "language behaviors"}, []),
    ({"title": ""}, list(SHELF)),
    ({"venue": "ACL"}, [SPEECH]),
    ({"venue": "AC"}, []),
    ({"journal": "acl 2020"}, [SPEECH]),
    ({"keyword": "machine learning"}, [SPEECH]),
    ({"keywords": "theorie"}, [SPEECH]),
    ({"keyword": "learn"}, []),
    ({"type": "inproceedings"}, [SPEECH]),
    ({"arxiv": "https://arxiv.org/abs/2212.09251v2"}, [PEREZ]),
    ({"doi": "doi:10.1016/J.PHYSLETB.2012.08.020"}, [ATLAS]),
    ({"doi": "nothing"}, []),
    ({"has": "abstract"}, [SPEECH]),
    ({"has": ("arxiv", "title")}, [PEREZ]),
    ({"lacks": "authors"}, [OLD]),
    ({"lacks": ["year", "doi"]}, [SHARMA]),
    ({"has": "arxiv", "lacks": "title"}, [OLD]),
]
REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"autor": "Perez"}, "no field 'autor'; did you mean author?"),
    ({"yaer": 2020}, "did you mean year?"),
    ({"xyz": 1}, "they have title"),
    ({"has": "abstrct"}, "did you mean abstract?"),
    ({"has": 3}, "has= is the name of a field"),
    ({"year": "2020"}, "year cannot be asked for '2020'"),
    ({"year": ("2019", 2020)}, "year cannot be asked for"),
    ({"title": 7}, "title cannot be asked for 7"),
    ({"author": 7}, "author cannot be asked for 7"),
]


@pytest.mark.parametrize(("wanted", "papers"), WHERE, ids=[str(wanted) for wanted, _ in WHERE])
def test_where_takes_fields(wanted: dict[str, Any], papers: list[Paper]) -> None:
    found = SHELF.where(**wanted)
    assert isinstance(found, Catalog)
    assert list(found) == papers


@pytest.mark.parametrize(("wanted", "told"), REFUSED, ids=[str(wanted) for wanted, _ in REFUSED])
def test_where_refuses_what_papers_do_not_have(wanted: dict[str, Any], told: str) -> None:
    with pytest.raises(TypeError, match=re.escape(told)):
        SHELF.where(**wanted)


@given(st.text(max_size=20))
def test_where_takes_any_text(text: str) -> None:
    for field in ("title", "venue", "author", "arxiv", "doi", "keyword", "extra", "variants", "sources"):
        wanted: Any = {field: text}
        assert set(SHELF.where(**wanted)) <= set(SHELF)


def test_where_looks_into_what_papers_have_besides() -> None:
    one = pc.parse("@inproceedings{a, title={Sleeper Agents}, editor={Bai, Yuntao}} @misc{b, title={Red Teaming}}", name="refs.bib")
    corrected = one.correct("b", title="Red Teaming Language Models")
    assert corrected.where(extra="yuntao").keys == ("a",)
    assert corrected.where(variants="red teaming").keys == ("b",)
    assert corrected.where(sources="by hand").keys == ("b",)
    assert corrected.where(sources="refs.bib").keys == ("a", "b")


def test_type_checkers_know_what_where_takes() -> None:
    with pytest.raises(TypeError, match="did you mean year"):
        SHELF.where(yaer=2020)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="year cannot be asked for"):
        SHELF.where(year="2020")  # type: ignore[arg-type]
    names = {*FIELDS, *ALIASES, "has", "lacks"}
    assert set(Wanted.__annotations__) == names


def test_where_takes_a_function_and_fields() -> None:
    assert list(SHELF.where(lambda paper: len(paper.authors) > 1, has="arxiv")) == [PEREZ]


@pytest.mark.parametrize(
    ("key", "paper"),
    [
        ("978-1-952148-25-5", SPEECH),
        ("ISBN 9781952148255", SPEECH),
        ("https://www.aclweb.org/anthology/2020.acl-main.1.pdf", SPEECH),
        (" perez2022discovering ", PEREZ),
        ("Perez2022Discovering", PEREZ),
    ],
)
def test_ids_of_every_kind_lead_to_their_paper(key: str, paper: Paper) -> None:
    assert SHELF[key] is SHELF.get(key) is paper
    assert key in SHELF  # type: ignore[comparison-overlap]


def test_an_arxiv_paper_is_found_by_its_doi_and_the_other_way() -> None:
    paper = Paper(doi="10.48550/arxiv.1706.03762")
    assert Catalog([paper])["1706.03762v5"] is Catalog([paper])["10.48550/arXiv.1706.03762"] is paper


def test_no_key_leads_to_none() -> None:
    assert "nothing" not in SHELF  # type: ignore[comparison-overlap]
    assert None not in SHELF


@pytest.mark.parametrize("which", [1.5, None, (1, 2), b"1", [0]])
def test_only_places_slices_and_texts_can_be_asked_for(which: object) -> None:
    with pytest.raises(TypeError, match="a place, a slice, a key or an id"):
        SHELF[which]  # type: ignore[call-overload]


def test_groups_come_in_order_and_none_last() -> None:
    groups = SHELF.group_by("year")
    assert {year: list(papers) for year, papers in groups.items()} == {
        1808: [BEETHOVEN],
        1998: [OLD],
        2020: [SPEECH],
        2022: [PEREZ],
        None: [SHARMA, ATLAS],
    }
    assert list(groups) == [1808, 1998, 2020, 2022, None]
    assert all(isinstance(papers, Catalog) for papers in groups.values())


def test_a_paper_stands_in_the_group_of_each_of_its_authors_and_keywords() -> None:
    by_author = SHELF.group_by("author")
    assert list(by_author["Perez, Ethan"]) == list(by_author["Lukošiūtė, Kamilė"]) == [PEREZ]
    assert list(by_author[None]) == [OLD]
    assert list(SHELF.group_by("keyword")) == ["Machine Learning", "théorie", None]


def test_groups_by_a_function() -> None:
    assert {one: len(papers) for one, papers in SHELF.group_by(lambda paper: bool(paper.arxiv)).items()} == {False: 4, True: 2}
    # values that do not compare keep the order in which they are met
    assert list(SHELF.group_by(lambda paper: paper.year or "unknown")) == [2022, "unknown", 1808, 1998, 2020]
    with pytest.raises(TypeError, match="did you mean year"):
        SHELF.group_by("yeer")


@given(st.lists(st.sampled_from(list(SHELF)), max_size=8), st.sampled_from(["year", "title", "author", "keyword", "venue", "extra"]))
def test_groups_hold_every_paper(papers: list[Paper], by: str) -> None:
    groups = Catalog(papers).group_by(by)
    assert {id(paper) for group in groups.values() for paper in group} == set(map(id, papers))
    assert all(len(group) for group in groups.values())


def test_sorting_is_stable_and_puts_last_what_has_no_value() -> None:
    assert list(SHELF.sort_by("year")) == [BEETHOVEN, OLD, SPEECH, PEREZ, SHARMA, ATLAS]
    assert list(SHELF.sort_by("year", reverse=True)) == [PEREZ, SPEECH, OLD, BEETHOVEN, SHARMA, ATLAS]
    assert list(SHELF.sort_by("title")) == [PEREZ, SPEECH, ATLAS, BEETHOVEN, SHARMA, OLD]
    assert list(SHELF.sort_by("author")) == [ATLAS, BEETHOVEN, SPEECH, PEREZ, SHARMA, OLD]
    assert SHELF.sort_by() == SHELF
    assert list(SHELF.sort_by(lambda paper: len(paper.authors), "year", reverse=[True, False])) == [
        SPEECH,
        PEREZ,
        SHARMA,
        BEETHOVEN,
        ATLAS,
        OLD,
    ]


@pytest.mark.parametrize(("by", "reverse", "error"), [(("yeer",), False, TypeError), (("year",), [True, False], ValueError)])
def test_sorting_refuses(by: tuple[str, ...], reverse: bool | list[bool], error: type[Exception]) -> None:  # noqa: FBT001  a case
    with pytest.raises(error):
        SHELF.sort_by(*by, reverse=reverse)


@given(st.permutations(list(SHELF)), st.booleans())
def test_sorting_gives_one_order(papers: list[Paper], reverse: bool) -> None:  # noqa: FBT001  drawn
    order = Catalog(papers).sort_by("year", "title", "venue", reverse=reverse)
    assert order == SHELF.sort_by("year", "title", "venue", reverse=reverse)


def test_parts_know_their_issues_as_a_look_at_every_place_does(one: Catalog) -> None:
    groups = one.group_by("year")
    for papers in groups.values():
        others = [(source.name, source.start, source.end) for paper in one if paper not in papers for source in paper.sources]
        for issue in one.issues:
            place = issue.source
            is_theirs = place is not None and any(
                name == place.name and start <= place.start and place.end <= end for name, start, end in others
            )
            if is_theirs:
                assert issue not in papers.issues
    assert {issue for papers in groups.values() for issue in papers.issues} == set(one.issues)


def test_catalogs_add_up_as_lists_do() -> None:
    assert sum([SHELF, CATALOG]) == SHELF + CATALOG
    assert SHELF[:2] + SHELF[2:] == SHELF
    assert SHELF.__add__([PEREZ]) is NotImplemented  # type: ignore[operator]
    assert SHELF.__radd__(1) is NotImplemented


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


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda: pc.parse(None), "parse() takes a text or bytes, not NoneType"),  # type: ignore[arg-type]
        (lambda: pc.Catalog("Sleeper Agents"), "a catalog holds papers, not str"),  # type: ignore[arg-type]
        (lambda: pc.Catalog([pc.Paper(title="Sleeper Agents"), {"title": "Sycophancy"}]), "holds papers, not dict"),  # type: ignore[list-item]
        (lambda: pc.Catalog().get(3), "not by int; cat[0] gives the first"),  # type: ignore[call-overload]
    ],
    ids=["parse", "a text for a catalog", "a dict for a paper", "get"],
)
def test_what_is_of_no_use_is_told(ask: Callable[[], object], told: str) -> None:
    with pytest.raises(TypeError, match=re.escape(told)):
        ask()


def test_a_hit_and_an_input_are_shown_in_short(raw: Path) -> None:
    cat = pc.read(raw / "askell-listing.txt")
    assert re.fullmatch(r"Hit\(paper=<Paper: Sharma, .*>, score=[01]\.\d\d\)", repr(cat.find("sycophancy")[0]))
    assert re.fullmatch(r"<Input: .*askell-listing.txt, listing, utf-8, 26,839 characters, 10 papers>", repr(cat.inputs[0]))


@pytest.mark.parametrize("papers", ["refs.bib", [{"title": "Sleeper Agents"}], [None]], ids=["path", "dicts", "none"])
def test_a_catalog_holds_papers_and_nothing_else(papers: Any) -> None:  # noqa: ANN401  what careless users give
    with pytest.raises(TypeError, match="a catalog holds papers"):
        pc.Catalog(papers)
    with pytest.raises(TypeError, match="a catalog holds papers"):
        pc.Catalog().add(papers)


def test_parts_of_one_catalog_joined_again_account_for_each_input_once(seeds: Catalog) -> None:
    again = seeds[:2] + seeds[2:]
    assert again.inputs == seeds.inputs
    assert set(again.issues) == set(seeds.issues)
    assert len(again.issues) == len(seeds.issues)
    assert str(again.receipt()) == str(seeds.receipt())
    groups = sum(seeds.group_by("year").values(), Catalog())
    assert groups.inputs == seeds.inputs
    assert len(groups.issues) == len(seeds.issues)
    assert (again + again).inputs == seeds.inputs


def test_texts_of_one_name_are_not_taken_for_one() -> None:
    one, other = pc.parse("@misc{a, title={Sleeper Agents}} junk"), pc.parse("@misc{b, title={Sycophancy here}} junk")
    both = one + other
    assert [len(both), len(both.inputs), len(both.issues)] == [2, 2, len(one.issues) + len(other.issues)]
    assert len((one + Catalog([PEREZ], issues=one.issues)).issues) == 2 * len(one.issues)  # no input says that it is the same text
