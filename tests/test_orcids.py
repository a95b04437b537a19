"""ORCID iDs after reading: they pass between lists of names, through merges, corrections, writers and who is who, and none is lost."""

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat import Author, Catalog, Decision, Paper
from papercat.catalog.storage import lines, restore
from papercat.dedup import conflicts, merge
from papercat.models import Variant
from papercat.orcids import VARIANT, left_out, owners, passed, told
from papercat.people import People

CARBERRY, NATARAJAN, HAAK = "0000-0002-1825-0097", "0000-0001-5831-1678", "0000-0001-5109-3700"
TITLE = "Discovering Language Model Behaviors with Model-Written Evaluations"


def author(text: str) -> Author:
    """Make an author of `Family, Given 0000-…`."""
    name, orcid = (text[:-20], text[-19:]) if text[-19:].startswith("0000-") else (text, None)
    family, _, given_names = name.partition(", ")
    return Author(family=family, given=given_names or None, orcid=orcid)


def authors(*texts: str) -> tuple[Author, ...]:
    return tuple(map(author, texts))


# -- from one list to another

OWNERS: list[tuple[str, list[str], list[str], list[int | None]]] = [
    ("in another order", ["Carberry, Josiah", "Haak, Laure"], ["Haak, Laure", "Carberry, Josiah"], [1, 0]),
    ("initials", ["Carberry, J.", "Haak, L. L."], ["Haak, Laure", "Carberry, Josiah S."], [1, 0]),
    ("accents and case", ["Lukošiūtė, Kamilė"], ["LUKOSIUTE, KAMILE"], [0]),
    ("the name itself before one that fits", ["Zhang, Yu", "Zhang, Y."], ["Zhang, Y."], [1]),
    ("two who fit", ["Zhang, Yu", "Zhang, Yang"], ["Zhang, Y."], [None]),
    ("two claims", ["Zhang, Y."], ["Zhang, Yu", "Zhang, Yang"], [None, None]),
    ("one of two names is another's", ["Zhang, Yu", "Zhang, Yang"], ["Zhang, Yang"], [1]),
    ("a namesake of the family", ["Carberry, Josiah"], ["Carberry, Truman"], [None]),
    ("a family name alone says too little", ["Carberry, Josiah"], ["Carberry"], [None]),
    ("nobody", [], ["Carberry, Josiah"], [None]),
]


@pytest.mark.parametrize(("people", "names", "expected"), [case[1:] for case in OWNERS], ids=[case[0] for case in OWNERS])
def test_whose_name_it_is(people: list[str], names: list[str], expected: list[int | None]) -> None:
    assert owners(authors(*people), authors(*names)) == expected


@given(st.lists(st.from_type(Author), max_size=5).map(tuple), st.lists(st.from_type(Author), max_size=5).map(tuple))
def test_no_name_changes_and_no_id_is_overwritten(one: tuple[Author, ...], other: tuple[Author, ...]) -> None:
    made = passed(one, other)
    assert [who.bare for who in made] == [who.bare for who in one]
    assert all(after.orcid == before.orcid for after, before in zip(made, one, strict=True) if before.orcid)
    assert set(told(made)) <= set(told(one)) | set(told(other))
    assert {shown.rpartition(" ")[2] for shown in left_out(made, other)} == set(told(other)) - set(told(made))


# -- merging

MERGES: list[tuple[str, list[tuple[Author, ...]], tuple[Author, ...], list[str]]] = [
    (
        "a fuller name and an iD",
        [authors(f"Perez, E. {CARBERRY}", "Ringer, S."), authors("Perez, Ethan", "Ringer, Sam")],
        authors(f"Perez, Ethan {CARBERRY}", "Ringer, Sam"),
        [],
    ),
    (
        "an iD from each",
        [authors(f"Perez, Ethan {CARBERRY}", "Ringer, Sam"), authors("Perez, Ethan", f"Ringer, Sam {HAAK}")],
        authors(f"Perez, Ethan {CARBERRY}", f"Ringer, Sam {HAAK}"),
        [],
    ),
    (
        "a shorter list in another order",
        [authors("Perez, Ethan", "Ringer, Sam", "Lukošiūtė, Kamilė"), authors(f"Lukosiute, K. {HAAK}", f"Perez, E. {CARBERRY}")],
        authors(f"Perez, Ethan {CARBERRY}", "Ringer, Sam", f"Lukošiūtė, Kamilė {HAAK}"),
        [],
    ),
    (
        "a conflict",
        [authors(f"Perez, Ethan {CARBERRY}"), authors(f"Perez, E. {HAAK}")],
        authors(f"Perez, Ethan {CARBERRY}"),
        [f"Perez, E.: {HAAK}"],
    ),
    (
        "an iD of somebody else",
        [authors("Perez, Ethan", "Ringer, Sam"), authors(f"Askell, Amanda {HAAK}")],
        authors("Perez, Ethan", "Ringer, Sam"),
        [f"Askell, Amanda: {HAAK}"],
    ),
    (
        "initials that fit two",
        [authors("Wang, Wei", "Wang, Wen"), authors(f"Wang, W. {HAAK}")],
        authors("Wang, Wei", "Wang, Wen"),
        [f"Wang, W.: {HAAK}"],
    ),
    (
        "an organisation",
        [(Author(literal="Mausam", orcid=HAAK),), (Author(literal="Mausam"),)],
        (Author(literal="Mausam", orcid=HAAK),),
        [],
    ),
]


@pytest.mark.parametrize(("lists", "expected", "kept"), [case[1:] for case in MERGES], ids=[case[0] for case in MERGES])
def test_merging_keeps_every_id(lists: list[tuple[Author, ...]], expected: tuple[Author, ...], kept: list[str]) -> None:
    for order in permutations(lists):
        made = merge([Paper(title=TITLE, authors=names) for names in order], [])
        assert made.paper.authors == expected
        assert [variant.value for variant in made.paper.variants if variant.field == VARIANT] == kept
        assert [variant.value for variant in conflicts(made) if variant.field == VARIANT] == kept


@given(st.lists(st.lists(st.from_type(Author), max_size=4).map(tuple), min_size=1, max_size=4))
def test_no_id_is_lost_in_a_merge(lists: list[tuple[Author, ...]]) -> None:
    made = merge([Paper(title=TITLE, authors=names) for names in lists], []).paper
    found = set(told(made.authors)) | {variant.value.rpartition(" ")[2] for variant in made.variants if variant.field == VARIANT}
    assert found == {orcid for names in lists for orcid in told(names)}
    assert merge([Paper(title=TITLE, authors=names) for names in reversed(lists)], []).paper == made


def test_a_conflict_is_told() -> None:
    one = Paper(title=TITLE, doi="10.18653/v1/2023.findings-acl.847", authors=authors(f"Perez, Ethan {CARBERRY}"))
    cat = Catalog([one, replace(one, authors=authors(f"Perez, Ethan {HAAK}"))]).dedup()
    (issue,) = cat.issues
    assert (issue.code, issue.raw) == ("merge-conflict", f"Perez, Ethan: {CARBERRY}")
    # and once more with a third record: what was kept is still there
    again = cat.add([replace(one, authors=authors("Perez, E."))]).dedup()
    assert Variant(field=VARIANT, value=f"Perez, Ethan: {CARBERRY}") in again[0].variants


# -- correcting


def test_a_name_that_is_corrected_keeps_its_id() -> None:
    cat = Catalog([Paper(title=TITLE, authors=authors(f"Peres, E. {CARBERRY}", f"Ringer, S. {HAAK}"))])
    better = cat.correct(0, authors="Ringer, Samuel; Peres, Ethan")
    assert better[0].authors == authors(f"Ringer, Samuel {HAAK}", f"Peres, Ethan {CARBERRY}")
    gone = cat.correct(0, authors=["Ringer, S.", "Perez, Ethan"])
    assert gone[0].authors == authors(f"Ringer, S. {HAAK}", "Perez, Ethan")
    assert Variant(field=VARIANT, value=f"Peres, E.: {CARBERRY}") in gone[0].variants


def test_an_id_is_corrected_by_hand() -> None:
    cat = Catalog([Paper(title=TITLE, authors=authors(f"Perez, Ethan {CARBERRY}"))])
    for better, kept in ((Author(family="Perez", given="Ethan", orcid=HAAK), True), (Author(family="Perez", given="Ethan"), True)):
        made = cat.correct(0, authors=[better])
        assert made[0].authors == (better,)
        assert (Variant(field=VARIANT, value=f"Perez, Ethan: {CARBERRY}") in made[0].variants) == kept
        assert [issue.code for issue in made.issues] == ["fixed-by-user"]


def test_what_a_person_corrected_takes_the_ids_of_other_records() -> None:
    doi = "10.18653/v1/2023.findings-acl.847"
    cat = Catalog([Paper(title=TITLE, doi=doi, authors=authors("Peres, Ethan"), year=2023)]).correct(0, authors="Perez, Ethan; Ringer, Sam")
    both = cat.add([Paper(title=TITLE, doi=doi, authors=authors(f"Perez, E. {CARBERRY}", "Ringer, S."), year=2023)]).dedup()
    assert both[0].authors == authors(f"Perez, Ethan {CARBERRY}", "Ringer, Sam")


# -- writing


@pytest.mark.parametrize("format", ["bibtex", "csl", "csv", "json"])
@pytest.mark.parametrize(
    "people",
    [
        authors(f"Carberry, Josiah {CARBERRY}", "Perez, Ethan", f"Lukošiūtė, Kamilė {HAAK}"),
        authors("Wang, Wei", f"Wang, Wei {HAAK}"),
        authors(f"Wang, Wei {CARBERRY}", f"Wang, Wei {HAAK}"),
        authors(f"Carberry, Josiah {HAAK}", f"Carberry, J. {CARBERRY}"),
        (Author(literal="Mausam", orcid=HAAK), Author(literal="OpenAI (Inc.)"), Author(family="Perez", given="Ethan", orcid=CARBERRY)),
        (Author(family="Vega", given="Juan", particle="de la", suffix="III", orcid=HAAK), Author(family="Perez", given="Ethan")),
    ],
    ids=["two of three", "a namesake", "two namesakes", "initials of another", "organisations", "all parts"],
)
def test_what_is_written_is_read_again(people: tuple[Author, ...], format: str) -> None:  # noqa: A002
    cat = Catalog([Paper(title=TITLE, authors=people, year=2023, type="article", venue="Psychoceramics")])
    (again,) = pc.parse(cat.dumps(format))
    assert again.authors == people
    assert HAAK not in str(dict(again.extra))


def test_a_format_without_a_place_for_ids_says_so() -> None:
    cat = Catalog([Paper(title=TITLE, authors=authors(f"Carberry, Josiah {CARBERRY}"))])
    assert ["orcid of authors" in issue.raw for issue in cat.check("ris")] == [True]
    assert not cat.check("csv")
    assert not Catalog([Paper(title=TITLE, authors=authors("Carberry, Josiah"))]).check("ris")


def test_names_in_csl_have_no_property_that_its_schema_refuses() -> None:
    cat = Catalog([Paper(title=TITLE, authors=authors(f"Carberry, Josiah {CARBERRY}"))])
    (item,) = json.loads(cat.dumps("csl"))
    assert item["author"] == [{"family": "Carberry", "given": "Josiah"}]
    item["author"].insert(0, {"family": "Haak", "given": "Laure"})  # somebody adds an author: the iD stays with the name
    (moved,) = pc.parse(json.dumps([item]))
    assert moved.authors == authors("Haak, Laure", f"Carberry, Josiah {CARBERRY}")
    item["author"][1] = {"family": "Natarajan"}  # and nobody else gets it
    (renamed,) = pc.parse(json.dumps([item]))
    assert not told(renamed.authors)
    assert CARBERRY in renamed.extra["csl-orcids"]


def test_a_catalog_is_restored_with_its_ids() -> None:
    one = Paper(title=TITLE, doi="10.18653/v1/2023.findings-acl.847", authors=authors(f"Perez, Ethan {CARBERRY}"))
    cat = Catalog([one, replace(one, authors=authors(f"Perez, Ethan {HAAK}"))]).dedup()
    held = restore("".join(lines(cat)))
    assert held is not None
    assert (held.papers, held.merges) == (cat.papers, cat.merges)


def test_updating_a_file_adds_ids_and_leaves_those_of_biblatex(tmp_path: Path) -> None:
    file = tmp_path / "refs.bib"
    text = "@article{a,\n  author = {Carberry, Josiah and Haak, Laure},\n  title = {Toward a Unified Theory},\n}\n"
    for field, expected in (
        ("", f"Haak, Laure/{HAAK}"),
        (f'  author+an:orcid = {{1="{CARBERRY}"}},\n', f'{{1="{CARBERRY}"}}'),
    ):
        file.write_text(text.replace("}\n", f"}}\n{field}", 1) if not field else text[:-2] + field + "}\n", encoding="utf-8")
        cat = pc.read(file)
        better = Catalog([replace(cat[0], authors=authors(f"Carberry, Josiah {CARBERRY}", f"Haak, Laure {HAAK}"))], inputs=cat.inputs)
        better.write(file, update=True)
        assert expected in file.read_text(encoding="utf-8")


# -- who is who


def paper(title: str, *names: str, year: int = 2020) -> Paper:
    return Paper(title=title, authors=authors(*names), year=year)


def who(people: People) -> set[frozenset[str]]:
    """Give each person as the papers and names of the mentions."""
    return {
        frozenset(f"{one.title}/{name.inverted}" for one in person.papers for name in one.authors if name.bare in person.forms)
        for person in people
    }


PERSONS: list[tuple[str, list[Paper], str, list[int]]] = [
    # how many people bear the family name, and on how many papers each stands
    ("a changed family name", [paper("A", f"Kann, Katharina {HAAK}"), paper("B", f"von der Wense, Katharina {HAAK}")], "Katharina", [2]),
    ("without an iD they are two", [paper("A", "Kann, Katharina"), paper("B", "von der Wense, Katharina")], "Katharina", [1, 1]),
    (
        "whoever is one of the two names alone",
        [paper("A", f"Kann, Katharina {HAAK}"), paper("B", f"von der Wense, Katharina {HAAK}"), paper("C", "Kann, K.")],
        "Ka",
        [3],
    ),
    ("one rare name, two iDs", [paper("A", f"Lukošiūtė, Kamilė {HAAK}"), paper("B", f"Lukošiūtė, Kamilė {CARBERRY}")], "Kamil", [1, 1]),
    ("one name, an iD in another spelling", [paper("A", f"Perez, Ethan {HAAK}"), paper("B", f"Perez, E. {CARBERRY}")], "E", [1, 1]),
    ("initials", [paper("A", f"Wang, W. {HAAK}"), paper("B", f"Wang, Wei {HAAK}"), paper("C", f"Wang, Wei {CARBERRY}")], "W", [2, 1]),
    ("names that no one has", [paper("A", f"Zhang, Shuo {HAAK}"), paper("B", f"Zhang, Shuofei {HAAK}")], "Sh", [1, 1]),
    (
        "an iD of two authors of one paper",
        [paper("A", f"Perez, Ethan {HAAK}", f"Ringer, Sam {HAAK}"), paper("B", f"Perez, Emil {HAAK}")],
        "E",
        [1, 1],
    ),
    (
        "one paper names both",
        [paper("A", f"Kann, Katharina {HAAK}", "von der Wense, Katharina"), paper("B", f"von der Wense, Katharina {HAAK}")],
        "Katharina",
        [1, 2],
    ),
]


@pytest.mark.parametrize(("papers", "name", "expected"), [case[1:] for case in PERSONS], ids=[case[0] for case in PERSONS])
def test_who_is_who(papers: list[Paper], name: str, expected: list[int]) -> None:
    for order in permutations(papers):
        found = [person for person in People(order) if (person.name.given or "").startswith(name)]
        assert sorted(len(person.papers) for person in found) == sorted(expected)


def test_common_names_are_told_apart() -> None:
    """Without iDs and shared co-authors nobody can tell; with them whoever has the same is one."""
    orcids = [CARBERRY, HAAK, NATARAJAN]
    papers = [paper(f"Study {number}", f"Wang, Wei {orcids[number % 3]}") for number in range(9)]
    crowd = [
        paper(f"Other {given}", f"Wang, {given}", f"Li, {given}") for given in "Fang Min Jing Li Jun Hui Lei Bo Ming Kai Na Yan".split()
    ]
    found = [person for person in People(papers + crowd) if str(person) == "Wei Wang"]
    assert sorted(len(person.papers) for person in found) == [3, 3, 3]
    assert {person.orcids for person in found} == {(orcid,) for orcid in orcids}


def test_the_evidence_says_so() -> None:
    people = People(
        [paper("A", f"Kann, Katharina {HAAK}"), paper("B", f"von der Wense, Katharina {HAAK}"), paper("C", f"Kann, Katharina {CARBERRY}")]
    )
    both, other = people
    assert f"orcid      both {HAAK}" in people.why(both)
    assert ("orcid", "different ORCID iDs", -20.0) in people.explain(both, other)
    assert people.verdict(both, other) == "different"


def test_names_that_nobody_bears_both_of_are_told() -> None:
    people = People([paper("A", f"Zhang, Shuo {HAAK}"), paper("B", f"Zhang, Shuofei {HAAK}")])
    assert people.verdict(*people) == "maybe"
    assert ("name", "names that no one person has", -20.0) in people.explain(*people)


def test_a_person_decides_against_ids() -> None:
    one, other = f"Perez, Ethan {HAAK}", f"Perez, Ethan {CARBERRY}"
    papers = [paper("A", one), paper("B", other)]
    assert len(People(papers)) == 2
    joined = People(papers, [Decision(HAAK, CARBERRY, same=True)])
    assert [person.orcids for person in joined] == [(CARBERRY, HAAK)] or [person.orcids for person in joined] == [(HAAK, CARBERRY)]
    same = [paper("A", one), paper("B", one)]
    assert len(People(same)) == 1
    apart = [Paper(title=title, arxiv=arxiv, authors=authors(one)) for title, arxiv in (("A", "2212.09251"), ("B", "2401.05566"))]
    assert len(People(apart, [Decision("Perez, Ethan @ 2212.09251", "Perez, Ethan @ 2401.05566", same=False)])) == 2


def test_an_id_is_asked_for() -> None:
    cat = Catalog([paper("A", f"Kann, Katharina {HAAK}"), paper("B", f"von der Wense, Katharina {HAAK}"), paper("C", "Perez, Ethan")])
    assert [one.title for one in cat.by(f"https://orcid.org/{HAAK}")] == ["A", "B"]
    assert len(cat.by(Author(family="Nobody", orcid=HAAK))) == len(cat.where(author=HAAK)) == 2
    assert len(cat.by(CARBERRY)) == 0
    assert len(cat.by(Author(family="Perez", given="Ethan", orcid=CARBERRY))) == 1  # nobody has the iD, somebody the name
    assert cat.people.find(HAAK)[0].orcids == (HAAK,)
    assert len(Catalog([Paper(title="A", authors=(Author(literal="Mausam", orcid=HAAK),))]).by(HAAK)) == 1


def test_one_name_with_and_without_an_id_is_one_form() -> None:
    people = People([paper("A", f"Perez, Ethan {HAAK}"), paper("B", "Perez, Ethan")])
    assert [person.forms for person in people] == [{author("Perez, Ethan"): 2}]
    assert people[0].name.orcid is None


def test_unified_names_keep_what_each_paper_says_of_the_person() -> None:
    cat = Catalog([paper("A", f"Maxwell, Tim {HAAK}", "Perez, Ethan"), paper("B", "Maxwell, Timothy", "Perez, Ethan")])
    made = cat.unify_people()
    assert tuple(one.authors[0] for one in made) == authors(f"Maxwell, Timothy {HAAK}", "Maxwell, Timothy")
    assert tuple(made.unify_people()) == tuple(made)
    assert who(made.people) == who(cat.unify_people().people)


@given(st.lists(st.from_type(Paper), max_size=5), st.randoms())
def test_the_order_of_papers_does_not_matter(papers: Sequence[Paper], random: object) -> None:
    turned = list(papers)
    random.shuffle(turned)  # type: ignore[attr-defined]

    def persons(some: Sequence[Paper]) -> list[tuple[str, ...]]:
        return sorted((str(person), *sorted(map(repr, person.forms)), *person.orcids, str(len(person.mentions))) for person in People(some))

    assert persons(papers) == persons(turned)


def test_an_id_that_was_copied_everywhere_costs_no_square() -> None:
    papers = [paper(f"Study {number}", f"Name{chr(97 + number % 26)}{number}, Given{number} {HAAK}") for number in range(300)]
    assert len(People(papers)) == 300
