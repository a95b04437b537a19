"""The entries of a file that a person keeps, and which paper is which."""

from collections import defaultdict, deque
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from rapidfuzz import fuzz

from papercat.models import Paper
from papercat.readers.bibtex import read_blocks
from papercat.readers.bibtex.grammar import Block
from papercat.text.document import Document
from papercat.text.fold import fold

_MOST = 50  # entries of one key or id that are looked at for a paper
_ALIKE = 80.0  # rapidfuzz ratio of two folded titles under one key: one letter in five


@dataclass(frozen=True)
class Entry:
    """An entry of the file.

    Attributes:
        block: where it stands and what it holds.
        paper: what it says, None if that is nothing or cannot be read.
    """

    block: Block
    paper: Paper | None


def read_entries(document: Document) -> list[Entry]:
    """Read the entries of a file, also those of which nothing can be read.

    >>> [entry.paper and entry.paper.title for entry in read_entries(Document("refs.bib", "@misc{a, title = {Sleeper Agents}} @misc{b}"))]
    ['Sleeper Agents', None]
    """
    found = ((block, next((one for one in read if isinstance(one, Paper)), None)) for block, read in read_blocks(document))
    return [Entry(block, paper) for block, paper in found if block.kind in ("entry", "broken")]


def match(entries: Sequence[Entry], keyed: Sequence[tuple[str, Paper]], is_here: Callable[[Paper], bool]) -> dict[int, int]:
    """Say which entry, by its place, each paper is, by its place: one and the same record, else by a key, an id, or title and authors.

    A key is not enough where ids or titles speak against it, but for a paper that `is_here`, which was read from this very file.
    """
    by_key, by_record, by_id, by_work = _indexes(entries)

    found, taken = dict[int, int](), set[int]()

    def by_content(_: str, paper: Paper) -> Iterator[int]:
        return (one for name in _records(paper) for one in _free(by_record, name, taken))

    def by_name(key: str, paper: Paper) -> Iterator[int]:
        near = (one for name in _names(paper, key) for one in _free(by_key, name, taken))
        return (one for one in near if is_here(paper) or _agree(entries[one].paper, paper))

    def by_number(_: str, paper: Paper) -> Iterator[int]:
        return (one for name in ids(paper) for one in _free(by_id, name, taken))

    def by_title(_: str, paper: Paper) -> Iterator[int]:
        near = (one for name in works(paper) for one in _free(by_work, name, taken))
        return (one for one in near if is_same_work(entries[one].paper, paper))

    for candidates in (by_content, by_name, by_number, by_title):
        for place, (key, paper) in enumerate(keyed):
            entry = None if place in found else next(candidates(key, paper), None)
            if entry is not None:
                found[place] = entry
                taken.add(entry)
    return found


Index = defaultdict[Hashable, deque[int]]


def _free(index: Index, name: Hashable, taken: Container[int]) -> Iterator[int]:
    """Give entries that no paper is yet, the first of many only, so that a thousand of one key do not cost a million looks."""
    found = index.get(name, deque())
    while found and found[0] in taken:
        found.popleft()
    return (one for one in islice(found, _MOST) if one not in taken)


def _indexes(entries: Sequence[Entry]) -> tuple[Index, Index, Index, Index]:
    by_key, by_record, by_id, by_work = Index(deque), Index(deque), Index(deque), Index(deque)
    for place, entry in enumerate(entries):
        by_key[entry.block.key.lower()].append(place)
        for index, names in ((by_record, _records), (by_id, ids), (by_work, works)):
            for name in names(entry.paper) if entry.paper else ():
                index[name].append(place)
    return by_key, by_record, by_id, by_work


def _records(paper: Paper) -> Iterable[Hashable]:
    """Tell a record by the key that it was read with and all that is unlikely to be the same in another one."""
    names = tuple(author.bare for author in paper.authors)  # an iD that the catalog has found out makes no other record
    yield (paper.extra.get("key"), paper.title, names, paper.arxiv, paper.doi, paper.year, paper.venue, paper.pages)


def _names(paper: Paper, key: str) -> Iterator[str]:
    yield key.lower()
    if "key" in paper.extra:
        yield paper.extra["key"].lower()
    yield from (variant.value.lower() for variant in paper.variants if variant.field == "key")


def ids(paper: Paper) -> Iterator[tuple[str, str]]:
    """Give the ids of a paper, with their kinds."""
    if paper.arxiv:
        yield "arxiv", paper.arxiv
    if paper.doi:
        yield "doi", paper.doi


def works(paper: Paper) -> Iterator[Hashable]:
    """Give title and family names of a paper that has both."""
    if paper.title and paper.authors and (title := fold(paper.title)):
        yield title, tuple(fold(author.family or author.literal or "") for author in paper.authors)


def is_same_work(one: Paper | None, other: Paper) -> bool:
    """Say whether two papers of one title and the same authors are one, as far as year and ids tell."""
    return one is not None and (not one.year or not other.year or one.year == other.year) and _agree(one, other)


def _agree(one: Paper | None, other: Paper) -> bool:
    if one is None:
        return True
    mine, theirs = dict(ids(one)), dict(ids(other))
    if any(mine[kind] == theirs[kind] for kind in mine.keys() & theirs.keys()):
        return True
    if mine.keys() & theirs.keys():
        return False
    title, wanted = fold(one.title or ""), fold(other.title or "")
    return title.startswith(wanted) or wanted.startswith(title) or fuzz.ratio(title, wanted) >= _ALIKE
