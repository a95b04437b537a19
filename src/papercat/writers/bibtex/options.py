"""How a .bib is written: for whom, in which dialect, and how much of it."""

from dataclasses import dataclass, fields
from typing import Any, Self

from papercat.errors import OutputError

PROFILES = ("latex", "unicode", "no-tex")
PREPRINTS = ("misc", "article", "online", "unpublished", "eprint")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The choices of a .bib.

    Attributes:
        profile: "unicode" for biber, LuaLaTeX, XeLaTeX and pandoc; "latex", ASCII, for bibtex with pdflatex; "no-tex" for programs
            without TeX (typst, Zotero, citation-js): formulas are written in Unicode.
        biblatex: use the entry types and fields of biblatex.
        preprint: how a paper of arXiv is written that is of no other type: "misc" with the id in `howpublished`, which all common styles
            print; "article" with the journal `arXiv preprint arXiv:…`; "online"; "unpublished" with the id in `note`; "eprint", a misc
            with nothing but the fields of the id, as arXiv has it. With `biblatex`, "misc" is "online", which prints the id by itself.
        braces: put words of a title that keep their capitals in braces.
        max_authors: write so many authors, then "others"; None for all.
        max_abstract: write so many characters of an abstract; 0 for none, None for all.

    Raises:
        papercat.errors.OutputError: a value that none of these has.

    >>> Options.of({"profile": "ascii"})
    Traceback (most recent call last):
    papercat.errors.OutputError: profile is one of 'latex', 'unicode', 'no-tex', not 'ascii'
    """

    profile: str = "unicode"
    biblatex: bool = False
    preprint: str = "misc"
    braces: bool = True
    max_authors: int | None = None
    max_abstract: int | None = None

    def __post_init__(self) -> None:
        _check_one_of("profile", self.profile, PROFILES)
        _check_one_of("preprint", self.preprint, PREPRINTS)
        _check_flag("biblatex", self.biblatex)
        _check_flag("braces", self.braces)
        _check_count("max_authors", self.max_authors, 1)
        _check_count("max_abstract", self.max_abstract, 0)

    @classmethod
    def of(cls, values: dict[str, Any]) -> Self:
        """Make options of what a caller gave by name.

        Raises:
            papercat.errors.OutputError: an option of no such name, or a value that it cannot have.
        """
        known = [field.name for field in fields(cls)]
        for name in values:
            if name not in known:
                raise OutputError(f"BibTeX has no option {name!r}; known are {', '.join(known)}")
        return cls(**values)


def _check_one_of(name: str, value: object, known: tuple[str, ...]) -> None:
    if value not in known:
        raise OutputError(f"{name} is one of {', '.join(map(repr, known))}, not {value!r}")


def _check_flag(name: str, value: object) -> None:
    if not isinstance(value, bool):
        raise OutputError(f"{name} is True or False, not {value!r}")


def _check_count(name: str, value: object, least: int) -> None:
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < least):
        raise OutputError(f"{name} is None or a whole number from {least}, not {value!r}")
