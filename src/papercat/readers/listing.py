"""A publication page as text: perhaps a heading, then title, authors and abstract of each paper, authors as one comma run.

What a line is follows from what it looks like and from what stands around it: the most likely sequence of line kinds is
found for the whole page at once (Viterbi's algorithm; A. J. Viterbi, IEEE Trans. Inf. Theory 13, 1967).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from papercat.models import Issue, Paper
from papercat.names import likeness, split_commas
from papercat.readers.draft import Draft, furniture_issues
from papercat.readers.layout import Row, ends_sentence, goes_on, lay_out
from papercat.readers.notices import is_notice
from papercat.readers.page.eastern import has_sentence, is_noun
from papercat.readers.page.labels import is_button
from papercat.readers.page.names import known_share
from papercat.text.document import Document, Place
from papercat.text.lines import split_lines

# Kinds of lines. A small letter continues the capital one.
HEADING, TITLE, TITLE_ON, AUTHORS, AUTHORS_ON, ABSTRACT, ABSTRACT_ON = "HTtAaBb"
_KINDS = "HTtAaBb"
# What may follow what, and the price of it: a record is T A B; what is rarer costs more.
_STEPS = {
    (HEADING, TITLE): 0.0,
    (TITLE, AUTHORS): 0.0, (TITLE_ON, AUTHORS): 0.0,
    (AUTHORS, ABSTRACT): 0.0, (AUTHORS_ON, ABSTRACT): 0.0,
    (ABSTRACT, TITLE): 0.0, (ABSTRACT_ON, TITLE): 0.0,
    (AUTHORS, TITLE): -1.0, (AUTHORS_ON, TITLE): -1.0,  # no abstract
    (TITLE, ABSTRACT): -3.0, (TITLE_ON, ABSTRACT): -3.0,  # no authors
    (ABSTRACT, HEADING): -3.0, (ABSTRACT_ON, HEADING): -3.0,  # two pages in one file
    (AUTHORS, HEADING): -4.0, (AUTHORS_ON, HEADING): -4.0,
    (TITLE, TITLE): -8.0, (TITLE_ON, TITLE): -8.0,  # a title and nothing else
    (ABSTRACT, AUTHORS): -6.0, (ABSTRACT_ON, AUTHORS): -6.0,  # no title, or one glued to the abstract before
    (TITLE, TITLE_ON): 0.0, (TITLE_ON, TITLE_ON): -0.5,
    (AUTHORS, AUTHORS_ON): 0.0, (AUTHORS_ON, AUTHORS_ON): 0.0,
    (ABSTRACT, ABSTRACT_ON): 0.0, (ABSTRACT_ON, ABSTRACT_ON): 0.0,
}  # fmt: skip
_INTO = {kind: [(last, cost) for (last, now), cost in _STEPS.items() if now == kind] for kind in _KINDS}
_NAMES = {HEADING: "heading", TITLE: "title", AUTHORS: "authors", ABSTRACT: "abstract"}
_RANK = {"title": 0, "authors": 1, "abstract": 2}
_NEVER = -1e15
_FIRST = {HEADING: -1.0, TITLE: 0.0, AUTHORS: -5.0, ABSTRACT: -6.0}
_LAST = {TITLE: -3.0, TITLE_ON: -3.0, HEADING: -5.0}
_UNWRAPPED = {TITLE_ON: -6.0, AUTHORS_ON: -5.0, ABSTRACT_ON: -2.0}  # to go on after a break that is not a wrap
_UNWRAPPED_IN_WRAPPED = -3.0  # … for an abstract in a text whose other breaks are wraps
# a small letter behind a line that ends no sentence: few fields begin so, and names with a particle are known as names
_GOING_ON = {HEADING: -5.0, TITLE: -5.0, AUTHORS: -2.0, ABSTRACT: -3.0, TITLE_ON: -1.0, ABSTRACT_ON: 0.0}
_NUMBERED, _NOT_NUMBERED = 4.0, -4.0
_LONG = 250  # characters: of 102,797 titles in the ACL Anthology 102 are longer
_SENTENCE_BREAK = re.compile(r"[.!?](?<=[a-zà-ÿ)].)[\s]+[A-ZÀ-Þ]")
_GLUE_SENTENCE = re.compile(r"(?<=[^\W\d_A-Z][.!?)”\"])(?=[^\W\d_a-z][^\s]*[\s:-])")
_GLUE_WORD = re.compile(r"(?<=[a-z]{3})(?=[A-Z][a-z]+[\s:-])")
_SNIFF = 400  # lines
# Of a record, wrapped narrow and with running heads: in 34 dumps of listings 18 at most; in the code of programs 180 and more.
_MOST_LINES = 60
_KNOWN = 0.2  # of the words of the lists are names: in the dumps 0.64 and more, in lists of files and of companies under 0.1
# Of the records have a button, a count, a label or a DOI in a line of its own: then it is a page of results, which `page` reads;
# none of the listings of the dumps has so many.
_OTHERS, _OF_RESULTS = 0.5, 0.5
_WITH_DOI = re.compile(r"\b10\.\d{4,9}/\S")
_BRACKET = re.compile(r"\([^()]*\)")  # "Jesse Mu (Anthropic, United States)" is no list
_BULLET = re.compile(r"\s*[*•·–—-]\s")  # lists of contributors have them, authors behind a title do not


_SAMPLE_LISTS = 50  # lists that tell whether those of the page are inverted
_ONE_WORD = 0.6  # of the parts at the place of a family name are one word; of ACL's family names 0.93 are


class _Known(NamedTuple):
    """What the author lists of a page tell about each other."""

    given_names: frozenset[str] = frozenset()
    family_names: frozenset[str] = frozenset()
    is_inverted: bool = False


def sniff(document: Document) -> float:
    """Say how likely a document is a listing: lines that are author runs, each behind one that is not.

    >>> sniff(Document("a.txt", "Constitutional AI\\nBai, Yuntao, Kadavath, Saurav\\nAs AI systems become more capable."))
    0.4
    """
    if is_notice(document.text):
        return 0.0
    lines = [document.show(line.start, line.end) for line in split_lines(document.text[:400_000])[:_SNIFF]]
    names = [likeness(_BRACKET.sub("", line)) > 0.4 and line.count("(") == line.count(")") and not _is_other(line) for line in lines]
    records = sum(now and not before for before, now in pairwise(names))
    if records * _MOST_LINES < len(lines) or known_share(line for line, is_list in zip(lines, names, strict=True) if is_list) < _KNOWN:
        return 0.0
    surest = min(0.8, 0.3 + 0.1 * records) if records else 0.0
    return surest * _OF_RESULTS if sum(map(_is_of_page, lines)) > _OTHERS * records else surest


def _is_other(line: str) -> bool:
    """Tell a line that is no list of names: it has a bullet, or words of Chinese, Japanese and Korean that no name has."""
    return _BULLET.match(line) is not None or is_noun(line) or has_sentence(line)


def _is_of_page(line: str) -> bool:
    return line.strip() == "Authors" or is_button(line) or (len(line) < _LONG and _WITH_DOI.search(line) is not None)


def read(document: Document) -> Iterator[Paper | Issue]:
    """Find the kind of each line, then make the papers.

    >>> page = "Askell, Amanda\\nConstitutional AI\\nBai, Yuntao, Kadavath, Saurav\\nAs AI systems become more capable."
    >>> heading, paper = read(Document("a.txt", page))
    >>> heading.code, paper.title, [str(author) for author in paper.authors]
    ('heading', 'Constitutional AI', ['Yuntao Bai', 'Saurav Kadavath'])
    """
    layout = document.once(lay_out)
    yield from furniture_issues(document, layout.furniture)
    draft, fields = Draft(document), dict[str, list[Place]]()
    groups = list(_fields(layout.rows, _kinds(layout.rows, is_wrapped=layout.is_wrapped)))
    names = _known_names(rows for field, rows in groups if field == "authors")
    for field, rows in _unglued(document, groups):
        if field == "heading" or any(_RANK[field] <= _RANK[seen] for seen in fields):
            yield from _finish(draft, fields, names)
            draft, fields = Draft(document), {}
        if field == "heading":
            yield _heading(document, draft, rows)
            continue
        draft.cover("number", *(row.number for row in rows if row.number))
        if field == "title" and rows[0].glued:
            draft.add_issue("records-glued", "taken for a title that is glued to the abstract before it", field, rows[0].place)
        fields[field] = [row.place for row in rows]
    yield from _finish(draft, fields, names)


def _known_names(lists: Iterable[list[Row]]) -> _Known:
    """Learn from all lists: names of those that are pairs, if there is one that is not and needs them; whether they are inverted."""
    texts = [" ".join(row.text for row in rows) for rows in lists]
    odd = [text.count(",") % 2 == 0 for text in texts]
    is_inverted = _are_inverted(texts[:_SAMPLE_LISTS])
    if not any(odd):
        return _Known(is_inverted=is_inverted)
    pairs = [split_commas(text) for text, is_odd in zip(texts, odd, strict=True) if not is_odd]
    given, family = ({part for parts in pairs for part in parts[i::2]} for i in (1, 0))
    return _Known(frozenset(given - family), frozenset(family - given), is_inverted)


def _are_inverted(texts: list[str]) -> bool:
    """Tell lists `Family, Given` from such of names in natural order, where all parts have a blank; one list alone tells nothing."""
    families = [family for text in texts for family in split_commas(text)[::2]]
    return len(texts) > 1 and sum(" " not in family for family in families) > _ONE_WORD * len(families)


def _finish(draft: Draft, fields: dict[str, list[Place]], known: _Known) -> Iterator[Paper | Issue]:
    for field, places in fields.items():
        if field == "authors":
            draft.add_names(places, known.given_names, known.family_names, order="inverted" if known.is_inverted else "")
        else:
            draft.add(field, *places)
    if fields:
        yield from draft.finish()


def _heading(document: Document, draft: Draft, rows: list[Row]) -> Issue:
    source = draft.source("heading", Place(rows[0].place.start, rows[-1].place.end))
    text = document.clean(*(row.place for row in rows))[0]
    return Issue(code="heading", message=f"kept as the heading of the list: {text}", source=source, raw=text)


def _fields(rows: list[Row], kinds: str) -> Iterator[tuple[str, list[Row]]]:
    """Gather the rows of each field, in order."""
    begins = [i for i, kind in enumerate(kinds) if kind.isupper()]
    ends = [*begins[1:], len(rows)] if begins else []
    yield from ((_NAMES[kinds[begin]], rows[begin:end]) for begin, end in zip(begins, ends, strict=True))


def _unglued(document: Document, groups: Iterable[tuple[str, list[Row]]]) -> Iterator[tuple[str, list[Row]]]:
    """Cut a title off the abstract that it is glued to, where authors follow the abstract at once."""
    before: tuple[str, list[Row]] | None = None
    for group in groups:
        if before and before[0] == "abstract" and group[0] == "authors":
            *rows, last = before[1]
            cut = _glue(last.text, document.text[slice(*last.place)])
            if cut:
                head, tail = (
                    Place(last.place.start, last.place.start + cut),
                    Place(last.place.start + cut, last.place.end),
                )
                yield "abstract", [*rows, replace(last, place=head, text=document.show(*head))]
                before = ("title", [Row(tail, document.show(*tail), glued=True)])
        if before:
            yield before
        before = group
    if before:
        yield before


def _glue(text: str, raw: str) -> int | None:
    """Find where a title is glued on: the last sentence that ends without a blank, then the last capital inside a word."""
    if len(text) < 2:
        return None
    for pattern in (_GLUE_SENTENCE, _GLUE_WORD):
        cuts = [m.start() for m in pattern.finditer(raw) if 15 <= len(raw) - m.start() <= _LONG and " " in raw[m.start() :].strip()]
        if cuts:
            return cuts[-1]
    return None


def _kinds(rows: list[Row], *, is_wrapped: bool) -> str:
    """Find the most likely kinds of all rows, one character each."""
    if not rows:
        return ""
    first = _emissions(rows[0], None)
    scores = {kind: _FIRST.get(kind, _NEVER) + first[kind] for kind in _KINDS}
    back: list[dict[str, str]] = []
    for before, row in pairwise(rows):
        scores, came = _advance(scores, before, row, is_wrapped=is_wrapped)
        back.append(came)
    kind = max(_KINDS, key=lambda last: scores[last] + _LAST.get(last, 0.0))
    path = [kind]
    for came in reversed(back):
        path.append(came[path[-1]])
    return "".join(reversed(path))


def _advance(scores: dict[str, float], before: Row, row: Row, *, is_wrapped: bool) -> tuple[dict[str, float], dict[str, str]]:
    emissions, breaks = _emissions(row, before), _break_costs(before, row, is_wrapped=is_wrapped)
    new: dict[str, float] = {}
    came: dict[str, str] = {}
    for kind, steps in _INTO.items():
        best, reach = "", 2 * _NEVER
        for last, cost in steps:
            if scores[last] + cost > reach:
                best, reach = last, scores[last] + cost
        new[kind] = reach + emissions[kind] + breaks[kind]
        came[kind] = best
    return new, came


def _break_costs(before: Row, row: Row, *, is_wrapped: bool) -> dict[str, float]:
    """Price the line break before a row: a wrap goes on with the field, another break begins one."""
    costs = dict.fromkeys(_KINDS, 0.0)
    if row.wrapped:
        ended = ends_sentence(before.text)
        costs.update({HEADING: -5.0, TITLE: -0.3 if ended else -5.0, AUTHORS: -1.5, ABSTRACT: -1.5})
    else:
        costs.update(_UNWRAPPED)
        if is_wrapped:
            costs[ABSTRACT_ON] = _UNWRAPPED_IN_WRAPPED
        if before.text.endswith((",", ";")):
            costs[AUTHORS_ON] = 0.0
    if goes_on(before.text, row.text):
        costs.update(_GOING_ON)
    if row.number:
        for kind in _KINDS:
            costs[kind] += _NUMBERED if kind == TITLE else _NOT_NUMBERED
    return costs


def _emissions(row: Row, before: Row | None) -> dict[str, float]:
    """Weigh what a row can be by what it looks like."""
    text = row.text
    names = likeness(text)
    on = names if "," in text else likeness(f"{text}, {text}") - 0.5
    if before and not before.text.endswith((",", ";")) and "," not in text:
        on -= 0.5
    named = 3.0 * max(names, 0.0)
    ended, broken = ends_sentence(text), bool(_SENTENCE_BREAK.search(text))
    parts = text.count(",") + 1
    alone = before is None and parts == 1 and len(text.split()) < 4
    title = -named - 1.5 * (ended and not text.endswith(("?", "!"))) - 3.0 * broken - 4.0 * (len(text) > _LONG) - text[:1].islower()
    prose = -named + ended + 1.5 * broken
    return {
        HEADING: 3.0 * names - 1.0 if parts == 2 and names > 0 else 0.0 if alone else -8.0,
        TITLE: title,
        TITLE_ON: -named - 2.0 * broken - 1.0 * ended,
        AUTHORS: 6.0 * names,
        AUTHORS_ON: 4.0 * on,
        ABSTRACT: prose + (2.0 if len(text) > _LONG else -1.5 * (len(text) < 100 and not ended and not row.wrapped)),
        ABSTRACT_ON: -named + 0.3 * ended + 0.3 * broken,
    }
