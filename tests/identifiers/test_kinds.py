"""The other kinds, and all kinds at once: found, normalized, kept apart; numbers are none of them."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papercat import identifiers
from papercat.identifiers import (
    Identifier,
    find_acl,
    find_identifiers,
    find_isbn,
    find_openreview,
    find_orcid,
    find_pmcid,
    find_pmid,
    parse_acl,
    parse_identifier,
    parse_isbn,
    parse_openreview,
    parse_orcid,
    parse_pmcid,
    parse_pmid,
)

Find = Callable[[str], Iterator[Identifier]]
Parse = Callable[[str], Identifier | None]

SPELLINGS: list[tuple[Parse, str, str]] = [
    (parse_orcid, "0000-0002-1825-0097", "0000-0002-1825-0097"),
    (parse_orcid, "https://orcid.org/0000-0002-1694-233X", "0000-0002-1694-233X"),
    (parse_orcid, "orcid.org/0000-0002-1694-233x/", "0000-0002-1694-233X"),
    (parse_orcid, "ORCID: 0000-0002-1825-0097", "0000-0002-1825-0097"),
    (parse_orcid, "ORCID iD 0000‐0002‐1825‐0097", "0000-0002-1825-0097"),
    (parse_orcid, "0000000218250097", "0000-0002-1825-0097"),
    (parse_orcid, "0000 0002 1825 0097", "0000-0002-1825-0097"),
    (parse_isbn, "978-0-306-40615-7", "9780306406157"),
    (parse_isbn, "978 0 306 40615 7", "9780306406157"),
    (parse_isbn, "9780306406157", "9780306406157"),
    (parse_isbn, "978-0306406157", "9780306406157"),
    (parse_isbn, "979-10-90636-07-1", "9791090636071"),
    (parse_isbn, "0-306-40615-2", "9780306406157"),
    (parse_isbn, "0306406152", "9780306406157"),
    (parse_isbn, "ISBN 080442957x", "9780804429573"),
    (parse_isbn, "ISBN-10: 0-8044-2957-X", "9780804429573"),
    (parse_isbn, "ISBN-13: 978-0-306-40615-7", "9780306406157"),
    (parse_isbn, "urn:isbn:0451450523", "9780451450524"),
    (parse_pmid, "26861819", "26861819"),
    (parse_pmid, "PMID: 26861819", "26861819"),
    (parse_pmid, "PMID- 30449820", "30449820"),
    (parse_pmid, "PubMed ID: 26861819", "26861819"),
    (parse_pmid, "info:pmid/26861819", "26861819"),
    (parse_pmid, "https://pubmed.ncbi.nlm.nih.gov/26861819/", "26861819"),
    (parse_pmid, "http://www.ncbi.nlm.nih.gov/pubmed/26861819?dopt=Abstract", "26861819"),
    (parse_pmid, "https://europepmc.org/article/MED/26861819", "26861819"),
    (parse_pmcid, "PMC4908318", "PMC4908318"),
    (parse_pmcid, "pmc4908318", "PMC4908318"),
    (parse_pmcid, "PMCID: PMC4908318", "PMC4908318"),
    (parse_pmcid, "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC4908318/", "PMC4908318"),
    (parse_pmcid, "https://pmc.ncbi.nlm.nih.gov/articles/PMC4908318/", "PMC4908318"),
    (parse_acl, "P19-1001", "P19-1001"),
    (parse_acl, "2022.acl-long.1", "2022.acl-long.1"),
    (parse_acl, "https://aclanthology.org/2020.emnlp-main.550/", "2020.emnlp-main.550"),
    (parse_acl, "https://aclanthology.org/2020.lrec-1.1v2.pdf", "2020.lrec-1.1"),
    (parse_acl, "http://www.aclweb.org/anthology/P13-1010", "P13-1010"),
    (parse_acl, "https://aclweb.org/anthology/P/P14/P14-1041.pdf", "P14-1041"),
    (parse_acl, "https://aclanthology.info/papers/D07-1001", "D07-1001"),
    (parse_openreview, "https://openreview.net/forum?id=rJXMpikCZ", "rJXMpikCZ"),
    (parse_openreview, "https://openreview.net/forum?id=B1QRgziT-&noteId=HJzLdjR9FX", "B1QRgziT-"),
    (parse_openreview, "http://openreview.net/pdf?id=rJXMpikCZ", "rJXMpikCZ"),
    (parse_openreview, "https://openreview.net/forum?noteId=HJzLdjR9FX&id=rJXMpikCZ", "rJXMpikCZ"),
    (parse_openreview, "openreview:rJXMpikCZ", "rJXMpikCZ"),
]
NONE: list[tuple[Parse, str]] = [
    (parse_orcid, "0000-0002-1825-0098"),  # the check sign
    (parse_orcid, "0000-0001-2103-2683"),  # an ISNI, outside ORCID's blocks
    (parse_orcid, "0000-0002-1825-009"),
    (parse_orcid, "0000-0002-1825-0097 and"),
    (parse_isbn, "978-0-306-40615-8"),
    (parse_isbn, "0-306-40615-3"),
    (parse_isbn, "977-0-306-40615-7"),
    (parse_isbn, "978-0-306-40615-75"),
    (parse_isbn, "X-306-40615-2"),
    (parse_pmid, "026861819"),
    (parse_pmid, "268618190"),
    (parse_pmid, "PMC4908318"),
    (parse_pmcid, "4908318"),
    (parse_pmcid, "PMC04908318"),
    (parse_acl, "P20-1001"),  # the letters ended in 2019
    (parse_acl, "P19-101"),
    (parse_acl, "P19-10011"),
    (parse_acl, "2022.acl-long"),  # a volume
    (parse_acl, "22.acl-long.1"),
    (parse_openreview, "rJXMpikCZ"),
    (parse_openreview, "https://openreview.net/group?id=ICLR.cc/2019/Conference"),
    (parse_openreview, "https://openreview.net/forum?id="),
]
RUNNING: list[tuple[Find, str, list[str]]] = [
    (find_orcid, "Carberry, J. (0000-0002-1825-0097; 0000-0002-1694-233X).", ["0000-0002-1825-0097", "0000-0002-1694-233X"]),
    (find_orcid, "Natarajan, Sukumar/0000-0001-5831-1678}},", ["0000-0001-5831-1678"]),
    (find_orcid, "ISNI 0000 0001 2103 2683, card 0000 0002 1825 0097", []),
    (find_orcid, "a key 0000000218250097", []),
    (find_orcid, "1230000-0002-1825-0097", []),
    (find_isbn, "ISBN 0-306-40615-2, 978-0-306-40615-7 (pbk.)", ["9780306406157", "9780306406157"]),
    (find_isbn, "ISBN 0306406152 (print), 080442957X (online)", ["9780306406157", "9780804429573"]),
    (find_isbn, "isbn      = {9780203122815},", ["9780203122815"]),
    (find_isbn, "978-0-80-506909-9\n978-0-67-187919-8", ["9780805069099", "9780671879198"]),
    (find_isbn, "the book 0-8050-6909-7 and 2-7594-0269-X", ["9780805069099", "9782759402694"]),
    (find_isbn, "the number 0306406152 and 080442957X", []),  # ten digits without dashes say nothing
    (find_isbn, "1-800-555-0199, (020) 7946-0958, 4111 1111 1111 1111", []),
    (find_isbn, "97803064061579, 19780306406157, x9780306406157", []),
    (find_isbn, "ISBN 978-0-306-40615-8", []),
    (find_isbn, "1 2 3 4 5 6 7 8 9 10", []),
    (find_pmid, "PMID: 29459511 [PubMed - in process], pmid 12345", ["29459511", "12345"]),
    (find_pmid, "a PubMed search of 2020 gave 123 hits", []),
    (find_pmcid, "Free text: PMC4908318; PMCID: PMC13901", ["PMC4908318", "PMC13901"]),
    (find_pmcid, "the PMC2 gene, APMC12345, PMC12345x", []),
    (find_acl, "(2022.acl-long.1; 2020.findings-emnlp.139)", ["2022.acl-long.1", "2020.findings-emnlp.139"]),
    (find_acl, "[MDBT](https://www.aclweb.org/anthology/P18-2069), see W18-5446", ["P18-2069"]),
    (find_acl, "part B12-3456, COVID-19-1001, EN 10025-2, 2020.1-2.3, 2019.abc", []),
    (find_openreview, "(https://openreview.net/forum?id=rJXMpikCZ).", ["rJXMpikCZ"]),
    (find_openreview, "openreview.net/forum?id=B1QRgziT-&amp;noteId=HJzLdjR9FX", ["B1QRgziT-"]),
]
MIXED: list[tuple[str, list[tuple[str, str]]]] = [
    ("https://doi.org/10.48550/arXiv.1706.03762v5.", [("arxiv", "1706.03762v5")]),
    ("https://doi.org/10.1007/978-3-030-02671-4_7", [("doi", "10.1007/978-3-030-02671-4_7")]),
    ("10.18653/v1/2020.emnlp-main.550", [("doi", "10.18653/v1/2020.emnlp-main.550")]),
    ("https://doi.org/10.1000/1706.03762", [("doi", "10.1000/1706.03762")]),
    (
        "DOI 10.1093/bioinformatics/btw056 PMID: 26861819; PMCID: PMC4908318",
        [("doi", "10.1093/bioinformatics/btw056"), ("pmid", "26861819"), ("pmcid", "PMC4908318")],
    ),
    ("arXiv:1706.03762 [cs.CL] doi:10.1000/182", [("arxiv", "1706.03762"), ("doi", "10.1000/182")]),
    ("https://aclanthology.org/P19-1001 https://openreview.net/forum?id=rJXMpikCZ", [("acl", "P19-1001"), ("openreview", "rJXMpikCZ")]),
]
# Numbers of other sorts: prices, versions, dates, pages, addresses of machines, sections, genes, telephones, cards, laws.
NUMBERS = [
    "price $12.50 and 1.299,00 EUR, $1203.1234",
    "version 3.11.4, 2.0.0-rc1, v10.4.1, v10.2019",
    "2021-11-12, 12.11.2021, 11/12/2021, 2011.04.05",
    "pp. 1234-5678, 123–145, 10(2):1203–1234",
    "192.168.10.1, 10.0.0.1:8080, 10.0.0.0/24, 10.10.10.10/8",
    "Section 10.1234, Table 10.2/3, Fig. 12.3456",
    "chr10:1234-5678, GSE12345, NM_000546.6, ENSG00000139618.15, rs1203.1234",
    "+1 202-555-0143, 1-800-555-0199, (020) 7946 0958, Tel. 0812.3456",
    "DE89 3704 0044 0532 0130 00, 4111 1111 1111 1111, 1234-5678-9012-3456, 0000-0000-0000-0000",
    "ISSN 1234-5679, ISO 9001:2015, RFC 2119, EN 10025-2, US 9,123,456 B2, CVE-2021-44228",
    "3.141592653589793 2.71828 6.02214076e23 1203.1234 GeV 1101.1234 ± 0.002",
    "48.8584, 2.2945, 1609.34 m, 1512.12345 people, 20:15.1234",
    "978 people in 979 houses, 9781234567890, 0 1 2 3 4 5 6 7 8 9",
    "timestamps 1612345678.12345, 1612345678",
    "A4, B12-1234, W15-2301",
]
ALL = [find for name in identifiers.__all__ if name.startswith("find_") and (find := getattr(identifiers, name))]
PIECES = [
    "10.",
    "10.1000/",
    "(",
    "arXiv:",
    "1",
    "1212.1234 ",
    "hep-th/",
    "/9711200",
    "isbn ",
    "978-",
    "0-",
    "1 2 3 4 5 6 7 8 9 ",
    "000",
    "0000-0002-1825-0097",
    "pmid:",
    "PMC",
    "anthology P19-1001 ",
    "2022.acl-",
    "-a.1",
    "openreview.net/forum?id=",
    "openreview.net/forum?a=b&",
    "https://",
    "a.b/",
    "doi: ",
    "\u200b",
]
FRAGMENTS = st.lists(
    st.sampled_from(
        [
            "10.1000/182",
            "doi:",
            "arXiv:",
            "2212.09251",
            "hep-th/9711200",
            "0000-0002-1825-0097",
            "orcid.org/",
            "ISBN ",
            "0-306-40615-2",
            "9780306406157",
            "PMID: ",
            "26861819",
            "PMC4908318",
            "https://aclanthology.org/",
            "P19-1001",
            "2022.acl-long.1",
            "openreview.net/forum?id=",
            "rJXMpikCZ",
            " ",
            ".",
            ",",
            "/",
            "-",
            "(",
            ")",
            "\u200b",
            "\u00a0",
            "X",
            "v2",
            "7",
        ]
    ),
    max_size=10,
).map("".join)


@pytest.mark.parametrize(("parse", "text", "bare"), SPELLINGS, ids=[text for _, text, _ in SPELLINGS])
def test_every_spelling_is_read(parse: Parse, text: str, bare: str) -> None:
    one = parse(f" {text}\n")
    assert one
    assert (one.id, one.start) == (bare, 1)
    assert parse(one.id) or one.kind == "openreview"


@pytest.mark.parametrize(("parse", "text"), NONE, ids=[text for _, text in NONE])
def test_what_is_none_is_refused(parse: Parse, text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(("find", "text", "ids"), RUNNING, ids=[text[:30] for _, text, _ in RUNNING])
def test_ids_of_a_running_text(find: Find, text: str, ids: list[str]) -> None:
    assert [one.id for one in find(text)] == ids


@pytest.mark.parametrize(("text", "ids"), MIXED, ids=[text[:30] for text, _ in MIXED])
def test_all_kinds_are_found_and_none_inside_another(text: str, ids: list[tuple[str, str]]) -> None:
    assert [(one.kind, str(one)) for one in find_identifiers(text)] == ids


@pytest.mark.parametrize("text", NUMBERS)
def test_plain_numbers_are_no_ids(text: str) -> None:
    assert list(find_identifiers(text)) == []


@pytest.mark.parametrize(
    ("text", "uri"),
    [
        ("hep-th/9711200v3", "https://arxiv.org/abs/hep-th/9711200v3"),
        ("10.1000/182", "https://doi.org/10.1000/182"),
        ("0-306-40615-2", "urn:isbn:9780306406157"),
        ("openreview:B1QRgziT-", "https://openreview.net/forum?id=B1QRgziT-"),
        ("PMC4908318", "https://pmc.ncbi.nlm.nih.gov/articles/PMC4908318"),
        ("0000000218250097", "https://orcid.org/0000-0002-1825-0097"),
    ],
)
def test_an_id_leads_somewhere_and_its_address_is_read_as_it(text: str, uri: str) -> None:
    one, again = parse_identifier(text), parse_identifier(uri)
    assert one
    assert again
    assert (one.uri, again[:2]) == (uri, one[:2])


@pytest.mark.parametrize(
    ("text", "year", "month"),
    [
        ("2212.09251", 2022, 12),
        ("hep-th/9711200", 1997, 11),
        ("P19-1001", 2019, None),
        ("C65-1001", 1965, None),
        ("2022.acl-long.1", 2022, None),
        ("10.1000/2019", None, None),
    ],
)
def test_some_ids_tell_a_year(text: str, year: int | None, month: int | None) -> None:
    one = parse_identifier(text)
    assert one
    assert (one.year, one.month) == (year, month)


@given(FRAGMENTS | st.text())
def test_any_text_is_read_through_and_the_places_are_its_own(text: str) -> None:
    end = 0
    for one in find_identifiers(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end
        again = parse_identifier(str(one)) if one.kind != "openreview" else one
        assert again
        assert (again.kind, again.id) == (one.kind, one.id)
    for find in ALL:
        list(find(text))
    parse_identifier(text)


@given(FRAGMENTS)
def test_what_is_parsed_is_found_by_its_kind_too(text: str) -> None:
    one = parse_identifier(text)
    if one and one.marked:
        assert (one.kind, one.id) in [(other.kind, other.id) for other in find_identifiers(text)]


@pytest.mark.parametrize("digits", ["0000-0002-1825-0097", "978-0-306-40615-7", "0-306-40615-2"])
@given(data=st.data())
def test_one_wrong_digit_is_noticed(digits: str, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from([place for place, sign in enumerate(digits) if sign.isdigit()]))
    wrong = data.draw(st.sampled_from([sign for sign in "0123456789" if sign != digits[place]]))
    damaged = digits[:place] + wrong + digits[place + 1 :]
    assert parse_isbn(damaged) is parse_orcid(damaged) is None


@pytest.mark.parametrize("piece", PIECES)
def test_a_megabyte_of_half_ids_is_read_through(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    assert sum(1 for _ in find_identifiers(text)) <= len(text) / 10
    assert parse_identifier(text) is None
