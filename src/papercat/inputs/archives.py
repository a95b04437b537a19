"""Compressed files and archives as the files that they hold: known by their first bytes, streamed, and bounded."""

import bz2
import gzip
import io
import lzma
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Protocol, cast

from papercat.inputs import is_counted
from papercat.inputs.torn import members_of_torn
from papercat.text.workbook import INSIDE

PACKED = "archive"  # stands for the codec of what has no text, for nothing of it could be unpacked
BROKEN, REFUSED, EMPTY = "archive-broken", "archive-refused", "file-empty"
# What comes out may be so many times what goes in; less than the least hurts nobody. Of 150 files of metadata the one that shrinks most,
# XML of PubMed, has 7 with xz, and deflate ends at 1,032: https://www.zlib.net/zlib_tech.html
_RATIO, _LEAST = 100, 1 << 24
_HEAD = 512  # bytes, the first block of a tar
_CHUNK = 1 << 18  # bytes unpacked at once
_DEEPEST = 1  # an archive in an archive is opened, and none in that
# What the libraries raise for what is broken: each names its own, and all of them let those of Python through.
_FAULTS: tuple[type[Exception], ...] = (
    *(OSError, EOFError, ValueError, RuntimeError, OverflowError, MemoryError),
    *(zlib.error, lzma.LZMAError, zipfile.BadZipFile, zipfile.LargeZipFile, tarfile.TarError),
)
# Members by which a zip is known as something else: Office Open XML, OpenDocument and EPUB, programs in Java.
_NO_ARCHIVE = frozenset(("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"))
_ENCRYPTED = 1  # of the flags, APPNOTE.TXT 4.4.4


class _Unpacker(Protocol):
    def read1(self, size: int = -1, /) -> bytes: ...


@dataclass
class _Bound:
    """How much may still come out of a file: the bytes of it that were read, and those that came out of them at all levels."""

    packed: int = 0
    unpacked: int = 0

    def is_passed(self) -> bool:
        return self.unpacked > max(_LEAST, _RATIO * self.packed)


class Part:
    """A file, or one that it holds: its bytes are read once, from the beginning.

    Attributes:
        name: the path; of a file in an archive that of the archive before it, `folder.zip/refs.bib`.
        told: code and text of what was wrong with it, complete when all of it has been read.
        is_void: nothing of it can be read, and `told` says why.
    """

    def __init__(self, name: str, more: Callable[[int], bytes]) -> None:
        """Take what gives at most so many bytes, and none at the end."""
        self.name, self._more = name, more
        self.told: list[tuple[str, str]] = []
        self.is_void = False
        self._head = b""

    def peek(self) -> bytes:
        """Look at the first bytes."""
        while len(self._head) < _HEAD and (more := self._more(_HEAD)):
            self._head += more
        return self._head

    def read(self, size: int = -1) -> bytes:
        """Give so many bytes, fewer only at the end; all, if the size is negative."""
        if size < 0:
            return b"".join([self._taken(len(self._head)), *iter(lambda: self._more(_CHUNK), b"")])
        chunks = [self._taken(size)]
        size -= len(chunks[0])
        while size and (more := self._more(size)):
            chunks.append(more)
            size -= len(more)
        return b"".join(chunks)

    def _taken(self, size: int) -> bytes:
        taken, self._head = self._head[:size], self._head[size:]
        return taken

    def void(self, code: str, told: str) -> "Part":
        """Give in its place a part that says why it cannot be read."""
        part = Part(self.name, lambda _: b"")
        part.is_void = True
        part.told.append((code, told))
        return part


def parts(name: str, file: IO[bytes]) -> Iterator[Part]:
    """Give a file, or if it is packed the files in it; each must be read before the next one.

    >>> [(part.name, part.read()) for part in parts("refs.bib.gz", io.BytesIO(gzip.compress(b"@misc{bai2022}")))]
    [('refs.bib.gz', b'@misc{bai2022}')]
    """
    bound = _Bound()

    def more(size: int) -> bytes:
        data = file.read(size)
        bound.packed += len(data)
        return data

    part = Part(name, more)
    if _pack(part.peek()):
        yield from _unpacked(part, bound, 0, file)
    else:
        yield part


def is_packed(data: bytes) -> bool:
    r"""Tell compressed bytes and archives by their beginning.

    >>> is_packed(b"\x1f\x8b\x08\0"), is_packed(b"Breaking the Sorting Barrier")
    (True, False)
    """
    return _pack(data[:_HEAD]) is not None


def _pack(head: bytes) -> str | None:
    """Name what is packed, by the marks of RFC 1952, of bzip2 with its first or its last block, of xz, of zip and of POSIX's tar."""
    if head.startswith(b"\x1f\x8b\x08"):
        return "gzip"
    if head.startswith(b"BZh") and head[4:10] in (b"1AY&SY", b"\x17rE8P\x90"):
        return "bzip2"
    if head.startswith(b"\xfd7zXZ\0"):
        return "xz"
    if head.startswith((b"PK\3\4", b"PK\5\6")):
        return "zip"
    return "tar" if head[257:262] == b"ustar" else None


def _unpacked(part: Part, bound: _Bound, level: int, file: IO[bytes] | None = None) -> Iterator[Part]:
    """Give the files in what may be packed; `file` is what it is read from, where that is a file of its own."""
    pack = _pack(part.peek())
    if pack is None:
        part.is_void = bool(part.told) and not part.peek()
        yield part
    elif level > _DEEPEST:
        yield part.void(REFUSED, f"a {pack} in an archive in an archive; unpack it first")
    elif pack == "zip":
        yield from _zipped(part, bound, level, file)
    elif pack == "tar":
        yield from _tarred(part, bound, level)
    else:
        inner = _inner(part.name, _opened(pack, part), bound)
        # a tar is compressed as one; whatever else is packed in it is packed twice
        yield from _tarred(inner, bound, level) if _pack(inner.peek()) == "tar" else _unpacked(inner, bound, level + 1)


def _opened(pack: str, part: Part) -> _Unpacker:
    packed = cast("IO[bytes]", part)  # of a file these only read
    if pack == "gzip":
        return cast("_Unpacker", gzip.GzipFile(fileobj=packed, mode="rb"))
    return bz2.BZ2File(packed) if pack == "bzip2" else lzma.LZMAFile(packed)


def _inner(name: str, unpacker: _Unpacker, bound: _Bound) -> Part:
    """Give what comes out of a file as a part, which ends where that is broken or grows past the bound."""
    is_done, has_any = False, False

    def more(size: int) -> bytes:
        nonlocal is_done, has_any
        if is_done:
            return b""
        try:
            data = unpacker.read1(size)
        except _FAULTS as error:
            is_done = True
            part.told.append((BROKEN if has_any else REFUSED, _fault(error)))
            return b""
        has_any = True
        bound.unpacked += len(data)
        if bound.is_passed():
            is_done = True
            part.told.append((REFUSED, f"unpacks to more than {_RATIO} times its size, as no metadata does; read up to there"))
        return data

    part = Part(name, more)
    return part


def _fault(error: BaseException) -> str:
    """Say what is wrong with something packed."""
    told = "it breaks off" if isinstance(error, EOFError) else f"{error}" or type(error).__name__
    return f"cannot be unpacked as a whole, only as far as it goes: {told}"


def _tarred(part: Part, bound: _Bound, level: int) -> Iterator[Part]:
    count = 0
    try:
        with tarfile.open(fileobj=cast("IO[bytes]", part), mode="r|") as archive:
            for info in archive:
                member = archive.extractfile(info) if info.isfile() and is_counted(info.name) else None
                if member:
                    count += 1
                    yield from _unpacked(_inner(_within(part, info.name), cast("_Unpacker", member), bound), bound, level + 1)
    except _FAULTS as error:
        part.told = part.told or [(BROKEN, _fault(error))]
    yield from _account(part, count)


def _zipped(part: Part, bound: _Bound, level: int, file: IO[bytes] | None) -> Iterator[Part]:
    if file is not None and file.seekable():
        bound.packed = file.seek(0, io.SEEK_END)
        yield from _zip_members(part, file, bound, level)
        return
    with tempfile.TemporaryFile() as copy:  # the list of what a zip holds stands at its end
        for data in iter(lambda: part.read(_CHUNK), b""):
            copy.write(data)
        yield from _zip_members(part, copy, bound, level)


def _zip_members(part: Part, file: IO[bytes], bound: _Bound, level: int) -> Iterator[Part]:
    count = 0
    try:
        archive = zipfile.ZipFile(file)
    except _FAULTS as error:
        part.told.append((BROKEN, _fault(error)))
        for name, member in members_of_torn(file):
            if is_counted(name):
                count += 1
                yield from _unpacked(_inner(_within(part, name), member, bound), bound, level + 1)
        yield from _account(part, count)
        return
    with archive:
        if any(info.filename in _NO_ARCHIVE or info.filename.startswith(INSIDE) for info in archive.infolist()):
            file.seek(0)
            yield Part(part.name, file.read)
            return
        for info in archive.infolist():
            if not info.is_dir() and is_counted(info.filename):
                count += 1
                yield from _zip_member(Part(_within(part, info.filename), lambda _: b""), archive, info, bound, level + 1)
    yield from _account(part, count)


def _zip_member(part: Part, archive: zipfile.ZipFile, info: zipfile.ZipInfo, bound: _Bound, level: int) -> Iterator[Part]:
    if info.flag_bits & _ENCRYPTED:
        yield part.void(REFUSED, "encrypted; unpack it first")
        return
    try:
        member = archive.open(info)
    except _FAULTS as error:
        yield part.void(REFUSED, f"cannot be unpacked: {error}")
        return
    with member:
        yield from _unpacked(_inner(part.name, cast("_Unpacker", member), bound), bound, level)


def _within(part: Part, name: str) -> str:
    return f"{part.name}/{name.removeprefix('./').lstrip('/')}"


def _account(part: Part, count: int) -> Iterator[Part]:
    """Give what is to be told of an archive as a whole."""
    if part.told:
        code, told = part.told[0]
        yield part.void(code if count else REFUSED, told)
    elif not count:
        yield part.void(EMPTY, "an archive without a file that would be read")
