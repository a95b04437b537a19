"""RIS as its exporters write it, and as it never should be written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.tagged.ris import RIS

FIRST = "First | Hubinger, Evan | 2024"
SECOND = "Second | Denison, Carson | 2023"
TWO = (
    "TY  - JOUR\nTI  - First\nAU  - Hubinger, Evan\nPY  - 2024\nER  - \n\n"
    "TY  - CONF\nTI  - Second\nAU  - Denison, Carson\nPY  - 2023\nER  - \n"
)


def one(*lines: str) -> pc.Paper:
    """Read one record of these lines."""
    (paper,) = pc.parse("\n".join(("TY  - JOUR", *lines, "ER  - ")))
    return paper


def told(text: str) -> list[str]:
    return [f"{paper.title} | {'; '.join(author.inverted for author in paper.authors)} | {paper.year}" for paper in pc.parse(text)]


WAYS = {
    "clean": TWO,
    "no end marks": TWO.replace("ER  - \n", ""),
    "no end marks, no empty lines": TWO.replace("ER  - \n\n", "").replace("ER  - \n", ""),
    "no blank behind the end mark": TWO.replace("ER  - ", "ER  -"),
    "no start marks": TWO.replace("TY  - JOUR\n", "").replace("TY  - CONF\n", ""),
    "neither": TWO.replace("TY  - JOUR\n", "").replace("TY  - CONF\n", "").replace("ER  - \n", ""),
    "one blank": TWO.replace("  - ", " - "),
    "no blank": TWO.replace("  - ", "-"),
    "blanks behind the dash": TWO.replace("  - ", "  -   "),
    "tabs": TWO.replace("  - ", "\t-\t"),
    "en dashes": TWO.replace("  - ", "  – "),
    "no-break spaces": TWO.replace("  - ", "\u00a0\u00a0-\u00a0"),
    "small letters": "\n".join(line[:2].lower() + line[2:] for line in TWO.split("\n")),
    "set in": "".join(f"   {line}" for line in TWO.splitlines(keepends=True)),
    "BOM": "\ufeff" + TWO,
    "zero-width characters": TWO.replace("TI", "T\u200bI").replace("PY", "\u2060PY"),
    "CRLF": TWO.replace("\n", "\r\n"),
    "CR": TWO.replace("\n", "\r"),
    "empty lines in records": TWO.replace("AU", "\nAU"),
    "every line doubled": TWO.replace("\n", "\n\n"),
    "numbers before records": "Record #1 of 2\nProvider: X\nContent: text/plain\n1.\n" + TWO.replace("\n\nTY", "\nRecord #2 of 2\n2.\nTY"),
    "JSTOR": 'Provider: JSTOR http://www.jstor.org\nDatabase: JSTOR\nContent: text/plain; charset="us-ascii"\n\n\n' + TWO,
}


@pytest.mark.parametrize("text", WAYS.values(), ids=WAYS)
def test_a_way_of_writing_it_makes_no_difference(text: str) -> None:
    assert told(text) == [FIRST, SECOND]
    assert not pc.parse(text).receipt().unread


def test_junk_before_the_first_record_is_kept_as_an_issue() -> None:
    cat = pc.parse("My exported references, please do not edit\n" + TWO)
    assert len(cat) == 2
    assert [issue.raw for issue in cat.issues] == ["My exported references, please do not edit"]


def test_values_go_on_in_the_next_lines() -> None:
    paper = one(
        "TI  - From Basic to Applied", "Research Methods", "AB  - One paragraph.", "", "      Another - with a dash.", "N1  - a", "b"
    )
    assert (paper.title, paper.abstract, paper.comment) == (
        "From Basic to Applied Research Methods",
        "One paragraph. Another - with a dash.",
        "a b",
    )


def test_a_line_that_goes_on_is_no_tag() -> None:
    paper = one("AB  - We look at", "T2-weighted images and", "do - as others", "is - and are")
    assert (paper.abstract, paper.venue) == ("We look at T2-weighted images and do - as others is - and are", None)


def test_each_line_of_keywords_is_a_keyword() -> None:
    assert one("KW  - Animals", "Disease Models, Animal", "Humans").keywords == ("Animals", "Disease Models, Animal", "Humans")
    assert one("KW  - a; b", "KW  - c").keywords == ("a", "b", "c")
    assert one("KW  - alpha, beta, gamma").keywords == ("alpha", "beta", "gamma")
    assert one("KW  - Hospitals, London").keywords == ("Hospitals, London",)


NAMES = [
    (("AU  - Hubinger, Evan", "A1  - Denison, Carson"), "Hubinger, Evan; Denison, Carson"),
    (("AU  - Hubinger, E.; Denison, C.; Mu, J.",), "Hubinger, E.; Denison, C.; Mu, J."),
    (("AU  - Hubinger, Evan;",), "Hubinger, Evan"),
    (("AU  - Evan Hubinger and Carson Denison",), "Hubinger, Evan; Denison, Carson"),
    (("AU  - Sch&uuml;tze, Hinrich",), "Schütze, Hinrich"),
    (("AU  - King, Martin Luther, Jr.",), "King, Jr., Martin Luther"),
    (("AU  - Pavelka, K., jr.", "AU  - Běloch, L."), "Pavelka, jr., K.; Běloch, L."),
    (("AU  - van Acker, B.",), "van Acker, B."),
    (("AU  - Plato", "AU  - Hubinger, Evan"), "Plato; Hubinger, Evan"),
    (("AU  - CERN", "AU  - Hubinger, Evan"), "CERN; Hubinger, Evan"),
    (("AU  - World Health Organization",), "World Health Organization"),
    (("A2  - Mu, Jesse",), ""),
]


@pytest.mark.parametrize(("lines", "names"), NAMES)
def test_names_are_read(lines: tuple[str, ...], names: str) -> None:
    assert "; ".join(author.inverted for author in one("TI  - A", *lines).authors) == names


def test_one_word_is_a_family_name_and_capitals_an_organisation() -> None:
    plato, cern = one("AU  - Plato", "AU  - CERN").authors
    assert (plato.family, cern.literal) == ("Plato", "CERN")


def test_of_several_tags_for_a_field_the_better_one_counts() -> None:
    paper = one(
        "JA  - Nat.",
        "JO  - Nature J",
        "JF  - Nature",
        "N2  - Notes",
        "AB  - We show.",
        "T1  - A!",
        "TI  - A",
        "Y1  - 1900/01/01",
        "DA  - 1950/02/01",
    )
    assert (paper.venue, paper.abstract, paper.title, paper.year, paper.month) == ("Nature", "We show.", "A", 1950, 2)
    assert {paper.extra[tag] for tag in ("JO", "JA", "N2", "T1", "Y1")} == {"Nature J", "Nat.", "Notes", "A!", "1900/01/01"}


IDS = [
    ("DO  - https://doi.org/10.1000/ABC", "doi", "10.1000/abc"),
    ("N1  - doi: 10.1000/abc", "doi", "10.1000/abc"),
    ("M3  - 10.1000/abc", "doi", "10.1000/abc"),
    ("UR  - http://dx.doi.org/10.1000/abc", "doi", "10.1000/abc"),
    ("SP  - arXiv:2401.05566", "arxiv", "2401.05566"),
    ("M1  - arXiv:2401.05566v3", "arxiv", "2401.05566"),
    ("UR  - http://arxiv.org/abs/2401.05566v3", "arxiv", "2401.05566"),
]


@pytest.mark.parametrize(("line", "field", "found"), IDS)
def test_an_id_is_found_wherever_it_stands(line: str, field: str, found: str) -> None:
    assert getattr(one("TI  - A", line), field) == found


def test_an_address_stays_as_it_is() -> None:
    url = "https://www.scopus.com/inward/record.uri?eid=2-s2.0-85&doi=10.15598%2faeee.v16i3.2698&partnerID=40&md5=3d"
    assert one("TI  - A", f"UR  - {url}").url == url
    assert one("TI  - A", "UR  - http://a.org/?a=1&amp;b=2").url == "http://a.org/?a=1&b=2"


def test_pages_dates_and_what_has_no_field() -> None:
    paper = one(
        "TI  - A",
        "SP  - 271",
        "EP  - 278",
        "PY  - 2014//",
        "DA  - Jun",
        "SN  - 1234-5678",
        "U3  - Cited By :9",
        "XY  - strange",
        "C7  - 117694",
    )
    assert (paper.pages, paper.year, paper.month) == ("271–278", 2014, 6)
    assert dict(paper.extra) == {"issn": "1234-5678", "U3": "Cited By :9", "XY": "strange", "C7": "117694"}


def test_a_year_that_is_none_is_not_made_one() -> None:
    paper = one("TI  - A", "PY  - in press")
    assert (paper.year, paper.extra["PY"]) == (None, "in press")


TYPES = [("JOUR", "article"), ("CHAP", "incollection"), ("CPAPER", "inproceedings"), ("THES", "phdthesis"), ("RPRT", "techreport"),
         ("BOOK", "book"), ("jour", "article"), ("ELEC", "online")]  # fmt: skip


@pytest.mark.parametrize(("code", "kind"), TYPES)
def test_types_are_those_of_bibtex(code: str, kind: str) -> None:
    (paper,) = pc.parse(f"TY  - {code}\nTI  - A\nER  - \n")
    assert (paper.type, dict(paper.extra)) == (kind, {})


def test_a_type_that_bibtex_has_not_is_kept() -> None:
    assert [(paper.type, paper.extra["TY"]) for paper in pc.parse("TY  - MAP\nTI  - A\nER  - \nTY  - ODD\nTI  - B\nER  - \n")] == [
        ("misc", "MAP"),
        (None, "ODD"),
    ]


def test_the_second_title_of_a_book_is_its_series() -> None:
    book, chapter = pc.parse("TY  - BOOK\nTI  - A\nT2  - B\nER  - \nTY  - CHAP\nTI  - A\nT2  - B\nER  - \n")
    assert (book.venue, book.extra["series"], chapter.venue) == (None, "B", "B")


def test_the_title_of_a_book_without_a_title() -> None:
    (paper,) = pc.parse("TY  - BOOK\nBT  - Only here\nER  - \n")
    assert paper.title == "Only here"


def test_all_codes_of_the_specification_are_known() -> None:
    codes = (
        "ABST ADVS AGGR ANCIENT ART BILL BLOG BOOK CASE CHAP CHART CLSWK COMP CONF CPAPER CTLG DATA DBASE DICT EBOOK ECHAP EDBOOK EJOUR"
        " ELEC ENCYC EQUA FIGURE GEN GOVDOC GRANT HEAR ICOMM INPR JFULL JOUR LEGAL MANSCPT MAP MGZN MPCT MULTI MUSIC NEWS"
        " PAMP PAT PCOMM RPRT SER SLIDE SOUND STAND STAT THES UNBILL UNPB VIDEO"
    )
    assert {code for code in codes.split() if code.lower() not in RIS.types} == set()


def test_mojibake_is_told_from_the_whole_file() -> None:
    (paper,) = pc.parse(
        "TY  - JOUR\nTI  - A\nAU  - Mindermann, Sรถren\nAU  - Gašić, Milica\nAU  - Schรผtze, Hinrich\nER  - \n".replace("Gašić", "Gaลกiฤ")
    )
    assert [author.family for author in paper.authors][::2] == ["Mindermann", "Schütze"]


LINES = [
    *("TY  - JOUR", "TY  - BOOK", "TI  - Sleeper Agents", "T2  - Nature", "KW  - honesty", "PY  - 2024", "ER  - ", "", "      Meg"),
    *(
        "AU  - Hubinger, Evan",
        "AU  - Denison, Carson",
        "AU  - Tong, ",
        "A2  - Perez, Ethan",
        "AU  - Bai, Yuntao; Kadavath, Saurav",
        "AU  - OpenAI",
    ),
]


@given(st.lists(st.sampled_from(LINES), min_size=3, max_size=12).map(lambda lines: "\n".join(("TY  - JOUR", "AU  - Du, Yilun", *lines))))
def test_a_run_of_authors_is_read_as_each_of_them_is(text: str) -> None:
    def read() -> tuple[list[object], tuple[pc.Issue, ...]]:
        cat = pc.parse(text, format="ris")
        return [(paper, paper.sources) for paper in cat], cat.issues

    in_runs = read()
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(vars(RIS), "names", frozenset())
        assert read() == in_runs


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("0029-8549", "issn"),
        ("0029-8549 (ISSN print)", "issn"),
        ("9780851995250", "isbn"),
        ("0-306-40615-2", "isbn"),
        ("6503251522", "issn"),
    ],
)
def test_the_number_of_a_serial_and_that_of_a_book_share_a_tag(value: str, label: str) -> None:
    (paper,) = pc.parse(f"TY  - JOUR\nTI  - Bridging meta-analysis and the comparative method\nSN  - {value}\nER  - \n")
    assert dict(paper.extra) == {label: value}
    (paper,) = pc.parse(f"%0 Journal Article\n%T Bridging meta-analysis and the comparative method\n%A Verdu, Miguel\n%@ {value}\n")
    assert dict(paper.extra) == {label if value != "6503251522" else "isbn": value}


def test_a_tag_that_a_program_makes_up_is_no_part_of_the_address_before_it() -> None:
    cat = pc.parse(
        "TY  - BOOK\nTI  - Geology of Lake Mountain, Utah\nAB  - Maps of the lake and of its\nSHORE - line, by hand\nPY  - 1951\n"
        "UR  - https://doi.org/10.34191/b-41\nNOTE - PDF file: Brimhall1981_GBNM.pdf\nER  - \n"
    )
    assert (cat[0].url, dict(cat[0].extra)) == ("https://doi.org/10.34191/b-41", {"NOTE": "PDF file: Brimhall1981_GBNM.pdf"})
    assert cat[0].abstract == "Maps of the lake and of its SHORE - line, by hand"


@pytest.mark.parametrize("form", ["ris", "csv", "bibtex"])
@pytest.mark.parametrize(
    "names", ["王小明", "{United Nations}", "王小明 and 李雷 and Lee, Ann", "{Food and Agriculture Organization} and {IPCC}"]
)
def test_names_of_one_part_come_back(form: str, names: str) -> None:
    cat = pc.parse(f"@misc{{a, title = {{A Report}}, author = {{{names}}}}}")
    assert [author.inverted for author in pc.parse(cat.dumps(form))[0].authors] == [author.inverted for author in cat[0].authors]


def test_a_second_note_and_link_stand_in_a_bib_and_come_back() -> None:
    text = "TY  - JOUR\nTI  - Deep learning\nAU  - LeCun, Yann\nN1  - Cited By :12\nN1  - Export Date: 2020\n"
    cat = pc.parse(f"{text}UR  - https://www.nature.com/articles/nature14539\nUR  - https://www.scopus.com/x\nER  -\n")
    assert (cat[0].comment, cat[0].extra["note-2"], cat[0].extra["url-2"]) == (
        "Cited By :12",
        "Export Date: 2020",
        "https://www.scopus.com/x",
    )
    assert "Export Date: 2020" in cat.to_bibtex()
    again = pc.parse(cat.dumps("ris"))[0]
    assert (again.comment, again.extra["note-2"], again.extra["url-2"]) == ("Cited By :12", "Export Date: 2020", "https://www.scopus.com/x")
