"""arXiv's pages copied as text: abstracts in the old and the new layout, lists, search results."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.models import Paper
from papercat.readers.arxiv.marks import Table
from papercat.readers.arxiv.pages import _TABLE

ABSTRACT = "The dominant sequence transduction models are based on complex recurrent or convolutional neural networks."
NAMES = "Ashish Vaswani, Noam Shazeer, Niki Parmar"
FAMILIES = ["Vaswani", "Shazeer", "Parmar"]
NEW = f"""\
Computer Science > Computation and Language
arXiv:1706.03762 (cs)
[Submitted on 12 Jun 2017 (v1), last revised 2 Aug 2023 (this version, v7)]
Attention Is All You Need
{NAMES}
View PDF
HTML (experimental)
{ABSTRACT}
Comments:\t15 pages, 5 figures
Subjects:\tComputation and Language (cs.CL); Machine Learning (cs.LG)
MSC classes:\t68T50
Cite as:\tarXiv:1706.03762 [cs.CL]
 \t(or arXiv:1706.03762v7 [cs.CL] for this version)
 \t
https://doi.org/10.48550/arXiv.1706.03762
Focus to learn more
arXiv-issued DOI via DataCite
Journal reference:\tAdvances 30 (2017)
Related DOI:\t
https://doi.org/10.5555/3295222.3295349
Focus to learn more
DOI(s) linking to related resources
Submission history
From: Llion Jones [view email]
[v1] Mon, 12 Jun 2017 17:57:34 UTC (1,102 KB)
[v7] Wed, 2 Aug 2023 00:41:18 UTC (1,124 KB)
"""
TITLED = "View a PDF of the paper titled Attention Is All You Need, by Ashish Vaswani and 2 other authors"
TAIL = f"""\
Full-text links:
Access Paper:
{TITLED}
View PDF
TeX Source
view license
Current browse context:
cs.CL
< prev | next >
new | recent | 2017-06
References & Citations
NASA ADS
Bookmark
BibSonomy Reddit
Which authors of this paper are endorsers? | Disable MathJax (What is MathJax?)
"""
SITE = "Skip to main content\nCornell University\narxiv logo > cs > arXiv:1706.03762\nHelp | Advanced Search\n"
OLD = f"""\
arXiv.org > hep-th > arXiv:hep-th/9711200
Search or Article-id
Download:
PDF
Current browse context:
hep-th
Bookmark (what is this?)
High Energy Physics - Theory
Title: The Large N Limit of Superconformal Field Theories and Supergravity
Authors: Juan M. Maldacena
(Submitted on 27 Nov 1997 (v1), last revised 22 Jan 1998 (this version, v3))
    Abstract: {ABSTRACT}
Comments: \t20 pages, harvmac
Subjects: \tHigh Energy Physics - Theory (hep-th)
Journal reference: \tAdv.Theor.Math.Phys.2:231-252,1998
DOI: \t10.1023/A:1026654312961
Report number: \tHUTP-98/A097
Cite as: \tarXiv:hep-th/9711200
  \t(or arXiv:hep-th/9711200v3 for this version)
Submission history
From: Juan Maldacena [view email]
[v1] Thu, 27 Nov 1997 23:53:13 GMT (20kb)
[v3] Thu, 22 Jan 1998 15:09:43 GMT (21kb)
Which authors of this paper are endorsers?
Link back to: arXiv, form interface, contact.
"""
LABELLED = f"""\
Computer Science > Machine Learning
**arXiv:1706.03762** (cs)
[Submitted on 12 Jun 2017]

Title:Attention Is All You Need

Authors:{NAMES} (and 5 more)

{TITLED}
View PDF

Abstract:{ABSTRACT}

Subjects: Computation and Language (cs.CL)
Cite as: arXiv:1706.03762 [cs.CL]
"""
LIST = """\
Computation and Language
Authors and titles for recent submissions
[ total of 87 entries: 1-25 | 26-50 | 51-75 | 76-87 ]
Fri, 3 Mar 2023
[1]  arXiv:2303.01494 [pdf, other]
Title: Image as Set of Points
Authors: Xu Ma, Yuqian Zhou, Can Qin
Comments: Accepted by ICLR 2023
Subjects: Computer Vision and Pattern Recognition (cs.CV); Machine Learning (cs.LG)
[2]  arXiv:2303.01469 (cross-list from cs.LG) [pdf, ps, other]
Title: Consistency Models
Authors: Yang Song, Prafulla Dhariwal, Mark Chen
Journal-ref: ICML 2023
DOI: 10.5555/3618408.3619743
Subjects: Machine Learning (cs.LG)
Thu, 2 Mar 2023
[3]  arXiv:math/0607328 [pdf, html, other]
Title: Extension of holomorphic maps
Authors: Rasul Shafikov
Subjects: Complex Variables (math.CV)
[ total of 87 entries: 1-25 | 26-50 | 51-75 | 76-87 ]
Links to: arXiv, form interface, find, cs, recent, 2303, contact, help  (Access key information)
"""
LISTED = [
    ("2303.01494", "Image as Set of Points", ["Ma", "Zhou", "Qin"]),
    ("2303.01469", "Consistency Models", ["Song", "Dhariwal", "Chen"]),
    ("math/0607328", "Extension of holomorphic maps", ["Shafikov"]),
]
SEARCH = f"""\
Showing 1–50 of 1,234 results for all: attention
1. arXiv:2303.01469 [pdf, ps, other] cs.LG cs.CV stat.ML
Consistency Models
Authors: Yang Song, Prafulla Dhariwal, et al. (2 additional authors not shown)
Abstract: Diffusion models have made… ▽ More Diffusion models have made breakthroughs. △ Less
Submitted 31 May, 2023; v1 submitted 2 March, 2023; originally announced March 2023.
Comments: ICML 2023
2. arXiv:1706.03762 [pdf, other] cs.CL doi 10.5555/3295222.3295349
enunlg and Attention
Authors: {NAMES}
Abstract: The dominant sequence… ▽ More
Submitted 12 June, 2017; originally announced June 2017.
Journal ref: NIPS 2017
"""


def families(paper: Paper) -> list[str | None]:
    return [author.family for author in paper.authors]


def only(text: str | bytes) -> Paper:
    cat = pc.parse(text)
    assert cat.inputs[0].format == "arxiv"
    assert not cat.receipt().unread
    (paper,) = cat
    return paper


PAGES = [
    ("the abstract alone", NEW),
    ("with what follows", NEW + TITLED),
    ("the whole page", SITE + NEW + TAIL),
    ("in one line", " ".join((SITE + NEW + TAIL).split())),
    ("labels, no lines", LABELLED),
    ("lines glued", NEW.replace("Need\n", "Need").replace("PDF\nHTML (experimental)\n", "PDF").replace(")\n", ")") + TITLED),
    ("numbered", f"[1] {NEW}"),
    ("CRLF", NEW.replace("\n", "\r\n")),
    ("invisible signs", NEW.replace("View", "Vi\u200bew").replace("Submission", "Sub\u00admission") + TITLED),
    ("blanks that do not break", NEW.replace("Related DOI", "Related\u00a0DOI")),
    ("a page number", NEW.replace("Need\n", "Need\n\n1\nProceedings of the 5th Workshop on Things, pages 1-9\n\n")),
    ("without its top", NEW.partition("(cs)\n")[2]),
    ("blank lines", NEW.replace("\n", "\n\n")),
    ("a title in two lines", NEW.replace("Is All", "Is\nAll")),
    ("names in two lines", NEW.replace("Noam Shazeer", "Noam\nShazeer")),
    ("an abstract behind no label", NEW.replace("View PDF\nHTML (experimental)\n", "")),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in PAGES])
def test_the_page_of_an_abstract_is_read_however_it_was_copied(text: str) -> None:
    paper = only(text)
    assert (paper.title, families(paper), paper.abstract) == ("Attention Is All You Need", FAMILIES, ABSTRACT)
    assert (paper.arxiv, paper.year, paper.month, paper.inferred) == ("1706.03762", 2017, 6, ())


def test_every_field_of_a_page_has_its_place() -> None:
    paper = only(NEW)
    assert (paper.doi, paper.comment) == ("10.5555/3295222.3295349", "15 pages, 5 figures")
    assert dict(paper.extra) == {
        "Submitted": "Submitted on 12 Jun 2017 (v1), last revised 2 Aug 2023 (this version, v7)",
        "Subjects": "Computation and Language (cs.CL); Machine Learning (cs.LG)",
        "MSC classes": "68T50",
        "arxiv-version": "7",
        "arXiv DOI": "https://doi.org/10.48550/arXiv.1706.03762",
        "Journal reference": "Advances 30 (2017)",
        "From": "Llion Jones",
        "v1": "Mon, 12 Jun 2017 17:57:34 UTC (1,102 KB)",
        "v7": "Wed, 2 Aug 2023 00:41:18 UTC (1,124 KB)",
    }


def test_the_old_layout_is_read() -> None:
    paper = only(OLD)
    assert paper.title == "The Large N Limit of Superconformal Field Theories and Supergravity"
    assert (families(paper), paper.abstract, paper.arxiv) == (["Maldacena"], ABSTRACT, "hep-th/9711200")
    assert (paper.doi, paper.year, paper.month) == ("10.1023/a:1026654312961", 1997, 11)
    assert (paper.extra["Report number"], paper.extra["arxiv-version"]) == ("HUTP-98/A097", "3")


MARKDOWN = f"""\
# Computer Science > Computation and Language

**arXiv:1706.03762** (cs)

[Submitted on 12 Jun 2017 ([v1](https://arxiv.org/abs/1706.03762v1)), last revised 2 Aug 2023 (this version, v7)]

Title:Attention Is All You Need
===============================

Authors:[Ashish Vaswani](https://arxiv.org/search/cs?query=Vaswani,+A), [Noam Shazeer](/search/cs?query=S), [Niki Parmar](/a)

{TITLED}

[View PDF](/pdf/1706.03762)
[HTML (experimental)](https://arxiv.org/html/1706.03762v7)
> Abstract:{ABSTRACT[:-1]}, see [this https URL](https://example.org/tensor2tensor).

| Comments: | 15 pages |
| --- | --- |
| Subjects: | Computation and Language (cs.CL) |
| Cite as: | [arXiv:1706.03762](https://arxiv.org/abs/1706.03762) [cs.CL] |

Submission history
------------------

From: Llion Jones [[view email](https://arxiv.org/show-email/f53b7360/1706.03762)]
**[[v1]](/abs/1706.03762v1)**
Mon, 12 Jun 2017 17:57:34 UTC (1,102 KB)
"""


def test_a_page_that_a_program_made_markdown_of_is_read() -> None:
    paper = only(MARKDOWN)
    assert (paper.title, families(paper), paper.arxiv, paper.year) == ("Attention Is All You Need", FAMILIES, "1706.03762", 2017)
    assert (paper.abstract, paper.comment) == (f"{ABSTRACT[:-1]}, see this https URL.", "15 pages")
    assert (paper.extra["link"], paper.extra["From"]) == ("https://example.org/tensor2tensor", "Llion Jones")
    assert paper.extra["v1"] == "Mon, 12 Jun 2017 17:57:34 UTC (1,102 KB)"


def test_several_pages_in_a_file_are_several_papers() -> None:
    cat = pc.parse("\n".join((NEW, TITLED, OLD, SITE, NEW.replace("1706.03762", "1706.03761"), TAIL, LIST)))
    assert [paper.arxiv for paper in cat] == ["1706.03762", "hep-th/9711200", "1706.03761", *(arxiv for arxiv, *_ in LISTED)]
    assert not cat.receipt().unread


LOWER = "Comments: 15 pages\nSubjects: Machine Learning (cs.LG)\nCite as: arXiv:1706.03762 [cs.LG]\n"
PIECES = [(LOWER + TAIL, "Attention Is All You Need"), (f"{LOWER}(or arXiv:1706.03762v2 [cs.LG] for this version)", None)]


@pytest.mark.parametrize(("text", "title"), PIECES)
def test_the_lower_half_of_a_page_tells_what_it_knows(text: str, title: str | None) -> None:
    paper = only(text)
    assert (paper.arxiv, paper.title, paper.comment, paper.abstract) == ("1706.03762", title, "15 pages", None)
    assert families(paper) == (["Vaswani"] if title else [])


NOT_GUESSED = [
    ("no authors", NEW.replace(NAMES + "\n", ""), "Attention Is All You Need", [], ABSTRACT),
    ("no abstract", NEW.replace(ABSTRACT + "\n", ""), "Attention Is All You Need", FAMILIES, None),
    ("no more than the id", "arXiv:1706.03762 (cs)\n[Submitted on 12 Jun 2017]\nView PDF\nSubjects: Optics\n", None, [], None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "names", "abstract"), [row[1:] for row in NOT_GUESSED], ids=[row[0] for row in NOT_GUESSED])
def test_what_is_missing_is_not_made_up(text: str, title: str | None, names: list[str], abstract: str | None) -> None:
    paper = only(text)
    assert (paper.title, families(paper), paper.abstract) == (title, names, abstract)


LISTS = [
    ("the old layout", LIST),
    ("the new layout", LIST.replace("Authors: ", "").replace("[ total of 87 entries", "Total of 87 entries")),
    ("entries glued", LIST.replace(")\n[", ")[")),
    ("fields glued", LIST.replace("\nAuthors", "Authors").replace("\nSubjects", "Subjects").replace("]\nTitle", "]Title")),
    ("one line", " ".join(LIST.split())),
    ("numbered", LIST.replace("\n[", "\n1. [").replace("1. [ ", "[ ")),
    ("indented", LIST.replace("\nTitle", "\n    Title").replace("\nAuthors", "\n    Authors")),
    ("definitions", LIST.replace("\nTitle", "\n:   Title").replace("\nAuthors: ", "\n\n    ").replace("\nSubjects", "\n\n    Subjects")),
    ("no formats", LIST.replace(" [pdf, other]", "").replace(" [pdf, html, other]", "")),
    ("wrapped names", LIST.replace("Yuqian Zhou", "Yuqian\nZhou")),
    ("UTF-16", LIST.encode("utf-16")),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in LISTS])
def test_lists_are_read_however_their_lines_stand(text: str | bytes) -> None:
    cat = pc.parse(text)
    assert [(paper.arxiv, paper.title, families(paper)) for paper in cat] == LISTED
    assert [paper.abstract for paper in cat] == [None] * 3
    assert (cat[0].comment, cat[1].doi, cat[1].extra["Journal-ref"]) == ("Accepted by ICLR 2023", "10.5555/3618408.3619743", "ICML 2023")
    assert not cat.receipt().unread


COMMENTS = (
    "Download: https://example.org/data",
    "Talk given on Fri, 3 Mar 2023",
    "Replacements for oil",
    "Showing 5 of 10 figures",
    "see Bookmark (what is this?)",
)


@pytest.mark.parametrize("comment", COMMENTS)
def test_words_of_a_page_within_a_field_are_text(comment: str) -> None:
    paper = only(NEW.replace("15 pages, 5 figures", comment))
    assert (paper.comment, paper.doi) == (comment, "10.5555/3295222.3295349")
    cat = pc.parse(LIST.replace("Accepted by ICLR 2023", comment))
    assert [one.arxiv for one in cat] == [arxiv for arxiv, *_ in LISTED]
    assert cat[0].comment == comment


GLUED = [
    ("Learning LaTeX from Memory", "Gerhard Ritschel, Daniel Suess", True),
    ("Just Another WordNet Subset", "Claire Mouton and Gaël de Chalendar", True),
    ("Can LMs Talk?", "HyoJung Han, Marine Carpuat", True),
    ("Just Another WordNet Subset", "MeiHua Chen, Jordan Boyd-Graber", False),
    ("A Study of JavaScript, TensorFlow, and Other Tools", "John McDonald, Jane DeVito", False),
]


@pytest.mark.parametrize(("title", "names", "is_glued"), GLUED, ids=[f"{names[:12]} {is_glued}" for _, names, is_glued in GLUED])
def test_names_that_are_glued_to_their_title_are_cut_off_and_told(title: str, names: str, *, is_glued: bool) -> None:
    cat = pc.parse(f"[1] arXiv:2303.01494 [pdf, html, other]\nTitle: {title}{'' if is_glued else chr(10)}{names}\nSubjects: Optics\n")
    assert (cat[0].title, len(cat[0].authors)) == (title, 2)
    assert ("records-glued" in [issue.code for issue in cat.issues]) == is_glued


def test_the_year_of_a_listed_paper_follows_from_its_id_and_says_so() -> None:
    cat = pc.parse(LIST)
    assert [(paper.year, paper.inferred) for paper in cat] == [(2023, ("year", "month"))] * 2 + [(2006, ("year", "month"))]
    assert [issue.code for issue in cat.issues].count("year-inferred") == 3


def test_a_list_of_new_papers_has_abstracts() -> None:
    text = LIST.replace("(cs.LG)\n[2]", f"(cs.LG)\n\n{ABSTRACT}\n\nCross submissions (showing 2 of 2 entries)\n\n[2]")
    cat = pc.parse(text)
    assert [paper.abstract for paper in cat] == [ABSTRACT, None, None]
    assert "Cross submissions (showing 2 of 2 entries)" in [issue.raw for issue in cat.issues]


def test_a_list_of_authors_that_needs_a_click_is_cut() -> None:
    shown = "et al. (25 additional authors not shown)  You must enable JavaScript to view entire author list."
    cat = pc.parse(MARKDOWN.replace("[Niki Parmar](/a)", shown))
    assert families(cat[0]) == FAMILIES[:2]
    assert "authors-cut" in [issue.code for issue in cat.issues]
    assert "unnamed" not in cat[0].extra


def test_search_results_are_read() -> None:
    cat = pc.parse(SEARCH)
    assert [paper.title for paper in cat] == ["Consistency Models", "enunlg and Attention"]
    assert [(paper.year, paper.month) for paper in cat] == [(2023, 3), (2017, 6)]
    assert [families(paper) for paper in cat] == [["Song", "Dhariwal"], FAMILIES]
    assert [paper.abstract for paper in cat] == ["Diffusion models have made breakthroughs.", "The dominant sequence…"]
    assert [cat[0].extra["Subjects"], cat[1].doi] == ["cs.LG cs.CV stat.ML", "10.5555/3295222.3295349"]
    assert [issue.code for issue in cat.issues] == ["heading", "authors-cut", "abstract-cut"]
    assert [paper.cut for paper in cat] == [("authors",), ("abstract",)]
    assert not cat.receipt().unread


def slow_marks(text: str) -> list[tuple[str, tuple[int, int]]]:
    """Try each kind at each place."""
    place, found = 0, list[tuple[str, tuple[int, int]]]()
    while place < len(text):
        first = next((one for one in _TABLE.kinds if one.pattern.match(text, place)), None)
        match = first.pattern.match(text, place) if first else None
        if first and match:
            found.append((first.name, match.span()))
        place = max(match.end(), place + 1) if match else place + 1
    return found


SCRAPS = [
    *NEW.splitlines(keepends=True),
    "[1] arXiv:1706.03762 [pdf]\n",
    "Title: ",
    "doi 10.1000/1 ",
    "Total of 3 entries",
    "\nFri, 3 Mar 2023\n",
    "x",
]


@given(st.lists(st.sampled_from(SCRAPS), max_size=12).map("".join))
def test_marks_are_found_as_if_each_kind_were_tried_at_each_place(text: str) -> None:
    assert [(mark.kind.name, mark.match.span()) for mark in _TABLE.find(text)] == slow_marks(text)


_BITS = [
    *(
        "[1]",
        "(2)",
        "3.",
        " ",
        "  ",
        "\n",
        "\t",
        "arXiv:2303.00763",
        "**arXiv:2303.00763**",
        "[pdf, other]",
        "Title:",
        "Authors:",
        "Abstract :",
        "x",
    ),
    *("(cs.CL)", "[Submitted on 1 Mar 2023]", "View PDF", "HTML (experimental)", "Cite as: ", "https://doi.org/10.48550/arXiv.2303.00763"),
    *(
        "Computer Science > ",
        "[v1] Wed, 1 Mar 2023 19:00:02 UTC",
        "Wed, 1 Mar 2023",
        "view license",
        "export BibTeX citation",
        "doi 10.1162/tacl",
    ),
    *(
        "▽ More",
        "△ Less",
        "Submitted 1 March, 2023.",
        "(12 additional authors not shown)",
        "New submissions",
        "[ total of 12 entries",
        "About  Help",
    ),
]


@given(st.lists(st.sampled_from(_BITS), max_size=10).map("".join), st.integers(0, 4))
def test_marks_are_found_where_a_search_for_all_of_them_finds_them(text: str, start: int) -> None:
    found = [(mark.start, mark.kind.name) for mark in _TABLE.find(text, start)]
    whole = Table(_TABLE.kinds)
    assert found == [(mark.start, mark.kind.name) for mark in whole.find(text, start)]
    assert [place for place, _ in found] == [match.start() for match in whole._any.finditer(text, start)]  # noqa: SLF001  the oracle
