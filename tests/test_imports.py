"""What importing costs: the heavy libraries stay out until they are needed."""

import ast
import json
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import papercat as pc

HEAVY = ("numpy", "pandas", "bibtexparser", "pydantic", "rapidfuzz", "unidecode")
STEPS = [
    ("import papercat", ()),
    ("import papercat; papercat.__version__; dir(papercat)", ()),
    ("import sys, papercat.cli\ntry: papercat.cli.main(['--version'])\nexcept SystemExit: pass", ()),
    ("import sys, papercat.cli\ntry: papercat.cli.main(['--help'])\nexcept SystemExit: pass", ()),
    ("import papercat; papercat.InputError", ()),
    ("import papercat; papercat.errors.InputError", ()),
    ("import papercat; papercat.latex.decode", ()),
    ("import papercat; papercat.fix('Micha%C5%82')", ()),
    ("import papercat; papercat.Catalog", ("pydantic", "rapidfuzz")),
    ("import papercat; papercat.read", ("pydantic", "rapidfuzz")),
    ("import papercat; papercat.Paper", ("pydantic",)),
]


@pytest.mark.parametrize(("code", "allowed"), STEPS, ids=[code.replace("\n", " ")[:60] for code, _ in STEPS])
def test_no_heavy_library_is_loaded_before_its_time(code: str, allowed: tuple[str, ...], tmp_path: Path) -> None:
    # where these two are not installed, empty modules of their names show whether anyone asks for them
    for name in ("numpy", "pandas"):
        (tmp_path / f"{name}.py").touch()
    told = f"import sys; sys.path.append({str(tmp_path)!r})\n{code}\n"
    told += f"import json; print(); print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True, timeout=60)  # noqa: S603  our own code
    assert set(json.loads(done.stdout.splitlines()[-1])) <= set(allowed)


def test_a_heavy_library_would_be_seen() -> None:
    code = f"import sys, bibtexparser; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)  # noqa: S603  our own code
    assert "bibtexparser" in done.stdout


@pytest.mark.parametrize("name", pc.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name: str) -> None:
    thing = getattr(pc, name)
    assert thing.__doc__
    assert thing.__module__.startswith("papercat.")
    assert getattr(import_module(thing.__module__), name) is thing


def test_the_public_names_are_all_and_no_more() -> None:
    assert len(set(pc.__all__)) == len(pc.__all__)
    assert set(dir(pc)) == {*pc.__all__, "__version__"}
    with pytest.raises(AttributeError, match="no attribute 'Bibliography'"):
        pc.Bibliography  # type: ignore[attr-defined]  # noqa: B018


def test_type_checkers_know_each_name_and_no_other() -> None:
    # mypy reads this file: if it saw `__getattr__`, any name would be an object to it, and the comment one too many
    with pytest.raises(AttributeError, match="no attribute 'parse_autors'"):
        pc.parse_autors("Perez, Ethan")  # type: ignore[attr-defined]
    assert pc.names.parse_names("Perez, Ethan").names[0].family == "Perez"
    for_types = next(node for node in ast.parse(Path(str(pc.__file__)).read_text(encoding="utf-8")).body if isinstance(node, ast.If))
    imported = {alias.asname or alias.name for node in for_types.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert imported == {*pc.__all__, *pc._MODULES}  # noqa: SLF001


def test_the_modules_of_the_reference_are_there_at_once() -> None:
    # of a package, for one of a fresh program
    reference = (Path(__file__).parent.parent / "docs" / "reference.md").read_text(encoding="utf-8")
    named = set(re.findall(r"papercat\.((?!text\.)[a-z]+)\.\w+", reference)) | {"errors"}
    told = f"import papercat; print([getattr(papercat, name).__name__ for name in {sorted(named)!r}])"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True, timeout=60)  # noqa: S603  our own code
    assert done.stdout.strip() == str([f"papercat.{name}" for name in sorted(named)])
    assert len(named) > 6


def test_a_name_that_is_nearly_right_is_told() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import papercat\npapercat.parse_author"], capture_output=True, text=True, check=False, timeout=60
    )
    assert "Did you mean: 'parse_authors'?" in done.stderr


def test_every_error_is_papercats_and_what_a_stranger_would_catch() -> None:
    assert issubclass(pc.InputError, pc.PapercatError)
    assert issubclass(pc.InputError, ValueError)
    assert issubclass(pc.UnknownFormatError, pc.InputError)
    assert issubclass(pc.OutputError, pc.PapercatError)
    assert issubclass(pc.OutputError, ValueError)
    assert issubclass(pc.PaperNotFoundError, pc.PapercatError)
    assert issubclass(pc.PaperNotFoundError, KeyError)


def test_the_package_is_typed() -> None:
    assert (Path(str(pc.__file__)).parent / "py.typed").exists()
