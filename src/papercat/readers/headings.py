"""The years that headings give to what stands below them, as in a curriculum, on a homepage, in a list of readings.

A year in a heading counts for the entries below it that say none of their own, until another year stands above, or what is no part
of a year: words for papers that have none yet, or the head of another section.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from papercat.readers.draft import Draft
from papercat.text.document import Place

# Of several papers: `Preprint 2024` and `Published 2024` are said of one.
_PAPERS = (
    r"(?:(?:journal |conference |selected |recent |my |our )?(?:publications|papers|articles|works|preprints|manuscripts|readings)|"
    r"veröffentlichungen|publikationen|publicaciones|publicações|pubblicazioni)"
)
_YEAR = re.compile(
    rf"[^\w]{{0,8}}(?:{_PAPERS}[\s:,–—-]{{1,3}}(?:(?:in|of|from|de|von|aus|dal|en)\s)?)?(?P<year>(?:19|20)\d\d)(?:[\s:,–—-]{{1,3}}{_PAPERS})?"
    r"(?:\s?[(\[]\d{1,3}(?: \w{1,14})?[)\]])?[^\w]{0,8}",
    re.IGNORECASE,
)
_UNDATED = re.compile(
    r"\W{0,8}(?:forthcoming|in press|to appear|accepted|submitted|under review|under submission|in preparation|in progress|working papers?|"
    r"manuscripts?|n\.\s?d\.|undated|à paraître|im (?:druck|erscheinen)|en prensa|no prelo|in corso di stampa)\b",
    re.IGNORECASE,
)
_MOST = 0.5  # of the entries below years that say their own say another: then the years are of something else, as of a course


class Heading(NamedTuple):
    """What stands between entries.

    Attributes:
        place: its characters.
        text: those, readable.
        is_set_off: an empty line stands before it.
    """

    place: Place
    text: str
    is_set_off: bool


class Dated(NamedTuple):
    """A year, and the heading that says it."""

    year: int
    heading: Heading


def year_of(text: str) -> int:
    """Read the year of a heading that says no more, or only of what; 0 if it is none.

    >>> year_of("2024"), year_of("## Publications in 2023 (4)"), year_of("Jan. 12, 2024: Methods"), year_of("2019–2021")
    (2024, 2023, 0, 0)
    """
    found = _YEAR.fullmatch(text)
    return int(found["year"]) if found else 0


def years_above(items: Sequence[Heading | None]) -> Iterator[Dated | None]:
    """Give for each entry, which is a None among headings, the year above it, and None for each heading.

    >>> headings = [Heading(Place(0, 0), text, True) for text in ("2024", "In press")]
    >>> [dated and dated.year for dated in years_above([None, headings[0], None, None, headings[1], None])]
    [None, None, 2024, 2024, None, None]
    """
    again = Counter(item.text.casefold() for item in items if item)
    above: Dated | None = None
    before: Heading | None = None
    for item in items:
        if item:
            year = year_of(item.text)
            is_within = (before and year_of(before.text)) or again[item.text.casefold()] > 1 or not item.is_set_off
            above = Dated(year, item) if year else above if is_within and not _UNDATED.match(item.text) else None
        yield None if item else above
        before = item


def are_of(told: Sequence[tuple[Dated | None, int]]) -> bool:
    """Tell whether years above entries are theirs, by the entries that say their own year."""
    both = [(dated.year, own) for dated, own in told if dated and own]
    return sum(year != own for year, own in both) <= _MOST * len(both)


def take_year(draft: Draft, dated: Dated) -> None:
    """Take the year of the heading above, and tell it."""
    inferred = draft.get("inferred")
    draft.set("year", dated.year)
    draft.set("inferred", (*(inferred if isinstance(inferred, tuple) else ()), "year"))
    told = f"year: taken from the heading above, {dated.heading.text!r}"
    draft.add_issue("field-inherited", told, "year", dated.heading.place)
