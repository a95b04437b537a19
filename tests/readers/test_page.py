"""Pages as people copy them: one set of papers in the shapes of many sites, damaged ones, and what is no page."""

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import choose, page
from papercat.readers.page import separators
from papercat.readers.page.pieces import Piece
from papercat.readers.page.records import Part, first_kind
from papercat.text.document import Document, Place


class Known(NamedTuple):
    """A paper as every page below shows it."""

    title: str
    names: tuple[str, ...]
    abstract: str
    venue: str
    year: int


PAPERS = (
    Known(
        "Sleeper Agents: Training Deceptive LLMs that Persist Through Safety Training",
        ("Evan Hubinger", "Carson Denison", "Jesse Mu"),
        "Humans are capable of strategically deceptive behavior: behaving helpfully in most situations, but then behaving very differently "
        "in order to pursue alternative objectives when given the opportunity. We study this in large language models.",
        "Proceedings of the First Workshop on Safety",
        2024,
    ),
    Known(
        "Evaluating and Mitigating Discrimination in Language Model Decisions",
        ("Alex Tamkin", "Amanda Askell", "Deep Ganguli"),
        "As language models (LMs) advance, interest is growing in applying them to high-stakes societal decisions. We present a method for "
        "proactively evaluating the potential discriminatory impact of LMs in a wide range of use cases.",
        "Transactions of the Society",
        2023,
    ),
    Known(
        "Towards Understanding Sycophancy in Language Models",
        ("Mrinank Sharma", "Meg Tong", "Ethan Perez"),
        "Human feedback is commonly utilized to finetune AI assistants. But human feedback may also encourage model responses that match "
        "user beliefs over truthful ones. We investigate the prevalence of sycophancy in models.",
        "Journal of Language Research",
        2022,
    ),
    Known(
        "Constitutional AI: Harmlessness from AI Feedback",
        ("Yuntao Bai", "Saurav Kadavath", "Jared Kaplan"),
        "As AI systems become more capable, we would like to enlist their help to supervise other AIs. We experiment with methods for "
        "training a harmless AI assistant through self-improvement.",
        "Findings of the Association",
        2021,
    ),
)
Show = Callable[[int, Known], str]


def initials(name: str) -> str:
    given, family = name.split()
    return f"{given[0]} {family}"


def spoken(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


# A shape: its head, how it shows a paper, what is between two papers, and which fields a reader can find in it.
SHAPES: dict[str, tuple[str, Show, str, str]] = {
    "title and names": ("", lambda _, p: f"{p.title}\n{', '.join(p.names)}", "\n", "tn"),
    "title, names and venue": ("", lambda _, p: f"{p.title}\n{', '.join(p.names)}\n{p.venue}, {p.year}", "\n\n", "tnvy"),
    "names first": ("", lambda _, p: f"{', '.join(p.names)}\n{p.title}\n{p.venue}, {p.year}", "\n\n", "tnvy"),
    "an anthology's volume": ("Volume\n\n", lambda _, p: f"pdf bib abs\n{p.title}\n{' | '.join(p.names)}\n{p.abstract}", "\n\n", "tna"),
    "a virtual conference": ("Papers\n", lambda i, p: f"{p.title}\nPoster\n{' · '.join(p.names)}\nHall J #{i + 7}", "\n\n", "tn"),
    "buttons behind": ("", lambda _, p: f"{p.title}\n{', '.join(p.names)}\n[pdf] [supp]\n[bibtex]", "\n", "tn"),
    "dblp": ("", lambda i, p: f"[c{4 - i}]\t\n{', '.join(p.names)}:\n{p.title}. {p.venue} {p.year}: {i}1-{i}9", "\n", "tnvy"),
    "a scholar's profile": (
        "TITLE\nCITED BY\nYEAR\n",
        lambda i, p: f"{p.title}\n{', '.join(map(initials, p.names))}\n{p.venue}, {p.year}\n{i}73\t{p.year}",
        "\n",
        "tvy",
    ),
    "labels": (
        "",
        lambda _, p: (
            f"{p.title}\n{', '.join(p.names)}\nPublished: 01 Jan {p.year}\nReaders: Everyone\nKeywords: a, b\nAbstract: {p.abstract}"
        ),
        "\n\n",
        "tnay",
    ),
    "glued labels": (
        "",
        lambda i, p: (
            f"{p.title}\n{', '.join(p.names)}\nCorrect Metadata for\nAbstract{p.abstract}Anthology ID:2022.acl-long.{i + 1}"
            f"Volume:{p.venue}Month:JulyYear:{p.year}Pages:1–9Language:URL:https://aclanthology.org/2022.acl-long.{i + 1}/"
        ),
        "\n\n",
        "tnavy",
    ),
    "a digital library": (
        "",
        lambda i, p: f"{p.title}\n{'; '.join(p.names)}\n{p.venue}\nYear: {p.year} | Volume: {i + 3}, Issue: 2\nCited by: Papers (12)\nPDF",
        "\n",
        "tnvy",
    ),
    "a programme": (
        "Session 3A: Machine Translation\nChair: Meg Tong\n\n",
        lambda i, p: f"{9 + i}:00–{9 + i}:20\t{p.title}\n\t{spoken(p.names)}",
        "\n\n",
        "tn",
    ),
    "a programme with times alone": ("Session 1\n", lambda i, p: f"1{i}:00 – 1{i}:20\n{p.title}\n{spoken(p.names)}", "\n", "tn"),
    "a home page": (
        "# Meg Tong\n\n## Publications\n\n",
        lambda i, p: (
            f"- **{p.title}**. {', '.join(p.names)}. *{p.venue}*, {p.year}. [[pdf](https://a.org/{i}.pdf)] [[code](https://b.org)]"
        ),
        "\n",
        "tnvy",
    ),
    "a home page of boxes": (
        "",
        lambda _, p: (
            f"<div class='paper-box-text' markdown=\"1\">\n{p.title} \\\\\n[{p.names[0]}](https://a.org), **{p.names[1]}\\***, "
            f"{p.names[2]} (\\*: equal contribution)\\\\\n{p.abstract}\n</div>"
        ),
        "\n\n",
        "tna",
    ),
    "links": ("", lambda i, p: f"[{p.title}](https://a.org/{i}.pdf)\n{spoken(p.names)}\n*{p.venue} {p.year}*", "\n\n", "tny"),
    "a list of lists": (
        "# Awesome Papers\n\n## Contents\n- [Methods](#methods)\n\n### Methods\n\n",
        lambda i, p: (
            f"{i + 1}. **{p.title}.**\n\n   *{', '.join(p.names)}.* [[pdf](https://arxiv.org/pdf/2212.0925{i})], "
            f"[[project](https://b.org)], {p.year}.7, ![](https://a.org/badge/ACL2023)"
        ),
        "\n\n",
        "tny",
    ),
    "HTML": (
        "<ul>\n",
        lambda _, p: (
            f'<li><b>{p.title}</b><br>\n{", ".join(p.names)}<br>\n<i>{p.venue}</i>, {p.year} <a href="https://a.org">[pdf]</a></li>'
        ),
        "\n",
        "tnvy",
    ),
    "names before a colon": ("", lambda _, p: f"{', '.join(p.names)}: {p.title}", "\n", "tn"),
    "names in brackets": ("", lambda _, p: f"• {p.title} ({', '.join(p.names)})", "\n", "tn"),
    "names behind a dash": ("", lambda _, p: f"{p.title} — {', '.join(p.names)}", "\n", "tn"),
    "columns": ("", lambda i, p: f"{i + 1}\t{p.title}\t{', '.join(p.names)}", "\n", "tn"),
    "a letter of news": (
        "Hi all,\n\nhere are the papers of this week.\n\n",
        lambda i, p: f"{i + 1}. {p.title}\nby {spoken(p.names)}\nhttps://arxiv.org/abs/2212.0925{i}\n{p.abstract}",
        "\n\n",
        "tna",
    ),
    "PubMed's abstracts": (
        "",
        lambda i, p: (
            f"{i + 1}. J Test Res. {p.year} Jan 5;12(3):45-67. doi: 10.1234/test.{i}.\n\n{p.title}.\n\n"
            f"{', '.join(f'{name}(1)' for name in p.names)}.\n\nAuthor information:\n(1)Department of Tests, University of X.\n\n"
            f"{p.abstract}\n\nDOI: 10.1234/test.{i}\nPMID: 3456789{i}"
        ),
        "\n\n\n",
        "tnay",
    ),
}


def show(shape: str) -> str:
    head, one, between, _ = SHAPES[shape]
    return head + between.join(one(number, paper) for number, paper in enumerate(PAPERS)) + "\n"


def read(text: str) -> pc.Catalog:
    return pc.parse(text, format="page")


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_read(shape: str) -> None:
    cat = pc.parse(show(shape))
    fields = SHAPES[shape][3]
    assert cat.inputs[0].format == ("tagged" if shape == "PubMed's abstracts" else "page")  # they have a reader of their own
    assert [paper.title for paper in cat] == [paper.title for paper in PAPERS]
    if "n" in fields:
        assert [tuple(map(str, paper.authors)) for paper in cat] == [paper.names for paper in PAPERS]
    assert [paper.abstract for paper in cat] == [paper.abstract if "a" in fields else None for paper in PAPERS]
    assert [paper.year for paper in cat] == [paper.year if "y" in fields else None for paper in PAPERS]
    if "v" in fields:
        assert [paper.venue for paper in cat] == [paper.venue for paper in PAPERS]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_character_of_a_page_has_its_place(shape: str) -> None:
    assert [span.what for span in read(show(shape)).receipt() if span.what == "text-unread"] == []


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_of_any_kind_are_line_ends(shape: str, newline: str) -> None:
    text = show(shape)
    assert [paper.title for paper in read(text.replace("\n", newline))] == [paper.title for paper in read(text)]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_page_cut_anywhere_raises_nothing_and_is_accounted_for(shape: str) -> None:
    text = show(shape)
    for end in range(0, len(text), 41):
        cat = read(text[:end])
        spans = list(cat.receipt())
        assert [span.start for span in spans] == [0, *(span.end for span in spans)][: len(spans)]


def test_ids_and_links_are_of_their_record() -> None:
    assert [paper.arxiv for paper in read(show("a list of lists"))] == [f"2212.0925{i}" for i in range(4)]
    assert [paper.doi for paper in read(show("PubMed's abstracts"))] == [f"10.1234/test.{i}" for i in range(4)]
    assert [paper.url for paper in read(show("links"))] == [f"https://a.org/{i}.pdf" for i in range(4)]
    one = read(show("PubMed's abstracts"))[0]
    assert (one.venue, one.volume, one.issue, one.pages, one.month) == ("J Test Res", "12", "3", "45-67", 1)


def test_labels_that_no_field_has_are_kept_under_their_own_name() -> None:
    paper = read(show("glued labels"))[1]
    assert paper.extra["Anthology ID"] == "2022.acl-long.2"
    assert (paper.pages, paper.month, paper.url) == ("1–9", 7, "https://aclanthology.org/2022.acl-long.2/")


def test_buttons_and_counts_are_told_and_are_in_no_field() -> None:
    cat = read(show("a scholar's profile"))
    told = [issue.raw for issue in cat.issues if issue.code == "page-furniture"]
    assert told == ["TITLE", "CITED BY", "YEAR", "073", "173", "273", "373"]


def test_headings_are_told() -> None:
    cat = read(show("a programme"))
    assert [issue.raw for issue in cat.issues if issue.code == "heading"] == ["Session 3A: Machine Translation"]


WRAPPED = """\
Towards Measuring the Representation of Subjective Global Opinions in
Language Models
Esin Durmus, Karina Nguyen, Thomas I. Liao, Nicholas Schiefer, Amanda
Askell
Transactions of the Society for Language and the Measurement of Opinion,
2023
The Capacity for Moral Self-Correction in Large Language Models
Deep Ganguli, Amanda Askell
Findings, 2022
Discovering Language Model Behaviors with Model-Written Evaluations of
Language Models
Ethan Perez, Sam Ringer, Kamile Lukosiute, Karina Nguyen, Edwin Chen,
Scott Heiner
Findings of the Association for Computational Linguistics and of Models,
2023
"""


def test_fields_that_were_wrapped_are_joined() -> None:
    cat = read(WRAPPED)
    assert [paper.title for paper in cat] == [
        "Towards Measuring the Representation of Subjective Global Opinions in Language Models",
        "The Capacity for Moral Self-Correction in Large Language Models",
        "Discovering Language Model Behaviors with Model-Written Evaluations of Language Models",
    ]
    assert [str(paper.authors[-1]) for paper in cat] == ["Amanda Askell", "Amanda Askell", "Scott Heiner"]
    assert [paper.year for paper in cat] == [2023, 2022, 2023]


MISSING = """\
Sleeper Agents
Evan Hubinger, Carson Denison
NeurIPS 2024

Constitutional AI
Yuntao Bai, Saurav Kadavath

Towards Understanding Sycophancy in Language Models
ICLR 2024

Discovering Language Model Behaviors
Ethan Perez
"""


def test_fields_that_are_missing_are_not_invented() -> None:
    found = [(paper.title, len(paper.authors), paper.venue, paper.year, paper.abstract) for paper in read(MISSING)]
    assert found == [
        ("Sleeper Agents", 2, "NeurIPS 2024", 2024, None),
        ("Constitutional AI", 2, None, None, None),
        ("Towards Understanding Sycophancy in Language Models", 0, "ICLR 2024", 2024, None),
        ("Discovering Language Model Behaviors", 1, None, None, None),
    ]


def test_the_pattern_of_the_page_tells_a_title_that_looks_like_names() -> None:
    text = show("title, names and venue") + "\nAlan Turing\nEvan Hubinger, Carson Denison, Meg Tong\nJournal of Language Research, 2020\n"
    assert read(text)[4].title == "Alan Turing"


def test_initials_in_capitals_are_no_title_of_a_person() -> None:
    text = "Sleeper Agents\nMR Costa-jussà, J Chen\nNeurIPS, 2024\nConstitutional AI\nY Bai, S Kadavath\nICLR, 2023\n"
    assert [str(author) for author in read(text)[0].authors] == ["M. R. Costa-jussà", "J. Chen"]


NO_PAGES = [
    "",
    "What a day!",
    "Dear all,\n\nthe meeting is on Monday. Please bring the slides.\n\nBest wishes\n",
    '{"title": "Sleeper Agents", "authors": []}',
    "@article{a,\n  title = {Sleeper Agents},\n  author = {Hubinger, Evan},\n}\n",
    "<?xml version='1.0'?>\n<a><title>Sleeper Agents</title></a>",
    "We show that models deceive.\n\narXiv:2401.05566\n\nWe show that they flatter.\n\narXiv:2310.13548\n",
]


@pytest.mark.parametrize("text", NO_PAGES)
def test_what_is_no_page_is_left_to_others(text: str) -> None:
    assert page.sniff(Document("a", text)) < 0.3


def test_a_listing_of_inverted_names_is_the_listing_readers() -> None:
    text = "\n".join(f"{p.title}\n{', '.join(', '.join(reversed(name.split())) for name in p.names)}\n{p.abstract}" for p in PAPERS)
    assert choose(Document("a", text)) == "listing"


PIECES = (  # what readers look for
    "\n",
    "\n\n",
    "\t",
    "**",
    "[",
    "](",
    ")",
    "*",
    "<a ",
    ">",
    "|",
    " by ",
    "(",
    "2020",
    "1. ",
    "[c1]",
    "https://a.org/x.pdf",
    "Volume:",
    "\\\\",
)
SOUP = st.lists(
    st.sampled_from([*PIECES, "Meg Tong, Jesse Mu", "Abstract", "DOI:", "\ud800", "\x00", "\u2028"]) | st.text(max_size=9), max_size=30
)


@given(SOUP.map("".join))
def test_any_text_is_read_and_accounted_for(text: str) -> None:
    spans = list(read(text).receipt())
    assert [span.start for span in spans] == [0, *(span.end for span in spans)][: len(spans)]
    assert 0.0 <= page.sniff(Document("a", text)) <= 1.0


# How sites cite, the label and the reference, and the fields that a page with no more can have of it.
STRICH = "Jan Strich, Enes Isgorur, and Martin Semmann. 2026. T2-RAGBench: Text-and-Table Benchmark. In Proceedings of EACL, pages 165–191."
CITATIONS = (
    ("Cite (ACL):", STRICH, ("T2-RAGBench: Text-and-Table Benchmark", 3, 2026, "165–191")),
    ("How to cite: ", STRICH, ("T2-RAGBench: Text-and-Table Benchmark", 3, 2026, "165–191")),
    ("To cite this version:\n", STRICH, ("T2-RAGBench: Text-and-Table Benchmark", 3, 2026, "165–191")),
    (
        "Suggested Citation: ",
        "Hubinger, E., Denison, C. and Mu, J. (2024) Sleeper Agents. Journal of Tests, 12(3), pp. 1-9.",
        ("Sleeper Agents", 3, 2024, "1-9"),
    ),
    ("Cite (Informal):", "Sleeper Agents: Deceptive LLMs (Hubinger et al., ACL 2024)", ("Sleeper Agents: Deceptive LLMs", 0, 2024, None)),
    (
        "Cite (Informal):",
        "[Sleeper Agents](https://aclanthology.org/2024.acl-long.1/) (Hubinger et al., ACL 2024)",
        ("Sleeper Agents", 0, 2024, None),
    ),
)  # fmt: skip


@pytest.mark.parametrize(("label", "reference", "known"), CITATIONS)
def test_a_citation_tells_what_the_page_does_not(label: str, reference: str, known: tuple[str, int, int, str | None]) -> None:
    cat = pc.parse(f"2{label}{reference}\nCopy Citation:\nBibTeX\nMore\noptions…\nPDF:https://aclanthology.org/2026.eacl-long.8.pdf\n")
    assert cat.inputs[0].format == "page"
    assert [(paper.title, len(paper.authors), paper.year, paper.pages) for paper in cat] == [known]
    assert reference in dict(cat[0].extra).values()
    assert [span.what for span in cat.receipt() if span.what == "text-unread"] == []


def test_each_citation_is_a_paper() -> None:
    feet = [
        f"Cite (ACL):{', '.join(paper.names)}. {paper.year}. {paper.title}. In {paper.venue}, pages 1–9.\n"
        f"Cite (Informal):{paper.title} (Hubinger et al., ACL {paper.year})\nPDF:https://aclanthology.org/{number}.pdf\n"
        for number, paper in enumerate(PAPERS)
    ]
    cat = pc.parse("\n".join(feet))
    assert [(paper.title, tuple(map(str, paper.authors)), paper.venue, paper.year) for paper in cat] == [
        (paper.title, paper.names, paper.venue, paper.year) for paper in PAPERS
    ]
    assert [paper.url for paper in cat] == [f"https://aclanthology.org/{number}.pdf" for number in range(len(PAPERS))]


def test_a_page_counts_more_than_its_citation() -> None:
    one, other = PAPERS[:2]
    citation = f"Cite (ACL): {one.names[0]}. 2024. {one.title}. In {one.venue}, pages 1–9.\n"
    (paper,) = read(f"{one.title}\n{', '.join(one.names)}\nPublication date: 2023\n{citation}")
    assert (paper.title, len(paper.authors), paper.year, paper.venue, paper.pages) == (one.title, 3, 2023, one.venue, "1–9")
    strange = f"{one.title}\n{', '.join(one.names)}\nReference: {other.names[0]}. 2024. {other.title}. In {other.venue}, pages 1–9.\n"
    (paper,) = read(strange)
    assert (paper.title, paper.year, paper.venue, paper.pages) == (one.title, None, None, None)


@pytest.mark.parametrize(
    "value",
    ["arXiv:2205.13792 [cs.CL]", "BibTeX", "see the paper of 2020 for more of the same", "https://example.org/a/page/of/2020", "12"],
)
def test_what_is_no_citation_makes_no_paper(value: str) -> None:
    assert page.sniff(Document("a", f"Cite as: {value}\nCopy Citation:BibTeX\n")) == 0.0
    assert not len(pc.parse(f"Cite as: {value}\nCopy Citation:BibTeX\n", format="page"))


PERSON = "Professor of Computer Science, <u>National Taiwan University</u>\n\nVerified email at csie.ntu.edu.tw - <u>Homepage</u>\n\n"
INTERESTS = "Machine learning Data Mining Optimization Artificial Intelligence\n\n"
ROW = (
    "#### LIBSVM: A library for support vector machines\n\n37804\n\n4\t2011\n\nCC Chang, CJ Lin\n\nACM Transactions on Systems 2 (3), 27\n"
)


@pytest.mark.parametrize(
    "head", ["TITLE CITED BY YEAR", "TITLE\nCITED BY\nYEAR", "Title | Authors | Venue | Year", "Article\tCited by\tYear"]
)
def test_what_stands_above_the_head_of_a_table_is_no_paper(head: str) -> None:
    cat = pc.parse(f"{PERSON}{INTERESTS}{head}\n\n{ROW}")
    assert [(paper.title, paper.year, len(paper.authors)) for paper in cat] == [("LIBSVM: A library for support vector machines", 2011, 2)]
    assert [span.what for span in cat.receipt() if span.what == "text-unread"] == []
    assert sum(issue.code == "heading" for issue in cat.issues) == 3


def test_papers_above_the_head_of_a_table_are_papers() -> None:
    above, behind = PAPERS[:2], PAPERS[2:]
    lists = [
        "\n".join(f"{p.title}\n{', '.join(map(initials, p.names))}\n{p.venue}, {p.year}\n12\t{p.year}" for p in ps)
        for ps in (above, behind)
    ]
    cat = pc.parse(f"{lists[0]}\nTITLE\nCITED BY\nYEAR\n{lists[1]}\n")
    assert [paper.title for paper in cat] == [paper.title for paper in PAPERS]


NUMBERED_COLUMN = "\n".join(f"{number} {paper.title}\n{', '.join(paper.names)}" for number, paper in enumerate(PAPERS, 1))


def test_list_numbers_with_no_sign_behind_them_count() -> None:
    assert [paper.title for paper in pc.parse(NUMBERED_COLUMN)] == [paper.title for paper in PAPERS]


_ANY_SEPARATOR = re.compile(re.sub(r"\A\(\?=\[.*?\]\)\(\?:(.*)\)\Z", r"\1", separators.CUT.pattern, flags=re.DOTALL))
_OF_LINES = (
    "Sleeper Agents|. |, |: | - | in |(2024)| (2024).|, 2024|[3]|2024: 1-9|Proc. |Nature|NeurIPS2024|by|\t| · |?|!|1:30–2|aB|B c|‖|;|Ł"
)


@given(st.lists(st.sampled_from(_OF_LINES.split("|")) | st.text(max_size=3), max_size=12).map("".join))
def test_every_separator_begins_with_what_is_looked_for(line: str) -> None:
    """The pattern that asks first what a character is, against the same that does not."""
    assert _ANY_SEPARATOR.pattern != separators.CUT.pattern
    assert [(*match.span(), match.lastgroup) for match in separators.CUT.finditer(line)] == [
        (*match.span(), match.lastgroup) for match in _ANY_SEPARATOR.finditer(line)
    ]


def test_a_column_of_numbers_with_more_digits_than_python_reads_is_none_that_counts() -> None:
    page = "\n".join(f"{number}{'9' * 5_000}\nSleeper Agents Number {number}\nEvan Hubinger, Carson Denison\n" for number in range(1, 5))
    assert len(pc.parse(page)) > 0


TITLES_AND_LINKS = [
    pytest.param(
        "LLM:\n\t1. {}: https://arxiv.org/pdf/{} (PRINTED)\n\t2. {}: https://arxiv.org/pdf/{}\n\nTools:\n\t1. {}: {}", id="addresses"
    ),
    pytest.param("- [ ] {} [Submitted 15 Dec 2022 arxiv] [[Paper](https://arxiv.org/abs/{})] [[Demo](https://a.org/)]\n" * 3, id="a tag"),
]


@pytest.mark.parametrize("form", TITLES_AND_LINKS)
def test_titles_with_a_link_behind_each_need_no_names(form: str) -> None:
    ids = {"Constitutional AI: Harmlessness from AI Feedback": "2212.08073", "Sleeper Agents That Persist": "2401.05566"}
    ids["Discovering Language Model Behaviors"] = "2212.09251" if "Submitted" in form else "https://arxiv.org/abs/2212.09251"
    papers = read(form.format(*(text for one in ids.items() for text in one)))
    assert {paper.title: paper.arxiv for paper in papers} == {title: one[-10:] for title, one in ids.items()}


def test_data_with_links_is_no_page_of_titles() -> None:
    line = "[{'title': 'Constitutional AI: Harmlessness from '\n 'AI Feedback',\n 'url': 'https://arxiv.org/abs/2212.08073',\n"
    assert page.sniff(Document("a.txt", line * 4)) < 0.3


def test_a_name_that_the_page_sets_off_is_one_of_its_list() -> None:
    form = "## {}\nYuntao Bai, Andy Jones, **{}**, Amanda Askell, <em>Findings of the ACL 2023</em>. [[Link](https://a.org/b)]\n\n"
    papers = read(
        "".join(form.format(title, "Kamal Ndousse") for title in ("Constitutional AI", "Sleeper Agents", "Model Behaviors Found"))
    )
    assert [[author.family for author in paper.authors] for paper in papers] == [["Bai", "Jones", "Ndousse", "Askell"]] * 3


def test_a_list_of_names_goes_on_behind_its_last_and() -> None:
    form = "Article\nOpen Access\n{}\nEvan Hubinger, Carson Denison &\nJesse Mu\nPages: 1-21\nPublished online: 18 Nov 2020\n\n"
    papers = read("".join(form.format(title) for title in ("Sleeper Agents That Persist", "Constitutional AI Feedback", "Model Behaviors")))
    assert [len(paper.authors) for paper in papers] == [3, 3, 3]


def test_a_year_alone_in_brackets_is_no_number_of_a_list() -> None:
    form = "**Hubinger, Evan and Mu, Jesse**\n*{}*\n(2024)\n[arXiv:{}](https://arxiv.org/abs/{})\n\n"
    ids = {"Sleeper Agents That Persist": "2401.05566", "Constitutional AI Feedback": "2401.08073", "Model Behaviors Found": "2401.09251"}
    papers = read("".join(form.format(title, one, one) for title, one in ids.items()))
    assert [(paper.title, paper.year, paper.arxiv) for paper in papers] == [(title, 2024, one) for title, one in ids.items()]


def test_labels_of_chinese_indexes() -> None:
    form = "{}\n{}\n作者：Evan Hubinger；Jesse Mu\n刊名：Neurocomputing　2015年第11期\n摘要：We show that it persists.\n关键词：机器学习\n"
    papers = read("".join(form.format(number, title) for number, title in enumerate(("Sleeper Agents Persist", "Constitutional AI"), 1)))
    assert [(len(paper.authors), paper.year, paper.abstract) for paper in papers] == [(2, 2015, "We show that it persists.")] * 2


def test_titles_begin_the_records_that_end_with_a_text_below_its_label() -> None:
    """Two parts of a kind end each, and a sentence above them was taken for a title."""
    parts = [Part(kind, [Piece(Place(0, 0), "", "dot" if number == 2 else "blank")]) for number, kind in enumerate("HVTVTABBTABBTABB")]
    assert first_kind(parts) == "T"
