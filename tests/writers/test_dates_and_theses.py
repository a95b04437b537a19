"""What is known besides year and month is written, whatever was read is written or told, and a thesis is one of its kind."""

import json
from dataclasses import replace

import pytest

import papercat as pc
from papercat import Catalog, Paper
from papercat.models import FrozenMap
from papercat.text.dates import day_of, whole_date

# What an entry says, and what is written for it: with BibTeX's fields, with biblatex's, the parts of CSL's date, RIS.
DATES = [
    ("date = {2023-03-15}", ["date = {2023-03-15}", "year = {2023}", "month = mar"], "date = {2023-03-15}", [2023, 3, 15], "2023/03/15/"),
    ("date = {2023-03}", ["year = {2023}", "month = mar"], "date = {2023-03}", [2023, 3], "2023/03//"),
    ("date = {1997-10/1997-11}", ["year = {1997}", "month = oct"], "date = {1997-10/1997-11}", [1997, 10], "1997/10//"),
    ('year = 2019, month = jun # "~2"', ["year = {2019}", 'month = jun # "~2"'], "date = {2019-06-02}", [2019, 6, 2], "2019/06/02/"),
    ("year = {2001/2002}", ["year = {2001/2002}"], "date = {2001/2002}", [2001], None),
    ("year = {in press}", ["year = {in press}"], "year = {in press}", None, None),
    ("date = {2020-05-uu}", ["year = {2020}", "month = may"], "date = {2020-05}", [2020, 5], "2020/05//"),
    ("year = 1999", ["year = {1999}"], "date = {1999}", [1999], None),
]


def lines(cat: Catalog, **options: object) -> list[str]:
    return [" ".join(line.strip(" ,").split()) for line in cat.to_bibtex(**options).splitlines()]


@pytest.mark.parametrize(("said", "classic", "biblatex", "parts", "ris"), DATES, ids=[one[0] for one in DATES])
def test_a_date_is_written_whole(said: str, classic: list[str], biblatex: str, parts: list[int] | None, ris: str | None) -> None:
    cat = pc.parse(f"@misc{{perez, title = {{Sycophancy}}, {said}}}")
    assert set(classic) <= set(lines(cat))
    dated = [line for line in lines(cat, biblatex=True) if line.startswith(("date", "year", "month"))]
    assert dated == [biblatex]
    assert json.loads(cat.dumps("csl"))[0].get("issued") == (parts and {"date-parts": [parts]})
    assert [line[6:] for line in cat.dumps("ris").splitlines() if line.startswith("DA")] == ([ris] if ris else [])


@pytest.mark.parametrize("said", [one[0] for one in DATES])
def test_it_comes_back_and_is_written_the_same_again(said: str) -> None:
    cat = pc.parse(f"@misc{{perez, title = {{Sycophancy}}, {said}}}")
    back = pc.parse(cat.to_bibtex())
    assert [(one.year, one.month, one.extra) for one in back] == [(one.year, one.month, one.extra) for one in cat]
    assert back.to_bibtex() == cat.to_bibtex()
    assert [replace(one, sources=()) for one in pc.parse(cat.dumps("csl"))] == [replace(one, sources=()) for one in cat]


def test_what_a_ris_file_said_stands_once() -> None:
    said = "TY  - JOUR\nTI  - Sleeper Agents\nPY  - 2024/01/10/Winter\nDA  - 2024/01/10/\nER  - \n"
    text = pc.parse(said).dumps("ris")
    assert [line for line in text.splitlines() if line[:2] in ("PY", "DA", "Y1")] == ["PY  - 2024/01/10/Winter", "DA  - 2024/01/10/"]


def test_a_corrected_year_is_not_contradicted_by_the_date_that_was_read() -> None:
    cat = pc.parse("@misc{perez, title = {Sycophancy}, date = {2022-12-19}}").correct("perez", year=2023)
    assert "date" not in cat.to_bibtex()
    assert "date = {2023-12}" in lines(cat, biblatex=True)
    assert json.loads(cat.dumps("csl"))[0]["issued"] == {"date-parts": [[2023, 12]]}
    assert "DA  - 2023/12//" in cat.dumps("ris")


def test_no_day_is_taken_from_another_date_or_where_there_is_none() -> None:
    assert [day_of([text], 2020, 2) for text in ("2020-02-30", "2020-03-01", "20200201", "Feb 2020", "2020 Feb 15-20", "")] == [
        None, None, None, None, 15, None,
    ]  # fmt: skip
    assert whole_date({"date": "2001/2002; DROP"}, 2001, None) == "2001"


THESES = [
    ("phdthesis", "school", ["@phdthesis", "school"], ["type = {phdthesis}", "institution = {MIT}"], "PhD thesis"),
    ("thesis", "institution", ["@phdthesis", "school"], ["institution = {MIT}"], None),
    ("thesis|phdthesis", "institution", ["@phdthesis", "school"], ["type = {phdthesis}", "institution = {MIT}"], "PhD thesis"),
    ("thesis|mathesis", "institution", ["@mastersthesis", "school"], ["type = {mathesis}", "institution = {MIT}"], "Master’s thesis"),
    ("report|techreport", "institution", ["@techreport", "institution"], ["type = {techreport}", "institution = {MIT}"], None),
]


@pytest.mark.parametrize(("kind", "place", "classic", "biblatex", "genre"), THESES, ids=[one[0] for one in THESES])
def test_a_thesis_is_one_in_every_format(kind: str, place: str, classic: list[str], biblatex: list[str], genre: str | None) -> None:
    entry, _, word = kind.partition("|")
    said = f", type = {{{word}}}" if word else ""
    cat = pc.parse(f"@{entry}{{bai, title = {{Alignment}}, author = {{Bai, Yuntao}}, year = 2022, {place} = {{MIT}}{said}}}")
    text = lines(cat)
    assert text[0].startswith(classic[0])
    assert f"{classic[1]} = {{MIT}}" in text
    assert not any(line.startswith("type") for line in text)
    assert set(biblatex) <= set(lines(cat, biblatex=True))
    made = json.loads(cat.dumps("csl"))[0]
    assert (made.get("genre"), made["publisher"]) == (genre, "MIT")
    assert "PB  - MIT" in cat.dumps("ris")
    assert cat.check() == ()
    assert pc.parse(cat.dumps("csl"))[0].to_dict() | {"sources": 0} == cat[0].to_dict() | {"sources": 0}


def test_what_bibtex_prints_for_another_thesis_is_no_word_of_biblatex() -> None:
    cat = pc.parse("@thesis{bai, title = {Alignment}, type = {bathesis}, institution = {MIT}, year = 2022}")
    assert "type = {Bachelor's thesis}" in lines(cat)


def test_check_tells_what_two_fields_of_one_name_lose() -> None:
    cat = pc.parse("@article{bai, title={Alignment}, title={Harmlessness}, author={Bai, Yuntao}, journal={Nature}, year=2022}")
    assert [issue.message for issue in cat.check()] == ["bai: another title was read too: 'Harmlessness'"]
    paper = Paper(title="Alignment", type="misc", year=2022, extra=FrozenMap({"date": "2021-02-03"}))
    assert [issue.code for issue in Catalog([paper]).check()] == ["field-not-written"]
