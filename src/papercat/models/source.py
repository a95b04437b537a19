"""Where a fact was read."""

from typing import Annotated

from annotated_types import Ge
from pydantic.dataclasses import dataclass

from papercat.models.line import STRICT


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Source:
    """The place of one field of one record in one input.

    Attributes:
        name: the file, or the name that was given to the text.
        line: its number, from 1.
        start: the first character, counted from 0 in the decoded text.
        end: the place after the last.
        field: what stands there: "title", "authors", "abstract", "arxiv", … or "record" for all of it.

    >>> print(Source(name="askell-listing.txt", line=12, start=9000, end=9085, field="title"))
    askell-listing.txt:12
    """

    name: str
    line: Annotated[int, Ge(1)]
    start: Annotated[int, Ge(0)]
    end: Annotated[int, Ge(0)]
    field: str = "record"

    def __str__(self) -> str:
        return f"{self.name}:{self.line}"
