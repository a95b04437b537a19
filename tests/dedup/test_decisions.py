"""Decisions of a person: the table for a spreadsheet, what is read of it, and what it means in a catalog."""

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import papercat as pc
from papercat import Author, Catalog, Paper, Source
from papercat.decisions import Decision, read_answer, read_decisions, write_decisions
from papercat.dedup import Pair, Resolution, resolve
from papercat.dedup.candidates import Among
from papercat.dedup.identity import Directory, fingerprint
from papercat.dedup.resolution import Terms
from papercat.dedup.review import dumps_review, harmless
from papercat.dedup.settlement import settle

PEREZ, RINGER, BAI = (Author(family=name) for name in ("Perez", "Ringer", "Bai"))
BEHAVIORS = Paper(
    title="Discovering Language Model Behaviors with Model-Written Evaluations", authors=(PEREZ, RINGER), arxiv="2212.09251", year=2022
)
FINDINGS = Paper(title="Discovering Language Model Behaviors", authors=(PEREZ,), year=2023, venue="Findings of ACL", pages="6-10")
AGENTS = Paper(title="Sleeper Agents", year=2024)
OTHER_AGENTS = Paper(title="Sleeper agents: a review", authors=(BAI,), year=2024)
PAPERS = (BEHAVIORS, FINDINGS, AGENTS, OTHER_AGENTS)
MAYBE = 3.0  # bits


def resolved(papers: Sequence[Paper], *pairs: tuple[int, int, float], decisions: Sequence[Decision] = ()) -> Resolution:
    """Join papers by the given pairs and no others."""
    return resolve(papers, Terms(decisions=tuple(decisions)), known=[Pair(*pair) for pair in pairs], among=Among(old=len(papers)))


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def written(rows: Sequence[dict[str, str]], delimiter: str = ",") -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def decided(text: str, *answers: str) -> str:
    rows = table(text)
    for row, answer in zip(rows, answers, strict=True):
        row["decision"] = answer
    return written(rows)


# -- answers

ANSWERS = [
    (["same", "SAME", " Same. ", "yes", "Y", "x", "1", "TRUE", "ja", "oui", "WAHR", "VRAI", "'same", "the same", "merge", "sí"], "same"),
    (["different", "Different!", "no", "N", "0", "FALSE", "nein", "non", "FALSCH", "FAUX", "not the same", "keep apart"], "different"),
    (["", " ", "?", "??", "-", "maybe", "not sure", "Todo", "unknown"], ""),
    (["perhaps so", "17", "same different", "yes and no", "nope nope", "\x00", "=same", "\ud800"], None),
]


@pytest.mark.parametrize(("text", "answer"), [(text, answer) for texts, answer in ANSWERS for text in texts])
def test_answers(text: str, answer: str | None) -> None:
    assert read_answer(text) == answer


@given(st.text())
def test_any_text_is_an_answer_or_none(text: str) -> None:
    assert read_answer(text) in ("same", "different", "", None)


# -- ids


def test_an_id_survives_reading_again_in_another_order() -> None:
    names = {paper: Directory(PAPERS).name(place) for place, paper in enumerate(PAPERS)}
    moved = [replace(paper, sources=(Source(name="b.bib", line=9, start=90, end=99),)) for paper in reversed(PAPERS)]
    again = Directory([*moved, Paper(title="Constitutional AI")])
    for paper, name in names.items():
        (place,) = again.places(name)
        assert moved[place].title == paper.title


def test_an_id_survives_a_repair_of_the_text_by_its_arxiv_id() -> None:
    name = Directory(PAPERS).name(0)
    mended = [replace(BEHAVIORS, title="Discovering language-model behaviours"), FINDINGS]
    assert Directory(mended).places(name) == (0,)


def test_an_id_that_several_papers_have_is_not_enough() -> None:
    supplement = [Paper(doi="10.1109/cbms", title=title) for title in ("Sleeper Agents", "Sycophancy", "Constitutional AI")]
    directory = Directory(supplement)
    assert "doi" not in directory.name(0)
    assert directory.places("doi:10.1109/cbms") == ()
    assert directory.is_shared("doi:10.1109/cbms")
    assert [directory.places(directory.name(place)) for place in range(3)] == [(0,), (1,), (2,)]


@pytest.mark.parametrize(
    "name", ["2212.09251", "arXiv:2212.09251v3", "https://arxiv.org/abs/2212.09251", "ARXIV:2212.09251", "10.48550/arXiv.2212.09251"]
)
def test_a_person_may_write_the_id_as_it_is_known(name: str) -> None:
    assert Directory(PAPERS).places(name) == (0,)


@pytest.mark.parametrize("name", ["", " ", "#", "#0000000000000000", "nothing", "2212.09252", "\ud800", "arxiv:", "doi: doi:", "1"])
def test_what_is_no_id_is_no_place(name: str) -> None:
    assert Directory(PAPERS).places(name) == ()
    assert not Directory(PAPERS).is_shared(name)


@given(st.text(), st.text())
def test_fingerprints_are_total(title: str, abstract: str) -> None:
    try:
        paper = Paper(title=title, abstract=abstract)
    except ValueError:
        return
    assert len(fingerprint(paper)) == 17


# -- reading


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
def test_a_table_is_read_however_it_was_saved(delimiter: str, encoding: str, newline: str) -> None:
    rows = [
        {"id 2": "#0123456789abcdef", "note": 'Zürich; "quoted", and\ttabs', "Decision": "yes", "id 1": "arxiv:2212.09251"},
        {"id 2": "", "note": "", "Decision": "", "id 1": ""},
        {"id 2": "#0123456789abcdee", "note": "two\nlines", "Decision": "no", "id 1": "arxiv:2212.09251"},
    ]
    data = written(rows, delimiter).replace("\r\n", "\n").replace("\n", newline).encode(encoding)
    decisions, issues = read_decisions(data, "review.csv")
    assert [(one.one, one.other, one.same) for one in decisions] == [
        ("arxiv:2212.09251", "#0123456789abcdef", True),
        ("arxiv:2212.09251", "#0123456789abcdee", False),
    ]
    assert issues == ()
    assert [str(one.source) for one in decisions] == ["review.csv:2", "review.csv:4"]


def test_lines_above_the_names_of_the_columns_are_left_out() -> None:
    data = b"sep=;\nReviewed by E. P.\n\ndecision;id 1;id 2\nyes;2212.09251;10.1109/cbms\n"
    decisions, _ = read_decisions(data, "review.csv")
    assert [str(one) for one in decisions] == ["2212.09251 and 10.1109/cbms: same (review.csv:5)"]


BROKEN: list[tuple[str, bytes]] = [
    ("nothing", b""),
    ("no such columns", b"title,year\nSleeper Agents,2024\n"),
    ("a bibliography", b"@misc{a, title={Sleeper Agents}}"),
    ("a quote that is not closed", b'decision,id 1,id 2\nyes,"a,b\nno,c,d\n'),
    ("text behind a quote", b'decision,id 1,id 2\nyes,"a"x,b\n'),
    ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
]


@pytest.mark.parametrize("data", [case[1] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_what_is_no_table_is_an_error_that_names_the_file(data: bytes) -> None:
    with pytest.raises(pc.InputError, match=r"review\.csv") as caught:
        read_decisions(data, "review.csv")
    assert caught.value.name == "review.csv"


def test_an_error_names_the_line() -> None:
    with pytest.raises(pc.InputError, match=r"review\.csv:3"):
        read_decisions(b'decision,id 1,id 2\nyes,a,b\nno,"c"d,e\n', "review.csv")


@pytest.mark.parametrize(
    ("row", "told"),
    [("perhaps so,a,b", "neither same nor different"), ("yes,a,", "id is missing"), ("no", "id is missing"), ("no,a,a", "both sides")],
)
def test_a_line_that_decides_nothing_is_an_issue_with_its_place(row: str, told: str) -> None:
    decisions, (issue,) = read_decisions(f"decision,id 1,id 2\n\n{row}\n".encode(), "review.csv")
    assert decisions == ()
    assert (issue.code, str(issue.source)) == ("decision-unread", "review.csv:3")
    assert told in issue.message


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for name in ("review.csv", "decisions.toml"):
        try:
            read_decisions(b"decision,id 1,id 2\n" + data if name.endswith("csv") else data, name)
        except pc.InputError as error:
            assert name in str(error)  # noqa: PT017  whichever comes


def test_toml() -> None:
    text = 'same = [["arxiv:2212.09251", "#0123456789abcdef", "doi:10.1109/cbms"]]\ndifferent = [\n  ["2212.09251", "2401.05566"]\n]\n'
    decisions, issues = read_decisions(text.encode(), "decisions.toml")
    assert [(one.one, one.other, one.same) for one in decisions] == [
        ("arxiv:2212.09251", "#0123456789abcdef", True),
        ("#0123456789abcdef", "doi:10.1109/cbms", True),
        ("2212.09251", "2401.05566", False),
    ]
    assert issues == ()


@pytest.mark.parametrize(
    "text", ["same = 1", 'same = ["a", "b"]', 'same = [["a"]]', 'perhaps = [["a", "b"]]', "same = [[1, 2]]", "= x", 'maybe = [["a", "b"]]']
)
def test_toml_of_another_form_is_an_error(text: str) -> None:
    with pytest.raises(pc.InputError, match=r"decisions\.toml"):
        read_decisions(text.encode(), "decisions.toml")


# -- what they mean

SAME = Decision("arxiv:2212.09251", fingerprint(FINDINGS), same=True)
DIFFERENT = SAME._replace(same=False)


def test_decisions_join_and_hold_apart() -> None:
    assert len(resolved(PAPERS).clusters.clusters) == 0
    assert [one.members for one in resolved(PAPERS, decisions=[SAME]).clusters.clusters] == [(0, 1)]
    assert [one.members for one in resolved(PAPERS, (0, 1, 30.0)).clusters.clusters] == [(0, 1)]
    apart = resolved(PAPERS, (0, 1, 30.0), decisions=[DIFFERENT])
    assert apart.clusters.clusters == ()
    assert list(apart.open()) == []  # nobody is asked again


def test_a_person_may_join_what_contradicts_itself() -> None:
    papers = [BEHAVIORS, replace(BEHAVIORS, arxiv="1906.01820")]
    decision = Decision("arxiv:2212.09251", "arxiv:1906.01820", same=True)
    assert len(Catalog(papers).dedup()) == 2
    assert len(Catalog(papers).dedup(decisions=[decision])) == 1


def test_different_holds_through_a_chain() -> None:
    ends = [Decision(fingerprint(BEHAVIORS), fingerprint(AGENTS), same=False)]
    found = resolved(PAPERS, (0, 1, 30.0), (1, 2, 20.0), decisions=ends)
    assert [one.members for one in found.clusters.clusters] == [(0, 1)]


def test_contradicting_decisions_are_an_error_that_names_them() -> None:
    def at(line: int) -> Source:
        return Source(name="review.csv", line=line, start=0, end=0)

    chain = [
        Decision(fingerprint(BEHAVIORS), fingerprint(FINDINGS), same=True, source=at(2)),
        Decision(fingerprint(FINDINGS), fingerprint(AGENTS), same=True, source=at(3)),
        Decision("arxiv:2212.09251", fingerprint(AGENTS), same=False, source=at(4)),
        Decision(fingerprint(AGENTS), fingerprint(OTHER_AGENTS), same=True, source=at(5)),
    ]
    with pytest.raises(pc.InputError, match="contradict") as caught:
        settle(chain, PAPERS)
    assert all(f"review.csv:{line}" in str(caught.value) for line in (2, 3, 4))
    assert "review.csv:5" not in str(caught.value)
    with pytest.raises(pc.InputError, match="contradict"):
        settle([SAME, DIFFERENT], PAPERS)


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        (Decision("#0123456789abcdef", "arxiv:2212.09251", same=True), "no paper #0123456789abcdef"),
        (Decision("arxiv:2212.09251", "2212.09251v2", same=False), "are one record"),
        (Decision("doi:10.1109/cbms", "arxiv:2212.09251", same=False), "several papers have doi:10.1109/cbms"),
    ],
)
def test_decisions_about_no_paper_are_issues(decision: Decision, told: str) -> None:
    papers = [*PAPERS, replace(AGENTS, doi="10.1109/cbms"), replace(FINDINGS, doi="10.1109/cbms")]
    (issue,) = settle([decision], papers).issues
    assert issue.code == "decision-unmatched"
    assert told in issue.message


def test_copies_of_a_record_follow_it() -> None:
    papers = [*PAPERS, BEHAVIORS, FINDINGS]
    joined = Catalog(papers).dedup(decisions=[SAME])
    assert len(joined) == 3
    apart = Catalog(papers).dedup(decisions=[DIFFERENT])
    assert BEHAVIORS in apart
    assert FINDINGS in apart


# -- the table


def test_the_table_shows_both_papers_and_why() -> None:
    text, waiting = dumps_review(resolved(PAPERS, (0, 1, MAYBE), (2, 3, 1.0)))
    rows = table(text)
    assert text.startswith("\ufeffdecision,")
    assert waiting == len(rows) == 2
    assert (rows[0]["title 1"], rows[0]["title 2"]) == (BEHAVIORS.title, FINDINGS.title)
    assert (rows[0]["bits"], rows[0]["decision"]) == ("3.0", "")
    assert "title" in rows[0]["why"]
    assert rows[0]["published 2"] == "Findings of ACL, pages 6-10"
    assert [fingerprint(paper) in rows[0][f"id {number}"] for number, paper in enumerate(PAPERS[:2], 1)] == [True, True]


def test_what_was_decided_there_is_heeded(tmp_path: Path) -> None:
    text, _ = dumps_review(resolved(PAPERS, (0, 1, MAYBE), (2, 3, 1.0)))
    (tmp_path / "review.csv").write_text(decided(text, "yes", "no"), encoding="utf-8")
    joined = Catalog(PAPERS).dedup(decisions=tmp_path / "review.csv")
    assert len(joined) == 3
    assert joined.merges[0].members == PAPERS[:2]
    assert "as you decided" in joined.merges[0].explain()
    assert [one.same for one in joined.decisions] == [True, False]
    # they stay with the catalog
    assert joined.dedup() == joined
    assert len(joined[:2].dedup()) == 2
    assert len(joined.add([Paper(title="Constitutional AI")])) == 4


def test_decisions_are_never_overwritten() -> None:
    pairs = [(0, 1, MAYBE), (2, 3, 1.0)]
    old = table(decided(dumps_review(resolved(PAPERS, *pairs))[0], "No.", "perhaps so"))
    for row in old:
        row["who"] = "E. P."
    text, waiting = dumps_review(resolved(PAPERS, *pairs, (1, 2, 0.5)), written(old, ";").encode())
    assert text.startswith("\ufeffdecision;note;")  # as the person's program wrote it
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert [(row["decision"], row["who"]) for row in rows] == [("No.", "E. P."), ("perhaps so", "E. P."), ("", "")]
    assert waiting == 1


def test_decisions_about_papers_that_are_gone_are_kept() -> None:
    old = decided(dumps_review(resolved(PAPERS, (0, 1, MAYBE)))[0], "same").encode()
    text, waiting = dumps_review(resolved(PAPERS[2:], (0, 1, MAYBE)), old)
    assert [row["decision"] for row in table(text)] == ["same", ""]
    assert waiting == 1
    assert dumps_review(resolved(PAPERS[2:], (0, 1, MAYBE)), text.encode())[0] == text


def test_open_rows_that_are_settled_go() -> None:
    old = dumps_review(resolved(PAPERS, (0, 1, MAYBE)))[0].encode()
    text, waiting = dumps_review(resolved(PAPERS), old)
    assert (table(text), waiting) == ([], 0)


def test_nobody_is_asked_about_a_pair_of_papers_twice() -> None:
    papers = [*PAPERS[:2], replace(FINDINGS, pages="11-15"), replace(FINDINGS, pages="16-20")]
    sure = (1, 2, 30.0), (2, 3, 30.0)
    text, _ = dumps_review(resolved(papers, *sure, (0, 1, 1.0), (0, 2, MAYBE), (0, 3, 2.0)))
    (row,) = table(text)
    assert fingerprint(papers[2]) in row["id 2"]
    # and the answer stays where another pair of the same two papers is the surest
    again, _ = dumps_review(resolved(papers, *sure, (0, 1, 3.5)), decided(text, "no").encode())
    assert [row["decision"] for row in table(again)] == ["no"]


def test_sure_pairs_are_listed_where_asked_for() -> None:
    found = resolved(PAPERS, (0, 1, 30.0), (2, 3, MAYBE))
    rows = table(dumps_review(found, sure=True)[0])
    assert [row["bits"] for row in rows] == ["3.0", "30.0"]
    assert len(table(dumps_review(found)[0])) == 1


@pytest.mark.parametrize("data", [b"title,year\n", b"@misc{a}", b"%PDF-1.7"])
def test_a_file_that_is_no_table_is_never_overwritten(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "refs.bib"
    file.write_bytes(data)
    with pytest.raises(pc.InputError):
        Catalog(PAPERS).review(file)
    assert file.read_bytes() == data
    assert [one.name for one in tmp_path.iterdir()] == ["refs.bib"]


def test_a_crash_leaves_the_old_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    file = tmp_path / "review.csv"
    Catalog(PAPERS).review(file)
    before = file.read_bytes()
    monkeypatch.setattr(Path, "replace", crash)
    with pytest.raises(KeyboardInterrupt):
        Catalog(PAPERS[:2]).review(file)
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


HOSTILE = [
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "＝1+1",
    'x";=1+1;"y',
    "a,=1+1",
    "a; =HYPERLINK(1)",
    "a|@x",
    "decision,id 1,id 2",
    "<script>alert('x')</script>",
    '"quoted"',
    "'",
]


def formulas(text: str, delimiter: str) -> list[str]:
    """Give the cells that a spreadsheet would run, whichever sign it cuts at."""
    rows = [
        *csv.reader(io.StringIO(text), delimiter=delimiter),
        *([cell.strip(' "') for cell in line.split(delimiter)] for line in text.splitlines()),
    ]
    return [cell for row in rows for cell in row if cell.lstrip(' "').startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))]


@pytest.mark.parametrize("title", HOSTILE)
def test_no_cell_is_a_formula(title: str) -> None:
    papers = [replace(FINDINGS, title=title, venue=title, abstract=title, authors=(Author(literal=title),)), replace(AGENTS, title=title)]
    text, _ = dumps_review(resolved(papers, (0, 1, MAYBE)))
    assert [formulas(text.removeprefix("\ufeff"), delimiter) for delimiter in ",;\t|"] == [[], [], [], []]
    (row,) = table(text)
    assert title.strip("'") in row["title 1"].replace("'", "") or "'" in title
    decisions, issues = read_decisions(decided(text, "same").encode(), "review.csv")
    assert issues == ()
    assert len(settle(decisions, papers).together) == 1


@given(st.text())
def test_a_harmless_cell_stays_as_it_is(text: str) -> None:
    assert harmless(harmless(text)) == harmless(text)
    assert not harmless(text).startswith(("=", "+", "-", "@"))
    harmless(text).encode()


TITLES = st.sampled_from([*HOSTILE, "Sleeper Agents", "Sycophancy", "大型语言模型", "Lukošiūtė"])


@settings(max_examples=60)
@given(st.lists(TITLES, min_size=2, max_size=5, unique=True), st.integers(), st.data())
def test_a_table_that_is_written_decided_and_read_decides_just_that(titles: list[str], seed: int, data: st.DataObject) -> None:
    papers = [Paper(title=title, year=2000 + place) for place, title in enumerate(titles)]
    pairs = [(a, b, MAYBE) for a in range(len(papers)) for b in range(a + 1, len(papers))]
    text, waiting = dumps_review(resolved(papers, *pairs))
    assert waiting == len(pairs)
    answers = [data.draw(st.sampled_from(["different", "no", ""])) for _ in pairs]
    shuffled = list(papers)
    Random(seed).shuffle(shuffled)  # noqa: S311  an order, no secret
    decisions, issues = read_decisions(decided(text, *answers).encode("utf-8-sig"), "review.csv")
    settled = settle(decisions, shuffled)
    assert (issues, settled.issues, settled.together) == ((), (), ())
    assert len(settled.apart) == sum(map(bool, answers))


def test_names_with_an_apostrophe_come_back() -> None:
    told = Decision("'t Hooft, G.", "'t Hooft, Gerard", same=True)
    read, issues = read_decisions(write_decisions([told]).encode(), "people.csv")
    assert ([one[:3] for one in read], issues) == ([told[:3]], ())


def test_a_long_line_above_the_table_is_left_out() -> None:
    read, _ = read_decisions(b"x" * 200_000 + b"\ndecision,id 1,id 2\nsame,2212.09251,2307.11768\n", "review.csv")
    assert len(read) == 1


@pytest.mark.parametrize("text", ["same = " + "[" * 100_000, "same = " + "1" * 5_000], ids=["deep", "long"])
def test_toml_that_python_cannot_hold_is_an_error(text: str) -> None:
    with pytest.raises(pc.InputError, match=r"^people\.toml: not TOML"):
        read_decisions(text.encode(), "people.toml")


def test_decisions_are_decisions() -> None:
    with pytest.raises(TypeError, match="not tuple"):
        Catalog().dedup(decisions=[("2212.09251", "2307.11768", True)])  # type: ignore[list-item]


def test_records_that_differ_in_initials_can_be_decided_about(tmp_path: Path) -> None:
    papers = [Paper(title="Robot Vision", authors=(Author(family="Horn", given=given),), year=1986) for given in ("B.", "B. K. P.")]
    assert Catalog(papers).review(tmp_path / "review.csv") == 1
    assert fingerprint(papers[0]) != fingerprint(papers[1])
