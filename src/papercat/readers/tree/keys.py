"""What a value is by its name alone, for trees of a shape that no table knows.

Names are in small letters and digits alone. A role with a question mark counts where nothing else in the record has it.
The names are those of CSL, BibTeX, RIS in words, Dublin Core, Crossref, DataCite, schema.org and conference pages.
"""

from collections.abc import Mapping

_NAMES = {
    "title": "title titles papertitle articletitle doctitle titre titel titulo titolo maintitle fulltitle worktitle publicationtitleen "
    "headline",
    "title?": "name displayname titleen label heading",
    "subtitle": "subtitle subtitles soustitre untertitel",
    "authors": "author authors creator creators auteur auteurs autor autoren autores autore autori authorlist authorslist authornames "
    "paperauthors writer writers byline authorships verfasser zauthors presenters "
    "presenter speakers speaker people",
    "authors?": "contributors",
    "editor": "editor editors herausgeber editeur redacteur",
    "abstract": "abstract abstracts summary resume zusammenfassung resumen resumo riassunto paperabstract abstractnote abstracttext "
    "abstracten articleabstract",
    "abstract?": "description descriptions",
    "abstract-index": "abstractinvertedindex",
    "venue": "venue journal journaltitle journalname containertitle publicationtitle booktitle proceedings conference publicationname "
    "revue zeitschrift revista rivista conferencename hostvenue periodical proceedingstitle eventtitle sourcetitle "
    "conferencetitle ispartof proceeding",
    "venue?": "where journalabbreviation shortcontainertitle journalabbr isoabbreviation containertitleshort",
    "marked-venue?": "publication",
    "year": "year pubyear publicationyear annee jahr ano anio yearpublished publishedyear copyrightyear datepublishedyear",
    "month": "month pubmonth monat mois mes",
    "date": "date issued publicationdate published datepublished publisheddate pubdate dateissued datepub releasedate coverdate "
    "publishedat",
    "date?": "publishedprint publishedonline datum fecha",
    "volume": "volume vol volumenumber journalvolume band tome",
    "issue": "issue issuenumber number journalissue numero heft",
    "pages": "pages page pagerange pagination seiten paginas",
    "first-page": "firstpage startpage pagestart spage pagefirst beginpage",
    "last-page": "lastpage endpage pageend epage pagelast",
    "publisher": "publisher publishers editeurs verlag editorial publishername",
    "doi": "doi doiurl doilink",
    "arxiv": "arxiv arxivid eprint arxivnumber arxivurl",
    "id": "id pmid pmcid pubmed identifier identifiers uri entryid",
    "url": "url urlabs link urls paperurl pdfurl href weburl",
    "url?": "pdf pdflink site homepage openreviewurl openreview urlpdf pdflinks ee",
    "links?": "links",
    "link?": "paper paperlink paperpdf arxivlink preprint preprinturl",
    "keywords": "keywords keyword tags topics subjects subject keywordplus motscles schlagworte palabrasclave",
    "type": "type itemtype publicationtype documenttype doctype entrytype resourcetype bibtype ty reftype",
    "type?": "genre",
    "comment": "comment comments note notes annote",
}

GENERIC: Mapping[str, str] = {name: role for role, names in _NAMES.items() for name in names.split()}
