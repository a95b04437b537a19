"""The pages agree with the code, with each other, and with a shell."""

import doctest
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from papercat.models import KINDS
from papercat.readers import READERS, PieceReader

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
README = ROOT / "README.md"
ALL = [*PAGES, *([README] if README.exists() else [])]
ROW = re.compile(r"^\| `(?P<code>[a-z-]+)` \| (?P<kind>[a-z]+) \|", re.MULTILINE)
TOCTREE = re.compile(r"^```\{toctree\}\n(?P<body>.*?)^```", re.MULTILINE | re.DOTALL)
FENCE = re.compile(r"^```(?P<language>\S*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)(?P<target>[^)#\s]+)(?:#[^)]*)?\)")
# a folder below the root of a file system, or a drive
MACHINE = re.compile(r"(?<![\w.:/<])/[A-Za-z]\w*/|\b[A-Z]:\\")
SHELL = pytest.mark.skipif(sys.platform == "win32", reason="the console examples are for a POSIX shell")


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def test_every_reader_has_its_section() -> None:
    sections = re.findall(r"^## `([a-z-]+)`( ◆)?$", (DOCS / "formats.md").read_text("utf-8"), re.MULTILINE)
    assert {name: bool(mark) for name, mark in sections} == {name: isinstance(reader, PieceReader) for name, reader in READERS.items()}


def fences(page: Path, language: str) -> list[str]:
    return [match["body"] for match in FENCE.finditer(page.read_text("utf-8")) if match["language"] == language]


def entries(page: Path) -> Iterator[Path]:
    """Give the pages in the toctrees of a page; a notebook has none."""
    trees = TOCTREE.finditer(page.read_text("utf-8")) if page.suffix == ".md" else ()
    for line in (line for tree in trees for line in tree["body"].splitlines() if line and line[0] != ":"):
        notebook = (page.parent / f"{line}.ipynb").resolve()
        yield notebook if notebook.exists() else notebook.with_suffix(".md")


def reachable(page: Path, seen: set[Path]) -> set[Path]:
    for entry in entries(page):
        if entry not in seen:
            seen.add(entry)
            reachable(entry, seen)
    return seen


def test_every_issue_code_is_documented_with_its_kind_and_no_other() -> None:
    rows = ROW.findall((DOCS / "issues.md").read_text("utf-8"))
    assert dict(rows) == KINDS
    assert [code for code, _ in rows] == sorted(KINDS)


def test_the_changelog_counts_the_codes() -> None:
    assert f"{len(KINDS)} stable issue codes" in (DOCS / "changelog.md").read_text("utf-8")


def test_every_page_is_in_a_toctree() -> None:
    index = (DOCS / "index.md").resolve()
    assert reachable(index, {index}) == {page.resolve() for page in (*PAGES, *DOCS.rglob("notebooks/*.ipynb"))}


@pytest.mark.parametrize("page", ALL, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = [page.parent / match["target"] for match in LINK.finditer(page.read_text("utf-8"))]
    assert [target for target in targets if not target.exists()] == []


@pytest.mark.parametrize("page", ALL, ids=name)
def test_no_page_names_a_path_of_a_machine(page: Path) -> None:
    assert MACHINE.findall(page.read_text("utf-8")) == []


@pytest.mark.parametrize("text", ["see /home/someone/refs.bib", "in `/tmp/x`", r"C:\papers"])
def test_a_path_of_a_machine_is_seen(text: str) -> None:
    assert MACHINE.search(text)


@pytest.mark.parametrize("text", ["data/raw", "https://arxiv.org/abs/2212.09251", "hep-th/9711200", "docs/tmp/x"])
def test_other_paths_pass(text: str) -> None:
    assert not MACHINE.search(text)


@pytest.mark.parametrize("page", ALL, ids=name)
def test_examples_end_before_their_fence(page: Path) -> None:
    # without an empty line doctest takes the fence for output
    examples = [body for body in fences(page, "python") if ">>>" in body]
    assert [body for body in examples if not body.endswith("\n\n")] == []


@SHELL
@pytest.mark.parametrize("page", [page for page in ALL if fences(page, "console")], ids=name)
def test_console_examples_say_what_happens(page: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data" / "raw", tmp_path / "data" / "raw")
    environment = _environment(tmp_path / "bin")
    for body in fences(page, "console"):
        for command, wanted in _commands(body):
            done = subprocess.run(  # noqa: S603  the pages are our own
                ["/bin/sh", "-c", command],
                cwd=tmp_path,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                check=False,
            )
            assert doctest.OutputChecker().check_output(wanted, done.stdout, doctest.ELLIPSIS), f"{command}\n{done.stdout}"


def _commands(body: str) -> Iterator[tuple[str, str]]:
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, wanted = part.partition("\n")
        yield command, wanted.rstrip("\n") + "\n" if wanted.strip() else ""


def _environment(folder: Path) -> dict[str, str]:
    """Put `python` and `papercat` on the path, as they are where the tests run."""
    folder.mkdir()
    for command, call in (("python", sys.executable), ("papercat", f"{sys.executable} -m papercat")):
        script = folder / command
        script.write_text(f'#!/bin/sh\nexec {call} "$@"\n', encoding="utf-8")
        script.chmod(0o755)
    return {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "PYTHONUTF8": "1"}
