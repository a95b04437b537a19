"""Values of a record become fields by their roles; what has none is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat import Paper
from papercat.names import Name
from papercat.readers import record as values
from papercat.readers.record import ROLES, Record
from papercat.text.document import Document, Place


def made(*values: tuple[str, str, str]) -> Paper:
    """Make the paper of (role, label, text)."""
    text = "\n".join(value for _, _, value in values)
    record = Record(Document("r.txt", text), Place(0, len(text)))
    start = 0
    for role, label, value in values:
        record.add(role, label, Place(start, start + len(value)))
        start += len(value) + 1
    return next(one for one in record.finish() if isinstance(one, Paper))


VALUES = [
    "Sleeper Agents",
    " Sleeper  Agents ",
    "R&D",
    "Søren",
    "caf\u00e9 100\\%",
    "10.1000/a_b",
    "2021-03-05",
    "https://a.org/?b=c",
    "state-of-\nthe",
    "",
]


@given(
    rows=st.lists(
        st.tuples(st.sampled_from(sorted(ROLES | {""})), st.sampled_from(["TI", "a b", "caf&eacute;"]), st.sampled_from(VALUES)), max_size=5
    )
)
def test_what_is_plain_is_read_at_a_glance_as_any_other(rows: list[tuple[str, str, str]]) -> None:
    def read() -> list[object]:
        text = "\n".join(value for _, _, value in rows)
        record, start = Record(Document("r.txt", text), Place(0, len(text))), 0
        for role, label, value in rows:
            record.add(role, label, Place(start, start + len(value)))
            start += len(value) + 1
        return list(record.finish())

    quick = read()
    with pytest.MonkeyPatch.context() as patch:
        for name in ("plain_text", "plain_label"):
            patch.setattr(values, name, lambda _: None)
        slow = read()
    assert quick == slow


def test_the_first_value_of_a_field_counts_and_the_others_are_kept() -> None:
    paper = made(("title", "TI", "Sleeper Agents"), ("title", "T1", "Sleeper agents!"), ("title", "ST", "Sleeper Agents"))
    assert paper.title == "Sleeper Agents"
    assert dict(paper.extra) == {"T1": "Sleeper agents!"}


def test_full_names_stand_before_short_ones() -> None:
    paper = made(("short-author", "AU", "Klein, E"), ("author", "AF", "Klein, Elmar"))
    assert [author.inverted for author in paper.authors] == ["Klein, Elmar"]
    assert not paper.extra
    assert made(("short-author", "AU", "Klein E"), ("title", "TI", "Das Waldsterben")).authors[0].family == "Klein"


@pytest.mark.parametrize(
    ("date", "year", "month"),
    [
        ("2021", 2021, None), ("2021-03-05", 2021, 3), ("2021/3", 2021, 3), ("2021 Mar", 2021, 3), ("5 March 2021", 2021, 3),
        ("2021 Jan-Feb", 2021, None), ("1975///", 1975, None), ("05/06/2019", 2019, None),
        ("May 7-11, 2018", 2018, 5), ("in press", None, None),
    ],
)  # fmt: skip
def test_dates(date: str, year: int | None, month: int | None) -> None:
    paper = made(("title", "TI", "A"), ("date", "DP", date))
    assert (paper.year, paper.month) == (year, month)


@pytest.mark.parametrize(
    ("role", "text", "fields"),
    [
        ("doi", "https://doi.org/10.1007/978-3-030-02671-4_7", {"doi": "10.1007/978-3-030-02671-4_7"}),
        ("doi", "10.48550/arXiv.2401.05566", {"arxiv": "2401.05566", "doi": "10.48550/arxiv.2401.05566"}),
        ("arxiv", "arXiv:2401.05566v3", {"arxiv": "2401.05566"}),
        ("id", "10.1000/182", {"doi": "10.1000/182"}),
        ("url", "https://arxiv.org/abs/2401.05566", {"arxiv": "2401.05566", "url": "https://arxiv.org/abs/2401.05566"}),
        ("doi", "none", {"extra": {"X": "none"}}),
        ("id", "26861819", {"extra": {"X": "26861819"}}),
    ],
)
def test_ids(role: str, text: str, fields: dict[str, object]) -> None:
    found = made(("title", "TI", "A"), (role, "X", text)).to_dict()
    assert {name: found.get(name) for name in fields} == fields


def test_pages_and_words_are_joined() -> None:
    paper = made(("first-page", "SP", "12"), ("last-page", "EP", "17"), ("keywords", "KW", "a b; c"), ("keyword", "K", "d, e"))
    assert (paper.pages, paper.keywords) == ("12–17", ("a b", "c", "d, e"))


def test_values_without_a_field_are_numbered_and_kept_once() -> None:
    paper = made(("", "XX", "a"), ("", "XX", "b"), ("", "XX", "a"), ("", "YY", "a"), ("", "XX-2", "c"))
    assert dict(paper.extra) == {"XX": "a", "XX-2": "b", "YY": "a", "XX-2-2": "c"}


def test_an_address_is_not_unescaped_but_for_entities() -> None:
    for raw, url in (("https://a.org/?q=10.1%2fb&x=20", "https://a.org/?q=10.1%2fb&x=20"), ("http://a.org/?a&amp;b", "http://a.org/?a&b")):
        assert made(("url", "UR", raw)).url == url


def test_what_a_month_has_besides_is_kept() -> None:
    paper = made(("year", "PY", "2024"), ("month", "PD", "MAR 5"))
    assert (paper.month, dict(paper.extra)) == (3, {"PD": "MAR 5"})


@given(st.lists(st.tuples(st.sampled_from(sorted(ROLES | {""})), st.sampled_from(["TI", "x y", ""]), st.text(max_size=12))))
def test_any_values_are_taken_and_no_text_is_lost(values: list[tuple[str, str, str]]) -> None:
    text = "\n".join(value for _, _, value in values)
    record = Record(Document("r.txt", text), Place(0, len(text)))
    start = 0
    for role, label, value in values:
        record.add(role, label, Place(start, start + len(value)))
        start += len(value) + 1
    found = list(record.finish())
    assert sum(isinstance(one, Paper) for one in found) <= 1


NAMES = st.sampled_from(
    'Pérez-Ortiz, Juan|Tong, Meg| Mu,  Jesse|de la Cruz, Juan|null, Mausam|Mausam|Perez, III|王, 伟|S{\\"o}ren, A|Smith, John, Jr.|'
    "Ga&scaron;i&#263;, M|Sรถren, A|Klüwer T|et al.|OpenAI|\u200b, \u200b|Berg, Jan van den|x,y|Ng, A.".split("|")
)


@given(st.lists(NAMES, min_size=1, max_size=6), st.sampled_from(["\nAU  - ", "\n" * 12]))
def test_authors_taken_at_one_look_are_those_taken_one_by_one(names: list[str], between: str) -> None:
    text = between.join(names)
    found = []
    for fixes in ({}, {"not there": "x"}):  # nothing is taken at one look where the user has fixes
        record = Record(Document("r.txt", text, fixes=fixes), Place(0, len(text)))
        start = 0
        for name in names:
            record.add("author", "AU", Place(start, start + len(name)))
            start += len(name) + len(between)
        found.append(list(record.finish()))
    assert found[0] == found[1]


@given(st.lists(NAMES, min_size=1, max_size=6))
def test_names_that_a_format_writes_in_other_characters_are_taken_at_one_look_too(names: list[str]) -> None:
    found = []
    for fixes in ({}, {"not there": "x"}):
        record = Record(Document("r.txt", "x" * 9, fixes=fixes), Place(0, 9))
        for name in names:
            record.add("author", "AU", Place(0, 9), raw=name, name=Name(family=name) if name.isalpha() else None)
        found.append(list(record.finish()))
    assert found[0] == found[1]


def test_authors_who_stand_in_one_place_have_one_source() -> None:
    record = Record(Document("r.json", "x" * 99), Place(0, 99))
    for family in ("Hubinger", "Perez", "Bai"):
        record.add("author", "author", Place(9, 90), name=Name(family=family))
    (paper,) = (one for one in record.finish() if isinstance(one, Paper))
    assert [source.field for source in paper.sources] == ["authors", "record"]


@pytest.mark.parametrize(
    ("values", "arxiv"),
    [
        ({"venue": "arXiv preprint arXiv:1706.03762"}, "1706.03762"),
        ({"venue": "arXiv e-prints, arXiv:2212.09251"}, "2212.09251"),
        ({"venue": "arXiv 2207.03512"}, "2207.03512"),
        ({"venue": "arXiv (2019)"}, None),
        ({"venue": "CoRR", "volume": "abs/1706.03762"}, "1706.03762"),
        ({"comment": "arXiv:1706.03762 [cs.CL]"}, "1706.03762"),
        ({"comment": "extends arXiv:1706.03762 by a proof"}, None),
        ({"title": "A reply to arXiv:1706.03762"}, None),
        ({"venue": "CoRR", "volume": "1706"}, None),
        ({"arxiv": "2212.09251", "venue": "arXiv preprint arXiv:1706.03762"}, "2212.09251"),
    ],
)
def test_an_arxiv_id_that_stands_for_a_venue_a_volume_or_a_note_is_the_paper_s(values: dict[str, str], arxiv: str | None) -> None:
    paper = made(*((role, role.upper(), text) for role, text in values.items()))
    assert paper.arxiv == arxiv
    assert [getattr(paper, role) for role in values if role != "arxiv"] == [text for role, text in values.items() if role != "arxiv"]


@pytest.mark.parametrize(
    ("name", "given"), [("Li, Wei（李伟）", "Wei"), ("Wei Li（李伟）", "Wei"), ("Li, Wei (李伟)", "Wei"), ("李伟（大）", "大")]
)
def test_a_name_in_other_letters_is_left_out_and_told(name: str, given: str) -> None:
    catalog = pc.parse(f"TY  - JOUR\nTI  - Deep residual learning\nAU  - {name}\nER  - \n")
    assert catalog[0].authors[0].given == given
    told = [(issue.code, issue.raw) for issue in catalog.issues]
    assert told == ([("author-marks", name)] if given == "Wei" else [])


@pytest.mark.parametrize(
    ("role", "text", "fields"),
    [
        ("doi", "https://arxiv.org/abs/2509.23104", {"arxiv": "2509.23104", "url": "https://arxiv.org/abs/2509.23104"}),
        ("doi", "https://elifesciences.org/articles/75688", {"url": "https://elifesciences.org/articles/75688", "doi": None}),
        ("arxiv", "https://openreview.net/forum?id=r1lyTjAqYX", {"url": "https://openreview.net/forum?id=r1lyTjAqYX", "arxiv": None}),
        ("arxiv", "https://doi.org/10.7554/eLife.75688", {"doi": "10.7554/elife.75688"}),
        ("doi", "forthcoming", {"url": None, "doi": None, "extra": {"DOI": "forthcoming"}}),
    ],
)
def test_an_address_under_the_label_of_an_id_that_it_does_not_hold_is_that_of_the_paper(
    role: str, text: str, fields: dict[str, object]
) -> None:
    paper = made((role, role.upper(), text), ("title", "TI", "Strategic reconfiguration of working memory"))
    assert {name: dict(paper.extra) if name == "extra" else getattr(paper, name) for name in fields} == fields


def test_an_address_under_another_label_does_not_come_before_the_paper_s_own() -> None:
    paper = made(("url", "UR", "https://elifesciences.org/articles/75688"), ("doi", "DO", "https://arxiv.org/abs/2509.23104"))
    assert (paper.url, paper.arxiv, dict(paper.extra)) == (
        "https://elifesciences.org/articles/75688",
        None,
        {"DO": "https://arxiv.org/abs/2509.23104"},
    )
