"""arXiv ids, in every spelling and in running text; what is none is refused."""

import re
from collections.abc import Iterator
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat import Paper
from papercat.identifiers import find_arxiv, parse_arxiv
from papercat.identifiers.arxiv import _USUAL, _find
from papercat.identifiers.identifier import in_visible, whole

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
    ("9912.12345", "9912.12345", None),  # in a far year, but nothing else is there
    ("arXiv preprint arXiv:1706.03762", "1706.03762", None),
    ("arXiv e-prints, p. arXiv:1810.04805", "1810.04805", None),
    ("arXiv preprint 1706.03762", "1706.03762", None),
    ("arXiv–1706.03762", "1706.03762", None),
    ("oai:arXiv.org:hep-th/9711200", "hep-th/9711200", None),
    ("CoRR abs/1409.0473", "1409.0473", None),
    ("https://arxiv.org/abs/1706.03762?context=cs", "1706.03762", None),
    ("https://arxiv.org/abs/1706.03762/", "1706.03762", None),
    ("https://ar5iv.labs.arxiv.org/html/1910.06709", "1910.06709", None),
    ("https://www.alphaxiv.org/abs/1706.03762v7", "1706.03762", 7),
    ("https://huggingface.co/papers/1706.03762", "1706.03762", None),
    ("https://api.semanticscholar.org/arXiv:1706.03762", "1706.03762", None),
    ("http://xxx.lanl.gov/abs/hep-th/9711200", "hep-th/9711200", None),
    ("cond-mat.str-el/9901123", "cond-mat.str-el/9901123", None),
    ("arXiv:2307.\u200b11768", "2307.11768", None),
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
    ("arXiv:2212.092512", []),  # a digit too many, and no prose that it could begin
    ("arXiv:1412.12345", []),
    ("arXiv:1412.12345v2 [hep-th]", []),
    ("CoRR, vol. abs/1409.0473, 2014", [("1409.0473", None)]),
    ("eprint = {1706.03762},", [("1706.03762", None)]),
    ("arXiv: [1706.03762]", [("1706.03762", None)]),
    ("https%3A%2F%2Farxiv.org%2Fabs%2F1706.03762", [("1706.03762", None)]),
    ("hep-ph/1203.1234v12", [("1203.1234", 12)]),  # mixes both schemes
    ("2017arXiv170603762V", [("1706.03762", None)]),  # a bibcode
    ("on 2212.09251 dollars", []),  # not marked as an id
    ("see 2212.09251 for more", []),
    ("hep-th/9711200", []),
    ("https://example.org/abs/2212.09251", []),
    ("chemRxiv.2212.09251", []),
    ("arXiv:2213.09251", []),
    ("arXiv is a preprint server", []),
    ("", []),
]
# (text, the ids that are found without any mark)
UNMARKED: list[tuple[str, list[str]]] = [
    ("Check out this paper 2503.08641 for more details", ["2503.08641"]),
    ("0706.0001v1 [q-bio.CB]", ["0706.0001v1"]),
    ("(1706.03762, 1810.04805)", ["1706.03762", "1810.04805"]),
    ("as in [hep-th/9711200].", ["hep-th/9711200"]),
    ("1706.03762v2.pdf", ["1706.03762v2"]),
    ("pdf/1706.03762", ["1706.03762"]),
    ("physics/0303098/static/icon.png", ["physics/0303098"]),
    ("2212.09251In some neural networks", ["2212.09251"]),
    ("1706.03762 in 2017", ["1706.03762"]),
    ("0812.3456 and 1203.1234 are", ["0812.3456", "1203.1234"]),
    ("1706.03762\n1810.04805", ["1706.03762", "1810.04805"]),
    ("1234.5678 Main Street", []),  # month 34
    ("version 2019.1201", []),
    ("version 1203.1234", []),
    ("1203.12345 is", []),  # five digits before 2015
    ("a 9912.12345 b", []),
    ("$1203.1234", []),
    ("1,203.1234", []),
    ("costs 1203.1234 USD", []),
    ("at 1203.1234 MeV", []),
    ("1203.1234%", []),
    ("1101.1234 ± 0.002", []),
    ("x = 1203.1234", []),
    ("-1203.1234", []),
    ("1203.1234e5", []),
    ("1203.1234 1198.22 1305.9912", []),  # the number between them is no id, so they are none either
    ("12.5, 1203.1234", []),
    ("about 1512.12345 people", []),
    ("pp. 1203.1234", []),
    ("Tel. 0812.3456", []),
    ("2011.11.12", []),
    ("1203.1234/2011", []),
    ("1203.12345678", []),
    ("192.168.1203.1234", []),
    ("file-1706.03762", []),
    ("rs1203.1234", []),
    ("doi:10.1000/1706.03762", []),
    ("10.1049/el.2013.3006", []),
    ("10.2310/7290.2014.00033", []),
    ("https://example.org/cs/0001001", []),
    ("https://github.com/a/b/1706.03762/x", []),
    ("2017/1118", []),
    ("math/1234567", []),
    ("hep-th/97112001", []),
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
    st.sampled_from(
        [
            "arXiv:",
            "arxiv.org/abs/",
            "abs/",
            "10.48550/",
            "$",
            "\u200b",
            "2212.09251",
            "1412.758",
            "hep-th/",
            "9711200",
            "v2",
            "v",
            ".",
            "0",
            " ",
            "The",
            "\n",
        ]
    ),
    max_size=12,
).map("".join)


def found(text: str, *, floats: bool = False) -> Iterator[tuple[str, int | None]]:
    return ((one.id, one.version) for one in find_arxiv(text, marked=True, floats=floats))


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


@pytest.mark.parametrize(("text", "ids"), UNMARKED, ids=[text[:30] for text, _ in UNMARKED])
def test_unmarked_ids_of_a_running_text(text: str, ids: list[str]) -> None:
    assert list(map(str, find_arxiv(text))) == ids
    assert list(find_arxiv(text, marked=True)) == []


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("704.0001", "0704.0001"), ("1605.039", "1605.03900"), (" 1808.0229 ", "1808.02290"),
        ("1703.0896899999998", "1703.08969"), ("1703.0896900000002", "1703.08969"), ("704.0000999999999", "0704.0001"),
        ("1703,0897", "1703.08970"), ("1703.089690", "1703.08969"), ("arXiv:804.1664", "0804.1664"),
    ],
)  # fmt: skip
def test_a_cell_of_a_spreadsheet_is_read_where_that_is_asked_for(text: str, bare: str) -> None:
    assert parse_arxiv(text) is None
    one = parse_arxiv(text, floats=True)
    assert one
    assert (one.id, one.completed, text[one.start : one.end]) == (bare, True, text.strip())


@pytest.mark.parametrize(
    "text", ["1703.089689", "1703.0896899", "1703.0896812345678", "1234.5678901", "1412.12340", "1703.9999999999998", "1,234.5", "1313,1"]
)
def test_a_number_far_from_every_id_is_none(text: str) -> None:
    assert parse_arxiv(text, floats=True) is None


@given(IDS, st.integers(6, 15), st.sampled_from(".,"))
def test_an_id_that_was_a_number_is_that_id_again(bare: str, digits: int, sign: str) -> None:
    for stored in (f"{float(bare):.{digits}f}", str(float(bare))):
        one = parse_arxiv(stored.replace(".", sign), floats=True)
        assert one
        assert one.id == bare


def test_what_arxiv_never_gave_out_is_found_only_where_that_is_asked_for() -> None:
    assert list(find_arxiv("1203.12345v12")) == []
    (one,) = find_arxiv("1203.12345v12", unissued=True)
    assert (str(one), one.issued) == ("1203.12345v12", False)
    assert [one.issued for one in find_arxiv("1203.1234v12", unissued=True)] == [True]
    assert list(find_arxiv("at 1203.12345", unissued=True)) == list(find_arxiv("1213.12345", unissued=True)) == []


def test_an_id_stands_where_it_says_though_invisible_signs_are_in_it() -> None:
    text = "see\u200b arXiv:\u200b2307.\u200b11768\u200b, and"
    (one,) = find_arxiv(text)
    assert text[one.start : one.end] == "arXiv:\u200b2307.\u200b11768"


@pytest.mark.parametrize(("text", "bare", "completed"), FLOATS, ids=[text for text, *_ in FLOATS])
def test_zeros_that_a_spreadsheet_took_come_back(text: str, bare: str, *, completed: bool) -> None:
    assert [(one.id, one.completed) for one in find_arxiv(text, floats=True)] == [(bare, completed)]


def test_the_digits_of_a_float_are_rounded_but_others_are_not() -> None:
    text = "https://arxiv.org/abs/1703.0896899999998 and arXiv:1703.0896812345678 of it"
    assert [(str(one), one.start, one.end) for one in find_arxiv(text, floats=True)] == [("1703.08969", 0, 40), ("1703.08968", 45, 61)]


@pytest.mark.parametrize(
    "text", ["arXiv:1313.1", "arXiv:13.1", "arXiv:804.166400", "arXiv:1703.9999999999998", "version 3.14", "arXiv:0.5"]
)
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
    assert [other.id for other in find_arxiv(f"arXiv:{bare}7 deadly sins")] == [bare]


@given(FRAGMENTS | st.text())
def test_ids_are_found_in_any_text_and_can_be_papers(text: str) -> None:
    ends = [0]
    for one in find_arxiv(text, floats=True):
        assert Paper(arxiv=one.id).arxiv == one.id
        assert ends[-1] <= one.start < one.end <= len(text)
        ends.append(one.end)
        if not one.completed:
            assert one.id.lower() in text[one.start : one.end].lower()
    parsed = parse_arxiv(text)
    assert parsed is None or Paper(arxiv=parsed.id)


@given(FRAGMENTS)
def test_reading_an_id_again_gives_it_again(text: str) -> None:
    for one in find_arxiv(text, marked=True):
        again = parse_arxiv(one.id)
        assert again
        assert again.id == one.id


@given(st.from_regex(r"[01279][0-9][01][0-9]\.[0-9]{4,5}(?:v[0-9]{1,2})?", fullmatch=True))
def test_a_bare_id_is_read_at_a_glance_as_by_the_long_way(text: str) -> None:
    slow = whole(text, find_arxiv)
    assert slow is None or parse_arxiv(text) == slow
    assert slow or not _USUAL.fullmatch(text)


@pytest.mark.parametrize("piece", ["arXiv:", "2212.", "hep-", "v1", "arxiv.org/", "0", "1234.5678", "1234.5678 ", "hep-th/", "1212.1234"])
def test_a_long_text_of_half_ids_is_read_through(piece: str) -> None:
    assert list(found(piece * 40_000, floats=True)) == []
    assert parse_arxiv(piece * 40_000) is None


SIGNS = st.sampled_from(
    ["arXiv", "arxiv:", "2212.09251", "hep-th", "/", "9711200", ".", "0362", "1203", "v2", " ", "abs/", "é", "\u200b", "https://"]
)


@given(st.lists(SIGNS, max_size=8).map("".join), st.booleans(), st.booleans(), st.booleans())
def test_no_id_is_missed_by_a_look_at_its_signs(text: str, marked: bool, floats: bool, unissued: bool) -> None:  # noqa: FBT001
    found = list(find_arxiv(text, marked=marked, floats=floats, unissued=unissued))
    assert found == list(in_visible(text, partial(_find, marked=marked, floats=floats, unissued=unissued)))
