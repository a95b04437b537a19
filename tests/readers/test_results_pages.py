"""Pages of search results and alerts: the same papers as several sites show them, with snippets, buttons and counts below each."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import choose
from papercat.readers.layout import find_furniture, lay_out
from papercat.readers.page.interface import is_host, is_pressed, is_told
from papercat.readers.page.labels import is_button
from papercat.readers.page.recurring import cut_recurring, is_subjects
from papercat.readers.page.snippets import mark_snippets
from papercat.text.document import Document

# Title, authors, venue, year, DOI, and what a site shows of the abstract.
PAPERS = (
    (
        "Discovering Language Model Behaviors with Model-Written Evaluations",
        ("Ethan Perez", "Sam Ringer", "Karina Nguyen"),
        "Findings of the Association for Computational Linguistics",
        2023,
        "10.18653/v1/2023.findings-acl.847",
        "they develop many novel behaviors, good and bad, exacerbating the need to evaluate how they behave. Prior work",
    ),
    (
        "Transformer Feed-Forward Layers Are Key-Value Memories",
        ("Mor Geva", "Roei Schuster", "Jonathan Berant", "Omer Levy"),
        "Proceedings of the 2021 Conference on Empirical Methods in Natural Language Processing",
        2021,
        "10.18653/v1/2021.emnlp-main.446",
        "layers constitute two-thirds of a transformer model's parameters, yet their role in the network remains",
    ),
    (
        "Deep Contextualized Word Representations",
        ("Matthew Peters", "Mark Neumann", "Luke Zettlemoyer"),
        "Proceedings of the 2018 Conference of the North American Chapter",
        2018,
        "10.18653/v1/N18-1202",
        "representation that models both complex characteristics of word use, and how these uses vary across",
    ),
    (
        "Neural Architectures for Named Entity Recognition",
        ("Guillaume Lample", "Miguel Ballesteros", "Chris Dyer"),
        "Journal of Machine Learning Research",
        2016,
        "10.18653/v1/N16-1030",
        "recognition systems rely heavily on hand-crafted features and domain-specific knowledge in order to learn",
    ),
)


def _initials(name: str) -> str:
    *given, family = name.split()
    return "".join(word[0] for word in given) + " " + family


def scholar(number: int) -> list[str]:
    title, names, venue, year, _, snippet = PAPERS[number]
    byline = f"{', '.join(map(_initials, names))} - {venue.partition(' of ')[0]} of …, {year} - aclanthology.org"
    words = snippet.split()
    shown = [f"… {' '.join(words[:9])}", f"{' '.join(words[9:])} …"] if number != 2 else []
    return [
        "[PDF] aclanthology.org",
        title,
        byline,
        *shown,
        f"Save Cite Cited by {100 + number} Related articles All 3 versions View as HTML",
    ]


def alert(number: int) -> list[str]:
    title, names, _, year, _, snippet = PAPERS[number]
    byline = f"{', '.join(map(_initials, names))} - arXiv preprint arXiv:2{number}01.01234, {year}"
    return [f"[PDF] {title}", byline, f"… {snippet} …", "", "Cites: Attention is all you need", "", "Save\tTwitter\tLinkedIn\tFacebook", ""]


def semantic(number: int) -> list[str]:
    title, names, venue, year, _, _ = PAPERS[number]
    field, date = ("Computer Science", "Computer Science, Linguistics")[number % 2], (f"{year}", f"July {year}")[number % 2]
    told = ["TLDR", "It is shown that this generalises well.Expand"] if number % 2 else []
    return [title, ", ".join(names), field, venue, date, *told, str(412 + number), "[PDF]", "View on arXiv", "Save", "Alert"]


def digital_library(number: int) -> list[str]:
    title, names, venue, year, doi, _ = PAPERS[number]
    behind = f"{venue}, pp {number + 1}–{number + 12}https://doi.org/{doi}"
    return [
        "research-article",
        "Open Access",
        f"July {year}",
        title,
        ", ".join(names),
        behind,
        str(26 - number),
        str(2024 - number),
        "Get Access",
    ]


def springer(number: int) -> list[str]:
    title, names, venue, year, _, snippet = PAPERS[number]
    shown = ", ".join(names[:2]) + f" ... {names[-1]}"
    return ["Conference paper", title, f"We show that {snippet}...", shown, f"in {venue}", f"14 March {year}"]


def web_of_science(number: int) -> list[str]:
    title, names, venue, year, _, snippet = PAPERS[number]
    inverted = "; ".join(f"{name.split()[-1]}, {name[0]}" for name in names)
    return [
        title,
        inverted,
        f"Mar {year} | {venue.upper()} 12 (3) , pp.1-12",
        f"We show that {snippet} ... Show more",
        "12 Citations",
        "View full text",
    ]


SITES: dict[str, tuple[Callable[[int], list[str]], list[str]]] = {
    "scholar": (scholar, ["About 1,240,000 results (0.06 sec)"]),
    "alert": (alert, ["From: Google Scholar Alerts <a@google.com>", "To: me@example.org", "Subject: new results", ""]),
    "semantic": (semantic, ["About 94,300 results for “language models”", "Fields of Study", "Has PDF", "Author", "Sort by Relevance"]),
    "digital library": (digital_library, ["33,201 Results for: All: language", "Edit Search", "Save Search", "Download Citation"]),
    "springer": (springer, ["Showing 1-20 of 3,241 results", "Sort by", "Newest First"]),
    "web of science": (web_of_science, ["2,112 results from Web of Science Core Collection for:", "Add To Marked List", "Export"]),
}


def _page(site: str) -> str:
    show, head = SITES[site]
    return "\n".join([*head, *(line for number in range(len(PAPERS)) for line in show(number))])


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_result_is_one_paper(site: str, newline: str) -> None:
    text = _page(site).replace("\n", newline)
    papers = pc.parse(text)
    assert choose(Document("a.txt", text)) == "page"
    assert [paper.title for paper in papers] == [title for title, *_ in PAPERS]
    assert [paper.year for paper in papers] == [year for _, _, _, year, _, _ in PAPERS]
    assert not any(paper.abstract for paper in papers)


@pytest.mark.parametrize("site", SITES)
def test_names_are_read_as_far_as_they_are_shown(site: str) -> None:
    families = [[author.family for author in paper.authors] for paper in pc.parse(_page(site))]
    shown = [[name.split()[-1] for name in names] for _, names, *_ in PAPERS]
    assert families == ([[*names[:2], names[-1]] for names in shown] if site == "springer" else shown)


@pytest.mark.parametrize("site", SITES)
def test_every_character_of_results_has_its_place(site: str) -> None:
    assert not pc.parse(_page(site)).receipt().unread


def test_a_snippet_is_kept_as_such_and_told() -> None:
    papers = pc.parse(_page("scholar"))
    assert [bool(paper.extra.get("snippet")) for paper in papers] == [True, True, False, True]
    assert papers[0].extra["snippet"].endswith("evaluate how they behave. Prior work …")
    assert sum(issue.code == "abstract-cut" for issue in papers.issues) == 3


def test_where_a_paper_is_and_who_published_it_are_no_venue() -> None:
    text = _page("scholar").replace("2016 - aclanthology.org", "2016 - Elsevier")
    first, *_, last = pc.parse(text)
    assert (first.venue, first.extra["host"]) == ("Findings of …", "aclanthology.org")
    assert (last.venue, last.publisher) == ("Journal of …", "Elsevier")


def test_a_date_above_the_title_is_of_the_paper_below() -> None:
    papers = pc.parse(_page("digital library"))
    assert [(paper.year, paper.month, paper.doi) for paper in papers] == [(year, 7, doi.lower()) for _, _, _, year, doi, _ in PAPERS]


def test_authors_that_a_site_leaves_out_are_told() -> None:
    for sign in ("+3 authors,", "..."):
        text = _page("semantic").replace("Mor Geva, Roei Schuster, ", f"Mor Geva, Roei Schuster, {sign} ")
        papers = pc.parse(text)
        assert [author.family for author in papers[1].authors] == ["Geva", "Schuster", "Berant", "Levy"]
        assert sum(issue.code == "authors-cut" for issue in papers.issues) == 1


def test_buttons_that_were_glued_are_cut() -> None:
    text = _page("semantic").replace("Alert\nDeep", "AlertDeep").replace("Save\nAlert\nNeural", "SaveAlert\nNeural")
    assert [paper.title for paper in pc.parse(text)] == [title for title, *_ in PAPERS]


@pytest.mark.parametrize("title", ["Be My Mate: Simulating Virtual Students for Collaboration", "NewAgeHealthWarriors at MEDIQA-Chat 2023"])
def test_words_of_a_title_that_are_names_or_buttons_elsewhere_stay_in_it(title: str) -> None:
    papers = pc.parse(_page("alert").replace("Deep Contextualized Word Representations", title))
    assert papers[2].title == title


def test_an_abstract_that_ends_with_dots_among_whole_ones_is_kept() -> None:
    lines = []
    for title, names, _, _, _, snippet in PAPERS:
        whole = f"We study this. The results show that {snippet} and that it is so in most of the cases that we have seen so far"
        lines += [title, ", ".join(names), whole + ("..." if "Deep" in title else "."), ""]
    assert all(paper.abstract for paper in pc.parse("\n".join(lines)))


PRESSED = (
    "下载 导出 收藏 在线阅读",
    "View as HTML", "View on arXiv", "View via Publisher", "Download Citation", "Save Search", "Export to CSV", "Sort By: Relevance",
    "Create alert", "Add To Library", "Show more", "Highlights", "Public Access", "short-paper", "Free", "Open Access (12)",
    "Save Cite Cited by 582 Related articles All 3 versions View as HTML", "1 - 25 of 23,123 results", "Newest First",
)  # fmt: skip
# Titles of the ACL Anthology and of arXiv, and names, which are made of the same words.
READ = (
    "Showing Your Work Doesn’t Always Work",
    "Did You Mean...? Confidence-based Trade-offs in Semantic Parsing", "Search Results Clustering",
    "FreeLing 3.0: Towards Wider Multilinguality", "Introduction", "Tutorial Abstracts", "Save the Data", "View Dependencies", "Mark Free",
    "Preprint", "Attention Is All You Need", "Learning to Read", "Find the Errors",
)  # fmt: skip


@pytest.mark.parametrize("text", PRESSED)
def test_what_is_pressed_or_counted(text: str) -> None:
    assert is_button(text)


@pytest.mark.parametrize("text", READ)
def test_what_is_read_is_not_pressed(text: str) -> None:
    assert not any(tells(text) for tells in (is_pressed, is_told, is_host, is_subjects))


@pytest.mark.parametrize(
    ("text", "expected"), [("arxiv.org", True), ("proceedings.mlr.press", True), ("J.Xu", False), ("et.al", False), ("Node", False)]
)
def test_hosts(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_host(text) is expected


def test_the_head_of_a_mail_is_at_the_top() -> None:
    above = "From: Semantic Scholar\nSubject: new papers\n\nSleeper Agents"
    below = "Sleeper Agents\nFrom: Semantic Scholar\nSubject: new papers"
    single = "From: Words to Sentences\nSleeper Agents"
    assert [len(find_furniture(page)) for page in (above, below, single)] == [2, 0, 0]


def test_counts_below_a_venue_are_no_page_numbers() -> None:
    counts = "Proceedings of the 5th Workshop, pp 1–9\n26\n3224\nSleeper Agents\nProceedings of the 6th Workshop, pp 2–9\n39\n812"
    assert find_furniture(counts) == []
    assert find_furniture("learned from\n12\nProceedings of the 5th Workshop, pages 1-9\nlittle data") != []


@given(st.text(alphabet="… .\nAbc1[]PDFTLRSaveExpand,-"))
def test_rows_are_cut_without_loss(text: str) -> None:
    page = Document("a", text)
    rows = cut_recurring(page, lay_out(page).rows)
    marked, labels = mark_snippets(page, rows)
    before = ["".join(text[slice(*row.place)].split()) for row in lay_out(page).rows]
    for after in (rows, marked):
        assert "".join("".join(text[slice(*row.place)].split()) for row in after) == "".join(before)
    assert [label.start for label in labels] == sorted(label.start for label in labels)


SCHOLAR = (
    (
        "[PDF] Attention is all you need\n"
        "A Vaswani, N Shazeer, N Parmar… - Advances in neural …, 2017 - proceedings.neurips.cc\n"
        "The dominant sequence transduction models are based on complex recurrent or convolutional neural networks.\n"
        "Save Cite Cited by 120345 Related articles All 87 versions\n"
    ),
    (
        "Bert: Pre-training of deep bidirectional transformers for language understanding\n"
        "J Devlin, MW Chang, K Lee, K Toutanova - Proceedings of the 2019 …, 2019 - aclanthology.org\n"
        "We introduce a new language representation model called BERT, which stands for Bidirectional\n"
        "Encoder Representations from Transformers.\n"
        "☆ Save Cite Cited by 98765 Related articles All 36 versions\n"
    ),
    (
        "Deep residual learning for image recognition\n"
        "K He, X Zhang, S Ren, J Sun - Proceedings of the IEEE …, 2016 - openaccess.thecvf.com\n"
        "Deeper neural networks are more difficult to train. We present a residual learning framework to ease the training.\n"
        "Cited by 200000 Related articles All 70 versions\n"
    ),
)


@pytest.mark.parametrize("records", [SCHOLAR[:1], SCHOLAR[:2], SCHOLAR[1:], SCHOLAR, SCHOLAR[::-1]])
def test_scholar_snippets_without_dots(records: tuple[str, ...]) -> None:
    cat = pc.parse("".join(records))
    assert [str(paper.title) for paper in cat] == [record.split("\n", 1)[0].removeprefix("[PDF] ") for record in records]
    assert [paper.extra["snippet"][:9] for paper in cat] == [record.split("\n")[2][:9] for record in records]
