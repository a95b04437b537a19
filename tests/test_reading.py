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
