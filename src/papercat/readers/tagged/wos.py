"""Web of Science: tags of two letters and a blank, lines that go on begin with three blanks.

The tags are those of Clarivate's help page "Web of Science Core Collection Field Tags".
"""

import re

from papercat.readers.tagged.format import AT, Format, table, words

_ROLES = table("""
title TI
abstract AB
venue SO JI J9
author AF AU BF BA GP CA
date PY
month PD
volume VL
issue IS
first-page BP
last-page EP
publisher PU
doi DI
keywords DE ID
type DT PT
skip ER
=editor ED BE
=series SE
=seriessubtitle BS
=conference CT
=conferencedate CY
=venue CL
=host HO
=sponsor SP
=language LA
=affiliation C1 C3
=corresponding RP
=email EM
=researcherid RI
orcids OI
=funding FU
=fundingtext FX
=references CR
=publisheraddress PA
=address PI
=issn SN
=eissn EI
=isbn BN
=articlenumber AR
=pagetotal PG
=part PN
=supplement SU
=specialissue SI
=meetingabstract MA
=doi2 D2
=bookdoi DL
=earlyaccess EA
=categories WC SC
=wos UT
=pmid PM
=patent PN
""")

_TYPES = {
    "j": "article",
    "b": "book",
    "s": "incollection",
    "p": "patent",
    "c": "inproceedings",
    "article": "article",
    "review": "article",
    "letter": "article",
    "note": "article",
    "editorial material": "article",
    "correction": "article",
    "book review": "article",
    "proceedings paper": "inproceedings",
    "article; proceedings paper": "inproceedings",
    "meeting abstract": "inproceedings",
    "book": "book",
    "book chapter": "incollection",
    "article; book chapter": "incollection",
    "data paper": "article",
    "article; early access": "article",
    "review; early access": "article",
    "thesis": "phdthesis",
    "preprint": "misc",
    "software": "software",
    "data set": "dataset",
}

WOS = Format(
    name="Web of Science",
    tag=re.compile(r"([A-Z][A-Z0-9])(?: |$)"),
    # a blank lost behind the tag, which a name or a title follows
    loose=re.compile(r"[ \t]?(AU|AF|TI|SO|AB|PY|DI|BA|BF)(?=[A-Z][a-z]|\d)"),
    roles=_ROLES,
    sign=re.compile(
        AT
        + r"(?:FN (?:Clarivate|Thomson|ISI|Web of)|PT (?:[JBSPC]|Journal|Book)[ \t]*[\r\n]+(?:A[UF]|TI|CA|GP|ED|B[AEF]) |UT (?:ISI|WOS):)"
    ),
    starts=words("PT"),
    ends=words("ER"),
    head=re.compile(r"(?:FN|VR|EF)\b"),
    each=words("AU AF BA BF BE ED CA GP C1 C3 CR RP EM RI WC"),
    shorts={"AU": "AF", "BA": "BF"},
    instead={"EA": "date", "BA": "author"},
    types=_TYPES,
    is_filled=True,
    sure=0.95,
)
