"""A manuscript of one or many files."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from papercat.manuscripts.citation import Citation, Inclusion
from papercat.manuscripts.scanning import SCANS, kind_of
from papercat.models import Issue, Source
from papercat.text.decode import decode
from papercat.text.document import Document


class Cited(NamedTuple):
    """What a manuscript cites.

    Attributes:
        places: each key with the first place where it is cited, in the order of the manuscript.
        issues: parts of it that could not be read.
    """

    places: dict[str, Source]
    issues: tuple[Issue, ...]


def cited(*paths: str | os.PathLike[str]) -> Cited:
    r"""Read manuscripts, with the files that they include from their folder and below it.

    Raises:
        FileNotFoundError: there is no such file (and any other `OSError` of opening it).

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "paper.tex").write_text(r"\input{intro} \cite{perez22} \input{../other}")
    ...     _ = Path(folder, "intro.tex").write_text(r"\cite{bai22} \input{paper}")
    ...     found = cited(Path(folder, "paper.tex"))
    >>> [(key, place.line) for key, place in found.places.items()], [issue.code for issue in found.issues]
    ([('bai22', 1), ('perez22', 1)], ['file-skipped'])
    """
    places: dict[str, Source] = {}
    issues: list[Issue] = []
    for path in paths:
        for one in _follow(Path(path)):
            if isinstance(one, Issue):
                issues.append(one)
            else:
                places.setdefault(*one)
    return Cited(places, tuple(issues))


def _follow(path: Path) -> Iterator[tuple[str, Source] | Issue]:
    """Give the citations of a file and of those that it includes, each file once; with a stack, for chains can be long."""
    folder = Path(os.path.realpath(path)).parent
    seen = {os.path.realpath(path)}
    waiting = [_scan(path, path.read_bytes())]
    while waiting:
        found = next(waiting[-1], None)
        if found is None:
            waiting.pop()
            continue
        one, document = found
        source = _source(document, one)
        if isinstance(one, Citation):
            yield one.key, source
            continue
        file = _find(one.name, Path(document.name), path, folder)
        if file is None:
            told = f"{one.name!r} is not there, or not below the folder of {path.name}; its citations are not counted"
            yield Issue(code="file-skipped", message=told, source=source, raw=one.name)
        elif os.path.realpath(file) not in seen:
            seen.add(os.path.realpath(file))
            try:
                waiting.append(_scan(file, file.read_bytes()))
            except OSError as error:
                told = f"{one.name!r} cannot be read: {error.strerror}; its citations are not counted"
                yield Issue(code="file-skipped", message=told, source=source, raw=one.name)


def _scan(path: Path, data: bytes) -> Iterator[tuple[Citation | Inclusion, Document]]:
    document = Document(path.as_posix(), decode(data).text)
    return ((one, document) for one in SCANS[kind_of(path.name, document.text)](document.text))


def _source(document: Document, one: Citation | Inclusion) -> Source:
    return Source(name=document.name, line=document.line(one.start), start=one.start, end=one.end, field="citation")


def _find(name: str, including: Path, main: Path, folder: Path) -> Path | None:
    """Find a file as LaTeX does: from the folder of the main file, else of the one that names it, `.tex` added or not; None outside."""
    for start in (main.parent, including.parent):
        for spelling in (f"{name}.tex", name) if including.suffix != ".aux" else (name,):
            try:
                file = start / spelling
                is_inside = Path(os.path.realpath(file)).is_relative_to(folder)
                if is_inside and file.is_file():
                    return file
            except (OSError, ValueError):  # a name that no file can have
                continue
    return None
