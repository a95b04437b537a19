"""Ovid: records behind their numbers, `<8. >`, with tags of two letters and a dash or with whole words on lines of their own.

The tags are those that Ovid's databases name on their field guides; they differ from one database to the next.
"""

import re

from papercat.readers.tagged.format import AT, Format, table, words

_HEAD = re.compile(r"[ \t]{0,3}<\s{0,3}\d{1,9}\.?\s{0,3}>[ \t]*$")
# Ovid's word for the kind of a paper, behind its title
_MARK = re.compile(
    r"\s*\[(?:References|Articles?|Reviews?|Letter|Editorial|Miscellaneous(?: Article)?|Report|News|Comment|Erratum|Abstract)\]"
    r"\.?\s*(?=[\r\n]|\Z)"
)

_ROLES = table("""
title TI
abstract AB
venue JN JA
author AU
date YR PY DP
volume VO
issue IP
pages PG
publisher PB PU
doi DO DI
keyword MH SH
keywords KW ID
type DT PT
url XL UR
skip SCORE VN
=source SO BT
=editor ED
=issn IS
=isbn IB
=eissn IT
=affiliation IN
=language LG LA
=database DB
=accession AN UI
=pmid PM
=edition ET
=address LC CP
=copyright RO
=journalaliases OL
=othernumber ON
=fulltext OU
""")

_TYPES = {
    "journal article": "article",
    "journal: article": "article",
    "article": "article",
    "original article": "article",
    "research articles": "article",
    "review": "article",
    "letter": "article",
    "editorial": "article",
    "book": "book",
    "edited book": "book",
    "authored book": "book",
    "text/reference": "book",
    "drug reference": "book",
    "chapter": "incollection",
    "book chapter": "incollection",
    "dissertation": "phdthesis",
    "dissertation abstract": "phdthesis",
    "thesis": "phdthesis",
    "conference paper": "inproceedings",
    "conference proceedings": "inproceedings",
    "meeting paper": "inproceedings",
}

OVID = Format(
    name="Ovid",
    tag=re.compile(r" ?([A-Z][A-Z0-9]|SCORE) {0,2}- "),
    loose=re.compile(r"[ \t\u00a0]?([A-Z][A-Z0-9]|SCORE)[ \t\u00a0]{0,2}-(?:[ \t\u00a0]|$)"),
    roles=_ROLES,
    sign=re.compile(AT + r" ?(?:VN {0,2}- Ovid|<\s{0,3}\d{1,9}\.?\s{0,3}>[ \t]*[\r\n]+ ?[A-Z]{2} {0,2}- )"),
    head=_HEAD,
    source=words("SO"),
    mark=_MARK,
    each=words("AU ED MH"),
    types=_TYPES,
    is_messy=True,
    is_bare=True,
    sure=0.95,
)

_LABELS = {
    "title": "Title",
    "abstract": "Abstract",
    "author": "Author|Authors|Author(s)",
    "venue": "Journal Name|Journal",
    "date": "Year of Publication|Publication Year|Year|Date of Publication|Publication Date",
    "doi": "DOI Number|DOI|Digital Object Identifier",
    "keywords": "Author Keywords|Keywords|Key Concepts|Keyword Heading",
    "keyword": "Subject Headings|MeSH Subject Headings|MeSH",
    "volume": "Volume",
    "issue": "Issue|Issue/Part",
    "pages": "Page|Pages",
    "publisher": "Publisher",
    "type": "Document Type|Publication Type",
    "url": "Link to the Ovid Full Text or citation|Link to the External Link Resolver|URL",
    "skip": "Score",
    "=source": "Source",
    "=issn": "ISSN",
    "=isbn": "ISBN",
    "=language": "Language",
    "=accession": "Accession Number|Unique Identifier",
    "=affiliation": "Institution|Author Address",
    "=editor": "Editor|Editors|Book Editor|Book Editors",
    "=references": "References",
}

# a line that is not set in is a label, its value stands set in below
OVID_LABELS = Format(
    name="Ovid with labels",
    tag=re.compile(r"([A-Z][A-Za-z/()'’ -]{1,59}[A-Za-z)])[ \t\u00a0]{0,20}$"),
    roles={label: role for role, labels in _LABELS.items() for label in labels.split("|")},
    sign=re.compile(
        AT
        + r"(?:<\s{0,3}\d{1,9}\.?\s{0,3}>[ \t]*[\r\n]+[A-Z][A-Za-z/ ]{2,40}|Score[ \t]*[\r\n]+[ \t]+\*+[ \t]*[\r\n]+Accession Number[ \t]*)"
        r"[\r\n]+[ \t]+\S"
    ),
    starts=words("Score"),
    head=_HEAD,
    source=words("Source"),
    mark=_MARK,
    each=words("References"),
    types=_TYPES,
    is_messy=True,
    is_bare=True,
    sure=0.95,
)
