"""A manuscript of many files: what it includes from its folder, and what it must not reach."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat.manuscripts import cited


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder for a manuscript beside other files."""
    (tmp_path / "secret.tex").write_text(r"\cite{secret}", "utf-8")
    (tmp_path / "paper" / "parts").mkdir(parents=True)
    return tmp_path / "paper"


def put(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / name.replace("__", "/")).with_suffix(".tex").write_text(text, "utf-8")
    return folder / "main.tex"


def test_parts_count_where_they_are_included(folder: Path) -> None:
    main = put(
        folder,
        main="\\cite{a}\n\\input{parts/one}\n\\include{two.tex}\n\\cite{e}",
        parts__one="\n\\cite{b}\\input{parts/three}",
        two=r"\cite{d,a}",
        parts__three=r"\cite{c}",
    )
    found = cited(main)
    assert list(found.places) == ["a", "b", "c", "d", "e"]
    assert [place.line for place in found.places.values()] == [1, 2, 1, 1, 4]
    assert found.places["b"].name.endswith("paper/parts/one.tex")
    assert found.issues == ()


def test_a_part_is_found_from_its_own_folder_too(folder: Path) -> None:
    main = put(folder, main=r"\subimport{parts}{one}", parts__one=r"\input{two}", parts__two=r"\cite{a}")
    assert list(cited(main).places) == ["a"]


@pytest.mark.parametrize("name", ["../secret", "../secret.tex", "parts/../../secret", "none", "parts", "x\0y", "n" * 300, "link"])
def test_what_is_outside_or_not_there_is_told(name: str, folder: Path) -> None:
    (folder / "link.tex").symlink_to(folder.parent / "secret.tex")
    found = cited(put(folder, main=f"\\cite{{a}}\\input{{{name}}}\\cite{{b}}"))
    assert list(found.places) == ["a", "b"]
    assert [(issue.code, issue.raw) for issue in found.issues] == [("file-skipped", name)]


def test_an_absolute_path_is_not_followed(folder: Path) -> None:
    found = cited(put(folder, main=f"\\input{{{(folder.parent / 'secret.tex').as_posix()}}}"))
    assert not found.places
    assert len(found.issues) == 1


def test_a_circle_ends(folder: Path) -> None:
    main = put(folder, main=r"\input{one}\cite{a}", one=r"\input{main}\input{one}\cite{b}")
    assert list(cited(main).places) == ["b", "a"]


def test_a_long_chain_ends(folder: Path) -> None:
    files = {f"f{number}": f"\\cite{{k{number}}}\\input{{f{number + 1}}}" for number in range(1500)}
    assert len(cited(put(folder, main=r"\input{f0}", f1500="", **files)).places) == 1500


def test_aux_files_of_parts_are_read(folder: Path) -> None:
    (folder / "main.aux").write_text("\\citation{a}\n\\@input{one.aux}\n", "utf-8")
    (folder / "one.aux").write_text("\\citation{b}\n", "utf-8")
    assert list(cited(folder / "main.aux").places) == ["a", "b"]


def test_several_manuscripts_count_together(folder: Path) -> None:
    (folder / "notes.md").write_text("[@b; @a]", "utf-8")
    assert list(cited(put(folder, main=r"\cite{a}"), folder / "notes.md").places) == ["a", "b"]


def test_a_file_that_is_not_there_is_an_error(folder: Path) -> None:
    with pytest.raises(FileNotFoundError):
        cited(folder / "none.tex")


@given(st.binary(max_size=200), st.sampled_from(["a.tex", "a.md", "a.aux", "a.bcf", "a", "a.txt"]))
def test_any_bytes_are_read(tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str) -> None:
    file = tmp_path_factory.mktemp("any") / name
    file.write_bytes(data + "\\cite{müller20} @x".encode("utf-16"))
    assert cited(file).issues is not None


def test_a_part_that_cannot_be_read_is_told_and_the_rest_counts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    main = put(folder, main=r"\cite{a}\input{locked}\cite{b}", locked=r"\cite{c}")
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.stem == "locked":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    found = cited(main)
    assert list(found.places) == ["a", "b"]
    assert [issue.code for issue in found.issues] == ["file-skipped"]
