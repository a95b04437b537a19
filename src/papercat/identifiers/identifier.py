"""The form in which every identifier is given, whatever its kind, and what all kinds need to be found."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple
from urllib.parse import quote

Kind = Literal["arxiv", "doi", "orcid", "isbn", "pmid", "pmcid", "acl", "openreview"]
Find = Callable[[str], Iterator["Identifier"]]

# What pages put into long ids so that they may break, and what a PDF leaves: soft hyphen, zero-width signs, BOM.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_HOMES: dict[Kind, str] = {
    "arxiv": "https://arxiv.org/abs/",
    "doi": "https://doi.org/",
    "orcid": "https://orcid.org/",
    "isbn": "urn:isbn:",  # books have no address of their own: RFC 3187
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/",
    "pmcid": "https://pmc.ncbi.nlm.nih.gov/articles/",
    "acl": "https://aclanthology.org/",
    "openreview": "https://openreview.net/forum?id=",
}
# What may stand behind an id in its address.
_ADDRESS_END = re.compile(r"(?:\.pdf|\.bib)?/?(?:[?#&]\S*)?")
_QUOTED = frozenset("{}\"'<>[]()“”")
_ADDRESS_BREAK = re.compile(r"[\s<>\"'(){}\[\]|\\^`,;“”]")
_HOST = re.compile(r"(?:[\w-]{1,63}\.){1,6}[A-Za-z]{2,10}(?::[0-9]{2,5})?/")
_LONGEST_ADDRESS = 300  # characters before an id that are looked at
_LONGEST_WHOLE = 2000  # characters of an id with its address; browsers of old took no longer ones


class Identifier(NamedTuple):
    """An identifier found in a text.

    Attributes:
        kind: "arxiv", "doi", "orcid", "isbn", "pmid", "pmcid", "acl" or "openreview".
        id: normalized and bare, so that two spellings of one id are equal: without prefix, address and version; DOIs in
            lower case, ISBNs with 13 digits.
        start: the place of its first character, a label or an address counted.
        end: the place after its last.
        marked: a label ("arXiv:", "doi:", "ISBN") or an address says that it is one. Where not, only its form does.
        version: its number, or None.
        completed: the id had lost zeros, which were put back.
        issued: False where arXiv never gave out an id with so many digits in that month.

    >>> Identifier("arxiv", "hep-th/9711200", 0, 16, version=3).year
    1997
    >>> str(Identifier("arxiv", "hep-th/9711200", 0, 16, version=3))
    'hep-th/9711200v3'
    """

    kind: Kind
    id: str
    start: int
    end: int
    marked: bool = True
    version: int | None = None
    completed: bool = False
    issued: bool = True

    @property
    def year(self) -> int | None:
        """Give the year that the id tells: of submission (arXiv), of the meeting or volume (ACL Anthology)."""
        if self.kind not in ("arxiv", "acl"):
            return None
        stamp = self.id.rpartition("/")[2]
        if self.kind == "acl" and stamp[:4].isdecimal():
            return int(stamp[:4])
        two = int(stamp[:2] if self.kind == "arxiv" else stamp[1:3])
        first = 90 if self.kind == "arxiv" else 50  # arXiv began in 1991; the letters of the Anthology mean 1965 to 2019
        return 1900 + two if two > first else 2000 + two

    @property
    def month(self) -> int | None:
        """Give the month, 1 to 12, that an arXiv id tells."""
        return int(self.id.rpartition("/")[2][2:4]) if self.kind == "arxiv" else None

    @property
    def uri(self) -> str:
        """Give the address where the id leads.

        >>> Identifier("doi", "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2", 0, 66).uri
        'https://doi.org/10.1002/(sici)1097-0258(19980815)17:15%3C1661::aid-sim968%3E3.0.co;2-2'
        """
        return _HOMES[self.kind] + quote(str(self), safe="/:;()+,$!*'~-._=@")

    def __str__(self) -> str:
        return self.id if self.version is None else f"{self.id}v{self.version}"


def in_visible(text: str, find: Find) -> Iterator[Identifier]:
    """Find in a text as it is seen, without signs of no width, and give the places of the text as it is."""
    removed = [] if text.isascii() else [match.start() for match in _INVISIBLE.finditer(text)]
    if not removed:
        yield from find(text)
        return
    before = [place - number for number, place in enumerate(removed)]
    for found in find(_INVISIBLE.sub("", text)):
        start, last = found.start, found.end - 1
        yield found._replace(start=start + bisect_right(before, start), end=last + bisect_right(before, last) + 1)


def whole(text: str, find: Find, *, label: str = "", end: re.Pattern[str] = _ADDRESS_END) -> Identifier | None:
    """Read a text that is one id and nothing else; `label` stands for the one that the reader of it takes as given."""
    bare = text.strip()
    if len(bare) > _LONGEST_WHOLE:
        return None
    found = next(find(bare), None)
    if not (found and _is_all(bare, found, end)):
        found = next(find(label + bare), None) if label else None
        if not (found and _is_all(label + bare, found, end)):
            return None
        found = found._replace(start=0, end=found.end - len(label), marked=False)
    lead = len(text) - len(text.lstrip())
    return found._replace(start=found.start + lead, end=found.end + lead)


def _is_all(text: str, found: Identifier, end: re.Pattern[str]) -> bool:
    rest = text[found.end :]
    return found.start == 0 and (not rest or ("/" in text[: found.end] and end.fullmatch(rest) is not None))


def address_start(text: str, place: int, floor: int = 0) -> int:
    """Find where an address begins that goes on at a place; the place itself where there is none."""
    window = text[max(floor, place - _LONGEST_ADDRESS) : place]
    token = _ADDRESS_BREAK.split(window)[-1]
    lowered = token.lower()
    begin = max(lowered.rfind("http://"), lowered.rfind("https://"))
    if begin < 0 and not _HOST.match(token):
        return place
    return place - len(token) + max(begin, 0)


def label_start(text: str, place: int, label: re.Pattern[str], floor: int = 0) -> int | None:
    """Find where a label begins that ends at a place; the place itself if quotes or brackets part them, None if there is none."""
    match = label.search(text[max(floor, place - 40) : place])
    if not match:
        return None
    return place if _QUOTED & set(match[0]) else place - len(match[0])
