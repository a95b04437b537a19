"""Pages of which more is menu than papers, and lists of references that can be taken for pages."""

import pytest

import papercat as pc
from papercat.readers import READERS, choose
from papercat.readers.page.pieces import Piece
from papercat.readers.page.records import Part
from papercat.readers.page.strays import odd_records
from papercat.text.document import Document, Place

# Articles that everybody in their fields cites, in the style of American law reviews.
CITED_BY_LAWYERS = """\
Faculty Publications

SSRN Working Paper Series

Law and Economics

Public Law and Legal Theory

Search Publications Database

Recent Publications

Christopher D. Manning, Prabhakar Raghavan & Hinrich Schütze, Introduction to Information Retrieval (2008).

Periodical Articles

Tom B. Brown, Benjamin Mann, Nick Ryder, Melanie Subbiah, Jared Kaplan & Prafulla Dhariwal, Language Models Are Few-Shot Learners, \
33 Advances in Neural Information Processing Systems 1877 (2020).

Ashish Vaswani, Noam Shazeer, Niki Parmar, Jakob Uszkoreit & Illia Polosukhin, Attention Is All You Need, \
30 Advances in Neural Information Processing Systems 5998 (2017).

Samuel D. Warren & Louis D. Brandeis, The Right to Privacy, 4 Harvard Law Review 193 (1890).

Guido Calabresi & A. Douglas Melamed, Property Rules, Liability Rules, and Inalienability: One View of the Cathedral, \
85 Harvard L. Rev. 1089 (1972).

Ronald H. Coase, The Problem of Social Cost, 3 Journal of Law and Economics 1 (1960).

Cass R. Sunstein, On the Expressive Function of Law, 144 University of Pennsylvania Law Review 2021 (1996).
"""
MENU = (
    "Aims and Scope", "Editorial Board", "Reviewer Board", "Topical Advisory Panel", "Instructions for Authors", "Special Issues", "Topics",
    "Sections and Collections", "Article Processing Charge", "Indexing and Archiving", "Most Cited and Viewed", "Journal Statistics",
    "Journal History", "Journal Awards", "Society Collaborations", "Conferences", "Editorial Office",
)  # fmt: skip
PAPERS = (
    ("Attention is All you Need", "Ashish Vaswani, Noam Shazeer, Niki Parmar", "NeurIPS 2017"),
    ("Language Models are Few-Shot Learners", "Tom Brown, Benjamin Mann, Nick Ryder", "NeurIPS 2020"),
    ("Universal Language Model Fine-tuning for Text Classification", "Jeremy Howard, Sebastian Ruder", "ACL 2018"),
    ("Sequence to Sequence Learning with Neural Networks", "Ilya Sutskever, Oriol Vinyals, Quoc V. Le", "NIPS 2014"),
)


def test_references_that_have_a_line_each_are_no_fields_of_a_page() -> None:
    """The reader of pages takes the headings for titles, and the line below each for its authors."""
    document = Document("a.txt", CITED_BY_LAWYERS)
    assert READERS["page"].sniff(document) > READERS["references"].sniff(document)
    assert choose(document) == "references"
    assert [paper.title for paper in pc.parse(CITED_BY_LAWYERS)] == [
        "Introduction to Information Retrieval",
        "Language Models Are Few-Shot Learners",
        "Attention Is All You Need",
        "The Right to Privacy",
        "Property Rules, Liability Rules, and Inalienability: One View of the Cathedral",
        "The Problem of Social Cost",
        "On the Expressive Function of Law",
    ]


@pytest.mark.parametrize(("opening", "closing"), [("", ""), ("“", "”"), ("'", "'")], ids=["bare", "quoted", "typed"])
def test_a_menu_longer_than_the_list_of_papers_is_no_list_of_papers(opening: str, closing: str) -> None:
    """Titles with known names below them are what the page is about, however many others there are."""
    papers = "\n".join(f"{opening}{title}{closing}\nby {names}\n{venue}" for title, names, venue in PAPERS)
    page = "\n".join(["Journal Menu", *(f"- {entry}" for entry in MENU), "Announcements", "", papers])
    assert [paper.title for paper in pc.parse(page)] == [title for title, *_ in PAPERS]


def test_names_above_titles_below_a_heading() -> None:
    """The heading looks like a title; but only if names begin the records all have the same, to the last."""
    papers = "\n\n".join(f"{names}\n\n**{title}**\n\nAbstract: {'We show what was not known before. ' * 8}" for title, names, _ in PAPERS)
    cat = pc.parse(f"NeurIPS Accepted Papers with Abstracts\n\n{papers}")
    found = {paper.title: [str(author) for author in paper.authors] for paper in cat if paper.authors}
    assert found == {title: names.split(", ") for title, names, _ in PAPERS}


def test_names_above_titles_that_no_list_knows() -> None:
    """Initials tell names: a journal's table of contents, with authors above."""
    page = "\n".join(
        f"{name}\n{title}\n"
        for name, title in (
            ("Kolmogorov A. N.", "On tables of random numbers"),
            ("Levenshtein V. I.", "Binary codes capable of correcting deletions, insertions, and reversals"),
            ("Vapnik V. N., Chervonenkis A. Ya.", "On the uniform convergence of relative frequencies of events to their probabilities"),
            ("Gelfand I. M., Fomin S. V.", "Geodesic flows on manifolds of constant negative curvature"),
        )
    )
    cat = pc.parse(page)
    assert [paper.authors[0].family for paper in cat] == ["Kolmogorov", "Levenshtein", "Vapnik", "Gelfand"]
    assert not any(paper.abstract for paper in cat)


def test_names_above_titles_between_what_a_site_says() -> None:
    """A third field parts the records: a title that the site's head and foot seem to have does not turn them round."""
    records = [f"{names}\n{title}\n{venue}\nMSC: {number}B37\nCite Review PDF" for number, (title, names, venue) in enumerate(PAPERS, 10)]
    page = "\n".join(["Documents Authors Serials Software", "any: networks", "Help", *records, "all top 5", "Filter Results by", "Author"])
    found = {paper.title: [str(author) for author in paper.authors] for paper in pc.parse(page)}
    assert {title: names.split(", ") for title, names, _ in PAPERS}.items() <= found.items()


def test_a_year_in_brackets_without_a_full_stop() -> None:
    """Most references of the list have one behind the year; this one has not."""
    page = """\
• Hinton, G.E. and Salakhutdinov, R.R. (2006) Reducing the dimensionality of data with neural networks. Science, 313, 504-507.

• Tversky, A. & Kahneman, D. (1974). Judgment under uncertainty: Heuristics and biases. Science, 185(4157), 1124-1131.

• Baddeley, A.D. & Hitch, G. (1974). Working memory. Psychology of Learning and Motivation, 8, 47-89.
"""
    for name in ("page", "references"):
        cat = pc.parse(page, format=name)
        assert cat[0].title == "Reducing the dimensionality of data with neural networks"
        assert cat[0].year == 2006
        assert [author.family for author in cat[0].authors] == ["Hinton", "Salakhutdinov"]


def test_sentences_about_a_paper_are_no_papers() -> None:
    """A service tells of each paper what it does, a line each; the titles of the page end with no full stop."""

    def record(**fields: str) -> list[Part]:
        return [Part(kind, [Piece(Place(0, 0), text, "line")]) for kind, text in fields.items()]

    told = "Sequence Reasoning: Applies {} to embeddings of words, and predicts potential relations within a text of many words."
    papers = [record(T=title, A=names, V=venue) for title, names, venue in PAPERS]
    texts = [record(T=told.format(title.lower()), B="Utilizes layers of networks.") for title, *_ in PAPERS]
    records = [one for pair in zip(papers, texts, strict=True) for one in pair]
    assert sorted(odd_records(records)) == [1, 3, 5, 7]
    long = "{}, as it was read to the society in the year before, and in all the years before that one."
    ended = [record(T=long.format(title), A=names, V=venue) for title, names, venue in PAPERS]
    assert not odd_records([*ended[:2], record(T=long.format("GPT-3"), V="NeurIPS 2020"), *ended[2:]])
