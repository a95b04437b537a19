"""A record while it is read: fields with their places, repairs as issues, and a bad field that costs itself alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.identifiers import find_arxiv, parse_arxiv
from papercat.models import Issue, Paper
from papercat.names import Name
from papercat.readers.draft import Draft, furniture_issues
from papercat.readers.remarks import name_issues
from papercat.text.document import Document, Place
from papercat.text.lines import split_lines

TEXT = 'Sleeper Agents\nHubinger, Evan, Mindermann, S{\\"o}ren\nHumans are capable of deception.\narXiv:2401.05566v3'
DOCUMENT = Document("page.txt", TEXT)
TITLE, NAMES, ABSTRACT, _ = (Place(line.start, line.end) for line in split_lines(TEXT))


def finish(draft: Draft) -> tuple[list[Paper], list[Issue]]:
    found = list(draft.finish())
    return [one for one in found if isinstance(one, Paper)], [one for one in found if isinstance(one, Issue)]


def test_a_record_is_a_paper_with_places() -> None:
    draft = Draft(DOCUMENT)
    draft.add("title", TITLE)
    draft.add_names([NAMES])
    draft.add("abstract", ABSTRACT)
    (paper,), issues = finish(draft)
    assert (paper.title, paper.abstract) == ("Sleeper Agents", "Humans are capable of deception.")
    assert [author.inverted for author in paper.authors] == ["Hubinger, Evan", "Mindermann, Sören"]
    assert [(one.field, one.line, one.start, one.end) for one in paper.sources] == [
        ("title", 1, *TITLE),
        ("authors", 2, *NAMES),
        ("abstract", 3, *ABSTRACT),
    ]
    assert [issue.code for issue in issues] == ["tex-decoded"]


def test_a_repair_points_to_the_text_as_it_stood() -> None:
    draft = Draft(DOCUMENT)
    draft.add_names([NAMES])
    _, (issue,) = finish(draft)
    assert issue.source is not None
    assert (issue.source.field, issue.source.line) == ("authors", 2)
    assert NAMES.start <= issue.source.start < issue.source.end <= NAMES.end


def test_a_damaged_word_that_comes_twice_has_two_places() -> None:
    document = Document("page.txt", "Mindermann, Sรถren, Mindermann, Sรถren, Schรผtze, Hinrich")
    draft = Draft(document)
    draft.add_names([Place(0, len(document.text))])
    _, issues = finish(draft)
    places = [(issue.source.start, issue.source.end) for issue in issues if issue.source]
    assert len(set(places)) == 3
    assert [document.text[start:end] for start, end in places] == ["Sรถren", "Sรถren", "Schรผtze"]


def test_an_id_tells_year_and_month_and_says_so() -> None:
    (mark,) = find_arxiv(TEXT)
    draft = Draft(DOCUMENT)
    draft.add_arxiv(mark, Place(mark.start, mark.end), read_year=True)
    (paper,), (issue,) = finish(draft)
    assert (paper.arxiv, paper.year, paper.month, paper.inferred) == ("2401.05566", 2024, 1, ("year", "month"))
    assert paper.extra == {"arxiv-version": "3"}
    assert (issue.code, issue.raw) == ("year-inferred", "arXiv:2401.05566v3")


def test_an_id_may_be_taken_without_its_year() -> None:
    (mark,) = find_arxiv(TEXT)
    draft = Draft(DOCUMENT)
    draft.add_arxiv(mark, Place(mark.start, mark.end))
    (paper,), issues = finish(draft)
    assert (paper.year, paper.inferred, issues) == (None, (), [])


def test_the_first_id_counts_and_a_mended_one_is_told() -> None:
    draft = Draft(DOCUMENT)
    for text in ("hep-th/9711200v2", "804.1664", "2401.05566v3"):
        found = parse_arxiv(text, floats=True)
        assert found
        draft.add_arxiv(found, Place(0, 5), text, read_year=True)
    (paper,), issues = finish(draft)
    assert (paper.arxiv, paper.year, dict(paper.extra)) == ("hep-th/9711200", 1997, {"arxiv-version": "2"})
    assert [issue.code for issue in issues] == ["year-inferred", "id-completed"]


BAD: list[tuple[str, object]] = [
    ("year", 99),
    ("year", "soon"),
    ("month", 13),
    ("doi", "x"),
    ("arxiv", "2213.09251"),
    ("type", "Misc 1"),
    ("url", ""),
    ("venue", "a\x00b"),
    ("keywords", ("",)),
    ("extra", {"a": 1}),
]


@pytest.mark.parametrize(("field", "value"), BAD, ids=[f"{field} {value!a}" for field, value in BAD])
def test_a_bad_field_costs_the_field(field: str, value: object) -> None:
    draft = Draft(DOCUMENT)
    draft.add("title", TITLE)
    draft.set(field, value)
    (paper,), (issue,) = finish(draft)
    assert paper.title == "Sleeper Agents"
    assert not getattr(paper, field)
    assert (issue.code, issue.raw) == ("field-invalid", str(value))
    assert issue.message.startswith(f"{field} left out: ")


def test_a_text_that_is_not_composed_costs_the_field() -> None:
    draft = Draft(DOCUMENT)
    draft.add("title", TITLE)
    draft.set("comment", "e\u0301")
    papers, issues = finish(draft)
    assert [paper.title for paper in papers] == ["Sleeper Agents"]
    assert [issue.raw for issue in issues] == ["e\u0301"]


def test_many_bad_fields_cost_themselves() -> None:
    draft = Draft(DOCUMENT)
    draft.add("title", TITLE)
    for field, value in dict(BAD).items():
        draft.set(field, value)
    (paper,), issues = finish(draft)
    assert paper.title == "Sleeper Agents"
    assert len(issues) == len(dict(BAD))


@pytest.mark.parametrize("name", ["Bai, \ue000", "\u0378, A", "\U000e0001, \U000e0001"], ids=ascii)
def test_a_name_of_characters_that_mean_nothing_stops_nothing(name: str) -> None:
    names = f"{name}, Kadavath, Saurav"
    draft = Draft(Document("page.txt", names))
    draft.add_names([Place(0, len(names))])
    (paper,), _ = finish(draft)
    assert paper.authors[-1].inverted == "Kadavath, Saurav"


def test_nothing_known_is_no_paper() -> None:
    draft = Draft(DOCUMENT)
    draft.set("type", "misc")
    draft.add("title", Place(14, 15))
    assert finish(draft) == ([], [])


NULL, PAIR, ODD = Name(family="Mausam", null=True), Name(family="Perez", given="Ethan"), Name(literal="Garima", odd=True)
NOTICED: list[tuple[str, list[Name], list[str]]] = [
    ("nobody", [], []),
    ("a pair", [PAIR], []),
    ("a group", [Name(literal="ATLAS Collaboration")], []),
    ("null", [PAIR, NULL, PAIR], ["given-name-missing"]),
    ("two nulls side by side", [NULL, NULL], ["given-name-missing", "given-name-missing", "neighbours-without-given-names"]),
    ("two nulls apart", [NULL, PAIR, NULL], ["given-name-missing", "given-name-missing"]),
    ("one without a pair", [PAIR, ODD], ["name-unpaired"]),
]


@pytest.mark.parametrize(("names", "codes"), [pytest.param(*case[1:], id=case[0]) for case in NOTICED])
def test_odd_names_are_noticed(names: list[Name], codes: list[str]) -> None:
    source = Draft(DOCUMENT).source("authors", NAMES)
    assert [issue.code for issue in name_issues(names, source)] == codes


def test_furniture_is_kept_as_it_stood() -> None:
    (issue,) = furniture_issues(Document("page.txt", "A\n - 12 -\nB"), [Place(2, 9)])
    assert (issue.code, issue.raw, issue.source and issue.source.line) == ("page-furniture", " - 12 -", 2)


ANY = st.text(st.characters(exclude_categories=()))


@given(text=ANY, start=st.integers(0, 20), end=st.integers(0, 40))
def test_any_piece_can_be_any_field(text: str, start: int, end: int) -> None:
    place = Place(min(start, len(text)), min(max(start, end), len(text)))
    draft = Draft(Document("page.txt", text))
    draft.add("title", place)
    draft.add_names([place])
    draft.add_issue("heading", "kept", "title", place)
    papers, issues = finish(draft)
    assert issues[-1].code == "heading" or any(issue.code == "field-invalid" for issue in issues)
    for paper in papers:
        assert {one.field for one in paper.sources} == {"title", "authors"}
