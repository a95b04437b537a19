"""The notebooks run, and say what they said when they were written."""

import shutil
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[1] / "docs"
RAW = DOCS.parent / "data" / "raw"
NOTEBOOKS = sorted((DOCS / "notebooks").glob("*.ipynb"))


def test_there_are_three() -> None:
    assert len(NOTEBOOKS) == 3


@pytest.mark.filterwarnings("default")  # of the programs that run a notebook
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_says_the_same(path: Path, tmp_path: Path) -> None:
    nbformat, nbclient = pytest.importorskip("nbformat"), pytest.importorskip("nbclient")
    shutil.copytree(RAW, tmp_path / "data" / "raw")
    folder = tmp_path / "docs" / "notebooks"
    folder.mkdir(parents=True)
    written = nbformat.read(path, as_version=4)
    done = nbformat.from_dict(written)
    nbclient.NotebookClient(done, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    assert [shown(cell) for cell in done.cells] == [shown(cell) for cell in written.cells]


def shown(cell: object) -> list[str]:
    """Give what a cell says in plain text."""
    outputs = getattr(cell, "outputs", [])
    return [output["text"] if "text" in output else output["data"]["text/plain"] for output in outputs]
