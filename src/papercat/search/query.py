"""What a person typed: its words, and the ids that stand in it."""

import re
from typing import NamedTuple

from papercat.identifiers import find_identifiers, parse_identifier
from papercat.text.fold import fold_once

_LONGEST = 10_000  # characters; a pasted citation has fewer, a pasted file is cut
_MAX_WORDS = 64
_ET_AL = re.compile(r"\bet al\b")  # stands for names, and is none: "perez et al 2022"
_DIGIT = re.compile("[0-9]")


class Query(NamedTuple):
    """A query, read.

    Attributes:
        raw: as it was typed, cut if it is a file.
        text: folded.
        words: each once, in their order, without "et al.".
    """

    raw: str
    text: str
    words: tuple[str, ...]

    def ids(self) -> tuple[tuple[str, str], ...]:
        """Give kind and id of what can only be an id: the whole query, or what has a label or an address, or is a DOI or an arXiv id.

        >>> read_query("see https://arxiv.org/pdf/2212.09251v2 and 10.1109/CBMS.2019.00091.").ids()
        (('arxiv', '2212.09251'), ('doi', '10.1109/cbms.2019.00091'))
        >>> read_query("26861819").ids(), read_query("in 1984").ids()
        ((('pmid', '26861819'),), ())
        """
        if not _DIGIT.search(self.text):
            return ()
        whole = parse_identifier(self.raw)
        found = [whole] if whole else [one for one in find_identifiers(self.raw) if one.marked or one.kind in ("arxiv", "doi")]
        return tuple(dict.fromkeys((str(one.kind), one.id) for one in found))


def read_query(query: str) -> Query:
    """Read what a person typed.

    Raises:
        TypeError: it is no text.

    >>> read_query("Lukošiūtė: Model-Written, model").words, read_query("Perez et al. (2022)").words
    (('lukosiute', 'model', 'written'), ('perez', '2022'))
    """
    if not isinstance(query, str):
        raise TypeError(f"a query is a text, not {type(query).__name__}; to test papers with a function there is where()")
    raw = query[:_LONGEST]
    text = fold_once(raw)
    words = _ET_AL.sub("", text).split() or text.split()
    return Query(raw, text, tuple(dict.fromkeys(words))[:_MAX_WORDS])
