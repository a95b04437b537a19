"""arXiv's mails, monthly lists and .abs files."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.models import Paper
from papercat.readers.arxiv.mail import START, starts_of

RULER = "-" * 78
CENSUS = """\
\\\\
arXiv:2303.00763
Date: Wed, 1 Mar 2023 19:00:02 GMT   (3197kb,D)

Title: Census of Gaseous Satellites around Local Spiral Galaxies
Authors: Jingyao Zhu and Mary E Putman
Categories: astro-ph.GA
Comments: 18 pages, 13 figures, accepted by MNRAS
\\\\
  We present a search for gas-containing dwarf galaxies as satellite systems
around nearby spiral galaxies.
\\\\ ( https://arxiv.org/abs/2303.00763 ,  3197kb)
"""
CROSS = """\
\\\\
arXiv:2212.09251 (*cross-listing*)
Date: Mon, 19 Dec 2022 05:13:52 GMT   (1590kb)

Title: Discovering Language Model Behaviors with Model-Written
  Evaluations
Authors: Ethan Perez, Sam Ringer, Kamil\\.{e} Luko\\v{s}i\\=ut\\.{e}
Categories: cs.CL cs.AI cs.LG
DOI: 10.18653/v1/2023.findings-acl.847
License: http://creativecommons.org/licenses/by/4.0/
\\\\
  As language models scale, they develop many novel behaviors.
\\\\ ( https://arxiv.org/abs/2212.09251 ,  1590kb)
"""
REPLACED = """\
\\\\
arXiv:2302.00805
replaced with revised version Thu, 2 Mar 2023 10:00:00 GMT   (2525kb,D)

Title: Conditioning Predictive Models
Authors: Evan Hubinger, Adam Jermyn, Johannes Treutlein
Categories: cs.LG
Journal-ref: A Journal 5 (2023) 1-10
\\\\ ( https://arxiv.org/abs/2302.00805 ,  2525kb)
"""
OLD = """\
\\\\
Paper: hep-th/9711200
From: Juan Maldacena <maldacena@example.edu>
Date: Thu, 27 Nov 97 18:53:13 -0500   (20kb)
Date (revised v2): Mon, 8 Dec 1997 22:38:03 GMT   (20kb)

Title: The Large N Limit of Superconformal Field Theories and Supergravity
Author: Juan M. Maldacena
Comments: 20 pages, harvmac
Subj-class: High Energy Physics - Theory
Report-no: HUTP-98/A097
\\\\
We show that the large N limit of certain conformal field theories is of use.
\\\\ ( hep-th/9711200 , 20kb )
"""
HEAD = """\
Date: Fri,  3 Mar 23 01:29:12 GMT
Subject: astro-ph daily 53 new + 4 crosses received

Send any comments regarding submissions directly to submitter.
"""
SECTIONS = ("%-" * 38, "%%--" * 19, "%%%---%%%---%%%---%%%---%%%---")
FOOT = "For subscribe options to combined physics archives,\ne-mail To: physics@arxiv.org, Subject: subscribe\n"
MAIL = (
    f"{HEAD}{RULER}\n{CENSUS}{SECTIONS[0]}\n{RULER}\n{CROSS}{SECTIONS[1]}\n{RULER}\n{REPLACED}{RULER}\n{OLD}{SECTIONS[2]}\n{RULER}\n{FOOT}"
)
IDS = ["2303.00763", "2212.09251", "2302.00805", "hep-th/9711200"]
TITLES = [
    "Census of Gaseous Satellites around Local Spiral Galaxies",
    "Discovering Language Model Behaviors with Model-Written Evaluations",
    "Conditioning Predictive Models",
    "The Large N Limit of Superconformal Field Theories and Supergravity",
]


def only(text: str | bytes) -> Paper:
    cat = pc.parse(text)
    assert cat.inputs[0].format == "arxiv"
    assert not cat.receipt().unread
    (paper,) = cat
    return paper


def names(paper: Paper) -> list[str]:
    return [author.inverted for author in paper.authors]


def test_a_daily_mail_is_read_with_crosses_replacements_and_old_headers() -> None:
    cat = pc.parse(MAIL)
    assert cat.inputs[0].format == "arxiv"
    assert [paper.arxiv for paper in cat] == IDS
    assert [paper.title for paper in cat] == TITLES
    assert not cat.receipt().unread
    assert [paper.abstract is None for paper in cat] == [False, False, True, False]
    assert [issue.raw.split()[0] for issue in cat.issues if issue.code == "heading"] == ["Date:", "For"]


def test_every_field_of_a_header_has_its_place() -> None:
    paper = only(CROSS)
    assert names(paper) == ["Perez, Ethan", "Ringer, Sam", "Lukošiūtė, Kamilė"]
    assert (paper.doi, paper.url) == ("10.18653/v1/2023.findings-acl.847", "https://arxiv.org/abs/2212.09251")
    assert dict(paper.extra) == {
        "Categories": "cs.CL cs.AI cs.LG",
        "License": "http://creativecommons.org/licenses/by/4.0/",
        "Date": "Mon, 19 Dec 2022 05:13:52 GMT (1590kb)",
    }
    old = only(OLD)
    assert old.comment == "20 pages, harvmac"
    assert {"From", "Date (revised v2)", "Subj-class", "Report-no"} < set(old.extra)
    assert only(REPLACED).extra["Journal-ref"] == "A Journal 5 (2023) 1-10"


@pytest.mark.parametrize(
    ("record", "year", "month", "inferred"),
    [
        (CENSUS, 2023, 3, ()),
        (OLD, 1997, 11, ()),  # two digits of a year
        (OLD.replace("97 18:53", "1997 18:53"), 1997, 11, ()),
        (REPLACED, 2023, 2, ("year", "month")),  # the day of a revision is not the paper's
        (CENSUS.replace("Wed, 1 Mar 2023", "Tue, 28 Feb 2023"), 2023, 2, ()),  # waited for its number
        (CENSUS.replace("Wed, 1 Mar 2023", "Wed, 1 Mar 2028"), 2023, 3, ("year", "month")),  # cannot be
        (CENSUS.replace("Date: Wed, 1 Mar 2023 19:00:02 GMT   (3197kb,D)\n", ""), 2023, 3, ("year", "month")),
    ],
)
def test_a_year_is_that_of_a_date_which_fits_the_id(record: str, year: int, month: int, inferred: tuple[str, ...]) -> None:
    paper = only(record)
    assert (paper.year, paper.month, paper.inferred) == (year, month, inferred)
    assert [issue.code for issue in pc.parse(record).issues].count("year-inferred") == bool(inferred)


AUTHORS: list[tuple[str, list[str]]] = [
    ("R.B.Palmer, J.C.Gallardo, Y.Torun (BNL), D.Winn (Fairfield Univ.)", ["Palmer, R. B.", "Gallardo, J. C.", "Torun, Y.", "Winn, D."]),
    ("Sudha, A. R. Usha and A. K. Rajagopal", ["Sudha", "Usha, A. R.", "Rajagopal, A. K."]),
    ("Eunhyeuk Kim (1), Myung Gyoon Lee, (1), and Doug Geisler (2) ((1)\n  Seoul National University (2) Universidad de Concepcion)",
     ["Kim, Eunhyeuk", "Lee, Myung Gyoon", "Geisler, Doug"]),
    ("CLEO Collaboration: T. K. Pedlar, et al", ["CLEO Collaboration", "Pedlar, T. K."]),
    ("C.-P. Yuan, Robert W. Heath, Jr.", ["Yuan, C.-P.", "Heath, Jr., Robert W."]),
    ("Juan M. Maldacena", ["Maldacena, Juan M."]),
]  # fmt: skip


@pytest.mark.parametrize(("written", "read"), AUTHORS, ids=[written[:20] for written, _ in AUTHORS])
def test_authors_stand_in_natural_order_between_commas(written: str, read: list[str]) -> None:
    assert names(only(CENSUS.replace("Jingyao Zhu and Mary E Putman", written))) == read


def test_a_list_that_is_cut_says_so() -> None:
    cat = pc.parse(CENSUS.replace("Jingyao Zhu and Mary E Putman", "Jingyao Zhu, Mary E Putman, et al. (25 additional authors not shown)"))
    assert [author.family for author in cat[0].authors] == ["Zhu", "Putman"]
    assert "authors-cut" in [issue.code for issue in cat.issues]


SAME: list[tuple[str, str | bytes]] = [
    ("as it is", MAIL),
    ("CRLF", MAIL.replace("\n", "\r\n")),
    ("CR", MAIL.replace("\n", "\r")),
    ("UTF-16", MAIL.encode("utf-16")),
    ("UTF-8 with a mark", MAIL.encode("utf-8-sig")),
    ("one line", " ".join(MAIL.split())),
    ("records glued", MAIL.replace(f")\n{RULER}\n", f"){RULER}")),
    ("fields glued", MAIL.replace("\nAuthors:", "Authors:").replace("\nDate:", "Date:").replace("\nCategories:", "Categories:")),
    ("rulers glued", MAIL.replace("\n\\\\\n", "\\\\\n").replace("\\\\\n  ", "\\\\  ")),
    ("blank lines", MAIL.replace("\n", "\n\n")),
    ("numbered", MAIL.replace(f"{RULER}\n\\\\", f"{RULER}\n7. \\\\")),
    ("numbered in brackets", MAIL.replace(f"{RULER}\n\\\\", f"{RULER}\n[7] \\\\")),
    ("invisible signs", MAIL.replace("Authors", "Auth\u200bors").replace("Title", "Ti\u00adtle")),
    ("debris of a PDF", MAIL.replace("Categories", "Cate(cid:173) gories")),
    ("blanks that do not break", MAIL.replace("Title: ", "Title:\u00a0")),
    ("indented", textwrap.indent(MAIL, "    ")),
    ("quoted", textwrap.indent(MAIL, "> ", lambda _: True)),
    ("quoted twice", f"You wrote:\n\n{textwrap.indent(MAIL, '>> ', lambda _: True)}"),
    ("page numbers", MAIL.replace("\\\\\n  ", "\\\\\n\n1\nProceedings of the 5th Workshop on Things, pages 1-9\n\n  ")),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in SAME])
def test_records_are_read_however_their_lines_stand(text: str | bytes) -> None:
    cat = pc.parse(text)
    assert [paper.arxiv for paper in cat] == IDS
    assert [paper.title for paper in cat] == TITLES
    assert [len(paper.authors) for paper in cat] == [2, 3, 3, 1]
    assert cat[0].abstract == "We present a search for gas-containing dwarf galaxies as satellite systems around nearby spiral galaxies."
    assert cat[1].abstract == "As language models scale, they develop many novel behaviors."
    assert not cat.receipt().unread


WORDS = (
    ("We ask for the Title: what is it?\nAuthors: nobody.\nDate: unknown.", "abstract"),
    ("On Comments: a Study of Title: and Date: in Mail", "title"),
)


@pytest.mark.parametrize(("words", "field"), WORDS)
def test_a_label_within_a_text_is_text(words: str, field: str) -> None:
    known = {"abstract": "We present a search for gas-containing dwarf galaxies as satellite systems\naround nearby spiral galaxies."}
    paper = only(CENSUS.replace(known.get(field, TITLES[0]), words))
    assert getattr(paper, field) == " ".join(words.split())
    assert (len(paper.authors), paper.comment) == (2, "18 pages, 13 figures, accepted by MNRAS")


@pytest.mark.parametrize(
    ("written", "bare"),
    [("1703.0896899999998", "1703.08969"), ("707.0167", "0707.0167"), ("1310.701", "1310.7010"), ("1803.0307", "1803.03070")],
)
def test_an_id_that_was_a_number_comes_back(written: str, bare: str) -> None:
    cat = pc.parse(CENSUS.replace("2303.00763", written))
    assert [paper.arxiv for paper in cat] == [bare]
    assert "id-completed" in [issue.code for issue in cat.issues]


def test_a_record_without_rulers_is_read() -> None:
    text = CENSUS.replace("\\\\\n", "", 1).replace("\\\\\n", "\n", 1).replace("\\\\ ( https://arxiv.org/abs/2303.00763 ,  3197kb)\n", "")
    paper = only(text)
    assert (paper.title, paper.comment) == (TITLES[0], "18 pages, 13 figures, accepted by MNRAS")
    assert str(paper.abstract).startswith("We present")


def test_what_is_missing_is_not_made_up() -> None:
    paper = only(f"{RULER}\n\\\\\narXiv:2303.00763\nDate: Wed, 1 Mar 2023 19:00:02 GMT\n\nCategories: cs.CL\n\\\\\n{RULER}\n")
    assert (paper.title, paper.authors, paper.abstract, paper.doi, paper.url) == (None, (), None, None, None)
    assert paper.arxiv == "2303.00763"


def test_a_mail_tells_of_figures_that_were_added() -> None:
    paper = only(REPLACED.replace("replaced with revised version", "figures added"))
    assert (paper.title, paper.extra["figures added"]) == (TITLES[2], "Thu, 2 Mar 2023 10:00:00 GMT (2525kb,D)")


def test_other_text_in_the_file_is_left_for_others() -> None:
    cat = pc.parse(f"{CENSUS}{RULER}\nA poem about cats, which has nothing to do with this.\n")
    assert len(cat) == 1
    assert [span.what for span in cat.receipt().unread] == ["text-unread"]


HEADS = st.sampled_from(
    ["\\", "\\\\\n", "arXiv:", "Paper:", " ", "\n", "2303.00763", "hep-th/9201001", "Date: ", "From: ", "[1]", "-" * 20, "a"]
)


@given(st.lists(HEADS, max_size=12).map("".join))
def test_a_mail_is_seen_where_its_pattern_finds_one(text: str) -> None:
    assert starts_of(text) == [match.start() for match in START.finditer(text)]


def test_where_a_paper_appeared_is_a_note_of_its_entry() -> None:
    cat = pc.parse(REPLACED)
    assert "A Journal 5 (2023) 1-10" in cat.to_bibtex().split("note ")[1].split("\n", maxsplit=1)[0]
