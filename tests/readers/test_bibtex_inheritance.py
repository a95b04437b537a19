"""What entries take from one another, and the abbreviations of a file."""

from typing import Any

import pytest

import papercat as pc
from papercat.readers.bibtex import reading
from papercat.text.document import Document

CHILD = "@inproceedings{perez, author = {Perez, Ethan}, title = {Discovering Behaviors}, crossref = {acl2023}, pages = {1--9}}\n"
PARENT = "@proceedings{acl2023, editor = {Rogers, Anna}, title = {Findings of ACL}, year = 2023, publisher = {ACL}, doi = {10.1000/xyz1}}\n"


def paper(text: str, which: int = 0) -> dict[str, Any]:
    found = pc.parse(text, format="bibtex")[which].to_dict()
    return {name: value for name, value in found.items() if name not in ("sources", "type")}


@pytest.mark.parametrize("text", [CHILD + PARENT, CHILD.replace("acl2023", "ACL2023") + PARENT], ids=["as bibtex wants it", "other case"])
def test_a_part_takes_what_it_shares_with_its_book(text: str) -> None:
    found = paper(text)
    assert (found["title"], found["venue"], found["year"], found["publisher"]) == ("Discovering Behaviors", "Findings of ACL", 2023, "ACL")
    assert found["extra"]["editor"] == "Rogers, Anna"
    assert "doi" not in found
    assert set(found["inferred"]) == {"venue", "year", "publisher"}
    (issue,) = pc.parse(text, format="bibtex").issues
    assert (issue.code, issue.kind) == ("field-inherited", "inferred")
    assert paper(text, 1)["title"] == "Findings of ACL"


def test_the_book_may_stand_before_its_part() -> None:
    assert paper(PARENT + CHILD, 1)["venue"] == "Findings of ACL"


MAUSAM = {"family": "Mausam"}
INHERITED: list[tuple[str, str, dict[str, Any]]] = [
    ("what the part has stays", "@inbook{a, title={A}, year=1999, crossref={b}} @book{b, year=2000}", {"year": 1999}),
    ("a date is a year", "@inbook{a, title={A}, date={1999-05}, crossref={b}} @book{b, year=2000}", {"year": 1999, "month": 5}),
    ("a book title before a title", "@inbook{a, title={A}, crossref={b}} @book{b, title={T}, booktitle={B}}", {"venue": "B"}),
    ("the author of the book, in its chapters", "@inbook{a, title={A}, crossref={b}} @book{b, author={Mausam}}", {"authors": [MAUSAM]}),
    ("the author of the book, not in a collection", "@incollection{a, title={A}, crossref={b}} @book{b, author={Perez, Ethan}}", {}),
    ("through two books", "@inbook{a, title={A}, crossref={b}} @book{b, crossref={c}} @book{c, year=2000}", {"year": 2000}),
    ("in a circle", "@book{a, title={A}, crossref={b}} @book{b, crossref={a}, year=2000}", {"year": 2000}),
    ("itself", "@book{a, title={A}, crossref={a}}", {}),
    ("nobody", "@book{a, title={A}, crossref={b}}", {}),
    ("a store of fields", "@misc{a, title={A}, xdata={s, t}} @xdata{s, url={U}} @xdata{t, abstract={Q}}", {"url": "U", "abstract": "Q"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in INHERITED])
def test_what_is_inherited(text: str, expected: dict[str, Any]) -> None:
    found = paper(text)
    found.pop("inferred", None)
    found.pop("extra")
    assert found == {"title": "A", **expected}


def test_a_store_of_fields_is_no_paper() -> None:
    cat = pc.parse("@xdata{s, publisher={P}}\n@misc{a, title={A}, xdata={s}}", format="bibtex")
    assert [one.title for one in cat] == ["A"]


STRINGS: list[tuple[str, str, str]] = [
    ("joined", '@string{ci = "Constitutional"} @misc{a, title = ci # { AI}}', "Constitutional AI"),
    ("of others", '@string{a = "A"} @string{b = a # "B"} @misc{k, title = b # "C"}', "ABC"),
    ("in any case", "@STRING(CI = {Constitutional AI}) @misc{a, title = ci}", "Constitutional AI"),
    ("behind its use", "@misc{a, title = ci} @string{ci = {Constitutional AI}}", "Constitutional AI"),
    ("said anew", "@string{ci = {Old}} @string{ci = {Constitutional AI}} @misc{a, title = ci}", "Constitutional AI"),
    ("unknown", "@misc{a, title = ci # { AI}}", "ci AI"),
    ("a number", "@misc{a, title = 1984 # {!}}", "1984!"),
    ("with a colon", "@string{pub:adr = {London}} @misc{a, title = pub:adr}", "London"),
    ("over lines", '@misc{a, title = {A} #\n  { and} # " B"}', "A and B"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), [pytest.param(text, title, id=name) for name, text, title in STRINGS])
def test_abbreviations_are_put_in(text: str, title: str) -> None:
    assert pc.parse(text, format="bibtex")[0].title == title


def test_a_definition_counts_from_where_it_stands() -> None:
    cat = pc.parse("@string{v = {One}} @misc{a, title = v} @string{v = {Two}} @misc{b, title = v}", format="bibtex")
    assert [one.title for one in cat] == ["One", "Two"]


def test_definitions_that_double_each_other_stay_small() -> None:
    text = "@string{a0 = {xx}}" + "".join(f"@string{{a{i + 1} = a{i} # a{i}}}" for i in range(60)) + "@misc{a, title = {T}, note = a60}"
    assert len(str(pc.parse(text, format="bibtex")[0].comment)) < 50_000


def test_pieces_of_a_file_know_the_definitions_of_earlier_ones() -> None:
    read = reading()
    pieces = ["@string{ci = {Constitutional AI}}\n", "@misc{a, title = ci}"]
    found = [one for piece in pieces for one in read(Document("a.bib", piece)) if isinstance(one, pc.Paper)]
    assert [one.title for one in found] == ["Constitutional AI"]


def pieces(*texts: str) -> list[pc.Paper | pc.Issue]:
    """Read the pieces of a file one after the other."""
    read = reading()
    return [one for text in texts for one in read(Document("refs.bib", text))]


def test_the_book_may_stand_in_an_earlier_piece() -> None:
    acl = "@string{acl = {Findings of ACL}}\n"
    for texts in ((PARENT, CHILD), (acl + PARENT.replace("{Findings of ACL}", "acl"), "% more\n", CHILD)):
        found = [one for one in pieces(*texts) if isinstance(one, pc.Paper)][-1]
        whole = pc.parse("".join(texts), format="bibtex")[-1]
        assert (found.title, found.venue, found.year, found.inferred) == (whole.title, whole.venue, whole.year, whole.inferred)
        assert found.venue == "Findings of ACL"


def test_a_book_of_this_piece_comes_before_one_of_an_earlier_piece() -> None:
    (*_, found) = [one for one in pieces(PARENT, PARENT.replace("year = 2023", "year = 2024") + CHILD) if isinstance(one, pc.Paper)]
    assert found.year == 2024


def test_a_book_that_stands_later_or_nowhere_is_told() -> None:
    missing = [one for one in pieces(CHILD, PARENT) if isinstance(one, pc.Issue)]
    assert [(one.code, one.kind, one.raw) for one in missing] == [("parent-missing", "noted", "acl2023")]
    cat = pc.parse(CHILD, format="bibtex")
    assert [one.code for one in cat.issues] == ["parent-missing"]
    assert (cat[0].venue, cat[0].extra["crossref"]) == (None, "acl2023")


@pytest.mark.parametrize(
    "text", [CHILD + PARENT, CHILD.replace("crossref = {acl2023}", "crossref = {}"), "@book{a, title={A}, crossref={a}}"]
)
def test_an_entry_that_is_there_is_not_missed(text: str) -> None:
    assert "parent-missing" not in [issue.code for issue in pc.parse(text, format="bibtex").issues]


def test_a_paper_and_a_long_book_are_not_kept() -> None:
    paper_before = CHILD.replace("crossref = {acl2023}, ", "").replace("{perez", "{acl2023")
    for before in (paper_before, PARENT.replace("Rogers, Anna", "Rogers, Anna and " * 1_000)):
        assert "parent-missing" in [one.code for one in pieces(before, CHILD) if isinstance(one, pc.Issue)]
