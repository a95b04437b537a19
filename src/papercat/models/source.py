"""Where a fact was read."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Annotated, NamedTuple

from annotated_types import Ge
from pydantic.dataclasses import dataclass

from papercat.models.line import STRICT

BY_HAND = "by hand"  # the name of a source with the line 0: what a person said of a paper


@dataclass(frozen=True, slots=True, kw_only=True, config=STRICT)
class Source:
    """The place of one field of one record in one input.

    Attributes:
        name: the file, or the name that was given to the text.
        line: its number, from 1; 0 for what stands in no text, a correction by hand.
        start: the first character, counted from 0 in the decoded text.
        end: the place after the last.
        field: what stands there: "title", "authors", "abstract", "arxiv", … or "record" for all of it.

    >>> print(Source(name="askell-listing.txt", line=12, start=9000, end=9085, field="title"))
    askell-listing.txt:12
    """

    name: str
    line: Annotated[int, Ge(0)]
    start: Annotated[int, Ge(0)]
    end: Annotated[int, Ge(0)]
    field: str = "record"

    def __str__(self) -> str:
        return f"{self.name}:{self.line}" if self.line else self.name


_NEW = object.__new__
_PUT_NAME, _PUT_LINE, _PUT_START, _PUT_END, _PUT_FIELD = (
    Source.__dict__[name].__set__ for name in ("name", "line", "start", "end", "field")
)


def placed(name: str, line: int, start: int, end: int, field: str) -> Source:
    """Make the source that `Source(…)` makes, in a third of the time: a paper has ten.

    The values are checked here, and put into place without asking pydantic; any that it would not take just as they are go to it.

    Raises:
        pydantic.ValidationError: as `Source` does.

    >>> placed("a.txt", 1, 0, 7, "title") == Source(name="a.txt", line=1, start=0, end=7, field="title")
    True
    """
    is_text = type(name) is str and type(field) is str
    if not (is_text and type(line) is int and type(start) is int and type(end) is int and line > 0 and start >= 0 and end >= 0):
        return Source(name=name, line=line, start=start, end=end, field=field)
    source = _NEW(Source)
    _PUT_NAME(source, name)
    _PUT_LINE(source, line)
    _PUT_START(source, start)
    _PUT_END(source, end)
    _PUT_FIELD(source, field)
    return source


class Places(NamedTuple):
    """The sources of a paper, before anyone asks for them: ten objects that most papers never need.

    Attributes:
        name: the input.
        base: the characters of the input that stand before the text in which the places count.
        first: the number of the line, from 1, on which the first place begins.
        breaks: where the lines behind it begin, up to that of the last place.
        starts: where each place begins.
        ends: where each ends.
        fields: what stands in each.

    Tuples of numbers and of texts are nothing that the garbage collector must look at again, as it does at a tuple for each place: with
    these, collection took a tenth of the time of reading 10 MB of JSON lines.
    """

    name: str
    base: int
    first: int
    breaks: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    fields: Sequence[str]

    @property
    def claims(self) -> Iterator[tuple[int, int, str]]:
        """Give where each place begins and ends, and what stands there."""
        return zip(self.starts, self.ends, self.fields, strict=True)

    def sources(self) -> tuple[Source, ...]:
        """Make the sources.

        Raises:
            pydantic.ValidationError: as `Source` does.

        >>> print(*Places("a.txt", 1000, 3, [8, 12], [0, 12], [7, 20], ["title", "authors"]).sources())
        a.txt:3 a.txt:5
        """
        first, breaks, base = self.first, self.breaks, self.base
        return tuple(
            placed(self.name, first + bisect_right(breaks, start), base + start, base + end, field) for start, end, field in self.claims
        )
