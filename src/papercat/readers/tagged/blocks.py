"""Blocks of `label: value` lines, a block for each paper, with the labels that people use; reports of ProQuest are such."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import pairwise

from papercat.identifiers import find_identifiers
from papercat.models import Issue, Paper
from papercat.readers.draft import Draft, furniture_issues
from papercat.readers.layout import Row, lay_out
from papercat.readers.orders import name_order
from papercat.readers.record import Record
from papercat.readers.tagged.items import HEADING, Item, beginning, find_items, known, label, parted
from papercat.readers.tagged.labels import CORE, TYPES
from papercat.readers.tagged.scalars import is_yaml, members, unbracketed, unquoted
from papercat.text.document import Document, Place
from papercat.text.lines import split_lines

_SPACED = 0.6  # of the labels have an empty line before them: empty lines part nothing
_OPENS = 0.3  # of the runs of labels open with one that begins records
_GLUED_HEADING = re.compile(r"(?<=[^\s#])\s*(?=#{2,6}\s[^\s#])")
_NUMBERED_HEADING = re.compile(HEADING.pattern + r"(?:\[?\d{1,3}[.)\]]\s{1,3}(?=\S))?")
_LINK = re.compile(r"\s*(?:\[[^\[\]\n]{0,600}\]\(|<)(?P<address>https?://[^\s<>()]{1,600})[)>]\s*")  # of Markdown
_HEAD_LINES = 2  # a title may be wrapped
_HEADED = 0.6  # of the blocks
_LISTS = 40  # of names that are compared
_LONGEST_RUN = 40  # labels that are compared with each other
# what has labels too and is more: mail and lists of arXiv, YAML
_OTHERS = re.compile(
    r"(?:\A|[\r\n])(?:\\\\[ \t]*[\r\n]|(?:arXiv:|\[\d{1,4}\]\s{1,3}arXiv:)\S+.{0,80}\[(?:pdf|ps|abs)"
    r"|Subjects:[^\r\n]{0,300}\([a-z-]{2,20}(?:\.[A-Za-z-]{2,20})?\)|cff-version:"
    r"|[ \t]*- (?:title|id|type|author|family|given|literal|name):|(?:[ \t]{2,}|- )title:[^\r\n]{0,300}[\r\n]{1,2}[ \t]{2,}[a-z-]{1,20}:)"
)
_PAPERS = ("doi", "arxiv", "pmid")  # what their links name
_REPORT_SIGN = "Document 1 of "
_REPORT = re.compile(rf"[\r\n]{_REPORT_SIGN}\d")  # a table of contents as long as the report may stand before it
_OPENING = 60  # characters of a line in which a label ends
_SAMPLE = 400  # lines that are looked at for `share`


@dataclass(slots=True)
class Block:
    """The items of one paper."""

    items: list[Item] = field(default_factory=list)

    @property
    def labels(self) -> set[str]:
        """The labels that it has."""
        return {item.label for item in self.items if item.label}


@dataclass(frozen=True, slots=True)
class Habit:
    """How a page sets its blocks.

    Attributes:
        is_spaced: an empty line stands between the fields of one paper too.
        first: the label that begins most blocks.
        opening: labels that begin blocks.
        before: how often one label comes before another in a block.
        is_headed: headings of Markdown are the titles.
    """

    is_spaced: bool
    first: str
    opening: frozenset[str]
    before: Counter[tuple[str, str]]
    is_headed: bool


def share(document: Document) -> float:
    """Say what share of the lines opens with a known label, 0 where no record can be made of them, or the page is of another format.

    >>> share(Document("page.txt", "Title: Sleeper Agents\\nAuthors: Evan Hubinger\\n"))
    1.0
    """
    report = _REPORT.search(document.text) if _REPORT_SIGN in document.text else None
    start = report.end() if report else 0
    lines = [line.text for line in split_lines(document.text[start : start + 100_000])[:_SAMPLE]]
    names = [label(line if line.isascii() else document.clean_text(line[:_OPENING])[0]) for line in lines]
    roles = Counter(
        role if role != "url" else _linked(line) for line, name in zip(lines, names, strict=True) if name and (role := known(name))
    )
    if len(set(roles) & CORE) < 2 or not (roles["title"] or _are_headed(lines, names)) or _OTHERS.search(document.text[:100_000]):
        return 0.0
    return sum(roles.values()) / len(lines)


def _linked(line: str) -> str:
    """Say what a labelled link gives: the id of a paper, or the address of anything."""
    return "doi" if any(found.kind in _PAPERS for found in find_identifiers(line)) else "url"


def _are_headed(lines: Sequence[str], names: Sequence[str | None]) -> bool:
    """Tell blocks whose titles are headings of Markdown, right above the first label of each."""
    first = next((name for name in names if name and known(name) in CORE), None)
    above = [max(place - _HEAD_LINES, 0) for place, name in enumerate(names) if name == first]
    heads = [any(HEADING.match(line) or _GLUED_HEADING.search(line) for line in lines[start : start + _HEAD_LINES]) for start in above]
    return bool(first) and sum(heads) >= _HEADED * len(heads)


def read_blocks(document: Document) -> Iterator[Paper | Issue]:
    """Find the items, part them into blocks, and make a paper of each."""
    layout = lay_out(document)
    yield from furniture_issues(document, layout.furniture)
    items = find_items(document, list(_unglued(document, layout.rows)))
    blocks, is_plain, order = _blocks(document, items), not _is_yaml(document, items), usual_order(document, items)
    ends = [*(_start(after) for _, after in pairwise(blocks)), *(row.place.end for row in layout.rows[-1:])]
    for block, end in zip(blocks, ends, strict=False):
        yield from block_papers(document, block, Place(_start(block), end), order=order, is_plain=is_plain)


def _unglued(document: Document, rows: Sequence[Row]) -> Iterator[Row]:
    """Cut the headings of Markdown off the lines before, where a page has such and a line break was lost."""
    has_headings = any(HEADING.match(row.text) for row in rows)
    for row in rows:
        cuts = _GLUED_HEADING.finditer(document.text, *row.place) if has_headings and "## " in row.text else ()
        yield from parted(document, row, [Place(*cut.span()) for cut in cuts])


def usual_order(document: Document, items: Sequence[Item]) -> str:
    """Name the order that most lists of names have."""
    lists = [item for item in items if item.role == "authors"][:_LISTS]
    return name_order([document.clean(*item.places())[0] for item in lists]) if len(lists) > 1 else ""


def _is_yaml(document: Document, items: Sequence[Item]) -> bool:
    titles = [_written(document, item) for item in items if item.role == "title"]
    return is_yaml(titles, has_lists=any(item.role == "authors" and _members(document, item) for item in items))


def _members(document: Document, item: Item) -> list[tuple[Place, str]]:
    return members([(place, document.text[slice(*place)].strip()) for place in item.places(whole=True)])


def _written(document: Document, item: Item) -> str:
    return "\n".join(document.text[slice(*place)] for place in item.places())


def _start(block: Block) -> int:
    first = block.items[0]
    return first.value if first.is_glued else beginning(first.rows[0]) if first.after_rule is None else first.after_rule


def _blocks(document: Document, items: Sequence[Item]) -> list[Block]:
    habit = _habit(items)
    blocks: list[Block] = []
    seen: set[str] = set()
    for number, item in enumerate(items):
        after = items[number + 1] if number + 1 < len(items) else None
        if not blocks or _begins(item, after, blocks[-1], seen, habit):
            glued = _glued(document, item, blocks[-1], habit) if blocks else None
            blocks.append(Block([glued] if glued else []))
            seen = {glued.label} if glued else set()
        blocks[-1].items.append(item)
        if item.label:
            seen.add(item.label)
    return blocks


def _habit(items: Sequence[Item]) -> Habit:
    """Learn from the whole page how its blocks are set."""
    named = [item for item in items if item.label]
    spaced = sum(item.after_blank and item.after_rule is None for item in named)
    runs: list[list[str]] = []
    for item in items:
        if not runs or item.after_blank or item.after_rule is not None:
            runs.append([])
        if item.label and len(runs[-1]) < _LONGEST_RUN:
            runs[-1].append(item.label)
    firsts = Counter(run[0] for run in runs if run)
    before = Counter((one, other) for run in runs for place, one in enumerate(run) for other in run[place + 1 :])
    titles = Counter(item.label for item in named if item.role == "title")
    first = max(titles, key=lambda name: (firsts[name], titles[name]), default="")
    opening = frozenset(name for name, count in firsts.items() if count >= _OPENS * sum(firsts.values()))
    is_headed = not first and sum(HEADING.match(item.rows[0].text) is not None for item in items if not item.label) > 1
    return Habit(spaced > _SPACED * len(named), first, opening, before, is_headed)


def _begins(item: Item, after: Item | None, block: Block, seen: set[str], habit: Habit) -> bool:
    """Tell whether an item begins another block than the open one."""
    if item.after_rule is not None:
        return True
    if not item.label:
        # the title of the next paper, without a label, right above its first label
        if HEADING.match(item.rows[0].text):
            return True
        numbered = item.rows[0].number is not None
        return bool(seen) and (numbered or item.after_blank) and after is not None and bool(after.label) and not after.after_blank
    if not seen:
        # a line by itself above the first block is the head of the page
        first = block.items[0]
        if not habit.first and HEADING.match(first.rows[0].text):
            return False
        return item.after_blank and not habit.is_spaced and first.after_rule is None and first.rows[0].number is None
    if item.role in CORE and item.label in seen and block.items[-1].label != item.label:
        return True
    if not item.after_blank or habit.is_spaced:
        return item.role == "title" and item.label in seen
    return not habit.is_headed and (item.label in seen or item.label in habit.opening or _is_earlier(item, block, habit))


def _is_earlier(item: Item, block: Block, habit: Habit) -> bool:
    """Tell whether the labels of the open block usually stand behind that of an item."""
    others = {one.label for one in block.items[-_LONGEST_RUN:] if one.label}
    return any(habit.before[item.label, one] > habit.before[one, item.label] for one in others)


def _glued(document: Document, item: Item, block: Block, habit: Habit) -> Item | None:
    """Find the label that begins a block at the end of the line before, where a line break was lost."""
    last = block.items[-1]
    row = last.rows[-1]
    if item.after_rule is not None or item.after_blank or not habit.first or habit.first in (item.label, last.label):
        return None
    start = last.value if row is last.rows[0] else row.place.start
    found = list(re.finditer(re.escape(habit.first) + r"[*_]{0,3}\s{0,3}[:：]\s?", document.text[start : row.place.end]))
    if not found:
        return None
    cut, value = start + found[-1].start(), start + found[-1].end()
    last.rows[-1] = Row(Place(row.place.start, cut), row.text, row.number, row.after_blank, row.wrapped)
    return Item(habit.first, known(habit.first) or "", [Row(Place(cut, row.place.end), "")], value, is_glued=True)


def block_papers(document: Document, block: Block, place: Place, *, order: str, is_plain: bool = True) -> Iterator[Paper | Issue]:
    """Make the paper of a block; what has no field of a paper is the head of the page, or a remark."""
    if not {item.role for item in block.items} & CORE:
        draft = Draft(document)
        draft.add_issue("heading", f"kept as a heading: {document.text[place.start : place.end].strip()[:60]!r}", "heading", place)
        yield from draft.finish()
        return
    record = Record(document, place)
    record.order = order
    lead = block.items[0] if not block.items[0].label and not block.items[0].role else None
    authors = [item for item in block.items if item.role == "authors"]
    for item in block.items:
        if item is not lead and item.role != "authors":
            _add(document, record, item, is_plain=is_plain)
    if authors:
        _add_authors(document, record, authors)
    if lead:
        record.add("title", "heading", *_unmarked(document.text, lead.places()))
    if block.items[0].is_glued:
        told = "a line break before this record was lost; parted from the record before it"
        record.draft.add_issue("records-glued", told, "record", Place(place.start, block.items[0].rows[0].place.end))
    yield from record.finish()


def _unmarked(text: str, places: Sequence[Place]) -> list[Place]:
    """Leave out the marks of a heading of Markdown."""
    mark = _NUMBERED_HEADING.match(text, *places[0])
    return [Place(mark.end(), places[0].end), *places[1:]] if mark else list(places)


def _add_authors(document: Document, record: Record, items: Sequence[Item]) -> None:
    """Add the authors, who stand behind one label, behind one each, or in a list below it."""
    listed = [member for item in items for member in _members(document, item)]
    if listed and not any(";" in unescape(text) for _, text in listed):
        for place, text in listed:
            record.add("author", items[0].label, place, raw=text)
        record.add("skip", items[0].label, *(place for item in items for place in item.places()))
        return
    if len(items) == 1:
        record.add("authors", items[0].label, *items[0].places(), raw=unbracketed(_written(document, items[0])))
        return
    places = [place for item in items for place in item.places()]
    texts = (document.text[start:end].strip().rstrip(";；") for start, end in places)
    record.add("authors", items[0].label, *places, raw="; ".join(filter(None, texts)))


def _add(document: Document, record: Record, item: Item, *, is_plain: bool) -> None:
    places = item.places()
    role, name = ("", item.role[1:]) if item.role[:1] == "=" else (item.role, item.label or "text")
    if role == "type":
        kind = TYPES.get(document.text[places[0].start : places[0].end].strip().casefold())
        record.add("type" if kind and kind != "misc" else "", name, *places, raw=kind)
        return
    if role == "keywords" and (listed := _members(document, item)):
        for place, text in listed:
            record.add("keyword", name, place, raw=text)
        return
    link = _LINK.fullmatch(_written(document, item)) if role == "url" else None
    record.add(role, name, *places, raw=link["address"] if link else None if is_plain else unquoted(_written(document, item)))
