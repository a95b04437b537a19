"""Writing files: whole or not at all, whatever goes wrong on the way."""

import errno
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pytest

from papercat import outputs
from papercat.outputs import write_bytes, write_text

OLD, NEW = b"@misc{old}\n", b"@misc{new, title = {S\xc3\xb6ren}}\n"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="permissions and links of POSIX")


@pytest.fixture
def refs(tmp_path: Path) -> Path:
    """Write a file that is to be replaced."""
    file = tmp_path / "refs.bib"
    file.write_bytes(OLD)
    return file


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_new_file_is_written(tmp_path: Path) -> None:
    write_text(tmp_path / "refs.bib", ["@misc{new, ", "title = {Sören}}", "\n"])
    assert (tmp_path / "refs.bib").read_bytes() == NEW
    assert names(tmp_path) == ["refs.bib"]


def test_a_file_is_replaced(refs: Path) -> None:
    write_bytes(refs, [NEW])
    assert refs.read_bytes() == NEW
    assert names(refs.parent) == ["refs.bib"]


def test_many_pieces_come_in_their_order(tmp_path: Path) -> None:
    pieces = [str(number).encode() * 999 for number in range(3000)]
    write_bytes(tmp_path / "refs.bib", pieces)
    assert (tmp_path / "refs.bib").read_bytes() == b"".join(pieces)


def test_no_piece_makes_an_empty_file(tmp_path: Path) -> None:
    write_bytes(tmp_path / "refs.bib", [])
    assert (tmp_path / "refs.bib").read_bytes() == b""


def test_memory_stays_flat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outputs, "_SIZE", 100)
    written: list[int] = []

    def pieces() -> Iterator[bytes]:
        for number in range(50):
            yield b"x" * 30
            if number % 4 == 3:  # behind each 120 bytes a write
                (file,) = (tmp_path / name for name in names(tmp_path))
                written.append(file.stat().st_size)

    monkeypatch.setattr(os, "fdopen", lambda descriptor, mode, opened=os.fdopen: opened(descriptor, mode, buffering=0))
    write_bytes(tmp_path / "refs.bib", pieces())
    assert written == [number * 120 for number in range(1, 13)]


class Full:
    """A file on a disk that is full after some bytes."""

    def __init__(self, file: object, room: int) -> None:
        self.file, self.room = file, room

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()  # type: ignore[attr-defined]

    def write(self, data: bytes) -> int:
        self.file.write(data[: self.room])  # type: ignore[attr-defined]
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def flush(self) -> None:
        self.file.flush()  # type: ignore[attr-defined]


FAULTS = ["full disk", "fsync", "replace", "chmod", "pieces", "interrupt in the pieces", "interrupt in fsync"]


def inject(fault: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[bytes]:
    """Break what is named, and give the pieces to write."""

    def fail(*_: object, **__: object) -> None:
        raise KeyboardInterrupt if "interrupt" in fault else OSError(errno.EIO, os.strerror(errno.EIO))

    def pieces() -> Iterator[bytes]:
        yield NEW
        if "pieces" in fault:
            fail()

    opened = os.fdopen
    if fault == "full disk":
        monkeypatch.setattr(os, "fdopen", lambda *args: Full(opened(*args), 7))
    elif "pieces" not in fault:
        home = Path if fault in ("replace", "chmod") else os
        monkeypatch.setattr(home, fault.removeprefix("interrupt in "), fail)
    return pieces()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_leaves_the_old_file_whole_and_nothing_beside_it(fault: str, refs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises((OSError, KeyboardInterrupt)):
        write_bytes(refs, inject(fault, monkeypatch))
    monkeypatch.undo()
    assert refs.read_bytes() == OLD
    assert names(refs.parent) == ["refs.bib"]


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault != "chmod"])
def test_a_fault_leaves_no_new_file(fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises((OSError, KeyboardInterrupt)):
        write_bytes(tmp_path / "refs.bib", inject(fault, monkeypatch))
    monkeypatch.undo()
    assert names(tmp_path) == []


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_permissions_stay(mode: int, refs: Path) -> None:
    refs.chmod(mode)
    write_bytes(refs, [NEW])
    assert stat.S_IMODE(refs.stat().st_mode) == mode


@POSIX
def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"")
    write_bytes(tmp_path / "refs.bib", [NEW])
    assert (tmp_path / "refs.bib").stat().st_mode == (tmp_path / "other").stat().st_mode


@POSIX
@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_a_link(there: bool, tmp_path: Path) -> None:  # noqa: FBT001
    (tmp_path / "kept").mkdir()
    target, link = tmp_path / "kept" / "refs.bib", tmp_path / "refs.bib"
    if there:
        target.write_bytes(OLD)
    link.symlink_to(target)
    write_bytes(link, [NEW])
    assert link.is_symlink()
    assert target.read_bytes() == NEW
    assert names(tmp_path / "kept") == ["refs.bib"]


@POSIX
def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_bytes(pipe, [NEW])
    reader.join(timeout=10)
    assert got == [NEW]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@POSIX
def test_a_link_to_a_pipe_without_a_name_is_written_to() -> None:
    code = "from papercat.outputs import write_bytes; write_bytes('/dev/stdout', [b'@misc{bai2022}'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)  # noqa: S603  our own code
    assert done.stdout == b"@misc{bai2022}"


@pytest.mark.parametrize("what", ["folder", "no such folder", "read only"])
def test_what_cannot_be_written_is_said_by_the_name_that_was_given(what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = {"folder": tmp_path, "no such folder": tmp_path / "none" / "refs.bib", "read only": tmp_path / "refs.bib"}[what]
    if what == "read only":
        target.write_bytes(OLD)
        # root may write everything
        monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OSError, match=r"directory|denied") as error:
        write_bytes(target, [NEW])
    assert error.value.filename == str(target)
    assert [name for name in names(tmp_path) if name != "refs.bib"] == []


def test_a_very_long_name_is_written(tmp_path: Path) -> None:
    write_bytes(tmp_path / ("n" * 251 + ".bib"), [NEW])
    assert len(names(tmp_path)) == 1
