"""One value of a record, before it becomes part of a paper."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from papercat.names import Name
from papercat.text.clean import plain_text
from papercat.text.document import Place, place_of

# ASCII without blanks, brackets and entities
ADDRESS = re.compile(r"\s*https?://(?:[!#-%'-;=?-~]|&(?![A-Za-z0-9#]{1,31};))+\s*")
_AROUND_DOI = re.compile(r"https?:|(?:dx|www)\.|doi(?:\.org)?")
_TAG = 9  # characters: a line break and "AU  - "


class Value(NamedTuple):
    """One value of a record.

    Attributes:
        role: what it is, a word of `papercat.readers.record.ROLES` or "".
        label: as the format has it, for `extra`.
        places: where it stands.
        raw: what the places hold, where the format writes it in other characters (escapes, markup), else None.
        name: the name that it is, where the format tells its parts.
        text: what cleaning makes of it, where the reader has seen that it has nothing to repair.
    """

    role: str
    label: str
    places: tuple[Place, ...]
    raw: str | None = None
    name: Name | None = None
    text: str | None = None


# half the time of `Value(…)`
value_of: Callable[[tuple[str, str, tuple[Place, ...], str | None, Name | None, str | None]], Value] = partial(tuple.__new__, Value)


def joined(places: Sequence[Place]) -> list[Place]:
    """Take places that no more than a tag stands between for one, and one that comes again: thirty authors of a record need one source."""
    joined: list[Place] = []
    begin, done = places[0]
    for start, end in places[1:]:
        if (start, end) == (begin, done):
            continue  # of JSON, all authors stand in the place of their list
        if not 0 <= start - done <= _TAG:
            joined.append(place_of((begin, done)))
            begin = start
        done = end
    return [*joined, place_of((begin, done))]


def has_more(text: str, number: str) -> bool:
    """Tell a value that says more than a DOI and its address."""
    before, found, behind = text.partition(number)
    return bool(found) and any(map(str.isalnum, _AROUND_DOI.sub("", f"{before} {behind}")))


@lru_cache(maxsize=4096)
def plain_label(label: str) -> str | None:
    """Give a label as it stands where it has nothing to repair, else None."""
    return plain_text(label)
