"""What stands above, between and below the papers of a page, in words that no list has; and pages that are no such thing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import papercat as pc
from papercat.readers.page.strays import odd_records
from papercat.readers.page.workplaces import find_workplaces, set_aside

PAPERS = (
    ("Language Models are Few-Shot Learners", "Tom Brown, Benjamin Mann, Nick Ryder", "NeurIPS 2020"),
    ("Attention is All you Need", "Ashish Vaswani, Noam Shazeer, Niki Parmar", "NeurIPS 2017"),
    ("Deep contextualized word representations", "Matthew Peters, Mark Neumann, Luke Zettlemoyer", "NAACL 2018"),
    ("Universal Language Model Fine-tuning for Text Classification", "Jeremy Howard, Sebastian Ruder", "ACL 2018"),
    ("Neural Machine Translation of Rare Words with Subword Units", "Rico Sennrich, Barry Haddow, Alexandra Birch", "ACL 2016"),
    ("Get To The Point: Summarization with Pointer-Generator Networks", "Abigail See, Peter J. Liu", "ACL 2017"),
    ("Linguistic Regularities in Continuous Space Word Representations", "Tomas Mikolov, Wen-tau Yih, Geoffrey Zweig", "NAACL 2013"),
    ("A Neural Probabilistic Language Model", "Yoshua Bengio, Réjean Ducharme, Pascal Vincent", "JMLR 2003"),
    ("A large annotated corpus for learning natural language inference", "Samuel R. Bowman, Gabor Angeli", "EMNLP 2015"),
    ("Sequence to Sequence Learning with Neural Networks", "Ilya Sutskever, Oriol Vinyals, Quoc V. Le", "NIPS 2014"),
)
TITLES = [title for title, *_ in PAPERS]
# Words as interfaces have them, here in languages whose buttons are in no list.
HEAD = ("Zum Inhalt springen", "Neue Suche", "Einstellungen", "12 Treffer", "Personalisieren")
FOOT = ("Impressum", "Datenschutz", "Rückmeldung geben")


def _page(*, head: tuple[str, ...] = (), between: str = "", foot: tuple[str, ...] = (), gap: str = "\n") -> str:
    records = ["\n".join([*paper, *([between] if between else [])]) for paper in PAPERS]
    return "\n".join([*head, *([gap.strip("\n")] if head else []), f"\n{gap.strip()}".join(records), *foot])


@pytest.mark.parametrize(
    "page",
    [
        _page(),
        _page(head=HEAD),
        _page(foot=FOOT),
        _page(between="Merken"),
        _page(between="Ansehen (3)"),
        _page(head=HEAD, between="Zur Merkliste", foot=FOOT),
    ],
    ids=["plain", "head", "foot", "button", "count", "all"],
)
def test_what_a_page_says_of_itself_is_no_paper(page: str) -> None:
    """Told by the skeleton of its records alone."""
    assert [paper.title for paper in pc.parse(page)] == TITLES


def test_a_paper_that_lacks_a_field_is_kept() -> None:
    """One of many has no venue, one a single author."""
    records = ["\n".join(paper) for paper in PAPERS]
    records[3] = "\n".join(PAPERS[3][:2])
    records[5] = "\n".join((PAPERS[5][0], "Abigail See", PAPERS[5][2]))
    assert [paper.title for paper in pc.parse("\n".join(records))] == TITLES


def test_what_is_left_out_is_told() -> None:
    """Each line of the head is kept in an issue."""
    issues = " ".join(f"{issue.message} {issue.raw}" for issue in pc.parse(_page(head=HEAD)).issues)
    assert all(line in issues for line in HEAD)


def test_few_records_tell_nothing() -> None:
    """Of two or three records none is the odd one."""
    assert odd_records([]) == frozenset()
    assert len(pc.parse("\n".join("\n".join(paper) for paper in PAPERS[:2]))) == 2


# Above the papers of an issue: lines of a journal's menu, of several words and so many that records without names would be usual.
MENU = (
    *("Search in this journal", "Submit your article", "Guide for authors", "Volume 98", "Pages 1-110"),
    *("Previous vol/issue", "Next vol/issue", "Receive an update when the latest issues in this journal are published"),
    *("Actions for selected articles", "Select all / Deselect all", "Show all article previews", "Research Articles"),
)


@pytest.mark.parametrize("head", [MENU, ("Proceedings", "Upcoming Events", "Authors", "Affiliations", "Award Winners", "Home")])
def test_the_menu_above_an_issue_is_no_paper(head: tuple[str, ...]) -> None:
    """What stands above the first title with known names tells nothing of what is usual, nor does a label with nobody beside it."""
    papers = [f"{title}\n{names}\nPages {number}1-{number}9\nView PDF" for number, (title, names, _) in enumerate(PAPERS, 1)]
    assert [paper.title for paper in pc.parse("\n".join([*head, *papers]))] == TITLES


def test_what_is_ticked_above_each_paper_is_no_title() -> None:
    """The same words with the title behind them; of a pair of papers, a comment and what it is on, both stay."""
    papers = [f"Select article {title}\nDiscussion\nOpen access\n{title}\n{names}\nPages 1-9" for title, names, _ in PAPERS]
    cat = pc.parse("\n\n".join(papers))
    assert [paper.title for paper in cat] == TITLES
    assert not any(paper.abstract for paper in cat)
    comment = f"A Comment on {TITLES[-1]}"
    cat = pc.parse(
        "\n\n".join([*("\n".join(paper) for paper in PAPERS[:-1]), f"{comment}\nJesse Mu, Meg Tong\nACL 2024", "\n".join(PAPERS[-1])])
    )
    assert [paper.title for paper in cat] == [*TITLES[:-1], comment, TITLES[-1]]


def test_papers_without_names_at_the_edges_stay_papers() -> None:
    """They have what the page's others have besides."""
    first, last = "Introduction to the Special Issue on Language Models", "Thanks to the Reviewers of This Year"
    papers = [f"{title}\n{names}\nACL 2018" for title, names, _ in PAPERS]
    cat = pc.parse("\n\n".join([f"{first}\nACL 2018", *papers, f"{last}\nACL 2018"]))
    assert [paper.title for paper in cat] == [first, *TITLES, last]


def test_the_address_of_a_paper_is_no_more_of_the_date_above_it() -> None:
    """In mails of tables of contents the line of the date, which a label begins, is as long as one that was wrapped."""
    issue = [
        (
            "Company information privacy orientation - a conceptual framework",
            "Kathleen E. Greenaway, Yolande E. Chan, Robert E. Crossler",
            "Pages: 38-41 | First Published: 04 August 2015\nhttps://doi.org/10.1111/isj.12080",
        ),
        (
            "Doubly-Bound Relationship Between Publisher and Retailer - The Curious Mix of Wholesale and Agency Models",
            "Antino Kim",
            "Pages: 42-48 | First Published: 25 September 2018\nhttps://doi.org/10.1080/07421222.2018.1481651",
        ),
        (
            "Vizart3D : Retour Articulatoire Visuel pour l’Aide à la Prononciation",
            "Thomas Hueber, Atef Ben-Youssef, Pierre Badin, Gérard Bailly, Frédéric Eliséi",
            "Pages: 49-53 | First Published: 10 June 2012",
        ),
    ]
    buttons = "Abstract | Full text | PDF | References | Request permissions"
    cat = pc.parse("\n\n".join("\n".join([*paper, buttons]) for paper in issue))
    assert [(paper.doi, paper.year) for paper in cat] == [
        ("10.1111/isj.12080", 2015),
        ("10.1080/07421222.2018.1481651", 2018),
        (None, 2012),
    ]


@pytest.mark.parametrize(
    "lists",
    [
        ["Mu, Jesse; Tong, Meg", "Brown, Tom; Tong, Meg"],
        ["Jesse Mu, Meg Tong", "Tom Brown, Meg Tong", "Jesse Mu, Meg Tong"],
        ["Jesse Mu (Anthropic), Meg Tong (Anthropic)", "Tom Brown (Anthropic)"],
        ["S. Ishida, M. Uchino, and A. Fukuda", "K. Kubo, S. Tagashira, and A. Fukuda", "C. Li, and A. Fukuda"],
        [],
    ],
)
def test_names_are_no_workplaces(lists: list[str]) -> None:
    """Inverted names, a person who ends two lists, and places in brackets."""
    assert not find_workplaces(lists)


@given(st.lists(st.text(alphabet="AB ,;&.and", max_size=40), max_size=6))
@settings(max_examples=60)
def test_setting_aside_loses_no_letter(lists: list[str]) -> None:
    """Only signs come and go."""
    places = find_workplaces(lists)
    for text in lists:
        assert [char for char in set_aside(text, places) if char.isalpha()] == [char for char in text if char.isalpha()]
