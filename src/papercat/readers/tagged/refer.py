"""refer, which EndNote exports as `.enw`, and the tagged format of the Astrophysics Data System, which has the same look.

refer's letters are those of its manual page (BSD, groff), EndNote's those of its help page "EndNote import format", ADS's those
of "ADS Tagged Abstract Format".
"""

import re

from papercat.readers.tagged.format import AT, Format, number_of, table, words

_TAG = re.compile(r"%([A-Z0-9@!#$&*+?()\[^>~|=])(?:[ \t]|$)")

_ROLES = table("""
title T
abstract X
venue J B
author A Q
date D 8
volume V
issue N
pages P
publisher I
comment O Z
url U >
doi R
keyword K
type 0
=editor E
=translator Y ?
=series S
=isbn @ *
=address C
=edition 7
=worktype 9
=label L
=key F
=language G
=accession M
=affiliation +
=translated-author H
=database W
=provider ~
=callnumber &
=shorttitle !
""")

_TYPES = {
    "journal article": "article",
    "electronic article": "article",
    "journal": "article",
    "magazine article": "article",
    "newspaper article": "article",
    "article": "article",
    "book": "book",
    "edited book": "book",
    "electronic book": "book",
    "ebook": "book",
    "classical work": "book",
    "book section": "incollection",
    "book chapter": "incollection",
    "electronic book section": "incollection",
    "encyclopedia": "incollection",
    "dictionary": "incollection",
    "conference paper": "inproceedings",
    "conference proceedings": "inproceedings",
    "conference": "inproceedings",
    "paper": "inproceedings",
    "thesis": "phdthesis",
    "dissertation": "phdthesis",
    "report": "techreport",
    "government document": "techreport",
    "standard": "techreport",
    "manuscript": "unpublished",
    "unpublished work": "unpublished",
    "web page": "online",
    "blog": "online",
    "online database": "online",
    "online multimedia": "online",
    "patent": "patent",
    "dataset": "dataset",
    "computer program": "software",
    "generic": "misc",
    "personal communication": "misc",
    "map": "misc",
    "film or broadcast": "misc",
    "audiovisual material": "misc",
    "artwork": "misc",
    "statute": "misc",
    "case": "misc",
    "bill": "misc",
    "hearing": "misc",
}


def _id(text: str) -> str | None:
    """Tell a DOI from other ids."""
    return "doi" if "10." in text else "=identifier"


REFER = Format(
    name="refer",
    tag=_TAG,
    loose=re.compile(r"[ \t\u00a0]{1,4}%([A-Z0-9@!])(?:[ \t\u00a0]|$)"),
    roles=_ROLES,
    sign=re.compile(AT + r"[ \t]{0,4}%(?:0 [A-Z]|[TA] [^\r\n]+[\r\n]+[ \t]{0,4}%[A-Z0-9] )"),
    starts=words("0"),
    each=words("A E K"),
    instead={"!": "title"},
    types=_TYPES,
    routes={"R": _id, "@": number_of},
    sure=0.93,
)

_ADS_ROLES = table("""
title T
abstract B
venue J
author A
date D
volume V
issue N
first-page P
last-page L
doi Y
url U
keywords K
comment X
=bibcode R
=affiliation F
=copyright C
=editor E
=origin G
=language M
=objects O
=source S
=links I
=citations Z
=issn @
=bibcode W
""")


def _ads_id(text: str) -> str | None:
    """Tell the DOI and the arXiv id from the other ids of an article."""
    return "doi" if "10." in text else "arxiv" if "arxiv" in text.lower() else "=identifier"


def _ads_abstract(text: str) -> str | None:
    return "skip" if text.startswith("Not Available") else None


ADS = Format(
    name="ADS",
    tag=_TAG,
    roles=_ADS_ROLES,
    # a bibcode: year, journal, volume, page, a letter, 19 characters; shorter where dots were lost
    sign=re.compile(AT + r"%R \d{4}[A-Za-z&.][\w&.]{3,13}[\w.:]\s"),
    starts=words("R"),
    routes={"Y": _ads_id, "B": _ads_abstract},
    sure=0.95,
)
