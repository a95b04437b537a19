"""What is kept of a record for comparing it."""

import pickle
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.dedup.kinds import kind_of
from papercat.dedup.people import people, shared_people
from papercat.dedup.places import place_of
from papercat.dedup.titles import bare_title, information
from papercat.dedup.venues import same_venue
from papercat.dedup.view import prep
from papercat.models import Author, Paper
from papercat.models.line import check_line

TITLES = [
    ("[The discovery of insulin]", "the discovery of insulin"),
    ("The discovery of insulin. [German]", "the discovery of insulin"),
    ("[The discovery of insulin]. [French, English]", "the discovery of insulin"),
    ("The discovery of insulin.[Erratum appears in Lancet 1990;27(3):377 Note: added]", "the discovery of insulin"),
    ("The discovery of insulin (12 refs)", "the discovery of insulin"),
    ("The discovery of insulin (multiple letters) [3]", "the discovery of insulin"),
    ("The discovery of insulin (vol 85, pg 553, 2010)", "the discovery of insulin"),
    ("Erratum: The discovery of insulin (Lancet (1990) 27 (377-378))", "the discovery of insulin"),
    ("The role of Ca<sup>2+</sup> &amp; K<SUB>ATP</SUB>", "the role of ca2 and amp katp"),
    ("Groupe fran?ais de pneumologie", "groupe franais de pneumologie"),
    ("Attention is all you need Attention is all you need", "attention is all you need"),
    ("Vaswani, A. (2017), Attention is all you need", "attention is all you need"),
    ("Attention Is All You Need?", "attention is all you need"),
    ("UNKNOWN", ""),
    ("#NAME?", ""),
    ("[The discovery of insulin in the city of Toronto] TO: La decouverte", "the discovery of insulin in the city of toronto"),
    ("The Lorel query language (Extended Abstract)", "the lorel query language"),
    ("The Lorel query language (invited talk)", "the lorel query language"),
    ("[PDF][PDF] The Lorel query language", "the lorel query language"),
    ("[BOOK][B] The Lorel query language", "the lorel query language"),
    ("Experiments with a new boosting algorithm, in Saitta L.(ed.), Machine Learning", "experiments with a new boosting algorithm"),
    # what looks like a note and is the title
    ("Learning from texts in schools (Ed. Lit.)", "learning from texts in schools ed lit"),
    ("Comparing panels (panel studies of income)", "comparing panels panel studies of income"),
    ("[C] bonds in chemistry", "bonds in chemistry"),  # not told apart
    ("[18F]FDG in the discovery of insulin", "18f fdg in the discovery of insulin"),
    ("[Review]", "review"),
    ("2001: A Space Odyssey", "2001 a space odyssey"),
    ("Nineteen Eighty-Four (1984)", "nineteen eighty four 1984"),
    ("Effects of training (a pilot study)", "effects of training a pilot study"),
]


@pytest.mark.parametrize(("title", "bare"), TITLES)
def test_titles(title: str, bare: str) -> None:
    assert bare_title(title) == bare


def test_a_column_says_less_than_a_title() -> None:
    columns = [
        "chair s message",
        "treasurer s message",
        "president s report",
        "reminiscences on influential papers",
        "editorial",
        "editor s notes",
        "book review",
        "editorial introduction",
        "preface",
        "front matter",
    ]
    titles = ["attention is all you need", "the strength of weak learnability", "intrapleural therapy"]
    assert max(map(information, columns)) < 5 < min(map(information, titles))


PLACES = [
    (Paper(venue="Brain Res.", volume="85", issue="1-2", pages="68-74"), ("brain res", "85", "1", "68", "74")),
    (Paper(venue="Brain Research.85 (1-2) ()(pp 68-74) 2011.Date of Publication: 2011."), ("brain research", "85", "1", "68", "74")),
    (Paper(venue="Machine Learning: Proceedings of the 12th Conference"), ("machine learning proceedings", "", "", "", "")),
    (Paper(venue="Progress: a journal"), ("progress", "", "", "", "")),
    (Paper(venue="Lung Cancer (Amsterdam, Netherlands)"), ("lung cancer", "", "", "", "")),
    (Paper(volume="58 (1)", pages="1462-70"), ("", "58", "1", "1462", "1470")),
    (Paper(volume="111 (4 MeetingAbstract)"), ("", "111", "4", "", "")),
    (Paper(volume="1)", pages="S200-S201"), ("", "", "", "s200", "s201")),
    (Paper(pages="06-Oct", issue="01-Feb"), ("", "", "1", "6", "10")),
    (Paper(pages="Oct-16"), ("", "", "", "10", "16")),
    (Paper(pages="pages 382-391."), ("", "", "", "382", "391")),
    (Paper(pages="e0191240"), ("", "", "", "e191240", "")),
    (Paper(pages="28???42"), ("", "", "", "28", "42")),
    (Paper(pages="382391"), ("", "", "", "382", "391")),
    (Paper(pages="e191240"), ("", "", "", "e191240", "")),
    (Paper(pages="106021"), ("", "", "", "106021", "")),
    (Paper(year=2016, volume="2016"), ("", "", "", "", "")),
    (Paper(volume="xiv"), ("", "14", "", "", "")),
    (Paper(volume="&NA;", pages="n/a"), ("", "", "", "", "")),
]


@pytest.mark.parametrize(("paper", "place"), PLACES)
def test_places(paper: Paper, place: tuple[str, ...]) -> None:
    assert tuple(place_of(paper))[:5] == place


KINDS = [
    ("Corrigendum to “Attention is all you need”", "erratum"),
    ("Correction: Attention is all you need", "erratum"),
    ("Attention is all you need (vol 85, pg 553, 2010)", "erratum"),
    ("Retraction notice: Ileal-lymphoid-nodular hyperplasia", "retraction"),
    ("Reply to Hinton", "reply"),
    ("Attention is all you need - Reply", "reply"),
    ("Attention is all you need: author response", "reply"),
    ("Attention is all you need - An Addendum", "erratum"),
    ("Comment on “Attention is all you need”", "comment"),
    ("Book review: The Double Helix", "review"),
    ("Faculty of 1000 evaluation for A gut-brain neural circuit", "review"),
    ("Additional file 5 of Quantitative prediction of selectivity", "supplement"),
    ("Editorial", "editorial"),
    # articles
    ("Correction of myopia in children", ""),
    ("Response to stress in rats", ""),
    ("What an addendum tells", ""),
    ("Reply speed and the resolution of inferences", ""),
    ("Review of the genus Drosophila", ""),
    ("Letters and sounds in early reading", ""),
]


@pytest.mark.parametrize(("title", "kind"), KINDS)
def test_kinds(title: str, kind: str) -> None:
    assert kind_of(Paper(title=title), "") == kind


SAME_VENUES = [
    ("neurosci lett", "neuroscience letters"),
    ("j neurochem", "journal of neurochemistry"),
    ("proc natl acad sci u s a", "proceedings of the national academy of sciences of the united states of america"),
    ("icis", "international conference on information systems"),
    ("vldb", "very large data bases"),
    ("acm sigmod record", "sigmod record"),
    ("dtsch med wochenschr", "deutsche medizinische wochenschrift"),
    ("stoc 93", "proceedings of the twenty fifth annual acm symposium on theory of computing"),
    ("in proc 25th stoc", "acm symposium on the theory of computing"),
    ("colt", "workshop on computational learning theory"),
    ("icde", "international conference on data engineering"),
    ("jama", "journal of the american medical association"),
    ("vldb j", "the vldb journal the international journal on very large data bases"),
    ("acm symposium on theory of computing", "19th annual symposium on the theory of computation"),
    ("sigmod conference", "international conference on management of data"),
    ("sigmod conference", "proceedings of the 1998 acm sigmod international conference on management of data"),
    ("sigmod conference", "acm sigmod international conference on management"),
    ("vldb", "proceedings of the 22nd vldb conference mumbai"),
    ("very large data bases", "proc of intl conf on very large databases"),
    ("acm trans database syst", "acm tods"),
    ("acm trans database syst", "acm transactions on database systems tods"),
    ("kdd", "knowledge discovery and data mining"),
    ("edbt", "international conference on extending database technology"),
    ("lrec", "international conference on language resources and evaluation"),
    ("coling", "international conference on computational linguistics"),
    ("hlt naacl", "north american chapter of the association for computational linguistics"),
    ("aamas", "autonomous agents and multiagent systems"),
    ("mach learn", "machine learning"),
    ("eur j neurosci", "european journal of neuroscience"),
    ("n engl j med", "new england journal of medicine"),
    ("proceeding of sigir", "nineteenth annual international acm sigir conference on research and development in information retrieval"),
]
OTHER_VENUES = [
    ("toxicology", "toxicology letters"),
    ("neuropsychopharmacology", "int j neuropsychopharmacol"),
    ("journal of digital studies", "workshop of digital studies"),
    ("blood", "journal of clinical oncology"),
    ("brain research", "brain injury"),
    ("vldb j", "very large data bases"),
    ("vldb", "vldb j"),
    ("journal of strategic information systems", "european journal of information systems"),
    ("information and computation", "information and control"),
    ("sigmod conference", "acm sigmod record"),
    ("sigmod record", "international conference on management of data"),
    ("sigmod conference", "very large data bases"),
    ("vldb", "the vldb journal"),
    ("acm trans database syst", "acm trans inf syst"),
    ("acm tods", "acm tois"),
    ("knowledge discovery and data mining", "information and knowledge management"),
    ("machine learning", "international conference on machine learning"),
    ("comput linguistics", "annual meeting of the association for computational linguistics"),
    ("coling", "comput linguistics"),
    ("journal of neuroscience", "european journal of neuroscience"),
    ("international conference on information systems", "european conference on information systems"),
    ("lrec", "language resources and evaluation"),  # the journal; the meeting says conference
]


@pytest.mark.parametrize(("one", "other"), SAME_VENUES)
def test_same_venues(one: str, other: str) -> None:
    assert same_venue(one, other)
    assert same_venue(other, one)


@pytest.mark.parametrize(("one", "other"), OTHER_VENUES)
def test_other_venues(one: str, other: str) -> None:
    assert not same_venue(one, other)
    assert not same_venue(other, one)


SHARED = [
    ("kearns:m j", "kearns:michael", 1),
    ("galliers:bob;jarvenpaa:sirkka", "okeefe:bob;paul:ray j", 0),  # a given name in common is no person
    ("curie:marie;curie:pierre", "curie:p;curie:m", 2),
    ("lopez:rubio m;morado:m", "rubio:m l;morado:m", 2),
    ("deven:van", "ven:andrew h", 1),
    ("warmuth:m k", "war:m;muth:k", 1),
    ("smith:john", "smith:mary", 0.4),
    ("wang:x", "li:y", 0),
    ("koehn:knight", "knight:kevin;koehn:philipp", 1),  # two family names, read as one person
    ("kearns:m;varizani:u v", "kearns:michael;vazirani:umesh", 2),
    ("maria:x", "marta:y", 1),
]


@pytest.mark.parametrize(("one", "other", "count"), SHARED)
def test_shared_people(one: str, other: str, count: float) -> None:
    assert shared_people(one, other)[0] == shared_people(other, one)[0] == count


def test_initials_without_a_family_name_are_nobody() -> None:
    assert people((Author(family="Freund", given="Y."), Author(family="R"), Author(family="E", given="R"))) == "freund:y"
    assert people((Author(family="E", given="Weinan"),)) == "e:weinan"
    # a family name that looks like what is written for a missing one, among plain names and others
    assert people((Author(family="Na", given="E."),)) == "na:e"
    assert people((Author(family="Na", given="E."), Author(family="Lukošiūtė"))) == "na:e;lukosiute:"


def test_people_are_a_set_of_names() -> None:
    authors = (Author(family="Lukošiūtė", given="K."), Author(literal="UNKNOWN"), Author(family="Berg", particle="van den", given="J."))
    assert people(authors) == "lukosiute:k;berg:j"
    assert len(people(tuple(Author(family=f"Name{number}") for number in range(3000))).split(";")) == 16


@st.composite
def _texts(draw: st.DrawFn) -> str | None:
    text = draw(st.text(max_size=80))
    try:
        check_line(text)
    except ValueError:
        return None
    return text


PAPERS = st.builds(Paper, title=_texts(), abstract=_texts(), venue=_texts(), volume=_texts(), issue=_texts(), pages=_texts())


@given(PAPERS)
def test_any_paper_has_a_view(paper: Paper) -> None:
    view = prep(paper)
    assert view == prep(paper) == pickle.loads(pickle.dumps(view))  # noqa: S301  our own bytes
    assert all(isinstance(value, str | int) for value in view)


def test_a_view_is_small_and_the_same_in_every_process() -> None:
    code = (
        "from papercat.dedup.view import prep; from papercat.models import Paper;"
        "print(prep(Paper(title='Attention is all you need', abstract='The dominant sequence transduction models are based on complex"
        " recurrent or convolutional neural networks that include an encoder and a decoder.', year=2017)))"
    )
    shown = {subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout for _ in range(2)}  # noqa: S603
    assert len(shown) == 1
    assert len(shown.pop()) < 700


LITERALS = [
    ("m.j. kearns", "kearns:m j"),
    ("Robert E. Schapire", "schapire:robert e"),
    ("OpenAI", "openai:"),
    ("Alexion Pharmaceuticals, Inc", "alexionpharmaceuticalsinc:"),
    ("Stroke Unit Trialists Collaboration", "strokeunittrialistscollaboration:"),
]


@pytest.mark.parametrize(("name", "person"), LITERALS)
def test_a_name_that_was_not_cut(name: str, person: str) -> None:
    assert people((Author(literal=name),)) == person
