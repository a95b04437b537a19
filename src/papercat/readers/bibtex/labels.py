"""What the fields of BibTeX, biblatex and the programs that write them are, as roles of `papercat.readers.record`.

The ORCID iDs of authors stand in `ORCID-Numbers` (Web of Science), or in an annotation (biblatex, section 3.7).
Sources: btxdoc (Oren Patashnik, 1988), the biblatex manual 3.19, section 2.2; and the exports of JabRef, Mendeley, Zotero, the ACL
Anthology, ADS, INSPIRE, DBLP and ACM. What is not here has no field and is kept in `extra`.
"""

ROLES = {
    "title": "title", "subtitle": "subtitle", "abstract": "abstract", "author": "authors", "authors": "authors",
    "year": "year", "date": "date", "month": "month",
    "journal": "venue", "journaltitle": "venue", "booktitle": "venue", "howpublished": "venue",
    "volume": "volume", "number": "issue", "issue": "issue", "pages": "pages", "page": "pages",
    "publisher": "publisher", "url": "url", "note": "comment", "comment": "comment",
    "keywords": "keywords", "keyword": "keywords", "doi": "doi", "eprint": "arxiv", "arxiv": "arxiv", "arxivid": "arxiv",
    "orcid": "orcids", "orcids": "orcids", "orcid-numbers": "orcids", "author+an:orcid": "orcids",
}  # fmt: skip
# The field of a paper that a role fills, where it has another name.
HOMES = {"date": "year", "subtitle": "title"}
# Read as they stand: addresses, ids, files (the verbatim fields of biblatex, and those of JabRef, BibDesk and Zotero like them).
VERBATIM = frozenset("""
doi eprint arxiv arxivid url urlraw file pdf verba verbb verbc local-url localfile localfiles ee biburl adsurl crossref xref xdata
bdsk-url-1 bdsk-url-2 bdsk-url-3 bdsk-file-1 bdsk-file-2 mendeley-groups groups timestamp ids related
primaryclass archiveprefix eprinttype eprintclass
""".split())  # fmt: skip
EPRINT_KINDS = frozenset(("archiveprefix", "eprinttype"))
# The number of these is that of a report or a law, not of an issue.
NUMBERED = frozenset("techreport report patent standard manual legislation jurisdiction".split())
# The types of btxdoc, of the biblatex manual, section 2.1, and what JabRef, Zotero and dblp write beside them.
KNOWN_TYPES = frozenset(
    """
article book booklet conference inbook incollection inproceedings manual mastersthesis misc phdthesis proceedings techreport unpublished
mvbook bookinbook suppbook collection mvcollection suppcollection dataset online patent periodical suppperiodical mvproceedings
reference mvreference inreference report set software thesis xdata electronic www artwork audio bibnote commentary image jurisdiction
legislation legal letter movie music performance review standard video preprint webpage presentation poster talk newspaper
""".split()
)
TYPES = {"conference": "inproceedings", "electronic": "online", "www": "online"}
