"""The table that a person decides in: pairs that may be one paper side by side, for a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from math import inf

from papercat.decisions import DECISION, ONE, OTHER, Row, read_answer, read_table
from papercat.dedup.clusters import Pair, Refusal
from papercat.dedup.identity import Directory
from papercat.dedup.resolution import Resolution
from papercat.dedup.waterfall import percent, where, why
from papercat.models import Paper
from papercat.text.decode import decode
from papercat.text.phrases import shortened, some

_SIDES = ("title", "authors", "year", "published", "ids", "abstract", "found in")
_HEAD = (DECISION, "note", "probability", *(f"{side} {number}" for side in _SIDES for number in (1, 2)), "bits", "why", ONE, OTHER)
_CUT = 600  # characters of a cell; Excel holds 32,767 and shows some hundred
_NAMES = 10  # authors in a cell
_OPENERS = "=+\\-@\t\r＝＋－＠"
# A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV injection"); also behind a sign that another program's settings
# cut cells at.
_FORMULA = re.compile(rf"(^|[;,|\t]\s*)(?=[{_OPENERS}])")
_ROW_MARK = "\ufeff"  # tells Excel that the file is UTF-8


def dumps_review(resolution: Resolution, old: bytes | None = None, name: str = "review.csv", *, sure: bool = False) -> tuple[str, int]:
    """Write the pairs that are left to a person as CSV, and say how many wait for a decision.

    What a person has put into an old version of the table is kept, in columns of their own, too.

    Args:
        resolution: the records, compared.
        old: the bytes of the table as it was.
        name: its file, for errors.
        sure: whether to list the pairs that were joined, too, the weakest first, so that a person can take them apart.

    >>> from papercat.dedup.resolution import resolve
    >>> dumps_review(resolve([Paper(title="=1+1")]))[0].splitlines()[0][:34]
    '\\ufeffdecision,note,probability,title 1'

    Raises:
        InputError: the old version is no such table, so that it must not be overwritten.
    """
    delimiter, names, rows = read_table(decode(old).text, name) if old and old.strip() else (",", [], [])
    columns = [*_HEAD, *(column for column in names if column and column not in _HEAD)]
    directory = Directory(resolution.records)
    kept = _Kept(resolution, directory, rows)
    fresh = [kept.completed(pair, _cells(resolution, directory, pair, refusal)) for pair, refusal in _pairs(resolution, sure=sure)]
    lines: list[Mapping[str, str]] = [*kept.others(), *(cells for cells in fresh if cells[ONE] != cells[OTHER])]
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([harmless(cells.get(column, "")) for column in columns] for cells in lines)
    return _ROW_MARK + text.getvalue(), sum(read_answer(cells.get(DECISION, "")) == "" for cells in lines)


def harmless(text: str) -> str:
    """Write a cell so that no spreadsheet takes it for a formula; doing it twice changes nothing.

    >>> harmless("=HYPERLINK(A1)"), harmless("'=1"), harmless("Sleeper;=1+1"), harmless("T-cells")
    ("'=HYPERLINK(A1)", "'=1", "Sleeper;'=1+1", 'T-cells')
    """
    plain = text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
    return _FORMULA.sub(r"\1'", plain)


def _pairs(resolution: Resolution, *, sure: bool) -> Iterator[tuple[Pair, Refusal | None]]:
    yield from resolution.open()
    if sure:
        joined = [pair for found in resolution.clusters.clusters for pair in found.pairs if pair.bits < inf]
        yield from ((pair, None) for pair in sorted(joined, key=lambda pair: pair.bits))


def _cells(resolution: Resolution, directory: Directory, pair: Pair, refusal: Refusal | None) -> dict[str, str]:
    papers = [resolution.records[place] for place in (pair.a, pair.b)]
    cells = {f"{side} {number}": text for number, paper in enumerate(papers, 1) for side, text in _side(paper).items()}
    told = why(papers[0], papers[1], resolution.same)
    if refusal:
        others = " and ".join(resolution.records[place].label[:80] for place in (refusal.one, refusal.other))
        told = f"not joined, because {others} contradict each other; {told}"
    return cells | {
        "probability": percent(pair.bits),
        "bits": f"{pair.bits:.1f}",
        "why": told,
        ONE: directory.name(pair.a),
        OTHER: directory.name(pair.b),
    }


def _side(paper: Paper) -> dict[str, str]:
    names = [str(author) for author in paper.authors]
    issue = f"({paper.issue})" if paper.issue else ""
    volume = f"{paper.volume or ''}{issue}"
    pages = f"pages {paper.pages}" if paper.pages else ""  # alone, a spreadsheet would make a date of 6-10
    ids = (f"arxiv:{paper.arxiv}" if paper.arxiv else "", f"doi:{paper.doi}" if paper.doi else "")
    texts = (
        paper.title or "",
        some(names, _NAMES),
        str(paper.year or ""),
        ", ".join(filter(None, (paper.venue, f"volume {volume}" if volume else "", pages))),
        " ".join(filter(None, ids)),
        paper.abstract or "",
        where(paper),
    )
    return {side: shortened(text, _CUT) for side, text in zip(_SIDES, texts, strict=True)}


class _Kept:
    """What a person has put into an old version of a table."""

    def __init__(self, resolution: Resolution, directory: Directory, rows: Sequence[Row]) -> None:
        self._directory = directory
        self._first = {place: found.members[0] for found in resolution.clusters.clusters for place in found.members}
        self._rows = {self._key(row.cells.get(ONE, ""), row.cells.get(OTHER, ""), row.line): row.cells for row in rows if _is_touched(row)}
        self._used: set[object] = set()

    def _key(self, one: str, other: str, line: int = 0) -> object:
        """Give what two rows about the same two papers have in common."""
        ends = [self._directory.places(name)[:1] for name in (one, other)]
        if not all(ends):
            return frozenset((one, other)) if one and other else line
        return self._of((ends[0][0], ends[1][0]))

    def _of(self, places: tuple[int, int]) -> object:
        papers = frozenset(self._first.get(place, place) for place in places)
        return papers if len(papers) > 1 else (min(places), max(places))

    def completed(self, pair: Pair, fresh: Mapping[str, str]) -> dict[str, str]:
        """Put what a person wrote about two papers to what is known of them now."""
        key = self._of((pair.a, pair.b))
        self._used.add(key)
        return {**{column: text for column, text in self._rows.get(key, {}).items() if column not in fresh}, **fresh}

    def others(self) -> list[Mapping[str, str]]:
        """Give the rows about papers that are not in question now, as they stand."""
        return [cells for key, cells in self._rows.items() if key not in self._used]


def _is_touched(row: Row) -> bool:
    return any(text.strip() for column, text in row.cells.items() if column not in _HEAD or column in (DECISION, "note"))
