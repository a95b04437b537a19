"""Excel workbooks come as tab-separated text; without openpyxl an issue says what to install."""

import io
import sys
import zipfile
from datetime import date, datetime

import pytest

import papercat as pc
from papercat.text.workbook import is_workbook, read_workbook


def zipped(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("_", "/"), text)
    return out.getvalue()


def book(*sheets: list[list[object]]) -> bytes:
    openpyxl = pytest.importorskip("openpyxl")
    made = openpyxl.Workbook()
    made.remove(made.active)
    for rows in sheets:
        sheet = made.create_sheet()
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_workbook_is_read() -> None:
    rows: list[list[object]] = [
        ["Title", "Authors", "Date", "arXiv", "Note", None],
        ["Goals", "Ethan Perez\nSam Ringer", date(2022, 12, 19), 704.0001, None, None],
        ["Sleeper Agents", "Evan Hubinger", datetime(2024, 1, 10, 12, 30), 2401.05566, True, None],  # noqa: DTZ001  Excel knows no zones
    ]
    cat = pc.parse(book(rows, [["Titel", "Jahr", "DOI"], ["Constitutional AI", 2022, "10.1000/182"]]), name="papers.xlsx")
    assert [paper.title for paper in cat] == ["Goals", "Sleeper Agents", "Constitutional AI"]
    assert [(paper.year, paper.month) for paper in cat] == [(2022, 12), (2024, 1), (2022, None)]
    assert [paper.arxiv for paper in cat] == ["0704.0001", "2401.05566", None]
    assert [author.family for author in cat[0].authors] == ["Perez", "Ringer"]
    assert cat.inputs[0].encoding == "xlsx"
    assert not cat.receipt().unread


def test_a_workbook_without_openpyxl(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    cat = pc.parse(zipped(xl_workbook="<workbook/>"), name="papers.xlsx")
    (issue,) = cat.issues
    assert issue.code == "file-skipped"
    assert "install papercat[xlsx]" in issue.message


def test_a_broken_workbook_is_an_issue() -> None:
    pytest.importorskip("openpyxl")
    text, note, code = read_workbook(zipped(xl_workbook="<workbook/>"))
    assert (text, code) == ("", "file-skipped")
    assert "cannot be read" in note


def test_an_empty_workbook() -> None:
    assert [issue.code for issue in pc.parse(book([])).issues] == ["file-empty"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x03\x04 cut", b"Title,Year", zipped(word_document="x")])
def test_what_is_no_workbook(data: bytes) -> None:
    assert not is_workbook(data)


def test_an_archive_of_a_later_version_is_none() -> None:
    data = zipped(xl="x")
    entry = data.index(b"PK\x01\x02")
    assert not is_workbook(data[: entry + 6] + b"\x71\x00" + data[entry + 8 :])


def test_of_another_archive_the_files_are_read() -> None:
    cat = pc.parse(zipped(a="\x00" * 99), name="a.zip")
    assert [(issue.code, str(issue.source)) for issue in cat.issues] == [("file-skipped", "a.zip/a:1")]
