"""What a paper can be: the checks, with what they must refuse, and the ways to carry it about."""

import copy
import dataclasses
import json
import pickle
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

import papercat as pc
from papercat import Author, Paper, Source
from papercat.models import FrozenMap, Variant
from papercat.models.paper import FIELDS, papers_to_json

PEREZ = Paper(
    title="Discovering Language Model Behaviors with Model-Written Evaluations",
    authors=(Author(family="Perez", given="Ethan"), Author(family="Ringer", given="Sam")),
    arxiv="2212.09251",
    year=2022,
    month=12,
    inferred=("year", "month"),
    extra=FrozenMap({"arxiv-version": "1"}),
    variants=(Variant(field="year", value="2023"),),
    sources=(Source(name="page.txt", line=2, start=15, end=82, field="title"),),
)
TEXTS = ("title", "abstract", "venue", "volume", "issue", "pages", "publisher", "url", "comment")

GOOD: list[tuple[str, Any]] = [
    ("arxiv", "2212.09251"),
    ("arxiv", "0704.0001"),
    ("arxiv", "1412.7584"),
    ("arxiv", "1501.00001"),
    ("arxiv", "hep-th/9711200"),
    ("arxiv", "math.GT/0309136"),
    ("arxiv", "cs/0703001"),
    ("doi", "10.1109/cbms.2019.00091"),
    ("doi", "10.1016/s0140-6736(05)17705-4"),
    ("doi", "10.1000.10/123456"),
    ("doi", "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2"),
    ("year", 1450),
    ("year", 2100),
    ("month", 1),
    ("month", 12),
    ("title", "AI"),
    ("title", "On the P ≠ NP question, and 中文 too"),
    ("title", "Using \\emph{TeX} & <b>HTML</b> {as it stands}"),
    ("pages", "e1002106"),
    ("volume", "12A"),
    ("keywords", ("monosemanticity", "sycophancy")),
    ("type", "phdthesis"),
]
BAD: list[tuple[str, Any]] = [
    ("arxiv", "2213.09251"),  # no month 13
    ("arxiv", "2200.09251"),
    ("arxiv", "2212.9251"),  # five digits since 2015
    ("arxiv", "1412.07584"),  # four before
    ("arxiv", "2212.09251v2"),  # the version is no part of it
    ("arxiv", "arXiv:2212.09251"),
    ("arxiv", "https://arxiv.org/abs/2212.09251"),
    ("arxiv", "2212.09251\n"),
    ("arxiv", " 2212.09251"),
    ("arxiv", "0703.0001"),  # the scheme began in April 2007
    ("arxiv", "9711.0200"),
    ("arxiv", "hep-th/9713200"),
    ("arxiv", "hep-th/971120"),
    ("arxiv", "hep-xx/9711200"),
    ("arxiv", "hep-th9711200"),
    ("arxiv", "२२१२.०९२५१"),  # digits, but not of an id
    ("arxiv", ""),
    ("doi", "10.1109/CBMS.2019.00091"),
    ("doi", "https://doi.org/10.1109/cbms"),
    ("doi", "doi:10.1109/cbms"),
    ("doi", "10.1109"),
    ("doi", "10.1109/"),
    ("doi", "10.12/abc"),
    ("doi", "11.1109/cbms"),
    ("doi", "10.1109/cb ms"),
    ("doi", "10.1109/cbms\n"),
    ("doi", "10.1109/cbms\x00"),
    ("year", 1449),
    ("year", 2101),
    ("year", 0),
    ("year", -2022),
    ("year", 2022.5),
    ("year", "in press"),
    ("month", 0),
    ("month", 13),
    ("month", "December"),
    ("authors", ("Perez, Ethan",)),
    ("authors", None),
    ("keywords", "sycophancy"),
    ("keywords", ("",)),
    ("keywords", (" ",)),
    ("keywords", ("re\u0301sume\u0301",)),
    ("type", "PhdThesis"),
    ("type", "phd thesis"),
    ("type", ""),
    ("extra", {"note": 7}),
    ("extra", {"note": "\x00"}),
    ("extra", None),
]


def refused(**values: object) -> bool:
    try:
        Paper(**values)  # type: ignore[arg-type]
    except ValidationError:
        return True
    return False


@pytest.mark.parametrize(("field", "value"), GOOD, ids=[f"{field} {value!s:.40}" for field, value in GOOD])
def test_what_can_be_is_taken_as_it_is(field: str, value: object) -> None:
    assert getattr(Paper(**{field: value}), field) == value  # type: ignore[arg-type]


@pytest.mark.parametrize(("field", "value"), BAD, ids=[f"{field} {value!r:.40}" for field, value in BAD])
def test_what_cannot_be_is_refused(field: str, value: object) -> None:
    assert refused(**{field: value})
    with pytest.raises(ValidationError):
        dataclasses.replace(PEREZ, **{field: value})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    ["", " ", "\u00a0\u2003", "\u200b", "\ufeff", "a\u2028b", "a\nb", "a\rb", "a\tb", "a\x00b", "\x7f", "a\x85b", "e\u0301", "\ud800"],
)
@pytest.mark.parametrize("field", TEXTS)
def test_a_text_is_one_line_in_nfc_with_something_in_it(field: str, text: str) -> None:
    assert refused(**{field: text})


@pytest.mark.parametrize("year", [None, 1450, 2022, 2100])
def test_a_paper_of_which_nothing_else_is_known(year: int | None) -> None:
    paper = Paper(year=year)
    assert (paper.title, paper.authors, paper.year) == (None, (), year)
    assert paper.label == "(nothing known)"


def test_a_field_that_there_is_not_is_refused() -> None:
    with pytest.raises((TypeError, ValidationError)):
        Paper(titel="Sleeper Agents")  # type: ignore[call-arg]
    with pytest.raises((TypeError, ValidationError)):
        Paper.from_dict({"titel": "Sleeper Agents"})
    with pytest.raises((TypeError, ValidationError)):
        Paper.from_dict({"authors": [{"family": "Perez", "middle": "E."}]})


@pytest.mark.parametrize("field", FIELDS)
def test_nothing_of_a_paper_can_be_changed(field: str) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(PEREZ, field, None)
    with pytest.raises(dataclasses.FrozenInstanceError):
        delattr(PEREZ, field)
    assert not isinstance(getattr(PEREZ, field), list | dict | set)


def test_a_paper_keeps_nothing_of_what_it_was_made_of() -> None:
    authors, extra = [Author(family="Perez")], {"note": "accepted"}
    paper = Paper(authors=authors, extra=extra)  # type: ignore[arg-type]
    authors.append(Author(family="Ringer"))
    extra["note"] = "refused"
    assert (len(paper.authors), paper.extra["note"]) == (1, "accepted")


def test_replace_makes_another_paper() -> None:
    other = dataclasses.replace(PEREZ, year=2023)
    assert (PEREZ.year, other.year, other.title) == (2022, 2023, PEREZ.title)
    assert other != PEREZ


@given(st.from_type(Paper))
def test_a_paper_comes_back_from_its_dict(paper: Paper) -> None:
    plain = paper.to_dict()
    assert Paper.from_dict(plain) == paper
    assert Paper.from_dict(json.loads(json.dumps(plain))) == paper
    assert [Paper.from_dict(one) for one in json.loads(papers_to_json([paper, paper]))] == [paper, paper]
    assert not {name for name, value in plain.items() if value in (None, [], {}, "")}


@given(st.from_type(Paper))
def test_a_paper_can_be_pickled_copied_and_hashed(paper: Paper) -> None:
    for twin in (pickle.loads(pickle.dumps(paper)), copy.copy(paper), copy.deepcopy(paper)):  # noqa: S301
        assert twin == paper
        assert hash(twin) == hash(paper)
    assert len({paper, dataclasses.replace(paper)}) == 1


@given(st.from_type(Paper))
def test_every_text_of_a_paper_is_composed(paper: Paper) -> None:
    texts = [getattr(paper, field) for field in TEXTS] + [*paper.keywords, *paper.extra.values()]
    assert all(unicodedata.is_normalized("NFC", text) for text in texts if text)


@given(st.from_type(Paper))
def test_a_paper_is_shown_on_one_line_whatever_is_known(paper: Paper) -> None:
    assert paper.label
    assert str(paper)
    assert len(repr(paper).splitlines()) == 1
    html = paper._repr_html_()
    assert html.startswith("<table>")


def test_the_html_of_a_paper_is_escaped() -> None:
    paper = Paper(title='<script>alert("x")</script>', venue="A & B", extra=FrozenMap({"<i>": "<u>"}))
    html = paper._repr_html_()
    assert not [tag for tag in ("<script", "<i>", "<u>", "A & B") if tag in html]
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    ("paper", "label"),
    [
        (PEREZ, PEREZ.title),
        (Paper(arxiv="2212.09251", doi="10.1109/cbms"), "arXiv:2212.09251"),
        (Paper(doi="10.1109/cbms"), "10.1109/cbms"),
        (Paper(abstract="As language models (LMs) scale."), "As language models (LMs) scale."),
        (Paper(abstract="a" * 100), "a" * 57 + "…"),
    ],
    ids=["title", "arXiv id", "DOI", "short abstract", "long abstract"],
)
def test_a_label_takes_the_best_that_is_known(paper: Paper, label: str) -> None:
    assert paper.label == label


def test_the_schema_is_plain_json_and_knows_every_field() -> None:
    schema = pc.schema()
    assert set(schema["properties"]) == set(FIELDS)
    assert json.loads(json.dumps(schema)) == schema
    assert {"Author", "Source", "Variant"} <= set(schema["$defs"])


@pytest.mark.parametrize("values", [{"year": 1}, {"arxiv": "2213.09251"}, {"titel": "Sleeper Agents"}, {"authors": ["Perez"]}])
def test_values_that_no_paper_can_have_are_refused(values: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Paper.from_dict(values)


@pytest.mark.parametrize("given", [{"key": "hubinger24"}, "Sleeper Agents", None])
def test_nothing_is_taken_without_its_name(given: object) -> None:
    with pytest.raises(ValidationError, match="Unexpected positional argument"):
        Paper(given)  # type: ignore[call-arg, arg-type]
