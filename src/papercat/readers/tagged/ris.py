"""RIS, the tagged format of reference managers, and what its exporters make of it.

The tags and types are those of the Research Information Systems specification (2001) and of its revision of 2011, with
what EndNote, Scopus, Zotero, JSTOR and Citavi add.
"""

import re
from dataclasses import replace

from papercat.readers.tagged.format import AT, Format, number_of, table, words

_ROLES = table("""
title TI T1 CT
abstract AB N2
venue JF T2 JO JA J2 J1 C3
author AU A1
date PY DA Y1
volume VL
issue IS CP
first-page SP
last-page EP
publisher PB
comment N1
url UR LK L2
doi DO DI
keyword KW DE
type TY
skip ER
=editor A2 ED A3
=translator A4
=subsidiary-author A5
=booktitle BT
=series T3
=issn SN
=address CY PP
=edition ET
=language LA
=affiliation AD
=accession AN
=key ID
=shorttitle ST
=translated-title TT
=file L1 L3 L4
=urldate Y2
=database DB
=provider DP
=callnumber CN
=reviewed RI
=annote RN
=pmid PM
""")

_TYPES = {
    code.lower(): kind
    for kind, codes in {
        "article": "JOUR JFULL MGZN NEWS EJOUR ABST INPR JA ARTICLE",
        "book": "BOOK WHOLE EBOOK CLSWK ANCIENT EDBOOK SER DICT-BOOK",
        "incollection": "CHAP ECHAP ENCYC DICT SECT",
        "inproceedings": "CPAPER CONF",
        "phdthesis": "THES",
        "techreport": "RPRT GOVDOC STAND",
        "unpublished": "UNPB MANSCPT",
        "online": "ELEC BLOG",
        "patent": "PAT",
        "dataset": "DATA AGGR",
        "software": "COMP",
        "misc": "ADVS ART BILL CASE CHART CTLG DBASE EQUA FIGURE GEN GRANT GRNT HEAR ICOMM INTV LEGAL MAP MPCT MULTI MUSIC"
        " PAMP PCOMM POD PRESS SLIDE SOUND STAT UNBILL UNBILl VIDEO",
    }.items()
    for code in codes.split()
}

_MONTH = re.compile(r"[A-Za-z]{3,9}\.?\Z")


def _date(text: str) -> str | None:
    """Tell a month alone, as EndNote's export has it under DA beside a year under PY."""
    return "month" if _MONTH.match(text) else None


_BLANK = "[ \t\u00a0]"
# with a blank on one side at least: a line that goes on may begin with "T2-weighted"
_DASH = rf"(?:{_BLANK}{{1,4}}[-–—]{_BLANK}{{0,4}}|[-–—](?:{_BLANK}{{1,4}}|$))"


RIS = Format(
    name="RIS",
    # the revision of 2011 has two blanks, a dash and a blank
    tag=re.compile(r"([A-Z][A-Z0-9])  -(?: |$)"),
    loose=re.compile(rf"{_BLANK}{{0,8}}([A-Z][A-Z0-9]){_DASH}"),
    stray=re.compile(r"([A-Z][A-Z0-9]{2,7}) {1,2}- (?=\S)"),
    roles=_ROLES,
    sign=re.compile(AT + rf"{_BLANK}{{0,8}}TY{_BLANK}{{0,4}}[-–—]{_BLANK}{{0,4}}[A-Za-z]{{2,8}}\b"),
    starts=words("TY"),
    ends=words("ER"),
    head=re.compile(r"\s*(?:Record #\d+ of \d+|(?:Provider|Content|Database|Export Date):.*|\d{1,6}\.)\s*$", re.IGNORECASE),
    each=words("KW AU A1 A2 A3 A4"),
    instead={"BT": "title", "ST": "title"},
    types=_TYPES,
    routes={"DA": _date, "SN": number_of},
    by_type={"book": {"T2": "=series"}},
)

# Where the start marks are in another way, all tags are, and only there.
RIS_TIGHT = replace(
    RIS,
    name="RIS without blanks",
    tag=re.compile(rf"{_BLANK}{{0,8}}([A-Z][A-Z0-9])[-–—]"),
    loose=None,
    sign=re.compile(AT + rf"{_BLANK}{{0,8}}TY[-–—][A-Za-z]{{2,8}}\b"),
    sure=0.96,
)
RIS_SMALL = replace(
    RIS,
    name="RIS in small letters",
    tag=re.compile(rf"{_BLANK}{{0,8}}([a-z][a-z0-9]){_DASH}"),
    loose=None,
    sign=re.compile(AT + rf"{_BLANK}{{0,8}}ty{_DASH}[A-Za-z]{{2,8}}\b"),
    is_small=True,
)
