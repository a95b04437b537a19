"""A small fixed set of hard papers through the real programs, on every run; docs/explain/export.md has the table of the full bench."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from papercat import Author, Catalog, Paper
from papercat.models import FrozenMap

PDFLATEX, BIBTEX, BIBER, PANDOC = (shutil.which(name) for name in ("pdflatex", "bibtex", "biber", "pandoc"))
PEREZ = Author(family="Perez", given="Ethan")
# Latin letters only: what pdflatex can set
LATIN = (
    Paper(
        title="Discovering Language Model Behaviors with LLMs & R&D at 5%: $L^2$ of $\\mathcal{O}(n)$",
        authors=(PEREZ, Author(family="Lukošiūtė", given="Kamilė"), Author(family="Beethoven", particle="van", given="Ludwig")),
        arxiv="2212.09251",
        year=2022,
        month=12,
        extra=FrozenMap({"primaryclass": "cs.CL"}),
    ),
    Paper(
        title="Żółć of {a, b}, 2^10 ~ x_1 # “quotes” – and --- dashes",
        authors=(Author(family="hooks", given="bell"), Author(literal="Barnes and Noble, Inc."), Author(family="Mausam")),
        venue="Proceedings of the Test & Trial Workshop",
        pages="1–9",
        year=2020,
        type="inproceedings",
        doi="10.1002/(sici)1097(199906)50:8<1::aid>3.0.co;2-x",
    ),
    Paper(
        title=r"Evil}, author={x} \input{/etc/passwd} $\csname$ \write18{x}",
        authors=(Author(family="King", suffix="Jr.", given="Martin Luther"), Author(family="Żyła-Hoppe", given="Ann")),
        venue="Science & Nature",
        volume="3",
        year=2019,
        url="https://example.org/~u/a_b?c=50%25&d=#top",
        comment="100% { lone",
    ),
    Paper(title="A Clean Title", authors=(PEREZ,), year=2021, url="https://example.org/clean"),
)
WORLD = (
    *LATIN,
    Paper(
        title="王 on Ελλάς",
        authors=(Author(family="王", given="小明"), Author(family="Иванов", given="Иван")),
        arxiv="2401.05566",
        year=2024,
    ),
)


def run(*command: str, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, check=False, timeout=120)  # noqa: S603  a fixed program
    return (done.stdout + done.stderr).decode("utf-8", "replace")


def written(tmp_path: Path, papers: tuple[Paper, ...], **options: Any) -> Catalog:  # noqa: ANN401  those of write
    catalog = Catalog(papers)
    catalog.write(tmp_path / "refs.bib", **options)
    return catalog


@pytest.mark.skipif(not (PDFLATEX and BIBTEX), reason="pdflatex and bibtex are not both installed")
@pytest.mark.parametrize("style", ["plain", "abbrv", "alpha", "apalike"])
def test_bibtex_and_pdflatex_set_every_entry(style: str, tmp_path: Path) -> None:
    catalog = written(tmp_path, LATIN, profile="latex")
    assert (tmp_path / "refs.bib").read_text("utf-8").isascii()
    head = "\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage{textcomp,amssymb,url}\\nonstopmode\n"
    body = f"\\begin{{document}}\\nocite{{*}}\\bibliographystyle{{{style}}}\\bibliography{{refs}}\\end{{document}}\n"
    (tmp_path / "a.tex").write_text(head + body, encoding="ascii")
    run(str(PDFLATEX), "-draftmode", "-no-shell-escape", "a.tex", cwd=tmp_path)
    told = run(str(BIBTEX), "a", cwd=tmp_path)
    assert "Warning--" not in told
    assert "error" not in told
    made = (tmp_path / "a.bbl").read_text(encoding="latin-1")
    assert made.count("\\bibitem") == len(catalog)
    assert "arXiv:2212.09251" in made
    assert "{LLM}s" in made or "{LLMs}" in made
    run(str(PDFLATEX), "-draftmode", "-no-shell-escape", "a.tex", cwd=tmp_path)
    assert re.findall(r"^! .*", (tmp_path / "a.log").read_text(encoding="latin-1"), re.MULTILINE) == []


@pytest.mark.skipif(not BIBER, reason="biber is not installed")
@pytest.mark.parametrize("biblatex", [False, True], ids=["bibtex", "biblatex"])
def test_biber_reads_every_entry_without_a_warning(biblatex: bool, tmp_path: Path) -> None:  # noqa: FBT001  a case
    catalog = written(tmp_path, WORLD, biblatex=biblatex)
    told = run(str(BIBER), "--tool", "--validate-datamodel", "--output-file", "out.bib", "refs.bib", cwd=tmp_path)
    assert [line for line in told.splitlines() if not line.startswith("INFO")] == []
    made = (tmp_path / "out.bib").read_text(encoding="utf-8")
    assert set(re.findall(r"^@\w+\{([^,]+),", made, re.MULTILINE)) == set(catalog.keys)
    assert "王" in made


@pytest.mark.skipif(not PANDOC, reason="pandoc is not installed")
@pytest.mark.parametrize("profile", ["unicode", "no-tex"])
def test_pandoc_reads_what_was_written(profile: str, tmp_path: Path) -> None:
    catalog = written(tmp_path, WORLD, profile=profile)
    told = json.loads(run(str(PANDOC), "-f", "bibtex", "-t", "csljson", "refs.bib", cwd=tmp_path))
    found = {one["id"]: one for one in told}
    assert set(found) == set(catalog.keys)
    for key, paper in zip(catalog.keys, catalog, strict=True):
        authors = [(one.get("literal") or one["family"], one.get("given")) for one in found[key]["author"]]
        assert authors == [(author.literal or author.family, author.given) for author in paper.authors]
        assert found[key].get("DOI") == paper.doi
        assert found[key]["issued"]["date-parts"][0][0] == paper.year
    titles = {one["title"].lower() for one in told}
    assert {"a clean title", "王 on ελλάς"} <= titles
