"""The command: what it writes where, and what it answers."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import papercat as pc
from papercat import cli
from papercat.readers import READERS
from papercat.writers import WRITERS

LISTING = "Constitutional AI\nBai, Yuntao, Kadavath, Saurav\nAs AI systems become more capable, we would like to enlist their help.\n"
DIARY = "What a day! We went to the sea and saw nothing of it.\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Write a listing in which there is nothing to notice."""
    file = tmp_path / "page.txt"
    file.write_text(LISTING, encoding="utf-8")
    return file


def give_stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def error(capsys: pytest.CaptureFixture[str]) -> str:
    """Give what was said on stderr, if that is one line and all."""
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert told.err.startswith("papercat: ")
    assert "Traceback" not in told.err
    return told.err


def test_the_main_job(raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(raw), "-o", "refs.bib"]) == 0
    text = (tmp_path / "refs.bib").read_text(encoding="utf-8")
    assert len(pc.parse(text)) == 16
    assert text == pc.read(raw).dedup().to_bibtex()
    told = capsys.readouterr()
    assert told.out == ""
    for word in (
        "abstracts-with-ids.txt: abstracts, 7 papers",
        "askell-listing.txt: listing, 10 papers",
        "bytes-restored",
        "Karakaş",
        "heading",
    ):
        assert word in told.err
    assert "16 papers of 17 records written to refs.bib" in told.err


def test_without_an_output_nothing_is_written(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(page)]) == 0
    assert [file.name for file in tmp_path.iterdir()] == ["page.txt"]
    assert "-o FILE" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["-q", "--quiet"])
def test_quiet_says_nothing(page: Path, option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(page), option, "-o", "refs.bib"]) == 0
    assert capsys.readouterr() == ("", "")


# -- formats


@pytest.mark.parametrize(
    ("arguments", "begin"),
    [
        (["-o", "refs.bib"], "@misc"),
        (["-o", "refs.json"], "["),
        (["-o", "refs.txt", "--format", "json"], "["),
        (["-o", "refs.json", "--format", "bibtex"], "@misc"),
        (["-o", "REFS.BIB"], "@misc"),
    ],
    ids=["bib", "json", "json in txt", "bibtex in json", "capitals"],
)
def test_suffix_or_option_tells_the_format(page: Path, arguments: list[str], begin: str) -> None:
    assert cli.main([str(page), "-q", *arguments]) == 0
    assert Path(arguments[1]).read_text(encoding="utf-8").startswith(begin)


@pytest.mark.parametrize(("arguments", "begin"), [([], "@misc"), (["--format", "json"], "["), (["--format", "bibtex"], "@misc")])
def test_a_minus_is_standard_output(
    page: Path, arguments: list[str], begin: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([str(page), "-o", "-", *arguments]) == 0
    told = capsys.readouterr()
    assert told.out.startswith(begin)
    assert "standard output" in told.err
    assert not (tmp_path / "-").exists()


@pytest.mark.parametrize("data", [LISTING.encode(), LISTING.encode("utf-16")], ids=["UTF-8", "UTF-16"])
def test_a_minus_is_standard_input(data: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    give_stdin(monkeypatch, data)
    assert cli.main(["-", "-o", "-", "--format", "json"]) == 0
    told = capsys.readouterr()
    assert [paper["title"] for paper in json.loads(told.out)] == ["Constitutional AI"]
    assert told.err.startswith("stdin: listing, 1 paper,")


def test_the_format_to_read_can_be_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.txt").write_text("Bai, Yuntao\nConstitutional AI", encoding="utf-8")
    assert cli.main(["page.txt", "--from", "listing"]) == 0
    assert "page.txt: listing" in capsys.readouterr().err


# -- options


def test_no_dedup_keeps_every_record(raw: Path) -> None:
    assert cli.main([str(raw), "-q", "--no-dedup", "-o", "all.json"]) == 0
    assert len(pc.read("all.json")) == 17


def test_strict_answers_1_for_any_issue_and_still_writes(raw: Path, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(raw), "--strict", "-o", "refs.bib"]) == 1
    assert len(pc.read("refs.bib")) == 16
    assert cli.main([str(raw)]) == 0
    assert cli.main([str(page), "--strict"]) == 0
    assert "bytes-restored" in capsys.readouterr().err


def test_the_summary_as_json(raw: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(raw), "--json", "-o", "refs.bib"]) == 0
    told = capsys.readouterr()
    data = json.loads(told.out)
    assert (data["papers_read"], data["papers"], data["output"]) == (17, 16, "refs.bib")
    assert len(data["untitled"]) == 6
    assert [merge["records"] for merge in data["merges"]] == [2]
    assert {(Path(one["name"]).name, one["format"], one["papers"]) for one in data["inputs"]} == {
        ("askell-listing.txt", "listing", 10),
        ("abstracts-with-ids.txt", "abstracts", 7),
    }
    assert {"bytes-restored", "bytes-inferred", "heading"} <= {issue["code"] for issue in data["issues"]}
    assert all(set(issue) == {"code", "kind", "message", "at", "raw"} for issue in data["issues"])
    assert told.err == ""


def test_a_person_overrules_an_inference(raw: Path, page: Path) -> None:
    assert cli.main([str(page), str(raw), "-q", "--fix", "Karakaล=Karakas", "--fix", "Kocoล=Kocoł", "-o", "refs.json"]) == 0
    names = {str(author) for paper in pc.read("refs.json") for author in paper.authors}
    assert {"Ayla Karakas", "Jan Kocoł"} <= names


def test_a_fix_that_is_used_in_one_file_is_not_told_unused_for_another(raw: Path, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(page), str(raw), "--json", "--fix", "Karakaล=Karakaş"]) == 0
    issues = json.loads(capsys.readouterr().out)["issues"]
    assert {issue["code"] for issue in issues if "Karaka" in issue["message"]} == {"fixed-by-user"}


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"papercat {pc.__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [[], ["page.txt", "--nonsense"], ["page.txt", "-o"], ["page.txt", "--fix", "Karakaล"]],
    ids=["no path", "no such option", "no file", "half a fix"],
)
def test_a_command_that_makes_no_sense_is_2(arguments: list[str], page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert page.exists()
    with pytest.raises(SystemExit) as caught:
        cli.main(arguments)
    assert caught.value.code == 2
    assert "usage: papercat" in capsys.readouterr().err


# -- what cannot be read or written


@pytest.mark.parametrize("arguments", [["missing.txt"], ["missing/"], ["page.txt", "missing.txt", "-o", "refs.bib"]])
def test_a_missing_file_is_2_and_one_clear_line(arguments: list[str], page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(arguments) == 2
    assert error(capsys) == f"papercat: {'missing' if arguments == ['missing/'] else 'missing.txt'}: No such file or directory\n"
    assert not (page.parent / "refs.bib").exists()


def test_an_empty_path_is_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([""]) == 2
    assert error(capsys)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is unreadable to the superuser")
def test_an_unreadable_file_is_2(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page.chmod(0)
    assert cli.main([str(page)]) == 2
    assert "Permission denied" in error(capsys)


def test_a_file_that_fails_while_it_is_read_is_2(page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(path: Path, _: str) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", fail)
    assert cli.main([str(page)]) == 2
    assert error(capsys) == f"papercat: {page}: Permission denied\n"


@pytest.mark.parametrize("name", ["diary.txt", "./diary.txt", "sub/../diary.txt", "sub//../diary.txt", ".//diary.txt"])
def test_a_named_file_of_no_known_format_is_2(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "diary.txt").write_text(DIARY, encoding="utf-8")
    (tmp_path / "sub").mkdir()
    assert cli.main([name, "-o", "refs.bib"]) == 2
    assert "diary.txt" in error(capsys)
    assert not (tmp_path / "refs.bib").exists()


def test_a_picture_is_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "figure.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01")
    assert cli.main(["figure.png"]) == 2
    assert error(capsys) == "papercat: figure.png: not a text file\n"


def test_standard_input_of_no_known_format_is_2(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    give_stdin(monkeypatch, DIARY.encode())
    assert cli.main(["-"]) == 2
    assert "stdin" in error(capsys)


def test_in_a_folder_it_is_an_issue(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "diary.txt").write_text(DIARY, encoding="utf-8")
    assert cli.main([str(tmp_path), "-o", "refs.bib"]) == 0
    told = capsys.readouterr().err
    assert "file-skipped" in told
    assert page.name in told
    assert len(pc.read(tmp_path / "refs.bib")) == 1
    assert cli.main([str(tmp_path), "-q", "--strict"]) == 1


@pytest.mark.parametrize("name", ["README.md", "readme.txt", "README", ".hidden.txt", ".git/page.txt"])
def test_a_readme_or_hidden_file_of_a_folder_is_not_read(name: str, page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / name
    other.parent.mkdir(exist_ok=True)
    other.write_text(LISTING.replace("Constitutional", "Hidden"), encoding="utf-8")
    assert cli.main([str(tmp_path), "--strict", "--json"]) == 0
    assert [Path(one["name"]).name for one in json.loads(capsys.readouterr().out)["inputs"]] == [page.name]


def test_a_readme_that_is_named_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "README.txt").write_text(LISTING, encoding="utf-8")
    assert cli.main(["README.txt"]) == 0
    assert "README.txt: listing, 1 paper," in capsys.readouterr().err


def test_an_empty_file_and_an_empty_folder_are_no_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty.txt").touch()
    assert cli.main(["empty", "-o", "none.bib"]) == 0
    assert (tmp_path / "none.bib").read_text(encoding="utf-8") == ""
    assert cli.main(["empty.txt"]) == 0
    assert "file-empty" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-o", "refs.docx"], "no writer"),
        (["-o", "refs"], "no writer"),
        (["-o", "missing/refs.bib"], "No such file or directory"),
        (["-o", "folder.bib"], "Is a directory"),
        (["--from", "docx"], "no format 'docx'"),
        (["--format", "docx"], "no writer"),
        (["--json", "-o", "-"], "standard output"),
    ],
    ids=["suffix", "no suffix", "no folder", "a folder", "no reader", "no format", "both to stdout"],
)
def test_what_cannot_be_done_is_2_and_one_clear_line(
    arguments: list[str], told: str, page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder.bib").mkdir()
    assert cli.main([str(page), *arguments]) == 2
    assert told in error(capsys)


def test_stopping_is_said_in_one_line(page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "open", stop)
    assert cli.main([str(page), "-o", "refs.bib"]) == 130
    assert "stopped" in error(capsys)
    assert not (page.parent / "refs.bib").exists()


# -- the bar


class Clock:
    """A clock on which every look costs a second."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        self.now += 1.5
        return self.now


@pytest.mark.parametrize("terminal", [True, False], ids=["terminal", "file"])
def test_a_bar_shows_on_a_terminal_alone_and_goes_away(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, terminal: bool
) -> None:
    monkeypatch.setattr("papercat.cli.time", Clock())
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    assert cli.main([str(page), str(page), "-q"]) == 0
    told = capsys.readouterr().err
    assert ("%" in told) is terminal
    assert told.endswith("\r\x1b[K") is terminal


def test_no_bar_for_quick_work(page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert cli.main([str(page), "-q"]) == 0
    assert capsys.readouterr().err == ""


# -- as a program


def test_it_runs_as_a_module_and_writes_utf_8_whatever_the_terminal(raw: Path, one: pc.Catalog) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-m", "papercat", str(raw), "-o", "-"], capture_output=True, check=False, env=environment, timeout=60
    )
    assert done.returncode == 0
    assert done.stdout.decode("utf-8") == one.to_bibtex()
    assert b"16 papers of 17 records written to standard output" in done.stderr


# -- joining, with a person's decisions

AGENTS = "Sleeper Agents: Training Deceptive LLMs that Persist Through Safety Training"
PAIR = f"@misc{{h24, title = {{{AGENTS}}}, year = 2024}}\n@misc{{todo, title = {{{AGENTS.lower()}}}}}\n"


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    """Write two entries that may be one paper."""
    file = tmp_path / "refs.bib"
    file.write_text(PAIR, encoding="utf-8")
    return file


def test_what_may_be_one_paper_goes_to_a_table_and_comes_back_decided(
    pair: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([str(pair), "--review", "review.csv"]) == 0
    assert "may be one paper: 1 pair, left apart" in capsys.readouterr().err
    table = tmp_path / "review.csv"
    table.write_text(table.read_text(encoding="utf-8-sig").replace("\n,", "\nsame,", 1), encoding="utf-8")
    assert cli.main([str(pair), "--decisions", "review.csv", "--json", "-o", "one.json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["papers"], told["merges"][0]["bits"]) == (1, None)
    assert "as you decided" in told["merges"][0]["explanation"]
    # and again: what was decided stays in the table
    assert cli.main([str(pair), "-q", "--decisions", "review.csv", "--review", "review.csv"]) == 0
    assert "\nsame," in table.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--no-dedup", "--review", "review.csv"], "--no-dedup"),
        (["--no-dedup", "--decisions", "review.csv"], "--no-dedup"),
        (["--decisions", "nothing.csv"], "nothing.csv: No such file"),
        (["--decisions", "refs.bib"], "refs.bib: no line with the columns"),
        (["--review", "refs.bib"], "refs.bib: no line with the columns"),
        (["--review", "nowhere/review.csv"], "No such file"),
    ],
)
def test_a_table_that_cannot_be_used_stops_the_command(
    pair: Path, tmp_path: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([str(pair), *arguments, "-o", "one.bib"]) == 2
    assert told in error(capsys)
    assert not (tmp_path / "one.bib").exists()
    assert pair.read_text(encoding="utf-8") == PAIR


def test_a_level_is_one_of_two(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(pair), "-q", "--same", "record"]) == 0
    with pytest.raises(SystemExit):
        cli.main([str(pair), "--same", "paper"])
    assert "invalid choice" in capsys.readouterr().err


def test_update_adds_to_a_file_and_leaves_the_rest(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = "% mine\n@misc{askell21, title = {A General Language Assistant}}\n"
    (tmp_path / "refs.bib").write_text(kept, encoding="utf-8")
    assert cli.main([str(page), "-o", "refs.bib", "--update", "-q"]) == 0
    text = (tmp_path / "refs.bib").read_text(encoding="utf-8")
    assert text.startswith(kept)
    assert "@misc{baiconstitutional" in text
    assert cli.main(["refs.bib", str(page), "-o", "refs.bib", "--update", "--json"]) == 0
    assert (tmp_path / "refs.bib").read_text(encoding="utf-8") == text
    assert json.loads(capsys.readouterr().out)["output"] == "refs.bib"


def test_an_update_tells_what_it_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "refs.bib").write_text("@misc{a, title = {Sleeper Agents}, year = 2023, eprint = {2401.05566}}\n", encoding="utf-8")
    (tmp_path / "new.bib").write_text("@misc{a, title = {Sleeper Agents}, year = 2024, eprint = {2401.05566}}\n", encoding="utf-8")
    assert cli.main(["new.bib", "-o", "refs.bib", "--update", "--strict"]) == 1
    assert "value-kept" in capsys.readouterr().err


def test_keys_by_a_pattern_and_only_what_is_cited(page: Path, tmp_path: Path) -> None:
    (tmp_path / "more.bib").write_text("@misc{perez22, title = {Red Teaming}}", encoding="utf-8")
    (tmp_path / "paper.tex").write_text(r"\cite{Bai:Constitutional,perez22}", encoding="utf-8")
    call = [str(page), "more.bib", "-q", "-o", "refs.bib", "--keys", "{auth}:{veryshorttitle}"]
    assert cli.main(call) == 0
    assert pc.read("refs.bib").keys == ("Bai:Constitutional", "perez22")
    (tmp_path / "paper.tex").write_text(r"\cite{perez22}", encoding="utf-8")
    assert cli.main([*call, "--cited-in", "paper.tex"]) == 0
    assert pc.read("refs.bib").keys == ("perez22",)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--update"], "--update wants a file"),
        (["--update", "-o", "-"], "--update wants a file"),
        (["--update", "-o", "refs.json"], "only BibTeX can be updated"),
        (["--keys", "{autor}"], "no word 'autor'"),
        (["--keys", ""], "no word that tells"),
        (["--cited-in", "none.tex"], "none.tex: No such file"),
    ],
)
def test_options_that_do_not_go_together(options: list[str], told: str, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(page), *options]) == 2
    assert told in error(capsys)


# -- what is wrong is told before the work


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-o", "nowhere/refs.bib"], "nowhere: No such file or directory"),
        (["-o", "refs.bib", "--review", "nowhere/review.csv"], "nowhere: No such file or directory"),
        (["-o", "refs.bib", "--report", "nowhere/report.html"], "nowhere: No such file or directory"),
        (["-o", "refs.bib", "--decisions", "review.csv"], "review.csv: No such file or directory"),
        (["-o", "refs.bib", "--cited-in", "paper.tex"], "paper.tex: No such file or directory"),
        (["-o", "refs"], "no writer for a file name without a suffix; known are bibtex"),
        (["-o", "."], "papercat: .: Is a directory"),
        (["-o", "refs.bib", "--report", "."], "papercat: .: Is a directory"),
        (["-o", "refs.bib", "--review", "."], "papercat: .: Is a directory"),
    ],
    ids=lambda value: value[-2] if isinstance(value, list) else "",
)
def test_what_is_missing_is_told_before_anything_is_read(
    arguments: list[str], told: str, page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "_read", lambda *_: pytest.fail("read"))
    assert cli.main([str(page), *arguments]) == 2
    assert told in error(capsys)
    assert not (page.parent / "refs.bib").exists()


def test_a_report_beside_the_bibliography(page: Path) -> None:
    assert cli.main([str(page), "-q", "-o", "refs.bib", "--report", "report.html"]) == 0
    assert "Constitutional AI" in (page.parent / "report.html").read_text(encoding="utf-8")


def test_a_reference_list_in_a_style(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("citeproc")
    assert cli.main([str(page), "-q", "-o", "-", "--format", "markdown", "--style", "ieee"]) == 0
    assert capsys.readouterr().out.startswith("- [1] Y. Bai and S. Kadavath")


def test_a_style_is_for_reference_lists(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(page), "-q", "-o", "refs.csv", "--style", "ieee"]) == 2
    assert error(capsys) == "papercat: csv has no option 'style'; it has none\n"
    assert cli.main([str(page), "-q", "-o", "refs.md", "--profile", "latex"]) == 2
    assert error(capsys) == "papercat: markdown has no option 'profile'; known are style, locale\n"


# -- files that the run itself writes


def test_what_a_run_writes_beside_its_result_is_no_input_of_the_next(
    pair: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path.parent / f"{tmp_path.name}.csv"
    run = [".", "-o", str(out), "--review", "review.csv", "--report", "report.html"]
    assert cli.main(run) == 0
    first = capsys.readouterr().err
    assert "not read" not in first
    before = out.read_bytes()
    assert cli.main(run) == 0
    second = capsys.readouterr().err
    for name in ("review.csv", "report.html"):
        assert f"{name}: not read, for an option names it\n" in second
    assert [line for line in second.splitlines() if "not read, for" not in line] == first.splitlines()
    assert out.read_bytes() == before
    # what is left is nothing, and that is no error
    pair.unlink()
    assert cli.main(run) == 0


def test_an_output_in_a_folder_that_is_read_loses_nothing(pair: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "new.bib").write_text("@misc{bai22, title={Constitutional AI: Harmlessness from AI Feedback}}", encoding="utf-8")
    assert cli.main([".", "-o", "refs.bib"]) == 0
    assert "refs.bib: read and written, so what it holds stays" in capsys.readouterr().err
    assert len(pc.read(pair)) == 3
    assert cli.main([".", "-o", "all.bib"]) == 0
    assert "read and written" not in capsys.readouterr().err
    assert cli.main([".", "-o", "all.bib"]) == 0
    assert "all.bib: read and written" in capsys.readouterr().err


def test_a_file_that_is_named_is_an_input_though_it_is_written(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["refs.bib", "-o", "refs.bib"]) == 0
    assert "2 papers written" in capsys.readouterr().err
    assert len(pc.read(pair)) == 2


def test_a_file_that_is_brought_up_to_date_is_known(pair: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "new.bib").write_text("@misc{bai22, title={Constitutional AI: Harmlessness from AI Feedback}}", encoding="utf-8")
    assert cli.main([".", "-o", "refs.bib", "--update"]) == 0
    assert "refs.bib: bibtex, 2 papers" in capsys.readouterr().err
    assert pair.read_text(encoding="utf-8").startswith(PAIR)
    assert len(pc.read(pair)) == 3


def test_help_names_every_format() -> None:
    assert set(cli.READ) == set(READERS)
    assert set(cli.WRITTEN) == {*WRITERS, "jsonl"}


# -- standard output that does not take it


@pytest.mark.parametrize("options", [["-o", "-"], ["--json"]])
def test_a_reader_that_goes_away_is_no_fault(page: Path, options: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-m", "papercat", str(page), "-q", *options], stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_told(page: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(  # noqa: S603  our own program
            [sys.executable, "-m", "papercat", str(page), "-q", "-o", "-"], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert done.returncode == 2
    assert done.stderr == b"papercat: standard output: No space left on device\n"


# -- standard streams that are closed, as those of a service may be


@pytest.mark.parametrize(
    ("stream", "arguments", "told"),
    [
        ("stdin", ["-"], "standard input is closed"),
        ("stdout", ["page.txt", "-q", "-o", "-"], "standard output is closed"),
        ("stdout", ["page.txt", "-q", "--json"], "standard output is closed"),
    ],
)
@pytest.mark.usefixtures("page")
def test_a_closed_stream_is_told(
    stream: str, arguments: list[str], told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, stream, None)
        assert cli.main(arguments) == 2
    assert told in error(capsys)


def test_nobody_hears_where_standard_error_is_closed(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.main([str(page), "-o", "refs.bib"]) == 0
    assert len(pc.read("refs.bib")) == 1
    assert cli.main(["nowhere.txt"]) == 2


# -- a file that is read and written


@pytest.mark.parametrize("kept", [f"% read these first\n{PAIR}", f"@string{{acl = {{ACL}}}}\n{PAIR}", f'{PAIR}@misc{{"\n'])
def test_what_is_no_paper_is_not_written_over(pair: Path, kept: str, capsys: pytest.CaptureFixture[str]) -> None:
    pair.write_text(kept, encoding="utf-8")
    assert cli.main(["./refs.bib", "-o", "refs.bib"]) == 2
    assert "would be lost (refs.bib:" in (told := error(capsys))
    assert "--update" in told
    assert pair.read_text(encoding="utf-8") == kept
    assert cli.main(["refs.bib", "-q", "-o", "other.bib"]) == 0
    assert cli.main(["refs.bib", "-q", "-o", "refs.bib", "--update"]) == 0
    assert pair.read_text(encoding="utf-8") == kept


@pytest.mark.parametrize("name", ["all.csv", "all.ris", "all.csl.json", "all.json", "all.jsonl"])
def test_the_output_of_the_last_run_is_in_nobodys_way(page: Path, tmp_path: Path, name: str) -> None:
    assert page.exists()
    assert cli.main([".", "-q", "-o", name]) == 0
    assert cli.main([".", "-q", "-o", name]) == 0
    assert len(pc.read(tmp_path / name)) >= 1
