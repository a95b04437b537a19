"""papercat turns messy paper metadata into validated papers, authors and BibTeX, and says where every character went.

>>> import papercat as pc
>>> cat = pc.parse("Constitutional AI\\nBai, Yuntao, Kadavath, Saurav\\nAs AI systems become more capable.")
>>> print(cat[0])
Bai, Kadavath Constitutional AI
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # `as` tells type checkers that the modules are there for others, too
    from papercat import decisions as decisions
    from papercat import errors as errors
    from papercat import identifiers as identifiers
    from papercat import latex as latex
    from papercat import manuscripts as manuscripts
    from papercat import models as models
    from papercat import names as names
    from papercat import people as people
    from papercat import receipt as receipt
    from papercat import writers as writers
    from papercat.catalog import Catalog
    from papercat.decisions import Decision
    from papercat.dedup import Group, Groups, Merge
    from papercat.errors import (
        InputError,
        MissingExtraError,
        OutputError,
        PapercatError,
        PaperNotFoundError,
        PatternError,
        UnknownFormatError,
    )
    from papercat.identifiers import find_identifiers
    from papercat.latex import to_latex, to_unicode
    from papercat.manuscripts import rename_citations
    from papercat.models import Author, Issue, Paper, Source, schema
    from papercat.reading import iter_read, parse, parse_authors, read
    from papercat.receipt import Receipt, Span
    from papercat.search import Hit, Hits
    from papercat.text.fix import Fixed, apply_plan, fix, fix_and_explain
    from papercat.updating import Update

__version__ = "0.1.0"

# Where each public name lives. They are imported when first used, so that `papercat --version` and programs that only
# pass papercat on do not wait for pydantic.
_HOMES = {
    "papercat.catalog": ("Catalog",),
    "papercat.decisions": ("Decision",),
    "papercat.dedup": ("Group", "Groups", "Merge"),
    "papercat.errors": (
        "InputError",
        "MissingExtraError",
        "OutputError",
        "PaperNotFoundError",
        "PapercatError",
        "PatternError",
        "UnknownFormatError",
    ),
    "papercat.latex": ("to_latex", "to_unicode"),
    "papercat.identifiers": ("find_identifiers",),
    "papercat.manuscripts": ("rename_citations",),
    "papercat.models": ("Author", "Issue", "Paper", "Source", "schema"),
    "papercat.reading": ("iter_read", "parse", "parse_authors", "read"),
    "papercat.receipt": ("Receipt", "Span"),
    "papercat.search": ("Hit", "Hits"),
    "papercat.updating": ("Update",),
    "papercat.text.fix": ("Fixed", "apply_plan", "fix", "fix_and_explain"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}
# The modules that the reference names, so that `import papercat as pc` is enough for `pc.names.parse_names`.
_MODULES = frozenset(("decisions", "errors", "identifiers", "latex", "manuscripts", "models", "names", "people", "receipt", "writers"))

__all__ = [
    "Author", "Catalog", "Decision", "Fixed", "Group", "Groups", "Hit", "Hits", "InputError", "Issue", "Merge", "MissingExtraError",
    "OutputError", "Paper", "PaperNotFoundError", "PapercatError", "PatternError", "Receipt", "Source", "Span", "UnknownFormatError",
    "Update", "apply_plan", "find_identifiers", "fix", "fix_and_explain", "iter_read", "parse", "parse_authors", "read",
    "rename_citations", "schema", "to_latex", "to_unicode",
]  # fmt: skip


if not TYPE_CHECKING:  # a type checker that saw it would take any name for an object, and tell no misspelt one

    def __getattr__(name: str) -> object:
        from importlib import import_module  # noqa: PLC0415

        if name in _MODULES:
            return import_module(f"papercat.{name}")
        if name not in _HOME:
            import sys  # noqa: PLC0415

            # with name and module Python adds what may be meant: "Did you mean: 'parse_authors'?"
            raise AttributeError(f"module 'papercat' has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        value = getattr(import_module(_HOME[name]), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
