"""Reading files, folders and texts: decode, choose a reader, and account for every character."""

import io
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO, NamedTuple

from papercat.catalog import Catalog
from papercat.catalog.storage import MARK, restore
from papercat.errors import UnknownFormatError
from papercat.inputs import Stream, files_of
from papercat.inputs.archives import PACKED, Part, is_packed, parts
from papercat.models import Author, Issue, Paper, Source, building
from papercat.names import Dialect, parse_names
from papercat.readers import READERS, PieceReader, choose_view, view_for
from papercat.readers.bibtex import decoded_name
from papercat.readers.draft import as_author
from papercat.readers.front import behind_front
from papercat.readers.quotation import without_quotes
from papercat.reading.accounts import NO_FORMAT, Read, accounted, unreadable
from papercat.receipt import Input
from papercat.text.decode import Decoded, decode, is_binary
from papercat.text.document import Document, Place, writable

__all__ = ["NO_FORMAT", "iter_read", "parse", "parse_authors", "read"]

Progress = Callable[[int, int], None]
# The readers that may be meant where a user names a format as others do, or by its suffix; of several the one that is surer of the text.
# The reader `json` is for what papercat wrote, and nobody else's JSON has its names.
_MEANT = {
    **dict.fromkeys(("bib", "biblatex"), ("bibtex",)),
    **dict.fromkeys(("ris", "nbib", "medline", "enw", "endnote", "refer", "refworks", "ciw", "wos"), ("tagged",)),
    **dict.fromkeys(("csv", "tsv", "xlsx", "excel"), ("table",)),
    **dict.fromkeys(("jsonl", "ndjson", "json", "csl", "csl.json"), ("json", "tree")),
    **dict.fromkeys(("xml", "yaml", "yml", "cff"), ("tree",)),
}
_OPENING = re.compile(r"[\[{]")
_WHOLE = (None, "jsonl")  # a catalog that was written as a whole is known by its first line, whatever else is asked


class _Asked(NamedTuple):
    """How something is to be read: the format that the user named, the fixes, and those of them that met nothing so far."""

    reader: str | None
    fixes: Mapping[str, str]
    unused: set[str]


def _asked(reader: str | None, fixes: Mapping[str, str] | None) -> _Asked:
    return _Asked(reader, dict(fixes or {}), set(fixes or {}))


def read(
    *paths: str | os.PathLike[str],
    format: str | None = None,  # noqa: A002
    fixes: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Catalog:
    """Read files and folders; the format of each is found by its content.

    Of a folder every file counts, at any depth and in the order of names, but not hidden ones, not README files, and not what stands in
    virtual environments, `node_modules` and `__pycache__`. Compressed files are unpacked, and the files of an archive count as those of a
    folder. What is no text, or of no known format, is an issue and keeps its place in the receipt: reading raises nothing for what stands
    in a file.

    Args:
        paths: files and folders.
        format: a reader's name, "bibtex", "tagged", "page", … (see Formats), where content is not to decide; "ris", "csv", "xml" and
            other common names mean the reader that reads them.
        fixes: damaged words and what they are, which comes before any inference: `{"Karakaล": "Karakaş"}`.
        progress: is called with the bytes done and all bytes.

    Raises:
        FileNotFoundError: there is no such file (and any other `OSError` of opening it).
        UnknownFormatError: no reader has the name in `format`.
        TypeError: no path, or `fixes` that are no texts for texts.

    >>> cat = read("data/raw")
    >>> cat, [one.format for one in cat.inputs]
    (<Catalog: 17 papers, 47 issues>, ['abstracts', 'listing'])
    >>> read("data/raw/askell-listing.txt", fixes={"Kocoล": "Kocoń"}).by("Kocoń")[0].title[:26]
    'Beyond the Imitation Game:'
    """
    found = files_of(paths)
    _refuse(format, fixes, found[0].as_posix() if found else "")
    asked, steps = _asked(format, fixes), _Steps(progress, [file.stat().st_size for file in found])
    with building():
        catalogs = [one for file in found for one in _of_file(file, asked, steps)]
    return _joined(catalogs) + Catalog(issues=map(_unused, sorted(asked.unused)))


def iter_read(
    *paths: str | os.PathLike[str],
    format: str | None = None,  # noqa: A002
    fixes: Mapping[str, str] | None = None,
) -> Iterator[Paper | Issue]:
    """Read files and folders one record after the other, large files in pieces: for what does not fit in memory.

    Gives what `read` gives, the issues of a piece behind its papers, but no catalog and so no receipt. Large files of the formats that
    [Formats](../formats.md) marks with ◆ (arXiv's, BibTeX, JSON, tables, tagged files, XML) are read in pieces of about a megabyte, others
    as a whole.

    Raises:
        FileNotFoundError: there is no such file (and any other `OSError` of opening it).
        UnknownFormatError: no reader has the name in `format`.
        TypeError: no path, or `fixes` that are no texts for texts.

    >>> sum(isinstance(one, Paper) for one in iter_read("data/raw"))
    17
    """
    found = files_of(paths, "iter_read")
    _refuse(format, fixes, found[0].as_posix() if found else "")
    return _streamed(found, _asked(format, fixes))  # what is wrong with the call is told by the call, and not by the first `next`


def _streamed(found: Sequence[Path], asked: _Asked) -> Iterator[Paper | Issue]:
    for file in found:
        with file.open("rb") as opened:
            for part in parts(file.as_posix(), opened):
                if not part.is_void:
                    yield from _streamed_part(part, asked)
                yield from _told(part)
    yield from map(_unused, sorted(asked.unused))


def _streamed_part(part: Part, asked: _Asked) -> Iterator[Paper | Issue]:
    stream = Stream(part.name, part, asked.fixes)
    is_whole = asked.reader in _WHOLE and stream.head.text.startswith(MARK)
    if is_whole and (held := restore(stream.whole().text)):
        yield from held.papers
        yield from held.issues
        return
    for document, read_piece, chosen in _pieces(stream, asked.reader):
        asked.unused.difference_update([damaged for damaged in asked.unused if damaged in document.text])
        yield from (_whole(document.name, code, told) for code, told in stream.noted)
        stream.noted.clear()
        with building():
            papers, issues, _ = accounted(document, read_piece, None if asked.reader else chosen)
        yield from papers
        yield from issues


def parse(
    text: str | bytes,
    *,
    name: str = "text",
    format: str | None = None,  # noqa: A002
    fixes: Mapping[str, str] | None = None,
) -> Catalog:
    r"""Read a text, or bytes of unknown encoding, as `read` reads a file.

    Args:
        text: what would stand in a file.
        name: what sources and issues call it.
        format: as in `read`.
        fixes: as in `read`.

    Raises:
        UnknownFormatError: no reader has the name in `format`.
        TypeError: it is neither text nor bytes, or `fixes` are no texts for texts.

    >>> cat = parse("TY  - JOUR\nAU  - Perez, Ethan\nTI  - Discovering Language Model Behaviors\nPY  - 2022\nER  - \n")
    >>> print(cat[0], cat[0].source_of("title"))
    Perez (2022) Discovering Language Model Behaviors text:3
    >>> parse("refs.bib").issues[0].message
    'text: text of no known format; to read a file, give its path to read()'
    """
    if not isinstance(text, str | bytes):
        raise TypeError(f"parse() takes a text or bytes, not {type(text).__name__}; read() takes paths, Catalog.from_records() records")
    _refuse(format, fixes, name)
    asked = _asked(format, fixes)
    with building():
        if isinstance(text, bytes) and is_packed(text):
            opened = io.BytesIO(text)
            catalogs = [_of_part(part, asked, opened, _Steps(None, [])) for part in parts(name, opened)]
        else:
            catalogs = [_of_text(name, decode(text) if isinstance(text, bytes) else Decoded(text, "str", ""), asked)]
    return _joined(catalogs) + Catalog(issues=map(_unused, sorted(asked.unused)))


def parse_authors(text: str, dialect: Dialect = "messy") -> tuple[Author, ...]:
    """Read a list of authors. What was left out on the way, `papercat.names.parse_names` tells.

    Args:
        text: one or more names.
        dialect: "messy", a list in any format, which is found from the whole of it; "human", one name as a person writes it;
            "bibtex", the grammar of BibTeX.

    Raises:
        KeyError: there is no such dialect.
        TypeError: it is no text.
        pydantic.ValidationError: a name is made of characters that nobody can see.

    >>> [author.inverted for author in parse_authors("Frederico F. Miranda a,b,1 , Elodie Brient-Litzler a,b , Hugues Bedouelle a ,b,*")]
    ['Miranda, Frederico F.', 'Brient-Litzler, Elodie', 'Bedouelle, Hugues']
    >>> [author.inverted for author in parse_authors("Mindermann, Sรถren, Schรผtze, Hinrich")]
    ['Mindermann, Sören', 'Schütze, Hinrich']
    >>> parse_authors(r"{OpenAI Team} and Lukošiūt{\\.e}, Kamil{\\.e}", "bibtex")
    (Author(literal='OpenAI Team'), Author(family='Lukošiūtė', given='Kamilė'))
    """
    if not isinstance(text, str):
        raise TypeError(f'parse_authors() takes one text, not {type(text).__name__}; names that are apart already: "; ".join(names)')
    document = Document("authors", text)
    if dialect == "bibtex":
        names = tuple(decoded_name(name) for name in parse_names(text, dialect).names)
    else:
        names = parse_names(document.clean(Place(0, len(text)))[0], dialect).names
    return tuple(as_author(name) for name in names if any(name[:5]))


def _of_file(file: Path, asked: _Asked, steps: "_Steps") -> Iterator[Catalog]:
    with file.open("rb") as opened:
        for part in parts(file.as_posix(), opened):
            yield _of_part(part, asked, opened, steps)
    steps.end_file()


def _of_part(part: Part, asked: _Asked, opened: BinaryIO, steps: "_Steps") -> Catalog:
    decoded = Decoded("", PACKED, "") if part.is_void else decode(part.read())
    made = _of_text(part.name, decoded, asked, steps.of(opened, len(decoded.text)))
    return made + Catalog(issues=_told(part)) if part.told else made


def _of_text(name: str, decoded: Decoded, asked: _Asked, step: Callable[[Paper], None] | None = None) -> Catalog:
    asked.unused.difference_update([damaged for damaged in asked.unused if damaged in decoded.text])
    return _read(Document(name, decoded.text, decoded.encoding, asked.fixes), decoded, asked.reader, step)


def _read(document: Document, decoded: Decoded, reader: str | None, step: Callable[[Paper], None] | None) -> Catalog:
    if reader in _WHOLE and (held := restore(decoded.text)):
        # a catalog that was written as a whole comes back as it was: it is no new input
        return Catalog(**held._asdict())
    chosen, document = _viewed(without_quotes(document), reader)
    papers, issues, spans = accounted(document, _reading(chosen, reader), None if reader else chosen or "", step)
    if decoded.note and not is_binary(document.text):
        issues.insert(0, _whole(document.name, decoded.code, decoded.note))
    return Catalog(papers, issues=issues, inputs=[Input.of(document, chosen or "unknown", spans, len(papers))])


def _viewed(document: Document, reader: str | None) -> tuple[str | None, Document]:
    """Name what reads a document, and give the document as that wants it: as it is, or as a viewer shows it."""
    if reader is None:
        return (None, document) if is_binary(document.text) else choose_view(document)
    meant = _meant(reader)
    if len(meant) == 1 or document.text.startswith(MARK):
        return meant[0], view_for(meant[0], document)
    data = _behind_junk(document)
    return max(meant, key=lambda one: READERS[one].sniff(data)), document


def _behind_junk(document: Document) -> Document:
    """Give what begins with the first bracket of a document: where a user says that it is data, what stands before does not decide."""
    opening = _OPENING.search(document.text)
    return document.piece(Place(opening.start(), len(document.text))) if opening and opening.start() else document


def _meant(reader: str) -> tuple[str, ...]:
    """Name the readers that a user may mean; none if it is no format.

    >>> _meant("bibtex"), _meant(".RIS"), _meant("docx")
    (('bibtex',), ('tagged',), ())
    """
    name = reader.casefold().removeprefix(".")
    return _MEANT.get(name, (name,) if name in READERS else ())


def _refuse(reader: str | None, fixes: object, name: str) -> None:
    """Stop for what cannot be meant, before anything is read.

    Raises:
        UnknownFormatError: no reader has the name.
        TypeError: `fixes` are no texts for texts.
    """
    if reader is not None and not (isinstance(reader, str) and _meant(reader)):
        raise UnknownFormatError(f"no format {reader!r}; known are {', '.join(READERS)}", name=name)
    if fixes is None:
        return
    if not isinstance(fixes, Mapping) or not all(isinstance(one, str) for pair in fixes.items() for one in pair):
        raise TypeError('fixes map each damaged word to what it is: {"Karakaล": "Karakaş"}')


def _reading(chosen: str | None, reader: str | None) -> Read:
    """Give what reads a document; where the user names no reader, what a page says of itself before its text is no record."""
    read_all = READERS[chosen].read if chosen else None
    return unreadable if read_all is None else read_all if reader else behind_front(read_all)


def _pieces(stream: Stream, reader: str | None) -> Iterator[tuple[Document, Read, str]]:
    """Give the pieces of a file, what reads them and its name; the whole file, if it is small or its reader needs all of it."""
    chosen, document = _viewed(without_quotes(stream.head), reader)
    by_pieces = READERS[chosen] if chosen else None
    if not stream.is_small and isinstance(by_pieces, PieceReader) and by_pieces.ends(stream.head.text):
        read_piece = by_pieces.reading()
        for piece in stream.pieces(by_pieces.ends):
            yield piece, read_piece, chosen or ""
        return
    whole = stream.whole()
    if not stream.is_small:
        # a workbook, or one object around all records, says what it is only as a whole
        chosen, document = _viewed(without_quotes(whole), reader)
    yield document, _reading(chosen, reader), chosen or ""


def _unused(damaged: str) -> Issue:
    return Issue(code="fix-unused", message=f"{damaged!r} stands nowhere; this fix did nothing", raw=damaged)


def _whole(name: str, code: str, message: str) -> Issue:
    return Issue(code=code, message=f"{name}: {message}")


def _told(part: Part) -> Iterator[Issue]:
    """Give what was wrong with a part; of one that cannot be read it has a place, as what is of no known format."""
    source = Source(name=writable(part.name), line=1, start=0, end=0, field="file") if part.is_void else None
    return (Issue(code=code, message=f"{writable(part.name)}: {told}", source=source) for code, told in part.told)


class _Steps:
    """What a progress function is told: the bytes of the files that are done, as far as they were read."""

    def __init__(self, progress: Progress | None, sizes: Sequence[int]) -> None:
        self._progress, self._total, self._ends = progress, sum(sizes), iter(accumulate(sizes))
        self._before = self._done = 0

    def of(self, opened: BinaryIO, length: int) -> Callable[[Paper], None] | None:
        """Give what tells the steps of a part of so many characters, up to which a file was read."""
        progress, total = self._progress, self._total
        if progress is None:
            return None
        done = self._done
        self._done = max(done, self._before + (opened.tell() if opened.seekable() else 0))
        size = self._done - done
        progress(done, total)
        return lambda paper: progress(done + size * paper.sources[-1].end // max(length, 1), total) if paper.sources else None

    def end_file(self) -> None:
        """Tell that all of a file was read."""
        self._before = self._done = next(self._ends)


def _joined(catalogs: Sequence[Catalog]) -> Catalog:
    return Catalog(
        (paper for one in catalogs for paper in one.papers),
        issues=(issue for one in catalogs for issue in one.issues),
        inputs=(made for one in catalogs for made in one.inputs),
        merges=(merge for one in catalogs for merge in one.merges),
        decisions=dict.fromkeys(told for one in catalogs for told in one.decisions),
    )
