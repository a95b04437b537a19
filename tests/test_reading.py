"""One file may hold several formats: what one reader leaves, another reads."""

from pathlib import Path

import pytest

import papercat as pc
from papercat.text.document import Document, Place

LISTING = "\n".join(
    f"{title}\nPerez, Ethan, Ringer, Sam, Lukošiūtė, Kamilė\nAs language models scale, they develop many novel behaviors, good and bad."
    for title in ("Constitutional AI", "Sleeper Agents", "Discovering Behaviors", "Moral Self-Correction", "Red Teaming")
)
BIBTEX = "@article{a, title={Measuring Faithfulness}, author={Lanham, Tamera}, year=2023}"
PROSE = "These are the papers that I have read this year; some I liked, some I did not, and of some I remember nothing at all."


@pytest.mark.parametrize("text", [f"{LISTING}\n\n{BIBTEX}\n", f"{BIBTEX}\n\n{LISTING}\n"])
def test_a_page_beside_a_block_of_bibtex(text: str) -> None:
    cat = pc.parse(text)
    assert len(cat) == 6
    assert not cat.receipt().unread
    starts = [min(source.start for source in paper.sources) for paper in cat.papers]
    assert starts == sorted(starts)
    for paper in cat.papers:
        for source in paper.sources:
            if source.field == "title":
                assert text[source.start : source.end].strip("{}") == paper.title
                assert source.line == text[: source.start].count("\n") + 1


@pytest.mark.parametrize("piece", [300, 1 << 20])
def test_a_file_of_two_formats_is_streamed_as_it_is_read(piece: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("papercat.inputs.PIECE", piece)
    entries = BIBTEX.replace("@article{a", "@article{b").replace("Measuring", "Judging")
    (tmp_path / "a.txt").write_text(f"{BIBTEX}\n{entries}\n\n{LISTING}\n\n{BIBTEX}\n", encoding="utf-8")
    streamed = [one for one in pc.iter_read(tmp_path) if isinstance(one, pc.Paper)]
    assert len(streamed) == 8
    assert [(one.title, one.sources[0].line) for one in streamed] == [(one.title, one.sources[0].line) for one in pc.read(tmp_path).papers]


def test_prose_beside_bibtex_is_no_paper() -> None:
    cat = pc.parse(f"{PROSE}\n\n{BIBTEX}\n\n{PROSE}\n")
    assert [paper.title for paper in cat.papers] == ["Measuring Faithfulness"]
    assert [issue.code for issue in cat.issues] == ["block-kept", "block-kept"]


def test_a_named_format_is_not_looked_past() -> None:
    assert len(pc.parse(f"{LISTING}\n\n{BIBTEX}\n", format="bibtex")) == 1


def test_a_piece_counts_as_the_whole_does() -> None:
    whole = Document("a.txt", "one\ntwo\r\nthree\nfour")
    piece = whole.piece(Place(9, 19))
    assert (piece.text, piece.base, [piece.line(place) for place in (0, 6)]) == ("three\nfour", 9, [3, 4])
    assert piece.piece(Place(6, 10)).line(0) == 4


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text(BIBTEX, encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "nowhere.bib").symlink_to(tmp_path / "missing")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200))
    cat = pc.read(tmp_path)
    assert len(cat) == 1
    assert [issue.code for issue in cat.issues] == ["file-skipped"]


def test_a_large_file_is_read_in_pieces_as_it_is_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("papercat.inputs.PIECE", 1000)
    entries = "".join(f"@article{{k{n}, title={{Sören’s {n}th Study}}, journal=J, year={1990 + n % 30}}}\n\n" for n in range(200))
    lines = "".join(f'{{"title": "Sören’s {n}th Study", "year": {1990 + n % 30}}}\n' for n in range(200))
    (tmp_path / "a.bib").write_text("@string{J = {Journal of Studies}}\n" + entries, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "c.jsonl").write_text("[\n " + ",\n ".join(lines.splitlines()) + "\n]\n", encoding="utf-16")
    (tmp_path / "d.txt").write_text(LISTING, encoding="utf-8")
    (tmp_path / "e.bib").write_bytes(entries.encode() + "@misc{z, title={Sören}}\n".encode("cp1252"))
    whole = pc.read(tmp_path)
    found = list(pc.iter_read(tmp_path))
    # a comma between two objects belongs to the one before it at the end of a piece, and to the one behind it elsewhere
    shown = [(one.title, one.year, one.venue, one.sources[0].line) for one in found if isinstance(one, pc.Paper)]
    assert shown == [(one.title, one.year, one.venue, one.sources[0].line) for one in whole.papers]
    assert (
        {one.code for one in found if isinstance(one, pc.Issue)} == {one.code for one in whole.issues} == {"block-kept", "encoding-broken"}
    )


def test_a_record_larger_than_a_piece_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("papercat.inputs.PIECE", 100)
    text = "@misc{a, title={A}}\n@misc{b, abstract={" + "long text " * 500 + "}}\n@misc{c, title={C}}\n"
    (tmp_path / "a.bib").write_text(text, encoding="utf-8")
    assert list(pc.iter_read(tmp_path)) == [*pc.read(tmp_path).papers]


def test_programs_in_a_folder_are_no_data(tmp_path: Path) -> None:
    for name in ("mine/env/lib/cite.bib", "mine/node_modules/cite/cite.bib", "mine/__pycache__/cite.bib", "mine/env2/cite.bib"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("@misc{bai2022, title={Constitutional AI}, year=2022}", encoding="utf-8")
    (tmp_path / "mine/env/pyvenv.cfg").write_text("version = 3.12", encoding="utf-8")
    names = [one.name.removeprefix(tmp_path.as_posix()) for one in pc.read(tmp_path).inputs]
    assert names == ["/mine/env2/cite.bib"]
    assert len(pc.read(tmp_path / "mine/env/lib")) == len(pc.read(tmp_path / "mine/env")) == 1, "who names a folder means it"
