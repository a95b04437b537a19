"""ORCID iDs as one text beside a list of names, for formats whose names hold nothing else."""

import re
from collections.abc import Sequence

from papercat.models import Author
from papercat.text.fold import fold

_PLAIN = re.compile(r"[^\W\d_](?:[^\W\d_]|[ ,.'’-])*")  # a name that can be told from the signs around it


def orcid_text(authors: Sequence[Author]) -> str:
    """Write the iDs as Web of Science does, `Carberry, Josiah/0000-0002-1825-0097; …`; "" if there are none.

    Where names do not tell the people apart they are written by places, as biblatex annotates a list: `2="0000-…"`.

    >>> carberry = Author(family="Carberry", given="Josiah", orcid="0000-0002-1825-0097")
    >>> orcid_text([carberry, Author(family="Perez", given="Ethan")])
    'Carberry, Josiah/0000-0002-1825-0097'
    >>> orcid_text([Author(family="Carberry", given="Josiah"), carberry]), orcid_text([])
    ('2="0000-0002-1825-0097"', '')
    """
    if not any(author.orcid for author in authors):
        return ""
    names = [author.inverted for author in authors]
    is_told = len(set(map(fold, names))) == len(names) and all(map(_PLAIN.fullmatch, names)) and not any(one.literal for one in authors)
    pairs = enumerate(zip(authors, names, strict=True), 1)
    return "; ".join(f"{name}/{one.orcid}" if is_told else f'{place}="{one.orcid}"' for place, (one, name) in pairs if one.orcid)
