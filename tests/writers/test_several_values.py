"""What a paper has several of: editors that a file names one by one, keywords with commas of their own, a label said once more."""

import csv
import io
import json

import pytest

import papercat as pc
from papercat import Catalog, Paper
from papercat.models import FrozenMap

# The record of a paper of NIME 2020 as its RIS has it: a line for each editor, and two numbers.
RIS = """TY  - CPAPER
TI  - Interactive Mobile Musical Application using faust2smartphone
AU  - Weng, Ruolun
A2  - Michon, Romain
A2  - Schroeder, Franziska
SN  - 2220-4806
SN  - 9781781907382
PY  - 2020
ER  -
"""
FORMATS = ("bibtex", "ris", "csl", "csv", "json")
# Subject headings of PubMed, https://www.nlm.nih.gov/mesh/, many of which have commas.
KEYWORDS = [
    ("alignment", "safety"),
    ("Cell Line, Tumor", "Mice", "Mice, Inbred BALB C"),
    ("Cell Line, Tumor",),
    ("Mice",),
]


@pytest.mark.parametrize("biblatex", [False, True])
def test_all_editors_are_in_the_entry(*, biblatex: bool) -> None:
    cat = pc.parse(RIS)
    assert "editor        = {Michon, Romain and Schroeder, Franziska}," in cat.to_bibtex(biblatex=biblatex)
    assert not [issue for issue in cat.check(biblatex=biblatex) if "editor" in issue.message]


def test_all_editors_are_in_csl() -> None:
    editors = [{"family": "Michon", "given": "Romain"}, {"family": "Schroeder", "given": "Franziska"}]
    assert json.loads(pc.parse(RIS).dumps("csl"))[0]["editor"] == editors


def test_what_ris_says_more_than_once_goes_back() -> None:
    cat = pc.parse(RIS)
    written = cat.dumps("ris")
    assert [line for line in RIS.splitlines() if line.startswith(("A2", "SN"))] == [
        line for line in written.splitlines() if line.startswith(("A2", "SN"))
    ]
    assert pc.parse(written).dumps("ris") == written
    assert cat.check("ris") == ()


def test_a_number_of_another_kind_is_no_further_person() -> None:
    cat = Catalog(
        [Paper(title="Sleeper Agents", extra=FrozenMap({"editor": "Bai, Yuntao", "editora": "Perez, Ethan", "bdsk-url-1": "http://a.org"}))]
    )
    assert "editor        = {Bai, Yuntao}" in cat.to_bibtex()
    assert "bdsk-url-1" in cat.to_bibtex()


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("words", KEYWORDS, ids=" | ".join)
def test_keywords_are_read_again_as_they_were(words: tuple[str, ...], form: str) -> None:
    cat = Catalog([Paper(title="Sleeper Agents", year=2024, keywords=words)])
    again = pc.parse(cat.dumps(form), name=f"refs.{form}")
    assert again[0].keywords == words
    assert again.dumps("bibtex") == cat.dumps("bibtex")


def test_keywords_without_commas_have_them_between() -> None:
    assert "keywords      = {alignment, safety}" in Catalog([Paper(title="Sleeper Agents", keywords=("alignment", "safety"))]).to_bibtex()


def test_the_key_has_its_place_in_ris() -> None:
    assert pc.parse("@misc{hubinger24, title={Sleeper Agents}}").check("ris") == ()


# BibDesk numbers its links, Scopus writes underscores, Better BibTeX its own names.
@pytest.mark.parametrize("field", ["bdsk-url-1", "author_keywords", "abbrev_source_title", "doi2", "issn-2", "mendeley-tags"])
def test_fields_of_others_stay_in_a_bib(field: str) -> None:
    cat = pc.parse(f"@misc{{hubinger24, title={{Sleeper Agents}}, {field}={{https://example.org/a}}}}")
    assert cat.check() == ()
    assert pc.parse(cat.to_bibtex())[0].extra == cat[0].extra
    assert cat[0].extra[field] == "https://example.org/a"


@pytest.mark.parametrize("label", ["arxiv:comment", "edition.ville", "Report-no", "2nd", "-2", "a b", "a=b", "a%b"])
def test_a_label_that_is_no_field_name_is_told(label: str) -> None:
    cat = Catalog([Paper(title="Sleeper Agents", extra=FrozenMap({label: "x"}))])
    assert "x}" not in cat.to_bibtex()
    assert [issue.code for issue in cat.check()] == ["field-not-written"]


def test_a_table_has_one_column_for_the_key_and_is_the_same_when_read_again() -> None:
    cat = pc.parse("@misc{hubinger24, title={Sleeper Agents}} @misc{perez22, title={Red Teaming}, isbn={978-0-262-03561-3}}")
    written = cat.dumps("csv")
    assert written.splitlines()[0].endswith(",abstract,extra.isbn")
    assert pc.parse(written, name="refs.csv").dumps("csv") == written
    respelt = pc.parse("@misc{schütze 20, title={Repairing Names}}")
    assert [one["extra.key"] for one in csv.DictReader(io.StringIO(respelt.dumps("csv")))] == ["schütze 20"]


def test_a_merge_of_both_ways_to_name_editors_has_each_once() -> None:
    cat = pc.parse(RIS, name="nime.ris")
    joined = (cat + pc.parse(cat.to_bibtex(), name="nime.bib")).dedup()
    assert len(joined) == 1
    assert "editor        = {Michon, Romain and Schroeder, Franziska}," in joined.to_bibtex()
    assert joined.dumps("ris").count("A2  - ") == 2
