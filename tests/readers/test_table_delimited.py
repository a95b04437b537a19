"""Rows and cells with their places, pinned to Python's csv module on all that it writes."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.table.delimited import find_rows, find_sep_line

TEXT = st.text(st.sampled_from('ab" ,;\t|\n\r.\u200bé'), max_size=6)
ROWS = st.lists(st.lists(TEXT, min_size=2, max_size=4), max_size=5)


def cells(text: str, sep: str = ",", width: int = 0) -> list[list[str]]:
    return [
        [cell.raw if cell.raw is not None else text[cell.start : cell.end] for cell in row.cells] for row in find_rows(text, sep, 0, width)
    ]


@given(ROWS, st.sampled_from(",;\t|"), st.sampled_from([("\n", True), ("\r", True), ("\r\n", True), ("\r\n", False)]))
def test_what_csv_writes_is_read_as_csv_reads_it(rows: list[list[str]], sep: str, dialect: tuple[str, bool]) -> None:
    end, all_quoted = dialect  # without quotes the writer looks for the characters of its own line end only
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=sep, lineterminator=end, quoting=csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL).writerows(rows)
    assert cells(out.getvalue(), sep) == list(csv.reader(io.StringIO(out.getvalue(), newline=""), delimiter=sep)) == rows


@given(st.text(st.sampled_from('a", ;\n\r\v\u2028'), max_size=40), st.sampled_from(",;"), st.integers(0, 4))
def test_rows_and_cells_stand_in_order_and_leave_nothing_out(text: str, sep: str, width: int) -> None:
    place = 0
    for row in find_rows(text, sep, 0, width):
        assert place <= row.place.start <= row.place.end <= len(text)
        assert "a" not in text[place : row.place.start]
        inside = row.place.start
        for cell in row.cells:
            assert inside <= cell.start <= cell.end <= row.place.end
            assert "a" not in text[inside : cell.start]
            inside = cell.end
        assert "a" not in text[inside : row.place.end]
        place = row.place.end
    assert "a" not in text[place:]


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ('a, "b, c" ,d\n', 0, [["a", "b, c", "d"]]),
        ('"a "b" c",d\n', 0, [['a "b" c', "d"]]),
        ('a "b",c "d\n', 0, [['a "b"', 'c "d']]),
        ('="0704.0001","=""0704.0002"""\n', 0, [['="0704.0001"', "0704.0002"]]),
        ('a,b\n"c,d\ne,f\n', 2, [["a", "b"], ["c", "d"], ["e", "f"]]),
        ('a;b\n"c" d;e\n"f" g;"h"\n', 2, [["a", "b"], ['"c" d', "e"], ['"f" g', "h"]]),
        ('a;b\n"c" d;e\n', 2, [["a", "b"], ['"c" d', "e"]]),
        ('a;b;c\n"d" e;f "g";h\n', 3, [["a", "b", "c"], ['"d" e', 'f "g"', "h"]]),
        ('a,b,x\nc,y,"d "e" f\ng, h"\ni,j,z\n', 3, [["a", "b", "x"], ["c", "y", 'd "e" f\ng, h'], ["i", "j", "z"]]),
        ('a,b\nc,"d, cut', 2, [["a", "b"], ["c", "d, cut"]]),
        ("a,b,c\nd,e\nf,g\n", 3, [["a", "b", "c"], ["d", "e\nf", "g"]]),
        ("a,b,c\nd,e\nF,g\n", 3, [["a", "b", "c"], ["d", "e"], ["F", "g"]]),
        ("a,b,c\n\nd\n", 3, [["a", "b", "c"], ["d"]]),
        ("a,b,c\nd\n", 3, [["a", "b", "c\nd"]]),
        ("a,b\vc,d\fe,f", 0, [["a", "b"], ["c", "d"], ["e", "f"]]),
        ("a,b\nc,d\ve\nf,g\nh,i", 0, [["a", "b"], ["c", "d\ve"], ["f", "g"], ["h", "i"]]),
        ("a,\n,\n", 0, [["a", ""], ["", ""]]),
        ("", 0, []),
        ("\ufeff\n \n", 0, []),
    ],
)
def test_rows(text: str, width: int, rows: list[list[str]]) -> None:
    assert cells(text, ";" if ";" in text else ",", width) == rows


@pytest.mark.parametrize(
    ("text", "sep"), [("sep=;\nA;B", ";"), ('"sep=|"\r\nA|B', "|"), ("\ufeffSEP=\\t\nA", "\t"), ("sep=;A", ""), ("A;B\nsep=;\n", "")]
)
def test_the_line_that_names_the_separator(text: str, sep: str) -> None:
    assert find_sep_line(text)[0] == sep


HEADLESS = """Sleeper Agents: Training Deceptive LLMs,"Evan Hubinger, Carson Denison",2024,https://arxiv.org/abs/2401.05566
Constitutional AI: Harmlessness from AI Feedback,"Yuntao Bai, Saurav Kadavath",2022,https://arxiv.org/abs/2212.08073
Deep Learning,"Yann LeCun, Yoshua Bengio",2015,https://doi.org/10.1038/nature14539
"""


def test_rows_in_quotes_without_a_header_are_a_table_and_no_references() -> None:
    cat = pc.parse(HEADLESS)
    assert cat.inputs[0].format == "table"
    assert [(paper.title, [author.family for author in paper.authors], paper.year) for paper in cat][2] == (
        "Deep Learning",
        ["LeCun", "Bengio"],
        2015,
    )
    assert (cat[0].arxiv, cat[2].doi) == ("2401.05566", "10.1038/nature14539")


def test_titles_and_years_of_a_program_are_a_table_too() -> None:
    text = "ICSE,2018,Deep Code Comment Generation,Talk\n" + 'ICSE,2018,"Development, Testing and Maintenance of Android Apps",Talk\n'
    assert [(paper.title, paper.year) for paper in pc.parse(text + text.replace("D", "B"))][1] == (
        "Development, Testing and Maintenance of Android Apps",
        2018,
    )


def test_the_braces_of_bibtex_around_a_cell_are_left_out() -> None:
    text = """"","bibtype","author","title","journal","year","pages","doi"
"ISI:1","Article","Desha M. Girod and Jennifer L. Tobin","{Take the Money and Run: The {IMF} and
   Agreements}","{INTERNATIONAL ORGANIZATION}","{2016}","{209-239}","{10.1017/S0020818315000326}"
"""
    (paper,) = pc.parse(text)
    assert paper.title in ("Take the Money and Run: The {IMF} and Agreements", "Take the Money and Run: The IMF and Agreements")
    assert (paper.venue, paper.year, paper.pages, paper.doi) == ("INTERNATIONAL ORGANIZATION", 2016, "209-239", "10.1017/s0020818315000326")
