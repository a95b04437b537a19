"""What is left of a zip that was cut: its files by the header before each, for the list of all stood at its end."""

import zlib
from collections.abc import Iterator
from struct import Struct
from typing import IO

# APPNOTE.TXT 4.3.7: mark, version, flags, method, time, date, checksum, packed and unpacked size, lengths of the name and of what is added
_HEADER = Struct("<4s5H3L2H")
_MARK, _STORED, _DEFLATED = b"PK\3\4", 0, 8
_ENCRYPTED, _HAS_DESCRIPTOR, _IS_UTF8 = 1, 8, 0x800
_DESCRIPTOR = 24  # bytes at most: a mark, a checksum and two sizes of eight bytes stand behind the data
_CHUNK = 1 << 16


class _Member:
    """The bytes of one file: so many as stand there, or up to where deflate says that it ends."""

    def __init__(self, file: IO[bytes], size: int | None) -> None:
        self._file, self._left = file, size
        self._inflating = zlib.decompressobj(-zlib.MAX_WBITS) if size is None else None
        self._waiting = b""

    def read1(self, size: int = -1, /) -> bytes:
        """Give at most so many bytes, none at the end.

        Raises:
            EOFError: the zip was cut here.
            zlib.error: its bytes are damaged.
        """
        return self._stored(size) if self._inflating is None else self._inflated(self._inflating, size)

    def _stored(self, size: int) -> bytes:
        data = self._file.read(min(size, self._left or 0))
        self._left = (self._left or 0) - len(data)
        if self._left and not data:
            raise EOFError
        return data

    def _inflated(self, inflating: "zlib._Decompress", size: int) -> bytes:
        while not inflating.eof:
            given = self._waiting or self._file.read(_CHUNK)
            data = inflating.decompress(given, size)
            self._waiting = inflating.unconsumed_tail
            if data:
                return data
            if not given:
                raise EOFError
        self._file.seek(-len(inflating.unused_data), 1)
        self._inflating, self._left = None, 0
        return b""


def members_of_torn(file: IO[bytes]) -> Iterator[tuple[str, _Member]]:
    """Give the files of a zip without its list, up to one that is cut, encrypted or packed by a rare method."""
    file.seek(0)
    while len(head := file.read(_HEADER.size)) == _HEADER.size and head.startswith(_MARK):
        _, _, flags, method, _, _, _, size, _, name, more = _HEADER.unpack(head)
        shown = file.read(name).decode("utf-8" if flags & _IS_UTF8 else "cp437", "replace")
        file.seek(more, 1)
        if flags & _ENCRYPTED or method not in (_STORED, _DEFLATED) or (method == _STORED and flags & _HAS_DESCRIPTOR):
            return
        member = _Member(file, size if method == _STORED else None)
        if not shown.endswith("/"):
            yield shown, member
        try:
            while member.read1(_CHUNK):  # what nobody wanted
                pass
        except (EOFError, zlib.error):
            return
        if flags & _HAS_DESCRIPTOR:
            behind = file.read(_DESCRIPTOR + len(_MARK))
            file.seek(max(behind.find(_MARK), 0) - len(behind), 1)
