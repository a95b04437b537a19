"""The lines of a page of `label: value` blocks: which open with a label, which go on, which only part one block from the next."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from papercat.readers.layout import Row
from papercat.readers.tagged.labels import CORE, ROLES, SECTIONS
from papercat.text.document import Document, Place

# a label, with what markdown, lists and NoteExpress put around it, and its colon
_LABEL = re.compile(
    r"[\s>*_•·#|{\[【-]{0,8}(?P<label>[^\W\d_][^:：=\n{}\[\]|]{0,38}?)[\s}\]】|]{0,3}[*_]{0,3}\s{0,4}(?:：|:(?!//)|=(?!\s{0,4}[={\"']))[*_]{0,3}(?P<gap>\s|$)?"
)
# the sign with which YAML begins a text below says nothing
_MARK = re.compile(r"[:：=][*_]{0,3}[\s\u00a0]{0,40}(?:[>|][-+]?\d?\s{0,8}\Z)?")
_LIST_NUMBER = re.compile(r"\s{0,8}(?:\[\d{1,6}\]|\(\d{1,6}\)|\d{1,6}[.)])\s")
_CODED = re.compile(r"[a-z]{1,20}(?:_[a-z]{1,20}){1,4}|[a-z]{2,20}(?:[A-Z][a-z]{1,20}){1,4}")  # names as programs write them
_WORDS = 6  # no label has more
_RULER = re.compile(r"\s*(?:[-=_*~#+.·—–─═]\s?){3,}\s*\Z")
_NUMBERED = re.compile(
    r"[\s#*]*[\[(<]?\s*(?:(?:Document|Record|Item|Result|Citation|Reference|Article|Entry|Paper|文献)\s*#?\s*)?\d{1,6}(?:\s*(?:of|/|von|de)\s*\d{1,6})?\s*[\])>.:]?[\s*]*\Z",
    re.IGNORECASE,
)
HEADING = re.compile(r"\s{0,3}(?:\d{1,4}[.)]\s{1,3})?#{1,6}\s{1,3}(?=\S)")  # of Markdown
_ADDRESS = re.compile(r"https?://\S+\Z")
# what may stand in several paragraphs; other fields are whole in one
_LONG = frozenset(("abstract", "comment", ""))
_SHARE = 0.3  # of the records have a label, or a line that looks like one is part of a wrapped text
_LONGEST_MARKED = 60  # characters up to the colon


@dataclass(slots=True)
class Item:
    """A label with its value, or lines without a label.

    Attributes:
        label: as it stands, "" where there is none.
        role: what the label says.
        rows: of its value.
        value: where the value begins on the first row.
        after_blank: an empty line stands before it.
        after_rule: a ruler or the number of a document stands before it, and begins where this says.
        is_glued: it was cut off the line before.
    """

    label: str
    role: str
    rows: list[Row]
    value: int
    after_blank: bool = False
    after_rule: int | None = None
    is_glued: bool = False

    def places(self, *, whole: bool = False) -> list[Place]:
        """Give the places of the value, which may be one that holds nothing; the `whole` has one beside the label in any case."""
        first, *others = self.rows
        places = [Place(self.value, first.place.end), *(row.place for row in others)]
        if whole:
            return places
        return [place for place in places if place.start < place.end] or [Place(first.place.end, first.place.end)]


def known(text: str) -> str | None:
    """Give the role of a label, None for one that nobody knows.

    >>> known("Título"), known("Title-题名"), known("Results")
    ('title', 'title', None)
    """
    name = " ".join(text.casefold().split()).removesuffix(".")
    if name in ROLES:
        return ROLES[name]
    halves = [role for half in (name.replace("(s)", "s"), *name.split("-", 1), *name.split("/", 1)) if (role := ROLES.get(half.strip()))]
    return next((role for role in halves if role[0] != "="), halves[0] if halves else None)


def label(text: str) -> str | None:
    """Read the label of a line, whether it is known or not.

    >>> label("**Authors:** Evan Hubinger"), label("{Title}: Sleeper Agents"), label("at 10:30 we met"), label("http://arxiv.org")
    ('Authors', 'Title', None, None)
    """
    text = text[:_LONGEST_MARKED]
    number = _LIST_NUMBER.match(text)
    match = _LABEL.match(text, number.end() if number else 0)
    if not match:
        return None
    name = match["label"].strip()
    is_named = known(name) is not None or (match["gap"] is not None and (name[0].isupper() or not name.isascii() or _is_coded(name)))
    return name if is_named and len(name.split()) <= _WORDS else None


def find_items(document: Document, rows: Sequence[Row]) -> list[Item]:
    """Join the rows to items; a label counts if it is known, or comes often enough, or cannot be part of a text."""
    labels = [None if is_rule(row.text) or _is_heading(row.text) else label(row.text) for row in rows]
    # a numbered line with a colon is one of a table of contents
    counts = Counter(name for row, name in zip(rows, labels, strict=True) if name and (not row.number or known(name)))
    titles = max((count for name, count in counts.items() if known(name) == "title"), default=0)
    least = max(2.0, _SHARE * titles)
    items: list[Item] = []
    rule: int | None = None
    for row, name in zip(rows, labels, strict=True):
        last = items[-1] if items and rule is None else None
        is_value = last is not None and not row.after_blank and last.value >= last.rows[-1].place.end
        if is_rule(row.text) and not is_value:
            rule = beginning(row) if rule is None else rule
        elif name and _counts(name, row, last, is_often=counts[name] >= least):
            items.append(Item(name, known(name) or "", [row], _value(document, row), row.after_blank, rule))
            rule = None
        elif last and _goes_on(row, last):
            last.rows.append(row)
        else:
            role = "url" if _ADDRESS.match(row.text) else ""
            items.append(Item("", role, [row], row.place.start, row.after_blank, rule, is_glued=row.glued))
            rule = None
    return items


def _is_heading(text: str) -> bool:
    """Tell a heading of Markdown, which may be a title with a colon, but `## Abstract: …` and `# Title: …` are labels."""
    return bool(HEADING.match(text)) and not known(label(text) or "")


def is_rule(text: str) -> bool:
    """Tell a line that only parts records: a ruler, `Document 1 of 10`, a number alone.

    >>> is_rule("_______"), is_rule("Document 1 of 10"), is_rule("[12]"), is_rule("1984 revisited")
    (True, True, True, False)
    """
    return bool(_RULER.match(text) or _NUMBERED.match(text))


def beginning(row: Row) -> int:
    """Give where a row begins, its list number included."""
    return row.number.start if row.number else row.place.start


def parted(document: Document, row: Row, cuts: Sequence[Place]) -> list[Row]:
    """Cut a row in places, which hold the blanks between its pieces."""
    if not cuts:
        return [row]
    starts, ends = [row.place.start, *(cut.end for cut in cuts)], [*(cut.start for cut in cuts), row.place.end]
    places = [Place(*spot) for spot in zip(starts, ends, strict=True)]
    first, *others = [Row(place, document.show(*place), glued=True) for place in places]
    first.number, first.after_blank, first.wrapped, first.glued = row.number, row.after_blank, row.wrapped, row.glued
    return [first, *others]


def _counts(name: str, row: Row, last: Item | None, *, is_often: bool) -> bool:
    """Tell whether a label is one, or a line of a text that happens to have a colon."""
    role = known(name)
    if last and last.role == "abstract" and name.casefold() in SECTIONS:
        return False
    if role in CORE or is_often or _is_coded(name):
        return True
    in_text = last is None or last.role in ("abstract", "title") or not last.label
    if role is not None:
        return not (in_text and row.wrapped)
    return not in_text and not row.wrapped and row.number is None


def _is_coded(name: str) -> bool:
    return bool(_CODED.fullmatch(name))


def _goes_on(row: Row, last: Item) -> bool:
    """Tell whether a line without a label belongs to the value before."""
    if row.number or HEADING.match(row.text):
        return False
    return not row.after_blank or (bool(last.label) and last.role in _LONG and not _ADDRESS.match(row.text))


def _value(document: Document, row: Row) -> int:
    """Find where the value behind a label begins."""
    match = _MARK.search(document.text, row.place.start, row.place.end)
    return match.end() if match else row.place.end
