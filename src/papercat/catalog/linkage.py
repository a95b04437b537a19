"""Joining the records of one paper: looking, deciding, merging, and finding the papers of one catalog in another."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal, NamedTuple, Self

from papercat.catalog.holding import Holding
from papercat.corrections import carried
from papercat.decisions import Decision, Decisions, take
from papercat.dedup.candidates import Among
from papercat.dedup.clusters import Pair, Refusal
from papercat.dedup.groups import Groups, find_groups, find_links
from papercat.dedup.linkage import Progress
from papercat.dedup.merges import Merge, conflicts, kept
from papercat.dedup.resolution import Resolution, Terms, resolve
from papercat.dedup.review import dumps_review
from papercat.dedup.upkeep import kept_up
from papercat.dedup.waterfall import percent, where
from papercat.dedup.weights import Level
from papercat.errors import OutputError
from papercat.models import Issue, Paper
from papercat.outputs import write_text

Maybe = Literal["keep", "merge"]
_NO_CSV = frozenset((".xlsx", ".xls", ".ods", ".toml", ".json"))  # a program that believes such a suffix cannot read a table in CSV
REFUSED = "were kept apart"  # in the message of a join that other records contradict
# what joining says, and says anew each time
_OURS = frozenset(("merge-conflict", "maybe-duplicate", "decision-unmatched", "decision-unread"))


class _Known(NamedTuple):
    """What was compared to make a catalog, so that it need not be compared again."""

    records: tuple[Paper, ...]
    pairs: tuple[Pair, ...]
    same: Level
    maybe: bool


class Linkage(Holding):
    """Joining; a part of `Catalog`."""

    _known: _Known | None = None

    def duplicates(
        self, same: Level = "work", *, maybe: bool = True, decisions: Decisions = (), progress: Progress | None = None
    ) -> Groups:
        """Show which records are one paper, or may be, and why; nothing is joined.

        Of a catalog that was joined the records are shown that it was made of.

        Args:
            same: "work", where a preprint and its publication are one, or "record", where they are two.
            maybe: whether to show what may be one paper and is left to a person.
            decisions: a file of them, as `review` writes it, or a list of `Decision`. Lines that decide nothing are told by `dedup`.
            progress: is called with the work done and all work.

        Raises:
            InputError: the file of decisions cannot be read, or they contradict each other.

        >>> from papercat import read
        >>> groups = read("data/raw").duplicates()
        >>> groups
        <Groups: 1 same, 0 maybe>
        >>> groups[0].papers[1].title
        'Discovering Language Model Behaviors with Model-Written Evaluations'
        """
        return find_groups(self._resolved(same, decisions, progress), maybe=maybe)

    def dedup(self, same: Level = "work", *, decisions: Decisions = (), maybe: Maybe = "keep", progress: Progress | None = None) -> Self:
        """Join the records that are surely one paper; `merges` says which, and why, and what is not sure is an issue.

        Of each field the best form is kept, of a conflict both values (`Paper.variants`), and every source. The order of the
        records does not matter, and doing it twice changes nothing.

        Args:
            same: "work", where a preprint and its publication are one and the published one leads, or "record", where they are two.
            decisions: what a person decided: a file, as `review` writes it, or a list of `Decision`. They stay with the catalog.
            maybe: "keep" leaves apart what may be one paper; "merge" joins it.
            progress: is called with the work done and all work.

        Raises:
            InputError: the file of decisions cannot be read, or they contradict each other.

        >>> from papercat import read
        >>> read("data/raw").dedup()
        <Catalog: 16 papers, 1 merged, 47 issues>
        """
        decided, unread = self._decided(decisions)
        return self._joined(self._records, _terms(same, decided, maybe), unread, self._known_at(same), progress)

    def add(
        self,
        more: Iterable[Paper],
        same: Level | None = None,
        *,
        decisions: Decisions = (),
        maybe: Maybe | None = None,
        progress: Progress | None = None,
    ) -> Self:
        """Add papers to a catalog that `dedup` gave, and join what belongs together, without comparing the old ones again.

        The result is that of `(cat + more).dedup()`. Level and `maybe` are those of that `dedup` if they are not given.

        Raises:
            InputError: the file of decisions cannot be read, or they contradict each other.

        >>> from papercat import read
        >>> cat = read("data/raw/askell-listing.txt").dedup()
        >>> more = read("data/raw/abstracts-with-ids.txt")
        >>> cat.add(more) == (cat + more).dedup()
        True
        """
        known = self._known
        level = same or (known.same if known else "work")
        rest = maybe or ("merge" if known and known.maybe else "keep")
        new = more if isinstance(more, Linkage) else type(self)(more)
        both = self + new
        if not known or known.same != level:
            return both.dedup(level, decisions=decisions, maybe=rest, progress=progress)
        decided, unread = both._decided(decisions)  # noqa: SLF001  a catalog like this one
        records = (*known.records, *new._records)  # noqa: SLF001
        return both._joined(records, _terms(level, decided, rest), unread, known, progress)  # noqa: SLF001

    def link(  # noqa: PLR0913  what each says has a default
        self,
        other: Iterable[Paper],
        same: Level = "work",
        *,
        maybe: bool = True,
        one_to_one: bool = False,
        decisions: Decisions = (),
        progress: Progress | None = None,
    ) -> Groups:
        """Find the papers of this catalog in another: pairs, each a group of one of ours and one of theirs, the surest first.

        Nothing is joined, and papers of one catalog are not compared with each other.

        Args:
            other: the other catalog, or papers.
            same: as in `dedup`.
            maybe: whether to show pairs that may be one paper, too.
            one_to_one: whether a paper is in its surest pair alone; right for two catalogs that hold every paper once, as `dedup`
                leaves them.
            decisions: as in `dedup`.
            progress: is called with the work done and all work.

        Raises:
            InputError: the file of decisions cannot be read, or they contradict each other.

        >>> from papercat import read
        >>> ours, theirs = read("data/raw/askell-listing.txt"), read("data/raw/abstracts-with-ids.txt")
        >>> [(pair.verdict, pair.papers[1].arxiv) for pair in ours.link(theirs)]
        [('same', '2212.09251')]
        """
        papers, theirs = self.papers, type(self)(other).papers
        decided, _ = self._decided(decisions)
        found = resolve((*papers, *theirs), _terms(same, decided), among=Among(old=len(papers), new=False), progress=progress)
        return find_links(found, len(papers), maybe=maybe, one_to_one=one_to_one)

    def review(self, path: str | os.PathLike[str], same: Level = "work", *, sure: bool = False, progress: Progress | None = None) -> int:
        """Write the pairs that may be one paper to a CSV file, for a person to decide in a spreadsheet, and say how many are open.

        In the column `decision` a person writes `same` or `different`; `dedup(decisions=path)` heeds it. What stands there
        already, and every column that a person added, is kept when the file is written again.

        Args:
            path: the file.
            same: as in `dedup`.
            sure: whether to list the pairs that `dedup` joins, too, so that a person can take them apart.
            progress: is called with the work done and all work.

        Raises:
            InputError: there is a file that is no such table; it is left as it is.
            OSError: the file cannot be written.
            OutputError: the suffix promises another kind of file.

        >>> import tempfile
        >>> from papercat import parse
        >>> title = "Sleeper Agents: Training Deceptive LLMs that Persist Through Safety Training"
        >>> cat = parse(f"@misc{{h24, title={{{title}}}, year=2024}} @misc{{todo, title={{{title.lower()}}}}}")
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     cat.review(f"{folder}/review.csv")
        1
        """
        path = Path(path)
        if path.suffix.lower() in _NO_CSV:
            raise OutputError(f"a review is a table in CSV, which every spreadsheet opens: {path.stem}.csv, not {path.name}")
        old = path.read_bytes() if path.exists() else None
        text, waiting = dumps_review(self._resolved(same, (), progress), old, path.as_posix(), sure=sure)
        write_text(path, [text])
        return waiting

    @property
    def _members(self) -> list[tuple[Paper, ...]]:
        """Give for each paper the records that it was made of."""
        merged = {one.paper: one.members for one in self.merges}
        return [merged.get(paper, (paper,)) for paper in self.papers]

    @property
    def _records(self) -> tuple[Paper, ...]:
        return self._known.records if self._known else tuple(record for records in self._members for record in records)

    def _resolved(self, same: Level, decisions: Decisions, progress: Progress | None) -> Resolution:
        """Compare the records, or take what is known of them."""
        decided, _ = self._decided(decisions)
        return _resolve(self._records, _terms(same, decided), self._known_at(same), progress)

    @property
    def _level(self) -> Level:
        """The level at which the catalog was joined, or would be."""
        return self._known.same if self._known else "work"

    def _known_at(self, same: Level) -> _Known | None:
        return self._known if self._known and self._known.same == same else None

    def _decided(self, decisions: Decisions) -> tuple[tuple[Decision, ...], tuple[Issue, ...]]:
        """Give the decisions of the catalog with further ones, and what could not be read of these."""
        read, issues = take(decisions)
        return tuple(dict.fromkeys((*self.decisions, *read))), issues

    def _joined(
        self, records: Sequence[Paper], terms: Terms, unread: Iterable[Issue], known: _Known | None = None, progress: Progress | None = None
    ) -> Self:
        found = _resolve(records, terms, known, progress)
        made = found.merges()
        merges = dict(zip(made, _heeding(kept_up(made.values(), self.merges), self.merges), strict=True))
        gone = {place for one in found.clusters.clusters for place in one.members[1:]}
        papers = [merges[place].paper if place in merges else paper for place, paper in enumerate(records) if place not in gone]
        issues = [issue for issue in self.issues if issue.code not in _OURS]
        issues += [*unread, *found.settled.issues, *(issue for one in merges.values() for issue in _conflicts(one))]
        issues += (_maybe(found, pair, refusal) for pair, refusal in found.open())
        joined = type(self)(papers, issues=dict.fromkeys(issues), inputs=self.inputs, merges=merges.values(), decisions=terms.decisions)
        joined._known = _Known(found.records, found.pairs, terms.same, maybe=terms.maybe)  # noqa: SLF001  a catalog like this one
        return joined


def _resolve(records: Sequence[Paper], terms: Terms, known: _Known | None, progress: Progress | None) -> Resolution:
    if known is None:
        return resolve(records, terms, progress=progress)
    return resolve(records, terms, known=known.pairs, among=Among(old=len(known.records)), progress=progress)


def _terms(same: Level, decisions: tuple[Decision, ...], maybe: Maybe = "keep") -> Terms:
    if same not in ("work", "record"):
        raise ValueError(f"same is 'work' or 'record', not {same!r}")
    if maybe not in ("keep", "merge"):
        raise ValueError(f"maybe is 'keep' or 'merge', not {maybe!r}")
    return Terms(same, decisions, maybe == "merge")


def _heeding(merges: Iterable[Merge], before: Sequence[Merge]) -> Iterator[Merge]:
    """Give merges with what a person corrected in their records, or in what was made of these before."""
    owners = {member: one.paper for one in before if one.paper.by_hand for member in one.members}
    for one in merges:
        others = [other for member in one.members for other in (member, owners.get(member)) if other and other.by_hand]
        yield replace(one, paper=carried(one.paper, others)) if others else one


def _conflicts(one: Merge) -> Iterator[Issue]:
    source = one.paper.source_of()
    by_hand = one.paper.by_hand
    for variant in (found for found in conflicts(one) if found.field not in by_hand):
        chosen = kept(one.paper, variant.field)
        told = f"{variant.field} of {one.paper.label[:60]!r}: kept {chosen[:60]!r}, and {variant.value[:60]!r} as a variant"
        yield Issue(code="merge-conflict", message=told, source=source, raw=variant.value)


def _maybe(found: Resolution, pair: Pair, refusal: Refusal | None) -> Issue:
    a, b = found.records[pair.a], found.records[pair.b]
    names = f"{a.label[:60]!r} ({where(a)}) and {b.label[:60]!r}"
    told = f"{names} may be one paper: {pair.bits:.1f} bits, probability {percent(pair.bits)}"
    if refusal:
        one, other = (f"{found.records[place].label[:60]!r} ({where(found.records[place])})" for place in (refusal.one, refusal.other))
        told = f"{names} {REFUSED}, for {one} and {other} contradict each other: {pair.bits:.1f} bits"
    return Issue(code="maybe-duplicate", message=told, source=b.source_of(), raw=b.label)
