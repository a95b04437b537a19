"""papercat's own JSON: what was written comes back, and a broken object costs itself alone."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat import Issue, Paper
from papercat.readers.json import read, sniff
from papercat.text.document import Document

SLEEPER = {"title": "Sleeper Agents", "authors": [{"family": "Hubinger", "given": "Evan"}], "year": 2024}
AI = {"title": "Constitutional AI"}


def papers(text: str) -> list[Paper]:
    """Read with this reader; `format="json"` means that of other programs too."""
    return [one for one in read(Document("text", text)) if isinstance(one, Paper)]


def titles(text: str) -> list[str | None]:
    return [paper.title for paper in papers(text)]


def codes(text: str) -> list[str]:
    return [issue.code for issue in pc.parse(text, format="json").issues]


SHAPES: list[tuple[str, str]] = [
    ("a list", json.dumps([SLEEPER, AI])),
    ("a list, indented", json.dumps([SLEEPER, AI], indent=2)),
    ("a list, indented, CRLF", json.dumps([SLEEPER, AI], indent=2).replace("\n", "\r\n")),
    ("lines", f"{json.dumps(SLEEPER)}\n{json.dumps(AI)}\n"),
    ("with a mark", "\ufeff" + json.dumps([SLEEPER, AI])),
    ("with blanks around", f"\n {json.dumps([SLEEPER, AI])} \n"),
    ("a comma too many", f"[{json.dumps(SLEEPER)}, {json.dumps(AI)},]"),
    ("without the last bracket", json.dumps([SLEEPER, AI])[:-1]),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in SHAPES])
def test_lists_and_lines_are_read(text: str) -> None:
    cat = pc.parse(text)
    assert cat.inputs[0].format == "json"
    assert [paper.title for paper in cat] == ["Sleeper Agents", "Constitutional AI"]
    assert cat.issues == ()
    assert cat.receipt().unread == ()


BROKEN: list[tuple[str, str, list[str], list[str]]] = [
    ("cut", json.dumps([AI, SLEEPER])[:-20], ["Constitutional AI"], ["entry-broken"]),
    ("a comma too few", '[{"title": "A" "year": 2022},\n{"title": "Constitutional AI"}]', ["Constitutional AI"], ["entry-broken"]),
    ("single quotes", "[{'title': 'A'},\n{\"title\": \"Constitutional AI\"}]", ["Constitutional AI"], ["entry-broken"]),
    ("text between", '[{"title": "Constitutional AI"} and so on]', ["Constitutional AI"], ["text-unread"]),
    ("numbers", "[1, 2]", [], ["text-unread"]),
    ("deep", '{"a":' * 100_000, [], ["entry-broken"]),
    ("deep lists", "[{" * 100_000, [], ["entry-broken"]),
    ("a number too long", f'[{{"year": {"9" * 5000}}}]', [], ["entry-broken"]),
    ("an empty list", "[]", [], ["file-empty"]),
    ("nothing known", '[{"title": null}, {}]', [], ["text-unread"]),
]


@pytest.mark.parametrize(("text", "expected", "issues"), [pytest.param(*case[1:], id=case[0]) for case in BROKEN])
def test_what_is_broken_is_kept_and_the_rest_read(text: str, expected: list[str], issues: list[str]) -> None:
    assert titles(text) == expected
    assert codes(text) == issues


def test_a_cut_makes_no_papers_of_authors(seeds: pc.Catalog) -> None:
    written = seeds.to_json()
    for end in (len(written) - 30, len(written) - 300, len(written) // 2):
        back = pc.parse(written[:end])
        assert {paper.label for paper in back} <= {paper.label for paper in seeds}


VALUES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("year as text", {"title": "A", "year": "2022"}, {"title": "A", "year": 2022}),
    ("impossible year", {"title": "A", "year": 99}, {"title": "A"}),
    ("no id", {"title": "A", "arxiv": "2213.09251"}, {"title": "A"}),
    ("a DOI in capitals", {"title": "A", "doi": "10.1109/CBMS.2019.00091"}, {"title": "A"}),
    ("authors as text", {"title": "A", "authors": "Perez, Ethan"}, {"title": "A"}),
    ("an author without a name", {"title": "A", "authors": [{"given": "Ethan"}]}, {"title": "A"}),
    ("a type in capitals", {"title": "A", "type": "Misc"}, {"title": "A"}),
    ("null", {"title": "A", "year": None}, {"title": "A"}),
    ("an unknown field", {"title": "A", "colour": "red"}, {"title": "A", "extra": {"colour": '"red"'}}),
    ("an unknown object", {"title": "A", "links": {"pdf": 1}}, {"title": "A", "extra": {"links": '{"pdf": 1}'}}),
    ("a number in extra", {"title": "A", "extra": {"a": "b", "c": 5}}, {"title": "A", "extra": {"a": "b", "c": "5"}}),
    ("a line break in extra", {"title": "A", "extra": {"a": "b", "c": "d\ne"}}, {"title": "A", "extra": {"a": "b", "c": "d e"}}),
    ("nothing to see in extra", {"title": "A", "extra": {"a": "\\o", "c": "\u200b"}}, {"title": "A", "extra": {"a": "\\o"}}),
    ("extra that is a number", {"title": "A", "extra": 3, "colour": 1}, {"title": "A", "extra": {"colour": "1"}}),
    ("a bad year beside an unknown field", {"title": "A", "year": 99, "colour": 1}, {"title": "A", "extra": {"colour": "1"}}),
    ("a title taken apart", {"title": "So\u0308ren"}, {"title": "Sören"}),
    ("an author taken apart", {"title": "A", "authors": [{"family": "Mu\u0308"}]}, {"title": "A", "authors": [{"family": "Mü"}]}),
    ("half a surrogate pair", {"title": "A", "comment": "\ud800"}, {"title": "A"}),
]


@pytest.mark.parametrize(("value", "expected"), [pytest.param(*case[1:], id=case[0]) for case in VALUES])
def test_a_bad_field_costs_the_field(value: dict[str, Any], expected: dict[str, Any]) -> None:
    (paper,) = papers(json.dumps([value]))
    found = paper.to_dict()
    del found["sources"]
    assert found == expected


@pytest.mark.parametrize(
    "value", [value for _, value, expected in VALUES if set(value) - set(expected) - {"colour", "links"} and None not in value.values()]
)
def test_a_bad_field_is_said(value: dict[str, Any]) -> None:
    assert [one.code for one in read(Document("text", json.dumps([value]))) if isinstance(one, Issue)] == ["field-invalid"]


@pytest.mark.parametrize(
    "text",
    [
        '[{"title": "x", "colour": "\\ud800"}]',
        '[{"title": "x", "\\ud801": 1}]',
        '[{"title": "x", "": 1}]',
        '[{"title": "x", "a\\u0000": 1}]',
    ],
)
def test_a_bad_name_does_not_stop_the_reading(text: str) -> None:
    assert titles(text) == ["x"]


def test_letters_that_were_put_together_are_told() -> None:
    assert codes(json.dumps([{"title": "So\u0308ren", "comment": "\u212b"}])) == ["characters-normalized"] * 2


def test_places_of_other_files_are_kept_and_mean_nothing_here() -> None:
    source = {"name": "page.txt", "line": 1, "start": 0, "end": 2_000_000, "field": "title"}
    cat = pc.parse(f"junk {json.dumps([{**AI, 'sources': [source]}])}", format="json")
    assert "page.txt" in {one.name for one in cat[0].sources}
    assert next(iter(cat.receipt())).what == "text-unread"


def test_the_joined_dumps_come_back(one: pc.Catalog) -> None:
    back = pc.parse(one.to_json())
    assert back.issues == ()
    for before, after in zip(one, back, strict=True):
        assert {**before.to_dict(), "sources": 0} == {**after.to_dict(), "sources": 0}
        assert set(before.sources) <= set(after.sources)


@given(paper=st.from_type(pc.Paper))
def test_any_paper_comes_back(paper: pc.Paper) -> None:
    if set(paper.to_dict()) - {"sources", "inferred", "type", "variants"}:
        (back,) = pc.parse(pc.Catalog([paper]).to_json(), format="json")
        assert {**paper.to_dict(), "sources": 0} == {**back.to_dict(), "sources": 0}


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["title", "authors", "year", "extra", "sources", "family", "x", ""]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(values=st.lists(JSON, max_size=4))
def test_any_json_is_read_and_accounted_for(values: list[Any]) -> None:
    text = json.dumps(values)
    assert sum(span.end - span.start for span in pc.parse(text, format="json").receipt()) == len(text)


@pytest.mark.parametrize("unit", ["@misc{a,\n title={A}}\n", '{"a": ', '{"title": }\n', '{"title": "A"}', "[]"])
def test_a_megabyte_of_broken_objects_is_read(unit: str) -> None:
    text = (unit * 1_000_000)[:1_000_000]
    assert pc.parse(text, format="json").inputs[0].length == len(text)


@pytest.mark.parametrize("text", [json.dumps([SLEEPER]), json.dumps(SLEEPER), "[]", '[\n {"title": "A"}\n]'])
def test_the_format_is_known_by_its_beginning(text: str) -> None:
    assert sniff(Document("a.json", text)) > 0.5


@pytest.mark.parametrize("text", ["", "[1, 2]", '{"name": "x"}', "[Bai, Yuntao]", "{title}", "We {show}", '"title"'])
def test_other_json_and_prose_are_none(text: str) -> None:
    assert sniff(Document("a.json", text)) == 0


def test_a_number_of_more_digits_than_python_reads_costs_its_object() -> None:
    text = json.dumps([AI, {"title": "Sleeper Agents"}])[:-2] + ', "year": ' + "9" * 5_000 + "}]"
    cat = pc.parse(text)
    assert [paper.title for paper in cat] == ["Constitutional AI"]
    assert [issue.code for issue in cat.issues] == ["entry-broken"]


@pytest.mark.parametrize(
    "inner", ['{"title1": "No evidence for attention bias", "authors1": "Kruijt, A.-W."}', '[{"name": "No evidence"}]']
)
def test_an_object_with_a_title_that_holds_objects_is_a_list_and_no_paper(inner: str) -> None:
    text = f'{{"title": "selected publications:", "publications": {inner}}}'
    assert "selected publications:" not in [paper.title for paper in pc.parse(text)]
