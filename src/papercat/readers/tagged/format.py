"""What a tagged format is: a table that says how a tag looks, where records begin and end, and what each tag means."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from papercat.identifiers import parse_isbn
from papercat.text.document import Place

Route = Callable[[str], str | None]


NAMES = frozenset(("author", "short-author"))  # roles


class Field(NamedTuple):
    """One tag of a record with the lines of its value, or several of one tag whose lines are values of their own.

    Attributes:
        tag: in capitals, as tables have it.
        lines: the places of its lines, the first behind the tag; more than one where the value goes on.
        start: where the line of the tag begins.
        after_blank: an empty line stands before it.
    """

    tag: str
    lines: list[Place]
    start: int
    after_blank: bool


@dataclass(frozen=True, kw_only=True)
class Format:
    """A tagged format as data.

    Attributes:
        name: of the format.
        tag: matches the opening of a line that has a tag; its first group is the tag, and the value begins where it ends.
        roles: what each tag is: a role of `papercat.readers.record`, or `=name` for a name in `extra`; an unknown tag is kept there
            under its own. Of several tags for one field the one that stands first in the table counts.
        sign: matches what only this format has.
        starts: tags that begin a record wherever they stand.
        ends: tags that end one.
        loose: matches a tag that is written in another way, which counts if the table knows the tag.
        stray: matches tags that programs make up, `NOTE - `; they count behind a field of one line.
        head: matches lines between records that say nothing of a paper.
        source: tags of a line that says journal, volume, issue, pages and year, which counts where they are not said elsewhere.
        mark: matches what the format puts behind a title, which is no part of it.
        has_stops: a full stop ends each title, which is none of theirs; found from the titles of a document where the format has a `mark`.
        each: tags of which every line is a value of its own.
        shorts: a tag that is only the short form of another, where the record has that.
        instead: what a tag is where nothing else in the record has that role.
        types: document types as the format calls them, in lower case, and the BibTeX types.
        by_type: other roles of tags in records of a type.
        routes: of some tags, what tells the role of a value by what stands in it, or None for the role of the table.
        initials: tags of names that are a family name and initials without stops, `van der Berg AB`.
        is_undotted: every name is a family name and initials without full stops, which are given them as in the XML of PubMed.
        is_bare: initials of names have no full stops, even behind a given name that is written out, `Ewing, Donna L`.
        is_small: tags are written in small letters.
        is_messy: names come with degrees and marks of affiliations.
        is_filled: lines were broken between words, so that a hyphen at the end of one belongs to the word.
        sure: how likely a document with the sign is of this format.
    """

    name: str
    tag: re.Pattern[str]
    roles: Mapping[str, str]
    sign: re.Pattern[str]
    starts: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    loose: re.Pattern[str] | None = None
    stray: re.Pattern[str] | None = None
    head: re.Pattern[str] | None = None
    source: frozenset[str] = frozenset()
    mark: re.Pattern[str] | None = None
    has_stops: bool = False
    each: frozenset[str] = frozenset()
    shorts: Mapping[str, str] = field(default_factory=dict)
    instead: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    by_type: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    routes: Mapping[str, Route] = field(default_factory=dict)
    initials: frozenset[str] = frozenset()
    is_undotted: bool = False
    is_bare: bool = False
    is_small: bool = False
    is_messy: bool = False
    is_filled: bool = False
    sure: float = 0.95

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """The place of each tag in the table, which decides between tags for one field."""
        return {tag: rank for rank, tag in enumerate(self.roles)}

    @cached_property
    def names(self) -> frozenset[str]:
        """The tags of authors, whatever else a record has, of which every line is one: a run of them is one field."""
        others = {*self.routes, *self.instead, *(tag for roles in self.by_type.values() for tag in roles)}
        return frozenset(tag for tag in self.each - others if self.roles.get(tag) in NAMES)


# A line's opening for signs, which look at the whole text, made by `lined`: then what nobody sees. A pattern that begins with one
# character is looked for twenty times as fast as one that begins with any of several.
AT = r"\n[\ufeff\u200b\u200c\u200d\u2060\u00ad]*"
_ISSN = re.compile(r"\s*\d{4}-?\d{3}[\dXx](?![\d-])")
_RARE_BREAK = re.compile(r"\r(?!\n)|[\v\f\u2028\u2029]")


def lined(text: str) -> str:
    r"""Give a text in which a line feed stands before every line, as signs want it: any line end of `papercat.text.lines` becomes one.

    >>> lined("TY  - JOUR\rTI  - A\r\nER  - ")
    '\nTY  - JOUR\nTI  - A\r\nER  - '
    """
    return "\n" + (_RARE_BREAK.sub("\n", text) if any(char in text for char in "\r\v\f\u2028\u2029") else text)


def table(text: str) -> dict[str, str]:
    """Read a table of roles: a role and its tags a line.

    >>> table("title TI T1\\n=issn SN")
    {'TI': 'title', 'T1': 'title', 'SN': '=issn'}
    """
    rows = (line.split() for line in text.strip().splitlines())
    return {tag: role for role, *tags in rows for tag in tags}


def words(text: str) -> frozenset[str]:
    """Read a list of tags."""
    return frozenset(text.split())


def number_of(text: str) -> str | None:
    """Tell the ISSN of a serial from the ISBN of a book, which share a tag; None for what is neither by its form.

    >>> number_of("0022-2194"), number_of("9780851995250"), number_of("0-19-853453-1"), number_of("6503251522")
    ('=issn', '=isbn', '=isbn', None)
    """
    if _ISSN.match(text):
        return "=issn"
    return "=isbn" if parse_isbn(text.strip()) else None
