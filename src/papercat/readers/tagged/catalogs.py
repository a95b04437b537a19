"""Formats of library catalogues and databases that have no start mark, and the tags that most of them share.

Copac's tags are those of its export, Biblioscape's those of its tag file, INSPEC's those of SilverPlatter and Ovid; `CODED` is what
reads a coded format that has no table of its own.
"""

import re

from papercat.readers.tagged.format import AT, Format, table

# Two letters have meant the same since the tags of Dialog and SilverPlatter in the 1970s, a few dialects aside.
_SHARED = table("""
title TI T1 ST TL
abstract AB N2 SU
venue JN JT JF JO SO T2 CF
author AU A1 FAU
date PY YR YP DP PD DA Y1
volume VL VO VI
issue NO IP NB
pages PG PP
first-page SP PS BP
last-page EP PE OP
publisher PB PU
doi DO DI
url UR UL XL
keyword KW DE MH K1
keywords ID QT
type DT RT PT TY TW
comment NT N1 CM
skip ER
=editor ED
=isbn BN IB
=issn SN IS
=language LA LG
=affiliation AD IN AF
=accession AN UI UT
=address CY LC
=holdings HL
=series SE
""")

_TYPES = {
    "txt": "book",
    "journal article": "article",
    "journal-paper": "article",
    "journal paper": "article",
    "journal": "article",
    "article": "article",
    "conference-paper": "inproceedings",
    "conference paper": "inproceedings",
    "conference": "inproceedings",
    "book": "book",
    "book section": "incollection",
    "book chapter": "incollection",
    "thesis": "phdthesis",
    "dissertation": "phdthesis",
    "report": "techreport",
    "report-paper": "techreport",
}

COPAC = Format(
    name="Copac",
    tag=re.compile(r"([A-Z][A-Z0-9])- "),
    roles=_SHARED
    | table("""
=isbn IS
=extent PD
"""),
    sign=re.compile(AT + r"TI- [^\r\n]+[\r\n]+(?: {2,}[^\r\n]+[\r\n]+){0,9}[A-Z][A-Z0-9]- "),
    types=_TYPES,
    is_filled=True,
    sure=0.93,
)

BIBLIOSCAPE = Format(
    name="Biblioscape",
    tag=re.compile(r"--([A-Z][A-Z0-9])--[ \t]?"),
    roles=_SHARED
    | table("""
venue ST
title TI
issue NB
=series SE
keyword KW
keywords DE
comment NT QT
=isbn IS
=edition ED
=address CO
=attachment AT
=category CA
"""),
    sign=re.compile(AT + r"--[A-Z][A-Z0-9]-- "),
    head=re.compile(r"-{5,}\s*$"),
    types=_TYPES,
    sure=0.95,
)

INSPEC = Format(
    name="INSPEC",
    tag=re.compile(r"([A-Z][A-Z0-9])[ \t]{0,2}[~][ \t]?"),
    roles=_SHARED | table("=source SO"),
    source=frozenset({"SO"}),
    sign=re.compile(AT + r"[A-Z][A-Z0-9] ~ "),
    head=re.compile(r"\s*Record\b.*", re.IGNORECASE),
    types=_TYPES,
    sure=0.93,
)


def _id(text: str) -> str:
    """Tell the identifiers of INSPEC and PsycINFO, which are keywords, from the number of a record."""
    return "keywords" if ";" in text or "," in text else "=key"


# Cambridge Scientific Abstracts says what a tag means on its line, the value stands set in below
CSA = Format(
    name="CSA",
    tag=re.compile(r"([A-Z]{2}): [A-Z][A-Za-z /()-]{1,40}$"),
    roles=_SHARED
    | table("""
venue JN
=source SO
=database DN
"""),
    sign=re.compile(AT + r"(?:TI: Title|AU: Author)[ \t]*[\r\n]+[ \t]{2,}\S"),
    head=re.compile(r"\s*(?:Record \d+ of \d+.*|-{3,})\s*$"),
    types=_TYPES,
    is_messy=True,
    sure=0.93,
)

CODED = Format(
    name="coded",
    tag=re.compile(r"[ \t]{0,2}([A-Z][A-Z0-9]{1,3})(?:[ \t]{0,3}[-=~:：][ \t]|[ \t]{0,3}[-=~:：]$)"),
    roles=_SHARED,
    sign=re.compile(
        AT + r"[ \t]{0,2}(?:AU|A1|TI|T1)[ \t]{0,3}[-=~:][ \t][^\r\n]+[\r\n]"
        r"(?:(?:[ \t][^\r\n]*)?[\r\n]){0,60}[ \t]{0,2}[A-Z][A-Z0-9]{1,3}[ \t]{0,3}[-=~:]"
    ),
    head=re.compile(r"\s*(?:Record #?\d+(?: of \d+)?.*|<\s*\d+\s*>|\[\d{1,5}\]|\d{1,5}[.)]|[-=_*]{3,})\s*$", re.IGNORECASE),
    types=_TYPES,
    routes={"ID": _id},
    initials=frozenset({"AU", "A1"}),
    sure=0.6,
)

# https://www.cochranelibrary.com, its export as plain text: reviews and trials. The address of a trial has a DOI of CENTRAL's own.
COCHRANE = Format(
    name="Cochrane",
    tag=re.compile(r"[ \t]{0,2}([A-Z]{2,3}):(?:[ \t]|$)"),
    roles=_SHARED
    | table("""
venue SO
comment CC NT
keywords KY KW
=key ID
=accession PM XR
=url US
"""),
    sign=re.compile(AT + r"Record #\d+ of \d+[^\r\n]*[\r\n]+ID: C[A-Z]"),
    head=CODED.head,
    types=_TYPES,
    initials=frozenset({"AU"}),
    is_undotted=True,
    sure=0.95,
)

# as EBSCO prints it, and what is left of a file of Web of Science or RefWorks without its beginning
SPACED = Format(
    name="coded, with blanks",
    tag=re.compile(r"([A-Z][A-Z0-9])[ \t]{1,4}(?=\S)"),
    roles=_SHARED
    | table("""
author AF
=affiliation C1
"""),
    sign=re.compile(
        AT + r"(?:TI|T1|AU|A1)[ \t]{1,4}\S[^\r\n]+[\r\n]{1,2}(?:[ \t]+\S[^\r\n]*[\r\n]{1,2}){0,30}"
        r"(?:AU|A1|AF|SO|TI|T1|JF|PY|YR|AB)[ \t]{1,4}\S"
    ),
    head=CODED.head,
    each=frozenset({"AU", "A1", "AF"}),
    shorts={"AU": "AF"},
    types=_TYPES,
    sure=0.55,
)

SCIFINDER = Format(
    name="SciFinder",
    tag=re.compile(r"FIELD ([^:\r\n]{1,60}):"),
    roles={
        "Title": "title",
        "Abstract": "abstract",
        "Journal Title": "venue",
        "Author": "author",
        "Publication Year": "date",
        "Publication Date": "date",
        "Volume": "volume",
        "Issue": "issue",
        "Page": "pages",
        "Publisher": "publisher",
        "DOI": "doi",
        "URL": "url",
        "Index Terms": "keywords",
        "Supplementary Terms": "keywords",
        "Document Type": "type",
        "Internat.Standard Doc. Number": "=issn",
        "Language": "=language",
        "Corporate Source": "=affiliation",
        "Accession Number": "=accession",
        "Database": "=database",
        "Copyright": "=copyright",
    },
    sign=re.compile(AT + r"START_RECORD[ \t]*[\r\n]+FIELD "),
    head=re.compile(r"(?:START|END)_RECORD\s*$"),
    types=_TYPES,
)
