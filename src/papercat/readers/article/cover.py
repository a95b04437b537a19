"""The cover that HAL puts before a paper: title and names, and how the paper is to be cited."""

import re
from collections.abc import Iterator, Sequence

from papercat.identifiers import find_identifiers
from papercat.readers.article.imprint import Told
from papercat.text.document import Place
from papercat.text.lines import Line, has_blank_line

_CITED = re.compile(r"\W{0,4}to cite this version\s?:?\s*", re.IGNORECASE)
_MOST_ABOVE, _LONGEST = 60, 8  # lines
# "Venue, 2016, 49 (28), pp.31-36", behind names and title; a thesis has the university for a venue.
_PARTS = re.compile(
    r"(?P<venue>[^.]{3,150}?), (?P<year>(?:19|20)\d\d)"
    r"(?:, (?P<volume>[\w-]{1,8}))?(?: \((?P<issue>[^()]{1,12})\))?(?:, pp?\.\s?(?P<pages>[\w–-]{1,20}))?[.,]"
)
_ALONE = re.compile(r"\. (?P<year>(?:19|20)\d\d)\.")


def find_cover(lines: Sequence[Line]) -> int:
    """Give the line that says how a paper is to be cited; 0 where there is none, or nothing above it.

    >>> from papercat.text.lines import split_lines
    >>> find_cover(split_lines("Factor-balanced S-adic languages\\nLéo Poirier, Wolfgang Steiner\\nTo cite this version:\\nLéo Poirier"))
    2
    """
    return next((number for number, line in enumerate(lines[:_MOST_ABOVE]) if _CITED.fullmatch(line.text)), 0)


def cover_end(text: str, lines: Sequence[Line], at: int) -> int:
    """Give the line behind the citation on a cover."""
    end = at + 1
    while end < min(len(lines), at + _LONGEST) and (end == at + 1 or not has_blank_line(text[lines[end - 1].end : lines[end].start])):
        if lines[end].text.lstrip().startswith("HAL Id"):
            break
        end += 1
    return end


def read_cover(cited: Sequence[Line]) -> Iterator[Told]:
    """Read the citation of a cover: venue, year, volume, pages, DOI.

    >>> from papercat.text.lines import split_lines
    >>> text = "V. E. Hubeny. The membrane paradigm. Classical and Quantum Gravity, 2011, 28 (11), pp.114007."
    >>> [told.raw for told in read_cover(split_lines(text))]
    ['Classical and Quantum Gravity', '2011', '28', '11', '114007']
    """
    places = [Place(line.start, line.end) for line in cited]
    whole = re.sub(r"(?<=[a-z])-\n\s*(?=[a-z])", "", "\n".join(line.text.strip() for line in cited)).replace("\n", " ")
    if doi := next((one for one in find_identifiers(whole) if one.kind == "doi"), None):
        yield Told("doi", "doi", places, doi.id)
    match = _PARTS.search(whole) or _ALONE.search(whole)
    for role, value in match.groupdict().items() if match else ():
        if value:
            yield Told(role, role, places, value.strip())
