"""arXiv ids, in every spelling and in running text; what is none is refused."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat import Paper
from papercat.identifiers import arxiv_ids, parse_arxiv

SPELLINGS: list[tuple[str, str, int | None]] = [
    ("2212.09251", "2212.09251", None),
    ("2212.09251v1", "2212.09251", 1),
    ("2212.09251v12", "2212.09251", 12),
    (" 2212.09251\n", "2212.09251", None),
    ("arXiv:2212.09251", "2212.09251", None),
    ("arXiv: 2212.09251v2", "2212.09251", 2),
    ("ARXIV:2212.09251V2", "2212.09251", 2),
    ("arxiv 2212.09251", "2212.09251", None),
    ("https://arxiv.org/abs/2212.09251v1", "2212.09251", 1),
    ("https://arxiv.org/pdf/2212.09251.pdf", "2212.09251", None),
    ("https://arxiv.org/pdf/2212.09251v3", "2212.09251", 3),
    ("https://arxiv.org/html/2212.09251", "2212.09251", None),
    ("http://www.arxiv.org/abs/hep-th/9711200v3", "hep-th/9711200", 3),
    ("https://export.arxiv.org/abs/hep-th/9711200", "hep-th/9711200", None),
    ("arxiv.org/abs/1906.01820", "1906.01820", None),
    ("10.48550/arXiv.2212.09251", "2212.09251", None),
    ("https://doi.org/10.48550/arxiv.1906.01820", "1906.01820", None),
    ("hep-th/9711200", "hep-th/9711200", None),
    ("HEP-TH/9711200", "hep-th/9711200", None),
    ("math.GT/0309136", "math.GT/0309136", None),
    ("Math.gt/0309136v1", "math.GT/0309136", 1),
    ("math/0309136", "math/0309136", None),
    ("0704.0001", "0704.0001", None),
    ("1412.7584", "1412.7584", None),
    ("1501.00001", "1501.00001", None),
]
NONE = [
    "",
    "arXiv:",
    "arXiv",
    "2213.09251",  # no month 13
    "2200.09251",
    "2212.9251",  # five digits since 1501
    "1412.07584",  # four before
    "0703.0001",  # the scheme began with 0704
    "9711.0200",
    "2212.00000",  # numbers count from 1
    "1412.0000",
    "hep-th/9711000",
    "hep-th/9101001",  # the old scheme ran from 9107 to 0703
    "hep-th/0704001",
    "hep-th/9713200",
    "hep-th/97112001",
    "hep-th/971120",
    "hep-xx/9711200",
    "hep-th 9711200",
    "2212.09251v",
    "2212.09251v0",
    "2212.09251 and 1906.01820",
    "see 2212.09251",
    "12212.09251",
    "2212.092512",
    "22 12.09251",
    "2212,09251",
    "२२१२.०९२५१",
    "²²¹².09251",
    "10.1109/2212.09251",
    "https://example.org/abs/2212.09251",
    "https://arxiv.org/list/2212.09251",
    "perez2022discovering",
]
RUNNING: list[tuple[str, list[tuple[str, int | None]]]] = [
    ("see arXiv:2212.09251, arXiv:hep-th/9711200v2.", [("2212.09251", None), ("hep-th/9711200", 2)]),
    ("arXiv:2212.09251In some neural networks", [("2212.09251", None)]),
    ("arXiv:1402.03622 The", [("1402.0362", None)]),  # the second 2 is glued prose
    ("arXiv:1806.106392. We investigate", [("1806.10639", None)]),
    ("arXiv:hep-th/97112002 branes", [("hep-th/9711200", None)]),
    ("arXiv:2211.0916931 pages, 26 figures", [("2211.09169", None)]),
    ("arXiv:2212.09251v1We explore", [("2212.09251", 1)]),
    ("arXiv:2212.09251v12022 was", [("2212.09251", 1)]),  # few papers have ten versions
    ("arXiv:2212.09251v2 [cs.CL] 19 Dec 2022", [("2212.09251", 2)]),
    ("<https://arxiv.org/abs/1906.01820>", [("1906.01820", None)]),
    ("(arXiv:1906.01820)", [("1906.01820", None)]),
    ("arXiv:2212.0925", []),
    ("on 2212.09251 dollars", []),  # not marked as an id
    ("hep-th/9711200", []),
    ("arXiv:2213.09251", []),
    ("arXiv is a preprint server", []),
    ("", []),
]
FLOATS = [
    ("arXiv:804.1664Musician", "0804.1664", True),
    ("arXiv:1808.0229", "1808.02290", True),
    ("arXiv:704.1", "0704.1000", True),
    ("arXiv:1412.758", "1412.7580", True),  # the last month with four digits
    ("arXiv:1501.0012", "1501.00120", True),
    ("arXiv:2212.09251", "2212.09251", False),
    ("arXiv:1402.0362The", "1402.0362", False),
]
# What an id may look like, written down once more and independently of the patterns in the source.
NEW = re.compile(r"\d{4}\.\d{4,5}")
IDS = st.builds(
    lambda two, month, number: f"{two:02}{month:02}.{number:0{5 if two >= 15 else 4}}",
    st.integers(8, 90),
    st.integers(1, 12),
    st.integers(1, 9999),
)
FRAGMENTS = st.lists(
    st.sampled_from(["arXiv:", "arxiv.org/abs/", "2212.09251", "1412.758", "hep-th/", "9711200", "v2", "v", ".", "0", " ", "The", "\n"]),
    max_size=12,
).map("".join)


def found(text: str, *, floats: bool = False) -> Iterator[tuple[str, int | None]]:
    return ((one.id, one.version) for one in arxiv_ids(text, floats=floats))


@pytest.mark.parametrize(("text", "bare", "version"), SPELLINGS, ids=[text.strip() for text, *_ in SPELLINGS])
def test_every_spelling_is_read(text: str, bare: str, version: int | None) -> None:
    one = parse_arxiv(text)
    assert one
    assert (one.id, one.version, one.completed) == (bare, version, False)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_id_is_refused(text: str) -> None:
    assert parse_arxiv(text) is None


@pytest.mark.parametrize(("text", "ids"), RUNNING, ids=[text[:30] for text, _ in RUNNING])
def test_ids_of_a_running_text(text: str, ids: list[tuple[str, int | None]]) -> None:
    assert list(found(text)) == ids


@pytest.mark.parametrize(("text", "bare", "completed"), FLOATS, ids=[text for text, *_ in FLOATS])
def test_zeros_that_a_spreadsheet_took_come_back(text: str, bare: str, *, completed: bool) -> None:
    assert [(one.id, one.completed) for one in arxiv_ids(text, floats=True)] == [(bare, completed)]


@pytest.mark.parametrize("text", ["arXiv:1313.1", "arXiv:13.1", "arXiv:804.166400", "version 3.14", "arXiv:0.5"])
def test_a_number_is_not_made_an_id(text: str) -> None:
    assert list(found(text, floats=True)) == []


@pytest.mark.parametrize(
    ("bare", "year", "month"),
    [("2212.09251", 2022, 12), ("0704.0001", 2007, 4), ("hep-th/9711200", 1997, 11), ("hep-th/9108001", 1991, 8), ("cs/0001001", 2000, 1)],
)
def test_an_id_tells_year_and_month(bare: str, year: int, month: int) -> None:
    one = parse_arxiv(bare)
    assert one
    assert (one.year, one.month) == (year, month)


@given(IDS)
def test_every_well_formed_id_is_read_and_can_be_a_papers(bare: str) -> None:
    one = parse_arxiv(bare)
    assert one
    assert one.id == bare == Paper(arxiv=bare).arxiv
    assert [other.id for other in arxiv_ids(f"arXiv:{bare}7 deadly sins")] == [bare]


@given(FRAGMENTS | st.text())
def test_ids_are_found_in_any_text_and_can_be_papers(text: str) -> None:
    ends = [0]
    for one in arxiv_ids(text, floats=True):
        assert Paper(arxiv=one.id).arxiv == one.id
        assert ends[-1] <= one.start < one.end <= len(text)
        ends.append(one.end)
        if not one.completed:
            assert one.id.lower() in text[one.start : one.end].lower()
    parsed = parse_arxiv(text)
    assert parsed is None or Paper(arxiv=parsed.id)


@given(FRAGMENTS)
def test_reading_an_id_again_gives_it_again(text: str) -> None:
    for one in arxiv_ids(text):
        again = parse_arxiv(one.id)
        assert again
        assert again.id == one.id


@pytest.mark.parametrize("piece", ["arXiv:", "2212.", "hep-", "v1", "arxiv.org/", "0"])
def test_a_long_text_of_half_ids_is_read_through(piece: str) -> None:
    assert list(found(piece * 40_000, floats=True)) == []
    assert parse_arxiv(piece * 40_000) is None
