"""Ids of records that stay the same when their sources are read again, in any order and among others."""

import re
from collections import defaultdict
from collections.abc import Sequence
from hashlib import blake2b

from papercat.identifiers import parse_arxiv, parse_doi
from papercat.models import Paper
from papercat.text.fold import fold

_DIGITS = 16  # hexadecimal, 64 bits: of a million records two differ in all of them with odds of 1 to 37 million
_PRINT = re.compile(rf"#[0-9a-f]{{{_DIGITS}}}")
_TEXTS = ("title", "abstract", "venue", "volume", "issue", "pages")


def fingerprint(paper: Paper) -> str:
    """Make an id of what a record says, its accents, case and signs aside, and where it stands aside.

    >>> fingerprint(Paper(title="Sleeper Agents", year=2024))
    '#c02c2f02bf68a066'
    >>> fingerprint(Paper(title="SLEEPER AGENTS.", year=2024)) == fingerprint(Paper(title="Sleeper Agents", year=2024))
    True
    """
    year = "" if "year" in paper.inferred else str(paper.year or "")
    names = ";".join(_plain(author.family or author.literal or "") + _initials(author.given or "") for author in paper.authors)
    parts = (paper.arxiv or "", paper.doi or "", year, names, *(_plain(getattr(paper, field) or "") for field in _TEXTS))
    return "#" + blake2b("\n".join(parts).encode("utf-8", "surrogatepass"), digest_size=_DIGITS // 2).hexdigest()


def _initials(given: str) -> str:
    """Give the initials of given names, so that *Horn, B.* and *Horn, B. K. P.* are two records that a person can decide about."""
    return " ".join(["", *(word[0] for word in fold(given).split())])


def _plain(text: str) -> str:
    return fold(text) or " ".join(text.split())


class Directory:
    """The records of a catalog under their ids.

    >>> papers = [Paper(arxiv="2401.05566", title="Sleeper Agents"), Paper(title="Sleeper Agents")]
    >>> directory = Directory(papers)
    >>> directory.name(0)
    'arxiv:2401.05566 #9b5d2ea233b4da77'
    >>> directory.places("https://arxiv.org/abs/2401.05566v2"), directory.places(directory.name(1)), directory.places("10.1109/cbms")
    ((0,), (1,), ())
    """

    def __init__(self, papers: Sequence[Paper]) -> None:
        """Look at each record once."""
        self._prints = [fingerprint(paper) for paper in papers]
        self._places: dict[str, list[int]] = defaultdict(list)
        self._papers = papers
        for place, paper in enumerate(papers):
            for name in (self._prints[place], *_ids(paper)):
                self._places[name].append(place)

    def name(self, place: int) -> str:
        """Give the id of a record: what arXiv and publishers call it, if it alone is called so, and its fingerprint."""
        alone = [name for name in _ids(self._papers[place]) if len(self._places[name]) == 1]
        return " ".join([*alone, self._prints[place]])

    def places(self, name: str) -> tuple[int, ...]:
        """Give the places of the record that an id means, with its exact copies; () if none or several have it.

        Also an id of arXiv or a DOI alone will do, in any spelling.
        """
        copies = [place for word in _PRINT.findall(name) for place in self._places.get(word, ())]
        if copies:
            return tuple(sorted(copies, key=lambda place: (str(self._papers[place].sources[:1]), place)))
        found = {place for word in _spellings(name) for place in self._places.get(word, ())}
        # copies of one record are one
        return tuple(sorted(found)) if len({self._prints[place] for place in found}) == 1 else ()

    def is_shared(self, name: str) -> bool:
        """Tell an id that several records have."""
        return not self.places(name) and any(word in self._places for word in _spellings(name))


def _ids(paper: Paper) -> list[str]:
    return [f"{kind}:{text}" for kind, text in (("arxiv", paper.arxiv), ("doi", paper.doi)) if text]


def _spellings(name: str) -> list[str]:
    words = [word for word in name.split() if not word.startswith("#")]
    bare = [word.partition(":")[2] if word.lower().startswith(("arxiv:", "doi:")) else word for word in words]
    arxiv, doi = [parse_arxiv(word) for word in bare], [parse_doi(word) for word in bare]
    return [f"{one.kind}:{one.id}" for one in (*arxiv, *doi) if one and one.kind in ("arxiv", "doi")]
