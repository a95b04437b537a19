"""Merging: the best form of each field, both values of a conflict, nobody invented, and no matter in which order."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papercat import Author, Paper, Source
from papercat.dedup import Pair, conflicts, merge
from papercat.dedup.bylines import differ, join_bylines, shown
from papercat.dedup.forms import bare, best_form, fullest, is_damaged
from papercat.dedup.standing import is_preprint_doi, is_server, standing
from papercat.models import FrozenMap, Variant
from papercat.names import compatible
from papercat.text.fold import fold

BEHAVIORS = "Discovering Language Model Behaviors with Model-Written Evaluations"
ACL = "Findings of the Association for Computational Linguistics: ACL 2023"


def people(*names: str) -> tuple[Author, ...]:
    """Make authors of `Family, Given`."""
    parts = [name.partition(", ") for name in names]
    return tuple(Author(family=family, given=given or None) for family, _, given in parts)


PREPRINT = Paper(
    title="Discovering language model behaviors with model-written evaluations",
    authors=people("Perez, E.", "Ringer, S.", "Lukosiute, K."),
    arxiv="2212.09251",
    doi="10.48550/arxiv.2212.09251",
    year=2022,
    month=12,
    venue="arXiv preprint arXiv:2212.09251",
    type="misc",
    comment="for associated data visualizations, see https://www.evals.anthropic.com/model-written/",
    inferred=("year", "month"),
)
PUBLISHED = Paper(
    title=BEHAVIORS.upper(),
    authors=people("Perez, Ethan", "Ringer, Sam", "Lukošiūtė, Kamilė"),
    doi="10.18653/v1/2023.findings-acl.847",
    year=2023,
    venue=ACL,
    pages="13387–13434",
    type="inproceedings",
)

# what is best comes first
FORMS: list[tuple[str, list[str]]] = [
    ("accents", ["Lukošiūtė", "Lukosiute"]),
    ("not damaged", ["Lukosiute", "Lukoลกiลซtฤ"]),
    ("accents, undamaged", ["Müller", "Muller", "MÃ¼ller", "M\ufffdller", "M?ller"]),
    ("cased", ["Sleeper Agents", "SLEEPER AGENTS"]),
    ("cased, not small", ["Sleeper Agents", "sleeper agents"]),
    ("acronyms", ["Training LLMs with BERT", "Training Llms With Bert"]),
    ("without a full stop", ["Sleeper Agents", "Sleeper Agents."]),
    ("without brackets", ["Sleeper agents", "[Sleeper agents].", "[Sleeper agents] [Spanish]"]),
    ("entities", ["Grün", "Gr&uuml;n"]),
    ("a script without case", ["大型语言模型", "大型语言模型。"]),
]
DAMAGED = ["Lukoลกiลซtฤ", "MÃ¼ller", "M\ufffdller", "M?ller", "Gr&uuml;n", "#NAME?", "{\\'e}tude", "<i>in vivo</i>"]
HEALTHY = [
    "Lukošiūtė",
    "Really?",
    "What is it? An answer",
    "R&D",
    "C# and F#",
    "5 < 7",
    "Дмитрий Иванов",
    "大型语言模型",
    "O’Neill",
    "",
    "K₂O",
]


@pytest.mark.parametrize("texts", [case[1] for case in FORMS], ids=[case[0] for case in FORMS])
def test_the_best_form_of_a_text(texts: list[str]) -> None:
    for order in permutations(texts):
        assert best_form(order) == texts[0]


@pytest.mark.parametrize("text", DAMAGED)
def test_damage_is_seen(text: str) -> None:
    assert is_damaged(text)


@pytest.mark.parametrize("text", HEALTHY)
def test_healthy_text_is_not_damaged(text: str) -> None:
    assert not is_damaged(text)


def test_the_fullest_text_is_taken_but_no_damaged_one() -> None:
    assert fullest(["As AI systems", "As AI systems become"]) == "As AI systems become"
    assert fullest(["As AI systems", "As AI syst\ufffdms become more capable"]) == "As AI systems"


# -- authors

BYLINES: list[tuple[str, list[tuple[Author, ...]], tuple[Author, ...]]] = [
    ("full given names", [people("Perez, E."), people("Perez, Ethan")], people("Perez, Ethan")),
    ("two halves of a name", [people("Bowman, S. R.", "Perez"), people("Bowman, Samuel", "Perez")], people("Bowman, Samuel R.", "Perez")),
    ("initials run together", [people("Bowman, S R"), people("Bowman, Samuel R.")], people("Bowman, Samuel R.")),
    ("hyphens", [people("Martin, J.-B."), people("Martin, Jean-Baptiste")], people("Martin, Jean-Baptiste")),
    ("accents in one, names in the other", [people("Lukosiute, Kamile"), people("Lukošiūtė, K.")], people("Lukošiūtė, Kamile")),
    ("the fuller list", [people("Perez, Ethan"), people("Perez, E.", "Ringer, S.")], people("Perez, Ethan", "Ringer, S.")),
    (
        "another order",
        [people("Ringer, Sam", "Perez, E."), people("Perez, Ethan", "Ringer, S.", "Bai")],
        people("Perez, Ethan", "Ringer, Sam", "Bai"),
    ),
    (
        "et al.",
        [(*people("Perez, Ethan"), Author(literal="others")), people("Perez, E.", "Ringer, S.")],
        people("Perez, Ethan", "Ringer, S."),
    ),
    ("two of one family", [people("Zhang, Y."), people("Zhang, Yu", "Zhang, Yang")], people("Zhang, Yu", "Zhang, Yang")),
    (
        "two of one family, full in one",
        [people("Zhang, Y.", "Zhang, Y."), people("Zhang, Yu", "Zhang, Yang")],
        people("Zhang, Yu", "Zhang, Yang"),
    ),
    (
        "two brothers",
        [people("Zhang, Y.", "Zhang, S."), people("Zhang, Shuo", "Li, Q.", "Zhang, Yu")],
        people("Zhang, Shuo", "Li, Q.", "Zhang, Yu"),
    ),
    ("no given names", [people("Perez", "Ringer"), people("Perez, Ethan", "Ringer, Sam")], people("Perez, Ethan", "Ringer, Sam")),
    ("other people", [people("Perez, Ethan"), people("Bai, Yuntao", "Mu, Jesse")], people("Bai, Yuntao", "Mu, Jesse")),
    ("another first name", [people("Perez, Ethan"), people("Perez, Sam", "Mu, Jesse")], people("Perez, Sam", "Mu, Jesse")),
    (
        "a damaged name",
        [people("Perez, Ethan", "Lukoลกiลซtฤ, Kamilฤ"), people("Perez, E.", "Lukošiūtė, K.")],
        people("Perez, Ethan", "Lukošiūtė, K."),
    ),
    ("nobody", [(), ()], ()),
    (
        "an organisation",
        [(Author(literal="ATLAS COLLABORATION"),), (Author(literal="ATLAS Collaboration"),)],
        (Author(literal="ATLAS Collaboration"),),
    ),
    (
        "a particle",
        [(Author(family="Berg", given="J.", particle="van den"),), people("van den Berg, Jan")],
        people("van den Berg, Jan"),
    ),
    (
        "a suffix",
        [people("King, Martin L."), (Author(family="King", given="M. L.", suffix="Jr."),)],
        (Author(family="King", given="Martin L.", suffix="Jr."),),
    ),
]


@pytest.mark.parametrize(("lists", "wanted"), [case[1:] for case in BYLINES], ids=[case[0] for case in BYLINES])
def test_author_lists_come_together(lists: list[tuple[Author, ...]], wanted: tuple[Author, ...]) -> None:
    for order in permutations(lists):
        found = join_bylines(order)
        assert [str(author) for author in found] == [str(author) for author in wanted]


def test_a_list_that_was_not_cut_is_no_fuller_one() -> None:
    uncut = (Author(literal="Perez, E.; Ringer, S.; Lukosiute, K."),)
    assert join_bylines([uncut, people("Perez, E.", "Ringer, S.")]) == people("Perez, E.", "Ringer, S.")


NAMES = st.builds(
    lambda family, given_: Author(family=family, given=given_),
    st.sampled_from(["Zhang", "Perez", "Pérez", "Lukošiūtė", "Bowman", "王"]),
    st.sampled_from([None, "S.", "S. R.", "Samuel", "Samuel R.", "Ethan", "E", "Yu", "Y.", "Éthan"]),
)
LISTS = st.lists(st.lists(NAMES, max_size=4).map(tuple), max_size=4)


SPELLED = [
    ("Lukosiute, Kamile", "Lukošiūtė, Kamilė"),
    ("O’Hara, Clare", "O'Hara, C."),
    ("Hatfield Dodds, Zac", "Hatfield-Dodds, Z."),
    ("El Showk, Sheer", "ElShowk, S."),
]


@pytest.mark.parametrize(("one", "other"), SPELLED)
def test_a_family_name_in_two_spellings_is_one_person(one: str, other: str) -> None:
    assert len(join_bylines([people(one, "Perez, Ethan"), people("Perez, Ethan", other)])) == 2


@given(LISTS, st.randoms(use_true_random=False))
def test_nobody_is_invented_and_order_does_not_matter(lists: list[tuple[Author, ...]], random: object) -> None:
    found = join_bylines(lists)
    shuffled = list(lists)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert join_bylines(shuffled) == found
    assert len(found) == max(map(len, lists), default=0)
    for author in found:
        # each is somebody of a list, and each word of the name was written by somebody of that family
        kin = [one for names in lists for one in names if fold(one.family or "") == fold(author.family or "")]
        assert any(compatible(one.given or "", author.given or "") for one in kin)
        written = {word for one in kin for word in (one.given or "").split()}
        assert set((author.given or "").split()) <= written


@given(LISTS)
def test_joining_a_joined_list_changes_nothing(lists: list[tuple[Author, ...]]) -> None:
    found = join_bylines(lists)
    assert join_bylines([found]) == found
    assert join_bylines([found, found]) == found


@pytest.mark.parametrize(
    ("other", "is_other"),
    [
        (people("Perez, E.", "Ringer, S."), False),
        (people("PEREZ, ETHAN"), False),
        (people("Perez", "Lukosiute"), False),
        ((*people("Perez, E."), Author(literal="others")), False),
        (people("Ringer, Sam", "Perez, Ethan"), True),
        (people("Perez, Sam"), True),
        (people("Perez, Ethan", "Bai, Yuntao"), True),
    ],
)
def test_a_shorter_list_contradicts_nothing(other: tuple[Author, ...], is_other: bool) -> None:  # noqa: FBT001  a table
    assert differ(PUBLISHED.authors, other) is is_other


# -- whole records


def test_the_published_version_leads_and_the_preprint_keeps_its_id() -> None:
    for members in ([PREPRINT, PUBLISHED], [PUBLISHED, PREPRINT]):
        one = merge(members, [])
        paper = one.paper
        assert (paper.venue, paper.year, paper.type, paper.pages, paper.doi) == (ACL, 2023, "inproceedings", "13387–13434", PUBLISHED.doi)
        assert (paper.arxiv, paper.inferred, paper.comment) == ("2212.09251", (), PREPRINT.comment)
        assert paper.title == PREPRINT.title  # the published one shouts
        assert [str(author) for author in paper.authors] == ["Ethan Perez", "Sam Ringer", "Kamilė Lukošiūtė"]
        kept = {(variant.field, variant.value) for variant in paper.variants}
        assert {("year", "2022"), ("venue", "arXiv preprint arXiv:2212.09251"), ("doi", "10.48550/arxiv.2212.09251")} <= kept
        # nothing of this is a conflict: what the preprint said was so before
        assert list(conflicts(one)) == []


def test_of_two_wordings_the_published_one_is_taken_and_the_other_kept() -> None:
    renamed = replace(PUBLISHED, title="Model-Written Evaluations")
    one = merge([PREPRINT, renamed], [])
    assert one.paper.title == "Model-Written Evaluations"
    assert [variant.field for variant in conflicts(one)] == ["title"]


TITLES: list[tuple[str, list[str], str]] = [
    ("a subtitle", ["Sleeper Agents", "Sleeper Agents: Training Deceptive LLMs"], "Sleeper Agents: Training Deceptive LLMs"),
    ("glued authors", ["Sleeper Agents", "Sleeper Agents Perez E Ringer S"], "Sleeper Agents"),
    ("damage", ["Sleeper Agents and Lost Bytes", "Sleeper Ag\ufffdnts and Lost Bytes for Ever"], "Sleeper Agents and Lost Bytes"),
    ("a damaged subtitle", ["Sleeper Agents", "Sleeper Agents: Tr\ufffdining Deceptive LLMs"], "Sleeper Agents"),
    ("case", ["SLEEPER AGENTS", "sleeper agents", "Sleeper agents"], "Sleeper agents"),
]


@pytest.mark.parametrize(("titles", "wanted"), [case[1:] for case in TITLES], ids=[case[0] for case in TITLES])
def test_of_titles(titles: list[str], wanted: str) -> None:
    for order in permutations(titles):
        members = [Paper(title=title, authors=people("Perez, E.", "Ringer, S.")) for title in order]
        assert merge(members, []).paper.title == wanted


FIELDS: list[tuple[str, str, list[str], str, bool]] = [
    ("pages in full", "pages", ["331–338", "331-8", "331"], "331–338", False),
    ("pages that a spreadsheet read as a date", "pages", ["6-10", "06-Oct"], "6-10", False),
    ("other pages", "pages", ["331–338", "13–20"], "13–20", True),
    (
        "an abbreviated venue",
        "venue",
        ["Journal of Machine Learning Research", "J. Mach. Learn. Res."],
        "Journal of Machine Learning Research",
        False,
    ),
    (
        "a venue with all of its line",
        "venue",
        ["Psychological Medicine", "Psychological Medicine 39(2): 195-206"],
        "Psychological Medicine",
        False,
    ),
    ("another venue", "venue", ["Nature", "Science"], "Science", True),
    (
        "addresses",
        "url",
        ["http://aclanthology.org/2023.findings-acl.847", "https://aclanthology.org/2023.findings-acl.847"],
        "https://aclanthology.org/2023.findings-acl.847",
        False,
    ),
    ("types", "type", ["article", "misc"], "article", False),
    (
        "a cut abstract",
        "abstract",
        ["As AI systems become more capable", "As AI systems become…"],
        "As AI systems become more capable",
        False,
    ),
    (
        "another abstract",
        "abstract",
        ["As AI systems become more capable", "We test a hypothesis"],
        "As AI systems become more capable",
        True,
    ),
]


@pytest.mark.parametrize(("field", "values", "wanted", "is_conflict"), [case[1:] for case in FIELDS], ids=[case[0] for case in FIELDS])
def test_of_each_field_the_best(field: str, values: list[str], wanted: str, is_conflict: bool) -> None:  # noqa: FBT001  a table
    for order in permutations(values):
        known: list[dict[str, object]] = [{field: value} for value in order]
        one = merge([Paper(title=BEHAVIORS, **more) for more in known], [])  # type: ignore[arg-type]
        assert getattr(one.paper, field) == wanted
        assert {variant.value for variant in one.paper.variants} == set(values) - {wanted}
        assert bool(list(conflicts(one))) is is_conflict


def test_a_value_that_was_kept_before_is_no_news() -> None:
    known = Paper(title=BEHAVIORS, year=2023, variants=(Variant(field="year", value="2022"),))
    assert list(conflicts(merge([known, replace(known, comment="31 pages")], []))) == []


@pytest.mark.parametrize("venue", ["arXiv", "arXiv preprint arXiv:2212.09251", "CoRR", "bioRxiv", "ArXiv e-prints", "SSRN", "under review"])
def test_servers_of_preprints(venue: str) -> None:
    assert is_server(venue)
    assert standing(Paper(venue=venue, type="article", volume="abs/2212.09251")) == 0


@pytest.mark.parametrize(
    "venue", ["Nature", ACL, "Corrosion Science", "Halakha", "Archives of Disease in Childhood", "Preventive Medicine"]
)
def test_journals_are_none(venue: str) -> None:
    assert not is_server(venue)
    assert standing(Paper(venue=venue)) == 1


@pytest.mark.parametrize("doi", ["10.1101/2020.03.22.20040758", "10.1101/339747", "10.2139/ssrn.3535000", "10.31234/osf.io/abcde"])
def test_dois_of_preprints(doi: str) -> None:
    assert is_preprint_doi(doi)


@pytest.mark.parametrize("doi", ["10.1101/gr.229102", "10.1101/cshperspect.a000505", "10.1038/s41586-021-03819-2"])
def test_dois_of_journals_are_none(doi: str) -> None:
    assert not is_preprint_doi(doi)


# -- properties

RECORDS = st.builds(
    Paper,
    title=st.sampled_from(
        [None, BEHAVIORS, BEHAVIORS.upper(), BEHAVIORS.split(" with", maxsplit=1)[0], f"{BEHAVIORS}.", "Editorial", "M\ufffdller"]
    ),
    authors=st.lists(NAMES, max_size=3).map(tuple),
    abstract=st.sampled_from([None, "As AI systems become", "As AI systems become more capable"]),
    arxiv=st.sampled_from([None, "2212.09251", "1906.01820"]),
    doi=st.sampled_from([None, "10.1109/cbms", "10.48550/arxiv.2212.09251"]),
    year=st.sampled_from([None, 2022, 2023]),
    month=st.sampled_from([None, 6, 12]),
    venue=st.sampled_from([None, "arXiv", "Nature", "Nat.", ACL]),
    pages=st.sampled_from([None, "1-9", "1", "06-Oct"]),
    type=st.sampled_from([None, "misc", "article"]),
    keywords=st.lists(st.sampled_from(["sycophancy", "Sycophancy", "evaluation"]), max_size=2).map(tuple),
    extra=st.sampled_from([FrozenMap(), FrozenMap({"note": "accepted"}), FrozenMap({"note": "accepted at ACL", "key": "p22"})]),
    inferred=st.sampled_from([(), ("year",)]),
)


def placed(papers: list[Paper]) -> list[Paper]:
    return [
        replace(paper, sources=(Source(name="page.txt", line=number + 1, start=number, end=number + 1),))
        for number, paper in enumerate(papers)
    ]


@settings(max_examples=300)
@given(st.lists(RECORDS, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_members_does_not_matter(papers: list[Paper], random: object) -> None:
    records = placed(papers)
    shuffled = list(records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = merge(records, []), merge(shuffled, [])
    assert one.paper == other.paper
    assert list(conflicts(one)) == list(conflicts(other))
    assert merge([*records, *records], []).paper == one.paper


@settings(max_examples=300)
@given(st.lists(RECORDS, min_size=1, max_size=5))
def test_every_value_and_every_source_is_kept(papers: list[Paper]) -> None:
    records = placed(papers)
    paper = merge(records, []).paper
    kept = {(variant.field, variant.value) for variant in paper.variants}
    assert set(paper.sources) == {source for record in records for source in record.sources}
    assert {bare(word) for word in paper.keywords} == {bare(word) for record in records for word in record.keywords}
    for record in records:
        for field in ("title", "abstract", "arxiv", "doi", "year", "month", "venue", "pages", "type"):
            value = getattr(record, field)
            assert value is None or value == getattr(paper, field) or (field, str(value)) in kept
        assert not record.authors or record.authors == paper.authors or ("authors", shown(record.authors)) in kept
        assert all(paper.extra[name] == text or (name, text) in kept for name, text in record.extra.items())
    assert not kept & {(field, str(getattr(paper, field))) for field in ("title", "venue", "pages", "year")}


@settings(max_examples=300)
@given(st.lists(RECORDS, min_size=1, max_size=5))
def test_merging_what_was_merged_changes_nothing(papers: list[Paper]) -> None:
    paper = merge(placed(papers), []).paper
    assert merge([paper], []).paper == paper
    assert merge([paper, paper], []).paper == paper


@settings(max_examples=300)
@given(st.lists(RECORDS, min_size=2, max_size=5), st.integers(min_value=1, max_value=4))
def test_merging_in_two_steps_loses_nothing(papers: list[Paper], cut: int) -> None:
    records = placed(papers)
    at_once = merge(records, []).paper
    first = merge(records[:cut], []).paper
    in_two = merge([first, *records[cut:]], []).paper

    def values(paper: Paper) -> set[tuple[str, str]]:
        fields = ("title", "abstract", "arxiv", "doi", "year", "month", "venue", "pages", "type")
        chosen = {(field, str(value)) for field in fields if (value := getattr(paper, field))}
        return (
            chosen | {(variant.field, variant.value) for variant in paper.variants if variant.field != "authors"} | set(paper.extra.items())
        )

    assert values(in_two) == values(at_once)
    assert set(in_two.sources) == set(at_once.sources)
    assert len(in_two.authors) == len(at_once.authors)
    assert (in_two.arxiv is None, in_two.year is None) == (at_once.arxiv is None, at_once.year is None)


def test_a_hundred_thousand_copies_are_one() -> None:
    copies = [replace(PUBLISHED, comment=f"copy {number % 7}") for number in range(100_000)]
    one = merge(copies, [Pair(0, number, 30.0) for number in range(1, 100_000)])
    assert one.paper.title == PUBLISHED.title
    assert len(one.paper.variants) == 6
    assert len(one.explain().splitlines()) < 200


def test_a_thousand_titles_of_one_id_are_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def counted(text: str) -> str:
        calls.append(1)
        return bare(text)

    monkeypatch.setattr("papercat.dedup.merges.bare", counted)
    records = [
        Paper(arxiv="2212.09251", title=f"Behaviors {'of models ' * (number % 5)}{number}", year=1900 + number % 100)
        for number in range(1000)
    ]
    one = merge(records, [])
    assert len(list(conflicts(one))) > 1000
    assert len(calls) < 20 * len(records)


def test_a_merge_tells_what_each_record_brought() -> None:
    told = merge([PREPRINT, PUBLISHED], [Pair(0, 1, 15.0)]).explain().splitlines()
    assert told[0] == PREPRINT.title
    assert told[1].startswith("record 1 (no source) and record 2 (no source): 15.0 bits")
    assert "only record 1 has: arxiv, month, comment" in told
    assert "only record 2 has: pages" in told
    assert "also kept, year: 2022" in told
