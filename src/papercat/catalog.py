"""The catalog: papers, what was noticed while reading them, and what one asks of them."""

import os
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, overload

from rapidfuzz import process

from papercat.dedup import SAME_BITS, Merge, cluster, find_pairs, merge
from papercat.errors import OutputError, PaperNotFoundError
from papercat.identifiers import parse_arxiv, parse_doi
from papercat.keys import citation_keys
from papercat.models import Author, Issue, Paper, Source
from papercat.names import compatible
from papercat.receipt import Input, Receipt
from papercat.search import Hit, Index
from papercat.text.fold import fold
from papercat.text.html import table
from papercat.writers import SUFFIXES, WRITERS

_ROWS = 20  # of a catalog's table in a notebook


class Catalog(Sequence[Paper]):
    """Papers in order, with the issues and the inputs that they came from. It never changes: each operation gives a new one.

    Attributes:
        papers: the papers.
        issues: what was repaired, inferred, dropped, kept aside, refused or only noted.
        inputs: the files and texts that were read.
        merges: what `dedup` joined, and why.

    >>> from papercat import parse
    >>> cat = parse("Constitutional AI\\nBai, Yuntao, Kadavath, Saurav\\nAs AI systems become more capable.")
    >>> cat
    <Catalog: 1 paper, 0 issues>
    >>> cat["bai-constitutional"]
    Traceback (most recent call last):
    papercat.errors.PaperNotFoundError: no paper with key 'bai-constitutional'; did you mean baiconstitutional?
    """

    def __init__(
        self,
        papers: Iterable[Paper] = (),
        *,
        issues: Iterable[Issue] = (),
        inputs: Iterable[Input] = (),
        merges: Iterable[Merge] = (),
    ) -> None:
        """Take papers that were made elsewhere, with what is known of their reading."""
        self.papers, self.issues = tuple(papers), tuple(issues)
        self.inputs, self.merges = tuple(inputs), tuple(merges)

    # -- a sequence of papers

    def __len__(self) -> int:
        return len(self.papers)

    def __iter__(self) -> Iterator[Paper]:
        return iter(self.papers)

    @overload
    def __getitem__(self, which: int | str) -> Paper: ...
    @overload
    def __getitem__(self, which: slice) -> "Catalog": ...
    def __getitem__(self, which: int | str | slice) -> "Paper | Catalog":
        """Give the paper at a place, under a citation key or with an id in any spelling, or a part of the catalog.

        Raises:
            PaperNotFoundError: no paper has that key or id; it names the nearest ones.
            IndexError: no paper stands at that place.
        """
        if isinstance(which, slice):
            return self._only(self.papers[which])
        if isinstance(which, int):
            return self.papers[which]
        found = self.get(which)
        if found is None:
            near = process.extract(which, self._places.keys(), limit=3, score_cutoff=75)
            raise PaperNotFoundError(which, [key for key, _, _ in near])
        return found

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Catalog) and self.papers == other.papers

    def __hash__(self) -> int:
        return hash(self.papers)

    def __add__(self, other: "Catalog") -> "Catalog":
        return Catalog(
            self.papers + other.papers,
            issues=self.issues + other.issues,
            inputs=self.inputs + other.inputs,
            merges=self.merges + other.merges,
        )

    # -- looking up

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The citation key of each paper, in their order."""
        return citation_keys(self.papers)

    def get(self, key: str) -> Paper | None:
        """Give the paper under a citation key, or with an arXiv id or DOI in any spelling; None if there is none.

        >>> from papercat import parse
        >>> cat = parse("We test a hypothesis.\\narXiv:2302.00805As language models scale, they develop.\\narXiv:2212.09251")
        >>> cat.get("https://arxiv.org/abs/2302.00805v1") is cat[0], cat.get("nothing")
        (True, None)
        """
        spellings = (key, *(found.id for found in (parse_arxiv(key), parse_doi(key)) if found))
        place = next((self._places[spelling] for spelling in spellings if spelling in self._places), None)
        return None if place is None else self.papers[place]

    def find(self, query: str, limit: int = 10) -> list[Hit]:
        """Rank the papers by how well title, authors, year, venue, ids and abstract fit what a person types.

        Words may be in any order, cut short or misspelt. Each hit has its `score` (0 to 1) and says what `matched`.

        >>> from papercat import parse
        >>> cat = parse("Constitutional AI\\nBai, Yuntao\\nAs AI systems become more capable.")
        >>> cat.find("bai constitutionl")[0].matched
        {'bai': 'authors', 'constitutionl': 'title'}
        """
        return self._index.find(query, limit)

    def by(self, author: str | Author) -> "Catalog":
        """Give the papers of an author: `Family, Given`, `Given Family`, initials, with or without accents.

        >>> from papercat import parse
        >>> cat = parse("Sycophancy\\nSharma, Mrinank, Bowman, Samuel R.\\nHuman feedback is commonly utilized.")
        >>> len(cat.by("Bowman, S.")), len(cat.by("S. R. Bowman")), len(cat.by("Bowman, T."))
        (1, 1, 0)
        """
        wanted = [_family_given(author)] if isinstance(author, Author) else list(_readings(author))
        return self.where(lambda paper: any(compatible(one, _family_given(name)) for name in paper.authors for one in wanted))

    def where(self, test: Callable[[Paper], bool]) -> "Catalog":
        """Give the papers that pass a test.

        >>> from papercat import parse
        >>> cat = parse("We test a hypothesis.\\narXiv:2302.00805As language models scale.\\narXiv:2212.09251")
        >>> len(cat.where(lambda paper: paper.year == 2023))
        1
        """
        return self._only(paper for paper in self.papers if test(paper))

    # -- joining

    def dedup(self) -> "Catalog":
        """Join the records of one paper; `merges` says which, and why, and what is not sure is an issue.

        Ids decide, else title or abstract that are nearly the same, if the authors agree. A value that loses is kept in
        `Paper.variants`. Order does not matter, and doing it twice changes nothing.
        """
        merged = self._dedup_once()
        # what was joined knows more than its parts, which may settle what was open
        return merged if len(merged) == len(self) else merged.dedup()

    def _dedup_once(self) -> "Catalog":
        pairs = find_pairs(self.papers)
        clusters = {found.members[0]: found for found in cluster(self.papers, pairs)}
        gone = {place for found in clusters.values() for place in found.members[1:]}
        merges = {first: self._merge(found.members, found.pairs) for first, found in clusters.items()}
        together = {place: first for first, found in clusters.items() for place in found.members}
        apart = [pair for pair in pairs if together.get(pair.a, -1) != together.get(pair.b, -2)]
        issues = [*self.issues, *(issue for one in merges.values() for issue in _conflicts(one))]
        # a sure pair that others forbid is told when it is refused; what stays open, in the end
        told = [pair for pair in apart if pair.bits >= SAME_BITS or not clusters]
        issues += (_maybe(self.papers[pair.a], self.papers[pair.b], pair.bits) for pair in told)
        papers = (merges[i].paper if i in merges else paper for i, paper in enumerate(self.papers) if i not in gone)
        return Catalog(papers, issues=dict.fromkeys(issues), inputs=self.inputs, merges=(*self.merges, *merges.values()))

    def _merge(self, members: Sequence[int], pairs: Iterable[Any]) -> Merge:
        place = {member: i for i, member in enumerate(members)}
        local = [pair._replace(a=place[pair.a], b=place[pair.b]) for pair in pairs]
        return merge([self.papers[member] for member in members], local)

    # -- writing

    def to_bibtex(self) -> str:
        """Write the papers as BibTeX."""
        return WRITERS["bibtex"].dumps(self.papers)

    def to_json(self) -> str:
        """Write the papers as JSON, which `read` and `parse` take back."""
        return WRITERS["json"].dumps(self.papers)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Give each paper as a dict of plain values, without what is not known."""
        return [paper.to_dict() for paper in self.papers]

    def write(self, path: str | os.PathLike[str], format: str | None = None) -> None:  # noqa: A002
        """Write a file; its suffix tells the format, `.bib` or `.json`, unless `format` does.

        Raises:
            OutputError: no writer for the suffix or format.
            OSError: the file cannot be written.
        """
        text = self.dumps(output_format(path, format))
        Path(path).write_text(text, encoding="utf-8", newline="\n")

    def dumps(self, format: str = "bibtex") -> str:  # noqa: A002
        """Write the papers in a format, "bibtex" or "json".

        Raises:
            OutputError: no writer of that name.
        """
        return WRITERS[output_format("", format)].dumps(self.papers)

    def receipt(self) -> Receipt:
        """Account for every character of every input: which field of which paper, which issue, or a separator."""
        return Receipt(self.inputs, zip(self.keys, self.papers, strict=True))

    # -- showing

    def __repr__(self) -> str:
        merged = f", {len(self.merges)} merged" if self.merges else ""
        return f"<Catalog: {_count(len(self.papers), 'paper')}{merged}, {_count(len(self.issues), 'issue')}>"

    def _repr_html_(self) -> str:
        rows = [(key, *_row(paper)) for key, paper in zip(self.keys, self.papers[:_ROWS], strict=False)]
        more = f", the first {_ROWS} shown" if len(self) > _ROWS else ""
        return table(f"{self!r}"[1:-1] + more, ("key", "authors", "year", "title"), rows)

    # -- within

    @cached_property
    def _index(self) -> Index:
        return Index(self.papers)

    @cached_property
    def _places(self) -> dict[str, int]:
        names = ((name, place) for place, paper in enumerate(self.papers) for name in (paper.arxiv, paper.doi) if name)
        places: dict[str, int] = {}
        for name, place in (*zip(self.keys, range(len(self)), strict=True), *names):
            places.setdefault(name, place)
        return places

    def _only(self, papers: Iterable[Paper]) -> "Catalog":
        """Keep some papers, with what was noticed about them and about no paper."""
        papers = tuple(papers)
        kept = set(papers)
        elsewhere = _Places(paper for paper in self.papers if paper not in kept)
        issues = (issue for issue in self.issues if issue.source is None or issue.source not in elsewhere)
        return Catalog(papers, issues=issues, inputs=self.inputs, merges=(one for one in self.merges if one.paper in kept))


class _Places:
    """Where some papers stand, each from its first field to its last; a smaller place in between is in it."""

    def __init__(self, papers: Iterable[Paper]) -> None:
        spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for paper in papers:
            for name in {source.name for source in paper.sources}:
                places = [(source.start, source.end) for source in paper.sources if source.name == name]
                spans[name].append((min(places)[0], max(end for _, end in places)))
        self._spans = {name: sorted(found) for name, found in spans.items()}

    def __contains__(self, source: Source) -> bool:
        spans = self._spans.get(source.name, [])
        before = bisect_right(spans, (source.start, sys.maxsize)) - 1
        return before >= 0 and source.end <= spans[before][1]


def output_format(path: str | os.PathLike[str], format: str | None = None) -> str:  # noqa: A002
    """Name the writer for a path.

    Raises:
        OutputError: there is none.

    >>> output_format("refs.bib")
    'bibtex'
    """
    name = format or SUFFIXES.get(Path(path).suffix.lower(), "")
    if name not in WRITERS:
        what = f"format {format!r}" if format else f"a file name that ends in {Path(path).suffix!r}"
        raise OutputError(f"no writer for {what}; known are {', '.join(WRITERS)} ({', '.join(SUFFIXES)})")
    return name


def _conflicts(one: Merge) -> Iterator[Issue]:
    known = {variant for member in one.members for variant in member.variants}
    source = one.paper.sources[0] if one.paper.sources else None
    for variant in one.paper.variants:
        kept_text = fold(str(getattr(one.paper, variant.field, None) or one.paper.extra.get(variant.field)))
        if variant not in known and fold(variant.value) != kept_text:
            kept = getattr(one.paper, variant.field, None) or one.paper.extra.get(variant.field)
            told = f"{variant.field} of {one.paper.label[:60]!r}: kept {str(kept)[:60]!r}, and {variant.value[:60]!r} as a variant"
            yield Issue(code="merge-conflict", message=told, source=source, raw=variant.value)


def _maybe(a: Paper, b: Paper, bits: float) -> Issue:
    sure = "were kept apart, for other records contradict it" if bits >= SAME_BITS else "may be one paper"
    told = f"{a.label[:60]!r} and {b.label[:60]!r} {sure}: {bits:.1f} bits"
    return Issue(code="maybe-duplicate", message=told, source=b.sources[0] if b.sources else None, raw=b.label)


def _family_given(author: Author) -> tuple[str, str]:
    family = author.family or author.literal or ""
    return f"{author.particle} {family}" if author.particle else family, author.given or ""


def _readings(name: str) -> Iterator[tuple[str, str]]:
    """Give the ways to part a name into family and given: at its comma, or at each blank, or not at all."""
    family, comma, given = name.partition(",")
    if comma:
        yield family.strip(), given.strip()
        return
    words = name.split()
    yield from ((" ".join(words[i:]), " ".join(words[:i])) for i in range(len(words)))


def _row(paper: Paper) -> tuple[str, str, str]:
    names = [author.family or author.literal or "" for author in paper.authors[:3]]
    who = ", ".join(names) + (f" and {len(paper.authors) - 3} more" if len(paper.authors) > 3 else "")
    return who, str(paper.year or ""), paper.title or f"(untitled) {paper.label}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
