"""BibTeX of the programs and places that people have it from: their fields, their encodings, their lists of names."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import papercat as pc
from papercat.latex import decode
from papercat.readers import choose
from papercat.readers.bibtex import authors
from papercat.readers.bibtex.authors import _each, _usual, take_authors
from papercat.readers.bibtex.values import plain
from papercat.readers.draft import Draft
from papercat.text.document import Document, Place


def paper(fields: str, kind: str = "article") -> dict[str, Any]:
    found = pc.parse(f"@{kind}{{a, {fields}}}", format="bibtex")[0].to_dict()
    return {name: value for name, value in found.items() if name != "sources"}


# what, type, fields, what comes of it
FIELDS: list[tuple[str, str, str, dict[str, Any]]] = [
    ("biblatex: subtitle", "book", "title={The Book}, subtitle={A Story}", {"title": "The Book: A Story"}),
    ("biblatex: a question before the subtitle", "book", "title={Why?}, subtitle={A Story}", {"title": "Why? A Story"}),
    ("biblatex: main title", "book", "title={Part}, maintitle={Whole}", {"title": "Part", "extra": {"maintitle": "Whole"}}),
    ("biblatex: journal title", "article", "journaltitle={Nature}", {"venue": "Nature"}),
    ("biblatex: a date of a year", "article", "date={2021}", {"year": 2021}),
    ("biblatex: a range of dates", "article", "date={2011-12/2012-01}", {"year": 2011, "month": 12, "extra": {"date": "2011-12/2012-01"}}),
    ("biblatex: location", "book", "location={Oslo}", {"extra": {"location": "Oslo"}}),
    ("biblatex: options", "book", "options={useprefix=true}", {"extra": {"options": "useprefix=true"}}),
    ("biblatex: an arXiv id", "online", "eprint={2212.09251}, eprinttype={arxiv}", {"arxiv": "2212.09251"}),
    ("biblatex: its class", "online", "eprintclass={cs.CL}", {"extra": {"eprintclass": "cs.CL"}}),
    ("biblatex: an id of another archive", "online", "eprint={1}, eprinttype={pmid}", {"extra": {"eprint": "1", "eprinttype": "pmid"}}),
    ("a number that lost its zeros", "misc", "eprint={1605.039}, archiveprefix={arXiv}", {"arxiv": "1605.03900"}),
    ("the number of a report", "techreport", "number={AIM-349}", {"extra": {"number": "AIM-349"}}),
    ("the number of an issue", "article", "number={4}", {"issue": "4"}),
    ("Mendeley: the issue", "article", "issue={2}", {"issue": "2"}),
    ("number and issue", "article", "number={4}, issue={Spring}", {"issue": "4", "extra": {"issue": "Spring"}}),
    ("Mendeley: braces twice", "article", "title={{Red Teaming Language Models}}", {"title": "Red Teaming Language Models"}),
    ("Zotero: small capitals and emphasis", "article", r"title={\emph{E. coli} and {\textsc{Nasa}}}", {"title": "E. coli and Nasa"}),
    ("Zotero: files", "article", r"file={C\:\\Users\\x_y.pdf:text}", {"extra": {"file": r"C\:\\Users\\x_y.pdf:text"}}),
    ("JabRef: timestamp and owner", "article", "owner={me}, timestamp={2020.01.01}", {"extra": {"owner": "me", "timestamp": "2020.01.01"}}),
    ("ADS: the journal is a command", "article", r"journal={\apj}", {"venue": "Astrophysical Journal"}),
    ("ADS: and in braces", "article", r"journal={{\mnras}}", {"venue": "Monthly Notices of the Royal Astronomical Society"}),
    ("INSPIRE: collaboration", "article", "collaboration={ATLAS}", {"extra": {"collaboration": "ATLAS"}}),
    ("ACL: an address", "inproceedings", "url={https://aclanthology.org/P17-1151}", {"url": "https://aclanthology.org/P17-1151"}),
    ("ACL: escaped", "inproceedings", r"url={https://a.org/x\_y\%20z}", {"url": "https://a.org/x_y%20z"}),
    ("an address in a command", "misc", r"url={\url{https://a.org/x_y}}", {"url": "https://a.org/x_y"}),
    ("published on the web", "misc", r"howpublished={\url{https://a.org/x}}", {"url": "https://a.org/x"}),
    ("a DOI with an escaped sign", "article", r"doi={10.1007/3-540-45757-7\_52}", {"doi": "10.1007/3-540-45757-7_52"}),
    ("a month and a day", "article", "month={10~jan}, year=2020", {"year": 2020, "month": 1, "extra": {"month": "10 jan"}}),
    ("a month and days", "article", "month={July 10--15}, year=2020", {"year": 2020, "month": 7, "extra": {"month": "July 10–15"}}),
    ("a joined month", "article", 'month="10~" # jan, year=2020', {"year": 2020, "month": 1, "extra": {"month": "10 jan"}}),
    ("a field name in two letters of no width", "article", "ti\u00adt\u200ble={A}", {"title": "A"}),
    ("lines within a value", "article", "title={A\n   long\n\ttitle}", {"title": "A long title"}),
    ("an entity in LaTeX", "article", r"title={R\&amp;D}", {"title": "R&D"}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "fields", "expected"), [pytest.param(*row[1:], id=row[0]) for row in FIELDS])
def test_fields_of_many_programs(kind: str, fields: str, expected: dict[str, Any]) -> None:
    found = paper(fields, kind)
    found["extra"] = {name: value for name, value in found["extra"].items() if name != "key"}
    assert {name: value for name, value in found.items() if value and name != "type"} == expected


@pytest.mark.parametrize(
    ("kind", "expected"), [("conference", "inproceedings"), ("www", "online"), ("MISC", "misc"), ("mvbook", "mvbook"), ("x-1", "misc")]
)
def test_types(kind: str, expected: str) -> None:
    assert paper("title={A}", kind)["type"] == expected


def test_a_type_that_is_no_word_is_kept() -> None:
    assert paper("title={A}", "x-1")["extra"]["entrytype"] == "x-1"


def test_an_unknown_command_is_kept_and_told() -> None:
    (issue,) = pc.parse(r"@misc{a, title={A \shorthand{B}}}").issues
    assert (issue.code, issue.kind, issue.raw) == ("tex-unknown", "kept", r"A \shorthand{B}")


def test_a_command_is_told_once_with_its_fields() -> None:
    cat = pc.parse(
        "".join(rf"@misc{{a{place}, title={{A \shorthand{{B}} of \mine {place}}}}}" + "\n" for place in range(300)) + r"@misc{z, note={\y}}"
    )
    assert [str(issue) for issue in cat.issues] == [
        r"text:1: tex-unknown: nobody knows \shorthand; kept as it stands in 300 fields, of which this is the first",
        r"text:1: tex-unknown: nobody knows \mine; kept as it stands in 300 fields, of which this is the first",
        r"text:301: tex-unknown: nobody knows \y; kept in note as it stands",
    ]


# names that are no BibTeX, and names that only look so
LISTS: list[tuple[str, list[str], bool]] = [
    ("Brown, R. G.; Smith, G. A.", ["Brown, R. G.", "Smith, G. A."], True),
    ("Chambers, J. M., Cleveland, W. S., Kleiner, B.", ["Chambers, J. M.", "Cleveland, W. S.", "Kleiner, B."], True),
    ("Alexander Borissov, Sergei Solokhin, and Ethan Perez", ["Borissov, Alexander", "Solokhin, Sergei", "Perez, Ethan"], True),
    (r"Ethan Perez \& Sam Ringer", ["Perez, Ethan", "Ringer, Sam"], True),
    ("King, Jr., Martin Luther and Perez, Ethan", ["King, Jr., Martin Luther", "Perez, Ethan"], False),
    ("Perez, Ethan and Ringer, Sam", ["Perez, Ethan", "Ringer, Sam"], False),
    ("{OpenAI Team}", ["OpenAI Team"], False),
    ("{Barnes and Noble; Sons, Inc., Oslo, Bergen}", ["Barnes and Noble; Sons, Inc., Oslo, Bergen"], False),
    (r"AT{\&}T Labs", ["Labs, AT&T"], False),
    ("Garc{\\'i}a M{\\'a}rquez, Gabriel", ["García Márquez, Gabriel"], False),
]  # fmt: skip


@pytest.mark.parametrize(("value", "names", "is_told"), LISTS, ids=[value for value, _, _ in LISTS])
def test_lists_of_names_in_another_form_are_read_and_told(value: str, names: list[str], is_told: bool) -> None:  # noqa: FBT001
    cat = pc.parse(f"@misc{{a, title={{A}}, author={{{value}}}}}", format="bibtex")
    assert [author.inverted for author in cat[0].authors] == names
    assert [issue.code for issue in cat.issues if "joined by 'and'" in issue.message] == ["name-malformed"] * is_told


def test_a_list_that_goes_on_is_told() -> None:
    cat = pc.parse("@misc{a, author={Perez, Ethan and Ringer, Sam and others}}", format="bibtex")
    assert [issue.code for issue in cat.issues] == ["authors-cut"]
    assert len(cat[0].authors) == 2


@pytest.mark.parametrize(
    ("value", "literal"),
    [
        ("Corporation for Digital Scholarship", "Corporation for Digital Scholarship"),
        ("University of Oslo", "University of Oslo"),
        ("Ludwig van Beethoven", None),
        ("Rodrigo de la Fuente", None),
    ],
)
def test_an_organisation_without_braces_stays_whole(value: str, literal: str | None) -> None:
    assert pc.parse(f"@misc{{a, author={{{value}}}}}", format="bibtex")[0].authors[0].literal == literal


def test_a_lost_brace_swallows_no_names() -> None:
    cat = pc.parse('@misc{a, author="Perez, Eth{an and Ringer, Sam", title={A}}', format="bibtex")
    assert [author.inverted for author in cat[0].authors] == ["Perez, Ethan", "Ringer, Sam"]


TEXT = "@article{a,\n  title = {Über Straßen},\n  author = {Gašić, Milica},\n}\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings(codec: str) -> None:
    cat = pc.parse(TEXT.encode(codec))
    assert (cat[0].title, cat[0].authors[0].family) == ("Über Straßen", "Gašić")


def test_a_label_of_another_encoding_is_not_believed() -> None:
    text = "% Encoding: UTF-8\n@article{a, title = {Über Straßen}, author = {Müller, Jürgen}}\n"
    assert pc.parse(text.encode("cp1252"))[0].title == "Über Straßen"


def test_damaged_letters_are_restored_by_the_verdict_on_the_whole_file() -> None:
    names = "Müller, Jürgen and Lukošiūtė, Kamilė and García, José and Björk, Åsa and Gašić, Milica"
    text = f"@article{{a, title = {{Über Straßen}}, author = {{{names}}}}}\n".encode().decode("latin-1")
    cat = pc.parse(text)
    assert " and ".join(author.inverted for author in cat[0].authors) == names


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines(newline: str) -> None:
    assert len(pc.parse((TEXT * 2).replace("\n", newline))) == 2


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        (TEXT, "bibtex"),
        (f"% a long preface {'x' * 30_000}\n{TEXT}", "bibtex"),
        (f"<html><body><pre>\n{TEXT}</pre></body></html>", "html-bib"),
    ],
)
def test_the_format_is_known(text: str, format_: str) -> None:
    assert choose(Document("a.txt", text)) == format_


@given(st.text(st.sampled_from("ab -'`,{}\\~$^1\u2010é"), max_size=12))
@example("{}-{}")
@example("12--19")
def test_what_is_read_at_a_glance_is_what_the_decoder_reads(value: str) -> None:
    assert plain(value) == decode(value)


def test_the_places_of_fields_do_not_hide_each_other() -> None:
    cat = pc.parse(TEXT, name="a.bib")
    assert {span.what for span in cat.receipt()} == {"record", "title", "authors", "key", "separator"}


NAMES = [
    "Perez, Ethan", "Ethan Perez", "Ringer, Sam", "King, Jr., Martin Luther", "van Beethoven, Ludwig", "Plato", "others", "et al.", "and",
    "", "Garriga-Alonso, Adrià", "Smith- Jones, Ann", "Lee - Yi", "{OpenAI Team}", "OpenAI Team", "Lukošiūt{\\.e}, Kamil{\\.e}", "Li, Wei;",
    "Brown, R. G.,", "Ferdinand", "And, Metin", "Mindermann, Sรถren", "null", "Barnes & Noble", "J. M. Chambers\n", "~", "Miller, AND Sons",
    "\u200b", "Bai, Yuntao\u00a0", "Kosinski (2), Michal", "a--b, c",
    r"Miranda, Fr\'ed\'erico", r"{\L}ukasz Kaiser", r"Sm{\o}rgrav, A.\,B.", r"G\"odel, Kurt \& Sons",
    r"{van} der Waals, J. D.", "P&eacute;rez, A",
    r"Schr{\"o}dinger, E.", "Mann,\tThomas", "Na-\nni, F\\'elix", "Hlav´aˇckov´a, K.", "Ivаnov, I.", r"D\'", r"Lo{\`e}ve and", "王 伟",
    "王\n伟", "de Melo, Gerard", "Maartje ter Hoeve", "University of Oslo", "van der Maaten and",
    r"Luko{\v s}i{\=u}t{\.e}, K.", r"\=EAbc, {\=I}", "a=b, C",
]  # fmt: skip


def test_pages_are_read_at_a_glance_as_any_other() -> None:
    for pages in ("101--119", "1-9", "e12--e14", "12---14", "12--14, 16", "１２--１４", "12--"):
        entries = [f"@article{{a, title = {{Sleeper Agents}}, pages = {{{value}}}}}" for value in (pages, f"{pages}{{}}")]
        quick, slow = (pc.parse(entry)[0].pages for entry in entries)
        assert quick == slow


@given(names=st.lists(st.sampled_from(NAMES), min_size=1, max_size=4), joint=st.sampled_from([" and ", "\n and ", " AND ", ", ", " and"]))
def test_a_usual_list_is_read_as_any_other(names: list[str], joint: str) -> None:
    value = joint.join(names)
    document = Document("a.bib", value)
    quick, slow = Draft(document), Draft(document)
    take_authors(quick, document, value, Place(0, len(value)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(authors, "_usual", lambda *_: None)
        take_authors(slow, document, value, Place(0, len(value)))
    assert list(quick.finish()) == list(slow.finish())
    assert quick.get("authors") == slow.get("authors")


def test_a_usual_list_is_met() -> None:
    """The two ways are not the same one."""
    for value in (
        "Perez, Ethan and Ringer, Sam",
        "de Melo, Gerard and Maartje ter Hoeve",
        r"Lukosi{\=u}te, K.",
        "Lukošiūtė, Kamilė and Ringer, Sam",
        r"Erd{\H{o}}s, P{\'a}l and R\'enyi, A.",
    ):
        assert _usual(Document("a.bib", value), value) is not None
    value = r"Lukošiūtė, Kamilė and R\'enyi, A."
    assert _each(Document("a.bib", value), value) == _usual(Document("a.bib", value), value) is not None
