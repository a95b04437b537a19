"""A decoded input with what is known of it as a whole."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, NamedTuple, TypeVar

from papercat.mojibake.damage import diagnose, vocabulary
from papercat.mojibake.diagnosis import Damage
from papercat.text.accents import Order, accent_order
from papercat.text.clean import clean, plain_text
from papercat.text.fix import Step, Verdicts, fix_notations, is_plain
from papercat.text.lines import line_starts

T = TypeVar("T")
JOINER = "\u2060"  # what a document shows for markup within a word; it is nothing of the input
SAMPLE = 200_000  # characters; a verdict needs no more
_HYPHENED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Place(NamedTuple):
    """A piece of a document: characters `start` to `end`."""

    start: int
    end: int


# Makes a place of its two numbers in half the time of `Place(start, end)`, for what is done many times a line.
place_of: Callable[[tuple[int, int]], Place] = partial(tuple.__new__, Place)


class Link(NamedTuple):
    """Where the words of a link begin, and the place of its address."""

    start: int
    place: Place


class Source(NamedTuple):
    """The source of a document that is shown as a viewer does, every character at its place.

    Attributes:
        text: the characters of the input.
        links: those whose addresses are not shown, in order.
        left_out: the places of what is not of the page, as the navigation of its site, which are not shown either.
        has_wraps: a line may end for want of room; in HTML none does.
    """

    text: str
    links: tuple[Link, ...] = ()
    left_out: tuple[Place, ...] = ()
    has_wraps: bool = True

    def piece(self, place: Place) -> "Source":
        """Give the source of a piece."""
        by = place.start
        links = tuple(Link(link.start - by, Place(link.place.start - by, link.place.end - by)) for link in self.links_in(place))
        return Source(self.text[slice(*place)], links, (), self.has_wraps)

    def links_in(self, place: Place) -> tuple[Link, ...]:
        """Give the links within a place."""
        return self.links[bisect_left(self.links, (place.start,)) : bisect_left(self.links, (place.end,))]


def unsigned(sign: str, words: str) -> str:
    """Give words that stood between two signs, each at its place: nothing is seen where the signs were.

    >>> unsigned("**", "Sleeper Agents").replace(JOINER, "|")
    '||Sleeper Agents||'
    """
    around = JOINER * len(sign)
    return f"{around}{words}{around}"


def writable(name: str) -> str:
    r"""Spell out what no text can hold of the name of a file: bytes that are no UTF-8, which Python gives as lone surrogates (PEP 383).

    >>> writable("lukošiūtė.bib"), writable(b"caf\xe9.bib".decode("utf-8", "surrogateescape"))
    ('lukošiūtė.bib', 'caf\\udce9.bib')
    """
    return name if name.isascii() else name.encode("utf-8", "backslashreplace").decode()


@dataclass(frozen=True)
class Document:
    """A text with its name, and the verdicts that hold for all of it.

    Attributes:
        name: the file, or the name that was given to the text.
        text: the decoded characters.
        encoding: the codec that they were decoded with.
        fixes: damaged words and what the user knows them to be.
        base: the characters of the input that stand before it, where it is a piece of one.
        base_line: the line breaks that stand before it.
        around: how what it is a piece of was damaged, which counts where the piece does not tell.
        is_judged: that counts, whatever the piece tells: enough of the text before it has been looked at.
        source: the characters of the input, where `text` shows them as a viewer does, each at its place; None where they are the text.

    >>> listing = Document("page.txt", "Mindermann, Sรถren")
    >>> listing.damage.codec, listing.clean(Place(0, 18))[0]
    ('iso8859_11', 'Mindermann, Sören')
    """

    name: str
    text: str
    encoding: str = "str"
    fixes: Mapping[str, str] = field(default_factory=dict)
    base: int = 0
    base_line: int = 0
    around: Damage | None = None
    is_judged: bool = False
    source: Source | None = None

    def __post_init__(self) -> None:
        """Take a name that can be written."""
        object.__setattr__(self, "name", writable(self.name))

    @cached_property
    def damage(self) -> Damage | None:
        """How the document was damaged, decided on all of it."""
        return self.around if self.is_judged else diagnose(self._read) or self.around

    @cached_property
    def is_healthy(self) -> bool:
        """Whether nothing is known of the document that would change a text which by itself has nothing to repair."""
        return not self.fixes and self.damage is None

    @cached_property
    def accent_order(self) -> Order | None:
        """On which side of their letters a PDF set down the accents, decided on all of the document."""
        return accent_order(self._read)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the document that are whole, which decide about damaged and hyphenated ones."""
        if self.damage:
            return vocabulary(self.text, self.damage)
        return frozenset(_HYPHENED.findall(self.text))

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins."""
        return line_starts(self.given)

    def once(self, find: Callable[["Document"], T]) -> T:
        """Give what a function finds in the document, found once: who says what a document is and who reads it want the same.

        What is found must not hold the document: files are read without a collector of cycles.

        >>> page = Document("page.txt", "Sleeper Agents\\nEvan Hubinger")
        >>> page.once(lambda one: one.text.splitlines()[0])
        'Sleeper Agents'
        """
        if find not in self._found:
            self._found[find] = find(self)
        found: T = self._found[find]
        return found

    @cached_property
    def _found(self) -> dict[Callable[["Document"], Any], Any]:
        return {}

    @property
    def given(self) -> str:
        """The characters of the input."""
        return self.text if self.source is None else self.source.text

    def line(self, place: int) -> int:
        """Give the number of the input's line, from 1, that holds a character."""
        return self.base_line + bisect_right(self.starts, place)

    def piece(self, place: Place) -> "Document":
        """Give a piece of the document as a document, whose lines and characters count as the input's."""
        line = self.line(place.start) - 1
        text, source = self.text[slice(*place)], self.source.piece(place) if self.source else None
        return Document(self.name, text, self.encoding, self.fixes, self.base + place.start, line, self.damage, source=source)

    def clean(self, *places: Place) -> tuple[str, list[Step]]:
        """Make clean text of one piece, or of several as if each began a new line, with the repairs that it took."""
        if len(places) == 1:
            start, end = places[0]
            raw = self.text[start:end]
            # most fields
            if not self.fixes and (line := plain_text(raw)) is not None:
                return line, []
            shown = self._shown.pop(places[0], None) if self._shown else None
            return shown or (self.clean_text(raw) if self.fixes else self._repaired(raw))
        return self.clean_text("\n".join(self.text[start:end] for start, end in places))

    def clean_text(self, raw: str) -> tuple[str, list[Step]]:
        """Make clean text of what stands in the document in other characters, as a string of JSON does."""
        raw, by_user = self._fix(raw) if self.fixes else (raw, [])
        if (line := plain_text(raw)) is not None:
            return line, by_user
        text, steps = self._repaired(raw)
        return text, by_user + steps

    def _repaired(self, raw: str) -> tuple[str, list[Step]]:
        if self.source is not None:
            raw = raw.replace(JOINER, "")
        # a word cut at the end of a line is judged by the others, which are listed only if there is one
        words = self.words if "-\n" in raw or "-\r" in raw else ()
        return clean(raw, words, None if is_plain(raw) else self._verdicts)

    def show(self, start: int, end: int) -> str:
        """Make a piece readable for judging what it is, without an account of it."""
        raw = self.text[start:end]
        if is_plain(raw):
            return raw.strip()
        # what was cleaned for a look will be asked for again as a field
        self._shown[Place(start, end)] = cleaned = self.clean(Place(start, end))
        return cleaned[0]

    @cached_property
    def _shown(self) -> dict[Place, tuple[str, list[Step]]]:
        return {}

    @cached_property
    def _read(self) -> str:
        # the bytes and the accents that a notation hides speak too
        sample = self.text[:SAMPLE]
        read = fix_notations(sample)
        return self.text if read == sample else read

    @cached_property
    def _verdicts(self) -> Verdicts:
        return {
            "bytes": (self.damage, self.words) if self.damage else None,
            "accents": (self.accent_order,) if self.accent_order else None,
        }

    def _fix(self, raw: str) -> tuple[str, list[Step]]:
        steps = []
        for damaged, right in self.fixes.items():
            # as a word: "null" is not a part of "nullify"
            raw, count = re.subn(rf"(?<![^\W\d_]){re.escape(damaged)}(?![^\W\d_])", right.replace("\\", r"\\"), raw)
            steps += [Step("fixed-by-user", f"{damaged!r} read as {right!r}, as you said", damaged)] * count
        return raw, steps
