"""Whatever bytes come in, reading raises nothing, and every letter is in a field, an issue or kept as unread."""

import bz2
import gzip
import io
import lzma
import re
import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.inputs.archives import is_packed
from papercat.readers import READERS
from papercat.text.decode import decode

RAW = Path(__file__).parents[1] / "data" / "raw"
LISTING = (RAW / "askell-listing.txt").read_text(encoding="utf-8")
ABSTRACTS = (RAW / "abstracts-with-ids.txt").read_text(encoding="utf-8")
FORMATS = (None, *READERS)
BREAK = re.compile(r"\r\n|[\r\n\v\f\u2028\u2029]")
MEGABYTE = 1_000_000

# What readers look for, and what breaks them, to be thrown together in any order.
TOKENS = (
    *("\ud800", "\udfff", "\x00", "\x85", "\x9d", "\x1b", "\ufeff", "\ufffd", "\ue000", "\u0378", "\U000e0001"),
    *("\n", "\r", "\r\n", "\n\n", "\u2028", "\u2029", "\v", "\f", "\x1c", " ", "\t", "\u00a0", "\u200b", "\u3000"),
    *("Askell, Amanda", "Bai, Yuntao, Kadavath, Saurav", "null", "NaN", "Jr.", "III", "ATLAS Collaboration", "van der"),
    *("arXiv:2212.09251", "arXiv:804.1664", "hep-th/9711200", "arXiv:math.GT/0309136v2", "https://arxiv.org/abs/", "10.1/x"),
    *("We show that. It is", "Constitutional AI", "31 pages", "1. ", "2. ", "[1] ", "12", "page 3", "2022", ",", ", ", ";"),
    *("@article{", "@misc{a, title = {", "author = {", "author={{}}", "year=2020", '"', "#", "@string{a = ", "@comment{", "}", "=", "("),
    *('{"title": "A"}', '{"a":', "[{", "}]", '"extra": {', '"sources": [', "1e999", "null", "[", "]", "{", ":"),
    *("Title,Authors,Year\n", "Titel;Autor\r", "| Title | DOI |\n|---|---|\n", "<table><tr><th>Title<th>Year<tr><td>"),
    *("</td>", '"', '""', "\t", "|", "9" * 5_000, "\n" + "1" * 5_000 + "\n"),  # more digits than Python reads as a number
    *("&amp;", "&#0;", "&#xD800;", "&lt;", "&", "\\", "\\'e", "\\'{", "$", "-\n", "\u00ad", "(cid:173)", "ﬁ"),
    *("Sรถren", "ร", "ฤa", "â€", "Ã", "Ã¶", "ÃƒÂ¶", "e\u0301", "\u0301", "İ", "ß", "한", "\u1100\u1161", "\u1fef", "\u037e", "Ω"),
)  # fmt: skip
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
SOUP = st.lists(st.sampled_from(TOKENS) | st.text(max_size=3), max_size=25).map("".join)
CODECS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252", "iso8859_11")


def zipped(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", data)
        archive.writestr("b", gzip.compress(data))
    return out.getvalue()


def read_whole(data: str | bytes, format: str | None) -> pc.Catalog:  # noqa: A002  as the library names it
    """Parse, and hold the parse to its account: the spans tile the text, and no letter is lost."""
    cat = pc.parse(data, format=format)
    if isinstance(data, bytes) and is_packed(data):
        assert {span.name for span in cat.receipt()} <= {one.name for one in cat.inputs}
        return cat
    text = decode(data).text if isinstance(data, bytes) else data
    spans = list(cat.receipt())
    assert [span.start for span in spans] == [0, *(span.end for span in spans)][: len(spans)]
    assert (spans[-1].end if spans else 0) == len(text) == cat.inputs[0].length
    assert all(span.start < span.end for span in spans)
    assert not any(char.isalnum() for span in spans if span.what == "separator" for char in text[span.start : span.end])
    kept = {(issue.source.start, issue.source.end): issue.raw for issue in cat.issues if issue.source and issue.code == "text-unread"}
    for span in spans:
        if span.what == "text-unread":
            assert kept[span.start, span.end] == text[span.start : span.end]
    return cat


PACKERS = (gzip.compress, bz2.compress, lzma.compress, zipped)


@given(st.sampled_from(PACKERS), st.binary(max_size=60), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=4))
def test_whatever_happened_to_an_archive_it_is_read(pack: Callable[[bytes], bytes], data: bytes, wounds: list[tuple[float, int]]) -> None:
    packed = bytearray(pack(data))
    for place, byte in wounds:
        packed[int(place * (len(packed) - 1))] = byte
    read_whole(bytes(packed), None)
    read_whole(bytes(packed[: len(packed) // 2]), None)


def cut(text: str, start: int, size: int) -> str:
    return text[start : start + size]


@pytest.mark.parametrize("reader", FORMATS)
@given(text=ANY_TEXT | SOUP)
def test_any_text_is_read_and_accounted_for(reader: str | None, text: str) -> None:
    read_whole(text, reader)


@pytest.mark.parametrize("reader", FORMATS)
@given(data=st.binary(max_size=80) | st.builds(lambda text, codec: text.encode(codec, "replace"), SOUP, st.sampled_from(CODECS)))
def test_any_bytes_are_read_and_accounted_for(reader: str | None, data: bytes) -> None:
    read_whole(data, reader)


@pytest.mark.parametrize("reader", FORMATS)
@given(
    text=st.builds(cut, st.sampled_from([LISTING, ABSTRACTS]), st.integers(0, len(LISTING)), st.integers(0, 1500)),
    wounds=st.lists(st.tuples(st.floats(0, 1), st.sampled_from(TOKENS)), max_size=5),
)
def test_wounded_dumps_are_read_and_accounted_for(reader: str | None, text: str, wounds: list[tuple[float, str]]) -> None:
    for where, token in wounds:
        place = int(where * len(text))
        text = text[:place] + token + text[place:]
    read_whole(text, reader)


@given(text=SOUP)
def test_what_was_read_can_be_written(text: str) -> None:
    cat = pc.parse(text).dedup()
    assert len(pc.parse(cat.to_json(), format="json")) == len(cat)
    cat.to_bibtex()


@given(text=SOUP)
def test_spans_know_their_lines(text: str) -> None:
    breaks = [match.end() for match in BREAK.finditer(text)]
    for span in pc.parse(text).receipt():
        assert span.line == 1 + sum(end <= span.start for end in breaks)


@given(text=SOUP)
def test_reading_twice_gives_the_same(text: str) -> None:
    one, other = pc.parse(text), pc.parse(text)
    assert (one.papers, one.issues, one.inputs) == (other.papers, other.issues, other.inputs)


# -- files cut in the middle


def facts(paper: pc.Paper) -> tuple[object, ...]:
    return paper.title, paper.authors, paper.abstract, paper.comment, paper.arxiv


@pytest.mark.parametrize("text", [LISTING, ABSTRACTS], ids=["listing", "abstracts"])
@pytest.mark.parametrize("side", ["head", "tail"])
def test_a_cut_costs_only_the_record_that_it_hits(text: str, side: str) -> None:
    # 101 and 397 are prime, so that the cuts fall on all kinds of places; all 34,700 places were tried once, by hand
    whole = [facts(paper) for paper in pc.parse(text)]
    for place in range(101, len(text), 397):
        cat = read_whole(text[:place] if side == "head" else text[place:], None)
        if cat.inputs[0].format != "unknown":  # what is left may be prose alone
            found = [facts(paper) for paper in cat]
            assert all(one in whole for one in (found[:-2] if side == "head" else found[2:])), place


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-16-le"])
def test_bytes_cut_inside_a_character_are_read(codec: str) -> None:
    data = LISTING[:3000].encode(codec)
    for end in range(len(data) - 40, len(data)):
        assert read_whole(data[:end], None).inputs[0].format == "listing"


# -- nothing takes more than linear time: these do not end if it does

MANY = (
    *("a", ",", "a, ", "a\n", "-\n", "a-", " ", "\n", "\x00", "[", "{", "\\", "$", "&", "arXiv:2212.09251", "http://", "1. "),
    *("@article{", '{"a":', "[{", "Bai, Yuntao, ", "ร", "ฤa", "Ã", "ÃƒÂ¶ ", "\u0301"),
)  # fmt: skip
MORE = (
    *("-", "a-\n", "A.\n", "\t", "\r\n", "\ud800", "\ufffd", "}", "(", '"', "@", "#", "&amp;", "\\'{a}", "\\'", "{\\", "a.B"),
    *("arXiv:804.1664", "hep-th/9711200", "https://arxiv.org/abs/", "10.1234/a)", "99. a\n", "[1] a\n", "12\n", "12\nProceedings 1\n"),
    *("@article{a, title = {", "@string{a={b}}", "@misc{a, title={b}}\n", '{"title": "a"}\n', "null, ", "Jr., ", "de la "),
    *("ATLAS Collaboration, ", "ฤ", "ลซฤ", "ร\n", "â€", "Sรถren ", "e\u0301", "각", "İ", "\u3042\n", "\u00ad", "(cid:173)"),
    *("<li>", "<p>a<!--", '<a href="', "<div class=nav>", "<td>", "\\item ", "#+TITLE: a\n", "`a <b>`_ "),
)  # fmt: skip


@pytest.mark.parametrize("unit", MANY, ids=ascii)
def test_a_megabyte_of_one_thing_is_read(unit: str) -> None:
    text = (unit * MEGABYTE)[:MEGABYTE]
    assert pc.parse(text).inputs[0].length == MEGABYTE


@pytest.mark.parametrize("reader", FORMATS)
@pytest.mark.parametrize("unit", [*MANY, *MORE], ids=ascii)
def test_much_of_one_thing_is_read_in_any_format(unit: str, reader: str | None) -> None:
    text = (unit * MEGABYTE)[: MEGABYTE // 50]
    assert pc.parse(text, format=reader).inputs[0].length == len(text)


def test_a_megabyte_on_one_line_is_read() -> None:
    line = LISTING.replace("\n", " ")
    cat = read_whole(line * (MEGABYTE // len(line) + 1), None)
    assert cat.inputs[0].length >= MEGABYTE


def test_many_records_are_read_as_few_are() -> None:
    text = LISTING + "\n"
    few, many = pc.parse(text), pc.parse(text * 20)
    assert [facts(paper) for paper in many][: len(few) - 1] == [facts(paper) for paper in few][:-1]
    spans = list(many.receipt())
    assert all(one.end == other.start for one, other in pairwise(spans))


# -- nothing to read

EMPTY = ("", " ", "\t", "\n\n", "\r\n", "\ufeff", "\u3000", "\x85", "\u2028", " \u00a0\n")


@pytest.mark.parametrize("reader", FORMATS)
@pytest.mark.parametrize("text", EMPTY, ids=ascii)
def test_nothing_is_read_from_nothing(text: str, reader: str | None) -> None:
    assert not read_whole(text, reader).papers


@pytest.mark.parametrize("data", [b"", "".encode("utf-16"), b"\xef\xbb\xbf", b" \n"], ids=repr)
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    assert [issue.code for issue in pc.parse(data).issues] == ["file-empty"]


PICTURES = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00",
    b"PK\x03\x04\x14\x00\x00\x00\x08\x00\x00\x00!\x00\x00\x00\x00\x00",
    b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x01\x00\x00\xff\xff\x00\x00\x00\x00",
)


@pytest.mark.parametrize("data", PICTURES, ids=["png", "zip", "gzip"])
def test_what_is_no_text_is_skipped_with_a_reason(data: bytes) -> None:
    cat = read_whole(data, None)
    assert not cat.papers
    assert {"file-skipped", "archive-refused"} & {issue.code for issue in cat.issues}
