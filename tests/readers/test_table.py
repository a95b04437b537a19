"""Tables of papers: each column where it belongs, whatever wrote it, and every character accounted for."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import READERS, table
from papercat.text.document import Document

PEREZ, SLEEPER = "Discovering Language Model Behaviors with Model-Written Evaluations", "Sleeper Agents: Training Deceptive LLMs"
NAMES = ["Perez, Ethan", "Ringer, Sam"]
CSV = (
    "\ufeffTitle,Authors,Year,DOI,Track\r\n"
    f'{PEREZ},"Perez, Ethan; Ringer, Sam",2022,10.18653/v1/2023.findings-acl.847,Long\r\n'
    f'"{SLEEPER}, that ""persist"" through\nsafety training","Hubinger, Evan; Denison, Carson",2024,,\r\n'
)


def read(text: str) -> list[dict[str, Any]]:
    """Read a table; give its papers without their places, with short author names."""
    found = []
    for paper in pc.parse(text, format="table"):
        fields = paper.to_dict()
        fields.pop("sources")
        found.append(fields | ({"authors": [author.inverted for author in paper.authors]} if paper.authors else {}))
    return found


def only(text: str) -> dict[str, Any]:
    (paper,) = read(text)
    return paper


def codes(text: str) -> dict[str, int]:
    found = Counter(issue.code for issue in pc.parse(text, format="table").issues)
    del found["columns-read"]
    return dict(found)


def test_a_clean_table_is_read() -> None:
    first, second = read(CSV)
    assert first == {
        "title": PEREZ, "authors": NAMES, "year": 2022, "doi": "10.18653/v1/2023.findings-acl.847", "extra": {"Track": "Long"},
    }  # fmt: skip
    assert second["title"] == f'{SLEEPER}, that "persist" through safety training'
    assert codes(CSV) == {}


def test_every_character_has_its_place() -> None:
    cat = pc.parse(CSV)
    assert not cat.receipt().unread
    places = {source.field: source for source in cat.papers[0].sources}
    assert CSV[places["authors"].start : places["authors"].end] == "Perez, Ethan; Ringer, Sam"
    assert CSV[places["Track"].start : places["Track"].end] == "Long"
    assert (places["title"].line, cat.papers[1].sources[0].line) == (2, 3)


def test_what_each_column_is_read_as_is_told() -> None:
    (told,) = [issue for issue in pc.parse(CSV).issues if issue.code == "columns-read"]
    assert told.message == "columns read: Title as title, Authors as authors, Year as year, DOI as doi; kept in extra: Track"
    assert told.raw == CSV.partition("\r\n")[0]


@pytest.mark.parametrize(
    ("header", "row", "fields"),
    [
        (  # Scopus
            "Authors,Author full names,Author(s) ID,Title,Source title,Volume,Art. No.,Page start,Page end,Abstract,Document Type,EID",
            '"Hauge K.R.","Hauge, Kari R. (57000)",57000,T,Lexicography,26,7433,12,17,[No abstract available],Article,2-1',
            {"authors": ["Hauge, Kari R."], "pages": "12–17", "venue": "Lexicography", "volume": "26", "type": "article"},
        ),
        (  # Web of Science, tab-delimited as its savedrecs.txt; rows end with a separator
            "PT\tAU\tAF\tTI\tSO\tDT\tPD\tPY\tBP\tEP\tUT",
            "J\tPerez, E; Ringer, S\tPerez, Ethan; Ringer, Sam\tT\tNATURE\tReview\tMAR\t2020\t123\t130\tWOS:1\t",
            {"authors": NAMES, "pages": "123–130", "month": 3, "type": "article", "venue": "NATURE"},
        ),
        (  # IEEE Xplore
            '"Document Title",Authors,"Author Affiliations","Publication Title","Publication Year","Start Page","End Page","PDF Link"',
            '"T","E. Perez; S. Ringer","A; B","2020 ICASSP","2020","1","5","https://ieeexplore.ieee.org/1"',
            {"authors": ["Perez, E.", "Ringer, S."], "venue": "2020 ICASSP", "pages": "1–5", "url": "https://ieeexplore.ieee.org/1"},
        ),
        (  # PubMed
            "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date",
            '"1","T","Perez E, Ringer S","Nature. 2021","Perez E","Nature","2021","2021/12/21"',
            {"authors": ["Perez, E.", "Ringer, S."], "venue": "Nature", "year": 2021},
        ),
        (  # Zotero
            '"Key","Item Type","Publication Year","Author","Title","Publication Title","Abstract Note","Date","Manual Tags","Extra"',
            '"K","journalArticle","2020","Perez, Ethan; Ringer, Sam","T","Nature","A.","2020-03","a; b","arXiv:2001.01234 [cs]"',
            {"authors": NAMES, "type": "article", "month": 3, "keywords": ["a", "b"], "arxiv": "2001.01234", "abstract": "A."},
        ),
        (  # Publish or Perish
            "Cites,Authors,Title,Year,Source,Publisher,ArticleURL,GSRank,StartPage,EndPage",
            '12,"E Perez, S Ringer","T",2020,"Nature","nature.com","https://n.com/1",1,1,5',
            {"authors": ["Perez, E", "Ringer, S"], "venue": "Nature", "publisher": "nature.com", "pages": "1–5"},
        ),
        (  # OpenReview
            "id,number,content.title.value,content.authors.value,content.keywords.value",
            "aX,12,T,\"['Ethan Perez', 'Sam Ringer']\",\"['a', 'b']\"",
            {"authors": NAMES, "keywords": ["a", "b"], "extra": {"id": "aX", "number": "12"}},
        ),
        (  # a Hugging Face data set
            "title\tauthors\tsummary",
            "T\t[{'name': 'Ethan Perez'}, {'name': 'Sam Ringer'}]\tA.",
            {"authors": NAMES, "abstract": "A.", "extra": {"authors": "[{'name': 'Ethan Perez'}, {'name': 'Sam Ringer'}]"}},
        ),
        (  # miniconf
            "UID,title,authors,keywords",
            "main.1,T,Ethan Perez|Sam Ringer,probing|world models",
            {"authors": NAMES, "keywords": ["probing", "world models"], "extra": {"UID": "main.1"}},
        ),
        ("Nr.;Autor(en);Titel;Jahr;Zeitschrift", "1;Perez, Ethan;T;2020;Natur", {"venue": "Natur", "year": 2020, "extra": {"Nr.": "1"}}),
        ("Título\tAutores\tAño\tRevista\tResumen", "T\tEthan Perez\t2020\tN\tA.", {"year": 2020, "venue": "N", "abstract": "A."}),
        ("Titre;Auteurs;Année;Mots-clés", "T;Ethan Perez;2020;a, b", {"year": 2020, "keywords": ["a", "b"]}),
        ("Название;Авторы;Год;Аннотация", "T;Ethan Perez;2020;A.", {"year": 2020, "abstract": "A."}),
        ("Tytuł;Autorzy;Rok;Czasopismo", "T;Ethan Perez;2020;N", {"year": 2020, "venue": "N"}),
        ("标题,作者,期刊,年份,摘要", "T,张三;李四,N,2020,A.", {"authors": ["张, 三", "李, 四"], "venue": "N", "abstract": "A."}),
        ("タイトル,著者,発行年", "T,山田太郎,2020", {"authors": ["山田, 太郎"], "year": 2020}),
        ("제목,저자,연도", "T,Ethan Perez,2020", {"year": 2020}),
    ],
)
def test_exports(header: str, row: str, fields: dict[str, Any]) -> None:
    found = only(f"{header}\n{row}\n")
    assert found["title"] == "T"
    assert {name: found.get(name) for name in fields} == fields


@pytest.mark.parametrize(
    ("header", "row", "authors"),
    [
        ("Title,Author 1,Author 2,Author 3", "T,Ethan Perez,Sam Ringer,", NAMES),
        ("Title,Author 2,Author 1", 'T,"Ringer, Sam","Perez, Ethan"', NAMES),
        ("Title,Author 1 First Name,Author 1 Last Name,Author 2 First Name,Author 2 Last Name", "T,Ethan,Perez,Sam,Ringer", NAMES),
        ("Title,Last names,First names", "T,Perez; Ringer,Ethan; Sam", NAMES),
        ("Nachname;Vorname;Titel", "van der Berg;Anna;T", ["van der Berg, Anna"]),
        ("Title,First Author", "T,Ethan Perez", ["Perez, Ethan"]),
        ("Title,Authors", 'T,"Ethan Perez\nSam Ringer"', NAMES),
        ("Title,Authors", "T,NaN", []),
        ("Name,Year,Authors", "T,2020,Ethan Perez", ["Perez, Ethan"]),
    ],
)
def test_authors_in_one_column_or_in_many(header: str, row: str, authors: list[str]) -> None:
    found = only(f"{header}\n{row}\n")
    assert (found["title"], found.get("authors", [])) == ("T", authors)


@pytest.mark.parametrize(
    ("column", "value", "arxiv", "is_completed"),
    [
        ("arxiv_id", "704.0001", "0704.0001", True),
        ("arxiv_id", "707.0167", "0707.0167", True),
        ("arxiv_id", "1703.0896899999998", "1703.08969", True),
        ("arxiv_id", "1703,0897", "1703.08970", True),
        ("id", "704.0001", "0704.0001", True),
        ("arXiv", "https://arxiv.org/abs/2212.09251v2", "2212.09251", False),
        ("id", "hep-th/9711200", "hep-th/9711200", False),
        ("arxiv_id", "arXiv:804.1664", "0804.1664", True),
        ("arxiv_id", "1703.0895", "1703.08950", True),
        ("arxiv_id", "1703.089689", None, False),  # no float of an id is so far from it
        ("id", "1203.5", None, False),
        ("price", "704.0001", None, False),
    ],
)
def test_ids_that_were_numbers(column: str, value: str, arxiv: str | None, is_completed: bool) -> None:  # noqa: FBT001
    text = f"title\tauthors\t{column}\nT\tEthan Perez\t{value}\n"
    assert only(text).get("arxiv") == arxiv
    assert ("id-completed" in codes(text)) == is_completed


def test_what_a_data_frame_leaves() -> None:
    text = f",title,authors,year,volume\n0,{PEREZ},Ethan Perez,2022.0,12.0\n1,{SLEEPER},NaN,,\n"
    assert read(text) == [{"title": PEREZ, "authors": ["Perez, Ethan"], "year": 2022, "volume": "12"}, {"title": SLEEPER}]
    assert not pc.parse(text).receipt().unread


def test_row_names_without_a_header() -> None:
    assert only('"title","year"\n"1","T",2020\n') == {"title": "T", "year": 2020}


@pytest.mark.parametrize(
    "first", ["# exported today\n", "sep=,\n", '"About the data: Exported on Mar 10, 2020. Criteria: foo, bar."\n', "\n\n"]
)
def test_what_stands_before_the_header(first: str) -> None:
    cat = pc.parse(first + CSV.lstrip("\ufeff"))
    assert [paper.year for paper in cat] == [2022, 2024]
    assert not cat.receipt().unread


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
@pytest.mark.parametrize("sep", [",", ";", "\t", "|"])
def test_separators_and_line_ends(sep: str, end: str) -> None:
    rows = [["Title", "Authors", "Year"], [PEREZ, "Ethan Perez", "2022"], [SLEEPER, "Evan Hubinger", "2024"]]
    text = end.join(sep.join(row) for row in rows)
    assert [paper["title"] for paper in read(text)] == [PEREZ, SLEEPER]
    assert table.sniff(Document("a", text)) > 0.9


@pytest.mark.parametrize(
    ("rows", "title", "year", "told"),
    [
        ("A study, of things,Ethan Perez,2020,10.1000/182", "A study, of things", 2020, "2 cells joined as Title"),
        ("A study,Ethan Perez,2020", "A study", 2020, "3 cells for 4 columns"),
        ("A study,2020,10.1000/182", "A study", 2020, "missing before Year"),
        ('A study,"Perez, ""Ethan""","2020,10.1000/182\n"B",C,2021,', "A study", 2020, "a quote that is never closed"),
        (
            '"A "short" study, of things",Ethan Perez,2020,',
            'A "short" study, of things',
            2020,
            "a quote that is not closed as it should be",
        ),
        ("A study\nof things,Ethan Perez,2020,", "A study of things", 2020, "a line break in a cell without quotes"),
    ],
)
def test_rows_that_are_not_whole(rows: str, title: str, year: int, told: str) -> None:
    cat = pc.parse(f"Title,Authors,Year,DOI\n{rows}\n", format="table")
    assert (cat[0].title, cat[0].year) == (title, year)
    assert told in next(issue.message for issue in cat.issues if issue.code == "row-mended")
    assert not cat.receipt().unread


def test_a_header_comes_again() -> None:
    text = (
        "Title,Authors,Year\nA b,Ethan Perez,2020\nTitle,Authors,Year\nB c,Sam Ringer,2021\nAuthors,Title,DOI\nEvan Hubinger,C d,10.1/182\n"
    )
    assert [(paper["title"], paper["authors"]) for paper in read(text)] == [
        ("A b", ["Perez, Ethan"]),
        ("B c", ["Ringer, Sam"]),
        ("C d", ["Hubinger, Evan"]),
    ]


@pytest.mark.parametrize("row", ["main.3,One Word,Zoran Levnajić,,a|b,1A", "Year 2000,Volume 2,,,,"])
def test_a_row_of_short_values_is_no_header(row: str) -> None:
    assert len(read(f"UID,title,authors,abstract,keywords,sessions\n{row}\nmain.4,Two Words,Ethan Perez,,c,1B\n")) == 2


def test_notes_between_rows_are_kept() -> None:
    cat = pc.parse("Title,Authors,Year\nA b,Ethan Perez,2020\nTotal: 35 papers.\n\nC d,Sam Ringer,2021\n", format="table")
    assert len(cat) == 2
    assert [issue.raw for issue in cat.issues if issue.code == "block-kept"] == ["Total: 35 papers."]


HEADERLESS = [
    ["Perez, Ethan; Ringer, Sam", PEREZ, "2022", "2212.09251"],
    ["Hubinger, Evan; Denison, Carson", SLEEPER, "2024", "2401.05566"],
    ["Bai, Yuntao; Kadavath, Saurav", "Constitutional AI: Harmlessness from AI Feedback", "2022", "2212.08073"],
]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (1, 0, 3, 2)])
@pytest.mark.parametrize("header", [None, ["Autoriai", "Pavadinimas", "Metai", "Numeris"]])
def test_columns_without_a_header_are_told_by_what_stands_in_them(order: tuple[int, ...], header: list[str] | None) -> None:
    rows = ([header] if header else []) + HEADERLESS
    text = "\n".join("\t".join(row[place] for place in order) for row in rows)
    assert read(text)[1] == {"authors": ["Hubinger, Evan", "Denison, Carson"], "title": SLEEPER, "year": 2024, "arxiv": "2401.05566"}
    assert len(read(text)) == 3
    assert codes(text) == {"columns-inferred": 1}


@pytest.mark.parametrize(
    "text",
    [
        "city;country\nLondon;England\nParis;France\n",
        "name,price,year\nApple,1.20,2020\nPear,2.30,2021\n",
        "Title, authors and abstract are given below.\nFoo, bar.\n",
        '{"title": "A", "year": 2020}\n{"title": "B", "year": 2021}\n',
        '[["title", "authors"], ["A", "B"]]',
        "@article{a, title = {A, b}, author = {C, d}}",
        "TY  - JOUR\nTI  - A, b\nAU  - Perez, Ethan\nER  -\n",
        "Title: Sleeper Agents\nAuthors: Hubinger, Evan\n\nTitle: B\nAuthors: C, D\n",
        f"{PEREZ}\nPerez, Ethan, Ringer, Sam\nAs language models scale, they develop many novel behaviors, good and bad.\n",
        "<table><tr><td>[1]</td><td>E. Perez. A title, 2020.</td></tr></table>",
        "- [A title](https://arxiv.org/abs/2001.01234) | code | 2020\n- [B title](https://arxiv.org/abs/2001.01235) | code | 2020\n",
        "",
        "\ufeff\n",
    ],
)
def test_what_is_no_table_of_papers(text: str) -> None:
    assert table.sniff(Document("a", text)) == 0


def test_the_right_reader_is_chosen() -> None:
    assert READERS["table"] is table
    assert pc.parse(CSV).inputs[0].format == "table"


@pytest.mark.parametrize("text", ["", "\n", "Title,Authors,Year\n", "Title,Authors,Year"])
def test_nothing_to_read(text: str) -> None:
    assert read(text) == []


def test_a_table_cut_at_any_place_is_read_as_far_as_it_goes() -> None:
    for end in range(len(CSV)):
        cat = pc.parse(CSV[:end], format="table")
        assert sum(span.end - span.start for span in cat.receipt()) == end
        assert len(cat) <= 2
    assert pc.parse(CSV[:-30], format="table")[1].year is None


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Title,Year\nA,2020\nB,20", "Title,Year\nA,2020\n"),
        ('Title,Year\n"A\nB",2020\n"C\nD', 'Title,Year\n"A\nB",2020\n'),
        ("Title,Year\rA,2020\rB", "Title,Year\rA,2020\r"),
        ("Title,Year", ""),
        ("<table><tr>\n<td>", ""),
        ("| Title | Year |\n|---|---|\n| A |", ""),
    ],
)
def test_where_a_table_that_goes_on_holds_whole_rows(text: str, whole: str) -> None:
    assert text[: table.ends(text)] == whole


def test_a_table_in_pieces_is_read_as_a_whole_one() -> None:
    read_piece, place = table.reading(), 0
    found: list[pc.Paper] = []
    for end in (len(CSV) - 40, len(CSV) - 2, len(CSV)):
        piece = CSV[place : place + table.ends(CSV[place:end])]
        document = Document("a", piece, base=place, base_line=CSV.count("\n", 0, place))
        found += (one for one in read_piece(document) if isinstance(one, pc.Paper))
        place += len(piece)
    assert place == len(CSV)
    assert found == list(pc.parse(CSV, name="a"))


CELL = st.sampled_from(
    ["Title", "Authors", "2020", "Perez, Ethan", '"', '""', "a\nb", "", " ", "\ud800", "\x00", "10.1000/182", "|", "</td>", "é"]
)


@given(st.lists(st.lists(CELL, max_size=6), max_size=8), st.sampled_from(",;\t|"), st.sampled_from(["\n", "\r", "\r\n", "\v", ""]))
def test_any_rows_are_read_and_accounted_for(rows: list[list[str]], sep: str, end: str) -> None:
    text = end.join(sep.join(row) for row in rows)
    cat = pc.parse(text, format="table")
    spans = list(cat.receipt())
    assert [span.start for span in spans] == [0, *(span.end for span in spans)][: len(spans)]
    assert (spans[-1].end if spans else 0) == len(text)


def _families(text: str) -> list[list[str]]:
    return [[author.family or author.literal or "" for author in paper.authors] for paper in pc.parse(text)]


FAMILIES_ALONE = """authors,title,year
"Gilardoni, Bussi",Bayesian Sampling of Structural Ensembles,2026
"Mlynsky, Kuhrova, Bussi, Otyepka, Sponer, Banas*",From gHBfix to NBfix,2026
"Sacco, Bussi, Sanguinetti*",Machine learning for RNA secondary structure prediction,2026
"Zhang*, Dolcetti, Tyrchan, De Maria, Bussi",Exploring Secondary Structure Predictions,2026
Posani,Ensemble Refinement of Cryo-Electron Microscopy-Derived RNA Structures,2025
"""


def test_a_column_of_family_names_makes_no_pairs_of_them() -> None:
    assert _families(FAMILIES_ALONE) == [
        ["Gilardoni", "Bussi"],
        ["Mlynsky", "Kuhrova", "Bussi", "Otyepka", "Sponer", "Banas"],
        ["Sacco", "Bussi", "Sanguinetti"],
        ["Zhang", "Dolcetti", "Tyrchan", "De Maria", "Bussi"],
        ["Posani"],
    ]
    assert {author.given for paper in pc.parse(FAMILIES_ALONE) for author in paper.authors} == {None}


def test_a_column_of_pairs_with_a_name_alone_stays_one_of_pairs() -> None:
    rows = ["Perez, Ethan, Ringer, Sam", "Hubinger, Evan", "Bai, Yuntao, Kadavath, Saurav", "Du, Yilun, Mausam", "Tong, Meg, Mausam"]
    text = "title,authors\n" + "".join(f'Paper number {place} of a list,"{row}"\n' for place, row in enumerate(rows))
    assert _families(text)[:3] == [["Perez", "Ringer"], ["Hubinger"], ["Bai", "Kadavath"]]


def test_the_other_lists_of_a_column_tell_the_order_of_one_that_does_not() -> None:
    text = (
        'title,date,authors\nThe Price of Decentralization,2026-06-01,"Burak Öz, Fei Wu, Luis Correia"\n'
        'Trustless Payments,2025-12-10,"Bruno Mazorra, Christoph Schlegel, Quintus Kilbourn"\n'
        'Encrypted Backruns,2025-04-14,"Sen Yang, Burak Öz, Fei Wu, Fan Zhang"\nAn MEV Perspective,2025-07-23,"Data Always, Hasu"\n'
    )
    assert _families(text)[-1] == ["Always", "Hasu"]


def test_the_other_lists_of_a_column_make_no_pairs_of_names_in_their_natural_order() -> None:
    rows = ["Tsanis, I.K., Koutroulis, A.G., Jacob, D.", "Rahmati, O., Golkarian, A.", "E. Gaume, V. Bain, P. Bernardara, L. Blaškovičová"]
    text = "Year,Title,Authors\n" + "".join(f'2009,A compilation of data on floods {place},"{row}"\n' for place, row in enumerate(rows))
    assert _families(text) == [["Tsanis", "Koutroulis", "Jacob"], ["Rahmati", "Golkarian"], ["Gaume", "Bain", "Bernardara", "Blaškovičová"]]


def test_the_year_behind_the_authors_counts_where_no_column_has_one() -> None:
    text = (
        "title;authors;details;data\nA cultural evolutionary model;Olivier Morin and Alexey Koshevoy (2024).;Topics in Cognitive Science;\n"
        "Zipf's law of abbreviation holds;Alexey Koshevoy, Helena Miton (2023).;Cognition;https://osf.io/a37vz/\n"
        "The emergence of linguistic laws;Alexey Koshevoy.;PhD thesis.;\n"
    )
    cat = pc.parse(text)
    assert [paper.year for paper in cat] == [2024, 2023, None]
    assert cat[1].extra["data"] == "https://osf.io/a37vz/"
    assert _families(text)[0] == ["Morin", "Koshevoy"]
    assert pc.parse(text.replace("data\n", "year\n").replace("Science;\n", "Science;1999\n"))[0].year == 1999


def test_a_name_beside_a_paper_is_that_of_who_reads_it() -> None:
    (paper,) = pc.parse("Name,Paper,Year\nBob,Scaling laws for neural language models,2020\n")
    assert (paper.title, dict(paper.extra)) == ("Scaling laws for neural language models", {"Name": "Bob"})


TABLE = 'Title,Authors,Year,DOI\nAttention Is All You Need,"Vaswani, Ashish; Shazeer, Noam",2017,\n'
BAI = (
    "@misc{bai2022,\n  title = {Constitutional {AI}: Harmlessness from AI Feedback},\n"
    "  author = {Bai, Yuntao and Kadavath, Saurav},\n  year = {2022}\n}\n"
)
EVAN = "TY  - JOUR\nTI  - Sleeper Agents: Training Deceptive LLMs that Persist\nAU  - Hubinger, Evan\nPY  - 2024\nER  - \n"
GOALS = 'Goal Misgeneralization,"Langosco, Lauro; Koch, Jack",2022,\n'


@pytest.mark.parametrize("pasted", [BAI, EVAN, BAI + EVAN, BAI.replace("}\n}", "}\n"), BAI.replace("\n", "\r\n")])
def test_records_pasted_among_the_rows_of_a_table_are_no_rows(pasted: str) -> None:
    cat = pc.parse(TABLE + "\n" + pasted + GOALS)
    titles = [paper.title for paper in cat]
    assert (titles[0], titles[-1]) == ("Attention Is All You Need", "Goal Misgeneralization")
    assert len(titles) == 2 + ("@misc" in pasted) + ("TY  -" in pasted)
    assert [paper.year for paper in cat if paper.title and paper.title.startswith("Const")] == [2022] * ("@misc" in pasted)


@pytest.mark.parametrize("cell", ["@article: what it means", "@misc{x} and braces", "TY  - ", "%0"])
def test_a_row_may_begin_like_a_record(cell: str) -> None:
    assert [paper.title for paper in pc.parse(TABLE + f'{cell},"Koch, Jack",2022,\n')] == [
        "Attention Is All You Need",
        " ".join(cell.split()),
    ]


@pytest.mark.parametrize("head", ["editor", "editors", "Herausgeber", "编者"])
def test_editors_are_editors_by_any_word(head: str) -> None:
    paper = pc.parse(f'title,authors,{head},year\nDeep learning,"LeCun, Yann","Michon, Romain; Schroeder, F.",2015\n')[0]
    assert {key: value for key, value in paper.extra.items() if key.startswith("editor")} == {
        "editor": "Michon, Romain",
        "editor-2": "Schroeder, F.",
    }


SHEET = (
    (
        "2016",
        "Richardson, K.; Kuhn, J.",
        "Learning to Make Inferences in a Semantic Parsing Task",
        "TACL",
        "https://aclanthology.org/Q16-1012/",
    ),
    ("2014", "Olesen, K.", "Implications of dominant technological frames over a longitudinal period", "Information Systems Journal", ""),
    ("2005", "Li, N.; Zhang, P.", "The Intellectual Development of Human-Computer Interaction Research", "JAIS", "10.17705/1jais.00070"),
    ("2023", "Pal, V.; Yates, A.", "MultiTabQA: Generating Tabular Answers", "ACL", "10.18653/v1/2023.acl-long.348"),
    ("2013", "Dery, K.; Hall, R.", "Lost in translation? An actor-network approach", "JSIS", "10.1016/j.jsis.2013.03.002"),
)


@pytest.mark.parametrize("width", [3, 4, 5])
def test_rows_of_a_sheet_without_a_header(width: int) -> None:
    papers = pc.parse("\n".join("\t".join(row[:width]) for row in SHEET))
    assert [(str(paper.year), paper.title) for paper in papers] == [(row[0], row[2]) for row in SHEET]
