"""XML as people have it: each format's table, and what is broken costs its record alone."""

import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import papercat as pc
from papercat.readers import choose
from papercat.readers.tree.markup import flat, unmarked
from papercat.readers.tree.node import Node
from papercat.readers.tree.xml import Builder, tokens, unescape
from papercat.text.document import Document

ATOM = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title type="html">ArXiv Query: search_query=all:agents</title>
  <entry>
    <id>http://arxiv.org/abs/2401.05566v3</id>
    <published>2024-01-10T19:14:35Z</published>
    <title>Sleeper Agents: Training Deceptive LLMs that
  Persist</title>
    <summary>  Humans are capable of R&amp;D &lt; 1.
</summary>
    <author><name>Evan Hubinger</name></author>
    <author><name>Carson Denison</name><arxiv:affiliation>Anthropic</arxiv:affiliation></author>
    <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">updated</arxiv:comment>
    <category term="cs.CR" scheme="http://arxiv.org/schemas/atom"/>
    <link href="http://arxiv.org/abs/2401.05566v3" rel="alternate"/>
  </entry>
  <entry>
    <id>http://arxiv.org/abs/2212.09251v1</id>
    <published>2022-12-19T00:00:00Z</published>
    <title>Discovering Language Model Behaviors</title>
    <author><name>Ethan Perez</name></author>
  </entry>
</feed>
"""
SLEEPER: dict[str, Any] = {
    "arxiv": "2401.05566",
    "title": "Sleeper Agents: Training Deceptive LLMs that Persist",
    "authors": ["Hubinger, Evan", "Denison, Carson"],
    "abstract": "Humans are capable of R&D < 1.",
    "year": 2024,
    "month": 1,
    "comment": "updated",
    "url": "http://arxiv.org/abs/2401.05566v3",
}
PEREZ: dict[str, Any] = {
    "arxiv": "2212.09251",
    "title": "Discovering Language Model Behaviors",
    "authors": ["Perez, Ethan"],
    "year": 2022,
    "month": 12,
}

FORMATS: list[tuple[str, str, dict[str, Any]]] = [
    (
        "OAI arXiv",
        """<OAI-PMH><ListRecords><record><header><identifier>oai:arXiv.org:1412.8323</identifier></header><metadata>
        <arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>1412.8323</id><created>2014-12-29</created><authors><author><keyname>Hoehn</keyname>
        <forenames>Philipp A</forenames></author><author><keyname>Bourbaki</keyname></author></authors><title>Toolbox for
        reconstructing</title><comments>78 pages</comments><abstract>  We develop.</abstract></arXiv></metadata></record></ListRecords>
        </OAI-PMH>""",
        {
            "arxiv": "1412.8323",
            "authors": ["Hoehn, Philipp A", "Bourbaki"],
            "title": "Toolbox for reconstructing",
            "comment": "78 pages",
            "abstract": "We develop.",
            "year": 2014,
            "month": 12,
        },
    ),
    (
        "OAI Dublin Core",
        """<OAI-PMH><GetRecord><record><metadata><oai_dc:dc xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A</dc:title>
        <dc:creator>Hubinger, Evan</dc:creator><dc:creator>Bai, Yuntao</dc:creator><dc:subject>Agents</dc:subject>
        <dc:date>2024-01-10</dc:date>
        <dc:identifier>http://arxiv.org/abs/2401.05566</dc:identifier><dc:description>We test.</dc:description>
        <dc:description>Peer reviewed</dc:description></oai_dc:dc></metadata>
        </record>
        </GetRecord></OAI-PMH>""",
        {
            "title": "A",
            "authors": ["Hubinger, Evan", "Bai, Yuntao"],
            "keywords": ["Agents"],
            "year": 2024,
            "month": 1,
            "arxiv": "2401.05566",
            "abstract": "We test.",
        },
    ),
    (
        "OAI arXivRaw",
        """<OAI-PMH><ListRecords><record><metadata><arXivRaw><id>0704.0001</id><version version="v1">
        <date>Mon, 2 Apr 2007 19:18:42 GMT</date>
        </version><title>A</title><authors>C. Bal\\'azs, E. L. Berger, C.-P. Yuan</authors></arXivRaw></metadata></record></ListRecords>
        </OAI-PMH>""",
        {"arxiv": "0704.0001", "year": 2007, "month": 4, "title": "A", "authors": ["Balázs, C.", "Berger, E. L.", "Yuan, C.-P."]},
    ),
    (
        "PubMed",
        """<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">18157122</PMID><Article><Journal><JournalIssue>
        <Volume>4</Volume>
        <Issue>2</Issue><PubDate><Year>2008</Year><Month>Feb</Month></PubDate></JournalIssue><Title>Nature chemical biology</Title>
        </Journal>
        <ArticleTitle>Effects on <i>E. coli</i>.</ArticleTitle><Pagination><MedlinePgn>132-42</MedlinePgn></Pagination><Abstract>
        <AbstractText Label="AIM">We ask.</AbstractText><AbstractText Label="RESULTS">Yes.</AbstractText></Abstract><AuthorList>
        <Author ValidYN="Y"><LastName>Krutzik</LastName><ForeName>Peter O</ForeName><Initials>PO</Initials></Author>
        <Author><CollectiveName>A Group</CollectiveName></Author></AuthorList><PublicationTypeList>
        <PublicationType UI="D016428">Journal Article
        </PublicationType></PublicationTypeList></Article></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="pubmed">18157122
        </ArticleId><ArticleId IdType="doi">10.1038/nchembio.2007.59</ArticleId></ArticleIdList></PubmedData></PubmedArticle>
        </PubmedArticleSet>""",
        {
            "volume": "4",
            "issue": "2",
            "year": 2008,
            "month": 2,
            "venue": "Nature chemical biology",
            "title": "Effects on E. coli",
            "pages": "132-42",
            "abstract": "AIM: We ask. RESULTS: Yes.",
            "authors": ["Krutzik, Peter O.", "A Group"],
            "type": "article",
            "doi": "10.1038/nchembio.2007.59",
        },
    ),
    (
        "OpenURL",
        """<ctx:context-objects xmlns:ctx='info:ofi/fmt:xml:xsd:ctx'><ctx:context-object><ctx:referent><ctx:metadata-by-val><ctx:metadata>
        <journal><rft:atitle>Molecular structure of nucleic acids</rft:atitle><rft:date>1953</rft:date><rft:jtitle>Nature</rft:jtitle>
        <rft:au>J D Watson</rft:au><rft:au>F H C Crick</rft:au></journal></ctx:metadata></ctx:metadata-by-val></ctx:referent>
        </ctx:context-object></ctx:context-objects>""",
        {
            "title": "Molecular structure of nucleic acids",
            "year": 1953,
            "venue": "Nature",
            "authors": ["Watson, J. D.", "Crick, F. H. C."],
        },
    ),
    (
        "MODS",
        """<modsCollection><mods><titleInfo><nonSort>The</nonSort><title>Art</title><subTitle>a history</subTitle></titleInfo>
        <name type="personal"><namePart type="given">Tillie Pierce</namePart><namePart type="family">Alleman</namePart><role>
        <roleTerm type="code">aut</roleTerm></role></name><name type="personal"><namePart>Holbein, Hans, 1497-1543</namePart></name>
        <name type="corporate"><namePart>United States</namePart><namePart>Commission on Aging</namePart></name>
        <name><namePart>Bai, Yuntao</namePart><role><roleTerm type="text">editor</roleTerm></role></name><genre>book</genre><originInfo>
        <publisher>Steam Press</publisher><dateIssued>1889</dateIssued></originInfo><relatedItem type="host"><titleInfo>
        <title>Journal</title>
        </titleInfo><part><detail type="volume"><number>3</number></detail><extent unit="pages"><start>5</start><end>9</end></extent></part>
        </relatedItem></mods></modsCollection>""",
        {
            "title": "The Art: a history",
            "authors": ["Alleman, Tillie Pierce", "Holbein, Hans", "United States. Commission on Aging"],
            "type": "book",
            "publisher": "Steam Press",
            "year": 1889,
            "venue": "Journal",
            "volume": "3",
            "pages": "5–9",
        },
    ),
    (
        "Crossref",
        """<doi_records><doi_record owner="10.1109"><crossref><conference><proceedings_metadata>
        <proceedings_title>Proc. CBMS</proceedings_title>
        <publisher><publisher_name>IEEE</publisher_name></publisher></proceedings_metadata><conference_paper><contributors>
        <person_name sequence="first" contributor_role="author"><given_name>Evan</given_name><surname>Hubinger</surname></person_name>
        <person_name sequence="additional" contributor_role="editor"><given_name>Yuntao</given_name><surname>Bai</surname></person_name>
        </contributors><titles><title>On CO
          <sub>2</sub> </title></titles><publication_date><month>6</month><year>2019</year></publication_date><pages>
        <first_page>1</first_page>
        <last_page>9</last_page></pages><doi_data><doi>10.1109/CBMS.2019.00091</doi></doi_data></conference_paper></conference></crossref>
        </doi_record></doi_records>""",
        {
            "venue": "Proc. CBMS",
            "publisher": "IEEE",
            "authors": ["Hubinger, Evan"],
            "title": "On CO2",
            "year": 2019,
            "month": 6,
            "pages": "1–9",
            "doi": "10.1109/cbms.2019.00091",
        },
    ),
    (
        "ACL Anthology",
        """<collection id="2020.acl"><volume id="main"><meta><booktitle>Proceedings of ACL</booktitle><year>2020</year>
        <month>July</month></meta>
        <frontmatter><url>2020.acl-main.0</url></frontmatter><paper id="1"><title>
        <fixed-case>BERT</fixed-case> is <tex-math>k</tex-math>-good</title>
        <author><first>Yuntao</first><last>Bai</last></author><author id="wei-wang"><first/><last>Mausam</last></author><pages>1–9</pages>
        <abstract>We <b>test</b>.</abstract><doi>10.18653/v1/2020.acl-main.1</doi></paper></volume></collection>""",
        {
            "venue": "Proceedings of ACL",
            "year": 2020,
            "month": 7,
            "title": "BERT is $k$-good",
            "authors": ["Bai, Yuntao", "Mausam"],
            "pages": "1–9",
            "abstract": "We test.",
            "doi": "10.18653/v1/2020.acl-main.1",
        },
    ),
    (
        "EndNote",
        """<xml><records><record><ref-type name="Journal Article">17</ref-type><contributors><authors><author><style face="normal">Hubinger,
        Evan</style></author><author><style>Bai, Yuntao</style></author></authors></contributors><titles><title><style>A</style></title>
        <secondary-title><style>Nature</style></secondary-title></titles><dates><year><style>2024</style></year></dates><volume>4</volume>
        <number>2</number><electronic-resource-num>10.1000/182</electronic-resource-num><keywords><keyword>agents</keyword></keywords>
        </record>
        </records></xml>""",
        {
            "type": "article",
            "authors": ["Hubinger, Evan", "Bai, Yuntao"],
            "title": "A",
            "venue": "Nature",
            "year": 2024,
            "volume": "4",
            "issue": "2",
            "doi": "10.1000/182",
            "keywords": ["agents"],
        },
    ),
    (
        "MS Word",
        """<b:Sources><b:Source><b:SourceType>JournalArticle</b:SourceType><b:Author><b:Author><b:NameList><b:Person><b:Last>Geijn</b:Last>
        <b:First>Robert</b:First><b:Middle>L.</b:Middle></b:Person></b:NameList></b:Author><b:Editor><b:NameList><b:Person>
        <b:Last>Bai</b:Last>
        </b:Person></b:NameList></b:Editor></b:Author><b:Title>A</b:Title><b:Year>2002</b:Year><b:JournalName>Nature</b:JournalName>
        </b:Source>
        </b:Sources>""",
        {"type": "article", "authors": ["Geijn, Robert L."], "title": "A", "year": 2002, "venue": "Nature"},
    ),
    (
        "DataCite",
        """<resource xmlns="http://datacite.org/schema/kernel-4"><identifier identifierType="DOI">10.5281/zenodo.2548653</identifier>
        <creators>
        <creator><creatorName nameType="Personal">Murahwe, Gloria Rosi</creatorName></creator></creators><titles><title>A</title>
        <title titleType="Subtitle">B</title></titles><publisher>Zenodo</publisher><publicationYear>2015</publicationYear><descriptions>
        <description descriptionType="Abstract">We test.</description></descriptions></resource>""",
        {
            "doi": "10.5281/zenodo.2548653",
            "authors": ["Murahwe, Gloria Rosi"],
            "title": "A: B",
            "publisher": "Zenodo",
            "year": 2015,
            "abstract": "We test.",
        },
    ),
    (
        "dblp",
        """<!DOCTYPE dblp SYSTEM "dblp.dtd"><dblp><inproceedings key="conf/x" mdate="2020-01-01">
        <author>Fran&ccedil;ois Cholet 0001</author>
        <author>Jun Xu</author><title>H<sub>2</sub>O in <i>vivo</i>.</title><pages>1-9</pages><year>2020</year><booktitle>ACL</booktitle>
        <ee>https://doi.org/10.18653/v1/2020.acl-main.1</ee></inproceedings></dblp>""",
        {
            "type": "inproceedings",
            "authors": ["Cholet, François", "Xu, Jun"],
            "title": "H2O in vivo",
            "pages": "1-9",
            "year": 2020,
            "venue": "ACL",
            "url": "https://doi.org/10.18653/v1/2020.acl-main.1",
            "doi": "10.18653/v1/2020.acl-main.1",
        },
    ),
    (
        "JATS",
        """<article article-type="research-article"><front><journal-meta><journal-title-group><journal-title>Nature</journal-title>
        </journal-title-group></journal-meta><article-meta><article-id pub-id-type="doi">10.1000/182</article-id><title-group>
        <article-title>A
        <italic>b</italic></article-title></title-group><contrib-group><contrib contrib-type="author"><name><surname>Hubinger</surname>
        <given-names>Evan</given-names></name><xref ref-type="aff"/></contrib><contrib contrib-type="author"><collab>A Group</collab>
        </contrib>
        </contrib-group><pub-date pub-type="epub"><day>5</day><month>3</month><year>2021</year></pub-date><volume>4</volume><fpage>1</fpage>
        <lpage>9</lpage><abstract><title>Abstract</title><sec><title>Aim</title><p>We ask.</p></sec><sec><title>Results</title>
        <p>Yes.</p></sec>
        </abstract><kwd-group><kwd>agents</kwd></kwd-group></article-meta></front><body><p>Text.</p></body></article>""",
        {
            "type": "article",
            "venue": "Nature",
            "doi": "10.1000/182",
            "title": "A b",
            "authors": ["Hubinger, Evan", "A Group"],
            "year": 2021,
            "month": 3,
            "volume": "4",
            "pages": "1–9",
            "abstract": "Aim: We ask. Results: Yes.",
            "keywords": ["agents"],
        },
    ),
    (
        "TEI of GROBID",
        """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><back><listBibl><biblStruct xml:id="b0"><analytic>
        <title level="a" type="main">A</title>
        <author><persName><forename type="first">Robert</forename><forename type="middle">L</forename><surname>Geijn</surname></persName>
        </author>
        <idno type="DOI">10.1000/182</idno></analytic><monogr><title level="j">ACM TOMS</title><imprint>
        <biblScope unit="volume">4</biblScope>
        <biblScope unit="page" from="127" to="136"/><date type="published" when="1978-06">June 1978</date></imprint></monogr></biblStruct>
        </listBibl></back></text></TEI>""",
        {
            "title": "A",
            "authors": ["Geijn, Robert L"],
            "doi": "10.1000/182",
            "venue": "ACM TOMS",
            "volume": "4",
            "pages": "127–136",
            "year": 1978,
            "month": 6,
        },
    ),
    (
        "TEI in running text",
        """<tei><listBibl><bibl><author>A. Cau, R. Kuiper, and W.-P. de Roever</author>. <title level="a">Formalising</title>. In
        <title level="m">Proc. 5th Workshop</title>, <date>1992</date>.</bibl></listBibl></tei>""",
        {"authors": ["Cau, A.", "Kuiper, R.", "de Roever, W.-P."], "title": "Formalising", "venue": "Proc. 5th Workshop", "year": 1992},
    ),
    (
        "MARC",
        """<collection xmlns="http://www.loc.gov/MARC21/slim"><record><datafield tag="100"><subfield code="a">Holbein, Hans,</subfield>
        <subfield code="d">1497-1543.</subfield></datafield><datafield tag="245"><subfield code="a">Art :</subfield><subfield code="b">a
        history /</subfield></datafield><datafield tag="260"><subfield code="b">Press,</subfield><subfield code="c">c1889.</subfield>
        </datafield></record></collection>""",
        {"authors": ["Holbein, Hans"], "title": "Art: a history", "publisher": "Press", "year": 1889},
    ),
    (
        "RSS of arXiv",
        """<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>cs.CL updates</title><link>http://arxiv.org/</link><item>
        <title>Sleeper Agents</title><link>https://arxiv.org/abs/2401.05566</link><dc:creator>Evan Hubinger, Carson Denison</dc:creator>
        <pubDate>Wed, 10 Jan 2024 00:00:00 -0500</pubDate><category>cs.CL</category></item></channel></rss>""",
        {
            "title": "Sleeper Agents",
            "url": "https://arxiv.org/abs/2401.05566",
            "arxiv": "2401.05566",
            "authors": ["Hubinger, Evan", "Denison, Carson"],
            "year": 2024,
            "month": 1,
            "keywords": ["cs.CL"],
        },
    ),
    (
        "attributes",
        '<library><paper title="Art" author="Hans Holbein" year="1889" shelf="3"/></library>',
        {"title": "Art", "authors": ["Holbein, Hans"], "year": 1889},
    ),
    (
        "an unseen shape",
        """<bibliothek><werk nr="1"><titel>Kunst</titel><verfasser>Hans Holbein</verfasser><jahr>1889</jahr></werk></bibliothek>""",
        {"title": "Kunst", "authors": ["Holbein, Hans"], "year": 1889},
    ),
]


def told(paper: pc.Paper) -> dict[str, Any]:
    """Give the fields of a paper, its authors as texts."""
    fields = {name: value for name, value in paper.to_dict().items() if name not in ("sources", "extra")}
    return fields | ({"authors": [author.inverted for author in paper.authors]} if paper.authors else {})


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case[1:], id=case[0]) for case in FORMATS])
def test_formats_are_read(text: str, expected: dict[str, Any]) -> None:
    cat = pc.parse(text)
    assert cat.inputs[0].format == "tree"
    assert [told(paper) for paper in cat] == [expected]
    assert cat.receipt().unread == ()


@pytest.mark.parametrize(
    "text", [ATOM, "\ufeff" + ATOM, ATOM.replace("\n", "\r\n"), ATOM.replace("\n", "\r"), ATOM.replace("UTF-8", "latin-1")]
)
def test_atom_is_read(text: str) -> None:
    cat = pc.parse(text.encode())
    assert [told(paper) for paper in cat] == [SLEEPER, PEREZ]
    assert cat[0].extra["category.term"] == "cs.CR"
    assert [(issue.code, "ArXiv Query" in issue.raw) for issue in cat.issues] == [("block-kept", True)]
    assert cat.receipt().unread == ()


ENCODED = [
    ("windows-1251", "windows-1251", "Основы химии", "Основы химии"),
    ("Latin 2", "ISO-8859-2", "Žižek a Dvořák", "Žižek a Dvořák"),
    ("Japanese", "Shift_JIS", "大型言語モデル", "大型言語モデル"),
    ("UTF-8 under another name", "utf-8", "Žižek", "Žižek"),
    ("Latin 1", "ISO-8859-1", "Müller", "Müller"),
]


@pytest.mark.parametrize(("codec", "title", "expected"), [pytest.param(*case[1:], id=case[0]) for case in ENCODED])
def test_the_encoding_that_a_file_declares_is_believed_where_it_fits(codec: str, title: str, expected: str) -> None:
    declared = "koi8-r" if codec == "utf-8" else codec
    text = ATOM.replace('"UTF-8"', f'"{declared}"').replace("Discovering Language Model Behaviors", title)
    assert pc.parse(text.encode(codec))[1].title == expected


@pytest.mark.parametrize("declared", ["klingon", "base64", "utf-16", ""])
def test_an_encoding_that_cannot_be_is_not_believed(declared: str) -> None:
    text = ATOM.replace('"UTF-8"', f'"{declared}"').replace("Discovering", "Müller, discovering")
    assert str(pc.parse(text.encode("cp1252"))[1].title).startswith("Müller")


def test_what_a_paper_cites_is_kept_beside_it() -> None:
    header = "<teiHeader><fileDesc><titleStmt><title>A</title></titleStmt></fileDesc></teiHeader>"
    cited = "<biblStruct><analytic><title>B</title></analytic></biblStruct>"
    body = f"<text><body><p>Text.</p></body><back><listBibl>{cited}</listBibl></back></text>"
    cat = pc.parse(f"<TEI>{header}{body}</TEI>")
    assert [paper.title for paper in cat] == ["A"]
    assert [(issue.code, "<title>B</title>" in issue.raw) for issue in cat.issues] == [("block-kept", True)]
    assert [paper.title for paper in pc.parse(f"<TEI><teiHeader/>{body}</TEI>")] == ["B"]


def test_values_know_their_places() -> None:
    (paper, _) = pc.parse(ATOM)
    assert [ATOM[source.start : source.end] for source in paper.sources if source.field == "authors"] == ["Evan Hubinger", "Carson Denison"]


BROKEN: list[tuple[str, str, list[str], str]] = [
    ("a bare ampersand", ATOM.replace("R&amp;D", "R&D"), [SLEEPER["title"], PEREZ["title"]], ""),
    ("an entity of HTML", ATOM.replace("R&amp;D", "R&eacute;D"), [SLEEPER["title"], PEREZ["title"]], ""),
    ("a control character", ATOM.replace("R&amp;D", "R\x01D"), [SLEEPER["title"], PEREZ["title"]], "characters-normalized"),
    ("an invisible character in a tag", ATOM.replace("<summary>", "<sum\u2060mary>"), [SLEEPER["title"], PEREZ["title"]], ""),
    ("an attribute without quotes", ATOM.replace('type="html"', "type=html"), [SLEEPER["title"], PEREZ["title"]], ""),
    ("a field that does not end", ATOM.replace("</summary>", ""), [SLEEPER["title"], PEREZ["title"]], ""),
    ("an entry that does not end", ATOM.replace("  </entry>\n  <entry>", "  <entry>"), [SLEEPER["title"], PEREZ["title"]], "entry-broken"),
    ("an end too many", ATOM.replace("</summary>", "</summary></b>"), [SLEEPER["title"], PEREZ["title"]], ""),
    ("cut", ATOM[: ATOM.index("Discovering")], [SLEEPER["title"]], "entry-broken"),
    ("a sign of less", ATOM.replace("&lt; 1", "< 1"), [SLEEPER["title"], PEREZ["title"]], ""),
]


@pytest.mark.parametrize(("text", "titles", "code"), [pytest.param(*case[1:], id=case[0]) for case in BROKEN])
def test_what_is_broken_costs_little(text: str, titles: list[str], code: str) -> None:
    cat = pc.parse(text)
    assert [paper.title for paper in cat] == titles
    assert {issue.code for issue in cat.issues} - {"block-kept"} == ({code} if code else set())
    assert cat.receipt().unread == ()


def test_definitions_of_entities_are_refused() -> None:
    bomb = '<!DOCTYPE feed [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    cat = pc.parse(bomb + ATOM.partition("\n")[2].replace("Persist", "&b;&c;"))
    assert cat[0].title == "Sleeper Agents: Training Deceptive LLMs that &b;&c;"
    assert any(issue.code == "block-kept" and "entities" in issue.message for issue in cat.issues)


@pytest.mark.parametrize("end", range(0, len(ATOM), 11))
def test_a_cut_never_raises_and_invents_nothing(end: int) -> None:
    cat = pc.parse(ATOM[:end], format="tree")
    assert {paper.title for paper in cat} <= {SLEEPER["title"], PEREZ["title"]}
    assert "".join(ATOM[span.start : span.end] for span in cat.receipt()) == ATOM[:end]


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><html><head><title>A</title></head><body><p class='author'>B</p></body></html>",
        "<11741. >\nVN  - Ovid Technologies\nTI  - A\nAU  - B\n",
        "<svg><title>A</title><path d='M0'/></svg>",
        "<project><name>a</name><version>1</version><url>u</url></project>",
    ],
)
def test_other_text_with_tags_is_not_taken(text: str) -> None:
    assert choose(Document("a.xml", text)) != "tree"


HOSTILE = [
    ("deep", "<feed><entry>" + "<a>" * 50_000 + "</a>" * 50_000 + "</entry></feed>"),
    ("signs", "<feed><entry><title>" + "<" * 100_000),
    ("comments", "<feed><entry><title>A</title>" + "<!--" * 20_000),
    ("sections", "<feed><entry>" + "<![CDATA[" * 20_000),
    ("types", "<feed><entry>" + "<!DOCTYPE x [" * 20_000),
    ("quotes", "<feed><entry " + 'a="' * 50_000 + "></entry></feed>"),
    ("ampersands", "<feed><entry><title>" + "&" * 100_000 + "</title></entry></feed>"),
    ("entries", "<feed>" + "<entry>" * 5_000),
    ("ends", "<feed><entry><title>" + "</b>" * 50_000),
    ("no characters", "<feed><entry><title>\x00\ud800&#0;&#xd800;&#x110000;&#99999999;</title><author>B</author></entry></feed>"),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in HOSTILE])
def test_hostile_text_is_survived(text: str) -> None:
    cat = pc.parse(text, format="tree")
    assert sum(cat.receipt().totals["text"].values()) == len(text)


WELL_FORMED = [
    "<r><a x='1'>t</a><b/><c>p &lt; q &amp; &#233;</c></r>",
    "<r><a>one <i>two</i> three</a><!-- no --><?pi x?><a><![CDATA[<raw> & ]]></a></r>",
    "<r><a>\n <b>x</b>\n <c>y</c>\n</a></r>",
    "<r><ä ö='ü'>ß</ä></r>",
]


Tree = tuple[str, list[Any]]


def from_etree(element: ET.Element) -> Tree:
    parts: list[Any] = [*sorted(element.attrib.items()), element.text or ""]
    for child in element:
        parts += [from_etree(child), child.tail or ""]
    return (element.tag, [part for part in parts if part != ""])


def from_node(node: Node) -> Tree:
    if node.text is not None:
        return (node.label, [node.text] if node.text else [])
    attributes = sorted((part.label, part.text) for part in node.parts if part.key.startswith("@"))
    inner = [part.text if not part.key else from_node(part) for part in node.parts if not part.key.startswith("@")]
    return (node.label, [*attributes, *inner])


def without_blanks(tree: Tree) -> Tree:
    """Leave out the blanks between elements, which nodes do not keep."""
    name, parts = tree
    has_elements = any(isinstance(part, tuple) and isinstance(part[1], list) for part in parts)
    has_text = any(isinstance(part, str) and part.strip() for part in parts)
    kept = [part for part in parts if not (isinstance(part, str) and has_elements and not has_text)]
    return name, [without_blanks(part) if isinstance(part, tuple) and isinstance(part[1], list) else part for part in kept]


@pytest.mark.parametrize("text", WELL_FORMED)
def test_well_formed_xml_is_read_as_etree_reads_it(text: str) -> None:
    (cut,) = Builder(text, frozenset({"r"}), frozenset()).records()
    assert cut.node is not None
    assert from_node(cut.node) == without_blanks(from_etree(ET.fromstring(text)))  # noqa: S314  our own text


@given(st.text(alphabet="<>/!?-[]&;'\"= abé\n", max_size=200))
def test_tokens_tile_any_text(text: str) -> None:
    ends = [0]
    for token in tokens(text):
        assert token.start == ends[-1]
        ends.append(token.end)
    assert ends[-1] == len(text)


@given(st.text(alphabet="<>/!?-[]&;'\"= entry titlauhor{}:,\x00\n", max_size=300))
def test_any_text_is_accounted_for(text: str) -> None:
    cat = pc.parse(text, format="tree")
    assert "".join(text[span.start : span.end] for span in cat.receipt()) == text


MARKUP = [
    ("<jats:p>We <jats:italic>test</jats:italic>.</jats:p>", "We test."),
    ("<p>One.</p><p>Two.</p>", "One. Two."),
    ("x<sup>2</sup> and H<sub>2</sub>O", "x2 and H2O"),
    ("a < b and c > d", "a < b and c > d"),
    ("List<String> and <unk>", "List<String> and <unk>"),
    (
        "<jats:alternatives><jats:tex-math>$x^2$</jats:tex-math><mml:math><mml:mi>x</mml:mi></mml:math></jats:alternatives>",
        "$x^2$",
    ),
    ("<mml:math><mml:mi>x</mml:mi><mml:mo>=</mml:mo><mml:mn>1</mml:mn></mml:math>", "x=1"),
    ("\\documentclass{minimal}\\begin{document}$$a$$\\end{document}", "\\documentclass{minimal}\\begin{document}$$a$$\\end{document}"),
    ("<tex-math>\\documentclass{minimal}\\begin{document}$$a$$\\end{document}</tex-math>", "$$a$$"),
]


@pytest.mark.parametrize(("text", "expected"), MARKUP)
def test_markup_becomes_text(text: str, expected: str) -> None:
    assert unmarked(text) == expected


@given(st.text(alphabet="<>/ip&;b\n", max_size=100))
def test_unmarking_is_total(text: str) -> None:
    unmarked(text)
    unescape(text)


def test_flat_leaves_attributes_out() -> None:
    (cut,) = Builder('<r><t lang="en">A <b>c</b></t></r>', frozenset({"r"}), frozenset()).records()
    assert cut.node is not None
    assert flat(cut.node) == "A c"


# ScienceDirect's document of https://doi.org/10.1006/aphy.2001.6176, shortened
ELSEVIER = """<doc:document xmlns:doc="http://www.elsevier.com/xml/document/schema"><rdf:RDF><rdf:Description rdf:about="x">
<dct:title>The Maximal Kinematical Invariance Group of Fluid Dynamics</dct:title><dct:creator>L O'Raifeartaigh</dct:creator>
<dct:description>Annals of Physics 293 (2001) 215-227. doi:10.1006/aphy.2001.6176</dct:description>
<prism:publicationName>Annals of Physics</prism:publicationName><dct:publisher>Elsevier Inc.</dct:publisher>
<prism:volume>293</prism:volume><prism:number>2</prism:number><prism:coverDisplayDate>1 November 2001</prism:coverDisplayDate>
<prism:startingPage>215</prism:startingPage><prism:endingPage>227</prism:endingPage><prism:doi>10.1006/aphy.2001.6176</prism:doi>
</rdf:Description></rdf:RDF><dp:document-properties><dp:aggregation-type>Journals</dp:aggregation-type></dp:document-properties>
<cja:converted-article docsubtype="fla"><cja:item-info><cja:jid>YAPHY</cja:jid></cja:item-info><cja:head>
<ce:title>The Maximal Kinematical Invariance Group of Fluid Dynamics</ce:title><ce:author-group>
<ce:author><ce:given-name>L</ce:given-name><ce:surname>O'Raifeartaigh</ce:surname><ce:cross-ref refid="FN1"/></ce:author>
<ce:author><ce:given-name>V.V</ce:given-name><ce:surname>Sreedhar</ce:surname></ce:author>
<ce:affiliation><ce:textfn>Dublin Institute for Advanced Studies</ce:textfn></ce:affiliation></ce:author-group>
<ce:abstract class="graphical"><ce:abstract-sec><ce:simple-para>A picture.</ce:simple-para></ce:abstract-sec></ce:abstract>
<ce:abstract class="author"><ce:section-title>Abstract</ce:section-title><ce:abstract-sec><ce:simple-para>It has been
found.</ce:simple-para></ce:abstract-sec></ce:abstract></cja:head><cja:body><ce:table><cals:row><ce:entry align="left">1</ce:entry>
</cals:row></ce:table></cja:body></cja:converted-article></doc:document>"""


def test_a_document_of_elsevier_is_one_paper() -> None:
    (paper,) = cat = pc.parse(ELSEVIER)
    assert (paper.title, paper.year, paper.month) == ("The Maximal Kinematical Invariance Group of Fluid Dynamics", 2001, 11)
    assert [author.inverted for author in paper.authors] == ["O'Raifeartaigh, L", "Sreedhar, V.V"]
    assert (paper.venue, paper.volume, paper.issue, paper.pages) == ("Annals of Physics", "293", "2", "215–227")
    assert (paper.doi, paper.publisher, paper.abstract) == ("10.1006/aphy.2001.6176", "Elsevier Inc.", "It has been found.")
    assert not cat.issues


LIST = (
    "<papers><paper><title>Attention Is All You Need</title><author>Ashish Vaswani</author><year>2017</year></paper>\n"
    "<paper><title>Language models are few-shot learners</title><author>Tom Brown</author><author>Benjamin Mann</author></paper></papers>"
)


@pytest.mark.parametrize(
    ("stop", "titles", "families"),
    [
        ("<title>Lang", ["Attention Is All You Need"], None),
        ("learners</ti", ["Attention Is All You Need"], None),
        ("learners</title>", ["Attention Is All You Need", "Language models are few-shot learners"], []),
        ("<author>Tom Br", ["Attention Is All You Need", "Language models are few-shot learners"], []),
        ("Brown</author><aut", ["Attention Is All You Need", "Language models are few-shot learners"], ["Brown"]),
    ],
)
def test_the_record_in_which_a_file_breaks_off_is_read_as_far_as_it_goes(stop: str, titles: list[str], families: list[str] | None) -> None:
    text = LIST[: LIST.index(stop) + len(stop)]
    cat = pc.parse(text, format="xml")
    assert [paper.title for paper in cat] == titles
    assert families is None or [author.family for author in cat[1].authors] == families
    (told,) = cat.issues
    assert (told.code, told.raw.strip()) == ("entry-broken", text[text.rindex("<paper>") :])


def grobid(*people: str) -> str:
    authors = "".join(f"<author><persName>{person}</persName></author>" for person in people)
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><back><listBibl><biblStruct xml:id="b0"><analytic>'
        f'<title level="a" type="main">STRIPS: A new approach to theorem proving</title>{authors}</analytic>'
        '<monogr><title level="j">Artificial Intelligence</title><imprint><date type="published" when="1971"/></imprint></monogr>'
        "</biblStruct></listBibl></back></text></TEI>"
    )


@pytest.mark.parametrize(
    ("people", "names", "is_cut"),
    [
        (
            ('<forename type="first">R</forename><forename type="middle">E &amp; Nilsson N J</forename><surname>Fikes</surname>',),
            ["Fikes, R E", "Nilsson, N J"],
            0,
        ),
        (("<forename>Richard and N. J. Nilsson</forename><surname>Fikes</surname>",), ["Fikes, Richard", "Nilsson, N. J."], 0),
        (("<surname>Allen et al</surname>",), ["Allen"], 1),
        (("<forename>R</forename><surname>Fikes</surname>", "<surname>Allen et al.</surname>"), ["Fikes, R", "Allen"], 1),
        (("<forename>Ann and Bob</forename><surname>Fikes</surname>",), ["Fikes, Ann and Bob"], 0),
        (("<forename>R</forename><surname>Alet</surname>",), ["Alet, R"], 0),
    ],
)
def test_people_whom_grobid_did_not_part(people: tuple[str, ...], names: list[str], is_cut: int) -> None:
    cat = pc.parse(grobid(*people))
    assert [author.inverted for author in cat[0].authors] == names
    assert ("authors" in cat[0].cut) == bool(is_cut)


# As Zotero exports it: the journal stands behind the article that names it, and an attachment has an attribute `rdf:resource`.
ZOTERO = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#">
<bib:Article rdf:about="https://www.nature.com/articles/s41586-021-03819-2">
<z:itemType>journalArticle</z:itemType><dcterms:isPartOf rdf:resource="urn:issn:1476-4687"/>
<bib:authors><rdf:Seq>
<rdf:li><foaf:Person><foaf:surname>Jumper</foaf:surname><foaf:givenName>John</foaf:givenName></foaf:Person></rdf:li>
<rdf:li><foaf:Person><foaf:surname>Evans</foaf:surname><foaf:givenName>Richard</foaf:givenName></foaf:Person></rdf:li>
</rdf:Seq></bib:authors>
<dc:subject><z:AutomaticTag><rdf:value>Machine learning</rdf:value></z:AutomaticTag></dc:subject>
<dc:title>Highly accurate protein structure prediction with AlphaFold</dc:title><dc:date>2021-08</dc:date><bib:pages>583-589</bib:pages>
</bib:Article>
<bib:Journal rdf:about="urn:issn:1476-4687"><prism:volume>596</prism:volume><dc:title>Nature</dc:title>
<dc:identifier>DOI 10.1038/s41586-021-03819-2</dc:identifier><prism:number>7873</prism:number></bib:Journal>
<bib:Memo rdf:about="#item_7"><rdf:value>a note</rdf:value></bib:Memo>
<z:Attachment rdf:about="#item_12"><rdf:resource rdf:resource="files/12/Jumper.pdf"/><dc:title>Full Text PDF</dc:title></z:Attachment>
<bib:BookSection rdf:about="urn:isbn:978-0-387-84858-7"><z:itemType>bookSection</z:itemType>
<dcterms:isPartOf><bib:Book><dc:title>The Elements of Statistical Learning</dc:title></bib:Book></dcterms:isPartOf>
<bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Hastie</foaf:surname><foaf:givenName>Trevor</foaf:givenName></foaf:Person></rdf:li></rdf:Seq>
</bib:authors><dc:title>Overview of Supervised Learning</dc:title><dc:date>2009</dc:date></bib:BookSection></rdf:RDF>"""


def test_zotero_rdf_names_its_journals() -> None:
    cat = pc.parse(ZOTERO)
    assert [(paper.title, paper.venue, paper.volume, paper.issue, paper.doi) for paper in cat] == [
        ("Highly accurate protein structure prediction with AlphaFold", "Nature", "596", "7873", "10.1038/s41586-021-03819-2"),
        ("Overview of Supervised Learning", "The Elements of Statistical Learning", None, None, None),
    ]
    assert [[author.inverted for author in paper.authors] for paper in cat] == [["Jumper, John", "Evans, Richard"], ["Hastie, Trevor"]]
    assert (cat[0].keywords, cat[0].type, cat[1].type) == (("Machine learning",), "article", "incollection")
    assert not cat.receipt().unread
    assert pc.parse(ZOTERO.replace('rdf:resource="urn:issn', 'rdf:resource="urn:other'))[0].venue is None


@pytest.mark.parametrize(("where", "pages"), [("", "e24394"), ("<fpage>10</fpage><lpage>12</lpage>", "10–12")])
def test_an_article_of_jats_without_pages_has_its_place_in_the_volume(where: str, pages: str) -> None:
    meta = f"<title-group><article-title>A</article-title></title-group><volume>6</volume>{where}<elocation-id>e24394</elocation-id>"
    (paper,) = pc.parse(f"<article><front><article-meta>{meta}</article-meta></front></article>")
    assert (paper.volume, paper.pages) == ("6", pages)
