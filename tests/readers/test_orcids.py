"""ORCID iDs beside authors: each goes to the author whose it is, in every format; what is none, or nobody's, is kept and told."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat import Author
from papercat.readers.orcids import assign

CARBERRY, NATARAJAN, HAAK = "0000-0002-1825-0097", "0000-0001-5831-1678", "0000-0001-5109-3700"
BAD = "0000-0002-1825-0098"  # the check sign

# JSON, by format: of three authors the first and the last have an iD
TREES: list[tuple[str, object]] = [
    (
        "Crossref",
        {
            "message": {
                "DOI": "10.5555/12345678",
                "title": ["Toward a Unified Theory of High-Energy Metaphysics"],
                "author": [
                    {"ORCID": f"http://orcid.org/{CARBERRY}", "authenticated-orcid": False, "given": "Josiah", "family": "Carberry"},
                    {"given": "Evan", "family": "Hubinger", "sequence": "additional", "affiliation": []},
                    {
                        "given": "Sukumar",
                        "family": "Natarajan",
                        "ORCID": f"https://orcid.org/{NATARAJAN}",
                        "affiliation": [{"name": "Bath"}],
                    },
                ],
            }
        },
    ),
    (
        "OpenAlex",
        {
            "id": "https://openalex.org/W2741809807",
            "doi": "https://doi.org/10.5555/12345678",
            "title": "Toward a Unified Theory of High-Energy Metaphysics",
            "publication_year": 2008,
            "authorships": [
                {"author": {"id": "https://openalex.org/A1", "display_name": "Josiah Carberry", "orcid": f"https://orcid.org/{CARBERRY}"}},
                {"author": {"id": "https://openalex.org/A2", "display_name": "Evan Hubinger", "orcid": None}},
                {
                    "author": {
                        "id": "https://openalex.org/A3",
                        "display_name": "Sukumar Natarajan",
                        "orcid": f"https://orcid.org/{NATARAJAN}",
                    }
                },
            ],
        },
    ),
    (
        "DataCite",
        {
            "data": {
                "attributes": {
                    "doi": "10.5555/12345678",
                    "titles": [{"title": "Toward a Unified Theory of High-Energy Metaphysics"}],
                    "publicationYear": 2008,
                    "creators": [
                        {
                            "name": "Carberry, Josiah",
                            "givenName": "Josiah",
                            "familyName": "Carberry",
                            "nameIdentifiers": [
                                {"schemeUri": "https://isni.org", "nameIdentifier": "0000000121032683", "nameIdentifierScheme": "ISNI"},
                                {
                                    "schemeUri": "https://orcid.org",
                                    "nameIdentifier": f"https://orcid.org/{CARBERRY}",
                                    "nameIdentifierScheme": "ORCID",
                                },
                            ],
                        },
                        {"name": "Hubinger, Evan", "nameIdentifiers": []},
                        {"name": "Natarajan, Sukumar", "nameIdentifiers": [{"nameIdentifier": NATARAJAN, "nameIdentifierScheme": "ORCID"}]},
                    ],
                }
            }
        },
    ),
    (
        "Semantic Scholar",
        {
            "title": "Toward a Unified Theory of High-Energy Metaphysics",
            "year": 2008,
            "authors": [
                {"authorId": "1", "name": "Josiah Carberry", "externalIds": {"ORCID": CARBERRY}},
                {"authorId": "2", "name": "Evan Hubinger"},
                {"authorId": "3", "name": "Sukumar Natarajan", "externalIds": {"ORCID": NATARAJAN}},
            ],
        },
    ),
    (
        "Europe PMC",
        {
            "resultList": {
                "result": [
                    {
                        "id": "1",
                        "title": "Toward a Unified Theory of High-Energy Metaphysics",
                        "pubYear": "2008",
                        "authorList": {
                            "author": [
                                {"firstName": "Josiah", "lastName": "Carberry", "authorId": {"type": "ORCID", "value": CARBERRY}},
                                {"firstName": "Evan", "lastName": "Hubinger"},
                                {"firstName": "Sukumar", "lastName": "Natarajan", "authorId": {"type": "ORCID", "value": NATARAJAN}},
                            ]
                        },
                    }
                ]
            }
        },
    ),
    (
        "schema.org",
        {
            "@type": "ScholarlyArticle",
            "headline": "Toward a Unified Theory of High-Energy Metaphysics",
            "datePublished": "2008",
            "author": [
                {"@type": "Person", "@id": f"https://orcid.org/{CARBERRY}", "givenName": "Josiah", "familyName": "Carberry"},
                {"@type": "Person", "name": "Evan Hubinger"},
                {"@type": "Person", "name": "Sukumar Natarajan", "sameAs": f"https://orcid.org/{NATARAJAN}"},
            ],
        },
    ),
    (
        "papercat",
        [
            {
                "title": "Toward a Unified Theory of High-Energy Metaphysics",
                "authors": [
                    {"family": "Carberry", "given": "Josiah", "orcid": CARBERRY},
                    {"family": "Hubinger", "given": "Evan"},
                    {"family": "Natarajan", "given": "Sukumar", "orcid": f"https://orcid.org/{NATARAJAN}"},
                ],
            }
        ],
    ),
]
TEXTS: list[tuple[str, str]] = [
    (
        "PubMed",
        f"""<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>18</PMID><Article><ArticleTitle>Toward a Unified Theory</ArticleTitle>
        <AuthorList><Author ValidYN="Y"><LastName>Carberry</LastName><ForeName>Josiah</ForeName><Initials>J</Initials>
        <Identifier Source="ORCID">{CARBERRY}</Identifier><AffiliationInfo><Affiliation>Brown</Affiliation></AffiliationInfo></Author>
        <Author><LastName>Hubinger</LastName><ForeName>Evan</ForeName></Author>
        <Author><LastName>Natarajan</LastName><ForeName>Sukumar</ForeName>
        <Identifier Source="ORCID">http://orcid.org/{NATARAJAN.replace("-", "")}</Identifier></Author></AuthorList></Article>
        </MedlineCitation></PubmedArticle></PubmedArticleSet>""",
    ),
    (
        "JATS",
        f"""<article><front><article-meta><title-group><article-title>Toward a Unified Theory</article-title></title-group><contrib-group>
        <contrib contrib-type="author"><contrib-id contrib-id-type="orcid" authenticated="true">https://orcid.org/{CARBERRY}</contrib-id>
        <name><surname>Carberry</surname><given-names>Josiah</given-names></name></contrib>
        <contrib contrib-type="author"><name><surname>Hubinger</surname><given-names>Evan</given-names></name></contrib>
        <contrib contrib-type="author"><name><surname>Natarajan</surname><given-names>Sukumar</given-names></name>
        <contrib-id contrib-id-type="orcid">{NATARAJAN}</contrib-id></contrib></contrib-group></article-meta></front></article>""",
    ),
    (
        "dblp",
        f"""<dblp><article key="journals/psychoceramics/Carberry08"><author orcid="{CARBERRY}">Josiah Carberry</author><author>Evan Hubinger
        </author><author orcid="{NATARAJAN}">Sukumar Natarajan 0001</author><title>Toward a Unified Theory.</title><year>2008</year>
        <journal>Psychoceramics</journal></article></dblp>""",
    ),
    (
        "MODS",
        f"""<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>Toward a Unified Theory</title></titleInfo>
        <name type="personal"><namePart type="family">Carberry</namePart><namePart type="given">Josiah</namePart>
        <role><roleTerm>author</roleTerm></role><nameIdentifier type="orcid">{CARBERRY}</nameIdentifier></name>
        <name type="personal"><namePart>Hubinger, Evan</namePart><role><roleTerm>author</roleTerm></role></name>
        <name type="personal"><namePart>Natarajan, Sukumar</namePart><nameIdentifier type="orcid">{NATARAJAN}</nameIdentifier></name>
        </mods>""",
    ),
    (
        "TEI",
        f"""<TEI><teiHeader><fileDesc><sourceDesc><biblStruct><analytic><author><persName><forename>Josiah</forename>
        <surname>Carberry</surname></persName><idno type="ORCID">{CARBERRY}</idno></author><author><persName><forename>Evan</forename>
        <surname>Hubinger</surname></persName></author><author><persName><forename>Sukumar</forename><surname>Natarajan</surname></persName>
        <idno type="ORCID">{NATARAJAN}</idno></author><title level="a">Toward a Unified Theory</title></analytic><monogr><imprint>
        <date when="2008"/></imprint></monogr></biblStruct></sourceDesc></fileDesc></teiHeader></TEI>""",
    ),
    (
        "CFF",
        (
            f"cff-version: 1.2.0\ntitle: Toward a Unified Theory\nauthors:\n  - family-names: Carberry\n    given-names: Josiah\n"
            f"    orcid: https://orcid.org/{CARBERRY}\n  - family-names: Hubinger\n    given-names: Evan\n"
            f"  - family-names: Natarajan\n    given-names: Sukumar\n    orcid: {NATARAJAN}\ndoi: 10.5555/12345678\n"
        ),
    ),
    (
        "MARC",
        f"""<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>
        <datafield tag="100" ind1="1" ind2=" "><subfield code="a">Carberry, Josiah</subfield>
        <subfield code="1">https://orcid.org/{CARBERRY}</subfield><subfield code="4">aut</subfield></datafield>
        <datafield tag="245" ind1="1" ind2="0"><subfield code="a">Toward a Unified Theory</subfield></datafield>
        <datafield tag="700" ind1="1" ind2=" "><subfield code="a">Hubinger, Evan</subfield><subfield code="4">aut</subfield></datafield>
        <datafield tag="700" ind1="1" ind2=" "><subfield code="a">Natarajan, Sukumar</subfield>
        <subfield code="0">(orcid){NATARAJAN}</subfield><subfield code="4">aut</subfield></datafield></record>""",
    ),
    (
        "MEDLINE",
        (
            f"PMID- 18\nOWN - NLM\nTI  - Toward a Unified Theory.\nFAU - Carberry, Josiah\nAU  - Carberry J\nAUID- ORCID: {CARBERRY}\n"
            f"AD  - Brown University.\nFAU - Hubinger, Evan\nAU  - Hubinger E\nFAU - Natarajan, Sukumar\nAU  - Natarajan S\n"
            f"AUID- ORCID: https://orcid.org/{NATARAJAN}\nDP  - 2008\n"
        ),
    ),
    (
        "MEDLINE without full names",
        (
            f"PMID- 18\nOWN - NLM\nTI  - Toward a Unified Theory.\nAU  - Carberry J\nAUID- ORCID: {CARBERRY}\nAU  - Hubinger E\n"
            f"AU  - Natarajan S\nAUID- ORCID: {NATARAJAN}\nDP  - 2008\n"
        ),
    ),
    (
        "Web of Science",
        (
            "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Carberry, J\n   Hubinger, E\n   Natarajan, S\nAF Carberry, Josiah\n"
            f"   Hubinger, Evan\n   Natarajan, Sukumar\nTI Toward a Unified Theory\nOI Natarajan, Sukumar/{NATARAJAN}; Carberry,\n"
            f"   Josiah/{CARBERRY}\nPY 2008\nUT WOS:000000000000018\nER\n\nEF\n"
        ),
    ),
    (
        "Web of Science, tab-delimited",
        (
            "PT\tAU\tAF\tTI\tSO\tOI\tPY\tUT\nJ\tCarberry, J; Hubinger, E\tCarberry, Josiah; Hubinger, Evan; Natarajan, Sukumar"
            f"\tToward a Unified Theory\tPSYCHO\tNatarajan, Sukumar/{NATARAJAN}; Carberry, Josiah/{CARBERRY}\t2008\tWOS:000000000000018\n"
        ),
    ),
    (
        "Web of Science, BibTeX",
        (
            "@article{ WOS:000000000000018,\nAuthor = {Carberry, Josiah and Hubinger, Evan and Natarajan, Sukumar},\n"
            f"Title = {{Toward a Unified Theory}},\nYear = {{2008}},\n"
            f"ORCID-Numbers = {{Natarajan, Sukumar/{NATARAJAN}\n   Carberry, J./{CARBERRY}}},\n}}"
        ),
    ),
    (
        "biblatex",
        (
            "@article{carberry, author = {Carberry, Josiah and Hubinger, Evan and Natarajan, Sukumar}, title = {Toward a Unified Theory},\n"
            f'author+an:orcid = {{1="{CARBERRY}"; 3="{NATARAJAN}"}}, date = {{2008}}}}'
        ),
    ),
    (
        "the iDs before the authors",
        (
            f"@article{{carberry, orcid = {{{CARBERRY}, , {NATARAJAN}}}, title = {{Toward a Unified Theory}},\n"
            "author = {Carberry, Josiah and Hubinger, Evan and Natarajan, Sukumar}, year = 2008}"
        ),
    ),
    (
        "OpenAlex, CSV",
        (
            "id,display_name,authorships.author.display_name,authorships.author.orcid,publication_year\nW1,Toward a Unified Theory,"
            f"Josiah Carberry|Evan Hubinger|Sukumar Natarajan,https://orcid.org/{CARBERRY}||https://orcid.org/{NATARAJAN},2008\n"
        ),
    ),
    (
        "CSV",
        (
            "Title,Authors,Year,ORCID\nToward a Unified Theory,Josiah Carberry; Evan Hubinger; Sukumar Natarajan,2008,"
            f'"Sukumar Natarajan (ORCID: {NATARAJAN}), J. Carberry (https://orcid.org/{CARBERRY})"\n'
        ),
    ),
    (
        "the page of a publisher",
        (
            '<html><head><meta name="citation_title" content="Toward a Unified Theory">'
            '<meta name="citation_author" content="Carberry, Josiah">'
            '<meta name="citation_author_institution" content="Brown">'
            f'<meta name="citation_author_orcid" content="http://orcid.org/{CARBERRY}">'
            '<meta name="citation_author" content="Hubinger, Evan">'
            f'<meta name="citation_author" content="Natarajan, Sukumar"><meta name="citation_author_orcid" content="{NATARAJAN}">'
            '<meta name="citation_doi" content="10.5555/12345678"><meta name="citation_year" content="2008"></head></html>'
        ),
    ),
]
INPUTS = [(name, json.dumps(value)) for name, value in TREES] + TEXTS


@pytest.mark.parametrize("text", [text for _, text in INPUTS], ids=[name for name, _ in INPUTS])
def test_each_id_goes_to_its_author(text: str) -> None:
    cat = pc.parse(text)
    (paper,) = cat
    assert [author.family for author in paper.authors] == ["Carberry", "Hubinger", "Natarajan"]
    assert [author.orcid for author in paper.authors] == [CARBERRY, None, NATARAJAN]
    assert CARBERRY not in str(dict(paper.extra))
    assert not [issue for issue in cat.issues if issue.code == "field-invalid"]
    assert cat.receipt().unread == ()


@pytest.mark.parametrize("text", [text for _, text in INPUTS], ids=[name for name, _ in INPUTS])
def test_an_id_with_a_wrong_check_sign_is_kept_as_it_stands(text: str) -> None:
    bad = text.replace(CARBERRY, BAD)
    cat = pc.parse(bad)
    (paper,) = cat
    assert CARBERRY not in [author.orcid for author in paper.authors]
    assert [author.family for author in paper.authors] == ["Carberry", "Hubinger", "Natarajan"]
    assert BAD in str(dict(paper.extra))
    assert cat.receipt().unread == ()


@pytest.mark.parametrize("name", ["Crossref", "DataCite", "Semantic Scholar", "papercat", "PubMed", "JATS", "CFF", "MEDLINE"])
def test_a_bad_id_is_told(name: str) -> None:
    cat = pc.parse(dict(INPUTS)[name].replace(CARBERRY, BAD))
    assert [issue.code for issue in cat.issues] == ["field-invalid"]
    assert "ORCID iD" in cat.issues[0].message


def fields(authors: str, orcids: str) -> str:
    return f"@misc{{a, title = {{Toward a Unified Theory}}, author = {{{authors}}}, orcid-numbers = {{{orcids}}}}}"


NOBODYS: list[tuple[str, str, str]] = [
    ("one iD for two authors, without a name", "Carberry, Josiah and Haak, Laure", CARBERRY),
    ("a name that is no author's", "Carberry, Josiah and Haak, Laure", f"Natarajan, Sukumar/{NATARAJAN}"),
    ("initials that fit two", "Wang, Wei and Wang, Wen", f"Wang, W./{HAAK}"),
    ("two iDs for one name", "Carberry, Josiah", f"Carberry, Josiah/{CARBERRY}; Carberry, J./{HAAK}"),
    ("two authors of one name", "Wang, Wei and Wang, Wei", f"Wang, Wei/{HAAK}"),
    ("a place that there is not", "Carberry, Josiah", f'2="{CARBERRY}"'),
    ("no author at all", "", CARBERRY),
    ("no iD at all", "Carberry, Josiah", "A-1234-2008"),
]


@pytest.mark.parametrize(("authors", "orcids"), [case[1:] for case in NOBODYS], ids=[case[0] for case in NOBODYS])
def test_an_id_that_may_be_anothers_is_nobodys(authors: str, orcids: str) -> None:
    (paper,) = pc.parse(fields(authors, orcids))
    assert not any(author.orcid for author in paper.authors)
    assert orcids in str(dict(paper.extra))


def test_an_editors_id_is_no_authors() -> None:
    text = (
        f"PMID- 18\nTI  - Toward a Unified Theory.\nFAU - Carberry, Josiah\nFED - Haak, Laure\nAUID- ORCID: {HAAK}\nDP  - 2008\nOWN - NLM\n"
    )
    (paper,) = pc.parse(text)
    assert [author.orcid for author in paper.authors] == [None]
    assert paper.extra["orcid"] == f"ORCID: {HAAK}"
    record = {"title": ["A Book of Psychoceramics"], "DOI": "10.5555/12345678", "editor": [{"family": "Haak", "ORCID": HAAK}]}
    (book,) = pc.parse(json.dumps(record))
    assert not book.authors
    assert HAAK in str(dict(book.extra))


def test_a_second_id_of_an_author_is_kept() -> None:
    text = f"PMID- 18\nTI  - Toward a Unified Theory.\nFAU - Carberry, Josiah\nAUID- ORCID: {CARBERRY}\nAUID- ORCID: {HAAK}\nOWN - NLM\n"
    (paper,) = pc.parse(text)
    assert [author.orcid for author in paper.authors] == [CARBERRY]
    assert HAAK in str(dict(paper.extra))


def test_the_same_name_elsewhere_has_no_id() -> None:
    """Equal names are one object while a file is read: an iD must not go from one record to another."""
    one = {"family": "Carberry", "given": "Josiah"}
    works = [
        {"DOI": f"10.5555/{number}", "title": ["A"], "author": [author]}
        for number, author in enumerate([one, one | {"ORCID": CARBERRY}, one])
    ]
    assert [paper.authors[0].orcid for paper in pc.parse(json.dumps(works))] == [None, CARBERRY, None]
    again = [*reversed(works), works[0] | {"author": [one | {"ORCID": HAAK}]}]
    assert [paper.authors[0].orcid for paper in pc.parse(json.dumps(again))] == [None, CARBERRY, None, HAAK]


def test_a_name_that_is_left_out_shifts_no_id() -> None:
    people = [
        {"family": "null", "given": "null"},
        {"name": "\u200b"},
        {"family": "Carberry", "given": "Josiah", "ORCID": CARBERRY},
        {"name": "X\x07"},
    ]
    (paper,) = pc.parse(json.dumps({"DOI": "10.5555/12345678", "title": ["A"], "author": people}))
    assert [author.orcid for author in paper.authors if author.family == "Carberry"] == [CARBERRY]
    assert sum(author.orcid is not None for author in paper.authors) == 1


@given(st.text(alphabet=st.sampled_from("0123456789X-/;,|=\"' abÅ\n\x00\ud800"), max_size=80), st.lists(st.from_type(Author), max_size=4))
def test_any_text_is_read(text: str, authors: list[Author]) -> None:
    given_to, is_all = assign(tuple(authors), f"{text}{CARBERRY}{text}")
    assert [author.bare for author in given_to] == [author.bare for author in authors]
    # nobody's iD is overwritten
    assert all(after.orcid == before.orcid for after, before in zip(given_to, authors, strict=True) if before.orcid)
    assert not is_all or CARBERRY in {author.orcid for author in given_to}


@given(st.lists(st.from_type(Author), max_size=5))
def test_ids_by_place_go_back_to_their_places(authors: list[Author]) -> None:
    text = "; ".join(f'{place}="{author.orcid}"' for place, author in enumerate(authors, 1) if author.orcid)
    bare = tuple(replace(author, orcid=None) for author in authors)
    assert assign(bare, text)[0] == tuple(authors)
