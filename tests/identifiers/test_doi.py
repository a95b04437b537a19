"""DOIs, in every spelling and in running text; what is none is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat import Paper
from papercat.identifiers import find_doi, parse_doi

LANCET = "10.1016/s0140-6736(05)17705-4"
SICI = "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2"
SPELLINGS = [
    ("10.1109/cbms.2019.00091", "10.1109/cbms.2019.00091"),
    ("10.1109/CBMS.2019.00091", "10.1109/cbms.2019.00091"),
    ("doi:10.1109/CBMS.2019.00091", "10.1109/cbms.2019.00091"),
    ("DOI: 10.1000/182", "10.1000/182"),
    ("https://doi.org/10.1109/CBMS.2019.00091", "10.1109/cbms.2019.00091"),
    ("HTTPS://DOI.ORG/10.1000/182", "10.1000/182"),
    ("http://dx.doi.org/10.1214/10-STS328", "10.1214/10-sts328"),
    (" 10.1000/182\n", "10.1000/182"),
    ("10.1016/S0140-6736(05)17705-4", LANCET),
    ("10.1000.10/123456", "10.1000.10/123456"),
    ("10.48550/arXiv.2212.09251", "10.48550/arxiv.2212.09251"),
    (SICI.upper(), SICI),
]
NONE = [
    "",
    "10.1109",
    "10.1109/",
    "10.1109/.",
    "10.12/abc",
    "11.1109/cbms",
    "110.1109/cbms",
    "10.1109 /cbms",
    "10.1109/cb ms",
    "see 10.1000/182",
    "10.1000/182 and more",
    "2212.09251",
    "https://doi.org/",
    "١٠.1109/cbms",
]
RUNNING: list[tuple[str, str | None]] = [
    ("Published in at http://dx.doi.org/10.1214/10-STS328 the Statistical Science", "10.1214/10-sts328"),
    ("(see doi:10.1016/S0140-6736(05)17705-4).", LANCET),
    ("see 10.1000/182.", "10.1000/182"),
    ("see 10.1000/182, and others", "10.1000/182"),
    ("“10.1000/182”", "10.1000/182"),
    ("[10.1000/182]", "10.1000/182"),
    ("10.1000/a(b)c)", "10.1000/a(b)c"),
    ('<a href="https://doi.org/10.1000/182">', "10.1000/182"),
    ("two: 10.1000/182 10.1000/183", "10.1000/182"),
    ("section 10.1 of the report", None),
    ("10.1109/", None),
    ("10.1109/...", None),
    ("a budget of 10.5000/year", "10.5000/year"),  # nothing in its form tells
    ("", None),
]
FRAGMENTS = st.lists(
    st.sampled_from(["10.1109/", "10.", "/", "(", ")", "[", "]", ".", ",", "A", "é", "É", " ", "<", ">", "\x00", "\u200b", "sici", '"']),
    max_size=12,
).map("".join)


@pytest.mark.parametrize(("text", "bare"), SPELLINGS, ids=[text.strip() for text, _ in SPELLINGS])
def test_every_spelling_is_read(text: str, bare: str) -> None:
    assert parse_doi(text) == bare


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_doi_is_refused(text: str) -> None:
    assert parse_doi(text) is None


@pytest.mark.parametrize(("text", "bare"), RUNNING, ids=[text[:30] for text, _ in RUNNING])
def test_the_first_doi_of_a_running_text(text: str, bare: str | None) -> None:
    assert find_doi(text) == bare


def test_two_articles_of_one_journal_issue_do_not_share_a_doi() -> None:
    other = SICI.replace("1661", "1703").replace("sim968", "sim969")
    assert find_doi(SICI) != find_doi(other)


@given(FRAGMENTS.map(lambda text: f"10.1109/{text}") | FRAGMENTS | st.text())
def test_what_is_found_in_any_text_can_be_a_papers(text: str) -> None:
    for bare in (find_doi(text), parse_doi(text)):
        assert bare is None or Paper(doi=bare).doi == bare


@given(FRAGMENTS.map(lambda text: f"10.1109/{text}"))
def test_reading_a_doi_again_gives_it_again(text: str) -> None:
    bare = find_doi(text)
    assert bare is None or (parse_doi(bare), find_doi(bare)) == (bare, bare)


@pytest.mark.parametrize("piece", ["10.1109/", "(", ")", "10.", ".", "[)", "10.1109/)"])
def test_a_long_text_of_half_dois_is_read_through(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert len(find_doi(f"10.1109/a{text}") or "") <= len(text) + 9
    parse_doi(text)
    find_doi(text)
