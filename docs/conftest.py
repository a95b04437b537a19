# ruff: noqa: INP001  pytest runs this file by its path
"""What the examples on the pages stand on: a folder of their own that holds `data/raw`, and the reader that one of them adds."""

import re
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from papercat.readers import READERS

RAW = Path(__file__).parents[1] / "data" / "raw"
MODULE = re.compile(r"^```python\n(?!>>>)(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, doctest_namespace: dict[str, Any]
) -> None:
    shutil.copytree(RAW, tmp_path / "data" / "raw")
    monkeypatch.chdir(tmp_path)
    if request.path.name == "add-a-format.md":
        # the page shows a module as a file; its examples use it
        code = "".join(MODULE.findall(request.path.read_text("utf-8")))
        doctest_namespace["ris"] = ris = ModuleType("ris")
        exec(code, vars(ris))  # noqa: S102
        monkeypatch.setitem(READERS, "ris", ris)
