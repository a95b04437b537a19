"""ReDIF, in which archives and series of economics tell RePEc what they have: https://ideas.repec.org/t/."""

import re

from papercat.readers.tagged.format import AT, Format, table, words

REDIF = Format(
    name="ReDIF",
    tag=re.compile(r"\ufeff?([A-Z][A-Za-z]{1,20}(?:-[A-Za-z]{1,20}){0,4}):[ \t]*"),
    roles=table("""
type Template-Type
title Title
author Author-Name
abstract Abstract
venue Journal Book-Title Series
volume Volume
issue Issue
pages Pages
date Publication-Date Creation-Date
year Year
month Month
doi DOI
url File-URL
keywords Keywords
publisher Publisher-Name
editor Editor-Name
comment Note
=number Number
=isbn ISBN
=issn ISSN
=jel Classification-JEL
=handle Handle
"""),
    sign=re.compile(AT + r"Template-Type:[ \t]{0,9}ReDIF-(?:Article|Paper|Book|Chapter|Software)", re.IGNORECASE),
    starts=words("Template-Type"),
    each=words("Author-Name Editor-Name File-URL"),
    types={
        **dict.fromkeys(("redif-article 1.0", "redif-article"), "article"),
        **dict.fromkeys(("redif-paper 1.0", "redif-paper"), "techreport"),
        **dict.fromkeys(("redif-book 1.0", "redif-book"), "book"),
        **dict.fromkeys(("redif-chapter 1.0", "redif-chapter"), "incollection"),
        "redif-software 1.0": "software",
    },
    sure=0.97,  # its labels are a map of YAML too, in which each stands once
)
