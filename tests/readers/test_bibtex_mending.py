"""Broken BibTeX: what can be read is read, every guess is told, and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.models import Issue
from papercat.readers.bibtex import mending, read
from papercat.readers.bibtex.blocks import AT_MISSING
from papercat.text.document import Document

AUTHOR, YEAR, JOURNAL = "author = {Hubinger, Evan and Denison, Carson}", "year = 2024", "journal = {Nature}"
REST = f"  {AUTHOR},\n  {YEAR},\n  {JOURNAL}\n}}"
TOO_MANY = mending.BRACKET_TOO_MANY
TITLE = "title = {Sleeper Agents}"
NEXT = "\n@misc{b, title={Constitutional AI}}"

# name, text, what is told
BROKEN: list[tuple[str, str, list[str]]] = [
    ("no comma behind a field", f"@article{{a,\n  {TITLE}\n{REST}", [mending.COMMA_MISSING]),
    ("no comma behind the key", f"@article{{a\n  {TITLE},\n{REST}", [mending.KEY_COMMA_MISSING]),
    ("no key", f"@article{{\n  {TITLE},\n{REST}", []),
    ("an empty key", f"@article{{,\n  {TITLE},\n{REST}", []),
    ("a key with a blank", f"@article{{Hubinger 2024,\n  {TITLE},\n{REST}", []),
    ("a value without its end", f"@article{{a,\n  title = {{Sleeper Agents,\n{REST}", [mending.VALUE_OPEN]),
    ("a value without its beginning", f"@article{{a,\n  title = Sleeper Agents}},\n{REST}", [mending.VALUE_LOOSE, TOO_MANY]),
    ("a brace too many", f"@article{{a,\n  title = {{Sleeper Agents}}}},\n{REST}", [TOO_MANY]),
    ("a quotation without its end", f'@article{{a,\n  title = "Sleeper Agents,\n{REST}', [mending.VALUE_OPEN]),
    ("a quotation without its beginning", f'@article{{a,\n  title = Sleeper Agents",\n{REST}', [mending.VALUE_LOOSE]),
    ("a value in nothing", f"@article{{a,\n  title = Sleeper Agents,\n{REST}", [mending.VALUE_LOOSE]),
    ("the names without their end", f"@article{{a,\n  {TITLE},\n  {AUTHOR[:-1]},\n  {YEAR},\n  {JOURNAL}\n}}", [mending.VALUE_OPEN]),
    ("no equals sign", f"@article{{a,\n  title {{Sleeper Agents}},\n{REST}", [mending.EQUALS_MISSING]),
    ("a colon for it", f"@article{{a,\n  title: {{Sleeper Agents}},\n{REST}", [mending.EQUALS_MISSING]),
    ("no @", f"article{{a,\n  {TITLE},\n{REST}", [AT_MISSING]),
    ("the other bracket at the end", f"@article(a,\n  {TITLE},\n{REST}", [mending.BRACKET_OTHER]),
    ("no end", f"@article{{a,\n  {TITLE},\n{REST[:-1]}", [mending.NEVER_CLOSED]),
    ("semicolons for commas", f"@article{{a,\n  {TITLE};\n{REST}", []),
    ("commas twice", f"@article{{a,,\n  {TITLE},,\n{REST}", []),
    ("prose between fields", f"@article{{a,\n  see also page 3,\n  {TITLE},\n{REST}", [mending.NO_FIELD]),
    ("a comment between fields", f"@article{{a,\n  % title = {{Old}},\n  {TITLE},\n{REST}", [mending.NO_FIELD]),
    ("all on one line", f"@article{{a, title = {{Sleeper Agents, {AUTHOR}, {YEAR}, {JOURNAL}}}", [mending.VALUE_OPEN]),
]  # fmt: skip


@pytest.mark.parametrize("behind", ["", NEXT, f"\nSome prose before: {NEXT[1:]}", NEXT.replace("\n", "\r")])
@pytest.mark.parametrize(("text", "told"), [pytest.param(text, told, id=name) for name, text, told in BROKEN])
def test_a_broken_entry_is_read_and_its_wounds_are_told(text: str, told: list[str], behind: str) -> None:
    cat = pc.parse(text + behind, format="bibtex")
    paper = cat[0]
    assert (paper.title, paper.year, paper.venue, [author.family for author in paper.authors]) == (
        "Sleeper Agents", 2024, "Nature", ["Hubinger", "Denison"],
    )  # fmt: skip
    assert [one.title for one in cat[1:]] == ["Constitutional AI"] * bool(behind)
    assert [issue.message.partition("': ")[2] for issue in cat.issues if issue.message.startswith("in the entry")] == told
    assert not cat.receipt().unread


def test_quotation_marks_within_a_quotation_stay() -> None:
    cat = pc.parse(f'@article{{a,\n  title = "The "Sleeper" Agents",\n{REST}', format="bibtex")
    assert (cat[0].title, cat[0].year) == ('The "Sleeper" Agents', 2024)


def test_what_is_no_field_is_kept_with_its_line() -> None:
    (issue,) = pc.parse(f"@article{{a,\n  {TITLE},\n  see also page 3,\n{REST}", format="bibtex").issues
    assert (issue.code, issue.raw, issue.source and issue.source.line) == ("block-kept", "see also page 3", 3)


@pytest.mark.parametrize("text", ["@misc{b, title", "@misc{b", "@article{", "@article{a; b; c", "@misc{a: {b}: }"])
def test_an_entry_without_a_field_is_kept_whole(text: str) -> None:
    cat = pc.parse(text + NEXT, format="bibtex")
    assert [paper.title for paper in cat if paper.title] == ["Constitutional AI"]
    assert text in [issue.raw for issue in cat.issues] or cat[0].extra


@pytest.mark.parametrize("text", ["@misc{a}", "@misc{}", "@misc{,}", "@misc{a, title = {}, author = { }}"])
def test_an_entry_in_which_nothing_stands_is_no_paper(text: str) -> None:
    cat = pc.parse(text + NEXT, format="bibtex")
    assert [paper.title for paper in cat] == ["Constitutional AI"]
    assert [(issue.code, issue.raw) for issue in cat.issues] == [("block-kept", text)]


@pytest.mark.parametrize("text", [f"@article{{a,\n  {TITLE},\n{REST}", f"@article{{a,\n  {TITLE}, note = {{a = b, c}},\n{REST}"])
def test_a_whole_entry_has_no_wounds(text: str) -> None:
    assert pc.parse(text, format="bibtex").issues == ()


@pytest.mark.parametrize("end", range(0, 130, 3))
def test_a_file_cut_anywhere_is_read_and_accounted_for(end: int) -> None:
    text = f"@article{{a,\n  {TITLE},\n{REST}{NEXT}"[:end]
    cat = pc.parse(text, format="bibtex")
    assert sum(span.end - span.start for span in cat.receipt()) == len(text)
    assert not cat.receipt().unread
    assert all(paper.title is None or "Sleeper Agents".startswith(paper.title) or paper.title.startswith("C") for paper in cat)


PIECES = st.sampled_from(
    [
        "@misc{",
        "a,",
        "title",
        "=",
        " = ",
        "{",
        "}",
        '"',
        "x y",
        ",",
        "\n",
        "year",
        "2020",
        "#",
        "@",
        "(",
        ")",
        "%",
        "\\",
        ";",
        "\r",
        "author = ",
        "\x00",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_wreck_is_read_and_accounted_for(text: str) -> None:
    cat = pc.parse(text, format="bibtex")
    assert sum(span.end - span.start for span in cat.receipt()) == len(text)


@pytest.mark.parametrize(
    "text", ["@a{b, x={a,\n" * 2000, "@a{b,\n" + "x={a,\n" * 2000, '@a{b, x="' * 2000, "@a{b, " + "{" * 5000, "@comment{" * 2000]
)
def test_thousands_of_lost_braces_stay_apart(text: str) -> None:
    found = list(read(Document("a.bib", text)))
    assert found
    assert all(len(one.raw) <= len(text) for one in found if isinstance(one, Issue))
