"""Files as documents: which files a path stands for, and a large one piece by piece."""

import codecs
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from errno import ENAMETOOLONG, ENOENT
from pathlib import Path
from typing import Protocol

from papercat.text.decode import BROKEN, Decoded, decode, is_binary, lenient
from papercat.text.document import SAMPLE, Document
from papercat.text.lines import line_starts

PIECE = 1 << 20  # bytes; a smaller file is one piece
# Folders of programs, not of data: packages of Node.js, compiled Python, and a virtual environment by its mark (PEP 405).
_PROGRAMS = frozenset(("node_modules", "__pycache__"))
_ENVIRONMENT = "pyvenv.cfg"
# What people give in the place of a path, by its look, and what they want instead.
_INSTEAD = (
    (re.compile(r"\s*[A-Za-z][A-Za-z0-9+.-]+://"), "papercat fetches no addresses: save what is there and read the file"),
    (
        re.compile(r"[^\n]*\n|\s*@\w+\s*[{(]|\s*[{<]|.{256}"),
        "this looks like text and not like a path: parse() takes text, the command takes it from -",
    ),
    (re.compile(r"-$"), "standard input is parse(sys.stdin.buffer.read())"),
    (re.compile(r"~"), "~ is for the shell, or for Path(...).expanduser()"),
    (re.compile(r"[^*?]*[*?]"), "a pattern is for the shell, or for read(*Path().glob(...))"),
)
_SHOWN = 200  # characters of what is no path


def files_of(paths: Sequence[str | os.PathLike[str]], taker: str = "read") -> list[Path]:
    """List the files that paths stand for, as `files` does for one.

    Args:
        paths: what a user gave.
        taker: the function that it was given to, for what the errors say.

    Raises:
        FileNotFoundError: there is no such file; it says what to do instead where the path looks like something else.
        TypeError: it is no path, or there is none.

    >>> files_of(["https://arxiv.org/abs/2212.09251"])
    Traceback (most recent call last):
    FileNotFoundError: [Errno 2] No such file or directory; papercat fetches no addresses: ...: 'https://arxiv.org/abs/2212.09251'
    >>> files_of([["refs.bib", "more.bib"]])
    Traceback (most recent call last):
    TypeError: read() takes paths, not list; several stand one behind the other: read(*paths)
    """
    if not paths:
        raise TypeError(f"{taker}() wants at least one path: a file or a folder, '.' for this one")
    for one in paths:
        if not isinstance(one, str | os.PathLike):
            raise _no_path(one, taker)
    return [file for one in paths for file in _found(one)]


def _found(path: str | os.PathLike[str]) -> Iterator[Path]:
    shown = os.fspath(path)
    try:
        if not shown:  # Path("") is the folder that the program runs in
            raise FileNotFoundError(ENOENT, os.strerror(ENOENT))
        yield from files(Path(path))
    except (OSError, ValueError) as error:  # ValueError: a NUL in it
        if isinstance(error, OSError) and error.errno not in (ENOENT, ENAMETOOLONG):
            raise
        told = next((f"; {what}" for look, what in _INSTEAD if look.match(shown)), "")
        name = shown[:_SHOWN] if told or not shown else str(Path(shown))
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT) + told, name) from None


def _no_path(given: object, taker: str) -> TypeError:
    if isinstance(given, bytes):
        instead = "; parse() takes bytes"
    elif hasattr(given, "read"):
        instead = "; parse(file.read()) reads an open file"
    elif hasattr(given, "columns") or isinstance(given, Mapping):
        instead = "; Catalog.from_records() takes records"
    else:
        instead = f"; several stand one behind the other: {taker}(*paths)" if hasattr(given, "__iter__") else ""
    return TypeError(f"{taker}() takes paths, not {type(given).__name__}{instead}")


def files(path: Path) -> Iterator[Path]:
    """List the files of a folder, at any depth and in the order of names, but no hidden ones, no README and no programs; or the one file.

    Raises:
        FileNotFoundError: there is no such file.
    """
    if not path.is_dir():
        path.stat()
        yield path
        return
    # links to folders are not followed, so a circle of them ends
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if _is_data(Path(folder, name)))
        for name in sorted(names):
            if is_counted(name) and (Path(folder) / name).is_file():
                yield Path(folder) / name


def is_counted(name: str) -> bool:
    """Tell a file of a folder that is read by its path there: it is not hidden, no README, and of no program.

    >>> is_counted("./papers/refs.bib"), is_counted("__MACOSX/papers/._refs.bib"), is_counted("README.md")
    (True, False, False)
    """
    steps = [step for step in name.split("/") if step not in ("", ".")]
    is_hidden = any(step.startswith(".") or step in _PROGRAMS for step in steps)
    return bool(steps) and not is_hidden and Path(steps[-1]).stem.upper() != "README"


def _is_data(folder: Path) -> bool:
    return not folder.name.startswith(".") and folder.name not in _PROGRAMS and not (folder / _ENVIRONMENT).exists()


class Readable(Protocol):
    """What gives its bytes from the beginning to the end."""

    def read(self, size: int = -1, /) -> bytes:
        """Give so many bytes, fewer only at the end; all, if the size is negative."""
        ...


class Stream:
    """A file that is read from its beginning to its end, whole or in pieces of about a megabyte.

    Attributes:
        noted: code and text of what was noticed about the encoding so far.
        is_small: the file is one piece.
    """

    def __init__(self, name: str, file: Readable, fixes: Mapping[str, str]) -> None:
        """Read the first piece."""
        self._name, self._file, self._fixes = name, file, fixes
        self.noted: list[tuple[str, str]] = []
        self._first = file.read(PIECE)
        self.is_small = len(self._first) < PIECE
        # to the end of a line, so that no letter is cut; four bytes are a letter of UTF-32
        end = len(self._first) if self.is_small else self._first.rfind(b"\n") + 1
        self._found = decode(self._first[: end - end % 4 if b"\0" in self._first[:4] else end] or self._first)

    @property
    def head(self) -> Document:
        """The first piece."""
        return self._document(self._found)

    def whole(self) -> Document:
        """Read the rest, and give the file as one document."""
        if not self.is_small and (rest := self._file.read()):
            self._first += rest
            self._found = decode(self._first)
        found = self._found
        if found.note and not is_binary(found.text):
            self.noted = [(found.code, found.note)]
        return self._document(found)

    def pieces(self, ends: Callable[[str], int]) -> Iterator[Document]:
        """Cut the file where its records end; `ends` says up to where a text that goes on holds whole ones, 0 if nowhere."""
        base, line, around = 0, 0, None
        for text in self._texts(ends):
            # a later piece is judged by those before it, as it is where the file is read as a whole
            piece = Document(self._name, text, self._found.encoding, self._fixes, base, line, around, is_judged=base >= SAMPLE)
            yield piece
            around = around or piece.damage
            base += len(text)
            line += len(line_starts(text)) - 1

    def _document(self, found: Decoded) -> Document:
        return Document(self._name, found.text, found.encoding, self._fixes)

    def _texts(self, ends: Callable[[str], int]) -> Iterator[str]:
        parts: list[str] = []
        size, enough = 0, PIECE
        for part in self._decoded():
            parts.append(part)
            size += len(part)
            if size < enough:
                continue
            text = "".join(parts)
            end = ends(text)
            end = 0 if text[:end].isspace() else end  # a reader learns from its first piece what the file is
            if end:
                yield text[:end]
            # a record that is larger than a piece is looked at as often as it doubles
            parts, size, enough = [text[end:]], len(text) - end, PIECE if end else 2 * size
        if size:
            yield "".join(parts)

    def _decoded(self) -> Iterator[str]:
        encoding, note = self._found.encoding, self._found.note
        make = codecs.getincrementaldecoder(encoding)
        if note:
            self.noted.append((self._found.code, note))
        decoder = make(lenient(encoding) if note else "strict")
        data, done = self._first, False
        while not done:
            done = not data
            state = decoder.getstate()
            try:
                text = decoder.decode(data, done)
            except UnicodeDecodeError:
                self.noted.append((BROKEN, f"not all {encoding}; other bytes are read as cp1252"))
                decoder = make(lenient(encoding))
                decoder.setstate(state)
                text = decoder.decode(data, done)
            yield text
            data = self._file.read(PIECE)
