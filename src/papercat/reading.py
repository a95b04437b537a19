"""Reading files, folders and texts: decode, choose a reader, and account for every character."""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate, groupby
from operator import itemgetter
from pathlib import Path

from papercat.catalog import Catalog
from papercat.catalog.storage import MARK, restore
from papercat.errors import UnknownFormatError
from papercat.inputs import Stream, files_of
from papercat.models import Author, Issue, Paper, Source, building
from papercat.names import Dialect, parse_names
from papercat.readers import READERS, PieceReader, choose, choose_view, view_for
from papercat.readers.bibtex import decoded_name
from papercat.readers.draft import as_author
from papercat.readers.front import behind_front
from papercat.readers.programs import is_program
from papercat.readers.quotation import without_quotes
from papercat.readers.rendering.accounts import as_written, left_out
from papercat.receipt import SEPARATOR, UNREAD, Claim, Input, share_out, with_markup
from papercat.text.decode import WORKBOOK, Decoded, decode, is_binary
from papercat.text.document import Document, Place

Progress = Callable[[int, int], None]
Read = Callable[[Document], Iterator[Paper | Issue]]
_EVERY = 200  # records between two calls of a progress function
# What a reader leaves is looked at by the others: a shorter piece is no record, and a guess is not enough.
_WORTH_A_LOOK, _SURE = 80, 0.8  # characters; of `sniff`
_KEPT = frozenset({UNREAD, "block-kept"})
# The readers that may be meant where a user names a format as others do, or by its suffix; of several the one that is surer of the text.
# The reader `json` is for what papercat wrote, and nobody else's JSON has its names.
_MEANT = {
    **dict.fromkeys(("bib", "biblatex"), ("bibtex",)),
    **dict.fromkeys(("ris", "nbib", "medline", "enw", "endnote", "refer", "refworks", "ciw", "wos"), ("tagged",)),
    **dict.fromkeys(("csv", "tsv", "xlsx", "excel"), ("table",)),
    **dict.fromkeys(("jsonl", "ndjson", "json", "csl", "csl.json"), ("json", "tree")),
    **dict.fromkeys(("xml", "yaml", "yml", "cff"), ("tree",)),
}
# The first characters of files that people have beside their metadata, and what to do with them.
NO_FORMAT, A_PROGRAM = "text of no known format", "the source of a program, or a log, with no BibTeX and no records in it"
_ARCHIVE, _COMPRESSED = "an archive or an office document; unpack it, or save it as text", "compressed; unpack it first"
_NO_TEXT = {
    "%PDF-": "a PDF; papercat reads the text that pdftotext makes of it",
    **dict.fromkeys(("PK\3\4", "\u4b50\u0403"), _ARCHIVE),  # the same four bytes read as cp1252 and as UTF-16
    **dict.fromkeys(("\x1f\x8b", "\x1f\u2039", "\u8b1f"), _COMPRESSED),
}
_LIKE_PATH = re.compile(r"\S*[/\\.]\S{1,250}")  # `parse("refs.bib")`, where `read` was meant
_OPENING = re.compile(r"[\[{]")
_WHOLE = (None, "jsonl")  # a catalog that was written as a whole is known by its first line, whatever else is asked


def read(
    *paths: str | os.PathLike[str],
    format: str | None = None,  # noqa: A002
    fixes: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Catalog:
    """Read files and folders; the format of each is found by its content.

    Of a folder every file counts, at any depth and in the order of names, but not hidden ones, not README files, and not what stands in
    virtual environments, `node_modules` and `__pycache__`. What is no text, or of no known format, is an issue and keeps its place in the
    receipt: reading raises nothing for what stands in a file.

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
    sizes = [file.stat().st_size for file in found]
    unused, total = set(fixes or {}), sum(sizes)
    with building():
        catalogs = []
        for file, size, before in zip(found, sizes, accumulate(sizes, initial=0), strict=False):
            decoded = decode(file.read_bytes())
            document = Document(file.as_posix(), decoded.text, decoded.encoding, dict(fixes or {}))
            step = _step(progress, before, size, total, len(decoded.text))
            catalogs.append(_read(document, decoded, format, step))
            unused -= {damaged for damaged in unused if damaged in decoded.text}
    return _joined(catalogs) + Catalog(issues=map(_unused, sorted(unused)))


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
    return _streamed(found, format, fixes)  # what is wrong with the call is told by the call, and not by the first `next`


def _streamed(found: Sequence[Path], reader: str | None, fixes: Mapping[str, str] | None) -> Iterator[Paper | Issue]:
    unused = set(fixes or {})
    for file in found:
        with file.open("rb") as opened:
            stream = Stream(file.as_posix(), opened, dict(fixes or {}))
            if reader in _WHOLE and stream.head.text.startswith(MARK) and (held := restore(decode(file.read_bytes()).text)):
                yield from held.papers
                yield from held.issues
                continue
            for document, read_piece, chosen in _pieces(stream, reader):
                unused -= {damaged for damaged in unused if damaged in document.text}
                yield from (_whole(document.name, code, told) for code, told in stream.noted)
                stream.noted.clear()
                with building():
                    papers, issues, _ = _accounted(document, read_piece, None if reader else chosen)
                yield from papers
                yield from issues
    yield from map(_unused, sorted(unused))


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
    decoded = decode(text) if isinstance(text, bytes) else Decoded(text, "str", "")
    document = Document(name, decoded.text, decoded.encoding, dict(fixes or {}))
    with building():
        catalog = _read(document, decoded, format, None)
    return catalog + Catalog(issues=map(_unused, (damaged for damaged in fixes or {} if damaged not in decoded.text)))


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


def _read(document: Document, decoded: Decoded, reader: str | None, step: Callable[[Paper], None] | None) -> Catalog:
    if reader in _WHOLE and (held := restore(decoded.text)):
        # a catalog that was written as a whole comes back as it was: it is no new input
        return Catalog(**held._asdict())
    chosen, document = _viewed(without_quotes(document), reader)
    papers, issues, spans = _accounted(document, _reading(chosen, reader), None if reader else chosen or "", step)
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
    return _unreadable if read_all is None else read_all if reader else behind_front(read_all)


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


def _accounted(
    document: Document, read_all: Read, chosen: str | None, step: Callable[[Paper], None] | None = None
) -> tuple[list[Paper], list[Issue], list[Claim]]:
    """Read a document, with an issue for all that no record has.

    `chosen` names the reader, whose leavings the others look at; None where the user said which one is to read.
    """
    papers, issues = _records(document, read_all, step)
    issues += left_out(document)
    spans = share_out(document.name, document.text, papers, issues, document.base)
    has_rest = not _KEPT.isdisjoint(map(itemgetter(2), spans))  # as hardly any document
    if has_rest and chosen is not None and _look_again(document, chosen, spans, papers, issues):
        spans = share_out(document.name, document.text, papers, issues, document.base)
    issues = [*map(partial(as_written, document), issues)]
    if has_rest:
        issues += (_unread(document, start, end) for start, end, what in spans if what == UNREAD)
    return papers, issues, with_markup(spans, document)


def _records(document: Document, read_all: Read, step: Callable[[Paper], None] | None = None) -> tuple[list[Paper], list[Issue]]:
    papers: list[Paper] = []
    issues: list[Issue] = []
    for one in read_all(document):
        if isinstance(one, Issue):
            issues.append(one)
            continue
        papers.append(one)
        if step and len(papers) % _EVERY == 0:
            step(one)
    return papers, issues


def _look_again(document: Document, chosen: str, spans: Sequence[Claim], papers: list[Paper], issues: list[Issue]) -> bool:
    """Read what one reader left, where another is sure of it: a page above a block of BibTeX, RIS behind a list."""
    read_more = False
    for start, end in _left(spans):
        piece = document.piece(Place(start, end))
        other = choose(piece, _SURE) if end - start >= _WORTH_A_LOOK else None
        if other is None or other == chosen:
            continue
        found, noticed = _records(piece, READERS[other].read)
        if found:
            # what is in a third format is left by both: a list, RIS and BibTeX in one file
            _look_again(piece, other, share_out(piece.name, piece.text, found, noticed, piece.base), found, noticed)
            begin, stop = document.base + start, document.base + end
            papers += found
            issues[:] = [one for one in issues if not (one.code in _KEPT and one.source and begin <= one.source.start < stop)]
            issues += noticed
            papers.sort(key=_place_of)
            read_more = True
    return read_more


def _left(spans: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """Join neighbouring spans that no record has."""
    for is_left, group in groupby(spans, lambda span: span[2] in _KEPT or span[2] == SEPARATOR):
        joined = list(group)
        if is_left and any(what in _KEPT for _, _, what in joined):
            yield joined[0][0], joined[-1][1]


def _place_of(paper: Paper) -> int:
    return min((source.start for source in paper.sources), default=0)


def _unread(document: Document, start: int, end: int) -> Issue:
    base = document.base
    source = Source(name=document.name, line=document.line(start), start=base + start, end=base + end, field=UNREAD)
    raw = document.given[start:end]
    return Issue(code=UNREAD, message=f"belongs to no record; kept here: {raw[:60]!r}", source=source, raw=raw)


def _unused(damaged: str) -> Issue:
    return Issue(code="fix-unused", message=f"{damaged!r} stands nowhere; this fix did nothing", raw=damaged)


def _whole(name: str, code: str, message: str) -> Issue:
    return Issue(code=code, message=f"{name}: {message}")


def _unreadable(document: Document) -> Iterator[Issue]:
    if not document.text.strip():
        # why a workbook is empty is told with its encoding
        if document.encoding != WORKBOOK:
            yield _whole(document.name, "file-empty", "nothing stands in it")
        return
    told = "not a text file" if is_binary(document.text) else A_PROGRAM if is_program(document.text) else NO_FORMAT
    told = next((what for mark, what in _NO_TEXT.items() if document.text.startswith(mark)), told)
    if document.encoding == "str" and _LIKE_PATH.fullmatch(document.text):
        told += "; to read a file, give its path to read()"
    source = Source(name=document.name, line=1, start=0, end=len(document.text), field="file")
    yield Issue(code="file-skipped", message=f"{document.name}: {told}", source=source, raw=document.text[:200])


def _step(progress: Progress | None, before: int, size: int, total: int, length: int) -> Callable[[Paper], None] | None:
    if progress is None:
        return None
    progress(before, total)
    return lambda paper: progress(before + size * paper.sources[-1].end // max(length, 1), total) if paper.sources else None


def _joined(catalogs: Sequence[Catalog]) -> Catalog:
    return Catalog(
        (paper for one in catalogs for paper in one.papers),
        issues=(issue for one in catalogs for issue in one.issues),
        inputs=(made for one in catalogs for made in one.inputs),
        merges=(merge for one in catalogs for merge in one.merges),
        decisions=dict.fromkeys(told for one in catalogs for told in one.decisions),
    )
