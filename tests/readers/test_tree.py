"""Trees: each format's table gives what a person would read, and a shape that no table knows is read by its names."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import choose
from papercat.readers.objects import members, value_places
from papercat.readers.tree import shape
from papercat.readers.tree.authors import _cleaned, _is_said, _names_in, _triple
from papercat.readers.tree.entry import Entry
from papercat.readers.tree.json import DECODER, Pairs
from papercat.text.document import Document, Place

HUBINGER = {"given": "Evan", "family": "Hubinger"}


def told(paper: pc.Paper) -> dict[str, Any]:
    """Give the fields of a paper, its authors as texts."""
    fields = {name: value for name, value in paper.to_dict().items() if name not in ("sources", "extra")}
    return fields | ({"authors": [author.inverted for author in paper.authors]} if paper.authors else {})


CROSSREF: dict[str, Any] = {
    "DOI": "10.1109/CBMS.2019.00091",
    "title": ["Deep Learning in Medicine"],
    "subtitle": ["A Survey"],
    "author": [
        {"given": "Maria", "family": "Müller", "sequence": "first", "ORCID": "0000-0002-1825-0097"},
        {"name": "ATLAS Collaboration"},
    ],
    "container-title": ["Proceedings of CBMS"],
    "issued": {"date-parts": [[2019, 6]]},
    "created": {"date-parts": [[2018, 1, 1]]},
    "type": "proceedings-article",
    "page": "1-9",
    "abstract": "<jats:title>Abstract</jats:title><jats:p>CO<jats:sub>2</jats:sub> at <jats:italic>p</jats:italic> &lt; 0.05.</jats:p>",
    "publisher": "IEEE",
}
READ_CROSSREF = {
    "doi": "10.1109/cbms.2019.00091",
    "title": "Deep Learning in Medicine: A Survey",
    "authors": ["Müller, Maria", "ATLAS Collaboration"],
    "venue": "Proceedings of CBMS",
    "year": 2019,
    "month": 6,
    "type": "inproceedings",
    "pages": "1-9",
    "abstract": "CO2 at p < 0.05.",
    "publisher": "IEEE",
}
JSON: list[tuple[str, Any, dict[str, Any]]] = [
    ("Crossref work", {"status": "ok", "message-type": "work", "message": CROSSREF}, READ_CROSSREF),
    ("Crossref list", {"status": "ok", "message": {"total-results": 1, "items": [CROSSREF]}}, READ_CROSSREF),
    (
        "CSL",
        [
            {
                "id": "geijn",
                "type": "article-journal",
                "title": "Title",
                "author": [
                    {"given": "Robert L.", "family": "Geijn", "non-dropping-particle": "van de"},
                    {"given": "Martin Luther", "family": "King", "suffix": "Jr."},
                    {"literal": "OpenAI"},
                ],
                "issued": {"raw": "5 March 2021"},
                "container-title": "ACM Trans. Math. Softw.",
                "volume": 4,
                "issue": "2",
                "page": "127-136",
                "editor": [{"family": "Bai", "given": "Yuntao"}],
            }
        ],
        {
            "title": "Title",
            "authors": ["van de Geijn, Robert L.", "King, Jr., Martin Luther", "OpenAI"],
            "year": 2021,
            "month": 3,
            "venue": "ACM Trans. Math. Softw.",
            "volume": "4",
            "issue": "2",
            "pages": "127-136",
            "type": "article",
        },
    ),
    (
        "arXiv snapshot",
        {
            "id": "0704.0001",
            "submitter": "Pavel Nadolsky",
            "authors": "C. Bal\\'azs, E. L. Berger, C.-P. Yuan",
            "title": "Calculation of prompt diphoton production cross sections at Tevatron and\n  LHC energies",
            "comments": "37 pages",
            "categories": "hep-ph",
            "versions": [{"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"}],
            "update_date": "2008-11-26",
            "authors_parsed": [["Balázs", "C.", ""], ["Berger", "E. L.", "", "ANL"], ["Yuan", "C. -P.", ""]],
        },
        {
            "arxiv": "0704.0001",
            "authors": ["Balázs, C.", "Berger, E. L.", "Yuan, C.-P."],
            "title": "Calculation of prompt diphoton production cross sections at Tevatron and LHC energies",
            "comment": "37 pages",
            "year": 2007,
            "month": 4,
        },
    ),
    (
        "arXiv snapshot with numbers",
        [{"id": 704.0001, "title": "A", "submitter": "B", "categories": "hep-ph", "authors": "C. Balázs and E. L. Berger"}],
        {"arxiv": "0704.0001", "title": "A", "authors": ["Balázs, C.", "Berger, E. L."]},
    ),
    (
        "DataCite",
        {
            "data": [
                {
                    "id": "10.5281/zenodo.2548653",
                    "type": "dois",
                    "attributes": {
                        "doi": "10.5281/zenodo.2548653",
                        "creators": [
                            {"name": "Murahwe, Gloria Rosi", "nameType": "Personal", "givenName": "Gloria Rosi", "familyName": "Murahwe"},
                            {"name": "Reserve Bank of Zimbabwe", "nameType": "Organizational"},
                        ],
                        "titles": [{"title": "An analysis"}, {"title": "Eine Analyse", "titleType": "TranslatedTitle"}],
                        "publicationYear": 2015,
                        "descriptions": [
                            {"description": "We test.", "descriptionType": "Abstract"},
                            {"description": "Open access", "descriptionType": "Other"},
                        ],
                        "types": {"bibtex": "article", "ris": "RPRT"},
                        "subjects": [{"subject": "banking"}],
                    },
                }
            ]
        },
        {
            "doi": "10.5281/zenodo.2548653",
            "authors": ["Murahwe, Gloria Rosi", "Reserve Bank of Zimbabwe"],
            "title": "An analysis",
            "year": 2015,
            "abstract": "We test.",
            "type": "article",
            "keywords": ["banking"],
        },
    ),
    (
        "OpenAlex",
        {
            "meta": {"count": 1},
            "results": [
                {
                    "id": "https://openalex.org/W1",
                    "title": "A",
                    "display_name": "A",
                    "authorships": [{"author": {"display_name": "Evan Hubinger", "orcid": None}, "raw_author_name": "Hubinger E."}],
                    "publication_date": "2024-01-10",
                    "abstract_inverted_index": {"We": [0, 2], "test,": [1], "ask.": [3]},
                    "primary_location": {"source": {"display_name": "Nature"}},
                    "biblio": {"volume": "4", "first_page": "3", "last_page": "9"},
                    "type": "article",
                }
            ],
        },
        {
            "title": "A",
            "authors": ["Hubinger, Evan"],
            "year": 2024,
            "month": 1,
            "abstract": "We test, We ask.",
            "venue": "Nature",
            "volume": "4",
            "pages": "3–9",
            "type": "article",
        },
    ),
    (
        "Semantic Scholar",
        {
            "total": 1,
            "data": [
                {
                    "paperId": "f",
                    "externalIds": {"ArXiv": "2401.05566", "DOI": None},
                    "title": "Sleeper Agents",
                    "authors": [{"authorId": "1", "name": "Evan Hubinger"}],
                    "year": 2024,
                    "venue": "arXiv.org",
                    "publicationTypes": ["JournalArticle"],
                    "references": [{"title": "Another paper", "authors": [{"name": "Ethan Perez"}]}],
                }
            ],
        },
        {
            "arxiv": "2401.05566",
            "title": "Sleeper Agents",
            "authors": ["Hubinger, Evan"],
            "year": 2024,
            "venue": "arXiv.org",
            "type": "article",
        },
    ),
    (
        "OpenReview",
        {
            "notes": [
                {
                    "id": "x1",
                    "forum": "x1",
                    "cdate": 1700000000000,
                    "content": {"title": {"value": "A"}, "authors": {"value": ["Yuntao Bai", "Evan Hubinger"]}, "venue": {"value": "ICLR"}},
                }
            ]
        },
        {"title": "A", "authors": ["Bai, Yuntao", "Hubinger, Evan"], "venue": "ICLR"},
    ),
    (
        "dblp",
        {
            "result": {
                "hits": {
                    "hit": [
                        {
                            "@score": "1",
                            "info": {
                                "authors": {"author": [{"@pid": "1/2", "text": "Wei Wang 0001"}, {"@pid": "2", "text": "Jun Xu"}]},
                                "title": "Attention is All you Need.",
                                "venue": "NIPS",
                                "year": "2017",
                                "type": "Conference and Workshop Papers",
                            },
                        }
                    ]
                }
            }
        },
        {"authors": ["Wang, Wei", "Xu, Jun"], "title": "Attention is All you Need", "venue": "NIPS", "year": 2017, "type": "inproceedings"},
    ),
    (
        "INSPIRE",
        {
            "hits": {
                "hits": [
                    {
                        "id": "1",
                        "metadata": {
                            "titles": [{"title": "The large N limit", "source": "arXiv"}],
                            "authors": [{"full_name": "Maldacena, Juan M."}],
                            "arxiv_eprints": [{"value": "hep-th/9711200"}],
                            "publication_info": [
                                {"journal_title": "Int.J.Theor.Phys.", "page_start": "1113", "page_end": "1133", "year": 1999}
                            ],
                        },
                    }
                ]
            }
        },
        {
            "title": "The large N limit",
            "authors": ["Maldacena, Juan M."],
            "arxiv": "hep-th/9711200",
            "venue": "Int.J.Theor.Phys.",
            "pages": "1113–1133",
            "year": 1999,
        },
    ),
    (
        "Europe PMC",
        {
            "resultList": {
                "result": [
                    {
                        "pmid": "1",
                        "title": "A study.",
                        "authorString": "Krutzik PO, Nolan GP.",
                        "authorList": {
                            "author": [
                                {"fullName": "Krutzik PO", "firstName": "Peter O", "lastName": "Krutzik"},
                                {"collectiveName": "Group"},
                            ]
                        },
                        "journalInfo": {"volume": "4", "yearOfPublication": 2008, "journal": {"title": "Nat Chem Biol"}},
                        "abstractText": "<h4>Background</h4>We ask.",
                    }
                ]
            }
        },
        {
            "title": "A study",
            "authors": ["Krutzik, Peter O", "Group"],
            "volume": "4",
            "year": 2008,
            "venue": "Nat Chem Biol",
            "abstract": "Background: We ask.",
        },
    ),
    (
        "Zotero",
        [
            {
                "key": "X",
                "data": {
                    "itemType": "conferencePaper",
                    "title": "A",
                    "creators": [
                        {"creatorType": "author", "firstName": "Evan", "lastName": "Hubinger"},
                        {"creatorType": "editor", "lastName": "Bai", "firstName": "Yuntao"},
                    ],
                    "proceedingsTitle": "NIPS",
                    "date": "2024",
                    "tags": [{"tag": "agents"}],
                    "abstractNote": "We test.",
                },
            }
        ],
        {
            "title": "A",
            "authors": ["Hubinger, Evan"],
            "venue": "NIPS",
            "year": 2024,
            "keywords": ["agents"],
            "abstract": "We test.",
            "type": "inproceedings",
        },
    ),
    (
        "DOAJ",
        {
            "results": [
                {
                    "bibjson": {
                        "title": "A",
                        "author": [{"name": "Evan Hubinger"}],
                        "journal": {"title": "J", "volume": "3"},
                        "identifier": [{"type": "doi", "id": "10.1000/182"}, {"type": "issn", "id": "1552-4469"}],
                        "year": "2020",
                    }
                }
            ]
        },
        {"title": "A", "authors": ["Hubinger, Evan"], "venue": "J", "volume": "3", "doi": "10.1000/182", "year": 2020},
    ),
    (
        "a list of a conference",
        [{"title": "A", "author": "Xiaolong Yang, Xiaohong Jia", "doi": "https://doi.org/10.1145/3388770.3407423", "sess": "B"}],
        {"title": "A", "authors": ["Yang, Xiaolong", "Jia, Xiaohong"], "doi": "10.1145/3388770.3407423"},
    ),
    (
        "names of a virtual conference",
        {"count": 1, "results": [{"id": 3, "name": "A", "authors": [{"id": 5, "fullname": "Evan Hubinger"}], "abstract": "We test."}]},
        {"title": "A", "authors": ["Hubinger, Evan"], "abstract": "We test."},
    ),
    (
        "by id",
        {"2401.05566": {"title": "A", "authors": ["Evan Hubinger"], "year": 2024}},
        {"title": "A", "authors": ["Hubinger, Evan"], "arxiv": "2401.05566", "year": 2024},
    ),
    (
        "in German",
        [{"Titel": "A", "Autoren": "Hubinger, Evan; Bai, Yuntao", "Jahr": "2024"}],
        {"title": "A", "authors": ["Hubinger, Evan", "Bai, Yuntao"], "year": 2024},
    ),
    (
        "schema.org",
        {
            "@type": "ScholarlyArticle",
            "headline": "A",
            "author": [{"@type": "Person", "name": "Evan Hubinger"}],
            "datePublished": "2024-01-10",
        },
        {"title": "A", "authors": ["Hubinger, Evan"], "year": 2024, "month": 1, "type": "article"},
    ),
    (
        "schema.org: a graph with parts of parts",
        {
            "@context": "https://schema.org",
            "@graph": [
                {
                    "@type": "ScholarlyArticle",
                    "sameAs": "https://doi.org/10.1038/s41586-021-03819-2",
                    "name": "A",
                    "author": [{"@type": "Person", "givenName": "John", "familyName": "Jumper"}],
                    "isPartOf": {"issueNumber": "7873", "isPartOf": {"volumeNumber": "596", "isPartOf": {"name": "Nature"}}},
                    "pageStart": "583",
                    "pageEnd": "589",
                }
            ],
        },
        {
            "title": "A",
            "authors": ["Jumper, John"],
            "venue": "Nature",
            "volume": "596",
            "issue": "7873",
            "pages": "583–589",
            "doi": "10.1038/s41586-021-03819-2",
            "type": "article",
        },
    ),
    (
        "schema.org: an article that names what it is a part of",
        {"@graph": [{"@type": "ScholarlyArticle", "name": "A", "author": ["Evan Hubinger"], "isPartOf": "#issue"}]},
        {"title": "A", "authors": ["Hubinger, Evan"], "type": "article"},
    ),
    (
        "pairs of names",
        {"papers": [{"title": "A", "authors": [["Evan", "Hubinger"], ["Yuntao", "Bai"]]}]},
        {"title": "A", "authors": ["Hubinger, Evan", "Bai, Yuntao"]},
    ),
]

COLUMNS = [
    ("numbered", {"title": {"0": "A", "1": "B"}, "authors": {"0": "Evan Hubinger", "1": "Yuntao Bai"}, "year": {"0": 2024, "1": 2022}}),
    ("lists", {"title": ["A", "B"], "authors": ["Evan Hubinger", "Yuntao Bai"], "year": [2024, 2022]}),
]


@pytest.mark.parametrize("value", [pytest.param(value, id=name) for name, value in COLUMNS])
def test_a_table_by_columns_is_read_by_rows(value: object) -> None:
    assert [told(paper) for paper in pc.parse(json.dumps(value))] == [
        {"title": "A", "authors": ["Hubinger, Evan"], "year": 2024},
        {"title": "B", "authors": ["Bai, Yuntao"], "year": 2022},
    ]


def test_a_record_with_lists_is_no_table() -> None:
    record = {"title": ["A", "B"], "author": [{"family": "Hubinger"}, {"family": "Bai"}], "issued": {"date-parts": [[2019]]}}
    assert len(pc.parse(json.dumps(record))) == 1


@pytest.mark.parametrize(("value", "expected"), [pytest.param(*case[1:], id=case[0]) for case in JSON])
@pytest.mark.parametrize("indent", [None, 2])
def test_json_is_read(value: object, expected: dict[str, Any], indent: int | None) -> None:
    cat = pc.parse(json.dumps(value, indent=indent))
    assert cat.inputs[0].format == "tree"
    assert [told(paper) for paper in cat] == [expected]
    assert cat.receipt().unread == ()


def test_what_has_no_field_keeps_its_label() -> None:
    (paper,) = pc.parse(json.dumps(CROSSREF))
    assert dict(paper.extra) == {"created": '{"date-parts": ["2018", "1", "1"]}'}
    assert paper.authors[0].orcid == "0000-0002-1825-0097"


@pytest.mark.parametrize(
    ("number", "arxiv"), [(1703.0896899999998, "1703.08969"), (707.0167, "0707.0167"), (1703.0896812345678, None), (1234.5678901, None)]
)
def test_an_id_that_is_a_number_is_read_if_it_can_be_one(number: float, arxiv: str | None) -> None:
    cat = pc.parse(json.dumps([{"title": "Sleeper Agents", "authors": "Evan Hubinger", "arxiv": number}]))
    assert cat[0].arxiv == arxiv
    assert [issue.code for issue in cat.issues if issue.code == "id-completed"] == ["id-completed"] * (arxiv is not None)
    assert arxiv or cat[0].extra["arxiv"] == str(number)


def test_a_list_of_authors_that_says_more_is_kept() -> None:
    record = {"id": "0704.0001", "title": "A", "authors": "C. Balázs (MIT)", "authors_parsed": [["Balázs", "C.", ""]], "submitter": "B"}
    (paper,) = pc.parse(json.dumps(record))
    assert paper.extra["authors"] == "C. Balázs (MIT)"


def test_every_value_knows_its_place() -> None:
    text = json.dumps([CROSSREF, {**CROSSREF, "title": ["Another"]}], ensure_ascii=False)
    for paper in pc.parse(text):
        by_field = {source.field: text[source.start : source.end] for source in paper.sources}
        assert by_field["doi"] == "10.1109/CBMS.2019.00091"
        assert str(paper.title).partition(":")[0] in by_field["title"] or "A Survey" in by_field["title"]


NOT_PAPERS = [
    ("a package", {"name": "left-pad", "version": "1.0.0", "author": "A", "keywords": [], "license": "MIT", "description": "pads"}),
    ("settings", {"editor.fontSize": 12, "files.exclude": {"**/.git": True}}),
    ("numbers", [1, 2, 3]),
    ("people", [{"given": "Evan", "family": "Hubinger", "affiliation": [{"name": "Anthropic"}]}]),
    ("a geometry", {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": {"type": "Point"}}]}),
]


@pytest.mark.parametrize("value", [pytest.param(value, id=name) for name, value in NOT_PAPERS])
def test_other_json_is_not_taken(value: object) -> None:
    assert choose(Document("a.json", json.dumps(value))) != "tree"


def test_papercats_own_json_is_left_to_its_reader(seeds: pc.Catalog) -> None:
    assert choose(Document("a.json", seeds.to_json())) == "json"


SOME = json.dumps([CROSSREF, {**CROSSREF, "DOI": "10.1000/182", "title": ["Second"]}])


def test_a_broken_object_costs_itself() -> None:
    lines = [json.dumps({**CROSSREF, "title": [title]}) for title in ("First", "Second", "Third")]
    cat = pc.parse("\n".join([lines[0], lines[1].replace('"DOI":', '"DOI"'), lines[2]]))
    assert [paper.title for paper in cat] == ["First: A Survey", "Third: A Survey"]
    assert [issue.code for issue in cat.issues] == ["entry-broken"]


def test_a_broken_object_in_a_list_of_an_answer_costs_itself() -> None:
    items = [json.dumps({**CROSSREF, "title": [title]}) for title in ("First", "Second", "Third")]
    text = '{"message": {"items": [\n' + ",\n".join([items[0], items[1][:-1], items[2]]) + "\n]}}"
    cat = pc.parse(text)
    assert [paper.title for paper in cat] == ["First: A Survey", "Third: A Survey"]
    assert "entry-broken" in {issue.code for issue in cat.issues}


@pytest.mark.parametrize("end", range(0, len(SOME), 7))
def test_a_cut_never_raises_and_invents_nothing(end: int) -> None:
    cat = pc.parse(SOME[:end], format="tree")
    # the subtitle may be what is cut off
    assert {paper.title for paper in cat} <= {
        "Deep Learning in Medicine: A Survey",
        "Second: A Survey",
        "Deep Learning in Medicine",
        "Second",
    }
    spans = list(cat.receipt())
    assert "".join(SOME[span.start : span.end] for span in spans) == SOME[:end]


HOSTILE = [
    ("empty", ""),
    ("brackets", "[" * 100_000),
    ("braces", "{" * 100_000),
    ("pairs", '{"a":' * 100_000),
    ("answers", '{"results":[' * 20_000),
    ("a number", '{"title":"A","doi":"10.1000/182","year":' + "9" * 100_000 + "}"),
    ("deep value", '{"title":"A","author":"B","x":' + "[" * 50_000 + "]" * 50_000 + "}"),
    ("an endless text", '{"title": "' + "x" * 100_000),
    ("markup", json.dumps({"title": "<i>" * 50_000, "author": "B"})),
    ("nulls", '{"title":"A\x00\ud800","author":"\\ud800"}'),
    ("an index", '{"title":"A","abstract_inverted_index":{"x":[1,999999999999],"y":["z"]}}'),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in HOSTILE])
def test_hostile_text_is_survived(text: str) -> None:
    cat = pc.parse(text, format="tree")
    assert sum(cat.receipt().totals["text"].values()) == len(text)


KEYS = st.sampled_from("title authors author abstract year doi id name given family items results data issued date-parts x".split())
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS | st.text(max_size=5), inner, max_size=5),
    max_leaves=25,
)


@given(value=VALUES, ascii_only=st.booleans())
def test_any_json_is_accounted_for(value: object, ascii_only: bool) -> None:  # noqa: FBT001  drawn, not chosen
    text = json.dumps(value, ensure_ascii=ascii_only)
    cat = pc.parse(text, format="tree")
    assert "".join(text[span.start : span.end] for span in cat.receipt()) == text


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.sampled_from('a"\\u005c/\n é'), max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
    max_leaves=8,
)


@given(
    value=st.dictionaries(st.text(st.sampled_from('ab"\\é'), max_size=3), JSON_VALUES, min_size=1, max_size=5),
    is_ascii=st.booleans(),
    gaps=st.sampled_from([(",", ":"), (", ", ": "), (", ", ": \n"), (" ,\n", "\t:\r\n ")]),
)
def test_the_values_of_an_object_are_found_where_they_are_read(value: dict[str, Any], is_ascii: bool, gaps: tuple[str, str]) -> None:  # noqa: FBT001
    text = "x" + json.dumps(value, ensure_ascii=is_ascii, separators=gaps)
    pairs, _ = DECODER.raw_decode(text, 1)
    spots = [place for _, _, place in members(text, DECODER, 1)]
    assert value_places(text, 1, pairs, DECODER) == spots


PERSON = st.dictionaries(
    st.sampled_from(["family", "given", "suffix", "non-dropping-particle", "sequence", "literal", "initials", "name", "dropping-particle"]),
    st.sampled_from(["Geijn", "Robert L.", "van de", "", "null", "first", "Li, Wei", "M&uuml;ller", "J R R", "Jr."]),
    min_size=1,
)


@given(people=st.lists(PERSON, min_size=1, max_size=4))
def test_a_person_in_parts_is_read_the_same_at_one_look(people: list[dict[str, str]]) -> None:
    known = [*people, {"family": "Hubinger", "given": "Evan"}]
    more = [{**person, "note": "x"} for person in known]  # of whom more is said than a name
    one, other = (pc.parse(json.dumps([{"title": "Sleeper Agents", "DOI": "10.1/x", "author": authors}])) for authors in (known, more))
    assert [paper.authors for paper in one] == [paper.authors for paper in other]


TRIPLE = st.lists(
    st.sampled_from(
        ["Geijn", "van de Geijn", "Müller", "M&uuml;ller", " Lukošiūtė ", "J. R.", "Jr.", "", "R&D", "<b>Li</b>", "李", "Ivаnov", "P´erez"]
    ),
    min_size=1,
    max_size=4,
)


@given(texts=TRIPLE, rest=st.sampled_from(["", "Mindermann, Sรถren, Schรผtze, Hinrich"]))
def test_a_name_that_is_plain_in_a_healthy_document_is_as_cleaning_leaves_it(texts: list[str], rest: str) -> None:
    entry = Entry(Document("a.json", ", ".join([*texts, rest])), Place(0, 1))
    found = _triple(tuple(texts))
    cleaned = _cleaned(entry, found.name, Place(0, 1))
    assert not found.is_clean or cleaned == found.name
    assert not (found.is_plain and entry.document.is_healthy) or cleaned == found.name


def test_a_name_with_an_accent_is_met() -> None:
    """The short way is gone."""
    assert _triple(("Lukošiūtė", "Kamilė")).is_plain
    assert not _triple(("Lukošiūtė", "Kamilė")).is_clean
    assert not _triple(("M&uuml;ller", "A.")).is_plain


LABELS = st.lists(st.sampled_from("title author DOI items metadata value year name results content abstract id".split()), max_size=5)


@given(labels=LABELS, values=st.lists(st.sampled_from(["A", Pairs([("title", "A"), ("author", "B")])]), min_size=5, max_size=5))
def test_a_record_is_told_by_its_names_as_by_its_values(labels: list[str], values: list[object]) -> None:
    pairs = Pairs(zip(labels, values, strict=False))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shape, "_is_surely", lambda _: False)
        slow = shape.is_record(pairs)
    assert shape.is_record(pairs) == slow


WORDS = st.lists(st.sampled_from("Evan Hubinger Li Wei J. E and M&uuml;ller Müller O'Neil X, (MIT)".split()), min_size=1, max_size=4).map(
    " ".join
)


@given(names=st.lists(WORDS, max_size=3), text=st.lists(WORDS, max_size=3).map(", ".join))
def test_a_list_is_said_whose_words_all_are(names: list[str], text: str) -> None:
    entry = Entry(Document("a.json", text), Place(0, len(text)))
    entry.names += names
    known = {*re.findall(r"[^\W\d_]+", " ".join(names)), "and"}
    shown = (text, entry.document.clean_text(text)[0])
    assert _is_said(entry, text) == any(_names_in(one) <= known for one in shown)


@pytest.mark.parametrize(
    ("ids", "extra"),
    [
        ({"id": "doe2006"}, {"key": "doe2006"}),
        ({"id": "http://zotero.org/items/AB", "citation-key": "doe2006"}, {"key": "doe2006", "id": "http://zotero.org/items/AB"}),
        ({"id": "ABCD2345", "citation-key": "doe2006"}, {"key": "doe2006", "id": "ABCD2345"}),
        ({"id": "http://zotero.org/users/1/items/ABCD2345"}, {"id": "http://zotero.org/users/1/items/ABCD2345"}),
        ({"id": "17"}, {"id": "17"}),
        ({"id": "ITEM-1"}, {"id": "ITEM-1"}),
        ({"id": "10243/ABCD2345"}, {"id": "10243/ABCD2345"}),
    ],
)
def test_what_pandoc_cites_by_is_the_key(ids: dict[str, str], extra: dict[str, str]) -> None:
    work = {**ids, "type": "book", "title": "Sleeper Agents", "issued": {"date-parts": [[2024]]}}
    (paper,) = pc.parse(json.dumps([work]))
    assert dict(paper.extra) == extra


def test_what_crossref_says_of_its_answer_is_not_of_the_work() -> None:
    answer = {"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": CROSSREF}
    catalog = pc.parse(json.dumps(answer))
    assert not {"status", "message-type", "message-version"} & set(catalog[0].extra)
    assert not catalog.receipt().unread


LIST = (
    '[{"title": "Attention Is All You Need", "authors": ["Ashish Vaswani", "Noam Shazeer"], "year": 2017},\n'
    ' {"title": "Language models are few-shot learners", "authors": ["Tom Brown", "Benjamin Mann"], "year": 2020, "venue": "NeurIPS"}]'
)


@pytest.mark.parametrize(
    ("stop", "second"),
    [
        ('"NeurI', ("Language models are few-shot learners", 2, 2020)),
        ('"year": 20', ("Language models are few-shot learners", 2, None)),
        ('"Tom Brown", "Ben', None),  # half of a list says less than none, and a title alone is no paper
        ("few-shot lear", None),
        ('{"tit', None),
    ],
)
@pytest.mark.parametrize("around", ["%s", '{"message": {"items": %s'])
def test_the_object_in_which_a_file_breaks_off_is_read_as_far_as_it_goes(
    stop: str, second: tuple[str, int, int | None] | None, around: str
) -> None:
    text = around % LIST[: LIST.rindex(stop) + len(stop)]
    cat = pc.parse(text)
    assert [(paper.title, len(paper.authors), paper.year) for paper in cat][1:] == ([second] if second else [])
    (told,) = cat.issues
    assert told.code == "entry-broken"
    assert told.raw.endswith(stop)
    assert cat.receipt().unread == ()


@pytest.mark.parametrize(
    ("people", "families"),
    [
        ('"contributors": ["Jacob Jeffries", "Enrique Martinez"]', ["Jeffries", "Martinez"]),
        ('"authors": ["Jacob Jeffries"], "contributors": ["Enrique Martinez"]', ["Jeffries"]),
        ('"contributors": [{"name": "Martinez, Enrique", "role": "Editor"}]', []),
    ],
)
def test_contributors_are_the_authors_where_nobody_else_is(people: str, families: list[str]) -> None:
    (paper,) = pc.parse(f'[{{"title": "Langmuir-like model of dilute impurities", {people}, "year": 2024}}]')
    assert [author.family for author in paper.authors] == families


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            '{"title": "Learning Self-Consistency", "authors": ["Tianchen Zhao"], "links": {"arxiv": "https://arxiv.org/abs/2012.09311"}}',
            {"arxiv": "2012.09311"},
        ),
        (
            '{"title": "A general set up", "authors": ["AK Kuchibhotla"], "cites": 9, "ecc": 9, "source": "Stat. & Probability Letters"}',
            {"venue": "Stat. & Probability Letters"},
        ),
        (
            '{"title": "A Model Free Perspective", "authors": ["AK Kuchibhotla"], "cites": 15, "ecc": 15, "source": "arXiv:1802.05801"}',
            {"arxiv": "1802.05801"},
        ),
        (
            '{"title": "Online Vehicle Logo Recognition", "authors": ["Ruilong Chen"], "where": "20th Conference on Information Fusion"}',
            {"venue": "20th Conference on Information Fusion"},
        ),
        (
            '{"title": "A unifying framework", "author": [{"family": "Aguilera"}], "issued": {"raw": "2021"}, "source": "www.nature.com"}',
            {"venue": None},
        ),
    ],
)
def test_names_that_homepages_and_programs_give_to_values(text: str, fields: dict[str, str | None]) -> None:
    (paper,) = pc.parse(f"[{text}]")
    assert {name: getattr(paper, name) for name in fields} == fields
