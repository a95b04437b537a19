"""Files written whole or not at all."""

import os
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress
from errno import EACCES, EEXIST, EISDIR
from pathlib import Path
from typing import BinaryIO

_SIZE = 1 << 20  # bytes; pieces are gathered up to here, so that memory stays flat and writing quick
_TRIES = 100  # names for a temporary file, of 4 billion


def write_text(path: str | os.PathLike[str], pieces: Iterable[str]) -> None:
    """Write a text as UTF-8, as `write_bytes` writes bytes.

    Raises:
        OSError: the file cannot be written.
    """
    write_bytes(path, (piece.encode("utf-8", "surrogatepass") for piece in pieces))


def write_bytes(path: str | os.PathLike[str], pieces: Iterable[bytes]) -> None:
    """Write a file in pieces, whole or not at all: a new one beside it takes its place when all of it is on the disk.

    Whatever goes wrong, also in making the pieces, the file stays as it was and nothing is left beside it. A link stays a link, and a
    file keeps its permissions; what is no file, a pipe or a terminal, is written to as it is.

    Raises:
        OSError: the file cannot be written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_bytes(f"{folder}/refs.bib", [b"@misc{bai2022,", b"}"])
    ...     write_bytes(f"{folder}/refs.bib", (1 / 0 for _ in "x"))
    Traceback (most recent call last):
    ZeroDivisionError: division by zero
    """
    mode = _mode(Path(path), os.fspath(path))
    if mode is not None and not stat.S_ISREG(mode):
        with Path(path).open("wb") as file:  # by its own name: what /dev/stdout leads to can be a pipe, which has none
            _write(file, pieces)
        return
    _replace(Path(os.path.realpath(path)), os.fspath(path), mode, pieces)


def _mode(target: Path, name: str) -> int | None:
    """Give the mode of a file, None if there is none yet; one that must not be written is refused, though its folder would let it be."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), name)
    if not os.access(target, os.W_OK):
        raise PermissionError(EACCES, os.strerror(EACCES), name)
    return mode


def _replace(target: Path, name: str, mode: int | None, pieces: Iterable[bytes]) -> None:
    descriptor, temporary = _opened(target.parent, name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            _write(file, pieces)
            file.flush()
            os.fsync(descriptor)
        if mode is not None:
            temporary.chmod(stat.S_IMODE(mode))
        temporary.replace(target)
    except BaseException:  # an interrupt too leaves nothing behind
        with suppress(OSError):
            temporary.unlink()
        raise
    _settle(target.parent)


def _opened(folder: Path, name: str) -> tuple[int, Path]:
    """Make a file that nobody has; its permissions are those that the user wants new files to have."""
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    for _ in range(_TRIES):
        # a name of its own, for the target's can be as long as a name may be
        temporary = folder / f".papercat-{secrets.token_hex(4)}"
        try:
            return os.open(temporary, flags, 0o666), temporary
        except FileExistsError:
            continue
        except OSError as error:
            error.filename = name  # nobody asked for the temporary one
            raise
    raise FileExistsError(EEXIST, os.strerror(EEXIST), name)


def _write(file: BinaryIO, pieces: Iterable[bytes]) -> None:
    gathered: list[bytes] = []
    size = 0
    for piece in pieces:
        gathered.append(piece)
        size += len(piece)
        if size >= _SIZE:
            file.write(b"".join(gathered))
            gathered.clear()
            size = 0
    file.write(b"".join(gathered))


def _settle(folder: Path) -> None:
    """See that the new name too outlives a crash of the machine, where the system can do that for a folder."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
