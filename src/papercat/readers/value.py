"""One value of a record, before it becomes part of a paper."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from papercat.names import Name
from papercat.text.document import Place


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
