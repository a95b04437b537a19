"""Formats of XML, as tables."""

from collections import Counter
from collections.abc import Iterator

from papercat.readers.tree.keys import GENERIC
from papercat.readers.tree.library import DIM, ELSEVIER, MARC, MODS, OPENURL, PNX, RDF, TEI
from papercat.readers.tree.node import key_of
from papercat.readers.tree.shape import is_paper
from papercat.readers.tree.table import Format
from papercat.readers.tree.xml import attributes, tokens
from papercat.text.document import Place

# RFC 4287, and https://info.arxiv.org/help/api/user-manual.html
_ATOM = {
    "id": "id",
    "title": "title",
    "summary": "abstract",
    "content": "abstract?",
    "published": "date",
    "updated": "extra",
    "author": "author",
    "contributor": "person",
    "doi": "doi",
    "comment": "comment",
    "category/@term": "extra",
    "primarycategory/@term": "extra",
    "link/@href": "url",
}
# RSS 1.0 and 2.0 with Dublin Core and PRISM, as arXiv and journals write them
_RSS = {
    "title": "title",
    "link": "url",
    "description": "feed-abstract?",
    "creator": "authors",
    "author": "authors",
    "date": "date",
    "pubdate": "date",
    "publicationdate": "date",
    "publicationname": "venue",
    "volume": "volume",
    "number": "issue",
    "startingpage": "first-page",
    "endingpage": "last-page",
    "doi": "doi",
    "identifier": "id",
    "guid": "id",
    "category": "keyword",
    "publisher": "publisher",
}
# OAI-PMH 2.0 with oai_dc (Dublin Core 1.1), arXiv and arXivRaw
_OAI = {
    "id": "arxiv",
    "created": "date",
    "updated": "extra",
    "authors/author": "author",
    "authors": "authors",
    "version/date": "date",
    "title": "title",
    "creator": "author",
    "contributor": "person",
    "abstract": "abstract",
    "description": "description",
    "subject": "keyword",
    "date": "date",
    "type": "type",
    "identifier": "id",
    "publisher": "publisher",
    "comments": "comment",
    "doi": "doi",
    "source": "extra",
    "relation": "extra",
    "header/identifier": "id",
    "header/datestamp": "extra",
    "header/setspec": "extra",
}
# https://dblp.org/xml/dblp.dtd
_DBLP = {
    "@element": "type",
    "title": "dotted-title",
    "author": "author",
    "editor": "editor",
    "pages": "pages",
    "year": "year",
    "month": "month",
    "volume": "volume",
    "number": "issue",
    "journal": "venue",
    "booktitle": "venue",
    "publisher": "publisher",
    "school": "publisher",
    "ee": "url",
    "url": "url?",
    "note": "comment",
}
# https://dblp.org/faq/How+to+use+the+dblp+search+API.html
_DBLP_HITS = _DBLP | {"authors/author": "author", "venue": "venue", "type": "type", "doi": "doi", "key": "extra", "access": "extra"}
# https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/
_PUBMED = {
    "pmid": "id",
    "articletitle": "dotted-title",
    "journal/title": "venue",
    "journal/isoabbreviation": "venue?",
    "journal/journalissue/volume": "volume",
    "journal/journalissue/issue": "issue",
    "journal/journalissue/pubdate": "date",
    "articledate": "date?",
    "pagination/medlinepgn": "pages",
    "pagination/startpage": "first-page",
    "pagination/endpage": "last-page",
    "elocationid[doi]": "doi",
    "articleidlist/articleid[doi]": "doi",
    "articleidlist/articleid[pmc]": "id",
    "articleidlist/articleid[pubmed]": "skip",
    "abstract/abstracttext": "abstract+",
    "authorlist/author": "bare-author",
    "authorlist[editors]/author": "editor",
    "meshheadinglist/meshheading/descriptorname": "keyword",
    "keywordlist/keyword": "keyword",
    "publicationtypelist/publicationtype": "type",
    "publicationtype": "type",
    "book/booktitle": "title|venue?",
    "book/publisher/publishername": "publisher",
    "book/pubdate": "date",
    "book/authorlist/author": "bare-author|person?",
    "book/authorlist[editors]/author": "editor",
}
# https://www.crossref.org/schemas/unixref1.0.xsd and the deposit schema 5.3.1
_CROSSREF = {
    "journalmetadata/fulltitle": "venue",
    "journalmetadata/abbrevtitle": "venue?",
    "journalissue/journalvolume/volume": "volume",
    "journalissue/issue": "issue",
    "journalissue/publicationdate": "date?",
    "proceedingsmetadata/proceedingstitle": "title|venue?",
    "proceedingsmetadata/publicationdate": "date?",
    "proceedingsmetadata/publisher/publishername": "publisher",
    "eventmetadata/conferencename": "venue?",
    "titles/title": "title",
    "titles/subtitle": "subtitle",
    "contributors/personname": "author",
    "contributors/organization": "author",
    "publicationdate": "date",
    "posteddate": "date",
    "approvaldate": "date",
    "publisher/publishername": "publisher",
    "institution/institutionname": "publisher?",
    "grouptitle": "extra",
    "pages/firstpage": "first-page",
    "pages/lastpage": "last-page",
    "doidata/doi": "doi",
    "doidata/resource": "url",
    "abstract": "abstract",
    **{
        f"{book}/{path}": role
        for book in ("bookmetadata", "bookseriesmetadata", "booksetmetadata", "reportpapermetadata", "standardmetadata")
        for path, role in {
            "titles/title": "title|venue?",
            "titles/subtitle": "subtitle?",
            "contributors/personname": "author|person?",
            "contributors/organization": "author|person?",
            "publicationdate": "date?",
            "publisher/publishername": "publisher",
            "volume": "volume",
            "abstract": "abstract?",
            "doidata/doi": "doi?",
            "doidata/resource": "url?",
        }.items()
    },
}
_CROSSREF_SHELLS = (
    "crossref journal journalarticle conference conferencepaper book contentitem postedcontent dissertation reportpaper dataset database "
    "standard sacomponent"
)
# https://github.com/acl-org/acl-anthology/blob/master/data/xml/schema.rnc
_ACL = {
    "title": "title",
    "author": "author",
    "editor": "editor",
    "abstract": "abstract",
    "doi": "doi",
    "pages": "pages",
    "issue": "issue",
    "journal": "venue",
    "language": "extra",
    "meta/booktitle": "venue",
    "meta/journaltitle": "venue",
    "meta/journalvolume": "volume",
    "meta/journalissue": "issue",
    "meta/publisher": "publisher",
    "meta/year": "year",
    "meta/month": "month",
    "meta/editor": "editor",
}
# EndNote's export, https://endnote.com RSXML.dtd
_ENDNOTE = {
    "titles/title": "title",
    "titles/secondarytitle": "venue",
    "periodical/fulltitle": "venue",
    "periodical/abbr1": "venue?",
    "contributors/authors/author": "author",
    "contributors/secondaryauthors/author": "editor",
    "contributors/tertiaryauthors/author": "person",
    "reftype/@name": "type",
    "dates/year": "year",
    "dates/pubdates/date": "extra",
    "volume": "volume",
    "number": "issue",
    "pages": "pages",
    "publisher": "publisher",
    "abstract": "abstract",
    "electronicresourcenum": "doi",
    "urls/relatedurls/url": "url",
    "urls/weburls/url": "url",
    "keywords/keyword": "keyword",
    "notes": "comment",
}
# ECMA-376 part 1, 22.6 Bibliography
_WORD = {
    "title": "title",
    "year": "year",
    "month": "month",
    "author/author": "author",
    "author/editor/namelist/person": "editor",
    "author/translator/namelist/person": "person",
    "author/bookauthor/namelist/person": "person",
    "journalname": "venue",
    "booktitle": "venue",
    "conferencename": "venue",
    "periodicaltitle": "venue",
    "publicationtitle": "venue?",
    "internetsitetitle": "venue?",
    "pages": "pages",
    "volume": "volume",
    "issue": "issue",
    "publisher": "publisher",
    "institution": "publisher?",
    "url": "url",
    "doi": "doi",
    "sourcetype": "type",
    "comments": "comment",
    "bibtexkeywords": "keywords",
    "bibtexabstract": "abstract",
    "bibtexdoi": "doi",
}
# DataCite 4.5
_DATACITE = {
    "identifier[doi]": "doi",
    "identifier": "id",
    "creators/creator": "author",
    "contributors/contributor": "contributor",
    "titles/title": "title",
    "titles/title[alternativetitle]": "extra",
    "titles/title[translatedtitle]": "title?",
    "titles/title[subtitle]": "subtitle",
    "publisher": "publisher",
    "publicationyear": "year",
    "subjects/subject": "keyword",
    "dates/date[issued]": "date",
    "dates/date": "extra",
    "resourcetype": "type",
    "descriptions/description[abstract]": "abstract",
    "descriptions/description": "extra",
}
# JATS 1.3, ANSI/NISO Z39.96
_JATS = {
    "titlegroup/articletitle": "title",
    "titlegroup/subtitle": "subtitle",
    "contribgroup/contrib": "author",
    "collabgroup/contrib": "author",
    "pubdate": "date",
    "articleid[doi]": "doi",
    "articleid": "id",
    "volume": "volume",
    "issue": "issue",
    "fpage": "first-page",
    "lpage": "last-page",
    "pagerange": "pages?",
    "elocationid": "pages?",
    "abstract": "abstract",
    "kwdgroup/kwd": "keyword",
    "kwdgroup/title": "extra",
    "@articletype": "type",
    "journaltitlegroup/journaltitle": "venue",
    "journaltitle": "venue",
    "publisher/publishername": "publisher",
    "body": "skip",
    "back": "skip",
    "floatsgroup": "skip",
    "bookpartmeta/titlegroup/title": "title",
    "bookpartmeta/contribgroup/contrib": "author",
    "bookmeta/booktitlegroup/booktitle": "title|venue?",
}

# http://talnarchives.atala.org
TALN = {
    **GENERIC,
    "edition/titre": "venue",
    "edition/acronyme": "venue?",
    "edition/datedebut": "date",
    "title": "title?",
    "abstract": "abstract?",
}


def _format(name: str, paths: dict[str, str], records: str, roots: str = "", **others: str) -> Format:
    sets = {field: frozenset(words.split()) for field, words in others.items()}
    none = frozenset[str]()
    known, context = frozenset(records.split()), sets.get("context", none)
    return Format(name, paths, (), known, context, frozenset(roots.split()), sets.get("shells", none))


_OAI_SHELLS = "metadata arxiv arxivraw dc header oaidc"
# the first of which both a root and a record stand in a document reads it
FORMATS = (
    _format("PubMed", _PUBMED, "pubmedarticle pubmedbookarticle", shells="medlinecitation article pubmeddata bookdocument pubmedbookdata"),
    _format("Crossref", _CROSSREF, "doirecord", shells=_CROSSREF_SHELLS),
    _format(
        "Crossref deposit",
        _CROSSREF,
        "journalarticle conferencepaper contentitem postedcontent dissertation",
        "doibatch",
        shells=_CROSSREF_SHELLS,
        context="journalmetadata journalissue proceedingsmetadata eventmetadata bookmetadata",
    ),
    _format(
        "Elsevier",
        ELSEVIER,
        "document fulltextretrievalresponse",
        "documentproperties coredata",
        shells="article convertedarticle simplearticle head iteminfo",
    ),
    _format("MODS", MODS, "mods"),
    _format("DIM", DIM, "dim"),
    _format("TALN", TALN, "article", "conference", context="edition"),
    _format("ACL Anthology", _ACL, "paper", "collection", context="meta frontmatter"),
    _format("MS Word", _WORD, "source", "sources"),
    _format("MARC", MARC, "record", "datafield subfield", shells="metadata recorddata record"),  # within the records of OAI and of SRU
    _format("EndNote", _ENDNOTE, "record", "xml records"),
    _format("RSS", _RSS, "item", "rss rdf"),
    _format(
        "RDF",
        RDF,
        "article book booksection document thesis report journalarticle description manuscript patent software conferenceproceedings "
        "scholarlyarticle creativework softwaresourcecode dataset webpage",
        "rdf",
    ),
    _format("DataCite XML", _DATACITE, "resource", "resource"),
    _format("dblp XML", _DBLP, "article inproceedings proceedings book incollection phdthesis mastersthesis", "dblp"),
    _format("dblp's hits", _DBLP_HITS, "info", "hits"),
    _format("TEI", TEI, "biblstruct bibl teiheader", shells="filedesc sourcedesc biblstruct profiledesc persname monogrimprint"),
    _format("JATS", _JATS, "article bookpart", "articlemeta bookpartmeta front", shells="front articlemeta journalmeta"),
    _format("Primo", PNX, "record", "addata"),
    _format("OpenURL", OPENURL, "contextobject", shells="referent metadatabyval metadata journal book dissertation dc"),
    _format("Atom", _ATOM, "entry", "feed entry"),
    _format("OAI", _OAI, "record", "oaipmh listrecords getrecord metadata", shells=_OAI_SHELLS),
    _format("Dublin Core", {**GENERIC, **_OAI, "id": "id"}, "dc oaidc srwdc"),
)
GENERAL = _format("elements", {**GENERIC, **{f"@{name}": role for name, role in GENERIC.items()}}, "")


def named(name: str) -> Format:
    """Give the format of a name."""
    return next(one for one in FORMATS if one.name == name)


def choose(text: str) -> Format | None:
    """Name the format of an XML text by its elements; one that no table knows is read by the names of its values.

    >>> [choose(text).name for text in ("<feed><entry/></feed>", "<liste><papier><titre>A</titre><auteur>B</auteur></papier></liste>")]
    ['Atom', 'elements']
    """
    keys = {key_of(token.name) for token in tokens(text) if token.kind in ("open", "alone")}
    if "html" in keys:
        return None
    known = next((one for one in FORMATS if one.records & keys and (not one.roots or one.roots & keys)), None)
    if known:
        return known
    counts = Counter(_papers(text))
    return GENERAL._replace(records=frozenset({counts.most_common(1)[0][0]})) if counts else None


def _papers(text: str) -> Iterator[str]:
    """Give the name of each element that is a paper by the names of its parts."""
    stack: list[tuple[str, set[str]]] = []
    for token in tokens(text):
        key = key_of(token.name)
        if token.kind in ("open", "alone") and stack:
            stack[-1][1].add(key)
        if token.kind in ("open", "alone"):
            stack.append((key, {part.key[1:] for part in attributes(token.rest, Place(0, 0))} if "=" in token.rest else set()))
        if token.kind in ("close", "alone") and stack:
            name, inner = stack.pop()
            if is_paper(inner):
                yield name
