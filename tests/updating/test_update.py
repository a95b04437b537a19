"""Updating a file that a person keeps: what changed is written, and everything else stays to the byte."""

import difflib
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat import Author, Paper
from papercat.models import FrozenMap
from papercat.updating import update

KEPT = """% The list of the group; Yuntao reads along.
@string{neurips = "Advances in Neural Information Processing Systems"}

@comment{jabref-entrytype: talk}
@InProceedings{vaswani17,
  Author    = {Vaswani, Ashish and Shazeer, Noam},
  Title     = {{Attention Is All You Need}},
  BookTitle = neurips,
  Year      = 2017,
  my-note   = {read twice,
               with Ann},
}

@misc{bai22, title="Constitutional {AI}", year="2022"}  % cite this one
@misc{broken22,
  title = {An Entry Without an End
  year = 2022

@article{ perez ,
\tauthor={Perez, Ethan}
\t, title={Discovering Language Model Behaviors}
\t, year=2022
\t}

Local Variables: bibtex-dialect: biblatex
"""
PEREZ = Paper(title="Discovering Language Model Behaviors", authors=(Author(family="Perez", given="Ethan"),), year=2022)
SLEEPER = Paper(title="Sleeper Agents", authors=(Author(family="Hubinger", given="Evan"),), year=2024, arxiv="2401.05566")


@pytest.fixture
def refs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the file of a person."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "refs.bib"
    file.write_bytes(KEPT.encode())
    return file


def changed(file: Path, test: str, **values: object) -> pc.Catalog:
    """Read a file and change one of its papers."""
    cat = pc.read(file)
    papers = [replace(paper, **values) if test in str(paper.title) else paper for paper in cat]  # type: ignore[arg-type]
    return pc.Catalog(papers, inputs=cat.inputs)


def diff(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:2] not in ("--", "++", "@@")]


CHANGES: list[tuple[str, str, dict[str, object], list[str]]] = [
    ("a number", "Attention", {"year": 2018}, ["-  Year      = 2017,", "+  Year      = 2018,"]),
    (
        "a title in braces of its own",
        "Attention",
        {"title": "Attention"},
        ["-  Title     = {{Attention Is All You Need}},", "+  Title     = {{Attention}},"],
    ),
    ("a macro", "Attention", {"venue": "NeurIPS"}, ["-  BookTitle = neurips,", "+  BookTitle = {NeurIPS},"]),
    ("a new field, aligned", "Attention", {"volume": "30"}, ["+  Volume    = {30},"]),
    ("a new month, bare", "Attention", {"month": 6}, ["+  Month     = jun,"]),
    (
        "a type",
        "Attention",
        {"type": "incollection", "publisher": "Curran"},
        ["-@InProceedings{vaswani17,", "+@Incollection{vaswani17,", "+  Publisher = {Curran},"],
    ),
    (
        "in quotation marks, on one line",
        "Constitutional",
        {"year": 2023, "doi": "10.48550/arxiv.2212.08073"},
        [
            '-@misc{bai22, title="Constitutional {AI}", year="2022"}  % cite this one',
            '+@misc{bai22, title="Constitutional {AI}", doi="10.48550/arxiv.2212.08073", year="2023"}  % cite this one',
        ],
    ),
    (
        "commas that begin lines",
        "Discovering",
        {"month": 12, "url": "https://arxiv.org/abs/2212.09251"},
        ["+\t, month=dec", "+\t, url={https://arxiv.org/abs/2212.09251}"],
    ),
    (
        "an author more",
        "Discovering",
        {"authors": (*PEREZ.authors, Author(family="Ringer", given="Sam"))},
        ["-\tauthor={Perez, Ethan}", "+\tauthor={Perez, Ethan and Ringer, Sam}"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("test", "values", "lines"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_what_you_changed_is_changed_and_nothing_else(test: str, values: dict[str, object], lines: list[str], refs: Path) -> None:
    done = changed(refs, test, **values).write(refs, update=True)
    assert diff(KEPT, refs.read_text("utf-8")) == lines
    assert len(done.changed) == 1
    assert not done.added
    # what stood there before is told, and what was only added is not
    before = [issue.raw for issue in done.issues if issue.code == "value-changed"]
    assert all(any(raw in line for line in lines if line[0] == "-") for raw in before)
    assert len(before) == len(done.issues)
    again = changed(refs, test, **values).write(refs, update=True)
    assert (again.added, again.changed, again.issues) == ((), (), ())


def test_the_catalog_of_the_file_changes_no_byte(refs: Path) -> None:
    stamp = refs.stat().st_mtime_ns
    done = pc.read(refs).write(refs, update=True)
    assert repr(done) == "<Update: 0 added, 0 changed, 0 issues>"
    assert refs.read_bytes() == KEPT.encode()
    assert refs.stat().st_mtime_ns == stamp


def test_a_paper_from_elsewhere_adds_and_does_not_overwrite(refs: Path) -> None:
    other = replace(PEREZ, year=2023, title="Discovering language model behaviors.", venue="ACL", extra=FrozenMap({"key": "perez"}))
    done = pc.Catalog([other]).write(refs, update=True)
    assert diff(KEPT, refs.read_text("utf-8")) == ["+\t, journal={ACL}"] or diff(KEPT, refs.read_text("utf-8")) == [
        "+\t, howpublished={ACL}"
    ]
    assert [(issue.code, issue.raw) for issue in done.issues] == [("value-kept", "2023")]
    assert done.issues[0].source
    assert done.issues[0].source.line == KEPT[: KEPT.index("year=2022\n\t}")].count("\n") + 1


def test_what_a_merge_set_aside_stays(refs: Path) -> None:
    longer = replace(PEREZ, title="Discovering Language Model Behaviors with Model-Written Evaluations", arxiv="2212.09251")
    refs.write_text(KEPT.replace("\t, year=2022", "\t, year=2022, eprint={2212.09251}"), "utf-8")
    before = refs.read_text("utf-8")
    joined = (pc.read(refs) + pc.Catalog([longer])).dedup()
    done = joined.write(refs, update=True)
    assert "Model-Written" in str(joined["perez"].title)
    assert "Model-Written" not in refs.read_text("utf-8")
    assert [line for line in diff(before, refs.read_text("utf-8")) if line[0] == "-"] == []
    assert [issue.code for issue in done.issues if "title" in issue.message] == ["value-kept"]


def test_what_the_person_wrote_since_the_catalog_was_read_stays(refs: Path) -> None:
    cat = changed(refs, "Discovering", venue="ACL")
    refs.write_text(KEPT.replace("year=2022\n\t}", "year=2023\n\t}"), "utf-8")
    done = cat.write(refs, update=True)
    assert "\t, year=2023\n" in refs.read_text("utf-8")
    assert [(issue.code, issue.raw) for issue in done.issues] == [("value-kept", "2022")]


def test_an_entry_that_the_catalog_lacks_stays_and_a_field_too(refs: Path) -> None:
    done = pc.Catalog([Paper(title="Constitutional AI", extra=FrozenMap({"key": "bai22"}))]).write(refs, update=True)
    assert refs.read_bytes() == KEPT.encode()
    assert done.issues == ()


def test_a_broken_entry_stays_and_is_told(refs: Path) -> None:
    done = changed(refs, "Without an End", venue="ACL").write(refs, update=True)
    assert refs.read_bytes() == KEPT.encode()
    assert [issue.code for issue in done.issues] == ["value-kept"]
    assert "broken22" in done.issues[0].message


@pytest.mark.parametrize(
    ("text", "options", "written"),
    [
        ("@online{a, title = {T}, date = {2022-12-15}}\n", {}, {"date", "eprinttype"}),
        ("@article{a, title = {T}, journaltitle = {J}, date = {2022}}\n", {}, {"date", "eprinttype"}),
        ("@article{a, title = {T}, journaltitle = {J}, date = {2022}}\n", {"biblatex": False}, {"year", "archiveprefix"}),
        ("@article{a, title = {T}, journal = {CoRR}, year = {2022}, eprinttype = {arXiv}}\n", {}, {"year", "archiveprefix"}),
        ("@misc{a, title = {T}}\n", {}, {"year", "archiveprefix"}),
        ("@misc{a, title = {T}}\n", {"biblatex": True}, {"date", "eprinttype"}),
        ("@comment{jabref-meta: databaseType:biblatex;}\n@misc{a, title = {T}, year = 2022}\n", {}, {"date", "eprinttype"}),
        ("@Comment{jabref-meta: databaseType:bibtex;}\n@online{a, title = {T}}\n", {}, {"year", "archiveprefix"}),
        ("", {}, {"year", "archiveprefix"}),
    ],
)
def test_new_entries_are_of_biblatex_where_the_file_is(text: str, options: dict[str, bool], written: set[str]) -> None:
    pieces = update(text.encode(), "refs.bib", [("hubinger24", SLEEPER)], options=options).pieces
    added = b"".join(pieces).decode()[len(text) :]
    assert {name for name in ("date", "eprinttype", "year", "archiveprefix") if f"{name} " in added} == written


def test_new_entries_come_last_and_look_like_the_others(refs: Path) -> None:
    done = pc.Catalog([replace(SLEEPER, arxiv=None, month=1)]).write(refs, update=True)
    assert done.added == ("hubinger2024sleeper",)
    assert sorted(diff(KEPT, refs.read_text("utf-8"))) == sorted(
        [
            "+",
            "+@misc{hubinger2024sleeper",
            "+\t, author={Hubinger, Evan}",
            "+\t, title={Sleeper Agents}",
            "+\t, year={2024}",
            "+\t, month=jan",
            "+\t}",
        ]
    )
    assert refs.read_text("utf-8").endswith("\t}\n\nLocal Variables: bibtex-dialect: biblatex\n")


def entry(key: str) -> str:
    return f"@Misc{{{key},\r\n    title = {{{key}}},\r\n    year  = 2020\r\n}}\r\n"


def test_a_file_in_the_order_of_its_keys_keeps_it(refs: Path) -> None:
    for keys in ("bcd", "jkl", "adh", "aik"):
        text = "\r\n".join(map(entry, keys))
        refs.write_bytes(text.encode())
        pc.Catalog([replace(SLEEPER, extra=FrozenMap({"key": "i2"}))]).write(refs, update=True)
        written = refs.read_bytes().decode()
        assert [one.key for one in parse_string(written).entries] == sorted([*keys, "i2"])
        assert written.count("\n") == written.count("\r\n")
        assert [line for line in diff(text, written) if line[0] == "-"] == []
        assert "    year          = {2024},\r\n" not in written
        assert "    year  = {2024},\r\n" in written


FILES = [
    "",
    "\n",
    "% nothing yet",
    "@comment{x}\n",
    "@misc{a}",
    "@misc{a,\n}",
    "@misc(a, title = {A})",
    "\ufeff@misc{a, title={A}}\r\n",
    "Dear all,\n",
]


@pytest.mark.parametrize("text", FILES)
def test_any_file_takes_a_new_entry(text: str) -> None:
    done = update(text.encode(), "refs.bib", [("sleeper", SLEEPER)])
    written = b"".join(done.pieces).decode()
    assert done.added == ("sleeper",)
    assert written.replace("\ufeff", "").startswith(text.replace("\ufeff", "").rstrip("\r\n"))
    library = parse_string(written.removeprefix("\ufeff"))
    assert "sleeper" in [one.key for one in library.entries]
    assert not library.failed_blocks
    assert update(written.encode(), "refs.bib", [("sleeper", SLEEPER)]).pieces == (written.encode(),)


@pytest.mark.parametrize(
    "text", ["@misc{sleeper}", "@misc{sleeper,}", "@misc{sleeper,\n}", "@misc( sleeper )", "@misc{sleeper, title = {}}"]
)
def test_an_empty_entry_is_filled(text: str) -> None:
    done = update(text.encode(), "refs.bib", [("sleeper", SLEEPER)])
    written = b"".join(done.pieces).decode()
    assert done.changed == ("sleeper",)
    assert pc.parse(written)[0].title == "Sleeper Agents"
    assert not [issue for issue in pc.parse(written).issues if issue.code == "entry-mended"]


def test_a_file_that_is_not_there_is_made(tmp_path: Path) -> None:
    done = pc.Catalog([SLEEPER]).write(tmp_path / "new.bib", update=True)
    assert done.added == ("hubinger2024sleeper",)
    assert pc.read(tmp_path / "new.bib")[0].title == "Sleeper Agents"


def test_a_key_that_the_file_has_is_given_letters(refs: Path) -> None:
    done = pc.Catalog([replace(SLEEPER, extra=FrozenMap({"key": "Bai22"}))]).write(refs, update=True)
    assert done.added[0].startswith("Bai22")
    assert done.added[0].lower() != "bai22"


def test_an_id_finds_an_entry_under_any_key(refs: Path) -> None:
    refs.write_text("@misc{mine,\n  title = {Sleeper},\n  eprint = {2401.05566v2}\n}\n", "utf-8")
    done = pc.Catalog([SLEEPER, replace(SLEEPER, title="Sleeper")]).write(refs, update=True)
    assert (done.added, done.changed) == ((), ("mine",))
    assert {issue.code for issue in done.issues} == {"value-kept", "maybe-duplicate"}


def test_title_and_authors_find_an_entry_unless_year_or_ids_differ(refs: Path) -> None:
    pairs = {"mine": PEREZ, "same": replace(PEREZ, year=None, venue="ACL"), "later": replace(PEREZ, year=2023)}
    refs.write_text("@misc{mine,\n  author = {Perez, E.},\n  title = {Discovering language model behaviors},\n  year = 2022\n}\n", "utf-8")
    for name, added, changed in (("same", (), ("mine",)), ("mine", (), ()), ("later", ("perez2023discovering",), ())):
        done = pc.Catalog([pairs[name]]).write(refs, update=True)
        assert (done.added, done.changed) == (added, changed)
    done = pc.Catalog([pc.read(refs)[0], PEREZ]).write(refs, update=True)
    assert (done.added, [issue.code for issue in done.issues]) == ((), ["maybe-duplicate"])


def test_a_new_entry_with_the_title_of_another_one_is_told(refs: Path) -> None:
    done = pc.Catalog([Paper(title="Attention is all you need", year=2030)]).write(refs, update=True)
    assert [issue.code for issue in done.issues] == ["maybe-duplicate"]
    assert done.added


DATES = [
    ("date = {2022-05-06}", {"year": 2023, "month": 7}, "date = {2023-07}"),
    ("date = {2022}", {"year": 2023}, "date = {2023}"),
    ("year = {to appear}", {"year": 2023}, "year = {2023}"),
    ("year = {}", {"year": 2023}, "year = {2023}"),
    ("title = {A}, subtitle = {B}", {"title": "C"}, "title = {A}, subtitle = {B}"),
    ("title = {A}, title = {B}", {"title": "C"}, "title = {A}, title = {B}"),
    ('title = "A" # " or " # b', {"title": "Cats"}, "title = {Cats}"),
    ('title = "A"', {"title": 'Cats "of" old'}, 'title = {Cats "of" old}'),
    ("journaltitle = {A}, title = {B}", {"venue": "C"}, "journaltitle = {C}, title = {B}"),
]


@pytest.mark.parametrize(("fields", "values", "wanted"), DATES, ids=[row[0] for row in DATES])
def test_a_value_stands_where_the_person_put_it(fields: str, values: dict[str, object], wanted: str, refs: Path) -> None:
    refs.write_text(f"@misc{{a, {fields}, note = {{x}}}}\n", "utf-8")
    changed(refs, "", **values).write(refs, update=True)
    assert refs.read_text("utf-8") == f"@misc{{a, {wanted}, note = {{x}}}}\n"


CODECS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "latin-1", "cp1252"]


@pytest.mark.parametrize("codec", CODECS)
def test_the_encoding_stays(codec: str, refs: Path) -> None:
    text = "@misc{bøe,\r\n  title = {Grüße aus Ærø},\r\n  note = {naïve}\r\n}\r\n"
    refs.write_bytes(text.encode(codec))
    papers = [replace(pc.read(refs)[0], venue="Łódź Ærø"), replace(SLEEPER, title="Kočiský")]
    pc.Catalog(papers).write(refs, update=True)
    written = refs.read_bytes().decode(codec)
    assert [line for line in diff(text, written) if line[0] == "-"] == []
    assert {paper.venue for paper in pc.read(refs)} == {"Łódź Ærø", None}
    assert {paper.title for paper in pc.read(refs)} == {"Grüße aus Ærø", "Kočiský"}


def test_a_letter_that_the_file_cannot_hold_is_an_error_and_no_loss(refs: Path) -> None:
    data = "@misc{bøe, title = {Grüße}}".encode("latin-1")
    refs.write_bytes(data)
    with pytest.raises(pc.OutputError, match="convert it to UTF-8"):
        pc.Catalog([Paper(title="深度学习")]).write(refs, update=True)
    assert refs.read_bytes() == data


def test_stray_bytes_stay(refs: Path) -> None:
    data = "@misc{a, title = {Grüße über alles}, note = {x}}\n".encode() + b"% \xff\xfe\xe2\x82 stray\n"
    refs.write_bytes(data)
    changed(refs, "", year=2020).write(refs, update=True)
    assert refs.read_bytes() == data.replace(b"note =", b"year = {2020}, note =")


def test_what_is_no_text_is_refused(refs: Path) -> None:
    refs.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00")
    with pytest.raises(pc.OutputError, match="not a text file"):
        pc.Catalog([SLEEPER]).write(refs, update=True)


@pytest.mark.parametrize("fault", [OSError, KeyboardInterrupt])
def test_a_fault_while_writing_leaves_the_file_whole(fault: type[BaseException], refs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(fault):
        pc.Catalog([SLEEPER]).write(refs, update=True)
    assert refs.read_bytes() == KEPT.encode()
    assert [file.name for file in refs.parent.iterdir()] == ["refs.bib"]


def test_only_bibtex_can_be_updated(tmp_path: Path) -> None:
    with pytest.raises(pc.OutputError, match="only BibTeX"):
        pc.Catalog([SLEEPER]).write(tmp_path / "refs.json", update=True)


# -- any file, any catalog

SCRAPS = ["@misc{a, title = {A}, year = 2020}\n", "@misc{a,\n title={B},\n}", *'"{},@=é', "\r\n", "% ", "\xa0"]
PIECES = st.sampled_from([*KEPT.splitlines(keepends=True), *SCRAPS])
FILES_OF_ANY_KIND = st.lists(PIECES, max_size=12).map("".join) | st.just(KEPT)


@given(FILES_OF_ANY_KIND | st.text(max_size=60))
def test_what_was_read_from_a_file_changes_no_byte_of_it(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.mktemp("any") / "refs.bib"
    data = text.encode("utf-8", "surrogatepass")
    file.write_bytes(data)
    done = unless_refused(lambda: pc.read(file).write(file, update=True))
    assert file.read_bytes() == data
    assert done is None or repr(done) == "<Update: 0 added, 0 changed, 0 issues>"


def unless_refused(write: Callable[[], pc.Update]) -> pc.Update | None:
    try:
        return write()
    except pc.OutputError:
        return None


@given(FILES_OF_ANY_KIND, st.lists(st.from_type(Paper), max_size=4))
def test_an_update_done_twice_changes_nothing_more(text: str, papers: list[Paper]) -> None:
    keyed = list(zip(pc.Catalog(papers).keys, papers, strict=True))
    once = b"".join(update(text.encode(), "refs.bib", keyed).pieces)
    again = update(once, "refs.bib", keyed)
    assert b"".join(again.pieces) == once


@given(st.lists(st.from_type(Paper), min_size=1, max_size=4))
def test_every_line_of_the_file_is_still_there(papers: list[Paper]) -> None:
    done = update(KEPT.encode(), "refs.bib", list(zip(pc.Catalog(papers).keys, papers, strict=True)))
    lines = b"".join(done.pieces).decode().split("\n")
    gone = [line for line in diff(KEPT, "\n".join(lines)) if line[0] == "-"]
    assert all("bai22" in line or not done.changed for line in gone)


def test_one_issue_is_one_issue(tmp_path: Path) -> None:
    file = tmp_path / "refs.bib"
    file.write_text("@misc{bai22, title={Constitutional AI}, eprint={2212.08073}, note={ask Ann}}", encoding="utf-8")
    other = pc.parse("@misc{bai22, title={Constitutional AI}, eprint={2212.08073}, note={50 pages}}")
    assert repr(other.write(file, update=True)) == "<Update: 0 added, 0 changed, 1 issue>"
