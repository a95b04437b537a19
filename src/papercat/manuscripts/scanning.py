"""One door to the kinds of manuscripts, and new keys for old ones in them."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath

from papercat.errors import UnknownFormatError
from papercat.manuscripts import auxiliary, markdown, tex
from papercat.manuscripts.citation import Citation, Inclusion

Scan = Callable[[str], Iterator[Citation | Inclusion]]
SCANS: dict[str, Scan] = {"tex": tex.scan, "aux": auxiliary.scan_aux, "bcf": auxiliary.scan_bcf, "markdown": markdown.scan}
_SUFFIXES = {".tex": "tex", ".ltx": "tex", ".latex": "tex", ".sty": "tex", ".cls": "tex", ".rnw": "tex", ".bbx": "tex",
             ".aux": "aux", ".bcf": "bcf", ".md": "markdown", ".markdown": "markdown", ".qmd": "markdown", ".rmd": "markdown"}  # fmt: skip
_LATEX = re.compile(r"\\(?:documentclass|begin\s*\{|(?:sub)*section\b|input\b|[a-z]*cite[a-z]*\*?[\[{])")
_SAMPLE = 100_000  # characters
_BARE_KEY = re.compile(r"\w(?:\w|[:.#$%&\-+?<>~/](?=\w))*")  # what Pandoc reads without braces
_KINDS = ("tex", "markdown")


def kind_of(name: str, text: str) -> str:
    r"""Say what kind of manuscript a file is: by its suffix, else by what stands in it.

    >>> kind_of("paper.tex", ""), kind_of("paper.txt", r"as in \cite{bai22}"), kind_of("paper.txt", "as in [@bai22]")
    ('tex', 'tex', 'markdown')
    """
    known = _SUFFIXES.get(PurePath(name).suffix.lower())
    return known or ("tex" if _LATEX.search(text[:_SAMPLE]) else "markdown")


def citations(text: str, format: str = "tex") -> list[Citation]:  # noqa: A002
    r"""List what a manuscript cites, in its order, a key as often as it stands there.

    Args:
        text: the manuscript.
        format: "tex", "markdown", "aux" or "bcf".

    Raises:
        UnknownFormatError: there is no such format.

    >>> citations(r"\parencites[3]{bai22}[see][]{perez22}")
    [Citation(key='bai22', start=15, end=20), Citation(key='perez22', start=29, end=36)]
    """
    if format not in SCANS:
        raise UnknownFormatError(f"no format {format!r} of manuscripts; known are {', '.join(SCANS)}", name="text")
    return [one for one in SCANS[format](text) if isinstance(one, Citation)]


def rename_citations(text: str, names: Mapping[str, str], format: str = "tex") -> str:  # noqa: A002
    r"""Write new keys for old ones where a manuscript cites them, and nothing else; all at once, so that two can change places.

    Args:
        text: the manuscript.
        names: old keys and new ones, as `Catalog.key_map` has them.
        format: "tex" or "markdown".

    Raises:
        UnknownFormatError: there is no such format.

    >>> rename_citations(r"as \cite{bai22, perez22} % not \cite{bai22}", {"bai22": "bai2022constitutional"})
    'as \\cite{bai2022constitutional, perez22} % not \\cite{bai22}'
    """
    if format not in _KINDS:
        raise UnknownFormatError(
            f"no format {format!r} of manuscripts that are written by hand; known are {', '.join(_KINDS)}", name="text"
        )
    parts, place = list[str](), 0
    for one in citations(text, format):
        if one.key in names and one.start >= place:
            new = names[one.key]
            # what Pandoc would not take for one key stands in braces
            is_bare = format == "markdown" and text[one.start - 1] == "@"
            parts += [text[place : one.start], f"{{{new}}}" if is_bare and not _BARE_KEY.fullmatch(new) else new]
            place = one.end
    return "".join([*parts, text[place:]])
