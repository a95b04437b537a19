"""Formats of JSON and YAML, as tables beside the names that they share."""

from functools import lru_cache

from papercat.readers.tree.keys import GENERIC
from papercat.readers.tree.table import Format

# CSL-JSON 1.0.2 and Crossref's REST API, whose works are CSL with more names; "number" is no issue there.
_CSL = {
    "number": "extra",
    "translator": "person",
    "collectioneditor": "person",
    "containerauthor": "person",
    "published": "date?",
    "shorttitle": "extra",
    "institution": "extra",
    # by which pandoc, Quarto and Better BibTeX cite; "citation-key" is Zotero's since version 7
    "citationkey": "key",
    "id": "key?",
    "status": "extra",
}
# what Crossref says of its answer around a work
_CROSSREF = _CSL | {"status": "skip", "messagetype": "skip", "messageversion": "skip"}
# DataCite 4.5 as its REST API gives it, https://schema.datacite.org
_DATACITE = {
    "creators": "authors",
    "contributors": "contributor",
    "titles/title": "title",
    "titles[alternativetitle]": "extra",
    "titles[translatedtitle]/title": "title?",
    "titles[subtitle]/title": "subtitle",
    "descriptions[abstract]/description": "abstract",
    "descriptions": "extra",
    "dates[issued]/date": "date",
    "dates": "extra",
    "publicationyear": "year",
    "container/title": "venue",
    "container/volume": "volume",
    "container/issue": "issue",
    "container/firstpage": "first-page",
    "container/lastpage": "last-page",
    "types/bibtex": "type",
    "subjects/subject": "keyword",
    "identifiers[doi]/identifier": "doi",
    "identifiers": "extra",
    "id": "id",
}
# https://docs.openalex.org/api-entities/works/work-object
_OPENALEX = {
    "displayname": "title?",
    "id": "extra",
    "authorships": "spaced-author",
    "primarylocation/source/displayname": "venue",
    "primarylocation/landingpageurl": "url",
    "hostvenue/displayname": "venue",
    "hostvenue/url": "url?",
    "biblio/volume": "volume",
    "biblio/issue": "issue",
    "biblio/firstpage": "first-page",
    "biblio/lastpage": "last-page",
    "keywords/displayname": "keyword",
    "keywords/keyword": "keyword",
    "topics": "extra",
    "typecrossref": "type",
    "type": "type?",
}
# The snapshot of arXiv's metadata on Kaggle
_KAGGLE = {
    "id": "arxiv",
    "authorsparsed": "triples",
    "authors": "same-authors?",
    "versions/created": "date",
    "updatedate": "extra",
}
# https://api.semanticscholar.org/api-docs, and the older S2 and S2ORC dumps
_SEMANTIC_SCHOLAR = {
    "externalids/doi": "doi",
    "externalids/arxiv": "arxiv",
    "publicationvenue": "extra",
    "publicationtypes": "type",
    "openaccesspdf/url": "url?",
    "references": "extra",
    "citations": "extra",
    "paperid": "extra",
    "id": "extra",
    "journal/name": "venue",
}
_OPENREVIEW = {"id": "extra", "venue": "venue", "number": "extra", "pdf": "extra", "authorids": "extra", "authors": "authors"}
# https://dblp.org/faq/How+to+use+the+dblp+search+API.html; every title of dblp ends with a dot
_DBLP = {"title": "dotted-title", "authors/author": "author", "ee": "url", "url": "url?", "id": "extra", "@id": "extra"}
# https://github.com/inspirehep/rest-api-doc
_INSPIRE = {
    "titles/title": "title",
    "titles/subtitle": "subtitle",
    "abstracts/value": "abstract",
    "arxiveprints/value": "arxiv",
    "dois/value": "doi",
    "publicationinfo/journaltitle": "venue",
    "publicationinfo/journalvolume": "volume",
    "publicationinfo/journalissue": "issue",
    "publicationinfo/year": "year",
    "publicationinfo/pagestart": "first-page",
    "publicationinfo/pageend": "last-page",
    "imprints/publisher": "publisher",
    "imprints/date": "date?",
    "preprintdate": "date?",
    "earliestdate": "date?",
    "keywords/value": "keyword",
    "id": "extra",
}
# https://europepmc.org/RestfulWebService
_EUROPE_PMC = {
    "title": "dotted-title",
    "authorlist/author": "author",
    "authorstring": "same-authors?",
    "journalinfo/journal/title": "venue",
    "journalinfo/volume": "volume",
    "journalinfo/issue": "issue",
    "journalinfo/yearofpublication": "year",
    "pageinfo": "pages",
    "firstpublicationdate": "date?",
    "keywordlist/keyword": "keyword",
    "pubtypelist/pubtype": "type",
    "bookorreportdetails/publisher": "publisher",
    "id": "extra",
    "source": "extra",
}
# PubMed's ESummary, https://www.ncbi.nlm.nih.gov/books/NBK25499/
_ESUMMARY = {
    "title": "dotted-title",
    "authors": "short-authors",
    "fulljournalname": "venue",
    "source": "venue?",
    "pubdate": "date",
    "epubdate": "date?",
    "sortpubdate": "extra",
    "articleids[doi]/value": "doi",
    "articleids": "extra",
    "elocationid": "extra",
    "uid": "id",
    "pubtype": "type",
    "lastauthor": "extra",
    "sortfirstauthor": "extra",
    "sorttitle": "extra",
    "vernaculartitle": "extra",
}
# https://www.zotero.org/support/dev/web_api/v3/types_and_fields, and Better BibTeX's JSON
_ZOTERO = {
    "creators": "contributor",
    "conferencename": "venue?",
    "booktitle": "venue",
    "tags/tag": "keyword",
    "university": "publisher",
    "institution": "publisher",
    "number": "extra",
    "extra": "extra",
    "notes": "extra",
    "archiveid": "id",
    "id": "extra",
}
# The Python package feedparser's reading of arXiv's Atom
_FEEDPARSER = {
    "author": "authors?",
    "authordetail": "extra",
    "arxivdoi": "doi",
    "arxivcomment": "comment",
    "tags/term": "extra",
    "link": "url",
    "links": "extra",
}
# https://github.com/citation-file-format/citation-file-format, schema guide 1.2.0
_CFF = {
    "datereleased": "date",
    "datepublished": "date?",
    "preferredcitation": "records",
    "references": "records",
    "conference/name": "venue",
    "publisher/name": "publisher",
    "start": "first-page",
    "end": "last-page",
    "repositorycode": "url?",
    "identifiers[doi]/value": "doi",
    "identifiers": "extra",
    "message": "extra",
    "institution/name": "publisher?",
}
# https://github.com/typst/hayagriva/blob/main/docs/file-format.md
_HAYAGRIVA = {
    "title/value": "braced-title",
    "title": "braced-title",
    "type": "type?",
    "parent/type": "host-type",
    "pagerange": "pages",
    "serialnumber/doi": "doi",
    "serialnumber/arxiv": "arxiv",
    "serialnumber": "extra",
    "parent/title/value": "braced-venue",
    "parent/title": "braced-venue",
    "parent/volume": "volume",
    "parent/issue": "issue",
    "parent/publisher": "publisher",
    "parent/organization": "publisher?",
    "parent/date": "date?",
    "parent/editor": "editor",
    "parent/serialnumber/doi": "extra",
    "url/value": "url",
    "url": "url",
    "affiliated": "extra",
}
# DOAJ's bibjson, Lens, and others that put a journal or an id in parts
_NESTED = {
    "journal/title": "venue",
    "journal/name": "venue",
    "journals/title": "venue",
    "journal/volume": "volume",
    "journal/number": "issue",
    "journal/issue": "issue",
    "journal/pages": "pages",
    "journal/publisher": "publisher",
    "identifier[doi]": "doi",
    "identifiers[doi]": "doi",
    "externalids[doi]": "doi",
    "externalids[arxiv]": "arxiv",
    "externalids/doi": "doi",
    "externalids/arxiv": "arxiv",
    "links/arxiv": "arxiv",
    "links/doi": "doi",
    "source/title": "venue",
    "biblio/volume": "volume",
    "publisher/name": "publisher",
    "venue/name": "venue",
    "venue/raw": "venue",
}
SHARED = {**GENERIC, **_NESTED}


# https://api.archives-ouvertes.fr/docs/search/?schema=fields: the letters behind a name say of what type it is
_HAL = {
    "titles": "title",
    "subtitles": "subtitle",
    "authfullnames": "authors",
    "journaltitles": "venue",
    "booktitles": "venue",
    "conferencetitles": "venue?",
    "publicationdateyi": "year",
    "publicationdates": "date?",
    "produceddateyi": "year",
    "produceddates": "date?",
    "doiids": "doi",
    "arxivids": "arxiv",
    "abstracts": "abstract",
    "volumes": "volume",
    "issues": "issue",
    "pages": "pages",
    "publishers": "publisher",
    "journalpublishers": "publisher?",
    "keywords": "keyword",
    "uris": "url",
    "halids": "extra",
    "docid": "extra",
    "labels": "extra",
}
# https://info.orcid.org/documentation/api-tutorials/api-tutorial-read-data-on-a-record
_ORCID = {
    "title/title": "title",
    "title/subtitle": "subtitle",
    "journaltitle": "venue",
    "publicationdate": "date",
    "externalids/externalid/externalidvalue": "id",
    "externalids/externalid/externalidurl/value": "skip",
    "externalids/externalid/externalidtype": "skip",
    "externalids/externalid/externalidrelationship": "skip",
    "contributors/contributor/creditname": "author",
    "url": "url",
    "putcode": "extra",
    "path": "extra",
}


# https://harzing.com/resources/publish-or-perish/manual/reference/dialogs/export: what its JSON calls a source is the venue
_PUBLISH_OR_PERISH = {
    "source": "venue",
    "articleurl": "url",
    "citationurl": "url?",
    "citesurl": "extra",
    "type": "type",
}


# https://schema.org/ScholarlyArticle: an article is part of an issue, that of a volume, and that of a periodical
_SCHEMA = {
    "@type": "type",
    "@id": "id",
    "sameas": "id",
    "about": "extra",
    "ispartof": "extra",
    "publisher/name": "publisher",
    "author": "authors",
    **{f"{'ispartof/' * depth}name": "venue" for depth in (1, 2, 3)},
    **{f"{'ispartof/' * depth}volumenumber": "volume" for depth in (1, 2, 3)},
    **{f"{'ispartof/' * depth}issuenumber": "issue" for depth in (1, 2, 3)},
}


def _format(name: str, paths: dict[str, str], *marks: str) -> Format:
    return Format(name, {**SHARED, **paths}, tuple(frozenset(mark.split()) for mark in marks))


# the first whose marks are all in a record reads it; behind them any object
FORMATS = (
    _format("Citation File Format", _CFF, "cffversion"),
    _format("arXiv snapshot", _KAGGLE, "authorsparsed", "submitter categories"),
    _format("OpenAlex", _OPENALEX, "authorships", "abstractinvertedindex"),
    _format("DataCite", _DATACITE, "creators titles"),
    _format("INSPIRE", _INSPIRE, "titles documenttype", "titles authors", "texkeys", "arxiveprints"),
    _format("Zotero", _ZOTERO, "itemtype creators", "itemtype key", "itemtype title"),
    _format("ESummary", _ESUMMARY, "uid fulljournalname", "uid articleids"),
    _format("Europe PMC", _EUROPE_PMC, "authorstring", "pmid journalinfo"),
    _format("Semantic Scholar", _SEMANTIC_SCHOLAR, "paperid", "corpusid", "s2pdfurl"),
    _format("OpenReview", _OPENREVIEW, "forum", "invitation", "invitations"),
    _format("feedparser", _FEEDPARSER, "authordetail"),
    _format("dblp", _DBLP, "info @score", "info score"),
    _format("Publish or Perish", _PUBLISH_OR_PERISH, "cites ecc", "cites source"),
    _format("HAL", _HAL, "halids", "docid labels", "docid uris", "titles authfullnames"),
    _format("ORCID", _ORCID, "putcode"),
    _format("schema.org", _SCHEMA, "@type headline", "@type name author", "@type ispartof"),
    _format("Crossref answer", _CROSSREF, "messagetype"),
    _format("CSL", _CSL, "issued", "containertitle", "citationkey", "title doi containertitle"),
    _format("hayagriva", _HAYAGRIVA, "parent", "serialnumber", "pagerange"),
    _format("objects", {}),
)


@lru_cache(maxsize=4096)
def choose(keys: frozenset[str]) -> Format:
    """Name the format of a record by the names of its values.

    >>> choose(frozenset({"title", "authorships"})).name, choose(frozenset({"title", "author", "doi"})).name
    ('OpenAlex', 'objects')
    """
    return next(one for one in FORMATS if not one.marks or any(marks <= keys for marks in one.marks))
