"""MEDLINE, which PubMed calls its own format (`.nbib`): tags of up to four letters, filled lines.

The tags are those of the table "MEDLINE/PubMed Data Element (Field) Descriptions" of the National Library of Medicine.
"""

import re

from papercat.readers.tagged.format import AT, Format, table, words

_ROLES = table("""
title TI
abstract AB OAB
venue JT TA
author FAU AU CN
date DP DEP
volume VI
issue IP
pages PG
doi LID AID
keyword OT MH
type PT
skip OWN STAT
=pmid PMID
=pmcid PMC
=manuscript MID
=issn IS
=isbn ISBN
=language LA
=affiliation AD
orcid AUID
=booktitle BTI
=collection CTI
=volumetitle VTI
=translated-title TT
=editor FED ED
=edition EN
publisher PB
=country PL
=copyright CI
=source SO
=grant GR
=investigator FIR IR
""")

# of several publication types of a paper the first that the table knows counts
_TYPES = {
    "journal article": "article",
    "review": "article",
    "letter": "article",
    "editorial": "article",
    "case reports": "article",
    "clinical trial": "article",
    "randomized controlled trial": "article",
    "meta-analysis": "article",
    "comment": "article",
    "news": "article",
    "historical article": "article",
    "book": "book",
    "book chapter": "incollection",
    "preprint": "misc",
    "dataset": "dataset",
    "technical report": "techreport",
    "congress": "proceedings",
    "lecture": "misc",
}


def _id(text: str) -> str | None:
    """Tell the ids that share a tag by the word in brackets behind them."""
    if "[doi]" in text:
        return "doi"
    for kind in ("pii", "bookaccession", "pmcid", "mid"):
        if f"[{kind}]" in text:
            return f"={kind}"
    return "=location"


MEDLINE = Format(
    name="MEDLINE",
    tag=re.compile(r"([A-Z][A-Z0-9]{1,3}) {0,3}-(?: |$)"),
    loose=re.compile(r"[ \t\u00a0]?([A-Za-z][A-Za-z0-9]{1,3})[ \t\u00a0]{0,3}[-–—](?:[ \t\u00a0]|$)"),
    roles=_ROLES,
    sign=re.compile(AT + r" ?(?:PMID ?- ?\d|(?:OWN|STAT|FAU|EDAT|CRDT|PHST) ?- )"),
    starts=words("PMID"),
    shorts={"AU": "FAU", "ED": "FED", "IR": "FIR"},
    instead={"BTI": "venue", "CTI": "venue"},
    types=_TYPES,
    routes={"LID": _id, "AID": _id},
    initials=words("AU"),
    is_filled=True,
    sure=0.95,
)
