"""The options of a .bib, what they write and what they refuse; a file that is written piece by piece; what `check` tells."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat import Author, Paper, cli
from papercat.errors import OutputError
from papercat.models import FrozenMap
from papercat.writers.bibtex import chunks
from papercat.writers.bibtex.handles import safe_keys

PEREZ = Author(family="Perez", given="Ethan")
PREPRINT = Paper(
    title="On $L^2$ of R&D", authors=(PEREZ,), arxiv="2212.09251", year=2022, month=12, extra=FrozenMap({"primaryclass": "cs.CL"})
)
THESIS = Paper(title="A Thesis", authors=(PEREZ,), type="phdthesis", year=2020, extra=FrozenMap({"school": "Oslo", "address": "Norway"}))


def dumps(papers: Sequence[Paper], **options: Any) -> str:  # noqa: ANN401  those of chunks
    return "".join(chunks(papers, **options))


def fields(paper: Paper, **options: Any) -> dict[str, str]:  # noqa: ANN401  those of chunks
    (one,) = parse_string(dumps([paper], **options)).entries
    return {"type": one.entry_type} | {field.key: str(field.value) for field in one.fields}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, {"type": "misc", "howpublished": "arXiv:2212.09251", "archiveprefix": "arXiv", "primaryclass": "cs.CL", "month": "dec"}),
        ({"preprint": "article"}, {"type": "article", "journal": "arXiv preprint arXiv:2212.09251", "eprint": "2212.09251"}),
        ({"preprint": "unpublished"}, {"type": "unpublished", "note": "arXiv:2212.09251"}),
        ({"preprint": "eprint"}, {"type": "misc", "howpublished": "", "eprint": "2212.09251"}),
        (
            {"biblatex": True},
            {"type": "online", "eprinttype": "arXiv", "eprintclass": "cs.CL", "date": "2022-12", "year": "", "howpublished": ""},
        ),
        ({"profile": "latex"}, {"title": r"On {$L^2$} of {R\&D}"}),
        ({"profile": "no-tex"}, {"title": r"On L² of {R\&D}"}),
        ({"braces": False}, {"title": r"On {$L^2$} of R\&D"}),
    ],
    ids=str,
)
def test_a_preprint(options: Mapping[str, Any], expected: Mapping[str, str]) -> None:
    written = fields(PREPRINT, **options)
    assert {name: written.get(name, "") for name in expected} == dict(expected)


def test_a_thesis_in_both_dialects() -> None:
    assert fields(THESIS)["school"] == "Oslo"
    written = fields(THESIS, biblatex=True)
    assert (written["type"], written["institution"], written["location"]) == ("phdthesis", "Oslo", "Norway")
    assert dumps([THESIS], biblatex=True).startswith("@thesis{")
    assert fields(replace(THESIS, type="article", venue="Nature"), biblatex=True)["journaltitle"] == "Nature"


def test_the_shown_id_is_no_venue_when_it_is_read_back() -> None:
    (back,) = pc.parse(dumps([PREPRINT]))
    assert (back.arxiv, back.venue, back.comment, back.title) == ("2212.09251", None, None, PREPRINT.title)
    (other,) = pc.parse("@misc{a, title={T}, howpublished={arXiv:2212.09251}}")
    assert other.venue == "arXiv:2212.09251"


@pytest.mark.parametrize("preprint", ["misc", "unpublished"])
@pytest.mark.parametrize("comment", [None, "12 pages", "To appear. 3 figures", "see arXiv:2401.05566"])
@pytest.mark.parametrize("venue", [None, "Gödel Lecture 2022"])
def test_an_id_beside_venue_and_comment_is_shown_and_comes_back(venue: str | None, comment: str | None, preprint: str) -> None:
    paper = replace(PREPRINT, venue=venue, comment=comment)
    written = fields(paper, preprint=preprint)
    assert "arXiv:2212.09251" in written.get("howpublished", "") + written.get("note", "")
    (back,) = pc.parse(text := dumps([paper], keys=["a"], preprint=preprint))
    assert (back.venue, back.comment) == (venue, comment)
    assert dumps([back], keys=["a"], preprint=preprint) == text


def test_an_id_that_a_comment_tells_is_not_told_twice() -> None:
    comment = "Also as arXiv:2212.09251"
    assert fields(replace(PREPRINT, venue="Gödel Lecture", comment=comment))["note"] == comment


def test_the_id_of_another_paper_in_a_note_stays() -> None:
    (one,) = pc.parse("@misc{a, title={T}, eprint={2212.09251}, note={arXiv:2401.05566. 3 pages}}")
    assert one.comment == "arXiv:2401.05566. 3 pages"


def test_what_is_left_out_is_said_in_the_file() -> None:
    crowd = replace(PREPRINT, authors=(PEREZ,) * 30, abstract="One two three four five.")
    text = dumps([crowd, PREPRINT], max_authors=2, max_abstract=10)
    assert text.startswith("% left out below: 28 of 30 authors and all but 10 of the 24 characters of the abstract\n@misc")
    assert text.count("% left out") == 1
    assert fields(crowd, max_authors=2)["author"] == "Perez, Ethan and Perez, Ethan and others"
    assert fields(crowd, max_abstract=10)["abstract"] == "One two…"
    assert "abstract" not in fields(crowd, max_abstract=0)


BAD = [
    {"profile": "ascii"}, {"profile": None}, {"biblatex": 1}, {"preprint": "book"}, {"max_authors": 0}, {"max_authors": True},
    {"max_abstract": -1}, {"max_abstract": "9"}, {"braces": None}, {"colour": "red"},
]  # fmt: skip


@pytest.mark.parametrize("options", BAD, ids=str)
def test_a_bad_option_is_refused_before_anything_is_written(options: Mapping[str, Any], tmp_path: Path) -> None:
    catalog = pc.Catalog([PREPRINT])
    name = next(iter(options))
    for write in (catalog.to_bibtex, catalog.check, catalog.dumps):
        with pytest.raises(OutputError, match=name):
            write(**options)
    with pytest.raises(OutputError, match=name):
        catalog.write(tmp_path / "refs.bib", **options)
    assert not list(tmp_path.iterdir())
    with pytest.raises(OutputError, match="json has no option"):
        catalog.dumps("json", **options)


def test_the_command_has_the_options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.bib").write_text("@misc{a, title={Łódź}, eprint={2212.09251}}", encoding="utf-8")
    assert cli.main(["a.bib", "-q", "-o", "b.bib", "--profile", "latex", "--biblatex"]) == 0
    assert re.search(r"@online\{.*\{\{\\L\}\{\\'o\}d\{\\'z\}\}", (tmp_path / "b.bib").read_text("ascii"), re.DOTALL)
    assert cli.main(["a.bib", "-q", "-o", "b.json", "--profile", "latex"]) == 2


def test_pieces_make_the_whole(tmp_path: Path) -> None:
    papers = [PREPRINT, THESIS, Paper(title="T")]
    pieces = list(chunks(papers))
    assert len(pieces) == 3
    assert "".join(pieces) == dumps(papers)
    catalog = pc.Catalog(papers)
    catalog.write(tmp_path / "refs.bib")
    assert (tmp_path / "refs.bib").read_text("utf-8") == catalog.to_bibtex() == catalog.dumps()


@given(st.lists(st.text(max_size=6), max_size=6))
def test_any_keys_become_safe_and_stay_apart(keys: list[str]) -> None:
    written = safe_keys(keys)
    assert len(written) == len(keys)
    fine = [key for key in keys if key and not re.search(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff,{}%#\"'()=\\~]", key)]
    assert all(key in written for key in fine)
    changed = [new for key, new in zip(keys, written, strict=True) if new != key]
    assert len(set(changed)) == len(changed)
    assert not set(changed) & set(fine)


CHECKS = [
    (PREPRINT, {}, set()),
    (replace(PREPRINT, title=None), {}, {"field-missing"}),
    (replace(PREPRINT, type="article", arxiv=None, extra=FrozenMap({})), {}, {"field-missing"}),
    (replace(PREPRINT, pages="see the web site of it"), {}, {"field-malformed"}),
    (replace(PREPRINT, pages="S3–S9, e12"), {}, set()),
    (replace(PREPRINT, url="www.example.org"), {}, {"field-malformed"}),
    (replace(PREPRINT, abstract="a } b"), {}, {"field-malformed"}),
    (replace(PREPRINT, abstract=r"a $\shorthand{x}$ b"), {}, {"field-malformed"}),
    (replace(PREPRINT, extra=FrozenMap({"Report-no": "7"})), {}, {"field-not-written"}),
    (replace(PREPRINT, authors=(PEREZ,) * 3), {"max_authors": 2}, {"field-not-written"}),
    (replace(PREPRINT, title="王"), {}, set()),
    (replace(PREPRINT, title="王 Łódź"), {"profile": "latex"}, {"letters-foreign"}),
    (replace(THESIS, type="book", publisher="P", venue="V", volume="1", issue="2"), {}, {"field-superfluous"}),
    (replace(THESIS, month=5, year=None), {}, {"field-superfluous", "field-missing"}),
]  # fmt: skip


@pytest.mark.parametrize(("paper", "options", "codes"), CHECKS, ids=[f"{number}" for number in range(len(CHECKS))])
def test_check_tells_what_is_amiss(paper: Paper, options: Mapping[str, Any], codes: set[str]) -> None:
    assert {issue.code for issue in pc.Catalog([paper]).check(**options)} == codes


@given(st.lists(st.from_type(Paper), max_size=3))
def test_any_papers_are_checked(papers: list[Paper]) -> None:
    for issue in pc.Catalog(papers).check(profile="latex"):
        assert issue.code in pc.models.KINDS
        assert issue.message
