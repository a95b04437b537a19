"""Text that was copied from a page of the web, or written for one: the repeating pattern of the page is found from its own evidence.

A page is cut into pieces (`pieces`), each is weighed for what it can be (`kinds`), the most likely sequence of kinds is found for
the page as a whole (`pattern`), and the records follow from it (`records`, `papers`).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from papercat.identifiers import find_identifiers
from papercat.models import Issue, Paper
from papercat.readers.draft import furniture_issues
from papercat.readers.layout import lay_out
from papercat.readers.notices import is_notice
from papercat.readers.orders import name_order
from papercat.readers.page.blocks import settle_blocks
from papercat.readers.page.bylines import mark_bylines
from papercat.readers.page.citations import find_citation
from papercat.readers.page.codes import open_codes
from papercat.readers.page.columns import mark_wraps, settle
from papercat.readers.page.contents import cut_contents
from papercat.readers.page.eastern import blanks, cut_last_names, join_subtitles
from papercat.readers.page.labelled import find_labels
from papercat.readers.page.marks import cut_glued, join_rows
from papercat.readers.page.names import known_share, nameness
from papercat.readers.page.papers import make_papers, sample_lists
from papercat.readers.page.pattern import find_kinds
from papercat.readers.page.pieces import BREAKS, LINE, Piece, cut_rows
from papercat.readers.page.quotes import ADVISOR
from papercat.readers.page.records import ADDRESS, FURNITURE, VALUE, Part, gather, in_pattern, split_records
from papercat.readers.page.recurring import cut_recurring
from papercat.readers.page.runons import Seams, cut_run_ons
from papercat.readers.page.separators import DOT, RUN_ON, TAB
from papercat.readers.page.snippets import mark_snippets, outside
from papercat.readers.page.stacks import cut_names
from papercat.readers.page.strays import odd_records
from papercat.readers.page.years import mark_years
from papercat.text.document import Document
from papercat.text.lines import split_lines

_SAMPLE = 12_000  # characters; the pattern of a page shows in its first records
# What another reader knows at its head: JSON, XML, HTML, BibTeX, PDF, YAML.
_OTHER = re.compile(r"\s*(?:[{\[]\s*[\"{\[]|<(?:\?xml|!doctype|html|head|body|table)\b|@\w+\s*[{(]|%PDF|---\s*\n)", re.IGNORECASE)
# A line of RIS, MEDLINE, Web of Science, refer.
_TAG = re.compile(r"(?:[A-Z][A-Z0-9]{1,3} {0,2}-? |%[A-Z0-9] )\S")
_DRAWN = 0.5  # of the lines are rows of a table
_HEAD, _TAGGED = 60, 0.4  # lines that are looked at, and the share of tagged ones
# Sniffed of many records, of none, and for each record: a little more than `listing` sniffs of the same lists.
_MOST, _LEAST, _A_RECORD = 0.82, 0.42, 0.1
_CITED = 0.95  # every record is a whole reference under a label that says so; `references` sniffs 0.92 of the same
_ADVISED = 0.9  # behind nearly all titles stands who advised, as behind no reference
_ANOTHER = 0.35  # of what another reader knows better
_NAMELESS = 0.9  # a list of links may be one of anything
_KNOWN = 0.45  # of the words of its lists are names: in 330 pages it was never under 0.5, in the code of programs under 0.25
_MORE = 0.5  # years and links of each record: a page of inverted names with fewer is titles, authors and abstracts
_LONG, _SENTENCES = 150, re.compile(r"[a-zà-ÿ)][.!?]\s?[A-ZÀ-Þ]")  # characters of several sentences, which are said of no paper
_REGULAR = 0.7  # of the records are whole; fields can be missing
_NEARLY_ALL, _HARDLY = 0.6, 0.2
# Of the titles of 225 dumps of pages 0.2 at most are names, a word or two, or begin small; in lists of contributors and tools 0.5 or more.
_POOR, _UNLIKE, _NAME, _FEW = 0.4, 0.3, 0.3, 3


def sniff(document: Document) -> float:
    """Say how likely a document is a page: pieces of it make records of a title and authors, or of a title with a link or year.

    >>> page = "Sleeper Agents\\nEvan Hubinger, Carson Denison\\nNeurIPS 2024\\n\\nConstitutional AI\\nYuntao Bai, Meg Tong\\nNeurIPS 2022"
    >>> sniff(Document("a.txt", page)) > 0.5, sniff(Document("b.txt", "What a day!")), sniff(Document("c.txt", '{"title": "A"}'))
    (True, 0.0, 0.0)
    """
    text = document.text
    if _OTHER.match(text) or _is_tagged(text) or _is_drawn(document.given) or is_notice(text):
        return 0.0
    page = _sample(document)
    parts = page.once(_parts)
    split = list(split_records(parts))
    odd = odd_records(split)
    is_linked = _is_linked(page, split)
    lists = [] if is_linked else sample_lists(page, parts)
    split = [record for number, record in enumerate(split) if number not in odd]
    cited = [
        record
        for record in split
        if not _is_whole(page, record, is_linked=is_linked) and find_citation(page, [part.pieces[0] for part in record])
    ]
    records = [record for record in split if {part.kind for part in record} & set("TABV") or record in cited]
    good = [record for record in records if _is_whole(page, record, is_linked=is_linked) or record in cited]
    if not good or len(cited) == len(records):
        return _CITED if good else 0.0
    surest = min(_MOST, _LEAST + _A_RECORD * len(good)) * min(1.0, len(good) / len(records) / _REGULAR)
    surest *= min(1.0, known_share(lists) / _KNOWN) ** 2 if lists else _NAMELESS
    surest *= _UNLIKE if _poor_titles(good, has_names=bool(lists)) > _POOR else 1.0
    if sum(part.kind == VALUE and part.pieces[0].label == ADVISOR for record in good for part in record) > _NEARLY_ALL * len(good):
        return max(surest, _ADVISED)
    return min(surest, _ANOTHER) if _is_another(lists, parts, good) else surest


def _sample(document: Document) -> Document:
    """Give the first records of a page, as they stand in its source."""
    text = document.text
    if len(text) <= _SAMPLE and document.source is None:
        return document
    return Document(document.name, text if len(text) <= _SAMPLE else text[: text.rfind("\n", 0, _SAMPLE) + 1 or _SAMPLE])


def _is_tagged(text: str) -> bool:
    """Tell a file of tagged lines, as reference managers write them: `TI  - `, `%A `, `AU `."""
    lines = split_lines(text[:_SAMPLE])[:_HEAD]
    return sum(_TAG.match(line.text) is not None for line in lines) > _TAGGED * len(lines)


def _is_drawn(text: str) -> bool:
    """Tell a table of Markdown: `table` knows those of papers, and the cells of any other are no lines of a page."""
    lines = [line.strip() for line in text[:_SAMPLE].split("\n") if line.strip()]
    return sum(line.startswith("|") and line.endswith("|") for line in lines) > _DRAWN * len(lines)


def read(document: Document) -> Iterator[Paper | Issue]:
    """Find the pattern of a page, then make the papers.

    >>> page = "[Sleeper Agents](https://arxiv.org/abs/2401.05566)\\n**Evan Hubinger**, Carson Denison\\n*Preprint 2024*"
    >>> paper, *issues = read(Document("a.md", page))
    >>> paper.title, paper.arxiv, [author.family for author in paper.authors], paper.venue, paper.year
    ('Sleeper Agents', '2401.05566', ['Hubinger', 'Denison'], 'Preprint 2024', 2024)
    """
    yield from furniture_issues(document, document.once(lay_out).furniture)
    yield from make_papers(document, document.once(_parts))


def _parts(document: Document) -> list[Part]:
    rows = mark_wraps(document.once(lay_out).rows)
    rows, lost = cut_contents(document, rows)
    rows = join_rows(document, cut_glued(document, cut_recurring(document, rows)))
    rows = cut_last_names(document, join_subtitles(document, rows))
    rows = cut_names(document, open_codes(document, rows))
    rows, seams = (rows, Seams()) if lost == "times" else cut_run_ons(document, rows, is_run_on=lost == "numbers")
    rows, bylines = mark_bylines(document, rows)
    rows, snippets = mark_snippets(document, rows, frozenset(label.start for label in bylines))
    labels = sorted([*bylines, *snippets, *outside(find_labels(document.text, rows), rows, [*bylines, *snippets])])
    pieces = list(cut_rows(document, rows, labels, are_apart=bool(bylines)))
    for piece in pieces if seams.titles else ():
        _join(piece, seams)
    pieces = settle(pieces)
    mark_years(pieces)
    parts = gather(pieces, find_kinds([piece for piece in pieces if in_pattern(piece)]))
    settle_blocks(parts)
    return parts


def _join(piece: Piece, seams: Seams) -> None:
    """Say of a piece how it is parted from what runs on into it."""
    start = piece.place.start
    piece.before = RUN_ON if start in seams.names else TAB if start in seams.parted else piece.before
    piece.opens = piece.opens or start in seams.titles


def _is_linked(page: Document, records: Sequence[Sequence[Part]]) -> bool:
    """Tell a page of titles with links to papers behind them, which has hardly any names."""
    titled = [record for record in records if any(part.kind == "T" for part in record)]
    named = sum(any(part.kind == "A" for part in record) for record in titled)
    return (
        len(titled) >= _FEW
        and named <= _HARDLY * len(titled)
        and sum(_names_paper(page, record) for record in titled) > _NEARLY_ALL * len(titled)
    )


def _names_paper(page: Document, record: Sequence[Part]) -> bool:
    """Tell a title with a link to a paper behind it in its line, and no text below, as data would have."""
    kinds = [part.kind for part in record]
    return "T" in kinds and "B" not in kinds and any(part.kind == ADDRESS and _is_behind(page, part) for part in record)


def _is_behind(page: Document, address: Part) -> bool:
    return address.pieces[0].before not in BREAKS and next(find_identifiers(page.text[slice(*address.place)]), None) is not None


def _is_whole(page: Document, record: Sequence[Part], *, is_linked: bool) -> bool:
    """Tell a title with authors, or with a link: its own, or on a page of links one behind it that names a paper."""
    kinds = {part.kind for part in record}
    linked = any(part.kind == "T" and any(piece.url for piece in part.pieces) for part in record)
    return "T" in kinds and ("A" in kinds or linked or (is_linked and _names_paper(page, record)))


def _poor_titles(records: Sequence[Sequence[Part]], *, has_names: bool) -> float:
    """Measure how many titles are none: lines that go on or lead on, names, addresses, and words alone where more than a few are."""
    titles = [
        "".join(f"{'. ' if piece.before == DOT else ' '}{piece.text}" for piece in part.pieces).lstrip(" .")
        for record in records
        for part in record
        if part.kind == "T"
    ]
    may_be_brief = has_names and len(titles) < _FEW
    poor = [
        title[:1].islower()
        or title.endswith((":", ";", ","))
        or "@" in title
        or nameness(title) > _NAME
        or (len(title) > _LONG and title.endswith((".", "!")) and _SENTENCES.search(title) is not None)
        or not (may_be_brief or blanks(title) > 1)
        for title in titles
    ]
    return sum(poor) / max(len(poor), 1)


def _is_another(lists: Sequence[str], parts: Sequence[Part], records: Sequence[Sequence[Part]]) -> bool:
    """Tell what other readers know better: reference strings, tables, labelled blocks, and lists of inverted names."""
    core = [part for part in parts if part.kind in "TAB"]
    labelled = sum(part.pieces[0].fixed == VALUE and bool(part.pieces[0].text) for part in core)  # a value below its label is a page's
    strings = sum(map(_is_string, records))
    more = sum(part.kind in ("Y", "V", FURNITURE, ADDRESS, VALUE) or any(piece.url for piece in part.pieces) for part in parts)
    return (
        labelled > _NEARLY_ALL * len(core)
        or strings > _NEARLY_ALL * len(records)
        or (more <= _MORE * len(records) and not _are_above(parts) and name_order(lists) != "natural")
    )


def _are_above(parts: Sequence[Part]) -> bool:
    """Tell whether names stand above their titles, set off, which `listing` does not read."""
    core = [part for part in parts if part.kind in "TA"]
    kinds = [f"{part.kind}{after.kind}" for part, after in pairwise(parts)]
    above = kinds.count("AT")  # of a listing, whose heading is a name, only the first
    if above >= _FEW and above > kinds.count("TA") and core[0].kind == "A" and core[-1].kind == "T" and core[-1].pieces[0].before in BREAKS:
        return True
    lists = [(part, after) for part, after in pairwise(parts) if part.kind == "A"]
    return sum(part.is_fresh and after.pieces[0].before == LINE for part, after in lists) > _MORE * len(lists)


def _is_string(record: Sequence[Part]) -> bool:
    """Tell a reference: authors first, and what follows them in their line."""
    core = [part for part in record if part.kind in "TAVY"]
    return len(core) > 2 and core[0].kind == "A" and all(part.pieces[0].before not in BREAKS for part in core[1:3])
