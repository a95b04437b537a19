"""The rooms and their floors: who may import whom, read from the sources, imports inside functions too."""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src"
# From low to high. A room imports from lower floors and from itself; rooms on one floor never import each other.
FLOORS = (
    {"errors"},
    {"latex", "mojibake"},
    {"text"},
    {"names", "identifiers"},
    {"models"},
    {"orcids"},
    {"corrections", "csl", "decisions", "inputs", "keys", "manuscripts", "outputs", "receipt"},
    {"readers", "writers", "dedup", "search", "people"},
    {"report", "updating"},
    {"catalog"},
    {"reading"},
    {"summary"},
    {"cli"},
    {"__main__"},
)
FLOOR = {room: number for number, floor in enumerate(FLOORS) for room in floor}
TOP = "__init__"  # hands the public names out when they are asked for; below it only the version may be taken
MAX_LINES = 400
POSSESSIVE = re.compile(r"\)[*+?]\+|\(\?>")
OPEN_ENDS = ("TODO", "FIXME", "NotImplementedError")
MAKERS = ("list", "dict", "set", "bytearray", "defaultdict", "Counter", "deque", "OrderedDict")

Sources = Mapping[str, str]


def sources() -> dict[str, str]:
    files = sorted((SRC / "papercat").rglob("*.py"))
    return {_module(file): file.read_text(encoding="utf-8") for file in files}


def _module(file: Path) -> str:
    parts = file.relative_to(SRC).with_suffix("").parts
    return ".".join(parts if parts[-1] != "__init__" or len(parts) == 2 else parts[:-1])


def room(module: str) -> str:
    """Name the room of a module: `papercat.text.fold` is in "text", `papercat` itself is "__init__"."""
    return [*module.split("."), TOP][1]


def is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


@cache
def import_nodes(source: str, *, types: bool) -> list[ast.Import | ast.ImportFrom]:
    return [node for node in _nodes(ast.parse(source), types=types) if isinstance(node, ast.Import | ast.ImportFrom)]


def _nodes(tree: ast.AST, *, types: bool) -> Iterator[ast.AST]:
    for node in ast.iter_child_nodes(tree):
        if types or not is_for_types(node):
            yield node
            yield from _nodes(node, types=types)


def imports(module: str, source: str, modules: Sources) -> Iterator[str]:
    """Give what a module imports, by its full name: a submodule where there is one, else the package."""
    for node in import_nodes(source, types=room(module) != TOP):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
            continue
        package = _package(module, node, modules)
        names = [alias.name for alias in node.names if (package, alias.name) != ("papercat", "__version__")]
        yield from (f"{package}.{name}" if f"{package}.{name}" in modules else package for name in names)


def _package(module: str, node: ast.ImportFrom, modules: Sources) -> str:
    if not node.level:
        return str(node.module)
    is_package = any(other.startswith(f"{module}.") for other in modules)
    above = module.split(".")[: len(module.split(".")) - node.level + is_package]
    return ".".join([*above, *([node.module] if node.module else [])])


def graph(modules: Sources) -> dict[str, set[str]]:
    found = {module: set(imports(module, source, modules)) for module, source in modules.items()}
    return {module: {name for name in names if name.split(".")[0] == "papercat"} for module, names in found.items()}


def breaches(modules: Sources) -> list[str]:
    """List imports that do not go down."""
    pairs = [(one, other) for one, others in graph(modules).items() for other in sorted(others)]
    return [f"{one} imports {other}" for one, other in pairs if not _goes_down(room(one), room(other))]


def _goes_down(above: str, below: str) -> bool:
    height = {**FLOOR, TOP: len(FLOORS)}
    return above == below or height.get(below, len(FLOORS) + 1) < height.get(above, -1)


def cycle(modules: Sources) -> list[str]:
    try:
        TopologicalSorter(graph(modules)).prepare()
    except CycleError as error:
        return [str(module) for module in error.args[1]]
    return []


def mutable_defaults(source: str) -> list[str]:
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)]
    defaults = [default for function in functions for default in (*function.args.defaults, *function.args.kw_defaults) if default]
    return [ast.unparse(default) for default in defaults if _is_mutable(default)]


def _is_mutable(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        return ast.unparse(node.func).rpartition(".")[2] in MAKERS
    return isinstance(node, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp)


MODULES = sources()


def test_every_room_is_on_the_plan_and_every_planned_room_is_there() -> None:
    assert {room(module) for module in MODULES} == {*FLOOR, TOP}


def test_imports_go_down() -> None:
    assert breaches(MODULES) == []


def test_no_module_imports_itself_around_a_corner() -> None:
    assert cycle(MODULES) == []


def test_no_import_hides_in_a_string() -> None:
    hidden = [module for module, source in MODULES.items() if "import_module" in source or "__import__" in source]
    assert hidden == ["papercat.__init__"]


def test_the_package_imports_nothing_by_itself() -> None:
    assert graph(MODULES)["papercat.__init__"] == set()


def test_unidecode_stays_behind_one_door() -> None:
    users = [
        module for module, source in MODULES.items() if "unidecode" in {name.split(".")[0] for name in imports(module, source, MODULES)}
    ]
    assert users == ["papercat.text.fold"]


def test_files_stay_short() -> None:
    lengths = {module: source.count("\n") for module, source in MODULES.items()}
    assert {module: length for module, length in lengths.items() if length > MAX_LINES} == {}


def test_no_default_can_change() -> None:
    assert {module: found for module, source in MODULES.items() if (found := mutable_defaults(source))} == {}


def test_no_open_ends() -> None:
    assert [(module, word) for module, source in MODULES.items() for word in OPEN_ENDS if word in source] == []


def test_no_possessive_groups() -> None:
    # Python 3.11 before 3.11.5, which Debian 12 has, matches them wrongly (CPython issue 106052)
    assert [module for module, source in MODULES.items() if POSSESSIVE.search(source)] == []
    assert POSSESSIVE.search("(?:a|b)++c")


# -- the tests above see what they are for

MADE_UP = [
    ("papercat.text.fold", "from papercat.models import Paper", "up"),
    ("papercat.text.fold", "def f():\n    import papercat.catalog", "up, inside a function"),
    ("papercat.names", "from papercat.identifiers import arxiv", "sideways"),
    ("papercat.identifiers.arxiv", "from papercat import names", "sideways, by way of the package"),
    ("papercat.writers.bibtex", "from papercat.readers.bibtex import read", "sideways between families"),
    ("papercat.keys", "from papercat.receipt import Receipt", "sideways between single modules"),
    ("papercat.models.paper", "from ..catalog import Catalog", "relative, up"),
    (
        "papercat.dedup.merges",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from papercat.catalog import Catalog",
        "up, for types",
    ),
    ("papercat.catalog", "import papercat", "the public names, from below"),
    ("papercat.summary", "from papercat import Catalog", "a public name, from below"),
    ("papercat.catalog", "from papercat.cellar import Box", "a room that is not there"),
    ("papercat.cellar", "from papercat.errors import InputError", "from a room that is not on the plan"),
]
ALLOWED = [
    ("papercat.text.fold", "from papercat.text import lines"),
    ("papercat.text.fold", "import re, os.path\nfrom rapidfuzz import fuzz"),
    ("papercat.cli", "from papercat import __version__"),
    ("papercat.readers.listing", "from .draft import Draft"),
    (
        "papercat.__init__",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from papercat.catalog import Catalog",
    ),
]


@pytest.mark.parametrize(("module", "source"), [(module, source) for module, source, _ in MADE_UP], ids=[name for *_, name in MADE_UP])
def test_a_breach_is_seen(module: str, source: str) -> None:
    assert len(breaches({**MODULES, module: source})) == 1


@pytest.mark.parametrize(("module", "source"), ALLOWED, ids=[module for module, _ in ALLOWED])
def test_what_is_allowed_passes(module: str, source: str) -> None:
    assert breaches({**MODULES, module: source}) == []


def test_a_cycle_is_seen() -> None:
    rows = {
        "papercat.text.lines": "from papercat.text.fold import fold",
        "papercat.text.fold": "def f():\n    from papercat.text import lines",
    }
    assert set(cycle({**MODULES, **rows})) == set(rows)


@pytest.mark.parametrize("default", ["[]", "{}", "{1}", "[x for x in y]", "dict()", "collections.Counter()"])
def test_a_mutable_default_is_seen(default: str) -> None:
    assert mutable_defaults(f"def f(a, b={default}): ...\n") == mutable_defaults(f"f = lambda *, b={default}: b") == [default]


@pytest.mark.parametrize("default", ["()", "None", "frozenset()", "0", "EMPTY"])
def test_a_constant_default_passes(default: str) -> None:
    assert mutable_defaults(f"def f(a, *, b={default}): ...") == []
