"""BibTeX: each field where it belongs, and what is no entry kept as it stands."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import choose
from papercat.readers.bibtex import sniff
from papercat.readers.bibtex.values import has_latex, is_text, pairs_in, plain_text
from papercat.text.document import Document, Place

PEREZ = (
    "@misc{perez2022, title = {Discovering Language Model Behaviors with Model-Written Evaluations},\n"
    "  author = {Perez, Ethan and Ringer, Sam and Luko{\\v s}i{\\=u}t{\\.e}, Kamil{\\.e}},\n"
    "  year = 2022, eprint = {2212.09251}, archivePrefix = {arXiv}}\n"
)
SLEEPER = "@misc{hubinger2024, title={Sleeper Agents}}"


def only(text: str) -> dict[str, Any]:
    """Read one entry, and leave out its type and key."""
    (paper,) = pc.parse(text, format="bibtex")
    found = paper.to_dict()
    found.pop("sources")
    found.pop("type", None)
    found["extra"] = {name: value for name, value in found.get("extra", {}).items() if name != "key"}
    return {name: value for name, value in found.items() if value}


def codes(text: str) -> list[str]:
    return [issue.code for issue in pc.parse(text, format="bibtex").issues]


def test_a_whole_entry_is_read() -> None:
    (paper,) = pc.parse(PEREZ)
    assert paper.title == "Discovering Language Model Behaviors with Model-Written Evaluations"
    assert [str(author) for author in paper.authors] == ["Ethan Perez", "Sam Ringer", "Kamilė Lukošiūtė"]
    assert (paper.year, paper.arxiv, paper.type) == (2022, "2212.09251", "misc")
    assert dict(paper.extra) == {"key": "perez2022"}
    assert paper.inferred == ()


FIELDS: list[tuple[str, dict[str, Any]]] = [
    ("title = {Sleeper Agents}", {"title": "Sleeper Agents"}),
    ('title = "Sleeper Agents"', {"title": "Sleeper Agents"}),
    ("TITLE = {Sleeper\n   Agents}", {"title": "Sleeper Agents"}),
    ("title = {{Sleeper Agents}}", {"title": "Sleeper Agents"}),
    ("title = {Training {LLMs} that {P}ersist}", {"title": "Training LLMs that Persist"}),
    (r"title = {\emph{Monosemantic} neurons}", {"title": "Monosemantic neurons"}),
    (r"title = {``Deep'' learning---a {\em survey}}", {"title": "“Deep” learning—a survey"}),
    ("title = {The $O(n^{2})$ case}", {"title": "The $O(n^{2})$ case"}),
    (r"title = {R\&D at 5\%}", {"title": "R&D at 5%"}),
    (r'title = "Stra{\ss}e {"}quoted{"}"', {"title": 'Straße "quoted"'}),
    ("year = 2022", {"year": 2022}),
    ("year = {2022}", {"year": 2022}),
    ("year = {to appear}", {"extra": {"year": "to appear"}}),
    ("date = {2022-12-19}", {"year": 2022, "month": 12, "extra": {"date": "2022-12-19"}}),
    ("date = {2022-12}", {"year": 2022, "month": 12}),
    ("date = {2011-12-05/2012-01-03}", {"year": 2011, "month": 12, "extra": {"date": "2011-12-05/2012-01-03"}}),
    ("month = dec", {"month": 12}),
    ("month = {December}", {"month": 12}),
    ("month = {13}", {"extra": {"month": "13"}}),
    ("journal = {Nature}", {"venue": "Nature"}),
    ("booktitle = {NeurIPS}", {"venue": "NeurIPS"}),
    ("number = 4", {"issue": "4"}),
    ("pages = {1--9}", {"pages": "1–9"}),
    ("note = {31 pages}", {"comment": "31 pages"}),
    ("doi = {https://doi.org/10.1109/CBMS.2019.00091}", {"doi": "10.1109/cbms.2019.00091"}),
    ("doi = {none}", {"extra": {"doi": "none"}}),
    ("eprint = {hep-th/9711200}", {"arxiv": "hep-th/9711200"}),
    ("eprint = {0}", {"extra": {"eprint": "0"}}),
    ("eprint = {2212.09251}, primaryclass = {cs.CL}", {"arxiv": "2212.09251", "extra": {"primaryclass": "cs.CL"}}),
    (r"url = {https://example.org/~a_b?c=1&d=2}", {"url": "https://example.org/~a_b?c=1&d=2"}),
    ("keywords = {safety, evaluation; language models}", {"keywords": ["safety, evaluation", "language models"]}),
    ("howpublished = {Web page}", {"venue": "Web page"}),
    ("editor = {Perez, Ethan}", {"extra": {"editor": "Perez, Ethan"}}),
    ("abstract = {One paragraph.\n\nAnother.}", {"abstract": "One paragraph. Another."}),
    ("publisher = {}", {}),
]


@pytest.mark.parametrize(("field", "expected"), FIELDS, ids=[field for field, _ in FIELDS])
def test_fields_go_where_they_belong(field: str, expected: dict[str, Any]) -> None:
    assert only(f"@misc{{a, volume = 1, {field}}}") == {"volume": "1", **expected}


AUTHORS: list[tuple[str, list[str]]] = [
    ("Perez, Ethan", ["Perez, Ethan"]),
    ("Ethan Perez", ["Perez, Ethan"]),
    ("Perez, Ethan and Sam Ringer", ["Perez, Ethan", "Ringer, Sam"]),
    ("Perez, Ethan\n  and\n  Ringer, Sam", ["Perez, Ethan", "Ringer, Sam"]),
    ("Ludwig van Beethoven", ["van Beethoven, Ludwig"]),
    ("de la Fuente, Rodrigo", ["de la Fuente, Rodrigo"]),
    ("King, Jr., Martin Luther", ["King, Jr., Martin Luther"]),
    ("{ATLAS Collaboration}", ["ATLAS Collaboration"]),
    ("{Barnes and Noble, Inc.}", ["Barnes and Noble, Inc."]),
    ('Mindermann, S{\\"o}ren', ["Mindermann, Sören"]),
    ("Garriga-Alonso, Adri{\\`a}", ["Garriga-Alonso, Adrià"]),
    ("Mausam", ["Mausam"]),
    ("Bowman, Samuel R.", ["Bowman, Samuel R."]),
    ("Perez, Ethan and others", ["Perez, Ethan"]),
    ("Perez, Ethan and {others}", ["Perez, Ethan"]),
    ("Perez, Ethan and et al.", ["Perez, Ethan"]),
    ("Hung-yi Lee and al-Rfou, Rami", ["Lee, Hung-yi", "al-Rfou, Rami"]),
    ("Donald~E.~Knuth", ["Knuth, Donald E."]),
    ("\\'{A}ngel Ruiz and {\\'E}mile Zola", ["Ruiz, Ángel", "Zola, Émile"]),
    ("Émile Zola", ["Zola, Émile"]),
    ("{{OpenAI Team}}", ["OpenAI Team"]),
    ("given=Peter, prefix=van, family=Shor and family=Perez, given=Ethan", ["van Shor, Peter", "Perez, Ethan"]),
    ('given={J{\\"o}rg}, family={M{\\"u}ller} and family="De Gaulle", given=Charles', ["Müller, Jörg", "De Gaulle, Charles"]),
    ("family=King, suffix=Jr., given=Martin Luther", ["King, Jr., Martin Luther"]),
    ("given=Hans, given-i=H, prefix=de, useprefix=true, family=Harman and Ringer, Sam", ["de Harman, Hans", "Ringer, Sam"]),
    ("family={Ortega y Gasset, y}, given=José", ["Ortega y Gasset, y, José"]),
    ("A=B, Ethan", ["A=B, Ethan"]),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("names", "authors"), AUTHORS, ids=[names or "nobody" for names, _ in AUTHORS])
def test_names_are_read(names: str, authors: list[str]) -> None:
    (paper,) = pc.parse(f"@misc{{a, title={{X}}, author={{{names}}}}}")
    assert [author.inverted for author in paper.authors] == authors


@pytest.mark.parametrize(
    "names", ["{}", "{} and Perez, Ethan", "{\x00} and Perez, Ethan", "\u0378, Ethan", "and and and", ",", ", , ,", "{", "}"]
)
def test_a_bad_name_does_not_stop_the_reading(names: str) -> None:
    assert pc.parse(f"@misc{{a, author={{{names}}}, title={{X}}}}\n{SLEEPER}", format="bibtex").inputs[0].format == "bibtex"


MALFORMED: list[tuple[str, list[str], int]] = [
    ("given=Ethan and Ringer, Sam", ["given=Ethan", "Ringer, Sam"], 1),
    ("family=Perez, given=Ethan, useprefix=true", ["Perez, Ethan"], 1),
    ("Perez, Ethan, and Sam Ringer", ["Perez, Ethan", "Ringer, Sam"], 1),
    ("Perez, Ethan and", ["Perez, Ethan"], 1),
    ("Perez, Ethan and and Ringer, Sam", ["Perez, Ethan", "Ringer, Sam"], 1),
    ("and and", [], 1),
    ("{} and Perez, Ethan", ["Perez, Ethan"], 1),
    ("King, Jr., Martin, Luther", ["King, Jr., Martin Luther"], 1),
    (", Ethan", ["Ethan"], 1),
    ("Perez, Ethan and Metin And", ["Perez, Ethan", "And, Metin"], 0),
]  # fmt: skip


@pytest.mark.parametrize(("names", "authors", "count"), MALFORMED, ids=[names for names, *_ in MALFORMED])
def test_malformed_names_are_read_and_told(names: str, authors: list[str], count: int) -> None:
    cat = pc.parse(f"@misc{{a, title={{X}}, author={{{names}}}}}")
    assert [author.inverted for author in cat[0].authors] == authors
    assert [issue.code for issue in cat.issues] == ["name-malformed"] * count


ENTRIES: list[tuple[str, str, list[str], list[str]]] = [
    ("one", SLEEPER, ["Sleeper Agents"], []),
    ("in parentheses", "@misc(hubinger2024, title={Sleeper Agents})", ["Sleeper Agents"], []),
    ("upper case", "@MISC{hubinger2024, TITLE={Sleeper Agents}}", ["Sleeper Agents"], []),
    ("without a key", "@misc{, title={Sleeper Agents}}", ["Sleeper Agents"], []),
    ("CRLF", SLEEPER.replace(", ", ",\r\n"), ["Sleeper Agents"], []),
    ("a comma at the end", "@misc{a, title={Sleeper Agents},\n}", ["Sleeper Agents"], []),
    (
        "two with one key",
        "@misc{a, title={Sleeper Agents}}\n@misc{a, title={Constitutional AI}}",
        ["Sleeper Agents", "Constitutional AI"],
        [],
    ),
    ("an unknown type", "@preprint{a, title={Sleeper Agents}}", ["Sleeper Agents"], []),
    ("a string", '@string{ci = "Constitutional"}\n@misc{a, title = ci # { AI}}', ["Constitutional AI"], ["block-kept"]),
    ("an unknown string", "@misc{a, title = foo}", ["foo"], []),
    ("a comment", f"@comment{{nothing}}\n{SLEEPER}", ["Sleeper Agents"], ["block-kept"]),
    ("a preamble", f'@preamble{{"x"}}\n{SLEEPER}', ["Sleeper Agents"], ["block-kept"]),
    ("text around", f"Dear all,\n{SLEEPER}\nBest wishes", ["Sleeper Agents"], ["block-kept", "block-kept"]),
    ("cut", f"{SLEEPER}\n@misc{{b, title={{Constitut", ["Sleeper Agents", "Constitut"], ["entry-mended"] * 2),
    ("cut in its head", f"{SLEEPER}\n@misc{{b", ["Sleeper Agents"], ["entry-broken"]),
    ("a brace too few", f"@misc{{b, title={{Constitutional AI}}\n{SLEEPER}", ["Constitutional AI", "Sleeper Agents"], ["entry-mended"]),
    (
        "a quote too few",
        f'@misc{{b, title="Constitutional AI, year=2022}}\n{SLEEPER}',
        ["Constitutional AI", "Sleeper Agents"],
        ["entry-mended"],
    ),
    ("a field twice", "@misc{a, title={Sleeper Agents}, title={Constitutional AI}}", ["Sleeper Agents"], ["field-repeated"]),
    ("a year that cannot be", "@misc{a, title={Sleeper Agents}, year={0999}}", ["Sleeper Agents"], []),
]


@pytest.mark.parametrize(("text", "titles", "issues"), [pytest.param(*case[1:], id=case[0]) for case in ENTRIES])
def test_entries_are_read_and_the_rest_is_kept(text: str, titles: list[str], issues: list[str]) -> None:
    cat = pc.parse(text)
    assert cat.inputs[0].format == "bibtex"
    assert [paper.title for paper in cat] == titles
    assert [issue.code for issue in cat.issues] == issues


def test_what_is_kept_is_kept_whole() -> None:
    broken = "@misc{b, title"
    (issue,) = pc.parse(f"{SLEEPER}\n{broken}").issues
    assert (issue.raw, issue.source and issue.source.line) == (broken, 2)


@pytest.mark.parametrize("mark", ["", "\ufeff", "\n\n", "  ", "% made by hand\n"])
def test_the_format_is_known_by_an_entry(mark: str) -> None:
    assert sniff(Document("a.bib", mark + SLEEPER)) > 0.9


@pytest.mark.parametrize(
    "text", ["", "ethan@anthropic.com (Ethan)", "see @misc for more", "Perez {et al.}", "@", "@{}", "a @misc{b} in a sentence"]
)
def test_prose_with_an_at_sign_is_no_bibtex(text: str) -> None:
    assert sniff(Document("a.txt", text)) == 0


PAIRS = [("note", "comment"), ("journal", "booktitle"), ("number", "issue"), ("journal", "journaltitle")]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_fields_of_one_meaning_are_both_kept(one: str, other: str) -> None:
    found = str(pc.parse(f"@misc{{a, title={{X}}, {one}={{Uno}}, {other}={{Dos}}}}").to_dicts())
    assert "Uno" in found
    assert "Dos" in found


def test_the_first_of_a_field_that_stands_twice_is_taken_and_the_others_kept() -> None:
    found = only("@misc{a, title={Sleeper Agents}, title={Constitutional AI}, title={Red Teaming}}")
    assert found["title"] == "Sleeper Agents"
    assert set(found["extra"].values()) == {"Constitutional AI", "Red Teaming"}


def test_places_bear_the_names_of_the_fields_of_papers() -> None:
    (paper,) = pc.parse(PEREZ)
    assert {"title", "authors", "year", "arxiv"} <= {one.field for one in paper.sources}


def test_places_are_those_of_the_values() -> None:
    (paper,) = pc.parse(PEREZ)
    places = {one.field: PEREZ[one.start : one.end].strip("{}") for one in paper.sources}
    assert places["title"] == paper.title
    assert "2212.09251" in places.values()
    assert any(place.startswith("Perez, Ethan and Ringer, Sam") for place in places.values())
    assert places["record"] == PEREZ.strip().strip("{}")


def test_the_joined_dumps_come_back(one: pc.Catalog) -> None:
    back = pc.parse(one.to_bibtex())
    assert back.issues == ()
    for before, after in zip(one, back, strict=True):
        for name in ("title", "authors", "arxiv", "year", "month", "comment"):
            assert getattr(before, name) == getattr(after, name), before.label
        assert before.abstract == after.abstract, before.label


VALUE = st.text(st.sampled_from('ab \\{}"#$%&,=@~^_\nä'), max_size=20)


@given(values=st.lists(VALUE, max_size=4), kind=st.sampled_from(["misc", "article", "string", "comment", "x1", ""]))
def test_any_entry_is_read_and_accounted_for(values: list[str], kind: str) -> None:
    text = f"@{kind}{{key, {', '.join(f'f{i} = {{{value}}}' for i, value in enumerate(values))}}}"
    cat = pc.parse(text, format="bibtex")
    assert sum(span.end - span.start for span in cat.receipt()) == len(text)


@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="{}\\$\"&~`^-',/@:")))
def test_plain_values_are_cleaned_and_come_as_they_stand(text: str) -> None:
    (paper,) = pc.parse(f"@misc{{a, title = {{X}}, note = {{{text}}}}}", format="bibtex")
    assert paper.comment is None or paper.comment == Document("a", text).clean(Place(0, len(text)))[0]


PROGRAMS = [
    "from dataclasses import dataclass\n\n\n@dataclass(frozen=True, slots=True)\nclass Name:\n    family: str\n",
    "@lru_cache(maxsize=None)\ndef key(label):\n    return label\n\n@tool(title='Look up', url='/look')\ndef find():\n    pass\n",
    '@Table(name = "papers")\npublic class Paper {\n    @Column(name = "year", nullable = false)\n    int year;\n}\n',
    "@field_serializer('courses', when_used='json')\ndef told(self, one):\n    return one\n",
    "Write @code{bib, mode=plain} to begin, and @option{a, b = {c}} behind it.\n",
]


@pytest.mark.parametrize("text", PROGRAMS, ids=[text.split()[0] for text in PROGRAMS])
def test_a_program_is_no_bibtex(text: str) -> None:
    assert choose(Document("name.py", text)) != "bibtex"
    assert not len(pc.parse(text))
    assert not len(pc.parse(text, format="bibtex"))


def test_an_entry_in_a_program_is_read_and_its_calls_are_not() -> None:
    cat = pc.parse(
        "@lru_cache(maxsize=8)\ndef a(): ...\n\nCITE = 1\n"
        "@dataset(a, title = {Sleeper Agents}, year = 2024)\n@thing{b, doi = {10.1234/x}}\n"
    )
    assert [(paper.title, paper.year, paper.doi) for paper in cat] == [("Sleeper Agents", 2024, None), (None, None, "10.1234/x")]


@given(st.text(st.sampled_from("a é{}\\$~`-',^%\n\x00\u200b"), max_size=8))
def test_a_value_is_text_where_it_has_no_sign_of_latex(value: str) -> None:
    slow = value.isprintable() and not has_latex(value) and bool(value.strip())
    assert is_text(value) is is_text(value, pairs_in(f"x{value}")) is slow


@given(st.text(st.sampled_from("a é{}\\$~`-',^%\n\x00\u200b&=+<U(cid:"), max_size=12))
def test_a_value_with_nothing_to_repair_is_what_cleaning_makes_of_it(value: str) -> None:
    shown = plain_text(value, pairs_in(f"x{value}"))
    assert shown is None or (is_text(value) and (shown, []) == Document("a", value).clean(Place(0, len(value))))
    assert shown or not (value.isascii() and value.isalnum())
