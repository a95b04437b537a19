"""Pages as sites show them: what is pressed, counted or said of each paper is no paper, and belongs to none."""

import pytest

import papercat as pc
from papercat.readers.layout import find_furniture

PAPERS = (
    ("Language Models are Few-Shot Learners", "Tom Brown, Benjamin Mann, Nick Ryder", 2020),
    ("Deep reinforcement learning from human preferences", "Paul Christiano, Jan Leike, Tom Brown", 2017),
    ("Concrete Problems in AI Safety", "Dario Amodei, Chris Olah, Jacob Steinhardt", 2016),
    ("Attention is All you Need", "Ashish Vaswani, Noam Shazeer, Niki Parmar", 2017),
)
PROSE = (
    "We show that scaling up language models greatly improves performance on many tasks. It sometimes reaches that of others. "
    "We discuss broader impacts of this finding, and where methods still struggle with the data of the web."
)
LEFT = "Requests for name changes in the electronic proceedings will be accepted with no questions asked."


def neurips() -> str:
    venue = "Part of Advances in Neural Information Processing Systems 33 (NeurIPS {2})"
    one = f"{{0}}\n{venue}\nBibtex Metadata Paper Reviews\nAuthors\n{{1}}\nAbstract\n"
    return "\n".join(one.format(*paper) + f"{PROSE}\nName Change Policy\n{LEFT}\n" for paper in PAPERS)


def semantic_scholar() -> str:
    top = "About 94,300 results for “language models”\nFields of Study\nDate Range\nHas PDF\nAuthor\nSort by Relevance\n"
    venue = "Proceedings of the Neural Information Processing Systems"
    one = f"{{0}}\n{{1}}\nComputer Science, Linguistics\n{venue}\n{{2}}\nTLDR\n{{3}}Expand\n651\nPDF\nSave\nAlert\n"
    return top + "".join(one.format(*paper, PROSE.partition(". ")[0] + ".") for paper in PAPERS)


def acm() -> str:
    one = (
        "research-article\nPublic Access\nAugust {2}\n{0}\n{1}\n"
        "Proceedings of the Workshop, Article No.: 46, Pages 4–12https://doi.org/10.18653/v1/2022.ecnlp-1.{3}\n{4}\n{5}\nGet Access\n"
    )
    counts = zip((26, 39, 8, 12), (3224, 3444, 17, 402), strict=True)
    return "33,201 Results for: All: language\nEdit Search\nDownload Citation\n" + "".join(
        one.format(*paper, number, *pair) for number, (paper, pair) in enumerate(zip(PAPERS, counts, strict=True), 1)
    )


def alert() -> str:
    top = "From: Google Scholar Alerts\nTo: me@example.org\nSubject: language model - new results\n\n"
    one = "[PDF] {0}\n{1} - arXiv preprint, {2}\n… knowledge of {0}. We present a studio\nof {1} …\n\n"
    foot = "This message was sent by Google Scholar because you're following new results.\nList alerts Cancel alert\n"
    return top + "Save\tTwitter\tLinkedIn\tFacebook\n\n".join(one.format(*paper) for paper in PAPERS) + foot


def chat() -> str:
    one = "{3}  11:5{4} PM\n{0}\nby {1}\nhttps://arxiv.org/abs/2005.1416{4}\n:fire: 2\n2 replies\nLast reply 2 days ago\n"
    lines = (
        one.format(*paper, who, number) for number, (paper, who) in enumerate(zip(PAPERS, ("Maria", "tobias", "Yuki", "Sam"), strict=True))
    )
    return "#paper-reading\n42 members\nMonday, March 4th\n" + "".join(lines)


def open_access() -> str:
    top = "CVPR 2021 open access\nThese papers are the Open Access versions.\nExcept for the watermark, they are identical.\n[Back]\n"
    return top + "".join(f"{title}\n{names}\n[pdf] [supp]\n[bibtex]\n" for title, names, _ in PAPERS)


def names_above() -> str:
    def inverted(names: str) -> str:
        return "; ".join(f"{family}, {given}" for given, family in (name.rsplit(" ", 1) for name in names.split(", ")))

    return "\n".join(f"{inverted(names)}\n{title}\n{PROSE}\n" for title, names, _ in PAPERS)


WITH_YEARS = {"NeurIPS": neurips(), "Semantic Scholar": semantic_scholar(), "ACM": acm(), "an alert": alert()}
PAGES = WITH_YEARS | {"a chat": chat(), "CVF": open_access(), "names above their titles": names_above()}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_every_paper_is_read_and_nothing_else(page: str) -> None:
    catalog = pc.parse(page)
    assert [(paper.title, ", ".join(map(str, paper.authors))) for paper in catalog] == [paper[:2] for paper in PAPERS]
    assert not catalog.receipt().unread


@pytest.mark.parametrize("page", WITH_YEARS.values(), ids=WITH_YEARS.keys())
def test_each_has_its_own_year(page: str) -> None:
    assert [paper.year for paper in pc.parse(page)] == [paper[2] for paper in PAPERS]


def test_an_abstract_ends_where_the_page_goes_on() -> None:
    assert {paper.abstract for paper in pc.parse(neurips())} == {PROSE}


@pytest.mark.parametrize("name", ["Semantic Scholar", "an alert", "a chat", "CVF"])
def test_what_is_no_abstract_is_kept_as_none(name: str) -> None:
    assert [paper.abstract for paper in pc.parse(PAGES[name])] == [None] * len(PAPERS)


def test_pieces_of_text_and_summaries_stay_under_their_labels() -> None:
    assert "snippet" in pc.parse(alert())[0].extra
    paper = pc.parse(semantic_scholar())[0]
    assert "TLDR" in paper.extra
    assert paper.keywords == ("Computer Science", "Linguistics")


def test_a_doi_glued_to_the_pages_is_read() -> None:
    assert [paper.doi for paper in pc.parse(acm())] == [f"10.18653/v1/2022.ecnlp-1.{number}" for number in range(1, 5)]


@pytest.mark.parametrize(("numbers", "found"), [((1, 2, 3), 6), ((26, 3224, 8), 0)], ids=["pages", "counts"])
def test_page_numbers_count_up(numbers: tuple[int, ...], found: int) -> None:
    page = "".join(
        f"{title}\nProceedings of the 5th Workshop\n{number}\n{names}\n" for number, (title, names, _) in zip(numbers, PAPERS, strict=False)
    )
    assert len(find_furniture(page)) == found
