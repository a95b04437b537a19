"""RefWorks tagged: tags of two letters and a blank, a value a line, RT first.

The tags are those of RefWorks' help page "RefWorks Tagged Format".
"""

import re

from papercat.readers.tagged.format import AT, Format, number_of, table, words

_ROLES = table("""
title T1 OT TI
abstract AB
venue JF T2 JO
author A1 AU
date YR FD PY
volume VO VL
issue IS
first-page SP
last-page OP EP
publisher PB
comment NO
url UL LK UR
doi DO
keyword K1 KW
type RT
skip ER
=editor A2
=series T3
=seriesauthor A3
=translator A5
=isbn SN
=address PP
=edition ED
=language LA
=affiliation AD
=accession AN
=key ID
=callnumber CL
=database DB
=source DS
=descriptors SF
=copyright CP
=urldate RD
=worktype WT
=folder CR
=sourcetype SR
=outputlanguage OL
""")

_TYPES = {
    "journal article": "article",
    "journal": "article",
    "magazine article": "article",
    "newspaper article": "article",
    "journal, electronic": "article",
    "article": "article",
    "abstract": "article",
    "book, whole": "book",
    "book": "book",
    "book, edited": "book",
    "monograph": "book",
    "book, section": "incollection",
    "conference proceedings": "inproceedings",
    "conference proceeding": "inproceedings",
    "dissertation": "phdthesis",
    "dissertation/thesis": "phdthesis",
    "dissertation/thesis, unpublished": "phdthesis",
    "thesis": "phdthesis",
    "report": "techreport",
    "unpublished material": "unpublished",
    "web page": "online",
    "online discussion forum": "online",
    "patent": "patent",
    "computer program": "software",
    "generic": "misc",
    "preprint": "misc",
    "map": "misc",
    "motion picture": "misc",
    "music score": "misc",
    "sound recording": "misc",
    "video": "misc",
    "personal communication": "misc",
    "laws": "misc",
    "grant": "misc",
}

REFWORKS = Format(
    name="RefWorks",
    tag=re.compile(r"([A-Z][A-Z0-9])(?: |$)"),
    roles=_ROLES,
    sign=re.compile(AT + r"RT [A-Z][^\r\n]{2,40}[\r\n]{1,2}(?:[A-Z][A-Z0-9] [^\r\n]*[\r\n]{1,2}){0,40}(?:T1|A1|AU|TI) "),
    starts=words("RT"),
    ends=words("ER"),
    types=_TYPES,
    routes={"SN": number_of},
    each=words("A1 A2 K1 AU KW"),
    sure=0.93,
)
