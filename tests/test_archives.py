"""Compressed files and archives are read as the files that they hold; what is broken is read as far as it goes."""

import bz2
import gzip
import io
import lzma
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import papercat as pc
from papercat import cli
from papercat.inputs import archives

TITLES = [f"Constitutional AI {number}" for number in range(40)]
BIB = "".join(f"@article{{k{number}, title = {{{title}}}, year = 2022}}\n" for number, title in enumerate(TITLES)).encode()
RIS = b"TY  - JOUR\nTI  - Sleeper Agents\nPY  - 2024\nER  - \n"
PACKERS: dict[str, Callable[[bytes], bytes]] = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: dict[str, bytes], mode: str = "") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=f"w:{mode}") as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    done: bytes = out.getvalue()
    return done


def found(data: bytes, tmp_path: Path, name: str = "a") -> tuple[list[str | None], list[str], list[str]]:
    """Read bytes in three ways, which agree; give titles, codes and inputs."""
    file = tmp_path / name
    file.write_bytes(data)
    cat, parsed = pc.read(file), pc.parse(data, name=file.as_posix())
    streamed = list(pc.iter_read(file))
    assert parsed.papers == cat.papers == tuple(one for one in streamed if isinstance(one, pc.Paper))
    codes = [issue.code for issue in cat.issues]
    assert codes == [issue.code for issue in parsed.issues]
    assert sorted(codes) == sorted(one.code for one in streamed if isinstance(one, pc.Issue))
    assert not cat.receipt().unread
    return [one.title for one in cat.papers], codes, [one.name.removeprefix(file.as_posix()) for one in cat.inputs]


@pytest.mark.parametrize("suffix", PACKERS)
@pytest.mark.parametrize("piece", [100, 1 << 20])
def test_a_compressed_file_is_read(suffix: str, piece: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("papercat.inputs.PIECE", piece)
    assert found(PACKERS[suffix](BIB), tmp_path, f"refs.bib.{suffix}") == (TITLES, [], [""])
    assert found(PACKERS[suffix](BIB[:800]) + PACKERS[suffix](BIB[800:]), tmp_path) == (TITLES, [], [""]), "two streams are one file"


def test_the_receipt_counts_what_was_unpacked() -> None:
    cat = pc.parse(gzip.compress(BIB), name="refs.bib.gz")
    assert (cat.inputs[0].length, cat.inputs[0].format) == (len(BIB), "bibtex")
    assert [cat[9].sources[0].line, cat[9].sources[0].name] == [10, "refs.bib.gz"]


MEMBERS = {
    "list/refs.bib": BIB,
    "list/sub/more.ris": RIS,
    "__MACOSX/list/._refs.bib": b"\0\5\x16\7",
    "list/.DS_Store": b"\0\0\0\1Bud1",
    "list/README.md": b"# Papers",
    "list/node_modules/cite.bib": BIB,
}


@pytest.mark.parametrize("make", [zipped, lambda m: zipped(m, zipfile.ZIP_STORED), lambda m: zipped(m, zipfile.ZIP_LZMA), tarred])
def test_the_files_of_an_archive_are_those_of_a_folder(make: Callable[[dict[str, bytes]], bytes], tmp_path: Path) -> None:
    assert found(make(MEMBERS), tmp_path) == ([*TITLES, "Sleeper Agents"], [], ["/list/refs.bib", "/list/sub/more.ris"])


@pytest.mark.parametrize("mode", ["gz", "bz2", "xz"])
def test_a_compressed_tar_is_one_archive(mode: str, tmp_path: Path) -> None:
    packed = tarred({"./refs.bib": BIB, "a.bbl.gz": gzip.compress(RIS)}, mode)
    assert found(packed, tmp_path) == ([*TITLES, "Sleeper Agents"], [], ["/refs.bib", "/a.bbl.gz"])
    assert found(zipped({"b.tar": packed}), tmp_path)[1] == ["archive-refused"], "and the file in it is packed three times"


@pytest.mark.parametrize("make", [zipped, tarred, lambda members: tarred(members, "gz")])
def test_an_archive_in_an_archive_is_opened_and_none_in_that(make: Callable[[dict[str, bytes]], bytes], tmp_path: Path) -> None:
    inner = make({"refs.bib": BIB})
    assert found(zipped({"in": inner, "b.ris": RIS}), tmp_path) == ([*TITLES, "Sleeper Agents"], [], ["/in/refs.bib", "/b.ris"])
    titles, codes, _ = found(zipped({"out": zipped({"in": inner}), "b.ris": RIS}), tmp_path)
    assert (titles, codes) == (["Sleeper Agents"], ["archive-refused"])


@pytest.mark.parametrize("suffix", PACKERS)
def test_what_breaks_off_is_read_as_far_as_it_goes(suffix: str, tmp_path: Path) -> None:
    packed = PACKERS[suffix](BIB)
    titles, codes, _ = found(packed[:-3], tmp_path)
    assert (titles[:39], codes[-1]) == (TITLES[:39], "archive-broken")
    for end in range(1, len(packed), 61):
        found(packed[:end], tmp_path)
    assert found(packed[:12], tmp_path)[1] == ["archive-refused"]


def test_a_damaged_byte_is_told() -> None:
    packed = bytearray(gzip.compress(BIB))
    packed[-6] ^= 1  # of the checksum
    cat = pc.parse(bytes(packed))
    assert ([one.title for one in cat], [one.code for one in cat.issues]) == (TITLES, ["archive-broken"])


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_of_a_zip_that_was_cut_the_whole_files_are_read(method: int, tmp_path: Path) -> None:
    packed = zipped({"a/b.ris": RIS, "a/refs.bib": BIB}, method)
    titles, codes, names = found(packed[: packed.index(b"PK\1\2") + 9], tmp_path)
    assert (titles, codes, names) == (["Sleeper Agents", *TITLES], ["archive-broken"], ["/a/b.ris", "/a/refs.bib", ""])
    titles, codes, _ = found(packed[: packed.index(b"PK\1\2") - 150], tmp_path)
    assert (titles[:5], codes[-1]) == (["Sleeper Agents", *TITLES[:4]], "archive-broken")
    for end in range(4, len(packed), 97):
        found(packed[:end], tmp_path)


def test_a_zip_that_was_written_to_a_pipe_and_cut_is_read(tmp_path: Path) -> None:
    class Pipe(io.RawIOBase):
        done = b""

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:  # type: ignore[override]
            self.done += bytes(data)
            return len(data)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {"b.ris": RIS, "refs.bib": BIB}.items():
            archive.writestr(name, data)
    assert found(pipe.done, tmp_path)[:2] == (["Sleeper Agents", *TITLES], [])
    assert found(pipe.done[: pipe.done.index(b"PK\1\2")], tmp_path)[:2] == (["Sleeper Agents", *TITLES], ["archive-broken"])


def test_an_encrypted_file_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    packed = bytearray(zipped({"refs.bib": BIB, "b.ris": RIS}))
    packed[packed.index(b"PK\1\2") + 8] |= 1
    assert found(bytes(packed), tmp_path) == (["Sleeper Agents"], ["archive-refused"], ["/refs.bib", "/b.ris"])


@pytest.mark.parametrize("make", [*PACKERS.values(), lambda data: zipped({"a.bib": data}), lambda data: zipped({"z": zipped({"a": data})})])
def test_a_bomb_does_not_go_off(make: Callable[[bytes], bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "_LEAST", 1 << 16)
    bomb = BIB + b" " * (1 << 21)
    titles, codes, _ = found(make(bomb), tmp_path)
    assert (titles, codes) == (TITLES, ["archive-refused"])
    assert pc.read(tmp_path).inputs[0].length < 1 << 19
    monkeypatch.setattr(archives, "_LEAST", 1 << 23)
    assert found(make(bomb), tmp_path)[1] == []


@pytest.mark.parametrize("data", [zipped({}), tarred({"a/.b": b""}), zipped({"README.md": b"# Papers"}), zipped({"a/": b""})])
def test_an_archive_without_files_is_empty(data: bytes, tmp_path: Path) -> None:
    assert found(data, tmp_path)[:2] == ([], ["file-empty"])


def test_an_archive_may_hold_a_catalog_a_workbook_and_a_picture(tmp_path: Path) -> None:
    whole = pc.parse(BIB).dumps("jsonl")
    assert found(gzip.compress(whole.encode()), tmp_path)[0] == TITLES
    titles, codes, _ = found(zipped({"a.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200), "b.ris": RIS}), tmp_path)
    assert (titles, codes) == (["Sleeper Agents"], ["file-skipped"])


def test_fixes_and_format_and_progress_reach_the_files(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"a.txt": b"TI  - Sleper Agents\n", "b.ris": RIS * 300}))
    told: list[tuple[int, int]] = []
    cat = pc.read(tmp_path, format="ris", fixes={"Sleper": "Sleeper"}, progress=lambda done, total: told.append((done, total)))
    assert {one.title for one in cat} == {"Sleeper Agents"}
    assert told == sorted(told)
    assert {total for _, total in told} == {(tmp_path / "a.zip").stat().st_size}


def test_the_command_refuses_what_cannot_be_unpacked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(BIB)[:12])
    assert cli.main([str(tmp_path / "a.gz")]) == 2
    assert "breaks off" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes among its files")
def test_what_comes_through_a_pipe_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(BIB))
    code = "import sys, papercat; print(len(papercat.read('/dev/stdin')))"
    for data in (gzip.compress(BIB), zipped({"a": BIB}), BIB):
        done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=False)  # noqa: S603  this Python
        assert done.stdout.split() == [b"40"], done.stderr
