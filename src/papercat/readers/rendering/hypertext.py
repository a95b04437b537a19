"""HTML as a browser shows it (https://html.spec.whatwg.org/multipage/rendering.html), every character at its place.

What stands between two pieces of text, tags and blanks, is a gap; the most that one of its tags breaks is what the gap shows, behind as
many blanks as it takes to keep the length.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from papercat.readers.page.labels import is_leading
from papercat.readers.rendering.elements import (
    BADGE,
    BLANK,
    BLANKS,
    BOXES,
    BREAKS,
    DEEPEST,
    ENDS,
    HEADS,
    HIDDEN,
    HOLDERS,
    HREF,
    LINE,
    LISTS,
    LONGEST_BUTTON,
    LONGEST_MARK,
    LONGEST_MENU,
    MARKS,
    MENUS,
    MISSES,
    NAME,
    NAME_OR_TAG,
    NAMED,
    NOTHING,
    OF_SITE,
    PARAGRAPH,
    SHOWN,
    SITE,
    TAB,
    TAG,
    YEAR,
    YEARS,
)
from papercat.text.document import JOINER, Link, Place


class _Gap(NamedTuple):
    """What stands between two texts: its place, how far they are apart, what opens the second, which row of a table each is in."""

    place: Place
    breaks: int
    sign: str
    rows: tuple[int, int]
    keeps_lines: bool
    is_block: bool


@dataclass(slots=True)
class _Open:
    """An inline tag that is open: its name, its place, the marks within it, and whether it has a text."""

    name: str
    place: Place
    inner: list[tuple[Place, Place]] = field(default_factory=list)
    has_text: bool = False
    is_badge: bool = False


@dataclass(slots=True)
class Page:
    """A page of HTML, read tag by tag.

    Attributes:
        text: its characters.
        is_mixed: it is one of Markdown, whose own lines stay.
        left_out: the navigation and the foot of its site.
        links: its links.
    """

    text: str
    is_mixed: bool = False
    left_out: list[Place] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    _buttons: list[Place] = field(default_factory=list)
    _gaps: list[_Gap] = field(default_factory=list)
    _marks: list[tuple[Place, Place]] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _lists: list[bool] = field(default_factory=list)  # for each open list, whether one of its items is
    _rows: list[list[int]] = field(default_factory=list)  # of all tables: how often a tab and a line part texts of it
    _misses: int = 0
    _unended: set[str] = field(default_factory=set)
    # of the gap that is open
    _start: int = 0
    _breaks: int = NOTHING
    _sign: str = ""
    _lines: int = 0
    _boxes: list[int] = field(default_factory=lambda: [0, 0])
    _row: int = -1
    _row_before: int = -1
    _is_held: bool = False
    _is_block: bool = False
    _is_set: bool = False

    def read(self) -> "Page":
        """Read all tags."""
        text, place = self.text, 0
        while tag := TAG.search(text, place):
            self._take_text(place, tag.start())
            place = self._take(tag)
        self._take_text(place, len(text))
        self._close_gap(len(text))
        return self

    def shown(self, *, marked: bool) -> str:
        """Give the page as it is seen; with the marks of its texts, or without any."""
        tags = iter(self._shown_tags() if marked else ())
        tag = next(tags, None)
        out: list[str] = []
        place, keeps_lines = 0, False
        for gap in self._gaps:
            piece = self.text[place : gap.place.start]
            out.append(piece if keeps_lines else piece.translate(BLANKS))
            inside: list[Place] = []
            while tag and tag.start < gap.place.end:
                inside.append(tag)
                tag = next(tags, None)
            out.append(self._shown_gap(gap if marked else _bare(gap), inside))
            place, keeps_lines = gap.place.end, gap.keeps_lines
        shown = "".join(out)
        return shown if marked else _without(shown, sorted(self._buttons))

    def _take_text(self, start: int, end: int) -> None:
        piece = self.text[start:end]
        bare = piece.strip()
        keeps_lines = self._is_set or (self.is_mixed and not self._is_held)
        if not bare:
            between = min(LINE + piece.count("\n") - 1, PARAGRAPH) if keeps_lines and "\n" in piece else BLANK if piece else NOTHING
            self._breaks = max(self._breaks, between)
            return
        begin = start + len(piece) - len(piece.lstrip())
        stop = start + len(piece.rstrip())
        if keeps_lines:
            begin, stop = start, end
        self._breaks = max(self._breaks, BLANK if begin > start else NOTHING)
        self._close_gap(begin, keeps_lines=keeps_lines)
        if self._open:
            self._open[-1].has_text = True
            if "<" in bare or ">" in bare:
                self._drop_open()
        self._start = stop
        self._breaks = BLANK if stop < end else NOTHING

    def _close_gap(self, end: int, *, keeps_lines: bool = False) -> None:
        rows = (self._row_before, self._row)
        if rows[0] == rows[1] >= 0 and self._breaks >= TAB:
            self._rows[self._row][self._breaks > TAB] += 1
        breaks = self._breaks
        if breaks == LINE and (self._lines > 1 or (min(self._boxes) and self._boxes[1] > 1 and not self._in_item)):
            breaks = PARAGRAPH
        self._gaps.append(_Gap(Place(self._start, end), breaks, self._sign, rows, keeps_lines, self._is_block))
        self._sign, self._lines, self._boxes, self._row_before, self._is_block = "", 0, [0, 0], self._row, False

    @property
    def _in_item(self) -> bool:
        return bool(self._lists) and self._lists[-1]

    def _take(self, tag: re.Match[str]) -> int:
        """Take a tag, and say where what is behind it begins."""
        if tag["comment"]:
            end = self._end_of("-->", tag.end())
            return max(end, tag.end())
        name, is_end = (tag["name"] or tag["name_too"] or "").lower(), bool(tag["end"] or tag["end_too"])
        if name in HIDDEN and not is_end and (end := self._closing(name, tag.end())):
            return end
        if not is_end and self._is_of_site(name, tag) and (end := self._whole(name, tag.end())):
            self.left_out.append(Place(tag.start(), end))
            self._breaks = PARAGRAPH
            return end
        if name in BREAKS:
            self._take_block(name, is_end=is_end)
        elif name in MARKS:
            self._take_mark(name, tag, is_end=is_end)
        return tag.end()

    def _end_of(self, sign: str, start: int) -> int:
        if sign in self._unended:
            return 0
        place = self.text.find(sign, start)
        if place < 0:
            self._unended.add(sign)
        return place + len(sign) if place >= 0 else 0

    def _closing(self, name: str, start: int) -> int:
        if name in self._unended:
            return 0
        found = next((tag for tag in ENDS[name].finditer(self.text, start) if tag[1]), None)
        if not found:
            self._unended.add(name)
        return found.end() if found else 0

    def _is_of_site(self, name: str, tag: re.Match[str]) -> bool:
        """Tell navigation and feet, by their name, or by the words that sites have for them in classes."""
        named = NAMED.findall(tag[0]) if name in MENUS else ()
        return name in OF_SITE or any(SITE.fullmatch(word) for group in named for value in group for word in value.split())

    def _whole(self, name: str, start: int) -> int:
        """Give the end of an element with others of its name in it; 0 if it has none, or holds more than navigation."""
        if self._misses > MISSES:
            return 0
        depth, found = 1, 0
        for tag in ENDS[name].finditer(self.text, start, start + LONGEST_MENU):
            depth += -1 if tag[1] else 1
            if not depth:
                inside = NAME_OR_TAG.sub(" ", self.text[start : tag.start()])
                found = tag.end() if len(YEAR.findall(inside)) < YEARS else 0
                break
        self._misses += not found
        return found

    def _take_block(self, name: str, *, is_end: bool) -> None:
        breaks = BREAKS[name]
        if name in LISTS:
            self._take_list(is_end=is_end)
        if breaks == PARAGRAPH and self._in_item and name not in ("dt", "table"):
            breaks = LINE
        if name in ("li", "dd", "dt") and not is_end:
            self._take_item()
        self._sign = "" if is_end else "*" if name == "li" else "#" * int(name[1]) if name in HEADS else self._sign
        self._lines += name == "br"
        self._is_block |= name != "br"
        self._boxes[is_end] += name in BOXES
        self._is_set = not is_end if name == "pre" else self._is_set
        self._is_held = (name in HOLDERS and not is_end) or (self._is_held and name == "br")
        if name == "tr" and not is_end:
            self._row = len(self._rows)
            self._rows.append([0, 0])
        elif name == "table":
            self._row = -1
        self._breaks = max(self._breaks, breaks)
        self._drop_open()

    def _take_list(self, *, is_end: bool) -> None:
        if not is_end:
            self._lists.append(False)
        elif self._lists:
            self._lists.pop()

    def _take_item(self) -> None:
        if self._lists:
            self._lists[-1] = True

    def _take_mark(self, name: str, tag: re.Match[str], *, is_end: bool) -> None:
        place = Place(*tag.span())
        if not is_end:
            is_badge = BADGE.search(tag[0]) is not None
            self._breaks = max(self._breaks, TAB) if is_badge else self._breaks
            self._open.append(_Open(name, place, is_badge=is_badge))
            return
        while any(opened.name == name for opened in self._open[-DEEPEST:]):
            last = self._open.pop()
            if last.name == name:
                self._breaks = max(self._breaks, TAB) if last.is_badge else self._breaks
                self._end_mark(last, place)
                return
            self._marks += last.inner

    def _drop_open(self) -> None:
        """Forget what no mark can be any more."""
        self._marks += (pair for opened in self._open for pair in opened.inner)
        self._open.clear()

    def _end_mark(self, opened: _Open, end: Place) -> None:
        """Keep the inmost of marks within each other, but a link before all."""
        is_link = opened.name == "a"
        is_short = end.start - opened.place.end <= LONGEST_MARK
        can_be = opened.has_text and is_short
        if is_link:
            can_be = self._take_link(opened, end) and can_be
        kept = [(opened.place, end)] if can_be and (is_link or not opened.inner) else opened.inner
        if self._open:
            self._open[-1].has_text |= opened.has_text
        # what is around a long mark is longer, and so none
        (self._open[-1].inner if self._open and is_short else self._marks).extend(kept)

    def _take_link(self, opened: _Open, end: Place) -> bool:
        """Keep the address of a link, and its text where that is only pressed; say whether it has an address."""
        href = HREF.search(self.text, *opened.place)
        if not href:
            return False
        start = next(start for start in (1, 2, 3) if href[start] is not None)
        self.links.append(Link(opened.place.end, Place(*href.span(start))))
        inside = Place(opened.place.end, end.start)
        if inside.end - inside.start <= LONGEST_BUTTON and is_leading(NAME_OR_TAG.sub("", self.text[slice(*inside)])):
            before, after = self.text[opened.place.start - 1 : opened.place.start], self.text[end.end : end.end + 1]
            around = before + after in ("[]", "()")
            self._buttons.append(Place(opened.place.start - around, end.end + around))
        return True

    def _shown_tags(self) -> list[Place]:
        """List the tags of the marks that are shown; a `span` around all of a line says nothing."""
        starts = [gap.place.start for gap in self._gaps]
        shown: list[Place] = []
        for begin, end in self._marks:
            around = (self._gaps[bisect_right(starts, tag.start) - 1].breaks for tag in (begin, end))
            if self.text[begin.start + 1] not in "sSuU" or self.text[begin.start + 2] in "tT" or min(around) < LINE:
                shown += (begin, end)
        return sorted(shown)

    def _shown_gap(self, gap: _Gap, tags: list[Place]) -> str:
        """Give a gap as it is seen: tags that close marks, then what it breaks, then tags that open marks."""
        start, end = gap.place
        closing = [tag for tag in tags if self.text[tag.start + 1] == "/"]
        first = closing[-1].end if closing else start
        last = next((tag.start for tag in tags if tag.start >= first), end)
        filler = JOINER if gap.breaks == NOTHING and start else " "
        before, after = (self._filled(place, tags, filler) for place in (Place(start, first), Place(last, end)))
        return before + _fitted(self._apart(gap), gap.sign, last - first, filler) + after

    def _filled(self, place: Place, tags: list[Place], filler: str) -> str:
        out, done = "", place.start
        for tag in tags:
            if place.start <= tag.start < place.end:
                out += filler * (tag.start - done) + self._masked(tag)
                done = tag.end
        return out + filler * (place.end - done)

    def _masked(self, tag: Place) -> str:
        """Give a tag with its name and its address alone."""
        text = self.text[slice(*tag)]
        name = NAME.match(text)
        head, inner = (name[0], text[name.end() : -1]) if name else ("", text)
        href = HREF.search(inner) if head.lower() == "<a" else None
        shown = " " * href.start() + href[0] + " " * (len(inner) - href.end()) if href else " " * len(inner)
        return head + shown + ">"

    def _apart(self, gap: _Gap) -> int:
        """Say how far two texts are apart: in a table whose cells are pages of their own a cell is a line, else a line in one is a cell."""
        before, row = gap.rows
        if before == row >= 0 and gap.breaks >= TAB:
            tabs, lines = self._rows[row]
            return TAB if lines <= tabs else gap.breaks if lines and gap.breaks > TAB else LINE
        is_page = any(self._rows[one][1] > self._rows[one][0] for one in (before, row) if one >= 0)
        return PARAGRAPH if is_page and gap.breaks >= LINE else gap.breaks


def _bare(gap: _Gap) -> _Gap:
    """Part blocks by an empty line, for a reference is in one, and has no bullet."""
    breaks = PARAGRAPH if gap.breaks == LINE and gap.is_block else gap.breaks
    return gap._replace(breaks=breaks, sign=gap.sign.replace("*", ""))


def _fitted(breaks: int, sign: str, size: int, filler: str) -> str:
    """Give what a gap shows in as many characters as it has."""
    if breaks == NOTHING:
        return filler * size
    whole = SHOWN[breaks] + (f"{sign} " if sign else "")
    for shown in (whole, whole.replace("\n\n", "\n"), f"\n{sign[:1]} " if sign else "\n", SHOWN[min(breaks, LINE)]):
        if len(shown) <= size:
            return shown.rjust(size)
    return ""


def _without(text: str, places: list[Place]) -> str:
    """Blank out pieces of a text, which are in order."""
    out, done = list[str](), 0
    for start, end in places:
        out += (text[done:start], " " * (end - max(start, done)))
        done = end
    return "".join((*out, text[done:]))
