"""One paper of a text of arXiv's: its id, its date and its authors as arXiv writes them; the rest is a plain record."""

import re
from collections.abc import Iterator, Sequence

from papercat.identifiers import Identifier, find_arxiv, parse_arxiv
from papercat.models import Issue, Paper
from papercat.readers.arxiv.visible import Visible
from papercat.readers.record import Record
from papercat.text.document import Place
from papercat.text.months import MONTHS

_DATE = re.compile(rf"(?<!\d)\d{{1,2}}\s+({'|'.join(MONTHS)})[a-z]{{0,6}}\.?,?\s+(\d{{4}}|\d{{2}})(?!\d)", re.IGNORECASE)
_CENTURY = 90  # 97 is 1997: arXiv began in 1991
# A paper has its id from the month in which it was handed in, or from the next if it waited for its number: so do 774 of 779
# headers of arXiv's own files and mails; the others were made for tests but one, which had waited for two months.
_LONGEST_WAIT = 2
# Authors type `J.N. Cayla` and `R.B.Palmer`; arXiv shows a blank behind every initial, and so do we.
_TIGHT_INITIAL = re.compile(r"(?<![^\W\d_])([^\W\d_a-z][a-z]?\.)(?=[^\W\d_])")
_MORE = re.compile(r"\(\s?(and [0-9]{1,5} (?:more|others?)(?: authors?)?)\s?\)")
_NOT_SHOWN = re.compile(r"\(\s?[0-9]{1,5} (?:additional|more) authors? not shown\s?\)")  # behind "et al."
_GROUP_FIRST = re.compile(r"(collaborations?)\s*:", re.IGNORECASE)


class Entry:
    """A paper while it is read."""

    def __init__(self, page: Visible, start: int, end: int) -> None:
        """Begin a paper that stands at a place of the visible text."""
        self._page = page
        self._place = page.reach(start, end)
        self._record = Record(page.document, self._place)
        self._arxiv: Identifier | None = None
        self._dates: list[tuple[int, int, str]] = []

    def add(self, role: str, label: str, start: int, end: int) -> None:
        """Take a piece of the visible text as a value; a blank piece is none."""
        places = self._page.places(start, end)
        if role == "arxiv":
            self._add_arxiv(label, start, end)
        elif role == "date":
            self._dates.append((start, end, label))
        elif role == "authors" and places and not self.has("authors"):
            self._add_authors(places)
        elif places:
            self._record.add("" if role == "authors" else role, label, *places, raw=self._page.written(places))

    def notice(self, code: str, message: str, field: str, start: int, end: int) -> None:
        """Notice something about a piece."""
        self._record.draft.add_issue(code, message, field, self._page.place(start, end))

    def has(self, role: str) -> bool:
        """Say whether there is a value of a role."""
        return self._record.has(role) or bool(self._record.draft.get(role))

    def finish(self) -> Iterator[Paper | Issue]:
        """Give the paper and the issues: the year is that of a date which is written and fits the id, else it follows from the id."""
        is_dated = False
        for start, end, label in self._dates:
            is_dated = is_dated or self._take_date(start, end)
            self.add("", label, start, end)
        if self._arxiv:
            place = Place(self._arxiv.start, self._arxiv.end)
            self._record.draft.cover("arxiv", place)
            self._record.draft.add_arxiv(self._arxiv, place, read_year=not is_dated)
        for link in self._page.links(self._place):
            self._record.add("", "link", link)
        yield from self._record.finish()

    def _add_authors(self, places: Sequence[Place]) -> None:
        plain = "\n".join(self._page.document.text[slice(*place)] for place in places)
        written = self._page.written(places) or plain
        spaced = _GROUP_FIRST.sub(r"\1,", _TIGHT_INITIAL.sub(r"\1 ", _NOT_SHOWN.sub("", _MORE.sub(r"\1", written))))
        self._record.draft.add_natural_names(places, raw=None if spaced == plain else spaced)

    def _add_arxiv(self, label: str, start: int, end: int) -> None:
        text = self._page.text[start:end]
        found = parse_arxiv(text, floats=True) or next(find_arxiv(text, marked=True, floats=True), None)
        if not found:
            self.add("", label, start, end)
            return
        place = self._page.place(start + found.start, start + found.end)
        known = self._arxiv
        if known and known.id != found.id:
            self._record.add("", label, place)
            return
        self._record.add("skip", label, place)
        if not known or (found.version and not known.version):
            self._arxiv = found._replace(start=place.start, end=place.end)

    def _take_date(self, start: int, end: int) -> bool:
        for match in _DATE.finditer(self._page.text, start, end):
            year, month = int(match[2]), MONTHS.index(match[1].lower()) + 1
            year += (1900 if year > _CENTURY else 2000) if year < 100 else 0
            if self._arxiv and not _fits(self._arxiv, year, month):
                continue
            self._record.draft.set("year", year)
            self._record.draft.set("month", month)
            self._record.draft.cover("year", self._page.place(*match.span()))
            return True
        return False


def _fits(arxiv: Identifier, year: int, month: int) -> bool:
    """Tell whether a paper that was handed in in a month can have an id.

    >>> jump = Identifier("arxiv", "0001003", 0, 7)
    >>> _fits(jump, 1999, 12), _fits(jump, 2023, 3)
    (True, False)
    """
    waited = 12 * ((arxiv.year or 0) - year) + (arxiv.month or 0) - month
    return 0 <= waited <= _LONGEST_WAIT
