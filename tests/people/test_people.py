"""Who is who: one person under several names, several under one, and that neither order nor repetition matters."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import papercat as pc
from papercat import Author, Catalog, Paper
from papercat.decisions import Decision, take, write_decisions
from papercat.errors import InputError
from papercat.people import People, relate
from papercat.people.blocks import candidates
from papercat.people.forms import form
from papercat.people.mentions import Mentions

RAW = Path(__file__).parents[2] / "data" / "raw"


def author(name: str) -> Author:
    family, _, first = name.partition(", ")
    return Author(family=family, given=first or None)


def paper(title: str, names: str, year: int | None = None, venue: str | None = None) -> Paper:
    return Paper(title=title, authors=tuple(map(author, names.split("; "))), year=year, venue=venue)


def groups(people: People) -> set[frozenset[tuple[str, str]]]:
    """Give each person as the titles and names of the mentions."""
    return {
        frozenset((one.title or "", name.inverted) for one in person.papers for name in one.authors if name in person.forms)
        for person in people
    }


# The user's own papers: Anthropic's authors, as Google Scholar and arXiv write them.
LAB = [
    paper("Sleeper Agents", "Hubinger, Evan; Maxwell, Tim; Askell, Amanda; Kadavath, Saurav", 2024),
    paper("Towards Understanding Sycophancy", "Sharma, Mrinank; Maxwell, Timothy; Askell, Amanda", 2023),
    paper("Discovering Behaviors", "Perez, Ethan; Lukosuite, Kamile; Askell, Amanda; Kadavath, Saurav", 2022),
    paper("Moral Self-Correction", "Ganguli, Deep; Lukošiūtė, Kamilė; Askell, Amanda; Perez, Ethan", 2023),
    paper("Constitutional AI", "Bai, Yuntao; El Showk, Sheer; Kadavath, Saurav; Perez, Ethan", 2022),
    paper("Red Teaming", "Ganguli, Deep; Showk, Sheer El; Kadavath, Saurav; Perez, Ethan", 2022),
]


def test_one_person_under_several_names() -> None:
    people = Catalog(LAB).people
    several = {str(person): [name.inverted for name in person.forms] for person in people if len(person.forms) > 1}
    assert several == {
        "Timothy Maxwell": ["Maxwell, Tim", "Maxwell, Timothy"],
        "Kamilė Lukošiūtė": ["Lukosuite, Kamile", "Lukošiūtė, Kamilė"],
        "Sheer El Showk": ["El Showk, Sheer", "Showk, Sheer El"],
    }


def crowd(name: str, labs: Sequence[list[str]], size: int = 4) -> list[Paper]:
    return [
        paper(
            f"Study {number} of lab {place}", "; ".join((name, *(colleague for i, colleague in enumerate(lab) if i != number % len(lab))))
        )
        for place, lab in enumerate(labs)
        for number in range(size)
    ]


# Who wrote with the first, the second and the third Yang Liu of the ACL Anthology.
LABS = [
    ["Lapata, Mirella", "Zhu, Chenguang", "Zeng, Michael"],
    ["Shriberg, Elizabeth", "Hakkani-Tür, Dilek", "Stolcke, Andreas"],
    ["Sun, Maosong", "Luan, Huanbo", "Zong, Chengqing"],
]
STRANGERS = [
    paper(f"Other {given}", f"Liu, {given}; Kim, {given}; {given}, Yang") for given in "Wei Fei Jing Xin Min Hao Lei Bo Ming Kai".split()
]


def test_several_people_under_one_name() -> None:
    people = People([*crowd("Liu, Yang", LABS), *STRANGERS])
    assert sorted(len(person.papers) for person in people.by("Liu, Yang")) == [4, 4, 4]


def test_a_rare_name_needs_no_colleague() -> None:
    people = People([*crowd("Lukošiūtė, Kamilė", LABS), *STRANGERS])
    assert [len(person.papers) for person in people.by("Lukošiūtė, Kamilė")] == [12]


@pytest.mark.parametrize(
    "names",
    [
        ("Zhang, Shuo", "Zhang, Shuofei"),
        ("Bowman, Samuel R.", "Bowman, Sarah"),
        ("Smith, David A.", "Smith, David B."),
        ("Leike, Jan", "Brauner, Jan"),
        ("Wang, Wei", "Wang, Wen"),
    ],
)
def test_these_are_two_people(names: tuple[str, str]) -> None:
    both = [paper(f"Study {number}", f"{name}; Askell, Amanda; Perez, Ethan") for number, name in enumerate(names)]
    people = People([*both, *LAB])
    assert all(len(people.by(author(name))) == 1 for name in names)
    assert people.verdict(people.by(author(names[0]))[0], people.by(author(names[1]))[0]) != "same"


def test_two_authors_of_one_paper_are_two_people() -> None:
    people = People([paper("Twins", "Maxwell, Tim; Maxwell, Timothy"), *LAB[:2]])
    assert all(len({place for place, _ in person.mentions}) == len(person.mentions) for person in people)


def test_a_name_that_a_list_repeats_is_one_person() -> None:
    assert len(People([paper("Twice", "Liu, Yang; Liu, Yang; Sun, Maosong")])) == 2


def test_initials_that_fit_two_people_are_nobodys() -> None:
    people = People([paper("A", "Brown, Peter"), paper("B", "Brown, Paula"), paper("C", "Brown, P.")])
    assert len(people) == 3
    assert len(people.by("Brown, P.")) == 3


def test_the_dumps_of_the_user() -> None:
    people = pc.read(RAW).dedup().people
    assert people.by("Maxwell, Tim") == people.by("Timothy Maxwell")
    assert [str(person) for person in people.by("Lukosuite, Kamile")] == ["Kamilė Lukošiūtė"]
    assert [len(person.papers) for person in people.by("Chen, Anna")] != []


def test_organisations_are_nobody() -> None:
    people = People([Paper(title="A", authors=(Author(literal="Anthropic"), author("Perez, Ethan")))])
    assert [str(person) for person in people] == ["Ethan Perez"]
    assert people.at(0, 0) is None


def test_nothing_and_little() -> None:
    assert len(Catalog().people) == 0
    assert Catalog().unify_people() == Catalog()
    assert len(Catalog([Paper(title="Alone")]).people) == 0
    assert [str(person) for person in Catalog(LAB[:1]).people] == ["Amanda Askell", "Evan Hubinger", "Saurav Kadavath", "Tim Maxwell"]


def test_three_thousand_authors() -> None:
    names = tuple(Author(family=f"Family{number % 997}x", given=f"Given{number}") for number in range(3000))
    assert len(People([Paper(title=title, authors=names) for title in ("Observation", "Measurement")])) == 3000


def test_a_name_as_long_as_a_page() -> None:
    page = Author(family="x" * 200_000, given="The test of a hypothesis " * 4_000)
    people = People([Paper(title=title, authors=(page, author("Perez, Ethan"))) for title in ("A", "B")])
    assert len(people) == 2


# -- the names are written

HOSTILE = [
    "王, 伟",
    "'t Hooft, G.",
    "; DROP, Table",
    "Nyberg, 3rd, Eric",
    ".",
    "-, -",
    "\u0301a",
    "a b c d e f, " + "x " * 50,
    "?, ?",
    "İnönü, I",
]
USUAL = "Maxwell, Tim; Maxwell, Timothy; Maxwell, T.; Maxwell; MAXWELL, TIM; Wang, Wei; Wei, Wang; Wang, W.; Wang, Wen".split("; ")
NAMES = st.sampled_from([*HOSTILE, *USUAL])
PAPERS = st.builds(
    Paper,
    title=st.sampled_from(["Sleeper Agents", "Sycophancy in Models", "Agents"]),
    year=st.sampled_from([None, 1961, 2022, 2023]),
    venue=st.sampled_from([None, "EMNLP 2022", "EMNLP 2023"]),
    authors=st.lists(NAMES.map(lambda name: author(name) if name.strip() else Author(literal="x")), max_size=4).map(tuple),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PAPERS, max_size=7), st.randoms(use_true_random=False))
def test_the_order_of_papers_does_not_matter(papers: list[Paper], random: Random) -> None:
    shuffled = list(papers)
    random.shuffle(shuffled)
    assert groups(People(shuffled)) == groups(People(papers))


@settings(max_examples=150, deadline=None)
@given(st.lists(PAPERS, max_size=7))
def test_twice_changes_nothing(papers: list[Paper]) -> None:
    once = Catalog(papers).unify_people()
    twice = once.unify_people()
    assert twice == once
    assert twice.issues == once.issues
    assert {person.mentions for person in once.people} == {person.mentions for person in Catalog(papers).people}


@settings(max_examples=100, deadline=None)
@given(st.lists(PAPERS, max_size=5))
def test_nothing_is_silent_and_nothing_is_lost(papers: list[Paper]) -> None:
    cat = Catalog(papers)
    unified = cat.unify_people()
    told = [issue.raw for issue in unified.issues if issue.code == "name-unified"]
    changed = [(was, now) for a, b in zip(cat, unified, strict=True) for was, now in zip(a.authors, b.authors, strict=True) if was != now]
    assert {was.inverted for was, _ in changed} == set(told)
    for before, after in zip(cat, unified, strict=True):
        kept = [variant.value for variant in after.variants if variant.field == "authors-printed"]
        assert kept == ([] if before == after else ["; ".join(name.inverted for name in before.authors)])


@settings(max_examples=100, deadline=None)
@given(st.lists(PAPERS, max_size=5))
def test_every_name_is_one_persons(papers: list[Paper]) -> None:
    people = People(papers)
    mentions = [mention for person in people for mention in person.mentions]
    assert len(mentions) == len(set(mentions))
    assert set(mentions) == {(i, j) for i, one in enumerate(papers) for j, name in enumerate(one.authors) if form(name)}
    for one, other in combinations(people, 2):
        assert people.explain(one, other)


def test_the_best_form_is_written() -> None:
    unified = Catalog(LAB).unify_people()
    assert {name.inverted for one in unified for name in one.authors} >= {"Maxwell, Timothy", "Lukošiūtė, Kamilė"}
    assert "Maxwell, Tim" not in {name.inverted for one in unified for name in one.authors}
    assert unified[0].variants[0].value.startswith("Hubinger, Evan; Maxwell, Tim; ")


def test_what_was_merged_stays_known() -> None:
    unified = pc.read(RAW).dedup().unify_people()
    assert unified.merges
    assert all(one.paper in unified.papers for one in unified.merges)


# -- blocks lose nothing


# People of whom the ACL Anthology knows several names.
SEVERAL = """Schütze, Hinrich; Schuetze, Hinrich; Schutze, H.; Collins, Michael; Collins, Mike; Collins, Michael John; Lan, Man; Man, Lan;
Molla, Diego; Mollá-Aliod, Diego; Zhao, Xin; Zhao, Wayne Xin; Luu, Anh Tuan; Tuan, Luu Anh; Hovy, Ed; Hovy, Eduard; Hirschman, L.;
Hirschman, Lynette; Hirshman, Lynette; Esplà, Miquel; Esplà-Gomis, Miquel; Oliveira, Hugo Gonçalo; Gonçalo Oliveira, Hugo; Choukri, Khalid;
Choukri, Kalid; Tsai, Richard Tzong-Han; Tsai, Tzong-Han Richard; Abate, Solomon Teferra; Teferra, Solomon; Kim, Young-Gil; Kim, Young-Kil;
Brown, Peter F.; Brown, P.; Brown, Paula; Gupta, Deepa; Gupta, Deepak; MacKinlay, Andrew; McKinlay, Andrew; Wang, Wei; Wang, Wen"""


def test_blocks_find_what_comparing_all_pairs_finds() -> None:
    forms = Mentions([*pc.read(RAW), paper("Several", " ".join(SEVERAL.split("\n")))]).forms
    slow = {(a, b, kind) for a, b in combinations(range(len(forms)), 2) if (kind := relate(forms[a], forms[b])) not in (None, "family")}
    assert {pair for pair in candidates(forms) if pair[2] != "family"} == slow
    assert len(slow) > 20


# -- a person decides


def test_decisions_join_and_part() -> None:
    lone = [paper("A", "Kann, Katharina", 2021), paper("B", "von der Wense, Katharina", 2024)]
    assert len(People(lone)) == 2
    assert len(People(lone, [Decision("Kann, Katharina", "Katharina von der Wense", same=True)])) == 1
    assert len(People(LAB[:2])) == len(People(LAB[:2], [Decision("Maxwell, Tim", "Maxwell, Timothy", same=False)])) - 1


def test_a_decision_can_mean_a_name_on_one_paper() -> None:
    three = [
        replace(paper(title, "Lukošiūtė, Kamilė"), arxiv=arxiv) for title, arxiv in (("A", "2212.09251"), ("B", "2302.07459"), ("C", None))
    ]
    assert len(People(three)) == 1
    apart = People(three, [Decision("Lukošiūtė, Kamilė @ 2212.09251", "Lukošiūtė, Kamilė @ 2302.07459", same=False)])
    assert len(apart) == 2


def test_decisions_that_contradict_each_other_are_refused() -> None:
    both = [Decision("Maxwell, Tim", "Maxwell, Timothy", same=same) for same in (True, False)]
    with pytest.raises(InputError, match="contradict"):
        Catalog(LAB).unify_people(both)


def test_decisions_are_kept_in_a_file(tmp_path: Path) -> None:
    told = (Decision('Maxwell, "Tim"', "Maxwell, Timothy", same=True), Decision("Chen, A.", "Chen, Anna", same=False))
    (tmp_path / "people.csv").write_text(write_decisions(told), encoding="utf-8")
    read, issues = take(tmp_path / "people.csv")
    assert (tuple(one._replace(source=None) for one in read), issues) == (told, ())
    with pytest.raises(InputError, match="columns"):
        take(RAW / "askell-listing.txt")
    with pytest.raises(FileNotFoundError):
        take(tmp_path / "nowhere.csv")


def test_a_decision_about_nobody_is_told() -> None:
    unified = Catalog(LAB).unify_people([Decision("Maxwell, Tim", "Nobody, Nemo", same=True)])
    assert [issue.raw for issue in unified.issues if issue.code == "decision-unmatched"] == ["Maxwell, Tim"]


def test_a_decision_about_nobody_changes_nothing() -> None:
    far_apart = [paper("A", "Kadavath, Saurav; Hubinger, Evan", 1980), paper("B", "Kadavath, Saurav; Perez, Ethan", 2022)]
    told = [Decision("Kadavath, Saurav", "Nobody, Nemo", same=same) for same in (True, False)]
    assert People(far_apart, told).mentions == People(far_apart).mentions


def test_pages_are_escaped() -> None:
    people = People([Paper(title="A", authors=(Author(family="<script>", given="X"),))])
    assert "<script>" not in people._repr_html_() + people[0]._repr_html_()
