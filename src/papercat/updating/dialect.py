"""Whether a file is one of biblatex or of classic BibTeX."""

import re
from collections.abc import Iterable

from papercat.readers.bibtex.grammar import Block

# What one of the two has and the other does not know (biblatex manual 3.19, 2.1 to 2.3). `location` is not here, since ACM writes it
# for the place of a conference, nor `institution`, which is of both.
_OF_BIBLATEX = frozenset("journaltitle date eprinttype eprintclass subtitle booksubtitle maintitle urldate langid".split())
_OF_BIBLATEX |= frozenset("@online @thesis @report @collection @mvbook @dataset @software".split())
_OF_BIBTEX = frozenset("journal year month school address archiveprefix primaryclass".split())
_STATED = re.compile(r"@comment\s?\{\s?jabref-meta:\s?databaseType:(biblatex|bibtex);", re.IGNORECASE)  # as JabRef 3 to 5 write it
_OF_BIBTEX |= frozenset("@phdthesis @mastersthesis @techreport".split())


def is_biblatex(text: str, blocks: Iterable[Block]) -> bool:
    """Say whether JabRef calls a file one of biblatex, or more of its fields and types are of biblatex alone than of BibTeX alone.

    More, and not any: biblatex knows the old names too, and DBLP writes `eprinttype` into files of BibTeX.

    >>> from papercat.readers.bibtex.blocks import cut
    >>> text = "@online{bai22, title = {Constitutional AI}, date = {2022-12}, eprinttype = {arxiv}}"
    >>> is_biblatex(text, cut(text))
    True
    >>> text = "@article{bai22, title = {Constitutional AI}, journal = {CoRR}, year = 2022, eprinttype = {arXiv}}"
    >>> is_biblatex(text, cut(text))
    False
    """
    if stated := _STATED.search(text):
        return stated[1] == "biblatex"
    balance = 0
    for block in blocks:
        for name in (f"@{block.type}", *(field.name.lower() for field in block.fields)):
            balance += (name in _OF_BIBLATEX) - (name in _OF_BIBTEX)
    return balance > 0
