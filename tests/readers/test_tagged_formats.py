"""What is special to MEDLINE, Web of Science, refer, ADS, RefWorks, Ovid and the catalogues."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.tagged.sources import parts
from papercat.text.document import Document, Place


def read(text: str) -> pc.Paper:
    (paper,) = pc.parse(text)
    return paper


def names(paper: pc.Paper) -> str:
    return "; ".join(author.inverted for author in paper.authors)


def test_medline_full_names_count_and_groups_keep_their_place() -> None:
    text = "PMID- 1\nTI  - A\nFAU - Manoubi, Syrine Azza\nAU  - Manoubi SA\nCN  - ATLAS Collaboration\nFAU - Selvamani\nAU  - Selvamani\n"
    assert names(read(text)) == "Manoubi, Syrine Azza; ATLAS Collaboration; Selvamani"


def test_medline_short_names_alone_are_family_name_and_initials() -> None:
    paper = read("PMID- 1\nTI  - A\nAU  - van der Berg AB\nAU  - Smith J Jr\nAU  - Ma MA\nAU  - Kim J-S\n")
    assert [(author.family, author.given, author.particle, author.suffix) for author in paper.authors] == [
        ("Berg", "AB", "van der", None),
        ("Smith", "J", None, "Jr"),
        ("Ma", "MA", None, None),
        ("Kim", "J-S", None, None),
    ]


def test_medline_a_name_that_nobody_can_see_costs_itself() -> None:
    assert names(read("PMID- 1\nTI  - Sleeper Agents\nAU  - \u200b J\nAU  - Hubinger E\n")) == "J; Hubinger, E"


@given(
    st.lists(
        st.sampled_from(["van der Berg AB", "Smith J Jr", "Müller  K", "Kim J-S", "A; B", "x", "S&ouml;ren M", "ATLAS", "a,b C"]),
        min_size=1,
    )
)
def test_medline_short_names_are_the_same_at_one_look(names: list[str]) -> None:
    text = "PMID- 1\nTI  - A\n" + "".join(f"AU  - {name}\n" for name in names)
    one, other = pc.parse(text), pc.parse(text, fixes={"not there": "x"})  # nothing is taken at one look where the user has fixes
    assert (one.papers, one.issues) == (other.papers, other.issues[:-1])


def test_medline_ids_are_told_by_their_kind() -> None:
    paper = read(
        "PMID- 17\nTI  - A\nLID - S1080-6032(22)00139-9 [pii]\n"
        "LID - 10.1016/J.WEM.2022.07.008 [doi]\nAID - 10.1016/j.wem.2022.07.008 [doi]\nPMC - PMC5\n"
    )
    assert paper.doi == "10.1016/j.wem.2022.07.008"
    assert dict(paper.extra) == {"pmid": "17", "pii": "S1080-6032(22)00139-9 [pii]", "pmcid": "PMC5"}


def test_medline_a_hyphen_at_the_end_of_a_line_belongs_to_the_word() -> None:
    paper = read(
        "PMID- 1\nTI  - Low-Resource and time-\n      dependent State-of-the-\n      Art, pre-\n      and post-war\n"
        "AB  - BACKGROUND: A. METHODS: B.\n      C.\n"
    )
    assert (paper.title, paper.abstract) == (
        "Low-Resource and time-dependent State-of-the-Art, pre- and post-war",
        "BACKGROUND: A. METHODS: B. C.",
    )


def test_medline_a_book_is_the_venue_of_its_chapter() -> None:
    paper = read("PMID- 1\nTI  - Chapter\nBTI - Book\nDP  - 2020 Mar-Apr\nPT  - Book Chapter\n")
    assert (paper.venue, paper.type, paper.year, paper.month) == ("Book", "incollection", 2020, None)


WOS = "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\n{}ER\n\nEF\n"


def test_ovid_prints_initials_without_stops() -> None:
    text = "<7. >\nVN  - Ovid Technologies\nTI  - Youth\nAU  - Ewing, Donna L\nAU  - Monsen, {}\n"
    assert names(read(text.format("JJ"))) == "Ewing, Donna L.; Monsen, J. J."
    assert names(read(text.format("J.J."))) == "Ewing, Donna L; Monsen, J. J."


def test_wos_each_line_is_an_author_and_a_title_goes_on() -> None:
    paper = read(
        WOS.format(
            "AU Klein, E\n   Suzuki, H\nTI Das war das\n   Waldsterben!\nSO ROMBACH\nPD FEB 2011\nPY 2011\nBP 1\nEP 9\nDE a; b\nID C; D\n"
        )
    )
    assert (paper.title, names(paper), paper.pages, paper.month) == ("Das war das Waldsterben!", "Klein, E; Suzuki, H", "1–9", 2)
    assert paper.keywords == ("a", "b", "C", "D")


def test_wos_full_names_count_but_not_where_only_a_group_has_one() -> None:
    assert (
        names(read(WOS.format("AU Klein, E\n   Suzuki, H\nAF Klein, Elmar\n   Suzuki, Haruya\nTI A\n"))) == "Klein, Elmar; Suzuki, Haruya"
    )
    assert names(read(WOS.format("AU Aad, G\nCA ATLAS Collaboration\nTI A\n"))) == "Aad, G; ATLAS Collaboration"


def test_wos_broken() -> None:
    # no blank behind the tag, lines that go on without being set in, no end mark
    text = WOS.format("AUGilles, H\n   Girard, S\nTI Simple technique\nfor measuring\nPY 2001\n").replace("ER\n", "")
    paper = read(text + "\nPT J\nAU Roe, B\nTI Second\n".replace("\nPT", "")[:0])
    assert (paper.title, names(paper)) == ("Simple technique for measuring", "Gilles, H; Girard, S")
    assert len(pc.parse(text.replace("EF\n", "") + "PT J\nAU Roe, B\nTI Second\nER\n")) == 2


def test_wos_initials_that_look_like_a_degree_are_initials() -> None:
    assert names(read(WOS.format("AU Pierson, RN\n   Swartz, MA\nTI A\n"))) == "Pierson, RN; Swartz, MA"


def test_wos_cited_references_are_one_text() -> None:
    paper = read(WOS.format("AU A, B\nTI T\nCR ALLEN JP, 1986, P1\n   Arluison W, 2004, P2\nTC 3\n"))
    assert dict(paper.extra) == {"references": "ALLEN JP, 1986, P1; Arluison W, 2004, P2", "TC": "3"}


@pytest.mark.parametrize(
    ("types", "kind", "extra"),
    [
        ("PT J\nDT Article\n", "article", {}),
        ("PT J\nDT Proceedings Paper\n", "inproceedings", {}),
        ("PT B\nDT Odd\n", "book", {"DT": "Odd"}),
    ],
)
def test_wos_the_document_type_says_more_than_the_publication_type(types: str, kind: str, extra: dict[str, str]) -> None:
    paper = read(f"FN Clarivate Analytics Web of Science\nVR 1.0\n{types}TI A\nER\nEF\n")
    assert (paper.type, dict(paper.extra)) == (kind, extra)


def test_refer_without_a_type_parts_records_at_empty_lines() -> None:
    cat = pc.parse("%T First\n%A Evan Hubinger\n%A Carson Denison\n%D 2024\n\n%T Second\n%A Jesse Mu\n%D 2023\n")
    assert [(paper.title, names(paper)) for paper in cat] == [("First", "Hubinger, Evan; Denison, Carson"), ("Second", "Mu, Jesse")]


def test_refer_of_chinese_databases() -> None:
    paper = read(
        "%0 Journal Article\n%A 余敏\n%A 朱江\n%+ 中科院\n%T 参考文献管理工具研究\n%J 现代情报\n"
        "%@ 1008-0821\n%D 2009\n%R 10.3969/j.issn.1008-0821.2009.02.027\n"
    )
    assert (names(paper), paper.doi, paper.extra["issn"]) == ("余, 敏; 朱, 江", "10.3969/j.issn.1008-0821.2009.02.027", "1008-0821")


def test_ads_takes_what_is_not_available_for_nothing() -> None:
    paper = read(
        "%R 2018TDM.....5a0201F\n%T A\n%A Fal'ko, Vladimir; Thomas, Ceri-Wyn\n"
        "%B Not Available <P />\n%Y DOI: 10.1088/2053-1583/aa9403\n%P 010201\n"
    )
    assert (names(paper), paper.abstract, paper.doi) == ("Fal'ko, Vladimir; Thomas, Ceri-Wyn", None, "10.1088/2053-1583/aa9403")
    assert paper.extra["bibcode"] == "2018TDM.....5a0201F"


def test_refworks_names_without_a_blank() -> None:
    paper = read("RT Book, Section\nSR Electronic(1)\nA1 Stansfeld,Stephen\nA1 Fuhrer,Rebecca\nT1 A\nT2 B\nSP 101\nOP 123\nSN 0727912771\n")
    assert (names(paper), paper.venue, paper.pages, paper.type) == ("Stansfeld, Stephen; Fuhrer, Rebecca", "B", "101–123", "incollection")


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("Le Tallec Marc. Villaneau Jeanne. Antoine Jean-Yves.", "Le Tallec, Marc; Villaneau, Jeanne; Antoine, Jean-Yves"),
        ("Smith J. van der Berg AB. Kim J-S.", "Smith, J.; van der Berg, A. B.; Kim, J.-S."),
        ("Smith J. R. Curry J.", "Smith, J. R.; Curry, J."),
        ("Goujon Anne.", "Goujon, Anne"),
        ("Branco Ant&oacute;nio. Silva Jo&#227;o.", "Branco, António; Silva, João"),
        ("Hubinger, Evan; Tong, Meg", "Hubinger, Evan; Tong, Meg"),
    ],
)
def test_ovid_prints_names_on_a_line_with_full_stops(written: str, authors: str) -> None:
    paper = read(f"<1>\nAccession Number\n  01445400.\nAuthors  \n  {written}\nTitle\n  LuxemBERT\n")
    assert (paper.title, names(paper)) == ("LuxemBERT", authors)


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("Hubinger, Evan;  Tong, Meg.", "Hubinger, Evan; Tong, Meg"),
        ("Tong, Meg.", "Tong, Meg"),
        ("Tong, Meg;  Curry, Jo L..", "Tong, Meg; Curry, Jo L."),
        ("Curry, J. L.;  Tong, M. E.", "Curry, J. L.; Tong, M. E."),
        ("Tong, Meg;  Curry, Jo L.", "Tong, Meg; Curry, Jo L."),
    ],
)
def test_ovid_ends_a_list_of_names_with_a_full_stop(written: str, authors: str) -> None:
    assert names(read(f"<1>\nUnique Identifier\n  30548191\nTitle\n  LuxemBERT\nAuthors\n  {written}\n")) == authors


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        (["Sleeper Agents.", "LuxemBERT."], ["Sleeper Agents", "LuxemBERT"]),
        (["Sleeper Agents.", "Do we need it?", "LuxemBERT. [References]."], ["Sleeper Agents", "Do we need it?", "LuxemBERT"]),
        (["Sleeper Agents.", "LuxemBERT"], ["Sleeper Agents.", "LuxemBERT"]),
        (["Sleeper Agents."], ["Sleeper Agents."]),
        (["Sleeper ...", "LuxemBERT."], ["Sleeper ...", "LuxemBERT"]),
    ],
)
def test_ovid_ends_all_titles_with_a_full_stop(written: list[str], read_as: list[str]) -> None:
    text = "".join(f"<{number}>\nUnique Identifier\n  3{number}\nTitle\n  {title}\n\n" for number, title in enumerate(written, 1))
    cat = pc.parse(text)
    assert ([paper.title for paper in cat], cat.receipt().unread) == (read_as, ())


def test_ovid_leaves_degrees_and_marks_out_and_says_so() -> None:
    cat = pc.parse(
        "<6. >\nVN  - Ovid Technologies\nAU  - Lefkowitz, Rafael Y. MD, MPH 1\n"
        "AU  - Redlich, Carrie A. MD, MPH 1\nTI  - A. [References].\nIS  - 1\n\n  more\n"
    )
    assert (names(cat[0]), cat[0].title) == ("Lefkowitz, Rafael Y.; Redlich, Carrie A.", "A.")
    assert [issue.code for issue in cat.issues] == ["author-marks"] * 2
    assert dict(cat[0].extra) == {"titlemark": "[References].", "issn": "1 more"}


SOURCES = [
    ("Findings of EMNLP 2020. 47(2):89-94, 2020 Mar.", "Findings of EMNLP 2020 47 2 89-94 2020"),
    ("Ecohydrology.   8(6):1048-1064, September 2015.", "Ecohydrology 8 6 1048-1064 2015"),
    ("American Journal Of Industrial Medicine June 2015;58(6):688-696", "American Journal Of Industrial Medicine 58 6 688-696 2015"),
    (
        "Behavioural and Cognitive Psychotherapy. Vol.43(5), Sep 2015, pp. 623-634. ",
        "Behavioural and Cognitive Psychotherapy 43 5 623-634 2015",
    ),
    ("Gene. 2016 Jan 15;576(1 Pt 3):466-75. doi: 10.1016/j.gene.2015.10.064", "Gene 576 1 Pt 3 466-75 2016"),
    ("Journal of Orthopaedic Trauma.", ""),
    ("Neenan, Michael [Ed]; Palmer, Stephen [Ed]. (2012). Cognitive behavioural coaching.", ""),
]


@pytest.mark.parametrize(("line", "found"), SOURCES)
def test_a_source_line_is_read_or_left(line: str, found: str) -> None:
    assert " ".join(line[start:end] for _, (start, end) in parts(Document("a", line), Place(0, len(line)))) == found


def test_a_source_counts_where_nothing_else_says_it() -> None:
    text = "<6. >\nVN  - Ovid Technologies\nTI  - Test\nSO  - Family Therapy: With a Subtitle June 2019;1(6):123-456\n"
    assert (read(text).venue, read(text).year) == ("Family Therapy: With a Subtitle", 2019)
    assert read(text + "YR  - 2020\n").year == 2020


def test_coded_formats_without_a_table() -> None:
    cat = pc.parse(
        "Record 1 of 2\nID: 2001-1\nAU: Polack FP\nAU: Absalon J\nTI: A trial\nSO: Lancet\n"
        "YR: 2001\nVL: 12\nQQ: x\n\n\nRecord 2 of 2\nID: 2001-2\nTI: Other\nYR: 2002\n"
    )
    assert [(paper.title, names(paper), paper.year) for paper in cat] == [("A trial", "Polack, FP; Absalon, J", 2001), ("Other", "", 2002)]
    assert dict(cat[0].extra) == {"key": "2001-1", "QQ": "x"}


QUOTED = [
    ('{"msg": "Retrieved 2", "export": "', '"}', lambda text: text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")),
    ("data = {'msg': 'Retrieved 2', 'export': '", "'}\n", lambda text: text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n")),
]


@pytest.mark.parametrize(("before", "behind", "quote"), QUOTED)
def test_an_export_within_a_string_is_read(before: str, behind: str, quote: Callable[[str], str]) -> None:
    plain = (
        '%R 2018TDM.....5a0201F\n%T 2D "Materials"\n%A Fal\'ko, Vladimir; Thomas, Ceri-Wyn\n%F University of\nManchester\n%D 01/2018\n\n\n'
        "%R 2018Spin....877001P\n%T In Memoriam\n%A Parkin, Stuart\n%D 01/2018\n"
    )
    cat = pc.parse(before + quote(plain) + behind)
    assert [(paper.title, names(paper), paper.year) for paper in cat] == [
        ('2D "Materials"', "Fal'ko, Vladimir; Thomas, Ceri-Wyn", 2018),
        ("In Memoriam", "Parkin, Stuart", 2018),
    ]
    assert cat[0].extra["affiliation"] == "University of Manchester"
    assert [issue.raw for issue in cat.issues if issue.code == "text-unread"] == [issue.raw for issue in cat.issues][:1]


def test_cochrane_names_are_given_their_stops_and_an_address_of_central_gives_no_doi() -> None:
    text = """Record #1 of 2
ID: CN-00642613
AU: Kim Y
AU: van der Berg AB
TI: Effective Cross-lingual Transfer
SO: Computational Linguistics
YR: 2019
VL: 45
NO: 2
PG: 605-614
XR: EMBASE 619017938
PT: Journal article
KY: Humans; *Language; Machine Learning
US: https://www.cochranelibrary.com/central/doi/10.1002/central/CN-00642613/full

Record #2 of 2
ID: CD013600
AU: Piechotta V
TI: Convalescent plasma
DOI: 10.1002/14651858.CD013600.pub4
"""
    paper, review = pc.parse(text)
    assert (names(paper), paper.venue, paper.pages, paper.type) == (
        "Kim, Y.; van der Berg, A. B.",
        "Computational Linguistics",
        "605-614",
        "article",
    )
    assert (paper.keywords, paper.doi, paper.url) == (("Humans", "*Language", "Machine Learning"), None, None)
    assert (review.doi, review.extra["key"]) == ("10.1002/14651858.cd013600.pub4", "CD013600")


@pytest.mark.parametrize("tags", [("FED", "ED"), ("FIR", "IR")])
def test_medline_editors_and_investigators_are_no_authors(tags: tuple[str, str]) -> None:
    full, short = tags
    people = f"{full} - Michon, Romain\n{short}  - Michon R\n{full} - Schroeder, Franziska\n{short}  - Schroeder F\n"
    text = f"PMID- 1234567\nTI  - Sonic design\n{people}"
    paper = read(text)
    assert not paper.authors
    assert [value for key, value in paper.extra.items() if key != "pmid"] == ["Michon, Romain", "Schroeder, Franziska"]


REDIF = """Template-Type: ReDIF-Article 1.0
Author-Name: Daron Acemoglu
Author-X-Name-First: Daron
Author-Workplace-Name: MIT
Author-Name: James A. Robinson
Title: Why Did the West Extend the Franchise?
Journal: The Quarterly Journal of Economics
Pages: 1167-1199
Volume: 115
Issue: 4
Year: 2000
Month: November
DOI: 10.1162/003355300555042
Handle: RePEc:oup:qjecon:v:115:y:2000:i:4:p:1167-1199.

Template-Type: ReDIF-Paper 1.0
Author-Name: John Van Reenen
Title: Measuring and Explaining Management Practices Across Firms
  and Countries
Classification-JEL: L2, M2
Keywords: management practices, productivity
Number: 0716
Creation-Date: 2006-03
Handle: RePEc:cep:cepdps:dp0716
"""


def test_the_templates_of_redif_are_papers_of_their_own() -> None:
    cat = pc.parse(REDIF, name="oupqjecon.rdf")
    assert [(paper.title, paper.type, paper.year, paper.month) for paper in cat] == [
        ("Why Did the West Extend the Franchise?", "article", 2000, 11),
        ("Measuring and Explaining Management Practices Across Firms and Countries", "techreport", 2006, 3),
    ]
    assert [author.inverted for paper in cat for author in paper.authors] == ["Acemoglu, Daron", "Robinson, James A.", "Van Reenen, John"]
    assert (cat[0].venue, cat[0].volume, cat[0].issue, cat[0].pages) == ("The Quarterly Journal of Economics", "115", "4", "1167-1199")
    assert (cat[1].extra["number"], cat[1].extra["jel"], cat[1].keywords) == ("0716", "L2, M2", ("management practices", "productivity"))
    assert not cat.receipt().unread
