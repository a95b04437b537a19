"""One file may hold several formats: what one reader leaves, another reads. What is no file at all is told so."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import papercat as pc
from papercat.readers import READERS
from papercat.reading import _MEANT
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


def test_a_late_piece_is_judged_as_the_file_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("papercat.inputs.PIECE", 250_000)
    record = "TY  - JOUR\nTI  - {}\nAU  - {}\nPY  - 2022\nER  - \n\n"
    healthy = "".join(record.format(f"Sleeper Agents {number}", "Hubinger, Evan") for number in range(3_600))
    odd = "".join(record.format(f"On {number}", name) for number in range(9) for name in ("Dvoøák, Petr", "Kosiñski, Micha³"))
    (tmp_path / "a.ris").write_text(healthy + odd, encoding="utf-8")
    assert pc.parse(odd)[0].authors[0].family == "Dvořák"
    assert list(pc.iter_read(tmp_path)) == [*pc.read(tmp_path).papers, *pc.read(tmp_path).issues]


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


@pytest.mark.parametrize("take", [pc.read, lambda *paths: list(pc.iter_read(*paths))], ids=["read", "iter_read"])
@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("", "No such file or directory: ''"),
        ("nothing.bib", "No such file or directory: 'nothing.bib'"),
        ("https://arxiv.org/abs/2212.09251", "fetches no addresses: save"),
        ("@misc{bai2022, title={Constitutional AI}}", "parse() takes text"),
        ("Constitutional AI\nBai, Yuntao", "parse() takes text"),
        ("@misc{bai2022, title={Constitutional AI}}\n" * 500, "parse() takes text"),
        ("word " * 1000, "parse() takes text"),
        ("data/*.bib", "read(*Path().glob(...))"),
        ("~/refs.bib", "expanduser()"),
        ("-", "parse(sys.stdin.buffer.read())"),
        ("refs\0.bib", "No such file or directory"),
    ],
)
def test_what_is_no_file_is_told_what_it_looks_like(take: Callable[..., object], given: str, told: str) -> None:
    with pytest.raises(FileNotFoundError) as error:
        take(given)
    assert told in str(error.value)
    assert len(str(error.value)) < 500


@pytest.mark.parametrize("take", [pc.read, pc.iter_read])
@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((), "wants at least one path"),
        ((None,), "takes paths, not NoneType"),
        ((42,), "takes paths, not int"),
        ((["a.bib", "b.bib"],), "(*paths)"),
        ((b"@misc{a}",), "parse() takes bytes"),
        ((io.StringIO("@misc{a}"),), "parse(file.read())"),
        (({"title": "Constitutional AI"},), "from_records"),
    ],
)
def test_what_is_no_path_is_told_who_takes_it(take: Callable[..., object], given: tuple[object, ...], told: str) -> None:
    with pytest.raises(TypeError) as error:
        take(*given)
    assert told in str(error.value)


def test_what_is_wrong_with_a_call_is_told_by_the_call(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        pc.iter_read(tmp_path / "nothing.bib")
    for take in (pc.read, pc.iter_read):
        with pytest.raises(pc.UnknownFormatError, match="no format 'bibtx'; known are abstracts"):
            take(tmp_path, format="bibtx")  # an empty folder
        for fixes in ([("a", "b")], "a=b", {"Kocoล": None}):
            with pytest.raises(TypeError, match="fixes map each damaged word"):
                take(tmp_path, fixes=fixes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("bib", "@misc{bai2022, title={Constitutional AI}}"),
        ("ris", "TY  - JOUR\nTI  - Constitutional AI\nER  - \n"),
        (".RIS", "TY  - JOUR\nTI  - Constitutional AI\nER  - \n"),
        ("nbib", "PMID- 1\nTI  - Constitutional AI\n"),
        ("enw", "%0 Journal Article\n%T Constitutional AI\n"),
        ("csv", "title,year\nConstitutional AI,2022\n"),
        ("tsv", "title\tyear\nConstitutional AI\t2022\n"),
        ("json", '[{"DOI": "10.48550/arXiv.2212.08073", "title": ["Constitutional AI"], "type": "posted-content"}]'),
        ("json", pc.parse("@misc{a, title={Constitutional AI}}").to_json()),
        ("jsonl", '{"title": "Constitutional AI", "year": 2022}\n{"title": "Constitutional AI", "year": 2023}\n'),
        ("jsonl", pc.parse("@misc{a, title={Constitutional AI}}").dumps("jsonl")),
        ("csl", pc.parse("@misc{a, title={Constitutional AI}}").dumps("csl")),
        ("xml", "<feed><entry><id>http://arxiv.org/abs/2212.08073</id><title>Constitutional AI</title></entry></feed>"),
    ],
)
def test_a_format_has_the_names_that_people_give_it(name: str, text: str, tmp_path: Path) -> None:
    found = pc.parse(text, format=name)
    assert {paper.title for paper in found} == {"Constitutional AI"}
    assert found.papers == pc.parse(text).papers
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert [one.title for one in pc.iter_read(tmp_path, format=name) if isinstance(one, pc.Paper)] == [one.title for one in found]


def test_a_reader_goes_before_another_name_for_it() -> None:
    assert {name for meant in _MEANT.values() for name in meant} <= set(READERS)
    assert not set(_MEANT) & (set(READERS) - {"json"})


def archive(name: str, text: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
        files.writestr(name, text)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Title(Sleeper Agents)>>\nendobj\n" + bytes(range(256)) * 9, "pdftotext"),
        (b"%PDF-1.5\n1 0 obj\n<</Title(Sleeper Agents)>>\nendobj\n", "pdftotext"),
        (archive("[Content_Types].xml", "<x/>"), "office document"),
        (archive("mimetype", "application/vnd.oasis.opendocument.text" * 50), "office document"),
        (b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(range(256)), "unpack it first"),
        (b"(\xb5/\xfd" + BIBTEX.encode(), "unpack it first"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200), "not a text file"),
        (b"What a day!", "text of no known format"),
    ],
)
def test_what_is_no_text_is_told_with_what_to_do(data: bytes, told: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(data)
    cat = pc.read(tmp_path)
    assert (len(cat), cat.issues[-1].code) == (0, "file-skipped")
    assert told in cat.issues[-1].message


THREE_FORMATS = (
    'Title,Authors,Year\nAttention Is All You Need,"Vaswani, Ashish; Shazeer, Noam",2017\n\n'
    "@misc{bai2022,\n  title = {Constitutional {AI}: Harmlessness from AI Feedback},\n  author = {Bai, Yuntao},\n  year = {2022}\n}\n\n"
    "TY  - JOUR\nTI  - Sleeper Agents: Training Deceptive LLMs that Persist\nAU  - Hubinger, Evan\nPY  - 2024\nER  - \n"
)


def test_what_a_second_reader_leaves_is_looked_at_again() -> None:
    cat = pc.parse(THREE_FORMATS)
    sources = [paper.source_of("title") for paper in cat]
    assert [(paper.year, source.line) for paper, source in zip(cat, sources, strict=True) if source] == [(2017, 2), (2022, 5), (2024, 11)]
    assert not cat.receipt().unread
