"""Formats of libraries, archives and publishers in XML: MODS, MARC, Primo, OpenURL, RDF, TEI and Elsevier, as tables of paths."""

from papercat.readers.tree.keys import GENERIC

# https://www.loc.gov/standards/mods/userguide/
_HOST = {
    "titleinfo": "venue-info",
    "name": "person",
    "part/detail[volume]/number": "volume",
    "part/detail[issue]/number": "issue",
    "part/detail[number]/number": "issue",
    "part/extent[pages]/start": "first-page",
    "part/extent[pages]/end": "last-page",
    "part/extent[pages]/list": "pages",
    "part/extent[page]/start": "first-page",
    "part/extent[page]/end": "last-page",
    "part/extent/start": "first-page",
    "part/extent/end": "last-page",
    "part/date": "date?",
    "origininfo/dateissued": "date?",
    "origininfo/publisher": "publisher?",
}
MODS = {
    "titleinfo": "title-info",
    "titleinfo[alternative]": "extra",
    "titleinfo[abbreviated]": "extra",
    "titleinfo[translated]": "extra",
    "titleinfo[uniform]": "extra",
    "name": "spaced-author",
    "origininfo/dateissued": "date",
    "origininfo/datecreated": "date?",
    "origininfo/copyrightdate": "date?",
    "origininfo/datecaptured": "extra",
    "origininfo/publisher": "publisher",
    "abstract": "abstract",
    "subject/topic": "keyword",
    "genre": "type",
    "identifier[doi]": "doi",
    "identifier": "id",
    "location/url": "url",
    "note": "comment",
    **{f"relateditem[host]/{path}": role for path, role in _HOST.items()},
    **{path: role for path, role in _HOST.items() if path.startswith("part/")},
}
# TEI P5, chapter 3.12, and what GROBID makes of it
_SCOPES = {
    "biblscope[vol]": "volume",
    "biblscope[volume]": "volume",
    "biblscope[issue]": "issue",
    "biblscope[page]/@from": "first-page",
    "biblscope[page]/@to": "last-page",
    "biblscope[page]": "pages",
    "biblscope[pp]": "pages",
    "publisher": "publisher",
    "date/@when": "date",
    "date": "date",
}
_IDS = {"idno[doi]": "doi", "idno[arxiv]": "arxiv", "idno": "id", "ptr/@target": "url"}
TEI = {
    "analytic/title": "title",
    "analytic/title[sub]": "subtitle",
    "analytic/author": "author",
    "analytic/editor": "editor",
    "monogr/title": "title|venue?",
    "monogr/title[sub]": "extra",
    "monogr/author": "author|person?",
    "monogr/editor": "editor",
    "monogr/meeting": "extra",
    **{f"monogr/imprint/{path}": role for path, role in _SCOPES.items()},
    **{f"monogr/{path}": role for path, role in (_SCOPES | _IDS).items()},
    **{f"analytic/{path}": role for path, role in _IDS.items()},
    **_IDS,
    **_SCOPES,
    "author": "authors",
    "editor": "editor",
    "title": "title|venue?",
    "title[a]": "title",
    "title[j]": "venue",
    "title[s]": "extra",
    "titlestmt/title": "title",
    "titlestmt/author": "author|person?",
    "publicationstmt/date": "date?",
    "publicationstmt/publisher": "publisher?",
    "abstract": "abstract",
    "textclass/keywords/term": "keyword",
    "textclass/keywords": "keywords",
}
# https://www.loc.gov/marc/bibliographic/
MARC = {
    f"datafield[{tag}]/subfield[{code}]": role
    for tag, codes in {
        "245": "a isbd-title,b isbd-subtitle,n isbd-subtitle,p isbd-subtitle",
        "260": "b isbd-publisher,c date",
        "264": "b isbd-publisher,c date",
        "520": "a abstract",
        "650": "a isbd-keyword",
        "653": "a isbd-keyword",
        "773": "t isbd-venue",
        "020": "a extra",
        "024": "a id",
        "856": "u url",
        "300": "a extra",
        "500": "a comment",
    }.items()
    for code, _, role in (pair.partition(" ") for pair in codes.split(","))
} | {
    f"datafield[{tag}]": f"marc-{role}"
    for tag, role in zip(("100", "700", "110", "111", "710", "711"), ("author", "author", *4 * ("group",)), strict=True)
}
# Elsevier's documents (ConSyn, and the API of ScienceDirect): what RDF and PRISM say before the article, and its own head
ELSEVIER = {
    "title": "title",
    "authorgroup/author": "author",
    "authorgroup/collaboration": "author",
    "authorgroup": "extra",
    "abstract[author]/abstractsec": "abstract",
    "abstract[author]/sectiontitle": "skip",
    "abstract/abstractsec": "abstract?",
    "keywords/keyword/text": "keyword",
    "keywords": "skip",
    **{
        f"{around}{name}": role
        for around in ("rdf/description/", "coredata/")
        for name, role in {
            "title": "title?",
            "creator": "author?",
            "publicationname": "venue",
            "volume": "volume",
            "number": "issue",
            "startingpage": "first-page",
            "endingpage": "last-page",
            "pagerange": "pages?",
            "articlenumber": "pages?",
            "doi": "doi",
            "identifier": "id",
            "coverdate": "date",
            "coverdisplaydate": "date?",
            "publisher": "publisher",
            "url": "url",
            "subject/bag/li": "keyword?",
            "subject": "keyword?",
            "@about": "extra",
        }.items()
    },
    "coredata/description": "abstract?",
    **dict.fromkeys("body tail floats floatingfigures originaltext scopusid scopuseid objects links".split(), "skip"),
}
# DSpace's intermediate metadata, which names elements and qualifiers of Dublin Core
DIM = {
    "field[title]": "title",
    "field[contributorauthor]": "author",
    "field[creator]": "author",
    "field[contributor]": "person",
    "field[contributoreditor]": "editor",
    "field[dateissued]": "date",
    "field[descriptionabstract]": "abstract",
    "field[identifierdoi]": "doi",
    "field[identifieruri]": "url",
    "field[publisher]": "publisher",
    "field[subject]": "keyword",
    "field[type]": "type",
    "field[relationispartof]": "venue",
}
# Primo's PNX
PNX = {
    "addata/au": "bare-author",
    "addata/addau": "bare-author?",
    "display/creator": "authors?",
    "display/contributor": "person",
    "display/title": "card-title",
    "addata/atitle": "title?",
    "addata/jtitle": "venue",
    "addata/btitle": "title|venue?",
    "addata/date": "date",
    "display/creationdate": "date?",
    "addata/volume": "volume",
    "addata/issue": "issue",
    "addata/spage": "first-page",
    "addata/epage": "last-page",
    "addata/pages": "pages",
    "addata/doi": "doi",
    "addata/pub": "publisher",
    "display/publisher": "publisher?",
    "addata/abstract": "abstract",
    "display/description": "abstract?",
    "display/subject": "keywords",
    "display/type": "type",
    **dict.fromkeys("control search sort facets links delivery ranking browse dedup frbr prefs".split(), "extra"),
}
# Z39.88-2004 (OpenURL), scholarly formats
OPENURL = {
    "atitle": "title",
    "title": "title?",
    "btitle": "title|venue?",
    "jtitle": "venue",
    "authors/author": "bare-author",
    "author": "bare-author",
    "au": "bare-author?",
    "date": "date",
    "volume": "volume",
    "issue": "issue",
    "spage": "first-page",
    "epage": "last-page",
    "pages": "pages?",
    "pub": "publisher",
    "genre": "type",
    "identifier": "id",
}
# Zotero's RDF: bib, foaf, dc and prism
RDF = {
    **GENERIC,
    "authors/seq/li/person": "author",
    "editors/seq/li/person": "editor",
    "creator/seq/li/person": "author",
    "author/person": "author",
    "creator/person": "author",
    "author/list/description": "author",
    "ispartof/journal/title": "venue",
    "ispartof/journal/volume": "volume",
    "ispartof/journal/number": "issue",
    "ispartof/book/title": "venue",
    "publisher/organization/name": "publisher",
    "subject": "keyword",
    "description": "extra",
    "identifier/uri/value": "url",
    "@about": "extra",
    "@element": "type",
}
