"""What two records say of each other: labelled pairs of each kind, and what holds for all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.dedup.score import MAYBE_BITS, PRIOR, SAME_BITS, contradicts, evidence, match, probability
from papercat.dedup.view import View, prep
from papercat.dedup.weights import Level, is_version
from papercat.dedup.wording import title_relation
from papercat.models import Author, Paper

DNA = Paper(
    title="Molecular Structure of Nucleic Acids: A Structure for Deoxyribose Nucleic Acid",
    authors=(Author(family="Watson", given="J. D."), Author(family="Crick", given="F. H. C.")),
    year=1953,
    venue="Nature",
    volume="171",
    issue="4356",
    pages="737-738",
    doi="10.1038/171737a0",
)
ATTENTION = Paper(
    title="Attention Is All You Need",
    authors=tuple(Author(family=family) for family in "Vaswani Shazeer Parmar Uszkoreit Jones Gomez Kaiser Polosukhin".split()),
    year=2017,
    arxiv="1706.03762",
)
ABSTRACT = (
    "We wish to suggest a structure for the salt of deoxyribose nucleic acid (D.N.A.). This structure has novel features which are of"
    " considerable biological interest. It has not escaped our notice that the specific pairing we have postulated immediately suggests"
    " a possible copying mechanism for the genetic material."
)


def but(paper: Paper, **values: object) -> Paper:
    return Paper.from_dict({**{name: value for name, value in paper.to_dict().items() if values.get(name, 0) is not None}, **{
        name: value for name, value in values.items() if value is not None
    }})  # fmt: skip


def names(*shown: str) -> list[dict[str, str]]:
    return [dict(zip(("family", "given"), name.split(", "), strict=False)) for name in shown]


# at both levels one paper
SAME = {
    "capitals, initials": but(DNA, title=str(DNA.title).upper(), authors=names("Crick, Francis", "Watson, James"), doi=None),
    "an abbreviated venue, no numbers": but(DNA, venue="Nat.", volume=None, issue=None, pages=None),
    "brackets and a language": but(DNA, title=f"[{DNA.title}]. [Danish]", doi=None),
    "a note about an erratum": but(DNA, title=f"{DNA.title}.[Erratum appears in Nature 1953;171(3):999]", doi=None),
    "a typing error": but(DNA, title=str(DNA.title).replace("Deoxyribose", "Deoxyribsoe"), doi=None),
    "glued words": but(DNA, title=str(DNA.title).replace("Nucleic Acids", "NucleicAcids"), doi=None),
    "Excel, glued numbers": but(DNA, volume="171 (4356)", issue=None, pages="737-8", doi=None),
    "a section head": but(DNA, title=f"Original article: {DNA.title}", doi=None),
    "a footnote": but(DNA, title=f"{DNA.title} 1", doi=None),
    "two footnotes": but(DNA, title=f"{DNA.title} 1, 2", doi=None),
    "a title that was cut": but(DNA, title=str(DNA.title).partition(" for ")[0], issue=None, pages=None, doi=None),
    "fields shifted by one": but(DNA, volume=None, issue="171", pages="4356", doi=None),
    "one letter more in the DOI": but(DNA, doi=f"{DNA.doi}u"),
    "another DOI": but(DNA, doi="10.2307/171737"),
    "online first": but(DNA, year=1952, volume=None, issue=None, pages="1-2", doi=None),
    "no authors": but(DNA, authors=None, doi=None),
    "a DOI alone": Paper(doi=DNA.doi),
    "a DOI with a journal": Paper(doi=DNA.doi, venue="Nature", year=1953),
    "a translated title on the same pages, without a year": but(
        DNA, title="La structure moléculaire des acides nucléiques", authors=[*names("Watson, J.", "Crick, F.")], year=None
    ),
    "a translated title on the same pages": but(
        DNA, title="La structure moléculaire des acides nucléiques", authors=[*names("Watson, J.", "Crick, F.")]
    ),
}
# at both levels two papers
OTHER = {
    "one word swapped": but(DNA, title=str(DNA.title).replace("Nucleic", "Amino"), pages="740-741", doi=None),
    "part two": but(DNA, title=f"{DNA.title}. II", pages="964-967", doi=None),
    "an erratum": but(DNA, title=f"Erratum: {DNA.title}", pages="999", doi=None),
    "a reply": but(DNA, title=f"{DNA.title} - Reply", pages="999", doi=None),
    "a comment": but(DNA, title=f"Comment on {DNA.title}", pages="999", doi=None),
    "other people": but(DNA, authors=names("Wilkins, M.", "Stokes, A.", "Wilson, H."), pages="738-740", doi=None),
    "another title under the DOI": but(DNA, title="General implications of base pairing", pages="964-967", volume="172"),
    "a title that goes on, in another year": but(
        DNA, title=f"{DNA.title} of Viruses", year=1955, volume=None, issue=None, pages=None, doi=None
    ),
    "parts by a number": but(DNA, title=f"{DNA.title} 2", pages="740-741", doi=None),
    "years later, elsewhere": but(DNA, venue="Current Biology", volume="13", issue="2", pages="R1-R9", year=2003, doi=None),
}


@pytest.mark.parametrize("same", ["record", "work"])
@pytest.mark.parametrize("name", SAME)
def test_one_paper(name: str, same: Level) -> None:
    assert match(prep(DNA), prep(SAME[name]), same) >= SAME_BITS, evidence(prep(DNA), prep(SAME[name]), same)
    assert not contradicts(prep(DNA), prep(SAME[name]), same)


@pytest.mark.parametrize("same", ["record", "work"])
@pytest.mark.parametrize("name", OTHER)
def test_two_papers(name: str, same: Level) -> None:
    assert match(prep(DNA), prep(OTHER[name]), same) < SAME_BITS, evidence(prep(DNA), prep(OTHER[name]), same)


@pytest.mark.parametrize("name", ["one word swapped", "part two", "an erratum", "a reply", "a comment", "other people"])
def test_no_chain_joins_them(name: str) -> None:
    assert contradicts(prep(DNA), prep(OTHER[name]), "record")


def test_a_preprint_is_the_work_and_may_be_another_record() -> None:
    published = but(
        ATTENTION, arxiv=None, venue="Advances in Neural Information Processing Systems", volume="30", pages="5998-6008", year=2018
    )
    assert match(prep(ATTENTION), prep(published), "work") >= SAME_BITS
    assert match(prep(ATTENTION), prep(published), "record") < match(prep(ATTENTION), prep(published), "work")
    assert match(prep(ATTENTION), prep(but(ATTENTION, arxiv="1706.03763")), "work") < PRIOR


def test_a_conference_abstract_is_another_record() -> None:
    abstract = but(DNA, venue="Federation Proceedings", volume="12", issue="1 Suppl", pages="S12", doi=None)
    assert match(prep(DNA), prep(abstract), "record") < MAYBE_BITS


def test_halves_that_share_an_abstract_are_one() -> None:
    one, other = Paper(arxiv="1706.03762", abstract=ABSTRACT), Paper(title=DNA.title, authors=DNA.authors, abstract=ABSTRACT)
    assert match(prep(one), prep(other), "work") >= SAME_BITS


def test_an_abstract_is_enough_for_a_record_that_says_nothing_else() -> None:
    bare = Paper(arxiv="1706.03762", abstract=ABSTRACT)
    assert told(bare, but(DNA, abstract=ABSTRACT)) > told(but(bare, title="Base Pairing"), but(DNA, abstract=ABSTRACT)) + 10
    assert told(bare, but(DNA, abstract=f"{ABSTRACT} It is late.")) < SAME_BITS


def test_thin_records_stay_apart() -> None:
    for paper in (Paper(title="Editorial", year=1953), Paper(authors=DNA.authors), Paper(year=1953, volume="171"), Paper()):
        assert match(prep(paper), prep(paper), "work") < SAME_BITS, paper


def test_a_column_is_another_paper_in_every_issue() -> None:
    note = but(DNA, title="Editor's Notes", doi=None, pages=None, issue="1")
    assert match(prep(note), prep(but(note, issue="2")), "work") < MAYBE_BITS
    assert match(prep(note), prep(note), "record") > MAYBE_BITS


TWINS = [
    ("effects of clonidine on pain", "effects of nicotine on pain", "swapped"),
    ("effects of vitamin d on bone", "effects of vitamin e on bone", "swapped"),
    ("vaccination against hepatitis b in adults", "vaccination against hepatitis c in adults", "swapped"),
    ("influenza a virus in swine", "influenza b virus in swine", "swapped"),
    ("oxygen uptake in vivo in the rat liver", "oxygen uptake in vitro in the rat liver", "swapped"),
    ("plasma therapy resistant disease in adult patients", "plasma therapy sensitive disease in adult patients", "swapped"),
    ("treatment of hypertension in the elderly", "treatment of hypotension in the elderly", "swapped"),
    ("learning with noise", "learning without noise", "negation"),
    ("survey of mis managers 1985", "survey of mis managers 1986", "numbers"),
    ("international multifoods case a", "international multifoods case b", "numbers"),
    ("optimal entanglement witnesses i", "optimal entanglement witnesses ii", "numbers"),
    ("the structure of dna part 2", "the structure of dna part 12", "numbers"),
    ("learnability of boolean formulae 1", "learnability of boolean formulae 2", "numbers"),
    ("learnability of boolean formulae", "learnability of boolean formulae 2", "numbers"),
    ("learnability of boolean formulae", "learnability of boolean formulae 1", "spelling"),
    ("learnability of boolean formulae part i1", "learnability of boolean formulae part ii", "spelling"),
    ("learnability of boolean formulae part i", "learnability of boolean formulae part ii", "numbers"),
    ("understanding the ceo cio relationship", "understanding the ceo clo relationship", "spelling"),
    ("learnability of boolean formulae", "learnability of boolean formu lae", "equal"),
    ("success factors of chief mis dp executives", "success factors of chief misldp executives", "spelling"),
    ("success factors of client server systems", "success factors of client1server systems", "spelling"),
    ("success factors of grade 5 7 schools", "success factors of grade 517 schools", "numbers"),
    ("success factors of part a b", "success factors of part alb", "within"),
    ("behavioural effects of oestrogen in rats", "behavioral effects of estrogen in rats", "spelling"),
    ("developing an instrument to measure success", "development of an instrument to measure success", "spelling"),
    ("kvm arm", "kvm arm the design of a hypervisor", "longer"),
    ("effects of sleep on memory in rats", "effects of sheep on memory in rats", "swapped"),
    ("the tumor in the lower lobe", "the tumor in the upper lobe", "swapped"),
    ("invited paper the structure of dna revisited", "the structure of dna in cells", "swapped"),
    (
        "competition paper business reengineering at cigna corporation lessons from the first five years",
        "business reengineering at cigna corporation experiences and lessons learned from the first five years",
        "within",
    ),
    (
        "digital strategic posture and how it may influence the strategy",
        "special issue on strategy digital strategic posture and how it may influence the strategy 1 sunil mithas",
        "longer",
    ),
    ("digital strategic posture and how it may influence", "digital strategic posture and how it may influence 2", "numbers"),
    ("1 growing semantic grammars", "growing semantic grammars", "spelling"),  # the number of a list
    ("1 growing semantic grammars", "2 growing semantic grammars", "numbers"),
    ("2 growing semantic grammars part 1", "growing semantic grammars part 2", "numbers"),
    ("surgical treatment of morbid obesity", "metabolic syndrome among dutch adolescents", "other"),
]


@pytest.mark.parametrize(("one", "other", "relation"), TWINS)
def test_twins(one: str, other: str, relation: str) -> None:
    assert title_relation(one, other)[0] == title_relation(other, one)[0] == relation


def test_probabilities() -> None:
    assert 0.8 < probability(SAME_BITS) < 0.9
    assert probability(MAYBE_BITS) == 0.5
    assert 0.99 < probability(30.0) < 0.999 < probability(45.0)
    assert probability(-1e9) < 1e-15 < 1 - 1e-15 <= probability(1e9)


WORDS = st.lists(st.sampled_from("learning part 1 2 ii not deep rats mice editorial clonidine in vivo vitro 1985 a".split()), max_size=6)
NAMES = st.lists(st.sampled_from(("li:x", "li:y", "curie:marie", "curie:p", "vandenberg:j", "berg:jan")), max_size=3, unique=True)
FEW = st.sampled_from(("", "1", "12", "s3"))
VIEWS = st.builds(
    View,
    title=WORDS.map(" ".join),
    kind=st.sampled_from(("", "erratum", "abstract", "preprint", "supplement")),
    people=NAMES.map(";".join),
    year=st.sampled_from((0, 1953, 1954, 1999)),
    venue=st.sampled_from(("", "nature", "j neurochem", "journal of neurochemistry", "workshop on rats")),
    volume=FEW,
    issue=FEW,
    page=FEW,
    last=FEW,
    doi=st.sampled_from(("", "10.1/a", "10.1/a.v1", "10.1/b")),
    arxiv=st.sampled_from(("", "1706.03762", "2310.13548")),
    head=st.sampled_from(("a", "b")),
    tail=st.sampled_from(("a", "b")),
    digest=st.integers(0, 2),
)
LEVELS: st.SearchStrategy[Level] = st.sampled_from(("record", "work"))


@given(VIEWS, VIEWS, LEVELS)
def test_the_evidence_adds_up_to_the_match_whichever_comes_first(a: View, b: View, same: Level) -> None:
    found = evidence(a, b, same)
    assert sum(one.bits for one in found) == pytest.approx(match(a, b, same))
    assert match(a, b, same) == pytest.approx(match(b, a, same))
    assert contradicts(a, b, same) == contradicts(b, a, same)
    assert all(one.told for one in found)


SUSPECT = Paper(
    title="On the Learnability of Boolean Formulae", authors=tuple(Author(**name) for name in names("Kearns, M.", "Valiant, L."))
)


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ({"venue": "Proc. 19th STOC", "year": 1987}, {"venue": "ACM Symposium on Theory of Computing", "pages": "285-295"}, True),
        ({"venue": "Proc. 19th STOC", "year": 1987}, {"venue": "SIAM Journal on Computing", "year": 1989}, False),
        ({"venue": "VLDB", "year": 1987}, {"venue": "The VLDB Journal", "year": 1988}, False),
        ({"venue": "Technical Report 87-6", "year": 1987}, {"venue": "SIAM Journal on Computing", "year": 1989, "pages": "5-9"}, True),
        ({"year": 1987}, {"venue": "SIAM Journal on Computing", "year": 1988}, True),
    ],
)
def test_a_venue_is_a_place_without_pages(one: dict[str, object], other: dict[str, object], is_one: bool) -> None:  # noqa: FBT001
    found = match(prep(but(SUSPECT, **one)), prep(but(SUSPECT, **other)), "work")
    assert (found >= SAME_BITS) is is_one, evidence(prep(but(SUSPECT, **one)), prep(but(SUSPECT, **other)), "work")


def test_a_year_that_is_missing_says_nothing() -> None:
    one = prep(but(SUSPECT, venue="SIGMOD Conference", year=1987))
    same, unknown, other = (
        prep(but(SUSPECT, venue="International Conference on Management of Data", year=year)) for year in (1987, None, 1989)
    )
    assert match(one, other, "record") < MAYBE_BITS < SAME_BITS <= match(one, unknown, "record") < match(one, same, "record")


def test_one_short_title_in_one_venue_and_year() -> None:
    one, other = (
        Paper(title="Semistructured Data", authors=(Author(family="Buneman", given="Peter"),), year=1997, venue=venue)
        for venue in ("PODS", "Symposium on Principles of Database Systems")
    )
    assert match(prep(one), prep(other), "record") >= SAME_BITS > match(prep(one), prep(but(other, venue=None)), "record")


KNUTH = Paper(title="Big Omicron and big Omega and big Theta", authors=(Author(family="Knuth", given="Donald E."),), year=1976)


def told(one: Paper, other: Paper, same: Level = "record") -> float:
    return match(prep(one), prep(other), same)


def test_a_meeting_and_a_journal_of_one_year_are_two_records() -> None:
    meeting, journal, newsletter = (but(KNUTH, venue=venue) for venue in ("VLDB", "VLDB J.", "SIGMOD Record"))
    assert told(meeting, but(KNUTH, venue="Very Large Data Bases")) >= SAME_BITS
    assert told(meeting, journal) < SAME_BITS
    assert told(but(KNUTH, venue="SIGMOD Conference"), newsletter) < SAME_BITS
    assert told(newsletter, but(KNUTH, venue="ACM SIGMOD Record")) >= SAME_BITS
    # a name that only looks different is no sign of another place
    assert told(meeting, but(KNUTH, venue="Mumbai, India")) > told(meeting, journal)


def test_a_work_goes_to_the_venue_that_is_named() -> None:
    nameless = but(KNUTH, year=None)
    meeting, journal = (but(nameless, venue=venue) for venue in ("Proc. SIGMOD", "SIGMOD Record"))
    assert told(meeting, but(KNUTH, venue="SIGMOD Conference"), "work") - told(journal, but(KNUTH, venue="SIGMOD Conference"), "work") > 8


@pytest.mark.parametrize(
    ("title", "is_one"),
    [
        ("Guest Editorial", True),
        ("Foreword", True),
        ("Introduction to the Special Issue", True),
        ("Editor's Notes", False),
        ("Chair's Message", False),
        ("Treasurer's Message", False),
        ("Book Reviews", False),
    ],
)
def test_a_guest_writes_once_a_year(title: str, is_one: bool) -> None:  # noqa: FBT001
    one, other = (but(KNUTH, title=title, venue=venue) for venue in ("SIGMOD Record", "ACM SIGMOD Record"))
    assert (told(one, other) >= SAME_BITS) is is_one
    assert told(one, but(other, year=1977)) < MAYBE_BITS


def test_one_author_tells_a_title_that_is_worth_something() -> None:
    assert (
        told(but(KNUTH, title="Semistructured Data and Queries", year=None), but(KNUTH, title="Semistructured data and queries"), "work")
        >= 7
    )
    assert told(but(KNUTH, title="A new method", year=None), but(KNUTH, title="A new method"), "work") < SAME_BITS
    cut = "Big Omicron and big Omega"
    assert told(but(KNUTH, title=cut), KNUTH) > told(but(KNUTH, title=cut, year=1979), KNUTH)


ISSUE = {"venue": "MIS Quarterly", "volume": "13", "issue": "4", "doi": None, "pages": None}


def test_one_title_stands_in_an_issue_once() -> None:
    one, other = but(DNA, **ISSUE), but(DNA, **ISSUE, authors=names("Smith, Robert", "Jones, Jesse"))
    assert told(one, other) >= SAME_BITS, evidence(prep(one), prep(other), "record")
    # its authors stand behind the title, and their school in their place
    assert told(one, but(other, title=f"{other.title} 1 Francis Crick and James Watson")) >= SAME_BITS
    assert told(one, but(other, title=f"Research Article: {other.title}")) >= SAME_BITS
    assert told(one, but(other, title=f"{other.title} of bacteria in the living cell")) < SAME_BITS
    assert told(but(one, issue="3"), other) < MAYBE_BITS
    assert told(but(one, pages="5-9"), but(other, pages="15-19")) < MAYBE_BITS


@pytest.mark.parametrize(
    ("title", "changes", "is_one"),
    [
        ("Remarks from MIS Quarterly Editor - Editor's Comments", {}, True),
        ("Editorial", {}, True),
        ("Remarks from MIS Quarterly Editor", {"issue": "3"}, False),
        ("Remarks from MIS Quarterly Editor", {"volume": "25"}, False),
        ("Remarks from MIS Quarterly Editor", {"authors": names("Weber, Ron")}, False),
        ("Remarks from MIS Quarterly Editor", {"authors": ()}, True),
        ("Remarks from MIS Quarterly Editor", {"authors": (), "venue": None}, False),
        ("Editorial", {"authors": ()}, False),
        ("Editor's Comments: Research in Information Systems", {}, False),  # of two that say more, each says something else
        ("Guest Editorial", {}, False),
        ("Editorial comment", {}, False),
        ("Book Reviews", {}, False),
    ],
)
def test_the_editor_has_one_column_in_an_issue(title: str, changes: dict[str, object], is_one: bool) -> None:  # noqa: FBT001
    known = {"authors": names("Lee, Allen S."), **ISSUE, "volume": "24", "issue": "4"}
    column = but(KNUTH, title="EDITOR'S COMMENTS Irreducibly Sociological Dimensions in Research and Publishing", year=None, **known)
    other = but(KNUTH, title=title, year=2000, **{**known, **changes})
    assert (told(column, other) >= SAME_BITS) is is_one, evidence(prep(column), prep(other), "record")


def test_other_titles_under_one_doi_are_one_where_all_people_are() -> None:
    one, other = but(DNA, **{**ISSUE, "doi": DNA.doi}), but(DNA, **{**ISSUE, "doi": DNA.doi}, title="Special issue: managing AI")
    assert told(one, other) > told(one, but(other, authors=names("Watson, J.", "Wilkins, M.")))
    assert told(one, but(other, authors=names("Wilkins, M.", "Stokes, A."))) < MAYBE_BITS


def test_papers_printed_one_after_the_other_are_two() -> None:
    first, second = but(DNA, doi=None, pages="998-1003"), but(DNA, doi=None, pages="1004-1009")
    assert told(first, second) < SAME_BITS
    assert told(first, but(DNA, doi=None, pages="999-1003")) >= SAME_BITS
    assert told(but(DNA, doi=None, pages="21-4"), but(DNA, doi=None, pages="21-24")) >= SAME_BITS


def test_an_abstract_is_no_article_of_another_year() -> None:
    article = but(DNA, doi=None, issue=None, pages="737-749")
    abstract = but(article, volume="183", pages="56", year=1954)
    assert told(abstract, article) < MAYBE_BITS
    assert told(abstract, but(article, pages="737")) > told(abstract, article)


PREPRINT = but(ATTENTION, venue="arXiv")


@pytest.mark.parametrize(
    ("changes", "is_one"),
    [
        ({"venue": "NeurIPS", "year": 2018, "pages": "5998-6008"}, True),
        ({"venue": "Neural Computation", "volume": "30", "issue": "Suppl 1", "pages": "S100-S111"}, True),  # an article in a supplement
        ({"venue": "Brain Research", "volume": "30", "issue": "Suppl 1", "pages": "S100"}, False),  # a meeting's abstract
        ({"venue": "Brain Research", "volume": "30", "issue": "Suppl 1", "pages": "S100-S101"}, False),
    ],
)
def test_a_preprint_becomes_an_article_and_no_abstract(changes: dict[str, object], is_one: bool) -> None:  # noqa: FBT001
    printed = but(ATTENTION, arxiv=None, **changes)
    assert (told(PREPRINT, printed, "work") >= SAME_BITS) is is_one, evidence(prep(PREPRINT), prep(printed), "work")


def test_a_preprint_may_get_a_longer_title_when_it_is_printed() -> None:
    longer = but(ATTENTION, arxiv=None, title=f"{ATTENTION.title} for Translation", year=2018, venue="NeurIPS", pages="5998-6008")
    assert told(PREPRINT, longer, "work") > told(but(PREPRINT, arxiv=None, venue="SIGMOD Record"), longer, "work")
    assert told(PREPRINT, but(longer, title=f"{ATTENTION.title}, Part 2"), "work") < MAYBE_BITS
    assert told(PREPRINT, longer, "work") > told(PREPRINT, longer)


DOIS = [
    ("10.6084/m9.figshare.12299333", "10.6084/m9.figshare.12299333.v1", True),
    ("10.6084/m9.figshare.12299333.v2", "10.6084/m9.figshare.12299333.v1", True),
    ("10.21203/rs.3.rs-15718/v1", "10.21203/rs.3.rs-15718/v3", True),
    ("10.1002/14651858.cd006828.pub2", "10.1002/14651858.cd006828.pub3", True),
    ("10.1101/2020.03.22.002386v1", "10.1101/2020.03.22.002386v2", True),
    ("10.1021/ic0620891.s007", "10.1021/ic0620891.s014", False),
    ("10.5281/zenodo.850575", "10.5281/zenodo.850574", False),
    ("10.1093/jaoac/60.2.324", "10.1093/jaoac/60.2.325", False),
    ("", "10.1093/jaoac/60.2.325", False),
    ("", "", False),
]


@pytest.mark.parametrize(("one", "other", "is_one"), DOIS)
def test_versions_of_a_doi(one: str, other: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_version(one, other) is is_version(other, one) is is_one
